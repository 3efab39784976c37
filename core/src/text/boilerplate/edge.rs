//! What a line is by where it stands: above the title, between the title and the
//! first paragraph, below the last one, between two lines that are junk.
//!
//! The body of an article is sentences. A few words that end as no sentence does
//! are a heading where a paragraph follows, and furniture where none does. Only
//! lines beside such as are known by their words are judged so, and an article
//! whose title does not stand among its blocks has no head to look at.

use super::line::Line;
use super::pitch;
use crate::article::{Block, BlockKind, Why};

/// Between the title and the first paragraph, more words are a lead.
const LABEL: usize = 4;
/// Above the title, more words are text.
const ABOVE: usize = 12;
/// What stands between two lines that are junk has no more words.
const BETWEEN: usize = 8;
/// What a box of a newsletter says of itself has no more words in one paragraph.
const BOX: usize = 40;
/// The same where nothing in it speaks to the reader.
const NOTE: usize = 25;
/// So many paragraphs make a body: only then is what follows its surroundings.
const BODY: usize = 3;

/// Marks what stands at the edges of the body and is not part of it.
pub(super) fn judge(blocks: &mut [Block], lines: &[Option<Line>], language: Option<&str>) {
    let view = View { lines };
    if let Some(title) = blocks.iter().position(|it| it.removed == Some(Why::Title)) {
        view.head(blocks, title);
    }
    view.pointers(blocks);
    view.boxes(blocks, language);
    view.between(blocks);
    view.after_the_end(blocks, true);
    view.foot(blocks);
}

/// Marks less in plain text, where the chain judges the rest.
pub(super) fn judge_scrape(blocks: &mut [Block], lines: &[Option<Line>], language: Option<&str>) {
    let view = View { lines };
    view.titles(blocks, language);
    view.requests(blocks, language);
    view.after_the_end(blocks, false);
}

struct View<'a> {
    lines: &'a [Option<Line>],
}

