//! What must hold of any bytes whatever, one function for each parser. Each
//! panics where it does not hold.

#![allow(dead_code, reason = "each target takes one of them")]

use std::fs;

use kabar::article::{Article, BlockKind, Change, Date, Field, Language, Subscription};
use kabar::config::feeds::Feeds;
use kabar::config::{self, Paths};
use kabar::extract::discover;
use kabar::extract::entry;
use kabar::extract::feed::{self, Origin};
use kabar::extract::subscriptions::{self, opml};
use kabar::extract::{self, Form, Hint};
use kabar::library::Marks;
use kabar::text::analysis::{Analysis, analyse, analyse_prose};
use kabar::text::page::{self, lay_out};
use kabar::text::prose::Prose;
use kabar::text::query::Query;
use kabar::text::safe;

/// A feed: read or refused; what it says is safe to show.
pub fn feed(bytes: &[u8]) {
    let origin = Origin { url: Some("https://feed.example/a/b.xml"), ..Origin::default() };
    let Ok(parsed) = feed::parse(bytes, &origin) else { return };
    assert_line(&parsed.feed.title);
    for entry in &parsed.feed.entries {
        assert_line(&entry.title);
        assert_line(&entry.id);
        entry.categories.iter().for_each(|it| assert_line(it));
        entry.authors.iter().for_each(|it| assert_line(it.label()));
        for url in entry.url.iter().chain(entry.enclosures.iter().map(|it| &it.url)) {
            assert_line(url);
        }
        entry.summary().iter().for_each(|it| assert_no_controls(it));
        assert!(entry.date().is_none_or(|it| !it.to_string().is_empty()));
    }
}

/// A list of feeds as OPML: addresses of the web and nothing else, and what is
/// written is read back.
pub fn opml(bytes: &[u8]) {
    list(bytes);
    list(&[b"<opml>", bytes].concat());
}

/// The `urls` file of newsboat: feeds of the web, and searches that kabar can ask.
pub fn urls(bytes: &[u8]) {
    list(bytes);
}

fn list(bytes: &[u8]) {
    let Ok(list) = subscriptions::read(bytes) else { return };
    for it in &list.feeds {
        assert!(is_web(&it.url));
        it.tags.iter().chain(&it.title).chain(&it.folder).for_each(|it| assert_line(it));
    }
    for (name, query) in &list.searches {
        assert_line(name);
        assert!(Query::parse(query, Date::utc(0)).mistakes.is_empty(), "{query:?}");
    }
    list.left_out.iter().for_each(|it| assert_line(&it.name));
    let again = subscriptions::read(opml::write("all", &list.feeds).as_bytes()).unwrap();
    assert_eq!(again.feeds.len(), list.feeds.len());
}

/// A page that may name feeds: addresses of the web, whatever it says.
pub fn discover(bytes: &[u8]) {
    let found = discover::feeds(&String::from_utf8_lossy(bytes), "https://page.example/a/b");
    for it in &found {
        assert!(is_web(&it.url));
        assert_line(&it.url);
        it.title.iter().for_each(|it| assert_line(it));
        assert!(discover::common(&it.url).iter().all(|it| is_web(it)));
    }
}

fn is_web(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    url.starts_with("http://") || url.starts_with("https://")
}

/// An entry of a feed as the library keeps it: read whatever it is, safe to show,
/// and still an entry when a page is put into it.
pub fn entry(bytes: &[u8]) {
    whole(bytes, Form::Entry);
    let page = entry::Page {
        url: "https://page.example/a".to_owned(),
        html: String::from_utf8_lossy(bytes).into_owned(),
    };
    if let Some(with_page) = entry::with_page(bytes, &page) {
        whole(&with_page, Form::Entry);
    }
}

/// The feeds that somebody follows: read with what is wrong told; written where it
/// parses, and then nothing that was followed is lost.
pub fn feeds(bytes: &[u8]) {
    let home = tempfile::tempdir().unwrap();
    let paths = Paths { config: home.path().to_owned(), data: home.path().join("data"), home: None };
    fs::write(paths.feeds_file(), bytes).unwrap();
    let feeds = Feeds::of(&paths);
    let before = feeds.load();
    before.problems.iter().for_each(|it| assert!(!it.to_string().is_empty()));
    for it in &before.subscriptions {
        assert_line(&it.url);
        it.tags.iter().chain(&it.title).chain(&it.folder).for_each(|it| assert_line(it));
    }
    let new = Subscription { url: "https://new.example/".to_owned(), ..Subscription::default() };
    match feeds.add(std::slice::from_ref(&new)) {
        Ok(added) => {
            let mut after = feeds.load().subscriptions;
            if !added.is_empty() {
                assert_eq!(after.pop(), Some(new.clone()));
            }
            assert_eq!(after, before.subscriptions);
            let removed = feeds.remove(&[new.url]).unwrap();
            assert_eq!(feeds.restore(&removed).unwrap(), removed.len());
        }
        Err(_) => assert_eq!(fs::read(paths.feeds_file()).unwrap(), bytes),
    }
}

/// A page.
pub fn html(bytes: &[u8]) {
    whole(bytes, Form::Html);
}

/// Plain text and Markdown.
pub fn plain(bytes: &[u8]) {
    whole(bytes, Form::Plain);
    whole(bytes, Form::Markdown);
}

