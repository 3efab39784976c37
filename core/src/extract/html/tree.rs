//! A page as a flat list of nodes in document order.
//!
//! Everything after parsing reads this list: a subtree is a range, a walk is a
//! loop, and no page is deep enough to overflow a stack.

use std::ops::Range;

use dom_query::{Document, Element, NodeData, NodeId};

use super::count::Counts;
use super::name::{self, Name};
use crate::text::span::Span;

/// The nodes of a page that can carry text, in document order; the first is the
/// root. Words and values lie in one place each, and nodes know where theirs are.
pub(in crate::extract) struct Tree {
    pub(in crate::extract) nodes: Vec<Node>,
    /// The words of all texts, in order.
    words: String,
    /// What is read of the attributes of all elements, in order, and their values.
    attributes: Vec<(Attribute, Span)>,
    values: String,
}

pub(in crate::extract) struct Node {
    /// The node in the document that the list was made from.
    pub(in crate::extract) id: NodeId,
    /// Its parent's index; the root is its own.
    pub(in crate::extract) parent: usize,
    /// One past the index of its last descendant.
    pub(in crate::extract) end: usize,
    pub(in crate::extract) tag: Tag,
    pub(in crate::extract) name: Name,
    /// Whether an attribute holds what the element is there for: of a picture or a
    /// figure an address or the name of a picture's file, of a player a video.
    pub(in crate::extract) sign: bool,
    /// What is counted in a text; nothing of an element.
    pub(in crate::extract) counts: Counts,
    /// A text's characters in [`Tree::words`]; empty for an element.
    words: Span,
    /// Where in [`Tree::attributes`] an element's begin and end.
    attributes: (usize, usize),
    /// Letters, digits and marks of the text below, white space not counted.
    pub(in crate::extract) chars: usize,
    /// How many of `chars` stand in links.
    pub(in crate::extract) link_chars: usize,
    /// Whether it stands in a link, however far up that begins.
    pub(in crate::extract) linked: bool,
}

/// Kinds of nodes by what they mean for reading; elements that mean nothing
/// beyond being there are [`Tag::Block`] or [`Tag::Inline`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::extract) enum Tag {
    Text,
    A,
    Article,
    Aside,
    Audio,
    Base,
    Block,
    Blockquote,
    Body,
    Br,
    Button,
    Caption,
    Code,
    Dd,
    Del,
    Details,
    Dialog,
    Dt,
    Em,
    Figcaption,
    Figure,
    Footer,
    Form,
    Head,
    Header,
    Heading(u8),
    Hr,
    Html,
    Iframe,
    Img,
    Inline,
    Input,
    Li,
    Link,
    Main,
    Meta,
    Nav,
    Noscript,
    Ol,
    P,
    Pre,
    Q,
    /// Parentheses around a reading, for browsers that cannot set it.
    Rp,
    /// The reading of an East Asian word.
    Rt,
    Section,
    Strong,
    Sub,
    Sup,
    Table,
    Td,
    Th,
    Thead,
    Time,
    Title,
    Tr,
    Ul,
    Video,
}

impl Tag {
    /// Whether it stands inside of lines.
    pub(in crate::extract) fn is_inline(self) -> bool {
        matches!(
            self,
            Self::Text
                | Self::A
                | Self::Br
                | Self::Button
                | Self::Code
                | Self::Del
                | Self::Em
                | Self::Inline
                | Self::Input
                | Self::Q
                | Self::Rp
                | Self::Rt
                | Self::Strong
                | Self::Sub
                | Self::Sup
                | Self::Time
        )
    }
}

/// The attributes that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::extract) enum Attribute {
    AllowFullscreen,
    Alt,
    AriaHidden,
    AriaModal,
    Class,
    Colspan,
    Content,
    Datatable,
    Datetime,
    Dir,
    Height,
    Hidden,
    Href,
    Id,
    Itemprop,
    Itemtype,
    Lang,
    Name,
    Property,
    Rel,
    Role,
    Source,
    Srcset,
    Start,
    Style,
    Summary,
    Title,
    Type,
    Value,
    Width,
}

/// Endings of the names of pictures' files.
const PICTURES: &[&str] = &[".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"];
/// Hosts of videos that are played within other pages (Readability's list).
const VIDEOS: &[&str] = &[
    "dailymotion.com",
    "youtube.com",
    "youtube-nocookie.com",
    "player.vimeo.com",
    "v.qq.com",
    "archive.org",
    "upload.wikimedia.org",
    "player.twitch.tv",
    "bilibili.com",
    "live.bilibili.com",
];

