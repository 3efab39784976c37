//! Entries merged: the last write wins for each article and field.
//!
//! Merging is commutative, associative and idempotent, so that neither the
//! order in which entries come nor how often they come makes a difference.

use std::collections::HashMap;

use super::entry::Entry;
use crate::article::{ArticleId, Field, Mark, Place, Progress};

/// The last write for each article and field.
#[derive(Debug, Default)]
pub(super) struct Merged {
    rows: HashMap<ArticleId, Row>,
}

#[derive(Debug, Default)]
struct Row {
    read: Written<bool>,
    bookmarked: Written<bool>,
    progress: Written<Option<Stop>>,
}

/// A value and when it was written, in milliseconds since 1970; the default
/// comes before all that was ever written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Written<T> {
    t: u64,
    value: T,
}

impl<T: Copy + Ord> Written<T> {
    /// Takes a value if it is later. Says whether the value is now another one.
    fn take(&mut self, t: u64, value: T) -> bool {
        let new = Self { t, value };
        if new <= *self {
            return false;
        }
        let changed = self.value != value;
        *self = new;
        changed
    }
}

/// [`Progress`] in half the room: there is one for every article ever opened.
/// Numbers that no article has are cut to the largest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Stop {
    block: u32,
    byte: u32,
    permille: u16,
}

impl From<Progress> for Stop {
    fn from(it: Progress) -> Self {
        let small = |n| u32::try_from(n).unwrap_or(u32::MAX);
        Self { block: small(it.place.block), byte: small(it.place.byte), permille: it.permille }
    }
}

impl From<Stop> for Progress {
    fn from(it: Stop) -> Self {
        let place = Place { block: it.block as usize, byte: it.byte as usize };
        Self { place, permille: it.permille }
    }
}

impl Row {
    fn mark(&self) -> Mark {
        Mark {
            read: self.read.value,
            bookmarked: self.bookmarked.value,
            progress: self.progress.value.map(Progress::from),
        }
    }
}

impl Merged {
    /// Takes what an entry says where it is later than what was known. Says
    /// whether the article's mark is now another one.
    pub(super) fn apply(&mut self, entry: &Entry) -> bool {
        let row = self.rows.entry(entry.id).or_default();
        let read = entry.read.is_some_and(|it| row.read.take(entry.t, it));
        let bookmarked = entry.bookmarked.is_some_and(|it| row.bookmarked.take(entry.t, it));
        let progress = entry.progress.is_some_and(|it| row.progress.take(entry.t, it.map(Stop::from)));
        read || bookmarked || progress
    }

    /// When a field of an article was written last; 0 where it never was.
    pub(super) fn written(&self, id: ArticleId, field: Field) -> u64 {
        self.rows.get(&id).map_or(0, |row| match field {
            Field::Read(_) => row.read.t,
            Field::Bookmarked(_) => row.bookmarked.t,
            Field::Progress(_) => row.progress.t,
        })
    }

    pub(super) fn mark(&self, id: ArticleId) -> Mark {
        self.rows.get(&id).map_or_else(Mark::default, Row::mark)
    }

    pub(super) fn marks(&self) -> impl Iterator<Item = (ArticleId, Mark)> {
        self.rows.iter().map(|(id, row)| (*id, row.mark()))
    }
}
