//! What the library costs: `cargo bench --bench store [-- ARTICLES]`, 100,000
//! where no number is given; a million take some twenty minutes and 4 GB of disk.
//!
//! The articles are made up: entries of feeds with about 600 words of markup each,
//! whose frequencies fall as those of a language do (Zipf), over a year, feed by
//! feed. Prints how large the library gets beside the feeds, what taking in costs,
//! how long lists and searches take, and the memory that all of it needed.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "a benchmark reads the clock, prints, and stops where it fails; its numbers are small"
)]

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use kabar::article::{
    Article, ArticleId, Block, BlockKind, Date, Field, Header, Inline, InlineKind, Key, Language, Poll,
    Stamped, Window,
};
use kabar::store::{About, Hash, Listing, Order, Seen, Store, Taken};
use kabar::text::analysis::Analysis;
use kabar::text::prose::Prose;
use kabar::text::query::Query;
use kabar::text::quote::{Quotation, QuoteKind, Speaker};
use kabar::text::span::Span;

/// Entries that a feed brings at once.
const BATCH: usize = 250;
/// Words of an article, about.
const WORDS: u64 = 600;
/// 2026-11-22T12:00:00Z.
const NOW: i64 = 1_795_348_800;
const YEAR: u64 = 31_536_000;

fn main() {
    let n: usize = std::env::args().skip(1).find_map(|it| it.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(folder.path(), 0).unwrap();
    let mut corpus = Corpus::new();
    fill(&mut store, &mut corpus, n);
    let size = size(folder.path());
    println!(
        "on disk: {} MB of feeds, {} MB of library: {:.3} of it",
        corpus.bytes >> 20,
        size >> 20,
        size as f64 / corpus.bytes as f64
    );
    parts(folder.path(), n);
    println!("memory, at most: {}", peak());
    drop(store);
    let start = Instant::now();
    let (mut store, _) = Store::open(folder.path(), 0).unwrap();
    println!("opened in {:.2?}", start.elapsed());
    mark(&mut store, n);
    lists(&store);
    searches(&store);
    println!("memory, at most: {}", peak());
}

/// Takes in so many articles, and prints what each cost at the start and the end.
fn fill(store: &mut Store, corpus: &mut Corpus, n: usize) {
    let (mut preparing, mut storing) = (Duration::ZERO, Duration::ZERO);
    let mut tenths = Vec::new();
    let mut at = 0;
    let mut since = (0, Duration::ZERO);
    while at < n {
        let feed = format!("https://site-{}.example/feed.xml", at / BATCH % 2_000);
        let entries: Vec<Made> = (at..n.min(at + BATCH)).map(|i| corpus.article(i, &feed)).collect();
        let start = cpu();
        let batch: Vec<Taken> = entries.into_iter().map(|it| it.taken(&feed)).collect();
        preparing += cpu().saturating_sub(start);
        let start = cpu();
        let about = About { title: Some(format!("Site {}", at / BATCH)), home: None };
        store.take_in_feed(&feed, &about, &batch, &Poll::default(), NOW as u64 * 1_000).unwrap();
        store.learn().unwrap();
        storing += cpu().saturating_sub(start);
        at += batch.len();
        if at / (n / 10).max(1) > tenths.len() {
            let each = storing.saturating_sub(since.1).as_secs_f64() * 1e3 / (at - since.0) as f64;
            tenths.push(format!("{each:.3}"));
            since = (at, storing);
        }
    }
    let each = |time: Duration| time.as_secs_f64() * 1e3 / n as f64;
    println!(
        "taking in {n}: {:.3} ms of CPU to prepare and {:.3} to store each",
        each(preparing),
        each(storing)
    );
    println!("  storing, by tenths: {}", tenths.join(" "));
}

/// Reads a third of the newest hundredth, and bookmarks a few of it.
fn mark(store: &mut Store, n: usize) {
    let start = Instant::now();
    let unread =
        Listing { query: &Query::default(), window: Window::Top, limit: n / 100, kept: &[], until: u64::MAX };
    let some = store.rows(&unread).unwrap();
    let of = |i: usize, field| Stamped::new(1, some[i].header.id, field);
    let marks: Vec<Stamped> = (0..some.len())
        .flat_map(|i| [of(i, Field::Read(i % 3 == 0)), of(i, Field::Bookmarked(i % 50 == 0))])
        .collect();
    let n = some.len();
    store.apply_marks(&marks, None).unwrap();
    println!("marking {n}: {:.2?}", start.elapsed());
}

fn lists(store: &Store) {
    println!("{:<42}{:>8}{:>12}{:>12}", "a window of 200 rows", "rows", "median", "slowest");
    let all = Query::default();
    let day = |days: i64| {
        let before = Query::parse(&format!("before:{days}d"), Date::utc(NOW));
        let rows = store.search(&before, Order::Newest { below: None }, 1).unwrap();
        rows.first().map_or(Key(0), |it| it.key)
    };
    for (name, window) in [
        ("the newest", Window::Top),
        ("half a year ago", Window::Below(day(180))),
        ("above that", Window::Above(day(180))),
        ("the oldest", Window::Bottom),
    ] {
        let ask = Listing { query: &all, window, limit: 200, kept: &[], until: u64::MAX };
        time(name, || store.rows(&ask).unwrap().len());
    }
    for (name, typed) in [
        ("of a feed", "feed:https://site-7.example/feed.xml"),
        ("bookmarked", "is:bookmarked"),
        ("unread", "is:unread"),
        ("read", "is:read"),
        ("with quotations, in one month", "has:quotes after:2026-05 before:2026-06"),
    ] {
        let query = Query::parse(typed, Date::utc(NOW));
        let ask = Listing { query: &query, window: Window::Top, limit: 200, kept: &[], until: u64::MAX };
        time(name, || store.rows(&ask).unwrap().len());
    }
    time("how many there are", || store.tally().unwrap().all as usize);
    time("the feeds", || store.feeds().unwrap().len());
    time("an article", || {
        let row = store.search(&all, Order::Newest { below: None }, 1).unwrap();
        store.article(row[0].header.id).unwrap().map_or(0, |it| it.blocks.len())
    });
}

fn searches(store: &Store) {
    println!("{:<42}{:>8}{:>12}{:>12}", "newest first, 50 hits", "hits", "median", "slowest");
    let words = Corpus::new().words;
    let word = |rank: usize| words[rank].clone();
    let cases = [
        ("a word of most articles", word(0)),
        ("a word of half of them", word(150)),
        ("of one in a hundred", word(6_000)),
        ("of few", word(39_000)),
        ("no such word", "zeppelin".to_owned()),
        ("two of most", format!("{} {}", word(0), word(1))),
        ("two of half", format!("{} {}", word(150), word(160))),
        ("two rare", format!("{} {}", word(9_000), word(9_100))),
        ("common and rare", format!("{} {}", word(2), word(30_000))),
        ("a phrase of common words", format!("\"{} {}\"", word(1), word(2))),
        ("a phrase of rarer words", format!("\"{} {}\"", word(400), word(500))),
        ("a phrase of rare words", format!("\"{} {}\"", word(3_000), word(4_000))),
        ("one letter", "a*".to_owned()),
        ("another", "z*".to_owned()),
        ("two letters", "th*".to_owned()),
        ("three letters", "bra*".to_owned()),
        ("the beginning of a rare word", format!("{}*", word(39_000))),
        ("no such beginning", "zeppel*".to_owned()),
        ("common, and a letter", format!("{} b*", word(0))),
        ("rare, and a letter", format!("{} b*", word(20_000))),
        ("of a script without spaces", "東京".to_owned()),
        ("one character of it", "京".to_owned()),
        ("three of it", "東京都".to_owned()),
        ("not a common word", format!("-{}", word(300))),
        ("common but not another", format!("{} -{}", word(0), word(150))),
        ("common, bookmarked", format!("{} is:bookmarked", word(0))),
        ("rare, bookmarked", format!("{} is:bookmarked", word(20_000))),
        ("a letter, bookmarked", "q* is:bookmarked".to_owned()),
        ("common, read", format!("{} is:read", word(100))),
        ("rare, read", format!("{} is:read", word(20_000))),
        ("common, of a feed", format!("{} feed:https://site-7.example/feed.xml", word(0))),
        ("common, of one month", format!("{} after:2026-03 before:2026-04", word(100))),
        ("in titles", format!("title:{}", word(100))),
        ("said by one of twenty", "said:lopez".to_owned()),
    ];
    for (name, typed) in &cases {
        let query = Query::parse(typed, Date::utc(NOW));
        time(name, || store.search(&query, Order::Newest { below: None }, 50).unwrap().len());
    }
    for (name, typed) in [&cases[0], &cases[2], &cases[3], &cases[12]] {
        let query = Query::parse(typed, Date::utc(NOW));
        time(&format!("{name}, best first"), || store.search(&query, Order::Best, 50).unwrap().len());
    }
    let (lopez, none) = (Query::parse("lopez", Date::utc(NOW)), Query::default());
    time("what somebody said", || store.said(&lopez, &none, 50).unwrap().len());
    let about = Query::parse(&words[150], Date::utc(NOW));
    time("what somebody said about a thing", || store.said(&lopez, &about, 50).unwrap().len());
    time("the speakers", || store.speakers(50).unwrap().len());
}

fn time(name: &str, mut run: impl FnMut() -> usize) {
    let mut times = Vec::new();
    let mut hits = 0;
    for _ in 0..9 {
        let start = Instant::now();
        hits = run();
        times.push(start.elapsed());
    }
    times.sort_unstable();
    println!("{name:<42}{hits:>8}{:>12}{:>12}", format!("{:.2?}", times[4]), format!("{:.2?}", times[8]));
}

/// An article with what was worked out about it and the entry that it is from.
struct Made {
    article: Article,
    analysis: Analysis,
    original: String,
}

impl Made {
    fn taken(self, feed: &str) -> Taken {
        let Self { article, analysis, original } = self;
        let header = Header {
            id: article.id,
            source: feed.to_owned(),
            url: article.url.clone(),
            outlet: None,
            title: article.title.clone(),
            kicker: None,
            byline: article.byline.clone(),
            published: article.published,
            language: article.language,
            minutes: analysis.minutes,
            quotes: 1,
        };
        let id = article.url.clone().unwrap_or_default();
        let seen = Seen::Entry { feed: feed.to_owned(), id, says: Hash::of(original.as_bytes()) };
        Taken::new(header, &article, &analysis, ("entry.kabar", original.as_bytes()), Some(seen))
    }
}

/// Makes articles, the same each time.
struct Corpus {
    words: Vec<String>,
    /// Words by how often they come: each at as many places as it is frequent.
    drawn: Vec<u16>,
    random: u64,
    /// Of the feeds, so far.
    bytes: u64,
}

const FIRST: [&str; 10] = ["Ana", "Bo", "Dara", "Emil", "Hana", "Jonas", "Mina", "Olga", "Rosa", "Søren"];
const LAST: [&str; 20] = [
    "Lopez", "Reed", "Okafor", "Haas", "Lindt", "Moreau", "Costa", "Yılmaz", "Novak", "Sato", "Kim", "Ali",
    "Berg", "Rossi", "Santos", "Weber", "Nowak", "Silva", "Khan", "Dubois",
];

impl Corpus {
    fn new() -> Self {
        let mut corpus = Self { words: Vec::new(), drawn: Vec::new(), random: 1, bytes: 0 };
        let starts = [
            "b", "c", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "br", "st", "th", "tr", "",
            "a",
        ];
        let (vowels, ends) =
            (["a", "e", "i", "o", "u", "ea", "ou"], ["", "", "", "n", "r", "s", "t", "l", "nd", "ng"]);
        let mut seen = std::collections::BTreeSet::new();
        while corpus.words.len() < 40_000 {
            let syllables = match corpus.words.len() {
                0..200 => 1,
                200..8_000 => 2,
                _ => 3,
            };
            let mut word = String::new();
            for _ in 0..=corpus.below(syllables) {
                word += starts[corpus.below(20) as usize];
                word += vowels[corpus.below(7) as usize];
                word += ends[corpus.below(10) as usize];
            }
            if word.len() > 1 && seen.insert(word.clone()) {
                corpus.words.push(word);
            } else if word.len() > 2 {
                word.push('e');
                if seen.insert(word.clone()) {
                    corpus.words.push(word);
                }
            }
        }
        let total: f64 = (0..40_000).map(|i| 1.0 / (f64::from(i) + 2.7)).sum();
        let mut sum = 0.0;
        for rank in 0..40_000_u16 {
            sum += 1.0 / (f64::from(rank) + 2.7);
            corpus.drawn.resize((sum / total * f64::from(1 << 21)) as usize, rank);
        }
        corpus.random = 7;
        corpus
    }

    fn below(&mut self, n: u64) -> u64 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        self.random % n
    }

    fn word(&mut self) -> &str {
        let at = self.below(self.drawn.len() as u64) as usize;
        &self.words[usize::from(self.drawn[at])]
    }

    /// A sentence as text and as markup, with its links.
    fn sentence(
        &mut self,
        text: &mut String,
        html: &mut String,
        inlines: &mut Vec<Inline>,
        links: &mut Vec<String>,
    ) {
        let n = 8 + self.below(18);
        let link = (self.below(10) == 0).then(|| self.below(n));
        let strong = (self.below(8) == 0).then(|| self.below(n));
        for i in 0..n {
            let mut word = self.word().to_owned();
            if i == 0 {
                word =
                    word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect();
            } else {
                text.push(' ');
                html.push(' ');
            }
            let start = text.len();
            text.push_str(&word);
            if link == Some(i) {
                let to = format!(
                    "https://site-{}.example/a/{}/{}",
                    self.below(2_000),
                    self.below(90),
                    self.below(9_999)
                );
                let _ = write!(html, "<a href=\"{to}\">{word}</a>");
                inlines.push(Inline { start, end: text.len(), kind: InlineKind::Link(links.len()) });
                links.push(to);
            } else if strong == Some(i) {
                let _ = write!(html, "<em>{word}</em>");
                inlines.push(Inline { start, end: text.len(), kind: InlineKind::Emphasis });
            } else {
                html.push_str(&word);
            }
            if i > 2 && i + 2 < n && self.below(12) == 0 {
                text.push(',');
                html.push(',');
            }
        }
        text.push('.');
        html.push('.');
    }

    fn article(&mut self, i: usize, feed: &str) -> Made {
        let mut id = [0; 10];
        id[..8].copy_from_slice(&(i as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
        let site = feed.trim_end_matches("/feed.xml");
        let url = format!("{site}/news/{}/{i}", 2_024 + self.below(3));
        let title: Vec<String> = (0..4 + self.below(6)).map(|_| self.word().to_owned()).collect();
        let title = format!("{} #{i}", title.join(" "));
        let author = format!("{} {}", FIRST[self.below(10) as usize], LAST[self.below(20) as usize]);
        let (mut blocks, mut links, mut html, mut n_words) = (Vec::new(), Vec::new(), String::new(), 0);
        let length = WORDS / 3 + self.below(WORDS * 4 / 3);
        while n_words < length {
            let (mut text, mut inlines) = (String::new(), Vec::new());
            let heading = self.below(12) == 0;
            html += if heading { "<h2>" } else { "<p>" };
            for sentence in 0..if heading { 1 } else { 2 + self.below(4) } {
                if sentence > 0 {
                    text.push(' ');
                    html.push(' ');
                }
                self.sentence(&mut text, &mut html, &mut inlines, &mut links);
            }
            if self.below(40) == 0 {
                let place = ["東京都の港で船が止まった。", "京都で雪が降った。", "大阪の駅は静かだ。"]
                    [self.below(3) as usize];
                text += place;
                html += place;
            }
            html += if heading { "</h2>\n" } else { "</p>\n" };
            n_words += text.split(' ').count() as u64;
            let kind = if heading { BlockKind::Heading(2) } else { BlockKind::Paragraph };
            blocks.push(Block { kind, text, inlines, quoted: 0, removed: None });
        }
        let said =
            format!("“We will {} the {},” said {author}.", self.word().to_owned(), self.word().to_owned());
        let _ = writeln!(html, "<p>{said}</p>");
        blocks.push(Block::new(BlockKind::Paragraph, said));
        let published = Date::utc(NOW - self.below(YEAR) as i64);
        let teaser: String = blocks[0].text.chars().take(280).collect();
        let item = format!(
            "<item>\n<title>{title}</title>\n<link>{url}</link>\n<guid isPermaLink=\"true\">{url}</guid>\n\
             <pubDate>{published}</pubDate>\n<dc:creator>{author}</dc:creator>\n<description>{teaser}</description>\n\
             <content:encoded><![CDATA[{html}]]></content:encoded>\n</item>\n"
        );
        self.bytes += item.len() as u64;
        let html = html.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        let original = format!(
            "{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Site\",\"home_page_url\":\"{site}/\",\
             \"feed_url\":\"{feed}\",\"items\":[{{\"id\":\"{url}\",\"url\":\"{url}\",\"title\":\"{title}\",\
             \"content_html\":\"{html}\",\"date_published\":\"{published}\",\"authors\":[{{\"name\":\"{author}\"}}]}}]}}"
        );
        let article = Article {
            id: ArticleId::from_bytes(id),
            source: feed.to_owned(),
            url: Some(url),
            outlet: None,
            title,
            kicker: None,
            byline: Some(author.clone()),
            published: Some(published),
            language: Some(Language::ENGLISH),
            blocks,
            trimmed: Vec::new(),
            links,
            caveats: Vec::new(),
        };
        let prose = Prose::of_article(&article);
        let last = prose.paragraphs.last().unwrap().span;
        let end = last.start + last.slice(&prose.text).find('”').unwrap() + '”'.len_utf8();
        let speaker = Speaker { name: author, at: Span::new(end, end), sure: true };
        let quotation = Quotation {
            span: Span::new(last.start, end),
            kind: QuoteKind::Speech,
            depth: 0,
            speaker: Some(speaker),
            cue: None,
        };
        let analysis = Analysis { prose, language: Language::ENGLISH, quotes: vec![quotation], minutes: 3 };
        Made { article, analysis, original }
    }
}

/// The bytes of all files in a folder.
fn size(folder: &Path) -> u64 {
    std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().metadata().unwrap().len()).sum()
}

/// What each table takes, in bytes for an article.
fn parts(folder: &Path, n: usize) {
    let library = rusqlite::Connection::open(folder.join("library.db")).unwrap();
    let mut sizes = library
        .prepare("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 12")
        .unwrap();
    let rows = sizes.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))).unwrap();
    let rows: Vec<String> =
        rows.map(|it| it.unwrap()).map(|(name, size)| format!("{name} {}", size / n as i64)).collect();
    let free: i64 = library.query_row("PRAGMA freelist_count", [], |row| row.get(0)).unwrap();
    let page: i64 = library.query_row("PRAGMA page_size", [], |row| row.get(0)).unwrap();
    println!("  bytes an article: {}, free {}", rows.join(", "), free * page / n as i64);
}

/// The CPU time of this process.
fn cpu() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let run = stat.split(' ').next().and_then(|it| it.parse().ok());
    run.map_or(Duration::ZERO, Duration::from_nanos)
}

/// The most memory that the program ever had, where the system says so.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
    line.map_or_else(|| "not told".to_owned(), |it| it.trim().to_owned())
}
