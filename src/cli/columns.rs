//! Text in columns, aligned by what it takes on a terminal.

use crate::text::width;

/// Rows whose cells stand below each other, two cells apart, without blanks at
/// the end. Columns are as wide as their widest cell; `most` cells at most go
/// into a row, where it is set, and the last columns are cut for it.
pub(super) fn aligned(rows: &[Vec<String>], most: Option<usize>) -> Vec<String> {
    let n_columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest: Vec<usize> = (0..n_columns)
        .map(|i| rows.iter().filter_map(|row| row.get(i)).map(|it| width::cells(it)).max().unwrap_or(0))
        .collect();
    rows.iter()
        .map(|row| {
            let mut line = String::new();
            let mut gap = 0;
            for (cell, widest) in row.iter().zip(&widest) {
                if *widest == 0 {
                    continue; // Nobody has anything here.
                }
                line.extend(std::iter::repeat_n(' ', gap));
                line.push_str(cell);
                gap = widest.saturating_sub(width::cells(cell)) + 2;
            }
            let line = most.map_or_else(|| line.clone(), |most| cut(&line, most));
            line.trim_end().to_owned()
        })
        .collect()
}

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
        assert_eq!(cut("e\u{301}e\u{301}e", 2), "e\u{301}…");
        assert_eq!(cut("ab", 0), "");
    }
}
