//! What people type to search the library, as data.
//!
//! ```text
//! harbor wall            both words
//! "harbor wall"          one after the other
//! harb*                  words that begin so
//! -wall                  not this
//! harbor OR port         either
//! title:harbor by:ana said:lopez from:courier
//! lang:id is:unread is:bookmarked has:quotes after:2026-10 before:yesterday
//! feed:courier folder:world tag:"local news"
//! ```
//!
//! Nothing that is typed fails: what cannot be meant is said in
//! [`Query::mistakes`], and the rest is searched for.

mod fit;

use std::fmt;

use super::words::sought;
use crate::article::{Date, Language};

/// No more words are looked for; whoever pastes a page into the prompt gets an
/// answer all the same.
const MOST: usize = 64;

/// A search. The default finds every article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Of each of these at least one term must be there; none is empty.
    pub groups: Vec<Vec<Term>>,
    /// None of these may be there.
    pub without: Vec<Term>,
    /// All of these must hold.
    pub filters: Vec<Filter>,
    pub mistakes: Vec<Mistake>,
}

/// Words that stand one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Where to look; everywhere where it is not said.
    pub field: Option<Field>,
    /// Folded as [`super::words`] folds them; never empty.
    pub words: Vec<String>,
    /// Whether the last word is only the beginning of one.
    pub beginning: bool,
}

/// The parts of an article that can be searched apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Title,
    /// The outlet, the address, the file.
    From,
    By,
    /// The speakers of its quotations.
    Said,
}

/// What is asked beside words; the flag says whether it must hold or must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    Read(bool),
    Bookmarked(bool),
    Quotes(bool),
    Language(Language, bool),
    /// From a feed, by its URL or by a part of its name, whatever its case.
    Feed(String, bool),
    /// From feeds that lie in this folder or in one that lies in it.
    Folder(String, bool),
    /// From feeds that have this tag, or tagged so by its source.
    Tag(String, bool),
    /// Found in one of these files, or in a file below one of these folders: whole
    /// paths as bytes. Not to be typed.
    Within(Vec<Vec<u8>>),
    /// Published at this moment (seconds since 1970) or later.
    After(i64),
    /// Published before this moment.
    Before(i64),
}

/// Something in a query that means nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    UnclosedQuote,
    /// A field that there is none of; its words are looked for.
    NoField(String),
    /// A value that a field does not know; it is left out.
    NoValue {
        field: &'static str,
        value: String,
        known: &'static str,
    },
    /// A filter beside `OR`; it must hold for all.
    FilterInOr(String),
    /// `OR` with nothing on one side.
    LoneOr,
    /// Signs without a letter or digit.
    NoWords(String),
    TooMany,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnclosedQuote => write!(f, "a quotation mark is not closed: the phrase goes to the end"),
            Self::NoField(name) => {
                write!(f, "there is no field `{name}:` (there are {FIELDS}): looking for its words")
            }
            Self::NoValue { field, value, known } => {
                write!(f, "`{field}:` knows no `{value}`; it takes {known}")
            }
            Self::FilterInOr(it) => write!(f, "`{it}` beside `OR` holds for everything"),
            Self::LoneOr => write!(f, "`OR` stands between two words"),
            Self::NoWords(it) => write!(f, "`{it}` has no letter or digit to look for"),
            Self::TooMany => write!(f, "looking for the first {MOST} words only"),
        }
    }
}

const FIELDS: &str = "title, from, by, said, feed, folder, tag, lang, is, has, after, before";
const DATES: &str = "2026, 2026-10, 2026-10-31, today, yesterday, or how long ago: 3d, 2w, 6m, 1y";

impl Query {
    /// Reads what was typed. `now` says which day is today, and where it begins.
    pub fn parse(typed: &str, now: Date) -> Self {
        let mut query = Self::default();
        let (mut or, mut last_was_term, mut n_words) = (false, false, 0);
        for part in parts(typed, &mut query.mistakes) {
            if part.is("OR") {
                if or || !last_was_term {
                    query.mistakes.push(Mistake::LoneOr);
                }
                or = last_was_term;
                continue;
            }
            if part.is("AND") {
                continue; // What stands side by side is asked together anyway.
            }
            match query.meaning(&part, now) {
                Some(Meaning::Filters(filters)) => {
                    if or {
                        query.mistakes.push(Mistake::FilterInOr(part.text()));
                    }
                    query.filters.extend(filters);
                    (or, last_was_term) = (false, false);
                }
                Some(Meaning::Term(term)) => {
                    n_words += term.words.len();
                    if n_words > MOST {
                        query.mistakes.push(Mistake::TooMany);
                        break;
                    }
                    if part.not {
                        query.without.push(term);
                        last_was_term = false;
                    } else {
                        match query.groups.last_mut().filter(|_| or) {
                            Some(group) => group.push(term),
                            None => query.groups.push(vec![term]),
                        }
                        last_was_term = true;
                    }
                    or = false;
                }
                None => {}
            }
        }
        if or {
            query.mistakes.push(Mistake::LoneOr);
        }
        query
    }

