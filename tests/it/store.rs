//! The library, as `kabar search`, `kabar quotes --speaker` and `kabar reclean`
//! use it. What is left of it when they are killed: `kill.rs`.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use kabar::store::{Order, Store};
use kabar::text::query::Query;

use crate::support::Home;

const BRIDGE: &str = "Bridge opens\n\nThe new bridge opened on Monday after two years of work.\n\n\
    “We waited long enough,” said Maria Lopez. “Now we can walk to the market.”\n";
const HARBOUR: &str = "Harbour closes\n\nThe old harbour closed for the winter, and no boat is left in it.\n";

fn two() -> Home {
    Home::new().file("news/1.txt", BRIDGE).file("news/2.txt", HARBOUR)
}

/// The titles that a search prints.
fn titles(home: &Home, args: &[&str]) -> Vec<String> {
    let args = ["search", "--format", "json"].iter().chain(args);
    let done = home.kabar_with(args).run();
    assert_eq!(done.stderr, "");
    done.json().into_iter().map(|it| it["title"].as_str().unwrap().to_owned()).collect()
}

/// Sets back when a file was changed, as if it had been there for long.
fn aged(path: &Path, seconds: u64) {
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
    File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

#[test]
fn a_search_takes_in_what_is_there_and_finds_it() {
    let home = two();
    let done = home.kabar("search LOPEZ news").run().fine();
    let lines = done.lines();
    assert_eq!(lines[0], "Bridge opens");
    assert!(lines[1].starts_with("  HOME/news/1.txt · "), "{}", lines[1]);
    assert_eq!(lines[2], "  “We waited long enough,” said Maria Lopez. “Now we can walk to the market.”");
    assert_eq!(lines.len(), 3);
    assert!(!done.stdout.contains('\u{1b}'), "nothing for a terminal where there is none");
    home.kabar("search zeppelin news").run().complains(1, "").prints("");
}

#[test]
fn what_was_taken_in_once_is_found_without_its_file() {
    let home = two();
    assert_eq!(titles(&home, &["harbour", "news"]), ["Harbour closes"]);
    fs::remove_file(home.path().join("news/2.txt")).unwrap();
    assert_eq!(titles(&home, &["harbour", "news"]), ["Harbour closes"]);
    assert_eq!(titles(&home, &["walk winter OR market", "news"]), ["Bridge opens"]);
}

#[test]
fn without_paths_every_command_is_about_the_library() {
    let home = two();
    titles(&home, &["harbour", "news"]);
    fs::remove_dir_all(home.path().join("news")).unwrap();
    let listed = home.kabar("list").run().fine().stdout;
    assert!(listed.contains("Bridge opens") && listed.contains("Harbour closes"), "{listed}");
    assert_eq!(home.kabar("list --limit 1").run().fine().lines().len(), 1);
    let all = home.kabar("list --format json").run().fine().json();
    let id = |title: &str| {
        let it = all.iter().find(|it| it["title"] == title).unwrap();
        it["id"].as_str().unwrap().to_owned()
    };
    let (bridge, harbour) = (id("Bridge opens"), id("Harbour closes"));
    let shown = home.kabar(&format!("show {}", &bridge[..8])).run().fine();
    assert!(shown.stdout.starts_with("Bridge opens\n"), "{}", shown.stdout);
    home.kabar(&format!("mark read {bridge}")).run().fine();
    home.kabar(&format!("mark bookmark {harbour}")).run().fine();
    assert!(home.kabar("list --unread").run().fine().stdout.contains("Harbour closes"));
    assert_eq!(home.kabar("list --bookmarks --format json").run().fine().json()[0]["id"], harbour);
    assert_eq!(titles(&home, &["is:read"]), ["Bridge opens"]);
    let said = home.kabar("quotes").run().fine();
    assert!(
        said.stdout.starts_with("Bridge opens\n\nMaria Lopez  “We waited long enough,”"),
        "{}",
        said.stdout
    );
    let said = home.kabar(&format!("quotes --format json {bridge}")).run().fine().json();
    assert_eq!(said[0]["quotes"][0]["speaker"], "Maria Lopez", "{}", said[0]);
    home.kabar("show zzzz")
        .run()
        .complains(2, "kabar: there is no file `zzzz`, and no article whose id begins so\n");
}

#[test]
fn the_beginning_of_several_ids_is_told() {
    let home = many(60);
    home.kabar("search harbour --limit 1 news").run().fine();
    let listed = home.kabar("list").run().fine();
    let ids: Vec<&str> = listed.lines().iter().map(|it| it.split(' ').next().unwrap()).collect();
    assert_eq!(ids.len(), 60);
    let alike = |c: char| ids.iter().filter(|it| it.starts_with(c)).count();
    let first = ids.iter().filter_map(|it| it.chars().next()).find(|c| alike(*c) > 1).unwrap();
    let done = home.kabar(&format!("show {first}")).run();
    let told = format!("kabar: the ids of {} articles begin with `{first}`: ", alike(first));
    assert!(done.code == 2 && done.stderr.starts_with(&told), "{}", done.stderr);
    home.kabar(&format!("show {}", ids[0])).run().fine();
}

#[test]
fn samples_are_shown_and_marked_and_never_taken_in() {
    let home = Home::new();
    assert!(titles(&home, &["kabar"]).contains(&"Welcome to kabar".to_owned()));
    let listed = home.kabar("list --format json").run().fine().json();
    home.kabar(&format!("mark read {}", listed[0]["id"].as_str().unwrap())).run().fine();
    assert_eq!(home.kabar("list --unread").run().fine().lines().len(), listed.len() - 1);
    home.kabar("show -").stdin(BRIDGE).run().fine();
    assert_eq!(
        home.kabar_with(["search", "lopez", "-"]).stdin(BRIDGE).run().fine().lines()[0],
        "Bridge opens"
    );
    home.kabar("reclean").run().complains(1, "").prints("");
    let home = home.file("config/feeds.toml", "[[feed]]\nurl = \"https://news.example/feed\"\n");
    home.kabar("list").run().complains(1, "").prints("");
}

#[test]
fn hits_are_marked_in_json() {
    let found = two().kabar("search harbour --format json news").run().fine().json();
    assert_eq!(found.len(), 1);
    let excerpt: Vec<char> = found[0]["excerpt"].as_str().unwrap().chars().collect();
    let hit = &found[0]["hits"][0];
    let at = |i: usize| usize::try_from(hit[i].as_u64().unwrap()).unwrap();
    assert_eq!(excerpt[at(0)..at(1)].iter().collect::<String>(), "harbour");
    assert_eq!(found[0]["read"], false);
}

#[test]
fn what_has_not_changed_is_not_read_again() {
    let home = two();
    let path = home.path().join("news/2.txt");
    aged(&path, 1_700_000_000);
    assert_eq!(titles(&home, &["harbour", "news"]).len(), 1);
    // As long as before, and as old: nobody looks into it.
    fs::write(&path, HARBOUR.replace("harbour", "funfair")).unwrap();
    aged(&path, 1_700_000_000);
    assert_eq!(titles(&home, &["funfair", "news"]).len(), 0);
    aged(&path, 1_700_000_060);
    assert_eq!(titles(&home, &["funfair", "news"]), ["Harbour closes"]);
    assert_eq!(titles(&home, &["\"old harbour\"", "news"]).len(), 0, "it was changed in place");
}

#[test]
fn a_file_that_was_just_written_is_not_taken_for_unchanged() {
    let home = two();
    let path = home.path().join("news/2.txt");
    titles(&home, &["x", "news"]);
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    fs::write(&path, HARBOUR.replace("harbour", "funfair")).unwrap();
    File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
    assert_eq!(titles(&home, &["funfair", "news"]), ["Harbour closes"]);
}

#[test]
fn marks_narrow_a_search() {
    let home = two();
    home.kabar("mark read news/1.txt").run().fine();
    home.kabar("mark bookmark news/2.txt").run().fine();
    assert_eq!(titles(&home, &["is:unread", "news"]), ["Harbour closes"]);
    assert_eq!(titles(&home, &["is:read", "news"]), ["Bridge opens"]);
    assert_eq!(titles(&home, &["-is:bookmarked the", "news"]), ["Bridge opens"]);
}

#[test]
fn a_wrong_query_says_what_is_wrong_and_searches_all_the_same() {
    let home = two();
    let done = home.kabar_with(["search", "is:lost harbour", "news"]).run();
    assert_eq!((done.code, done.lines()[0]), (0, "Harbour closes"));
    assert_eq!(done.stderr, "kabar: `is:` knows no `lost`; it takes unread, read, bookmarked\n");
    for typed in ["\"", "NEAR(", "-", "a:b:c", "*", "{x} : y", "OR", "\u{1b}[2J:\u{202e}x"] {
        let done = home.kabar_with(["search", typed, "news"]).run();
        assert!(
            done.code < 2 && !done.stderr.contains("library") && !done.stderr.contains('\u{1b}'),
            "{typed}: {done:?}"
        );
    }
}

#[test]
fn who_said_what_is_asked_of_all_articles() {
    let home = two().file("config/config.toml", "[[source]]\npath = \"../news\"\n");
    let done = home.kabar_with(["quotes", "--speaker", "lopez", "--about", "market"]).run().fine();
    assert!(done.stdout.starts_with("Bridge opens\n\nMaria Lopez"), "{}", done.stdout);
    assert!(done.stdout.contains("Now we can walk to the market."));
    let said = home.kabar("quotes --speaker LOPEZ --format json").run().fine().json();
    assert_eq!(said[0]["speaker"], "Maria Lopez");
    home.kabar("quotes --speaker nobody").run().complains(1, "").prints("");
    assert_eq!(home.kabar("quotes --speaker x news").run().code, 2, "it asks the library, not paths");
}

#[test]
fn stored_articles_are_brought_up_to_the_rules_of_today() {
    let home = two();
    home.kabar("reclean").run().complains(1, "").prints("");
    let before = home.kabar("search the --format json news").run().fine().stdout;
    fs::remove_dir_all(home.path().join("news")).unwrap();
    home.kabar("reclean").run().fine().prints("every article was read by the rules of today\n");
    let again = "2 articles read again, 0 of them otherwise than before\n";
    home.kabar("reclean --all").run().fine().prints(again);
    home.kabar("search the --format json").run().fine().prints(&before);
}

#[test]
fn a_damaged_library_is_set_aside_and_told() {
    let home = two();
    titles(&home, &["harbour", "news"]);
    fs::write(home.path().join("data/library.db"), "no library at all, but somebody's words".repeat(200))
        .unwrap();
    let done = home.kabar("search harbour news").run();
    assert_eq!((done.code, done.lines()[0]), (0, "Harbour closes"));
    assert!(
        done.stderr.contains("was damaged: it was set aside as `HOME/data/library.damaged-"),
        "{}",
        done.stderr
    );
    assert_eq!(home.kabar("search harbour news").run().fine().lines()[0], "Harbour closes");
}

#[test]
fn a_folder_that_is_none_fails_clearly() {
    let home = two().file("data", "a file where a folder should be");
    let done = home.kabar("search harbour news").run();
    assert_eq!(done.code, 2);
    assert!(done.stderr.contains("cannot use `HOME/data`"), "{}", done.stderr);
}

/// Articles enough for several batches.
pub fn many(n: usize) -> Home {
    (0..n).fold(Home::new(), |home, i| {
        let words: Vec<String> = (0..60).map(|it| format!("word{}", (i * 7 + it * 13) % 997)).collect();
        let words = words.join(" ");
        home.file(
            &format!("news/{i}.txt"),
            format!("Story number {i}\n\n{words} of the harbour.\n\n“No {i},” said Tom Reed.\n"),
        )
    })
}

/// Opens the library of a home, and looks at every article in it.
pub fn whole(home: &Home) -> usize {
    let (store, notices) = Store::open(&home.path().join("data"), 0).unwrap();
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
    let all = store.search(&Query::default(), Order::Newest { below: None }, usize::MAX >> 1).unwrap();
    for hit in &all {
        let article = store.article(hit.header.id).unwrap().unwrap();
        assert!(article.blocks.iter().any(|it| it.text.contains("harbour")));
    }
    let found = store
        .search(
            &Query::parse("harbour said:reed", kabar::article::Date::utc(0)),
            Order::Newest { below: None },
            usize::MAX >> 1,
        )
        .unwrap();
    assert_eq!(found.len(), all.len(), "every article is in the index");
    all.len()
}

#[test]
fn two_that_take_in_at_once_are_in_nobodys_way() {
    let home = many(300);
    std::thread::scope(|scope| {
        let runs: Vec<_> =
            (0..3).map(|_| scope.spawn(|| home.kabar("search harbour --limit 1 news").run())).collect();
        for run in runs {
            run.join().unwrap().fine();
        }
    });
    assert_eq!(whole(&home), 300);
}
