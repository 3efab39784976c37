//! Clauses that the verb closes: Turkish reports.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::sentence::Token;
use super::clause::{Clause, REACH, REPORTS};
use super::rules::{Found, Rule, unsaid};

impl Clause<'_> {
    /// Turkish: the verb behind the quotation, the subject before it.
    pub(super) fn after_verb_last(
        &self,
        quote: usize,
        at: usize,
        end: usize,
        opens: bool,
        sentence: &Range<usize>,
    ) -> Option<Found> {
        // `X'e göre`: the source behind the quotation, before its postposition.
        let reach = end.min(at + 12);
        if let Some(after) = (at + 1..reach).find(|it| self.plain(*it, Class::SOURCE_AFTER))
            && let Some(speaker) = self.phrase_before(after - 1, at)
        {
            return Some(Found { rule: Rule::SourceAfter, speaker, cue: Some(after) });
        }
        let verb = (at..reach).find(|it| self.plain(*it, REPORTS))?;
        let near = verb <= at + 3;
        // `“…” diyen Ayşe Kaya`: the participle stands before its noun.
        if self.plain(verb, Class::SAYING)
            && let Some(speaker) = self.phrase_after(verb + 1, end)
        {
            return Some(Found { rule: Rule::VerbSubject, speaker, cue: Some(verb) });
        }
        // `“…” dedi Ayşe.`, `“…” diye sordu Ayşe.`
        let last = (verb..reach).take_while(|it| self.plain(*it, REPORTS)).last().unwrap_or(verb);
        if let Some(speaker) = self.phrase_after(last + 1, end).filter(|it| self.capital(it.end - 1))
            && !self.is(speaker.end, Class::VERB.and(REPORTS))
        {
            return Some(Found { rule: Rule::VerbSubject, speaker, cue: Some(verb) });
        }
        // `“…” diye konuştu`: the cue is the verb that closes the sentence.
        let cue = last;
        let from = sentence.start.max(quote.saturating_sub(REACH));
        let start = self.last(from..quote, Token::is_quote).map_or(from, |it| it + 1);
        let Some(speaker) = self.subject(start, quote) else {
            return unsaid(cue, at, opens).filter(|_| near);
        };
        Some(Found { rule: if near { Rule::SubjectVerb } else { Rule::AfterFar }, speaker, cue: Some(cue) })
    }
}
