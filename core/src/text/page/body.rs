//! The blocks of the body, one below the other.

use super::flow::{Flow, Reading};
use super::marks::Marks;
use super::setter::{Inset, Setter};
use super::{Margin, Options, Role, lists, table};
use crate::article::{Article, Block, BlockKind, Marker};
use crate::text::analysis::Analysis;
use crate::text::span::Span;
use crate::text::width;

/// What begins a row that goes on with a line of code.
const CONTINUED: &str = "↳ ";
/// How far each block quote stands in.
const QUOTE_INSET: usize = 2;

pub(super) fn set(setter: &mut Setter, article: &Article, analysis: &Analysis, options: Options) {
    let marks = Marks::of(analysis);
    let shown: Vec<(usize, &Block)> = article
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| (options.raw || block.removed.is_none()) && !is_empty(block))
        .collect();
    let items = items(&shown);
    let mut body = Body { setter, marks, options, last: None };
    for (position, ((index, block), item)) in shown.iter().zip(&items).enumerate() {
        body.block(*index, block, item);
        let next = shown.get(position + 1).and_then(|(_, next)| next.removed);
        if let Some(why) = block.removed.filter(|it| next != Some(*it)) {
            body.setter.paragraph(&Flow::plain(format!("— {}", why.reason()), Role::Why), Inset::default());
        }
    }
    if options.raw {
        body.trimmed(article);
    }
}

/// Whether a block has nothing to show.
fn is_empty(block: &Block) -> bool {
    block.text.trim().is_empty() && !matches!(block.kind, BlockKind::Image { .. } | BlockKind::Rule)
}

/// The insets of all blocks; those that are no list items have none.
fn items(shown: &[(usize, &Block)]) -> Vec<lists::Item> {
    let is_item = |block: &Block| matches!(block.kind, BlockKind::ListItem { .. });
    let mut items = Vec::with_capacity(shown.len());
    for run in shown.chunk_by(|(_, a), (_, b)| is_item(a) && is_item(b) && a.quoted == b.quoted) {
        let blocks: Vec<&Block> = run.iter().map(|(_, block)| *block).collect();
        if blocks.iter().any(|it| is_item(it)) {
            items.extend(lists::insets(&blocks));
        } else {
            items.push(lists::Item::default());
        }
    }
    items
}

struct Body<'a> {
    setter: &'a mut Setter,
    marks: Marks,
    options: Options,
    last: Option<&'a Block>,
}

impl<'a> Body<'a> {
    fn block(&mut self, index: usize, block: &'a Block, item: &lists::Item) {
        self.space(block);
        let margin = match block.removed {
            Some(_) => Margin::Removed,
            None if block.quoted > 0 => Margin::Quoted(block.quoted),
            None => Margin::Empty,
        };
        self.setter.begin(index, margin);
        let quoted = usize::from(block.quoted) * QUOTE_INSET;
        let inset = Inset { cells: quoted + item.cells, marker: &item.marker };
        match &block.kind {
            BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::Heading(_) => {
                let flow = self.flow(index, block, 0);
                self.setter.paragraph(&flow, inset);
            }
            BlockKind::Code { .. } => self.code(block, quoted),
            BlockKind::Table { header } => {
                let head = block.text.find('\n').filter(|_| *header && block.removed.is_none());
                let flow = self.flow(index, block, head.unwrap_or(0));
                table::set(self.setter, &flow, *header, quoted.min(self.setter.width() / 2));
            }
            BlockKind::Image { alt, link } => self.image(index, block, alt, *link, quoted),
            BlockKind::Rule => {
                let width = self.setter.width();
                let rule = width.min(12);
                self.setter.literal(&"─".repeat(rule), Role::Marker);
                self.setter.end_row((width - rule) / 2, Span::default(), false);
            }
        }
        self.last = Some(block);
    }

