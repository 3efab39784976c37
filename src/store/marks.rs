//! Marks: a projection of the journals, so that what is read, bookmarked and
//! stopped in can be asked for without reading them.
//!
//! A row holds the last write of each field of one id, with its time. Which write
//! is the last is said by [`LastWrites`] alone: rows are read, merged and written
//! back. How far each journal is in it stands beside it and changes with it.
//!
//! Triggers carry a mark to its article and count it. Where another machine's journal
//! comes for the first time, its marks are of articles all over the library: then they
//! are carried at once, in the order of the list ([`carry`]).

use std::collections::BTreeMap;

use rusqlite::config::DbConfig;
use rusqlite::{
    CachedStatement, Connection, OptionalExtension as _, Row, Transaction, TransactionBehavior, params,
};

use super::{Error, Store};
use crate::article::{ArticleId, LastWrites, Stamped, Stop, Written};

/// What `LastWrites` is made of.
const COLUMNS: &str = "read, read_at, bookmarked, bookmarked_at, block, byte, permille, place_at";

/// From so many writes on, marks are carried to their articles at once: so many are on
/// fewer pages than one by one they would be read from and written to.
const MANY: usize = 1_000;

/// How far a journal is in the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// Of the journal.
    pub name: Vec<u8>,
    /// Whatever its reader wants to know again.
    pub position: Vec<u8>,
}

impl Store {
    /// How far each journal is in the library.
    pub fn positions(&self) -> Result<Vec<Reached>, Error> {
        let positions = || -> rusqlite::Result<_> {
            let mut all = self.connection.prepare_cached("SELECT name, position FROM journal")?;
            let rows = all.query_map([], |row| Ok(Reached { name: row.get(0)?, position: row.get(1)? }))?;
            rows.collect()
        };
        positions().map_err(self.failed_to("read marks from"))
    }

