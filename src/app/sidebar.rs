//! The sidebar: sources, folders, tags, saved searches and speakers, each a view
//! of the list.

use std::collections::BTreeMap;

use super::following::is_view_of;
use super::list::View;
use crate::article::Source;

/// A search that was given a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    pub name: String,
    pub query: String,
}

/// What the library knows of sources, searches and speakers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// In the order in which they are shown.
    pub sources: Vec<Source>,
    /// Unread articles of each saved search, in their order.
    pub searches: Vec<u64>,
    /// Who is quoted most, and how often.
    pub speakers: Vec<(String, u64)>,
}

/// A line of the sidebar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub label: String,
    /// Steps that it is set in.
    pub depth: u16,
    /// Unread articles, or quotations of a speaker; 0 is not shown.
    pub count: u64,
    /// What it shows; `None` for the name of a section.
    pub view: Option<View>,
    pub failing: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sidebar {
    saved: Vec<Saved>,
    contents: Contents,
    /// Whether the library has said what there is.
    known: bool,
    entries: Vec<Entry>,
    /// Index into `entries`.
    selected: usize,
    /// The first entry on the screen.
    offset: usize,
    /// What the reader said of it: whether it is to be shown.
    wanted: Option<bool>,
    /// Whether anybody has chosen anything; before that it is the first.
    touched: bool,
}

impl Sidebar {
    /// A sidebar with these saved searches.
    pub fn new(saved: Vec<Saved>) -> Self {
        let mut sidebar = Self { saved, ..Self::default() };
        sidebar.list();
        sidebar
    }

    pub fn saved(&self) -> &[Saved] {
        &self.saved
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many feeds are followed; `None` until the library has said so.
    pub fn n_feeds(&self) -> Option<usize> {
        self.known.then_some(self.contents.sources.len())
    }

    pub fn selected(&self) -> usize {
        self.selected
    }

    pub fn offset(&self) -> usize {
        self.offset
    }

    /// Whether it is to be shown. Where nobody has said so, it is where there are
    /// feeds or saved searches: who reads a folder wants to see that folder.
    pub fn is_shown(&self) -> bool {
        let own = !self.contents.sources.is_empty() || !self.saved.is_empty();
        self.wanted.unwrap_or(own) && !self.entries.is_empty()
    }

    /// Puts it away, or shows it.
    pub fn set_shown(&mut self, shown: bool) {
        self.wanted = Some(shown);
    }

    /// Saves a search; one of the same name is replaced.
    pub fn save(&mut self, saved: Saved) {
        match self.saved.iter_mut().find(|it| it.name == saved.name) {
            Some(known) => *known = saved,
            None => self.saved.push(saved),
        }
        self.list();
    }

    /// Takes in what the library says, and whether it is anything new. What is chosen
    /// stays chosen.
    pub fn fill(&mut self, contents: Contents) -> bool {
        let first = !std::mem::replace(&mut self.known, true);
        let changed = self.contents != contents;
        if changed {
            self.contents = contents;
            self.list();
        }
        first || changed
    }

    /// The view that is chosen.
    pub fn chosen(&self) -> Option<&View> {
        self.entries.get(self.selected)?.view.as_ref()
    }

    /// The feed that a view shows; `None` where it shows something else.
    pub fn source(&self, view: &View) -> Option<&Source> {
        self.contents.sources.iter().find(|it| is_view_of(view, &query_of(it)))
    }

    /// Chooses the entry so many below, or above; the names of sections are
    /// passed over.
    pub fn step(&mut self, by: isize) {
        let choices: Vec<usize> = self.choices().collect();
        let at = choices.iter().position(|it| *it >= self.selected).unwrap_or(0);
        let to = at.saturating_add_signed(by).min(choices.len().saturating_sub(1));
        self.selected = choices.get(to).copied().unwrap_or(0);
        self.touched = true;
    }

    /// Chooses the entry of a line on the screen, where one can be chosen.
    pub fn select(&mut self, entry: usize) -> bool {
        let there = self.choices().any(|it| it == entry);
        if there {
            (self.selected, self.touched) = (entry, true);
        }
        there
    }

    /// Chooses what the list shows, where it is here.
    pub fn point_at(&mut self, view: &View) {
        if let Some(at) = self.entries.iter().position(|it| it.view.as_ref() == Some(view)) {
            (self.selected, self.touched) = (at, true);
        }
    }

    /// Brings what is chosen into a window of so many lines, with the name of its
    /// section where that stands right above.
    pub fn scroll_into_view(&mut self, lines: usize) {
        let lines = lines.max(1);
        let above = usize::from(lines > 2);
        let lowest = (self.selected + 1).saturating_sub(lines);
        let last = self.entries.len().saturating_sub(lines);
        let highest = self.selected.saturating_sub(above).max(lowest);
        self.offset = self.offset.clamp(lowest, highest).min(last);
    }

    fn choices(&self) -> impl Iterator<Item = usize> + '_ {
        self.entries.iter().enumerate().filter(|(_, it)| it.view.is_some()).map(|(at, _)| at)
    }

