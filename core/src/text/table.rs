//! Tables of words, quick to look up in.
//!
//! The standard library's hash withstands keys that are chosen to collide, and
//! costs several times as much on short words. Tables whose keys stand in the
//! source need no such care: nobody can add to them, and a stranger's word is
//! compared with the few of one place at most. Tables of strangers' words are mixed
//! with a number that only the process knows.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, BuildHasherDefault, Hasher, RandomState};

/// A table with keys of our own. What strangers write is looked up in it, and
/// never put into it.
pub type Table<K, V> = HashMap<K, V, BuildHasherDefault<Mixer>>;
/// A set of words of our own, as [`Table`].
pub type Set<K> = HashSet<K, BuildHasherDefault<Mixer>>;

/// Words of our own and what each stands for. Nearly all have no more than sixteen
/// bytes: those are one number each, which is compared at once.
pub(super) struct Vocabulary<V> {
    short: Table<u128, V>,
    long: Table<&'static str, V>,
}

impl<V> Default for Vocabulary<V> {
    fn default() -> Self {
        Self { short: Table::default(), long: Table::default() }
    }
}

impl<V: Default> Vocabulary<V> {
    /// What a word stands for, to be changed; it is added where it was not there.
    pub(super) fn entry(&mut self, word: &'static str) -> &mut V {
        match packed(word.as_bytes()) {
            Some(it) => self.short.entry(it).or_default(),
            None => self.long.entry(word).or_default(),
        }
    }
}

impl<V> Vocabulary<V> {
    pub(super) fn get(&self, word: &str) -> Option<&V> {
        match packed(word.as_bytes()) {
            Some(it) => self.short.get(&it),
            None => self.long.get(word),
        }
    }

    /// The same for one that is [`packed`].
    pub(super) fn get_packed(&self, word: u128) -> Option<&V> {
        self.short.get(&word)
    }

    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.short.values_mut().chain(self.long.values_mut())
    }
}

/// A word as a number, its first byte the lowest and zeros behind its last; `None` for
/// more than sixteen bytes. Words with zeros at their ends alone are as others without.
pub(super) fn packed(word: &[u8]) -> Option<u128> {
    let n = word.len();
    let number = match (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        (Some(first), Some(last)) => {
            let behind = u32::try_from(16_usize.checked_sub(n)? * 8).ok()?;
            let last = u64::from_le_bytes(*last).checked_shr(behind).unwrap_or(0);
            return Some(u128::from(u64::from_le_bytes(*first)) | u128::from(last) << 64);
        }
        _ => match (word.first_chunk::<4>(), word.last_chunk::<4>()) {
            // Where both have a byte, it is the same.
            (Some(first), Some(last)) => {
                u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << ((n - 4) * 8)
            }
            _ => word.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)),
        },
    };
    Some(u128::from(number))
}

/// An odd number without a pattern: 2^64 over the golden ratio.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// Mixes eight bytes at a time by one multiplication (the scheme of `rustc-hash`).
#[derive(Clone, Copy, Default)]
pub struct Mixer(u64);

impl Mixer {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(SPREAD);
    }
}

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        each_word(bytes, 0, |it| self.add(it));
    }

    fn write_u8(&mut self, it: u8) {
        self.add(u64::from(it));
    }

    fn write_u32(&mut self, it: u32) {
        self.add(u64::from(it));
    }

    fn finish(&self) -> u64 {
        // The upper bits depend on all of the word, the lower ones do not.
        self.0.rotate_left(26)
    }
}

/// A number that stands for a text of any writer. It is the same in every run, and
/// who wants to can find texts that share one: it is for where that does no harm but
/// to them.
pub fn number(text: &str) -> u64 {
    let mut folder = Folder(SPREAD);
    folder.write(text.as_bytes());
    folder.write_usize(text.len());
    folder.finish()
}

/// Gives bytes eight at a time; what is left at the end stands behind `first`.
#[inline]
fn each_word(bytes: &[u8], first: u64, mut add: impl FnMut(u64)) {
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        add(u64::from_le_bytes(*word));
    }
    if !rest.is_empty() {
        add(rest.iter().fold(first, |word, byte| word << 8 | u64::from(*byte)));
    }
}

/// A table whose keys strangers write. Which of them fall on one place depends on a
/// number drawn for the table, which they do not know and cannot see the effect of.
pub type Words<K, V> = HashMap<K, V, Seeded>;
/// A set of what strangers write, as [`Words`].
pub type WordSet<K> = HashSet<K, Seeded>;

#[derive(Clone)]
pub struct Seeded(u64);

impl Default for Seeded {
    fn default() -> Self {
        Self(RandomState::new().hash_one(0_u8))
    }
}

impl BuildHasher for Seeded {
    type Hasher = Folder;

    fn build_hasher(&self) -> Folder {
        Folder(self.0)
    }
}

/// Mixes eight bytes at a time: by the product of 128 bits, its halves laid on each
/// other (the scheme of `foldhash` and `wyhash`).
pub struct Folder(u64);

impl Folder {
    fn add(&mut self, word: u64) {
        let product = u128::from(self.0 ^ word) * u128::from(SPREAD);
        let low = u64::try_from(product & u128::from(u64::MAX)).unwrap_or_default();
        let high = u64::try_from(product >> 64).unwrap_or_default();
        self.0 = low ^ high;
    }
}

impl Hasher for Folder {
    fn write(&mut self, bytes: &[u8]) {
        each_word(bytes, 1, |it| self.add(it));
    }

    fn write_u8(&mut self, it: u8) {
        self.add(u64::from(it));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_any_length_are_told_apart() {
        let longest = "abcdefghijklmnopqrst";
        let beginning = |n: usize| longest.get(..n).unwrap();
        let mut all: Vocabulary<usize> = Vocabulary::default();
        for n in 0..longest.len() {
            let mut bytes = [0; 16];
            let number = bytes.get_mut(..n).map(|it| it.copy_from_slice(beginning(n).as_bytes()));
            assert_eq!(packed(beginning(n).as_bytes()), number.map(|()| u128::from_le_bytes(bytes)), "{n}");
            *all.entry(beginning(n)) = n;
        }
        for n in 0..longest.len() {
            assert_eq!(all.get(beginning(n)), Some(&n));
            assert_eq!(all.get(&format!("{}!", beginning(n))), None);
        }
        assert_eq!(all.get_packed(packed(b"abc").unwrap()), Some(&3));
        assert_eq!(all.values_mut().count(), longest.len());
    }

    #[test]
    fn every_word_is_found_again_and_no_other() {
        let words: Vec<String> = (0..5_000_u32).map(|it| format!("word{}", it * 7)).collect();
        let seeded: Words<&str, usize> = words.iter().enumerate().map(|(i, it)| (it.as_str(), i)).collect();
        for (i, word) in words.iter().enumerate() {
            assert_eq!(seeded.get(word.as_str()), Some(&i));
        }
        assert_eq!(seeded.get("word1"), None);
        let hashes: HashSet<u64> = words.iter().map(|it| seeded.hasher().hash_one(it)).collect();
        assert_eq!(hashes.len(), words.len());
        let table: Table<&str, usize> = words.iter().enumerate().map(|(i, it)| (it.as_str(), i)).collect();
        for (i, word) in words.iter().enumerate() {
            assert_eq!(table.get(word.as_str()), Some(&i));
        }
        assert_eq!(table.get("word1"), None);
        assert_eq!(table.get(""), None);
    }
}
