//! How fast words are worked out: `cargo bench --bench text`.
//!
//! Bytes a second on one core, medians, over the shipped articles said over and
//! over up to 10 MB; how much longer ten times the text takes (10 is linear); and
//! what a page costs beside one parse of it by html5ever.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a benchmark reads the clock and prints"
)]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use kabar::article::Language;
use kabar::extract::{Form, Hint, extract};
use kabar::text::analysis::{analyse, analyse_prose};
use kabar::text::prose::Prose;
use kabar::text::{language, quote, speaker};

fn main() {
    let articles = articles();
    println!("{:<44}{:>10}{:>12}{:>10}{:>8}", "", "bytes", "median", "MB/s", "ratio");
    for code in ["en", "de", "id", "fr", "ja", "ar"] {
        let texts: Vec<&str> =
            articles.iter().filter(|(_, it)| it == code).map(|(text, _)| text.as_str()).collect();
        quotations(code, &texts.join("\n\n"));
    }
    let all: Vec<&str> = articles.iter().map(|(text, _)| text.as_str()).collect();
    let all = all.join("\n\n");
    hostile("one paragraph", &all.replace('\n', " "));
    hostile("unclosed marks", &"“Nobody asked, ".repeat(1_000));
    hostile("apostrophes", &"it's 'tis the '90s' best ".repeat(1_000));
    cleaning(&all);
    pages();
}

/// The words of the shipped articles and their languages.
fn articles() -> Vec<(String, String)> {
    files()
        .iter()
        .map(|path| {
            let name = path.to_str().unwrap();
            let hint = Hint { name: name.to_owned(), form: Form::of_name(name), ..Hint::default() };
            let article = extract(&std::fs::read(path).unwrap(), &hint).article;
            let language = article.language.map_or_else(String::new, |it| it.code().to_owned());
            (analyse(&article).prose.text, language)
        })
        .collect()
}

fn files() -> Vec<PathBuf> {
    let feeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("feeds");
    let folders = std::fs::read_dir(feeds).unwrap().map(|it| it.unwrap().path()).filter(|it| it.is_dir());
    let mut files: Vec<PathBuf> =
        folders.flat_map(|it| std::fs::read_dir(it).unwrap().map(|it| it.unwrap().path())).collect();
    files.sort();
    files
}

/// The text over and over, up to so many bytes, on a border of characters.
fn of_size(text: &str, bytes: usize) -> String {
    let mut out = String::with_capacity(bytes + text.len());
    while out.len() < bytes {
        out.push_str(text);
        out.push_str("\n\n");
    }
    out.truncate(out.floor_char_boundary(bytes));
    out
}

fn quotations(code: &str, text: &str) {
    let language = Language::parse(code).unwrap();
    row(&format!("{code}: quotations"), text, |text| {
        black_box(quote::find(&Prose::of_text(text), language));
    });
    row(&format!("{code}: with speakers"), text, |text| {
        let prose = Prose::of_text(text);
        let mut quotes = quote::find(&prose, language);
        speaker::attribute(&prose, language, &mut quotes);
        black_box(quotes);
    });
    row(&format!("{code}: all, language found"), text, |text| {
        black_box(analyse_prose(Prose::of_text(text), None));
    });
    let _ = black_box(language::detect(text));
}

fn hostile(name: &str, text: &str) {
    row(name, text, |text| {
        black_box(analyse_prose(Prose::of_text(text), Some(Language::ENGLISH)));
    });
}

fn cleaning(text: &str) {
    let hint = Hint { form: Some(Form::Plain), ..Hint::default() };
    row("plain text: read, cleaned, judged", text, |text| {
        black_box(extract(text.as_bytes(), &hint));
    });
}

fn pages() {
    let mut pages = 0;
    let (mut ours, mut parse) = (Duration::ZERO, Duration::ZERO);
    for path in files().iter().filter(|it| it.extension().is_some_and(|it| it == "html")) {
        let bytes = std::fs::read(path).unwrap();
        let hint = Hint { form: Some(Form::Html), ..Hint::default() };
        ours += median(|| {
            black_box(extract(&bytes, &hint));
        });
        let text = String::from_utf8_lossy(&bytes).into_owned();
        parse += median(|| {
            black_box(dom_query::Document::from(text.as_str()));
        });
        pages += 1;
    }
    let ratio = ours.as_secs_f64() / parse.as_secs_f64();
    println!(
        "{pages} pages: {ours:.1?} for all, {parse:.1?} for one html5ever parse of each: {ratio:.1} times"
    );
}

/// Measures at 1 MB and 10 MB.
fn row(name: &str, text: &str, mut work: impl FnMut(&str)) {
    let mut before: Option<Duration> = None;
    for bytes in [1_000_000, 10_000_000] {
        let text = of_size(text, bytes);
        let took = median(|| work(&text));
        let speed = f64::from(u32::try_from(bytes).unwrap()) / 1e6 / took.as_secs_f64();
        let ratio =
            before.map_or_else(String::new, |it| format!("{:.1}", took.as_secs_f64() / it.as_secs_f64()));
        println!("{name:<44}{bytes:>10}{took:>12.1?}{speed:>10.1}{ratio:>8}");
        before = Some(took);
    }
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..5)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[2]
}
