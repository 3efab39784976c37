//! What was learned from a library, as it lies in it: after the number of its form how
//! many pieces there were, the vocabulary, and the dictionary of zstd. Older ones are
//! such a dictionary alone, or empty, and tell themselves apart by how these begin.

use std::io;

use super::super::bytes::{Reader, Writer};
use super::super::vocabulary::Vocabulary;

/// The form that is written; dictionaries of zstd begin with 0x37.
const FORM: u64 = 1;

#[derive(Default)]
pub(super) struct Learned {
    /// The number of the last body there was.
    pub(super) at: i64,
    pub(super) vocabulary: Option<Vocabulary>,
    /// Empty for none.
    pub(super) dictionary: Vec<u8>,
}

impl Learned {
    pub(super) fn read(bytes: &[u8]) -> io::Result<Self> {
        let Some((at, mut from)) = head(bytes) else {
            return Ok(Self { dictionary: bytes.to_vec(), ..Self::default() });
        };
        let vocabulary = Some(Vocabulary::read(&mut from)?);
        Ok(Self { at, vocabulary, dictionary: from.rest().to_vec() })
    }

    /// When something was learned, by the first bytes of it; 0 for older ones, so that
    /// it is soon done anew.
    pub(super) fn when(bytes: &[u8]) -> i64 {
        head(bytes).map_or(0, |it| it.0)
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let Some(vocabulary) = &self.vocabulary else { return self.dictionary.clone() };
        let mut to = Writer::default();
        to.number(FORM);
        to.number(self.at.unsigned_abs());
        vocabulary.write(&mut to);
        to.bytes(&self.dictionary);
        to.into_bytes()
    }
}

fn head(bytes: &[u8]) -> Option<(i64, Reader<'_>)> {
    let mut from = Reader::of(bytes);
    (from.number().ok()? == FORM).then_some(())?;
    Some((i64::try_from(from.number().ok()?).ok()?, from))
}
