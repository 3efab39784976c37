//! One entry of an XML feed. RSS, Atom, RDF and CDF are read by one table of
//! elements, for feeds mix them.

use super::field::{Authors, Fields, distinct, number, relation, seconds};
use super::markup;
use super::slot::Slot;
use super::space::Space;
use super::tree::{Element, NodeId, Tree};
use super::words::Words;
use super::{Enclosure, Entry, Notes, id};
use crate::article::{Date, Language};
use crate::extract::date;
use crate::extract::reference;

/// Reads the entry at a node. `document` is the address that references are
/// relative to, `xml:base` aside.
pub(super) fn read(tree: &Tree<'_>, entry: NodeId, document: Option<&str>, notes: &mut Notes) -> Entry {
    let mut reader = Reader { fields: Fields { tree, document }, notes, draft: Draft::default() };
    if let Some(element) = tree.element(entry) {
        reader.attributes(entry, element);
    }
    for (node, element) in tree.elements(entry) {
        reader.field(node, element, 0);
        if element.space == Space::Media {
            reader.media(node, element);
        }
    }
    reader.finish()
}

/// The fields of an entry while they are being filled.
#[derive(Default)]
struct Draft {
    id: Slot<String>,
    url: Slot<String>,
    title: Slot<Words>,
    subtitle: Slot<String>,
    /// Summaries and contents with the base of their links, and whether their
    /// line ends mean something.
    brief: Slot<Body>,
    /// A second summary of the feed's own vocabulary, after the first.
    second: Slot<Body>,
    full: Slot<Body>,
    authors: Authors,
    published: Slot<Date>,
    updated: Slot<Date>,
    language: Slot<Language>,
    categories: Vec<String>,
    enclosures: Vec<Enclosure>,
    image: Slot<String>,
    comments_url: Slot<String>,
    comments: Slot<u32>,
    origin: Slot<String>,
    place: Slot<String>,
    latitude: Option<String>,
    longitude: Option<String>,
    /// How long the first file plays.
    seconds: Slot<u32>,
}

struct Body {
    words: Words,
    base: Option<String>,
    lines: bool,
}

struct Reader<'t, 'a> {
    fields: Fields<'t, 'a>,
    notes: &'t mut Notes,
    draft: Draft,
}

impl Reader<'_, '_> {
    /// What stands on the entry's own tag: `rdf:about`, CDF's `HREF` and
    /// `LASTMOD`, `xml:lang`.
    fn attributes(&mut self, node: NodeId, element: &Element<'_>) {
        let about = element.attribute("about");
        self.draft.id.offer(1, about.map(str::to_owned));
        self.draft.url.offer(6, about.and_then(|it| self.fields.web(node, it)));
        self.draft.url.offer(0, element.attribute("href").and_then(|it| self.fields.web(node, it)));
        self.draft.updated.offer(2, element.attribute("lastmod").and_then(date::stamp));
        self.draft.language.offer(1, element.attribute("lang").and_then(Language::parse));
    }

    /// What stands in Media RSS: fields that describe the file and, where
    /// nothing else does, the entry.
    fn media(&mut self, node: NodeId, element: &Element<'_>) {
        if !matches!(element.name.as_ref(), "group" | "content") {
            return;
        }
        let tree = self.fields.tree;
        for (child, inner) in tree.elements(node) {
            self.field(child, inner, 1);
            if inner.is(Space::Media, "content") {
                for (leaf, inner) in tree.elements(child) {
                    self.field(leaf, inner, 2);
                }
            }
        }
    }

    /// One element of an entry, `depth` levels below what is directly in it.
    fn field(&mut self, node: NodeId, element: &Element<'_>, depth: u8) {
        let name = element.name.as_ref();
        match element.space {
            Space::Rss | Space::Atom if depth == 0 => self.core(node, element, name),
            Space::Dc if depth == 0 => match name {
                "title" => self.title(1, node),
                "description" => self.brief(2, node, false),
                "creator" | "author" => self.author(1, node),
                "contributor" => self.author(5, node),
                "date" => self.updated(2, node),
                "subject" => self.category(node),
                "identifier" => self.draft.id.offer(2, self.fields.text(node)),
                "language" => self.draft.language.offer(0, self.fields.language(node)),
                _ => {}
            },
            Space::DcTerms if depth == 0 => match name {
                "issued" | "available" => self.published(1, node),
                "created" | "date" => self.published(2, node),
                "modified" => self.updated(1, node),
                "title" => self.title(1, node),
                "abstract" | "description" => self.brief(2, node, false),
                "creator" => self.author(1, node),
                "subject" => self.category(node),
                _ => {}
            },
            Space::Content if depth == 0 && name == "encoded" => self.full(0, node),
            Space::Xhtml if depth == 0 && matches!(name, "body" | "div") => self.full(1, node),
            Space::Itunes if depth == 0 => match name {
                "title" => self.title(2, node),
                "summary" => self.brief(3, node, true),
                "subtitle" => self.draft.subtitle.offer(0, self.fields.line(node)),
                "author" => self.author(2, node),
                "image" => self.image(2, node),
                "keywords" => self.keywords(node),
                "category" => self.draft.categories.extend(self.fields.itunes_categories(node)),
                "duration" => self.draft.seconds.offer(0, self.fields.text(node).and_then(|it| seconds(&it))),
                _ => {}
            },
            Space::Media => match name {
                "title" => self.title(3 + depth, node),
                "description" | "text" => self.brief(4 + depth, node, true),
                "thumbnail" => self.image(1 + depth, node),
                "credit" if depth == 0 => self.author(4, node),
                "content" => self.media_file(node, element),
                "keywords" => self.keywords(node),
                "category" if depth == 0 => self.category(node),
                _ => {}
            },
            Space::Slash if name == "comments" => self.comments(node),
            Space::Geo if depth == 0 => match name {
                "featurename" => self.draft.place.offer(0, self.fields.line(node)),
                "point" | "where" => self.draft.place.offer(1, self.point(node)),
                "lat" => self.draft.latitude = self.fields.text(node),
                "long" => self.draft.longitude = self.fields.text(node),
                _ => {}
            },
            Space::Thread if name == "total" => self.comments(node),
            _ => {}
        }
    }

