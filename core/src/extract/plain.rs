//! Plain text as scrapes and notes hold it.
//!
//! Paragraphs are set apart by blank lines, or are lines of their own; text that
//! was broken at a column is joined again. What stands at the top as `Title:` and
//! the like, or looks like a title, is taken for it.

mod front;

use std::cell::OnceCell;

use front::Front;
pub(super) use front::set_line as set_front_line;

use super::{Draft, date};
use crate::article::{Block, BlockKind, Marker, Why};
use crate::text::boilerplate::{self, Looked};
use crate::text::{safe, span::Span, width};

/// Columns between which text is broken by hand or by a mailer.
const WRAPPED: std::ops::RangeInclusive<usize> = 50..=100;
/// What stands above the first paragraph is not more, in blocks.
const LONGEST_HEAD: usize = 12;
/// A title is not longer, in characters.
const LONGEST_TITLE: usize = 250;

/// Reads plain text.
pub(super) fn read(text: &str) -> Draft {
    let mut draft = Draft { words: text.to_owned(), is_scrape: true, ..Draft::default() };
    let lines: Vec<String> = text
        .split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{C}'])
        .map(|it| safe::code(it).into_owned())
        .collect();
    let body = Front::read(&lines, &mut draft);
    let lines = lines.get(body..).unwrap_or_default();
    let column = wrapped_at(lines);
    for chunk in lines.split(|it| it.trim().is_empty()).filter(|it| !it.is_empty()) {
        blocks(chunk, column, &mut draft.blocks);
    }
    if draft.titles.is_empty() {
        draft.titles.extend(title(&draft.blocks));
    }
    headings(&mut draft.blocks);
    draft
}

/// The column at which the text is broken, where it is: most lines that go on could
/// not have held the first word of the next. What is much shorter is a list or a
/// menu, and a few lines that are longer, such as captions, come from elsewhere. A
/// title with a section below it is no such text: three lines are the least.
fn wrapped_at(lines: &[String]) -> Option<usize> {
    let pairs: Vec<Pair> = lines
        .windows(2)
        .filter_map(|it| match it {
            [a, b] if !a.trim().is_empty() && !b.trim().is_empty() => Pair::of(a, b),
            _ => None,
        })
        .collect();
    let mut columns: Vec<usize> = pairs.iter().map(|it| it.width).filter(|it| WRAPPED.contains(it)).collect();
    columns.sort_unstable();
    columns.dedup();
    // The widest line of the text itself is one of the widest.
    columns.into_iter().rev().take(6).find(|&column| {
        let (full, all) = pairs
            .iter()
            .filter(|it| (column * 3 / 5..=column).contains(&it.width))
            // A line ends at a hyphen before it is full.
            .map(|it| it.joined > column || it.hyphen)
            .fold((0, 0), |(full, all), it| (full + usize::from(it), all + 1));
        // Somewhere a sentence goes on in the next line.
        let goes_on = pairs.iter().any(|it| it.width <= column && it.joined > column && it.goes_on);
        full >= 2 && full * 10 >= all * 6 && goes_on
    })
}

/// How many cells a line takes, where it is no wider than text that is broken at a
/// column; some number above that for any other.
fn cells(line: &str) -> usize {
    let most = *WRAPPED.end();
    if line.is_ascii() || width::prefix(line, most).end == line.len() { width::cells(line) } else { most + 1 }
}

/// A line and the next, as far as it matters whether the text is broken at a column.
struct Pair {
    /// The cells of the first.
    width: usize,
    /// The same with the first word of the second behind it.
    joined: usize,
    /// Whether the first ends at a hyphen.
    hyphen: bool,
    /// Whether the first ends as no sentence does and the second begins as none.
    goes_on: bool,
}

impl Pair {
    /// `None` where the first is wider than any text that is broken at a column.
    fn of(line: &str, next: &str) -> Option<Self> {
        let width = cells(line);
        (width <= *WRAPPED.end()).then(|| Self {
            width,
            joined: joined(line, trimmed(line, width), next),
            hyphen: line.ends_with('-'),
            goes_on: !line.trim_end().ends_with(['.', '!', '?', ':', '。'])
                && next.trim_start().starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase()),
        })
    }
}

