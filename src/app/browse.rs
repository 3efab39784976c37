//! What keys do while nothing lies over list and page.

use super::command::Command;
use super::effect::{Effect, Timer};
use super::following;
use super::help::Help;
use super::history::Step;
use super::key::Key;
use super::keymap::Match;
use super::list::View;
use super::model::{MEASURES, MarkRead, Mode, Model, Prompt, PromptKind};
use super::panel::{Kind, Panel};
use super::prompt::Line;
use super::screen::{Pane, THREE_PANES};
use super::{PROGRESS_MILLIS, record, refresh, remember_place, search, sweep, toast, turn_to};
use crate::article::{Field, Mark, Row};

/// Cells by which a key changes the measure.
const MEASURE_STEP: u16 = 4;
/// Rows by which a notch of the wheel moves.
const WHEEL_ROWS: usize = 3;

/// A key: the next of a chord, or a command.
pub(super) fn key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    model.pending.push(key);
    match model.keymap.find(&model.pending) {
        Match::Command(command) => {
            model.pending.clear();
            run(model, command, effects);
        }
        Match::Pending => {}
        Match::Nothing => model.pending.clear(),
    }
}

/// Runs a command.
pub(super) fn run(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    use Command as C;
    match command {
        C::Down => move_by(model, 1, true, effects),
        C::Up => move_by(model, 1, false, effects),
        C::HalfDown => move_by(model, page_rows(model).div_ceil(2), true, effects),
        C::HalfUp => move_by(model, page_rows(model).div_ceil(2), false, effects),
        C::PageDown => move_by(model, page_rows(model), true, effects),
        C::PageUp => move_by(model, page_rows(model), false, effects),
        C::Top => move_by(model, usize::MAX, false, effects),
        C::Bottom => move_by(model, usize::MAX, true, effects),
        C::Advance => advance(model, effects),
        C::Open => open_chosen(model, effects),
        C::Back if model.pane == Pane::List => enter_sidebar(model),
        C::Back => back(model, effects),
        C::SwitchPane => match model.pane {
            Pane::Sidebar => model.pane = Pane::List,
            Pane::List => open_chosen(model, effects),
            Pane::Page => {
                back(model, effects);
                enter_sidebar(model);
            }
        },
        C::NextArticle => step_article(model, true, effects),
        C::PreviousArticle => step_article(model, false, effects),
        C::Next if model.reader.find().is_some() && model.pane == Pane::Page => {
            step_hit(model, true, effects);
        }
        C::Next => step_unread(model, true, effects),
        C::PreviousUnread => step_unread(model, false, effects),
        C::PreviousHit => step_hit(model, false, effects),
        C::NextQuote => step_quote(model, true, effects),
        C::PreviousQuote => step_quote(model, false, effects),
        C::Quotes => open_panel(model, Kind::Quotes, effects),
        C::Links => open_panel(model, Kind::Links, effects),
        C::Messages => open_panel(model, Kind::Messages, effects),
        C::OnlyQuotes => model.only_quotes = !model.only_quotes,
        C::ToggleRead => toggle_read(model, effects),
        C::ToggleBookmark => toggle_bookmark(model, effects),
        C::MarkAllRead => sweep::begin(model, effects),
        C::Undo if following::undo(model, effects) => {}
        C::Undo => undo(model, true, effects),
        C::Redo => undo(model, false, effects),
        C::ViewAll => set_view(model, View::All, effects),
        C::ViewUnread => set_view(model, View::Unread, effects),
        C::ViewBookmarks => set_view(model, View::Bookmarks, effects),
        C::ShowNew => show_new(model, effects),
        C::SwitchOrder if search::switch_order(model) => back(model, effects),
        C::SwitchOrder => toast(model, hint(model, "no search is on", Command::Find), effects),
        C::Find if model.pane == Pane::Page => prompt(model, PromptKind::Find),
        C::Find => search::begin(model),
        C::CommandLine => prompt(model, PromptKind::Command),
        C::Browser => browse(model, effects),
        C::CopyLink => copy_link(model, effects),
        C::CopyQuote => copy_quote(model, effects),
        C::Raw => toggle_raw(model, effects),
        C::Zen => toggle_zen(model, effects),
        C::Narrower => set_measure(model, model.options.measure.saturating_sub(MEASURE_STEP), effects),
        C::Wider => set_measure(model, model.options.measure.saturating_add(MEASURE_STEP), effects),
        C::LinkNumbers => model.reader.toggle_numbers(),
        C::Reload if model.list.n_new() > 0 => show_new(model, effects),
        C::Reload => {
            model.list.begin_scan();
            effects.push(Effect::Scan);
            refresh::begin(model, true, effects);
        }
        C::FullText => refresh::full_text(model, meant(model).cloned().as_ref(), effects),
        C::AddFeed => following::ask_address(model),
        C::RemoveFeed => following::remove(model, effects),
        C::EditFeed => following::edit(model, effects),
        C::ToggleSidebar => toggle_sidebar(model, effects),
        C::Mouse => {
            model.mouse = !model.mouse;
            effects.push(Effect::Mouse(model.mouse));
            let text = if model.mouse {
                "kabar has the mouse: the wheel scrolls and a click chooses"
            } else {
                "the terminal has the mouse: select text as usual"
            };
            toast(model, text.to_owned(), effects);
        }
        C::Help => model.mode = Mode::Help(Help::default()),
        C::Close => close(model),
        C::Quit => quit(model, effects),
        C::QuitNow => leave(model, effects),
        C::Suspend => effects.push(Effect::Suspend),
    }
}