/// See [`Node::sign`].
fn is_sign(element: &Element, name: Name) -> bool {
    let pictured = |value: &str| PICTURES.iter().any(|it| value.contains(it));
    let plays = |value: &str| {
        VIDEOS.iter().any(|it| {
            value.split_once(it).is_some_and(|(it, _)| it.ends_with("//") || it.ends_with("//www."))
        })
    };
    let mut attributes = element.attrs.iter();
    match name {
        Name::Img => attributes.any(|it| {
            matches!(&*it.name.local, "src" | "data-src" | "srcset" | "data-srcset") || pictured(&it.value)
        }),
        Name::Figure => attributes.any(|it| {
            !matches!(&*it.name.local, "src" | "srcset" | "alt") && pictured(&it.value.to_ascii_lowercase())
        }),
        Name::Iframe | Name::Embed | Name::Object | Name::Param => attributes.any(|it| plays(&it.value)),
        _ => false,
    }
}

impl Tree {
    /// Copies what is read out of a document.
    pub(in crate::extract) fn of(document: &Document) -> Self {
        let n = document.tree.len();
        let mut tree = Self {
            nodes: Vec::with_capacity(n),
            words: String::with_capacity(16 * n),
            attributes: Vec::with_capacity(n),
            values: String::with_capacity(16 * n),
        };
        // Indices of the elements that are open, outermost first.
        let mut open: Vec<usize> = Vec::new();
        let root = document.root();
        let mut next = Some(root);
        while let Some(node) = next {
            let index = tree.nodes.len();
            let parent = open.last().copied().unwrap_or(0);
            let descend = node.query(|it| tree.add(&it.data, node.id, parent)).unwrap_or(false);
            if descend && let Some(child) = node.first_child() {
                open.push(index);
                next = Some(child);
                continue;
            }
            let mut at = node;
            next = loop {
                if at.id == root.id {
                    break None;
                }
                if let Some(sibling) = at.next_sibling() {
                    break Some(sibling);
                }
                match at.parent() {
                    Some(parent) => at = parent,
                    None => break None,
                }
                open.pop();
            };
        }
        tree.sum();
        tree
    }

    /// Adds what is read of a node of the document; whether its children are read too.
    fn add(&mut self, data: &NodeData, id: NodeId, parent: usize) -> bool {
        match data {
            NodeData::Text { contents } => {
                let prose = self.nodes.get(parent).is_some_and(|it| it.tag == Tag::Pre) && is_prose(contents);
                if !prose {
                    self.add_text(id, parent, contents);
                    return false;
                }
                self.nodes[parent].tag = Tag::Block;
                for (n, text) in paragraphs(contents).enumerate() {
                    for _ in 0..if n > 0 { 2 } else { 0 } {
                        self.add_node(id, parent, Tag::Br, Name::Br);
                    }
                    self.add_text(id, parent, &text);
                }
                false
            }
            NodeData::Element(element) => {
                let (tag, name) = name::of(&element.name.local);
                let from = self.attributes.len();
                for it in &element.attrs {
                    let Some(attribute) = name::of_attribute(&it.name.local) else { continue };
                    let start = self.values.len();
                    self.values.push_str(&it.value);
                    self.attributes.push((attribute, Span::new(start, self.values.len())));
                }
                let to = self.attributes.len();
                let node = self.add_node(id, parent, tag, name);
                node.attributes = (from, to);
                node.sign = is_sign(element, name);
                node.linked |= tag == Tag::A;
                true
            }
            NodeData::Document | NodeData::Fragment => {
                self.add_node(id, parent, Tag::Block, Name::Other);
                true
            }
            _ => false,
        }
    }

    fn add_text(&mut self, id: NodeId, parent: usize, text: &str) {
        let start = self.words.len();
        self.words.push_str(text);
        let words = Span::new(start, self.words.len());
        let counts = Counts::of(text);
        let node = self.add_node(id, parent, Tag::Text, Name::Text);
        (node.words, node.counts, node.chars) = (words, counts, counts.filled);
    }

