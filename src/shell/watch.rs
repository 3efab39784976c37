//! Watching the journals, so that marks of other kabars show without polling.

use std::path::Path;
use std::sync::mpsc::Sender;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Event;

/// Sends an event when a file of the folder was written. Watches as long as what
/// it gives is kept.
pub(super) fn watch(folder: &Path, to: Sender<Event>) -> notify::Result<RecommendedWatcher> {
    // Before the first mark there is no folder, and what is not there cannot be
    // watched. Where it cannot be made, marks cannot be written either: they say so.
    let _ = std::fs::create_dir_all(folder);
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let written = event.is_ok_and(|it| {
            matches!(it.kind, EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_))
        });
        if written {
            // Nobody listens while the reader is being left.
            let _ = to.send(Event::Journals);
        }
    })?;
    watcher.watch(folder, RecursiveMode::NonRecursive)?;
    Ok(watcher)
}
