//! What the reader and the commands are about: one rule for all of them.

use std::path::PathBuf;

use super::session::now;
use crate::config::Paths;
use crate::config::feeds::Feeds;
use crate::library::known_as;
use crate::store::{self, Notice, Store};
use crate::text::query::Filter;

/// A library, and what to put into it first.
pub(super) struct Shelf {
    pub(super) store: Store,
    /// What to take in; `None` where the library is all there is.
    pub(super) paths: Option<Vec<PathBuf>>,
    /// Whether it is kept, and not forgotten at the end.
    pub(super) kept: bool,
    /// What was found when the library was opened.
    pub(super) told: Vec<Notice>,
    /// Why this is another library than the person's own.
    pub(super) failed: Option<store::Error>,
}

/// The library with these paths, or the whole of it, with what the config names,
/// where there are none. What comes in on standard input stays in memory, and so
/// does what is read without being asked for (the folder `feeds`, the samples): it
/// is no part of a library. A library that cannot be used is done without.
pub(super) fn shelf(files: &Paths, sources: &[PathBuf], paths: Vec<PathBuf>) -> Result<Shelf, store::Error> {
    if paths.iter().any(|it| it.as_os_str() == "-") {
        return in_memory(paths);
    }
    let asked = if paths.is_empty() { sources } else { paths.as_slice() };
    let (store, told) = match Store::open(&files.data, now()) {
        Ok(opened) => opened,
        Err(error) => return Ok(Shelf { failed: Some(error), ..in_memory(asked.to_vec())? }),
    };
    if paths.is_empty() {
        // Where there is nothing to read yet there is something to look at.
        if sources.is_empty() && store.tally()?.all == 0 && !follows(files) {
            return Ok(Shelf { told, ..in_memory(Vec::new())? });
        }
        let paths = (!sources.is_empty() && !store.is_read_only()).then(|| sources.to_vec());
        return Ok(Shelf { store, paths, kept: true, told, failed: None });
    }
    if store.is_read_only() {
        return Ok(Shelf { told, ..in_memory(paths)? });
    }
    Ok(Shelf { store, paths: Some(paths), kept: true, told, failed: None })
}

/// What is asked for of the library by these paths; everything where it is empty.
pub(super) fn scope(paths: &[PathBuf]) -> Vec<Filter> {
    if paths.is_empty() || paths.iter().any(|it| it.as_os_str() == "-") {
        return Vec::new();
    }
    vec![Filter::Within(paths.iter().map(|it| known_as(it)).collect())]
}

fn in_memory(paths: Vec<PathBuf>) -> Result<Shelf, store::Error> {
    let store = Store::in_memory()?;
    Ok(Shelf { store, paths: Some(paths), kept: false, told: Vec::new(), failed: None })
}

/// Whether any feed is followed, as far as that can be read.
fn follows(files: &Paths) -> bool {
    let loaded = Feeds::of(files).load();
    !loaded.complete || !loaded.subscriptions.is_empty()
}
