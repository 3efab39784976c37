//! The list of articles: which are shown, in which order, which is chosen.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::marks::Marks;
use crate::article::{ArticleId, Header};
use crate::text::find::Needle;

/// Which articles the list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    #[default]
    All,
    Unread,
    Bookmarks,
}

/// How many articles each view has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub all: usize,
    pub unread: usize,
    pub bookmarks: usize,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct List {
    /// Newest first; those without a date last, as they were found.
    headers: Vec<Header>,
    view: View,
    filter: String,
    /// Indices into `headers` of what is shown. An article that no longer
    /// belongs (it was just read) stays until the view is left.
    rows: Vec<usize>,
    selected: usize,
    /// The first row on the screen.
    offset: usize,
    counts: Counts,
    /// What the scan that is under way has found so far.
    seen: Option<HashSet<ArticleId>>,
}

impl List {
    pub fn view(&self) -> View {
        self.view
    }

    pub fn filter(&self) -> &str {
        &self.filter
    }

    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// Whether a scan is under way.
    pub fn is_scanning(&self) -> bool {
        self.seen.is_some()
    }

    /// How many rows the view has.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn offset(&self) -> usize {
        self.offset
    }

    pub fn selected(&self) -> usize {
        self.selected
    }

    /// The header of a row.
    pub fn row(&self, row: usize) -> Option<&Header> {
        self.headers.get(*self.rows.get(row)?)
    }

    /// The header that is chosen.
    pub fn chosen(&self) -> Option<&Header> {
        self.row(self.selected)
    }

    pub fn header(&self, id: ArticleId) -> Option<&Header> {
        self.headers.iter().find(|it| it.id == id)
    }

    /// The ids of all rows.
    pub fn ids(&self) -> impl Iterator<Item = ArticleId> {
        self.rows.iter().filter_map(|&at| self.headers.get(at)).map(|it| it.id)
    }

    /// A scan begins: what it does not find will be gone when it ends.
    pub fn begin_scan(&mut self) {
        self.seen = Some(HashSet::new());
    }

    pub fn end_scan(&mut self, marks: &Marks) {
        if let Some(seen) = self.seen.take() {
            let kept = self.kept();
            self.headers.retain(|it| seen.contains(&it.id));
            self.rebuild(kept, marks);
        }
    }

    /// Takes in articles. What was chosen stays chosen; before anybody chose,
    /// that is the first.
    pub fn merge(&mut self, found: Vec<Header>, marks: &Marks) {
        let kept = self.kept();
        let mut index: HashMap<ArticleId, usize> =
            self.headers.iter().enumerate().map(|(at, it)| (it.id, at)).collect();
        for header in found {
            let new = self.seen.as_mut().is_none_or(|it| it.insert(header.id));
            match index.entry(header.id) {
                Entry::Vacant(entry) => {
                    entry.insert(self.headers.len());
                    self.headers.push(header);
                }
                // The same article stored twice: the first that was found stands.
                Entry::Occupied(entry) => {
                    if let Some(known) = self.headers.get_mut(*entry.get()).filter(|_| new) {
                        *known = header;
                    }
                }
            }
        }
        self.headers.sort_by_key(|it| std::cmp::Reverse(it.published.map(|it| it.seconds)));
        self.rebuild(kept, marks);
    }

    pub fn set_view(&mut self, view: View, marks: &Marks) {
        self.view = view;
        self.rebuild(self.kept(), marks);
    }

    /// Shows only what has these words in title, source, section or byline.
    pub fn set_filter(&mut self, words: &str, marks: &Marks) {
        words.clone_into(&mut self.filter);
        self.rebuild(self.kept(), marks);
    }

    /// Counts anew; to be called when marks have changed.
    pub fn count(&mut self, marks: &Marks) {
        let mut counts = Counts { all: self.headers.len(), ..Counts::default() };
        for header in &self.headers {
            let mark = marks.shown(header.id);
            counts.unread += usize::from(!mark.read);
            counts.bookmarks += usize::from(mark.bookmarked);
        }
        self.counts = counts;
    }

    /// What is to stay chosen; nothing while it is the first by default.
    fn kept(&self) -> Option<ArticleId> {
        self.chosen().filter(|_| self.selected > 0).map(|it| it.id)
    }

    fn rebuild(&mut self, kept: Option<ArticleId>, marks: &Marks) {
        let needle = Needle::new(&self.filter);
        let belongs = |header: &Header| {
            let mark = marks.intended(header.id);
            let in_view = match self.view {
                View::All => true,
                View::Unread => !mark.read,
                View::Bookmarks => mark.bookmarked,
            };
            let texts =
                [Some(&header.title), header.outlet.as_ref(), header.kicker.as_ref(), header.byline.as_ref()];
            in_view && (self.filter.is_empty() || texts.into_iter().flatten().any(|it| needle.is_in(it)))
        };
        self.rows = (0..self.headers.len()).filter(|&at| self.headers.get(at).is_some_and(belongs)).collect();
        let at = kept.and_then(|id| self.ids().position(|it| it == id));
        self.selected = at.unwrap_or(self.selected).min(self.rows.len().saturating_sub(1));
        self.count(marks);
    }

    /// Chooses a row; past the ends, the last or first. Says whether another is
    /// chosen than before.
    pub fn select(&mut self, row: usize) -> bool {
        let row = row.min(self.rows.len().saturating_sub(1));
        let moved = row != self.selected;
        self.selected = row;
        moved
    }

    /// Brings what is chosen into a window of so many rows.
    pub fn scroll_into_view(&mut self, visible: usize) {
        let visible = visible.max(1);
        // One row of context above and below, where the window has it.
        let context = usize::from(visible > 4);
        let last = self.rows.len().saturating_sub(visible);
        let lowest = (self.selected + context + 1).saturating_sub(visible);
        self.offset = self.offset.clamp(lowest, self.selected.saturating_sub(context).max(lowest)).min(last);
    }

    /// The nearest row after (or before) the chosen one that is unread.
    pub fn unread_from(&self, forward: bool, marks: &Marks) -> Option<usize> {
        let unread = |&row: &usize| self.row(row).is_some_and(|it| !marks.intended(it.id).read);
        if forward {
            (self.selected + 1..self.rows.len()).find(unread)
        } else {
            (0..self.selected).rev().find(unread)
        }
    }
}

#[cfg(test)]
mod tests;
