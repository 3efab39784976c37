//! Dates as machines write them: in feeds, in markup, in headers.
//!
//! RFC 822 to 5322, RFC 3339 and the rest of ISO 8601, `asctime`, JavaScript,
//! ASP.NET, Unix time, and what programs make of them in other languages. Where
//! printed dates stand among words, these stand alone: whatever is left over
//! makes them no date, for a wrong one sorts an article to the wrong place.

mod token;

use jiff::civil;
use jiff::tz::Offset;

use super::words;
use crate::article::Date;
use token::{PARTS, Token, tokens};

/// Longer texts are no dates, and are not looked through.
const LONGEST: usize = 120;

/// The moment that a stamp tells. Without a time of day it is midnight, without
/// a zone UTC. `None` for what the calendar and the clock do not have, for
/// years before 1000 (programs write year 1 for "never"), and for `3/4/2026`,
/// which is March in one country and April in the next.
pub fn stamp(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    // Unix time may have a fraction.
    let whole = text.split_once('.').filter(|(whole, fraction)| whole.len() >= 9 && is_digits(fraction));
    let whole = whole.map_or(text, |(whole, _)| whole);
    if is_digits(whole) {
        return digits(whole);
    }
    let mut reader = Reader { tokens: tokens(text), at: 0, found: Found::default() };
    reader.date()?;
    while !reader.done() {
        reader.rest()?;
    }
    // Only Korea writes its signs, and it has one zone.
    if ["년", "오전", "오후"].iter().any(|it| text.contains(it)) {
        reader.found.offset = reader.found.offset.or(Some(9 * 3_600));
    }
    reader.found.date()
}

/// A stamp of digits only, told by how many they are.
fn digits(text: &str) -> Option<Date> {
    let number: i64 = text.parse().ok()?;
    let part = |from: usize, to: usize| text.get(from..to).and_then(|it| it.parse().ok());
    let mut found = Found::default();
    match text.len() {
        4 => found.year = Some(part(0, 4)?),
        6 => found.compact(two_digits(part(0, 2)?), part(2, 4)?, part(4, 6)?),
        7 => (found.year, found.month, found.day) = ordinal(part(0, 4)?, part(4, 7)?)?,
        8 => found.compact(part(0, 4)?, part(4, 6)?, part(6, 8)?),
        12 | 14 => {
            found.compact(part(0, 4)?, part(4, 6)?, part(6, 8)?);
            found.time = Some((part(8, 10)?, part(10, 12)?, part(12, 14).unwrap_or(0)));
        }
        9..=11 => return Some(Date::utc(number)),
        13 => return Some(Date::utc(number.div_euclid(1_000))),
        _ => return None,
    }
    found.date()
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|it| it.is_ascii_digit())
}

/// RFC 2822, 4.3.
fn two_digits(year: u32) -> u32 {
    if year < 50 { 2_000 + year } else { 1_900 + year }
}

/// The day of a year counted from 1, as the parts of a date.
fn ordinal(year: u32, day: u32) -> Option<(Option<u32>, Option<u32>, Option<u32>)> {
    let first = civil::Date::new(i16::try_from(year).ok()?, 1, 1).ok()?;
    let days = jiff::Span::new().try_days(i64::from(day) - 1).ok()?;
    let date = first.checked_add(days).ok().filter(|it| it.year() == first.year())?;
    Some((Some(year), u32::try_from(date.month()).ok(), u32::try_from(date.day()).ok()))
}

#[derive(Default)]
struct Found {
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
    time: Option<(u32, u32, u32)>,
    /// Whether the clock says it is after noon.
    afternoon: Option<bool>,
    /// Seconds east of UTC.
    offset: Option<i32>,
}

impl Found {
    fn compact(&mut self, year: u32, month: u32, day: u32) {
        (self.year, self.month, self.day) = (Some(year), Some(month), Some(day));
    }

