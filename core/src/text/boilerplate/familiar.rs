//! How much of a line is made of the words that furniture is made of.
//!
//! Sites word their labels anew, with the same few words: `Mehr zum Thema`, `Das
//! Thema in Bildern`, `Zum Thema`. The words of the phrases and pitches of a
//! language, its small words left out, are counted; in scripts that do not set
//! words apart, their pairs of characters.

use std::sync::LazyLock;

use super::line::is_wide;
use super::phrases::{self, NETWORKS, SHARE_WORDS};
use super::pitch;
use crate::text::language;
use crate::text::table::{self, Set, Table};

/// Endings change words behind so many characters.
const STEM: usize = 6;
/// Shorter words are small ones, in every language.
const SHORTEST: usize = 3;

/// By language, the numbers of the parts of its words; English is everywhere.
static WORDS: LazyLock<Table<&'static str, Set<u64>>> = LazyLock::new(|| {
    let mut by_language: Table<&'static str, Set<u64>> = Table::default();
    let phrases = phrases::all().flat_map(|it| {
        let groups = it.anywhere.iter().chain(it.edges);
        groups.flat_map(|(_, texts)| texts.lines()).map(|text| (it.language, text))
    });
    let signs = NETWORKS.iter().chain(SHARE_WORDS).map(|it| ("en", *it));
    for (language, text) in phrases.chain(pitch::words()).chain(signs) {
        let words = by_language.entry(language).or_default();
        parts(text, |part| {
            words.insert(part);
        });
    }
    by_language
});

/// The share of a line's words that furniture is made of, from 0 to 1; 0 where it
/// has none but small words. `parts` are what [`parts`] gives of it.
pub(super) fn share(parts: &[u64], language: Option<&str>) -> f32 {
    let own = language.map(|it| if it == "ms" { "id" } else { it }).and_then(|it| WORDS.get(it));
    let english = WORDS.get("en");
    let (mut n, mut known) = (0_u16, 0_u16);
    for part in parts {
        n = n.saturating_add(1);
        let holds = |words: Option<&Set<u64>>| words.is_some_and(|it| it.contains(part));
        known = known.saturating_add(u16::from(holds(own) || holds(english)));
    }
    if n == 0 { 0.0 } else { f32::from(known) / f32::from(n) }
}

/// Numbers that stand for the stems of the words that are not small ones, or for
/// pairs of characters. `folded` is in lower case.
pub(super) fn parts(folded: &str, mut each: impl FnMut(u64)) {
    let mut each = |part: &str| each(table::number(part));
    for word in folded.split(super::address::is_border) {
        let Some((first, _)) = word.char_indices().next() else { continue };
        if !word.is_ascii() && word.chars().any(is_wide) {
            let mut before = first;
            let mut starts = word.char_indices().map(|(at, _)| at).skip(1);
            let Some(mut middle) = starts.next() else { continue };
            for end in starts.chain([word.len()]) {
                if let Some(it) = word.get(before..end) {
                    each(it);
                }
                (before, middle) = (middle, end);
            }
            continue;
        }
        let is_number = word.bytes().all(|it| it.is_ascii_digit());
        if word.chars().nth(SHORTEST - 1).is_none() || is_number || language::is_small_word(word) {
            continue;
        }
        let end = word.char_indices().nth(STEM).map_or(word.len(), |(at, _)| at);
        if let Some(it) = word.get(..end) {
            each(it);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str, language: &str) -> f32 {
        let mut numbers = Vec::new();
        parts(line, |it| numbers.push(it));
        share(&numbers, Some(language))
    }

    #[test]
    fn labels_are_made_of_familiar_words_and_headings_are_not() {
        for (line, language) in [
            ("more newsletters", "en"),
            ("kommentare lesen", "de"),
            ("das thema in artikeln", "de"),
            ("関連記事", "ja"),
            ("newsletter abonnieren", "fr"),
        ] {
            assert!(of(line, language) >= 0.5, "{line}");
        }
        for (line, language) in [
            ("the harbour in winter", "en"),
            ("was die feuerwehr fand", "de"),
            ("雨の夜", "ja"),
            ("of the", "en"),
            ("2026", "en"),
            ("", "en"),
        ] {
            assert!(of(line, language) < 0.5, "{line}");
        }
    }
}
