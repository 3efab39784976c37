//! Feeds and what they bring.

use super::*;
use crate::article::{FullText, Poll, Row, Source, Subscription, Tally, Window};

pub(super) const FEED: &str = "https://ferry.example/rss";
pub(super) const OTHER: &str = "https://port.example/atom";

/// An entry of a feed: what the feed calls it, and the article that it holds.
pub(super) fn entry(feed: &str, name: &str, piece: &Piece) -> Taken {
    let mut article = piece.article();
    feed.clone_into(&mut article.source);
    article.outlet = None;
    let says = Hash::of(piece.body.as_bytes());
    let seen = Seen::Entry { feed: feed.to_owned(), id: name.to_owned(), says };
    taken(&article, piece.body, Some(seen))
}

impl Shelf {
    pub(super) fn fetch(&mut self, feed: &str, batch: &[Taken]) -> Report {
        let about = About { title: Some(format!("Title of {feed}")), home: None };
        self.store.take_in_feed(feed, &about, batch, &Poll::default(), NOW).unwrap()
    }

    pub(super) fn follow(&mut self, urls: &[&str]) {
        let all: Vec<Subscription> =
            urls.iter().map(|it| Subscription { url: (*it).to_owned(), ..Subscription::default() }).collect();
        self.store.set_subscriptions(&all).unwrap();
    }

    fn rows(&self) -> Vec<Row> {
        let query = Query::default();
        let all = Listing { query: &query, window: Window::Top, limit: 100, kept: &[], until: u64::MAX };
        self.store.rows(&all).unwrap()
    }

    pub(super) fn mark(&self, id: u8, sql: &str) {
        let put = "INSERT INTO mark (id) VALUES (?1) ON CONFLICT (id) DO NOTHING";
        self.store.connection.execute(put, [[id; 10]]).unwrap();
        let set = format!("UPDATE mark SET {sql} WHERE id = ?1");
        self.store.connection.execute(&set, [[id; 10]]).unwrap();
    }
}

