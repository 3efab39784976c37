//! Plain text at a width: head and clean body, nothing that a file or a pipe
//! could not carry.

use std::io::{self, Write};

use crate::article::Article;
use crate::text::analysis::Analysis;
use crate::text::page::{Margin, Options, Row, lay_out};

/// Writes an article in lines of at most `width` cells, each ended by `\n` and
/// without white space at its end. Block quotes begin with `> ` as in mail.
/// Right-to-left text is in logical order and at the left: whoever shows the
/// text knows how to order it.
pub fn write(out: &mut dyn Write, article: &Article, analysis: &Analysis, width: u16) -> io::Result<()> {
    let options = Options { width, raw: false, reorder: false, numbers: false, updated: false };
    let page = lay_out(article, analysis, &options);
    for row in &page.rows {
        let mut line = lead(row);
        row.runs.iter().for_each(|run| line.push_str(page.words(run)));
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// What stands before the words of a row, as wide as its indent.
fn lead(row: &Row) -> String {
    let indent = if row.rtl { 0 } else { usize::from(row.indent) };
    let mut lead = match row.margin {
        Margin::Quoted(depth) => "> ".repeat(usize::from(depth)),
        _ => String::new(),
    };
    if !row.runs.is_empty() {
        lead.truncate(indent);
        lead.extend(std::iter::repeat_n(' ', indent - lead.len()));
    }
    lead
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, BlockKind, Why};
    use crate::output::sample::{article, rendered};

    #[test]
    fn lines_hold_head_and_clean_body() {
        let mut quote = Block::new(BlockKind::Paragraph, "Nobody asked for it, and nobody will.");
        quote.quoted = 1;
        let mut pitch = Block::new(BlockKind::Paragraph, "Sign up!");
        pitch.removed = Some(Why::Newsletter);
        let blocks = vec![
            Block::new(BlockKind::Paragraph, "The council met on Tuesday."),
            quote.clone(),
            quote,
            pitch,
            Block::new(BlockKind::Paragraph, "שלום לכולם"),
        ];
        let expected = "\
A bridge nobody
asked for
The Ferry
14 Nov 2026 · 1 min
By Ana Díaz

The council met on
Tuesday.

> Nobody asked for
> it, and nobody
> will.
>
> Nobody asked for
> it, and nobody
> will.

שלום לכולם
";
        assert_eq!(rendered(write, &article(blocks), 20), expected);
    }
}
