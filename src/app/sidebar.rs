//! The sidebar: sources, folders, tags, saved searches and speakers, each a view
//! of the list.

use std::borrow::Cow;
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

/// A line of the sidebar. Its words and its view are made when they are wanted
/// ([`Sidebar::label`], [`Sidebar::view`]): of thousands of feeds few are on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    what: What,
    /// Steps that it is set in.
    pub depth: u16,
    /// Unread articles, or quotations of a speaker; 0 is not shown.
    pub count: u64,
    pub failing: bool,
}

/// What a line stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    /// The name of a section, or the blank line above it.
    Section(&'static str),
    /// Index into the saved searches.
    Search(usize),
    /// Index into [`Contents::sources`].
    Feed(usize),
    /// With the folders that it lies in.
    Folder(String),
    Tag(String),
    /// Index into [`Contents::speakers`].
    Speaker(usize),
}

impl Entry {
    fn of(what: What, count: u64) -> Self {
        Self { what, depth: 0, count, failing: false }
    }

    /// Whether it can be chosen, and is no name of a section.
    pub fn is_choice(&self) -> bool {
        !matches!(self.what, What::Section(_))
    }
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
        sidebar.list(None);
        sidebar
    }

    pub fn saved(&self) -> &[Saved] {
        &self.saved
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What a line says.
    pub fn label(&self, entry: &Entry) -> Cow<'_, str> {
        match &entry.what {
            What::Section(name) => Cow::Borrowed(name),
            What::Search(at) => self.saved.get(*at).map_or("", |it| &it.name).into(),
            What::Feed(at) => self.contents.sources.get(*at).map_or("", |it| &it.name).into(),
            What::Folder(folder) => folder.rsplit('/').next().unwrap_or(folder).to_owned().into(),
            What::Tag(tag) => format!("#{tag}").into(),
            What::Speaker(at) => self.contents.speakers.get(*at).map_or("", |it| &it.0).into(),
        }
    }

    /// What a line shows; `None` for the name of a section.
    pub fn view(&self, entry: &Entry) -> Option<View> {
        let query = match &entry.what {
            What::Section(_) => return None,
            What::Search(at) => self.saved.get(*at)?.query.clone(),
            What::Feed(at) => query_of(self.contents.sources.get(*at)?),
            What::Folder(folder) => format!("folder:{}", quoted(folder)),
            What::Tag(tag) => format!("tag:{}", quoted(tag)),
            What::Speaker(at) => format!("said:{}", quoted(&self.contents.speakers.get(*at)?.0)),
        };
        let name = match &entry.what {
            What::Folder(folder) => folder.clone(),
            _ => self.label(entry).into_owned(),
        };
        Some(View::Named { name, query })
    }

    /// Whether a line shows this view.
    pub fn shows(&self, entry: &Entry, view: &View) -> bool {
        matches!(view, View::Named { .. }) && self.view(entry).as_ref() == Some(view)
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
        self.list(self.kept());
    }

    /// Takes in what the library says, and whether it is anything new. What is chosen
    /// stays chosen.
    pub fn fill(&mut self, contents: Contents) -> bool {
        let first = !std::mem::replace(&mut self.known, true);
        let changed = self.contents != contents;
        if changed {
            let kept = self.kept();
            self.contents = contents;
            self.list(kept);
        }
        first || changed
    }

    /// The view that is chosen.
    pub fn chosen(&self) -> Option<View> {
        self.view(self.entries.get(self.selected)?)
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
        if let Some(at) = self.entries.iter().position(|it| self.shows(it, view)) {
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
        self.entries.iter().enumerate().filter(|(_, it)| it.is_choice()).map(|(at, _)| at)
    }

    /// What somebody has chosen.
    fn kept(&self) -> Option<View> {
        self.touched.then(|| self.chosen()).flatten()
    }

    /// Puts the entries together, and chooses the one of this view, where it is still
    /// here.
    fn list(&mut self, chosen: Option<View>) {
        let Contents { sources, searches, speakers } = &self.contents;
        let mut entries = Vec::with_capacity(sources.len());
        let searches = (0..self.saved.len())
            .map(|at| Entry::of(What::Search(at), searches.get(at).copied().unwrap_or(0)));
        section(&mut entries, "Searches", |it| it.extend(searches));
        section(&mut entries, "Feeds", |it| feeds(it, sources));
        section(&mut entries, "Tags", |it| tags(it, sources));
        let speakers = speakers.iter().enumerate().map(|(at, (_, n))| Entry::of(What::Speaker(at), *n));
        section(&mut entries, "Speakers", |it| it.extend(speakers));
        self.entries = entries;
        // A feed that is called otherwise by now is the same one.
        let is_chosen =
            |entry: &Entry, it: &View| self.view(entry).is_some_and(|own| own.typed() == it.typed());
        let at = chosen.and_then(|it| self.entries.iter().position(|entry| is_chosen(entry, &it)));
        self.selected = at.or_else(|| self.choices().next()).unwrap_or(0);
    }
}

