//! Where a text says who speaks: around the quotation, behind it, before it.

use std::ops::Range;

use super::super::lexicon::{Class, Order};
use super::super::sentence::Kind;
use super::clause::{Clause, PRONOUN, REACH, REPORTS};

/// By which way a speaker was found; how far it is to be trusted follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Rule {
    /// `“…,” said Ann`
    VerbSubject,
    /// `“…,” Ann said`
    SubjectVerb,
    /// The same, with more between the quotation and the subject.
    AfterFar,
    /// `“…,” katanya`
    Clitic,
    /// `“…,” according to Ann`
    SourceAfter,
    /// `According to Ann, “…”`
    SourceBefore,
    /// `Ann said: “…”`: nothing but a mark or `that` between.
    BeforeClose,
    /// `Ann said that the plan was “…”`
    Before,
    /// `Ann called the plan “…”`
    BeforeLabel,
    /// `…, saying “…”`
    Saying,
    /// `Ann had a question: “…”`
    Colon,
    /// The next quotation of a paragraph, without a report of its own.
    Continued,
    /// A report in the sentence before.
    SentenceBefore,
}

/// What a rule found, in tokens of the clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) rule: Rule,
    pub(super) speaker: Range<usize>,
    pub(super) cue: Option<usize>,
}

