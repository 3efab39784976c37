//! The one definition of display width, in terminal cells.
//!
//! Widths are those of whole graphemes, as ratatui sets them into its cells; the
//! sum over characters is another number for emoji sequences and for Arabic.

use std::borrow::Cow;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::span::Span;

/// How many cells a text takes on a terminal.
pub fn cells(text: &str) -> usize {
    if text.bytes().all(|it| (0x20..0x7F).contains(&it)) {
        return text.len();
    }
    let plain = text.chars().try_fold(0, |sum, c| Some(sum + plain_cells(c)?));
    plain.unwrap_or_else(|| measured(text))
}

fn measured(text: &str) -> usize {
    graphemes(text).map(|(_, it)| grapheme_cells(it)).sum()
}

/// The graphemes of a text with their byte offsets.
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    text.grapheme_indices(true)
}

/// The first byte at or after `at` where a grapheme begins or the text ends.
pub fn edge(text: &str, at: usize) -> usize {
    let at = text.ceil_char_boundary(at);
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(false) => cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len()),
        _ => at,
    }
}

/// How many cells one grapheme takes: 0, 1 or 2 in nearly all of them, more in
/// some that hold several letters.
pub fn grapheme_cells(grapheme: &str) -> usize {
    if grapheme.len() == 1 {
        return 1;
    }
    // ratatui gives halfwidth sound marks a cell of their own on top of what
    // unicode-width says, and it is ratatui that sets the text:
    // <https://github.com/ratatui/ratatui/pull/2188>.
    let marks = grapheme.chars().filter(|it| matches!(it, '\u{FF9E}' | '\u{FF9F}')).count();
    #[expect(clippy::disallowed_methods, reason = "the one caller")]
    let width = unicode_width::UnicodeWidthStr::width(grapheme);
    width + marks
}

/// Whether each character of a text is a grapheme of its own in one cell.
pub fn is_plain(text: &str) -> bool {
    text.chars().all(|it| plain_cells(it) == Some(1))
}

/// The longest beginning of a text that takes no more than so many cells, in
/// whole graphemes.
pub fn prefix(text: &str, cells: usize) -> Span {
    plain_prefix(text, cells).unwrap_or_else(|| measured_prefix(text, cells))
}

/// The same without a look for graphemes; `None` where one is needed.
fn plain_prefix(text: &str, cells: usize) -> Option<Span> {
    let mut left = cells;
    for (at, c) in text.char_indices() {
        match left.checked_sub(plain_cells(c)?) {
            Some(rest) => left = rest,
            None => return Some(Span::new(0, at)),
        }
    }
    Some(Span::of(text))
}

fn measured_prefix(text: &str, cells: usize) -> Span {
    let mut left = cells;
    for (at, grapheme) in graphemes(text) {
        match left.checked_sub(grapheme_cells(grapheme)) {
            Some(rest) => left = rest,
            None => return Span::new(0, at),
        }
    }
    Span::of(text)
}

/// A text in no more than so many cells: as it is where it fits, else cut
/// between graphemes and ended by `…`. No cells give no text.
pub fn fit(text: &str, cells: usize) -> Cow<'_, str> {
    let whole = prefix(text, cells);
    if whole.end == text.len() {
        return Cow::Borrowed(text);
    }
    let Some(room) = cells.checked_sub(1) else { return Cow::Borrowed("") };
    let kept = prefix(text, room).slice(text);
    Cow::Owned(format!("{}…", kept.trim_end()))
}

/// The cells of a character that is a grapheme of its own among others of its
/// kind: Latin, Greek and Cyrillic letters, the punctuation of news text, kana, Han and Hangul
/// syllables. `None` for all others, which need what stands around them.
fn plain_cells(c: char) -> Option<usize> {
    match c {
        ' '..='~'
        | '\u{A0}'..='\u{AC}'
        | '\u{AE}'..='\u{2FF}'
        | 'Α'..='Ρ'
        | 'Σ'..='ώ'
        | '\u{400}'..='\u{481}'
        | '\u{2010}'..='\u{2022}'
        | '…' => Some(1),
        '\u{3000}'..='\u{3020}'
        | '\u{3041}'..='\u{3096}'
        | '\u{309B}'..='\u{30FF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{FF01}'..='\u{FF60}' => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    /// Where ratatui stands after it has set a text.
    fn set_by_ratatui(text: &str) -> usize {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 400, 1));
        usize::from(buffer.set_stringn(0, 0, text, 400, Style::new()).0)
    }

    #[test]
    fn widths_are_those_that_ratatui_sets() {
        for text in [
            "plain",
            "“curly” — dash…",
            "café",
            "cafe\u{301}",
            "港の灯り",
            "ｶﾞｷﾞ",
            "가각 한글",
            "👩‍👩‍👧 🇮🇩 👍🏽 ❤",
            "עברית שלום",
            "السلام لا",
            "สวัสดีครับ น้ำ",
            "नमस्ते क्षत्रिय",
            "ﬁ ß ﷺ",
            "½ © ® ° ×",
            "\u{AD}",
            "a\u{200D}b",
        ] {
            assert_eq!(cells(text), set_by_ratatui(text), "{text}");
            for (_, grapheme) in graphemes(text) {
                assert_eq!(cells(grapheme), set_by_ratatui(grapheme), "{grapheme} of {text}");
            }
        }
    }

    #[test]
    fn cutting_keeps_graphemes_whole_and_says_so() {
        for (text, cells, fitted) in [
            ("harbor", 6, "harbor"),
            ("harbor", 5, "harb…"),
            ("old harbor", 5, "old…"),
            ("harbor", 1, "…"),
            ("harbor", 0, ""),
            ("", 0, ""),
            ("港の灯り", 8, "港の灯り"),
            ("港の灯り", 7, "港の灯…"),
            ("港の灯り", 6, "港の…"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
            ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…"),
        ] {
            assert_eq!(fit(text, cells), fitted, "{text} in {cells}");
        }
    }

    #[test]
    fn edges_are_where_graphemes_begin() {
        let text = "ae\u{301}👍🏽b";
        for (at, expected) in [(0, 0), (1, 1), (2, 4), (3, 4), (4, 4), (8, 12), (12, 12), (13, 13), (99, 13)]
        {
            assert_eq!(edge(text, at), expected, "{at}");
        }
    }

    #[test]
    fn the_short_way_measures_as_the_long_one() {
        for c in ('\0'..=char::MAX).filter(|it| plain_cells(*it).is_some()) {
            assert_eq!(plain_cells(c), Some(measured(c.encode_utf8(&mut [0; 4]))), "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_as_wide_as_ratatui_sets_it(
            text in "([^\\p{Cc}\\p{Cn}\\p{Co}]|[a-z港のが각“—\u{301}\u{3099}\u{FF9E}]){0,40}"
        ) {
            prop_assert_eq!(cells(&text), set_by_ratatui(&text));
        }

        #[test]
        fn the_short_way_cuts_as_the_long_one(
            text in "([ -~äßéñø“”—…港の각]|\u{301}|\\PC){0,40}", room in 0_usize..50
        ) {
            prop_assert_eq!(prefix(&text, room), measured_prefix(&text, room));
        }

        #[test]
        fn a_fitted_text_fits(text in "\\PC{0,40}", room in 0_usize..30) {
            prop_assert!(cells(&fit(&text, room)) <= room);
        }
    }
}
