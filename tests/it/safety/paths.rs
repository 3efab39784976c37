//! Files that are none, and folders that lead in circles, given as paths: told,
//! passed over, and never waited for.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

use kabar::source::LARGEST;

use super::{DEADLINE, assert_all_quiet};
use crate::pty::Terminal;
use crate::support::Home;

const STORY: &str = "A story\n\nThe crane in the harbor fell at noon, and nobody knows why.\n";

/// A pipe that nobody writes into.
fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// A folder with everything that is no article, under the name of one, and with
/// one article.
fn odd() -> (Home, UnixListener) {
    let home = Home::new().file("news/good.txt", STORY);
    let at = |name: &str| home.path().join("news").join(name);
    pipe(&at("pipe.txt"));
    let socket = UnixListener::bind(at("socket.txt")).unwrap();
    symlink("/dev/zero", at("zero.txt")).unwrap();
    symlink("/dev/full", at("full.html")).unwrap();
    symlink("/dev/tty", at("tty.md")).unwrap();
    symlink("nowhere", at("broken.txt")).unwrap();
    symlink("loop.txt", at("loop.txt")).unwrap();
    symlink(".", at("round")).unwrap();
    symlink("..", at("up")).unwrap();
    fs::create_dir(at("folder.txt")).unwrap();
    (home, socket)
}

#[test]
fn a_folder_of_devices_pipes_and_circles_costs_no_article() {
    let (home, _socket) = odd();
    for args in ["list news", "search crane news", "show news", "quotes news"] {
        let done = home.kabar(args).run_within(DEADLINE).unwrap_or_else(|| panic!("{args} hangs"));
        assert!(done.stdout.contains("A story") || args.starts_with("quotes"), "{args}: {done:?}");
        assert_all_quiet(&done);
        for name in ["pipe.txt", "socket.txt", "zero.txt", "full.html", "tty.md", "broken.txt", "loop.txt"] {
            assert!(done.stderr.contains(name), "{args} tells of {name}: {done:?}");
        }
    }
}

#[test]
fn what_is_no_file_is_told_by_whatever_takes_a_path() {
    let (home, _socket) = odd();
    for command in ["list", "show", "quotes", "mark read", "preview", "import"] {
        for path in
            ["news/pipe.txt", "news/socket.txt", "/dev/zero", "/dev/full", "news/loop.txt", "/dev/fd/99"]
        {
            let args = format!("{command} {path}");
            let done = home.kabar(&args).run_within(DEADLINE);
            let done = done.unwrap_or_else(|| panic!("{args} hangs"));
            assert_eq!(done.code, 2, "{args}: {done:?}");
            assert!(done.stderr.contains(path), "{args}: {done:?}");
        }
    }
}

#[test]
fn where_config_and_library_are_no_files_nothing_waits_for_them() {
    for name in [
        "config/config.toml",
        "config/feeds.toml",
        "config/credentials.toml",
        "data/device",
        "config/state/x.jsonl",
    ] {
        let home = Home::new().file("news/good.txt", STORY);
        fs::create_dir_all(home.path().join(name).parent().unwrap()).unwrap();
        pipe(&home.path().join(name));
        for args in ["list news", "feeds", "mark read news/good.txt", "search crane news"] {
            let done = home.kabar(args).run_within(DEADLINE);
            let done = done.unwrap_or_else(|| panic!("{args} hangs on {name}"));
            assert_all_quiet(&done);
            assert!(
                args == "feeds" || args.starts_with("mark") || done.stdout.contains("A story"),
                "{name} {args}: {done:?}"
            );
        }
    }
}

#[test]
fn what_is_written_to_a_full_device_is_told() {
    let home = Home::new().file("news/good.txt", STORY);
    let list = format!("'{}' list news > /dev/full", env!("CARGO_BIN_EXE_kabar"));
    let run = |command: &str| {
        Command::new("/bin/sh")
            .args(["-c", command])
            .current_dir(home.path())
            .env_clear()
            .env("HOME", home.path())
            .output()
            .unwrap()
    };
    if Path::new("/dev/full").exists() {
        let output = run(&list);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8(output.stderr).unwrap().starts_with("kabar: cannot write: "));
    }
}

