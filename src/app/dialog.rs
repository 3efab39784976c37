//! What keys do in a prompt, a panel and the help.

use super::browse;
use super::command::{COMMANDS, Command};
use super::effect::Effect;
use super::following::{self, Field};
use super::key::{Code, Key};
use super::keymap::Match;
use super::model::{Completion, Mode, Model, Prompt, PromptKind};
use super::panel::{Kind, Panel};
use super::prompt::Line;
use super::screen::Pane;
use super::{search, toast};

/// A key while something lies over list and page.
pub(super) fn key(model: &mut Model, key: Key, effects: &mut Vec<Effect>) {
    // Whatever is open: the way out of the program stays open too.
    if key == Key::ctrl('c') {
        return browse::run(model, Command::QuitNow, effects);
    }
    if key == Key::ctrl('z') {
        return browse::run(model, Command::Suspend, effects);
    }
    match std::mem::take(&mut model.mode) {
        Mode::Browse => {}
        Mode::Prompt(prompt) => prompt_key(model, prompt, key, effects),
        Mode::Panel(panel) => panel_key(model, panel, key, effects),
        Mode::Help(mut help) => {
            let rows = help.rows(&model.keymap).len();
            match key.code {
                Code::Esc => return,
                Code::Enter => {
                    if let Some(command) = help.chosen(&model.keymap) {
                        browse::run(model, command, effects);
                    }
                    return;
                }
                Code::Backspace if help.search.is_empty() => return,
                Code::Char('?' | 'q') if help.search.is_empty() && !key.ctrl && !key.alt => return,
                Code::Up => help.select(help.selected.saturating_sub(1), &model.keymap),
                Code::Down => help.select(help.selected + 1, &model.keymap),
                Code::PageUp => help.select(help.selected.saturating_sub(10), &model.keymap),
                Code::PageDown => help.select(help.selected + 10, &model.keymap),
                Code::Home => help.select(0, &model.keymap),
                Code::End => help.select(rows, &model.keymap),
                _ => {
                    if edit(&mut help.search, key) {
                        help.selected = 0;
                    }
                }
            }
            model.mode = Mode::Help(help);
        }
    }
}

/// Pasted text goes where one types. Says whether it went anywhere.
pub(super) fn paste(model: &mut Model, text: &str) -> bool {
    match &mut model.mode {
        Mode::Prompt(prompt) => prompt.line.insert(text),
        Mode::Help(help) => help.search.insert(text),
        Mode::Browse | Mode::Panel(_) => return false,
    }
    if let Mode::Prompt(prompt) = std::mem::take(&mut model.mode) {
        follow(model, &prompt);
        model.mode = Mode::Prompt(prompt);
    }
    true
}

/// The keys of every line that is typed in, as shells have them. Says whether
/// the text may have changed.
fn edit(line: &mut Line, key: Key) -> bool {
    match (key.code, key.ctrl) {
        (Code::Backspace, _) if key.alt => line.delete_word(),
        (Code::Backspace, _) | (Code::Char('h'), true) => line.backspace(),
        (Code::Delete, _) | (Code::Char('d'), true) => line.delete(),
        (Code::Char('w'), true) => line.delete_word(),
        (Code::Char('u'), true) => line.delete_to_start(),
        (Code::Left, _) | (Code::Char('b'), true) => line.left(),
        (Code::Right, _) | (Code::Char('f'), true) => line.right(),
        (Code::Home, _) | (Code::Char('a'), true) => line.home(),
        (Code::End, _) | (Code::Char('e'), true) => line.end(),
        _ => match key.typed() {
            Some(c) => line.insert(c.encode_utf8(&mut [0; 4])),
            None => return false,
        },
    }
    true
}

fn prompt_key(model: &mut Model, mut prompt: Prompt, key: Key, effects: &mut Vec<Effect>) {
    match key.code {
        Code::Esc => cancel(model, prompt.kind),
        // What is empty may be meant so where a line was there before.
        Code::Backspace if prompt.line.is_empty() && !is_edit(prompt.kind) => cancel(model, prompt.kind),
        Code::Enter => accept(model, &prompt, effects),
        Code::Tab | Code::BackTab if prompt.kind == PromptKind::Command => {
            complete(&mut prompt, key.code == Code::Tab);
            model.mode = Mode::Prompt(prompt);
        }
        Code::Tab if prompt.kind == PromptKind::Search => {
            search::switch_order(model);
            model.mode = Mode::Prompt(prompt);
        }
        _ => {
            if edit(&mut prompt.line, key) {
                prompt.completion = None;
                follow(model, &prompt);
            }
            model.mode = Mode::Prompt(prompt);
        }
    }
}

/// Whether the line says something of a feed, and may be empty.
fn is_edit(kind: PromptKind) -> bool {
    matches!(kind, PromptKind::Feed(field) if field != Field::Address)
}

/// What is typed takes effect as it is typed.
fn follow(model: &mut Model, prompt: &Prompt) {
    match prompt.kind {
        PromptKind::Find => model.reader.look_for(prompt.line.text()),
        PromptKind::Search => search::look_for(model, prompt.line.text()),
        PromptKind::Command | PromptKind::Feed(_) => {}
    }
}

fn cancel(model: &mut Model, kind: PromptKind) {
    match kind {
        PromptKind::Find => model.reader.end_search(),
        PromptKind::Search => _ = search::end(model),
        PromptKind::Command | PromptKind::Feed(_) => {}
    }
}

