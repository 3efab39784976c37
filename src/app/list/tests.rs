use super::*;
use crate::article::{Change, Date, Field};

fn id(n: u8) -> ArticleId {
    ArticleId::from_bytes([n; 10])
}

fn header(n: u8, day: i64, title: &str) -> Header {
    Header {
        id: id(n),
        source: format!("{n}.txt"),
        url: None,
        outlet: Some("The Ferry".to_owned()),
        title: title.to_owned(),
        kicker: None,
        byline: None,
        published: (day > 0).then(|| Date::utc(day * 86_400)),
        language: None,
        minutes: 1,
        quotes: 0,
    }
}

fn mark(marks: &mut Marks, n: u8, field: Field) {
    let change = Change { id: id(n), field };
    marks.intend(change);
    marks.settle(change, true);
}

fn titles(list: &List) -> Vec<&str> {
    (0..list.len()).filter_map(|row| list.row(row)).map(|it| it.title.as_str()).collect()
}

#[test]
fn newest_come_first_and_undated_last_in_the_order_found() {
    let (mut list, marks) = (List::default(), Marks::default());
    list.merge(vec![header(1, 0, "a"), header(2, 5, "b"), header(3, 9, "c"), header(4, 0, "d")], &marks);
    assert_eq!(titles(&list), ["c", "b", "a", "d"]);
}

#[test]
fn what_is_chosen_stays_chosen_when_newer_articles_come_in() {
    let (mut list, marks) = (List::default(), Marks::default());
    list.merge(vec![header(1, 5, "a"), header(2, 4, "b")], &marks);
    list.select(1);
    list.merge(vec![header(3, 9, "c")], &marks);
    assert_eq!(list.chosen().unwrap().title, "b");
    // Before anybody has chosen, the newest is.
    let mut list = List::default();
    list.merge(vec![header(1, 5, "a")], &marks);
    list.merge(vec![header(3, 9, "c")], &marks);
    assert_eq!(list.chosen().unwrap().title, "c");
}

#[test]
fn an_article_just_read_stays_until_the_view_is_left() {
    let (mut list, mut marks) = (List::default(), Marks::default());
    list.merge(vec![header(1, 5, "a"), header(2, 4, "b")], &marks);
    list.set_view(View::Unread, &marks);
    mark(&mut marks, 1, Field::Read(true));
    list.count(&marks);
    assert_eq!(titles(&list), ["a", "b"]);
    assert_eq!(list.counts(), Counts { all: 2, unread: 1, bookmarks: 0 });
    list.set_view(View::All, &marks);
    list.set_view(View::Unread, &marks);
    assert_eq!(titles(&list), ["b"]);
}

#[test]
fn a_filter_goes_by_title_and_source_whatever_the_case_and_accents() {
    let (mut list, marks) = (List::default(), Marks::default());
    list.merge(vec![header(1, 5, "São Paulo"), header(2, 4, "Oslo")], &marks);
    list.set_filter("sao", &marks);
    assert_eq!(titles(&list), ["São Paulo"]);
    list.set_filter("ferry", &marks);
    assert_eq!(list.len(), 2);
    list.set_filter("nothing", &marks);
    assert!(list.is_empty());
    assert!(!list.select(3));
    list.set_filter("", &marks);
    assert_eq!(list.len(), 2);
}

#[test]
fn a_scan_drops_what_is_gone_and_keeps_the_first_of_two_alike() {
    let (mut list, marks) = (List::default(), Marks::default());
    list.merge(vec![header(1, 5, "a"), header(2, 4, "b")], &marks);
    list.begin_scan();
    list.merge(vec![header(2, 4, "b anew"), header(2, 4, "b copied")], &marks);
    list.end_scan(&marks);
    assert_eq!(titles(&list), ["b anew"]);
}

#[test]
fn scrolling_keeps_what_is_chosen_in_sight_with_a_row_around_it() {
    let (mut list, marks) = (List::default(), Marks::default());
    list.merge((1..=30).map(|n| header(n, 40 - i64::from(n), "t")).collect(), &marks);
    for (row, top) in [(0, 0), (8, 0), (9, 1), (15, 7), (8, 7), (7, 6), (29, 20), (0, 0)] {
        list.select(row);
        list.scroll_into_view(10);
        assert_eq!(list.offset(), top, "row {row}");
    }
    for visible in [0, 1, 2, 100] {
        for row in [0, 29, 15] {
            list.select(row);
            list.scroll_into_view(visible);
            assert!(list.offset() <= row && row < list.offset() + visible.max(1));
        }
    }
}

#[test]
fn the_next_unread_article_is_looked_for_in_its_direction() {
    let (mut list, mut marks) = (List::default(), Marks::default());
    list.merge((1..=4).map(|n| header(n, 40 - i64::from(n), "t")).collect(), &marks);
    mark(&mut marks, 2, Field::Read(true));
    assert_eq!(list.unread_from(true, &marks), Some(2));
    assert_eq!(list.unread_from(false, &marks), None);
    list.select(3);
    assert_eq!(list.unread_from(true, &marks), None);
    assert_eq!(list.unread_from(false, &marks), Some(2));
}
