//! A list of things over the page: quotations with their speakers, links,
//! messages.

use super::document::Document;
use crate::text::quote::QuoteKind;

/// What a panel lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Quotes,
    Links,
    Messages,
    Feeds,
}

/// One thing in a panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The line above: who says it, or a link's number.
    pub label: String,
    /// Whether the label is a fact; a speaker who is only likely is not.
    pub sure: bool,
    pub text: String,
    /// What it stands for: the index of a quotation or link.
    pub target: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    pub kind: Kind,
    pub items: Vec<Item>,
    pub selected: usize,
    /// Digits typed so far, to choose a link by its number.
    pub number: String,
}

/// What stands for a speaker that the text does not name.
pub const NOBODY: &str = "—";

impl Panel {
    /// Who said what, in the order of the article.
    pub fn quotes(document: &Document, meant: Option<usize>) -> Self {
        let quotes = document.analysis.quotes.iter().enumerate();
        let items: Vec<Item> = quotes
            .filter(|(_, it)| it.kind == QuoteKind::Speech && it.depth == 0)
            .map(|(target, it)| Item {
                label: it.speaker.as_ref().map_or_else(|| NOBODY.to_owned(), |it| it.name.clone()),
                sure: it.speaker.as_ref().is_none_or(|it| it.sure),
                text: document.words_of(it),
                target,
            })
            .collect();
        let selected = meant.and_then(|it| items.iter().position(|item| item.target == it)).unwrap_or(0);
        Self { kind: Kind::Quotes, items, selected, number: String::new() }
    }

    /// The links of an article with their numbers.
    pub fn links(document: &Document) -> Self {
        let items = document.article.links.iter().enumerate();
        let items = items
            .map(|(target, url)| Item {
                label: format!("[{}] {}", target + 1, link_words(document, target)),
                sure: true,
                text: url.clone(),
                target,
            })
            .collect();
        Self { kind: Kind::Links, items, selected: 0, number: String::new() }
    }

    /// What kabar had to say, newest first.
    pub fn messages(messages: &[String]) -> Self {
        let items = messages.iter().rev().enumerate();
        let items = items
            .map(|(target, text)| Item { label: String::new(), sure: true, text: text.clone(), target })
            .collect();
        Self { kind: Kind::Messages, items, selected: 0, number: String::new() }
    }

    /// The feeds that a page names, by address and title.
    pub fn feeds(feeds: &[(String, String)]) -> Self {
        let item = |(target, (url, title)): (usize, &(String, String))| Item {
            label: title.clone(),
            sure: true,
            text: url.clone(),
            target,
        };
        let items = feeds.iter().enumerate().map(item).collect();
        Self { kind: Kind::Feeds, items, selected: 0, number: String::new() }
    }

    pub fn select(&mut self, row: usize) {
        self.selected = row.min(self.items.len().saturating_sub(1));
    }

    pub fn chosen(&self) -> Option<&Item> {
        self.items.get(self.selected)
    }

    /// A digit of a link's number: chooses the link.
    pub fn digit(&mut self, c: char) {
        self.number.push(c);
        let number = self.number.parse().ok().filter(|it| (1..=self.items.len()).contains(it));
        if let Some(number) = number.or_else(|| {
            self.number = c.to_string();
            self.number.parse().ok().filter(|it: &usize| (1..=self.items.len()).contains(it))
        }) {
            self.selected = number - 1;
        } else {
            self.number.clear();
        }
    }
}

/// The words that carry a link where it is used first.
fn link_words(document: &Document, link: usize) -> &str {
    use crate::article::{BlockKind, InlineKind};
    use crate::text::span::Span;
    for block in &document.article.blocks {
        if let Some(it) = block.inlines.iter().find(|it| it.kind == InlineKind::Link(link)) {
            return Span::new(it.start, it.end).slice(&block.text);
        }
        if matches!(&block.kind, BlockKind::Image { link: Some(it), .. } if *it == link) {
            return &block.text;
        }
    }
    ""
}
