//! A tree that can be changed: what the chooser takes a page apart in.
//!
//! Links between nodes and nothing else; words and attributes stay in the page's
//! own [`Tree`]. A copy of it for each attempt is a copy of numbers.

use crate::extract::html::count::Counts;
use crate::extract::html::name::Name;
use crate::extract::html::tree::{Attribute, Tag, Tree};

/// A node's number in its [`Dom`].
pub(super) type Id = usize;

/// The number of a node, or none, in half the room of an `Option<Id>`: a page is
/// copied for each attempt.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Link(u32);

impl Link {
    const NONE: Self = Self(u32::MAX);

    /// No page has so many nodes that a number does not fit.
    fn to(id: Id) -> Self {
        u32::try_from(id).map_or(Self::NONE, Self)
    }

    fn get(self) -> Option<Id> {
        Id::try_from(self.0).ok().filter(|_| self != Self::NONE)
    }
}

#[derive(Clone, Copy)]
pub(super) struct Node {
    pub(super) name: Name,
    /// Whether its attributes do not count any more.
    pub(super) bare: bool,
    /// Whether it is a table of data.
    pub(super) data: bool,
    /// How much speaks for its being the article, once somebody asked.
    pub(super) score: Option<f32>,
    source: Link,
    parent: Link,
    first: Link,
    last: Link,
    before: Link,
    after: Link,
}

impl Node {
    /// The node in the page's tree; `None` for an element that the chooser made.
    pub(super) fn source(&self) -> Option<usize> {
        self.source.get()
    }
}

#[derive(Clone)]
pub(super) struct Dom<'a> {
    tree: &'a Tree,
    nodes: Vec<Node>,
}

impl<'a> Dom<'a> {
    /// The nodes of a page without those that `never` names, and what is below them.
    pub(super) fn of(tree: &'a Tree, never: impl Fn(usize) -> bool) -> Self {
        let mut dom = Self { tree, nodes: Vec::with_capacity(tree.nodes.len() + 64) };
        let mut ids: Vec<Id> = vec![0; tree.nodes.len()];
        let mut index = 0;
        while let Some(node) = tree.nodes.get(index) {
            // Paragraphs of preformatted text came as one.
            let split = index > 0 && tree.nodes[index - 1].id == node.id && node.tag == Tag::Br;
            if index > 0 && never(index) || split {
                index = node.end;
                continue;
            }
            let id = dom.add(node.name, Link::to(index));
            ids[index] = id;
            if index > 0 {
                dom.attach(ids[node.parent], id);
            }
            index += 1;
        }
        dom
    }

    fn add(&mut self, name: Name, source: Link) -> Id {
        self.nodes.push(Node {
            name,
            bare: false,
            data: false,
            score: None,
            source,
            parent: Link::NONE,
            first: Link::NONE,
            last: Link::NONE,
            before: Link::NONE,
            after: Link::NONE,
        });
        self.nodes.len() - 1
    }

    /// A new element that stands nowhere yet.
    pub(super) fn make(&mut self, name: Name) -> Id {
        self.add(name, Link::NONE)
    }

    /// How many nodes there ever were.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there ever was an element that a rule is about.
    pub(super) fn has(&self, rule: impl Fn(Name) -> bool) -> bool {
        self.nodes.iter().any(|it| rule(it.name))
    }

    pub(super) fn node(&self, id: Id) -> &Node {
        &self.nodes[id]
    }

    pub(super) fn node_mut(&mut self, id: Id) -> &mut Node {
        &mut self.nodes[id]
    }

    pub(super) fn name(&self, id: Id) -> Name {
        self.nodes[id].name
    }

    pub(super) fn is(&self, id: Id, name: Name) -> bool {
        self.nodes[id].name == name
    }

    pub(super) fn is_element(&self, id: Id) -> bool {
        id > 0 && !self.is(id, Name::Text)
    }

    pub(super) fn parent(&self, id: Id) -> Option<Id> {
        self.nodes[id].parent.get()
    }

    pub(super) fn first(&self, id: Id) -> Option<Id> {
        self.nodes[id].first.get()
    }

    pub(super) fn last(&self, id: Id) -> Option<Id> {
        self.nodes[id].last.get()
    }

    pub(super) fn after(&self, id: Id) -> Option<Id> {
        self.nodes[id].after.get()
    }