/// The cells of a line without the white space at its end; `width` is that of all of it.
fn trimmed(line: &str, width: usize) -> usize {
    let words = line.trim_end();
    if words.len() == line.len() { width } else { cells(words) }
}

/// The cells of a line with the first word of the next behind it; where words are not
/// set apart, with its first character. `trimmed` is how many cells the line takes
/// without the white space at its end.
fn joined(line: &str, trimmed: usize, next: &str) -> usize {
    let word = next.split_whitespace().next().unwrap_or_default();
    let wide = line.chars().next_back().is_some_and(is_wide);
    trimmed + if wide { 2 } else { 1 + cells(word) }
}

/// Whether a line goes on in the next, in text broken at a column. Hands and
/// hyphens break lines somewhat before it.
fn goes_on(line: &str, next: &str, column: usize) -> bool {
    let ended = line.trim_end().ends_with(['.', '!', '?', '"', '”', '。', '」', ':']);
    let cells = cells(line.trim_end());
    cells <= column && (joined(line, cells, next) > column || !ended && cells * 4 >= column * 3)
}

/// Adds the blocks of lines that stand together.
fn blocks(chunk: &[String], column: Option<usize>, out: &mut Vec<Block>) {
    let mut before: Option<&String> = None;
    for line in chunk {
        let indent = line.len() - line.trim_start().len();
        let (quoted, words) = quote(line);
        if words.is_empty() {
            before = None;
            continue;
        }
        let joins = before.zip(column).is_some_and(|(it, column)| goes_on(it, line, column));
        before = Some(line);
        if let Some((marker, words)) = item(words) {
            let depth = u8::try_from(indent / 2).unwrap_or(0).min(6);
            let block = Block::new(BlockKind::ListItem { depth, marker }, words);
            out.push(Block { quoted, ..block });
            continue;
        }
        let n_before = out.len();
        match out.last_mut() {
            Some(last) if joins && last.quoted == quoted && !is_own(words, n_before) => {
                join(&mut last.text, words);
            }
            _ => out.push(Block { quoted, ..Block::new(BlockKind::Paragraph, words) }),
        }
    }
}

/// Whether a line begins a block of its own however full the line before is: what
/// tells the author or the date, and junk. `n` blocks stand before it.
fn is_own(line: &str, n: usize) -> bool {
    boilerplate::reason(line).is_some()
        || n < LONGEST_HEAD
            && (boilerplate::author(line).is_some()
                || boilerplate::bare_name(line).is_some()
                || date::is_line(line))
}

/// How deep a line is quoted as in mail (`> `), and its words.
fn quote(line: &str) -> (u8, &str) {
    let (mut depth, mut words) = (0_u8, line.trim());
    while let Some(rest) = words.strip_prefix('>') {
        depth = depth.saturating_add(1);
        words = rest.trim_start();
    }
    (depth, words)
}

/// The marker and the words of a list item.
fn item(line: &str) -> Option<(Marker, &str)> {
    let bullet = ["- ", "* ", "• ", "◦ ", "‣ ", "▪ ", "· "].iter().find_map(|it| line.strip_prefix(it));
    if let Some(words) = bullet {
        return Some((Marker::Bullet, words.trim_start()));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = Span::new(digits, line.len()).slice(line);
    let words = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") "))?;
    if date::is_line(line) {
        return None; // `14. November 2026`
    }
    // `2026. Ein Jahr` is no item.
    let number = Span::new(0, digits).slice(line).parse().ok().filter(|_| (1..=3).contains(&digits))?;
    Some((Marker::Number(number), words.trim_start()))
}

/// Joins a line to what it goes on from: with a space, where the script has them.
fn join(text: &mut String, words: &str) {
    let (last, next) = (text.chars().next_back(), words.chars().next());
    let wide = last.is_some_and(is_wide) && next.is_some_and(is_wide);
    // A word that was broken at its own hyphen: which it is cannot be told.
    let hyphen = text.strip_suffix('-').is_some_and(|it| it.ends_with(char::is_alphabetic))
        && next.is_some_and(char::is_lowercase);
    if !wide && !hyphen {
        text.push(' ');
    }
    text.push_str(words);
}

