//! Words as codes of one to three bytes, which is what a text becomes before it is
//! packed.
//!
//! zstd says of a word that it stood somewhere in its dictionary in some three bytes,
//! however often it comes. With the words of a library numbered by how often they come
//! (word replacing transform, as in Skibiński, Grabowski and Deorowicz 2005,
//! "Revisiting dictionary-based compression"), a text is a third as long before zstd
//! sees it, which then has less to do as well.
//!
//! Codes begin with the bytes that are the rarest in the texts that a vocabulary was
//! learned from; where one of these stands in a text, a byte before it says so. A code
//! stands for a space and the word in small letters; a byte before it says where it is
//! otherwise. A word is a run of letters of ASCII and of what UTF-8 writes in two
//! bytes, which are those of Latin, Greek, Cyrillic, Hebrew and Arabic script. Nothing
//! here depends on texts being text: all bytes come back.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use std::io;

use super::bytes::{Reader, Writer, damaged};

/// Bytes that stand for a word each, and that begin the codes of two bytes.
const ONES: usize = 40;
const TWOS: usize = 28;
/// What [`Vocabulary::leads`] has: escape, three flags, ones, twos, and what begins
/// the codes of three bytes.
const LEADS: usize = 4 + ONES + TWOS + 1;
/// The first word with a code of three bytes.
const THREES: usize = ONES + TWOS * 256;
/// So many words are worth the memory, some ten bytes each.
const MOST: usize = 40_000;
/// No longer word has a code, in bytes.
const LONGEST: usize = 32;
/// A word that comes less often in what is learned from may never come again.
const LEAST: u32 = 3;
/// So many different words are told apart while learning, some five megabytes.
const TOLD: usize = 1 << 16;
/// So many places are looked at for a word; one that finds none of them free goes
/// without a code. Words that were made to meet in one place cost no more than others.
const PLACES: usize = 32;

/// Flags, as bits: no space before it, a capital first.
const CLOSE: usize = 1;
const CAPITAL: usize = 2;

/// The words of a library and their codes.
pub(super) struct Vocabulary {
    /// Which bytes stand for something else, in the order of their roles.
    leads: [u8; LEADS],
    roles: [Role; 256],
    /// All words, one after the other, and where each ends.
    letters: Vec<u8>,
    ends: Vec<u32>,
}

/// What a byte stands for.
#[derive(Clone, Copy)]
enum Role {
    Itself,
    Escape,
    /// What is not usual about the word whose code follows.
    Flags(usize),
    One(usize),
    /// The first of 256 words, by the next byte.
    Two(usize),
    /// By the next two bytes.
    Three,
}

/// Learns words from samples; the same samples give the same vocabulary.
pub(super) struct Learner {
    /// How often each word came, in small letters where it had a capital first.
    words: HashMap<Vec<u8>, u32>,
    /// How often each byte came outside of them.
    bytes: [u64; 256],
    /// Whether no more words are taken: these samples have too many.
    full: bool,
}

impl Learner {
    pub(super) fn new() -> Self {
        Self { words: HashMap::new(), bytes: [0; 256], full: false }
    }

    pub(super) fn add(&mut self, sample: &[u8]) {
        let mut key = Vec::new();
        each_word(sample, |before, _, word| {
            self.count(before, 1);
            if word.len() > LONGEST {
                return self.count(word, 1);
            }
            key.clear();
            key.extend(word);
            if is_capitalized(word) {
                key.make_ascii_lowercase();
            }
            if let Some(n) = self.words.get_mut(&key) {
                *n = n.saturating_add(1);
            } else if !word.is_empty() && self.has_room() {
                self.words.insert(key.clone(), 1);
            } else {
                self.count(word, 1);
            }
        });
    }

    fn count(&mut self, bytes: &[u8], n: u32) {
        for byte in bytes {
            if let Some(it) = self.bytes.get_mut(usize::from(*byte)) {
                *it += u64::from(n);
            }
        }
    }

    /// Whether one more word can be told of; those that came once make room.
    fn has_room(&mut self) -> bool {
        if self.words.len() >= TOLD && !self.full {
            self.words.retain(|_, n| *n > 1);
            self.full = self.words.len() > TOLD / 2;
        }
        !self.full
    }

