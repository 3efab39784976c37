//! A report inside of the marks: `«Мы ждём, — сказала Анна. — Долго»`.

use std::ops::Range;

use super::super::lexicon::{Class, Lexicon};
use super::super::sentence::{self, Kind, Token};
use super::super::span::Span;
use super::clause::{Clause, REPORTS};
use super::rules::{Found, Rule};
use crate::article::Language;

/// How many bytes a report inside of the marks may have.
const LONGEST: usize = 300;

/// Whether the marks of a language enclose the report (Russian and Ukrainian
/// orthography; seen in Polish).
pub(super) fn encloses(language: Language) -> bool {
    matches!(language.code(), "ru" | "uk" | "pl")
}

/// The tokens of the report inside of a quotation, appended to `tokens`; `None`
/// where none stands there.
pub(super) fn tokens(
    text: &str,
    quote: Span,
    lexicon: &Lexicon,
    tokens: &mut Vec<Token>,
) -> Option<Range<usize>> {
    let incise = find(quote.slice(text))?;
    let from = tokens.len();
    let span = Span::new(quote.start + incise.start, quote.start + incise.end);
    sentence::tokenize(text, span, &[], lexicon, tokens);
    let reports = tokens.get(from..)?.iter().any(|it| it.is_word() && it.is(Class::SAYS) && !it.capital);
    if !reports {
        tokens.truncate(from);
        return None;
    }
    Some(from..tokens.len())
}

/// Where the words between the first dash behind a comma or stop and the next
/// such dash stand, or up to the end.
fn find(quoted: &str) -> Option<Range<usize>> {
    let is_dash = |c: char| matches!(c, '—' | '–');
    let breaks = |from: usize| {
        quoted.get(from..)?.char_indices().filter(|(_, c)| is_dash(*c)).find_map(|(at, c)| {
            let at = from + at;
            let before = quoted.get(..at)?.trim_end();
            let spaced = quoted.get(at + c.len_utf8()..)?.starts_with(char::is_whitespace);
            (spaced && before.ends_with([',', '!', '?', '…', '.'])).then_some((at, at + c.len_utf8()))
        })
    };
    let (_, start) = breaks(0)?;
    let end = breaks(start).map_or(quoted.len(), |it| it.0);
    (end - start <= LONGEST).then_some(start..end)
}

impl Clause<'_> {
    /// Who speaks by a report that has nothing but a verb and its subject.
    pub(super) fn incised(&self) -> Option<Found> {
        let end = self.tokens.len();
        let verb = (0..end).find(|it| self.reports(*it, REPORTS))?;
        let after = self.subject_after(verb, end);
        // `сказал он`, `говорит Анна`, and `Анна сказала`.
        let speaker = after.or_else(|| self.subject_before(verb, 0))?;
        let stop = |at: usize| matches!(self.kind(at), Some(Kind::Stop | Kind::Comma));
        let rule = if stop(speaker.start) { Rule::AfterFar } else { Rule::VerbSubject };
        Some(Found { rule, speaker, cue: Some(verb) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_stands_between_dashes_behind_a_comma_or_stop() {
        let found = |text: &str| find(text).and_then(|it| text.get(it)).map(str::trim).map(str::to_owned);
        assert_eq!(found("«Ждём, — сказала Анна. — Долго»").as_deref(), Some("сказала Анна."));
        assert_eq!(found("«Ждём? — спросил он»").as_deref(), Some("спросил он»"));
        assert_eq!(found("«Хлеб — это труд»"), None);
    }
}