fn is_wide(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF)
}

/// The title among the first lines: one that is said twice, else the first of four
/// words or more that is neither junk nor section, author or date, else the first
/// of fewer: those above a title are menus and sections. Without anything below it
/// a line is the body.
fn title(blocks: &[Block]) -> Option<String> {
    /// Where a line stands, and what it is.
    type Line<'a> = (usize, &'a Block, Looked);
    if blocks.len() < 2 {
        return None;
    }
    let keys: Vec<OnceCell<String>> = blocks.iter().take(24).map(|_| OnceCell::new()).collect();
    let key = |at: usize| {
        keys.get(at).zip(blocks.get(at)).map(|(key, it)| key.get_or_init(|| boilerplate::key(&it.text)))
    };
    let mut head: Vec<Line> = Vec::new();
    for (i, it) in blocks.iter().enumerate().take(24) {
        let looked = Looked::at(&it.text);
        // Titles that end as sentences do are said again, or they are the lead;
        // words that somebody said are a title where no sentence ends in them.
        let again = || (i + 1..=i + 5).any(|at| key(at).is_some_and(|it| Some(it) == key(i)));
        let running = looked.is_running() && !(looked.is_headline() && head.len() < 8);
        if running && looked.reason().is_none() && !again() {
            break;
        }
        let fits = it.removed.is_none()
            && it.kind == BlockKind::Paragraph
            && it.text.contains(char::is_alphabetic)
            && it.text.chars().count() <= LONGEST_TITLE
            && looked.reason().is_none()
            && looked.author(&it.text).is_none()
            && !date::is_line(&it.text);
        if fits {
            head.push((i, it, looked));
        }
    }
    let free = |it: &&Line| !it.2.is_section(&it.1.text);
    let plain = |it: &&Line| it.2.reason_at_edge().is_none();
    let twice = |it: &&Line| {
        let mut near = (it.0.saturating_sub(6)..).take(13);
        near.any(|at| at != it.0 && key(at).is_some_and(|other| Some(other) == key(it.0)))
            && boilerplate::bare_name(&it.1.text).is_none()
    };
    let long = |it: &&Line| it.2.words() >= 4 && boilerplate::bare_name(&it.1.text).is_none();
    let found = head
        .iter()
        .find(|it| twice(it) && free(it))
        .or_else(|| head.iter().find(|it| free(it) && plain(it) && long(it)))
        .or_else(|| head.iter().find(|it| free(it) && long(it)))
        .or_else(|| head.iter().find(|it| free(it) && plain(it)))
        .or_else(|| head.iter().find(twice))
        .or_else(|| head.first())?;
    Some(found.1.text.clone())
}

/// Lines without an end that stand between paragraphs are headings.
fn headings(blocks: &mut [Block]) {
    let mut after_running = false;
    let mut candidate: Option<usize> = None;
    let mut found = Vec::new();
    for (i, block) in blocks.iter().enumerate().filter(|(_, it)| it.removed.is_none()) {
        let running = block.kind == BlockKind::Paragraph && boilerplate::is_running(&block.text);
        // Whether a line is junk takes long to tell, and matters only where it would
        // change something.
        let changes = candidate.is_some() || after_running != running;
        if !changes || boilerplate::reason(&block.text).is_some() {
            continue;
        }
        if running {
            found.extend(candidate.take());
            after_running = true;
        } else {
            candidate = (after_running && is_heading(block)).then_some(i);
            after_running = false;
        }
    }
    for i in found {
        if let Some(it) = blocks.get_mut(i) {
            it.kind = BlockKind::Heading(2);
        }
    }
}

fn is_heading(block: &Block) -> bool {
    let text = &block.text;
    block.kind == BlockKind::Paragraph
        && block.quoted == 0
        && text.chars().count() <= 120
        && !text.ends_with(['.', ',', ';', ':', '…', '。', '、', '-', '–', '—', '!', '"', '”', '»', ')'])
        && !text.starts_with(['-', '–', '—', '(', '"', '“', '„', '«', '@', '#'])
        && text.contains(char::is_alphabetic)
        && !text.contains("://")
}

#[cfg(test)]
mod tests;
