//! Marks are kept, merged and never lost, whatever happens to the files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kabar::article::{ArticleId, Change, Field, Mark, Place, Progress};
use kabar::state::{Error, Notice, State};
use proptest::prelude::*;
use tempfile::TempDir;

/// A device: its own folder of data, and its copy of the shared folder.
struct Device {
    home: TempDir,
    name: &'static str,
    state: State,
}

const NAMES: [&str; 3] = ["anna-0", "berta-1", "carla-2"];

impl Device {
    fn new(name: &'static str) -> Self {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir_all(home.path().join("data")).unwrap();
        fs::create_dir_all(home.path().join("state")).unwrap();
        fs::write(home.path().join("data/device"), name).unwrap();
        let state = State::open(&home.path().join("state"), &home.path().join("data")).0;
        Self { home, name, state }
    }

    fn folder(&self) -> PathBuf {
        self.home.path().join("state")
    }

    fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    fn journal(&self) -> PathBuf {
        self.folder().join(format!("{}.jsonl", self.name))
    }

    fn open(&self) -> (State, Vec<Notice>) {
        State::open(&self.folder(), &self.data())
    }

    fn reopen(&mut self) -> Vec<Notice> {
        let (state, notices) = self.open();
        self.state = state;
        notices
    }

    fn set(&mut self, id: ArticleId, field: Field, now: u64) {
        self.state.record(&[Change { id, field }], now).unwrap();
    }
}

fn id(n: u8) -> ArticleId {
    ArticleId::from_bytes([n; 10])
}

fn at(block: usize) -> Field {
    Field::Progress(Some(Progress { place: Place { block, byte: 7 }, permille: 500 }))
}

/// All marks that say something.
fn marks(state: &State) -> BTreeMap<ArticleId, String> {
    state.marks().filter(|(_, it)| *it != Mark::default()).map(|(id, it)| (id, format!("{it:?}"))).collect()
}

/// Brings a file as sync programs do: whole, under another name first.
fn bring(from: &Path, to: &Path) {
    let new = to.with_extension("tmp");
    fs::copy(from, &new).unwrap();
    fs::rename(&new, to).unwrap();
}

#[test]
fn a_mark_survives_a_restart() {
    let mut device = Device::new("anna-0");
    device.set(id(1), Field::Read(true), 1_000);
    device.set(id(1), at(12), 1_001);
    device.set(id(2), Field::Bookmarked(true), 1_002);
    device.set(id(2), Field::Bookmarked(false), 1_003);
    assert!(device.reopen().is_empty());
    let progress = Progress { place: Place { block: 12, byte: 7 }, permille: 500 };
    assert_eq!(device.state.mark(id(1)), Mark { read: true, bookmarked: false, progress: Some(progress) });
    assert_eq!(device.state.mark(id(2)), Mark::default());
    assert_eq!(device.state.mark(id(3)), Mark::default());
}

#[test]
fn a_mark_made_now_wins_over_a_clock_that_jumped_back() {
    let (mut anna, mut berta) = (Device::new("anna-0"), Device::new("berta-1"));
    anna.set(id(1), Field::Read(true), 9_000_000);
    bring(&anna.journal(), &berta.folder().join("anna-0.jsonl"));
    assert_eq!(berta.state.refresh().0, [id(1)]);
    berta.set(id(1), Field::Read(false), 5);
    bring(&berta.journal(), &anna.folder().join("berta-1.jsonl"));
    assert_eq!(anna.state.refresh().0, [id(1)]);
    assert!(!anna.state.mark(id(1)).read);
    assert!(!berta.state.mark(id(1)).read);
    anna.set(id(1), Field::Read(true), 6);
    anna.reopen();
    assert!(anna.state.mark(id(1)).read);
}

#[test]
fn one_batch_may_change_a_field_twice() {
    let mut device = Device::new("anna-0");
    let twice = [true, false].map(|it| Change { id: id(1), field: Field::Read(it) });
    device.state.record(&twice, 5).unwrap();
    assert!(!device.state.mark(id(1)).read);
    device.reopen();
    assert!(!device.state.mark(id(1)).read);
}

#[test]
fn two_kabars_on_one_device_see_each_others_marks() {
    let mut device = Device::new("anna-0");
    let mut other = device.open().0;
    device.set(id(1), Field::Read(true), 5);
    assert_eq!(other.refresh().0, [id(1)]);
    assert!(other.refresh().0.is_empty());
    // What is learned while writing is told by the next refresh.
    other.record(&[Change { id: id(2), field: Field::Bookmarked(true) }], 5).unwrap();
    device.set(id(3), Field::Read(true), 5);
    assert_eq!(device.state.refresh().0, [id(2)]);
    assert_eq!(other.refresh().0, [id(3)]);
    assert_eq!(marks(&device.state), marks(&other));
}

