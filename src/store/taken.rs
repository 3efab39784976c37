//! An article on its way into the library: all that can be worked out without it.

use sha2::{Digest as _, Sha256};

use super::document::{deflated, pack};
use crate::article::{Article, Header, Place};
use crate::text::analysis::Analysis;
use crate::text::quote::Quotation;
use crate::text::words;

/// What tells contents of a source apart: the first 128 bits of a SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hash(pub(super) [u8; 16]);

impl Hash {
    pub fn of(bytes: &[u8]) -> Self {
        let mut hash = [0; 16];
        hash.iter_mut().zip(Sha256::digest(bytes)).for_each(|(to, from)| *to = from);
        Self(hash)
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
pub struct Seen {
    /// What the source is known by from one time to the next: a whole path.
    pub path: Vec<u8>,
    /// `None` where it would not tell whether the source changed.
    pub stat: Option<Stat>,
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
    pub(super) original: Vec<u8>,
    pub(super) document: Vec<u8>,
    /// Title, body, byline, source and speakers, as the index wants them.
    pub(super) words: [String; 5],
    pub(super) quotations: Vec<Spoken>,
}

/// A quotation of kind speech.
#[derive(Clone, Debug)]
pub(super) struct Spoken {
    pub(super) place: Place,
    pub(super) speaker: Option<String>,
    pub(super) sure: bool,
    /// On one line, with their marks.
    pub(super) words: String,
}

impl Taken {
    /// `original` are the bytes that the article was made of, and `name` what
    /// they were called; `seen` says where they were found, and is `None` for
    /// what is nowhere to be found again.
    pub fn new(
        header: Header,
        article: &Article,
        analysis: &Analysis,
        (name, original): (&str, &[u8]),
        seen: Option<Seen>,
    ) -> Self {
        let quotations: Vec<Spoken> = analysis.speech().map(|(_, it)| spoken(analysis, it)).collect();
        let line = |parts: &[Option<&str>]| {
            words::joined(&parts.iter().copied().flatten().collect::<Vec<_>>().join("\n"))
        };
        let mut speakers: Vec<&str> = quotations.iter().filter_map(|it| it.speaker.as_deref()).collect();
        speakers.sort_unstable();
        speakers.dedup();
        let words = [
            line(&[header.kicker.as_deref(), Some(&header.title)]),
            words::joined(&analysis.prose.text),
            line(&[header.byline.as_deref()]),
            line(&[header.outlet.as_deref(), header.url.as_deref(), Some(&header.source)]),
            words::joined(&speakers.join("\n")),
        ];
        Self {
            hash: Hash::of(original),
            original: deflated(original),
            document: pack(article),
            name: name.to_owned(),
            words,
            quotations,
            header,
            seen,
        }
    }

    /// What it takes in memory, about, in bytes.
    pub fn weight(&self) -> usize {
        self.original.len() + self.document.len() + self.words.iter().map(String::len).sum::<usize>()
    }
}

fn spoken(analysis: &Analysis, quotation: &Quotation) -> Spoken {
    let paragraphs = &analysis.prose.paragraphs;
    let at = paragraphs.partition_point(|it| it.span.end <= quotation.span.start);
    let place = paragraphs.get(at).map_or_else(Place::default, |it| Place {
        block: it.block,
        byte: quotation.span.start.saturating_sub(it.span.start),
    });
    let words = analysis.prose.slice(quotation.span);
    Spoken {
        place,
        speaker: quotation.speaker.as_ref().map(|it| it.name.clone()),
        sure: quotation.speaker.as_ref().is_some_and(|it| it.sure),
        words: words.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}
