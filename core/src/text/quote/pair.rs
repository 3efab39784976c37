//! Which marks open and close which quotation: the cheapest reading of them all.
//!
//! A reading goes through the marks in order and takes each as an opening mark,
//! a closing mark, one that opens a quotation again in the next paragraph, or
//! none. Readings that have the same kinds of quotations open are the same from
//! there on, and only the cheapest is kept: the work is linear in the number of
//! marks, and no mark is decided on before what follows it was seen.

use super::cost::{self, Costs, Ways};
use super::form::{Class, Shape};
use super::scan::{Mark, Opening};
use crate::text::prose::{ParagraphKind, Prose};
use crate::text::span::Span;

/// How deep quotations nest at most.
const DEEPEST: usize = 4;
/// How many readings are kept side by side.
const WIDEST: usize = 12;
/// Readings that are so much worse than the best are dropped. Above twice what
/// the costliest single use of a mark costs.
const MARGIN: u32 = 150;
/// After so many closed quotations without a paragraph end that settles them,
/// the best reading is settled on: memory stays bounded on hostile text.
const MOST_UNSETTLED: usize = 1 << 16;

/// Nothing was closed before.
const NONE: usize = usize::MAX;

/// A reading of the marks so far.
#[derive(Clone, Copy)]
struct Reading {
    cost: u32,
    /// Marks of the quotations that are open, the outermost first.
    open: [usize; DEEPEST],
    depth: usize,
    /// How many of them the paragraph has opened again.
    reopened: usize,
    /// `reopened` and the classes of what is open, as the digits of an octal
    /// number: readings with the same one are the same from here on.
    state: u32,
    /// The quotation that was closed last: index into [`Pairing::closed`].
    last: usize,
}

/// A quotation of a reading, and the one that was closed before it.
#[derive(Clone, Copy)]
struct Closed {
    span: Span,
    before: usize,
}

struct Pairing<'a> {
    prose: &'a Prose,
    marks: &'a [Mark],
    /// The first mark of the paragraph.
    first: usize,
    readings: Vec<Reading>,
    next: Vec<Reading>,
    closed: Vec<Closed>,
    settled: Vec<Span>,
    /// How many readings were looked at.
    #[cfg(test)]
    work: usize,
}

/// The quotations of a text as byte spans, in no order. `ranges` holds for each
/// paragraph which of the marks are its own.
pub(super) fn pair(prose: &Prose, marks: &[Mark], ranges: &[Span]) -> Vec<Span> {
    run(prose, marks, ranges).settled
}

fn run<'a>(prose: &'a Prose, marks: &'a [Mark], ranges: &[Span]) -> Pairing<'a> {
    let ways = Ways::of(marks);
    let mut pairing = Pairing {
        prose,
        marks,
        first: 0,
        readings: vec![Reading::new()],
        next: Vec::new(),
        closed: Vec::new(),
        settled: Vec::new(),
        #[cfg(test)]
        work: 0,
    };
    for (paragraph, range) in ranges.iter().enumerate() {
        if range.is_empty() && pairing.is_idle() {
            continue;
        }
        pairing.first = range.start;
        for (mark, it) in marks.iter().enumerate().take(range.end).skip(range.start) {
            pairing.read(mark, cost::of(it, &ways));
        }
        let next = ranges.get(paragraph + 1).and_then(|it| marks.get(it.start..it.end));
        pairing.end_paragraph(paragraph, next.and_then(<[Mark]>::first));
    }
    pairing.settle();
    pairing
}

impl Reading {
    fn new() -> Self {
        Self { cost: 0, open: [0; DEEPEST], depth: 0, reopened: 0, state: 1, last: NONE }
    }

    /// The same with what is open changed.
    fn with(&self, marks: &[Mark], depth: usize, reopened: usize) -> Self {
        let mut state = u32::try_from(reopened + 1).unwrap_or(u32::MAX);
        for mark in self.open.iter().take(depth) {
            state = state * 8 + 1 + marks[*mark].form.class() as u32;
        }
        Self { depth, reopened, state, ..*self }
    }

    fn opened(&self) -> impl Iterator<Item = usize> {
        self.open.into_iter().take(self.depth)
    }
}

