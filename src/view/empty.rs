//! Screens for when there is nothing to show: what is so, why, and which key
//! helps.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use super::paint::put;
use super::theme::Theme;
use crate::app::command::Command;
use crate::app::list::View;
use crate::app::model::Model;
use crate::app::screen::{Area, Pane};
use crate::text::width::{cells, fit};

/// Whether there is nothing to list, and so nothing to show beside it.
pub(super) fn is_all(model: &Model) -> bool {
    let list = model.list();
    let whole = !matches!(list.view(), View::Search { .. }) && model.areas().sidebar.is_none();
    list.is_empty() && whole && model.pane() == Pane::List
}

/// The list, without an article.
pub(super) fn draw_list(model: &Model, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let list = model.list();
    let key = |command: Command| {
        model.keymap.first(command).unwrap_or_else(|| format!(":{}", command.entry().name))
    };
    if !list.is_known() {
        return; // The library answers before an eye could read that it is asked.
    }
    let all = list.tally().all;
    let lines = if let View::Search { typed, .. } = list.view() {
        vec![
            (format!("Nothing found for “{typed}”."), theme.title),
            (format!("{} goes back to where you were.", key(Command::Close)), theme.dim),
        ]
    } else if let View::Named { name, .. } = list.view() {
        vec![
            (format!("Nothing in {name} yet."), theme.title),
            (String::new(), theme.dim),
            (format!("{}  all {all} articles", key(Command::ViewAll)), theme.text),
        ]
    } else if list.is_scanning() && all == 0 {
        vec![("Looking for articles …".to_owned(), theme.dim)]
    } else if let Some(n) = model.sidebar().n_feeds().filter(|n| *n > 0 && all == 0) {
        let feeds = if n == 1 { "1 feed followed".to_owned() } else { format!("{n} feeds followed") };
        let refresh = model.refresh();
        let state = match (refresh.progress(), refresh.last()) {
            (Some(_), _) => "fetching …",
            (None, None) => "nothing fetched yet",
            (None, Some(_)) => "nothing in them yet",
        };
        let mut lines = vec![
            (format!("{feeds}, {state}"), theme.title),
            (String::new(), theme.dim),
            (format!("{}  fetches them", key(Command::Reload)), theme.text),
            (format!("{}  quit", key(Command::Quit)), theme.text),
        ];
        if !model.messages().is_empty() {
            lines.insert(3, (format!("{}  what went wrong", key(Command::Messages)), theme.text));
        }
        lines
    } else if all == 0 {
        let mut lines = vec![
            ("Nothing to read here.".to_owned(), theme.title),
            (String::new(), theme.dim),
            (format!("Looked through {}.", model.place()), theme.dim),
            ("kabar reads .txt, .md and .html files:".to_owned(), theme.dim),
            ("kabar FOLDER or kabar FILE opens others.".to_owned(), theme.dim),
            (String::new(), theme.dim),
            (format!("{}  look again", key(Command::Reload)), theme.text),
            (format!("{}  quit", key(Command::Quit)), theme.text),
        ];
        if !model.messages().is_empty() {
            lines.insert(6, (format!("{}  what went wrong", key(Command::Messages)), theme.text));
        }
        lines
    } else if *list.view() == View::Unread {
        vec![
            ("Everything is read.".to_owned(), theme.title),
            (String::new(), theme.dim),
            (format!("{}  all {all} articles", key(Command::ViewAll)), theme.text),
        ]
    } else {
        vec![
            ("Nothing is kept for later.".to_owned(), theme.title),
            (String::new(), theme.dim),
            (format!("{}  keeps an article", key(Command::ToggleBookmark)), theme.text),
            (format!("{}  all {all} articles", key(Command::ViewAll)), theme.text),
        ]
    };
    draw_lines(&lines, area, buffer);
}

/// The page of an article that cannot be shown.
pub(super) fn draw_failed(why: &str, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let lines = [("This article cannot be shown.".to_owned(), theme.title), (why.to_owned(), theme.dim)];
    draw_lines(&lines, area, buffer);
}

/// Lines in the middle of an area, set left on a common edge.
fn draw_lines(lines: &[(String, Style)], area: Area, buffer: &mut Buffer) {
    let room = usize::from(area.width.saturating_sub(2));
    let widest = lines.iter().map(|(it, _)| cells(it)).max().unwrap_or(0).min(room);
    let x = area.x + (area.width - u16::try_from(widest).unwrap_or(area.width)) / 2;
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let y = area.y + area.height.saturating_sub(height) / 3;
    for ((words, style), y) in lines.iter().zip(y..area.y.saturating_add(area.height)) {
        put(buffer, x, y, area.width, &fit(words, room), *style);
    }
}
