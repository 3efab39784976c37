//! The name that somebody most likely meant.

/// The name that differs least from what was written, where it does not differ
/// in more than every third letter.
pub(super) fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written: Vec<char> = written.to_lowercase().chars().take(LONGEST).collect();
    let most = written.len().div_ceil(3);
    names
        .into_iter()
        .map(|name| (distance(&written, &name.chars().collect::<Vec<_>>()), name))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// No name is longer; what a config says may be.
const LONGEST: usize = 64;

/// How many letters must be added, dropped, replaced, or swapped with the next
/// one to get from one word to the other (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut fewest = (last[j + 1] + 1).min(row[j] + 1).min(last[j] + usize::from(x != y));
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                let swapped: &Vec<usize> = &before_last;
                fewest = fewest.min(swapped[j - 1] + 1);
            }
            row.push(fewest);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_name_and_nonsense_finds_none() {
        let names = ["width", "theme", "mark_read", "next-quote"];
        for (written, name) in [
            ("widht", Some("width")),
            ("Theme", Some("theme")),
            ("mark-read", Some("mark_read")),
            ("next_quote", Some("next-quote")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(written, names), name, "{written}");
        }
        assert_eq!(nearest(&"x".repeat(100_000), names), None);
    }
}
