//! The foot: what can be done here, where one is, and what is being typed.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::paint::{put, put_before, put_fit, width};
use super::theme::Theme;
use crate::app::command::Command;
use crate::app::completions;
use crate::app::list::COUNTED;
use crate::app::model::{Mode, Model, Prompt, PromptKind};
use crate::app::panel::Kind;
use crate::app::screen::{Area, Pane};
use crate::text::bidi;
use crate::text::width::fit;

/// Draws the foot; gives the place of the cursor while something is typed.
pub(super) fn draw(model: &Model, theme: &Theme, area: Area, buffer: &mut Buffer) -> Option<Position> {
    if let Mode::Prompt(prompt) = model.mode() {
        return Some(draw_prompt(prompt, model, theme, area, buffer));
    }
    let end = area.x + area.width - u16::from(area.width > 20);
    let right = draw_place(model, theme, area, end, buffer);
    let x = area.x + u16::from(area.width > 20);
    let room = right.saturating_sub(x + 2);
    if !model.pending().is_empty() {
        let keys: Vec<String> = model.pending().iter().map(ToString::to_string).collect();
        let next = model.keymap.continuations(model.pending());
        let next: Vec<String> = next.iter().map(|(key, it)| format!("{key} {}", it.entry().short)).collect();
        let words = format!("{} …  {}", keys.join(" "), next.join("  "));
        put_fit(buffer, x, area.y, room, &words, theme.text);
    } else if let Some(text) = model.toast() {
        put_fit(buffer, x, area.y, room, text, theme.message);
    } else {
        draw_hints(model, theme, (x, area.y, x + room), buffer);
    }
    None
}

/// The commands that help most here.
fn hints(model: &Model) -> &'static [Command] {
    use Command as C;
    match model.mode() {
        Mode::Help(_) | Mode::Prompt(_) => &[],
        Mode::Panel(panel) => match panel.kind {
            Kind::Quotes => &[C::Open, C::CopyQuote, C::Close],
            Kind::Links => &[C::Open, C::CopyLink, C::Close],
            Kind::Feeds => &[C::Open, C::Close],
            Kind::Messages => &[C::Close],
        },
        Mode::Browse if model.pane() == Pane::Sidebar => &[C::Open, C::SwitchPane, C::ToggleSidebar, C::Help],
        Mode::Browse if model.pane() == Pane::List && model.list().is_empty() => {
            &[C::Reload, C::Help, C::Quit]
        }
        Mode::Browse if model.pane() == Pane::List => {
            &[C::Open, C::ToggleBookmark, C::ToggleRead, C::Find, C::Help, C::Quit]
        }
        Mode::Browse if model.reader().find().is_some() => &[C::Next, C::PreviousHit, C::Close, C::Help],
        Mode::Browse => &[C::Advance, C::NextQuote, C::Quotes, C::ToggleBookmark, C::Raw, C::Help, C::Quit],
    }
}

/// What a command does here, in a word or two.
fn word(model: &Model, command: Command) -> &'static str {
    match (command, model.mode(), model.pane()) {
        (Command::Open, Mode::Panel(panel), _) if panel.kind == Kind::Quotes => "go there",
        (Command::Open, Mode::Panel(_), _) => "browser",
        (Command::Next, ..) if model.reader().find().is_some() => "next hit",
        (Command::Raw, ..) if model.reader().raw() => "clean",
        (Command::Raw, ..) => "raw",
        (Command::Open, _, Pane::Sidebar) => "show",
        (Command::Quit, Mode::Browse, Pane::List) => "quit",
        _ => command.entry().short,
    }
}

fn draw_hints(model: &Model, theme: &Theme, (mut x, y, end): (u16, u16, u16), buffer: &mut Buffer) {
    for &command in hints(model) {
        let Some(key) = model.keymap.first(command) else { continue };
        let word = word(model, command);
        if x + width(&key) + 1 + width(word) > end {
            break;
        }
        x = put(buffer, x, y, end - x, &key, theme.key) + 1;
        x = put(buffer, x, y, end.saturating_sub(x), word, theme.dim) + 2;
    }
}

