//! What a person can make kabar do, once: the keymap, the help, the names in the
//! config, the completion of `:`, and the table in the README derive from
//! [`COMMANDS`].

/// Something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    Down,
    Up,
    HalfDown,
    HalfUp,
    PageDown,
    PageUp,
    Top,
    Bottom,
    Advance,
    Open,
    Back,
    SwitchPane,
    NextArticle,
    PreviousArticle,
    Next,
    PreviousUnread,
    PreviousHit,
    NextQuote,
    PreviousQuote,
    Quotes,
    OnlyQuotes,
    ToggleRead,
    ToggleBookmark,
    MarkAllRead,
    Undo,
    Redo,
    ViewAll,
    ViewUnread,
    ViewBookmarks,
    ShowNew,
    SwitchOrder,
    ToggleSidebar,
    Find,
    Links,
    Browser,
    CopyLink,
    CopyQuote,
    Raw,
    Zen,
    Narrower,
    Wider,
    LinkNumbers,
    FullText,
    Reload,
    AddFeed,
    RemoveFeed,
    EditFeed,
    Messages,
    Mouse,
    Help,
    CommandLine,
    Close,
    Quit,
    QuitNow,
    Suspend,
}

/// Where a command can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    Moving,
    Articles,
    Reading,
    Quotations,
    Feeds,
    Kabar,
}

impl Group {
    pub const ALL: [Self; 6] =
        [Self::Moving, Self::Articles, Self::Reading, Self::Quotations, Self::Feeds, Self::Kabar];

    pub fn title(self) -> &'static str {
        match self {
            Self::Moving => "Moving",
            Self::Articles => "Articles",
            Self::Reading => "Reading",
            Self::Quotations => "Quotations",
            Self::Feeds => "Feeds",
            Self::Kabar => "kabar",
        }
    }
}

/// One row of the table.
#[derive(Debug)]
pub struct Entry {
    pub command: Command,
    /// As in the config and after `:`.
    pub name: &'static str,
    /// What it does, for people; starts in lower case, has no full stop.
    pub doc: &'static str,
    /// A word or two for the foot of the screen.
    pub short: &'static str,
    /// Default keys.
    pub keys: &'static [&'static str],
    pub group: Group,
}

const fn entry(
    command: Command,
    group: Group,
    name: &'static str,
    keys: &'static [&'static str],
    short: &'static str,
    doc: &'static str,
) -> Entry {
    Entry { command, name, doc, short, keys, group }
}

use Command as C;
use Group::{Articles, Feeds, Kabar, Moving, Quotations, Reading};

