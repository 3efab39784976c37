//! What strangers send: any bytes become an article, in bounded time, and nothing
//! of it can harm a terminal. The same text is the same article however it is stored.

use kabar::article::{Article, BlockKind};
use kabar::extract::{self, Form, Hint};
use kabar::text::safe;
use proptest::prelude::*;

const FORMS: [Form; 3] = [Form::Plain, Form::Markdown, Form::Html];

fn read(bytes: &[u8], form: Form) -> Article {
    let hint = Hint { name: "x\u{1B}]0;name\u{7}.txt".to_owned(), form: Some(form), ..Hint::default() };
    extract::extract(bytes, &hint)
}

/// Every string of an article, with whether it may hold line ends.
fn strings(article: &Article) -> Vec<(&str, bool)> {
    let mut all = vec![(article.source.as_str(), false), (article.title.as_str(), false)];
    let some = [&article.url, &article.outlet, &article.kicker, &article.byline];
    all.extend(some.into_iter().flatten().map(|it| (it.as_str(), false)));
    all.extend(article.links.iter().map(|it| (it.as_str(), false)));
    all.extend(article.trimmed.iter().map(|it| (it.text.as_str(), false)));
    for block in &article.blocks {
        all.push((block.text.as_str(), true));
        match &block.kind {
            BlockKind::Image { alt: name, .. } | BlockKind::Code { language: Some(name) } => {
                all.push((name, false));
            }
            _ => {}
        }
    }
    all
}

fn assert_safe(article: &Article) {
    for (text, lines) in strings(article) {
        let bad = text.chars().find(|c| safe::is_forbidden(*c));
        assert!(bad.is_none(), "{bad:?} in {text:?}");
        assert!(lines || !text.contains(['\n', '\t']), "{text:?} is not one line");
    }
    for block in &article.blocks {
        assert!(
            matches!(block.kind, BlockKind::Table { .. }) || !block.text.contains('\t'),
            "{:?}",
            block.text
        );
        for it in &block.inlines {
            assert!(it.start < it.end && it.end <= block.text.len(), "{it:?} of {:?}", block.text);
            assert!(block.text.is_char_boundary(it.start) && block.text.is_char_boundary(it.end));
        }
    }
}

/// Pieces of which hostile text is made.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "\u{1B}[2J",
        "\u{1B}]0;x\u{7}",
        "\u{1B}]8;;http://x.example\u{1B}\\",
        "\u{9B}31m",
        "\u{9D}x\u{9C}",
        "\u{202E}",
        "\u{2066}",
        "&#x1B;[31m",
        "&#27;",
        "&#x9B;",
        "&amp;#27;",
        "\u{0}",
        "\u{7F}",
        "\u{2028}",
        "\u{FEFF}",
        "\u{E0041}",
        "\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
        "word ",
        "# ",
        "- ",
        "> ",
        "*",
        "**",
        "`",
        "```\n",
        "\n",
        "\n\n",
        "\r",
        "\t",
        "| a | b |\n|--|--|\n",
        "[a](http://x.example/\u{1B}y)",
        "![b](x)",
        "<p>",
        "<br>",
        "---\n",
        "title: \u{1B}[1mT\n",
        "url: https://x.example/a\u{7}b\n",
        "Title: x\n",
        "By A\u{202E}B\n",
        "日本語",
        "می\u{200C}خواهم",
        "👩\u{200D}👧",
        "(ab/cd)",
        "[Gambas:\u{1B}x]",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|it| it.concat())
}

proptest! {
    #[test]
    fn any_bytes_become_a_safe_article(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for form in FORMS {
            assert_safe(&read(&bytes, form));
        }
    }

    #[test]
    fn hostile_text_becomes_a_safe_article(text in hostile()) {
        for form in FORMS {
            assert_safe(&read(text.as_bytes(), form));
        }
    }
}

#[test]
fn what_stacks_or_runs_on_is_read_in_linear_time() {
    // Each would take minutes at a cost that grows with the square.
    let n = 50_000;
    for text in [
        "a".repeat(n),
        "\u{1B}]".repeat(n),
        "\u{9D}x".repeat(n),
        "(a/".repeat(n),
        "[".repeat(n),
        "a\n".repeat(n),
        "Baca juga\n\n".repeat(n / 10),
        "Title: a\n".repeat(n / 10),
        format!("a{}", "\u{301}".repeat(n)),
        "👩\u{200D}".repeat(n),
        "> ".repeat(n / 10),
        "The same sentence stands here again and again, and is long enough for it.\n\n".repeat(n / 100),
    ] {
        assert_safe(&read(text.as_bytes(), Form::Plain));
    }
    for text in
        ["words &amp; ".repeat(4 * n), "«x» ".repeat(4 * n), "&nbsp;".repeat(4 * n), "a < & ".repeat(4 * n)]
    {
        assert_safe(&read(text.as_bytes(), Form::Html));
    }
}

const TEXT: &str = "Café am Fluß öffnet wieder\n\nDas Café am Fluß öffnet am Montag wieder, sagte die Wirtin „Änne“ Müller.\n\nEs gibt Kuchen.\n";

#[test]
fn an_article_keeps_its_id_however_it_is_stored() {
    let id = read(TEXT.as_bytes(), Form::Plain).id;
    let latin: Vec<u8> = TEXT
        .chars()
        .map(|c| match c {
            '„' => 0x84,
            '“' => 0x93,
            c => u8::try_from(u32::from(c)).unwrap(),
        })
        .collect();
    let wide: Vec<u8> =
        std::iter::once(0xFEFF).chain(TEXT.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let misread: String = TEXT.bytes().map(windows_1252).collect();
    for bytes in [
        TEXT.replace('\n', "\r\n").into_bytes(),
        TEXT.replace('\n', "\r").into_bytes(),
        format!("\u{FEFF}{TEXT}").into_bytes(),
        format!("\n\n  {}  \n", TEXT.replace(' ', "  ")).into_bytes(),
        TEXT.replace("é", "e\u{301}").into_bytes(),
        latin,
        wide,
        misread.into_bytes(),
    ] {
        assert_eq!(read(&bytes, Form::Plain).id, id, "{}", String::from_utf8_lossy(&bytes));
    }
    assert_ne!(read(TEXT.replace("Montag", "Dienstag").as_bytes(), Form::Plain).id, id);
}

/// A byte as windows-1252 has it.
fn windows_1252(byte: u8) -> char {
    match byte {
        0x84 => '„',
        0x80 => '€',
        0x9C => 'œ',
        0x9E => 'ž',
        0x9F => 'Ÿ',
        it => char::from(it),
    }
}
