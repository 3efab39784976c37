//! Where the subject of a verb stands, by the word order of the language.

use std::ops::Range;

use super::super::lexicon::{Class, Order};
use super::super::sentence::Kind;
use super::clause::{Clause, PRONOUN, REACH};

impl Clause<'_> {
    /// The subject right of the verb at `verb`: after auxiliaries, adverbs and
    /// participles that belong to it.
    pub(super) fn subject_after(&self, verb: usize, end: usize) -> Option<Range<usize>> {
        let mut at = verb + 1;
        let end = end.min(verb + REACH);
        while at < end
            && self.plain(at, Class::AUX.and(Class::ADVERB).and(Class::SAYS))
            && !self.plain(at, PRONOUN)
            && !self.determiner(at)
        {
            at += 1;
        }
        if at >= end {
            return None;
        }
        self.phrase_after(at, end)
    }

    /// The subject of the verb at `verb` within `from..end`.
    pub(super) fn subject_of(&self, verb: usize, from: usize, end: usize) -> Option<Range<usize>> {
        if self.lexicon.order == Order::VerbSecond {
            return self.subject_verb_second(verb, from, end);
        }
        let found = self.subject_before(verb, from);
        if found.is_some() {
            return found;
        }
        // `… ,” said Ann, “…`, `Dijo Ana: “…`: nothing that could be one stands before.
        let mut at = verb;
        while at > from && self.plain(at - 1, Class::AUX.and(Class::ADVERB).and(Class::THEIR)) {
            at -= 1;
        }
        let opens = at == from
            || self
                .get(at - 1)
                .is_some_and(|it| it.is_quote() || matches!(it.kind, Kind::Comma | Kind::Dash));
        if opens { self.subject_after(verb, end) } else { None }
    }

    /// German and Dutch: one constituent, the finite verb, the rest. A subject
    /// that does not come first stands right after the finite verb.
    fn subject_verb_second(&self, verb: usize, from: usize, end: usize) -> Option<Range<usize>> {
        let finite = self.finite(verb, from);
        let after = self.subject_after(finite, end).filter(|it| !self.plain(it.start, Class::OBLIQUE));
        if let Some(phrase) = &after
            && (self.inverted(finite, from) || self.plain(phrase.start, Class::NOMINATIVE))
        {
            return after;
        }
        self.subject_before(finite, from).or(after)
    }

    /// The finite verb of the group that `verb` belongs to: the auxiliary
    /// before a participle in the same clause, else the verb itself.
    pub(super) fn finite(&self, verb: usize, from: usize) -> usize {
        let from = from.max(verb.saturating_sub(REACH));
        let clause = self
            .last(from..verb, |it| matches!(it.kind, Kind::Comma | Kind::Colon))
            .map_or(from, |it| it + 1);
        (clause..verb).find(|it| self.plain(*it, Class::AUX)).unwrap_or(verb)
    }

    /// Whether something else than the subject stands before a verb in second
    /// place.
    fn inverted(&self, verb: usize, from: usize) -> bool {
        let mut start = from;
        while start < verb
            && (self.plain(start, Class::AND)
                || !self.get(start).is_some_and(|it| it.is_word() || it.kind == Kind::Number))
        {
            start += 1;
        }
        start >= verb || self.adverbial(start) && !self.plain(start, Class::AUX)
    }
}
