//! What the reader looks like. `draw` reads a model and paints a frame; it
//! changes nothing, wraps nothing and reads no clock. Imports `app`, `text`,
//! `article` and ratatui.
//!
//! ```text
//!  kabar   1 All 340   2 Unread 12   3 Bookmarks 5              top
//!                              │
//!  ● Title              2 h    │   KICKER
//!    Outlet · 4 min            │   Title
//!                              │
//!    Title              1 d    │ ▎ “Words,” said Name.          list │ page
//!    Outlet · 9 min            │
//!
//!  Space read on  ] next quote             Title  34 %  2 min   foot
//! ```
//!
//! Panels lie over the page, the help over list and page.

mod empty;
mod foot;
mod help;
mod list;
mod page;
mod paint;
mod panel;
mod sidebar;
pub mod theme;
mod top;

use ratatui::Frame;
use ratatui::style::Style;

use crate::app::model::{Mode, Model};
use crate::app::screen::{Area, Pane};
use theme::Theme;

/// Paints one frame.
pub fn draw(model: &Model, theme: &Theme, frame: &mut Frame<'_>) {
    let areas = model.areas();
    let buffer = frame.buffer_mut();
    // Most themes leave it as the terminal has it, which is what cells begin with.
    if theme.text != Style::default() {
        buffer.set_style(buffer.area, theme.text);
    }
    if let Some(area) = areas.top {
        top::draw(model, theme, area, buffer);
    }
    if let Mode::Help(help) = model.mode() {
        let body = body(model);
        help::draw(help, model, theme, body, buffer);
    } else if empty::is_all(model) {
        // Nothing to list is nothing to show beside it.
        empty::draw_list(model, theme, body(model), buffer);
        if let Mode::Panel(panel) = model.mode() {
            panel::draw(panel, theme, model.options.reorder, body(model), buffer);
        }
    } else {
        if let Some(area) = areas.list {
            list::draw(model, theme, area, buffer);
        }
        if let Some(area) = areas.sidebar {
            sidebar::draw(model, theme, area, buffer);
        }
        for area in [areas.sidebar_divider, areas.divider].into_iter().flatten() {
            for y in area.y..area.y.saturating_add(area.height) {
                paint::put(buffer, area.x, y, 1, "│", theme.marker);
            }
        }
        if let (Some(area), Some(column)) = (areas.page, model.column()) {
            page::draw(model, theme, area, column, buffer);
        }
        if let (Mode::Panel(panel), Some(area)) = (model.mode(), areas.page.or(areas.list)) {
            panel::draw(panel, theme, model.options.reorder, area, buffer);
        }
    }
    let cursor = areas.foot.and_then(|area| foot::draw(model, theme, area, buffer));
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
}

/// Everything between top and foot.
fn body(model: &Model) -> Area {
    let areas = model.areas();
    let size = model.size();
    let top = areas.list.or(areas.page).or(areas.sidebar).map_or(0, |it| it.y);
    let foot = areas.foot.map_or(size.height, |it| it.y);
    Area { x: 0, y: top, width: size.width, height: foot.saturating_sub(top) }
}

/// Whether the keys go to the list.
fn list_has_keys(model: &Model) -> bool {
    model.pane() == Pane::List && !matches!(model.mode(), Mode::Panel(_))
}
