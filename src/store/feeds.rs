//! Feeds: what the library knows of each, and taking in what they bring.

use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, TransactionBehavior, params};
use serde::{Deserialize, Serialize};

use super::taken::{Hash, Taken};
use super::taking::{self, Report};
use super::{Error, Store};
use crate::article::{self, FullText, Key, Source, Subscription, Tally};

/// A feed that somebody follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    pub subscription: Subscription,
    /// What to call it: as the person does, else as it does itself, else its URL.
    pub name: String,
    /// The site behind it.
    pub home: Option<String>,
    pub tally: Tally,
    pub poll: article::Poll,
}

/// What a feed says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    pub title: Option<String>,
    pub home: Option<String>,
}

/// Mirrors [`article::Poll`].
#[derive(Default, Serialize, Deserialize)]
#[serde(default, remote = "article::Poll")]
struct Poll {
    etag: Option<String>,
    last_modified: Option<String>,
    validators_of: Option<String>,
    asked: u64,
    answered: u64,
    next: u64,
    barred: u64,
    failures: u32,
    problem: Option<String>,
    moved: Option<(String, u32)>,
    gone: bool,
    body: Option<String>,
    ttl: Option<u32>,
    skip_hours: Vec<u8>,
    skip_days: Vec<u8>,
    summaries: bool,
}

