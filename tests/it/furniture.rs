//! What a site says below each of its articles: `kabar reclean` learns it without
//! knowing a word of it, and says so.

use std::fs;

use crate::pty::Terminal;
use crate::support::Home;

const SMALL_PRINT: &str = "The Harwick Ledger has told the town what it already knew since 1871.";
const REASON: &str = "stands in many articles of this source";
const NOTHING_TO_DO: &str = "every article was read by the rules of today\n";

const STORIES: &[(&str, &str)] = &[
    ("Ferry waits for nurse", "The ferry left at ten past six on Monday, since the nurse was late."),
    ("Bridge hums again", "Nobody could say on Tuesday why the bridge at Marren hums in the wind."),
    ("Goat attends meeting", "A goat walked into the town hall of Arle and stayed for the whole meeting."),
    ("Clock strikes thirteen", "The clock of Saint Ede struck thirteen, and the mayor asked it to stop."),
    ("Swans counted twice", "Swans were counted twice at Saltmere, since the first number pleased no one."),
    ("Soup lasts a week", "The school kitchen in Penrow has cooked one soup for a week, to no complaint."),
];

fn text((title, story): &(&str, &str)) -> String {
    let more = format!("“{title}” stood on the notes that the council read out to the market.");
    format!("{title}\n\n{story}\n\nWhat to do about it nobody knew. {more}\n\n{SMALL_PRINT}\n")
}

/// Five articles of one site in the library.
fn five() -> Home {
    let home = (1..)
        .zip(STORIES)
        .take(5)
        .fold(Home::new(), |home, (number, story)| home.file(&format!("news/{number}.txt"), text(story)));
    home.kabar("search council news").run().fine();
    home
}

/// What is removed of the article with a word in its title: the line and the reason.
fn removed(home: &Home, word: &str) -> Vec<(String, String)> {
    let found = home.kabar_with(["search", "--format", "json", word]).run().fine().json();
    let id = found[0]["id"].as_str().unwrap().to_owned();
    let shown = home.kabar_with(["show", "--format", "json", &id]).run().fine().json();
    let text = |it: &serde_json::Value, name: &str| it[name].as_str().unwrap().to_owned();
    let removed = shown[0]["removed"].as_array().unwrap();
    removed.iter().map(|it| (text(it, "text"), text(it, "why"))).filter(|it| it.0 == SMALL_PRINT).collect()
}

#[test]
fn what_stands_in_many_articles_of_a_site_is_learned_and_taken_out() {
    let home = five();
    assert!(removed(&home, "ferry").is_empty());
    home.kabar("reclean").run().fine().prints("5 articles read again, 5 of them otherwise than before\n");
    for word in ["ferry", "goat", "swans"] {
        assert_eq!(removed(&home, word), [(SMALL_PRINT.to_owned(), REASON.to_owned())]);
    }
}

#[test]
fn what_was_learned_once_is_not_read_again_for() {
    let home = five();
    home.kabar("reclean").run().fine();
    home.kabar("reclean").run().fine().prints(NOTHING_TO_DO);
    // Nor where too few stories are left to learn anything from: two tell the same.
    let again = text(&("Bridge hums again", "The bridge at Marren hums, and the wind was asked about it."));
    fs::write(home.path().join("news/1.txt"), again).unwrap();
    home.kabar("search council news").run().fine();
    home.kabar("reclean").run().fine().prints(NOTHING_TO_DO);
}

#[test]
fn articles_that_come_later_are_read_with_what_was_learned() {
    let home = five();
    home.kabar("reclean").run().fine();
    fs::write(home.path().join("news/6.txt"), text(&STORIES[5])).unwrap();
    home.kabar("search council news").run().fine();
    assert_eq!(removed(&home, "soup"), [(SMALL_PRINT.to_owned(), REASON.to_owned())]);
    home.kabar("reclean").run().fine().prints(NOTHING_TO_DO);
    // Another folder is another source, which nothing is known of.
    fs::create_dir(home.path().join("letters")).unwrap();
    let letter = text(&(
        "A letter on zeppelins",
        "I have seen none for years, and I look up more than most people do.",
    ));
    fs::write(home.path().join("letters/1.txt"), letter).unwrap();
    home.kabar("search council letters").run().fine();
    assert!(removed(&home, "zeppelins").is_empty());
}

#[test]
#[cfg(unix)]
fn the_reader_shows_what_was_taken_out_and_why() {
    let home = five();
    home.kabar("reclean").run().fine();
    let mut terminal = Terminal::start(&home, (100, 30), &["news"], &[]);
    terminal.shows("Swans counted twice").press("\r").shows("the council read");
    assert!(!terminal.text().contains("Harwick Ledger"), "{}", terminal.text());
    terminal.press("v").shows("Harwick Ledger").shows(REASON).press("qq");
    assert_eq!(terminal.ends(), 0);
}
