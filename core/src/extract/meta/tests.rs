//! Heads of pages of our own.

use dom_query::Document;

use super::*;
use crate::extract::html::tidy;

fn meta(head: &str, body: &str) -> Meta {
    let tidied = tidy::tidy(&format!("<html><head>{head}</head><body>{body}</body></html>"));
    let tree = Tree::of(&Document::from(tidied.html.as_str()));
    read(&tree, &tidied.linked_data)
}

fn linked(json: &str) -> Meta {
    meta(&format!("<script type='application/ld+json'>{json}</script>"), "")
}

#[test]
fn the_title_is_what_readers_see_and_has_no_outlet() {
    let outlet = "<meta property='og:site_name' content='The Paper'>";
    for (head, body, expected) in [
        ("<title>The crane falls | The Paper</title>", "", "The crane falls"),
        ("<title>The Paper - The crane falls</title>", "", "The crane falls"),
        ("<title>The crane falls - a report</title>", "", "The crane falls - a report"),
        ("<meta property='og:title' content='The crane falls'><title>x</title>", "", "The crane falls"),
        (
            "<title>Crane: the old crane falls at last | The Paper</title>",
            "<h1>The old crane falls at last</h1>",
            "The old crane falls at last",
        ),
        ("<title>The crane falls</title>", "<h1>The Paper</h1>", "The crane falls"),
        ("", "<h1>The\n  crane   falls</h1>", "The crane falls"),
    ] {
        let found = meta(&format!("{outlet}{head}"), body);
        assert_eq!(found.titles.first().map(String::as_str), Some(expected), "{head}{body}");
    }
    assert_eq!(meta("", "").titles, [""; 0]);
}

#[test]
fn linked_data_is_read_in_every_shape_that_pages_give_it() {
    for json in [
        r#"{"@type":"NewsArticle","headline":"H","author":{"name":"Ann Moor"},"datePublished":"2026-05-12"}"#,
        r#"[{"@type":"WebSite","name":"W"},{"@type":["NewsArticle"],"headline":"H","author":[{"name":"Ann Moor"}],"datePublished":"2026-05-12"}]"#,
        r#"{"@graph":[{"@type":"Organization","name":"O"},{"@type":"ReportageNewsArticle","headline":"H","author":"Ann Moor","datePublished":"2026-05-12"}]}"#,
        "<!-- {\"@type\":\"BlogPosting\",\"headline\":\"H\",\"description\":\"a\nb\",\"author\":[\"Ann Moor\",\"Ann Moor\"],\"datePublished\":\"2026-05-12\"} -->",
    ] {
        let found = linked(json);
        assert_eq!(found.titles, ["H"], "{json}");
        assert_eq!(found.byline.as_deref(), Some("Ann Moor"), "{json}");
        assert_eq!(found.dates, ["2026-05-12"], "{json}");
    }
}

#[test]
fn what_is_no_article_or_no_json_says_nothing() {
    for json in
        ["", "{", "null", "[[[[", r#"{"@type":"Recipe","headline":"H"}"#, r#"{"@type":7,"headline":{}}"#]
    {
        assert_eq!(linked(json), Meta::default(), "{json}");
    }
}

#[test]
fn a_byline_is_a_name() {
    for (head, body, expected) in [
        ("<meta name=author content='Ann Moor'>", "", Some("Ann Moor")),
        ("<meta property='article:author' content='https://social.example/ann'>", "", None),
        (
            "<meta name=author content='The Paper'><meta property='og:site_name' content='The Paper'>",
            "",
            None,
        ),
        ("<meta name=author content='ann-moor2'>", "<a rel=author href=/ann>Ann Moor</a>", Some("Ann Moor")),
        ("", "<a rel=author href=/ann>Ann Moor</a>", Some("Ann Moor")),
        ("", "<p class='article__byline'>By Ann Moor</p>", Some("By Ann Moor")),
        ("", "<p class='bylines-off'>By Ann Moor</p>", None),
        ("", &format!("<div class=byline>{}</div>", "A life. ".repeat(40)), None),
    ] {
        assert_eq!(meta(head, body).byline.as_deref(), expected, "{head}{body}");
    }
}

#[test]
fn dates_language_address_and_base_are_found() {
    let found = meta(
        "<base href='/news/'><link rel=canonical href='https://paper.example/a'>\
         <meta property='og:locale' content='pt_BR'><meta property='article:published_time' content='2026-05-12T08:00Z'>\
         <meta name=description content=' What it says. '>",
        "<time datetime='2026-05-13'>Tuesday</time>",
    );
    assert_eq!(found.base.as_deref(), Some("/news/"));
    assert_eq!(found.url.as_deref(), Some("https://paper.example/a"));
    assert_eq!(found.language, Language::parse("pt"));
    assert_eq!(found.dates, ["2026-05-12T08:00Z", "2026-05-13", "Tuesday"]);
    assert_eq!(found.descriptions, ["What it says."]);
}
