//! The help: every command with its keys as they are now.

use ratatui::buffer::Buffer;

use super::paint::{band, on_band, put, put_fit, width};
use super::theme::Theme;
use crate::app::command::{Entry, Group};
use crate::app::help::Help;
use crate::app::model::Model;
use crate::app::screen::Area;

enum Line {
    Title(Group),
    Blank,
    /// An entry and its index among the rows that can be chosen.
    Entry(&'static Entry, usize),
}

pub(super) fn draw(help: &Help, model: &Model, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let room = area.width.saturating_sub(4).min(92);
    let x = area.x + (area.width - room) / 2;
    let rows = help.rows(&model.keymap);
    let typed = help.search.text();
    let (words, looks) = if typed.is_empty() {
        ("type to search · Enter does it · Esc closes".to_owned(), theme.dim)
    } else {
        (format!("{typed}▏ {} of {}", rows.len(), crate::app::command::COMMANDS.len()), theme.title)
    };
    let after = put(buffer, x, area.y, room, "Help  ", theme.title);
    put_fit(buffer, after, area.y, (x + room).saturating_sub(after), &words, looks);
    let mut lines = Vec::new();
    for group in Group::ALL {
        let mut first = true;
        for (i, entry) in rows.iter().enumerate().filter(|(_, it)| it.group == group) {
            if first {
                if !lines.is_empty() {
                    lines.push(Line::Blank);
                }
                lines.push(Line::Title(group));
                first = false;
            }
            lines.push(Line::Entry(entry, i));
        }
    }
    let chosen =
        lines.iter().position(|it| matches!(it, Line::Entry(_, i) if *i == help.selected)).unwrap_or(0);
    let head = if area.height >= 8 { 2 } else { 1 };
    let visible = usize::from(area.height.saturating_sub(head));
    // The title of the first group stays in sight with its first entry.
    let first = if chosen < visible { 0 } else { chosen + 1 - visible };
    let keys = rows.iter().map(|it| width(&model.keymap.chords(it.command).join("  "))).max().unwrap_or(0);
    let keys = keys.min(room / 3);
    for (line, y) in lines.iter().skip(first).zip(area.y + head..area.y + area.height) {
        match line {
            Line::Blank => {}
            Line::Title(group) => {
                put_fit(buffer, x, y, room, group.title(), theme.kicker);
            }
            Line::Entry(entry, i) => {
                let selected = *i == help.selected;
                if selected {
                    band(
                        buffer,
                        Area { x: x.saturating_sub(1), y, width: room + 2, height: 1 },
                        theme.selected,
                    );
                }
                let plain = |looks| if selected { on_band(looks) } else { looks };
                let chords = model.keymap.chords(entry.command).join("  ");
                put_fit(buffer, x, y, keys, &chords, plain(theme.key));
                let at = x + keys + 2;
                let name = width(entry.name) + 2;
                let end = x + room;
                let docs = if room >= 76 { end.saturating_sub(name) } else { end };
                put_fit(buffer, at, y, docs.saturating_sub(at), entry.doc, plain(theme.text));
                if room >= 76 {
                    put(buffer, end - width(entry.name), y, name, entry.name, plain(theme.dim));
                }
            }
        }
    }
}
