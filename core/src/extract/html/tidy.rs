//! What is done to a page before a tree is built of it.
//!
//! The tree builder of HTML is quadratic in the depth of a page, in the number
//! of formatting elements left open, and in the attributes of a tag; browsers
//! therefore stop nesting at 512 elements
//! (<https://github.com/whatwg/html/issues/3732>). One linear pass leaves out
//! the tags that would lead there, never the words between them, and whatever
//! is no text in any case: scripts, styles, comments, drawings. It need not
//! agree with the tree builder on broken markup: where it is wrong, a tag is
//! left out of a page that nests hundreds deep.

use std::sync::LazyLock;

use crate::text::span::Span;
use crate::text::table::Table;

/// Elements inside of each other that are still built. Deeper ones add nothing
/// that a reader could show; real pages stay below 60.
const DEEPEST: usize = 256;
/// Formatting elements that may be open at once: each new paragraph opens all
/// of them again.
const MOST_OPEN_FORMATS: usize = 32;
/// A tag longer than this, or with more attributes, loses them all.
const LONGEST_TAG: usize = 1 << 20;
const MOST_ATTRIBUTES: usize = 256;
/// Tags that a page may have; what comes after is left out.
const MOST_TAGS: usize = 200_000;
/// Bytes that are handed to the tree builder; what comes after is left out.
pub(in crate::extract) const LONGEST: usize = 8 << 20;

/// A page that can be parsed in time.
#[derive(Debug, Default)]
pub(in crate::extract) struct Tidied {
    pub(in crate::extract) html: String,
    /// The contents of `application/ld+json` scripts, in order.
    pub(in crate::extract) linked_data: Vec<String>,
    /// Whether the page was longer than is read.
    pub(super) cut: bool,
}

/// What a tag's name means here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Without an end tag.
    Void,
    /// Opened again by the tree builder in each new paragraph. The next `a` ends one.
    Format,
    Anchor,
    /// Ended by the next of its kind.
    SelfEnding,
    Script,
    /// What stands in it is no markup, and shows nothing.
    Raw,
    Frame,
    Drawing,
    /// What stands in it is text, and no markup.
    Text,
    Plaintext,
    Other,
}

/// The names of each kind; all others are [`Kind::Other`].
const NAMES: &[(Kind, &str)] = &[
    (Kind::Void, "area base br col embed hr img input link meta param source track wbr"),
    (Kind::Format, "b big code em font i nobr s small strike strong tt u"),
    (Kind::Anchor, "a"),
    (Kind::SelfEnding, "p li td th tr dt dd option tbody"),
    (Kind::Script, "script"),
    (Kind::Raw, "style noembed noframes xmp"),
    (Kind::Frame, "iframe"),
    (Kind::Drawing, "svg"),
    (Kind::Text, "title textarea"),
    (Kind::Plaintext, "plaintext"),
];

static KINDS: LazyLock<Table<&[u8], Kind>> = LazyLock::new(|| {
    let names = NAMES.iter().flat_map(|(kind, names)| names.split(' ').map(|it| (it.as_bytes(), *kind)));
    names.collect()
});

impl Kind {
    fn of(name: &str) -> Self {
        let mut lower = [0; 10];
        let Some(lower) = lower.get_mut(..name.len()) else { return Self::Other };
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        KINDS.get(&*lower).copied().unwrap_or(Self::Other)
    }

    fn is_format(self) -> bool {
        matches!(self, Self::Format | Self::Anchor)
    }
}

pub(in crate::extract) fn tidy(text: &str) -> Tidied {
    let mut pass = Pass { text, out: Tidied::default(), ..Pass::default() };
    pass.out.html.reserve(text.len().min(LONGEST));
    pass.run();
    pass.out
}

#[derive(Default)]
struct Pass<'a> {
    text: &'a str,
    at: usize,
    out: Tidied,
    /// What is copied next: hardly anything is left out, so that long runs are
    /// copied at once.
    run: Span,
    open: Vec<u64>,
    /// Elements that were left out because of their depth and are still open.
    beyond: usize,
    open_formats: usize,
    dropped_formats: usize,
    tags: usize,
    /// A drawing without an end was met: its end is not looked for again.
    unclosed_drawing: bool,
}

