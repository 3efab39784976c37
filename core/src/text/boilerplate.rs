//! What is not the article: repeated titles, bylines, pitches, notices, share
//! bars, pointers to other articles. Marks blocks, and never takes one out.
//!
//! The rules are general and the words are data ([`phrases`]). A line is junk by
//! a phrase that it begins with, consists of or holds; what could also be a
//! heading or a sentence of an article is so only before its first and after its
//! last paragraph. Running text is touched only by phrases that are whole notices.
//! In doubt a line stays.

/// Lines of a table, one below the other in one string: each as a string of its own
/// would cost the program forty bytes more, and an address to be put right at every start.
macro_rules! lines {
    ($($line:literal),* $(,)?) => { concat!($($line, "\n"),*) };
}

mod address;
pub mod chain;
mod edge;
mod familiar;
pub mod furniture;
mod held;
mod line;
mod looks;
mod parts;
mod pattern;
mod phrases;
mod pitch;

use std::cell::OnceCell;

use line::Line;

use crate::article::{Article, Block, BlockKind, Trimmed, Why};
use crate::text::table::{WordSet, Words};
use crate::text::{letter, safe, span::Span};

/// A note on the author is not longer, in characters.
const LONGEST_NOTE: usize = 400;

/// The most rounds that are made over an article's lines.
const ROUNDS: usize = 6;

/// Marks every block of an article that is not part of it, each with the reason,
/// and takes junk out of the ends of lines. What is marked already stays so.
/// Judging twice changes nothing, and nor does judging what is left alone.
pub fn judge(article: &mut Article) {
    trim(article);
    let lines = lines(article, tells);
    let language = judge_lines(article, &lines);
    let (blocks, language) = (&mut article.blocks, language.as_deref());
    head(blocks, &lines, language);
    tail(blocks, &lines, language, article.byline.as_deref());
    edge::judge(blocks, &lines, language);
    repeats(blocks);
}

/// The same for plain text scraped off a page, which has lost all that a page says
/// of its parts: more is known there by how lines look and what they stand beside.
pub fn judge_scrape(article: &mut Article) {
    trim(article);
    let lines = lines(article, |_| true);
    let language = judge_lines(article, &lines);
    let (blocks, language) = (&mut article.blocks, language.as_deref());
    // What one pass takes out, another may see an end or a box by.
    for _ in 0..ROUNDS {
        head(blocks, &lines, language);
        tail(blocks, &lines, language, article.byline.as_deref());
        edge::judge_scrape(blocks, &lines, language);
        if !chain::judge(blocks, &lines, language) {
            break;
        }
    }
    repeats(blocks);
}

/// Marks the lines that their own words give away; returns the code of the language.
fn judge_lines(article: &mut Article, lines: &[Option<Line>]) -> Option<String> {
    let language = article.language.map(|it| it.code().to_owned());
    let title = if is_all_title(article) { String::new() } else { key(&article.title) };
    for (block, line) in article.blocks.iter_mut().zip(lines) {
        let Some(line) = line else { continue };
        if block.removed.is_some() || line.is_empty() {
            continue;
        }
        block.removed = if !title.is_empty() && has_key(&block.text, &title) {
            Some(Why::RepeatedTitle)
        } else {
            line.junk(language.as_deref())
        };
    }
    language
}

/// Whether the words of a block are asked for where the page has said what its parts
/// are: of those that are none of the article, what leads to others and what asks to
/// sign up are told by them.
fn tells(block: &Block) -> bool {
    matches!(block.removed, None | Some(Why::ReadAlso | Why::Newsletter))
}

/// The lines that blocks hold; `None` for those that are no running text. Those that
/// do not tell anything come without their words.
fn lines(article: &Article, tells: impl Fn(&Block) -> bool) -> Vec<Option<Line>> {
    let line = |it: &Block| {
        let running = !matches!(
            it.kind,
            BlockKind::Code { .. } | BlockKind::Table { .. } | BlockKind::Image { .. } | BlockKind::Rule
        );
        running.then(|| if tells(it) { Line::new(&it.text) } else { Line::measured(&it.text) })
    };
    article.blocks.iter().map(line).collect()
}

/// Whether the article says nothing but its title: then the title is its body too.
pub fn is_all_title(article: &Article) -> bool {
    let title = key(&article.title);
    article.kept().all(|(_, it)| it.text.is_empty() || has_key(&it.text, &title))
}

/// A line of which more than one thing is asked. It does not hold its text.
pub struct Looked {
    line: Line,
    reason: OnceCell<Option<Why>>,
}

