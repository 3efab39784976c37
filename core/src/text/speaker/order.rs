//! Where the subject of a verb stands, by the word order of the language.

use std::ops::Range;

use super::super::lexicon::{Class, Order};
use super::super::sentence::{Kind, Token};
use super::clause::{Clause, PRONOUN, REACH};
use super::rules::{Found, Rule};

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
        // `The trick, said Ann, was …`: the report is an aside.
        if verb > from
            && self.kind(verb - 1) == Some(Kind::Comma)
            && let Some(phrase) = self.phrase_after(verb + 1, end)
            && self.kind(phrase.end) == Some(Kind::Comma)
            && self.capital(phrase.end - 1)
            && !self.quote(phrase.end + 1)
        {
            return Some(phrase);
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
        // `Wann, fügte sie hinzu, „…“`: the report is an aside.
        if verb > from
            && self.is(verb, Class::SAYS)
            && self.kind(verb - 1) == Some(Kind::Comma)
            && let Some(phrase) = self.phrase_after(verb + 1, end)
            && !self.plain(phrase.start, Class::OBLIQUE)
        {
            let next = (phrase.end..end).find(|it| !self.plain(*it, Class::ADVERB)).unwrap_or(end);
            if self.kind(next) == Some(Kind::Comma) {
                return Some(phrase);
            }
        }
        let finite = self.finite(verb, from);
        // `… und nannte den Plan …`: what follows is the object.
        let shares = finite > from && self.plain(finite - 1, Class::AND);
        let after = self.subject_after(finite, end).filter(|it| !self.plain(it.start, Class::OBLIQUE));
        if let Some(phrase) = &after
            && (self.inverted(finite, from) && !shares || self.plain(phrase.start, Class::NOMINATIVE))
        {
            return self.behind_nobody(phrase.clone(), finite, from, end);
        }
        let before = self.subject_before(finite, from);
        if let (Some(ahead), Some(behind)) = (&before, &after)
            && self.is_object(ahead, behind, finite)
        {
            return after;
        }
        // `Die Richtlinie stellte der Vorsitzende Jan Vogel in Frage`: somebody with a
        // title behind the verb, and nobody before it.
        let titled = |phrase: &Range<usize>| phrase.clone().any(|it| self.is(it, Class::TITLE));
        if let (Some(ahead), Some(behind)) = (&before, &after)
            && self.determiner(behind.start)
            && titled(behind)
            && self.capital(behind.end - 1)
            && behind.len() > 2
            && !titled(ahead)
            && self.determiner(ahead.start)
        {
            return after;
        }
        before.or(after)
    }

    /// The subject of a clause whose verb is not known: the first constituent, or,
    /// where that is an adverbial, what follows the verb behind it.
    pub(super) fn subject_around_verb(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let mut at = from;
        while at < end
            && (self.plain(at, Class::AND) || !self.noun(at) && !self.get(at).is_some_and(Token::is_word))
        {
            at += 1;
        }
        at += usize::from(self.focuses(at, end));
        if !self.adverbial(at) {
            return self.phrase_after(at, end);
        }
        // Over the adverbial: one word, a phrase, or a clause up to its comma.
        if self.plain(at, Class::THAT) {
            at = (at..end).find(|it| self.kind(*it) == Some(Kind::Comma))? + 1;
        } else {
            at += 1;
            let phrase = at;
            while at < end
                && (self.determiner(at)
                    || self.noun(at) && !(at > phrase && self.capital(at - 1) && !self.capital(at))
                    || self.plain(at, Class::OF))
            {
                at += 1;
            }
            // A relative clause: `Im Brief, den er schickte, …`.
            if self.kind(at) == Some(Kind::Comma)
                && let Some(close) = (at + 1..end).find(|it| self.kind(*it) == Some(Kind::Comma))
            {
                at = close + 1;
            }
        }
        // The verb, and what it reflects on.
        at += 1;
        while at < end && self.plain(at, Class::ADVERB) {
            at += 1;
        }
        self.phrase_after(at, end)
    }

    /// Who is behind `heißt es`: the text or body that the phrase beside it names.
    pub(super) fn behind_nobody(
        &self,
        speaker: Range<usize>,
        verb: usize,
        from: usize,
        end: usize,
    ) -> Option<Range<usize>> {
        if speaker.len() != 1 || !self.plain(speaker.start, Class::NOBODY) {
            return Some(speaker);
        }
        // `wie es aus dem Amt hieß`
        if speaker.end < verb && self.plain(speaker.end, Class::PREPOSITION) {
            return self.phrase_after(speaker.end + 1, verb);
        }
        let mut at = speaker.end.max(verb + 1);
        while at < end && self.plain(at, Class::ADVERB) && !self.plain(at, Class::PREPOSITION) {
            at += 1;
        }
        if at < end && self.plain(at, Class::PREPOSITION) {
            return self.phrase_after(at + 1, end);
        }
        let opens = (from..verb).find(|it| self.get(*it).is_some_and(Token::is_word))?;
        if self.plain(opens, Class::PREPOSITION) { self.phrase_after(opens + 1, verb) } else { None }
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
        start >= verb || self.adverbial(start) && !self.plain(start, Class::AUX) && !self.focuses(start, verb)
    }

    /// The subject of a form that has none of its own.
    pub(super) fn subject_of_saying(&self, saying: usize, from: usize, end: usize) -> Option<Range<usize>> {
        if let Some(verb) = self.main_verb(from, saying) {
            return self.subject_of(verb, from, saying);
        }
        // `with a spokesman saying`, `heard Ann saying`: a noun right before it.
        if saying > from && self.noun(saying - 1) && self.lexicon.order == Order::SubjectFirst {
            let phrase = self.phrase_before(saying - 1, from)?;
            if phrase.start > from && self.plain(phrase.start - 1, Class::WITH.and(Class::AUX)) {
                return Some(phrase);
            }
            if self.capital(saying - 1) {
                let names = (from..saying).rev().take_while(|it| self.capital(*it)).count();
                return Some(saying - names..saying);
            }
        }
        let report = (from..saying).rev().find(|it| self.reports(*it, Class::SAYS));
        if let Some(report) = report
            && let Some(subject) = self.subject_of(report, from, saying)
            && !self.plain(report + 1, PRONOUN)
        {
            return Some(subject);
        }
        if let Some(subject) = self.subject(from, saying) {
            return Some(subject);
        }
        // `Calling it “…,” Ann left.`: the clause follows.
        let comma = (saying..end).find(|it| {
            self.kind(*it) == Some(Kind::Comma)
                || matches!(self.kind(*it), Some(Kind::Quote { last: ',', .. }))
        })?;
        self.subject(comma + 1, end)
    }

    /// A report between two commas or a comma and a stop, where what is around it
    /// is quoted: `Non, dit Anne Morel, jamais.`
    pub(super) fn incise(&self) -> Option<Found> {
        let commas = (0..self.tokens.len()).filter(|it| self.kind(*it) == Some(Kind::Comma));
        commas.map(|it| it + 1).find_map(|at| {
            let end = self.tokens.len().min(at + REACH / 4);
            if self.plain(at, Class::CLITIC) {
                let cue = if self.is(at, Class::SAYS) { at } else { self.verb_group(at + 1, end)? };
                let closed = self.is_stop(cue + 1);
                return closed.then_some(Found { rule: Rule::Clitic, speaker: at..at + 1, cue: Some(cue) });
            }
            let verb = self.verb_group(at, end).filter(|it| self.is(*it, Class::SAYS))?;
            let speaker = self.phrase_after(verb + 1, end)?;
            let closed = self.is_stop(speaker.end);
            closed.then_some(Found { rule: Rule::VerbSubject, speaker, cue: Some(verb) })
        })
    }
}
