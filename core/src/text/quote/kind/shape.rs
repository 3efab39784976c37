//! What the words of a quotation look like: spelling, marks, length.

use super::super::form::Form;
use crate::text::letter;
use crate::text::prose::Prose;
use crate::text::span::Span;

/// How the words of a quotation are spelled.
#[derive(Default)]
pub(super) struct Spelling {
    /// Whether the first word begins with a capital.
    pub(super) first: bool,
    pub(super) capitals: usize,
    pub(super) lower: usize,
    /// Whether a capital stands behind another letter of its word: `iPod`, `NATO`.
    pub(super) inner: bool,
    pub(super) digit: bool,
}

impl Spelling {
    /// Looks at the first words only: what is longer is speech.
    pub(super) fn of(words: &str) -> Self {
        let mut spelling = Self::default();
        for (i, word) in words.split_whitespace().take(20).enumerate() {
            let mut letters = word.chars().filter(|c| letter::is_alphanumeric(*c));
            let Some(c) = letters.next() else { continue };
            for it in letters {
                spelling.inner |= it.is_uppercase();
                spelling.digit |= it.is_numeric();
            }
            spelling.digit |= c.is_numeric();
            let capital = c.is_uppercase() || c.is_numeric();
            spelling.first |= i == 0 && c.is_uppercase();
            // Small words stay small in titles.
            if capital {
                spelling.capitals += 1;
            } else if word.chars().count() > 3 {
                spelling.lower += 1;
            }
        }
        spelling
    }

    pub(super) fn lower_share(&self) -> f32 {
        let of = |n: usize| f32::from(u8::try_from(n).unwrap_or(u8::MAX));
        let all = self.capitals + self.lower;
        if all == 0 { 0.0 } else { of(self.lower) / of(all) }
    }
}

/// The words of a quotation without its marks.
pub(super) fn words(prose: &Prose, quote: Span) -> &str {
    let mark = |c: char| Form::of(c).is_some() || c.is_whitespace();
    prose.slice(quote).trim_matches(mark)
}

/// Whether a dash sets the words off, and no mark.
pub(super) fn is_dialogue(quote: &str, before: &str) -> bool {
    let marked = quote.chars().next().is_some_and(|c| Form::of(c).is_some());
    !marked && before.trim_end().ends_with(['—', '–', '―', '-'])
}

/// Whether the mark in front is a single one, and not a double one that is typed as two.
pub(super) fn single(quote: &str) -> bool {
    let mut marks = quote.chars();
    let first = marks.next();
    first.is_some_and(|it| matches!(it, '‘' | '\'' | '‚' | '‹' | '’' | '`')) && marks.next() != first
}

/// How many words there are, up to 50; two characters of a script without spaces
/// are one.
pub(super) fn count(words: &str) -> usize {
    let spaced = words.split_whitespace().take(50).count();
    let wide = words
        .chars()
        .take(100)
        .filter(|c| matches!(u32::from(*c), 0x0E00..=0x0E7F | 0x3040..=0x9FFF))
        .count();
    spaced.max(wide / 2)
}

/// A word as the lists have it, written into `buffer` in the place of what was there.
pub(super) fn plain<'b>(word: &str, buffer: &'b mut String) -> &'b str {
    letter::lower_into(word.trim_matches(|c: char| !letter::is_alphanumeric(c)), buffer);
    buffer
}

pub(super) fn is_comma(c: char) -> bool {
    matches!(c, ',' | '，' | '،' | '、')
}

/// What joins a quotation to a word: `"Jamaica"-coalition`.
pub(super) fn is_joint(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '/')
}

pub(super) fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।')
}
