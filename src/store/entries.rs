//! Single entries of feeds: what is there of them, and texts that came later.

use rusqlite::{OptionalExtension as _, TransactionBehavior, params};

use super::feeds::entry_id;
use super::taken::Taken;
use super::taking::{index, replace};
use super::{Error, Original, Store, document};
use crate::article::{ArticleId, Date, Key};

impl Store {
    /// When the article was published that an entry of a feed holds now.
    pub fn entry_date(&self, feed: &str, id: &str) -> Result<Option<Date>, Error> {
        let date = || {
            let mut statement = self.connection.prepare_cached(
                "SELECT published, offset FROM feed f JOIN entry e ON e.feed = f.number
                 JOIN article a ON a.key = e.article WHERE f.url = ?1 AND e.id = ?2",
            )?;
            let row = |row: &rusqlite::Row<'_>| {
                let (seconds, offset) = (row.get::<_, Option<i64>>(0)?, row.get(1)?);
                Ok(seconds.map(|seconds| Date { seconds, offset }))
            };
            statement.query_row(params![feed, entry_id(id)], row).optional()
        };
        Ok(date().map_err(self.failed_to("look for entries in"))?.flatten())
    }

    /// What an article was made of; `None` where there is no such article.
    pub fn original(&self, id: ArticleId) -> Result<Option<Original>, Error> {
        let found = || {
            let mut statement = self.connection.prepare_cached(
                "SELECT coalesce(f.url, source, ''), b.name, packed FROM article
                 JOIN body b ON b.number = body LEFT JOIN feed f ON f.number = feed WHERE id = ?1",
            )?;
            let row = |row: &rusqlite::Row<'_>| {
                let original = Original {
                    id,
                    source: row.get(0)?,
                    name: row.get(1)?,
                    tags: Vec::new(),
                    bytes: Vec::new(),
                };
                Ok((original, row.get::<_, Vec<u8>>(2)?))
            };
            statement.query_row([id.to_bytes()], row).optional()
        };
        let Some((original, packed)) = found().map_err(self.failed_to("read an article of"))? else {
            return Ok(None);
        };
        let parts = self.packing.unpack(&self.connection, &packed);
        let parts = parts.map_err(|source| Error::Unreadable { id, path: self.path.clone(), source })?;
        let tags = document::about(&parts.document).unwrap_or_default().tags;
        Ok(Some(Original { bytes: parts.original, tags, ..original }))
    }

    /// Puts a fuller text in the place of an article, by its id: the page behind
    /// it was fetched. It is the same article, and was not changed at its source.
    /// `false` where there is no such article any more.
    pub fn fill_in(&mut self, taken: &Taken) -> Result<bool, Error> {
        self.writable()?;
        let mut fill = || -> rusqlite::Result<bool> {
            let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let key: Option<i64> = change
                .prepare_cached("SELECT key FROM article WHERE id = ?1")?
                .query_row([taken.header.id.to_bytes()], |row| row.get(0))
                .optional()?;
            let Some(key) = key else { return Ok(false) };
            let key = replace(&change, &self.packing, Key(key), taken, None)?;
            index(&change, key, taken)?;
            change.commit()?;
            Ok(true)
        };
        fill().map_err(self.failed_to("change"))
    }
}
