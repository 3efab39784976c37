//! The reader without a screen: what is open, what a key means, what is asked of
//! the world.
//!
//! [`update`] is the only thing that changes a [`model::Model`]: a message goes
//! in, effects come out. Imports `article` and `text`; knows no terminal, no
//! clock, no disk and no network, so that every behavior is a test of plain data.

pub mod ahead;
mod browse;
pub mod command;
mod dialog;
pub mod document;
pub mod effect;
pub mod following;
pub mod help;
pub mod history;
pub mod key;
pub mod keymap;
pub mod list;
pub mod marks;
pub mod model;
pub mod msg;
pub mod panel;
pub mod prompt;
pub mod reader;
pub mod refresh;
pub mod screen;
mod search;
pub mod sidebar;
mod sweep;
pub mod window;

pub use dialog::completions;

use effect::{Effect, Excerpts, Timer, Wanted};
use key::Key;
use list::{Outcome, View};
use model::{Mode, Model, Toast};
use msg::Msg;
use screen::Pane;
use window::Answer;

use crate::article::{ArticleId, Change, Field, Mark, Place, Progress, Row};
use crate::text::page;

/// How long a message stays in the foot.
const TOAST_MILLIS: u64 = 5_000;
/// How long reading must pause before its place is written down.
const PROGRESS_MILLIS: u64 = 2_000;

/// What is asked of the world when the reader starts.
pub fn start(model: &mut Model) -> Vec<Effect> {
    model.list.begin_scan();
    search::show(model, View::default());
    // The list comes from the library, before any file is looked at; and with it what
    // else the first screen is made of.
    model.count = true;
    let mut effects = Vec::new();
    settle(model, &mut effects);
    effects.push(Effect::Scan);
    refresh::start(model, &mut effects);
    effects
}

/// Takes in what happened, and says what is to be done about it.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut changed = true;
    match msg {
        Msg::Key(key) if holds(model, key) => model.held.push_back(key),
        Msg::Key(key) => press(model, key, &mut effects),
        Msg::Paste(text) => changed = dialog::paste(model, &text),
        Msg::Resize(size) => model.size = size,
        Msg::Wheel { down, column, row } => browse::wheel(model, down, column, row, &mut effects),
        Msg::Click { column, row } => browse::click(model, column, row, &mut effects),
        Msg::Arrived => {
            if !refresh::holds_arrivals(model, &mut effects) {
                model.list.arrived();
                model.count = true;
            }
            changed = false;
        }
        Msg::Refreshing { done, of } => {
            refresh::came(model, done, of, &mut effects);
            changed = false;
        }
        Msg::Refreshed(how) => refresh::ended(model, how, &mut effects),
        Msg::PageCame { id, result } => refresh::page_came(model, id, result, &mut effects),
        Msg::Listed { number, result } => listed(model, number, result, &mut effects),
        Msg::Counted { view, counted } => changed = model.list.counted(view, counted),
        Msg::Surveyed(contents) => {
            changed = model.sidebar.fill(contents);
            // Where there is nothing in it any more, nobody can be in it.
            if model.pane == Pane::Sidebar && !model.sidebar.is_shown() {
                model.pane = Pane::List;
            }
        }
        Msg::Excerpted { view, key, excerpt } => model.list.excerpted(view, key, excerpt),
        Msg::Gathered { ids, last } => sweep::gathered(model, ids, last, &mut effects),
        Msg::Scanned { place, problems } => {
            model.list.end_scan();
            model.count = true;
            model.place = place;
            tell_problems(model, problems, &mut effects);
        }
        Msg::Loaded { id, result } if model.reader.id() == Some(id) => model.reader.loaded(id, result),
        Msg::Loaded { id, result } => {
            if let Ok(article) = result {
                model.ahead.keep(id, article);
            }
            changed = false;
        }
        Msg::Recorded { changes, result } => recorded(model, &changes, result, &mut effects),
        Msg::Marked(marks) => marked(model, &marks),
        Msg::Remarked => {
            model.list.read_again();
            model.count = true;
        }
        Msg::Followed(answer) => following::answered(model, answer, &mut effects),
        Msg::Told(text) => tell(model, text, &mut effects),
        Msg::Leave => browse::leave(model, &mut effects),
        Msg::Timer(Timer::Toast(number)) => {
            changed = model.toast.as_ref().is_some_and(|it| it.number == number);
            if changed {
                model.toast = None;
            }
        }
        Msg::Timer(Timer::Progress) => {
            model.progress_timer = false;
            remember_place(model, &mut effects);
            changed = false;
        }
        Msg::Timer(Timer::Refreshing) => refresh::stepped(model),
        Msg::Timer(Timer::Due) => refresh::due(model, &mut effects),
        Msg::Clock(seconds) => {
            // Ages are shown to the minute.
            changed = seconds / 60 != model.now / 60;
            model.now = seconds;
        }
    }
    settle(model, &mut effects);
    model.dirty |= changed;
    effects
}