impl Looked {
    pub fn at(text: &str) -> Self {
        Self { line: Line::new(text), reason: OnceCell::new() }
    }

    /// As [`reason`].
    pub fn reason(&self) -> Option<Why> {
        *self.reason.get_or_init(|| self.line.junk(None))
    }

    /// As [`reason_at_edge`].
    pub fn reason_at_edge(&self) -> Option<Why> {
        self.reason().or_else(|| self.line.end(None))
    }

    /// As [`is_running`].
    pub fn is_running(&self) -> bool {
        self.line.is_running()
    }

    /// As [`words()`].
    pub fn words(&self) -> usize {
        self.line.words
    }

    /// Whether words that somebody said stand as a headline does: in one line that no
    /// sentence ends.
    pub fn is_headline(&self) -> bool {
        self.line.is_headline()
    }

    /// As [`is_section`], of its text.
    pub fn is_section(&self, text: &str) -> bool {
        is_section_line(&self.line, text)
    }

    /// As [`author`], of its text.
    pub fn author<'a>(&self, text: &'a str) -> Option<&'a str> {
        author_of(&self.line, text.trim())
    }
}

/// The reason for which a line is junk wherever it stands; `None` for all that
/// may be body.
pub fn reason(text: &str) -> Option<Why> {
    Line::new(text).junk(None)
}

/// The reason for which a line is junk before the first paragraph or after the
/// last; it may be a heading or even a title elsewhere.
pub fn reason_at_edge(text: &str) -> Option<Why> {
    Looked::at(text).reason_at_edge()
}

/// Whether a text is a sentence or more, as paragraphs of a body are, and not a
/// heading, a label or a link.
pub fn is_running(text: &str) -> bool {
    Line::measured(text).is_running()
}

/// How many words a text has; in scripts that do not set words apart, two
/// characters count as one.
pub fn words(text: &str) -> usize {
    Line::measured(text).words
}

/// Whether a line is the name of a newspaper's section, or set in capitals as
/// they are, in three words at most.
pub fn is_section(text: &str) -> bool {
    is_section_line(&Line::new(text), text)
}

fn is_section_line(line: &Line, text: &str) -> bool {
    if phrases::SECTIONS.contains(&line.bare.as_str()) {
        return true;
    }
    let letters = text.chars().filter(|c| letter::is_alphabetic(*c)).count();
    (3..=30).contains(&letters)
        && line.words <= 3
        && !text.contains(|c: char| c.is_lowercase() || letter::is_numeric(c))
        && text.contains(char::is_uppercase)
        && !text.ends_with(['.', '!', '?', ':', '…'])
}

/// The author that a line names, where it does nothing else: `By Joan Ferris`,
/// `Oleh: Ratna Wulandari`. The name comes as it stands.
pub fn author(text: &str) -> Option<&str> {
    author_of(&Line::measured(text), text.trim())
}

fn author_of<'a>(line: &Line, text: &'a str) -> Option<&'a str> {
    if line.words > 9 || line.is_running() {
        return None;
    }
    let name = phrases::BY.iter().find_map(|by| {
        let head = text.get(..by.len())?;
        head.chars().flat_map(char::to_lowercase).eq(by.chars()).then_some(())?;
        let rest = Span::new(head.len(), text.len()).slice(text);
        let tied = by.ends_with([':', '=', '/']) || rest.starts_with(|c: char| !c.is_alphanumeric());
        tied.then(|| {
            rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '-' | '–' | ',' | '|'))
        })
    })?;
    let name = name.split_once(" (").map_or(name, |(it, _)| it);
    // A name: every word of more than three letters begins with a capital, where
    // the script has them.
    let plain = name.split_whitespace().filter(|it| it.chars().count() > 3);
    let named =
        plain.clone().all(|it| it.chars().find(|c| c.is_alphabetic()).is_none_or(|c| !c.is_lowercase()));
    (!name.is_empty() && named && !name.ends_with(['.', '!', '?', '。'])).then_some(name)
}

