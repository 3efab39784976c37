//! Whichever way a search takes, it finds the same.

use super::*;
use crate::article::{Field, Key, Stamped, Window};

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
