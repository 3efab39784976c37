//! The projection of the journals.

use super::*;
use crate::article::{Mark, Place, Progress, Window};

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
