//! What goes to a terminal: every byte that the reader sends, and nothing in it
//! but what kabar means to send.

#![cfg(unix)]

use std::fs;
use std::time::Instant;

use kabar::text::safe;

use super::{DEADLINE, SEQUENCES, references};
use crate::pty::Terminal;
use crate::support::Home;

/// The modes of a terminal that kabar sets and takes back: the cursor, mouse,
/// wheel, alternate screen, pasted text, whole frames.
const MODES: &[&str] = &["25", "1000", "1002", "1003", "1006", "1007", "1015", "1049", "2004", "2026"];

/// What a terminal was sent that kabar does not mean to send: control sequences
/// beside those that move the cursor, color, clear, erase and set [`MODES`], and
/// characters that safe text never holds.
pub(super) fn unmeant(sent: &[u8]) -> Vec<String> {
    let mut unmeant = Vec::new();
    let text = match std::str::from_utf8(sent) {
        Ok(text) => text,
        Err(error) => return vec![format!("no UTF-8 at {}", error.valid_up_to())],
    };
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\u{1b}' {
            if c != '\r' && c != '\n' && (c.is_control() || safe::is_forbidden(c)) {
                unmeant.push(format!("{c:?}"));
            }
            continue;
        }
        if chars.next_if_eq(&'[').is_none() {
            unmeant.push(format!("ESC {:?}", chars.peek()));
            continue;
        }
        let mut parameters = String::new();
        while let Some(it) = chars.next_if(|it| matches!(it, '\x20'..='\x3f')) {
            parameters.push(it);
        }
        let last = chars.next();
        let is_numbers = |it: &str| it.chars().all(|c| c.is_ascii_digit() || c == ';' || c == ':');
        let meant = match (parameters.strip_prefix('?'), last) {
            (Some(modes), Some('h' | 'l')) => modes.split(';').all(|it| MODES.contains(&it)),
            (None, Some('m' | 'H' | 'J' | 'K' | 'X' | 'A' | 'B' | 'C' | 'D' | 'G')) => {
                is_numbers(&parameters)
            }
            _ => false,
        };
        if !meant {
            unmeant.push(format!("CSI {parameters:?} {last:?}"));
        }
    }
    unmeant
}

#[test]
fn what_is_not_meant_is_told_from_what_is() {
    assert_eq!(
        unmeant("\u{1b}[?1049h\u{1b}[2J\u{1b}[3;4H\u{1b}[38;5;1mwörds\u{1b}[?25l".as_bytes()),
        Vec::<String>::new()
    );
    for bad in SEQUENCES.iter().filter(|it| !it.starts_with("\u{1b}[2J") && **it != "\r\n\u{b}\u{c}") {
        assert!(!unmeant(bad.as_bytes()).is_empty(), "{bad:?}");
    }
    assert!(!unmeant(b"\x9b31m").is_empty());
}

/// Files whose names, titles, authors, texts and addresses are hostile.
fn hostile() -> Home {
    let evil: String = SEQUENCES.iter().map(|it| format!("{it} ")).collect();
    let file = evil.replace(['\0', '/', '\n', '\r'], "").chars().take(60).collect::<String>();
    let one_line = evil.replace(['\n', '\r'], "");
    let text = format!(
        "Crane {evil}\n\nBy Ann {evil} Lee\n\n“It {evil} fell,” said Ann {evil} Lee on Monday.\n\n{evil}\n"
    );
    let front = format!(
        "---\ntitle: \"Front {one_line}\"\nurl: https://a.example/{one_line}\nauthor: {one_line}\n---\n# Front {evil}\n\n[link {one_line}](https://a.example/{one_line}) and ![alt {one_line}](x)\n\n```{one_line}\ncode {evil}\n```\n\n| a {one_line} | b |\n|--|--|\n| c | d {one_line} |\n"
    );
    let page = |evil: &str| {
        format!(
            "<html><head><title>Page {evil}</title><meta name=author content='Ann {evil}'>\
                 <link rel=canonical href='https://a.example/{evil}'></head><body><article><h1>Page {evil}</h1>\
                 <p>“It {evil} fell at noon on Monday,” said Ann {evil} Lee, who saw it from the harbor wall.</p>\
                 <p><a href='https://b.example/{evil}'>a link {evil}</a> and <img alt='{evil}' src=/x></p></article>"
        )
    };
    let latin: Vec<u8> = page("\u{9b}31m \u{9d}0;x\u{9c}")
        .replace(['“', '”'], "\"")
        .chars()
        .map(|c| u8::try_from(c).unwrap())
        .collect();
    let wide: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let zalgo = format!("Zalgo{}\n\nWords{} of it.\n", "\u{301}".repeat(2_000), "\u{489}".repeat(2_000));
    let emoji = "Family 👩\u{200d}👩\u{200d}👧\u{200d}👦 🇳🇴🇳🇴 \u{1160}\u{3164}\u{115f} ＷＩＤＥ가나다 har\u{ad}bor wa\u{200b}ll\n\nWords.\n";
    Home::new()
        .file(&format!("feeds/{file}.txt"), &text)
        .file("feeds/b.txt", &text)
        .file("feeds/c.md", front)
        .file("feeds/d.html", page(&evil))
        .file("feeds/e.html", page(&references(&evil, "&#xHEX;")))
        .file("feeds/f.html", page(&references(&evil, "&amp;#DEC;")))
        .file("feeds/g.html", latin)
        .file("feeds/h.txt", wide)
        .file("feeds/i.txt", zalgo)
        .file("feeds/j.txt", emoji)
        .file("feeds/k.txt", format!("{}\n\n{}\n", "long".repeat(100_000), "x".repeat(1 << 20)))
        .file("feeds/z.txt", "The last story\n\nWords that nobody forged.\n")
        .file("config/config.toml", format!("theme = '{}'\n", one_line.replace('\0', "")))
}

