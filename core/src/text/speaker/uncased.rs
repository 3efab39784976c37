//! Arabic and Hebrew: words are set apart, but nothing shows which of them are
//! names. A name is the run of words beside a reporting verb, up to a mark or a
//! function word, without the titles before it.

use std::collections::{HashMap, HashSet};

use super::super::letter;
use super::super::lexicon::Class;
use super::super::lexicon::semitic::{self, Words};
use super::super::prose::Prose;
use super::super::quote::Quotation;
use super::super::span::Span;
use super::Answer;
use super::cast::{Cast, Scene, Told, Who, scenes};
use super::rules::Rule;
use crate::article::Language;

/// How many words around a quotation are looked at.
const REACH: usize = 30;
/// How many bytes that is at most.
const BYTES: usize = 600;

/// A word, or the mark in its place.
#[derive(Clone, Copy)]
struct Token<'a> {
    word: &'a str,
    span: Span,
    mark: bool,
}

impl Token<'_> {
    fn stops(self) -> bool {
        self.mark && self.word.starts_with(['.', '!', '?', '؟', '…'])
    }
}

pub(super) fn answers(
    prose: &Prose,
    language: Language,
    quotes: &[Quotation],
) -> Option<Vec<(usize, Answer)>> {
    let words = semitic::of(language)?;
    let scenes = scenes(prose, quotes);
    let reader = Reader { text: &prose.text, words };
    let told: Vec<Option<Told>> = scenes.iter().map(|it| reader.told(it)).collect();
    let cast = reader.cast(prose, quotes, &told);
    Some(cast.answers(prose, &scenes, &told))
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    text: &'a str,
    words: &'static Words,
}

impl<'a> Reader<'a> {
    /// The words and marks of a stretch of the text.
    fn tokens(self, span: Span) -> impl Iterator<Item = Token<'a>> {
        let mut chars =
            span.slice(self.text).char_indices().map(move |(at, c)| (at + span.start, c)).peekable();
        let text = self.text;
        std::iter::from_fn(move || {
            let (start, c) = chars.find(|(_, c)| !c.is_whitespace())?;
            let mut end = start + c.len_utf8();
            let mark = !letter::is_alphanumeric(c);
            while !mark && let Some(&(at, next)) = chars.peek() {
                // Gershayim and geresh stand inside of abbreviations and names.
                let inside = matches!(next, '"' | '״' | '׳' | '\'' | '’' | '־' | '-') && {
                    let mut ahead = chars.clone();
                    ahead.next();
                    ahead.peek().is_some_and(|(_, c)| letter::is_alphanumeric(*c))
                };
                if !letter::is_alphanumeric(next) && !inside {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
            let span = Span::new(start, end);
            Some(Token { word: span.slice(text), span, mark })
        })
    }

    /// What the sentence around a quotation says of it.
    fn told(self, scene: &Scene) -> Option<Told> {
        let before = self.sentence_before(scene.before);
        let colon = before.last().is_some_and(|it| it.word == ":");
        if colon && let Some(told) = self.before(&before) {
            return Some(told);
        }
        self.after(scene.after).or_else(|| self.before(&before))
    }

    /// The tokens of the sentence that leads to a quotation.
    fn sentence_before(self, span: Span) -> Vec<Token<'a>> {
        let from = self.text.ceil_char_boundary(span.start.max(span.end.saturating_sub(BYTES)));
        let tokens: Vec<Token> = self.tokens(Span::new(from.min(span.end), span.end)).collect();
        let start = tokens.iter().rposition(|it| it.stops()).map_or(0, |it| it + 1);
        tokens.get(start.max(tokens.len().saturating_sub(REACH))..).unwrap_or_default().to_vec()
    }

