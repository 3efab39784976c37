//! The library fed: what files, folders and samples hold, and the journals' marks,
//! brought into the store.
//!
//! Where layers meet that know nothing of each other; `shell` and `cli` both use
//! it. Imports every layer below them but `view`. Reads no clock: the time is
//! passed in. What goes wrong with one article is told and costs that article
//! only; a store that cannot be used costs time, and no marks.

pub mod following;

mod files;
mod marks;
pub mod refresh;
mod work;

pub use files::{Feeding, known_as, take_in};
pub use marks::{Marks, Told};
pub use work::{at_once, fault, guarded, n_threads};
