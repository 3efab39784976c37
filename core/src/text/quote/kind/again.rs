//! Whether quoted words stand in the text a second time, marked or not: names do,
//! and what somebody said seldom does.

use crate::text::letter;
use crate::text::span::Span;
use crate::text::table::Words;

/// How many quotations that begin with the same word are looked for. More of them
/// are left out, so that the cost stays linear whatever a text repeats.
const ALIKE: usize = 8;

/// For each of `keys`, which are words in lower case, whether it stands in the text
/// at least twice, whole words alone, in whatever case. A key that does not begin
/// and end with a letter or a digit stands nowhere.
pub(super) fn again(text: &str, keys: &[&str]) -> Vec<bool> {
    let mut seen = vec![0_u8; keys.len()];
    let mut by_first: Words<&str, Vec<usize>> = Words::default();
    let mut starts = [false; 256];
    for (i, key) in keys.iter().enumerate() {
        let (first, Some(byte)) = (first_word(key), key.bytes().next()) else { continue };
        let alike = by_first.entry(first).or_default();
        if !first.is_empty() && alike.len() < ALIKE {
            starts[usize::from(byte)] = true;
            alike.push(i);
        }
    }
    if by_first.is_empty() {
        return vec![false; keys.len()];
    }
    let mut lower = String::new();
    letter::lower_into(text, &mut lower);
    let mut before = 0;
    for (at, byte) in lower.bytes().enumerate() {
        let before = std::mem::replace(&mut before, byte);
        if !starts[usize::from(byte)] || before.is_ascii_alphanumeric() {
            continue;
        }
        // Within a word of another script.
        let goes_on = || lower.get(..at).is_some_and(|it| it.ends_with(letter::is_alphanumeric));
        if !before.is_ascii() && goes_on() {
            continue;
        }
        let rest = Span::new(at, lower.len()).slice(&lower);
        for &i in by_first.get(first_word(rest)).into_iter().flatten() {
            let after = rest.strip_prefix(keys[i]);
            if after.is_some_and(|it| !it.starts_with(letter::is_alphanumeric)) {
                seen[i] = seen[i].saturating_add(1);
            }
        }
    }
    seen.into_iter().map(|it| it > 1).collect()
}

/// The letters and digits that a text begins with.
fn first_word(text: &str) -> &str {
    text.split(|c| !letter::is_alphanumeric(c)).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_stand_twice_are_found_in_any_case() {
        let text =
            "The “Harbor Night” is back. Harbor night was loved, harbor nights less. “Go,” he said. Gold!";
        assert_eq!(
            again(text, &["harbor night", "harbor nights", "go", "the “harbor"]),
            [true, false, false, false]
        );
    }

    #[test]
    fn words_of_other_scripts_count_as_a_whole_alone() {
        assert_eq!(again("Ночь. «Ночь» — и ночь.", &["ночь"]), [true]);
        assert_eq!(again("Ночь. Полночь, ночью, à-нoчь.", &["ночь"]), [false]);
        assert_eq!(again("Éa éa, ÉA; aéa", &["éa"]), [true]);
        assert_eq!(again("Éa aéa, xéa", &["éa"]), [false]);
    }

    #[test]
    fn what_begins_with_no_letter_stands_nowhere() {
        assert_eq!(again("— — …", &["—", ""]), [false, false]);
        assert_eq!(again("", &[]), [false; 0]);
    }

    #[test]
    fn a_thousand_alike_cost_no_more_than_a_few() {
        let keys: Vec<String> = (0..1_000).map(|i| format!("same {i}")).collect();
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let text = "same 3 same 3 same 900 same 900 ".repeat(2);
        let again = again(&text, &keys);
        assert_eq!((again[3], again[900]), (true, false));
    }
}
