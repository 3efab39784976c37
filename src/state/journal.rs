//! One journal: read from where it was left, appended to, mended at its end.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, Metadata};
use std::io::{self, BufRead, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::Error;
use super::device::{self, Device, folder_of, sync_folder};
use super::entry::{self, Entry, FORMAT, Line};
use super::projection::{At, Position};
use crate::article::Stamped;

/// A journal that is being followed.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    name: OsString,
    /// What of it is in the projection.
    at: At,
    /// What was told of it since the program began.
    told_damaged: u64,
    told_format: u64,
}

/// What was found in the lines that are new, or not told yet.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) damaged: u64,
    /// The journal ends in a piece of a line.
    pub(super) torn: bool,
    /// The format of the journal, where it is newer than is known.
    pub(super) newer: Option<u64>,
}

/// Why a journal did not get into the projection.
#[derive(Debug)]
pub(super) enum Trouble<E> {
    Unread(io::Error),
    /// It could not be taken.
    Failed(E),
}

impl<E> From<io::Error> for Trouble<E> {
    fn from(it: io::Error) -> Self {
        Self::Unread(it)
    }
}

/// Below this a journal is read in no time, and not worth compacting.
const SHORT: u64 = 2_000;

/// A projection takes so many writes at once: some 8 MB of them.
const BATCH: usize = 1 << 17;

impl Journal {
    /// A journal in a folder that was read up to a position.
    pub(super) fn new(folder: &Path, position: Position) -> Self {
        let (name, at) = position.into_parts();
        Self { path: folder.join(&name), name, at, told_damaged: 0, told_format: FORMAT }
    }

    pub(super) fn unread(folder: &Path, name: &OsStr) -> Self {
        Self::new(folder, Position::new(name.to_owned(), At::start()))
    }

    /// Whether at least half of the journal is likely outdated. The work of
    /// compacting stays linear in what was ever written.
    pub(super) fn worth_compacting(&self) -> bool {
        self.at.format <= FORMAT && self.at.lines > self.at.compacted_to.saturating_mul(2) + SHORT
    }

    pub(super) fn is_torn(&self) -> bool {
        self.at.torn
    }

    /// Whether what it once said may be in no journal any more.
    pub(super) fn is_lost(&self) -> bool {
        self.at.lost
    }

    /// Whether it was ever read.
    pub(super) fn is_known(&self) -> bool {
        self.at.read_to > 0
    }

    /// Hands over what was written since the last time, or all of it where the
    /// file was replaced: writes may come again. Each batch comes with the
    /// position behind it; where it is not taken, it comes again the next time.
    pub(super) fn catch_up<E>(
        &mut self,
        mut take: impl FnMut(&[Stamped], &Position) -> Result<(), E>,
    ) -> Result<Report, Trouble<E>> {
        let metadata = fs::metadata(&self.path)?;
        if !metadata.is_file() {
            // Opening a pipe would wait for somebody to write into it.
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no file").into());
        }
        let seen = Some(seen(&metadata));
        if self.at.seen != seen {
            self.read(seen, &mut take)?;
        }
        let damaged = self.at.damaged.saturating_sub(self.told_damaged);
        self.told_damaged += damaged;
        let newer = (self.at.format > self.told_format).then_some(self.at.format);
        self.told_format = self.told_format.max(self.at.format);
        Ok(Report { damaged, torn: self.at.torn, newer })
    }

