//! Right-to-left text: which way a paragraph runs, and visual order of a row.
//! UAX #9, its levels from `unicode-bidi`; reordering, mirroring and what is
//! kept whole are here, since they are by row and by grapheme.

use std::borrow::Cow;

use unicode_bidi::{BidiInfo, Level};

use super::span::Span;
use super::width;

/// The directions of a text, for any number of rows of it.
#[derive(Debug)]
pub struct Directions {
    /// By byte of the text; empty where nothing runs from right to left.
    levels: Vec<Level>,
    /// The paragraphs (lines of the source) and whether each runs from right to
    /// left, by start.
    paragraphs: Vec<(usize, Level)>,
}

/// A stretch of a row that runs one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    pub span: Span,
    pub rtl: bool,
    level: Level,
}

/// Whether a text as a whole runs from right to left: its first strong
/// character says so (rules P2 and P3). Text without one runs from left to right.
pub fn is_rtl(text: &str) -> bool {
    !text.is_ascii() && unicode_bidi::get_base_direction(text) == unicode_bidi::Direction::Rtl
}

impl Directions {
    /// Resolves the levels of a text. Every line of it is a paragraph of its own,
    /// and runs the way of the text as a whole where nothing in it is strong.
    pub fn of(text: &str) -> Self {
        if !text.chars().any(may_be_rtl) {
            return Self { levels: Vec::new(), paragraphs: Vec::new() };
        }
        let neutral = BidiInfo::new(text, None);
        let whole = if is_rtl(text) { Level::rtl() } else { Level::ltr() };
        let paragraphs = neutral.paragraphs.iter().map(|it| {
            let words = Span::from(it.range.clone()).slice(text);
            let mixed = unicode_bidi::get_base_direction(words) == unicode_bidi::Direction::Mixed;
            (it.range.start, if mixed { whole } else { it.level })
        });
        let paragraphs = paragraphs.collect();
        Self::new(text, neutral.levels, paragraphs)
    }

    /// The same for code, which begins at the left whatever is in it.
    pub fn of_code(text: &str) -> Self {
        if !text.chars().any(may_be_rtl) {
            return Self { levels: Vec::new(), paragraphs: Vec::new() };
        }
        let info = BidiInfo::new(text, Some(Level::ltr()));
        Self::new(text, info.levels, Vec::new())
    }

    fn new(text: &str, mut levels: Vec<Level>, paragraphs: Vec<(usize, Level)>) -> Self {
        // What is drawn in one cell cannot stand in two places.
        for (at, grapheme) in width::graphemes(text).filter(|(_, it)| it.len() > 1) {
            if let Some([first, rest @ ..]) = levels.get_mut(at..at + grapheme.len()) {
                rest.fill(*first);
            }
        }
        Self { levels, paragraphs }
    }

    /// Whether all of the text runs from left to right.
    pub fn is_plain(&self) -> bool {
        self.levels.is_empty()
    }

    /// Whether the paragraph around a byte runs from right to left.
    pub fn is_rtl_at(&self, byte: usize) -> bool {
        self.base(byte).is_rtl()
    }

    /// A row of the text, cut at `cuts` (ascending) and where the direction
    /// changes, in visual order from left to right.
    pub fn order(&self, row: Span, cuts: impl Iterator<Item = usize>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut start = row.start;
        let ends = cuts.filter(|it| (row.start + 1..row.end).contains(it)).chain([row.end]);
        for end in ends {
            self.part(Span::new(start, end), &mut pieces);
            start = end;
        }
        if pieces.iter().all(|it| it.level == Level::ltr()) {
            return pieces;
        }
        let levels: Vec<Level> = pieces.iter().map(|it| it.level).collect();
        // L2 over pieces is L2 over characters: a piece has one level.
        BidiInfo::reorder_visual(&levels).into_iter().filter_map(|it| pieces.get(it).copied()).collect()
    }

    fn base(&self, byte: usize) -> Level {
        let after = self.paragraphs.partition_point(|(start, _)| *start <= byte);
        after.checked_sub(1).and_then(|it| self.paragraphs.get(it)).map_or_else(Level::ltr, |it| it.1)
    }

