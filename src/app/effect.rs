//! What the app asks of the world. Plain data; the shell does it.

use super::following;
use super::sidebar::Saved;
use super::window::Ask;
use crate::article::{ArticleId, Change, Key};
use crate::text::page;
use crate::text::query::Query;

/// Something to do outside of the model.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Look through the sources and take in what is new; answered by
    /// `Msg::Arrived` and `Msg::Scanned`.
    Scan,
    /// Read rows of a list; answered by `Msg::Listed`. Whoever asks again no
    /// longer waits for what was asked before.
    List(Ask),
    /// Count articles; answered by `Msg::Counted`.
    Count(Count),
    /// Give the ids of a list; answered by `Msg::Gathered`.
    Gather(Gather),
    /// Give the lines that show why rows were found; answered by `Msg::Excerpted`,
    /// one by one.
    Excerpt(Excerpts),
    /// Say what there is for the sidebar; answered by `Msg::Surveyed`.
    Survey(Survey),
    /// Do something about feeds; answered by `Msg::Followed`.
    Follow(following::Ask),
    /// Save a search in the config.
    Save(Saved),
    /// Read an article; answered by `Msg::Loaded`.
    Load(Wanted),
    /// Read an article that may be wanted next; answered by `Msg::Loaded`, whenever
    /// there is nothing better to do.
    Ahead(Wanted),
    /// Ask the feeds: those that are due, or by hand all but what was just asked.
    /// Answered by `Msg::Refreshing` for each and `Msg::Refreshed` at the end.
    Refresh {
        by_hand: bool,
    },
    /// Put the text of the page behind an article in the place of its summary;
    /// answered by `Msg::PageCame`.
    FullText(ArticleId),
    /// Make marks durable; answered by `Msg::Recorded`.
    Record(Vec<Change>),
    /// Open a link in the browser.
    Browse(String),
    /// Put text on the clipboard of the terminal (OSC 52).
    Copy(String),
    /// Send `Msg::Timer` after so many milliseconds.
    After {
        millis: u64,
        timer: Timer,
    },
    /// Take the mouse, or give it back to the terminal.
    Mouse(bool),
    Suspend,
    /// Leave, once everything before it is done.
    Quit,
}

/// An article that is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub id: ArticleId,
    /// How it is to be set; `None` where no window shows it.
    pub page: Option<page::Options>,
}

/// What is to be counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Count {
    /// Comes back with the answer.
    pub view: u64,
    /// Everything that the reader was started on.
    pub scope: Query,
    /// What the view shows; counted up to [`super::list::COUNTED`] where
    /// `found` is set.
    pub query: Query,
    pub found: bool,
    /// Of the view, what arrived after this is counted as new.
    pub since: u64,
}

/// What is asked for the sidebar.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    /// The saved searches: how many unread articles has each?
    pub searches: Vec<Query>,
}

/// The rows whose excerpts are wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Excerpts {
    /// Comes back with the answers.
    pub view: u64,
    pub query: Query,
    pub rows: Vec<(Key, ArticleId)>,
}

/// The ids that are wanted of a list, in windows.
#[derive(Clone, Debug, PartialEq)]
pub struct Gather {
    pub query: Query,
    /// Only what stands below this row.
    pub below: Option<Key>,
    pub limit: usize,
    /// What arrived after this is left out.
    pub until: u64,
}

/// What a timer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timer {
    /// The toast of this number has been up long enough.
    Toast(u64),
    /// Reading has paused: remember the place.
    Progress,
    /// While feeds are refreshed: the screen may show what came.
    Refreshing,
    /// Feeds are due.
    Due,
}
