//! A byte range of some text: the only code that slices a `str`.

use std::ops::Range;

/// Bytes `start..end` of a text, on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    /// `end` is never before `start`: a range the wrong way round is empty.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    pub fn of(text: &str) -> Self {
        Self { start: 0, end: text.len() }
    }

    pub fn len(self) -> usize {
        self.end - self.start
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn contains(self, byte: usize) -> bool {
        (self.start..self.end).contains(&byte)
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// What both cover; `None` where they share nothing.
    pub fn intersect(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Self { start, end })
    }

    /// The same range counted from `base`, which must not lie after its start.
    #[must_use]
    pub fn relative_to(self, base: usize) -> Self {
        Self { start: self.start.saturating_sub(base), end: self.end.saturating_sub(base) }
    }

    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// The words of the range. A range that leaves the text is cut to it, and
    /// one that ends inside of a character is widened to whole ones, so that no
    /// input panics.
    #[expect(clippy::string_slice, reason = "the one place that slices; both ends are on boundaries")]
    pub fn slice(self, text: &str) -> &str {
        let start = text.floor_char_boundary(self.start);
        let end = text.ceil_char_boundary(self.end.max(start));
        &text[start..end]
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slicing_never_panics_and_keeps_characters_whole() {
        let text = "a“b”";
        assert_eq!(Span::new(1, 4).slice(text), "“");
        assert_eq!(Span::new(2, 3).slice(text), "“");
        assert_eq!(Span::new(5, 99).slice(text), "”");
        assert_eq!(Span::new(98, 99).slice(text), "");
        assert_eq!(Span::new(3, 1), Span { start: 3, end: 3 });
    }

    #[test]
    fn touching_ranges_share_nothing() {
        let (a, b) = (Span::new(0, 3), Span::new(3, 5));
        assert!(!a.overlaps(b));
        assert_eq!(a.intersect(b), None);
        assert_eq!(a.intersect(Span::new(2, 9)), Some(Span::new(2, 3)));
    }
}
