//! Asking many feeds at once, and the pages behind their entries: a few threads,
//! one question at a time to each host, no two new hosts at the same moment.
//!
//! What is known of a feed goes in with the question ([`Ask`]) and comes back
//! with the answer, brought up to date by [`super::schedule`]; nothing is kept
//! here. Answers come in any order. Whoever stops a [`Pool`] is let go at once,
//! whatever the network does.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use sha2::{Digest as _, Sha256};

use super::chain;
use super::http::{self, Accept, Answer, Body, ContentType, Fetch, Request, Response, Trust, Url};
use super::schedule::{self, Asked, Wait, Wish};
use crate::article::Poll;
use crate::extract::entry::Page;
use crate::extract::feed::{self, Origin, Parsed, Warning};
use crate::extract::{self, Form, encoding};

/// Questions that are on their way at once. More than there are heaps (glibc has eight
/// for each processor) would have threads that work on articles take turns on all of
/// them, and each heap keeps what it once held.
const THREADS: usize = 12;
/// Between the first questions to two hosts: five hundred of them are no burst.
const BETWEEN_STARTS: Duration = Duration::from_millis(10);
/// Answers that wait until they are taken.
const ANSWERS: usize = 1;

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// A feed, by the address that it is followed under, with what is known of it.
    Feed { url: String, poll: Box<Poll>, wish: Wish },
    /// The page behind an entry: a stranger's address.
    Page { url: String },
}

/// What came of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Came {
    /// For a feed that was asked: what is known of it now.
    Feed { outcome: Outcome, poll: Box<Poll> },
    /// It was not asked.
    NotAsked(Wait),
    /// A page, or why there is none.
    Page(Result<Page, String>),
}

/// What came of asking for a feed.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The server says that nothing changed.
    NotModified,
    /// The bytes are those of the last time.
    Same,
    Brought(Box<Parsed>),
    /// Gone for good.
    Gone,
    /// In words for people.
    Failed(String),
}

/// Questions that are being asked.
pub struct Pool {
    shared: Arc<Shared>,
    answers: Receiver<Option<(usize, Answered)>>,
    n_threads: usize,
    /// How many answers are to come.
    waiting: usize,
    /// Feeds that are asked, by address: a second question for the same is none,
    /// and gets the same answer.
    asked: HashMap<Url, usize>,
    twins: HashMap<usize, Vec<usize>>,
    /// Answers to be handed out before others.
    ready: VecDeque<(usize, Came)>,
}

/// Ends a [`Pool`] from another thread.
#[derive(Clone)]
pub struct Stop(Arc<Shared>);

struct Shared {
    fetch: Arc<dyn Fetch + Send + Sync>,
    clock: fn() -> u64,
    every: u32,
    queue: Mutex<Queue>,
    /// There is something to ask, or nothing any more.
    changed: Condvar,
    stopping: Condvar,
    /// Held by whoever begins with a host.
    start: Mutex<()>,
    answers: SyncSender<Option<(usize, Answered)>>,
}

/// What a thread that asks hands on. Bodies are read by whoever takes the answers, one
/// after the other: read, a feed takes several times its bytes, and a near server is
/// faster than the library.
enum Answered {
    Came(Came),
    Feed { request: Request, poll: Box<Poll>, wish: Wish, response: Box<Response> },
    Page(Box<Response>),
}

/// What is to be asked, host by host.
#[derive(Default)]
struct Queue {
    hosts: HashMap<String, VecDeque<(usize, Url, Ask)>>,
    /// Hosts with questions that nobody is asking just now.
    free: VecDeque<String>,
    busy: HashSet<String>,
    /// Hosts that were asked before.
    begun: HashSet<String>,
    /// Until when hosts want to be left alone.
    bars: HashMap<String, u64>,
    stopped: bool,
}

impl Pool {
    /// `clock` tells the milliseconds since 1970, `every` how often feeds are
    /// asked by themselves in minutes, and `bars` which hosts are to be left alone
    /// ([`schedule::bars`]).
    pub fn new(
        fetch: Arc<dyn Fetch + Send + Sync>,
        clock: fn() -> u64,
        every: u32,
        bars: HashMap<String, u64>,
    ) -> Self {
        let (sender, answers) = sync_channel(ANSWERS);
        let shared = Shared {
            fetch,
            clock,
            every,
            queue: Mutex::new(Queue { bars, ..Queue::default() }),
            changed: Condvar::new(),
            stopping: Condvar::new(),
            start: Mutex::default(),
            answers: sender,
        };
        Self {
            shared: Arc::new(shared),
            answers,
            n_threads: 0,
            waiting: 0,
            asked: HashMap::new(),
            twins: HashMap::new(),
            ready: VecDeque::new(),
        }
    }

