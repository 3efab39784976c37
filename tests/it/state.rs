//! Marks are kept, merged and never lost, whatever happens to the files; alike
//! whether the journals are read into memory or followed into a library.

use std::fs;
use std::path::PathBuf;

use kabar::article::{Change, Field, Mark, Place, Progress};
use kabar::library::Marks;
use kabar::state::{Error, Notice, Recorded, State};

use crate::devices::{By, Device, at, bring, by_both, changed, id, notices, opened, said};

#[test]
fn a_mark_survives_a_restart() {
    by_both(|by| {
        let mut device = Device::new("anna-0", by);
        device.set(id(1), Field::Read(true), 1_000);
        device.set(id(1), at(12), 1_001);
        device.set(id(2), Field::Bookmarked(true), 1_002);
        device.set(id(2), Field::Bookmarked(false), 1_003);
        assert!(device.reopen().is_empty());
        let progress = Progress { place: Place { block: 12, byte: 7 }, permille: 500 };
        assert_eq!(device.mark(id(1)), Mark { read: true, bookmarked: false, progress: Some(progress) });
        assert_eq!(device.mark(id(2)), Mark::default());
        assert_eq!(device.mark(id(3)), Mark::default());
    });
}

#[test]
fn a_mark_made_now_wins_over_a_clock_that_jumped_back() {
    by_both(|by| {
        let (mut anna, mut berta) = (Device::new("anna-0", by), Device::new("berta-1", by));
        anna.set(id(1), Field::Read(true), 9_000_000);
        bring(&anna.journal(), &berta.folder().join("anna-0.jsonl"));
        assert_eq!(changed(&mut berta.marks), [id(1)]);
        berta.set(id(1), Field::Read(false), 5);
        bring(&berta.journal(), &anna.folder().join("berta-1.jsonl"));
        assert_eq!(changed(&mut anna.marks), [id(1)]);
        assert!(!anna.mark(id(1)).read);
        assert!(!berta.mark(id(1)).read);
        anna.set(id(1), Field::Read(true), 6);
        anna.reopen();
        assert!(anna.mark(id(1)).read);
    });
}

#[test]
fn one_batch_may_change_a_field_twice() {
    by_both(|by| {
        let mut device = Device::new("anna-0", by);
        let twice = [true, false].map(|it| Change { id: id(1), field: Field::Read(it) });
        device.marks.record(&twice, 5).unwrap();
        assert!(!device.mark(id(1)).read);
        device.reopen();
        assert!(!device.mark(id(1)).read);
    });
}

#[test]
fn two_kabars_on_one_device_see_each_others_marks() {
    by_both(|by| {
        let mut device = Device::new("anna-0", by);
        let mut other = device.another();
        device.set(id(1), Field::Read(true), 5);
        assert_eq!(changed(&mut other), [id(1)]);
        assert!(changed(&mut other).is_empty());
        // What is learned while writing is told with what is caught up with next.
        other.record(&[Change { id: id(2), field: Field::Bookmarked(true) }], 5).unwrap();
        device.set(id(3), Field::Read(true), 5);
        assert_eq!(changed(&mut device.marks), [id(2)]);
        assert_eq!(changed(&mut other), [id(3)]);
        assert_eq!(said(&mut device.marks), said(&mut other));
    });
}

#[test]
fn kabars_that_write_at_once_lose_nothing() {
    by_both(|by| {
        let mut device = Device::new("anna-0", by);
        std::thread::scope(|scope| {
            for writer in 0..4_u8 {
                let mut marks = device.another();
                scope.spawn(move || {
                    for n in 0..10 {
                        let change = Change { id: id(writer * 10 + n), field: Field::Read(true) };
                        marks.record(&[change], 1).unwrap();
                    }
                    assert!(marks.told().is_empty());
                });
            }
        });
        assert!(device.reopen().is_empty());
        assert_eq!(device.marks.all().len(), 40);
        assert_eq!(said(&mut device.marks), said(&mut device.afresh()));
    });
}

