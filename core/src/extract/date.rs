//! Dates as articles print and declare them.
//!
//! One reader for all forms: RFC 3339 and 2822, numbers with dots, slashes or
//! dashes, and names of months in the languages of [`words`]. Lenient in
//! what stands around a date, strict in the date itself: a day that the calendar
//! does not have is none.

mod stamp;
mod words;

use jiff::civil;
use jiff::tz::Offset;

use crate::article::{Date, Language};
use crate::text::letter;
use crate::text::span::Span;

pub use stamp::stamp;

/// Longer texts are no dates, and are not looked through.
const LONGEST: usize = 160;

/// The date that a short text tells (`Sabtu, 14 November 2026 | 08:30 WIB`), with
/// up to six words around it that are none of its. Where no time is given it is
/// midnight, where no zone is given UTC. `03/04/2026` is read day first, but in
/// English and where the language is not known it is nothing.
pub fn parse(text: &str, language: Option<Language>) -> Option<Date> {
    let found = find(text)?;
    let day_first = language.is_some_and(|it| it != Language::ENGLISH);
    (found.others <= 6 && (found.sure || day_first)).then_some(found.date)
}

/// Whether a line holds a date and nothing else but such words as `published` and
/// a place; it may be one that [`parse`] cannot tell.
pub fn is_line(text: &str) -> bool {
    find(text)
        .is_some_and(|it| it.others <= 2 && it.first <= 4 && !text.trim_end().ends_with(['!', '?', '…']))
}

struct Found {
    date: Date,
    /// Whether it is clear which number is the day.
    sure: bool,
    /// How many words around the date belong to no date.
    others: usize,
    /// How many tokens stand before the date.
    first: usize,
}

#[derive(Debug)]
struct Token {
    /// In lower case.
    text: String,
    number: Option<u32>,
}

impl Token {
    fn is(&self, text: &str) -> bool {
        self.text == text
    }

    /// A number of one or two digits, at most `most`.
    fn small(&self, most: u32) -> Option<u32> {
        self.number.filter(|n| *n <= most && self.text.chars().count() <= 2)
    }

    fn year(&self) -> Option<u32> {
        self.number.filter(|n| (1000..=2999).contains(n) && self.text.chars().count() == 4)
    }
}

fn find(text: &str) -> Option<Found> {
    let text = text.trim();
    if text.len() > LONGEST || !text.contains(letter::is_numeric) {
        return None;
    }
    let tokens = tokens(text);
    let (at, (year, month, day), end) = (0..tokens.len()).find_map(|at| {
        let (date, len) = date_at(tokens.get(at..)?)?;
        Some((at, date, at + len))
    })?;
    let mut used = vec![false; tokens.len()];
    used.iter_mut().take(end).skip(at).for_each(|it| *it = true);
    let sure = !matches!(tokens.get(at..end), Some([day, slash, month, ..])
        if slash.is("/") && day.number != month.number && day.small(12).is_some() && month.small(12).is_some());
    let time = time(&tokens, &used);
    let (hour, minute, second, offset) = time.map_or((0, 0, 0, 0), |it| {
        used.iter_mut().take(it.end).skip(it.start).for_each(|it| *it = true);
        (it.hour, it.minute, it.second, it.offset)
    });
    let others = tokens
        .iter()
        .zip(&used)
        .filter(|(it, used)| {
            !**used
                && it.text.chars().any(char::is_alphanumeric)
                && !words::AROUND.contains(&it.text.as_str())
        })
        .count();
    let small = |n: u32| i8::try_from(n).ok();
    let clock = civil::DateTime::new(
        i16::try_from(year).ok()?,
        small(month)?,
        small(day)?,
        small(hour)?,
        small(minute)?,
        small(second.min(59))?,
        0,
    )
    .ok()?;
    let zone = Offset::from_seconds(offset).ok()?;
    let seconds = zone.to_timestamp(clock).ok()?.as_second();
    Some(Found { date: Date { seconds, offset }, sure, others, first: at })
}

