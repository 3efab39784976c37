//! Who is meant: names as the text gives them, and the fullest form of each.

mod phrase;

use std::ops::Range;

use super::lexicon::{self, Class, Lexicon, Order};
use super::sentence::{Kind, Token};
use super::span::Span;
use super::table::{WordSet, Words};
use phrase::{head, last_run, part, roles_beside, runs};

/// How many roles are remembered. An article has few; a list of hundreds would
/// cost more to look through than it is worth.
const ROLES: usize = 64;

/// Endings of adjectives, where nouns have capitals.
const INFLECTED: &[&str] = &["e", "er", "es", "en", "em"];

/// What a speaker is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Called {
    pub(super) name: String,
    pub(super) sort: Sort,
}

/// What the words that call a speaker are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A person by a name of two words and more, in full or found in full elsewhere.
    Person,
    /// One word that is a name, of a person or a body, and no more is known.
    Short,
    /// A body by its own name.
    Body,
    /// No name: a noun, or a word that only has the capital of its place.
    Role,
}

/// The names of a text.
#[derive(Default)]
pub(super) struct Names<'a> {
    text: &'a str,
    /// Last word of a person's name, in the order of first sight: its full
    /// forms. Two that differ make the last word ambiguous.
    full: Words<&'a str, Vec<Span>>,
    /// The same by first word.
    first: Words<&'a str, Vec<Span>>,
    /// First and last words of the names of bodies: `Armenia` alone is no person
    /// where there is an `Armenian Ministry`-like name that ends with it.
    bodies: WordSet<&'a str>,
    /// A role in lower case: who holds it.
    roles: Words<String, Vec<Span>>,
    /// Full names that a title or role shows to be those of persons.
    human: WordSet<&'a str>,
    /// Titles of men or women before a name, by its last word.
    sex: Words<&'a str, Class>,
    /// Whether people are called by their first name once they are introduced.
    first_names: bool,
    /// Whether all nouns are capitalized.
    capital_nouns: bool,
    /// Whether a role alone, without an article, may mean its holder.
    bare_roles: bool,
    /// Words that have a capital where no sentence begins: names, then.
    seen: WordSet<&'a str>,
    /// Runs of capitals that stand alone somewhere.
    alone: WordSet<&'a str>,
}

impl<'a> Names<'a> {
    /// The names among the tokens of a text, paragraph by paragraph.
    pub(super) fn of(text: &'a str, tokens: &[Token], lexicon: &Lexicon) -> Self {
        let Lexicon { first_names, capital_nouns, .. } = *lexicon;
        let bare_roles = first_names || lexicon.order == Order::VerbLast;
        let mut names = Self { text, first_names, capital_nouns, bare_roles, ..Self::default() };
        let runs = runs(text, tokens);
        for run in &runs {
            let Some(tokens) = tokens.get(run.clone()) else { continue };
            names.seen.extend(tokens.iter().filter(|it| !it.opens).map(|it| it.stem.slice(text)));
            if !tokens.iter().any(|it| it.is(Class::TITLE)) {
                names.alone.insert(span(tokens).slice(text));
            }
        }
        for run in &runs {
            let from = names.name_begins(tokens, run);
            let Some(person) = tokens.get(from..run.end) else { continue };
            let (Some(first), Some(last)) = (person.first(), person.last()) else { continue };
            if person.iter().any(|it| it.is(Class::BODY)) {
                names.bodies.extend([first.stem.slice(text), last.stem.slice(text)]);
                continue;
            }
            if !(2..=4).contains(&person.len()) || person.iter().any(|it| it.kind != Kind::Word) {
                continue;
            }
            let full = span(person);
            let before = tokens.get(run.start..from).unwrap_or_default();
            if let Some(title) = before.iter().find(|it| it.is(Class::MAN.and(Class::WOMAN))) {
                names.sex.insert(last.stem.slice(text), title.class);
            } else if capital_nouns
                && before.iter().any(|it| it.is(Class::TITLE) && it.span.slice(text).ends_with("in"))
            {
                names.sex.insert(last.stem.slice(text), Class::WOMAN);
            }
            names.learn(first, last, full);
            let roles = roles_beside(tokens, run, from, capital_nouns);
            if !roles.is_empty() {
                names.human.insert(full.slice(text));
            }
            for role in roles {
                names.learn_role(role, full);
            }
        }
        names
    }

