//! Files and folders.

use std::collections::HashSet;
use std::fs::{self, File, FileType, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::{Item, LARGEST, Place, Problem, read_whole, shown};
use crate::extract::Form;

/// Finds the articles of a path: the file itself, whatever its name, or all
/// files in a folder and its folders that have the name of an article.
pub(super) fn find(path: &Path, items: &mut Vec<Item>, problems: &mut Vec<Problem>) {
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => {
            let before = (items.len(), problems.len());
            search(path, items, problems);
            if before == (items.len(), problems.len()) {
                problems.push(Problem::NoArticles { path: path.to_owned() });
            }
        }
        Ok(metadata) => match check(path, &metadata) {
            Ok(()) => items.push(item(path.to_owned())),
            Err(problem) => problems.push(problem),
        },
        Err(source) => problems.push(Problem::Unread { path: path.to_owned(), source }),
    }
}

fn item(path: PathBuf) -> Item {
    Item { name: shown(&path), place: Place::File(path) }
}

/// A step through a folder's tree.
enum Step {
    Look(PathBuf),
    /// A folder was searched through.
    Leave(PathBuf),
}

/// Looks through a folder, each folder in the order of its names. Steps lie on
/// a stack of our own: how deep folders lie is not ours to say.
fn search(folder: &Path, items: &mut Vec<Item>, problems: &mut Vec<Problem>) {
    let mut steps = vec![Step::Look(folder.to_owned())];
    // By their real paths: folders that the search is in, and all that it was in.
    let (mut above, mut searched) = (HashSet::new(), HashSet::new());
    while let Some(step) = steps.pop() {
        let path = match step {
            Step::Leave(real) => {
                above.remove(&real);
                continue;
            }
            Step::Look(path) => path,
        };
        let (real, names) = match (fs::canonicalize(&path), names(&path)) {
            (Ok(real), Ok(names)) => (real, names),
            (Err(source), _) | (_, Err(source)) => {
                problems.push(Problem::Unread { path, source });
                continue;
            }
        };
        if above.contains(&real) {
            problems.push(Problem::Cycle { path });
            continue;
        }
        if !searched.insert(real.clone()) {
            continue; // Two links to one folder: its articles are there already.
        }
        above.insert(real.clone());
        steps.push(Step::Leave(real));
        // Folders come after the files beside them.
        let mut folders = Vec::new();
        for (name, kind) in names {
            let path = path.join(name);
            match kind_of(&path, kind) {
                Ok(Kind::Folder) => folders.push(path),
                Ok(Kind::File) if is_article(&path) => items.push(item(path)),
                Ok(Kind::Other(what)) if is_article(&path) => problems.push(Problem::NotAFile { path, what }),
                Ok(Kind::File | Kind::Other(_)) => {}
                Err(source) => problems.push(Problem::Unread { path, source }),
            }
        }
        steps.extend(folders.into_iter().rev().map(Step::Look));
    }
}

/// What lies in a folder, sorted by name; hidden names are left out.
fn names(folder: &Path) -> io::Result<Vec<(std::ffi::OsString, FileType)>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if !name.as_encoded_bytes().starts_with(b".") {
            names.push((name, entry.file_type()?));
        }
    }
    names.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(names)
}

/// Whether a file in a folder is an article by its name. A README says what is
/// in the folder; it is read where it is named.
fn is_article(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stem = path.file_stem().unwrap_or_default();
    Form::of_name(&name).is_some() && !stem.eq_ignore_ascii_case("readme")
}

#[derive(Clone, Copy)]
enum Kind {
    Folder,
    File,
    Other(&'static str),
}

fn kind_of(path: &Path, kind: FileType) -> io::Result<Kind> {
    let kind = if kind.is_symlink() { fs::metadata(path)?.file_type() } else { kind };
    Ok(if kind.is_dir() {
        Kind::Folder
    } else if kind.is_file() {
        Kind::File
    } else {
        Kind::Other(what(kind))
    })
}

/// Reads a file. When it was changed is not asked: that is no date of publication.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    let unread = |source| Problem::Unread { path: path.to_owned(), source };
    // Opening a pipe would wait for somebody to write into it, so look first.
    check(path, &fs::metadata(path).map_err(unread)?)?;
    let file = File::open(path).map_err(unread)?;
    check(path, &file.metadata().map_err(unread)?)?;
    read_whole(file, path)
}

/// Whether something is a file, and not too large.
fn check(path: &Path, metadata: &Metadata) -> Result<(), Problem> {
    if !metadata.is_file() {
        return Err(Problem::NotAFile { path: path.to_owned(), what: what(metadata.file_type()) });
    }
    if metadata.len() > LARGEST {
        return Err(Problem::TooLarge { path: path.to_owned() });
    }
    Ok(())
}

/// What something is that is no file.
#[cfg(unix)]
fn what(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt as _;
    if kind.is_dir() {
        "a folder"
    } else if kind.is_fifo() {
        "a pipe"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn what(kind: FileType) -> &'static str {
    if kind.is_dir() { "a folder" } else { "a device" }
}
