//! Chinese and Japanese, without spaces between words, and Korean, whose words
//! carry particles. A name is the run of characters between a border and the
//! particle or verb that it stands before.
//!
//! Everything looks at one or two clauses beside a quotation, at most [`REACH`]
//! characters.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::lexicon::{Class, han};
use super::super::prose::Prose;
use super::super::quote::Quotation;
use super::super::span::Span;
use super::super::table::Set;
use super::Answer;
use super::cast::{Cast, Scene, Told, Who, scenes};
use super::rules::Rule;
use crate::article::Language;

mod japanese;
mod korean;

/// How many bytes beside a quotation are looked at.
const REACH: usize = 360;
/// How many characters a name has at most.
const LONGEST: usize = 10;

const STOPS: [char; 6] = ['。', '！', '？', '!', '?', '…'];

static SURNAMES: LazyLock<Set<char>> = LazyLock::new(|| han::ZH_SURNAMES.chars().collect());
static FOLLOWS: LazyLock<Set<char>> = LazyLock::new(|| han::ZH_FOLLOWS.chars().collect());

pub(super) fn answers(
    prose: &Prose,
    language: Language,
    quotes: &[Quotation],
) -> Option<Vec<(usize, Answer)>> {
    let text = &prose.text;
    let scenes = scenes(prose, quotes);
    let (told, cast) = match language.code() {
        "zh" => {
            let told: Vec<_> = scenes.iter().map(|it| chinese(text, it)).collect();
            let cast = chinese_cast(prose, quotes, &told);
            (told, cast)
        }
        "ja" => {
            let told = scenes.iter().map(|it| japanese::told(text, it)).collect();
            (told, japanese::cast(prose, quotes))
        }
        "ko" => {
            let told: Vec<_> = scenes.iter().map(|it| korean::told(text, it)).collect();
            let cast = korean::cast(prose, &told);
            (told, cast)
        }
        _ => return None,
    };
    Some(cast.answers(prose, &scenes, &told))
}

/// A part of a text that knows where it stands.
#[derive(Clone, Copy)]
struct Part<'a> {
    text: &'a str,
    span: Span,
}

impl<'a> Part<'a> {
    fn new(text: &'a str, span: Span) -> Self {
        Self { text, span }
    }

    fn words(self) -> &'a str {
        self.span.slice(self.text)
    }

    fn from(self, at: usize) -> Self {
        Self::new(self.text, Span::new(self.span.start + at, self.span.end))
    }

    fn to(self, at: usize) -> Self {
        Self::new(self.text, Span::new(self.span.start, self.span.start + at))
    }

    fn within(self, from: usize, to: usize) -> Span {
        Span::new(self.span.start + from, self.span.start + to)
    }

    fn trim(self, test: impl Fn(char) -> bool + Copy) -> Self {
        let words = self.words();
        let lead = words.len() - words.trim_start_matches(test).len();
        let tail = words.trim_end_matches(test).len();
        self.from(lead).to(tail.saturating_sub(lead))
    }

    /// The beginning, down to a border of characters.
    fn head(self) -> Self {
        let end = self.text.floor_char_boundary(self.span.end.min(self.span.start + REACH));
        Self::new(self.text, Span::new(self.span.start, end))
    }

    /// The end, from a border of characters.
    fn tail(self) -> Self {
        let start = self.text.ceil_char_boundary(self.span.start.max(self.span.end.saturating_sub(REACH)));
        Self::new(self.text, Span::new(start.min(self.span.end), self.span.end))
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '々' | '〇' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FFFF}')
}

/// What a Chinese sentence says about a quotation in it.
fn chinese(text: &str, scene: &Scene) -> Option<Told> {
    let before = Part::new(text, scene.before).tail();
    let after = Part::new(text, scene.after).head();
    let colon = before.words().trim_end().ends_with(['：', ':']);
    if colon && let Some(told) = chinese_before(before) {
        return Some(told);
    }
    chinese_after(after).or_else(|| if colon { None } else { chinese_before(before) })
}