    /// The terms that can be found in a text, to show where they are.
    pub fn wanted(&self) -> impl Iterator<Item = &Term> {
        self.groups.iter().flatten()
    }

    /// What a part of the query asks for; `None` where that is nothing.
    fn meaning(&mut self, part: &Part, now: Date) -> Option<Meaning> {
        let mut field = None;
        if let Some(name) = &part.field {
            let value = part.value.trim();
            match name.as_str() {
                "title" => field = Some(Field::Title),
                "from" => field = Some(Field::From),
                "by" => field = Some(Field::By),
                "said" => field = Some(Field::Said),
                _ => match filters(name, value, !part.not, now) {
                    Some(Ok(filters)) => return Some(Meaning::Filters(filters)),
                    Some(Err(mistake)) => {
                        self.mistakes.push(mistake);
                        return None;
                    }
                    None => self.mistakes.push(Mistake::NoField(name.clone())),
                },
            }
        }
        let known = field.is_some() || part.field.is_none();
        let text = if known { part.value.clone() } else { part.text() };
        let (words, open) = sought(&text);
        if words.is_empty() {
            self.mistakes.push(Mistake::NoWords(part.text()));
            return None;
        }
        Some(Meaning::Term(Term { field, words, beginning: open || part.star }))
    }
}

enum Meaning {
    Term(Term),
    Filters(Vec<Filter>),
}

/// The filters of a field; `None` where there is no such field.
fn filters(name: &str, value: &str, holds: bool, now: Date) -> Option<Result<Vec<Filter>, Mistake>> {
    let wrong = |field, known| Err(Mistake::NoValue { field, value: value.to_owned(), known });
    let lower = value.to_lowercase();
    Some(match name {
        "is" => match lower.as_str() {
            "unread" => Ok(vec![Filter::Read(!holds)]),
            "read" => Ok(vec![Filter::Read(holds)]),
            "bookmarked" | "bookmark" => Ok(vec![Filter::Bookmarked(holds)]),
            _ => wrong("is", "unread, read, bookmarked"),
        },
        "has" => match lower.as_str() {
            "quotes" | "quote" => Ok(vec![Filter::Quotes(holds)]),
            _ => wrong("has", "quotes"),
        },
        "lang" => Language::parse(&lower).map_or_else(
            || wrong("lang", "two letters, such as en or id"),
            |it| Ok(vec![Filter::Language(it, holds)]),
        ),
        "feed" if value.is_empty() => wrong("feed", "the URL of a feed or a part of its name"),
        "feed" => Ok(vec![Filter::Feed(value.to_owned(), holds)]),
        "folder" if value.is_empty() => wrong("folder", "the name of a folder of feeds"),
        "folder" => Ok(vec![Filter::Folder(value.to_owned(), holds)]),
        "tag" if value.is_empty() => wrong("tag", "a tag"),
        "tag" => Ok(vec![Filter::Tag(value.to_owned(), holds)]),
        "after" => day(&lower, now).map_or_else(
            || wrong("after", DATES),
            |it| Ok(vec![if holds { Filter::After(it) } else { Filter::Before(it) }]),
        ),
        "before" => day(&lower, now).map_or_else(
            || wrong("before", DATES),
            |it| Ok(vec![if holds { Filter::Before(it) } else { Filter::After(it) }]),
        ),
        _ => return None,
    })
}

