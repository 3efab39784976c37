//! What a frame is made of: cells become bytes for a terminal, as few as show the
//! same, and leave in one write.
//!
//! ratatui says which cells have changed; here is what it costs to say so. Between
//! neighbors in a row the cursor goes by steps, a style is told by what is different
//! from the one before, and blanks are erased where that is shorter. Only what every
//! terminal since the VT220 understands is sent (ECMA-48: CUP, CUF, SGR, ED, EL, ECH).

use std::io::{self, Write, stdout};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Cell, CellWidth as _};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

/// Terminals that know them (DEC mode 2026) show what stands between at once.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// So many blanks are erased, where fewer are written: to erase some and go on behind
/// them takes about as many bytes.
const ERASED: u16 = 10;

/// What can be seen of a blank.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

/// Modifiers, with what sets each and what takes it away (ECMA-48, 8.3.117). Bold and
/// dim go together.
const MODIFIERS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Bytes on their way to a terminal of a known size; ratatui draws on it.
#[derive(Debug)]
pub(super) struct Output {
    bytes: Vec<u8>,
    size: Size,
    /// Whether the cursor is shown, as far as that was ever said.
    cursor: Option<bool>,
    /// Cells that the first half of a wide character was written to, row by row.
    wide: Vec<bool>,
}

impl Output {
    /// For a terminal of this size.
    pub(super) fn new(size: Size) -> Self {
        Self { bytes: Vec::new(), size, cursor: None, wide: Vec::new() }
    }

    /// The terminal has another size by now; the next frame is set for it.
    pub(super) fn resize(&mut self, size: Size) {
        self.size = size;
        self.wide.clear();
    }

    /// Begins a frame.
    pub(super) fn begin(&mut self) {
        self.bytes.extend_from_slice(BEGIN);
    }

    /// Ends the frame that was begun, and sends it; one that changes nothing is not
    /// sent.
    pub(super) fn end(&mut self) -> io::Result<()> {
        if self.bytes == BEGIN {
            self.bytes.clear();
            return Ok(());
        }
        self.bytes.extend_from_slice(END);
        self.send()
    }

    /// Sends what was written, all at once.
    pub(super) fn send(&mut self) -> io::Result<()> {
        let mut out = stdout().lock();
        let result = out.write_all(&self.bytes).and_then(|()| out.flush());
        self.bytes.clear();
        result
    }