/// `“…”沈先生说`: the clause behind the quotation ends with a verb.
fn chinese_after(after: Part<'_>) -> Option<Told> {
    let lead = |c: char| c.is_whitespace() || matches!(c, '，' | ',' | '—' | '–');
    let words = after.words();
    let rest = after.from(words.len() - words.trim_start_matches(lead).len());
    let ends =
        |c: char| STOPS.contains(&c) || matches!(c, '，' | ',' | '：' | ':' | '；' | '“' | '「' | '\n');
    let mut clause = rest.to(rest.words().find(ends).unwrap_or_else(|| rest.words().len()));
    let adverbial = ["在", "当", "當", "对此", "對此", "随后", "隨後", "日前", "谈到", "談到"];
    if adverbial.iter().any(|it| clause.words().starts_with(it))
        && let Some(next) = rest.words().get(clause.words().len()..).and_then(|it| it.strip_prefix('，'))
    {
        let from = rest.words().len() - next.len();
        let second = rest.from(from);
        clause = second.to(second.words().find(ends).unwrap_or_else(|| second.words().len()));
    }
    let verb = says_at_end(clause.words(), han::ZH_SAYS)?;
    let cue = clause.within(verb, clause.words().len());
    let subject = clause.to(verb);
    if subject.words().is_empty() {
        return None;
    }
    let (who, at) = chinese_subject(subject)?;
    Some(Told { rule: Rule::SubjectVerb, who, at, cue: Some(cue), sex: Class::NONE })
}

/// Where the verb that ends a clause begins.
fn says_at_end(clause: &str, verbs: &[&str]) -> Option<usize> {
    let bare = clause.trim_end_matches(['着', '了', '著']);
    verbs.iter().find_map(|it| bare.strip_suffix(it)).map(str::len)
}

/// `沈先生说：“…”`, `某人称之为“…”`, `沈先生：“…”`.
fn chinese_before(before: Part<'_>) -> Option<Told> {
    let words = before.words().trim_end();
    let colon = words.ends_with(['：', ':']);
    let comma = words.ends_with(['，', ',']);
    let led = words.trim_end_matches(['：', ':', '，', ',']);
    let start = led
        .rfind(STOPS)
        .map_or(0, |it| it + led.get(it..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8));
    let sentence = before.to(led.len()).from(start).trim(char::is_whitespace);
    let words = sentence.words();
    let says = says_at_end(words, han::ZH_SAYS);
    let labels = if colon || comma { None } else { says_at_end(words, han::ZH_LABELS) };
    let Some(verb) = says.or(labels) else {
        if !colon {
            return None;
        }
        // `沈先生：“…”`, and a colon after a sentence about somebody.
        let (who, at) = chinese_subject(sentence)?;
        let rule = if at == sentence.span { Rule::Label } else { Rule::Colon };
        return Some(Told { rule, who, at, cue: None, sex: Class::NONE });
    };
    let cue = Some(sentence.within(verb, words.len()));
    let rule = if labels.is_some() { Rule::BeforeLabel } else { Rule::BeforeClose };
    let ahead = sentence.to(verb);
    // The clause of the verb, or, where it has no subject, the sentence.
    let comma = ahead.words().rfind('，').map_or(0, |it| it + '，'.len_utf8());
    let (who, at) = Some(ahead.from(comma))
        .filter(|it| !it.words().is_empty())
        .and_then(chinese_subject)
        .filter(|it| it.0 != Who::Noun)
        .or_else(|| chinese_subject(ahead))?;
    Some(Told { rule, who, at, cue, sex: Class::NONE })
}

/// Who the subject that a clause begins with is.
fn chinese_subject(clause: Part<'_>) -> Option<(Who, Span)> {
    let words = clause.words();
    for (pronoun, class) in [("他", Class::HE), ("她", Class::SHE)] {
        if let Some(rest) = words.strip_prefix(pronoun)
            && !rest.starts_with(['们', '們', '的'])
        {
            return Some((Who::Pronoun(class), clause.within(0, pronoun.len())));
        }
    }
    // At the start, behind each 的, behind each title.
    let mut title = false;
    let mut skip = 0;
    for (at, c) in words.char_indices().take(40) {
        if at < skip {
            continue;
        }
        let begins = at == 0 || title || words.get(..at).is_some_and(|it| it.ends_with(['的', '、', ' ']));
        let rest = clause.from(at);
        title = false;
        if begins && let Some((len, called)) = chinese_name(rest.words()) {
            let name = rest.within(0, called);
            return Some((
                if called == len { Who::Named(name) } else { Who::Perhaps(rest.within(0, called)) },
                rest.within(0, len),
            ));
        }
        if let Some(it) = title_at(rest.words()) {
            title = true;
            skip = at + it.len();
        } else if c == '，' {
            break;
        }
    }
    noun(clause).map(|it| (Who::Noun, it))
}

fn title_at(words: &str) -> Option<&'static str> {
    han::ZH_TITLES.iter().filter(|it| words.starts_with(**it)).max_by_key(|it| it.len()).copied()
}

