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

use crate::article::{Article, ArticleId, Block, BlockKind, Date, Language, Trimmed, Why};
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

/// An article and what had to be mended to get it.
#[derive(Clone, Debug, PartialEq)]
pub struct Extracted {
    pub article: Article,
    pub warnings: Vec<Warning>,
}

/// Something that was not as it should be, and was read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Bytes that are wrong in the encoding stand as U+FFFD.
    BadBytes { encoding: &'static str },
    /// There are no words.
    Empty,
    /// Too large: the rest was left out.
    Cut { limit: usize },
    /// The page holds no article that could be told from its surroundings.
    NoArticle,
    /// The page shows the beginning of an article and asks for money.
    Paywall,
    /// The page is a server's answer that there is no article.
    ErrorPage,
    /// The page asks for consent and shows nothing else.
    ConsentWall,
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
    pub(crate) warnings: Vec<Warning>,
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
pub fn extract(bytes: &[u8], hint: &Hint) -> Extracted {
    let mut warnings = Vec::new();
    let cut = bytes.get(..LARGEST).unwrap_or(bytes);
    if cut.len() < bytes.len() {
        warnings.push(Warning::Cut { limit: LARGEST });
    }
    let decoded = encoding::decode(cut, hint.charset.as_deref());
    if decoded.bad {
        warnings.push(Warning::BadBytes { encoding: decoded.encoding });
    }
    let draft = match hint.form.unwrap_or_else(|| sniff(&decoded.text)) {
        Form::Plain => plain::read(&decoded.text),
        Form::Markdown => markdown::read(&decoded.text, hint.url.as_deref()),
        Form::Html => html::read(&decoded.text, hint),
        Form::Entry => entry::read(&decoded.text, hint),
    };
    let mut extracted = finish(draft, hint);
    extracted.warnings.splice(..0, warnings);
    extracted
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
pub(crate) fn finish(draft: Draft, hint: &Hint) -> Extracted {
    let line = |text: String| Some(safe::line(&text).into_owned()).filter(|it| !it.is_empty());
    let id = identify(&draft);
    let mut blocks = draft.blocks;
    blocks.iter_mut().for_each(safe::block);
    let mut warnings = draft.warnings;
    if blocks.iter().all(|it| it.text.is_empty()) {
        warnings.push(Warning::Empty);
    }
    let first = || {
        let texts = blocks.iter().map(|it| it.text.as_str()).filter(|it| !it.is_empty());
        texts.into_iter().find(|it| boilerplate::reason(it).is_none()).map(|it| shorten(it, LEAD))
    };
    let title = draft.titles.into_iter().find_map(line).or_else(first).or_else(|| line(hint.name.clone()));
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
    leave_something(&mut article, &mut warnings);
    // What was found in the body may be a row of a table, or have a break in it.
    let named = [Some(&mut article.title), article.kicker.as_mut(), article.byline.as_mut()];
    let trimmed = article.trimmed.iter_mut().map(|it| &mut it.text);
    for it in named.into_iter().flatten().chain(trimmed) {
        *it = safe::line(it).into_owned();
    }
    Extracted { article, warnings }
}

/// Gives back what was taken out where nothing else is left to read: a file of one
/// line is its own body as well as its title, and of a file that holds nothing but
/// notices these are shown. What is no text of the article by its place on a page,
/// or is not to be seen there, stays out.
fn leave_something(article: &mut Article, warnings: &mut Vec<Warning>) {
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
        warnings.push(Warning::NoArticle);
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

    fn read(text: &str) -> Extracted {
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
            assert_eq!(read(text).article.title, title, "{text:?}");
        }
        let long = read(&"word ".repeat(2_000)).article.title;
        assert!(long.ends_with("word…") && long.chars().count() <= LEAD + 1);
        let declared = read(&format!("Title: {}\n\nWords.", "word ".repeat(90))).article.title;
        assert!(declared.chars().count() <= LONGEST_TITLE + 1);
    }

    #[test]
    fn words_are_never_lost_to_the_title() {
        let article = read("The ferry to Lowick is late.").article;
        assert_eq!(article.kept().count(), 1);
    }

    #[test]
    fn what_was_mended_is_told() {
        assert_eq!(read("  \n").warnings, [Warning::Empty]);
        let bytes = ["Straße ".repeat(20).as_bytes(), b"\xFF"].concat();
        let found = extract(&bytes, &Hint::default()).warnings;
        assert_eq!(found, [Warning::BadBytes { encoding: "UTF-8" }]);
    }
}
