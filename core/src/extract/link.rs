//! Addresses in articles: which are let through, and what is taken off them.

use super::reference;
use crate::text::safe;

/// Query parameters that tell who sent the reader, and nothing of the page:
/// those of the `removeparam` rules common to the ad-block lists (uBlock
/// "Privacy", `AdGuard` "URL Tracking Protection").
const TRACKING: &[&str] = &[
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "at_custom1",
    "at_custom2",
    "at_medium",
    "cmpid",
    "dclid",
    "fbclid",
    "gbraid",
    "gclid",
    "gclsrc",
    "igsh",
    "igshid",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "msclkid",
    "ns_campaign",
    "ns_mchannel",
    "oly_anon_id",
    "oly_enc_id",
    "rb_clickid",
    "ref_src",
    "s_cid",
    "smid",
    "spm",
    "srsltid",
    "twclid",
    "vero_id",
    "wbraid",
    "wickedid",
    "xtor",
    "yclid",
];
const TRACKING_PREFIXES: &[&str] = &["utm_", "mtm_", "pk_", "hsa_", "at_custom", "ns_"];
/// Longer addresses are not meant for people: a data set in a query.
const LONGEST: usize = 2_048;

/// An address as an article may hold it: `http`, `https` or `mailto`, on one
/// line, without tracking parameters and without a user name (`https://
/// bank.example@evil.example`). `None` for every other.
pub fn clean(address: &str) -> Option<String> {
    let address = safe::line(address);
    let unfit = |it| matches!(it, b' ' | b'"' | b'<' | b'>' | b'\\' | b'`');
    if address.is_empty()
        || address.len() > LONGEST
        || address.bytes().any(unfit)
        || !address.is_ascii() && address.contains('\u{A0}')
    {
        return None;
    }
    let (scheme, rest) = address.split_once(':')?;
    if scheme.eq_ignore_ascii_case("mailto") {
        return (rest.contains('@') && !rest.starts_with('/')).then(|| format!("mailto:{rest}"));
    }
    let scheme = ["https", "http"].into_iter().find(|it| scheme.eq_ignore_ascii_case(it))?;
    let rest = rest.strip_prefix("//")?;
    let end = rest.bytes().position(|it| matches!(it, b'/' | b'?' | b'#')).unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(end)?;
    let host = authority.rsplit('@').next().unwrap_or_default();
    if host.is_empty() || host.starts_with(['.', ':', '-']) {
        return None;
    }
    let mut out = String::with_capacity(scheme.len() + 3 + rest.len());
    out.push_str(scheme);
    out.push_str("://");
    if host.is_ascii() {
        let from = out.len();
        out.push_str(host);
        if let Some(it) = out.get_mut(from..) {
            it.make_ascii_lowercase();
        }
    } else {
        out.push_str(&host.to_lowercase());
    }
    push_without_tracking(path, &mut out);
    Some(out)
}

/// An address found on the page `base`, as [`clean`] gives it. Fragments of the
/// page itself lead nowhere and are `None`.
pub fn resolve(base: Option<&str>, address: &str) -> Option<String> {
    resolve_on(base.and_then(clean).as_deref(), address)
}

/// As [`resolve`], with a base that [`clean`] let through: a page has many links.
pub(super) fn resolve_on(base: Option<&str>, address: &str) -> Option<String> {
    if address.trim_start().starts_with('#') {
        return None;
    }
    clean(&reference::resolve(base, address)?)
}

/// The host of an address that [`clean`] let through; `None` of a `mailto`.
pub(super) fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    rest.split(['/', '?', '#']).next().filter(|it| !it.is_empty())
}

/// What two addresses of one page share: host, path and query, without scheme,
/// `www.`, port, fragment and a slash at the end. `None` where there is no path
/// that could name a page.
pub(super) fn identity(address: &str) -> Option<String> {
    let address = clean(address)?;
    let (scheme, rest) = address.split_once("://")?;
    let rest = rest.split('#').next().unwrap_or_default();
    let (host, path) = rest.split_once('/')?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let host = host.strip_suffix(if scheme == "https" { ":443" } else { ":80" }).unwrap_or(host);
    let path = path.trim_end_matches('/');
    (!path.is_empty()).then(|| format!("{host}/{path}"))
}

