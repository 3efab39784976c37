//! `kabar fetch`: feeds asked without a screen.

use std::io::{self, IsTerminal as _, Write as _};

use serde::Serialize;

use super::args::Fetch;
use super::session::{Outcome, Session, chain, complain, now};
use super::{json, library};
use crate::article::Date;
use crate::config::Keep;
use crate::config::feeds::Feeds;
use crate::library::following;
use crate::library::refresh::{Busy, Fate, Refresh, Settings, Told};
use crate::source::http::Url;
use crate::source::schedule::{self, Wait, Wish};
use crate::store::{Error, Feed, Rules, Store};
use crate::text::safe;

/// Refreshes the feeds, or those that are named, and prints a line for each as its
/// answer comes.
pub(super) fn fetch(session: &mut Session, args: &Fetch) -> io::Result<Outcome> {
    let Some(mut store) = library::open(session) else { return Ok(Outcome::Nothing) };
    let done = follow(session, &mut store)
        .and_then(|()| store.feeds())
        .map_err(Busy::Store)
        .and_then(|feeds| refresh(session, &mut store, &feeds, args));
    match done {
        Ok(printed) => printed,
        Err(Busy::Store(error)) => {
            library::tell(session, store, &error);
            Ok(Outcome::Nothing)
        }
        // It does what was asked for: nothing failed.
        Err(busy @ Busy::Another) => {
            complain(&busy.to_string());
            Ok(Outcome::Nothing)
        }
        Err(error @ Busy::Lock { .. }) => {
            session.fail(&chain(&error));
            Ok(Outcome::Nothing)
        }
    }
}

/// Lets the library follow the subscriptions, which people may have edited.
fn follow(session: &mut Session, store: &mut Store) -> Result<(), Error> {
    let loaded = Feeds::of(&session.paths).load();
    for problem in &loaded.problems {
        session.fail(&problem.to_string());
    }
    following::sync(store, &loaded).map(drop)
}

fn refresh(
    session: &mut Session,
    store: &mut Store,
    feeds: &[Feed],
    args: &Fetch,
) -> Result<io::Result<Outcome>, Busy> {
    let mut only = Vec::new();
    for name in &args.feeds {
        let found: Vec<String> =
            feeds.iter().filter(|it| is_called(it, name)).map(|it| it.subscription.url.clone()).collect();
        if found.is_empty() {
            session.fail(&format!("no feed is called `{name}`"));
        }
        only.extend(found);
    }
    if feeds.is_empty() || only.is_empty() && !args.feeds.is_empty() {
        if feeds.is_empty() && args.feeds.is_empty() {
            complain("no feeds are followed yet: `kabar add URL` follows one");
        }
        return Ok(Ok(Outcome::Nothing));
    }
    let wish = match args {
        Fetch { anew: true, .. } => Wish::Anew,
        Fetch { due: true, .. } => Wish::Due,
        // Whoever types it means it; servers that want to be left alone still are.
        _ => Wish::Forced,
    };
    let every = match session.config.refresh_minutes {
        0 => schedule::EVERY,
        minutes => minutes,
    };
    let keep = rules(session.config.keep);
    let settings = Settings { wish, every, full_text: session.config.full_text, keep, clock: now };
    let (client, folder) = (session.client().clone(), session.paths.data.clone());
    let refresh = Refresh::begin(store, &folder, client, settings, (!only.is_empty()).then_some(&*only))?;
    let subscriptions = Feeds::of(&session.paths);
    let mut relocate = |from: &str, to: &str| match subscriptions.relocate(from, to) {
        Ok(moved) => {
            if !moved {
                complain(&format!(
                    "`{}` has moved to `{}`, which is followed too",
                    Url::shown(from),
                    Url::shown(to)
                ));
            }
            moved
        }
        Err(error) => {
            complain(&chain(&error));
            false
        }
    };
    let mut report = Report::new(session, args.json);
    refresh.run(store, &mut relocate, &mut |told| report.tell(told))?;
    Ok(report.end())
}

/// What the config lets the library keep.
pub(super) fn rules(keep: Keep) -> Rules {
    Rules { days: keep.days, per_feed: keep.per_feed }
}

/// Whether somebody means a feed by a name: its address, or its title in any case.
fn is_called(feed: &Feed, name: &str) -> bool {
    let identity = |url: &str| Url::parse(url).ok().map(|it| it.identity());
    feed.name.to_lowercase() == name.trim().to_lowercase()
        || identity(&feed.subscription.url).is_some_and(|it| Some(it) == identity(name))
}

/// What is printed while answers come.
struct Report<'s> {
    session: &'s mut Session,
    json: bool,
    bar: Bar,
    /// Why nothing can be printed any more; whoever reads may have seen enough.
    broken: Option<io::Error>,
}

/// A feed for programs.
#[derive(Serialize)]
struct Line<'a> {
    feed: &'a str,
    title: &'a str,
    #[serde(flatten)]
    status: Status,
}

/// [`Fate`] for programs.
#[derive(Serialize)]
#[serde(tag = "status", rename_all = "kebab-case")]
enum Status {
    Read { new: usize, updated: usize, known: usize, warnings: Vec<String> },
    Unchanged,
    NotDue { until: String },
    Busy { until: String },
    Gone,
    Failed { error: String },
    Moved { to: String },
}

