//! The library, as commands use it: opened, and fed with what paths hold.

use std::path::{self, PathBuf};

use super::session::{Session, at_once, chain, complain, guarded, n_threads, now};
use crate::app::document::Document;
use crate::article::Date;
use crate::extract;
use crate::source::Item;
use crate::store::{Error, Hash, Notice, Report, Seen, Stat, Store, Taken};
use crate::text::query::Query;
use crate::text::safe;

/// A batch is put into the library when it has so many articles, or takes so
/// many bytes in memory.
const BATCH: usize = 256;
const BATCH_BYTES: usize = 16 << 20;

/// A file that was changed less than so many nanoseconds ago may be changed
/// again without its time showing it: file systems count in steps of up to two
/// seconds (FAT).
const YOUNG: i64 = 3_000_000_000;

/// Opens the library; what is wrong with it is told, and `None` where it cannot
/// be used.
pub(super) fn open(session: &mut Session) -> Option<Store> {
    told(session, Store::open(&session.paths.data, now()))
}

/// Opens the library with all that these paths hold, or those that the config
/// names where there are none.
pub(super) fn open_with(session: &mut Session, paths: &[PathBuf]) -> Option<Store> {
    let mut store = open(session)?;
    if store.is_read_only() {
        return Some(store);
    }
    let items = session.gather(paths);
    match take_in(session, &mut store, &items) {
        Err(error) if error.is_damage() => {
            store = told(session, store.set_aside(now()))?;
            if let Err(error) = take_in(session, &mut store, &items) {
                session.fail(&chain(&error));
            }
        }
        Err(error) => session.fail(&chain(&error)),
        Ok(_) => {}
    }
    Some(store)
}

/// Tells of a failure of the library; a damaged one is set aside, so that the
/// next command begins anew.
pub(super) fn tell(session: &mut Session, store: Store, error: &Error) {
    session.fail(&chain(error));
    if error.is_damage() && !store.is_read_only() {
        told(session, store.set_aside(now()));
    }
}

fn told(session: &mut Session, opened: Result<(Store, Vec<Notice>), Error>) -> Option<Store> {
    match opened {
        Ok((store, notices)) => {
            for notice in notices {
                complain(&notice.to_string());
            }
            Some(store)
        }
        Err(error) => {
            session.fail(&chain(&error));
            None
        }
    }
}

/// What was typed as a query. Days begin as they do in Greenwich: nobody tells
/// where the reader is.
pub(super) fn query(typed: &str) -> Query {
    Query::parse(typed, Date::utc(i64::try_from(now() / 1_000).unwrap_or(0)))
}

/// A day for people: `2026-11-22`.
pub(super) fn day(date: Date) -> String {
    date.to_string().chars().take(10).collect()
}

/// Puts into the library what items hold. What has not changed since the last
/// time, by size and time, is not read; what cannot be read is told.
fn take_in(session: &mut Session, store: &mut Store, items: &[Item]) -> Result<Report, Error> {
    let mut report = Report::default();
    let (mut batch, mut touched, mut weight) = (Vec::new(), Vec::new(), 0);
    for items in items.chunks(n_threads() * 8) {
        let mut fresh = Vec::new();
        for item in items {
            fresh.extend(Fresh::find(store, item)?);
        }
        for step in at_once(&fresh, |it| guarded(it.item.name(), || it.read())) {
            match step {
                Ok(Step::Taken(taken)) => {
                    weight += taken.weight();
                    batch.push(*taken);
                }
                Ok(Step::Same(seen)) => touched.push(seen),
                Err(why) => session.fail(&why),
            }
        }
        if batch.len() + touched.len() >= BATCH || weight >= BATCH_BYTES {
            report.add(store.take_in(&std::mem::take(&mut batch), &std::mem::take(&mut touched), now())?);
            weight = 0;
        }
    }
    if !batch.is_empty() || !touched.is_empty() {
        report.add(store.take_in(&batch, &touched, now())?);
    }
    Ok(report)
}

/// An item that may hold something new.
struct Fresh<'a> {
    item: &'a Item,
    seen: Option<Seen>,
    /// What it held when it was taken in.
    before: Option<Hash>,
    /// How to call it where lists show it: a whole path for files.
    source: String,
}

enum Step {
    Taken(Box<Taken>),
    /// It holds what it held.
    Same(Seen),
}

impl<'a> Fresh<'a> {
    /// `None` where the item has not changed since it was taken in.
    fn find(store: &Store, item: &'a Item) -> Result<Option<Self>, Error> {
        let mut source = item.name().to_owned();
        // A sample is known by its name; what came in on standard input has
        // nothing to be known by.
        let mut path = (item.name() != "-").then(|| source.clone().into_bytes());
        if let Some(file) = item.path() {
            let whole = path::absolute(file).unwrap_or_else(|_| file.to_owned());
            source = safe::line(&whole.to_string_lossy()).into_owned();
            path = Some(whole.into_os_string().into_encoded_bytes());
        }
        let stat = item.stat().map(|(size, modified)| Stat { size, modified });
        let known = path.as_deref().map(|it| store.seen(it)).transpose()?.flatten();
        if stat.is_some() && known.is_some_and(|(before, _)| before == stat) {
            return Ok(None);
        }
        let old = |it: &Stat| i128::from(it.modified) + i128::from(YOUNG) < i128::from(now()) * 1_000_000;
        let seen = path.map(|path| Seen::File { path, stat: stat.filter(old) });
        Ok(Some(Self { item, seen, before: known.map(|(_, hash)| hash), source }))
    }

    fn read(&self) -> Result<Step, String> {
        let stored = self.item.read().map_err(|it| chain(&it))?;
        if let (Some(before), Some(seen)) = (self.before, &self.seen)
            && Hash::of(&stored.bytes) == before
        {
            return Ok(Step::Same(seen.clone()));
        }
        let document = Document::new(extract::extract(&stored.bytes, &stored.hint).article);
        let mut header = document.header();
        header.source.clone_from(&self.source);
        let original = (stored.hint.name.as_str(), &*stored.bytes);
        let taken = Taken::new(header, &document.article, &document.analysis, original, self.seen.clone());
        Ok(Step::Taken(Box::new(taken)))
    }
}
