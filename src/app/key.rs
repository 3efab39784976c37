//! Keys as kabar knows them: what a person presses, without a terminal.

use std::fmt;
use std::str::FromStr;

/// One press. Shift is part of the character (`G`), or of the name (`BackTab`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    pub code: Code,
    pub ctrl: bool,
    pub alt: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    Char(char),
    Enter,
    Esc,
    Backspace,
    Tab,
    BackTab,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Insert,
    Delete,
    F(u8),
}

/// Names of keys: as kabar prints them, and what else it takes in a config.
const NAMES: &[(Code, &str, &[&str])] = &[
    (Code::Char(' '), "Space", &["spc"]),
    (Code::Enter, "Enter", &["ret", "return", "cr"]),
    (Code::Esc, "Esc", &["escape"]),
    (Code::Backspace, "Backspace", &["bs", "bksp"]),
    (Code::Tab, "Tab", &[]),
    (Code::BackTab, "BackTab", &["s-tab", "shift-tab"]),
    (Code::Up, "↑", &["up"]),
    (Code::Down, "↓", &["down"]),
    (Code::Left, "←", &["left"]),
    (Code::Right, "→", &["right"]),
    (Code::Home, "Home", &[]),
    (Code::End, "End", &[]),
    (Code::PageUp, "PgUp", &["pageup"]),
    (Code::PageDown, "PgDn", &["pagedown", "pgdown"]),
    (Code::Insert, "Ins", &["insert"]),
    (Code::Delete, "Del", &["delete"]),
    (Code::Char('<'), "<", &["lt"]),
    (Code::Char('>'), ">", &["gt"]),
];

impl Key {
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    pub const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: true, alt: false }
    }

    /// The character that a press types; `None` for keys that type none.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

/// `Ctrl-d`, `Alt-x`, `G`, `Space`, `↓`.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        if let Some((_, name, _)) = NAMES.iter().find(|(code, ..)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            Code::Char(c) => write!(f, "{c}"),
            Code::F(n) => write!(f, "F{n}"),
            _ => Ok(()), // every other code is in NAMES; a test holds it
        }
    }
}

/// The text names no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAKey(pub String);

impl fmt::Display for NotAKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is no key; keys look like `g`, `Ctrl-d`, `Alt-x`, `Space`, `Enter`, `PgDn`, `F5`",
            self.0
        )
    }
}

/// Reads what [`Key`] prints, the short forms `C-d` and `A-x`, and names in any
/// case with or without angle brackets (`<space>`, `down`).
impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let wrong = || NotAKey(text.to_owned());
        let inner = text.strip_prefix('<').and_then(|it| it.strip_suffix('>')).filter(|it| !it.is_empty());
        let mut rest = inner.unwrap_or(text);
        let (mut ctrl, mut alt) = (false, false);
        while let Some((modifier, key)) = rest.split_once('-').filter(|(_, key)| !key.is_empty()) {
            match modifier.to_ascii_lowercase().as_str() {
                "c" | "ctrl" | "control" => ctrl = true,
                "a" | "alt" | "m" | "meta" => alt = true,
                _ => break,
            }
            rest = key;
        }
        let mut chars = rest.chars();
        let code = match (chars.next(), chars.next()) {
            (Some(c), None) if !c.is_control() && !c.is_whitespace() => {
                NAMES.iter().find(|(_, name, _)| *name == rest).map_or(Code::Char(c), |(code, ..)| *code)
            }
            (None, _) => return Err(wrong()),
            _ => named(rest).ok_or_else(wrong)?,
        };
        // A terminal sends the same byte for Ctrl-d and Ctrl-D.
        let code = match code {
            Code::Char(c) if ctrl => Code::Char(c.to_ascii_lowercase()),
            code => code,
        };
        Ok(Self { code, ctrl, alt })
    }
}

fn named(name: &str) -> Option<Code> {
    let lower = name.to_lowercase();
    if let Some((code, ..)) = NAMES
        .iter()
        .find(|(_, shown, other)| shown.to_lowercase() == lower || other.contains(&lower.as_str()))
    {
        return Some(*code);
    }
    let number: u8 = lower.strip_prefix('f')?.parse().ok()?;
    (1..=24).contains(&number).then_some(Code::F(number))
}

/// One or more presses in a row: `g g`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Chord(Vec<Key>);

impl Chord {
    pub fn keys(&self) -> &[Key] {
        &self.0
    }
}

impl FromStr for Chord {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let keys = text.split_whitespace().map(str::parse).collect::<Result<Vec<Key>, _>>()?;
        if keys.is_empty() { Err(NotAKey(text.to_owned())) } else { Ok(Self(keys)) }
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, key) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str(" ")?;
            }
            key.fmt(f)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_in_every_usual_spelling() {
        let space = Key::char(' ');
        for (text, key) in [
            ("j", Key::char('j')),
            ("G", Key::char('G')),
            ("C-d", Key::ctrl('d')),
            ("Ctrl-D", Key::ctrl('d')),
            ("<c-d>", Key::ctrl('d')),
            ("Space", space),
            ("<space>", space),
            ("<", Key::char('<')),
            (">", Key::char('>')),
            ("-", Key::char('-')),
            ("C--", Key::ctrl('-')),
            ("↓", Key::plain(Code::Down)),
            ("Down", Key::plain(Code::Down)),
            ("PgDn", Key::plain(Code::PageDown)),
            ("F5", Key::plain(Code::F(5))),
            ("ß", Key::char('ß')),
        ] {
            assert_eq!(text.parse(), Ok(key), "{text}");
        }
    }

    #[test]
    fn every_key_is_read_as_it_is_printed() {
        let mut keys: Vec<Key> = NAMES.iter().map(|(code, ..)| Key::plain(*code)).collect();
        keys.extend(['a', 'Z', '[', '"', '日', '-'].map(Key::char));
        keys.extend(['a', '-'].map(Key::ctrl));
        keys.push(Key { code: Code::F(12), ctrl: true, alt: true });
        for key in keys {
            assert_eq!(key.to_string().parse(), Ok(key));
            assert!(!key.to_string().is_empty());
        }
    }

    #[test]
    fn what_is_no_key_is_told() {
        for text in ["", "Foo", "C-", "F99", "gg", "\u{1b}"] {
            assert!(text.parse::<Key>().is_err(), "{text}");
        }
        assert!("".parse::<Chord>().is_err());
        assert_eq!("g  g".parse::<Chord>().unwrap().to_string(), "g g");
    }
}
