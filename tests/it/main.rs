//! The integration tests, in one binary.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::string_slice,
    reason = "a test that fails should say where"
)]

mod hostile;
mod layering;
mod scrapes;
