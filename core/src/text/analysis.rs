//! Everything that is worked out about an article's words, in one pass.

use super::prose::Prose;
use super::quote::{self, Quotation, QuoteKind};
use super::span::Span;
use super::{language, speaker};
use crate::article::{Article, Language};

/// Which rules are in force, in [`crate::text`] and in what reads articles before
/// it: raised with each release in which any of them gives something else, so that
/// stored articles can be brought up to them.
pub const RULES: u32 = 8;

/// What [`analyse`] found. Offsets are bytes of `prose.text`.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    pub prose: Prose,
    pub language: Language,
    pub quotes: Vec<Quotation>,
    /// Reading time in minutes, at least 1.
    pub minutes: u16,
}

/// A stretch of a block that belongs to a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Index into [`Analysis::quotes`].
    pub quote: usize,
    /// Bytes of the block's text.
    pub span: Span,
}

/// Works out the quotations of an article and who says them.
pub fn analyse(article: &Article) -> Analysis {
    let prose = Prose::of_article(article);
    analyse_prose(prose, article.language)
}

/// The same for text that never was an article. A language that is not given is
/// looked for in the words.
pub fn analyse_prose(prose: Prose, language: Option<Language>) -> Analysis {
    let language = language.or_else(|| language::detect(&prose.text)).unwrap_or(Language::ENGLISH);
    let mut quotes = quote::find(&prose, language);
    speaker::attribute(&prose, language, &mut quotes);
    quote::kind::decide(&prose, language, &mut quotes);
    let minutes = minutes(&prose.text);
    Analysis { prose, language, quotes, minutes }
}

impl Analysis {
    /// Quotations of kind speech that are not inside of another.
    pub fn speech(&self) -> impl Iterator<Item = (usize, &Quotation)> {
        self.quotes.iter().enumerate().filter(|(_, q)| q.kind == QuoteKind::Speech && q.depth == 0)
    }

    /// The stretches of a block that are quoted, in the order of
    /// [`Analysis::quotes`]; nested ones come after the one they stand in.
    pub fn pieces(&self, block: usize) -> Vec<Piece> {
        let Some(paragraph) = self.prose.paragraphs.iter().find(|p| p.block == block) else {
            return Vec::new();
        };
        self.quotes
            .iter()
            .enumerate()
            .filter_map(|(quote, q)| {
                let span = q.span.intersect(paragraph.span)?.relative_to(paragraph.span.start);
                Some(Piece { quote, span })
            })
            .collect()
    }
}

/// Reading time in minutes: 220 words a minute (Brysbaert 2019 gives 238 for
/// English non-fiction, fewer in languages with longer words), or 500
/// characters a minute where words are not set apart (Chinese, Japanese).
fn minutes(text: &str) -> u16 {
    let (mut wide, mut words, mut inside) = (0, 0, false);
    for c in text.chars() {
        let word = if c.is_ascii() {
            // As `char::is_whitespace` has it.
            !matches!(c, '\t'..='\r' | ' ')
        } else {
            wide += usize::from(matches!(u32::from(c), 0x2E80..=0x9FFF | 0xF900..=0xFAFF));
            !c.is_whitespace()
        };
        words += usize::from(word && !inside);
        inside = word;
    }
    let minutes = (wide * 220 + words * 500 + 55_000) / 110_000;
    u16::try_from(minutes.max(1)).unwrap_or(u16::MAX)
}
