//! A tokenizer for XML as feeds really write it, and for the HTML inside.
//!
//! It never fails: what is no markup is text. Every byte is looked at a bounded
//! number of times, whatever the text is. No DTD is read: declarations are
//! passed over, so no entity can expand to anything but one or two characters.

use std::borrow::Cow;

use markup5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

use crate::text::span::Span;

/// One piece of markup. Text and values are raw: see [`decode`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Token<'a> {
    /// `<name …>`; `empty` where it is `<name …/>`.
    Open {
        name: &'a str,
        attributes: Vec<Attribute<'a>>,
        empty: bool,
    },
    Close {
        name: &'a str,
    },
    Text(&'a str),
    /// The inside of a CDATA section: text without references.
    Cdata(&'a str),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Attribute<'a> {
    pub(in crate::extract) name: &'a str,
    pub(in crate::extract) value: &'a str,
    /// The byte of the text that the value starts at.
    pub(super) at: usize,
}

/// What the tokenizer had to make up for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flaws {
    /// The text ends inside of a tag, comment, section or declaration.
    pub(super) cut: bool,
    /// A tag that has no `>`, or a value without its closing quote.
    pub(super) broken_tag: bool,
}

/// More attributes than this on a tag are left out.
const MOST_ATTRIBUTES: usize = 64;

/// Goes through a text token by token. Comments, declarations and processing
/// instructions are passed over.
pub(in crate::extract) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// The byte that the last token starts at.
    start: usize,
    /// Whether comments follow the rules of HTML, not those of XML.
    html: bool,
    flaws: Flaws,
    /// Terminators that are known not to come any more, so that no text makes
    /// the same futile search twice.
    missing: Vec<&'static str>,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, start: 0, html: false, flaws: Flaws::default(), missing: Vec::new() }
    }

    /// The same for HTML.
    pub(in crate::extract) fn of_html(text: &'a str) -> Self {
        Self { html: true, ..Self::new(text) }
    }

    pub(super) fn flaws(&self) -> Flaws {
        self.flaws
    }

    /// The bytes that the last token takes.
    pub(super) fn span(&self) -> Span {
        Span::new(self.start, self.at)
    }

    /// Passes over the raw text of an HTML element (`script`, `style`), up to
    /// its closing tag; to the end where there is none, as browsers do.
    pub(in crate::extract) fn skip_raw(&mut self, name: &str) {
        let bytes = self.text.as_bytes();
        while let Some(found) = find(bytes, self.at, b"</") {
            self.at = found + 2;
            let end = self.at + name.len();
            if bytes.get(self.at..end).is_some_and(|it| it.eq_ignore_ascii_case(name.as_bytes())) {
                self.at = find(bytes, end, b">").map_or(bytes.len(), |it| it + 1);
                return;
            }
        }
        self.at = bytes.len();
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn cut(&self, start: usize, end: usize) -> &'a str {
        Span::new(start, end).slice(self.text)
    }

    fn rest_starts_with(&self, at: usize, what: &str) -> bool {
        let bytes = self.text.as_bytes();
        bytes.get(at..at + what.len()).is_some_and(|it| it.eq_ignore_ascii_case(what.as_bytes()))
    }

    /// Where `what` stands next from `from` on.
    fn find(&mut self, from: usize, what: &'static str) -> Option<usize> {
        if self.missing.contains(&what) {
            return None;
        }
        let found = find(self.text.as_bytes(), from, what.as_bytes());
        if found.is_none() {
            self.missing.push(what);
        }
        found
    }

    /// Whether a `<` at this byte starts markup, and is not just a `<`.
    fn starts_markup(&self, at: usize) -> bool {
        match self.byte(at + 1) {
            Some(b'/' | b'?') => self.byte(at + 2).is_some_and(starts_name),
            Some(b'!') => {
                matches!(self.byte(at + 2), Some(b'-' | b'[')) || self.byte(at + 2).is_some_and(starts_name)
            }
            Some(byte) => starts_name(byte),
            None => false,
        }
    }

    /// Text from here to the next markup.
    fn read_text(&mut self) -> &'a str {
        let start = self.at;
        let mut at = start;
        let bytes = self.text.as_bytes();
        loop {
            match find(bytes, at, b"<") {
                Some(found) if self.starts_markup(found) => {
                    at = found;
                    break;
                }
                Some(found) => at = found + 1,
                None => {
                    at = bytes.len();
                    break;
                }
            }
        }
        self.at = at;
        self.cut(start, at)
    }

    /// Passes over `<!…>` and `<?…>`; a CDATA section is given back.
    fn read_declaration(&mut self) -> Option<Token<'a>> {
        let start = self.at;
        if self.rest_starts_with(start, "<![CDATA[") {
            let inside = start + 9;
            if let Some(end) = self.find(inside, "]]>") {
                self.at = end + 3;
                return Some(Token::Cdata(self.cut(inside, end)));
            }
            // Not closed: what follows is read as if the mark were not there.
            self.flaws.cut = true;
            self.at = inside;
        } else if self.rest_starts_with(start, "<!--") {
            // In HTML `<!-->` and `<!--->` are whole, and an open end hides the rest.
            let end = self.find(start + if self.html { 2 } else { 4 }, "-->");
            self.flaws.cut |= end.is_none();
            let open = if self.html { self.text.len() } else { start + 4 };
            self.at = end.map_or(open, |it| it + 3);
        } else if self.rest_starts_with(start, "<?") {
            // PHP that was not run may hold `>`.
            let end = self.find(start + 2, "?>").map(|it| it + 2);
            self.at = end.or_else(|| self.find(start, ">").map(|it| it + 1)).unwrap_or(self.text.len());
        } else {
            self.skip_doctype();
        }
        None
    }

    /// Passes over `<!DOCTYPE … [ … ]>` without reading it.
    fn skip_doctype(&mut self) {
        let bytes = self.text.as_bytes();
        let stop = bytes.iter().skip(self.at).position(|it| matches!(it, b'>' | b'[')).map(|it| it + self.at);
        self.at = match stop.and_then(|it| Some((it, self.byte(it)?))) {
            // A subset that does not end is read as if it had not begun.
            Some((subset, b'[')) => self.subset_end(subset).unwrap_or(subset + 1),
            Some((close, _)) => close + 1,
            None => {
                self.flaws.cut = true;
                bytes.len()
            }
        };
    }

    /// The byte after the next `]>`, which may have white space in it.
    fn subset_end(&mut self, from: usize) -> Option<usize> {
        const END: &str = "] >";
        if self.missing.contains(&END) {
            return None;
        }
        let mut at = from;
        while let Some(found) = find(self.text.as_bytes(), at, b"]") {
            at = self.skip_space(found + 1);
            if self.byte(at) == Some(b'>') {
                return Some(at + 1);
            }
        }
        self.missing.push(END);
        None
    }

    fn read_close(&mut self) -> Token<'a> {
        let start = self.at + 2;
        let end = self.name_end(start);
        let mut at = end;
        while self.byte(at).is_some_and(|it| it != b'>' && it != b'<') {
            at += 1;
        }
        self.finish_tag(at);
        Token::Close { name: self.cut(start, end) }
    }

    fn read_open(&mut self) -> Token<'a> {
        let start = self.at + 1;
        let end = self.name_end(start);
        let name = self.cut(start, end);
        let mut attributes = Vec::new();
        let mut empty = false;
        let mut at = end;
        loop {
            match self.byte(at) {
                None | Some(b'>' | b'<') => break,
                Some(b'/') => {
                    empty = matches!(self.byte(at + 1), None | Some(b'>'));
                    at += 1;
                }
                Some(byte) if is_name_byte(byte) => {
                    let (attribute, after) = self.read_attribute(at);
                    if attributes.len() < MOST_ATTRIBUTES {
                        attributes.push(attribute);
                    }
                    at = after;
                }
                Some(_) => at += 1,
            }
        }
        self.finish_tag(at);
        Token::Open { name, attributes, empty }
    }

    /// An attribute that starts at `start`, and the byte after it.
    fn read_attribute(&mut self, start: usize) -> (Attribute<'a>, usize) {
        let mut end = start;
        while self.byte(end).is_some_and(is_name_byte) {
            end += 1;
        }
        let name = self.cut(start, end);
        let equals = self.skip_space(end);
        if self.byte(equals) != Some(b'=') {
            return (Attribute { name, value: "", at: end }, end);
        }
        let open = self.skip_space(equals + 1);
        let quote = match self.byte(open) {
            Some(b'"') => Some("\""),
            Some(b'\'') => Some("'"),
            _ => None,
        };
        if let Some(quote) = quote {
            if let Some(close) = self.find(open + 1, quote) {
                let value = self.cut(open + 1, close);
                // A quote that was forgotten makes the value run into the next
                // one, and then what follows does not look like a tag.
                let fits = !value.contains('<')
                    || self
                        .byte(close + 1)
                        .is_none_or(|it| it.is_ascii_whitespace() || matches!(it, b'/' | b'>' | b'?'));
                if fits {
                    return (Attribute { name, value, at: open + 1 }, close + 1);
                }
            }
            self.flaws.broken_tag = true;
        }
        let from = if quote.is_some() { open + 1 } else { open };
        let mut to = from;
        while self.byte(to).is_some_and(|it| !it.is_ascii_whitespace() && it != b'>' && it != b'<') {
            to += 1;
        }
        // `<a href=x/>` closes itself; `<a href=x/ >` does not.
        if to > from && self.byte(to - 1) == Some(b'/') && self.byte(to) == Some(b'>') {
            to -= 1;
        }
        (Attribute { name, value: self.cut(from, to), at: from }, to)
    }

    fn name_end(&self, start: usize) -> usize {
        let mut end = start;
        while self
            .byte(end)
            .is_some_and(|it| !it.is_ascii_whitespace() && !matches!(it, b'/' | b'>' | b'<' | b'=' | b'"'))
        {
            end += 1;
        }
        end
    }

    fn skip_space(&self, mut at: usize) -> usize {
        while self.byte(at).is_some_and(|it| it.is_ascii_whitespace()) {
            at += 1;
        }
        at
    }

    fn finish_tag(&mut self, at: usize) {
        match self.byte(at) {
            Some(b'>') => self.at = at + 1,
            Some(_) => {
                self.flaws.broken_tag = true;
                self.at = at;
            }
            None => {
                self.flaws.cut = true;
                self.at = at;
            }
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while self.at < self.text.len() {
            self.start = self.at;
            if self.byte(self.at) != Some(b'<') || !self.starts_markup(self.at) {
                return Some(Token::Text(self.read_text()));
            }
            match self.byte(self.at + 1) {
                Some(b'/') => return Some(self.read_close()),
                Some(b'!' | b'?') => {
                    if let Some(token) = self.read_declaration() {
                        return Some(token);
                    }
                }
                _ => return Some(self.read_open()),
            }
        }
        None
    }
}

