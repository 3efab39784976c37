use proptest::prelude::*;

use super::*;

fn lines(text: &str, width: usize) -> Vec<&str> {
    wrap(text, width).into_iter().map(|it| it.slice(text)).collect()
}

#[test]
fn lines_break_where_they_may() {
    for (text, width, expected) in [
        ("", 10, &[""][..]),
        ("one", 10, &["one"]),
        ("one two three", 8, &["one two", "three"]),
        (
            "To be, or not to be: that is the question",
            10,
            &["To be,", "or not to", "be: that", "is the", "question"],
        ),
        // White space at line ends goes, inside of lines and before them it stays.
        ("one  two   ", 10, &["one  two"]),
        ("  indented verse", 10, &["  indented", "verse"]),
        ("a\nb", 10, &["a", "b"]),
        ("a\n\nb\n", 10, &["a", "", "b"]),
        ("a \n b", 10, &["a", " b"]),
        // No-break space and no-break hyphen hold.
        ("to 5\u{A0}kg of it", 6, &["to", "5\u{A0}kg", "of it"]),
        // Compounds break after their hyphens, dashes keep to the word before.
        ("well-known sea-side", 10, &["well-known", "sea-side"]),
        ("well-known sea-side", 9, &["well-", "known", "sea-side"]),
        // A word longer than the line.
        ("a incomprehensibilities b", 8, &["a", "incompre", "hensibil", "ities b"]),
        // An address starts a line of its own before it is split, and is not
        // split where it fits.
        ("see https://example.org/a/b now", 25, &["see", "https://example.org/a/b", "now"]),
        ("see https://example.org/a/b", 12, &["see", "https://exam", "ple.org/a/b"]),
        ("see www.example.org/one/two", 24, &["see", "www.example.org/one/two"]),
        ("https://example.org/aを見てから帰る", 21, &["https://example.org/a", "を見てから帰る"]),
        // Kinsoku: no full stop or closing bracket at the start of a line, no
        // opening one at the end.
        ("港の灯りが消えた。", 16, &["港の灯りが消え", "た。"]),
        ("彼は「帰る」と言う", 10, &["彼は「帰", "る」と言う"]),
        // Thai: between graphemes, vowels with their consonants.
        ("สวัสดีครับ", 4, &["สวัสดี", "ครับ"]),
        ("เรือไปแล้ว", 5, &["เรือไป", "แล้ว"]),
    ] {
        assert_eq!(lines(text, width), expected, "{text} in {width}");
    }
}

#[test]
fn titles_are_balanced() {
    let title = "Harbor town votes to keep its last ferry running";
    let width = balance(title, 44);
    assert_eq!(lines(title, width), ["Harbor town votes to keep", "its last ferry running"]);
    assert_eq!(balance("Short", 40), 20);
}

#[test]
fn nothing_is_too_narrow() {
    for width in 0..4 {
        assert!(!wrap("a 港 👩‍👩‍👧\n\t“q” \u{301}", width).is_empty());
    }
    assert_eq!(lines("港港", 1), ["港", "港"]);
}

#[test]
fn a_paragraph_too_long_to_balance_is_filled() {
    let text = "word ".repeat(BALANCED + 1);
    let set = wrap(&text, 14);
    assert_eq!(set.len(), (BALANCED + 1).div_ceil(3));
}

fn prose() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[a-zé]{1,9}[,.]?",
        1 => "[港のが。「」、]{1,8}",
        1 => "[ก-ฮะ-ูเ-ไ]{1,9}",
        1 => "https?://[a-z./?=&-]{1,30}",
        1 => "[א-ת]{1,7}",
        1 => Just("👩‍👩‍👧—“x”".to_owned()),
        1 => "\\PC{1,5}",
    ];
    let space = prop_oneof![9 => Just(" "), 1 => Just("\n"), 1 => Just("  "), 1 => Just("")];
    prop::collection::vec((word, space), 0..40)
        .prop_map(|it| it.into_iter().map(|(word, space)| word + space).collect())
}

proptest! {
    #[test]
    fn no_line_is_too_long_nothing_is_lost_and_order_is_kept(text in prose(), width in 2_usize..50) {
        let set = wrap(&text, width);
        let mut last = 0;
        for line in &set {
            let words = line.slice(&text);
            let single = width::graphemes(words).count() == 1;
            prop_assert!(width::cells(words) <= width || single, "{words:?}");
            prop_assert!(line.start >= last);
            prop_assert!(Span::new(last, line.start).slice(&text).trim().is_empty());
            last = line.end;
        }
        prop_assert!(Span::new(last, text.len()).slice(&text).trim().is_empty());
    }

    #[test]
    fn balancing_adds_no_line(text in "([a-z]{1,9} ){1,12}", width in 10_usize..60) {
        prop_assert_eq!(wrap(&text, balance(&text, width)).len(), wrap(&text, width).len());
    }
}
