use super::*;
use crate::app::window::answer;
use crate::article::{Date, Field, Header, Mark, Window};

/// A library that is a vector, newest first: enough to answer with windows.
struct Library {
    rows: Vec<Row>,
    arrivals: Vec<u64>,
}

impl Library {
    /// So many articles with keys that fall from ten times their number.
    fn of(n: i64) -> Self {
        let rows: Vec<Row> = (0..n).map(|it| row((n - it) * 10)).collect();
        Self { arrivals: vec![1; rows.len()], rows }
    }

    fn arrive(&mut self, key: i64, arrival: u64) {
        let at = self.rows.partition_point(|it| it.key.0 > key);
        self.rows.insert(at, row(key));
        self.arrivals.insert(at, arrival);
    }

    fn rows(&self, ask: &Ask, query: &Query, window: Window, limit: usize) -> Vec<Row> {
        let passes = |row: &Row| {
            query.filters.iter().all(|it| match it {
                Filter::Read(read) => row.mark.read == *read,
                Filter::Bookmarked(it) => row.mark.bookmarked == *it,
                _ => true,
            })
        };
        let all = self.rows.iter().zip(&self.arrivals).filter(|(_, it)| **it <= ask.until).map(|(it, _)| it);
        let all: Vec<&Row> = all.filter(|it| passes(it) || ask.kept.contains(&it.key)).collect();
        let rows: Vec<&Row> = match window {
            Window::Top => all.into_iter().take(limit).collect(),
            Window::Below(key) => all.into_iter().filter(|it| it.key < key).take(limit).collect(),
            Window::Above(key) => {
                let above: Vec<&Row> = all.into_iter().filter(|it| it.key > key).collect();
                above.into_iter().rev().take(limit).rev().collect()
            }
            Window::Bottom => all.into_iter().rev().take(limit).rev().collect(),
        };
        rows.into_iter().cloned().collect()
    }

    /// Answers until the list asks no more.
    fn serve(&self, list: &mut List) -> Vec<Outcome> {
        let mut outcomes = Vec::new();
        while let Some(ask) = list.ask() {
            outcomes.push(self.reply(list, &ask));
        }
        outcomes
    }

    fn reply(&self, list: &mut List, ask: &Ask) -> Outcome {
        let arrival = self.arrivals.iter().copied().max().unwrap_or(0);
        let rows = |query: &Query, window, limit| Ok::<_, ()>(self.rows(ask, query, window, limit).into());
        list.answered(ask.number, answer(ask, arrival, rows).unwrap())
    }
}

fn row(key: i64) -> Row {
    let mut id = [0; 10];
    id[..8].copy_from_slice(&key.to_be_bytes());
    Row {
        key: Key(key),
        header: Header {
            id: ArticleId::from_bytes(id),
            source: format!("{key}.txt"),
            url: None,
            outlet: None,
            title: key.to_string(),
            kicker: None,
            byline: None,
            published: Some(Date::utc(key)),
            language: None,
            minutes: 1,
            quotes: 0,
        },
        mark: Mark::default(),
        updated: false,
    }
}

/// A list that shows a library.
fn list(library: &Library, view: View) -> List {
    let mut list = List::default();
    let query = Query::parse(view.typed(), Date::utc(0));
    list.set_view(view, query);
    library.serve(&mut list);
    list
}

fn chosen(list: &List) -> i64 {
    list.chosen().unwrap().key.0
}

fn read(key: i64) -> Vec<Change> {
    vec![Change { id: row(key).header.id, field: Field::Read(true) }]
}

#[test]
fn what_is_found_first_is_shown_and_the_search_goes_on_from_there() {
    let mut list = List::default();
    list.set_view(View::All, Query::default());
    let mut answered = |reach, keys: &[i64], reached: Option<i64>| {
        let ask = list.ask().unwrap();
        assert_eq!(ask.reach, reach);
        let rows = keys.iter().map(|it| row(*it)).collect();
        let (below, reached) = (reached.is_some(), reached.map(Key));
        list.answered(ask.number, Answer::Rows(Stretch { rows, below, reached, ..Stretch::default() }));
        list.rows().iter().map(|it| it.key.0).collect::<Vec<_>>()
    };
    assert_eq!(answered(Reach::Top, &[90], Some(50)), [90]);
    assert_eq!(answered(Reach::Below(Key(50)), &[], Some(30)), [90]);
    assert_eq!(answered(Reach::Below(Key(30)), &[20], None), [90, 20]);
    assert_eq!(list.ask(), None);
}

