//! Words of a block in Markdown: emphasis, links, and what would otherwise be
//! taken for markup escaped.

use crate::article::{Block, InlineKind};
use crate::text::span::Span;

/// Where words stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    /// In a paragraph, where a line of the source is a hard break.
    Lines,
    /// In a heading, which ends with its line.
    OneLine,
    /// In a cell, which ends at a bar.
    Cell,
}

/// How a stretch of words is set: the order is that of nesting, links outermost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Look {
    link: Option<usize>,
    marks: [bool; 6],
}

/// The inline kinds by their place in [`Look::marks`], from the outermost.
const KINDS: [InlineKind; 6] = [
    InlineKind::Strong,
    InlineKind::Emphasis,
    InlineKind::Strike,
    InlineKind::Superscript,
    InlineKind::Subscript,
    InlineKind::Code,
];

/// Renders a range of a block's words, white space at its edges left out.
pub(super) fn inline(block: &Block, span: Span, links: &[String], setting: Setting) -> String {
    let words = span.slice(&block.text);
    let lead = words.len() - words.trim_start().len();
    let span = Span::new(span.start + lead, span.start + lead + words.trim().len());
    let mut set = Writer { text: &block.text, span, links, setting, out: String::new(), line_start: true };
    let pieces = pieces(block, span, links);
    set.links(&pieces);
    set.out
}

/// Cuts the range where its looks change.
fn pieces(block: &Block, span: Span, links: &[String]) -> Vec<(Span, Look)> {
    let mut edges: Vec<(usize, isize, InlineKind)> = Vec::new();
    for it in &block.inlines {
        let known = !matches!(it.kind, InlineKind::Link(link) if links.get(link).is_none());
        if let Some(part) = Span::new(it.start, it.end).intersect(span).filter(|_| known) {
            edges.push((block.text.floor_char_boundary(part.start), 1, it.kind));
            edges.push((block.text.ceil_char_boundary(part.end), -1, it.kind));
        }
    }
    edges.sort_by_key(|(at, step, _)| (*at, *step));
    let mut pieces: Vec<(Span, Look)> = Vec::new();
    let mut counts = [0_isize; 6];
    let mut open: Vec<usize> = Vec::new();
    let mut start = span.start;
    for (at, step, kind) in
        edges.into_iter().map(Some).chain([None]).map(|it| it.unwrap_or((span.end, 0, KINDS[0])))
    {
        let look = Look { link: open.first().copied(), marks: counts.map(|it| it > 0) };
        if at > start {
            match pieces.last_mut().filter(|it| it.1 == look) {
                Some(last) => last.0.end = at,
                None => pieces.push((Span::new(start, at), look)),
            }
            start = at;
        }
        match kind {
            InlineKind::Link(link) if step > 0 => open.push(link),
            InlineKind::Link(link) => {
                if let Some(at) = open.iter().rposition(|it| *it == link) {
                    open.remove(at);
                }
            }
            kind => {
                if let Some((count, _)) = counts.iter_mut().zip(KINDS).find(|(_, it)| *it == kind) {
                    *count += step;
                }
            }
        }
    }
    pieces
}

struct Writer<'a> {
    text: &'a str,
    span: Span,
    links: &'a [String],
    setting: Setting,
    out: String,
    line_start: bool,
}

