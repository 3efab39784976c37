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
//!   [`State::catch_up`] reads what the other one wrote.
//! - Marks are not held here but by a [`Projection`], which may keep them from one
//!   start to the next, with the [`Position`] up to which each journal is in it:
//!   what was read once is not read again. [`Merged`] is the one in memory.
//! - A projection only ever learns. A journal that is gone takes nothing with it:
//!   a folder may be away for a while, and whoever throws out the journal of an
//!   old machine does not want everything unread that was read on it.
//!   [`State::restore_if_lost`] writes down again what no journal says any more.
//!
//! Imports `article` and serde. Reads no clock: the time is passed in.

mod compact;
mod device;
mod entry;
mod journal;
mod merge;
mod projection;
mod restore;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::article::{ArticleId, Change, Stamped};
use device::Device;
use entry::Entry;
use journal::{Journal, Report, Trouble};

pub use merge::Merged;
pub use projection::{Position, Projection};

/// The ending of a journal's name. Nothing else in the folder is looked at.
const ENDING: &str = ".jsonl";

/// So many articles are named as changed; beyond it is said to be many.
const NAMED: usize = 1_000;

/// The journals of all devices that share a folder, followed.
#[derive(Debug)]
pub struct State {
    /// The folder of the journals, shared between devices.
    folder: PathBuf,
    /// The folder that says who this device is; never shared.
    data: PathBuf,
    device: Option<Device>,
    journals: BTreeMap<OsString, Journal>,
    /// What others changed while this kabar was busy writing; told with what is
    /// caught up with next.
    changed: Changed,
    /// What was found while writing; told with it too.
    found: Vec<Notice>,
    /// What could not be read and was told: once is enough.
    passed_over: BTreeSet<PathBuf>,
}

/// Whose marks may be others than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// These articles', and no others. Marks that this kabar made are not among
    /// them, nor are those known to be the same.
    These(BTreeSet<ArticleId>),
    /// So many that it is better to look at all.
    Many,
}

impl Default for Changed {
    fn default() -> Self {
        Self::These(BTreeSet::new())
    }
}