/// The name of a person, where a line is nothing else, or has only the outlet
/// behind it: `Joan Ferris`, `Yusuf Pakpahan - Warta Muara`. That it is no place,
/// section or outlet cannot be told from the line: what stands beside it must say.
pub fn bare_name(text: &str) -> Option<&str> {
    let text = text.trim();
    let name = [" - ", " – ", " — ", " | ", " / ", " · "].iter().find_map(|it| text.split_once(it));
    let name = name.map_or(text, |(it, _)| it).trim_end_matches(',').trim();
    let words: Vec<&str> = name.split_whitespace().take(5).collect();
    let letters =
        |c: char| letter::is_alphabetic(c) || safe::is_mark(c) || matches!(c, '\'' | '’' | '-' | '.' | '·');
    // A word in capitals throughout is a section, one without a capital no name,
    // but for the small words between.
    let named = |it: &&str| {
        let first = it.chars().next().is_some_and(|c| !c.is_lowercase());
        let shouted =
            it.chars().count() > 3 && !it.contains(char::is_lowercase) && it.contains(char::is_uppercase);
        (first || it.chars().count() <= 3) && !shouted && it.chars().all(letters)
    };
    let ends = words.first().is_some_and(|it| !it.starts_with(char::is_lowercase))
        && words.last().is_some_and(|it| !it.starts_with(char::is_lowercase));
    let junk = || {
        let line = Line::new(name);
        line.junk(None).is_some() || line.edge(None).is_some()
    };
    ((2..=4).contains(&words.len()) && ends && words.iter().all(named) && !junk() && !is_section(name))
        .then_some(name)
}

/// Before the first paragraph: phrases of edges, and menus, which are three names
/// of sections or more in a row.
fn head(blocks: &mut [Block], lines: &[Option<Line>], language: Option<&str>) {
    let mut menu: Vec<usize> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let (Some(line), Some(block)) = (line, blocks.get_mut(i)) else { continue };
        if block.removed.is_none() {
            if line.is_running() {
                break;
            }
            block.removed = line.edge(language);
        }
        let item = match block.removed {
            None => phrases::SECTIONS.contains(&line.bare.as_str()),
            Some(why) => why == Why::Navigation,
        };
        if !item {
            menu.clear();
            continue;
        }
        menu.push(i);
        if menu.len() >= 3 {
            for &at in &menu {
                if let Some(it) = blocks.get_mut(at) {
                    it.removed = Some(Why::Navigation);
                }
            }
        }
    }
}

/// After the last paragraph, from the end: phrases of edges, titles below a
/// pointer to other articles, what a newsletter says of itself between its name
/// and its small print, and who the author is.
fn tail(blocks: &mut [Block], lines: &[Option<Line>], language: Option<&str>, byline: Option<&str>) {
    let writes = lines.iter().flatten().filter(|it| it.is_running()).count() > 1;
    // Lines that are kept unless what stands above them speaks for them.
    let mut held: Vec<usize> = Vec::new();
    let mut below = None;
    for (i, line) in lines.iter().enumerate().rev() {
        let noted = || writes && byline.is_some_and(|it| is_note(it, i, blocks));
        let note = blocks.get(i).is_some_and(|it| it.removed.is_none()) && noted();
        let Some(block) = blocks.get_mut(i) else { continue };
        if matches!(block.kind, BlockKind::Code { .. } | BlockKind::Table { .. }) && block.removed.is_none() {
            break;
        }
        let Some(line) = line.as_ref().filter(|it| !it.is_empty()) else { continue };
        if block.removed.is_none() {
            block.removed = line.end(language);
        }
        if block.removed.is_none() && note {
            block.removed = Some(Why::Poster);
        }
        let small_print = matches!(below, Some(Why::Newsletter | Why::Consent));
        match block.removed {
            Some(Why::Advertisement) => {}
            Some(why) => {
                let speaks = match why {
                    // One that names its own title stands for no other.
                    Why::ReadAlso => line.is_lead_in(),
                    Why::Newsletter => small_print && held.len() == 1 && line.is_name_of_newsletter(language),
                    _ => false,
                };
                for at in held.drain(..).filter(|_| speaks) {
                    let titled = lines.get(at).and_then(Option::as_ref).is_some_and(|it| !it.is_running());
                    if let Some(it) = blocks.get_mut(at).filter(|_| titled || why == Why::Newsletter) {
                        it.removed = Some(why);
                    }
                }
                below = Some(why);
            }
            // A sentence is no title of another article.
            None if !small_print && line.is_statement() => {}
            None if !line.is_running() && held.len() < 12 => held.push(i),
            None if small_print && held.is_empty() && line.chars <= 160 => held.push(i),
            None => break,
        }
    }
}