/// Words, numbers and single signs. Digits of any script are read; the signs of
/// Chinese, Japanese and Korean dates stand alone.
fn tokens(text: &str) -> Vec<Token> {
    let kind = |c: char| {
        if digit(c).is_some() {
            1
        } else if "年月日号時时分秒년월일시분초".contains(c) {
            3
        } else if letter::is_alphabetic(c) || crate::text::safe::is_mark(c) {
            2
        } else {
            4
        }
    };
    let mut tokens: Vec<Token> = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let goes_on = chars.peek().is_some_and(|&(_, next)| kind(next) == kind(c) && kind(c) < 3);
        if goes_on {
            continue;
        }
        let it = Span::new(start, end).slice(text);
        start = end;
        if it.chars().all(char::is_whitespace) {
            continue;
        }
        // Nine digits fit; longer numbers are no part of a date.
        let number = (kind(c) == 1 && it.chars().count() <= 9)
            .then(|| it.chars().filter_map(digit).fold(0, |n, d| n * 10 + d));
        tokens.push(Token { text: it.to_lowercase(), number });
    }
    tokens
}

/// The value of a decimal digit: ASCII, full width, Arabic, Persian, Devanagari,
/// Bengali, Thai.
fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        '\u{966}'..='\u{96F}' => '\u{966}',
        '\u{9E6}'..='\u{9EF}' => '\u{9E6}',
        '\u{E50}'..='\u{E59}' => '\u{E50}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

/// The date that tokens start with, and how many they are.
fn date_at(tokens: &[Token]) -> Option<((u32, u32, u32), usize)> {
    numbers(tokens).or_else(|| day_month_year(tokens)).or_else(|| month_day_year(tokens))
}

/// `2026-11-14`, `2026年11月14日`, `14.11.2026`, `14/11/2026`.
fn numbers(tokens: &[Token]) -> Option<((u32, u32, u32), usize)> {
    let [first, sign, second, again, third, ..] = tokens else { return None };
    let cjk = matches!((sign.text.as_str(), again.text.as_str()), ("年", "月") | ("년", "월"));
    if !cjk && (sign.text != again.text || !matches!(sign.text.as_str(), "-" | "/" | "." | "‐" | "–")) {
        return None;
    }
    if let Some(year) = first.year() {
        let closed = cjk && tokens.get(5).is_some_and(|it| matches!(it.text.as_str(), "日" | "号" | "일"));
        return Some(((year, second.small(12)?, third.small(31)?), if closed { 6 } else { 5 }));
    }
    let (year, first, second) = (third.year()?, first.small(31)?, second.small(31)?);
    match (first, second) {
        (_, 13..) if first <= 12 => Some(((year, first, second), 5)),
        (_, 13..) => None,
        _ => Some(((year, second, first), 5)),
    }
}

/// `14 November 2026`, `14. November 2026`, `1er mars 2026`, `14 de noviembre de 2026`.
fn day_month_year(tokens: &[Token]) -> Option<((u32, u32, u32), usize)> {
    let day = tokens.first()?.small(31)?;
    let mut at = skip(tokens, 1);
    let month = month(tokens.get(at)?)?;
    at = skip(tokens, at + 1);
    let year = tokens.get(at)?.year()?;
    Some(((year, month, day), at + 1))
}

/// `Nov 14, 2026`, `November 14th 2026`.
fn month_day_year(tokens: &[Token]) -> Option<((u32, u32, u32), usize)> {
    let month = month(tokens.first()?)?;
    let mut at = skip(tokens, 1);
    let day = tokens.get(at)?.small(31)?;
    at = skip(tokens, at + 1);
    let year = tokens.get(at)?.year()?;
    Some(((year, month, day), at + 1))
}

/// The first token from `at` on that is no filler between the parts of a date.
fn skip(tokens: &[Token], at: usize) -> usize {
    let fillers = tokens.get(at..).unwrap_or_default().iter().take(3);
    at + fillers.take_while(|it| words::BETWEEN.contains(&it.text.as_str())).count()
}

fn month(token: &Token) -> Option<u32> {
    words::month(&token.text)
}

struct Time {
    hour: u32,
    minute: u32,
    second: u32,
    /// Seconds east of UTC.
    offset: i32,
    start: usize,
    end: usize,
}

/// The first time of day among the tokens that are not used yet.
fn time(tokens: &[Token], used: &[bool]) -> Option<Time> {
    (0..tokens.len()).filter(|at| used.get(*at) == Some(&false)).find_map(|start| time_at(tokens, start))
}

