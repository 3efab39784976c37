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
    #[default]
    List,
    Page,
}

/// Where everything stands. What has no room is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// The views with their counts.
    pub top: Option<Area>,
    pub list: Option<Area>,
    /// The column of the hairline between list and page.
    pub divider: Option<Area>,
    pub page: Option<Area>,
    pub foot: Option<Area>,
}

/// From this width on, list and page stand side by side.
pub const TWO_PANES: u16 = 90;

/// Lays out the screen. `zen` is the page and nothing else.
pub fn areas(size: Size, pane: Pane, zen: bool) -> Areas {
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
    if two {
        let width = (size.width * 2 / 5).clamp(36, 52);
        areas.list = Some(Area { width, ..body });
        areas.divider = Some(Area { x: width, width: 1, ..body });
        areas.page = Some(Area { x: width + 1, width: size.width - width - 1, ..body });
    } else if pane == Pane::List {
        areas.list = Some(body);
    } else {
        areas.page = Some(body);
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

/// Rows that one article takes in a list: title, meta, and a blank line.
pub fn item_height(list: Area) -> u16 {
    match (list.width, list.height) {
        (0..30, _) => 1,
        (_, 0..14) => 2,
        _ => 3,
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
                for (pane, zen) in [(Pane::List, false), (Pane::Page, false), (Pane::Page, true)] {
                    let it = areas(size, pane, zen);
                    for area in [it.top, it.list, it.divider, it.page, it.foot].into_iter().flatten() {
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
        let wide = areas(Size { width: 120, height: 40 }, Pane::List, false);
        assert!(wide.list.is_some() && wide.page.is_some());
        let narrow = areas(Size { width: 80, height: 24 }, Pane::List, false);
        assert!(narrow.list.is_some() && narrow.page.is_none());
        let reading = areas(Size { width: 80, height: 24 }, Pane::Page, false);
        assert!(reading.list.is_none() && reading.page.is_some() && reading.top.is_none());
    }
}
