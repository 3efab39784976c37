//! The words of a block as they are set: each stretch with its looks, and what
//! is put in between (link numbers, spaces for tabs) told from content.

use std::borrow::Cow;

use super::marks::{Kind, Mark};
use super::{Role, Style};
use crate::article::{Block, InlineKind};
use crate::text::bidi::Directions;
use crate::text::quote::QuoteKind;
use crate::text::span::Span;
use crate::text::width;

/// Text ready to be broken into rows.
pub(super) struct Flow<'a> {
    pub text: Cow<'a, str>,
    pub directions: Directions,
    /// In order, covering the text without gaps, none empty.
    stretches: Vec<Stretch>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    /// Bytes of the flow's text.
    pub span: Span,
    /// The byte of the block's text that it begins with; `None` for what is put in.
    pub from: Option<usize>,
    pub look: Look,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub role: Role,
    pub style: Style,
    /// The innermost quotation.
    pub quote: Option<usize>,
    /// The outermost quotation of kind speech.
    pub speech: Option<usize>,
    pub link: Option<usize>,
}

impl Look {
    pub(super) fn of(role: Role) -> Self {
        Self { role, style: Style::default(), quote: None, speech: None, link: None }
    }
}

/// How to read a block's words.
pub(super) struct Reading<'a> {
    pub block: &'a Block,
    /// The role of what has no other.
    pub role: Role,
    /// The bytes of a table's first row, which have a role of their own.
    pub head: usize,
    pub marks: Vec<Mark>,
    pub numbers: bool,
}

impl<'a> Flow<'a> {
    /// Words that are no content of a block: titles, notes.
    pub(super) fn plain(text: impl Into<Cow<'a, str>>, role: Role) -> Self {
        Self::new(text.into(), |span| vec![Stretch { span, from: None, look: Look::of(role) }])
    }

    /// Words of a block set in one way throughout.
    pub(super) fn of_words(text: &'a str, look: Look) -> Self {
        Self::new(Cow::Borrowed(text), |span| vec![Stretch { span, from: Some(0), look }])
    }

    /// Code: as it is, tabs filled up to every fourth cell.
    pub(super) fn of_code(text: &'a str, role: Role) -> Self {
        let look = Look::of(role);
        if !text.contains('\t') {
            return Self { directions: Directions::of_code(text), ..Self::of_words(text, look) };
        }
        let mut set = Builder::default();
        let mut from = 0;
        for line in text.split_inclusive('\n') {
            let mut column = 0;
            for part in line.split_inclusive('\t') {
                let words = part.strip_suffix('\t').unwrap_or(part);
                set.push(words, Some(from), look);
                column += width::cells(words);
                if words.len() < part.len() {
                    let fill = 4 - column % 4;
                    set.push(&" ".repeat(fill), Some(from + words.len()), look);
                    column += fill;
                }
                from += part.len();
            }
        }
        let directions = Directions::of_code(&set.text);
        Self { directions, ..Self::new(Cow::Owned(set.text), |_| set.stretches) }
    }

    /// A block's words with emphasis, links and quotations.
    pub(super) fn of_block(reading: &Reading<'a>) -> Self {
        let text = &reading.block.text;
        let mut items = items(reading);
        if items.is_empty() {
            return Self::of_words(text, Look::of(reading.role));
        }
        let mut state = State::new(reading.role);
        let mut set = Builder::default();
        let mut edges: Vec<(usize, bool, usize)> = Vec::with_capacity(items.len() * 2);
        for (index, (span, _)) in items.iter_mut().enumerate() {
            *span = Span::new(width::edge(text, span.start), width::edge(text, span.end));
            edges.push((span.start, true, index));
            edges.push((span.end, false, index));
        }
        edges.sort_by_key(|(at, opens, _)| (*at, *opens));
        let mut start = 0;
        for (at, opens, index) in edges {
            set.push(Span::new(start, at).slice(text), Some(start), state.look());
            start = at;
            let Some((_, item)) = items.get(index) else { continue };
            if opens {
                state.open(*item);
            } else {
                state.close(*item);
                if let Item::Inline(InlineKind::Link(link)) = item
                    && reading.numbers
                {
                    let look = Look { link: Some(*link), ..Look::of(Role::LinkNumber) };
                    set.push(&format!("[{}]", link.saturating_add(1)), None, look);
                }
            }
        }
        set.push(Span::new(start, text.len()).slice(text), Some(start), state.look());
        let whole =
            if set.text.len() == text.len() { Cow::Borrowed(text.as_str()) } else { Cow::Owned(set.text) };
        Self::new(whole, |_| set.stretches)
    }