    fn part(&self, span: Span, pieces: &mut Vec<Piece>) {
        let Some(levels) = self.levels.get(span.start..span.end) else {
            pieces.push(Piece { span, rtl: false, level: Level::ltr() });
            return;
        };
        let mut start = span.start;
        for run in levels.chunk_by(|a, b| a == b) {
            let level = run.first().copied().unwrap_or_else(Level::ltr);
            let end = start + run.len();
            pieces.push(Piece { span: Span::new(start, end), rtl: level.is_rtl(), level });
            start = end;
        }
    }
}

/// One line as it stands on the screen: cut to so many cells with `…`, and in
/// visual order where kabar orders it.
pub fn line(text: &str, cells: usize, reorder: bool) -> Cow<'_, str> {
    let text = width::fit(text, cells);
    if !reorder || !text.chars().any(may_be_rtl) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for piece in Directions::of(&text).order(Span::of(&text), std::iter::empty()) {
        let words = piece.span.slice(&text);
        if piece.rtl { push_reversed(words, &mut out) } else { out.push_str(words) }
    }
    out.into()
}

/// The graphemes of a text from last to first, each whole, brackets and
/// guillemets mirrored (rule L4), appended to `out`. As many bytes are appended
/// as the text has.
pub fn push_reversed(text: &str, out: &mut String) {
    for (_, grapheme) in width::graphemes(text).rev() {
        let mut chars = grapheme.chars();
        match (chars.next(), chars.next()) {
            (Some(only), None) => out.push(mirrored(only)),
            _ => out.push_str(grapheme),
        }
    }
}

/// Whether a character can make text run from right to left: Hebrew, Arabic and
/// their neighbors, and the marks for it.
fn may_be_rtl(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8FF}' | '\u{200F}' | '\u{202B}' | '\u{202E}' | '\u{2067}'
        | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// The character that looks like `c` in a mirror. From `BidiMirroring.txt`
/// (Unicode 16), the pairs that prose has. Curly quotation marks are not among
/// them: they stand as typed.
fn mirrored(c: char) -> char {
    const PAIRS: [(char, char); 18] = [
        ('(', ')'),
        ('<', '>'),
        ('[', ']'),
        ('{', '}'),
        ('«', '»'),
        ('‹', '›'),
        ('≤', '≥'),
        ('≪', '≫'),
        ('⟦', '⟧'),
        ('⟨', '⟩'),
        ('⟪', '⟫'),
        ('〈', '〉'),
        ('《', '》'),
        ('「', '」'),
        ('『', '』'),
        ('【', '】'),
        ('（', '）'),
        ('［', '］'),
    ];
    if c.is_alphabetic() {
        return c;
    }
    let pair = PAIRS.iter().find(|(a, b)| *a == c || *b == c);
    pair.map_or(c, |(a, b)| if *a == c { *b } else { *a })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text as one row, as it stands on a screen from left to right.
    fn shown(text: &str) -> String {
        line(text, usize::MAX, true).into_owned()
    }

    #[test]
    fn rows_are_shown_in_visual_order() {
        for (text, expected) in [
            ("plain “text”", "plain “text”"),
            ("שלום עולם", "םלוע םולש"),
            // Numbers and foreign words keep their own order.
            ("שלום 123 עולם", "םלוע 123 םולש"),
            ("she said שלום today", "she said םולש today"),
            ("הוא אמר hello world לי", "יל hello world רמא אוה"),
            // Brackets and guillemets open to the right side.
            ("אמר (לנו) «כן»", "«ןכ» (ונל) רמא"),
            // A point with its letter is one grapheme, and stays one.
            ("שָׁב", "בשָׁ"),
            // The full stop of a right-to-left paragraph stands at its left.
            ("שלום.", ".םולש"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn the_first_strong_character_gives_the_direction() {
        assert!(is_rtl("“שלום” hello"));
        assert!(is_rtl("12. مرحبا"));
        assert!(!is_rtl("hello שלום"));
        assert!(!is_rtl("12 — …"));
        let lines = Directions::of("שלום\n12\nhello");
        assert!(lines.is_rtl_at(0));
        assert!(lines.is_rtl_at("שלום\n1".len()));
        assert!(!lines.is_rtl_at("שלום\n12\nh".len()));
    }

    #[test]
    fn cuts_part_a_row_without_changing_its_order() {
        let text = "אבג דהו";
        let cut = "אבג ".len();
        let row = Directions::of(text).order(Span::of(text), [cut].into_iter());
        let words: Vec<&str> = row.iter().map(|it| it.span.slice(text)).collect();
        assert_eq!(words, ["דהו", "אבג "]);
    }
}
