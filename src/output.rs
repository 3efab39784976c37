//! Renderings without a screen. Imports `article`, `text` and serde; writes to
//! what it is given.

pub mod json;
