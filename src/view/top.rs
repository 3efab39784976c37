//! The top: the views with their counts.

use ratatui::buffer::Buffer;

use super::paint::{put, put_before, width};
use super::theme::Theme;
use crate::app::command::Command;
use crate::app::list::View;
use crate::app::model::Model;
use crate::app::screen::Area;

pub(super) fn draw(model: &Model, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let counts = model.list().counts();
    let end = area.x + area.width;
    let mut x = area.x + 1;
    if area.width >= 60 {
        x = put(buffer, x, area.y, end - x, "kabar", theme.title) + 3;
    }
    for (view, name, command, count) in [
        (View::All, "All", Command::ViewAll, counts.all),
        (View::Unread, "Unread", Command::ViewUnread, counts.unread),
        (View::Bookmarks, "Bookmarks", Command::ViewBookmarks, counts.bookmarks),
    ] {
        let active = model.list().view() == view;
        // On a narrow screen the counts of the other views give way.
        let words = match (model.keymap.first(command), area.width) {
            (Some(key), 70..) => format!("{key} {name} {count}"),
            (_, 40..) => format!("{name} {count}"),
            (Some(key), _) if !active => key,
            _ => format!("{name} {count}"),
        };
        if x + width(&words) > end {
            break;
        }
        x = put(buffer, x, area.y, end - x, &words, if active { theme.active } else { theme.dim }) + 3;
    }
    let right = match (model.list().is_scanning(), model.list().filter()) {
        (true, _) => "looking …".to_owned(),
        (false, "") => return,
        (false, filter) => format!("/{filter}"),
    };
    if x + width(&right) < end {
        put_before(buffer, end - 1, area.y, &right, theme.dim);
    }
}