impl Changed {
    fn add(&mut self, writes: &[Stamped]) {
        if let Self::These(ids) = self {
            // A journal that is read for the first time has many lines.
            for write in writes {
                ids.insert(write.change.id);
                if ids.len() > NAMED {
                    *self = Self::Many;
                    return;
                }
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What became of marks that are on disk.
#[derive(Debug)]
#[must_use]
pub enum Recorded<E> {
    Projected,
    /// The projection could not take them. It gets them when it can be caught up
    /// with, or a new one.
    Behind(E),
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
    #[error("{marks} mark(s) that were in no journal any more were written into `{path}` again")]
    Restored { path: PathBuf, marks: usize },
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
    #[error("cannot tell what was marked before")]
    Projection { source: Box<dyn std::error::Error + Send + Sync> },
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

    fn projection(source: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Projection { source: Box::new(source) }
    }
}

impl State {
    /// Follows every journal in `folder` (in the config directory; need not
    /// exist), each from the position up to which it is in the projection, and
    /// brings the projection up to date. `data` is a folder of this device's own,
    /// which holds its name.
    ///
    /// What could not be read is in the notices; the only error is one of the
    /// projection. Nothing is written, but for a torn line at the end of the
    /// device's own journal. Where nothing has changed, it costs a look at each
    /// file.
    pub fn follow<P: Projection>(
        folder: &Path,
        data: &Path,
        seen: Vec<Position>,
        into: &mut P,
    ) -> Result<(Self, Vec<Notice>), P::Error> {
        let mut notices = Vec::new();
        let device = Device::stored(data).unwrap_or_else(|source| {
            notices.push(Notice::NoDevice { source });
            None
        });
        let journals = seen.into_iter().map(|it| (it.file_name().to_owned(), Journal::new(folder, it)));
        let mut state = Self {
            folder: folder.to_owned(),
            data: data.to_owned(),
            device,
            journals: journals.collect(),
            changed: Changed::default(),
            found: Vec::new(),
            passed_over: BTreeSet::new(),
        };
        notices.extend(state.catch_up(into)?.1);
        state.changed = Changed::default();
        notices.extend(state.mend());
        Ok((state, notices))
    }

    /// Reads all journals into memory: for whoever has no library. A state opens
    /// always so.
    pub fn in_memory(folder: &Path, data: &Path) -> (Self, Merged, Vec<Notice>) {
        let mut merged = Merged::default();
        match Self::follow(folder, data, Vec::new(), &mut merged) {
            Ok((state, notices)) => (state, merged, notices),
            Err(never) => match never {},
        }
    }

    /// The folder of the journals: what a watcher should watch.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Makes changes hold, all or none, and returns when they are on disk.
    /// `now` is the time in milliseconds since 1970.
    pub fn record<P: Projection>(
        &mut self,
        changes: &[Change],
        now: u64,
        into: &mut P,
    ) -> Result<Recorded<P::Error>, Error> {
        if changes.is_empty() {
            return Ok(Recorded::Projected);
        }
        let device = match &self.device {
            Some(device) => device.clone(),
            None => self.device.insert(Device::open(&self.data)?).clone(),
        };
        let _lock = device.lock()?;
        let path = self.path_of(&device);
        self.catch_up_with_own(&device, &path, into)?;
        let writes = stamped(changes, now, into)?;
        let entries: Vec<Entry> = writes.iter().map(|it| Entry::new(*it)).collect();
        let appended = journal::append(&path, &device, &entries)?;
        let journal = self.journal(&device.journal());
        match journal.appended(&appended, &writes, |writes, reached| into.apply(writes, Some(reached))) {
            Ok(()) => Ok(Recorded::Projected),
            Err(source) => Ok(Recorded::Behind(source)),
        }
    }

    /// Reads what was written since: by another kabar on this device, or by a
    /// program that brings other devices' journals. Says whose marks may be
    /// others than before, and what was found wrong.
    ///
    /// Where the projection fails, what was told is told again the next time.
    pub fn catch_up<P: Projection>(&mut self, into: &mut P) -> Result<(Changed, Vec<Notice>), P::Error> {
        self.read_folder(into)?;
        Ok((std::mem::take(&mut self.changed), std::mem::take(&mut self.found)))
    }

    /// Rewrites the device's own journal with only what still counts, where at
    /// least half of it no longer does. Says whether it was rewritten.
    pub fn compact_if_worth(&mut self, into: &mut impl Projection) -> Result<bool, Error> {
        let Some(device) = self.device.clone() else { return Ok(false) };
        let path = self.path_of(&device);
        if !self.journal(&device.journal()).worth_compacting() {
            return Ok(false);
        }
        let _lock = device.lock()?;
        // Another kabar may have compacted it in the meantime.
        self.catch_up_with_own(&device, &path, into)?;
        if !self.journal(&device.journal()).worth_compacting() {
            return Ok(false);
        }
        let Some(end) = compact::compact(&path)? else { return Ok(false) };
        // Where that fails, the whole file is read again, which changes nothing.
        let _ = self.journal(&device.journal()).go_on_at(end, |reached| into.apply(&[], Some(reached)));
        Ok(true)
    }

    fn path_of(&self, device: &Device) -> PathBuf {
        self.folder.join(device.journal())
    }

    fn journal(&mut self, name: &OsStr) -> &mut Journal {
        let folder = &self.folder;
        self.journals.entry(name.to_owned()).or_insert_with(|| Journal::unread(folder, name))
    }

    /// Reads what another kabar on this device wrote, and mends the journal's
    /// end. The lock is held.
    fn catch_up_with_own(
        &mut self,
        device: &Device,
        path: &Path,
        into: &mut impl Projection,
    ) -> Result<(), Error> {
        match self.read(&device.journal(), into) {
            Ok(report) => {
                self.found.extend(told(path, &report));
                if report.torn {
                    let aside = journal::mend(path)?;
                    self.found.extend(aside.map(|aside| Notice::Torn { path: path.to_owned(), aside }));
                }
                Ok(())
            }
            Err(Trouble::Unread(source)) if source.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(Trouble::Unread(source)) => Err(Error::Read { path: path.to_owned(), source }),
            Err(Trouble::Failed(source)) => Err(Error::projection(source)),
        }
    }

    /// Sets aside a torn line at the end of the device's own journal.
    fn mend(&mut self) -> Vec<Notice> {
        let Some(device) = self.device.clone() else { return Vec::new() };
        let path = self.path_of(&device);
        if !self.journal(&device.journal()).is_torn() {
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

    /// Reads all that is new in the folder, and collects whose marks it changed
    /// and what to tell.
    fn read_folder<P: Projection>(&mut self, into: &mut P) -> Result<(), P::Error> {
        let names = match journal_names(&self.folder) {
            Ok(names) => names,
            Err(source) => {
                self.pass_over(&self.folder.clone(), source);
                return Ok(());
            }
        };
        for name in names {
            let path = self.folder.join(&name);
            match self.read(&name, into) {
                Ok(report) => {
                    self.passed_over.remove(&path);
                    self.found.extend(told(&path, &report));
                }
                Err(Trouble::Unread(source)) => self.pass_over(&path, source),
                Err(Trouble::Failed(failed)) => return Err(failed),
            }
        }
        Ok(())
    }

    /// Reads what is new in one journal.
    fn read<P: Projection>(&mut self, name: &OsStr, into: &mut P) -> Result<Report, Trouble<P::Error>> {
        let mut changed = std::mem::take(&mut self.changed);
        let report = self.journal(name).catch_up(|writes, reached| {
            into.apply(writes, Some(reached))?;
            changed.add(writes);
            Ok(())
        });
        self.changed = changed;
        report
    }

    /// Tells of something that could not be read, unless it is not there or was
    /// told before.
    fn pass_over(&mut self, path: &Path, source: io::Error) {
        if source.kind() != io::ErrorKind::NotFound && self.passed_over.insert(path.to_owned()) {
            self.found.push(Notice::Unread { path: path.to_owned(), source });
        }
    }
}

/// Gives each change a time that is later than all that was seen.
fn stamped(changes: &[Change], now: u64, projection: &impl Projection) -> Result<Vec<Stamped>, Error> {
    let mut latest: BTreeMap<(ArticleId, &str), u64> = BTreeMap::new();
    let mut writes = Vec::with_capacity(changes.len());
    for change in changes {
        let key = (change.id, entry::key(change.field));
        let seen = match latest.get(&key) {
            Some(seen) => *seen,
            None => projection.written(change.id, change.field).map_err(Error::projection)?,
        };
        let t = now.max(seen.saturating_add(1)).min(entry::LATEST);
        latest.insert(key, t);
        writes.push(Stamped { t, change: *change });
    }
    Ok(writes)
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
