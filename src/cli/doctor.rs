//! `kabar doctor`: everything looked over, and in words what is wrong and what to
//! do about it.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use serde::Serialize;

use super::args::{Doctor, TextOrJson};
use super::columns::aligned;
use super::json;
use super::read::{depth, variable};
use super::session::{Outcome, Session, chain, now};
use crate::config::credentials::Credentials;
use crate::config::feeds::Feeds;
use crate::library::following::sync;
use crate::library::{Marks, Told};
use crate::source::http::Url;
use crate::state::Notice;
use crate::store::{self, Feed, Store};
use crate::text::safe;
use crate::view::theme::Depth;

/// One thing that was looked at.
#[derive(Serialize)]
struct Finding {
    part: &'static str,
    wrong: bool,
    what: String,
    /// What a person can do about it.
    remedy: Option<String>,
}

impl Finding {
    fn fine(part: &'static str, what: impl Into<String>) -> Self {
        Self { part, wrong: false, what: what.into(), remedy: None }
    }

    fn wrong(part: &'static str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { part, wrong: true, what: what.into(), remedy: Some(remedy.into()) }
    }
}

/// Looks everything over and prints it, a line for each thing.
pub(super) fn doctor(session: &mut Session, args: &Doctor) -> io::Result<Outcome> {
    let mut findings = Vec::new();
    let store = library(session, &mut findings);
    journals(session, store.as_ref(), &mut findings);
    config(session, &mut findings);
    feeds(session, store, &mut findings);
    terminal(session, &mut findings);
    for it in &mut findings {
        it.what = safe::line(&it.what).into_owned();
        it.remedy = it.remedy.take().map(|remedy| safe::line(&remedy).into_owned());
    }
    match args.format {
        TextOrJson::Json => {
            for it in &findings {
                json::line(&mut session.out, it)?;
            }
        }
        TextOrJson::Text => {
            let row = |part: &str, state: &str, what: &str| [part, state, what].map(str::to_owned).to_vec();
            let rows: Vec<_> = findings
                .iter()
                .flat_map(|it| {
                    let state = if it.wrong { "wrong" } else { "fine" };
                    let remedy = it.remedy.iter().map(|remedy| row("", "", &format!("→ {remedy}")));
                    [row(it.part, state, &it.what)].into_iter().chain(remedy)
                })
                .collect();
            for line in aligned(&rows, None) {
                writeln!(session.out, "{line}")?;
            }
        }
    }
    Ok(if findings.iter().any(|it| it.wrong) { Outcome::Unwell } else { Outcome::Fine })
}

/// Whether the library holds together. None is begun where there is none.
fn library(session: &mut Session, findings: &mut Vec<Finding>) -> Option<Store> {
    const PART: &str = "library";
    let path = session.paths.data.join("library.db");
    if matches!(fs::symlink_metadata(&path), Err(it) if it.kind() == io::ErrorKind::NotFound) {
        findings.push(Finding::fine(PART, format!("`{}` is not there yet", path.display())));
        return None;
    }
    let looked = Store::open(&session.paths.data, now()).and_then(|(mut store, notices)| {
        for it in notices {
            findings.push(Finding::wrong(PART, it.to_string(), after(&it)));
        }
        let found = store.doctor()?;
        Ok((store, found))
    });
    match looked {
        Ok((store, found)) => {
            findings.extend(found.iter().map(|it| Finding {
                part: PART,
                wrong: it.is_wrong(),
                what: it.to_string(),
                remedy: it.remedy().map(str::to_owned),
            }));
            Some(store)
        }
        Err(error) if error.is_damage() => {
            findings.push(Finding::wrong(PART, chain(&error), ANEW));
            None
        }
        Err(error) => {
            // Nobody knows how it is: that is another thing than to know it broken.
            session.failed = true;
            findings.push(Finding::wrong(PART, chain(&error), "see who may read and write there"));
            None
        }
    }
}

const ANEW: &str = "rename the library: kabar begins a new one from what files and feeds hold; marks are in \
    the journals and not lost";