    /// The report behind a quotation: `…، قال X`, `", אמר X`, `", הוא אמר`.
    fn after(self, span: Span) -> Option<Told> {
        let to = self.text.floor_char_boundary(span.end.min(span.start + BYTES));
        let mut tokens: Vec<Token> = self.tokens(Span::new(span.start, to)).take(REACH).collect();
        let stop = tokens.iter().position(|it| it.stops()).unwrap_or(tokens.len());
        tokens.truncate(stop);
        let mut at = tokens.iter().take_while(|it| it.mark).count();
        while tokens.get(at).is_some_and(|it| self.words.adverbs.contains(it.word)) {
            at += 1;
        }
        let first = *tokens.get(at)?;
        if self.words.sources.contains(first.word) {
            let (who, at) = self.name(tokens.get(at + 1..)?)?;
            return Some(Told { rule: Rule::SourceAfter, who, at, cue: Some(first.span), sex: Class::NONE });
        }
        if let Some(sex) = self.words.verb(first.word) {
            return Some(self.behind(&tokens, at, sex, Rule::VerbSubject));
        }
        if let Some(pronoun) = self.words.pronoun(first.word) {
            let verb = tokens.get(at + 1..)?.iter().take(3).find(|it| self.words.verb(it.word).is_some())?;
            return Some(Told {
                rule: Rule::SubjectVerb,
                who: Who::Pronoun(pronoun),
                at: first.span,
                cue: Some(verb.span),
                sex: Class::NONE,
            });
        }
        // `", X Y אמר`
        let verb = (at + 1..tokens.len().min(at + 6)).find(|it| self.verb_at(&tokens, *it).is_some())?;
        let sex = self.verb_at(&tokens, verb)?;
        let run = tokens.get(at..verb)?;
        if run.iter().any(|it| it.mark || self.words.function.contains(it.word)) {
            return None;
        }
        let (who, place) = self.name(run)?;
        let cue = tokens.get(verb).map(|it| it.span);
        Some(Told { rule: Rule::SubjectVerb, who, at: place, cue, sex })
    }

    fn verb_at(self, tokens: &[Token], at: usize) -> Option<Class> {
        tokens.get(at).filter(|it| !it.mark).and_then(|it| self.words.verb(it.word))
    }

    /// Whom the verb at `verb` has behind it; where nobody stands there, whoever
    /// is spoken of.
    fn behind(self, tokens: &[Token], verb: usize, sex: Class, rule: Rule) -> Told {
        let cue = tokens.get(verb).map(|it| it.span);
        let mut at = verb + 1;
        while tokens.get(at).is_some_and(|it| self.words.adverbs.contains(it.word)) {
            at += 1;
        }
        let rest = tokens.get(at..).unwrap_or_default();
        if let Some(first) = rest.first()
            && let Some(pronoun) = self.words.pronoun(first.word)
        {
            return Told { rule, who: Who::Pronoun(pronoun), at: first.span, cue, sex };
        }
        if let Some((who, at)) = self.name(rest) {
            return Told { rule, who, at, cue, sex };
        }
        let pronoun = match (sex.any(Class::MAN), sex.any(Class::WOMAN)) {
            (true, false) => Class::HE,
            (false, true) => Class::SHE,
            _ => Class::HE.and(Class::SHE),
        };
        let at = cue.unwrap_or_default();
        Told { rule, who: Who::Pronoun(pronoun), at, cue, sex: Class::NONE }
    }

    /// The report before a quotation: `وقال X: `, `X אמר: `.
    fn before(self, tokens: &[Token]) -> Option<Told> {
        let source = tokens.iter().rposition(|it| self.words.sources.contains(it.word));
        let verb = (0..tokens.len()).rev().find(|it| self.verb_at(tokens, *it).is_some());
        if let Some(at) = source
            && verb.is_none_or(|it| it < at)
            && let Some((who, place)) = tokens.get(at + 1..).and_then(|it| self.name(it))
        {
            let cue = tokens.get(at).map(|it| it.span);
            return Some(Told { rule: Rule::SourceBefore, who, at: place, cue, sex: Class::NONE });
        }
        let verb = verb?;
        let sex = self.verb_at(tokens, verb)?;
        let close = tokens.last().is_some_and(|it| it.word == ":") || verb + 1 == tokens.len();
        let rule = if close { Rule::BeforeClose } else { Rule::Before };
        let told = self.behind(tokens, verb, sex, rule);
        let ahead = tokens.get(..verb).unwrap_or_default();
        // A pronoun before the verb is its subject, whatever stands behind it.
        let pronoun = ahead
            .iter()
            .enumerate()
            .rev()
            .find(|(at, it)| {
                let opens = *at == 0 || ahead.get(at - 1).is_some_and(|it| it.mark);
                (opens || *at + 1 == verb) && self.words.pronoun(it.word).is_some()
            })
            .and_then(|(_, it)| Some((self.words.pronoun(it.word)?, it.span)));
        if let Some((pronoun, at)) = pronoun.filter(|_| !matches!(told.who, Who::Named(_))) {
            return Some(Told { who: Who::Pronoun(pronoun), at, sex: Class::NONE, ..told });
        }
        if matches!(told.who, Who::Pronoun(_)) && told.cue == Some(told.at) && verb > 0 {
            // The subject right before the verb, or at the head of the sentence.
            let run = ahead
                .iter()
                .rposition(|it| it.mark)
                .map_or(ahead, |it| ahead.get(it + 1..).unwrap_or_default());
            if let Some((who, at)) = self.name(run).filter(|_| run.len() <= 6) {
                return Some(Told { rule, who, at, sex, ..told });
            }
        }
        Some(told)
    }