#[test]
fn files_that_are_too_much_are_read_in_bounded_time() {
    let n = 300_000;
    for (name, text) in [
        ("a.html", "<div>".repeat(n)),
        ("a.html", format!("<p>{}", "<b>".repeat(n))),
        ("a.html", "<table><tr><td>".repeat(n / 10)),
        ("a.html", format!("<p {}>words", "a=b ".repeat(n))),
        ("a.html", "&lt;".repeat(n)),
        ("a.md", "[".repeat(n)),
        ("a.md", format!("{}x", "> ".repeat(n / 10))),
        ("a.md", "*a **b ".repeat(n / 10)),
        ("a.txt", "words ".repeat(n)),
        ("a.txt", "x".repeat(8 << 20)),
        ("a.txt", "“".repeat(n)),
        ("a.kabar", format!("{{\"items\":{}", "[".repeat(n))),
    ] {
        let start: String = text.chars().take(30).collect();
        let home = Home::new().file(&format!("news/{name}"), text);
        let done = home.kabar("show news").run_within(DEADLINE);
        assert_all_quiet(&done.unwrap_or_else(|| panic!("{name} with {start} … takes too long")));
    }
}

/// How long the longest line is. `KABAR_MEGABYTES=100` is the long form.
fn megabytes() -> usize {
    std::env::var("KABAR_MEGABYTES").ok().and_then(|it| it.parse().ok()).unwrap_or(10)
}

#[test]
fn a_line_of_megabytes_is_read_or_refused_in_bounded_time() {
    let length = megabytes() << 20;
    // As long as there is nothing else to do on a machine.
    let deadline = DEADLINE * u32::try_from(megabytes().div_ceil(10)).unwrap();
    let whole = length <= usize::try_from(LARGEST).unwrap();
    for (name, piece) in [
        ("a.txt", "x"),
        ("b.txt", "words "),
        ("c.txt", "\u{3042}"),
        ("d.txt", "a\u{301}\u{301}"),
        ("e.html", "x"),
        ("f.html", "words &amp; "),
        ("g.md", "word "),
        ("h.kabar", "x"),
    ] {
        let home = Home::new().file(&format!("news/{name}"), piece.repeat(length / piece.len()));
        let done = home.kabar("list news").run_within(deadline);
        let done = done.unwrap_or_else(|| panic!("{name} of {piece} takes too long"));
        assert_all_quiet(&done);
        if !whole {
            assert_eq!(done.code, 2, "{name}: {}", done.stderr);
            assert!(done.stderr.contains(&format!("`news/{name}`: it is larger than")), "{}", done.stderr);
        }
        let longest = done.stdout.lines().map(str::len).max().unwrap_or(0);
        assert!(longest < 10_000, "{name}: a line of {longest} bytes");
    }
    // On standard input, and in a journal that another device has brought.
    let home = Home::new().file("news/good.txt", STORY).file("config/state/other.jsonl", "x".repeat(length));
    let done = home.kabar("list news").run_within(deadline).unwrap();
    assert!(done.stdout.contains("A story"), "{done:?}");
    let mut terminal = Terminal::start(&home, (100, 24), &["news"], &[]);
    terminal.shows("A story").press("b").shows("Bookmarks 1").press("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_file_that_ends_anywhere_is_an_article() {
    let page = "<!DOCTYPE html><html><head><title>A st\u{f6}ry</title><meta charset=utf-8></head><body><article>\
        <h1>A st\u{f6}ry</h1><p>“The crane fell,” said <b>Ann &amp; Lee</b>.</p><!-- x --><script>1<2</script>";
    let mut home = Home::new();
    for end in (0..page.len()).step_by(7) {
        home = home.file(&format!("news/{end}.html"), &page.as_bytes()[..end]);
    }
    let done = home.kabar("list --format json news").run().fine();
    assert_eq!(done.lines().len(), page.len().div_ceil(7));
    assert_all_quiet(&done);
}
