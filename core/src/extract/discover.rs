//! The feeds that a page names, and where feeds usually lie.

use std::collections::HashSet;

use super::feed::xml::{self, Attribute, Token, Tokens};
use super::reference;
use crate::text::safe;
use crate::text::span::Span;

/// No more are named; whoever links to more is a list of feeds.
const MOST: usize = 30;

/// A page is looked through so far, in bytes.
const LARGEST: usize = 4 << 20;

/// A feed that a page names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// `http` or `https`.
    pub url: String,
    /// What the page calls it, on one line.
    pub title: Option<String>,
}

/// Media types of feeds, and those that some pages give them.
const TYPES: &[&str] = &[
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
];

/// Where feeds lie, by what programs that make pages write: path from the root,
/// the most common first.
const COMMON: &[&str] = &[
    "/feed",
    "/rss",
    "/feed.xml",
    "/rss.xml",
    "/atom.xml",
    "/index.xml",
    "/feed.json",
    "/feeds/posts/default",
    "/blog/feed",
];

/// The feeds that a page names, the most likely first: those that it declares
/// (<https://blog.whatwg.org/feed-autodiscovery>), then those that it links to.
/// `url` is where the page was found, redirects followed.
pub fn feeds(page: &str, url: &str) -> Vec<Candidate> {
    let page = Span::new(0, LARGEST).slice(page);
    let mut base = url.to_owned();
    let mut ranked: Vec<(u8, Candidate)> = Vec::new();
    let mut seen = HashSet::new();
    // The link that is open, and its words so far.
    let mut open: Option<(String, String)> = None;
    let mut tokens = Tokens::of_html(page);
    while let Some(token) = tokens.next() {
        let found = match token {
            Token::Open { name, attributes, .. } => {
                let tag = name.to_ascii_lowercase();
                match tag.as_str() {
                    "script" | "style" | "textarea" | "title" | "noframes" => {
                        tokens.skip_raw(name);
                        None
                    }
                    "base" => {
                        if let Some(own) =
                            value(&attributes, "href").and_then(|it| reference::web(Some(url), &it))
                        {
                            base = own;
                        }
                        None
                    }
                    "link" => declared(&attributes, &base),
                    "a" => {
                        let before = open.take().and_then(linked);
                        let href = value(&attributes, "href");
                        let href = href.and_then(|it| reference::web(Some(&base), &it));
                        open = href.map(|it| (it, value(&attributes, "title").unwrap_or_default()));
                        before
                    }
                    // The sign for feeds often is a picture, with a text for those who do not see it.
                    "img" => {
                        if let Some((_, words)) = &mut open {
                            words.extend(value(&attributes, "alt").map(|it| format!(" {it}")));
                        }
                        None
                    }
                    _ => None,
                }
            }
            Token::Close { name } if name.eq_ignore_ascii_case("a") => open.take().and_then(linked),
            Token::Text(raw) => {
                if let Some((_, words)) = open.as_mut().filter(|(_, words)| words.len() < 200) {
                    words.push_str(&xml::decode(Span::new(0, 200).slice(raw), &mut false));
                }
                None
            }
            _ => None,
        };
        if let Some((rank, candidate)) = found
            && candidate.url != url
            && seen.insert(candidate.url.clone())
        {
            ranked.push((rank, candidate));
        }
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, candidate)| candidate).take(MOST).collect()
}

/// Addresses on the server of a page where feeds usually lie; `url` is an address
/// of the web.
pub fn common(url: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    // Many keep the feed of a part of them below the page of the part.
    let below = url.split(['?', '#']).next().unwrap_or_default();
    let below = if below.ends_with('/') { below.to_owned() } else { format!("{below}/") };
    let below = ["feed", "index.xml"].iter().filter_map(|it| reference::web(Some(&below), it));
    let root = COMMON.iter().filter_map(|it| reference::web(Some(url), it));
    for it in below.chain(root) {
        if !found.contains(&it) {
            found.push(it);
        }
    }
    found
}

/// A feed that the page declares to be its own.
fn declared(attributes: &[Attribute<'_>], base: &str) -> Option<(u8, Candidate)> {
    let relation = value(attributes, "rel")?.to_ascii_lowercase();
    let is = |word: &str| relation.split_ascii_whitespace().any(|it| it == word);
    if !(is("alternate") || is("feed")) || is("stylesheet") {
        return None;
    }
    let url = reference::web(Some(base), &value(attributes, "href")?)?;
    let kind = value(attributes, "type").unwrap_or_default().to_ascii_lowercase();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    // `application/json` stands for everything that is JSON, and rarely for a feed.
    let fits = TYPES.contains(&kind)
        || is("feed") && kind.is_empty()
        || kind == "application/json" && is_named_feed(&url) && !url.contains("/wp-json/");
    let title = value(attributes, "title").and_then(|it| line(&it));
    let rank = u8::from(is_comments(&url, title.as_deref()));
    fits.then_some((rank, Candidate { url, title }))
}

/// A link that leads to a feed, by its address or its words.
fn linked((url, words): (String, String)) -> Option<(u8, Candidate)> {
    let title = line(&words);
    let says = || {
        let words = title.as_deref().unwrap_or_default().to_lowercase();
        let mut words = words.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
        words.clone().count() <= 4 && words.any(|it| matches!(it, "rss" | "atom" | "feed" | "feeds"))
    };
    let rank = match (is_named_feed(&url), says()) {
        (true, true) => 2,
        (true, false) => 3,
        (false, true) => 4,
        (false, false) => return None,
    };
    let rank = if is_comments(&url, title.as_deref()) { 5 } else { rank };
    Some((rank, Candidate { url, title }))
}

/// Whether an address is called as feeds are: a part of its path or its file.
fn is_named_feed(url: &str) -> bool {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest).to_ascii_lowercase();
    let Some((_, path)) = rest.split('#').next().unwrap_or_default().split_once('/') else { return false };
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let (stem, ending) = last.rsplit_once('.').unwrap_or((last, ""));
    matches!(ending, "rss" | "atom" | "rdf")
        || matches!(stem, "feed" | "feeds" | "rss" | "rss2" | "atom" | "rdf")
            && matches!(ending, "" | "xml" | "json" | "php")
        || last == "index.xml"
        || query.split('&').any(|it| matches!(it, "feed=rss2" | "feed=rss" | "feed=atom" | "format=rss"))
}

/// Whether a feed is of what readers answer, and not of what they read.
fn is_comments(url: &str, title: Option<&str>) -> bool {
    let says =
        |text: &str| text.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|it| it == "comments");
    says(url) || title.is_some_and(says)
}

/// The value of an attribute, in any case; `None` where it is missing or empty.
fn value(attributes: &[Attribute<'_>], name: &str) -> Option<String> {
    let found = attributes.iter().find(|it| it.name.eq_ignore_ascii_case(name))?;
    let value = xml::decode(found.value, &mut false);
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

fn line(text: &str) -> Option<String> {
    let line = safe::line(Span::new(0, 400).slice(text)).trim().to_owned();
    (!line.is_empty()).then_some(line)
}

#[cfg(test)]
mod tests;
