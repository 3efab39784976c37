//! `kabar feeds`: what is followed, and how it goes.

use std::io::{self, Write as _};

use serde::Serialize;

use super::args::{Feeds, TextOrJson};
use super::columns::aligned;
use super::followed::{self, Followed};
use super::json;
use super::session::{Outcome, Session, now};
use crate::article::{Date, FullText};
use crate::config::feeds::FULL_TEXT;
use crate::source::http::Url;
use crate::text::safe;

/// Prints the feeds in the order of `feeds.toml`.
pub(super) fn feeds(session: &mut Session, args: &Feeds) -> io::Result<Outcome> {
    let all = followed::followed(session);
    match args.format {
        TextOrJson::Json => {
            for it in &all {
                json::line(&mut session.out, &Line::of(it))?;
            }
        }
        TextOrJson::Text => {
            let now = now();
            let rows: Vec<Vec<String>> = all.iter().map(|it| row(it, now)).collect();
            for line in aligned(&rows, session.width()) {
                writeln!(session.out, "{line}")?;
            }
        }
    }
    Ok(if all.is_empty() { Outcome::Nothing } else { Outcome::Fine })
}

/// A feed as JSON.
#[derive(Serialize)]
struct Line<'a> {
    url: &'a str,
    title: &'a str,
    folder: Option<&'a str>,
    tags: &'a [String],
    full_text: Option<&'static str>,
    /// When it was asked last, and when an answer was last of use (RFC 3339).
    asked: Option<String>,
    answered: Option<String>,
    problem: Option<&'a str>,
    gone: bool,
}

impl<'a> Line<'a> {
    fn of(it: &'a Followed) -> Self {
        let word = |it: FullText| FULL_TEXT.iter().find(|(_, choice)| *choice == it).map(|(word, _)| *word);
        let when =
            |it: u64| (it > 0).then(|| Date::utc(i64::try_from(it / 1000).unwrap_or(i64::MAX)).to_string());
        Self {
            url: &it.subscription.url,
            title: &it.name,
            folder: it.subscription.folder.as_deref(),
            tags: &it.subscription.tags,
            full_text: it.subscription.full_text.and_then(word),
            asked: it.poll.as_ref().and_then(|it| when(it.asked)),
            answered: it.poll.as_ref().and_then(|it| when(it.answered)),
            problem: it.poll.as_ref().and_then(|it| it.problem.as_deref()),
            gone: it.poll.as_ref().is_some_and(|it| it.gone),
        }
    }
}

/// Name, folder, tags, address, when it was asked, and what is wrong.
fn row(it: &Followed, now: u64) -> Vec<String> {
    let feed = &it.subscription;
    // What is secret in an address is not shown; JSON is for programs.
    let url = Url::parse(&feed.url).map(|it| it.to_string()).unwrap_or_default();
    let tags: Vec<String> = feed.tags.iter().map(|it| format!("#{it}")).collect();
    let asked = it.poll.as_ref().map_or(0, |it| it.asked);
    let problem = match &it.poll {
        Some(poll) if poll.gone => "gone for good".to_owned(),
        Some(poll) => poll.problem.as_deref().map(|it| safe::line(it).into_owned()).unwrap_or_default(),
        None => String::new(),
    };
    let name = if it.name == feed.url { String::new() } else { it.name.clone() };
    vec![name, feed.folder.clone().unwrap_or_default(), tags.join(" "), url, ago(asked, now), problem]
}

/// How long ago a moment was, in one unit; times are in milliseconds since 1970.
fn ago(then: u64, now: u64) -> String {
    if then == 0 {
        return "never asked".to_owned();
    }
    let minutes = now.saturating_sub(then) / 60_000;
    let (n, unit) = match minutes {
        0 => return "just now".to_owned(),
        1..60 => (minutes, "min"),
        60..1_440 => (minutes / 60, "h"),
        _ => (minutes / 1_440, "d"),
    };
    format!("{n} {unit} ago")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_ago_is_told_in_one_unit() {
        let now = 1_800_000_000_000;
        for (then, told) in [
            (0, "never asked"),
            (now - 59_000, "just now"),
            (now + 5_000, "just now"),
            (now - 60_000, "1 min ago"),
            (now - 3_600_000, "1 h ago"),
            (now - 47 * 3_600_000, "1 d ago"),
        ] {
            assert_eq!(ago(then, now), told);
        }
    }
}
