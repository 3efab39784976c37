//! What a reader did, kept in files that can be shared between machines.
//!
//! Below the folder of the state every device has one journal,
//! `<device>.jsonl`, to which that device alone appends: one JSON object a line
//! says when, which article and what. A state is all journals merged, the last
//! write winning for each article and field, so that machines which share the
//! folder through Syncthing, Dropbox or git come to the same state in whatever
//! order files arrive. Conflict copies are journals like any other.
//!
//! - A mark is on disk before [`State::record`] returns.
//! - Time is a hybrid logical clock: an entry is later than everything that its
//!   device had seen of the same article and field, whatever the clock says
//!   (Kulkarni et al. 2014, "Logical Physical Clocks"; without their counter,
//!   since a millisecond more does the same).
//! - Entries of the same millisecond are ordered by their value. Ordering them
//!   by device would do as well, but then a conflict copy under a strange name
//!   could change the outcome.
//! - Only the device's own journal is ever written, and never one that cannot
//!   be read or that a newer kabar has begun.
//! - Two kabars on one device share a journal: they append under a lock, and
//!   [`State::refresh`] reads what the other one wrote.
//!
//! Imports `article` and serde. Reads no clock: the time is passed in.

mod compact;
mod device;
mod entry;
mod journal;
mod merge;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::article::{ArticleId, Change, Mark};
use device::Device;
use entry::Entry;
use journal::{Journal, Report};
use merge::Merged;

/// The ending of a journal's name. Nothing else in the folder is looked at.
const ENDING: &str = ".jsonl";

/// All marks of all devices that share a folder.
#[derive(Debug)]
pub struct State {
    /// The folder of the journals, shared between devices.
    folder: PathBuf,
    /// The folder that says who this device is; never shared.
    data: PathBuf,
    device: Option<Device>,
    journals: BTreeMap<OsString, Journal>,
    merged: Merged,
    /// What others changed while this kabar was busy writing; told by the next refresh.
    changed: BTreeSet<ArticleId>,
    /// What was found while writing; told by the next refresh too.
    found: Vec<Notice>,
    /// What could not be read and was told: once is enough.
    passed_over: BTreeSet<PathBuf>,
}

/// Something in the folder that a reader should know about. Nothing is lost by it.
#[derive(Debug, thiserror::Error)]
pub enum Notice {
    #[error("cannot read marks from `{path}`")]
    Unread { path: PathBuf, source: io::Error },
    #[error("`{path}` ended in the middle of a mark: the rest of the line was put into `{aside}`")]
    Torn { path: PathBuf, aside: PathBuf },
    #[error("`{path}` ends in the middle of a mark, which cannot be mended")]
    StillTorn { path: PathBuf, source: Error },
    #[error("`{path}` has {lines} unreadable line(s), which were passed over")]
    Damaged { path: PathBuf, lines: u64 },
    #[error("`{path}` was written by a newer kabar (format {format}): only what is known was read")]
    Newer { path: PathBuf, format: u64 },
    #[error("marks made here cannot be kept")]
    NoDevice { source: Error },
}

/// Why a mark could not be kept.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("cannot read `{path}`")]
    Read { path: PathBuf, source: io::Error },
    #[error("cannot write `{path}`")]
    Write { path: PathBuf, source: io::Error },
    #[error("cannot lock `{path}`")]
    Lock { path: PathBuf, source: io::Error },
    #[error("`{path}` does not hold the name of a device")]
    NoName { path: PathBuf },
}

impl Error {
    fn read(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |source| Self::Read { path, source }
    }

    fn write(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |source| Self::Write { path, source }
    }
}

impl State {
    /// Reads every journal in `folder` (in the config directory; need not exist).
    /// `data` is a folder of this device's own, which holds its name.
    ///
    /// A state always opens; what could not be read is in the notices. Nothing
    /// is written, but for a torn line at the end of the device's own journal.
    pub fn open(folder: &Path, data: &Path) -> (Self, Vec<Notice>) {
        let mut notices = Vec::new();
        let device = Device::stored(data).unwrap_or_else(|source| {
            notices.push(Notice::NoDevice { source });
            None
        });
        let mut state = Self {
            folder: folder.to_owned(),
            data: data.to_owned(),
            device,
            journals: BTreeMap::new(),
            merged: Merged::default(),
            changed: BTreeSet::new(),
            found: Vec::new(),
            passed_over: BTreeSet::new(),
        };
        notices.extend(state.read_folder());
        state.changed.clear();
        notices.extend(state.mend());
        (state, notices)
    }

    /// The folder of the journals: what a watcher should watch.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What is remembered of an article; the default where it was never marked.
    pub fn mark(&self, id: ArticleId) -> Mark {
        self.merged.mark(id)
    }

    /// All articles that were ever marked, in no order.
    pub fn marks(&self) -> impl Iterator<Item = (ArticleId, Mark)> {
        self.merged.marks()
    }

    /// Makes changes hold, all or none, and returns when they are on disk.
    /// `now` is the time in milliseconds since 1970.
    pub fn record(&mut self, changes: &[Change], now: u64) -> Result<(), Error> {
        if changes.is_empty() {
            return Ok(());
        }
        let device = match &self.device {
            Some(device) => device.clone(),
            None => self.device.insert(Device::open(&self.data)?).clone(),
        };
        let _lock = device.lock()?;
        let path = self.path_of(&device);
        self.catch_up_with_own(&device, &path)?;
        let entries = self.stamped(changes, now);
        journal::append(&path, &device, &entries)?;
        for entry in &entries {
            self.merged.apply(entry);
        }
        Ok(())
    }

