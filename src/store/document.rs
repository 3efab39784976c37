//! How the body of an article lies in the library: its text, as [`Prose`] has it,
//! and a document of all that is not in the text, as JSON.
//!
//! The types mirror those of [`crate::article`], which are not serializable: the
//! compiler tells where they part. A field that is new has a default, so that
//! older documents stay readable.

use std::borrow::Cow;
use std::io;

use serde::{Deserialize, Serialize};

use super::taken::Spoken;
use crate::article::{self, Article, BlockKind, InlineKind, Language, Marker, Place, Why};
use crate::text::prose::Prose;
use crate::text::span::Span;

/// What an article has beside its header.
#[derive(Serialize, Deserialize)]
struct Document<'a> {
    language: Option<Cow<'a, str>>,
    blocks: Vec<Block<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    trimmed: Vec<Trimmed<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    links: Vec<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    said: Vec<Said<'a>>,
}

/// Block and byte where it begins, block and byte where it ends, who, and
/// whether that is sure.
#[derive(Serialize, Deserialize)]
struct Said<'a>(usize, usize, usize, usize, Option<Cow<'a, str>>, bool);

#[derive(Serialize, Deserialize)]
struct Block<'a> {
    #[serde(with = "MirroredKind")]
    kind: BlockKind,
    /// How many bytes of the text are its own, where it has part in it.
    #[serde(default, rename = "n", skip_serializing_if = "Option::is_none")]
    length: Option<usize>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    text: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    inlines: Vec<Inline>,
    #[serde(default, skip_serializing_if = "is_zero")]
    quoted: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    removed: Option<Reason>,
}

#[derive(Serialize, Deserialize)]
struct Trimmed<'a> {
    block: Option<usize>,
    text: Cow<'a, str>,
    why: Reason,
}

#[derive(Serialize, Deserialize)]
struct Inline(usize, usize, #[serde(with = "MirroredInline")] InlineKind);

#[derive(Serialize, Deserialize)]
struct Reason(#[serde(with = "MirroredWhy")] Why);

#[derive(Serialize, Deserialize)]
#[serde(remote = "BlockKind")]
enum MirroredKind {
    Paragraph,
    Heading(u8),
    ListItem {
        depth: u8,
        #[serde(with = "MirroredMarker")]
        marker: Marker,
    },
    Code {
        language: Option<String>,
    },
    Table {
        header: bool,
    },
    Image {
        alt: String,
        link: Option<usize>,
    },
    Rule,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Marker")]
enum MirroredMarker {
    Bullet,
    Number(u32),
    Continued,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "InlineKind")]
enum MirroredInline {
    Emphasis,
    Strong,
    Code,
    Strike,
    Superscript,
    Subscript,
    Link(usize),
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Why")]
enum MirroredWhy {
    Title,
    RepeatedTitle,
    Kicker,
    Byline,
    DateLine,
    Newsletter,
    Consent,
    Share,
    ReadAlso,
    Poster,
    Advertisement,
    Comments,
    Copyright,
    Credit,
    Tags,
    Paywall,
    Navigation,
    OutsideArticle,
    Repeated,
    Furniture,
    Tracking,
    Hidden,
    Unsafe,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands references over")]
fn is_zero(n: &u8) -> bool {
    *n == 0
}

/// A document as bytes; the same document gives the same bytes. `prose` is that
/// of the article.
pub(super) fn write(article: &Article, prose: &Prose, tags: &[String], said: &[Spoken]) -> Vec<u8> {
    let reason = |why: Why| Reason(why);
    let mut paragraphs = prose.paragraphs.iter().peekable();
    let blocks = article.blocks.iter().enumerate().map(|(block, it)| {
        let length = paragraphs.next_if(|it| it.block == block).map(|it| it.span.len());
        Block {
            kind: it.kind.clone(),
            length,
            text: Cow::Borrowed(if length.is_some() { "" } else { &it.text }),
            inlines: it.inlines.iter().map(|it| Inline(it.start, it.end, it.kind)).collect(),
            quoted: it.quoted,
            removed: it.removed.map(reason),
        }
    });
    let trimmed = article.trimmed.iter().map(|it| Trimmed {
        block: it.block,
        text: Cow::Borrowed(&it.text),
        why: reason(it.why),
    });
    let said = said.iter().map(|it| {
        let speaker = it.speaker.as_deref().map(Cow::Borrowed);
        Said(it.from.block, it.from.byte, it.to.block, it.to.byte, speaker, it.sure)
    });
    let document = Document {
        language: article.language.map(|it| Cow::Owned(it.code().to_owned())),
        blocks: blocks.collect(),
        trimmed: trimmed.collect(),
        links: article.links.iter().map(|it| Cow::Borrowed(it.as_str())).collect(),
        tags: tags.iter().map(|it| Cow::Borrowed(it.as_str())).collect(),
        said: said.collect(),
    };
    // Plain data and strings: there is nothing in it that JSON has no form for.
    serde_json::to_vec(&document).unwrap_or_default()
}

/// Puts the body that was written into an article, whose header is there already.
pub(super) fn read(text: &str, document: &[u8], article: &mut Article) -> io::Result<About> {
    let document: Document<'_> = serde_json::from_slice(document)?;
    article.language = document.language.as_deref().and_then(Language::parse);
    let mut at = 0;
    let mut own = |length: usize| {
        let span = Span::new(at, at.saturating_add(length));
        at = span.end.saturating_add(GAP);
        span.slice(text).to_owned()
    };
    article.blocks = document.blocks.into_iter().map(|it| block(it, &mut own)).collect();
    article.trimmed = document
        .trimmed
        .into_iter()
        .map(|it| article::Trimmed { block: it.block, text: it.text.into_owned(), why: it.why.0 })
        .collect();
    article.links = document.links.into_iter().map(Cow::into_owned).collect();
    Ok(About {
        tags: document.tags.into_iter().map(Cow::into_owned).collect(),
        said: document.said.into_iter().map(spoken).collect(),
    })
}

/// What stands between two paragraphs of a [`Prose`], in bytes.
const GAP: usize = 2;

/// What a document says beside the article.
#[derive(Clone, Debug, Default)]
pub(super) struct About {
    pub(super) tags: Vec<String>,
    pub(super) said: Vec<Spoken>,
}

/// Tags and quotations of a document alone.
pub(super) fn about(document: &[u8]) -> io::Result<About> {
    let document: Document<'_> = serde_json::from_slice(document)?;
    Ok(About {
        tags: document.tags.into_iter().map(Cow::into_owned).collect(),
        said: document.said.into_iter().map(spoken).collect(),
    })
}

fn spoken(Said(block, byte, end, end_byte, speaker, sure): Said<'_>) -> Spoken {
    Spoken {
        from: Place { block, byte },
        to: Place { block: end, byte: end_byte },
        speaker: speaker.map(Cow::into_owned),
        sure,
    }
}

fn block(it: Block<'_>, own: &mut impl FnMut(usize) -> String) -> article::Block {
    article::Block {
        kind: it.kind,
        text: it.length.map_or_else(|| it.text.into_owned(), own),
        inlines: it
            .inlines
            .into_iter()
            .map(|Inline(start, end, kind)| article::Inline { start, end, kind })
            .collect(),
        quoted: it.quoted,
        removed: it.removed.map(|it| it.0),
    }
}
