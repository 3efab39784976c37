//! A feed as a tree, however its tags are nested.
//!
//! Built in one pass and walked in loops, never by recursion. A closing tag
//! ends the nearest open element of its name and is passed over where there is
//! none; a new entry ends the one before; the end of the text ends everything.

use std::borrow::Cow;

use super::space::{self, Space};
use super::xml::{self, Token, Tokens};
use crate::extract::reference;

/// Elements inside of each other that are still told apart; deeper ones count
/// as siblings. Feeds stay below 20, the HTML in them below 100.
const DEEPEST: usize = 200;

/// Declarations of namespaces that may be in force at once; feeds have a dozen.
const MOST_DECLARED: usize = 256;

/// An index into [`Tree::nodes`].
pub(in crate::extract) type NodeId = usize;

/// The root that stands above everything in the text.
pub(in crate::extract) const ROOT: NodeId = 0;

pub(in crate::extract) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    /// The `xml:base` values, each put onto the one around it.
    bases: Vec<String>,
    pub(super) flaws: Flaws,
}

/// What had to be made up for while building.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flaws {
    pub(super) tokens: xml::Flaws,
    /// Elements without a closing tag, closing tags without an element.
    pub(super) unbalanced: bool,
    /// Ampersands that start no reference that is known.
    pub(super) loose_ampersand: bool,
    pub(super) too_deep: bool,
}

struct Node<'a> {
    parent: NodeId,
    first: Option<NodeId>,
    last: Option<NodeId>,
    next: Option<NodeId>,
    content: Content<'a>,
}

enum Content<'a> {
    Element(Element<'a>),
    Text(Cow<'a, str>),
}

pub(in crate::extract) struct Element<'a> {
    pub(super) space: Space,
    /// Without its prefix, in lower case.
    pub(in crate::extract) name: Cow<'a, str>,
    attributes: Vec<Attribute<'a>>,
    /// Index into [`Tree::bases`].
    base: Option<usize>,
}

struct Attribute<'a> {
    /// With its prefix, as written.
    name: &'a str,
    value: Cow<'a, str>,
}

impl Element<'_> {
    /// Whether it is an element of this vocabulary and (lower-case) name.
    pub(super) fn is(&self, space: Space, name: &str) -> bool {
        self.space == space && self.name == name
    }

    /// The value of an attribute, white space at its ends left out; `None`
    /// where it is missing or empty. The name is compared without its prefix
    /// and without regard to case: `rdf:about`, `HREF`.
    pub(in crate::extract) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|it| local(it.name).eq_ignore_ascii_case(name) && !is_declaration(it.name))
            .map(|it| it.value.trim())
            .filter(|it| !it.is_empty())
    }

    /// All attributes as they stand.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|it| (it.name, it.value.as_ref()))
    }
}

impl<'a> Tree<'a> {
    pub(in crate::extract) fn parse(text: &'a str) -> Self {
        let root =
            Element { space: Space::Other, name: Cow::Borrowed(""), attributes: Vec::new(), base: None };
        let root =
            Node { parent: ROOT, first: None, last: None, next: None, content: Content::Element(root) };
        let tree = Self { nodes: vec![root], bases: Vec::new(), flaws: Flaws::default() };
        let mut builder = Builder { tree, open: Vec::new(), too_deep: 0, scope: Vec::new(), own_uri: None };
        let mut tokens = Tokens::new(text);
        for token in tokens.by_ref() {
            builder.take(token);
        }
        builder.tree.flaws.unbalanced |= !builder.open.is_empty();
        builder.tree.flaws.tokens = tokens.flaws();
        // A text that ends before its feed does ends in the middle.
        let in_feed = builder.open.iter().any(|it| builder.is(it, |it| ROOTS.contains(&it.name.as_ref())));
        builder.tree.flaws.tokens.cut |= in_feed;
        builder.tree
    }

