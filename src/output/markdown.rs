//! Faithful Markdown (`CommonMark` with the tables and strikethrough of GFM): read
//! back, it is the same blocks with the same words.

mod inline;

use std::io::{self, Write};

use self::inline::{Setting, inline};
use crate::article::{Article, Block, BlockKind, Marker};
use crate::text::analysis::Analysis;
use crate::text::span::Span;

/// Writes an article. Lines are not wrapped, since that is up to who reads it;
/// `width` is there because all renderings are called alike.
pub fn write(out: &mut dyn Write, article: &Article, _analysis: &Analysis, _width: u16) -> io::Result<()> {
    head(out, article)?;
    let mut lists = Lists::default();
    let mut last: Option<&Block> = None;
    for (_, block) in article.kept() {
        let Some(text) = render(block, &article.links) else { continue };
        let (first, rest) = lists.leads(block);
        if !last.is_some_and(|it| is_tight(it, block)) {
            // Between two parts of one block quote the blank line is quoted too.
            let shared = last.map_or(0, |it| it.quoted.min(block.quoted));
            writeln!(out, "{}", "> ".repeat(usize::from(shared)).trim_end())?;
        }
        let quote = "> ".repeat(usize::from(block.quoted));
        for (number, line) in text.split('\n').enumerate() {
            let line = format!("{quote}{}{line}", if number == 0 { &first } else { &rest });
            writeln!(out, "{}", line.trim_end())?;
        }
        last = Some(block);
    }
    Ok(())
}

fn head(out: &mut dyn Write, article: &Article) -> io::Result<()> {
    let plain = |text: &str| {
        let block = Block::new(BlockKind::Paragraph, text);
        inline(&block, Span::of(text), &[], Setting::OneLine)
    };
    writeln!(out, "# {}", plain(&article.title))?;
    let date = article.published.map(|it| it.to_string());
    let day = date.as_deref().and_then(|it| it.split('T').next());
    let known = [article.kicker.as_deref(), article.outlet.as_deref(), day, article.byline.as_deref()];
    let known: Vec<String> = known.into_iter().flatten().map(plain).collect();
    if !known.is_empty() {
        writeln!(out, "\n{}", known.join(" · "))?;
    }
    if let Some(url) = &article.url {
        writeln!(out, "\n<{}>", inline::target(url))?;
    }
    Ok(())
}

/// Whether nothing stands between two blocks: the items of a list.
fn is_tight(above: &Block, below: &Block) -> bool {
    let item = |block: &Block| match block.kind {
        BlockKind::ListItem { marker, .. } => Some(marker),
        _ => None,
    };
    let (Some(_), Some(marker)) = (item(above), item(below)) else { return false };
    marker != Marker::Continued && above.quoted == below.quoted
}

/// How the lines of list items begin.
#[derive(Default)]
struct Lists {
    /// The lists that are open: depth, and where the words of their items begin.
    open: Vec<(u8, usize)>,
    quoted: u8,
}

impl Lists {
    /// What the first and the further lines of a block begin with.
    fn leads(&mut self, block: &Block) -> (String, String) {
        let BlockKind::ListItem { depth, marker } = block.kind else {
            self.open.clear();
            return (String::new(), String::new());
        };
        if self.quoted != block.quoted {
            self.open.clear();
            self.quoted = block.quoted;
        }
        while self.open.last().is_some_and(|it| it.0 > depth) {
            self.open.pop();
        }
        let current = self.open.last().filter(|it| it.0 == depth).copied();
        if let (Marker::Continued, Some((_, start))) = (marker, current) {
            let lead = " ".repeat(start);
            return (lead.clone(), lead);
        }
        if current.is_some() {
            self.open.pop();
        }
        let start = self.open.last().map_or(0, |it| it.1);
        let words = match marker {
            // More than nine digits are no list to CommonMark.
            Marker::Number(number) => format!("{}. ", number.min(999_999_999)),
            Marker::Bullet | Marker::Continued => "- ".to_owned(),
        };
        self.open.push((depth, start + words.len()));
        (format!("{}{words}", " ".repeat(start)), " ".repeat(start + words.len()))
    }
}

/// A block without what stands before its lines; `None` for one that has nothing
/// to say.
fn render(block: &Block, links: &[String]) -> Option<String> {
    let whole = Span::of(&block.text);
    let text = match &block.kind {
        BlockKind::Rule => "***".to_owned(),
        BlockKind::Image { alt, link } => image(block, alt, *link, links)?,
        _ if block.text.trim().is_empty() => return None,
        BlockKind::Paragraph | BlockKind::ListItem { .. } => inline(block, whole, links, Setting::Lines),
        BlockKind::Heading(level) => {
            let marks = "#".repeat(usize::from((*level).clamp(1, 6)));
            format!("{marks} {}", inline(block, whole, links, Setting::OneLine))
        }
        BlockKind::Code { language } => code(&block.text, language.as_deref()),
        BlockKind::Table { header } => table(block, *header, links),
    };
    Some(text)
}

fn image(block: &Block, alt: &str, link: Option<usize>, links: &[String]) -> Option<String> {
    let words = Block::new(BlockKind::Paragraph, alt);
    let alt = inline(&words, Span::of(alt), &[], Setting::OneLine);
    let caption = inline(block, Span::of(&block.text), links, Setting::Lines);
    let picture = link.and_then(|it| links.get(it)).map(|url| format!("![{alt}]({})", inline::target(url)));
    let parts = match picture {
        Some(picture) => [picture, caption],
        None if caption.is_empty() => [alt, String::new()],
        None => [caption, String::new()],
    };
    let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join("\\\n"))
}

fn code(text: &str, language: Option<&str>) -> String {
    let fence = "`".repeat(inline::longest_run(text, '`').max(2) + 1);
    let language: String =
        language.unwrap_or_default().chars().take_while(|it| !it.is_whitespace() && *it != '`').collect();
    format!("{fence}{language}\n{text}\n{fence}")
}

fn table(block: &Block, header: bool, links: &[String]) -> String {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut start = 0;
    for line in block.text.split('\n') {
        let mut cells = Vec::new();
        for cell in line.split('\t') {
            let span = Span::new(start, start + cell.len());
            cells.push(inline(block, span, links, Setting::Cell));
            start += cell.len() + 1;
        }
        rows.push(cells);
    }
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    if !header {
        // GFM knows no table without a head.
        rows.insert(0, Vec::new());
    }
    rows.insert(1, vec!["---".to_owned(); columns]);
    let line = |cells: &Vec<String>| {
        let mut line = "|".to_owned();
        for column in 0..columns {
            line.push(' ');
            line.push_str(cells.get(column).map_or("", String::as_str));
            line.push_str(" |");
        }
        line
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests;
