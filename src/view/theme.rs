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
    blockquote = "blockquote",
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
            why: Style::new().fg(Color::Yellow),
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

    /// Sets the looks of an item from words such as `cyan bold`, `#88aaff on
    /// black`, `default italic`. Says what is wrong with them.
    pub fn set(&mut self, item: &str, looks: &str) -> Result<(), String> {
        let style = parse(looks)?;
        *self.item(item).ok_or_else(|| format!("there is nothing called `{item}` to color"))? = style;
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
        if link { looks.patch(self.link) } else { looks }
    }
}

/// Reads a style: color words, `on` before the background, modifiers.
fn parse(looks: &str) -> Result<Style, String> {
    let mut style = Style::new();
    let mut background = false;
    for word in looks.split_whitespace() {
        let modifier = match word.to_ascii_lowercase().as_str() {
            "bold" => Modifier::BOLD,
            "dim" => Modifier::DIM,
            "italic" => Modifier::ITALIC,
            "underlined" | "underline" => Modifier::UNDERLINED,
            "reversed" | "reverse" => Modifier::REVERSED,
            "crossed-out" | "strike" => Modifier::CROSSED_OUT,
            "on" => {
                background = true;
                continue;
            }
            "default" => {
                let color = Some(Color::Reset);
                style = if background { Style { bg: color, ..style } } else { Style { fg: color, ..style } };
                background = false;
                continue;
            }
            _ => {
                let color = color(word).ok_or_else(|| {
                    format!("`{word}` is no color; colors are `cyan`, `bright-cyan`, `#88aaff` and the like")
                })?;
                style = if background { style.bg(color) } else { style.fg(color) };
                background = false;
                continue;
            }
        };
        style = style.add_modifier(modifier);
    }
    Ok(style)
}

fn color(word: &str) -> Option<Color> {
    let word = word.to_ascii_lowercase();
    if let Some(hex) = word.strip_prefix('#') {
        let n = u32::from_str_radix(hex, 16).ok().filter(|_| hex.len() == 6)?;
        let [_, r, g, b] = n.to_be_bytes();
        return Some(Color::Rgb(r, g, b));
    }
    let (bright, name) = word.strip_prefix("bright-").map_or((false, word.as_str()), |it| (true, it));
    let color = match (name, bright) {
        ("black", false) => Color::Black,
        ("red", false) => Color::Red,
        ("green", false) => Color::Green,
        ("yellow", false) => Color::Yellow,
        ("blue", false) => Color::Blue,
        ("magenta", false) => Color::Magenta,
        ("cyan", false) => Color::Cyan,
        ("white", false) => Color::Gray,
        ("red", true) => Color::LightRed,
        ("green", true) => Color::LightGreen,
        ("yellow", true) => Color::LightYellow,
        ("blue", true) => Color::LightBlue,
        ("magenta", true) => Color::LightMagenta,
        ("cyan", true) => Color::LightCyan,
        ("white", true) => Color::White,
        ("black", true) | ("gray" | "grey", false) => Color::DarkGray,
        _ => return None,
    };
    Some(color)
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
        assert!(theme.set("speech", "cyann").unwrap_err().contains("cyann"));
        assert!(theme.set("spech", "cyan").unwrap_err().contains("spech"));
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
