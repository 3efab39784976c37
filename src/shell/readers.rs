//! The threads that read: one looks through the sources, one reads the article
//! that is wanted, so that a long search never keeps anybody waiting.

use std::collections::HashMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::{Event, fault, instant};
use crate::app::document::Document;
use crate::app::msg::Msg;
use crate::article::{ArticleId, Header};
use crate::source::{Item, gather};

/// How long found articles are held back, so that the list is not drawn for each.
const BATCH: Duration = Duration::from_millis(50);

/// Where to find an article again.
#[derive(Clone)]
enum Held {
    Item(Item),
    /// Standard input can be read but once.
    Document(Arc<Document>),
}

type Shelf = Arc<Mutex<HashMap<ArticleId, Held>>>;

pub(super) struct Readers {
    scans: Sender<()>,
    loads: Sender<ArticleId>,
}

impl Readers {
    pub(super) fn start(paths: Vec<PathBuf>, to: Sender<Event>) -> io::Result<Self> {
        let shelf = Shelf::default();
        let (scans, scan_orders) = mpsc::channel();
        let (loads, load_orders) = mpsc::channel();
        let (for_scan, send) = (Arc::clone(&shelf), to.clone());
        thread::Builder::new().name("scan".to_owned()).spawn(move || {
            // Several orders at once are one.
            while scan_orders.recv().is_ok() {
                while scan_orders.try_recv().is_ok() {}
                scan(&paths, &for_scan, &send);
            }
        })?;
        thread::Builder::new().name("load".to_owned()).spawn(move || load(&load_orders, &shelf, &to))?;
        Ok(Self { scans, loads })
    }

    /// Looks through the sources; answered by `Msg::Found` and `Msg::Scanned`.
    pub(super) fn scan(&self) {
        // The threads end with the program.
        let _ = self.scans.send(());
    }

    /// Reads an article; answered by `Msg::Loaded`.
    pub(super) fn load(&self, id: ArticleId) {
        let _ = self.loads.send(id);
    }
}

fn lock(shelf: &Shelf) -> MutexGuard<'_, HashMap<ArticleId, Held>> {
    shelf.lock().unwrap_or_else(PoisonError::into_inner)
}

fn scan(paths: &[PathBuf], shelf: &Shelf, to: &Sender<Event>) {
    let send = |msg| {
        // Nobody listens while the reader is being left.
        let _ = to.send(Event::App(msg));
    };
    let (gathered, problems) = gather(paths);
    let mut problems: Vec<String> = problems.iter().map(chain).collect();
    let mut batch = Batch { headers: Vec::new(), since: instant() };
    for item in gathered.items {
        let held = item.path().is_none().then(|| standing(shelf, item.name())).flatten();
        match held.map_or_else(|| read(&item), Ok) {
            Ok(document) => {
                let id = document.article.id;
                batch.headers.push(document.header());
                let held = if item.name() == "-" { Held::Document(document) } else { Held::Item(item) };
                // The same article stored twice: the first that was found stands.
                lock(shelf).entry(id).or_insert(held);
            }
            Err(why) => problems.push(why),
        }
        if batch.since.elapsed() > BATCH {
            send(Msg::Found(batch.take()));
        }
    }
    send(Msg::Found(batch.take()));
    send(Msg::Scanned { place: gathered.place, problems });
}

struct Batch {
    headers: Vec<Header>,
    since: Instant,
}

impl Batch {
    fn take(&mut self) -> Vec<Header> {
        self.since = instant();
        std::mem::take(&mut self.headers)
    }
}

/// What was read from standard input before.
fn standing(shelf: &Shelf, name: &str) -> Option<Arc<Document>> {
    lock(shelf).values().find_map(|held| match held {
        Held::Document(document) if document.article.source == name => Some(Arc::clone(document)),
        _ => None,
    })
}

fn load(orders: &Receiver<ArticleId>, shelf: &Shelf, to: &Sender<Event>) {
    while let Ok(mut id) = orders.recv() {
        // Only what is wanted last is of use.
        while let Ok(newer) = orders.try_recv() {
            id = newer;
        }
        let held = lock(shelf).get(&id).cloned();
        let result = match held {
            Some(Held::Item(item)) => read(&item),
            Some(Held::Document(document)) => Ok(document),
            None => Err("it is not among the articles any more".to_owned()),
        };
        if to.send(Event::App(Msg::Loaded { id, result })).is_err() {
            return;
        }
    }
}

/// Reads an item. A fault of ours costs this article and nothing else.
fn read(item: &Item) -> Result<Arc<Document>, String> {
    catch_unwind(AssertUnwindSafe(|| {
        fault("read", true);
        match item.article() {
            Ok(extracted) => Ok(Arc::new(Document::new(extracted.article))),
            Err(problem) => Err(chain(&problem)),
        }
    }))
    .unwrap_or_else(|_| Err(format!("kabar failed on `{}`: please report it with the file", item.name())))
}

/// An error with everything that caused it.
fn chain(error: &impl std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}
