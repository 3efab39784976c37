//! Feeds refreshed: what is due is asked, and what it brings is taken into the
//! library, entry by entry, with what is remembered of the feed in the same step.

use std::collections::{HashMap, HashSet};
use std::fs::{File, TryLockError};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::work::at_once;
use crate::app::document::Document;
use crate::article::{Article, ArticleId, Date, FullText, Poll};
use crate::extract::entry::{self, Page};
use crate::extract::feed::{Entry, Parsed, Warning};
use crate::extract::{self, Form, Hint};
use crate::source::http::Fetch;
use crate::source::refresh::{Ask, Came, Outcome, Pool, Stop};
use crate::source::schedule::{self, Wait, Wish};
use crate::store::{self, About, Error, Hash, Report, Rules, Seen, Store, Taken};
use crate::text::boilerplate::furniture::Learned;

/// Pages behind the entries of one feed that are fetched in one refresh: a feed
/// that is new has dozens, and nobody reads them all today.
const MOST_PAGES: usize = 10;
/// Entries that are made ready in one step; feeds have dozens, archives thousands.
const BATCH: usize = 48;
/// Entries from which on they are put into the library: what that costs beside the
/// entries themselves, the index above all, is the less the more come at once, and other
/// kabars wait a tenth of a second to write.
const PUT: usize = 144;

/// Feeds without anything new whose state is written in one step.
const AT_ONCE: usize = 16;
/// How long such a step waits for the next of them: hosts are begun with ten milliseconds
/// apart.
const SOON: Duration = Duration::from_millis(40);

/// How a refresh is to be.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    pub wish: Wish,
    /// How often feeds are asked by themselves, in minutes.
    pub every: u32,
    /// For feeds whose subscription does not say.
    pub full_text: FullText,
    /// What the library lets go of once all is taken in.
    pub keep: Rules,
    /// Tells the milliseconds since 1970.
    pub clock: fn() -> u64,
}

/// What became of a feed.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    /// It brought something, new or not; `title` is what it calls itself, and may be
    /// empty.
    Read {
        title: String,
        report: Report,
        warnings: Vec<Warning>,
    },
    /// Nothing changed: the server said so, or sent the same bytes.
    Unchanged,
    NotAsked(Wait),
    /// It is gone for good, and will not be asked again.
    Gone,
    /// In words for people.
    Failed(String),
}

/// What is told while feeds are refreshed.
#[derive(Clone, Debug, PartialEq)]
pub enum Told<'a> {
    /// A feed is done with: `done` of `of` are.
    Feed { feed: &'a store::Feed, fate: Fate, done: usize, of: usize },
    /// A feed has moved for good, and is followed there from now on.
    Moved { feed: &'a store::Feed, to: &'a str },
    /// So many pages behind entries are still to come.
    Pages { left: usize },
    /// Something small failed, in words for people: the page behind an entry.
    Problem(String),
}

/// Why there is no refresh.
#[derive(Debug, thiserror::Error)]
pub enum Busy {
    #[error("another kabar is refreshing the feeds")]
    Another,
    #[error("cannot use `{path}`")]
    Lock { path: PathBuf, source: io::Error },
    #[error(transparent)]
    Store(#[from] Error),
}

/// A refresh that is about to begin. As long as it lives no other kabar refreshes
/// the same library.
pub struct Refresh {
    pool: Pool,
    feeds: Vec<store::Feed>,
    settings: Settings,
    /// Articles that wait for the page behind them, in the order of the questions.
    pages: Vec<ArticleId>,
    pages_done: usize,
    _lock: File,
}

impl Refresh {
    /// Prepares a refresh of the feeds that the library follows, or of those whose
    /// address is among `only`. `folder` is that of the library.
    pub fn begin(
        store: &Store,
        folder: &Path,
        fetch: Arc<dyn Fetch + Send + Sync>,
        settings: Settings,
        only: Option<&[String]>,
    ) -> Result<Self, Busy> {
        let lock = lock(folder)?;
        let mut feeds = store.feeds()?;
        let polls = feeds.iter().map(|it| (it.subscription.url.as_str(), &it.poll));
        let bars = schedule::bars(polls, (settings.clock)());
        if let Some(only) = only {
            feeds.retain(|it| only.contains(&it.subscription.url));
        }
        let pool = Pool::new(fetch, settings.clock, settings.every, bars);
        Ok(Self { pool, feeds, settings, pages: Vec::new(), pages_done: 0, _lock: lock })
    }

