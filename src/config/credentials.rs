//! `credentials.toml`: user names and passwords, by the server that they are for.
//!
//! ```toml
//! ["https://news.example"]
//! user = "anna"
//! password = "…"
//!
//! ["https://other.example:8443"]
//! user = "anna"
//! command = ["pass", "show", "other"]   # its first line is the password
//! ```
//!
//! kabar writes it so that nobody else can read it, and tells where others can.
//! No problem and no error shows more of it than a server's name. Commands are
//! run as they are given, without a shell, when their server is asked for the
//! first time.

use std::error::Error as StdError;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use toml_edit::{Document, Item, Table, TableLike, Value};

use super::edit::{Error, Readers, Shared, read};
use super::feeds::Feeds;
use super::{Paths, Problem, What, entries, line_and_column, nearest::nearest, start};
use crate::source::http::{Login, Logins, Url};

/// How long a command may take: people unlock their keys meanwhile.
const PATIENCE: Duration = Duration::from_mins(1);

/// The most that is read of what a command prints, in bytes.
const LONGEST: u64 = 64 << 10;

const KEYS: &[&str] = &["user", "password", "command"];

/// The file of the logins.
#[derive(Clone, Debug)]
pub struct Credentials {
    file: Shared,
}

impl Credentials {
    pub fn of(paths: &Paths) -> Self {
        Self::at(paths.credentials_file(), paths.data.join("credentials.lock"))
    }

    fn at(path: PathBuf, lock: PathBuf) -> Self {
        Self { file: Shared { path, lock, readers: Readers::Owner } }
    }

    pub fn path(&self) -> &Path {
        &self.file.path
    }

    /// Reads the file. One that is not there is an empty one.
    pub fn load(&self) -> (Known, Vec<Problem>) {
        let path = &self.file.path;
        match read(path) {
            Ok(text) => {
                let (known, mut problems) = parse(text.as_deref().unwrap_or_default(), path);
                if known.hold_passwords() && is_open(path) {
                    problems.push(Problem { path: path.clone(), at: None, what: What::Open });
                }
                (known, problems)
            }
            Err(error) => {
                let problem = Problem { path: path.clone(), at: None, what: What::Unread(error) };
                (Known::default(), vec![problem])
            }
        }
    }

    /// Keeps a login for a server. `false` where there is another one for it,
    /// which stays.
    pub fn keep(&self, origin: &str, login: &Login) -> Result<bool, Error> {
        self.file.change(|document| {
            let found = document.iter().find(|(key, _)| origin_of(key).as_deref() == Some(origin));
            if let Some((_, item)) = found {
                let text = |name| item.get(name).and_then(Item::as_str);
                let same =
                    text("user") == Some(&login.user) && text("password") == Some(login.password.as_str());
                return Ok(same);
            }
            let mut table = Table::new();
            table.insert("user", Item::Value(login.user.as_str().into()));
            table.insert("password", Item::Value(login.password.as_str().into()));
            if !document.is_empty() {
                table.decor_mut().set_prefix("\n");
            }
            document.insert(origin, Item::Table(table));
            Ok(true)
        })
    }
}

/// All logins that are known: those of `credentials.toml`, and those that stand
/// in the addresses of `feeds.toml`. Problems with `feeds.toml` are told by whoever
/// reads it for its feeds.
pub fn logins(paths: &Paths) -> (Known, Vec<Problem>) {
    let (mut known, problems) = Credentials::of(paths).load();
    for (origin, login) in Feeds::of(paths).load().logins {
        if known.find(&origin).is_none() {
            known.0.push(Entry { origin, user: login.user, secret: Secret::Password(login.password) });
        }
    }
    (known, problems)
}

/// Logins by server.
#[derive(Debug, Default)]
pub struct Known(Vec<Entry>);

#[derive(Debug)]
struct Entry {
    origin: String,
    user: String,
    secret: Secret,
}

