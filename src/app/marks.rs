//! Marks on their way to the disk.
//!
//! The screen shows a mark only once it is durable: that is what rows hold. What
//! a key means goes by what was asked for last, so that two quick presses are
//! two presses; that is held here for as long as it is not durable. So is what is
//! to be said of it: `bookmarked` is a promise like the star beside the title.

use std::collections::{HashMap, VecDeque};

use crate::article::{ArticleId, Change, Mark};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// What will hold, and how many changes of it are on their way.
    pending: HashMap<ArticleId, (Mark, usize)>,
    /// What is to be said of each order on its way: they arrive as they were sent.
    sayings: VecDeque<Option<String>>,
}

impl Marks {
    /// What holds once everything on its way has arrived, where `shown` holds now.
    pub fn intended(&self, id: ArticleId, shown: Mark) -> Mark {
        self.pending.get(&id).map_or(shown, |(mark, _)| *mark)
    }

    /// A change is on its way to an article of which `shown` holds.
    pub fn intend(&mut self, change: Change, shown: Mark) {
        let (mark, n) = self.pending.entry(change.id).or_insert((shown, 0));
        mark.set(change.field);
        *n += 1;
    }

    /// Changes are on their way together, of which this is to be said when they
    /// hold.
    pub fn sent(&mut self, saying: Option<String>) {
        self.sayings.push_back(saying);
    }

    /// The changes that were sent first have arrived: what is to be said of them,
    /// should they hold.
    pub fn arrived(&mut self) -> Option<String> {
        self.sayings.pop_front().flatten()
    }

    /// A change has arrived, durable or not.
    pub fn settle(&mut self, id: ArticleId) {
        if let Some((_, n)) = self.pending.get_mut(&id) {
            *n = n.saturating_sub(1);
            if *n == 0 {
                self.pending.remove(&id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Field;

    #[test]
    fn what_was_asked_for_counts_until_it_has_arrived_or_failed() {
        let id = ArticleId::from_bytes([7; 10]);
        let shown = Mark { read: true, ..Mark::default() };
        let mut marks = Marks::default();
        marks.intend(Change { id, field: Field::Bookmarked(true) }, shown);
        marks.intend(Change { id, field: Field::Read(false) }, shown);
        assert_eq!(marks.intended(id, shown), Mark { bookmarked: true, ..Mark::default() });
        marks.settle(id);
        assert!(marks.intended(id, shown).bookmarked, "one is still on its way");
        marks.settle(id);
        assert_eq!(marks.intended(id, shown), shown, "a change that failed leaves no trace");
    }
}
