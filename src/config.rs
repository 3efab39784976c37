//! What a person can set, and where files lie.
//!
//! `config.toml` overlays the defaults. A wrong config never keeps kabar from
//! starting: what is wrong is told with line and column and the nearest right
//! name, and the default holds for it. The documentation is `default.toml`,
//! which `kabar config` prints.
//!
//! Imports `app` (commands, keys, options), the themes of `view`, addresses and
//! logins of `source`, toml and directories.

pub mod credentials;
pub mod feeds;

mod edit;
mod nearest;
mod paths;
mod searches;

use std::path::{Path, PathBuf};
use std::{fmt, io};

use toml_edit::{Document, Item, Key, TableLike};

use crate::app::command::{COMMANDS, Group};
use crate::app::key::Chord;
use crate::app::keymap::Keymap;
use crate::app::model::{MEASURES, MarkRead, Options};
use crate::article::FullText;
use crate::source::http::{BadUrl, Proxies, Url};
use crate::text::safe;
use crate::view::theme::{ITEMS, LOOKS, THEMES, Theme};
pub use edit::Error;
use nearest::nearest;
pub use paths::{NoHome, Paths};
pub use searches::{SavedSearch, save as save_search};

/// Everything that was set, resolved against the defaults.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// `reorder` is what [`Bidi`] says where it does not ask the terminal.
    pub options: Options,
    pub keymap: Keymap,
    pub theme: Theme,
    pub bidi: Bidi,
    /// What to read where no path is given; empty where none was set.
    pub sources: Vec<PathBuf>,
    /// After how many minutes feeds are asked again by themselves; 0 for never.
    pub refresh_minutes: u32,
    /// For feeds that do not say it themselves.
    pub full_text: FullText,
    pub keep: Keep,
    pub proxy: Proxy,
    /// In their order, each name once.
    pub searches: Vec<SavedSearch>,
}

impl Config {
    /// Which requests go through which proxy, by the config and the environment.
    pub fn proxies(&self, variable: impl Fn(&str) -> Option<String>) -> Proxies {
        match &self.proxy {
            Proxy::Environment => Proxies::from_env(variable),
            Proxy::None => Proxies::none(),
            // It was read before, and can be read.
            Proxy::Through(address) => Proxies::through(address, variable).unwrap_or_default(),
        }
    }
}

/// What the library lets go of; bookmarked and unread articles stay in any case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keep {
    /// What came in more than so many days ago; `None` for nothing.
    pub days: Option<u32>,
    /// All but so many of the newest of each feed; `None` for nothing.
    pub per_feed: Option<u32>,
}

/// Who stands between kabar and the servers.
#[derive(Clone, Default, PartialEq, Eq)]
pub enum Proxy {
    /// Whom the environment names.
    #[default]
    Environment,
    None,
    /// The one at this address, which may hold a password.
    Through(String),
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Environment => "Environment",
            Self::None => "None",
            Self::Through(_) => "Through(…)",
        })
    }
}

/// Who puts right-to-left text into visual order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bidi {
    /// kabar, except in terminals that are known to do it.
    #[default]
    Auto,
    Kabar,
    Terminal,
}

/// Something wrong in a config, and where.
#[derive(Debug)]
pub struct Problem {
    pub path: PathBuf,
    /// Line and column from 1, in characters; `None` where it is about the whole file.
    pub at: Option<(usize, usize)>,
    pub what: What,
}

#[derive(Debug, thiserror::Error)]
pub enum What {
    #[error("cannot read it: {0}")]
    Unread(io::Error),
    #[error("{}", .0.lines().collect::<Vec<_>>().join(": "))]
    Syntax(String),
    #[error("there is no {kind} `{name}`{}", suggestion(*nearest))]
    Unknown { kind: &'static str, name: String, nearest: Option<&'static str> },
    #[error("`{name}` takes {wanted}")]
    Value { name: String, wanted: String },
    #[error("{0}")]
    Key(crate::app::key::NotAKey),
    #[error("`{chord}` is given to `{other}` already")]
    Collides { chord: Chord, other: &'static str },
    #[error("`{word}` is no look{}", suggestion(*nearest))]
    Look { word: String, nearest: Option<&'static str> },
    #[error("{0}")]
    Url(BadUrl),
    #[error("a feed needs its address: `url = \"…\"`")]
    NoUrl,
    #[error("`{0}` stands above already; the first one holds")]
    Twice(Url),
    #[error("the address of `{0}` holds a password, which others may read here: let `kabar add` keep it")]
    Password(Url),
    #[error("a search needs `name` and `query`")]
    HalfASearch,
    #[error("there is a search `{0}` already; the first one holds")]
    SameName(String),
    #[error("logins stand below their server: `[\"https://news.example\"]`")]
    NoServer,
    #[error("a login needs `user`, and `password` or `command`")]
    HalfALogin,
    #[error("others than you may read it: `chmod 600` it")]
    Open,
    #[error("a look is made of words such as `bold`, `yellow`, `on blue`, `#ffaa00`")]
    NoLook,
}

fn suggestion(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |it| format!("; did you mean `{it}`?"))
}

/// `config.toml:3:1: there is no option …`.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.path.display())?;
        if let Some((line, column)) = self.at {
            write!(f, "{line}:{column}:")?;
        }
        write!(f, " {}", self.what)
    }
}

