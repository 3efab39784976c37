//! What stands in the index of words, and how it is asked.
//!
//! The index knows which words an article has, not where: places would take more
//! room than all else together. Whoever asks for words one after the other gets
//! those that have them all, and looks at their texts. A word of a field stands in
//! it a second time, behind a sign that no text has.

use std::collections::BTreeSet;

use super::taken::Spoken;
use crate::article::Header;
use crate::text::query::{Field, Query, Term};
use crate::text::words;

/// Stands before the words of a field: private use characters, which are no
/// letters and so in no folded text.
fn sign(field: Field) -> char {
    match field {
        Field::Title => '\u{e001}',
        Field::From => '\u{e002}',
        Field::By => '\u{e003}',
        Field::Said => '\u{e004}',
    }
}

/// Before the words of a tag, and between them where it is meant as a whole.
const TAG: char = '\u{e005}';

/// The words of an article, set apart by spaces. That many stand there more than once
/// costs the index less than telling them apart would here.
pub(super) fn words(header: &Header, text: &str, said: &[Spoken], tags: &[String]) -> String {
    let mut all = words::joined(text);
    let mut add = |sign: Option<char>, text: &str| {
        words::each(text, |word, _| {
            all.push(' ');
            all.extend(sign);
            all.push_str(word);
        });
    };
    for field in [Field::Title, Field::From, Field::By] {
        let text = text_of(header, field);
        add(None, &text);
        add(Some(sign(field)), &text);
    }
    let speakers: BTreeSet<&str> = said.iter().filter_map(|it| it.speaker.as_deref()).collect();
    for speaker in speakers {
        add(Some(sign(Field::Said)), speaker);
    }
    for tag in tags {
        add(Some(TAG), tag);
    }
    for tag in tags {
        all.push(' ');
        all.push_str(&whole_tag(tag));
    }
    all
}

/// What a field is for those who look for it.
pub(super) fn text_of(header: &Header, field: Field) -> String {
    let line = |parts: &[Option<&str>]| parts.iter().copied().flatten().collect::<Vec<_>>().join("\n");
    match field {
        Field::Title => line(&[header.kicker.as_deref(), Some(&header.title)]),
        Field::By => line(&[header.byline.as_deref()]),
        // Of an address only the host: what follows says again what the title does.
        Field::From => {
            line(&[header.outlet.as_deref(), header.url.as_deref().map(host), Some(host(&header.source))])
        }
        Field::Said => String::new(),
    }
}

/// The host of an address; anything else is left as it is.
fn host(source: &str) -> &str {
    let rest = source.strip_prefix("https://").or_else(|| source.strip_prefix("http://"));
    rest.map_or(source, |it| it.split(['/', '?', '#']).next().unwrap_or(it))
}

/// The articles that may be meant by the words of a query, in the language of
/// FTS5; `None` where it asks for none. Words reach it in quotation marks, folded
/// to letters and digits: no sign that is typed means anything to it.
pub(super) fn expression(query: &Query) -> Option<String> {
    expression_of(query, &query.groups.iter().collect::<Vec<_>>())
}

/// The same for some of its groups.
pub(super) fn expression_of(query: &Query, groups: &[&Vec<Term>]) -> Option<String> {
    let groups: Vec<String> = groups.iter().map(|it| any(it, term)).collect();
    let wanted = (!groups.is_empty()).then(|| groups.join(" AND "))?;
    // Of words one after the other nothing is known before the text is seen.
    let without: Vec<&Term> =
        query.without.iter().filter(|it| it.words.len() == 1 && !it.beginning).collect();
    if without.is_empty() {
        return Some(wanted);
    }
    let without: Vec<String> = without.into_iter().map(term).collect();
    Some(format!("({wanted}) NOT ({})", without.join(" OR ")))
}

/// The articles that have some quotation by such a speaker, and the words that it
/// is about.
pub(super) fn said(speaker: &Query, about: &Query) -> Option<String> {
    let by = |it: &Term| term(&Term { field: Some(Field::Said), ..it.clone() });
    let words = |it: &Term| term(&Term { field: None, ..it.clone() });
    let wanted: Vec<String> = (speaker.groups.iter().map(|it| any(it, by)))
        .chain(about.groups.iter().map(|it| any(it, words)))
        .collect();
    (!wanted.is_empty()).then(|| wanted.join(" AND "))
}

/// The articles that their source tagged so: with this tag or, where it is one
/// word, with one that has it.
pub(super) fn tagged(tag: &str) -> String {
    let whole = format!("\"{}\"", whole_tag(tag));
    match words::sought(tag) {
        (words, false) if words.len() == 1 => format!("{whole} OR \"{TAG}{}\"", words.join("")),
        _ => whole,
    }
}

fn whole_tag(tag: &str) -> String {
    let mut whole = TAG.to_string();
    words::each(tag, |word, _| {
        whole.push(TAG);
        whole.push_str(word);
    });
    whole
}

fn any(terms: &[Term], term: impl Fn(&Term) -> String) -> String {
    let terms: Vec<String> = terms.iter().map(term).collect();
    format!("({})", terms.join(" OR "))
}

fn term(term: &Term) -> String {
    let sign = term.field.map(sign);
    let last = term.words.len().saturating_sub(1);
    let words: Vec<String> = (term.words.iter().enumerate())
        .map(|(i, word)| {
            let open = if term.beginning && i == last { " *" } else { "" };
            format!("\"{}{word}\"{open}", sign.map_or_else(String::new, String::from))
        })
        .collect();
    format!("({})", words.join(" AND "))
}
