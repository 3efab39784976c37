//! A page as a flat list of nodes in document order.
//!
//! Everything after parsing reads this list: a subtree is a range, a walk is a
//! loop, and no page is deep enough to overflow a stack.

use std::ops::Range;

use dom_query::{Document, Element, NodeData, NodeId};

use super::name::Name;

/// The nodes of a page that can carry text, in document order; the first is the
/// root.
pub(in crate::extract) struct Tree {
    pub(in crate::extract) nodes: Vec<Node>,
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
    /// A text's characters; empty for an element.
    pub(in crate::extract) text: String,
    pub(in crate::extract) attributes: Vec<(Attribute, String)>,
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
    fn of(name: &str) -> Self {
        match name {
            "a" => Self::A,
            "article" => Self::Article,
            "aside" => Self::Aside,
            "audio" | "object" | "embed" => Self::Audio,
            "b" | "strong" => Self::Strong,
            "base" => Self::Base,
            "blockquote" => Self::Blockquote,
            "body" => Self::Body,
            "br" => Self::Br,
            "button" => Self::Button,
            "caption" => Self::Caption,
            "code" | "kbd" | "samp" | "tt" => Self::Code,
            "dd" => Self::Dd,
            "del" | "s" | "strike" => Self::Del,
            "details" => Self::Details,
            "dialog" => Self::Dialog,
            "dt" => Self::Dt,
            "em" | "i" | "cite" | "dfn" | "var" => Self::Em,
            "figcaption" => Self::Figcaption,
            "figure" => Self::Figure,
            "footer" => Self::Footer,
            "form" => Self::Form,
            "h1" => Self::Heading(1),
            "h2" => Self::Heading(2),
            "h3" => Self::Heading(3),
            "h4" => Self::Heading(4),
            "h5" => Self::Heading(5),
            "h6" => Self::Heading(6),
            "head" => Self::Head,
            "header" => Self::Header,
            "hr" => Self::Hr,
            "html" => Self::Html,
            "iframe" => Self::Iframe,
            "img" => Self::Img,
            "input" | "select" | "textarea" | "option" | "optgroup" | "datalist" | "progress" | "meter" => {
                Self::Input
            }
            "li" => Self::Li,
            "link" => Self::Link,
            "main" => Self::Main,
            "meta" => Self::Meta,
            "nav" | "menu" => Self::Nav,
            "noscript" => Self::Noscript,
            "ol" => Self::Ol,
            "p" => Self::P,
            "pre" | "listing" | "xmp" => Self::Pre,
            "q" => Self::Q,
            "rp" => Self::Rp,
            "rt" => Self::Rt,
            "section" => Self::Section,
            "sub" => Self::Sub,
            "sup" => Self::Sup,
            "table" => Self::Table,
            "td" => Self::Td,
            "th" => Self::Th,
            "thead" => Self::Thead,
            "time" => Self::Time,
            "title" => Self::Title,
            "tr" => Self::Tr,
            "ul" | "dir" => Self::Ul,
            "video" | "canvas" => Self::Video,
            "address" | "center" | "dl" | "div" | "fieldset" | "hgroup" | "legend" | "search" | "summary"
            | "tbody" | "tfoot" | "colgroup" | "col" | "amp-img" => Self::Block,
            _ => Self::Inline,
        }
    }

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

impl Attribute {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "allowfullscreen" => Self::AllowFullscreen,
            "alt" => Self::Alt,
            "aria-hidden" => Self::AriaHidden,
            "aria-modal" => Self::AriaModal,
            "class" => Self::Class,
            "colspan" => Self::Colspan,
            "content" => Self::Content,
            "datatable" => Self::Datatable,
            "datetime" => Self::Datetime,
            "dir" => Self::Dir,
            "height" => Self::Height,
            "hidden" => Self::Hidden,
            "href" => Self::Href,
            "id" => Self::Id,
            "itemprop" => Self::Itemprop,
            "itemtype" => Self::Itemtype,
            "lang" => Self::Lang,
            "name" => Self::Name,
            "property" => Self::Property,
            "rel" => Self::Rel,
            "role" => Self::Role,
            "src" | "data-src" => Self::Source,
            "srcset" | "data-srcset" => Self::Srcset,
            "start" => Self::Start,
            "style" => Self::Style,
            "summary" => Self::Summary,
            "title" => Self::Title,
            "type" => Self::Type,
            "value" => Self::Value,
            "width" => Self::Width,
            _ => return None,
        })
    }
}

