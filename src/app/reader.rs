//! The article that is open: where in it one is, and what is looked for in it.

use std::sync::Arc;

use super::document::{Document, Ready};
use crate::article::{ArticleId, Place, Progress};
use crate::text::excerpt::marked;
use crate::text::find::{self, Hit};
use crate::text::page::{self, Page};
use crate::text::query::Term;
use crate::text::quote::QuoteKind;

/// A search in the article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Find {
    /// Empty where the hits are what the article was found by.
    pub words: String,
    pub hits: Vec<Hit>,
    /// Index into `hits` of the one that was stepped to.
    pub current: Option<usize>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reader {
    id: Option<ArticleId>,
    /// Whether the article was opened, and not only looked at beside the list.
    opened: bool,
    document: Option<Arc<Document>>,
    /// Why the article cannot be shown.
    failed: Option<String>,
    page: Option<Arc<Page>>,
    set_with: Option<page::Options>,
    /// A page that was set beforehand, and what with.
    beforehand: Option<(page::Options, Arc<Page>)>,
    /// Rows that the window shows.
    height: usize,
    /// The row at the top of the window, and the content on it: the row is the
    /// truth while the page stays as it is, the place when it is set anew.
    top: usize,
    place: Place,
    raw: bool,
    numbers: bool,
    find: Option<Find>,
    /// What the article was found by.
    sought: Vec<Term>,
    /// Index into the quotations of the one that was stepped to.
    quote: Option<usize>,
}

impl Reader {
    pub fn id(&self) -> Option<ArticleId> {
        self.id
    }

    pub fn is_opened(&self) -> bool {
        self.opened
    }

    pub fn document(&self) -> Option<&Arc<Document>> {
        self.document.as_ref()
    }

    /// The article as it is, to be shown again.
    pub(super) fn ready(&self) -> Option<Ready> {
        let document = Arc::clone(self.document.as_ref()?);
        let page = self.set_with.zip(self.page.clone()).or_else(|| self.beforehand.clone());
        Some(Ready { document, page })
    }

    pub fn failed(&self) -> Option<&str> {
        self.failed.as_deref()
    }

    pub fn page(&self) -> Option<&Arc<Page>> {
        self.page.as_ref()
    }

    pub fn top(&self) -> usize {
        self.top
    }

    pub fn raw(&self) -> bool {
        self.raw
    }

    pub fn numbers(&self) -> bool {
        self.numbers
    }

    pub fn find(&self) -> Option<&Find> {
        self.find.as_ref()
    }

    pub fn quote(&self) -> Option<usize> {
        self.quote
    }

    /// Turns to an article, or to none. What was found in the one before is
    /// forgotten.
    pub fn turn_to(&mut self, id: Option<ArticleId>, place: Place) {
        *self = Self { id, place, numbers: self.numbers, height: self.height, ..Self::default() };
    }

    pub fn set_opened(&mut self) {
        self.opened = true;
    }

    /// Goes to a place, whether the article is there yet or not.
    pub fn place_at(&mut self, place: Place) {
        self.place = place;
        if let Some(page) = &self.page {
            self.top = page.row_of(place).min(self.last_top());
        }
    }

    /// Takes in the article that was asked for; one that is no longer wanted is
    /// dropped.
    pub fn loaded(&mut self, id: ArticleId, result: Result<Ready, String>) {
        if self.id != Some(id) {
            return;
        }
        self.page = None;
        match result {
            Ok(Ready { document, page }) => {
                (self.document, self.beforehand, self.failed) = (Some(document), page, None);
            }
            Err(why) => (self.document, self.beforehand, self.failed) = (None, None, Some(why)),
        }
        self.mark_sought();
    }

    /// Marks what the article was found by, without going there; where it was found
    /// by who said something, it goes to what they said first.
    pub fn seek(&mut self, terms: Vec<Term>) {
        if self.sought == terms {
            return;
        }
        self.sought = terms;
        if self.find.as_ref().is_some_and(|it| it.words.is_empty()) {
            self.find = None;
        }
        self.mark_sought();
    }

