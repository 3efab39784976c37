//! Puts rows on a page: runs, indents, margins and places.

use super::flow::{Flow, Look};
use super::{Margin, Options, Page, Role, Row, Run};
use crate::article::Place;
use crate::text::span::Span;
use crate::text::{bidi, width, wrap};

pub(super) struct Setter {
    page: Page,
    width: usize,
    reorder: bool,
    /// The block that is being set; `None` above the body.
    block: Option<usize>,
    /// What stands in the margin of the block's rows, speech apart.
    margin: Margin,
    /// The first byte of the block that no row claims yet.
    free: usize,
    /// How far its rows have shown it.
    reached: usize,
    /// The blank rows set last, while nothing follows them.
    gap: Option<usize>,
    runs: Vec<Run>,
    cells: usize,
    speech: Option<usize>,
}

/// The cells at the side where rows begin, and what stands at their inner end on
/// the first row.
#[derive(Clone, Copy, Default)]
pub(super) struct Inset<'a> {
    pub cells: usize,
    pub marker: &'a str,
}

impl Setter {
    pub(super) fn new(options: Options) -> Self {
        Self {
            page: Page { width: options.width, ..Page::default() },
            width: usize::from(options.width.max(1)),
            reorder: options.reorder,
            block: None,
            margin: Margin::Empty,
            free: 0,
            reached: 0,
            gap: None,
            runs: Vec::new(),
            cells: 0,
            speech: None,
        }
    }

    pub(super) fn finish(self) -> Page {
        self.page
    }

