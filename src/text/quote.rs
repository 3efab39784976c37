//! Which words are somebody's own: quotation spans.

mod cost;
mod form;
mod pair;
mod scan;

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
pub fn find(prose: &Prose, _language: Language) -> Vec<Quotation> {
    let (marks, ranges) = scan::marks(prose);
    nested(pair::pair(prose, &marks, &ranges))
}

/// Quotations in the order of their starts, with how deep each one stands.
fn nested(mut spans: Vec<Span>) -> Vec<Quotation> {
    spans.sort_by_key(|it| (it.start, std::cmp::Reverse(it.end)));
    let mut around: Vec<usize> = Vec::new();
    let mut quotes = Vec::with_capacity(spans.len());
    for span in spans {
        while around.last().is_some_and(|end| *end <= span.start) {
            around.pop();
        }
        let depth = u8::try_from(around.len()).unwrap_or(u8::MAX);
        around.push(span.end);
        quotes.push(Quotation { span, kind: QuoteKind::Speech, depth, speaker: None, cue: None });
    }
    quotes
}

#[cfg(test)]
mod tests;
