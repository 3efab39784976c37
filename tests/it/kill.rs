//! The real program, killed (SIGKILL) at any moment of all that it writes:
//! marking, taking in, fetching, importing, cleaning anew, compacting. What the
//! screen, a printed line or the exit status had confirmed is there, and library
//! and journals open.
//!
//! The moments are random, the same in each run as far as a clock lets them be,
//! and nothing depends on when they come. `KABAR_KILLS=500 cargo test --test it
//! kill::` kills so often in each test, and prints how often that was.

#![cfg(unix)]

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use kabar::article::{Change, Field, Subscription};
use kabar::config::Paths;
use kabar::config::feeds::Feeds;
use kabar::library::Marks;
use kabar::store::Store;

use crate::devices::at;
use crate::fuzz::Chance;
use crate::pty::Terminal;
use crate::server::{Reply, Server};
use crate::store::{many, whole};
use crate::support::{Home, Killed, Run};

/// How often each test kills.
fn n_kills() -> usize {
    std::env::var("KABAR_KILLS").ok().and_then(|it| it.parse().ok()).unwrap_or(10)
}

/// Kills that come anywhere between the start and the end of a program.
struct Killer {
    chance: Chance,
    span: Duration,
    /// Kills, and how many of them came too late.
    kills: usize,
    late: usize,
}

impl Killer {
    /// Takes its time from a run that nobody kills.
    #[expect(clippy::disallowed_methods, reason = "how long a run takes says when to kill the next ones")]
    fn of(run: Run<'_>) -> Self {
        let start = Instant::now();
        run.run().fine();
        Self { chance: Chance(0x2545_f491_4f6c_dd1d), span: start.elapsed(), kills: 0, late: 0 }
    }

    fn kill(&mut self, run: Run<'_>) -> Killed {
        let span = self.span * u32::try_from(self.chance.below(1_050)).unwrap() / 1_000;
        let killed = run.killed_after(span);
        self.kills += 1;
        self.late += usize::from(killed.confirmed);
        killed
    }
}

impl Drop for Killer {
    fn drop(&mut self) {
        println!("killed {} times, {} of them after the end", self.kills, self.late);
    }
}

fn stories(n: usize) -> Home {
    let article = |i| format!("Story number {i}\n\nThe harbour of number {i} is closed for the winter.\n");
    (0..n).fold(Home::new(), |home, i| home.file(&format!("news/{i}.txt"), article(i)))
}

fn state(home: &Home) -> PathBuf {
    home.config().join("state")
}

fn data(home: &Home) -> PathBuf {
    home.path().join("data")
}

/// How many articles are bookmarked. Journals and library say the same, and the
/// worst that is told of them is a mark that was not whole.
fn n_bookmarked(home: &Home) -> usize {
    let mut marks = Marks::open(&state(home), &data(home), 0);
    let told: Vec<String> = marks.told().iter().map(ToString::to_string).collect();
    assert!(told.iter().all(|it| it.contains("ended in the middle of a mark")), "{told:?}");
    let count = |marks: &mut Marks| marks.all().iter().filter(|(_, it)| it.bookmarked).count();
    let n = count(&mut marks);
    assert_eq!(count(&mut Marks::with(None, &state(home), &data(home), 0)), n, "the journals say the same");
    sound(home);
    n
}

/// The library opens, and holds together.
fn sound(home: &Home) {
    let (store, notices) = Store::open(&data(home), 0).unwrap();
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
}

#[test]
fn marks_that_the_exit_status_confirmed_are_kept() {
    let home = stories(n_kills() + 1);
    let mark = |i| home.kabar(&format!("mark bookmark news/{i}.txt"));
    let mut killer = Killer::of(mark(n_kills()));
    let mut confirmed = 1;
    for i in 0..n_kills() {
        confirmed += usize::from(killer.kill(mark(i)).confirmed);
        let n = n_bookmarked(&home);
        assert!(n >= confirmed, "{n} of {confirmed} after {i}");
        confirmed = n;
    }
    mark(0).run().fine();
}