    fn set_cursor(&mut self, shown: bool) {
        if self.cursor.replace(shown) != Some(shown) {
            self.bytes.extend_from_slice(if shown { b"\x1b[?25h" } else { b"\x1b[?25l" });
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Backend for Output {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.wide.resize(usize::from(self.size.width) * usize::from(self.size.height), false);
        let mut pen = Pen::new(&mut self.bytes, self.size.width, &mut self.wide);
        for (x, y, cell) in content {
            pen.put(x, y, cell);
        }
        pen.finish();
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.set_cursor(false);
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.set_cursor(true);
        Ok(())
    }

    /// The terminal is not asked: its answer would come among the keys.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(Position::ORIGIN)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        go_to(&mut self.bytes, x, y);
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        if matches!(region, ClearType::All) {
            self.wide.clear();
        }
        self.bytes.extend_from_slice(match region {
            ClearType::All => b"\x1b[2J",
            ClearType::AfterCursor => b"\x1b[J",
            ClearType::BeforeCursor => b"\x1b[1J",
            ClearType::CurrentLine => b"\x1b[2K",
            ClearType::UntilNewLine => b"\x1b[K",
        });
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    /// Nobody here thinks in pixels: there are none.
    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What cells are written with, from one frame's first to its last: before and after
/// it the terminal writes in no style.
struct Pen<'b> {
    bytes: &'b mut Vec<u8>,
    /// Of the terminal, in cells.
    width: u16,
    /// Where the cursor is, where that is known.
    at: Option<(u16, u16)>,
    /// Whether all since it was last gone to by its number is one character a cell:
    /// terminals disagree about others, and a step would carry on what one of them did.
    sure: bool,
    style: Style,
    /// Blanks that are still to be written: where the first one is, and how many.
    blanks: Option<(u16, u16, u16)>,
    /// As [`Output::wide`].
    wide: &'b mut [bool],
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Style {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Style = Style { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

impl<'b> Pen<'b> {
    fn new(bytes: &'b mut Vec<u8>, width: u16, wide: &'b mut [bool]) -> Self {
        Self { bytes, width, at: None, sure: false, style: PLAIN, blanks: None, wide }
    }

    /// Writes a cell; those of a row come from left to right.
    fn put(&mut self, x: u16, y: u16, cell: &Cell) {
        let symbol = cell.symbol();
        let halved = self.halves(x, y, symbol);
        if symbol == " " && cell.bg == Color::Reset && !cell.modifier.intersects(SEEN_ON_BLANK) {
            match &mut self.blanks {
                Some((from, row, n)) if *row == y && *from + *n == x => *n += 1,
                _ => {
                    self.put_blanks();
                    self.blanks = Some((x, y, 1));
                }
            }
            return;
        }
        self.put_blanks();
        let style = Style { fg: cell.fg, bg: cell.bg, modifier: cell.modifier };
        if halved && (style.bg != Color::Reset || style.modifier.intersects(SEEN_ON_BLANK)) {
            // What is left of the wide character is blank by now, and in the style of
            // whatever took its place: ratatui takes it for blank and no more.
            self.go(x, y);
            self.set(PLAIN);
            self.bytes.extend_from_slice(b"  ");
            self.at = None;
        }
        self.go(x, y);
        self.set(style);
        self.bytes.extend_from_slice(symbol.as_bytes());
        self.sure &= symbol.chars().nth(1).is_none();
        // What is not as wide as most may be anything.
        let narrow = symbol.len() == 1 || symbol.cell_width() == 1;
        self.at = Some((x.saturating_add(1), y)).filter(|(x, _)| narrow && *x < self.width);
    }

    /// Whether a symbol takes the place of a wide character and leaves half of it.
    fn halves(&mut self, x: u16, y: u16, symbol: &str) -> bool {
        let is_wide = symbol.len() > 1 && symbol.cell_width() > 1;
        let at = usize::from(y) * usize::from(self.width) + usize::from(x);
        let was_wide = self.wide.get_mut(at).is_some_and(|it| std::mem::replace(it, is_wide));
        was_wide && !is_wide
    }

    /// Writes the blanks that are waiting, whose style nobody sees.
    fn put_blanks(&mut self) {
        let Some((x, y, n)) = self.blanks.take() else { return };
        self.go(x, y);
        if self.style.bg != Color::Reset || self.style.modifier.intersects(SEEN_ON_BLANK) {
            self.set(PLAIN);
        }
        let end = x.saturating_add(n);
        if end >= self.width && n > 3 {
            self.bytes.extend_from_slice(b"\x1b[K");
        } else if n >= ERASED {
            self.sequence(n, b'X');
        } else {
            self.bytes.extend(std::iter::repeat_n(b' ', usize::from(n)));
            self.at = Some((end, y)).filter(|_| end < self.width);
        }
    }

    /// Brings the cursor to a cell.
    fn go(&mut self, x: u16, y: u16) {
        match self.at {
            Some(at) if at == (x, y) => {}
            Some((from, row)) if row == y && from < x && self.sure => self.sequence(x - from, b'C'),
            _ => {
                go_to(self.bytes, x, y);
                self.sure = true;
            }
        }
        self.at = Some((x, y));
    }

    /// A control sequence with a number, which is left out where it is 1.
    fn sequence(&mut self, n: u16, last: u8) {
        self.bytes.extend_from_slice(b"\x1b[");
        if n != 1 {
            number(self.bytes, n);
        }
        self.bytes.push(last);
    }

    /// Writes on in this style.
    fn set(&mut self, style: Style) {
        let before = std::mem::replace(&mut self.style, style);
        if before == style {
            return;
        }
        let (mut changes, mut anew) = (Parameters::default(), Parameters::default());
        changes.change(before, style);
        anew.add(0);
        anew.change(PLAIN, style);
        let shorter = if anew.bytes().len() < changes.bytes().len() { anew } else { changes };
        self.bytes.extend_from_slice(b"\x1b[");
        // Without a parameter it takes everything away, as 0 does.
        let told = if style == PLAIN { &[] } else { shorter.bytes() };
        self.bytes.extend_from_slice(told);
        self.bytes.push(b'm');
    }

    fn finish(mut self) {
        self.put_blanks();
        self.set(PLAIN);
    }
}

/// The parameters of a style.
#[derive(Default)]
struct Parameters(Vec<u8>);

impl Parameters {
    fn bytes(&self) -> &[u8] {
        &self.0
    }

    fn add(&mut self, n: u8) {
        if !self.0.is_empty() {
            self.0.push(b';');
        }
        number(&mut self.0, n.into());
    }

    /// What makes one style of another.
    fn change(&mut self, from: Style, to: Style) {
        let mut stays = from.modifier;
        for (modifier, _, off) in MODIFIERS {
            if stays.difference(to.modifier).contains(modifier) {
                self.add(off);
                // Whatever else it takes away is set again.
                for (other, _, its) in MODIFIERS {
                    if its == off {
                        stays.remove(other);
                    }
                }
            }
        }
        for (modifier, on, _) in MODIFIERS {
            if to.modifier.difference(stays).contains(modifier) {
                self.add(on);
            }
        }
        if from.fg != to.fg {
            self.color(to.fg, 0);
        }
        if from.bg != to.bg {
            self.color(to.bg, 10);
        }
    }

    /// A color of the foreground, or with 10 of the background. The sixteen have
    /// numbers of their own.
    fn color(&mut self, color: Color, ground: u8) {
        let named = match color {
            Color::Reset => 39,
            Color::Black => 30,
            Color::Red => 31,
            Color::Green => 32,
            Color::Yellow => 33,
            Color::Blue => 34,
            Color::Magenta => 35,
            Color::Cyan => 36,
            Color::Gray => 37,
            Color::DarkGray => 90,
            Color::LightRed => 91,
            Color::LightGreen => 92,
            Color::LightYellow => 93,
            Color::LightBlue => 94,
            Color::LightMagenta => 95,
            Color::LightCyan => 96,
            Color::White => 97,
            Color::Indexed(n) => return self.numbers(&[38 + ground, 5, n]),
            Color::Rgb(r, g, b) => return self.numbers(&[38 + ground, 2, r, g, b]),
        };
        self.add(named + ground);
    }

    fn numbers(&mut self, numbers: &[u8]) {
        for number in numbers {
            self.add(*number);
        }
    }
}

/// Brings the cursor to a cell, wherever it is; the first column and row need not be
/// told.
fn go_to(bytes: &mut Vec<u8>, x: u16, y: u16) {
    bytes.extend_from_slice(b"\x1b[");
    if (x, y) != (0, 0) {
        number(bytes, y.saturating_add(1));
    }
    if x > 0 {
        bytes.push(b';');
        number(bytes, x.saturating_add(1));
    }
    bytes.push(b'H');
}

/// Writes a number in decimal digits.
fn number(bytes: &mut Vec<u8>, n: u16) {
    let mut digits = [0; 5];
    let mut left = n;
    let mut at = digits.len();
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + u8::try_from(left % 10).unwrap_or(0);
        at -= 1;
        left /= 10;
        if left == 0 {
            break;
        }
    }
    bytes.extend(digits.iter().skip(at));
}

#[cfg(test)]
mod tests;
