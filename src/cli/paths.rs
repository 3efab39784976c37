//! `kabar paths` and `kabar config`: where files lie, and what can be set.

use std::io::{self, Write as _};

use super::columns::aligned;
use super::session::{Outcome, Session};
use crate::config;
use crate::text::safe;

pub(super) fn paths(session: &mut Session) -> io::Result<Outcome> {
    let rows: Vec<Vec<String>> = [
        ("config", session.paths.config_file()),
        ("feeds", session.paths.feeds_file()),
        ("logins", session.paths.credentials_file()),
        ("marks", session.paths.state()),
        ("data", session.paths.data.clone()),
    ]
    .into_iter()
    .map(|(what, path)| vec![what.to_owned(), safe::line(&path.to_string_lossy()).into_owned()])
    .collect();
    for line in aligned(&rows, None) {
        writeln!(session.out, "{line}")?;
    }
    Ok(Outcome::Fine)
}

pub(super) fn config(session: &mut Session) -> io::Result<Outcome> {
    session.out.write_all(config::documentation().as_bytes())?;
    Ok(Outcome::Fine)
}