#[test]
fn marks_that_the_screen_showed_are_kept() {
    const STORIES: usize = 20;
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let mut n_shown = 0;
    for _ in 0..n_kills() {
        // A new one each time: to take a mark back is a mark too, and may be kept
        // before the screen shows it.
        let home = stories(STORIES);
        let mut terminal = Terminal::start(&home, (60, 90), &["news"], &[]);
        terminal.shows("Story number 0").shows("Story number 19").shows("All 20");
        let starred = |text: &str| -> Vec<String> {
            text.lines().filter(|it| it.contains('★')).map(str::to_owned).collect()
        };
        // Each key changes the mark of the next article.
        terminal.press(&"bj".repeat(STORIES));
        let kill_at = terminal.sent().len() + chance.below(1_500);
        terminal.wait("marks", |seen| seen.bytes.len() >= kill_at || seen.ended);
        terminal.kill();
        let shown = starred(&terminal.text());
        n_shown += shown.len();
        n_bookmarked(&home);
        let kept = home.kabar("list --bookmarks --format json news").run().json();
        let kept: Vec<&str> = kept.iter().map(|it| it["title"].as_str().unwrap()).collect();
        for row in shown {
            assert!(
                kept.iter().any(|it| row.contains(&format!("{it} ")) || row.ends_with(it)),
                "{row}: {kept:?}"
            );
        }
    }
    println!("killed {} times, when {n_shown} marks were shown", n_kills());
    assert!(n_shown > 0, "some kills came after a mark");
}

#[test]
fn a_journal_that_is_being_compacted_says_the_same_after() {
    let home = stories(30).file("data/device", "own");
    let ids: Vec<String> = {
        let listed = home.kabar("list --format json news").run().fine().json();
        listed.iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect()
    };
    let mut marks = Marks::open(&state(&home), &data(&home), 0);
    let bookmark = |id: &String| Change { id: id.parse().unwrap(), field: Field::Bookmarked(true) };
    let bookmarks: Vec<Change> = ids.iter().map(bookmark).collect();
    marks.record(&bookmarks, 1).unwrap();
    marks.record(&[Change { id: bookmarks[0].id, field: at(7) }], 2).unwrap();
    drop(marks);
    let journal = state(&home).join("own.jsonl");
    let scrolled = fs::read_to_string(&journal).unwrap().lines().last().unwrap().to_owned() + "\n";
    let mut chance = Chance(0x1234_5678_9abc_def1);
    let mut n_compacted = 0;
    for kill in 0..n_kills() {
        // More lines that no longer count than do.
        let text = fs::read_to_string(&journal).unwrap() + &scrolled.repeat(2_100);
        fs::write(&journal, &text).unwrap();
        let size = || fs::metadata(&journal).unwrap().len();
        let mut terminal = Terminal::start(&home, (60, 20), &["news"], &[]);
        // The reader compacts as soon as it runs, while it draws: every other kill
        // comes just when the new journal is there and may not be whole.
        let is_compacting = || size() < text.len() as u64 || journal.with_extension("jsonl.new").exists();
        if kill % 2 == 0 {
            let kill_at = chance.below(800);
            terminal.wait("beginning", |seen| seen.bytes.len() >= kill_at || seen.ended);
        } else {
            while !is_compacting() {
                std::thread::yield_now();
            }
        }
        terminal.kill();
        n_compacted += usize::from(size() < text.len() as u64);
        assert_eq!(n_bookmarked(&home), 30, "after {kill}");
    }
    println!("killed {} times, when {n_compacted} were compacted", n_kills());
    Marks::open(&state(&home), &data(&home), 0).tend().unwrap();
    assert_eq!(n_bookmarked(&home), 30);
}

#[test]
fn a_library_that_takes_in_opens_with_whole_articles() {
    // Three batches.
    const STORIES: usize = 600;
    let home = many(STORIES);
    let search = || home.kabar("search harbour --limit 1 news");
    let mut killer = Killer::of(search());
    let mut torn = 0;
    for _ in 0..n_kills() {
        let _ = fs::remove_dir_all(data(&home));
        let killed = killer.kill(search());
        let n = whole(&home);
        assert!(n == STORIES || !killed.confirmed, "{n}");
        torn += usize::from(n > 0 && n < STORIES);
    }
    println!("{torn} kills came between two batches");
    search().run().fine();
    assert_eq!(whole(&home), STORIES, "what was missing is taken in the next time");
}

#[test]
fn a_library_that_is_cleaned_anew_keeps_every_article() {
    const STORIES: usize = 150;
    let home = many(STORIES);
    home.kabar("search harbour --limit 1 news").run().fine();
    let mut killer = Killer::of(home.kabar("reclean"));
    for _ in 0..n_kills() {
        killer.kill(home.kabar("reclean"));
        assert_eq!(whole(&home), STORIES);
    }
    home.kabar("reclean").run().fine();
}

