//! An XML feed: its root, what is said about the feed, and where its entries
//! stand.

use super::entry;
use super::field::{Authors, Fields, distinct, relation};
use super::slot::Slot;
use super::space::Space;
use super::tree::{ENTRIES, Element, NodeId, ROOT, ROOTS, Tree};
use super::{Feed, Format, MOST_ENTRIES, Notes};
use crate::article::{Date, Language};
use crate::extract::date;
use crate::extract::reference;

/// Reads the feed in a tree; `None` where there is none. `url` is the address
/// that the feed was fetched from.
pub(super) fn read(tree: &Tree<'_>, url: Option<&str>, notes: &mut Notes) -> Option<Feed> {
    let found = find(tree)?;
    notes.several_roots = found.several;
    let document = document(tree, found.head, url);
    let mut reader =
        Reader { fields: Fields { tree, document: document.as_deref() }, notes, draft: Draft::default() };
    for holder in [found.root, found.head] {
        if let Some(element) = tree.element(holder) {
            reader.attributes(holder, element);
        }
    }
    for (node, element) in tree.elements(found.head) {
        reader.field(node, element);
    }
    // RSS 1.0 has the image beside the channel.
    if let Some(image) = tree.child(found.root, "image") {
        reader.image(2, image);
    }
    let mut feed = reader.finish();
    feed.format = found.format;
    feed.feed_url = feed.feed_url.or_else(|| url.map(str::to_owned));
    let base = document.or_else(|| feed.home_url.clone()).filter(|it| it.len() <= reference::LONGEST_BASE);
    notes.left_out = found.entries.len().saturating_sub(MOST_ENTRIES);
    let kept = found.entries.into_iter().take(MOST_ENTRIES);
    feed.entries = kept.map(|it| entry::read(tree, it, base.as_deref(), notes)).collect();
    Some(feed)
}

struct Found {
    root: NodeId,
    /// The element that the feed's own fields stand in.
    head: NodeId,
    entries: Vec<NodeId>,
    format: Format,
    several: bool,
}

/// Looks for the root wherever it stands: the first that has entries, else the
/// first. A document of one entry (RFC 4287, 2) is a feed too.
fn find(tree: &Tree<'_>) -> Option<Found> {
    let mut found: Option<Found> = None;
    let mut several = false;
    let mut is_page = false;
    let mut at = tree.after(ROOT, true, ROOT);
    while let Some(node) = at {
        let mut into = true;
        if let Some(element) = tree.element(node) {
            is_page |= element.name == "html";
            if let Some(format) = format(element) {
                into = false;
                several |= found.is_some();
                if found.as_ref().is_none_or(|it| it.entries.is_empty()) {
                    let channel = tree.child(node, "channel");
                    let own = matches!(element.name.as_ref(), "feed" | "channel");
                    let head = channel.filter(|_| !own).unwrap_or(node);
                    let rest = found.take();
                    let this =
                        Found { root: node, head, entries: entries(tree, node), format, several: false };
                    found = match rest {
                        Some(first) if this.entries.is_empty() => Some(first),
                        _ => Some(this),
                    };
                }
            }
        }
        at = tree.after(node, into, ROOT);
    }
    let mut found = match found {
        Some(found) => found,
        None if is_page => return None,
        None => Found { root: ROOT, head: ROOT, entries: Vec::new(), format: Format::Rss, several: false },
    };
    found.several = several;
    if found.entries.is_empty() && !is_page {
        // Entries that stand outside of the feed, for it was closed too early.
        found.entries = entries(tree, ROOT);
        if found.root == ROOT {
            let first = found.entries.first().and_then(|it| tree.element(*it))?;
            found.format = if first.space == Space::Atom { Format::Atom } else { Format::Rss };
        }
    }
    Some(found)
}

/// The format that an element is the root of.
fn format(element: &Element<'_>) -> Option<Format> {
    let name = element.name.as_ref();
    if !ROOTS.contains(&name) {
        return None;
    }
    match element.space {
        Space::Rdf if name == "rdf" => Some(Format::Rdf),
        Space::Atom => Some(if name == "feed" { Format::Atom } else { Format::Rss }),
        Space::Rss => Some(match name {
            "feed" => Format::Atom,
            "rdf" => Format::Rdf,
            "channel" => Format::Cdf,
            _ => Format::Rss,
        }),
        _ => None,
    }
}

