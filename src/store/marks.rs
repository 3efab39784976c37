//! Marks as the journals have them, brought to the articles.

use rusqlite::{TransactionBehavior, params};

use super::{Error, Store};
use crate::article::{ArticleId, Mark};

impl Store {
    /// Lets the library know what was read and bookmarked, in place of what it
    /// knew before. A library that may only be read stays as it is.
    pub fn lend_marks(&mut self, marks: impl Iterator<Item = (ArticleId, Mark)>) -> Result<(), Error> {
        if self.is_read_only() {
            return Ok(());
        }
        let lend = || -> rusqlite::Result<()> {
            let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            change.execute("DELETE FROM mark", [])?;
            let mut lent = change.prepare(
                "INSERT OR REPLACE INTO mark
                    (id, read, read_at, bookmarked, bookmarked_at, block, byte, permille, place_at)
                 VALUES (?1, ?2, ?2, ?3, ?3, ?4, ?5, ?6, ?7)",
            )?;
            for (id, mark) in marks {
                let at = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
                let place = mark.progress.map(|it| it.place);
                lent.execute(params![
                    id.to_bytes(),
                    mark.read,
                    mark.bookmarked,
                    place.map(|it| at(it.block)),
                    place.map(|it| at(it.byte)),
                    mark.progress.map(|it| it.permille),
                    mark.progress.is_some()
                ])?;
            }
            drop(lent);
            change.commit()
        };
        lend().map_err(Error::sql("lend marks to"))
    }
}
