//! Whether a text has what a query asks for, as the library's index would say.
//!
//! Searches look at some thousand texts before an index of everything is asked, so
//! that plain text is gone through without being folded first.

use super::{Query, Term};
use crate::text::words;

impl Term {
    /// Whether its words stand in a line of the text, one after the other.
    pub fn is_in(&self, text: &str) -> bool {
        self.runs(text).next().is_some()
    }

    /// How often they do.
    pub fn count_in(&self, text: &str) -> usize {
        self.runs(text).sum()
    }

    /// How often they stand in each line that has them.
    fn runs(&self, text: &str) -> impl Iterator<Item = usize> {
        let plain = self.words.iter().all(|it| it.is_ascii());
        text.lines()
            .map(move |line| if plain && is_plain(line) { self.in_plain(line) } else { self.in_folded(line) })
            .filter(|n| *n > 0)
    }

    fn in_folded(&self, line: &str) -> usize {
        let (joined, end) = (words::joined(line), if self.beginning { "" } else { " " });
        // A word ends where the next begins: both need the space between them.
        let joined = format!(" {} ", joined.replace(' ', "  "));
        joined.matches(&format!(" {}{end}", self.words.join("  "))).count()
    }

    fn in_plain(&self, line: &str) -> usize {
        let Some((first, rest)) = self.words.split_first() else { return 0 };
        let (mut bytes, mut n) = (line.as_bytes(), 0);
        loop {
            let (word, after) = next_word(bytes);
            if word.is_empty() {
                return n;
            }
            if self.is_word(word, first, rest.is_empty()) {
                let mut ahead = after;
                let follows = rest.iter().enumerate().all(|(i, wanted)| {
                    let (word, after) = next_word(ahead);
                    ahead = after;
                    self.is_word(word, wanted, i + 1 == rest.len())
                });
                n += usize::from(follows);
            }
            bytes = after;
        }
    }

    /// Whether a word is the one that is wanted, or begins with it where that is
    /// the last and left open.
    fn is_word(&self, word: &[u8], wanted: &str, last: bool) -> bool {
        let word = match word.get(..wanted.len()) {
            Some(beginning) if last && self.beginning => beginning,
            _ => word,
        };
        word.eq_ignore_ascii_case(wanted.as_bytes())
    }
}

impl Query {
    /// Whether a text holds the words that are asked for, fields and filters
    /// aside.
    pub fn is_in(&self, text: &str) -> bool {
        self.groups.iter().all(|it| it.iter().any(|it| it.is_in(text)))
            && !self.without.iter().any(|it| it.is_in(text))
    }
}

/// Whether folding would change nothing but the case of a text and marks between
/// its words.
fn is_plain(text: &str) -> bool {
    text.is_ascii() || text.chars().all(|c| c.is_ascii() || is_mark(c))
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{a0}' | '«' | '»' | '‐'..='―' | '‘'..='‟' | '•' | '‹' | '›')
}

/// The first word, cut as in an index, and what follows it; empty at the end.
fn next_word(bytes: &[u8]) -> (&[u8], &[u8]) {
    let start = bytes.iter().position(u8::is_ascii_alphanumeric).unwrap_or(bytes.len());
    let (_, rest) = bytes.split_at(start);
    let end = rest.iter().position(|it| !it.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    (word.get(..words::LONGEST).unwrap_or(word), after)
}
