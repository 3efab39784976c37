//! Lists in windows, counts, and several connections.

use std::sync::atomic::AtomicBool;

use super::*;
use crate::article::{Key, Row, Window};
use crate::text::query::Filter;

fn titles(rows: &[Row]) -> Vec<&str> {
    rows.iter().map(|it| it.header.title.as_str()).collect()
}

/// Forty articles, five of them on the same second each, some without a date.
fn many() -> Shelf {
    let mut shelf = Shelf::new();
    let pieces: Vec<Piece> = (0..40)
        .map(|i| Piece {
            published: (i % 4 != 0).then_some(1_790_000_000 + i64::from(i / 5)),
            ..piece(i, "Same", "Words.")
        })
        .collect();
    shelf.take(&pieces);
    shelf
}

#[test]
fn windows_go_through_a_list_from_either_end() {
    let shelf = many();
    let query = Query::default();
    let rows = |window| {
        let ask = Listing { query: &query, window, limit: 7, kept: &[], until: u64::MAX };
        shelf.store.rows(&ask).unwrap().iter().map(|it| it.key).collect::<Vec<Key>>()
    };
    let mut down = Vec::new();
    let mut window = Window::Top;
    loop {
        let some = rows(window);
        let Some(last) = some.last() else { break };
        window = Window::Below(*last);
        down.extend(some);
    }
    let mut up: Vec<Key> = Vec::new();
    let mut window = Window::Bottom;
    loop {
        let some = rows(window);
        let Some(first) = some.first() else { break };
        window = Window::Above(*first);
        up.splice(..0, some);
    }
    assert_eq!(down.len(), 40);
    assert!(down.is_sorted_by(|a, b| a > b));
    assert_eq!(down, up);
}

#[test]
fn what_was_just_read_stays_where_it_is() {
    let mut shelf = Shelf::new();
    shelf.take(&[piece(1, "One", "x"), piece(2, "Two", "x"), piece(3, "Three", "x")]);
    let query = Query::parse("is:unread", Date::utc(0));
    let ask = Listing { query: &query, window: Window::Top, limit: 2, kept: &[], until: u64::MAX };
    let two = shelf.store.rows(&ask).unwrap()[1].clone();
    assert_eq!(two.header.title, "Two");
    shelf.say(1, two.header.id, Field::Read(true));
    assert_eq!(titles(&shelf.store.rows(&ask).unwrap()), ["Three", "One"]);
    let kept = &[two.key][..];
    let all = Listing { limit: 9, kept, ..ask };
    let rows = shelf.store.rows(&all).unwrap();
    assert_eq!(titles(&rows), ["Three", "Two", "One"]);
    assert!(rows[1].mark.read);
    assert_eq!(titles(&shelf.store.rows(&Listing { kept, ..ask }).unwrap()), ["Three", "Two"]);
    let above = Listing { window: Window::Above(two.key), kept, ..ask };
    assert_eq!(titles(&shelf.store.rows(&above).unwrap()), ["Three"]);
}

#[test]
fn what_arrives_is_counted_and_not_shown_before_it_is_asked_for() {
    let mut shelf = Shelf::new();
    shelf.take(&[piece(1, "One", "sea"), piece(2, "Two", "lake")]);
    let before = shelf.store.arrivals().unwrap();
    shelf.take(&[piece(2, "Two", "lake")]);
    assert_eq!(shelf.store.arrivals().unwrap(), before, "nothing came");
    shelf.take(&[piece(3, "Three", "sea"), piece(4, "Four", "sea")]);
    shelf.take(&[piece(5, "Five", "lake")]);
    assert!(shelf.store.arrivals().unwrap() > before);
    let all = Query::default();
    let sea = Query::parse("sea", Date::utc(0));
    let ask = Listing { query: &all, window: Window::Top, limit: 9, kept: &[], until: before };
    assert_eq!(titles(&shelf.store.rows(&ask).unwrap()), ["Two", "One"]);
    assert_eq!(titles(&shelf.store.rows(&Listing { query: &sea, ..ask }).unwrap()), ["One"]);
    assert_eq!(shelf.store.new_since(&all, before).unwrap(), 3);
    assert_eq!(shelf.store.new_since(&sea, before).unwrap(), 2);
}

