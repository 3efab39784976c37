//! Markdown: `CommonMark` with tables and strikethrough, into the same blocks as
//! every other form. Front matter is read by the names of front lines.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::plain::set_front_line;
use super::{Draft, link};
use crate::article::{Block, BlockKind, Inline, InlineKind, Marker};
use crate::text::span::Span;

/// Blocks nest no deeper: what is, is read as its text.
const DEEPEST: usize = 64;

/// Reads Markdown. `base` is where it came from, to resolve relative links.
pub(super) fn read(text: &str, base: Option<&str>) -> Draft {
    let mut draft = Draft { words: text.to_owned(), ..Draft::default() };
    let body = front_matter(text, &mut draft);
    let base = draft.url.clone().or_else(|| base.map(str::to_owned));
    let mut reader = Reader { draft, base, ..Reader::default() };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(body, options) {
        reader.event(event);
    }
    reader.flush();
    let mut draft = reader.draft;
    if draft.titles.is_empty() {
        let top = draft.blocks.iter().find(|it| matches!(it.kind, BlockKind::Heading(_)));
        draft.titles.extend(top.filter(|it| it.kind == BlockKind::Heading(1)).map(|it| it.text.clone()));
    }
    draft
}

/// Reads what stands between `---` lines at the top, and returns the rest. Only
/// `name: value` lines on one level are known; lists and nested values are passed
/// over.
fn front_matter<'a>(text: &'a str, draft: &mut Draft) -> &'a str {
    let start = text.trim_start_matches('\u{FEFF}');
    let Some(rest) = start.strip_prefix("---").filter(|it| it.starts_with(['\n', '\r'])) else {
        return start;
    };
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        at += line.len();
        if matches!(line.trim_end(), "---" | "...") {
            let front = Span::new(0, at - line.len()).slice(rest);
            front
                .lines()
                .filter(|it| !it.starts_with([' ', '\t', '-']))
                .for_each(|it| set_front_line(it, draft));
            return Span::new(at, rest.len()).slice(rest);
        }
    }
    start
}

