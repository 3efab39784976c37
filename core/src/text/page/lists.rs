//! How far list items stand in, and what stands before them.

use crate::article::{Block, BlockKind, Marker};

/// The inset of a list item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Item {
    /// Cells before the item's words.
    pub cells: usize,
    /// What stands at the end of them on the first row: `• `, ` 9. `.
    pub marker: String,
}

/// The insets of a run of list items, which makes up one list with the lists in
/// it. Words of one list begin in one column, so numbers are as wide as the
/// widest of them.
pub(super) fn insets(items: &[&Block]) -> Vec<Item> {
    struct List {
        depth: u8,
        parent: Option<usize>,
        cells: usize,
        marker: usize,
    }
    let mut lists: Vec<List> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut placed = Vec::with_capacity(items.len());
    for block in items {
        let BlockKind::ListItem { depth, marker } = block.kind else { continue };
        while open.last().and_then(|it| lists.get(*it)).is_some_and(|it| it.depth > depth) {
            open.pop();
        }
        let parent = open.last().copied();
        let same = parent.filter(|it| lists.get(*it).is_some_and(|it| it.depth == depth));
        let current = same.unwrap_or(lists.len());
        if same.is_none() {
            open.push(current);
            lists.push(List { depth, parent, cells: 0, marker: 2 });
        }
        let words = words(marker, open.len() - 1);
        if let Some(list) = lists.get_mut(current) {
            list.marker = list.marker.max(words.chars().count());
        }
        placed.push((current, words));
    }
    // A list stands after the one it is in.
    for index in 0..lists.len() {
        let before =
            lists.get(index).and_then(|it| it.parent).and_then(|it| lists.get(it)).map_or(0, |it| it.cells);
        if let Some(list) = lists.get_mut(index) {
            list.cells = before + list.marker;
        }
    }
    let item = |(list, words): (usize, String)| {
        let (cells, width) = lists.get(list).map_or((0, 0), |it| (it.cells, it.marker));
        let marker = if words.is_empty() { words } else { format!("{words:>width$}") };
        Item { cells, marker }
    };
    placed.into_iter().map(item).collect()
}

fn words(marker: Marker, nesting: usize) -> String {
    match marker {
        Marker::Bullet => ["• ", "◦ ", "▪ "].get(nesting % 3).copied().unwrap_or("• ").to_owned(),
        Marker::Number(number) => format!("{number}. "),
        Marker::Continued => String::new(),
    }
}
