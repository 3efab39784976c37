//! The help: every command with its keys as they are now, to be searched.

use super::command::{COMMANDS, Command, Entry};
use super::keymap::Keymap;
use super::prompt::Line;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Help {
    pub search: Line,
    /// Index into what [`Help::rows`] gives.
    pub selected: usize,
}

impl Help {
    /// The commands whose name, description or keys have every word that was
    /// typed, in the order of the table.
    pub fn rows(&self, keymap: &Keymap) -> Vec<&'static Entry> {
        let words: Vec<String> = self.search.text().split_whitespace().map(str::to_lowercase).collect();
        COMMANDS
            .iter()
            .filter(|it| {
                let keys = keymap.chords(it.command).join(" ").to_lowercase();
                words.iter().all(|word| {
                    it.name.contains(word) || it.doc.to_lowercase().contains(word) || keys.contains(word)
                })
            })
            .collect()
    }

    pub fn select(&mut self, row: usize, keymap: &Keymap) {
        self.selected = row.min(self.rows(keymap).len().saturating_sub(1));
    }

    pub fn chosen(&self, keymap: &Keymap) -> Option<Command> {
        self.rows(keymap).get(self.selected).map(|it| it.command)
    }
}
