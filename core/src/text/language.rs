//! Which language a text is in, where its source does not say.

mod words;

use std::ops::Range;
use std::sync::LazyLock;

use super::letter;
use super::span::Span;
use super::table::{Table, Vocabulary, packed};
use crate::article::Language;
use words::{ADDED, LETTERS, WORDS};

/// How many bytes of a text are looked at.
const ENOUGH: usize = 4_000;

/// The language that the words of `text` speak for; `None` where they do not
/// suffice. Looks at the first few thousand characters only.
///
/// The script decides where it is one language's own (Greek, Hebrew, Thai,
/// Hangul, kana, Han …). Among those that share one, the small words of each
/// language are counted, a word that several share for less, and letters that
/// few have. Where that leaves a doubt, the trigrams of `whatlang` decide.
pub fn detect(text: &str) -> Option<Language> {
    let head = Span::new(0, ENOUGH).slice(text);
    match Script::of(head)? {
        Script::Own(code) => Language::parse(code),
        Script::Shared(codes) => among(head, codes),
    }
}

/// A script, by who writes it.
#[derive(Clone)]
enum Script {
    Own(&'static str),
    /// The numbers in [`CODES`] of those who share it.
    Shared(Range<usize>),
}

const LATIN: &[&str] = &[
    "en", "id", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "fi", "pl", "cs", "sk", "ro", "hu",
    "tr", "vi", "hr", "sl", "ca", "eu", "et", "lt", "lv",
];
/// The languages that news is read in most: where words say little, it is one of
/// these.
const PROMISED: &[&str] = &[
    "en", "id", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "no", "fi", "pl", "cs", "ro", "hu", "tr",
    "vi", "ru", "uk", "ar", "hi",
];
const CYRILLIC: &[&str] = &["ru", "uk", "bg", "sr", "be", "mk"];
const ARABIC: &[&str] = &["ar", "fa", "ur"];
const DEVANAGARI: &[&str] = &["hi", "mr", "ne"];

/// Where the languages of a script begin among all of them.
const ARABIC_FROM: usize = LATIN.len() + CYRILLIC.len();
const DEVANAGARI_FROM: usize = ARABIC_FROM + ARABIC.len();

impl Script {
    /// The script of most letters; Han beside kana is Japanese.
    fn of(text: &str) -> Option<Self> {
        const KANA: usize = 0;
        const HAN: usize = 1;
        const LATIN_LETTERS: usize = 11;
        const OTHERS: [Script; 15] = [
            Script::Own("ja"),
            Script::Own("zh"),
            Script::Own("ko"),
            Script::Own("th"),
            Script::Own("el"),
            Script::Own("he"),
            Script::Own("ka"),
            Script::Own("hy"),
            Script::Own("bn"),
            Script::Own("ta"),
            Script::Own("te"),
            Script::Shared(0..LATIN.len()),
            Script::Shared(LATIN.len()..ARABIC_FROM),
            Script::Shared(ARABIC_FROM..DEVANAGARI_FROM),
            Script::Shared(DEVANAGARI_FROM..DEVANAGARI_FROM + DEVANAGARI.len()),
        ];
        let mut counts = [0_usize; OTHERS.len()];
        counts[LATIN_LETTERS] = text.bytes().filter(u8::is_ascii_alphabetic).count();
        let others = if text.is_ascii() { "" } else { text };
        for c in others.chars().filter(|c| !c.is_ascii()) {
            let script = match u32::from(c) {
                0xC0..=0x24F | 0x1E00..=0x1EFF => LATIN_LETTERS,
                0x3040..=0x30FF => KANA,
                0x3400..=0x9FFF | 0xF900..=0xFAFF => HAN,
                0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7AF => 2,
                0x0E00..=0x0E7F => 3,
                0x0370..=0x03FF | 0x1F00..=0x1FFF => 4,
                0x0590..=0x05FF => 5,
                0x10A0..=0x10FF => 6,
                0x0530..=0x058F => 7,
                0x0980..=0x09FF => 8,
                0x0B80..=0x0BFF => 9,
                0x0C00..=0x0C7F => 10,
                0x0400..=0x052F => 12,
                0x0600..=0x06FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFC => 13,
                0x0900..=0x097F => 14,
                _ => continue,
            };
            // A syllable or a sign of these says as much as three letters.
            counts[script] += if script <= 2 { 3 } else { 1 };
        }
        if counts[KANA] * 10 >= counts[HAN] {
            counts[KANA] += counts[HAN];
            counts[HAN] = 0;
        }
        let (most, count) = counts.iter().enumerate().max_by_key(|(_, count)| **count)?;
        (*count > 0).then(|| OTHERS[most].clone())
    }
}

/// All languages of shared scripts: a number stands for each.
static CODES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| [LATIN, CYRILLIC, ARABIC, DEVANAGARI].into_iter().flatten().copied().collect());

