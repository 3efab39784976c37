//! Text in columns, aligned by what it takes on a terminal.

use crate::text::width;

/// The least that a column is cut to where a row is too long.
const NARROWEST: usize = 16;

/// Rows whose cells stand below each other, two cells apart, without blanks at
/// the end. Columns are as wide as their widest cell. Where `most` is set, a row
/// takes no more cells than that: the widest column is cut first.
pub(super) fn aligned(rows: &[Vec<String>], most: Option<usize>) -> Vec<String> {
    let n_columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut widths: Vec<usize> = (0..n_columns)
        .map(|i| rows.iter().filter_map(|row| row.get(i)).map(|it| width::cells(it)).max().unwrap_or(0))
        .collect();
    if let Some(most) = most {
        let used = widths.iter().filter(|it| **it > 0).map(|it| it + GAP).sum::<usize>();
        let surplus = used.saturating_sub(most + GAP);
        if let Some(widest) = widths.iter_mut().max() {
            *widest = widest.saturating_sub(surplus).max(NARROWEST.min(*widest));
        }
    }
    rows.iter()
        .map(|row| {
            let mut line = String::new();
            let mut gap = 0;
            for (cell, width) in row.iter().zip(&widths).filter(|(_, width)| **width > 0) {
                let cell = cut(cell, *width);
                line.extend(std::iter::repeat_n(' ', gap));
                line.push_str(&cell);
                gap = width.saturating_sub(width::cells(&cell)) + GAP;
            }
            cut(line.trim_end(), most.unwrap_or(usize::MAX))
        })
        .collect()
}

/// Cells between columns.
const GAP: usize = 2;

/// A text that takes no more than so many cells; an ellipsis stands for what
/// was cut.
pub(super) fn cut(text: &str, most: usize) -> String {
    if width::cells(text) <= most {
        return text.to_owned();
    }
    let mut room = most.saturating_sub(1);
    let mut kept = String::new();
    for (_, grapheme) in width::graphemes(text) {
        let cells = width::grapheme_cells(grapheme);
        if cells > room {
            break;
        }
        room -= cells;
        kept.push_str(grapheme);
    }
    if most > 0 {
        kept.push('…');
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: &[&[&str]], most: Option<usize>, expected: &[&str]) {
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|it| (*it).to_owned()).collect()).collect();
        assert_eq!(aligned(&rows, most), expected);
    }

    #[test]
    fn cells_stand_below_each_other_by_their_width() {
        check(&[&["日本", "a"], &["x", "b"]], None, &["日本  a", "x     b"]);
        check(&[&["a", "", "b"], &["c", "", ""]], None, &["a  b", "c"]);
        check(&[], None, &[]);
    }

    #[test]
    fn rows_are_cut_between_graphemes() {
        check(&[&["ab", "日本語"]], Some(7), &["ab  日…"]);
        check(&[&["ab", "日本"]], Some(8), &["ab  日本"]);
        let long = "a title that takes some room";
        check(
            &[&["x", long, "y"], &["x", "short", "y"]],
            Some(26),
            &["x  a title that takes …  y", "x  short                 y"],
        );
        check(&[&["x", long, "y"]], Some(12), &["x  a title …"]);
        assert_eq!(cut("e\u{301}e\u{301}e", 2), "e\u{301}…");
        assert_eq!(cut("ab", 0), "");
    }
}