#[test]
fn a_device_gets_a_name_with_its_first_mark_only() {
    let home = tempfile::tempdir().unwrap();
    let (folder, data) = (home.path().join("config/state"), home.path().join("data"));
    let mut marks = Marks::open(&folder, &data, 0);
    assert!(marks.told().is_empty() && !folder.exists() && !data.exists());
    marks.record(&[], 5).unwrap();
    assert!(!folder.exists() && !data.exists());
    marks.record(&[Change { id: id(1), field: Field::Read(true) }], 5).unwrap();
    let name = fs::read_to_string(data.join("device")).unwrap();
    assert!(folder.join(format!("{name}.jsonl")).exists());
    let mut again = Marks::open(&folder, &data, 0);
    assert!(again.told().is_empty() && again.mark(id(1)).read);
    assert!(data.join("library.db").exists());
}

#[test]
fn every_truncation_loses_the_torn_line_only() {
    let mut device = Device::new("anna-0", By::Memory);
    device.set(id(1), Field::Read(true), 5);
    device.set(id(2), at(3), 6);
    let whole = fs::read(device.journal()).unwrap();
    let aside = device.folder().join("anna-0.jsonl.torn");
    for cut in 0..=whole.len() {
        fs::write(device.journal(), &whole[..cut]).unwrap();
        let _ = fs::remove_file(&aside);
        // A line that lacks nothing but its end is whole.
        let ends: Vec<usize> = (0..=whole.len()).filter(|at| *at == 0 || whole[at - 1] == b'\n').collect();
        let lines = ends.iter().skip(1).filter(|end| cut >= **end - 1).count();
        let piece = cut - ends.iter().rfind(|end| cut >= **end).unwrap();
        let torn = piece > 0 && !ends.contains(&(cut + 1));

        let notices = device.reopen();
        assert_eq!(device.mark(id(1)).read, lines >= 2, "cut at {cut}");
        assert_eq!(device.mark(id(2)).progress.is_some(), lines >= 3, "cut at {cut}");
        assert_eq!(matches!(notices[..], [Notice::Torn { .. }]), torn, "cut at {cut}: {notices:?}");
        assert_eq!(aside.exists(), torn, "cut at {cut}");
        if torn {
            let piece = &whole[cut - piece..cut];
            assert_eq!(fs::read(&aside).unwrap(), [piece, b"\n"].concat());
        }
        device.set(id(3), Field::Read(true), 7);
        assert!(device.reopen().is_empty(), "cut at {cut}");
        assert!(device.mark(id(3)).read);
        assert_eq!(device.mark(id(1)).read, lines >= 2, "cut at {cut}");
    }
}

#[test]
fn what_a_cut_took_from_the_journal_is_written_into_it_again() {
    let mut device = Device::new("anna-0", By::Library);
    device.set(id(1), Field::Read(true), 5);
    device.set(id(2), at(3), 6);
    let before = said(&mut device.marks);
    let whole = fs::read(device.journal()).unwrap();
    for cut in 0..whole.len() {
        fs::write(device.journal(), &whole[..cut]).unwrap();
        device.reopen();
        assert_eq!(said(&mut device.marks), before, "cut at {cut}");
        // Even when something is marked before anybody looks.
        device.set(id(3), Field::Read(true), 7);
        device.reopen();
        device.marks.tend().unwrap();
        let mut there = device.afresh();
        assert!(there.mark(id(1)).read && there.mark(id(2)).progress.is_some(), "cut at {cut}");
        assert!(there.mark(id(3)).read, "cut at {cut}");
        device.set(id(3), Field::Read(false), 8);
        fs::write(device.journal(), &whole).unwrap();
        device.reopen();
        device.marks.tend().unwrap();
    }
}