    /// The name that a run of words begins with, and where it stands with its
    /// titles; `None` where none stands there.
    fn name(self, tokens: &[Token]) -> Option<(Who, Span)> {
        let definite = |it: &Token| it.word.strip_prefix(self.words.article).is_some_and(|it| it.len() > 2);
        // Titles and what they are of do not count as words of the name.
        let office = tokens.iter().take_while(|it| self.words.is_title(it.word)).count();
        let of = tokens.iter().skip(office).take_while(|it| office > 0 && definite(it)).count();
        let ends = |at: usize, it: &Token| {
            it.mark
                || self.words.function.contains(it.word)
                || self.words.adverbs.contains(it.word)
                || it.word.starts_with(|c: char| c.is_ascii_digit())
                || self.words.verb(it.word).is_some()
                || self.words.pronoun(it.word).is_some()
                || self.words.leads_on(it.word, at.saturating_sub(office + of))
        };
        let end = tokens.iter().enumerate().position(|(at, it)| ends(at, it)).unwrap_or(tokens.len());
        let run = tokens.get(..end.min(7))?;
        let (first, last) = (run.first()?, run.last()?);
        let whole = Span::new(first.span.start, last.span.end);
        let titles = run.iter().take_while(|it| self.words.is_title(it.word)).count();
        let mut rest = run.get(titles..)?;
        if titles > 0 {
            while rest.len() > 2 && rest.first().is_some_and(definite) {
                rest = rest.get(1..)?;
            }
            // `وزير خارجية مصر سامح شكري`: what the office is of has no article.
            if rest.len() > 3 {
                rest = rest.get(rest.len() - 2..)?;
            }
        } else if rest.len() > 3 && rest.get(1).is_some_and(definite) {
            // `حارس البرج أبو ياسين`: a role that is not listed.
            rest = rest.get(2..)?;
        }
        let (Some(first), Some(last)) = (rest.first(), rest.last()) else {
            return Some((Who::Noun, whole));
        };
        let name = Span::new(first.span.start, last.span.end);
        match rest.len() {
            1 if titles > 0 && definite(first) && self.words.article != "ال" => Some((Who::Noun, whole)),
            1 => Some((Who::Perhaps(name), whole)),
            // `الحاكم العام`, `رئيس مجلس الإدارة`: nouns, not names.
            2 if definite(last)
                && (definite(first)
                    || run.len() == titles + 2 && titles > 0 && !run.iter().take(titles).any(definite)) =>
            {
                Some((Who::Noun, whole))
            }
            2..=4 => Some((Who::Named(name), whole)),
            _ => None,
        }
    }

