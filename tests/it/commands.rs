//! What a person does in a week, through the program alone: following, fetching,
//! reading, searching, keeping; and what the doctor says.

use std::fs;

use crate::server::{Reply, Server};
use crate::support::Home;

const FEED: &str = "<rss version='2.0'><channel><title>Harbor Post</title>\
    <item><title>Crane falls</title><guid>1</guid><pubDate>Fri, 13 Nov 2026 21:00:00 GMT</pubDate>\
    <description>&lt;p&gt;The crane fell at noon, and nobody was under it when it did.&lt;/p&gt;\
    &lt;p&gt;“We heard it in the market,” said Maria Lopez.&lt;/p&gt;</description></item>\
    <item><title>Ferry late</title><guid>2</guid><pubDate>Thu, 12 Nov 2026 21:00:00 GMT</pubDate>\
    <description>The ferry was late by an hour.</description></item></channel></rss>";

#[test]
fn a_feed_is_followed_fetched_read_searched_and_kept_and_sent_once() {
    let server = Server::new(|seen| match seen.header("if-none-match") {
        Some("\"a\"") => Reply::status(304),
        _ => Reply::body(FEED).header("ETag", "\"a\""),
    });
    let home = Home::new();
    home.kabar(&format!("add {}", server.url("/feed"))).run().fine();
    home.kabar("fetch").run().fine();
    let listed = home.kabar("list").run().fine();
    let lines = listed.lines();
    assert_eq!(lines.len(), 2, "{}", listed.stdout);
    assert!(lines[0].contains("Crane falls") && lines[1].contains("Ferry late"), "{}", listed.stdout);
    let id = lines[0].split(' ').next().unwrap();
    let shown = home.kabar(&format!("show {id}")).run().fine().stdout;
    assert!(shown.starts_with("Crane falls\n") && shown.contains("nobody was under it"), "{shown}");
    let found = home.kabar("search market").run().fine();
    assert!(found.stdout.starts_with("Crane falls\n"), "{found:?}");
    home.kabar(&format!("mark bookmark {id}")).run().fine();
    let kept = home.kabar("search is:bookmarked --format json").run().fine().json();
    assert_eq!((kept.len(), &kept[0]["title"]), (1, &"Crane falls".into()));
    let n_asked = server.seen().len();
    home.kabar("fetch").run().fine().prints("Harbor Post  nothing new\n");
    let again = &server.seen()[n_asked..];
    assert!(!again.is_empty() && again.iter().all(|it| it.header("if-none-match") == Some("\"a\"")));
    let said = home.kabar("quotes --speaker lopez").run().fine().stdout;
    assert!(said.contains("Maria Lopez  “We heard it in the market,”"), "{said}");
    home.kabar("doctor").run().fine();
}

#[test]
fn the_doctor_finds_nothing_where_nothing_is_wrong_and_leaves_nothing_behind() {
    let home = Home::new();
    let done = home.kabar("doctor").run().fine();
    assert!(done.lines().len() >= 4 && !done.stdout.contains("wrong"), "{}", done.stdout);
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn the_doctor_says_what_is_wrong_and_what_to_do() {
    let login = "[\"https://news.example\"]\nuser = \"anna\"\npassword = \"geheim\"\n";
    let home = Home::new()
        .file("config/config.toml", "widht = 60\n")
        .file("config/feeds.toml", "[[feed]]\ntitle = \"No address\"\n")
        .file("config/credentials.toml", login)
        .file("config/state/other.jsonl", "no mark at all\n");
    let done = home.kabar("doctor --format json").run();
    assert_eq!((done.code, done.stderr.as_str()), (1, ""), "{}", done.stdout);
    let wrong = done.json().into_iter().filter(|it| it["wrong"] == true);
    let parts: Vec<_> = wrong
        .map(|it| {
            assert!(!it["remedy"].as_str().unwrap().is_empty());
            it["part"].as_str().unwrap().to_owned()
        })
        .collect();
    for part in ["config", "feeds", "marks"].into_iter().chain(cfg!(unix).then_some("logins")) {
        assert!(parts.iter().any(|it| it == part), "{part}: {}", done.stdout);
    }
    assert!(!done.stdout.contains("geheim") && !done.stdout.contains("anna"), "{}", done.stdout);
}

#[test]
fn a_feed_that_fails_is_told_by_the_doctor() {
    let server = Server::always(Reply::status(410));
    let home =
        Home::new().file("config/feeds.toml", format!("[[feed]]\nurl = \"{}\"\n", server.url("/feed")));
    home.kabar("fetch").run();
    let done = home.kabar("doctor").run();
    assert!(done.code == 1 && done.stdout.contains("is gone for good"), "{done:?}");
    fs::write(home.path().join("data/library.db"), "no library, but somebody's words ".repeat(200)).unwrap();
    let done = home.kabar("doctor").run();
    assert!(done.code == 1 && done.stdout.contains("was damaged: it was set aside"), "{done:?}");
}

#[test]
fn what_the_doctor_could_not_look_at_is_no_diagnosis() {
    let home = Home::new();
    fs::create_dir_all(home.path().join("data/library.db")).unwrap();
    assert_eq!(home.kabar("doctor").run().code, 2);
}
