//! Taking articles in.

use rusqlite::{CachedStatement, OptionalExtension as _, Transaction, TransactionBehavior, params};

use super::taken::{Hash, Seen, Stat, Taken};
use super::{Error, Store, key};
use crate::article::{Header, Key, Language};

/// What became of a batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub new: usize,
    /// Changed at their source since they were taken in.
    pub updated: usize,
    /// There already.
    pub known: usize,
}

impl Report {
    pub fn add(&mut self, other: Self) {
        self.new += other.new;
        self.updated += other.updated;
        self.known += other.known;
    }
}

impl Store {
    /// What is known of a source by its path: what the file system said of it,
    /// and what was in it. `None` where it was never taken in.
    pub fn seen(&self, path: &[u8]) -> Result<Option<(Option<Stat>, Hash)>, Error> {
        let seen = || {
            let mut known =
                self.connection.prepare_cached("SELECT size, modified, hash FROM source WHERE path = ?1")?;
            let row = |row: &rusqlite::Row<'_>| {
                let (size, modified): (Option<i64>, Option<i64>) = (row.get(0)?, row.get(1)?);
                let stat =
                    size.zip(modified).map(|(size, modified)| Stat { size: size.unsigned_abs(), modified });
                Ok((stat, Hash(row.get(2)?)))
            };
            known.query_row([path], row).optional()
        };
        seen().map_err(Error::sql("look for a source in"))
    }

    /// Takes in a batch, all of it or nothing. `touched` are sources whose
    /// content is what it was, and that the file system says something new of;
    /// `now` is the time in milliseconds since 1970.
    ///
    /// - An article that is there already, by its id, only gets another source.
    /// - A known source with other content changes the article it brought: in
    ///   place, with the earlier text kept, where no other source has the old
    ///   one and no other address is declared; else it is a new article.
    pub fn take_in(&mut self, mut batch: Vec<Taken>, touched: &[Seen], now: u64) -> Result<Report, Error> {
        self.writable()?;
        let doing = Error::sql("add to");
        // The index takes rising keys at once, and has to begin anew for others.
        batch.sort_by_key(|it| it.header.published.map(|it| it.seconds));
        let mut report = Report::default();
        let mut add = || -> rusqlite::Result<()> {
            let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for taken in &batch {
                let counted = match put(&change, taken, now)? {
                    Became::New => &mut report.new,
                    Became::Updated => &mut report.updated,
                    Became::Known => &mut report.known,
                };
                *counted += 1;
            }
            for seen in touched {
                let (size, modified) = columns(seen.stat);
                let mut touch =
                    change.prepare_cached("UPDATE source SET size = ?2, modified = ?3 WHERE path = ?1")?;
                touch.execute(params![seen.path, size, modified])?;
            }
            change.commit()
        };
        add().map_err(doing)?;
        Ok(report)
    }
}

enum Became {
    New,
    Updated,
    Known,
}