fn find(bytes: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    let (&first, _) = what.split_first()?;
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|&it| it == first)?;
        if bytes.get(at..)?.starts_with(what) {
            return Some(at);
        }
        at += 1;
    }
}

fn starts_name(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_'
}

fn is_name_byte(byte: u8) -> bool {
    !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'>' | b'<' | b'=' | b'"' | b'\'' | b'?')
}

/// Raw text with its references resolved: numbers, and the names of HTML. A
/// reference without its `;` or with an unknown name is text, for it is a bare
/// ampersand far more often than a slip; `loose` is then told.
pub(in crate::extract) fn decode<'a>(raw: &'a str, loose: &mut bool) -> Cow<'a, str> {
    if !raw.contains('&') {
        return Cow::Borrowed(raw);
    }
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        rest = after;
        let Some((name, tail)) = reference(after) else {
            *loose = true;
            out.push('&');
            continue;
        };
        if let Some(digits) = name.strip_prefix('#') {
            let (code, tail) = pair(number(digits), tail);
            out.push(character(code));
            rest = tail;
        } else if let Some(chars) = named(name) {
            out.extend(chars.into_iter().flatten());
            rest = tail;
        } else {
            *loose = true;
            out.push('&');
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The longest name of a reference that is looked for; HTML's longest has 31
/// letters (`CounterClockwiseContourIntegral`).
const LONGEST_NAME: usize = 32;

/// What stands between `&` and `;`, and what follows; `None` where that is no
/// reference.
fn reference(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let end =
        bytes.iter().take(LONGEST_NAME + 1).position(|it| !it.is_ascii_alphanumeric() && *it != b'#')?;
    if end == 0 || bytes.get(end) != Some(&b';') {
        return None;
    }
    Some((text.get(..end)?, text.get(end + 1..)?))
}

/// The code of `233` or `xE9`; `None` where it is not a number or too large.
fn number(digits: &str) -> Option<u32> {
    match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => digits.parse().ok(),
    }
}

