//! Where a text says who speaks: around the quotation, behind it, before it.

use std::ops::Range;

use super::super::lexicon::{Class, Order};
use super::super::sentence::{Kind, Token};
use super::clause::{Clause, PRONOUN, REACH, REPORTS};

/// How many later quotations of a sentence are looked at for a report.
const LATER: usize = 2;

/// How many words, marks included, a signature has at most.
const SIGNATURE: usize = 12;

/// By which way a speaker was found; how far it is to be trusted follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Rule {
    /// `“…,” said Ann`
    VerbSubject,
    /// `“…,” Ann said`
    SubjectVerb,
    /// `“…” and more, Ann said`
    AfterFar,
    /// `“…,” laughed Ann`, `“…,” Ann from her desk`: a verb that is not known.
    AfterBare,
    /// `“…,” katanya`
    Clitic,
    /// `“…”, dijo.`, `“…” dedi.`: a report that leaves its subject out.
    Unsaid,
    /// `“…,” according to Ann`
    SourceAfter,
    /// `According to Ann, “…”`
    SourceBefore,
    /// `“…” — Ann`
    Signed,
    /// `Ann said: “…”`: nothing but a mark or `that` between.
    BeforeClose,
    /// `Ann said that the plan was “…”`
    Before,
    /// `Ann called the plan “…”`
    BeforeLabel,
    /// `Ann wants “…”`
    BeforeWeak,
    /// `…, saying “…”`
    Saying,
    /// `Ann's claim that “…”`
    Owned,
    /// `called “…” by Ann`
    Agent,
    /// `Ann Lee: “…”`
    Label,
    /// `Ann had a question: “…”`
    Colon,
    /// `… als „…“ bezeichnete`: the verb closes the clause behind.
    Closing,
    /// The next quotation of a paragraph, without a report of its own.
    Continued,
    /// A further quotation of a paragraph, in a sentence without a report.
    Again,
    /// Reported speech goes on (`er habe „…“`).
    Reported,
    /// A report in the sentence before.
    SentenceBefore,
    /// A colon at the end of the paragraph before.
    ParagraphBefore,
    /// A paragraph that is all quotation, after one with a speaker.
    Carried,
    /// Nothing reports, but somebody does something to a thing `as “…”`.
    SubjectLike,
}