/// The parameters that [`clean`] takes off an address, as they stand in it
/// (`utm_source=feed`), query before fragment.
pub(super) fn tracking(address: &str) -> impl Iterator<Item = &str> {
    let (page, fragment) = address.split_once('#').unwrap_or((address, ""));
    let query = page.split_once('?').map_or("", |(_, it)| it);
    query.split('&').chain(fragment.split('&')).filter(|it| is_tracking(it))
}

fn push_without_tracking(path: &str, out: &mut String) {
    let (path, fragment) = path.split_once('#').map_or((path, None), |(path, it)| (path, Some(it)));
    let (path, query) = path.split_once('?').map_or((path, ""), |(path, query)| (path, query));
    out.push_str(path);
    let kept = query.split('&').filter(|it| !it.is_empty() && !is_tracking(it));
    for (n, it) in kept.enumerate() {
        out.push(if n == 0 { '?' } else { '&' });
        out.push_str(it);
    }
    if let Some(fragment) = fragment.filter(|it| !it.is_empty() && !it.split('&').any(is_tracking)) {
        out.push('#');
        out.push_str(fragment);
    }
}

fn is_tracking(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
    TRACKING.contains(&name.as_str()) || TRACKING_PREFIXES.iter().any(|it| name.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_that_people_follow_are_let_through() {
        for (input, expected) in [
            (
                "https://news.example/a?id=1&utm_source=feed&fbclid=x#part",
                Some("https://news.example/a?id=1#part"),
            ),
            ("HTTP://News.Example/A?utm_medium=rss", Some("http://news.example/A")),
            ("https://bank.example@evil.example/x", Some("https://evil.example/x")),
            ("mailto:desk@news.example", Some("mailto:desk@news.example")),
            ("https://news.example/\u{1B}]8;;x\u{7}a", Some("https://news.example/a")),
            ("https://news.example/a#utm_source=x&b", Some("https://news.example/a")),
            ("javascript:alert(1)", None),
            ("data:text/html,x", None),
            ("file:///etc/passwd", None),
            ("https://", None),
            ("https:///path", None),
            ("https://-x.example/", None),
            ("https://news.example/a b", None),
            ("no address", None),
            ("", None),
        ] {
            assert_eq!(clean(input).as_deref(), expected, "{input}");
        }
        assert_eq!(clean(&format!("https://news.example/{}", "a".repeat(4_000))), None);
    }

    #[test]
    fn what_is_taken_off_an_address_can_be_told() {
        for (input, expected) in [
            (
                "https://news.example/a?id=1&utm_source=feed&fbclid=x#part",
                vec!["utm_source=feed", "fbclid=x"],
            ),
            ("/a?utm_medium=rss#utm_campaign=b", vec!["utm_medium=rss", "utm_campaign=b"]),
            ("https://news.example/utm_source=feed", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(tracking(input).collect::<Vec<_>>(), expected, "{input}");
        }
    }

    #[test]
    fn relative_addresses_resolve_against_the_page() {
        let base = Some("https://news.example/a/b/c.html?x=1#y");
        for (input, expected) in [
            ("d.html", Some("https://news.example/a/b/d.html")),
            ("../d/", Some("https://news.example/a/d/")),
            ("../../../../d", Some("https://news.example/d")),
            ("/d?utm_source=x", Some("https://news.example/d")),
            ("//cdn.example/d", Some("https://cdn.example/d")),
            ("?page=2", Some("https://news.example/a/b/c.html?page=2")),
            ("./", Some("https://news.example/a/b/")),
            ("#top", None),
            ("javascript:void(0)", None),
        ] {
            assert_eq!(resolve(base, input).as_deref(), expected, "{input}");
        }
        assert_eq!(resolve(None, "d.html"), None);
        assert_eq!(resolve(Some("https://news.example"), "d").as_deref(), Some("https://news.example/d"));
    }
}
