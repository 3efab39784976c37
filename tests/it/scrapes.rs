//! Scraped articles, written for this test, with every line marked: `+` is body,
//! `-` is junk, `=` is shown elsewhere (title, section, byline, date). Lines of
//! body must all be kept, the others taken out.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use kabar::article::Article;
use kabar::extract::{self, Form, Hint};
use kabar::text::boilerplate;

struct Scrape {
    name: String,
    /// Mark and words of each line that is not blank.
    lines: Vec<(char, String)>,
    article: Article,
}

fn scrapes() -> Vec<Scrape> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/scrapes");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let marked = fs::read_to_string(path).unwrap();
            let plain: Vec<&str> = marked.lines().map(|it| it.get(2..).unwrap_or_default()).collect();
            let lines =
                marked.lines().filter_map(|it| Some((it.chars().next()?, it.get(2..)?.to_owned()))).collect();
            let hint = Hint { form: Some(Form::Plain), ..Hint::default() };
            let article = extract::extract(plain.join("\n").as_bytes(), &hint).article;
            Scrape { name: path.file_stem().unwrap().to_string_lossy().into_owned(), lines, article }
        })
        .collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of an article's blocks that are kept, or removed.
fn lines(article: &Article, removed: bool) -> Vec<String> {
    article
        .blocks
        .iter()
        .filter(|it| it.removed.is_some() == removed)
        .flat_map(|it| it.text.lines().map(squeezed))
        .collect()
}

#[test]
fn junk_lines_are_told_from_body_lines() {
    let (mut hits, mut missed, mut lost) = (0, Vec::new(), Vec::new());
    for it in scrapes() {
        let kept = lines(&it.article, false);
        let gone = lines(&it.article, true);
        for (mark, line) in &it.lines {
            let line = squeezed(line);
            let is_kept = kept.iter().any(|it| it.contains(&line)) && !gone.contains(&line);
            // The title is said twice and more: once kept is too much.
            let is_kept = is_kept || *mark == '=' && kept.contains(&line);
            match (mark, is_kept) {
                ('+', true) => {}
                ('+', false) => lost.push(format!("{}: {line}", it.name)),
                (_, false) => hits += 1,
                (_, true) => missed.push(format!("{}: {line}", it.name)),
            }
        }
    }
    assert!(lost.is_empty(), "body lost:\n{}\njunk kept:\n{}", lost.join("\n"), missed.join("\n"));
    let recall = f64::from(hits) / f64::from(hits + i32::try_from(missed.len()).unwrap());
    let f1 = 2.0 * recall / (recall + 1.0);
    println!("junk: {hits} lines taken out, {} kept, F1 {f1:.3}\n{}", missed.len(), missed.join("\n"));
    assert!(f1 >= 0.97, "F1 {f1:.3}, junk kept:\n{}", missed.join("\n"));
}

#[test]
fn title_byline_section_and_date_of_a_scrape_are_found() {
    for it in scrapes() {
        let shown: Vec<&str> =
            it.lines.iter().filter(|(mark, _)| *mark == '=').map(|(_, line)| line.as_str()).collect();
        let article = &it.article;
        assert!(shown.contains(&article.title.as_str()), "{}: title {}", it.name, article.title);
        if let Some(kicker) = &article.kicker {
            assert!(shown.contains(&kicker.as_str()), "{}: kicker {kicker}", it.name);
        }
        let dated = shown.iter().any(|it| it.contains("2026"));
        assert_eq!(article.published.is_some(), dated, "{}: {:?}", it.name, article.published);
    }
}

#[test]
fn judging_again_takes_nothing_more() {
    for it in scrapes() {
        let mut again = it.article.clone();
        boilerplate::judge(&mut again);
        assert!(again == it.article, "{} was judged in another way", it.name);
        // The clean article alone, as if it had come so.
        let mut clean = it.article.clone();
        clean.blocks.retain(|it| it.removed.is_none());
        boilerplate::judge(&mut clean);
        let more = lines(&clean, true);
        assert!(more.is_empty(), "{}: {}", it.name, more.join("\n"));
    }
}

#[test]
fn the_marked_scrapes_cover_many_languages() {
    let mut languages: BTreeMap<String, usize> = BTreeMap::new();
    for it in scrapes() {
        *languages.entry(it.name.get(..2).unwrap().to_owned()).or_default() += 1;
    }
    assert!(languages.len() >= 8 && languages.values().sum::<usize>() >= 24, "{languages:?}");
}
