//! Lines exactly as this version writes them, read six times as fast as JSON: a
//! library that was lost is filled again from a million of them.
//!
//! Whatever is written in another way (blanks, other members, one member twice)
//! is left to the parser of JSON, which has the last word on what a line says.

use super::{Entry, LATEST, progress};
use crate::article::ArticleId;

/// The entry that a line holds; `None` where it takes a closer look.
pub(super) fn parse(line: &[u8]) -> Option<Entry> {
    let mut rest = Rest(line.strip_suffix(b"\n").unwrap_or(line));
    let (mut t, mut id, mut read, mut bookmarked, mut place) = (None, None, None, None, None);
    rest.skip(b"{")?;
    loop {
        let twice = if rest.skip(b"\"t\":").is_some() {
            t.replace(rest.number()?).is_some()
        } else if rest.skip(b"\"id\":").is_some() {
            id.replace(rest.id()?).is_some()
        } else if rest.skip(b"\"read\":").is_some() {
            read.replace(rest.flag()?).is_some()
        } else if rest.skip(b"\"bookmark\":").is_some() {
            bookmarked.replace(rest.flag()?).is_some()
        } else {
            rest.skip(b"\"place\":")?;
            place.replace(rest.place()?).is_some()
        };
        if twice {
            return None;
        }
        if rest.skip(b",").is_none() {
            rest.skip(b"}")?;
            break;
        }
    }
    if !rest.0.is_empty() {
        return None;
    }
    let progress = place.map(|it| it.map(progress));
    Some(Entry { t: t.filter(|t| *t <= LATEST)?, id: id?, read, bookmarked, progress })
}

/// What is left of a line.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn skip(&mut self, what: &[u8]) -> Option<()> {
        self.0 = self.0.strip_prefix(what)?;
        Some(())
    }

    /// A number as JSON has it: without leading zeros.
    fn number(&mut self) -> Option<u64> {
        let length = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = self.0.split_at_checked(length)?;
        if digits.is_empty() || (length > 1 && digits.starts_with(b"0")) {
            return None;
        }
        let mut number = 0_u64;
        for digit in digits {
            number = number.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
        }
        self.0 = rest;
        Some(number)
    }

    fn id(&mut self) -> Option<ArticleId> {
        self.skip(b"\"")?;
        let (id, rest) = self.0.split_at_checked(ArticleId::LEN)?;
        self.0 = rest;
        self.skip(b"\"")?;
        std::str::from_utf8(id).ok()?.parse().ok()
    }

    fn flag(&mut self) -> Option<bool> {
        if self.skip(b"true").is_some() {
            return Some(true);
        }
        self.skip(b"false").map(|()| false)
    }

    #[expect(clippy::option_option, reason = "not said, said to be none, said to be some")]
    fn place(&mut self) -> Option<Option<(usize, usize, u16)>> {
        if self.skip(b"null").is_some() {
            return Some(None);
        }
        self.skip(b"[")?;
        let block = self.number()?.try_into().ok()?;
        self.skip(b",")?;
        let byte = self.number()?.try_into().ok()?;
        self.skip(b",")?;
        let permille = self.number()?.try_into().ok()?;
        self.skip(b"]")?;
        Some(Some((block, byte, permille)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Line, parse_any};
    use super::*;

    #[test]
    fn what_this_version_writes_is_read_at_once() {
        for line in [
            r#"{"t":5,"id":"0123456789abcdef","read":true}"#,
            r#"{"id":"0123456789abcdef","bookmark":false,"t":9007199254740991}"#,
            "{\"t\":0,\"id\":\"0123456789abcdef\",\"place\":[12,340,159]}\n",
            r#"{"t":5,"id":"0123456789abcdef","place":null}"#,
        ] {
            let entry = parse(line.as_bytes());
            assert!(entry.is_some(), "{line}");
            assert_eq!(entry.map(Line::Entry), Some(parse_any(line.as_bytes())));
        }
    }

    proptest! {
        /// Pieces of lines put together in any way.
        #[test]
        fn nothing_is_read_otherwise_than_as_json(pieces in proptest::collection::vec(
            proptest::sample::select(vec![
                "{", "}", ",", ":", "\"t\":", "\"id\":", "\"read\":", "\"place\":", "\"bookmark\":", "5", "07",
                "\"0123456789abcdef\"", "\"0123456789ABCDEF\"", "true", "false", "null", "[1,2,3]", "[1,2,65536]",
                "[1,2,3,4]", "18446744073709551616", "-1", "1.0", " ", "\n", "\"stars\":",
            ]), 0..12)
        ) {
            let line = pieces.concat();
            if let Some(entry) = parse(line.as_bytes()) {
                prop_assert_eq!(Line::Entry(entry), parse_any(line.as_bytes()));
            }
        }

        /// Sound members in any order, some of them twice.
        #[test]
        fn members_are_read_as_json_has_them(members in proptest::collection::vec(
            proptest::sample::select(vec![
                "\"t\":5", "\"t\":9007199254740992", "\"id\":\"0123456789abcdef\"", "\"read\":true",
                "\"read\":false", "\"bookmark\":true", "\"place\":[1,2,3]", "\"place\":[1,2,3000]",
                "\"place\":null", "\"place\":[01,2,3]",
            ]), 0..6)
        ) {
            let line = format!("{{{}}}", members.join(","));
            if let Some(entry) = parse(line.as_bytes()) {
                prop_assert_eq!(Line::Entry(entry), parse_any(line.as_bytes()));
            }
        }
    }
}