impl Rule {
    /// Whether kabar stands by what the rule finds: those that were right in more
    /// than nine of ten quotations of annotated English, German and Indonesian
    /// news.
    pub(super) fn is_sure(self) -> bool {
        matches!(
            self,
            Self::VerbSubject
                | Self::SubjectVerb
                | Self::AfterFar
                | Self::Clitic
                | Self::Unsaid
                | Self::SourceAfter
                | Self::SourceBefore
                | Self::Signed
                | Self::BeforeClose
                | Self::Before
                | Self::BeforeLabel
                | Self::Saying
                | Self::Continued
                | Self::SentenceBefore
                | Self::ParagraphBefore
                | Self::Carried
        )
    }
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
        let Some(Kind::Quote { last, .. }) = self.kind(quote) else { return None };
        let near = sentence.start.max(quote.saturating_sub(REACH));
        let opens = !(near..quote).any(|it| self.get(it).is_some_and(Token::is_word));
        let after = self.after(quote, last, opens, sentence);
        if opens
            && let Some(found) = &after
            && (found.rule != Rule::AfterFar || sentence.start == quote)
        {
            return after;
        }
        let before = self.before(quote, sentence);
        match (&before, &after) {
            (None, _) => after,
            (Some(_), None) => before,
            (Some(ahead), Some(behind)) => {
                let close = matches!(ahead.rule, Rule::BeforeClose | Rule::SourceBefore)
                    && self.kind(quote - 1) != Some(Kind::Dash)
                    || ahead.rule == Rule::BeforeLabel && ahead.cue == Some(quote - 1);
                let weak = matches!(ahead.rule, Rule::BeforeWeak | Rule::Colon | Rule::Owned);
                // `Anna sagte den Leuten: „…“, betonte sie`
                let same = self.lexicon.order == Order::VerbSecond
                    && self.is_pronoun(&behind.speaker)
                    && !self.is_pronoun(&ahead.speaker);
                let strong = !same
                    && matches!(
                        behind.rule,
                        Rule::VerbSubject
                            | Rule::SubjectVerb
                            | Rule::Clitic
                            | Rule::SourceAfter
                            | Rule::Signed
                            | Rule::Agent
                    );
                if strong && !close || weak { after } else { before }
            }
        }
    }

    /// The name that is all of a paragraph, behind a dash: it signs the quotation in
    /// the paragraph before.
    pub(super) fn signature(&self) -> Option<Found> {
        let end = self.tokens.len();
        if self.kind(0) != Some(Kind::Dash) || end > SIGNATURE {
            return None;
        }
        let speaker = self.phrase_after(1, end)?;
        let name = speaker.clone().all(|it| self.capital(it) || self.plain(it, Class::PARTICLE));
        let alone =
            speaker.end >= end || self.is_stop(speaker.end) || self.kind(speaker.end) == Some(Kind::Open);
        (name && alone && !self.verbal(speaker.end)).then_some(Found {
            rule: Rule::Signed,
            speaker,
            cue: None,
        })
    }

    /// Who speaks by a report behind a later quotation of the sentence: `It was “good”
    /// and “cheap,” Ann said.`
    pub(super) fn told_later(&self, quote: usize, sentence: &Range<usize>) -> Option<Found> {
        let end = sentence.end.min(quote + REACH);
        let mut later = (quote + 1..end).filter(|it| self.quote(*it)).take(LATER);
        let found = later.find_map(|it| self.speaker_of(it, sentence))?;
        let tells = matches!(
            found.rule,
            Rule::VerbSubject | Rule::SubjectVerb | Rule::AfterFar | Rule::SourceAfter | Rule::Clitic
        );
        tells.then_some(Found { rule: Rule::AfterFar, ..found })
    }

    /// The report behind the quotation. `opens` says whether the sentence begins
    /// with it.
    fn after(&self, quote: usize, last: char, opens: bool, sentence: &Range<usize>) -> Option<Found> {
        let mut at = quote + 1;
        let mut comma = last == ',';
        let mut dash = false;
        while at < sentence.end
            && matches!(
                self.kind(at),
                Some(Kind::Comma | Kind::Dash | Kind::Stop | Kind::Other | Kind::Close)
            )
        {
            comma |= matches!(self.kind(at), Some(Kind::Comma | Kind::Dash | Kind::Stop));
            dash |= self.kind(at) == Some(Kind::Dash);
            at += 1;
        }
        let ended = comma || matches!(last, '!' | '?' | '…' | '.' | '—' | '–');
        let end = (at..sentence.end.min(at + REACH)).find(|it| self.quote(*it)).unwrap_or(sentence.end);
        if at >= end {
            return None;
        }
        let found = |rule, speaker, cue| Some(Found { rule, speaker, cue });
        // A name behind a dash signs the quotation.
        if dash && opens && self.capital(at) {
            let name = self.phrase_after(at, end)?;
            let alone = name.end >= end || !matches!(self.kind(name.end), Some(Kind::Word | Kind::Number));
            if alone && name.clone().all(|it| self.capital(it) || self.plain(it, Class::PARTICLE)) {
                return found(Rule::Signed, name, None);
            }
        }
        if self.plain(at, Class::BY) && !ended && self.lexicon.order == Order::SubjectFirst {
            let near = sentence.start.max(quote.saturating_sub(REACH));
            let labelled = self.last(near..quote, |it| it.is(REPORTS.and(Class::VERBAL)))?;
            if quote - labelled <= 4 {
                return found(Rule::Agent, self.phrase_after(at + 1, end)?, Some(labelled));
            }
        }
        let begins = at;
        let led = ended && self.plain(at, Class::AS);
        // `as Ann put it`, `wie Ann sagte`, `kemudian`.
        if ended && self.plain(at, Class::AS) && !self.is(at, Class::SOURCE) {
            at += 1;
        }
        while at < end && self.plain(at, Class::ADVERB) && !self.is(at, Class::SOURCE) {
            at += 1;
        }
        if self.plain(at, Class::CLITIC) {
            // `a-t-elle ajouté`: the cue is the participle.
            let cue = if self.is(at, Class::SAYS) { at } else { self.verb_group(at + 1, end).unwrap_or(at) };
            return found(Rule::Clitic, at..at + 1, Some(cue));
        }
        for source in [at, begins] {
            if self.is(source, Class::SOURCE) && (ended || !self.is(source, Class::AS)) {
                return found(Rule::SourceAfter, self.source(source, end)?, Some(source));
            }
        }
        if self.lexicon.order == Order::VerbLast {
            return self.after_verb_last(quote, at, end, opens, sentence);
        }
        // Verb first.
        if let Some(verb) = self.verb_group(at, end)
            && (self.is(verb, Class::SAYS) || ended || self.lexicon.order == Order::VerbSecond)
        {
            if let Some(speaker) = self.subject_after(verb, end) {
                let speaker = self.behind_nobody(speaker, verb, at, end)?;
                return found(Rule::VerbSubject, speaker, Some(verb));
            }
            if verb > at
                && let Some(speaker) = self.phrase_after(at + 1, verb)
            {
                return found(Rule::VerbSubject, speaker, Some(verb));
            }
            let closing = self.closing(verb, quote, sentence);
            return closing
                .or_else(|| unsaid(verb, at, opens).filter(|_| verb + 1 >= end || self.is_stop(verb + 1)));
        }
        if let Some((verb, speaker)) = self.unknown_verb(at, end).filter(|_| opens && ended) {
            return found(Rule::VerbSubject, speaker, Some(verb));
        }
        // Subject first: the next reporting verb that has one.
        let tail = self.plain(at, Class::AND.and(Class::PREPOSITION).and(Class::THAT)) || !ended;
        let classes = if ended { REPORTS } else { Class::SAYS };
        let reach = end.min(at + REACH / 2);
        for verb in at..reach {
            let told = self.passive(verb, at) && self.plain(verb - 1, Class::PASSIVE);
            if told || !self.reports(verb, classes) || self.plain(verb, Class::CLITIC) {
                continue;
            }
            // `…, Ann said.`: a report at the end of what the quotation began.
            let from = if tail {
                let Some(comma) = self.last(at..verb, |it| it.kind == Kind::Comma) else { continue };
                comma + 1
            } else {
                at
            };
            let before = self.subject_before(verb, from);
            // `… “a start” for the town, said Ann.`
            let after = || self.subject_after(verb, end).filter(|it| self.is_stop(it.end) || it.end >= end);
            let Some(speaker) = before.or_else(|| after().filter(|_| tail && verb == from)) else { continue };
            if tail && speaker.start > from && speaker.start < verb {
                continue;
            }
            // Within a sentence that began before the quotation, a verb with an
            // object tells of something else.
            if !opens
                && !led
                && last != ','
                && (self.determiner(verb + 1)
                    || self.plain(verb + 1, Class::THAT.and(PRONOUN))
                    || self.noun(verb + 1) && !self.capital(verb + 1))
            {
                return None;
            }
            let near = speaker.start <= at + 1 && ended;
            return found(
                if near && !tail { Rule::SubjectVerb } else { Rule::AfterFar },
                speaker,
                Some(verb),
            );
        }
        // `“…,” Ann from her desk.`: a comma before the mark that closes asks for
        // somebody, whatever the verb.
        if opens && last == ',' && self.plain(begins, Class::VERBAL.and(Class::WEAK).and(Class::VERB)) {
            let speaker = self.phrase_after(begins + 1, end).filter(|it| self.capital(it.end - 1))?;
            return found(Rule::AfterBare, speaker, Some(begins));
        }
        if opens
            && last == ','
            && !self.adverbial(begins)
            && let Some(speaker) = self.phrase_after(begins, end)
            && (self.capital(speaker.end - 1) || self.is_pronoun(&speaker))
        {
            let cue = Some(speaker.end).filter(|it| self.verbal(*it));
            return found(Rule::AfterBare, speaker, cue);
        }
        // `“…?” Ann bristled.`: nothing but a subject and a verb that is not known.
        if opens
            && ended
            && let Some(speaker) = self.phrase_after(begins, end).filter(|it| self.capital(it.end - 1))
            && self.plain(speaker.end, Class::VERBAL)
            && self.kind(speaker.end + 1).is_none_or(|it| it == Kind::Stop)
        {
            let cue = Some(speaker.end);
            return found(Rule::AfterBare, speaker, cue);
        }
        // `…, so Ann`, `…, according to Ann`: behind more of the sentence.
        let source =
            (at..reach).find(|it| self.is(*it, Class::SOURCE) && self.kind(*it - 1) == Some(Kind::Comma));
        match source {
            Some(source) => found(Rule::SourceAfter, self.source(source, end)?, Some(source)),
            None => self.closing(self.closing_verb(at, reach)?, quote, sentence),
        }
    }

    pub(super) fn is_stop(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Comma | Kind::Stop | Kind::Dash | Kind::Colon | Kind::Semicolon))
    }

    /// The source that a phrase like `according to` or `nach Angaben von` names.
    fn source(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let of = self.plain(at + 1, Class::OF) && !self.determiner(at + 1);
        self.phrase_after(at + 1 + usize::from(of), end)
    }

    /// The reporting verb of a verb group that begins at `at`: itself, or the
    /// participle after auxiliaries and pronouns (`a déclaré`, `ha detto`).
    pub(super) fn verb_group(&self, at: usize, end: usize) -> Option<usize> {
        if self.reports(at, REPORTS) && !self.plain(at, Class::AUX) {
            return Some(at);
        }
        let mut verb = at;
        while verb < end && verb < at + 5 && self.plain(verb, Class::AUX.and(Class::THEIR).and(Class::ADVERB))
        {
            verb += 1;
        }
        (verb > at && verb < end && self.plain(verb, REPORTS)).then_some(verb)
    }

    /// The report before the quotation: the nearest reporting word.
    fn before(&self, quote: usize, sentence: &Range<usize>) -> Option<Found> {
        let start = sentence.start.max(quote.saturating_sub(REACH));
        let mut from = start;
        // What stands before a colon or semicolon is another clause.
        if let Some(colon) =
            self.last(from..quote.saturating_sub(1), |it| matches!(it.kind, Kind::Semicolon | Kind::Colon))
        {
            from = colon + 1;
        }
        let found = |rule, speaker, cue| Some(Found { rule, speaker, cue });
        let mut weak = None;
        for at in (from..quote).rev() {
            if self.is(at, Class::SOURCE) && !self.is(at, Class::AS) {
                if self.plain(at, Class::CLITIC) {
                    return found(Rule::SourceBefore, at..at + 1, Some(at));
                }
                match self.source(at, quote) {
                    Some(speaker) => return found(Rule::SourceBefore, speaker, Some(at)),
                    None => continue,
                }
            }
            if self.is(at, Class::SOURCE_AFTER) && at > from {
                // `ihrer Ansicht nach`
                if self.plain(at - 1, Class::THEIR) {
                    return found(Rule::SourceBefore, at - 1..at, Some(at));
                }
                match self.phrase_before(at - 1, from) {
                    Some(speaker) => return found(Rule::SourceBefore, speaker, Some(at)),
                    None => continue,
                }
            }
            // `Ann's claim that “…”`, `her promise of “…”`.
            if self.is(at, Class::OWNED) && at > from && !self.is(at, Class::AUX) {
                let owner = at - 1;
                // `in Ann's words, “…”`
                let worded = self.kind(at + 1) == Some(Kind::Comma) && self.is(at, Class::WORDS);
                let leads = at + 1 == quote
                    || worded
                    || self.quote(at + 1)
                    || self.is(at + 1, Class::THAT.and(Class::OF))
                    || self.kind(at + 1) == Some(Kind::Colon);
                if leads
                    && weak.is_none()
                    && self.get(owner).is_some_and(Token::possessive)
                    && self.noun(owner)
                {
                    let names = (from..owner).rev().take_while(|it| self.capital(*it)).count();
                    weak = found(Rule::Owned, owner - names..at, Some(at));
                } else if leads && weak.is_none() && self.plain(owner, Class::THEIR) {
                    weak = found(Rule::Owned, owner..at, Some(at));
                }
            }
            if self.plain(at, Class::SAYING) && !self.is(at, REPORTS) {
                if at > from && self.plain(at - 1, Class::ARTICLE) {
                    continue;
                }
                if let Some(speaker) = self.subject_of_saying(at, from, sentence.end) {
                    return found(Rule::Saying, speaker, Some(at));
                }
                continue;
            }
            if self.reports(at, Class::WEAK) && weak.is_none() && !self.reports(at, REPORTS) {
                weak = self.subject_of(at, from, quote).and_then(|it| found(Rule::BeforeWeak, it, Some(at)));
                continue;
            }
            if !self.reports(at, REPORTS) {
                continue;
            }
            let says = self.is(at, Class::SAYS);
            if self.passive(at, from) {
                // `called by Ann “…”`
                if let Some(by) = (at + 1..quote.min(at + 5)).find(|it| self.plain(*it, Class::BY))
                    && let Some(speaker) = self.phrase_after(by + 1, quote)
                {
                    return found(Rule::Agent, speaker, Some(at));
                }
                // `Ann was told, “…”`: somebody told her.
                if !says || self.plain(at - 1, Class::PASSIVE) {
                    continue;
                }
            }
            let speaker = if self.plain(at, Class::CLITIC) {
                Some(at..at + 1)
            } else {
                self.subject_of(at, from, quote)
            };
            // `Der Chor heißt „…“` gives a name; `heißt es` reports.
            let named = |it: &Range<usize>| {
                self.is(at, Class::IMPERSONAL)
                    && !self.plain(at + 1, Class::NOBODY)
                    && (it.end == at || self.plain(it.start, Class::HE.and(Class::SHE)))
            };
            if speaker.as_ref().is_some_and(named) {
                return None;
            }
            let Some(speaker) = speaker else {
                // `Asegura que …`: the verb opens the sentence.
                let leads = self.is(at + 1, Class::THAT)
                    || self.quote(at + 1)
                    || self.kind(at + 1) == Some(Kind::Colon);
                if says && at == sentence.start && leads {
                    return found(Rule::Unsaid, at..at + 1, Some(at));
                }
                continue;
            };
            let gap = (at + 1..quote)
                .filter(|it| !speaker.contains(it) && !self.plain(*it, Class::THAT.and(Class::ADVERB)))
                .filter(|it| self.get(*it).is_some_and(Token::is_word))
                .count();
            let rule = match (says, gap) {
                (true, 0) => Rule::BeforeClose,
                (true, _) => Rule::Before,
                _ => Rule::BeforeLabel,
            };
            return found(rule, speaker, Some(at));
        }
        // `The note began, “…”`: any verb right before the mark that leads on.
        if weak.is_none()
            && quote > from + 1
            && matches!(self.kind(quote - 1), Some(Kind::Comma | Kind::Colon))
            && self.plain(quote - 2, Class::VERB.and(Class::VERBAL).and(Class::WEAK))
            && !self.passive(quote - 2, from)
        {
            weak = self
                .subject_of(quote - 2, from, quote)
                .and_then(|it| found(Rule::BeforeWeak, it, Some(quote - 2)));
        }
        // A colon says that somebody's words follow; the subject is who.
        if quote > from && self.kind(quote - 1) == Some(Kind::Colon) {
            let speaker = match self.main_verb(from, quote - 1) {
                Some(verb) => self.subject_of(verb, from, quote - 1),
                None => self.subject(from, quote - 1),
            };
            return weak.or_else(|| {
                let speaker = speaker?;
                let whole = (from..quote - 1)
                    .all(|it| speaker.contains(&it) || !self.get(it).is_some_and(Token::is_word));
                let rule = if whole { Rule::Label } else { Rule::Colon };
                found(rule, self.owner(&speaker).unwrap_or(speaker), None)
            });
        }
        // `Anna widersprach: Der Plan sei „…“`: who reports before the colon goes on.
        if weak.is_none() && from > start && self.lexicon.order == Order::VerbSecond {
            return self.speaker_in(&(start..from), Rule::Reported);
        }
        weak.or_else(|| self.thinks(from, quote)).or_else(|| self.finds(from, quote))
    }

    /// Who learns or thinks something with a verb of any kind: `Ann Lee anticipated
    /// that the plan was “…”`.
    fn finds(&self, from: usize, quote: usize) -> Option<Found> {
        if self.lexicon.order != Order::SubjectFirst {
            return None;
        }
        let verb = Class::VERBAL.and(Class::VERB);
        let that = (from + 2..quote).find(|it| {
            self.plain(*it, Class::THAT) && self.plain(*it - 1, verb) && !self.passive(*it - 1, from)
        })?;
        let speaker = self.subject_before(that - 1, from)?;
        let somebody = Class::TITLE.and(Class::BODY).and(Class::HE).and(Class::SHE);
        let known = self.capital(speaker.end - 1) || speaker.clone().any(|it| self.is(it, somebody));
        known.then_some(Found { rule: Rule::BeforeWeak, speaker, cue: Some(that - 1) })
    }

    /// `was called`: who calls is not the subject.
    fn passive(&self, verb: usize, from: usize) -> bool {
        self.lexicon.order == Order::SubjectFirst
            && verb > from
            && (verb.saturating_sub(3).max(from)..verb)
                .rev()
                .take_while(|it| !self.capital(*it) && !self.plain(*it, PRONOUN.and(Class::WHO)))
                .any(|it| self.plain(it, Class::PASSIVE))
    }

    /// Who speaks in a sentence that introduces a quotation behind it.
    pub(super) fn speaker_in(&self, sentence: &Range<usize>, rule: Rule) -> Option<Found> {
        let from = sentence.start.max(sentence.end.saturating_sub(REACH));
        for at in from..sentence.end {
            if self.is(at, Class::SOURCE)
                && !self.is(at, Class::AS)
                && let Some(speaker) = self.source(at, sentence.end)
            {
                return Some(Found { rule, speaker, cue: Some(at) });
            }
            if self.reports(at, REPORTS)
                && !self.passive(at, from)
                && let Some(speaker) = self.subject_of(at, from, sentence.end)
            {
                return Some(Found { rule, speaker, cue: Some(at) });
            }
        }
        None
    }

    /// The subject of a sentence that labels a thing `as “…”` with a verb of any
    /// kind. Without that, a subject is right less than half of the time, and is
    /// not an answer.
    pub(super) fn labels_as(&self, quote: usize, sentence: &Range<usize>) -> Option<Found> {
        let like = (sentence.start.max(quote.saturating_sub(REACH))..quote)
            .rev()
            .find(|it| !self.determiner(*it) && self.kind(*it) != Some(Kind::Other))
            .filter(|it| self.plain(*it, Class::LIKE) && !self.plain(it.saturating_sub(1), Class::NAMED))?;
        let speaker = self.subject(sentence.start, like)?;
        Some(Found { rule: Rule::SubjectLike, speaker, cue: None })
    }

    pub(super) fn is_pronoun(&self, speaker: &Range<usize>) -> bool {
        speaker.len() == 1
            && self.plain(
                speaker.start,
                PRONOUN.and(Class::CLITIC).and(Class::WHO).and(Class::THEIR).and(Class::THAT),
            )
    }
}

/// A report without a subject: its verb is all that names the speaker.
pub(super) fn unsaid(verb: usize, at: usize, opens: bool) -> Option<Found> {
    let found = Found { rule: Rule::Unsaid, speaker: verb..verb + 1, cue: Some(verb) };
    (opens && verb < at + 4).then_some(found)
}
