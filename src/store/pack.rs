//! How articles are packed: what one was made of and what was made of it in one
//! piece, its words as codes of a [vocabulary](super::vocabulary), by zstd with a
//! dictionary. Both are learned from articles of the same library, since each of them
//! alone is short.
//!
//! A piece begins with four numbers: the dictionary it needs (0 for none), and how long
//! text, document and original are, coded as they are. What follows is one zstd frame
//! of these three. Text and original are coded where the dictionary has a vocabulary,
//! which those that were learned by a kabar of version 3 have not.

mod learned;

use std::cell::RefCell;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io;

use rusqlite::{Connection, OptionalExtension as _, params};
use zstd::bulk::{Compressor, Decompressor};

use super::bytes::{Reader, Writer, damaged};
use super::vocabulary::{Coder, Learner, Vocabulary};
use learned::Learned;

/// Nothing in the library is larger when unpacked, in bytes: a file that says
/// otherwise was made to exhaust the memory.
pub(super) const LARGEST: u64 = 256 << 20;

/// Beside words as codes, level 6 would take fifteen bytes of an article less and more
/// than twice the time.
const LEVEL: i32 = 3;

/// It is learned when the library has so many pieces; each time it knows more of its
/// feeds.
const LEARNED_AT: [i64; 3] = [512, 4_096, 65_536];
/// So many pieces from all over the library tell its words, and every eighth of these
/// makes the dictionary. Of each part so much is looked at, in bytes.
const PIECES: i64 = 2_048;
const SAMPLE: usize = 8 << 10;
/// The size of a dictionary beside the vocabulary, in bytes.
const DICTIONARY: usize = 64 << 10;

/// The parts of a piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) text: String,
    pub(super) document: Vec<u8>,
    pub(super) original: Vec<u8>,
}

/// Which parts somebody needs; the others come back empty.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    All,
    /// All but the original.
    Words,
    Document,
}

/// What packs and unpacks, with the dictionaries that were needed so far.
#[derive(Default)]
pub(super) struct Packing {
    /// What packs by the latest dictionary.
    latest: RefCell<Option<Packer>>,
    /// What packs by none.
    bare: RefCell<Option<Packer>>,
    unpackers: RefCell<HashMap<i64, Unpacker>>,
    /// How many pieces were unpacked: what searches cost, for tests.
    #[cfg(test)]
    n_unpacked: std::cell::Cell<usize>,
}

struct Packer {
    /// Of its dictionary.
    number: i64,
    coder: Option<Coder>,
    frames: Compressor<'static>,
}

struct Unpacker {
    vocabulary: Option<Vocabulary>,
    frames: Decompressor<'static>,
}

impl std::fmt::Debug for Packing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Packing").finish_non_exhaustive()
    }
}

impl Packing {
    pub(super) fn pack(&self, connection: &Connection, parts: &Parts) -> rusqlite::Result<Vec<u8>> {
        let latest: i64 = connection
            .prepare_cached("SELECT coalesce(max(number), 0) FROM dictionary")?
            .query_row([], |row| row.get(0))?;
        let mut by_latest = self.latest.borrow_mut();
        if by_latest.as_ref().is_none_or(|it| it.number != latest) {
            let learned = dictionary(connection, latest)?.unwrap_or_default();
            *by_latest = Some(Packer::by(latest, learned).map_err(failed)?);
        }
        let packed = by_latest.as_mut().map(|it| it.pack(parts)).transpose().map_err(failed)?.flatten();
        if let Some(packed) = packed {
            return Ok(packed);
        }
        let mut bare = self.bare.borrow_mut();
        if bare.is_none() {
            *bare = Some(Packer::by(0, Learned::default()).map_err(failed)?);
        }
        let packed = bare.as_mut().map(|it| it.pack(parts)).transpose().map_err(failed)?;
        Ok(packed.flatten().unwrap_or_default())
    }

    /// Fails on what was not packed so; never takes more memory than
    /// [`LARGEST`].
    pub(super) fn unpack(&self, connection: &Connection, packed: &[u8]) -> io::Result<Parts> {
        self.parts(connection, packed, Wanted::All)
    }