    fn core(&mut self, node: NodeId, element: &Element<'_>, name: &str) {
        match name {
            "title" => self.title(0, node),
            "link" => self.link(node, element),
            "url" | "a" => self.draft.url.offer(4, self.fields.address(node)),
            "guid" => self.guid(node, element),
            "id" => {
                let id = self.fields.text(node);
                let url =
                    id.as_deref().filter(|it| reference::is_web(it)).and_then(|it| reference::web(None, it));
                self.draft.url.offer(7, url);
                self.draft.id.offer(0, id);
            }
            "description" | "abstract" => self.brief(1, node, false),
            "summary" => self.brief(0, node, false),
            "content" | "encoded" => self.full(0, node),
            "fullitem" | "body" => self.full(1, node),
            "author" => self.author(0, node),
            "managingeditor" => self.author(3, node),
            "contributor" => self.author(5, node),
            "pubdate" | "published" => self.published(0, node),
            "issued" => self.published(1, node),
            "created" => self.published(3, node),
            "updated" | "modified" => self.updated(0, node),
            "lastbuilddate" | "date" => self.updated(3, node),
            "category" | "keyword" => self.category(node),
            "enclosure" => {
                let url = ["url", "href", "resource"].iter().find_map(|it| element.attribute(it));
                self.enclosure(node, element, url);
            }
            "image" => self.image(4, node),
            "comments" => self.draft.comments_url.offer(0, self.fields.address(node)),
            "language" => self.draft.language.offer(0, self.fields.language(node)),
            "source" => self.source(node),
            _ => {}
        }
    }

    /// The feed that an entry was taken over from: RSS names it in the text, Atom
    /// in a title, and its authors stand for an entry that has none (RFC 4287,
    /// 4.2.1).
    fn source(&mut self, node: NodeId) {
        let tree = self.fields.tree;
        if !tree.has_elements(node) {
            return self.draft.origin.offer(0, self.fields.line(node));
        }
        for (child, element) in tree.elements(node) {
            match element.name.as_ref() {
                "title" => self.draft.origin.offer(0, self.fields.line(child)),
                "author" => self.author(4, child),
                _ => {}
            }
        }
    }

    /// The coordinates in an element or in those directly below it: `GeoRSS` has
    /// them in one text, GML deeper, the W3C in two elements.
    fn point(&self, node: NodeId) -> Option<String> {
        let tree = self.fields.tree;
        let texts: Vec<String> = tree.elements(node).map(|(child, _)| tree.text(child)).collect();
        coordinates(&if texts.is_empty() { tree.text(node) } else { texts.join(" ") })
    }

    fn title(&mut self, rank: u8, node: NodeId) {
        self.draft.title.offer(rank, self.fields.words(node));
    }

    fn body(&self, node: NodeId, lines: bool) -> Option<Body> {
        Some(Body { words: self.fields.words(node)?, base: self.fields.base(node), lines })
    }

    fn brief(&mut self, rank: u8, node: NodeId, lines: bool) {
        let Some(body) = self.body(node, lines) else { return };
        if let Some((loser_rank, loser)) = self.draft.brief.replace(rank, body)
            && loser_rank < 2
        {
            self.draft.second.offer(loser_rank, Some(loser));
        }
    }