fn accept(model: &mut Model, prompt: &Prompt, effects: &mut Vec<Effect>) {
    match prompt.kind {
        PromptKind::Find => {
            if model.reader.find().is_some_and(|it| it.hits.is_empty()) {
                let text = format!("“{}” is not in this article", prompt.line.text());
                model.reader.end_search();
                toast(model, text, effects);
            }
        }
        PromptKind::Search => search::accept(model, effects),
        PromptKind::Command => command_line(model, prompt.line.text(), effects),
        PromptKind::Feed(field) => following::accept(model, field, prompt.line.text(), effects),
    }
}

/// The commands whose name begins with what was typed, then those that have it
/// further on.
pub fn completions(typed: &str) -> Vec<&'static str> {
    let names = || COMMANDS.iter().map(|it| it.name).chain(["save", "width"]);
    let begins = names().filter(|it| it.starts_with(typed));
    begins.chain(names().filter(|it| !it.starts_with(typed) && it.contains(typed))).collect()
}

fn complete(prompt: &mut Prompt, forward: bool) {
    // Tab goes round through what fits the words that were typed before it.
    let typed = prompt.completion.take().map_or_else(|| prompt.line.text().to_owned(), |it| it.typed);
    let names = completions(&typed);
    let at = names.iter().position(|it| *it == prompt.line.text());
    let n = names.len();
    let at = match (at, forward) {
        _ if n == 0 => return,
        (None, true) => 0,
        (None, false) => n - 1,
        (Some(at), true) => (at + 1) % n,
        (Some(at), false) => (at + n - 1) % n,
    };
    if let Some(name) = names.get(at) {
        prompt.line.set(name);
    }
    prompt.completion = Some(Completion { typed, at });
}

fn command_line(model: &mut Model, typed: &str, effects: &mut Vec<Effect>) {
    let (name, rest) = typed.trim().split_once(' ').unwrap_or_else(|| (typed.trim(), ""));
    match (name, rest.trim().parse()) {
        ("", _) => {}
        ("q" | "q!" | "wq", _) => browse::run(model, Command::QuitNow, effects),
        ("add", _) if !rest.is_empty() => following::add(model, rest, effects),
        ("save", _) => search::save(model, rest.trim(), effects),
        ("width", Ok(cells)) => browse::set_measure(model, cells, effects),
        ("width", Err(_)) => toast(model, "width takes a number of cells: `width 72`".to_owned(), effects),
        _ => match (Command::named(name), completions(name).as_slice()) {
            (Some(command), _) => browse::run(model, command, effects),
            (None, [only]) => match Command::named(only) {
                Some(command) => browse::run(model, command, effects),
                None => command_line(model, only, effects),
            },
            (None, []) => toast(model, format!("there is no command `{name}`"), effects),
            (None, some) => toast(model, format!("`{name}` could be {}", some.join(", ")), effects),
        },
    }
}

fn panel_key(model: &mut Model, mut panel: Panel, key: Key, effects: &mut Vec<Effect>) {
    if let (Kind::Links, Some(c @ '0'..='9')) = (panel.kind, key.typed()) {
        panel.digit(c);
        model.mode = Mode::Panel(panel);
        return;
    }
    model.pending.push(key);
    let command = match model.keymap.find(&model.pending) {
        Match::Command(command) => command,
        Match::Pending => {
            model.mode = Mode::Panel(panel);
            return;
        }
        Match::Nothing => {
            model.pending.clear();
            model.mode = Mode::Panel(panel);
            return;
        }
    };
    model.pending.clear();
    panel.number.clear();
    let at = panel.selected;
    match command {
        Command::Down | Command::NextQuote => panel.select(at + 1),
        Command::Up | Command::PreviousQuote => panel.select(at.saturating_sub(1)),
        Command::HalfDown => panel.select(at + 5),
        Command::HalfUp => panel.select(at.saturating_sub(5)),
        Command::PageDown | Command::Advance => panel.select(at + 10),
        Command::PageUp => panel.select(at.saturating_sub(10)),
        Command::Top => panel.select(0),
        Command::Bottom => panel.select(usize::MAX),
        Command::Open => return choose(model, &panel, effects),
        Command::Browser if panel.kind == Kind::Links => return choose(model, &panel, effects),
        Command::CopyLink if panel.kind == Kind::Links => {
            if let Some(item) = panel.chosen() {
                effects.push(Effect::Copy(item.text.clone()));
                toast(model, format!("copied {}", item.text), effects);
            }
        }
        Command::CopyQuote if panel.kind == Kind::Quotes => {
            let text =
                model.reader.document().zip(panel.chosen()).and_then(|(it, item)| it.citation(item.target));
            if let Some(text) = text {
                effects.push(Effect::Copy(text));
                toast(model, "copied the quotation with its source".to_owned(), effects);
            }
        }
        Command::QuitNow | Command::Suspend => browse::run(model, command, effects),
        Command::Quotes if panel.kind == Kind::Quotes => return,
        Command::Links if panel.kind == Kind::Links => return,
        Command::Messages if panel.kind == Kind::Messages => return,
        Command::Close | Command::Back | Command::Quit => return,
        _ => {}
    }
    model.mode = Mode::Panel(panel);
}

/// Goes to what is chosen in a panel, and closes it.
fn choose(model: &mut Model, panel: &Panel, effects: &mut Vec<Effect>) {
    let Some(item) = panel.chosen() else { return };
    match panel.kind {
        Kind::Quotes => {
            if model.pane != Pane::Page {
                browse::run(model, Command::Open, effects);
            }
            model.reader.go_to_quote(item.target);
        }
        Kind::Links => effects.push(Effect::Browse(item.text.clone())),
        Kind::Feeds => following::choose(model, item.target, effects),
        Kind::Messages => {}
    }
}