    pub(super) fn finish(mut self) -> Vocabulary {
        let words = std::mem::take(&mut self.words);
        let mut words: Vec<(u32, Vec<u8>)> = words.into_iter().map(|(word, n)| (n, word)).collect();
        words.sort_unstable_by(|a, b| (Reverse(a.0), &a.1).cmp(&(Reverse(b.0), &b.1)));
        let n_words = words.partition_point(|it| it.0 >= LEAST).min(MOST);
        for (n, word) in words.drain(n_words..) {
            self.count(&word, n);
        }
        let mut bytes: Vec<(u64, u8)> = self.bytes.into_iter().zip(0..=u8::MAX).collect();
        bytes.sort_unstable_by_key(|(n, byte)| (*n, usualness(*byte), Reverse(*byte)));
        let mut leads = [0; LEADS];
        leads.iter_mut().zip(bytes).for_each(|(to, from)| *to = from.1);
        Vocabulary::of(leads, words.iter().map(|it| it.1.as_slice()))
    }
}

/// Which of the bytes that no sample has are the last to come in another text: none of
/// these is in UTF-8 or written in it, then what begins characters of scripts that the
/// library does not have.
fn usualness(byte: u8) -> u8 {
    match byte {
        0..=8 | 0x0b..=0x1f | 0x7f | 0xc0 | 0xc1 | 0xf5.. => 0,
        0x80.. => 1,
        _ => 2,
    }
}

impl Vocabulary {
    fn of<'a>(leads: [u8; LEADS], words: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut roles = [Role::Itself; 256];
        for (i, lead) in leads.into_iter().enumerate() {
            roles[usize::from(lead)] = match i {
                0 => Role::Escape,
                1..4 => Role::Flags(i),
                _ if i < 4 + ONES => Role::One(i - 4),
                _ if i < 4 + ONES + TWOS => Role::Two(ONES + (i - 4 - ONES) * 256),
                _ => Role::Three,
            };
        }
        let (mut letters, mut ends) = (Vec::new(), Vec::new());
        for word in words {
            letters.extend(word);
            ends.push(u32::try_from(letters.len()).unwrap_or(u32::MAX));
        }
        Self { leads, roles, letters, ends }
    }

    /// Takes what [`Self::write`] wrote.
    pub(super) fn read(from: &mut Reader<'_>) -> io::Result<Self> {
        let mut leads = [0; LEADS];
        leads.copy_from_slice(from.bytes(LEADS)?);
        if leads.iter().collect::<BTreeSet<_>>().len() < LEADS {
            return Err(damaged());
        }
        let words = from.each(|from| {
            let length = from.count()?;
            from.bytes(length)
        })?;
        if words.len() > MOST {
            return Err(damaged());
        }
        Ok(Self::of(leads, words.into_iter()))
    }

    pub(super) fn write(&self, to: &mut Writer) {
        to.bytes(&self.leads);
        to.count(self.ends.len());
        for i in 0..self.ends.len() {
            let word = self.word(i).unwrap_or_default();
            to.count(word.len());
            to.bytes(word);
        }
    }

    fn word(&self, i: usize) -> Option<&[u8]> {
        let end = |i: usize| self.ends.get(i).and_then(|it| usize::try_from(*it).ok());
        let start = if i == 0 { 0 } else { end(i - 1)? };
        self.letters.get(start..end(i)?)
    }

    /// What was coded, as it was; fails on what was not coded so, and on more than
    /// `most` bytes.
    pub(super) fn decoded(&self, coded: &[u8], most: usize) -> io::Result<Vec<u8>> {
        let mut out = Vec::with_capacity(most.min(coded.len() * 3));
        let mut bytes = coded.iter().copied();
        let mut flags = 0;
        while let Some(byte) = bytes.next() {
            let mut next = || bytes.next().map(usize::from).ok_or_else(damaged);
            let word = match self.roles[usize::from(byte)] {
                Role::Itself => {
                    out.push(byte);
                    continue;
                }
                Role::Escape => {
                    out.push(bytes.next().ok_or_else(damaged)?);
                    continue;
                }
                Role::Flags(it) => {
                    flags = it;
                    continue;
                }
                Role::One(word) => word,
                Role::Two(first) => first + next()?,
                Role::Three => THREES + next()? * 256 + next()?,
            };
            if flags & CLOSE == 0 {
                out.push(b' ');
            }
            let first = out.len();
            out.extend(self.word(word).ok_or_else(damaged)?);
            if flags & CAPITAL != 0
                && let Some(it) = out.get_mut(first)
            {
                it.make_ascii_uppercase();
            }
            flags = 0;
            if out.len() > most {
                return Err(damaged());
            }
        }
        if out.len() > most { Err(damaged()) } else { Ok(out) }
    }
}