/// Reads a config. A file that is not there is an empty one.
pub fn load(path: &Path, home: Option<&Path>) -> (Config, Vec<Problem>) {
    match edit::read(path) {
        Ok(text) => parse(&text.unwrap_or_default(), path, home),
        Err(error) => {
            let problem = Problem { path: path.to_owned(), at: None, what: What::Unread(error) };
            (Config::default(), vec![problem])
        }
    }
}

/// The documentation of all options: a config that says what holds without one.
pub fn documentation() -> String {
    let mut text = include_str!("config/default.toml").to_owned();
    for group in Group::ALL {
        text.extend(["\n# ", group.title(), "\n"]);
        for entry in COMMANDS.iter().filter(|it| it.group == group) {
            let keys: Vec<String> =
                entry.keys.iter().map(|it| toml_edit::Value::from(*it).to_string()).collect();
            text.extend(["# ", entry.doc, "\n", entry.name, " = [", &keys.join(", "), "]\n"]);
        }
    }
    text
}

/// The options at the top of a config, as `default.toml` explains them.
const OPTIONS: &[&str] = &[
    "width",
    "theme",
    "bidi",
    "mouse",
    "mark_read",
    "keys",
    "source",
    "refresh_minutes",
    "full_text",
    "keep",
    "proxy",
    "search",
];

/// Reads the text of a config; `path` is where it stands, and `home` what `~`
/// stands for.
fn parse(text: &str, path: &Path, home: Option<&Path>) -> (Config, Vec<Problem>) {
    let mut reader = Reader { text, path, home, config: Config::default(), problems: Vec::new() };
    match Document::parse(text) {
        Ok(document) => reader.read(document.as_table()),
        Err(error) => {
            reader.tell(error.span().map_or(0, |it| it.start), What::Syntax(error.message().to_owned()));
        }
    }
    (reader.config, reader.problems)
}