    fn read<E>(
        &mut self,
        seen: Option<(u64, Option<i64>)>,
        take: &mut impl FnMut(&[Stamped], &Position) -> Result<(), E>,
    ) -> Result<(), Trouble<E>> {
        let mut file = device::open(&self.path)?;
        let mut at = self.at.clone();
        if !continues(&at, &mut file)? {
            at = At { lost: true, ..At::start() };
            file.seek(SeekFrom::Start(0))?;
        }
        (at.seen, at.torn) = (None, false);
        let mut lines = BufReader::with_capacity(1 << 16, file);
        let (mut line, mut batch) = (Vec::new(), Vec::new());
        loop {
            line.clear();
            if lines.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            let whole = line.ends_with(b"\n");
            match entry::parse(&line) {
                Line::Entry(entry) => batch.extend(entry.writes()),
                Line::Head(format, members) => {
                    at.format = at.format.max(format);
                    let kept = members.get("lines").and_then(serde_json::Value::as_u64);
                    at.compacted_to = kept.unwrap_or(at.compacted_to);
                }
                Line::Damaged if whole => at.damaged += 1,
                Line::Blank | Line::Unknown | Line::Damaged => {}
            }
            if !whole {
                // Perhaps the rest is on its way: it is read again next time.
                at.torn = true;
                break;
            }
            at.advance(&line, 1);
            if batch.len() >= BATCH {
                self.reach(at.clone(), &batch, take)?;
                batch.clear();
            }
        }
        at.seen = seen;
        self.reach(at, &batch, take)
    }

    /// Hands over writes, and goes on behind them where they were taken.
    fn reach<E>(
        &mut self,
        at: At,
        writes: &[Stamped],
        take: &mut impl FnMut(&[Stamped], &Position) -> Result<(), E>,
    ) -> Result<(), Trouble<E>> {
        take(writes, &Position::new(self.name.clone(), at.clone())).map_err(Trouble::Failed)?;
        self.at = at;
        Ok(())
    }

    /// Goes on behind what was just appended, so that it is not read again.
    pub(super) fn appended<E>(
        &mut self,
        appended: &Appended,
        writes: &[Stamped],
        mut take: impl FnMut(&[Stamped], &Position) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut at = self.at.clone();
        if appended.before == 0 && at.read_to > 0 {
            // It was thrown out, and is a new one.
            at = At { lost: true, ..At::start() };
        }
        if at.read_to == appended.before {
            at.advance(&appended.bytes, appended.lines);
            at.torn = false;
        }
        // Where somebody else wrote too, it is read once more.
        at.seen = appended.seen.filter(|(length, _)| *length == at.read_to);
        take(writes, &Position::new(self.name.clone(), at.clone()))?;
        self.at = at;
        Ok(())
    }

    /// All that it once said is in a journal again.
    pub(super) fn found_again<E>(&mut self, take: impl FnOnce(&Position) -> Result<(), E>) -> Result<(), E> {
        self.go_on_at(At { lost: false, ..self.at.clone() }, take)
    }

    /// Goes on at the end of a file that says the same as what was read.
    pub(super) fn go_on_at<E>(
        &mut self,
        at: At,
        take: impl FnOnce(&Position) -> Result<(), E>,
    ) -> Result<(), E> {
        take(&Position::new(self.name.clone(), at.clone()))?;
        self.at = at;
        Ok(())
    }
}

/// Length and time of change of a file.
pub(super) fn seen(metadata: &Metadata) -> (u64, Option<i64>) {
    let time = metadata.modified().ok().and_then(|it| match it.duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_nanos()).ok(),
        Err(before) => i64::try_from(before.duration().as_nanos()).ok().map(|it| -it),
    });
    (metadata.len(), time)
}

/// Whether a file begins with what was read, and leaves it there at its end.
fn continues(at: &At, file: &mut File) -> io::Result<bool> {
    let start = at.read_to - at.last.len() as u64;
    file.seek(SeekFrom::Start(start))?;
    let mut last = Vec::with_capacity(at.last.len());
    file.take(at.last.len() as u64).read_to_end(&mut last)?;
    Ok(last == at.last)
}

/// What was appended to a journal.
#[derive(Debug)]
pub(super) struct Appended {
    /// How long the journal was before, in bytes.
    before: u64,
    bytes: Vec<u8>,
    lines: u64,
    seen: Option<(u64, Option<i64>)>,
}

