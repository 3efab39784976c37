//! The shipped articles against what whoever wrote them set down as right. The
//! format of the gold is in `gold/README.md`.

use std::fs;
use std::path::{Path, PathBuf};

use kabar::app::document::Document;
use kabar::article::BlockKind;
use kabar::text::quote::{Quotation, QuoteKind};

use crate::harness::document;

/// A shipped article and its gold.
struct Sample {
    name: String,
    document: Document,
    gold: Vec<(String, String)>,
}

impl Sample {
    fn all(&self, key: &str) -> Vec<&str> {
        self.gold.iter().filter(|(it, _)| it == key).map(|(_, value)| value.as_str()).collect()
    }

    fn one(&self, key: &str) -> Option<&str> {
        self.all(key).into_iter().next()
    }

    fn number(&self, key: &str) -> usize {
        self.one(key).map_or(0, |it| it.parse().unwrap())
    }

    fn kept(&self, kind: impl Fn(&BlockKind) -> bool) -> Vec<String> {
        self.document
            .article
            .kept()
            .filter(|(_, it)| kind(&it.kind))
            .map(|(_, it)| squeeze(&it.text))
            .collect()
    }
}

fn samples() -> Vec<Sample> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<PathBuf> = fs::read_dir(root.join("tests/it/gold"))
        .unwrap()
        .map(|it| it.unwrap().path())
        .filter(|it| it.is_dir())
        .flat_map(|it| fs::read_dir(it).unwrap().map(|it| it.unwrap().path()))
        .collect();
    paths.sort();
    assert!(paths.len() >= 12);
    paths
        .iter()
        .map(|path| {
            let stem = path.strip_prefix(root.join("tests/it/gold")).unwrap().with_extension("");
            let (name, bytes) = ["txt", "md", "html"]
                .iter()
                .map(|form| Path::new("feeds").join(&stem).with_extension(form))
                .find_map(|it| Some((it.to_str()?.to_owned(), fs::read(root.join(&it)).ok()?)))
                .unwrap_or_else(|| panic!("no article for {}", path.display()));
            let gold = fs::read_to_string(path).unwrap();
            let lines = gold.lines().filter_map(|it| it.split_once(':'));
            let gold = lines.map(|(key, value)| (key.to_owned(), value.trim().to_owned())).collect();
            Sample { document: document(&name, &bytes), name, gold }
        })
        .collect()
}

/// Runs of blanks as one, no-break spaces among them.
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Fields that are set apart by `|`; the last may hold more of them.
fn fields(value: &str, n: usize) -> Vec<String> {
    value.splitn(n, '|').map(squeeze).collect()
}

