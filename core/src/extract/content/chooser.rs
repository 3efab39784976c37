//! Which element of a page holds the article: Mozilla's Readability, on a tree of
//! numbers.
//!
//! The rules are those of `Readability.js` 0.6 as the `dom_smoothie` crate (0.19) has
//! them, and a test holds this to the same answers on all pages of ours. What that
//! does to a page for showing it, and what it reads of its meta tags, is left out:
//! the answer is only which nodes were kept. Texts are counted once, names are judged
//! once, and an attempt that finds too little costs a copy of numbers: together less
//! than a third of the time.

mod clean;
mod dom;
mod said;
mod score;
mod title;

use crate::extract::html::name::Name;
use crate::extract::html::tree::{Attribute, Tree};
use dom::{Dom, Id};
use said::Said;

/// Characters from which on what an attempt found is the article.
const ENOUGH: usize = 500;
/// The longest byline, in characters.
const LONGEST_BYLINE: usize = 99;

/// How strictly an attempt judges. Each that finds too little is followed by one that
/// leaves out one rule more.
#[derive(Clone, Copy)]
struct Strictness {
    /// Leave out what is called by the name of something else.
    strip: bool,
    /// Let names count.
    weigh: bool,
    /// Clean what was found.
    clean: bool,
}

const ATTEMPTS: [Strictness; 4] = [
    Strictness { strip: true, weigh: true, clean: true },
    Strictness { strip: false, weigh: true, clean: true },
    Strictness { strip: false, weigh: false, clean: true },
    Strictness { strip: false, weigh: false, clean: false },
];

/// Whether each node of a page is kept, by its index. What `never` names is taken out
/// before anything is chosen.
pub(super) fn choose(tree: &Tree, never: impl Fn(usize) -> bool) -> Vec<bool> {
    let said = said::of(tree);
    let mut page = Page { said: &said, dom: Dom::of(tree, never) };
    let about = title::About::of(tree);
    if !about.has_byline {
        page.remove_byline();
    }
    page.prepare();
    let mut best: Option<(usize, Page, Option<Id>)> = None;
    for strictness in ATTEMPTS {
        let mut attempt = page.clone();
        let Some((article, root)) = attempt.attempt(&about.title, strictness) else { continue };
        let length = attempt.dom.chars(article);
        if best.as_ref().is_none_or(|it| length > it.0) {
            best = Some((length, attempt, root));
        }
        if length >= ENOUGH {
            break;
        }
    }
    let mut kept = vec![false; tree.nodes.len()];
    if let Some((_, page, Some(root))) = best {
        for source in page.dom.below(root).filter_map(|it| page.dom.node(it).source()) {
            kept[source] = true;
        }
    }
    kept
}

/// A page in the making.
#[derive(Clone)]
struct Page<'a> {
    said: &'a [(Said, Said)],
    dom: Dom<'a>,
}