/// A tag as it stands in the text.
struct Tag {
    name: Span,
    /// Just behind the `>`.
    end: usize,
    attributes: usize,
}

/// Where in a tag the scan is (WHATWG HTML, 13.2.5.32 to 13.2.5.39).
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before a name, or behind one.
    Between,
    Name,
    /// Behind the `=`.
    Equals,
    /// In a value without quotation marks.
    Value,
}

impl Pass<'_> {
    fn run(&mut self) {
        while let Some(start) = self.find_sign('<', self.at) {
            self.copy(self.at, start);
            self.at = start;
            let next = self.byte(start + 1);
            match next {
                Some(b'/') if self.byte(start + 2).is_some_and(|b| b.is_ascii_alphabetic()) => self.end_tag(),
                // An end tag without a name is a comment to the tree builder.
                Some(b'!' | b'?' | b'/') => self.declaration(),
                Some(b) if b.is_ascii_alphabetic() => self.start_tag(),
                _ => {
                    // Each one as it stands would be an error to be kept.
                    self.write("&lt;");
                    self.at = start + 1;
                }
            }
            if self.out.html.len() + self.run.len() > LONGEST || self.tags > MOST_TAGS {
                self.out.cut = self.at < self.text.len();
                self.write("");
                return;
            }
        }
        let rest = self.text.len().min(self.at + LONGEST);
        self.out.cut = rest < self.text.len();
        self.copy(self.at, rest);
        self.write("");
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn find(&self, what: &str, from: usize) -> Option<usize> {
        self.text.get(from..)?.find(what).map(|at| from + at)
    }

    fn find_sign(&self, what: char, from: usize) -> Option<usize> {
        self.text.get(from..)?.find(what).map(|at| from + at)
    }

    fn copy_tag(&mut self, from: usize, to: usize) {
        self.tags += 1;
        self.copy(from, to);
    }

    fn copy(&mut self, from: usize, to: usize) {
        if self.run.end != from {
            self.write("");
            self.run = Span::new(from, from);
        }
        self.run.end = to.max(from);
    }

    /// Writes something of its own behind what was copied.
    fn write(&mut self, words: &str) {
        let run = std::mem::take(&mut self.run);
        if !run.is_empty() {
            self.out.html.push_str(run.slice(self.text));
        }
        self.out.html.push_str(words);
    }

    /// A comment is left out, a doctype is copied.
    fn declaration(&mut self) {
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        let end = if let Some(comment) = rest.strip_prefix("<!--") {
            if comment.starts_with('>') || comment.starts_with("->") {
                self.find_sign('>', start).map(|at| at + 1)
            } else {
                self.find("-->", start + 4).map(|at| at + 3)
            }
        } else {
            self.find_sign('>', start).map(|at| at + 1)
        };
        let end = end.unwrap_or(self.text.len());
        if rest.get(..9).is_some_and(|it| it.eq_ignore_ascii_case("<!doctype")) {
            self.copy(start, end);
        }
        self.at = end;
    }

    /// Reads the tag at `self.at`, whose name begins `skip` bytes behind it.
    fn tag(&self, skip: usize) -> Option<Tag> {
        let from = self.at + skip;
        let mut at = from;
        while self.byte(at).is_some_and(|b| !b.is_ascii_whitespace() && b != b'/' && b != b'>') {
            at += 1;
        }
        let name = Span::new(from, at);
        let mut attributes = 0;
        let mut state = State::Between;
        loop {
            let byte = self.byte(at)?;
            state = match (state, byte) {
                (_, b'>') => return Some(Tag { name, end: at + 1, attributes }),
                // Quotation marks hide a `>` only where a value begins.
                (State::Equals, b'"' | b'\'') => {
                    at = self.find_sign(char::from(byte), at + 1)?;
                    State::Between
                }
                (State::Equals, b) if b.is_ascii_whitespace() => State::Equals,
                (State::Equals, _) => State::Value,
                (State::Value, b) if !b.is_ascii_whitespace() => State::Value,
                (State::Name, b'=') => State::Equals,
                (State::Between, b'=') if attributes > 0 => State::Equals,
                (_, b) if b.is_ascii_whitespace() || b == b'/' => State::Between,
                (State::Between, _) => {
                    attributes += 1;
                    State::Name
                }
                (state, _) => state,
            };
            at += 1;
        }
    }

    fn name(&self, tag: &Tag) -> &str {
        tag.name.slice(self.text)
    }

    fn end_tag(&mut self) {
        let Some(tag) = self.tag(2) else {
            self.at = self.text.len();
            return;
        };
        let key = key(self.name(&tag));
        let format = Kind::of(self.name(&tag)).is_format();
        let start = std::mem::replace(&mut self.at, tag.end);
        if format {
            if self.dropped_formats > 0 {
                self.dropped_formats -= 1;
                return;
            }
            self.open_formats = self.open_formats.saturating_sub(1);
        }
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        if let Some(at) = self.open.iter().rposition(|&it| it == key) {
            self.open.truncate(at);
        }
        self.copy_tag(start, tag.end);
    }

    fn start_tag(&mut self) {
        let Some(tag) = self.tag(1) else {
            // The page ends inside of a tag.
            self.at = self.text.len();
            return;
        };
        let kind = Kind::of(self.name(&tag));
        let start = std::mem::replace(&mut self.at, tag.end);
        match kind {
            Kind::Script => return self.script(Span::new(start, tag.end)),
            Kind::Raw => {
                self.at = self.raw_text_end(self.name(&tag), tag.end).unwrap_or(self.text.len());
                return;
            }
            Kind::Drawing if !self.unclosed_drawing => match self.drawing_end(&tag) {
                Some(end) => {
                    self.at = end;
                    return;
                }
                None => self.unclosed_drawing = true,
            },
            Kind::Frame => {
                self.at = self.raw_text_end(self.name(&tag), tag.end).unwrap_or(self.text.len());
                self.copy_tag(start, tag.end);
                self.write("</iframe>");
                return;
            }
            Kind::Text => {
                let end = self.raw_text_end(self.name(&tag), tag.end).unwrap_or(self.text.len());
                self.copy(start, end.min(start + LONGEST));
                self.at = end;
                return;
            }
            Kind::Plaintext => return, // what follows is text, and is read as if it were HTML
            _ => {}
        }
        if kind != Kind::Void && !self.opens(key(self.name(&tag)), kind) {
            return;
        }
        if tag.end - start > LONGEST_TAG || tag.attributes > MOST_ATTRIBUTES {
            self.tags += 1;
            let name = self.name(&tag).to_ascii_lowercase();
            self.write(&format!("<{name}>"));
        } else {
            self.copy_tag(start, tag.end);
        }
    }

    /// Counts an element that begins; `false` where its tag is to be left out.
    fn opens(&mut self, key: u64, kind: Kind) -> bool {
        let ends_itself = matches!(kind, Kind::SelfEnding | Kind::Anchor) && self.open.last() == Some(&key);
        if ends_itself {
            self.open.pop();
        }
        if kind.is_format() && !ends_itself {
            if self.open_formats >= MOST_OPEN_FORMATS {
                self.dropped_formats += 1;
                return false;
            }
            self.open_formats += 1;
        }
        if self.open.len() >= DEEPEST {
            self.beyond += 1;
            return false;
        }
        self.open.push(key);
        true
    }

    fn script(&mut self, tag: Span) {
        let end = self.raw_text_end("script", tag.end);
        let close = end
            .map_or(self.text.len(), |end| self.text.get(..end).and_then(|it| it.rfind("</")).unwrap_or(end));
        if tag.slice(self.text).to_ascii_lowercase().contains("ld+json") {
            self.out.linked_data.push(Span::new(tag.end, close).slice(self.text).to_owned());
        }
        self.at = end.unwrap_or(self.text.len());
    }

    /// Just behind the end tag of an element whose content is no markup.
    fn raw_text_end(&self, name: &str, from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            at = self.find("</", at)? + 2;
            let end = at + name.len();
            let same = self.text.get(at..end).is_some_and(|it| it.eq_ignore_ascii_case(name));
            if same && self.byte(end).is_none_or(|b| b.is_ascii_whitespace() || b == b'/' || b == b'>') {
                return Some(self.find_sign('>', end).map_or(self.text.len(), |at| at + 1));
            }
        }
    }

    /// Just behind the end tag of a drawing; it may hold others.
    fn drawing_end(&self, tag: &Tag) -> Option<usize> {
        if self.byte(tag.end.checked_sub(2)?) == Some(b'/') {
            return Some(tag.end);
        }
        let (mut at, mut depth) = (tag.end, 1_usize);
        while depth > 0 {
            at = self.find_sign('<', at)? + 1;
            let rest = self.text.get(at..).unwrap_or_default();
            if rest.get(..4).is_some_and(|it| it.eq_ignore_ascii_case("/svg")) {
                depth -= 1;
            } else if rest.get(..3).is_some_and(|it| it.eq_ignore_ascii_case("svg")) {
                let end = self.find_sign('>', at)?;
                depth += usize::from(self.byte(end - 1) != Some(b'/'));
            }
        }
        self.find_sign('>', at).map(|at| at + 1)
    }
}

