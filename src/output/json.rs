//! One JSON object a line. The domain types are not serializable; these mirror
//! them, and are what scripts may rely on.

use serde::Serialize;

use crate::article::{Article, Block, BlockKind, Header, Language, Mark};
use crate::text::analysis::Analysis;
use crate::text::excerpt::Excerpt;
use crate::text::quote::{QuoteKind, Speaker};
use crate::text::span::Span;

/// What is said of an article wherever one is printed.
#[derive(Serialize)]
struct Head<'a> {
    id: String,
    source: &'a str,
    url: Option<&'a str>,
    title: &'a str,
    kicker: Option<&'a str>,
    byline: Option<&'a str>,
    published: Option<String>,
    language: Option<&'a str>,
}

/// A line of `kabar list --format json`.
#[derive(Serialize)]
pub struct Listed<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    read: bool,
    bookmarked: bool,
    /// How much of the article was read, 0 to 1.
    progress: f64,
    minutes: u16,
}

impl<'a> Listed<'a> {
    pub fn new(header: &'a Header, mark: &Mark) -> Self {
        Self {
            head: Head {
                id: header.id.to_string(),
                source: &header.source,
                url: header.url.as_deref(),
                title: &header.title,
                kicker: header.kicker.as_deref(),
                byline: header.byline.as_deref(),
                published: header.published.map(|date| date.to_string()),
                language: header.language.as_ref().map(Language::code),
            },
            read: mark.read,
            bookmarked: mark.bookmarked,
            progress: mark.progress.map_or(0.0, |it| f64::from(it.permille) / 1000.0),
            minutes: header.minutes,
        }
    }
}

/// A line of `kabar show --format json`.
#[derive(Serialize)]
pub struct Shown<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    text: &'a str,
    blocks: Vec<ShownBlock<'a>>,
    quotes: Vec<Quoted<'a>>,
    removed: Vec<Removed<'a>>,
    /// What is the matter with the source as a whole.
    caveats: Vec<&'static str>,
}

#[derive(Serialize)]
struct ShownBlock<'a> {
    kind: &'static str,
    /// Of a heading 1 to 6, of a list item its depth from 1; else 0.
    level: u8,
    text: &'a str,
}

#[derive(Serialize)]
struct Removed<'a> {
    text: &'a str,
    why: &'static str,
}

/// A quotation; offsets are Unicode scalar values.
#[derive(Serialize)]
pub struct Quoted<'a> {
    start: usize,
    end: usize,
    kind: &'static str,
    text: &'a str,
    speaker: Option<&'a str>,
    /// Where the speaker is sure: as the text has it at this quotation, a name, a
    /// pronoun, or the word that carries a clitic.
    mention: Option<&'a str>,
    cue: Option<&'a str>,
    sure: bool,
    depth: u8,
}

/// A line of `kabar quotes --format json`.
#[derive(Serialize)]
pub struct Quotes<'a> {
    source: &'a str,
    language: &'a str,
    quotes: Vec<Quoted<'a>>,
}

impl<'a> Quotes<'a> {
    pub fn new(source: &'a str, analysis: &'a Analysis) -> Self {
        Self { source, language: analysis.language.code(), quotes: quotes(analysis) }
    }
}

impl<'a> Shown<'a> {
    pub fn new(article: &'a Article, analysis: &'a Analysis) -> Self {
        let blocks = article.kept().map(|(_, block)| shown_block(block)).collect();
        let whole = article
            .blocks
            .iter()
            .filter_map(|block| Some(Removed { text: &block.text, why: block.removed?.reason() }));
        let pieces = article.trimmed.iter().map(|it| Removed { text: &it.text, why: it.why.reason() });
        Self {
            head: Head {
                id: article.id.to_string(),
                source: &article.source,
                url: article.url.as_deref(),
                title: &article.title,
                kicker: article.kicker.as_deref(),
                byline: article.byline.as_deref(),
                published: article.published.map(|date| date.to_string()),
                language: article.language.as_ref().map(Language::code),
            },
            text: &analysis.prose.text,
            blocks,
            quotes: quotes(analysis),
            removed: whole.chain(pieces).collect(),
            caveats: article.caveats.iter().map(|it| it.name()).collect(),
        }
    }
}

