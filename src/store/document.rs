//! How the body of an article lies in the library: JSON, compressed.
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

use crate::article::{self, Article, BlockKind, InlineKind, Language, Marker, Why};

/// Nothing in the library is larger when unpacked, in bytes: a file that says
/// otherwise was made to exhaust the memory.
const LARGEST: u64 = 256 << 20;

/// What an article has beside its header.
#[derive(Serialize, Deserialize)]
struct Document<'a> {
    language: Option<Cow<'a, str>>,
    blocks: Vec<Block<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    trimmed: Vec<Trimmed<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    links: Vec<Cow<'a, str>>,
}

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
    Tracking,
    Hidden,
    Unsafe,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands references over")]
fn is_zero(n: &u8) -> bool {
    *n == 0
}

/// The body of an article, packed. The same body gives the same bytes.
pub(super) fn pack(article: &Article) -> Vec<u8> {
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
    let document = Document {
        language: article.language.map(|it| Cow::Owned(it.code().to_owned())),
        blocks: blocks.collect(),
        trimmed: trimmed.collect(),
        links: article.links.iter().map(|it| Cow::Borrowed(it.as_str())).collect(),
    };
    // Plain data and strings: there is nothing in it that JSON has no form for.
    deflated(&serde_json::to_vec(&document).unwrap_or_default())
}

/// Puts the body that was packed into an article, whose header is there already.
pub(super) fn unpack(bytes: &[u8], article: &mut Article) -> io::Result<()> {
    let document: Document<'_> = serde_json::from_slice(&inflated(bytes)?)?;
    article.language = document.language.as_deref().and_then(Language::parse);
    article.blocks = document.blocks.into_iter().map(block).collect();
    article.trimmed = document
        .trimmed
        .into_iter()
        .map(|it| article::Trimmed { block: it.block, text: it.text.into_owned(), why: it.why.0 })
        .collect();
    article.links = document.links.into_iter().map(Cow::into_owned).collect();
    Ok(())
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
pub(super) fn deflated(bytes: &[u8]) -> Vec<u8> {
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