    /// What ends it from another thread: what was taken in by then stays, and
    /// nobody waits for the network.
    pub fn stop(&self) -> Stop {
        self.pool.stop()
    }

    /// Refreshes. Feeds that have moved for good are handed to `relocate`, old
    /// address and new, which says whether the subscription goes there now. An
    /// error is one of the library, and ends it; what a feed does ends nothing.
    pub fn run(
        mut self,
        store: &mut Store,
        relocate: &mut dyn FnMut(&str, &str) -> bool,
        tell: &mut dyn FnMut(Told<'_>),
    ) -> Result<(), Error> {
        let feeds = std::mem::take(&mut self.feeds);
        for (tag, feed) in feeds.iter().enumerate() {
            let (url, poll) = (feed.subscription.url.clone(), Box::new(feed.poll.clone()));
            self.pool.ask(tag, Ask::Feed { url, poll, wish: self.settings.wish });
        }
        let mut ending = Ending { relocate, tell, done: 0, of: feeds.len() };
        let mut idle = Vec::new();
        loop {
            let came = if idle.is_empty() { self.pool.next() } else { self.pool.next_within(SOON) };
            let Some((tag, came)) = came else {
                if idle.is_empty() {
                    break;
                }
                ending.write(store, &mut idle)?;
                continue;
            };
            let Some(feed) = feeds.get(tag) else {
                self.page(store, tag - feeds.len(), came, ending.tell)?;
                continue;
            };
            match came {
                Came::NotAsked(wait) => ending.tell(feed, Fate::NotAsked(wait)),
                // Nobody asked for a page under this tag.
                Came::Page(_) => {}
                Came::Feed { outcome, poll } => {
                    let fate = match outcome {
                        Outcome::NotModified | Outcome::Same => Fate::Unchanged,
                        Outcome::Gone => Fate::Gone,
                        Outcome::Failed(why) => Fate::Failed(why),
                        Outcome::Brought(parsed) => {
                            // Taking in lasts: what is known by now is told first.
                            ending.write(store, &mut idle)?;
                            let (fate, wanted) = self.take_in(store, feed, &parsed, &poll, ending.tell)?;
                            for (id, url) in wanted {
                                self.pool.ask(feeds.len() + self.pages.len(), Ask::Page { url });
                                self.pages.push(id);
                            }
                            drop(parsed);
                            store.learn()?;
                            ending.end(store, feed, fate, &poll)?;
                            continue;
                        }
                    };
                    idle.push((feed, fate, poll));
                    if idle.len() == AT_ONCE {
                        ending.write(store, &mut idle)?;
                    }
                }
            }
        }
        if self.settings.keep != Rules::default() {
            store.retain(&self.settings.keep, (self.settings.clock)())?;
        }
        Ok(())
    }

    /// Takes in what a feed brought, and says behind which articles the pages are
    /// wanted.
    fn take_in(
        &self,
        store: &mut Store,
        feed: &store::Feed,
        parsed: &Parsed,
        poll: &Poll,
        tell: &mut dyn FnMut(Told<'_>),
    ) -> Result<(Fate, Vec<(ArticleId, String)>), Error> {
        let now = (self.settings.clock)();
        let url = feed.subscription.url.as_str();
        let fresh = fresh(store, url, parsed, now)?;
        let title = Some(parsed.feed.title.clone()).filter(|it| !it.is_empty());
        let about = About { title, home: parsed.feed.home_url.clone() };
        let full_text = match feed.subscription.full_text.unwrap_or(self.settings.full_text) {
            FullText::Never => false,
            FullText::Always => true,
            FullText::Auto => poll.summaries,
        };
        let learned = if fresh.is_empty() { Learned::default() } else { store.furniture()? };
        let (mut report, mut wanted) = (Report::default(), Vec::new());
        let mut takens = Vec::new();
        let mut batches = fresh.chunks(BATCH).peekable();
        loop {
            let batch = batches.next().unwrap_or_default();
            let made =
                at_once(batch, |it| catch_unwind(AssertUnwindSafe(|| it.made(parsed, url, &learned))).ok());
            let before = takens.len();
            for (fresh, made) in batch.iter().zip(made) {
                // A fault of ours costs this entry and nothing else.
                let Some((taken, id)) = made else {
                    let name = fresh.entry.url.as_deref().unwrap_or(&fresh.entry.title);
                    tell(Told::Problem(format!("kabar failed on `{name}`: please report it with the feed")));
                    continue;
                };
                if let Some(page) = fresh.entry.url.clone().filter(|_| full_text && wanted.len() < MOST_PAGES)
                {
                    wanted.push((id, page));
                }
                takens.push(taken);
            }
            store.pack(takens.get_mut(before..).unwrap_or_default())?;
            let last = batches.peek().is_none();
            if !last && takens.len() < PUT {
                continue;
            }
            // Only with the last of them is the answer as a whole in the library.
            let poll = if last { poll } else { &feed.poll };
            report.add(store.take_in_feed(url, &about, &takens, poll, now)?);
            takens.clear();
            if last {
                let (title, warnings) = (parsed.feed.title.clone(), parsed.warnings.clone());
                return Ok((Fate::Read { title, report, warnings }, wanted));
            }
        }
    }

    /// Puts a page that came into its article.
    fn page(
        &mut self,
        store: &mut Store,
        place: usize,
        came: Came,
        tell: &mut dyn FnMut(Told<'_>),
    ) -> Result<(), Error> {
        self.pages_done += 1;
        match (came, self.pages.get(place)) {
            (Came::Page(Ok(page)), Some(id)) => drop(put_page(store, *id, &page)?),
            (Came::Page(Err(why)), _) => tell(Told::Problem(why)),
            _ => {}
        }
        tell(Told::Pages { left: self.pages.len().saturating_sub(self.pages_done) });
        Ok(())
    }
}

/// A feed that was asked and brought nothing.
type Idle<'f> = (&'f store::Feed, Fate, Box<Poll>);

/// What is done with feeds at their end, once the library has what there is to remember:
/// nothing is told that could still be lost.
struct Ending<'a> {
    relocate: &'a mut dyn FnMut(&str, &str) -> bool,
    tell: &'a mut dyn FnMut(Told<'_>),
    done: usize,
    of: usize,
}

impl Ending<'_> {
    /// Writes down what is known of feeds that brought nothing, and tells it.
    fn write(&mut self, store: &mut Store, idle: &mut Vec<Idle<'_>>) -> Result<(), Error> {
        if !idle.is_empty() {
            store.put_polls(idle.iter().map(|(feed, _, poll)| (feed.subscription.url.as_str(), &**poll)))?;
        }
        for (feed, fate, poll) in idle.drain(..) {
            self.end(store, feed, fate, &poll)?;
        }
        Ok(())
    }

