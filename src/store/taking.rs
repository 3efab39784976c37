//! Taking articles in.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rusqlite::{
    CachedStatement, Connection, OptionalExtension as _, Transaction, TransactionBehavior, params,
};

use super::pack::{Packing, Parts};
use super::taken::{Hash, Seen, Spoken, Stat, Taken};
use super::{Error, Store, body, document, feeds, key, marks};
use crate::article::{Header, Key, Language, Mark};

/// What became of a batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub new: usize,
    /// Changed at their source since they were taken in.
    pub updated: usize,
    /// There already.
    pub known: usize,
}

impl Report {
    pub fn add(&mut self, other: Self) {
        self.new += other.new;
        self.updated += other.updated;
        self.known += other.known;
    }
}

impl Store {
    /// What is known of a file by its path: what the file system said of it, and
    /// what was in it. `None` where it was never taken in.
    pub fn seen(&self, path: &[u8]) -> Result<Option<(Option<Stat>, Hash)>, Error> {
        let seen = || {
            let mut known =
                self.connection.prepare_cached("SELECT size, modified, hash FROM source WHERE path = ?1")?;
            let row = |row: &rusqlite::Row<'_>| {
                let (size, modified): (Option<i64>, Option<i64>) = (row.get(0)?, row.get(1)?);
                let stat =
                    size.zip(modified).map(|(size, modified)| Stat { size: size.unsigned_abs(), modified });
                Ok((stat, Hash(row.get(2)?)))
            };
            known.query_row([path], row).optional()
        };
        seen().map_err(self.failed_to("look for a source in"))
    }

    /// Takes in a batch, all of it or nothing. `touched` are files whose content
    /// is what it was, and that the file system says something new of; `now` is
    /// the time in milliseconds since 1970.
    ///
    /// - An article that is there already, by its id, only gets another source.
    /// - A known source with other content changes the article it brought: in
    ///   place, with the earlier text kept, where no other source has the old
    ///   one and, for a file, no other address is declared; else it is a new
    ///   article.
    /// - What was dropped stays away.
    pub fn take_in(&mut self, batch: &[Taken], touched: &[Seen], now: u64) -> Result<Report, Error> {
        self.writable()?;
        let mut add = || -> rusqlite::Result<Report> {
            let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let report = put_all(&change, &self.packing, batch, now)?;
            for seen in touched {
                let Seen::File { path, stat } = seen else { continue };
                let (size, modified) = columns(*stat);
                let mut touch =
                    change.prepare_cached("UPDATE source SET size = ?2, modified = ?3 WHERE path = ?1")?;
                touch.execute(params![path, size, modified])?;
            }
            change.commit()?;
            Ok(report)
        };
        let report = add().map_err(self.failed_to("add to"))?;
        self.learn()?;
        Ok(report)
    }

    /// Packs articles that are to be taken in, as far as they are new: many can wait
    /// so, in a fifth of the memory, and be taken in at once.
    pub fn pack(&self, batch: &mut [Taken]) -> Result<(), Error> {
        let pack = |taken: &mut Taken| -> rusqlite::Result<()> {
            taken.packed = if_new(&self.connection, &self.packing, taken)?.map(Cow::into_owned);
            if taken.packed.is_some() {
                taken.parts = Parts::default();
            }
            Ok(())
        };
        batch.iter_mut().try_for_each(pack).map_err(self.failed_to("add to"))
    }

    /// Lets the packing of what comes next learn from what is there, where it is time
    /// to. Takes much memory for a moment: for when a feed was let go of.
    pub fn learn(&self) -> Result<(), Error> {
        self.packing.learn(&self.connection).map_err(self.failed_to("add to"))
    }
}

