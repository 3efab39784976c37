//! Kills before every single call that writes: the program runs under `strace`,
//! which kills it (SIGKILL) as it enters its first such call, in another run its
//! second, and so on until it comes through. No moment between two writes is left
//! out, however short it is.
//!
//! Where there is no `strace`, or it may not trace, these tests do nothing but say
//! so. `KABAR_KILLS` is here the most calls that a test goes through.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use kabar::config::Paths;
use kabar::config::feeds::Feeds;
use kabar::library::Marks;

use super::{data, feed, journal, long_journal, n_bookmarked, n_kills, sound, state, stories};
use crate::pty::Terminal;
use crate::server::{Reply, Server};
use crate::store::{many, whole};
use crate::support::{Home, Killed};

/// Calls that change files or folders, or wait for the disk. Not all systems have
/// all of them.
const WRITING: &str = "?write,?writev,?pwrite64,?pwritev,?fsync,?fdatasync,?ftruncate,?fallocate,\
    ?rename,?renameat,?renameat2,?unlink,?unlinkat,?mkdir,?mkdirat";

/// Where `strace` is, if it can be used.
fn strace() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let found = std::env::split_paths(&folders).map(|it| it.join("strace")).find(|it| it.is_file());
    let works = |it: &PathBuf| {
        let run = Command::new(it).args(["-qq", "true"]).stderr(Stdio::null()).status();
        run.is_ok_and(|it| it.success())
    };
    let found = found.filter(works);
    if found.is_none() {
        println!("no strace here: nothing was killed");
    }
    found
}