enum Secret {
    Password(String),
    Command {
        words: Vec<String>,
        /// What it printed, once it was run. Whoever asks meanwhile waits.
        printed: Mutex<Option<String>>,
    },
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Known {
    fn find(&self, origin: &str) -> Option<&Entry> {
        let of = |origin: &str| self.0.iter().find(|it| it.origin == origin);
        // A server that changed to https is the same one, better kept.
        of(origin).or_else(|| of(&format!("http://{}", origin.strip_prefix("https://")?)))
    }

    fn hold_passwords(&self) -> bool {
        self.0.iter().any(|it| matches!(it.secret, Secret::Password(_)))
    }
}

impl Logins for Known {
    fn login(&self, origin: &str) -> Result<Option<Login>, Box<dyn StdError + Send + Sync>> {
        let Some(entry) = self.find(origin) else { return Ok(None) };
        let password = match &entry.secret {
            Secret::Password(password) => password.clone(),
            Secret::Command { words, printed } => {
                let mut printed = printed.lock().unwrap_or_else(PoisonError::into_inner);
                match &*printed {
                    Some(password) => password.clone(),
                    None => printed.insert(first_line_of(words, PATIENCE)?).clone(),
                }
            }
        };
        Ok(Some(Login { user: entry.user.clone(), password }))
    }
}

/// Why a command gave no password.
#[derive(Debug, thiserror::Error)]
enum CommandError {
    #[error("cannot run `{program}`")]
    Start { program: String, source: io::Error },
    #[error("`{program}` failed ({status})")]
    Failed { program: String, status: std::process::ExitStatus },
    #[error("`{program}` printed no password")]
    Silent { program: String },
    #[error("`{program}` took more than {} s", .patience.as_secs())]
    Slow { program: String, patience: Duration },
}

/// Runs a command, without a shell and without input, and gives the first line
/// that it prints.
fn first_line_of(words: &[String], patience: Duration) -> Result<String, CommandError> {
    let (program, arguments) = words.split_first().map_or(("", words), |(it, rest)| (it.as_str(), rest));
    let program = program.to_owned();
    let start = |source| CommandError::Start { program: program.clone(), source };
    let mut child = Command::new(&program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(start)?;
    let (sender, receiver) = mpsc::channel();
    if let Some(stdout) = child.stdout.take() {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            let read = stdout.take(LONGEST).read_to_end(&mut bytes);
            // Whoever does not wait any more has killed the program.
            let _ = sender.send(read.map(|_| bytes));
        });
    }
    let Ok(printed) = receiver.recv_timeout(patience) else {
        // It may have ended in this moment, and then there is nothing to kill.
        let _ = child.kill();
        let _ = child.wait();
        return Err(CommandError::Slow { program, patience });
    };
    // Whoever prints more than a password is waited for no longer.
    if printed.as_ref().is_ok_and(|it| it.len() as u64 >= LONGEST) {
        let _ = child.kill();
    }
    let status = child.wait().map_err(start)?;
    let printed = printed.map_err(start)?;
    if !status.success() {
        return Err(CommandError::Failed { program, status });
    }
    let text = String::from_utf8_lossy(&printed);
    let line = text.lines().next().unwrap_or_default();
    if line.is_empty() { Err(CommandError::Silent { program }) } else { Ok(line.to_owned()) }
}

/// Whether others than its owner may read a file.
#[cfg(unix)]
fn is_open(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata().is_ok_and(|it| it.permissions().mode() & 0o077 != 0)
}

/// Elsewhere the folder of a person's config is theirs alone.
#[cfg(not(unix))]
fn is_open(_path: &Path) -> bool {
    false
}

/// The server that a table is for: an address without anything behind its host.
fn origin_of(key: &str) -> Option<String> {
    let url = Url::parse(key).ok()?;
    (url.reveal() == format!("{}/", url.origin())).then(|| url.origin())
}

fn parse(text: &str, path: &Path) -> (Known, Vec<Problem>) {
    let mut reader = Reader { text, path, known: Known::default(), problems: Vec::new() };
    match Document::parse(text) {
        Ok(document) => reader.read(document.as_table()),
        // The message of the parser is about signs, and shows none of the text.
        Err(error) => {
            reader.tell(error.span().map_or(0, |it| it.start), What::Syntax(error.message().to_owned()));
        }
    }
    (reader.known, reader.problems)
}

struct Reader<'a> {
    text: &'a str,
    path: &'a Path,
    known: Known,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn read(&mut self, table: &dyn TableLike) {
        for (key, item) in entries(table) {
            let at = start(key.span());
            match (origin_of(key.get()), item.as_table_like()) {
                (Some(origin), Some(table)) => self.server(origin, at, table),
                // A key that is no server may be a secret in the wrong place.
                _ => self.tell(at, What::NoServer),
            }
        }
    }

    fn server(&mut self, origin: String, at: usize, table: &dyn TableLike) {
        let (mut user, mut secret) = (None, None);
        for (key, item) in entries(table) {
            match key.get() {
                "user" => user = self.words(item, "user"),
                "password" => secret = self.words(item, "password").map(Secret::Password),
                "command" => match command(item) {
                    Some(words) => secret = Some(Secret::Command { words, printed: Mutex::default() }),
                    None => {
                        self.wrong(item, "command", "a program and its arguments: `[\"pass\", \"show\"]`");
                    }
                },
                _ => {
                    let name = key.get().to_owned();
                    let nearest = nearest(&name, KEYS.iter().copied());
                    self.tell(start(key.span()), What::Unknown { kind: "part of a login", name, nearest });
                }
            }
        }
        match (user, secret) {
            (Some(user), Some(secret)) => self.known.0.push(Entry { origin, user, secret }),
            _ => self.tell(at, What::HalfALogin),
        }
    }

    fn words(&mut self, item: &Item, name: &str) -> Option<String> {
        let text = item.as_str();
        if text.is_none() {
            self.wrong(item, name, "words in quotes");
        }
        text.map(str::to_owned)
    }

    fn wrong(&mut self, item: &Item, name: &str, wanted: &str) {
        self.tell(start(item.span()), What::Value { name: name.to_owned(), wanted: wanted.to_owned() });
    }

    fn tell(&mut self, byte: usize, what: What) {
        let at = Some(line_and_column(self.text, byte));
        self.problems.push(Problem { path: self.path.to_owned(), at, what });
    }
}

/// A program and its arguments: a list of words, or one text that is parted at
/// blanks.
fn command(item: &Item) -> Option<Vec<String>> {
    let words: Vec<String> = match item.as_array() {
        Some(array) => array.iter().map(|it| Value::as_str(it).map(str::to_owned)).collect::<Option<_>>()?,
        None => item.as_str()?.split_whitespace().map(str::to_owned).collect(),
    };
    words.first().is_some_and(|it| !it.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests;