    /// Where the name in a run of capitals begins: behind titles, and in German
    /// behind the noun that an article belongs to (`der Dachdecker Jan Vogel`).
    fn name_begins(&self, tokens: &[Token], run: &Range<usize>) -> usize {
        let Some(words) = tokens.get(run.clone()) else { return run.start };
        let person = self.person(words);
        let from = run.end - person.len();
        let article = run.start.checked_sub(1).and_then(|it| tokens.get(it));
        let noun = self.capital_nouns
            && person.len() == words.len()
            && person.len() > 2
            && article.is_some_and(|it| it.is(Class::ARTICLE) && !it.capital);
        from + usize::from(noun)
    }

    /// Notes that the first or last word of a full name may stand for it.
    fn learn(&mut self, first: &Token, last: &Token, full: Span) {
        let Self { text, capital_nouns, .. } = *self;
        let [start, end] = [first, last].map(|it| it.stem.slice(text));
        for (word, forms) in [(end, &mut self.full), (start, &mut self.first)] {
            let forms = forms.entry(word).or_default();
            let words = full.slice(text);
            // `Ana Díaz` and `Ana María Díaz` are one; the fuller form stands. Where a
            // word before the name is one that all nouns look like, the shorter one.
            let same = forms.iter().position(|it| {
                let it = it.slice(text);
                it.starts_with(start) && it.ends_with(end) || it.ends_with(words) || words.ends_with(it)
            });
            if let Some(form) = same.and_then(|it| forms.get_mut(it)) {
                let shorter = full.len() < form.len();
                if shorter == capital_nouns && full.len() != form.len() {
                    *form = full;
                }
            } else if forms.len() < 2 {
                // Two forms make a word ambiguous; further ones change nothing.
                forms.push(full);
            }
        }
    }

    fn learn_role(&mut self, role: &Token, full: Span) {
        let key = role.stem.slice(self.text).to_lowercase();
        if self.roles.len() >= ROLES && !self.roles.contains_key(&key) {
            return;
        }
        let holders = self.roles.entry(key).or_default();
        let name = full.slice(self.text);
        if holders.len() < 2 && !holders.iter().any(|it| it.slice(self.text) == name) {
            holders.push(full);
        }
    }

    /// The full name that a word alone stands for: as a last name wherever that
    /// is given, as a first name where it was given before.
    fn full_name(&self, word: &Token) -> Option<Span> {
        let key = word.stem.slice(self.text);
        if self.bodies.contains(key) {
            return None;
        }
        if let Some(forms) = self.full.get(key) {
            return if let [full] = forms.as_slice() { Some(*full) } else { None };
        }
        match self.first.get(key)?.as_slice() {
            [full] if full.start <= word.span.start => Some(*full),
            _ => None,
        }
    }

    /// Who holds the role that a phrase without a name speaks of (`the mayor`),
    /// where the text said so before.
    fn holder(&self, phrase: &[Token]) -> Option<Span> {
        let role = self.role(phrase)?;
        let key = role.stem.slice(self.text).to_lowercase();
        let before = |it: &Vec<Span>| match it.as_slice() {
            [full] if full.start < role.span.start => Some(*full),
            _ => None,
        };
        if let Some(holders) = self.roles.get(&key) {
            return before(holders);
        }
        // `der Ingenieur`, who was a `Prüfingenieur`.
        if !self.capital_nouns || key.len() < 5 {
            return None;
        }
        let mut compounds = self
            .roles
            .iter()
            .filter(|(it, _)| it.len() > 4)
            .filter(|(it, _)| it.ends_with(&key) || key.ends_with(it.as_str()));
        let (_, only) = compounds.next()?;
        before(only).filter(|_| compounds.next().is_none())
    }

