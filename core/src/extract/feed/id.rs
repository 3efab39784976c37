//! What an entry is told apart by, where the feed does not say.

use sha2::{Digest, Sha256};

use super::Entry;
use crate::text::safe;

/// Longer ids are kept as their hash.
const LONGEST: usize = 512;

/// An id that the feed states, fit to be kept: in one line, and not endless.
pub(super) fn stated(id: &str) -> String {
    let line = safe::line(id);
    if line.len() <= LONGEST {
        return line.into_owned();
    }
    let mut hasher = Sha256::new();
    hasher.update(id);
    named(hasher)
}

/// Fills in the id of an entry that has none: its address, the address of its
/// first file, or a hash of what it says. Never empty after this.
pub(super) fn complete(entry: &mut Entry) {
    if !entry.id.is_empty() {
        return;
    }
    let file = || entry.enclosures.first().map(|it| it.url.clone());
    entry.id = entry.url.clone().or_else(file).unwrap_or_else(|| hash(entry));
}

/// A hash of the title and date, and of the words where these do not suffice.
fn hash(entry: &Entry) -> String {
    let mut hasher = Sha256::new();
    hasher.update(&entry.title);
    hasher.update([0]);
    if let Some(date) = entry.date() {
        hasher.update(date.seconds.to_le_bytes());
    } else {
        hasher.update(entry.body_html().unwrap_or_default());
    }
    named(hasher)
}

/// The first half of a hash, in hexadecimal.
fn named(hasher: Sha256) -> String {
    let digest = hasher.finalize();
    let hex = digest.iter().take(16).flat_map(|it| [it >> 4, it & 15]);
    let hex: String = hex.filter_map(|it| char::from_digit(u32::from(it), 16)).collect();
    format!("sha256:{hex}")
}

/// How many ids the entries have among them.
pub(super) fn distinct(entries: &[Entry]) -> usize {
    entries.iter().map(|it| it.id.as_str()).collect::<std::collections::HashSet<_>>().len()
}
