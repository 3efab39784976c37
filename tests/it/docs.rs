//! What the documents say is what the program does.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use kabar::app::command::{COMMANDS, Group};
use kabar::app::keymap::Keymap;

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The table of keys as the README holds it.
fn keys() -> String {
    let keymap = Keymap::default();
    let mut table = String::new();
    for group in Group::ALL {
        writeln!(table, "\n| {} | |\n|---|---|", group.title()).unwrap();
        for it in COMMANDS.iter().filter(|it| it.group == group) {
            let chords = keymap.chords(it.command);
            let chords: Vec<String> =
                chords.iter().map(|it| format!("`{}`", it.replace('|', "\\|"))).collect();
            writeln!(table, "| {} | {} |", chords.join(" "), it.doc).unwrap();
        }
    }
    table
}

#[test]
fn the_readme_holds_the_keys_of_the_command_table() {
    let readme = read("README.md");
    let (_, rest) = readme.split_once("<!-- keys -->\n").unwrap();
    let (table, _) = rest.split_once("<!-- /keys -->").unwrap();
    assert_eq!(table.trim(), keys().trim(), "put this between the marks:\n{}", keys());
}

#[test]
fn every_test_file_that_the_architecture_names_is_there() {
    let text = read("docs/ARCHITECTURE.md");
    let names: Vec<&str> = text.split('`').filter(|it| it.starts_with("tests/it/")).collect();
    assert!(names.len() > 5);
    for name in names {
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(name).exists(), "{name}");
    }
}

#[test]
fn every_test_that_the_promises_name_is_there() {
    let text = read("docs/RELIABILITY.md");
    let names: Vec<&str> = text
        .split('`')
        .filter(|it| it.contains("::") && it.chars().all(|c| c.is_alphanumeric() || c == '_' || c == ':'))
        .collect();
    assert!(names.len() > 30);
    for name in names {
        // `pty::unix::a_test` stands in `pty.rs`, in a module or at the top.
        let parts: Vec<&str> = name.split("::").collect();
        let (test, modules) = parts.split_last().unwrap();
        let found = (1..=modules.len()).any(|depth| {
            let path =
                Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it").join(modules[..depth].join("/"));
            fs::read_to_string(path.with_extension("rs"))
                .is_ok_and(|it| it.contains(&format!("fn {test}(")) || it.contains(&format!("    {test}:")))
        });
        assert!(found, "{name}");
    }
}

/// The text of every source file of ours.
fn sources() -> String {
    let mut text = String::new();
    let mut folders = vec![
        Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        Path::new(env!("CARGO_MANIFEST_DIR")).join("core/src"),
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"),
    ];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                text.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    text
}

#[test]
fn every_line_of_the_checklist_of_the_wire_names_tests_that_are_there() {
    let (text, sources) = (read("docs/HTTP.md"), sources());
    let mut lines = Vec::new();
    for row in text.lines() {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [_, number, _, tests, _] = cells[..] else { continue };
        if !number.ends_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let tests: Vec<&str> = tests.split('`').skip(1).step_by(2).collect();
        assert!(!tests.is_empty(), "{number}");
        for test in tests {
            assert!(sources.contains(&format!("fn {test}()")), "{number}: there is no test `{test}`");
        }
        lines.push(number.to_owned());
    }
    let all = |letter: char, n: u32| (1..=n).map(move |i| format!("{letter}{i}"));
    let expected: Vec<String> =
        all('C', 14).chain(all('T', 12)).chain(all('S', 17)).chain(all('R', 15)).collect();
    assert_eq!(lines, expected);
}