/// Rows of a page turn in the pane that has the keys.
fn page_rows(model: &Model) -> usize {
    match (model.pane, model.areas().list) {
        (Pane::Sidebar, _) => {
            model.areas().sidebar.map_or(1, |it| usize::from(it.height).saturating_sub(1).max(1))
        }
        (Pane::List, Some(list)) => {
            usize::from(list.height / model.item_height(list)).saturating_sub(1).max(1)
        }
        _ => model.reader.page_rows(),
    }
}

fn move_by(model: &mut Model, rows: usize, down: bool, effects: &mut Vec<Effect>) {
    let by = isize::try_from(rows).unwrap_or(isize::MAX);
    match (model.pane, down) {
        (Pane::Sidebar, true) => model.sidebar.step(by),
        (Pane::Sidebar, false) => model.sidebar.step(-by),
        (Pane::List, true) if rows == usize::MAX => model.list.to_bottom(),
        (Pane::List, false) if rows == usize::MAX => model.list.to_top(),
        (Pane::List, true) => _ = model.list.step(by),
        (Pane::List, false) => _ = model.list.step(-by),
        (Pane::Page, true) if rows == usize::MAX => model.reader.go_to_end(),
        (Pane::Page, false) if rows == usize::MAX => model.reader.go_to_top(),
        (Pane::Page, true) => model.reader.down(rows),
        (Pane::Page, false) => model.reader.up(rows),
    }
    if model.pane == Pane::Page {
        scrolled(model, effects);
    }
}

/// The page has moved: its place will be written down, and at its end the
/// article may count as read.
fn scrolled(model: &mut Model, effects: &mut Vec<Effect>) {
    if !model.progress_timer && model.reader.is_opened() {
        model.progress_timer = true;
        effects.push(Effect::After { millis: PROGRESS_MILLIS, timer: Timer::Progress });
    }
    if model.options.mark_read == MarkRead::End && model.reader.at_end() && model.reader.page().is_some() {
        mark_read(model, effects);
    }
}

/// The article that marks are for: the one that is read, or the chosen one.
fn meant(model: &Model) -> Option<&Row> {
    match model.pane {
        Pane::Page => model.open.as_ref(),
        Pane::Sidebar | Pane::List => model.list.chosen(),
    }
}

/// What holds of an article once everything on its way has arrived.
fn intended(model: &Model, row: &Row) -> Mark {
    model.marks.intended(row.header.id, row.mark)
}

/// A page down; at the end of the article, on to the next unread one.
fn advance(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.pane != Pane::Page {
        return open_chosen(model, effects);
    }
    if model.reader.page().is_none() || !model.reader.at_end() {
        model.reader.down(model.reader.page_rows());
        return scrolled(model, effects);
    }
    mark_read(model, effects);
    step_unread(model, true, effects);
}

