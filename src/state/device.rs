//! Who this device is: a name for its journal, and a lock that its kabars share.

use std::fs::{self, File};
use std::hash::{BuildHasher, RandomState};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::{ENDING, Error};

/// A device by its name, such as `laptop-5c1f0a9be27d4436`.
#[derive(Clone, Debug)]
pub(super) struct Device {
    name: String,
    lock: PathBuf,
}

/// Names longer than this were not made here.
const LONGEST: usize = 64;

impl Device {
    /// The device whose name is kept in `data`; `None` where there is none yet.
    pub(super) fn stored(data: &Path) -> Result<Option<Self>, Error> {
        let path = data.join("device");
        let name = match open(&path).and_then(io::read_to_string) {
            Ok(name) => name.trim().to_owned(),
            Err(source) if source.kind() == ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(Error::Read { path, source }),
        };
        // It becomes a file's name: nothing may stand in it that leads elsewhere.
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if name.is_empty() || name.len() > LONGEST || !name.chars().all(fits) {
            return Err(Error::NoName { path });
        }
        Ok(Some(Self { name, lock: data.join("lock") }))
    }

    /// The same, and gives the device a name where it has none. The name stays
    /// when the host is called otherwise later.
    pub(super) fn open(data: &Path) -> Result<Self, Error> {
        fs::create_dir_all(data).map_err(Error::write(data))?;
        let lock = data.join("lock");
        let _held = hold(&lock)?;
        if let Some(device) = Self::stored(data)? {
            return Ok(device);
        }
        let path = data.join("device");
        let name = new_name(&host());
        let unfinished = data.join("device.new");
        write_whole(&unfinished, name.as_bytes()).map_err(Error::write(&unfinished))?;
        fs::rename(&unfinished, &path).map_err(Error::write(&path))?;
        sync_folder(data).map_err(Error::write(data))?;
        Ok(Self { name, lock })
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The name of the device's journal.
    pub(super) fn journal(&self) -> std::ffi::OsString {
        format!("{}{ENDING}", self.name).into()
    }

    /// Keeps this device's other kabars from writing for as long as the file is
    /// held. Waits for them; they hold it for one write.
    pub(super) fn lock(&self) -> Result<File, Error> {
        hold(&self.lock)
    }
}

/// Locks a file, and creates it where needed. The lock lies beside the device's
/// name and not on the journal, which compaction replaces and which is shared
/// with machines that know nothing of it.
fn hold(path: &Path) -> Result<File, Error> {
    // A lock can be had on a file that may only be read.
    let file = match File::open(path) {
        Err(source) if source.kind() == ErrorKind::NotFound => {
            File::options().write(true).create(true).truncate(false).open(path)
        }
        opened => opened,
    }
    .map_err(Error::write(path))?;
    match file.lock() {
        Ok(()) => Ok(file),
        // Some network file systems have no locks. Lines are appended in one
        // write all the same, and a torn one is set aside.
        Err(source) if source.kind() == ErrorKind::Unsupported => Ok(file),
        Err(source) => Err(Error::Lock { path: path.to_owned(), source }),
    }
}

/// Opens a file to read it. What is none is not waited for: folders are shared,
/// and a link in them may lead to a pipe or to a device without end.
pub(super) fn open(path: &Path) -> io::Result<File> {
    if fs::metadata(path)?.is_file() {
        File::open(path)
    } else {
        Err(io::Error::new(ErrorKind::InvalidInput, "it is no file"))
    }
}

/// Writes a file and waits until it is on disk.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// The folder that a file lies in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or_else(|| Path::new("."))
}

/// Waits until the names in a folder are on disk.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder cannot be opened as a file; the file system journals names.
#[cfg(not(unix))]
pub(super) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// The host's name for people and 64 bits for machines.
fn new_name(host: &str) -> String {
    let mut name: String = host
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        .take(24)
        .collect();
    if name.trim_matches('-').is_empty() {
        "device".clone_into(&mut name);
    }
    // The standard library keys each of these from the system's random source.
    let random = RandomState::new().hash_one(&name);
    format!("{}-{random:016x}", name.trim_matches('-'))
}

#[cfg(unix)]
fn host() -> String {
    let name = rustix::system::uname().nodename().to_string_lossy().into_owned();
    name.split('.').next().unwrap_or_default().to_owned()
}

#[cfg(not(unix))]
fn host() -> String {
    std::env::var("COMPUTERNAME").unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_keeps_its_name() {
        let data = tempfile::tempdir().unwrap();
        assert!(Device::stored(data.path()).unwrap().is_none());
        let name = Device::open(data.path()).unwrap().name;
        assert_eq!(Device::open(data.path()).unwrap().name, name);
        assert_eq!(Device::stored(data.path()).unwrap().unwrap().name, name);
    }

    #[test]
    fn names_are_safe_and_differ() {
        for (host, start) in
            [("Lap Top", "lap-top-"), ("../../etc", "etc-"), ("", "device-"), ("日本", "device-")]
        {
            let name = new_name(host);
            assert!(name.starts_with(start), "{host}: {name}");
            assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{name}");
            assert_ne!(name, new_name(host));
        }
    }

    #[test]
    fn a_name_that_leads_elsewhere_is_refused() {
        let data = tempfile::tempdir().unwrap();
        for name in ["", "../x", "a/b", "a b", &"x".repeat(65)] {
            fs::write(data.path().join("device"), name).unwrap();
            assert!(matches!(Device::open(data.path()), Err(Error::NoName { .. })), "{name}");
        }
    }
}
