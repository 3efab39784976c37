use super::*;

fn blocks(text: &str) -> Vec<(BlockKind, String)> {
    read(text, None).blocks.into_iter().map(|it| (it.kind, it.text)).collect()
}

#[test]
fn every_block_has_its_kind() {
    let text = "# Title\n\nOne *two*\nthree.\\\nfour\n\n## Part\n\n- a\n- b\n\n  more b\n  1. c\n- d\n\n> said\n> so\n\n```rust\nfn x() {\n    y\n}\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\n![A boat](boat.jpg)";
    let item = |depth, marker| BlockKind::ListItem { depth, marker };
    assert_eq!(
        blocks(text),
        [
            (BlockKind::Heading(1), "Title".to_owned()),
            (BlockKind::Paragraph, "One two three.\nfour".to_owned()),
            (BlockKind::Heading(2), "Part".to_owned()),
            (item(0, Marker::Bullet), "a".to_owned()),
            (item(0, Marker::Bullet), "b".to_owned()),
            (item(0, Marker::Continued), "more b".to_owned()),
            (item(1, Marker::Number(1)), "c".to_owned()),
            (item(0, Marker::Bullet), "d".to_owned()),
            (BlockKind::Paragraph, "said so".to_owned()),
            (BlockKind::Code { language: Some("rust".to_owned()) }, "fn x() {\n    y\n}".to_owned()),
            (BlockKind::Table { header: true }, "a\tb\n1\t2".to_owned()),
            (BlockKind::Rule, String::new()),
            (BlockKind::Image { alt: "A boat".to_owned(), link: None }, String::new()),
        ]
    );
}

#[test]
fn inlines_lie_on_their_words() {
    let draft = read(
        "A **bold *and* kind** word, `code`, ~~gone~~ and [here](/a?utm_source=x) or [there](javascript:x), [here](/a).",
        Some("https://news.example/"),
    );
    let block = &draft.blocks[0];
    let found: Vec<_> =
        block.inlines.iter().map(|it| (Span::new(it.start, it.end).slice(&block.text), it.kind)).collect();
    assert_eq!(
        found,
        [
            ("bold and kind", InlineKind::Strong),
            ("and", InlineKind::Emphasis),
            ("code", InlineKind::Code),
            ("gone", InlineKind::Strike),
            ("here", InlineKind::Link(0)),
            ("here", InlineKind::Link(0)),
        ]
    );
    assert_eq!(draft.links, ["https://news.example/a"]);
}

#[test]
fn front_matter_tells_what_the_article_is() {
    let draft = read(
        "---\ntitle: \"The ferry: back\"\ndate: 2026-05-03\nauthor: Joan Ferris\nurl: https://news.example/ferry\nlang: en-GB\ntags:\n  - title: no\n---\n\nThe ferry runs again.\n",
        None,
    );
    assert_eq!(draft.titles, ["The ferry: back"]);
    assert_eq!(draft.byline.as_deref(), Some("Joan Ferris"));
    assert_eq!(draft.url.as_deref(), Some("https://news.example/ferry"));
    assert_eq!(draft.language.map(|it| it.code().to_owned()).as_deref(), Some("en"));
    assert_eq!(draft.published.unwrap().to_string(), "2026-05-03T00:00:00Z");
    assert_eq!(draft.blocks.len(), 1);
    // A rule at the top is none.
    assert_eq!(blocks("---\n\nThe ferry runs again.").len(), 2);
}

#[test]
fn hostile_markdown_is_read_all_the_same() {
    for text in [
        "> ".repeat(5_000),
        "- ".repeat(5_000),
        "[".repeat(5_000),
        "*a ".repeat(5_000),
        "![".repeat(2_000) + &"](x)".repeat(2_000),
        "<div>".repeat(2_000),
        "|a".repeat(2_000) + "\n" + &"|-".repeat(2_000) + "\n|",
        "&#x1B;[31m &#0; &amp;#27;".to_owned(),
    ] {
        let _ = read(&text, None);
    }
}
