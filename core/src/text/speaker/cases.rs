//! Slavic names in their cases: `Вере Лосевой` is `Вера Лосева`.
//!
//! A form is brought back to one that the text gives, never made up: two names
//! are the same where each word of one begins like that of the other and both
//! end in endings of names.

use std::collections::HashMap;

use super::super::lexicon::Class;
use super::super::sentence::{Kind, Token};
use super::super::span::Span;
use crate::article::Language;

/// Endings of given names and surnames in the singular, longest first:
/// Russian, Ukrainian, Polish.
const ENDINGS: &[&str] = &[
    "ского",
    "скому",
    "ским",
    "ском",
    "ская",
    "ской",
    "скую",
    "ский",
    "ського",
    "ському",
    "ським",
    "ська",
    "ської",
    "ську",
    "ський",
    "skiego",
    "skiemu",
    "skim",
    "ska",
    "skiej",
    "ską",
    "ski",
    "ckiego",
    "ckiemu",
    "ckim",
    "cka",
    "ckiej",
    "cką",
    "cki",
    "ого",
    "ому",
    "ему",
    "его",
    "ой",
    "ою",
    "ей",
    "ею",
    "ым",
    "им",
    "ом",
    "ем",
    "ём",
    "ам",
    "ий",
    "ый",
    "ая",
    "яя",
    "ую",
    "юю",
    "ові",
    "еві",
    "ою",
    "єю",
    "ем",
    "iem",
    "owi",
    "em",
    "ie",
    "ej",
    "ą",
    "ę",
    "a",
    "u",
    "y",
    "i",
    "а",
    "я",
    "у",
    "ю",
    "ы",
    "и",
    "і",
    "ї",
    "е",
    "є",
    "о",
    "й",
    "ь",
];

/// Endings that no nominative has, apart from those of women and men that are
/// told by the given name.
const OBLIQUE: &[&str] = &[
    "у", "ю", "ы", "и", "і", "ї", "ой", "ою", "ом", "ем", "ём", "ым", "им", "ого", "ому", "его", "ему",
    "ові", "еві", "єю", "owi", "em", "iem", "ego", "emu", "ej", "ą", "ę", "y", "u", "ie",
];

/// The names of a text by what all of their cases begin with.
#[derive(Default)]
pub(super) struct Cases<'a> {
    /// Full names by the stem of the last word; `None` where several share it.
    full: HashMap<String, Option<&'a str>>,
}

/// Whether names of a language change with their case.
pub(super) fn changes(language: Language) -> bool {
    matches!(language.code(), "ru" | "uk" | "pl" | "be")
}

impl<'a> Cases<'a> {
    pub(super) fn of(text: &'a str, tokens: &[Token]) -> Self {
        let mut cases = Self::default();
        let part = |it: &Token| {
            it.kind == Kind::Word
                && it.capital
                && !it.acronym
                && !it.is(Class::TITLE.and(Class::TIME).and(Class::BODY))
        };
        let mut at = 0;
        while at < tokens.len() {
            let run = tokens.iter().skip(at).take_while(|it| part(it)).count();
            if let (2 | 3, Some(names)) = (run, tokens.get(at..at + run))
                && let (Some(first), Some(last)) = (names.first(), names.last())
            {
                let name = Span::new(first.span.start, last.stem.end).slice(text);
                cases.learn(name, last.stem.slice(text));
            }
            at += run.max(1);
        }
        cases
    }

    fn learn(&mut self, name: &'a str, last: &str) {
        let known = self.full.entry(stem(last)).or_insert(Some(name));
        if let Some(other) = known
            && *other != name
        {
            if !same(other, name) {
                *known = None;
            } else if is_oblique(other) && !is_oblique(name) {
                *other = name;
            }
        }
    }

    /// The nominative of a full name, or the full name of a surname, where the
    /// text has it; `None` where it has not.
    pub(super) fn nominative(&self, name: &str) -> Option<&'a str> {
        let last = name.rsplit(' ').next()?;
        let full = (*self.full.get(&stem(last))?)?;
        let fits = if name.contains(' ') {
            same(full, name)
        } else {
            full.rsplit(' ').next().is_some_and(|it| alike(it, name))
        };
        (fits && !is_oblique(full)).then_some(full)
    }
}

/// A word without its ending; at least two letters stay.
fn stem(word: &str) -> String {
    let lower = word.to_lowercase();
    let cut = ENDINGS.iter().filter_map(|it| lower.strip_suffix(it)).find(|it| it.chars().count() >= 2);
    cut.map_or_else(|| lower.clone(), str::to_owned)
}

fn alike(one: &str, other: &str) -> bool {
    stem(one) == stem(other)
}

/// Whether two full names are cases of one.
fn same(one: &str, other: &str) -> bool {
    let (a, b) = (one.split(' '), other.split(' '));
    one.split(' ').count() == other.split(' ').count() && a.zip(b).all(|(a, b)| alike(a, b))
}

/// Whether a full name stands in another case than the nominative, by its given
/// name: those of men end in a consonant, those of women in `а` or `я`.
fn is_oblique(name: &str) -> bool {
    let given = name.split(' ').next().unwrap_or(name).to_lowercase();
    let last = name.rsplit(' ').next().unwrap_or(name).to_lowercase();
    let given_is = OBLIQUE.iter().any(|it| given.ends_with(it));
    let woman = given.ends_with(['а', 'я', 'a']);
    // `Кирилла Задорожного`: the given name might be a woman's, the surname not.
    let ends = |endings: &[&str]| endings.iter().any(|it| last.ends_with(it));
    given_is
        || woman && ends(&["ого", "его", "ego", "ой", "ої", "ej", "у", "ую", "ą"])
        || woman
            && !ends(&["а", "я", "a", "ко", "ич", "ian", "ян", "х", "ук", "юк", "ак", "як"])
            && ends(&["ова", "ева"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_any_case_is_called_by_the_nominative_that_the_text_gives() {
        let mut cases = Cases::default();
        for name in ["Веру Лосеву", "Вера Лосева", "Петром Дубским", "Пётр Гай", "Ewa Malska"]
        {
            cases.learn(name, name.rsplit(' ').next().unwrap());
        }
        let table = [
            ("Вере Лосевой", Some("Вера Лосева")),
            ("Лосевой", Some("Вера Лосева")),
            ("Ewy Malskiej", Some("Ewa Malska")),
            // The text never gives the nominative.
            ("Петру Дубскому", None),
            ("Иванову", None),
        ];
        for (form, name) in table {
            assert_eq!(cases.nominative(form), name, "{form}");
        }
    }

    #[test]
    fn two_people_of_one_surname_stay_apart() {
        let mut cases = Cases::default();
        cases.learn("Вера Лосева", "Лосева");
        cases.learn("Антон Лосев", "Лосев");
        assert_eq!(cases.nominative("Лосевой"), None);
    }
}