fn open_chosen(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.pane == Pane::Sidebar {
        if let Some(view) = model.sidebar.chosen() {
            model.pane = Pane::List;
            set_view(model, view, effects);
        }
        return;
    }
    let Some(row) = model.list.chosen().cloned() else { return };
    if model.pane == Pane::Page {
        return;
    }
    model.pane = Pane::Page;
    model.list.pin();
    open(model, row, effects);
}

/// Opens an article: shows it, and counts it as read where that is the rule.
fn open(model: &mut Model, row: Row, effects: &mut Vec<Effect>) {
    if model.reader.id() != Some(row.header.id) || model.reader.failed().is_some() {
        turn_to(model, Some(row), effects);
    }
    model.reader.set_opened();
    if model.options.mark_read == MarkRead::Open {
        mark_read(model, effects);
    }
}

fn back(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.pane == Pane::Page {
        remember_place(model, effects);
        model.zen = false;
        model.pane = Pane::List;
    }
}

/// Gives the keys to the sidebar, where there is one.
fn enter_sidebar(model: &mut Model) {
    if model.sidebar.is_shown() {
        model.pane = Pane::Sidebar;
    }
}

fn toggle_sidebar(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.sidebar.entries().is_empty() {
        return toast(model, "nothing for the sidebar yet".to_owned(), effects);
    }
    // Where it stands only while it has the keys, it is shown by giving them.
    let beside = model.size.width >= THREE_PANES;
    let shown = if beside { model.sidebar.is_shown() } else { model.pane == Pane::Sidebar };
    back(model, effects);
    // Where it comes and goes with the keys, it is there to come to.
    model.sidebar.set_shown(!(shown && beside));
    model.pane = if shown { Pane::List } else { Pane::Sidebar };
}

fn step_article(model: &mut Model, forward: bool, effects: &mut Vec<Effect>) {
    if model.list.step(if forward { 1 } else { -1 }) {
        go_to_chosen(model, effects);
    } else {
        let end = if forward { "this is the last article" } else { "this is the first article" };
        toast(model, end.to_owned(), effects);
    }
}

fn step_unread(model: &mut Model, forward: bool, effects: &mut Vec<Effect>) {
    let marks = &model.marks;
    if model.list.to_unread(forward, |row| marks.intended(row.header.id, row.mark).read) {
        go_to_chosen(model, effects);
    } else {
        no_unread(model, forward, effects);
    }
}

/// There is no unread article in this direction.
pub(super) fn no_unread(model: &mut Model, forward: bool, effects: &mut Vec<Effect>) {
    let marks = &model.marks;
    let elsewhere = model.list.may_have_unread(!forward, |row| marks.intended(row.header.id, row.mark).read);
    let text = match (elsewhere, forward) {
        (true, true) => "no unread article below this one",
        (true, false) => "no unread article above this one",
        (false, _) => "everything here is read",
    };
    toast(model, text.to_owned(), effects);
}

/// The list has moved on: while reading, the page follows, at once or when the
/// rows have come.
pub(super) fn go_to_chosen(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.pane != Pane::Page {
        return;
    }
    model.list.follow();
    if let Some(row) = model.list.chosen().filter(|it| model.reader.id() != Some(it.header.id)).cloned() {
        open(model, row, effects);
    }
}

fn step_hit(model: &mut Model, forward: bool, effects: &mut Vec<Effect>) {
    if model.reader.find().is_some() {
        model.reader.step_hit(forward);
        scrolled(model, effects);
    } else {
        toast(model, hint(model, "no search is on", Command::Find), effects);
    }
}

fn step_quote(model: &mut Model, forward: bool, effects: &mut Vec<Effect>) {
    if !model.page_is_shown() {
        return toast(model, hint(model, "no article is open", Command::Open), effects);
    }
    if model.reader.step_quote(forward) {
        scrolled(model, effects);
    } else {
        let text = if forward { "no quotation further down" } else { "no quotation further up" };
        toast(model, text.to_owned(), effects);
    }
}

