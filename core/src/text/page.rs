//! An article set in rows of a given width.
//!
//! Laid out once for an article and options, drawn a slice at a time. Rows know
//! which place of the content they show, so that a reader keeps their place
//! across widths, and carry roles, never colors.

mod body;
mod flow;
mod head;
mod lists;
mod marks;
mod setter;
mod table;

use std::ops::Range;

use self::setter::Setter;
use super::analysis::Analysis;
use super::span::Span;
use crate::article::{Article, Place};

/// How to set an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "switches that are independent of each other")]
pub struct Options {
    /// The measure: the most cells that a row takes, margins not counted.
    pub width: u16,
    /// Whether to show what was removed, each with its reason.
    pub raw: bool,
    /// Whether kabar puts right-to-left runs into visual order; `false` where the
    /// terminal does it itself. Right-to-left paragraphs stand at the right
    /// edge either way.
    pub reorder: bool,
    /// Whether links carry their numbers (`[1]`).
    pub numbers: bool,
    /// Whether the head says that the text has changed since it was first read.
    pub updated: bool,
}

/// An article in rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The text of all runs, in row order.
    pub buffer: String,
    pub rows: Vec<Row>,
    pub width: u16,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// In visual order, left to right.
    pub runs: Vec<Run>,
    /// Empty cells before the first run.
    pub indent: u16,
    /// The first content that the row shows; for rows above the body (kicker,
    /// title, byline) `Place::default()`. Every row of the body has a place of its
    /// own: the first row of a block has byte 0, one without content (notes, lines
    /// of tables) a byte after what was shown before it, a blank row one past the
    /// end of the block above it.
    pub place: Place,
    /// How far the block has been shown when the row ends, in bytes.
    pub end: usize,
    pub margin: Margin,
    /// Whether the row belongs to a right-to-left paragraph: its margin bar
    /// stands on the right.
    pub rtl: bool,
}

/// What the margin beside a row tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Margin {
    #[default]
    Empty,
    /// Somebody's own words stand on the row: index into [`Analysis::quotes`] of
    /// the first of them.
    Speech(usize),
    /// In so many block quotes.
    Quoted(u8),
    /// The row shows what was removed.
    Removed,
}

/// A stretch of a row that is set in one way. One that shows content has as many
/// bytes as what it shows, but for tabs in code, which are filled with spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Bytes of [`Page::buffer`].
    pub text: Span,
    /// The first byte of the block's text that the run shows; `None` for what
    /// is not content (bullets, link numbers, rules).
    pub from: Option<usize>,
    /// Whether the graphemes stand in reverse order (right to left): then the
    /// first one shown is the last in the block.
    pub reversed: bool,
    pub role: Role,
    pub style: Style,
    /// Index into [`Analysis::quotes`] of the innermost quotation.
    pub quote: Option<usize>,
    /// Index into [`Article::links`].
    pub link: Option<usize>,
}

/// What a run is. The theme gives it its looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Kicker,
    Title,
    /// Outlet, date, reading time, byline.
    Meta,
    /// Level 1 to 6.
    Heading(u8),
    Body,
    /// Somebody's own words.
    Speech,
    /// A name or a word as a word, between quotation marks.
    Mention,
    /// Who says a quotation, where kabar is sure.
    Speaker,
    BlockQuote,
    Code,
    /// A table's first row.
    TableHead,
    Caption,
    /// Bullets, numbers, rules, table lines.
    Marker,
    LinkNumber,
    /// What was removed, in the raw view.
    Removed,
    /// Why it was removed.
    Why,
}

/// Emphasis on top of a role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent of each other")]
pub struct Style {
    pub strong: bool,
    pub emphasis: bool,
    pub strike: bool,
    pub code: bool,
}

/// Sets an article in rows. A width of 0 is set as 1; no row is longer than the
/// width but where one grapheme is.
pub fn lay_out(article: &Article, analysis: &Analysis, options: &Options) -> Page {
    let mut setter = Setter::new(*options);
    head::set(&mut setter, article, analysis, options.updated, options.raw);
    body::set(&mut setter, article, analysis, *options);
    setter.finish()
}

impl Page {
    /// The words of a run as they stand on the screen.
    pub fn words(&self, run: &Run) -> &str {
        run.text.slice(&self.buffer)
    }

    /// The row that shows a place, or the one nearest before it; 0 for the top.
    pub fn row_of(&self, place: Place) -> usize {
        if place == Place::default() {
            return 0;
        }
        self.rows.partition_point(|row| row.place <= place).saturating_sub(1)
    }

    /// The first content on a row; a row past the end gives that of the last.
    pub fn place_of(&self, row: usize) -> Place {
        self.rows.get(row).or_else(|| self.rows.last()).map_or_else(Place::default, |row| row.place)
    }

    /// The rows that show any of a range of a block, such as a find hit or the
    /// part of a quotation; empty where it is not on the page.
    pub fn rows_of(&self, block: usize, span: Span) -> Range<usize> {
        let after = self.rows.partition_point(|row| row.place <= Place { block, byte: span.start });
        let end = self.rows.partition_point(|row| row.place < Place { block, byte: span.end });
        // The rows of a table row share its bytes: go back over all that reach in.
        let reaches = |row: &&Row| row.place.block == block && row.end > span.start;
        let before = self.rows.iter().take(after).rev().take_while(reaches).count();
        let first = after - before;
        let shown = self.rows.get(first).is_some_and(|row| row.place.block == block);
        if shown { first..end.max(first) } else { 0..0 }
    }

    /// Where on the page a run shows a range of its block's text, as bytes of
    /// [`Page::buffer`]; `None` where it shows nothing of it.
    pub fn shown(&self, run: &Run, span: Span) -> Option<Span> {
        let from = run.from?;
        let part = span.intersect(Span::new(from, from + run.text.len()))?.relative_to(from);
        // A reversed run holds as many bytes, from the last grapheme to the first.
        Some(if run.reversed {
            Span::new(run.text.end - part.end, run.text.end - part.start)
        } else {
            part.shifted(run.text.start)
        })
    }
}

#[cfg(test)]
mod tests;
