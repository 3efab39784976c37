//! Where articles come from: files and folders, standard input, samples that
//! are built in, and pages and feeds that servers send ([`http`]).
//!
//! [`gather`] is cheap: it finds names and reads nothing. An [`Item`] is read
//! when it is needed. What cannot be read is told and never stops the rest, and
//! nothing that could block (pipes, devices) is opened.
//!
//! Imports `extract`, to know which files it reads and to read them.

pub mod follow;
pub mod http;
pub mod refresh;
pub mod schedule;

mod disk;
mod samples;

use std::borrow::Cow;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use crate::article::Article;
use crate::extract::{self, Form, Hint};
use crate::text::safe;
use http::{Accept, Body, Fetch, Request, Trust, Url};

/// The most that a stored article may hold, in bytes. Longer than any book, and
/// short enough to be held in memory a few times over.
pub const LARGEST: u64 = 64 << 20;

/// Something that can be read as an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    name: String,
    place: Place,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    File(PathBuf),
    Stdin,
    Sample(&'static [u8]),
    Page(Arc<Page>),
}

/// A page as a server sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Page {
    bytes: Vec<u8>,
    /// Who sent it, redirects followed.
    url: String,
    form: Option<Form>,
    charset: Option<String>,
}

/// The bytes of an item and what is known about them.
#[derive(Clone, Debug)]
pub struct Stored {
    pub bytes: Cow<'static, [u8]>,
    pub hint: Hint,
}

/// What was found, in the order in which it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    pub items: Vec<Item>,
    /// What was looked through, in words for people.
    pub place: String,
}

/// Something that could not be read, by its path.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    #[error("cannot read `{}`", shown(.path))]
    Unread { path: PathBuf, source: io::Error },
    #[error("cannot read `{}`: it is {what}, and no file", shown(.path))]
    NotAFile { path: PathBuf, what: &'static str },
    #[error("passed over `{}`: it leads back to a folder above it", shown(.path))]
    Cycle { path: PathBuf },
    #[error("cannot read `{}`: it is larger than {} MB", shown(.path), LARGEST >> 20)]
    TooLarge { path: PathBuf },
    #[error("found no articles in `{}`", shown(.path))]
    NoArticles { path: PathBuf },
}

/// A path for people: one line, without what a terminal would obey.
fn shown(path: &Path) -> String {
    safe::line(&path.to_string_lossy()).into_owned()
}

impl Item {
    /// What to call it: its path, `-`, the name of a built-in sample, or its
    /// address. Safe to show.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The file that it is read from; `None` where it comes from elsewhere.
    pub fn path(&self) -> Option<&Path> {
        match &self.place {
            Place::File(path) => Some(path),
            Place::Stdin | Place::Sample(_) | Place::Page(_) => None,
        }
    }

    /// What the file system says of the file: its size in bytes, and when it was
    /// changed, in nanoseconds since 1970. `None` where there is no file, or it
    /// does not say.
    pub fn stat(&self) -> Option<(u64, i64)> {
        let metadata = self.path()?.metadata().ok()?;
        let changed = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some((metadata.len(), i64::try_from(changed.as_nanos()).ok()?))
    }

    /// Reads the bytes; blocks for standard input only.
    pub fn read(&self) -> Result<Stored, Problem> {
        let mut hint = Hint { name: self.name.clone(), form: Form::of_name(&self.name), ..Hint::default() };
        let bytes = match &self.place {
            Place::File(path) => Cow::Owned(disk::read(path)?),
            Place::Stdin => Cow::Owned(read_whole(io::stdin().lock(), Path::new("-"))?),
            Place::Sample(bytes) => Cow::Borrowed(*bytes),
            Place::Page(page) => {
                hint.form = page.form;
                hint.url = Some(page.url.clone());
                hint.charset.clone_from(&page.charset);
                Cow::Owned(page.bytes.clone())
            }
        };
        Ok(Stored { bytes, hint })
    }

    /// Reads it as an article.
    pub fn article(&self) -> Result<Article, Problem> {
        let stored = self.read()?;
        Ok(extract::extract(&stored.bytes, &stored.hint))
    }
}

/// Fetches a page. It is asked for now, and the item holds what was sent.
pub fn page(fetch: &impl Fetch, url: Url, trust: Trust) -> Result<Item, http::Error> {
    let response = fetch.get(&Request::new(url, trust, Accept::Page))?;
    let url = response.url.clone();
    let Body { bytes, content_type: http::ContentType { mime, charset } } = response.into_body()?;
    let form = match &*mime {
        "text/html" | "application/xhtml+xml" => Some(Form::Html),
        "text/plain" => Some(Form::Plain),
        "text/markdown" => Some(Form::Markdown),
        // Servers that do not know say nothing, or that it is bytes.
        "" | "application/octet-stream" => None,
        mime if mime.starts_with("text/") || mime.ends_with("xml") => None,
        _ => return Err(http::Error::NotText { url, mime: safe::line(&mime).into_owned() }),
    };
    let name = url.to_string();
    let place = Place::Page(Arc::new(Page { bytes: bytes.to_vec(), url: url.address(), form, charset }));
    Ok(Item { name, place })
}

/// An error with what caused it, in words: `cannot read …: permission denied`. Where
/// a disk or its rights are at fault, it ends with what a person can do.
pub fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(it) = cause {
        text.push_str(": ");
        text.push_str(&it.to_string());
        if let Some(remedy) = it.downcast_ref::<io::Error>().and_then(remedy) {
            text.push_str("; ");
            text.push_str(remedy);
        }
        cause = it.source();
    }
    text
}

/// What to do about a failure of a disk that does not mend itself.
fn remedy(error: &io::Error) -> Option<&'static str> {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Some("make room there and try again"),
        io::ErrorKind::PermissionDenied => Some("see who may read and write there"),
        io::ErrorKind::ReadOnlyFilesystem => Some("it is mounted to be read only"),
        _ => None,
    }
}

/// Finds what there is to read. Paths are read in their order; `-` is standard
/// input, which can be read once, and a folder is searched through, in the order
/// of names. Without paths it is `feeds` in the current folder if there are
/// articles in it, or else the samples.
pub fn gather(paths: &[PathBuf]) -> (Gathered, Vec<Problem>) {
    if paths.is_empty() {
        return gather_default(Path::new("feeds"));
    }
    let (mut items, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        if path.as_os_str() == "-" {
            items.push(Item { name: "-".to_owned(), place: Place::Stdin });
        } else {
            disk::find(path, &mut items, &mut problems);
        }
    }
    let names: Vec<String> = paths.iter().map(|it| shown(it)).collect();
    (Gathered { items, place: names.join(", ") }, problems)
}

fn gather_default(feeds: &Path) -> (Gathered, Vec<Problem>) {
    let (mut items, mut problems) = (Vec::new(), Vec::new());
    if feeds.is_dir() {
        disk::find(feeds, &mut items, &mut problems);
    }
    if items.is_empty() {
        // Nobody asked for the folder: that it is empty is no problem.
        problems.retain(|it| !matches!(it, Problem::NoArticles { .. }));
        return (Gathered { items: samples::items(), place: "samples".to_owned() }, problems);
    }
    (Gathered { items, place: shown(feeds) }, problems)
}

/// Reads to the end, but no more than [`LARGEST`].
fn read_whole(from: impl io::Read, path: &Path) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    from.take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|source| Problem::Unread { path: path.to_owned(), source })?;
    if bytes.len() as u64 > LARGEST {
        return Err(Problem::TooLarge { path: path.to_owned() });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests;
