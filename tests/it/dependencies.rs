//! What others wrote and kabar ships: under licenses that go with its own, from
//! the one registry, each crate once. `.deny.toml` says the same to `cargo deny`;
//! this is the part of it that needs no tool and no network.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// Licenses that let kabar be given away under MIT. MPL-2.0 is a file's own
/// affair; the certificates' (CDLA) speaks of data.
const LICENSES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates that are in the program in two versions, and who keeps the older one.
const TWICE: &[(&str, &str)] = &[
    ("base64", "crossterm, for the clipboard"),
    ("foldhash", "whatlang, through hashbrown"),
    ("hashbrown", "whatlang"),
];

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--locked", "--offline"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The crates that `cargo tree` names, each line in a format of its own. What
/// other systems need is not asked for: it need not have been downloaded.
fn tree(edges: &str, format: &str) -> BTreeSet<String> {
    let tree = cargo(&["tree", "--workspace", "--edges", edges, "--prefix", "none", "--format", format]);
    tree.lines().map(|it| it.trim_end_matches(" (*)").to_owned()).filter(|it| !it.is_empty()).collect()
}

/// Whether an SPDX expression leaves a choice that is allowed; `/` is an old way
/// of writing `OR`.
fn allowed(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut tokens = spaced.split_whitespace().peekable();
    let result = either(&mut tokens);
    assert!(tokens.next().is_none(), "{expression}");
    result
}

type Tokens<'a, 'b> = &'b mut std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn either(tokens: Tokens<'_, '_>) -> bool {
    let mut result = all(tokens);
    while tokens.next_if_eq(&"OR").is_some() {
        result |= all(tokens);
    }
    result
}

fn all(tokens: Tokens<'_, '_>) -> bool {
    let mut result = one(tokens);
    while tokens.next_if_eq(&"AND").is_some() {
        result &= one(tokens);
    }
    result
}

fn one(tokens: Tokens<'_, '_>) -> bool {
    let name = tokens.next().unwrap_or_default();
    if name == "(" {
        let result = either(tokens);
        assert_eq!(tokens.next(), Some(")"));
        return result;
    }
    match tokens.next_if_eq(&"WITH") {
        Some(_) => LICENSES.contains(&format!("{name} WITH {}", tokens.next().unwrap_or_default()).as_str()),
        None => LICENSES.contains(&name),
    }
}

#[test]
fn licenses_go_with_ours() {
    let crates = tree("normal,build,dev", "{p}|{l}");
    assert!(crates.len() > 100, "{crates:?}");
    let wrong: Vec<&String> =
        crates.iter().filter(|it| !it.split_once('|').is_some_and(|(_, license)| allowed(license))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn everything_comes_from_one_registry() {
    let lock = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    let sources: BTreeSet<&str> = lock.lines().filter_map(|it| it.strip_prefix("source = ")).collect();
    assert_eq!(sources.len(), 1, "{sources:?}");
    assert!(sources.iter().all(|it| it.starts_with("\"registry+")), "{sources:?}");
}

#[test]
fn what_is_in_the_program_is_there_once() {
    let mut versions: BTreeMap<String, u32> = BTreeMap::new();
    // Macros and build scripts run while building, and weigh nothing afterwards.
    let crates = tree("normal,no-proc-macro", "{p}");
    for name in crates.iter().filter_map(|it| it.split(' ').next()) {
        *versions.entry(name.to_owned()).or_default() += 1;
    }
    let twice: Vec<&str> = versions.iter().filter(|(_, n)| **n > 1).map(|(name, _)| name.as_str()).collect();
    let known: Vec<&str> = TWICE.iter().map(|(name, _)| *name).collect();
    assert_eq!(twice, known);
}

#[test]
fn the_list_of_licenses_is_the_same_for_cargo_deny() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(".deny.toml");
    let file = std::fs::read_to_string(path).unwrap();
    for license in LICENSES {
        assert!(file.contains(&format!("\"{license}\"")), "{license}");
    }
}
