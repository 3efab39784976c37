//! JSON that is safe on a terminal.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::text::safe;

/// Writes a value as one line. Where a text would speak to a terminal (escape
/// sequences in their one-byte form, directions turned around), it stands as
/// `\u....`: whoever reads the JSON gets it back as it was.
pub(super) fn line(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    let mut serializer = Serializer::with_formatter(&mut *out, Escaping);
    value.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| safe::is_forbidden(*c)) {
            let (before, after) = rest.split_at(at);
            out.write_all(before.as_bytes())?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = after.get(c.len_utf8()..).unwrap_or_default();
        }
        out.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_json_speaks_to_a_terminal_and_nothing_is_lost() {
        for text in
            ["plain “ü” 日本", "\u{1b}[2J\u{7f}", "a\u{9b}31mb\u{202e}c\u{2066}", "\u{e0041}x", "\n\"\\"]
        {
            let mut out = Vec::new();
            line(&mut out, &text).unwrap();
            let json = String::from_utf8(out).unwrap();
            assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
            let shown = json.trim_end();
            assert!(!shown.chars().any(|c| c.is_control() || safe::is_forbidden(c)), "{shown:?}");
        }
        let mut out = Vec::new();
        line(&mut out, &"plain “ü”").unwrap();
        assert_eq!(out, "\"plain “ü”\"\n".as_bytes());
    }
}