fn after(notice: &store::Notice) -> &'static str {
    match notice {
        store::Notice::SetAside { .. } => {
            "`kabar fetch` fills the new one from the feeds; marks are in the journals and not lost"
        }
        store::Notice::Newer { .. } => "bring kabar up to date on this machine",
        store::Notice::ReadOnly { .. } => "see who owns the file and its folder",
    }
}

/// Whether the marks of all devices can be read, and this one's be kept.
fn journals(session: &Session, store: Option<&Store>, findings: &mut Vec<Finding>) {
    const PART: &str = "marks";
    let folder = session.paths.state();
    let shown = folder.display().to_string();
    let metadata = match fs::metadata(&folder) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            findings.push(Finding::fine(PART, format!("nothing was marked yet in `{shown}`")));
            return;
        }
        Err(error) => {
            let remedy = "see who may look into it";
            findings.push(Finding::wrong(PART, format!("cannot look into `{shown}`: {error}"), remedy));
            return;
        }
    };
    if !metadata.is_dir() {
        let remedy = "move it away: kabar makes the folder when something is marked";
        findings.push(Finding::wrong(PART, format!("`{shown}` is no folder: no mark can be kept"), remedy));
        return;
    }
    let before = findings.len();
    let locked = journals_in(&folder).into_iter().filter(|it| it.readonly).map(|it| it.name);
    let locked = locked.chain(metadata.permissions().readonly().then(|| shown.clone()));
    for it in locked {
        let what = format!("`{it}` may not be written: no mark can be kept in it");
        findings.push(Finding::wrong(PART, what, "give yourself the right to write it: `chmod u+w`"));
    }
    let projected = store.and_then(|it| it.another().ok());
    let mut marks = Marks::with(projected, &folder, &session.paths.data, now());
    for told in marks.told() {
        let remedy = match &told {
            Told::Journal(notice) => mending(notice),
            Told::Library(notice) => after(notice),
            Told::Apart { .. } => "the marks are in the journals; see what is said of the library",
        };
        findings.push(Finding::wrong(PART, chain(&told), remedy));
    }
    if findings.len() == before {
        let n = journals_in(&folder).len();
        let devices = if n == 1 { "device" } else { "devices" };
        let marked = marks.all().len();
        findings.push(Finding::fine(PART, format!("{marked} articles marked on {n} {devices} in `{shown}`")));
    }
}

struct Journal {
    name: String,
    readonly: bool,
}

/// The journals in a folder, this device's and others'.
fn journals_in(folder: &Path) -> Vec<Journal> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|it| it.path().extension().is_some_and(|it| it == "jsonl"))
        .filter_map(|it| {
            let readonly = it.metadata().ok()?.permissions().readonly();
            Some(Journal { name: it.path().display().to_string(), readonly })
        })
        .collect()
}

fn mending(notice: &Notice) -> &'static str {
    match notice {
        Notice::Unread { .. } => "see who may read it, and whether it is still being copied",
        Notice::Torn { .. } => "kabar mended it: throw the rest away when you like",
        Notice::StillTorn { .. } => "let kabar write there: it mends it by itself",
        Notice::Damaged { .. } => "put a copy of the file in its place if you have one; all other marks hold",
        Notice::Newer { .. } => "bring kabar up to date on this machine",
        Notice::Restored { .. } => "kabar mended it: see what threw them out",
        Notice::NoDevice { .. } => "let kabar write its data directory (`kabar paths`)",
    }
}

/// Whether the files that people edit say what kabar understands.
fn config(session: &mut Session, findings: &mut Vec<Finding>) {
    let edit = "mend that line; `kabar config` explains each; until then the default holds";
    let path = session.paths.config_file();
    let problems = std::mem::take(&mut session.problems);
    if problems.is_empty() {
        let what = if path.exists() { "says what holds" } else { "is not there: the defaults hold" };
        findings.push(Finding::fine("config", format!("`{}` {what}", path.display())));
    }
    findings.extend(problems.into_iter().map(|it| Finding::wrong("config", it, edit)));
    let logins = Credentials::of(&session.paths);
    let (_, problems) = logins.load();
    if problems.is_empty() && logins.path().exists() {
        let what = format!("`{}` can be read by nobody else", logins.path().display());
        findings.push(Finding::fine("logins", what));
    }
    let remedy = "its feeds are asked without a login until it is mended";
    findings.extend(problems.iter().map(|it| Finding::wrong("logins", it.to_string(), remedy)));
}

