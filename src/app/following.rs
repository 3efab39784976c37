//! Following feeds: adding one by its address, taking one out, changing what is said
//! of it. Files and servers are asked elsewhere ([`Ask`], [`Answer`]).

use super::command::Command;
use super::effect::Effect;
use super::list::View;
use super::model::{Mode, Model, Prompt, PromptKind};
use super::panel::Panel;
use super::prompt::Line;
use super::screen::Pane;
use super::{tell, toast};
use crate::article::{Removed, Source, Subscription};

/// What is asked of the world about feeds; each is answered by an [`Answer`].
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Follow what an address leads to, as it was typed.
    Add(String),
    /// Follow one of the feeds that a page names.
    Choose { several: Several, url: String },
    /// Follow the feed at this address no more.
    Remove(String),
    /// Follow again what was followed.
    Restore(Vec<Removed>),
    /// Change what is said of a feed.
    Edit(Draft),
    /// Say of a feed what was said before.
    Set(Subscription),
}

/// A page that names several feeds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Several {
    /// The address as it was typed.
    pub typed: String,
    /// Where the page was found.
    pub page: String,
    /// Addresses and titles, the likeliest feed first.
    pub feeds: Vec<(String, String)>,
}

/// What somebody wants to say of a feed, as they type it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub url: String,
    /// Empty for what the feed calls itself, as all of them for nothing.
    pub title: String,
    pub folder: String,
    /// Set apart by blanks or commas, with or without `#`.
    pub tags: String,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Added {
        name: String,
        n_entries: usize,
    },
    /// The feed is followed already.
    There(String),
    Several(Several),
    Removed {
        name: String,
        removed: Vec<Removed>,
    },
    Restored(usize),
    /// What was said of a feed before.
    Edited(Subscription),
    Failed(String),
}

/// What is under way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Following {
    draft: Draft,
    several: Option<Several>,
    /// What undoes the last change, where `u` means that and no mark.
    undo: Option<Ask>,
}

/// The lines that are typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Address,
    Title,
    Folder,
    Tags,
}

impl Field {
    /// What stands before the line.
    pub fn label(self) -> &'static str {
        match self {
            Self::Address => "follow: ",
            Self::Title => "title: ",
            Self::Folder => "folder: ",
            Self::Tags => "tags: ",
        }
    }

    /// What stands behind it.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Address => "the address of a feed or a page",
            Self::Title => "empty for what the feed calls itself",
            Self::Folder => "such as News/Local; empty for none",
            Self::Tags => "set apart by blanks",
        }
    }
}

/// Opens a line for an address.
pub(super) fn ask_address(model: &mut Model) {
    prompt(model, Field::Address, "");
}

/// Follows what an address leads to.
pub(super) fn add(model: &mut Model, typed: &str, effects: &mut Vec<Effect>) {
    if !typed.trim().is_empty() {
        effects.push(Effect::Follow(Ask::Add(typed.trim().to_owned())));
        toast(model, "looking for the feed …".to_owned(), effects);
    }
}

/// Takes out the feed that is meant.
pub(super) fn remove(model: &mut Model, effects: &mut Vec<Effect>) {
    match meant(model).map(|it| it.url.clone()) {
        Some(url) => effects.push(Effect::Follow(Ask::Remove(url))),
        None => toast(model, NO_FEED.to_owned(), effects),
    }
}

/// Opens lines for what is said of the feed that is meant.
pub(super) fn edit(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(source) = meant(model) else {
        return toast(model, NO_FEED.to_owned(), effects);
    };
    let draft = Draft {
        url: source.url.clone(),
        title: source.name.clone(),
        folder: source.folder.clone().unwrap_or_default(),
        tags: source.tags.iter().map(|it| tag_as_typed(it)).collect::<Vec<_>>().join(" "),
    };
    prompt(model, Field::Title, &draft.title.clone());
    model.following.draft = draft;
}

const NO_FEED: &str = "choose a feed in the sidebar first";

/// A tag as it is typed: a blank within it would make it two.
fn tag_as_typed(tag: &str) -> String {
    format!("#{}", tag.replace(char::is_whitespace, "_"))
}

