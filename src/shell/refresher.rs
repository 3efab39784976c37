//! The thread that asks feeds, and those that fetch the pages behind articles.
//! Leaving the reader waits for none of them: what was taken in by then stays.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::{Event, millis};
use crate::app::msg::Msg;
use crate::app::refresh::Refreshed;
use crate::article::{ArticleId, FullText};
use crate::config::Paths;
use crate::config::credentials::logins;
use crate::config::feeds::Feeds;
use crate::library::following::sync;
use crate::library::refresh::{Busy, Fate, Refresh, Settings, Told, fetch_page};
use crate::source::chain;
use crate::source::http::{Client, Limits, Proxies, Url};
use crate::source::refresh::Stop;
use crate::source::schedule::{self, Wish};
use crate::store::{Feed, Location, Rules, Store};

/// How feeds are asked.
#[derive(Clone, Debug)]
pub struct Wire {
    pub proxies: Proxies,
    /// Minutes after which feeds are asked by themselves; 0 for never.
    pub every: u32,
    /// For feeds that do not say it themselves.
    pub full_text: FullText,
    /// What the library lets go of after a refresh.
    pub keep: Rules,
}

pub(super) struct Refresher {
    orders: Sender<Wish>,
    asking: Arc<Asking>,
}

/// What is asked with.
struct Asking {
    wire: Wire,
    paths: Paths,
    to: Sender<Event>,
    /// Ends the refresh that goes on.
    stop: Mutex<Option<Stop>>,
    library: Location,
    /// Whether the library is kept, and so has feeds: one that is forgotten at the
    /// end follows none.
    kept: bool,
}

impl Refresher {
    pub(super) fn start(
        library: Location,
        kept: bool,
        wire: Wire,
        paths: Paths,
        to: Sender<Event>,
    ) -> io::Result<Self> {
        let (orders, received) = mpsc::channel();
        let asking = Asking { wire, paths, to, stop: Mutex::new(None), library, kept };
        let asking = Arc::new(asking);
        let shared = Arc::clone(&asking);
        thread::Builder::new().name("refresh".to_owned()).spawn(move || {
            for wish in received {
                let how = catch_unwind(AssertUnwindSafe(|| shared.refresh(wish)));
                let fault = || Refreshed::Failed("kabar failed on its feeds: please report it".to_owned());
                shared.send(Msg::Refreshed(how.unwrap_or_else(|_| fault())));
            }
        })?;
        Ok(Self { orders, asking })
    }

    /// Asks the feeds; answered by `Msg::Refreshing` and `Msg::Refreshed`.
    pub(super) fn refresh(&self, by_hand: bool) {
        // The thread ends with the program.
        let _ = self.orders.send(if by_hand { Wish::ByHand } else { Wish::Due });
    }

    /// Fetches the page behind an article; answered by `Msg::PageCame`.
    pub(super) fn full_text(&self, id: ArticleId) {
        let asking = Arc::clone(&self.asking);
        let fetch = move || {
            let result = catch_unwind(AssertUnwindSafe(|| asking.page(id)));
            let fault = || Err("kabar failed on the page: please report it".to_owned());
            asking.send(Msg::PageCame { id, result: result.unwrap_or_else(|_| fault()) });
        };
        if let Err(error) = thread::Builder::new().name("page".to_owned()).spawn(fetch) {
            let result = Err(format!("cannot start a thread: {error}"));
            self.asking.send(Msg::PageCame { id, result });
        }
    }

    /// Ends the refresh that goes on, without waiting for it.
    pub(super) fn stop(&self) {
        if let Some(stop) = &*self.asking.stop.lock().unwrap_or_else(PoisonError::into_inner) {
            stop.now();
        }
    }
}

impl Asking {
    fn send(&self, msg: Msg) {
        // Nobody listens while the reader is being left.
        let _ = self.to.send(Event::App(msg));
    }

    /// One more connection to the library.
    fn store(&self) -> Result<Store, String> {
        self.library.open().map_err(|it| chain(&it))
    }

