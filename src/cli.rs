//! Commands, and what their arguments mean. Draft: the `cli` lane owns it.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::process::ExitCode;

use crate::extract::{self, Hint};
use crate::output::json;
use crate::text::{analysis, prose::Prose};

/// Draft of `kabar quotes|show --format json PATH…`, so that the core can be measured.
pub fn run(args: impl Iterator<Item = OsString>) -> ExitCode {
    let args: Vec<String> = args.skip(1).filter_map(|it| it.into_string().ok()).collect();
    if args.first().is_none_or(|it| it != "quotes" && it != "show") {
        return read(args.into_iter().map(Into::into).collect());
    }
    let paths = args.iter().skip(1).filter(|it| !it.starts_with("--") && *it != "json");
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for path in paths {
        let mut bytes = Vec::new();
        if path == "-" {
            let _ = std::io::stdin().read_to_end(&mut bytes);
        } else {
            bytes = std::fs::read(path).unwrap_or_default();
        }
        let line = if args.first().is_some_and(|it| it == "quotes") {
            let text = String::from_utf8_lossy(&bytes);
            let analysis = analysis::analyse_prose(Prose::of_text(&text), None);
            serde_json::to_string(&json::Quotes::new(path, &analysis))
        } else {
            let hint = Hint { name: path.clone(), form: extract::Form::of_name(path), ..Hint::default() };
            let extracted = extract::extract(&bytes, &hint);
            let analysis = analysis::analyse(&extracted.article);
            serde_json::to_string(&json::Shown::new(&extracted.article, &analysis))
        };
        if writeln!(out, "{}", line.unwrap_or_default()).is_err() {
            break;
        }
    }
    ExitCode::SUCCESS
}

fn read(paths: Vec<std::path::PathBuf>) -> ExitCode {
    let Ok(places) = crate::config::Paths::find(|it| std::env::var_os(it)) else { return ExitCode::from(2) };
    let (config, _) = crate::config::load(&places.config.join("config.toml"), None);
    let (state, _) = crate::state::State::open(&places.config.join("state"), &places.data);
    let result = crate::shell::run(crate::shell::Start {
        model: crate::app::model::Model::new(config.options, config.keymap),
        theme: config.theme,
        state,
        paths,
        notices: Vec::new(),
        browser: None,
    });
    if result.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(2) }
}
