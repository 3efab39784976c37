//! The page: the visible rows of the article, bars in its margin, what was found.

use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};

use super::empty;
use super::paint::{put, width};
use super::theme::Theme;
use crate::app::model::Model;
use crate::app::reader::Find;
use crate::app::screen::{Area, Column};
use crate::text::bidi;
use crate::text::page::{Margin, Page, Role, Row, Run};
use crate::text::span::Span;
use crate::text::width::graphemes;

/// From so many free cells beside the bar on, the speaker's name stands there.
const MARGIN_NAME: u16 = 14;

pub(super) fn draw(model: &Model, theme: &Theme, area: Area, column: Column, buffer: &mut Buffer) {
    let reader = model.reader();
    if let Some(why) = reader.failed() {
        return empty::draw_failed(why, theme, area, buffer);
    }
    let Some(page) = reader.page() else { return };
    let top = reader.top();
    let rows = page.rows.iter().skip(top).take(usize::from(column.height));
    let mut speech = None;
    for (row, y) in rows.zip(column.y..) {
        draw_margin(row, theme, area, column, y, buffer);
        if let Margin::Speech(quote) = row.margin {
            if speech != Some(quote) {
                draw_speaker(model, theme, quote, column, y, buffer);
            }
            speech = Some(quote);
        }
        let mut x = column.x + row.indent;
        let end = column.x + column.width;
        for run in &row.runs {
            let looks = looks(model, theme, run);
            x = match reader.find().filter(|_| run.from.is_some()) {
                Some(find) => draw_searched(page, row, run, find, theme, looks, (x, y, end), buffer),
                None => put(buffer, x, y, end.saturating_sub(x), page.words(run), looks),
            };
        }
    }
}

/// The looks of a run, with what the reader asked for: only quotations, or one
/// of them stepped to.
fn looks(model: &Model, theme: &Theme, run: &Run) -> Style {
    let looks = theme.of(run.role, run.style, run.link.is_some());
    let stepped_to = run.quote.is_some() && run.quote == model.reader().quote();
    if stepped_to && matches!(run.role, Role::Speech | Role::Speaker) {
        return looks.add_modifier(Modifier::BOLD | Modifier::UNDERLINED);
    }
    let stays = matches!(run.role, Role::Speech | Role::Speaker | Role::Title);
    if model.only_quotes() && !stays { looks.patch(theme.dim) } else { looks }
}

fn draw_margin(row: &Row, theme: &Theme, area: Area, column: Column, y: u16, buffer: &mut Buffer) {
    let (mark, looks) = match row.margin {
        Margin::Empty => return,
        Margin::Speech(_) => ("▎", theme.bar),
        Margin::Quoted(_) => ("▏", theme.marker),
        Margin::Removed => ("┊", theme.marker),
    };
    let end = area.x + area.width;
    let x = if row.rtl {
        let after = column.x + column.width;
        if after + 1 < end { after + 1 } else { after }
    } else if column.x >= area.x + 2 {
        column.x - 2
    } else {
        column.x.saturating_sub(1)
    };
    // Where the gutter has no cell for it, the words come first.
    let in_text = (column.x..column.x + column.width).contains(&x);
    if x < end && !in_text {
        put(buffer, x, y, 1, mark, looks);
    }
}

/// The speaker's name beside the first line of a quotation.
fn draw_speaker(model: &Model, theme: &Theme, quote: usize, column: Column, y: u16, buffer: &mut Buffer) {
    if column.margin < MARGIN_NAME {
        return;
    }
    let Some(document) = model.reader().document() else { return };
    let speaker = document.analysis.quotes.get(quote).and_then(|it| it.speaker.as_ref());
    let Some(speaker) = speaker.filter(|it| it.sure) else { return };
    let room = column.margin - 2;
    let name = bidi::line(&speaker.name, usize::from(room), model.options.reorder);
    let name = crate::text::width::fit(&name, usize::from(room));
    let x = (column.x - 3).saturating_sub(width(&name));
    put(buffer, x, y, room, &name, theme.dim);
}

/// A run in which something is looked for: what matches is marked grapheme by
/// grapheme, since a run may stand in reverse order.
#[expect(clippy::too_many_arguments, reason = "a stroke, not an interface")]
fn draw_searched(
    page: &Page,
    row: &Row,
    run: &Run,
    find: &Find,
    theme: &Theme,
    looks: Style,
    (mut x, y, end): (u16, u16, u16),
    buffer: &mut Buffer,
) -> u16 {
    let words = page.words(run);
    let from = run.from.unwrap_or(0);
    let whole = Span::new(from, from + words.len());
    let block = row.place.block;
    let first = find.hits.partition_point(|it| (it.block, it.span.end) <= (block, whole.start));
    let hits: Vec<(usize, Span)> = find
        .hits
        .iter()
        .enumerate()
        .skip(first)
        .take_while(|(_, it)| it.block == block && it.span.start < whole.end)
        .map(|(i, it)| (i, it.span))
        .collect();
    if hits.is_empty() {
        return put(buffer, x, y, end.saturating_sub(x), words, looks);
    }
    // In a reversed run the first grapheme on the screen is the last in the text.
    let mut at = if run.reversed { whole.end } else { whole.start };
    for (_, grapheme) in graphemes(words) {
        let here = if run.reversed {
            at -= grapheme.len();
            at
        } else {
            at += grapheme.len();
            at - grapheme.len()
        };
        let looks = match hits.iter().find(|(_, span)| span.contains(here)) {
            Some((i, _)) if find.current == Some(*i) => theme.hit_current,
            Some(_) => theme.hit,
            None => looks,
        };
        x = put(buffer, x, y, end.saturating_sub(x), grapheme, looks);
    }
    x
}
