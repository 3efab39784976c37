//! `kabar add`: following feeds.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::Path;

use super::args::Add;
use super::columns::aligned;
use super::library;
use super::session::{Outcome, Session, chain, complain, now};
use crate::article::Subscription;
use crate::config::feeds;
use crate::extract::discover::Candidate;
use crate::library::following::{self, Following};
use crate::source::follow::{self, Feed, Found};
use crate::source::http::Url;
use crate::text::safe;

/// Follows what the addresses lead to, in their order. What fails is told, and
/// stops no other.
pub(super) fn add(session: &mut Session, args: &Add) -> io::Result<Outcome> {
    if args.title.is_some() && args.urls.len() > 1 {
        session.fail("`--title` is for one feed: add the others apart");
        return Ok(Outcome::Nothing);
    }
    let mut n_added = 0;
    for argument in &args.urls {
        let url = match typed(argument) {
            Ok(url) => url,
            Err(why) => {
                session.fail(&why);
                continue;
            }
        };
        // Nobody is asked for what is there already.
        if let Some(there) = Following::of(&session.paths).there(std::slice::from_ref(&url)) {
            tell_there(session, &there)?;
            continue;
        }
        for feed in find(session, &url)? {
            if let Some(there) = Following::of(&session.paths).there(&feed.known_as) {
                tell_there(session, &there)?;
            } else if keep(session, args, &feed) {
                n_added += 1;
                let entries = if feed.n_entries == 1 { "entry" } else { "entries" };
                let url = feed.url.split_login().0;
                let name = args.title.as_deref().filter(|it| !it.is_empty()).unwrap_or(&feed.title);
                let name = if name.is_empty() { "a feed" } else { name };
                writeln!(session.out, "added {} ({} {entries}): {url}", safe::line(name), feed.n_entries)?;
            }
        }
    }
    Ok(if n_added > 0 { Outcome::Fine } else { Outcome::Nothing })
}

/// The address that an argument means.
fn typed(argument: &str) -> Result<Url, String> {
    if !Url::is_meant(argument) && Path::new(argument).is_file() {
        return Err(format!("`{argument}` is a file: `kabar import` takes lists of feeds"));
    }
    Url::typed(argument).map_err(|bad| bad.to_string())
}

fn tell_there(session: &mut Session, there: &Subscription) -> io::Result<()> {
    let url = Url::parse(&there.url).map(|it| it.to_string()).unwrap_or_default();
    match &there.title {
        Some(title) => writeln!(session.out, "there already: {title}: {url}"),
        None => writeln!(session.out, "there already: {url}"),
    }
}

/// The feeds that an address leads to; none where that is told.
fn find(session: &mut Session, url: &Url) -> io::Result<Vec<Feed>> {
    let (page, candidates) = match follow::find(&**session.client(), url) {
        Ok(Found::Feed(feed)) => return Ok(vec![feed]),
        Ok(Found::Several { page, feeds }) => (page, feeds),
        Err(error) => {
            session.fail(&chain(&error));
            return Ok(Vec::new());
        }
    };
    let chosen = if io::stdin().is_terminal() && io::stderr().is_terminal() {
        session.out.flush()?;
        ask(&page, &candidates)
    } else {
        for it in &candidates {
            let title = it.title.as_deref().unwrap_or_default();
            writeln!(session.out, "{}", format!("{}  {title}", it.url).trim_end())?;
        }
        session.fail(&format!("`{page}` names {} feeds: add the one that you mean", candidates.len()));
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for candidate in chosen.into_iter().filter_map(|it| candidates.get(it)) {
        match follow::choose(&**session.client(), url, &page, &candidate.url) {
            Ok(feed) => found.push(feed),
            Err(error) => session.fail(&chain(&error)),
        }
    }
    Ok(found)
}

/// Asks which of several feeds are meant, until the answer can be one.
fn ask(page: &Url, candidates: &[Candidate]) -> Vec<usize> {
    // Where standard error is closed, nobody is there to be asked.
    let mut err = io::stderr().lock();
    let _ = writeln!(err, "{page} names {} feeds:", candidates.len());
    let row = |(i, it): (usize, &Candidate)| {
        vec![(i + 1).to_string(), it.title.clone().unwrap_or_default(), it.url.clone()]
    };
    let rows: Vec<Vec<String>> = candidates.iter().enumerate().map(row).collect();
    for line in aligned(&rows, None) {
        let _ = writeln!(err, "{line}");
    }
    loop {
        let _ = write!(err, "Which one? (1, several as 1 3, Enter for none) ");
        let _ = err.flush();
        let mut answer = String::new();
        match io::stdin().lock().read_line(&mut answer) {
            Ok(0) | Err(_) => return Vec::new(),
            Ok(_) => {}
        }
        if let Some(chosen) = chosen(&answer, candidates.len()) {
            return chosen;
        }
        let _ = writeln!(err, "There are the numbers 1 to {}.", candidates.len());
    }
}

/// The places, from 0, that an answer names; `None` where it is none.
fn chosen(answer: &str, n: usize) -> Option<Vec<usize>> {
    let words = answer.split([' ', ',', '\t', '\r', '\n']).filter(|it| !it.is_empty());
    let place = |it: &str| it.parse::<usize>().ok().filter(|it| (1..=n).contains(it)).map(|it| it - 1);
    words.map(place).collect()
}

/// Writes a feed down, and tells the library what it is called.
fn keep(session: &mut Session, args: &Add, feed: &Feed) -> bool {
    let line = |text: &String| Some(safe::line(text).into_owned()).filter(|it| !it.is_empty());
    let said = Subscription {
        title: args.title.as_ref().and_then(line),
        folder: args.folder.as_ref().and_then(line).as_deref().and_then(feeds::folder),
        tags: args.tags.iter().filter_map(line).collect(),
        ..Subscription::default()
    };
    let following = Following::of(&session.paths);
    let added = match following.follow(feed, said) {
        Ok(added) => added,
        Err(error) => {
            session.fail(&chain(&error));
            return false;
        }
    };
    let Some(subscription) = added else { return false };
    if let Some(mut store) = library::open(session) {
        let told = following::sync(&mut store, &following.feeds.load());
        // It is followed all the same; the next fetch tells the library.
        if let Err(error) =
            told.and_then(|_| following::introduce(&mut store, &subscription.url, feed, now()))
        {
            complain(&chain(&error));
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_name_places() {
        for (answer, expected) in [
            ("1\n", Some(vec![0])),
            ("1, 3\r\n", Some(vec![0, 2])),
            ("\n", Some(vec![])),
            ("4\n", None),
            ("0\n", None),
            ("first\n", None),
        ] {
            assert_eq!(chosen(answer, 3), expected, "{answer:?}");
        }
    }
}
