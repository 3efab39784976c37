//! Addresses: made absolute, of harmless schemes only, without tracking.

/// An address that may be shown and opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Url {
    pub(super) address: String,
    /// The parameters that were taken out, as they stood (`utm_source=x`).
    pub(super) tracking: Vec<String>,
}

/// Parameters that tell who sent a reader and nothing about the page: those of
/// the `ClearURLs` and Firefox query-stripping lists that mean the same on
/// every host. A name ending in `*` stands for all that begin so.
const TRACKING: &[&str] = &[
    "utm_*", "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "mc_cid", "mc_eid", "igshid",
    "igsh", "yclid", "ysclid", "twclid", "ttclid", "li_fat_id", "oly_anon_id", "oly_enc_id", "_openstat",
    "vero_id", "vero_conv", "wickedid", "mkt_tok", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp", "hsctatracking",
    "s_cid", "ml_subscriber", "ml_subscriber_hash", "rb_clickid", "srsltid", "at_medium", "at_campaign", "xtor",
];

/// Resolves a reference against the address of the page that it stands on
/// (RFC 3986, section 5). `None` for what is not `http`, `https` or `mailto`,
/// for a relative reference without a base, and for a mere fragment. A name and
/// password are taken out.
pub(super) fn resolve(base: Option<&str>, reference: &str) -> Option<Url> {
    // What browsers do first (WHATWG URL, 4.4): no white space at the ends, no
    // tabs and line ends within.
    let reference: String =
        reference.trim().chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    if reference.is_empty() || reference.starts_with('#') {
        return None;
    }
    let absolute = match scheme(&reference) {
        Some("mailto") => {
            return Some(Url { address: format!("mailto:{}", encode(after(&reference, ':'))), tracking: Vec::new() });
        }
        Some("http" | "https") => reference,
        Some(_) => return None,
        None => against(base?, &reference)?,
    };
    let scheme = scheme(&absolute)?;
    let rest = after(&absolute, ':').trim_start_matches(['/', '\\']);
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at_checked(end)?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host).to_lowercase();
    if host.is_empty() || host.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return None;
    }
    let (tail, fragment) = tail.split_once('#').map_or((tail, None), |(tail, it)| (tail, Some(it)));
    let (path, query) = tail.split_once('?').map_or((tail, None), |(path, it)| (path, Some(it)));
    let mut address = format!("{scheme}://{host}{}", encode(&without_dots(path)));
    let mut tracking = Vec::new();
    let mut separator = '?';
    for parameter in query.into_iter().flat_map(|it| it.split('&')) {
        let name = parameter.split('=').next().unwrap_or_default();
        if is_tracking(name) {
            tracking.push(parameter.to_owned());
        } else {
            address.push(separator);
            address.push_str(&encode(parameter));
            separator = '&';
        }
    }
    if let Some(fragment) = fragment.filter(|it| !it.is_empty()) {
        address.push('#');
        address.push_str(&encode(fragment));
    }
    Some(Url { address, tracking })
}

fn is_tracking(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    TRACKING.iter().any(|it| it.strip_suffix('*').map_or(*it == name, |head| name.starts_with(head)))
}

/// The scheme of a reference in lower case, of those that are known or refused.
fn scheme(reference: &str) -> Option<&'static str> {
    let (name, _) = reference.split_once(':')?;
    let plain = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    if !plain {
        return None;
    }
    Some(match name.to_ascii_lowercase().as_str() {
        "http" => "http",
        "https" => "https",
        "mailto" => "mailto",
        _ => "other",
    })
}

fn after(text: &str, mark: char) -> &str {
    text.split_once(mark).map_or("", |(_, rest)| rest)
}

/// A relative reference put onto a base, dots not yet taken out.
fn against(base: &str, reference: &str) -> Option<String> {
    let scheme = scheme(base).filter(|it| it.starts_with("http"))?;
    let rest = after(base, ':').trim_start_matches('/');
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, tail) = rest.split_at_checked(end)?;
    let tail = tail.split('#').next().unwrap_or_default();
    let path = tail.split('?').next().unwrap_or_default();
    Some(if reference.starts_with("//") {
        format!("{scheme}:{reference}")
    } else if reference.starts_with('/') {
        format!("{scheme}://{host}{reference}")
    } else if reference.starts_with('?') {
        format!("{scheme}://{host}{path}{reference}")
    } else {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        format!("{scheme}://{host}{folder}/{reference}")
    })
}

/// RFC 3986, 5.2.4. The result begins with a slash.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut folder = false;
    for part in path.trim_start_matches('/').split('/') {
        folder = false;
        match part {
            "." => folder = true,
            ".." => {
                kept.pop();
                folder = true;
            }
            _ => kept.push(part),
        }
    }
    let mut out = String::with_capacity(path.len() + 1);
    for part in &kept {
        out.push('/');
        out.push_str(part);
    }
    if folder || out.is_empty() {
        out.push('/');
    }
    out
}

/// Percent-encodes what may not stand in an address and would end it where it
/// is shown in running text; what is encoded already stays.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let invisible = matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}');
        if invisible || c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '`' | '{' | '}' | '\\' | '^' | '|') {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out.push('%');
                for digit in [byte >> 4, byte & 15] {
                    out.push(char::from_digit(u32::from(digit), 16).unwrap_or('0').to_ascii_uppercase());
                }
            }
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_resolve_as_in_rfc_3986() {
        let base = Some("http://a.example/b/c/d;p?q#f");
        for (reference, expected) in [
            ("g", "http://a.example/b/c/g"),
            ("./g/", "http://a.example/b/c/g/"),
            ("/g", "http://a.example/g"),
            ("//g.example", "http://g.example/"),
            ("?y", "http://a.example/b/c/d;p?y"),
            ("g?y#s", "http://a.example/b/c/g?y#s"),
            ("..", "http://a.example/b/"),
            ("../../../g", "http://a.example/g"),
            ("HTTPS://User:Secret@Other.EXAMPLE/A b", "https://other.example/A%20b"),
            (" ht\ntps://x.example/\u{202e}y ", "https://x.example/%E2%80%AEy"),
            ("mailto:desk@a.example", "mailto:desk@a.example"),
        ] {
            assert_eq!(resolve(base, reference).map(|it| it.address).as_deref(), Some(expected), "{reference}");
        }
    }

    #[test]
    fn other_schemes_and_mere_fragments_are_no_links() {
        for reference in ["javascript:alert(1)", "JAVA\tSCRIPT:alert(1)", "data:text/html,x", "file:///etc/x", "#top", "", "https://"] {
            assert_eq!(resolve(Some("https://a.example/"), reference), None, "{reference}");
        }
        assert_eq!(resolve(None, "page.html"), None);
    }

    #[test]
    fn tracking_parameters_are_taken_out_and_told() {
        let url = resolve(None, "https://a.example/p?utm_source=x&id=7&fbclid=1&Utm_Term=y#s").unwrap();
        assert_eq!(url.address, "https://a.example/p?id=7#s");
        assert_eq!(url.tracking, ["utm_source=x", "fbclid=1", "Utm_Term=y"]);
        assert_eq!(resolve(None, "https://a.example/p?gclid=1").unwrap().address, "https://a.example/p");
    }
}
