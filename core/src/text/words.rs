//! A text as the words of an index: what a search can find.
//!
//! Words are folded as [`super::find`] folds them, and are runs of letters,
//! digits and marks. Scripts that set no spaces between words (Chinese, Japanese,
//! Thai, Lao, Khmer, Burmese) are indexed by overlapping pairs of characters, so
//! that any two characters beside each other are found; the last character of a
//! run stands alone as well, so that every single one is the beginning of
//! something.

use super::find::fold;
use super::letter;
use super::span::Span;

/// A word is cut to so many bytes, in the index and in a query alike.
pub(super) const LONGEST: usize = 64;

/// Gives the words of a text in their order, each with where it stands in it.
pub fn each(text: &str, mut take: impl FnMut(&str, Span)) {
    let bytes = text.as_bytes();
    let mut run = Run::default();
    let mut at = 0;
    // What of ASCII is no letter or digit ends every word.
    let between = |it: &u8| it.is_ascii() && !it.is_ascii_alphanumeric();
    while let Some(gap) = bytes.get(at..).and_then(|it| it.iter().position(|it| !between(it))) {
        let start = at + gap;
        let (mut plain, mut lower) = (true, true);
        at = start;
        while let Some(byte) = bytes.get(at).filter(|it| !between(it)) {
            plain &= byte.is_ascii();
            lower &= !byte.is_ascii_uppercase();
            at += 1;
        }
        let span = Span::new(start, at);
        let part = span.slice(text);
        if !plain {
            folded(part, start, &mut run, &mut take);
            continue;
        }
        let word = part.get(..LONGEST).unwrap_or(part);
        if lower {
            take(word, span);
        } else {
            run.word.clear();
            run.word.push_str(word);
            run.word.make_ascii_lowercase();
            take(&run.word, span);
        }
    }
}

/// The same for a part of a text that no word reaches out of; it begins at the byte
/// `from`.
fn folded(part: &str, from: usize, run: &mut Run, take: &mut impl FnMut(&str, Span)) {
    fold(part, |c, source| {
        let unspaced = is_unspaced(c);
        let inside = unspaced || is_word(c);
        if !inside || (!run.chars.is_empty() && unspaced != run.unspaced) {
            run.end(take);
        }
        if inside {
            run.unspaced = unspaced;
            run.chars.push((c, Span::new(from + source.start, from + source.end)));
        }
    });
    run.end(take);
}

/// The words of a text set apart by spaces.
pub fn joined(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    each(text, |word, _| {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(word);
    });
    joined
}

/// What has to stand in an index, one after the other, where `text` stands in
/// what was indexed, and whether the last is only the beginning of a word there:
/// a single character of a script without spaces.
pub fn sought(text: &str) -> (Vec<String>, bool) {
    let mut words: Vec<(String, bool)> = Vec::new();
    each(text, |word, _| words.push((word.to_owned(), word.chars().all(is_unspaced))));
    // What follows a run in the text is not known: its last character may be the
    // first of a pair there.
    let single = |it: &(String, bool)| is_single(&it.0);
    let paired = words.len() > 1 && words.iter().rev().nth(1).is_some_and(|it| it.1 && !single(it));
    if words.last().is_some_and(single) && paired {
        words.pop();
    }
    let beginning = words.last().is_some_and(single);
    (words.into_iter().map(|it| it.0).collect(), beginning)
}

/// Whether a word is a single character of a script without spaces.
pub(super) fn is_single(word: &str) -> bool {
    word.chars().count() == 1 && word.chars().all(is_unspaced)
}

/// Characters that follow each other without a space or a mark between.
#[derive(Default)]
struct Run {
    chars: Vec<(char, Span)>,
    unspaced: bool,
    word: String,
}

