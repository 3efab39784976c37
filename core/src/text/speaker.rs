//! Whose words they are: speakers and reporting words for found quotations.
//!
//! A quotation is looked at within its sentence, by the rules of [`rules`], which
//! know the grammar of [`clause`] and [`order`] and the words of
//! [`super::lexicon`]. Where the sentence is silent, a few ways lead on: the
//! quotation before it in the paragraph, a colon, reported speech that goes on.
//! Where those are silent too, the quotation stays without a speaker, since a
//! wrong name is worse than none.
//!
//! Cost is linear in the text: every rule stays within its sentence and looks at
//! most [`clause::REACH`] tokens far.

mod cases;
mod cast;
mod clause;
mod incise;
mod order;
mod people;
mod roles;
mod rules;
mod uncased;
mod unspaced;
mod verb_last;
mod verb_second;

use std::collections::HashMap;

use super::lexicon::{self, Class, Lexicon, Order};
use super::names::{Called, Names, Sort};
use super::prose::{ParagraphKind, Prose};
use super::quote::{Quotation, QuoteKind, Speaker};
use super::sentence::{self, Kind, Token};
use super::span::Span;
use crate::article::Language;
use cases::Cases;
use clause::Clause;
use people::{Meant, People};
use roles::Roles;
use rules::{Found, Rule};

/// How many words a label has for kabar to stand by who gave it.
const LABELED: usize = 4;

/// How deep quotations inside of quotations are looked at.
const DEEPEST: u8 = 3;

/// Fills in `speaker` and `cue` of quotations of kind speech where the text
/// names them. Languages without a lexicon get none: patterns without words
/// would have to guess what is a verb and what a name.
pub fn attribute(prose: &Prose, language: Language, quotes: &mut [Quotation]) {
    for (index, answer) in answers(prose, language, quotes) {
        if let Some(quote) = quotes.get_mut(index) {
            let mut speaker = answer.speaker;
            // The text may break a line within a name.
            if speaker.name.contains(['\n', '\t']) {
                speaker.name = speaker.name.split_whitespace().collect::<Vec<_>>().join(" ");
            }
            quote.speaker = Some(speaker);
            quote.cue = answer.cue;
        }
    }
}

/// What is found out about one quotation.
#[derive(Clone)]
struct Answer {
    rule: Rule,
    speaker: Speaker,
    cue: Option<Span>,
}

/// The answers with the indices of their quotations; in no order, the last one
/// for an index holds.
fn answers(prose: &Prose, language: Language, quotes: &[Quotation]) -> Vec<(usize, Answer)> {
    let other = uncased::answers(prose, language, quotes);
    if let Some(answers) = other.or_else(|| unspaced::answers(prose, language, quotes)) {
        return answers;
    }
    let Some(lexicon) = lexicon::of(language) else { return Vec::new() };
    let outer: Vec<(usize, Span)> =
        quotes.iter().enumerate().filter(|(_, it)| it.depth == 0).map(|(at, it)| (at, it.span)).collect();
    if outer.is_empty() {
        return Vec::new();
    }
    // A word and what follows it take six bytes in most languages.
    let mut tokens: Vec<Token> = Vec::with_capacity(prose.text.len() / 6);
    let mut paragraphs = Vec::new();
    let mut next = 0;
    for paragraph in &prose.paragraphs {
        if paragraph.kind == ParagraphKind::Verbatim {
            continue;
        }
        // The quotations that reach into the paragraph; one may reach into several.
        while outer.get(next).is_some_and(|(_, it)| it.end <= paragraph.span.start) {
            next += 1;
        }
        let count = outer.iter().skip(next).take_while(|(_, it)| it.start < paragraph.span.end).count();
        let inside = outer.get(next..next + count).unwrap_or_default();
        let from = tokens.len();
        sentence::tokenize(&prose.text, paragraph.span, inside, lexicon, &mut tokens);
        paragraphs.push((paragraph.kind, from..tokens.len()));
    }
    let mut incises = HashMap::new();
    if incise::encloses(language) {
        for (index, span) in &outer {
            if let Some(range) = incise::tokens(&prose.text, *span, lexicon, &mut tokens) {
                incises.insert(*index, range);
            }
        }
    }
    let names = Names::of(&prose.text, &tokens, lexicon);
    if lexicon.capital_nouns {
        names.mark_persons(&mut tokens);
    }
    let incises =
        incises.into_iter().filter_map(|(index, range)| Some((index, tokens.get(range)?))).collect();
    let cases = cases::changes(language).then(|| Cases::of(&prose.text, &tokens));
    let mut reader = Reader {
        text: &prose.text,
        lexicon,
        names,
        roles: cases.as_ref().map(|_| Roles::of(&prose.text, &tokens)),
        cases,
        incises,
        quotes,
        people: People::default(),
        number: 0,
        carried: None,
        announced: None,
        unsigned: Vec::new(),
        reported: None,
        out: Vec::new(),
    };
    for (kind, paragraph) in paragraphs {
        if let Some(tokens) = tokens.get(paragraph) {
            // Words quoted in a heading are those of whoever says them further
            // down, and nobody goes on speaking past one.
            if kind == ParagraphKind::Heading {
                reader.carried = None;
                reader.announced = None;
                reader.reported = None;
            }
            reader.paragraph(tokens);
            if kind == ParagraphKind::Heading {
                reader.carried = None;
                reader.reported = None;
            }
        }
    }
    reader.nested();
    reader.out
}