    /// Adds a node behind all others; it stands in a link where its parent does.
    fn add_node(&mut self, id: NodeId, parent: usize, tag: Tag, name: Name) -> &mut Node {
        let index = self.nodes.len();
        let at = self.words.len();
        let linked = self.nodes.get(parent).is_some_and(|it| it.linked);
        self.nodes.push(Node {
            id,
            parent,
            end: index + 1,
            tag,
            name,
            sign: false,
            counts: Counts::default(),
            words: Span::new(at, at),
            attributes: (0, 0),
            chars: 0,
            link_chars: 0,
            linked,
        });
        &mut self.nodes[index]
    }

    /// Fills `end`, `chars` and `link_chars` of the elements, from the last node
    /// to the first.
    fn sum(&mut self) {
        for index in (1..self.nodes.len()).rev() {
            let node = &mut self.nodes[index];
            if node.linked {
                node.link_chars = node.chars;
            }
            let (parent, end, chars, links) = (node.parent, node.end, node.chars, node.link_chars);
            let above = &mut self.nodes[parent];
            above.end = above.end.max(end);
            above.chars += chars;
            above.link_chars += links;
        }
    }

    /// The indices of a node's descendants.
    pub(in crate::extract) fn below(&self, index: usize) -> Range<usize> {
        index + 1..self.nodes[index].end
    }

    /// The attributes of an element that are read, as they stand.
    pub(in crate::extract) fn attributes(&self, index: usize) -> impl Iterator<Item = (Attribute, &str)> {
        let (from, to) = self.nodes[index].attributes;
        self.attributes[from..to].iter().map(|(name, value)| (*name, value.slice(&self.values)))
    }

    /// The value of the first attribute of a name.
    pub(in crate::extract) fn attribute(&self, index: usize, name: Attribute) -> Option<&str> {
        let (from, to) = self.nodes[index].attributes;
        let found = self.attributes[from..to].iter().find(|(it, _)| *it == name);
        found.map(|(_, value)| value.slice(&self.values))
    }

    /// The indices of a node's children.
    pub(in crate::extract) fn children(&self, index: usize) -> impl Iterator<Item = usize> {
        let end = self.nodes[index].end;
        let mut next = index + 1;
        std::iter::from_fn(move || {
            let child = next;
            if child >= end {
                return None;
            }
            next = self.nodes[child].end;
            Some(child)
        })
    }

    /// A node's ancestors, from its parent to the root.
    pub(in crate::extract) fn ancestors(&self, index: usize) -> impl Iterator<Item = usize> {
        let mut at = index;
        std::iter::from_fn(move || {
            if at == 0 {
                return None;
            }
            at = self.nodes[at].parent;
            Some(at)
        })
    }

    /// The words of a text; empty for an element.
    pub(in crate::extract) fn words(&self, index: usize) -> &str {
        self.nodes[index].words.slice(&self.words)
    }

    /// All text from a node on to its end, white space as it comes.
    pub(in crate::extract) fn text(&self, index: usize) -> &str {
        let node = &self.nodes[index];
        Span::new(node.words.start, self.nodes[node.end - 1].words.end).slice(&self.words)
    }

    /// The first node of a kind below the root.
    pub(in crate::extract) fn first(&self, tag: Tag) -> Option<usize> {
        self.nodes.iter().position(|it| it.tag == tag)
    }
}

/// Lines of prose are not shorter, in characters: verse and tables are.
const PROSE_LINE: usize = 45;

/// Whether preformatted text is text that somebody broke into lines by hand, as
/// mails and old pages do, and no code, verse or table: most of its lines are
/// long, none is indented by much, it has sentences, and hardly any of the signs
/// that programs are made of.
fn is_prose(text: &str) -> bool {
    let lines = || text.lines().filter(|it| !it.trim().is_empty());
    let (count, long) = lines().fold((0, 0), |(count, long), it| {
        (count + 1, long + usize::from(it.trim().chars().count() >= PROSE_LINE))
    });
    let ends = text.matches(['.', '!', '?']).count();
    let (all, signs) = text
        .chars()
        .fold((0, 0), |(all, signs), c| (all + 1, signs + usize::from("{}<>=;$|\\#*_[]@&+/~^`".contains(c))));
    count > 0
        && long * 2 >= count
        && ends >= 2
        && signs * 100 <= all
        && !lines().any(|it| it.starts_with("    ") || it.contains('\t') || it.trim().contains("   "))
}

/// The paragraphs of such a text: what blank lines set apart.
fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let paragraphs: Vec<String> =
        lines.split(|it| it.is_empty()).filter(|it| !it.is_empty()).map(|it| it.join(" ")).collect();
    paragraphs.into_iter()
}