    /// What asks servers, with the logins as they are now; what is wrong with those
    /// goes to `problems`.
    fn client(&self, problems: &mut Vec<String>) -> Arc<Client> {
        let (known, wrong) = logins(&self.paths);
        problems.extend(wrong.iter().map(ToString::to_string));
        let client = Client::new(Limits::default(), self.wire.proxies.clone());
        Arc::new(client.with_logins(Arc::new(known)))
    }

    fn page(&self, id: ArticleId) -> Result<bool, String> {
        let mut store = self.store()?;
        // A login that cannot be read is told where feeds are refreshed.
        let client = self.client(&mut Vec::new());
        fetch_page(&mut store, id, client, millis).map_err(|it| chain(&it))
    }

    fn refresh(&self, wish: Wish) -> Refreshed {
        if !self.kept {
            return Refreshed::NoFeeds;
        }
        match self.store() {
            Ok(mut store) => self.ask(&mut store, wish).unwrap_or_else(|busy| match busy {
                Busy::Another => Refreshed::Another,
                other => Refreshed::Failed(chain(&other)),
            }),
            Err(why) => Refreshed::Failed(why),
        }
    }

    fn ask(&self, store: &mut Store, wish: Wish) -> Result<Refreshed, Busy> {
        let subscriptions = Feeds::of(&self.paths);
        let loaded = subscriptions.load();
        let mut problems: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
        sync(store, &loaded)?;
        if store.feeds()?.is_empty() && problems.is_empty() {
            return Ok(Refreshed::NoFeeds);
        }
        let every = if self.wire.every == 0 { schedule::EVERY } else { self.wire.every };
        let settings =
            Settings { wish, every, full_text: self.wire.full_text, keep: self.wire.keep, clock: millis };
        let client = self.client(&mut problems);
        let refresh = Refresh::begin(store, &self.paths.data, client, settings, None)?;
        *self.stop.lock().unwrap_or_else(PoisonError::into_inner) = Some(refresh.stop());
        let (mut notices, mut unmoved) = (Vec::new(), Vec::new());
        let (mut asked, mut fresh) = (0, 0);
        let mut relocate = |from: &str, to: &str| match subscriptions.relocate(from, to) {
            Ok(true) => true,
            Ok(false) => {
                unmoved.push(format!(
                    "`{}` has moved to `{}`, which is followed too",
                    Url::shown(from),
                    Url::shown(to)
                ));
                false
            }
            Err(error) => {
                unmoved.push(chain(&error));
                false
            }
        };
        refresh.run(store, &mut relocate, &mut |told| match told {
            Told::Feed { feed, fate, done, of } => {
                asked += usize::from(!matches!(fate, Fate::NotAsked(_)));
                match fate {
                    Fate::Read { report, .. } => fresh += report.new + report.updated,
                    Fate::Failed(why) => problems.push(format!("{}: {why}", name(feed))),
                    Fate::Gone => {
                        problems.push(format!("{}: gone for good, it is not asked again", name(feed)));
                    }
                    Fate::Unchanged | Fate::NotAsked(_) => {}
                }
                self.send(Msg::Refreshing { done, of });
            }
            Told::Moved { feed, to } => {
                notices.push(format!("{} has moved to {}", name(feed), Url::shown(to)));
            }
            Told::Pages { .. } => {}
            Told::Problem(why) => notices.push(why),
        })?;
        notices.extend(unmoved);
        let due_in = due_in(&store.feeds()?, millis());
        Ok(Refreshed::Done { asked, fresh, notices, problems, due_in })
    }
}

/// Milliseconds until the first of the feeds may be asked by the clock; 0 where one
/// may be now, or none ever.
fn due_in(feeds: &[Feed], now: u64) -> u64 {
    let times = feeds.iter().filter(|it| !it.poll.gone).map(|it| it.poll.next.max(it.poll.barred));
    times.min().map_or(0, |it| it.saturating_sub(now))
}

/// What to call a feed, without what is secret in its address.
fn name(feed: &Feed) -> String {
    if feed.name == feed.subscription.url { Url::shown(&feed.name) } else { feed.name.clone() }
}
