//! The last write wins: how marks that were made in several places become one.
//!
//! Each field of an article is a register with the time of its last write
//! (Shapiro et al. 2011, "A comprehensive study of Convergent and Commutative
//! Replicated Data Types", section 3.2.1). Writes of the same millisecond are
//! ordered by their value. Taking a write is commutative, associative and
//! idempotent, so that neither the order in which writes come nor how often they
//! come makes a difference. This is the one place that says which write wins: the
//! journals merged in memory and their projection in the library both ask here.

use super::{ArticleId, Change, Field, Mark, Place, Progress};

/// A change with the moment since which it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamped {
    /// Milliseconds since 1970.
    pub t: u64,
    pub change: Change,
}

impl Stamped {
    pub fn new(t: u64, id: ArticleId, field: Field) -> Self {
        Self { t, change: Change { id, field } }
    }
}

/// A value and when it was written, in milliseconds since 1970; the default
/// comes before all that was ever written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Written<T> {
    pub t: u64,
    pub value: T,
}

impl<T: Copy + Ord> Written<T> {
    /// Takes a write if it is later. Says whether the value is now another one.
    fn take(&mut self, new: Self) -> bool {
        if new <= *self {
            return false;
        }
        let changed = self.value != new.value;
        *self = new;
        changed
    }
}

/// [`Progress`] in half the room: there is one for every article ever opened.
/// Numbers that no article has are cut to the largest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stop {
    pub block: u32,
    pub byte: u32,
    pub permille: u16,
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

/// The last write of each field of one article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LastWrites {
    pub read: Written<bool>,
    pub bookmarked: Written<bool>,
    pub stop: Written<Option<Stop>>,
}

impl LastWrites {
    /// Takes a write where it is later than what was known. Says whether the
    /// article's mark is now another one.
    pub fn take(&mut self, t: u64, field: Field) -> bool {
        match field {
            Field::Read(value) => self.read.take(Written { t, value }),
            Field::Bookmarked(value) => self.bookmarked.take(Written { t, value }),
            Field::Progress(it) => self.stop.take(Written { t, value: it.map(Stop::from) }),
        }
    }

    /// Takes all that was written of what is the same article under another id.
    pub fn join(&mut self, other: Self) {
        self.read = self.read.max(other.read);
        self.bookmarked = self.bookmarked.max(other.bookmarked);
        self.stop = self.stop.max(other.stop);
    }

    /// When this kind of field was written last; 0 where it never was.
    pub fn time_of(&self, field: Field) -> u64 {
        match field {
            Field::Read(_) => self.read.t,
            Field::Bookmarked(_) => self.bookmarked.t,
            Field::Progress(_) => self.stop.t,
        }
    }

    /// The writes that it comes from: one for each field that was ever written.
    pub fn writes(&self) -> impl Iterator<Item = (u64, Field)> {
        let fields = [
            (self.read.t, Field::Read(self.read.value)),
            (self.bookmarked.t, Field::Bookmarked(self.bookmarked.value)),
            (self.stop.t, Field::Progress(self.stop.value.map(Progress::from))),
        ];
        fields.into_iter().filter(|(t, _)| *t > 0)
    }

    pub fn mark(&self) -> Mark {
        Mark {
            read: self.read.value,
            bookmarked: self.bookmarked.value,
            progress: self.stop.value.map(Progress::from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop(block: usize) -> Field {
        Field::Progress(Some(Progress { place: Place { block, byte: 1 }, permille: 500 }))
    }

    #[test]
    fn writes_make_the_same_of_an_article_in_whatever_order_they_come() {
        let writes = [
            (5, Field::Read(true)),
            (5, Field::Read(false)),
            (4, Field::Bookmarked(true)),
            (6, Field::Bookmarked(false)),
            (7, stop(3)),
            (7, Field::Progress(None)),
            (7, stop(usize::MAX)),
        ];
        let made = |order: &mut dyn Iterator<Item = &(u64, Field)>| {
            let mut last = LastWrites::default();
            order.for_each(|(t, field)| {
                last.take(*t, *field);
            });
            last
        };
        let first = made(&mut writes.iter());
        let progress = Progress { place: Place { block: u32::MAX as usize, byte: 1 }, permille: 500 };
        assert_eq!(first.mark(), Mark { read: true, bookmarked: false, progress: Some(progress) });
        assert_eq!(made(&mut writes.iter().rev()), first);
        assert_eq!(made(&mut writes.iter().chain(&writes).skip(3)), first);
        for cut in 0..writes.len() {
            let (mut one, other) = (made(&mut writes[..cut].iter()), made(&mut writes[cut..].iter()));
            one.join(other);
            assert_eq!(one, first);
            assert_eq!(made(&mut one.writes().collect::<Vec<_>>().iter()), first);
        }
    }

    #[test]
    fn only_another_value_is_a_change_of_the_mark() {
        let mut last = LastWrites::default();
        assert!(!last.take(3, Field::Read(false)));
        assert_eq!(last.time_of(Field::Read(true)), 3);
        assert!(last.take(4, Field::Read(true)));
        assert!(!last.take(4, Field::Read(true)));
        assert!(!last.take(3, Field::Read(false)));
    }
}
