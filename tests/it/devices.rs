//! Devices that share a folder of journals, as tests use them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kabar::article::{ArticleId, Change, Field, Mark, Place, Progress};
use kabar::library::{Marks, Told};
use kabar::state::{Changed, Notice};
use kabar::store::Store;
use tempfile::TempDir;

/// Who holds what the journals come to.
#[derive(Clone, Copy, Debug)]
pub enum By {
    Memory,
    Library,
}

/// A device: its own folder of data, and its copy of the shared folder.
pub struct Device {
    pub home: TempDir,
    pub name: &'static str,
    pub by: By,
    pub marks: Marks,
}

pub const NAMES: [&str; 10] =
    ["anna-0", "berta-1", "carla-2", "dora-3", "emma-4", "frida-5", "greta-6", "helga-7", "ida-8", "jutta-9"];

impl Device {
    pub fn new(name: &'static str, by: By) -> Self {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir_all(home.path().join("data")).unwrap();
        fs::create_dir_all(home.path().join("state")).unwrap();
        fs::write(home.path().join("data/device"), name).unwrap();
        let marks = opened(by, &home.path().join("state"), &home.path().join("data"));
        Self { home, name, by, marks }
    }

    pub fn folder(&self) -> PathBuf {
        self.home.path().join("state")
    }

    pub fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    pub fn journal(&self) -> PathBuf {
        self.folder().join(format!("{}.jsonl", self.name))
    }

    /// Another kabar on this device.
    pub fn another(&self) -> Marks {
        opened(self.by, &self.folder(), &self.data())
    }

    /// What the journals come to for whoever reads them all.
    pub fn afresh(&self) -> Marks {
        opened(By::Memory, &self.folder(), &self.data())
    }

    pub fn reopen(&mut self) -> Vec<Notice> {
        self.marks = self.another();
        notices(&mut self.marks)
    }

    pub fn set(&mut self, id: ArticleId, field: Field, now: u64) {
        self.marks.record(&[Change { id, field }], now).unwrap();
    }

    pub fn mark(&mut self, id: ArticleId) -> Mark {
        self.marks.mark(id)
    }
}

pub fn opened(by: By, folder: &Path, data: &Path) -> Marks {
    match by {
        By::Memory => Marks::with(None, folder, data, 0),
        By::Library => Marks::with(Some(Store::open(data, 0).unwrap().0), folder, data, 0),
    }
}

/// Runs a test on each kind of device.
pub fn by_both(test: impl Fn(By)) {
    test(By::Memory);
    test(By::Library);
}

/// What was found wrong in the journals; the library must have failed in nothing.
pub fn notices(marks: &mut Marks) -> Vec<Notice> {
    let journal = |it| match it {
        Told::Journal(notice) => notice,
        other => panic!("{other}"),
    };
    marks.told().into_iter().map(journal).collect()
}

/// Whose marks others have changed.
pub fn changed(marks: &mut Marks) -> Vec<ArticleId> {
    match marks.catch_up() {
        Changed::These(ids) => ids.into_iter().collect(),
        Changed::Many => panic!("not so many"),
    }
}

pub fn id(n: u8) -> ArticleId {
    ArticleId::from_bytes([n; 10])
}

pub fn at(block: usize) -> Field {
    Field::Progress(Some(Progress { place: Place { block, byte: 7 }, permille: 500 }))
}

/// All marks that say something.
pub fn said(marks: &mut Marks) -> BTreeMap<ArticleId, String> {
    let all = marks.all().into_iter();
    all.filter(|(_, it)| *it != Mark::default()).map(|(id, it)| (id, format!("{it:?}"))).collect()
}

/// Brings a file as sync programs do: whole, under another name first.
pub fn bring(from: &Path, to: &Path) {
    let new = to.with_extension("tmp");
    fs::copy(from, &new).unwrap();
    fs::rename(&new, to).unwrap();
}
