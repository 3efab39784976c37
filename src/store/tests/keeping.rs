//! What is dropped, what is kept, and looking it over.

use super::feeds::{FEED, OTHER, entry};
use super::*;
use crate::store::retain::Rules;

const DAY: i64 = 86_400;

/// An article of a feed, so many days old.
fn aged(id: u8, days: i64) -> Piece {
    let published = Some(i64::try_from(NOW / 1_000).unwrap() - DAY * days);
    Piece { published, ..piece(id, "Aged", "“We wait,” said Maria Lopez. Harbor.") }
}

fn days(days: u32) -> Rules {
    Rules { days: Some(days), per_feed: None }
}

#[test]
fn by_itself_nothing_is_dropped_and_never_what_is_unread_or_bookmarked() {
    let mut shelf = Shelf::new();
    shelf.follow(&[FEED]);
    let all: Vec<Taken> =
        (1..=4_u8).map(|it| entry(FEED, &it.to_string(), &aged(it, 10 * i64::from(it)))).collect();
    shelf.fetch(FEED, &all);
    shelf.take(&[aged(9, 99).at("/a/file.txt")]);
    for id in [1, 2, 3, 9] {
        shelf.mark(id, "read = 1, read_at = 1");
    }
    shelf.mark(3, "bookmarked = 1, bookmarked_at = 1");
    assert_eq!(shelf.store.retain(&Rules::default(), NOW).unwrap(), 0);
    assert_eq!(shelf.store.retain(&days(15), NOW).unwrap(), 1, "only the second is old, read and of a feed");
    assert_eq!(shelf.found("harbor").len(), 4);
    assert_eq!(shelf.store.article(ArticleId::from_bytes([2; 10])).unwrap(), None);
    assert_eq!(shelf.store.speakers(9).unwrap(), [("Maria Lopez".to_owned(), 4)]);
    assert_eq!(shelf.store.feeds().unwrap()[0].tally.all, 3);
    assert!(shelf.store.doctor().unwrap().iter().all(|it| !it.is_wrong()));
    // It does not come back, changed or not.
    assert_eq!(
        shelf.store.known_entries(FEED, &[("2", Hash::of(aged(2, 20).body.as_bytes()))]).unwrap(),
        [true]
    );
    assert_eq!(shelf.fetch(FEED, &all).new, 0);
    let changed = Piece { body: "Another text.", ..aged(7, 20) };
    assert_eq!(shelf.fetch(FEED, &[entry(FEED, "2", &changed)]), Report { new: 0, updated: 0, known: 1 });
    assert_eq!(shelf.found("").len(), 4);
}

#[test]
fn of_each_feed_the_newest_are_kept_and_one_in_two_feeds_by_either() {
    let mut shelf = Shelf::new();
    shelf.follow(&[FEED, OTHER]);
    let all: Vec<Taken> =
        (1..=5_u8).map(|it| entry(FEED, &it.to_string(), &aged(it, i64::from(it)))).collect();
    shelf.fetch(FEED, &all);
    shelf.fetch(OTHER, &[entry(OTHER, "x", &aged(4, 4))]);
    for id in 1..=5 {
        shelf.mark(id, "read = 1, read_at = 1");
    }
    assert_eq!(shelf.store.retain(&Rules { days: None, per_feed: Some(2) }, NOW).unwrap(), 2);
    let left = shelf.store.search(&Query::default(), Order::Newest { below: None }, 9).unwrap();
    let left: Vec<u8> = left.iter().map(|it| it.header.id.to_bytes()[0]).collect();
    assert_eq!(left, [1, 2, 4]);
    assert!(shelf.store.doctor().unwrap().iter().all(|it| !it.is_wrong()));
}

#[test]
fn earlier_texts_are_there_to_be_read() {
    let mut shelf = Shelf::new();
    shelf.take(&[piece(1, "Harbor", "Near the sea.").at("a")]);
    shelf.take(&[piece(2, "Harbour", "Near the lake.").at("a")]);
    shelf.take(&[piece(3, "Port", "Near the hills.").at("a")]);
    let earlier = shelf.store.earlier(ArticleId::from_bytes([3; 10])).unwrap();
    let shown: Vec<_> =
        earlier.iter().map(|it| (it.article.title.as_str(), it.article.blocks[0].text.as_str())).collect();
    assert_eq!(shown, [("Harbour", "Near the lake."), ("Harbor", "Near the sea.")]);
    assert_eq!(earlier[0].replaced, NOW);
    assert!(shelf.store.earlier(ArticleId::from_bytes([9; 10])).unwrap().is_empty());
}

#[test]
fn the_doctor_says_what_is_wrong_and_puts_counts_right() {
    let mut shelf = Shelf::new();
    shelf.take(&[piece(1, "Harbor", "Near the sea."), piece(2, "Fish", "Fresh.")]);
    let findings = shelf.store.doctor().unwrap();
    assert!(matches!(findings[0], Finding::Holds { articles: 2, .. }), "{findings:?}");
    assert_eq!(findings[1..], [Finding::Sound]);
    let broken =
        "UPDATE tally SET n_unread = 9; UPDATE article SET rules = 0; DELETE FROM body WHERE number = 1";
    shelf.store.connection.execute_batch(broken).unwrap();
    let findings = shelf.store.doctor().unwrap();
    assert_eq!(findings[1], Finding::Outdated { articles: 2 });
    assert!(matches!(findings[2], Finding::Unsound(_)) && findings[3] == Finding::Miscounted, "{findings:?}");
    assert_eq!(shelf.store.tally().unwrap().unread, 2);
}

#[test]
fn speakers_are_listed_by_how_much_they_say() {
    let mut shelf = Shelf::new();
    let said = "“We wait,” said Maria Lopez.\n“No,” said Tom Reed.\n“We waited,” said Maria Lopez.";
    shelf.take(&[piece(1, "One", said).at("a"), piece(2, "Two", "“No,” said Ana Díaz.")]);
    let names = |shelf: &Shelf| shelf.store.speakers(2).unwrap();
    assert_eq!(names(&shelf), [("Maria Lopez".to_owned(), 2), ("Ana Díaz".to_owned(), 1)]);
    shelf.take(&[piece(3, "One", "“No,” said Tom Reed.").at("a")]);
    assert_eq!(names(&shelf), [("Ana Díaz".to_owned(), 1), ("Tom Reed".to_owned(), 1)]);
}
