//! An entry of a feed to an article, by way of bytes that can be kept.
//!
//! What the library keeps of an entry is a JSON Feed of that one entry
//! ([`source`]): small, without the rest of the feed, and enough to make the
//! article again by better rules. [`read`] makes the draft of it. Where the page
//! behind the entry was fetched, it lies in there too.

use dom_query::Document;
use serde_json::{Map, Value};

use super::feed::{self, Enclosure, Entry, Feed};
use super::html::{self, tidy, tree::Tree};
use super::{Caveat, Draft, Hint, blocks, content, link, plain};
use crate::article::{Block, BlockKind, Date, Inline, InlineKind, Marker, Trimmed, Why};
use crate::text::{boilerplate, language, span::Span};

/// What the library calls the bytes of an entry, in place of a file's name.
pub const NAME: &str = "entry.kabar";

/// Bytes of a body, and of a page, that are kept; both read no further.
const LONGEST: usize = tidy::LONGEST / 2;

/// Characters from which on the words of a text tell its language better than
/// its feed does: many programs declare the language that they were written in.
const TELLING: usize = 300;

/// A subject of more characters is no section line.
const LONGEST_KICKER: usize = 40;
/// What programs put where an author chose no subject.
const NO_SUBJECT: &[&str] = &["uncategorized", "uncategorised", "allgemein", "sin categoría", "non classé"];

/// The page behind an entry, decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Who sent it, redirects followed.
    pub url: String,
    pub html: String,
}

/// An entry with what it needs of its feed, as bytes that [`super::extract`] reads
/// as [`super::Form::Entry`]. `arrived` stands for a date that the entry does not
/// give, and is the latest that it can have: entries from the future would stand on
/// top for ever. Where `page` is given, its text becomes that of the article
/// if it says more than the entry does.
pub fn source(feed: &Feed, entry: &Entry, arrived: Date, page: Option<&Page>) -> Vec<u8> {
    let mut line = feed.to_json_of(&capped(entry));
    let mut own = Map::new();
    let date = entry.date();
    if date.is_none_or(|it| it.seconds > arrived.seconds) {
        own.insert("arrived".to_owned(), arrived.to_string().into());
    }
    if let Some(page) = page {
        own.insert("page".to_owned(), cap(&page.html).into());
        own.insert("page_url".to_owned(), page.url.as_str().into());
    }
    if !own.is_empty() {
        line.insert("_kabar".to_owned(), own.into());
    }
    // Maps and strings: there is nothing in it that JSON has no form for.
    serde_json::to_vec(&line).unwrap_or_default()
}

/// What an entry says itself, as bytes: other ones mean that it was changed. What
/// its feed says beside it, and how often it was answered, is none of that.
pub fn essence(entry: &Entry) -> Vec<u8> {
    serde_json::to_vec(&capped(entry).to_lasting_json()).unwrap_or_default()
}

/// Puts a page behind the entry in bytes that [`source`] made; `None` where they
/// are none.
pub fn with_page(source: &[u8], page: &Page) -> Option<Vec<u8>> {
    let mut line: Map<String, Value> = serde_json::from_slice(source).ok()?;
    let own = line.entry("_kabar").or_insert_with(|| Value::Object(Map::new())).as_object_mut()?;
    own.insert("page".to_owned(), cap(&page.html).into());
    own.insert("page_url".to_owned(), page.url.as_str().into());
    serde_json::to_vec(&line).ok()
}

/// The subjects of an entry, as [`subjects_of`] has them of what [`source`] makes of it.
pub fn subjects(entry: &Entry) -> Vec<String> {
    feed::subjects(entry.categories.iter().cloned())
}

/// The subjects of an entry in bytes that [`source`] made; none where they are
/// none.
pub fn subjects_of(source: &[u8]) -> Vec<String> {
    let value: Option<Value> = serde_json::from_slice(source).ok();
    let feed = value.as_ref().and_then(feed::of_json);
    feed.and_then(|it| it.entries.into_iter().next()).map(|it| it.categories).unwrap_or_default()
}

fn capped(entry: &Entry) -> Entry {
    Entry {
        content_html: entry.body_html().map(|it| cap(it).to_owned()),
        summary_html: None,
        ..entry.clone()
    }
}

fn cap(text: &str) -> &str {
    Span::new(0, LONGEST).slice(text)
}

