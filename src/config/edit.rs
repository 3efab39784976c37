//! Changing files that people write too: comments, order and what kabar does
//! not know stay.
//!
//! A file is replaced whole: written beside itself, brought to disk, renamed.
//! Who reads it sees the old one or the new one. Two kabars wait for each other;
//! an editor that saves in the few milliseconds between is not waited for. What
//! does not parse is never written over.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use toml_edit::DocumentMut;

use super::{Problem, What};

/// Why a file could not be changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("cannot read `{}`", .path.display())]
    Read { path: PathBuf, source: io::Error },
    #[error("cannot write `{}`", .path.display())]
    Write { path: PathBuf, source: io::Error },
    #[error("cannot lock `{}`", .path.display())]
    Lock { path: PathBuf, source: io::Error },
    #[error("nothing is changed, for the file must be mended first: {0}")]
    Broken(Problem),
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

/// Who may read a file that kabar makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Readers {
    /// Whoever the system lets; a file that is there keeps its permissions.
    Usual,
    /// Its owner alone, whatever held before.
    Owner,
}

/// A file that is changed under a lock, which lies elsewhere: folders of configs
/// are shared between machines, and locks are not.
#[derive(Clone, Debug)]
pub(super) struct Shared {
    pub(super) path: PathBuf,
    pub(super) lock: PathBuf,
    pub(super) readers: Readers,
}

impl Shared {
    /// Changes the file, which need not exist, and gives back what the work gave
    /// back. Where the work fails or changes nothing, nothing is written.
    pub(super) fn change<T>(
        &self,
        work: impl FnOnce(&mut DocumentMut) -> Result<T, What>,
    ) -> Result<T, Error> {
        let _held = hold(&self.lock)?;
        let before = read(&self.path)
            .map_err(Error::read(&self.path))?
            .map_or_else(String::new, |it| it.trim_start_matches('\u{FEFF}').to_owned());
        let broken = |at, what| Error::Broken(Problem { path: self.path.clone(), at, what });
        let mut document = before.parse::<DocumentMut>().map_err(|error| {
            let at = super::line_and_column(&before, error.span().map_or(0, |it| it.start));
            broken(Some(at), What::Syntax(error.message().to_owned()))
        })?;
        let done = work(&mut document).map_err(|what| broken(None, what))?;
        let mut after = document.to_string();
        // Whose lines end as on Windows keeps that.
        if before.contains("\r\n") {
            after = after.replace("\r\n", "\n").replace('\n', "\r\n");
        }
        if after != before {
            self.replace(after.as_bytes())?;
        }
        Ok(done)
    }

    /// Writes the file whole. A link to it stays one: what it leads to is replaced.
    fn replace(&self, bytes: &[u8]) -> Result<(), Error> {
        let target = followed(&self.path);
        let folder = target.parent().unwrap_or_else(|| Path::new("."));
        fs::create_dir_all(folder).map_err(Error::write(folder))?;
        let mut name = target.file_name().unwrap_or_default().to_owned();
        name.push(".new");
        let unfinished = folder.join(name);
        let written = self.write_new(&unfinished, &target, bytes);
        written.and_then(|()| fs::rename(&unfinished, &target)).map_err(|source| {
            // Whatever is left of it is of no use to anybody.
            let _ = fs::remove_file(&unfinished);
            Error::Write { path: target.clone(), source }
        })?;
        sync_folder(folder).map_err(Error::write(folder))
    }

    fn write_new(&self, unfinished: &Path, target: &Path, bytes: &[u8]) -> io::Result<()> {
        // Who took away the right to write a file means it.
        if fs::metadata(target).is_ok_and(|it| it.permissions().readonly()) {
            return Err(ErrorKind::PermissionDenied.into());
        }
        // One that a crash left; a link that somebody laid is not followed.
        match fs::remove_file(unfinished) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        if self.readers == Readers::Owner {
            for_owner(&mut options);
        }
        let mut file = options.open(unfinished)?;
        if self.readers == Readers::Usual
            && let Ok(metadata) = fs::metadata(target)
        {
            file.set_permissions(metadata.permissions())?;
        }
        file.write_all(bytes)?;
        file.sync_all()
    }
}

/// The text of a file; `None` where there is none. What is no file (a pipe, a
/// device, a folder) is not waited for.
pub(super) fn read(path: &Path) -> io::Result<Option<String>> {
    match fs::metadata(path) {
        Ok(it) if !it.is_file() => Err(io::Error::new(ErrorKind::InvalidInput, "it is no file")),
        Ok(_) => fs::read_to_string(path).map(Some),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Where a link leads, and the links that it leads to; the path itself where it is
/// none. What it leads to need not exist.
fn followed(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    // As many as Linux follows; a circle ends here and fails to be written.
    for _ in 0..40 {
        let Ok(to) = fs::read_link(&path) else { break };
        path = path.parent().unwrap_or_else(|| Path::new(".")).join(to);
    }
    path
}

/// Locks a file, and creates it where needed. Waits for other kabars, which hold
/// it for one write.
fn hold(path: &Path) -> Result<File, Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Error::write(folder))?;
    }
    let file = OpenOptions::new().append(true).create(true).open(path).map_err(Error::write(path))?;
    match file.lock() {
        Ok(()) => Ok(file),
        // Some network file systems have no locks. A file is replaced whole all
        // the same: at worst one of two changes made at once is lost.
        Err(source) if source.kind() == ErrorKind::Unsupported => Ok(file),
        Err(source) => Err(Error::Lock { path: path.to_owned(), source }),
    }
}

#[cfg(unix)]
fn for_owner(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600);
}

/// Elsewhere the folder of a person's config is theirs alone.
#[cfg(not(unix))]
fn for_owner(_options: &mut OpenOptions) {}

/// Waits until the names in a folder are on disk.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder cannot be opened as a file; the file system journals names.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