/// Appends entries in one write, and returns when they are on disk. Where that
/// fails, the journal is as it was before. The lock is held, and the journal
/// ends in a line end.
pub(super) fn append(path: &Path, device: &Device, entries: &[Entry]) -> Result<Appended, Error> {
    let failed = |source: io::Error| Error::Write { path: path.to_owned(), source };
    let folder = folder_of(path);
    let is_new = !path.try_exists().map_err(Error::read(path))?;
    let mut bytes = Vec::new();
    if is_new {
        create_folder(folder)?;
        let head = serde_json::json!({ "kabar": FORMAT, "device": device.name() });
        bytes.extend_from_slice(format!("{head}\n").as_bytes());
    }
    for entry in entries {
        bytes.extend(entry.to_line().map_err(|source| failed(source.into()))?);
    }
    let mut file = File::options().append(true).create(true).open(path).map_err(failed)?;
    let before = file.metadata().map_err(failed)?.len();
    if let Err(source) = file.write_all(&bytes).and_then(|()| file.sync_data()) {
        // A full disk takes part of a line. If it cannot be taken back either,
        // it is a torn line, which the next kabar sets aside.
        let _ = file.set_len(before);
        return Err(failed(source));
    }
    if is_new {
        sync_folder(folder).map_err(Error::write(folder))?;
    }
    let lines = entries.len() as u64 + u64::from(is_new);
    Ok(Appended { before, bytes, lines, seen: file.metadata().ok().as_ref().map(seen) })
}

/// Creates a folder with all that lead to it, on disk when it returns.
fn create_folder(folder: &Path) -> Result<(), Error> {
    let missing: Vec<&Path> = folder.ancestors().take_while(|it| !it.is_dir()).collect();
    fs::create_dir_all(folder).map_err(Error::write(folder))?;
    for parent in missing.iter().filter_map(|it| it.parent()).filter(|it| !it.as_os_str().is_empty()) {
        sync_folder(parent).map_err(Error::write(parent))?;
    }
    Ok(())
}

/// Makes a journal end in a line end. A last line that is whole but for its end
/// is completed; a piece of one is moved into a file beside the journal, whose
/// path is returned. The lock is held.
pub(super) fn mend(path: &Path) -> Result<Option<PathBuf>, Error> {
    let failed = |source: io::Error| Error::Write { path: path.to_owned(), source };
    let mut file = match File::options().read(true).append(true).open(path) {
        Err(source) if source.kind() == io::ErrorKind::NotFound => return Ok(None),
        opened => opened.map_err(failed)?,
    };
    let mut tail = Vec::new();
    let mut start = 0;
    let mut lines = BufReader::new(&file);
    loop {
        tail.clear();
        lines.read_until(b'\n', &mut tail).map_err(Error::read(path))?;
        if !tail.ends_with(b"\n") {
            break;
        }
        start += tail.len() as u64;
    }
    if tail.is_empty() {
        return Ok(None);
    }
    if !matches!(entry::parse(&tail), Line::Damaged | Line::Blank) {
        file.write_all(b"\n").and_then(|()| file.sync_data()).map_err(failed)?;
        return Ok(None);
    }
    let aside = set_aside(path, &tail)?;
    file.set_len(start).and_then(|()| file.sync_all()).map_err(failed)?;
    Ok(Some(aside))
}

/// Keeps a piece of a journal that is to leave it, in a file beside it.
pub(super) fn set_aside(path: &Path, piece: &[u8]) -> Result<PathBuf, Error> {
    let mut aside = OsString::from(path);
    aside.push(".torn");
    let aside = PathBuf::from(aside);
    let write = || {
        let mut file = File::options().append(true).create(true).open(&aside)?;
        file.write_all(piece)?;
        if !piece.ends_with(b"\n") {
            file.write_all(b"\n")?;
        }
        file.sync_all()?;
        sync_folder(folder_of(path))
    };
    write().map_err(Error::write(&aside))?;
    Ok(aside)
}
