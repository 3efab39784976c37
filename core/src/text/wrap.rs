//! Lines of a measured width: optimal-fit wrapping over our own fragments.
//!
//! Where a line may end is UAX #14 (`unicode-linebreak`), which knows Chinese
//! and Japanese with their rules for line ends (kinsoku); which of those places
//! are taken is Knuth and Plass's choice (`textwrap`); how wide anything is,
//! [`super::width`] says.

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};
use unicode_linebreak::{BreakClass, BreakOpportunity, break_property, linebreaks};

use super::span::Span;
use super::width;

/// Breaks a text into lines of at most `width` cells, in order, white space at
/// line ends left out, and one line for an empty text. A line is longer only
/// where a single grapheme is.
///
/// Lines are balanced over the paragraph up to [`BALANCED`] fragments; beyond,
/// each is filled as far as it goes, so that time stays linear.
pub fn wrap(text: &str, width: usize) -> Vec<Span> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut words = Vec::new();
    let mut fragments = Fragments::new(text, width);
    for (end, opportunity) in linebreaks(text) {
        fragments.push(end, &mut words);
        if opportunity == BreakOpportunity::Mandatory {
            let after = fragments.close(end, &mut words);
            set(&words, width, &mut lines);
            if words.is_empty() {
                lines.push(Span::new(after, after));
            }
            words.clear();
        }
    }
    if lines.is_empty() {
        lines.push(Span::default());
    }
    lines
}

