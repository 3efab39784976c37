//! Watching the journals and the library, so that what other kabars mark and take
//! in shows without polling.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Event;

/// Files of a folder that are watched, as long as this is kept.
pub(super) struct Watched {
    _watcher: RecommendedWatcher,
    told: Arc<AtomicBool>,
}

impl Watched {
    /// What was told is being looked at: what is written from now on is told again.
    pub(super) fn seen(&self) {
        self.told.store(false, Ordering::SeqCst);
    }
}

/// Sends an event when a file of the folder was written whose name has this
/// ending; no second one before the first [was seen](Watched::seen), however
/// much is written.
pub(super) fn watch(
    folder: &Path,
    ending: &'static str,
    event: fn() -> Event,
    to: Sender<Event>,
) -> notify::Result<Watched> {
    // Before the first mark there is no folder, and what is not there cannot be
    // watched. Where it cannot be made, marks cannot be written either: they say so.
    let _ = std::fs::create_dir_all(folder);
    let told = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&told);
    let mut watcher = notify::recommended_watcher(move |it: notify::Result<notify::Event>| {
        let ours = |path: &Path| path.as_os_str().as_encoded_bytes().ends_with(ending.as_bytes());
        let written = it.is_ok_and(|it| {
            matches!(it.kind, EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_))
                && it.paths.iter().any(|path| ours(path))
        });
        if written && !flag.swap(true, Ordering::SeqCst) {
            // Nobody listens while the reader is being left.
            let _ = to.send(event());
        }
    })?;
    watcher.watch(folder, RecursiveMode::NonRecursive)?;
    Ok(Watched { _watcher: watcher, told })
}
