//! Header fields that say something about the answer, as typed values.
//!
//! What cannot be read is nothing; no field is repaired.

use ureq::http::HeaderMap;

use crate::article::Date;
use crate::extract::date;

/// What RFC 9111 takes for "longer than anybody waits", in seconds (1.2.2).
const LONGEST: u64 = 1 << 31;

/// What a server hands out to be asked again with (RFC 9110, 8.8). Its words are
/// kept byte for byte and never read: a character of a value is a byte of the
/// header (ISO 8859-1), and an empty value is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validators {
    pub etag: Option<String>,
    pub last_modified: Option<String>,
}

/// For how long the server takes its answer for fresh (RFC 9111, 4.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Freshness {
    /// `max-age`, in seconds.
    pub max_age: Option<u64>,
    pub no_cache: bool,
    pub no_store: bool,
    /// How many seconds the answer lay in caches on its way.
    pub age: u64,
    /// The server's clock when it answered.
    pub date: Option<Date>,
    pub expires: Option<Expires>,
}

/// What an `Expires` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expires {
    At(Date),
    /// A value that is no date, `0` above all, means the past (RFC 9111, 5.3).
    Already,
}

impl Freshness {
    /// For how many more seconds the answer is fresh; `None` where the server
    /// says nothing. `now` is the time of the answer in seconds since 1970, and
    /// stands in for the server's clock where that is not told: a clock that is
    /// wrong here changes nothing where it is.
    pub fn left(&self, now: i64) -> Option<u64> {
        if self.no_cache || self.no_store {
            return Some(0);
        }
        let lifetime = match (self.max_age, self.expires) {
            (Some(seconds), _) => seconds,
            (None, Some(Expires::Already)) => 0,
            (None, Some(Expires::At(end))) => {
                let answered = self.date.map_or(now, |it| it.seconds);
                u64::try_from(end.seconds.saturating_sub(answered)).unwrap_or(0).min(LONGEST)
            }
            (None, None) => return None,
        };
        Some(lifetime.saturating_sub(self.age))
    }
}

/// When a server that is busy wants to be asked again (RFC 9110, 10.2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetryAfter {
    Seconds(u64),
    At(Date),
}

impl RetryAfter {
    /// How many seconds that is from `now`, in seconds since 1970; 0 for what
    /// has passed.
    pub fn wait(self, now: i64) -> u64 {
        match self {
            Self::Seconds(seconds) => seconds,
            Self::At(date) => u64::try_from(date.seconds.saturating_sub(now)).unwrap_or(0).min(LONGEST),
        }
    }
}

/// What a body is said to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContentType {
    /// `text/html`, in lower case; empty where nothing is said.
    pub mime: String,
    /// The charset as the server wrote it, quotes taken off.
    pub charset: Option<String>,
}

/// A field's first value; a character of it is a byte of the header.
pub(super) fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    let value = headers.get(name)?.as_bytes();
    Some(value.iter().map(|byte| char::from(*byte)).collect::<String>()).filter(|it| !it.is_empty())
}

/// All values of a field that is a list.
fn list(headers: &HeaderMap, name: &str) -> String {
    let values: Vec<&str> = headers.get_all(name).iter().filter_map(|it| it.to_str().ok()).collect();
    values.join(",")
}

pub(super) fn validators(headers: &HeaderMap) -> Validators {
    Validators { etag: text(headers, "etag"), last_modified: text(headers, "last-modified") }
}

pub(super) fn freshness(headers: &HeaderMap) -> Freshness {
    let directives = list(headers, "cache-control");
    let directives = split_list(&directives);
    let has = |name: &str| directives.iter().any(|it| named(it, name).is_some());
    let expires = text(headers, "expires").map(|it| http_date(&it).map_or(Expires::Already, Expires::At));
    Freshness {
        max_age: directives.iter().find_map(|it| named(it, "max-age")).and_then(|it| seconds(&it)),
        no_cache: has("no-cache"),
        no_store: has("no-store"),
        age: text(headers, "age").and_then(|it| seconds(&it)).unwrap_or(0),
        date: text(headers, "date").and_then(|it| http_date(&it)),
        expires,
    }
}

pub(super) fn retry_after(headers: &HeaderMap) -> Option<RetryAfter> {
    let value = text(headers, "retry-after")?;
    seconds(&value).map(RetryAfter::Seconds).or_else(|| http_date(&value).map(RetryAfter::At))
}

pub(super) fn content_type(headers: &HeaderMap) -> ContentType {
    let value = text(headers, "content-type").unwrap_or_default();
    let mut parts = value.split(';');
    let mime = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
    let charset = parts.find_map(|it| named(it.trim(), "charset")).filter(|it| !it.is_empty());
    ContentType { mime, charset }
}

/// The codings of the body, in the order in which they were laid on, in lower
/// case.
pub(super) fn codings(headers: &HeaderMap) -> Vec<String> {
    let codings = list(headers, "content-encoding").to_ascii_lowercase();
    codings
        .split(',')
        .map(str::trim)
        .filter(|it| !matches!(*it, "" | "identity"))
        .map(str::to_owned)
        .collect()
}

/// The value of `name` or `name=value` where the name is this one; without
/// quotes.
fn named(part: &str, name: &str) -> Option<String> {
    let (key, value) = part.split_once('=').unwrap_or((part, ""));
    key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches(['"', '\'']).to_owned())
}

