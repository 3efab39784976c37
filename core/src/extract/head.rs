//! The head of an article: which of its first lines are the title again, the
//! section, the author and the date, whatever form it came in.

use super::date;
use crate::article::{Article, BlockKind, Why};
use crate::text::boilerplate::{self, Looked};
use crate::text::safe;

/// How many blocks the head of an article may have.
const LONGEST: usize = 24;
/// How long a section line may be, in characters.
const LONGEST_SECTION: usize = 40;

/// Marks the lines of the head that are shown elsewhere, and fills in what the
/// article does not know yet from them. Stops at the first paragraph of running
/// text that is not the title.
pub(super) fn settle(article: &mut Article) {
    if boilerplate::is_all_title(article) {
        return;
    }
    let title = boilerplate::key(&article.title);
    let lines = article.blocks.iter().take(LONGEST).map(|it| (it, Looked::at(&it.text)));
    let head = lines.take_while(|(it, looked)| {
        it.removed.is_some()
            || !looked.is_running()
            || boilerplate::has_key(&it.text, &title)
            // Captions and pitches stand between the title and the first paragraph.
            || looked.reason().is_some()
    });
    let looked: Vec<Looked> = head.map(|it| it.1).collect();
    let n = looked.len();
    let mut titles = Vec::new();
    for i in 0..n {
        let language = article.language;
        let (Some(block), Some(looked)) = (article.blocks.get_mut(i), looked.get(i)) else { break };
        let wordy =
            matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(_) | BlockKind::ListItem { .. });
        if block.removed.is_some() || !wordy || block.text.is_empty() {
            continue;
        }
        if same_title(&title, &boilerplate::key(&block.text)) {
            block.removed = Some(if titles.is_empty() { Why::Title } else { Why::RepeatedTitle });
            titles.push(i);
        } else if date::is_line(&block.text) {
            block.removed = Some(Why::DateLine);
            article.published = article.published.or_else(|| date::parse(&block.text, language));
        } else if looked.reason().is_some_and(|it| it != Why::Poster) {
            // Left to the judge.
        } else if let Some(name) = looked.author(&block.text) {
            block.removed = Some(Why::Byline);
            if article.byline.is_none() {
                article.byline = Some(safe::line(name).into_owned());
            }
        }
    }
    section(article, &looked, &titles);
    if article.byline.is_none() {
        name_by_date(article, n);
    }
}

/// The author as a bare name in the line before or after the date or below the
/// title, an outlet behind it or not: `Joan Ferris`, `Yusuf Pakpahan - Warta Muara`.
fn name_by_date(article: &mut Article, n: usize) {
    let dated = |at: usize| article.blocks.get(at).is_some_and(|it| it.removed == Some(Why::DateLine));
    let titled = |at: usize| article.blocks.get(at).is_some_and(|it| it.removed == Some(Why::Title));
    let beside = |at: usize| at.checked_sub(1).is_some_and(|it| dated(it) || titled(it)) || dated(at + 1);
    let found = (0..n).filter(|at| beside(*at)).find_map(|at| {
        let block = article.blocks.get(at).filter(|it| it.removed.is_none())?;
        let name = boilerplate::bare_name(&block.text)?;
        // The outlet stands there as well, and again in the small print.
        let outlet = article.outlet.as_deref() == Some(name)
            || article.blocks.iter().skip(n).any(|it| it.text.contains('©') && it.text.contains(name));
        (!outlet).then(|| (at, safe::line(name).into_owned()))
    });
    if let Some((at, name)) = found {
        article.byline = Some(name);
        if let Some(block) = article.blocks.get_mut(at) {
            block.removed = Some(Why::Byline);
        }
    }
}

/// The section line: beside the title, or the first line where the title does not
/// stand among the blocks. Three in a row are a menu.
fn section(article: &mut Article, head: &[Looked], titles: &[usize]) {
    let fits = |at: usize| {
        let (block, looked) = article.blocks.get(at).zip(head.get(at))?;
        let free = block.removed.is_none() && looked.is_section(&block.text);
        (free && looked.reason().is_none()).then_some(at)
    };
    let beside = |at: &usize| at.checked_sub(1).and_then(fits).or_else(|| fits(at + 1));
    let found = if titles.is_empty() {
        fits(0)
    } else {
        titles.iter().find_map(beside).or_else(|| between(article, titles))
    };
    let Some(at) = found else { return };
    let before = (0..at).rev().take_while(|it| fits(*it).is_some()).count();
    if before >= 2 {
        return;
    }
    let Some(block) = article.blocks.get_mut(at) else { return };
    let same = |kicker: &String| boilerplate::key(kicker) == boilerplate::key(&block.text);
    if article.kicker.as_ref().is_none_or(same) {
        block.removed = Some(Why::Kicker);
        article.kicker.get_or_insert_with(|| safe::line(&block.text).into_owned());
    }
}

/// The only line between the title and the title again, where it is a few words:
/// whatever it says, it is the section.
fn between(article: &Article, titles: &[usize]) -> Option<usize> {
    let (first, again) = (*titles.first()?, *titles.get(1)?);
    let mut lines = (first + 1..again)
        .filter(|at| article.blocks.get(*at).is_some_and(|it| it.removed.is_none() && !it.text.is_empty()));
    let at = lines.next().filter(|_| lines.next().is_none())?;
    let text = &article.blocks.get(at)?.text;
    let short = text.chars().count() <= LONGEST_SECTION && text.split_whitespace().count() <= 4;
    let ended = text.ends_with(['.', '!', '?', '…', '。', ':', '：', ',']);
    (short && !ended && boilerplate::reason_at_edge(text).is_none()).then_some(at)
}

/// Whether a line is the title, as it is or with the name of the outlet behind it.
fn same_title(title: &str, line: &str) -> bool {
    if title.is_empty() || line.is_empty() {
        return false;
    }
    title == line || title.len() >= 20 && line.strip_prefix(title).is_some_and(|it| it.len() <= 24)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Block;
    use crate::extract::{Draft, Hint, finish};

    fn settled(title: &str, lines: &[&str]) -> Article {
        let blocks = lines.iter().map(|it| Block::new(BlockKind::Paragraph, *it)).collect();
        finish(Draft { titles: vec![title.to_owned()], blocks, ..Draft::default() }, &Hint::default())
    }

    #[test]
    fn the_head_is_shown_above_the_body_and_not_in_it() {
        let article = settled(
            "The ferry is back",
            &[
                "HARBOUR",
                "The ferry is back",
                "By Joan Ferris",
                "3 May 2026",
                "The ferry to Lowick runs again from today.",
            ],
        );
        let why: Vec<_> = article.blocks.iter().map(|it| it.removed).collect();
        assert_eq!(why, [Some(Why::Kicker), Some(Why::Title), Some(Why::Byline), Some(Why::DateLine), None]);
        assert_eq!(article.kicker.as_deref(), Some("HARBOUR"));
        assert_eq!(article.byline.as_deref(), Some("Joan Ferris"));
        assert_eq!(article.published.unwrap().to_string(), "2026-05-03T00:00:00Z");
    }

    #[test]
    fn a_body_that_names_a_date_or_an_author_is_body() {
        let lines = [
            "By the end of May the ferry will run again, the council said.",
            "On 3 May 2026 the first boat leaves for Lowick.",
        ];
        let article = settled("The ferry is back", &lines);
        assert!(article.blocks.iter().all(|it| it.removed.is_none()));
    }
}