struct Reader<'a> {
    text: &'a str,
    path: &'a Path,
    home: Option<&'a Path>,
    config: Config,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn read(&mut self, table: &dyn TableLike) {
        for (key, item) in entries(table) {
            let name = key.get();
            match name {
                "width" => self.width(item),
                "theme" => self.theme(item),
                "bidi" => {
                    let choices =
                        [("auto", Bidi::Auto), ("kabar", Bidi::Kabar), ("terminal", Bidi::Terminal)];
                    if let Some(bidi) = self.choice(name, item, &choices) {
                        self.config.bidi = bidi;
                        self.config.options.reorder = bidi != Bidi::Terminal;
                    }
                }
                "mouse" => match item.as_bool() {
                    Some(mouse) => self.config.options.mouse = mouse,
                    None => self.wrong(name, item, "`true` or `false`"),
                },
                "mark_read" => {
                    let choices = [("open", MarkRead::Open), ("end", MarkRead::End)];
                    if let Some(mark_read) = self.choice(name, item, &choices) {
                        self.config.options.mark_read = mark_read;
                    }
                }
                "keys" => self.keys(item),
                "source" => self.sources(item),
                "refresh_minutes" => match number(item) {
                    Some(minutes) => self.config.refresh_minutes = minutes,
                    None => self.wrong(name, item, "a number of minutes, or 0"),
                },
                "full_text" => {
                    if let Some(full_text) = self.choice(name, item, feeds::FULL_TEXT) {
                        self.config.full_text = full_text;
                    }
                }
                "keep" => self.keep(item),
                "proxy" => self.proxy(item),
                "search" => self.searches(item),
                _ => self.unknown("option", key, OPTIONS.iter().copied()),
            }
        }
    }

    fn width(&mut self, item: &Item) {
        let width = item.as_integer().and_then(|it| u16::try_from(it).ok());
        if let Some(width) = width.filter(|it| MEASURES.contains(it)) {
            self.config.options.measure = width;
        } else {
            let wanted = format!("a number of cells from {} to {}", MEASURES.start(), MEASURES.end());
            self.wrong("width", item, wanted);
        }
    }

    fn theme(&mut self, item: &Item) {
        if item.as_str().is_some() {
            self.theme_name(item);
            return;
        }
        let Some(table) = item.as_table_like() else {
            self.wrong("theme", item, "the name of a theme or a table of looks");
            return;
        };
        // The name comes first, wherever it stands: looks overlay its theme.
        if let Some(name) = table.get("name") {
            self.theme_name(name);
        }
        for (key, item) in entries(table).filter(|(key, _)| key.get() != "name") {
            let Some(part) = ITEMS.iter().find(|it| **it == key.get()) else {
                self.unknown("part of a theme", key, ITEMS.iter().copied().chain(["name"]));
                continue;
            };
            match item.as_str().map(|looks| self.config.theme.set(part, looks)) {
                Some(Ok(())) => {}
                Some(Err(None)) => self.tell_of(item, What::NoLook),
                Some(Err(Some(word))) => {
                    let nearest = nearest(&word, LOOKS.iter().copied());
                    self.tell_of(item, What::Look { word, nearest });
                }
                None => self.wrong(part, item, "a look such as \"bold yellow\""),
            }
        }
    }

    fn theme_name(&mut self, item: &Item) {
        let choices: Vec<_> = THEMES.iter().map(|it| (*it, *it)).collect();
        if let Some(name) = self.choice("theme", item, &choices) {
            self.config.theme = Theme::named(name).unwrap_or_default();
        }
    }

    fn keys(&mut self, item: &Item) {
        let Some(table) = item.as_table_like() else {
            self.wrong("keys", item, "a table: a command and its keys on each line");
            return;
        };
        let mut given: Vec<(Chord, &'static str)> = Vec::new();
        for (key, item) in entries(table) {
            let Some(entry) = COMMANDS.iter().find(|it| it.name == key.get()) else {
                self.unknown("command", key, COMMANDS.iter().map(|it| it.name));
                continue;
            };
            let items: Vec<(usize, Option<&str>)> = match item.as_array() {
                Some(array) => array.iter().map(|it| (start(it.span()), it.as_str())).collect(),
                None => vec![(start(item.span()), item.as_str())],
            };
            let mut chords = Vec::new();
            for (at, text) in items {
                let Some(text) = text else {
                    let name = entry.name.to_owned();
                    self.tell(
                        at,
                        What::Value { name, wanted: "a key or a list of keys, in quotes".to_owned() },
                    );
                    continue;
                };
                let chord: Chord = match text.parse() {
                    Ok(chord) => chord,
                    Err(wrong) => {
                        self.tell(at, What::Key(wrong));
                        continue;
                    }
                };
                let clashes = |other: &Chord| {
                    other.keys().starts_with(chord.keys()) || chord.keys().starts_with(other.keys())
                };
                if let Some((_, other)) = given.iter().find(|(it, name)| *name != entry.name && clashes(it)) {
                    self.tell(at, What::Collides { chord, other });
                    continue;
                }
                given.push((chord.clone(), entry.name));
                chords.push(chord);
            }
            // Where nothing that was given is a key, the default keys stay; an
            // empty list takes them away.
            let empty = item.as_array().is_some_and(toml_edit::Array::is_empty);
            if empty || !chords.is_empty() {
                self.config.keymap.bind(entry.command, chords);
            }
        }
    }

    fn sources(&mut self, item: &Item) {
        let Some(tables) = item.as_array_of_tables() else {
            self.wrong("source", item, "a table of its own: `[[source]]`, and below it `path = \"…\"`");
            return;
        };
        for table in tables {
            for (key, item) in entries(table) {
                match (key.get(), item.as_str()) {
                    ("path", Some(path)) if !path.is_empty() => {
                        let path = self.resolved(path);
                        self.config.sources.push(path);
                    }
                    ("path", _) => self.wrong("path", item, "the path of a file or folder, in quotes"),
                    _ => self.unknown("option of a source", key, ["path"]),
                }
            }
        }
    }

    fn keep(&mut self, item: &Item) {
        let Some(table) = item.as_table_like() else {
            self.wrong("keep", item, "a table: `[keep]`, and below it `days = …` or `per_feed = …`");
            return;
        };
        for (key, item) in entries(table) {
            let name = key.get();
            let number = number(item).map(|it| Some(it).filter(|it| *it > 0));
            match (name, number) {
                ("days", Some(days)) => self.config.keep.days = days,
                ("per_feed", Some(n)) => self.config.keep.per_feed = n,
                ("days", None) => self.wrong(name, item, "a number of days, or 0"),
                ("per_feed", None) => self.wrong(name, item, "a number of articles, or 0"),
                _ => self.unknown("option of keep", key, ["days", "per_feed"]),
            }
        }
    }

    fn proxy(&mut self, item: &Item) {
        self.config.proxy = match item.as_str() {
            Some("environment") => Proxy::Environment,
            Some("none") => Proxy::None,
            Some(address) if Proxies::through(address, |_| None).is_some() => {
                Proxy::Through(address.to_owned())
            }
            _ => {
                let wanted = "\"environment\" or \"none\" or an address such as \"socks5h://localhost:9050\"";
                self.wrong("proxy", item, wanted);
                return;
            }
        };
    }

    fn searches(&mut self, item: &Item) {
        let Some(tables) = item.as_array_of_tables() else {
            self.wrong("search", item, searches::NO_TABLES);
            return;
        };
        for table in tables {
            let mut search = SavedSearch::default();
            for (key, item) in entries(table) {
                let text = item.as_str().map(safe::line).filter(|it| !it.is_empty());
                match (key.get(), text) {
                    ("name", Some(name)) => search.name = name.into_owned(),
                    ("query", Some(query)) => search.query = query.into_owned(),
                    (name @ ("name" | "query"), None) => self.wrong(name, item, "words in quotes"),
                    _ => self.unknown("option of a search", key, ["name", "query"]),
                }
            }
            let at = start(table.span());
            if search.name.is_empty() || search.query.is_empty() {
                self.tell(at, What::HalfASearch);
            } else if self.config.searches.iter().any(|it| it.name == search.name) {
                self.tell(at, What::SameName(search.name));
            } else {
                self.config.searches.push(search);
            }
        }
    }

    /// A path in a config: `~` is the home directory, and what is not absolute
    /// lies beside the config.
    fn resolved(&self, path: &str) -> PathBuf {
        let below_home =
            path.strip_prefix("~/").or_else(|| path.strip_prefix('~').filter(|it| it.is_empty()));
        match (below_home, self.home) {
            (Some(rest), Some(home)) => home.join(rest),
            _ => self.path.parent().unwrap_or_else(|| Path::new(".")).join(path),
        }
    }

    /// One of a few words.
    fn choice<T: Copy>(&mut self, name: &str, item: &Item, choices: &[(&'static str, T)]) -> Option<T> {
        let found = item.as_str().and_then(|text| choices.iter().find(|(it, _)| *it == text));
        if found.is_none() {
            let words: Vec<String> = choices.iter().map(|(it, _)| format!("\"{it}\"")).collect();
            self.wrong(name, item, words.join(" or "));
        }
        found.map(|(_, value)| *value)
    }

    fn wrong(&mut self, name: &str, item: &Item, wanted: impl Into<String>) {
        self.tell_of(item, What::Value { name: name.to_owned(), wanted: wanted.into() });
    }

    fn unknown(&mut self, kind: &'static str, key: &Key, names: impl IntoIterator<Item = &'static str>) {
        let name = key.get().to_owned();
        let nearest = nearest(&name, names);
        self.tell(start(key.span()), What::Unknown { kind, name, nearest });
    }

    fn tell_of(&mut self, item: &Item, what: What) {
        self.tell(start(item.span()), what);
    }

    fn tell(&mut self, byte: usize, what: What) {
        let at = Some(line_and_column(self.text, byte));
        self.problems.push(Problem { path: self.path.to_owned(), at, what });
    }
}

/// Line and column of a byte, from 1, in characters.
fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    (line, before.chars().rev().take_while(|c| *c != '\n').count() + 1)
}

fn start(span: Option<std::ops::Range<usize>>) -> usize {
    span.map_or(0, |it| it.start)
}

fn number(item: &Item) -> Option<u32> {
    item.as_integer().and_then(|it| u32::try_from(it).ok())
}

/// The keys of a table with where they stand, and their values.
fn entries(table: &dyn TableLike) -> impl Iterator<Item = (&Key, &Item)> {
    table.iter().filter_map(|(name, _)| table.get_key_value(name))
}

#[cfg(test)]
mod tests;