/// Quotations and their speakers in a text, in each of the languages that have
/// rules of their own and in one that has none.
pub fn quotations(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    // No text comes to the passes but through here.
    let text = safe::prose(&text);
    for code in ["en", "id", "de", "fr", "tr", "ru", "ar", "ja", "zh", "ko", "xx"] {
        assert_sound(&analyse_prose(Prose::of_text(&text), Language::parse(code)));
    }
}

/// What is typed into the search.
pub fn query(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let query = Query::parse(&typed, Date::utc(1_795_132_800));
    assert!(query.groups.iter().all(|it| !it.is_empty()));
    for term in query.groups.iter().flatten().chain(&query.without) {
        assert!(!term.words.is_empty());
        for word in &term.words {
            assert!(word.chars().all(|c| !c.is_control() && c != '"' && !c.is_whitespace()), "{word:?}");
        }
    }
    for mistake in &query.mistakes {
        assert!(!mistake.to_string().is_empty());
    }
}

/// A journal: this device's own. It opens, takes a mark, and says the same when
/// it is opened again; no line that was whole is lost.
pub fn journal(bytes: &[u8]) {
    let home = tempfile::tempdir().unwrap();
    let (journals, data) = (home.path().join("state"), home.path().join("data"));
    fs::create_dir_all(&journals).unwrap();
    fs::create_dir_all(&data).unwrap();
    fs::write(data.join("device"), "own").unwrap();
    fs::write(journals.join("own.jsonl"), bytes).unwrap();
    fs::write(journals.join("other.jsonl"), bytes).unwrap();
    let id = "0123456789abcdef".parse().unwrap();
    let mut marks = Marks::with(None, &journals, &data, 0);
    let before = all(&mut marks);
    marks.record(&[Change { id, field: Field::Bookmarked(true) }], 1_795_132_800_000).unwrap();
    let after = all(&mut marks);
    let mut again = Marks::with(None, &journals, &data, 0);
    assert_eq!(all(&mut again), after);
    assert!(again.mark(id).bookmarked);
    assert!(before.iter().all(|it| it.0 == id || after.contains(it)));
    assert_eq!(fs::read(journals.join("other.jsonl")).unwrap(), bytes);
}

/// A config: it loads, and what is wrong with it is told.
pub fn config(bytes: &[u8]) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("config.toml");
    fs::write(&path, bytes).unwrap();
    let (_, problems) = config::load(&path, None);
    for problem in problems {
        assert!(!problem.to_string().is_empty());
    }
}

fn all(marks: &mut Marks) -> Vec<(kabar::article::ArticleId, String)> {
    let mut all: Vec<_> = marks.all().into_iter().map(|(id, mark)| (id, format!("{mark:?}"))).collect();
    all.sort();
    all
}

fn whole(bytes: &[u8], form: Form) {
    let hint = Hint {
        name: "a file".to_owned(),
        form: Some(form),
        url: Some("https://page.example/a/b".to_owned()),
        ..Hint::default()
    };
    let article = extract::extract(bytes, &hint);
    assert_safe(&article);
    let analysis = analyse(&article);
    assert_sound(&analysis);
    for width in [1, 7, 72] {
        let options =
            page::Options { width, raw: width == 7, reorder: width == 72, numbers: false, updated: false };
        let page = lay_out(&article, &analysis, &options);
        for row in 0..page.rows.len() {
            assert!(page.row_of(page.place_of(row)) <= row.max(page.rows.len()));
        }
    }
}

/// Nothing in an article can speak to a terminal, and every range is one.
pub fn assert_safe(article: &Article) {
    assert!(!article.title.is_empty());
    for text in [Some(&article.title), article.url.as_ref(), article.outlet.as_ref(), article.byline.as_ref()]
        .into_iter()
        .flatten()
        .chain(&article.links)
        .chain(article.trimmed.iter().map(|it| &it.text))
    {
        assert_line(text);
    }
    for block in &article.blocks {
        assert_no_controls(&block.text);
        let table = matches!(block.kind, BlockKind::Table { .. } | BlockKind::Code { .. });
        assert!(table || !block.text.contains('\t'), "{:?}", block.text);
        for it in &block.inlines {
            assert!(it.start < it.end && it.end <= block.text.len(), "{it:?} of {:?}", block.text);
            assert!(block.text.is_char_boundary(it.start) && block.text.is_char_boundary(it.end));
        }
    }
}

fn assert_line(text: &str) {
    assert_no_controls(text);
    assert!(!text.contains(['\n', '\t']), "{text:?} is not one line");
}

fn assert_no_controls(text: &str) {
    let bad = text.chars().find(|c| safe::is_forbidden(*c));
    assert!(bad.is_none(), "{bad:?} in {text:?}");
}

/// Quotations lie in the text, in order, at the borders of characters.
fn assert_sound(analysis: &Analysis) {
    let text = &analysis.prose.text;
    let mut last = 0;
    for quote in &analysis.quotes {
        let span = quote.span;
        assert!(span.start < span.end && span.end <= text.len(), "{span:?}");
        assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{span:?}");
        assert!(span.start >= last, "{span:?} comes late");
        last = span.start;
        if let Some(speaker) = &quote.speaker {
            assert_line(&speaker.name);
            assert!(!speaker.name.is_empty());
        }
    }
}
