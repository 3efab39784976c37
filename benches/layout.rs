//! How long it takes to set an article: `cargo bench --bench layout`.
//!
//! Prints medians, and how much longer ten times the text takes; 10 is linear.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock and prints"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use kabar::article::Language;
use kabar::article::{Article, ArticleId, Block, BlockKind, Inline, InlineKind};
use kabar::text::analysis::Analysis;
use kabar::text::find;
use kabar::text::page::{Options, lay_out};
use kabar::text::prose::Prose;
use kabar::text::quote::{Quotation, QuoteKind};
use kabar::text::span::Span;

const LATIN: &str = "The harbor council met on Tuesday to hear what was left of the plan, and “nobody asked for it,” \
                     said the woman who runs the last ferry — a café owner nodded. ";
const JAPANESE: &str = "港の灯りが消えたのは、夏の終わりの夜だった。「もう船は来ない」と老人は言った。";
const HEBREW: &str = "ראש העיר אמר (אתמול) כי 12 גשרים ייבנו, «ואיש לא ביקש» את harbor bridge הזה. ";
const THAI: &str = "เรือเฟอร์รี่ลำสุดท้ายออกจากท่าเมื่อคืนนี้ ชาวบ้านบอกว่าไม่มีใครถามพวกเขา ";

fn main() {
    println!("{:<34}{:>12}{:>12}{:>10}{:>8}", "", "bytes", "rows", "median", "ratio");
    for (name, sentence) in [("latin", LATIN), ("japanese", JAPANESE), ("hebrew", HEBREW), ("thai", THAI)] {
        // About 2,000 words of news in paragraphs.
        let paragraph = sentence.repeat(3);
        let bytes = 12_500 * sentence.len() / sentence.chars().count();
        series(&format!("{name}, 2,000 words"), bytes, &paragraph, &[1, 10]);
    }
    series("latin, paragraphs, to 10 MB", 100_000, &LATIN.repeat(3), &[1, 10, 100]);
    for (name, sentence) in [("latin", LATIN), ("japanese", JAPANESE), ("hebrew", HEBREW), ("thai", THAI)] {
        let whole: String = sentence.chars().cycle().take(1_000_000 / 3).collect();
        series(&format!("{name}, one paragraph to 1 MB"), 100_000, &whole, &[1, 10]);
    }
    series("one word, to 1 MB", 100_000, &"x".repeat(1_000_000), &[1, 10]);
    series("one address, to 1 MB", 100_000, &format!("https://{}", "a/".repeat(500_000)), &[1, 10]);
    table();
    search();
}

/// An article of so many bytes in paragraphs of at most `paragraph`.
fn article(bytes: usize, paragraph: &str) -> (Article, Analysis) {
    let mut left = bytes;
    let mut blocks = Vec::new();
    while left > 0 {
        let text = Span::new(0, left).slice(paragraph).to_owned();
        left = left.saturating_sub(text.len());
        let mut block = Block::new(BlockKind::Paragraph, text);
        if block.text.is_char_boundary(9) && block.text.len() > 9 {
            block.inlines.push(Inline { start: 0, end: 9, kind: InlineKind::Link(0) });
        }
        blocks.push(block);
    }
    whole(blocks)
}

fn whole(blocks: Vec<Block>) -> (Article, Analysis) {
    let article = Article {
        id: ArticleId::from_bytes([0; 10]),
        source: "bench".to_owned(),
        url: None,
        outlet: None,
        title: "A bridge nobody asked for".to_owned(),
        kicker: None,
        byline: None,
        published: None,
        language: None,
        blocks,
        trimmed: Vec::new(),
        links: vec!["https://example.org/".to_owned()],
        caveats: Vec::new(),
    };
    let prose = Prose::of_article(&article);
    let mut quotes = Vec::new();
    let mut open = None;
    for (at, mark) in prose.text.match_indices(['“', '”', '「', '」']) {
        if matches!(mark, "“" | "「") {
            open = Some(at);
        } else if let Some(start) = open.take() {
            let span = Span::new(start, at + mark.len());
            quotes.push(Quotation { span, kind: QuoteKind::Speech, depth: 0, speaker: None, cue: None });
        }
    }
    (article, Analysis { prose, language: Language::ENGLISH, quotes, minutes: 1 })
}

fn series(name: &str, bytes: usize, paragraph: &str, times: &[usize]) {
    let mut before: Option<Duration> = None;
    for n in times {
        let (article, analysis) = article(bytes * n, paragraph);
        let options = Options { width: 70, raw: false, reorder: true, numbers: true, updated: false };
        let rows = lay_out(&article, &analysis, &options).rows.len();
        let median = median(|| drop(black_box(lay_out(&article, &analysis, &options))));
        report(name, bytes * n, rows, median, before);
        before = Some(median);
    }
}

fn table() {
    let mut before = None;
    for rows in [1_000, 10_000] {
        let text = "Old Harbor\t1270\tall of them old\n".repeat(rows);
        let bytes = text.len();
        let (article, analysis) = whole(vec![Block::new(BlockKind::Table { header: true }, text)]);
        let options = Options { width: 70, raw: false, reorder: true, numbers: true, updated: false };
        let median = median(|| drop(black_box(lay_out(&article, &analysis, &options))));
        report("table", bytes, rows, median, before);
        before = Some(median);
    }
}

fn search() {
    for (name, words) in [("find a common word", "harbor"), ("find none", "zeppelin")] {
        let mut before = None;
        for bytes in [100_000, 1_000_000, 10_000_000] {
            let (article, _) = article(bytes, &LATIN.repeat(3));
            let hits = find::find(&article, words, false).len();
            let median = median(|| drop(black_box(find::find(&article, words, false))));
            report(name, bytes, hits, median, before);
            before = Some(median);
        }
    }
}

/// The middle of a number of runs that take about a second together.
fn median(mut run: impl FnMut()) -> Duration {
    let mut time = || {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    let first = time();
    let runs = (Duration::from_secs(1).as_nanos() / first.as_nanos().max(1)).clamp(3, 200);
    let mut times: Vec<Duration> = (0..runs).map(|_| time()).collect();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or(first)
}

fn report(name: &str, bytes: usize, rows: usize, median: Duration, before: Option<Duration>) {
    let ratio =
        before.map_or_else(String::new, |it| format!("{:.1}", median.as_secs_f64() / it.as_secs_f64()));
    println!("{name:<34}{bytes:>12}{rows:>12}{:>10}{ratio:>8}", format!("{median:.2?}"));
}
