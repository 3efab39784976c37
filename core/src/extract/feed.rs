//! Feeds: RSS, Atom, RDF, CDF and JSON Feed, in whatever state they are.
//!
//! Bytes go in, a [`Feed`] and what had to be mended come out; `Err` only where
//! there is no feed in the bytes. Nothing is fetched, no DTD is read, no entity
//! expands to more than two characters, and no input makes the parser recurse
//! or take more than linear time.
//!
//! The text fields of a feed are safe to show. HTML is handed on as it is, its
//! links made absolute: the page walk cleans it, as it cleans pages.

mod channel;
mod entry;
mod field;
mod id;
mod json;
mod markup;
mod people;
mod slot;
mod space;
mod summaries;
pub(super) mod tree;
mod words;
mod write;
pub(super) mod xml;

use std::fmt;

use super::encoding;
use crate::article::{Date, Language};
pub use people::Person;
use tree::Tree;

/// Entries of a feed that are read; feeds have dozens, archives thousands.
const MOST_ENTRIES: usize = 20_000;

/// Bytes of a feed that are read.
const LARGEST: usize = 64 << 20;

/// A feed, and what it holds now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feed {
    pub format: Format,
    /// One line; empty where the feed has none.
    pub title: String,
    /// One line.
    pub subtitle: Option<String>,
    /// The site that the feed belongs to: `http` or `https`, as all addresses
    /// here.
    pub home_url: Option<String>,
    /// The feed's own address: what it says of itself, else where it was
    /// fetched.
    pub feed_url: Option<String>,
    pub language: Option<Language>,
    /// A picture that stands for the feed.
    pub icon: Option<String>,
    pub published: Option<Date>,
    pub updated: Option<Date>,
    /// Who writes the entries that do not name anybody.
    pub authors: Vec<Person>,
    /// One line each, without repetitions.
    pub categories: Vec<String>,
    /// `WebSub` hubs that tell of changes.
    pub hubs: Vec<String>,
    /// How many minutes the feed asks to be left alone after a fetch.
    pub ttl: Option<u32>,
    /// Hours (0–23, UTC) in which the feed asks not to be fetched.
    pub skip_hours: Vec<u8>,
    /// Days in which it asks not to be fetched; 0 is Monday.
    pub skip_days: Vec<u8>,
    /// In the order of the feed.
    pub entries: Vec<Entry>,
}

/// An entry of a feed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// What the entry is told apart by within its feed: what the feed says, in
    /// one line; else its address; else a hash of what it says. Never empty.
    /// Feeds that give the same id twice mean whatever they mean.
    pub id: String,
    /// The page: `http` or `https`.
    pub url: Option<String>,
    /// One line; empty where the entry has none.
    pub title: String,
    /// One line below the title, as podcasts have.
    pub subtitle: Option<String>,
    /// What the entry says in short, as HTML from a stranger.
    pub summary_html: Option<String>,
    /// The whole text, as HTML from a stranger; `None` where the feed gives
    /// no more than the summary.
    pub content_html: Option<String>,
    /// Empty where the entry names nobody: then the feed's authors are meant.
    pub authors: Vec<Person>,
    pub published: Option<Date>,
    pub updated: Option<Date>,
    pub language: Option<Language>,
    /// One line each, without repetitions.
    pub categories: Vec<String>,
    /// Files that belong to the entry: sound, film, pictures.
    pub enclosures: Vec<Enclosure>,
    /// A picture that stands for the entry.
    pub image: Option<String>,
    /// The page where readers answer, and how many answers there are.
    pub comments_url: Option<String>,
    pub comments: Option<u32>,
    /// The feed that it was taken over from, by its name, where this one gathers
    /// entries of others; one line.
    pub origin: Option<String>,
    /// Where on earth it belongs: a name, else latitude and longitude; one line.
    pub place: Option<String>,
}

impl Entry {
    /// The fullest text that the feed gives, as HTML from a stranger.
    pub fn body_html(&self) -> Option<&str> {
        self.content_html.as_deref().or(self.summary_html.as_deref())
    }

