//! How a query is answered: newest first, and no more work than the answer needs.
//!
//! Keys come from a stream in their order, which is that of the table, of an index
//! that few stand in (unread, bookmarked, a feed), or of the index of words; each
//! is then looked at. The index of words is quick for a word and slow for the
//! beginning of many, and answers for all time; so where nearly every article has
//! what is typed, the texts of the newest are gone through first, and the index is
//! asked only when it is clear that it has little to say.

use std::cell::OnceCell;

use rusqlite::types::Value;
use rusqlite::{CachedStatement, OptionalExtension as _, Row, Statement, params_from_iter};

use super::pack::Parts;
use super::{Store, document, index, key};
use crate::article::{Header, Language, Window};
use crate::text::query::{Field, Filter, Query, Term};

/// Texts that are gone through before the index is asked, some ten milliseconds.
const TEXTS: usize = if cfg!(test) { 9 } else { 160 };
/// Keys that are passed over meanwhile, since a filter has no use for them.
const PASSED: usize = if cfg!(test) { 20 } else { 8_000 };
/// A list of no more articles than this is gone through whatever the words are.
const FEW: u64 = if cfg!(test) { 4 } else { 800 };
/// Beginnings of words that more than one text in so many has are not asked of the
/// index, which would go through all that begins so, but looked for in texts.
const COMMON: usize = 16;
/// More feeds than this are a good part of a library: everything is gone through.
const FEEDS: usize = 400;

/// A text that is looked into costs as much as so many rows that are passed over.
const TEXT: usize = 20;

/// What a list asks the tables for.
#[derive(Clone, Copy)]
pub(super) struct Ask<'a> {
    pub(super) query: &'a Query,
    pub(super) window: Window,
    pub(super) limit: usize,
    /// The arrivals that count: later than the first, and up to the last.
    pub(super) since: u64,
    pub(super) until: u64,
    /// After about so many texts it is enough for now.
    pub(super) texts: usize,
}

/// What was found.
pub(super) struct Found<T> {
    pub(super) rows: Vec<T>,
    /// Where it was enough for now: up to this key, and with it, all is found. `None`
    /// where all is.
    pub(super) reached: Option<i64>,
}

/// Keys in their order: the statements whose keys are taken together, each with
/// its values, and about how many they give.
struct Stream {
    parts: Vec<(String, Vec<Value>)>,
    n: u64,
}

/// Between which keys the answer lies, both left out, and from which end.
#[derive(Clone, Copy)]
struct Range {
    above: i64,
    below: i64,
    upward: bool,
}

/// What of an article has to be looked at to see whether it has the words of a query.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Looked {
    Header,
    /// What it was unpacked for, as far as no words are asked for: who is quoted.
    Document,
    Text,
}

impl Looked {
    pub(super) fn at_for(query: &Query) -> Self {
        let of = |term: &Term| match term.field {
            None => Self::Text,
            Some(Field::Said) => Self::Document,
            Some(Field::Title | Field::By | Field::From) => Self::Header,
        };
        query.groups.iter().flatten().chain(&query.without).map(of).max().unwrap_or(Self::Header)
    }
}

/// A query as far as it can be worked out beforehand.
struct Plan {
    range: Range,
    /// What a row must fulfill, and the values in that.
    conditions: String,
    values: Vec<Value>,
    /// The shortest stream that has all of the answer, words aside.
    listed: Stream,
}

