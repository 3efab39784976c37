//! Tables: columns side by side where the measure holds them, else one value a
//! row, each with the name of its column.

use super::Role;
use super::flow::Flow;
use super::setter::{Inset, Setter};
use crate::text::span::Span;
use crate::text::{width, wrap};

/// Cells between columns.
const GAP: usize = 2;
/// What a column that is wider is shrunk to at most; below, words are broken
/// more than they are read.
const NARROWEST: usize = 8;

/// Sets a table: `flow` holds its rows as lines and its cells apart by tabs.
pub(super) fn set(setter: &mut Setter, flow: &Flow<'_>, header: bool, inset: usize) {
    let rows: Vec<Vec<Span>> = rows(&flow.text);
    let measure = setter.width().saturating_sub(inset);
    let natural = natural(&rows, &flow.text);
    match columns(&natural, measure) {
        Some(widths) => side_by_side(setter, flow, &rows, &widths, header, inset),
        None => one_by_one(setter, flow, &rows, header, inset),
    }
}

/// The cells of each row that has any, without the white space around their words.
fn rows(text: &str) -> Vec<Vec<Span>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let mut cells = Vec::new();
        for cell in line.split('\t') {
            let lead = cell.len() - cell.trim_start().len();
            cells.push(Span::new(start + lead, start + lead + cell.trim().len()));
            start += cell.len() + 1;
        }
        if cells.iter().any(|it| !it.is_empty()) {
            rows.push(cells);
        }
    }
    rows
}

/// What each column takes where nothing is broken.
fn natural(rows: &[Vec<Span>], text: &str) -> Vec<usize> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut widths = vec![0; count];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(width::cells(cell.slice(text)));
        }
    }
    widths
}

/// The widths of the columns in a measure: what each asks for where that fits;
/// else the wide ones share what the narrow ones leave. `None` where they would
/// get too little.
fn columns(natural: &[usize], measure: usize) -> Option<Vec<usize>> {
    let mut room = measure.checked_sub(GAP * natural.len().saturating_sub(1))?;
    let mut order: Vec<usize> = natural.to_vec();
    order.sort_unstable();
    let mut share = room;
    for (taken, width) in order.iter().enumerate() {
        share = room / (order.len() - taken);
        if *width > share {
            break;
        }
        room -= width;
        share = *width;
    }
    let widths: Vec<usize> = natural.iter().map(|it| (*it).min(share)).collect();
    let narrow = widths.iter().zip(natural).any(|(width, asked)| width < asked && *width < NARROWEST);
    (!narrow).then_some(widths)
}

fn side_by_side(
    setter: &mut Setter,
    flow: &Flow<'_>,
    rows: &[Vec<Span>],
    widths: &[usize],
    header: bool,
    inset: usize,
) {
    let rtl = flow.directions.is_rtl_at(0);
    let numeric: Vec<bool> = (0..widths.len()).map(|it| is_numeric(flow, rows, header, it)).collect();
    let total = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
    let indent = if rtl { setter.width().saturating_sub(inset + total) } else { inset };
    for (index, row) in rows.iter().enumerate() {
        let lines: Vec<Vec<Span>> = row
            .iter()
            .zip(widths)
            .map(|(cell, width)| {
                let lines = wrap::wrap(cell.slice(&flow.text), *width);
                lines.into_iter().map(|it| it.shifted(cell.start)).collect()
            })
            .collect();
        let height = lines.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..height {
            let cells: Vec<Cell> = widths
                .iter()
                .enumerate()
                .map(|(column, width)| Cell {
                    words: lines.get(column).and_then(|it| it.get(line)).copied(),
                    width: *width,
                    right: numeric.get(column).copied().unwrap_or(false) != rtl,
                })
                .collect();
            set_line(setter, flow, cells, rtl, indent);
        }
        if header && index == 0 && rows.len() > 1 {
            setter.literal(&"─".repeat(total), Role::Marker);
            let end = row.last().map_or(0, |it| it.end);
            setter.end_row(indent, Span::new(end, end), rtl);
        }
    }
}

struct Cell {
    words: Option<Span>,
    width: usize,
    right: bool,
}

/// Sets one row of cells; right-to-left tables begin at the right.
fn set_line(setter: &mut Setter, flow: &Flow<'_>, mut cells: Vec<Cell>, rtl: bool, indent: usize) {
    let shown = cells.iter().filter_map(|it| it.words).filter(|it| !it.is_empty());
    let content = shown
        .filter_map(|it| flow.content(it))
        .reduce(|a, b| Span { start: a.start.min(b.start), end: a.end.max(b.end) });
    if rtl {
        cells.reverse();
    }
    // Cells are empty up to the next words: none trail at the end of a row.
    let mut owed = 0;
    for (column, cell) in cells.iter().enumerate() {
        if column > 0 {
            owed += GAP;
        }
        let words = cell.words.unwrap_or_default();
        let taken = width::cells(words.slice(&flow.text));
        let rest = cell.width.saturating_sub(taken);
        if words.is_empty() {
            owed += cell.width;
            continue;
        }
        setter.pad(if cell.right { owed + rest } else { owed });
        setter.words(flow, words);
        owed = if cell.right { 0 } else { rest };
    }
    let nothing = setter.free();
    setter.end_row(indent, content.unwrap_or(nothing), rtl);
}

/// Whether all that stands in a column below its name is figures.
fn is_numeric(flow: &Flow<'_>, rows: &[Vec<Span>], header: bool, column: usize) -> bool {
    let cells = rows.iter().skip(usize::from(header)).filter_map(|row| row.get(column));
    let mut filled = cells.filter(|it| !it.is_empty()).map(|it| is_number(it.slice(&flow.text))).peekable();
    filled.peek().is_some() && filled.all(|it| it)
}

/// Whether a cell holds a figure: digits, signs, units of at most two letters.
fn is_number(cell: &str) -> bool {
    let letters = cell.chars().filter(|it| it.is_alphabetic()).count();
    cell.chars().any(char::is_numeric) && letters <= 2 && cell.chars().count() <= 16
}

fn one_by_one(setter: &mut Setter, flow: &Flow<'_>, rows: &[Vec<Span>], header: bool, inset: usize) {
    let names: &[Span] = if header && rows.len() > 1 { rows.first().map_or(&[], Vec::as_slice) } else { &[] };
    for (index, row) in rows.iter().skip(usize::from(!names.is_empty())).enumerate() {
        if index > 0 {
            let here = setter.free();
            setter.end_row(0, here, false);
        }
        for (column, cell) in row.iter().enumerate().filter(|(_, it)| !it.is_empty()) {
            let hang = if column > 0 && setter.width() >= 2 * NARROWEST { 2 } else { 0 };
            // A name stands before each value of its column: a long one is cut, or
            // a table of many rows would grow without bounds.
            let name = names.get(column).map_or("", |it| it.slice(&flow.text));
            let part = Flow::labelled(&width::fit(name, setter.width() / 2), flow, *cell);
            setter.paragraph(&part, Inset { cells: inset + hang, marker: "" });
        }
    }
}
