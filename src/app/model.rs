//! Everything that the screen shows, and nothing that it does not follow from.

use std::collections::VecDeque;

use super::ahead::Ahead;
use super::following::{Field, Following};
use super::help::Help;
use super::history::History;
use super::key::Key;
use super::keymap::Keymap;
use super::list::List;
use super::marks::Marks;
use super::panel::Panel;
use super::prompt::Line;
use super::reader::Reader;
use super::refresh::Refresh;
use super::screen::{Area, Areas, Column, Pane, Size, areas, column, item_height};
use super::sidebar::{Saved, Sidebar};
use super::sweep::Sweep;
use crate::article::{ArticleId, Mark, Row};
use crate::text::query::Filter;

/// What a person can set.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The widest that a line of the page may get, in cells.
    pub measure: u16,
    /// Whether kabar puts right-to-left text in visual order itself.
    pub reorder: bool,
    /// Whether an article counts as read when it is opened, or at its end.
    pub mark_read: MarkRead,
    /// Whether kabar has the mouse from the start.
    pub mouse: bool,
}

/// When an article counts as read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MarkRead {
    #[default]
    Open,
    End,
}

/// The narrowest and widest measure that can be set.
pub const MEASURES: std::ops::RangeInclusive<u16> = 20..=160;

impl Default for Options {
    fn default() -> Self {
        Self { measure: 72, reorder: true, mark_read: MarkRead::default(), mouse: false }
    }
}

/// What keys go to.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Mode {
    #[default]
    Browse,
    Prompt(Prompt),
    Panel(Panel),
    Help(Help),
}

/// A line at the foot that is being typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Prompt {
    pub kind: PromptKind,
    pub line: Line,
    /// Of a command line: the completion that Tab has come to.
    pub completion: Option<Completion>,
}

/// What Tab goes round through.
#[derive(Clone, Debug, PartialEq)]
pub struct Completion {
    /// What was typed before the first Tab.
    pub typed: String,
    /// Index into the completions of `typed`.
    pub at: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromptKind {
    /// Find in the article.
    Find,
    /// Search the library.
    Search,
    /// A command by its name.
    Command,
    /// Something about a feed.
    Feed(Field),
}

/// A message in the foot, for a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    pub text: String,
    pub number: u64,
}

#[derive(Clone, Debug, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "switches that are independent of each other")]
pub struct Model {
    pub options: Options,
    pub keymap: Keymap,
    pub(super) size: Size,
    pub(super) pane: Pane,
    pub(super) mode: Mode,
    pub(super) list: List,
    pub(super) reader: Reader,
    pub(super) ahead: Ahead,
    pub(super) sidebar: Sidebar,
    pub(super) refresh: Refresh,
    /// What the list was before it became the result of a search.
    pub(super) before: Option<Box<List>>,
    /// The row of the article that the page shows.
    pub(super) open: Option<Row>,
    pub(super) marks: Marks,
    /// Marks on their way through a whole list.
    pub(super) sweep: Option<Sweep>,
    pub(super) history: History,
    pub(super) following: Following,
    /// What the whole reader is limited to; nothing for the whole library.
    pub(super) scope: Vec<Filter>,
    /// Keys that wait for rows: what they mean depends on them.
    pub(super) held: VecDeque<Key>,
    pub(super) zen: bool,
    pub(super) only_quotes: bool,
    pub(super) mouse: bool,
    /// The beginning of a chord.
    pub(super) pending: Vec<Key>,
    pub(super) toast: Option<Toast>,
    pub(super) toasts: u64,
    pub(super) messages: Vec<String>,
    /// What was looked through, in words.
    pub(super) place: String,
    /// Whether an article that was asked for by its name is to be opened when it
    /// is found.
    pub(super) open_found: bool,
    /// Whether articles are to be counted anew.
    pub(super) count: bool,
    /// Seconds since 1970.
    pub(super) now: i64,
    /// Whether a timer for the reading place is running.
    pub(super) progress_timer: bool,
    pub(super) dirty: bool,
}

impl Model {
    pub fn new(options: Options, keymap: Keymap) -> Self {
        Self { mouse: options.mouse, options, keymap, dirty: true, ..Self::default() }
    }

    /// Opens the article that the first scan finds, where it is the only one.
    #[must_use]
    pub fn opening_the_only_one(mut self) -> Self {
        self.open_found = true;
        self
    }

    /// Shows only what passes these filters, in every view.
    #[must_use]
    pub fn within(mut self, scope: Vec<Filter>) -> Self {
        self.scope = scope;
        self
    }

    /// Begins with these saved searches.
    #[must_use]
    pub fn with_searches(mut self, saved: Vec<Saved>) -> Self {
        self.sidebar = Sidebar::new(saved);
        self
    }

    /// Asks the feeds by itself after so many minutes; never where that is 0.
    #[must_use]
    pub fn refreshing_every(mut self, minutes: u32) -> Self {
        self.refresh = Refresh::every(minutes);
        self
    }

    pub fn size(&self) -> Size {
        self.size
    }

    pub fn mode(&self) -> &Mode {
        &self.mode
    }

    pub fn list(&self) -> &List {
        &self.list
    }

    pub fn sidebar(&self) -> &Sidebar {
        &self.sidebar
    }

    pub fn refresh(&self) -> &Refresh {
        &self.refresh
    }

    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// What is marked of an article that is held; the default where it is not.
    pub(super) fn shown(&self, id: ArticleId) -> Mark {
        let rows = self.open.iter().chain(self.list.rows());
        rows.into_iter().find(|it| it.header.id == id).map_or_else(Mark::default, |it| it.mark)
    }

    /// The row of the article that the page shows; `None` while it shows none.
    pub fn open(&self) -> Option<&Row> {
        self.open.as_ref()
    }

    pub fn pane(&self) -> Pane {
        self.pane
    }

    pub fn zen(&self) -> bool {
        self.zen
    }

    pub fn only_quotes(&self) -> bool {
        self.only_quotes
    }

    pub fn pending(&self) -> &[Key] {
        &self.pending
    }

    pub fn toast(&self) -> Option<&str> {
        self.toast.as_ref().map(|it| it.text.as_str())
    }

    pub fn messages(&self) -> &[String] {
        &self.messages
    }

    /// What was looked through for articles, in words.
    pub fn place(&self) -> &str {
        &self.place
    }

    pub fn now(&self) -> i64 {
        self.now
    }

    /// Whether the screen no longer shows what the model holds.
    pub fn is_dirty(&self) -> bool {
        self.dirty
    }

    /// Whether all has come that decides where things stand on the screen: rows, how
    /// many there are, and the sidebar. Where there are no rows, files may bring some.
    pub fn is_whole(&self) -> bool {
        let waits = self.list.is_empty() && self.list.is_scanning();
        self.list.is_known() && self.list.is_counted() && self.sidebar.n_feeds().is_some() && !waits
    }

    /// The screen shows what the model holds.
    pub fn clean(&mut self) {
        self.dirty = false;
    }

    pub fn areas(&self) -> Areas {
        areas(self.size, self.pane, self.zen, self.sidebar.is_shown())
    }

    /// Where the text of the article stands; `None` while no page is shown.
    pub fn column(&self) -> Option<Column> {
        self.areas().page.map(|page| column(page, self.options.measure))
    }

    /// Rows that one article takes in the list.
    pub fn item_height(&self, list: Area) -> u16 {
        item_height(list, self.list.query().wanted().next().is_some())
    }

    /// Whether the page can be seen now.
    pub fn page_is_shown(&self) -> bool {
        self.areas().page.is_some()
    }
}
