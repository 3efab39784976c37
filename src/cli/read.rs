//! `kabar` without a command: the reader, or a list where nobody sees a screen.

use std::io;
use std::path::PathBuf;

use super::list;
use super::session::{Outcome, Session};

pub(super) fn read(session: &mut Session, paths: Vec<PathBuf>) -> io::Result<Outcome> {
    list::all(session, paths)
}