impl Clause<'_> {
    /// Who speaks the quotation that is token `quote` of the sentence.
    pub(super) fn speaker_of(&self, quote: usize, sentence: &Range<usize>) -> Option<Found> {
        let last = match self.kind(quote) {
            Some(Kind::Quote { last, .. }) => last,
            _ => return None,
        };
        let after = self.after(quote, last, sentence);
        if let Some(found) = &after
            && matches!(last, ',' | '!' | '?' | '…' | '—' | '–')
            && found.rule != Rule::AfterFar
        {
            return after;
        }
        let before = self.before(quote, sentence);
        match (&before, &after) {
            (Some(found), Some(_)) if matches!(found.rule, Rule::BeforeClose | Rule::SourceBefore) => before,
            (Some(_), Some(behind)) if behind.rule == Rule::AfterFar => before,
            (_, Some(_)) => after,
            _ => before,
        }
    }

    /// The report behind the quotation.
    fn after(&self, quote: usize, last: char, sentence: &Range<usize>) -> Option<Found> {
        let mut at = quote + 1;
        let mut comma = last == ',';
        while at < sentence.end
            && matches!(self.kind(at), Some(Kind::Comma | Kind::Dash | Kind::Stop | Kind::Other))
        {
            comma |= self.kind(at) != Some(Kind::Other);
            at += 1;
        }
        let ended = comma || matches!(last, '!' | '?' | '…' | '.' | '—' | '–');
        let end = (at..sentence.end.min(at + REACH))
            .find(|it| self.get(*it).is_some_and(super::super::sentence::Token::is_quote))
            .unwrap_or(sentence.end);
        if at >= end {
            return None;
        }
        let begins = at;
        // `wie … sagte`, `comme l'a dit`, `as Ann put it`.
        if self.plain(at, Class::THAT) && ended && !self.is(at, Class::SAYS) {
            at += 1;
        }
        // `auch`, `kemudian`: adverbs before the report.
        while at < end && self.plain(at, Class::ADVERB) && !self.is(at, Class::SOURCE) {
            at += 1;
        }
        if self.plain(at, Class::CLITIC) {
            return Some(Found { rule: Rule::Clitic, speaker: at..at + 1, cue: Some(at) });
        }
        if self.is(at, Class::SOURCE) || self.is(begins, Class::SOURCE) && ended {
            let at = if self.is(at, Class::SOURCE) { at } else { begins };
            let speaker = self.phrase_after(at + 1, end)?;
            return Some(Found { rule: Rule::SourceAfter, speaker, cue: Some(at) });
        }
        if self.lexicon.order == Order::VerbLast {
            return None;
        }
        // Verb first.
        let verb = self.verb_group(at, end);
        if let Some(verb) = verb
            && (self.is(verb, Class::SAYS) || ended)
        {
            if let Some(speaker) = self.subject_after(verb, end) {
                return Some(Found { rule: Rule::VerbSubject, speaker, cue: Some(verb) });
            }
            if verb > at
                && let Some(speaker) = self.phrase_after(at + 1, verb)
            {
                return Some(Found { rule: Rule::VerbSubject, speaker, cue: Some(verb) });
            }
            return None;
        }
        if self.plain(at, Class::AND) {
            return None;
        }
        // Subject first: the next reporting verb that has one.
        let classes = if ended { REPORTS } else { Class::SAYS };
        for verb in at..end.min(at + REACH / 2) {
            if self.plain(verb, Class::THAT) && verb > at + 1 && !ended {
                break;
            }
            if !self.reports(verb, classes) {
                continue;
            }
            let speaker = self.subject_before(verb, at)?;
            let near = speaker.start <= at + 1 && ended;
            let rule = if near { Rule::SubjectVerb } else { Rule::AfterFar };
            return Some(Found { rule, speaker, cue: Some(verb) });
        }
        None
    }

    /// The reporting verb of a verb group that begins at `at`: itself, or the
    /// participle after auxiliaries and pronouns (`a déclaré`, `ha detto`).
    fn verb_group(&self, at: usize, end: usize) -> Option<usize> {
        if self.reports(at, REPORTS) && !self.plain(at, Class::AUX) {
            return Some(at);
        }
        let mut verb = at;
        while verb < end && verb < at + 4 && self.plain(verb, Class::AUX.and(Class::THEIR).and(Class::ADVERB))
        {
            verb += 1;
        }
        (verb > at && verb < end && self.plain(verb, REPORTS)).then_some(verb)
    }

    /// The report before the quotation: the nearest reporting word.
    fn before(&self, quote: usize, sentence: &Range<usize>) -> Option<Found> {
        let from = sentence.start.max(quote.saturating_sub(REACH));
        for at in (from..quote).rev() {
            if self.kind(at) == Some(Kind::Semicolon) {
                break;
            }
            if self.is(at, Class::SOURCE) {
                let speaker = self.phrase_after(at + 1, quote)?;
                return Some(Found { rule: Rule::SourceBefore, speaker, cue: Some(at) });
            }
            if self.plain(at, Class::SAYING) && !self.is(at, REPORTS) {
                let speaker = self.subject_of_saying(at, from)?;
                return Some(Found { rule: Rule::Saying, speaker, cue: Some(at) });
            }
            if !self.reports(at, REPORTS) {
                continue;
            }
            let says = self.is(at, Class::SAYS);
            if !says && self.passive(at, from) {
                continue;
            }
            let speaker = if self.plain(at, Class::CLITIC) {
                Some(at..at + 1)
            } else {
                self.subject_of(at, from, quote)
            };
            let Some(speaker) = speaker else { continue };
            let gap = (at + 1..quote)
                .filter(|it| !(speaker.contains(it)) && !self.plain(*it, Class::THAT.and(Class::ADVERB)))
                .filter(|it| self.get(*it).is_some_and(|it| it.is_word()))
                .count();
            let rule = match (says, gap) {
                (true, 0) => Rule::BeforeClose,
                (true, _) => Rule::Before,
                _ => Rule::BeforeLabel,
            };
            return Some(Found { rule, speaker, cue: Some(at) });
        }
        // A colon says that somebody's words follow; the subject is who.
        if quote > from && self.kind(quote - 1) == Some(Kind::Colon) {
            let speaker = self.subject(from, quote - 1)?;
            return Some(Found { rule: Rule::Colon, speaker, cue: None });
        }
        None
    }

    /// `was called`: who calls is not the subject.
    fn passive(&self, verb: usize, from: usize) -> bool {
        self.lexicon.order == Order::SubjectFirst
            && verb > from
            && (verb.saturating_sub(3).max(from)..verb).any(|it| self.plain(it, Class::PASSIVE))
    }

    /// The subject of a form that has none of its own: that of the report
    /// before it, else that of the sentence.
    fn subject_of_saying(&self, saying: usize, from: usize) -> Option<Range<usize>> {
        let report = (from..saying).rev().find(|it| self.reports(*it, Class::SAYS));
        if let Some(report) = report
            && let Some(subject) = self.subject_of(report, from, saying)
        {
            return Some(subject);
        }
        self.subject(from, saying)
    }

    /// Who speaks in a sentence that introduces a quotation behind it.
    pub(super) fn speaker_in(&self, sentence: &Range<usize>) -> Option<Found> {
        let from = sentence.start.max(sentence.end.saturating_sub(REACH));
        for at in from..sentence.end {
            if self.reports(at, REPORTS)
                && let Some(speaker) = self.subject_of(at, from, sentence.end)
            {
                return Some(Found { rule: Rule::SentenceBefore, speaker, cue: Some(at) });
            }
        }
        None
    }

    pub(super) fn is_pronoun(&self, speaker: &Range<usize>) -> bool {
        speaker.len() == 1 && (self.plain(speaker.start, PRONOUN) || self.plain(speaker.start, Class::CLITIC))
    }
}