/// Reads a text paragraph by paragraph and remembers what further ones need.
struct Reader<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    names: Names<'a>,
    /// In languages whose names change with the case.
    cases: Option<Cases<'a>>,
    /// In the same languages, where a role stands without an article.
    roles: Option<Roles<'a>>,
    /// The reports inside of the marks, by quotation.
    incises: HashMap<usize, &'a [Token]>,
    quotes: &'a [Quotation],
    people: People,
    /// Which paragraph it is.
    number: usize,
    /// The speaker of a quotation that the paragraph before ended with.
    carried: Option<Speaker>,
    /// The speaker whom a colon at the end of the paragraph before announces.
    announced: Option<Speaker>,
    /// The quotations of the paragraph before, where it was nothing else.
    unsigned: Vec<usize>,
    /// Whose speech was reported last, and in which paragraph.
    reported: Option<(usize, Speaker)>,
    out: Vec<(usize, Answer)>,
}

impl Reader<'_> {
    fn paragraph(&mut self, tokens: &[Token]) {
        let clause = Clause { tokens, lexicon: self.lexicon };
        let sentences = sentence::sentences(tokens);
        let carried = self.carried.take();
        if let Some(signed) = clause.signature()
            && let Some(answer) = self.answer(&clause, &signed)
        {
            for index in std::mem::take(&mut self.unsigned) {
                self.out.push((index, answer.clone()));
            }
            self.number += 1;
            return;
        }
        self.unsigned.clear();
        let announced = self.announced.take();
        // The last speaker of the paragraph, whom further quotations may continue.
        let mut speaker: Option<Speaker> = None;
        let mut ends_quoted = false;
        for (at, range) in sentences.iter().enumerate() {
            let Some(words) = tokens.get(range.clone()) else { continue };
            let bare = is_bare(words);
            let reported = words.iter().any(|it| it.is_word() && it.is(Class::REPORTED));
            ends_quoted = words.iter().any(Token::is_quote);
            let mut spoken = false;
            for token in range.clone() {
                let Some(index) = self.speech(clause.kind(token)) else { continue };
                spoken = true;
                let mut found = clause.speaker_of(token, range);
                // What leads to a colon in speech that goes on is part of it.
                let goes_on = reported && self.reported.as_ref().is_some_and(|it| it.0 == self.number);
                found = found.filter(|it| it.rule != Rule::Colon || !goes_on);
                if found.is_none() && bare && speaker.is_none() && at > 0 {
                    let before = sentences.get(at - 1);
                    found = before.and_then(|it| clause.speaker_in(it, Rule::SentenceBefore));
                }
                let found = found.or_else(|| clause.told_later(token, range));
                let told = match self.incised(index) {
                    Some(it) => Some(it),
                    None => found.and_then(|it| self.answer(&clause, &it)),
                };
                let answer = told
                    .or_else(|| self.incise(index))
                    .or_else(|| {
                        let rule = match (bare || at == 0, reported) {
                            (true, _) => Rule::Continued,
                            (_, true) => Rule::Reported,
                            _ => Rule::Again,
                        };
                        Some(Answer::without_cue(rule, speaker.clone()?))
                    })
                    .or_else(|| {
                        let first = bare && at == 0;
                        let colon =
                            announced.clone().map(|it| Answer::without_cue(Rule::ParagraphBefore, it));
                        let goes_on = || carried.clone().map(|it| Answer::without_cue(Rule::Carried, it));
                        colon.or_else(goes_on).filter(|_| first)
                    })
                    .or_else(|| {
                        let (number, speaker) = self.reported.clone()?;
                        let goes_on = reported && number == self.number
                            || bare
                                && self.lexicon.order == Order::SubjectFirst
                                && (number == self.number || at == 0 && number + 1 == self.number);
                        goes_on.then(|| Answer::without_cue(Rule::Reported, speaker))
                    })
                    .or_else(|| clause.labels_as(token, range).and_then(|it| self.answer(&clause, &it)));
                if let Some(mut answer) = answer {
                    // A few words as which somebody labels a thing may be the writer's.
                    let brief =
                        |it: &Quotation| it.span.slice(self.text).split_whitespace().count() < LABELED;
                    let colon = token > 0 && clause.kind(token - 1) == Some(Kind::Colon);
                    if answer.rule == Rule::BeforeLabel && !colon && self.quotes.get(index).is_some_and(brief)
                    {
                        answer.speaker.sure = false;
                    }
                    // What only goes on from reported speech is not gone on from.
                    if !matches!(answer.rule, Rule::Reported | Rule::SubjectLike) {
                        speaker = Some(answer.speaker.clone());
                    }
                    self.out.push((index, answer));
                }
                if sentences.iter().all(|it| tokens.get(it.clone()).is_some_and(is_bare)) {
                    self.unsigned.push(index);
                }
            }
            if spoken {
                if let Some(speaker) = speaker.clone() {
                    self.reported = Some((self.number, speaker));
                }
            } else {
                self.plain_sentence(&clause, range.clone());
            }
        }
        self.number += 1;
        if let Some(last) = sentences.last()
            && tokens.last().is_some_and(|it| it.kind == Kind::Colon)
        {
            let subject = || {
                let speaker = clause.subject(last.start, last.end)?;
                Some(Found { rule: Rule::ParagraphBefore, speaker, cue: None })
            };
            let found = clause.speaker_in(last, Rule::ParagraphBefore).or_else(subject);
            self.announced = found.and_then(|it| self.answer(&clause, &it)).map(|it| it.speaker);
        }
        if ends_quoted {
            self.carried = speaker;
        }
    }

    /// The index of the quotation that a token is, where it is speech.
    fn speech(&self, kind: Option<Kind>) -> Option<usize> {
        let Some(Kind::Quote { index, .. }) = kind else { return None };
        self.quotes.get(index).filter(|it| it.kind == QuoteKind::Speech).map(|_| index)
    }

    /// Remembers whom a sentence without speech speaks of, and whose speech it
    /// reports.
    fn plain_sentence(&mut self, clause: &Clause<'_>, range: std::ops::Range<usize>) {
        let report = clause.speaker_in(&range, Rule::Reported);
        let subject = clause.subject(range.start, range.end);
        let words = clause.tokens.get(range).unwrap_or_default();
        for name in self.names.persons(words) {
            self.people.aside(name, self.names.is_human(name), self.number);
        }
        let person =
            [report.as_ref().map(|it| it.speaker.clone()), subject].into_iter().flatten().find_map(|it| {
                if clause.is_pronoun(&it) {
                    return self.pronoun(clause, it.start).map(|it| it.name);
                }
                let phrase = clause.tokens.get(it)?;
                self.names.is_known(phrase).then(|| self.names.called(phrase).name)
            });
        // Where any noun may open a sentence with a capital, only who is known goes on.
        let known = |it: &Found| {
            self.lexicon.capital_nouns
                || clause.is_pronoun(&it.speaker)
                || clause.tokens.get(it.speaker.clone()).is_some_and(|it| self.names.is_known(it))
        };
        if let Some(found) = report.filter(known)
            && let Some(answer) = self.answer(clause, &found)
        {
            self.reported = Some((self.number, answer.speaker));
        }
        if let Some(name) = person {
            self.people.mention(&name, self.number);
        }
    }

    /// What a rule found, by name.
    fn answer(&mut self, clause: &Clause<'_>, found: &Found) -> Option<Answer> {
        let phrase = clause.tokens.get(found.speaker.clone())?;
        if found.rule == Rule::Unsaid {
            let meant = self.meant(Class::HE.and(Class::SHE))?;
            self.people.mention(&meant.name, self.number);
            return self.written(clause, found, Some(meant));
        }
        let meant = if clause.is_pronoun(&found.speaker) {
            let meant = self.pronoun(clause, found.speaker.start);
            let thing = self.is_after_thing(clause, found.speaker.start);
            meant.map(|it| Meant { sure: it.sure && !thing, ..it })
        } else {
            let Called { name, sort } = self.names.called(phrase);
            let nominative = self.cases.as_ref().and_then(|it| it.nominative(&name)).map(str::to_owned);
            let name = nominative.unwrap_or(name);
            match sort {
                Sort::Role => {
                    let meant = self.somebody(phrase).or_else(|| self.holder(phrase));
                    Some(meant.unwrap_or_else(|| Meant { name, sure: self.is_lone_name(clause, found) }))
                }
                _ => Some(Meant { name, sure: true }),
            }
        };
        if let Some(meant) = &meant
            && (self.names.is_person(phrase) || clause.is_pronoun(&found.speaker))
        {
            self.people.mention(&meant.name, self.number);
        }
        self.written(clause, found, meant)
    }

    /// Whether a word with a capital is a name where all nouns have one: it is the
    /// subject of a singular verb, and has no article.
    fn is_lone_name(&self, clause: &Clause<'_>, found: &Found) -> bool {
        let told =
            matches!(found.rule, Rule::VerbSubject | Rule::SubjectVerb | Rule::BeforeClose | Rule::Before);
        let plural = |at: usize| clause.get(at).is_some_and(|it| it.stem.slice(self.text).ends_with("en"));
        let beside = [found.speaker.start.checked_sub(1), Some(found.speaker.end), found.cue];
        told && self.lexicon.capital_nouns
            && clause.tokens.get(found.speaker.clone()).is_some_and(|it| self.names.is_lone(it))
            && !beside.into_iter().flatten().any(plural)
    }

    /// Who holds a role that stands alone, in languages without articles.
    fn holder(&self, phrase: &[Token]) -> Option<Meant> {
        let ([role], Some(roles)) = (phrase, &self.roles) else { return None };
        let holder = roles.holder(role.span.slice(self.text), role.span.start)?;
        Some(Meant { name: holder.slice(self.text).to_owned(), sure: true })
    }

    /// What a report inside of the marks says.
    fn incised(&mut self, index: usize) -> Option<Answer> {
        let clause = Clause { tokens: self.incises.get(&index).copied()?, lexicon: self.lexicon };
        let found = clause.incised()?;
        self.answer(&clause, &found)
    }

    /// Whom the pronoun at a token stands for.
    fn pronoun(&mut self, clause: &Clause<'_>, at: usize) -> Option<Meant> {
        let from = at.saturating_sub(clause::REACH);
        if clause.relative(at, from) {
            let whom = clause.antecedent(at, from)?;
            let Called { name, sort } = self.names.called(clause.tokens.get(whom)?);
            return Some(Meant { name, sure: sort != Sort::Role });
        }
        self.meant(clause.get(at)?.class)
    }

    /// Whether a pronoun may mean a body or thing that is the subject before it in
    /// its sentence: `La préfecture dénonce ce qu'elle appelle …`.
    fn is_after_thing(&self, clause: &Clause<'_>, at: usize) -> bool {
        let from = at.saturating_sub(clause::REACH);
        let start =
            clause.last(from..at, |it| it.kind == Kind::Stop || it.is_quote()).map_or(from, |it| it + 1);
        let subject = clause.subject(start, at).filter(|it| it.end < at && !clause.is_pronoun(it));
        subject.and_then(|it| clause.tokens.get(it)).is_some_and(|it| !self.names.is_person(it))
    }

    fn meant(&mut self, pronoun: Class) -> Option<Meant> {
        let names = &self.names;
        self.people.meant(pronoun, self.number, |name| names.sex(name))
    }

    /// Whom a noun like `the mayor` means where nothing says who holds the role:
    /// whoever was spoken of last, and not for sure.
    fn somebody(&mut self, phrase: &[Token]) -> Option<Meant> {
        let role = self.names.role(phrase).filter(|it| it.is(Class::TITLE.and(Class::SOMEBODY)))?;
        let (man, woman) = (role.is(Class::MAN), role.is(Class::WOMAN));
        let pronoun = match (man, woman) {
            (true, false) => Class::HE,
            (false, true) => Class::SHE,
            _ => Class::HE.and(Class::SHE),
        };
        let meant = self.meant(pronoun)?;
        Some(Meant { sure: false, ..meant })
    }

    /// Who speaks by a report within the marks: « Non, dit Anne Morel, jamais. »
    /// French sets it so, where its words do not interrupt for long.
    fn incise(&mut self, index: usize) -> Option<Answer> {
        if !self.lexicon.elides || self.lexicon.clitics.is_empty() {
            return None;
        }
        let span = self.quotes.get(index)?.span;
        let inside: Vec<(usize, Span)> = self
            .quotes
            .iter()
            .enumerate()
            .skip(index + 1)
            .take_while(|(_, it)| it.span.start < span.end)
            .filter(|(_, it)| it.depth == 1)
            .map(|(at, it)| (at, it.span))
            .collect();
        let mut tokens = Vec::new();
        sentence::tokenize(self.text, span, &inside, self.lexicon, &mut tokens);
        let clause = Clause { tokens: &tokens, lexicon: self.lexicon };
        let found = clause.incise()?;
        self.answer(&clause, &found)
    }

    /// The answer of a rule; without a name the speaker is called as written, and
    /// a pronoun is no name to stand by.
    fn written(&self, clause: &Clause<'_>, found: &Found, meant: Option<Meant>) -> Option<Answer> {
        let phrase = clause.tokens.get(found.speaker.clone())?;
        let (first, last) = (phrase.first()?, phrase.last()?);
        let mut at = Span::new(first.span.start, last.stem.end);
        let mut cue = found.cue.and_then(|it| clause.get(it)).map(|it| it.span);
        // `dit-il`: a pronoun and a verb that a hyphen sets apart, unlike `katanya`.
        if first.is(Class::CLITIC)
            && let Some((verb, pronoun)) = first.span.slice(self.text).split_once('-')
        {
            let pronoun = pronoun.rsplit('-').next().unwrap_or(pronoun);
            at.start = first.span.end - pronoun.len();
            cue =
                cue.map(|it| if it == first.span { Span::new(it.start, it.start + verb.len()) } else { it });
        }
        let Meant { name, sure } =
            meant.unwrap_or_else(|| Meant { name: at.slice(self.text).to_owned(), sure: false });
        // `Ann Lee: “…”`: nothing but a person's name leads there.
        let named = || found.rule == Rule::Label && self.names.is_person(phrase);
        let speaker = Speaker { name, at, sure: sure && (found.rule.is_sure() || named()) };
        Some(Answer { rule: found.rule, speaker, cue })
    }

    /// Quotations inside of quotations: by the rules alone, within the words of
    /// the outer one. `I` is whoever says those; whom other pronouns mean is not
    /// sure.
    fn nested(&mut self) {
        let outer: HashMap<usize, Speaker> =
            self.out.iter().map(|(at, answer)| (*at, answer.speaker.clone())).collect();
        let mut tokens = Vec::new();
        for (at, quote) in self.quotes.iter().enumerate().filter(|(_, it)| it.depth < DEEPEST) {
            let rest = self.quotes.iter().enumerate().skip(at + 1);
            let inside: Vec<(usize, Span)> = rest
                .take_while(|(_, it)| it.span.start < quote.span.end)
                .filter(|(_, it)| it.depth == quote.depth + 1)
                .map(|(at, it)| (at, it.span))
                .collect();
            if inside.is_empty() {
                continue;
            }
            tokens.clear();
            sentence::tokenize(self.text, quote.span, &inside, self.lexicon, &mut tokens);
            let clause = Clause { tokens: &tokens, lexicon: self.lexicon };
            for range in sentence::sentences(&tokens) {
                for token in range.clone() {
                    let Some(index) = self.speech(clause.kind(token)) else { continue };
                    let Some(found) = clause.speaker_of(token, &range) else { continue };
                    let meant = self.nested_name(&clause, &found, outer.get(&at));
                    if meant.is_none() && found.rule == Rule::Unsaid {
                        continue;
                    }
                    if let Some(answer) = self.written(&clause, &found, meant) {
                        self.out.push((index, answer));
                    }
                }
            }
        }
    }

    /// Whom a speaker inside of a quotation means; `outer` is who says that one.
    fn nested_name(&self, clause: &Clause<'_>, found: &Found, outer: Option<&Speaker>) -> Option<Meant> {
        let phrase = clause.tokens.get(found.speaker.clone())?;
        if let [one] = phrase
            && one.is(Class::ME)
            && !one.is(Class::CLITIC)
        {
            return outer.map(|it| Meant { name: it.name.clone(), sure: it.sure });
        }
        if clause.is_pronoun(&found.speaker) || found.rule == Rule::Unsaid {
            let before =
                clause.tokens.get(found.speaker.start.saturating_sub(clause::REACH)..found.speaker.start);
            let last = before.and_then(|it| self.names.persons(it).pop())?;
            return Some(Meant { name: last.to_owned(), sure: false });
        }
        let Called { name, sort } = self.names.called(phrase);
        Some(Meant { name, sure: sort != Sort::Role })
    }
}

/// Whether nothing but quotations stands there.
fn is_bare(words: &[Token]) -> bool {
    words.iter().all(|it| it.is_quote() || !it.is_word() && it.kind != Kind::Number)
}

impl Answer {
    fn without_cue(rule: Rule, speaker: Speaker) -> Self {
        let sure = speaker.sure && rule.is_sure();
        Self { rule, speaker: Speaker { sure, ..speaker }, cue: None }
    }
}

#[cfg(test)]
mod tests;
