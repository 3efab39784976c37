//! `feeds.toml`: the feeds that somebody follows, written by people and by kabar.
//!
//! ```toml
//! [[feed]]
//! url = "https://news.example/feed"
//! title = "The News"        # what you call it; without, what it calls itself
//! folder = "News/Local"     # folders within folders
//! tags = ["local"]
//! full_text = "auto"        # "always", "never"; without, what config.toml says
//! was = ["https://old.example/feed"]   # where it was before it moved; kabar's note
//! ```
//!
//! What is wrong in it is told with line and column, and costs no other feed.
//! Keys that kabar does not know are told and kept, and so are comments, order
//! and links to the file. A file that is broken is never written.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use toml_edit::{Array, ArrayOfTables, Document, DocumentMut, Item, Table, TableLike, Value, value};

use super::edit::{Error, Readers, Shared, read};
use super::{Paths, Problem, What, entries, line_and_column, nearest::nearest, start};
use crate::article::{FullText, Removed, Subscription};
use crate::source::http::{Login, Url};
use crate::text::safe;

/// The file of the feeds.
#[derive(Clone, Debug)]
pub struct Feeds {
    file: Shared,
}

/// What the file says.
#[derive(Debug, Default)]
pub struct Loaded {
    /// In the order of the file, each feed once. No address holds a login.
    pub subscriptions: Vec<Subscription>,
    /// Where feeds were before they moved, and where they are now.
    pub former: Vec<(String, String)>,
    /// What is wrong with the file.
    pub problems: Vec<Problem>,
    /// Whether all of it could be read: where not, a feed that is missing here
    /// may be one that is followed.
    pub complete: bool,
    /// See [`Feeds::stamp`]; `None` where anything is wrong with the file, which is to be
    /// told whenever it is read.
    pub stamp: Option<u64>,
    /// Logins that somebody wrote into addresses, by the server that they are for.
    pub(super) logins: Vec<(String, Login)>,
}

/// What a table of a feed may hold.
const KEYS: &[&str] = &["url", "title", "folder", "tags", "full_text", "was"];

/// The words of [`FullText`].
pub const FULL_TEXT: &[(&str, FullText)] =
    &[("auto", FullText::Auto), ("always", FullText::Always), ("never", FullText::Never)];

/// What stands at the top of a file that kabar begins.
const HEAD: &str = "# The feeds that you follow. Yours to edit: kabar keeps comments and order.\n\n";

const NO_TABLES: &str = "a table of its own: `[[feed]]`, and below it `url = \"…\"`";

impl Feeds {
    pub fn of(paths: &Paths) -> Self {
        Self::at(paths.feeds_file(), paths.data.join("feeds.lock"))
    }

    fn at(path: PathBuf, lock: PathBuf) -> Self {
        Self { file: Shared { path, lock, readers: Readers::Usual } }
    }

    pub fn path(&self) -> &Path {
        &self.file.path
    }

    /// Reads the file. One that is not there is an empty one.
    pub fn load(&self) -> Loaded {
        match read(&self.file.path) {
            Ok(text) => {
                let text = text.unwrap_or_default();
                let loaded = parse(&text, &self.file.path);
                let stamp = loaded.problems.is_empty().then(|| stamp(&text));
                Loaded { stamp, ..loaded }
            }
            Err(error) => {
                let problem = Problem { path: self.file.path.clone(), at: None, what: What::Unread(error) };
                Loaded { problems: vec![problem], ..Loaded::default() }
            }
        }
    }

    /// Tells what the file says from all else that it might, as this kabar would read it:
    /// to read thousands of feeds takes a hundred times as long. `None` where it cannot
    /// be read.
    pub fn stamp(&self) -> Option<u64> {
        read(&self.file.path).ok().map(|it| stamp(&it.unwrap_or_default()))
    }

    /// Adds feeds at the end, in their order, and gives back those that were not
    /// there before, by [`Url::identity`].
    pub fn add(&self, new: &[Subscription]) -> Result<Vec<Subscription>, Error> {
        self.file.change(|document| {
            let is_new = document.as_table().is_empty() && document.trailing().as_str() == Some("");
            let tables = tables(document)?;
            let mut known: HashSet<String> = tables.iter().filter_map(identity_of).collect();
            let mut added = Vec::new();
            for it in new {
                if identity(&it.url).is_some_and(|it| known.insert(it)) {
                    let mut table = Table::new();
                    write(&mut table, it);
                    let head = if is_new && added.is_empty() { HEAD } else { "\n" };
                    table.decor_mut().set_prefix(head);
                    tables.push(table);
                    added.push(it.clone());
                }
            }
            Ok(added)
        })
    }

