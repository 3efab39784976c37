//! The one definition of display width, in terminal cells.

use unicode_segmentation::UnicodeSegmentation;

/// How many cells a text takes on a terminal.
pub fn cells(text: &str) -> usize {
    graphemes(text).map(|(_, it)| grapheme_cells(it)).sum()
}

/// The graphemes of a text with their byte offsets.
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    text.grapheme_indices(true)
}

/// How many cells one grapheme takes: 0, 1 or 2.
pub fn grapheme_cells(grapheme: &str) -> usize {
    #[expect(clippy::disallowed_methods, reason = "the one caller")]
    unicode_width::UnicodeWidthStr::width(grapheme)
}

/// A text cut to so many cells, with `…` where something was cut.
pub fn fit(text: &str, room: usize) -> std::borrow::Cow<'_, str> {
    if cells(text) <= room {
        return text.into();
    }
    let mut out = String::new();
    let mut used = 0;
    for (_, grapheme) in graphemes(text) {
        used += grapheme_cells(grapheme);
        if used + 1 > room {
            break;
        }
        out.push_str(grapheme);
    }
    out.push('…');
    out.into()
}
