//! What comes in from the terminal and the system: keys, sizes, signals.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event::{
    Event as Input, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind, poll, read,
};

use super::{Event, terminal};
use crate::app::key::{Code, Key};
use crate::app::msg::Msg;
use crate::app::screen::Size;

/// Sends what is typed, until nobody listens or the terminal is gone. `size` is that of
/// the terminal as far as it is known: what has become of it meanwhile is sent first.
pub(super) fn listen(to: Sender<Event>, size: Size) -> io::Result<()> {
    thread::Builder::new().name("input".to_owned()).spawn(move || {
        // From here on each new size is told as keys are.
        let _ = poll(Duration::ZERO);
        if let Some(now) = terminal::size().ok().filter(|it| *it != size) {
            let _ = to.send(Event::App(Msg::Resize(now)));
        }
        loop {
            let event = match read() {
                Ok(input) => message(input).map(Event::App),
                Err(_) => Some(Event::Leave),
            };
            let gone = matches!(event, Some(Event::Leave));
            if event.is_some_and(|it| to.send(it).is_err()) || gone {
                return;
            }
        }
    })?;
    Ok(())
}

fn message(input: Input) -> Option<Msg> {
    match input {
        Input::Key(event) if event.kind != KeyEventKind::Release => key(event).map(Msg::Key),
        Input::Paste(text) => Some(Msg::Paste(text)),
        Input::Resize(width, height) => Some(Msg::Resize(Size { width, height })),
        Input::Mouse(mouse) => {
            let (column, row) = (mouse.column, mouse.row);
            match mouse.kind {
                MouseEventKind::ScrollDown => Some(Msg::Wheel { down: true, column, row }),
                MouseEventKind::ScrollUp => Some(Msg::Wheel { down: false, column, row }),
                MouseEventKind::Down(MouseButton::Left) => Some(Msg::Click { column, row }),
                _ => None,
            }
        }
        _ => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    let code = match event.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Insert => Code::Insert,
        KeyCode::Delete => Code::Delete,
        KeyCode::F(n) => Code::F(n),
        _ => return None,
    };
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let code = match code {
        Code::Char(c) if ctrl => Code::Char(c.to_ascii_lowercase()),
        code => code,
    };
    Some(Key { code, ctrl, alt: event.modifiers.contains(KeyModifiers::ALT) })
}

/// Sends what the system asks for: to end, to stop, to go on.
#[cfg(unix)]
pub(super) fn listen_to_signals(to: Sender<Event>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in &mut signals {
            let event = match signal {
                SIGTSTP => Event::Suspend,
                SIGCONT => Event::Continued,
                _ => Event::Leave,
            };
            if to.send(event).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn listen_to_signals(_to: Sender<Event>) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presses_arrive_as_kabar_names_them() {
        for (code, modifiers, name) in [
            (KeyCode::Char('G'), KeyModifiers::SHIFT, "G"),
            (KeyCode::Char('d'), KeyModifiers::CONTROL, "Ctrl-d"),
            (KeyCode::Char('D'), KeyModifiers::CONTROL.union(KeyModifiers::SHIFT), "Ctrl-d"),
            (KeyCode::Char(' '), KeyModifiers::NONE, "Space"),
            (KeyCode::PageDown, KeyModifiers::NONE, "PgDn"),
            (KeyCode::BackTab, KeyModifiers::SHIFT, "BackTab"),
        ] {
            assert_eq!(key(KeyEvent::new(code, modifiers)).unwrap().to_string(), name);
        }
        assert_eq!(key(KeyEvent::new(KeyCode::CapsLock, KeyModifiers::NONE)), None);
    }

    #[test]
    fn letting_go_of_a_key_is_no_press() {
        let mut event = KeyEvent::new(KeyCode::Char('j'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert_eq!(message(Input::Key(event)), None);
    }
}