    /// The one noun of a phrase that speaks of somebody as known.
    pub(super) fn role<'t>(&self, phrase: &'t [Token]) -> Option<&'t Token> {
        let article = Class::DEFINITE.and(Class::ARTICLE);
        let mut nouns = phrase.iter().filter(|it| !it.is(article) || it.capital);
        let noun = nouns.next().filter(|it| it.is_word())?;
        // `the man`, `lelaki 58 tahun itu`
        if nouns.next().is_some() && !noun.is(Class::SOMEBODY) {
            return None;
        }
        let known = phrase.iter().any(|it| it.is(Class::DEFINITE) && !std::ptr::eq(it, noun));
        let bare = self.bare_roles && phrase.iter().all(|it| !it.is(Class::ARTICLE));
        (known || bare && noun.is(Class::TITLE.and(Class::SOMEBODY))).then_some(noun)
    }

    /// A run of capitals without the titles before the name.
    fn person<'t>(&self, run: &'t [Token]) -> &'t [Token] {
        // A title stands before a name: `Bishop Tom King` is no king.
        let before = run.get(..run.len().saturating_sub(1)).unwrap_or_default();
        let after = before.iter().rposition(|it| it.is(Class::TITLE)).map_or(0, |it| it + 1);
        let mut rest = run.get(after..).unwrap_or_default();
        // `Kepala Dinas Perhubungan Ana Sari`: what the body is for is no name.
        if after > 0 && rest.first().is_some_and(|it| it.is(Class::BODY)) {
            let offices = rest.iter().skip(1).take_while(|it| it.is(Class::OFFICE)).count();
            if offices > 0 && (2..=3).contains(&(rest.len() - 1 - offices)) {
                return rest.get(1 + offices..).unwrap_or_default();
            }
        }
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
    pub(super) fn called(&self, phrase: &[Token]) -> Called {
        let called = |span: Span, sort| Called { name: span.slice(self.text).to_owned(), sort };
        let role = || match self.holder(phrase) {
            Some(full) => called(full, Sort::Person),
            None => called(span(phrase), Sort::Role),
        };
        let head = head(phrase);
        let run = last_run(head);
        if run.is_empty() || run.len() < head.len() && head.last().is_some_and(|it| !it.upper) {
            return role();
        }
        let determined = head.first().is_some_and(|it| it.is(Class::ARTICLE) && !it.capital);
        // Where all nouns have a capital, one alone with an article is a role or body.
        if let [one] = run
            && self.capital_nouns
            && (head.len() > 1 || one.is(Class::BODY))
            && !one.acronym
            && self.full_name(one).is_none()
        {
            return role();
        }
        let mut person = self.person(run);
        if person.iter().any(|it| it.is(Class::BODY)) {
            return called(span(run), Sort::Body);
        }
        if self.capital_nouns && determined && person.len() == run.len() && person.len() > 2 {
            person = person.get(1..).unwrap_or(person);
        }
        if let [one] = person {
            if let Some(full) = self.full_name(one) {
                return called(full, Sort::Person);
            }
            if run.len() == 1 && one.is(Class::TITLE) && self.holder(phrase).is_some() {
                return role();
            }
            let only_opens = one.opens && !self.seen.contains(one.stem.slice(self.text));
            let noun = self.capital_nouns && !one.acronym;
            let sort = if only_opens || noun || one.is(Class::TITLE) { Sort::Role } else { Sort::Short };
            return called(span(person), sort);
        }
        if self.is_doubtful(span(person).slice(self.text)) {
            return called(span(run), Sort::Role);
        }
        // A part of a name that is given in full elsewhere.
        if let Some(full) = person.last().and_then(|it| self.full_name(it))
            && full.slice(self.text).ends_with(span(person).slice(self.text))
        {
            return called(full, Sort::Person);
        }
        called(span(person), Sort::Person)
    }

    /// Whether what looks like a full name may be an adjective before its noun, where
    /// nouns have capitals: `Weitere Zeugen`, at the beginning of a sentence.
    fn is_doubtful(&self, name: &str) -> bool {
        let first = name.split(' ').next().unwrap_or(name);
        self.capital_nouns
            && INFLECTED.iter().any(|it| first.ends_with(it))
            && !self.seen.contains(first)
            && !self.human.contains(name)
            && lexicon::given_name(&first.to_lowercase()) == Class::NONE
    }

    /// Whether a phrase is a name of one word, titles before it apart, though nouns have
    /// capitals too: where a noun would need an article, it has none. A word that only
    /// opens its sentence is no name by that. The caller sees to it that the verb is
    /// singular, as nouns in the plural need no article.
    pub(super) fn is_lone(&self, phrase: &[Token]) -> bool {
        let Some((name, titles)) = phrase.split_last() else { return false };
        let none = Class::ARTICLE.and(Class::TITLE).and(Class::BODY).and(Class::SOMEBODY);
        let stands = name.capital && !name.is(none) && !name.acronym;
        let opens = name.opens && !self.seen.contains(name.stem.slice(self.text));
        stands && !opens && titles.iter().all(|it| it.capital && it.is(Class::TITLE))
    }

    /// Marks the words that are part of a person's name.
    pub(super) fn mark_persons(&self, tokens: &mut [Token]) {
        for token in tokens.iter_mut().filter(|it| part(it) && !it.acronym) {
            if self.full_name(token).is_some_and(|it| !self.is_doubtful(it.slice(self.text))) {
                token.class = token.class.and(Class::PERSON);
            }
        }
    }

    /// Whether the phrase names a person rather than a body or role.
    pub(super) fn is_person(&self, phrase: &[Token]) -> bool {
        let run = self.person(last_run(head(phrase)));
        if run.is_empty() {
            return self.holder(phrase).is_some();
        }
        !run.iter().any(|it| it.is(Class::BODY) || it.acronym)
            && (!self.capital_nouns || self.called(phrase).sort == Sort::Person)
    }

    /// Whether the phrase names a person whom the text names elsewhere, so that a
    /// word with a capital that only begins a sentence is not taken for one.
    pub(super) fn is_known(&self, phrase: &[Token]) -> bool {
        let run = self.person(last_run(head(phrase)));
        self.is_person(phrase)
            && run.last().is_none_or(|it| !it.opens || self.seen.contains(it.stem.slice(self.text)))
    }

    /// Whether more than its capitals says that a full name is a person's.
    pub(super) fn is_human(&self, name: &str) -> bool {
        let ends = [name.split(' ').next(), name.rsplit(' ').next()];
        self.human.contains(name)
            || self.sex(name).any(Class::MAN.and(Class::WOMAN))
            || ends.into_iter().flatten().any(|it| self.alone.contains(it))
    }

    /// The persons that a stretch names, by the fullest form of their names.
    pub(super) fn persons(&self, tokens: &[Token]) -> Vec<&'a str> {
        let runs = runs(self.text, tokens);
        let full = |run: &Range<usize>| {
            let person = tokens.get(self.name_begins(tokens, run)..run.end)?;
            let last = person.last().filter(|it| !it.acronym)?;
            // Only a name that was learnt is a person's.
            let full = self.full_name(last).or_else(|| match person {
                [_, _, ..] if self.full.contains_key(last.stem.slice(self.text)) => Some(span(person)),
                _ => None,
            })?;
            Some(full.slice(self.text))
        };
        runs.iter().filter_map(full).collect()
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
        assert_eq!(names.called(&tokens[first..]).name, name, "{marked}");
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
