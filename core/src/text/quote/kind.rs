//! Whether quoted words are somebody's own, or a name, a title, a word as a
//! word.
//!
//! A linear score over what the text shows: how long the words are, how they are
//! spelled, what stands before and after. The weights are fitted to annotated
//! news and stand in `weights`; `cargo bench --bench refit -- GOLD.jsonl` fits
//! them again.

mod again;
mod hints;
mod marks;
mod shape;
mod weights;

use super::cue::Cues;
use super::{Quotation, QuoteKind};
use crate::article::Language;
use crate::text::prose::{Paragraph, ParagraphKind, Prose};
use crate::text::span::Span;
use crate::text::table::Words;
use hints::Hints;
use marks::Marks;
use shape::{Spelling, count, is_comma, is_dialogue, is_joint, is_stop, plain, single, words};

/// How many features a quotation has.
pub const FEATURES: usize = 86;

/// What a text shows about a quotation: names, and values from 0 to 1.
pub type Features = [(&'static str, f32); FEATURES];

/// How far to look for words around a quotation, in bytes.
const BEFORE: usize = 180;
const AFTER: usize = 120;

/// Quotations of fewer bytes are compared with each other.
const SHORT: usize = 60;

/// What a score is above for speech, in languages without a value of their own. The
/// weights are fitted to be right as often as can be, for which 0 would do; but
/// speech that is taken for a mention loses its speaker as a fact and its place among
/// the quotations, and a mention that is taken for speech loses nothing. In each
/// language the value stands where the news that the weights are fitted to misses as
/// little speech as is wanted with the fewest mentions taken for it; what that gives on
/// other news stands in docs/QUALITY.md.
const LEAN: f32 = -0.8;

/// The same for English, whose annotated news counts many a name amid a report as
/// reported words.
const LEAN_ENGLISH: f32 = -1.7;

/// The same for languages that write all nouns with a capital: it goes with weights
/// of their own, and more than half of what is marked there is a mention.
const LEAN_CAPITAL_NOUNS: f32 = -1.95;

/// The longest that a headline gets in a text without headings, in bytes.
const HEADLINE: usize = 200;

/// The longest short form of a name, in bytes.
const SHORT_FORM: usize = 10;

/// A score that no weights outdo.
const CERTAIN: f32 = 100.0;

/// Decides for each quotation whether it is speech or a mention. Of a mention the
/// speaker says in whose report it stands, and kabar never stands by that. To be
/// called when speakers are known: that somebody is named as one speaks for speech.
pub fn decide(prose: &Prose, language: Language, quotes: &mut [Quotation]) {
    let scorer = Scorer::new(prose, language, quotes);
    let kinds = scorer.kinds();
    for (quote, kind) in quotes.iter_mut().zip(kinds) {
        quote.kind = kind;
        if kind == QuoteKind::Mention
            && let Some(speaker) = &mut quote.speaker
        {
            speaker.sure = false;
        }
    }
}

/// What all quotations of a text show, for fitting.
pub fn shown(prose: &Prose, language: Language, quotes: &[Quotation]) -> Vec<Shown> {
    let scorer = Scorer::new(prose, language, quotes);
    (0..quotes.len()).map(|i| scorer.shown(i)).collect()
}

/// What a score is above for speech in a language.
pub fn lean(language: Language) -> f32 {
    if has_capital_nouns(language) {
        LEAN_CAPITAL_NOUNS
    } else if language == Language::ENGLISH {
        LEAN_ENGLISH
    } else {
        LEAN
    }
}

/// Whether a language writes all nouns with a capital: what is spelled like a name
/// there may be any noun. The weights of such a language are others.
pub fn has_capital_nouns(language: Language) -> bool {
    matches!(language.code(), "de" | "lb")
}

struct Scorer<'a> {
    prose: &'a Prose,
    quotes: &'a [Quotation],
    cues: Cues,
    hints: Hints,
    /// Whether the language writes all nouns with a capital.
    capital_nouns: bool,
    language: Language,
    /// What a score is above for speech.
    lean: f32,
    /// Which marks the long quotations of the text have.
    marks: Marks,
    /// For each quotation which others have the same words, by number; `None`
    /// for long ones.
    groups: Vec<Option<usize>>,
    /// How many quotations each group has.
    sizes: Vec<usize>,
    /// Whether the words of each group stand elsewhere in the text.
    elsewhere: Vec<bool>,
    /// How many quotations have a sure speaker.
    sure: u16,
    /// Whether the text uses double marks at all: single ones are for headlines then.
    doubles: bool,
}

impl<'a> Scorer<'a> {
    fn new(prose: &'a Prose, language: Language, quotes: &'a [Quotation]) -> Self {
        let mut known = Words::default();
        let mut sizes = Vec::new();
        let mut group = |quote: &Quotation| {
            let key = words(prose, quote.span).trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            let group = *known.entry(key).or_insert(sizes.len());
            if group == sizes.len() {
                sizes.push(0);
            }
            sizes[group] += 1;
            group
        };
        let groups = quotes.iter().map(|it| (it.span.len() < SHORT).then(|| group(it))).collect();
        let mut keys = vec![""; sizes.len()];
        for (key, group) in &known {
            keys[*group] = key.as_str();
        }
        let elsewhere = again::again(&prose.text, &keys);
        let sure = quotes.iter().filter(|it| it.speaker.as_ref().is_some_and(|it| it.sure));
        Self {
            prose,
            quotes,
            cues: Cues::of(language),
            hints: Hints::of(language),
            capital_nouns: has_capital_nouns(language),
            language,
            lean: lean(language),
            marks: Marks::of(prose, quotes),
            groups,
            sizes,
            elsewhere,
            sure: u16::try_from(sure.count()).unwrap_or(u16::MAX),
            doubles: quotes.iter().any(|it| !single(prose.slice(it.span))),
        }
    }

    /// The kinds of all quotations. The same short words are of one kind all over a
    /// text, but for its headlines: what is quoted there abridges the body, and is
    /// speech also where it names who says what the body has as such, word for word.
    fn kinds(&self) -> Vec<QuoteKind> {
        let mut scores: Vec<f32> = (0..self.quotes.len()).map(|i| self.score(i)).collect();
        let mut sums = vec![(0.0, 0.0); self.sizes.len()];
        let body = |quote: usize| {
            let span = self.quotes[quote].span;
            self.groups[quote].filter(|_| !self.in_headline(Around::of(self.prose, span).paragraph))
        };
        let groups: Vec<Option<usize>> = (0..self.quotes.len()).map(body).collect();
        for (group, score) in groups.iter().zip(&scores) {
            if let Some(it) = group {
                sums[*it].0 += score;
                sums[*it].1 += 1.0;
            }
        }
        for (i, score) in scores.iter_mut().enumerate() {
            let mean = self.groups[i].map(|it| sums[it]).filter(|(_, n)| *n > 0.0).map(|(sum, n)| sum / n);
            match (groups[i], mean) {
                (Some(_), Some(mean)) => *score = mean,
                (None, Some(mean)) if self.quotes[i].speaker.is_some() => *score = score.max(mean),
                _ => {}
            }
        }
        let kind = |score: f32| if score > self.lean { QuoteKind::Speech } else { QuoteKind::Mention };
        scores.into_iter().map(kind).collect()
    }

    /// Whether the weights were fitted to names in the language too.
    fn is_fitted(&self) -> bool {
        matches!(self.language.code(), "en" | "de")
    }

    /// How much speaks for speech rather than for a mention.
    fn score(&self, quote: usize) -> f32 {
        let Shown { features, certain } = self.shown(quote);
        match certain {
            Some(QuoteKind::Speech) => CERTAIN,
            Some(QuoteKind::Mention) => -CERTAIN,
            None => {
                let weight =
                    |weight: f32, added: f32| if self.capital_nouns { weight + added } else { weight };
                let weighed = features.iter().zip(weights::WEIGHTS);
                weighed.map(|((_, value), (_, common, added))| value * weight(*common, *added)).sum()
            }
        }
    }

    fn shown(&self, quote: usize) -> Shown {
        let on = |yes: bool| f32::from(u8::from(yes));
        let it = &self.quotes[quote];
        let inside = words(self.prose, it.span);
        let Around { before, after, paragraph } = Around::of(self.prose, it.span);
        let led = before.trim_end();
        let word = led.split_whitespace().next_back().unwrap_or_default();
        let (mut led_by, mut buffer) = (String::new(), String::new());
        let lower = plain(word, &mut led_by);
        let (last, next) = (inside.chars().next_back(), after.chars().next());
        let n = count(inside);

        let ends = last.is_some_and(is_stop);
        let colon = led.ends_with([':', '：']);
        let leads = before.is_empty();
        let sentence = led.chars().next_back().is_some_and(is_stop);
        let spelled = Spelling::of(inside);
        let begins = leads || sentence || colon;
        let whole = begins && (ends || next.is_some_and(is_stop));
        let capital = spelled.first && !begins;

        let title = spelled.capitals > 1 && spelled.lower == 0;
        let (told, naming) = self.before(before);
        // Where the quotation ends the sentence, nothing after it belongs to it.
        let goes_on = !ends || after.trim_start().starts_with(char::is_lowercase);
        let heard = self.after(after);
        let article = self.hints.article(lower);
        let reported = told.near || heard.near;
        let short = n <= 3;
        let inner = self.inner(inside, &mut buffer);
        let small_first = inside.starts_with(char::is_lowercase);
        let named = naming.touching && !small_first && !reported;
        let unclaimed = !reported && it.cue.is_none() && it.speaker.is_none();
        let bare = !self.is_fitted() && unclaimed && capital && title;
        let behind = plain(after.split_whitespace().next().unwrap_or_default(), &mut buffer);
        let marks = self.marks.around(self.prose.slice(it.span), n);
        let sure = it.speaker.as_ref().is_some_and(|it| it.sure);
        let cue = it.cue.map(|cue| {
            if cue.start >= it.span.end {
                cue.start - it.span.end
            } else {
                it.span.start.saturating_sub(cue.end)
            }
        });
        let again = self.groups[quote].map_or(1, |it| self.sizes[it]);
        let elsewhere = self.groups[quote].is_some_and(|it| self.elsewhere[it]);
        let sentence_around = Span::new(
            it.span.start - told.reach.min(it.span.start),
            it.span.end + if goes_on { heard.reach } else { 0 },
        );
        let named_near = it.speaker.as_ref().is_some_and(|it| sentence_around.overlaps(it.at));
        let indirect = told.indirect || goes_on && heard.indirect;
        let possessor = led.ends_with("'s") || led.ends_with("’s");
        let abbreviated = is_abbreviated(after);
        let marked_once = single(self.prose.slice(it.span));
        let unstopped =
            !self.prose.slice(paragraph).ends_with(['.', '!', '?', '…', '"', '”', '“', '»', ')', ':']);
        let features = [
            ("always", 1.0),
            ("one word", on(n <= 1)),
            ("two words", on(n == 2)),
            ("three words", on(n == 3)),
            ("four or five words", on(n == 4 || n == 5)),
            ("six to nine words", on((6..10).contains(&n))),
            ("ten words and more", on(n >= 10)),
            ("up to three words, nobody reports", on(short && !reported)),
            ("four words and more, nobody reports", on(n > 3 && !reported)),
            ("ends with a stop", on(ends)),
            ("ends with a comma", on(last.is_some_and(is_comma))),
            ("a comma follows", on(next.is_some_and(is_comma))),
            ("a stop follows", on(next.is_some_and(is_stop))),
            ("a hyphen or a slash touches", on(next.is_some_and(is_joint) || before.ends_with(is_joint))),
            ("a bracket follows", on(after.trim_start().starts_with('('))),
            ("in brackets", on(before.ends_with(['(', '[']) || matches!(next, Some(')' | ']')))),
            ("after a colon", on(colon)),
            ("after a comma", on(led.ends_with(is_comma))),
            ("begins the paragraph", on(leads)),
            ("begins a sentence", on(sentence)),
            ("is a sentence", on(whole)),
            ("is a short sentence", on(whole && n < 4)),
            ("in a line without a stop", on(unstopped)),
            ("is a sentence with its own stop", on(begins && ends && n > 1)),
            ("a capital amid a sentence", on(capital)),
            ("begins with a capital", on(spelled.first)),
            ("all words capitalized", on(title)),
            ("all words capitalized, nobody reports", on(title && !reported)),
            ("lower share", spelled.lower_share()),
            ("a small word inside", on(inner.small > 0)),
            ("small words inside", on(inner.small > 1)),
            ("a comma inside", on(inside.trim_end_matches(is_comma).contains(is_comma))),
            ("speaks as I, we or you", on(inner.speaks)),
            ("reporting word just before", on(told.just)),
            ("reporting word in the sentence before", on(told.near)),
            ("reporting word just after", on(heard.just)),
            ("reporting word in the sentence after", on(heard.near)),
            ("naming word before", on(naming.names)),
            ("work or thing before", on(naming.thing.is_some_and(|it| it < 2))),
            ("article before", on(article)),
            ("capitalized word before", on(word.starts_with(char::is_uppercase))),
            ("lower-case word before", on(word.starts_with(char::is_lowercase))),
            ("that before", on(self.hints.that(lower))),
            ("as before", on(self.hints.like(lower))),
            ("quoted again", on(again > 1)),
            ("inside of another", on(it.depth > 0)),
            ("single marks", on(marked_once)),
            ("a lower-case word follows", on(after.trim_start().starts_with(char::is_lowercase))),
            ("a quotation is near", on(self.near(quote))),
            ("a long quotation in the paragraph", on(self.long_beside(quote, paragraph))),
            ("has a speaker", on(it.speaker.is_some())),
            ("has a sure speaker", on(sure)),
            ("has a sure speaker, up to three words", on(sure && short)),
            ("has a reporting word", on(it.cue.is_some())),
            ("has a reporting word close by", on(cue.is_some_and(|it| it < 30))),
            ("has a speaker, all words capitalized", on(it.speaker.is_some() && title)),
            ("in a headline, single marks", on(marked_once && self.doubles && self.in_headline(paragraph))),
            ("behind a dash", on(led.ends_with(['-', '–', '—']))),
            ("a capital amid a sentence, not all capitalized", on(spelled.first && !begins && !title)),
            (
                "capitalized word before, not all capitalized",
                on(spelled.first && !title && word.starts_with(char::is_uppercase)),
            ),
            ("three words and more, all capitalized", on(title && n >= 3)),
            ("possessor before, all words capitalized", on(title && possessor)),
            (
                "work or thing in the sentence before, all words capitalized",
                on(title && naming.thing.is_some()),
            ),
            ("a capital, work or thing just before, nobody reports", on(named)),
            ("article before, all words capitalized", on(title && article)),
            ("a capital inside of a word", on(spelled.inner)),
            ("a digit inside", on(spelled.digit)),
            ("the speaker is named in the sentence", on(named_near)),
            (
                "the speaker has a full name",
                on(it.speaker.as_ref().is_some_and(|it| self.is_person(&it.name))),
            ),
            ("a subjunctive of report in the sentence", on(indirect)),
            ("the same words elsewhere", on(elsewhere)),
            ("a title and its author", on(self.hints.has_author(after))),
            ("title, motto or name before", on(self.hints.entitles(lower))),
            ("called so behind it", on(self.hints.calls(behind))),
            ("an abbreviation in brackets follows", on(abbreviated)),
            ("several words, no capital first", on(n > 1 && !spelled.first)),
            ("a word of another language inside", on(inner.foreign)),
            ("the text has long quotations", on(marks.long)),
            ("long quotations have other marks", on(marks.others)),
            ("long quotations have other marks, single marks", on(marks.others && marked_once)),
            ("share of sure speakers in the text", self.sure_beside(sure)),
            ("preposition before, all words capitalized", on(title && self.hints.preposition(lower))),
            ("a colon inside, all words capitalized", on(title && inside.contains(": "))),
            ("begins with an article, without a capital", on(!spelled.first && inner.article)),
            (
                "begins a sentence, nobody reports, up to five words",
                on((leads || sentence) && !reported && n <= 5),
            ),
            ("has an unsure speaker, up to three words", on(it.speaker.is_some() && !sure && short)),
        ];
        let belongs = title && possessor;
        let authored = !small_first && !told.near && self.hints.is_authored(after, self.capital_nouns);
        let stands_for = !small_first && abbreviated && it.cue.is_none();
        let entitled = self.language != Language::ENGLISH
            && !small_first
            && (self.hints.entitles(lower) || naming.title_is);
        let name = named || bare || belongs || authored || stands_for || entitled;
        let certain = if is_dialogue(self.prose.slice(it.span), before) {
            Some(QuoteKind::Speech)
        } else if name || self.hints.distances(before) || Hints::named_behind(after) {
            Some(QuoteKind::Mention)
        } else {
            None
        };
        Shown { features, certain }
    }

    /// What the words inside tell.
    fn inner(&self, inside: &str, buffer: &mut String) -> Inner {
        let mut inner = Inner::default();
        for (i, word) in inside.split_whitespace().take(40).enumerate() {
            let word = plain(word, buffer);
            inner.speaks |= self.hints.speaks(word);
            if i < 12 {
                inner.article |= i == 0 && self.hints.article(word);
                inner.small += usize::from(self.hints.small(word));
                inner.foreign |= self.hints.foreign(word);
            }
        }
        inner
    }

    /// What the words before tell.
    fn before(&self, before: &str) -> (Told, Naming) {
        let mut told = Told::default();
        let mut naming = Naming::default();
        let (mut is, mut buffer) = (false, String::new());
        for (i, piece) in before.split_inclusive(char::is_whitespace).rev().take(24).enumerate() {
            let word = piece.trim_end();
            if i > 0 && word.ends_with(is_stop) && word.len() > 3 {
                break;
            }
            told.reach += piece.len();
            let word = plain(word, &mut buffer);
            let reports = self.cues.has(word);
            told.indirect |= self.hints.reports_indirectly(word);
            told.just |= reports && i < 4;
            told.near |= reports;
            naming.names |= i < 1 && self.hints.names(word);
            is |= i == 0 && self.hints.equates(word);
            naming.title_is |= is && i > 0 && self.hints.entitles(word);
            let thing = || self.hints.thing(word) || i == 0 && self.hints.compound(word);
            if i < 5 && naming.thing.is_none() && thing() {
                naming.thing = Some(i);
                naming.touching = i == 0 && piece.trim_end().ends_with(char::is_alphanumeric);
            }
        }
        // Scripts without spaces between words.
        let near = Span::new(before.len().saturating_sub(12), before.len()).slice(before);
        naming.names |= self.hints.names_within(near);
        if self.hints.thing_within(near) {
            naming.thing = Some(0);
            naming.touching = self.hints.thing_ends(near);
        }
        told.just |= self.cues.within(near);
        told.near |= told.just;
        (told, naming)
    }

    /// What the words after tell.
    fn after(&self, after: &str) -> Told {
        let mut told = Told::default();
        let mut buffer = String::new();
        for (i, piece) in after.split_inclusive(char::is_whitespace).take(14).enumerate() {
            let word = piece.trim_end();
            told.reach += piece.len();
            let lower = plain(word, &mut buffer);
            let reports = self.cues.has(lower);
            told.indirect |= self.hints.reports_indirectly(lower);
            told.just |= reports && i < 4;
            told.near |= reports;
            if word.ends_with(is_stop) && word.len() > 3 {
                break;
            }
        }
        let near = Span::new(0, 18).slice(after);
        told.just |= self.cues.within(near);
        told.near |= told.just;
        told
    }

    /// Whether a paragraph is a heading, or the short first line of a text.
    fn in_headline(&self, paragraph: Span) -> bool {
        let paragraphs = &self.prose.paragraphs;
        let heading = |it: &Paragraph| it.kind == ParagraphKind::Heading && it.span.start == paragraph.start;
        let first = paragraphs.first().is_some_and(|it| it.span == paragraph);
        let at = paragraphs.partition_point(|it| it.span.start < paragraph.start);
        first && paragraphs.len() > 1 && paragraph.len() < HEADLINE || paragraphs.get(at).is_some_and(heading)
    }

    /// Whether a name is one of several words that no article leads.
    fn is_person(&self, name: &str) -> bool {
        let mut words = name.split_whitespace();
        let first = words.next().unwrap_or_default();
        first.starts_with(char::is_uppercase)
            && words.next().is_some()
            && !self.hints.article(plain(first, &mut String::new()))
    }

    /// How many of the other quotations of the text have a sure speaker, as a share.
    /// A text without others counts as half.
    fn sure_beside(&self, sure: bool) -> f32 {
        let all = u16::try_from(self.quotes.len()).unwrap_or(u16::MAX);
        let sure = self.sure.saturating_sub(u16::from(sure));
        (f32::from(sure) + 0.5) / f32::from(all.max(1))
    }

    /// Whether another quotation stands a few words away.
    fn near(&self, quote: usize) -> bool {
        let span = self.quotes[quote].span;
        let before = quote.checked_sub(1).and_then(|i| self.quotes.get(i));
        let after = self.quotes.get(quote + 1);
        before.is_some_and(|it| it.span.end <= span.start && span.start - it.span.end < 12)
            || after.is_some_and(|it| it.span.start >= span.end && it.span.start - span.end < 12)
    }

    /// Whether a neighbor in the same paragraph is long enough to be speech.
    fn long_beside(&self, quote: usize, paragraph: Span) -> bool {
        let neighbors = quote.saturating_sub(2)..(quote + 3).min(self.quotes.len());
        neighbors.into_iter().filter(|i| *i != quote).any(|i| {
            let it = &self.quotes[i];
            it.depth == 0 && it.span.len() > 60 && it.span.overlaps(paragraph)
        })
    }
}

/// What a quotation shows.
pub struct Shown {
    pub features: Features,
    /// The kind of what stands where there is no doubt, whatever the features add up
    /// to. Dialogue after a dash is speech. A mention is what begins with no small
    /// letter right behind a work or thing where nobody reports; what is spelled like a
    /// title behind somebody's `'s`; a title and its author; what has its short form in
    /// brackets behind it; what a writer keeps a distance to; whom a report is after
    /// (`according to “…”`). So is what a word for titles leads, but in English, where
    /// annotated news counts titles amid a report as reported words; and in a language
    /// without annotated names what has a capital amid a sentence where nobody reports
    /// or speaks, and is spelled like a title. Of what is a mention so in annotated
    /// news, 128 are and 6 are speech, all in English.
    pub certain: Option<QuoteKind>,
}

/// What the words of a quotation tell.
#[derive(Default)]
struct Inner {
    /// Whether the first is an article.
    article: bool,
    /// How many small words are among the first.
    small: usize,
    /// Whether one of the first is of another language.
    foreign: bool,
    /// Whether somebody speaks of themselves or to somebody.
    speaks: bool,
}

/// Whether a word that reports speech stands near.
#[derive(Clone, Copy, Default)]
struct Told {
    just: bool,
    near: bool,
    /// Whether a verb form stands near that reports what somebody else says.
    indirect: bool,
    /// How many bytes of the sentence lie on this side.
    reach: usize,
}

/// Whether words stand before that give something a name.
#[derive(Clone, Copy, Default)]
struct Naming {
    names: bool,
    /// How many words stand between the quotation and a work or a thing, up to four.
    thing: Option<usize>,
    /// Whether the work or thing is the word before, without a sign between.
    touching: bool,
    /// Whether a title, a motto or a name stands before that the quotation is said to
    /// be: `Das Motto lautet „…“`.
    title_is: bool,
}

/// Whether what follows begins with a short form in brackets: `“…” (PAD)`, `“…” (1998)`.
fn is_abbreviated(after: &str) -> bool {
    let Some((form, _)) = after.trim_start().strip_prefix('(').and_then(|it| it.split_once([')', ',', ';']))
    else {
        return false;
    };
    let first = form.chars().next();
    first.is_some_and(|it| it.is_uppercase() || it.is_numeric())
        && form.len() <= SHORT_FORM
        && !form.contains(char::is_whitespace)
}

/// The text around a quotation, within its paragraph.
struct Around<'a> {
    before: &'a str,
    after: &'a str,
    paragraph: Span,
}

impl<'a> Around<'a> {
    fn of(prose: &'a Prose, quote: Span) -> Self {
        let paragraphs = &prose.paragraphs;
        let first = paragraphs.partition_point(|it| it.span.end <= quote.start);
        let last = paragraphs.partition_point(|it| it.span.end < quote.end);
        let first = paragraphs.get(first).map_or(quote, |it| it.span);
        let last = paragraphs.get(last).map_or(quote, |it| it.span);
        let from = first.start.max(quote.start.saturating_sub(BEFORE));
        let to = last.end.min(quote.end + AFTER);
        Self {
            before: Span::new(from, quote.start).slice(&prose.text),
            after: Span::new(quote.end, to).slice(&prose.text),
            paragraph: Span::new(first.start, last.end),
        }
    }
}

#[cfg(test)]
mod tests;