    /// Reads what was written since: by another kabar on this device, or by a
    /// program that brings other devices' journals. Says whose marks are others
    /// than before, and what was found wrong.
    pub fn refresh(&mut self) -> (Vec<ArticleId>, Vec<Notice>) {
        let mut notices = std::mem::take(&mut self.found);
        notices.extend(self.read_folder());
        (std::mem::take(&mut self.changed).into_iter().collect(), notices)
    }

    /// Rewrites the device's own journal with only what still counts, where at
    /// least half of it no longer does. Says whether it was rewritten.
    pub fn compact_if_worth(&mut self) -> Result<bool, Error> {
        let Some(device) = self.device.clone() else { return Ok(false) };
        let path = self.path_of(&device);
        if !self.journals.get(&device.journal()).is_some_and(Journal::worth_compacting) {
            return Ok(false);
        }
        let _lock = device.lock()?;
        // Another kabar may have compacted it in the meantime.
        self.catch_up_with_own(&device, &path)?;
        if !self.journals.get(&device.journal()).is_some_and(Journal::worth_compacting) {
            return Ok(false);
        }
        compact::compact(&path)
    }

    fn path_of(&self, device: &Device) -> PathBuf {
        self.folder.join(device.journal())
    }

    /// Gives each change a time that is later than all that was seen.
    fn stamped(&self, changes: &[Change], now: u64) -> Vec<Entry> {
        let mut latest = BTreeMap::new();
        changes
            .iter()
            .map(|change| {
                let seen: &mut u64 = latest
                    .entry((change.id, entry::key(change.field)))
                    .or_insert_with(|| self.merged.written(change.id, change.field));
                *seen = now.max(seen.saturating_add(1)).min(entry::LATEST);
                Entry::new(*seen, *change)
            })
            .collect()
    }

    /// Reads what another kabar on this device wrote, and mends the journal's
    /// end. The lock is held.
    fn catch_up_with_own(&mut self, device: &Device, path: &Path) -> Result<(), Error> {
        match self.catch_up(device.journal()) {
            Ok(report) if report.torn => {
                let aside = journal::mend(path)?;
                self.found.extend(aside.map(|aside| Notice::Torn { path: path.to_owned(), aside }));
                Ok(())
            }
            Ok(_) => Ok(()),
            Err(source) if source.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(source) => Err(Error::Read { path: path.to_owned(), source }),
        }
    }

    /// Sets aside a torn line at the end of the device's own journal.
    fn mend(&mut self) -> Vec<Notice> {
        let Some(device) = self.device.clone() else { return Vec::new() };
        let path = self.path_of(&device);
        if !self.journals.get(&device.journal()).is_some_and(Journal::is_torn) {
            return Vec::new();
        }
        // Under the lock: what looked torn may have been another kabar's line
        // on its way to the disk.
        match device.lock().and_then(|_lock| journal::mend(&path)) {
            Ok(Some(aside)) => vec![Notice::Torn { path, aside }],
            Ok(None) => Vec::new(),
            Err(source) => vec![Notice::StillTorn { path, source }],
        }
    }

    /// Reads all that is new in the folder, and collects whose marks it changed.
    fn read_folder(&mut self) -> Vec<Notice> {
        let names = match journal_names(&self.folder) {
            Ok(names) => names,
            Err(source) => return self.pass_over(&self.folder.clone(), source).into_iter().collect(),
        };
        let mut notices = Vec::new();
        for name in names {
            let path = self.folder.join(&name);
            match self.catch_up(name) {
                Ok(report) => {
                    self.passed_over.remove(&path);
                    notices.extend(told(&path, &report));
                }
                Err(source) => notices.extend(self.pass_over(&path, source)),
            }
        }
        notices
    }

    /// Reads what is new in one journal.
    fn catch_up(&mut self, name: OsString) -> io::Result<Report> {
        let path = self.folder.join(&name);
        let journal = self.journals.entry(name).or_insert_with(|| Journal::new(&path));
        journal.catch_up(|entry| {
            if self.merged.apply(entry) {
                self.changed.insert(entry.id);
            }
        })
    }

    /// What to tell of something that could not be read: nothing where it is
    /// not there, or was told before.
    fn pass_over(&mut self, path: &Path, source: io::Error) -> Option<Notice> {
        let news = source.kind() != io::ErrorKind::NotFound && self.passed_over.insert(path.to_owned());
        news.then(|| Notice::Unread { path: path.to_owned(), source })
    }
}

/// What a reader should know of a journal that was read.
fn told(path: &Path, report: &Report) -> Vec<Notice> {
    let mut notices = Vec::new();
    if report.damaged > 0 {
        notices.push(Notice::Damaged { path: path.to_owned(), lines: report.damaged });
    }
    if let Some(format) = report.newer {
        notices.push(Notice::Newer { path: path.to_owned(), format });
    }
    notices
}

/// The names of the journals in a folder, sorted. Hidden files are left to the
/// programs that hide them (`.syncthing.*`, `._*`).
fn journal_names(folder: &Path) -> io::Result<Vec<OsString>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        if is_journal(&name) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn is_journal(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.ends_with(ENDING.as_bytes()) && !name.starts_with(b".")
}
