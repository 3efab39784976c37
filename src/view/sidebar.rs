//! The sidebar: a line each for what can be made the view.

use ratatui::buffer::Buffer;

use super::paint::{band, on_band, put, put_before, put_fit};
use super::theme::Theme;
use crate::app::model::Model;
use crate::app::screen::{Area, Pane};
use crate::text::bidi;

pub(super) fn draw(model: &Model, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let sidebar = model.sidebar();
    let entries = sidebar.entries().iter().enumerate().skip(sidebar.offset());
    for ((at, entry), y) in entries.zip(area.y..area.y.saturating_add(area.height)) {
        let line = Area { y, height: 1, ..area };
        let shown = sidebar.shows(entry, model.list().view());
        let selected = at == sidebar.selected() && model.pane() == Pane::Sidebar;
        let mut looks = match (entry.is_choice(), shown, entry.count) {
            (false, ..) | (_, false, 0) => theme.dim,
            (_, true, _) => theme.active,
            _ => theme.text,
        };
        if selected {
            band(buffer, line, theme.selected);
            put(buffer, area.x, y, 1, "▌", theme.unread);
            looks = on_band(looks);
        }
        let end = (area.x + area.width).saturating_sub(2);
        let mut right = end;
        if entry.count > 0 {
            let looks = if selected { on_band(theme.dim) } else { theme.dim };
            right = put_before(buffer, end, y, &entry.count.to_string(), looks).saturating_sub(1);
        }
        if entry.failing {
            right = put_before(buffer, right, y, "!", theme.message).saturating_sub(1);
        }
        let indent = if entry.is_choice() { 3 } else { 1 };
        let x = area.x + indent + (2 * entry.depth).min(area.width / 3);
        let room = right.saturating_sub(x);
        let words = sidebar.label(entry);
        let label = bidi::line(&words, usize::from(room), model.options.reorder);
        put_fit(buffer, x, y, room, &label, looks);
    }
}