#[test]
fn a_search_asks_for_all_that_it_needs_at_once() {
    let mut list = List::default();
    list.set_view(View::All, Query::parse("harbor", Date::utc(0)));
    assert_eq!(list.ask().unwrap().limit, STRETCH);
}

#[test]
fn a_view_begins_with_few_rows_and_goes_on_with_many() {
    let library = Library::of(5_000);
    let mut list = List::default();
    list.set_view(View::All, Query::default());
    let first = list.ask().unwrap();
    assert_eq!((first.reach, first.limit, first.goes_on()), (Reach::Top, FIRST, false));
    library.reply(&mut list, &first);
    assert_eq!(list.rows().len(), FIRST);
    let more = list.ask().unwrap();
    let below = Reach::Below(list.rows().last().unwrap().key);
    assert_eq!((more.reach, more.limit, more.goes_on()), (below, STRETCH, true));
}

#[test]
fn every_row_of_a_long_list_is_come_to_and_few_are_held() {
    let library = Library::of(5_000);
    let mut list = list(&library, View::All);
    for n in 0..5_000 {
        assert_eq!(chosen(&list), (5_000 - n) * 10);
        list.step(1);
        library.serve(&mut list);
        list.scroll_into_view(20);
        assert!(list.rows().len() <= MOST);
    }
    assert!(!list.step(1), "there is no row below the last");
    for n in 1..=5_000 {
        assert_eq!(chosen(&list), n * 10);
        list.step(-1);
        library.serve(&mut list);
        list.scroll_into_view(20);
        assert!(list.rows().len() <= MOST);
    }
    assert!(!list.step(-1));
}

#[test]
fn steps_beyond_what_is_held_are_taken_when_rows_have_come() {
    let library = Library::of(5_000);
    let mut list = list(&library, View::All);
    // A hundred page turns that come before any answer.
    for _ in 0..100 {
        assert!(list.step(30));
    }
    let held = i64::try_from(FIRST + STRETCH).unwrap();
    assert_eq!(chosen(&list), (5_000 - held + 1) * 10, "as far as rows are held");
    library.serve(&mut list);
    assert_eq!(chosen(&list), (5_000 - 3_000) * 10);
    list.step(-3_000);
    library.serve(&mut list);
    assert_eq!(chosen(&list), 50_000);
    list.step(isize::MAX);
    library.serve(&mut list);
    assert_eq!(chosen(&list), 10);
}

#[test]
fn both_ends_are_one_answer_away() {
    let library = Library::of(5_000);
    let mut list = list(&library, View::All);
    list.to_bottom();
    assert!(list.is_jumping());
    assert_eq!(library.serve(&mut list)[0], Outcome::Replaced { follow: false });
    assert_eq!(chosen(&list), 10);
    list.scroll_into_view(20);
    assert_eq!(list.rows().len() - list.offset(), 20, "the last screen is full");
    list.to_top();
    library.serve(&mut list);
    assert_eq!((chosen(&list), list.offset()), (50_000, 0));
}

#[test]
fn an_answer_that_nobody_waits_for_any_more_is_dropped() {
    let library = Library::of(500);
    let mut list = list(&library, View::All);
    list.to_bottom();
    let late = list.ask().unwrap();
    list.set_view(View::Unread, Query::default());
    let asked = list.ask().unwrap();
    assert_eq!(library.reply(&mut list, &late), Outcome::Stale);
    assert_eq!(library.reply(&mut list, &asked), Outcome::Replaced { follow: false });
    assert_eq!(chosen(&list), 5_000);
}