/// A line of `kabar search --format json`.
#[derive(Serialize)]
pub struct Found<'a> {
    id: String,
    source: &'a str,
    url: Option<&'a str>,
    outlet: Option<&'a str>,
    title: &'a str,
    byline: Option<&'a str>,
    published: Option<String>,
    language: Option<&'a str>,
    read: bool,
    bookmarked: bool,
    minutes: u16,
    quotes: u16,
    excerpt: &'a str,
    /// Where the hits are in the excerpt: start and end, in Unicode scalar values.
    hits: Vec<(usize, usize)>,
}

impl<'a> Found<'a> {
    pub fn new(header: &'a Header, mark: &Mark, excerpt: &'a Excerpt) -> Self {
        let chars = |span: Span| span.slice(&excerpt.text).chars().count();
        let hits = excerpt.hits.iter().map(|it| {
            let start = chars(Span::new(0, it.start));
            (start, start + chars(*it))
        });
        Self {
            id: header.id.to_string(),
            source: &header.source,
            url: header.url.as_deref(),
            outlet: header.outlet.as_deref(),
            title: &header.title,
            byline: header.byline.as_deref(),
            published: header.published.map(|date| date.to_string()),
            language: header.language.as_ref().map(Language::code),
            read: mark.read,
            bookmarked: mark.bookmarked,
            minutes: header.minutes,
            quotes: header.quotes,
            excerpt: &excerpt.text,
            hits: hits.collect(),
        }
    }
}

/// A line of `kabar quotes --speaker NAME --format json`.
#[derive(Serialize)]
pub struct Uttered<'a> {
    /// The id of the article.
    pub article: String,
    pub title: &'a str,
    pub source: &'a str,
    pub published: Option<String>,
    pub speaker: Option<&'a str>,
    pub sure: bool,
    pub text: &'a str,
}

fn shown_block(block: &Block) -> ShownBlock<'_> {
    let (kind, level) = match block.kind {
        BlockKind::Paragraph if block.quoted > 0 => ("quote", block.quoted),
        BlockKind::Paragraph => ("paragraph", 0),
        BlockKind::Heading(level) => ("heading", level),
        BlockKind::ListItem { depth, .. } => ("item", depth.saturating_add(1)),
        BlockKind::Code { .. } => ("code", 0),
        BlockKind::Table { .. } => ("table", 0),
        BlockKind::Image { .. } => ("image", 0),
        BlockKind::Rule => ("rule", 0),
    };
    ShownBlock { kind, level, text: &block.text }
}

/// The speaker by the name that kabar stands by; where it is not sure, as the text
/// has it.
fn speaker<'a>(speaker: &'a Speaker, text: &'a str) -> &'a str {
    if speaker.sure { &speaker.name } else { speaker.at.slice(text) }
}

fn quotes(analysis: &Analysis) -> Vec<Quoted<'_>> {
    let text = &analysis.prose.text;
    // Quotations come by their start: count characters once, from one to the next.
    let (mut byte, mut chars) = (0, 0);
    let mut out = Vec::with_capacity(analysis.quotes.len());
    for quote in &analysis.quotes {
        chars += Span::new(byte, quote.span.start).slice(text).chars().count();
        byte = quote.span.start;
        let words = quote.span.slice(text);
        out.push(Quoted {
            start: chars,
            end: chars + words.chars().count(),
            kind: match quote.kind {
                QuoteKind::Speech => "speech",
                QuoteKind::Mention => "mention",
            },
            text: words,
            speaker: quote.speaker.as_ref().map(|it| speaker(it, text)),
            mention: quote.speaker.as_ref().filter(|it| it.sure).map(|it| it.at.slice(text)),
            cue: quote.cue.map(|it| it.slice(text)),
            sure: quote.speaker.as_ref().is_some_and(|it| it.sure),
            depth: quote.depth,
        });
    }
    out
}