    /// Takes writes that the journals hold, in any order; some may have come
    /// before. `reached` says how far a journal is in the library by then.
    /// All of it or nothing.
    pub fn apply_marks(&mut self, writes: &[Stamped], reached: Option<&Reached>) -> Result<(), Error> {
        self.writable()?;
        // In the order of the table: neighbors lie on the same page.
        let mut writes: Vec<&Stamped> = writes.iter().collect();
        writes.sort_by_key(|it| it.change.id);
        let many = writes.len() >= MANY;
        let mut apply = || -> rusqlite::Result<()> {
            let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            if many {
                change.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
            }
            let mut marked = Marked::default();
            {
                let mut one = change.prepare_cached(&format!("SELECT {COLUMNS} FROM mark WHERE id = ?1"))?;
                let mut add = change.prepare_cached(&format!(
                    "INSERT INTO mark (id, {COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                     ON CONFLICT DO NOTHING"
                ))?;
                let mut put = change.prepare_cached(&format!(
                    "UPDATE mark SET ({COLUMNS}) = (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) WHERE id = ?1"
                ))?;
                for writes in writes.chunk_by(|a, b| a.change.id == b.change.id) {
                    let mut news = LastWrites::default();
                    for Stamped { t, change } in writes {
                        news.take(*t, change.field);
                    }
                    let Some(id) = writes.first().map(|it| it.change.id) else { continue };
                    // When a library is filled, nearly all are new: they are not looked for.
                    let mut last = news;
                    if execute(&mut add, id, news)? == 0 {
                        let known = one.query_row([id.to_bytes()], |row| last_writes(row, 0))?;
                        last = known;
                        last.join(news);
                        if last == known {
                            continue;
                        }
                        execute(&mut put, id, last)?;
                    }
                    if many {
                        marked.look_up(&change, id, last)?;
                    }
                }
                if many {
                    carry(&change, marked)?;
                }
                if let Some(Reached { name, position }) = reached {
                    change
                        .prepare_cached("INSERT OR REPLACE INTO journal (name, position) VALUES (?1, ?2)")?
                        .execute((name, position))?;
                }
            }
            change.commit()
        };
        let applied = apply();
        if many {
            // Also where it failed.
            let again = self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true);
            again.map_err(self.failed_to("write marks to"))?;
        }
        applied.map_err(self.failed_to("write marks to"))
    }

    /// The last writes of an article, by any id that it has or had.
    ///
    /// An article that was changed at its source has another id since, and keeps
    /// what was done with its earlier text. Where somebody else has that text
    /// still, it is an article of its own.
    pub fn last_writes(&self, id: ArticleId) -> Result<LastWrites, Error> {
        let joined = || -> rusqlite::Result<_> {
            let sql = format!(
                "WITH it (key) AS (
                    SELECT coalesce((SELECT key FROM article WHERE id = ?1),
                        (SELECT article FROM earlier WHERE id = ?1 ORDER BY number DESC LIMIT 1)))
                 SELECT {COLUMNS} FROM mark WHERE id IN (
                    SELECT ?1
                    UNION ALL SELECT id FROM article WHERE key IN it
                    UNION ALL SELECT id FROM earlier WHERE article IN it)"
            );
            let mut family = self.connection.prepare_cached(&sql)?;
            let mut joined = LastWrites::default();
            for row in family.query_map([id.to_bytes()], |row| last_writes(row, 0))? {
                joined.join(row?);
            }
            Ok(joined)
        };
        joined().map_err(self.failed_to("read marks from"))
    }

    /// Hands over all that was ever marked, by the ids that were marked.
    pub fn each_mark(&self, mut take: impl FnMut(ArticleId, &LastWrites)) -> Result<(), Error> {
        let mut each = || -> rusqlite::Result<()> {
            let mut all = self.connection.prepare(&format!("SELECT id, {COLUMNS} FROM mark"))?;
            let mut rows = all.query([])?;
            while let Some(row) = rows.next()? {
                take(ArticleId::from_bytes(row.get(0)?), &last_writes(row, 1)?);
            }
            Ok(())
        };
        each().map_err(self.failed_to("read marks from"))
    }

    /// Forgets how far a journal was read, by its name. What it said stays.
    pub fn forget_journal(&mut self, name: &[u8]) -> Result<(), Error> {
        self.writable()?;
        let forget = self.connection.execute("DELETE FROM journal WHERE name = ?1", [name]);
        forget.map(drop).map_err(self.failed_to("write marks to"))
    }
}

/// The articles of marks that came or changed, by their keys.
#[derive(Default)]
struct Marked {
    /// With the mark of its id.
    own: Vec<(i64, LastWrites)>,
    /// Whose mark is of an earlier text.
    earlier: Vec<i64>,
}

impl Marked {
    fn look_up(&mut self, change: &Transaction<'_>, id: ArticleId, last: LastWrites) -> rusqlite::Result<()> {
        // Of the index alone: rows are looked at in their own order.
        let mut own = change.prepare_cached("SELECT key FROM article WHERE id = ?1")?;
        let own = own.query_row([id.to_bytes()], |row| row.get(0)).optional()?;
        self.own.extend(own.map(|key| (key, last)));
        let mut earlier = change.prepare_cached("SELECT article FROM earlier WHERE id = ?1")?;
        for key in earlier.query_map([id.to_bytes()], |row| row.get(0))? {
            self.earlier.push(key?);
        }
        Ok(())
    }
}