    /// Puts the entries together.
    fn list(&mut self) {
        let chosen = self.chosen().filter(|_| self.touched).cloned();
        let mut entries = Vec::new();
        let searches = self.saved.iter().enumerate().map(|(at, it)| Entry {
            count: self.contents.searches.get(at).copied().unwrap_or(0),
            ..entry(&it.name, &it.name, &it.query)
        });
        section(&mut entries, "Searches", searches.collect());
        section(&mut entries, "Feeds", feeds(&self.contents.sources));
        section(&mut entries, "Tags", tags(&self.contents.sources));
        let speakers = self.contents.speakers.iter();
        let speakers = speakers
            .map(|(name, n)| Entry { count: *n, ..entry(name, name, &format!("said:{}", quoted(name))) });
        section(&mut entries, "Speakers", speakers.collect());
        self.entries = entries;
        // A feed that is called otherwise by now is the same one.
        let is_chosen = |entry: &Entry, it: &View| entry.view.as_ref().map(View::typed) == Some(it.typed());
        let at = chosen.and_then(|it| self.entries.iter().position(|entry| is_chosen(entry, &it)));
        self.selected = at.or_else(|| self.choices().next()).unwrap_or(0);
    }
}

/// The feeds, each below the folders that it lies in.
fn feeds(sources: &[Source]) -> Vec<Entry> {
    let mut folders: BTreeMap<&str, u64> = BTreeMap::new();
    for source in sources {
        for folder in source.folder.iter().flat_map(|it| above(it)) {
            *folders.entry(folder).or_default() += source.unread;
        }
    }
    let feed = |it: &Source, depth| Entry {
        depth,
        count: it.unread,
        failing: it.failing,
        ..entry(&it.name, &it.name, &query_of(it))
    };
    let at_top = sources.iter().filter(|it| it.folder.is_none()).map(|it| feed(it, 0));
    let mut entries: Vec<Entry> = at_top.collect();
    for (folder, unread) in folders {
        let depth = u16::try_from(folder.matches('/').count()).unwrap_or(u16::MAX);
        let name = folder.rsplit('/').next().unwrap_or(folder);
        let query = format!("folder:{}", quoted(folder));
        entries.push(Entry { depth, count: unread, ..entry(name, folder, &query) });
        let inside = sources.iter().filter(|it| it.folder.as_deref() == Some(folder));
        entries.extend(inside.map(|it| feed(it, depth.saturating_add(1))));
    }
    entries
}

/// The query that finds the articles of a feed.
fn query_of(source: &Source) -> String {
    format!("feed:{}", quoted(&source.url))
}

/// A folder and those that it lies in: `a/b` lies in `a`.
fn above(folder: &str) -> impl Iterator<Item = &str> {
    let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]);
    ends.filter_map(|at| folder.get(..at))
}

fn tags(sources: &[Source]) -> Vec<Entry> {
    let mut tags: BTreeMap<&str, u64> = BTreeMap::new();
    for source in sources {
        for tag in &source.tags {
            *tags.entry(tag).or_default() += source.unread;
        }
    }
    let tag = |(tag, unread): (&str, u64)| {
        let name = format!("#{tag}");
        Entry { count: unread, ..entry(&name, &name, &format!("tag:{}", quoted(tag))) }
    };
    tags.into_iter().map(tag).collect()
}

/// A value as a query takes it. Quotation marks have no meaning in names, and
/// cannot be in a value.
fn quoted(value: &str) -> String {
    let inside: String = value.chars().filter(|c| !matches!(c, '"' | '“' | '”' | '„')).collect();
    format!("\"{inside}\"")
}

