//! Lists: a query, and a window on what it finds.

use super::find::Ask;
use super::search::{COLUMNS, row};
use super::{Error, Store};
use crate::article::{Key, Row, Tally, Window};
use crate::text::query::Query;

/// What a list asks for. A query that asks for nothing finds everything.
#[derive(Clone, Copy, Debug)]
pub struct Listing<'a> {
    pub query: &'a Query,
    pub window: Window,
    /// No more rows than this.
    pub limit: usize,
    /// These are shown even though the query no longer finds them: somebody has
    /// just read them, and looks at them.
    pub kept: &'a [Key],
    /// What arrived later is not shown yet; `u64::MAX` for all.
    pub until: u64,
}

/// The rows of a window as far as they were looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct SoFar {
    /// Newest first, where nobody asked for the best.
    pub rows: Vec<Row>,
    /// Where it was enough for now: these are all rows from the end where the window
    /// begins up to this key, and those behind it are not looked for yet (with
    /// [`Window::Below`] this key, or [`Window::Above`] it, they are). `None` where
    /// the window is full or the list at its end.
    pub reached: Option<Key>,
}

impl Store {
    /// The rows of a window, newest first always.
    pub fn rows(&self, ask: &Listing<'_>) -> Result<Vec<Row>, Error> {
        self.rows_so_far(ask, usize::MAX).map(|it| it.rows)
    }

    /// The rows of a window as far as they are found in about so many texts: what
    /// the index cannot answer alone (phrases, beginnings of common words) may take a
    /// look into every article.
    pub fn rows_so_far(&self, ask: &Listing<'_>, texts: usize) -> Result<SoFar, Error> {
        let &Listing { query, window, limit, kept, until } = ask;
        let mut reached = None;
        let mut read = || -> rusqlite::Result<Vec<Row>> {
            let found = self.matches(&Ask { query, window, limit, since: 0, until, texts })?;
            reached = found.reached.map(Key);
            let mut rows = found.rows;
            let upward = matches!(window, Window::Above(_) | Window::Bottom);
            let looked_at = |it: Key| reached.is_none_or(|key| if upward { it <= key } else { it >= key });
            let inside = |it: &&Key| match window {
                Window::Below(key) => **it < key,
                Window::Above(key) => **it > key,
                Window::Top | Window::Bottom => true,
            } && looked_at(**it);
            let missing: Vec<Key> = kept
                .iter()
                .filter(inside)
                .filter(|it| rows.iter().all(|row| row.key != **it))
                .copied()
                .collect();
            if missing.is_empty() {
                return Ok(rows);
            }
            let mut one = self.connection.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM article a LEFT JOIN feed f ON f.number = a.feed WHERE a.key = ?1"
            ))?;
            for key in missing {
                rows.extend(one.query_map([key.0], row)?.collect::<rusqlite::Result<Vec<_>>>()?);
            }
            rows.sort_by_key(|it| std::cmp::Reverse(it.key));
            if upward {
                rows.drain(..rows.len().saturating_sub(limit));
            } else {
                rows.truncate(limit);
            }
            Ok(rows)
        };
        let rows = read().map_err(self.failed_to("list"))?;
        Ok(SoFar { rows, reached })
    }

    /// How many articles there are. Costs the same however many.
    pub fn tally(&self) -> Result<Tally, Error> {
        let tally = || {
            let mut tally =
                self.connection.prepare_cached("SELECT n_all, n_unread, n_bookmarked FROM tally")?;
            tally.query_row([], |row| {
                let count = |at| row.get::<_, i64>(at).map(i64::unsigned_abs);
                Ok(Tally { all: count(0)?, unread: count(1)?, bookmarked: count(2)? })
            })
        };
        tally().map_err(self.failed_to("count the articles of"))
    }

    /// How many articles a query finds, and how many of these are unread and
    /// bookmarked; no more than the newest `most` are counted.
    pub fn tally_of(&self, query: &Query, most: u64) -> Result<Tally, Error> {
        if *query == Query::default() {
            return self.tally();
        }
        let limit = usize::try_from(most).unwrap_or(usize::MAX);
        let ask = Ask { query, window: Window::Top, limit, since: 0, until: u64::MAX, texts: usize::MAX };
        let mut tally = Tally::default();
        let found = self.select(&ask, "a.read, a.bookmarked", "", |row, _| {
            tally.all += 1;
            tally.unread += u64::from(!row.get::<_, bool>(0)?);
            tally.bookmarked += u64::from(row.get::<_, bool>(1)?);
            Ok(())
        });
        found.map_err(self.failed_to("count the articles of"))?;
        Ok(tally)
    }

    /// The number of the latest arrival: it rises with every batch that brings or
    /// changes something, by whomever.
    pub fn arrivals(&self) -> Result<u64, Error> {
        let arrival = || {
            let mut arrival = self.connection.prepare_cached("SELECT arrival FROM tally")?;
            arrival.query_row([], |row| row.get::<_, i64>(0))
        };
        arrival().map(i64::unsigned_abs).map_err(self.failed_to("count the articles of"))
    }

    /// How many of the articles that a query finds arrived later than that.
    pub fn new_since(&self, query: &Query, arrival: u64) -> Result<u64, Error> {
        let (limit, texts) = (usize::MAX, usize::MAX);
        let ask = Ask { query, window: Window::Top, limit, since: arrival, until: u64::MAX, texts };
        let found = self.select(&ask, "a.key", "", |_, _| Ok(()));
        found.map(|it| it.rows.len() as u64).map_err(self.failed_to("count the articles of"))
    }
}