#[derive(Deserialize)]
struct Written(#[serde(with = "Poll")] article::Poll);

impl Store {
    /// Lets the library's table of feeds follow the subscriptions, in their order.
    /// Articles of feeds that are no longer among them stay. Says whether anything
    /// changed.
    pub fn set_subscriptions(&mut self, subscriptions: &[Subscription]) -> Result<bool, Error> {
        self.follow(subscriptions, None)
    }

    /// The same with a stamp of what they were read from, for [`Store::stamp`]; `None`
    /// where that is to be read again the next time.
    pub fn follow(&mut self, subscriptions: &[Subscription], stamp: Option<u64>) -> Result<bool, Error> {
        self.writable()?;
        let mut set = || -> rusqlite::Result<bool> {
            // Nearly always it does: then nobody waits for whoever is writing.
            if followed(&self.connection)?.iter().map(|it| &it.subscription).eq(subscriptions) {
                if noted(&self.connection)? != stamp {
                    note_stamp(&self.connection, stamp)?;
                }
                return Ok(false);
            }
            let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            change.execute("UPDATE feed SET place = NULL WHERE place IS NOT NULL", [])?;
            let mut put = change.prepare_cached(
                "INSERT INTO feed (url, place, name, folder, tags, full_text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (url) DO UPDATE SET place = ?2, name = ?3, folder = ?4, tags = ?5, full_text = ?6",
            )?;
            for (place, it) in subscriptions.iter().enumerate() {
                let Subscription { url, title, folder, tags, full_text } = it;
                let place = i64::try_from(place).unwrap_or(i64::MAX);
                let tags = serde_json::to_string(tags).unwrap_or_default();
                put.execute(params![url, place, title, folder, tags, full_text.map(name_of)])?;
            }
            drop(put);
            note_stamp(&change, stamp)?;
            change.commit()?;
            Ok(true)
        };
        set().map_err(self.failed_to("write feeds to"))
    }

    /// The stamp of what the library follows, where it was noted.
    pub fn stamp(&self) -> Result<Option<u64>, Error> {
        noted(&self.connection).map_err(self.failed_to("read the feeds of"))
    }

    /// The feeds that are followed, in the order of the subscriptions.
    pub fn feeds(&self) -> Result<Vec<Feed>, Error> {
        followed(&self.connection).map_err(self.failed_to("read the feeds of"))
    }

    /// The same as far as lists show it: thousands are read with each mark.
    pub fn feeds_shown(&self) -> Result<Vec<Source>, Error> {
        let shown = || -> rusqlite::Result<Vec<Source>> {
            // They lie in their order nearly always, which SQLite does not know.
            let mut feeds = self.connection.prepare_cached(
                "SELECT url, coalesce(name, title, url), folder, tags, n_unread, poll, place
                 FROM feed WHERE place IS NOT NULL",
            )?;
            let row = |row: &Row<'_>| {
                let (tags, poll) = (row.get_ref(3)?.as_str()?, row.get_ref(5)?.as_str()?);
                let source = Source {
                    url: row.get(0)?,
                    name: row.get(1)?,
                    folder: row.get(2)?,
                    tags: if tags == "[]" {
                        Vec::new()
                    } else {
                        serde_json::from_str(tags).unwrap_or_default()
                    },
                    unread: row.get::<_, i64>(4).map(|it| u64::try_from(it).unwrap_or(0))?,
                    // A problem that says just this would have its marks escaped.
                    failing: poll != "{}" && !poll.contains(r#""problem":null"#),
                };
                Ok((row.get(6)?, source))
            };
            let mut shown = feeds.query_map([], row)?.collect::<rusqlite::Result<Vec<(i64, Source)>>>()?;
            shown.sort_by_key(|(place, _)| *place);
            Ok(shown.into_iter().map(|(_, source)| source).collect())
        };
        shown().map_err(self.failed_to("read the feeds of"))
    }

    /// What is remembered of a feed; `None` for one that was never heard of.
    pub fn poll(&self, url: &str) -> Result<Option<article::Poll>, Error> {
        let poll = || {
            let mut poll = self.connection.prepare_cached("SELECT poll FROM feed WHERE url = ?1")?;
            poll.query_row([url], |row| row.get::<_, String>(0)).optional()
        };
        Ok(poll().map_err(self.failed_to("read the feeds of"))?.map(|it| read_poll(&it)))
    }

    /// Remembers how asking feeds went that brought nothing, each by its URL: all of it
    /// or nothing.
    pub fn put_polls<'p>(
        &mut self,
        polls: impl IntoIterator<Item = (&'p str, &'p article::Poll)>,
    ) -> Result<(), Error> {
        self.writable()?;
        let put = || -> rusqlite::Result<()> {
            let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for (url, poll) in polls {
                write_poll(&change, number(&change, url)?, poll)?;
            }
            change.commit()
        };
        put().map_err(self.failed_to("write feeds to"))
    }

    /// Takes in what a feed brought together with what is remembered of it for
    /// the next time: all of it or nothing. `now` is the time in milliseconds
    /// since 1970. See [`take_in`](Self::take_in), and [`learn`](Self::learn) for
    /// afterwards.
    pub fn take_in_feed(
        &mut self,
        url: &str,
        about: &About,
        batch: &[Taken],
        poll: &article::Poll,
        now: u64,
    ) -> Result<Report, Error> {
        self.writable()?;
        let mut take = || -> rusqlite::Result<Report> {
            let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let number = number(&change, url)?;
            change
                .prepare_cached(
                    "UPDATE feed SET title = coalesce(?2, title), home = coalesce(?3, home) WHERE number = ?1",
                )?
                .execute(params![number, about.title, about.home])?;
            let report = taking::put_all(&change, &self.packing, batch, now)?;
            write_poll(&change, number, poll)?;
            change.commit()?;
            Ok(report)
        };
        take().map_err(self.failed_to("add to"))
    }

    /// Of each of these entries of a feed, by what the feed calls it and the hash
    /// of what it holds, whether it is there with just that: it need not be read
    /// again.
    pub fn known_entries(&self, url: &str, entries: &[(&str, Hash)]) -> Result<Vec<bool>, Error> {
        let known = || -> rusqlite::Result<Vec<bool>> {
            let mut number = self.connection.prepare_cached("SELECT number FROM feed WHERE url = ?1")?;
            let Some(number) = number.query_row([url], |row| row.get::<_, i64>(0)).optional()? else {
                return Ok(vec![false; entries.len()]);
            };
            let mut known = self
                .connection
                .prepare_cached("SELECT 1 FROM entry WHERE feed = ?1 AND id = ?2 AND hash = ?3")?;
            entries
                .iter()
                .map(|(id, hash)| known.exists(params![number, entry_id(id), hash.short()]))
                .collect()
        };
        known().map_err(self.failed_to("look for entries in"))
    }

    /// Lets a feed go on at another URL, with its articles and what is remembered
    /// of it. Where there is a feed at that URL already, it stays the one, and the
    /// articles of both are its.
    pub fn rename_feed(&mut self, old: &str, new: &str) -> Result<(), Error> {
        self.writable()?;
        let mut rename = || -> rusqlite::Result<()> {
            let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let of = |url: &str| -> rusqlite::Result<Option<i64>> {
                let mut number = change.prepare_cached("SELECT number FROM feed WHERE url = ?1")?;
                number.query_row([url], |row| row.get(0)).optional()
            };
            match (of(old)?, of(new)?) {
                (Some(old), Some(new)) if old != new => merge(&change, old, new)?,
                (Some(old), None) => {
                    change.execute("UPDATE feed SET url = ?2 WHERE number = ?1", params![old, new])?;
                }
                _ => {}
            }
            change.commit()
        };
        rename().map_err(self.failed_to("write feeds to"))
    }
}

