//! The process: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    kabar::cli::run(std::env::args_os())
}
