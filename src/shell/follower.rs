//! Following feeds for the reader: each question in a thread of its own, since a
//! server may take its time and a file need not wait for it.

use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;

use super::{Event, millis};
use crate::app::following::{Answer, Ask, Draft, Several, tags};
use crate::app::msg::Msg;
use crate::article::Subscription;
use crate::config::{Paths, credentials, feeds};
use crate::library::following::{Following, introduce, is_in_step, sync};
use crate::source::chain;
use crate::source::follow::{Feed, Found, choose, find};
use crate::source::http::{Client, Limits, Proxies, Url};
use crate::store::{self, Location, Store};
use crate::text::safe;

pub(super) struct Follower(Arc<Work>);

struct Work {
    paths: Paths,
    proxies: Proxies,
    following: Following,
    library: Location,
    /// The connection, once it was needed.
    store: Mutex<Option<Store>>,
    /// Made when the first address is asked for.
    client: OnceLock<Client>,
    to: Sender<Event>,
}

impl Follower {
    /// `library` is the one that the reader shows.
    pub(super) fn start(paths: Paths, proxies: Proxies, library: Location, to: Sender<Event>) -> Self {
        let (following, store) = (Following::of(&paths), Mutex::new(None));
        Self(Arc::new(Work { paths, proxies, following, library, store, client: OnceLock::new(), to }))
    }

    /// Lets the library follow `feeds.toml` as it is now: somebody may have changed it
    /// since. What is wrong in it is told.
    pub(super) fn look(&self) {
        self.begin(|work| {
            if work.with(|store| is_in_step(store, &work.following.feeds)).unwrap_or(false) {
                return;
            }
            let loaded = work.following.feeds.load();
            for problem in &loaded.problems {
                work.send(Msg::Told(problem.to_string()));
            }
            match work.with(|store| sync(store, &loaded)) {
                Ok(true) => work.send(Msg::Arrived),
                Ok(false) => {}
                Err(error) => work.send(Msg::Told(chain(&error))),
            }
        });
    }

    /// Answered by `Msg::Followed`.
    pub(super) fn ask(&self, ask: Ask) {
        self.begin(move |work| {
            let answer = work.answer(ask).unwrap_or_else(Answer::Failed);
            // The library first: what is answered shows in it.
            if let Err(error) = work.with(|store| sync(store, &work.following.feeds.load())) {
                work.send(Msg::Told(chain(&error)));
            }
            work.send(Msg::Followed(answer));
        });
    }

    fn begin(&self, job: impl FnOnce(&Work) + Send + 'static) {
        let work = Arc::clone(&self.0);
        if let Err(error) = thread::Builder::new().name("follow".to_owned()).spawn(move || job(&work)) {
            self.0.send(Msg::Told(format!("cannot start a thread: {error}")));
        }
    }
}

impl Work {
    fn send(&self, msg: Msg) {
        // Nobody listens while the reader is being left.
        let _ = self.to.send(Event::App(msg));
    }

    /// Does something with the library; nobody else here does at the same time.
    fn with<T>(&self, work: impl FnOnce(&mut Store) -> Result<T, store::Error>) -> Result<T, store::Error> {
        let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        let store = match &mut *store {
            Some(store) => store,
            none => none.insert(self.library.open()?),
        };
        work(store)
    }

    fn client(&self) -> &Client {
        self.client.get_or_init(|| {
            let (known, problems) = credentials::logins(&self.paths);
            for problem in problems {
                self.send(Msg::Told(safe::line(&problem.to_string()).into_owned()));
            }
            Client::new(Limits::default(), self.proxies.clone()).with_logins(Arc::new(known))
        })
    }

    fn answer(&self, ask: Ask) -> Result<Answer, String> {
        let feeds = &self.following.feeds;
        match ask {
            Ask::Add(typed) => {
                let url = Url::typed(&typed).map_err(|it| it.to_string())?;
                if let Some(there) = self.following.there(std::slice::from_ref(&url)) {
                    return Ok(Answer::There(self.name(&there)));
                }
                match find(self.client(), &url).map_err(|it| chain(&it))? {
                    Found::Feed(feed) => self.follow(&feed),
                    Found::Several { page, feeds } => {
                        let feeds = feeds.into_iter().map(|it| {
                            let title = it.title.unwrap_or_default();
                            (it.url, title)
                        });
                        Ok(Answer::Several(Several { typed, page: page.address(), feeds: feeds.collect() }))
                    }
                }
            }
            Ask::Choose { several, url } => {
                let typed = Url::typed(&several.typed).map_err(|it| it.to_string())?;
                let page = Url::parse(&several.page).map_err(|it| it.to_string())?;
                self.follow(&choose(self.client(), &typed, &page, &url).map_err(|it| chain(&it))?)
            }
            Ask::Remove(url) => {
                let name = self.following.feeds.load().subscriptions.into_iter().find(|it| it.url == url);
                let name = name.map_or_else(|| url.clone(), |it| self.name(&it));
                let removed = feeds.remove(&[url]).map_err(|it| chain(&it))?;
                Ok(Answer::Removed { name, removed })
            }
            Ask::Restore(removed) => feeds.restore(&removed).map(Answer::Restored).map_err(|it| chain(&it)),
            Ask::Edit(draft) => {
                let before = feeds.load().subscriptions.into_iter().find(|it| it.url == draft.url);
                let before = before.ok_or_else(|| "the feed is no longer followed".to_owned())?;
                feeds.update(&self.edited(&before, &draft)).map_err(|it| chain(&it))?;
                Ok(Answer::Edited(before))
            }
            Ask::Set(subscription) => {
                let before = feeds.load().subscriptions.into_iter().find(|it| it.url == subscription.url);
                let before = before.ok_or_else(|| "the feed is no longer followed".to_owned())?;
                feeds.update(&subscription).map_err(|it| chain(&it))?;
                Ok(Answer::Edited(before))
            }
        }
    }

    fn follow(&self, feed: &Feed) -> Result<Answer, String> {
        if let Some(there) = self.following.there(&feed.known_as) {
            return Ok(Answer::There(self.name(&there)));
        }
        let added = self.following.follow(feed, Subscription::default()).map_err(|it| chain(&it))?;
        let Some(subscription) = added else { return Ok(Answer::There(feed.title.clone())) };
        let introduced = self.with(|store| {
            sync(store, &self.following.feeds.load())?;
            introduce(store, &subscription.url, feed, millis())
        });
        introduced.map_err(|it| chain(&it))?;
        Ok(Answer::Added { name: self.name(&subscription), n_entries: feed.n_entries })
    }

    /// What the library calls a feed; safe to show.
    fn name(&self, subscription: &Subscription) -> String {
        let feeds = self.with(|store| store.feeds()).unwrap_or_default();
        let found = feeds.into_iter().find(|it| it.subscription.url == subscription.url).map(|it| it.name);
        let name = found.or_else(|| subscription.title.clone()).filter(|it| *it != subscription.url);
        let url = || Url::parse(&subscription.url).map(|it| it.to_string()).unwrap_or_default();
        name.unwrap_or_else(url)
    }

    fn edited(&self, before: &Subscription, draft: &Draft) -> Subscription {
        let line = |text: &str| Some(safe::line(text).into_owned()).filter(|it| !it.is_empty());
        // What the feed calls itself need not be said.
        let own = before.title.is_none() && draft.title == self.name(before);
        Subscription {
            title: if own { None } else { line(&draft.title) },
            folder: line(&draft.folder).as_deref().and_then(feeds::folder),
            tags: tags(&draft.tags, &before.tags),
            ..before.clone()
        }
    }
}
