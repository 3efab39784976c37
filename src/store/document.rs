//! How the body of an article lies in the library: its text, as [`Prose`] has it,
//! and a document of all that is not in the text.
//!
//! A document is a run of numbers and strings as [`super::bytes`] writes them: the
//! number of its form, then tags and quotations, which are asked for alone, then
//! language, blocks, what was trimmed, links and caveats, which those that were written
//! before there were any end without. What may be missing is a count of none or one.
//! Older ones are JSON and begin with a brace.

mod json;

use std::io;

use super::bytes::{Reader, Writer, damaged};
use super::pack::Parts;
use super::taken::Spoken;
use crate::article::{
    Article, Block, BlockKind, Caveat, Inline, InlineKind, Language, Marker, Place, Trimmed, Why,
};
use crate::text::prose::Prose;
use crate::text::span::Span;

/// The form that is written.
const FORM: u64 = 3;

/// What stands between two paragraphs of a [`Prose`], in bytes.
const GAP: usize = 2;

/// Set beside the kind of a block: its text is the next part of the article's; it
/// has inlines; it stands in block quotes; it was removed.
const OWN: u64 = 8;
const INLINES: u64 = 16;
const QUOTED: u64 = 32;
const REMOVED: u64 = 64;

/// Reasons by their numbers; new ones are added at the end.
const WHYS: [Why; 23] = [
    Why::Title,
    Why::RepeatedTitle,
    Why::Kicker,
    Why::Byline,
    Why::DateLine,
    Why::Newsletter,
    Why::Consent,
    Why::Share,
    Why::ReadAlso,
    Why::Poster,
    Why::Advertisement,
    Why::Comments,
    Why::Copyright,
    Why::Credit,
    Why::Tags,
    Why::Paywall,
    Why::Navigation,
    Why::OutsideArticle,
    Why::Repeated,
    Why::Furniture,
    Why::Tracking,
    Why::Hidden,
    Why::Unsafe,
];

/// Caveats by their numbers; new ones are added at the end.
const CAVEATS: [Caveat; 8] = [
    Caveat::NotText,
    Caveat::BadBytes,
    Caveat::Empty,
    Caveat::Cut,
    Caveat::NoArticle,
    Caveat::Paywall,
    Caveat::ErrorPage,
    Caveat::ConsentWall,
];

/// What a document says beside the article.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct About {
    pub(super) tags: Vec<String>,
    pub(super) said: Vec<Spoken>,
}

/// What an article has beside its header.
#[derive(PartialEq)]
struct Body {
    language: Option<Language>,
    blocks: Vec<Block>,
    trimmed: Vec<Trimmed>,
    links: Vec<String>,
    caveats: Vec<Caveat>,
    about: About,
}

/// A document as bytes; the same document gives the same bytes. `prose` is that
/// of the article.
pub(super) fn write(article: &Article, prose: &Prose, tags: &[String], said: &[Spoken]) -> Vec<u8> {
    let mut to = Writer::default();
    to.number(FORM);
    to.each(tags, |to, it| to.string(it));
    to.each(said, |to, it| {
        for at in [it.from.block, it.from.byte, it.to.block, it.to.byte] {
            to.count(at);
        }
        to.each(it.speaker.as_slice(), |to, it| to.string(it));
        to.number(u64::from(it.sure));
    });
    to.string(article.language.as_ref().map_or("", Language::code));
    let mut paragraphs = prose.paragraphs.iter().peekable();
    to.count(article.blocks.len());
    for (i, block) in article.blocks.iter().enumerate() {
        write_block(&mut to, block, paragraphs.next_if(|it| it.block == i).map(|it| it.span.len()));
    }
    to.each(&article.trimmed, |to, it| {
        to.each(it.block.as_slice(), |to, it| to.count(*it));
        to.string(&it.text);
        to.number(position(&WHYS, &it.why));
    });
    to.each(&article.links, |to, it| to.string(it));
    if !article.caveats.is_empty() {
        to.each(&article.caveats, |to, it| to.number(position(&CAVEATS, it)));
    }
    to.into_bytes()
}

