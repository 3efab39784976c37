//! The reader on a real terminal: one loop, one channel, workers beside it.
//!
//! The loop draws when something changed, waits, takes in everything that came,
//! and lets workers do what the app asks for. While nothing happens nothing
//! wakes. Everything below is imported here; nothing but `cli` imports this.
//!
//! At the start the library is opened and the first rows are read beside what the
//! terminal takes; the first frame waits for them, and whatever it does not need
//! begins when all of it has been drawn.

mod clusters;
mod feeder;
mod follower;
mod input;
mod keeper;
mod open;
mod output;
mod readers;
mod refresher;
mod terminal;
mod watch;
mod workers;

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::msg::Msg;
use crate::app::sidebar::Saved;
use crate::app::{start, update};

use crate::config::{self, SavedSearch};
use crate::library::fault;
use crate::source::chain;
use crate::store::{self, Location, Store};
use crate::view::draw;
use crate::view::theme::Theme;
use feeder::Feeder;
use readers::Readers;
pub use readers::{Order, perform};
pub use refresher::Wire;
use terminal::{Screen, give_back};
use workers::Workers;

/// What the reader starts with.
pub struct Start {
    pub model: Model,
    pub theme: Theme,
    /// Opens the library.
    pub open: Open,
    /// How feeds are asked.
    pub wire: Wire,
    /// Where the config lies, into which searches are saved.
    pub config: config::Paths,
    /// What went wrong so far, in the config.
    pub notices: Vec<String>,
    /// What `$BROWSER` says.
    pub browser: Option<String>,
}

/// Opens the library, in a thread of its own.
pub type Open = Box<dyn FnOnce() -> Result<Opened, store::Error> + Send>;

/// A library that was opened, and what is to become of it.
pub struct Opened {
    pub store: Store,
    /// What to take into it; nothing for what is here or built in, and `None` where
    /// the library is all there is.
    pub paths: Option<Vec<PathBuf>>,
    /// Whether it is kept, and not forgotten at the end.
    pub kept: bool,
    /// What was found when it was opened.
    pub notices: Vec<String>,
}

/// The same where it is read by its thread.
#[derive(Debug)]
struct Library {
    location: Location,
    paths: Option<Vec<PathBuf>>,
    kept: bool,
    notices: Vec<String>,
}

/// Why the reader ended otherwise than by the reader's wish.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("cannot use the terminal: {0}")]
    Terminal(#[from] io::Error),
    #[error("cannot start a thread: {0}")]
    Thread(#[source] io::Error),
    #[error(transparent)]
    Library(store::Error),
    #[error("kabar failed on its library: please report it")]
    Fault,
    #[error("the last marks are not saved: {0}")]
    NotSaved(String),
}

/// What wakes the loop.
#[derive(Debug)]
enum Event {
    App(Msg),
    /// The library is open.
    Opened(Result<Library, Error>),
    /// What there is so far is to be shown, though more may come.
    Show,
    /// The same, and the first screen waits for nothing any more.
    Begin,
    /// The system or the terminal wants the program to end.
    Leave,
    /// The system wants it to stop for a while, or let it go on.
    Suspend,
    Continued,
    /// Another kabar has written marks.
    Journals,
    /// Something may have been written into the library, maybe by another kabar.
    Library,
}

/// The most events that are taken in before a frame is drawn.
const BATCH: usize = 256;
/// The longest text that goes to the clipboard: terminals refuse more.
const CLIPBOARD_BYTES: usize = 64 * 1024;

/// The longest that the first frame waits for its rows, and what begins after it for the
/// rest of the screen: what is slower than that is to be seen waiting. And for the sidebar
/// once they have come, which moves them.
const HOLD: Duration = Duration::from_millis(50);
const HOLD_ROWS: Duration = Duration::from_micros(500);

/// Runs the reader until it is left. The terminal is given back whatever happens.
pub fn run(start_with: Start) -> Result<(), Error> {
    let Start { mut model, theme, open, wire, config, notices, browser } = start_with;
    let (to, events) = mpsc::channel();
    let readers = Readers::start(open, to.clone()).map_err(Error::Thread)?;
    input::listen_to_signals(to.clone()).map_err(Error::Thread)?;
    let size = terminal::size().map_err(Error::Terminal)?;
    let mut screen = Screen::take(size, model.options.mouse).map_err(Error::Terminal)?;
    let mut shell = Shell {
        screen: &mut screen,
        readers,
        feeding: Feeding::Unknown,
        workers: None,
        waiting: Vec::new(),
        library: None,
        first: First::default(),
        wire,
        config,
        browser,
        timers: vec![(instant() + HOLD, Event::Begin)],
        to,
        quit: false,
    };
    let mut told = vec![Msg::Clock(now()), Msg::Resize(size)];
    told.extend(notices.into_iter().map(Msg::Told));
    let result = shell.run(&mut model, &theme, &events, told);
    // The marks are durable before the terminal says that kabar has gone.
    let saved = shell.workers.map_or(Ok(()), Workers::finish);
    drop(screen);
    result?;
    saved.map_err(Error::NotSaved)
}

struct Shell<'a> {
    screen: &'a mut Screen,
    readers: Readers,
    feeding: Feeding,
    /// `None` until the first screen is drawn.
    workers: Option<Workers>,
    /// What the app wants of them until then.
    waiting: Vec<Effect>,
    /// The library, from when it is open until they have it, and whether it is kept.
    library: Option<(Location, bool)>,
    first: First,
    wire: Wire,
    config: config::Paths,
    browser: Option<String>,
    timers: Vec<(Instant, Event)>,
    to: Sender<Event>,
    quit: bool,
}