/// Reads what [`source`] made; what is nothing of the kind is plain text.
pub(super) fn read(text: &str, hint: &Hint) -> Draft {
    let value: Option<Value> = serde_json::from_str(text).ok();
    let found = value.as_ref().and_then(|it| Some((it.get("_kabar"), feed::of_json(it)?)));
    let Some((own, mut feed)) = found else { return plain::read(text) };
    let Some(entry) = (!feed.entries.is_empty()).then(|| feed.entries.swap_remove(0)) else {
        return plain::read(text);
    };
    let text = |name: &str| own.and_then(|it| it.get(name)).and_then(Value::as_str);
    let arrived = text("arrived").and_then(super::date::stamp);
    let own = body(&feed, &entry);
    let page = text("page").map(|html| {
        let url = text("page_url").map(str::to_owned).or_else(|| entry.url.clone());
        html::read(html, &Hint { url, ..hint.clone() })
    });
    let (draft, whole) = match page {
        Some(page) if says_more(&page, &own) => (page, true),
        _ => (own, false),
    };
    about(draft, whole, &feed, entry, arrived)
}

/// Whether a page shows an article, and more of it than the entry does.
fn says_more(page: &Draft, entry: &Draft) -> bool {
    let doubtful = |it: &Caveat| {
        matches!(it, Caveat::NoArticle | Caveat::ErrorPage | Caveat::ConsentWall | Caveat::Paywall)
    };
    !page.caveats.iter().any(doubtful) && words(page) > words(entry)
}

/// Characters of what is kept, without white space.
fn words(draft: &Draft) -> usize {
    let kept = draft.blocks.iter().filter(|it| it.removed.is_none());
    kept.flat_map(|it| it.text.chars()).filter(|it| !it.is_whitespace()).count()
}

/// The body of an entry with what belongs to it: its picture, its files.
fn body(feed: &Feed, entry: &Entry) -> Draft {
    let tidied = tidy::tidy(entry.body_html().unwrap_or_default());
    let document = Document::from(tidied.html.as_str());
    let tree = Tree::of(&document);
    let base = entry.url.as_deref().or(feed.home_url.as_deref());
    let built = blocks::build(&tree, &content::mark_whole(&tree), base);
    let mut draft = Draft { links: built.links, trimmed: built.trimmed, ..Draft::default() };
    let shows_pictures = built
        .pieces
        .iter()
        .any(|it| matches!(it.block.kind, BlockKind::Image { .. }) && it.furniture.is_none());
    if let Some(image) = entry.image.as_deref().filter(|_| !shows_pictures) {
        draft.picture(image);
    }
    let before = draft.blocks.len();
    for it in draft.trimmed.iter_mut().filter_map(|it| it.block.as_mut()) {
        *it += before;
    }
    for mut piece in built.pieces {
        piece.block.removed = piece.furniture;
        let block = Some(draft.blocks.len());
        draft.trimmed.extend(piece.trimmed.into_iter().map(|(text, why)| Trimmed { block, text, why }));
        draft.blocks.push(piece.block);
    }
    draft
}

