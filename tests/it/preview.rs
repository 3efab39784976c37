//! `kabar preview`: what is printed, and the exit status.

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;

const FEED: &str = "<rss version='2.0'><channel><title>Harbor</title><link>https://news.example/</link>
    <item><title>Crane falls &#27;[31m</title><link>/crane</link><guid>1</guid><author>desk@news.example (Desk)</author>
    <pubDate>Fri, 13 Nov 2026 21:00:00 GMT</pubDate><description>It &lt;b&gt;fell&lt;/b&gt; & broke.</description>
    <category>Sea</category><enclosure url='/crane.mp3' type='audio/mpeg' length='7'/></item></channel></rss>";

/// Runs `kabar preview` in a folder that holds `feed.xml` and `page.html`.
fn preview(args: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("feed.xml"), FEED).unwrap();
    fs::write(folder.path().join("page.html"), "<!DOCTYPE html><html><p>No feed.</p></html>").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_kabar"));
    command.arg("preview").args(args).current_dir(folder.path());
    command.env("HOME", folder.path()).output().unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_feed_is_printed_as_json_feed() {
    let output = preview(&["--format", "json", "feed.xml"]);
    assert_eq!(output.status.code(), Some(0));
    let [feed] = &*lines(&output) else { panic!("{output:?}") };
    let text = |pointer: &str| feed.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
    for (pointer, expected) in [
        ("/version", "https://jsonfeed.org/version/1.1"),
        ("/title", "Harbor"),
        ("/home_page_url", "https://news.example/"),
        ("/_kabar/source", "feed.xml"),
        ("/_kabar/format", "RSS"),
        ("/_kabar/warnings/0", "ampersands that are not escaped, or unknown entities"),
        ("/items/0/id", "1"),
        ("/items/0/title", "Crane falls"),
        ("/items/0/url", "https://news.example/crane"),
        ("/items/0/summary", "It fell & broke."),
        ("/items/0/content_html", "It <b>fell</b> & broke."),
        ("/items/0/date_published", "2026-11-13T21:00:00Z"),
        ("/items/0/authors/0/name", "Desk"),
        ("/items/0/tags/0", "Sea"),
        ("/items/0/attachments/0/url", "https://news.example/crane.mp3"),
    ] {
        assert_eq!(text(pointer), expected, "{pointer}");
    }
    assert_eq!(feed.pointer("/items/0/attachments/0/size_in_bytes"), Some(&Value::from(7)));
}

#[test]
fn what_is_no_feed_stops_no_other_and_shows_in_the_exit_status() {
    let output = preview(&["--format", "json", "page.html", "none.xml", "feed.xml"]);
    assert_eq!(output.status.code(), Some(2));
    let lines = lines(&output);
    let sources: Vec<_> = lines.iter().map(|it| it["_kabar"]["source"].as_str().unwrap()).collect();
    assert_eq!(sources, ["page.html", "none.xml", "feed.xml"]);
    assert_eq!(lines[0]["_kabar"]["error"], "it is a page, not a feed");
    assert!(lines[0].get("items").is_none() && lines[1].get("items").is_none());
    assert_eq!(lines[2]["items"].as_array().map(Vec::len), Some(1));
}

#[test]
fn people_get_a_line_for_each_entry() {
    let output = preview(&["feed.xml"]);
    let expected = "\
Harbor (RSS, 1 entry)
  https://news.example/
  mended: ampersands that are not escaped, or unknown entities
  2026-11-13  Crane falls
              https://news.example/crane
";
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
}