    /// Everybody with a name: who speaks, and whoever an apposition or a title
    /// introduces and the text names again.
    fn cast(self, prose: &'a Prose, quotes: &[Quotation], told: &[Option<Told>]) -> Cast<'a> {
        let text = self.text;
        let mut full: Vec<Span> = Vec::new();
        let mut single: HashSet<&str> = HashSet::new();
        for it in told.iter().flatten() {
            match it.who {
                Who::Named(name) => full.push(name),
                Who::Perhaps(name) => {
                    single.insert(name.slice(text));
                }
                _ => {}
            }
        }
        let tokens = self.running(prose, quotes);
        let (titled, mut introduced) = self.introduced(&tokens);
        full.extend(titled);
        for (at, token) in tokens.iter().enumerate() {
            let behind = tokens.get(at + 1..tokens.len().min(at + 9)).unwrap_or_default();
            if !token.mark
                && self.words.verb(token.word).is_some()
                && let Some((Who::Perhaps(name), _)) = self.name(behind)
            {
                single.insert(name.slice(text));
            }
        }
        // Short forms are last words; how often each stands in the text, and
        // what stands before its first place.
        let last = |name: Span| name.slice(text).rsplit(' ').next().unwrap_or_default();
        let wanted: HashSet<&str> =
            single.iter().copied().chain(full.iter().chain(&introduced).map(|it| last(*it))).collect();
        let mut seen: HashMap<&str, (bool, Option<Span>)> = HashMap::new();
        for (at, token) in tokens.iter().enumerate() {
            if !token.mark && wanted.contains(token.word) {
                let before = at
                    .checked_sub(1)
                    .and_then(|it| tokens.get(it))
                    .filter(|it| self.may_be_given(it) && self.is_introduced(&tokens, at));
                let name = before.map(|it| Span::new(it.span.start, token.span.end));
                // Whoever heads a sentence alone is somebody by that word.
                let heads = at.checked_sub(1).and_then(|it| tokens.get(it)).is_none_or(|it| it.stops());
                seen.entry(token.word).or_insert((false, name)).0 |= heads;
            }
        }
        introduced.retain(|it| seen.get(last(*it)).is_some_and(|it| it.0));
        let mut cast = Cast::default();
        for name in full.iter().chain(&introduced) {
            let name = name.slice(text);
            cast.add(name);
            cast.shorten(name.rsplit(' ').next().unwrap_or_default(), name);
        }
        for word in single {
            if !cast.knows(word)
                && let Some((_, Some(name))) = seen.get(word)
            {
                let name = name.slice(text);
                if name.split(' ').count() == 2 {
                    cast.add(name);
                    cast.shorten(word, name);
                }
            }
        }
        for token in &tokens {
            if wanted.contains(token.word) {
                cast.mention(token.word, token.span.start);
            }
        }
        cast
    }

    /// The tokens of the text outside of quotations.
    fn running(self, prose: &Prose, quotes: &[Quotation]) -> Vec<Token<'a>> {
        let mut tokens = Vec::new();
        let mut outer = quotes.iter().filter(|it| it.depth == 0).map(|it| it.span).peekable();
        for paragraph in &prose.paragraphs {
            let mut from = paragraph.span.start;
            // A paragraph begins a sentence, whatever ended the one before.
            tokens.push(Token { word: ".", span: Span::new(from, from), mark: true });
            while let Some(quote) = outer.peek().filter(|it| it.start < paragraph.span.end) {
                if quote.start > from {
                    tokens.extend(self.tokens(Span::new(from, quote.start)));
                }
                from = from.max(quote.end);
                if quote.end > paragraph.span.end {
                    break;
                }
                outer.next();
            }
            if from < paragraph.span.end {
                tokens.extend(self.tokens(Span::new(from, paragraph.span.end)));
            }
        }
        tokens
    }

    /// Names that a title introduces (`الدكتور X Y،`), and runs that may be names
    /// in apposition (`…, X Y, …`).
    fn introduced(self, tokens: &[Token]) -> (Vec<Span>, Vec<Span>) {
        let (mut titled, mut others) = (Vec::new(), Vec::new());
        for (at, token) in tokens.iter().enumerate() {
            let rest = tokens.get(at..tokens.len().min(at + 6)).unwrap_or_default();
            if token.mark {
                if let [comma, first, last, close, ..] = rest
                    && matches!(comma.word, "," | "،")
                    && close.mark
                    && first.word != last.word
                    && self.may_be_given(first)
                    && self.may_be_given(last)
                {
                    others.push(Span::new(first.span.start, last.span.end));
                }
            } else if let [title, first, last, close, ..] = rest
                && self.words.is_title(title.word)
                && self.words.is_honorific(title.word)
                && close.mark
                && !last.word.starts_with(self.words.never_last)
                && self.may_be_given(first)
                && self.may_be_given(last)
            {
                titled.push(Span::new(first.span.start, last.span.end));
            }
        }
        (titled, others)
    }

    /// Whether the two words that end at `at` stand where a name does: behind a
    /// title, or with a mark behind them.
    fn is_introduced(self, tokens: &[Token], at: usize) -> bool {
        at.checked_sub(2).and_then(|it| tokens.get(it)).is_some_and(|it| {
            !it.mark && (self.words.is_title(it.word) || self.words.verb(it.word).is_some())
        }) || tokens.get(at + 1).is_some_and(|it| it.mark)
    }

    /// Whether a word may be a part of a name.
    fn may_be_given(self, token: &Token) -> bool {
        !token.mark
            && !self.words.function.contains(token.word)
            && !self.words.adverbs.contains(token.word)
            && !self.words.is_title(token.word)
            && self.words.verb(token.word).is_none()
            && self.words.pronoun(token.word).is_none()
            && !token.word.starts_with(|c: char| c.is_numeric())
    }
}
