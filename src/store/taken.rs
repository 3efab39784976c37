//! An article on its way into the library: all that can be worked out without it.

use sha2::{Digest as _, Sha256};

use super::pack::Parts;
use super::{document, index};
use crate::article::{Article, Header, Place};
use crate::text::analysis::{Analysis, RULES};
use crate::text::quote::Quotation;
use crate::text::span::Span;

/// What tells contents of a source apart: the first 128 bits of a SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hash(pub(super) [u8; 16]);

impl Hash {
    pub fn of(bytes: &[u8]) -> Self {
        let mut hash = [0; 16];
        hash.iter_mut().zip(Sha256::digest(bytes)).for_each(|(to, from)| *to = from);
        Self(hash)
    }

    /// As much of it as tells two states of one thing apart: 64 bits.
    pub(super) fn short(self) -> [u8; 8] {
        let mut short = [0; 8];
        short.iter_mut().zip(self.0).for_each(|(to, from)| *to = from);
        short
    }

    /// Whether this is the one of which so much was `kept`; older kabars kept all of it.
    pub(super) fn is(self, kept: &[u8]) -> bool {
        kept.len() >= 8 && self.0.starts_with(kept)
    }
}

/// What a file system says of a file. Where both are as they were, so is the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stat {
    /// In bytes.
    pub size: u64,
    /// When it was changed, in nanoseconds since 1970.
    pub modified: i64,
}

/// Where an article was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    File {
        /// What the source is known by from one time to the next: a whole path.
        path: Vec<u8>,
        /// `None` where it would not tell whether the source changed.
        stat: Option<Stat>,
    },
    Entry {
        /// The URL of the feed.
        feed: String,
        /// What the entry is known by in it, as long as the feed calls it so.
        id: String,
        /// Tells whether it says what it said: the bytes that are kept of it may
        /// hold more, such as the page behind it.
        says: Hash,
    },
}

/// An article with everything that the library keeps of it. Made without the
/// library, so that it can be made on any thread.
#[derive(Clone, Debug)]
pub struct Taken {
    pub(super) header: Header,
    pub(super) seen: Option<Seen>,
    /// What extraction was told that the bytes are called.
    pub(super) name: String,
    pub(super) hash: Hash,
    /// The rules that it was read by.
    pub(super) rules: u32,
    /// Empty once they are packed.
    pub(super) parts: Parts,
    pub(super) packed: Option<Vec<u8>>,
    /// As the index wants them.
    pub(super) words: String,
    pub(super) said: Vec<Spoken>,
}

/// A quotation of kind speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spoken {
    pub(super) from: Place,
    /// Where it ends, in the same block or a later one.
    pub(super) to: Place,
    pub(super) speaker: Option<String>,
    pub(super) sure: bool,
}

impl Taken {
    /// `original` are the bytes that the article was made of, and `name` what
    /// they were called; `seen` says where they were found, and is `None` for
    /// what is nowhere to be found again.
    pub fn new(
        header: Header,
        article: &Article,
        analysis: &Analysis,
        original: (&str, &[u8]),
        seen: Option<Seen>,
    ) -> Self {
        Self::tagged(header, article, analysis, original, seen, &[])
    }

    /// The same with tags that its source gave it.
    pub fn tagged(
        header: Header,
        article: &Article,
        analysis: &Analysis,
        (name, original): (&str, &[u8]),
        seen: Option<Seen>,
        tags: &[String],
    ) -> Self {
        let said: Vec<Spoken> = analysis.speech().map(|(_, it)| spoken(analysis, it)).collect();
        Self {
            hash: Hash::of(original),
            parts: Parts {
                text: analysis.prose.text.clone(),
                document: document::write(article, &analysis.prose, tags, &said),
                original: original.to_vec(),
            },
            packed: None,
            name: name.to_owned(),
            rules: RULES,
            words: index::words(&header, &analysis.prose.text, &said, tags),
            said,
            header,
            seen,
        }
    }

    /// What it takes in memory, about, in bytes.
    pub fn weight(&self) -> usize {
        let Parts { text, document, original } = &self.parts;
        text.len() + document.len() + original.len() + self.words.len()
    }
}

fn spoken(analysis: &Analysis, quotation: &Quotation) -> Spoken {
    let paragraphs = &analysis.prose.paragraphs;
    let place = |byte: usize, at: usize| {
        paragraphs.get(at).map_or_else(Place::default, |it| Place {
            block: it.block,
            byte: byte.saturating_sub(it.span.start).min(it.span.len()),
        })
    };
    let Span { start, end } = quotation.span;
    Spoken {
        from: place(start, paragraphs.partition_point(|it| it.span.end <= start)),
        to: place(end, paragraphs.partition_point(|it| it.span.end < end)),
        speaker: quotation.speaker.as_ref().map(|it| it.name.clone()),
        sure: quotation.speaker.as_ref().is_some_and(|it| it.sure),
    }
}
