//! What a list asks of the library, and what it gets: a stretch of rows around
//! the screen, never the whole list.

use crate::article::{Key, Row, Window};
use crate::text::query::{Filter, Query};

/// A stretch of a list that is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Comes back with the answer: one that is no longer waited for is dropped.
    pub number: u64,
    pub query: Query,
    pub reach: Reach,
    /// The most rows to give.
    pub limit: usize,
    /// Rows that stay in the list although they no longer belong to it.
    pub kept: Vec<Key>,
    /// What arrived after this is left out; `u64::MAX` leaves out nothing.
    pub until: u64,
}

/// Where the stretch lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    Top,
    Bottom,
    /// What stands below this row.
    Below(Key),
    /// What stands above this row.
    Above(Key),
    /// What stands around this row, itself included.
    Around(Key),
    /// What stands around the unread row that is nearest to this one, below it
    /// or above it.
    Unread {
        from: Key,
        forward: bool,
    },
    /// What of the newest fits the words of the query best, best first. What is older
    /// stands below, newest first.
    Best,
}

impl Ask {
    /// Whether the rows that are held go on with it: what is on the screen seldom waits
    /// for that.
    pub fn goes_on(&self) -> bool {
        matches!(self.reach, Reach::Below(_) | Reach::Above(_))
    }
}

/// What the library says.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Rows(Stretch),
    /// There is no unread row in that direction.
    NoUnread,
}

/// Rows that lie side by side in a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stretch {
    pub rows: Vec<Row>,
    /// Whether there may be rows above these, and below.
    pub above: bool,
    pub below: bool,
    /// How far down was looked, where there is more to look through than was worth
    /// waiting for: what stands below is found from here on.
    pub reached: Option<Key>,
    /// The row that was looked for.
    pub at: Option<Key>,
    /// The last arrival that these rows take account of.
    pub arrival: u64,
}

/// Rows of a window, newest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    pub rows: Vec<Row>,
    /// See [`Stretch::reached`]; only where the window begins at an upper end.
    pub reached: Option<Key>,
}

/// A part that is all there is to its window.
impl From<Vec<Row>> for Part {
    fn from(rows: Vec<Row>) -> Self {
        Self { rows, reached: None }
    }
}

/// Answers a list through a library that gives windows of rows: `rows` takes a
/// query, where to look and how many rows to give at most. Of a stretch by rank
/// ([`Reach::Best`]) windows know nothing: it comes out empty.
pub fn answer<E>(
    ask: &Ask,
    arrival: u64,
    mut part: impl FnMut(&Query, Window, usize) -> Result<Part, E>,
) -> Result<Answer, E> {
    let (mut key, mut found) = (None, Part::default());
    let mut stretch = Stretch { arrival: arrival.min(ask.until), ..Stretch::default() };
    match ask.reach {
        Reach::Top => found = part(&ask.query, Window::Top, ask.limit)?,
        Reach::Bottom => found = part(&ask.query, Window::Bottom, ask.limit)?,
        Reach::Below(key) => found = part(&ask.query, Window::Below(key), ask.limit)?,
        Reach::Above(key) => found = part(&ask.query, Window::Above(key), ask.limit)?,
        Reach::Best => {}
        Reach::Around(it) => key = Some(it),
        Reach::Unread { from, forward } => {
            let mut unread = ask.query.clone();
            unread.filters.push(Filter::Read(false));
            let window = if forward { Window::Below(from) } else { Window::Above(from) };
            match part(&unread, window, 1)?.rows.first() {
                Some(row) => key = Some(row.key),
                None => return Ok(Answer::NoUnread),
            }
        }
    }
    // Windows are asked for up to a limit: a full one may have more behind it.
    let full = found.rows.len() >= ask.limit || found.reached.is_some();
    (stretch.rows, stretch.reached) = (found.rows, found.reached);
    (stretch.above, stretch.below) = match ask.reach {
        Reach::Top | Reach::Below(_) => (false, full),
        Reach::Bottom | Reach::Above(_) => (full, false),
        _ => (false, false),
    };
    if let Some(key) = key {
        let half = (ask.limit / 2).max(1);
        let above = part(&ask.query, Window::Above(key), half)?.rows;
        let Part { rows: below, reached } =
            part(&ask.query, Window::Below(Key(key.0.saturating_add(1))), half)?;
        (stretch.above, stretch.below) = (above.len() >= half, below.len() >= half || reached.is_some());
        stretch.reached = reached;
        stretch.rows = above;
        stretch.rows.extend(below);
        stretch.at = Some(key);
    }
    Ok(Answer::Rows(stretch))
}
