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
    .and(Class::WEAK)
    .and(Class::SAYING)
    .and(Class::SOURCE)
    .and(Class::SOURCE_AFTER)
    .and(Class::TIME)
    .and(Class::WHEN);

pub(super) const PRONOUN: Class = Class::HE.and(Class::SHE).and(Class::THEY);
/// Verbs that say whose words a quotation is.
pub(super) const REPORTS: Class = Class::SAYS.and(Class::LABELS);

/// A paragraph as the rules see it.
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

    pub(super) fn quote(&self, at: usize) -> bool {
        self.get(at).is_some_and(Token::is_quote)
    }

    pub(super) fn is(&self, at: usize, classes: Class) -> bool {
        self.get(at).is_some_and(|it| it.is_word() && it.is(classes))
    }

    /// A word that its classes are to be believed of: not one with the capital
    /// of a name.
    pub(super) fn plain(&self, at: usize, classes: Class) -> bool {
        self.get(at).is_some_and(|it| it.is_word() && it.is(classes) && !it.capital)
    }

    /// A day, month or stretch of time.
    pub(super) fn time(&self, at: usize) -> bool {
        self.is(at, Class::TIME) || self.plain(at, Class::WHEN)
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.get(at).is_some_and(|it| it.is_word() && it.capital && !it.is(Class::TIME))
    }

    /// A reporting verb rather than the noun that is written alike (`the
    /// reports`, `his claims`, `Ann's calls`).
    pub(super) fn reports(&self, at: usize, classes: Class) -> bool {
        if !self.plain(at, classes) {
            return false;
        }
        let before = at.checked_sub(1).and_then(|it| self.get(it));
        // `racist remarks by`: a noun, unless what follows could be reported.
        if self.is(at, Class::OWNED)
            && before.is_some_and(|it| {
                it.is_word()
                    && !it.capital
                    && !it.is(PRONOUN.and(Class::AUX).and(Class::ADVERB).and(Class::WHO).and(Class::TITLE))
            })
            && !self.quote(at + 1)
            && !matches!(self.kind(at + 1), Some(Kind::Colon))
            && !self.is(at + 1, Class::THAT.and(PRONOUN).and(Class::ARTICLE))
            && !self.capital(at + 1)
        {
            return false;
        }
        !before.is_some_and(|it| {
            it.is_word()
                && (it.possessive() && self.is(at, Class::OWNED)
                    || !it.capital
                        && it.is(Class::ARTICLE.and(Class::THEIR).and(Class::OF))
                        && !it.is(PRONOUN.and(Class::WHO).and(Class::AUX).and(Class::THAT)))
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

    pub(super) fn determiner(&self, at: usize) -> bool {
        self.plain(at, Class::ARTICLE.and(Class::THEIR))
    }

    /// A word in lower case that looks like a verb.
    pub(super) fn verbal(&self, at: usize) -> bool {
        self.plain(at, Class::VERB.and(Class::AUX).and(REPORTS).and(Class::WEAK).and(Class::VERBAL))
    }

    /// The last token before `at` that a test holds for.
    pub(super) fn last(&self, within: Range<usize>, test: impl Fn(&Token) -> bool) -> Option<usize> {
        within.rev().find(|it| self.get(*it).is_some_and(&test))
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
            while start > from && self.noun(start - 1) && !self.verb_inside(start - 1, from) {
                start -= 1;
            }
            // A particle inside of a name: `Ursula von der Leyen`.
            let mut inner = start;
            while inner > from && self.plain(inner - 1, Class::PARTICLE) {
                inner -= 1;
            }
            if inner < start && inner > from && self.capital(inner - 1) && self.capital(start) {
                start = inner - 1;
                continue;
            }
            while start > from
                && self.determiner(start - 1)
                && !(self.plain(start - 1, Class::THAT) && self.capital(start))
            {
                start -= 1;
            }
            // `der Sprecher des Amtes`: the head stands before the genitive.
            if start > from
                && self.lexicon.capital_nouns
                && self.plain(start, Class::OF)
                && self.determiner(start)
                && self.noun(start - 1)
            {
                start -= 1;
                continue;
            }
            // `a spokesman for the campaign`: the head stands before the preposition.
            if start > from + 1 && self.plain(start - 1, Class::PREPOSITION) && self.noun(start - 2) {
                start -= 2;
                continue;
            }
            // `Smith and Jones`, where nothing else stands before them.
            if start > from + 1
                && self.plain(start - 1, Class::AND)
                && self.capital(start)
                && self.capital(start - 2)
                && self.run_opens(start - 2, from)
            {
                start -= 2;
                continue;
            }
            return Some(start..end + 1);
        }
    }

    /// Whether a verb form stands between two names rather than before a noun:
    /// `Reed hammered Cole`, not `the alleged victim`.
    fn verb_inside(&self, at: usize, from: usize) -> bool {
        self.plain(at, Class::VERBAL) && at > from && self.capital(at - 1) && !self.lexicon.capital_nouns
    }

    /// Whether the run of names that ends at `at` begins the stretch.
    fn run_opens(&self, at: usize, from: usize) -> bool {
        let mut start = at;
        while start > from && self.capital(start - 1) {
            start -= 1;
        }
        start == from
    }

    /// The noun phrase that begins at `start`, before `end`.
    pub(super) fn phrase_after(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let end = end.min(self.tokens.len()).min(start + REACH);
        if start < end && self.plain(start, PRONOUN) && !(self.determiner(start) && self.noun(start + 1)) {
            return Some(start..start + 1);
        }
        let mut at = start;
        while at < end && self.determiner(at) {
            at += 1;
        }
        if self.lexicon.capital_nouns && at > start {
            at = self.past_adverbs(at, end);
        }
        let nouns = at;
        at = self.run_of_nouns(nouns, end);
        // Where nouns have capitals, words without are no noun phrase.
        if at == nouns
            || self.lexicon.capital_nouns
                && !(nouns..at).any(|it| self.capital(it) || self.kind(it) == Some(Kind::Number))
        {
            return None;
        }
        let role = self.is(nouns, Class::TITLE) || !self.capital(at - 1) || self.lexicon.capital_nouns;
        // `a spokesman for the campaign`, `Ketua Bidang Hukum dan Advokasi`: a role goes
        // on, unless a name ended it.
        if role && at + 1 < end {
            if self.plain(at, Class::OF)
                && (self.capital(at + 1) || !self.capital(at - 1) || self.determiner(at))
            {
                let from = if self.determiner(at) { at } else { at + 1 };
                if let Some(more) =
                    self.phrase_after(from, end).filter(|it| it.len() > 1 || !self.plain(it.start, PRONOUN))
                {
                    at = more.end;
                }
            } else if self.plain(at, Class::AND)
                && self.capital(at + 1)
                && (self.is(at - 1, Class::TITLE)
                    || self.is(nouns, Class::TITLE) && self.capital(nouns) && !self.is(at + 1, Class::TITLE))
                && !self.lexicon.capital_nouns
            {
                at = self.run_of_nouns(at + 1, end);
            }
        }
        // `said Ann Lee and Tom Reed`, but not `said Ann and Tom agreed`.
        if self.plain(at, Class::AND) && self.capital(at - 1) && self.capital(at + 1) && at + 1 < end {
            let both = self.run_of_nouns(at + 1, end);
            if self.capital(both - 1) && !self.verbal(both) && !self.plain(both, Class::ADVERB) {
                at = both;
            }
        }
        Some(start..self.named(start, at, end))
    }

    /// The end of the run of nouns and names that begins at `nouns`.
    fn run_of_nouns(&self, nouns: usize, end: usize) -> usize {
        let mut at = nouns;
        while at < end {
            let after_name = at > nouns && self.capital(at - 1);
            if self.noun(at) {
                let lower = self.get(at).is_some_and(|it| it.is_word() && !it.capital);
                if lower && after_name {
                    // German nouns end the phrase; else one lower word may follow a
                    // name (`Reed campaign officials`), unless it is the verb.
                    if self.lexicon.capital_nouns
                        || self.lexicon.order == Order::VerbLast
                        || self.verbal(at)
                        || self.determiner(at + 1)
                    {
                        break;
                    }
                } else if lower && at > nouns && self.verbal(at) && !self.noun(at + 1) {
                    break;
                }
                at += 1;
                continue;
            }
            let mut inner = at;
            while inner < end && self.plain(inner, Class::PARTICLE) {
                inner += 1;
            }
            if inner > at && after_name && self.capital(inner) && inner < end && !self.addressed(nouns, at) {
                at = inner;
                continue;
            }
            break;
        }
        at
    }

    /// A role is followed by its holder: `direktur lembaga itu, Ana Sari,`,
    /// `Kepala Dinas (Kadis) Ana Sari`. The end of the phrase with the name.
    fn named(&self, start: usize, at: usize, end: usize) -> usize {
        let role = (start..at).any(|it| self.is(it, Class::TITLE)) || !self.capital(at - 1);
        if !role || at + 1 >= end {
            return at;
        }
        let title = self.last(start..at - 1, |it| it.is(Class::TITLE)).map_or(start, |it| it + 1);
        let rest = title..at;
        // A title and two to three plain names: the holder is named already.
        let named = (2..=3).contains(&rest.len())
            && rest.clone().all(|it| self.capital(it) && !self.is(it, Class::BODY) && !self.acronym(it));
        let mut next = at;
        if self.kind(next) == Some(Kind::Open) {
            let close = (next..end.min(next + 6)).find(|it| self.kind(*it) == Some(Kind::Close));
            match close {
                Some(close) => next = close + 1,
                None => return at,
            }
            if self.capital(next) && !named {
                return self.run_of_nouns(next, end);
            }
        }
        if named {
            return at;
        }
        for _ in 0..3 {
            if self.kind(next) != Some(Kind::Comma) || !self.capital(next + 1) {
                return at;
            }
            let mut last = next + 1;
            while last < end
                && (self.capital(last) || self.plain(last, Class::PARTICLE) && self.capital(last + 1))
            {
                last += 1;
            }
            let body = (next + 1..last).any(|it| self.is(it, Class::BODY));
            let ends =
                last >= end || !self.get(last).is_some_and(|it| it.kind == Kind::Word && self.noun(last));
            if !body && ends && last - next <= 7 {
                return last;
            }
            next = last;
        }
        at
    }

    /// Written in capitals only: an abbreviation, not a person's name.
    fn acronym(&self, at: usize) -> bool {
        self.get(at).is_some_and(|it| it.acronym)
    }

    /// Whether a clause part that begins at `at` is no subject: an adverbial, a
    /// subordinate clause, a participle.
    pub(super) fn adverbial(&self, at: usize) -> bool {
        self.plain(
            at,
            Class::PREPOSITION
                .and(Class::THAT)
                .and(Class::ADVERB)
                .and(Class::SAYING)
                .and(Class::SOURCE)
                .and(Class::AUX)
                .and(Class::GERUND)
                .and(Class::OBLIQUE)
                .and(Class::WHEN),
        ) || self.is(at, Class::TIME)
            || self.verbal(at)
            || self.is(at, Class::GERUND) && !self.verbal(at + 1) && self.kind(at + 1) == Some(Kind::Word)
    }

    /// The subject of the clause that runs from `from` to before `end`: the
    /// first noun phrase after leading adverbials.
    pub(super) fn subject(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let end = end.min(from + REACH);
        if self.lexicon.order == Order::VerbSecond {
            return self.subject_around_verb(from, end);
        }
        let mut at = from;
        while at < end {
            let token = self.get(at)?;
            if !token.is_word() && token.kind != Kind::Number {
                at += 1;
                continue;
            }
            if self.plain(at, Class::AND) || self.plain(at, Class::ADVERB) && !self.noun(at) {
                at += 1;
                continue;
            }
            let comma = (at..end).find(|it| matches!(self.kind(*it), Some(Kind::Comma | Kind::Dash)));
            if self.adverbial(at) {
                // To the next comma; without one, the phrase after the preposition is skipped.
                if let Some(comma) = comma {
                    at = comma + 1;
                    continue;
                }
                let mut next = at + 1;
                while next < end && self.determiner(next) {
                    next += 1;
                }
                while next < end && (self.noun(next) && !self.capital(next) || self.time(next)) {
                    next += 1;
                }
                at = next.max(at + 1);
                continue;
            }
            let Some(phrase) = self.phrase_after(at, end) else {
                at += 1;
                continue;
            };
            // `A few days later, Ann …`
            if self.time(phrase.end)
                && let Some(comma) = comma
            {
                at = comma + 1;
                continue;
            }
            // `Former prosecutor and mayor Ann Lee`: a name after the roles.
            if self.plain(phrase.end, Class::AND)
                && !self.capital(phrase.end - 1)
                && self.capital(phrase.end + 1)
                && !self.lexicon.capital_nouns
                && let Some(more) = self.phrase_after(phrase.end + 1, end)
            {
                return Some(phrase.start..more.end);
            }
            return Some(phrase);
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
                Kind::Close => at = self.last(from..at - 1, |it| it.kind == Kind::Open)?,
                Kind::Dash => at = self.last(from..at - 1, |it| it.kind == Kind::Dash)?,
                Kind::Word
                    if !token.capital && token.is(Class::AUX.and(Class::ADVERB)) && !token.is(Class::WHO) =>
                {
                    at -= 1;
                }
                _ => break,
            }
        }
        let before = at - 1;
        let token = self.get(before)?;
        match token.kind {
            Kind::Comma => self.subject_past_commas(before, from),
            Kind::Word if self.plain(before, PRONOUN) => Some(before..at),
            // The relative pronoun is the mention; whom it stands for is looked up later.
            Kind::Word if self.relative(before, from) => Some(before..at),
            Kind::Word if self.plain(before, Class::AND) => {
                self.shared_subject(self.clause_start(from, before), before)
            }
            Kind::Word | Kind::Number if self.noun(before) || self.time(before) => {
                let end = (from..at).rev().find(|it| !self.time(*it))?;
                let phrase = self.phrase_before(end, from).map(|it| self.described(it, from));
                match phrase {
                    // `who in 2010 said`, `Ann on Monday said`: an adverbial between.
                    Some(phrase)
                        if phrase.start > from && self.plain(phrase.start - 1, Class::PREPOSITION) =>
                    {
                        let left = phrase.start - 1;
                        if left > from
                            && (self.relative(left - 1, from)
                                || self.plain(left - 1, PRONOUN.and(Class::AUX)))
                        {
                            self.subject_before(left, from)
                        } else {
                            Some(phrase)
                        }
                    }
                    None if self.plain(end, Class::PREPOSITION) => self.subject_before(end, from),
                    None => self.subject_before(end + 1, from).filter(|_| end + 1 < at),
                    found => found,
                }
            }
            Kind::Word => self.subject(self.clause_start(from, before), before),
            _ => None,
        }
    }

    /// `Ann Lee, a member of the board said`: whom a description without a second
    /// comma describes, where a name opens the clause; else the phrase itself.
    fn described(&self, phrase: Range<usize>, from: usize) -> Range<usize> {
        let comma =
            phrase.start.checked_sub(1).filter(|it| *it > from && self.kind(*it) == Some(Kind::Comma));
        let title = self.plain(phrase.start, Class::TITLE)
            || self.lexicon.capital_nouns && self.is(phrase.start, Class::TITLE);
        let describes = self.determiner(phrase.start) || title;
        let name = comma.filter(|it| describes && self.capital(*it - 1));
        match name.and_then(|it| self.phrase_before(it - 1, from)) {
            Some(name) if name.start == from || !self.get(name.start - 1).is_some_and(Token::is_word) => name,
            _ => phrase,
        }
    }

    /// Where the clause of a later verb begins: after a colon or semicolon.
    fn clause_start(&self, from: usize, at: usize) -> usize {
        self.last(from..at, |it| matches!(it.kind, Kind::Colon | Kind::Semicolon)).map_or(from, |it| it + 1)
    }

    /// The subject that a verb after `and` at `and` shares with the verb before.
    fn shared_subject(&self, from: usize, and: usize) -> Option<Range<usize>> {
        let comma = self.last(from..and, |it| it.kind == Kind::Comma).map_or(from, |it| it + 1);
        let that = self.last(comma..and, |it| {
            it.is_word() && it.is(Class::THAT.and(Class::WHO)) && !it.is(Class::PREPOSITION.and(Class::LIKE))
        });
        match that {
            Some(who) if self.relative(who, from) => Some(who..who + 1),
            Some(that) if that > comma => {
                self.phrase_after(that + 1, and).or_else(|| self.subject(from, and))
            }
            _ => self.subject(from, and),
        }
    }

    /// Whether a word is a relative pronoun with something before it to refer to.
    pub(super) fn relative(&self, at: usize, from: usize) -> bool {
        // `that`, `que` also begin clauses of another kind.
        let either = self.plain(at, Class::THAT) && self.plain(at, Class::ARTICLE.and(Class::WHO));
        at > from && (either && self.noun(at - 1) || !either && self.plain(at, Class::WHO))
    }

    /// Whom the relative pronoun at `at` stands for.
    pub(super) fn antecedent(&self, at: usize, from: usize) -> Option<Range<usize>> {
        let mut last = at.checked_sub(1)?;
        loop {
            match self.kind(last)? {
                Kind::Comma if last > from => last -= 1,
                Kind::Close => last = self.last(from..last, |it| it.kind == Kind::Open)?.checked_sub(1)?,
                _ => break,
            }
        }
        if last < from { None } else { self.phrase_before(last, from) }
    }

    /// The subject before asides: `Bob Ray, 45, of Akron, said`. `comma` is the
    /// one right before the verb.
    fn subject_past_commas(&self, comma: usize, from: usize) -> Option<Range<usize>> {
        let mut close = comma;
        // The leftmost aside that might be the subject after all, with only
        // adverbials before it.
        let mut fallback = None;
        for _ in 0..8 {
            let Some(open) = self.last(from..close, |it| it.kind == Kind::Comma) else {
                // No further comma: what stands before is the subject, or an adverbial.
                return self.subject(from, close).or(fallback);
            };
            let start = self
                .last(from..open, |it| {
                    matches!(it.kind, Kind::Comma | Kind::Colon | Kind::Semicolon | Kind::Quote { .. })
                })
                .map_or(from, |it| it + 1);
            // `Ann, whose town, Ely, is flooded, said`: a clause's verb follows, so that
            // what stands here is its subject and not the one that is looked for.
            let clause = self.plain(open + 1, Class::AUX.and(Class::VERB));
            // A clause within the segment: its subject is what the aside belongs to.
            let inner = (start..open).any(|it| self.plain(it, Class::THAT) || self.reports(it, REPORTS));
            if inner && !clause {
                let phrase = self.phrase_before(open.checked_sub(1)?, start);
                if phrase.is_some() {
                    return phrase;
                }
            }
            let aside = clause
                || start > from
                    && (self.adverbial(start)
                        || self.plain(start, Class::ARTICLE.and(Class::WHO).and(Class::THEIR))
                        || self.kind(start) == Some(Kind::Number)
                        || !self.capital(start) && !self.plain(start, Class::AND.and(PRONOUN)));
            if !aside && let Some(subject) = self.subject(start, comma).filter(|it| it.start < open) {
                return Some(subject);
            }
            if !clause && self.determiner(start) {
                fallback = self.phrase_after(start, open).or(fallback);
            }
            close = open;
        }
        fallback
    }
}