#[test]
fn kabars_that_write_at_once_lose_nothing() {
    let device = Device::new("anna-0");
    std::thread::scope(|scope| {
        for writer in 0..4_u8 {
            let mut state = device.open().0;
            scope.spawn(move || {
                for n in 0..10 {
                    let change = Change { id: id(writer * 10 + n), field: Field::Read(true) };
                    state.record(&[change], 1).unwrap();
                }
            });
        }
    });
    let (state, notices) = device.open();
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(state.marks().count(), 40);
}

#[test]
fn a_device_gets_a_name_with_its_first_mark_only() {
    let home = tempfile::tempdir().unwrap();
    let (folder, data) = (home.path().join("config/state"), home.path().join("data"));
    let (mut state, notices) = State::open(&folder, &data);
    assert!(notices.is_empty() && !folder.exists() && !data.exists());
    state.record(&[], 5).unwrap();
    assert!(!folder.exists() && !data.exists());
    state.record(&[Change { id: id(1), field: Field::Read(true) }], 5).unwrap();
    let name = fs::read_to_string(data.join("device")).unwrap();
    assert!(folder.join(format!("{name}.jsonl")).exists());
    assert!(State::open(&folder, &data).0.mark(id(1)).read);
}

#[test]
fn every_truncation_loses_the_torn_line_only() {
    let mut device = Device::new("anna-0");
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
        assert_eq!(device.state.mark(id(1)).read, lines >= 2, "cut at {cut}");
        assert_eq!(device.state.mark(id(2)).progress.is_some(), lines >= 3, "cut at {cut}");
        assert_eq!(matches!(notices[..], [Notice::Torn { .. }]), torn, "cut at {cut}: {notices:?}");
        assert_eq!(aside.exists(), torn, "cut at {cut}");
        if torn {
            let piece = &whole[cut - piece..cut];
            assert_eq!(fs::read(&aside).unwrap(), [piece, b"\n"].concat());
        }
        device.set(id(3), Field::Read(true), 7);
        assert!(device.reopen().is_empty(), "cut at {cut}");
        assert!(device.state.mark(id(3)).read);
        assert_eq!(device.state.mark(id(1)).read, lines >= 2, "cut at {cut}");
    }
}

#[test]
fn a_line_that_another_kabar_tore_is_set_aside_before_the_next_mark() {
    let mut device = Device::new("anna-0");
    device.set(id(1), Field::Read(true), 5);
    let whole = fs::read(device.journal()).unwrap();
    fs::write(device.journal(), [&whole[..], b"{\"t\":6,\"id"].concat()).unwrap();
    device.set(id(2), Field::Read(true), 7);
    assert!(matches!(device.state.refresh().1[..], [Notice::Torn { .. }]));
    assert!(fs::read(device.journal()).unwrap().starts_with(&whole));
    assert!(device.reopen().is_empty());
    assert!(device.state.mark(id(1)).read && device.state.mark(id(2)).read);
}

#[test]
fn other_devices_files_are_never_written() {
    let mut anna = Device::new("anna-0");
    let torn = b"{\"kabar\":1}\n{\"t\":5,\"id\":\"0123456789abcdef\",\"read\":true}\n{\"t\":6,\"id\"";
    let theirs = anna.folder().join("berta-1.jsonl");
    fs::write(&theirs, torn).unwrap();
    assert!(anna.reopen().is_empty(), "the rest is on its way");
    assert!(anna.state.mark("0123456789abcdef".parse().unwrap()).read);
    busy(&mut anna);
    assert!(anna.state.compact_if_worth().unwrap());
    assert_eq!(fs::read(&theirs).unwrap(), torn);
    // When the rest has come, it counts.
    let rest = b":\"0123456789abcdef\",\"read\":false}\n";
    fs::write(&theirs, [&torn[..], rest].concat()).unwrap();
    assert_eq!(anna.state.refresh().0.len(), 1);
    assert!(!anna.state.mark("0123456789abcdef".parse().unwrap()).read);
}

/// Scrolls through an article for a long time.
fn busy(device: &mut Device) {
    let changes: Vec<Change> = (0..2_200).map(|n| Change { id: id(9), field: at(n) }).collect();
    device.state.record(&changes, 3).unwrap();
    device.state.refresh();
}