/// Every command, in the order in which help and README show them.
pub const COMMANDS: &[Entry] = &[
    entry(C::Down, Moving, "down", &["j", "↓"], "down", "one line or article down"),
    entry(C::Up, Moving, "up", &["k", "↑"], "up", "one line or article up"),
    entry(C::HalfDown, Moving, "half-page-down", &["Ctrl-d"], "half page", "half a page down"),
    entry(C::HalfUp, Moving, "half-page-up", &["Ctrl-u"], "half page", "half a page up"),
    entry(C::PageDown, Moving, "page-down", &["PgDn", "Ctrl-f"], "page", "a page down"),
    entry(C::PageUp, Moving, "page-up", &["PgUp", "Ctrl-b"], "page up", "a page up"),
    entry(C::Top, Moving, "top", &["g g", "Home"], "top", "to the beginning"),
    entry(C::Bottom, Moving, "bottom", &["G", "End"], "end", "to the end"),
    entry(
        C::Advance,
        Moving,
        "advance",
        &["Space"],
        "read on",
        "a page down, and at the end the next unread article",
    ),
    entry(C::Open, Moving, "open", &["Enter", "l", "→"], "read", "open the article, or what is chosen"),
    entry(C::Back, Moving, "back", &["h", "←", "Backspace"], "back", "back to the list"),
    entry(C::SwitchPane, Moving, "switch-pane", &["Tab"], "switch", "through sidebar, list and article"),
    entry(C::NextArticle, Articles, "next-article", &["J"], "next", "the next article"),
    entry(C::PreviousArticle, Articles, "previous-article", &["K"], "previous", "the article before"),
    entry(
        C::Next,
        Articles,
        "next",
        &["n"],
        "next",
        "the next unread article; while a search is on, the next hit",
    ),
    entry(C::PreviousUnread, Articles, "previous-unread", &["p"], "previous", "the unread article before"),
    entry(C::ToggleRead, Articles, "toggle-read", &["r"], "read/unread", "mark as read or unread"),
    entry(C::ToggleBookmark, Articles, "toggle-bookmark", &["b"], "bookmark", "keep for later, or no longer"),
    entry(
        C::MarkAllRead,
        Articles,
        "mark-all-read",
        &["A"],
        "all read",
        "mark every article of the list as read",
    ),
    entry(C::Undo, Articles, "undo", &["u"], "undo", "undo the last mark"),
    entry(C::Redo, Articles, "redo", &["Ctrl-r"], "redo", "do again what was undone"),
    entry(C::ViewAll, Articles, "all", &["1"], "all", "list all articles"),
    entry(C::ViewUnread, Articles, "unread", &["2"], "unread", "list the unread ones"),
    entry(C::ViewBookmarks, Articles, "bookmarks", &["3"], "bookmarks", "list the bookmarked ones"),
    entry(
        C::SwitchOrder,
        Articles,
        "order",
        &["s"],
        "order",
        "what a search found by date, or by how well it fits",
    ),
    entry(C::ShowNew, Articles, "show-new", &["."], "show new", "show what has arrived since"),
    entry(
        C::Reload,
        Articles,
        "reload",
        &["R"],
        "refresh",
        "ask the feeds and look through the files again; show what has arrived",
    ),
    entry(C::Find, Reading, "find", &["/"], "search", "find in the article; in the list, search everything"),
    entry(
        C::PreviousHit,
        Reading,
        "previous-hit",
        &["N"],
        "hit before",
        "the hit before, while a search is on",
    ),
    entry(C::Links, Reading, "links", &["f"], "links", "the links of the article"),
    entry(C::LinkNumbers, Reading, "link-numbers", &["#"], "numbers", "show or hide the numbers of links"),
    entry(C::Browser, Reading, "browser", &["o"], "browser", "open the article in the browser"),
    entry(C::CopyLink, Reading, "copy-link", &["y"], "copy link", "copy the link of the article"),
    entry(
        C::FullText,
        Reading,
        "full-text",
        &["x"],
        "full text",
        "fetch the page behind the article, and show its text instead of the summary",
    ),
    entry(C::Raw, Reading, "raw", &["v"], "raw", "show what was removed, and why; and back"),
    entry(C::Zen, Reading, "zen", &["z"], "zen", "nothing but the page"),
    entry(C::Narrower, Reading, "narrower", &["<"], "narrower", "a narrower page"),
    entry(C::Wider, Reading, "wider", &[">"], "wider", "a wider page"),
    entry(C::NextQuote, Quotations, "next-quote", &["]"], "next quote", "the next quotation"),
    entry(C::PreviousQuote, Quotations, "previous-quote", &["["], "quote before", "the quotation before"),
    entry(
        C::Quotes,
        Quotations,
        "quotes",
        &["\""],
        "who said what",
        "who said what: the quotations with their speakers",
    ),
    entry(C::OnlyQuotes, Quotations, "only-quotes", &["Q"], "only quotes", "dim everything but quotations"),
    entry(
        C::CopyQuote,
        Quotations,
        "copy-quote",
        &["Y"],
        "copy quote",
        "copy the quotation with speaker and source",
    ),
    entry(C::AddFeed, Feeds, "add", &["a"], "follow", "follow a feed: type its address, or that of a page"),
    entry(C::RemoveFeed, Feeds, "remove", &["d"], "unfollow", "follow the chosen feed no more"),
    entry(C::EditFeed, Feeds, "edit", &["E"], "edit", "change title, folder and tags of the chosen feed"),
    entry(C::Help, Kabar, "help", &["?"], "help", "this help; type to search it"),
    entry(C::CommandLine, Kabar, "command", &[":"], "command", "type a command by its name"),
    entry(
        C::ToggleSidebar,
        Kabar,
        "sidebar",
        &["S"],
        "sidebar",
        "show or hide feeds, saved searches and speakers",
    ),
    entry(C::Messages, Kabar, "messages", &["!"], "messages", "what kabar had to say since it started"),
    entry(C::Mouse, Kabar, "mouse", &["m"], "mouse", "let kabar have the mouse, or leave it to the terminal"),
    entry(C::Close, Kabar, "close", &["Esc"], "close", "close what is open; never quits"),
    entry(C::Quit, Kabar, "quit", &["q"], "back", "back; at the list, quit"),
    entry(C::QuitNow, Kabar, "quit-now", &["Ctrl-c"], "quit", "quit at once"),
    entry(C::Suspend, Kabar, "suspend", &["Ctrl-z"], "suspend", "back to the shell until `fg`"),
];

impl Command {
    /// The row of the table that describes the command.
    pub fn entry(self) -> &'static Entry {
        // The table holds every command (a test walks it); the first row stands
        // in so that there is nothing to panic about.
        COMMANDS.iter().find(|it| it.command == self).unwrap_or(&COMMANDS[0])
    }

    /// The command of a name; `None` where there is none.
    pub fn named(name: &str) -> Option<Self> {
        COMMANDS.iter().find(|it| it.name == name).map(|it| it.command)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::app::key::Chord;

    #[test]
    fn names_and_default_keys_are_unambiguous() {
        let mut names = HashMap::new();
        let mut chords: HashMap<Chord, &str> = HashMap::new();
        for it in COMMANDS {
            assert_eq!(names.insert(it.name, it.command), None, "{}", it.name);
            assert_eq!(it.command.entry().name, it.name);
            assert!(!it.keys.is_empty() && !it.doc.ends_with('.'), "{}", it.name);
            for key in it.keys {
                let chord: Chord = key.parse().unwrap();
                assert_eq!(chords.insert(chord, it.name), None, "{key} stands twice");
            }
        }
        for chord in chords.keys() {
            for other in chords.keys() {
                let clash = chord != other && other.keys().starts_with(chord.keys());
                assert!(!clash, "{chord} hides {other}");
            }
        }
    }
}
