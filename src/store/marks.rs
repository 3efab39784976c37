//! Marks, lent to the library for as long as a search needs them.

use rusqlite::params;

use super::{Error, Store};
use crate::article::{ArticleId, Mark};

impl Store {
    /// Lets searches know what was read and bookmarked, in place of what they
    /// knew before. Held in memory only: the journals are where marks are kept.
    /// An article that was changed at its source keeps the marks of its earlier
    /// text where it has none of its own.
    pub fn lend_marks(&mut self, marks: impl Iterator<Item = (ArticleId, Mark)>) -> Result<(), Error> {
        let lend = || -> rusqlite::Result<()> {
            self.connection.execute_batch(
                "CREATE TEMP TABLE IF NOT EXISTS lent (id BLOB PRIMARY KEY, read INTEGER, bookmarked INTEGER);
                 CREATE TEMP TABLE IF NOT EXISTS mark (
                    article INTEGER PRIMARY KEY, read INTEGER NOT NULL, bookmarked INTEGER NOT NULL);
                 DELETE FROM lent; DELETE FROM mark;",
            )?;
            let change = self.connection.unchecked_transaction()?;
            let mut lent = change.prepare("INSERT OR REPLACE INTO lent VALUES (?1, ?2, ?3)")?;
            for (id, mark) in marks {
                lent.execute(params![id.to_bytes(), mark.read, mark.bookmarked])?;
            }
            drop(lent);
            change.execute_batch(
                "INSERT INTO mark SELECT key, read, bookmarked FROM lent JOIN article USING (id);
                 INSERT OR IGNORE INTO mark
                    SELECT article, read, bookmarked FROM lent JOIN earlier USING (id) ORDER BY number DESC;",
            )?;
            change.commit()
        };
        lend().map_err(Error::sql("lend marks to"))
    }
}
