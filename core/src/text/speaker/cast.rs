//! Scripts without capitals: whose names a text gives, who was spoken of where,
//! and the way from what a sentence says to a speaker.
//!
//! [`super::uncased`] and [`super::unspaced`] read sentences by the grammar of
//! their languages; what they find is told here as [`Told`] and becomes answers
//! by [`Cast::answers`].

use std::collections::HashMap;

use super::super::lexicon::Class;
use super::super::prose::{ParagraphKind, Prose};
use super::super::quote::{Quotation, Speaker};
use super::super::span::Span;
use super::Answer;
use super::rules::Rule;

/// How many paragraphs back a pronoun may reach.
const NEAR: usize = 2;
/// How many mentions are looked at for a pronoun.
const LOOKED_AT: usize = 32;

/// A quotation that is not inside of another, and the text around it.
pub(super) struct Scene {
    /// Which of the quotations it is.
    pub(super) index: usize,
    /// Which of the paragraphs it begins in.
    pub(super) paragraph: usize,
    /// What stands before it in its paragraph, down to the quotation before.
    pub(super) before: Span,
    /// What stands after it in the paragraph it ends in, up to the next quotation.
    pub(super) after: Span,
    /// Whether another quotation of the paragraph stands before it.
    pub(super) follows: bool,
}

/// The quotations of a text with what stands around them, in order.
pub(super) fn scenes(prose: &Prose, quotes: &[Quotation]) -> Vec<Scene> {
    let outer: Vec<(usize, Span)> =
        quotes.iter().enumerate().filter(|(_, it)| it.depth == 0).map(|(at, it)| (at, it.span)).collect();
    let mut scenes = Vec::with_capacity(outer.len());
    let (mut first, mut last) = (0, 0);
    let mut ended = 0;
    for (at, (index, span)) in outer.iter().enumerate() {
        let within =
            |number: usize, byte: usize| prose.paragraphs.get(number).is_some_and(|it| it.span.end < byte);
        while within(first, span.start + 1) {
            first += 1;
        }
        last = last.max(first);
        while within(last, span.end) {
            last += 1;
        }
        let (Some(from), Some(to)) = (prose.paragraphs.get(first), prose.paragraphs.get(last)) else {
            continue;
        };
        let next = outer.get(at + 1).map_or(to.span.end, |(_, it)| it.start.min(to.span.end));
        let follows = ended > from.span.start;
        let start = from.span.start.max(ended);
        ended = span.end;
        if from.kind != ParagraphKind::Verbatim {
            scenes.push(Scene {
                index: *index,
                paragraph: first,
                before: Span::new(start.min(span.start), span.start),
                after: Span::new(span.end, next.max(span.end)),
                follows,
            });
        }
    }
    scenes
}

/// Whom a sentence gives as a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// By name, without titles.
    Named(Span),
    /// By a word that may be a name; it is one where the cast knows it.
    Perhaps(Span),
    /// By a pronoun, or by the form of the verb alone: [`Class::HE`],
    /// [`Class::SHE`] or both.
    Pronoun(Class),
    /// By a noun.
    Noun,
}

/// What a sentence says about a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) rule: Rule,
    pub(super) who: Who,
    /// Where, titles included.
    pub(super) at: Span,
    pub(super) cue: Option<Span>,
    /// What the form of the verb says of the speaker: [`Class::MAN`],
    /// [`Class::WOMAN`] or neither.
    pub(super) sex: Class,
}

/// Who has a name in a text.
#[derive(Default)]
pub(super) struct Cast<'a> {
    names: Vec<(&'a str, Class)>,
    /// Names, full and short, and whom they mean; `None` for several.
    known: HashMap<&'a str, Option<usize>>,
    /// Where somebody is named, outside of quotations, by byte.
    mentions: Vec<(usize, usize)>,
}

impl<'a> Cast<'a> {
    /// Notes a full name.
    pub(super) fn add(&mut self, name: &'a str) {
        if !self.names.iter().rev().take(LOOKED_AT).any(|it| it.0 == name)
            && self
                .known
                .get(name)
                .copied()
                .flatten()
                .is_none_or(|it| self.names.get(it).is_none_or(|it| it.0 != name))
        {
            self.names.push((name, Class::NONE));
            self.known.insert(name, Some(self.names.len() - 1));
        }
    }

    /// Notes a short form of the full name `full`. A full name of its own stays
    /// what it is.
    pub(super) fn shorten(&mut self, short: &'a str, full: &str) {
        let Some(Some(who)) = self.known.get(full).copied() else { return };
        let names = &self.names;
        self.known
            .entry(short)
            .and_modify(|it| {
                let own = it.and_then(|it| names.get(it)).is_some_and(|it| it.0 == short);
                if !own && *it != Some(who) {
                    *it = None;
                }
            })
            .or_insert(Some(who));
    }

