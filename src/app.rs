//! The reader without a screen: what is open, what a key means, what is asked of
//! the world.
//!
//! [`update`] is the only thing that changes a [`model::Model`]: a message goes
//! in, effects come out. Imports `article` and `text`; knows no terminal, no
//! clock, no disk and no network, so that every behavior is a test of plain data.

mod browse;
pub mod command;
mod dialog;
pub mod document;
pub mod effect;
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
pub mod screen;

pub use dialog::completions;

use effect::{Effect, Timer};
use model::{Mode, Model, Toast};
use msg::Msg;
use screen::Pane;

use crate::article::{Change, Field, Place, Progress};
use crate::text::page;

/// How long a message stays in the foot.
const TOAST_MILLIS: u64 = 5_000;
/// How long reading must pause before its place is written down.
const PROGRESS_MILLIS: u64 = 2_000;

/// What is asked of the world when the reader starts.
pub fn start(model: &mut Model) -> Vec<Effect> {
    model.list.begin_scan();
    vec![Effect::Scan]
}

/// Takes in what happened, and says what is to be done about it.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut changed = true;
    match msg {
        Msg::Key(key) => match model.mode {
            Mode::Browse => browse::key(model, key, &mut effects),
            _ => dialog::key(model, key, &mut effects),
        },
        Msg::Paste(text) => changed = dialog::paste(model, &text),
        Msg::Resize(size) => model.size = size,
        Msg::Wheel { down, column, row } => browse::wheel(model, down, column, row, &mut effects),
        Msg::Click { column, row } => browse::click(model, column, row, &mut effects),
        Msg::Found(headers) => model.list.merge(headers, &model.marks),
        Msg::Scanned { place, problems } => {
            model.list.end_scan(&model.marks);
            model.place = place;
            if std::mem::take(&mut model.open_found) && model.list.len() == 1 && model.mode == Mode::Browse {
                browse::run(model, command::Command::Open, &mut effects);
            }
            tell_problems(model, problems, &mut effects);
        }
        Msg::Loaded { id, result } => model.reader.loaded(id, result),
        Msg::Recorded { changes, result } => recorded(model, &changes, result, &mut effects),
        Msg::Marked(marks) => {
            for (id, mark) in marks {
                model.marks.learn(id, mark);
                // Who is not reading yet will want to go on where they stopped.
                if model.reader.id() == Some(id) && !model.reader.is_opened() {
                    model.reader.place_at(left_at(mark.progress));
                }
            }
            model.list.count(&model.marks);
        }
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

/// Makes everything follow from what changed: the article beside the list, the
/// page set for its window, the list scrolled to what is chosen.
fn settle(model: &mut Model, effects: &mut Vec<Effect>) {
    let areas = model.areas();
    if let Some(list) = areas.list {
        model.list.scroll_into_view(usize::from(list.height / screen::item_height(list)));
    }
    // Beside the list stands what is chosen there.
    if model.pane == Pane::List {
        let chosen = model.list.chosen().map(|it| it.id);
        if areas.page.is_some() && model.reader.id() != chosen {
            turn_to(model, chosen, effects);
        }
    }
    if let Some(column) = model.column() {
        let options = page::Options {
            width: column.width,
            raw: model.reader.raw(),
            reorder: model.options.reorder,
            numbers: model.reader.numbers(),
        };
        model.reader.set(options, column.height);
    }
}

/// Shows an article, where it was left; remembers where the one before was left.
fn turn_to(model: &mut Model, id: Option<crate::article::ArticleId>, effects: &mut Vec<Effect>) {
    remember_place(model, effects);
    let progress = id.and_then(|id| model.marks.intended(id).progress);
    model.reader.turn_to(id, left_at(progress));
    effects.extend(id.map(Effect::Load));
}

/// Where to go on reading; one that was read to its end begins anew.
fn left_at(progress: Option<Progress>) -> Place {
    progress.filter(|it| it.permille < 1000).map_or_else(Place::default, |it| it.place)
}

/// Writes down where the open article is left, where that has changed.
fn remember_place(model: &mut Model, effects: &mut Vec<Effect>) {
    let (Some(id), true, true) = (model.reader.id(), model.reader.is_opened(), model.reader.page().is_some())
    else {
        return;
    };
    let progress = model.reader.progress();
    if model.marks.intended(id).progress != progress {
        record(model, vec![Change { id, field: Field::Progress(progress) }], effects);
    }
}

/// Sends changes on their way.
fn record(model: &mut Model, changes: Vec<Change>, effects: &mut Vec<Effect>) {
    for &change in &changes {
        model.marks.intend(change);
    }
    effects.push(Effect::Record(changes));
}

fn recorded(model: &mut Model, changes: &[Change], result: Result<(), String>, effects: &mut Vec<Effect>) {
    for &change in changes {
        model.marks.settle(change, result.is_ok());
    }
    model.list.count(&model.marks);
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