#[test]
fn garbage_at_any_byte_costs_no_mark() {
    by_both(|by| {
        let mut device = Device::new("anna-0", by);
        device.set(id(1), Field::Read(true), 5);
        device.set(id(2), at(3), 6);
        let before = said(&mut device.marks);
        let whole = fs::read(device.journal()).unwrap();
        for place in 0..=whole.len() {
            let at_end = place == 0 || whole[place - 1] == b'\n';
            let garbage: &[u8] = b"\xff\0\n{\"t\":\n";
            fs::write(device.journal(), [&whole[..place], garbage, &whole[place..]].concat()).unwrap();
            let told = device.reopen();
            assert!(
                told.iter().any(|it| matches!(it, Notice::Damaged { path, .. } if *path == device.journal())),
                "at {place}: {told:?}"
            );
            let there = said(&mut device.marks);
            // In memory a line that was hit is gone; the library knows it still.
            if at_end || matches!(by, By::Library) {
                assert_eq!(there, before, "at {place}");
            }
            device.marks.tend().unwrap();
            device.set(id(3), Field::Read(true), 7);
            assert!(device.afresh().mark(id(3)).read, "at {place}");
            if matches!(by, By::Library) {
                assert!(said(&mut device.afresh()).len() >= before.len(), "at {place}");
            }
            device.set(id(3), Field::Read(false), 7);
        }
    });
}

#[test]
fn a_line_that_another_kabar_tore_is_set_aside_before_the_next_mark() {
    by_both(|by| {
        let mut device = Device::new("anna-0", by);
        device.set(id(1), Field::Read(true), 5);
        let whole = fs::read(device.journal()).unwrap();
        fs::write(device.journal(), [&whole[..], b"{\"t\":6,\"id"].concat()).unwrap();
        device.set(id(2), Field::Read(true), 7);
        device.marks.catch_up();
        assert!(matches!(notices(&mut device.marks)[..], [Notice::Torn { .. }]));
        assert!(fs::read(device.journal()).unwrap().starts_with(&whole));
        assert!(device.reopen().is_empty());
        assert!(device.mark(id(1)).read && device.mark(id(2)).read);
    });
}

#[test]
fn other_devices_files_are_never_written() {
    by_both(|by| {
        let mut anna = Device::new("anna-0", by);
        let torn = b"{\"kabar\":1}\n{\"t\":5,\"id\":\"0123456789abcdef\",\"read\":true}\n{\"t\":6,\"id\"";
        let theirs = anna.folder().join("berta-1.jsonl");
        fs::write(&theirs, torn).unwrap();
        assert!(anna.reopen().is_empty(), "the rest is on its way");
        assert!(anna.mark("0123456789abcdef".parse().unwrap()).read);
        busy(&mut anna);
        let long = fs::metadata(anna.journal()).unwrap().len();
        anna.marks.tend().unwrap();
        assert!(fs::metadata(anna.journal()).unwrap().len() < long / 2);
        assert_eq!(fs::read(&theirs).unwrap(), torn);
        // When the rest has come, it counts.
        let rest = b":\"0123456789abcdef\",\"read\":false}\n";
        fs::write(&theirs, [&torn[..], rest].concat()).unwrap();
        assert_eq!(changed(&mut anna.marks).len(), 1);
        assert!(!anna.mark("0123456789abcdef".parse().unwrap()).read);
    });
}

/// Scrolls through an article for a long time.
pub fn busy(device: &mut Device) {
    let changes: Vec<Change> = (0..2_200).map(|n| Change { id: id(9), field: at(n) }).collect();
    device.marks.record(&changes, 3).unwrap();
    device.marks.catch_up();
}

