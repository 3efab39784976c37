//! Who said what, over the whole library.

use super::search::{COLUMNS, of, row};
use super::taken::Spoken;
use super::{Error, Store, document, index};
use crate::article::{Article, ArticleId, Date, Place};
use crate::text::prose::Prose;
use crate::text::query::Query;
use crate::text::span::Span;

/// A quotation of kind speech.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub article: ArticleId,
    pub title: String,
    pub source: String,
    pub outlet: Option<String>,
    pub url: Option<String>,
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
    /// nothing is found. An article that cannot be unpacked is passed over.
    pub fn said(&self, speaker: &Query, about: &Query, limit: usize) -> Result<Vec<Said>, Error> {
        let Some(expression) = index::said(speaker, about) else { return Ok(Vec::new()) };
        let find = || -> rusqlite::Result<Vec<Said>> {
            let mut candidates = self.connection.prepare_cached(&format!(
                "SELECT {COLUMNS}, packed FROM found CROSS JOIN article a ON a.key = found.rowid
                 JOIN body b ON b.number = a.body LEFT JOIN feed f ON f.number = a.feed
                 WHERE found MATCH ?1 ORDER BY found.rowid DESC"
            ))?;
            let mut rows = candidates.query([expression])?;
            let mut found = Vec::new();
            while found.len() < limit
                && let Some(next) = rows.next()?
            {
                let packed = next.get_ref("packed")?.as_blob()?;
                let mut article = of(row(next)?.header);
                let Ok(parts) = self.packing.unpack(&self.connection, packed) else { continue };
                let read = document::read(&parts.text, &parts.document, &mut article);
                let Ok(about_it) = read else { continue };
                let prose = Prose::of_article(&article);
                for it in about_it.said {
                    if speaker.is_in(it.speaker.as_deref().unwrap_or_default()) {
                        let words = words_of(&prose, &it);
                        if about.is_in(&words) {
                            found.push(said(&article, it, words));
                        }
                    }
                }
            }
            found.truncate(limit);
            Ok(found)
        };
        find().map_err(self.failed_to("look for quotations in"))
    }

    /// Who is quoted most in all articles, with how many quotations each, at most
    /// `limit` of them; of those quoted as often, in the order of their names.
    pub fn speakers(&self, limit: usize) -> Result<Vec<(String, u64)>, Error> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let find = |condition: &str| -> rusqlite::Result<Vec<(String, u64)>> {
            let sql = format!("SELECT name, said FROM speaker {condition} ORDER BY said DESC, name LIMIT ?1");
            let mut speakers = self.connection.prepare_cached(&sql)?;
            let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs()));
            speakers.query_map([limit], read)?.collect()
        };
        // Most are quoted a few times only, and stand in no index.
        let often = find("WHERE said >= 8").map_err(self.failed_to("look for quotations in"))?;
        if i64::try_from(often.len()).unwrap_or(i64::MAX) >= limit {
            return Ok(often);
        }
        find("").map_err(self.failed_to("look for quotations in"))
    }
}

fn said(article: &Article, spoken: Spoken, words: String) -> Said {
    Said {
        article: article.id,
        title: article.title.clone(),
        source: article.source.clone(),
        outlet: article.outlet.clone(),
        url: article.url.clone(),
        published: article.published,
        place: spoken.from,
        speaker: spoken.speaker,
        sure: spoken.sure,
        words,
    }
}

/// The words of a quotation on one line.
fn words_of(prose: &Prose, spoken: &Spoken) -> String {
    let at = |place: Place| {
        let paragraph = prose.paragraphs.iter().find(|it| it.block == place.block);
        paragraph.map_or(0, |it| it.span.start + place.byte.min(it.span.len()))
    };
    let words = prose.slice(Span::new(at(spoken.from), at(spoken.to)));
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