    /// Takes feeds out by their addresses, and gives back those that were there,
    /// with all that stood in the file for each.
    pub fn remove(&self, urls: &[String]) -> Result<Vec<Removed>, Error> {
        let wanted: Vec<String> = urls.iter().filter_map(|it| identity(it)).collect();
        self.file.change(|document| {
            let mut removed = Vec::new();
            let mut kept = Vec::new();
            // What stands above a feed, set apart from it by an empty line, is
            // about more than this feed.
            let mut above = String::new();
            let tables = tables(document)?;
            for (place, mut table) in std::mem::take(tables).into_iter().enumerate() {
                let is_wanted = identity_of(&table).is_some_and(|it| wanted.contains(&it));
                let prefix = prefix(&table);
                if is_wanted {
                    let (more, own) = parted(&prefix);
                    above.push_str(more);
                    table.decor_mut().set_prefix(own);
                    removed.push(taken(table, place));
                } else {
                    if !above.is_empty() {
                        table.decor_mut().set_prefix(format!("{above}{prefix}"));
                        above.clear();
                    }
                    kept.push(table);
                }
            }
            tables.extend(kept);
            if !above.trim().is_empty() {
                let trailing = document.trailing().as_str().unwrap_or_default();
                let trailing = format!("{above}{trailing}");
                document.set_trailing(trailing);
            }
            Ok(removed)
        })
    }

    /// Puts feeds back where they were, each with all that stood in the file for
    /// it; those that are followed again by now are left out. Gives back how many
    /// that were.
    pub fn restore(&self, removed: &[Removed]) -> Result<usize, Error> {
        self.file.change(|document| {
            let tables = tables(document)?;
            let mut all: Vec<Table> = std::mem::take(tables).into_iter().collect();
            let mut known: Vec<String> = all.iter().filter_map(identity_of).collect();
            let mut n_restored = 0;
            let mut removed: Vec<&Removed> = removed.iter().collect();
            removed.sort_by_key(|it| it.place);
            for it in removed {
                let Some(identity) = identity(&it.subscription.url).filter(|it| !known.contains(it)) else {
                    continue;
                };
                let found = it.text.parse::<DocumentMut>().ok();
                let found = found.and_then(|it| it.get("feed")?.as_array_of_tables()?.get(0).cloned());
                let mut table = found.unwrap_or_else(|| {
                    let mut table = Table::new();
                    write(&mut table, &it.subscription);
                    table
                });
                // Its place in the text is the one among the others.
                table.set_position(None);
                set_apart(&mut table);
                all.insert(it.place.min(all.len()), table);
                known.push(identity);
                n_restored += 1;
            }
            tables.extend(all);
            Ok(n_restored)
        })
    }

    /// Makes title, folder, tags and `full_text` of a feed what they are here.
    /// `false` where nobody follows it.
    pub fn update(&self, subscription: &Subscription) -> Result<bool, Error> {
        let wanted = identity(&subscription.url);
        self.file.change(|document| {
            let found = tables(document)?.iter_mut().find(|it| identity_of(it) == wanted);
            Ok(found.is_some_and(|table| {
                write(table, subscription);
                true
            }))
        })
    }

    /// Follows a feed to another address, and notes the old one. `false` where
    /// nobody follows it, or the other address is followed too.
    pub fn relocate(&self, from: &str, to: &str) -> Result<bool, Error> {
        let (Some(from), Ok(to)) = (identity(from), Url::parse(to)) else { return Ok(false) };
        let to = to.split_login().0;
        self.file.change(|document| {
            let tables = tables(document)?;
            let taken = tables.iter().filter_map(identity_of).any(|it| it == to.identity() && it != from);
            let found = tables.iter_mut().find(|it| identity_of(it).as_ref() == Some(&from));
            let Some(table) = found.filter(|_| !taken) else { return Ok(false) };
            let before = table.get("url").and_then(Item::as_str).and_then(|it| Url::parse(it).ok());
            let Some(before) = before.map(|it| it.split_login().0) else { return Ok(false) };
            if before.identity() != to.identity() {
                let was = table.entry("was").or_insert_with(|| value(Array::new()));
                if let Some(was) = was.as_array_mut() {
                    was.push(before.address());
                }
            }
            set(table, "url", Some(to.address().into()));
            Ok(true)
        })
    }
}

/// What tells feeds apart; `None` for what is no address.
fn identity(url: &str) -> Option<String> {
    Url::parse(url).ok().map(|it| it.identity())
}

fn identity_of(table: &Table) -> Option<String> {
    identity(table.get("url")?.as_str()?)
}

/// The tables of the feeds.
fn tables(document: &mut DocumentMut) -> Result<&mut ArrayOfTables, What> {
    let item = document.entry("feed").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let wrong = || What::Value { name: "feed".to_owned(), wanted: NO_TABLES.to_owned() };
    item.as_array_of_tables_mut().ok_or_else(wrong)
}