    /// The element at a node; `None` for text.
    pub(in crate::extract) fn element(&self, node: NodeId) -> Option<&Element<'a>> {
        match &self.nodes.get(node)?.content {
            Content::Element(element) => Some(element),
            Content::Text(_) => None,
        }
    }

    fn text_at(&self, node: NodeId) -> Option<&str> {
        match &self.nodes.get(node)?.content {
            Content::Element(_) => None,
            Content::Text(text) => Some(text),
        }
    }

    pub(in crate::extract) fn parent(&self, node: NodeId) -> NodeId {
        self.nodes.get(node).map_or(ROOT, |it| it.parent)
    }

    fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        let first = self.nodes.get(node).and_then(|it| it.first);
        std::iter::successors(first, |it| self.nodes.get(*it).and_then(|it| it.next))
    }

    /// The elements directly below a node, in order.
    pub(super) fn elements(&self, node: NodeId) -> impl Iterator<Item = (NodeId, &Element<'a>)> {
        self.children(node).filter_map(|it| Some((it, self.element(it)?)))
    }

    /// The first element directly below a node that is named so, in whatever
    /// vocabulary.
    pub(super) fn child(&self, node: NodeId, name: &str) -> Option<NodeId> {
        self.elements(node).find(|(_, it)| it.name == name).map(|(it, _)| it)
    }

    /// The node that follows in document order: the first child where `into`
    /// is set, else what comes after the whole of `node`. Stays below `top`.
    pub(in crate::extract) fn after(&self, node: NodeId, into: bool, top: NodeId) -> Option<NodeId> {
        if into && let Some(first) = self.nodes.get(node)?.first {
            return Some(first);
        }
        let mut node = node;
        while node != top {
            let here = self.nodes.get(node)?;
            if here.next.is_some() {
                return here.next;
            }
            node = here.parent;
        }
        None
    }

    /// The text below a node, tags left out.
    pub(in crate::extract) fn text(&self, node: NodeId) -> String {
        let mut out = String::new();
        let mut at = self.after(node, true, node);
        while let Some(here) = at {
            out.push_str(self.text_at(here).unwrap_or_default());
            at = self.after(here, true, node);
        }
        out
    }

    /// Whether elements stand below a node.
    pub(super) fn has_elements(&self, node: NodeId) -> bool {
        self.elements(node).next().is_some()
    }

    /// The address that references at a node are relative to, put onto the
    /// `document`'s own.
    pub(super) fn base(&self, node: NodeId, document: Option<&str>) -> Option<String> {
        let base = self.element(node).and_then(|it| it.base).and_then(|it| self.bases.get(it));
        match base {
            Some(base) => reference::resolve(document, base).or_else(|| document.map(str::to_owned)),
            None => document.map(str::to_owned),
        }
    }

    /// What stands inside of a node, as HTML, with its links made absolute.
    /// Text is escaped where `literal` is set; else it may be HTML itself (as
    /// in RSS, where tags are written both ways).
    pub(super) fn inner_html(&self, node: NodeId, literal: bool, document: Option<&str>) -> String {
        let mut out = String::new();
        let mut open: Vec<NodeId> = Vec::new();
        let mut at = self.after(node, true, node);
        let mut base: (Option<usize>, Option<String>) = (None, document.map(str::to_owned));
        while let Some(here) = at {
            while let Some(&last) = open.last()
                && last != self.parent(here)
            {
                open.pop();
                self.close(last, &mut out);
            }
            if let Some(element) = self.element(here) {
                if base.0 != element.base {
                    base = (element.base, self.base(here, document));
                }
                start_tag(element, base.1.as_deref(), &mut out);
                open.push(here);
            } else {
                let text = self.text_at(here).unwrap_or_default();
                if literal {
                    escape(text, &mut out);
                } else {
                    out.push_str(text);
                }
            }
            at = self.after(here, true, node);
        }
        while let Some(last) = open.pop() {
            self.close(last, &mut out);
        }
        out
    }

    fn close(&self, node: NodeId, out: &mut String) {
        let Some(element) = self.element(node) else { return };
        if !VOID.contains(&element.name.as_ref()) {
            out.push_str("</");
            out.push_str(&element.name);
            out.push('>');
        }
    }
}

fn start_tag(element: &Element<'_>, base: Option<&str>, out: &mut String) {
    out.push('<');
    out.push_str(&element.name);
    for (name, value) in element.attributes() {
        if is_declaration(name) || name.starts_with("xml:") {
            continue;
        }
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        let resolved = reference::is_link(name).then(|| reference::resolve(base, value)).flatten();
        escape_value(resolved.as_deref().unwrap_or(value), out);
        out.push('"');
    }
    out.push('>');
}

/// Elements of HTML without an end tag.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Appends text so that HTML reads it as text.
pub(super) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            _ => out.push(c),
        }
    }
}

/// The same for the value of an attribute, however it is quoted.
pub(in crate::extract) fn escape_value(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => escape(c.encode_utf8(&mut [0; 4]), out),
        }
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

fn is_declaration(name: &str) -> bool {
    name == "xmlns" || name.starts_with("xmlns:")
}

/// Names that the root of a feed goes by.
pub(super) const ROOTS: &[&str] = &["rss", "rdf", "feed", "channel"];
/// Names that an entry goes by.
pub(super) const ENTRIES: &[&str] = &["item", "entry"];

