//! Whose words they are: speakers and reporting words for found quotations.
//!
//! A quotation is looked at in its sentence only, by the rules of [`rules`];
//! where they are silent it stays without a speaker, since a wrong name is worse
//! than none.

mod clause;
mod order;
mod rules;

use super::lexicon::{self, Class, Lexicon};
use super::names::Names;
use super::prose::{ParagraphKind, Prose};
use super::quote::{Quotation, QuoteKind, Speaker};
use super::sentence::{self, Kind, Token};
use super::span::Span;
use crate::article::Language;
use clause::Clause;
use rules::{Found, Rule};

/// Fills in `speaker` and `cue` of quotations of kind speech where the text
/// names them.
pub fn attribute(prose: &Prose, language: Language, quotes: &mut [Quotation]) {
    for (index, answer) in attributions(prose, language, quotes) {
        if let Some(quote) = quotes.get_mut(index) {
            quote.speaker = Some(answer.speaker);
            quote.cue = answer.cue;
        }
    }
}

/// How many persons are remembered for pronouns.
const PEOPLE: usize = 8;
/// How many paragraphs back a pronoun may refer.
const NEAR: usize = 3;

struct Answer {
    rule: Rule,
    speaker: Speaker,
    cue: Option<Span>,
}

fn attributions(prose: &Prose, language: Language, quotes: &[Quotation]) -> Vec<(usize, Answer)> {
    let Some(lexicon) = lexicon::of(language) else { return Vec::new() };
    let outer: Vec<(usize, Span)> =
        quotes.iter().enumerate().filter(|(_, it)| it.depth == 0).map(|(at, it)| (at, it.span)).collect();
    if outer.is_empty() {
        return Vec::new();
    }
    let mut tokens: Vec<Token> = Vec::new();
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
        sentence::tokenize(&prose.text, paragraph.span, inside, Some(lexicon), &mut tokens);
        paragraphs.push(from..tokens.len());
    }
    let names = Names::of(&prose.text, &tokens, lexicon.first_names);
    let mut state = State {
        text: &prose.text,
        lexicon,
        names,
        quotes,
        out: Vec::new(),
        people: Vec::new(),
        carried: None,
        colon: None,
        report: None,
        number: 0,
    };
    for paragraph in paragraphs {
        if let Some(tokens) = tokens.get(paragraph) {
            state.paragraph(tokens);
        }
    }
    state.out
}

struct State<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    names: Names<'a>,
    quotes: &'a [Quotation],
    out: Vec<(usize, Answer)>,
    /// Persons that the text spoke of, the latest last: name and paragraph.
    people: Vec<(String, usize)>,
    /// The speaker at the end of the paragraph before.
    carried: Option<Speaker>,
    /// The speaker whom a colon at the end of the paragraph before announces.
    colon: Option<Speaker>,
    /// The paragraph and speaker of the last report, for reported speech that goes on.
    report: Option<(usize, Speaker)>,
    /// Which paragraph it is.
    number: usize,
}

