//! Which keys do what: the defaults of the command table, overlaid by the config.

use std::collections::BTreeMap;

use super::command::{COMMANDS, Command};
use super::key::{Chord, Key};

/// Chords and their commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    chords: BTreeMap<Vec<Key>, Command>,
}

/// What presses so far amount to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    Command(Command),
    /// The beginning of one or more chords.
    Pending,
    Nothing,
}

impl Default for Keymap {
    fn default() -> Self {
        let mut map = Self { chords: BTreeMap::new() };
        for entry in COMMANDS {
            // The table's own chords parse; a test of the table holds it.
            map.add(entry.command, entry.keys.iter().filter_map(|key| key.parse().ok()));
        }
        map
    }
}

impl Keymap {
    /// Gives a command these chords instead of those that it has. A chord that
    /// another command had goes over to this one, and so do longer ones that it
    /// hides and shorter ones that would hide it.
    pub fn bind(&mut self, command: Command, chords: impl IntoIterator<Item = Chord>) {
        self.chords.retain(|_, it| *it != command);
        self.add(command, chords);
    }

    fn add(&mut self, command: Command, chords: impl IntoIterator<Item = Chord>) {
        for chord in chords {
            let keys = chord.keys();
            self.chords.retain(|other, _| !other.starts_with(keys) && !keys.starts_with(other));
            self.chords.insert(keys.to_vec(), command);
        }
    }

    /// What the presses so far mean.
    pub fn find(&self, keys: &[Key]) -> Match {
        if let Some(command) = self.chords.get(keys) {
            return Match::Command(*command);
        }
        let longer = self.chords.range(keys.to_vec()..).next().is_some_and(|(it, _)| it.starts_with(keys));
        if longer { Match::Pending } else { Match::Nothing }
    }

    /// The chords of a command as people read them, those of the table first.
    pub fn chords(&self, command: Command) -> Vec<String> {
        let mut chords: Vec<String> = self
            .chords
            .iter()
            .filter(|(_, it)| **it == command)
            .map(|(keys, _)| keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
            .collect();
        let order = command.entry().keys;
        chords.sort_by_key(|it| order.iter().position(|key| key == it).unwrap_or(order.len()));
        chords
    }

    /// The first chord of a command; `None` where the config took all of them.
    pub fn first(&self, command: Command) -> Option<String> {
        self.chords(command).into_iter().next()
    }

    /// The commands that begin with what was pressed so far, and the key that
    /// comes next.
    pub fn continuations(&self, keys: &[Key]) -> Vec<(Key, Command)> {
        self.chords
            .iter()
            .filter(|(it, _)| it.starts_with(keys))
            .filter_map(|(it, command)| Some((*it.get(keys.len())?, *command)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Key> {
        text.parse::<Chord>().unwrap().keys().to_vec()
    }

    #[test]
    fn a_chord_waits_for_its_last_key() {
        let map = Keymap::default();
        assert_eq!(map.find(&keys("g")), Match::Pending);
        assert_eq!(map.find(&keys("g g")), Match::Command(Command::Top));
        assert_eq!(map.find(&keys("g x")), Match::Nothing);
        assert_eq!(map.find(&keys("F9")), Match::Nothing);
        assert_eq!(map.continuations(&keys("g")), [(Key::char('g'), Command::Top)]);
    }

    #[test]
    fn binding_takes_the_old_keys_away_and_takes_over_what_collides() {
        let mut map = Keymap::default();
        map.bind(Command::ToggleBookmark, ["s".parse().unwrap(), "g".parse().unwrap()]);
        assert_eq!(map.find(&keys("b")), Match::Nothing);
        assert_eq!(map.find(&keys("s")), Match::Command(Command::ToggleBookmark));
        assert_eq!(map.find(&keys("g")), Match::Command(Command::ToggleBookmark));
        assert_eq!(map.chords(Command::Top), ["Home"]);
        map.bind(Command::Help, []);
        assert_eq!(map.first(Command::Help), None);
    }
}
