//! Text with the looks of a terminal, for a pager or a wide pipe: SGR sequences
//! and nothing else that a terminal obeys.

use std::io::{self, Write};

use crate::article::Article;
use crate::text::analysis::Analysis;
use crate::text::page::{Margin, Options, Page, Role, Row, Run, lay_out};

/// Cells beside the text: the bar and a space.
const MARGIN: u16 = 2;

/// Writes an article in lines of at most `width` cells (or three, where it is
/// less). Speech has a bar beside it and is bold, its speaker is underlined, so
/// both are seen without color too. Right-to-left rows are in visual order.
///
/// Whoever calls decides whether color is wanted (`NO_COLOR`, no terminal):
/// [`super::plain`] has none.
pub fn write(out: &mut dyn Write, article: &Article, analysis: &Analysis, width: u16) -> io::Result<()> {
    let width = width.saturating_sub(MARGIN).max(1);
    let options = Options { width, raw: false, reorder: true, numbers: false, updated: false };
    let page = lay_out(article, analysis, &options);
    for row in &page.rows {
        let line = line(&page, row);
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn line(page: &Page, row: &Row) -> String {
    let bar = bar(row);
    let mut line = String::new();
    if !row.rtl {
        line.push_str(&bar.as_ref().map_or_else(|| "  ".to_owned(), |it| format!("{it} ")));
    }
    line.extend(std::iter::repeat_n(' ', usize::from(row.indent)));
    for run in &row.runs {
        let words = page.words(run);
        match looks(run) {
            looks if looks.is_empty() => line.push_str(words),
            looks => {
                line.push_str("\u{1b}[");
                line.push_str(&looks.join(";"));
                line.push('m');
                line.push_str(words);
                line.push_str("\u{1b}[0m");
            }
        }
    }
    if row.rtl
        && let Some(bar) = bar
    {
        let taken: usize = row.runs.iter().map(|it| crate::text::width::cells(page.words(it))).sum();
        let rest = usize::from(page.width).saturating_sub(usize::from(row.indent) + taken);
        line.extend(std::iter::repeat_n(' ', rest + 1));
        line.push_str(&bar);
    }
    line
}

/// The bar beside a row, on the side where its words begin.
fn bar(row: &Row) -> Option<String> {
    let (color, bar) = match row.margin {
        Margin::Empty => return None,
        Margin::Speech(_) => ("36", if row.rtl { "▐" } else { "▎" }),
        Margin::Quoted(_) => ("2", "│"),
        Margin::Removed => ("2", "┆"),
    };
    Some(format!("\u{1b}[{color}m{bar}\u{1b}[0m"))
}

/// SGR parameters (ECMA-48 8.3.117) of a run: bold 1, faint 2, italic 3,
/// underlined 4, crossed out 9, cyan 36.
fn looks(run: &Run) -> Vec<&'static str> {
    let mut looks = match run.role {
        Role::Title | Role::Heading(_) | Role::TableHead => vec!["1"],
        Role::Kicker | Role::Meta | Role::Marker | Role::LinkNumber | Role::Caption => vec!["2"],
        Role::Speech => vec!["1", "36"],
        Role::Speaker => vec!["1", "4"],
        Role::Mention | Role::BlockQuote | Role::Why => vec!["3"],
        Role::Removed => vec!["2", "9"],
        Role::Body | Role::Code => Vec::new(),
    };
    let style = [(run.style.strong, "1"), (run.style.emphasis, "3"), (run.style.strike, "9")];
    for (_, look) in style.into_iter().filter(|(set, _)| *set) {
        if !looks.contains(&look) {
            looks.push(look);
        }
    }
    looks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, BlockKind};
    use crate::output::sample::{article, rendered};

    #[test]
    fn speech_and_speakers_are_seen_with_and_without_color() {
        let blocks = vec![
            Block::new(BlockKind::Paragraph, "“Nobody asked for it,” said Ana Díaz."),
            Block::new(BlockKind::Paragraph, "אמר “שלום”"),
        ];
        let text = rendered(write, &article(blocks), 26).replace("\u{1b}[", "⟨");
        let expected = [
            "  ⟨1mA bridge nobody⟨0m",
            "  ⟨1masked for⟨0m",
            "  ⟨2mThe Ferry · 14 Nov 2026⟨0m",
            "  ⟨2m1 min · 2 quotes⟨0m",
            "  ⟨2mBy Ana Díaz⟨0m",
            "",
            "⟨36m▎⟨0m ⟨1;36m“Nobody asked for it,”⟨0m",
            "  said ⟨1;4mAna Díaz⟨0m.",
            "",
            "              ⟨1;36m”םולש“⟨0m רמא ⟨36m▐⟨0m",
        ];
        assert_eq!(text.lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn lines_fit_with_their_bars() {
        let blocks = vec![
            Block::new(BlockKind::Paragraph, "“Nobody asked for it,” said Ana Díaz."),
            Block::new(BlockKind::Paragraph, "אמר “שלום לכולם”"),
        ];
        for width in 3..60 {
            for line in rendered(write, &article(blocks.clone()), width).lines() {
                let shown: String = line
                    .split('\u{1b}')
                    .enumerate()
                    .map(|(part, it)| if part == 0 { it } else { it.split_once('m').unwrap().1 })
                    .collect();
                assert!(crate::text::width::cells(&shown) <= usize::from(width), "{shown:?} in {width}");
            }
        }
    }

    #[test]
    fn nothing_but_looks_reaches_the_terminal() {
        let mut it = article(vec![Block::new(BlockKind::Paragraph, "a\u{1b}]0;owned\u{7}b\u{9b}31mc")]);
        it.title = "T\u{1b}[2Jt".to_owned();
        let text = rendered(write, &it, 40);
        for sequence in text.split('\u{1b}').skip(1) {
            let parameters = sequence.strip_prefix('[').unwrap().split('m').next().unwrap();
            assert!(parameters.chars().all(|c| c.is_ascii_digit() || c == ';'), "{parameters:?}");
        }
        assert!(!text.contains(['\u{7}', '\u{9b}']));
    }
}