    /// Lets a feed follow where it has moved, and tells what became of it.
    fn end(&mut self, store: &mut Store, feed: &store::Feed, fate: Fate, poll: &Poll) -> Result<(), Error> {
        let from = feed.subscription.url.as_str();
        if let Some(to) = schedule::moved_for_good(poll).filter(|it| *it != from)
            && (self.relocate)(from, to)
        {
            store.rename_feed(from, to)?;
            (self.tell)(Told::Moved { feed, to });
        }
        self.tell(feed, fate);
        Ok(())
    }

    fn tell(&mut self, feed: &store::Feed, fate: Fate) {
        self.done += 1;
        (self.tell)(Told::Feed { feed, fate, done: self.done, of: self.of });
    }
}

/// The entries that the library does not hold as they are, each once.
fn fresh<'p>(store: &Store, url: &str, parsed: &'p Parsed, now: u64) -> Result<Vec<Fresh<'p>>, Error> {
    let entries = told_apart(&parsed.feed.entries);
    let says: Vec<Hash> = entries.iter().map(|(_, it)| Hash::of(&entry::essence(it))).collect();
    let asked: Vec<(&str, Hash)> =
        entries.iter().zip(&says).map(|((id, _), says)| (id.as_str(), *says)).collect();
    let known = store.known_entries(url, &asked)?;
    let now = i64::try_from(now / 1_000).unwrap_or(i64::MAX);
    let mut fresh = Vec::new();
    for (place, (((id, entry), says), known)) in (0..).zip(entries.into_iter().zip(says).zip(known)) {
        if known {
            continue;
        }
        let mut arrived = Date::utc(now);
        if entry.date().is_none() {
            // Feeds have the newest first. An entry that is there keeps its date.
            let before = store.entry_date(url, &id)?;
            arrived = before.unwrap_or_else(|| Date::utc(now.saturating_sub(place)));
        }
        fresh.push(Fresh { id, entry, says, arrived });
    }
    Ok(fresh)
}