/// Some programs write a character beyond the basic plane as two references,
/// one for each half of its UTF-16 form.
fn pair(code: Option<u32>, tail: &str) -> (Option<u32>, &str) {
    let Some(high @ 0xD800..=0xDBFF) = code else {
        return (code, tail);
    };
    let low = tail.strip_prefix("&#").and_then(|it| {
        let (digits, after) = reference(it)?;
        match number(digits)? {
            low @ 0xDC00..=0xDFFF => Some((low, after)),
            _ => None,
        }
    });
    match low {
        Some((low, after)) => (Some(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00)), after),
        None => (code, tail),
    }
}

/// The character of a numeric reference. Those of U+0080 to U+009F stand for
/// windows-1252 as in HTML (<https://html.spec.whatwg.org/#numeric-character-reference-end-state>);
/// what is no character is U+FFFD.
fn character(code: Option<u32>) -> char {
    match code {
        Some(c1 @ 0x80..=0x9F) => cp1252(c1),
        Some(0) | None => char::REPLACEMENT_CHARACTER,
        Some(code) => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

fn cp1252(c1: u32) -> char {
    let index = usize::try_from(c1 - 0x80).unwrap_or(0);
    let mapped = C1_REPLACEMENTS.get(index).copied().flatten();
    mapped.or_else(|| char::from_u32(c1)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The one or two characters that a name of HTML stands for.
fn named(name: &str) -> Option<[Option<char>; 2]> {
    // The table holds names with their `;`, and prefixes of names as (0, 0).
    let mut key = String::with_capacity(name.len() + 1);
    key.push_str(name);
    key.push(';');
    let &(first, second) = NAMED_ENTITIES.get(key.as_str()).filter(|it| it.0 != 0)?;
    let second = if second == 0 { None } else { char::from_u32(second) };
    Some([char::from_u32(first), second])
}

/// Text with the characters U+0080 to U+009F taken for the windows-1252 ones
/// that their writers meant: no feed means control characters.
pub(in crate::extract) fn mend_c1(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| matches!(c, '\u{80}'..='\u{9F}')) {
        return Cow::Borrowed(text);
    }
    let mend = |c: char| if matches!(c, '\u{80}'..='\u{9F}') { cp1252(u32::from(c)) } else { c };
    Cow::Owned(text.chars().map(mend).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tokens in a line: `<a b=c>`, `</a>`, `text`, `[section]`.
    fn shown(text: &str) -> String {
        let tokens = Tokens::new(text).map(|token| match token {
            Token::Open { name, attributes, empty } => {
                let attributes = attributes.iter().map(|it| [" ", it.name, "=", it.value].concat());
                format!("<{name}{}{}>", attributes.collect::<String>(), if empty { "/" } else { "" })
            }
            Token::Close { name } => format!("</{name}>"),
            Token::Text(text) => text.to_owned(),
            Token::Cdata(text) => format!("[{text}]"),
        });
        tokens.collect::<Vec<_>>().join("|")
    }

    #[test]
    fn markup_is_told_from_text() {
        for (input, expected) in [
            ("<a>x</a>", "<a>|x|</a>"),
            ("<a b='c' d=\"e\" f=g h/>", "<a b=c d=e f=g h=/>"),
            ("<a b = 'c'\n>x</a >", "<a b=c>|x|</a>"),
            ("1 < 2 && 3 > 2", "1 < 2 && 3 > 2"),
            ("<3 </3 <!' <? <", "<3 </3 <!' <? <"),
            ("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "<a/>"),
            ("<!DOCTYPE a [ <!ENTITY b 'c'> ]\n><a>[x]]></a>", "<a>|[x]]>|</a>"),
            ("<!DOCTYPE a [<a/>", "<a/>"),
            ("a<!-- <b> -->c", "a|c"),
            ("a<![if !x]>b<![endif]>c", "a|b|c"),
            ("<![CDATA[<b>&amp;]]>", "[<b>&amp;]"),
            ("<![CDATA[<b>x", "<b>|x"),
            ("<!-- <b>x", " |<b>|x"),
            ("<a <b>x", "<a>|<b>|x"),
            ("<a href=\"x>y</a><b c=\"d\">", "<a href=x>|y|</a>|<b c=d>"),
            ("<a href=http://x/>y", "<a href=http://x/>|y"),
            ("<a alt=\"<br>\">", "<a alt=<br>>"),
            ("<a", "<a>"),
            ("<a b=\"c", "<a b=c>"),
        ] {
            assert_eq!(shown(input), expected, "{input}");
        }
    }

    #[test]
    fn references_are_resolved_and_ampersands_are_kept() {
        for (input, expected, is_loose) in [
            ("a &amp; b &lt;c&gt; &quot;d&quot; &apos;", "a & b <c> \"d\" '", false),
            ("caf&eacute; &alpha; &nbsp;&mdash;", "café α \u{a0}—", false),
            ("&#233; &#xE9; &#XE9;", "é é é", false),
            ("&#146; &#x80;", "’ €", false),
            ("&#xD83D;&#xDE00; &#xD83D;", "😀 \u{fffd}", false),
            ("&#0; &#1114112; &#99999999999;", "\u{fffd} \u{fffd} \u{fffd}", false),
            ("AT&T &nbsp &; &unknown; &#; &#x;", "AT&T &nbsp &; &unknown; \u{fffd} \u{fffd}", true),
            ("?a=1&copy=2", "?a=1&copy=2", true),
        ] {
            let mut loose = false;
            assert_eq!(decode(input, &mut loose), expected, "{input}");
            assert_eq!(loose, is_loose, "{input}");
        }
    }
}
