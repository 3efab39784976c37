//! Japanese: the name stands before は, が or も, mostly with an honorific; the
//! quotation before と and a verb.

use std::collections::HashMap;

use super::super::super::lexicon::{Class, han};
use super::super::super::prose::Prose;
use super::super::super::quote::Quotation;
use super::super::super::span::Span;
use super::super::cast::{Cast, Scene, Told, Who};
use super::super::rules::Rule;
use super::{LONGEST, Part, STOPS, is_han, running};

/// What a Japanese sentence says about a quotation in it.
pub(super) fn told(text: &str, scene: &Scene) -> Option<Told> {
    let before = Part::new(text, scene.before).tail();
    let after = Part::new(text, scene.after).head();
    let ahead = before.words().trim_end();
    let sentence = ahead.rfind(STOPS).map_or(0, |it| it + ahead.get(it..).map_or(0, first_len));
    let lead = before.to(ahead.len()).from(sentence).trim(char::is_whitespace);
    let words = after.words();
    let stops = words.starts_with(STOPS) || words.trim().is_empty();
    if !stops {
        let end = words.find(STOPS).unwrap_or(words.len());
        let clause = after.to(end);
        if let Some(rest) = quotative(clause) {
            return by_verb(rest, lead);
        }
        return source(lead).or_else(|| label(lead));
    }
    if !lead.words().is_empty() {
        return source(lead).or_else(|| label(lead));
    }
    // The sentence behind, `早瀬さんは笑う。`, or the one before: `こう言った。`
    let next = after.from(first_len(words));
    let next = next.to(next.words().find(STOPS).unwrap_or_else(|| next.words().len()));
    if let Some((who, at, rest)) = topic(next)
        && let Some(cue) = says(rest)
    {
        return Some(Told { rule: Rule::VerbSubject, who, at, cue: Some(cue), sex: Class::NONE });
    }
    let last = ahead.trim_end_matches(STOPS);
    let from = last.rfind(STOPS).map_or(0, |it| it + last.get(it..).map_or(0, first_len));
    let sentence = before.to(last.len()).from(from.min(last.len())).trim(char::is_whitespace);
    let so = next.words().trim_start().starts_with("そう");
    let (who, at, rest) = topic(sentence)?;
    let cue = says(rest).filter(|_| so || rest.words().contains("こう"));
    (so || cue.is_some()).then_some(Told { rule: Rule::SentenceBefore, who, at, cue, sex: Class::NONE })
}

fn first_len(words: &str) -> usize {
    words.chars().next().map_or(0, char::len_utf8)
}

