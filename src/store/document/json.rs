//! Documents of versions 1 and 2 of the library: JSON, which is read and no longer
//! written.

use std::borrow::Cow;
use std::io;

use serde::Deserialize;

use super::{About, Body, Own};
use crate::article::{self, BlockKind, InlineKind, Language, Marker, Place, Why};
use crate::store::taken::Spoken;

/// What an article has beside its header.
#[derive(Deserialize)]
struct Document<'a> {
    language: Option<Cow<'a, str>>,
    blocks: Vec<Block<'a>>,
    #[serde(default)]
    trimmed: Vec<Trimmed<'a>>,
    #[serde(default)]
    links: Vec<Cow<'a, str>>,
    #[serde(default)]
    tags: Vec<Cow<'a, str>>,
    #[serde(default)]
    said: Vec<Said<'a>>,
}

/// Block and byte where it begins, block and byte where it ends, who, and
/// whether that is sure.
#[derive(Deserialize)]
struct Said<'a>(usize, usize, usize, usize, Option<Cow<'a, str>>, bool);

#[derive(Deserialize)]
struct Block<'a> {
    #[serde(with = "MirroredKind")]
    kind: BlockKind,
    /// How many bytes of the text are its own, where it has part in it.
    #[serde(default, rename = "n")]
    length: Option<usize>,
    #[serde(default)]
    text: Cow<'a, str>,
    #[serde(default)]
    inlines: Vec<Inline>,
    #[serde(default)]
    quoted: u8,
    #[serde(default)]
    removed: Option<Reason>,
}

#[derive(Deserialize)]
struct Trimmed<'a> {
    block: Option<usize>,
    text: Cow<'a, str>,
    why: Reason,
}

#[derive(Deserialize)]
struct Inline(usize, usize, #[serde(with = "MirroredInline")] InlineKind);

#[derive(Deserialize)]
struct Reason(#[serde(with = "MirroredWhy")] Why);

#[derive(Deserialize)]
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

#[derive(Deserialize)]
#[serde(remote = "Marker")]
enum MirroredMarker {
    Bullet,
    Number(u32),
    Continued,
}

#[derive(Deserialize)]
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

#[derive(Deserialize)]
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

/// Reads the document of an article with this text.
pub(super) fn read(text: &str, document: &[u8]) -> io::Result<Body> {
    let document: Document<'_> = serde_json::from_slice(document)?;
    let mut own = Own::of(text);
    let trimmed = document.trimmed.into_iter();
    Ok(Body {
        language: document.language.as_deref().and_then(Language::parse),
        blocks: document.blocks.into_iter().map(|it| block(it, &mut own)).collect(),
        trimmed: trimmed
            .map(|it| article::Trimmed { block: it.block, text: it.text.into_owned(), why: it.why.0 })
            .collect(),
        links: document.links.into_iter().map(Cow::into_owned).collect(),
        caveats: Vec::new(),
        about: About {
            tags: document.tags.into_iter().map(Cow::into_owned).collect(),
            said: document.said.into_iter().map(spoken).collect(),
        },
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

fn block(it: Block<'_>, own: &mut Own<'_>) -> article::Block {
    article::Block {
        kind: it.kind,
        text: it.length.map_or_else(|| it.text.into_owned(), |n| own.next(n)),
        inlines: it
            .inlines
            .into_iter()
            .map(|Inline(start, end, kind)| article::Inline { start, end, kind })
            .collect(),
        quoted: it.quoted,
        removed: it.removed.map(|it| it.0),
    }
}
