//! `kabar preview`: what a feed holds, without keeping any of it.

use std::fs;
use std::io::{self, Read as _, Write};
use std::path::Path;

use serde_json::{Map, Value};

use super::args::{Preview, TextOrJson};
use super::session::{Outcome, Session, chain};
use super::{json, pick};
use crate::extract::feed::{self, Enclosure, Entry, Feed, NoFeed, Origin, Parsed, Person, Warning};
use crate::source::http::{self, Accept, BadUrl, Fetch as _, Request, Trust, Url};
use crate::text::safe;

/// Prints the feeds in their order; `-` is standard input. What cannot be read
/// or is no feed is told, and stops no other.
pub(super) fn preview(session: &mut Session, args: &Preview) -> io::Result<Outcome> {
    for argument in &args.feeds {
        let (source, fed) = match pick::address(argument) {
            Some(url) => fetch(session, url),
            None => (argument.to_string_lossy().into_owned(), read(argument)),
        };
        match (args.format, &fed) {
            (TextOrJson::Json, _) => json::line(&mut session.out, &line(&source, &fed))?,
            (TextOrJson::Text, Ok(fed)) => text(&source, fed, &mut session.out)?,
            (TextOrJson::Text, Err(_)) => {}
        }
        if let Err(why) = fed {
            session.fail(&why.told(&source));
        }
    }
    Ok(Outcome::Fine)
}

/// A feed, and where its address has moved for good.
struct Fed {
    parsed: Parsed,
    moved: Option<Url>,
}

/// Why there is no feed.
enum Failure {
    Read(io::Error),
    NoFeed(NoFeed),
    BadUrl(BadUrl),
    Fetch(http::Error),
}

impl Failure {
    fn cause(&self) -> String {
        match self {
            Self::Read(error) => error.to_string(),
            Self::NoFeed(why) => why.to_string(),
            Self::BadUrl(bad) => bad.to_string(),
            Self::Fetch(error) => chain(error),
        }
    }

    /// The failure with the name of what failed.
    fn told(&self, source: &str) -> String {
        match self {
            Self::Read(_) | Self::NoFeed(_) => format!("cannot read `{source}` as a feed: {}", self.cause()),
            Self::BadUrl(_) | Self::Fetch(_) => self.cause(),
        }
    }
}

fn read(path: &Path) -> Result<Fed, Failure> {
    let bytes = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    let parsed = feed::parse(&bytes.map_err(Failure::Read)?, &Origin::default()).map_err(Failure::NoFeed)?;
    Ok(Fed { parsed, moved: None })
}

/// Asks for a feed. What it is called leaves out what is secret in its address.
fn fetch(session: &Session, url: &str) -> (String, Result<Fed, Failure>) {
    let url = match Url::parse(url) {
        Ok(url) => url,
        Err(bad) => return (bad.url.clone(), Err(Failure::BadUrl(bad))),
    };
    let name = url.to_string();
    let ask = || {
        let response = session.client().get(&Request::new(url, Trust::ByHand, Accept::Feed))?;
        let (from, moved) = (response.url.address(), response.moved.clone());
        Ok((from, moved, response.into_body()?))
    };
    let fed = ask().map_err(Failure::Fetch).and_then(|(from, moved, body)| {
        let charset = body.content_type.charset.as_deref();
        let origin = Origin { url: Some(&from), charset };
        let parsed = feed::parse(&body.bytes, &origin).map_err(Failure::NoFeed)?;
        Ok(Fed { parsed, moved })
    });
    (name, fed)
}

/// A line of JSON Feed 1.1. What it has no name for stands in `_kabar`.
fn line(source: &str, fed: &Result<Fed, Failure>) -> Value {
    let mut line = Object::default();
    line.put("version", "https://jsonfeed.org/version/1.1");
    let mut own = Object::default();
    own.put("source", source);
    match fed {
        Ok(Fed { parsed: Parsed { feed, warnings }, moved }) => {
            own.maybe("moved", moved.as_ref().map(Url::to_string));
            own.list("warnings", warnings.iter().map(|it| it.to_string().into()));
            describe(feed, &mut line, &mut own);
            line.0.insert("_kabar".to_owned(), Value::Object(own.0));
            line.0.insert("items".to_owned(), feed.entries.iter().map(item).collect());
        }
        Err(failure) => {
            own.put("error", failure.cause());
            line.0.insert("_kabar".to_owned(), Value::Object(own.0));
        }
    }
    Value::Object(line.0)
}

