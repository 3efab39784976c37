//! Running text as the quotation passes see it: one string, and where its
//! paragraphs lie.

use super::span::Span;
use crate::article::{Article, BlockKind};

/// The text that is analysed. For an article this is its clean body, paragraphs
/// joined by a blank line; it is also what `kabar show` prints as `text`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    pub text: String,
    /// In order, none empty, never overlapping; what lies between is line ends.
    pub paragraphs: Vec<Paragraph>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Bytes of [`Prose::text`], without line ends at the edges.
    pub span: Span,
    pub kind: ParagraphKind,
    /// The block it came from; 0 for text that never was an article.
    pub block: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    Running,
    Heading,
    ListItem,
    /// Code and tables: no quotations are looked for.
    Verbatim,
}

impl Prose {
    /// The clean body of an article. Images and rules have no part in it.
    pub fn of_article(article: &Article) -> Self {
        let mut prose = Self::default();
        for (block, it) in article.kept() {
            let kind = match it.kind {
                BlockKind::Paragraph => ParagraphKind::Running,
                BlockKind::Heading(_) => ParagraphKind::Heading,
                BlockKind::ListItem { .. } => ParagraphKind::ListItem,
                BlockKind::Code { .. } | BlockKind::Table { .. } => ParagraphKind::Verbatim,
                BlockKind::Image { .. } | BlockKind::Rule => continue,
            };
            if it.text.is_empty() {
                continue;
            }
            if !prose.text.is_empty() {
                prose.text.push_str("\n\n");
            }
            let start = prose.text.len();
            prose.text.push_str(&it.text);
            prose.paragraphs.push(Paragraph { span: Span::new(start, prose.text.len()), kind, block });
        }
        prose
    }

    /// Text as it is: every line that is not blank is a paragraph of running
    /// text, and offsets are those of `text`.
    pub fn of_text(text: &str) -> Self {
        let mut paragraphs = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let lead = line.len() - line.trim_start().len();
            let words = line.trim();
            if !words.is_empty() {
                let from = start + lead;
                paragraphs.push(Paragraph {
                    span: Span::new(from, from + words.len()),
                    kind: ParagraphKind::Running,
                    block: 0,
                });
            }
            start += line.len();
        }
        Self { text: text.to_owned(), paragraphs }
    }

    /// The words of a range of the text.
    pub fn slice(&self, span: Span) -> &str {
        span.slice(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    #[test]
    fn plain_text_keeps_its_offsets() {
        let prose = Prose::of_text("  one\r\n\n\ttwo three \nfour");
        let words: Vec<&str> = prose.paragraphs.iter().map(|p| prose.slice(p.span)).collect();
        assert_eq!(words, ["one", "two three", "four"]);
        assert_eq!(prose.paragraphs[0].span, Span::new(2, 5));
    }
}