impl Pairing<'_> {
    fn is_idle(&self) -> bool {
        matches!(self.readings.as_slice(), [only] if only.depth == 0)
    }

    /// Goes on by one mark.
    fn read(&mut self, mark: usize, costs: Costs) {
        let readings = std::mem::take(&mut self.readings);
        for reading in &readings {
            self.offer(Reading { cost: reading.cost + u32::from(costs.skip), ..*reading }, None);
            self.open(reading, mark, costs.open);
            self.close(reading, mark, costs.close);
            self.reopen(reading, mark);
        }
        self.turn(readings);
        if self.closed.len() > MOST_UNSETTLED {
            self.settle();
        }
    }

    fn class(&self, mark: usize) -> Class {
        self.marks[mark].form.class()
    }

    fn open(&mut self, reading: &Reading, mark: usize, cost: u16) {
        if reading.depth == DEEPEST || cost >= cost::NEVER {
            return;
        }
        let class = self.class(mark);
        let inside = reading.opened().any(|it| self.class(it) == class);
        let nesting = match class {
            _ if !inside => 0,
            _ if self.marks[mark].form.shape() == Shape::OnlyOpening => cost::SAME_LOW_INSIDE,
            Class::Double | Class::Single => cost::SAME_INSIDE,
            _ => cost::SAME_ANGLE_INSIDE,
        };
        let mut open = *reading;
        open.cost += u32::from(cost + nesting);
        open.open[reading.depth] = mark;
        self.offer(open.with(self.marks, reading.depth + 1, reading.reopened), None);
    }

    fn close(&mut self, reading: &Reading, mark: usize, cost: u16) {
        let Some(opened) = reading.opened().last() else { return };
        let (from, to) = (&self.marks[opened], &self.marks[mark]);
        let class = from.form.class();
        let usual = from.form.is_usual_pair(to.form);
        let mixed = match (class, to.form.class()) {
            _ if usual => 0,
            (a, b) if a == b => cost::MIXED,
            (Class::Double, Class::Single) | (Class::Single, Class::Double) if to.ends_sentence() => {
                cost::MISMATCHED
            }
            _ => return,
        };
        // `„` tells that `“` closes, whatever the rest of the text does.
        let told = from.form.shape() == Shape::OnlyOpening && to.form.shape() == Shape::Opening;
        let cost = if told { cost.saturating_sub(cost::AGAINST_SHAPE) } else { cost };
        let inside = Span::new(from.at.end, to.at.start);
        if cost >= cost::NEVER || from.gaps == to.gaps {
            return;
        }
        let long = match class {
            Class::Single => (inside.len() / cost::BYTES_PER_POINT).min(cost::LONGEST),
            _ => 0,
        };
        let mut closed = reading.with(self.marks, reading.depth - 1, reading.reopened.min(reading.depth - 1));
        closed.cost += u32::from(cost + mixed) + u32::try_from(long).unwrap_or(0);
        self.offer(closed, Some(span(from, to)));
    }

    /// Takes a mark that leads its paragraph as the sign that a quotation of
    /// the paragraph before goes on.
    fn reopen(&mut self, reading: &Reading, mark: usize) {
        let it = &self.marks[mark];
        let Some(opened) = reading.opened().nth(reading.reopened) else { return };
        if it.opening == Opening::Paragraph && opened < self.first && self.class(opened) == self.class(mark) {
            self.offer(reading.with(self.marks, reading.depth, reading.reopened + 1), None);
        }
    }

    /// Keeps a reading if it is the cheapest of its state, and writes down what
    /// it has closed.
    fn offer(&mut self, mut reading: Reading, closed: Option<Span>) {
        #[cfg(test)]
        {
            self.work += self.next.len() + 1;
        }
        let known = self.next.iter().position(|it| it.state == reading.state);
        if known.is_some_and(|i| self.next[i].cost <= reading.cost) {
            return;
        }
        if let Some(span) = closed {
            self.closed.push(Closed { span, before: reading.last });
            reading.last = self.closed.len() - 1;
        }
        match known {
            Some(i) => self.next[i] = reading,
            None => self.next.push(reading),
        }
    }

    /// Makes the readings on offer the current ones, those that cannot win left
    /// out. `spent` lends its memory.
    fn turn(&mut self, mut spent: Vec<Reading>) {
        spent.clear();
        self.readings = std::mem::replace(&mut self.next, spent);
        let best = self.readings.iter().map(|it| it.cost).min().unwrap_or(0);
        self.readings.retain(|it| it.cost <= best + MARGIN);
        if self.readings.len() > WIDEST {
            self.readings.sort_by_key(|it| it.cost);
            self.readings.truncate(WIDEST);
        }
        // Only differences count: the sums stay small on any length.
        for reading in &mut self.readings {
            reading.cost -= best;
        }
    }

    /// Ends the quotations that are open, or carries them over into the next
    /// paragraph, whose first mark is `next`.
    fn end_paragraph(&mut self, paragraph: usize, next: Option<&Mark>) {
        let readings = std::mem::take(&mut self.readings);
        for reading in &readings {
            let Some(outermost) = reading.opened().next() else {
                self.offer(*reading, None);
                continue;
            };
            if let Some(cost) = self.running_out(outermost, paragraph) {
                let mut ended = reading.with(self.marks, 0, 0);
                ended.cost += u32::from(cost);
                ended.cost += u32::from(cost::LEFT_OPEN) * u32::try_from(reading.depth - 1).unwrap_or(0);
                let end = self.prose.paragraphs[paragraph].span.end;
                let from = &self.marks[outermost];
                let start = if from.stand_in { from.at.end } else { from.at.start };
                self.offer(ended, Some(Span::new(start, end)));
            }
            if let Some(cost) = self.carrying(outermost, paragraph, next) {
                let mut carried = reading.with(self.marks, reading.depth, 0);
                carried.cost += u32::from(cost);
                self.offer(carried, None);
            }
        }
        if self.next.is_empty() {
            // Nothing that is open can end or go on: all of it was stray.
            let best = readings.iter().min_by_key(|it| it.cost);
            self.next.extend(best.map(|it| it.with(self.marks, 0, 0)));
        }
        self.turn(readings);
        if self.readings.len() == 1 {
            self.settle();
        }
    }

    /// What it costs that a quotation ends with its paragraph for want of a mark;
    /// `None` where it cannot: it must begin the paragraph, be announced by `:`
    /// or `,`, or begin a sentence not far from the paragraph's end, and have
    /// four words.
    fn running_out(&self, opened: usize, paragraph: usize) -> Option<u16> {
        let mark = &self.marks[opened];
        if opened < self.first {
            return Some(cost::RUN_OUT);
        }
        let paragraph = self.prose.paragraphs[paragraph].span;
        let rest = Span::new(mark.at.end, paragraph.end).slice(&self.prose.text);
        if mark.form.class() == Class::Single || rest.split_whitespace().take(4).count() < 4 {
            return None;
        }
        match mark.opening {
            Opening::Paragraph | Opening::Announced => Some(cost::RUN_OUT),
            Opening::Sentence => {
                let few = rest.len() <= cost::LATE && rest.ends_with(['.', '!', '?', '…']);
                few.then_some(cost::RUN_OUT_LATE)
            }
            Opening::Nothing => None,
        }
    }

    /// What it costs that a quotation goes on in the next paragraph; `None`
    /// where it cannot. Headings and code end all quotations.
    fn carrying(&self, opened: usize, paragraph: usize, next: Option<&Mark>) -> Option<u16> {
        let (this, following) =
            (self.prose.paragraphs[paragraph], *self.prose.paragraphs.get(paragraph + 1)?);
        if this.kind != ParagraphKind::Running || following.kind != ParagraphKind::Running {
            return None;
        }
        if next.is_some_and(|it| it.opening == Opening::Paragraph && it.form.class() == self.class(opened)) {
            return Some(cost::REOPENED);
        }
        let gap = Span::new(this.span.end, following.span.start).slice(&self.prose.text);
        let last = this.span.slice(&self.prose.text).chars().next_back();
        let wrapped = gap.matches('\n').count() == 1 && last.is_some_and(|c| c.is_alphanumeric() || c == ',');
        Some(if wrapped { cost::WRAPPED } else { cost::CARRIED })
    }

    /// Decides for the best reading.
    fn settle(&mut self) {
        let best = self.readings.iter().min_by_key(|it| (it.cost, it.depth)).copied();
        let mut best = best.unwrap_or_else(Reading::new);
        while let Some(closed) = self.closed.get(best.last) {
            self.settled.push(closed.span);
            best.last = closed.before;
        }
        self.closed.clear();
        self.readings.clear();
        self.readings.push(best);
    }
}

