//! Following feeds: `feeds.toml` and `credentials.toml` changed together, and the
//! library told.

use std::path::PathBuf;

use crate::article::Subscription;
use crate::config::credentials::Credentials;
use crate::config::feeds::{Feeds, Loaded};
use crate::config::{self, Paths};
use crate::source::follow::Feed;
use crate::source::http::Url;
use crate::store::{self, About, Store};

/// Where subscriptions and logins are kept.
#[derive(Clone, Debug)]
pub struct Following {
    pub feeds: Feeds,
    credentials: Credentials,
}

/// Why a feed could not be followed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Config(#[from] config::Error),
    #[error("`{}` has another login for `{origin}`: change it there", .path.display())]
    AnotherLogin { path: PathBuf, origin: String },
}

impl Following {
    pub fn of(paths: &Paths) -> Self {
        Self { feeds: Feeds::of(paths), credentials: Credentials::of(paths) }
    }

    /// The feed that is followed at one of these addresses, or was before it moved.
    pub fn there(&self, urls: &[Url]) -> Option<Subscription> {
        let loaded = self.feeds.load();
        let is_one = |address: &str| {
            Url::parse(address).is_ok_and(|it| urls.iter().any(|url| url.identity() == it.identity()))
        };
        let former = loaded.former.iter().find(|(old, _)| is_one(old)).map(|(_, new)| new);
        loaded.subscriptions.into_iter().find(|it| is_one(&it.url) || former == Some(&it.url))
    }

    /// Keeps the login that an address holds, and gives back the address without it.
    pub fn keep_login(&self, url: &Url) -> Result<Url, Error> {
        let (bare, login) = url.split_login();
        if let Some(login) = login
            && !self.credentials.keep(&bare.origin(), &login)?
        {
            let path = self.credentials.path().to_owned();
            return Err(Error::AnotherLogin { path, origin: bare.origin() });
        }
        Ok(bare)
    }

    /// Follows a feed that was found, with what somebody `said` of it, whose address
    /// does not count. `None` where it is followed already.
    pub fn follow(&self, found: &Feed, said: Subscription) -> Result<Option<Subscription>, Error> {
        let url = self.keep_login(&found.url)?.address();
        let added = self.feeds.add(&[Subscription { url, ..said }])?;
        Ok(added.into_iter().next())
    }
}

/// Lets the library follow `feeds.toml`, as far as all of that could be read. Says
/// whether anything in the library changed.
pub fn sync(store: &mut Store, loaded: &Loaded) -> Result<bool, store::Error> {
    if store.is_read_only() || !loaded.complete {
        return Ok(false);
    }
    let mut renamed = false;
    for (old, new) in &loaded.former {
        if store.poll(old)?.is_some() {
            store.rename_feed(old, new)?;
            renamed = true;
        }
    }
    Ok(store.set_subscriptions(&loaded.subscriptions)? || renamed)
}

/// Tells the library what a feed that was found says of itself, so that it has a
/// name before it is fetched. The library must follow it already; `now` is the time
/// in milliseconds since 1970.
pub fn introduce(store: &mut Store, url: &str, found: &Feed, now: u64) -> Result<(), store::Error> {
    if store.is_read_only() {
        return Ok(());
    }
    let title = Some(found.title.clone()).filter(|it| !it.is_empty());
    let about = About { title, home: found.home.clone() };
    let poll = store.poll(url)?.unwrap_or_default();
    store.take_in_feed(url, &about, &[], &poll, now).map(|_| ())
}
