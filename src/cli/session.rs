//! What every command starts with: the config, and where output goes.

use std::io::{self, BufWriter, IsTerminal as _, StdoutLock, Write as _};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::app::document::Document;
use crate::config::{self, Config, NoHome, Paths};
use crate::library::Marks;
pub(super) use crate::library::{at_once, guarded, n_threads};
pub(super) use crate::source::chain;
use crate::source::http::{Client, Limits};
use crate::source::{self, Item};
use crate::text::safe;

/// How a command went, beside what failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Fine,
    /// There was nothing to print.
    Nothing,
    /// Something is not as it should be.
    Unwell,
}

pub(super) struct Session {
    pub(super) paths: Paths,
    pub(super) config: Config,
    pub(super) out: BufWriter<StdoutLock<'static>>,
    /// What is wrong in the config; the defaults hold for it.
    pub(super) problems: Vec<String>,
    /// Whether something was told that failed.
    pub(super) failed: bool,
    /// Whether output goes to a person.
    pub(super) terminal: bool,
    /// Made when the first address is asked for.
    client: OnceLock<Arc<Client>>,
}

impl Session {
    /// Reads the config; what is wrong in it fails no command.
    pub(super) fn start() -> Result<Self, NoHome> {
        let paths = Paths::find(|name| std::env::var_os(name))?;
        let (config, problems) = config::load(&paths.config_file(), paths.home.as_deref());
        let problems = problems.iter().map(ToString::to_string).collect();
        let stdout = io::stdout();
        let terminal = stdout.is_terminal();
        let out = BufWriter::new(stdout.lock());
        Ok(Self { paths, config, out, problems, failed: false, terminal, client: OnceLock::new() })
    }

    /// What asks servers.
    pub(super) fn client(&self) -> &Arc<Client> {
        self.client.get_or_init(|| {
            let (known, problems) = config::credentials::logins(&self.paths);
            for problem in problems {
                complain(&problem.to_string());
            }
            let client = Client::new(Limits::default(), self.config.proxies(|name| std::env::var(name).ok()));
            Arc::new(client.with_logins(Arc::new(known)))
        })
    }

    /// The marks of all devices, brought into the library; what is wrong with them
    /// is told.
    pub(super) fn marks(&self) -> Marks {
        let mut marks = Marks::open(&self.paths.state(), &self.paths.data, now());
        tell_of(&mut marks);
        marks
    }

    /// Finds the articles of these paths, or of those that the config names
    /// where there are none.
    pub(super) fn gather(&mut self, paths: &[PathBuf]) -> Vec<Item> {
        let paths = if paths.is_empty() { self.config.sources.as_slice() } else { paths };
        let (gathered, problems) = source::gather(paths);
        for problem in problems {
            self.fail(&chain(&problem));
        }
        gathered.items
    }

    /// Reads an article; `None` where that fails, which is told.
    pub(super) fn document(&mut self, item: &Item) -> Option<Document> {
        self.told(read(item))
    }

    /// Reads articles, several at once, and hands them over in their order.
    /// What fails is told and left out.
    pub(super) fn read_each(
        &mut self,
        items: &[Item],
        mut take: impl FnMut(&mut Self, &Item, Document) -> io::Result<()>,
    ) -> io::Result<()> {
        // Articles are held until their turn has come: a few for each thread.
        for items in items.chunks(n_threads() * 8) {
            for (item, result) in items.iter().zip(at_once(items, read)) {
                if let Some(document) = self.told(result) {
                    take(self, item, document)?;
                }
            }
        }
        Ok(())
    }

    fn told(&mut self, result: Result<Document, String>) -> Option<Document> {
        result.map_err(|why| self.fail(&why)).ok()
    }

    /// How many cells a line may take: as many as the terminal has; `None` where
    /// output goes into a file or a pipe.
    pub(super) fn width(&self) -> Option<usize> {
        let (columns, _) = self.terminal.then(crossterm::terminal::size)?.ok()?;
        Some(usize::from(columns)).filter(|it| *it > 0)
    }

    /// Whether the reader can run: output goes to a terminal that is more than a
    /// typewriter.
    pub(super) fn can_read(&self) -> bool {
        self.terminal && std::env::var("TERM").is_ok_and(|it| it != "dumb")
    }

    /// Tells of what is wrong in the config, where no reader will.
    pub(super) fn complain_of_config(&mut self) {
        for problem in std::mem::take(&mut self.problems) {
            complain(&problem);
        }
    }

    /// Tells of a failure. The command goes on, and its exit code says so.
    pub(super) fn fail(&mut self, what: &str) {
        self.failed = true;
        complain(what);
    }
}

/// Tells what was found wrong with marks since the last time.
pub(super) fn tell_of(marks: &mut Marks) {
    for notice in marks.told() {
        complain(&chain(&notice));
    }
}

/// Reads an item.
fn read(item: &Item) -> Result<Document, String> {
    guarded(item.name(), || match item.article() {
        Ok(article) => Ok(Document::new(article)),
        Err(problem) => Err(chain(&problem)),
    })
}

/// Writes a line to standard error; nothing in it can speak to the terminal.
pub(super) fn complain(what: &str) {
    // Where standard error is closed, nobody is there to be told.
    let _ = writeln!(io::stderr(), "kabar: {}", safe::line(what));
}

/// The time in milliseconds since 1970.
#[expect(clippy::disallowed_methods, reason = "the one clock of the commands")]
pub(super) fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