/// Puts a batch in.
pub(super) fn put_all(
    change: &Transaction<'_>,
    packing: &Packing,
    batch: &[Taken],
    now: u64,
) -> rusqlite::Result<Report> {
    let mut report = Report::default();
    let arrival: i64 =
        change.prepare_cached("SELECT arrival + 1 FROM tally")?.query_row([], |row| row.get(0))?;
    let mut unindexed = Vec::new();
    let mut sums = Sums::default();
    // All at once: one by one, the tables would push what packs out of the processor's
    // cache each time.
    let packed = batch.iter().map(|it| if_new(change, packing, it)).collect::<rusqlite::Result<Vec<_>>>()?;
    let bodies = body::put_all(change, batch, &packed)?;
    drop(packed);
    for (taken, body) in batch.iter().zip(bodies) {
        let (key, became) = Putting { change, packing, now, arrival }.put(taken, body, &mut sums)?;
        if let (Some(body), Became::Updated | Became::Known) = (body, &became) {
            body::take_back(change, body)?;
        }
        match became {
            Became::New => report.new += 1,
            Became::Updated => report.updated += 1,
            Became::Known => report.known += 1,
        }
        if !matches!(became, Became::Known) {
            unindexed.push((key, taken));
        }
    }
    // The index takes rising keys at once, and has to begin anew for others.
    unindexed.sort_by_key(|(key, _)| *key);
    for (key, taken) in unindexed {
        index(change, key, taken)?;
    }
    if report.new + report.updated > 0 {
        change.prepare_cached("UPDATE tally SET arrival = ?1")?.execute([arrival])?;
    }
    sums.add_up(change)?;
    Ok(report)
}

/// An article packed, where there is none of its id.
fn if_new<'t>(
    connection: &Connection,
    packing: &Packing,
    taken: &'t Taken,
) -> rusqlite::Result<Option<Cow<'t, [u8]>>> {
    let mut known = connection.prepare_cached("SELECT 1 FROM article WHERE id = ?1")?;
    let known = known.exists([taken.header.id.to_bytes()])?;
    (!known).then(|| packed(connection, packing, taken)).transpose()
}

/// An article packed, now or before.
fn packed<'t>(
    connection: &Connection,
    packing: &Packing,
    taken: &'t Taken,
) -> rusqlite::Result<Cow<'t, [u8]>> {
    match &taken.packed {
        Some(it) => Ok(Cow::Borrowed(it)),
        None => packing.pack(connection, &taken.parts).map(Cow::Owned),
    }
}

/// What a batch adds to the counts; written down once for all of it. What changes
/// of articles meanwhile is counted by triggers, beside this.
#[derive(Default)]
struct Sums {
    all: Sum,
    feeds: BTreeMap<i64, Sum>,
    /// The number of the last feed that was asked for, by its URL.
    number: Option<(String, i64)>,
}

#[derive(Clone, Copy, Default)]
struct Sum {
    all: i64,
    unread: i64,
    bookmarked: i64,
}

impl Sum {
    fn add(&mut self, mark: Mark) {
        self.all += 1;
        self.unread += i64::from(!mark.read);
        self.bookmarked += i64::from(mark.bookmarked);
    }
}

impl Sums {
    fn number_of(&mut self, change: &Transaction<'_>, feed: &str) -> rusqlite::Result<i64> {
        match &self.number {
            Some((url, number)) if url == feed => Ok(*number),
            _ => {
                let number = feeds::number(change, feed)?;
                self.number = Some((feed.to_owned(), number));
                Ok(number)
            }
        }
    }

    fn add_up(&self, change: &Transaction<'_>) -> rusqlite::Result<()> {
        let Sum { all, unread, bookmarked } = self.all;
        let mut tally = change.prepare_cached(
            "UPDATE tally SET n_all = n_all + ?1, n_unread = n_unread + ?2, n_bookmarked = n_bookmarked + ?3",
        )?;
        tally.execute([all, unread, bookmarked])?;
        let mut feed = change.prepare_cached(
            "UPDATE feed SET n_all = n_all + ?2, n_unread = n_unread + ?3, n_bookmarked = n_bookmarked + ?4
             WHERE number = ?1",
        )?;
        for (number, Sum { all, unread, bookmarked }) in &self.feeds {
            feed.execute([number, all, unread, bookmarked])?;
        }
        Ok(())
    }
}

enum Became {
    New,
    Updated,
    Known,
}

/// What a source is known to have held.
struct Known {
    /// `None` where it was dropped.
    article: Option<Key>,
}

/// What putting each article of a batch needs. Where its body is in the library
/// already, it is told which it is.
#[derive(Clone, Copy)]
struct Putting<'a> {
    change: &'a Transaction<'a>,
    packing: &'a Packing,
    now: u64,
    arrival: i64,
}

