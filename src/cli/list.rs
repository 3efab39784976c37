//! `kabar list`: articles with their ids and marks.

use std::io::{self, Write as _};
use std::path::PathBuf;

use super::args::{List, TextOrJson};
use super::columns::aligned;
use super::library::{Windows, day};
use super::session::{Outcome, Session};
use super::{json, library};
use crate::article::{ArticleId, Header, Mark};
use crate::output::json::Listed;
use crate::text::query::{Filter, Query};

/// Ids are cut to so many characters, where that tells them apart.
const SHORTEST_ID: usize = 6;

/// Lists what these paths hold, or else the library, newest first.
pub(super) fn list(session: &mut Session, args: &List) -> io::Result<Outcome> {
    if args.paths.is_empty() { library(session, args) } else { files(session, args) }
}

/// Lists the library in windows, however large it is.
fn library(session: &mut Session, args: &List) -> io::Result<Outcome> {
    let Some(store) = library::open_with(session, &[]) else { return Ok(Outcome::Nothing) };
    let filters =
        [args.unread.then_some(Filter::Read(false)), args.bookmarks.then_some(Filter::Bookmarked(true))];
    let query = Query { filters: filters.into_iter().flatten().collect(), ..Query::default() };
    let mut outcome = Outcome::Nothing;
    let listed = store.tally().map(|it| telling_among(it.all)).and_then(|length| {
        for rows in Windows::new(&store, &query, args.limit.unwrap_or(usize::MAX)) {
            let listed: Vec<_> = rows?.into_iter().map(|it| (it.header, it.mark)).collect();
            outcome = Outcome::Fine;
            if let Err(error) = print(session, args.format, &listed, length) {
                return Ok(Err(error));
            }
        }
        Ok(Ok(()))
    });
    match listed {
        Ok(printed) => printed?,
        Err(error) => library::tell(session, store, &error),
    }
    Ok(outcome)
}

/// Lists files in their order, without the library.
fn files(session: &mut Session, args: &List) -> io::Result<Outcome> {
    let mut marks = session.marks();
    let mut listed = Vec::new();
    let items = session.gather(&args.paths);
    let limit = args.limit.unwrap_or(usize::MAX);
    session.read_each(&items, |session, _, document| {
        let header = document.header();
        let mark = marks.mark(header.id);
        if (args.unread && mark.read) || (args.bookmarks && !mark.bookmarked) || listed.len() >= limit {
            return Ok(());
        }
        if args.format == TextOrJson::Json {
            json::line(&mut session.out, &Listed::new(&header, &mark))?;
        }
        listed.push((header, mark));
        Ok(())
    })?;
    if args.format == TextOrJson::Text {
        print(session, args.format, &listed, SHORTEST_ID)?;
    }
    Ok(if listed.is_empty() { Outcome::Nothing } else { Outcome::Fine })
}

/// What `kabar` without a command prints where nobody sees a screen.
pub(super) fn all(session: &mut Session, paths: Vec<PathBuf>) -> io::Result<Outcome> {
    list(session, &List { unread: false, bookmarks: false, limit: None, format: TextOrJson::Text, paths })
}

/// Prints some articles; their ids are cut to `length`, or where that does not tell
/// them apart, to as much as does.
fn print(
    session: &mut Session,
    format: TextOrJson,
    listed: &[(Header, Mark)],
    length: usize,
) -> io::Result<()> {
    match format {
        TextOrJson::Json => {
            for (header, mark) in listed {
                json::line(&mut session.out, &Listed::new(header, mark))?;
            }
        }
        TextOrJson::Text => {
            for line in aligned(&rows(listed, length), session.width()) {
                writeln!(session.out, "{line}")?;
            }
        }
    }
    Ok(())
}

fn rows(listed: &[(Header, Mark)], length: usize) -> Vec<Vec<String>> {
    let ids: Vec<String> = listed.iter().map(|(header, _)| header.id.to_string()).collect();
    let length = telling(&ids).max(length);
    listed
        .iter()
        .zip(&ids)
        .map(|((header, mark), id)| {
            vec![
                id.chars().take(length).collect(),
                signs(*mark).to_owned(),
                header.published.map(day).unwrap_or_default(),
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

/// How many characters of an id tell it from those of `n` articles, more likely
/// than not by 32 to 1: a character holds five bits, and of n random ids n²/2 pairs
/// may begin alike. Whoever meets two that do is told.
fn telling_among(n: u64) -> usize {
    let bits = usize::try_from(n.max(1).ilog2() + 1).unwrap_or(0);
    ((2 * bits).div_ceil(5) + 1).clamp(SHORTEST_ID, ArticleId::LEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_get_longer_as_a_library_grows() {
        for (n, length) in [(0, 6), (1_000, 6), (100_000, 8), (1_000_000, 9), (u64::MAX, ArticleId::LEN)] {
            assert_eq!(telling_among(n), length, "{n}");
        }
    }
}
