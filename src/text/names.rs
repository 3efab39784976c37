//! Who is meant: names as the text gives them, and the fullest form of each.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::lexicon::{self, Class, Lexicon};
use super::sentence::{Kind, Token};
use super::span::Span;

/// The names of a text.
#[derive(Default)]
pub(super) struct Names<'a> {
    text: &'a str,
    /// Last word of a person's name, in the order of first sight: its full
    /// forms. Two that differ make the last word ambiguous.
    full: HashMap<&'a str, Vec<Span>>,
    /// Titles of men or women before a name, by its last word.
    sex: HashMap<&'a str, Class>,
    /// Whether people are called by their first name once they are introduced.
    first_names: bool,
    /// Whether all nouns have a capital.
    capital_nouns: bool,
    /// Words that have a capital where no sentence begins: names, then.
    seen: HashSet<&'a str>,
    /// Runs of capitals that stand alone somewhere.
    alone: HashSet<&'a str>,
}

impl<'a> Names<'a> {
    /// The names among the tokens of a text, paragraph by paragraph.
    pub(super) fn of(text: &'a str, tokens: &[Token], lexicon: &Lexicon) -> Self {
        let Lexicon { first_names, capital_nouns, .. } = *lexicon;
        let mut names = Self { text, first_names, capital_nouns, ..Self::default() };
        let runs = runs(tokens);
        for run in &runs {
            let Some(tokens) = tokens.get(run.clone()) else { continue };
            names.seen.extend(tokens.iter().filter(|it| !it.opens).map(|it| it.stem.slice(text)));
            if !tokens.iter().any(|it| it.is(Class::TITLE)) {
                names.alone.insert(span(tokens).slice(text));
            }
        }
        for run in &runs {
            let Some(tokens) = tokens.get(run.clone()) else { continue };
            let person = names.person(tokens);
            let Some(last) = person.last() else { continue };
            if !(2..=4).contains(&person.len())
                || person.iter().any(|it| it.is(Class::BODY) || it.kind != Kind::Word)
            {
                continue;
            }
            let full = span(person);
            if let Some(title) = tokens.iter().find(|it| it.is(Class::MAN.and(Class::WOMAN))) {
                names.sex.insert(last.stem.slice(text), title.class);
            }
            names.learn(last, full);
            let introduced = first_names && tokens.len() > person.len();
            if let Some(first) = person.first().filter(|_| introduced) {
                names.learn(first, full);
            }
        }
        names
    }

    /// Notes that a word alone may stand for a full name.
    fn learn(&mut self, word: &Token, full: Span) {
        let text = self.text;
        let forms = self.full.entry(word.stem.slice(text)).or_default();
        // Two forms make a word ambiguous; further ones change nothing.
        if forms.len() < 2 && !forms.iter().any(|it| it.slice(text) == full.slice(text)) {
            forms.push(full);
        }
    }

