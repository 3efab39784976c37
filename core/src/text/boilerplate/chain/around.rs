//! What stands around a line: how much furniture, which list it is part of, and
//! which words the paragraphs have.

use crate::article::Block;
use crate::text::boilerplate::line::Line;
use crate::text::table::{WordSet, Words as Table};

/// So many lines above and below say how much furniture there is around one.
const NEAR: usize = 5;
/// Fewer lines below say nothing of what the rest of a page is.
const REST: usize = 3;
/// So many lines of one form make a list.
const LIST: usize = 3;

/// Which lines are known to be furniture: counts from the first line on.
pub(super) struct Surroundings(Vec<usize>);

impl Surroundings {
    /// `filled` are the blocks that hold lines.
    pub(super) fn of(filled: &[usize], is_furniture: impl Fn(usize) -> bool) -> Self {
        let mut counts = vec![0];
        let mut n = 0;
        counts.extend(filled.iter().map(|at| {
            n += usize::from(is_furniture(*at));
            n
        }));
        Self(counts)
    }

    /// How many of the lines from one to another are furniture.
    fn between(&self, from: usize, to: usize) -> usize {
        let count = |at: usize| self.0.get(at.min(self.0.len() - 1)).copied().unwrap_or_default();
        count(to) - count(from).min(count(to))
    }

    /// The share of furniture among the lines around one, which is none itself.
    pub(super) fn near(&self, number: usize) -> f32 {
        share(self.between(number.saturating_sub(NEAR), number + 1 + NEAR), 2 * NEAR)
    }

    /// The same among all that follow, where they are more than a few.
    pub(super) fn rest(&self, number: usize) -> f32 {
        let n = (self.0.len() - 1).saturating_sub(number + 1);
        if n < REST { 0.0 } else { share(self.between(number + 1, self.0.len() - 1), n) }
    }
}

fn share(part: usize, whole: usize) -> f32 {
    let small = |it: usize| f32::from(u16::try_from(it).unwrap_or(u16::MAX));
    if whole == 0 { 0.0 } else { small(part) / small(whole) }
}

/// What stands for the lines whose words are there more than once.
pub(super) fn said_more_than_once(filled: &[usize], lines: &[Option<Line>]) -> WordSet<u64> {
    let (mut once, mut often) = (WordSet::default(), WordSet::default());
    for line in filled.iter().filter_map(|it| lines.get(*it)?.as_ref()) {
        if !line.bare.is_empty() && !once.insert(line.whole()) {
            often.insert(line.whole());
        }
    }
    often
}

/// What stands between two paragraphs: how many lines, and how many of them are
/// known to be furniture.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stretch {
    pub(super) lines: usize,
    pub(super) furniture: usize,
}

/// The stretch that each line is in, by number of the line.
pub(super) fn stretches(
    filled: &[usize],
    is_paragraph: impl Fn(usize) -> bool,
    is_furniture: impl Fn(usize) -> bool,
) -> Vec<Stretch> {
    let mut stretches = Vec::with_capacity(filled.len());
    for run in filled.chunk_by(|a, b| is_paragraph(*a) == is_paragraph(*b)) {
        let furniture = run.iter().filter(|it| is_furniture(**it)).count();
        stretches.extend(run.iter().map(|_| Stretch { lines: run.len(), furniture }));
    }
    stretches
}

/// Whether a line is part of a list that nothing marks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Listed {
    /// A line that ends with a colon introduces it, or it is that line, above two more.
    pub(super) introduced: bool,
    /// Its lines are of one form: a number in each, or a sign at the same place.
    pub(super) alike: bool,
    /// Nothing but loose lines stands between it and the name of a part of an article.
    pub(super) below_part: bool,
}

/// Lists of loose lines that are kept, by number of the line.
pub(super) fn listed(
    filled: &[usize],
    blocks: &[Block],
    lines: &[Option<Line>],
    language: Option<&str>,
) -> Vec<Listed> {
    let mut listed = vec![Listed::default(); filled.len()];
    let line = |number: usize| {
        let at = filled.get(number)?;
        let kept = blocks.get(*at).is_some_and(|it| it.removed.is_none());
        lines.get(*at).and_then(Option::as_ref).filter(|_| kept)
    };
    // What is made of the words of furniture introduces a list of other articles.
    let leads_in = |it: &Line| it.introduces() && it.familiar(language) <= 0.5 && it.end(language).is_none();
    let (mut introduced, mut below_part) = (false, false);
    for (number, it) in listed.iter_mut().enumerate() {
        let Some(line) = line(number) else {
            introduced = false;
            below_part = false;
            continue;
        };
        it.below_part = below_part && line.is_loose();
        below_part = it.below_part || line.is_loose() && line.names_part(language);
        it.introduced = introduced && line.is_loose() && !line.introduces();
        introduced = leads_in(line) || it.introduced;
    }
    for number in 0..listed.len() {
        let below = |n: usize| listed.get(number + n).is_some_and(|it| it.introduced);
        if below(1) && below(2) && line(number).is_some_and(leads_in) {
            listed[number].introduced = true;
        }
    }
    let form = |number: usize| line(number).filter(|it| it.is_loose()).and_then(Form::of);
    let mut from = 0;
    while from < filled.len() {
        let first = form(from);
        let mut to = from + 1;
        while first.is_some() && to < filled.len() && form(to) == first {
            to += 1;
        }
        if to - from >= LIST {
            listed.iter_mut().take(to).skip(from).for_each(|it| it.alike = true);
        }
        from = to;
    }
    listed
}

/// What the lines of a list have in common.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    BeginsWithNumber,
    EndsWithNumber,
    Colon,
    Dash,
}

impl Form {
    fn of(line: &Line) -> Option<Self> {
        let text = line.folded.as_str();
        if text.starts_with(char::is_numeric) {
            Some(Self::BeginsWithNumber)
        } else if text.ends_with(char::is_numeric) {
            Some(Self::EndsWithNumber)
        } else if text.split(':').skip(1).any(|it| !it.starts_with(char::is_numeric)) {
            Some(Self::Colon)
        } else {
            [" - ", " – ", " — ", " -- "].iter().any(|it| text.contains(it)).then_some(Self::Dash)
        }
    }
}

/// The words of the paragraphs, and in how many of them each stands.
pub(super) struct Words(Table<u64, u16>);

impl Words {
    pub(super) fn of(body: &[usize], lines: &[Option<Line>]) -> Self {
        let mut words: Table<u64, u16> = Table::default();
        let mut own = WordSet::default();
        for line in body.iter().filter_map(|it| lines.get(*it).and_then(Option::as_ref)) {
            own.clear();
            own.extend(line.parts());
            for it in own.drain() {
                let n = words.entry(it).or_default();
                *n = n.saturating_add(1);
            }
        }
        Self(words)
    }

    /// The share of a line's words that paragraphs have too; that others have, where
    /// it is one of them.
    pub(super) fn share(&self, line: &Line, is_paragraph: bool) -> f32 {
        let least = 1 + u16::from(is_paragraph);
        let (mut n, mut known) = (0_u16, 0_u16);
        for it in line.parts() {
            n = n.saturating_add(1);
            known = known.saturating_add(u16::from(self.0.get(it).is_some_and(|it| *it >= least)));
        }
        if n == 0 { 0.0 } else { f32::from(known) / f32::from(n) }
    }
}
