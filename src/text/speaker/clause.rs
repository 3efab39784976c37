//! The grammar that attribution needs, and no more: where the noun phrase
//! before or after a verb runs, and what the subject of a clause is.
//!
//! All searches stay within the tokens that they are given and look at most
//! [`REACH`] tokens far, so that cost is linear whatever the text.

use std::ops::Range;

use super::super::lexicon::{Class, Lexicon, Order};
use super::super::sentence::{Kind, Token};

/// How many tokens a search looks at. Sentences of news have 20 to 40 tokens;
/// longer ways than this are lists or tables.
pub(super) const REACH: usize = 80;

/// What ends a noun phrase when written in lower case.
const NOT_NOUN: Class = Class::AUX
    .and(Class::VERB)
    .and(Class::HE)
    .and(Class::SHE)
    .and(Class::THEY)
    .and(Class::THEIR)
    .and(Class::ARTICLE)
    .and(Class::PREPOSITION)
    .and(Class::AND)
    .and(Class::THAT)
    .and(Class::WHO)
    .and(Class::ADVERB)
    .and(Class::SAYS)
    .and(Class::LABELS)
    .and(Class::SAYING)
    .and(Class::SOURCE)
    .and(Class::SOURCE_AFTER)
    .and(Class::TIME);

pub(super) const PRONOUN: Class = Class::HE.and(Class::SHE).and(Class::THEY);
pub(super) const REPORTS: Class = Class::SAYS.and(Class::LABELS);

/// A sentence as the rules see it.
#[derive(Clone, Copy)]
pub(super) struct Clause<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) lexicon: &'a Lexicon,
}

