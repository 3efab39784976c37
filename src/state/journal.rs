//! One journal: read from where it was left, appended to, mended at its end.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::Error;
use super::device::{Device, folder_of, sync_folder};
use super::entry::{self, Entry, FORMAT, Line};

/// A journal that is being followed.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    /// How much was read, in bytes: whole lines only.
    read_to: u64,
    /// The last bytes of that, by which a file that was merely appended to is
    /// told from one that was replaced.
    last: Vec<u8>,
    /// Length and time of change when it was read; where both are the same,
    /// nothing is read.
    seen: Option<(u64, Option<SystemTime>)>,
    lines: u64,
    /// How many lines were left by the last compaction.
    compacted_to: u64,
    format: u64,
    damaged: u64,
    torn: bool,
}

/// What was found in the lines that are new.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) damaged: u64,
    /// The journal ends in a piece of a line.
    pub(super) torn: bool,
    /// The format of the journal, where it is new and newer than is known.
    pub(super) newer: Option<u64>,
}

/// How many bytes tell what was read from something else: an entry with its
/// time, its article and what came before it.
const LAST: usize = 128;

/// Below this a journal is read in no time, and not worth compacting.
const SHORT: u64 = 2_000;

impl Journal {
    pub(super) fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            read_to: 0,
            last: Vec::new(),
            seen: None,
            lines: 0,
            compacted_to: 0,
            format: FORMAT,
            damaged: 0,
            torn: false,
        }
    }

    /// Whether at least half of the journal is likely outdated. The work of
    /// compacting stays linear in what was ever written.
    pub(super) fn worth_compacting(&self) -> bool {
        self.format <= FORMAT && self.lines > self.compacted_to.saturating_mul(2) + SHORT
    }

    pub(super) fn is_torn(&self) -> bool {
        self.torn
    }

    /// Hands over the entries that were added since the last time, or all of
    /// them where the file was replaced: entries may come again.
    pub(super) fn catch_up(&mut self, mut take: impl FnMut(&Entry)) -> io::Result<Report> {
        let metadata = fs::metadata(&self.path)?;
        if !metadata.is_file() {
            // Opening a pipe would wait for somebody to write into it.
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no file"));
        }
        let seen = Some((metadata.len(), metadata.modified().ok()));
        if self.seen == seen {
            return Ok(Report { torn: self.torn, ..Report::default() });
        }
        let mut file = File::open(&self.path)?;
        if !self.continues(&mut file)? {
            *self = Self { damaged: self.damaged, format: self.format, ..Self::new(&self.path) };
            file.seek(SeekFrom::Start(0))?;
        }
        let (format, told) = (self.format, self.damaged);
        let mut damaged = if self.read_to == 0 { 0 } else { told };
        let mut lines = BufReader::with_capacity(1 << 16, file);
        let mut line = Vec::new();
        self.torn = false;
        loop {
            line.clear();
            if lines.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            let whole = line.ends_with(b"\n");
            match entry::parse(&line) {
                Line::Entry(entry) => take(&entry),
                Line::Head(format, members) => {
                    self.format = self.format.max(format);
                    let kept = members.get("lines").and_then(serde_json::Value::as_u64);
                    self.compacted_to = kept.unwrap_or(self.compacted_to);
                }
                Line::Damaged if whole => damaged += 1,
                Line::Blank | Line::Unknown | Line::Damaged => {}
            }
            if !whole {
                // Perhaps the rest is on its way: it is read again next time.
                self.torn = true;
                break;
            }
            self.read_to += line.len() as u64;
            self.lines += 1;
            remember(&mut self.last, &line);
        }
        self.damaged = damaged;
        self.seen = seen;
        Ok(Report {
            damaged: damaged.saturating_sub(told),
            torn: self.torn,
            newer: (self.format > format.max(FORMAT)).then_some(self.format),
        })
    }

    /// Whether a file begins with what was read, and leaves it there at its end.
    fn continues(&self, file: &mut File) -> io::Result<bool> {
        let start = self.read_to - self.last.len() as u64;
        file.seek(SeekFrom::Start(start))?;
        let mut last = Vec::with_capacity(self.last.len());
        file.take(self.last.len() as u64).read_to_end(&mut last)?;
        Ok(last == self.last)
    }
}

/// Keeps the last bytes of what was read.
fn remember(last: &mut Vec<u8>, line: &[u8]) {
    last.extend_from_slice(line);
    let surplus = last.len().saturating_sub(LAST);
    last.drain(..surplus);
}

/// Appends entries in one write, and returns when they are on disk. Where that
/// fails, the journal is as it was before. The lock is held, and the journal
/// ends in a line end.
pub(super) fn append(path: &Path, device: &Device, entries: &[Entry]) -> Result<(), Error> {
    let failed = |source: io::Error| Error::Write { path: path.to_owned(), source };
    let folder = folder_of(path);
    let is_new = !path.try_exists().map_err(Error::read(path))?;
    let mut lines = Vec::new();
    if is_new {
        create_folder(folder)?;
        let head = serde_json::json!({ "kabar": FORMAT, "device": device.name() });
        lines.extend_from_slice(format!("{head}\n").as_bytes());
    }
    for entry in entries {
        lines.extend(entry.to_line().map_err(|source| failed(source.into()))?);
    }
    let mut file = File::options().append(true).create(true).open(path).map_err(failed)?;
    let before = file.metadata().map_err(failed)?.len();
    if let Err(source) = file.write_all(&lines).and_then(|()| file.sync_data()) {
        // A full disk takes part of a line. If it cannot be taken back either,
        // it is a torn line, which the next kabar sets aside.
        let _ = file.set_len(before);
        return Err(failed(source));
    }
    if is_new {
        sync_folder(folder).map_err(Error::write(folder))?;
    }
    Ok(())
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
