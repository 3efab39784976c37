//! The identity of an article: derived from its content, so that it survives a
//! re-import, a renamed or moved file, and another machine.

use std::fmt;
use std::str::FromStr;

/// Eighty bits of a hash, printed as sixteen letters and digits. With a million
/// articles the chance of two alike is below one in 10^12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleId([u8; 10]);

/// Crockford's base 32 in lower case: no `i`, `l`, `o`, `u`, so that an id can be
/// read out and typed.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// What each byte is worth as a digit, in either case; 255 where it is none.
/// Journals hold an id on every line.
#[expect(clippy::cast_possible_truncation, reason = "digits are below 32")]
const DIGITS: [u8; 256] = {
    let mut digits = [255; 256];
    let mut digit = 0;
    while digit < ALPHABET.len() {
        digits[ALPHABET[digit] as usize] = digit as u8;
        digits[ALPHABET[digit].to_ascii_uppercase() as usize] = digit as u8;
        digit += 1;
    }
    digits
};

impl ArticleId {
    /// The length of an id as text, in characters.
    pub const LEN: usize = 16;

    pub fn from_bytes(bytes: [u8; 10]) -> Self {
        Self(bytes)
    }

    pub fn to_bytes(self) -> [u8; 10] {
        self.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut bits, mut n) = (0_u32, 0);
        for &byte in &self.0 {
            bits = (bits << 8) | u32::from(byte);
            n += 8;
            while n >= 5 {
                n -= 5;
                let digit = (bits >> n) & 31;
                write!(f, "{}", char::from(ALPHABET[digit as usize]))?;
            }
        }
        Ok(())
    }
}

/// The text is no article id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl FromStr for ArticleId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text.len() != Self::LEN {
            return Err(NotAnId);
        }
        let (mut bytes, mut at, mut bits, mut n) = ([0; 10], 0, 0_u32, 0);
        for c in text.bytes() {
            let digit = DIGITS[usize::from(c)];
            if digit > 31 {
                return Err(NotAnId);
            }
            bits = (bits << 5) | u32::from(digit);
            n += 5;
            if n >= 8 {
                n -= 8;
                bytes[at] = u8::try_from((bits >> n) & 255).unwrap_or(0); // below 256
                at += 1;
            }
        }
        Ok(Self(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_being_printed_and_read() {
        let id = ArticleId::from_bytes([0, 1, 2, 3, 250, 251, 252, 253, 254, 255]);
        let text = id.to_string();
        assert_eq!(text.len(), ArticleId::LEN);
        assert_eq!(text.parse(), Ok(id));
        assert_eq!(text.to_uppercase().parse(), Ok(id));
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in ["", "short", "0123456789abcdeu", "0123456789abcdef0", "日本語日本語日本語日本語日本語日"]
        {
            assert_eq!(text.parse::<ArticleId>(), Err(NotAnId), "{text}");
        }
    }
}
