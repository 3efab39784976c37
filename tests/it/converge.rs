//! Devices that share a folder come to one state, whatever happens to their files.

use std::fs;

use kabar::article::Field;
use proptest::prelude::*;

use crate::devices::{By, Device, NAMES, at, bring, by_both, id, said};
use crate::state::busy;

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
    /// A journal is thrown out, the device's own or another one.
    Lose {
        device: usize,
        of: usize,
    },
    /// A backup brings the device's own journal back as it was.
    Cut {
        device: usize,
        part: u8,
    },
    Scroll {
        device: usize,
    },
    Tend {
        device: usize,
    },
    CatchUp {
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
        12 => (device.clone(), 0..3_u8, 0..6_u8, 0..4_u64)
            .prop_map(|(device, article, field, now)| Step::Set { device, article, field, now }),
        8 => (device.clone(), device.clone(), proptest::option::of(any::<u8>()))
            .prop_map(|(from, to, part)| Step::Bring { from, to, part }),
        2 => (device.clone(), device.clone(), 0..3_usize)
            .prop_map(|(device, of, name)| Step::Copy { device, of, name }),
        1 => (device.clone(), garbage).prop_map(|(device, garbage)| Step::Tear { device, garbage }),
        1 => (device.clone(), device.clone()).prop_map(|(device, of)| Step::Lose { device, of }),
        1 => (device.clone(), any::<u8>()).prop_map(|(device, part)| Step::Cut { device, part }),
        1 => device.clone().prop_map(|device| Step::Scroll { device }),
        2 => device.clone().prop_map(|device| Step::Tend { device }),
        2 => device.clone().prop_map(|device| Step::CatchUp { device }),
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

/// The clock of a device: some are hours off.
fn clock(device: usize, now: u64) -> u64 {
    let hours = [0, 0, 5, 0, 9, 0, 1, 0, 0, 2][device];
    10 * 3_600_000 - hours * 3_600_000 + now
}

fn take(devices: &mut [Device], step: Step) {
    match step {
        Step::Set { device, article, field: n, now } => {
            let (id, field) = (id(article), field(n));
            devices[device].set(id, field, clock(device, now));
            let held = devices[device].mark(id);
            assert_eq!(held.current(field), field, "a mark made now holds now");
        }
        Step::Bring { from, to, part } if from != to => {
            let Ok(mut bytes) = fs::read(devices[from].journal()) else { return };
            bytes.truncate(part.map_or(bytes.len(), |part| bytes.len() * usize::from(part) / 255));
            fs::write(devices[to].folder().join(format!("{}.jsonl", NAMES[from])), bytes).unwrap();
        }
        Step::Bring { .. } => {}
        Step::Copy { device, of, name } => {
            let folder = devices[device].folder();
            let journal = folder.join(format!("{}.jsonl", NAMES[of]));
            let name = match name {
                0 => format!("{}.sync-conflict-20260102-030405-ABCDEFG.jsonl", NAMES[of]),
                1 => format!("{} (conflicted copy).jsonl", NAMES[of]),
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
        Step::Lose { device, of } => {
            let _ = fs::remove_file(devices[device].folder().join(format!("{}.jsonl", NAMES[of])));
        }
        Step::Cut { device, part } => {
            let Ok(mut bytes) = fs::read(devices[device].journal()) else { return };
            bytes.truncate(bytes.len() * usize::from(part) / 255);
            fs::write(devices[device].journal(), bytes).unwrap();
        }
        Step::Scroll { device } => busy(&mut devices[device]),
        Step::Tend { device } => {
            devices[device].marks.catch_up();
            let before = said(&mut devices[device].marks);
            devices[device].marks.tend().unwrap();
            assert_eq!(said(&mut devices[device].marks), before);
        }
        Step::CatchUp { device } => drop(devices[device].marks.catch_up()),
        Step::Reopen { device } => drop(devices[device].reopen()),
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
                if owner.is_some_and(|owner| owner != from) || name.starts_with("of ") {
                    continue;
                }
                // Copies of the same name on two machines become two files.
                let name = if owner.is_some() { name } else { format!("of {from} {name}") };
                bring(&path, &devices[to].folder().join(name));
            }
        }
    }
    for device in devices {
        device.marks.catch_up();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, ..ProptestConfig::default() })]

    #[test]
    fn devices_converge_whatever_happens_to_their_files(steps in proptest::collection::vec(step(), 1..60)) {
        let mut devices = NAMES.map(|name| Device::new(name, By::Library));
        for step in steps {
            take(&mut devices, step);
        }
        exchange(&mut devices);
        // What a device alone still knew is in its journal again.
        for device in &mut devices {
            device.reopen();
            device.marks.tend().unwrap();
        }
        exchange(&mut devices);
        let first = said(&mut devices[0].marks);
        for device in &mut devices {
            prop_assert_eq!(&said(&mut device.marks), &first);
            prop_assert_eq!(&said(&mut device.afresh()), &first, "whoever reads it all comes to the same");
            device.reopen();
            prop_assert_eq!(&said(&mut device.marks), &first, "the disk says the same");
        }
        // Whoever has seen everything has the last word, whatever their clock says.
        let last = devices[2].mark(id(1));
        devices[2].set(id(1), Field::Read(!last.read), 0);
        exchange(&mut devices);
        for device in &mut devices {
            prop_assert_eq!(device.mark(id(1)).read, !last.read);
        }
    }

    #[test]
    fn garbage_between_lines_costs_no_line(
        garbage in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..60), 1..8),
        ours in any::<bool>(),
    ) {
        by_both(|by| {
            let mut device = Device::new("anna-0", by);
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
                assert!(device.mark(id(n)).read);
            }
        });
    }
}
