//! From a tree to blocks: one walk over the list of nodes, without recursion.
//!
//! Everything that a page shows becomes a [`Piece`], in document order, whether
//! it is the article or not; what is the article is decided in `content`, by
//! the facts that the pieces carry.

mod line;

use super::html::tree::{Attribute, Tag, Tree};
use super::link;
use crate::article::{Block, BlockKind, InlineKind, Marker, Trimmed, Why};
use crate::text::table::Words;
pub(super) use line::wide;
use line::{Atom, Line};

/// A block and what is known about its place on the page.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) block: Block,
    /// The innermost element that is no part of a line and holds all of it.
    pub(super) node: usize,
    /// Characters without white space: all, those in links, those that the
    /// chooser of the main text kept.
    pub(super) chars: usize,
    pub(super) link_chars: usize,
    pub(super) kept_chars: usize,
    /// How many characters of the block's text are of scripts that write a word in
    /// one or two of them.
    pub(super) wide: usize,
    /// Why an element around it is not the article, where one says so.
    pub(super) furniture: Option<Why>,
    /// What was taken out inside of the line.
    pub(super) trimmed: Vec<(String, Why)>,
}

/// What the walk is told about each node.
pub(super) struct Marks {
    /// Why the node is not the article, by what it or an element around it is;
    /// by node index.
    pub(super) furniture: Vec<Option<Why>>,
    /// Whether the chooser of the main text kept the node; by node index.
    pub(super) kept: Vec<bool>,
}

/// The pieces of a page, the targets of their links, and the tracking
/// parameters that were taken out of those.
#[derive(Default)]
pub(super) struct Pieces {
    pub(super) pieces: Vec<Piece>,
    pub(super) links: Vec<String>,
    pub(super) trimmed: Vec<Trimmed>,
}

/// Most distinct link targets that are kept; a page of more is no article.
const MOST_LINKS: usize = 20_000;
/// A cell with more characters is running text in a table made for layout.
const LONGEST_CELL: usize = 600;

pub(super) fn build(tree: &Tree, marks: &Marks, base: Option<&str>) -> Pieces {
    let base = base.and_then(link::clean);
    let mut walk = Walk {
        tree,
        marks,
        base: base.as_deref(),
        out: Pieces::default(),
        link_index: Words::default(),
        open: Vec::new(),
        line: Line::default(),
        spare: Line::default(),
        quoted: 0,
        lists: Vec::new(),
        pre: None,
        table: None,
        marker: None,
        figure: None,
        pending_caption: None,
        breaks: 0,
    };
    walk.run();
    walk.out
}

/// An element that is open.
struct Open {
    node: usize,
    end: usize,
    tag: Tag,
    /// What is to be undone when it ends.
    undo: Undo,
}

#[derive(Clone, Copy)]
enum Undo {
    Nothing,
    Inline,
    Quote,
    List,
    Item,
    Pre,
    Table,
    Figure,
    /// A closing mark to be written.
    Mark(&'static str),
}

/// The open block of preformatted text.
struct Pre {
    language: Option<String>,
}

/// An open list.
struct List {
    ordered: bool,
    next: u32,
}

struct Walk<'a> {
    tree: &'a Tree,
    marks: &'a Marks,
    /// As [`link::clean`] gives it.
    base: Option<&'a str>,
    out: Pieces,
    link_index: Words<String, usize>,
    open: Vec<Open>,
    line: Line,
    /// The room of a line that was set.
    spare: Line,
    quoted: u8,
    lists: Vec<List>,
    pre: Option<Pre>,
    /// Whether the open table has a header; `None` outside of tables.
    table: Option<bool>,
    /// What the next block of the innermost list item is marked with.
    marker: Option<Marker>,
    /// How many pieces there were when the outermost open figure began.
    figure: Option<usize>,
    /// A caption that came before its picture.
    pending_caption: Option<Block>,
    /// Line breaks in a row.
    breaks: u8,
}

