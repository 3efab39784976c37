//! A page as a flat list of nodes in document order.
//!
//! Everything after parsing reads this list: a subtree is a range, a walk is a
//! loop, and no page is deep enough to overflow a stack.

use std::ops::Range;

use dom_query::{Document, NodeData, NodeId};

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
    Content,
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
            "content" => Self::Content,
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
            "title" => Self::Title,
            "type" => Self::Type,
            "value" => Self::Value,
            "width" => Self::Width,
            _ => return None,
        })
    }
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
            let made = node.query(|it| match &it.data {
                NodeData::Text { contents } => Some((Tag::Text, contents.to_string(), Vec::new())),
                NodeData::Element(element) => {
                    let attributes = element
                        .attrs
                        .iter()
                        .filter_map(|it| Some((Attribute::of(it.name.local.as_ref())?, it.value.to_string())))
                        .collect();
                    Some((Tag::of(element.name.local.as_ref()), String::new(), attributes))
                }
                NodeData::Document | NodeData::Fragment => Some((Tag::Block, String::new(), Vec::new())),
                _ => None,
            });
            let made = made.flatten();
            let prose = made.as_ref().is_some_and(|(tag, text, _)| {
                *tag == Tag::Text && nodes.get(parent).is_some_and(|it| it.tag == Tag::Pre) && is_prose(text)
            });
            let descend = if let Some((_, text, _)) = made.as_ref().filter(|_| prose) {
                nodes[parent].tag = Tag::Block;
                for (n, paragraph) in paragraphs(text).enumerate() {
                    for tag in [Tag::Br; 2].into_iter().filter(|_| n > 0).chain([Tag::Text]) {
                        let text = if tag == Tag::Text { paragraph.clone() } else { String::new() };
                        nodes.push(Node {
                            id: node.id,
                            parent,
                            end: nodes.len() + 1,
                            tag,
                            chars: text.chars().filter(|c| !c.is_whitespace()).count(),
                            text,
                            attributes: Vec::new(),
                            link_chars: 0,
                            linked: above_linked,
                        });
                    }
                }
                false
            } else if let Some((tag, text, attributes)) = made {
                let chars = text.chars().filter(|c| !c.is_whitespace()).count();
                nodes.push(Node {
                    id: node.id,
                    parent,
                    end: index + 1,
                    tag,
                    text,
                    attributes,
                    chars,
                    link_chars: 0,
                    linked: tag == Tag::A || above_linked,
                });
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
