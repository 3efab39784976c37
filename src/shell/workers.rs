//! The threads that the first screen does without: they begin when it has been drawn.

use std::io;
use std::sync::mpsc::Sender;

use super::follower::Follower;
use super::keeper::Keeper;
use super::refresher::{Refresher, Wire};
use super::watch::{Watched, watch};
use super::{Event, millis};
use crate::app::effect::Effect;
use crate::config::Paths;
use crate::library::Marks;
use crate::store::Location;

pub(super) struct Workers {
    keeper: Keeper,
    refresher: Refresher,
    follower: Follower,
    /// Without watchers, what other kabars do shows at the next start.
    journals: Option<Watched>,
    arrivals: Option<Watched>,
}

impl Workers {
    /// Each opens `library` for itself, when it first needs it. One that is not `kept`
    /// has no feeds; one that is follows what `feeds.toml` says by now.
    pub(super) fn start(
        library: &Location,
        kept: bool,
        wire: &Wire,
        config: &Paths,
        to: &Sender<Event>,
    ) -> io::Result<Self> {
        // Before the journals are read: what is written from now on is told.
        let journals = watch(&config.state(), ".jsonl", || Event::Journals, to.clone()).ok();
        let arrivals = watch(&config.data, "library.db-wal", || Event::Library, to.clone()).ok();
        let (own, folder, data) = (library.clone(), config.state(), config.data.clone());
        let marks = move || Marks::beside(&own, &folder, &data, millis());
        let keeper = Keeper::start(marks, to.clone())?;
        let follower = Follower::start(config.clone(), wire.proxies.clone(), library.clone(), to.clone());
        if kept {
            follower.look();
        }
        let refresher = Refresher::start(library.clone(), kept, wire.clone(), config.clone(), to.clone())?;
        Ok(Self { keeper, refresher, follower, journals, arrivals })
    }

    /// Does what the app asks of one of them; anything else is not theirs.
    pub(super) fn perform(&self, effect: Effect) {
        match effect {
            Effect::Follow(ask) => self.follower.ask(ask),
            Effect::Refresh { by_hand } => self.refresher.refresh(by_hand),
            Effect::FullText(id) => self.refresher.full_text(id),
            Effect::Record(changes) => self.keeper.record(changes, millis()),
            _ => {}
        }
    }

    /// Another kabar has written marks: they are read.
    pub(super) fn read_journals(&self) {
        self.journals.iter().for_each(Watched::seen);
        self.keeper.refresh();
    }

    /// What was written into the library is being looked at.
    pub(super) fn saw_library(&self) {
        self.arrivals.iter().for_each(Watched::seen);
    }

    /// Ends what goes on, and waits until all marks are written; what could not be is
    /// told.
    pub(super) fn finish(self) -> Result<(), String> {
        self.refresher.stop();
        self.keeper.finish()
    }
}