impl Walk<'_> {
    fn run(&mut self) {
        let mut index = 0;
        while index < self.tree.nodes.len() {
            while self.open.last().is_some_and(|it| it.end <= index) {
                self.leave();
            }
            index = self.enter(index);
        }
        while !self.open.is_empty() {
            self.leave();
        }
        self.flush();
    }

    /// Enters a node and returns the index to go on with.
    fn enter(&mut self, index: usize) -> usize {
        let node = &self.tree.nodes[index];
        let mut undo = Undo::Nothing;
        match node.tag {
            Tag::Text => {
                self.text(index);
                return index + 1;
            }
            // What shows nothing.
            Tag::Head | Tag::Title | Tag::Meta | Tag::Link | Tag::Base | Tag::Rp => return node.end,
            Tag::Br => self.line_break(),
            Tag::Img => self.image(index),
            Tag::Hr => {
                self.flush();
                self.push(Block::new(BlockKind::Rule, ""), index);
            }
            Tag::Strong => undo = self.inline(InlineKind::Strong),
            Tag::Em => undo = self.inline(InlineKind::Emphasis),
            Tag::Code if self.pre.is_none() => undo = self.inline(InlineKind::Code),
            Tag::Del => undo = self.inline(InlineKind::Strike),
            Tag::Sup => undo = self.inline(InlineKind::Superscript),
            Tag::Sub => undo = self.inline(InlineKind::Subscript),
            Tag::A => {
                if let Some(link) = self.link(index) {
                    undo = self.inline(InlineKind::Link(link));
                }
            }
            Tag::Q => {
                self.line.atoms.push(Atom::Mark("“"));
                undo = Undo::Mark("”");
            }
            Tag::Rt => {
                self.line.atoms.push(Atom::Mark("("));
                undo = Undo::Mark(")");
            }
            Tag::Code | Tag::Inline | Tag::Time | Tag::Button | Tag::Input => {}
            // Blocks: they end the line.
            _ if self.table.is_some() => self.cell(node.tag),
            tag => {
                self.flush();
                undo = self.block(index, tag);
            }
        }
        if node.end > index + 1 {
            self.open.push(Open { node: index, end: node.end, tag: node.tag, undo });
        } else {
            self.undo(undo);
        }
        index + 1
    }

    fn leave(&mut self) {
        let Some(open) = self.open.last() else { return };
        let (node, tag) = (open.node, open.tag);
        // The line ends while its element is still open: it says what it is.
        if tag == Tag::Caption {
            // A table's caption stands above it, and is no row.
            let table = self.table.take();
            self.flush_for(node);
            self.table = table;
        } else if !tag.is_inline() {
            if self.table.is_none() || matches!(open.undo, Undo::Table) {
                self.flush_for(node);
            } else {
                self.line.atoms.push(Atom::Space);
            }
        }
        if let Some(open) = self.open.pop() {
            self.undo(open.undo);
        }
    }

    fn undo(&mut self, undo: Undo) {
        match undo {
            Undo::Nothing => {}
            Undo::Inline => self.line.atoms.push(Atom::Close),
            Undo::Quote => self.quoted = self.quoted.saturating_sub(1),
            Undo::List => {
                self.lists.pop();
                self.marker = (!self.lists.is_empty()).then_some(Marker::Continued);
            }
            Undo::Item => self.marker = None,
            Undo::Pre => self.pre = None,
            Undo::Table => self.table = None,
            Undo::Figure => self.end_figure(),
            Undo::Mark(mark) => self.line.atoms.push(Atom::Mark(mark)),
        }
    }

    fn inline(&mut self, kind: InlineKind) -> Undo {
        self.line.atoms.push(Atom::Open(kind));
        Undo::Inline
    }

    fn block(&mut self, index: usize, tag: Tag) -> Undo {
        match tag {
            Tag::Blockquote => {
                self.quoted = self.quoted.saturating_add(1);
                Undo::Quote
            }
            Tag::Ul | Tag::Ol => {
                let start =
                    self.tree.attribute(index, Attribute::Start).and_then(|it| it.trim().parse().ok());
                self.lists.push(List { ordered: tag == Tag::Ol, next: start.unwrap_or(1) });
                Undo::List
            }
            Tag::Li => {
                let value =
                    self.tree.attribute(index, Attribute::Value).and_then(|it| it.trim().parse().ok());
                self.marker = Some(match self.lists.last_mut() {
                    Some(list) if list.ordered => {
                        let number = value.unwrap_or(list.next);
                        list.next = number.saturating_add(1);
                        Marker::Number(number)
                    }
                    _ => Marker::Bullet,
                });
                Undo::Item
            }
            Tag::Dd => {
                self.marker = Some(Marker::Continued);
                Undo::Item
            }
            Tag::Pre => {
                self.pre = Some(Pre { language: code_language(self.tree, index) });
                Undo::Pre
            }
            Tag::Table => {
                let Some(header) = data_table(self.tree, index) else { return Undo::Nothing };
                self.table = Some(header);
                Undo::Table
            }
            Tag::Iframe | Tag::Video | Tag::Audio => {
                self.player(index);
                Undo::Nothing
            }
            Tag::Figure if self.figure.is_none() => {
                self.figure = Some(self.out.pieces.len());
                Undo::Figure
            }
            _ => Undo::Nothing,
        }
    }

    /// An element that begins inside of a table.
    fn cell(&mut self, tag: Tag) {
        self.line.atoms.push(match tag {
            Tag::Tr => Atom::Row,
            Tag::Td | Tag::Th => Atom::Cell,
            _ => Atom::Space,
        });
    }

    fn text(&mut self, index: usize) {
        let node = &self.tree.nodes[index];
        if node.chars > 0 {
            self.breaks = 0;
        }
        self.line.atoms.push(Atom::Text {
            node: index,
            kept: self.marks.kept[index],
            furniture: self.marks.furniture[index],
        });
    }

    /// One break ends a line, two a paragraph.
    fn line_break(&mut self) {
        if self.table.is_some() {
            self.line.atoms.push(Atom::Space);
            return;
        }
        self.breaks = self.breaks.saturating_add(1);
        if self.breaks == 2 && self.pre.is_none() {
            self.flush();
        } else {
            self.line.atoms.push(Atom::Break);
        }
    }

    fn link(&mut self, index: usize) -> Option<usize> {
        let href = self.tree.attribute(index, Attribute::Href)?;
        self.target(href)
    }

    /// The index of a link's target; `None` where it is not to be followed.
    fn target(&mut self, reference: &str) -> Option<usize> {
        let address = link::resolve_on(self.base, reference)?;
        if let Some((_, query)) = reference.split_once('?') {
            let kept = address.split_once('?').map_or("", |(_, query)| query);
            let lost = query.split(['&', '#']).filter(|it| !it.is_empty() && !kept.contains(it));
            let block = Some(self.out.pieces.len());
            self.out.trimmed.extend(lost.map(|it| Trimmed {
                block,
                text: it.to_owned(),
                why: Why::Tracking,
            }));
        }
        if let Some(&known) = self.link_index.get(&address) {
            return Some(known);
        }
        let new = self.out.links.len();
        if new >= MOST_LINKS {
            return None;
        }
        self.link_index.insert(address.clone(), new);
        self.out.links.push(address);
        Some(new)
    }

    /// A picture is a block of its own, behind the line it stands in; one that
    /// stands for a character is that character.
    fn image(&mut self, index: usize) {
        let alt = self.tree.attribute(index, Attribute::Alt).unwrap_or_default().trim().to_owned();
        let glyph = !alt.is_empty() && alt.chars().count() <= 8 && !alt.chars().any(char::is_alphanumeric);
        if glyph {
            self.line.atoms.push(Atom::Glyph(alt));
            return;
        }
        // Pages that load pictures late hold the address in another attribute, and
        // a placeholder in this one.
        let tree = self.tree;
        let given = |wanted| tree.attributes(index).filter(move |(name, _)| *name == wanted);
        let sources = given(Attribute::Source).map(|(_, value)| value);
        let sets = given(Attribute::Srcset).filter_map(|(_, value)| value.split([',', ' ']).next());
        let link = sources.chain(sets).find_map(|it| self.target(it));
        if link.is_none() && alt.is_empty() {
            return;
        }
        let mut block = Block::new(BlockKind::Image { alt, link }, "");
        block.quoted = self.quoted;
        self.line.images.push((block, index));
    }

    /// A video or another page within the page is a picture that leads there. Frames
    /// without a screen to fill hold advertisements and counters, unless the chooser
    /// of the main text knows them.
    fn player(&mut self, index: usize) {
        let tree = self.tree;
        let frame = tree.nodes[index].tag == Tag::Iframe;
        let filled = tree.attribute(index, Attribute::AllowFullscreen).is_some();
        if frame && !filled && !self.marks.kept[index] {
            return;
        }
        let sources = std::iter::once(index).chain(tree.below(index));
        let mut sources = sources.filter_map(|it| tree.attribute(it, Attribute::Source));
        let Some(link) = sources.find_map(|it| self.target(it)) else { return };
        let title = tree.attribute(index, Attribute::Title).map(str::trim).filter(|it| !it.is_empty());
        let host = || self.out.links.get(link).and_then(|it| link::host(it)).unwrap_or_default();
        let alt = title.unwrap_or_else(host).to_owned();
        let mut block = Block::new(BlockKind::Image { alt, link: Some(link) }, "");
        block.quoted = self.quoted;
        self.push(block, index);
    }

    fn push(&mut self, block: Block, node: usize) {
        let kept = self.marks.kept[node];
        self.out.pieces.push(Piece {
            block,
            node,
            chars: 0,
            link_chars: 0,
            kept_chars: usize::from(kept),
            wide: 0,
            furniture: self.marks.furniture[node],
            trimmed: Vec::new(),
        });
    }

    fn flush(&mut self) {
        let node = self.open.iter().rev().find(|it| !it.tag.is_inline()).map_or(0, |it| it.node);
        self.flush_for(node);
    }

    /// Ends the line that was begun in `node`.
    fn flush_for(&mut self, node: usize) {
        self.breaks = 0;
        if self.line.atoms.is_empty() && self.line.images.is_empty() {
            return;
        }
        let mut line = std::mem::replace(&mut self.line, std::mem::take(&mut self.spare));
        self.line.reopen(&line);
        if let Some(piece) = line.set(self.tree, node, self.pre.is_some()) {
            self.place(piece);
        }
        for (block, node) in line.images.drain(..) {
            self.push(block, node);
            if let (Some(caption), Some(piece)) = (self.pending_caption.take(), self.out.pieces.last_mut()) {
                piece.block.text = caption.text;
                piece.block.inlines = caption.inlines;
            }
        }
        line.atoms.clear();
        self.spare = line;
    }

    /// Gives a line its kind.
    fn place(&mut self, mut piece: Piece) {
        let heading = self.open.iter().rev().find_map(|it| match it.tag {
            Tag::Heading(level) => Some(level),
            _ => None,
        });
        let caption =
            self.open.iter().any(|it| it.tag == Tag::Figcaption) || piece.furniture == Some(Why::Credit);
        if caption && self.caption(&piece) {
            return;
        }
        piece.block.quoted = self.quoted;
        piece.block.kind = if let Some(pre) = &self.pre {
            BlockKind::Code { language: pre.language.clone() }
        } else if let Some(header) = self.table {
            BlockKind::Table { header }
        } else if let Some(level) = heading {
            BlockKind::Heading(level)
        } else if let Some(marker) = self.marker {
            let next = Marker::Continued;
            self.marker = Some(next);
            BlockKind::ListItem {
                depth: u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX),
                marker,
            }
        } else {
            BlockKind::Paragraph
        };
        self.out.pieces.push(piece);
    }

    /// Gives a caption to its picture; `false` where there is none near.
    fn caption(&mut self, piece: &Piece) -> bool {
        if let Some(last) = self.out.pieces.last_mut()
            && matches!(last.block.kind, BlockKind::Image { .. })
        {
            let block = &mut last.block;
            if block.text.is_empty() {
                block.text.clone_from(&piece.block.text);
                block.inlines.clone_from(&piece.block.inlines);
            } else {
                let by = block.text.len() + 1;
                block.text.push('\n');
                block.text.push_str(&piece.block.text);
                block.inlines.extend(piece.block.inlines.iter().map(|it| crate::article::Inline {
                    start: it.start + by,
                    end: it.end + by,
                    kind: it.kind,
                }));
            }
            return true;
        }
        if self.figure == Some(self.out.pieces.len()) && self.pending_caption.is_none() {
            self.pending_caption = Some(piece.block.clone());
            return true;
        }
        false
    }

    /// A figure without a picture (a video, a drawing) still has its caption.
    fn end_figure(&mut self) {
        self.figure = None;
        if let Some(mut caption) = self.pending_caption.take() {
            caption.kind = BlockKind::Image { alt: String::new(), link: None };
            let node = self.open.last().map_or(0, |it| it.node);
            self.push(caption, node);
        }
    }
}

