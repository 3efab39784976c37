//! Commands, and what their arguments mean.
//!
//! A command writes what was asked for to standard output and everything else
//! to standard error, goes on when one of its arguments fails, and says how it
//! went by its exit code: 0 fine, 1 nothing found, 2 something failed. Whoever
//! closes the pipe has seen enough: that is no failure.
//!
//! Imports every layer; only `main` imports this.

mod add;
mod args;
mod columns;
mod doctor;
mod export;
mod feeds;
mod fetch;
mod followed;
mod import;
mod json;
mod library;
mod list;
mod mark;
mod paths;
mod pick;
mod preview;
mod quotes;
mod read;
mod reclean;
mod remove;
mod search;
mod session;
mod shelf;
mod show;

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use args::{Args, Command};
use session::{Outcome, Session};

/// Runs the command that the arguments name; the first is the program's name.
pub fn run(args: impl Iterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(args) {
        Ok(args) => args,
        Err(wrong) => {
            // Help and version are such errors too, and go to standard output.
            // If that is closed, nobody is there to be told.
            let _ = wrong.print();
            return if wrong.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
    };
    let mut session = match Session::start() {
        Ok(session) => session,
        Err(error) => {
            session::complain(&error.to_string());
            return ExitCode::from(2);
        }
    };
    if args.command.is_none() && session.can_read() {
        return read::read(session, args.paths);
    }
    // The doctor says it with the rest.
    if !matches!(args.command, Some(Command::Doctor(_))) {
        session.complain_of_config();
    }
    let done = match args.command {
        None => list::all(&mut session, args.paths),
        Some(Command::List(it)) => list::list(&mut session, &it),
        Some(Command::Show(it)) => show::show(&mut session, &it),
        Some(Command::Quotes(it)) => quotes::quotes(&mut session, &it),
        Some(Command::Search(it)) => search::search(&mut session, &it),
        Some(Command::Reclean(args)) => reclean::reclean(&mut session, &args),
        Some(Command::Fetch(it)) => fetch::fetch(&mut session, &it),
        Some(Command::Preview(it)) => preview::preview(&mut session, &it),
        Some(Command::Mark(it)) => Ok(mark::mark(&mut session, &it)),
        Some(Command::Add(it)) => add::add(&mut session, &it),
        Some(Command::Remove(it)) => remove::remove(&mut session, &it),
        Some(Command::Feeds(it)) => feeds::feeds(&mut session, &it),
        Some(Command::Import(it)) => import::import(&mut session, &it),
        Some(Command::Export(it)) => export::export(&mut session, &it),
        Some(Command::Doctor(it)) => doctor::doctor(&mut session, &it),
        Some(Command::Paths) => paths::paths(&mut session),
        Some(Command::Config) => paths::config(&mut session),
    };
    let done = done.and_then(|outcome| session.out.flush().map(|()| outcome));
    match done {
        Ok(Outcome::Fine) if session.failed => ExitCode::from(2),
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Nothing | Outcome::Unwell) => ExitCode::from(if session.failed { 2 } else { 1 }),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            session::complain(&format!("cannot write: {error}"));
            ExitCode::from(2)
        }
    }
}