/// What stands around the body: what the entry says of itself, else what the page
/// does where that is the body (`whole`), else what the feed does.
fn about(mut draft: Draft, whole: bool, feed: &Feed, entry: Entry, arrived: Option<Date>) -> Draft {
    for file in &entry.enclosures {
        draft.file(file);
    }
    if let Some(url) = &entry.comments_url {
        draft.comments(url);
    }
    if let Some(place) = &entry.place {
        draft.blocks.push(Block::new(BlockKind::Paragraph, place));
    }
    let plain: Vec<&str> =
        draft.blocks.iter().map(|it| it.text.as_str()).filter(|it| !it.is_empty()).collect();
    let running: Vec<&str> =
        plain.iter().copied().filter(|it| boilerplate::is_running(it)).take(20).collect();
    let running = running.join("\n");
    let declared = entry.language.or(feed.language);
    let told = || language::detect(&running);
    let language =
        if running.chars().count() >= TELLING { told().or(declared) } else { declared.or_else(told) };
    // An entry without a name is called by its first words; without these by
    // whatever else it has.
    let named_by_words = plain.iter().any(|it| boilerplate::reason(it).is_none());
    let name = Some(entry.title.clone()).filter(|it| !it.is_empty()).or_else(|| {
        let file = || entry.enclosures.first().map(|it| it.url.clone());
        (!named_by_words)
            .then(|| entry.subtitle.clone().or_else(|| entry.url.clone()).or_else(file))
            .flatten()
    });
    // What has no address of its own is told apart by all that it says.
    let files: Vec<&str> = entry.enclosures.iter().map(|it| it.url.as_str()).collect();
    draft.words = [&*entry.title, &plain.join("\n"), &files.join("\n"), &entry.id].join("\n");
    let page_titles = if whole { std::mem::take(&mut draft.titles) } else { Vec::new() };
    let names = |people: &[feed::Person]| {
        let names: Vec<&str> = people.iter().filter_map(|it| it.name.as_deref()).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let outlet = entry.origin.clone().or_else(|| Some(feed.title.clone()).filter(|it| !it.is_empty()));
    let byline = names(&entry.authors).or_else(|| draft.byline.take()).or_else(|| names(&feed.authors));
    let date = match (entry.date(), arrived) {
        (Some(date), Some(arrived)) => Some(Date { seconds: date.seconds.min(arrived.seconds), ..date }),
        (date, arrived) => date.or_else(|| draft.published.take()).or(arrived),
    };
    Draft {
        titles: name.into_iter().chain(page_titles).collect(),
        kicker: kicker(&entry.categories).or_else(|| draft.kicker.take()),
        byline: byline.filter(|it| Some(it) != outlet.as_ref()),
        outlet: outlet.or_else(|| draft.outlet.take()),
        published: date,
        language,
        url: entry.url,
        ..draft
    }
}

/// The subject that stands over the title: the first that the author chose.
fn kicker(subjects: &[String]) -> Option<String> {
    let chosen = |it: &&String| {
        it.chars().count() <= LONGEST_KICKER && !NO_SUBJECT.contains(&it.to_lowercase().as_str())
    };
    subjects.iter().find(chosen).cloned()
}

impl Draft {
    /// The index of a link to an address; `None` for one that nobody follows.
    fn link_to(&mut self, url: &str) -> Option<usize> {
        let url = link::clean(url)?;
        Some(self.links.iter().position(|it| *it == url).unwrap_or_else(|| {
            self.links.push(url);
            self.links.len() - 1
        }))
    }

    fn picture(&mut self, url: &str) {
        let link = self.link_to(url);
        if link.is_some() {
            self.blocks.push(Block::new(BlockKind::Image { alt: String::new(), link }, ""));
        }
    }

    /// A file that belongs to an entry: pictures as pictures, the others as a line
    /// that leads there and says what it is.
    fn file(&mut self, file: &Enclosure) {
        let known = |links: &[String]| link::clean(&file.url).is_some_and(|it| links.contains(&it));
        if known(&self.links) {
            return;
        }
        if file.is_picture() {
            return self.picture(&file.url);
        }
        let Some(link) = self.link_to(&file.url) else { return };
        let path = file.url.split(['?', '#']).next().unwrap_or_default();
        let last = path.rsplit('/').find(|it| !it.is_empty()).unwrap_or(path);
        let name = file.title.clone().filter(|it| !it.is_empty()).unwrap_or_else(|| last.to_owned());
        let facts =
            [file.mime.clone(), file.seconds.filter(|it| *it > 0).map(length), file.bytes.and_then(size)];
        let facts: Vec<String> = facts.into_iter().flatten().filter(|it| !it.is_empty()).collect();
        let tail = if facts.is_empty() { String::new() } else { format!(" ({})", facts.join(", ")) };
        let kind = BlockKind::ListItem { depth: 0, marker: Marker::Bullet };
        let mut block = Block::new(kind, format!("{name}{tail}"));
        block.inlines.push(Inline { start: 0, end: name.len(), kind: InlineKind::Link(link) });
        self.blocks.push(block);
    }

    /// Where readers answer: a link among the links, and no part of the body.
    fn comments(&mut self, url: &str) {
        const WORDS: &str = "Comments";
        let Some(link) = self.link_to(url) else { return };
        let mut block = Block::new(BlockKind::Paragraph, WORDS);
        block.inlines.push(Inline { start: 0, end: WORDS.len(), kind: InlineKind::Link(link) });
        block.removed = Some(Why::Comments);
        self.blocks.push(block);
    }
}

/// How long something plays: `1:02:03`, `4:05`.
fn length(seconds: u32) -> String {
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// How large something is, in the units of files; `None` for sizes that stand for
/// "unknown".
fn size(bytes: u64) -> Option<String> {
    match bytes {
        0..1_000 => None,
        1_000..1_000_000 => Some(format!("{} kB", bytes / 1_000)),
        _ => Some(format!("{} MB", bytes / 1_000_000)),
    }
}

#[cfg(test)]
mod tests;