/// What follows `と` behind a quotation.
fn quotative(clause: Part<'_>) -> Option<Part<'_>> {
    let words = clause.words();
    let lead = ["などと", "と", "って"].iter().find(|it| words.starts_with(**it))?;
    // `という`, `とは`: the quotation is a name or a thing.
    let rest = words.get(lead.len()..)?;
    if ["いう", "の", "は", "も", "ともに", "同", "なっ", "呼ばれ", "題し"]
        .iter()
        .any(|it| rest.starts_with(it))
    {
        return None;
    }
    Some(clause.from(lead.len()))
}

/// `…と早瀬さんは話す`, `早瀬さんは…と話す`, `…と話すのは早瀬さんだ`.
fn by_verb(rest: Part<'_>, lead: Part<'_>) -> Option<Told> {
    let comma = |c: char| matches!(c, '、' | ',' | ' ' | '　');
    let rest = rest.from(rest.words().len() - rest.words().trim_start_matches(comma).len());
    let cue = says(rest);
    if let Some(thing) = rest.words().find("のは") {
        let behind = rest.from(thing + "のは".len());
        if let Some((who, at)) = anybody(behind) {
            return Some(Told { rule: Rule::VerbSubject, who, at, cue, sex: Class::NONE });
        }
    }
    if let Some((who, at, verb)) = topic(rest) {
        return Some(Told { rule: Rule::SubjectVerb, who, at, cue: says(verb).or(cue), sex: Class::NONE });
    }
    // `…と久我さん。`
    if let Some((who @ Who::Named(_), at)) = person_before(rest) {
        return Some(Told { rule: Rule::SubjectVerb, who, at, cue: None, sex: Class::NONE });
    }
    let cue = cue?;
    let (who, at, _) = topic(lead)?;
    Some(Told { rule: Rule::BeforeClose, who, at, cue: Some(cue), sex: Class::NONE })
}

/// `早瀬さんによると、「…」`
fn source(lead: Part<'_>) -> Option<Told> {
    let words = lead.words();
    let (at, mark) = ["によると", "によれば"].iter().find_map(|it| Some((words.rfind(it)?, *it)))?;
    let (who, place) = person_before(lead.to(at))?;
    let cue = Some(lead.within(at, at + mark.len()));
    Some(Told { rule: Rule::SourceBefore, who, at: place, cue, sex: Class::NONE })
}

/// `早瀬：「…」`, `早瀬さんは「…」`
fn label(lead: Part<'_>) -> Option<Told> {
    let words = lead.words();
    let bare = words.trim_end_matches(['：', ':']);
    let (who, at) = if bare.len() < words.len() {
        person_before(lead.to(bare.len()))?
    } else {
        let rest = words.trim_end_matches('、').strip_suffix('は')?;
        person_before(lead.to(rest.len())).filter(|it| matches!(it.0, Who::Named(_)))?
    };
    let (rule, who) = match who {
        Who::Named(_) | Who::Pronoun(_) => (Rule::BeforeClose, who),
        _ => (Rule::Label, who),
    };
    Some(Told { rule, who, at, cue: None, sex: Class::NONE })
}

/// The verb of speech in a clause: from its stem to the end of the clause.
fn says(clause: Part<'_>) -> Option<Span> {
    let words = clause.words();
    let (at, verb) =
        han::JA_SAYS.iter().filter_map(|it| Some((words.rfind(it)?, *it))).max_by_key(|it| it.0)?;
    Some(clause.within(at, at + verb.len()))
}

/// The topic of a sentence, where it stands, and what follows it: the first
/// person before a particle, else the first noun.
fn topic(sentence: Part<'_>) -> Option<(Who, Span, Part<'_>)> {
    let words = sentence.words();
    let mut thing = None;
    for (at, c) in words.char_indices() {
        if !matches!(c, 'は' | 'が' | 'も') {
            continue;
        }
        let rest = sentence.from(at + c.len_utf8());
        match person_before(sentence.to(at)) {
            Some((who @ (Who::Named(_) | Who::Pronoun(_)), span)) => return Some((who, span, rest)),
            Some((who, span)) if c == 'は' && thing.is_none() => thing = Some((who, span, rest)),
            _ => {}
        }
    }
    thing
}

/// The person whom words end with: a name with its honorific, a pronoun, or a
/// noun that may be a name.
fn person_before(part: Part<'_>) -> Option<(Who, Span)> {
    let mut words = part.words();
    let end = words.len();
    // An age or role in brackets.
    if words.ends_with(['）', ')'])
        && let Some(open) = words.rfind(['（', '('])
    {
        words = words.get(..open)?;
    }
    let bare = words;
    let mut honored = false;
    while let Some(rest) =
        han::JA_HONORIFICS.iter().filter_map(|it| words.strip_suffix(it)).min_by_key(|it| it.len())
    {
        // A name must be left: `社長は` alone is a role.
        if !rest.ends_with(part_of_name) {
            break;
        }
        words = rest;
        honored = true;
    }
    let start = words
        .char_indices()
        .rev()
        .take(LONGEST)
        .take_while(|(_, c)| part_of_name(*c))
        .last()
        .map(|(at, _)| at)?;
    let run = words.get(start..)?;
    for (pronoun, class) in [("彼女", Class::SHE), ("彼", Class::HE)] {
        if run == pronoun && !honored {
            return Some((Who::Pronoun(class), part.within(start, bare.len())));
        }
    }
    let role = han::JA_ROLES.iter().filter_map(|it| run.strip_prefix(it)).min_by_key(|it| it.len());
    let name = role.filter(|it| it.chars().count() > 1).unwrap_or(run);
    let name = part.within(words.len() - name.len(), words.len());
    // `豆腐屋の主人`: a role goes on before の.
    let head = words.get(..start).and_then(|it| it.strip_suffix('の')).filter(|_| !honored);
    let of = head.and_then(|it| {
        it.char_indices().rev().take(LONGEST).take_while(|(_, c)| part_of_name(*c)).last().map(|(at, _)| at)
    });
    let start = of.unwrap_or(start);
    let whole = part.within(start, if honored { bare.len() } else { end.min(bare.len()) });
    Some((if honored { Who::Named(name) } else { Who::Perhaps(name) }, whole))
}

/// The last person with an honorific in a stretch of words.
fn anybody(part: Part<'_>) -> Option<(Who, Span)> {
    let words = part.words();
    let ends = han::JA_HONORIFICS.iter().filter_map(|it| Some(words.rfind(it)? + it.len())).max()?;
    person_before(part.to(ends)).filter(|it| matches!(it.0, Who::Named(_)))
}

fn part_of_name(c: char) -> bool {
    is_han(c) || matches!(c, 'ァ'..='ヺ' | 'ー' | '・' | '＝')
}

/// The people of a Japanese text: whoever has an honorific somewhere, by the
/// fullest name; a part of it stands for it where only one has that part.
pub(super) fn cast<'a>(prose: &'a Prose, quotes: &[Quotation]) -> Cast<'a> {
    let text = &prose.text;
    let mut places: Vec<(usize, &str)> = Vec::new();
    let mut last = 0;
    running(prose, quotes, |at, rest| {
        if at < last {
            return;
        }
        let run = rest.char_indices().find(|(_, c)| !part_of_name(*c)).map_or(rest.len(), |(it, _)| it);
        last = at + run;
        let behind = rest.get(run..).unwrap_or_default();
        let kana = ["さん", "ちゃん", "くん", "さま"]
            .iter()
            .find(|it| behind.starts_with(**it))
            .map_or(0, |it| it.len());
        let whole = Part::new(text, Span::new(at, at + run + kana));
        if let Some((Who::Named(name), _)) = person_before(whole) {
            places.push((at, name.slice(text)));
        }
    });
    let mut names: Vec<&str> = places.iter().map(|it| it.1).collect();
    names.sort_by_key(|it| std::cmp::Reverse(it.len()));
    names.dedup();
    let mut cast = Cast::default();
    let mut parts: HashMap<&str, &str> = HashMap::new();
    for name in names {
        if parts.contains_key(name) || cast.knows(name) {
            continue;
        }
        cast.add(name);
        for (at, _) in name.char_indices().skip(1) {
            for part in [name.get(..at), name.get(at..)].into_iter().flatten() {
                cast.shorten(part, name);
                parts.insert(part, name);
            }
        }
    }
    for (at, name) in places {
        cast.mention(name, at);
    }
    cast
}