    /// When it was published; where nobody says, when it was last changed.
    pub fn date(&self) -> Option<Date> {
        self.published.or(self.updated)
    }

    /// The summary in one line, safe to show.
    pub fn summary(&self) -> Option<String> {
        let words = markup::words(self.summary_html.as_deref()?);
        (!words.is_empty()).then_some(words)
    }
}

/// A file that belongs to an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Enclosure {
    /// `http` or `https`.
    pub url: String,
    /// As the feed says it, which is often wrong.
    pub mime: Option<String>,
    /// As the feed says it; 0 stands for "unknown" in many.
    pub bytes: Option<u64>,
    /// How long it plays.
    pub seconds: Option<u32>,
    pub title: Option<String>,
}

impl Enclosure {
    /// Whether it is sound or film, by what the feed says of it, else by the end
    /// of its address.
    pub fn is_played(&self) -> bool {
        self.is(&["audio/", "video/"], &[".mp3", ".m4a", ".ogg", ".opus", ".mp4", ".webm"])
    }

    /// Whether it is a picture, in the same way.
    pub fn is_picture(&self) -> bool {
        self.is(&["image"], &[".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"])
    }

    fn is(&self, mimes: &[&str], endings: &[&str]) -> bool {
        let path = self.url.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
        match self.mime.as_deref() {
            Some(mime) => mimes.iter().any(|it| mime.starts_with(it)),
            None => endings.iter().any(|it| path.ends_with(it)),
        }
    }
}

/// The formats that are told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// 0.91 to 2.0.
    #[default]
    Rss,
    /// RSS 0.90 and 1.0.
    Rdf,
    /// 0.3 and 1.0.
    Atom,
    /// Microsoft's Channel Definition Format.
    Cdf,
    /// JSON Feed 1.0 and 1.1.
    Json,
}

impl Format {
    pub fn name(self) -> &'static str {
        match self {
            Self::Rss => "RSS",
            Self::Rdf => "RDF",
            Self::Atom => "Atom",
            Self::Cdf => "CDF",
            Self::Json => "JSON Feed",
        }
    }
}

/// What is known about a feed beside its bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Origin<'a> {
    /// Where it was fetched, redirects followed: what relative links are
    /// relative to. Without it they are so to what the feed says of itself.
    pub url: Option<&'a str>,
    /// The `charset` of the HTTP header.
    pub charset: Option<&'a str>,
}

/// A feed and what was not as it should be.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    pub feed: Feed,
    pub warnings: Vec<Warning>,
}

/// There is no feed in the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFeed {
    Empty,
    /// A page; it may name its feeds.
    Page,
    Other,
}

impl fmt::Display for NoFeed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "it is empty",
            Self::Page => "it is a page, not a feed",
            Self::Other => "it is no feed",
        })
    }
}

/// Something that was mended or left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Bytes that are wrong in the encoding stand as U+FFFD.
    BadBytes,
    /// The text ends in the middle.
    Truncated,
    /// Tags without an end, or ends without a tag.
    Unbalanced,
    /// Tags that are not written as tags are.
    BrokenTag,
    /// Ampersands that should have been `&amp;`, or names that nobody knows.
    Ampersand,
    /// Nested beyond what any feed needs; what is deeper was flattened.
    TooDeep,
    /// More than one feed in the text: the first with entries was read.
    SeveralRoots,
    /// JSON that had to be mended to be read.
    Json,
    /// Larger than any feed: what comes after so many bytes was left out.
    Cut(usize),
    /// So many entries more than are read.
    LeftOut(usize),
    /// So many dates say nothing.
    Dates(usize),
    /// So many entries have no id of their own.
    WithoutId(usize),
    /// So many entries carry the id of one before.
    RepeatedId(usize),
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadBytes => f.write_str("bytes that are wrong in its encoding"),
            Self::Truncated => f.write_str("it ends in the middle"),
            Self::Unbalanced => f.write_str("tags that are not closed, or closed without being open"),
            Self::BrokenTag => f.write_str("broken tags"),
            Self::Ampersand => f.write_str("ampersands that are not escaped, or unknown entities"),
            Self::TooDeep => f.write_str("nested too deep"),
            Self::SeveralRoots => f.write_str("more than one feed: the first with entries was read"),
            Self::Json => f.write_str("broken JSON"),
            Self::Cut(limit) => write!(f, "larger than {} MB: the rest was left out", limit >> 20),
            Self::LeftOut(n) => write!(f, "{n} entries too many, which were left out"),
            Self::Dates(1) => f.write_str("1 date that says nothing"),
            Self::Dates(n) => write!(f, "{n} dates that say nothing"),
            Self::WithoutId(1) => f.write_str("1 entry without an id"),
            Self::WithoutId(n) => write!(f, "{n} entries without an id"),
            Self::RepeatedId(1) => f.write_str("1 entry with the id of another"),
            Self::RepeatedId(n) => write!(f, "{n} entries with the id of another"),
        }
    }
}

