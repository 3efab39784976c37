//! The thread that feeds the library: it looks through the sources and takes in
//! what is new.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Sender};
use std::thread;

use super::{Event, millis};
use crate::app::msg::Msg;
use crate::library::{self, Feeding};
use crate::source::{Item, chain, gather};
use crate::store::{Location, Store};

pub(super) struct Feeder {
    scans: Sender<()>,
}

impl Feeder {
    /// `paths` is what to look through: nothing for what is here or built in.
    pub(super) fn start(library: Location, paths: Vec<PathBuf>, to: Sender<Event>) -> io::Result<Self> {
        let (scans, orders) = mpsc::channel();
        let mut feed = Feed { library, store: None, paths, read_stdin: false, to };
        thread::Builder::new().name("feed".to_owned()).spawn(move || {
            // Several orders at once are one.
            while orders.recv().is_ok() {
                while orders.try_recv().is_ok() {}
                feed.scan();
            }
        })?;
        Ok(Self { scans })
    }

    /// Looks through the sources; answered by `Msg::Arrived` and `Msg::Scanned`.
    pub(super) fn scan(&self) {
        // The thread ends with the program.
        let _ = self.scans.send(());
    }
}

struct Feed {
    library: Location,
    /// The connection, once it was needed.
    store: Option<Store>,
    paths: Vec<PathBuf>,
    /// Standard input can be read but once.
    read_stdin: bool,
    to: Sender<Event>,
}

impl Feed {
    fn scan(&mut self) {
        let (gathered, problems) = gather(&self.paths);
        let mut problems: Vec<String> = problems.iter().map(|it| chain(it)).collect();
        if self.store.is_none() {
            match self.library.open() {
                Ok(store) => self.store = Some(store),
                Err(error) => problems.push(chain(&error)),
            }
        }
        let Some(store) = &mut self.store else {
            return self.send(Msg::Scanned { place: gathered.place, problems });
        };
        let stdin = |it: &Item| it.path().is_none() && it.name() == "-";
        let read_stdin = std::mem::replace(&mut self.read_stdin, true);
        let items: Vec<Item> = gathered.items.into_iter().filter(|it| !(read_stdin && stdin(it))).collect();
        let to = self.to.clone();
        let taken = library::take_in(
            store,
            &items,
            &mut Feeding {
                now: &millis,
                tell: &mut |why| problems.push(why.to_owned()),
                // Nobody listens while the reader is being left.
                arrived: &mut |_| _ = to.send(Event::App(Msg::Arrived)),
            },
        );
        problems.extend(taken.err().map(|it| chain(&it)));
        self.send(Msg::Scanned { place: gathered.place, problems });
    }

    fn send(&self, msg: Msg) {
        let _ = self.to.send(Event::App(msg));
    }
}