#[test]
fn a_compacted_journal_is_short_and_says_the_same() {
    let mut device = Device::new("anna-0");
    let mut other = device.open().0;
    device.set(id(1), Field::Read(true), 5);
    assert!(!device.state.compact_if_worth().unwrap(), "too short to be worth it");
    busy(&mut device);
    other.refresh();
    let before = marks(&device.state);
    assert!(device.state.compact_if_worth().unwrap());
    assert_eq!(fs::read_to_string(device.journal()).unwrap().lines().count(), 3);
    assert!(!device.state.compact_if_worth().unwrap(), "once is enough");
    assert_eq!(marks(&device.state), before);
    assert!(device.state.refresh().0.is_empty());
    // The other kabar follows the new file, and does not compact it again.
    assert!(!other.compact_if_worth().unwrap());
    device.set(id(2), Field::Read(true), 5);
    assert_eq!(other.refresh().0, [id(2)]);
    other.record(&[Change { id: id(4), field: Field::Read(true) }], 5).unwrap();
    device.reopen();
    assert_eq!(marks(&device.state), marks(&other));
}

#[test]
fn a_journal_of_a_newer_kabar_is_read_appended_to_and_never_rewritten() {
    let mut device = Device::new("anna-0");
    let head = "{\"kabar\":2,\"device\":\"anna-0\"}\n";
    let line = "{\"t\":5,\"id\":\"0123456789abcdef\",\"read\":true,\"stars\":3}\n";
    let newer = format!("{head}{}", line.repeat(2_200));
    fs::write(device.journal(), &newer).unwrap();
    assert!(matches!(device.reopen()[..], [Notice::Newer { format: 2, .. }]));
    assert!(device.state.mark("0123456789abcdef".parse().unwrap()).read);
    device.set(id(1), Field::Read(true), 6);
    device.state.refresh();
    assert!(!device.state.compact_if_worth().unwrap());
    assert!(fs::read_to_string(device.journal()).unwrap().starts_with(&newer));
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_told_once_and_left_alone() {
    use std::os::unix::fs::symlink;
    let mut device = Device::new("anna-0");
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
    assert!(device.state.refresh().1.is_empty());
    device.set(id(1), Field::Read(true), 5);
}

#[test]
fn a_journal_that_cannot_be_read_is_never_overwritten() {
    let mut device = Device::new("anna-0");
    fs::create_dir(device.journal()).unwrap();
    device.reopen();
    let error = device.state.record(&[Change { id: id(1), field: Field::Read(true) }], 5).unwrap_err();
    assert!(matches!(&error, Error::Read { path, .. } if *path == device.journal()), "{error:?}");
    assert_eq!(device.state.mark(id(1)), Mark::default(), "what is not on disk does not hold");
    assert!(device.journal().is_dir());
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let home = tempfile::tempdir().unwrap();
    let (blocked, data) = (home.path().join("blocked"), home.path().join("data"));
    fs::write(&blocked, "a file").unwrap();
    let folder = blocked.join("state");
    let change = [Change { id: id(1), field: Field::Read(true) }];
    let (mut state, _) = State::open(&folder, &data);
    let error = state.record(&change, 5).unwrap_err().to_string();
    assert!(error.contains(&folder.display().to_string()), "{error}");
    let (mut state, _) = State::open(&home.path().join("state"), &blocked.join("data"));
    let error = state.record(&change, 5).unwrap_err().to_string();
    assert!(error.contains("blocked"), "{error}");
}

/// Something that happens to one of the devices.
#[derive(Clone, Debug)]
enum Step {
    Set {
        device: usize,
        article: u8,
        field: u8,
        now: u64,
    },
    /// One device's journal reaches another, perhaps only a part of it yet.
    Bring {
        from: usize,
        to: usize,
        part: Option<u8>,
    },
    /// A sync program keeps a copy of a journal beside it.
    Copy {
        device: usize,
        of: usize,
        name: usize,
    },
    /// The power fails in the middle of a line.
    Tear {
        device: usize,
        garbage: Vec<u8>,
    },
    Scroll {
        device: usize,
    },
    Compact {
        device: usize,
    },
    Refresh {
        device: usize,
    },
    Reopen {
        device: usize,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let device = 0..NAMES.len();
    let garbage = proptest::collection::vec(any::<u8>(), 1..40);
    prop_oneof![
        8 => (device.clone(), 0..3_u8, 0..6_u8, 0..4_u64)
            .prop_map(|(device, article, field, now)| Step::Set { device, article, field, now }),
        4 => (device.clone(), device.clone(), proptest::option::of(any::<u8>()))
            .prop_map(|(from, to, part)| Step::Bring { from, to, part }),
        2 => (device.clone(), device.clone(), 0..3_usize)
            .prop_map(|(device, of, name)| Step::Copy { device, of, name }),
        1 => (device.clone(), garbage).prop_map(|(device, garbage)| Step::Tear { device, garbage }),
        1 => device.clone().prop_map(|device| Step::Scroll { device }),
        2 => device.clone().prop_map(|device| Step::Compact { device }),
        2 => device.clone().prop_map(|device| Step::Refresh { device }),
        1 => device.prop_map(|device| Step::Reopen { device }),
    ]
}

fn field(n: u8) -> Field {
    match n {
        0 | 1 => Field::Read(n == 0),
        2 | 3 => Field::Bookmarked(n == 2),
        4 => Field::Progress(None),
        _ => at(usize::from(n)),
    }
}

fn take(devices: &mut [Device], step: Step) {
    match step {
        Step::Set { device, article, field: n, now } => {
            let (id, field) = (id(article), field(n));
            devices[device].set(id, field, now);
            let held = devices[device].state.mark(id);
            assert_eq!(held.current(field), field, "a mark made now holds now");
        }
        Step::Bring { from, to, part } if from != to => {
            let Ok(mut bytes) = fs::read(devices[from].journal()) else { return };
            bytes.truncate(part.map_or(bytes.len(), |part| bytes.len() * usize::from(part) / 255));
            fs::write(devices[to].folder().join(format!("{}.jsonl", NAMES[from])), bytes).unwrap();
        }
        Step::Copy { device, of, name } => {
            let folder = devices[device].folder();
            let journal = folder.join(format!("{}.jsonl", NAMES[of]));
            let name = match name {
                0 => format!("{}.sync-conflict-20260102-030405-ABCDEFG.jsonl", NAMES[of]),
                1 => format!("{} ({}'s conflicted copy 2026-01-02).jsonl", NAMES[of], NAMES[device]),
                _ => "renamed.jsonl".to_owned(),
            };
            if journal.exists() && !folder.join(&name).exists() {
                fs::copy(&journal, folder.join(name)).unwrap();
            }
        }
        Step::Tear { device, garbage } => {
            let journal = devices[device].journal();
            let mut bytes = fs::read(&journal).unwrap_or_default();
            bytes.extend(garbage.iter().filter(|byte| **byte != b'\n'));
            fs::write(&journal, bytes).unwrap();
            devices[device].reopen();
        }
        Step::Scroll { device } => busy(&mut devices[device]),
        Step::Compact { device } => {
            let before = marks(&devices[device].state);
            devices[device].state.compact_if_worth().unwrap();
            assert_eq!(marks(&devices[device].state), before);
            devices[device].state.refresh();
        }
        Step::Refresh { device } => drop(devices[device].state.refresh()),
        Step::Reopen { device } => drop(devices[device].reopen()),
        Step::Bring { .. } => {}
    }
}

/// Everything reaches everybody: each journal from its own device, and all copies.
fn exchange(devices: &mut [Device]) {
    for from in 0..devices.len() {
        for to in (0..devices.len()).filter(|to| *to != from) {
            for entry in fs::read_dir(devices[from].folder()).unwrap() {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_str().unwrap().to_owned();
                let owner = NAMES.iter().position(|it| name == format!("{it}.jsonl"));
                if owner.is_some_and(|owner| owner != from) {
                    continue;
                }
                // Copies of the same name on two machines become two files.
                let name = if owner.is_some() { name } else { format!("{from}-{name}") };
                bring(&path, &devices[to].folder().join(name));
            }
        }
    }
    for device in devices {
        device.state.refresh();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn devices_converge_whatever_happens_to_their_files(steps in proptest::collection::vec(step(), 1..30)) {
        let mut devices = NAMES.map(Device::new);
        for step in steps {
            take(&mut devices, step);
        }
        exchange(&mut devices);
        let first = marks(&devices[0].state);
        for device in &mut devices {
            prop_assert_eq!(&marks(&device.state), &first);
            device.reopen();
            prop_assert_eq!(&marks(&device.state), &first, "the disk says the same");
        }
        // Whoever has seen everything has the last word, whatever their clock says.
        let last = devices[2].state.mark(id(1));
        devices[2].set(id(1), Field::Read(!last.read), 0);
        exchange(&mut devices);
        for device in &devices {
            prop_assert_eq!(device.state.mark(id(1)).read, !last.read);
        }
    }

    #[test]
    fn garbage_between_lines_costs_no_line(
        garbage in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..60), 1..8),
        ours in any::<bool>(),
    ) {
        let mut device = Device::new("anna-0");
        let mut bytes = Vec::new();
        for (n, junk) in (0..).zip(&garbage) {
            bytes.extend(junk);
            bytes.extend(format!("\n{{\"t\":5,\"id\":\"{}\",\"read\":true}}\n", id(n)).bytes());
        }
        bytes.extend(b"}");
        let name = if ours { "anna-0.jsonl" } else { "berta-1.jsonl" };
        fs::write(device.folder().join(name), &bytes).unwrap();
        device.reopen();
        for n in 0..u8::try_from(garbage.len()).unwrap() {
            prop_assert!(device.state.mark(id(n)).read);
        }
    }
}
