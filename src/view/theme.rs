//! What each role looks like: the one home of colors.
//!
//! The default theme uses the terminal's own sixteen colors and modifiers, so
//! that it sits in any palette, light or dark. Nothing is told by color alone.

use ratatui::style::{Color, Modifier, Style};

use crate::text::page::{self, Role};

/// How much color the terminal is to get.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// None: weight, slant and lines only (`NO_COLOR`, `TERM=dumb`).
    Mono,
    #[default]
    Color,
}

macro_rules! theme {
    ($($(#[$doc:meta])* $field:ident = $name:literal,)*) => {
        /// The looks of everything that is drawn.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Theme {
            $($(#[$doc])* pub $field: Style,)*
        }

        /// The names under which a config sets the looks.
        pub const ITEMS: &[&str] = &[$($name,)*];

        impl Theme {
            const PLAIN: Self = Self { $($field: Style::new(),)* };

            /// The style of a name of [`ITEMS`].
            fn item(&mut self, name: &str) -> Option<&mut Style> {
                match name {
                    $($name => Some(&mut self.$field),)*
                    _ => None,
                }
            }

            fn map(&mut self, change: impl Fn(Style) -> Style) {
                $(self.$field = change(self.$field);)*
            }
        }
    };
}

theme! {
    /// Running words.
    text = "text",
    /// What stands back: meta, ages, hints.
    dim = "dim",
    title = "title",
    kicker = "kicker",
    heading = "heading",
    /// Somebody's own words.
    speech = "speech",
    /// A name or a word as a word, between quotation marks.
    mention = "mention",
    /// Who says it.
    speaker = "speaker",
    /// The bar beside somebody's own words.
    bar = "bar",
    blockquote = "block-quote",
    code = "code",
    caption = "caption",
    /// Bullets, rules, table lines, the hairline between panes.
    marker = "marker",
    link = "link",
    /// What was removed, in the raw view, and why.
    removed = "removed",
    why = "why",
    /// The band of what is chosen, and what is chosen in the pane without keys.
    selected = "selected",
    selected_away = "selected-away",
    /// The dot of what is unread, and its title.
    unread = "unread",
    unread_title = "unread-title",
    bookmark = "bookmark",
    /// The view that is shown.
    active = "active",
    /// A key in a hint.
    key = "key",
    /// A match of a search, and the one stepped to.
    hit = "hit",
    hit_current = "hit-current",
    message = "message",
}

/// The names of the built-in themes.
pub const THEMES: &[&str] = &["default", "dusk", "paper"];

impl Default for Theme {
    /// The terminal's own colors: one accent, and what stands back is dim.
    fn default() -> Self {
        let (bold, dim) =
            (Style::new().add_modifier(Modifier::BOLD), Style::new().add_modifier(Modifier::DIM));
        Self {
            dim,
            title: bold,
            kicker: Style::new().fg(Color::Cyan),
            heading: bold,
            speech: Style::new().fg(Color::Cyan),
            mention: Style::new().add_modifier(Modifier::ITALIC),
            speaker: bold,
            bar: Style::new().fg(Color::Cyan),
            blockquote: Style::new().add_modifier(Modifier::ITALIC),
            code: Style::new().fg(Color::Green),
            caption: dim.add_modifier(Modifier::ITALIC),
            marker: dim,
            link: Style::new().add_modifier(Modifier::UNDERLINED),
            removed: dim.add_modifier(Modifier::CROSSED_OUT),
            why: dim.add_modifier(Modifier::ITALIC),
            // White on bright black reads in every palette, light ones included.
            selected: Style::new().fg(Color::White).bg(Color::DarkGray),
            selected_away: Style::new(),
            unread: Style::new().fg(Color::Cyan),
            unread_title: bold,
            bookmark: Style::new().fg(Color::Yellow),
            active: bold.fg(Color::Cyan),
            key: bold,
            hit: Style::new().fg(Color::Black).bg(Color::Yellow),
            hit_current: Style::new().fg(Color::Black).bg(Color::LightYellow).add_modifier(Modifier::BOLD),
            message: Style::new().fg(Color::Yellow),
            ..Self::PLAIN
        }
    }
}

impl Theme {
    /// A built-in theme by its name; `None` where there is none.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "default" => Some(Self::default()),
            "dusk" => Some(Self::palette([
                (0xd8, 0xd4, 0xcc),
                (0x8c, 0x8a, 0x94),
                (0x8f, 0xb8, 0xd8),
                (0xe6, 0xc0, 0x7b),
                (0x9c, 0xb8, 0x8c),
                (0x33, 0x38, 0x46),
                (0x1e, 0x20, 0x28),
            ])),
            "paper" => Some(Self::palette([
                (0x33, 0x30, 0x2c),
                (0x86, 0x80, 0x78),
                (0x1f, 0x5f, 0x8b),
                (0x9a, 0x5b, 0x13),
                (0x4c, 0x6b, 0x2f),
                (0xe4, 0xdd, 0xcf),
                (0xfa, 0xf7, 0xf0),
            ])),
            _ => None,
        }
    }

    /// A theme in true color: ink, faint ink, accent, second accent, code, band,
    /// page.
    fn palette(colors: [(u8, u8, u8); 7]) -> Self {
        let [ink, faint, accent, second, code, band, page] = colors.map(|(r, g, b)| Color::Rgb(r, g, b));
        let mut theme = Self::default();
        theme.map(|style| {
            let dim = style.add_modifier.contains(Modifier::DIM);
            let color = match style.fg {
                _ if dim => faint,
                Some(Color::Cyan) => accent,
                Some(Color::Yellow) => second,
                Some(Color::Green) => code,
                _ => ink,
            };
            let style = Style { add_modifier: style.add_modifier - Modifier::DIM, ..style };
            style.fg(color)
        });
        theme.text = Style::new().fg(ink).bg(page);
        theme.selected = Style::new().fg(ink).bg(band);
        theme.hit = Style::new().fg(page).bg(second);
        theme.hit_current = Style::new().fg(page).bg(accent).add_modifier(Modifier::BOLD);
        theme
    }

    /// Takes all color out and tells by weight, slant and lines what color told.
    #[must_use]
    pub fn at(mut self, depth: Depth) -> Self {
        if depth == Depth::Mono {
            self.map(|style| Style { fg: None, bg: None, ..style });
            let (bold, reverse) = (Modifier::BOLD, Modifier::REVERSED);
            self.speech = Style::new().add_modifier(bold);
            self.speaker = Style::new().add_modifier(Modifier::UNDERLINED);
            self.selected = Style::new().add_modifier(reverse);
            self.hit = Style::new().add_modifier(reverse);
            self.hit_current = Style::new().add_modifier(reverse | bold | Modifier::UNDERLINED);
            self.active = Style::new().add_modifier(bold | Modifier::UNDERLINED);
        }
        self
    }

    /// Sets the looks of an item of [`ITEMS`] from words such as `cyan bold`,
    /// `#88aaff on black`, `default italic`. Gives back the word that is none of
    /// [`LOOKS`], or `None` where there are no words at all.
    pub fn set(&mut self, item: &str, looks: &str) -> Result<(), Option<String>> {
        let style = parse(looks)?;
        *self.item(item).ok_or_else(|| Some(item.to_owned()))? = style;
        Ok(())
    }

    /// The looks of a run of an article.
    pub fn of(&self, role: Role, style: page::Style, link: bool) -> Style {
        let mut looks = match role {
            Role::Kicker => self.kicker,
            Role::Title => self.title,
            Role::Meta => self.dim,
            Role::Heading(_) | Role::TableHead => self.heading,
            Role::Body => self.text,
            Role::Speech => self.speech,
            Role::Mention => self.mention,
            Role::Speaker => self.speaker,
            Role::BlockQuote => self.blockquote,
            Role::Code => self.code,
            Role::Caption => self.caption,
            Role::Marker | Role::LinkNumber => self.marker,
            Role::Removed => self.removed,
            Role::Why => self.why,
        };
        if style.code && role != Role::Code {
            looks = looks.patch(self.code);
        }
        for (set, modifier) in [
            (style.strong, Modifier::BOLD),
            (style.emphasis, Modifier::ITALIC),
            (style.strike, Modifier::CROSSED_OUT),
        ] {
            if set {
                looks = looks.add_modifier(modifier);
            }
        }
        // A picture's caption is no link text, though the picture has an address.
        if link && role != Role::Caption { looks.patch(self.link) } else { looks }
    }
}

/// The words that looks are made of, beside `#rrggbb`.
pub const LOOKS: &[&str] = &[
    "bold",
    "dim",
    "italic",
    "underline",
    "reverse",
    "strike",
    "on",
    "default",
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

/// Reads a style: colors, `on` before the background, modifiers.
fn parse(looks: &str) -> Result<Style, Option<String>> {
    let mut style = Style::new();
    let mut words = looks.split_whitespace().peekable();
    words.peek().ok_or(None)?;
    while let Some(word) = words.next() {
        style = match word {
            "bold" => style.add_modifier(Modifier::BOLD),
            "dim" => style.add_modifier(Modifier::DIM),
            "italic" => style.add_modifier(Modifier::ITALIC),
            "underline" => style.add_modifier(Modifier::UNDERLINED),
            "reverse" => style.add_modifier(Modifier::REVERSED),
            "strike" => style.add_modifier(Modifier::CROSSED_OUT),
            "on" => {
                let word = words.next().unwrap_or("on");
                style.bg(color(word).ok_or_else(|| Some(word.to_owned()))?)
            }
            _ => style.fg(color(word).ok_or_else(|| Some(word.to_owned()))?),
        };
    }
    Ok(style)
}

fn color(word: &str) -> Option<Color> {
    if let Some(digits) = word.strip_prefix('#') {
        let valid = digits.len() == 6 && digits.chars().all(|it| it.is_ascii_hexdigit());
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok().filter(|_| valid)?.to_be_bytes();
        return Some(Color::Rgb(red, green, blue));
    }
    Some(match word {
        "default" => Color::Reset,
        "black" => Color::Black,
        "red" => Color::Red,
        "green" => Color::Green,
        "yellow" => Color::Yellow,
        "blue" => Color::Blue,
        "magenta" => Color::Magenta,
        "cyan" => Color::Cyan,
        "white" => Color::Gray,
        "bright-black" => Color::DarkGray,
        "bright-red" => Color::LightRed,
        "bright-green" => Color::LightGreen,
        "bright-yellow" => Color::LightYellow,
        "bright-blue" => Color::LightBlue,
        "bright-magenta" => Color::LightMagenta,
        "bright-cyan" => Color::LightCyan,
        "bright-white" => Color::White,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_are_read_from_words() {
        let mut theme = Theme::default();
        theme.set("speech", "bright-cyan bold on #102030").unwrap();
        let style = Style::new().fg(Color::LightCyan).bg(Color::Rgb(16, 32, 48)).add_modifier(Modifier::BOLD);
        assert_eq!(theme.speech, style);
        for (looks, wrong) in [
            ("cyann", Some("cyann")),
            ("bold on", Some("on")),
            ("#12345", Some("#12345")),
            ("#+12345", Some("#+12345")),
            (" ", None),
        ] {
            assert_eq!(theme.set("speech", looks), Err(wrong.map(str::to_owned)), "{looks}");
            assert_eq!(theme.speech, style, "what is wrong changes nothing");
        }
        for word in LOOKS.iter().filter(|it| **it != "on") {
            theme.set("speech", word).unwrap();
        }
        for item in ITEMS {
            theme.set(item, "default").unwrap();
        }
    }

    #[test]
    fn without_color_speech_speakers_and_the_chosen_still_stand_out() {
        for name in THEMES {
            let mut theme = Theme::named(name).unwrap().at(Depth::Mono);
            assert_ne!(theme.speech, theme.text, "{name}");
            assert_ne!(theme.speech, theme.speaker, "{name}");
            assert_ne!(theme.selected, theme.text, "{name}");
            for item in ITEMS {
                let style = *theme.item(item).unwrap();
                assert!(style.fg.is_none() && style.bg.is_none(), "{name} {item}");
            }
        }
    }
}