/// A name in lower case as a number (FNV-1a): the stack compares names and nothing else, and
/// two names alike would only make a deep page lose a tag.
fn key(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, b| {
        (hash ^ u64::from(b.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_left_out_and_what_is_stays() {
        for (page, expected) in [
            ("<p>a<!-- b > c -->d", "<p>ad"),
            ("<p>a<!-->b", "<p>ab"),
            ("<style>p > a {}</style><p>x", "<p>x"),
            ("<script>if (a < b) '</scripted>'</script>x", "x"),
            ("<SCRIPT src=x></SCRIPT\n>x", "x"),
            ("<p>a < b & c <3</p>", "<p>a &lt; b & c &lt;3</p>"),
            ("a</>b</ c>d", "abd"),
            ("<a title='x > y' b = \">\" c=d/>z", "<a title='x > y' b = \">\" c=d/>z"),
            ("<p \"quoted>x", "<p \"quoted>x"),
            ("<svg><svg/><path d='M0'/><svg></svg></svg>x", "x"),
            ("<svg><p>x", "<svg><p>x"),
            ("<iframe src=a>fallback</iframe>x", "<iframe src=a></iframe>x"),
            ("<title>a <b> c</title>x", "<title>a <b> c</title>x"),
            ("<!DOCTYPE html><?xml x?><p>y", "<!DOCTYPE html><p>y"),
            ("<p>cut <b", "<p>cut "),
            ("<p>cut <!-- x", "<p>cut "),
        ] {
            assert_eq!(tidy(page).html, expected, "{page}");
        }
    }

    #[test]
    fn linked_data_is_set_aside() {
        let page = "<script type='application/ld+json'>{\"a\":\"</b>\"}</script ><p>x</p><script>1</script>";
        let tidied = tidy(page);
        assert_eq!(tidied.linked_data, ["{\"a\":\"</b>\"}"]);
        assert_eq!(tidied.html, "<p>x</p>");
    }

    #[test]
    fn tags_nested_too_deep_go_and_their_words_stay() {
        let page = format!("{}words{}<p>after", "<div>".repeat(1_000), "</div>".repeat(1_000));
        let html = tidy(&page).html;
        assert_eq!(html.matches("<div>").count(), DEEPEST);
        assert_eq!(html.matches("</div>").count(), DEEPEST);
        assert!(html.contains("words") && html.ends_with("<p>after"));
    }

    #[test]
    fn lists_without_end_tags_are_not_deep() {
        let page = format!("<ul>{}</ul>", "<li>item <b>x</b>".repeat(1_000));
        assert_eq!(tidy(&page).html, page);
    }

    #[test]
    fn formats_that_are_never_closed_and_lists_of_attributes_are_bounded() {
        let formats: Vec<String> = (0..1_000).map(|n| format!("<p><b id={n}>x")).collect();
        assert_eq!(tidy(&formats.concat()).html.matches("<b").count(), MOST_OPEN_FORMATS);
        let attributes: Vec<String> = (0..1_000).map(|n| format!(" a{n}=1")).collect();
        assert_eq!(tidy(&format!("<p{}>x", attributes.concat())).html, "<p>x");
    }

    #[test]
    fn a_page_without_end_is_cut() {
        let tidied = tidy(&"<p>word".repeat(MOST_TAGS + 10));
        assert!(tidied.cut);
        assert!(!tidy("<p>word").cut);
    }
}