#[test]
fn a_feed_is_known_by_what_it_says_and_what_its_reader_says() {
    let mut shelf = Shelf::new();
    let named = Subscription {
        url: OTHER.to_owned(),
        title: Some("My port".to_owned()),
        folder: Some("World/Sea".to_owned()),
        tags: vec!["sea".to_owned(), "two words".to_owned()],
        full_text: Some(FullText::Auto),
    };
    let plain = Subscription { url: FEED.to_owned(), ..Subscription::default() };
    shelf.store.set_subscriptions(&[named.clone(), plain.clone()]).unwrap();
    shelf.fetch(FEED, &[]);
    shelf.fetch(OTHER, &[]);
    let feeds = shelf.store.feeds().unwrap();
    assert_eq!(feeds.iter().map(|it| &it.subscription).collect::<Vec<_>>(), [&named, &plain]);
    assert_eq!(
        (feeds[0].name.as_str(), feeds[1].name.as_str()),
        ("My port", "Title of https://ferry.example/rss")
    );
    let quoting = Poll { problem: Some(r#"it says "problem":null"#.to_owned()), ..Poll::default() };
    for poll in [Poll::default(), Poll { problem: Some("gone".to_owned()), ..Poll::default() }, quoting] {
        shelf.store.put_polls([(FEED, &poll)]).unwrap();
        let as_shown = |it: Feed| Source {
            url: it.subscription.url,
            name: it.name,
            folder: it.subscription.folder,
            tags: it.subscription.tags,
            unread: it.tally.unread,
            failing: it.poll.problem.is_some(),
        };
        let feeds: Vec<Source> = shelf.store.feeds().unwrap().into_iter().map(as_shown).collect();
        assert_eq!(shelf.store.feeds_shown().unwrap(), feeds);
    }
    shelf.store.set_subscriptions(&[plain]).unwrap();
    assert_eq!(shelf.store.feeds().unwrap().len(), 1);
}

#[test]
fn what_is_remembered_of_a_feed_comes_back() {
    let mut shelf = Shelf::new();
    assert_eq!(shelf.store.poll(FEED).unwrap(), None);
    let poll = Poll {
        etag: Some("\"a\u{e9}\"".to_owned()),
        asked: 5,
        moved: Some((OTHER.to_owned(), 2)),
        skip_hours: vec![1, 2],
        ..Poll::default()
    };
    shelf.store.put_polls([(FEED, &poll)]).unwrap();
    assert_eq!(shelf.store.poll(FEED).unwrap(), Some(poll));
}

#[test]
fn an_entry_is_one_article_in_whatever_feeds_and_however_often() {
    let mut shelf = Shelf::new();
    shelf.follow(&[FEED, OTHER]);
    let one = piece(1, "Harbor", "Near the sea.");
    let batch =
        [entry(FEED, "a", &one), entry(FEED, "b", &one), entry(FEED, "c", &piece(2, "Fish", "Fresh."))];
    assert_eq!(shelf.fetch(FEED, &batch), Report { new: 2, updated: 0, known: 1 });
    assert_eq!(shelf.fetch(OTHER, &[entry(OTHER, "x", &one)]), Report { new: 0, updated: 0, known: 1 });
    assert_eq!(shelf.found(""), ["Fish", "Harbor"]);
    assert_eq!(shelf.found("feed:port"), ["Harbor"]);
    assert_eq!(shelf.found("-feed:port"), ["Fish"]);
    assert_eq!(shelf.found(&format!("feed:{FEED}")), ["Fish", "Harbor"]);
    let header = &shelf.rows()[0].header;
    assert_eq!(
        (header.source.as_str(), header.outlet.as_deref()),
        (FEED, Some("Title of https://ferry.example/rss"))
    );
    assert!(shelf.store.check().unwrap().is_empty());
}

#[test]
fn entries_that_hold_what_they_held_are_known() {
    let mut shelf = Shelf::new();
    let one = piece(1, "Harbor", "Near the sea.");
    let hash = Hash::of(one.body.as_bytes());
    let asked = [("a", hash), ("a", Hash::of(b"other")), ("b", hash)];
    assert_eq!(shelf.store.known_entries(FEED, &asked).unwrap(), [false, false, false]);
    shelf.fetch(FEED, &[entry(FEED, "a", &one)]);
    assert_eq!(shelf.store.known_entries(FEED, &asked).unwrap(), [true, false, false]);
    assert_eq!(shelf.store.known_entries(OTHER, &asked).unwrap(), [false, false, false]);
}

#[test]
fn of_two_feeds_the_first_says_what_an_article_says() {
    let mut shelf = Shelf::new();
    shelf.follow(&[FEED, OTHER]);
    shelf.fetch(FEED, &[entry(FEED, "a", &piece(1, "Harbor", "All of it, near the sea."))]);
    shelf.fetch(OTHER, &[entry(OTHER, "x", &piece(1, "Harbor", "Sea."))]);
    let changed = entry(OTHER, "x", &piece(1, "Harbor", "Lake."));
    assert_eq!(shelf.fetch(OTHER, &[changed]), Report { new: 0, updated: 0, known: 1 });
    assert_eq!((shelf.found("near"), shelf.rows()[0].updated), (vec!["Harbor".to_owned()], false));
    let known = [("x", Hash::of(b"Lake."))];
    assert_eq!(shelf.store.known_entries(OTHER, &known).unwrap(), [true]);
}

#[test]
fn a_text_that_is_filled_in_is_no_other_one() {
    let mut shelf = Shelf::new();
    shelf.follow(&[FEED]);
    let summary = piece(1, "Harbor", "Near the sea.");
    shelf.fetch(FEED, &[entry(FEED, "a", &summary)]);
    let id = shelf.rows()[0].header.id;
    assert_eq!(shelf.store.original(id).unwrap().unwrap().bytes, b"Near the sea.");
    let whole = entry(FEED, "a", &piece(1, "Harbor", "Near the sea, and far from the hills."));
    assert!(shelf.store.fill_in(&whole).unwrap());
    assert_eq!((shelf.found("hills"), shelf.rows()[0].updated), (vec!["Harbor".to_owned()], false));
    // The feed still says what it said.
    let known = [("a", Hash::of(b"Near the sea."))];
    assert_eq!(shelf.store.known_entries(FEED, &known).unwrap(), [true]);
    assert!(!shelf.store.fill_in(&entry(FEED, "z", &piece(9, "Gone", "Nothing."))).unwrap());
    assert_eq!(shelf.store.entry_date(FEED, "a").unwrap(), shelf.rows()[0].header.published);
    assert_eq!(shelf.store.entry_date(FEED, "z").unwrap(), None);
    assert!(shelf.store.check().unwrap().is_empty());
}

#[test]
fn a_changed_entry_is_updated_in_place_and_keeps_its_marks() {
    let mut shelf = Shelf::new();
    shelf.follow(&[FEED]);
    shelf.fetch(FEED, &[entry(FEED, "a", &piece(1, "Harbor", "Near the sea."))]);
    assert!(!shelf.rows()[0].updated);
    shelf.mark(1, "read = 1, read_at = 7, bookmarked = 1, bookmarked_at = 7, block = 0, byte = 4, permille = 9, place_at = 7");
    let at = |url| Piece { url: Some(url), ..piece(3, "Harbour", "Near the lake.") };
    assert_eq!(shelf.fetch(FEED, &[entry(FEED, "a", &at("https://ferry.example/moved"))]).updated, 1);
    let [row] = &shelf.rows()[..] else { panic!("one article") };
    assert!(row.updated && row.mark.read && row.mark.bookmarked, "{row:?}");
    assert_eq!(row.mark.progress.map(|it| it.permille), Some(9));
    assert_eq!(shelf.found("sea"), Vec::<String>::new());
    // Of each field what was said last holds, under whichever id.
    shelf.mark(3, "read = 0, read_at = 9");
    let mark = shelf.rows()[0].mark;
    assert!(!mark.read && mark.bookmarked);
    let Tally { all, unread, bookmarked } = shelf.store.tally().unwrap();
    assert_eq!((all, unread, bookmarked), (1, 1, 1));
    assert_eq!(shelf.store.feeds().unwrap()[0].tally, shelf.store.tally().unwrap());
    assert!(shelf.store.check().unwrap().is_empty());
}

#[test]
fn counts_follow_what_comes_and_what_is_read() {
    let mut shelf = Shelf::new();
    shelf.follow(&[FEED, OTHER]);
    // Read on another machine before it came here.
    shelf.mark(1, "read = 1, read_at = 1");
    let (one, two) = (piece(1, "Harbor", "Near the sea."), piece(2, "Fish", "Fresh."));
    shelf.fetch(FEED, &[entry(FEED, "a", &one), entry(FEED, "b", &two), entry(FEED, "again", &two)]);
    shelf.fetch(OTHER, &[entry(OTHER, "a", &two)]);
    shelf.take(&[piece(9, "A file", "Words.")]);
    let counts = |shelf: &Shelf| {
        let feeds = shelf.store.feeds().unwrap();
        let of = |it: Tally| (it.all, it.unread, it.bookmarked);
        (of(shelf.store.tally().unwrap()), of(feeds[0].tally), of(feeds[1].tally))
    };
    assert_eq!(counts(&shelf), ((3, 2, 0), (2, 1, 0), (1, 1, 0)));
    shelf.mark(2, "read = 1, read_at = 1, bookmarked = 1, bookmarked_at = 1");
    assert_eq!(counts(&shelf), ((3, 1, 1), (2, 0, 1), (1, 0, 1)));
    shelf.store.connection.execute("DELETE FROM mark", []).unwrap();
    assert_eq!(counts(&shelf), ((3, 3, 0), (2, 2, 0), (1, 1, 0)));
    // An entry that holds another article now.
    shelf.fetch(FEED, &[entry(FEED, "again", &one)]);
    shelf.fetch(OTHER, &[entry(OTHER, "a", &one)]);
    assert_eq!(counts(&shelf), ((3, 3, 0), (2, 2, 0), (1, 1, 0)));
    shelf.store.rename_feed(OTHER, FEED).unwrap();
    let tally = shelf.store.feeds().unwrap()[0].tally;
    assert_eq!((tally.all, tally.unread), (2, 2));
}

#[test]
fn a_feed_that_moves_takes_all_with_it() {
    let mut shelf = Shelf::new();
    shelf.follow(&[FEED]);
    shelf.fetch(FEED, &[entry(FEED, "a", &piece(1, "Harbor", "Near the sea."))]);
    shelf.store.put_polls([(FEED, &Poll { asked: 7, ..Poll::default() })]).unwrap();
    shelf.store.rename_feed(FEED, OTHER).unwrap();
    assert_eq!(shelf.store.feeds().unwrap()[0].subscription.url, OTHER);
    assert_eq!(shelf.store.poll(OTHER).unwrap().unwrap().asked, 7);
    assert_eq!(shelf.rows()[0].header.source, OTHER);
    assert_eq!(shelf.fetch(OTHER, &[entry(OTHER, "a", &piece(1, "Harbor", "Near the sea."))]).known, 1);
}

#[test]
fn folders_and_tags_narrow_a_search() {
    let mut shelf = Shelf::new();
    let feed = |url: &str, folder: &str, tag: &str| Subscription {
        url: url.to_owned(),
        folder: Some(folder.to_owned()),
        tags: vec![tag.to_owned()],
        ..Subscription::default()
    };
    shelf.store.set_subscriptions(&[feed(FEED, "World/Sea", "blue"), feed(OTHER, "World", "red")]).unwrap();
    let tagged = {
        let one = piece(2, "Two", "Words.");
        let article = Article { source: OTHER.to_owned(), ..one.article() };
        let plain = entry(OTHER, "b", &one);
        let original = ("entry.html", one.body.as_bytes());
        Taken::tagged(
            plain.header,
            &article,
            &analyse(&article),
            original,
            plain.seen,
            &["Deep blue".to_owned()],
        )
    };
    shelf.fetch(FEED, &[entry(FEED, "a", &piece(1, "One", "Words."))]);
    shelf.fetch(OTHER, &[tagged, entry(OTHER, "c", &piece(3, "Three", "Words."))]);
    for (typed, found) in [
        ("folder:World", &["Three", "Two", "One"][..]),
        ("folder:World/Sea", &["One"]),
        ("-folder:World/Sea words", &["Three", "Two"]),
        ("folder:Wor", &[]),
        ("tag:blue", &["Two", "One"]),
        ("tag:\"deep blue\"", &["Two"]),
        ("-tag:blue", &["Three"]),
        ("tag:red", &["Three", "Two"]),
    ] {
        assert_eq!(shelf.found(typed), found, "{typed}");
    }
}

#[test]
fn an_entry_stands_no_later_than_it_was_seen_and_then_if_nobody_says_when() {
    let mut shelf = Shelf::new();
    let now = i64::try_from(NOW / 1_000).unwrap();
    let on = |id, title, published| Piece { published, ..piece(id, title, "Words.") };
    shelf.fetch(
        FEED,
        &[
            entry(FEED, "a", &on(1, "Next year", Some(now + 40_000_000))),
            entry(FEED, "b", &on(2, "Undated", None)),
            entry(FEED, "c", &on(3, "An hour ago", Some(now - 3_600))),
        ],
    );
    shelf.take(&[on(4, "A file of no date", None)]);
    assert_eq!(shelf.found(""), ["Next year", "Undated", "An hour ago", "A file of no date"]);
}

#[test]
fn what_was_packed_before_is_taken_in_as_if_it_were_not() {
    let (mut shelf, mut other) = (Shelf::new(), Shelf::new());
    let first = vec![
        entry(FEED, "1", &piece(1, "One", "The harbor.")),
        entry(FEED, "2", &piece(2, "Two", "The sea.")),
    ];
    // One that says something else, one that is called otherwise, one that is new.
    let second = vec![
        entry(FEED, "1", &piece(1, "One", "The harbor wall.")),
        entry(FEED, "2", &piece(3, "Three", "The seal.")),
        entry(FEED, "3", &piece(4, "Four", "The fish.")),
    ];
    for batch in [first, second] {
        let mut packed = batch.clone();
        shelf.store.pack(&mut packed).unwrap();
        assert!(packed.iter().any(|it| it.packed.is_some()));
        assert_eq!(shelf.fetch(FEED, &packed), other.fetch(FEED, &batch));
    }
    assert_eq!(shelf.rows(), other.rows());
    for row in shelf.rows() {
        let id = row.header.id;
        let original = |it: &Shelf| it.store.original(id).unwrap().map(|it| it.bytes);
        assert!(original(&shelf).is_some_and(|it| !it.is_empty()));
        assert_eq!(original(&shelf), original(&other));
        assert_eq!(shelf.store.article(id).unwrap(), other.store.article(id).unwrap());
    }
}

#[test]
fn what_the_library_follows_has_the_stamp_of_what_it_was_read_from() {
    let mut shelf = Shelf::new();
    let feed = |url: &str| Subscription { url: url.to_owned(), ..Subscription::default() };
    assert_eq!(shelf.store.stamp().unwrap(), None);
    assert!(shelf.store.follow(&[feed(FEED)], Some(7)).unwrap());
    assert_eq!(shelf.store.stamp().unwrap(), Some(7));
    assert!(!shelf.store.follow(&[feed(FEED)], Some(u64::MAX)).unwrap(), "the feeds are what they were");
    assert_eq!(shelf.store.stamp().unwrap(), Some(u64::MAX));
    assert!(shelf.store.set_subscriptions(&[feed(OTHER)]).unwrap());
    assert_eq!(shelf.store.stamp().unwrap(), None, "nobody knows what these were read from");
}
