//! What marks cost: `cargo bench --bench marks [-- MARKS]`, a million where no
//! number is given, in the journals of ten devices that share a folder.
//!
//! Every device has marked its own articles and some of everybody's, with clocks
//! that are hours apart. Prints time and processor time of merging all of it in
//! memory, of the first projection into an empty library and into one that holds all
//! the articles, and of a start when both are there; then what one mark costs.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a benchmark reads the clock, prints, and stops where it fails"
)]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use kabar::article::{Article, ArticleId, Block, BlockKind, Change, Date, Field, Header, Poll};
use kabar::library::Marks;
use kabar::store::{About, Hash, Seen, Store, Taken};
use kabar::text::analysis::analyse;
use rustix::time::{ClockId, clock_gettime};

const DEVICES: u64 = 10;
/// Articles that a feed brings at once.
const FEED: usize = 500;

fn main() {
    let n: u64 = std::env::args().skip(1).find_map(|it| it.parse().ok()).unwrap_or(1_000_000);
    let home = tempfile::tempdir().unwrap();
    let (folder, data) = (home.path().join("state"), home.path().join("data"));
    fs::create_dir_all(&folder).unwrap();
    let bytes: usize = (0..DEVICES).map(|device| journal(&folder, device, n / DEVICES)).sum();
    println!("{n} marks in {DEVICES} journals, {} MB", bytes >> 20);
    let ids = time("merged in memory", || Marks::with(None, &folder, &data, 0).all().len());
    println!("{:<34}{ids:>12} articles", "");
    time("first projection", || drop(open(&folder, &data)));
    let start = || {
        let mut marks = open(&folder, &data);
        assert!(marks.told().is_empty());
    };
    let mut starts: Vec<Duration> = (0..21).map(|_| measured(start).0).collect();
    starts.sort_unstable();
    println!("{:<34}{:>12}{:>12}", "a start with both there, median", shown(starts[10]), "");
    let mut marks = open(&folder, &data);
    time("a list of all of them", || marks.all().len());
    let one = |i: u64| [Change { id: id(i), field: Field::Read(i.is_multiple_of(2)) }];
    let mut records: Vec<Duration> =
        (0..101).map(|i| measured(|| marks.record(&one(i), i).unwrap()).0).collect();
    records.sort_unstable();
    println!("{:<34}{:>12}{:>12}", "one mark, on disk, median", shown(records[50]), "");
    let size: u64 = fs::read_dir(&data).unwrap().map(|it| it.unwrap().metadata().unwrap().len()).sum();
    println!("library: {} MB; peak memory: {}", size >> 20, peak());
    drop(marks);
    let full = home.path().join("full");
    println!("{:<34}{:>12} articles", "", fill(&full, n));
    time("first projection onto all of them", || drop(open(&folder, &full)));
    println!("peak memory: {}", peak());
}

/// A library with every article that is marked, as short as they come and in no order
/// that marks are in; gives how many there are.
fn fill(data: &Path, n: u64) -> usize {
    let (mut store, _) = Store::open(data, 0).unwrap();
    let each = n / DEVICES;
    let mut ids: Vec<ArticleId> =
        (0..DEVICES).flat_map(|device| (0..each).map(move |i| marked(device, i))).collect();
    ids.sort_unstable();
    ids.dedup();
    for (feed, ids) in ids.chunks(FEED).enumerate() {
        let url = format!("https://site-{feed}.example/feed.xml");
        let batch: Vec<Taken> =
            ids.iter().enumerate().map(|(i, id)| taken(&url, feed + i * 1_999, *id)).collect();
        store.take_in_feed(&url, &About::default(), &batch, &Poll::default(), 1_795_300_000_000).unwrap();
    }
    ids.len()
}

fn taken(feed: &str, at: usize, id: ArticleId) -> Taken {
    let article = Article {
        id,
        title: format!("Harbor {at}"),
        published: Some(Date::utc(1_700_000_000 + i64::try_from(at).unwrap() * 60)),
        blocks: vec![Block::new(BlockKind::Paragraph, "The crane stands again.")],
        source: feed.to_owned(),
        url: None,
        outlet: None,
        kicker: None,
        byline: None,
        language: None,
        trimmed: Vec::new(),
        links: Vec::new(),
        caveats: Vec::new(),
    };
    let analysis = analyse(&article);
    let header = Header {
        id,
        source: feed.to_owned(),
        url: None,
        outlet: None,
        title: article.title.clone(),
        kicker: None,
        byline: None,
        published: article.published,
        language: None,
        minutes: analysis.minutes,
        quotes: 0,
    };
    let seen = Seen::Entry { feed: feed.to_owned(), id: id.to_string(), says: Hash::of(&[]) };
    Taken::new(header, &article, &analysis, ("entry", b"The crane stands again."), Some(seen))
}

fn open(folder: &Path, data: &Path) -> Marks {
    Marks::with(Some(Store::open(data, 0).unwrap().0), folder, data, 0)
}

/// Writes the journal of a device; gives its length.
fn journal(folder: &Path, device: u64, n: u64) -> usize {
    let mut text = format!("{{\"kabar\":1,\"device\":\"device-{device}\"}}\n").into_bytes();
    for i in 0..n {
        let t = 1_795_000_000_000 + i * 60_000 + device * 3_600_000;
        let id = marked(device, i);
        match i % 4 {
            0 => writeln!(text, r#"{{"t":{t},"id":"{id}","bookmark":{}}}"#, i % 3 == 0),
            1 => writeln!(text, r#"{{"t":{t},"id":"{id}","place":[{},{},{}]}}"#, i % 40, i % 300, i % 1_000),
            _ => writeln!(text, r#"{{"t":{t},"id":"{id}","read":true}}"#),
        }
        .unwrap();
    }
    fs::write(folder.join(format!("device-{device}.jsonl")), &text).unwrap();
    text.len()
}

/// What a device marks; one in ten is an article that all of them do.
fn marked(device: u64, i: u64) -> ArticleId {
    id(if i.is_multiple_of(10) { i } else { i * DEVICES + device + 1 })
}

/// Ids are hashes: neighbors in time are no neighbors in the library.
fn id(n: u64) -> ArticleId {
    let mut bytes = [0; 10];
    bytes[..8].copy_from_slice(&(n + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
    ArticleId::from_bytes(bytes)
}

fn time<T>(name: &str, run: impl FnOnce() -> T) -> T {
    let before = cpu();
    let (time, done) = measured(run);
    println!("{name:<34}{:>12}{:>12} of the processor", shown(time), shown(cpu().saturating_sub(before)));
    done
}

fn measured<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = run();
    (start.elapsed(), done)
}

fn shown(time: Duration) -> String {
    format!("{time:.2?}")
}

/// What all threads of this process have had of the processor.
fn cpu() -> Duration {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(now.tv_sec.try_into().unwrap(), now.tv_nsec.try_into().unwrap())
}

/// The most memory that the program ever had, where the system says so.
fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
    line.map_or_else(|| "not told".to_owned(), |it| it.trim().to_owned())
}
