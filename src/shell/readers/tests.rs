use std::sync::mpsc::channel;

use super::*;
use crate::app::effect::Survey;
use crate::article::{ArticleId, Key, Subscription};

/// The readers of a library in a folder, another connection to it as another kabar has
/// one, and what the readers say.
fn readers() -> (Readers, Store, Receiver<Event>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(folder.path(), 0).unwrap();
    let other = store.another().unwrap();
    let (to, events) = channel();
    let open = move || Ok(Opened { store, paths: None, kept: true, notices: Vec::new() });
    let readers = Readers::start(Box::new(open), to).unwrap();
    assert!(matches!(events.recv(), Ok(Event::Opened(Ok(_)))));
    (readers, other, events, folder)
}

/// The feeds that the sidebar gets, and whether it was told before that something had
/// been written.
fn surveyed(readers: &Readers, events: &Receiver<Event>) -> (usize, bool) {
    readers.order(Order::Survey(Survey { searches: Vec::new() }));
    let mut told = false;
    loop {
        match events.recv().unwrap() {
            Event::App(Msg::Arrived) => told = true,
            Event::App(Msg::Surveyed(contents)) => return (contents.sources.len(), told),
            other => panic!("{other:?}"),
        }
    }
}

fn follow(store: &mut Store, names: &[&str]) {
    let url = |name: &&str| format!("https://{name}.example/feed");
    let feeds = names.iter().map(|it| Subscription { url: url(it), ..Subscription::default() });
    assert!(store.set_subscriptions(&feeds.collect::<Vec<_>>()).unwrap());
}

#[test]
fn where_nobody_has_written_nothing_is_told_to_have_arrived() {
    let (readers, _other, events, _folder) = readers();
    assert_eq!(surveyed(&readers, &events), (0, false));
    for _ in 0..3 {
        readers.look();
        assert_eq!(surveyed(&readers, &events), (0, false));
    }
}

#[test]
fn what_another_kabar_wrote_since_the_first_look_is_told_once() {
    let (readers, mut other, events, _folder) = readers();
    assert_eq!(surveyed(&readers, &events), (0, false));
    follow(&mut other, &["harbor"]);
    readers.look();
    assert_eq!(surveyed(&readers, &events), (1, true));
    readers.look();
    assert_eq!(surveyed(&readers, &events), (1, false));
    follow(&mut other, &["harbor", "ferry"]);
    readers.look();
    assert_eq!(surveyed(&readers, &events), (2, true));
}

#[test]
fn rows_that_a_list_goes_on_with_come_after_what_the_screen_waits_for() {
    let read = |order| Asked::Read(Box::new(order));
    let ask = |number, reach| {
        let (query, kept) = (Query::default(), Vec::new());
        read(Order::List(Ask { number, query, reach, limit: 10, kept, until: u64::MAX }))
    };
    let below = Reach::Below(Key(7));
    let mut orders = Orders::default();
    orders.add(ask(1, below));
    orders.add(read(Order::Survey(Survey { searches: Vec::new() })));
    orders.add(read(Order::Load(Wanted { id: ArticleId::from_bytes([1; 10]), page: None })));
    let mut kinds = || std::iter::from_fn(|| orders.next()).map(|it| it.kind()).collect::<Vec<_>>();
    assert_eq!(kinds(), [Reading::Survey, Reading::Load, Reading::More]);
    orders.add(ask(2, below));
    orders.add(ask(3, Reach::Top));
    let next: Vec<Order> = std::iter::from_fn(|| orders.next()).collect();
    assert!(matches!(next.as_slice(), [Order::List(it)] if it.number == 3), "{next:?}");
}