/// Gives all that one feed has to another.
fn merge(change: &Transaction<'_>, from: i64, to: i64) -> rusqlite::Result<()> {
    change.execute("UPDATE OR IGNORE entry SET feed = ?2 WHERE feed = ?1", [from, to])?;
    change.execute("DELETE FROM entry WHERE feed = ?1", [from])?;
    change.execute("UPDATE article SET feed = ?2 WHERE feed = ?1", [from, to])?;
    change.execute(
        "UPDATE feed SET (place, name, folder, tags, full_text) =
            (SELECT place, name, folder, tags, full_text FROM feed WHERE number = ?1)
         WHERE number = ?2 AND place IS NULL",
        [from, to],
    )?;
    change.execute("DELETE FROM feed WHERE number = ?1", [from])?;
    change.execute(
        "UPDATE feed SET (n_all, n_unread, n_bookmarked) =
            (SELECT count(*), coalesce(sum(read = 0), 0), coalesce(sum(bookmarked), 0) FROM article
             WHERE key IN (SELECT article FROM entry WHERE feed = ?1))
         WHERE number = ?1",
        [to],
    )?;
    Ok(())
}

/// Where the stamp of the subscriptions stands among the sources, whose names are whole
/// paths.
const SUBSCRIPTIONS: &[u8] = b"feeds.toml";

fn noted(connection: &Connection) -> rusqlite::Result<Option<u64>> {
    let mut stamp = connection.prepare_cached("SELECT hash FROM source WHERE path = ?1")?;
    stamp.query_row([SUBSCRIPTIONS], |row| row.get(0).map(u64::from_be_bytes)).optional()
}

fn note_stamp(change: &Connection, stamp: Option<u64>) -> rusqlite::Result<()> {
    match stamp {
        Some(stamp) => change
            .prepare_cached("INSERT OR REPLACE INTO source (path, hash) VALUES (?1, ?2)")?
            .execute(params![SUBSCRIPTIONS, stamp.to_be_bytes()])?,
        None => change.prepare_cached("DELETE FROM source WHERE path = ?1")?.execute([SUBSCRIPTIONS])?,
    };
    Ok(())
}

fn followed(connection: &Connection) -> rusqlite::Result<Vec<Feed>> {
    let mut feeds = connection.prepare_cached(
        "SELECT url, name, folder, tags, full_text, title, home, n_all, n_unread, n_bookmarked, poll
         FROM feed WHERE place IS NOT NULL ORDER BY place",
    )?;
    feeds.query_map([], feed)?.collect()
}

fn feed(row: &Row<'_>) -> rusqlite::Result<Feed> {
    let count = |at| row.get::<_, i64>(at).map(|it| u64::try_from(it).unwrap_or(0));
    let subscription = Subscription {
        url: row.get(0)?,
        title: row.get(1)?,
        folder: row.get(2)?,
        tags: serde_json::from_str(&row.get::<_, String>(3)?).unwrap_or_default(),
        full_text: row.get::<_, Option<String>>(4)?.as_deref().and_then(full_text),
    };
    let own: Option<String> = row.get(5)?;
    Ok(Feed {
        name: subscription.title.clone().or(own).unwrap_or_else(|| subscription.url.clone()),
        subscription,
        home: row.get(6)?,
        tally: Tally { all: count(7)?, unread: count(8)?, bookmarked: count(9)? },
        poll: read_poll(&row.get::<_, String>(10)?),
    })
}