    /// The blank rows between two blocks: one; none within a list; two above a
    /// heading, so that it stands nearer to what it is over.
    fn space(&mut self, block: &Block) {
        let Some(last) = self.last else {
            self.setter.blank(1, 0);
            return;
        };
        let rows = match (&last.kind, &block.kind) {
            (BlockKind::ListItem { marker: above, .. }, BlockKind::ListItem { marker, .. }) => {
                // An item of several paragraphs needs its ends seen.
                usize::from([above, marker].contains(&&Marker::Continued))
            }
            (BlockKind::Heading(_), _) => 1,
            (_, BlockKind::Heading(_)) => 2,
            _ => 1,
        };
        self.setter.blank(rows, last.text.len());
    }

    fn flow<'b>(&self, index: usize, block: &'b Block, head: usize) -> Flow<'b> {
        let role = match block.kind {
            _ if block.removed.is_some() => Role::Removed,
            BlockKind::Heading(level) => Role::Heading(level),
            BlockKind::Image { .. } => Role::Caption,
            _ if block.quoted > 0 => Role::BlockQuote,
            _ => Role::Body,
        };
        let marks = if block.removed.is_some() { Vec::new() } else { self.marks.of_block(index).collect() };
        Flow::of_block(&Reading { block, role, head, marks, numbers: self.options.numbers })
    }

    /// Code is broken nowhere but at the measure, and there with a sign.
    fn code(&mut self, block: &Block, quoted: usize) {
        let role = if block.removed.is_some() { Role::Removed } else { Role::Code };
        let flow = Flow::of_code(&block.text, role);
        let width = self.setter.width();
        let inset = (quoted + 2).min(width / 4);
        let room = (width - inset).max(1);
        let sign = if room > 8 { CONTINUED } else { "" };
        let mut start = 0;
        for line in flow.text.split('\n') {
            let end = start + line.len();
            let mut marker = "";
            loop {
                let rest = Span::new(start, end).slice(&flow.text);
                let room = room - width::cells(marker);
                let mut part = width::prefix(rest, room);
                if part.is_empty() {
                    part.end = width::graphemes(rest).next().map_or(0, |(_, it)| it.len());
                }
                let cells = inset + width::cells(marker);
                self.setter.line(&flow, part.shifted(start), Inset { cells, marker });
                start += part.end;
                marker = sign;
                if start >= end {
                    break;
                }
            }
            start = end + 1;
        }
    }

    fn image(&mut self, index: usize, block: &Block, alt: &str, link: Option<usize>, quoted: usize) {
        const MARKER: &str = "[image] ";
        let flow = if block.text.trim().is_empty() {
            let role = if block.removed.is_some() { Role::Removed } else { Role::Caption };
            Flow::plain(alt, role)
        } else {
            self.flow(index, block, 0)
        };
        let flow = flow.linked(link);
        let number = link.filter(|_| self.options.numbers).map(|it| format!("[{}] ", it.saturating_add(1)));
        let marker = format!("{MARKER}{}", number.unwrap_or_default());
        let cells = quoted + width::cells(&marker);
        self.setter.paragraph(&flow, Inset { cells, marker: &marker });
    }

    /// What was taken out inside of lines, after the end of the text.
    fn trimmed(&mut self, article: &Article) {
        let end = article.blocks.last().map_or(0, |it| it.text.len());
        for (position, piece) in article.trimmed.iter().enumerate() {
            if position == 0 {
                self.setter.blank(1, self.last.map_or(0, |it| it.text.len()));
                self.setter.begin(article.blocks.len().saturating_sub(1), Margin::Removed);
                self.setter.skip(end + 2);
            }
            self.setter.paragraph(&Flow::plain(piece.text.as_str(), Role::Removed), Inset::default());
            let next = article.trimmed.get(position + 1).map(|it| it.why);
            if next != Some(piece.why) {
                let note = format!("— {}", piece.why.reason());
                self.setter.paragraph(&Flow::plain(note, Role::Why), Inset::default());
            }
        }
    }
}