/// Splits at commas that do not stand in quotes.
fn split_list(text: &str) -> Vec<String> {
    let (mut parts, mut quoted) = (vec![String::new()], false);
    for c in text.chars() {
        quoted ^= c == '"';
        match parts.last_mut() {
            Some(part) if c != ',' || quoted => part.push(c),
            _ => parts.push(String::new()),
        }
    }
    parts
}

/// Seconds as headers count them; more than fits is [`LONGEST`].
fn seconds(text: &str) -> Option<u64> {
    let text = text.trim();
    let digits = !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    digits.then(|| text.parse().unwrap_or(LONGEST).min(LONGEST))
}

/// A date in one of the three forms of RFC 9110, 5.6.7, and in others that are
/// clear. A number alone is none, whatever it counts.
fn http_date(text: &str) -> Option<Date> {
    text.contains(|c: char| c.is_ascii_alphabetic()).then(|| date::stamp(text))?
}

#[cfg(test)]
mod tests {
    use ureq::http::{HeaderName, HeaderValue};

    use super::*;

    /// 1994-11-06T08:49:37Z, the date of RFC 9110.
    const THEN: i64 = 784_111_777;

    fn headers(lines: &[&str]) -> HeaderMap {
        let mut map = HeaderMap::new();
        for line in lines {
            let (name, value) = line.split_once(": ").unwrap();
            map.append(
                name.parse::<HeaderName>().unwrap(),
                HeaderValue::from_bytes(value.as_bytes()).unwrap(),
            );
        }
        map
    }

    #[test]
    fn the_time_that_an_answer_is_fresh_is_what_the_server_says() {
        for (lines, left) in [
            (&[][..], None),
            (&["cache-control: public"], None),
            (&["cache-control: max-age=43200"], Some(43_200)),
            (&["cache-control: private, MAX-AGE=\"60\""], Some(60)),
            (&["cache-control: public", "cache-control: max-age=7"], Some(7)),
            (&["cache-control: private=\"a, max-age=9\", max-age=5"], Some(5)),
            (&["cache-control: max-age=600", "age: 200"], Some(400)),
            (&["cache-control: max-age=600", "age: 700"], Some(0)),
            (&["cache-control: max-age=99999999999999999999999"], Some(1 << 31)),
            (&["cache-control: max-age=-1"], None),
            (&["cache-control: max-age=soon"], None),
            (&["cache-control: no-cache, max-age=600"], Some(0)),
            (&["cache-control: no-store"], Some(0)),
            (&["expires: 0"], Some(0)),
            (&["expires: -1"], Some(0)),
            (&["expires: 3600"], Some(0)),
            (&["expires: Sun, 06 Nov 1994 09:49:37 GMT"], Some(3_600)),
            (&["expires: Sun, 06 Nov 1994 07:49:37 GMT"], Some(0)),
            // Against the server's own clock, whatever ours says.
            (&["expires: Sun, 06 Nov 1994 09:49:37 GMT", "date: Sun, 06 Nov 1994 09:49:07 GMT"], Some(30)),
            (&["expires: 0", "cache-control: max-age=9"], Some(9)),
        ] {
            assert_eq!(freshness(&headers(lines)).left(THEN), left, "{lines:?}");
        }
    }

    #[test]
    fn a_busy_server_names_seconds_or_a_date() {
        for (value, wait) in [
            ("3600", Some(3_600)),
            ("0", Some(0)),
            ("Sun, 06 Nov 1994 08:59:37 GMT", Some(600)),
            ("Sunday, 06-Nov-94 08:59:37 GMT", Some(600)),
            ("Sun Nov  6 08:59:37 1994", Some(600)),
            ("Sun, 06 Nov 1994 08:00:00 GMT", Some(0)),
            ("-5", None),
            ("later", None),
        ] {
            let retry = retry_after(&headers(&[&format!("retry-after: {value}")]));
            assert_eq!(retry.map(|it| it.wait(THEN)), wait, "{value}");
        }
        assert_eq!(retry_after(&headers(&[])), None);
    }

    #[test]
    fn the_type_of_a_body_is_told_from_its_charset() {
        for (value, mime, charset) in [
            ("text/html; charset=utf-8", "text/html", Some("utf-8")),
            ("Text/XML;Charset=\"ISO-8859-1\"", "text/xml", Some("ISO-8859-1")),
            ("application/rss+xml; profile=x; charset=koi8-r", "application/rss+xml", Some("koi8-r")),
            ("text/html; charset=", "text/html", None),
            ("text/html", "text/html", None),
            (";", "", None),
        ] {
            let found = content_type(&headers(&[&format!("content-type: {value}")]));
            assert_eq!((&*found.mime, found.charset.as_deref()), (mime, charset), "{value}");
        }
    }

    #[test]
    fn validators_are_kept_as_they_are() {
        for value in ["W/\"a\"", "\"a-gzip\"", "unquoted", "garbage, é", "\u{FF}"] {
            let lines = [format!("etag: {value}"), format!("last-modified: {value}")];
            let found = validators(&headers(&[&lines[0], &lines[1]]));
            let bytes: Vec<u8> = found.etag.unwrap().chars().map(|it| u8::try_from(it).unwrap()).collect();
            assert_eq!(bytes, value.as_bytes());
            assert!(found.last_modified.is_some());
        }
        assert_eq!(validators(&headers(&["etag: "])), Validators::default());
    }

    #[test]
    fn codings_are_listed_as_they_were_laid_on() {
        assert_eq!(
            codings(&headers(&["content-encoding: GZIP, identity", "content-encoding: br"])),
            ["gzip", "br"]
        );
        assert!(codings(&headers(&["content-encoding: "])).is_empty());
    }
}
