//! Addresses that can be fetched: `http` and `https`, with a host.
//!
//! Read as browsers read them (the WHATWG URL standard) where feeds need it:
//! spaces around, capitals, names in other scripts, characters that should have
//! been escaped. Stricter in hosts: an IPv4 address stands in its usual form or
//! not at all (`http://2130706433/` is a way to write 127.0.0.1).

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

use super::address::{is_local_name, is_public};
use super::login::Login;
use crate::text::safe;

/// An address that can be fetched. [`fmt::Display`] and [`fmt::Debug`] leave out
/// what is secret in it, so that it can stand in messages; [`Url::address`] and
/// [`Url::reveal`] do not.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Url(Arc<Parts>);

#[derive(Clone, PartialEq, Eq, Hash)]
struct Parts {
    secure: bool,
    /// User name and password as they are written, percent escapes and all.
    login: Option<(String, String)>,
    /// In lower case and ASCII; an IPv6 address stands in brackets.
    host: String,
    /// `None` for the port of the scheme.
    port: Option<u16>,
    /// Path and query; begins with `/` and is ASCII. The fragment is nobody's
    /// business but the reader's.
    target: String,
}

/// A text that is no address that can be fetched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cannot fetch `{url}`: {fault}")]
pub struct BadUrl {
    /// Safe to show, and without what may be secret in it.
    pub url: String,
    pub fault: Fault,
}

/// What is wrong with an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does not begin with `http://` or `https://`.
    NoScheme,
    /// It is of a scheme that is not fetched.
    Scheme(String),
    NoHost,
    Host,
    Port,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoScheme => f.write_str("it does not begin with http:// or https://"),
            Self::Scheme(scheme) => write!(f, "only http and https are fetched, not {scheme}"),
            Self::NoHost => f.write_str("it names no host"),
            Self::Host => f.write_str("its host is none"),
            Self::Port => f.write_str("its port is none"),
        }
    }
}

impl Url {
    /// What somebody gave as an address, for people: without what is secret in it,
    /// and as it stands where it is none.
    pub fn shown(address: &str) -> String {
        Self::parse(address).map_or_else(|bad| bad.url, |it| it.to_string())
    }

    /// Whether somebody means an address by this, and no file: it begins with
    /// `http://` or `https://`.
    pub fn is_meant(text: &str) -> bool {
        let text = text.trim_start().to_ascii_lowercase();
        text.starts_with("http://") || text.starts_with("https://")
    }

    /// Reads an address.
    pub fn parse(text: &str) -> Result<Self, BadUrl> {
        Self::read(text.trim())
            .map(|it| Self(Arc::new(it)))
            .map_err(|fault| BadUrl { url: redacted(text), fault })
    }

    /// Reads an address as people type it: without a scheme it is `https`, or
    /// `http` on this machine and the networks around it; `feed:` says nothing.
    pub fn typed(text: &str) -> Result<Self, BadUrl> {
        let text = text.trim();
        let text = match scheme(text) {
            Some((scheme, rest)) if scheme == "feed" => rest.trim_start_matches('/'),
            _ => text,
        };
        // In `host:8080/feed` it is no scheme that stands before the colon.
        let has_scheme =
            scheme(text).is_some_and(|(_, rest)| !rest.starts_with(|c: char| c.is_ascii_digit()));
        if has_scheme {
            return Self::parse(text);
        }
        let bare = text.trim_start_matches('/');
        let url = Self::parse(&format!("https://{bare}"))?;
        if url.is_local() { Self::parse(&format!("http://{bare}")) } else { Ok(url) }
    }

    /// The address that a redirect from here leads to. A user name in it is
    /// left out: who answers does not choose how kabar introduces itself. Ours
    /// stays as long as scheme, host and port stay.
    pub fn follow(&self, location: &str) -> Result<Self, BadUrl> {
        let bad = |fault| BadUrl { url: redacted(location), fault };
        let location = location.trim();
        let mut to = if scheme(location).is_some() {
            Self::read(location).map_err(bad)?
        } else {
            let slashed = location.replace('\\', "/");
            match slashed.strip_prefix("//") {
                Some(rest) => Self::read(&format!("{}://{rest}", self.scheme())).map_err(bad)?,
                None => Parts { target: self.relative(&slashed), ..Parts::clone(&self.0) },
            }
        };
        to.login = if to.origin() == self.0.origin() { self.0.login.clone() } else { None };
        Ok(Self(Arc::new(to)))
    }