    /// Whether a word is a name of one person or several.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.known.contains_key(name)
    }

    /// Notes that somebody is named; in the order of the text.
    pub(super) fn mention(&mut self, name: &str, at: usize) {
        if let Some(Some(who)) = self.known.get(name) {
            self.mentions.push((at, *who));
        }
    }

    /// The answers for what was told of each scene.
    pub(super) fn answers(
        mut self,
        prose: &Prose,
        scenes: &[Scene],
        told: &[Option<Told>],
    ) -> Vec<(usize, Answer)> {
        let text = &prose.text;
        for it in told.iter().flatten() {
            if let Who::Named(name) | Who::Perhaps(name) = it.who
                && let Some(Some(who)) = self.known.get(name.slice(text))
                && let Some(member) = self.names.get_mut(*who)
            {
                member.1 = member.1.and(it.sex);
            }
        }
        let mut out = Vec::new();
        let mut before: Option<(Rule, Speaker)> = None;
        for (scene, told) in scenes.iter().zip(told) {
            let carried = before.take().filter(|_| scene.follows);
            let answer = match told {
                Some(told) => Some(self.answer(prose, scene, told, carried.as_ref())),
                None => carried.filter(|_| goes_on(scene.before.slice(text))).map(|(_, speaker)| {
                    let sure = speaker.sure;
                    Answer { rule: Rule::Continued, speaker: Speaker { sure, ..speaker }, cue: None }
                }),
            };
            if let Some(answer) = answer {
                before = Some((answer.rule, answer.speaker.clone()));
                out.push((scene.index, answer));
            }
        }
        out
    }

    fn answer(&self, prose: &Prose, scene: &Scene, told: &Told, carried: Option<&(Rule, Speaker)>) -> Answer {
        let written = || told.at.slice(&prose.text).to_owned();
        let (name, sure) = match told.who {
            Who::Named(span) => {
                let name = span.slice(&prose.text);
                match self.known.get(name) {
                    Some(Some(who)) => (self.names.get(*who).map_or(name, |it| it.0).to_owned(), true),
                    _ => (name.to_owned(), true),
                }
            }
            Who::Perhaps(span) => match self.known.get(span.slice(&prose.text)) {
                Some(Some(who)) => (self.names.get(*who).map_or_else(written, |it| it.0.to_owned()), true),
                _ => (written(), false),
            },
            Who::Noun => (written(), false),
            Who::Pronoun(class) => {
                match (self.meant(prose, scene.paragraph, told.at.start, class), carried) {
                    (Some((who, sure)), _) => (who.to_owned(), sure),
                    (None, Some((_, speaker))) => (speaker.name.clone(), false),
                    (None, None) => (written(), false),
                }
            }
        };
        let speaker = Speaker { name, at: told.at, sure: sure && told.rule.is_sure() };
        Answer { rule: told.rule, speaker, cue: told.cue }
    }

    /// Whom a pronoun means: who was named last before `at`, in this paragraph
    /// or one of the last before it; sure where nobody else was named there.
    fn meant(&self, prose: &Prose, paragraph: usize, at: usize, pronoun: Class) -> Option<(&'a str, bool)> {
        let end = self.mentions.partition_point(|it| it.0 < at);
        let fits = |sex: Class| {
            pronoun.any(Class::HE) && !sex.any(Class::WOMAN)
                || pronoun.any(Class::SHE) && !sex.any(Class::MAN)
        };
        let mut earlier = self
            .mentions
            .get(end.saturating_sub(LOOKED_AT)..end)
            .unwrap_or_default()
            .iter()
            .rev()
            .filter(|it| self.names.get(it.1).is_some_and(|it| fits(it.1)))
            .peekable();
        let (place, who) = **earlier.peek()?;
        let starts = |number: usize| prose.paragraphs.get(number).map_or(0, |it| it.span.start);
        let window = (0..=NEAR).map(|back| starts(paragraph.saturating_sub(back))).find(|it| *it <= place)?;
        let sure = earlier.take_while(|it| it.0 >= window).all(|it| it.1 == who);
        self.names.get(who).map(|it| (it.0, sure))
    }
}

/// Whether a quotation goes on from the one before: what stands between ends a
/// sentence, or leads on.
fn goes_on(between: &str) -> bool {
    between
        .trim_end()
        .ends_with(['.', '!', '?', '…', ',', ':', '،', '؛', '؟', '。', '！', '？', '，', '：', '、', '；'])
}