struct Builder<'a> {
    tree: Tree<'a>,
    open: Vec<Open<'a>>,
    /// Elements open beyond [`DEEPEST`].
    too_deep: usize,
    /// Declared prefixes, the nearest last.
    scope: Vec<Declared<'a>>,
    /// A namespace that nobody knows and the feed's root is in: it means what
    /// its names say.
    own_uri: Option<String>,
}

struct Open<'a> {
    node: NodeId,
    /// The name as written, prefix and all.
    name: &'a str,
    /// How many declarations were in scope around it.
    scope: usize,
}

struct Declared<'a> {
    prefix: &'a str,
    uri: Cow<'a, str>,
    space: Option<Space>,
}

impl<'a> Builder<'a> {
    fn take(&mut self, token: Token<'a>) {
        match token {
            Token::Open { name, attributes, empty } => self.open(name, attributes, empty),
            Token::Close { name } => self.close(name),
            Token::Cdata(text) => self.text(Cow::Borrowed(text)),
            Token::Text(raw) => {
                let text = self.decode(raw);
                self.text(text);
            }
        }
    }

    fn decode(&mut self, raw: &'a str) -> Cow<'a, str> {
        xml::decode(raw, &mut self.tree.flaws.loose_ampersand)
    }

    fn top(&self) -> NodeId {
        self.open.last().map_or(ROOT, |it| it.node)
    }

    fn add(&mut self, content: Content<'a>) -> NodeId {
        let parent = self.top();
        let node = self.tree.nodes.len();
        let last = self.tree.nodes.get_mut(parent).and_then(|it| {
            it.first.get_or_insert(node);
            it.last.replace(node)
        });
        if let Some(last) = last.and_then(|it| self.tree.nodes.get_mut(it)) {
            last.next = Some(node);
        }
        self.tree.nodes.push(Node { parent, first: None, last: None, next: None, content });
        node
    }

    fn text(&mut self, text: Cow<'a, str>) {
        if !text.is_empty() {
            self.add(Content::Text(text));
        }
    }

    fn open(&mut self, name: &'a str, attributes: Vec<xml::Attribute<'a>>, empty: bool) {
        let attributes: Vec<Attribute<'a>> = attributes
            .into_iter()
            .map(|it| Attribute { name: it.name, value: self.decode(it.value) })
            .collect();
        let around = self.scope.len();
        for it in attributes.iter().filter(|it| is_declaration(it.name)) {
            if self.scope.len() < MOST_DECLARED {
                let prefix = it.name.strip_prefix("xmlns:").unwrap_or_default();
                self.scope.push(Declared { prefix, uri: it.value.clone(), space: space::of_uri(&it.value) });
            }
        }
        let own = self.scope.split_off(around);
        let lower = lower(local(name));
        let space = self.space(name, &lower, &own);
        self.end_before(space, &lower);
        let outer = self.scope.len();
        self.scope.extend(own);
        let base = self.base(&attributes);
        let node = self.add(Content::Element(Element { space, name: lower, attributes, base }));
        if empty {
            self.scope.truncate(outer);
        } else if self.open.len() < DEEPEST {
            self.open.push(Open { node, name, scope: outer });
        } else {
            self.scope.truncate(outer);
            self.too_deep += 1;
            self.tree.flaws.too_deep = true;
        }
    }

    /// Which vocabulary a name is of, `own` being what its tag declares.
    fn space(&mut self, name: &'a str, lower: &str, own: &[Declared<'a>]) -> Space {
        let prefix = name.rsplit_once(':').map_or("", |(prefix, _)| prefix);
        let declared = own.iter().rev().chain(self.scope.iter().rev()).find(|it| it.prefix == prefix);
        let Some(declared) = declared else {
            return if prefix.is_empty() {
                Space::Rss
            } else {
                space::of_prefix(prefix).unwrap_or(Space::Other)
            };
        };
        let uri = declared.uri.as_ref();
        let is_feeds = declared.space.is_some_and(|it| it.is_core() || it == Space::Rdf);
        // A root is of the feed's own vocabulary, whatever it declares: some
        // have the namespace of a module by default.
        if self.own_uri.is_none() && ROOTS.contains(&lower) && !is_feeds {
            self.own_uri = Some(uri.to_owned());
        }
        let is_own = self.own_uri.as_deref() == Some(uri);
        if is_own && (prefix.is_empty() || declared.space.is_none()) {
            return Space::Rss;
        }
        declared.space.or_else(|| space::of_prefix(prefix)).unwrap_or(Space::Other)
    }

