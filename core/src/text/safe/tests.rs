use super::*;
use crate::article::{Inline, InlineKind};
use proptest::prelude::*;

#[test]
fn what_a_terminal_obeys_goes_with_its_whole_sequence() {
    for (input, expected) in [
        ("A\u{1B}[2J\u{1B}[31mB", "AB"),
        ("\u{1B}]0;pwn\u{7}title", "title"),
        ("\u{1B}]8;;http://evil.example\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
        ("\u{1B}]52;c;aGk=\u{9C}x", "x"),
        ("\u{1B}Pq#0;2;0\u{1B}\\x", "x"),
        ("\u{1B}_Gf=24;AAAA\u{1B}\\x", "x"),
        ("a\u{9B}31mb\u{9D}2;t\u{7}c", "abc"),
        ("\u{1B}(Bplain", "plain"),
        ("\u{1B}c \u{1B}7 x", "x"),
        ("a\u{1B}", "a"),
        // Not a sequence: only the control goes.
        ("\u{1B}Hello", "Hello"),
        ("\u{1B}]no end", "]no end"),
        ("\u{1B}[31", "[31"),
        ("a\u{7}b\u{8}c\u{0}d\u{7F}e\u{80}f", "abcdef"),
        ("\u{1B}\u{200B}[2J", "[2J"),
    ] {
        assert_eq!(line(input), expected, "{input:?}");
    }
}

#[test]
fn what_no_reader_sees_goes() {
    for (input, expected) in [
        ("gpj\u{202E}exe.", "gpjexe."),
        ("\u{2066}a\u{2069}\u{200E}b\u{200F}c\u{61C}", "abc"),
        ("zero\u{200B}width\u{FEFF}\u{2060}\u{2064}", "zerowidth"),
        ("hy\u{AD}phen", "hyphen"),
        ("a\u{FFF9}b\u{FFFB}\u{FFFC}c", "abc"),
        ("tag\u{E0041}\u{E007F}", "tag"),
        ("non\u{FFFE}\u{1FFFF}\u{FDD0}char", "nonchar"),
        ("\u{3164}\u{115F}fill\u{1160}\u{FFA0}er", "filler"),
        ("❤\u{FE0F}", "❤"),
        ("x\u{34F}y", "xy"),
        ("bad \u{FFFD} byte", "bad \u{FFFD} byte"),
    ] {
        assert_eq!(line(input), expected, "{input:?}");
    }
}

#[test]
fn joiners_stay_where_a_script_or_an_emoji_needs_them() {
    for (input, expected) in [
        ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ("क्\u{200D}ष", "क्\u{200D}ष"),
        ("👩\u{200D}👧", "👩\u{200D}👧"),
        ("👩🏽\u{200D}🚀", "👩🏽\u{200D}🚀"),
        ("❤\u{FE0F}\u{200D}🔥", "❤\u{200D}🔥"),
        ("la\u{200D}tin", "latin"),
        ("\u{200C}می", "می"),
        ("می\u{200C} ", "می"),
        ("می\u{200C}\u{200C}خ", "می\u{200C}خ"),
    ] {
        assert_eq!(line(input), expected, "{input:?}");
    }
}

#[test]
fn what_stacks_is_bounded() {
    let zalgo = format!("a{}b", "\u{301}".repeat(2000));
    assert_eq!(line(&zalgo).chars().count(), 2 + MOST_MARKS);
    let chain = vec!["👩"; 500].join("\u{200D}");
    let joined = line(&chain).into_owned();
    let longest = crate::text::width::graphemes(&joined).map(|(_, it)| it.chars().count()).max();
    assert_eq!(longest, Some(2 * MOST_JOINERS + 1));
    assert_eq!(line(&"\u{1100}".repeat(100)).chars().count(), MOST_JAMO);
    assert_eq!(line("\u{301}no base"), "no base");
    // Vietnamese, pointed Hebrew and decomposed Korean are whole.
    for text in ["vie\u{302}\u{323}t", "בְּרֵאשִׁ֖ית", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"]
    {
        assert_eq!(line(text), text);
    }
}

#[test]
fn white_space_is_what_the_form_asks_for() {
    assert_eq!(line("  one\r\ntwo\u{2028}three\t four  "), "one two three four");
    assert_eq!(prose("one \r\n  two\rthree\n\n\n\nfour\n"), "one\ntwo\nthree\n\nfour");
    assert_eq!(cells("a \t b\nc\t\td"), "a\t b\nc\t\td".replace("\t ", "\t"));
    assert_eq!(code("\tx\n  \ty\u{A0}z\n"), "    x\n    y z");
    assert_eq!(prose("full\u{3000}width\u{2003}em"), "full width em");
}

#[test]
fn no_break_spaces_stay_where_they_have_a_reason() {
    for (input, expected) in [
        ("«\u{202F}Oui\u{A0}», dit-il", "«\u{A0}Oui\u{A0}», dit-il"),
        ("10\u{202F}000 euros\u{A0}!", "10\u{A0}000 euros\u{A0}!"),
        ("from\u{A0}page\u{A0}layout", "from page layout"),
        ("two\u{A0}\u{A0}of them", "two of them"),
    ] {
        assert_eq!(line(input), expected, "{input:?}");
    }
}

#[test]
fn safe_text_is_handed_back_as_it_is() {
    for text in ["", "plain words", "“curly” – Ümläut, 日本語。"] {
        assert!(matches!(line(text), Cow::Borrowed(_)), "{text}");
    }
    assert!(matches!(prose("two\nlines"), Cow::Borrowed(_)));
    assert!(matches!(code("  if x {\n\n    y\n"), Cow::Owned(_)));
    assert!(matches!(code("  if x {\n\n    y"), Cow::Borrowed(_)));
}

#[test]
fn inlines_move_with_their_words() {
    let mut it = Block::new(BlockKind::Paragraph, "\u{200B} a \u{1B}[1mbold\u{1B}[0m\u{200B}  word\u{200B}");
    let (bold, word) = (it.text.find("bold").unwrap(), it.text.find("word").unwrap());
    let inline = |start, end, kind| Inline { start, end, kind };
    it.inlines = vec![
        inline(0, 3, InlineKind::Strike),
        inline(bold, bold + 4, InlineKind::Strong),
        inline(word, it.text.len(), InlineKind::Link(0)),
    ];
    block(&mut it);
    assert_eq!(it.text, "a bold word");
    assert_eq!(it.inlines, [inline(2, 6, InlineKind::Strong), inline(7, 11, InlineKind::Link(0))]);
}

/// Characters that the rules tell apart, many to a string.
fn tricky() -> impl Strategy<Value = String> {
    let some = prop::sample::select(vec![
        "a", "7", "ی", "क", "्", "👩", "🏽", "\u{301}", "\u{200C}", "\u{200D}", "\u{200B}", " ", "\u{A0}",
        "\n", "\r", "\t", "«", "»", ":", "\u{1B}", "[", "]", "m", "\u{9B}", "\u{9D}", "\u{9C}", "\u{7}",
        "\\", "\u{1100}", "\u{1161}", "\u{FE0F}", "\u{2028}", "\u{202E}", "—",
    ]);
    prop::collection::vec(some, 0..24).prop_map(|it| it.concat())
}

proptest! {
    #[test]
    fn cleaning_twice_changes_nothing(text in prop_oneof![tricky(), any::<String>()]) {
        for form in [line, prose, cells, code] {
            let once = form(&text).into_owned();
            prop_assert_eq!(form(&once), once.as_str());
            prop_assert!(!once.chars().any(is_forbidden), "{:?}", once);
        }
        prop_assert!(!line(&text).contains(['\n', '\t']));
        prop_assert!(!prose(&text).contains('\t') && !code(&text).contains('\t'));
    }

    #[test]
    fn a_block_comes_out_as_its_text_does(text in tricky()) {
        let mut it = Block::new(BlockKind::Paragraph, text.clone());
        it.inlines = text.char_indices().zip(text.char_indices().skip(1))
            .map(|((a, _), (b, _))| Inline { start: a, end: b, kind: InlineKind::Strong }).collect();
        block(&mut it);
        prop_assert_eq!(&it.text, &prose(&text));
        for inline in &it.inlines {
            prop_assert!(it.text.is_char_boundary(inline.start) && it.text.is_char_boundary(inline.end));
        }
    }
}