#[test]
fn counts_of_a_search_stop_where_they_are_told_to() {
    let mut shelf = Shelf::new();
    shelf.take(&[piece(1, "One", "sea"), piece(2, "Two", "sea"), piece(3, "Three", "lake")]);
    for field in [Field::Read(true), Field::Bookmarked(true)] {
        shelf.say(1, ArticleId::from_bytes([2; 10]), field);
    }
    let tally = |typed: &str, most| {
        let it = shelf.store.tally_of(&Query::parse(typed, Date::utc(0)), most).unwrap();
        (it.all, it.unread, it.bookmarked)
    };
    assert_eq!(tally("sea", 9), (2, 1, 1));
    assert_eq!(tally("sea", 1), (1, 0, 1));
    assert_eq!(tally("", 9), (3, 2, 1));
    assert_eq!(tally("is:unread", 9), (2, 2, 0));
}

#[test]
fn a_list_can_be_of_some_folders_and_files() {
    let mut shelf = Shelf::new();
    shelf.take(&[
        piece(1, "One", "x").at("/news/1.txt"),
        piece(2, "Two", "x").at("/news/sea/2.txt"),
        piece(3, "Three", "x").at("/newspaper/3.txt"),
        piece(4, "Four", "x").at("/other.txt"),
    ]);
    let within = |paths: &[&str]| {
        let filters = vec![Filter::Within(paths.iter().map(|it| it.as_bytes().to_vec()).collect())];
        let query = Query { filters, ..Query::default() };
        let ask = Listing { query: &query, window: Window::Top, limit: 9, kept: &[], until: u64::MAX };
        shelf.store.rows(&ask).unwrap().into_iter().map(|it| it.header.title).collect::<Vec<_>>()
    };
    assert_eq!(within(&["/news"]), ["Two", "One"]);
    assert_eq!(within(&["/other.txt", "/news/1.txt"]), ["Four", "One"]);
    assert!(within(&["/new"]).is_empty() && within(&[]).is_empty());
}

#[test]
fn two_connections_have_one_library() {
    for mut shelf in
        [Shelf::new(), Shelf { folder: tempfile::tempdir().unwrap(), store: Store::in_memory().unwrap() }]
    {
        let reader = shelf.store.another().unwrap();
        shelf.take(&[piece(1, "One", "sea")]);
        assert_eq!(reader.tally().unwrap().all, 1);
        let found =
            reader.search(&Query::parse("sea", Date::utc(0)), Order::Newest { below: None }, 9).unwrap();
        assert_eq!(titles(&found), ["One"]);
        assert!(reader.article(found[0].header.id).unwrap().is_some());
    }
    let (one, two) = (Store::in_memory().unwrap(), Store::in_memory().unwrap());
    assert_eq!((one.tally().unwrap().all, two.tally().unwrap().all), (0, 0), "each has its own");
}

#[test]
fn what_a_connection_does_can_be_broken_off() {
    let shelf = many();
    let interrupter = shelf.store.interrupter();
    let busy = shelf.store.another().unwrap();
    // Nothing is going on: nothing happens.
    interrupter.interrupt();
    assert_eq!(shelf.store.tally().unwrap().all, 40);
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
    let interrupter = busy.interrupter();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                interrupter.interrupt();
                std::thread::yield_now();
            }
        });
        let failed = busy.connection.query_row(endless, [], |_| Ok(())).map_err(busy.failed_to("search"));
        done.store(true, Ordering::Relaxed);
        assert!(failed.unwrap_err().is_interrupt());
    });
}
