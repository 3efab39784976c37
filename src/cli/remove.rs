//! `kabar remove`: following feeds no more.

use std::io::{self, Write as _};

use super::args::Remove;
use super::followed::{self, Followed};
use super::session::{Outcome, Session, chain};
use crate::config::feeds::Feeds;
use crate::source::http::Url;

/// Takes out the feeds that the arguments name. An argument that names none, or
/// more than one, is told.
pub(super) fn remove(session: &mut Session, args: &Remove) -> io::Result<Outcome> {
    let all = followed::followed(session);
    let mut chosen: Vec<&Followed> = Vec::new();
    for argument in &args.feeds {
        match named(argument, &all).as_slice() {
            [] => session.fail(&format!("no feed is called `{argument}`: `kabar feeds` lists them")),
            [one] => chosen.push(one),
            several => {
                let names: Vec<&str> = several.iter().take(5).map(|it| it.name.as_str()).collect();
                let more = if several.len() > names.len() { ", …" } else { "" };
                session.fail(&format!(
                    "`{argument}` may be {} feeds: {}{more}",
                    several.len(),
                    names.join(", ")
                ));
            }
        }
    }
    let urls: Vec<String> = chosen.iter().map(|it| it.subscription.url.clone()).collect();
    if urls.is_empty() {
        return Ok(Outcome::Nothing);
    }
    match Feeds::of(&session.paths).remove(&urls) {
        Ok(removed) => {
            for it in &removed {
                let found = chosen.iter().find(|feed| feed.subscription.url == it.subscription.url);
                let name = found.map_or(it.subscription.url.as_str(), |it| it.name.as_str());
                writeln!(session.out, "removed {name}")?;
            }
            followed::let_library_follow(session);
        }
        Err(error) => session.fail(&chain(&error)),
    }
    Ok(Outcome::Fine)
}

/// The feeds that an argument names: by address, else by the whole of their name,
/// else by a part of either.
fn named<'a>(argument: &str, all: &'a [Followed]) -> Vec<&'a Followed> {
    let identity = Url::typed(argument).ok().map(|it| it.identity());
    let of = |it: &&Followed| Url::parse(&it.subscription.url).ok().map(|it| it.identity());
    let wanted = argument.trim().to_lowercase();
    let by_address: Vec<&Followed> =
        all.iter().filter(|it| identity.is_some() && of(it) == identity).collect();
    if !by_address.is_empty() || wanted.is_empty() {
        return by_address;
    }
    let by_name: Vec<&Followed> = all.iter().filter(|it| it.name.to_lowercase() == wanted).collect();
    if !by_name.is_empty() {
        return by_name;
    }
    let has = |text: &str| text.to_lowercase().contains(&wanted);
    all.iter().filter(|it| has(&it.name) || has(&it.subscription.url)).collect()
}