#[derive(Default)]
struct Reader {
    draft: Draft,
    base: Option<String>,
    /// The block that is being read.
    block: Option<Block>,
    /// Inlines that are open: where each began, and what it is.
    open: Vec<(usize, Option<InlineKind>)>,
    /// Lists that are open: the next number of each, `None` for bullets.
    lists: Vec<Option<u64>>,
    /// Whether the next paragraph of an item goes on with it.
    continued: bool,
    quoted: u8,
    /// Cells of the table's row so far.
    cells: usize,
    /// Inside of an image: its words go to the description.
    alt: Option<String>,
    /// Where the image that is open leads, by index.
    target: Option<usize>,
    /// Images of the block that is open: they follow it.
    images: Vec<Block>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.push(Some(InlineKind::Code));
                self.text(&text);
                self.pop();
            }
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.text("\n"),
            Event::Rule => {
                self.flush();
                self.block = Some(Block { quoted: self.quoted, ..Block::new(BlockKind::Rule, "") });
                self.flush();
            }
            Event::InlineHtml(tag) if is_break(&tag) => self.text("\n"),
            // Tags of HTML are not shown, the text between them is.
            Event::InlineHtml(_)
            | Event::Html(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => self.begin(BlockKind::Heading(number(level))),
            Tag::BlockQuote(_) => {
                self.flush();
                self.quoted = self.quoted.saturating_add(1);
            }
            Tag::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(info) => info.split_whitespace().next().map(str::to_owned),
                    CodeBlockKind::Indented => None,
                };
                self.begin(BlockKind::Code { language });
            }
            Tag::List(first) => {
                self.flush();
                if self.lists.len() < DEEPEST {
                    self.lists.push(first);
                }
            }
            Tag::Item => {
                self.flush();
                self.continued = false;
            }
            Tag::Table(_) => self.begin(BlockKind::Table { header: true }),
            Tag::TableHead | Tag::TableRow => {
                self.cells = 0;
                if self.block.as_ref().is_some_and(|it| !it.text.is_empty()) {
                    self.text("\n");
                }
            }
            Tag::TableCell => {
                if self.cells > 0 {
                    self.text("\t");
                }
                self.cells += 1;
            }
            Tag::Emphasis => self.push(Some(InlineKind::Emphasis)),
            Tag::Strong => self.push(Some(InlineKind::Strong)),
            Tag::Strikethrough => self.push(Some(InlineKind::Strike)),
            Tag::Superscript => self.push(Some(InlineKind::Superscript)),
            Tag::Subscript => self.push(Some(InlineKind::Subscript)),
            Tag::Link { dest_url, .. } => {
                let kind = self.link(&dest_url).map(InlineKind::Link);
                self.push(kind);
            }
            Tag::Image { dest_url, .. } => self.image(&dest_url),
            Tag::Paragraph => self.begin(BlockKind::Paragraph),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Table | TagEnd::Item => {
                self.flush();
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quoted = self.quoted.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
                self.continued = true;
            }
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link => self.pop(),
            TagEnd::Image => self.image_end(),
            _ => {}
        }
    }

    /// Begins a block, in the list and the quotation that are open.
    fn begin(&mut self, kind: BlockKind) {
        self.flush();
        let kind = match (kind, self.lists.last_mut()) {
            (BlockKind::Paragraph, Some(next)) => {
                let marker = match next {
                    _ if self.continued => Marker::Continued,
                    Some(n) => {
                        let number = u32::try_from(*n).unwrap_or(u32::MAX);
                        *n = n.saturating_add(1);
                        Marker::Number(number)
                    }
                    None => Marker::Bullet,
                };
                self.continued = true;
                BlockKind::ListItem { depth: u8::try_from(self.lists.len() - 1).unwrap_or(u8::MAX), marker }
            }
            (kind, _) => kind,
        };
        self.block = Some(Block { quoted: self.quoted, ..Block::new(kind, "") });
    }

    /// Ends the block that is open, and keeps it where it holds anything.
    fn flush(&mut self) {
        self.open.clear();
        if let Some(block) = self.block.take() {
            self.keep(block);
        }
        self.draft.blocks.append(&mut self.images);
    }

    fn keep(&mut self, mut block: Block) {
        let len = block.text.trim_end().len();
        block.text.truncate(len);
        for inline in &mut block.inlines {
            inline.end = inline.end.min(len);
        }
        block.inlines.retain(|it| it.start < it.end);
        block.inlines.sort_by_key(|it| (it.start, std::cmp::Reverse(it.end)));
        if !block.text.is_empty() || block.kind == BlockKind::Rule {
            self.draft.blocks.push(block);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(alt) = &mut self.alt {
            alt.push_str(text);
            return;
        }
        if self.block.is_none() {
            if text.trim().is_empty() {
                return;
            }
            self.begin(BlockKind::Paragraph);
        }
        if let Some(block) = &mut self.block {
            block.text.push_str(text);
        }
    }

    fn push(&mut self, kind: Option<InlineKind>) {
        if self.block.is_none() {
            self.begin(BlockKind::Paragraph);
        }
        let at = self.block.as_ref().map_or(0, |it| it.text.len());
        self.open.push((at, kind));
    }

    fn pop(&mut self) {
        let Some((start, kind)) = self.open.pop() else { return };
        if let (Some(block), Some(kind)) = (&mut self.block, kind) {
            let end = block.text.len();
            if start < end {
                block.inlines.push(Inline { start, end, kind });
            }
        }
    }

    /// The index of a link's target, where it is one that may be followed.
    fn link(&mut self, address: &str) -> Option<usize> {
        let target = link::resolve(self.base.as_deref(), address)?;
        self.draft.record_tracking(address);
        // Few links: a search costs less than a map.
        let known = self.draft.links.iter().rev().take(64).position(|it| *it == target);
        let n = self.draft.links.len();
        if let Some(back) = known {
            return Some(n - 1 - back);
        }
        self.draft.links.push(target);
        Some(n)
    }

    /// An image is a block of its own, wherever it stands.
    fn image(&mut self, address: &str) {
        if self.alt.is_some() {
            return;
        }
        self.target = self.link(address);
        self.alt = Some(String::new());
    }

    fn image_end(&mut self) {
        let Some(alt) = self.alt.take() else { return };
        let kind = BlockKind::Image { alt, link: self.target.take() };
        self.images.push(Block { quoted: self.quoted, ..Block::new(kind, "") });
    }
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn is_break(tag: &str) -> bool {
    let name = tag.trim_start_matches('<').trim_end_matches(['>', '/', ' ']);
    name.eq_ignore_ascii_case("br")
}

#[cfg(test)]
mod tests;