    /// Asks; the answer comes with `tag`.
    pub fn ask(&mut self, tag: usize, ask: Ask) {
        self.waiting += 1;
        let (Ask::Feed { url, .. } | Ask::Page { url }) = &ask;
        let url = match (Url::parse(url), &ask) {
            (Ok(url), _) => url,
            (Err(bad), Ask::Page { .. }) => {
                return self.ready.push_back((tag, Came::Page(Err(bad.to_string()))));
            }
            (Err(bad), Ask::Feed { poll, .. }) => {
                let poll = Poll { problem: Some(bad.to_string()), ..Poll::clone(poll) };
                let outcome = Outcome::Failed(bad.to_string());
                return self.ready.push_back((tag, Came::Feed { outcome, poll: Box::new(poll) }));
            }
        };
        if matches!(ask, Ask::Feed { .. }) {
            if let Some(first) = self.asked.get(&url) {
                return self.twins.entry(*first).or_default().push(tag);
            }
            self.asked.insert(url.clone(), tag);
        }
        let mut queue = self.shared.lock();
        if let Ask::Feed { poll, wish, .. } = &ask {
            let barred = queue.bars.get(url.host()).copied().unwrap_or(0);
            // Of most feeds this is all, and no other thread is troubled with it.
            if let Err(wait) = schedule::may_ask(poll, *wish, barred, (self.shared.clock)()) {
                return self.ready.push_back((tag, Came::NotAsked(wait)));
            }
        }
        let host = url.host().to_owned();
        queue.hosts.entry(host.clone()).or_default().push_back((tag, url, ask));
        if !queue.busy.contains(&host) && !queue.free.contains(&host) {
            queue.free.push_back(host);
        }
        let wanted = queue.hosts.len().min(THREADS);
        drop(queue);
        self.shared.changed.notify_one();
        while self.n_threads < wanted {
            self.n_threads += 1;
            let shared = Arc::clone(&self.shared);
            thread::spawn(move || shared.work());
        }
    }

    /// What ends this pool from elsewhere.
    pub fn stop(&self) -> Stop {
        Stop(Arc::clone(&self.shared))
    }
}

/// The answers, each with the tag of its question, as they come; waits for the next
/// one. At its end where none is to come or the pool was stopped; further questions
/// may be asked in between.
impl Iterator for Pool {
    type Item = (usize, Came);

    fn next(&mut self) -> Option<Self::Item> {
        self.answer(|answers| answers.recv().ok())
    }
}

impl Pool {
    /// The next answer, if it comes soon enough: `None` where it does not, or none is to
    /// come.
    pub fn next_within(&mut self, patience: Duration) -> Option<(usize, Came)> {
        self.answer(|answers| answers.recv_timeout(patience).ok())
    }

    fn answer(
        &mut self,
        receive: impl Fn(&Receiver<Option<(usize, Answered)>>) -> Option<Option<(usize, Answered)>>,
    ) -> Option<(usize, Came)> {
        loop {
            if self.waiting == 0 || self.shared.lock().stopped {
                return None;
            }
            let (tag, came) = match self.ready.pop_front() {
                Some(answer) => answer,
                // Nothing is told where the pool was stopped.
                None => match receive(&self.answers)? {
                    Some((tag, answered)) => (tag, self.shared.read(answered)),
                    None => continue,
                },
            };
            self.waiting -= 1;
            for twin in self.twins.remove(&tag).unwrap_or_default() {
                self.ready.push_back((twin, came.clone()));
            }
            return Some((tag, came));
        }
    }
}

/// Threads that wait for a server are left to themselves.
impl Drop for Pool {
    fn drop(&mut self) {
        self.stop().now();
    }
}

