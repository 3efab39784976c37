//! Dropping what nobody needs any longer, by rule.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior};

use super::pack::Packing;
use super::taking::count_speakers;
use super::{Error, Store, document, feeds, key};

/// What is kept of the articles of feeds; whatever is unread or bookmarked, and
/// whatever came from files, is kept in any case. The default keeps everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// Those that are no older, in days.
    pub days: Option<u32>,
    /// The newest of each feed. One in several feeds stays as long as one of them
    /// keeps it.
    pub per_feed: Option<u32>,
}

/// So many are dropped at a time, so that other writers come in between.
const BATCH: usize = 256;

impl Store {
    /// Drops what a rule says, with its texts, earlier ones included, and its
    /// place in the index; says how many articles that were. Entries of feeds are
    /// remembered, so that what was dropped does not come back. `now` is the time
    /// in milliseconds since 1970. What was dropped when it is broken off is
    /// dropped, and nothing else.
    pub fn retain(&mut self, rules: &Rules, now: u64) -> Result<usize, Error> {
        self.writable()?;
        let mut go = || -> rusqlite::Result<usize> {
            let useless = useless(&self.connection, rules, now)?;
            for batch in useless.chunks(BATCH) {
                let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
                for key in batch {
                    drop_article(&change, &self.packing, *key)?;
                }
                change.commit()?;
            }
            Ok(useless.len())
        };
        go().map_err(self.failed_to("drop articles of"))
    }
}

/// The keys of what no rule keeps.
fn useless(connection: &Connection, rules: &Rules, now: u64) -> rusqlite::Result<Vec<i64>> {
    let days = rules.days.map(|it| i64::try_from(now / 1_000).unwrap_or(i64::MAX) - 86_400 * i64::from(it));
    // Of each feed the key below which it has enough.
    let mut enough: BTreeMap<i64, i64> = BTreeMap::new();
    if let Some(n) = rules.per_feed {
        let mut feeds = connection.prepare("SELECT number FROM feed WHERE n_all > ?1")?;
        let mut last = connection.prepare(
            "SELECT DISTINCT article FROM entry WHERE feed = ?1 AND article IS NOT NULL
             ORDER BY article DESC LIMIT 1 OFFSET ?2",
        )?;
        for feed in feeds.query_map([n], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()? {
            let last = last.query_row([feed, i64::from(n)], |row| row.get(0)).optional()?;
            enough.extend(last.map(|it| (feed, it)));
        }
    }
    let mut rows = connection.prepare(
        "SELECT key, published FROM article WHERE read = 1 AND bookmarked = 0 AND feed IS NOT NULL",
    )?;
    let mut entries = connection.prepare("SELECT feed FROM entry WHERE article = ?1")?;
    let mut rows = rows.query([])?;
    let mut useless = Vec::new();
    while let Some(row) = rows.next()? {
        let (key, published): (i64, Option<i64>) = (row.get(0)?, row.get(1)?);
        let old =
            days.is_some_and(|it| published.map_or_else(|| key < key::at(it), |published| published < it));
        let surplus = !enough.is_empty() && {
            let feeds = entries.query_map([key], |row| row.get::<_, i64>(0))?;
            let feeds = feeds.collect::<rusqlite::Result<Vec<_>>>()?;
            !feeds.is_empty() && feeds.iter().all(|it| enough.get(it).is_some_and(|last| key <= *last))
        };
        if old || surplus {
            useless.push(key);
        }
    }
    Ok(useless)
}

fn drop_article(change: &Transaction<'_>, packing: &Packing, key: i64) -> rusqlite::Result<()> {
    // Somebody may have marked it, or another kabar dropped it, in the meantime.
    let still = "SELECT packed, body FROM article JOIN body ON number = body
        WHERE key = ?1 AND read = 1 AND bookmarked = 0";
    let found = change
        .prepare_cached(still)?
        .query_row([key], |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, i64>(1)?)))
        .optional()?;
    let Some((packed, body)) = found else { return Ok(()) };
    let parts = packing.unpack(change, &packed).unwrap_or_default();
    count_speakers(change, &document::about(&parts.document).unwrap_or_default().said, -1)?;
    change.prepare_cached("DELETE FROM found WHERE rowid = ?1")?.execute([key])?;
    let mut feeds = change.prepare_cached("SELECT DISTINCT feed FROM entry WHERE article = ?1")?;
    for feed in feeds.query_map([key], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()? {
        feeds::count(change, feed, key, -1)?;
    }
    for bodies in [
        "DELETE FROM body WHERE number IN (SELECT body FROM earlier WHERE article = ?1)",
        "DELETE FROM earlier WHERE article = ?1",
        // Its entries stay, and hold nothing.
        "DELETE FROM article WHERE key = ?1",
    ] {
        change.prepare_cached(bodies)?.execute([key])?;
    }
    change.prepare_cached("DELETE FROM body WHERE number = ?1")?.execute([body])?;
    Ok(())
}