fn open_panel(model: &mut Model, kind: Kind, effects: &mut Vec<Effect>) {
    let panel = match kind {
        Kind::Messages => Some(Panel::messages(&model.messages)),
        _ if !model.page_is_shown() => None,
        Kind::Quotes => {
            let meant = model.reader.meant_quote();
            model.reader.document().map(|it| Panel::quotes(it, meant))
        }
        Kind::Links => model.reader.document().map(|it| Panel::links(it)),
        // It opens when a page has named them.
        Kind::Feeds => return,
    };
    let text = match &panel {
        None => hint(model, "no article is open", Command::Open),
        Some(panel) if panel.items.is_empty() => match kind {
            Kind::Quotes => "nobody is quoted in this article".to_owned(),
            Kind::Links => "this article has no links".to_owned(),
            Kind::Messages | Kind::Feeds => "nothing to tell".to_owned(),
        },
        Some(_) => {
            model.mode = panel.map_or(Mode::Browse, Mode::Panel);
            return;
        }
    };
    toast(model, text, effects);
}

/// A message that names the key which helps.
pub(super) fn hint(model: &Model, text: &str, command: Command) -> String {
    match model.keymap.first(command) {
        Some(key) => format!("{text} · {key} {}", command.entry().short),
        None => text.to_owned(),
    }
}

/// A mark that a person can undo. `aloud` where they asked for it.
fn mark(model: &mut Model, label: &str, row: &Row, done: Field, aloud: bool, effects: &mut Vec<Effect>) {
    let undo = intended(model, row).current(done);
    let step = Step { label: label.to_owned(), ids: vec![row.header.id], done, undo };
    let changes = step.changes(done);
    model.history.push(step);
    following::marked(model);
    let saying = aloud.then(|| hint(model, label, Command::Undo));
    record(model, changes, saying, effects);
}

/// The open article counts as read from now on.
fn mark_read(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(row) = model.open.clone().filter(|it| !intended(model, it).read) {
        mark(model, "read", &row, Field::Read(true), false, effects);
    }
}

fn toggle_read(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(row) = meant(model).cloned() else { return };
    let read = !intended(model, &row).read;
    let label = if read { "marked as read" } else { "marked as unread" };
    mark(model, label, &row, Field::Read(read), true, effects);
}

fn toggle_bookmark(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(row) = meant(model).cloned() else { return };
    let bookmarked = !intended(model, &row).bookmarked;
    let label = if bookmarked { "bookmarked" } else { "no longer bookmarked" };
    mark(model, label, &row, Field::Bookmarked(bookmarked), true, effects);
}

fn undo(model: &mut Model, backward: bool, effects: &mut Vec<Effect>) {
    let step = if backward { model.history.undo() } else { model.history.redo() };
    let Some(step) = step else {
        let text = if backward { "nothing to undo" } else { "nothing to redo" };
        return toast(model, text.to_owned(), effects);
    };
    let (text, changes, other) = if backward {
        (format!("undone: {}", step.label), step.changes(step.undo), Command::Redo)
    } else {
        (format!("again: {}", step.label), step.changes(step.done), Command::Undo)
    };
    let saying = hint(model, &text, other);
    record(model, changes, Some(saying), effects);
}

pub(super) fn set_view(model: &mut Model, view: View, effects: &mut Vec<Effect>) {
    back(model, effects);
    model.before = None;
    search::show(model, view);
}

/// Shows what has arrived since the list was put together.
fn show_new(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.list.n_new() {
        0 => toast(model, "nothing new has arrived".to_owned(), effects),
        _ => model.list.show_new(),
    }
}

fn prompt(model: &mut Model, kind: PromptKind) {
    model.mode = Mode::Prompt(Prompt { kind, line: Line::default(), completion: None });
}

fn browse(model: &mut Model, effects: &mut Vec<Effect>) {
    match link(model) {
        Some(url) => effects.push(Effect::Browse(url)),
        None => toast(model, "this article has no link of its own".to_owned(), effects),
    }
}

/// The link of the article that is meant.
fn link(model: &Model) -> Option<String> {
    meant(model)?.header.url.clone()
}

