//! The library, as commands use it: opened, and fed with what paths hold.

use std::path::PathBuf;

use super::session::{Session, chain, complain, now};
use crate::article::Date;
use crate::library::{self, Feeding};
use crate::source::Item;
use crate::store::{Error, Notice, Store};
use crate::text::query::Query;

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
        Ok(()) => {}
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

/// Puts into the library what items hold; what cannot be read is told.
fn take_in(session: &mut Session, store: &mut Store, items: &[Item]) -> Result<(), Error> {
    let mut tell = |why: &str| session.fail(why);
    library::take_in(store, items, &mut Feeding { now: &now, tell: &mut tell, arrived: &mut |_| {} })
}