    fn date(&self) -> Option<Date> {
        let year = self.year.filter(|it| (1_000..=9_999).contains(it))?;
        let (hour, minute, second) = self.time.unwrap_or_default();
        let (hour, next_day) = match (hour, self.afternoon) {
            (12, Some(false)) => (0, false),
            (1..=11, Some(true)) => (hour + 12, false),
            // ISO 8601 has the midnight at the end of a day.
            (24, None) if minute == 0 && second == 0 => (0, true),
            _ => (hour, false),
        };
        let small = |it: u32| i8::try_from(it).ok();
        let day = civil::Date::new(
            i16::try_from(year).ok()?,
            small(self.month.unwrap_or(1))?,
            small(self.day.unwrap_or(1))?,
        )
        .ok()?;
        let day = if next_day { day.tomorrow().ok()? } else { day };
        // A leap second is the one before it.
        let second = if second == 60 { 59 } else { second };
        let time = civil::Time::new(small(hour)?, small(minute)?, small(second)?, 0).ok()?;
        let offset = self.offset.unwrap_or(0);
        let zone = Offset::from_seconds(offset).ok()?;
        let seconds = zone.to_timestamp(civil::DateTime::from_parts(day, time)).ok()?.as_second();
        Some(Date { seconds, offset })
    }
}

/// Goes through the tokens of one stamp. Each step is `None` where the stamp
/// turns out to be no date.
struct Reader {
    tokens: Vec<Token>,
    at: usize,
    found: Found,
}

impl Reader {
    fn done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    fn number(&self, ahead: usize) -> Option<(u32, usize)> {
        match self.peek(ahead)? {
            Token::Number { value, digits } => Some((*value, *digits)),
            _ => None,
        }
    }

    fn small(&self, ahead: usize) -> Option<u32> {
        self.number(ahead).filter(|(_, digits)| *digits <= 2).map(|(value, _)| value)
    }

    fn word(&self, ahead: usize) -> Option<&str> {
        match self.peek(ahead)? {
            Token::Word(word) => Some(word),
            _ => None,
        }
    }

    fn sign(&self, ahead: usize) -> Option<char> {
        match self.peek(ahead)? {
            Token::Sign(sign) => Some(*sign),
            _ => None,
        }
    }

    fn month(&self, ahead: usize) -> Option<u32> {
        words::month(self.word(ahead)?)
    }

    /// Whether it is one of the signs between the parts of a date.
    fn joins(&self, ahead: usize) -> bool {
        self.sign(ahead).is_some_and(|it| matches!(it, '-' | '/' | '.' | '‐' | '–') || PARTS.contains(it))
    }

    fn skip_signs(&mut self) {
        while self.sign(0).is_some_and(|it| matches!(it, ',' | '.') || PARTS.contains(it)) {
            self.at += 1;
        }
    }

    /// The day, with a weekday or the time before it.
    fn date(&mut self) -> Option<()> {
        if self.sign(1) == Some(':')
            && let Some(hour) = self.small(0)
        {
            self.time(hour, ':')?;
            if self.word(0).and_then(half).is_some() {
                self.rest()?;
            }
            self.skip_signs();
        }
        // The name of the day; two words in some languages.
        for _ in 0..2 {
            if self.word(0).is_some() && self.month(0).is_none() {
                self.at += 1;
                self.skip_signs();
            }
        }
        match self.peek(0)? {
            Token::Word(_) => self.month_first(),
            Token::Number { digits: 4, .. } => self.year_first(),
            Token::Number { digits: 8, value } => {
                let value = *value;
                self.found.compact(value / 10_000, value / 100 % 100, value % 100);
                self.at += 1;
                Some(())
            }
            Token::Number { digits: 1 | 2, .. } => self.day_first(),
            // ISO 8601:1988 could leave out the century: `-03-12`.
            Token::Sign('-') if self.at == 0 => {
                let (year, month) = match self.number(1)? {
                    (both, 4) => (both / 100, both % 100),
                    (year, 2) if self.joins(2) => (year, self.small(3)?),
                    _ => return None,
                };
                self.at += if self.joins(2) { 4 } else { 2 };
                (self.found.year, self.found.month) = (Some(two_digits(year)), Some(month));
                self.done().then_some(())
            }
            _ => None,
        }
    }

    /// `Jan 2 2024`, `January 2nd, 2024`, `Jul 15 01:16:00 2012`.
    fn month_first(&mut self) -> Option<()> {
        self.found.month = Some(self.month(0)?);
        self.at += 1;
        self.skip_signs();
        if self.joins(0) {
            self.at += 1;
        }
        self.found.day = Some(self.small(0)?);
        self.at += 1;
        self.skip_ordinal();
        if self.joins(0) && self.number(1).is_some_and(|(_, digits)| digits == 4) {
            self.at += 1;
        }
        Some(())
    }

