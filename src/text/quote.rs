//! Which words are somebody's own: quotation spans.

use super::prose::Prose;
use super::span::Span;
use crate::article::Language;

/// Words between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Bytes of [`Prose::text`], the marks included. One that goes on over
    /// several paragraphs is one span, from its first mark to its last.
    pub span: Span,
    pub kind: QuoteKind,
    /// 0 outermost, 1 inside of another quotation, and so on.
    pub depth: u8,
    /// Who says it, where the text says so.
    pub speaker: Option<Speaker>,
    /// The reporting word (`kata`, `said`, `sagte`), by byte range.
    pub cue: Option<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteKind {
    /// Words that somebody said or wrote.
    Speech,
    /// A name, a title, a word as a word, scare quotes.
    Mention,
}

/// Who says a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The person or body, by the fullest name that the text gives.
    pub name: String,
    /// Where the text names them for this quotation: a name, a pronoun, or the
    /// word that carries a clitic (`cuitnya`).
    pub at: Span,
    /// Whether kabar would stand by it: only then does the reader show it as a fact.
    pub sure: bool,
}

/// All quotations of a text, by their start, an outer one before those in it.
pub fn find(_prose: &Prose, _language: Language) -> Vec<Quotation> {
    Vec::new()
}