#[test]
fn what_arrives_flows_in_until_somebody_chooses_and_waits_from_then_on() {
    let mut library = Library::of(5);
    let mut list = list(&library, View::All);
    library.arrive(60, 2);
    list.arrived();
    library.serve(&mut list);
    assert_eq!(chosen(&list), 60);
    list.step(1);
    list.scroll_into_view(20);
    library.arrive(70, 3);
    list.arrived();
    library.serve(&mut list);
    assert_eq!((chosen(&list), list.rows().len()), (50, 6));
    // Not even by way of the ends does it come in.
    list.to_bottom();
    list.to_top();
    library.serve(&mut list);
    assert_eq!(chosen(&list), 60);
    list.step(2);
    list.show_new();
    library.serve(&mut list);
    assert_eq!((chosen(&list), list.selected(), list.rows().len()), (40, 3, 7));
}

#[test]
fn what_is_chosen_keeps_its_line_when_new_rows_are_shown() {
    let mut library = Library::of(3_000);
    let mut list = list(&library, View::All);
    list.step(1_500);
    library.serve(&mut list);
    list.scroll_into_view(20);
    let line = list.selected() - list.offset();
    for key in 0..50 {
        library.arrive(20_000 + key, 2);
    }
    list.show_new();
    let asked = list.ask().unwrap();
    // Moving goes on meanwhile, and counts.
    list.step(3);
    library.reply(&mut list, &asked);
    list.scroll_into_view(20);
    assert_eq!(chosen(&list), 15_000 - 30);
    assert_eq!(list.selected() - list.offset(), (line + 3).min(18));
}

#[test]
fn an_article_just_read_stays_until_the_view_is_left() {
    let mut library = Library::of(600);
    let mut list = list(&library, View::Unread);
    list.mark(&read(6_000));
    library.rows[0].mark.read = true;
    // Far away and back: the rows are asked for anew.
    list.to_bottom();
    library.serve(&mut list);
    list.to_top();
    library.serve(&mut list);
    assert_eq!(chosen(&list), 6_000);
    assert!(list.chosen().unwrap().mark.read);
    list.set_view(View::Unread, list.query().clone());
    library.serve(&mut list);
    assert_eq!(chosen(&list), 5_990);
}

#[test]
fn a_mark_that_an_answer_on_its_way_does_not_know_of_is_shown() {
    let library = Library::of(600);
    let mut list = list(&library, View::All);
    list.to_bottom();
    let asked = list.ask().unwrap();
    list.mark(&read(10));
    library.reply(&mut list, &asked);
    assert!(list.chosen().unwrap().mark.read);
}

#[test]
fn the_next_unread_article_is_looked_for_in_the_library_where_no_held_row_is() {
    let mut library = Library::of(3_000);
    for row in &mut library.rows {
        row.mark.read = !matches!(row.key.0, 29_980 | 5_230);
    }
    let mut list = list(&library, View::All);
    let is_read = |row: &Row| row.mark.read;
    assert!(list.to_unread(true, is_read) && !list.is_jumping());
    assert_eq!(chosen(&list), 29_980);
    assert!(list.to_unread(true, is_read) && list.is_jumping());
    library.serve(&mut list);
    assert_eq!(chosen(&list), 5_230);
    assert!(list.to_unread(true, is_read), "the library will say that there is none");
    assert_eq!(library.serve(&mut list)[0], Outcome::NoUnread { forward: true });
    assert_eq!(chosen(&list), 5_230);
    assert!(list.to_unread(false, is_read));
    library.serve(&mut list);
    assert_eq!(chosen(&list), 29_980);
}

#[test]
fn scrolling_keeps_what_is_chosen_in_sight_with_a_row_around_it() {
    let mut list = list(&Library::of(30), View::All);
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
fn a_list_that_cannot_be_read_stays_what_it_is_and_is_not_asked_again() {
    let library = Library::of(600);
    let mut list = list(&library, View::All);
    list.step(150);
    let asked = list.ask().unwrap();
    assert!(list.failed(asked.number) && !list.failed(asked.number));
    assert_eq!(list.ask(), None);
    assert_eq!(chosen(&list), 4_500);
}