impl Store {
    /// Reads `columns` of what a query asks for, in the order of the window, which
    /// is upward for those at the end. `read` is given the article as well where its
    /// words had to be looked at.
    pub(super) fn select<T>(
        &self,
        ask: &Ask<'_>,
        columns: &str,
        join: &str,
        read: impl FnMut(&Row<'_>, Option<&Held>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Found<T>> {
        let plan = self.plan(ask)?;
        let check =
            format!("SELECT {columns} FROM article a {join} WHERE a.key = ?1 AND {}", plan.conditions);
        let mut check = self.connection.prepare_cached(&check)?;
        for (i, value) in plan.values.iter().enumerate() {
            check.raw_bind_parameter(i + 2, value)?;
        }
        let query = ask.query;
        let seen = vec![0; query.groups.len()];
        let found = Found { rows: Vec::new(), reached: None };
        let left = ask.texts.saturating_mul(TEXT);
        let looked = Looked::at_for(query);
        let mut search = Search {
            store: self,
            query,
            looked,
            limit: ask.limit,
            check,
            read,
            found,
            seen,
            n_seen: 0,
            left,
        };
        if query.groups.is_empty() {
            let by_text = !ask.query.without.is_empty();
            search.go(&plan.listed, plan.range, by_text, None)?;
            return Ok(search.found);
        }
        let mut range = plan.range;
        let all = self.count()?;
        let narrow = plan.listed.n < all / 16;
        let open = ask.query.groups.iter().flatten().any(|it| it.beginning);
        if plan.listed.n <= FEW {
            search.go(&plan.listed, range, true, None)?;
            return Ok(search.found);
        }
        if narrow || open {
            match search.go(&plan.listed, range, true, Some(TEXTS))? {
                None => return Ok(search.found),
                Some(last) if range.upward => range.above = last,
                Some(last) => range.below = last,
            }
        }
        // Of the beginnings of words only those that are rare enough, the rarest at least.
        let is_open = |group: &[Term]| group.iter().any(|it| it.beginning);
        let common = |i: usize| {
            let n = search.seen.get(i).copied().unwrap_or(0);
            n * COMMON > search.n_seen && n > 0
        };
        let groups = || query.groups.iter().enumerate();
        let mut asked: Vec<&Vec<Term>> =
            groups().filter(|(i, it)| !(is_open(it) && common(*i))).map(|it| it.1).collect();
        if asked.is_empty() {
            if search.found.rows.len() * COMMON > search.n_seen {
                // So many fit that the rest is soon found among the texts.
                search.go(&plan.listed, range, true, None)?;
                return Ok(search.found);
            }
            asked.extend(groups().min_by_key(|(i, _)| search.seen.get(*i).copied()).map(|it| it.1));
        }
        let Some(expression) = index::expression_of(query, &asked) else { return Ok(search.found) };
        let words = Stream {
            parts: vec![(
                "SELECT rowid FROM found WHERE found MATCH ? AND rowid > ? AND rowid < ? ORDER BY rowid"
                    .to_owned(),
                vec![expression.into()],
            )],
            n: all,
        };
        let phrases = |terms: &[Term]| terms.iter().any(|it| it.words.len() > 1);
        let by_text = asked.len() < query.groups.len()
            || query.groups.iter().any(|it| phrases(it))
            || query.without.iter().any(|it| it.words.len() > 1 || it.beginning);
        search.go(&words, range, by_text, None)?;
        Ok(search.found)
    }

    fn count(&self) -> rusqlite::Result<u64> {
        let mut all = self.connection.prepare_cached("SELECT n_all FROM tally")?;
        all.query_row([], |row| row.get::<_, i64>(0)).map(i64::unsigned_abs)
    }

    fn plan(&self, ask: &Ask<'_>) -> rusqlite::Result<Plan> {
        let mut range = Range {
            above: i64::MIN,
            below: i64::MAX,
            upward: matches!(ask.window, Window::Above(_) | Window::Bottom),
        };
        match ask.window {
            Window::Below(it) => range.below = it.0,
            Window::Above(it) => range.above = it.0,
            Window::Top | Window::Bottom => {}
        }
        let one = |sql: &str, values: Vec<Value>, n: u64| Stream { parts: vec![(sql.to_owned(), values)], n };
        let (all, unread, bookmarked): (i64, i64, i64) = self
            .connection
            .prepare_cached("SELECT n_all, n_unread, n_bookmarked FROM tally")?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let everything = "SELECT key FROM article WHERE key > ? AND key < ? ORDER BY key";
        let mut streams = vec![one(everything, Vec::new(), all.unsigned_abs())];
        let mut conditions = vec!["true".to_owned()];
        let mut values: Vec<Value> = Vec::new();
        for filter in &ask.query.filters {
            conditions.push(match filter {
                Filter::Read(read) => {
                    let n = if *read { all - unread } else { unread };
                    if n < all / 8 {
                        let sql = format!(
                            "SELECT key FROM article WHERE read = {} AND key > ? AND key < ? ORDER BY key",
                            i32::from(*read)
                        );
                        streams.push(one(&sql, Vec::new(), n.unsigned_abs()));
                    }
                    format!("a.read = {}", i32::from(*read))
                }
                Filter::Bookmarked(it) => {
                    if *it {
                        let sql = "SELECT key FROM article WHERE bookmarked = 1 AND key > ? AND key < ? ORDER BY key";
                        streams.push(one(sql, Vec::new(), bookmarked.unsigned_abs()));
                    }
                    format!("a.bookmarked = {}", i32::from(*it))
                }
                Filter::Quotes(it) => format!("(a.quotes > 0) = {}", i32::from(*it)),
                Filter::Language(language, it) => {
                    values.push(language.code().to_owned().into());
                    format!("(a.language IS ?) = {}", i32::from(*it))
                }
                // Where it stands says nearly when it was published, and is quick.
                Filter::After(it) => {
                    range.above = range.above.max(key::at(*it) - key::ASTRAY - 1);
                    format!("coalesce(a.published >= {it}, a.key >= {})", key::at(*it))
                }
                Filter::Before(it) => {
                    range.below = range.below.min(key::at(*it) + 1);
                    range.above = range.above.max(key::DATED - 1);
                    format!("coalesce(a.published < {it}, a.key < {})", key::at(*it))
                }
                Filter::Feed(name, it) => {
                    let sql = "url = ?1 OR instr(lower(coalesce(name, title, '') || ' ' || url), ?2)";
                    let feeds = self.feeds_where(sql, &[name.clone(), name.to_lowercase()])?;
                    streams.extend(it.then(|| of_feeds(&feeds)).flatten());
                    from_feeds(&feeds, *it)
                }
                Filter::Folder(name, it) => {
                    let sql = "place IS NOT NULL AND (folder = ?1 OR instr(folder, ?2) = 1)";
                    let feeds = self.feeds_where(sql, &[name.clone(), format!("{name}/")])?;
                    streams.extend(it.then(|| of_feeds(&feeds)).flatten());
                    from_feeds(&feeds, *it)
                }
                Filter::Tag(name, it) => {
                    let sql = "place IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(tags) WHERE value = ?1)";
                    let feeds = self.feeds_where(sql, std::slice::from_ref(name))?;
                    let tagged = index::tagged(name);
                    if let Some(mut stream) = it.then(|| of_feeds(&feeds)).flatten() {
                        let sql = "SELECT rowid FROM found WHERE found MATCH ? AND rowid > ? AND rowid < ? ORDER BY rowid";
                        stream.parts.push((sql.to_owned(), vec![tagged.clone().into()]));
                        // How many there are nobody knows; tags are given sparingly.
                        stream.n += all.unsigned_abs() / 20;
                        streams.push(stream);
                    }
                    values.push(tagged.into());
                    let from = from_feeds(&feeds, true);
                    let tagged = "EXISTS (SELECT 1 FROM found WHERE found MATCH ? AND rowid = a.key)";
                    format!("({from} OR {tagged}) = {}", i32::from(*it))
                }
                Filter::Within(paths) => {
                    let (sql, bounds) = within(paths);
                    let stream = format!(
                        "SELECT article FROM source WHERE ({sql}) AND article > ? AND article < ? ORDER BY article"
                    );
                    streams.push(one(&stream, bounds.clone(), all.unsigned_abs() / 2));
                    values.extend(bounds);
                    format!("EXISTS (SELECT 1 FROM source WHERE article = a.key AND ({sql}))")
                }
            });
        }
        if let Ok(until) = i64::try_from(ask.until) {
            conditions.push(format!("a.arrival <= {until}"));
        }
        if ask.since > 0 {
            let since = i64::try_from(ask.since).unwrap_or(i64::MAX);
            conditions.push(format!("a.arrival > {since}"));
            let sql = format!(
                "SELECT key FROM article WHERE arrival > {since} AND key > ? AND key < ? ORDER BY key"
            );
            // What arrived since somebody looked is little.
            streams.push(one(&sql, Vec::new(), FEW));
        }
        let shortest = streams.into_iter().min_by_key(|it| it.n);
        let listed = shortest.unwrap_or_else(|| one(everything, Vec::new(), 0));
        Ok(Plan { range, conditions: conditions.join(" AND "), values, listed })
    }

    /// The numbers of the feeds of which a condition holds, and how many articles
    /// each has.
    fn feeds_where(&self, condition: &str, values: &[String]) -> rusqlite::Result<Vec<(i64, i64)>> {
        let mut feeds =
            self.connection.prepare_cached(&format!("SELECT number, n_all FROM feed WHERE {condition}"))?;
        feeds.query_map(params_from_iter(values), |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
    }
}

/// The articles of some feeds; `None` where these are too many to be taken apart.
fn of_feeds(feeds: &[(i64, i64)]) -> Option<Stream> {
    let sql = "SELECT article FROM entry WHERE feed = ? AND article > ? AND article < ? ORDER BY article";
    let parts = feeds.iter().map(|(number, _)| (sql.to_owned(), vec![(*number).into()]));
    let n = feeds.iter().map(|(_, n)| n.unsigned_abs()).sum();
    (feeds.len() <= FEEDS).then(|| Stream { parts: parts.collect(), n })
}

fn from_feeds(feeds: &[(i64, i64)], holds: bool) -> String {
    let numbers: Vec<String> = feeds.iter().map(|(number, _)| number.to_string()).collect();
    format!(
        "EXISTS (SELECT 1 FROM entry WHERE article = a.key AND feed IN ({})) = {}",
        numbers.join(", "),
        i32::from(holds)
    )
}

/// The condition for a source to be one of these files, or below one of these
/// folders.
fn within(paths: &[Vec<u8>]) -> (String, Vec<Value>) {
    let mut values = Vec::new();
    let mut conditions = vec!["false"];
    for path in paths {
        let below = |end: u8| [path.as_slice(), &[end]].concat();
        // `0` comes after the slash.
        values.extend([path.clone().into(), below(b'/').into(), below(b'0').into()]);
        conditions.push("path = ? OR (path >= ? AND path < ?)");
    }
    (conditions.join(" OR "), values)
}

/// A search under way.
struct Search<'a, T, F> {
    store: &'a Store,
    query: &'a Query,
    looked: Looked,
    limit: usize,
    /// Reads a row by its key where it fulfills the conditions.
    check: CachedStatement<'a>,
    read: F,
    found: Found<T>,
    /// In how many of the texts that were gone through each group was.
    seen: Vec<usize>,
    n_seen: usize,
    /// How many rows may still be passed over, or [`TEXT`] times fewer texts looked
    /// into, before it is enough for now.
    left: usize,
}

impl<T, F: FnMut(&Row<'_>, Option<&Held>) -> rusqlite::Result<T>> Search<'_, T, F> {
    /// Goes through a stream until there is enough. Where only so many `texts` may
    /// be looked at, says at which key it stopped for it; `None` where the search
    /// is at its end.
    fn go(
        &mut self,
        stream: &Stream,
        range: Range,
        by_text: bool,
        texts: Option<usize>,
    ) -> rusqlite::Result<Option<i64>> {
        if self.found.rows.len() >= self.limit || stream.parts.is_empty() {
            return Ok(None);
        }
        let mut keys = prepare(self.store, stream, range)?;
        let mut keys = keys.raw_query();
        let (mut last, mut n_passed, mut n_texts) = (None, 0, 0);
        while let Some(next) = keys.next()? {
            let key: i64 = next.get(0)?;
            if last == Some(key) {
                continue; // Of two streams, or twice in a feed.
            }
            if self.left == 0 {
                self.found.reached = last;
                return Ok(None);
            }
            last = Some(key);
            self.left -= 1;
            self.check.raw_bind_parameter(1, key)?;
            let mut rows = self.check.raw_query();
            let row = match rows.next()? {
                Some(row) => {
                    n_texts += 1;
                    self.left = self.left.saturating_sub(if by_text { TEXT } else { 0 });
                    let counts = texts.is_some().then_some(&mut self.seen);
                    let held = if by_text { self.store.held(key, self.looked)? } else { None };
                    let fits = match &held {
                        Some(held) => self.store.fits(self.query, key, held, counts)?,
                        None => !by_text,
                    };
                    fits.then(|| (self.read)(row, held.as_ref())).transpose()?
                }
                None => None,
            };
            drop(rows);
            self.found.rows.extend(row);
            if self.found.rows.len() >= self.limit {
                return Ok(None);
            }
            n_passed += 1;
            self.n_seen = n_texts;
            if texts.is_some_and(|it| n_texts >= it || n_passed >= PASSED) {
                return Ok(last);
            }
        }
        Ok(None)
    }
}

/// The statement of a stream with its values.
fn prepare<'a>(store: &'a Store, stream: &Stream, range: Range) -> rusqlite::Result<Statement<'a>> {
    let order = if range.upward { "ASC" } else { "DESC" };
    let parts: Vec<&str> = stream.parts.iter().map(|it| it.0.as_str()).collect();
    let mut statement = match parts.as_slice() {
        [one] => store.connection.prepare(&format!("{one} {order}"))?,
        // Several in an order of their own are merged, each read as far as needed.
        several => {
            let bare: Vec<&str> =
                several.iter().map(|it| it.rsplit_once(" ORDER BY").map_or(*it, |it| it.0)).collect();
            store.connection.prepare(&format!("{} ORDER BY 1 {order}", bare.join(" UNION ALL ")))?
        }
    };
    let mut at = 1;
    for (_, values) in &stream.parts {
        for value in values {
            statement.raw_bind_parameter(at, value)?;
            at += 1;
        }
        statement.raw_bind_parameter(at, range.above)?;
        statement.raw_bind_parameter(at + 1, range.below)?;
        at += 2;
    }
    Ok(statement)
}