/// What codes by a vocabulary.
pub(super) struct Coder {
    vocabulary: Vocabulary,
    /// Each word at a place that its hash says or soon after it.
    places: Vec<Place>,
    /// Which bytes begin codes.
    is_lead: [bool; 256],
}

/// What tells a word from others without a look at its letters, which lie elsewhere.
#[derive(Clone, Copy, Default)]
struct Place {
    /// Its first eight bytes, zeros behind them.
    first: u64,
    /// Half of its hash.
    half: u32,
    /// Its number plus one, 0 where there is none.
    number: u32,
}

impl Coder {
    pub(super) fn new(vocabulary: Vocabulary) -> Self {
        let n = vocabulary.ends.len();
        let n = (n + n / 2).next_power_of_two().max(2);
        let is_lead = vocabulary.roles.each_ref().map(|it| !matches!(it, Role::Itself));
        let mut coder = Self { vocabulary, places: vec![Place::default(); n], is_lead };
        for i in 0..coder.vocabulary.ends.len() {
            // What no text has would be taken for a shorter word, by the zeros behind that.
            let Some(word) = coder.vocabulary.word(i).filter(|it| !it.contains(&0)) else { continue };
            let (known, mut around) = coder.around(word, false);
            let free = around.find(|it| coder.places.get(*it).is_some_and(|it| it.number == 0));
            if let Some(place) = free.and_then(|it| coder.places.get_mut(it)) {
                *place = Place { number: u32::try_from(i + 1).unwrap_or(0), ..known };
            }
        }
        coder
    }

    pub(super) fn into_vocabulary(self) -> Vocabulary {
        self.vocabulary
    }

    /// What tells a word, and the places for it, the likeliest first. A `capitalized`
    /// one stands there in small letters.
    fn around(&self, word: &[u8], capitalized: bool) -> (Place, impl Iterator<Item = usize> + use<>) {
        let (first, hash) = hash(word, capitalized);
        let [at, half] = [hash >> 32, hash & 0xffff_ffff].map(|it| u32::try_from(it).unwrap_or(0));
        let (mask, at) = (self.places.len() - 1, usize::try_from(at).unwrap_or(0));
        (Place { first, half, number: 0 }, (0..PLACES).map(move |i| (at + i) & mask))
    }

    /// The number of a word.
    fn find(&self, word: &[u8], capitalized: bool) -> Option<usize> {
        let (sought, around) = self.around(word, capitalized);
        for at in around {
            let place = self.places.get(at)?;
            let i = usize::try_from(place.number.checked_sub(1)?).ok()?;
            if place.first != sought.first || place.half != sought.half {
                continue;
            }
            // No word holds a zero: of shorter ones that is all.
            if word.len() < 8 || self.vocabulary.word(i).and_then(|it| it.get(8..)) == word.get(8..) {
                return Some(i);
            }
        }
        None
    }

