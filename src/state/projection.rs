//! What becomes of the journals: marks by article, kept by somebody who may also
//! keep how far each journal was read, and so need not read it again.

use std::error::Error;
use std::ffi::{OsStr, OsString};

use serde::{Deserialize, Serialize};

use super::entry::FORMAT;
use crate::article::{ArticleId, Field, LastWrites, Stamped};

/// The last write for each article and field, as
/// [`LastWrites`](crate::article::LastWrites) orders them.
pub trait Projection {
    /// Why it could not be read or written. The journals are not touched by it.
    type Error: Error + Send + Sync + 'static;

    /// When a field of an article was written last; 0 where it never was.
    fn written(&self, id: ArticleId, field: Field) -> Result<u64, Self::Error>;

    /// Takes writes, some of which may have come before, in any order, and keeps
    /// the position up to which a journal is in it by then: both or neither.
    fn apply(&mut self, writes: &[Stamped], reached: Option<&Position>) -> Result<(), Self::Error>;

    /// Hands over all that it holds, in any order.
    fn each(&self, take: impl FnMut(ArticleId, &LastWrites)) -> Result<(), Self::Error>;

    /// Forgets that there was a journal. What it said stays.
    fn forget(&mut self, journal: &OsStr) -> Result<(), Self::Error>;
}

/// How far a journal was read, by its name, and what tells whether it is still
/// the same one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    name: OsString,
    pub(super) at: At,
}

/// The numbers of a [`Position`], as they are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct At {
    /// How much was read, in bytes: whole lines only.
    pub(super) read_to: u64,
    /// The last bytes of that, by which a file that was merely appended to is
    /// told from one that was replaced.
    pub(super) last: Vec<u8>,
    /// Length and time of change (nanoseconds since 1970) when it was read;
    /// where both are the same, nothing is read.
    pub(super) seen: Option<(u64, Option<i64>)>,
    pub(super) lines: u64,
    /// How many lines were left by the last compaction.
    pub(super) compacted_to: u64,
    pub(super) format: u64,
    pub(super) damaged: u64,
    /// Whether it ended in a piece of a line.
    pub(super) torn: bool,
    /// Whether it was replaced by another one: what it said before may be in no
    /// journal any more.
    pub(super) lost: bool,
}

/// How many bytes tell what was read from something else: an entry with its
/// time, its article and what came before it.
const LAST: usize = 128;

impl At {
    pub(super) fn start() -> Self {
        Self {
            read_to: 0,
            last: Vec::new(),
            seen: None,
            lines: 0,
            compacted_to: 0,
            format: FORMAT,
            damaged: 0,
            torn: false,
            lost: false,
        }
    }

    /// Goes on behind whole lines, which are `lines` many.
    pub(super) fn advance(&mut self, bytes: &[u8], lines: u64) {
        self.read_to += bytes.len() as u64;
        self.lines += lines;
        let from = bytes.len().saturating_sub(LAST);
        self.last.extend(bytes.get(from..).unwrap_or_default());
        let surplus = self.last.len().saturating_sub(LAST);
        self.last.drain(..surplus);
    }
}

impl Position {
    pub(super) fn new(name: OsString, at: At) -> Self {
        Self { name, at }
    }

    /// Reads what [`Self::to_bytes`] gave; `None` where it is of another version
    /// or damaged: the journal is then read from its beginning.
    pub fn from_bytes(name: &[u8], kept: &[u8]) -> Option<Self> {
        let at: At = serde_json::from_slice(kept).ok()?;
        let sound = at.last.len() as u64 <= at.read_to && at.last.len() <= LAST;
        sound.then(|| Self { name: name_from(name), at })
    }

    /// The name of the journal's file.
    pub fn name(&self) -> &[u8] {
        self.name.as_encoded_bytes()
    }

    pub(super) fn file_name(&self) -> &OsStr {
        &self.name
    }

    /// Everything but the name, to be kept: some 500 bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Numbers and bytes only: nothing in it can fail.
        serde_json::to_vec(&self.at).unwrap_or_default()
    }

    pub(super) fn into_parts(self) -> (OsString, At) {
        (self.name, self.at)
    }
}

#[cfg(unix)]
fn name_from(bytes: &[u8]) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes.to_vec())
}

/// Elsewhere a name that is no text is read as another one, whose journal is not
/// there.
#[cfg(not(unix))]
fn name_from(bytes: &[u8]) -> OsString {
    String::from_utf8_lossy(bytes).into_owned().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_survives_being_kept_and_garbage_does_not_become_one() {
        let mut at = At::start();
        at.advance(&[7; 300], 2);
        at.advance(b"end\n", 1);
        at.seen = Some((304, Some(-5)));
        assert_eq!((at.read_to, at.lines, at.last.len()), (304, 3, 128));
        assert!(at.last.ends_with(b"\x07end\n"));
        let position = Position::new("laptop.jsonl".into(), at);
        let kept = position.to_bytes();
        assert_eq!(Position::from_bytes(b"laptop.jsonl", &kept), Some(position));
        assert!(kept.len() < 600);
        for cut in 0..kept.len() {
            assert_eq!(Position::from_bytes(b"laptop.jsonl", &kept[..cut]), None);
        }
        let long = String::from_utf8(kept).unwrap().replace("\"read_to\":304", "\"read_to\":3");
        assert_eq!(Position::from_bytes(b"laptop.jsonl", long.as_bytes()), None);
    }
}
