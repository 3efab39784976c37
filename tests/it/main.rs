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

mod cli;
mod converge;
mod dependencies;
mod devices;
mod docs;
mod flows;
mod frames;
mod fuzz;
mod gold;
mod harness;
mod hostile;
mod http;
mod keeping;
mod layering;
mod pages;
mod preview;
mod pty;
mod scrapes;
mod seed;
mod server;
mod state;
mod store;
mod subscribe;
mod support;
mod web;