    /// The same without the original, for whoever goes through many.
    pub(super) fn words(&self, connection: &Connection, packed: &[u8]) -> io::Result<Parts> {
        self.parts(connection, packed, Wanted::Words)
    }

    /// The document alone.
    pub(super) fn document(&self, connection: &Connection, packed: &[u8]) -> io::Result<Parts> {
        self.parts(connection, packed, Wanted::Document)
    }

    #[cfg(test)]
    pub(super) fn n_unpacked(&self) -> usize {
        self.n_unpacked.get()
    }

    fn parts(&self, connection: &Connection, packed: &[u8], wanted: Wanted) -> io::Result<Parts> {
        #[cfg(test)]
        self.n_unpacked.update(|it| it + 1);
        let mut reader = Reader::of(packed);
        let number = i64::try_from(reader.number()?).map_err(io::Error::other)?;
        let mut unpackers = self.unpackers.borrow_mut();
        let unpacker = match unpackers.entry(number) {
            Entry::Occupied(it) => it.into_mut(),
            Entry::Vacant(it) => {
                let learned = dictionary(connection, number).map_err(io::Error::other)?;
                let Learned { vocabulary, dictionary, .. } = learned.ok_or_else(damaged)?;
                let frames = Decompressor::with_dictionary(&dictionary)?;
                it.insert(Unpacker { vocabulary, frames })
            }
        };
        unpacker.unpack(reader, wanted)
    }

    /// Learns from what is there, where it is time to.
    pub(super) fn learn(&self, connection: &Connection) -> rusqlite::Result<()> {
        let last: i64 = connection
            .prepare_cached("SELECT coalesce(max(number), 0) FROM body")?
            .query_row([], |row| row.get(0))?;
        // Of an empty one the start is null.
        let head = connection
            .prepare_cached("SELECT substr(bytes, 1, 16) FROM dictionary ORDER BY number DESC LIMIT 1")?
            .query_row([], |row| row.get::<_, Option<Vec<u8>>>(0))
            .optional()?
            .flatten();
        let before = head.map_or(0, |it| Learned::when(&it));
        if !LEARNED_AT.iter().any(|it| before < *it && *it <= last) {
            return Ok(());
        }
        let mut words = Learner::new();
        self.each_sample(connection, last, PIECES, |it| {
            words.add(start(it.text.as_bytes()));
            words.add(start(&it.original));
        })?;
        let coder = Coder::new(words.finish());
        // In one piece, as training wants them: it would make one, and have all of them twice.
        let (mut samples, mut sizes) = (Vec::new(), Vec::new());
        self.each_sample(connection, last, PIECES / 8, |it| {
            let before = samples.len();
            coder.code(start(it.text.as_bytes()), &mut samples);
            samples.extend(start(&it.document));
            coder.code(start(&it.original), &mut samples);
            samples.truncate(before + SAMPLE);
            sizes.push(samples.len() - before);
        })?;
        // Too little to learn from is remembered as well: an empty one is none.
        let dictionary = zstd::dict::from_continuous(&samples, &sizes, DICTIONARY).unwrap_or_default();
        let learned = Learned { at: last, vocabulary: Some(coder.into_vocabulary()), dictionary };
        connection.execute("INSERT INTO dictionary (bytes) VALUES (?1)", params![learned.to_bytes()])?;
        Ok(())
    }

    /// Goes through `n` pieces from all over a library with these numbers of bodies,
    /// each once; what cannot be unpacked is passed over.
    fn each_sample(
        &self,
        connection: &Connection,
        last: i64,
        n: i64,
        mut hand: impl FnMut(&Parts),
    ) -> rusqlite::Result<()> {
        let mut next = connection
            .prepare("SELECT number, packed FROM body WHERE number >= ?1 ORDER BY number LIMIT 1")?;
        let mut from = 0;
        while from <= last {
            let found: Option<(i64, Vec<u8>)> =
                next.query_row([from], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
            let Some((number, packed)) = found else { break };
            if let Ok(parts) = self.unpack(connection, &packed) {
                hand(&parts);
            }
            from = number + (last / n).max(1);
        }
        Ok(())
    }
}

/// As much of a part as is learned from.
fn start(bytes: &[u8]) -> &[u8] {
    bytes.get(..SAMPLE).unwrap_or(bytes)
}

impl Packer {
    fn by(number: i64, learned: Learned) -> io::Result<Self> {
        let mut frames = Compressor::with_dictionary(LEVEL, &learned.dictionary)?;
        // Both stand before the frame, and SQLite has no checksums either.
        frames.include_contentsize(false)?;
        frames.include_dictid(false)?;
        frames.include_checksum(false)?;
        Ok(Self { number, coder: learned.vocabulary.map(Coder::new), frames })
    }

