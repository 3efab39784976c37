//! Whichever way a search takes, it finds the same.

use super::*;
use crate::article::{Field, Key, Row, Stamped, Window};

const WORDS: [&str; 12] =
    ["harbor", "wall", "sea", "sailor", "seal", "fish", "Wand", "über", "東京都", "a", "an", "and"];

/// A hundred and twenty articles of a few words each.
fn library() -> (Shelf, Vec<(ArticleId, String)>) {
    let mut shelf = Shelf::new();
    let mut random = 7_u64;
    let mut below = |n: u64| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        random % n
    };
    let (mut batch, mut texts) = (Vec::new(), Vec::new());
    for id in 0..120_u8 {
        let text: Vec<&str> =
            (0..3 + below(9)).map(|_| WORDS[usize::try_from(below(12).min(below(12))).unwrap()]).collect();
        let body = text.join(if below(3) == 0 { ", " } else { " " });
        let mut article = piece(id, "Title", "").article();
        article.blocks = vec![Block::new(BlockKind::Paragraph, body.clone())];
        batch.push(taken(&article, &body, None));
        texts.push((article.id, body));
    }
    shelf.store.take_in(&batch, &[], NOW).unwrap();
    let of = |id: u8, field| Stamped::new(1, ArticleId::from_bytes([id; 10]), field);
    let marks: Vec<Stamped> = (0..120_u8)
        .flat_map(|it| [of(it, Field::Read(it % 4 > 0)), of(it, Field::Bookmarked(it % 40 == 3))])
        .collect();
    shelf.store.apply_marks(&marks, None).unwrap();
    texts.reverse();
    (shelf, texts)
}

#[test]
fn every_way_of_searching_finds_what_the_texts_hold() {
    let (shelf, texts) = library();
    let all = shelf.store.search(&Query::default(), Order::Newest { below: None }, 999).unwrap();
    let key_of = |id: ArticleId| all.iter().find(|it| it.header.id == id).unwrap().key;
    for typed in [
        "harbor",
        "wall sea",
        "\"harbor wall\"",
        "\"sea wall\" -fish",
        "-\"harbor wall\" harbor",
        "s*",
        "sea*",
        "se* -seal",
        "wa* OR fish",
        "uber",
        "東京",
        "都",
        "\"sea 東京都\"",
        "-harbor",
        "-s*",
        "a",
        "sail*",
        "zebra",
        "z*",
        "\"wall h\"*",
        "harbor is:unread",
        "s* is:unread",
        "\"harbor sea\" is:bookmarked",
        "h* is:bookmarked",
        "-wall is:read",
        "fish is:read",
        "title:title sea",
        "title:sea",
    ] {
        let query = Query::parse(typed, Date::utc(0));
        let words = Query { filters: Vec::new(), ..query.clone() };
        let expected: Vec<Key> = texts
            .iter()
            .filter(|(id, text)| {
                let n = id.to_bytes()[0];
                let marked = !(typed.contains("is:unread") && n % 4 > 0
                    || typed.contains("is:read") && n % 4 == 0
                    || typed.contains("is:bookmarked") && n % 40 != 3);
                let fits = match typed {
                    "title:sea" => false,
                    "title:title sea" => Query::parse("sea", Date::utc(0)).is_in(text),
                    _ => words.is_in(text),
                };
                marked && fits
            })
            .map(|(id, _)| key_of(*id))
            .collect();
        for limit in [1, 7, 999] {
            let mut found = Vec::new();
            let mut window = Window::Top;
            loop {
                let ask = Listing { query: &query, window, limit, kept: &[], until: u64::MAX };
                let rows = shelf.store.rows(&ask).unwrap();
                let Some(last) = rows.last() else { break };
                window = Window::Below(last.key);
                found.extend(rows.iter().map(|it| it.key));
            }
            assert_eq!(found, expected, "{typed} by {limit}");
            let ask = Listing { query: &query, window: Window::Bottom, limit, kept: &[], until: u64::MAX };
            let bottom: Vec<Key> = shelf.store.rows(&ask).unwrap().iter().map(|it| it.key).collect();
            assert_eq!(bottom, expected[expected.len().saturating_sub(limit)..], "{typed}, the last {limit}");
        }
        assert_eq!(shelf.store.tally_of(&query, 999).unwrap().all, expected.len() as u64, "{typed}");
    }
}