    /// Adds bytes to others, coded. All come back by [`Vocabulary::decoded`].
    pub(super) fn code(&self, bytes: &[u8], to: &mut Vec<u8>) {
        let leads = &self.vocabulary.leads;
        each_word(bytes, |before, spaced, word| {
            self.literal(before, to);
            let capitalized = is_capitalized(word);
            let flags = if spaced { 0 } else { CLOSE } | if capitalized { CAPITAL } else { 0 };
            let found = if word.len() > LONGEST { None } else { self.find(word, capitalized) };
            let length =
                |i: usize| usize::from(flags > 0) + 1 + usize::from(i >= ONES) + usize::from(i >= THREES);
            let Some(i) = found.filter(|it| length(*it) < usize::from(spaced) + word.len()) else {
                if spaced {
                    self.literal(b" ", to);
                }
                return self.literal(word, to);
            };
            if flags > 0 {
                to.push(leads[flags]);
            }
            let low = |n: usize| n.to_le_bytes()[0];
            if i < ONES {
                to.push(leads[4 + i]);
            } else if i < THREES {
                to.extend([leads[4 + ONES + (i - ONES) / 256], low(i - ONES)]);
            } else {
                to.extend([leads[LEADS - 1], low((i - THREES) >> 8), low(i - THREES)]);
            }
        });
    }

    /// Adds bytes that are in no word with a code.
    fn literal(&self, bytes: &[u8], to: &mut Vec<u8>) {
        let is_lead = |it: &u8| self.is_lead[usize::from(*it)];
        if !bytes.iter().any(is_lead) {
            return to.extend(bytes);
        }
        for byte in bytes {
            if is_lead(byte) {
                to.push(self.vocabulary.leads[0]);
            }
            to.push(*byte);
        }
    }
}

/// The first eight bytes of a word, and a hash of all: eight bytes at once, multiplied by
/// the golden ratio; the upper half is the better one. One that is `capitalized` has
/// those of the same in small letters.
fn hash(word: &[u8], capitalized: bool) -> (u64, u64) {
    /// What makes a small letter of a capital.
    const SMALL: u64 = 0x20;
    let (eights, rest) = word.as_chunks::<8>();
    let last = rest.iter().rev().fold(0, |last, byte| last << 8 | u64::from(*byte));
    let mut all = eights.iter().map(|it| u64::from_le_bytes(*it)).chain([last]);
    let first = all.next().unwrap_or(0) | if capitalized { SMALL } else { 0 };
    let add = |hash: u64, eight: u64| (hash.rotate_left(23) ^ eight).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (first, all.fold(add(0, first), add))
}

/// Hands on each word: what stands between the one before and it, without a last
/// space, and whether there was one. Behind the last, the word is empty.
fn each_word(bytes: &[u8], mut hand: impl FnMut(&[u8], bool, &[u8])) {
    let mut rest = bytes;
    loop {
        let (gap, from) = rest.split_at(to_letter(rest));
        let (word, behind) = from.split_at(letters(from));
        match gap.split_last() {
            Some((b' ', gap)) if !word.is_empty() => hand(gap, true, word),
            _ => hand(gap, false, word),
        }
        if behind.is_empty() {
            return;
        }
        rest = behind;
    }
}

/// How many bytes the letter takes that each byte may begin.
const LETTERS: [u8; 256] = {
    let mut letters = [0; 256];
    let mut byte = 0;
    while byte < letters.len() {
        letters[byte] = match byte {
            0x41..=0x5a | 0x61..=0x7a => 1,
            0xc3..=0xdf => 2,
            _ => 0,
        };
        byte += 1;
    }
    letters
};

/// How many bytes stand before the first letter, all where there is none.
fn to_letter(bytes: &[u8]) -> usize {
    let mut n = 0;
    while let Some(byte) = bytes.get(n) {
        match LETTERS[usize::from(*byte)] {
            0 => {}
            1 => return n,
            _ if is_second(bytes, n + 1) => return n,
            _ => {}
        }
        n += 1;
    }
    bytes.len()
}

/// How many bytes the letters take that stand first.
fn letters(bytes: &[u8]) -> usize {
    let mut n = 0;
    while let Some(byte) = bytes.get(n) {
        n += match LETTERS[usize::from(*byte)] {
            0 => break,
            1 => 1,
            _ if is_second(bytes, n + 1) => 2,
            _ => break,
        };
    }
    n
}

/// Whether a byte is the second of a letter.
fn is_second(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at), Some(0x80..=0xbf))
}