impl Stop {
    /// Ends the pool: no further question is asked, no further answer given.
    pub fn now(&self) {
        self.0.lock().stopped = true;
        self.0.changed.notify_all();
        self.0.stopping.notify_all();
        // Where no answer can be taken, one is there that wakes whoever waits.
        let _ = self.0.answers.try_send(None);
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks, one host at a time, until the pool is stopped.
    fn work(&self) {
        while let Some((host, (tag, url, ask))) = self.take() {
            let name = url.to_string();
            let answered = catch_unwind(AssertUnwindSafe(|| self.ask(&host, url, &ask)));
            let answered = answered.unwrap_or_else(|_| {
                let poll = match ask {
                    Ask::Page { .. } => None,
                    Ask::Feed { poll, .. } => Some(*poll),
                };
                Answered::Came(self.fault(&name, poll))
            });
            self.leave(host);
            if self.answers.send(Some((tag, answered))).is_err() {
                return;
            }
        }
    }

    /// Reads what was handed on.
    fn read(&self, answered: Answered) -> Came {
        let (response, poll) = match &answered {
            Answered::Came(_) => (None, None),
            Answered::Feed { response, poll, .. } => (Some(response), Some(Poll::clone(poll))),
            Answered::Page(response) => (Some(response), None),
        };
        let name = response.map(|it| it.url.to_string()).unwrap_or_default();
        let came = catch_unwind(AssertUnwindSafe(|| match answered {
            Answered::Came(came) => came,
            Answered::Feed { request, poll, wish, response } => {
                self.came(&request, &poll, wish, Ok(*response))
            }
            Answered::Page(response) => Came::Page(page(*response).map_err(|it| chain(&it))),
        }));
        came.unwrap_or_else(|_| self.fault(&name, poll))
    }

    /// A fault of ours costs one answer and no other. `poll` is what was known of a
    /// feed.
    fn fault(&self, name: &str, poll: Option<Poll>) -> Came {
        let why = format!("kabar failed on `{name}`: please report it");
        let Some(poll) = poll else { return Came::Page(Err(why)) };
        let poll = Poll { asked: (self.clock)(), problem: Some(why.clone()), ..poll };
        Came::Feed { outcome: Outcome::Failed(why), poll: Box::new(poll) }
    }

    /// The next question of a host that nobody asks; `None` at the end.
    fn take(&self) -> Option<(String, (usize, Url, Ask))> {
        let mut queue = self.lock();
        loop {
            if queue.stopped {
                return None;
            }
            if let Some(host) = queue.free.pop_front() {
                if let Some(question) = queue.hosts.get_mut(&host).and_then(VecDeque::pop_front) {
                    queue.busy.insert(host.clone());
                    return Some((host, question));
                }
            } else {
                queue = self.changed.wait(queue).unwrap_or_else(PoisonError::into_inner);
            }
        }
    }

    fn leave(&self, host: String) {
        let mut queue = self.lock();
        queue.busy.remove(&host);
        if queue.hosts.get(&host).is_some_and(|it| !it.is_empty()) {
            queue.free.push_back(host);
            drop(queue);
            self.changed.notify_one();
        }
    }

    /// Waits for its turn where a host is asked for the first time.
    fn begin(&self, host: &str) {
        if !self.lock().begun.insert(host.to_owned()) {
            return;
        }
        let _turn = self.start.lock().unwrap_or_else(PoisonError::into_inner);
        let queue = self.lock();
        let until = |queue: &mut Queue| !queue.stopped;
        drop(self.stopping.wait_timeout_while(queue, BETWEEN_STARTS, until));
    }

    fn ask(&self, host: &str, url: Url, ask: &Ask) -> Answered {
        let barred = self.lock().bars.get(host).copied().unwrap_or(0);
        match ask {
            Ask::Feed { poll, wish, .. } => {
                if let Err(wait) = schedule::may_ask(poll, *wish, barred, (self.clock)()) {
                    return Answered::Came(Came::NotAsked(wait));
                }
                self.begin(host);
                let request = schedule::request(url, poll, *wish);
                match self.fetch.get(&request) {
                    Ok(response) if matches!(response.answer, Answer::Body(_)) => {
                        let (poll, response) = (poll.clone(), Box::new(response));
                        Answered::Feed { request, poll, wish: *wish, response }
                    }
                    answer => Answered::Came(self.came(&request, poll, *wish, answer)),
                }
            }
            Ask::Page { .. } if barred > (self.clock)() => {
                Answered::Came(Came::NotAsked(Wait::Barred(barred)))
            }
            Ask::Page { .. } => {
                self.begin(host);
                let request = Request::new(url, Trust::Stranger, Accept::Page);
                match self.fetch.get(&request) {
                    Ok(response) => {
                        self.note_bar(host, &response, &Poll::default());
                        Answered::Page(Box::new(response))
                    }
                    Err(error) => Answered::Came(Came::Page(Err(chain(&error)))),
                }
            }
        }
    }

    fn came(
        &self,
        request: &Request,
        before: &Poll,
        wish: Wish,
        answer: Result<Response, http::Error>,
    ) -> Came {
        let (outcome, poll) = self.feed(request, before, wish, answer);
        Came::Feed { outcome, poll: Box::new(poll) }
    }

    /// What an answer says of a feed, and what is known of it then.
    fn feed(
        &self,
        request: &Request,
        before: &Poll,
        wish: Wish,
        answer: Result<Response, http::Error>,
    ) -> (Outcome, Poll) {
        let asked = Asked { request, poll: before, now: (self.clock)(), every: self.every, dice: dice() };
        let failed = |why: String| (Outcome::Failed(why.clone()), asked.failed(why));
        let response = match answer {
            Ok(response) => response,
            Err(error) => return failed(chain(&error)),
        };
        match &response.answer {
            Answer::NotModified if request.validators == http::Validators::default() => {
                failed(format!("cannot fetch `{}`: it has not changed since nobody asked", response.url))
            }
            Answer::NotModified => (Outcome::NotModified, asked.unchanged(&response)),
            Answer::Body(body) => {
                let hash = hash(&body.bytes);
                if wish != Wish::Anew && before.body.as_ref() == Some(&hash) {
                    return (Outcome::Same, asked.unchanged(&response));
                }
                let from = response.url.address();
                let origin = Origin { url: Some(&from), charset: body.content_type.charset.as_deref() };
                match feed::parse(&body.bytes, &origin) {
                    Ok(parsed) => {
                        let whole = !parsed
                            .warnings
                            .iter()
                            .any(|it| matches!(it, Warning::Truncated | Warning::Cut(_)));
                        let poll = asked.brought(&response, &parsed.feed, hash, whole);
                        (Outcome::Brought(Box::new(parsed)), poll)
                    }
                    Err(why) => failed(format!("cannot read `{}` as a feed: {why}", response.url)),
                }
            }
            answer => {
                let gone = *answer == Answer::Gone;
                let why = response.clone().into_body().err().map_or_else(String::new, |it| chain(&it));
                let poll = asked.refused(&response, why.clone());
                self.note_bar(request.url.host(), &response, &poll);
                (if gone { Outcome::Gone } else { Outcome::Failed(why) }, poll)
            }
        }
    }

    /// A host that is busy is left alone from here on, with all that is still to
    /// be asked of it.
    fn note_bar(&self, host: &str, response: &Response, poll: &Poll) {
        if !matches!(response.answer, Answer::Busy { .. }) {
            return;
        }
        let now = (self.clock)();
        let second = i64::try_from(now / 1_000).unwrap_or(i64::MAX);
        let said = response.retry_after.map_or(0, |it| it.wait(second)).saturating_mul(1_000);
        let until = poll.barred.max(now.saturating_add(said));
        let mut queue = self.lock();
        for host in [host, response.url.host()] {
            let bar = queue.bars.entry(host.to_owned()).or_default();
            *bar = until.max(*bar);
        }
    }
}

/// The page that an answer holds; what is no page is an error.
fn page(response: Response) -> Result<Page, http::Error> {
    let url = response.url.clone();
    let Body { bytes, content_type: ContentType { mime, charset } } = response.into_body()?;
    let text = encoding::decode(&bytes, charset.as_deref()).text;
    let is_page = match &*mime {
        "text/html" | "application/xhtml+xml" => true,
        "" | "application/octet-stream" | "application/xml" | "text/xml" => {
            extract::sniff(&text) == Form::Html
        }
        _ => false,
    };
    if is_page {
        Ok(Page { url: url.address(), html: text })
    } else {
        Err(http::Error::NotText { url, mime: crate::text::safe::line(&mime).into_owned() })
    }
}

/// What tells bodies apart: the first half of a SHA-256, in hexadecimal.
fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let halves = digest.iter().take(16).flat_map(|it| [it >> 4, it & 15]);
    halves.filter_map(|it| char::from_digit(u32::from(it), 16)).collect()
}

/// A number that nobody can foresee; each table of the standard library is keyed
/// with one.
fn dice() -> u16 {
    let [a, b, ..] = RandomState::new().build_hasher().finish().to_le_bytes();
    u16::from_le_bytes([a, b])
}

#[cfg(test)]
mod tests;