/// What the readers count while they read.
#[derive(Debug, Default)]
struct Notes {
    bad_dates: usize,
    without_id: usize,
    left_out: usize,
    several_roots: bool,
    mended_json: bool,
}

/// Reads a feed.
pub fn parse(bytes: &[u8], origin: &Origin<'_>) -> Result<Parsed, NoFeed> {
    let kept = bytes.get(..LARGEST).unwrap_or(bytes);
    let decoded = encoding::decode(kept, origin.charset);
    let text = xml::mend_c1(&decoded.text);
    let mut notes = Notes::default();
    let mut warnings = Vec::new();
    if kept.len() < bytes.len() {
        warnings.push(Warning::Cut(LARGEST));
    }
    if decoded.bad {
        warnings.push(Warning::BadBytes);
    }
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\0'));
    if start.is_empty() {
        return Err(NoFeed::Empty);
    }
    let feed = if start.starts_with('{') {
        json::read(start, origin.url, &mut notes).ok_or(NoFeed::Other)?
    } else {
        let tree = Tree::parse(start);
        let feed = channel::read(&tree, origin.url, &mut notes).ok_or_else(|| kind_of(start))?;
        let flaws = tree.flaws;
        let told = [
            (flaws.tokens.cut, Warning::Truncated),
            (flaws.tokens.broken_tag, Warning::BrokenTag),
            (flaws.unbalanced, Warning::Unbalanced),
            (flaws.loose_ampersand, Warning::Ampersand),
            (flaws.too_deep, Warning::TooDeep),
            (notes.several_roots, Warning::SeveralRoots),
        ];
        warnings.extend(told.into_iter().filter(|(is, _)| *is).map(|(_, warning)| warning));
        feed
    };
    let repeated = feed.entries.len() - id::distinct(&feed.entries);
    let told = [
        (usize::from(notes.mended_json), Warning::Json),
        (notes.left_out, Warning::LeftOut(notes.left_out)),
        (notes.bad_dates, Warning::Dates(notes.bad_dates)),
        (notes.without_id, Warning::WithoutId(notes.without_id)),
        (repeated, Warning::RepeatedId(repeated)),
    ];
    warnings.extend(told.into_iter().filter(|(n, _)| *n > 0).map(|(_, warning)| warning));
    Ok(Parsed { feed, warnings })
}

/// Reads a feed that [`Feed::to_json`] wrote, or any other JSON Feed.
pub(super) fn of_json(value: &serde_json::Value) -> Option<Feed> {
    json::of_value(value, None, &mut Notes::default())
}

/// Subjects as [`of_json`] reads them where they are such a list.
pub(super) fn subjects(stated: impl Iterator<Item = String>) -> Vec<String> {
    field::distinct(json::lines(stated))
}

/// What a text without a feed is.
fn kind_of(text: &str) -> NoFeed {
    let is_page = xml::Tokens::new(text)
        .take(64)
        .any(|it| matches!(it, xml::Token::Open { name, .. } if name.eq_ignore_ascii_case("html")));
    if is_page { NoFeed::Page } else { NoFeed::Other }
}

#[cfg(test)]
mod tests;
