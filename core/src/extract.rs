//! From bytes to articles: decoding, parsing, choosing the main text, and
//! making it safe.
//!
//! Holds: one reader for each form that an article is stored in. Imports
//! `article`, `text` and parsers. Pure: bytes and a hint go in, an article and
//! warnings come out; whatever the bytes are, there is an article.

pub mod date;
pub mod discover;
pub mod encoding;
pub mod entry;
pub mod feed;
pub mod id;
pub mod link;
pub mod subscriptions;

mod blocks;
mod content;
mod head;
mod html;
mod markdown;
mod meta;
mod plain;
mod reference;

use std::collections::HashSet;

use crate::article::{Article, ArticleId, Block, BlockKind, Caveat, Date, Language, Trimmed, Why};
use crate::text::{boilerplate, language, safe, span::Span};

/// No article is larger; what is, is cut, in bytes.
const LARGEST: usize = 16 << 20;

/// A title that is made of the first words is not longer, in characters.
const LEAD: usize = 100;
/// Nor is one that the source declares: it stands on one line of a list.
const LONGEST_TITLE: usize = 300;

/// What is known about bytes beside themselves.
#[derive(Clone, Debug, Default)]
pub struct Hint {
    /// What to call the source: a path, `-`, a URL.
    pub name: String,
    pub form: Option<Form>,
    /// Where it came from, to resolve relative links.
    pub url: Option<String>,
    /// The charset that the transport said, where there was one.
    pub charset: Option<String>,
}

/// The forms that stored articles come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    Plain,
    Markdown,
    Html,
    /// An entry of a feed, as [`entry::source`] keeps it.
    Entry,
}

impl Form {
    /// The form that a file name's ending stands for; `None` for what kabar does
    /// not read.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Plain),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "kabar" => Some(Self::Entry),
            _ => None,
        }
    }
}

/// What the reader of one form hands over: everything that it found, as it
/// found it, in order. Nothing in it needs to be safe or judged yet: [`finish`]
/// makes an article of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Draft {
    /// Candidates for the title, the best first; may be empty.
    pub(crate) titles: Vec<String>,
    pub(crate) kicker: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) outlet: Option<String>,
    pub(crate) published: Option<Date>,
    pub(crate) language: Option<Language>,
    /// The address that the source declares of itself (`rel=canonical`, `url:`).
    pub(crate) url: Option<String>,
    /// In order; what the reader knows not to be the article carries a reason
    /// already.
    pub(crate) blocks: Vec<Block>,
    pub(crate) trimmed: Vec<Trimmed>,
    /// Targets of links, as [`link::clean`] or [`link::resolve`] let them through.
    pub(crate) links: Vec<String>,
    /// What the id is made of where no address is declared: all words of the
    /// source; empty for those of `blocks`.
    pub(crate) words: String,
    /// Whether it is plain text, which says nothing of its parts.
    pub(crate) is_scrape: bool,
    pub(crate) caveats: Vec<Caveat>,
}

impl Draft {
    /// Records what [`link::clean`] takes off an address; the same parameter once
    /// is enough, and [`finish`] sees to that.
    pub(crate) fn record_tracking(&mut self, address: &str) {
        self.trimmed.extend(link::tracking(address).map(|it| Trimmed {
            block: None,
            text: it.to_owned(),
            why: Why::Tracking,
        }));
    }
}

/// Reads one stored article. Without a form in the hint it is sniffed from the
/// bytes.
pub fn extract(bytes: &[u8], hint: &Hint) -> Article {
    let cut = bytes.get(..LARGEST).unwrap_or(bytes);
    let decoded = encoding::decode(cut, hint.charset.as_deref());
    let mut draft = match hint.form.unwrap_or_else(|| sniff(&decoded.text)) {
        Form::Plain => plain::read(&decoded.text),
        Form::Markdown => markdown::read(&decoded.text, hint.url.as_deref()),
        Form::Html => html::read(&decoded.text, hint),
        Form::Entry => entry::read(&decoded.text, hint),
    };
    let found = [
        (encoding::is_binary(cut, decoded.encoding), Caveat::NotText),
        (decoded.bad, Caveat::BadBytes),
        (cut.len() < bytes.len(), Caveat::Cut),
    ];
    draft.caveats.splice(..0, found.into_iter().filter_map(|(is, caveat)| is.then_some(caveat)));
    finish(draft, hint)
}