/// What `strace` is told to kill a program as it enters a call of this name for the
/// `nth` time; each thread counts its own.
fn before(name: &str, nth: usize) -> Vec<String> {
    let (trace, kill) = (format!("trace=?{name}"), format!("inject=?{name}:signal=KILL:when={nth}"));
    ["-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &kill].map(str::to_owned).to_vec()
}

/// The calls that write and that a command makes: their names, and how often the
/// thread makes them that makes the most.
fn calls(strace: &Path, home: &Home, args: &str) -> Vec<(String, usize)> {
    let log = home.path().join("calls");
    let trace = format!("trace={WRITING}");
    let run = home.kabar(args).under(
        strace.to_str().unwrap(),
        ["-f", "-qq", "-e", "signal=none", "-e", &trace, "-o", log.to_str().unwrap()],
    );
    run.run().fine();
    let mut by_thread: BTreeMap<(String, String), usize> = BTreeMap::new();
    for line in fs::read_to_string(log).unwrap().lines() {
        let (thread, call) = line.split_once(' ').unwrap();
        // Where another thread comes between, the end of a call has a line of its own.
        if let Some((name, _)) = call.trim_start().split_once('(').filter(|(name, _)| !name.contains(' ')) {
            *by_thread.entry((name.to_owned(), thread.to_owned())).or_default() += 1;
        }
    }
    let mut calls: BTreeMap<String, usize> = BTreeMap::new();
    for ((name, _), n) in by_thread {
        let most = calls.entry(name).or_default();
        *most = n.max(*most);
    }
    calls.into_iter().collect()
}

/// Goes through the calls of a command, one after the other, each time in a home
/// that `begin` makes; in the short form, as many of them as there are to be kills.
fn before_every_call(args: &str, begin: impl Fn() -> Home, check: impl Fn(&Home, &Killed)) {
    let Some(strace) = strace() else { return };
    let calls = calls(&strace, &begin(), args);
    let all: Vec<(&str, usize)> =
        calls.iter().flat_map(|(name, n)| (1..=*n).map(move |nth| (name.as_str(), nth))).collect();
    let mut n_killed = 0;
    for &(name, nth) in all.iter().step_by(all.len().div_ceil(n_kills())) {
        let home = begin();
        let run = home.kabar(args).under(strace.to_str().unwrap(), before(name, nth));
        let killed = run.killed_when(|| false, Duration::ZERO);
        n_killed += usize::from(!killed.confirmed);
        check(&home, &killed);
    }
    println!("{args}: killed before {n_killed} of {} calls: {calls:?}", all.len());
}

#[test]
fn the_first_mark_of_all_is_whole_or_not_there() {
    let begin = || stories(2);
    before_every_call("mark bookmark news/1.txt", begin, |home, killed| {
        let n = n_bookmarked(home);
        assert!(n == 1 || n == 0 && !killed.confirmed, "{n}: {killed:?}");
        home.kabar("mark bookmark news/0.txt").run().fine();
        assert_eq!(n_bookmarked(home), n + 1);
        let journals = fs::read_dir(state(home)).unwrap().count();
        assert_eq!(journals, 1, "it is one device");
    });
}

#[test]
fn a_mark_is_whole_or_not_there() {
    let begin = || {
        let home = stories(3);
        home.kabar("mark bookmark news/0.txt").run().fine();
        home
    };
    before_every_call("mark bookmark news/1.txt news/2.txt", begin, |home, killed| {
        let n = n_bookmarked(home);
        assert!(n == 3 || (1..3).contains(&n) && !killed.confirmed, "{n}: {killed:?}");
        home.kabar("mark bookmark news/1.txt news/2.txt").run().fine();
        assert_eq!(n_bookmarked(home), 3);
    });
}

#[test]
fn a_list_is_imported_or_not() {
    let opml: String = (0..50).map(|i| format!("<outline xmlUrl='https://n.example/{i}'/>")).collect();
    let opml = format!("<opml><body>{opml}</body></opml>");
    let mine = "# Mine.\n[[feed]]\nurl = \"https://mine.example/\" # a friend's\n";
    let begin = || Home::new().file("config/feeds.toml", mine).file("list.opml", &opml);
    before_every_call("import list.opml", begin, |home, killed| {
        let feeds = || {
            let loaded = Feeds::of(&Paths { config: home.config(), data: data(home), home: None }).load();
            assert!(loaded.complete && loaded.problems.is_empty(), "{:?}", loaded.problems);
            loaded.subscriptions.len()
        };
        let n = feeds();
        assert!(n == 51 || n == 1 && !killed.confirmed, "{n}: {killed:?}");
        assert!(n == 51 || !killed.stdout.contains("50 new"), "{killed:?}");
        home.kabar("import list.opml").run();
        assert_eq!(feeds(), 51);
        assert!(fs::read_to_string(home.config().join("feeds.toml")).unwrap().starts_with(mine));
    });
}

#[test]
fn what_is_taken_in_is_whole() {
    // So few are put into the library at once, however slow the machine is.
    before_every_call(
        "search harbour --limit 1 news",
        || many(8),
        |home, killed| {
            let n = whole(home);
            assert!(n == 8 || n == 0 && !killed.confirmed, "{n}");
            home.kabar("search harbour --limit 1 news").run().fine();
            assert_eq!(whole(home), 8);
        },
    );
}

#[test]
fn what_is_cleaned_anew_is_whole() {
    let begin = || {
        let home = many(20);
        home.kabar("search harbour --limit 1 news").run().fine();
        home
    };
    before_every_call("reclean --all", begin, |home, _| assert_eq!(whole(home), 20));
}

#[test]
fn what_is_fetched_is_whole() {
    let server = Server::new(|seen| Reply::body(feed(seen.target.len(), 3)).header("ETag", "\"1\""));
    let url = server.url("/feed");
    let begin = || Home::new().file("config/feeds.toml", format!("[[feed]]\nurl = \"{url}\"\n"));
    before_every_call("fetch", begin, |home, killed| {
        sound(home);
        let (store, _) = kabar::store::Store::open(&data(home), 0).unwrap();
        for feed in store.feeds().unwrap() {
            let n = feed.tally.all;
            assert_eq!(n, if feed.poll.etag.is_some() { 4 } else { 0 });
            assert!(n == 4 || !killed.confirmed && !killed.stdout.contains("new"), "{killed:?}");
        }
        home.kabar("fetch --anew").run().fine();
        assert_eq!(store.tally().unwrap().all, 4);
    });
}

#[test]
fn a_journal_is_compacted_or_not() {
    let Some(strace) = strace() else { return };
    let (home, scrolled) = long_journal();
    let journal = journal(&home);
    let short = fs::read_to_string(&journal).unwrap();
    let (mut n_killed, mut n_new) = (0, 0);
    // What puts a journal in the place of another, by the names it has on all systems.
    for name in ["fsync", "rename", "renameat", "renameat2"] {
        for nth in 1.. {
            let text = short.clone() + &scrolled.repeat(4_200);
            fs::write(&journal, &text).unwrap();
            let new = journal.with_extension("jsonl.new");
            let _ = fs::remove_file(&new);
            let is_short = || fs::metadata(&journal).unwrap().len() < text.len() as u64;
            let line: Vec<String> = before(name, nth);
            let line: Vec<&str> = line.iter().map(String::as_str).collect();
            let line =
                [&[strace.to_str().unwrap()], &line[..], &[env!("CARGO_BIN_EXE_kabar"), "news"]].concat();
            let mut terminal = Terminal::start_command(&home, (60, 20), &line, &[]);
            terminal.wait("end or screen", |seen| {
                seen.ended || is_short() && String::from_utf8_lossy(&seen.bytes).contains("Bookmarks")
            });
            // Not all of its threads may have come to their call.
            terminal.try_press("q");
            let through = terminal.ends() == 0;
            n_new += usize::from(new.exists());
            assert_eq!(n_bookmarked(&home), 2_030, "before {name} {nth}");
            let mut marks = Marks::open(&state(&home), &data(&home), 0);
            marks.tend().unwrap();
            assert!(marks.told().is_empty(), "nothing was missing before {name} {nth}");
            if through {
                break;
            }
            n_killed += 1;
        }
    }
    println!("killed before {n_killed} calls, {n_new} of them with a new journal beside the old one");
    assert!(n_new > 0);
}
