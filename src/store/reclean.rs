//! Bringing stored articles up to the rules of today.

use rusqlite::TransactionBehavior;

use super::document::unpack;
use super::taken::Taken;
use super::taking::{index, replace};
use super::{Error, Store};
use crate::article::{ArticleId, Key};

/// What a stored article was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    pub id: ArticleId,
    /// Where it was found, as lists show it.
    pub source: String,
    /// What extraction was told that the bytes are called.
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Store {
    /// What articles were made of, in the order of their ids, from the one after
    /// `after` on, at most `limit`.
    pub fn originals(&self, after: Option<ArticleId>, limit: usize) -> Result<Vec<Original>, Error> {
        let doing = Error::sql("read an article of");
        let read = || -> rusqlite::Result<Vec<(Original, Vec<u8>)>> {
            let mut statement = self.connection.prepare_cached(
                "SELECT id, coalesce(f.url, source, ''), b.name, packed FROM article
                 JOIN body b ON b.number = body LEFT JOIN feed f ON f.number = feed
                 WHERE id > ?1 ORDER BY id LIMIT ?2",
            )?;
            let after = after.map_or(Vec::new(), |it| it.to_bytes().to_vec());
            let rows = statement.query_map((after, i64::try_from(limit).unwrap_or(i64::MAX)), |row| {
                let original = Original {
                    id: ArticleId::from_bytes(row.get(0)?),
                    source: row.get(1)?,
                    name: row.get(2)?,
                    bytes: Vec::new(),
                };
                Ok((original, row.get(3)?))
            })?;
            rows.collect()
        };
        let unpacked = |(original, packed): (Original, Vec<u8>)| match unpack(&packed) {
            Ok((bytes, _)) => Ok(Original { bytes, ..original }),
            Err(source) => Err(Error::Unreadable { id: original.id, source }),
        };
        read().map_err(doing)?.into_iter().map(unpacked).collect()
    }

    /// Puts articles that were made anew from their [originals](Self::originals)
    /// in the place of what they were; one that has gone since is left out. They
    /// keep their ids, and nothing counts as an earlier text. Says how many read
    /// otherwise than before.
    pub fn reclean(&mut self, batch: &[Taken]) -> Result<usize, Error> {
        self.writable()?;
        let mut changed = 0;
        let mut put = || -> rusqlite::Result<()> {
            let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for taken in batch {
                let mut before =
                    change.prepare_cached("SELECT key, hash, packed, title FROM article JOIN body b ON b.number = body WHERE id = ?1")?;
                let mut rows = before.query([taken.header.id.to_bytes()])?;
                let Some(row) = rows.next()? else { continue };
                let (key, hash, packed): (i64, [u8; 16], Vec<u8>) = (row.get(0)?, row.get(1)?, row.get(2)?);
                let title: String = row.get(3)?;
                drop(rows);
                if hash != taken.hash.0 {
                    continue; // Changed at its source while this was made.
                }
                changed += usize::from(packed != taken.packed || title != taken.header.title);
                let key = replace(&change, Key(key), taken, None)?;
                index(&change, key, taken)?;
            }
            change.commit()
        };
        put().map_err(Error::sql("change"))?;
        Ok(changed)
    }
}
