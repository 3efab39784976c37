//! Several kabars on one library at the same time: no mark is lost, none is in
//! another one's way, each sees what the others do.

use std::time::{Duration, Instant};

use crate::support::Home;

const STORIES: usize = 12;

fn home() -> Home {
    let article = |i| format!("Story number {i:02}\n\nThe harbour of number {i} is closed for the winter.\n");
    (0..STORIES).fold(Home::new(), |home, i| home.file(&format!("news/{i:02}.txt"), article(i)))
}

fn bookmarked(home: &Home) -> usize {
    home.kabar("list --bookmarks --format json news").run().fine().json().len()
}

#[test]
fn kabars_that_mark_at_once_lose_no_mark() {
    let home = home();
    home.kabar("search harbour news").run().fine();
    let mark = |i| home.kabar(&format!("mark bookmark news/{i:02}.txt")).start();
    let mut all: Vec<_> = (0..STORIES).map(mark).collect();
    for child in &mut all {
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(bookmarked(&home), STORIES);
    let found = home.kabar("search is:bookmarked --format json news").run().fine();
    assert_eq!(found.json().len(), STORIES, "the library knows them too");
}

#[test]
fn kabars_that_mark_and_take_in_and_clean_at_once_are_in_nobodys_way() {
    let home = home();
    home.kabar("search harbour news").run().fine();
    let marks = (0..STORIES).map(|i| format!("mark bookmark news/{i:02}.txt"));
    let others = ["search harbour news", "list news", "reclean"].map(str::to_owned);
    let commands: Vec<String> = marks.chain(others.clone()).chain(others).collect();
    std::thread::scope(|scope| {
        let run = |args: &String| {
            let args = args.clone();
            let home = &home;
            scope.spawn(move || home.kabar(&args).run())
        };
        let runs: Vec<_> = commands.iter().map(run).collect();
        for (run, args) in runs.into_iter().zip(&commands) {
            let done = run.join().unwrap();
            assert_eq!((done.code, &*done.stderr), (0, ""), "{args}: {done:?}");
        }
    });
    assert_eq!(bookmarked(&home), STORIES);
}

#[cfg(unix)]
mod screens {
    use super::*;
    use crate::pty::Terminal;
    use crate::server::{Reply, Server};

    /// Within so long a reader shows what another kabar marked.
    const AT_ONCE: Duration = Duration::from_secs(1);

    #[test]
    fn a_mark_of_another_kabar_shows_within_a_second() {
        let home = home();
        let mut one = Terminal::start(&home, (80, 24), &["news"], &[]);
        let mut two = Terminal::start(&home, (80, 24), &["news"], &[]);
        one.shows("All 12").shows("Bookmarks 0");
        two.shows("All 12").shows("Bookmarks 0");
        let mut waits = Vec::new();
        for i in 0..6 {
            // With the time that the other one takes to start.
            let start = now();
            home.kabar(&format!("mark bookmark news/{i:02}.txt")).run().fine();
            one.shows(&format!("Bookmarks {}", i + 1));
            two.shows(&format!("Bookmarks {}", i + 1));
            waits.push(start.elapsed());
        }
        waits.sort();
        println!("half of the marks were on both screens after {:?}, all after {:?}", waits[3], waits[5]);
        // A machine may stumble once.
        assert!(waits[3] < AT_ONCE, "{waits:?}");
        one.press("q");
        two.press("q");
        assert_eq!((one.ends(), two.ends()), (0, 0));
        assert_eq!(bookmarked(&home), 6);
    }

    #[test]
    fn kabars_that_fetch_beside_a_reader_are_in_nobodys_way() {
        let feed: String = (0..200)
            .map(|i| {
                format!(
                    "<item><title>Entry {i}</title><guid>{i}</guid>\
                     <description>The harbour of entry {i} is closed.</description></item>"
                )
            })
            .collect();
        let feed = format!("<rss version='2.0'><channel><title>News</title>{feed}</channel></rss>");
        let server = Server::always(Reply::body(feed));
        let feeds: String =
            (0..4).map(|i| format!("[[feed]]\nurl = \"{}\"\n", server.url(&format!("/{i}")))).collect();
        let home = home().file("config/feeds.toml", feeds);
        let mut reader = Terminal::start(&home, (80, 40), &["news"], &[]);
        reader.shows("All 12");
        std::thread::scope(|scope| {
            let fetches: Vec<_> = (0..3).map(|_| scope.spawn(|| home.kabar("fetch").run())).collect();
            for i in 0..STORIES {
                home.kabar(&format!("mark read news/{i:02}.txt")).run().fine();
            }
            reader.press(&"bj".repeat(STORIES));
            let done: Vec<_> = fetches.into_iter().map(|it| it.join().unwrap()).collect();
            assert!(done.iter().any(|it| it.code == 0), "{done:?}");
            for it in done {
                assert!(it.code == 0 || it.stderr.contains("another kabar is refreshing"), "{it:?}");
                assert!(!it.stderr.contains("locked"), "{it:?}");
            }
        });
        reader.shows(&format!("Bookmarks {STORIES}"));
        assert!(!reader.text().contains("locked"), "{}", reader.text());
        reader.press("q");
        assert_eq!(reader.ends(), 0);
        assert_eq!(bookmarked(&home), STORIES);
        assert_eq!(home.kabar("list --unread --format json news").run().stdout, "");
        let found = home.kabar("search entry --format json --limit 1000 config").run();
        assert_eq!(found.json().len(), 200);
    }

    #[expect(clippy::disallowed_methods, reason = "how long a mark takes to be seen is what is promised")]
    fn now() -> Instant {
        Instant::now()
    }
}
