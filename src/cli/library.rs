//! The library, as commands use it: opened, and fed with what paths hold.

use std::path::PathBuf;

use super::session::{Session, chain, complain, now, tell_of};
use super::shelf::{Shelf, shelf};
use crate::app::document::Document;
use crate::article::{ArticleId, Date, Row, Window};
use crate::library::{self, Feeding, Marks};
use crate::source::Item;
use crate::store::{Error, Listing, Notice, Store};
use crate::text::query::Query;

/// Opens the library; what is wrong with it is told, and `None` where it cannot
/// be used.
pub(super) fn open(session: &mut Session) -> Option<Store> {
    told(session, Store::open(&session.paths.data, now()))
}

/// Opens what a command is about (see [`shelf`]), with all that belongs to it taken
/// in and the marks of the journals in it. Without paths, a library that cannot be
/// used leaves nothing to print but what the config names.
pub(super) fn open_with(session: &mut Session, paths: &[PathBuf]) -> Option<Store> {
    let Shelf { mut store, paths: within, told: notices, failed, .. } =
        shelf(&session.paths, &session.config.sources, paths.to_vec())
            .map_err(|error| session.fail(&chain(&error)))
            .ok()?;
    for notice in notices {
        complain(&notice.to_string());
    }
    if let Some(error) = failed {
        session.fail(&chain(&error));
        // Whoever asks for the library is not served with samples.
        within.as_ref().filter(|it| !it.is_empty())?;
    }
    if let Some(within) = within {
        let items = session.gather(&within);
        match take_in(session, &mut store, &items) {
            Err(error) if error.is_damage() => {
                store = told(session, store.set_aside(now()))?;
                if let Err(error) = take_in(session, &mut store, &items) {
                    session.fail(&chain(&error));
                }
            }
            Err(error) => session.fail(&chain(&error)),
            Ok(()) => {}
        }
    }
    read_marks(session, &store);
    Some(store)
}

/// Brings what the journals say into this library, which may lie in memory.
fn read_marks(session: &mut Session, store: &Store) {
    let folder = session.paths.state();
    if !folder.is_dir() {
        return;
    }
    match store.another() {
        Ok(store) => tell_of(&mut Marks::with(Some(store), &folder, &session.paths.data, now())),
        Err(error) => session.fail(&chain(&error)),
    }
}

/// What a query finds in the library, newest first, in windows of some hundred
/// rows: no more than that is held at a time.
pub(super) struct Windows<'a> {
    store: &'a Store,
    query: &'a Query,
    window: Window,
    left: usize,
}

/// How many rows a window has.
const WINDOW: usize = 256;

impl<'a> Windows<'a> {
    /// Windows with no more than `limit` rows in all.
    pub(super) fn new(store: &'a Store, query: &'a Query, limit: usize) -> Self {
        Self { store, query, window: Window::Top, left: limit }
    }
}

impl Iterator for Windows<'_> {
    type Item = Result<Vec<Row>, Error>;

    /// The next window, never an empty one; an error is the last that comes.
    fn next(&mut self) -> Option<Self::Item> {
        let limit = self.left.min(WINDOW);
        if limit == 0 {
            return None;
        }
        let Self { query, window, .. } = *self;
        let rows = self.store.rows(&Listing { query, window, limit, kept: &[], until: u64::MAX });
        match &rows {
            Ok(rows) => {
                self.window = Window::Below(rows.last()?.key);
                self.left -= rows.len();
            }
            Err(_) => self.left = 0,
        }
        Some(rows)
    }
}

/// An article of the library; `None` where it cannot be read, which is told.
pub(super) fn document(session: &mut Session, store: &Store, id: ArticleId) -> Option<Document> {
    match store.article(id) {
        Ok(article) => article.map(Document::new),
        Err(error) => {
            session.fail(&chain(&error));
            None
        }
    }
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

/// Puts into the library what items hold; what cannot be read is told.
fn take_in(session: &mut Session, store: &mut Store, items: &[Item]) -> Result<(), Error> {
    let mut tell = |why: &str| session.fail(why);
    library::take_in(store, items, &mut Feeding { now: &now, tell: &mut tell, arrived: &mut |_| {} })
}
