//! What is marked is kept, or it is said that it is not: the real program on full
//! disks, in folders that may not be written. What kills cost stands in `kill.rs`.

use std::fs;
use std::path::PathBuf;

use crate::support::Home;

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