/// The numbers of the languages that news is read in most.
static PROMISES: LazyLock<Vec<usize>> =
    LazyLock::new(|| PROMISED.iter().filter_map(|it| number(it)).collect());

/// What a word or letter says for a language: its number in [`CODES`], and how much.
type Worth = (usize, f32);
/// An ending, and what it says.
type Ending = (&'static str, Worth);

/// For each small word the languages that have it.
static BY_WORD: LazyLock<Vocabulary<Vec<Worth>>> = LazyLock::new(|| {
    let mut by_word: Vocabulary<Vec<Worth>> = Vocabulary::default();
    for (code, words) in WORDS {
        for word in words.split_whitespace() {
            by_word.entry(word).extend(number(code).map(|it| (it, 1.0)));
        }
    }
    for languages in by_word.values_mut() {
        // Shared words tell less: one in two languages less than half.
        if let Some(n) = u8::try_from(languages.len()).ok().filter(|it| *it > 1) {
            for it in languages {
                it.1 = 0.8 / f32::from(n);
            }
        }
    }
    by_word
});

/// Whether a word, in lower case, is one of the small ones that hold sentences
/// together, in any language.
pub(super) fn is_small_word(word: &str) -> bool {
    BY_WORD.get(word).is_some()
}

/// The endings by their last two bytes, in the order of their list.
struct Endings {
    by_last: Table<[u8; 2], Vec<Ending>>,
    /// For each last byte one bit for each byte before it that may be: the lower five
    /// of its own, which letters are told apart by. Most words end otherwise.
    may_be: [u32; 256],
}

static ENDINGS: LazyLock<Endings> = LazyLock::new(|| {
    let mut all = Endings { by_last: Table::default(), may_be: [0; 256] };
    for (ending, code, worth) in ADDED {
        if let Some((last, language)) = ending.as_bytes().last_chunk().zip(number(code)) {
            all.by_last.entry(*last).or_default().push((*ending, (language, *worth)));
            all.may_be[usize::from(last[1])] |= 1 << (last[0] & 31);
        }
    }
    all
});

impl Endings {
    /// Those that end in the last two bytes of a word, which is in lower case.
    fn of(&self, word: &[u8]) -> &[Ending] {
        let Some(last) = word.last_chunk::<2>() else { return &[] };
        if self.may_be[usize::from(last[1])] & 1 << (last[0] & 31) == 0 {
            return &[];
        }
        self.by_last.get(last).map_or(&[], Vec::as_slice)
    }
}

/// For each letter the languages that it speaks for.
static BY_LETTER: LazyLock<Table<char, Vec<Worth>>> = LazyLock::new(|| {
    let mut by_letter: Table<char, Vec<Worth>> = Table::default();
    for (letters, code, worth) in LETTERS {
        for letter in letters.chars() {
            by_letter.entry(letter).or_default().extend(number(code).map(|it| (it, *worth)));
        }
    }
    by_letter
});

fn number(code: &str) -> Option<usize> {
    CODES.iter().position(|it| *it == code)
}

/// What trigrams may add to a language; a lead that is larger stands without them.
const MOST_OF_TRIGRAMS: f32 = 1.2;

/// What makes small letters of sixteen letters of ASCII.
const SMALL: u128 = u128::from_le_bytes([0x20; 16]);

/// The language of a script that several share.
fn among(text: &str, codes: Range<usize>) -> Option<Language> {
    let mut points: Vec<f32> = vec![0.0; CODES.len()];
    let (small, endings) = (&*BY_WORD, &*ENDINGS);
    let mut lower = String::new();
    let mut count = |word: &[u8], languages: Option<&Vec<Worth>>| {
        for (language, worth) in languages.into_iter().flatten() {
            points[*language] += worth;
        }
        for (ending, (language, worth)) in endings.of(word) {
            if word.len() > ending.len() + 2 && word.ends_with(ending.as_bytes()) {
                points[*language] += worth;
            }
        }
    };
    each_word(text, |word, is_ascii| match packed(word.as_bytes()) {
        Some(letters) if is_ascii => {
            let small_letters = letters | SMALL >> (8 * (16 - word.len().min(16)));
            let bytes = small_letters.to_le_bytes();
            count(bytes.get(..word.len()).unwrap_or_default(), small.get_packed(small_letters));
        }
        _ => {
            letter::lower_into(word, &mut lower);
            count(lower.as_bytes(), small.get(&lower));
        }
    });
    let others = if text.is_ascii() { "" } else { text };
    for c in others.chars().filter(|c| !c.is_ascii()) {
        for (language, worth) in BY_LETTER.get(&c).into_iter().flatten() {
            points[*language] += worth;
        }
    }
    let promise = |points: &mut [f32]| {
        for language in PROMISES.iter() {
            points[*language] += 0.25;
        }
    };
    let mut settled = points.clone();
    promise(&mut settled);
    let (first, second) = leaders(&settled, codes.clone());
    if first.1 - second <= MOST_OF_TRIGRAMS + 0.01 {
        if let Some((code, reliable)) = trigrams(text)
            && let Some(language) = number(code)
        {
            points[language] += if reliable { MOST_OF_TRIGRAMS } else { 0.7 };
        }
        promise(&mut points);
        settled = points;
    }
    let (best, _) = leaders(&settled, codes);
    (best.1 > 0.0).then(|| Language::parse(best.0)).flatten()
}

/// Hands on each run of letters and of signs that belong to them, and whether it is all
/// of ASCII.
fn each_word(text: &str, mut hand: impl FnMut(&str, bool)) {
    let bytes = text.as_bytes();
    // How many bytes the letter or sign takes that stands somewhere beyond ASCII, and the
    // same of what is neither.
    let other = |at: usize| {
        let c = text.get(at..).and_then(|it| it.chars().next())?;
        let n = c.len_utf8();
        Some(if letter::is_alphabetic(c) || words::is_sign(c) { (n, 0) } else { (0, n) })
    };
    let (mut at, mut start, mut is_ascii) = (0, 0, true);
    loop {
        let (letters, gap) = match bytes.get(at) {
            Some(it) if it.is_ascii_alphabetic() => (1, 0),
            Some(it) if it.is_ascii() => (0, 1),
            Some(_) => {
                let found = other(at).unwrap_or((0, 1));
                is_ascii &= found.0 == 0;
                found
            }
            None => break,
        };
        at += letters;
        if gap > 0 {
            if start < at {
                hand(Span::new(start, at).slice(text), is_ascii);
            }
            at += gap;
            start = at;
            is_ascii = true;
        }
    }
    if start < at {
        hand(Span::new(start, at).slice(text), is_ascii);
    }
}

/// Of some languages the one with the most points, the later of two, and the
/// points of the next.
fn leaders(points: &[f32], codes: Range<usize>) -> ((&'static str, f32), f32) {
    let (mut first, mut second) = (("", f32::MIN), f32::MIN);
    let all = CODES.iter().zip(points).skip(codes.start).take(codes.len());
    for (code, points) in all {
        if *points >= first.1 {
            second = first.1;
            first = (code, *points);
        } else {
            second = second.max(*points);
        }
    }
    (first, second)
}

/// What the trigrams of `whatlang` say, and whether it calls that reliable.
fn trigrams(text: &str) -> Option<(&'static str, bool)> {
    use whatlang::Lang;
    let info = whatlang::detect(text)?;
    let code = match info.lang() {
        Lang::Eng => "en",
        Lang::Ind => "id",
        Lang::Deu => "de",
        Lang::Fra => "fr",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Nld => "nl",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Nob => "no",
        Lang::Fin => "fi",
        Lang::Pol => "pl",
        Lang::Ces => "cs",
        Lang::Slk => "sk",
        Lang::Ron => "ro",
        Lang::Hun => "hu",
        Lang::Tur => "tr",
        Lang::Vie => "vi",
        Lang::Hrv => "hr",
        Lang::Slv => "sl",
        Lang::Cat => "ca",
        Lang::Est => "et",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Bul => "bg",
        Lang::Srp => "sr",
        Lang::Bel => "be",
        Lang::Mkd => "mk",
        Lang::Ara => "ar",
        Lang::Pes => "fa",
        Lang::Urd => "ur",
        Lang::Hin => "hi",
        Lang::Mar => "mr",
        Lang::Nep => "ne",
        _ => return None,
    };
    Some((code, info.is_reliable()))
}

#[cfg(test)]
mod tests;
