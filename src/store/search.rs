//! Finding articles: by words, by what is asked beside them, by id.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension as _, Row, params_from_iter};

use super::document::{self, unpack};
use super::{Error, Store, key};
use crate::article::{self, Article, ArticleId, Date, Header, Key, Language, Mark, Place, Progress, Window};
use crate::text::query::{Field, Filter, Query, Term};
use crate::text::words;

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

/// What a row is made of; [`row`] reads it.
pub(super) const COLUMNS: &str =
    "a.key, a.id, coalesce(f.url, a.source, ''), a.url, coalesce(a.outlet, f.name, f.title), a.title, a.kicker,
    a.byline, a.published, a.offset, a.language, a.minutes, a.quotes, a.read, a.bookmarked, a.block, a.byte,
    a.permille, a.updated";

/// How much a word counts in body, title, byline, source, speaker and tag.
const WEIGHTS: &str = "bm25(1.0, 8.0, 4.0, 2.0, 4.0, 4.0)";

impl Store {
    /// The articles that a query asks for, at most `limit` of them.
    pub fn search(&self, query: &Query, order: Order, limit: usize) -> Result<Vec<article::Row>, Error> {
        let doing = Error::sql("search");
        match order {
            Order::Newest { below } => {
                let window = below.map_or(Window::Top, Window::Below);
                self.matches(&Ask { query, window, limit, since: 0, until: u64::MAX }).map_err(doing)
            }
            Order::Best => self.best(query, limit).map_err(doing),
        }
    }

    /// The rows of a window, newest first.
    pub(super) fn matches(&self, ask: &Ask<'_>) -> rusqlite::Result<Vec<article::Row>> {
        let mut found = self.select(ask, COLUMNS, "LEFT JOIN feed f ON f.number = a.feed", row)?;
        if ask.upward() {
            found.reverse();
        }
        Ok(found)
    }

