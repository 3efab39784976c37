//! JSON Feed 1.0 and 1.1 (<https://www.jsonfeed.org/version/1.1/>), with the
//! slips that feeds make: wrong types, trailing commas, a cut end.

use serde_json::Value;

use super::field;
use super::people::{self, Person};
use super::{Enclosure, Entry, Feed, Format, MOST_ENTRIES, Notes, id, markup};
use crate::article::{Date, Language};
use crate::extract::date;
use crate::extract::reference;

/// Reads the feed in a text that starts with `{`; `None` where there is none.
pub(super) fn read(text: &str, url: Option<&str>, notes: &mut Notes) -> Option<Feed> {
    let value: Value = if let Ok(value) = serde_json::Deserializer::from_str(text).into_iter().next()? {
        value
    } else {
        notes.mended_json = true;
        serde_json::from_str(&mended(text)).ok()?
    };
    of_value(&value, url, notes)
}

/// The feed that a value is; `None` where it is none.
pub(super) fn of_value(value: &Value, url: Option<&str>, notes: &mut Notes) -> Option<Feed> {
    let items = value.get("items").and_then(Value::as_array);
    let version = value.get("version").and_then(Value::as_str).unwrap_or_default();
    let named = |it: &Value| {
        ["id", "url", "external_url", "title", "content_html", "content_text"]
            .iter()
            .any(|name| it.get(name).is_some())
    };
    if !version.contains("jsonfeed.org") && !items.is_some_and(|it| it.iter().any(named)) {
        return None;
    }
    let own = value.get("feed_url").and_then(|it| reference::web(url, it.as_str()?));
    let base = url.map(str::to_owned).or_else(|| own.clone());
    let base = base.or_else(|| reference::web(None, value.get("home_page_url")?.as_str()?));
    let base = base.filter(|it| it.len() <= reference::LONGEST_BASE);
    let base = base.as_deref();
    let mut feed = Feed {
        format: Format::Json,
        title: line(value, "title").unwrap_or_default(),
        subtitle: line(value, "description"),
        home_url: address(value, "home_page_url", base),
        feed_url: own.or_else(|| url.map(str::to_owned)),
        language: language(value),
        icon: address(value, "icon", base).or_else(|| address(value, "favicon", base)),
        authors: authors(value, base),
        hubs: list(value, "hubs").filter_map(|it| address(it, "url", base)).collect(),
        ..Feed::default()
    };
    let items: Vec<&Value> = items.into_iter().flatten().filter(|it| it.is_object()).collect();
    notes.left_out = items.len().saturating_sub(MOST_ENTRIES);
    feed.entries = items.into_iter().take(MOST_ENTRIES).map(|it| item(it, base, notes)).collect();
    Some(feed)
}

fn item(item: &Value, base: Option<&str>, notes: &mut Notes) -> Entry {
    let html = text(item, "content_html").map(|it| markup::absolute(it, base));
    let plain = text(item, "content_text").map(|it| markup::of_text(&it, true));
    let mut date = |name: &str| -> Option<Date> {
        let stated = text(item, name)?;
        let date = date::stamp(&stated);
        notes.bad_dates += usize::from(date.is_none());
        date
    };
    // What kabar itself writes there; see `write`.
    let own = item.get("_kabar").unwrap_or(&Value::Null);
    let mut entry = Entry {
        id: text(item, "id").map(|it| id::stated(&it)).unwrap_or_default(),
        url: address(item, "url", base).or_else(|| address(item, "external_url", base)),
        title: line(item, "title").unwrap_or_default(),
        summary_html: text(item, "summary").map(|it| markup::of_text(&it, true)),
        content_html: html.or(plain),
        published: date("date_published"),
        updated: date("date_modified"),
        authors: authors(item, base),
        language: language(item),
        categories: field::distinct(tags(item)),
        enclosures: list(item, "attachments").filter_map(|it| enclosure(it, base)).collect(),
        image: address(item, "image", base).or_else(|| address(item, "banner_image", base)),
        subtitle: line(own, "subtitle"),
        comments_url: address(own, "comments_url", base),
        comments: own.get("comments").and_then(Value::as_u64).and_then(|it| u32::try_from(it).ok()),
        origin: line(own, "origin"),
        place: line(own, "place"),
    };
    notes.without_id += usize::from(entry.id.is_empty());
    id::complete(&mut entry);
    entry
}

fn enclosure(value: &Value, base: Option<&str>) -> Option<Enclosure> {
    Some(Enclosure {
        url: address(value, "url", base)?,
        mime: line(value, "mime_type"),
        bytes: text(value, "size_in_bytes").and_then(|it| field::number(&it)),
        seconds: text(value, "duration_in_seconds").and_then(|it| field::seconds(&it)),
        title: line(value, "title"),
    })
}

/// `authors` of 1.1, `author` of 1.0; objects, or just their names.
fn authors(value: &Value, base: Option<&str>) -> Vec<Person> {
    let mut out = Vec::new();
    for it in list(value, "authors").chain(list(value, "author")) {
        let person = match it {
            Value::String(text) => people::parse(text),
            _ => Some(Person { name: line(it, "name"), email: None, url: address(it, "url", base) }),
        };
        if let Some(person) = person.filter(|it| !it.is_nobody()) {
            people::add(&mut out, person);
        }
    }
    out
}

