//! Bringing stored articles up to the rules of today.

use rusqlite::TransactionBehavior;

use super::pack::Parts;
use super::taken::Taken;
use super::taking::{index, replace};
use super::{Error, Store, document};
use crate::article::{ArticleId, Key};
use crate::text::analysis::RULES;

/// What a stored article was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    pub id: ArticleId,
    /// Where it was found, as lists show it.
    pub source: String,
    /// What extraction was told that the bytes are called.
    pub name: String,
    /// That its source gave it.
    pub tags: Vec<String>,
    pub bytes: Vec<u8>,
}

/// Some of the originals of a library.
#[derive(Debug, Default)]
pub struct Originals {
    pub originals: Vec<Original>,
    /// Those that could not be unpacked.
    pub problems: Vec<Error>,
    /// The last of them, sound or not: where to go on. `None` at the end.
    pub last: Option<ArticleId>,
}

impl Store {
    /// What articles were made of, in the order of their ids, from the one after
    /// `after` on, at most `limit`: those that were read by other rules than those
    /// of today, or `all`.
    pub fn originals(&self, after: Option<ArticleId>, limit: usize, all: bool) -> Result<Originals, Error> {
        let mut read = Originals::default();
        let mut go = || -> rusqlite::Result<()> {
            let mut statement = self.connection.prepare_cached(
                "SELECT id, coalesce(f.url, source, ''), b.name, packed FROM article
                 JOIN body b ON b.number = body LEFT JOIN feed f ON f.number = feed
                 WHERE id > ?1 AND (?3 OR rules <> ?4) ORDER BY id LIMIT ?2",
            )?;
            let after = after.map_or(Vec::new(), |it| it.to_bytes().to_vec());
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let mut rows = statement.query((after, limit, all, RULES))?;
            while let Some(row) = rows.next()? {
                let id = ArticleId::from_bytes(row.get(0)?);
                read.last = Some(id);
                match self.packing.unpack(&self.connection, row.get_ref(3)?.as_blob()?) {
                    Ok(Parts { document, original: bytes, .. }) => {
                        let tags = document::about(&document).unwrap_or_default().tags;
                        read.originals.push(Original {
                            id,
                            source: row.get(1)?,
                            name: row.get(2)?,
                            tags,
                            bytes,
                        });
                    }
                    Err(source) => {
                        read.problems.push(Error::Unreadable { id, path: self.path.clone(), source });
                    }
                }
            }
            Ok(())
        };
        go().map_err(self.failed_to("read an article of"))?;
        Ok(read)
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
                let (key, packed): (i64, Vec<u8>) = (row.get(0)?, row.get(2)?);
                let unchanged = taken.hash.is(row.get_ref(1)?.as_blob()?);
                let title: String = row.get(3)?;
                drop(rows);
                if !unchanged {
                    continue; // Changed at its source while this was made.
                }
                let before = self.packing.unpack(&change, &packed).unwrap_or_default();
                changed += usize::from(!document::same(&before, &taken.parts) || title != taken.header.title);
                let key = replace(&change, &self.packing, Key(key), taken, None)?;
                index(&change, key, taken)?;
            }
            change.commit()
        };
        put().map_err(self.failed_to("change"))?;
        Ok(changed)
    }
}