/// The entries below a node, in order; those that an entry quotes in its
/// `source` or its text are not the feed's.
fn entries(tree: &Tree<'_>, below: NodeId) -> Vec<NodeId> {
    let mut out = Vec::new();
    let mut at = tree.after(below, true, below);
    while let Some(node) = at {
        let mut into = true;
        if let Some(element) = tree.element(node) {
            let name = element.name.as_ref();
            if element.space.is_core() && ENTRIES.contains(&name) {
                out.push(node);
                into = false;
            } else if matches!(name, "source" | "description" | "content" | "summary" | "encoded") {
                into = false;
            }
        }
        at = tree.after(node, into, below);
    }
    out
}

/// The address that references in the feed are relative to: where it was
/// fetched, else what it says of itself.
fn document(tree: &Tree<'_>, head: NodeId, url: Option<&str>) -> Option<String> {
    if let Some(url) = url {
        return Some(url.to_owned());
    }
    tree.elements(head).find_map(|(node, it)| {
        let own = it.space.is_core() && it.name == "link" && relation(it) == "self";
        let base = tree.base(node, None);
        if own { reference::web(base.as_deref(), it.attribute("href")?) } else { None }
    })
}

#[derive(Default)]
struct Draft {
    title: Slot<String>,
    subtitle: Slot<String>,
    home_url: Slot<String>,
    feed_url: Slot<String>,
    language: Slot<Language>,
    icon: Slot<String>,
    published: Slot<Date>,
    updated: Slot<Date>,
    authors: Authors,
    categories: Vec<String>,
    hubs: Vec<String>,
    ttl: Option<u32>,
    period: Option<u32>,
    frequency: Option<u32>,
    skip_hours: Vec<u8>,
    skip_days: Vec<u8>,
}

struct Reader<'t, 'a> {
    fields: Fields<'t, 'a>,
    notes: &'t mut Notes,
    draft: Draft,
}

impl Reader<'_, '_> {
    /// What stands on the root's tag: `xml:lang`, CDF's `HREF` and `LASTMOD`.
    fn attributes(&mut self, node: NodeId, element: &Element<'_>) {
        self.draft.language.offer(2, element.attribute("lang").and_then(Language::parse));
        self.draft.home_url.offer(4, element.attribute("href").and_then(|it| self.fields.web(node, it)));
        self.draft.updated.offer(3, element.attribute("lastmod").and_then(date::stamp));
    }

    fn field(&mut self, node: NodeId, element: &Element<'_>) {
        let name = element.name.as_ref();
        match element.space {
            Space::Rss | Space::Atom => self.core(node, element, name),
            Space::Dc => match name {
                "title" => self.title(1, node),
                "description" => self.subtitle(2, node),
                "creator" | "author" => self.author(2, node),
                "contributor" => self.author(5, node),
                "date" => self.updated(1, node),
                "subject" => self.category(node),
                "language" => self.language(1, node),
                _ => {}
            },
            Space::DcTerms => match name {
                "issued" => self.published(1, node),
                "created" => self.published(2, node),
                "modified" => self.updated(1, node),
                "title" => self.title(1, node),
                "creator" => self.author(2, node),
                "subject" => self.category(node),
                _ => {}
            },
            Space::Itunes => match name {
                "title" => self.title(2, node),
                "summary" | "description" => self.subtitle(3, node),
                "subtitle" => self.subtitle(4, node),
                "author" => self.author(3, node),
                "image" => self.image(3, node),
                "keywords" => self.draft.categories.extend(self.fields.keywords(node)),
                "category" => self.draft.categories.extend(self.fields.itunes_categories(node)),
                _ => {}
            },
            Space::Media => match name {
                "title" => self.title(3, node),
                "description" => self.subtitle(5, node),
                "thumbnail" => self.image(4, node),
                "category" => self.category(node),
                _ => {}
            },
            Space::Syndication => match name {
                "updateperiod" => self.draft.period = self.fields.text(node).and_then(|it| minutes(&it)),
                "updatefrequency" => self.draft.frequency = self.fields.number(node),
                _ => {}
            },
            _ => {}
        }
    }

