//! Clauses whose verb stands second: which verb that is where no list holds it,
//! what stands before it without being the subject, and what closes the clause.

use std::ops::Range;

use super::super::lexicon::{Class, Order};
use super::super::sentence::Kind;
use super::clause::{Clause, PRONOUN, REACH, REPORTS};
use super::rules::{Found, Rule};

/// How many words may stand between an article and what it belongs to.
const BETWEEN: usize = 3;

impl Clause<'_> {
    /// Over adverbs that belong to an adjective: `einer gestern verbreiteten
    /// Erklärung`. Where none follows, stays at `at`.
    pub(super) fn past_adverbs(&self, at: usize, end: usize) -> usize {
        let to = (at..end.min(at + BETWEEN)).find(|it| !self.plain(*it, Class::ADVERB)).unwrap_or(at);
        if to > at && self.noun(to) && !self.time(to) { to } else { at }
    }

    /// Whether an adverb belongs to the noun phrase behind it, before the verb:
    /// `Auch die Ministerin sagte`.
    pub(super) fn focuses(&self, at: usize, end: usize) -> bool {
        let next = at + 1;
        self.plain(at, Class::ADVERB)
            && !self.plain(at, Class::PREPOSITION.and(Class::THAT))
            && next < end
            && (self.determiner(next) || self.noun(next) && !self.verbal(next) && !self.time(next))
            && !self.plain(next, Class::OBLIQUE)
    }

    /// Whether the particle at `at`, behind the noun that begins at `nouns`, leads to
    /// somebody else rather than on in a name: `sagte die Gräfin zu Jan Vogel`.
    pub(super) fn addressed(&self, nouns: usize, at: usize) -> bool {
        let noun = at == nouns + 1 && nouns > 0 && self.determiner(nouns - 1);
        self.lexicon.capital_nouns
            && self.plain(at, Class::PREPOSITION)
            && (noun || self.is(at - 1, Class::TITLE))
    }

    /// Whether the phrase before the verb is its object rather than its subject: it
    /// names nobody, and a person follows that the verb may agree with.
    pub(super) fn is_object(&self, ahead: &Range<usize>, behind: &Range<usize>, verb: usize) -> bool {
        let somebody = Class::TITLE.and(Class::BODY).and(Class::PERSON).and(Class::SOMEBODY);
        let pronoun = ahead.len() == 1 && self.plain(ahead.start, PRONOUN);
        !pronoun
            && self.lexicon.capital_nouns
            && verb > 0
            && self.kind(verb - 1) != Some(Kind::Comma)
            && self.is(behind.end - 1, Class::PERSON)
            && !self.plain(verb, Class::PLURAL)
            && !ahead.clone().any(|it| self.is(it, somebody) || self.get(it).is_some_and(|it| it.acronym))
    }

    /// The finite verb of the main clause in `from..end`: the first verb outside of
    /// the clauses that a comma and a conjunction or relative pronoun begin.
    /// `None` in languages of another order.
    pub(super) fn main_verb(&self, from: usize, end: usize) -> Option<usize> {
        if self.lexicon.order != Order::VerbSecond {
            return None;
        }
        let verb = Class::VERB.and(Class::AUX).and(Class::WEAK).and(REPORTS).and(Class::VERBAL);
        let mut at = from.max(end.saturating_sub(REACH));
        while at < end {
            let close = (at..end).find(|it| self.kind(*it) == Some(Kind::Comma)).unwrap_or(end);
            if !self.subordinate(at)
                && let Some(found) = (at..close).find(|it| self.plain(*it, verb))
            {
                return Some(found);
            }
            at = close + 1;
        }
        None
    }

    /// Whether a clause that begins at `at` is subordinate: by a conjunction, or by
    /// a relative pronoun, after which no noun follows that it would belong to.
    fn subordinate(&self, at: usize) -> bool {
        let start = at + usize::from(self.plain(at, Class::PREPOSITION));
        let relative = at > 0
            && self.kind(at - 1) == Some(Kind::Comma)
            && self.plain(start, Class::DEFINITE)
            && !self.noun(start + 1);
        self.plain(at, Class::THAT.and(Class::WHO)) || self.plain(start, Class::WHO) || relative
    }

    /// A verb behind a quotation that no list holds, or that closes the sentence with
    /// an auxiliary before its subject, and its subject, who must be somebody: `…“,
    /// brummelte Jan Vogel`, `…“, wollte die Ministerin wissen`.
    pub(super) fn unknown_verb(&self, at: usize, end: usize) -> Option<(usize, Range<usize>)> {
        let any = Class::VERB.and(Class::WEAK).and(Class::VERBAL).and(Class::AUX);
        let unknown = self.get(at).is_some_and(|it| {
            it.is_word() && !it.upper && (it.is(any) || matches!(it.class, Class::NONE | Class::PLURAL))
        });
        if !self.lexicon.capital_nouns || !unknown {
            return None;
        }
        let speaker = self.subject_after(at, end)?;
        let somebody = Class::TITLE.and(Class::PERSON).and(Class::BODY);
        let known = speaker.clone().any(|it| self.is(it, somebody))
            || self.plain(speaker.start, Class::HE.and(Class::SHE).and(Class::NOMINATIVE));
        if !known || self.plain(speaker.start, Class::OBLIQUE) {
            return None;
        }
        if !self.plain(at, Class::AUX) {
            return Some((at, speaker));
        }
        let stop = (speaker.end..end).find(|it| self.is_stop(*it)).unwrap_or(end);
        let last = stop.checked_sub(1).filter(|it| *it >= speaker.end)?;
        self.plain(last, REPORTS.and(Class::WEAK)).then_some((last, speaker))
    }

    /// The verb in `from..end` that closes a clause: nothing but a stop follows.
    pub(super) fn closing_verb(&self, from: usize, end: usize) -> Option<usize> {
        if self.lexicon.order != Order::VerbSecond {
            return None;
        }
        let stop = (from..end).find(|it| self.is_stop(*it)).unwrap_or(end);
        let last = stop.checked_sub(1).filter(|it| *it >= from)?;
        self.plain(last, REPORTS).then_some(last)
    }

    /// The verb behind a quotation that closes a clause begun before it:
    /// `… hat den Plan als „…“ bezeichnet`.
    pub(super) fn closing(&self, verb: usize, quote: usize, sentence: &Range<usize>) -> Option<Found> {
        if self.lexicon.order != Order::VerbSecond {
            return None;
        }
        let from = sentence.start.max(quote.saturating_sub(REACH));
        let start = self
            .last(from..quote, |it| matches!(it.kind, Kind::Colon | Kind::Semicolon))
            .map_or(from, |it| it + 1);
        let finite = (start..quote).rev().find(|it| self.plain(*it, Class::AUX));
        if let Some(finite) = finite
            && (self.plain(finite, Class::PASSIVE) || self.plain(verb + 1, Class::PASSIVE))
        {
            let by = (start..quote).find(|it| self.plain(*it, Class::BY))?;
            let speaker = self.phrase_after(by + 1, quote)?;
            return Some(Found { rule: Rule::Agent, speaker, cue: Some(verb) });
        }
        let speaker = if let Some(finite) = finite {
            self.subject_of(finite, start, quote)
        } else {
            self.subject_of_subordinate(start, quote)
        }?;
        Some(Found { rule: Rule::Closing, speaker, cue: Some(verb) })
    }

    /// The subject of the subordinate clause that reaches up to `end`: what follows
    /// its conjunction, or what its relative pronoun stands for.
    pub(super) fn subject_of_subordinate(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let begins =
            |at: usize| self.plain(at, Class::THAT.and(Class::WHO)) || at > from && self.subordinate(at);
        let start = (from..end).rev().find(|it| begins(*it))?;
        if self.plain(start, Class::THAT) {
            return self.phrase_after(start + 1, end);
        }
        let subject = !self.plain(start, Class::OBLIQUE.and(Class::PREPOSITION));
        let comma = start.checked_sub(1).filter(|it| *it > from && self.kind(*it) == Some(Kind::Comma));
        match (subject, comma) {
            (true, Some(comma)) => self.phrase_before(comma - 1, from),
            _ => self.phrase_after(start + 1, end),
        }
    }

    /// Whose something is that a colon ends: `Seine Begründung: „…“`.
    pub(super) fn owner(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        let somebody = Class::TITLE.and(Class::BODY).and(Class::PERSON).and(Class::SOMEBODY);
        let owned = self.lexicon.capital_nouns
            && self.plain(phrase.start, Class::THEIR)
            && !phrase.clone().any(|it| self.is(it, somebody));
        owned.then_some(phrase.start..phrase.start + 1)
    }

    /// Who says, thinks or fears that something is so, whatever the verb: `Anna
    /// Krüger rechnet damit, dass der Plan „…“`.
    pub(super) fn thinks(&self, from: usize, quote: usize) -> Option<Found> {
        if self.lexicon.order != Order::VerbSecond {
            return None;
        }
        let comma = |it: &usize| self.kind(*it - 1) == Some(Kind::Comma);
        let that =
            ((from + 1)..=quote).find(|it| comma(it) && (*it == quote || self.plain(*it, Class::THAT)))?;
        let verb = self.main_verb(from, that)?;
        let speaker = self.subject_of(verb, from, that)?;
        let somebody = Class::TITLE.and(Class::BODY).and(Class::PERSON).and(Class::HE).and(Class::SHE);
        let known = speaker.clone().any(|it| self.is(it, somebody));
        known.then_some(Found { rule: Rule::BeforeWeak, speaker, cue: Some(verb) })
    }
}
