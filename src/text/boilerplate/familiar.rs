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
use crate::text::table::{Set, Table};

/// Endings change words behind so many characters.
const STEM: usize = 6;
/// Shorter words are small ones, in every language.
const SHORTEST: usize = 3;

/// By language; English is everywhere.
static WORDS: LazyLock<Table<&'static str, Set<String>>> = LazyLock::new(|| {
    let mut by_language: Table<&'static str, Set<String>> = Table::default();
    let phrases = phrases::all().flat_map(|it| {
        let groups = it.anywhere.iter().chain(it.edges);
        groups.flat_map(|(_, texts)| texts.iter()).map(|text| (it.language, *text))
    });
    let signs = NETWORKS.iter().chain(SHARE_WORDS).map(|it| ("en", *it));
    for (language, text) in phrases.chain(pitch::words()).chain(signs) {
        let words = by_language.entry(language).or_default();
        parts(text, |part| {
            words.insert(part.to_owned());
        });
    }
    by_language
});

/// The share of a line's words that furniture is made of, from 0 to 1; 0 where it
/// has none but small words. `folded` is in lower case.
pub(super) fn share(folded: &str, language: Option<&str>) -> f32 {
    let own = language.map(|it| if it == "ms" { "id" } else { it }).and_then(|it| WORDS.get(it));
    let english = WORDS.get("en");
    let (mut n, mut known) = (0_u16, 0_u16);
    parts(folded, |part| {
        n = n.saturating_add(1);
        let holds = |words: Option<&Set<String>>| words.is_some_and(|it| it.contains(part));
        known = known.saturating_add(u16::from(holds(own) || holds(english)));
    });
    if n == 0 { 0.0 } else { f32::from(known) / f32::from(n) }
}

/// The stems of the words that are not small ones, or pairs of characters.
pub(super) fn parts(folded: &str, mut each: impl FnMut(&str)) {
    for word in folded.split(super::address::is_border) {
        let Some((first, _)) = word.char_indices().next() else { continue };
        if word.chars().any(is_wide) {
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
        if word.chars().count() < SHORTEST || is_number || language::is_small_word(word) {
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

    #[test]
    fn labels_are_made_of_familiar_words_and_headings_are_not() {
        for (line, language) in [
            ("more newsletters", "en"),
            ("kommentare lesen", "de"),
            ("das thema in artikeln", "de"),
            ("関連記事", "ja"),
            ("newsletter abonnieren", "fr"),
        ] {
            assert!(share(line, Some(language)) >= 0.5, "{line}");
        }
        for (line, language) in [
            ("the harbour in winter", "en"),
            ("was die feuerwehr fand", "de"),
            ("雨の夜", "ja"),
            ("of the", "en"),
            ("2026", "en"),
            ("", "en"),
        ] {
            assert!(share(line, Some(language)) < 0.5, "{line}");
        }
    }
}
