//! Finding articles: by words, by what is asked beside them, by id.

use rusqlite::{OptionalExtension as _, Row};

use super::find::{Ask, Found, Held, Looked};
use super::list::SoFar;
use super::{Error, Store, document, index};
use crate::article::{self, Article, ArticleId, Date, Header, Key, Language, Mark, Place, Progress, Window};
use crate::text::query::{Field, Query, Term};

/// What comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Newest first, undated last; only what stands below this key, which is the
    /// last of the window before. Costs what it returns.
    Newest { below: Option<Key> },
    /// As [`Store::best`] has it, and behind that newest first.
    Best,
}

/// What a row is made of; [`row`] reads it.
pub(super) const COLUMNS: &str =
    "a.key, a.id, coalesce(f.url, a.source, ''), a.url, coalesce(a.outlet, f.name, f.title), a.title, a.kicker,
    a.byline, a.published, a.offset, a.language, a.minutes, a.quotes, a.read, a.bookmarked, a.block, a.byte,
    a.permille, a.updated";

/// What [`COLUMNS`] need beside the article.
const FEED: &str = "LEFT JOIN feed f ON f.number = a.feed";

/// So many of the newest are weighed against each other, some ten milliseconds; no
/// more than are gone through before the index is asked.
const WEIGHED: usize = if cfg!(test) { 7 } else { 150 };
/// And looked for in so many texts: where few of the newest have what is typed, the
/// best of these few is found, and older ones are found newest first.
const SOUGHT: usize = if cfg!(test) { 12 } else { 400 };
/// How much a word counts in each field, beside 1 in the body.
const WEIGHTS: [(Field, f64); 3] = [(Field::Title, 8.0), (Field::By, 4.0), (Field::From, 2.0)];
/// How soon more of the same word counts less, and how much a long text does
/// (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", 3.5).
const K1: f64 = 1.2;
const B: f64 = 0.75;

impl Store {
    /// The articles that a query asks for, at most `limit` of them.
    pub fn search(&self, query: &Query, order: Order, limit: usize) -> Result<Vec<article::Row>, Error> {
        let doing = self.failed_to("search");
        match order {
            Order::Newest { below } => {
                let window = below.map_or(Window::Top, Window::Below);
                let ask = Ask { query, window, limit, since: 0, until: u64::MAX, texts: usize::MAX };
                self.matches(&ask).map(|it| it.rows).map_err(doing)
            }
            Order::Best => {
                let SoFar { mut rows, reached } = self.best(query, limit)?;
                rows.truncate(limit);
                if let Some(key) = reached.filter(|_| rows.len() < limit) {
                    let below = Order::Newest { below: Some(key) };
                    rows.extend(self.search(query, below, limit - rows.len())?);
                }
                Ok(rows)
            }
        }
    }

    /// What fits the words of a query best first, of the newest hundred and fifty that
    /// have them, as far as four hundred texts tell where the index does not (BM25, a
    /// title worth eight times a body). Older ones are not weighed: they stand below
    /// the key that was reached, newest first. Without words all are so, `limit` of
    /// them to begin with.
    pub fn best(&self, query: &Query, limit: usize) -> Result<SoFar, Error> {
        self.weigh(query, limit).map_err(self.failed_to("search"))
    }

    /// The rows of a window, newest first.
    pub(super) fn matches(&self, ask: &Ask<'_>) -> rusqlite::Result<Found<article::Row>> {
        let mut found = self.select(ask, COLUMNS, FEED, |it, _| row(it))?;
        if matches!(ask.window, Window::Above(_) | Window::Bottom) {
            found.rows.reverse();
        }
        Ok(found)
    }

    fn weigh(&self, query: &Query, limit: usize) -> rusqlite::Result<SoFar> {
        let limit = if query.groups.is_empty() { limit } else { WEIGHED };
        let ask = Ask { query, window: Window::Top, limit, since: 0, until: u64::MAX, texts: SOUGHT };
        let terms: Vec<&Term> = query.wanted().collect();
        let weights = |held: &Held| (frequencies(held, &terms), count(held.text().len()));
        let Found { rows, reached } =
            self.select(&ask, COLUMNS, FEED, |it, held| Ok((row(it)?, held.map(weights))))?;
        let last = rows.last().map(|it| it.0.key).filter(|_| rows.len() >= limit);
        let reached = last.or_else(|| reached.map(Key));
        if query.groups.is_empty() {
            return Ok(SoFar { rows: rows.into_iter().map(|it| it.0).collect(), reached });
        }
        // Of the fields alone the length of a text says nothing.
        let looked = Looked::at_for(query);
        let mut weighed = Vec::new();
        for (row, known) in rows {
            let found = || Ok::<_, rusqlite::Error>(self.held(row.key.0, looked)?.as_ref().map(weights));
            let Some((frequencies, length)) = known.map_or_else(found, |it| Ok(Some(it)))? else { continue };
            weighed.push((row, frequencies, length));
        }
        let mean = weighed.iter().map(|it| it.2).sum::<f64>() / count(weighed.len().max(1));
        let score = |frequencies: &[f64], length: f64| -> f64 {
            let longer = 1.0 - B + B * length / mean.max(1.0);
            (frequencies.iter().enumerate())
                .map(|(i, n)| {
                    let having =
                        count(weighed.iter().filter(|it| it.1.get(i).is_some_and(|n| *n > 0.0)).count());
                    let rare = (1.0 + (count(weighed.len()) - having + 0.5) / (having + 0.5)).ln();
                    rare * n * (K1 + 1.0) / (n + K1 * longer)
                })
                .sum()
        };
        let scores: Vec<f64> = weighed.iter().map(|(_, n, length)| score(n, *length)).collect();
        let mut ranked: Vec<(f64, article::Row)> =
            scores.into_iter().zip(weighed).map(|(score, (row, ..))| (score, row)).collect();
        // Of those that fit as well the newest comes first, as it came.
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
        Ok(SoFar { rows: ranked.into_iter().map(|it| it.1).collect(), reached })
    }

