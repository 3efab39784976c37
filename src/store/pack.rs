//! How articles are packed: what one was made of and what was made of it in one
//! piece, by zstd with a dictionary that is trained on articles of the same
//! library, since each of them alone is short.
//!
//! A piece begins with four numbers: the dictionary it needs (0
//! for none), and how long text, document and original are. What follows is one
//! zstd frame of these three.

use std::cell::RefCell;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io;

use rusqlite::{Connection, OptionalExtension as _, params};
use zstd::bulk::{Compressor, Decompressor};

use super::bytes::{Reader, Writer, damaged};

/// Nothing in the library is larger when unpacked, in bytes: a file that says
/// otherwise was made to exhaust the memory.
pub(super) const LARGEST: u64 = 256 << 20;

/// What is gained by higher levels costs more than all else that taking in does.
const LEVEL: i32 = 3;

/// A dictionary is trained when the library has so many pieces; the second knows
/// more of its feeds.
const TRAINED_AT: [i64; 2] = [512, 16_384];
/// On so many of the latest pieces, on so much of each, and this long; all in bytes.
const SAMPLES: u32 = 512;
const SAMPLE: usize = 12 << 10;
const DICTIONARY: usize = 256 << 10;

/// The parts of a piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) text: String,
    pub(super) document: Vec<u8>,
    pub(super) original: Vec<u8>,
}

/// What packs and unpacks, with the dictionaries that were needed so far.
#[derive(Default)]
pub(super) struct Packing {
    /// What packs by the latest dictionary, with its number.
    latest: RefCell<Option<(i64, Compressor<'static>)>>,
    unpackers: RefCell<HashMap<i64, Decompressor<'static>>>,
    /// How many pieces were unpacked: what searches cost, for tests.
    #[cfg(test)]
    n_unpacked: std::cell::Cell<usize>,
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
        let mut compressor = self.latest.borrow_mut();
        if compressor.as_ref().is_none_or(|(number, _)| *number != latest) {
            let dictionary = dictionary(connection, latest)?.unwrap_or_default();
            *compressor = Some((latest, by(&dictionary).map_err(failed)?));
        }
        let Parts { text, document, original } = parts;
        let mut lengths = Writer::default();
        lengths.number(latest.unsigned_abs());
        for length in [text.len(), document.len(), original.len()] {
            lengths.count(length);
        }
        let mut packed = lengths.into_bytes();
        if let Some((_, compressor)) = &mut *compressor {
            let whole = [text.as_bytes(), document, original].concat();
            packed.extend(compressor.compress(&whole).map_err(failed)?);
        }
        Ok(packed)
    }

    /// Fails on what was not packed so; never takes more memory than
    /// [`LARGEST`].
    pub(super) fn unpack(&self, connection: &Connection, packed: &[u8]) -> io::Result<Parts> {
        self.parts(connection, packed, true)
    }

    /// The same without the original, for whoever goes through many.
    pub(super) fn words(&self, connection: &Connection, packed: &[u8]) -> io::Result<Parts> {
        self.parts(connection, packed, false)
    }

    #[cfg(test)]
    pub(super) fn n_unpacked(&self) -> usize {
        self.n_unpacked.get()
    }

    fn parts(&self, connection: &Connection, packed: &[u8], whole_piece: bool) -> io::Result<Parts> {
        #[cfg(test)]
        self.n_unpacked.update(|it| it + 1);
        let mut reader = Reader::of(packed);
        let mut numbers = [0; 4];
        for number in &mut numbers {
            *number = reader.number()?;
        }
        let [number, text, document, original] = numbers;
        let whole = [document, original].iter().try_fold(text, |sum, it| sum.checked_add(*it));
        let whole = whole.filter(|it| *it <= LARGEST).ok_or_else(damaged)?;
        let number = i64::try_from(number).map_err(io::Error::other)?;
        let mut unpackers = self.unpackers.borrow_mut();
        let unpacker = match unpackers.entry(number) {
            Entry::Occupied(it) => it.into_mut(),
            Entry::Vacant(it) => {
                let dictionary = dictionary(connection, number).map_err(io::Error::other)?;
                it.insert(Decompressor::with_dictionary(&dictionary.ok_or_else(damaged)?)?)
            }
        };
        let size = |n: u64| usize::try_from(n).map_err(io::Error::other);
        // One byte more than there should be tells a frame that holds too much.
        let mut bytes = unpacker.decompress(reader.rest(), size(whole)? + 1)?;
        if bytes.len() != size(whole)? {
            return Err(damaged());
        }
        let original = if whole_piece { bytes.split_off(size(text + document)?) } else { Vec::new() };
        bytes.truncate(size(text + document)?);
        let document = bytes.split_off(size(text)?);
        let text = String::from_utf8(bytes).map_err(io::Error::other)?;
        Ok(Parts { text, document, original })
    }

    /// Trains a dictionary where it is time to.
    pub(super) fn learn(&self, connection: &Connection) -> rusqlite::Result<()> {
        let (n_bodies, n_dictionaries): (i64, i64) = connection
            .prepare_cached("SELECT coalesce((SELECT max(number) FROM body), 0), count(*) FROM dictionary")?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let due = usize::try_from(n_dictionaries).ok().and_then(|it| TRAINED_AT.get(it));
        if due.is_none_or(|it| n_bodies < *it) {
            return Ok(());
        }
        let mut latest = connection.prepare("SELECT packed FROM body ORDER BY number DESC LIMIT ?1")?;
        let mut pieces = latest.query([SAMPLES])?;
        // In one piece, as training wants them: it would make one, and have all of them twice.
        let mut samples = Vec::with_capacity(SAMPLES as usize * SAMPLE);
        let mut sizes = Vec::new();
        while let Some(piece) = pieces.next()? {
            let unpacked = self.unpack(connection, piece.get_ref(0)?.as_blob()?);
            let Ok(Parts { text, document, original }) = unpacked else { continue };
            let before = samples.len();
            let whole = text.as_bytes().iter().chain(&document).chain(&original);
            samples.extend(whole.take(SAMPLE));
            sizes.push(samples.len() - before);
        }
        // Too little to learn from is remembered as well: an empty one is none.
        let trained = zstd::dict::from_continuous(&samples, &sizes, DICTIONARY).unwrap_or_default();
        connection.execute("INSERT INTO dictionary (bytes) VALUES (?1)", params![trained])?;
        Ok(())
    }
}

/// What packs by a dictionary.
fn by(dictionary: &[u8]) -> io::Result<Compressor<'static>> {
    let mut compressor = Compressor::with_dictionary(LEVEL, dictionary)?;
    // Both stand before the frame, and SQLite has no checksums either.
    compressor.include_contentsize(false)?;
    compressor.include_dictid(false)?;
    compressor.include_checksum(false)?;
    Ok(compressor)
}

/// The dictionary of a number; 0 is the empty one.
fn dictionary(connection: &Connection, number: i64) -> rusqlite::Result<Option<Vec<u8>>> {
    if number == 0 {
        return Ok(Some(Vec::new()));
    }
    let mut dictionary = connection.prepare_cached("SELECT bytes FROM dictionary WHERE number = ?1")?;
    dictionary.query_row([number], |row| row.get(0)).optional()
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
        for packing in [packing, Packing::default()] {
            assert_eq!(packing.unpack(&connection, &first).unwrap(), parts(1));
            assert_eq!(packing.unpack(&connection, &second).unwrap(), parts(2));
        }
        connection.execute("DELETE FROM dictionary", []).unwrap();
        assert!(Packing::default().unpack(&connection, &second).is_err());
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