    /// The measure.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    pub(super) fn begin(&mut self, block: usize, margin: Margin) {
        if self.block != Some(block) {
            (self.free, self.reached) = (0, 0);
        }
        self.block = Some(block);
        self.margin = margin;
    }

    /// Leaves the bytes of the block before this one to rows set earlier.
    pub(super) fn skip(&mut self, byte: usize) {
        self.free = self.free.max(byte);
    }

    /// Blank rows, which belong to the block before them: each has a byte past
    /// its end for a place, so that every row of the body has a place of its own.
    pub(super) fn blank(&mut self, rows: usize, length: usize) {
        let start = self.page.rows.len();
        for _ in 0..rows {
            let place = self.claim(length.saturating_add(1));
            let end = place.byte;
            self.page.rows.push(Row { place, end, ..Row::default() });
        }
        self.gap = Some(start);
    }

    /// Sets words in rows beside an inset, broken at the measure.
    pub(super) fn paragraph(&mut self, flow: &Flow<'_>, inset: Inset<'_>) {
        let inset = self.fitted(flow, inset);
        let measure = self.width.saturating_sub(inset.cells).max(1);
        let mut marker = inset.marker;
        for line in wrap::wrap(&flow.text, measure) {
            self.line(flow, line, Inset { cells: inset.cells, marker });
            marker = "";
        }
    }

    /// An inset takes at most half of the row and leaves three cells, which the
    /// widest graphemes need; where a marker would take more, it gets a row of its
    /// own.
    fn fitted<'m>(&mut self, flow: &Flow<'_>, inset: Inset<'m>) -> Inset<'m> {
        let most = (self.width / 2).min(self.width.saturating_sub(3));
        if width::cells(inset.marker) <= most {
            return Inset { cells: inset.cells.min(most), ..inset };
        }
        if !inset.marker.trim().is_empty() {
            self.literal(&width::fit(inset.marker.trim(), self.width), Role::Marker);
            let rtl = flow.directions.is_rtl_at(0);
            let indent = if rtl { self.width.saturating_sub(self.cells) } else { 0 };
            self.end_row(indent, Span::default(), rtl);
        }
        Inset::default()
    }

    /// Sets a row of short texts side by side, each in its own direction: digits
    /// of one never join the words of another. Cut where they are too long.
    pub(super) fn parts(&mut self, parts: &[String], between: &str, role: Role, rtl: bool) {
        let mut shown: Vec<_> =
            parts.iter().map(|it| bidi::line(it, self.width, self.reorder).into_owned()).collect();
        if rtl && self.reorder {
            shown.reverse();
        }
        let text = shown.join(between);
        self.literal(&width::fit(&text, self.width), role);
        let indent = if rtl { self.width.saturating_sub(self.cells) } else { 0 };
        self.end_row(indent, Span::default(), rtl);
    }

    /// Sets one line.
    pub(super) fn line(&mut self, flow: &Flow<'_>, line: Span, inset: Inset<'_>) {
        let rtl = flow.directions.is_rtl_at(line.start);
        let marker = width::cells(inset.marker);
        let indent = if rtl && self.reorder {
            self.words(flow, line);
            let indent = self.width.saturating_sub(inset.cells + self.cells);
            self.literal(&mirrored(inset.marker), Role::Marker);
            indent
        } else {
            self.literal(inset.marker, Role::Marker);
            self.words(flow, line);
            let room = self.width.saturating_sub(inset.cells.saturating_sub(marker));
            if rtl { room.saturating_sub(self.cells) } else { inset.cells.saturating_sub(marker) }
        };
        let content = flow.content(line).unwrap_or_else(|| self.free());
        self.end_row(indent, content, rtl);
    }

    /// Adds a range of a flow to the row, in visual order.
    pub(super) fn words(&mut self, flow: &Flow<'_>, line: Span) {
        if flow.directions.is_plain() || !self.reorder {
            for stretch in flow.within(line) {
                if let Some(span) = stretch.span.intersect(line) {
                    self.run(flow, span, false);
                }
            }
            return;
        }
        let cuts = flow.within(line).map(|it| it.span.end);
        for piece in flow.directions.order(line, cuts) {
            self.run(flow, piece.span, piece.rtl);
        }
    }

    fn run(&mut self, flow: &Flow<'_>, span: Span, reversed: bool) {
        let Some(stretch) = flow.within(span).next() else { return };
        let words = span.slice(&flow.text);
        let from = stretch.from.map(|it| it + span.start.saturating_sub(stretch.span.start));
        self.speech = match (self.speech, stretch.look.speech) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        self.push(words, from, reversed, stretch.look);
    }

    /// Adds something that is no content to the row.
    pub(super) fn literal(&mut self, text: &str, role: Role) {
        if !text.is_empty() {
            self.push(text, None, false, Look::of(role));
        }
    }

    /// Adds empty cells to the row.
    pub(super) fn pad(&mut self, cells: usize) {
        self.literal(&" ".repeat(cells), Role::Marker);
    }

    fn push(&mut self, words: &str, from: Option<usize>, reversed: bool, look: Look) {
        let buffer = &mut self.page.buffer;
        let start = buffer.len();
        if words.chars().any(char::is_control) {
            // None is left by `safe` but line ends and tabs; a terminal must see
            // none at all. As many bytes as before, so that ranges hold.
            for c in words.chars() {
                if c.is_control() { (0..c.len_utf8()).for_each(|_| buffer.push(' ')) } else { buffer.push(c) }
            }
        } else if reversed {
            bidi::push_reversed(words, buffer);
        } else {
            buffer.push_str(words);
        }
        let text = Span::new(start, buffer.len());
        self.cells += width::cells(text.slice(buffer));
        let Look { role, style, quote, link, .. } = look;
        self.runs.push(Run { text, from, reversed, role, style, quote, link });
    }

    /// The place of a row that shows nothing of the block.
    pub(super) fn free(&self) -> Span {
        let byte = self.free.max(self.reached);
        Span::new(byte, byte)
    }

    /// Ends the row; `content` is what it shows of the block.
    pub(super) fn end_row(&mut self, indent: usize, content: Span, rtl: bool) {
        let place = self.claim(content.start);
        // Cells stand side by side: a row below may end before the one above it.
        self.reached = self.reached.max(content.end);
        let end = self.reached.max(place.byte);
        let margin = match (self.margin, self.speech.take()) {
            (Margin::Empty, Some(quote)) => Margin::Speech(quote),
            (margin, _) => margin,
        };
        self.join(margin);
        let runs = std::mem::take(&mut self.runs);
        let indent = u16::try_from(indent).unwrap_or(u16::MAX);
        self.cells = 0;
        self.page.rows.push(Row { runs, indent, place, end, margin, rtl });
    }

    /// Goes on with a margin over the blank rows between two that share it: the
    /// paragraphs of one quotation hang together.
    fn join(&mut self, margin: Margin) {
        let Some(start) = self.gap.take() else { return };
        let Some((set, gap)) = self.page.rows.split_at_mut_checked(start) else { return };
        let before = set.last().map_or(Margin::Empty, |it| it.margin);
        let shared = match (before, margin) {
            (Margin::Quoted(a), Margin::Quoted(b)) => Margin::Quoted(a.min(b)),
            (a, b) if a == b => a,
            _ => Margin::Empty,
        };
        let rtl = set.last().is_some_and(|it| it.rtl);
        for row in gap {
            row.margin = shared;
            row.rtl = rtl;
        }
    }

    fn claim(&mut self, byte: usize) -> Place {
        let Some(block) = self.block else { return Place::default() };
        // A block begins on its first row, whatever that shows.
        let byte = if self.free == 0 { 0 } else { byte.max(self.free) };
        self.free = byte.saturating_add(1);
        Place { block, byte }
    }
}

/// A list marker as it stands at the right of its words: `1. ` as ` .1`.
fn mirrored(marker: &str) -> String {
    let words = marker.trim();
    let lead = marker.len() - marker.trim_start().len();
    let trail = marker.len() - marker.trim_end().len();
    let words = words.strip_suffix('.').map_or_else(|| words.to_owned(), |number| format!(".{number}"));
    format!("{}{words}{}", " ".repeat(trail), " ".repeat(lead))
}
