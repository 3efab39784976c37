//! The thread that opens the library and reads it: rows of the list, articles,
//! counts. What is wanted last comes first, and what nobody waits for any more is
//! broken off. It knows whether anybody has written since it last looked, so that
//! nothing is read twice for nothing.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;

use super::{Event, Library, Open, Opened};
use crate::app::document::{Document, Ready};
use crate::app::effect::{Count, Excerpts, Gather, Survey, Wanted};
use crate::app::list::{COUNTED, Counted};
use crate::app::msg::Msg;
use crate::app::sidebar::Contents;
use crate::app::window::{Answer, Ask, Part, Reach, Stretch, answer};
use crate::article::Window;
use crate::library::guarded;
use crate::source::chain;
use crate::store::{Error, Interrupter, Listing, SoFar, Store};
use crate::text::excerpt::excerpt;
use crate::text::prose::Prose;
use crate::text::query::{Field, Query, Term};

/// Speakers that the sidebar has.
const SPEAKERS: usize = 12;

/// Texts that are looked into before what was found in them is shown: some ten
/// milliseconds.
const TEXTS: usize = 300;

/// How long an excerpt gets, in characters: about a line of a list.
const EXCERPT: usize = 72;

/// Something to read.
#[derive(Debug)]
pub enum Order {
    /// Rows of the list; answered by `Msg::Listed`.
    List(Ask),
    /// An article; answered by `Msg::Loaded`.
    Load(Wanted),
    /// An article that may be wanted next; answered like [`Order::Load`].
    Ahead(Wanted),
    /// How many articles there are; answered by `Msg::Counted`.
    Count(Count),
    /// Ids of a list; answered by `Msg::Gathered`.
    Gather(Gather),
    /// What the sidebar lists; answered by `Msg::Surveyed`.
    Survey(Survey),
    /// Why rows were found; answered by `Msg::Excerpted`.
    Excerpt(Excerpts),
}

/// What is asked of the thread.
enum Asked {
    Read(Box<Order>),
    /// To look whether anything was written since it last did, or since it began to
    /// read; answered by `Msg::Arrived`, where anything was.
    Look,
}

/// What is read now, as far as it can be broken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    Nothing,
    List,
    /// More rows of it.
    More,
    Load,
    Ahead,
    Count,
    Gather,
    Excerpt,
    Survey,
    /// What the first screen waits for.
    First,
}

pub(super) struct Readers {
    asked: Sender<Asked>,
    /// There as soon as the library is open.
    interrupter: Arc<OnceLock<Interrupter>>,
    reading: Arc<Mutex<Reading>>,
}

impl Readers {
    /// Opens the library in the thread that reads it, which says how that went by an
    /// `Event::Opened` and then does what was ordered meanwhile.
    pub(super) fn start(open: Open, to: Sender<Event>) -> io::Result<Self> {
        let (asked, received) = mpsc::channel();
        let interrupter = Arc::new(OnceLock::new());
        let reading = Arc::new(Mutex::new(Reading::Nothing));
        let readers = Self { asked, interrupter: Arc::clone(&interrupter), reading: Arc::clone(&reading) };
        thread::Builder::new().name("read".to_owned()).spawn(move || {
            let opened = match catch_unwind(AssertUnwindSafe(open)) {
                Ok(opened) => opened.map_err(super::Error::Library),
                Err(_) => Err(super::Error::Fault),
            };
            let Opened { store, paths, kept, notices } = match opened {
                Ok(opened) => opened,
                // Nobody listens where the reader is being left.
                Err(error) => return drop(to.send(Event::Opened(Err(error)))),
            };
            interrupter.get_or_init(|| store.interrupter());
            let library = Library { location: store.location(), paths, kept, notices };
            let _ = to.send(Event::Opened(Ok(library)));
            read(&store, &received, &reading, &to);
        })?;
        Ok(readers)
    }