#[test]
fn a_compacted_journal_is_short_and_says_the_same() {
    by_both(|by| {
        let mut device = Device::new("anna-0", by);
        let mut other = device.another();
        let lines = |device: &Device| fs::read_to_string(device.journal()).unwrap().lines().count();
        device.set(id(1), Field::Read(true), 5);
        device.marks.tend().unwrap();
        assert_eq!(lines(&device), 2, "too short to be worth it");
        busy(&mut device);
        other.catch_up();
        let before = said(&mut device.marks);
        device.marks.tend().unwrap();
        assert_eq!(lines(&device), 3);
        let written = fs::metadata(device.journal()).unwrap().modified().unwrap();
        device.marks.tend().unwrap();
        assert_eq!(fs::metadata(device.journal()).unwrap().modified().unwrap(), written, "once is enough");
        assert_eq!(said(&mut device.marks), before);
        assert!(changed(&mut device.marks).is_empty());
        // The other kabar follows the new file, and does not compact it again.
        other.tend().unwrap();
        assert_eq!(fs::metadata(device.journal()).unwrap().modified().unwrap(), written);
        device.set(id(2), Field::Read(true), 5);
        assert!(changed(&mut other).contains(&id(2)));
        other.record(&[Change { id: id(4), field: Field::Read(true) }], 5).unwrap();
        assert!(device.reopen().is_empty());
        assert_eq!(said(&mut device.marks), said(&mut other));
        device.marks.tend().unwrap();
        assert_eq!(lines(&device), 5, "nothing was lost, and nothing is written again");
    });
}

#[test]
fn a_journal_of_a_newer_kabar_is_read_appended_to_and_never_rewritten() {
    by_both(|by| {
        let mut device = Device::new("anna-0", by);
        let head = "{\"kabar\":2,\"device\":\"anna-0\"}\n";
        let line = "{\"t\":5,\"id\":\"0123456789abcdef\",\"read\":true,\"stars\":3}\n";
        let newer = format!("{head}{}", line.repeat(2_200));
        fs::write(device.journal(), &newer).unwrap();
        for _ in 0..2 {
            assert!(matches!(device.reopen()[..], [Notice::Newer { format: 2, .. }]), "told at each start");
        }
        assert!(device.mark("0123456789abcdef".parse().unwrap()).read);
        device.set(id(1), Field::Read(true), 6);
        device.marks.catch_up();
        device.marks.tend().unwrap();
        assert!(fs::read_to_string(device.journal()).unwrap().starts_with(&newer));
    });
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_told_once_and_left_alone() {
    use std::os::unix::fs::symlink;
    by_both(|by| {
        let mut device = Device::new("anna-0", by);
        fs::create_dir(device.folder().join("folder.jsonl")).unwrap();
        symlink("/dev/zero", device.folder().join("endless.jsonl")).unwrap();
        symlink("loop.jsonl", device.folder().join("loop.jsonl")).unwrap();
        symlink("nothing", device.folder().join("nowhere.jsonl")).unwrap();
        fs::write(device.folder().join(".hidden.jsonl"), "nonsense\n").unwrap();
        fs::write(device.folder().join("notes.txt"), "nonsense\n").unwrap();
        let told: Vec<String> = device.reopen().iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 3, "{told:?}");
        for name in ["folder.jsonl", "endless.jsonl", "loop.jsonl"] {
            assert!(told.iter().any(|it| it.contains(name)), "{told:?}");
        }
        device.marks.catch_up();
        assert!(notices(&mut device.marks).is_empty());
        device.set(id(1), Field::Read(true), 5);
    });
}

#[test]
fn a_journal_that_cannot_be_read_is_never_overwritten() {
    by_both(|by| {
        let mut device = Device::new("anna-0", by);
        fs::create_dir(device.journal()).unwrap();
        device.reopen();
        let change = [Change { id: id(1), field: Field::Read(true) }];
        let error = device.marks.record(&change, 5).unwrap_err();
        assert!(matches!(&error, Error::Read { path, .. } if *path == device.journal()), "{error:?}");
        assert_eq!(device.mark(id(1)), Mark::default(), "what is not on disk does not hold");
        assert!(device.journal().is_dir());
    });
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let home = tempfile::tempdir().unwrap();
    let (blocked, data) = (home.path().join("blocked"), home.path().join("data"));
    fs::write(&blocked, "a file").unwrap();
    let folder = blocked.join("state");
    let change = [Change { id: id(1), field: Field::Read(true) }];
    let error = opened(By::Memory, &folder, &data).record(&change, 5).unwrap_err().to_string();
    assert!(error.contains(&folder.display().to_string()), "{error}");
    let mut marks = opened(By::Memory, &home.path().join("state"), &blocked.join("data"));
    let error = marks.record(&change, 5).unwrap_err().to_string();
    assert!(error.contains("blocked"), "{error}");
}

