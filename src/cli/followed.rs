//! The feeds that are followed, as commands use them: `feeds.toml`, and what the
//! library knows of them.

use std::collections::HashMap;

use super::library;
use super::session::{Session, chain, complain};
use crate::article::{Poll, Subscription};
use crate::config::feeds::{Feeds, Loaded};
use crate::library::following::sync;

/// A feed that is followed.
pub(super) struct Followed {
    pub(super) subscription: Subscription,
    /// What to call it; safe to show.
    pub(super) name: String,
    /// What the library remembers of asking it; `None` where nothing.
    pub(super) poll: Option<Poll>,
}

/// What `feeds.toml` says. What is wrong in it is told, and is a failure where a
/// part of it could not be read.
pub(super) fn load(session: &mut Session) -> Loaded {
    let loaded = Feeds::of(&session.paths).load();
    for problem in &loaded.problems {
        complain(&problem.to_string());
    }
    session.failed |= !loaded.complete;
    loaded
}

/// The feeds in the order of `feeds.toml`, with what the library knows of them. A
/// library that cannot be used is told, and costs no more than what it knows.
pub(super) fn followed(session: &mut Session) -> Vec<Followed> {
    let loaded = load(session);
    let mut known = Vec::new();
    if let Some(mut store) = library::open(session) {
        match sync(&mut store, &loaded).and_then(|_| store.feeds()) {
            Ok(feeds) => known = feeds,
            Err(error) => library::tell(session, store, &error),
        }
    }
    let mut known: HashMap<String, _> =
        known.into_iter().map(|it| (it.subscription.url.clone(), it)).collect();
    let with = |subscription: Subscription| {
        if let Some(feed) = known.remove(&subscription.url) {
            return Followed { name: feed.name, poll: Some(feed.poll), subscription };
        }
        let name = subscription.title.clone().unwrap_or_else(|| subscription.url.clone());
        Followed { subscription, name, poll: None }
    };
    loaded.subscriptions.into_iter().map(with).collect()
}

/// Lets the library follow `feeds.toml`; what fails is told.
pub(super) fn let_library_follow(session: &mut Session) {
    let loaded = Feeds::of(&session.paths).load();
    if let Some(mut store) = library::open(session)
        && let Err(error) = sync(&mut store, &loaded)
    {
        session.fail(&chain(&error));
    }
}