/// The length of the name that words begin with, and of what the cast knows it
/// by: the whole name, or the surname before a title.
fn chinese_name(words: &str) -> Option<(usize, usize)> {
    let after = |n: usize| words.char_indices().nth(n).map_or(words.len(), |(at, _)| at);
    // A transliterated name: `约翰·史密斯`.
    if let Some(dot) = words.find(['·', '•'])
        && words
            .get(..dot)
            .is_some_and(|it| !it.is_empty() && it.chars().count() <= 6 && it.chars().all(is_han))
    {
        let tail = words.get(dot..)?;
        let end = tail
            .char_indices()
            .skip(1)
            .find(|(_, c)| !(is_han(*c) || matches!(c, '·' | '•')) || FOLLOWS.contains(c))
            .map_or(words.len(), |(at, _)| dot + at);
        return (end > dot + 5 && end - dot < 40).then_some((end, end));
    }
    let double = han::ZH_DOUBLE.iter().any(|it| words.starts_with(it));
    let first = words.chars().next()?;
    if !double && !SURNAMES.contains(&first) {
        return None;
    }
    let surname = if double { 2 } else { 1 };
    if let Some(title) = words.get(after(surname)..).and_then(title_at) {
        return Some((after(surname) + title.len(), after(surname)));
    }
    let follows = |n: usize| {
        let rest = words.get(after(n)..).unwrap_or_default();
        rest.chars().next().is_none_or(|c| !is_han(c) || FOLLOWS.contains(&c)) || title_at(rest).is_some()
    };
    let han = words.chars().take_while(|c| is_han(*c)).count();
    let given = |n: usize| {
        (han >= surname + n && follows(surname + n)).then(|| (after(surname + n), after(surname + n)))
    };
    // `王明在`: the third character is no name where what is left is one without it.
    let third = words.chars().nth(surname + 1).is_some_and(|c| FOLLOWS.contains(&c));
    if third { given(1).or_else(|| given(2)) } else { given(2).or_else(|| given(1)) }
}

/// A noun at the head of a clause, behind its last 的.
fn noun(clause: Part<'_>) -> Option<Span> {
    let words = clause.words();
    let end = words
        .char_indices()
        .find(|(at, c)| *at > 3 && FOLLOWS.contains(c) || !is_han(*c))
        .map_or(words.len(), |(at, _)| at);
    let head = words.get(..end)?;
    let start = head.rfind('的').map_or(0, |it| it + '的'.len_utf8());
    (end > start && head.get(start..)?.chars().count() <= 12).then(|| clause.within(start, end))
}

/// The people of a Chinese text: whoever a sentence names as a speaker.
fn chinese_cast<'a>(prose: &'a Prose, quotes: &[Quotation], told: &[Option<Told>]) -> Cast<'a> {
    let text = &prose.text;
    let mut cast = Cast::default();
    let mut by_head: HashMap<&str, Vec<&str>> = HashMap::new();
    for it in told.iter().flatten() {
        let Who::Named(name) = it.who else { continue };
        let name = name.slice(text);
        if cast.knows(name) {
            continue;
        }
        cast.add(name);
        let double = han::ZH_DOUBLE.iter().find(|it| name.starts_with(**it)).map(|it| it.len());
        let surname = double.or_else(|| name.chars().next().map(char::len_utf8)).unwrap_or(0);
        if let Some(surname) = name.get(..surname).filter(|_| !name.contains(['·', '•'])) {
            cast.shorten(surname, name);
        }
        by_head.entry(head(name)).or_default().push(name);
    }
    running(prose, quotes, |at, rest| {
        for name in by_head.get(head(rest)).into_iter().flatten().take(4) {
            if rest.starts_with(name) {
                cast.mention(name, at);
            }
        }
    });
    cast
}

/// The first two characters of words.
fn head(words: &str) -> &str {
    words.char_indices().nth(2).map_or(words, |(at, _)| words.get(..at).unwrap_or(words))
}

/// Calls `visit` at every Chinese character outside of quotations, with the text
/// from there on.
fn running<'a>(prose: &'a Prose, quotes: &[Quotation], mut visit: impl FnMut(usize, &'a str)) {
    let mut outer = quotes.iter().filter(|it| it.depth == 0).map(|it| it.span).peekable();
    let mut skip = 0;
    for (at, c) in prose.text.char_indices() {
        while let Some(quote) = outer.peek().filter(|it| it.start <= at) {
            skip = skip.max(quote.end);
            outer.next();
        }
        if at >= skip && is_han(c) {
            visit(at, prose.text.get(at..).unwrap_or_default());
        }
    }
}
