//! Marks, kept by whoever can: in the library, or in memory where there is none
//! that can be written.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::article::{ArticleId, Change, Field, LastWrites, Mark, Stamped};
use crate::state::{self, Changed, Merged, Notice, Position, Projection, Recorded, State};
use crate::store::{self, Location, Reached, Store};

/// The journals of a folder, and what they come to.
///
/// The journals are the truth. The library holds what they come to, so that they
/// are not read again at each start; when it fails, they are read into memory,
/// and the library catches up at the next start.
#[derive(Debug)]
pub struct Marks {
    state: State,
    kept: Kept,
    folder: PathBuf,
    data: PathBuf,
    told: Vec<Told>,
}

#[derive(Debug)]
enum Kept {
    Library(Projected),
    Memory(Merged),
}

/// Something about the marks that a reader should know. Nothing is lost by it.
#[derive(Debug, thiserror::Error)]
pub enum Told {
    #[error(transparent)]
    Journal(#[from] Notice),
    #[error(transparent)]
    Library(#[from] store::Notice),
    #[error("the library in `{folder}` does without marks until the next start")]
    Apart { folder: PathBuf, source: store::Error },
}

/// The library as the journals see it.
#[derive(Debug)]
struct Projected {
    store: Store,
    /// Whether anything was written into it.
    touched: bool,
}

impl From<Store> for Projected {
    fn from(store: Store) -> Self {
        Self { store, touched: false }
    }
}

impl Projection for Projected {
    type Error = store::Error;

    fn written(&self, id: ArticleId, field: Field) -> Result<u64, store::Error> {
        Ok(self.store.last_writes(id)?.time_of(field))
    }

    fn apply(&mut self, writes: &[Stamped], reached: Option<&Position>) -> Result<(), store::Error> {
        self.touched |= !writes.is_empty();
        let reached = reached.map(|it| Reached { name: it.name().to_vec(), position: it.to_bytes() });
        self.store.apply_marks(writes, reached.as_ref())
    }

    fn each(&self, take: impl FnMut(ArticleId, &LastWrites)) -> Result<(), store::Error> {
        self.store.each_mark(take)
    }

    fn forget(&mut self, journal: &OsStr) -> Result<(), store::Error> {
        self.store.forget_journal(journal.as_encoded_bytes())
    }
}

impl Marks {
    /// Follows the journals in `folder` (in the config directory; need not
    /// exist). `data` is the folder of this device's own, where the library lies;
    /// none is begun where nothing was ever marked. `now` is the time in
    /// milliseconds since 1970.
    pub fn open(folder: &Path, data: &Path, now: u64) -> Self {
        if !folder.is_dir() {
            return Self::with(None, folder, data, now);
        }
        match Store::open(data, now) {
            Ok((store, notices)) => {
                let mut marks = Self::with(Some(store), folder, data, now);
                marks.told.splice(..0, notices.into_iter().map(Told::from));
                marks
            }
            Err(source) => Self::apart(source, folder, data, now),
        }
    }

    /// The same where the library is open already, and only a connection to it is
    /// wanted.
    pub fn beside(library: &Location, folder: &Path, data: &Path, now: u64) -> Self {
        match library.open() {
            Ok(store) => Self::with(Some(store), folder, data, now),
            Err(source) => Self::apart(source, folder, data, now),
        }
    }

    /// The same where the library cannot be opened, which is told.
    fn apart(source: store::Error, folder: &Path, data: &Path, now: u64) -> Self {
        let mut marks = Self::with(None, folder, data, now);
        marks.told.insert(0, Told::Apart { folder: data.to_owned(), source });
        marks
    }

    /// The same with a library that is open already. Without one, or with one
    /// that cannot be written, all journals are read. One that is damaged is set
    /// aside under a name with the time `now`, and a new one begun.
    pub fn with(store: Option<Store>, folder: &Path, data: &Path, now: u64) -> Self {
        let mut told = Vec::new();
        if let Some(store) = store.filter(|it| !it.is_read_only()) {
            match follow(folder, data, store, now, &mut told) {
                Ok((state, projected)) => {
                    let kept = Kept::Library(projected);
                    return Self { state, kept, folder: folder.to_owned(), data: data.to_owned(), told };
                }
                Err(source) => told.push(Told::Apart { folder: data.to_owned(), source }),
            }
        }
        let (state, merged, notices) = State::in_memory(folder, data);
        told.extend(notices.into_iter().map(Told::from));
        let kept = Kept::Memory(merged);
        Self { state, kept, folder: folder.to_owned(), data: data.to_owned(), told }
    }

    /// The folder of the journals: what a watcher should watch.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether what the library said of marks before it followed the journals may
    /// have been wrong.
    pub fn brought_news(&self) -> bool {
        match &self.kept {
            Kept::Library(projected) => projected.touched,
            Kept::Memory(_) => true,
        }
    }

    /// What a reader should know, and was not given yet.
    pub fn told(&mut self) -> Vec<Told> {
        std::mem::take(&mut self.told)
    }

    /// What is remembered of an article, by whichever id it was marked; the
    /// default where it never was.
    pub fn mark(&mut self, id: ArticleId) -> Mark {
        self.ask(|store| store.last_writes(id).map(|it| it.mark()), |merged| merged.mark(id))
    }

    /// All that was ever marked, by the ids that were marked.
    pub fn all(&mut self) -> Vec<(ArticleId, Mark)> {
        let listed = |store: &Store| {
            let mut all = Vec::new();
            store.each_mark(|id, last| all.push((id, last.mark())))?;
            Ok(all)
        };
        self.ask(listed, |merged| merged.marks().collect())
    }

    /// Makes changes hold, all or none, and returns when they are on disk. `now`
    /// is the time in milliseconds since 1970.
    pub fn record(&mut self, changes: &[Change], now: u64) -> Result<(), state::Error> {
        let recorded = match &mut self.kept {
            Kept::Library(projected) => self.state.record(changes, now, projected),
            Kept::Memory(merged) => {
                return match self.state.record(changes, now, merged)? {
                    Recorded::Projected => Ok(()),
                    Recorded::Behind(never) => match never {},
                };
            }
        };
        match recorded {
            Ok(Recorded::Projected) => Ok(()),
            Ok(Recorded::Behind(source)) => {
                self.go_apart(source);
                Ok(())
            }
            // Nothing was written: it can be done without the library.
            Err(state::Error::Projection { source }) => match source.downcast() {
                Ok(source) => {
                    self.go_apart(*source);
                    self.record(changes, now)
                }
                Err(source) => Err(state::Error::Projection { source }),
            },
            Err(error) => Err(error),
        }
    }

    /// Reads what was written since, by other kabars and on other machines. Says
    /// whose marks may be others than before.
    pub fn catch_up(&mut self) -> Changed {
        let found = match &mut self.kept {
            Kept::Library(projected) => self.state.catch_up(projected),
            Kept::Memory(merged) => match self.state.catch_up(merged) {
                Ok(found) => Ok(found),
                Err(never) => match never {},
            },
        };
        match found {
            Ok((changed, notices)) => {
                self.told.extend(notices.into_iter().map(Told::from));
                changed
            }
            Err(source) => {
                self.go_apart(source);
                Changed::Many
            }
        }
    }

    /// Puts the journals in order, where they need it: writes down again what was
    /// lost from them, and shortens this device's where at least half of it no
    /// longer counts. Costs a look at the folder where they do not.
    pub fn tend(&mut self) -> Result<(), state::Error> {
        match &mut self.kept {
            Kept::Library(projected) => {
                let restored = self.state.restore_if_lost(projected)?;
                self.told.extend(restored.map(Told::from));
                self.state.compact_if_worth(projected).map(drop)
            }
            // Memory knows no more than the journals do.
            Kept::Memory(merged) => self.state.compact_if_worth(merged).map(drop),
        }
    }

    fn ask<T>(
        &mut self,
        library: impl Fn(&Store) -> Result<T, store::Error>,
        memory: impl Fn(&Merged) -> T,
    ) -> T {
        loop {
            match &self.kept {
                Kept::Memory(merged) => return memory(merged),
                Kept::Library(projected) => match library(&projected.store) {
                    Ok(answer) => return answer,
                    Err(source) => self.go_apart(source),
                },
            }
        }
    }

    /// Goes on without the library.
    fn go_apart(&mut self, source: store::Error) {
        self.told.push(Told::Apart { folder: self.data.clone(), source });
        let (state, merged, notices) = State::in_memory(&self.folder, &self.data);
        self.told.extend(notices.into_iter().map(Told::from));
        (self.state, self.kept) = (state, Kept::Memory(merged));
    }
}

fn follow(
    folder: &Path,
    data: &Path,
    store: Store,
    now: u64,
    told: &mut Vec<Told>,
) -> Result<(State, Projected), store::Error> {
    let mut projected = Projected::from(store);
    let mut begin = |projected: &mut Projected| {
        let seen = projected.store.positions()?;
        let seen = seen.iter().filter_map(|it| Position::from_bytes(&it.name, &it.position)).collect();
        let (state, notices) = State::follow(folder, data, seen, projected)?;
        told.extend(notices.into_iter().map(Told::from));
        Ok(state)
    };
    match begin(&mut projected) {
        Err(error) if store::Error::is_damage(&error) => {
            let (store, notices) = projected.store.set_aside(now)?;
            let mut projected = Projected::from(store);
            let state = begin(&mut projected)?;
            told.extend(notices.into_iter().map(Told::from));
            Ok((state, projected))
        }
        followed => followed.map(|state| (state, projected)),
    }
}
