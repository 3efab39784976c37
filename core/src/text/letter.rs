//! Letters and their case, quickly.
//!
//! The standard library searches its tables for every character beyond ASCII. The
//! blocks that most text is written in are ranges, told by a few comparisons; for
//! the rest its tables are asked. Both give the same answers for every character.

/// The first byte of most Greek letters, Σ among them.
const GREEK: u8 = 0xCE;

/// As [`char::is_alphanumeric`].
#[inline]
pub fn is_alphanumeric(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii() && is_common(c).unwrap_or_else(|| c.is_alphanumeric())
}

/// As [`char::is_alphabetic`].
#[inline]
pub fn is_alphabetic(c: char) -> bool {
    c.is_ascii_alphabetic() || !c.is_ascii() && is_common(c).unwrap_or_else(|| c.is_alphabetic())
}

/// As [`char::is_numeric`].
#[inline]
pub fn is_numeric(c: char) -> bool {
    c.is_ascii_digit() || !c.is_ascii() && is_common(c).is_none() && c.is_numeric()
}

/// Whether a character beyond ASCII is a letter, or no letter and no digit; `None`
/// where it is of none of the common blocks.
#[inline]
fn is_common(c: char) -> Option<bool> {
    match u32::from(c) {
        0xA0..=0xA9 | 0xAB..=0xB1 | 0xBB | 0xD7 | 0xF7 | 0x2000..=0x206F | 0x3001..=0x3003 | 0x3008..=0x3020 => Some(false),
        0xC0..=0x24F | 0x1E00..=0x1EFF // Latin
        | 0x391..=0x3A1 | 0x3A3..=0x3F5 // Greek
        | 0x400..=0x481 | 0x48A..=0x52F // Cyrillic
        | 0x5D0..=0x5EA // Hebrew
        | 0x620..=0x657 // Arabic
        | 0x904..=0x93B // Devanagari
        | 0xE01..=0xE3A // Thai
        | 0x3041..=0x3096 | 0x30A1..=0x30FA // kana
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF // Han
        | 0xAC00..=0xD7A3 /* Hangul */ => Some(true),
        _ => None,
    }
}

/// Whether a character is of those that no compatibility form changes (NFKD) and
/// that are no marks: ASCII, and most letters of Cyrillic, Hebrew, Arabic and Han.
/// `false` says nothing.
#[inline]
pub fn is_settled(c: char) -> bool {
    matches!(u32::from(c),
        0..=0x7F
        | 0x410..=0x418 | 0x41A..=0x438 | 0x43A..=0x44F
        | 0x5D0..=0x5EA
        | 0x621 | 0x627..=0x63F | 0x641..=0x64A
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF)
}

/// A character in lower case where that is one character; `None` where it is
/// several, which is so of `İ` alone.
#[inline]
pub fn lower(c: char) -> Option<char> {
    let code = u32::from(c);
    let lower = match code {
        0..=0x7F => return Some(c.to_ascii_lowercase()),
        0xD7 => code,
        0xC0..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3A9 | 0x410..=0x42F => code + 0x20,
        0x400..=0x40F => code + 0x50,
        0x80..=0xFF // signs, and what is in lower case
        | 0x3B1..=0x3CE
        | 0x430..=0x45F
        | 0x590..=0x109F // Hebrew, Arabic, Indic scripts, Thai, and others without case
        | 0x1100..=0x139F
        | 0x2000..=0x2125
        | 0x2E80..=0xA63F // Han, kana
        | 0xAC00..=0xD7FF
        | 0xFE00..=0xFF20 => code,
        // Latin in pairs, the capital first.
        0x100..=0x12F | 0x132..=0x137 | 0x14A..=0x177 => code | 1,
        0x139..=0x148 | 0x179..=0x17E => code + (code & 1),
        _ => {
            let mut all = c.to_lowercase();
            return all.next().filter(|_| all.next().is_none());
        }
    };
    char::from_u32(lower)
}

/// Appends a character in lower case, as [`char::to_lowercase`] has it.
#[inline]
pub fn push_lower(c: char, out: &mut String) {
    match lower(c) {
        Some(it) => out.push(it),
        None => out.extend(c.to_lowercase()),
    }
}

/// Puts a text in lower case into `out`, in the place of what was there, as
/// [`str::to_lowercase`] has it.
pub fn lower_into(text: &str, out: &mut String) {
    out.clear();
    out.reserve(text.len());
    if text.is_ascii() {
        out.push_str(text);
        out.make_ascii_lowercase();
    } else if text.as_bytes().contains(&GREEK) && text.contains('Σ') {
        // The one letter whose lower case depends on where it stands.
        out.push_str(&text.to_lowercase());
    } else {
        let mut rest = text;
        while !rest.is_empty() {
            let ascii = rest.bytes().position(|it| !it.is_ascii()).unwrap_or(rest.len());
            let from = out.len();
            out.push_str(rest.get(..ascii).unwrap_or_default());
            if let Some(it) = out.get_mut(from..) {
                it.make_ascii_lowercase();
            }
            let others = rest.get(ascii..).unwrap_or_default();
            let mut chars = others.chars();
            while let Some(c) = chars.clone().next().filter(|it| !it.is_ascii()) {
                push_lower(c, out);
                chars.next();
            }
            rest = chars.as_str();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_as_the_standard_library_has_it() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_numeric(c), c.is_numeric(), "{c:?}");
            let mut pushed = String::new();
            push_lower(c, &mut pushed);
            assert_eq!(pushed, c.to_lowercase().to_string(), "{c:?}");
        }
    }

    #[test]
    fn settled_characters_decompose_to_themselves() {
        use unicode_normalization::char::{canonical_combining_class, decompose_compatible};
        for c in ('\0'..=char::MAX).filter(|c| is_settled(*c)) {
            let mut parts = String::new();
            decompose_compatible(c, |part| parts.push(part));
            assert_eq!(parts, c.to_string());
            assert_eq!(canonical_combining_class(c), 0, "{c:?}");
        }
    }

    #[test]
    fn texts_are_as_the_standard_library_has_them() {
        let mut out = "before".to_owned();
        for text in ["", "Harbor", "ΟΔΥΣΣΕΥΣ", "İstanbul", "ÉCOLE", "Проба", "京都 A", "A “B” ÇD É", "ÉÈ"]
        {
            lower_into(text, &mut out);
            assert_eq!(out, text.to_lowercase());
        }
    }
}
