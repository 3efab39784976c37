//! The list: the visible articles, two lines each and a blank one.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{age, band, on_band, put, put_before, put_fit, width};
use super::theme::Theme;
use super::{empty, list_has_keys};
use crate::app::model::Model;
use crate::app::screen::Area;
use crate::article::{Header, Row};
use crate::text::bidi;
use crate::text::excerpt::marked;
use crate::text::query::{Field, Term};
use crate::text::span::Span;

pub(super) fn draw(model: &Model, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let list = model.list();
    if list.is_empty() {
        return empty::draw_list(model, theme, area, buffer);
    }
    let height = model.item_height(area);
    let visible = usize::from(area.height / height);
    let rows = list.rows().iter().enumerate().skip(list.offset()).take(visible);
    for (i, (at, row)) in rows.enumerate() {
        let y = area.y + u16::try_from(i).unwrap_or(0) * height;
        // A blank line stands between articles where there is room for it.
        let lines = if height > 2 { height - 1 } else { height };
        let item = Area { y, height: lines, ..area };
        draw_item(model, theme, row, item, at == list.selected(), buffer);
    }
}

fn draw_item(model: &Model, theme: &Theme, row: &Row, area: Area, selected: bool, buffer: &mut Buffer) {
    let Row { header, mark, .. } = row;
    let (end, y) = ((area.x + area.width).saturating_sub(1), area.y);
    let air = u16::from(area.width >= 20);
    if selected {
        let looks = if list_has_keys(model) { theme.selected } else { theme.selected_away };
        band(buffer, area, looks);
        for y in y..y + area.height {
            put(buffer, area.x, y, 1, "▌", theme.unread);
        }
    }
    if mark.bookmarked {
        put(buffer, area.x + air, y, 1, "★", theme.bookmark);
    } else if !mark.read {
        put(buffer, area.x + air, y, 1, "●", theme.unread);
    }
    let mut right = end;
    if let Some(date) = header.published.filter(|_| area.width >= 36) {
        let looks = if selected { on_band(theme.dim) } else { theme.dim };
        right = put_before(buffer, end, y, &age(model.now(), date), looks).saturating_sub(2);
    }
    let x = area.x + 2 * air + 1;
    let looks = if mark.read { theme.text } else { theme.unread_title };
    let looks = if selected { on_band(looks) } else { looks };
    let title = bidi::line(&header.title, usize::from(right.saturating_sub(x)), model.options.reorder);
    put_fit(buffer, x, y, right.saturating_sub(x), &title, looks);
    let found = model.list().query();
    let in_title = |it: &&Term| matches!(it.field, None | Some(Field::Title));
    if found.wanted().next().is_some() && stands_as_it_is(&header.title, model) {
        let hits = marked(&header.title, found.wanted().filter(in_title)).hits;
        mark_hits(&header.title, &hits, (x, y, right), theme, buffer);
    }
    if area.height > 1 {
        let looks = if selected { on_band(theme.dim) } else { theme.dim };
        let room = end.saturating_sub(x);
        let words = meta(row, room, model.options.reorder);
        put_fit(buffer, x, y + 1, room, &words, looks);
    }
    if let Some(excerpt) = model.list().excerpt(row.key).filter(|_| area.height > 2) {
        let looks = if selected { on_band(theme.text) } else { theme.text };
        let room = end.saturating_sub(x);
        let line = bidi::line(&excerpt.text, usize::from(room), model.options.reorder);
        put_fit(buffer, x, y + 2, room, &line, looks);
        if stands_as_it_is(&excerpt.text, model) {
            mark_hits(&excerpt.text, &excerpt.hits, (x, y + 2, end), theme, buffer);
        }
    }
}

/// Whether words stand on the screen in the order in which they are written.
fn stands_as_it_is(text: &str, model: &Model) -> bool {
    bidi::line(text, usize::MAX, model.options.reorder) == text
}

/// Gives the hits in a line their looks, as far as they stand on the screen.
fn mark_hits(text: &str, hits: &[Span], (x, y, end): (u16, u16, u16), theme: &Theme, buffer: &mut Buffer) {
    for hit in hits {
        let from = x.saturating_add(width(Span::new(0, hit.start).slice(text)));
        let to = from.saturating_add(width(hit.slice(text))).min(end);
        if from < to {
            buffer.set_style(Rect::new(from, y, to - from, 1), theme.hit);
        }
    }
}

/// Who published it; where nobody says, the folder that it lies in stands for them.
fn outlet(header: &Header) -> &str {
    let mut names = header.source.rsplit(['/', '\\']);
    let file = names.next().unwrap_or(&header.source);
    let folder = names.next().filter(|it| !it.is_empty() && *it != "." && *it != "..");
    header.outlet.as_deref().or(folder).unwrap_or(file)
}

/// Source, reading time and quotations; what does not fit is left out from the
/// right.
fn meta(row: &Row, room: u16, reorder: bool) -> String {
    let Row { header, mark, updated, .. } = row;
    let mut words = bidi::line(outlet(header), usize::from(room), reorder).into_owned();
    let progress = mark.progress.filter(|it| it.permille < 1000);
    let parts = [
        updated.then(|| "updated".to_owned()),
        progress.map(|it| format!("{} %", it.permille / 10)),
        Some(format!("{} min", header.minutes)),
        match header.quotes {
            0 => None,
            1 => Some("1 quote".to_owned()),
            n => Some(format!("{n} quotes")),
        },
    ];
    for part in parts.into_iter().flatten() {
        if width(&words) + width(&part) + 3 > room {
            break;
        }
        words = format!("{words} · {part}");
    }
    words
}