/// `own` is how many bytes of the article's text are the block's, where it has part
/// in it.
fn write_block(to: &mut Writer, block: &Block, own: Option<usize>) {
    let flag = |flag, is: bool| if is { flag } else { 0 };
    let flags = flag(OWN, own.is_some())
        | flag(INLINES, !block.inlines.is_empty())
        | flag(QUOTED, block.quoted > 0)
        | flag(REMOVED, block.removed.is_some());
    match &block.kind {
        BlockKind::Paragraph => to.number(flags),
        BlockKind::Heading(level) => {
            to.number(flags | 1);
            to.number(u64::from(*level));
        }
        BlockKind::ListItem { depth, marker } => {
            to.number(flags | 2);
            to.number(u64::from(*depth));
            match marker {
                Marker::Bullet => to.number(0),
                Marker::Continued => to.number(1),
                Marker::Number(n) => to.number(u64::from(*n) + 2),
            }
        }
        BlockKind::Code { language } => {
            to.number(flags | 3);
            to.each(language.as_slice(), |to, it| to.string(it));
        }
        BlockKind::Table { header } => {
            to.number(flags | 4);
            to.number(u64::from(*header));
        }
        BlockKind::Image { alt, link } => {
            to.number(flags | 5);
            to.string(alt);
            to.each(link.as_slice(), |to, it| to.count(*it));
        }
        BlockKind::Rule => to.number(flags | 6),
    }
    match own {
        Some(length) => to.count(length),
        None => to.string(&block.text),
    }
    if !block.inlines.is_empty() {
        to.each(&block.inlines, |to, it| {
            to.count(it.start);
            to.count(it.end.saturating_sub(it.start));
            to.number(match it.kind {
                InlineKind::Emphasis => 0,
                InlineKind::Strong => 1,
                InlineKind::Code => 2,
                InlineKind::Strike => 3,
                InlineKind::Superscript => 4,
                InlineKind::Subscript => 5,
                InlineKind::Link(link) => 6 + link as u64,
            });
        });
    }
    if block.quoted > 0 {
        to.number(u64::from(block.quoted));
    }
    if let Some(why) = block.removed {
        to.number(position(&WHYS, &why));
    }
}

/// Puts the body that was written into an article, whose header is there already.
pub(super) fn read(text: &str, document: &[u8], article: &mut Article) -> io::Result<About> {
    let Body { language, blocks, trimmed, links, caveats, about } = body(text, document)?;
    (article.language, article.blocks) = (language, blocks);
    (article.trimmed, article.links, article.caveats) = (trimmed, links, caveats);
    Ok(about)
}

/// Tags and quotations of a document alone.
pub(super) fn about(document: &[u8]) -> io::Result<About> {
    if is_json(document) {
        return json::read("", document).map(|it| it.about);
    }
    read_about(&mut Reader::of(document))
}

/// Whether two pieces hold the same, in whatever form.
pub(super) fn same(a: &Parts, b: &Parts) -> bool {
    let read = |it: &Parts| body(&it.text, &it.document).ok();
    let alike = || read(a).is_some_and(|a| read(b).is_some_and(|b| a == b));
    a.text == b.text && a.original == b.original && (a.document == b.document || alike())
}

fn is_json(document: &[u8]) -> bool {
    document.first() == Some(&b'{')
}

fn body(text: &str, document: &[u8]) -> io::Result<Body> {
    if is_json(document) {
        return json::read(text, document);
    }
    let mut from = Reader::of(document);
    let about = read_about(&mut from)?;
    let language = Language::parse(&from.string()?);
    let mut own = Own::of(text);
    let blocks = from.each(|from| read_block(from, &mut own))?;
    let trimmed = from.each(|from| {
        let block = from.each(Reader::count)?.pop();
        Ok(Trimmed { block, text: from.string()?, why: chosen(&WHYS, from.number()?)? })
    })?;
    let links = from.each(Reader::string)?;
    let caveats =
        if from.rest().is_empty() { Vec::new() } else { from.each(|from| chosen(&CAVEATS, from.number()?))? };
    Ok(Body { language, blocks, trimmed, links, caveats, about })
}

fn read_about(from: &mut Reader<'_>) -> io::Result<About> {
    if from.number()? != FORM {
        return Err(damaged());
    }
    let tags = from.each(Reader::string)?;
    let place =
        |from: &mut Reader<'_>| Ok::<_, io::Error>(Place { block: from.count()?, byte: from.count()? });
    let said = from.each(|from| {
        Ok(Spoken {
            from: place(from)?,
            to: place(from)?,
            speaker: from.each(Reader::string)?.pop(),
            sure: from.number()? > 0,
        })
    })?;
    Ok(About { tags, said })
}

fn read_block(from: &mut Reader<'_>, own: &mut Own<'_>) -> io::Result<Block> {
    let flags = from.number()?;
    let kind = match flags & 7 {
        0 => BlockKind::Paragraph,
        1 => BlockKind::Heading(small(from)?),
        2 => BlockKind::ListItem {
            depth: small(from)?,
            marker: match from.number()? {
                0 => Marker::Bullet,
                1 => Marker::Continued,
                n => Marker::Number(u32::try_from(n - 2).map_err(io::Error::other)?),
            },
        },
        3 => BlockKind::Code { language: from.each(Reader::string)?.pop() },
        4 => BlockKind::Table { header: from.number()? > 0 },
        5 => BlockKind::Image { alt: from.string()?, link: from.each(Reader::count)?.pop() },
        6 => BlockKind::Rule,
        _ => return Err(damaged()),
    };
    let text = if flags & OWN > 0 { own.next(from.count()?) } else { from.string()? };
    let inline = |from: &mut Reader<'_>| {
        let (start, length) = (from.count()?, from.count()?);
        let kind = match from.number()? {
            0 => InlineKind::Emphasis,
            1 => InlineKind::Strong,
            2 => InlineKind::Code,
            3 => InlineKind::Strike,
            4 => InlineKind::Superscript,
            5 => InlineKind::Subscript,
            n => InlineKind::Link(usize::try_from(n - 6).map_err(io::Error::other)?),
        };
        Ok(Inline { start, end: start.saturating_add(length), kind })
    };
    Ok(Block {
        kind,
        text,
        inlines: if flags & INLINES > 0 { from.each(inline)? } else { Vec::new() },
        quoted: if flags & QUOTED > 0 { small(from)? } else { 0 },
        removed: if flags & REMOVED > 0 { Some(chosen(&WHYS, from.number()?)?) } else { None },
    })
}

