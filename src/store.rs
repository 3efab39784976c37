//! The library: every article that was ever taken in, and an index of its words.
//!
//! One `SQLite` file, `library.db`, in the data directory. It belongs to one
//! machine. Marks are not its own: the journals of [`crate::state`] are the truth,
//! and what it holds of them can be had again.
//!
//! - An article is in it once, however many sources it has. What it was made of
//!   is kept beside it, compressed, so that better rules can be applied without
//!   the file; a text that changed at its source leaves its earlier one behind.
//! - `key` orders articles as they are listed: newest first is `key` descending,
//!   undated ones last. Lists and searches stop when they have enough.
//! - The index holds words folded by [`crate::text::words`] and no text of its
//!   own (FTS5, contentless).
//! - Several kabars may use it at once: readers never wait, writers wait for each
//!   other's batch.
//! - Nothing is deleted unless somebody asked for it, and a damaged library is set
//!   aside, not overwritten.
//!
//! Imports `article` and `text`. Reads no clock: the time is passed in.

mod body;
mod bytes;
mod doctor;
mod document;
mod earlier;
mod entries;
mod feeds;
mod find;
mod furniture;
mod index;
mod key;
mod list;
mod marks;
mod pack;
mod quotations;
mod reclean;
mod retain;
mod schema;
mod search;
mod taken;
mod taking;
mod upgrade;
mod vocabulary;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, InterruptHandle, MAIN_DB, OpenFlags};

use crate::article::{ArticleId, Date};

use pack::Packing;

pub use doctor::Finding;
pub use earlier::Earlier;
pub use feeds::{About, Feed};
pub use list::{Listing, SoFar};
pub use marks::Reached;
pub use quotations::Said;
pub use reclean::{Original, Originals};
pub use retain::Rules;
pub use search::Order;
pub use taken::{Hash, Seen, Stat, Taken};
pub use taking::Report;

const WRITING: OpenFlags = OpenFlags::SQLITE_OPEN_READ_WRITE.union(OpenFlags::SQLITE_OPEN_CREATE);

/// How long a writer waits for another one. A batch takes well under a second;
/// whoever waits longer than this waits for a process that was stopped.
const PATIENCE: Duration = Duration::from_mins(1);

/// The library of one person on one machine.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    /// Apart: stores are moved about and kept in enums.
    packing: Box<Packing>,
    path: PathBuf,
    /// Whether it lies in no file, and `path` is what `SQLite` calls it.
    in_memory: bool,
    /// Where it may only be read: written by a newer kabar, or not ours to write.
    read_only: bool,
}

/// Where an open library lies: whoever needs it opens it for themselves, when they
/// first do.
#[derive(Clone, Debug)]
pub struct Location {
    path: PathBuf,
    in_memory: bool,
    read_only: bool,
}

impl Location {
    /// One more connection to the library, for another thread: reading goes on while
    /// a batch is written on the other. One in memory is there as long as any
    /// connection to it.
    pub fn open(&self) -> Result<Store, Error> {
        let wrong = |source| Error::Open { path: self.path.clone(), source };
        let flags = if self.read_only { OpenFlags::SQLITE_OPEN_READ_ONLY } else { WRITING };
        let connection = Store::connection(&self.path, flags).map_err(wrong)?;
        schema::set_up(&connection).map_err(wrong)?;
        let Self { path, in_memory, read_only } = self.clone();
        Ok(Store { connection, packing: Box::default(), path, in_memory, read_only })
    }
}

/// Breaks off what a connection is doing; it then fails with an error that
/// [is an interrupt](Error::is_interrupt).
pub struct Interrupter(InterruptHandle);

impl Interrupter {
    pub fn interrupt(&self) {
        self.0.interrupt();
    }
}

/// Something about the library that a reader should know.
#[derive(Debug, thiserror::Error)]
pub enum Notice {
    #[error("`{path}` was damaged: it was set aside as `{aside}`, and a new library begun")]
    SetAside { path: PathBuf, aside: PathBuf },
    #[error("`{path}` was written by a newer kabar (version {version}): it is read, and not changed")]
    Newer { path: PathBuf, version: i64 },
    #[error("`{path}` may not be written: it is read, and not changed")]
    ReadOnly { path: PathBuf },
}

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("cannot use `{path}`")]
    File { path: PathBuf, source: io::Error },
    #[error("cannot open the library `{path}`{}", what_to_do(.source))]
    Open { path: PathBuf, source: rusqlite::Error },
    #[error("`{path}` is a database of another program")]
    NotOurs { path: PathBuf },
    #[error("cannot {doing} the library `{path}`{}", what_to_do(.source))]
    Sql { doing: &'static str, path: PathBuf, source: rusqlite::Error },
    /// One article; all others are what they were.
    #[error("cannot unpack the article {id} of the library `{path}`")]
    Unreadable { id: ArticleId, path: PathBuf, source: io::Error },
    #[error("`{path}` is not changed by this kabar")]
    ReadOnly { path: PathBuf },
}

