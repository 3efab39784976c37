//! Geometry: where things stand on a screen of a given size. Used by `update`
//! and by the view alike, so that both agree.

/// Of a terminal, in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    pub width: u16,
    pub height: u16,
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    pub x: u16,
    pub y: u16,
    pub width: u16,
    pub height: u16,
}

impl Area {
    pub fn contains(self, column: u16, row: u16) -> bool {
        (self.x..self.x.saturating_add(self.width)).contains(&column)
            && (self.y..self.y.saturating_add(self.height)).contains(&row)
    }
}

/// Which pane keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    Sidebar,
    #[default]
    List,
    Page,
}

/// Where everything stands. What has no room is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// The views with their counts.
    pub top: Option<Area>,
    pub sidebar: Option<Area>,
    /// The column of the hairline right of the sidebar.
    pub sidebar_divider: Option<Area>,
    pub list: Option<Area>,
    /// The column of the hairline between list and page.
    pub divider: Option<Area>,
    pub page: Option<Area>,
    pub foot: Option<Area>,
}

/// From this width on, list and page stand side by side.
pub const TWO_PANES: u16 = 90;

/// From this width on, the sidebar stands beside them; below it, it takes the
/// place of the list while it has the keys.
pub const THREE_PANES: u16 = 110;

/// Cells that the sidebar takes.
const SIDEBAR: u16 = 26;

/// Lays out the screen. `zen` is the page and nothing else; `sidebar` says
/// whether there is one to be shown.
pub fn areas(size: Size, pane: Pane, zen: bool, sidebar: bool) -> Areas {
    let whole = Area { x: 0, y: 0, width: size.width, height: size.height };
    if whole.width == 0 || whole.height == 0 {
        return Areas::default();
    }
    if zen {
        return Areas { page: Some(whole), ..Areas::default() };
    }
    let two = size.width >= TWO_PANES;
    let foot = u16::from(size.height >= 4);
    // Alone on the screen, a page needs no list of views above it.
    let top = if size.height < 8 || (!two && pane == Pane::Page) { 0 } else { 2 };
    let body = Area { y: top, height: size.height - top - foot, ..whole };
    let mut areas = Areas {
        top: (top > 0).then_some(Area { height: 1, ..whole }),
        foot: (foot > 0).then_some(Area { y: size.height - 1, height: 1, ..whole }),
        ..Areas::default()
    };
    let mut rest = body;
    if sidebar && size.width >= THREE_PANES {
        areas.sidebar = Some(Area { width: SIDEBAR, ..body });
        areas.sidebar_divider = Some(Area { x: SIDEBAR, width: 1, ..body });
        rest = Area { x: SIDEBAR + 1, width: size.width - SIDEBAR - 1, ..body };
    }
    let mut first = rest;
    if two {
        let width = (rest.width * 2 / 5).clamp(36, 52);
        first = Area { width, ..rest };
        areas.divider = Some(Area { x: rest.x + width, width: 1, ..rest });
        areas.page = Some(Area { x: rest.x + width + 1, width: rest.width - width - 1, ..rest });
    }
    match pane {
        Pane::Sidebar if areas.sidebar.is_none() => areas.sidebar = Some(first),
        Pane::Page if !two => areas.page = Some(first),
        _ => areas.list = Some(first),
    }
    areas
}

/// How the text of an article stands in its pane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// The first column of the text.
    pub x: u16,
    pub y: u16,
    /// The measure, in cells.
    pub width: u16,
    /// Rows of text that fit.
    pub height: u16,
    /// Free cells left of the margin bar, for a name.
    pub margin: u16,
}

/// Sets a column of at most `measure` cells into a pane, centered, with air and
/// a margin bar on either side where there is room.
pub fn column(pane: Area, measure: u16) -> Column {
    let gutter = match pane.width {
        0..=3 => 0,
        4..=29 => 1,
        30..=49 => 2,
        _ => 3,
    };
    let width = measure.min(pane.width.saturating_sub(2 * gutter)).max(1);
    let left = (pane.width.saturating_sub(width) / 2).max(gutter.min(pane.width.saturating_sub(width)));
    // A blank line above the text, where there is height for it.
    let air = u16::from(pane.height >= 16);
    Column {
        x: pane.x + left,
        y: pane.y + air,
        width,
        height: pane.height - air,
        margin: left.saturating_sub(3),
    }
}

/// Rows that one article takes in a list: title, meta, the line that shows why it
/// was found where `found` says so, and a blank line.
pub fn item_height(list: Area, found: bool) -> u16 {
    match (list.width, list.height) {
        (0..30, _) => 1,
        (_, 0..14) => 2,
        _ => 3 + u16::from(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_the_screen_at_any_size() {
        for width in 0..=160 {
            for height in 0..=60 {
                let size = Size { width, height };
                let panes =
                    [(Pane::List, false), (Pane::Page, false), (Pane::Page, true), (Pane::Sidebar, false)];
                for ((pane, zen), sidebar) in panes.into_iter().flat_map(|it| [(it, false), (it, true)]) {
                    let it = areas(size, pane, zen, sidebar);
                    let all = [it.top, it.sidebar, it.sidebar_divider, it.list, it.divider, it.page, it.foot];
                    for area in all.into_iter().flatten() {
                        assert!(
                            area.x + area.width <= width && area.y + area.height <= height,
                            "{size:?} {it:?}"
                        );
                        assert!(area.width > 0 && area.height > 0, "{size:?} {it:?}");
                    }
                    if let Some(page) = it.page {
                        let text = column(page, 72);
                        assert!(text.width >= 1 && text.width <= 72);
                        assert!(text.x >= page.x && text.x + text.width <= page.x + page.width, "{size:?}");
                        assert!(text.y + text.height <= page.y + page.height);
                    }
                }
            }
        }
    }

    #[test]
    fn panes_share_a_wide_screen_and_take_turns_on_a_narrow_one() {
        let wide = areas(Size { width: 120, height: 40 }, Pane::List, false, false);
        assert!(wide.list.is_some() && wide.page.is_some());
        let narrow = areas(Size { width: 80, height: 24 }, Pane::List, false, true);
        assert!(narrow.list.is_some() && narrow.page.is_none());
        let reading = areas(Size { width: 80, height: 24 }, Pane::Page, false, true);
        assert!(reading.list.is_none() && reading.page.is_some() && reading.top.is_none());
        let choosing = areas(Size { width: 80, height: 24 }, Pane::Sidebar, false, true);
        assert!(choosing.sidebar.is_some() && choosing.list.is_none() && choosing.page.is_none());
        let widest = areas(Size { width: 120, height: 40 }, Pane::List, false, true);
        assert!(widest.sidebar.is_some() && widest.list.is_some() && widest.page.is_some());
    }
}