impl Node {
    fn new(id: NodeId, parent: usize, tag: Tag, name: Name) -> Self {
        let (text, attributes) = (String::new(), Vec::new());
        let end = 0;
        Self {
            id,
            parent,
            end,
            tag,
            name,
            sign: false,
            text,
            attributes,
            chars: 0,
            link_chars: 0,
            linked: false,
        }
    }

    /// What is read of a node of the document; `None` where that is nothing. `index` is
    /// the place that it will have.
    fn of(data: &NodeData, id: NodeId, parent: usize, index: usize) -> Option<Self> {
        let end = index + 1;
        Some(match data {
            NodeData::Text { contents } => {
                let text = contents.to_string();
                let chars = filled(&text);
                Self { end, text, chars, ..Self::new(id, parent, Tag::Text, Name::Text) }
            }
            NodeData::Element(element) => {
                let (tag, name) = (Tag::of(&element.name.local), Name::of(&element.name.local));
                let read = element.attrs.iter();
                let attributes = read
                    .filter_map(|it| Some((Attribute::of(&it.name.local)?, it.value.to_string())))
                    .collect();
                let (sign, linked) = (is_sign(element, name), tag == Tag::A);
                Self { end, sign, attributes, linked, ..Self::new(id, parent, tag, name) }
            }
            NodeData::Document | NodeData::Fragment => {
                Self { end, ..Self::new(id, parent, Tag::Block, Name::Other) }
            }
            _ => return None,
        })
    }
}

/// Letters, digits and marks of a text: all but white space.
fn filled(text: &str) -> usize {
    if text.is_ascii() {
        // As `char::is_whitespace` has it.
        return text.bytes().filter(|it| !matches!(it, 9..=13 | b' ')).count();
    }
    text.chars().filter(|c| !c.is_whitespace()).count()
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
    element.attrs.iter().any(|it| match name {
        Name::Img => {
            matches!(&*it.name.local, "src" | "data-src" | "srcset" | "data-srcset") || pictured(&it.value)
        }
        Name::Figure => {
            !matches!(&*it.name.local, "src" | "srcset" | "alt") && pictured(&it.value.to_ascii_lowercase())
        }
        Name::Iframe | Name::Embed | Name::Object | Name::Param => plays(&it.value),
        _ => false,
    })
}

impl Tree {
    /// Copies what is read out of a document.
    pub(in crate::extract) fn of(document: &Document) -> Self {
        let mut nodes: Vec<Node> = Vec::with_capacity(document.tree.len());
        // Indices of the elements that are open, outermost first.
        let mut open: Vec<usize> = Vec::new();
        let root = document.root();
        let mut next = Some(root);
        while let Some(node) = next {
            let index = nodes.len();
            let parent = open.last().copied().unwrap_or(0);
            let above_linked = nodes.get(parent).is_some_and(|it| it.linked);
            let made = node.query(|it| Node::of(&it.data, node.id, parent, index)).flatten();
            let prose = made.as_ref().is_some_and(|it| {
                it.tag == Tag::Text
                    && nodes.get(parent).is_some_and(|it| it.tag == Tag::Pre)
                    && is_prose(&it.text)
            });
            let descend = if let Some(whole) = made.as_ref().filter(|_| prose) {
                nodes[parent].tag = Tag::Block;
                for (n, text) in paragraphs(&whole.text).enumerate() {
                    for _ in 0..if n > 0 { 2 } else { 0 } {
                        let linked = above_linked;
                        let end = nodes.len() + 1;
                        nodes.push(Node { end, linked, ..Node::new(node.id, parent, Tag::Br, Name::Br) });
                    }
                    let chars = filled(&text);
                    let end = nodes.len() + 1;
                    let linked = above_linked;
                    let empty = Node::new(node.id, parent, Tag::Text, Name::Text);
                    nodes.push(Node { end, text, chars, linked, ..empty });
                }
                false
            } else if let Some(mut made) = made {
                made.linked |= above_linked;
                nodes.push(made);
                true
            } else {
                false
            };
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
        let mut tree = Self { nodes };
        tree.sum();
        tree
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

    pub(in crate::extract) fn attribute(&self, index: usize, name: Attribute) -> Option<&str> {
        self.nodes[index].attributes.iter().find(|(it, _)| *it == name).map(|(_, value)| value.as_str())
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

    /// All text below a node, white space as it comes.
    pub(in crate::extract) fn text(&self, index: usize) -> String {
        self.nodes[index..self.nodes[index].end].iter().map(|it| it.text.as_str()).collect()
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