impl Error {
    fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |source| Self::File { path, source }
    }

    /// Whether somebody broke it off.
    pub fn is_interrupt(&self) -> bool {
        match self {
            Self::Sql { source, .. } => source.sqlite_error_code() == Some(ErrorCode::OperationInterrupted),
            _ => false,
        }
    }

    /// Whether the file itself is at fault: what to do is [`Store::set_aside`].
    pub fn is_damage(&self) -> bool {
        match self {
            Self::Open { source, .. } | Self::Sql { source, .. } => matches!(
                source.sqlite_error_code(),
                Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
            ),
            Self::File { .. } | Self::NotOurs { .. } | Self::Unreadable { .. } | Self::ReadOnly { .. } => {
                false
            }
        }
    }
}

/// What helps against a failure of `SQLite`, where something does; it says itself what
/// is wrong (<https://sqlite.org/rescode.html>).
fn what_to_do(error: &rusqlite::Error) -> &'static str {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => " (its disk needs more room)",
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
            " (its file and folder must be there and yours to write)"
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            " (another program has held it for a minute: try again when that is done)"
        }
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            " (it is damaged: kabar sets it aside, and fills a new one from feeds and journals)"
        }
        Some(ErrorCode::SystemIoFailure) => " (its disk failed, or is no longer there)",
        _ => "",
    }
}

impl Store {
    /// Gives a failure of `SQLite` its place: ``cannot search the library `library.db` ``.
    fn failed_to(&self, doing: &'static str) -> impl Fn(rusqlite::Error) -> Error {
        move |source| Error::Sql { doing, path: self.path.clone(), source }
    }

    /// Opens the library in a folder, and begins one where there is none. One
    /// that is damaged is set aside under a name with the time `now`, in
    /// milliseconds since 1970.
    pub fn open(folder: &Path, now: u64) -> Result<(Self, Vec<Notice>), Error> {
        fs::create_dir_all(folder).map_err(Error::file(folder))?;
        let path = folder.join("library.db");
        // One at a time: two that begin a library, or find it damaged, at once
        // would be in each other's way.
        let _lock = lock(folder)?;
        match Self::connect(&path) {
            Err(error) if error.is_damage() => {
                let notice = set_aside(&path, now)?;
                let (store, mut notices) = Self::connect(&path)?;
                notices.insert(0, notice);
                Ok((store, notices))
            }
            opened => opened,
        }
    }

    /// Puts the library aside after an error that [is damage](Error::is_damage),
    /// and begins a new one.
    pub fn set_aside(self, now: u64) -> Result<(Self, Vec<Notice>), Error> {
        if self.in_memory {
            return Ok((Self::in_memory()?, Vec::new()));
        }
        let Self { connection, path, .. } = self;
        let folder = path.parent().unwrap_or_else(|| Path::new(".")).to_owned();
        drop(connection);
        let lock = lock(&folder)?;
        let damaged = Self::connect(&path).map_or(true, |(store, _)| !store.is_sound());
        // Another kabar may have set it aside in the meantime.
        let notice = damaged.then(|| set_aside(&path, now)).transpose()?;
        drop(lock);
        let (store, mut notices) = Self::open(&folder, now)?;
        notices.splice(..0, notice);
        Ok((store, notices))
    }

    /// A library that is gone with its last connection: for what stands in no
    /// file, and where no folder can be used.
    pub fn in_memory() -> Result<Self, Error> {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        // A name with a slash is shared by the connections of one process
        // (<https://sqlite.org/src/file/src/memdb.c>).
        let path = PathBuf::from(format!("file:/kabar-{number}?vfs=memdb"));
        let wrong = |source| Error::Open { path: path.clone(), source };
        let mut connection = Self::connection(&path, WRITING).map_err(wrong)?;
        schema::set_up(&connection).map_err(wrong)?;
        let packing = Box::<Packing>::default();
        schema::prepare(&mut connection, &packing, 0).map_err(wrong)?;
        Ok(Self { connection, packing, path, in_memory: true, read_only: false })
    }

    /// Where other threads find it.
    pub fn location(&self) -> Location {
        Location { path: self.path.clone(), in_memory: self.in_memory, read_only: self.read_only }
    }

    /// One more connection to the same library, for another thread.
    pub fn another(&self) -> Result<Self, Error> {
        self.location().open()
    }

    /// What breaks off whatever this connection is doing, from another thread.
    pub fn interrupter(&self) -> Interrupter {
        Interrupter(self.connection.get_interrupt_handle())
    }

    fn connection(path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(PATIENCE)?;
        // No plan here depends on the values of a query. Without this some statements are
        // planned anew whenever their values are cleared, as they are after each use: a
        // fifth of what a search cost.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.set_prepared_statement_cache_capacity(64);
        // How a statement is best done hangs on no value here. Without this SQLite would
        // prepare nearly each that is kept anew whenever it is done, since its values
        // might be other ones (sqlite3_clear_bindings).
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        Ok(connection)
    }