/// Whether a key has to wait for rows that it is about. Typing never does, nor
/// does whoever wants to leave.
fn holds(model: &Model, key: Key) -> bool {
    let leaves = key == Key::ctrl('c') || key == Key::ctrl('z');
    model.mode == Mode::Browse && model.list.is_jumping() && !leaves
}

fn press(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    match model.mode {
        Mode::Browse => browse::key(model, key, effects),
        _ => dialog::key(model, key, effects),
    }
}

/// Rows have come: what waited for them goes on.
fn listed(model: &mut Model, number: u64, result: Result<Answer, String>, effects: &mut Vec<Effect>) {
    let outcome = match result {
        Ok(answer) => model.list.answered(number, answer),
        Err(why) => {
            if model.list.failed(number) {
                tell(model, why, effects);
            }
            Outcome::Stale
        }
    };
    match outcome {
        Outcome::Stale => {}
        Outcome::Extended { follow } | Outcome::Replaced { follow } => {
            // With the first rows counts are on their way already.
            let begun = model.list.is_counted() || model.list.n_views() > 1;
            model.count |= begun && matches!(outcome, Outcome::Replaced { .. });
            if follow {
                browse::go_to_chosen(model, effects);
            }
        }
        Outcome::NoUnread { forward } => browse::no_unread(model, forward, effects),
    }
    // One article that was asked for by its name is opened when the list has
    // taken account of all that was found.
    if model.open_found && !model.list.is_scanning() && !model.list.is_jumping() {
        model.open_found = false;
        if model.list.rows().len() == 1 && model.mode == Mode::Browse {
            browse::run(model, command::Command::Open, effects);
        }
    }
    while let Some(key) = model.held.pop_front() {
        if holds(model, key) {
            model.held.push_front(key);
            break;
        }
        press(model, key, effects);
    }
}

/// Marks that another kabar has set.
fn marked(model: &mut Model, marks: &[(ArticleId, Mark)]) {
    let fields = |mark: Mark| {
        [Field::Read(mark.read), Field::Bookmarked(mark.bookmarked), Field::Progress(mark.progress)]
    };
    let changes: Vec<Change> =
        marks.iter().flat_map(|&(id, mark)| fields(mark).map(|field| Change { id, field })).collect();
    show_marks(model, &changes);
    // Who is not reading yet will want to go on where they stopped.
    if let Some((_, mark)) = marks.iter().find(|(id, _)| model.reader.id() == Some(*id))
        && !model.reader.is_opened()
    {
        model.reader.place_at(left_at(mark.progress));
    }
}

/// Shows marks that are durable.
fn show_marks(model: &mut Model, changes: &[Change]) {
    model.list.mark(changes);
    if let Some(list) = &mut model.before {
        list.mark(changes);
    }
    if let Some(row) = &mut model.open {
        changes.iter().filter(|it| it.id == row.header.id).for_each(|it| row.mark.set(it.field));
    }
    // Where one stopped is counted nowhere.
    model.count |= changes.iter().any(|it| !matches!(it.field, Field::Progress(_)));
}

/// Makes everything follow from what changed: the list scrolled to what is chosen
/// and the rows asked for that it will need, the article beside the list, the
/// page set for its window.
fn settle(model: &mut Model, effects: &mut Vec<Effect>) {
    let areas = model.areas();
    if let Some(list) = areas.list {
        let visible = usize::from(list.height / model.item_height(list));
        model.list.scroll_into_view(visible);
        let rows = model.list.ask_excerpts(visible);
        if !rows.is_empty() {
            let (view, query) = (model.list.n_views(), model.list.query().clone());
            effects.push(Effect::Excerpt(Excerpts { view, query, rows }));
        }
    }
    if let Some(area) = areas.sidebar {
        model.sidebar.scroll_into_view(usize::from(area.height));
    }
    // Beside the list stands what is chosen there.
    if model.pane != Pane::Page {
        let chosen = model.list.chosen();
        if areas.page.is_some() && model.reader.id() != chosen.map(|it| it.header.id) {
            let chosen = chosen.cloned();
            turn_to(model, chosen, effects);
        }
        let sought = search::sought(model);
        model.reader.seek(sought);
    }
    effects.extend(model.list.ask().map(Effect::List));
    if std::mem::take(&mut model.count) {
        effects.push(Effect::Count(search::count(model)));
        effects.push(Effect::Survey(search::survey(model)));
    }
    if areas.page.is_some() {
        effects.extend(ahead::next(model).map(Effect::Ahead));
    }
    let updated = model.open.as_ref().is_some_and(|it| it.updated);
    let options = page_options(model, model.reader.raw(), updated);
    if let (Some(options), Some(column)) = (options, model.column()) {
        model.reader.set(options, column.height);
    }
}