    /// A run of capitals without the titles before the name.
    fn person<'t>(&self, run: &'t [Token]) -> &'t [Token] {
        // A title stands before a name: `Bishop Tom King` is no king.
        let before = run.get(..run.len().saturating_sub(1)).unwrap_or_default();
        let after = before.iter().rposition(|it| it.is(Class::TITLE)).map_or(0, |it| it + 1);
        let mut rest = run.get(after..).unwrap_or_default();
        // Title, body, name: `Ketua Serikat Nelayan Budi Hartono`. Where the name begins
        // is told by what stands alone elsewhere: the last name, the first name
        // where people are called by it, or the body.
        if after > 0 && rest.len() > 2 {
            let alone = |tokens: Option<&[Token]>| {
                tokens.is_some_and(|it| self.alone.contains(span(it).slice(self.text)))
            };
            let names = 1..rest.len();
            let start = if alone(rest.get(rest.len() - 1..)) {
                Some(rest.len() - 2)
            } else {
                let first = names.clone().rev().find(|it| self.first_names && alone(rest.get(*it..=*it)));
                first.or_else(|| names.rev().skip(1).find(|it| alone(rest.get(..*it))))
            };
            rest = start.and_then(|it| rest.get(it..)).unwrap_or(rest);
        }
        if rest.is_empty() { run } else { rest }
    }

    /// What to call the speaker that a noun phrase names.
    pub(super) fn name(&self, phrase: &[Token]) -> String {
        let head = head(phrase);
        let run = last_run(head);
        if run.is_empty() || run.len() < head.len() && head.last().is_some_and(|it| !it.upper) {
            return span(phrase).slice(self.text).to_owned();
        }
        // Where all nouns have a capital, one alone with an article is a role or body.
        if let [one] = run
            && self.capital_nouns
            && head.len() > 1
            && !one.acronym
            && !self.full.contains_key(one.stem.slice(self.text))
        {
            return span(phrase).slice(self.text).to_owned();
        }
        let person = self.person(run);
        if person.iter().any(|it| it.is(Class::BODY)) {
            return span(run).slice(self.text).to_owned();
        }
        if let [one] = person
            && let Some([full]) = self.full.get(one.stem.slice(self.text)).map(Vec::as_slice)
        {
            return full.slice(self.text).to_owned();
        }
        span(person).slice(self.text).to_owned()
    }

    /// Whether the phrase names a person rather than a body or role.
    pub(super) fn is_person(&self, phrase: &[Token]) -> bool {
        let run = self.person(last_run(head(phrase)));
        !run.is_empty() && !run.iter().any(|it| it.is(Class::BODY) || it.acronym)
    }

    /// Whether the phrase names a person whom the text names elsewhere, so that a
    /// word with a capital that only begins a sentence is not taken for one.
    pub(super) fn is_known(&self, phrase: &[Token]) -> bool {
        let run = self.person(last_run(head(phrase)));
        self.is_person(phrase)
            && run.last().is_some_and(|it| !it.opens || self.seen.contains(it.stem.slice(self.text)))
    }

    /// [`Class::MAN`] or [`Class::WOMAN`] where the text or a given name tells.
    pub(super) fn sex(&self, name: &str) -> Class {
        let last = name.rsplit(' ').next().unwrap_or(name);
        let title = self.sex.get(last).copied().unwrap_or_default();
        if title.any(Class::MAN.and(Class::WOMAN)) {
            return title;
        }
        let first = name.split(' ').next().unwrap_or(name);
        lexicon::given_name(&first.to_lowercase())
    }
}

fn span(tokens: &[Token]) -> Span {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => Span::new(first.span.start, last.stem.end),
        _ => Span::default(),
    }
}

/// The part of a noun phrase that names: behind its last comma, before its
/// first preposition.
fn head(phrase: &[Token]) -> &[Token] {
    // A role and its holder: `the group's director, Ann Lee`.
    let holder = phrase.iter().rposition(|it| it.kind == Kind::Comma).and_then(|it| phrase.get(it + 1..));
    let phrase = holder.filter(|it| it.last().is_some_and(part)).unwrap_or(phrase);
    let names = |at: usize| phrase.get(at).is_some_and(part);
    let end = (1..phrase.len())
        .find(|at| {
            phrase.get(*at).is_some_and(|it| {
                // `von` within a name is none; `dos` after a role is one.
                let within = it.is(Class::PARTICLE) && names(at - 1);
                let genitive = it.is(Class::OF) && it.is(Class::ARTICLE);
                !it.capital && (it.is(Class::PREPOSITION) && !within || genitive)
            })
        })
        .unwrap_or(phrase.len());
    let head = phrase.get(..end).unwrap_or(phrase);
    // A possessor is no head.
    let owner = head.iter().rposition(Token::possessive).filter(|it| it + 1 < head.len());
    owner.and_then(|it| head.get(it + 1..)).unwrap_or(head)
}

fn part(token: &Token) -> bool {
    token.kind == Kind::Word && token.capital && !token.is(Class::TIME)
}

