//! A panel over the page: quotations with their speakers, links, messages.

use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};

use super::paint::{band, put, put_fit, rect};
use super::theme::Theme;
use crate::app::panel::{Item, Kind, Panel};
use crate::app::screen::Area;

pub(super) fn draw(panel: &Panel, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let inside = rect(area, buffer);
    for y in inside.top()..inside.bottom() {
        put(buffer, area.x, y, area.width, &" ".repeat(usize::from(area.width)), theme.text);
    }
    buffer.set_style(inside, Style::reset().patch(theme.text));
    let air = u16::from(area.width >= 30) * 2;
    let x = area.x + 1 + air;
    let room = area.width.saturating_sub(2 + 2 * air);
    let n = panel.items.len();
    let title = match (panel.kind, n) {
        (Kind::Quotes, 1) => "Who said what · 1 quotation".to_owned(),
        (Kind::Quotes, _) => format!("Who said what · {n} quotations"),
        (Kind::Links, 1) => "1 link".to_owned(),
        (Kind::Links, _) => format!("{n} links"),
        (Kind::Messages, _) => "Messages".to_owned(),
    };
    put_fit(buffer, x, area.y, room, &title, theme.title);
    let head = if area.height >= 8 { 2 } else { 1 };
    let height: u16 = if panel.kind == Kind::Messages || area.height < 10 { 2 } else { 3 };
    let visible = usize::from(area.height.saturating_sub(head) / height).max(1);
    let first = panel.selected.saturating_sub(visible / 2).min(n.saturating_sub(visible));
    let bottom = area.y + area.height;
    for (i, item) in panel.items.iter().skip(first).take(visible).enumerate() {
        let y = area.y + head + u16::try_from(i).unwrap_or(0) * height;
        if y >= bottom {
            break;
        }
        let selected = first + i == panel.selected;
        let lines = Area { x: area.x, y, width: area.width, height: 2.min(bottom - y) };
        if selected {
            band(buffer, lines, theme.selected);
            for y in y..y + lines.height {
                put(buffer, area.x, y, 1, "▌", theme.unread);
            }
        }
        draw_item(panel.kind, item, selected, theme, (x, y, room), lines.height, buffer);
    }
}

fn draw_item(
    kind: Kind,
    item: &Item,
    selected: bool,
    theme: &Theme,
    (x, y, room): (u16, u16, u16),
    height: u16,
    buffer: &mut Buffer,
) {
    let on_band = |looks: Style| if selected { Style { fg: None, bg: None, ..looks } } else { looks };
    let words = if kind == Kind::Quotes { theme.speech } else { theme.dim };
    if kind == Kind::Messages {
        put_fit(buffer, x, y, room, &item.text, on_band(theme.text));
        return;
    }
    let (label, looks) = match (kind, item.sure) {
        (Kind::Quotes, false) => {
            (format!("perhaps {}", item.label), theme.dim.add_modifier(Modifier::ITALIC))
        }
        (Kind::Quotes, true) => (item.label.clone(), theme.speaker),
        _ => (item.label.clone(), theme.text),
    };
    put_fit(buffer, x, y, room, &label, on_band(looks));
    if height > 1 {
        put_fit(buffer, x, y + 1, room, &item.text, on_band(words));
    }
}