/// How files get into the library.
enum Feeding {
    /// Whoever opens the library will say.
    Unknown,
    /// There is nothing to look through.
    Nothing,
    By(Feeder),
}

/// The first frame.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is about another thing")]
struct First {
    /// Whether it waits for its rows only as long as the sidebar may take.
    has_rows: bool,
    /// Whether it has waited long enough.
    is_due: bool,
    is_drawn: bool,
    /// Whether all that is to begin after it has waited long enough for the rest of it.
    is_over: bool,
}

impl Shell<'_> {
    fn run(
        &mut self,
        model: &mut Model,
        theme: &Theme,
        events: &Receiver<Event>,
        told: Vec<Msg>,
    ) -> Result<(), Error> {
        for msg in told {
            self.update(model, msg)?;
        }
        for effect in start(model) {
            self.perform(model, effect)?;
        }
        while !self.quit {
            if model.is_dirty() && self.may_draw(model) {
                self.screen.frame(|frame| draw(model, theme, frame))?;
                model.clean();
                if !std::mem::replace(&mut self.first.is_drawn, true) {
                    input::listen(self.to.clone(), model.size()).map_err(Error::Thread)?;
                }
                continue;
            }
            if self.first.is_drawn && (self.first.is_over || model.is_whole()) {
                self.begin(model)?;
            }
            let Some(event) = self.wait(events) else { return Ok(()) };
            self.update(model, Msg::Clock(now()))?;
            self.take(model, event)?;
            for event in events.try_iter().take(BATCH) {
                self.take(model, event)?;
            }
        }
        // Whoever was quicker than the first screen has marked something all the same.
        self.begin(model)
    }

    /// Whether a frame may be drawn: the first one when all of it has come, or when it
    /// has waited long enough.
    fn may_draw(&mut self, model: &Model) -> bool {
        let may = self.first.is_drawn || self.first.is_due || model.is_whole();
        if !may && !model.list().is_empty() && !std::mem::replace(&mut self.first.has_rows, true) {
            self.timers.push((instant() + HOLD_ROWS, Event::Show));
        }
        may
    }

    /// The library is open: what there is to look through is looked through at once.
    fn opened(&mut self, model: &mut Model, library: Library) -> Result<(), Error> {
        let Library { location, paths, kept, notices } = library;
        for notice in notices {
            self.update(model, Msg::Told(notice))?;
        }
        if !kept {
            // It follows no feeds.
            *model = std::mem::take(model).refreshing_every(0);
            self.waiting.retain(|it| !matches!(it, Effect::Refresh { .. }));
        }
        self.feeding = match paths {
            Some(paths) => {
                Feeding::By(Feeder::start(location.clone(), paths, self.to.clone()).map_err(Error::Thread)?)
            }
            None => Feeding::Nothing,
        };
        self.library = Some((location, kept));
        self.perform(model, Effect::Scan)
    }

    /// Begins what the first screen did not need, and has it do what waits for it; once,
    /// when the library is open.
    fn begin(&mut self, model: &mut Model) -> Result<(), Error> {
        let Some((library, kept)) = self.library.take() else { return Ok(()) };
        self.timers.retain(|(_, it)| !matches!(it, Event::Show | Event::Begin));
        let workers = Workers::start(&library, kept, &self.wire, &self.config, &self.to);
        self.workers = Some(workers.map_err(Error::Thread)?);
        for effect in std::mem::take(&mut self.waiting) {
            self.perform(model, effect)?;
        }
        // What came while nobody watched.
        self.readers.look();
        Ok(())
    }

    /// The next event; a timer that runs out is one. `None` when nothing can
    /// come any more.
    fn wait(&mut self, events: &Receiver<Event>) -> Option<Event> {
        let next = self.timers.iter().enumerate().min_by_key(|(_, (at, _))| *at).map(|(i, (at, _))| (i, *at));
        let Some((i, at)) = next else { return events.recv().ok() };
        match events.recv_timeout(at.saturating_duration_since(instant())) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => Some(self.timers.swap_remove(i).1),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    fn take(&mut self, model: &mut Model, event: Event) -> Result<(), Error> {
        match event {
            Event::App(msg) => {
                fault("key", matches!(msg, Msg::Key(_)));
                if let Msg::Resize(size) = msg {
                    self.screen.resize(size);
                }
                self.update(model, msg)
            }
            Event::Opened(library) => self.opened(model, library?),
            Event::Show => {
                self.first.is_due = true;
                Ok(())
            }
            Event::Begin => {
                (self.first.is_due, self.first.is_over) = (true, true);
                Ok(())
            }
            Event::Leave => self.update(model, Msg::Leave),
            Event::Suspend => self.suspend(model),
            Event::Continued => self.come_back(model),
            Event::Journals => {
                self.workers.iter().for_each(Workers::read_journals);
                Ok(())
            }
            Event::Library => {
                self.workers.iter().for_each(Workers::saw_library);
                self.readers.look();
                Ok(())
            }
        }
    }

    fn update(&mut self, model: &mut Model, msg: Msg) -> Result<(), Error> {
        for effect in update(model, msg) {
            self.perform(model, effect)?;
        }
        Ok(())
    }

    fn perform(&mut self, model: &mut Model, effect: Effect) -> Result<(), Error> {
        match effect {
            Effect::Scan => match &self.feeding {
                // It is done as soon as somebody knows of what.
                Feeding::Unknown => {}
                Feeding::Nothing => {
                    let place = "the library".to_owned();
                    return self.update(model, Msg::Scanned { place, problems: Vec::new() });
                }
                Feeding::By(feeder) => feeder.scan(),
            },
            Effect::List(ask) => self.readers.order(Order::List(ask)),
            Effect::Count(count) => self.readers.order(Order::Count(count)),
            Effect::Gather(gather) => self.readers.order(Order::Gather(gather)),
            Effect::Excerpt(excerpts) => self.readers.order(Order::Excerpt(excerpts)),
            Effect::Survey(survey) => self.readers.order(Order::Survey(survey)),
            Effect::Load(wanted) => self.readers.order(Order::Load(wanted)),
            Effect::Ahead(wanted) => self.readers.order(Order::Ahead(wanted)),
            Effect::Follow(_) | Effect::Refresh { .. } | Effect::FullText(_) | Effect::Record(_) => {
                match &self.workers {
                    Some(workers) => workers.perform(effect),
                    None => self.waiting.push(effect),
                }
            }
            Effect::Save(saved) => return self.save(model, &saved),
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
                let timer = Event::App(Msg::Timer(timer));
                self.timers.push((instant() + Duration::from_millis(millis), timer));
            }
            Effect::Mouse(mouse) => self.screen.set_mouse(mouse)?,
            Effect::Suspend => return self.suspend(model),
            Effect::Quit => self.quit = true,
        }
        Ok(())
    }

    /// Writes a search into the config.
    fn save(&mut self, model: &mut Model, saved: &Saved) -> Result<(), Error> {
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
    fn suspend(&mut self, model: &mut Model) -> Result<(), Error> {
        use rustix::process::{Signal, kill_current_process_group};
        give_back();
        kill_current_process_group(Signal::STOP).map_err(io::Error::from)?;
        self.come_back(model)
    }

    #[cfg(not(unix))]
    fn suspend(&mut self, _model: &mut Model) -> Result<(), Error> {
        Ok(())
    }

    /// Takes the terminal again. Just after `fg` the shell may still hold it:
    /// so a few tries.
    fn come_back(&mut self, model: &mut Model) -> Result<(), Error> {
        let mut tries = 10;
        let size = loop {
            match self.screen.enter_again() {
                Ok(size) => break size,
                Err(error) if tries == 0 => return Err(Error::Terminal(error)),
                Err(_) => tries -= 1,
            }
            std::thread::sleep(Duration::from_millis(20));
        };
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
