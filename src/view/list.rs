//! The list: the visible articles, two lines each and a blank one.

use ratatui::buffer::Buffer;

use super::paint::{age, band, on_band, put, put_before, put_fit, width};
use super::theme::Theme;
use super::{empty, list_has_keys};
use crate::app::model::Model;
use crate::app::screen::{Area, item_height};
use crate::article::{Header, Mark};
use crate::text::bidi;

pub(super) fn draw(model: &Model, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let list = model.list();
    if list.is_empty() {
        return empty::draw_list(model, theme, area, buffer);
    }
    let height = item_height(area);
    let visible = usize::from(area.height / height);
    for (i, row) in (list.offset()..list.len()).take(visible).enumerate() {
        let Some(header) = list.row(row) else { continue };
        let y = area.y + u16::try_from(i).unwrap_or(0) * height;
        let lines = height.min(2);
        let item = Area { y, height: lines, ..area };
        let selected = row == list.selected();
        draw_item(model, theme, header, item, selected, buffer);
    }
}

fn draw_item(model: &Model, theme: &Theme, header: &Header, area: Area, selected: bool, buffer: &mut Buffer) {
    let mark = model.marks().shown(header.id);
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
    if area.height > 1 {
        let looks = if selected { on_band(theme.dim) } else { theme.dim };
        let room = end.saturating_sub(x);
        let words = meta(header, mark, room, model.options.reorder);
        put_fit(buffer, x, y + 1, room, &words, looks);
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
fn meta(header: &Header, mark: Mark, room: u16, reorder: bool) -> String {
    let mut words = bidi::line(outlet(header), usize::from(room), reorder).into_owned();
    let progress = mark.progress.filter(|it| it.permille < 1000);
    let parts = [
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