/// The words between two marks, with the marks unless other characters stand in
/// for them.
fn span(from: &Mark, to: &Mark) -> Span {
    let start = if from.stand_in { from.at.end } else { from.at.start };
    let end = if to.stand_in { to.at.start } else { to.at.end };
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::quote::scan;

    /// How much work it is to read so many copies of some words.
    fn work(words: &str, copies: usize) -> usize {
        let prose = Prose::of_text(&words.repeat(copies));
        let (marks, ranges) = scan::marks(&prose);
        run(&prose, &marks, &ranges).work
    }

    #[test]
    fn work_grows_as_the_text_does() {
        let texts =
            ["“a ", "\"a ", "'a ", "“‘«\"'a ", "“a\n\n", "“a” b ", "s' ", "6″ ", "“‘a ", "“ ” ", "»a« «b» "];
        for text in texts {
            let (small, large) = (work(text, 1_000), work(text, 8_000));
            assert!(large < small * 9 + 1_000, "{text:?}: {small} for 1000, {large} for 8000");
        }
    }

    #[test]
    fn what_lies_between_marks_is_read_once() {
        // Were the dots read again for each mark, this would not come to an end.
        let text = format!("“{}{}", ". ".repeat(100_000), "6″ ".repeat(100_000));
        let prose = Prose::of_text(&text);
        let (marks, ranges) = scan::marks(&prose);
        assert!(pair(&prose, &marks, &ranges).len() < 2);
    }
}
