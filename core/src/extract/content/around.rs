//! What stands around an article and is called by no name: told by its label, by
//! its shape, or because the article says the same.

use super::decide::{ends_sentence, is_text};
use crate::article::{BlockKind, InlineKind, Why};
use crate::extract::blocks::{Piece, wide};
use crate::extract::html::tree::{Attribute, Tag, Tree};
use crate::text::boilerplate::{self, key};
use crate::text::letter;
use crate::text::span::Span;
use crate::text::table::Words;

/// Words that head what readers wrote. One that means a single comment too is
/// not among them where a word for several exists.
const COMMENTS: &[&str] = &[
    "comments",
    "comentarios",
    "comentários",
    "commentaires",
    "commenti",
    "kommentare",
    "leserkommentare",
    "kommentarer",
    "komentar",
    "komentarze",
    "reacties",
    "yorumlar",
    "yorumları",
    "yorumlari",
    "комментарии",
    "تعليقات",
    "التعليقات",
    "תגובות",
    "コメント",
    "评论",
    "評論",
    "댓글",
];
/// The label of a part of the page has no more words and characters.
const LABEL_WORDS: usize = 4;
const LABEL_CHARS: usize = 40;
/// Characters of the text before the readers' comments: the article.
const SHORTEST_ARTICLE: usize = 400;
/// A card that teases an article is not longer, in characters.
const LONGEST_CARD: usize = 400;
/// Nor is its title shorter.
const SHORTEST_TITLE: usize = 12;
/// So many cards in a row are a list of them.
const FEWEST_CARDS: usize = 3;
/// So many times of day, each on a line of its own, make a live report.
const FEWEST_TIMES: usize = 3;
/// Pull quotes that are looked for in the text; an article has a few.
const MOST_PULL_QUOTES: usize = 16;
/// A pull quote is not longer, in characters.
const LONGEST_PULL_QUOTE: usize = 400;
/// Nor is it shorter: a short word of somebody stands in any text.
const SHORTEST_PULL_QUOTE: usize = 12;

/// What readers wrote stands below a label that says so, after the article: all
/// that follows it within the same element.
pub(super) fn comments(tree: &Tree, pieces: &mut [Piece]) {
    let mut above = 0;
    let mut at = 0;
    while at < pieces.len() {
        let piece = &pieces[at];
        if !(is_text(piece) && above >= SHORTEST_ARTICLE && heads_comments(&piece.block.text)) {
            if is_text(piece) && piece.furniture.is_none() && piece.link_chars * 2 <= piece.chars {
                above += piece.chars;
            }
            at += 1;
            continue;
        }
        // The label may have an element of its own, and that another.
        let within = std::iter::once(piece.node)
            .chain(tree.ancestors(piece.node))
            .find(|&it| tree.nodes[it].chars > piece.chars)
            .unwrap_or(0);
        let titled = tree.below(within).any(|it| it > piece.node && tree.nodes[it].tag == Tag::Heading(1));
        let end = tree.nodes[within].end;
        if titled || matches!(tree.nodes[within].tag, Tag::Body | Tag::Html) {
            at += 1;
            continue;
        }
        while let Some(piece) = pieces.get_mut(at).filter(|it| it.node < end) {
            if piece.block.removed.is_none() {
                piece.block.removed = Some(Why::Comments);
            }
            at += 1;
        }
    }
}

/// Whether the first line of a text is a few words, one of which means comments.
fn heads_comments(text: &str) -> bool {
    let text = text.lines().next().unwrap_or_default();
    text.chars().nth(LABEL_CHARS).is_none()
        && text.split_whitespace().count() <= LABEL_WORDS
        && !ends_sentence(text)
        && text
            .split(|c: char| !letter::is_alphabetic(c))
            .any(|it| !it.is_empty() && COMMENTS.contains(&it.to_lowercase().as_str()))
}