impl Page<'_> {
    /// What an element's class and id say.
    fn said(&self, id: Id) -> (Said, Said) {
        let node = self.dom.node(id);
        node.source().filter(|_| !node.bare).and_then(|it| self.said.get(it)).copied().unwrap_or_default()
    }

    fn class(&self, id: Id) -> &str {
        self.dom.attribute(id, Attribute::Class).unwrap_or_default()
    }

    /// The elements below a node that a rule is about, before it changes them.
    fn all(&self, root: Id, rule: impl Fn(Name) -> bool) -> Vec<Id> {
        // Most rules are about what most pages do not have.
        if !self.dom.has(&rule) {
            return Vec::new();
        }
        self.dom.below(root).filter(|it| rule(self.dom.name(*it))).collect()
    }

    /// The first line that says who wrote the article stands above it, where no meta
    /// tag says so.
    fn remove_byline(&mut self) {
        let Some(body) = self.body() else { return };
        let mut next = self.dom.next_element(body, false);
        while let Some(id) = next {
            if self.is_byline(id) {
                self.dom.remove(id);
                return;
            }
            next = self.dom.next_element(id, false);
        }
    }

    fn is_byline(&self, id: Id) -> bool {
        let (class, name) = self.said(id);
        let rel = self.dom.attribute(id, Attribute::Rel);
        let named = class.and(name).any(Said::BYLINE)
            || rel.is_some_and(|it| it.eq_ignore_ascii_case("author"))
            || self.dom.attribute(id, Attribute::Itemprop).is_some_and(|it| it.contains("author"));
        named && self.dom.short_text(id, LONGEST_BYLINE).is_some_and(|it| !it.is_empty())
    }

    fn body(&self) -> Option<Id> {
        self.dom.named(0, Name::Body).next()
    }

    /// Mends what would lead the choice astray.
    fn prepare(&mut self) {
        // Pictures without an address are placeholders.
        for it in self.all(0, |it| it == Name::Img) {
            if !self.dom.is_sign(it) {
                self.dom.remove(it);
            }
        }
        for it in self.all(0, |it| it == Name::Noscript) {
            self.unwrap_picture(it);
        }
        for it in self.all(0, |it| it == Name::Noscript) {
            self.dom.remove(it);
        }
        for it in self.all(0, |it| it == Name::Br) {
            self.replace_breaks(it);
        }
        for it in self.all(0, |it| it == Name::Font) {
            let node = self.dom.node_mut(it);
            (node.name, node.bare) = (Name::Span, true);
        }
    }

    /// A picture for browsers without scripts takes the place of the one before it.
    fn unwrap_picture(&mut self, noscript: Id) {
        let only = |parent: Id| {
            let mut elements = self.dom.elements(parent);
            elements.next().filter(|it| elements.next().is_none() && self.dom.is(*it, Name::Img))
        };
        if !std::iter::once(noscript).chain(self.dom.below(noscript)).any(|it| only(it).is_some()) {
            return;
        }
        let Some(before) = self.dom.element_before(noscript) else { return };
        let old = if self.dom.is(before, Name::Img) { Some(before) } else { only(before) };
        let new = self.dom.named(noscript, Name::Img).next();
        if let (Some(old), Some(new)) = (old, new) {
            self.dom.replace(old, new);
        }
    }

    /// Two line breaks or more in a row end a paragraph: what follows becomes one.
    fn replace_breaks(&mut self, first: Id) {
        let dom = &mut self.dom;
        let mut next = dom.after(first);
        let mut replaced = false;
        while let Some(it) = significant(dom, next).filter(|it| dom.is(*it, Name::Br)) {
            replaced = true;
            next = dom.after(it);
            dom.remove(it);
        }
        if !replaced {
            return;
        }
        let paragraph = dom.make(Name::P);
        dom.replace(first, paragraph);
        let mut next = dom.after(paragraph);
        while let Some(it) = next {
            let twice = |it: Id| significant(dom, dom.after(it)).is_some_and(|it| dom.is(it, Name::Br));
            if dom.is(it, Name::Br) && twice(it) || !is_phrasing(dom, it) {
                break;
            }
            next = dom.after(it);
            dom.append(paragraph, it);
        }
        trim_end(dom, paragraph);
        if let Some(parent) = dom.parent(paragraph).filter(|it| dom.is(*it, Name::P)) {
            dom.node_mut(parent).name = Name::Div;
        }
    }

    /// Chooses the article, cleans it, and gives the element that holds it with the one
    /// whose content is the answer, where that is still there.
    fn attempt(&mut self, title: &str, strictness: Strictness) -> Option<(Id, Option<Id>)> {
        let body = self.body()?;
        let elements = self.collect(body, title, strictness.strip);
        let (top, made) = self.top(body, &elements, strictness.weigh);
        let article = self.assemble(top)?;
        self.clean(article, strictness);
        let there = || self.dom.ancestors(top).any(|it| it == article);
        Some((article, if made { there().then_some(top) } else { Some(article) }))
    }

    /// Takes out what is seen to be no article, makes paragraphs of what is none, and
    /// gives the elements whose words count.
    fn collect(&mut self, body: Id, title: &str, strip: bool) -> Vec<Id> {
        let mut found = Vec::new();
        let mut title = Some(title).filter(|it| !it.is_empty());
        let mut next = self.dom.next_element(body, false);
        while let Some(id) = next {
            let name = self.dom.name(id);
            let seen = self.is_visible(id);
            if seen && name == Name::Svg {
                next = self.dom.next_element(id, true);
                continue;
            }
            let heading = matches!(name, Name::Heading(1 | 2));
            let out = if !seen || self.is_dialog(id) {
                true
            } else if title.is_some_and(|it| heading && title::is_like(it, &self.text(id))) {
                title = None;
                true
            } else {
                strip && self.is_unlikely(id) || self.is_hollow(id)
            };
            if out {
                next = self.dom.next_element(id, true);
                self.dom.remove(id);
                continue;
            }
            if matches!(name, Name::Section | Name::Heading(2..) | Name::P | Name::Td | Name::Pre) {
                found.push(id);
            }
            let mut at = id;
            if name == Name::Div {
                self.wrap_phrases(id);
                if let Some(paragraph) = self.only_paragraph(id) {
                    self.dom.replace(id, paragraph);
                    found.push(paragraph);
                    at = paragraph;
                } else if !self.dom.below(id).any(|it| self.dom.name(it).is_block()) {
                    self.dom.node_mut(id).name = Name::P;
                    found.push(id);
                }
            }
            next = self.dom.next_element(at, false);
        }
        found
    }

    fn text(&self, id: Id) -> String {
        self.dom.below(id).map(|it| self.dom.words(it)).collect()
    }

    fn is_visible(&self, id: Id) -> bool {
        if self.dom.attribute(id, Attribute::Hidden).is_some() {
            return false;
        }
        let style = self.dom.attribute(id, Attribute::Style).map(str::to_ascii_lowercase);
        let hides = |it: &str| has_style(it, "display", "none") || has_style(it, "visibility", "hidden");
        if style.is_some_and(|it| hides(&it)) {
            return false;
        }
        self.dom.attribute(id, Attribute::AriaHidden) != Some("true") || self.said(id).0.any(Said::FALLBACK)
    }

    fn is_dialog(&self, id: Id) -> bool {
        self.dom.is(id, Name::Dialog)
            || self.dom.attribute(id, Attribute::AriaModal) == Some("true")
                && self.dom.attribute(id, Attribute::Role) == Some("dialog")
    }

    /// Whether an element is called by the name of something else, or has a role in
    /// the page that is not to be read.
    fn is_unlikely(&self, id: Id) -> bool {
        let (class, name) = self.said(id);
        let said = class.and(name);
        let named = !self.dom.is(id, Name::A) && said.any(Said::UNLIKELY) && !said.any(Said::MAYBE);
        let within =
            || self.dom.ancestors(id).take(3).any(|it| matches!(self.dom.name(it), Name::Table | Name::Code));
        named && !within()
            || matches!(
                self.dom.attribute(id, Attribute::Role),
                Some(
                    "menu" | "menubar" | "complementary" | "navigation" | "alert" | "alertdialog" | "dialog"
                )
            )
    }

    /// Whether a container holds nothing but line breaks and rules.
    fn is_hollow(&self, id: Id) -> bool {
        if !matches!(self.dom.name(id), Name::Div | Name::Section | Name::Header | Name::Heading(_)) {
            return false;
        }
        if self.dom.below(id).any(|it| self.dom.is_filled(it)) {
            return false;
        }
        let breaks = self.dom.below(id).filter(|it| matches!(self.dom.name(*it), Name::Br | Name::Hr));
        self.dom.elements(id).count() == breaks.count()
    }

    /// Puts the words and the inline elements of a container into paragraphs.
    fn wrap_phrases(&mut self, div: Id) {
        let dom = &mut self.dom;
        let mut child = dom.first(div);
        while let Some(it) = child {
            let mut next = dom.after(it);
            if is_phrasing(dom, it) && !dom.is_blank(it) {
                let paragraph = dom.make(Name::P);
                dom.insert_before(it, paragraph);
                dom.append(paragraph, it);
                while let Some(it) = next {
                    next = dom.after(it);
                    if !is_phrasing(dom, it) {
                        break;
                    }
                    dom.append(paragraph, it);
                }
                trim_end(dom, paragraph);
            }
            child = next;
        }
    }

    /// The paragraph that a container is wrapped around, and hardly a link.
    fn only_paragraph(&self, div: Id) -> Option<Id> {
        let only = self.only_child(div).filter(|it| self.dom.is(*it, Name::P))?;
        (self.link_density(div, None) < 0.25).then_some(only)
    }

    /// The only element in another that has no words beside it.
    fn only_child(&self, id: Id) -> Option<Id> {
        let mut elements = self.dom.elements(id);
        let first = elements.next()?;
        let more = elements.next().is_some() || self.dom.children(id).any(|it| self.dom.is_filled(it));
        (!more).then_some(first)
    }
}