impl State<'_> {
    fn paragraph(&mut self, tokens: &[Token]) {
        let clause = Clause { tokens, lexicon: self.lexicon };
        let sentences = sentence::sentences(tokens);
        // The answer that further quotations of the paragraph may continue.
        let mut previous: Option<usize> = None;
        let carried = self.carried.take();
        let colon = self.colon.take();
        let mut bare = true;
        for (number, sentence) in sentences.iter().enumerate() {
            let Some(words) = tokens.get(sentence.clone()) else { continue };
            bare = words.iter().all(|it| it.is_quote() || !it.is_word() && it.kind != Kind::Number);
            let reported = words.iter().any(|it| it.is_word() && it.is(Class::REPORTED));
            let mut quoted = false;
            for at in sentence.clone() {
                let Some(Kind::Quote { index, .. }) = clause.kind(at) else { continue };
                if self.quotes.get(index).is_none_or(|it| it.kind != QuoteKind::Speech) {
                    continue;
                }
                quoted = true;
                let mut found = clause.speaker_of(at, sentence);
                if found.is_none() && bare && previous.is_none() && number > 0 {
                    found =
                        sentences.get(number - 1).and_then(|it| clause.speaker_in(it, Rule::SentenceBefore));
                }
                let before = previous.and_then(|it| self.out.get(it)).map(|(_, it)| it.speaker.clone());
                if let Some(found) = found {
                    self.answer(&clause, index, &found);
                    previous = Some(self.out.len() - 1);
                } else if let Some(speaker) = before {
                    let rule = if bare || number == 0 {
                        Rule::Continued
                    } else if reported {
                        Rule::Reported
                    } else {
                        Rule::Again
                    };
                    self.out.push((index, Answer { rule, speaker, cue: None }));
                } else if let Some((rule, speaker)) = colon
                    .clone()
                    .filter(|_| number == 0 && bare)
                    .map(|it| (Rule::ParagraphBefore, it))
                    .or_else(|| carried.clone().filter(|_| bare && number == 0).map(|it| (Rule::Carried, it)))
                {
                    self.out.push((index, Answer { rule, speaker, cue: None }));
                    previous = Some(self.out.len() - 1);
                } else if let Some((_, speaker)) =
                    self.report.clone().filter(|it| reported && it.0 == self.number)
                {
                    self.out.push((index, Answer { rule: Rule::Reported, speaker, cue: None }));
                } else if let Some(found) = clause.labels_as(at, sentence) {
                    self.answer(&clause, index, &found);
                }
            }
            if !quoted
                && let Some(found) = clause.speaker_in(sentence, Rule::Reported)
                && let Some(speaker) = self.speaker(&clause, &found)
            {
                self.report = Some((self.number, speaker));
            } else if quoted && let Some(last) = previous.and_then(|it| self.out.get(it)) {
                self.report = Some((self.number, last.1.speaker.clone()));
            }
        }
        self.number += 1;
        let last = sentences.last();
        if tokens.last().is_some_and(|it| it.kind == Kind::Colon) {
            let found = last.and_then(|it| {
                clause.speaker_in(it, Rule::ParagraphBefore).or_else(|| {
                    let speaker = clause.subject(it.start, it.end)?;
                    Some(Found { rule: Rule::ParagraphBefore, speaker, cue: None })
                })
            });
            self.colon = found.and_then(|it| self.speaker(&clause, &it));
        }
        if bare
            || last.is_some_and(|it| tokens.get(it.clone()).is_some_and(|it| it.iter().any(Token::is_quote)))
        {
            self.carried = previous.and_then(|it| self.out.get(it)).map(|(_, it)| it.speaker.clone());
        }
    }

    fn answer(&mut self, clause: &Clause<'_>, index: usize, found: &Found) {
        let Some(speaker) = self.speaker(clause, found) else { return };
        let cue = found.cue.and_then(|it| clause.get(it)).map(|it| it.span);
        self.out.push((index, Answer { rule: found.rule, speaker, cue }));
    }

    /// The speaker that a rule found, by name.
    fn speaker(&mut self, clause: &Clause<'_>, found: &Found) -> Option<Speaker> {
        let phrase = clause.tokens.get(found.speaker.clone())?;
        let (first, last) = (phrase.first()?, phrase.last()?);
        let at = Span::new(first.span.start, last.stem.end);
        let name = if clause.is_pronoun(&found.speaker) {
            let antecedent = if clause.relative(found.speaker.start, 0) {
                clause.antecedent(found.speaker.start, 0).and_then(|it| clause.tokens.get(it))
            } else {
                None
            };
            match antecedent {
                Some(phrase) => self.names.name(phrase),
                None => self.meant(first).unwrap_or_else(|| at.slice(self.text).to_owned()),
            }
        } else {
            let name = self.names.name(phrase);
            if self.names.is_person(phrase) {
                self.mention(name.clone());
            }
            name
        };
        Some(Speaker { name, at, sure: found.rule.is_sure() })
    }

    /// Notes that the text speaks of a person.
    fn mention(&mut self, name: String) {
        self.people.retain(|it| it.0 != name);
        self.people.push((name, self.number));
        if self.people.len() > PEOPLE {
            self.people.remove(0);
        }
    }

    /// Whom a pronoun stands for: the person last spoken of that it may mean,
    /// unless that is too long ago to be sure.
    fn meant(&self, pronoun: &Token) -> Option<String> {
        let he = pronoun.is(Class::HE.and(Class::CLITIC));
        let she = pronoun.is(Class::SHE.and(Class::CLITIC));
        if !he && !she {
            return None;
        }
        let person = self.people.iter().rev().find(|(name, _)| {
            let sex = self.names.sex(name);
            he && !sex.any(Class::WOMAN) || she && !sex.any(Class::MAN)
        })?;
        (person.1 + NEAR >= self.number).then(|| person.0.clone())
    }
}