impl Clause<'_> {
    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.get(at).map(|it| it.kind)
    }

    pub(super) fn is(&self, at: usize, classes: Class) -> bool {
        self.get(at).is_some_and(|it| it.is_word() && it.is(classes))
    }

    /// A word that classes are to be believed of: not one with the capital of
    /// a name.
    pub(super) fn plain(&self, at: usize, classes: Class) -> bool {
        self.get(at).is_some_and(|it| it.is_word() && it.is(classes) && !it.capital)
    }

    /// A reporting verb rather than the noun that is written alike.
    pub(super) fn reports(&self, at: usize, classes: Class) -> bool {
        if !self.plain(at, classes) {
            return false;
        }
        // `the reports`, `his claims`, `of calls`: nouns.
        let before = at.checked_sub(1).and_then(|it| self.get(it));
        !before.is_some_and(|it| {
            it.is_word()
                && !it.capital
                && it.is(Class::ARTICLE.and(Class::THEIR).and(Class::OF))
                && !it.is(PRONOUN.and(Class::WHO).and(Class::AUX))
        })
    }

    pub(super) fn noun(&self, at: usize) -> bool {
        let Some(token) = self.get(at) else { return false };
        match token.kind {
            Kind::Number => true,
            Kind::Word if token.capital => !token.is(Class::TIME.and(PRONOUN)),
            Kind::Word => !token.is(NOT_NOUN) || token.is(Class::TITLE),
            _ => false,
        }
    }

    fn determiner(&self, at: usize) -> bool {
        self.is(at, Class::ARTICLE.and(Class::THEIR)) && !self.get(at).is_some_and(|it| it.capital)
    }

    /// The noun phrase whose last token is `end`, with prepositional phrases
    /// that belong to it; not reaching before `from`. `None` where no noun
    /// stands there.
    pub(super) fn phrase_before(&self, end: usize, from: usize) -> Option<Range<usize>> {
        let mut start = end;
        let from = from.max(end.saturating_sub(REACH));
        if !self.noun(end) {
            return None;
        }
        loop {
            while start > from && self.noun(start - 1) {
                start -= 1;
            }
            // A particle inside of a name: `Ursula von der Leyen`.
            let mut inner = start;
            while inner > from && self.is(inner - 1, Class::PARTICLE) && !self.is(start, NOT_NOUN) {
                inner -= 1;
            }
            if inner < start && inner > from && self.capital(inner - 1) && self.capital(start) {
                start = inner - 1;
                continue;
            }
            while start > from && self.determiner(start - 1) {
                start -= 1;
            }
            // The head of `a spokesman for the campaign` stands before.
            if start > from + 1 && self.plain(start - 1, Class::PREPOSITION) && self.noun(start - 2) {
                start -= 2;
                continue;
            }
            // `his and her`, `Smith and Jones`.
            if start > from + 1
                && self.is(start - 1, Class::AND)
                && self.capital(start)
                && self.capital(start - 2)
                && self.phrase_opens(start - 2, from)
            {
                start -= 2;
                continue;
            }
            return Some(start..end + 1);
        }
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.get(at).is_some_and(|it| it.is_word() && it.capital && !it.is(Class::TIME))
    }

    /// Whether the run of names that ends at `at` begins the stretch.
    fn phrase_opens(&self, at: usize, from: usize) -> bool {
        let mut start = at;
        while start > from && self.capital(start - 1) {
            start -= 1;
        }
        start == from
    }

    /// The noun phrase that begins at `start`, before `end`.
    pub(super) fn phrase_after(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let end = end.min(self.tokens.len()).min(start + REACH);
        if start < end && self.plain(start, PRONOUN) && !self.noun(start + 1) {
            return Some(start..start + 1);
        }
        let mut at = start;
        while at < end && self.determiner(at) {
            at += 1;
        }
        let nouns = at;
        while at < end {
            if self.noun(at) {
                at += 1;
                continue;
            }
            // Particles, and lower case between capitals: `Bank of America`.
            let mut inner = at;
            while inner < end && self.is(inner, Class::PARTICLE) {
                inner += 1;
            }
            if inner > at && at > nouns && self.capital(at - 1) && self.capital(inner) && inner < end {
                at = inner;
                continue;
            }
            break;
        }
        // Names are set apart from what follows by their capitals.
        let mut last = at;
        if let Some(names) = (nouns..at).rev().find(|it| self.capital(*it))
            && names + 1 < at
            && !self.lexicon.capital_nouns
        {
            // `Trump campaign officials`, but not `Trump blasted`.
            last = names + 1;
            while last < at && !self.verbal(last) && self.get(last).is_some_and(|it| it.is_word()) {
                last += 1;
            }
        }
        at = last;
        if at == nouns {
            return None;
        }
        // `a spokesman for the campaign`: the phrase goes on, unless a name ended it.
        if at + 1 < end && self.plain(at, Class::OF) && !self.capital(at - 1) {
            if let Some(more) = self.phrase_after(at + 1, end) {
                at = more.end;
            }
        }
        Some(start..at)
    }

    /// A word in lower case that looks like a verb.
    pub(super) fn verbal(&self, at: usize) -> bool {
        self.get(at).is_some_and(|it| {
            it.is_word() && !it.capital && it.is(Class::VERB.and(Class::AUX).and(REPORTS).and(Class::VERBAL))
        })
    }

    /// Whether a clause part that begins at `at` is no subject: an adverbial, a
    /// subordinate clause, a participle.
    fn adverbial(&self, at: usize) -> bool {
        self.plain(
            at,
            Class::PREPOSITION
                .and(Class::THAT)
                .and(Class::ADVERB)
                .and(Class::SAYING)
                .and(Class::SOURCE)
                .and(Class::AUX)
                .and(Class::TIME),
        ) || self.is(at, Class::TIME)
            || self.verbal(at)
            || self.plain(at, Class::GERUND)
    }

    /// The subject of the clause that runs from `from` to before `end`: the
    /// first noun phrase after leading adverbials.
    pub(super) fn subject(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let end = end.min(from + REACH);
        let mut at = from;
        while at < end {
            let token = self.get(at)?;
            if !token.is_word() && token.kind != Kind::Number {
                at += 1;
                continue;
            }
            if self.plain(at, Class::AND) || self.plain(at, Class::ADVERB) {
                at += 1;
                continue;
            }
            if self.adverbial(at) {
                // To the next comma; without one, the phrase after the preposition is skipped.
                let comma = (at..end).find(|it| matches!(self.kind(*it), Some(Kind::Comma | Kind::Dash)));
                if let Some(comma) = comma {
                    at = comma + 1;
                    continue;
                }
                let mut next = at + 1;
                while next < end && self.determiner(next) {
                    next += 1;
                }
                while next < end && (self.noun(next) && !self.capital(next) || self.is(next, Class::TIME)) {
                    next += 1;
                }
                at = next.max(at + 1);
                continue;
            }
            if let Some(phrase) = self.phrase_after(at, end) {
                return Some(phrase);
            }
            at += 1;
        }
        None
    }

    /// The subject left of the verb at `verb`, not before `from`.
    pub(super) fn subject_before(&self, verb: usize, from: usize) -> Option<Range<usize>> {
        let from = from.max(verb.saturating_sub(REACH));
        let mut at = verb;
        // Over auxiliaries, adverbs, brackets and asides between dashes.
        loop {
            if at <= from {
                return None;
            }
            let token = self.get(at - 1)?;
            match token.kind {
                Kind::Close => {
                    let open = (from..at - 1).rev().find(|it| self.kind(*it) == Some(Kind::Open))?;
                    at = open;
                }
                Kind::Dash => {
                    let open = (from..at - 1).rev().find(|it| self.kind(*it) == Some(Kind::Dash))?;
                    at = open;
                }
                Kind::Word
                    if !token.capital && token.is(Class::AUX.and(Class::ADVERB)) && !token.is(Class::WHO) =>
                {
                    at -= 1;
                }
                _ => break,
            }
        }
        let token = self.get(at - 1)?;
        match token.kind {
            Kind::Comma => self.subject_past_commas(at - 1, from),
            Kind::Word if self.plain(at - 1, PRONOUN) && !self.is(at - 1, Class::WHO) => Some(at - 1..at),
            Kind::Word if self.plain(at - 1, Class::WHO) || self.text_that(at - 1) => {
                // The antecedent, a comma between or not.
                let mut last = at - 1;
                while last > from && self.kind(last - 1) == Some(Kind::Comma) {
                    last -= 1;
                }
                if last > from { self.phrase_before(last - 1, from) } else { None }
            }
            Kind::Word if self.plain(at - 1, Class::AND) => self.subject(from, at - 1),
            Kind::Word | Kind::Number if self.noun(at - 1) => {
                let mut end = at - 1;
                // `said Tuesday`-like days between subject and verb.
                while end > from && self.is(end, Class::TIME) {
                    end -= 1;
                }
                self.phrase_before(end, from)
            }
            Kind::Word if self.is(at - 1, Class::TIME) => {
                let mut end = at - 1;
                while end > from && self.is(end, Class::TIME.and(Class::PREPOSITION)) {
                    end -= 1;
                }
                self.phrase_before(end, from)
            }
            Kind::Word => self.subject(from, at - 1),
            _ => None,
        }
    }

    /// `that` where it stands for a noun before it.
    fn text_that(&self, at: usize) -> bool {
        self.plain(at, Class::THAT) && self.plain(at, Class::ARTICLE)
    }

    /// The subject before asides: `Bob Ray, 45, of Akron, said`. `comma` is the
    /// one right before the verb.
    fn subject_past_commas(&self, comma: usize, from: usize) -> Option<Range<usize>> {
        let mut close = comma;
        for _ in 0..8 {
            let open = (from..close).rev().find(|it| self.kind(*it) == Some(Kind::Comma));
            let Some(open) = open else {
                // No further comma: what stands before is the subject, or an adverbial.
                return self.subject(from, close);
            };
            let start = (from..open)
                .rev()
                .find(|it| {
                    matches!(
                        self.kind(*it),
                        Some(Kind::Comma | Kind::Colon | Kind::Semicolon | Kind::Quote { .. })
                    )
                })
                .map_or(from, |it| it + 1);
            let aside = start > from
                && (self.adverbial(start)
                    || self.plain(start, Class::ARTICLE.and(Class::WHO).and(Class::THEIR))
                    || self.kind(start) == Some(Kind::Number)
                    || !self.capital(start) && !self.plain(start, Class::AND.and(PRONOUN)));
            if aside {
                close = open;
                continue;
            }
            // The segment before the aside: a clause of its own ends in the subject.
            let inner = (start..open).any(|it| self.plain(it, Class::THAT) || self.reports(it, REPORTS));
            let subject = if inner {
                self.phrase_before(open.checked_sub(1)?, start)
            } else {
                self.subject(start, open)
            };
            if subject.is_some() {
                return subject;
            }
            close = open;
        }
        None
    }

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

    /// The subject of the verb at `verb` within `from..end`, by the word order
    /// of the language.
    pub(super) fn subject_of(&self, verb: usize, from: usize, end: usize) -> Option<Range<usize>> {
        match self.lexicon.order {
            Order::SubjectFirst | Order::VerbLast => {
                self.subject_before(verb, from).or_else(|| self.subject_after(verb, end))
            }
            Order::VerbSecond => self.subject_verb_second(verb, from, end),
        }
    }

    /// German and Dutch: one constituent, the finite verb, the rest. A subject
    /// that does not come first stands right after the finite verb.
    fn subject_verb_second(&self, verb: usize, from: usize, end: usize) -> Option<Range<usize>> {
        // A participle or infinitive stands at the end; the finite verb before it.
        let finite = if self.finite_first(verb, from) {
            verb
        } else {
            (from..verb).rev().find(|it| self.plain(*it, Class::AUX)).unwrap_or(verb)
        };
        // The clause begins after a comma that a conjunction or quote follows, or with the stretch.
        if let Some(phrase) = self.subject_after(finite, end)
            && (finite == from || self.inverted(finite, from))
        {
            return Some(phrase);
        }
        self.subject_before(finite, from).or_else(|| self.subject_after(finite, end))
    }

    fn finite_first(&self, verb: usize, from: usize) -> bool {
        !(from..verb).rev().take(REACH).any(|it| self.plain(it, Class::AUX))
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
        start >= verb || self.adverbial(start)
    }
}