/// An entry that the library does not hold as it is.
struct Fresh<'p> {
    id: String,
    entry: &'p Entry,
    says: Hash,
    arrived: Date,
}

impl Fresh<'_> {
    fn made(&self, parsed: &Parsed, url: &str, learned: &Learned) -> (Taken, ArticleId) {
        let bytes = entry::source(&parsed.feed, self.entry, self.arrived, None);
        let seen = Seen::Entry { feed: url.to_owned(), id: self.id.clone(), says: self.says };
        let mut article = read(&bytes);
        learned.mark(&mut article, url);
        let id = article.id;
        (taken(article, url, &bytes, Some(seen), &entry::subjects(self.entry)), id)
    }
}

/// Entries with what each is known by. Feeds that give one id to several mean one
/// entry where all else is the same, and else do not know what an id is for: then
/// address and title tell them apart.
fn told_apart(entries: &[Entry]) -> Vec<(String, &Entry)> {
    let mut n_entries: HashMap<&str, usize> = HashMap::new();
    for it in entries {
        *n_entries.entry(it.id.as_str()).or_default() += 1;
    }
    let mut seen = HashSet::new();
    let name = |it: &Entry| {
        if n_entries.get(it.id.as_str()).is_some_and(|n| *n > 1) {
            format!("{}\n{}\n{}", it.id, it.url.as_deref().unwrap_or_default(), it.title)
        } else {
            it.id.clone()
        }
    };
    entries.iter().map(|it| (name(it), it)).filter(|(name, _)| seen.insert(name.clone())).collect()
}

fn read(bytes: &[u8]) -> Article {
    let hint = Hint { name: entry::NAME.to_owned(), form: Some(Form::Entry), ..Hint::default() };
    extract::extract(bytes, &hint)
}

fn taken(article: Article, feed: &str, bytes: &[u8], seen: Option<Seen>, tags: &[String]) -> Taken {
    let document = Document::new(article);
    let mut header = document.header();
    feed.clone_into(&mut header.source);
    Taken::tagged(header, &document.article, &document.analysis, (entry::NAME, bytes), seen, tags)
}

/// Puts the text of the page behind an entry in the place of what its feed says,
/// where it says more. `false` where it does not, or the article is none of a
/// feed.
pub fn put_page(store: &mut Store, id: ArticleId, page: &Page) -> Result<bool, Error> {
    let (Some(original), Some(before)) = (store.original(id)?, store.article(id)?) else { return Ok(false) };
    let Some(bytes) = entry::with_page(&original.bytes, page).filter(|_| original.name == entry::NAME) else {
        return Ok(false);
    };
    let Ok(mut article) = catch_unwind(|| read(&bytes)) else { return Ok(false) };
    article.id = id;
    if length(&article) <= length(&before) {
        return Ok(false);
    }
    store.furniture()?.mark(&mut article, &original.source);
    let tags = entry::subjects_of(&bytes);
    store.fill_in(&taken(article, &original.source, &bytes, None, &tags))
}

