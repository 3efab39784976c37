//! Marks as the screen shows them and as they are about to be.
//!
//! The screen shows a mark only once it is durable. What a key means goes by
//! what was asked for last, so that two quick presses are two presses.

use std::collections::HashMap;

use crate::article::{ArticleId, Change, Mark};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    durable: HashMap<ArticleId, Mark>,
    /// Marks on their way, and how many changes of each are.
    intended: HashMap<ArticleId, (Mark, usize)>,
}

impl Marks {
    /// What the screen may show.
    pub fn shown(&self, id: ArticleId) -> Mark {
        self.durable.get(&id).copied().unwrap_or_default()
    }

    /// What holds once everything on its way has arrived.
    pub fn intended(&self, id: ArticleId) -> Mark {
        self.intended.get(&id).map_or_else(|| self.shown(id), |(mark, _)| *mark)
    }

    /// A change is on its way.
    pub fn intend(&mut self, change: Change) {
        let mut mark = self.intended(change.id);
        mark.set(change.field);
        let entry = self.intended.entry(change.id).or_insert((mark, 0));
        *entry = (mark, entry.1 + 1);
    }

    /// A change has arrived, durable or not.
    pub fn settle(&mut self, change: Change, durable: bool) {
        if durable {
            self.durable.entry(change.id).or_default().set(change.field);
        }
        if let Some((_, n)) = self.intended.get_mut(&change.id) {
            *n -= 1;
            if *n == 0 {
                self.intended.remove(&change.id);
            }
        }
    }

    /// Marks from elsewhere: the journals at the start, another kabar later.
    pub fn learn(&mut self, id: ArticleId, mark: Mark) {
        self.durable.insert(id, mark);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Field;

    #[test]
    fn a_mark_shows_only_when_durable_and_counts_at_once() {
        let id = ArticleId::from_bytes([7; 10]);
        let change = Change { id, field: Field::Bookmarked(true) };
        let mut marks = Marks::default();
        marks.intend(change);
        assert!(marks.intended(id).bookmarked && !marks.shown(id).bookmarked);
        marks.settle(change, true);
        assert!(marks.intended(id).bookmarked && marks.shown(id).bookmarked);
    }

    #[test]
    fn a_mark_that_failed_leaves_no_trace() {
        let id = ArticleId::from_bytes([7; 10]);
        let change = Change { id, field: Field::Read(true) };
        let mut marks = Marks::default();
        marks.intend(change);
        marks.settle(change, false);
        assert!(!marks.intended(id).read && !marks.shown(id).read);
    }
}