    /// Orders something to be read. It takes the place of an order of its kind
    /// that is not done yet; counting gives way to everything.
    pub(super) fn order(&self, order: Order) {
        let kind = order.kind();
        // The thread ends with the program.
        let _ = self.asked.send(Asked::Read(Box::new(order)));
        self.break_off(|reading| {
            matches!(
                (reading, kind),
                (Reading::List | Reading::More | Reading::First, Reading::List)
                    | (Reading::Count, Reading::List | Reading::More | Reading::Load | Reading::Count)
                    | (Reading::Ahead, Reading::List | Reading::More | Reading::Load | Reading::Ahead)
                    | (Reading::Survey, _)
            )
        });
    }

    /// Has what was written by others looked at, where anything was: `Msg::Arrived` says
    /// so.
    pub(super) fn look(&self) {
        let _ = self.asked.send(Asked::Look);
        self.break_off(|reading| matches!(reading, Reading::Count | Reading::Survey));
    }

    /// Breaks off what is read now, if it is such.
    fn break_off(&self, is_stale: impl FnOnce(Reading) -> bool) {
        let reading = lock(&self.reading);
        let stale = is_stale(*reading);
        if let Some(interrupter) = self.interrupter.get().filter(|_| stale) {
            interrupter.interrupt();
        }
    }
}

fn lock(reading: &Mutex<Reading>) -> MutexGuard<'_, Reading> {
    reading.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Order {
    fn kind(&self) -> Reading {
        match self {
            Self::List(ask) if ask.goes_on() => Reading::More,
            Self::List(_) => Reading::List,
            Self::Load(_) => Reading::Load,
            Self::Ahead(_) => Reading::Ahead,
            Self::Count(_) => Reading::Count,
            Self::Gather(_) => Reading::Gather,
            Self::Excerpt(_) => Reading::Excerpt,
            Self::Survey(_) => Reading::Survey,
        }
    }
}

/// Orders that are not done yet, one of a kind, in the order in which they are
/// done.
#[derive(Debug, Default)]
struct Orders {
    /// Whether to look for what was written.
    look: bool,
    list: Option<Order>,
    more: Option<Order>,
    load: Option<Order>,
    ahead: Option<Order>,
    count: Option<Order>,
    gather: Option<Order>,
    excerpt: Option<Order>,
    survey: Option<Order>,
    /// Whether all was read that the first screen is made of: before that, the counts
    /// and the sidebar do not give way to an article.
    begun: bool,
}

impl Orders {
    fn slot(&mut self, order: &Order) -> &mut Option<Order> {
        match order {
            Order::List(ask) if ask.goes_on() => &mut self.more,
            Order::List(_) => &mut self.list,
            Order::Load(_) => &mut self.load,
            Order::Ahead(_) => &mut self.ahead,
            Order::Count(_) => &mut self.count,
            Order::Gather(_) => &mut self.gather,
            Order::Excerpt(_) => &mut self.excerpt,
            Order::Survey(_) => &mut self.survey,
        }
    }

    fn add(&mut self, asked: Asked) {
        let Asked::Read(order) = asked else {
            self.look = true;
            return;
        };
        if order.kind() == Reading::List {
            // Other rows than those that it would go on with.
            self.more = None;
        }
        match (&mut self.excerpt, *order) {
            // Other rows of the same view are wanted too.
            (Some(Order::Excerpt(waiting)), Order::Excerpt(more)) if waiting.view == more.view => {
                waiting.rows.extend(more.rows);
            }
            (_, order) => {
                let slot = self.slot(&order);
                *slot = Some(order);
            }
        }
    }

    /// Adds what has been ordered meanwhile.
    fn add_all(&mut self, received: &Receiver<Asked>) {
        while let Ok(asked) = received.try_recv() {
            self.add(asked);
        }
    }