fn copy_link(model: &mut Model, effects: &mut Vec<Effect>) {
    let text = match link(model) {
        Some(url) => {
            let text = format!("copied {url}");
            effects.push(Effect::Copy(url));
            text
        }
        None => "this article has no link of its own".to_owned(),
    };
    toast(model, text, effects);
}

fn copy_quote(model: &mut Model, effects: &mut Vec<Effect>) {
    let quote = model.reader.meant_quote();
    let cited = model.reader.document().filter(|_| model.page_is_shown()).zip(quote);
    let text = match cited.and_then(|(document, quote)| document.citation(quote)) {
        Some(text) => {
            effects.push(Effect::Copy(text));
            "copied the quotation with its source".to_owned()
        }
        None => hint(model, "no quotation on the page", Command::NextQuote),
    };
    toast(model, text, effects);
}

fn toggle_raw(model: &mut Model, effects: &mut Vec<Effect>) {
    model.reader.toggle_raw();
    let text =
        if model.reader.raw() { "everything, with what was removed and why" } else { "the clean text" };
    toast(model, text.to_owned(), effects);
}

fn toggle_zen(model: &mut Model, effects: &mut Vec<Effect>) {
    if !model.zen {
        open_chosen(model, effects);
    }
    model.zen = !model.zen && model.pane == Pane::Page;
}

/// Sets the measure, within what makes a page.
pub(super) fn set_measure(model: &mut Model, measure: u16, effects: &mut Vec<Effect>) {
    model.options.measure = measure.clamp(*MEASURES.start(), *MEASURES.end());
    toast(model, format!("lines of {} cells", model.options.measure), effects);
}

/// Closes what is open, the innermost first.
fn close(model: &mut Model) {
    if model.pane == Pane::Sidebar {
        model.pane = Pane::List;
    } else if model.pane == Pane::List && search::end(model) {
    } else if model.reader.find().is_some() {
        model.reader.end_search();
    } else if model.reader.forget_quote() {
    } else if model.zen {
        model.zen = false;
    } else {
        model.toast = None;
    }
}

fn quit(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.pane {
        Pane::Page => back(model, effects),
        Pane::Sidebar => model.pane = Pane::List,
        Pane::List => leave(model, effects),
    }
}

/// Quits, with the place in the open article written down.
pub(super) fn leave(model: &mut Model, effects: &mut Vec<Effect>) {
    remember_place(model, effects);
    effects.push(Effect::Quit);
}

/// A notch of the wheel: moves the pane under the pointer.
pub(super) fn wheel(model: &mut Model, down: bool, column: u16, row: u16, effects: &mut Vec<Effect>) {
    if model.mode != Mode::Browse {
        return;
    }
    if model.areas().page.is_some_and(|it| it.contains(column, row)) {
        if down {
            model.reader.down(WHEEL_ROWS);
        } else {
            model.reader.up(WHEEL_ROWS);
        }
        scrolled(model, effects);
    } else if model.areas().sidebar.is_some_and(|it| it.contains(column, row)) {
        model.sidebar.step(if down { 1 } else { -1 });
    } else {
        model.list.step(if down { 1 } else { -1 });
    }
}

/// A click: chooses an article, or gives the page the keys.
pub(super) fn click(model: &mut Model, column: u16, row: u16, effects: &mut Vec<Effect>) {
    if model.mode != Mode::Browse {
        return;
    }
    let areas = model.areas();
    if let Some(sidebar) = areas.sidebar.filter(|it| it.contains(column, row)) {
        let at = model.sidebar.offset() + usize::from(row - sidebar.y);
        if model.sidebar.select(at) {
            back(model, effects);
            model.pane = Pane::Sidebar;
            open_chosen(model, effects);
        }
    } else if let Some(list) = areas.list.filter(|it| it.contains(column, row)) {
        let at = model.list.offset() + usize::from((row - list.y) / model.item_height(list));
        if at < model.list.rows().len() {
            let again = at == model.list.selected();
            back(model, effects);
            model.pane = Pane::List;
            model.list.select(at);
            if again {
                open_chosen(model, effects);
            }
        }
    } else if areas.page.is_some_and(|it| it.contains(column, row)) {
        open_chosen(model, effects);
    }
}
