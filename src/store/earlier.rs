//! What articles said before they were changed at their source.

use rusqlite::Row;

use super::search::{COLUMNS, of, row};
use super::{Error, Store, document};
use crate::article::{Article, ArticleId};

/// An earlier text of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// When another one took its place, in milliseconds since 1970.
    pub replaced: u64,
    /// As it was, by its own id; what stands around the text is of today but for
    /// the title.
    pub article: Article,
}

impl Store {
    /// The earlier texts of an article, the latest first. One that cannot be
    /// unpacked is passed over.
    pub fn earlier(&self, id: ArticleId) -> Result<Vec<Earlier>, Error> {
        let read = |it: &Row<'_>| {
            let mut article = of(row(it)?.header);
            article.id = ArticleId::from_bytes(it.get("before")?);
            article.title = it.get("titled")?;
            let replaced: i64 = it.get("replaced")?;
            let unpacked = self
                .packing
                .unpack(&self.connection, it.get_ref("packed")?.as_blob()?)
                .and_then(|it| document::read(&it.text, &it.document, &mut article));
            Ok(unpacked.ok().map(|_| Earlier { replaced: replaced.unsigned_abs(), article }))
        };
        let find = || -> rusqlite::Result<Vec<Earlier>> {
            let mut earlier = self.connection.prepare_cached(&format!(
                "SELECT {COLUMNS}, e.id AS before, e.title AS titled, e.replaced, packed
                 FROM article a JOIN earlier e ON e.article = a.key JOIN body b ON b.number = e.body
                 LEFT JOIN feed f ON f.number = a.feed WHERE a.id = ?1 ORDER BY e.number DESC"
            ))?;
            let rows = earlier.query_map([id.to_bytes()], read)?;
            Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?.into_iter().flatten().collect())
        };
        find().map_err(self.failed_to("read an article of"))
    }
}