/// Whether a word has a capital of ASCII first and none else.
fn is_capitalized(word: &[u8]) -> bool {
    let mut capitals = word.iter().map(u8::is_ascii_uppercase);
    capitals.next() == Some(true) && !capitals.any(|it| it)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SAMPLE: &str = "The harbor was closed, and the ferry waited. <p>Über den Hafen</p> The ferry, the BBC \
        said. Пароход ждал. ";

    fn learned() -> Vocabulary {
        let mut learner = Learner::new();
        learner.add(SAMPLE.repeat(9).as_bytes());
        learner.add("東京の港。".as_bytes());
        learner.finish()
    }

    /// A word of five letters that no other number has.
    fn name(i: u32) -> String {
        [i / 17_576, i / 676, i / 26, i, i / 3].iter().filter_map(|it| char::from_u32(97 + it % 26)).collect()
    }

    fn check(text: &[u8]) -> usize {
        let coder = Coder::new(learned());
        let mut short = Vec::new();
        coder.code(text, &mut short);
        assert_eq!(learned().decoded(&short, text.len()).unwrap(), text, "{text:?}");
        short.len()
    }

    #[test]
    fn a_word_that_is_known_takes_a_byte_and_one_more_where_it_is_written_otherwise() {
        for (text, n) in [
            (" harbor", 1),
            ("harbor", 2),
            (" Harbor", 2),
            ("Harbor", 2),
            (" harbor harbor", 2),
            (" BBC", 1),
            (" Bbc", 4),
            (" bbc", 4),
            (" HARBOR", 7),
            (" Über", 1),
            (" über", 6),
            (" Пароход ждал", 2),
            (" the the", 2),
            ("  the", 2),
            ("<p>The</p>", 9),
            ("x", 1),
            ("", 0),
            (" ", 1),
        ] {
            assert_eq!(check(text.as_bytes()), n, "{text}");
        }
    }

    #[test]
    fn bytes_that_begin_codes_come_back_all_the_same() {
        let all: Vec<u8> = (0..=u8::MAX).collect();
        assert_eq!(check(&all), 256 + LEADS);
        assert!(check("東京の港。".as_bytes()) < 20, "what a library has is no code");
    }

    #[test]
    fn a_vocabulary_is_read_as_it_was_written() {
        let mut bytes = Writer::default();
        learned().write(&mut bytes);
        let bytes = bytes.into_bytes();
        let (read, written) = (Vocabulary::read(&mut Reader::of(&bytes)).unwrap(), learned());
        assert_eq!((read.leads, read.letters, read.ends), (written.leads, written.letters, written.ends));
        for end in 0..bytes.len() {
            assert!(Vocabulary::read(&mut Reader::of(&bytes[..end])).is_err(), "{end}");
        }
    }

    #[test]
    fn words_beyond_those_of_two_bytes_have_codes_of_three() {
        let text = (0..9_000).map(name).collect::<Vec<_>>().join(" ");
        let mut learner = Learner::new();
        for _ in 0..3 {
            learner.add(text.as_bytes());
        }
        let vocabulary = learner.finish();
        assert!(vocabulary.ends.len() > THREES);
        let coder = Coder::new(vocabulary);
        let mut short = Vec::new();
        coder.code(text.as_bytes(), &mut short);
        assert!(short.len() < 9_000 * 3);
        assert_eq!(coder.vocabulary.decoded(&short, text.len()).unwrap(), text.as_bytes());
        assert!(coder.vocabulary.decoded(&short, text.len() - 1).is_err(), "more than there may be");
    }

    #[test]
    fn samples_of_words_without_end_take_no_more_memory() {
        let mut learner = Learner::new();
        for i in 0..20 {
            let sample = (i * 10_000..(i + 1) * 10_000).map(name).collect::<Vec<_>>().join(" ");
            learner.add(sample.as_bytes());
            assert!(learner.words.len() <= TOLD);
        }
    }

    proptest! {
        #[test]
        fn whatever_is_coded_comes_back(text in "( ?(the|The|ferry|BBC|Ü|\u{e001}|[ -~]){0,3}){0,20}", bytes: Vec<u8>) {
            check(text.as_bytes());
            check(&bytes);
        }

        #[test]
        fn whatever_lies_there_is_decoded_or_refused(bytes: Vec<u8>) {
            let _ = learned().decoded(&bytes, 1 << 20);
            let _ = Vocabulary::read(&mut Reader::of(&bytes));
        }
    }
}
