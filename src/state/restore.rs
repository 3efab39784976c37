//! Marks that are in no journal any more, written down again.
//!
//! A journal may be thrown out, cut off or put back to what it was last week: by
//! a sync program, a backup, a hand. What was read from it stays in this device's
//! projection, and would be lost with it, and never reach a machine that has not
//! seen it. So this device writes what only it still knows into its own journal,
//! with the times that it had: all devices come to the same state again, and
//! whoever else does the same changes nothing.
//!
//! Others' journals that were merely replaced are left to those whose they are.
//! Where all known journals are gone, so is the folder (a disk that is not
//! mounted, a folder that was moved): then nothing is written.

use std::ffi::OsString;

use super::device::Device;
use super::entry::Entry;
use super::journal::{self, Journal};
use super::merge::Merged;
use super::projection::Projection;
use super::{Error, Notice, State, journal_names};
use crate::article::Stamped;

impl State {
    /// Writes into the device's own journal what the projection knows and no
    /// journal says, where some may have been lost; a look at the names in the
    /// folder where none was. Says so where it did.
    pub fn restore_if_lost<P: Projection>(&mut self, into: &mut P) -> Result<Option<Notice>, Error> {
        // Who never marked anything keeps no journal for others.
        let Some(device) = self.device.clone() else { return Ok(None) };
        let Ok(here) = journal_names(&self.folder) else { return Ok(None) };
        let is_here = |name: &OsString| here.binary_search(name).is_ok();
        let known = || self.journals.iter().filter(|(_, journal)| journal.is_known()).map(|(name, _)| name);
        let mut gone: Vec<OsString> = known().filter(|it| !is_here(it)).cloned().collect();
        let lost = self.journals.get(&device.journal()).is_some_and(Journal::is_lost);
        if !known().any(is_here) || (gone.is_empty() && !lost) {
            return Ok(None);
        }
        let _lock = device.lock()?;
        let path = self.path_of(&device);
        self.catch_up_with_own(&device, &path, into)?;
        let Some(writes) = self.unsaid(&here, into)? else { return Ok(None) };
        if !writes.is_empty() {
            self.write_again(&device, &writes, into)?;
            gone.retain(|it| *it != device.journal());
        }
        for name in gone {
            into.forget(&name).map_err(Error::projection)?;
            self.journals.remove(&name);
        }
        if let Some(journal) = self.journals.get_mut(&device.journal()) {
            journal.found_again(|reached| into.apply(&[], Some(reached))).map_err(Error::projection)?;
        }
        Ok((!writes.is_empty()).then_some(Notice::Restored { path, marks: writes.len() }))
    }

    /// What the projection knows and no journal says; `None` where one that is
    /// there cannot be read.
    fn unsaid<P: Projection>(&self, here: &[OsString], of: &P) -> Result<Option<Vec<Stamped>>, Error> {
        let mut said = Merged::default();
        for name in here {
            let read = Journal::unread(&self.folder, name).catch_up(|writes, _| said.apply(writes, None));
            if read.is_err() {
                return Ok(None);
            }
        }
        let mut unsaid = Vec::new();
        let each = |id, last: &crate::article::LastWrites| {
            let mut row = said.last_writes(id);
            for (t, field) in last.writes() {
                let before = row;
                row.take(t, field);
                if row != before {
                    unsaid.push(Stamped::new(t, id, field));
                }
            }
        };
        of.each(each).map_err(Error::projection)?;
        Ok(Some(unsaid))
    }

    fn write_again<P: Projection>(
        &mut self,
        device: &Device,
        writes: &[Stamped],
        into: &mut P,
    ) -> Result<(), Error> {
        let entries: Vec<Entry> = writes.iter().map(|it| Entry::new(*it)).collect();
        let appended = journal::append(&self.path_of(device), device, &entries)?;
        let journal = self.journal(&device.journal());
        journal
            .appended(&appended, &[], |writes, reached| into.apply(writes, Some(reached)))
            .map_err(Error::projection)
    }
}
