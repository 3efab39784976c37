//! The reader on a real terminal: one loop, one channel, workers beside it.
//!
//! The loop draws when something changed, waits, takes in everything that came,
//! and lets workers do what the app asks for. While nothing happens nothing
//! wakes. Everything below is imported here; nothing but `cli` imports this.

mod clusters;
mod feeder;
mod follower;
mod input;
mod keeper;
mod open;
mod readers;
mod refresher;
mod terminal;
mod watch;

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::app::effect::{Effect, Timer};
use crate::app::model::Model;
use crate::app::msg::Msg;
use crate::app::sidebar::Saved;
use crate::app::{start, update};

use crate::config::{self, SavedSearch};
use crate::library::{Marks, fault};
use crate::source::chain;
use crate::store::{self, Store};
use crate::view::draw;
use crate::view::theme::Theme;
use feeder::Feeder;
use follower::Follower;
use keeper::Keeper;
use readers::Readers;
pub use readers::{Order, perform};
use refresher::Refresher;
pub use refresher::Wire;
use terminal::{Screen, give_back};
use watch::Watched;

/// What the reader starts with.
pub struct Start {
    pub model: Model,
    pub theme: Theme,
    pub store: Store,
    /// What to take into the library; nothing for what is here or built in, and
    /// `None` where the library is all there is.
    pub paths: Option<Vec<PathBuf>>,
    /// How feeds are asked.
    pub wire: Wire,
    /// Where the config lies, into which searches are saved.
    pub config: config::Paths,
    /// What went wrong so far: in the config, in the journals.
    pub notices: Vec<String>,
    /// What `$BROWSER` says.
    pub browser: Option<String>,
}

/// Why the reader ended otherwise than by the reader's wish.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("cannot use the terminal: {0}")]
    Terminal(#[source] io::Error),
    #[error("cannot start a thread: {0}")]
    Thread(#[source] io::Error),
    #[error(transparent)]
    Library(store::Error),
    #[error("the last marks are not saved: {0}")]
    NotSaved(String),
}

/// What wakes the loop.
#[derive(Debug)]
enum Event {
    App(Msg),
    /// The system or the terminal wants the program to end.
    Leave,
    /// The system wants it to stop for a while, or let it go on.
    Suspend,
    Continued,
    /// Another kabar has written marks.
    Journals,
    /// Something was written into the library, maybe by another kabar.
    Library,
}

/// The most events that are taken in before a frame is drawn.
const BATCH: usize = 256;
/// The longest text that goes to the clipboard: terminals refuse more.
const CLIPBOARD_BYTES: usize = 64 * 1024;

/// Runs the reader until it is left. The terminal is given back whatever happens.
pub fn run(start_with: Start) -> Result<(), Error> {
    let Start { mut model, theme, store, paths, wire, config, notices, browser } = start_with;
    let another = || store.another().map_err(Error::Library);
    let (feeding, marking, refreshing, following) = (another()?, another()?, another()?, another()?);
    let (to, events) = mpsc::channel();
    let mut screen = Screen::take(model.options.mouse).map_err(Error::Terminal)?;
    input::listen_to_signals(to.clone()).map_err(Error::Thread)?;
    input::listen(to.clone()).map_err(Error::Thread)?;
    let (folder, data) = (config.state(), config.data.clone());
    let marks = move || Marks::with(Some(marking), &folder, &data, millis());
    let keeper = Keeper::start(marks, to.clone()).map_err(Error::Thread)?;
    let follower = Follower::start(config.clone(), wire.proxies.clone(), following, to.clone());
    let follows = wire.kept;
    let readers = Readers::start(store, to.clone()).map_err(Error::Thread)?;
    let feeder = Feeder::start(feeding, paths, to.clone()).map_err(Error::Thread)?;
    let refresher = Refresher::start(refreshing, wire, config.clone(), to.clone()).map_err(Error::Thread)?;
    // Without watchers, what other kabars do shows at the next start.
    let journals = watch::watch(&config.state(), ".jsonl", || Event::Journals, to.clone()).ok();
    let library = watch::watch(&config.data, "library.db-wal", || Event::Library, to).ok();

    let timers = Vec::new();
    let mut shell = Shell {
        screen: &mut screen,
        keeper,
        readers,
        feeder,
        refresher,
        follower,
        journals,
        library,
        config,
        browser,
        timers,
        follows,
        quit: false,
    };
    let size = shell.screen.size().map_err(Error::Terminal)?;
    let mut first = vec![Msg::Clock(now()), Msg::Resize(size)];
    first.extend(notices.into_iter().map(Msg::Told));
    let result = shell.run(&mut model, &theme, &events, first);
    let Shell { keeper, refresher, .. } = shell;
    refresher.stop();
    // The marks are durable before the terminal says that kabar has gone.
    let saved = keeper.finish();
    drop(screen);
    result.map_err(Error::Terminal)?;
    saved.map_err(Error::NotSaved)
}

struct Shell<'a> {
    screen: &'a mut Screen,
    keeper: Keeper,
    readers: Readers,
    feeder: Feeder,
    refresher: Refresher,
    follower: Follower,
    journals: Option<Watched>,
    library: Option<Watched>,
    config: config::Paths,
    browser: Option<String>,
    timers: Vec<(Instant, Timer)>,
    /// Whether the library is still to be told what `feeds.toml` says: when the first
    /// screen is whole, which it would keep waiting.
    follows: bool,
    quit: bool,
}