    fn core(&mut self, node: NodeId, element: &Element<'_>, name: &str) {
        match name {
            "title" => self.title(0, node),
            "description" | "subtitle" | "tagline" | "abstract" => self.subtitle(0, node),
            "link" => self.link(node, element),
            "url" | "a" => {
                self.draft.home_url.offer(5, self.fields.address(node));
            }
            "author" => self.author(0, node),
            "managingeditor" => self.author(1, node),
            "contributor" => self.author(5, node),
            "pubdate" | "published" => self.published(0, node),
            "issued" | "created" => self.published(1, node),
            "updated" | "modified" | "lastbuilddate" => self.updated(0, node),
            "category" | "keyword" => self.category(node),
            "language" => self.language(0, node),
            "icon" => self.image(0, node),
            "logo" | "image" => self.image(1, node),
            "ttl" => self.draft.ttl = self.draft.ttl.or_else(|| self.fields.number(node)),
            "skiphours" => {
                let hours =
                    self.fields.tree.elements(node).filter_map(|(it, _)| self.fields.number(it)).take(24);
                // RSS 0.91 counts to 24, which is midnight.
                let hours: Vec<u8> =
                    hours.filter(|it| *it <= 24).filter_map(|it| u8::try_from(it % 24).ok()).collect();
                self.draft.skip_hours.extend(hours);
            }
            "skipdays" => {
                let days = self
                    .fields
                    .tree
                    .elements(node)
                    .take(7)
                    .filter_map(|(it, _)| weekday(&self.fields.text(it)?));
                self.draft.skip_days.extend(days);
            }
            _ => {}
        }
    }

    fn title(&mut self, rank: u8, node: NodeId) {
        self.draft.title.offer(rank, self.fields.line(node));
    }

    fn subtitle(&mut self, rank: u8, node: NodeId) {
        self.draft.subtitle.offer(rank, self.fields.line(node));
    }

    fn published(&mut self, rank: u8, node: NodeId) {
        let date = self.fields.date(node, self.notes);
        self.draft.published.offer_last(rank, date);
    }

    fn updated(&mut self, rank: u8, node: NodeId) {
        let date = self.fields.date(node, self.notes);
        self.draft.updated.offer_last(rank, date);
    }

    fn author(&mut self, rank: u8, node: NodeId) {
        self.draft.authors.offer(rank, self.fields.person(node));
    }

    fn category(&mut self, node: NodeId) {
        self.draft.categories.extend(self.fields.category(node));
    }

    fn language(&mut self, rank: u8, node: NodeId) {
        self.draft.language.offer(rank, self.fields.language(node));
    }

    fn image(&mut self, rank: u8, node: NodeId) {
        self.draft.icon.offer(rank, self.fields.picture(node));
    }

    fn link(&mut self, node: NodeId, element: &Element<'_>) {
        let url = self.fields.address(node);
        match relation(element).as_str() {
            "alternate" => {
                let html = element.attribute("type").is_none_or(|it| it.contains("html"));
                // Feeds of RSS that name themselves in `atom:link` often forget to say so.
                let foreign =
                    element.space == Space::Atom && self.is_rss(node) && element.attribute("rel").is_none();
                let rank = if foreign { 3 } else { u8::from(!html) };
                self.draft.home_url.offer(rank, url);
            }
            "self" => self.draft.feed_url.offer(0, url),
            "hub" => self.draft.hubs.extend(url),
            _ => {}
        }
    }

    /// Whether a field stands in a feed that is not Atom.
    fn is_rss(&self, node: NodeId) -> bool {
        self.fields.tree.element(self.fields.tree.parent(node)).is_some_and(|it| it.space != Space::Atom)
    }

    fn finish(self) -> Feed {
        let mut draft = self.draft;
        let every = draft.period.map(|period| period / draft.frequency.unwrap_or(1).max(1));
        Feed {
            title: draft.title.take().unwrap_or_default(),
            subtitle: draft.subtitle.take(),
            home_url: draft.home_url.take(),
            feed_url: draft.feed_url.take(),
            language: draft.language.take(),
            icon: draft.icon.take(),
            published: draft.published.take(),
            updated: draft.updated.take(),
            authors: draft.authors.take(),
            categories: distinct(draft.categories),
            hubs: distinct(draft.hubs),
            // Where a feed says it in two ways, it can stand the longer wait.
            ttl: draft.ttl.max(every).filter(|it| *it > 0),
            skip_hours: draft.skip_hours,
            skip_days: draft.skip_days,
            ..Feed::default()
        }
    }
}

/// A period of the syndication module in minutes.
fn minutes(period: &str) -> Option<u32> {
    match period.trim().to_ascii_lowercase().as_str() {
        "hourly" => Some(60),
        "daily" => Some(24 * 60),
        "weekly" => Some(7 * 24 * 60),
        "monthly" => Some(30 * 24 * 60),
        "yearly" => Some(365 * 24 * 60),
        _ => None,
    }
}

/// The number of a day named in English; Monday is 0.
fn weekday(name: &str) -> Option<u8> {
    let name = name.trim().to_ascii_lowercase();
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let day = days.iter().position(|it| name.starts_with(it))?;
    u8::try_from(day).ok()
}
