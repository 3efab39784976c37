//! The library fed: the journals' marks brought into the store.
//!
//! Where layers meet that know nothing of each other. `shell` and `cli` both use
//! it. Imports `article`, `state` and `store`. Reads no clock: the time is passed
//! in. What goes wrong here is told and worked around: a store that cannot be
//! used costs time, and no marks.

pub mod following;

mod marks;

pub use marks::{Marks, Told};
