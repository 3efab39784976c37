//! Whether a text has what a query asks for, as the library's index would say.
//!
//! Searches look at some thousand texts before an index of everything is asked, so
//! that plain text is gone through without being folded first.

use super::{Query, Term};
use crate::text::words;

impl Term {
    /// Whether its words stand in the text, one after the other.
    pub fn is_in(&self, text: &str) -> bool {
        if self.words.iter().all(|it| it.is_ascii()) && is_plain(text) {
            self.is_in_plain(text)
        } else {
            self.is_in_folded(&words::joined(text))
        }
    }

    /// The same for words that were [joined](words::joined).
    pub fn is_in_folded(&self, joined: &str) -> bool {
        let end = if self.beginning { "" } else { " " };
        format!(" {joined} ").contains(&format!(" {}{end}", self.words.join(" ")))
    }

    fn is_in_plain(&self, text: &str) -> bool {
        let Some((first, rest)) = self.words.split_first() else { return true };
        let mut bytes = text.as_bytes();
        loop {
            let (word, after) = next_word(bytes);
            if word.is_empty() {
                return false;
            }
            if self.is_word(word, first, rest.is_empty()) {
                let mut ahead = after;
                let follows = rest.iter().enumerate().all(|(i, wanted)| {
                    let (word, after) = next_word(ahead);
                    ahead = after;
                    self.is_word(word, wanted, i + 1 == rest.len())
                });
                if follows {
                    return true;
                }
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
        let joined = words::joined(text);
        self.groups.iter().all(|it| it.iter().any(|it| it.is_in_folded(&joined)))
            && !self.without.iter().any(|it| it.is_in_folded(&joined))
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
