use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use super::*;
use crate::source::http::{Error, Freshness, RetryAfter, Validators};

const NOW: u64 = 1_794_657_600_000;
const FEED: &[u8] = b"<rss><channel><title>Harbor</title><item><title>Crane</title></item></channel></rss>";

/// Answers as a function says.
struct Fake<F>(F);

impl<F: Fn(&Request) -> Answer> Fetch for Fake<F> {
    fn get(&self, request: &Request) -> Result<Response, Error> {
        Ok(Response {
            answer: (self.0)(request),
            url: request.url.clone(),
            moved: None,
            validators: Validators::default(),
            freshness: Freshness::default(),
            retry_after: Some(RetryAfter::Seconds(3_600)),
        })
    }
}

fn body(bytes: &[u8]) -> Answer {
    Answer::Body(Body { bytes: bytes.to_vec().into(), content_type: ContentType::default() })
}

fn pool(answer: impl Fn(&Request) -> Answer + Send + Sync + 'static) -> Pool {
    Pool::new(Arc::new(Fake(answer)), || NOW, schedule::EVERY, HashMap::new())
}

fn ask(url: &str) -> Ask {
    Ask::Feed { url: url.to_owned(), poll: Box::default(), wish: Wish::Due }
}

/// All answers in the order of their tags.
fn all(pool: Pool) -> Vec<Came> {
    let mut answers: Vec<(usize, Came)> = pool.collect();
    answers.sort_by_key(|(tag, _)| *tag);
    answers.into_iter().map(|(_, came)| came).collect()
}

