//! Where quotations and their speakers lie, block by block.

use crate::text::analysis::Analysis;
use crate::text::quote::QuoteKind;
use crate::text::span::Span;

/// What a stretch of a block is, as to quotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Quote { index: usize, kind: QuoteKind },
    Speaker,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// Bytes of the block's text.
    pub span: Span,
    pub kind: Kind,
}

/// The marks of all blocks. Built at once: to ask [`Analysis::pieces`] for every
/// block would cost blocks times quotations.
pub(super) struct Marks {
    /// With their block, by block.
    marks: Vec<(usize, Mark)>,
}

impl Marks {
    pub(super) fn of(analysis: &Analysis) -> Self {
        let mut marks = Vec::new();
        for (index, quote) in analysis.quotes.iter().enumerate() {
            push(analysis, quote.span, Kind::Quote { index, kind: quote.kind }, &mut marks);
            if let Some(speaker) = quote.speaker.as_ref().filter(|it| it.sure) {
                push(analysis, speaker.at, Kind::Speaker, &mut marks);
            }
        }
        marks.sort_by_key(|(block, _)| *block);
        Self { marks }
    }

    pub(super) fn of_block(&self, block: usize) -> impl Iterator<Item = Mark> {
        let first = self.marks.partition_point(|(it, _)| *it < block);
        self.marks.iter().skip(first).take_while(move |(it, _)| *it == block).map(|(_, mark)| *mark)
    }
}

/// Cuts a range of the prose at the paragraphs that it runs over.
fn push(analysis: &Analysis, span: Span, kind: Kind, marks: &mut Vec<(usize, Mark)>) {
    let paragraphs = &analysis.prose.paragraphs;
    let first = paragraphs.partition_point(|it| it.span.end <= span.start);
    for paragraph in paragraphs.iter().skip(first).take_while(|it| it.span.start < span.end) {
        if let Some(part) = span.intersect(paragraph.span) {
            marks.push((paragraph.block, Mark { span: part.relative_to(paragraph.span.start), kind }));
        }
    }
}