/// An article as far as words are looked for in it.
pub(super) struct Held {
    /// As far as it was looked at; `None` where it is empty or cannot be unpacked, so
    /// that its header is found all the same.
    pub(super) parts: Option<Parts>,
    pub(super) header: Header,
    speakers: OnceCell<Vec<String>>,
}

impl Store {
    /// Whether the texts of an article hold what a query asks for.
    /// Where there are `counts`, what each group has is counted.
    fn fits(
        &self,
        query: &Query,
        key: i64,
        held: &Held,
        counts: Option<&mut Vec<usize>>,
    ) -> rusqlite::Result<bool> {
        if held.parts.is_none() {
            // The index knows its words still.
            let Some(expression) = index::expression(query) else { return Ok(true) };
            let mut asked =
                self.connection.prepare_cached("SELECT 1 FROM found WHERE found MATCH ?1 AND rowid = ?2")?;
            return asked.exists((expression, key));
        }
        let any = |terms: &[Term]| terms.iter().any(|it| held.has(it));
        if let Some(counts) = counts {
            let mut all = true;
            for (n, group) in counts.iter_mut().zip(&query.groups) {
                let has = any(group);
                *n += usize::from(has);
                all &= has;
            }
            return Ok(all && !any(&query.without));
        }
        Ok(query.groups.iter().all(|it| any(it)) && !any(&query.without))
    }