    /// Closes what a new element shows to have been left open: the entry before
    /// it, or a field in which it cannot stand.
    fn end_before(&mut self, space: Space, name: &str) {
        let keep = if space.is_core() && ENTRIES.contains(&name) {
            self.kept_by_entry()
        } else if space == Space::Rss && NEVER_IN_TEXT.contains(&name) {
            let holder = self.holder(&[ENTRIES, ROOTS]);
            holder.filter(|it| self.open.iter().skip(*it).all(|it| self.is(it, |it| it.space == Space::Rss)))
        } else {
            let last = self.open.last().filter(|it| {
                self.is(it, |it| {
                    let after_title =
                        it.name == "title" && space == Space::Rss && AFTER_TITLE.contains(&name);
                    it.space == Space::Rss && (LEAVES.contains(&it.name.as_ref()) || after_title)
                })
            });
            last.map(|_| self.open.len() - 1)
        };
        if let Some(keep) = keep
            && keep < self.open.len()
        {
            self.tree.flaws.unbalanced = true;
            self.close_from(keep);
        }
    }

    /// How many of the open elements a new entry leaves open.
    fn kept_by_entry(&self) -> Option<usize> {
        let is_entry =
            |it: &Open<'_>| self.is(it, |it| it.space.is_core() && ENTRIES.contains(&it.name.as_ref()));
        // Atom may carry whole entries of others.
        let is_carried =
            |it: &Open<'_>| self.is(it, |it| it.is(Space::Atom, "source") || it.is(Space::Atom, "content"));
        if let Some(entry) = self.open.iter().position(is_entry) {
            return (!self.open.iter().skip(entry).any(is_carried)).then_some(entry);
        }
        let holder = self.holder(&[ROOTS])?;
        let is_field =
            |it: &Open<'_>| self.is(it, |it| it.space.is_core() && FIELDS.contains(&it.name.as_ref()));
        self.open.iter().skip(holder).any(is_field).then_some(holder)
    }

    /// How many elements are open around what stands in the nearest element
    /// that goes by one of the names.
    fn holder(&self, names: &[&[&str]]) -> Option<usize> {
        let is_holder = |it: &Element<'_>| names.iter().any(|names| names.contains(&it.name.as_ref()));
        self.open.iter().rposition(|it| self.is(it, is_holder)).map(|it| it + 1)
    }

    fn is(&self, open: &Open<'a>, what: impl Fn(&Element<'a>) -> bool) -> bool {
        self.tree.element(open.node).is_some_and(what)
    }

    fn close(&mut self, name: &str) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let found = self
            .open
            .iter()
            .rposition(|it| it.name == name)
            .or_else(|| self.open.iter().rposition(|it| it.name.eq_ignore_ascii_case(name)));
        match found {
            Some(at) => {
                self.tree.flaws.unbalanced |= at + 1 < self.open.len();
                self.close_from(at);
            }
            None => self.tree.flaws.unbalanced = true,
        }
    }

    fn close_from(&mut self, at: usize) {
        if let Some(outermost) = self.open.get(at) {
            self.scope.truncate(outermost.scope);
            self.open.truncate(at);
        }
    }

    /// The base of a new element: its own `xml:base` put onto its parent's.
    fn base(&mut self, attributes: &[Attribute<'a>]) -> Option<usize> {
        let outer = self.tree.element(self.top()).and_then(|it| it.base);
        let own = attributes.iter().find(|it| it.name.eq_ignore_ascii_case("xml:base"));
        let Some(own) = own.map(|it| it.value.trim()).filter(|it| !it.is_empty()) else {
            return outer;
        };
        let around = outer.and_then(|it| self.tree.bases.get(it)).map(String::as_str);
        let base = reference::resolve(around, own).unwrap_or_else(|| own.to_owned());
        if base.len() > reference::LONGEST_BASE {
            return outer;
        }
        self.tree.bases.push(base);
        Some(self.tree.bases.len() - 1)
    }
}

/// Fields of RSS that hold text and never an element.
const LEAVES: &[&str] = &["link", "guid", "pubdate", "lastbuilddate", "language", "ttl", "comments"];
/// Fields of RSS that HTML has no element like, so that text which they stand
/// in was not closed.
const NEVER_IN_TEXT: &[&str] = &["pubdate", "guid", "enclosure", "lastbuilddate"];
/// Fields of a feed that no entry stands in.
const FIELDS: &[&str] = &[
    "title",
    "link",
    "description",
    "subtitle",
    "tagline",
    "copyright",
    "rights",
    "language",
    "generator",
    "docs",
    "managingeditor",
    "webmaster",
    "pubdate",
    "lastbuilddate",
    "category",
    "ttl",
    "image",
    "textinput",
    "id",
    "updated",
    "author",
];
/// What follows a title in RSS, and does not stand in one.
const AFTER_TITLE: &[&str] = &["link", "guid", "pubdate", "description", "author", "category", "enclosure"];

fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|it| it.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}
