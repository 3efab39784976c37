//! How fast words are worked out: `cargo bench --bench text`.
//!
//! Bytes a second on one core, medians of CPU time, over the shipped articles said
//! over and over up to 10 MB; how much longer ten times the text takes (10 is
//! linear); what a page costs beside one parse of it by html5ever; and what an
//! article of a feed costs on its whole way to the index.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a benchmark reads the clock and prints"
)]

use std::collections::BTreeSet;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use kabar::article::Language;
use kabar::extract::{Form, Hint, extract};
use kabar::text::analysis::{analyse, analyse_prose};
use kabar::text::prose::Prose;
use kabar::text::{language, quote, speaker, words};

fn main() {
    let articles = articles();
    println!("{:<44}{:>10}{:>12}{:>10}{:>8}", "", "bytes", "median", "MB/s", "ratio");
    let codes: BTreeSet<&str> = articles.iter().map(|it| it.1.as_str()).collect();
    for code in codes {
        let texts: Vec<&str> =
            articles.iter().filter(|(_, it)| it == code).map(|(text, _)| text.as_str()).collect();
        quotations(code, &texts.join("\n\n"));
    }
    let all: Vec<&str> = articles.iter().map(|(text, _)| text.as_str()).collect();
    let all = all.join("\n\n");
    hostile("one paragraph", &all.replace('\n', " "));
    hostile("unclosed marks", &"“Nobody asked, ".repeat(10_000));
    hostile("apostrophes", &"it's 'tis the '90s' best ".repeat(1_000));
    cleaning(&all);
    nested();
    pages();
    feed_articles();
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

/// A page of 100,000 elements inside of each other, and one of a million.
fn nested() {
    let hint = Hint { form: Some(Form::Html), ..Hint::default() };
    row("nested tags", "<div><b>x", |text| {
        black_box(extract(text.as_bytes(), &hint));
    });
}

/// The shipped articles as feeds carry them, HTML and nothing around: read, cleaned,
/// quotations and speakers found, made words of an index.
fn feed_articles() {
    let hint = Hint { form: Some(Form::Html), ..Hint::default() };
    let bodies: Vec<String> = articles()
        .iter()
        .map(|(text, _)| {
            let text = text.replace('&', "&amp;").replace('<', "&lt;");
            format!("<p>{}</p>\n", text.replace("\n\n", "</p>\n<p>"))
        })
        .collect();
    let took = median(|| {
        for body in &bodies {
            let analysis = analyse(&extract(body.as_bytes(), &hint).article);
            black_box(words::joined(&analysis.prose.text));
        }
    });
    let n = u32::try_from(bodies.len()).unwrap();
    let bytes = bodies.iter().map(String::len).sum::<usize>() / bodies.len();
    println!("{n} articles of feeds, {bytes} bytes each: {:.1?} each", took / n);
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
            let (start, busy) = (Instant::now(), busy());
            work();
            let elapsed = start.elapsed();
            self::busy().zip(busy).map_or(elapsed, |(after, before)| after.saturating_sub(before))
        })
        .collect();
    times.sort();
    times[2]
}

/// How long the thread has had a core, where the system tells (Linux): other work on
/// the machine does not count.
fn busy() -> Option<Duration> {
    std::thread::yield_now(); // brings the count up to date
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(told.split_whitespace().next()?.parse().ok()?))
}