    /// `None` for what this vocabulary is not of: its bytes begin codes.
    fn pack(&mut self, parts: &Parts) -> io::Result<Option<Vec<u8>>> {
        let Parts { text, document, original } = parts;
        let plain = text.len() + document.len() + original.len();
        let mut whole = Vec::with_capacity(plain);
        let mut put = |bytes: &[u8], words: bool| {
            let before = whole.len();
            match &self.coder {
                Some(coder) if words => coder.code(bytes, &mut whole),
                _ => whole.extend(bytes),
            }
            whole.len() - before
        };
        let lengths = [put(text.as_bytes(), true), put(document, false), put(original, true)];
        if whole.len() > plain {
            return Ok(None);
        }
        let mut head = Writer::default();
        head.number(self.number.unsigned_abs());
        for length in lengths {
            head.count(length);
        }
        let mut packed = head.into_bytes();
        packed.extend(self.frames.compress(&whole)?);
        Ok(Some(packed))
    }
}

impl Unpacker {
    fn unpack(&mut self, mut packed: Reader<'_>, wanted: Wanted) -> io::Result<Parts> {
        let [text, document, original] = [packed.count()?, packed.count()?, packed.count()?];
        let largest = usize::try_from(LARGEST).unwrap_or(usize::MAX);
        let whole = [document, original].iter().try_fold(text, |sum, it| sum.checked_add(*it));
        let whole = whole.filter(|it| *it <= largest).ok_or_else(damaged)?;
        // One byte more than there should be tells a frame that holds too much.
        let bytes = self.frames.decompress(packed.rest(), whole + 1)?;
        if bytes.len() != whole {
            return Err(damaged());
        }
        let mut from = Reader::of(&bytes);
        let decoded = |bytes: &[u8], most: usize, wanted: bool| match &self.vocabulary {
            _ if !wanted => Ok(Vec::new()),
            Some(it) => it.decoded(bytes, most),
            None => Ok(bytes.to_vec()),
        };
        let text = decoded(from.bytes(text)?, largest, wanted != Wanted::Document)?;
        let text = String::from_utf8(text).map_err(io::Error::other)?;
        let document = from.bytes(document)?.to_vec();
        let most = largest.saturating_sub(text.len() + document.len());
        let original = decoded(from.rest(), most, wanted == Wanted::All)?;
        Ok(Parts { text, document, original })
    }
}

/// The dictionary of a number; 0 is the empty one.
fn dictionary(connection: &Connection, number: i64) -> rusqlite::Result<Option<Learned>> {
    if number == 0 {
        return Ok(Some(Learned::default()));
    }
    let mut dictionary = connection.prepare_cached("SELECT bytes FROM dictionary WHERE number = ?1")?;
    let bytes: Option<Vec<u8>> = dictionary.query_row([number], |row| row.get(0)).optional()?;
    bytes.map(|it| Learned::read(&it)).transpose().map_err(failed)
}

fn failed(error: io::Error) -> rusqlite::Error {
    rusqlite::Error::ToSqlConversionFailure(error.into())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn empty() -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE dictionary (number INTEGER PRIMARY KEY, bytes BLOB)").unwrap();
        connection
    }

