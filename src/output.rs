//! Renderings without a screen. Imports `article`, `text` and serde; writes to
//! what it is given.

pub mod ansi;
pub mod json;
pub mod markdown;
pub mod plain;

#[cfg(test)]
mod sample;