/// How the page of an article is set: raw, or updated since it was first read. `None`
/// while no window shows one.
fn page_options(model: &Model, raw: bool, updated: bool) -> Option<page::Options> {
    let width = model.column()?.width;
    let (reorder, numbers) = (model.options.reorder, model.reader.numbers());
    Some(page::Options { width, raw, reorder, numbers, updated })
}

/// Shows an article, where it was left; remembers where the one before was left.
fn turn_to(model: &mut Model, row: Option<Row>, effects: &mut Vec<Effect>) {
    remember_place(model, effects);
    model.ahead.turn(model.open.as_ref().map(|it| it.key), row.as_ref().map(|it| it.key));
    if let (Some(id), Some(article)) = (model.reader.id(), model.reader.ready()) {
        model.ahead.keep(id, article);
    }
    let progress = row.as_ref().and_then(|it| model.marks.intended(it.header.id, it.mark).progress);
    let id = row.as_ref().map(|it| it.header.id);
    let updated = row.as_ref().is_some_and(|it| it.updated);
    model.open = row;
    let sought = search::sought(model);
    model.reader.turn_to(id, left_at(progress));
    model.reader.seek(sought);
    if let Some((id, article)) = id.and_then(|it| Some((it, model.ahead.get(it)?))) {
        model.reader.loaded(id, Ok(article));
    } else {
        let page = page_options(model, false, updated);
        effects.extend(id.map(|id| Effect::Load(Wanted { id, page })));
    }
}

/// Where to go on reading; one that was read to its end begins anew.
fn left_at(progress: Option<Progress>) -> Place {
    progress.filter(|it| it.permille < 1000).map_or_else(Place::default, |it| it.place)
}

/// Writes down where the open article is left, where that has changed.
fn remember_place(model: &mut Model, effects: &mut Vec<Effect>) {
    let (Some(row), true, true) = (&model.open, model.reader.is_opened(), model.reader.page().is_some())
    else {
        return;
    };
    let (id, progress) = (row.header.id, model.reader.progress());
    if model.marks.intended(id, row.mark).progress != progress {
        record(model, vec![Change { id, field: Field::Progress(progress) }], None, effects);
    }
}

/// Sends changes on their way, and says something when they are durable.
fn record(model: &mut Model, changes: Vec<Change>, saying: Option<String>, effects: &mut Vec<Effect>) {
    for &change in &changes {
        let shown = model.shown(change.id);
        model.marks.intend(change, shown);
    }
    model.marks.sent(saying);
    effects.push(Effect::Record(changes));
}

fn recorded(model: &mut Model, changes: &[Change], result: Result<(), String>, effects: &mut Vec<Effect>) {
    for change in changes {
        model.marks.settle(change.id);
    }
    let saying = model.marks.arrived();
    if result.is_ok() {
        show_marks(model, changes);
        if let Some(saying) = saying {
            toast(model, saying, effects);
        }
    }
    sweep::recorded(model, changes, result.is_ok(), effects);
    if let Err(why) = result {
        tell(model, format!("not saved: {why}"), effects);
    }
}

/// Says something in the foot, and keeps it for `messages`.
fn tell(model: &mut Model, text: String, effects: &mut Vec<Effect>) {
    if model.messages.last() != Some(&text) {
        model.messages.push(text.clone());
    }
    toast(model, text, effects);
}

/// Says something in the foot, for a moment.
fn toast(model: &mut Model, text: String, effects: &mut Vec<Effect>) {
    model.toasts += 1;
    model.toast = Some(Toast { text, number: model.toasts });
    effects.push(Effect::After { millis: TOAST_MILLIS, timer: Timer::Toast(model.toasts) });
}

fn tell_problems(model: &mut Model, problems: Vec<String>, effects: &mut Vec<Effect>) {
    let n = problems.len();
    let Some(last) = problems.last().cloned() else { return };
    model.messages.extend(problems);
    let keys = model.keymap.first(command::Command::Messages);
    let text = match (n, keys) {
        (1, _) | (_, None) => last,
        (n, Some(key)) => format!("{n} problems with files · {key} shows them"),
    };
    toast(model, text, effects);
}