/// Does what the triggers of `mark` and `article` do, which are off meanwhile, for many
/// marks at once: articles are changed in the order of the list, where neighbors lie on
/// the same page, and counted once. Leaves triggers on.
fn carry(change: &Transaction<'_>, marked: Marked) -> rusqlite::Result<()> {
    let Marked { mut own, mut earlier } = marked;
    own.sort_unstable_by_key(|(key, _)| *key);
    // Unread and bookmarked, in all and by feed.
    let (mut all, mut by_feed) = ([0_i64; 2], BTreeMap::<i64, [i64; 2]>::new());
    {
        let mut before =
            change.prepare_cached("SELECT read, bookmarked, updated FROM article WHERE key = ?1")?;
        let mut put = change.prepare_cached(
            "UPDATE article SET read = ?2, bookmarked = ?3, block = ?4, byte = ?5, permille = ?6 WHERE key = ?1",
        )?;
        let mut feeds = change.prepare_cached("SELECT DISTINCT feed FROM entry WHERE article = ?1")?;
        for (key, LastWrites { read, bookmarked, stop }) in own {
            let row = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
            let (was_read, was_bookmarked, updated): (bool, bool, bool) = before.query_row([key], row)?;
            if updated {
                earlier.push(key);
                continue;
            }
            let stop = stop.value;
            put.execute(params![
                key,
                read.value,
                bookmarked.value,
                stop.map(|it| it.block),
                stop.map(|it| it.byte),
                stop.map(|it| it.permille),
            ])?;
            let more = [
                i64::from(was_read) - i64::from(read.value),
                i64::from(bookmarked.value) - i64::from(was_bookmarked),
            ];
            if more == [0, 0] {
                continue;
            }
            add(&mut all, more);
            for feed in feeds.query_map([key], |row| row.get(0))? {
                add(by_feed.entry(feed?).or_default(), more);
            }
        }
    }
    let [unread, bookmarked] = all;
    let tally = "UPDATE tally SET n_unread = n_unread + ?1, n_bookmarked = n_bookmarked + ?2";
    change.execute(tally, [unread, bookmarked])?;
    for (feed, [unread, bookmarked]) in by_feed {
        change
            .prepare_cached(
                "UPDATE feed SET n_unread = n_unread + ?2, n_bookmarked = n_bookmarked + ?3 WHERE number = ?1",
            )?
            .execute([feed, unread, bookmarked])?;
    }
    change.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true)?;
    // What they have comes from several marks: the triggers know how.
    for key in earlier {
        change
            .prepare_cached("UPDATE article SET updated = 1 WHERE key = ?1 AND updated = 1")?
            .execute([key])?;
    }
    Ok(())
}

fn add(to: &mut [i64; 2], more: [i64; 2]) {
    for (to, more) in to.iter_mut().zip(more) {
        *to += more;
    }
}

/// The last writes of an id alone; the default where there are none.
pub(super) fn written(connection: &Connection, id: ArticleId) -> rusqlite::Result<LastWrites> {
    let mut one = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM mark WHERE id = ?1"))?;
    let written = one.query_row([id.to_bytes()], |row| last_writes(row, 0)).optional()?;
    Ok(written.unwrap_or_default())
}

/// Runs a statement whose parameters are an id and `COLUMNS`; gives how many
/// rows it changed.
fn execute(statement: &mut CachedStatement<'_>, id: ArticleId, last: LastWrites) -> rusqlite::Result<usize> {
    let LastWrites { read, bookmarked, stop } = last;
    let time = |t: u64| i64::try_from(t).unwrap_or(i64::MAX);
    statement.execute(params![
        id.to_bytes(),
        read.value,
        time(read.t),
        bookmarked.value,
        time(bookmarked.t),
        stop.value.map(|it| it.block),
        stop.value.map(|it| it.byte),
        stop.value.map(|it| it.permille),
        time(stop.t),
    ])
}

/// The columns `COLUMNS`, of which the first is `at`.
fn last_writes(row: &Row<'_>, at: usize) -> rusqlite::Result<LastWrites> {
    let time = |i: usize| row.get::<_, i64>(at + i).map(i64::unsigned_abs);
    let block: Option<u32> = row.get(at + 4)?;
    let stop = match block {
        Some(block) => Some(Stop { block, byte: row.get(at + 5)?, permille: row.get(at + 6)? }),
        None => None,
    };
    Ok(LastWrites {
        read: Written { t: time(1)?, value: row.get(at)? },
        bookmarked: Written { t: time(3)?, value: row.get(at + 2)? },
        stop: Written { t: time(7)?, value: stop },
    })
}