/// Whether the feeds that are followed bring something.
fn feeds(session: &Session, store: Option<Store>, findings: &mut Vec<Finding>) {
    const PART: &str = "feeds";
    let file = Feeds::of(&session.paths);
    let loaded = file.load();
    for it in &loaded.problems {
        findings.push(Finding::wrong(PART, it.to_string(), "mend that line; all other feeds hold"));
    }
    if loaded.problems.is_empty() {
        let what = format!("`{}` follows {}", file.path().display(), loaded.subscriptions.len());
        findings.push(Finding::fine(PART, what));
    }
    let Some(mut store) = store else { return };
    match sync(&mut store, &loaded).and_then(|_| store.feeds()) {
        Ok(feeds) => findings.extend(feeds.iter().filter_map(ailing)),
        Err(error) => findings.push(Finding::wrong(PART, chain(&error), ANEW)),
    }
}

/// What is wrong with a feed; what is secret in its address is not shown.
fn ailing(feed: &Feed) -> Option<Finding> {
    let url = Url::parse(&feed.subscription.url).map_or_else(|bad| bad.url, |it| it.to_string());
    let name = if feed.name == feed.subscription.url { String::new() } else { format!("{} ", feed.name) };
    let who = format!("{name}<{url}>");
    if feed.poll.gone {
        let remedy = "look for its new address, or let it go: `kabar remove`";
        return Some(Finding::wrong("feeds", format!("{who} is gone for good"), remedy));
    }
    let problem = feed.poll.problem.as_deref()?;
    let times = match feed.poll.failures {
        0 | 1 => String::new(),
        n => format!(" ({n} times in a row)"),
    };
    let remedy = "`kabar fetch` asks it again at once; kabar does by itself, ever more seldom";
    Some(Finding::wrong("feeds", format!("{who} {problem}{times}"), remedy))
}

/// Whether the reader can be seen as it is meant.
fn terminal(session: &Session, findings: &mut Vec<Finding>) {
    const PART: &str = "terminal";
    if !session.terminal {
        findings.push(Finding::fine(PART, "output goes to none: run it on one to have it looked at"));
        return;
    }
    let term = variable("TERM").unwrap_or_default();
    if !session.can_read() {
        let what =
            if term.is_empty() { "`TERM` is not set".to_owned() } else { format!("`TERM` is `{term}`") };
        let remedy = "set it to what your terminal is; until then `kabar` lists instead of opening";
        findings.push(Finding::wrong(PART, what, remedy));
    }
    if cfg!(unix) && !speaks_utf8(variable) {
        let remedy = "choose a locale that ends in UTF-8, such as `export LC_ALL=C.UTF-8`";
        findings.push(Finding::wrong(PART, "the locale is not UTF-8: letters may come out wrong", remedy));
    }
    let colors = if depth(variable) == Depth::Color { "in color" } else { "without color" };
    if let Ok((columns, rows)) = crossterm::terminal::size() {
        findings.push(Finding::fine(PART, format!("{term}, {columns} columns, {rows} rows, {colors}")));
    }
}

/// Whether the locale is one of UTF-8: the first of these that is set says it
/// (POSIX, Base Definitions 8.2).
fn speaks_utf8(variable: impl Fn(&str) -> Option<String>) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|it| variable(it)).unwrap_or_default();
    let locale = locale.to_ascii_lowercase();
    locale.contains("utf-8") || locale.contains("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_says_the_locale() {
        for (set, speaks) in [
            (&[("LANG", "de_DE.UTF-8")][..], true),
            (&[("LC_ALL", "C"), ("LANG", "de_DE.UTF-8")], false),
            (&[("LC_CTYPE", "pt_BR.utf8"), ("LANG", "C")], true),
            (&[("LANG", "ja_JP.EUC-JP")], false),
            (&[], false),
        ] {
            let variable =
                |name: &str| set.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned());
            assert_eq!(speaks_utf8(variable), speaks, "{set:?}");
        }
    }
}
