//! Words onto cells: the few strokes that every view uses.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::app::screen::Area;
use crate::text::width::{cells, fit, is_plain};

/// The same rectangle, as ratatui has it, within the buffer.
pub(super) fn rect(area: Area, buffer: &Buffer) -> Rect {
    Rect { x: area.x, y: area.y, width: area.width, height: area.height }.intersection(buffer.area)
}

/// Words at a place, cut at `room` cells without a mark. Gives the column after
/// them.
pub(super) fn put(buffer: &mut Buffer, x: u16, y: u16, room: u16, words: &str, style: Style) -> u16 {
    if !buffer.area.contains((x, y).into()) {
        return x;
    }
    if !is_plain(words) {
        return buffer.set_stringn(x, y, words, usize::from(room), style).0;
    }
    // Nearly all words are; ratatui looks for the graphemes of every string.
    let end = x.saturating_add(room).min(buffer.area.right());
    let mut next = x;
    for (x, c) in (x..end).zip(words.chars()) {
        if let Some(cell) = buffer.cell_mut((x, y)) {
            cell.set_char(c).set_style(style);
        }
        next = x + 1;
    }
    next
}

/// Words at a place, with `…` where they do not fit. Gives the column after them.
pub(super) fn put_fit(buffer: &mut Buffer, x: u16, y: u16, room: u16, words: &str, style: Style) -> u16 {
    put(buffer, x, y, room, &fit(words, usize::from(room)), style)
}

/// Words that end before a column. Gives the column where they begin.
pub(super) fn put_before(buffer: &mut Buffer, end: u16, y: u16, words: &str, style: Style) -> u16 {
    let x = end.saturating_sub(width(words));
    put(buffer, x, y, end - x, words, style);
    x
}

/// Cells of words, as ratatui counts columns.
pub(super) fn width(words: &str) -> u16 {
    u16::try_from(cells(words)).unwrap_or(u16::MAX)
}

/// Looks as they stand on a band: the band gives ink and ground, and what is dim
/// elsewhere is as clear as the rest.
pub(super) fn on_band(looks: Style) -> Style {
    Style { fg: None, bg: None, ..looks }.remove_modifier(Modifier::DIM)
}

/// Paints a band over what stands there.
pub(super) fn band(buffer: &mut Buffer, area: Area, style: Style) {
    let area = rect(area, buffer);
    buffer.set_style(area, style);
}

/// How long ago something was, in a word that fits a column: `now`, `5 m`,
/// `3 h`, `2 d`, `5 w`, then a date.
pub(super) fn age(now: i64, date: crate::article::Date) -> String {
    let minutes = (now - date.seconds) / 60;
    match minutes {
        // A clock that is wrong, or a time zone: not worth a word.
        -1440..=0 => "now".to_owned(),
        1..=59 => format!("{minutes} m"),
        60..=1439 => format!("{} h", minutes / 60),
        1440..=20_159 => format!("{} d", minutes / 1440),
        _ => {
            let (year, month, day, ..) = date.civil();
            let (this_year, ..) = crate::article::Date::utc(now).civil();
            let name = MONTHS.get(usize::from(month.saturating_sub(1))).copied().unwrap_or("");
            if year == this_year { format!("{day} {name}") } else { format!("{name} {year}") }
        }
    }
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

#[cfg(test)]
mod tests {
    use ratatui::buffer::Cell;

    use super::*;
    use crate::article::Date;

    #[test]
    fn words_are_put_as_ratatui_puts_them() {
        let area = Rect::new(2, 1, 12, 2);
        for words in
            ["", "plain", "caf\u{e9} “a” — b…", "longer than the room there is", "港の灯り ab", "e\u{301}é"]
        {
            for (x, room) in [(2, 12), (5, 4), (5, 40), (13, 9), (14, 3), (0, 5), (5, 0)] {
                let (mut ours, mut theirs) =
                    (Buffer::filled(area, Cell::new("#")), Buffer::filled(area, Cell::new("#")));
                let style = Style::new().bold();
                let end = put(&mut ours, x, 1, room, words, style);
                let inside = area.contains((x, 1).into());
                let expected =
                    if inside { theirs.set_stringn(x, 1, words, usize::from(room), style).0 } else { x };
                assert_eq!((ours, end), (theirs, expected), "{words} at {x} in {room}");
            }
        }
    }

    #[test]
    fn ages_are_told_in_a_word() {
        let now = 1_794_000_000;
        for (ago, word) in [
            (0, "now"),
            (-60, "now"),
            (300, "5 m"),
            (7_200, "2 h"),
            (3 * 86_400, "3 d"),
            (100 * 86_400, "29 Jul"),
            (400 * 86_400, "Oct 2025"),
        ] {
            assert_eq!(age(now, Date::utc(now - ago)), word, "{ago}");
        }
    }
}