/// Where one is in the article: hits, title when it has scrolled away, percent,
/// minutes left. Gives the column where it begins.
fn draw_place(model: &Model, theme: &Theme, area: Area, end: u16, buffer: &mut Buffer) -> u16 {
    let reader = model.reader();
    let reading = model.pane() == Pane::Page && !matches!(model.mode(), Mode::Help(_));
    let (true, Some(page), Some(document)) = (reading, reader.page(), reader.document()) else { return end };
    let left = match reader.minutes_left() {
        0 => "end".to_owned(),
        n if area.width >= 60 => format!("{n} min left"),
        n => format!("{n} min"),
    };
    let mut x = put_before(buffer, end, area.y, &left, theme.dim);
    if reader.minutes_left() > 0 && area.width >= 24 {
        x = put_before(
            buffer,
            x.saturating_sub(2),
            area.y,
            &format!("{} %", reader.permille() / 10),
            theme.dim,
        );
    }
    if let Some(find) = reader.find().filter(|_| area.width >= 30) {
        let hits = hits(find.current, find.hits.len());
        x = put_before(buffer, x.saturating_sub(2), area.y, &hits, theme.text);
    }
    if model.open().is_some_and(|it| it.mark.bookmarked) {
        x = put_before(buffer, x.saturating_sub(2), area.y, "★", theme.bookmark);
    }
    let head = page.rows.iter().take_while(|row| row.runs.iter().all(|run| run.from.is_none())).count();
    if reader.top() >= head && area.width >= 80 {
        let room = usize::from(area.width / 4);
        let title = bidi::line(&document.article.title, room, model.options.reorder);
        x = put_before(buffer, x.saturating_sub(3), area.y, &fit(&title, room), theme.dim);
    }
    x
}

/// What the search has found so far, or what is wrong with it.
fn found(model: &Model) -> String {
    let list = model.list();
    if let Some(mistake) = list.query().mistakes.first() {
        return mistake.to_string();
    }
    match list.found() {
        None => String::new(),
        Some(1) => "1 article".to_owned(),
        Some(n) if n >= COUNTED => format!("{n} articles or more"),
        Some(n) => format!("{n} articles"),
    }
}

fn hits(current: Option<usize>, all: usize) -> String {
    match (current, all) {
        (_, 0) => "no hit".to_owned(),
        (Some(at), all) => format!("{}/{all}", at + 1),
        (None, all) => format!("{all} hits"),
    }
}

/// What is being typed, and what it has found so far.
fn draw_prompt(prompt: &Prompt, model: &Model, theme: &Theme, area: Area, buffer: &mut Buffer) -> Position {
    let (before, after) = prompt.line.halves();
    let sign = match prompt.kind {
        PromptKind::Command => ":",
        PromptKind::Find | PromptKind::Search => "/",
        PromptKind::Feed(field) => field.label(),
    };
    let end = area.x + area.width;
    let mut x =
        put(buffer, area.x + u16::from(area.width > 20), area.y, end.saturating_sub(area.x), sign, theme.key);
    // A long line keeps its end, where one types, in sight.
    let room = usize::from(end.saturating_sub(x + 1));
    let mut shown = before;
    while crate::text::width::cells(shown) > room {
        let mut graphemes = shown.chars();
        graphemes.next();
        shown = graphemes.as_str();
    }
    x = put(buffer, x, area.y, end.saturating_sub(x), shown, theme.text);
    let cursor = Position { x: x.min(end.saturating_sub(1)), y: area.y };
    x = put(buffer, x, area.y, end.saturating_sub(x), after, theme.text);
    let aside = match prompt.kind {
        PromptKind::Find => {
            model.reader().find().map_or_else(String::new, |it| hits(it.current, it.hits.len()))
        }
        PromptKind::Search => found(model),
        PromptKind::Feed(field) => field.hint().to_owned(),
        PromptKind::Command => {
            let typed = prompt.completion.as_ref().map_or_else(|| prompt.line.text(), |it| it.typed.as_str());
            let names = completions(typed);
            let at = prompt.completion.as_ref().map_or(0, |it| it.at);
            names.iter().cycle().skip(at).take(names.len().min(6)).copied().collect::<Vec<_>>().join("  ")
        }
    };
    put_fit(buffer, x + 3, area.y, end.saturating_sub(x + 3), &aside, theme.dim);
    cursor
}