impl Putting<'_> {
    fn put(self, taken: &Taken, body: Option<i64>, sums: &mut Sums) -> rusqlite::Result<(Key, Became)> {
        let Self { change, packing, now, .. } = self;
        let feed = match &taken.seen {
            Some(Seen::Entry { feed, .. }) => Some(sums.number_of(change, feed)?),
            _ => None,
        };
        let known = known(change, taken, feed)?;
        let same: Option<(Key, bool)> = change
            .prepare_cached("SELECT key, hash FROM article JOIN body b ON b.number = body WHERE id = ?1")?
            .query_row([taken.header.id.to_bytes()], |row| {
                Ok((Key(row.get(0)?), taken.hash.is(row.get_ref(1)?.as_blob()?)))
            })
            .optional()?;
        let (key, became) = match (&known, same) {
            (Some(Known { article: Some(known) }), Some((same, unchanged)))
                if *known == same && !unchanged && leads(change, same, feed)? =>
            {
                (replace(change, packing, same, taken, Some(now))?, Became::Updated)
            }
            (_, Some((same, _))) => (same, Became::Known),
            (Some(Known { article: Some(known) }), None) if may_replace(change, *known, taken)? => {
                (replace(change, packing, *known, taken, Some(now))?, Became::Updated)
            }
            (Some(Known { article: None }), None) => {
                note(change, taken, feed, None)?;
                return Ok((Key(0), Became::Known));
            }
            (_, None) => {
                let body = match body {
                    Some(body) => body,
                    None => body::put(change, taken, &packed(change, packing, taken)?)?,
                };
                let (key, mark) = self.place(taken, body, feed)?;
                sums.all.add(mark);
                if let (Some(Seen::Entry { id, says, .. }), Some(feed), None) = (&taken.seen, feed, &known) {
                    feeds::note_first(change, feed, id, key, *says)?;
                    sums.feeds.entry(feed).or_default().add(mark);
                    return Ok((key, Became::New));
                }
                (key, Became::New)
            }
        };
        note(change, taken, feed, Some(key))?;
        Ok((key, became))
    }

    /// Puts an article where there is none yet, its body being there. Gives what was marked of it before
    /// it came.
    fn place(self, taken: &Taken, body: i64, feed: Option<i64>) -> rusqlite::Result<(Key, Mark)> {
        let Self { change, now, arrival, .. } = self;
        let key = Key(key::free(change, date(taken, now), taken.header.id)?);
        let last = marks::written(change, taken.header.id)?;
        let mut article = change.prepare_cached(
            "INSERT INTO article (key, id, source, url, outlet, title, kicker, byline, published, offset,
                language, minutes, quotes, rules, body, feed, arrival, read, bookmarked, block, byte, permille)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
                ?21, ?22)",
        )?;
        bind(&mut article, key, taken)?;
        article.raw_bind_parameter(15, body)?;
        article.raw_bind_parameter(16, feed)?;
        article.raw_bind_parameter(17, arrival)?;
        article.raw_bind_parameter(18, last.read.value)?;
        article.raw_bind_parameter(19, last.bookmarked.value)?;
        let stop = last.stop.value;
        article.raw_bind_parameter(20, stop.map(|it| it.block))?;
        article.raw_bind_parameter(21, stop.map(|it| it.byte))?;
        article.raw_bind_parameter(22, stop.map(|it| it.permille))?;
        article.raw_execute()?;
        Ok((key, last.mark()))
    }
}

fn known(change: &Transaction<'_>, taken: &Taken, feed: Option<i64>) -> rusqlite::Result<Option<Known>> {
    let row = |row: &rusqlite::Row<'_>| Ok(Known { article: row.get::<_, Option<i64>>(0)?.map(Key) });
    match (&taken.seen, feed) {
        (Some(Seen::File { path, .. }), _) => change
            .prepare_cached("SELECT article FROM source WHERE path = ?1")?
            .query_row([path], row)
            .optional(),
        (Some(Seen::Entry { id, .. }), Some(feed)) => change
            .prepare_cached("SELECT article FROM entry WHERE feed = ?1 AND id = ?2")?
            .query_row(params![feed, feeds::entry_id(id)], row)
            .optional(),
        _ => Ok(None),
    }
}