/// What a text is, where nobody says.
pub fn sniff(text: &str) -> Form {
    let head = Span::new(0, 1_024).slice(text).trim_start().to_ascii_lowercase();
    if ["<!doctype", "<html", "<head", "<body", "<?xml", "<article", "<div", "<p>", "<meta", "<!--"]
        .iter()
        .any(|it| head.starts_with(it))
    {
        Form::Html
    } else if head.starts_with("# ") || head.starts_with("---\n") && head.contains("\n---\n") {
        Form::Markdown
    } else {
        Form::Plain
    }
}

/// Makes an article of a draft: safe, judged, with its id.
pub(crate) fn finish(draft: Draft, hint: &Hint) -> Article {
    let line = |text: String| Some(safe::line(&text).into_owned()).filter(|it| !it.is_empty());
    let id = identify(&draft);
    let mut blocks = draft.blocks;
    blocks.iter_mut().for_each(safe::block);
    let mut caveats = draft.caveats;
    if blocks.iter().all(|it| it.text.is_empty()) {
        caveats.push(Caveat::Empty);
    }
    let first = || {
        let texts = blocks.iter().map(|it| it.text.as_str()).filter(|it| !it.is_empty());
        texts.into_iter().find(|it| boilerplate::reason(it).is_none()).map(|it| shorten(it, LEAD))
    };
    // Bytes that are no text are called by the name of their file, not by what they spell.
    let words = !caveats.contains(&Caveat::NotText);
    let found = draft.titles.into_iter().find_map(line).or_else(first).filter(|_| words);
    let title = found.or_else(|| line(hint.name.clone()));
    let title = title.unwrap_or_else(|| "Untitled".to_owned());
    let mut article = Article {
        id,
        source: safe::line(&hint.name).into_owned(),
        url: draft.url.as_deref().or(hint.url.as_deref()).and_then(link::clean),
        outlet: draft.outlet.and_then(line),
        title: shorten(&safe::line(&title), LONGEST_TITLE),
        kicker: draft.kicker.and_then(line),
        byline: draft.byline.and_then(line),
        published: draft.published,
        language: draft.language,
        blocks,
        trimmed: draft.trimmed,
        links: draft.links,
        caveats,
    };
    for it in &mut article.trimmed {
        it.text = safe::line(&it.text).into_owned();
    }
    let mut seen = HashSet::new();
    article.trimmed.retain(|it| it.why != Why::Tracking || seen.insert(it.text.clone()));
    if article.language.is_none() {
        // Furniture comes in other languages than the article: look at its sentences.
        let running = article.kept().map(|(_, it)| it.text.as_str()).filter(|it| boilerplate::is_running(it));
        let words: Vec<&str> = running.take(20).collect();
        article.language = language::detect(&words.join("\n"));
    }
    head::settle(&mut article);
    if draft.is_scrape {
        boilerplate::judge_scrape(&mut article);
    } else {
        boilerplate::judge(&mut article);
    }
    leave_something(&mut article);
    let mut seen = HashSet::new();
    article.caveats.retain(|it| seen.insert(*it));
    // What was found in the body may be a row of a table, or have a break in it.
    let named = [Some(&mut article.title), article.kicker.as_mut(), article.byline.as_mut()];
    let trimmed = article.trimmed.iter_mut().map(|it| &mut it.text);
    for it in named.into_iter().flatten().chain(trimmed) {
        *it = safe::line(it).into_owned();
    }
    article
}

/// Gives back what was taken out where nothing else is left to read: a file of one
/// line is its own body as well as its title, and of a file that holds nothing but
/// notices these are shown. What is no text of the article by its place on a page,
/// or is not to be seen there, stays out.
fn leave_something(article: &mut Article) {
    let shown = |it: &Block| it.removed.is_none() && (!it.text.is_empty() || it.kind != BlockKind::Paragraph);
    if article.blocks.iter().any(shown) {
        return;
    }
    let head =
        |why| matches!(why, Why::Title | Why::RepeatedTitle | Why::Kicker | Why::Byline | Why::DateLine);
    let outside = |why| matches!(why, Why::OutsideArticle | Why::Hidden | Why::Tracking | Why::Unsafe);
    let words = |it: &&mut Block| !it.text.is_empty();
    let mut back = 0;
    for it in article.blocks.iter_mut().filter(words) {
        if it.removed.is_some_and(|why| !head(why) && !outside(why)) {
            it.removed = None;
            back += 1;
        }
    }
    if back > 0 {
        article.caveats.push(Caveat::NoArticle);
    } else if let Some(it) = article.blocks.iter_mut().filter(words).find(|it| it.removed == Some(Why::Title))
    {
        it.removed = None;
    }
}

