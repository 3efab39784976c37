//! What is counted in a text, in one look at it.

/// Counts of a text, for sums over many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::extract) struct Counts {
    /// Letters, digits and marks: all characters but white space.
    pub(super) filled: usize,
    /// Characters; white space in a row is one.
    pub(in crate::extract) chars: usize,
    /// Commas of any script, and those of ASCII alone.
    pub(in crate::extract) commas: usize,
    pub(in crate::extract) plain_commas: usize,
    /// Whether white space stands at its start, and at its end.
    pub(in crate::extract) starts: bool,
    pub(in crate::extract) ends: bool,
}

impl Counts {
    pub(super) fn of(text: &str) -> Self {
        let plain_commas = text.bytes().filter(|it| *it == b',').count();
        if text.is_ascii() {
            let bytes = text.as_bytes();
            let white = bytes.iter().filter(|it| is_white(**it)).count();
            let pairs = bytes.iter().zip(bytes.iter().skip(1));
            let doubled = pairs.filter(|(a, b)| is_white(**a) & is_white(**b)).count();
            return Self {
                filled: bytes.len() - white,
                chars: bytes.len() - doubled,
                commas: plain_commas,
                plain_commas,
                starts: bytes.first().is_some_and(|it| is_white(*it)),
                ends: bytes.last().is_some_and(|it| is_white(*it)),
            };
        }
        let (mut filled, mut chars, mut others, mut space) = (0, 0, 0, false);
        for c in text.chars() {
            let white = if c.is_ascii() {
                u8::try_from(c).is_ok_and(is_white)
            } else {
                others += usize::from(is_comma(c));
                c.is_whitespace()
            };
            filled += usize::from(!white);
            chars += usize::from(!(white && space));
            space = white;
        }
        Self {
            filled,
            chars,
            commas: plain_commas + others,
            plain_commas,
            starts: text.starts_with(char::is_whitespace),
            ends: space,
        }
    }
}

/// White space of ASCII, as `char::is_whitespace` has it.
fn is_white(byte: u8) -> bool {
    byte == b' ' || byte.wrapping_sub(9) <= 4
}

/// Commas beyond ASCII.
fn is_comma(c: char) -> bool {
    matches!(
        c,
        '\u{60C}' | '\u{2E32}' | '\u{2E34}' | '\u{2E41}' | '\u{FE10}' | '\u{FE11}' | '\u{FE50}' | '\u{FF0C}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_in_a_row_is_one_character_and_none_is_a_filled_one() {
        for (text, filled, chars, commas, plain_commas, starts, ends) in [
            ("", 0, 0, 0, 0, false, false),
            ("  \t", 0, 1, 0, 0, true, true),
            ("One, two \n three", 12, 14, 1, 1, false, false),
            (" é,\u{A0}\u{A0}\u{FF0C}x\u{3000}", 4, 7, 2, 1, true, true),
            ("كلمة، كلمة", 9, 10, 1, 0, false, false),
        ] {
            let expected = Counts { filled, chars, commas, plain_commas, starts, ends };
            assert_eq!(Counts::of(text), expected, "{text:?}");
        }
    }
}
