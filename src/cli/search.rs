//! `kabar search`: articles by their words, among all that were ever read.

use std::io::{self, Write as _};

use super::args::{Search, TextOrJson};
use super::session::{Outcome, Session, chain, complain};
use super::{json, library};
use crate::article::Row;
use crate::output::json::Found;
use crate::store::{Error, Order, Store};
use crate::text::excerpt::{Excerpt, excerpt, marked};
use crate::text::prose::Prose;
use crate::text::query::{Field, Query, Term};
use crate::text::safe;
use crate::text::span::Span;

/// How long an excerpt gets, in characters: about two lines of a terminal.
const EXCERPT: usize = 150;

/// Hits are read so many at a time.
const WINDOW: usize = 64;

pub(super) fn search(session: &mut Session, args: &Search) -> io::Result<Outcome> {
    let query = library::query(&args.query);
    for mistake in &query.mistakes {
        complain(&mistake.to_string());
    }
    let Some(mut store) = library::open_with(session, &args.paths) else { return Ok(Outcome::Nothing) };
    let mut printed = 0;
    let mut order = if args.rank { Order::Best } else { Order::Newest { below: None } };
    while printed < args.limit {
        // What fits best is not read in windows: there is no place to go on from.
        let window = args.limit - printed;
        let window = if order == Order::Best { window } else { window.min(WINDOW) };
        let found = match window_of(session, &mut store, &query, order, window) {
            Ok(found) => found,
            Err(error) => {
                library::tell(session, store, &error);
                break;
            }
        };
        for (hit, excerpt) in &found {
            match args.format {
                TextOrJson::Json => {
                    json::line(&mut session.out, &Found::new(&hit.header, &hit.mark, excerpt))?;
                }
                TextOrJson::Text => print(session, &query, hit, excerpt, printed > 0)?,
            }
            printed += 1;
        }
        match found.last() {
            Some((hit, _)) if found.len() == window && order != Order::Best => {
                order = Order::Newest { below: Some(hit.key) };
            }
            _ => break,
        }
    }
    Ok(if printed == 0 { Outcome::Nothing } else { Outcome::Fine })
}

/// A number of hits with the lines that show why they were found. An article
/// that cannot be unpacked is told, and shown without.
fn window_of(
    session: &mut Session,
    store: &mut Store,
    query: &Query,
    order: Order,
    limit: usize,
) -> Result<Vec<(Row, Excerpt)>, Error> {
    let mut found = Vec::new();
    for hit in store.search(query, order, limit)? {
        let text = match store.article(hit.header.id) {
            Ok(article) => article.map(|it| Prose::of_article(&it).text).unwrap_or_default(),
            Err(error @ Error::Unreadable { .. }) => {
                session.fail(&chain(&error));
                String::new()
            }
            Err(error) => return Err(error),
        };
        found.push((hit, excerpt(&text, query.wanted().filter(|it| it.field.is_none()), EXCERPT)));
    }
    Ok(found)
}

/// Title, where it is from, and the line that shows why it was found.
fn print(session: &mut Session, query: &Query, hit: &Row, excerpt: &Excerpt, gap: bool) -> io::Result<()> {
    let bold = session.can_read();
    let header = &hit.header;
    let in_title = |it: &&Term| matches!(it.field, None | Some(Field::Title));
    let title = with_hits(&marked(&header.title, query.wanted().filter(in_title)), bold);
    let date = header.published.map(library::day);
    let from = [date, header.outlet.clone(), Some(header.source.clone()), Some(header.id.to_string())];
    let from: Vec<String> = from.into_iter().flatten().collect();
    let gap = if gap { "\n" } else { "" };
    writeln!(session.out, "{gap}{title}\n  {}", from.join(" · "))?;
    if !excerpt.text.is_empty() {
        writeln!(session.out, "  {}", with_hits(excerpt, bold))?;
    }
    Ok(())
}

/// A line with its hits in bold, where that is wanted. It is made safe once
/// more: a library may come from elsewhere.
fn with_hits(excerpt: &Excerpt, bold: bool) -> String {
    let mut line = String::new();
    let mut at = 0;
    for hit in excerpt.hits.iter().filter(|_| bold) {
        line.push_str(&plain(Span::new(at, hit.start).slice(&excerpt.text)));
        line.push_str("\u{1b}[1m");
        line.push_str(&plain(hit.slice(&excerpt.text)));
        line.push_str("\u{1b}[22m");
        at = hit.end;
    }
    line.push_str(&plain(Span::new(at, excerpt.text.len()).slice(&excerpt.text)));
    line
}

/// A piece of a line without what a terminal obeys; its blanks stay.
fn plain(piece: &str) -> String {
    piece.chars().filter(|c| !c.is_control() && !safe::is_forbidden(*c)).collect()
}
