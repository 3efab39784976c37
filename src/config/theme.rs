//! Looks as a config writes them. Which default they overlay, and how they are
//! put on a screen, is `view`'s.

use std::fmt;
use std::str::FromStr;

use super::nearest::nearest;

/// A theme by its name, and what a config changes about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// One of [`THEMES`].
    pub name: &'static str,
    /// Parts (of [`ROLES`]) and how they look instead; the last one counts.
    pub looks: Vec<(&'static str, Look)>,
}

impl Default for Theme {
    fn default() -> Self {
        Self { name: "default", looks: Vec::new() }
    }
}

/// The themes that kabar has.
pub const THEMES: &[&str] = &["default"];

/// What a theme gives looks to: first the roles of a page's runs, then the
/// parts of the screen.
pub const ROLES: &[&str] = &[
    "kicker",
    "title",
    "meta",
    "heading",
    "body",
    "speech",
    "mention",
    "speaker",
    "block-quote",
    "code",
    "table-head",
    "caption",
    "marker",
    "link",
    "link-number",
    "removed",
    "why",
    "unread",
    "bookmark",
    "selected",
    "match",
    "status",
    "message",
    "border",
];

/// How something looks: `bold yellow on #202020`. What is not said stays as the
/// terminal has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent of each other")]
pub struct Look {
    pub color: Option<Color>,
    pub on: Option<Color>,
    pub bold: bool,
    pub dim: bool,
    pub italic: bool,
    pub underline: bool,
    pub reverse: bool,
    pub strike: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Color {
    /// The terminal's own.
    Default,
    /// One of the terminal's sixteen: 0 to 7, and their bright forms 8 to 15.
    Terminal(u8),
    Rgb(u8, u8, u8),
}

/// The names of the terminal's colors, in its order.
const COLORS: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

const MODIFIERS: [&str; 6] = ["bold", "dim", "italic", "underline", "reverse", "strike"];

/// Why a text is no look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    word: String,
    nearest: Option<&'static str>,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.word.is_empty(), self.nearest) {
            (true, _) => write!(f, "a look is made of words such as `bold`, `yellow`, `on blue`, `#ffaa00`"),
            (false, Some(nearest)) => write!(f, "`{}` is no look; did you mean `{nearest}`?", self.word),
            (false, None) => {
                write!(f, "`{}` is no look; colors are `red`, `bright-red`, … and `#rrggbb`", self.word)
            }
        }
    }
}

impl FromStr for Look {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Wrong> {
        let mut look = Self::default();
        let mut words = text.split_whitespace().peekable();
        if words.peek().is_none() {
            return Err(Wrong { word: String::new(), nearest: None });
        }
        while let Some(word) = words.next() {
            match word {
                "bold" => look.bold = true,
                "dim" => look.dim = true,
                "italic" => look.italic = true,
                "underline" => look.underline = true,
                "reverse" => look.reverse = true,
                "strike" => look.strike = true,
                "on" => look.on = Some(color(words.next().unwrap_or("on"))?),
                _ => look.color = Some(color(word)?),
            }
        }
        Ok(look)
    }
}

fn color(word: &str) -> Result<Color, Wrong> {
    if word == "default" {
        return Ok(Color::Default);
    }
    if let Some(at) = COLORS.iter().position(|it| *it == word) {
        return Ok(Color::Terminal(u8::try_from(at).unwrap_or(0))); // below 16
    }
    if let Some(digits) = word.strip_prefix('#').filter(|it| it.len() == 6)
        && let Ok(number) = u32::from_str_radix(digits, 16)
        && !digits.starts_with('+')
    {
        let [_, red, green, blue] = number.to_be_bytes();
        return Ok(Color::Rgb(red, green, blue));
    }
    let names = COLORS.into_iter().chain(MODIFIERS).chain(["default"]);
    Err(Wrong { word: word.to_owned(), nearest: nearest(word, names) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_are_read_word_by_word() {
        let plain = Look::default();
        for (text, look) in [
            ("bold", Look { bold: true, ..plain }),
            ("yellow", Look { color: Some(Color::Terminal(3)), ..plain }),
            ("on bright-black", Look { on: Some(Color::Terminal(8)), ..plain }),
            (
                "italic #ffAA00 on default",
                Look {
                    italic: true,
                    color: Some(Color::Rgb(255, 170, 0)),
                    on: Some(Color::Default),
                    ..plain
                },
            ),
        ] {
            assert_eq!(text.parse(), Ok(look), "{text}");
        }
    }

    #[test]
    fn what_is_no_look_is_told_with_the_nearest_word() {
        for (text, told) in [
            ("blod", "`blod` is no look; did you mean `bold`?"),
            ("on yelow", "`yelow` is no look; did you mean `yellow`?"),
            ("on", "`on` is no look; colors are `red`, `bright-red`, … and `#rrggbb`"),
            ("#12345", "`#12345` is no look; colors are `red`, `bright-red`, … and `#rrggbb`"),
            ("#+12345", "`#+12345` is no look; colors are `red`, `bright-red`, … and `#rrggbb`"),
            (" ", "a look is made of words such as `bold`, `yellow`, `on blue`, `#ffaa00`"),
        ] {
            assert_eq!(text.parse::<Look>().unwrap_err().to_string(), told, "{text}");
        }
    }
}