/// The moment at which a day, month or year begins, where `now` is: in seconds
/// since 1970.
fn day(value: &str, now: Date) -> Option<i64> {
    let (year, month, day, ..) = now.civil();
    let start = |days: i64| Some(days * 86_400 - i64::from(now.offset));
    let today = days_from_civil(year, month, day);
    match value {
        "today" => return start(today),
        "yesterday" => return start(today - 1),
        _ => {}
    }
    let unit = value.chars().last()?;
    if unit.is_ascii_alphabetic() {
        let n: i64 = value.strip_suffix(unit)?.parse().ok().filter(|it| (0..=10_000).contains(it))?;
        return match unit {
            'd' => start(today - n),
            'w' => start(today - 7 * n),
            'm' => {
                let months = year * 12 + i64::from(month) - 1 - n;
                let (year, month) = (months.div_euclid(12), u8::try_from(months.rem_euclid(12) + 1).ok()?);
                start(days_from_civil(year, month, day.min(length(year, month))))
            }
            'y' => start(days_from_civil(year - n, month, day.min(length(year - n, month)))),
            _ => None,
        };
    }
    let mut numbers = value.split(['-', '/', '.']);
    let year: i64 = numbers.next().filter(|it| it.len() == 4)?.parse().ok()?;
    let month: u8 = numbers.next().map_or(Some(1), |it| it.parse().ok())?;
    let day: u8 = numbers.next().map_or(Some(1), |it| it.parse().ok())?;
    let there_is = (1..=12).contains(&month) && (1..=length(year, month)).contains(&day);
    (there_is && numbers.next().is_none()).then(|| days_from_civil(year, month, day)).and_then(start)
}

/// How many days a month has; 31 where there is no such month.
fn length(year: i64, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days since 1970 of a day in the Gregorian calendar. Hinnant's
/// `days_from_civil` (<https://howardhinnant.github.io/date_algorithms.html>).
fn days_from_civil(year: i64, month: u8, day: u8) -> i64 {
    let y = year - i64::from(month <= 2);
    let era = y.div_euclid(400);
    let yoe = y - era * 400;
    let mp = (i64::from(month) + 9) % 12;
    let doy = (153 * mp + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468
}

/// A piece of what was typed: `-title:"two words"`.
#[derive(Debug, Default)]
struct Part {
    not: bool,
    /// In lower case.
    field: Option<String>,
    value: String,
    /// Whether the value stands in quotation marks.
    quoted: bool,
    star: bool,
}

impl Part {
    /// Whether it is this word as such.
    fn is(&self, word: &str) -> bool {
        self.value == word && !self.not && !self.quoted && !self.star && self.field.is_none()
    }

    /// What it was typed as, but for signs that say how to look for it.
    fn text(&self) -> String {
        self.field.as_ref().map_or_else(|| self.value.clone(), |it| format!("{it}:{}", self.value))
    }
}

/// Takes apart what was typed, at blanks that are not between quotation marks.
fn parts(typed: &str, mistakes: &mut Vec<Mistake>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        let mut part = Part::default();
        if let Some(after) = rest.strip_prefix(['-', '−'])
            && !after.starts_with(char::is_whitespace)
            && !after.is_empty()
        {
            part.not = true;
            rest = after;
        }
        if let Some((name, after)) = field(rest) {
            part.field = Some(name.to_ascii_lowercase());
            rest = after;
        }
        let mut chars = rest.chars();
        if chars.next().is_some_and(is_quote) {
            part.quoted = true;
            let inside = chars.as_str();
            let (value, after) = inside.split_once(is_quote).unwrap_or_else(|| {
                mistakes.push(Mistake::UnclosedQuote);
                (inside, "")
            });
            value.clone_into(&mut part.value);
            rest = after;
            if let Some(after) = rest.strip_prefix('*') {
                part.star = true;
                rest = after;
            }
        } else {
            let (value, after) =
                rest.split_once(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or((rest, ""));
            // A quotation mark begins the next part.
            let next = rest.chars().nth(value.chars().count()).filter(|it| is_quote(*it));
            rest = match next {
                Some(_) => rest.strip_prefix(value).unwrap_or(after),
                None => after,
            };
            let stem = value.trim_end_matches('*');
            part.star = stem.len() < value.len();
            stem.clone_into(&mut part.value);
        }
        parts.push(part);
        rest = rest.trim_start();
    }
    parts
}

/// Keyboards set them, and so do phones.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}

/// The name before a colon and what follows it, where that is meant as a field:
/// a word of letters, and something right behind it that is no address.
fn field(rest: &str) -> Option<(&str, &str)> {
    let (name, after) = rest.split_once(':')?;
    let named = !name.is_empty() && name.len() <= 12 && name.chars().all(|c| c.is_ascii_alphabetic());
    let valued = !after.is_empty() && !after.starts_with(char::is_whitespace) && !after.starts_with("//");
    (named && valued).then_some((name, after))
}

#[cfg(test)]
mod tests;