/// Pages that go on with another article as one scrolls set its title as they set
/// the first: a heading of the same kind after the body, in another element than
/// any of that.
pub(super) fn next_article(tree: &Tree, pieces: &mut [Piece]) {
    let heading = |it: &Piece| matches!(it.block.kind, BlockKind::Heading(1 | 2));
    let title = pieces.iter().position(|it| it.block.removed == Some(Why::Title) && heading(it));
    let Some(title) = title else { return };
    let class = |it: &Piece| tree.attribute(it.node, Attribute::Class).unwrap_or_default();
    let alike = |it: &Piece| {
        let first = &pieces[title];
        it.block.kind == first.block.kind
            && class(it) == class(first)
            && (!class(it).is_empty() || it.block.kind == BlockKind::Heading(1))
    };
    let mut above = 0;
    let mut next = None;
    let mut last = title;
    for (at, piece) in pieces.iter().enumerate().skip(title + 1).filter(|(_, it)| is_text(it)) {
        if alike(piece) && above >= SHORTEST_ARTICLE {
            // The element that holds both the heading and the end of the body
            // must not hold either alone.
            let around = |it: usize| tree.nodes[pieces[it].node].parent;
            let apart = tree.nodes[around(at)].end <= around(last) || around(at) > around(last);
            if apart {
                next = Some(at);
                break;
            }
        }
        if piece.block.removed.is_none() {
            above += piece.chars;
            last = at;
        }
    }
    let Some(next) = next else { return };
    for piece in pieces[next..].iter_mut().filter(|it| it.block.removed.is_none()) {
        piece.block.removed = Some(Why::OutsideArticle);
    }
}

/// The times beside the entries of a live report: `14.32`, `08:15 WIB`, `9h05`.
/// One or two in an article may head its parts.
pub(super) fn clock_times(pieces: &mut [Piece]) {
    let time = |it: &&mut Piece| {
        let line = matches!(
            it.block.kind,
            BlockKind::Paragraph | BlockKind::Heading(_) | BlockKind::ListItem { .. }
        );
        it.block.removed.is_none() && line && is_clock_time(&it.block.text)
    };
    if pieces.iter_mut().filter(time).count() >= FEWEST_TIMES {
        for piece in pieces.iter_mut().filter(time) {
            piece.block.removed = Some(Why::DateLine);
        }
    }
}

/// Whether a line is a time of day, with the name of its zone or not.
fn is_clock_time(text: &str) -> bool {
    let text = text.trim();
    let (time, zone) = text.split_once(' ').unwrap_or((text, ""));
    let Some((hour, minute)) = time.split_once([':', '.', 'h', 'H']) else { return false };
    let number = |it: &str, most: u32| {
        (1..=2).contains(&it.len())
            && it.bytes().all(|b| b.is_ascii_digit())
            && it.parse().is_ok_and(|n: u32| n <= most)
    };
    number(hour, 24)
        && minute.len() == 2
        && number(minute, 59)
        && zone.chars().count() <= 5
        && zone.chars().all(|c| c.is_alphabetic() || c == '.')
}

/// The cards of lists of articles: three elements of one kind or more beside each
/// other, each with a title that is a link and a few words. Lists that hold
/// most of what was kept are the article, which may be about other pages. Says of
/// each node whether it is a card.
pub(super) fn cards(tree: &Tree, kept_chars: &[usize]) -> Vec<bool> {
    /// Elements of one kind, and those of them that look like cards.
    #[derive(Default)]
    struct Group {
        all: usize,
        cards: Vec<usize>,
    }
    let total = kept_chars.first().copied().unwrap_or(0);
    let mut kinds: Words<(usize, Tag, &str), Group> = Words::default();
    for (index, node) in tree.nodes.iter().enumerate() {
        let element = matches!(node.tag, Tag::Article | Tag::Block | Tag::Section | Tag::Li);
        if element && node.chars > 0 {
            let class = tree.attribute(index, Attribute::Class).unwrap_or_default();
            let group = kinds.entry((node.parent, node.tag, class)).or_default();
            group.all += 1;
            if is_card(tree, index) {
                group.cards.push(index);
            }
        }
    }
    let mut found = vec![false; tree.nodes.len()];
    for Group { all, cards } in kinds.into_values().filter(|it| it.cards.len() >= FEWEST_CARDS) {
        let kept: usize = cards.iter().map(|&it| kept_chars[it]).sum();
        if cards.len() * 5 >= all * 4 && kept * 2 <= total {
            for it in cards {
                found[it] = true;
            }
        }
    }
    found
}

/// Whether an element is a title that leads to another page, and few words.
fn is_card(tree: &Tree, index: usize) -> bool {
    let node = &tree.nodes[index];
    let titled = |it: usize| {
        let link = &tree.nodes[it];
        let around = &tree.nodes[link.parent];
        link.tag == Tag::A
            && link.chars >= SHORTEST_TITLE
            && !(around.tag == Tag::P && around.chars > link.chars)
            && tree.attribute(it, Attribute::Href).is_some_and(|it| !it.starts_with('#'))
    };
    node.chars <= LONGEST_CARD && node.link_chars * 5 >= node.chars && tree.below(index).any(titled)
}