/// The language of a code block as its class names it: `language-x`, `lang-x`
/// (HTML 4.5.15) or `highlight-source-x`.
fn code_language(tree: &Tree, index: usize) -> Option<String> {
    let classes =
        std::iter::once(index).chain(tree.ancestors(index).take(2)).chain(tree.children(index).take(1));
    classes.filter_map(|it| tree.attribute(it, Attribute::Class)).flat_map(str::split_whitespace).find_map(
        |class| {
            ["language-", "lang-", "highlight-source-"]
                .iter()
                .find_map(|head| class.strip_prefix(head))
                .filter(|it| !it.is_empty() && it.len() <= 20)
                .map(str::to_ascii_lowercase)
        },
    )
}

/// Whether a table holds data, and then whether its first row names the
/// columns; `None` for one that was made for layout.
fn data_table(tree: &Tree, index: usize) -> Option<bool> {
    if tree.attribute(index, Attribute::Role).is_some_and(|it| it == "presentation" || it == "none") {
        return None;
    }
    let (mut rows, mut cells, mut most, mut heads) = (0_usize, 0_usize, 0_usize, 0_usize);
    for at in tree.below(index) {
        let node = &tree.nodes[at];
        match node.tag {
            Tag::Table => return None,
            Tag::Tr => {
                rows += 1;
                cells = 0;
            }
            Tag::Td | Tag::Th => {
                cells += 1;
                most = most.max(cells);
                heads += usize::from(rows <= 1 && node.tag == Tag::Th);
                if node.chars > LONGEST_CELL {
                    return None;
                }
            }
            _ => {}
        }
    }
    (rows >= 2 && most >= 2).then_some(heads >= 2)
}
