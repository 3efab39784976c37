//! Taking files in by what they hold: what has not changed is not read again.

use std::path::{self, Path, PathBuf};

use super::{at_once, fault, guarded, n_threads};
use crate::app::document::Document;
use crate::extract;
use crate::source::{Item, chain};
use crate::store::{Error, Hash, Report, Seen, Stat, Store, Taken};
use crate::text::boilerplate::furniture::Learned;
use crate::text::safe;

/// A batch is put into the library when it has so many articles, or takes so
/// many bytes in memory, or was begun so many milliseconds ago: somebody may be
/// waiting for the first of them.
const BATCH: usize = 256;
const BATCH_BYTES: usize = 16 << 20;
const BATCH_MILLIS: u64 = 200;

/// A file that was changed less than so many nanoseconds ago may be changed
/// again without its time showing it: file systems count in steps of up to two
/// seconds (FAT).
const YOUNG: i64 = 3_000_000_000;

/// What feeding the library needs from whoever feeds it.
pub struct Feeding<'a> {
    /// The time in milliseconds since 1970.
    pub now: &'a (dyn Fn() -> u64 + Sync),
    /// Is told what could not be read.
    pub tell: &'a mut dyn FnMut(&str),
    /// Is told when a batch is in the library.
    pub arrived: &'a mut dyn FnMut(Report),
}

/// Puts into the library what items hold. What has not changed since the last
/// time, by size and time, is not read; what cannot be read is told.
pub fn take_in(store: &mut Store, items: &[Item], feeding: &mut Feeding<'_>) -> Result<(), Error> {
    let mut batch = Batch::new((feeding.now)());
    let learned = store.furniture()?;
    for items in items.chunks(n_threads() * 8) {
        let mut fresh = Vec::new();
        for item in items {
            fresh.extend(Fresh::find(store, item, (feeding.now)())?);
        }
        for step in at_once(&fresh, |it| guarded(it.item.name(), || it.read(&learned))) {
            match step {
                Ok(step) => batch.add(step),
                Err(why) => (feeding.tell)(&why),
            }
        }
        if batch.is_due((feeding.now)()) {
            batch.put(store, feeding)?;
        }
    }
    batch.put(store, feeding)
}

/// By what the library knows files and folders: their whole paths, as bytes.
pub fn known_as(path: &Path) -> Vec<u8> {
    whole(path).into_os_string().into_encoded_bytes()
}

fn whole(path: &Path) -> PathBuf {
    path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Articles on their way into the library together.
#[derive(Default)]
struct Batch {
    taken: Vec<Taken>,
    /// What holds what it held.
    touched: Vec<Seen>,
    weight: usize,
    since: u64,
}

impl Batch {
    fn new(since: u64) -> Self {
        Self { since, ..Self::default() }
    }

    fn add(&mut self, step: Step) {
        match step {
            Step::Taken(taken) => {
                self.weight += taken.weight();
                self.taken.push(*taken);
            }
            Step::Same(seen) => self.touched.push(seen),
        }
    }

    fn is_due(&self, now: u64) -> bool {
        self.taken.len() + self.touched.len() >= BATCH
            || self.weight >= BATCH_BYTES
            || now.saturating_sub(self.since) >= BATCH_MILLIS
    }

    fn put(&mut self, store: &mut Store, feeding: &mut Feeding<'_>) -> Result<(), Error> {
        let now = (feeding.now)();
        let Self { taken, touched, .. } = std::mem::replace(self, Self::new(now));
        if !taken.is_empty() || !touched.is_empty() {
            (feeding.arrived)(store.take_in(&taken, &touched, now)?);
        }
        Ok(())
    }
}

/// An item that may hold something new.
struct Fresh<'a> {
    item: &'a Item,
    seen: Option<Seen>,
    /// What it held when it was taken in.
    before: Option<Hash>,
    /// How to call it where lists show it: a whole path for files.
    source: String,
}

enum Step {
    Taken(Box<Taken>),
    /// It holds what it held.
    Same(Seen),
}

impl<'a> Fresh<'a> {
    /// `None` where the item has not changed since it was taken in. `now` is in
    /// milliseconds since 1970.
    fn find(store: &Store, item: &'a Item, now: u64) -> Result<Option<Self>, Error> {
        let mut source = item.name().to_owned();
        // A sample is known by its name; what came in on standard input has
        // nothing to be known by.
        let mut path = (item.name() != "-").then(|| source.clone().into_bytes());
        if let Some(file) = item.path() {
            let whole = whole(file);
            source = safe::line(&whole.to_string_lossy()).into_owned();
            path = Some(whole.into_os_string().into_encoded_bytes());
        }
        let stat = item.stat().map(|(size, modified)| Stat { size, modified });
        let known = path.as_deref().map(|it| store.seen(it)).transpose()?.flatten();
        if stat.is_some() && known.is_some_and(|(before, _)| before == stat) {
            return Ok(None);
        }
        let old = |it: &Stat| i128::from(it.modified) + i128::from(YOUNG) < i128::from(now) * 1_000_000;
        let seen = path.map(|path| Seen::File { path, stat: stat.filter(old) });
        Ok(Some(Self { item, seen, before: known.map(|(_, hash)| hash), source }))
    }

    fn read(&self, learned: &Learned) -> Result<Step, String> {
        fault("read", true);
        let stored = self.item.read().map_err(|it| chain(&it))?;
        if let (Some(before), Some(seen)) = (self.before, &self.seen)
            && Hash::of(&stored.bytes) == before
        {
            return Ok(Step::Same(seen.clone()));
        }
        let mut article = extract::extract(&stored.bytes, &stored.hint);
        learned.mark(&mut article, &self.source);
        let document = Document::new(article);
        let mut header = document.header();
        header.source.clone_from(&self.source);
        let original = (stored.hint.name.as_str(), &*stored.bytes);
        let taken = Taken::new(header, &document.article, &document.analysis, original, self.seen.clone());
        Ok(Step::Taken(Box::new(taken)))
    }
}
