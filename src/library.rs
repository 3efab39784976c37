//! The library fed: where layers meet that know nothing of each other.
//!
//! `shell` and `cli` both use it. Imports what lies between `article` and `store`,
//! and nothing that faces a person. Reads no clock: the time is passed in.

mod at_once;
mod refresh;

pub use at_once::{at_once, n_threads};
pub use refresh::{Busy, Fate, Refresh, Settings, Told, put_page};