/// The run of capitals that a phrase ends with; empty where it ends otherwise.
fn last_run(phrase: &[Token]) -> &[Token] {
    let mut start = phrase.len();
    while start > 0 {
        let Some(before) = phrase.get(start - 1) else { break };
        if part(before) {
            start -= 1;
        } else if start < phrase.len() && before.is(Class::PARTICLE) {
            let inner = (0..start).rev().find(|it| phrase.get(*it).is_some_and(|it| !it.is(Class::PARTICLE)));
            match inner {
                Some(it) if phrase.get(it).is_some_and(part) => start = it,
                _ => break,
            }
        } else {
            break;
        }
    }
    phrase.get(start..).unwrap_or_default()
}

/// Runs of words with capitals, particles between them included.
fn runs(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !tokens.get(at).is_some_and(part) {
            at += 1;
            continue;
        }
        let start = at;
        let mut end = at + 1;
        at = end;
        while tokens.get(end - 1).is_some_and(|it| !it.possessive()) {
            while tokens
                .get(at)
                .is_some_and(|it| it.kind == Kind::Word && !it.capital && it.is(Class::PARTICLE))
            {
                at += 1;
            }
            if !tokens.get(at).is_some_and(part) {
                break;
            }
            at += 1;
            end = at;
        }
        out.push(start..end);
        at = at.max(end);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Language;
    use crate::text::sentence::tokenize;

    /// What the last phrase of a text, from its last `/` on, is called.
    #[track_caller]
    fn check(code: &str, marked: &str, name: &str) {
        let (before, phrase) = marked.rsplit_once('/').unwrap();
        let text = format!("{before}{phrase}");
        let lexicon = lexicon::of(Language::parse(code).unwrap()).unwrap();
        let mut tokens = Vec::new();
        tokenize(&text, Span::of(&text), &[], lexicon, &mut tokens);
        let names = Names::of(&text, &tokens, lexicon);
        let first = tokens.partition_point(|it| it.span.start < before.len());
        assert_eq!(names.name(&tokens[first..]), name, "{marked}");
    }

    #[test]
    fn a_last_name_stands_for_the_full_name_given_elsewhere() {
        check("en", "Mayor Ana Díaz waited. It rained, said /Díaz", "Ana Díaz");
        check("en", "Ana Reed and Tom Reed waited. It rained, said /Reed", "Reed");
        check("en", "It rained, said /Díaz", "Díaz");
        check("id", "Manajer Budi Hartono menunggu. Hujan, kata /Budi", "Budi Hartono");
    }

    #[test]
    fn titles_and_owners_are_no_part_of_a_name() {
        check("en", "It rained, said /former State Senator Ana Díaz", "Ana Díaz");
        check("en", "It rained, said /Tom Reed’s adviser Ana Díaz", "Ana Díaz");
        check("en", "It rained, said /the group’s director, Ana Díaz", "Ana Díaz");
        check("de", "Es regnete, sagte /die Abgeordnete Ursula von der Heide", "Ursula von der Heide");
    }

    #[test]
    fn a_body_and_a_role_are_called_as_written() {
        check("en", "It rained, said /the Harbor Ministry", "Harbor Ministry");
        check("en", "It rained, said /a spokesman for the ministry", "a spokesman for the ministry");
        check("de", "Es regnete, sagte /der Sprecher des Amtes", "der Sprecher des Amtes");
    }

    #[test]
    fn a_given_name_or_a_title_tells_a_woman_from_a_man() {
        let text = "Mrs. Ulla Krull waited.";
        let lexicon = lexicon::of(Language::ENGLISH).unwrap();
        let mut tokens = Vec::new();
        tokenize(text, Span::of(text), &[], lexicon, &mut tokens);
        let names = Names::of(text, &tokens, lexicon);
        assert!(names.sex("Ulla Krull").any(Class::WOMAN));
        assert!(names.sex("Peter Cole").any(Class::MAN));
        assert!(!names.sex("Zuz Cole").any(Class::MAN.and(Class::WOMAN)));
    }
}