impl View<'_> {
    fn line(&self, at: usize) -> Option<&Line> {
        self.lines.get(at).and_then(Option::as_ref)
    }

    /// Whether a block is part of a body by its form: a sentence, speech, an item of
    /// a list, and all that is not words in a line.
    fn is_body(&self, blocks: &[Block], at: usize) -> bool {
        let Some(block) = blocks.get(at).filter(|it| it.removed.is_none()) else { return false };
        self.line(at).is_none_or(|it| !it.is_loose()) || matches!(block.kind, BlockKind::ListItem { .. })
    }

    /// Whether a block is kept, and a few words that are no sentence.
    fn is_loose(&self, blocks: &[Block], at: usize, words: usize) -> bool {
        let kept = blocks.get(at).is_some_and(|it| {
            it.removed.is_none() && matches!(it.kind, BlockKind::Paragraph | BlockKind::Heading(_))
        });
        kept && self.line(at).is_some_and(|it| it.is_loose() && it.words <= words)
    }

    /// Menus above the title, and labels between it and the first paragraph.
    fn head(&self, blocks: &mut [Block], title: usize) {
        for at in 0..title {
            if self.is_loose(blocks, at, ABOVE) {
                take(blocks, at, Why::Navigation);
            }
        }
        let Some(body) = (title..blocks.len()).find(|at| self.is_body(blocks, *at)) else { return };
        for at in title..body {
            // The last of them may be the first heading.
            let heading = at + 1 == body && !Self::follows_junk(blocks, at);
            if self.is_loose(blocks, at, LABEL) && !heading {
                take(blocks, at, Why::OutsideArticle);
            }
        }
    }

    /// Whether the line before is no part of the body nor a title of it.
    fn follows_junk(blocks: &[Block], at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|it| blocks.get(it)).and_then(|it| it.removed);
        before.is_some_and(|it| !matches!(it, Why::Title | Why::RepeatedTitle))
    }

    /// Titles below a label that points to other articles: `Read also`.
    fn pointers(&self, blocks: &mut [Block]) {
        for at in 0..blocks.len() {
            let label = blocks.get(at).is_some_and(|it| it.removed == Some(Why::ReadAlso))
                && self.line(at).is_some_and(Line::is_lead_in);
            // The first line is one, whatever follows; more are so if no paragraph does.
            if label && self.is_loose(blocks, at + 1, 24) {
                take(blocks, at + 1, Why::ReadAlso);
                for at in at + 2..at + 4 {
                    let more = self.is_loose(blocks, at, 24)
                        && blocks.get(at + 1).is_some_and(|_| !self.is_body(blocks, at + 1));
                    if !more {
                        break;
                    }
                    take(blocks, at, Why::ReadAlso);
                }
            }
        }
    }

    /// The title below a label that points to other articles: `Read also`. Whether
    /// more of them follow is for the chain to say.
    fn titles(&self, blocks: &mut [Block], language: Option<&str>) {
        let mut label = false;
        for at in 0..blocks.len() {
            let below = std::mem::replace(
                &mut label,
                blocks.get(at).is_some_and(|it| it.removed == Some(Why::ReadAlso))
                    && self
                        .line(at)
                        .is_some_and(|it| it.is_lead_in() && it.end(language) == Some(Why::ReadAlso)),
            );
            let part = || self.line(at).is_some_and(|it| it.names_part(language));
            if below && self.is_loose(blocks, at, 24) && !part() {
                take(blocks, at, Why::ReadAlso);
            }
        }
    }

    /// What a box says of itself beside a line that is furniture: a sentence that asks
    /// for something, and one between the name of a sign-up box and its terms.
    fn requests(&self, blocks: &mut [Block], language: Option<&str>) {
        for at in 1..blocks.len() {
            if self.is_poll(blocks, at, language) {
                take(blocks, at, Why::OutsideArticle);
                continue;
            }
            let Some(above) = why(blocks, at - 1).filter(|it| is_furniture(*it)) else { continue };
            if !self.may_be_boxed(blocks, at) {
                continue;
            }
            // A lead between two notices of a paywall is longer, and speaks to nobody.
            let brief = self.line(at).is_some_and(|it| {
                let (you, our) = it.address(language);
                it.words <= NOTE || you || our
            });
            let boxed = asks(Some(above)).filter(|_| brief && asks(why(blocks, at + 1)).is_some());
            let asking = || self.line(at).and_then(|it| pitch::at_end(it, language));
            if let Some(why) = boxed.or_else(asking) {
                take(blocks, at, why);
            }
        }
    }

    /// Whether it is the question of a poll: a few words, and a request to vote below.
    fn is_poll(&self, blocks: &[Block], at: usize, language: Option<&str>) -> bool {
        let asked = self.is_question(blocks, at);
        let below = self.line(at + 1).filter(|_| asked && why(blocks, at + 1) == Some(Why::OutsideArticle));
        below.is_some_and(|it| it.is_loose() && it.junk(language) == Some(Why::OutsideArticle))
    }

    fn is_question(&self, blocks: &[Block], at: usize) -> bool {
        why(blocks, at).is_none() && self.line(at).is_some_and(|it| it.is_question() && it.words <= BETWEEN)
    }

    /// Whether a block is kept, and no longer than what a box says of itself.
    fn may_be_boxed(&self, blocks: &[Block], at: usize) -> bool {
        let free = blocks.get(at).is_some_and(|it| it.removed.is_none());
        free && self.line(at).is_some_and(|it| !it.quoted && it.words <= BOX)
    }

    /// One or two labels with junk on both sides.
    fn between(&self, blocks: &mut [Block]) {
        let is_junk = |blocks: &[Block], at: usize| {
            blocks.get(at).is_some_and(|it| it.removed.is_some_and(is_furniture))
        };
        for at in 1..blocks.len() {
            if !is_junk(blocks, at - 1) {
                continue;
            }
            let n = (at..at + 3).take_while(|it| self.is_loose(blocks, *it, BETWEEN)).count();
            if n > 0 && is_junk(blocks, at + n) {
                (at..at + n).for_each(|it| take(blocks, it, Why::OutsideArticle));
            }
        }
    }

    /// What a box says of itself: a sentence or two between its name and its button,
    /// and requests beside a line that is junk.
    fn boxes(&self, blocks: &mut [Block], language: Option<&str>) {
        for at in 1..blocks.len() {
            let Some(above) = why(blocks, at - 1).filter(|it| is_furniture(*it)) else { continue };
            let n = (at..at + 2).take_while(|it| self.may_be_boxed(blocks, *it)).count();
            if n == 0 {
                continue;
            }
            let name = asks(Some(above)).filter(|_| asks(why(blocks, at + n)).is_some());
            if let Some(it) = name {
                (at..at + n).for_each(|at| take(blocks, at, it));
            } else if let Some(it) = self.line(at).and_then(|it| pitch::at_end(it, language)) {
                take(blocks, at, it);
            }
        }
    }

    /// All that stands below what ends an article: tags, comments, small print,
    /// the initials of its desk. Where much would go, or two paragraphs together, it
    /// did not end it: captions are signed as articles are. In plain text, what a desk
    /// says of itself stands between paragraphs, too: there it ends nothing.
    fn after_the_end(&self, blocks: &mut [Block], desk_ends: bool) {
        let body: Vec<usize> = (0..blocks.len()).filter(|at| self.is_body(blocks, *at)).collect();
        if body.len() < BODY {
            return;
        }
        let spare = (body.len() / 4).max(1);
        let Some(from) = body.len().checked_sub(spare + 1).and_then(|it| body.get(it)).copied() else {
            return;
        };
        let runs = |at: &usize| self.line(*at).is_some_and(Line::is_running);
        let together = |it: &&[usize]| it[1] - it[0] == 1 && it.iter().all(runs);
        let from =
            body.windows(2).filter(together).map(|it| it[1]).next_back().map_or(from, |it| it.max(from));
        let ends = |at: &usize| match blocks.get(*at).and_then(|it| it.removed) {
            Some(Why::Tags | Why::Comments | Why::Copyright) => true,
            Some(Why::Poster) => desk_ends,
            _ => false,
        };
        let Some(end) = (from..blocks.len()).find(ends) else { return };
        for at in end..blocks.len() {
            if blocks.get(at).is_some_and(|it| it.removed.is_none()) {
                take(blocks, at, Why::OutsideArticle);
            }
        }
    }

    /// Lines below the last sentence that are none, where one of them is known to
    /// be junk.
    fn foot(&self, blocks: &mut [Block]) {
        let body = (0..blocks.len()).filter(|at| self.is_body(blocks, *at));
        let (n, Some(last)) = body.fold((0, None), |(n, _), at| (n + 1, Some(at))) else { return };
        // A question between labels is no last word, but the title of something else.
        let asks = |at: usize| {
            let above = at.checked_sub(1).and_then(|it| blocks.get(it)).and_then(|it| it.removed);
            above.is_some_and(is_furniture) && self.line(at).is_some_and(Line::is_question)
        };
        let last = (0..=last).rev().find(|at| self.is_body(blocks, *at) && !asks(*at)).unwrap_or(last);
        let known = blocks.iter().skip(last + 1).any(|it| it.removed.is_some_and(is_furniture));
        if n < BODY || !known {
            return;
        }
        let mut why = Why::OutsideArticle;
        for at in last + 1..blocks.len() {
            match blocks.get(at).and_then(|it| it.removed) {
                Some(Why::ReadAlso) => why = Why::ReadAlso,
                Some(_) => why = Why::OutsideArticle,
                None => take(blocks, at, why),
            }
        }
    }
}

fn why(blocks: &[Block], at: usize) -> Option<Why> {
    blocks.get(at).and_then(|it| it.removed)
}

/// The reasons of lines that want something of whoever reads.
fn asks(why: Option<Why>) -> Option<Why> {
    why.filter(|it| matches!(it, Why::Newsletter | Why::Consent | Why::Paywall))
}

fn take(blocks: &mut [Block], at: usize, why: Why) {
    if let Some(it) = blocks.get_mut(at) {
        it.removed = Some(why);
    }
}

/// Whether a reason says that a line is furniture of the site.
fn is_furniture(why: Why) -> bool {
    !matches!(
        why,
        Why::Title
            | Why::RepeatedTitle
            | Why::Kicker
            | Why::Byline
            | Why::DateLine
            | Why::Repeated
            | Why::Hidden
    )
}
