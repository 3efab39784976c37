//! What happens to the app: keys, answers, time.

use std::sync::Arc;

use super::document::Document;
use super::effect::Timer;
use super::key::Key;
use super::screen::Size;
use crate::article::{ArticleId, Change, Header, Mark};

/// Everything that [`super::update`] takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    Key(Key),
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
    /// Some of the articles that a scan found.
    Found(Vec<Header>),
    /// The scan is over. `place` says in words what was looked through.
    Scanned {
        place: String,
        problems: Vec<String>,
    },
    /// An article was read, or why it could not be.
    Loaded {
        id: ArticleId,
        result: Result<Arc<Document>, String>,
    },
    /// Marks are durable, or why they are not.
    Recorded {
        changes: Vec<Change>,
        result: Result<(), String>,
    },
    /// Marks as they stand, at the start and when another kabar changed them.
    Marked(Vec<(ArticleId, Mark)>),
    /// Something that the reader should know.
    Told(String),
    Timer(Timer),
    /// The system wants the reader to end.
    Leave,
    /// Seconds since 1970, for ages.
    Clock(i64),
}