    /// Columns of what a query asks for.
    pub(super) fn select<T>(
        &self,
        ask: &Ask<'_>,
        columns: &str,
        join: &str,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Vec<T>> {
        let (from, key, conditions, values) = asked(ask);
        let order = if ask.upward() { "ASC" } else { "DESC" };
        let limit = i64::try_from(ask.limit).unwrap_or(i64::MAX);
        let sql = format!(
            "SELECT {columns} FROM {from} {join} WHERE {conditions} ORDER BY {key} {order} LIMIT {limit}"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        statement.query_map(params_from_iter(values), read)?.collect()
    }

    fn best(&self, query: &Query, limit: usize) -> rusqlite::Result<Vec<article::Row>> {
        let ask = Ask { query, window: Window::Top, limit, since: 0, until: u64::MAX };
        if query.groups.is_empty() {
            return self.matches(&ask);
        }
        let (from, _, conditions, values) = asked(&ask);
        let sql = format!(
            "SELECT {COLUMNS} FROM {from} LEFT JOIN feed f ON f.number = a.feed
             WHERE {conditions} AND rank MATCH '{WEIGHTS}' ORDER BY rank LIMIT {limit}"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        statement.query_map(params_from_iter(values), row)?.collect()
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
        let Some((row, packed)) = stored().map_err(Error::sql("read an article of"))? else {
            return Ok(None);
        };
        let mut article = of(row.header);
        unpack(&packed)
            .and_then(|(_, it)| document::read(&it, &mut article))
            .map_err(|source| Error::Unreadable { id, source })?;
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
}

/// What a list asks the tables for.
pub(super) struct Ask<'a> {
    pub(super) query: &'a Query,
    pub(super) window: Window,
    pub(super) limit: usize,
    /// The arrivals that count: later than the first, and up to the last.
    pub(super) since: u64,
    pub(super) until: u64,
}

impl Ask<'_> {
    /// Whether rows are read from the oldest of the window on.
    fn upward(&self) -> bool {
        matches!(self.window, Window::Above(_) | Window::Bottom)
    }
}

/// The parts of the statement that answers a query: tables, the column of the
/// key, conditions, and their values. Words reach `SQLite` as values, folded to
/// letters and digits: no sign that is typed means anything to it.
fn asked(ask: &Ask<'_>) -> (&'static str, &'static str, String, Vec<Value>) {
    let query = ask.query;
    let mut values: Vec<Value> = Vec::new();
    let mut conditions = vec!["true".to_owned()];
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
    for it in &query.filters {
        conditions.push(filter(it, key, &mut values));
    }
    match ask.window {
        Window::Below(it) => conditions.push(format!("{key} < {}", it.0)),
        Window::Above(it) => conditions.push(format!("{key} > {}", it.0)),
        Window::Top | Window::Bottom => {}
    }
    if let Ok(until) = i64::try_from(ask.until) {
        conditions.push(format!("a.arrival <= {until}"));
    }
    if ask.since > 0 {
        conditions.push(format!("a.arrival > {}", i64::try_from(ask.since).unwrap_or(i64::MAX)));
    }
    (from, key, conditions.join(" AND "), values)
}

/// A filter as a condition.
fn filter(filter: &Filter, key: &str, values: &mut Vec<Value>) -> String {
    let not = |it: bool| if it { "" } else { "NOT " };
    // Of a feed that has it at second hand as well.
    let from = |feeds: String, it: bool| {
        format!(
            "a.key {}IN (SELECT article FROM entry WHERE article IS NOT NULL AND feed IN ({feeds}))",
            not(it)
        )
    };
    match filter {
        Filter::Read(it) => format!("a.read = {}", i32::from(*it)),
        Filter::Bookmarked(it) => format!("a.bookmarked = {}", i32::from(*it)),
        Filter::Quotes(it) => format!("(a.quotes > 0) = {}", i32::from(*it)),
        Filter::Language(language, it) => {
            values.push(language.code().to_owned().into());
            format!("(a.language IS ?) = {}", i32::from(*it))
        }
        // Where it stands says nearly when it was published, and is quick.
        Filter::After(it) => format!(
            "{key} >= {} AND coalesce(a.published >= {it}, {key} >= {})",
            key::at(*it) - key::ASTRAY,
            key::at(*it)
        ),
        Filter::Before(it) => format!(
            "{key} < {1} AND {key} >= {0} AND coalesce(a.published < {it}, {key} < {1})",
            key::DATED,
            key::at(*it) + 1
        ),
        Filter::Feed(name, it) => {
            values.extend([name.clone().into(), name.to_lowercase().into()]);
            from(
                "SELECT number FROM feed WHERE url = ? OR instr(lower(coalesce(name, title, '') || ' ' || url), ?)"
                    .to_owned(),
                *it,
            )
        }
        Filter::Folder(name, it) => {
            values.extend([name.clone().into(), format!("{name}/").into()]);
            from(
                "SELECT number FROM feed WHERE place IS NOT NULL AND (folder = ? OR instr(folder, ?) = 1)"
                    .to_owned(),
                *it,
            )
        }
        Filter::Tag(name, it) => {
            let words = words::sought(name).0.join(" ");
            values.extend([name.clone().into(), format!("tag : \"{words}\"").into()]);
            format!(
                "{}({} OR a.key IN (SELECT rowid FROM found WHERE found MATCH ?))",
                not(*it),
                from(
                    "SELECT number FROM feed WHERE place IS NOT NULL
                        AND EXISTS (SELECT 1 FROM json_each(tags) WHERE value = ?)"
                        .to_owned(),
                    true
                )
            )
        }
        Filter::Within(paths) => {
            let mut within = Vec::new();
            for path in paths {
                let below = |end: u8| [path.as_slice(), &[end]].concat();
                // `0` comes after the slash.
                values.extend([path.clone().into(), below(b'/').into(), below(b'0').into()]);
                within.push("path = ? OR (path >= ? AND path < ?)");
            }
            let within = if within.is_empty() { "false".to_owned() } else { within.join(" OR ") };
            format!("a.key IN (SELECT article FROM source WHERE article IS NOT NULL AND ({within}))")
        }
    }
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