impl Writer<'_> {
    fn links(&mut self, pieces: &[(Span, Look)]) {
        for run in pieces.chunk_by(|(_, a), (_, b)| a.link == b.link) {
            let target = run.first().and_then(|(_, look)| self.links.get(look.link?)).map(|it| target(it));
            match target {
                Some(target) => self.enclosed(run, 0, |_, _| ("[".to_owned(), format!("]({target})"))),
                None => self.marks(run, 0),
            }
        }
    }

    /// Sets pieces that share all looks before `level`.
    fn marks(&mut self, pieces: &[(Span, Look)], level: usize) {
        let Some(kind) = KINDS.get(level).copied() else {
            for (span, _) in pieces {
                self.words(*span);
            }
            return;
        };
        let has = |look: &Look| look.marks.get(level).copied().unwrap_or(false);
        for run in pieces.chunk_by(|(_, a), (_, b)| has(a) == has(b)) {
            if !run.first().is_some_and(|(_, look)| has(look)) {
                self.marks(run, level + 1);
            } else if kind == InlineKind::Code {
                self.code(extent(run));
            } else {
                // Where more marks follow inside, no letter stands at the edge.
                let bare = |it: Option<&(Span, Look)>| {
                    it.is_some_and(|(_, look)| !look.marks.iter().skip(level + 1).any(|it| *it))
                };
                let bare = bare(run.first()) && bare(run.last());
                self.enclosed(run, level + 1, |this, inner| {
                    let (open, close) = this.delimiters(kind, inner, bare);
                    (open.to_owned(), close.to_owned())
                });
            }
        }
    }

    /// Sets pieces between marks. White space at their edges stays outside: no
    /// mark of Markdown works with it inside.
    fn enclosed(
        &mut self,
        pieces: &[(Span, Look)],
        level: usize,
        marks: impl FnOnce(&Self, Span) -> (String, String),
    ) {
        let span = extent(pieces);
        let words = span.slice(self.text);
        let start = span.start + words.len() - words.trim_start().len();
        let inner = Span::new(start, start + words.trim().len());
        self.words(Span::new(span.start, inner.start));
        if !inner.is_empty() {
            let clipped: Vec<_> =
                pieces.iter().filter_map(|(it, look)| Some((it.intersect(inner)?, *look))).collect();
            let (open, close) = marks(self, inner);
            self.markup(&open);
            self.marks(&clipped, level);
            self.markup(&close);
        }
        self.words(Span::new(inner.end, span.end));
    }

    /// What opens and closes a stretch: the marks of Markdown where the characters
    /// around let them work (`CommonMark` 6.2, flanking runs), else those of HTML.
    /// `bare` says that the words inside begin and end without marks of their own.
    fn delimiters(&self, kind: InlineKind, span: Span, bare: bool) -> (&'static str, &'static str) {
        let inside = span.slice(self.text);
        let before = Span::new(self.span.start, span.start).slice(self.text).chars().next_back();
        let after = Span::new(span.end, self.span.end).slice(self.text).chars().next();
        let pairs = [(before, inside.chars().next()), (after, inside.chars().next_back())];
        let open_around = |it: Option<char>| it.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation());
        let apart = pairs.iter().all(|(around, _)| open_around(*around));
        let works = pairs
            .iter()
            .all(|(around, edge)| open_around(*around) || bare && edge.is_some_and(char::is_alphanumeric));
        match kind {
            InlineKind::Strong if works => ("**", "**"),
            InlineKind::Strong => ("<strong>", "</strong>"),
            // An underscore works at the edges of words only.
            InlineKind::Emphasis if apart => ("_", "_"),
            InlineKind::Emphasis => ("<em>", "</em>"),
            InlineKind::Strike if works => ("~~", "~~"),
            InlineKind::Strike => ("<del>", "</del>"),
            InlineKind::Superscript => ("<sup>", "</sup>"),
            InlineKind::Subscript => ("<sub>", "</sub>"),
            InlineKind::Code | InlineKind::Link(_) => ("", ""),
        }
    }

    fn markup(&mut self, markup: &str) {
        self.out.push_str(markup);
        self.line_start = false;
    }

    /// A code span: no escapes, a fence longer than any in it.
    fn code(&mut self, span: Span) {
        let words = span.slice(self.text).replace(['\n', '\t'], " ");
        // In a table a bar ends the cell even here, and is escaped even here.
        let words = if self.setting == Setting::Cell { words.replace('|', "\\|") } else { words };
        let fence = "`".repeat(longest_run(&words, '`') + 1);
        let edge = words.starts_with(['`', ' ']) || words.ends_with(['`', ' ']);
        let pad = if edge && !words.trim().is_empty() { " " } else { "" };
        self.markup(&format!("{fence}{pad}{words}{pad}{fence}"));
    }

    fn words(&mut self, span: Span) {
        let mut digits = self.line_start;
        for (at, c) in span.slice(self.text).char_indices() {
            let rest = || Span::new(span.start + at + c.len_utf8(), self.span.end).slice(self.text);
            if c == '\n' && self.setting == Setting::Lines {
                // A blank line would end the paragraph, and a space begin a line.
                if !self.line_start {
                    self.out.push_str("\\\n");
                }
                (self.line_start, digits) = (true, true);
                continue;
            }
            if c.is_whitespace() && self.line_start {
                continue;
            }
            let escaped = match c {
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '~' => true,
                '#' => self.line_start || self.out.ends_with(' '),
                '>' | '-' | '+' | '=' | ':' => self.line_start,
                '.' | ')' => digits && !self.line_start,
                '&' => is_entity(rest()),
                // Before a link it would make a picture of it.
                '!' => span.start + at + 1 == span.end && span.end < self.span.end,
                _ => false,
            };
            digits = digits && c.is_ascii_digit();
            self.line_start = false;
            if escaped {
                self.out.push('\\');
            }
            self.out.push(if c.is_control() { ' ' } else { c });
        }
    }
}

/// What pieces in a row cover.
fn extent(pieces: &[(Span, Look)]) -> Span {
    let (first, last) = (pieces.first(), pieces.last());
    Span::new(first.map_or(0, |it| it.0.start), last.map_or(0, |it| it.0.end))
}

/// Whether what follows an ampersand makes it a character reference.
fn is_entity(rest: &str) -> bool {
    let name = rest.chars().take(32).take_while(|c| c.is_ascii_alphanumeric() || *c == '#').count();
    name > 0 && rest.as_bytes().get(name) == Some(&b';')
}

/// An address as the target of a link: nothing in it ends the target.
pub(super) fn target(url: &str) -> String {
    let mut target = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '(' => target.push_str("%28"),
            ')' => target.push_str("%29"),
            '<' => target.push_str("%3C"),
            '>' => target.push_str("%3E"),
            '\\' => target.push_str("%5C"),
            '|' => target.push_str("%7C"),
            c if c.is_whitespace() || c.is_control() => target.push_str("%20"),
            c => target.push(c),
        }
    }
    target
}

/// The longest run of a character.
pub(super) fn longest_run(text: &str, of: char) -> usize {
    text.split(|c| c != of).map(str::len).max().unwrap_or(0)
}