    #[test]
    fn what_was_packed_by_an_older_dictionary_is_still_unpacked() {
        let connection = empty();
        let packing = Packing::default();
        let parts = |n: usize| Parts {
            text: format!("The harbor of day {n}"),
            document: format!("{{\"blocks\":[{n}]}}").into_bytes(),
            original: format!("<p>The harbor of day {n}</p>").into_bytes(),
        };
        let first = packing.pack(&connection, &parts(1)).unwrap();
        let samples: Vec<Vec<u8>> = (0..999).map(|it| parts(it * 7919).original).collect();
        let trained = zstd::dict::from_samples(&samples, 1_000).unwrap();
        connection.execute("INSERT INTO dictionary (bytes) VALUES (?1)", [trained]).unwrap();
        let second = packing.pack(&connection, &parts(2)).unwrap();
        assert!(second.len() < first.len());
        for packing in [&packing, &Packing::default()] {
            assert_eq!(packing.unpack(&connection, &first).unwrap(), parts(1));
            assert_eq!(packing.unpack(&connection, &second).unwrap(), parts(2));
        }
        connection.execute("DELETE FROM dictionary", []).unwrap();
        assert!(Packing::default().unpack(&connection, &second).is_err());
    }

    /// A text of words that come as often as those of a language do.
    fn prose(seed: u64, n: usize) -> String {
        let mut random = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let word = |_| {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            let rank = 4_000 / (1 + random % 4_000);
            let letters = [rank / 676 % 26, rank / 26 % 26, rank % 26, rank * 7 % 26];
            letters.iter().filter_map(|it| char::from_u32(97 + u32::try_from(*it).ok()?)).collect::<String>()
        };
        (0..n).map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_library_learns_its_words_when_it_has_enough_and_nothing_is_lost() {
        let connection = empty();
        connection.execute_batch("CREATE TABLE body (number INTEGER PRIMARY KEY, packed BLOB)").unwrap();
        // What was learned by an older kabar is learned anew.
        connection.execute("INSERT INTO dictionary (bytes) VALUES (x'')", []).unwrap();
        let packing = Packing::default();
        let parts = |n: u32| {
            let text = prose(u64::from(n), 90);
            let original = format!("<p>{text}</p><p>Ü{n} 東京</p>").into_bytes();
            Parts { text, document: vec![3, 0xc1, 1, n.to_le_bytes()[0]], original }
        };
        let n_learned = || -> i64 {
            connection.query_row("SELECT count(*) - 1 FROM dictionary", [], |row| row.get(0)).unwrap()
        };
        let mut sizes = Vec::new();
        for n in 1..=600_u32 {
            let packed = packing.pack(&connection, &parts(n)).unwrap();
            sizes.push(packed.len());
            connection.execute("INSERT INTO body VALUES (?1, ?2)", params![n, packed]).unwrap();
            packing.learn(&connection).unwrap();
            assert_eq!(n_learned(), i64::from(n >= 512), "after {n}");
        }
        let mean = |of: &[usize]| of.iter().sum::<usize>() / of.len();
        let (before, after) = (mean(&sizes[..500]), mean(&sizes[520..]));
        assert!(after < before, "{before} bytes became {after}");
        for packing in [&packing, &Packing::default()] {
            let mut all = connection.prepare("SELECT number, packed FROM body").unwrap();
            let mut rows = all.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                let (n, packed): (u32, Vec<u8>) = (row.get(0).unwrap(), row.get(1).unwrap());
                assert_eq!(packing.unpack(&connection, &packed).unwrap(), parts(n));
                let words = packing.words(&connection, &packed).unwrap();
                assert_eq!((words.text, words.original), (parts(n).text, Vec::new()));
            }
        }
        // What is of none of these words and bytes is packed without.
        let other = Parts { text: String::new(), document: Vec::new(), original: (0..=255).collect() };
        let packing = Packing::default();
        let packed = packing.pack(&connection, &other).unwrap();
        assert_eq!((packed[0], packing.unpack(&connection, &packed).unwrap()), (0, other));
    }

    proptest! {
        #[test]
        fn whatever_lies_there_is_unpacked_or_refused(bytes: Vec<u8>, at in 0_usize..64, new: u8) {
            let connection = empty();
            let packing = Packing::default();
            let _ = packing.unpack(&connection, &bytes);
            let parts = Parts { text: "harbor".repeat(9), document: bytes, original: vec![7; 9] };
            let mut packed = packing.pack(&connection, &parts).unwrap();
            prop_assert_eq!(packing.unpack(&connection, &packed).unwrap(), parts);
            if let Some(byte) = packed.get_mut(at) {
                *byte = new;
            }
            let _ = packing.unpack(&connection, &packed);
            packed.truncate(at);
            let _ = packing.unpack(&connection, &packed);
        }
    }
}
