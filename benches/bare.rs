//! The least that a full-screen program with one list can be: what the reader's
//! own speed is held against (`docs/PERFORMANCE.md`). It draws the visible rows of
//! a list that is made up, moves on `j`, `k`, `G` and `g`, and ends on `q`.
//!
//! ```text
//! cargo bench --bench bare --no-run     says where the program lies
//! PROGRAM 1000000                       rows
//! ```

use std::io::{self, Write as _};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{self, Event, KeyCode};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::style::Style;
use ratatui::text::Line;

fn main() -> io::Result<()> {
    // `cargo bench` runs every bench; this one waits for keys.
    if std::env::args().any(|it| it == "--bench") {
        return Ok(());
    }
    let rows = std::env::args().skip(1).find_map(|it| it.parse().ok()).unwrap_or(10_000_usize);
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, Hide)?;
    let result = run(rows);
    queue!(io::stdout(), Show, LeaveAlternateScreen)?;
    io::stdout().flush()?;
    disable_raw_mode()?;
    result
}

fn run(rows: usize) -> io::Result<()> {
    let mut terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
    let (mut selected, mut top) = (0_usize, 0_usize);
    loop {
        terminal.draw(|frame| {
            let area = frame.area();
            let visible = usize::from(area.height).max(1);
            top = top.clamp((selected + 1).saturating_sub(visible), selected);
            for (y, row) in (top..rows.min(top + visible)).enumerate() {
                let style = if row == selected { Style::new().reversed() } else { Style::new() };
                let text = format!("{row:>8}  The harbor opens again after the long winter, number {row}");
                let y = area.y + u16::try_from(y).unwrap_or(0);
                frame.buffer_mut().set_line(area.x, y, &Line::styled(text, style), area.width);
            }
        })?;
        loop {
            if let Event::Key(key) = event::read()? {
                match key.code {
                    KeyCode::Char('q') => return Ok(()),
                    KeyCode::Char('j') => selected = (selected + 1).min(rows.saturating_sub(1)),
                    KeyCode::Char('k') => selected = selected.saturating_sub(1),
                    KeyCode::Char('G') => selected = rows.saturating_sub(1),
                    KeyCode::Char('g') => selected = 0,
                    _ => {}
                }
            }
            // All that has come is taken in before the next frame, as kabar does.
            if !event::poll(std::time::Duration::ZERO)? {
                break;
            }
        }
    }
}
