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

/// The words of an article, set apart by spaces, hardly any of them twice.
pub(super) fn words(header: &Header, text: &str, said: &[Spoken], tags: &[String]) -> String {
    let mut all = Words::with_room_for(text.len());
    all.add(None, text);
    for field in [Field::Title, Field::From, Field::By] {
        let text = text_of(header, field);
        all.add(None, &text);
        all.add(Some(sign(field)), &text);
    }
    let speakers: BTreeSet<&str> = said.iter().filter_map(|it| it.speaker.as_deref()).collect();
    for speaker in speakers {
        all.add(Some(sign(Field::Said)), speaker);
    }
    for tag in tags {
        all.add(Some(TAG), tag);
    }
    for tag in tags {
        all.put(&whole_tag(tag));
    }
    all.all
}

/// So many places are looked at for a word; one that finds none of them free is put
/// down each time that it comes. Words that were made to meet in one place cost no more
/// than others.
const PLACES: usize = 4;

/// Words as the index takes them. It asks which words an article has, and not how often:
/// one more of the same costs it several times what telling them apart does here.
struct Words {
    all: String,
    /// Where in `all` a word begins, plus one, at a place that its hash says or soon
    /// after it, below half of that hash.
    places: Vec<(u32, u32)>,
}

impl Words {
    /// For a text of about so many bytes.
    fn with_room_for(n_bytes: usize) -> Self {
        let n = (n_bytes / 4).next_power_of_two().clamp(64, 1 << 16);
        Self { all: String::with_capacity(n_bytes / 2 + 64), places: vec![(0, 0); n] }
    }

    /// Adds the words of a text, those of a field behind its sign.
    fn add(&mut self, sign: Option<char>, text: &str) {
        words::each(text, |word, _| {
            if sign.is_some() || !self.knows(word) {
                self.all.extend(sign);
                self.put(word);
            }
        });
    }

    /// Adds a word, or the rest of one.
    fn put(&mut self, word: &str) {
        self.all.push_str(word);
        self.all.push(' ');
    }

    /// Whether a word is there already; if not, it is taken to be put next.
    fn knows(&mut self, word: &str) -> bool {
        let hash = hash(word.as_bytes());
        let [first, half] = [hash >> 32, hash & 0xffff_ffff].map(|it| u32::try_from(it).unwrap_or(0));
        let Ok(next) = u32::try_from(self.all.len() + 1) else { return false };
        let mask = self.places.len() - 1;
        for i in 0..PLACES {
            let at = (usize::try_from(first).unwrap_or(0) + i) & mask;
            let Some(place) = self.places.get_mut(at) else { return false };
            if place.1 == 0 {
                *place = (half, next);
                return false;
            }
            if place.0 == half && is_at(&self.all, place.1 - 1, word) {
                return true;
            }
        }
        false
    }
}

/// Whether a word stands at a byte of others, and no longer one.
fn is_at(all: &str, at: u32, word: &str) -> bool {
    let rest = usize::try_from(at).ok().and_then(|at| all.as_bytes().get(at..));
    let behind = rest.and_then(|it| it.strip_prefix(word.as_bytes()));
    behind.is_some_and(|it| it.first() == Some(&b' '))
}

/// Eight bytes at once, multiplied by the golden ratio; the upper half is the better one.
fn hash(word: &[u8]) -> u64 {
    let (eights, rest) = word.as_chunks::<8>();
    let rest = rest.iter().fold(1, |word, byte| word << 8 | u64::from(*byte));
    let add = |hash: u64, eight: u64| (hash.rotate_left(23) ^ eight).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    eights.iter().map(|it| u64::from_le_bytes(*it)).chain([rest]).fold(0, add)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_of_a_text_is_there_and_hardly_any_twice() {
        let text = "The ferry waited, and the ferries waited. Ferry! The café's cafe; 東京 東京.";
        let mut all = Words::with_room_for(text.len());
        all.add(None, text);
        all.add(None, "the harbor ferry");
        all.add(Some('!'), "ferry harbor");
        let words: Vec<&str> = all.all.split_whitespace().collect();
        let once = ["the", "ferry", "waited", "and", "ferries", "cafe", "s", "東京", "京"];
        assert_eq!(words, [&once[..], &["harbor", "!ferry", "!harbor"]].concat());
        // More words than are told apart: each is there still.
        let many: Vec<String> = (0..3_000).map(|it| format!("w{}", it % 1_000)).collect();
        let mut all = Words::with_room_for(4);
        all.add(None, &many.join(" "));
        let words: BTreeSet<&str> = all.all.split_whitespace().collect();
        assert_eq!(words.len(), 1_000);
    }
}