/// A list of words, or one string of them with commas.
fn tags(value: &Value) -> Vec<String> {
    match value.get("tags") {
        Some(Value::String(words)) => field::keywords(words).collect(),
        _ => lines(list(value, "tags").filter_map(scalar)),
    }
}

/// Each on one line, those that are nothing left out.
pub(super) fn lines(stated: impl Iterator<Item = String>) -> Vec<String> {
    stated.map(|it| markup::line(&it)).filter(|it| !it.is_empty()).collect()
}

/// The values of a list; a value that should have been a list is one of one.
fn list<'v>(value: &'v Value, name: &str) -> impl Iterator<Item = &'v Value> {
    let (many, one) = match value.get(name) {
        Some(Value::Array(many)) => (many.as_slice(), None),
        Some(Value::Null) | None => (&[][..], None),
        one => (&[][..], one),
    };
    many.iter().chain(one)
}

/// A string, or what stands for one.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn text(value: &Value, name: &str) -> Option<String> {
    value.get(name).and_then(scalar).filter(|it| !it.trim().is_empty())
}

fn line(value: &Value, name: &str) -> Option<String> {
    text(value, name).map(|it| markup::line(&it)).filter(|it| !it.is_empty())
}

fn address(value: &Value, name: &str, base: Option<&str>) -> Option<String> {
    reference::web(base, value.get(name)?.as_str()?)
}

fn language(value: &Value) -> Option<Language> {
    Language::parse(value.get("language")?.as_str()?)
}

/// JSON that a parser takes, as near to the text as can be: without commas
/// before a closing bracket, with control characters in strings escaped, with
/// lone surrogates replaced, with whatever is open at the end closed.
fn mended(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut open: Vec<char> = Vec::new();
    let mut in_string = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if in_string {
            match c {
                '"' => {
                    in_string = false;
                    out.push(c);
                }
                '\\' => match chars.next() {
                    Some('u') => {
                        let mut code = String::new();
                        while code.len() < 4
                            && let Some(digit) = chars.next_if(char::is_ascii_hexdigit)
                        {
                            code.push(digit);
                        }
                        // Halves of a pair are not put together: this text is broken anyhow.
                        let whole = u32::from_str_radix(&code, 16).ok().and_then(char::from_u32);
                        escape(whole.unwrap_or(char::REPLACEMENT_CHARACTER), &mut out);
                    }
                    Some(known @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't')) => {
                        out.extend(['\\', known]);
                    }
                    Some(other) => escape(other, &mut out),
                    None => {}
                },
                _ => escape(c, &mut out),
            }
            continue;
        }
        match c {
            '"' => {
                in_string = true;
                out.push(c);
            }
            '{' | '[' => {
                open.push(if c == '{' { '}' } else { ']' });
                out.push(c);
            }
            '}' | ']' => {
                drop_comma(&mut out);
                // A bracket that closes nothing is passed over.
                if open.last() == Some(&c) {
                    open.pop();
                    out.push(c);
                }
                if open.is_empty() {
                    break;
                }
            }
            '-' | '0'..='9' => {
                let mut number = String::from(c);
                while let Some(next) =
                    chars.next_if(|it| it.is_ascii_digit() || matches!(it, '.' | '-' | '+' | 'e' | 'E'))
                {
                    number.push(next);
                }
                // Numbers that no machine holds.
                let fits = serde_json::from_str::<serde_json::Number>(&number).is_ok();
                out.push_str(if fits { &number } else { "null" });
            }
            _ => out.push(c),
        }
    }
    if in_string {
        out.push('"');
    }
    while let Some(close) = open.pop() {
        drop_comma(&mut out);
        complete(&mut out, close);
        out.push(close);
    }
    out
}

fn escape(c: char, out: &mut String) {
    match c {
        '"' | '\\' => out.extend(['\\', c]),
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        c if c.is_control() => out.push(' '),
        c => out.push(c),
    }
}

/// Takes a comma off the end.
fn drop_comma(out: &mut String) {
    let kept = out.trim_end();
    out.truncate(kept.strip_suffix(',').unwrap_or(kept).len());
}

/// Makes the last member of an object that was cut off whole: a name without
/// its value, a word that is half there.
fn complete(out: &mut String, close: char) {
    let kept = out.trim_end().len();
    out.truncate(kept);
    let word = out.chars().rev().take_while(char::is_ascii_alphabetic).count();
    let last = out.get(out.len() - word..).unwrap_or_default();
    if word > 0 && !matches!(last, "true" | "false" | "null") {
        out.truncate(out.len() - word);
        if !out.ends_with(':') {
            drop_comma(out);
            return;
        }
    }
    if out.ends_with(':') {
        out.push_str("null");
    } else if close == '}' && out.ends_with('"') {
        let name = name_start(out);
        if out.get(..name).is_some_and(|it| it.trim_end().ends_with(['{', ','])) {
            out.push_str(":null");
        }
    }
}

/// The byte that the string at the end of `out` starts at.
fn name_start(out: &str) -> usize {
    let bytes = out.as_bytes();
    let mut at = bytes.len().saturating_sub(1);
    while at > 0 {
        at -= 1;
        if bytes.get(at) == Some(&b'"') {
            let slashes = bytes.iter().take(at).rev().take_while(|it| **it == b'\\').count();
            if slashes % 2 == 0 {
                break;
            }
        }
    }
    at
}
