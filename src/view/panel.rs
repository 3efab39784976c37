//! A panel over the page: quotations with their speakers, links, messages.

use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};

use super::paint::{band, on_band, put, put_fit, rect};
use super::theme::Theme;
use crate::app::panel::{Item, Kind, Panel};
use crate::app::screen::Area;
use crate::text::bidi;
use crate::text::span::Span;
use crate::text::width::fit;
use crate::text::wrap::wrap;

/// The most lines that the words of an item take.
const LINES: usize = 4;
/// Words are easier to read in lines that are no longer, in cells.
const MEASURE: u16 = 84;

pub(super) fn draw(panel: &Panel, theme: &Theme, reorder: bool, area: Area, buffer: &mut Buffer) {
    let inside = rect(area, buffer);
    for y in inside.top()..inside.bottom() {
        put(buffer, area.x, y, area.width, &" ".repeat(usize::from(area.width)), theme.text);
    }
    buffer.set_style(inside, Style::reset().patch(theme.text));
    let air = u16::from(area.width >= 30) * 2;
    let x = area.x + 1 + air;
    let room = area.width.saturating_sub(2 + 2 * air).min(MEASURE);
    put_fit(buffer, x, area.y, room, &title(panel), theme.title);
    let head = if area.height >= 8 { 2 } else { 1 };
    let bottom = area.y + area.height;
    let mut y = area.y + head;
    for (at, item) in
        panel.items.iter().enumerate().skip(first(panel, room, area.height.saturating_sub(head)))
    {
        if y >= bottom {
            break;
        }
        let rows = rows(panel.kind, item, theme, room);
        let height = u16::try_from(rows.len()).unwrap_or(1);
        let selected = at == panel.selected;
        if selected {
            let height = height.min(bottom - y);
            band(buffer, Area { x: area.x, y, width: area.width, height }, theme.selected);
            for y in y..y + height {
                put(buffer, area.x, y, 1, "▌", theme.unread);
            }
        }
        for ((words, looks), y) in rows.iter().zip(y..bottom) {
            let looks = if selected { on_band(*looks) } else { *looks };
            put(buffer, x, y, room, &bidi::line(words, usize::from(room), reorder), looks);
        }
        y += height + 1;
    }
}

fn title(panel: &Panel) -> String {
    match (panel.kind, panel.items.len()) {
        (Kind::Quotes, 1) => "Who said what · 1 quotation".to_owned(),
        (Kind::Quotes, n) => format!("Who said what · {n} quotations"),
        (Kind::Links, 1) => "1 link".to_owned(),
        (Kind::Links, n) => format!("{n} links"),
        (Kind::Messages, _) => "Messages".to_owned(),
        (Kind::Feeds, n) => format!("Which one? · {n} feeds"),
    }
}

/// An item in rows: who or which, then its words.
fn rows(kind: Kind, item: &Item, theme: &Theme, room: u16) -> Vec<(String, Style)> {
    let label = match (kind, item.sure) {
        (Kind::Quotes, true) => Some((item.label.clone(), theme.speaker)),
        (Kind::Quotes, false) => {
            Some((format!("perhaps {}", item.label), theme.dim.add_modifier(Modifier::ITALIC)))
        }
        (Kind::Feeds, _) if item.label.is_empty() => None,
        (Kind::Links | Kind::Feeds, _) => Some((item.label.clone(), theme.text)),
        (Kind::Messages, _) => None,
    };
    let (looks, most) = match kind {
        Kind::Quotes => (theme.speech, LINES),
        Kind::Links | Kind::Feeds => (theme.dim, 1),
        Kind::Messages => (theme.text, LINES),
    };
    let spans = wrap(&item.text, usize::from(room));
    let lines = spans.iter().take(most).enumerate().map(|(i, line)| {
        let last = i + 1 == most && spans.len() > most;
        // The last line shows that there is more.
        let words = if last { Span::new(line.start, item.text.len()) } else { *line };
        (fit(words.slice(&item.text), usize::from(room)).into_owned(), looks)
    });
    label.into_iter().chain(lines).collect()
}

/// The first item that is shown, so that the chosen one stands whole, about in
/// the middle.
fn first(panel: &Panel, room: u16, height: u16) -> usize {
    let theme = Theme::default();
    let rows_of =
        |at: usize| panel.items.get(at).map_or(0, |it| rows(panel.kind, it, &theme, room).len() + 1);
    let height = usize::from(height) + 1;
    // What follows the chosen one takes half of the room, or what it needs.
    let mut after = 0;
    for at in panel.selected + 1..panel.items.len() {
        after += rows_of(at);
        if after >= height / 2 {
            break;
        }
    }
    let mut used = rows_of(panel.selected) + after.min(height / 2);
    let mut first = panel.selected;
    while first > 0 && used + rows_of(first - 1) <= height {
        first -= 1;
        used += rows_of(first);
    }
    first
}
