//! The thread that keeps the marks: it writes what was marked, and reads what
//! other kabars wrote.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::Event;
use crate::app::msg::Msg;
use crate::article::Change;
use crate::library::Marks;
use crate::source::chain;
use crate::state::Changed;

enum Order {
    Record { changes: Vec<Change>, now: u64 },
    Refresh,
}

pub(super) struct Keeper {
    orders: Sender<Order>,
    thread: JoinHandle<Result<(), String>>,
}

impl Keeper {
    /// Opens the marks in the thread that keeps them: the first time, that takes
    /// as long as there are marks.
    pub(super) fn start(
        open: impl FnOnce() -> Marks + Send + 'static,
        to: Sender<Event>,
    ) -> io::Result<Self> {
        let (orders, received) = mpsc::channel();
        let thread =
            thread::Builder::new().name("marks".to_owned()).spawn(move || keep(open(), &received, &to))?;
        Ok(Self { orders, thread })
    }

    /// Makes changes durable; answered by `Msg::Recorded`.
    pub(super) fn record(&self, changes: Vec<Change>, now: u64) {
        // The thread ends only when it is told to.
        let _ = self.orders.send(Order::Record { changes, now });
    }

    /// Reads what other kabars wrote; answered by `Msg::Marked`.
    pub(super) fn refresh(&self) {
        let _ = self.orders.send(Order::Refresh);
    }

    /// Waits until everything is written; what could not be is told.
    pub(super) fn finish(self) -> Result<(), String> {
        drop(self.orders);
        self.thread.join().unwrap_or_else(|_| Err("the thread that writes them has failed".to_owned()))
    }
}

/// Gives what went wrong with the last changes.
fn keep(mut marks: Marks, orders: &Receiver<Order>, to: &Sender<Event>) -> Result<(), String> {
    let mut last = Ok(());
    let tell = |msg| {
        // Nobody listens while the reader is being left.
        let _ = to.send(Event::App(msg));
    };
    // What was read of the library so far may not know of them yet.
    if marks.brought_news() {
        tell(Msg::Remarked);
    }
    if let Err(error) = marks.tend() {
        tell(Msg::Told(chain(&error)));
    }
    let found = |marks: &mut Marks| marks.told().iter().for_each(|it| tell(Msg::Told(chain(it))));
    found(&mut marks);
    for order in orders {
        match order {
            Order::Record { changes, now } => {
                let result = marks.record(&changes, now).map_err(|error| chain(&error));
                last.clone_from(&result);
                tell(Msg::Recorded { changes, result });
            }
            Order::Refresh => match marks.catch_up() {
                Changed::These(ids) if ids.is_empty() => {}
                Changed::These(ids) => {
                    tell(Msg::Marked(ids.into_iter().map(|id| (id, marks.mark(id))).collect()));
                }
                Changed::Many => tell(Msg::Remarked),
            },
        }
        found(&mut marks);
    }
    last
}