/// What stands before the head of a table: empty lines and comments.
fn prefix(table: &Table) -> String {
    table.decor().prefix().and_then(|it| it.as_str()).unwrap_or_default().to_owned()
}

/// A prefix in two parts: up to its last empty line, and the comment that stands
/// right above the table.
fn parted(prefix: &str) -> (&str, &str) {
    let mut at = 0;
    let mut below_blank = 0;
    for line in prefix.split_inclusive('\n') {
        at += line.len();
        if line.trim().is_empty() {
            below_blank = at;
        }
    }
    let (above, own) = prefix.split_at_checked(below_blank).unwrap_or(("", prefix));
    if above.trim().is_empty() { ("", prefix) } else { (above, own) }
}

/// A table that was taken out, as text that puts it back.
fn taken(table: Table, place: usize) -> Removed {
    let subscription = Reader::new(Path::new("")).feed(&table, None).unwrap_or_default();
    let mut document = DocumentMut::new();
    let mut tables = ArrayOfTables::new();
    tables.push(table);
    document.insert("feed", Item::ArrayOfTables(tables));
    Removed { subscription, place, text: document.to_string() }
}

/// Puts an empty line before a table that has nothing before it.
fn set_apart(table: &mut Table) {
    let prefix = prefix(table);
    if !prefix.starts_with(['\n', '\r']) {
        table.decor_mut().set_prefix(format!("\n{prefix}"));
    }
}

fn write(table: &mut Table, it: &Subscription) {
    if !table.contains_key("url") {
        set(table, "url", Some(it.url.as_str().into()));
    }
    set(table, "title", it.title.as_deref().map(Value::from));
    set(table, "folder", it.folder.as_deref().map(Value::from));
    let tags: Array = it.tags.iter().map(String::as_str).collect();
    set(table, "tags", (!tags.is_empty()).then_some(Value::Array(tags)));
    let full_text = it.full_text.and_then(|it| FULL_TEXT.iter().find(|(_, choice)| *choice == it));
    set(table, "full_text", full_text.map(|(word, _)| Value::from(*word)));
}

/// Sets a key, or takes it out. What stands around the old value stays; a value
/// that says the same is not touched.
fn set(table: &mut Table, key: &str, new: Option<Value>) {
    let Some(mut new) = new else {
        table.remove(key);
        return;
    };
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            let same = match (old.as_array(), new.as_array()) {
                (Some(a), Some(b)) => a.iter().map(Value::as_str).eq(b.iter().map(Value::as_str)),
                _ => old.as_str().is_some() && old.as_str() == new.as_str(),
            };
            if !same {
                *new.decor_mut() = old.decor().clone();
                *old = new;
            }
        }
        None => {
            table.insert(key, Item::Value(new));
        }
    }
}

fn stamp(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (env!("CARGO_PKG_VERSION"), text).hash(&mut hasher);
    hasher.finish()
}

/// Reads the text of the file, which lies at `path`.
fn parse(text: &str, path: &Path) -> Loaded {
    let mut reader = Reader::new(path);
    match Document::parse(text) {
        Ok(document) => reader.read(document.as_table(), 0),
        Err(_) => reader.pieces(text),
    }
    reader.finish(text)
}

struct Reader<'a> {
    path: &'a Path,
    loaded: Loaded,
    /// The feeds so far by what tells them apart.
    seen: HashMap<String, usize>,
    /// What is wrong, by the byte of the text that it stands at.
    found: Vec<(usize, What)>,
    /// The byte of the text that the piece which is read begins at.
    offset: usize,
}

impl<'a> Reader<'a> {
    fn new(path: &'a Path) -> Self {
        let loaded = Loaded { complete: true, ..Loaded::default() };
        Self { path, loaded, seen: HashMap::new(), found: Vec::new(), offset: 0 }
    }