    /// `2024`, `2024-01`, `2024-01-02`, `2024-002`, `2024-january-02`,
    /// `2024年1月2日`.
    fn year_first(&mut self) -> Option<()> {
        let (year, _) = self.number(0)?;
        self.found.year = Some(year);
        self.at += 1;
        if !self.joins(0) {
            if self.month(0).is_some() {
                return self.month_first();
            }
            return self.done().then_some(());
        }
        self.at += 1;
        if let Some((day_of_year, 3)) = self.number(0) {
            (self.found.year, self.found.month, self.found.day) = ordinal(year, day_of_year)?;
            self.at += 1;
            return Some(());
        }
        self.found.month = Some(self.small(0).or_else(|| self.month(0))?);
        self.at += 1;
        if self.joins(0) {
            self.at += 1;
            self.skip_signs();
            // Korean puts spaces between the parts.
            self.found.day = Some(self.small(0)?);
            self.at += 1;
            self.skip_signs();
        }
        Some(())
    }

    /// `2 Jan 2024`, `02-Jan-24`, `02.01.2024`, `1/13/2024`.
    fn day_first(&mut self) -> Option<()> {
        let first = self.small(0)?;
        self.at += 1;
        self.skip_ordinal();
        let joined = self.joins(0);
        if joined {
            self.at += 1;
        }
        while self.word(0).is_some_and(|it| words::BETWEEN.contains(&it)) && self.month(0).is_none() {
            self.at += 1;
        }
        if let Some(month) = self.month(0) {
            (self.found.day, self.found.month) = (Some(first), Some(month));
            self.at += 1;
            if joined && self.joins(0) {
                self.at += 1;
            }
            return Some(());
        }
        let slash = self.sign_before('/');
        let second = self.small(0).filter(|_| joined && self.joins(1))?;
        let (year, year_digits) = self.number(2)?;
        self.at += 3;
        self.found.year = match year_digits {
            2 => Some(two_digits(year)),
            4 => Some(year),
            _ => return None,
        };
        let american = self.tokens.iter().any(|it| matches!(it, Token::Word(word) if half(word).is_some()));
        // ISO 8601:1988 again: `26-11-14`.
        if self.sign_before_last('-') && year_digits == 2 && second <= 12 && year <= 31 {
            self.found.compact(two_digits(first), second, year);
            return Some(());
        }
        let (day, month) = match (first, second) {
            (13.., _) => (first, second),
            (_, 13..) => (second, first),
            _ if !slash || first == second => (first, second),
            // Only Americans have both slashes and halves of the day.
            _ if american => (second, first),
            _ => return None,
        };
        (self.found.day, self.found.month) = (Some(day), Some(month));
        Some(())
    }

    /// Whether the last two parts are joined by this sign.
    fn sign_before_last(&self, sign: char) -> bool {
        self.at.checked_sub(2).and_then(|it| self.tokens.get(it)) == Some(&Token::Sign(sign))
    }

    fn sign_before(&self, sign: char) -> bool {
        self.at.checked_sub(1).and_then(|it| self.tokens.get(it)) == Some(&Token::Sign(sign))
    }

    /// Passes over the ending of `2nd`, `1er`, `3º`.
    fn skip_ordinal(&mut self) {
        if self.word(0).is_some_and(|it| matches!(it, "st" | "nd" | "rd" | "th" | "er" | "º" | "ª" | "e")) {
            self.at += 1;
        }
        self.skip_signs_but_dots();
    }

    fn skip_signs_but_dots(&mut self) {
        while self.sign(0) == Some(',') {
            self.at += 1;
        }
    }

    /// What follows the day: the time of day, the zone, a year that was not
    /// there yet, a remark in parentheses.
    fn rest(&mut self) -> Option<()> {
        match self.peek(0)?.clone() {
            Token::Number { value, digits } => self.time_or_year(value, digits),
            Token::Word(word) => {
                self.at += 1;
                self.word_after(&word)
            }
            Token::Sign('+' | '-' | '−') if self.found.time.is_some() => self.offset(),
            // Between the day and the time.
            Token::Sign('-' | '–' | '|') if self.found.offset.is_none() && self.number(1).is_some() => {
                // A fourth part is no time.
                (self.sign(2) == Some(':')).then(|| self.at += 1)
            }
            Token::Sign(',' | '.') => {
                self.at += 1;
                Some(())
            }
            Token::Sign('(') => {
                let remark = self.tokens.iter().skip(self.at).position(|it| *it == Token::Sign(')'))?;
                if self.found.offset.is_none()
                    && remark == 2
                    && let Some(offset) = self.word(1).and_then(zone)
                {
                    self.found.offset = Some(offset);
                }
                self.at += remark + 1;
                Some(())
            }
            Token::Sign(_) => None,
        }
    }