/// The feeds, each below the folders that it lies in.
fn feeds(entries: &mut Vec<Entry>, sources: &[Source]) {
    let mut folders: BTreeMap<&str, u64> = BTreeMap::new();
    for source in sources {
        for folder in source.folder.iter().flat_map(|it| above(it)) {
            *folders.entry(folder).or_default() += source.unread;
        }
    }
    let inside = |folder: Option<&str>, depth, entries: &mut Vec<Entry>| {
        let sources = sources.iter().enumerate().filter(|(_, it)| it.folder.as_deref() == folder);
        entries.extend(sources.map(|(at, it)| Entry {
            depth,
            failing: it.failing,
            ..Entry::of(What::Feed(at), it.unread)
        }));
    };
    inside(None, 0, entries);
    for (folder, unread) in folders {
        let depth = u16::try_from(folder.matches('/').count()).unwrap_or(u16::MAX);
        entries.push(Entry { depth, ..Entry::of(What::Folder(folder.to_owned()), unread) });
        inside(Some(folder), depth.saturating_add(1), entries);
    }
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

fn tags(entries: &mut Vec<Entry>, sources: &[Source]) {
    let mut tags: BTreeMap<&str, u64> = BTreeMap::new();
    for source in sources {
        for tag in &source.tags {
            *tags.entry(tag).or_default() += source.unread;
        }
    }
    entries.extend(tags.into_iter().map(|(tag, unread)| Entry::of(What::Tag(tag.to_owned()), unread)));
}

/// A value as a query takes it. Quotation marks have no meaning in names, and
/// cannot be in a value.
fn quoted(value: &str) -> String {
    let inside: String = value.chars().filter(|c| !matches!(c, '"' | '“' | '”' | '„')).collect();
    format!("\"{inside}\"")
}

/// A section with its name and a blank line before it, where there is something in it.
fn section(entries: &mut Vec<Entry>, name: &'static str, fill: impl FnOnce(&mut Vec<Entry>)) {
    let before = entries.len();
    if before > 0 {
        entries.push(Entry::of(What::Section(""), 0));
    }
    entries.push(Entry::of(What::Section(name), 0));
    let empty = entries.len();
    fill(entries);
    if entries.len() == empty {
        entries.truncate(before);
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
        let sidebar = filled();
        let lines = sidebar.entries().iter().map(|it| (sidebar.label(it), it));
        let lines: Vec<String> = lines
            .filter(|(label, _)| !label.is_empty())
            .map(|(label, it)| format!("{}{label} {}", "  ".repeat(usize::from(it.depth)), it.count))
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
            seen.push(sidebar.label(&sidebar.entries()[sidebar.selected()]).into_owned());
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
        let chosen = sidebar.chosen();
        let more = vec![source("aurora", None, &[], 1), source("courier", Some("World"), &[], 9)];
        sidebar.fill(Contents { sources: more, ..Contents::default() });
        assert!(chosen.is_some() && sidebar.chosen() == chosen);
    }

    #[test]
    fn a_query_says_the_whole_of_a_name_and_nothing_else() {
        let mut sidebar = Sidebar::default();
        let sources = vec![source("a", Some("Two words"), &["x\" is:read"], 0)];
        sidebar.fill(Contents { sources, ..Contents::default() });
        let queries = sidebar.entries().iter().filter_map(|it| sidebar.view(it));
        let queries: Vec<String> = queries.map(|it| it.typed().to_owned()).collect();
        assert_eq!(queries, ["folder:\"Two words\"", "feed:\"https://a.example/feed\"", "tag:\"x is:read\""]);
    }
}