    fn mark_sought(&mut self) {
        let Some(document) = self.document.as_ref().filter(|_| !self.sought.is_empty()) else { return };
        let blocks = document.article.blocks.iter().enumerate();
        let hits: Vec<Hit> = blocks
            .filter(|(_, it)| self.raw || it.removed.is_none())
            .flat_map(|(block, it)| {
                let hits = marked(&it.text, &self.sought).hits;
                hits.into_iter().map(move |span| Hit { block, span })
            })
            .collect();
        let said = document.said_by(&self.sought);
        let said = said.and_then(|at| Some((at, document.place_of(document.analysis.quotes.get(at)?))));
        if !hits.is_empty() {
            self.find = Some(Find { words: String::new(), hits, current: None });
        }
        if let Some((quote, place)) = said {
            self.quote = Some(quote);
            self.place_at(place);
        }
    }

    /// Sets the article for a window, where that is not done. The place stays.
    pub fn set(&mut self, options: page::Options, height: u16) {
        let height = usize::from(height);
        let Some(document) = &self.document else { return };
        if self.page.is_none() || self.set_with != Some(options) {
            let beforehand = self.beforehand.take().filter(|(with, _)| *with == options);
            let page = beforehand.map_or_else(
                || Arc::new(page::lay_out(&document.article, &document.analysis, &options)),
                |(_, page)| page,
            );
            self.top = page.row_of(self.place);
            self.page = Some(page);
            self.set_with = Some(options);
            self.height = height;
            self.top = self.top.min(self.last_top());
        } else if self.height != height {
            self.height = height;
            self.top = self.top.min(self.last_top());
        }
    }

    fn rows(&self) -> usize {
        self.page.as_ref().map_or(0, |page| page.rows.len())
    }

    /// The lowest that the window goes.
    fn last_top(&self) -> usize {
        self.rows().saturating_sub(self.height.max(1))
    }

    pub fn at_end(&self) -> bool {
        self.top >= self.last_top()
    }

    pub fn at_top(&self) -> bool {
        self.top == 0
    }

    /// Rows of a page turn: all but one, so that the eye finds its line again.
    pub fn page_rows(&self) -> usize {
        self.height.saturating_sub(1).max(1)
    }

    pub fn down(&mut self, rows: usize) {
        self.go_to(self.top.saturating_add(rows));
    }

    pub fn up(&mut self, rows: usize) {
        self.go_to(self.top.saturating_sub(rows));
    }

    fn go_to(&mut self, row: usize) {
        let Some(page) = &self.page else { return };
        self.top = row.min(self.last_top());
        self.place = if self.top == 0 { Place::default() } else { page.place_of(self.top) };
    }

    pub fn go_to_top(&mut self) {
        self.go_to(0);
    }

    pub fn go_to_end(&mut self) {
        self.go_to(usize::MAX);
    }

    /// Brings a place into the window, a third from its top, unless it is there
    /// already.
    pub fn reveal(&mut self, place: Place) {
        let Some(page) = &self.page else { return };
        let row = page.row_of(place);
        if !(self.top..self.top + self.height).contains(&row) {
            self.go_to(row.saturating_sub(self.height / 3));
        }
    }

    /// How much of the article lies above the lower edge of the window, in
    /// thousandths.
    pub fn permille(&self) -> u16 {
        let (seen, all) = (self.top + self.height, self.rows());
        if all == 0 || seen >= all {
            return 1000;
        }
        u16::try_from(seen * 1000 / all).unwrap_or(1000)
    }

    /// Minutes of reading that are left; 0 at the end.
    pub fn minutes_left(&self) -> u16 {
        let minutes = self.document.as_ref().map_or(0, |it| it.analysis.minutes);
        let left = u32::from(minutes) * u32::from(1000 - self.permille());
        u16::try_from(left.div_ceil(1000)).unwrap_or(u16::MAX)
    }

    /// What to remember of the place; nothing at the very top.
    pub fn progress(&self) -> Option<Progress> {
        (self.top > 0).then(|| Progress { place: self.place, permille: self.permille() })
    }

    pub fn toggle_raw(&mut self) {
        self.raw = !self.raw;
        match self.find.as_ref().map(|it| it.words.clone()) {
            Some(words) if words.is_empty() => self.mark_sought(),
            Some(words) => self.look_for(&words),
            None => {}
        }
    }

    pub fn toggle_numbers(&mut self) {
        self.numbers = !self.numbers;
    }