    /// An article by its key, as far as it is to be looked at.
    pub(super) fn held(&self, key: i64, looked: Looked) -> rusqlite::Result<Option<Held>> {
        let (packed, body) = match looked {
            Looked::Header => ("NULL", ""),
            Looked::Document | Looked::Text => ("packed", "JOIN body b ON b.number = a.body"),
        };
        let mut held = self.connection.prepare_cached(&format!(
            "SELECT {packed}, coalesce(f.url, a.source, ''), a.url, coalesce(a.outlet, f.name, f.title), a.title,
                a.kicker, a.byline, a.id, a.language
             FROM article a {body} LEFT JOIN feed f ON f.number = a.feed WHERE a.key = ?1"
        ))?;
        let read = |row: &Row<'_>| {
            let packed = || row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from);
            let is_some = |it: &Parts| *it != Parts::default();
            let parts = match looked {
                Looked::Header => Some(Parts::default()),
                Looked::Document => self.packing.document(&self.connection, packed()?).ok().filter(is_some),
                Looked::Text => self.packing.words(&self.connection, packed()?).ok().filter(is_some),
            };
            Ok(Held {
                parts,
                speakers: OnceCell::new(),
                header: Header {
                    id: crate::article::ArticleId::from_bytes(row.get(7)?),
                    source: row.get(1)?,
                    url: row.get(2)?,
                    outlet: row.get(3)?,
                    title: row.get(4)?,
                    kicker: row.get(5)?,
                    byline: row.get(6)?,
                    published: None,
                    language: row.get::<_, Option<String>>(8)?.as_deref().and_then(Language::parse),
                    minutes: 1,
                    quotes: 0,
                },
            })
        };
        held.query_row([key], read).optional()
    }
}

impl Held {
    /// Empty where nobody looked at it.
    pub(super) fn text(&self) -> &str {
        self.parts.as_ref().map_or("", |it| &it.text)
    }

    /// Who is quoted.
    fn speakers(&self) -> &[String] {
        self.speakers.get_or_init(|| {
            let document = self.parts.as_ref().map_or(&[][..], |it| &it.document);
            let said = document::about(document).unwrap_or_default().said;
            said.into_iter().filter_map(|it| it.speaker).collect()
        })
    }

    fn has(&self, term: &Term) -> bool {
        let field = |it: Field| term.is_in(&index::text_of(&self.header, it));
        match term.field {
            None => term.is_in(self.text()) || [Field::Title, Field::By, Field::From].into_iter().any(field),
            Some(Field::Said) => self.speakers().iter().any(|it| term.is_in(it)),
            Some(it) => field(it),
        }
    }
}
