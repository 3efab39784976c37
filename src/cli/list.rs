//! `kabar list`: articles with their ids and marks.

use std::io::{self, Write as _};
use std::path::PathBuf;

use super::args::{List, TextOrJson};
use super::columns::aligned;
use super::json;
use super::session::{Outcome, Session};
use crate::article::{ArticleId, Header, Mark};
use crate::output::json::Listed;

/// Ids are cut to so many characters, where that tells them apart.
const SHORTEST_ID: usize = 6;

pub(super) fn list(session: &mut Session, args: &List) -> io::Result<Outcome> {
    let mut marks = session.marks();
    let mut outcome = Outcome::Nothing;
    let mut listed = Vec::new();
    let items = session.gather(&args.paths);
    session.read_each(&items, |session, _, document| {
        let header = document.header();
        let mark = marks.mark(header.id);
        if (args.unread && mark.read) || (args.bookmarks && !mark.bookmarked) {
            return Ok(());
        }
        outcome = Outcome::Fine;
        match args.format {
            TextOrJson::Json => json::line(&mut session.out, &Listed::new(&header, &mark))?,
            TextOrJson::Text => listed.push((header, mark)),
        }
        Ok(())
    })?;
    for line in aligned(&rows(&listed), session.width()) {
        writeln!(session.out, "{line}")?;
    }
    Ok(outcome)
}

/// What `kabar` without a command prints where nobody sees a screen.
pub(super) fn all(session: &mut Session, paths: Vec<PathBuf>) -> io::Result<Outcome> {
    list(session, &List { unread: false, bookmarks: false, format: TextOrJson::Text, paths })
}

fn rows(listed: &[(Header, Mark)]) -> Vec<Vec<String>> {
    let ids: Vec<String> = listed.iter().map(|(header, _)| header.id.to_string()).collect();
    let length = telling(&ids);
    listed
        .iter()
        .zip(&ids)
        .map(|((header, mark), id)| {
            vec![
                id.chars().take(length).collect(),
                signs(*mark).to_owned(),
                header.published.map(|date| date.to_string().chars().take(10).collect()).unwrap_or_default(),
                format!("{:>2} min", header.minutes),
                header.title.clone(),
                header.outlet.clone().unwrap_or_default(),
            ]
        })
        .collect()
}

/// A dot for what is unread, a star for what is kept.
fn signs(mark: Mark) -> &'static str {
    match (mark.read, mark.bookmarked) {
        (false, false) => "●",
        (false, true) => "● ★",
        (true, true) => "  ★",
        (true, false) => " ",
    }
}

/// How many characters it takes to tell ids apart.
fn telling(ids: &[String]) -> usize {
    let mut sorted: Vec<&String> = ids.iter().collect();
    sorted.sort();
    sorted.dedup(); // The same article may be stored twice.
    sorted
        .iter()
        .zip(sorted.iter().skip(1))
        .map(|(a, b)| a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count() + 1)
        .chain([SHORTEST_ID])
        .max()
        .unwrap_or(ArticleId::LEN)
}