#[test]
fn a_search_looks_into_few_texts_at_once_and_goes_on_where_it_was() {
    let (shelf, _) = library();
    for typed in ["\"harbor sea\"", "\"sea wall\" -fish", "-s*", "都", "harbor", "fish is:read", ""] {
        let query = Query::parse(typed, Date::utc(0));
        let all = |window| {
            let ask = Listing { query: &query, window, limit: 999, kept: &[], until: u64::MAX };
            shelf.store.rows(&ask).unwrap()
        };
        for downward in [true, false] {
            let mut window = if downward { Window::Top } else { Window::Bottom };
            let (mut found, mut rounds) = (Vec::new(), 0);
            loop {
                let before = shelf.store.packing.n_unpacked();
                let ask = Listing { query: &query, window, limit: 999, kept: &[], until: u64::MAX };
                let SoFar { rows, reached } = shelf.store.rows_so_far(&ask, 10).unwrap();
                let looked = shelf.store.packing.n_unpacked() - before;
                assert!(looked <= 10, "{typed} looked into {looked} texts");
                rounds += 1;
                if downward {
                    found.extend(rows);
                } else {
                    found.splice(..0, rows);
                }
                let Some(key) = reached else { break };
                window = if downward { Window::Below(key) } else { Window::Above(key) };
            }
            assert_eq!(found, all(Window::Top), "{typed}");
            let by_text = !matches!(typed, "harbor" | "fish is:read" | "");
            assert_eq!(rounds > 1, by_text, "{typed} took {rounds} rounds");
        }
    }
}

#[test]
fn what_is_kept_in_a_list_is_shown_when_its_place_is_reached() {
    let (shelf, texts) = library();
    let query = Query::parse("\"harbor sea\"", Date::utc(0));
    let all = shelf.store.search(&Query::default(), Order::Newest { below: None }, 999).unwrap();
    let oldest = all.last().unwrap();
    assert!(!query.is_in(&texts.last().unwrap().1));
    let kept = [oldest.key];
    let ask = |window| Listing { query: &query, window, limit: 999, kept: &kept, until: u64::MAX };
    let first = shelf.store.rows_so_far(&ask(Window::Top), 10).unwrap();
    assert!(first.rows.iter().all(|it| it.key != oldest.key));
    let rest = shelf.store.rows(&ask(Window::Below(first.reached.unwrap()))).unwrap();
    assert_eq!(rest.last().map(|it| it.key), Some(oldest.key));
}

#[test]
fn the_best_of_the_newest_come_first_and_all_others_after_them() {
    let (shelf, _) = library();
    for typed in
        ["\"harbor sea\"", "\"sea wall\" -fish", "harbor", "harbor is:read", "s*", "zeppelin", "is:read", ""]
    {
        let query = Query::parse(typed, Date::utc(0));
        let keys = |rows: Vec<Row>| rows.into_iter().map(|it| it.key).collect::<Vec<_>>();
        let newest = |below| shelf.store.search(&query, Order::Newest { below }, 999).unwrap();
        let SoFar { rows, reached } = shelf.store.best(&query, 10).unwrap();
        let mut all = keys(rows);
        assert!(reached.is_none_or(|it| all.iter().all(|key| *key >= it)), "{typed}");
        if reached.is_some() {
            all.extend(keys(newest(reached)));
        }
        assert_eq!(keys(shelf.store.search(&query, Order::Best, 999).unwrap()), all, "{typed}");
        assert_eq!(shelf.store.search(&query, Order::Best, 3).unwrap().len(), all.len().min(3), "{typed}");
        all.sort_unstable_by_key(|it| std::cmp::Reverse(*it));
        assert_eq!(all, keys(newest(None)), "{typed}");
    }
}

#[test]
fn a_text_is_unpacked_once_and_only_where_it_is_asked_for() {
    let (shelf, _) = library();
    for (typed, most) in [("s*", 12), ("title:t*", 0), ("title:title -by:x", 0), ("by:x", 0)] {
        let before = shelf.store.packing.n_unpacked();
        shelf.store.best(&Query::parse(typed, Date::utc(0)), 10).unwrap();
        let unpacked = shelf.store.packing.n_unpacked() - before;
        assert!(unpacked <= most, "{typed} unpacked {unpacked} articles");
    }
}

#[test]
fn a_statement_is_planned_once_whatever_values_it_is_given() {
    let (shelf, _) = library();
    let sql =
        "SELECT packed FROM article a JOIN body b ON b.number = a.body LEFT JOIN feed f ON f.number = a.feed
        WHERE a.key = ?1";
    for key in 0..3 {
        let mut statement = shelf.store.connection.prepare_cached(sql).unwrap();
        assert!(!statement.exists([key]).unwrap());
        assert_eq!(statement.get_status(rusqlite::StatementStatus::RePrepare), 0);
    }
}