/// Whether the line `at` tells who the author is, by its own words or by standing
/// below the name alone.
fn is_note(byline: &str, at: usize, blocks: &[Block]) -> bool {
    let above = at.checked_sub(1).and_then(|it| blocks.get(it));
    let below_name = above.is_some_and(|it| it.text.chars().count() <= 60 && is_note_on(byline, &it.text));
    blocks.get(at).is_some_and(|it| {
        let it = &it.text;
        // `About the author: Joan Ferris …`
        let labeled = it.split_once([':', '：']).filter(|(label, _)| label.split_whitespace().count() <= 4);
        is_note_on(byline, it)
            || labeled.is_some_and(|(_, note)| is_note_on(byline, note))
            || below_name && !it.contains(['"', '“', '„', '«', '「']) && it.chars().count() <= LONGEST_NOTE
    })
}

/// Whether a line tells who the author is: it begins with the name of one, and
/// nobody speaks in it. `Moira Pellant covers the waterfront.`
fn is_note_on(byline: &str, text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !letter::is_alphanumeric(c));
    let said = text.contains(['"', '“', '”', '„', '«', '»', '「', '」', '「']);
    if said || text.chars().count() > LONGEST_NOTE {
        return false;
    }
    // `A and B`, `A, B dan C`: any of them, by two names at least.
    let words: Vec<&str> =
        byline.split(|c: char| c.is_whitespace() || c == ',').filter(|it| !it.is_empty()).collect();
    let follows = |name: &str| {
        text.strip_prefix(name)
            .is_some_and(|it| !it.starts_with(letter::is_alphanumeric) || name.chars().all(line::is_wide))
    };
    let pair = |it: &&str| it.starts_with(|c: char| !c.is_lowercase());
    words.windows(2).any(|it| it.iter().all(pair) && follows(&it.join(" ")))
        || byline.chars().count() >= 3 && byline.chars().all(line::is_wide) && follows(byline)
}

/// Paragraphs that are there twice: the second one goes.
fn repeats(blocks: &mut [Block]) {
    // Few begin as another one does, and only those have to be compared.
    let beginning = |text: &str| -> String {
        let letters = text.chars().filter(|c| letter::is_alphanumeric(*c)).take(24);
        letters.flat_map(char::to_lowercase).collect()
    };
    let paragraph = |it: &Block| it.removed.is_none() && it.kind == BlockKind::Paragraph;
    let heads: Vec<Option<String>> =
        blocks.iter().map(|it| paragraph(it).then(|| beginning(&it.text))).collect();
    let mut beginnings: Words<&str, bool> = Words::default();
    for head in heads.iter().flatten() {
        beginnings.entry(head).and_modify(|it| *it = true).or_insert(false);
    }
    let mut seen = WordSet::default();
    for (block, head) in blocks.iter_mut().zip(&heads) {
        if head.as_deref().and_then(|it| beginnings.get(it)) == Some(&true) {
            let line = key(&block.text);
            if line.len() >= 60 && !seen.insert(line) {
                block.removed = Some(Why::Repeated);
            }
        }
    }
}

/// Takes out of the ends of paragraphs what desks leave there: the initials of
/// who wrote and edited, `(rtw/hen)`, and marks for embedded media, `[Gambas:Video]`.
fn trim(article: &mut Article) {
    for (i, block) in article.blocks.iter_mut().enumerate() {
        if block.removed.is_some() || block.kind != BlockKind::Paragraph {
            continue;
        }
        let mut end = block.text.len();
        while let Some((start, why)) = line::signature(Span::new(0, end).slice(&block.text)) {
            let words = Span::new(0, start).slice(&block.text).trim_end().len();
            // A line that is nothing else goes as a whole.
            if words == 0 {
                block.removed = Some(why);
                break;
            }
            let text = Span::new(start, end).slice(&block.text).trim().to_owned();
            article.trimmed.push(Trimmed { block: Some(i), text, why });
            end = words;
        }
        if end < block.text.len() {
            block.text.truncate(end);
            block.inlines.retain_mut(|it| {
                it.end = it.end.min(end);
                it.start < it.end
            });
        }
    }
}

/// The letters and digits of a text, for comparison.
pub fn key(text: &str) -> String {
    if text.is_ascii() {
        let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.map(|it| char::from(it.to_ascii_lowercase())).collect();
    }
    let mut key = String::with_capacity(text.len());
    for c in text.chars().filter(|c| letter::is_alphanumeric(*c)) {
        letter::push_lower(c, &mut key);
    }
    key
}

/// Whether the [`key`] of a text is this one.
pub fn has_key(text: &str, key: &str) -> bool {
    text.chars().filter(|c| letter::is_alphanumeric(*c)).flat_map(char::to_lowercase).eq(key.chars())
}

#[cfg(test)]
mod tests;
