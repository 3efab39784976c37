//! The real program, killed (SIGKILL) at any moment of all that it writes:
//! marking, taking in, fetching, importing, cleaning anew, compacting. What the
//! screen, a printed line or the exit status had confirmed is there, and library
//! and journals open.
//!
//! Every other kill comes when the clock says so, anywhere between the start and
//! the end; those between come when the files do: just as a journal, a library or
//! a file that is about to take the place of another has changed, or very soon
//! after. The moments are random, the same in each run as far as a clock lets them
//! be, and nothing depends on when they come. `KABAR_KILLS=500 cargo test --test it
//! kill::` kills so often in each test, and prints how often that was. Kills before
//! each single call that writes stand in `kill/calls.rs`.

#![cfg(unix)]

mod calls;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime};

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

/// The longest that a kill waits after a change of files, in microseconds: as long
/// as a few files take to the disk.
const SOON: usize = 4_000;

/// Counts how often files change, as their length and time show it to somebody who
/// keeps looking.
struct Watch {
    files: Vec<PathBuf>,
    before: Vec<Option<(u64, SystemTime)>>,
    n_changes: usize,
}

impl Watch {
    fn new(files: &[PathBuf]) -> Self {
        let mut watch = Self { files: files.to_vec(), before: Vec::new(), n_changes: 0 };
        watch.look();
        watch.n_changes = 0;
        watch
    }

    /// How many changes there were so far.
    fn look(&mut self) -> usize {
        let seen = |it: &PathBuf| fs::metadata(it).ok().and_then(|it| Some((it.len(), it.modified().ok()?)));
        let now: Vec<_> = self.files.iter().map(seen).collect();
        if now != self.before {
            self.before = now;
            self.n_changes += 1;
        }
        self.n_changes
    }
}

/// Kills that come anywhere between the start and the end of a program.
struct Killer {
    chance: Chance,
    /// What changes while it runs.
    files: Vec<PathBuf>,
    /// How long a run takes, and how often it is seen to change the files.
    span: Duration,
    n_changes: usize,
    /// Kills, how many of them came too late, and how many when a file changed.
    kills: usize,
    late: usize,
    at_changes: usize,
}

impl Killer {
    /// Takes its measure from a run that nobody kills, and that writes these files.
    #[expect(clippy::disallowed_methods, reason = "how long a run takes says when to kill the next ones")]
    fn of(run: Run<'_>, files: &[PathBuf]) -> Self {
        let mut watch = Watch::new(files);
        let start = Instant::now();
        let done = run.killed_when(
            || {
                watch.look();
                false
            },
            Duration::ZERO,
        );
        let (span, n_changes) = (start.elapsed(), watch.look());
        assert!(done.confirmed && n_changes > 0, "{done:?}, which wrote {n_changes} times");
        let chance = Chance(0x2545_f491_4f6c_dd1d);
        Self { chance, files: files.to_vec(), span, n_changes, kills: 0, late: 0, at_changes: 0 }
    }

    fn kill(&mut self, run: Run<'_>) -> Killed {
        let killed = if self.kills.is_multiple_of(2) {
            run.killed_after(self.span * u32::try_from(self.chance.below(1_050)).unwrap() / 1_000)
        } else {
            let (mut watch, nth) = (Watch::new(&self.files), 1 + self.chance.below(self.n_changes));
            let killed = run.killed_when(|| watch.look() >= nth, self.soon());
            self.at_changes += usize::from(watch.n_changes >= nth && !killed.confirmed);
            killed
        };
        self.kills += 1;
        self.late += usize::from(killed.confirmed);
        killed
    }

    /// At once, or a little later.
    fn soon(&mut self) -> Duration {
        let soon = self.chance.below(SOON);
        Duration::from_micros(u64::try_from(soon).unwrap()) * u32::from(self.chance.below(3) > 0)
    }
}