    fn full(&mut self, rank: u8, node: NodeId) {
        let body = self.body(node, false);
        self.draft.full.offer(rank, body);
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

    fn keywords(&mut self, node: NodeId) {
        self.draft.categories.extend(self.fields.keywords(node));
    }

    fn comments(&mut self, node: NodeId) {
        self.draft.comments.offer(0, self.fields.number(node));
    }

    fn image(&mut self, rank: u8, node: NodeId) {
        self.draft.image.offer(rank, self.fields.picture(node));
    }

    /// A link: RSS has the address as its text, Atom in `href` with what it is
    /// to the entry in `rel`.
    fn link(&mut self, node: NodeId, element: &Element<'_>) {
        let rel = relation(element);
        match rel.as_str() {
            "alternate" => {
                let kind = element.attribute("type").unwrap_or_default();
                let plain = kind.is_empty() || kind.contains("html");
                let rank = if plain { 0 } else { 2 };
                self.draft.url.offer(rank, self.fields.address(node));
            }
            "enclosure" => {
                let text = self.fields.text(node);
                let url = element.attribute("href").or(text.as_deref());
                self.enclosure(node, element, url);
            }
            "replies" => {
                self.draft.comments_url.offer(1, self.fields.address(node));
                self.draft.comments.offer(1, element.attribute("count").and_then(|it| it.parse().ok()));
            }
            "via" | "related" => self.draft.url.offer(8, self.fields.address(node)),
            _ => {}
        }
    }

    fn guid(&mut self, node: NodeId, element: &Element<'_>) {
        let Some(guid) = self.fields.text(node) else { return };
        let permanent = element.attribute("ispermalink").is_none_or(|it| !it.eq_ignore_ascii_case("false"));
        // Relative ones are identifiers, whatever the attribute's default says.
        if permanent && (reference::is_web(&guid) || element.attribute("ispermalink").is_some()) {
            self.draft.url.offer(3, self.fields.web(node, &guid));
        }
        self.draft.id.offer(0, Some(guid));
    }

    fn enclosure(&mut self, node: NodeId, element: &Element<'_>, url: Option<&str>) {
        let Some(url) = url.and_then(|it| self.fields.web(node, it)) else { return };
        self.add_file(Enclosure {
            url,
            mime: element.attribute("type").map(markup::line),
            bytes: element.attribute("length").and_then(number),
            seconds: None,
            title: element.attribute("title").map(markup::line),
        });
    }

    fn media_file(&mut self, node: NodeId, element: &Element<'_>) {
        let Some(url) = element.attribute("url").and_then(|it| self.fields.web(node, it)) else { return };
        let mime = element.attribute("type").map(markup::line);
        let medium = element.attribute("medium").unwrap_or_default();
        if medium == "image" || mime.as_deref().is_some_and(|it| it.starts_with("image")) {
            self.draft.image.offer(3, Some(url.clone()));
        }
        self.add_file(Enclosure {
            url,
            mime,
            bytes: element.attribute("filesize").and_then(number),
            seconds: element.attribute("duration").and_then(seconds),
            title: None,
        });
    }

    /// Adds a file that is not there yet.
    fn add_file(&mut self, file: Enclosure) {
        // More files than an entry has, and than a search through them should cost.
        const MOST: usize = 64;
        let files = &mut self.draft.enclosures;
        if let Some(known) = files.iter_mut().find(|it| it.url == file.url) {
            known.mime = known.mime.take().or(file.mime);
            known.bytes = known.bytes.or(file.bytes);
            known.seconds = known.seconds.or(file.seconds);
        } else if files.len() < MOST {
            files.push(file);
        }
    }

    fn finish(mut self) -> Entry {
        let html = |body: Body| body.words.into_html(body.base.as_deref(), body.lines);
        if let Some(first) = self.draft.enclosures.first_mut() {
            first.seconds = first.seconds.or_else(|| self.draft.seconds.take());
        }
        if let (Some(latitude), Some(longitude)) = (self.draft.latitude.take(), self.draft.longitude.take()) {
            self.draft.place.offer(2, coordinates(&format!("{latitude} {longitude}")));
        }
        let mut entry = Entry {
            id: self.draft.id.take().map(|it| id::stated(&it)).unwrap_or_default(),
            url: self.draft.url.take(),
            title: self.draft.title.take().and_then(|it| it.line()).unwrap_or_default(),
            subtitle: self.draft.subtitle.take(),
            summary_html: self.draft.brief.take().map(html),
            content_html: self.draft.full.take().or_else(|| self.draft.second.take()).map(html),
            authors: self.draft.authors.take(),
            published: self.draft.published.take(),
            updated: self.draft.updated.take(),
            language: self.draft.language.take(),
            categories: distinct(self.draft.categories),
            enclosures: self.draft.enclosures,
            image: self.draft.image.take(),
            comments_url: self.draft.comments_url.take(),
            comments: self.draft.comments.take(),
            origin: self.draft.origin.take(),
            place: self.draft.place.take(),
        };
        self.notes.without_id += usize::from(entry.id.is_empty());
        id::complete(&mut entry);
        entry
    }
}

/// Latitude and longitude in degrees; `None` for what lies on no map.
fn coordinates(text: &str) -> Option<String> {
    let mut numbers = text.split([' ', ',', '\n', '\t', '\r']).filter(|it| !it.is_empty());
    let mut degrees = |most: f64| {
        let degrees = numbers.next()?.parse::<f64>().ok()?;
        (degrees.abs() <= most).then_some(degrees)
    };
    let (latitude, longitude) = (degrees(90.0)?, degrees(180.0)?);
    numbers.next().is_none().then(|| format!("{latitude}, {longitude}"))
}
