//! What the quotation passes know about the words of a language: which of them
//! report speech, which may start or end a name, in which order a clause runs.
//!
//! One file for each language, a table of word classes and nothing else; a
//! further language is a further file and a line in [`of`]. The reporting
//! verbs come from counts over annotated news and from our own hand.

mod danish;
mod dutch;
mod english;
mod french;
mod german;
mod given;
pub(super) mod han;
mod indonesian;
mod italian;
mod norwegian;
mod polish;
mod portuguese;
mod russian;
pub(super) mod semitic;
mod spanish;
mod swedish;
mod turkish;
mod ukrainian;

use std::sync::LazyLock;

use super::table::{Set, Table as Lookup, Vocabulary};
use crate::article::Language;

/// The classes of a word, as a set: many words have several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u64);

impl Class {
    pub(super) const NONE: Self = Self(0);
    /// A verb that reports what is said (`said`, `kata`), finite or a participle
    /// that stands with an auxiliary (`gesagt`).
    pub(super) const SAYS: Self = Self(1);
    /// A verb that reports only with a quotation near (`called`, `described`).
    pub(super) const LABELS: Self = Self(1 << 1);
    /// A form without a subject of its own (`saying`, `en disant`).
    pub(super) const SAYING: Self = Self(1 << 2);
    /// Stands before the source (`according to`, `menurut`).
    pub(super) const SOURCE: Self = Self(1 << 3);
    /// Stands behind the source (`zufolge`, `göre`).
    pub(super) const SOURCE_AFTER: Self = Self(1 << 4);
    pub(super) const AUX: Self = Self(1 << 5);
    /// Another verb, by which the end of a noun phrase is told.
    pub(super) const VERB: Self = Self(1 << 6);
    /// A pronoun for one man or for one person of either sex.
    pub(super) const HE: Self = Self(1 << 7);
    /// A pronoun for one woman; with [`Class::HE`] for one person.
    pub(super) const SHE: Self = Self(1 << 8);
    /// Another pronoun that may be a subject.
    pub(super) const THEY: Self = Self(1 << 9);
    /// A possessive or object pronoun.
    pub(super) const THEIR: Self = Self(1 << 10);
    pub(super) const ARTICLE: Self = Self(1 << 11);
    pub(super) const PREPOSITION: Self = Self(1 << 12);
    /// A preposition that goes on with a noun phrase (`of`, `dari`).
    pub(super) const OF: Self = Self(1 << 13);
    pub(super) const AND: Self = Self(1 << 14);
    /// Begins a clause (`that`, `when`, `bahwa`).
    pub(super) const THAT: Self = Self(1 << 15);
    /// Begins a relative clause (`who`, `yang`).
    pub(super) const WHO: Self = Self(1 << 16);
    pub(super) const ADVERB: Self = Self(1 << 17);
    /// A day or month: written like a name, and never a speaker.
    pub(super) const TIME: Self = Self(1 << 18);
    /// Stands before a name without being part of it (`President`, `Ketua`).
    pub(super) const TITLE: Self = Self(1 << 19);
    /// Its presence says that a name is not a person's (`Ministry`, `Partai`).
    pub(super) const BODY: Self = Self(1 << 20);
    /// Small words inside of names (`van`, `bin`).
    pub(super) const PARTICLE: Self = Self(1 << 21);
    /// A title of men (`Mr`), a title of women (`Mrs`).
    pub(super) const MAN: Self = Self(1 << 22);
    pub(super) const WOMAN: Self = Self(1 << 23);
    /// Ends with a stop that ends no sentence (`Sen.`).
    pub(super) const SHORT: Self = Self(1 << 24);
    /// Introduces the agent of a passive (`by`, `oleh`).
    pub(super) const BY: Self = Self(1 << 25);
    /// A noun that holds words (`statement`, `pernyataan`).
    pub(super) const WORDS: Self = Self(1 << 26);

    /// A verb that may carry its subject as an ending (`kata`, `katanya`).
    pub(super) const CARRIES: Self = Self(1 << 27);
    /// Such a verb with the ending; set by the lookup, not listed.
    pub(super) const CLITIC: Self = Self(1 << 28);
    /// Looks like a verb form (`blasted`); set by the lookup, not listed.
    pub(super) const VERBAL: Self = Self(1 << 29);
    /// Looks like a participle that an aside begins with (`speaking`); set by
    /// the lookup, not listed.
    pub(super) const GERUND: Self = Self(1 << 30);

