//! The integration tests, in one binary.

#![allow(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::string_slice,
    reason = "a test that fails should say where"
)]
#![allow(clippy::format_collect, clippy::similar_names, reason = "texts of tests are short and made once")]

mod cli;
mod commands;
mod converge;
mod dependencies;
mod devices;
mod docs;
mod fetch;
mod flows;
mod frames;
mod furniture;
mod fuzz;
mod gold;
mod harness;
mod hostile;
mod http;
mod keeping;
mod kill;
mod layering;
#[cfg(unix)]
mod linear;
mod pages;
mod preview;
mod pty;

mod safety;
mod scrapes;
mod seed;
mod server;
mod state;
mod store;
mod subscribe;
mod support;
mod together;
mod web;
