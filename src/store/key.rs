//! Where an article stands in the order of the library.
//!
//! A key is a row's number in the table of articles and in the index, so that the
//! newest hits of a word come without sorting. It counts steps of eight seconds:
//! what an index spends on a word of an article is mostly the distance to the one
//! before, and a step a second would cost half as much again. Where a step is
//! taken, the next free one before it is. What has no date stands below all that
//! has, in the order in which it was taken in.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension as _};

use crate::article::ArticleId;

/// Seconds before and after 1970 that are told apart, about 270 years.
const REACH: i64 = 1 << 33;
/// Seconds in a step.
const STEP: i64 = 8;
/// The first key of those without a date.
const UNDATED: i64 = -(1 << 31);
/// How many steps are looked through, one by one, for a free one.
const NEAR: i64 = 64;

/// How far, in steps, an article is thought to stand from its own: a day. Further
/// only where ten thousand and more have the same date.
pub(super) const ASTRAY: i64 = 86_400 / STEP;

/// The step of a second.
pub(super) fn at(seconds: i64) -> i64 {
    (seconds.clamp(-REACH, REACH) + REACH) / STEP
}

/// The least key of anything that has a date.
pub(super) const DATED: i64 = 0;

/// A key that is free, for an article of this date, in seconds since 1970.
pub(super) fn free(connection: &Connection, date: Option<i64>, id: ArticleId) -> rusqlite::Result<i64> {
    let Some(seconds) = date else {
        let mut last = connection.prepare_cached(
            "SELECT key FROM article WHERE key >= ?1 AND key < ?2 ORDER BY key DESC LIMIT 1",
        )?;
        let last: Option<i64> = last.query_row((UNDATED, DATED), |row| row.get(0)).optional()?;
        return Ok(last.map_or(UNDATED, |it| it + 1));
    };
    let first = at(seconds);
    let mut there = connection.prepare_cached("SELECT 1 FROM article WHERE key = ?1")?;
    if !there.exists([first])? {
        return Ok(first);
    }
    let last = (first - NEAR).max(DATED);
    let mut taken = connection.prepare_cached("SELECT key FROM article WHERE key BETWEEN ?1 AND ?2")?;
    let taken: BTreeSet<i64> =
        taken.query_map((last, first), |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    if let Some(free) = (last..=first).rev().find(|it| !taken.contains(it)) {
        return Ok(free);
    }
    // A crowd: somewhere among the steps before, further and further off.
    let mut random =
        id.to_bytes().iter().fold(1, |seed: u64, it| (seed << 8 | u64::from(*it)) ^ (seed >> 56)) | 1;
    let mut reach: u64 = 1 << 7;
    loop {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        // Below what there is room for, whatever the date.
        let key = first - i64::try_from(random % reach).unwrap_or(0);
        let key = if key < DATED { first + (DATED - key) } else { key };
        if !there.exists([key])? {
            return Ok(key);
        }
        reach = (reach + reach / 4).min(1 << 40);
    }
}
