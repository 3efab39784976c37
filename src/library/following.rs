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
    Ok(store.follow(&loaded.subscriptions, loaded.stamp)? || renamed)
}

/// Whether the library follows `feeds.toml` as it is, and nothing in that is to be told:
/// then it need not be read.
pub fn is_in_step(store: &Store, feeds: &Feeds) -> Result<bool, store::Error> {
    let noted = store.stamp()?;
    Ok(noted.is_some() && feeds.stamp() == noted)
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn feeds_are_read_again_where_they_changed_or_something_about_them_is_to_be_told() {
        let home = tempfile::tempdir().unwrap();
        let paths = Paths { config: home.path().join("c"), data: home.path().join("d"), home: None };
        fs::create_dir(&paths.config).unwrap();
        let mut store = Store::in_memory().unwrap();
        let feeds = Feeds::of(&paths);
        let good = "[[feed]]\nurl = \"https://ferry.example/\"\n";
        for (text, may_rest) in [(good, true), ("", true), ("[[feed]]\ntitle = \"no address\"\n", false)] {
            fs::write(paths.feeds_file(), text).unwrap();
            assert!(!is_in_step(&store, &feeds).unwrap(), "{text}");
            sync(&mut store, &feeds.load()).unwrap();
            assert_eq!(is_in_step(&store, &feeds).unwrap(), may_rest, "{text}");
        }
    }
}
