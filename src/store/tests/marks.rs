//! The projection of the journals.

use super::feeds::{FEED, OTHER, entry};
use super::*;
use crate::article::{Mark, Place, Progress, Subscription, Tally, Window};

fn id(n: u8) -> ArticleId {
    ArticleId::from_bytes([n; 10])
}

fn at(block: usize) -> Progress {
    Progress { place: Place { block, byte: 7 }, permille: 500 }
}

/// What a list shows of the one article there is; what is asked for by its id
/// must be the same.
fn shown(shelf: &Shelf) -> Mark {
    let query = Query::default();
    let ask = Listing { query: &query, window: Window::Top, limit: 9, kept: &[], until: u64::MAX };
    let rows = shelf.store.rows(&ask).unwrap();
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!(shelf.store.last_writes(row.header.id).unwrap().mark(), row.mark);
    row.mark
}

#[test]
fn marks_reach_an_article_whichever_comes_first() {
    let mut shelf = Shelf::new();
    shelf.say(5, id(1), Field::Read(true));
    shelf.take(&[piece(1, "One", "Words.")]);
    shelf.say(6, id(1), Field::Progress(Some(at(3))));
    assert_eq!(shown(&shelf), Mark { read: true, bookmarked: false, progress: Some(at(3)) });
    let tally = shelf.store.tally().unwrap();
    assert_eq!((tally.all, tally.unread, tally.bookmarked), (1, 0, 0));
    shelf.say(7, id(1), Field::Read(false));
    shelf.say(7, id(1), Field::Progress(None));
    assert_eq!(shown(&shelf), Mark::default());
    assert_eq!(shelf.store.tally().unwrap().unread, 1);
}

#[test]
fn the_later_write_holds_in_whatever_order_they_come() {
    let writes = [
        Stamped::new(9, id(1), Field::Read(false)),
        Stamped::new(5, id(1), Field::Read(true)),
        Stamped::new(9, id(1), Field::Bookmarked(false)),
        Stamped::new(9, id(1), Field::Bookmarked(true)),
        Stamped::new(8, id(1), Field::Progress(Some(at(4)))),
        Stamped::new(8, id(1), Field::Progress(Some(at(3)))),
    ];
    let expected = Mark { read: false, bookmarked: true, progress: Some(at(4)) };
    for start in 0..writes.len() {
        let mut shelf = Shelf::new();
        shelf.take(&[piece(1, "One", "Words.")]);
        let order: Vec<Stamped> = writes.iter().cycle().skip(start).take(9).copied().collect();
        let (first, then) = order.split_at(3);
        shelf.store.apply_marks(first, None).unwrap();
        shelf.store.apply_marks(then, None).unwrap();
        assert_eq!(shown(&shelf), expected, "from {start}");
    }
}

#[test]
fn a_changed_article_has_what_was_last_done_with_any_text_of_it() {
    let mut shelf = Shelf::new();
    shelf.take(&[piece(1, "One", "Words.").at("a")]);
    shelf.say(5, id(1), Field::Read(true));
    shelf.say(5, id(1), Field::Progress(Some(at(3))));
    shelf.take(&[piece(2, "One", "Better words.").at("a")]);
    assert_eq!(shown(&shelf), Mark { read: true, bookmarked: false, progress: Some(at(3)) });
    shelf.say(6, id(2), Field::Read(false));
    shelf.say(4, id(2), Field::Progress(None));
    assert_eq!(shown(&shelf), Mark { read: false, bookmarked: false, progress: Some(at(3)) });
    // A machine that still has the earlier text says something.
    shelf.say(7, id(1), Field::Bookmarked(true));
    assert_eq!(shown(&shelf), Mark { read: false, bookmarked: true, progress: Some(at(3)) });
    assert_eq!(shelf.store.last_writes(id(1)).unwrap(), shelf.store.last_writes(id(2)).unwrap());
    assert_eq!(shelf.store.tally().unwrap().bookmarked, 1);
}

#[test]
fn how_far_a_journal_was_read_changes_with_its_marks_or_not_at_all() {
    let mut shelf = Shelf::new();
    let reached =
        |position: &[u8]| Reached { name: b"laptop\xff.jsonl".to_vec(), position: position.to_vec() };
    let write = [Stamped::new(5, id(1), Field::Read(true))];
    shelf.store.apply_marks(&write, Some(&reached(b"one"))).unwrap();
    shelf.store.apply_marks(&[], Some(&reached(b"two"))).unwrap();
    assert_eq!(shelf.store.positions().unwrap(), [reached(b"two")]);
    let full = "CREATE TRIGGER full BEFORE UPDATE ON mark BEGIN SELECT RAISE(ABORT, 'full'); END";
    shelf.store.connection.execute_batch(full).unwrap();
    let write = [Stamped::new(6, id(2), Field::Read(true)), Stamped::new(6, id(1), Field::Read(false))];
    shelf.store.apply_marks(&write, Some(&reached(b"three"))).unwrap_err();
    assert_eq!(shelf.store.positions().unwrap(), [reached(b"two")]);
    assert!(!shelf.store.last_writes(id(2)).unwrap().mark().read);
    shelf.store.forget_journal(b"laptop\xff.jsonl").unwrap();
    assert_eq!(shelf.store.positions().unwrap(), []);
    assert!(shelf.store.last_writes(id(1)).unwrap().mark().read, "what it said stays");
}