    fn connect(path: &Path) -> Result<(Self, Vec<Notice>), Error> {
        let wrong = |source| Error::Open { path: path.to_owned(), source };
        let mut connection = Self::connection(path, WRITING).map_err(wrong)?;
        let packing = Box::<Packing>::default();
        let mut notices = Vec::new();
        let version = schema::version(&connection).map_err(wrong)?;
        if !schema::is_ours(&connection).map_err(wrong)? {
            return Err(Error::NotOurs { path: path.to_owned() });
        }
        let mut read_only = connection.is_readonly(MAIN_DB).map_err(wrong)?;
        if version > schema::VERSION {
            connection = Self::connection(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(wrong)?;
            read_only = true;
            notices.push(Notice::Newer { path: path.to_owned(), version });
        } else if read_only {
            notices.push(Notice::ReadOnly { path: path.to_owned() });
        } else {
            // Before anything else is written: it cannot be changed later. A packed
            // article takes some two thousand bytes, and on the usual pages of 4,096
            // each would have one for itself; what is larger is written again as a
            // whole for each row that changes on it.
            connection.pragma_update(None, "page_size", 8_192).map_err(wrong)?;
            connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())).map_err(wrong)?;
            schema::set_up(&connection).map_err(wrong)?;
            schema::prepare(&mut connection, &packing, version).map_err(wrong)?;
        }
        schema::probe(&connection).map_err(wrong)?;
        Ok((Self { connection, packing, path: path.to_owned(), in_memory: false, read_only }, notices))
    }

    /// Goes through the whole file and index, and says what does not fit
    /// together. Takes time in proportion to the library.
    pub fn check(&self) -> Result<Vec<String>, Error> {
        let mut wrong = Vec::new();
        let mut check = || -> rusqlite::Result<()> {
            let mut pages = self.connection.prepare("PRAGMA integrity_check(10)")?;
            let found = pages.query_map([], |row| row.get::<_, String>(0))?;
            wrong = found.filter(|it| it.as_deref() != Ok("ok")).collect::<Result<_, _>>()?;
            let orphans = "SELECT count(*) FROM article WHERE body NOT IN (SELECT number FROM body)
                OR key NOT IN (SELECT rowid FROM found)";
            let orphans: i64 = self.connection.query_row(orphans, [], |row| row.get(0))?;
            if orphans > 0 {
                wrong.push(format!("{orphans} article(s) without a body or not in the index"));
            }
            Ok(())
        };
        check().map_err(self.failed_to("check"))?;
        Ok(wrong)
    }

    /// A number that is another one as soon as anybody else has written into the library
    /// (<https://sqlite.org/pragma.html#pragma_data_version>): another connection, of
    /// this kabar or of others. What this one writes does not change it.
    pub fn edition(&self) -> Result<i64, Error> {
        let edition =
            || self.connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0));
        edition().map_err(self.failed_to("look at"))
    }

    /// Whether nothing can be added: it was told when the library was opened.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    fn is_sound(&self) -> bool {
        self.check().is_ok_and(|it| it.is_empty())
    }

    fn writable(&self) -> Result<(), Error> {
        if self.read_only { Err(Error::ReadOnly { path: self.path.clone() }) } else { Ok(()) }
    }
}

/// Keeps other kabars from opening the library for as long as the file is held.
fn lock(folder: &Path) -> Result<File, Error> {
    let path = folder.join("library.lock");
    let opened = File::options().write(true).create(true).truncate(false).open(&path);
    let file = opened.map_err(Error::file(&path))?;
    match file.lock() {
        Ok(()) => Ok(file),
        // Some network file systems have no locks, and SQLite has its own.
        Err(source) if source.kind() == io::ErrorKind::Unsupported => Ok(file),
        Err(source) => Err(Error::File { path, source }),
    }
}

/// Gives a damaged library, with the files that `SQLite` keeps beside it, a name
/// of its own: `library.damaged-2026-11-22T153000Z.db`.
fn set_aside(path: &Path, now: u64) -> Result<Notice, Error> {
    let time = Date::utc(i64::try_from(now / 1_000).unwrap_or(0)).to_string().replace(':', "");
    let name = |n: u32| {
        let n = if n == 0 { String::new() } else { format!("-{n}") };
        path.with_file_name(format!("library.damaged-{time}{n}.db"))
    };
    let aside = (0..=u32::MAX).map(name).find(|it| !it.exists()).unwrap_or_else(|| name(0));
    for ending in ["", "-wal", "-shm"] {
        let with = |path: &Path| PathBuf::from(format!("{}{ending}", path.display()));
        match fs::rename(with(path), with(&aside)) {
            Err(source) if ending.is_empty() || source.kind() != io::ErrorKind::NotFound => {
                return Err(Error::File { path: with(path), source });
            }
            _ => {}
        }
    }
    Ok(Notice::SetAside { path: path.to_owned(), aside })
}

#[cfg(test)]
mod tests;