/// The first of a node and those after it that is more than white space.
fn significant(dom: &Dom<'_>, from: Option<Id>) -> Option<Id> {
    std::iter::successors(from, |it| dom.after(*it)).find(|it| dom.is_element(*it) || dom.is_filled(*it))
}

/// Whether a node stands inside of a line: a text, an inline element, or a link around
/// nothing else.
fn is_phrasing(dom: &Dom<'_>, id: Id) -> bool {
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        match dom.name(id) {
            Name::A | Name::Edit if dom.first(id).is_some() => open.extend(dom.children(id)),
            name if name.is_phrasing() => {}
            _ => return false,
        }
    }
    true
}

/// Takes white space and line breaks off the end of a paragraph.
fn trim_end(dom: &mut Dom<'_>, paragraph: Id) {
    while let Some(last) = dom.last(paragraph).filter(|it| dom.is_blank(*it)) {
        dom.remove(last);
    }
}

/// Whether a style sets a property to a value, as far as its first mention tells.
fn has_style(style: &str, property: &str, value: &str) -> bool {
    style
        .find(property)
        .and_then(|at| style.get(at..)?.split_once(':'))
        .map(|(_, rest)| rest.split(';').next().unwrap_or_default().trim_start())
        .is_some_and(|it| it.split(char::is_whitespace).next() == Some(value))
}

#[cfg(test)]
mod tests;