fn describe(feed: &Feed, line: &mut Object, own: &mut Object) {
    line.put("title", feed.title.as_str());
    line.put("description", feed.subtitle.as_deref().unwrap_or_default());
    line.maybe("home_page_url", feed.home_url.as_deref());
    line.maybe("feed_url", feed.feed_url.as_deref());
    line.maybe("icon", feed.icon.as_deref());
    line.maybe("language", feed.language.as_ref().map(super::super::article::Language::code));
    line.list("authors", feed.authors.iter().map(person));
    line.list("hubs", feed.hubs.iter().map(|it| hub(it)));
    own.put("format", feed.format.name());
    own.list("tags", feed.categories.iter().map(|it| it.as_str().into()));
    own.maybe("published", feed.published.map(|it| it.to_string()));
    own.maybe("updated", feed.updated.or(feed.published).map(|it| it.to_string()));
    own.maybe("ttl", feed.ttl);
    own.list("skip_hours", feed.skip_hours.iter().map(|it| (*it).into()));
    own.list("skip_days", feed.skip_days.iter().map(|it| (*it).into()));
}

fn item(entry: &Entry) -> Value {
    let mut item = Object::default();
    item.put("id", entry.id.as_str());
    item.maybe("url", entry.url.as_deref());
    item.put("title", entry.title.as_str());
    item.maybe("content_html", entry.body_html());
    item.maybe("summary", entry.summary());
    item.maybe("image", entry.image.as_deref());
    item.maybe("date_published", entry.published.map(|it| it.to_string()));
    item.maybe("date_modified", entry.updated.map(|it| it.to_string()));
    item.maybe("language", entry.language.as_ref().map(super::super::article::Language::code));
    item.list("authors", entry.authors.iter().map(person));
    item.list("tags", entry.categories.iter().map(|it| it.as_str().into()));
    item.list("attachments", entry.enclosures.iter().map(attachment));
    let mut own = Object::default();
    own.maybe("subtitle", entry.subtitle.as_deref());
    own.maybe("comments_url", entry.comments_url.as_deref());
    own.maybe("comments", entry.comments);
    if !own.0.is_empty() {
        item.0.insert("_kabar".to_owned(), Value::Object(own.0));
    }
    Value::Object(item.0)
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

/// The feed's title, what was mended, and a line for each entry.
fn text(source: &str, fed: &Fed, out: &mut impl Write) -> io::Result<()> {
    let source = safe::line(source);
    let Parsed { feed, warnings } = &fed.parsed;
    let title = if feed.title.is_empty() { &*source } else { feed.title.as_str() };
    writeln!(out, "{title} ({}, {})", feed.format.name(), count(feed.entries.len()))?;
    for it in [feed.subtitle.as_deref(), feed.home_url.as_deref()].into_iter().flatten() {
        writeln!(out, "  {it}")?;
    }
    if let Some(moved) = &fed.moved {
        writeln!(out, "  moved for good to {moved}")?;
    }
    if !warnings.is_empty() {
        let warnings: Vec<String> = warnings.iter().map(Warning::to_string).collect();
        writeln!(out, "  mended: {}", warnings.join("; "))?;
    }
    for entry in &feed.entries {
        let (year, month, day, ..) = entry.date().map(crate::article::Date::civil).unwrap_or_default();
        let date = if year == 0 { " ".repeat(10) } else { format!("{year:04}-{month:02}-{day:02}") };
        let summary = || entry.summary().unwrap_or_default();
        let title = if entry.title.is_empty() { summary() } else { entry.title.clone() };
        writeln!(out, "  {date}  {title}")?;
        if let Some(url) = &entry.url {
            writeln!(out, "              {url}")?;
        }
    }
    Ok(())
}

fn count(entries: usize) -> String {
    match entries {
        1 => "1 entry".to_owned(),
        n => format!("{n} entries"),
    }
}
