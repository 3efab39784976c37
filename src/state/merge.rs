//! All marks in memory: the projection of whoever has no library.

use std::collections::HashMap;
use std::convert::Infallible;
use std::ffi::OsStr;

use super::projection::{Position, Projection};
use crate::article::{ArticleId, Field, LastWrites, Mark, Stamped};

/// The last write for each article and field. Takes some 100 bytes an article.
#[derive(Debug, Default)]
pub struct Merged {
    rows: HashMap<ArticleId, LastWrites>,
}

impl Merged {
    /// What is remembered of an article; the default where it was never marked.
    pub fn mark(&self, id: ArticleId) -> Mark {
        self.rows.get(&id).map_or_else(Mark::default, LastWrites::mark)
    }

    /// The writes that its mark comes from.
    pub(super) fn last_writes(&self, id: ArticleId) -> LastWrites {
        self.rows.get(&id).copied().unwrap_or_default()
    }

    /// All articles that were ever marked, in no order.
    pub fn marks(&self) -> impl Iterator<Item = (ArticleId, Mark)> {
        self.rows.iter().map(|(id, row)| (*id, row.mark()))
    }
}

impl Projection for Merged {
    type Error = Infallible;

    fn written(&self, id: ArticleId, field: Field) -> Result<u64, Infallible> {
        Ok(self.rows.get(&id).map_or(0, |row| row.time_of(field)))
    }

    fn each(&self, mut take: impl FnMut(ArticleId, &LastWrites)) -> Result<(), Infallible> {
        self.rows.iter().for_each(|(id, row)| take(*id, row));
        Ok(())
    }

    fn forget(&mut self, _: &OsStr) -> Result<(), Infallible> {
        Ok(())
    }

    fn apply(&mut self, writes: &[Stamped], _: Option<&Position>) -> Result<(), Infallible> {
        for it in writes {
            self.rows.entry(it.change.id).or_default().take(it.t, it.change.field);
        }
        Ok(())
    }
}