    fn time_or_year(&mut self, value: u32, digits: usize) -> Option<()> {
        let timed = self.found.time.is_some();
        let sign = self.sign(1);
        if !timed && digits <= 2 && (sign == Some(':') || sign == Some('.') && self.found.year.is_some()) {
            return self.time(value, sign?);
        }
        if !timed && digits <= 2 && self.word(1).and_then(half).is_some() {
            self.found.time = Some((value, 0, 0));
            self.at += 1;
            return Some(());
        }
        if self.found.year.is_none() {
            self.found.year = Some(match digits {
                4 => value,
                2 => two_digits(value),
                // RFC 2822, 4.3: years counted from 1900.
                3 => value + 1_900,
                _ => return None,
            });
            self.at += 1;
            return Some(());
        }
        if timed {
            return None;
        }
        // `T100000`, `T1000`.
        self.found.time = Some(match digits {
            6 => (value / 10_000, value / 100 % 100, value % 100),
            4 => (value / 100, value % 100, 0),
            2 if self.sign_is_t() => (value, 0, 0),
            _ => return None,
        });
        self.at += 1;
        Some(())
    }

    fn sign_is_t(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|it| self.tokens.get(it));
        matches!(before, Some(Token::Word(word)) if word == "t")
    }

    /// `9:5`, `09:05:00`, `09:05:00.123`, `09.05`.
    fn time(&mut self, hour: u32, sign: char) -> Option<()> {
        let minute = self.small(2)?;
        self.at += 3;
        let mut second = 0;
        if self.sign(0) == Some(sign)
            && let Some(value) = self.small(1)
        {
            second = value;
            self.at += 2;
            if matches!(self.sign(0), Some('.' | ',')) && self.number(1).is_some() {
                self.at += 2;
            }
        }
        self.found.time = Some((hour, minute, second));
        // A fourth part makes it no time.
        (self.sign(0) != Some(':')).then_some(())
    }

    /// `+0700`, `+07:00`, `+7`.
    fn offset(&mut self) -> Option<()> {
        let sign = if self.sign(0) == Some('+') { 1 } else { -1 };
        let (value, digits) = self.number(1)?;
        self.at += 2;
        let (hours, minutes) = match digits {
            3 | 4 => (value / 100, value % 100),
            1 | 2 if self.sign(0) == Some(':') => {
                self.at += 2;
                let before = self.at.checked_sub(1).and_then(|it| self.tokens.get(it))?;
                match before {
                    Token::Number { value: minutes, digits: 1 | 2 } => (value, *minutes),
                    _ => return None,
                }
            }
            1 | 2 => (value, 0),
            _ => return None,
        };
        // The farthest zones are 14 hours away; some count their summer twice.
        if hours > 15 || minutes > 59 {
            return None;
        }
        // A name that comes before, as in `GMT+7`, says where the count starts.
        let offset = i32::try_from((hours * 60 + minutes) * 60).ok()?;
        self.found.offset = Some(sign * offset);
        Some(())
    }

    fn word_after(&mut self, word: &str) -> Option<()> {
        if let Some(afternoon) = half(word) {
            self.found.afternoon = Some(afternoon);
            return Some(());
        }
        if matches!((word, self.sign(0), self.word(1)), ("a" | "p", Some('.'), Some("m"))) {
            self.found.afternoon = Some(word == "p");
            self.at += 2;
            return Some(());
        }
        if let Some(offset) = zone(word) {
            self.found.offset = self.found.offset.or(Some(offset));
            return Some(());
        }
        // Words that only join, and the name of the day where it comes late.
        let joins = matches!(word, "t" | "at" | "year" | "г" | "года")
            || words::AT.contains(&word)
            || words::BETWEEN.contains(&word)
            || words::CLOCK.contains(&word);
        joins.then_some(())
    }
}

/// Whether a word says that it is after noon.
fn half(word: &str) -> Option<bool> {
    match word {
        "am" | "오전" | "上午" | "午前" => Some(false),
        "pm" | "오후" | "下午" | "午後" => Some(true),
        _ => None,
    }
}

/// Seconds east of UTC.
fn zone(word: &str) -> Option<i32> {
    words::ZONES.iter().find(|(name, _)| *name == word).map(|(_, minutes)| minutes * 60)
}

#[cfg(test)]
mod tests;