    fn read(text: &str) -> Result<Parts, Fault> {
        let (scheme, rest) = scheme(text).ok_or(Fault::NoScheme)?;
        let secure = match &*scheme {
            "http" => false,
            "https" => true,
            _ => return Err(Fault::Scheme(scheme)),
        };
        let rest = rest.strip_prefix("//").ok_or(Fault::NoHost)?;
        let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
        let (authority, target) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let (login, place) = match authority.rsplit_once('@') {
            Some((login, place)) => (Some(login.split_once(':').unwrap_or((login, ""))), place),
            None => (None, authority),
        };
        let login = login.filter(|it| *it != ("", "")).map(|(user, word)| (user.to_owned(), word.to_owned()));
        let (host, port) = host_and_port(place)?;
        let port = port.filter(|it| *it != if secure { 443 } else { 80 });
        Ok(Parts { secure, login, host, port, target: target_of(target) })
    }

    /// RFC 3986, 5.2, for references without a host.
    fn relative(&self, reference: &str) -> String {
        let (path, _) = self.0.target.split_once('?').unwrap_or((&self.0.target, ""));
        let reference = reference.split('#').next().unwrap_or_default();
        if reference.is_empty() {
            return self.0.target.clone();
        }
        if reference.starts_with('?') {
            return target_of(&format!("{path}{reference}"));
        }
        if reference.starts_with('/') {
            return target_of(reference);
        }
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        target_of(&format!("{folder}/{reference}"))
    }

    pub fn scheme(&self) -> &'static str {
        self.0.scheme()
    }

    pub fn is_secure(&self) -> bool {
        self.0.secure
    }

    /// The name or address of the host, in lower case and ASCII.
    pub fn host(&self) -> &str {
        &self.0.host
    }

    /// The port, that of the scheme included.
    pub fn port(&self) -> u16 {
        self.0.port.unwrap_or(if self.0.secure { 443 } else { 80 })
    }

    /// The host where it is an address and no name.
    pub(super) fn ip(&self) -> Option<IpAddr> {
        let bare = self.0.host.trim_start_matches('[').trim_end_matches(']');
        bare.parse().ok()
    }

    /// Whether it names this machine or a network around it, as far as can be
    /// told without looking the name up.
    pub fn is_local(&self) -> bool {
        is_local_name(self.host()) || self.ip().is_some_and(|it| !is_public(it))
    }

    /// Scheme, host and port, as a login is given for them: `https://news.example`.
    pub fn origin(&self) -> String {
        self.0.origin()
    }

    /// What two addresses of one feed share, by all that readers have seen:
    /// host, path and query, without scheme, its port, and slashes at the end.
    pub fn identity(&self) -> String {
        let port = self.0.port.map(|it| format!(":{it}")).unwrap_or_default();
        let (path, query) = self.0.target.split_once('?').unwrap_or((&self.0.target, ""));
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{port}{}{mark}{query}", self.0.host, path.trim_end_matches('/'))
    }

    /// The address without user name and password, and these with their percent
    /// escapes undone.
    pub fn split_login(&self) -> (Self, Option<Login>) {
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        let login = self.login().map(|(user, word)| Login { user: text(user), password: text(word) });
        (Self(Arc::new(Parts { login: None, ..Parts::clone(&self.0) })), login)
    }

    /// Whether its query holds what looks like a secret: whoever has the address
    /// can read what is behind it.
    pub fn has_secret(&self) -> bool {
        self.to_string() != self.address()
    }

    /// Whether both lead to one server: scheme, host and port.
    pub fn same_origin(&self, other: &Self) -> bool {
        self.0.origin() == other.0.origin()
    }

    /// Whether both name one thing, whoever asks for it.
    pub fn same_page(&self, other: &Self) -> bool {
        self.same_origin(other) && self.0.target == other.0.target
    }

    /// User name and password, percent escapes undone.
    pub(super) fn login(&self) -> Option<(Vec<u8>, Vec<u8>)> {
        self.0.login.as_ref().map(|(user, word)| (unescaped(user), unescaped(word)))
    }

    /// The address without user name and password, as it is sent and as links
    /// are relative to it. Its query may hold a secret.
    pub fn address(&self) -> String {
        format!("{}{}", self.0.origin(), self.0.target)
    }

    /// The whole address with all that is secret in it: to be stored, never to be
    /// shown. [`Url::parse`] reads it back.
    pub fn reveal(&self) -> String {
        let Some((user, word)) = &self.0.login else { return self.address() };
        let rest = self.address();
        let rest = rest.split_once("://").map_or("", |(_, rest)| rest);
        format!("{}://{user}:{word}@{rest}", self.scheme())
    }
}

