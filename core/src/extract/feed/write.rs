//! A feed as JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>). What that
//! has no name for stands in `_kabar`; [`super::json`] reads all of it back.

use serde_json::{Map, Value};

use super::{Enclosure, Entry, Feed, Person};

impl Feed {
    /// The feed and its entries. Times are in RFC 3339; what is not there is left
    /// out.
    pub fn to_json(&self) -> Map<String, Value> {
        let mut own = Object::default();
        own.put("format", self.format.name());
        own.list("tags", self.categories.iter().map(|it| it.as_str().into()));
        own.maybe("published", self.published.map(|it| it.to_string()));
        own.maybe("updated", self.updated.or(self.published).map(|it| it.to_string()));
        own.maybe("ttl", self.ttl);
        own.list("skip_hours", self.skip_hours.iter().map(|it| (*it).into()));
        own.list("skip_days", self.skip_days.iter().map(|it| (*it).into()));
        let mut line = head(self);
        line.put("description", self.subtitle.as_deref().unwrap_or_default());
        line.maybe("icon", self.icon.as_deref());
        line.list("authors", self.authors.iter().map(person));
        line.list("hubs", self.hubs.iter().map(|it| hub(it)));
        line.put("_kabar", own.0);
        line.put("items", self.entries.iter().map(|it| item(it).0.into()).collect::<Vec<Value>>());
        line.0
    }

    /// One entry with what it needs of its feed, fit to be kept by itself: the
    /// words of its body once, and nothing that changes while the entry does not.
    pub(in crate::extract) fn to_json_of(&self, entry: &Entry) -> Map<String, Value> {
        let mut line = head(self);
        if entry.authors.is_empty() {
            line.list("authors", self.authors.iter().map(person));
        }
        line.put("items", vec![Value::from(entry.to_lasting_json())]);
        line.0
    }
}

impl Entry {
    /// The entry as [`Feed::to_json_of`] keeps it.
    pub(in crate::extract) fn to_lasting_json(&self) -> Map<String, Value> {
        let lasting = Self {
            summary_html: None,
            content_html: self.body_html().map(str::to_owned),
            updated: self.updated.filter(|_| self.published.is_none()),
            comments: None,
            ..self.clone()
        };
        item(&lasting).0
    }
}

fn head(feed: &Feed) -> Object {
    let mut line = Object::default();
    line.put("version", "https://jsonfeed.org/version/1.1");
    line.put("title", feed.title.as_str());
    line.maybe("home_page_url", feed.home_url.as_deref());
    line.maybe("feed_url", feed.feed_url.as_deref());
    line.maybe("language", feed.language.map(|it| it.code().to_owned()));
    line
}

fn item(entry: &Entry) -> Object {
    let mut item = Object::default();
    item.put("id", entry.id.as_str());
    item.maybe("url", entry.url.as_deref());
    item.put("title", entry.title.as_str());
    item.maybe("content_html", entry.body_html());
    item.maybe("summary", entry.summary());
    item.maybe("image", entry.image.as_deref());
    item.maybe("date_published", entry.published.map(|it| it.to_string()));
    item.maybe("date_modified", entry.updated.map(|it| it.to_string()));
    item.maybe("language", entry.language.map(|it| it.code().to_owned()));
    item.list("authors", entry.authors.iter().map(person));
    item.list("tags", entry.categories.iter().map(|it| it.as_str().into()));
    item.list("attachments", entry.enclosures.iter().map(attachment));
    let mut own = Object::default();
    own.maybe("subtitle", entry.subtitle.as_deref());
    own.maybe("comments_url", entry.comments_url.as_deref());
    own.maybe("comments", entry.comments);
    own.maybe("origin", entry.origin.as_deref());
    own.maybe("place", entry.place.as_deref());
    if !own.0.is_empty() {
        item.put("_kabar", own.0);
    }
    item
}

fn person(person: &Person) -> Value {
    let mut out = Object::default();
    out.put("name", person.label());
    // JSON Feed has the page and the mail address in one place.
    let mail = || person.email.as_ref().map(|it| format!("mailto:{it}"));
    out.maybe("url", person.url.clone().or_else(mail));
    Value::Object(out.0)
}

fn hub(url: &str) -> Value {
    let mut out = Object::default();
    out.put("type", "WebSub");
    out.put("url", url);
    Value::Object(out.0)
}

fn attachment(file: &Enclosure) -> Value {
    let mut out = Object::default();
    out.put("url", file.url.as_str());
    out.maybe("mime_type", file.mime.as_deref());
    out.maybe("title", file.title.as_deref());
    out.maybe("size_in_bytes", file.bytes);
    out.maybe("duration_in_seconds", file.seconds);
    Value::Object(out.0)
}

/// An object that leaves out what is not there.
#[derive(Default)]
struct Object(Map<String, Value>);

impl Object {
    fn put(&mut self, name: &str, value: impl Into<Value>) {
        self.0.insert(name.to_owned(), value.into());
    }

    fn maybe(&mut self, name: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    fn list(&mut self, name: &str, values: impl Iterator<Item = Value>) {
        let values: Vec<Value> = values.collect();
        if !values.is_empty() {
            self.put(name, values);
        }
    }
}