/// A pull quote says again what a paragraph says.
pub(super) fn pull_quotes(pieces: &mut [Piece]) {
    let candidate = |it: &Piece| {
        it.block.removed.is_none()
            && it.block.quoted > 0
            && (SHORTEST_PULL_QUOTE..=LONGEST_PULL_QUOTE).contains(&it.chars)
    };
    let candidates: Vec<usize> =
        (0..pieces.len()).filter(|&it| candidate(&pieces[it])).take(MOST_PULL_QUOTES).collect();
    if candidates.is_empty() {
        return;
    }
    let body: Vec<String> = pieces
        .iter()
        .filter(|it| it.block.removed.is_none() && it.block.quoted == 0 && is_text(it))
        .map(|it| key(&it.block.text))
        .collect();
    for at in candidates {
        let words = key(&pieces[at].block.text);
        if body.iter().any(|it| it.contains(&words)) {
            pieces[at].block.removed = Some(Why::Repeated);
        }
    }
}

/// A pointer to another article in brackets at the end of a paragraph is taken
/// out of it: `… stood still. (Read also: <a>The crane</a>)`.
pub(super) fn bracketed_pointers(pieces: &mut [Piece]) {
    for piece in pieces.iter_mut().filter(|it| it.block.removed.is_none()) {
        if piece.block.kind != BlockKind::Paragraph {
            continue;
        }
        if let Some(start) = bracketed_pointer(piece) {
            let block = &mut piece.block;
            let pointer = Span::new(start, block.text.len()).slice(&block.text).to_owned();
            piece.trimmed.push((pointer, Why::ReadAlso));
            let end = Span::new(0, start).slice(&block.text).trim_end().len();
            block.text.truncate(end);
            piece.wide = wide(&block.text);
            block.inlines.retain_mut(|it| {
                it.end = it.end.min(end);
                it.start < it.end
            });
        }
    }
}

/// Where such a pointer begins.
fn bracketed_pointer(piece: &Piece) -> Option<usize> {
    let block = &piece.block;
    let inner = block.text.strip_suffix([')', ']'])?;
    let link = block.inlines.iter().rev().find(|it| matches!(it.kind, InlineKind::Link(_)))?;
    if link.end < inner.trim_end_matches(|c: char| !letter::is_alphanumeric(c)).len() {
        return None;
    }
    let before = block.text.get(..link.start)?;
    let start = before.rfind(['(', '['])?;
    let label = before.get(start + 1..)?.trim();
    let labeled = label.ends_with([':', '：']) && label.chars().count() <= LABEL_CHARS;
    (start > 0 && labeled).then_some(start)
}

/// The section line that stands alone above the title, within the same element:
/// a few words. `title` is the piece of the title; gives the line's piece.
pub(super) fn section_line(tree: &Tree, pieces: &[Piece], title: usize) -> Option<usize> {
    let parent = tree.nodes[pieces[title].node].parent;
    let mut above = (0..title).rev().filter(|&it| pieces[it].chars > 0 && is_text(&pieces[it]));
    let at = above.next()?;
    let inside = |it: usize| pieces[it].node > parent;
    // A menu or the rest of a page is no section line.
    if !inside(at) || above.next().is_some_and(inside) {
        return None;
    }
    let piece = &pieces[at];
    let text = piece.block.text.trim();
    let near = tree.ancestors(piece.node).take(2).any(|it| it == parent);
    let few =
        text.split_whitespace().count() <= LABEL_WORDS && (2..=LABEL_CHARS).contains(&text.chars().count());
    let plain =
        text.chars().all(|c| letter::is_alphanumeric(c) || c.is_whitespace() || "&-'’·・/,".contains(c));
    let free = matches!(piece.block.removed, None | Some(Why::OutsideArticle | Why::Navigation))
        && piece.furniture.is_none();
    (near && few && plain && free && boilerplate::reason_at_edge(text).is_none()).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_a_line_of_its_own() {
        for text in ["14.32", "08:15 WIB", "9h05", "17:40 Uhr", "3:05 p.m."] {
            assert!(is_clock_time(text), "{text}");
        }
        for text in ["14", "14.320", "3:2", "25:10", "14:32 he spoke again", "1.204 kali", ""] {
            assert!(!is_clock_time(text), "{text}");
        }
    }

    #[test]
    fn a_line_heads_comments_where_it_is_short_and_says_so() {
        for text in
            ["Yorumlar (18)", "OKUYUCU YORUMLARI", "Leserkommentare", "3 Comments", "Komentar", "コメント"]
        {
            assert!(heads_comments(text), "{text}");
        }
        for text in
            ["Commentary", "The comments of the mayor were short", "No more comments.", "Komentator", ""]
        {
            assert!(!heads_comments(text), "{text}");
        }
    }
}
