//! What is marked is kept, or it is said that it is not: the real program on full
//! disks, in folders that may not be written. What kills cost stands in `kill.rs`.

use std::fs;
use std::path::PathBuf;

#[cfg(unix)]
use crate::pty::Terminal;
use crate::support::Home;
#[cfg(target_os = "linux")]
use crate::support::{APART, may_mount};

fn home(n: usize) -> Home {
    let article = |i| format!("Story number {i}\n\nThe harbour of number {i} is closed for the winter.\n");
    (0..n).fold(Home::new(), |home, i| home.file(&format!("news/{i}.txt"), article(i)))
}

/// The device's journal.
fn journal(home: &Home) -> PathBuf {
    let mut entries = fs::read_dir(home.config().join("state")).unwrap().map(|it| it.unwrap().path());
    entries.find(|it| it.extension().is_some_and(|it| it == "jsonl")).unwrap()
}

/// The titles of what is bookmarked.
fn bookmarked(home: &Home) -> Vec<String> {
    let listed = home.kabar("list --bookmarks --format json news").run().json();
    listed.iter().map(|it| it["title"].as_str().unwrap().to_owned()).collect()
}

#[cfg(unix)]
#[test]
fn on_a_full_disk_a_mark_is_refused_and_those_before_stay() {
    let home = home(2);
    home.kabar("mark bookmark news/0.txt").run().fine();
    let path = journal(&home);
    // Filled up to the limit, so that it is reached within the next line.
    let length = fs::metadata(&path).unwrap().len();
    for room in [0, 1, 20, 40] {
        let mut text = fs::read_to_string(&path).unwrap();
        text.truncate(usize::try_from(length).unwrap());
        text.push_str(&" ".repeat(512 * 4 - room - 1 - text.len()));
        text.push('\n');
        fs::write(&path, &text).unwrap();
        let done = home.kabar_on_a_full_disk(512 * 4, "mark bookmark news/1.txt").run();
        assert_eq!(done.code, 2, "{done:?}");
        let name = path.strip_prefix(home.path()).unwrap().display().to_string();
        assert!(done.stderr.contains(&format!("cannot write `HOME/{name}`: ")), "{done:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "as it was before");
        assert_eq!(bookmarked(&home), ["Story number 0"]);
    }
    home.kabar("mark bookmark news/1.txt").run().fine();
    assert_eq!(bookmarked(&home).len(), 2);
}

#[cfg(unix)]
#[test]
fn a_library_that_has_no_room_costs_no_mark() {
    let home = home(2);
    home.kabar("mark bookmark news/0.txt").run().fine();
    home.kabar("list news").run().fine();
    // The library cannot grow; the journal can.
    let done = home.kabar_on_a_full_disk(4096, "mark bookmark news/1.txt").run();
    assert_eq!(done.code, 0, "{done:?}");
    assert!(done.stderr.contains("library"), "{done:?}");
    assert_eq!(bookmarked(&home).len(), 2);
    home.kabar("search is:bookmarked --format json news").run().fine();
}

#[cfg(unix)]
#[test]
fn folders_that_vanish_under_a_reader_cost_no_mark() {
    let home = home(3).file("data/device", "own");
    let mut terminal = Terminal::start(&home, (110, 24), &["news"], &[]);
    terminal.shows("All 3").press("b").shows("Bookmarks 1");
    // The config is on a drive that is pulled out. What is marked meanwhile is kept
    // where it was, and with what comes back.
    let away = home.path().join("away");
    fs::rename(home.config(), &away).unwrap();
    terminal.press("jb").shows("Bookmarks 2");
    assert!(journal(&home).exists());
    fs::remove_dir_all(home.config()).unwrap();
    fs::rename(&away, home.config()).unwrap();
    // The folder of the library goes as well: who this device is cannot be known any
    // more, so nothing is marked, and that is told.
    fs::rename(home.path().join("data"), &away).unwrap();
    terminal.press("jb").shows("not saved: cannot write `");
    fs::rename(&away, home.path().join("data")).unwrap();
    terminal.press("b").shows("Bookmarks 3").press("q");
    assert_eq!(terminal.ends(), 0);
    let mut again = Terminal::start(&home, (110, 24), &["news"], &[]);
    again.shows("Bookmarks 3").press("q");
    assert_eq!(again.ends(), 0);
    assert_eq!(bookmarked(&home).len(), 3);
    let said = fs::read_to_string(journal(&home)).unwrap();
    assert_eq!(said.matches("\"bookmark\":true").count(), 3, "what the drive lacked is on it: {said}");
}

/// Puts config and data on a disk of its own, marks a story, and fills the disk to
/// the last byte.
#[cfg(target_os = "linux")]
const FULL: &str = "
    mount -t tmpfs -o size=8m none disk || exit 77
    export KABAR_CONFIG_DIR=$PWD/disk/config KABAR_DATA_DIR=$PWD/disk/data
    mkdir -p disk/data && printf own > disk/data/device
    \"$0\" mark bookmark news/0.txt || exit 78
    \"$0\" list news > /dev/null || exit 78
    # To the end of a page, of which the disk has no further one.
    size=$(wc -c < disk/config/state/own.jsonl)
    printf \"%$((4095 - size % 4096))s\\n\" '' >> disk/config/state/own.jsonl
    cat /dev/zero > disk/filler 2> /dev/null
";

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_is_named_and_nothing_is_lost_on_it() {
    if !may_mount() {
        return;
    }
    let opml = "<opml><body><outline xmlUrl='https://a.example/feed'/></body></opml>";
    let home = home(3).file("disk/here", "").file("list.opml", opml);
    let done = home
        .script(&format!(
            "{FULL}
            \"$0\" mark bookmark news/1.txt; echo mark $?
            \"$0\" import list.opml; echo import $?
            \"$0\" list --bookmarks news | wc -l
            rm disk/filler
            \"$0\" mark bookmark news/1.txt; echo mark $?
            \"$0\" import list.opml; echo import $?
            \"$0\" list --bookmarks news | wc -l
            \"$0\" doctor > report; echo doctor $?; grep wrong report"
        ))
        .run();
    let expected = "mark 2\nimport 2\n1\nmark 0\nlist.opml: 1 new, 0 there already\nimport 0\n2\ndoctor 0\n";
    assert_eq!(done.stdout, expected, "{}", done.stderr);
    for path in ["state/own.jsonl", "feeds.toml"] {
        let told = format!(
            "cannot write `HOME/disk/config/{path}`: No space left on device (os error 28); make room there and try again\n"
        );
        assert!(done.stderr.contains(&told), "{told}{}", done.stderr);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_reader_on_a_full_disk_says_why_a_mark_is_not_kept() {
    if !may_mount() {
        return;
    }
    let home = home(3).file("disk/here", "");
    let script = format!("{FULL} exec \"$0\" news");
    let line = [&APART[..], &[&script, env!("CARGO_BIN_EXE_kabar")]].concat();
    let mut terminal = Terminal::start_command(&home, (250, 24), &line, &[]);
    terminal.shows("Bookmarks 1").shows("All 3").press("jb");
    terminal.shows("disk/config/state/own.jsonl`: No space left on device (os error 28); make room there");
    assert!(!terminal.text().contains("Bookmarks 2"));
    terminal.press("j\r").shows("is closed for the winter").press("qq");
    // That the last marks are not kept is told once more, where it stays.
    assert_eq!(terminal.ends(), 2);
    terminal.shows("the last marks are not saved: cannot write `");
}

#[cfg(target_os = "linux")]
#[test]
fn a_config_on_a_disk_that_may_not_be_written_is_named_and_all_else_works() {
    if !may_mount() {
        return;
    }
    let opml = "<opml><body><outline xmlUrl='https://a.example/feed'/></body></opml>";
    let home = home(2).file("list.opml", opml);
    home.kabar("mark bookmark news/0.txt").run().fine();
    home.kabar("list news").run().fine();
    let done = home
        .script(
            "mount --bind config config && mount -o remount,bind,ro config || exit 77
            for command in 'mark read news/1.txt' 'import list.opml' 'list --bookmarks news' 'show news/1.txt' \
                'search harbour news' 'feeds'; do
                \"$0\" $command > out; echo $command $?
            done",
        )
        .run();
    let expected = "mark read news/1.txt 2\nimport list.opml 2\nlist --bookmarks news 0\nshow news/1.txt 0\n\
        search harbour news 0\nfeeds 1\n";
    assert_eq!(done.stdout, expected, "{}", done.stderr);
    for path in ["state/", "feeds.toml"] {
        assert!(done.stderr.contains(&format!("cannot write `HOME/config/{path}")), "{}", done.stderr);
    }
    assert_eq!(done.stderr.matches("it is mounted to be read only").count(), 2, "{}", done.stderr);
}

#[cfg(target_os = "linux")]
#[test]
fn a_library_on_a_disk_that_may_not_be_written_is_read_and_told() {
    if !may_mount() {
        return;
    }
    let home = home(2);
    home.kabar("mark bookmark news/0.txt").run().fine();
    home.kabar("list news").run().fine();
    let done = home
        .script(
            "mount --bind data data && mount -o remount,bind,ro data || exit 77
            for command in 'list news' 'list --bookmarks news' 'show news/1.txt' 'search harbour news' \
                'mark bookmark news/1.txt' 'list --bookmarks news'; do
                echo \"== $command\"; \"$0\" $command 2>&1; echo $?
            done",
        )
        .run();
    println!("{done:?}");
    assert_eq!(bookmarked(&home).len(), 2);
}

#[cfg(target_os = "linux")]
#[test]
fn where_nothing_may_be_written_marks_are_refused_and_all_else_works() {
    let home = home(1);
    // Nobody, not even the superuser, makes a file there.
    fs::create_dir_all(home.config()).unwrap();
    std::os::unix::fs::symlink("/proc/self/fd", home.config().join("state")).unwrap();
    let done = home.kabar("mark read news/0.txt").run();
    assert_eq!(done.code, 2, "{done:?}");
    assert!(done.stderr.contains("cannot write `HOME/config/state/"), "{done:?}");
    home.kabar("list news").run().fine();
    home.kabar("show news/0.txt").run().fine();
}
