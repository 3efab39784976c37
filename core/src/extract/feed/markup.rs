//! HTML in feeds, as far as it is touched here: its words for a title, its
//! links made absolute. Choosing and cleaning is for the page walk.

use std::borrow::Cow;

use super::tree;
use super::xml::{self, Token, Tokens};
use crate::extract::reference;
use crate::text::{safe, span::Span};

/// The words of HTML in one line, safe to show: what titles, names and
/// summaries are shown as.
pub(super) fn words(html: &str) -> String {
    line(&stripped(html, is_plausible))
}

/// The words of text that may be HTML, as titles in RSS are. Only tags that
/// HTML knows are taken for tags: `Vec<T>` stays as it is.
pub(super) fn words_of_either(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return line(text);
    }
    line(&stripped(text, is_known))
}

/// More characters are not one line of anything.
const LONGEST_LINE: usize = 4_000;

/// Text in one line, safe to show, cut where it is endless.
pub(super) fn line(text: &str) -> String {
    let line = safe::line(text);
    match line.char_indices().nth(LONGEST_LINE) {
        Some((end, _)) => format!("{}…", Span::new(0, end).slice(&line).trim_end()),
        None => line.into_owned(),
    }
}

/// Whether text can be told to be HTML: it has a tag that HTML knows, or a
/// reference.
pub(super) fn is_html(text: &str) -> bool {
    if !text.contains(['<', '&']) {
        return false;
    }
    let mut loose = false;
    Tokens::of_html(text).any(|it| match it {
        Token::Open { name, .. } | Token::Close { name } => is_known(name),
        Token::Text(raw) => matches!(xml::decode(raw, &mut loose), Cow::Owned(text) if text != raw),
        Token::Cdata(_) => true,
    })
}

/// Text as HTML: its characters escaped, an empty line between paragraphs.
/// Single line ends are kept where `lines` is set, for they mean something in
/// some fields.
pub(super) fn of_text(text: &str, lines: bool) -> String {
    let text = text.trim();
    let mut out = String::with_capacity(text.len() + 16);
    let mut gap = false;
    for (i, row) in text.lines().enumerate() {
        if row.trim().is_empty() {
            gap = true;
            continue;
        }
        if gap {
            out.push_str("<br>\n<br>\n");
        } else if i > 0 {
            out.push_str(if lines { "<br>\n" } else { "\n" });
        }
        gap = false;
        tree::escape(row, &mut out);
    }
    out
}

/// HTML with the addresses in its tags put onto a base, and with each `<` that
/// starts no tag escaped, for HTML would take some of them for comments or tags
/// and hide what follows. All else stays as it is, byte for byte.
pub(super) fn absolute(html: String, base: Option<&str>) -> String {
    if !html.contains('<') {
        return html;
    }
    let mut out = String::new();
    let mut copied = 0;
    let mut loose = false;
    let mut tokens = Tokens::of_html(&html);
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(raw) if raw.contains('<') => {
                out.push_str(html.get(copied..tokens.span().start).unwrap_or_default());
                out.push_str(&raw.replace('<', "&lt;"));
                copied = tokens.span().end;
            }
            Token::Open { name, .. } if !is_plausible(name) => {
                out.push_str(html.get(copied..tokens.span().start).unwrap_or_default());
                out.push_str("&lt;");
                copied = tokens.span().start + 1;
            }
            Token::Open { name, attributes, .. } => {
                for it in attributes.iter().filter(|it| reference::is_link(it.name)) {
                    let value = xml::decode(it.value, &mut loose);
                    let Some(address) = reference::resolve(base, &value).filter(|it| *it != value) else {
                        continue;
                    };
                    out.push_str(html.get(copied..it.at).unwrap_or_default());
                    tree::escape_value(&address, &mut out);
                    copied = it.at + it.value.len();
                }
                if is_raw(name) {
                    tokens.skip_raw(name);
                }
            }
            _ => {}
        }
    }
    if copied == 0 {
        return html;
    }
    out.push_str(html.get(copied..).unwrap_or_default());
    out
}

/// Text without the tags that `is_tag` says are tags, and with references
/// resolved.
fn stripped(html: &str, is_tag: impl Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(html.len());
    let mut loose = false;
    let mut tokens = Tokens::of_html(html);
    while let Some(token) = tokens.next() {
        match token {
            Token::Open { name, .. } | Token::Close { name } if !is_tag(name) => {
                out.push_str(tokens.span().slice(html));
            }
            Token::Open { name, .. } if is_raw(name) => tokens.skip_raw(name),
            Token::Open { name, .. } | Token::Close { name } => {
                if is_block(name) {
                    out.push(' ');
                }
            }
            Token::Text(raw) => out.push_str(&xml::decode(raw, &mut loose)),
            Token::Cdata(text) => out.push_str(text),
        }
    }
    out
}

/// Elements whose content is no text to read.
fn is_raw(name: &str) -> bool {
    ["script", "style", "template"].iter().any(|it| it.eq_ignore_ascii_case(name))
}

/// Elements that set words apart without a space.
fn is_block(name: &str) -> bool {
    BLOCKS.iter().any(|it| it.eq_ignore_ascii_case(name))
}

/// Whether a name could be a tag's, and is not what follows a `<` in a formula.
fn is_plausible(name: &str) -> bool {
    name.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'-' | b':' | b'_'))
}

fn is_known(name: &str) -> bool {
    is_block(name) || KNOWN.iter().any(|it| it.eq_ignore_ascii_case(name))
}

const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// The other elements of HTML, those of old included
/// (<https://html.spec.whatwg.org/#obsolete>).
const KNOWN: &[&str] = &[
    "a", "abbr", "acronym", "applet", "area", "audio", "b", "base", "basefont", "bdi", "bdo", "bgsound",
    "big", "blink", "body", "button", "canvas", "cite", "code", "col", "colgroup", "data", "datalist", "del",
    "dfn", "dialog", "em", "embed", "font", "frame", "frameset", "head", "hgroup", "html", "i", "iframe",
    "img", "input", "ins", "kbd", "label", "layer", "legend", "link", "map", "mark", "marquee", "math",
    "meta", "meter", "nobr", "noembed", "noframes", "noscript", "object", "optgroup", "output", "param",
    "picture", "progress", "q", "rb", "rp", "rt", "ruby", "s", "samp", "script", "select", "slot", "small",
    "source", "span", "strike", "strong", "style", "sub", "sup", "svg", "template", "textarea", "time",
    "title", "track", "tt", "u", "var", "video", "wbr",
];
