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
