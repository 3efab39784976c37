//! How the body of an article lies in the library: the bytes that it was made of
//! and the document made of them, as JSON, packed together, since most words of
//! the one are words of the other.
//!
//! The types mirror those of [`crate::article`], which are not serializable: the
//! compiler tells where they part. A field that is new has a default, so that
//! older documents stay readable.

use std::borrow::Cow;
use std::io::{self, Read as _, Write as _};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde::{Deserialize, Serialize};

use super::taken::Spoken;
use crate::article::{self, Article, BlockKind, InlineKind, Language, Marker, Place, Why};

/// Nothing in the library is larger when unpacked, in bytes: a file that says
/// otherwise was made to exhaust the memory.
pub(super) const LARGEST: u64 = 256 << 20;

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

/// A document as bytes; the same document gives the same bytes.
pub(super) fn write(article: &Article, tags: &[String], said: &[Spoken]) -> Vec<u8> {
    let reason = |why: Why| Reason(why);
    let blocks = article.blocks.iter().map(|it| Block {
        kind: it.kind.clone(),
        text: Cow::Borrowed(&it.text),
        inlines: it.inlines.iter().map(|it| Inline(it.start, it.end, it.kind)).collect(),
        quoted: it.quoted,
        removed: it.removed.map(reason),
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

/// Puts the body that was written into an article, whose header is there
/// already; gives its tags and quotations.
pub(super) fn read(bytes: &[u8], article: &mut Article) -> io::Result<(Vec<String>, Vec<Spoken>)> {
    let document: Document<'_> = serde_json::from_slice(bytes)?;
    article.language = document.language.as_deref().and_then(Language::parse);
    article.blocks = document.blocks.into_iter().map(block).collect();
    article.trimmed = document
        .trimmed
        .into_iter()
        .map(|it| article::Trimmed { block: it.block, text: it.text.into_owned(), why: it.why.0 })
        .collect();
    article.links = document.links.into_iter().map(Cow::into_owned).collect();
    let said = document.said.into_iter().map(spoken).collect();
    Ok((document.tags.into_iter().map(Cow::into_owned).collect(), said))
}

/// The quotations of a document alone.
pub(super) fn said(bytes: &[u8]) -> io::Result<Vec<Spoken>> {
    let document: Document<'_> = serde_json::from_slice(bytes)?;
    Ok(document.said.into_iter().map(spoken).collect())
}

fn spoken(Said(block, byte, end, end_byte, speaker, sure): Said<'_>) -> Spoken {
    Spoken {
        from: Place { block, byte },
        to: Place { block: end, byte: end_byte },
        speaker: speaker.map(Cow::into_owned),
        sure,
    }
}

/// What an article was made of, and its document, as one.
pub(super) fn pack(original: &[u8], document: &[u8]) -> Vec<u8> {
    let length = u64::try_from(original.len()).unwrap_or(u64::MAX).to_le_bytes();
    deflated(&[&length[..], original, document].concat())
}

/// The original and the document that were packed.
pub(super) fn unpack(packed: &[u8]) -> io::Result<(Vec<u8>, Vec<u8>)> {
    let mut original = inflated(packed)?;
    let cut = || io::Error::from(io::ErrorKind::UnexpectedEof);
    let (length, _) = original.split_first_chunk().ok_or_else(cut)?;
    let length = usize::try_from(u64::from_le_bytes(*length)).map_err(io::Error::other)?;
    let end = length.checked_add(8).filter(|it| *it <= original.len()).ok_or_else(cut)?;
    let document = original.split_off(end);
    original.drain(..8);
    Ok((original, document))
}

fn block(it: Block<'_>) -> article::Block {
    article::Block {
        kind: it.kind,
        text: it.text.into_owned(),
        inlines: it
            .inlines
            .into_iter()
            .map(|Inline(start, end, kind)| article::Inline { start, end, kind })
            .collect(),
        quoted: it.quoted,
        removed: it.removed.map(|it| it.0),
    }
}

/// Packs bytes. The fastest level: markup shrinks to a fifth even so, and the
/// next ones take several times as long for a tenth less.
fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::fast());
    // Memory takes what is written.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

pub(super) fn inflated(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    DeflateDecoder::new(bytes).take(LARGEST).read_to_end(&mut out)?;
    Ok(out)
}