#[test]
fn a_folder_that_vanishes_takes_no_mark_with_it() {
    let mut device = Device::new("anna-0", By::Library);
    device.set(id(1), Field::Read(true), 5);
    bring(&device.journal(), &device.folder().join("berta-1.jsonl"));
    device.marks.catch_up();
    let away = device.home.path().join("elsewhere");
    fs::rename(device.folder(), &away).unwrap();
    assert!(changed(&mut device.marks).is_empty());
    assert!(device.mark(id(1)).read);
    assert!(device.reopen().is_empty());
    device.marks.tend().unwrap();
    assert!(device.mark(id(1)).read && !device.folder().exists());
    // What is marked meanwhile is kept in a folder of that name, and with what is
    // there again in the end.
    device.set(id(2), Field::Bookmarked(true), 6);
    let meanwhile = fs::read(device.journal()).unwrap();
    fs::remove_dir_all(device.folder()).unwrap();
    fs::rename(&away, device.folder()).unwrap();
    assert!(device.reopen().is_empty());
    device.marks.tend().unwrap();
    let mut there = device.afresh();
    assert!(there.mark(id(1)).read && there.mark(id(2)).bookmarked, "{}", meanwhile.len());
    assert_eq!(said(&mut there), said(&mut device.marks));
}

#[test]
fn a_journal_that_is_thrown_out_is_written_down_by_whoever_knows_it() {
    let (mut anna, mut berta) = (Device::new("anna-0", By::Library), Device::new("berta-1", By::Library));
    let mut old = Device::new("old-9", By::Memory);
    anna.set(id(1), Field::Read(true), 5);
    berta.set(id(2), Field::Read(true), 5);
    old.set(id(1), Field::Read(false), 9_000);
    old.set(id(3), at(4), 4);
    for device in [&mut anna, &mut berta] {
        bring(&old.journal(), &device.folder().join("old-9.jsonl"));
        device.marks.catch_up();
        fs::remove_file(device.folder().join("old-9.jsonl")).unwrap();
        device.reopen();
        assert!(device.mark(id(3)).progress.is_some());
        device.marks.tend().unwrap();
        let told = notices(&mut device.marks);
        assert!(matches!(told[..], [Notice::Restored { marks: 2, .. }]), "{told:?}");
        device.reopen();
        device.marks.tend().unwrap();
        assert!(notices(&mut device.marks).is_empty(), "once is enough");
    }
    // Whoever never saw the old one has it from either.
    for device in [&anna, &berta] {
        let mut new = Device::new("new-8", By::Memory);
        bring(&device.journal(), &new.folder().join("known.jsonl"));
        new.marks.catch_up();
        assert!(!new.mark(id(1)).read && new.mark(id(3)).progress.is_some());
    }
}

#[test]
fn a_long_journal_that_is_thrown_out_is_not_missed_where_others_say_the_same() {
    let mut device = Device::new("anna-0", By::Library);
    busy(&mut device);
    let before = said(&mut device.marks);
    bring(&device.journal(), &device.folder().join("anna-0 (conflicted copy).jsonl"));
    device.marks.catch_up();
    fs::remove_file(device.journal()).unwrap();
    for _ in 0..2 {
        device.reopen();
        device.marks.tend().unwrap();
        assert!(notices(&mut device.marks).is_empty() && !device.journal().exists());
    }
    assert_eq!(said(&mut device.marks), before);
}

