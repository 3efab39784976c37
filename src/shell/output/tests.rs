use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style as Look;

use super::*;

const SIZE: Size = Size { width: 24, height: 4 };

/// What is sent for a frame after another one.
fn sent(before: &Buffer, after: &Buffer) -> Vec<u8> {
    let mut output = Output::new(SIZE);
    output.draw(empty().diff_iter(before)).unwrap();
    output.bytes.clear();
    output.draw(before.diff_iter(after)).unwrap();
    output.bytes
}

fn empty() -> Buffer {
    Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height))
}

/// A frame with words at places, in looks.
fn frame(words: &[(u16, u16, &str, Look)]) -> Buffer {
    let mut buffer = empty();
    for (x, y, words, look) in words {
        buffer.set_string(*x, *y, words, *look);
    }
    buffer
}

/// A color as a terminal that knows 256 of them keeps it.
fn color(color: Color) -> vt100::Color {
    match color {
        Color::Reset => vt100::Color::Default,
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        Color::Indexed(n) => vt100::Color::Idx(n),
        named => {
            let order = [
                Color::Black,
                Color::Red,
                Color::Green,
                Color::Yellow,
                Color::Blue,
                Color::Magenta,
                Color::Cyan,
                Color::Gray,
                Color::DarkGray,
                Color::LightRed,
                Color::LightGreen,
                Color::LightYellow,
                Color::LightBlue,
                Color::LightMagenta,
                Color::LightCyan,
                Color::White,
            ];
            let at = order.iter().position(|it| *it == named).unwrap();
            vt100::Color::Idx(u8::try_from(at).unwrap())
        }
    }
}

/// The cells of a terminal that are not as a frame has them, as far as an eye sees it.
fn wrong(screen: &vt100::Screen, frame: &Buffer) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut covered = 0;
    for y in 0..SIZE.height {
        for x in 0..SIZE.width {
            let (want, have) = (&frame[(x, y)], screen.cell(y, x).unwrap());
            if covered > 0 {
                covered -= 1;
                continue;
            }
            covered = want.symbol().cell_width().saturating_sub(1);
            let shown = if have.contents().is_empty() { " " } else { have.contents() };
            let has = |it| want.modifier.contains(it);
            let looks = have.underline() == has(Modifier::UNDERLINED)
                && have.inverse() == has(Modifier::REVERSED)
                && have.bgcolor() == color(want.bg)
                && (shown == " "
                    || have.bold() == has(Modifier::BOLD)
                        && have.dim() == has(Modifier::DIM)
                        && have.italic() == has(Modifier::ITALIC)
                        && have.fgcolor() == color(want.fg));
            if shown != want.symbol() || !looks {
                wrong.push(format!("{x},{y}: {want:?} is {have:?}"));
            }
        }
    }
    wrong
}

fn look() -> impl Strategy<Value = Look> {
    let colors = prop_oneof![
        4 => Just(Color::Reset),
        1 => Just(Color::Cyan),
        1 => Just(Color::DarkGray),
        1 => Just(Color::White),
        1 => any::<u8>().prop_map(Color::Indexed),
        1 => any::<[u8; 3]>().prop_map(|[r, g, b]| Color::Rgb(r, g, b)),
    ];
    let modifiers =
        [Modifier::BOLD, Modifier::DIM, Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED];
    let modifier = proptest::sample::subsequence(modifiers.to_vec(), 0..=3)
        .prop_map(|it| it.into_iter().fold(Modifier::empty(), Modifier::union));
    (colors.clone(), colors, modifier)
        .prop_map(|(fg, bg, modifier)| Look::new().fg(fg).bg(bg).add_modifier(modifier))
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ a-c]{1,24}".prop_map(|it| it),
        Just(" ".repeat(24)),
        Just("é ”x".to_owned()),
        Just("a              b".to_owned()),
    ]
}