impl Run {
    fn end(&mut self, take: &mut impl FnMut(&str, Span)) {
        if self.chars.is_empty() {
            return;
        }
        if self.unspaced {
            for (i, (c, source)) in self.chars.iter().enumerate() {
                self.word.clear();
                self.word.push(*c);
                let mut span = *source;
                if let Some((next, source)) = self.chars.get(i + 1) {
                    self.word.push(*next);
                    span.end = source.end;
                }
                take(&self.word, span);
            }
        } else if let (Some((_, first)), Some((_, last))) = (self.chars.first(), self.chars.last()) {
            self.word.clear();
            self.word.extend(self.chars.iter().map(|it| it.0));
            take(
                Span::new(0, self.word.floor_char_boundary(LONGEST)).slice(&self.word),
                Span::new(first.start, last.end),
            );
        }
        self.chars.clear();
    }
}

fn is_word(c: char) -> bool {
    // Vowel signs of Indic scripts are parts of words, and no letters.
    letter::is_alphanumeric(c) || (!c.is_ascii() && is_sign(c))
}

/// Marks of scripts that write vowels beside or around letters: the blocks from
/// Devanagari to Sinhala and Tibetan.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{DFF}' | '\u{F00}'..='\u{FFF}')
        && !matches!(c, '\u{964}' | '\u{965}' | '\u{970}' | '\u{DF4}' | '\u{F04}'..='\u{F17}' | '\u{F3A}'..='\u{F3D}')
}

/// Scripts that are written without spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{E01}'..='\u{E4E}'       // Thai
        | '\u{E81}'..='\u{ECD}'     // Lao
        | '\u{1000}'..='\u{1049}'   // Burmese
        | '\u{1780}'..='\u{17D3}'   // Khmer
        | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' // kana
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}') // Han
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_folded_and_runs_without_spaces_are_pairs() {
        for (text, words) in [
            ("The Harbor, 1984!", "the harbor 1984"),
            ("don’t l’hôtel e-mail", "don t l hotel e mail"),
            ("東京都 x", "東京 京都 都 x"),
            ("2026年", "2026 年"),
            ("हिन्दी में।", "हिन्दी में"),
            ("  …  ", ""),
            ("a\0b\u{202e}c", "a b c"),
        ] {
            assert_eq!(joined(text), words, "{text:?}");
        }
    }

    #[test]
    fn words_know_where_they_stand() {
        let text = "Die Straße, 東京";
        let mut found = Vec::new();
        each(text, |word, span| found.push((word.to_owned(), span.slice(text))));
        let expected = [("die", "Die"), ("strasse", "Straße"), ("東京", "東京"), ("京", "京")];
        assert_eq!(found, expected.map(|(a, b)| (a.to_owned(), b)));
    }

    #[test]
    fn what_is_sought_leaves_open_what_follows() {
        for (text, words, beginning) in [
            ("harbor wall", &["harbor", "wall"][..], false),
            ("東京", &["東京"], false),
            ("東京都", &["東京", "京都"], false),
            ("東", &["東"], true),
            ("x 東", &["x", "東"], true),
            ("!", &[], false),
        ] {
            let (found, open) = sought(text);
            assert_eq!(
                (found.iter().map(String::as_str).collect::<Vec<_>>().as_slice(), open),
                (words, beginning),
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_part_between_words_is_in_the_index(text in "([a-zé]{1,4}|[東京都はー]{1,4}| |!){1,12}", from in 0_usize..9, n in 1_usize..9) {
            let part: String = text.chars().skip(from).take(n).collect();
            // Cut inside of a spaced word, it is no word of the text.
            let cut = |at: usize| {
                let mut two = text.chars().skip(at.wrapping_sub(1)).take(2);
                at > 0 && matches!((two.next(), two.next()), (Some(a), Some(b)) if a.is_alphabetic() && b.is_alphabetic() && !is_unspaced(a) && !is_unspaced(b))
            };
            prop_assume!(!cut(from) && !cut(from + part.chars().count()));
            let (words, beginning) = sought(&part);
            let index = format!(" {} ", joined(&text));
            let needle = if beginning { format!(" {}", words.join(" ")) } else { format!(" {} ", words.join(" ")) };
            prop_assert!(words.is_empty() || index.contains(&needle), "{:?} in {:?}", words, index);
        }
    }
}