impl Parts {
    fn scheme(&self) -> &'static str {
        if self.secure { "https" } else { "http" }
    }

    /// What tells servers apart: scheme, host and port.
    fn origin(&self) -> String {
        let port = self.port.map(|it| format!(":{it}")).unwrap_or_default();
        format!("{}://{}{port}", self.scheme(), self.host)
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, query) = self
            .0
            .target
            .split_once('?')
            .map_or((&*self.0.target, None), |(path, query)| (path, Some(query)));
        write!(f, "{}{path}", self.0.origin())?;
        let Some(query) = query else { return Ok(()) };
        for (i, parameter) in query.split('&').enumerate() {
            f.write_str(if i == 0 { "?" } else { "&" })?;
            match parameter.split_once('=') {
                Some((name, value)) if is_secret(name, value) => write!(f, "{name}=…")?,
                None if is_random(parameter) => f.write_str("…")?,
                _ => f.write_str(parameter)?,
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Url({self})")
    }
}

/// Parts of the names of parameters that are secret in feeds: private feeds of
/// podcasts and repositories, signed addresses of stores.
const SECRET_NAMES: &[&str] = &[
    "auth", "cred", "hash", "hmac", "jwt", "key", "login", "nonce", "otp", "pass", "pwd", "secret",
    "session", "sid", "sig", "ticket", "token", "user",
];

fn is_secret(name: &str, value: &str) -> bool {
    let name = name.to_ascii_lowercase();
    !value.is_empty() && (SECRET_NAMES.iter().any(|it| name.contains(it)) || is_random(value))
}

/// Whether a value looks as if it was drawn: 20 characters and more in which
/// letters and digits mix and no words are set apart.
fn is_random(value: &str) -> bool {
    value.len() >= 20
        && value.bytes().any(|it| it.is_ascii_digit())
        && value.bytes().any(|it| it.is_ascii_alphabetic())
        && value.bytes().all(|it| it.is_ascii_alphanumeric() || b"_=%.~-".contains(&it))
}

/// What can be shown of a text that was no address: nothing before an `@`,
/// nothing of a query.
fn redacted(text: &str) -> String {
    let text = safe::line(text);
    let shown = text.split(['?', '#']).next().unwrap_or_default();
    let tail = if shown.len() < text.len() { "?…" } else { "" };
    match shown.rsplit_once('@') {
        Some((before, after)) => {
            let scheme = before.split_once("//").map_or("", |(scheme, _)| scheme);
            let slashes = if scheme.is_empty() { "" } else { "//" };
            format!("{scheme}{slashes}{after}{tail}")
        }
        None => format!("{shown}{tail}"),
    }
}

/// The scheme in lower case, and what comes after its colon (RFC 3986, 3.1).
fn scheme(text: &str) -> Option<(String, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let sound = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    sound.then(|| (scheme.to_ascii_lowercase(), rest))
}

fn host_and_port(place: &str) -> Result<(String, Option<u16>), Fault> {
    let (host, port) = if let Some(rest) = place.strip_prefix('[') {
        let (address, port) = rest.split_once(']').ok_or(Fault::Host)?;
        let address = address.parse::<Ipv6Addr>().ok().ok_or(Fault::Host)?;
        if !(port.is_empty() || port.starts_with(':')) {
            return Err(Fault::Host);
        }
        (format!("[{address}]"), port.strip_prefix(':').unwrap_or_default())
    } else {
        let (host, port) = place.split_once(':').unwrap_or((place, ""));
        (host_name(host)?, port)
    };
    if port.is_empty() {
        return Ok((host, None));
    }
    let port = port.parse::<u16>().ok().ok_or(Fault::Port)?;
    if port == 0 { Err(Fault::Port) } else { Ok((host, Some(port))) }
}

