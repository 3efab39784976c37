//! Right-to-left text: which way a paragraph runs, and visual order of a row.

use std::borrow::Cow;

/// One line as it stands on the screen, cut to so many cells with `…`; in visual
/// order where kabar orders it.
pub fn line(text: &str, cells: usize, _reorder: bool) -> Cow<'_, str> {
    super::width::fit(text, cells)
}