fn time_at(tokens: &[Token], start: usize) -> Option<Time> {
    let get = |at: usize| tokens.get(at);
    let text = |at: usize| get(at).map_or("", |it| it.text.as_str());
    let mut hour = get(start)?.small(24)?;
    let mut at = start + 1;
    let (mut minute, mut second) = (0, 0);
    let sign = text(at);
    let back = |by: usize| start.checked_sub(by).map_or("", text);
    let before = if back(1) == "." { back(2) } else { back(1) };
    let after = get(at + 2).map_or("", |it| it.text.as_str());
    let dotted = sign == "."
        && (words::AT.contains(&before) || words::CLOCK.contains(&after) || zone_name(after).is_some());
    if sign == ":" || dotted || matches!(sign, "h" | "時" | "时" | "시") {
        at += 1;
        match get(at).and_then(|it| it.small(59)) {
            Some(it) if text(at).chars().count() == 2 || sign != ":" => {
                minute = it;
                at += 1;
                if matches!(text(at), "分" | "분") {
                    at += 1;
                }
            }
            _ if sign == ":" || dotted => return None,
            _ => {}
        }
        if sign == ":" && text(at) == ":" {
            second = get(at + 1)?.small(60)?;
            at += 2;
            if text(at) == "." && get(at + 1).is_some_and(|it| it.number.is_some()) {
                at += 2; // fractions of a second
            }
        }
    } else if !words::CLOCK.contains(&sign) && !matches!(sign, "am" | "pm") {
        return None;
    }
    let half = match (text(at), text(at + 1), text(at + 2)) {
        (half @ ("am" | "pm"), ..) => {
            at += 1;
            Some(half)
        }
        ("a" | "p", ".", "m") => {
            let half = if text(at) == "a" { "am" } else { "pm" };
            at += 3 + usize::from(text(at + 3) == ".");
            Some(half)
        }
        _ => None,
    };
    match half {
        Some("pm") if hour < 12 => hour += 12,
        Some("am") if hour == 12 => hour = 0,
        _ => {}
    }
    if words::CLOCK.contains(&text(at)) {
        at += 1;
    }
    let (offset, len) = zone(tokens.get(at..).unwrap_or_default());
    if hour == 24 {
        hour = 0; // only ever midnight, and the day is not worth guessing
    }
    Some(Time { hour, minute, second, offset, start, end: at + len })
}

/// The zone that tokens start with, in seconds east of UTC, and how many they
/// are: `+07:00`, `-0330`, `GMT+7`, `(WIB)`.
fn zone(tokens: &[Token]) -> (i32, usize) {
    let skipped = usize::from(tokens.first().is_some_and(|it| it.is("(")));
    let Some(first) = tokens.get(skipped) else { return (0, 0) };
    if let Some((seconds, len)) = signed(tokens.get(skipped..).unwrap_or_default()) {
        return (seconds, skipped + len);
    }
    let Some(seconds) = zone_name(&first.text) else { return (0, 0) };
    let rest = tokens.get(skipped + 1..).unwrap_or_default();
    match signed(rest).filter(|_| seconds == 0) {
        Some((east, len)) => (east, skipped + 1 + len),
        None => (seconds, skipped + 1),
    }
}

fn zone_name(name: &str) -> Option<i32> {
    words::ZONES.iter().find(|(it, _)| *it == name).map(|(_, minutes)| minutes * 60)
}