/// A name in lower case and ASCII, without the dot of the root.
fn host_name(text: &str) -> Result<String, Fault> {
    // Compatibility forms are folded as UTS 46 does it: full-width letters, and
    // the full stops of Chinese and Japanese.
    let folded: String = if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        text.nfkc().flat_map(char::to_lowercase).nfc().collect()
    };
    let folded = folded.replace(['\u{3002}', '\u{FF61}'], ".");
    let folded = folded.strip_suffix('.').unwrap_or(&folded);
    if folded.is_empty() {
        return Err(Fault::NoHost);
    }
    let mut labels = Vec::new();
    for label in folded.split('.') {
        let label = if label.is_ascii() {
            label.to_owned()
        } else {
            format!("xn--{}", punycode(label).ok_or(Fault::Host)?)
        };
        let sound = label.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-' || it == b'_');
        if label.is_empty() || label.len() > 63 || !sound {
            return Err(Fault::Host);
        }
        labels.push(label);
    }
    let host = labels.join(".");
    let last = labels.last().map_or("", String::as_str);
    // A host that ends in a number is an address (WHATWG URL, 3.6).
    let number = last.bytes().all(|it| it.is_ascii_digit())
        || last.strip_prefix("0x").is_some_and(|it| it.bytes().all(|it| it.is_ascii_hexdigit()));
    if host.len() > 253 || (number && host.parse::<Ipv4Addr>().is_err()) {
        return Err(Fault::Host);
    }
    Ok(host)
}

/// RFC 3492 for one label; `None` where it overflows.
fn punycode(label: &str) -> Option<String> {
    const DIGITS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    let points: Vec<u32> = label.chars().map(u32::from).collect();
    let mut out: String = label.chars().filter(char::is_ascii).collect();
    let n_basic = u32::try_from(out.len()).ok()?;
    if n_basic > 0 {
        out.push('-');
    }
    let (mut n, mut delta, mut bias, mut handled) = (128_u32, 0_u32, 72_u32, n_basic);
    while usize::try_from(handled).ok()? < points.len() {
        let next = points.iter().copied().filter(|it| *it >= n).min()?;
        delta = delta.checked_add((next - n).checked_mul(handled + 1)?)?;
        n = next;
        for point in &points {
            if *point < n {
                delta = delta.checked_add(1)?;
            }
            if *point != n {
                continue;
            }
            let (mut q, mut k) = (delta, 36_u32);
            loop {
                let t = k.saturating_sub(bias).clamp(1, 26);
                let digit = if q < t { q } else { t + (q - t) % (36 - t) };
                out.push(char::from(*DIGITS.get(usize::try_from(digit).ok()?)?));
                if q < t {
                    break;
                }
                q = (q - t) / (36 - t);
                k += 36;
            }
            // The adaptation of RFC 3492, 6.1.
            let mut d = if handled == n_basic { delta / 700 } else { delta / 2 };
            d += d / (handled + 1);
            let mut k = 0;
            while d > 455 {
                d /= 35;
                k += 36;
            }
            bias = k + 36 * d / (d + 38);
            delta = 0;
            handled += 1;
        }
        delta = delta.checked_add(1)?;
        n += 1;
    }
    Some(out)
}

/// Path and query of an address, from what stands behind its host.
fn target_of(text: &str) -> String {
    let text = text.split('#').next().unwrap_or_default();
    let (path, query) = text.split_once('?').map_or((text, None), |(path, query)| (path, Some(query)));
    let mut out = String::with_capacity(text.len() + 1);
    for segment in without_dots(&path.replace('\\', "/")) {
        out.push('/');
        escape(&segment, &mut out);
    }
    if let Some(query) = query {
        out.push('?');
        escape(query, &mut out);
    }
    out
}

/// The segments of a path without `.` and `..` (RFC 3986, 5.2.4).
fn without_dots(path: &str) -> Vec<String> {
    let mut segments: Vec<String> = Vec::new();
    let mut all = path.strip_prefix('/').unwrap_or(path).split('/').peekable();
    while let Some(segment) = all.next() {
        let last = all.peek().is_none();
        match segment {
            "." | ".." => {
                if segment == ".." {
                    segments.pop();
                }
                if last {
                    segments.push(String::new());
                }
            }
            _ => segments.push(segment.to_owned()),
        }
    }
    segments
}

/// Escapes what may not stand in an address; escapes that are there stay.
fn escape(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 0xF] {
                out.push(char::from_digit(u32::from(half), 16).unwrap_or_default().to_ascii_uppercase());
            }
        }
    }
}

fn unescaped(text: &str) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|it| u8::try_from(it).ok());
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.as_bytes();
    while let [first, rest @ ..] = bytes {
        bytes = rest;
        let escaped = match rest {
            [high, low, ..] if *first == b'%' => digit(*high).zip(digit(*low)),
            _ => None,
        };
        if let Some((high, low)) = escaped {
            out.push(high << 4 | low);
            bytes = rest.get(2..).unwrap_or_default();
        } else {
            out.push(*first);
        }
    }
    out
}

#[cfg(test)]
mod tests;