#[test]
fn x1_to_x6_nothing_but_what_kabar_means_goes_to_the_terminal() {
    let home = hostile();
    for size in [(100, 30), (40, 12)] {
        let mut terminal = Terminal::start(&home, size, &[], &[("COLORTERM", "truecolor")]);
        terminal.shows("All 1");
        // Through every article, with all that shows more of it; `z` ends the way.
        for _ in 0..11 {
            // An escape before another key is Alt; two of them are one.
            terminal.press("lvf\x1b\x1b\"\x1b\x1b#]!\x1b\x1bhj");
        }
        terminal.press("/\u{9b}31m\u{202e}x\x1b\x1b:nothing\u{9d}\x1b\x1b?\x1b\x1bG").shows("Unread 0");
        terminal.press("\x03");
        assert_eq!(terminal.ends(), 0);
        assert_eq!(unmeant(&terminal.sent()), Vec::<String>::new());
        terminal.is_given_back();
    }
}

#[test]
fn x3_a_link_is_one_argument_of_the_browser_and_no_shell_sees_it() {
    let links = [
        "https://a.example/$(touch${IFS}pwned);'id'|&(x)*?a=-rf&b=%20",
        "http://a.example/-rf",
        "https://a.example/`touch${IFS}pwned`\"<>",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://a.example/a\u{1b}]0;x\u{7}b",
    ];
    for link in links {
        let home = Home::new().file("feeds/a.html", format!(
            "<html><head><title>A story</title><link rel=canonical href=\"{}\"></head><body><p>Words of the story.",
            link.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
        ));
        let script = "printf '%s\\n' \"$#\" \"$@\" > opened\nmv opened done\n";
        let home = home.file("browser", script);
        // Read by a shell of the test's own: a file that was just written may not be
        // run while a test beside this one starts a process (ETXTBSY).
        let browser = format!("/bin/sh {}", home.path().join("browser").display());
        let mut terminal =
            Terminal::start(&home, (100, 24), &[], &[("BROWSER", &browser), ("PATH", "/usr/bin:/bin")]);
        terminal.shows("A story").press("o").press("?").shows("article").press("\x1b\x1bqq");
        assert_eq!(terminal.ends(), 0);
        assert_eq!(unmeant(&terminal.sent()), Vec::<String>::new());
        let done = home.path().join("done");
        if link.ends_with(['0', 'f']) {
            until(|| done.exists());
            assert_eq!(fs::read_to_string(&done).unwrap(), format!("1\n{link}\n"));
        } else if let Ok(opened) = fs::read_to_string(&done) {
            // Refused, or made fit.
            assert!(opened.starts_with("1\nhttps://a.example/") && opened.lines().count() == 2, "{opened}");
            assert!(!opened.contains('\u{1b}'));
        }
        assert!(!home.path().join("pwned").exists());
    }
}

/// Waits for what another program does.
#[track_caller]
#[expect(clippy::disallowed_methods, reason = "a deadline, so that what hangs fails its test")]
fn until(done: impl Fn() -> bool) {
    let start = Instant::now();
    while !done() {
        assert!(start.elapsed() < DEADLINE);
        std::thread::yield_now();
    }
}

#[test]
fn x16_a_terminal_that_goes_away_costs_no_mark() {
    let home =
        Home::new().file("feeds/a.txt", "A story\n\nWords of it.\n").file("feeds/b.txt", "Other\n\nWords.\n");
    let mut terminal = Terminal::start(&home, (80, 24), &[], &[]);
    terminal.shows("A story").press("b").shows("★").press("jb");
    terminal.signal(rustix::process::Signal::HUP);
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
    assert_eq!(unmeant(&terminal.sent()), Vec::<String>::new());
    let n = home.kabar("list --bookmarks --format json").run().fine().lines().len();
    assert!(n >= 1);
}