fn signed(tokens: &[Token]) -> Option<(i32, usize)> {
    let sign = match tokens.first()?.text.as_str() {
        "+" => 1,
        "-" | "−" | "–" => -1,
        _ => return None,
    };
    let number = tokens.get(1)?;
    let n = i32::try_from(number.number?).ok()?;
    let (hours, minutes, len) = match number.text.chars().count() {
        4 => (n / 100, n % 100, 2),
        1 | 2 => match tokens.get(2..) {
            Some([colon, minutes, ..]) if colon.is(":") => (n, i32::try_from(minutes.small(59)?).ok()?, 4),
            _ => (n, 0, 2),
        },
        _ => return None,
    };
    (hours <= 15).then_some((sign * (hours * 60 + minutes) * 60, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, language: &str) -> Option<String> {
        parse(text, Language::parse(language)).map(|it| it.to_string())
    }

    #[test]
    fn declared_dates_are_read() {
        for (input, expected) in [
            ("2026-11-14T08:30:00+07:00", "2026-11-14T08:30:00+07:00"),
            ("2026-11-14T08:30:00Z", "2026-11-14T08:30:00Z"),
            ("2026-11-14T08:30:00.123456-0330", "2026-11-14T08:30:00-03:30"),
            ("2026-11-14 08:30", "2026-11-14T08:30:00Z"),
            ("2026-11-14", "2026-11-14T00:00:00Z"),
            ("Sat, 14 Nov 2026 08:30:05 +0700", "2026-11-14T08:30:05+07:00"),
            ("Sat, 14 Nov 2026 08:30:05 GMT", "2026-11-14T08:30:05Z"),
            ("14 Nov 2026 08:30 EST", "2026-11-14T08:30:00-05:00"),
            ("2026/11/14", "2026-11-14T00:00:00Z"),
        ] {
            assert_eq!(told(input, "").as_deref(), Some(expected), "{input}");
        }
    }

    #[test]
    fn printed_dates_are_read_in_many_languages() {
        for (language, input, expected) in [
            ("en", "14 November 2026", "2026-11-14T00:00:00Z"),
            ("en", "Nov 14, 2026", "2026-11-14T00:00:00Z"),
            ("en", "Published: November 14th, 2026 at 8:05 p.m. EST", "2026-11-14T20:05:00-05:00"),
            ("en", "Updated 12:01 AM PDT, Sept. 3, 2026", "2026-09-03T00:01:00-07:00"),
            ("en", "11/14/2026", "2026-11-14T00:00:00Z"),
            ("id", "Sabtu, 14 November 2026 | 08:30 WIB", "2026-11-14T08:30:00+07:00"),
            ("id", "Jakarta, 3 Agustus 2026 pukul 21.45 WITA", "2026-08-03T21:45:00+08:00"),
            ("id", "05/11/2026, 10:00 WIB", "2026-11-05T10:00:00+07:00"),
            ("de", "Samstag, 14. November 2026, 8.30 Uhr", "2026-11-14T08:30:00Z"),
            ("de", "Stand: 14.03.2026 um 17 Uhr MEZ", "2026-03-14T17:00:00+01:00"),
            ("de", "1. März 2026", "2026-03-01T00:00:00Z"),
            ("fr", "Publié le 1er août 2026 à 10h05", "2026-08-01T10:05:00Z"),
            ("es", "14 de noviembre de 2026 · 18:30 h", "2026-11-14T18:30:00Z"),
            ("pt", "Atualizado em 2 de março de 2026, às 9h", "2026-03-02T09:00:00Z"),
            ("it", "Pubblicato il 14 gennaio 2026 alle ore 9:15", "2026-01-14T09:15:00Z"),
            ("nl", "14 maart 2026 om 12:00", "2026-03-14T12:00:00Z"),
            ("tr", "14 Kasım 2026 Cumartesi 15:20", "2026-11-14T15:20:00Z"),
            ("ru", "14 ноября 2026 года, 08:30 МСК", "2026-11-14T08:30:00+03:00"),
            ("pl", "14 listopada 2026", "2026-11-14T00:00:00Z"),
            ("sv", "14 maj 2026 kl. 10.30", "2026-05-14T10:30:00Z"),
            ("vi", "Thứ bảy, 14/11/2026, 08:30 (GMT+7)", "2026-11-14T08:30:00+07:00"),
            ("ja", "2026年11月14日 8時30分", "2026-11-14T08:30:00Z"),
            ("zh", "2026年3月4日", "2026-03-04T00:00:00Z"),
            ("ko", "2026년 11월 14일", "2026-11-14T00:00:00Z"),
            ("ar", "١٤ نوفمبر ٢٠٢٦", "2026-11-14T00:00:00Z"),
            ("hi", "14 नवंबर 2026", "2026-11-14T00:00:00Z"),
        ] {
            assert_eq!(told(input, language).as_deref(), Some(expected), "{input}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "14 people",
            "30 February 2026",
            "2026-13-01",
            "May 2026",
            "99/99/2026",
            "The bridge that opened on 14 November 2026 will close for a week of repairs",
            "25:99",
            "١٢٣",
        ] {
            assert_eq!(told(text, "en"), None, "{text}");
        }
        assert_eq!(told("03/04/2026", "en"), None);
        assert_eq!(told("03/04/2026", "fr").as_deref(), Some("2026-04-03T00:00:00Z"));
    }

    #[test]
    fn a_date_line_holds_a_date_and_little_else() {
        for (text, expected) in [
            ("Published 14 November 2026", true),
            ("JAKARTA, 14 November 2026", true),
            ("03/04/2026 18h12", true),
            ("Senin, 3 Agustus 2026 - 10:15 WIB", true),
            ("The vote on 14 November 2026 changed everything", false),
            ("By 14 November 2026 he wants an answer.", false),
        ] {
            assert_eq!(is_line(text), expected, "{text}");
        }
    }
}