    /// The whole article of a row, as it was when it was taken in; `None` where
    /// it has moved since.
    pub fn article(&self, id: ArticleId) -> Result<Option<Article>, Error> {
        let stored = || {
            let sql = format!(
                "SELECT {COLUMNS}, packed FROM article a JOIN body b ON b.number = a.body
                 LEFT JOIN feed f ON f.number = a.feed WHERE a.id = ?1"
            );
            let mut statement = self.connection.prepare_cached(&sql)?;
            statement
                .query_row([id.to_bytes()], |it| Ok((row(it)?, it.get::<_, Vec<u8>>("packed")?)))
                .optional()
        };
        let Some((row, packed)) = stored().map_err(self.failed_to("read an article of"))? else {
            return Ok(None);
        };
        let mut article = of(row.header);
        self.packing
            .unpack(&self.connection, &packed)
            .and_then(|it| document::read(&it.text, &it.document, &mut article))
            .map_err(|source| Error::Unreadable { id, path: self.path.clone(), source })?;
        Ok(Some(article))
    }

    /// The articles whose ids begin so, by their present ids, at most `limit`;
    /// those that had such an id before they were changed are among them.
    pub fn beginning(&self, id: &str, limit: usize) -> Result<Vec<ArticleId>, Error> {
        let end = |fill: char| {
            let padded: String =
                id.chars().chain(std::iter::repeat(fill)).take(ArticleId::LEN.max(id.len())).collect();
            padded.parse::<ArticleId>().ok()
        };
        let (Some(from), Some(to)) = (end('0'), end('z')) else { return Ok(Vec::new()) };
        let found = || {
            let mut statement = self.connection.prepare_cached(
                "SELECT id FROM article WHERE id BETWEEN ?1 AND ?2
                 UNION SELECT a.id FROM earlier JOIN article a ON a.key = earlier.article
                    WHERE earlier.id BETWEEN ?1 AND ?2
                 LIMIT ?3",
            )?;
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let rows = statement.query_map((from.to_bytes(), to.to_bytes(), limit), |row| row.get(0))?;
            rows.map(|it| it.map(ArticleId::from_bytes)).collect::<rusqlite::Result<_>>()
        };
        found().map_err(self.failed_to("look for an id in"))
    }
}

/// How often each term stands in an article, fields by their weights.
fn frequencies(held: &Held, terms: &[&Term]) -> Vec<f64> {
    let in_text = |term: &Term, text: &str| count(term.count_in(text));
    let of = |term: &&Term| -> f64 {
        let fields = WEIGHTS.iter().filter(|(field, _)| term.field.is_none_or(|it| it == *field));
        let fields =
            fields.map(|(field, weight)| weight * in_text(term, &index::text_of(&held.header, *field)));
        let text = if term.field.is_none() { in_text(term, held.text()) } else { 0.0 };
        fields.sum::<f64>() + text
    };
    terms.iter().map(of).collect()
}

/// A number of things; none is so great that it would be cut.
fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// An article of this header that holds nothing yet.
pub(super) fn of(header: Header) -> Article {
    Article {
        id: header.id,
        source: header.source,
        url: header.url,
        outlet: header.outlet,
        title: header.title,
        kicker: header.kicker,
        byline: header.byline,
        published: header.published,
        language: None,
        blocks: Vec::new(),
        trimmed: Vec::new(),
        links: Vec::new(),
        caveats: Vec::new(),
    }
}

/// A row from the columns [`COLUMNS`].
pub(super) fn row(row: &Row<'_>) -> rusqlite::Result<article::Row> {
    let offset: i32 = row.get(9)?;
    let header = Header {
        id: ArticleId::from_bytes(row.get(1)?),
        source: row.get(2)?,
        url: row.get(3)?,
        outlet: row.get(4)?,
        title: row.get(5)?,
        kicker: row.get(6)?,
        byline: row.get(7)?,
        published: row.get::<_, Option<i64>>(8)?.map(|seconds| Date { seconds, offset }),
        language: row.get::<_, Option<String>>(10)?.as_deref().and_then(Language::parse),
        minutes: row.get(11)?,
        quotes: row.get(12)?,
    };
    let at = |column| row.get::<_, Option<i64>>(column).map(|it| it.and_then(|it| usize::try_from(it).ok()));
    let place = at(15)?.zip(at(16)?).map(|(block, byte)| Place { block, byte });
    let progress = place.zip(row.get(17)?).map(|(place, permille)| Progress { place, permille });
    let mark = Mark { read: row.get(13)?, bookmarked: row.get(14)?, progress };
    Ok(article::Row { key: Key(row.get(0)?), header, mark, updated: row.get(18)? })
}