    /// Puts an order back that was broken off, unless there is a newer one.
    fn put_back(&mut self, order: Order) {
        match (&mut self.excerpt, order) {
            (Some(Order::Excerpt(waiting)), Order::Excerpt(it)) if waiting.view == it.view => {
                waiting.rows.splice(..0, it.rows);
            }
            // Rows that nobody goes on with any more.
            (_, order) if order.kind() == Reading::More && self.list.is_some() => {}
            (_, order) => {
                let slot = self.slot(&order);
                slot.get_or_insert(order);
            }
        }
    }

    /// One of the rows whose excerpts are waited for: whatever is ordered next
    /// waits for no more than that.
    fn next_excerpt(&mut self) -> Option<Order> {
        let Some(Order::Excerpt(waiting)) = &mut self.excerpt else { return None };
        let rows: Vec<_> = waiting.rows.drain(..waiting.rows.len().min(1)).collect();
        let order = Order::Excerpt(Excerpts { view: waiting.view, query: waiting.query.clone(), rows });
        if waiting.rows.is_empty() {
            self.excerpt = None;
        }
        Some(order)
    }

    fn next(&mut self) -> Option<Order> {
        self.list
            .take()
            .or_else(|| if self.begun { None } else { self.count.take().or_else(|| self.survey.take()) })
            .or_else(|| self.load.take())
            .or_else(|| self.gather.take())
            .or_else(|| self.next_excerpt())
            .or_else(|| self.more.take())
            .or_else(|| self.ahead.take())
            .or_else(|| self.count.take())
            .or_else(|| self.survey.take())
    }
}

fn read(store: &Store, received: &Receiver<Asked>, reading: &Mutex<Reading>, to: &Sender<Event>) {
    let mut orders = Orders::default();
    let mut edition = store.edition().ok();
    loop {
        orders.add_all(received);
        if std::mem::take(&mut orders.look) {
            let now = store.edition().ok();
            // Where that cannot be known, it may have changed.
            if std::mem::replace(&mut edition, now) != now || now.is_none() {
                let _ = to.send(Event::App(Msg::Arrived));
            }
        }
        let Some(order) = orders.next() else {
            let Ok(asked) = received.recv() else { return };
            orders.add(asked);
            continue;
        };
        let kind = order.kind();
        let first = !orders.begun && matches!(kind, Reading::Count | Reading::Survey);
        *lock(reading) = if first { Reading::First } else { kind };
        // A fault of ours costs this answer, and not all that are to come.
        let done = catch_unwind(AssertUnwindSafe(|| perform(store, &order)));
        *lock(reading) = Reading::Nothing;
        let msg = match done {
            Ok(Ok(Some(msg))) => msg,
            Ok(Ok(None)) => continue,
            Ok(Err(error)) if error.is_interrupt() => {
                orders.add_all(received);
                orders.put_back(order);
                continue;
            }
            Ok(Err(error)) => failed(&order, chain(&error)),
            Err(_) => failed(&order, super::Error::Fault.to_string()),
        };
        orders.begun |= kind == Reading::Survey;
        if to.send(Event::App(msg)).is_err() {
            return; // The reader is being left.
        }
    }
}

