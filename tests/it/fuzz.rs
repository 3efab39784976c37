//! The short form of `fuzz/`: every parser over its seeds, over every beginning of
//! them, and over some hundred mutations that are the same in each run.

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

#[path = "../../fuzz/checks.rs"]
mod checks;

/// A sequence of numbers that looks like chance (xorshift64, Marsaglia 2003).
pub struct Chance(pub u64);

impl Chance {
    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(n.max(1)).unwrap()).unwrap()
    }
}

/// What parsers trip over.
const PIECES: &[&[u8]] = &[
    b"\x1b[2J",
    b"\xc2\x9b",
    b"\0",
    b"\xff\xfe",
    b"\xe2\x80\xae",
    b"\xf0\x9f",
    b"]]>",
    b"<![CDATA[",
    b"<",
    b"&#x1b;",
    b"&",
    b"\"",
    b"\xe2\x80\x9c",
    b"\xe2\x80\x9d",
    b"'",
    b"\xc2\xab",
    b"\n\n",
    b"\r",
    b"\t",
    b"{",
    b"[",
    b"99999999999999999999",
    b"-1",
    b"\xcc\x81\xcc\x81\xcc\x81",
    b"\xe2\x80\x8d",
    b"\xe3\x80\x8c",
    b"<p>",
    b"</",
    b"--",
    b"|",
    b"1e999",
    b"\\u0000",
    b"=",
];

fn mutated(seed: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len() + 1);
        match chance.below(5) {
            0 => bytes.truncate(at),
            1 if at < bytes.len() => bytes[at] = u8::try_from(chance.below(256)).unwrap(),
            2 => {
                bytes.splice(at..at, PIECES[chance.below(PIECES.len())].iter().copied());
            }
            3 => {
                let end = (at + chance.below(40)).min(bytes.len());
                bytes.drain(at..end);
            }
            _ => {
                let end = (at + chance.below(60)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                let to = chance.below(bytes.len() + 1);
                bytes.splice(to..to, piece);
            }
        }
    }
    bytes
}

fn try_all(target: &str, n: usize, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let mut seeds: Vec<_> = fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path()).collect();
    seeds.sort();
    assert!(!seeds.is_empty());
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    for path in seeds {
        let seed = fs::read(&path).unwrap();
        let step = seed.len() / 50 + 1;
        let cut = (0..=seed.len()).step_by(step).map(|end| seed[..end].to_vec());
        let inputs: Vec<Vec<u8>> = cut.chain((0..n).map(|_| mutated(&seed, &mut chance))).collect();
        for input in std::iter::once(seed).chain(inputs) {
            let held = catch_unwind(|| check(&input)).is_ok();
            assert!(held, "{target} failed on {:?}", String::from_utf8_lossy(&input));
        }
    }
}

macro_rules! targets {
    ($($target:ident: $n:expr;)*) => {$(
        #[test]
        fn $target() {
            try_all(stringify!($target), $n, checks::$target);
        }
    )*};
}

targets! {
    feed: 300;
    html: 150;
    plain: 100;
    quotations: 60;
    query: 500;
    journal: 40;
    config: 200;
    opml: 150;
    urls: 200;
    discover: 200;
    entry: 60;
    feeds: 100;
}

#[test]
fn every_target_is_tried_here_too() {
    let targets = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/targets")).unwrap().count();
    let seeds = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds")).unwrap().count();
    assert_eq!((targets, seeds), (12, 12));
}