/// The id of what a draft holds; see [`id::of`].
fn identify(draft: &Draft) -> ArticleId {
    let url = draft.url.as_deref().filter(|it| link::identity(it).is_some());
    let title = draft.titles.first().map_or("", String::as_str);
    match url {
        // Its words hold the title, wherever it is found in them.
        None if !draft.words.is_empty() => id::of(None, "", [draft.words.as_str()]),
        _ => id::of(url, title, draft.blocks.iter().map(|it| it.text.as_str())),
    }
}

/// The first line of a text, up to so many characters of whole words.
fn shorten(text: &str, most: usize) -> String {
    let line = text.lines().next().unwrap_or_default();
    let Some((end, _)) = line.char_indices().nth(most) else { return line.to_owned() };
    let cut = Span::new(0, end).slice(line);
    format!("{}…", cut.rsplit_once(' ').map_or(cut, |(it, _)| it))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Article {
        extract(text.as_bytes(), &Hint { name: "note.txt".to_owned(), ..Hint::default() })
    }

    #[test]
    fn the_form_is_told_from_the_text() {
        for (text, form) in [
            ("<!DOCTYPE html><p>x", Form::Html),
            ("\n <html lang=id>", Form::Html),
            ("# Title\n\nWords.", Form::Markdown),
            ("---\ntitle: x\n---\nWords.", Form::Markdown),
            ("#1 in the charts", Form::Plain),
            ("Title\n\nWords < more words.", Form::Plain),
            ("", Form::Plain),
        ] {
            assert_eq!(sniff(text), form, "{text:?}");
        }
    }

    #[test]
    fn there_is_always_a_title() {
        for (text, title) in [
            ("", "note.txt"),
            ("\u{1B}[2J", "note.txt"),
            (
                "The ferry to Lowick is late today, the harbour office said.",
                "The ferry to Lowick is late today, the harbour office said.",
            ),
            ("Title: \u{1B}[1mThe ferry\u{1B}[0m\n\nIt is late.", "The ferry"),
        ] {
            assert_eq!(read(text).title, title, "{text:?}");
        }
        let long = read(&"word ".repeat(2_000)).title;
        assert!(long.ends_with("word…") && long.chars().count() <= LEAD + 1);
        let declared = read(&format!("Title: {}\n\nWords.", "word ".repeat(90))).title;
        assert!(declared.chars().count() <= LONGEST_TITLE + 1);
    }

    #[test]
    fn words_are_never_lost_to_the_title() {
        let article = read("The ferry to Lowick is late.");
        assert_eq!(article.kept().count(), 1);
    }

    #[test]
    fn what_was_mended_is_told() {
        assert_eq!(read("  \n").caveats, [Caveat::Empty]);
        let bytes = ["Straße ".repeat(20).as_bytes(), b"\xFF"].concat();
        let found = extract(&bytes, &Hint::default()).caveats;
        assert_eq!(found, [Caveat::BadBytes]);
    }

    #[test]
    fn what_is_no_text_is_told_apart_from_text_with_a_stray_control_character() {
        let scattered: Vec<u8> =
            (0..600_u32).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
        let picture = [b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x02\0\0\0\x01\0".as_slice(), &scattered].concat();
        let program = [b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01".as_slice(), &[0; 400]].concat();
        let stray = format!("The ferry {}is late\u{1}, and nobody minds.", "is late and ".repeat(20));
        let wide: Vec<u8> = "The ferry is late.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let seven = "\u{1B}$B%U%'%j!<\u{1B}(B".repeat(9);
        for (bytes, is) in [
            (picture.as_slice(), true),
            (&program, true),
            (&scattered, true),
            (stray.as_bytes(), false),
            (&wide, false),
            (seven.as_bytes(), false),
            (b"", false),
        ] {
            let article = extract(bytes, &Hint { name: "a.txt".to_owned(), ..Hint::default() });
            let told = article.caveats.contains(&Caveat::NotText);
            assert_eq!(told, is, "{:?}", String::from_utf8_lossy(bytes));
            assert_eq!(article.title == "a.txt", is || bytes.is_empty(), "{}", article.title);
        }
    }
}