/// Why the page behind an article is not in it.
#[derive(Debug, thiserror::Error)]
pub enum NoPage {
    #[error("only articles of feeds have more of them elsewhere")]
    NotOfFeed,
    #[error("the article has no link of its own")]
    NoLink,
    #[error("its server wants to be left alone for now")]
    Barred,
    /// In words for people.
    #[error("{0}")]
    Failed(String),
    #[error(transparent)]
    Store(#[from] Error),
}

/// Fetches the page behind an article and puts its text in the place of what the
/// feed says ([`put_page`]). Waits for the network; `clock` tells the milliseconds
/// since 1970.
pub fn fetch_page(
    store: &mut Store,
    id: ArticleId,
    fetch: Arc<dyn Fetch + Send + Sync>,
    clock: fn() -> u64,
) -> Result<bool, NoPage> {
    if store.original(id)?.is_none_or(|it| it.name != entry::NAME) {
        return Err(NoPage::NotOfFeed);
    }
    let url = store.article(id)?.and_then(|it| it.url).ok_or(NoPage::NoLink)?;
    let feeds = store.feeds()?;
    let polls = feeds.iter().map(|it| (it.subscription.url.as_str(), &it.poll));
    let mut pool = Pool::new(fetch, clock, schedule::EVERY, schedule::bars(polls, clock()));
    pool.ask(0, Ask::Page { url });
    match pool.next() {
        Some((_, Came::Page(Ok(page)))) => Ok(put_page(store, id, &page)?),
        Some((_, Came::Page(Err(why)))) => Err(NoPage::Failed(why)),
        Some(_) | None => Err(NoPage::Barred),
    }
}

/// Characters of the clean body, without white space.
fn length(article: &Article) -> usize {
    article.kept().flat_map(|(_, it)| it.text.chars()).filter(|it| !it.is_whitespace()).count()
}

/// Keeps other kabars from refreshing the library in a folder for as long as the
/// file is held.
fn lock(folder: &Path) -> Result<File, Busy> {
    let path = folder.join("refresh.lock");
    let opened = File::options().write(true).create(true).truncate(false).open(&path);
    let file = opened.map_err(|source| Busy::Lock { path: path.clone(), source })?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Busy::Another),
        // Some network file systems have no locks: two refreshes cost politeness.
        Err(TryLockError::Error(source)) if source.kind() == io::ErrorKind::Unsupported => Ok(file),
        Err(TryLockError::Error(source)) => Err(Busy::Lock { path, source }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Subscription;
    use crate::source::http::{self, Answer, Freshness, Request, Response, Validators};

    const NOW: u64 = 1_794_657_600_000;

    /// Says of everything that nothing has changed.
    struct Unchanged;

    impl Fetch for Unchanged {
        fn get(&self, request: &Request) -> Result<Response, http::Error> {
            Ok(Response {
                answer: Answer::NotModified,
                url: request.url.clone(),
                moved: None,
                validators: Validators::default(),
                freshness: Freshness::default(),
                retry_after: None,
            })
        }
    }

    #[test]
    fn what_is_told_of_a_feed_is_in_the_library_by_then() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path(), NOW).unwrap().0;
        let feeds: Vec<Subscription> = (0..2 * AT_ONCE + 3)
            .map(|n| Subscription { url: format!("https://h{n}.example/"), ..Subscription::default() })
            .collect();
        store.set_subscriptions(&feeds).unwrap();
        let known = Poll { etag: Some("\"1\"".to_owned()), ..Poll::default() };
        store.put_polls(feeds.iter().map(|it| (it.url.as_str(), &known))).unwrap();
        let settings = Settings {
            wish: Wish::Forced,
            every: 60,
            full_text: FullText::Never,
            keep: Rules::default(),
            clock: || NOW,
        };
        let refresh = Refresh::begin(&store, folder.path(), Arc::new(Unchanged), settings, None).unwrap();
        let beside = store.another().unwrap();
        let mut told = Vec::new();
        let mut tell = |it: Told<'_>| {
            let Told::Feed { feed, fate, done, of } = it else { panic!("{it:?}") };
            assert_eq!((fate, of), (Fate::Unchanged, feeds.len()));
            assert_eq!(beside.poll(&feed.subscription.url).unwrap().unwrap().asked, NOW);
            told.push(done);
        };
        refresh.run(&mut store, &mut |_, _| false, &mut tell).unwrap();
        assert_eq!(told, (1..=feeds.len()).collect::<Vec<_>>());
    }
}