    /// `as Ann put it`, `wie Ann sagte`: leads to the report behind a quotation.
    pub(super) const AS: Self = Self(1 << 32);
    /// A verb that reports only where nothing better stands in the sentence
    /// (`wants`, `proposed`).
    pub(super) const WEAK: Self = Self(1 << 33);
    /// An article or pronoun that only a subject has (`er`), or none (`den`).
    pub(super) const NOMINATIVE: Self = Self(1 << 34);
    pub(super) const OBLIQUE: Self = Self(1 << 35);
    /// A verb form of reported speech (`sei`, `habe`).
    pub(super) const REPORTED: Self = Self(1 << 36);
    /// A noun for what somebody said, with its owner before it (`claim`).
    pub(super) const OWNED: Self = Self(1 << 37);
    /// A stretch of time (`week`), when written in lower case.
    pub(super) const WHEN: Self = Self(1 << 38);
    /// `with a spokesman saying`: leads to a further subject.
    pub(super) const WITH: Self = Self(1 << 39);
    /// A subject that stands for nobody (`heißt es`).
    pub(super) const NOBODY: Self = Self(1 << 40);
    /// Says as what somebody labels a thing (`as a “…”`, `als „…“`).
    pub(super) const LIKE: Self = Self(1 << 41);
    /// `known as`, `bekannt als`: what follows is a name, not speech.
    pub(super) const NAMED: Self = Self(1 << 42);
    /// Begins a phrase of the table; set while the table is read, not listed.
    pub(super) const LEADS: Self = Self(1 << 43);
    /// Belongs to the title that it follows (`Menteri Pertahanan`), and to the
    /// name of a body elsewhere.
    pub(super) const OFFICE: Self = Self(1 << 44);
    /// An article that says that its noun was spoken of before (`the`).
    pub(super) const DEFINITE: Self = Self(1 << 45);
    /// A noun for a man or a woman, whoever that is (`woman`, `lelaki`).
    pub(super) const SOMEBODY: Self = Self(1 << 46);
    /// A pronoun or verb by which speakers speak of themselves (`I`).
    pub(super) const ME: Self = Self(1 << 47);
    /// A verb that reports without a subject and names with one (`heißt`).
    pub(super) const IMPERSONAL: Self = Self(1 << 48);
    /// Part of the name of a person whom the text names in full; set from the names
    /// of the text, not listed.
    pub(super) const PERSON: Self = Self(1 << 49);
    /// Looks like a verb form for several (`sagten`); set by the lookup, not listed.
    pub(super) const PLURAL: Self = Self(1 << 50);
    /// An auxiliary of the passive (`was`, `been`).
    pub(super) const PASSIVE: Self = Self(1 << 31);

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any of these classes is among the word's.
    pub(super) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }
}

/// How a clause runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// Subject, verb; the subject may follow the verb after a quotation.
    SubjectFirst,
    /// The verb comes second, whatever comes first (German, Dutch).
    VerbSecond,
    /// The verb comes last (Turkish).
    VerbLast,
}

/// A language's words, as its file lists them.
pub(super) struct Table {
    pub(super) order: Order,
    /// Classes and their words, lower case, set apart by white space; the words
    /// of a phrase are joined by `_`. With a hyphen before it, an entry is an
    /// ending: of words that are not listed (`-meister`).
    pub(super) words: &'static [(Class, &'static str)],
    /// Endings that are a subject pronoun when a word of [`Class::CARRIES`] has
    /// them (`-nya`, `-t-il`), longest first.
    pub(super) clitics: &'static [&'static str],
    /// Endings of adverbs (`-ly`).
    pub(super) adverb_endings: &'static [&'static str],
    /// Endings of verb forms that no list can hold (`-ed`).
    pub(super) verb_endings: &'static [&'static str],
    /// Endings of participles that begin an aside (`-ing`).
    pub(super) gerund_endings: &'static [&'static str],
    /// Whether a short word runs into the next with an apostrophe (`l'ONU`).
    pub(super) elides: bool,
    /// Whether all nouns are capitalized, so that a capital says little.
    pub(super) capital_nouns: bool,
    /// Whether people are called by their first name once they are introduced.
    pub(super) first_names: bool,
}

/// The same, to look words up in.
pub(super) struct Lexicon {
    pub(super) order: Order,
    pub(super) clitics: &'static [&'static str],
    pub(super) elides: bool,
    pub(super) capital_nouns: bool,
    pub(super) first_names: bool,
    words: Vocabulary<Class>,
    /// Endings and their classes by their last byte; the first that fits holds: those
    /// of adverbs, of verb forms, of participles, then the listed ones, the longest
    /// first.
    endings: [Vec<(&'static str, Class)>; 256],
    /// By first word: the words that follow, and what they are together.
    phrases: Lookup<&'static str, Vec<(Vec<&'static str>, Class)>>,
}