/// Does an order; nothing comes of one that asks for nothing.
pub fn perform(store: &Store, order: &Order) -> Result<Option<Msg>, Error> {
    Ok(Some(match order {
        Order::List(ask) => {
            // Asked for first: what arrives while rows are read is not in it.
            let arrival = store.arrivals()?;
            let answer = if ask.reach == Reach::Best {
                let SoFar { rows, reached } = store.best(&ask.query, ask.limit)?;
                Answer::Rows(Stretch {
                    rows,
                    below: reached.is_some(),
                    reached,
                    arrival,
                    ..Stretch::default()
                })
            } else {
                answer(ask, arrival, |query, window, limit| {
                    part(store, &Listing { query, window, limit, kept: &ask.kept, until: ask.until })
                })?
            };
            Msg::Listed { number: ask.number, result: Ok(answer) }
        }
        &(Order::Load(Wanted { id, page }) | Order::Ahead(Wanted { id, page })) => {
            let name = id.to_string();
            let article = store.article(id)?;
            let gone = || "it is not among the articles any more".to_owned();
            let result = article.ok_or_else(gone).and_then(|it| guarded(&name, || Ok(Ready::new(it, page))));
            Msg::Loaded { id, result }
        }
        Order::Survey(survey) => Msg::Surveyed(surveyed(store, survey)?),
        Order::Count(count) => Msg::Counted { view: count.view, counted: counted(store, count)? },
        Order::Excerpt(Excerpts { view, query, rows }) => {
            let Some(&(key, id)) = rows.first() else { return Ok(None) };
            let article = store.article(id)?;
            let wanted: Vec<Term> = query.wanted().cloned().collect();
            let terms: Vec<&Term> = wanted.iter().filter(|it| it.field.is_none()).collect();
            let asks_who = terms.is_empty() && wanted.iter().any(|it| it.field == Some(Field::Said));
            let text = match article {
                // Found by who said it: what they said is why.
                Some(article) if asks_who => {
                    let document = guarded("an article", || Ok(Document::new(article))).ok();
                    document.and_then(|it| Some(it.words_of(it.analysis.quotes.get(it.said_by(&wanted)?)?)))
                }
                Some(article) => Some(Prose::of_article(&article).text),
                None => None,
            };
            let excerpt = excerpt(&text.unwrap_or_default(), terms, EXCERPT);
            Msg::Excerpted { view: *view, key, excerpt }
        }
        Order::Gather(gather) => {
            let Gather { query, below, limit, until } = gather;
            let window = below.map_or(Window::Top, Window::Below);
            let rows = store.rows(&Listing { query, window, limit: *limit, kept: &[], until: *until })?;
            let last = rows.last().map(|it| it.key);
            Msg::Gathered { ids: rows.into_iter().map(|it| it.header.id).collect(), last }
        }
    }))
}

/// The rows of a window; downward, what is found soon: whoever types sees the first
/// ones while the rest is looked for.
fn part(store: &Store, listing: &Listing<'_>) -> Result<Part, Error> {
    let mut listing = *listing;
    if matches!(listing.window, Window::Above(_) | Window::Bottom) {
        return store.rows(&listing).map(Part::from);
    }
    loop {
        let SoFar { rows, reached } = store.rows_so_far(&listing, TEXTS)?;
        match reached {
            Some(key) if rows.is_empty() => listing.window = Window::Below(key),
            reached => return Ok(Part { rows, reached }),
        }
    }
}

fn counted(store: &Store, count: &Count) -> Result<Counted, Error> {
    let whole = count.scope == Query::default();
    let tally = if whole { store.tally()? } else { store.tally_of(&count.scope, u64::MAX)? };
    // Where nothing has arrived since, nothing need be looked for.
    let new = if store.arrivals()? > count.since { store.new_since(&count.query, count.since)? } else { 0 };
    let found = count.found.then(|| store.tally_of(&count.query, COUNTED)).transpose()?;
    Ok(Counted { tally, found: found.map(|it| it.all), new })
}

fn surveyed(store: &Store, survey: &Survey) -> Result<Contents, Error> {
    let unread = |it: &Query| store.tally_of(it, COUNTED).map(|it| it.unread);
    Ok(Contents {
        sources: store.feeds_shown()?,
        searches: survey.searches.iter().map(unread).collect::<Result<_, _>>()?,
        speakers: store.speakers(SPEAKERS)?,
    })
}

/// What to say of an order that failed.
fn failed(order: &Order, why: String) -> Msg {
    match order {
        Order::List(ask) => Msg::Listed { number: ask.number, result: Err(why) },
        Order::Load(it) | Order::Ahead(it) => Msg::Loaded { id: it.id, result: Err(why) },
        Order::Count(_) | Order::Survey(_) | Order::Excerpt(_) => Msg::Told(why),
        // Whoever waits for ids goes on without.
        Order::Gather(_) => Msg::Gathered { ids: Vec::new(), last: None },
    }
}

#[cfg(test)]
mod tests;