/// The smallest width that still sets a text in as few lines as `width` does:
/// titles look better in lines of like length than with one word left over.
pub fn balance(text: &str, width: usize) -> usize {
    // Longer ones are no titles, and every try costs a wrapping.
    if text.len() > 1_000 {
        return width;
    }
    let lines = wrap(text, width).len();
    let (mut low, mut high) = (width / 2, width);
    while low < high {
        let middle = usize::midpoint(low, high);
        let fits = wrap(text, middle);
        if fits.len() <= lines && fits.iter().all(|it| width::cells(it.slice(text)) <= middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    high
}

/// How many fragments a paragraph may have to be balanced: some three thousand
/// words, or as many Japanese characters.
pub const BALANCED: usize = 3_000;

/// What stays together on a line, and the white space after it.
#[derive(Clone, Copy, Debug)]
struct Word {
    span: Span,
    cells: u32,
    space: u32,
}

impl Fragment for Word {
    fn width(&self) -> f64 {
        f64::from(self.cells)
    }

    fn whitespace_width(&self) -> f64 {
        f64::from(self.space)
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

fn set(words: &[Word], width: usize, lines: &mut Vec<Span>) {
    let line = |it: &[Word]| match it {
        [first, .., last] => Some(Span::new(first.span.start, last.span.end)),
        [only] => Some(only.span),
        [] => None,
    };
    let total: usize = words.iter().map(|it| small_usize(it.cells) + small_usize(it.space)).sum();
    let last_space = words.last().map_or(0, |it| small_usize(it.space));
    if total - last_space <= width {
        lines.extend(line(words));
        return;
    }
    let measure = [f64::from(small(width))];
    if words.len() <= BALANCED {
        // Nothing that a gap can cost may outweigh one cell too much.
        let penalties = Penalties {
            overflow_penalty: 1_000_000_000,
            // A last line of one word looks lost; it costs as much as a line that
            // is some thirty cells short, so that a word or two come down to it.
            short_last_line_fraction: 6,
            short_last_line_penalty: 800,
            ..Penalties::new()
        };
        let fits = |it: &&[Word]| it.len() == 1 || taken(it) <= width;
        if let Ok(set) = wrap_optimal_fit(words, &measure, &penalties)
            && set.iter().all(fits)
        {
            lines.extend(set.into_iter().filter_map(line));
            return;
        }
    }
    lines.extend(wrap_first_fit(words, &measure).into_iter().filter_map(line));
}

/// The cells of a line, white space at its end left out.
fn taken(words: &[Word]) -> usize {
    let all: usize = words.iter().map(|it| small_usize(it.cells) + small_usize(it.space)).sum();
    all - words.last().map_or(0, |it| small_usize(it.space))
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn small_usize(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// Cuts a text into words as line-break opportunities come in.
struct Fragments<'a> {
    text: &'a str,
    width: usize,
    /// Where the word that is being gathered begins.
    start: usize,
    /// Whether it is an address: then it is kept whole, though UAX #14 would
    /// part it at every slash.
    address: bool,
}

impl<'a> Fragments<'a> {
    fn new(text: &'a str, width: usize) -> Self {
        Self { text, width, start: 0, address: false }
    }

    /// Takes the opportunity at `end`, unless white space alone or the inside of
    /// an address lies before it.
    fn push(&mut self, end: usize, words: &mut Vec<Word>) {
        let chunk = Span::new(self.start, end).slice(self.text);
        let word = chunk.trim_end();
        if word.is_empty() {
            return;
        }
        let goes_on = word.len() == chunk.len() && self.text.as_bytes().get(end).is_some_and(u8::is_ascii);
        self.address = goes_on && (self.address || begins_address(chunk));
        if self.address {
            return;
        }
        let span = Span::new(self.start, self.start + word.len());
        let space = Span::new(span.end, end).slice(self.text).trim_end_matches(is_line_end);
        self.start = end;
        let cells = width::cells(word);
        let space = width::cells(space);
        if cells > self.width || word.chars().any(is_unspaced) {
            self.split(span, space, words);
        } else {
            words.push(Word { span, cells: small(cells), space: small(space) });
        }
    }

    /// Ends the line at `end`; gives where its words ended.
    fn close(&mut self, end: usize, words: &mut [Word]) -> usize {
        let after = self.start;
        self.start = end;
        words.last().map_or(after, |it| it.span.end)
    }

    /// A word that is wider than a line, in pieces as wide as a line: the first
    /// of them fits on no line that has begun. A word of a script that sets no
    /// spaces between words, in graphemes.
    fn split(&self, word: Span, space: usize, words: &mut Vec<Word>) {
        let mut piece = Span::new(word.start, word.start);
        let mut taken = 0;
        let mut before = None;
        for (at, grapheme) in width::graphemes(word.slice(self.text)) {
            let at = word.start + at;
            let cells = width::grapheme_cells(grapheme);
            let first = grapheme.chars().next();
            let free = before.zip(first).is_some_and(|(a, b)| may_part(a, b));
            if !piece.is_empty() && (taken + cells > self.width || free) {
                words.push(Word { span: piece, cells: small(taken), space: 0 });
                piece = Span::new(at, at);
                taken = 0;
            }
            piece.end = at + grapheme.len();
            taken += cells;
            before = grapheme.chars().next_back();
        }
        words.push(Word { span: piece, cells: small(taken), space: small(space) });
    }
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a chunk without white space is the beginning of an address.
fn begins_address(chunk: &str) -> bool {
    chunk.contains("://") || chunk.trim_start_matches(['(', '<', '[', '“', '"']).starts_with("www.")
}

/// Characters of scripts that write no spaces between words (Thai, Lao, Khmer,
/// Burmese), where UAX #14 asks for a dictionary and finds no break.
fn is_unspaced(c: char) -> bool {
    c > '\u{E00}' && break_property(u32::from(c)) == BreakClass::ComplexContext
}

/// Whether a line may end between two graphemes of such a script: not after a
/// vowel that is written before its consonant or a sign that joins the next
/// letter, not before a vowel written after its consonant or a mark of
/// repetition or abbreviation.
fn may_part(before: char, after: char) -> bool {
    let holds_next = matches!(before,
        '\u{E40}'..='\u{E44}' | '\u{EC0}'..='\u{EC4}' | '\u{17D2}' | '\u{1039}');
    let holds_last = matches!(
        after,
        '\u{E2F}'
            | '\u{E30}'
            | '\u{E32}'
            | '\u{E33}'
            | '\u{E45}'
            | '\u{E46}'
            | '\u{EAF}'
            | '\u{EB0}'
            | '\u{EB2}'
            | '\u{EB3}'
            | '\u{EC6}'
    );
    is_unspaced(before) && is_unspaced(after) && !holds_next && !holds_last
}

#[cfg(test)]
mod tests;
