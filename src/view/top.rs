//! The top: the views with their counts.

use ratatui::buffer::Buffer;

use super::paint::{age, put, put_before, width};
use super::theme::Theme;
use crate::app::command::Command;
use crate::app::list::View;
use crate::app::model::Model;
use crate::app::screen::Area;
use crate::article::Date;

pub(super) fn draw(model: &Model, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let list = model.list();
    let tally = list.tally();
    let end = area.x + area.width;
    let mut x = area.x + 1;
    if area.width >= 60 {
        x = put(buffer, x, area.y, end - x, "kabar", theme.title) + 3;
    }
    for (view, name, command, count) in [
        (View::All, "All", Command::ViewAll, tally.all),
        (View::Unread, "Unread", Command::ViewUnread, tally.unread),
        (View::Bookmarks, "Bookmarks", Command::ViewBookmarks, tally.bookmarked),
    ] {
        let active = *list.view() == view;
        let count = if list.is_counted() { format!(" {count}") } else { String::new() };
        // On a narrow screen the counts of the other views give way.
        let words = match (model.keymap.first(command), area.width) {
            (Some(key), 70..) => format!("{key} {name}{count}"),
            (_, 40..) => format!("{name}{count}"),
            (Some(key), _) if !active => key,
            _ => format!("{name}{count}"),
        };
        if x + width(&words) > end {
            break;
        }
        x = put(buffer, x, area.y, end - x, &words, if active { theme.active } else { theme.dim }) + 3;
    }
    let refresh = model.refresh();
    let asked = match (refresh.progress(), refresh.last()) {
        (Some((_, 0)), _) => Some("↻ …".to_owned()),
        (Some((done, of)), _) => Some(format!("↻ {done}/{of}")),
        (None, over) => over.map(|it| format!("↻ {}", age(model.now(), Date::utc(it)))),
    };
    // The first of these that fits.
    let words = match (list.n_new(), list.view()) {
        (0, _) if list.is_scanning() && asked.is_none() => vec!["looking …".to_owned()],
        (0, View::Search { typed, best }) => {
            let order = if *best { " · best first" } else { "" };
            vec![format!("/{typed}{order}"), format!("/{typed}")]
        }
        (0, View::Named { name, .. }) => vec![name.clone()],
        (0, _) => Vec::new(),
        (n, _) => {
            let key = model.keymap.first(Command::ShowNew);
            let how = key.map(|key| format!("{n} new · {key} shows them"));
            how.into_iter().chain([format!("{n} new")]).collect()
        }
    };
    let both = words.first().zip(asked.as_ref()).map(|(words, asked)| format!("{words}   {asked}"));
    let alone = asked.filter(|_| words.is_empty());
    let words: Vec<String> = both.into_iter().chain(words).chain(alone).collect();
    if let Some(words) = words.iter().find(|it| x + width(it) < end) {
        put_before(buffer, end - 1, area.y, words, theme.dim);
    }
}