/// An entry by its label, the name that its view goes by, and its query.
fn entry(label: &str, name: &str, query: &str) -> Entry {
    let view = View::Named { name: name.to_owned(), query: query.to_owned() };
    Entry { label: label.to_owned(), depth: 0, count: 0, view: Some(view), failing: false }
}

/// A section with its name and a blank line before it, where there is something in it.
fn section(entries: &mut Vec<Entry>, name: &str, inside: Vec<Entry>) {
    let line =
        |label: &str| Entry { label: label.to_owned(), depth: 0, count: 0, view: None, failing: false };
    if !inside.is_empty() {
        if !entries.is_empty() {
            entries.push(line(""));
        }
        entries.push(line(name));
        entries.extend(inside);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(name: &str, folder: Option<&str>, tags: &[&str], unread: u64) -> Source {
        Source {
            url: format!("https://{name}.example/feed"),
            name: name.to_owned(),
            folder: folder.map(str::to_owned),
            tags: tags.iter().map(|it| (*it).to_owned()).collect(),
            unread,
            failing: false,
        }
    }

    fn filled() -> Sidebar {
        let mut sidebar =
            Sidebar::new(vec![Saved { name: "Harbor".to_owned(), query: "harbor OR port".to_owned() }]);
        let sources = vec![
            source("courier", Some("World/South"), &["daily"], 3),
            source("ferry", None, &["daily", "sea"], 2),
            source("gazette", Some("World"), &[], 0),
        ];
        let speakers = vec![("Ana Díaz".to_owned(), 7)];
        sidebar.fill(Contents { sources, searches: vec![4], speakers });
        sidebar
    }

    #[test]
    fn feeds_lie_in_their_folders_and_folders_and_tags_count_what_is_in_them() {
        let lines: Vec<String> = filled()
            .entries()
            .iter()
            .filter(|it| !it.label.is_empty())
            .map(|it| format!("{}{} {}", "  ".repeat(usize::from(it.depth)), it.label, it.count))
            .collect();
        let expected = [
            "Searches 0",
            "Harbor 4",
            "Feeds 0",
            "ferry 2",
            "World 3",
            "  gazette 0",
            "  South 3",
            "    courier 3",
            "Tags 0",
            "#daily 5",
            "#sea 2",
            "Speakers 0",
            "Ana Díaz 7",
        ];
        assert_eq!(lines, expected);
    }

    #[test]
    fn steps_pass_over_the_names_of_sections_and_stop_at_the_ends() {
        let mut sidebar = filled();
        let mut seen = Vec::new();
        for _ in 0..12 {
            seen.push(sidebar.entries()[sidebar.selected()].label.clone());
            sidebar.step(1);
        }
        assert_eq!(
            seen,
            [
                "Harbor",
                "ferry",
                "World",
                "gazette",
                "South",
                "courier",
                "#daily",
                "#sea",
                "Ana Díaz",
                "Ana Díaz",
                "Ana Díaz",
                "Ana Díaz"
            ]
        );
        sidebar.step(isize::MIN);
        assert_eq!(sidebar.chosen().unwrap().typed(), "harbor OR port");
        assert!(!sidebar.select(0) && sidebar.select(4));
    }

    #[test]
    fn what_is_chosen_stays_chosen_when_counts_change() {
        let mut sidebar = filled();
        sidebar.step(2);
        let chosen = sidebar.chosen().unwrap().clone();
        let more = vec![source("aurora", None, &[], 1), source("courier", Some("World"), &[], 9)];
        sidebar.fill(Contents { sources: more, ..Contents::default() });
        assert_eq!(sidebar.chosen(), Some(&chosen));
    }

    #[test]
    fn a_query_says_the_whole_of_a_name_and_nothing_else() {
        let mut sidebar = Sidebar::default();
        let sources = vec![source("a", Some("Two words"), &["x\" is:read"], 0)];
        sidebar.fill(Contents { sources, ..Contents::default() });
        let queries: Vec<&str> =
            sidebar.entries().iter().filter_map(|it| it.view.as_ref()).map(View::typed).collect();
        assert_eq!(queries, ["folder:\"Two words\"", "feed:\"https://a.example/feed\"", "tag:\"x is:read\""]);
    }
}
