//! Finding articles: by words, by what is asked beside them, by id.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension as _, Row, params_from_iter};

use super::document::unpack;
use super::{Error, Store, key};
use crate::article::{Article, ArticleId, Date, Header, Key, Language};
use crate::text::query::{Field, Filter, Query, Term};

/// An article that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub key: Key,
    pub header: Header,
}

/// What comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Newest first, undated last; only what stands below this key, which is the
    /// last of the window before. Costs what it returns.
    Newest { below: Option<Key> },
    /// What fits the words best first (BM25, a title worth eight times a body).
    /// Costs what the words match. Without words it is newest first.
    Best,
}

const COLUMNS: &str =
    "a.key, a.id, a.source, a.url, a.outlet, a.title, a.kicker, a.byline, a.published, a.offset,
    a.language, a.minutes, a.quotes";

/// How much a word counts in title, body, byline, source and speaker.
const WEIGHTS: &str = "bm25(8.0, 1.0, 4.0, 2.0, 4.0)";

impl Store {
    /// The articles that a query asks for, at most `limit` of them. Marks count
    /// as [lent](Self::lend_marks); without any nothing is read or bookmarked.
    pub fn search(&mut self, query: &Query, order: Order, limit: usize) -> Result<Vec<Hit>, Error> {
        if query.filters.iter().any(|it| matches!(it, Filter::Read(_) | Filter::Bookmarked(_))) {
            self.has_marks()?;
        }
        let found = || {
            let (sql, values) = statement(query, order, limit);
            let mut statement = self.connection.prepare_cached(&sql)?;
            let rows = statement.query_map(params_from_iter(values), |row| {
                Ok(Hit { key: Key(row.get(0)?), header: header(row)? })
            })?;
            rows.collect::<rusqlite::Result<_>>()
        };
        found().map_err(Error::sql("search"))
    }

    /// The whole article of a hit, as it was when it was taken in; `None` where
    /// it has moved since.
    pub fn article(&self, id: ArticleId) -> Result<Option<Article>, Error> {
        let stored = || {
            let sql = format!(
                "SELECT {COLUMNS}, document FROM article a JOIN body ON body.article = a.key WHERE a.id = ?1"
            );
            let mut statement = self.connection.prepare_cached(&sql)?;
            statement
                .query_row([id.to_bytes()], |row| Ok((header(row)?, row.get::<_, Vec<u8>>(13)?)))
                .optional()
        };
        let Some((header, document)) = stored().map_err(Error::sql("read an article of"))? else {
            return Ok(None);
        };
        let mut article = Article {
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
        };
        unpack(&document, &mut article).map_err(|source| Error::Unreadable { id, source })?;
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
        found().map_err(Error::sql("look for an id in"))
    }

    /// Sees to it that there is a table of marks, be it empty.
    fn has_marks(&mut self) -> Result<(), Error> {
        let there = |connection: &Connection| {
            connection.query_row("SELECT count(*) FROM temp.sqlite_schema WHERE name = 'mark'", [], |row| {
                row.get(0)
            })
        };
        let n: i64 = there(&self.connection).map_err(Error::sql("search"))?;
        if n == 0 { self.lend_marks(std::iter::empty()) } else { Ok(()) }
    }
}

/// The statement that answers a query. Words reach `SQLite` as values, folded to
/// letters and digits: no sign that is typed means anything to it.
fn statement(query: &Query, order: Order, limit: usize) -> (String, Vec<Value>) {
    let mut values = Vec::new();
    let mut conditions = Vec::new();
    let (from, key) = match expression(query) {
        Some(expression) => {
            values.push(expression.into());
            conditions.push("found MATCH ?".to_owned());
            ("found CROSS JOIN article a ON a.key = found.rowid", "found.rowid")
        }
        None => ("article a", "a.key"),
    };
    if query.groups.is_empty() && !query.without.is_empty() {
        values.push(any(&query.without).into());
        conditions.push("a.key NOT IN (SELECT rowid FROM found WHERE found MATCH ?)".to_owned());
    }
    let mut marks = "";
    for filter in &query.filters {
        conditions.push(match filter {
            Filter::Read(it) => format!("coalesce(m.read, 0) = {}", i32::from(*it)),
            Filter::Bookmarked(it) => format!("coalesce(m.bookmarked, 0) = {}", i32::from(*it)),
            Filter::Quotes(it) => format!("(a.quotes > 0) = {}", i32::from(*it)),
            Filter::Language(language, it) => {
                values.push(language.code().to_owned().into());
                format!("(a.language IS ?) = {}", i32::from(*it))
            }
            Filter::After(seconds) => format!("{key} >= {}", key::at(*seconds)),
            Filter::Before(seconds) => format!("{key} < {} AND {key} >= {}", key::at(*seconds), key::DATED),
        });
        if matches!(filter, Filter::Read(_) | Filter::Bookmarked(_)) {
            marks = " LEFT JOIN temp.mark m ON m.article = a.key";
        }
    }
    let order = match order {
        Order::Best if !query.groups.is_empty() => {
            conditions.push(format!("rank MATCH '{WEIGHTS}'"));
            "rank".to_owned()
        }
        Order::Newest { below: Some(below) } => {
            conditions.push(format!("{key} < {}", below.0));
            format!("{key} DESC")
        }
        Order::Newest { below: None } | Order::Best => format!("{key} DESC"),
    };
    let conditions = if conditions.is_empty() { "true".to_owned() } else { conditions.join(" AND ") };
    let sql =
        format!("SELECT {COLUMNS} FROM {from}{marks} WHERE {conditions} ORDER BY {order} LIMIT {limit}");
    (sql, values)
}

/// The words of a query in the language of FTS5; `None` where it asks for none.
fn expression(query: &Query) -> Option<String> {
    let groups: Vec<String> = query.groups.iter().map(|it| any(it)).collect();
    let wanted = (!groups.is_empty()).then(|| groups.join(" AND "))?;
    Some(if query.without.is_empty() { wanted } else { format!("({wanted}) NOT {}", any(&query.without)) })
}

fn any(terms: &[Term]) -> String {
    let terms: Vec<String> = terms.iter().map(|it| term(it, column(it.field))).collect();
    format!("({})", terms.join(" OR "))
}

fn column(field: Option<Field>) -> &'static str {
    match field {
        None => "",
        Some(Field::Title) => "title : ",
        Some(Field::From) => "source : ",
        Some(Field::By) => "byline : ",
        Some(Field::Said) => "speaker : ",
    }
}

/// Words in quotation marks, which they cannot have in them.
pub(super) fn term(term: &Term, column: &str) -> String {
    format!("{column}\"{}\"{}", term.words.join(" "), if term.beginning { " *" } else { "" })
}

/// A header from the columns `COLUMNS`.
fn header(row: &Row<'_>) -> rusqlite::Result<Header> {
    let offset: i32 = row.get(9)?;
    Ok(Header {
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
    })
}