    pub fn set_numbers(&mut self, numbers: bool) {
        self.numbers = numbers;
    }

    /// Looks for words and goes to the first hit on or after the top of the
    /// window; with no words, ends the search.
    pub fn look_for(&mut self, words: &str) {
        let Some(document) = self.document.as_ref().filter(|_| !words.is_empty()) else {
            self.find = None;
            return;
        };
        let hits = find::find(&document.article, words, self.raw);
        let from = if self.top == 0 { Place::default() } else { self.place };
        let current =
            hits.iter().position(|it| place_of(it) >= from).or(if hits.is_empty() { None } else { Some(0) });
        let place = current.and_then(|at| hits.get(at)).map(place_of);
        self.find = Some(Find { words: words.to_owned(), hits, current });
        if let Some(place) = place {
            self.reveal(place);
        }
    }

    pub fn end_search(&mut self) {
        self.find = None;
    }

    /// Steps to the next hit, or the one before; around at the ends.
    pub fn step_hit(&mut self, forward: bool) {
        let Some(find) = &mut self.find else { return };
        let n = find.hits.len();
        if n == 0 {
            return;
        }
        let at = match (find.current, forward) {
            (None, true) => 0,
            (None, false) => n - 1,
            (Some(at), true) => (at + 1) % n,
            (Some(at), false) => (at + n - 1) % n,
        };
        find.current = Some(at);
        if let Some(place) = find.hits.get(at).map(place_of) {
            self.reveal(place);
        }
    }

    /// The quotations that can be stepped to, by their index and place.
    fn speech(&self) -> Vec<(usize, Place)> {
        self.document.as_ref().map_or_else(Vec::new, |document| {
            let quotes = document.analysis.quotes.iter().enumerate();
            quotes
                .filter(|(_, it)| it.kind == QuoteKind::Speech && it.depth == 0)
                .map(|(at, it)| (at, document.place_of(it)))
                .collect()
        })
    }

    /// Steps to the next quotation, or the one before, from the one stepped to
    /// last or from the top of the window. `false` where there is none.
    pub fn step_quote(&mut self, forward: bool) -> bool {
        let speech = self.speech();
        let top = if self.top == 0 { Place::default() } else { self.place };
        let visible = |place: Place| {
            self.page.as_ref().is_some_and(|page| {
                let row = page.row_of(place);
                (self.top..self.top + self.height).contains(&row)
            })
        };
        // One that scrolled away is no place to step from.
        let current =
            self.quote.and_then(|it| speech.iter().find(|(at, _)| *at == it)).filter(|it| visible(it.1));
        let next = match (current, forward) {
            (Some((at, _)), true) => speech.iter().find(|it| it.0 > *at),
            (Some((at, _)), false) => speech.iter().rev().find(|it| it.0 < *at),
            (None, true) => speech.iter().find(|it| it.1 >= top),
            (None, false) => speech.iter().rev().find(|it| it.1 < top),
        };
        let Some(&(at, _)) = next else { return false };
        self.go_to_quote(at);
        true
    }

    /// Goes to a quotation by its index.
    pub fn go_to_quote(&mut self, quote: usize) {
        let Some(document) = &self.document else { return };
        let Some(it) = document.analysis.quotes.get(quote) else { return };
        let place = document.place_of(it);
        self.quote = Some(quote);
        self.reveal(place);
    }

    /// No quotation is stepped to any more. Says whether one was.
    pub fn forget_quote(&mut self) -> bool {
        self.quote.take().is_some()
    }

    /// The quotation that is meant now: the one stepped to, or the first in the
    /// window.
    pub fn meant_quote(&self) -> Option<usize> {
        let page = self.page.as_ref()?;
        let window = page.rows.get(self.top..(self.top + self.height).min(page.rows.len()))?;
        self.quote.or_else(|| {
            let speech = self.speech();
            let (first, last) = (window.first()?, window.last()?);
            let end = Place { block: last.place.block, byte: last.end };
            speech.iter().find(|(_, place)| *place >= first.place && *place <= end).map(|(at, _)| *at)
        })
    }
}

fn place_of(hit: &Hit) -> Place {
    Place { block: hit.block, byte: hit.span.start }
}