#[test]
fn a_library_that_is_lost_or_damaged_is_filled_again() {
    let mut device = Device::new("anna-0", By::Library);
    device.set(id(1), Field::Read(true), 5);
    let before = said(&mut device.marks);
    let database: PathBuf = device.data().join("library.db");
    let forget = || {
        for ending in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{ending}", database.display()));
        }
    };
    // While kabar runs, what it knows goes on to count.
    forget();
    device.set(id(2), Field::Read(true), 6);
    device.set(id(2), Field::Read(false), 6);
    assert!(device.mark(id(1)).read);
    device.reopen();
    assert_eq!(said(&mut device.marks), before);
    forget();
    fs::write(&database, "no library at all, but somebody's words".repeat(200)).unwrap();
    let mut marks = Marks::open(&device.folder(), &device.data(), 7);
    assert_eq!(said(&mut marks), before);
    let told = marks.told();
    assert!(told.len() == 1 && told[0].to_string().contains("set aside"), "{told:?}");
}

#[test]
fn a_start_without_news_reads_no_journal() {
    let mut device = Device::new("anna-0", By::Library);
    device.set(id(1), Field::Read(true), 5);
    device.reopen();
    // As long as before and as old: nobody looks into it.
    let (text, time) = {
        let file = fs::File::open(device.journal()).unwrap();
        (fs::read_to_string(device.journal()).unwrap(), file.metadata().unwrap().modified().unwrap())
    };
    fs::write(device.journal(), text.replace("true", "null")).unwrap();
    fs::File::options().write(true).open(device.journal()).unwrap().set_modified(time).unwrap();
    assert!(device.reopen().is_empty());
    assert!(device.mark(id(1)).read);
    assert!(!device.afresh().mark(id(1)).read);
}

#[test]
fn what_was_found_damaged_is_told_at_each_start() {
    by_both(|by| {
        let mut device = Device::new("anna-0", by);
        fs::write(device.folder().join("berta-1.jsonl"), "nonsense\n\n<<<<<<< HEAD\n").unwrap();
        for _ in 0..2 {
            let told = device.reopen();
            assert!(matches!(&told[..], [Notice::Damaged { lines: 2, .. }]), "{told:?}");
            device.marks.catch_up();
            assert!(notices(&mut device.marks).is_empty());
        }
    });
}

#[test]
fn a_projection_that_fails_costs_no_mark() {
    // A projection whose disk is full from some moment on.
    let home = tempfile::tempdir().unwrap();
    let (folder, data) = (home.path().join("state"), home.path().join("data"));
    let mut full = Full { merged: kabar::state::Merged::default(), room: 1 };
    let (mut state, _) = State::follow(&folder, &data, Vec::new(), &mut full).unwrap();
    let change = |n| [Change { id: id(n), field: Field::Read(true) }];
    assert!(matches!(state.record(&change(1), 5, &mut full), Ok(Recorded::Projected)));
    assert!(matches!(state.record(&change(2), 6, &mut full), Ok(Recorded::Behind(_))));
    assert!(state.catch_up(&mut full).is_err());
    full.room = 1;
    let (changed, _) = state.catch_up(&mut full).unwrap();
    assert!(!changed.is_empty() && full.merged.mark(id(2)).read, "it gets later what it could not take");
}

struct Full {
    merged: kabar::state::Merged,
    room: usize,
}

mod full {
    use std::ffi::OsStr;
    use std::io;

    use kabar::article::{ArticleId, Field, LastWrites, Stamped};
    use kabar::state::{Position, Projection};

    impl Projection for super::Full {
        type Error = io::Error;

        fn written(&self, id: ArticleId, field: Field) -> io::Result<u64> {
            self.merged.written(id, field).map_err(|never| match never {})
        }

        fn apply(&mut self, writes: &[Stamped], reached: Option<&Position>) -> io::Result<()> {
            self.room = self.room.checked_sub(1).ok_or(io::ErrorKind::StorageFull)?;
            self.merged.apply(writes, reached).map_err(|never| match never {})
        }

        fn each(&self, take: impl FnMut(ArticleId, &LastWrites)) -> io::Result<()> {
            self.merged.each(take).map_err(|never| match never {})
        }

        fn forget(&mut self, _: &OsStr) -> io::Result<()> {
            Ok(())
        }
    }
}
