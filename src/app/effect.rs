//! What the app asks of the world. Plain data; the shell does it.

use crate::article::{ArticleId, Change};

/// Something to do outside of the model.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Look through the sources; answered by `Msg::Found` and `Msg::Scanned`.
    Scan,
    /// Read an article; answered by `Msg::Loaded`.
    Load(ArticleId),
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

/// What a timer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timer {
    /// The toast of this number has been up long enough.
    Toast(u64),
    /// Reading has paused: remember the place.
    Progress,
}
