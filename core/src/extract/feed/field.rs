//! What the elements of a feed and of its entries have in common: each is read
//! as text, an address, a date, a person, a subject.

use super::Notes;
use super::markup;
use super::people::{self, Person};
use super::tree::{Element, NodeId, Tree};
use super::words::Words;
use crate::article::{Date, Language};
use crate::extract::date;
use crate::extract::reference;

/// Reads elements of a tree.
#[derive(Clone, Copy)]
pub(super) struct Fields<'t, 'a> {
    pub(super) tree: &'t Tree<'a>,
    /// The address that references are relative to, `xml:base` aside.
    pub(super) document: Option<&'t str>,
}

impl Fields<'_, '_> {
    /// The text of an element, as it stands; `None` where it is empty.
    pub(super) fn text(&self, node: NodeId) -> Option<String> {
        Some(self.tree.text(node).trim().to_owned()).filter(|it| !it.is_empty())
    }

    pub(super) fn number(&self, node: NodeId) -> Option<u32> {
        self.text(node)?.parse().ok()
    }

    pub(super) fn language(&self, node: NodeId) -> Option<Language> {
        Language::parse(&self.text(node)?)
    }

    /// The address that references at a node are relative to.
    pub(super) fn base(&self, node: NodeId) -> Option<String> {
        self.tree.base(node, self.document)
    }

    /// A reference at a node as an address of the web.
    pub(super) fn web(&self, node: NodeId, reference: &str) -> Option<String> {
        reference::web(self.base(node).as_deref(), reference)
    }

    /// The address that an element holds, in an attribute or as its text.
    pub(super) fn address(&self, node: NodeId) -> Option<String> {
        let element = self.tree.element(node)?;
        match element.attribute("href").or_else(|| element.attribute("resource")) {
            Some(stated) => self.web(node, stated),
            None if self.tree.has_elements(node) => None,
            None => self.web(node, &self.text(node)?),
        }
    }

    /// The address of a picture: in an attribute, in an element `url`, or as
    /// the text.
    pub(super) fn picture(&self, node: NodeId) -> Option<String> {
        let element = self.tree.element(node)?;
        if let Some(inner) = self.tree.child(node, "url") {
            return self.web(inner, &self.text(inner)?);
        }
        match element.attribute("url") {
            Some(stated) => self.web(node, stated),
            None => self.address(node),
        }
    }

    pub(super) fn words(&self, node: NodeId) -> Option<Words> {
        Words::read(self.tree, node, self.document)
    }

    /// The words of an element in one line, safe to show.
    pub(super) fn line(&self, node: NodeId) -> Option<String> {
        self.words(node)?.line()
    }

    /// The date in an element; one that says nothing is noted.
    pub(super) fn date(&self, node: NodeId, notes: &mut Notes) -> Option<Date> {
        let text = self.text(node)?;
        let date = date::stamp(&text);
        notes.bad_dates += usize::from(date.is_none());
        date
    }

    /// Somebody named by an element: in Atom by elements inside, else by its
    /// text.
    pub(super) fn person(&self, node: NodeId) -> Option<Person> {
        let mut found = Person::default();
        for (child, element) in self.tree.elements(node) {
            let text = || Some(markup::words_of_either(&self.tree.text(child))).filter(|it| !it.is_empty());
            match element.name.as_ref() {
                "name" => found.name = found.name.or_else(text),
                "email" => found.email = found.email.or_else(text),
                "uri" | "url" | "homepage" => found.url = found.url.or_else(|| self.address(child)),
                _ => {}
            }
        }
        if found.is_nobody() { people::parse(&self.tree.text(node)) } else { Some(found) }
    }

    /// A subject: Atom has it in `term`, RSS as text. Terms that are addresses
    /// give way to their label.
    pub(super) fn category(&self, node: NodeId) -> Option<String> {
        let element = self.tree.element(node)?;
        let term = element.attribute("term");
        let label = element.attribute("label").filter(|_| term.is_none_or(reference::is_web));
        let words = match label.or(term) {
            Some(stated) => markup::line(stated),
            None => markup::words_of_either(&self.tree.text(node)),
        };
        (!words.is_empty()).then_some(words)
    }

    /// Subjects of podcasts: the name in an attribute, narrower ones inside.
    pub(super) fn itunes_categories(&self, node: NodeId) -> impl Iterator<Item = String> {
        let name = |it: &Element<'_>| it.attribute("text").map(markup::line);
        let inner = self.tree.elements(node).filter_map(move |(_, it)| name(it));
        self.tree.element(node).and_then(name).into_iter().chain(inner)
    }

    /// Subjects in one text, with commas between them.
    pub(super) fn keywords(&self, node: NodeId) -> Vec<String> {
        keywords(&self.tree.text(node)).collect()
    }
}

/// People by how well the element that names them says that they are the
/// author; only the best are kept, for the others name the same in other words.
#[derive(Default)]
pub(super) struct Authors {
    rank: u8,
    people: Vec<Person>,
}

impl Authors {
    pub(super) fn offer(&mut self, rank: u8, person: Option<Person>) {
        let Some(person) = person else { return };
        if self.people.is_empty() || rank < self.rank {
            self.rank = rank;
            self.people.clear();
        }
        if rank == self.rank {
            people::add(&mut self.people, person);
        }
    }

    pub(super) fn take(self) -> Vec<Person> {
        self.people
    }
}

/// What a link is to its feed or entry, in lower case; registered relations may
/// be written as an address (RFC 4287, 4.2.7.2).
pub(super) fn relation(element: &Element<'_>) -> String {
    let rel = element.attribute("rel").unwrap_or("alternate").to_ascii_lowercase();
    match rel.rsplit_once('/') {
        Some((registry, name)) if registry.contains("iana.org") => name.to_owned(),
        _ => rel,
    }
}

pub(super) fn keywords(text: &str) -> impl Iterator<Item = String> {
    text.split(',').map(markup::words_of_either).filter(|it| !it.is_empty())
}

/// The same without repetitions, in the order of their first.
pub(super) fn distinct(words: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    words.into_iter().filter(|it| seen.insert(it.clone())).collect()
}

/// A size in bytes; feeds write separators into it.
pub(super) fn number(text: &str) -> Option<u64> {
    let digits: String = text.chars().filter(|c| !matches!(c, ',' | '.' | ' ' | '_')).collect();
    digits.parse().ok()
}

/// A duration in seconds: `5025`, `83:45`, `1:23:45`, with or without a
/// fraction.
pub(super) fn seconds(text: &str) -> Option<u32> {
    let whole = text.trim().split('.').next()?;
    let mut total = 0_u32;
    let mut parts = 0;
    for part in whole.split(':') {
        parts += 1;
        total = total.checked_mul(60)?.checked_add(part.trim().parse().ok()?)?;
    }
    (parts <= 3).then_some(total)
}