#[test]
fn a_list_that_is_imported_is_taken_as_a_whole_or_not_at_all() {
    const FEEDS: usize = 40;
    let opml = |round: usize| {
        let mut text = "<opml version='2.0'><body>".to_owned();
        for i in 0..FEEDS {
            write!(text, "<outline text='Feed {i}' xmlUrl='https://r{round}.example/{i}'/>").unwrap();
        }
        text + "</body></opml>"
    };
    let mine = "# Mine, and it stays.\n[[feed]]\nurl = \"https://mine.example/\" # a friend's\n";
    let mut home = Home::new().file("config/feeds.toml", mine).file("start.opml", opml(0));
    let mut killer = Killer::of(home.kabar("import start.opml"));
    for round in 1..=n_kills() {
        // Long files take long to read, and nothing is learned by it.
        if round % 50 == 0 {
            home = Home::new().file("config/feeds.toml", mine);
        }
        home = home.file("list.opml", opml(round));
        let killed = killer.kill(home.kabar("import list.opml"));
        let paths = Paths { config: home.config(), data: data(&home), home: None };
        let loaded = Feeds::of(&paths).load();
        assert!(loaded.complete && loaded.problems.is_empty(), "{:?}", loaded.problems);
        let of_round = |it: &&Subscription| it.url.starts_with(&format!("https://r{round}."));
        let n = loaded.subscriptions.iter().filter(of_round).count();
        assert!(n == 0 || n == FEEDS, "{n}");
        assert!(n == FEEDS || !killed.confirmed && !killed.stdout.contains("40 new"), "{killed:?}");
        assert_eq!(loaded.subscriptions.len() % FEEDS, 1, "those before are there still");
        assert!(fs::read_to_string(home.config().join("feeds.toml")).unwrap().starts_with(mine));
    }
    let home = home.file("list.opml", opml(0));
    home.kabar("feeds").run().fine();
}

/// A feed of what came in up to a round, the last rounds first.
fn feed(name: usize, round: usize) -> String {
    let mut text = format!("<rss version='2.0'><channel><title>Feed {name}</title>");
    for i in 0..=round {
        write!(
            text,
            "<item><title>Story {i} of {name}</title><guid>{name}-{i}</guid>\
             <link>https://news.example/{name}/{i}</link>\
             <description>What feed {name} says of the harbour in round {i}, and nobody else.</description></item>"
        )
        .unwrap();
    }
    text + "</channel></rss>"
}

#[test]
fn a_fetch_never_keeps_a_validator_without_the_articles_that_came_with_it() {
    const FEEDS: usize = 6;
    /// Then the feeds begin anew, so that they do not get long.
    const ROUNDS: usize = 20;
    let round = Arc::new(AtomicUsize::new(0));
    let now = Arc::clone(&round);
    let server = Server::new(move |seen| {
        let (name, round) = (seen.target[1..].parse().unwrap(), now.load(Ordering::SeqCst));
        let tag = format!("\"{round}\"");
        if seen.header("if-none-match") == Some(&tag) {
            return Reply::status(304).header("ETag", &tag);
        }
        Reply::body(feed(name, round)).header("ETag", &tag)
    });
    let urls: Vec<String> = (0..FEEDS).map(|it| server.url(&format!("/{it}"))).collect();
    let feeds: String = urls.iter().map(|it| format!("[[feed]]\nurl = \"{it}\"\n")).collect();
    let begin = || Home::new().file("config/feeds.toml", &feeds);
    let mut home = begin();
    let mut killer = Killer::of(home.kabar("fetch"));
    let mut n_lines = 0;
    for kill in 1..=n_kills() {
        let this = kill % ROUNDS;
        round.store(this, Ordering::SeqCst);
        if this == 0 {
            home = begin();
        }
        let killed = killer.kill(home.kabar("fetch"));
        sound(&home);
        let (store, _) = Store::open(&data(&home), 0).unwrap();
        for feed in store.feeds().unwrap() {
            let (name, n) = (&feed.name, feed.tally.all);
            let tag: Option<u64> = feed.poll.etag.as_ref().map(|it| it.trim_matches('"').parse().unwrap());
            // As many articles as came with the validator; none came without it.
            assert_eq!(n, tag.map_or(0, |it| it + 1), "{name} after {kill}");
            let told = killed.stdout.lines().any(|it| it.starts_with(&format!("{name}  ")));
            n_lines += usize::from(told);
            assert!(n > this as u64 || !told && !killed.confirmed, "{name} has {n} after {killed:?}");
        }
    }
    println!("{n_lines} feeds had been told before a kill");
    home.kabar("fetch").run().fine();
    let n = home.kabar("search harbour --format json --limit 1000 config").run().json().len();
    assert_eq!(n, FEEDS * (n_kills() % ROUNDS + 1));
}
