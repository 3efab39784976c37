//! The import table of `docs/ARCHITECTURE.md`, as a law: who may import whom,
//! which crates each layer may know, how long a file may get.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Layer, layers of ours that it may import, crates that it may import.
const LAYERS: &[(&str, &[&str], &[&str])] = &[
    ("article", &[], &[]),
    (
        "text",
        &["article"],
        &[
            "textwrap",
            "unicode_bidi",
            "unicode_linebreak",
            "unicode_normalization",
            "unicode_segmentation",
            "unicode_width",
            "whatlang",
        ],
    ),
    (
        "extract",
        &["article", "text"],
        &[
            "chardetng",
            "dom_query",
            "encoding_rs",
            "jiff",
            "markup5ever",
            "pulldown_cmark",
            "serde_json",
            "sha2",
            "unicode_normalization",
            "unicode_segmentation",
        ],
    ),
    ("output", &["article", "text"], &["serde", "serde_json"]),
    ("app", &["article", "text"], &[]),
    ("view", &["article", "text", "app"], &["ratatui"]),
    ("config", &["article", "text", "app", "view", "source"], &["directories", "thiserror", "toml_edit"]),
    (
        "source",
        &["article", "extract", "text"],
        &["brotli_decompressor", "flate2", "rustls", "sha2", "thiserror", "unicode_normalization", "ureq"],
    ),
    ("state", &["article"], &["serde", "serde_json", "thiserror", "rustix"]),
    (
        "store",
        &["article", "text"],
        &["flate2", "rusqlite", "serde", "serde_json", "sha2", "thiserror", "zstd"],
    ),
    ("library", &["article", "text", "extract", "app", "config", "source", "state", "store"], &["thiserror"]),
    (
        "shell",
        &[
            "article", "text", "extract", "output", "app", "view", "config", "source", "state", "store",
            "library",
        ],
        &["ratatui", "crossterm", "notify", "signal_hook", "rustix", "thiserror"],
    ),
    (
        "cli",
        &[
            "article", "text", "extract", "output", "app", "view", "config", "source", "state", "store",
            "library", "shell",
        ],
        &["clap", "crossterm", "serde", "serde_json", "thiserror"],
    ),
];

/// What no pure layer may name: I/O, clock, environment, threads.
const IMPURE: &[&str] =
    &["std::fs", "std::env", "std::net", "std::process", "std::thread", "std::io", "SystemTime", "Instant"];
const PURE: &[&str] = &["article", "text", "extract", "app", "view"];

/// Files that are tables or data, and may be long.
const TABLES: &[&str] = &[
    "extract/date/words.rs",
    "text/boilerplate/parts.rs",
    "text/boilerplate/phrases.rs",
    "text/boilerplate/phrases/asked.rs",
    "text/boilerplate/phrases/aside.rs",
    "text/boilerplate/phrases/framed.rs",
    "text/boilerplate/pitch.rs",
];
const LONGEST: usize = 600;

/// Where code lies: the program, and the crate of what it knows of text.
fn roots() -> [PathBuf; 2] {
    ["src", "core/src"].map(|it| Path::new(env!("CARGO_MANIFEST_DIR")).join(it))
}

fn sources() -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = roots().into();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The layer that a file belongs to: its first name below `src`.
fn layer(path: &Path) -> String {
    let below = roots().iter().find_map(|root| path.strip_prefix(root).ok()).unwrap().to_owned();
    below.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

/// The lines of a file with their numbers, tests and comments left out.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).unwrap();
    if path.ends_with("tests.rs") {
        return Vec::new();
    }
    text.lines()
        .enumerate()
        .take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(i, line)| (i + 1, line.to_owned()))
        .collect()
}

fn crates() -> BTreeSet<String> {
    LAYERS.iter().flat_map(|(_, _, crates)| crates.iter().map(|it| (*it).to_owned())).collect()
}

#[test]
fn every_import_goes_down() {
    let known = crates();
    let mut wrong = Vec::new();
    for path in sources() {
        let layer = layer(&path);
        if layer == "lib" || layer == "main" {
            continue;
        }
        let Some((_, ours, theirs)) = LAYERS.iter().find(|(name, ..)| *name == layer) else {
            wrong.push(format!("{}: a layer that is not in the table", path.display()));
            continue;
        };
        for (number, line) in code(&path) {
            for (at, _) in line.match_indices("crate::") {
                let name: String =
                    line[at + 7..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                // Types named in doc links do not reach here; a layer may name itself.
                if name != layer && !ours.contains(&name.as_str()) {
                    wrong.push(format!("{}:{number}: {layer} imports {name}", path.display()));
                }
            }
            for name in &known {
                let used = line.match_indices(&format!("{name}::")).any(|(at, _)| {
                    !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
                });
                if used && !theirs.contains(&name.as_str()) {
                    wrong.push(format!("{}:{number}: {layer} imports the crate {name}", path.display()));
                }
            }
            if PURE.contains(&layer.as_str()) {
                for name in IMPURE {
                    if line.contains(name) {
                        wrong.push(format!("{}:{number}: {layer} is pure, and names {name}", path.display()));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_outgrows_its_subject() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|path| !path.ends_with("tests.rs") && !TABLES.iter().any(|table| path.ends_with(table)))
        .filter_map(|path| {
            let text = fs::read_to_string(path).unwrap();
            let lines = text.lines().take_while(|line| !line.starts_with("#[cfg(test)]")).count();
            (lines > LONGEST).then(|| format!("{}: {lines} lines", path.display()))
        })
        .collect();
    assert!(long.is_empty(), "over {LONGEST} lines:\n{}", long.join("\n"));
}

#[test]
fn modules_are_named_by_their_file() {
    let unnamed: Vec<_> = sources().into_iter().filter(|path| path.ends_with("mod.rs")).collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
}
