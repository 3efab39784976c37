//! References made absolute (RFC 3986), and made fit to be shown.

use std::borrow::Cow;

use crate::text::safe;

/// Longer addresses are not taken for the base of others, for each of them
/// would carry a copy. Feeds live at addresses of some 60 bytes.
pub(super) const LONGEST_BASE: usize = 512;

/// Longer addresses are data, and nobody's page.
const LONGEST: usize = 8_192;

/// Attributes of HTML that hold an address a reader may follow or see.
pub(super) fn is_link(attribute: &str) -> bool {
    matches!(
        attribute.to_ascii_lowercase().as_str(),
        "href" | "src" | "poster" | "cite" | "data" | "longdesc" | "background" | "action" | "xlink:href"
    )
}

/// Puts a reference onto a base (RFC 3986, section 5.2), whatever the scheme.
/// `None` where the reference is empty, or is relative and there is no absolute
/// base.
pub(super) fn resolve(base: Option<&str>, reference: &str) -> Option<String> {
    let reference = tidy(reference);
    if reference.is_empty() {
        return None;
    }
    if scheme(&reference).is_some() {
        return Some(reference.into_owned());
    }
    let base = base?;
    let scheme = scheme(base)?;
    let rest = base.get(scheme.len() + 1..)?;
    let (authority, tail) = match rest.strip_prefix("//") {
        Some(rest) => {
            let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            let (authority, tail) = rest.split_at_checked(end)?;
            (Some(authority), tail)
        }
        None => (None, rest),
    };
    let tail = tail.split('#').next().unwrap_or_default();
    let (path, _) = tail.split_once('?').unwrap_or((tail, ""));
    let mut out = String::with_capacity(base.len() + reference.len() + 1);
    out.push_str(scheme);
    out.push(':');
    if reference.starts_with("//") {
        out.push_str(&reference);
        return Some(out);
    }
    // A scheme without a hierarchy (`urn:`, `tag:`, `mailto:`) is no base.
    let authority = authority?;
    out.push_str("//");
    out.push_str(authority);
    if reference.starts_with('#') {
        out.push_str(tail);
        out.push_str(&reference);
        return Some(out);
    }
    let end = reference.find(['?', '#']).unwrap_or(reference.len());
    let (own, after) = reference.split_at_checked(end)?;
    if own.is_empty() {
        out.push_str(path);
    } else if own.starts_with('/') {
        without_dots(own, &mut out);
    } else {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if own.starts_with('.') || has_dots(own) || has_dots(folder) {
            without_dots(&format!("{folder}/{own}"), &mut out);
        } else {
            out.extend([folder, "/", own]);
        }
    }
    out.push_str(after);
    Some(out)
}

/// An address on the web, made absolute; `None` for any other scheme.
pub(super) fn web(base: Option<&str>, reference: &str) -> Option<String> {
    let reference = reference.trim();
    // A host without its scheme, as people write it.
    if reference.get(..4).is_some_and(|it| it.eq_ignore_ascii_case("www.")) {
        return resolve(None, &format!("http://{reference}"));
    }
    if base.is_none() && reference.starts_with("//") {
        return resolve(None, &format!("https:{reference}"));
    }
    resolve(base, reference).filter(|it| is_web(it) && it.len() <= LONGEST)
}

/// Whether an address is absolute and of the web.
pub(super) fn is_web(address: &str) -> bool {
    let rest = address
        .split_once("://")
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"));
    rest.is_some_and(|(_, rest)| !rest.is_empty() && !rest.starts_with('/'))
}

/// The scheme of an absolute address, without its colon.
fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let right = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    right.then_some(scheme)
}

/// What browsers do first (WHATWG URL, 4.4): no white space at the ends, no
/// line ends within; and what a terminal would obey or hide is
/// percent-encoded, spaces too.
fn tidy(reference: &str) -> Cow<'_, str> {
    let reference = reference.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    if !reference.chars().any(is_unfit) {
        return Cow::Borrowed(reference);
    }
    let mut out = String::with_capacity(reference.len() + 8);
    for c in reference.chars() {
        if matches!(c, '\t' | '\n' | '\r') {
            continue;
        }
        if is_unfit(c) {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                out.push('%');
                out.extend([byte >> 4, byte & 15].map(hex));
            }
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// White space, and what no text that is shown may hold.
fn is_unfit(c: char) -> bool {
    // Nearly all of an address.
    if c.is_ascii_graphic() {
        return false;
    }
    c.is_whitespace() || matches!(c, '\u{200C}' | '\u{200D}') || safe::is_forbidden(c)
}

fn hex(half: u8) -> char {
    char::from_digit(u32::from(half), 16).unwrap_or('0').to_ascii_uppercase()
}

/// Whether a part of a path begins with a dot: it may be `.` or `..`.
fn has_dots(path: &str) -> bool {
    path.as_bytes().windows(2).any(|it| it == b"/.")
}

/// Appends a path with its `.` and `..` taken out (RFC 3986, 5.2.4).
fn without_dots(path: &str, out: &mut String) {
    if !has_dots(path) {
        out.extend(["/", path.strip_prefix('/').unwrap_or(path)]);
        return;
    }
    let mut kept: Vec<&str> = Vec::new();
    let mut folder = false;
    for part in path.strip_prefix('/').unwrap_or(path).split('/') {
        folder = matches!(part, "." | "..");
        match part {
            "." => {}
            ".." => {
                kept.pop();
            }
            _ => kept.push(part),
        }
    }
    for part in kept {
        out.push('/');
        out.push_str(part);
    }
    if folder {
        out.push('/');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_resolve_as_in_rfc_3986() {
        // The examples of section 5.4.
        for (reference, expected) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("g?y#s", "http://a/b/c/g?y#s"),
            (";x", "http://a/b/c/;x"),
            (".", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../../../g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            ("./g/../h", "http://a/b/c/h"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
        ] {
            assert_eq!(
                resolve(Some("http://a/b/c/d;p?q"), reference).as_deref(),
                Some(expected),
                "{reference}"
            );
        }
        assert_eq!(resolve(Some("http://a"), "g").as_deref(), Some("http://a/g"));
        for (base, reference) in
            [(None, "g"), (Some("urn:x"), "g"), (Some("a/b"), "g"), (Some("http://a/"), " ")]
        {
            assert_eq!(resolve(base, reference), None, "{base:?} {reference}");
        }
    }

    #[test]
    fn addresses_are_of_the_web_and_fit_to_be_shown() {
        for (reference, expected) in [
            (" http://a.example/x\n", Some("http://a.example/x")),
            ("http://a.example/x y", Some("http://a.example/x%20y")),
            ("http://a.example/\u{1b}[31m\u{202e}x", Some("http://a.example/%1B[31m%E2%80%AEx")),
            (
                "http://a.example/\u{ffff}\u{fdd0}\u{3164}",
                Some("http://a.example/%EF%BF%BF%EF%B7%90%E3%85%A4"),
            ),
            ("http://a.example/a\n b", Some("http://a.example/a%20b")),
            ("www.a.example/x", Some("http://www.a.example/x")),
            ("//a.example/x", Some("https://a.example/x")),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
            ("mailto:ana@a.example", None),
            ("https:///x", None),
        ] {
            assert_eq!(web(None, reference).as_deref(), expected, "{reference}");
        }
        assert_eq!(web(None, &format!("http://a.example/{}", "x".repeat(LONGEST))), None);
    }
}