fn frames() -> impl Strategy<Value = Vec<Buffer>> {
    let piece = (0..SIZE.width, 0..SIZE.height, words(), look());
    let wide = proptest::option::of(0..SIZE.height);
    let frame = (proptest::collection::vec(piece, 0..8), wide).prop_map(|(pieces, wide)| {
        let mut buffer = empty();
        for (x, y, words, look) in pieces {
            buffer.set_string(x, y, words, look);
        }
        // ratatui does not tell what is left of a wide character of which half is
        // written over: they stand at the beginning of rows, and nowhere else.
        if let Some(y) = wide {
            buffer.set_style(Rect::new(0, y, SIZE.width, 1), Look::reset());
            buffer.set_string(0, y, "漢字 é ”x               ", Look::new());
        }
        // The terminal of the test is either bold or dim, and never both.
        let bold = |it: &&mut Cell| it.modifier.contains(Modifier::BOLD);
        buffer.content.iter_mut().filter(bold).for_each(|it| it.modifier.remove(Modifier::DIM));
        buffer
    });
    proptest::collection::vec(frame, 1..5)
}

proptest! {
    #[test]
    fn a_terminal_shows_what_the_frames_hold(frames in frames()) {
        let mut parser = vt100::Parser::new(SIZE.height, SIZE.width, 0);
        let mut before = empty();
        for frame in frames {
            parser.process(&sent(&before, &frame));
            prop_assert_eq!(wrong(parser.screen(), &frame), Vec::<String>::new());
            before = frame;
        }
    }
}

#[test]
fn half_of_a_wide_character_is_not_left_in_the_style_of_what_took_its_place() {
    let before = frame(&[(0, 1, "漢字 é", Look::new())]);
    let after = frame(&[(0, 1, "  a", Look::new().add_modifier(Modifier::REVERSED))]);
    let mut parser = vt100::Parser::new(SIZE.height, SIZE.width, 0);
    parser.process(&sent(&empty(), &before));
    parser.process(&sent(&before, &after));
    assert_eq!(wrong(parser.screen(), &after), Vec::<String>::new());
}

#[test]
fn what_is_sent_says_no_more_than_what_is_different() {
    let (plain, cyan) = (Look::new(), Look::new().fg(Color::Cyan));
    let (bold, band) = (cyan.add_modifier(Modifier::BOLD), Look::new().bg(Color::DarkGray));
    let full = frame(&[(0, 1, "harborharborharborharbor", plain)]);
    for (before, after, expected) in [
        (empty(), frame(&[(0, 0, "harbor", plain)]), "\x1b[Hharbor"),
        (empty(), frame(&[(0, 2, "harbor", plain)]), "\x1b[3Hharbor"),
        (empty(), frame(&[(5, 2, "a", plain), (9, 2, "b", plain)]), "\x1b[3;6Ha\x1b[3Cb"),
        (
            empty(),
            frame(&[(0, 0, "a", cyan), (1, 0, "b", bold), (2, 0, "c", cyan), (3, 0, "d", plain)]),
            "\x1b[H\x1b[36ma\x1b[1mb\x1b[22mc\x1b[md",
        ),
        (empty(), frame(&[(0, 0, " a ", band)]), "\x1b[H\x1b[100m a \x1b[m"),
        // Nobody knows where the cursor is behind some characters.
        (
            empty(),
            frame(&[(0, 0, "e\u{301}d", plain), (4, 0, "漢", plain), (6, 0, "b", plain)]),
            "\x1b[He\u{301}d\x1b[1;5H漢\x1b[1;7Hb",
        ),
        (full.clone(), empty(), "\x1b[2H\x1b[K"),
        (full.clone(), frame(&[(0, 1, "harbor            harbor", plain)]), "\x1b[2;7H\x1b[12X"),
        (full.clone(), frame(&[(0, 1, "harbor    orharborharbor", plain)]), "\x1b[2;7H    "),
        (full.clone(), full, ""),
    ] {
        assert_eq!(String::from_utf8(sent(&before, &after)).unwrap(), expected);
    }
}

#[test]
fn a_frame_that_changes_nothing_is_not_sent() {
    let mut terminal = Terminal::new(Output::new(SIZE)).unwrap();
    for n in 0..3 {
        terminal.backend_mut().begin();
        terminal.draw(|frame| frame.buffer_mut().set_style(Rect::new(0, 0, 3, 1), Look::new())).unwrap();
        // The first one hides the cursor.
        assert_eq!(terminal.backend().bytes == BEGIN, n > 0);
        terminal.backend_mut().bytes.clear();
    }
}
