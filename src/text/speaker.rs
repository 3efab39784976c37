//! Whose words they are: speakers and reporting words for found quotations.
//!
//! A quotation is looked at in its sentence only, by the rules of [`rules`];
//! where they are silent it stays without a speaker, since a wrong name is worse
//! than none.

mod clause;
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
    let names = Names::of(&prose.text, &tokens);
    let mut state = State { text: &prose.text, lexicon, names, quotes, out: Vec::new(), last_person: None };
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
    last_person: Option<String>,
}

impl State<'_> {
    fn paragraph(&mut self, tokens: &[Token]) {
        let clause = Clause { tokens, lexicon: self.lexicon };
        let sentences = sentence::sentences(tokens);
        let mut previous: Option<usize> = None;
        for (number, sentence) in sentences.iter().enumerate() {
            let bare = tokens.get(sentence.clone()).is_some_and(|it| {
                it.iter().all(|it| it.is_quote() || !it.is_word() && it.kind != Kind::Number)
            });
            for at in sentence.clone() {
                let Some(Kind::Quote { index, .. }) = clause.kind(at) else { continue };
                if self.quotes.get(index).is_none_or(|it| it.kind != QuoteKind::Speech) {
                    continue;
                }
                let mut found = clause.speaker_of(at, sentence);
                if found.is_none() && bare && previous.is_none() && number > 0 {
                    found = sentences.get(number - 1).and_then(|it| clause.speaker_in(it));
                }
                if let Some(found) = found {
                    self.answer(&clause, index, &found);
                    previous = Some(self.out.len() - 1);
                } else if let Some((_, before)) = previous.and_then(|it| self.out.get(it)) {
                    let answer = Answer { rule: Rule::Continued, speaker: before.speaker.clone(), cue: None };
                    self.out.push((index, answer));
                }
            }
        }
    }

    fn answer(&mut self, clause: &Clause<'_>, index: usize, found: &Found) {
        let Some(phrase) = clause.tokens.get(found.speaker.clone()) else { return };
        let (Some(first), Some(last)) = (phrase.first(), phrase.last()) else { return };
        let at = Span::new(first.span.start, last.stem.end);
        let name = if clause.is_pronoun(&found.speaker) {
            let person = first.is(Class::HE.and(Class::SHE).and(Class::CLITIC));
            match &self.last_person {
                Some(name) if person => name.clone(),
                _ => at.slice(self.text).to_owned(),
            }
        } else {
            let name = self.names.name(phrase);
            if self.names.is_person(phrase) {
                self.last_person = Some(name.clone());
            }
            name
        };
        let cue = found.cue.and_then(|it| clause.get(it)).map(|it| it.span);
        let speaker = Speaker { name, at, sure: true };
        self.out.push((index, Answer { rule: found.rule, speaker, cue }));
    }
}
