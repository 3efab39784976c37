//! Lists of feeds, as readers hand them to each other: OPML ([`opml`]), and the
//! `urls` file of newsboat ([`newsboat`]).
//!
//! Bytes go in; feeds, saved searches, and what was not taken come out. A list
//! is from a stranger: it names feeds on the web and nothing else, no program
//! and no file, and what it says is safe to show.

pub mod opml;

mod newsboat;

use std::fmt;

use super::encoding;
use super::feed::xml;
use crate::article::Subscription;
use crate::text::safe;
use crate::text::span::Span;

/// No list is longer; collections of whole countries have some thousands.
const MOST: usize = 50_000;

/// Titles, tags and folders are not longer, in characters.
const LONGEST: usize = 200;

/// No folder lies deeper; what does, lies in the deepest one.
const DEEPEST: usize = 10;

/// What a list holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    pub form: Form,
    /// In the order of the list. An address begins with `http://` or `https://`,
    /// and may hold a user name and a password.
    pub feeds: Vec<Subscription>,
    /// Saved searches: a name, and what [`crate::text::query`] reads.
    pub searches: Vec<(String, String)>,
    pub left_out: Vec<LeftOut>,
    /// How many of the feeds their reader did not show.
    pub n_hidden: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    #[default]
    Opml,
    /// newsboat's `urls`, written by hand.
    Urls,
}

/// Something that a list names and that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is called, on one line; no user name and no password is in it.
    pub name: String,
    pub why: Why,
}

/// Why something was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Its address is not of the web.
    Scheme(String),
    NoAddress,
    /// It runs a program.
    Program,
    /// It leads to another list.
    Include,
    /// A query of newsboat's that kabar has no words for.
    Query,
    /// So many feeds more than are taken.
    TooMany(usize),
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scheme(scheme) => write!(f, "only http and https are fetched, not {scheme}"),
            Self::NoAddress => f.write_str("it is no address"),
            Self::Program => f.write_str("kabar runs no programs for feeds"),
            Self::Include => f.write_str("it leads to another list"),
            Self::Query => f.write_str("kabar cannot ask this"),
            Self::TooMany(n) => write!(f, "{n} more than kabar takes from one list"),
        }
    }
}

/// The bytes hold no list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoList;

impl fmt::Display for NoList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it is no OPML, and no `urls` file of newsboat")
    }
}

/// Reads a list: OPML where it begins as XML does, else lines as newsboat has
/// them.
pub fn read(bytes: &[u8]) -> Result<List, NoList> {
    let decoded = encoding::decode(bytes, None);
    let text = xml::mend_c1(&decoded.text);
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\0'));
    let list = if start.starts_with('<') { opml::read(start) } else { newsboat::read(start) };
    let mut list = list.ok_or(NoList)?;
    if let Some(more) = list.feeds.len().checked_sub(MOST).filter(|it| *it > 0) {
        let name = list.feeds.get(MOST).map(|it| shown(&it.url)).unwrap_or_default();
        list.left_out.push(LeftOut { name, why: Why::TooMany(more) });
        list.feeds.truncate(MOST);
    }
    Ok(list)
}

/// An address of the web, as a list names it; `feed:` stands for one in some.
fn address(text: &str) -> Result<String, Why> {
    let text = text.trim();
    let lower = Span::new(0, 16).slice(text).to_ascii_lowercase();
    if text.starts_with('|') || lower.starts_with("exec:") || lower.starts_with("filter:") {
        return Err(Why::Program);
    }
    if lower.starts_with("http://") || lower.starts_with("https://") {
        return Ok(text.to_owned());
    }
    if let Some((scheme, rest)) = text.split_once(':')
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.len() <= 16
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    {
        return match scheme.to_ascii_lowercase().as_str() {
            "feed" if rest.starts_with("//") => Ok(format!("http:{rest}")),
            "feed" => address_behind(rest),
            scheme => Err(Why::Scheme(scheme.to_owned())),
        };
    }
    Err(Why::NoAddress)
}

/// What stands behind `feed:`.
fn address_behind(text: &str) -> Result<String, Why> {
    let lower = Span::new(0, 8).slice(text).to_ascii_lowercase();
    let is_web = lower.starts_with("http://") || lower.starts_with("https://");
    if is_web { Ok(text.to_owned()) } else { Err(Why::NoAddress) }
}

/// A text of a list on one line; `None` where nothing is left of it.
fn line(text: &str) -> Option<String> {
    let line = safe::line(text);
    let cut = line.char_indices().nth(LONGEST).map_or(line.len(), |(at, _)| at);
    let line = Span::new(0, cut).slice(&line).trim();
    (!line.is_empty()).then(|| line.to_owned())
}

/// What to call an address that was not taken: without its query, and without what
/// stands before an `@`.
fn shown(address: &str) -> String {
    let line = line(address).unwrap_or_default();
    let bare = line.split(['?', '#']).next().unwrap_or_default();
    match bare.rsplit_once('@') {
        Some((before, after)) => {
            let scheme = before.split_once("//").map(|(scheme, _)| format!("{scheme}//"));
            format!("{}{after}", scheme.unwrap_or_default())
        }
        None => bare.to_owned(),
    }
}

/// Puts a tag to others, each once.
fn tag(tags: &mut Vec<String>, text: &str) {
    if let Some(tag) = line(text).filter(|it| !tags.contains(it)) {
        tags.push(tag);
    }
}

#[cfg(test)]
mod tests;
