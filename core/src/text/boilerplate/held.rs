//! Which phrases a line holds: all of them looked for in one pass.
//!
//! There are thousands of phrases, and hardly any is in a line. What begins at a
//! byte of the line is told by the next four bytes: where no phrase begins with
//! those, which one look into a small set of bits says, nothing else is asked.

use std::sync::LazyLock;

use super::pattern::{ANYWHERE, EDGES};
use super::phrases::{AGENCIES, CREDITS};
use super::pitch::{self, Part, Told};
use crate::text::span::Span;
use crate::text::table::Table;

/// Bits of the set that stands before the table; two beginnings may share one.
const BITS: usize = 1 << 16;

/// The phrases that a line holds.
#[derive(Default)]
pub(super) struct Held {
    /// Numbers of phrases without a tie to the start of the line, rising: of
    /// [`ANYWHERE`], and of [`EDGES`].
    pub(super) anywhere: Vec<usize>,
    pub(super) edges: Vec<usize>,
    /// What pitches are told by, without repetitions.
    pub(super) pitches: Vec<Told>,
    /// Whether it holds one of [`CREDITS`], and one of [`AGENCIES`].
    pub(super) credit: bool,
    pub(super) agency: bool,
}

/// What a phrase is looked for.
#[derive(Clone, Copy)]
enum Purpose {
    Anywhere(usize),
    Edge(usize),
    Pitch { number: usize, part: Part },
    Credit,
    Agency,
}

struct Finder {
    /// Which beginnings there are, by their hash.
    bits: Box<[u64; BITS / 64]>,
    /// The phrases by their first four bytes.
    by_beginning: Table<u32, Vec<(&'static str, Purpose)>>,
    /// Those that are shorter, by their first byte, and which bytes have any.
    short: ByByte,
    is_short: [bool; 256],
    /// Those that are looked for at the beginning of a line only, by their first byte.
    openings: ByByte,
}

/// Phrases by their first byte.
type ByByte = [Vec<(&'static str, Purpose)>; 256];

static FINDER: LazyLock<Finder> = LazyLock::new(|| {
    let mut finder = Finder {
        bits: Box::new([0; BITS / 64]),
        by_beginning: Table::default(),
        short: std::array::from_fn(|_| Vec::new()),
        is_short: [false; 256],
        openings: std::array::from_fn(|_| Vec::new()),
    };
    for (number, text) in ANYWHERE.inside() {
        finder.add(text, Purpose::Anywhere(number));
    }
    for (number, text) in EDGES.inside() {
        finder.add(text, Purpose::Edge(number));
    }
    for (number, part, text) in pitch::parts() {
        finder.add(text, Purpose::Pitch { number, part });
    }
    for text in CREDITS {
        finder.add(text, Purpose::Credit);
    }
    for text in AGENCIES {
        finder.add(text, Purpose::Agency);
    }
    finder
});

impl Held {
    /// Looks for all phrases in a folded line.
    pub(super) fn of(line: &str) -> Self {
        let mut held = Self::default();
        FINDER.each(line, |at, text, purpose| match purpose {
            Purpose::Anywhere(number) => held.anywhere.push(number),
            Purpose::Edge(number) => held.edges.push(number),
            Purpose::Pitch { number, part } => {
                let told = Told::at(line, Span::new(at, at + text.len()), number, part);
                held.pitches.extend(told.filter(|it| !held.pitches.contains(it)));
            }
            Purpose::Credit => held.credit = true,
            Purpose::Agency => held.agency = true,
        });
        for numbers in [&mut held.anywhere, &mut held.edges] {
            numbers.sort_unstable();
            numbers.dedup();
        }
        held
    }
}

impl Finder {
    fn add(&mut self, text: &'static str, purpose: Purpose) {
        let Some(first) = text.bytes().next().map(usize::from) else { return };
        if matches!(purpose, Purpose::Pitch { part: Part::Opening, .. }) {
            self.openings[first].push((text, purpose));
        } else if let Some(beginning) = text.as_bytes().first_chunk() {
            let beginning = u32::from_le_bytes(*beginning);
            let (word, bit) = place(beginning);
            self.bits[word] |= bit;
            self.by_beginning.entry(beginning).or_default().push((text, purpose));
        } else {
            self.short[first].push((text, purpose));
            self.is_short[first] = true;
        }
    }

    /// Gives every phrase with the byte where it begins in the line.
    fn each(&self, line: &str, mut take: impl FnMut(usize, &'static str, Purpose)) {
        let mut rest = line.as_bytes();
        while let Some(beginning) = rest.first_chunk() {
            let beginning = u32::from_le_bytes(*beginning);
            let (word, bit) = place(beginning);
            if self.bits[word] & bit != 0 {
                for (text, purpose) in self.by_beginning.get(&beginning).into_iter().flatten() {
                    if rest.starts_with(text.as_bytes()) {
                        take(line.len() - rest.len(), text, *purpose);
                    }
                }
            }
            rest = rest.get(1..).unwrap_or_default();
        }
        for (at, byte) in line.bytes().enumerate().filter(|(_, it)| self.is_short[usize::from(*it)]) {
            for (text, purpose) in &self.short[usize::from(byte)] {
                if line.as_bytes().get(at..).is_some_and(|it| it.starts_with(text.as_bytes())) {
                    take(at, text, *purpose);
                }
            }
        }
        let first = line.bytes().next().map(usize::from);
        for (text, purpose) in first.iter().flat_map(|it| &self.openings[*it]) {
            if line.starts_with(text) {
                take(0, text, *purpose);
            }
        }
    }
}

/// The word and the bit that stand for a beginning.
fn place(beginning: u32) -> (usize, u64) {
    let [.., low, high] = beginning.wrapping_mul(0x9E37_79B1).to_le_bytes();
    let hash = u16::from_le_bytes([low, high]);
    (usize::from(hash / 64), 1 << (hash % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_is_found_wherever_it_stands() {
        let asks = pitch::parts().filter(|it| it.1 != Part::Opening).map(|it| it.2);
        for phrase in ANYWHERE.inside().map(|it| it.1).chain(CREDITS.iter().copied()).chain(asks) {
            for line in
                [phrase.to_owned(), format!("é {phrase}"), format!("{phrase} ·"), format!("x{phrase}x")]
            {
                let mut found = false;
                FINDER.each(&line, |_, text, _| found |= text == phrase);
                assert!(found, "{phrase:?} in {line:?}");
            }
        }
        FINDER.each("nothing of the kind", |_, text, _| assert!("nothing of the kind".contains(text)));
    }

    #[test]
    fn a_line_knows_what_it_holds() {
        assert!(Held::of("the pier. photo: jens harms").credit);
        assert!(Held::of("the pier (reuters/jane doe)").agency);
        assert!(!Held::of("our newsletter").pitches.is_empty());
        let none = Held::of("the ferry is late");
        assert!(!none.credit && !none.agency && none.pitches.is_empty());
    }
}
