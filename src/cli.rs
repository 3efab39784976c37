//! Commands, and what their arguments mean. Draft: the `cli` lane owns it.

mod preview;

use std::ffi::OsString;
use std::io::{Read, Write};
use std::process::ExitCode;

use crate::extract::{self, Hint};
use crate::output::json;
use crate::text::{analysis, prose::Prose};

/// Draft of `kabar quotes|show --format json PATH…`, so that the core can be measured.
pub fn run(args: impl Iterator<Item = OsString>) -> ExitCode {
    let args: Vec<String> = args.skip(1).filter_map(|it| it.into_string().ok()).collect();
    if args.first().is_some_and(|it| it == "preview") {
        let json = args.iter().any(|it| it == "json");
        let format = if json { preview::Format::Json } else { preview::Format::Text };
        let paths: Vec<String> = args
            .iter()
            .skip(1)
            .filter(|it| !matches!(it.as_str(), "--format" | "json" | "text"))
            .cloned()
            .collect();
        let out = &mut std::io::BufWriter::new(std::io::stdout().lock());
        return preview::run(&paths, format, out).unwrap_or(ExitCode::SUCCESS);
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
