//! The phrases made ready for matching: those that are tied to the start of a
//! line by their first letters, so that a line is compared with a few only.

use std::sync::LazyLock;

use super::line::Line;
use super::phrases::{self, Phrases};
use crate::article::Why;
use crate::text::letter;
use crate::text::safe;
use crate::text::table::Table;

/// Phrases that are junk anywhere, and those that are so at the edges.
pub(super) static ANYWHERE: LazyLock<Index> = LazyLock::new(|| Index::new(|it| it.anywhere));
pub(super) static EDGES: LazyLock<Index> = LazyLock::new(|| Index::new(|it| it.edges));

/// So many first bytes of a phrase are compared at once.
const HEAD: usize = 4;

pub(super) struct Index {
    /// In the order of their list.
    patterns: Vec<Pattern>,
    /// The numbers of those that are tied to the start, by their first bytes.
    starts: Table<[u8; HEAD], Vec<usize>>,
    /// By a first byte, a bit for each number of bytes that such keys have.
    lengths: Box<[u8; 256]>,
}

pub(super) struct Pattern {
    pub(super) why: Why,
    pub(super) language: &'static str,
    /// Tied to the start, and to the end, of the line.
    pub(super) start: bool,
    end: bool,
    /// What must follow each other in the line; never empty.
    parts: Vec<&'static str>,
    /// How many words the longest part has; all too many where they are not set apart.
    longest: usize,
}

impl Index {
    fn new(of: impl Fn(&Phrases) -> &'static [(Why, &'static str)]) -> Self {
        let mut index = Self { patterns: Vec::new(), starts: Table::default(), lengths: Box::new([0; 256]) };
        for phrases in phrases::all() {
            for (why, texts) in of(phrases) {
                for text in texts.lines() {
                    let pattern = Pattern::new(text, *why, phrases.language);
                    if let Some(first) = pattern.parts.first().filter(|_| pattern.start) {
                        let numbers = index.starts.entry(head(first, HEAD)).or_default();
                        numbers.push(index.patterns.len());
                        if let Some(byte) = first.bytes().next() {
                            index.lengths[usize::from(byte)] |= 1 << HEAD.min(first.len());
                        }
                    }
                    index.patterns.push(pattern);
                }
            }
        }
        index
    }

    /// Phrases that a line may match: those that its beginning begins with, those
    /// that the beginning of its words does, and those that it holds.
    pub(super) fn candidates<'a>(
        &'a self,
        line: &Line,
        held: &'a [usize],
    ) -> impl Iterator<Item = &'a Pattern> {
        let mut tied = self.beginnings_of(&line.folded);
        if !line.folded.starts_with(|it| line.bare.starts_with(it)) {
            tied.extend(self.beginnings_of(&line.bare));
        }
        tied.into_iter().chain(held.iter().copied()).filter_map(|it| self.patterns.get(it))
    }

    /// The numbers of the phrases that may begin a text, rising.
    fn beginnings_of(&self, text: &str) -> Vec<usize> {
        let lengths = text.bytes().next().map_or(0, |it| self.lengths[usize::from(it)]);
        let known = (1..=HEAD.min(text.len())).filter(|n| lengths & 1 << n != 0);
        let lists = known.filter_map(|n| self.starts.get(&head(text, n)));
        let mut numbers: Vec<usize> = lists.flatten().copied().collect();
        numbers.sort_unstable();
        numbers
    }

    /// The phrases that are not tied to the start: their numbers, and a part that a
    /// line which they match holds.
    pub(super) fn inside(&self) -> impl Iterator<Item = (usize, &'static str)> {
        let free = self.patterns.iter().enumerate().filter(|(_, it)| !it.start);
        free.filter_map(|(number, it)| Some((number, *it.parts.iter().max_by_key(|it| it.len())?)))
    }
}

/// The first `n` bytes of a text, zeros behind.
fn head(text: &str, n: usize) -> [u8; HEAD] {
    let mut head = [0; HEAD];
    head.iter_mut().zip(text.bytes().take(n)).for_each(|(to, from)| *to = from);
    head
}

impl Pattern {
    fn new(text: &'static str, why: Why, language: &'static str) -> Self {
        let (text, start) = text.strip_prefix('^').map_or((text, false), |it| (it, true));
        let (text, end) = text.strip_suffix('$').map_or((text, false), |it| (it, true));
        let parts: Vec<&str> = text.split('*').map(str::trim).filter(|it| !it.is_empty()).collect();
        let words = |it: &&str| {
            if it.chars().any(super::line::is_wide) { usize::MAX } else { it.split(' ').count() }
        };
        let longest = parts.iter().map(words).max().unwrap_or(0);
        Self { why, language, start, end, parts, longest }
    }

    /// Whether it is set off from what follows by a colon.
    pub(super) fn is_label(&self) -> bool {
        self.parts.last().is_some_and(|it| it.ends_with(':'))
    }

    /// Whether it is a beginning of a few words at most, which nothing sets off.
    pub(super) fn is_bare(&self, words: usize) -> bool {
        self.start && !self.end && self.longest <= words && !self.is_telling() && !self.is_label()
    }

    /// Whether it is one word at the end, as of `12 comments`.
    pub(super) fn is_counted(&self) -> bool {
        !self.start && self.end && self.parts.len() == 1 && !self.parts.iter().any(|it| it.contains(' '))
    }

    /// Whether a colon sets it off in a line that begins with it.
    pub(super) fn is_set_off(&self, folded: &str) -> bool {
        self.parts.first().and_then(|it| folded.strip_prefix(it)).is_some_and(|it| it.starts_with(':'))
    }

    /// Whether it is more than a beginning: it holds a gap, or may stand anywhere.
    pub(super) fn is_telling(&self) -> bool {
        self.parts.len() > 1 || !self.start
    }

    /// Whether it matches a line, given with and without the signs around it.
    pub(super) fn matches(&self, folded: &str, bare: &str) -> bool {
        self.fits(folded) || self.end && self.fits(bare)
    }

    fn fits(&self, text: &str) -> bool {
        let mut rest = text;
        for (i, part) in self.parts.iter().enumerate() {
            let last = self.end && i + 1 == self.parts.len();
            if i == 0 && self.start {
                rest = match rest.strip_prefix(part) {
                    Some(it) if is_border(part, it) => it,
                    _ => return false,
                };
                if last {
                    return rest.is_empty();
                }
            } else if last {
                let before = rest.strip_suffix(part).map(|it| it.chars().next_back());
                let inside = |it: char| letter::is_alphanumeric(it) && !super::line::is_wide(it);
                return before.is_some_and(|it| !it.is_some_and(inside));
            } else {
                rest = match rest.split_once(part) {
                    Some((_, it)) => it,
                    None => return false,
                };
            }
        }
        true
    }
}

/// Whether a phrase may end where the rest of a line begins: not inside of a word.
fn is_border(part: &str, rest: &str) -> bool {
    let Some(last) = part.chars().next_back() else { return true };
    let Some(next) = rest.chars().next() else { return true };
    !letter::is_alphanumeric(last)
        || super::line::is_wide(last)
        || !(letter::is_alphanumeric(next) && !safe::is_mark(next) || next == '-')
}
