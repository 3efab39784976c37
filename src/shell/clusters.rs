//! Clusters that terminals disagree about: flags, families, hearts in color.
//!
//! Each is one grapheme of several characters that can stand on their own, and not
//! every terminal sets it as one: tmux puts the two letters of a flag into two cells,
//! others draw every member of a family. What ratatui takes for blank then keeps a
//! piece of them, for it counts on the terminal to take a wide character away whole.
//! So a row is drawn as a whole whenever such clusters in it come, go or move: what
//! stands too far right is drawn over, and nothing is left behind.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use ratatui::buffer::{Buffer, Cell, CellDiffOption};

use crate::text::width;

/// The rows that hold such clusters, as they were drawn last.
#[derive(Debug, Default)]
pub(super) struct Clusters {
    rows: BTreeMap<usize, u64>,
}

impl Clusters {
    /// Sees to it that rows are drawn as a whole that have other clusters than in
    /// the frame before.
    pub(super) fn settle(&mut self, buffer: &mut Buffer) {
        let width = usize::from(buffer.area.width).max(1);
        let mut now: BTreeMap<usize, DefaultHasher> = BTreeMap::new();
        for (at, cell) in buffer.content.iter().enumerate().filter(|(_, it)| is_uncertain(it)) {
            let row = now.entry(at / width).or_default();
            (at, cell).hash(row);
        }
        let now: BTreeMap<usize, u64> = now.into_iter().map(|(row, it)| (row, it.finish())).collect();
        let before = std::mem::replace(&mut self.rows, now);
        for (row, cells) in buffer.content.chunks_mut(width).enumerate() {
            if before.get(&row) != self.rows.get(&row) {
                for cell in cells {
                    cell.set_diff_option(CellDiffOption::AlwaysUpdate);
                }
            }
        }
    }
}

/// Whether a terminal may give a cell's text other cells than ratatui does: wide
/// clusters of several characters, and half a flag.
fn is_uncertain(cell: &Cell) -> bool {
    // Nearly every cell: half a flag takes four bytes in UTF-8, what is wide three, and
    // what joins with it more.
    if cell.symbol().len() < 4 {
        return false;
    }
    let mut chars = cell.symbol().chars();
    match (chars.next(), chars.next()) {
        (Some('\u{1f1e6}'..='\u{1f1ff}'), _) => true,
        (Some(_), Some(_)) => width::cells(cell.symbol()) > 1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    /// The rows that are drawn as a whole when these lines follow what was there.
    fn drawn(clusters: &mut Clusters, lines: [&str; 3]) -> Vec<usize> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 3));
        for (y, line) in (0..).zip(lines) {
            buffer.set_string(0, y, line, Style::new());
        }
        clusters.settle(&mut buffer);
        let always = |it: &Cell| it.diff_option == CellDiffOption::AlwaysUpdate;
        let rows = buffer.content.chunks(12).enumerate();
        rows.filter(|(_, cells)| cells.iter().all(always)).map(|(row, _)| row).collect()
    }

    #[test]
    fn rows_are_drawn_as_a_whole_when_uncertain_clusters_come_go_or_move() {
        let clusters = &mut Clusters::default();
        let flag = "🇳🇴 ferry";
        for (lines, expected) in [
            (["harbor", "漢字 é", "ferry"], &[][..]),
            ([flag, "漢字 é", "👩\u{200d}👧"], &[0, 2]),
            ([flag, "other", "👩\u{200d}👧 too"], &[]),
            ([" 🇳🇴 ferry", "❤\u{fe0f}", "👩\u{200d}👧"], &[0, 1]),
            (["🇳", "", "👩\u{200d}👧"], &[0, 1]),
            (["", "", ""], &[0, 2]),
            (["harbor", "漢字", "e\u{301}"], &[]),
        ] {
            assert_eq!(drawn(clusters, lines), expected, "{lines:?}");
        }
    }
}
