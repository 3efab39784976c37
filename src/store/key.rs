//! Where an article stands in the order of the library.
//!
//! A key is a row's number in every table, the index included, so that the
//! newest hits of a word come without sorting. A dated one is the second of its
//! publication times 1,024 and a number among those of the same second; undated
//! ones count up from far below zero in the order in which they were taken in.

use rusqlite::{Connection, OptionalExtension as _};

use crate::article::{Date, Key};

/// Seconds before and after 1970 that are told apart, about 270 years.
const REACH: i64 = 1 << 33;
/// How many articles may have one second before they go on into the next.
const EACH: i64 = 1 << 10;
const UNDATED: i64 = -(1 << 50);

/// The least that an article published at this second can have.
pub(super) fn at(seconds: i64) -> i64 {
    (seconds.clamp(1 - REACH, REACH) + REACH) * EACH
}

/// The least key of anything that has a date.
pub(super) const DATED: i64 = 0;

/// A key that is free.
pub(super) fn free(connection: &Connection, published: Option<Date>) -> rusqlite::Result<i64> {
    let mut last = connection
        .prepare_cached("SELECT key FROM article WHERE key >= ?1 AND key < ?2 ORDER BY key DESC LIMIT 1")?;
    let mut last = |from: i64, to: i64| last.query_row((from, to), |row| row.get::<_, i64>(0)).optional();
    let Some(date) = published else {
        return Ok(last(UNDATED, DATED)?.map_or(UNDATED, |it| it + 1));
    };
    let mut from = at(date.seconds);
    loop {
        match last(from, from + EACH)? {
            None => return Ok(from),
            Some(last) if last + 1 < from + EACH => return Ok(last + 1),
            Some(_) => from += EACH,
        }
    }
}

/// Whether an article of this date could stand here.
pub(super) fn fits(key: Key, published: Option<Date>) -> bool {
    match published {
        None => key.0 < DATED,
        Some(date) => (at(date.seconds)..at(date.seconds) + EACH).contains(&key.0),
    }
}