/// Whether what is at a source now stands for the article that was there: no
/// other source has that one, and two files do not declare different addresses.
/// A feed says itself which entry it means.
fn may_replace(change: &Transaction<'_>, known: Key, taken: &Taken) -> rusqlite::Result<bool> {
    let (sources, url): (i64, Option<String>) = change
        .prepare_cached(
            "SELECT (SELECT count(*) FROM source WHERE article = key)
                + (SELECT count(*) FROM entry WHERE article = key), url FROM article WHERE key = ?1",
        )?
        .query_row([known.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let file = matches!(taken.seen, Some(Seen::File { .. }));
    let elsewhere = url.is_some_and(|it| taken.header.url.as_ref().is_some_and(|new| *new != it));
    Ok(sources <= 1 && !(file && elsewhere))
}

/// Whether a change in a feed is one of the article: where two feeds have it, the
/// one that it came with first. Else a full text and a summary of it would take
/// turns.
fn leads(change: &Transaction<'_>, article: Key, feed: Option<i64>) -> rusqlite::Result<bool> {
    let Some(feed) = feed else { return Ok(true) };
    let first: Option<i64> = change
        .prepare_cached("SELECT feed FROM article WHERE key = ?1")?
        .query_row([article.0], |row| row.get(0))?;
    Ok(first.is_none_or(|it| it == feed))
}

/// Writes down where an article was found.
fn note(
    change: &Transaction<'_>,
    taken: &Taken,
    feed: Option<i64>,
    key: Option<Key>,
) -> rusqlite::Result<()> {
    match (&taken.seen, feed) {
        (Some(Seen::File { path, stat }), _) => {
            let (size, modified) = columns(*stat);
            let mut note = change.prepare_cached(
                "INSERT INTO source (path, article, size, modified, hash) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (path) DO UPDATE SET
                    article = ?2, size = ?3, modified = ?4, hash = ?5",
            )?;
            note.execute(params![path, key.map(|it| it.0), size, modified, taken.hash.0])?;
        }
        (Some(Seen::Entry { id, says, .. }), Some(feed)) => feeds::note(change, feed, id, key, *says)?,
        _ => {}
    }
    Ok(())
}

fn columns(stat: Option<Stat>) -> (Option<i64>, Option<i64>) {
    let size = stat.and_then(|it| i64::try_from(it.size).ok());
    (size, stat.map(|it| it.modified))
}

/// Puts an article in and into the index, which an upgrade does one by one.
pub(super) fn insert(change: &Transaction<'_>, packing: &Packing, taken: &Taken) -> rusqlite::Result<Key> {
    let body = body::put(change, taken, &packed(change, packing, taken)?)?;
    let (key, mark) = Putting { change, packing, now: 0, arrival: 0 }.place(taken, body, None)?;
    let mut sums = Sums::default();
    sums.all.add(mark);
    sums.add_up(change)?;
    index(change, key, taken)?;
    Ok(key)
}

/// The moment that says where an article stands, in seconds since 1970. An entry
/// of a feed is no later than it is seen, and was written then if nobody says
/// when; a file that says nothing stands with the undated.
fn date(taken: &Taken, now: u64) -> Option<i64> {
    let published = taken.header.published.map(|it| it.seconds);
    if !matches!(taken.seen, Some(Seen::Entry { .. })) {
        return published;
    }
    let now = i64::try_from(now / 1_000).unwrap_or(i64::MAX);
    Some(published.map_or(now, |it| it.min(now)))
}

/// Puts an article in the place of another; what it said before is kept where
/// the time of that (`replaced`) is given. The index knows nothing of the new one
/// yet.
pub(super) fn replace(
    change: &Transaction<'_>,
    packing: &Packing,
    old: Key,
    taken: &Taken,
    replaced: Option<u64>,
) -> rusqlite::Result<Key> {
    let (body, published, packed): (i64, Option<i64>, Vec<u8>) = change
        .prepare_cached(
            "SELECT body, published, packed FROM article JOIN body b ON b.number = body WHERE key = ?1",
        )?
        .query_row([old.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    change.prepare_cached("DELETE FROM found WHERE rowid = ?1")?.execute([old.0])?;
    let before = packing.unpack(change, &packed).unwrap_or_default();
    count_speakers(change, &document::about(&before.document).unwrap_or_default().said, -1)?;
    let packed = self::packed(change, packing, taken)?;
    let body = if let Some(time) = replaced {
        let mut keep = change.prepare_cached(
            "INSERT INTO earlier (article, id, replaced, title, body)
             SELECT key, id, ?2, title, body FROM article WHERE key = ?1",
        )?;
        keep.execute(params![old.0, i64::try_from(time).unwrap_or(i64::MAX)])?;
        body::put(change, taken, &packed)?
    } else {
        change
            .prepare_cached("UPDATE body SET name = ?2, hash = ?3, packed = ?4 WHERE number = ?1")?
            .execute(params![body, taken.name, taken.hash.short(), packed])?;
        body
    };
    let mut key = old;
    if let Some(date) = taken.header.published.filter(|it| published != Some(it.seconds)) {
        // Its date is another one: whatever belongs to it moves with it.
        let seconds = replaced.map_or(Some(date.seconds), |now| self::date(taken, now));
        key = Key(key::free(change, seconds, taken.header.id)?);
        change.prepare_cached("UPDATE article SET key = ?2 WHERE key = ?1")?.execute([old.0, key.0])?;
    }
    let mut article = change.prepare_cached(
        "UPDATE article SET id = ?2, source = iif(feed IS NULL, ?3, NULL), url = ?4, outlet = ?5, title = ?6, kicker = ?7, byline = ?8,
            published = ?9, offset = ?10, language = ?11, minutes = ?12, quotes = ?13, rules = ?14, body = ?15
         WHERE key = ?1",
    )?;
    bind(&mut article, key, taken)?;
    article.raw_bind_parameter(15, body)?;
    article.raw_execute()?;
    if replaced.is_some() {
        change.prepare_cached("UPDATE article SET updated = 1 WHERE key = ?1")?.execute([key.0])?;
    }
    Ok(key)
}

/// Binds the parameters that are columns of an article.
fn bind(statement: &mut CachedStatement<'_>, key: Key, taken: &Taken) -> rusqlite::Result<()> {
    let Header { id, source, url, outlet, title, kicker, byline, published, language, minutes, quotes } =
        &taken.header;
    let entry = matches!(taken.seen, Some(Seen::Entry { .. }));
    statement.raw_bind_parameter(1, key.0)?;
    statement.raw_bind_parameter(2, id.to_bytes())?;
    statement.raw_bind_parameter(3, (!entry).then_some(source))?;
    statement.raw_bind_parameter(4, url)?;
    statement.raw_bind_parameter(5, outlet)?;
    statement.raw_bind_parameter(6, title)?;
    statement.raw_bind_parameter(7, kicker)?;
    statement.raw_bind_parameter(8, byline)?;
    statement.raw_bind_parameter(9, published.map(|it| it.seconds))?;
    statement.raw_bind_parameter(10, published.map_or(0, |it| it.offset))?;
    statement.raw_bind_parameter(11, language.as_ref().map(Language::code))?;
    statement.raw_bind_parameter(12, minutes)?;
    statement.raw_bind_parameter(13, quotes)?;
    statement.raw_bind_parameter(14, taken.rules)
}

/// Lets an article be found.
pub(super) fn index(change: &Transaction<'_>, key: Key, taken: &Taken) -> rusqlite::Result<()> {
    change
        .prepare_cached("INSERT INTO found (rowid, words) VALUES (?1, ?2)")?
        .execute(params![key.0, taken.words])?;
    count_speakers(change, &taken.said, 1)
}

/// Counts quotations to their speakers, or off them, as far as kabar would stand by
/// these: pronouns and guesses are nobody's name.
pub(super) fn count_speakers(change: &Transaction<'_>, said: &[Spoken], each: i64) -> rusqlite::Result<()> {
    let mut count = change.prepare_cached(
        "INSERT INTO speaker (name, said) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET said = said + ?2",
    )?;
    let sure = || said.iter().filter(|it| it.sure).filter_map(|it| it.speaker.as_deref());
    for speaker in sure() {
        count.execute(params![speaker, each])?;
    }
    if each < 0 {
        let mut forget = change.prepare_cached("DELETE FROM speaker WHERE name = ?1 AND said <= 0")?;
        for speaker in sure() {
            forget.execute([speaker])?;
        }
    }
    Ok(())
}