    /// A range of another flow after its name, as `name: words`.
    pub(super) fn labelled(name: &str, source: &Flow<'_>, span: Span) -> Flow<'static> {
        let mut set = Builder::default();
        if !name.is_empty() {
            set.push(&format!("{name}: "), None, Look::of(Role::TableHead));
        }
        for stretch in source.within(span) {
            let Some(part) = stretch.span.intersect(span) else { continue };
            let from = stretch.from.map(|it| it + part.start - stretch.span.start);
            set.push(part.slice(&source.text), from, stretch.look);
        }
        Flow::new(Cow::Owned(set.text), |_| set.stretches)
    }

    fn new(text: Cow<'a, str>, stretches: impl FnOnce(Span) -> Vec<Stretch>) -> Self {
        let directions = Directions::of(&text);
        let mut stretches = stretches(Span::of(&text));
        stretches.retain(|it| !it.span.is_empty());
        Self { text, directions, stretches }
    }

    /// The same words with a link over all of them.
    #[must_use]
    pub(super) fn linked(mut self, link: Option<usize>) -> Self {
        for stretch in &mut self.stretches {
            stretch.look.link = stretch.look.link.or(link);
        }
        self
    }

    /// The stretches that a range touches, in order.
    pub(super) fn within(&self, span: Span) -> impl Iterator<Item = Stretch> {
        let first = self.stretches.partition_point(|it| it.span.end <= span.start);
        self.stretches.iter().skip(first).take_while(move |it| it.span.start < span.end).copied()
    }

    /// Which bytes of the block a range shows; `None` where it is all put in.
    pub(super) fn content(&self, span: Span) -> Option<Span> {
        let mut parts = self.within(span).filter_map(|it| Some((it, it.from?)));
        let (first, from) = parts.next()?;
        let (last, last_from) = parts.last().unwrap_or((first, from));
        let start = from + span.start.saturating_sub(first.span.start);
        let end = last_from + span.end.min(last.span.end).saturating_sub(last.span.start);
        Some(Span::new(start, end))
    }
}

#[derive(Default)]
struct Builder {
    text: String,
    stretches: Vec<Stretch>,
}

impl Builder {
    fn push(&mut self, words: &str, from: Option<usize>, look: Look) {
        if words.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(words);
        self.stretches.push(Stretch { span: Span::new(start, self.text.len()), from, look });
    }
}

#[derive(Clone, Copy)]
enum Item {
    Inline(InlineKind),
    Mark(Kind),
    TableHead,
}

fn items(reading: &Reading<'_>) -> Vec<(Span, Item)> {
    let length = reading.block.text.len();
    let inlines = reading.block.inlines.iter().map(|it| (Span::new(it.start, it.end), Item::Inline(it.kind)));
    let marks = reading.marks.iter().map(|it| (it.span, Item::Mark(it.kind)));
    let head = (reading.head > 0).then_some((Span::new(0, reading.head), Item::TableHead));
    inlines
        .chain(marks)
        .chain(head)
        .filter_map(|(span, item)| Some((span.intersect(Span::new(0, length))?, item)))
        .collect()
}

/// What is open at a point of the text.
struct State {
    base: Role,
    strong: usize,
    emphasis: usize,
    strike: usize,
    code: usize,
    speakers: usize,
    heads: usize,
    links: Vec<usize>,
    quotes: Vec<(usize, QuoteKind)>,
}

impl State {
    fn new(base: Role) -> Self {
        Self {
            base,
            strong: 0,
            emphasis: 0,
            strike: 0,
            code: 0,
            speakers: 0,
            heads: 0,
            links: Vec::new(),
            quotes: Vec::new(),
        }
    }

    fn open(&mut self, item: Item) {
        match item {
            Item::Inline(InlineKind::Link(link)) => self.links.push(link),
            Item::Mark(Kind::Quote { index, kind }) => self.quotes.push((index, kind)),
            _ => {
                if let Some(count) = self.count(item) {
                    *count += 1;
                }
            }
        }
    }

    fn close(&mut self, item: Item) {
        match item {
            Item::Inline(InlineKind::Link(link)) => take_last(&mut self.links, |it| *it == link),
            Item::Mark(Kind::Quote { index, .. }) => take_last(&mut self.quotes, |it| it.0 == index),
            _ => {
                if let Some(count) = self.count(item) {
                    *count = count.saturating_sub(1);
                }
            }
        }
    }

    fn count(&mut self, item: Item) -> Option<&mut usize> {
        match item {
            Item::Inline(InlineKind::Strong) => Some(&mut self.strong),
            Item::Inline(InlineKind::Emphasis) => Some(&mut self.emphasis),
            Item::Inline(InlineKind::Strike) => Some(&mut self.strike),
            Item::Inline(InlineKind::Code) => Some(&mut self.code),
            Item::Mark(Kind::Speaker) => Some(&mut self.speakers),
            Item::TableHead => Some(&mut self.heads),
            // A cell has no half height: these stand on the line.
            Item::Inline(InlineKind::Superscript | InlineKind::Subscript | InlineKind::Link(_))
            | Item::Mark(Kind::Quote { .. }) => None,
        }
    }

    fn look(&self) -> Look {
        let speech = self.quotes.iter().find(|it| it.1 == QuoteKind::Speech).map(|it| it.0);
        let quote = self.quotes.last().map(|it| it.0);
        let role = if self.speakers > 0 {
            Role::Speaker
        } else if speech.is_some() {
            Role::Speech
        } else if quote.is_some() {
            Role::Mention
        } else if self.heads > 0 {
            Role::TableHead
        } else {
            self.base
        };
        let style = Style {
            // What is quoted in a heading is still of the heading's weight.
            strong: self.strong > 0 || (role != self.base && matches!(self.base, Role::Heading(_))),
            emphasis: self.emphasis > 0,
            strike: self.strike > 0,
            code: self.code > 0,
        };
        Look { role, style, quote, speech, link: self.links.last().copied() }
    }
}

/// Takes out the last element that is meant: nearly always the very last.
fn take_last<T>(list: &mut Vec<T>, is: impl Fn(&T) -> bool) {
    if let Some(at) = list.iter().rposition(is) {
        list.remove(at);
    }
}