fn name_of(full_text: FullText) -> &'static str {
    match full_text {
        FullText::Auto => "auto",
        FullText::Always => "always",
        FullText::Never => "never",
    }
}

fn full_text(name: &str) -> Option<FullText> {
    [FullText::Auto, FullText::Always, FullText::Never].into_iter().find(|it| name_of(*it) == name)
}

/// What cannot be read is as if the feed had never been asked.
fn read_poll(written: &str) -> article::Poll {
    serde_json::from_str(written).map(|Written(it)| it).unwrap_or_default()
}

fn write_poll(change: &Transaction<'_>, feed: i64, poll: &article::Poll) -> rusqlite::Result<()> {
    let mut written = Vec::new();
    // Writing what consists of words and numbers to memory fails in no way.
    let _ = Poll::serialize(poll, &mut serde_json::Serializer::new(&mut written));
    let written = String::from_utf8(written).unwrap_or_default();
    let mut put = change.prepare_cached("UPDATE feed SET poll = ?2 WHERE number = ?1")?;
    put.execute(params![feed, written])?;
    Ok(())
}

/// The number of a feed, which gets one where it has none.
pub(super) fn number(change: &Transaction<'_>, url: &str) -> rusqlite::Result<i64> {
    let known = change
        .prepare_cached("SELECT number FROM feed WHERE url = ?1")?
        .query_row([url], |row| row.get(0))
        .optional()?;
    if let Some(number) = known {
        return Ok(number);
    }
    change.prepare_cached("INSERT INTO feed (url) VALUES (?1)")?.execute([url])?;
    Ok(change.last_insert_rowid())
}

/// What an entry is known by: the first 64 bits of a hash of what its feed calls
/// it. Two alike in one feed would be taken for one.
pub(super) fn entry_id(id: &str) -> [u8; 8] {
    Hash::of(id.as_bytes()).short()
}

/// Writes down which article an entry of a feed holds, `None` for one that was
/// dropped, and counts it.
pub(super) fn note(
    change: &Transaction<'_>,
    feed: i64,
    id: &str,
    key: Option<Key>,
    hash: Hash,
) -> rusqlite::Result<()> {
    let (id, key) = (entry_id(id), key.map(|it| it.0));
    let before: Option<i64> = change
        .prepare_cached("SELECT article FROM entry WHERE feed = ?1 AND id = ?2")?
        .query_row(params![feed, id], |row| row.get(0))
        .optional()?
        .flatten();
    let touched: Vec<i64> = if before == key { Vec::new() } else { before.into_iter().chain(key).collect() };
    for key in &touched {
        count(change, feed, *key, -1)?;
    }
    let mut note = change.prepare_cached(
        "INSERT INTO entry (feed, id, article, hash) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (feed, id) DO UPDATE SET article = ?3, hash = ?4",
    )?;
    note.execute(params![feed, id, key, hash.short()])?;
    for key in &touched {
        count(change, feed, *key, 1)?;
    }
    Ok(())
}

/// Writes down the article of an entry that was never seen before. Whoever does so
/// counts it.
pub(super) fn note_first(
    change: &Transaction<'_>,
    feed: i64,
    id: &str,
    key: Key,
    hash: Hash,
) -> rusqlite::Result<()> {
    change
        .prepare_cached("INSERT INTO entry (feed, id, article, hash) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![feed, entry_id(id), key.0, hash.short()])?;
    Ok(())
}

/// Counts an article to a feed or off it, if it is one of its.
pub(super) fn count(change: &Transaction<'_>, feed: i64, key: i64, each: i64) -> rusqlite::Result<()> {
    let mut count = change.prepare_cached(
        "UPDATE feed SET n_all = n_all + ?3, n_unread = n_unread + ?3 * (a.read = 0),
            n_bookmarked = n_bookmarked + ?3 * a.bookmarked
         FROM article a WHERE number = ?1 AND a.key = ?2
            AND EXISTS (SELECT 1 FROM entry WHERE feed = ?1 AND article = ?2)",
    )?;
    count.execute([feed, key, each])?;
    Ok(())
}