impl Drop for Killer {
    fn drop(&mut self) {
        let Self { kills, late, at_changes, .. } = self;
        println!(
            "killed {kills} times, {at_changes} of them just when a file had changed, {late} after the end"
        );
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

/// This device's journal.
fn journal(home: &Home) -> PathBuf {
    state(home).join("own.jsonl")
}

/// What a run that writes into the library is seen to change.
fn library(home: &Home) -> Vec<PathBuf> {
    ["library.db", "library.db-wal"].map(|it| data(home).join(it)).to_vec()
}

/// How many marks the library holds, whatever the journals say.
fn n_in_library(home: &Home) -> usize {
    let mut n = 0;
    let (store, _) = Store::open(&data(home), 0).unwrap();
    store.each_mark(|_, it| n += usize::from(it.mark().bookmarked)).unwrap();
    n
}

#[test]
fn marks_that_the_exit_status_confirmed_are_kept() {
    let home = stories(n_kills() + 2).file("data/device", "own");
    let mark = |i| home.kabar(&format!("mark bookmark news/{i}.txt"));
    mark(n_kills() + 1).run().fine();
    let files: Vec<PathBuf> = library(&home).into_iter().chain([journal(&home)]).collect();
    let mut killer = Killer::of(mark(n_kills()), &files);
    let (mut confirmed, mut between) = (2, 0);
    for i in 0..n_kills() {
        let before = fs::metadata(journal(&home)).unwrap().len();
        confirmed += usize::from(killer.kill(mark(i)).confirmed);
        let in_library = n_in_library(&home);
        let n = n_bookmarked(&home);
        assert!(n >= confirmed, "{n} of {confirmed} after {i}");
        between += usize::from(n > in_library && fs::metadata(journal(&home)).unwrap().len() > before);
        confirmed = n;
    }
    println!("{between} kills came when the journal had the mark and the library had not");
    mark(0).run().fine();
}

#[test]
fn marks_that_the_screen_showed_are_kept() {
    const STORIES: usize = 20;
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let (mut n_shown, mut n_more, mut n_told) = (0, 0, 0);
    let starred = |text: &str| -> Vec<String> {
        text.lines().filter(|it| it.contains('★')).map(str::to_owned).collect()
    };
    for kill in 0..n_kills() {
        // A new one each time: to take a mark back is a mark too, and may be kept
        // before the screen shows it.
        let home = stories(STORIES);
        let mut terminal = Terminal::start(&home, (60, 90), &["news"], &[]);
        terminal.shows("Story number 0").shows("Story number 19").shows("All 20");
        if kill % 2 == 0 {
            // The first words of it, before anything else can follow.
            terminal.press("b").shows("bookmarked ·");
        } else {
            // Each key changes the mark of the next article. Some of them are shown
            // by then, and others on their way.
            let n = 1 + chance.below(STORIES - 1);
            terminal.press(&"bj".repeat(STORIES));
            terminal.comes_to(&format!("{n} marks"), |text| starred(text).len() >= n);
            pause(chance.below(SOON));
        }
        terminal.kill();
        let text = terminal.text();
        let (shown, told) = (starred(&text), text.contains("bookmarked ·"));
        let n_kept = n_bookmarked(&home);
        n_shown += shown.len();
        n_told += usize::from(told);
        n_more += n_kept - shown.len().min(n_kept);
        assert!(n_kept > 0 || !told, "lost what the foot had told:\n{text}");
        let kept = home.kabar("list --bookmarks --format json news").run().json();
        let kept: Vec<&str> = kept.iter().map(|it| it["title"].as_str().unwrap()).collect();
        for row in shown {
            assert!(
                kept.iter().any(|it| row.contains(&format!("{it} ")) || row.ends_with(it)),
                "lost a mark that was shown, {row}: {kept:?}"
            );
        }
    }
    println!(
        "killed {} times, when {n_shown} marks were shown and {n_told} told; {n_more} more were kept",
        n_kills()
    );
    assert!(n_shown > 0 && n_told > 0, "some kills came after a mark");
}

/// Lets some microseconds pass without giving the processor away.
#[expect(clippy::disallowed_methods, reason = "a kill is to come a moment later")]
fn pause(micros: usize) {
    let until = Instant::now() + Duration::from_micros(u64::try_from(micros).unwrap());
    while Instant::now() < until {
        std::hint::spin_loop();
    }
}

/// A home with a journal that is worth shortening: 30 stories are bookmarked, and
/// many articles that are elsewhere. Gives the journal, and a line of it that no
/// longer counts when another one like it follows.
fn long_journal() -> (Home, String) {
    let home = stories(30).file("data/device", "own");
    let listed = home.kabar("list --format json news").run().fine().json();
    let ids = listed.iter().map(|it| it["id"].as_str().unwrap().parse().unwrap());
    let elsewhere = (0..2_000_u64).map(|it| {
        let mut bytes = [7; 10];
        bytes[..8].copy_from_slice(&it.to_be_bytes());
        kabar::article::ArticleId::from_bytes(bytes)
    });
    let bookmark = |id| Change { id, field: Field::Bookmarked(true) };
    let bookmarks: Vec<Change> = ids.chain(elsewhere).map(bookmark).collect();
    let mut marks = Marks::open(&state(&home), &data(&home), 0);
    marks.record(&bookmarks, 1).unwrap();
    marks.record(&[Change { id: bookmarks[0].id, field: at(7) }], 2).unwrap();
    drop(marks);
    let scrolled = fs::read_to_string(journal(&home)).unwrap().lines().last().unwrap().to_owned() + "\n";
    (home, scrolled)
}

#[test]
fn a_journal_that_is_being_compacted_says_the_same_after() {
    let (home, scrolled) = long_journal();
    let (journal, all) = (journal(&home), 2_030);
    let new = journal.with_extension("jsonl.new");
    let mut chance = Chance(0x1234_5678_9abc_def1);
    let (mut n_during, mut n_after) = (0, 0);
    for kill in 0..n_kills() {
        // More lines that no longer count than do.
        let text = fs::read_to_string(&journal).unwrap() + &scrolled.repeat(4_200);
        fs::write(&journal, &text).unwrap();
        let _ = fs::remove_file(&new);
        let is_short = || fs::metadata(&journal).unwrap().len() < text.len() as u64;
        let mut terminal = Terminal::start(&home, (60, 20), &["news"], &[]);
        // The reader compacts as soon as it runs, while it draws. A kill comes when
        // the new journal is there and may not be whole, when it has taken the place
        // of the old one, or some time before that.
        match kill % 4 {
            0 => {
                let kill_at = chance.below(800);
                terminal.wait("beginning", |seen| seen.bytes.len() >= kill_at || seen.ended);
            }
            1 => terminal.until("short journal", is_short),
            _ => terminal.until("new journal", || is_short() || new.exists()),
        }
        pause(chance.below(SOON) * (kill % 2));
        terminal.kill();
        n_during += usize::from(new.exists());
        n_after += usize::from(is_short());
        assert!(!new.exists() || !is_short());
        assert_eq!(n_bookmarked(&home), all, "after {kill}");
    }
    println!(
        "killed {} times, {n_during} of them while the new journal was written, {n_after} when it was there",
        n_kills()
    );
    assert!(n_during > 0 && n_after > 0);
    let mut marks = Marks::open(&state(&home), &data(&home), 0);
    marks.tend().unwrap();
    assert!(marks.told().is_empty(), "nothing was missing");
    assert_eq!(n_bookmarked(&home), all);
}

#[test]
fn a_library_that_takes_in_opens_with_whole_articles() {
    // Three batches.
    const STORIES: usize = 600;
    let home = many(STORIES);
    let search = || home.kabar("search harbour --limit 1 news");
    let mut killer = Killer::of(search(), &library(&home));
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
    // Several batches.
    const STORIES: usize = 150;
    let home = many(STORIES);
    home.kabar("search harbour --limit 1 news").run().fine();
    // Without `--all` there is nothing to do: they were read by the rules of today.
    let reclean = || home.kabar("reclean --all");
    let mut killer = Killer::of(reclean(), &library(&home));
    for _ in 0..n_kills() {
        let killed = killer.kill(reclean());
        assert!(!killed.confirmed || killed.stdout.starts_with("150 articles read again"), "{killed:?}");
        assert_eq!(whole(&home), STORIES);
    }
    reclean().run().fine();
    assert_eq!(whole(&home), STORIES);
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
    // The first is written beside the second, and then takes its place.
    let files = |home: &Home| ["feeds.toml.new", "feeds.toml"].map(|it| home.config().join(it)).to_vec();
    let mut killer = Killer::of(home.kabar("import start.opml"), &files(&home));
    let mut unfinished = 0;
    for round in 1..=n_kills() {
        // Long files take long to read, and nothing is learned by it.
        if round % 50 == 0 {
            home = Home::new().file("config/feeds.toml", mine);
            killer.files = files(&home);
        }
        home = home.file("list.opml", opml(round));
        let killed = killer.kill(home.kabar("import list.opml"));
        unfinished += usize::from(files(&home)[0].exists());
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
    println!("{unfinished} kills came while the new file was written");
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
    let mut killer = Killer::of(home.kabar("fetch"), &library(&home));
    let mut n_lines = 0;
    for kill in 1..=n_kills() {
        let this = kill % ROUNDS;
        round.store(this, Ordering::SeqCst);
        if this == 0 {
            home = begin();
            killer.files = library(&home);
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