/// The tags that were typed, among which those with blanks in them are found again
/// by how they stood there.
pub fn tags(typed: &str, before: &[String]) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for word in typed.split(|c: char| c.is_whitespace() || c == ',') {
        let word = word.trim_start_matches('#');
        let known = before.iter().find(|it| tag_as_typed(it).get(1..) == Some(word));
        let tag = known.map_or(word, String::as_str);
        if !tag.is_empty() && !tags.iter().any(|it| it == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

/// The feed that a command is about: the one chosen in the sidebar, or the one that
/// the list shows.
fn meant(model: &Model) -> Option<&Source> {
    if model.pane == Pane::Sidebar {
        return model.sidebar.source(&model.sidebar.chosen()?);
    }
    model.sidebar.source(model.list.view())
}

fn prompt(model: &mut Model, field: Field, text: &str) {
    let mut line = Line::default();
    line.set(text);
    model.mode = Mode::Prompt(Prompt { kind: PromptKind::Feed(field), line, completion: None });
}

/// A line was typed to its end.
pub(super) fn accept(model: &mut Model, field: Field, text: &str, effects: &mut Vec<Effect>) {
    let text = text.trim().to_owned();
    let draft = &mut model.following.draft;
    match field {
        Field::Address => add(model, &text, effects),
        Field::Title => {
            draft.title = text;
            let next = draft.folder.clone();
            prompt(model, Field::Folder, &next);
        }
        Field::Folder => {
            draft.folder = text;
            let next = draft.tags.clone();
            prompt(model, Field::Tags, &next);
        }
        Field::Tags => {
            draft.tags = text;
            let draft = std::mem::take(draft);
            effects.push(Effect::Follow(Ask::Edit(draft)));
        }
    }
}

/// Follows the feed that was chosen of several.
pub(super) fn choose(model: &mut Model, target: usize, effects: &mut Vec<Effect>) {
    let Some(several) = model.following.several.take() else { return };
    if let Some((url, _)) = several.feeds.get(target) {
        let url = url.clone();
        effects.push(Effect::Follow(Ask::Choose { several, url }));
        toast(model, "asking for the feed …".to_owned(), effects);
    }
}

/// Undoes the last change, where nothing was marked since. Says whether there was
/// one.
pub(super) fn undo(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let undo = model.following.undo.take();
    let found = undo.is_some();
    effects.extend(undo.map(Effect::Follow));
    found
}

/// A mark was set: it is what `u` means from now on.
pub(super) fn marked(model: &mut Model) {
    model.following.undo = None;
}

pub(super) fn answered(model: &mut Model, answer: Answer, effects: &mut Vec<Effect>) {
    let undo = model.keymap.first(Command::Undo).map_or_else(String::new, |it| format!(" · {it} undoes"));
    let text = match answer {
        Answer::Added { name, n_entries: 1 } => format!("following {name}: 1 entry"),
        Answer::Added { name, n_entries } => format!("following {name}: {n_entries} entries"),
        Answer::There(name) => format!("{name} is followed already"),
        Answer::Several(several) => {
            // Whoever does something else by now is not to be startled.
            let text = format!("{} names {} feeds", several.page, several.feeds.len());
            if model.mode == Mode::Browse {
                model.mode = Mode::Panel(Panel::feeds(&several.feeds));
                model.following.several = Some(several);
                model.toast = None;
                return;
            }
            text
        }
        Answer::Removed { name, removed } => {
            model.following.undo = Some(Ask::Restore(removed));
            format!("no longer following {name}{undo}")
        }
        Answer::Restored(1) => "following it again".to_owned(),
        Answer::Restored(n) => format!("following {n} feeds again"),
        Answer::Edited(before) => {
            model.following.undo = Some(Ask::Set(before));
            format!("changed{undo}")
        }
        Answer::Failed(why) => return tell(model, why, effects),
    };
    // What the list shows may be gone, and the sidebar is to be listed anew.
    model.count = true;
    toast(model, text, effects);
}

/// The query by which the sidebar shows a feed.
pub(super) fn is_view_of(view: &View, query: &str) -> bool {
    matches!(view, View::Named { query: own, .. } if own == query)
}

#[cfg(test)]
mod tests {
    use super::super::key::{Code, Key};
    use super::super::model::Options;
    use super::super::msg::Msg;
    use super::super::screen::Size;
    use super::super::sidebar::Contents;
    use super::super::update;
    use super::*;
    use crate::app::keymap::Keymap;

    /// A reader with two feeds in its sidebar, in which one has gone to the first.
    fn reader() -> Model {
        let mut model = Model::new(Options::default(), Keymap::default());
        update(&mut model, Msg::Resize(Size { width: 160, height: 40 }));
        let source = |name: &str, tags: &[&str]| Source {
            url: format!("https://{name}.example/feed"),
            name: name.to_owned(),
            folder: Some("News".to_owned()),
            tags: tags.iter().map(|it| (*it).to_owned()).collect(),
            ..Source::default()
        };
        let sources = vec![source("courier", &["daily", "two words"]), source("ferry", &[])];
        update(&mut model, Msg::Surveyed(Contents { sources, ..Contents::default() }));
        model.pane = Pane::Sidebar;
        // The folder stands before the feeds in it.
        model.sidebar.step(1);
        model
    }

    /// Types keys; gives what is asked about feeds.
    fn press(model: &mut Model, keys: &str) -> Vec<Ask> {
        let mut asked = Vec::new();
        for c in keys.chars() {
            let key = if c == '\n' { Key::plain(Code::Enter) } else { Key::char(c) };
            asked.extend(asks(update(model, Msg::Key(key))));
        }
        asked
    }

    fn asks(effects: Vec<Effect>) -> Vec<Ask> {
        let ask = |it| match it {
            Effect::Follow(ask) => Some(ask),
            _ => None,
        };
        effects.into_iter().filter_map(ask).collect()
    }

    #[test]
    fn an_address_is_typed_or_given_with_the_command() {
        let added = [Ask::Add("news.example".to_owned())];
        assert_eq!(press(&mut reader(), "anews.example\n"), added);
        assert_eq!(press(&mut reader(), ":add news.example\n"), added);
        assert_eq!(press(&mut reader(), "a\n"), []);
    }

    #[test]
    fn of_several_feeds_one_is_chosen() {
        let mut model = reader();
        let feeds = ["a", "b"].map(|it| (format!("https://x.example/{it}"), it.to_uppercase()));
        let several = Several {
            typed: "x.example".to_owned(),
            page: "https://x.example/".to_owned(),
            feeds: feeds.to_vec(),
        };
        update(&mut model, Msg::Followed(Answer::Several(several.clone())));
        let url = "https://x.example/b".to_owned();
        assert_eq!(press(&mut model, "j\n"), [Ask::Choose { several, url }]);
        assert_eq!(model.mode, Mode::Browse);
    }

    #[test]
    fn what_is_removed_can_be_undone_until_something_else_is_done() {
        let mut model = reader();
        assert_eq!(press(&mut model, "d"), [Ask::Remove("https://courier.example/feed".to_owned())]);
        let removed = vec![Removed { place: 3, ..Removed::default() }];
        let answer = Answer::Removed { name: "courier".to_owned(), removed: removed.clone() };
        update(&mut model, Msg::Followed(answer));
        assert_eq!(model.toast(), Some("no longer following courier · u undoes"));
        assert_eq!(press(&mut model, "u"), [Ask::Restore(removed)]);
        assert_eq!(press(&mut model, "u"), [], "once is enough");
    }

    #[test]
    fn title_folder_and_tags_are_typed_one_after_the_other() {
        let mut model = reader();
        let draft = Draft {
            url: "https://courier.example/feed".to_owned(),
            title: "courier!".to_owned(),
            folder: "News".to_owned(),
            tags: "#daily #two_words x".to_owned(),
        };
        assert_eq!(press(&mut model, "E!\n\n x\n"), [Ask::Edit(draft.clone())]);
        let before = ["daily".to_owned(), "two words".to_owned()];
        assert_eq!(tags(&draft.tags, &before), ["daily", "two words", "x"]);
        assert_eq!(tags(" a,b  #c, a ", &[]), ["a", "b", "c"]);
        // What it was is what undoing sets.
        let was = Subscription { url: draft.url, ..Subscription::default() };
        update(&mut model, Msg::Followed(Answer::Edited(was.clone())));
        assert_eq!(press(&mut model, "u"), [Ask::Set(was)]);
    }

    #[test]
    fn without_a_feed_that_is_meant_nothing_is_asked() {
        let mut model = reader();
        model.pane = Pane::List;
        assert_eq!(press(&mut model, "d"), []);
        assert_eq!(model.toast(), Some(NO_FEED));
        assert_eq!(press(&mut model, "E"), []);
    }
}
