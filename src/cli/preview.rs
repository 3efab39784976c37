//! `kabar preview`: what a feed holds, without keeping any of it.

use std::io::{self, Write};
use std::path::Path;

use serde_json::{Map, Value};

use super::args::{Preview, TextOrJson};
use super::session::{Outcome, Session, chain};
use super::{import, json, pick};
use crate::extract::feed::{self, NoFeed, Origin, Parsed, Warning};
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
    let parsed = feed::parse(&import::read(path).map_err(Failure::Read)?, &Origin::default())
        .map_err(Failure::NoFeed)?;
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
    let mut line = match fed {
        Ok(Fed { parsed, .. }) => parsed.feed.to_json(),
        Err(_) => Map::from_iter([("version".to_owned(), "https://jsonfeed.org/version/1.1".into())]),
    };
    let own = line.entry("_kabar").or_insert_with(|| Value::Object(Map::new()));
    own["source"] = source.into();
    match fed {
        Ok(Fed { parsed, moved }) => {
            if let Some(moved) = moved {
                own["moved"] = moved.to_string().into();
            }
            if !parsed.warnings.is_empty() {
                own["warnings"] = parsed.warnings.iter().map(Warning::to_string).collect();
            }
        }
        Err(failure) => own["error"] = failure.cause().into(),
    }
    Value::Object(line)
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