/// All that triggers keep, and by which they may be told from what does the same at once.
fn kept(shelf: &Shelf) -> (Vec<String>, Tally, Vec<Tally>) {
    let sql = "SELECT printf('%s %d %d %d %d %d', title, read, bookmarked, block, byte, permille)
        FROM article ORDER BY key";
    let mut rows = shelf.store.connection.prepare(sql).unwrap();
    let rows = rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let feeds = shelf.store.feeds().unwrap().into_iter().map(|it| it.tally).collect();
    (rows, shelf.store.tally().unwrap(), feeds)
}

#[test]
fn many_marks_at_once_do_what_they_do_one_by_one() {
    let shelf = || {
        let mut shelf = Shelf::new();
        let feed = |url: &str| Subscription { url: url.to_owned(), ..Subscription::default() };
        shelf.store.set_subscriptions(&[feed(FEED), feed(OTHER)]).unwrap();
        let pieces: Vec<Piece> = (1..=60).map(|n| piece(n, "Harbor", "Near the sea.")).collect();
        let names: Vec<String> = (1..=60).map(|n| format!("e{n}")).collect();
        for url in [FEED, OTHER] {
            // Every third one is in both.
            let of = pieces.iter().zip(&names).filter(|(it, _)| url == FEED || it.id % 3 == 0);
            let batch: Vec<Taken> = of.map(|(it, name)| entry(url, name, it)).collect();
            let poll = Poll::default();
            shelf.store.take_in_feed(url, &About::default(), &batch, &poll, NOW).unwrap();
        }
        shelf.take(&[piece(70, "Ferry", "Words.").at("a"), piece(71, "Crane", "Words.")]);
        shelf.say(5, id(70), Field::Bookmarked(true));
        shelf.say(9, id(7), Field::Read(true));
        shelf.take(&[piece(72, "Ferry", "Better words.").at("a")]);
        shelf
    };
    // Of articles, of what an article was before, and of what is not here.
    let writes: Vec<Stamped> = (0..1_500_u32)
        .map(|n| {
            let of = u8::try_from(n * 7 % 251).unwrap();
            let field = match n % 5 {
                0 => Field::Bookmarked(n % 3 == 0),
                1 => Field::Progress(Some(at(usize::try_from(n).unwrap()))),
                2 => Field::Progress(None),
                _ => Field::Read(n % 4 > 0),
            };
            Stamped::new(u64::from(n * 13 % 97), id(of), field)
        })
        .collect();
    let (mut slow, mut fast) = (shelf(), shelf());
    for some in writes.chunks(9) {
        slow.store.apply_marks(some, None).unwrap();
    }
    let before = kept(&fast);
    fast.store.apply_marks(&writes, None).unwrap();
    assert_ne!(kept(&fast), before);
    assert_eq!(kept(&fast), kept(&slow));
    // One that comes alone afterwards is carried as ever.
    for shelf in [&mut slow, &mut fast] {
        shelf.say(1_000, id(3), Field::Read(true));
        shelf.say(1_001, id(3), Field::Read(false));
        shelf.say(1_002, id(70), Field::Read(true));
    }
    assert_eq!(kept(&fast), kept(&slow));
    let findings = fast.store.doctor().unwrap();
    assert!(!findings.contains(&Finding::Miscounted), "{findings:?}");
}

#[test]
fn many_marks_that_fail_leave_all_as_it_was() {
    let mut shelf = Shelf::new();
    shelf.take(&[piece(1, "One", "Words.")]);
    let full = "CREATE UNIQUE INDEX once ON article (read) WHERE read = 1";
    shelf.store.connection.execute_batch(full).unwrap();
    shelf.take(&[piece(2, "Two", "Words.")]);
    let writes: Vec<Stamped> = (0..1_200_u32)
        .map(|n| Stamped::new(5, id(u8::try_from(n % 200).unwrap()), Field::Read(true)))
        .collect();
    shelf.store.apply_marks(&writes, None).unwrap_err();
    assert!(!shelf.store.last_writes(id(1)).unwrap().mark().read);
    shelf.store.connection.execute_batch("DROP INDEX once").unwrap();
    shelf.say(6, id(1), Field::Read(true));
    assert_eq!(shelf.store.tally().unwrap().unread, 1, "triggers count again");
}
