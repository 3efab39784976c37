//! What the library costs: `cargo bench --bench store [-- ARTICLES]`, 100,000
//! where no number is given.
//!
//! Articles are made up from words whose frequencies fall as those of a language
//! do (Zipf), about 300 words each. Prints the time that taking in costs for
//! each, beside extraction, and how long searches take.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a benchmark reads the clock, prints, and stops where it fails"
)]

use std::time::{Duration, Instant};

use kabar::article::{Article, ArticleId, Block, BlockKind, Date, Header, Language};
use kabar::store::{Order, Seen, Stat, Store, Taken};
use kabar::text::analysis::{Analysis, analyse};
use kabar::text::query::Query;

const BATCH: usize = 256;
const WORDS: usize = 300;

fn main() {
    let n: usize = std::env::args().skip(1).find_map(|it| it.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(folder.path(), 0).unwrap();
    let mut random = Random(1);
    let (mut preparing, mut storing, mut bytes) = (Duration::ZERO, Duration::ZERO, 0);
    let mut at = 0;
    while at < n {
        let articles: Vec<(Article, Analysis, String)> =
            (at..n.min(at + BATCH)).map(|i| article(i, &mut random)).collect();
        let start = Instant::now();
        let batch: Vec<Taken> = articles.iter().map(taken).collect();
        preparing += start.elapsed();
        bytes += articles.iter().map(|it| it.2.len()).sum::<usize>();
        let start = Instant::now();
        store.take_in(&batch, &[], 0).unwrap();
        storing += start.elapsed();
        at += BATCH;
    }
    let each = |time: Duration| time.as_secs_f64() * 1e3 / f64::from(u32::try_from(n).unwrap());
    let size: u64 =
        std::fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().metadata().unwrap().len()).sum();
    println!("{n} articles, {} MB of sources, {} MB of library", bytes >> 20, size >> 20);
    println!("taking in: {:.3} ms to prepare and {:.3} ms to store each", each(preparing), each(storing));
    println!("peak memory: {}", peak());
    println!("{:<34}{:>8}{:>12}{:>12}", "newest first, 50 hits", "hits", "median", "slowest");
    for (name, typed) in [
        ("everything", ""),
        ("a very common word", "wa"),
        ("a common word", "wbc"),
        ("a rare word", "wxyz"),
        ("no such word", "zeppelin"),
        ("two words", "wbc wde"),
        ("a phrase", "\"wa wb\""),
        ("a prefix", "wx*"),
        ("a word but not another", "wbc -wa"),
        ("a common word, unread", "wbc is:unread"),
        ("a common word, one month", "wbc after:2026-10 before:2026-11"),
    ] {
        search(&mut store, name, typed, Order::Newest { below: None });
    }
    search(&mut store, "a common word, best first", "wbc", Order::Best);
    search(&mut store, "a rare word, best first", "wxyz", Order::Best);
    let speaker = Query::parse("lopez", Date::utc(0));
    let about = Query::default();
    time("what one of 20 speakers said", || store.said(&speaker, &about, 50).unwrap().len());
}

fn search(store: &mut Store, name: &str, typed: &str, order: Order) {
    let query = Query::parse(typed, Date::utc(1_795_300_000));
    time(name, || store.search(&query, order, 50).unwrap().len());
}

fn time(name: &str, mut run: impl FnMut() -> usize) {
    let mut times = Vec::new();
    let mut hits = 0;
    for _ in 0..20 {
        let start = Instant::now();
        hits = run();
        times.push(start.elapsed());
    }
    times.sort_unstable();
    println!("{name:<34}{hits:>8}{:>12}{:>12}", format!("{:.2?}", times[10]), format!("{:.2?}", times[19]));
}

/// The article of a number, with what was worked out about it and its source.
fn article(i: usize, random: &mut Random) -> (Article, Analysis, String) {
    const SPEAKERS: [&str; 20] = [
        "Lopez", "Reed", "Okafor", "Haas", "Lindt", "Moreau", "Costa", "Yilmaz", "Novak", "Sato", "Kim",
        "Ali", "Berg", "Rossi", "Santos", "Weber", "Nowak", "Silva", "Khan", "Dubois",
    ];
    let mut paragraphs = Vec::new();
    for _ in 0..6 {
        let words: Vec<String> = (0..WORDS / 6).map(|_| random.word()).collect();
        paragraphs.push(format!("{}.", words.join(" ")));
    }
    let speaker = SPEAKERS[i % SPEAKERS.len()];
    paragraphs.push(format!("“We will {} the {},” said Maria {speaker}.", random.word(), random.word()));
    let mut id = [0; 10];
    id[..8].copy_from_slice(&(i as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
    let article = Article {
        id: ArticleId::from_bytes(id),
        source: format!("news/{i}.txt"),
        url: None,
        outlet: Some("The Ferry".to_owned()),
        title: format!("{} {} {}", random.word(), random.word(), random.word()),
        kicker: None,
        byline: None,
        // A year of news, not quite in order.
        published: Some(Date::utc(1_764_000_000 + i64::try_from(random.below(31_000_000)).unwrap())),
        language: Some(Language::ENGLISH),
        blocks: paragraphs.iter().map(|it| Block::new(BlockKind::Paragraph, it)).collect(),
        trimmed: Vec::new(),
        links: Vec::new(),
    };
    let analysis = analyse(&article);
    (article, analysis, paragraphs.join("\n\n"))
}

fn taken((article, analysis, original): &(Article, Analysis, String)) -> Taken {
    let header = Header {
        id: article.id,
        source: article.source.clone(),
        url: None,
        outlet: article.outlet.clone(),
        title: article.title.clone(),
        kicker: None,
        byline: None,
        published: article.published,
        language: article.language,
        minutes: analysis.minutes,
        quotes: 1,
    };
    let stat = Some(Stat { size: original.len() as u64, modified: 1 });
    let seen = Some(Seen::File { path: article.source.clone().into_bytes(), stat });
    Taken::new(header, article, analysis, (&article.source, original.as_bytes()), seen)
}

/// Xorshift: the same articles each time.
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }

    /// A word; the one of rank r comes about 1/r as often as the first.
    fn word(&mut self) -> String {
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "ranks are small"
        )]
        let rank = (50_000_f64.powf(self.below(1 << 30) as f64 / (1_u64 << 30) as f64)) as u64;
        let (mut word, mut rest) = ("w".to_owned(), rank);
        while rest > 0 {
            word.push(char::from(b'a' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
            rest = (rest - 1) / 26;
        }
        word
    }
}

/// The most memory that the program ever had, where the system says so.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
    line.map_or_else(|| "not told".to_owned(), |it| it.trim().to_owned())
}
