//! Who said what, over the whole library.

use super::search::term;
use super::{Error, Store};
use crate::article::{ArticleId, Date, Place};
use crate::text::query::{Query, Term};

/// A quotation of kind speech.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub article: ArticleId,
    pub title: String,
    pub source: String,
    pub published: Option<Date>,
    /// Where it begins in the article.
    pub place: Place,
    pub speaker: Option<String>,
    /// Whether kabar would stand by the speaker.
    pub sure: bool,
    /// On one line, with their marks.
    pub words: String,
}

impl Store {
    /// Quotations whose speaker's name has all words of `speaker`, and that hold
    /// what `about` asks for, newest first, at most `limit`. Of both only words
    /// count; fields and filters have no part in it. Where neither has words,
    /// nothing is found.
    pub fn said(&self, speaker: &Query, about: &Query, limit: usize) -> Result<Vec<Said>, Error> {
        let Some(expression) = expression(speaker, about) else { return Ok(Vec::new()) };
        let found = || {
            let mut statement = self.connection.prepare_cached(
                "SELECT a.id, a.title, a.source, a.published, a.offset, q.block, q.byte, q.speaker, q.sure, q.words
                 FROM said JOIN quotation q ON q.number = said.rowid JOIN article a ON a.key = q.article
                 WHERE said MATCH ?1 ORDER BY q.article DESC, q.number LIMIT ?2",
            )?;
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let rows = statement.query_map((expression, limit), |row| {
                let offset = row.get(4)?;
                let at = |n: i64| usize::try_from(n).unwrap_or(0);
                Ok(Said {
                    article: ArticleId::from_bytes(row.get(0)?),
                    title: row.get(1)?,
                    source: row.get(2)?,
                    published: row.get::<_, Option<i64>>(3)?.map(|seconds| Date { seconds, offset }),
                    place: Place { block: at(row.get(5)?), byte: at(row.get(6)?) },
                    speaker: row.get(7)?,
                    sure: row.get(8)?,
                    words: row.get(9)?,
                })
            })?;
            rows.collect::<rusqlite::Result<_>>()
        };
        found().map_err(Error::sql("look for quotations in"))
    }
}

fn expression(speaker: &Query, about: &Query) -> Option<String> {
    let any = |terms: &[Term], column: &str| {
        let terms: Vec<String> = terms.iter().map(|it| term(it, column)).collect();
        format!("({})", terms.join(" OR "))
    };
    let (mut wanted, mut without) = (Vec::new(), Vec::new());
    for (query, column) in [(speaker, "speaker : "), (about, "words : ")] {
        wanted.extend(query.groups.iter().map(|it| any(it, column)));
        without.extend(query.without.iter().map(|it| term(it, column)));
    }
    let wanted = (!wanted.is_empty()).then(|| wanted.join(" AND "))?;
    Some(if without.is_empty() { wanted } else { format!("({wanted}) NOT ({})", without.join(" OR ")) })
}
