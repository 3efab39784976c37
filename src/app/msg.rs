//! What happens to the app: keys, answers, time.

use super::document::Ready;
use super::effect::Timer;
use super::following;
use super::key;
use super::list::Counted;
use super::refresh::Refreshed;
use super::screen::Size;
use super::sidebar::Contents;
use super::window::Answer;
use crate::article::{ArticleId, Change, Key, Mark};
use crate::text::excerpt::Excerpt;

/// Everything that [`super::update`] takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    Key(key::Key),
    /// Text that was pasted.
    Paste(String),
    Resize(Size),
    /// A notch of the wheel, at a column and row; only while kabar has the mouse.
    Wheel {
        down: bool,
        column: u16,
        row: u16,
    },
    /// A press of the first button; only while kabar has the mouse.
    Click {
        column: u16,
        row: u16,
    },
    /// Articles have been taken into the library.
    Arrived,
    /// Rows of a list, or why they could not be read.
    Listed {
        number: u64,
        result: Result<Answer, String>,
    },
    /// How many articles there are, for the view of this number.
    Counted {
        view: u64,
        counted: Counted,
    },
    /// The line that shows why a row was found, for the view of this number.
    Excerpted {
        view: u64,
        key: Key,
        excerpt: Excerpt,
    },
    /// What the sidebar lists.
    Surveyed(Contents),
    /// Ids of a list, and the key of the last of them.
    Gathered {
        ids: Vec<ArticleId>,
        last: Option<Key>,
    },
    /// The scan is over. `place` says in words what was looked through.
    Scanned {
        place: String,
        problems: Vec<String>,
    },
    /// An article was read, or why it could not be.
    Loaded {
        id: ArticleId,
        result: Result<Ready, String>,
    },
    /// While feeds are refreshed: so many are done with.
    Refreshing {
        done: usize,
        of: usize,
    },
    /// The refresh is over.
    Refreshed(Refreshed),
    /// The page behind an article was fetched: whether it says more than what was
    /// there, or why there is none.
    PageCame {
        id: ArticleId,
        result: Result<bool, String>,
    },
    /// Marks are durable, or why they are not.
    Recorded {
        changes: Vec<Change>,
        result: Result<(), String>,
    },
    /// Marks as they stand now that another kabar has changed them.
    Marked(Vec<(ArticleId, Mark)>),
    /// Many marks are others than before: too many to be told.
    Remarked,
    /// What came of something that was asked about feeds.
    Followed(following::Answer),
    /// Something that the reader should know.
    Told(String),
    Timer(Timer),
    /// The system wants the reader to end.
    Leave,
    /// Seconds since 1970, for ages.
    Clock(i64),
}