    pub(super) fn attribute(&self, id: Id, name: Attribute) -> Option<&'a str> {
        let node = &self.nodes[id];
        node.source().filter(|_| !node.bare).and_then(|it| self.tree.attribute(it, name))
    }

    /// Whether an address of the kind that the element is there for stands in it.
    pub(super) fn is_sign(&self, id: Id) -> bool {
        self.nodes[id].source().is_some_and(|it| self.tree.nodes[it].sign)
    }

    /// The words of a text.
    pub(super) fn words(&self, id: Id) -> &'a str {
        self.nodes[id].source().map_or("", |it| self.tree.words(it))
    }

    /// Whether a text is more than white space.
    pub(super) fn is_filled(&self, id: Id) -> bool {
        self.nodes[id].source().is_some_and(|it| {
            let node = &self.tree.nodes[it];
            node.tag == Tag::Text && node.chars > 0
        })
    }

    /// White space, or a line break.
    pub(super) fn is_blank(&self, id: Id) -> bool {
        match self.name(id) {
            Name::Text => !self.is_filled(id),
            name => name == Name::Br,
        }
    }

    /// The node's children.
    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.first(id), |it| self.after(*it))
    }

    pub(super) fn elements(&self, id: Id) -> impl Iterator<Item = Id> {
        self.children(id).filter(|it| self.is_element(*it))
    }

    pub(super) fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.parent(id), |it| self.parent(*it))
    }

    /// All that is below a node, in the order of the page.
    pub(super) fn below(&self, root: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.first(root), move |it| self.next(*it, root))
    }

    /// The elements of a name below a node.
    pub(super) fn named(&self, root: Id, name: Name) -> impl Iterator<Item = Id> {
        self.below(root).filter(move |it| self.is(*it, name))
    }

    /// What comes after a node below `root`, its own children first.
    fn next(&self, id: Id, root: Id) -> Option<Id> {
        self.first(id).or_else(|| {
            let mut at = id;
            while at != root {
                if let Some(it) = self.after(at) {
                    return Some(it);
                }
                at = self.parent(at)?;
            }
            None
        })
    }

    /// The element that comes next in the page, its own children first unless they
    /// are to be left out.
    pub(super) fn next_element(&self, id: Id, over: bool) -> Option<Id> {
        let inside = if over { None } else { self.elements(id).next() };
        let beside = |it: Id| {
            std::iter::successors(self.after(it), |it| self.after(*it)).find(|it| self.is_element(*it))
        };
        inside.or_else(|| std::iter::once(id).chain(self.ancestors(id)).find_map(beside))
    }

    /// The element before it under the same parent.
    pub(super) fn element_before(&self, id: Id) -> Option<Id> {
        std::iter::successors(self.nodes[id].before.get(), |it| self.nodes[*it].before.get())
            .find(|it| self.is_element(*it))
    }

    /// Takes a node, with what is below it, out of its place.
    pub(super) fn remove(&mut self, id: Id) {
        let Node { parent, before, after, .. } = self.nodes[id];
        if let Some(it) = parent.get() {
            let parent = &mut self.nodes[it];
            if parent.first == Link::to(id) {
                parent.first = after;
            }
            if parent.last == Link::to(id) {
                parent.last = before;
            }
        }
        if let Some(it) = before.get() {
            self.nodes[it].after = after;
        }
        if let Some(it) = after.get() {
            self.nodes[it].before = before;
        }
        let node = &mut self.nodes[id];
        (node.parent, node.before, node.after) = (Link::NONE, Link::NONE, Link::NONE);
    }

    /// Puts a node behind the last child of another.
    pub(super) fn append(&mut self, parent: Id, id: Id) {
        self.remove(id);
        self.attach(parent, id);
    }

    /// The same of a node that stands nowhere.
    fn attach(&mut self, parent: Id, id: Id) {
        let last = std::mem::replace(&mut self.nodes[parent].last, Link::to(id));
        match last.get() {
            Some(it) => self.nodes[it].after = Link::to(id),
            None => self.nodes[parent].first = Link::to(id),
        }
        let node = &mut self.nodes[id];
        (node.parent, node.before) = (Link::to(parent), last);
    }

    /// Puts a node before another.
    pub(super) fn insert_before(&mut self, place: Id, id: Id) {
        self.remove(id);
        let Node { parent, before, .. } = self.nodes[place];
        self.nodes[place].before = Link::to(id);
        match before.get() {
            Some(it) => self.nodes[it].after = Link::to(id),
            None => {
                if let Some(it) = parent.get() {
                    self.nodes[it].first = Link::to(id);
                }
            }
        }
        let node = &mut self.nodes[id];
        (node.parent, node.before, node.after) = (parent, before, Link::to(place));
    }

    /// Puts a node in the place of another.
    pub(super) fn replace(&mut self, old: Id, new: Id) {
        self.insert_before(old, new);
        self.remove(old);
    }

    /// Makes the children of one node those of another that has none.
    pub(super) fn hand_over(&mut self, from: Id, to: Id) {
        let children: Vec<Id> = self.children(from).collect();
        for it in children {
            self.append(to, it);
        }
    }

    /// The counts of all texts from a node on to its end.
    fn counted(&self, root: Id) -> impl Iterator<Item = &Counts> {
        let texts = std::iter::once(root).chain(self.below(root)).filter(|it| self.is(*it, Name::Text));
        texts.filter_map(|it| Some(&self.tree.nodes[self.nodes[it].source()?].counts))
    }

    /// Characters below a node; white space in a row is one, at the ends none.
    pub(super) fn chars(&self, root: Id) -> usize {
        let (sum, space) = self
            .counted(root)
            .fold((0, true), |(sum, space), it| (sum + it.chars - usize::from(space && it.starts), it.ends));
        if space { sum.saturating_sub(1) } else { sum }
    }

    /// Commas below a node, of any script.
    pub(super) fn commas(&self, root: Id) -> usize {
        self.counted(root).map(|it| it.commas).sum()
    }

    /// Whether so many commas of ASCII stand below a node.
    pub(super) fn has_commas(&self, root: Id, most: usize) -> bool {
        let mut sum = 0;
        self.counted(root).any(|it| {
            sum += it.plain_commas;
            sum >= most
        })
    }

    /// The text below a node without the white space at its ends; `None` where that
    /// has more than so many characters.
    pub(super) fn short_text(&self, root: Id, most: usize) -> Option<String> {
        let texts = std::iter::once(root).chain(self.below(root)).filter(|it| self.is(*it, Name::Text));
        let (mut text, mut space, mut chars, mut spaces) = (String::new(), String::new(), 0, 0);
        for c in texts.flat_map(|it| self.words(it).chars()) {
            if c.is_whitespace() {
                spaces += usize::from(chars > 0);
                if chars > 0 && spaces <= most {
                    space.push(c);
                }
                continue;
            }
            chars += spaces + 1;
            if chars > most {
                return None;
            }
            text.push_str(&space);
            text.push(c);
            space.clear();
            spaces = 0;
        }
        Some(text)
    }
}
