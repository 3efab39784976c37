//! Furniture that no word gives away: lines that stand in many articles of one
//! source, a feed or a site.
//!
//! Articles of a source are counted first ([`Tally`]), and what stands in most of
//! them is marked in each then ([`Furniture`]), and in those that come later
//! ([`Learned`]). Lines are compared by their letters, with one digit for every
//! number: `3 min read` and `12 min read` are one line.

use std::collections::{HashMap, HashSet};

use super::line::Line;
use crate::article::{Article, BlockKind, Why};
use crate::text::letter;

/// Of fewer articles nothing is learned: two or three often come from one agency,
/// or tell one story.
const ARTICLES: usize = 5;
/// The share of articles that furniture stands in. What a site says below its
/// articles reaches it in spite of a few sections that say something else; a column
/// of each week does not in a daily feed, nor of each day where others stand
/// beside it.
const SHARE: (usize, usize) = (3, 5);
/// Longer lines are text, in characters: if they come again, the story does.
const LONGEST: usize = 200;
/// A sentence of fewer words may be a letter's greeting or a column's first words:
/// `Good morning.`
const SENTENCE: usize = 7;

/// In how many articles of one source each line stands.
#[derive(Debug, Default)]
pub struct Tally {
    titles: HashSet<u64>,
    lines: HashMap<u64, usize>,
}

impl Tally {
    /// Counts an article, each of its lines once. One whose title was there before
    /// is the same story again, and not counted.
    pub fn add(&mut self, article: &Article) {
        if !self.titles.insert(hash(&article.title)) {
            return;
        }
        let lines: HashSet<u64> = candidates(article).map(|(_, line)| line).collect();
        for line in lines {
            *self.lines.entry(line).or_default() += 1;
        }
    }

    /// Whether it holds so many articles that something can be learned of them.
    pub fn is_enough(&self) -> bool {
        self.titles.len() >= ARTICLES
    }

    /// What stands in so many of the articles that it belongs to none of them.
    pub fn furniture(&self) -> Furniture {
        let n = self.titles.len();
        let least = if self.is_enough() { (n * SHARE.0).div_ceil(SHARE.1) } else { usize::MAX };
        Furniture(self.lines.iter().filter(|it| *it.1 >= least).map(|it| *it.0).collect())
    }
}

/// The lines that are furniture in the articles of one source, by their hashes,
/// which are the same on every machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Furniture(HashSet<u64>);

impl FromIterator<u64> for Furniture {
    fn from_iter<I: IntoIterator<Item = u64>>(lines: I) -> Self {
        Self(lines.into_iter().collect())
    }
}

impl Furniture {
    /// Whether nothing of the kind was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The hashes of its lines, in no order.
    pub fn lines(&self) -> impl Iterator<Item = u64> {
        self.0.iter().copied()
    }

    /// Marks them in an article with [`Why::Furniture`]; none where no paragraph
    /// would be left.
    pub fn mark(&self, article: &mut Article) {
        let lines = candidates(article).filter(|(_, line)| self.0.contains(line));
        let found: HashSet<usize> = lines.map(|(at, _)| at).collect();
        let left = article.kept().any(|(at, it)| !found.contains(&at) && super::is_running(&it.text));
        for (at, block) in article.blocks.iter_mut().enumerate() {
            if left && found.contains(&at) {
                block.removed = Some(Why::Furniture);
            }
        }
    }
}

/// What was learned of many sources, each known by its [`site`].
#[derive(Debug, Default)]
pub struct Learned(HashMap<String, Furniture>);

impl FromIterator<(String, Furniture)> for Learned {
    fn from_iter<I: IntoIterator<Item = (String, Furniture)>>(sites: I) -> Self {
        Self(sites.into_iter().filter(|(_, it)| !it.is_empty()).collect())
    }
}

impl Learned {
    /// The furniture of a site, where there is any.
    pub fn of(&self, site: &str) -> Option<&Furniture> {
        self.0.get(site)
    }

    /// The sites that have furniture, in no order.
    pub fn sites(&self) -> impl Iterator<Item = (&str, &Furniture)> {
        self.0.iter().map(|(site, it)| (site.as_str(), it))
    }

    /// Marks in an article what is furniture of its site; `source` says where it was
    /// found.
    pub fn mark(&self, article: &mut Article, source: &str) {
        if !self.0.is_empty()
            && let Some(it) = self.of(&site(article, source))
        {
            it.mark(article);
        }
    }
}

/// Who furnished an article: the host of its address, or of the feed or page that it
/// was found in, or the folder.
pub fn site(article: &Article, source: &str) -> String {
    let host = |it: &str| {
        let (scheme, rest) = it.split_once("://")?;
        let host = rest.split(['/', '?', '#']).next().filter(|_| scheme.starts_with("http"))?;
        Some(host.trim_start_matches("www.").to_lowercase())
    };
    let folder = || source.rsplit_once(['/', '\\']).map_or("", |it| it.0).to_owned();
    article.url.as_deref().and_then(host).or_else(|| host(source)).unwrap_or_else(folder)
}

/// The lines that may be furniture, by block: those that are shown, or are not for
/// being furniture. Neither speech nor short sentences are, nor what stands above a
/// paragraph as headings do: columns have the same ones each time.
fn candidates(article: &Article) -> impl Iterator<Item = (usize, u64)> {
    let shown = article.blocks.iter().enumerate().filter(|(_, it)| {
        matches!(it.removed, None | Some(Why::Furniture))
            && matches!(it.kind, BlockKind::Paragraph | BlockKind::Heading(_) | BlockKind::ListItem { .. })
            && !it.text.is_empty()
    });
    let mut rest = shown.map(|(at, it)| (at, it, Line::new(&it.text))).peekable();
    let mut found = Vec::new();
    while let Some((at, block, line)) = rest.next() {
        let heads = line.is_loose()
            && rest.peek().is_some_and(|(_, _, below)| below.is_running() || below.chars > LONGEST);
        let short = !line.is_loose() && line.words < SENTENCE;
        if line.chars <= LONGEST && !line.quoted && !heads && !short {
            found.push((at, hash(&block.text)));
        }
    }
    found.into_iter()
}

/// Of the letters of a text in lower case, and a digit for each number. Libraries
/// keep these: FNV-1a, which is the same in every kabar
/// (<http://www.isthe.com/chongo/tech/comp/fnv/>).
fn hash(text: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut number = false;
    let mut bytes = [0; 4];
    for c in text.chars().filter(|c| letter::is_alphanumeric(*c)).flat_map(char::to_lowercase) {
        if !(c.is_numeric() && number) {
            for byte in (if c.is_numeric() { '0' } else { c }).encode_utf8(&mut bytes).bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        number = c.is_numeric();
    }
    hash
}

#[cfg(test)]
mod tests;
