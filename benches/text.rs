//! How fast words are worked out: `cargo bench --bench text [-- FOLDER...]`.
//!
//! Bytes a second on one core, medians of CPU time, over the shipped articles said
//! over and over up to 10 MB; how much longer ten times the text takes (10 is
//! linear); what reading plain text costs; what a page costs beside one parse of it
//! by html5ever; and what an entry of a feed costs from its HTML to its analysis.
//! Pages of folders that are named (`*.html`, `*.html.gz`) are measured too.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a benchmark reads the clock and prints"
)]

use std::collections::BTreeSet;
use std::hint::black_box;
use std::io::Read as _;
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
    cleaning("plain text, one article", &all);
    scrapes();
    nested();
    links();
    feed_entries(&articles);
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in [here.join("feeds"), here.join("tests/it/pages")] {
        pages(&folder);
    }
    for folder in std::env::args().skip(1).filter(|it| !it.starts_with('-')) {
        pages(Path::new(&folder));
    }
}

/// The words of the shipped articles and their languages.
fn articles() -> Vec<(String, String)> {
    within(&Path::new(env!("CARGO_MANIFEST_DIR")).join("feeds"))
        .iter()
        .filter(|it| it.file_stem().is_some_and(|it| it.to_str().is_some_and(|it| it != "README")))
        .map(|path| {
            let name = path.to_str().unwrap();
            let hint = Hint { name: name.to_owned(), form: Form::of_name(name), ..Hint::default() };
            let article = extract(&std::fs::read(path).unwrap(), &hint);
            let language = article.language.map_or_else(String::new, |it| it.code().to_owned());
            (analyse(&article).prose.text, language)
        })
        .collect()
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

fn cleaning(name: &str, text: &str) {
    let hint = Hint { form: Some(Form::Plain), ..Hint::default() };
    row(name, text, |text| {
        black_box(extract(text.as_bytes(), &hint));
    });
}

/// The scrapes of the tests, each an article: read, cleaned, judged.
fn scrapes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/scrapes");
    let texts: Vec<Vec<u8>> = within(&folder)
        .iter()
        .filter(|it| it.extension().is_some_and(|it| it == "txt") && !it.ends_with("README.md"))
        .map(|it| std::fs::read(it).unwrap())
        .collect();
    let hint = Hint { form: Some(Form::Plain), ..Hint::default() };
    let took = median(|| {
        for text in &texts {
            black_box(extract(text, &hint));
        }
    });
    let bytes = texts.iter().map(Vec::len).sum::<usize>();
    let speed = f64::from(u32::try_from(bytes).unwrap()) / 1e6 / took.as_secs_f64();
    println!("{} scrapes, {} bytes each: {speed:.1} MB/s", texts.len(), bytes / texts.len());
}

/// Elements inside of each other.
fn nested() {
    let hint = Hint { form: Some(Form::Html), ..Hint::default() };
    row("nested tags", "<div><b>x", |text| {
        black_box(extract(text.as_bytes(), &hint));
    });
}

/// Links and hardly a word: 25,000 of them in a megabyte.
fn links() {
    let hint = Hint { form: Some(Form::Html), url: Some("https://x.example/".into()), ..Hint::default() };
    row("links", "<li><a href='/news/of/a/day'>More</a>\n", |text| {
        black_box(extract(text.as_bytes(), &hint));
    });
}

/// Entries of feeds of some 600 words each, made of the shipped articles: from their
/// HTML to the analysis.
fn feed_entries(articles: &[(String, String)]) {
    let mut entries: Vec<(usize, Vec<u8>)> = Vec::new();
    let codes: BTreeSet<&str> = articles.iter().map(|it| it.1.as_str()).collect();
    for code in codes {
        let texts = articles.iter().filter(|it| it.1 == code).flat_map(|it| it.0.split("\n\n"));
        let mut html = String::new();
        let mut words = 0;
        for text in texts {
            // Two characters stand for a word where words are not set apart.
            words += text.split_whitespace().count().max(text.chars().count() / 6);
            html.extend(["<p>", &text.replace('&', "&amp;").replace('<', "&lt;"), "</p>\n"]);
            if words >= 600 {
                entries.push((words, entry(&html)));
                (html, words) = (String::new(), 0);
            }
        }
    }
    let hint = Hint { form: Some(Form::Entry), ..Hint::default() };
    let took = median(|| {
        for (_, entry) in &entries {
            black_box(analyse(&extract(entry, &hint)));
        }
    });
    let n = entries.len();
    let words = entries.iter().map(|it| it.0).sum::<usize>() / n;
    let each = took / u32::try_from(n).unwrap();
    println!("{n} entries of feeds, {words} words each: {each:.1?} each, to their analysis");
}

/// An entry as the library keeps it.
fn entry(html: &str) -> Vec<u8> {
    let item = serde_json::json!({
        "id": "https://x.example/a", "url": "https://x.example/a", "title": "An entry", "content_html": html
    });
    let feed = serde_json::json!({
        "version": "https://jsonfeed.org/version/1.1", "title": "A feed", "items": [item]
    });
    serde_json::to_vec(&feed).unwrap()
}

/// The pages of a folder and those in it, each read after the other.
fn pages(folder: &Path) {
    let pages: Vec<Vec<u8>> = within(folder).iter().filter_map(|it| page(it)).collect();
    let texts: Vec<String> = pages.iter().map(|it| String::from_utf8_lossy(it).into_owned()).collect();
    if pages.is_empty() {
        println!("{}: no pages", folder.display());
        return;
    }
    let hint = Hint { form: Some(Form::Html), url: Some("https://x.example/a/b".into()), ..Hint::default() };
    let ours = median(|| {
        for page in &pages {
            black_box(extract(page, &hint));
        }
    });
    let parse = median(|| {
        for text in &texts {
            black_box(dom_query::Document::from(text.as_str()));
        }
    });
    let n = u32::try_from(pages.len()).unwrap();
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let bytes = pages.iter().map(Vec::len).sum::<usize>() / pages.len();
    println!(
        "{n} pages in {name}, {bytes} bytes each: {:.1?} each, {:.1?} for one html5ever parse: {:.2} times",
        ours / n,
        parse / n,
        ours.as_secs_f64() / parse.as_secs_f64()
    );
}

fn page(path: &Path) -> Option<Vec<u8>> {
    let packed = match path.extension()?.to_str()? {
        "html" => return Some(std::fs::read(path).unwrap()),
        "gz" => std::fs::read(path).unwrap(),
        _ => return None,
    };
    let mut page = Vec::new();
    flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut page).unwrap();
    Some(page)
}

/// The files of a folder and of those in it, in order.
fn within(folder: &Path) -> Vec<PathBuf> {
    let (mut folders, mut files) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for it in std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()) {
            if it.is_dir() { folders.push(it) } else { files.push(it) }
        }
    }
    files.sort();
    files
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