fn small(from: &mut Reader<'_>) -> io::Result<u8> {
    u8::try_from(from.number()?).map_err(io::Error::other)
}

/// What a value is written as: its place in the table of its kind.
fn position<T: PartialEq>(table: &[T], value: &T) -> u64 {
    table.iter().position(|it| it == value).map_or(u64::MAX, |it| it as u64)
}

fn chosen<T: Copy>(table: &[T], number: u64) -> io::Result<T> {
    let value = usize::try_from(number).ok().and_then(|it| table.get(it));
    value.copied().ok_or_else(damaged)
}

/// The text of an article, taken apart into what is each block's.
struct Own<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Own<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The next so many bytes.
    fn next(&mut self, length: usize) -> String {
        let span = Span::new(self.at, self.at.saturating_add(length));
        self.at = span.end.saturating_add(GAP);
        span.slice(self.text).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_reason_has_a_number() {
        for (n, it) in (0..).zip(WHYS) {
            assert_eq!(position(&WHYS, &it), n, "{it:?}");
            // Whoever adds a reason finds it here, and adds it to the table.
            match it {
                Why::Title
                | Why::RepeatedTitle
                | Why::Kicker
                | Why::Byline
                | Why::DateLine
                | Why::Newsletter
                | Why::Consent
                | Why::Share
                | Why::ReadAlso
                | Why::Poster
                | Why::Advertisement
                | Why::Comments
                | Why::Copyright
                | Why::Credit
                | Why::Tags
                | Why::Paywall
                | Why::Navigation
                | Why::OutsideArticle
                | Why::Repeated
                | Why::Furniture
                | Why::Tracking
                | Why::Hidden
                | Why::Unsafe => {}
            }
        }
    }

    #[test]
    fn every_caveat_has_a_number() {
        for (n, it) in (0..).zip(CAVEATS) {
            assert_eq!(position(&CAVEATS, &it), n, "{it:?}");
            // Whoever adds a caveat finds it here, and adds it to the table.
            match it {
                Caveat::NotText
                | Caveat::BadBytes
                | Caveat::Empty
                | Caveat::Cut
                | Caveat::NoArticle
                | Caveat::Paywall
                | Caveat::ErrorPage
                | Caveat::ConsentWall => {}
            }
        }
    }

    #[test]
    fn what_older_kabars_wrote_says_the_same() {
        let json = br#"{"language":"en","blocks":[{"kind":"Paragraph","n":5,"inlines":[[0,5,"Strong"]]},
            {"kind":{"Image":{"alt":"A boat","link":0}},"text":"Boat","quoted":1,"removed":"Share"},
            {"kind":{"ListItem":{"depth":1,"marker":{"Number":3}}},"n":3}],
            "trimmed":[{"block":null,"text":"x","why":"Unsafe"}],"links":["https://ferry.example/"],
            "tags":["sea"],"said":[[0,1,2,3,"Ana",true]]}"#;
        let text = "Words\n\nsea";
        let old = body(text, json).unwrap_or_else(|it| panic!("{it}"));
        let article = Article {
            id: crate::article::ArticleId::from_bytes([0; 10]),
            source: String::new(),
            url: None,
            outlet: None,
            title: String::new(),
            kicker: None,
            byline: None,
            published: None,
            language: old.language,
            blocks: old.blocks.clone(),
            trimmed: old.trimmed.clone(),
            links: old.links.clone(),
            caveats: Vec::new(),
        };
        let document = write(&article, &Prose::of_article(&article), &old.about.tags, &old.about.said);
        let parts = |document: &[u8]| Parts {
            text: text.to_owned(),
            document: document.to_vec(),
            original: Vec::new(),
        };
        assert!(same(&parts(json), &parts(&document)));
        assert_eq!(about(json).unwrap(), about(&document).unwrap());
        assert!(document.len() * 3 < json.len());
        let other = parts(br#"{"language":"en","blocks":[]}"#);
        assert!(!same(&other, &parts(&document)));
    }

    proptest! {
        #[test]
        fn whatever_lies_there_is_read_or_refused(mut bytes: Vec<u8>, text: String) {
            let _ = body(&text, &bytes);
            bytes.insert(0, 3);
            let _ = body(&text, &bytes);
        }
    }
}