fn put(change: &Transaction<'_>, taken: &Taken, now: u64) -> rusqlite::Result<Became> {
    let known: Option<i64> = match &taken.seen {
        Some(seen) => change
            .prepare_cached("SELECT article FROM source WHERE path = ?1")?
            .query_row([&seen.path], |row| row.get(0))
            .optional()?,
        None => None,
    };
    let same: Option<(i64, [u8; 16])> = change
        .prepare_cached("SELECT key, hash FROM article JOIN body ON body.article = key WHERE id = ?1")?
        .query_row([taken.header.id.to_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (key, became) = match (known, same) {
        (Some(known), Some((same, hash))) if known == same && hash != taken.hash.0 => {
            (replace(change, Key(same), taken, Some(now))?, Became::Updated)
        }
        (_, Some((same, _))) => (Key(same), Became::Known),
        (Some(known), None) if may_replace(change, known, taken)? => {
            (replace(change, Key(known), taken, Some(now))?, Became::Updated)
        }
        (_, None) => (insert(change, taken)?, Became::New),
    };
    if let Some(seen) = &taken.seen {
        let (size, modified) = columns(seen.stat);
        let mut note = change.prepare_cached(
            "INSERT INTO source (path, article, size, modified, hash) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (path) DO UPDATE SET
                article = ?2, size = ?3, modified = ?4, hash = ?5",
        )?;
        note.execute(params![seen.path, key.0, size, modified, taken.hash.0])?;
    }
    Ok(became)
}

/// Whether what is at a source now stands for the article that was there: no
/// other source has that one, and the two do not declare different addresses.
fn may_replace(change: &Transaction<'_>, known: i64, taken: &Taken) -> rusqlite::Result<bool> {
    let (sources, url): (i64, Option<String>) = change
        .prepare_cached(
            "SELECT (SELECT count(*) FROM source WHERE article = key), url FROM article WHERE key = ?1",
        )?
        .query_row([known], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let elsewhere = url.is_some_and(|it| taken.header.url.as_ref().is_some_and(|new| *new != it));
    Ok(sources <= 1 && !elsewhere)
}

fn columns(stat: Option<Stat>) -> (Option<i64>, Option<i64>) {
    let size = stat.and_then(|it| i64::try_from(it.size).ok());
    (size, stat.map(|it| it.modified))
}

fn insert(change: &Transaction<'_>, taken: &Taken) -> rusqlite::Result<Key> {
    let key = Key(key::free(change, taken.header.published)?);
    let mut article = change.prepare_cached(
        "INSERT INTO article (key, id, source, url, outlet, title, kicker, byline, published, offset, language,
            minutes, quotes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?;
    execute(&mut article, key, taken)?;
    let mut body = change.prepare_cached(
        "INSERT INTO body (article, name, hash, original, document) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    body.execute(params![key.0, taken.name, taken.hash.0, taken.original, taken.document])?;
    index(change, key, taken)?;
    Ok(key)
}

/// Puts an article in the place of another; what it said before is kept where
/// the time of that (`replaced`) is given.
pub(super) fn replace(
    change: &Transaction<'_>,
    old: Key,
    taken: &Taken,
    replaced: Option<u64>,
) -> rusqlite::Result<Key> {
    if let Some(time) = replaced {
        let mut keep = change.prepare_cached(
            "INSERT INTO earlier (article, id, replaced, title, name, hash, original, document)
             SELECT key, id, ?2, title, name, hash, original, document
             FROM article JOIN body ON article = key WHERE key = ?1",
        )?;
        keep.execute(params![old.0, i64::try_from(time).unwrap_or(i64::MAX)])?;
    }
    change.prepare_cached("DELETE FROM found WHERE rowid = ?1")?.execute([old.0])?;
    change
        .prepare_cached("DELETE FROM said WHERE rowid IN (SELECT number FROM quotation WHERE article = ?1)")?
        .execute([old.0])?;
    change.prepare_cached("DELETE FROM quotation WHERE article = ?1")?.execute([old.0])?;
    let mut key = old;
    if !key::fits(old, taken.header.published) {
        // Its date is another one: whatever belongs to it moves with it.
        key = Key(key::free(change, taken.header.published)?);
        change.prepare_cached("UPDATE article SET key = ?2 WHERE key = ?1")?.execute([old.0, key.0])?;
    }
    let mut article = change.prepare_cached(
        "UPDATE article SET id = ?2, source = ?3, url = ?4, outlet = ?5, title = ?6, kicker = ?7, byline = ?8,
            published = ?9, offset = ?10, language = ?11, minutes = ?12, quotes = ?13 WHERE key = ?1",
    )?;
    execute(&mut article, key, taken)?;
    let mut body = change.prepare_cached(
        "UPDATE body SET name = ?2, hash = ?3, original = ?4, document = ?5 WHERE article = ?1",
    )?;
    body.execute(params![key.0, taken.name, taken.hash.0, taken.original, taken.document])?;
    index(change, key, taken)?;
    Ok(key)
}

/// Runs a statement whose parameters are the columns of an article.
fn execute(statement: &mut CachedStatement<'_>, key: Key, taken: &Taken) -> rusqlite::Result<()> {
    let Header { id, source, url, outlet, title, kicker, byline, published, language, minutes, quotes } =
        &taken.header;
    statement.execute(params![
        key.0,
        id.to_bytes(),
        source,
        url,
        outlet,
        title,
        kicker,
        byline,
        published.map(|it| it.seconds),
        published.map_or(0, |it| it.offset),
        language.as_ref().map(Language::code),
        minutes,
        quotes,
    ])?;
    Ok(())
}

fn index(change: &Transaction<'_>, key: Key, taken: &Taken) -> rusqlite::Result<()> {
    let [title, body, byline, source, speaker] = &taken.words;
    let mut found = change.prepare_cached(
        "INSERT INTO found (rowid, title, body, byline, source, speaker) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    found.execute(params![key.0, title, body, byline, source, speaker])?;
    let mut quotation = change.prepare_cached(
        "INSERT INTO quotation (article, block, byte, speaker, sure, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    let mut said = change.prepare_cached("INSERT INTO said (rowid, speaker, words) VALUES (?1, ?2, ?3)")?;
    for it in &taken.quotations {
        let at = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        quotation.execute(params![
            key.0,
            at(it.place.block),
            at(it.place.byte),
            it.speaker,
            it.sure,
            it.words
        ])?;
        let speaker = it.speaker.as_deref().map(crate::text::words::joined).unwrap_or_default();
        said.execute(params![change.last_insert_rowid(), speaker, crate::text::words::joined(&it.words)])?;
    }
    Ok(())
}