impl Shell<'_> {
    fn run(
        &mut self,
        model: &mut Model,
        theme: &Theme,
        events: &Receiver<Event>,
        first: Vec<Msg>,
    ) -> io::Result<()> {
        for msg in first {
            self.update(model, msg)?;
        }
        for effect in start(model) {
            self.perform(model, effect)?;
        }
        while !self.quit {
            if model.is_dirty() {
                self.screen.frame(|frame| draw(model, theme, frame))?;
                model.clean();
            }
            let Some(event) = self.wait(events) else { return Ok(()) };
            self.update(model, Msg::Clock(now()))?;
            self.take(model, event)?;
            for event in events.try_iter().take(BATCH) {
                self.take(model, event)?;
            }
        }
        Ok(())
    }

    /// The next event; a timer that runs out is one. `None` when nothing can
    /// come any more.
    fn wait(&mut self, events: &Receiver<Event>) -> Option<Event> {
        let next = self.timers.iter().enumerate().min_by_key(|(_, (at, _))| *at).map(|(i, (at, _))| (i, *at));
        let Some((i, at)) = next else { return events.recv().ok() };
        match events.recv_timeout(at.saturating_duration_since(instant())) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => Some(Event::App(Msg::Timer(self.timers.swap_remove(i).1))),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    fn take(&mut self, model: &mut Model, event: Event) -> io::Result<()> {
        match event {
            Event::App(msg) => {
                fault("key", matches!(msg, Msg::Key(_)));
                if matches!(msg, Msg::Surveyed(_)) && std::mem::take(&mut self.follows) {
                    self.follower.look();
                }
                self.update(model, msg)
            }
            Event::Leave => self.update(model, Msg::Leave),
            Event::Suspend => self.suspend(model),
            Event::Continued => self.come_back(model),
            Event::Journals => {
                self.journals.iter().for_each(Watched::seen);
                self.keeper.refresh();
                Ok(())
            }
            Event::Library => {
                self.library.iter().for_each(Watched::seen);
                self.update(model, Msg::Arrived)
            }
        }
    }

    fn update(&mut self, model: &mut Model, msg: Msg) -> io::Result<()> {
        for effect in update(model, msg) {
            self.perform(model, effect)?;
        }
        Ok(())
    }

    fn perform(&mut self, model: &mut Model, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Scan => self.feeder.scan(),
            Effect::List(ask) => self.readers.order(Order::List(ask)),
            Effect::Count(count) => self.readers.order(Order::Count(count)),
            Effect::Gather(gather) => self.readers.order(Order::Gather(gather)),
            Effect::Excerpt(excerpts) => self.readers.order(Order::Excerpt(excerpts)),
            Effect::Survey(survey) => self.readers.order(Order::Survey(survey)),
            Effect::Follow(ask) => self.follower.ask(ask),
            Effect::Save(saved) => return self.save(model, &saved),
            Effect::Load(id) => self.readers.order(Order::Load(id)),
            Effect::Ahead(id) => self.readers.order(Order::Ahead(id)),
            Effect::Refresh { by_hand } => self.refresher.refresh(by_hand),
            Effect::FullText(id) => self.refresher.full_text(id),
            Effect::Record(changes) => self.keeper.record(changes, millis()),
            Effect::Browse(url) => {
                if let Err(error) = open::open(&url, self.browser.as_deref()) {
                    return self.update(model, Msg::Told(format!("cannot open {url}: {error}")));
                }
            }
            Effect::Copy(text) if text.len() > CLIPBOARD_BYTES => {
                return self.update(model, Msg::Told("too long for the clipboard".to_owned()));
            }
            Effect::Copy(text) => self.screen.copy(&text)?,
            Effect::After { millis, timer } => {
                self.timers.push((instant() + Duration::from_millis(millis), timer));
            }
            Effect::Mouse(mouse) => self.screen.set_mouse(mouse)?,
            Effect::Suspend => return self.suspend(model),
            Effect::Quit => self.quit = true,
        }
        Ok(())
    }

    /// Writes a search into the config.
    fn save(&mut self, model: &mut Model, saved: &Saved) -> io::Result<()> {
        let search = SavedSearch { name: saved.name.clone(), query: saved.query.clone() };
        let why = match config::save_search(&self.config, &search) {
            Ok(true) => return Ok(()),
            Ok(false) => format!("another search is called “{}”", saved.name),
            Err(error) => chain(&error),
        };
        self.update(model, Msg::Told(format!("not saved: {why}")))
    }

    /// Gives the terminal back and stops, the whole process group with it (a
    /// parent such as `git` stops too), until somebody lets it go on.
    #[cfg(unix)]
    fn suspend(&mut self, model: &mut Model) -> io::Result<()> {
        use rustix::process::{Signal, kill_current_process_group};
        give_back();
        kill_current_process_group(Signal::STOP)?;
        self.come_back(model)
    }

    #[cfg(not(unix))]
    fn suspend(&mut self, _model: &mut Model) -> io::Result<()> {
        Ok(())
    }

    /// Takes the terminal again. Just after `fg` the shell may still hold it:
    /// so a few tries.
    fn come_back(&mut self, model: &mut Model) -> io::Result<()> {
        let mut tries = 10;
        while let Err(error) = self.screen.enter_again() {
            tries -= 1;
            if tries == 0 {
                return Err(error);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let size = self.screen.size()?;
        self.update(model, Msg::Resize(size))
    }
}

#[expect(clippy::disallowed_methods, reason = "the clock of the reader is read here")]
fn instant() -> Instant {
    Instant::now()
}

/// Milliseconds since 1970.
fn millis() -> u64 {
    #[expect(clippy::disallowed_methods, reason = "the clock of the reader is read here")]
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// Seconds since 1970.
fn now() -> i64 {
    i64::try_from(millis() / 1000).unwrap_or(i64::MAX)
}
