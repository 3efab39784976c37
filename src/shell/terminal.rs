//! The terminal: taken, drawn on, and always given back.

use std::io::{self, stdout};
use std::panic;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, ThreadId};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::terminal::{
    self, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use crossterm::{Command, execute, queue};
use ratatui::backend::Backend as _;
use ratatui::{Frame, Terminal};

use super::clusters::Clusters;
use super::output::Output;
use crate::app::screen::Size;

/// Whether the terminal is ours now. The panic hook asks, from any thread.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// In the alternate screen the wheel sends arrow keys (DECSET 1007), so that it
/// scrolls while the terminal keeps the mouse, and text can be selected.
struct AlternateScroll(bool);

impl Command for AlternateScroll {
    fn write_ansi(&self, f: &mut impl std::fmt::Write) -> std::fmt::Result {
        f.write_str(if self.0 { "\x1b[?1007h" } else { "\x1b[?1007l" })
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        Ok(())
    }
}

/// The terminal while it is ours. Dropping it gives it back.
pub(super) struct Screen {
    terminal: Terminal<Output>,
    clusters: Clusters,
    mouse: bool,
}

/// How large the terminal is now.
pub(super) fn size() -> io::Result<Size> {
    let (width, height) = terminal::size()?;
    Ok(Size { width, height })
}

fn on_terminal(Size { width, height }: Size) -> io::Result<Terminal<Output>> {
    Terminal::new(Output::new((width, height).into()))
}

impl Screen {
    /// Takes the terminal, which is of this size, and sees to it that a panic gives it
    /// back.
    pub(super) fn take(size: Size, mouse: bool) -> io::Result<Self> {
        install_panic_hook();
        let mut screen = Self { terminal: on_terminal(size)?, clusters: Clusters::default(), mouse };
        screen.enter()?;
        Ok(screen)
    }

    fn enter(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        let output = self.terminal.backend_mut();
        queue!(output, EnterAlternateScreen, EnableBracketedPaste, AlternateScroll(true))?;
        output.hide_cursor()?;
        if self.mouse {
            queue!(output, EnableMouseCapture)?;
        }
        output.send()
    }

    /// Takes the terminal again after it was given back, or after something else
    /// wrote to it: everything will be drawn anew. Gives its size by now.
    pub(super) fn enter_again(&mut self) -> io::Result<Size> {
        let size = size()?;
        // ratatui's own `clear` asks the terminal where the cursor is, and the
        // answer would go to the thread that reads keys. Anew is clear as well.
        self.terminal = on_terminal(size)?;
        self.enter()?;
        let output = self.terminal.backend_mut();
        output.clear()?;
        output.send()?;
        Ok(size)
    }

    /// The terminal has another size by now: the next frame is set for it.
    pub(super) fn resize(&mut self, Size { width, height }: Size) {
        self.terminal.backend_mut().resize((width, height).into());
    }

    /// Draws a frame, all of it or nothing: terminals that can, show it at once.
    pub(super) fn frame(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.terminal.backend_mut().begin();
        self.terminal.draw(|frame| {
            draw(frame);
            self.clusters.settle(frame.buffer_mut());
        })?;
        self.terminal.backend_mut().end()
    }

    pub(super) fn set_mouse(&mut self, mouse: bool) -> io::Result<()> {
        self.mouse = mouse;
        let output = self.terminal.backend_mut();
        if mouse {
            queue!(output, EnableMouseCapture)?;
        } else {
            // Taking the mouse away may switch alternate scroll off with it.
            queue!(output, DisableMouseCapture, AlternateScroll(true))?;
        }
        output.send()
    }

    /// Puts text on the clipboard of the terminal (OSC 52).
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        let output = self.terminal.backend_mut();
        queue!(output, CopyToClipboard::to_clipboard_from(text))?;
        output.send()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Undoes everything that [`Screen::enter`] did, once: at the end, in a panic, or
/// until [`Screen::enter_again`]. Errors have nowhere to go.
pub(super) fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = disable_raw_mode();
        let _ = execute!(
            stdout(),
            EndSynchronizedUpdate,
            DisableMouseCapture,
            AlternateScroll(false),
            DisableBracketedPaste,
            LeaveAlternateScreen,
            Show
        );
    }
}

/// The thread that draws: its panic ends the program; a worker's is caught.
static DRAWER: Mutex<Option<ThreadId>> = Mutex::new(None);

/// A panic of the drawing thread gives the terminal back before it is reported.
/// A worker's says nothing here: its thread tells the reader what failed.
fn install_panic_hook() {
    let mut drawer = DRAWER.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let first = drawer.replace(thread::current().id()).is_none();
    drop(drawer);
    if !first {
        return;
    }
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let drawer = DRAWER.lock().map(|it| *it).unwrap_or_default();
        if drawer == Some(thread::current().id()) {
            give_back();
            before(info);
        } else if !TAKEN.load(Ordering::SeqCst) {
            before(info);
        }
    }));
}
