//! Which words are somebody's own: quotation spans.

mod cost;
mod cue;
mod dash;
mod form;
pub mod kind;
mod pair;
mod scan;

use std::cmp::Reverse;

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
    /// Who says it, where the text says so; of a mention, in whose report it
    /// stands, and never sure.
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
pub fn find(prose: &Prose, language: Language) -> Vec<Quotation> {
    let (marks, ranges) = scan::marks(prose);
    let marked = pair::pair(prose, &marks, &ranges).into_iter().map(|span| (span, Sign::Marks));
    let dialogue = dash::utterances(prose, language).into_iter().map(|span| (span, Sign::Dash));
    nested(marked.chain(dialogue).collect())
}

/// What shows that words are quoted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Marks,
    Dash,
}

/// Quotations in the order of their starts, with how deep each one stands.
fn nested(spans: Vec<(Span, Sign)>) -> Vec<Quotation> {
    let mut around: Vec<usize> = Vec::new();
    let quotation = |span: Span| {
        while around.last().is_some_and(|end| *end <= span.start) {
            around.pop();
        }
        let depth = u8::try_from(around.len()).unwrap_or(u8::MAX);
        around.push(span.end);
        Quotation { span, kind: QuoteKind::Speech, depth, speaker: None, cue: None }
    };
    uncrossed(spans).into_iter().map(quotation).collect()
}

/// The spans in the order of their starts, outer ones first. Marks are believed
/// before dashes: an utterance that cuts a marked quotation in two, or is one,
/// is left out.
fn uncrossed(mut spans: Vec<(Span, Sign)>) -> Vec<Span> {
    spans.sort_by_key(|(span, sign)| (span.start, Reverse(span.end), *sign == Sign::Dash));
    let mut kept = vec![true; spans.len()];
    let mut around: Vec<usize> = Vec::new();
    for (i, (span, sign)) in spans.iter().enumerate() {
        while around.last().is_some_and(|it| spans[*it].0.end <= span.start) {
            around.pop();
        }
        if let Some(&outer) = around.last() {
            let (outside, other) = spans[outer];
            let crossing = outside.end < span.end;
            if *sign == Sign::Dash && (crossing || outside == *span) {
                kept[i] = false;
                continue;
            }
            if other == Sign::Dash && crossing {
                kept[outer] = false;
                around.pop();
            }
        }
        around.push(i);
    }
    spans.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|((span, _), _)| span).collect()
}

#[cfg(test)]
mod tests;