impl Status {
    fn of(fate: &Fate) -> Self {
        let date = |ms: &u64| Date::utc(i64::try_from(ms / 1_000).unwrap_or(i64::MAX)).to_string();
        match fate {
            Fate::Read { report, warnings, .. } => Self::Read {
                new: report.new,
                updated: report.updated,
                known: report.known,
                warnings: warnings.iter().map(ToString::to_string).collect(),
            },
            Fate::Unchanged => Self::Unchanged,
            Fate::NotAsked(Wait::Until(time)) => Self::NotDue { until: date(time) },
            Fate::NotAsked(Wait::Barred(time)) => Self::Busy { until: date(time) },
            Fate::Gone | Fate::NotAsked(Wait::Gone) => Self::Gone,
            Fate::Failed(why) => Self::Failed { error: why.clone() },
        }
    }
}

/// [`Fate`] in a reader's words.
fn words(fate: &Fate) -> String {
    let left = |time: &u64| span(time.saturating_sub(now()));
    match fate {
        Fate::Read { report: it, .. } if it.new + it.updated == 0 => "nothing new".to_owned(),
        Fate::Read { report: it, .. } if it.updated == 0 => format!("{} new", it.new),
        Fate::Read { report: it, .. } if it.new == 0 => format!("{} updated", it.updated),
        Fate::Read { report: it, .. } => format!("{} new, {} updated", it.new, it.updated),
        Fate::Unchanged => "nothing new".to_owned(),
        Fate::NotAsked(Wait::Until(time)) => format!("not due for {}", left(time)),
        Fate::NotAsked(Wait::Barred(time)) => format!("wants to be left alone for {}", left(time)),
        Fate::NotAsked(Wait::Gone) => "gone for good".to_owned(),
        Fate::Gone => "gone for good: it is not asked again".to_owned(),
        Fate::Failed(why) => why.clone(),
    }
}

/// Milliseconds in the unit that says enough: `42 min`, `7 h`, `3 days`.
fn span(ms: u64) -> String {
    let minutes = ms.div_ceil(60_000);
    match minutes {
        0..=119 => format!("{minutes} min"),
        120..=2_879 => format!("{} h", minutes / 60),
        _ => format!("{} days", minutes / 1_440),
    }
}

impl<'s> Report<'s> {
    fn new(session: &'s mut Session, json: bool) -> Self {
        Self { session, json, bar: Bar::new(), broken: None }
    }

    fn tell(&mut self, told: Told<'_>) {
        match told {
            Told::Feed { feed, fate, done, of } => {
                self.bar.hide();
                // One that was gone before failed long ago.
                let failed = matches!(fate, Fate::Failed(_) | Fate::Gone);
                self.session.failed |= failed;
                let own = match &fate {
                    Fate::Read { title, .. } if feed.subscription.title.is_none() => Some(title.as_str()),
                    _ => None,
                };
                self.line(feed, own, Status::of(&fate), &words(&fate));
                self.bar.show(done, of);
            }
            Told::Moved { feed, to } => {
                self.bar.hide();
                let status = Status::Moved { to: Url::shown(to) };
                let words = format!("has moved to {}", Url::shown(to));
                self.line(feed, None, status, &words);
            }
            Told::Pages { left } => self.bar.pages(left),
            Told::Problem(why) => {
                self.bar.hide();
                complain(&why);
            }
        }
    }

    /// A line for a feed; `own` is what it calls itself now, which the library
    /// may not have known before.
    fn line(&mut self, feed: &Feed, own: Option<&str>, status: Status, words: &str) {
        if self.broken.is_some() {
            return;
        }
        let address = Url::shown(&feed.subscription.url);
        let known = if feed.name == feed.subscription.url { &address } else { &feed.name };
        let title = own.filter(|it| !it.is_empty()).unwrap_or(known);
        let out = &mut self.session.out;
        let written = if self.json {
            json::line(out, &Line { feed: &address, title, status })
        } else {
            writeln!(out, "{}  {}", safe::line(title), safe::line(words))
        };
        // Whoever waits sees each answer when it comes.
        self.broken = written.and_then(|()| out.flush()).err();
    }

    fn end(mut self) -> io::Result<Outcome> {
        self.bar.hide();
        self.broken.map_or(Ok(Outcome::Fine), Err)
    }
}

/// How far the refresh is, on a line of standard error that is gone at the end;
/// nothing where that is no terminal.
struct Bar {
    shown: bool,
    terminal: bool,
}

impl Bar {
    /// Cells of the bar when it is full.
    const WIDTH: usize = 24;

    fn new() -> Self {
        let typewriter = std::env::var("TERM").is_ok_and(|it| it == "dumb");
        Self { shown: false, terminal: io::stderr().is_terminal() && !typewriter }
    }

    fn show(&mut self, done: usize, of: usize) {
        if of > 1 && done < of {
            let full = done * Self::WIDTH / of;
            let bar = format!("{}{}", "━".repeat(full), "╌".repeat(Self::WIDTH - full));
            self.draw(&format!("{bar} {done} of {of}"));
        }
    }

    fn pages(&mut self, left: usize) {
        self.hide();
        if left > 0 {
            self.draw(&format!("{left} pages to come"));
        }
    }

    fn draw(&mut self, line: &str) {
        if self.terminal {
            // Where standard error is closed, nobody is there to be told.
            let _ = write!(io::stderr(), "\r{line}\x1b[K");
            self.shown = true;
        }
    }

    fn hide(&mut self) {
        if std::mem::take(&mut self.shown) {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_are_told_in_the_unit_that_says_enough() {
        for (minutes, told) in
            [(0, "0 min"), (42, "42 min"), (119, "119 min"), (150, "2 h"), (5_000, "3 days")]
        {
            assert_eq!(span(minutes * 60_000), told);
        }
    }
}