static INDONESIAN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&indonesian::TABLE));
static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&english::TABLE));
static GERMAN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&german::TABLE));
static FRENCH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&french::TABLE));
static SPANISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&spanish::TABLE));
static PORTUGUESE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&portuguese::TABLE));
static ITALIAN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&italian::TABLE));
static DUTCH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&dutch::TABLE));
static TURKISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&turkish::TABLE));
static RUSSIAN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&russian::TABLE));
static UKRAINIAN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&ukrainian::TABLE));
static POLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&polish::TABLE));
static SWEDISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&swedish::TABLE));
static NORWEGIAN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&norwegian::TABLE));
static DANISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&danish::TABLE));

/// The lexicon of a language; `None` where there is none yet.
pub(super) fn of(language: Language) -> Option<&'static Lexicon> {
    Some(match language.code() {
        "id" => &INDONESIAN,
        "en" => &ENGLISH,
        "de" => &GERMAN,
        "fr" => &FRENCH,
        "es" => &SPANISH,
        "pt" => &PORTUGUESE,
        "it" => &ITALIAN,
        "nl" => &DUTCH,
        "tr" => &TURKISH,
        "ru" => &RUSSIAN,
        "uk" => &UKRAINIAN,
        "pl" => &POLISH,
        "sv" => &SWEDISH,
        "no" | "nb" | "nn" => &NORWEGIAN,
        "da" => &DANISH,
        _ => return None,
    })
}

static MEN: LazyLock<Set<&str>> = LazyLock::new(|| given::MEN.split_whitespace().collect());
static WOMEN: LazyLock<Set<&str>> = LazyLock::new(|| given::WOMEN.split_whitespace().collect());

/// Whether a given name in lower case is one of men or of women, as
/// [`Class::MAN`] or [`Class::WOMAN`]; neither where that is not known.
pub(super) fn given_name(name: &str) -> Class {
    if MEN.contains(name) {
        Class::MAN
    } else if WOMEN.contains(name) {
        Class::WOMAN
    } else {
        Class::NONE
    }
}

impl Lexicon {
    fn new(table: &'static Table) -> Self {
        let mut words: Vocabulary<Class> = Vocabulary::default();
        let mut phrases: Lookup<&str, Vec<(Vec<&str>, Class)>> = Lookup::default();
        let mut endings = Vec::new();
        for (class, list) in table.words {
            for word in list.split_whitespace() {
                if let Some(ending) = word.strip_prefix('-') {
                    endings.push((ending, *class));
                    continue;
                }
                let mut parts = word.split('_');
                let first = parts.next().unwrap_or(word);
                let rest: Vec<&str> = parts.collect();
                if rest.is_empty() {
                    let known = words.entry(first);
                    *known = known.and(*class);
                } else {
                    phrases.entry(first).or_default().push((rest, *class));
                    let known = words.entry(first);
                    *known = known.and(Class::LEADS);
                }
            }
        }
        endings.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
        // Longer phrases first, so that `according to` does not hide a longer one.
        for list in phrases.values_mut() {
            list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        let Table { order, clitics, elides, capital_nouns, first_names, .. } = *table;
        let of = |endings: &'static [&'static str], class| endings.iter().map(move |it| (*it, class));
        let mut by_last = [const { Vec::new() }; 256];
        for (ending, class) in of(table.adverb_endings, Class::ADVERB)
            .chain(of(table.verb_endings, Class::VERBAL))
            .chain(of(table.gerund_endings, Class::GERUND))
            .chain(endings)
        {
            if let Some(last) = ending.bytes().next_back() {
                by_last[usize::from(last)].push((ending, class));
            }
        }
        Self { order, clitics, elides, capital_nouns, first_names, words, endings: by_last, phrases }
    }

    /// The classes of a word in lower case.
    pub(super) fn class(&self, word: &str) -> Class {
        let listed = self.words.get(word).copied().unwrap_or_default();
        let plural = self.capital_nouns && word.ends_with("en");
        let listed = listed.and(if plural { Class::PLURAL } else { Class::NONE });
        if !matches!(listed, Class::NONE | Class::LEADS | Class::PLURAL) {
            return listed;
        }
        self.by_ending(word).and(listed)
    }

    /// The classes of a word that its ending tells.
    fn by_ending(&self, word: &str) -> Class {
        for clitic in self.clitics {
            if let Some(class) = word.strip_suffix(clitic).and_then(|stem| self.words.get(stem))
                && class.any(Class::CARRIES)
            {
                return class.and(Class::CLITIC);
            }
        }
        let ends = |(ending, _): &&(&str, Class)| word.len() > ending.len() + 2 && word.ends_with(*ending);
        let alike = word.bytes().next_back().map_or(&[][..], |it| &self.endings[usize::from(it)]);
        alike.iter().find(ends).map_or(Class::NONE, |(_, class)| *class)
    }

    /// The phrases that begin with a word.
    pub(super) fn phrases(&self, first: &str) -> &[(Vec<&'static str>, Class)] {
        self.phrases.get(first).map_or(&[], Vec::as_slice)
    }
}