    /// Reads a text that is no TOML feed by feed, so that one costs no other.
    fn pieces(&mut self, text: &str) {
        let mut heads: Vec<usize> = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            if line.trim_start().starts_with("[[") || at == 0 {
                heads.push(at);
            }
            at += line.len();
        }
        for (i, head) in heads.iter().enumerate() {
            let end = heads.get(i + 1).copied().unwrap_or(text.len());
            let piece = text.get(*head..end).unwrap_or_default();
            match Document::parse(piece) {
                Ok(document) => self.read(document.as_table(), *head),
                Err(error) => {
                    let at = head + error.span().map_or(0, |it| it.start);
                    self.found.push((at, What::Syntax(error.message().to_owned())));
                    self.loaded.complete = false;
                }
            }
        }
    }

    /// Reads a table of feeds that begins at this byte of the text.
    fn read(&mut self, table: &dyn TableLike, offset: usize) {
        self.offset = offset;
        for (key, item) in entries(table) {
            if key.get() != "feed" {
                self.unknown("table", key, &["feed"]);
                continue;
            }
            let Some(tables) = item.as_array_of_tables() else {
                self.wrong(item, "feed", NO_TABLES);
                self.loaded.complete = false;
                continue;
            };
            for table in tables {
                let at = start(table.span());
                if let Some(subscription) = self.feed(table, Some(at)) {
                    self.loaded.subscriptions.push(subscription);
                }
            }
        }
    }

    /// Reads a feed; `None` where it has no address of its own. `at` is where it
    /// stands, where that is of interest.
    fn feed(&mut self, table: &Table, at: Option<usize>) -> Option<Subscription> {
        let mut feed = Subscription::default();
        let mut was = Vec::new();
        let mut url = None;
        for (key, item) in entries(table) {
            match key.get() {
                "url" => match item.as_str().map(Url::parse) {
                    Some(Ok(it)) => url = Some((it, start(item.span()))),
                    Some(Err(bad)) => self.tell(start(item.span()), What::Url(bad)),
                    None => self.wrong(item, "url", "an address that begins with http:// or https://"),
                },
                "title" => feed.title = self.words(item, "title"),
                "folder" => feed.folder = self.words(item, "folder").as_deref().and_then(folder),
                "tags" => feed.tags = self.list(item, "tags"),
                "was" => was = self.list(item, "was"),
                "full_text" => {
                    let found = FULL_TEXT.iter().find(|(word, _)| item.as_str() == Some(*word));
                    feed.full_text = found.map(|(_, choice)| *choice);
                    if found.is_none() {
                        self.wrong(item, "full_text", "\"auto\" or \"always\" or \"never\"");
                    }
                }
                _ => self.unknown("option of a feed", key, KEYS),
            }
        }
        let Some((url, url_at)) = url else {
            if let Some(at) = at.filter(|_| !table.contains_key("url")) {
                self.tell(at, What::NoUrl);
            }
            return None;
        };
        let (url, login) = url.split_login();
        if let Some(login) = login {
            self.loaded.logins.push((url.origin(), login));
            self.tell(url_at, What::Password(url.clone()));
        }
        let identity = url.identity();
        if self.seen.insert(identity, url_at).is_some() {
            self.tell(url_at, What::Twice(url));
            return None;
        }
        feed.url = url.address();
        self.loaded.former.extend(was.into_iter().map(|it| (it, feed.url.clone())));
        Some(feed)
    }

    fn words(&mut self, item: &Item, name: &'static str) -> Option<String> {
        let Some(text) = item.as_str() else {
            self.wrong(item, name, "words in quotes");
            return None;
        };
        Some(safe::line(text).into_owned()).filter(|it| !it.is_empty())
    }

    fn list(&mut self, item: &Item, name: &'static str) -> Vec<String> {
        let words = item.as_array().map(|it| it.iter().map(Value::as_str).collect::<Option<Vec<&str>>>());
        let Some(Some(words)) = words else {
            self.wrong(item, name, "a list of words in quotes: `[\"a\", \"b\"]`");
            return Vec::new();
        };
        let mut list: Vec<String> = Vec::new();
        for word in words {
            let word = safe::line(word).into_owned();
            if !word.is_empty() && !list.contains(&word) {
                list.push(word);
            }
        }
        list
    }

    fn unknown(&mut self, kind: &'static str, key: &toml_edit::Key, names: &[&'static str]) {
        let name = key.get().to_owned();
        let nearest = nearest(&name, names.iter().copied());
        self.tell(start(key.span()), What::Unknown { kind, name, nearest });
    }

    fn wrong(&mut self, item: &Item, name: &str, wanted: &str) {
        self.tell(start(item.span()), What::Value { name: name.to_owned(), wanted: wanted.to_owned() });
    }

    fn tell(&mut self, at: usize, what: What) {
        self.found.push((self.offset + at, what));
    }

    /// Puts lines and columns to what was found.
    fn finish(mut self, text: &str) -> Loaded {
        self.found.sort_by_key(|(at, _)| *at);
        let (mut rest, mut line, mut passed) = (text, 1, 0);
        for (at, what) in self.found {
            // Goes on from the line of the one before: a file has thousands.
            while let Some((first, more)) = rest.split_once('\n')
                && passed + first.len() < at
            {
                passed += first.len() + 1;
                line += 1;
                rest = more;
            }
            let (_, column) = line_and_column(rest, at - passed.min(at));
            let at = Some((line, column));
            self.loaded.problems.push(Problem { path: self.path.to_owned(), at, what });
        }
        self.loaded
    }
}

/// A folder as it is written down: names set apart by `/`, without blanks around
/// them; `None` where no name is left.
pub fn folder(text: &str) -> Option<String> {
    let names: Vec<&str> = text.split('/').map(str::trim).filter(|it| !it.is_empty()).collect();
    (!names.is_empty()).then(|| names.join("/"))
}

#[cfg(test)]
mod tests;
