//! The pure core: everything that is known about words.
//!
//! Holds: what is safe to show, how wide it is, which words are somebody's own
//! and whose, what is junk, and how an article is set in rows. Imports
//! `article` and crates for Unicode and wrapping. Never does I/O, never fails,
//! never reads a clock: text goes in, data comes out.

pub mod letter;
pub mod safe;
pub mod span;
pub mod table;
pub mod width;

pub mod analysis;
pub mod language;
mod lexicon;
mod names;
pub mod prose;
pub mod quote;
mod sentence;
pub mod speaker;

pub mod boilerplate;

pub mod bidi;
pub mod excerpt;
pub mod find;
pub mod page;
pub mod query;
pub mod words;
pub mod wrap;