fn outcome(came: &Came) -> &Outcome {
    match came {
        Came::Feed { outcome, .. } => outcome,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_host_is_asked_one_question_at_a_time_and_hosts_at_once() {
    const HOSTS: usize = 4;
    let together = std::sync::Barrier::new(HOSTS);
    let busy: Arc<Mutex<HashSet<String>>> = Arc::default();
    let seen = Arc::clone(&busy);
    let mut pool = pool(move |request| {
        let host = request.url.host().to_owned();
        assert!(seen.lock().unwrap().insert(host.clone()), "two questions at once");
        // Goes on when as many hosts are asked at once.
        together.wait();
        seen.lock().unwrap().remove(&host);
        body(FEED)
    });
    for n in 0..HOSTS * 3 {
        pool.ask(n, ask(&format!("https://h{}.example/{n}", n % HOSTS)));
    }
    let answers = all(pool);
    assert!(answers.iter().all(|it| matches!(outcome(it), Outcome::Brought(_))), "{answers:?}");
    assert_eq!((answers.len(), busy.lock().unwrap().len()), (HOSTS * 3, 0));
}

#[test]
fn no_more_than_twelve_questions_are_on_their_way() {
    let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (count, within) = (Arc::clone(&now), Arc::clone(&most));
    let mut pool = pool(move |_| {
        within.fetch_max(count.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        thread::yield_now();
        count.fetch_sub(1, Ordering::SeqCst);
        body(FEED)
    });
    for n in 0..100 {
        pool.ask(n, ask(&format!("https://h{n}.example/")));
    }
    assert_eq!((all(pool).len(), most.load(Ordering::SeqCst) <= THREADS), (100, true));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "how far starts are apart is what is tested")]
fn t11_hosts_are_begun_with_one_after_the_other() {
    const HOSTS: u32 = 10;
    let mut pool = pool(|_| body(FEED));
    let begun = std::time::Instant::now();
    for n in 0..HOSTS {
        pool.ask(0, ask(&format!("https://h{n}.example/")));
    }
    all(pool);
    assert!(begun.elapsed() >= BETWEEN_STARTS * HOSTS, "{:?}", begun.elapsed());
}

#[test]
fn a_stuck_host_holds_no_other_and_nobody_who_wants_to_go() {
    let (go, gate) = mpsc::channel::<()>();
    let gate = Mutex::new(gate);
    let mut pool = pool(move |request| {
        if request.url.host() == "stuck.example" {
            let _ = gate.lock().unwrap().recv();
        }
        body(FEED)
    });
    pool.ask(0, ask("https://stuck.example/"));
    for n in 1..50 {
        pool.ask(n, ask(&format!("https://h{n}.example/")));
    }
    let others: HashSet<usize> = (1..50).map(|_| pool.next().unwrap().0).collect();
    assert_eq!(others, (1..50).collect());
    let stop = pool.stop();
    let stopper = thread::spawn(move || stop.now());
    assert_eq!(pool.next(), None);
    stopper.join().unwrap();
    drop(go);
}

#[test]
fn an_answer_that_does_not_come_soon_is_not_waited_for() {
    let (go, gate) = mpsc::channel::<()>();
    let gate = Mutex::new(gate);
    let mut pool = pool(move |_| {
        let _ = gate.lock().unwrap().recv();
        body(FEED)
    });
    assert_eq!(pool.next_within(Duration::from_mins(1)), None, "there is none to come");
    pool.ask(7, ask("https://a.example/"));
    assert_eq!(pool.next_within(Duration::ZERO), None);
    go.send(()).unwrap();
    assert_eq!(pool.next_within(Duration::from_mins(1)).unwrap().0, 7);
    assert_eq!(pool.next(), None);
}

#[test]
fn feeds_that_are_not_due_are_told_in_their_order_and_no_server_hears_of_them() {
    let mut pool = pool(|_| panic!("nobody is to be asked"));
    let poll = Poll { asked: NOW - 1, answered: NOW - 1, next: NOW + 9, ..Poll::default() };
    for n in 0..9 {
        let (url, poll) = (format!("https://h{}.example/{n}", n % 4), Box::new(poll.clone()));
        pool.ask(n, Ask::Feed { url, poll, wish: Wish::Due });
    }
    let told: Vec<(usize, Came)> = pool.collect();
    assert_eq!(told, (0..9).map(|n| (n, Came::NotAsked(Wait::Until(NOW + 9)))).collect::<Vec<_>>());
}

#[test]
fn two_names_for_one_feed_are_one_question() {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let mut pool = pool(move |_| {
        count.fetch_add(1, Ordering::SeqCst);
        body(FEED)
    });
    for (tag, url) in ["https://a.example/feed", "HTTPS://A.example/feed#top", " https://a.example:443/feed"]
        .into_iter()
        .enumerate()
    {
        pool.ask(tag, ask(url));
    }
    let answers = all(pool);
    assert_eq!((answers.len(), asked.load(Ordering::SeqCst)), (3, 1));
    assert!(answers.iter().all(|it| matches!(outcome(it), Outcome::Brought(_))));
}

#[test]
fn s5_after_too_many_questions_no_feed_of_that_host_is_asked() {
    let mut pool = pool(|request| match request.url.host() {
        "busy.example" => Answer::Busy { status: 429 },
        _ => body(FEED),
    });
    for (tag, url) in
        ["https://busy.example/1", "https://busy.example/2", "https://other.example/"].into_iter().enumerate()
    {
        pool.ask(tag, ask(url));
    }
    let answers = all(pool);
    let Came::Feed { outcome: Outcome::Failed(why), poll } = &answers[0] else { panic!("{answers:?}") };
    assert_eq!(why, "cannot fetch `https://busy.example/1`: the server answers 429: it was asked too often");
    assert_eq!(poll.barred, NOW + 3_600_000);
    assert_eq!(answers[1], Came::NotAsked(Wait::Barred(NOW + 3_600_000)));
    assert!(matches!(outcome(&answers[2]), Outcome::Brought(_)));
}

#[test]
fn c6_the_same_bytes_are_not_read_again() {
    let before = Poll { body: Some(hash(FEED)), ..Poll::default() };
    for (wish, same) in [(Wish::ByHand, true), (Wish::Anew, false)] {
        let mut pool = pool(|_| body(FEED));
        pool.ask(0, Ask::Feed { url: "https://a.example/".into(), poll: Box::new(before.clone()), wish });
        let answers = all(pool);
        assert_eq!(*outcome(&answers[0]) == Outcome::Same, same, "{wish:?}");
    }
}

#[test]
fn what_is_no_feed_is_told_and_stops_no_other() {
    let mut pool = pool(|request| match request.url.host() {
        "page.example" => body(b"<!DOCTYPE html><html><p>Log in.</p></html>"),
        "empty.example" => body(b""),
        "gone.example" => Answer::Gone,
        "fault.example" => panic!("a fault of ours"),
        "never.example" => Answer::NotModified,
        _ => body(FEED),
    });
    let hosts = ["page", "empty", "gone", "fault", "never", "good"];
    for (tag, host) in hosts.into_iter().enumerate() {
        pool.ask(tag, ask(&format!("https://{host}.example/")));
    }
    pool.ask(hosts.len(), ask("file:///etc/passwd"));
    let answers = all(pool);
    let told: Vec<String> = answers
        .iter()
        .map(|it| match outcome(it) {
            Outcome::Failed(why) => why.clone(),
            Outcome::Gone => "gone".to_owned(),
            other => format!("{other:?}").chars().take(7).collect(),
        })
        .collect();
    assert_eq!(
        told,
        [
            "cannot read `https://page.example/` as a feed: it is a page, not a feed",
            "cannot read `https://empty.example/` as a feed: it is empty",
            "gone",
            "kabar failed on `https://fault.example/`: please report it",
            "cannot fetch `https://never.example/`: it has not changed since nobody asked",
            "Brought",
            "cannot fetch `file:///etc/passwd`: only http and https are fetched, not file",
        ]
    );
}

#[test]
fn pages_are_strangers_and_pages() {
    let page = |mime: &str, text: &str| {
        let content_type = ContentType { mime: mime.to_owned(), charset: Some("iso-8859-1".to_owned()) };
        Answer::Body(Body { bytes: text.as_bytes().to_vec().into(), content_type })
    };
    let mut pool = pool(move |request| {
        assert_eq!((request.trust, request.accept), (Trust::Stranger, Accept::Page));
        match request.url.host() {
            "html.example" => page("text/html", "<p>Caf\u{e9}"),
            "film.example" => page("video/mp4", ""),
            _ => Answer::Failed { status: 404 },
        }
    });
    for (tag, host) in ["html", "film", "none"].into_iter().enumerate() {
        pool.ask(tag, Ask::Page { url: format!("https://{host}.example/") });
    }
    let answers = all(pool);
    let Came::Page(Ok(found)) = &answers[0] else { panic!("{answers:?}") };
    assert_eq!((found.url.as_str(), found.html.as_str()), ("https://html.example/", "<p>Café"));
    assert!(answers[1..].iter().all(|it| matches!(it, Came::Page(Err(_)))), "{answers:?}");
}
