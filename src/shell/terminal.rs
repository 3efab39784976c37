//! The terminal: taken, drawn on, and always given back.

use std::cell::RefCell;
use std::io::{self, Write, stdout};
use std::panic;
use std::rc::Rc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, ThreadId};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command, execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::{Frame, Terminal};

use super::clusters::Clusters;
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

/// Collects what a frame is made of, so that it leaves in one write: ratatui
/// flushes in the middle.
#[derive(Clone, Default)]
struct Output(Rc<RefCell<Vec<u8>>>);

impl Output {
    fn send(&self) -> io::Result<()> {
        let mut bytes = self.0.borrow_mut();
        let mut out = stdout().lock();
        let result = out.write_all(&bytes).and_then(|()| out.flush());
        bytes.clear();
        result
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The terminal while it is ours. Dropping it gives it back.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<Output>>,
    output: Output,
    clusters: Clusters,
    mouse: bool,
}

impl Screen {
    /// Takes the terminal, and sees to it that a panic gives it back.
    pub(super) fn take(mouse: bool) -> io::Result<Self> {
        install_panic_hook();
        let output = Output::default();
        let terminal = Terminal::new(CrosstermBackend::new(output.clone()))?;
        let mut screen = Self { terminal, output, clusters: Clusters::default(), mouse };
        screen.enter()?;
        Ok(screen)
    }

    pub(super) fn size(&self) -> io::Result<Size> {
        let size = self.terminal.size()?;
        Ok(Size { width: size.width, height: size.height })
    }

    fn enter(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        let backend = self.terminal.backend_mut();
        queue!(backend, EnterAlternateScreen, EnableBracketedPaste, AlternateScroll(true), Hide)?;
        if self.mouse {
            queue!(backend, EnableMouseCapture)?;
        }
        self.output.send()
    }

    /// Takes the terminal again after it was given back, or after something else
    /// wrote to it: everything will be drawn anew.
    pub(super) fn enter_again(&mut self) -> io::Result<()> {
        self.enter()?;
        // ratatui's own `clear` asks the terminal where the cursor is, and the
        // answer would go to the thread that reads keys. Anew is clear as well.
        self.terminal = Terminal::new(CrosstermBackend::new(self.output.clone()))?;
        queue!(self.output, Clear(ClearType::All))?;
        self.output.send()
    }

    /// Draws a frame, all of it or nothing: terminals that can, show it at once.
    pub(super) fn frame(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(|frame| {
            draw(frame);
            self.clusters.settle(frame.buffer_mut());
        })?;
        queue!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        self.output.send()
    }

    pub(super) fn set_mouse(&mut self, mouse: bool) -> io::Result<()> {
        self.mouse = mouse;
        let backend = self.terminal.backend_mut();
        if mouse {
            queue!(backend, EnableMouseCapture)?;
        } else {
            // Taking the mouse away may switch alternate scroll off with it.
            queue!(backend, DisableMouseCapture, AlternateScroll(true))?;
        }
        self.output.send()
    }

    /// Puts text on the clipboard of the terminal (OSC 52).
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        let backend = self.terminal.backend_mut();
        queue!(backend, CopyToClipboard::to_clipboard_from(text))?;
        self.output.send()
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