#[test]
fn head_structure_and_removals_are_right_in_every_shipped_article() {
    let mut wrong = Vec::new();
    for it in samples() {
        let article = &it.document.article;
        let mut check = |what: &str, found: String, gold: String| {
            if found != gold {
                wrong.push(format!("{}: {what}\n   is {found}\n  not {gold}", it.name));
            }
        };
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let gold = |key: &str| it.one(key).unwrap_or_default().to_owned();
        check("title", squeeze(&article.title), squeeze(&gold("title")));
        check("kicker", text(&article.kicker), gold("kicker"));
        check("byline", text(&article.byline), gold("byline"));
        let day = article.published.map_or_else(String::new, |it| it.to_string().chars().take(10).collect());
        check("date", day, gold("date"));
        check(
            "language",
            article.language.map_or_else(String::new, |it| it.code().to_owned()),
            gold("language"),
        );
        if let Some(outlet) = it.one("outlet") {
            check("outlet", text(&article.outlet), outlet.to_owned());
        }
        if let Some(url) = it.one("url") {
            check("url", text(&article.url), url.to_owned());
        }
        let paragraphs = it.kept(|kind| matches!(kind, BlockKind::Paragraph));
        check("paragraphs", paragraphs.len().to_string(), it.number("paragraphs").to_string());
        let items = it.kept(|kind| matches!(kind, BlockKind::ListItem { .. }));
        check("items", items.len().to_string(), it.number("items").to_string());
        let tables = it.kept(|kind| matches!(kind, BlockKind::Table { .. }));
        check("tables", tables.len().to_string(), it.number("tables").to_string());
        let code = it.kept(|kind| matches!(kind, BlockKind::Code { .. }));
        check("code", code.len().to_string(), it.number("code").to_string());
        let headings: Vec<String> = article
            .kept()
            .filter_map(|(_, block)| match block.kind {
                BlockKind::Heading(level) => Some(format!("{level} | {}", squeeze(&block.text))),
                _ => None,
            })
            .collect();
        let gold_headings: Vec<String> = it.all("heading").iter().map(|it| squeeze(it)).collect();
        check("headings", headings.join("\n"), gold_headings.join("\n"));
        let clean = squeeze(&it.document.analysis.prose.text);
        for removal in it.all("removed") {
            let beginning = fields(removal, 2).pop().unwrap();
            // The title's words may well stand in a sentence of the body.
            let stays =
                it.document.analysis.prose.text.lines().any(|line| squeeze(line).starts_with(&beginning));
            if stays || clean.contains(&beginning) && beginning.chars().count() > 30 {
                check("removed", "is still there".to_owned(), removal.to_owned());
            }
        }
    }
    assert!(wrong.is_empty(), "{} things are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// The words of a quotation, paragraphs joined as the gold joins them.
fn words(document: &Document, quote: &Quotation) -> String {
    let words = document.analysis.prose.slice(quote.span);
    words.split("\n\n").map(squeeze).collect::<Vec<_>>().join(" ¶ ")
}

#[test]
fn every_quotation_of_the_shipped_articles_is_found() {
    let (mut gold, mut wrong) = (0, Vec::new());
    for it in samples() {
        let found: Vec<String> = it.document.analysis.quotes.iter().map(|q| words(&it.document, q)).collect();
        let expected: Vec<String> = it.all("quote").iter().map(|it| fields(it, 3).pop().unwrap()).collect();
        gold += expected.len();
        wrong.extend(
            expected.iter().filter(|q| !found.contains(q)).map(|q| format!("{}: missed {q}", it.name)),
        );
        wrong.extend(
            found.iter().filter(|q| !expected.contains(q)).map(|q| format!("{}: found {q}", it.name)),
        );
    }
    assert!(wrong.is_empty(), "{} of {gold} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn speakers_that_are_shown_as_a_fact_are_right() {
    let (mut named, mut right, mut kinds, mut all, mut wrong, mut missed) =
        (0, 0, 0, 0, Vec::new(), Vec::new());
    for it in samples() {
        for line in it.all("quote") {
            let [kind, speaker, said] = fields(line, 3).try_into().unwrap();
            let Some(quote) = it.document.analysis.quotes.iter().find(|q| words(&it.document, q) == said)
            else {
                continue;
            };
            let is_speech = kind.trim_start_matches("> ") == "speech";
            all += 1;
            kinds += usize::from(is_speech == (quote.kind == QuoteKind::Speech));
            if is_speech != (quote.kind == QuoteKind::Speech) {
                missed.push(format!("{}: {kind} taken for {:?}: {said}", it.name, quote.kind));
            }
            let found = quote.speaker.as_ref();
            let name = found.map(|it| it.name.clone()).unwrap_or_default();
            if speaker.is_empty() {
                // A noun may stand for somebody without a name; another's name may not.
                let others = it.all("quote").iter().any(|other| fields(other, 3)[1] == name);
                if !name.is_empty() && others && found.is_some_and(|it| it.sure) {
                    wrong.push(format!("{}: {name} never said {said}", it.name));
                }
                continue;
            }
            named += 1;
            if name == speaker {
                right += 1;
            } else if found.is_some_and(|it| it.sure) {
                wrong.push(format!("{}: {name} is not {speaker}, who said {said}", it.name));
            } else {
                missed.push(format!("{}: {speaker} said {said}, not “{name}”", it.name));
            }
        }
    }
    println!(
        "{right} of {named} speakers named, {kinds} of {all} kinds right; unsure or missed:\n{}",
        missed.join("\n")
    );
    assert!(wrong.is_empty(), "wrong names shown as a fact:\n{}", wrong.join("\n"));
    assert!(right * 100 >= named * 95, "{right} of {named} speakers:\n{}", missed.join("\n"));
    assert!(kinds * 100 >= all * 90, "{kinds} of {all} kinds:\n{}", missed.join("\n"));
}
