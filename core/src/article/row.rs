//! A line of a list, and how lists are asked for: in windows, since nobody looks
//! at a million lines at once.

use super::{Header, Mark};

/// The place of an article in the library's order: greater is newer, and
/// whatever has no date is older than all that has. No two articles share one,
/// and the number says nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(pub i64);

/// What a list shows of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub key: Key,
    pub header: Header,
    pub mark: Mark,
    /// Whether its text has changed at its source since it was taken in.
    pub updated: bool,
}

/// Where a window of a list, newest first, lies. Its rows come newest first
/// whichever end it is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// From the newest on.
    Top,
    /// What stands below this one.
    Below(Key),
    /// What stands above this one, the nearest of it.
    Above(Key),
    /// Up to the very last.
    Bottom,
}

/// How many articles a list has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub all: u64,
    pub unread: u64,
    pub bookmarked: u64,
}
