//! Korean: the name stands before 은, 는, 이 or 가, mostly with a title; the
//! quotation before 고 or 라며 and a verb.

use super::super::super::lexicon::{Class, han};
use super::super::super::prose::Prose;
use super::super::super::span::Span;
use super::super::cast::{Cast, Scene, Told, Who};
use super::super::rules::Rule;
use super::{Part, STOPS};

/// How many words a subject has at most.
const WORDS: usize = 4;

/// What joins a quotation to the verb behind it, longest first.
const JOINTS: &[&str] = &["이라면서", "라면서", "이라고", "이라며", "라고", "라며", "면서", "고", "며"];

/// What a Korean sentence says about a quotation in it.
pub(super) fn told(text: &str, scene: &Scene) -> Option<Told> {
    let before = Part::new(text, scene.before).tail();
    let after = Part::new(text, scene.after).head();
    let words = after.words();
    let end = words.find(['.', '!', '?', '\n']).unwrap_or(words.len());
    let clause = after.to(end);
    let joint = JOINTS.iter().find(|it| clause.words().starts_with(**it))?;
    let rest = clause.from(joint.len());
    // `라고 불리는`: a name, not speech.
    if rest.words().trim_start().starts_with("불리") {
        return None;
    }
    let cue = verb(rest);
    let behind = cue.map_or(rest, |it| rest.to(it.start - rest.span.start));
    if let Some((who, at)) = subject(behind) {
        let rule = if cue.is_some() { Rule::SubjectVerb } else { Rule::AfterBare };
        return Some(Told { rule, who, at, cue, sex: Class::NONE });
    }
    let ahead = before.words().trim_end();
    let from = ahead.rfind(['.', '!', '?']).or_else(|| ahead.rfind(STOPS));
    let from =
        from.map_or(0, |it| it + ahead.get(it..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8));
    // Without a subject, whoever is spoken of: `“…”며 “…”고 덧붙였다`.
    let dropped = || cue.map(|it| (Who::Pronoun(Class::HE.and(Class::SHE)), it));
    let (who, at) = subject(before.to(ahead.len()).from(from)).or_else(dropped)?;
    let rule = if cue.is_some() { Rule::BeforeClose } else { Rule::Before };
    Some(Told { rule, who, at, cue, sex: Class::NONE })
}

/// The first word of a clause that begins like a verb of speech.
fn verb(clause: Part<'_>) -> Option<Span> {
    tokens(clause).find(|it| {
        let word = it.slice(clause.text);
        han::KO_SAYS.iter().any(|says| word.starts_with(says))
    })
}

/// The words of a clause.
fn tokens(part: Part<'_>) -> impl Iterator<Item = Span> {
    let from = part.span.start;
    let mut at = 0;
    part.words().split_inclusive(char::is_whitespace).filter_map(move |it| {
        let word = it.trim_end();
        let start = from + at;
        at += it.len();
        (!word.is_empty()).then(|| Span::new(start, start + word.len()))
    })
}

/// The first subject of a clause: the words up to the first particle.
fn subject(clause: Part<'_>) -> Option<(Who, Span)> {
    let text = clause.text;
    let mut words: Vec<Span> = Vec::new();
    for it in tokens(clause).take(12) {
        let word = it.slice(text);
        if word.ends_with([',', ';', ':']) {
            words.clear();
            continue;
        }
        let bare = ["은", "는", "이", "가", "도", "께서"].iter().find_map(|it| word.strip_suffix(it));
        if let Some(bare) = bare.filter(|it| !it.is_empty()) {
            let last = Span::new(it.start, it.start + bare.len());
            return Some(person(text, &words, last));
        }
        words.push(it);
        if words.len() > WORDS {
            words.remove(0);
        }
    }
    None
}

/// Who a subject is whose last word without its particle is `last`.
fn person(text: &str, before: &[Span], last: Span) -> (Who, Span) {
    let word = last.slice(text);
    match word {
        "그" => return (Who::Pronoun(Class::HE), last),
        "그녀" => return (Who::Pronoun(Class::SHE), last),
        _ => {}
    }
    if han::KO_TITLES.contains(&word)
        && let Some(name) = before.last().filter(|it| is_name(it.slice(text), 1))
    {
        return (Who::Named(*name), Span::new(name.start, last.end));
    }
    // `김민수씨`: the title joined to the name.
    let joined = han::KO_TITLES.iter().find_map(|it| word.strip_suffix(it)).filter(|it| is_name(it, 3));
    if let Some(name) = joined {
        return (Who::Named(Span::new(last.start, last.start + name.len())), last);
    }
    if word.chars().count() == 3 && is_name(word, 3) {
        return (Who::Perhaps(last), last);
    }
    (Who::Noun, last)
}

/// Whether a word of `least` to four syllables begins with a surname.
fn is_name(word: &str, least: usize) -> bool {
    (least..=4).contains(&word.chars().count())
        && word.chars().all(|c| matches!(c, '가'..='힣'))
        && word.starts_with(|c| han::KO_SURNAMES.contains(c))
}

/// The people of a Korean text: whoever a sentence names with a title, and words
/// of three syllables that begin with a surname and speak.
pub(super) fn cast<'a>(prose: &'a Prose, told: &[Option<Told>]) -> Cast<'a> {
    let text = &prose.text;
    let mut cast = Cast::default();
    let mut mentions: Vec<(usize, &str)> = Vec::new();
    for it in told.iter().flatten() {
        let (Who::Named(name) | Who::Perhaps(name)) = it.who else { continue };
        mentions.push((name.start, name.slice(text)));
        let name = name.slice(text);
        if name.chars().count() < 2 {
            continue;
        }
        cast.add(name);
        if let Some(surname) = name.chars().next().and_then(|it| name.get(..it.len_utf8())) {
            cast.shorten(surname, name);
        }
    }
    mentions.sort_unstable();
    for (at, name) in mentions {
        cast.mention(name, at);
    }
    cast
}
