//! How a line looks: what its characters show, whatever stands beside it.
//!
//! The chain asks for it in every round, and no round changes it.

use crate::text::letter;

#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a feature of its own")]
pub(super) struct Looks {
    pub(super) first: char,
    pub(super) last: char,
    /// In capitals throughout, in a script that has them.
    pub(super) shouted: bool,
    /// Two long words or more, all with a capital.
    pub(super) titled: bool,
    pub(super) letters: bool,
    pub(super) digits: bool,
    /// Every third character and more is a digit.
    pub(super) mostly_digits: bool,
    /// Signs that set labels apart.
    pub(super) separators: usize,
    /// An address of a page, of mail, or of somebody in a network.
    pub(super) address: bool,
    pub(super) comma: bool,
    /// `8:30`, `8.30`
    pub(super) time: bool,
    /// A colon with something behind it.
    pub(super) colon: bool,
    /// The end of a sentence with something behind it.
    pub(super) stop: bool,
    /// Degrees or a share.
    pub(super) measure: bool,
    /// A year of this century or the last, as four digits.
    pub(super) year: bool,
}

impl Looks {
    /// What a line without white space at its ends looks like.
    pub(super) fn of(text: &str) -> Self {
        let (mut n, mut digits, mut separators) = (0_usize, 0_usize, 0);
        let (mut letters, mut upper, mut lower, mut comma, mut measure) = (false, false, false, false, false);
        for c in text.chars() {
            n += 1;
            if letter::is_alphabetic(c) {
                letters = true;
                if c.is_ascii() {
                    upper |= c.is_ascii_uppercase();
                    lower |= c.is_ascii_lowercase();
                } else {
                    upper = upper || c.is_uppercase();
                    lower = lower || c.is_lowercase();
                }
            }
            digits += usize::from(letter::is_numeric(c));
            if c.is_ascii_alphanumeric() || c == ' ' {
                continue;
            }
            match c {
                '|' | '·' | '•' | '›' | '»' | '→' | '>' | '/' | '▸' => separators += 1,
                ',' | '，' | '、' | '،' | ';' => comma = true,
                '°' | '%' => measure = true,
                _ => {}
            }
        }
        let shouted = upper && !lower;
        let long_words = || text.split_whitespace().filter(|it| it.chars().nth(3).is_some());
        let named =
            |it: &str| it.chars().find(|c| letter::is_alphanumeric(*c)).is_none_or(|c| !c.is_lowercase());
        let sign =
            |it: &str| it.starts_with(['@', '#']) && it.len() > 2 || it.contains('@') && it.contains('.');
        let bytes = text.as_bytes();
        // Most lines lack the signs that these are made of.
        let (mut colons, mut stops, mut marks, mut www) = (false, false, false, false);
        for it in bytes {
            colons |= *it == b':';
            stops |= matches!(it, b'.' | b'!' | b'?');
            marks |= matches!(it, b'@' | b'#');
            www |= *it == b'w';
        }
        Self {
            first: text.chars().next().unwrap_or(' '),
            last: text.chars().next_back().unwrap_or(' '),
            shouted,
            titled: (upper || lower) && !shouted && long_words().nth(1).is_some() && long_words().all(named),
            letters,
            digits: digits > 0,
            mostly_digits: digits * 3 > n,
            separators,
            address: colons && text.contains("://")
                || www && stops && text.contains("www.")
                || marks && text.split_whitespace().any(sign),
            comma,
            time: (colons || stops)
                && digits > 1
                && bytes
                    .windows(3)
                    .any(|it| matches!(it, [a, b':' | b'.', c] if a.is_ascii_digit() && c.is_ascii_digit())),
            colon: (colons || !text.is_ascii()) && text.trim_end_matches([':', '：']).contains([':', '：']),
            stop: stops && bytes.windows(2).any(|it| matches!(it, [b'.' | b'!' | b'?', b' '])),
            measure,
            year: digits >= 4
                && text
                    .split(|c: char| !c.is_ascii_digit())
                    .any(|it| it.len() == 4 && (it.starts_with("19") || it.starts_with("20"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_show_what_their_characters_are() {
        let shouted = |it: &str| Looks::of(it).shouted;
        assert!(
            shouted("FERRY TIMES 2") && !shouted("Ferry TIMES") && !shouted("港の灯り") && !shouted("12")
        );
        let titled = |it: &str| Looks::of(it).titled;
        assert!(
            titled("Winter at the Old Harbor") && !titled("Winter at the first Harbor") && !titled("Winter")
        );
        let address = |it: &str| Looks::of(it).address;
        assert!(address("see www.x.example") && address("desk@x.example") && address("#lowick"));
        assert!(!address("two @ three") && !address("no. 1"));
        let time = |it: &str| Looks::of(it).time;
        assert!(time("at 8:30") && time("8.30 pm") && !time("at 8: 30"));
        assert_eq!(Looks::of("Home › News › Lowick").separators, 2);
        assert!(Looks::of("Read: more").colon && !Looks::of("Read more:").colon);
        assert!(Looks::of("It rained. Then").stop && !Looks::of("It rained.").stop);
        assert!(Looks::of("7 : 12").mostly_digits && !Looks::of("7 of many").mostly_digits);
        assert!(Looks::of("12.03.2026").year && !Looks::of("12:03, 12026").year);
        assert_eq!((Looks::of("").first, Looks::of("").letters), (' ', false));
    }
}
