//! What an element of text says: plain words or HTML, whichever way the feed
//! wrote them.

use super::markup;
use super::space::Space;
use super::tree::{NodeId, Tree};

/// The words of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Words {
    Plain(String),
    Html(String),
    /// Nobody says which: RSS has no types.
    Either(String),
}

impl Words {
    /// Reads an element by what it says of itself: Atom's `type` and `mode`,
    /// markup that stands in it unescaped, base64. `None` where nothing is in
    /// it, or nothing that is text.
    pub(super) fn read(tree: &Tree<'_>, node: NodeId, document: Option<&str>) -> Option<Self> {
        let element = tree.element(node)?;
        let kind = element.attribute("type").unwrap_or_default().to_ascii_lowercase();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        let mode = element.attribute("mode").unwrap_or_default().to_ascii_lowercase();
        let typed = element.space == Space::Atom;
        if kind.starts_with("image/") || kind.starts_with("audio/") || kind.starts_with("video/") {
            return None;
        }
        let words = if tree.has_elements(node) {
            let literal = typed && !matches!(kind, "html" | "text/html");
            Self::Html(tree.inner_html(node, literal, document))
        } else if mode == "base64" {
            // Atom 0.3, 3.1.2: without a type it is plain text.
            let text = base64(&tree.text(node))?;
            if matches!(kind, "" | "text" | "text/plain") { Self::Plain(text) } else { Self::Html(text) }
        } else if typed && is_binary(kind) {
            // RFC 4287, 4.1.3.3.
            Self::Either(base64(&tree.text(node))?)
        } else {
            let text = unwrapped(tree.text(node));
            match kind {
                "html" | "text/html" => Self::Html(text),
                _ if !typed => Self::Either(text),
                // RFC 4287 has untyped text be plain; bodies are HTML all the same.
                "" if mode.is_empty()
                    && !matches!(element.name.as_ref(), "title" | "subtitle" | "tagline") =>
                {
                    Self::Either(text)
                }
                _ => Self::Plain(text),
            }
        };
        (!words.as_str().trim().is_empty()).then_some(words)
    }

    fn as_str(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Html(text) | Self::Either(text) => text,
        }
    }

    /// The words in one line, safe to show; `None` where there are none.
    pub(super) fn line(&self) -> Option<String> {
        let line = match self {
            Self::Plain(text) => markup::line(text),
            Self::Html(text) => markup::words(text),
            Self::Either(text) => markup::words_of_either(text),
        };
        (!line.is_empty()).then_some(line)
    }

    /// The words as HTML with absolute links. Line ends of plain text stay
    /// where `lines` is set.
    pub(super) fn into_html(self, base: Option<&str>, lines: bool) -> String {
        match self {
            Self::Plain(text) => markup::of_text(&text, lines),
            Self::Either(text) if !markup::is_html(&text) && !text.contains('<') => {
                markup::of_text(&text, lines)
            }
            Self::Html(text) | Self::Either(text) => markup::absolute(text.trim().to_owned(), base),
        }
    }
}

/// Text without the marks of CDATA sections that are left in it: programs that
/// wrap text which is wrapped already are common.
fn unwrapped(text: String) -> String {
    if text.contains("<![CDATA[") { text.replace("<![CDATA[", "").replace("]]>", "") } else { text }
}

/// Whether a media type of Atom content is neither text nor XML, and so stands
/// in base64.
fn is_binary(kind: &str) -> bool {
    kind.contains('/') && !kind.starts_with("text/") && !kind.ends_with("+xml") && !kind.ends_with("/xml")
}

/// Text in base64 (RFC 4648), white space and padding passed over; `None` where
/// it is none, or what it holds is no text.
fn base64(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut n_bits) = (0_u32, 0_u8);
    for byte in text.bytes().filter(|it| !it.is_ascii_whitespace() && *it != b'=') {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(six);
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            let [byte, ..] = (bits >> n_bits).to_le_bytes();
            out.push(byte);
            bits &= (1 << n_bits) - 1;
        }
    }
    String::from_utf8(out).ok()
}
