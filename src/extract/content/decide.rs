//! Block by block: what is the article.

use std::ops::Range;

use super::names;
use crate::article::{BlockKind, InlineKind, Why};
use crate::extract::blocks::Piece;
use crate::extract::html::tree::{Attribute, Tree};
use crate::extract::meta::{Meta, key};

/// Characters (without white space) from which a block is running text rather
/// than a label.
const RUNNING: usize = 40;
/// Blocks between the title and the body that may hold the lead.
const LEAD_REACH: usize = 12;
/// Characters of a lead-in before a link: `Read more: …`.
const LONGEST_LEAD_IN: usize = 40;

/// Says of each piece whether it is the article. Steps, each a pass over the
/// pieces: what the chooser kept; what it missed in between and above; what only
/// points elsewhere; headings with nothing under them.
pub(in crate::extract) fn decide(tree: &Tree, meta: &Meta, pieces: &mut [Piece]) {
    choose(pieces);
    let Some(body) = body(pieces) else { return };
    fill_holes(tree, &body, pieces);
    titles(meta, pieces);
    lead(tree, meta, pieces);
    pointers(pieces);
    orphans(pieces);
    pictures(pieces);
}

fn is_text(piece: &Piece) -> bool {
    !matches!(piece.block.kind, BlockKind::Image { .. } | BlockKind::Rule)
}

fn is_heading(piece: &Piece) -> bool {
    matches!(piece.block.kind, BlockKind::Heading(_))
}

/// Whether most of a piece is links.
fn is_linked(piece: &Piece) -> bool {
    piece.link_chars * 2 > piece.chars
}

fn choose(pieces: &mut [Piece]) {
    for piece in pieces {
        piece.block.removed = if piece.furniture.is_some() {
            piece.furniture
        } else if piece.kept_chars * 2 > piece.chars {
            None
        } else if is_linked(piece) {
            Some(Why::Navigation)
        } else {
            Some(Why::OutsideArticle)
        };
    }
}

/// From the first to the last piece that is kept.
fn body(pieces: &[Piece]) -> Option<Range<usize>> {
    let kept = |it: &Piece| it.block.removed.is_none() && is_text(it);
    let first = pieces.iter().position(kept)?;
    let last = pieces.iter().rposition(kept)?;
    Some(first..last + 1)
}

/// The chooser drops parts of the body that look like lists of links or are
/// called by a name that it dislikes. Running text between kept parts, within
/// the same container, is the article all the same.
fn fill_holes(tree: &Tree, body: &Range<usize>, pieces: &mut [Piece]) {
    let root = container(tree, pieces);
    for piece in &mut pieces[body.clone()] {
        let dropped = piece.block.removed == Some(Why::OutsideArticle) && piece.furniture.is_none();
        let inside = root < piece.node && piece.node < tree.nodes[root].end || root == piece.node;
        if dropped && inside && is_text(piece) && piece.link_chars * 4 < piece.chars {
            piece.block.removed = None;
        }
    }
}

/// The innermost element that holds nearly all of what is kept.
fn container(tree: &Tree, pieces: &[Piece]) -> usize {
    let kept = || pieces.iter().filter(|it| it.block.removed.is_none());
    let total: usize = kept().map(|it| it.chars).sum();
    let Some(longest) = kept().max_by_key(|it| it.chars) else { return 0 };
    std::iter::once(longest.node)
        .chain(tree.ancestors(longest.node))
        .find(|&at| {
            let inside: usize =
                kept().filter(|it| at <= it.node && it.node < tree.nodes[at].end).map(|it| it.chars).sum();
            inside * 10 >= total * 9
        })
        .unwrap_or(0)
}

/// The title stands above the article, and is no part of its body.
fn titles(meta: &Meta, pieces: &mut [Piece]) {
    let titles: Vec<String> = meta.titles.iter().map(|it| key(it)).filter(|it| !it.is_empty()).collect();
    let mut shown = false;
    for piece in pieces.iter_mut().filter(|it| is_text(it)) {
        let heading = is_heading(piece);
        if (heading || piece.block.removed.is_none()) && titles.contains(&key(&piece.block.text)) {
            piece.block.removed = Some(if shown { Why::RepeatedTitle } else { Why::Title });
            shown = true;
        }
    }
}

/// The lead stands between the title and the body, often outside of its
/// container.
fn lead(tree: &Tree, meta: &Meta, pieces: &mut [Piece]) {
    let Some(body) = body(pieces) else { return };
    let descriptions: Vec<String> = meta.descriptions.iter().map(|it| key(it)).collect();
    let title = pieces[..body.start].iter().rposition(|it| it.block.removed == Some(Why::Title));
    let from = title.unwrap_or(0).max(body.start.saturating_sub(LEAD_REACH));
    let text: Vec<String> = pieces[body.clone()].iter().take(3).map(|it| key(&it.block.text)).collect();
    for piece in &mut pieces[from..body.start] {
        let candidate = piece.block.removed == Some(Why::OutsideArticle)
            && piece.furniture.is_none()
            && is_text(piece)
            && piece.chars >= RUNNING
            && piece.link_chars * 4 < piece.chars;
        if !candidate {
            continue;
        }
        let words = key(&piece.block.text);
        let described = descriptions.iter().any(|it| !it.is_empty() && (it.starts_with(&words) || words.starts_with(it.as_str())));
        let named = std::iter::once(piece.node).chain(tree.ancestors(piece.node).take(2)).any(|it| is_lead(tree, it));
        let sentence = title.is_some() && ends_sentence(&piece.block.text);
        if (described || named || sentence) && !text.iter().any(|it| it.starts_with(&words)) {
            piece.block.removed = None;
        }
    }
}

fn is_lead(tree: &Tree, index: usize) -> bool {
    [Attribute::Class, Attribute::Id, Attribute::Itemprop]
        .into_iter()
        .filter_map(|it| tree.attribute(index, it))
        .flat_map(names::words)
        .any(|it| names::LEAD.contains(&it.as_str()))
}

/// Whether a text ends as sentences do, in any script; closing quotation marks
/// and brackets may follow.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || "\"'”’»«“)]』」".contains(c));
    text.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', '॥', '።'])
}

/// Lines that only point to other pages: a link and nothing else, a list of
/// links, a link with a lead-in.
fn pointers(pieces: &mut [Piece]) {
    let mut at = 0;
    while at < pieces.len() {
        let end = group(pieces, at);
        let group = &mut pieces[at..end];
        at = end;
        let kept = || group.iter().filter(|it| it.block.removed.is_none() && is_text(it));
        let (chars, links) = kept().fold((0, 0), |(chars, links), it| (chars + it.chars, links + it.link_chars));
        let list = group.len() > 1 || matches!(group[0].block.kind, BlockKind::ListItem { .. });
        let only_links = chars > 0 && links * 10 >= chars * 9 && chars >= 12;
        for piece in group.iter_mut().filter(|it| it.block.removed.is_none() && is_text(it)) {
            let points = if list { only_links } else { only_links && !is_heading(piece) || leads_in(piece) };
            if points && piece.block.quoted == 0 {
                piece.block.removed = Some(Why::ReadAlso);
            }
        }
    }
}

/// The end of the run of list items that begins at `at`; one past it for any
/// other piece.
fn group(pieces: &[Piece], at: usize) -> usize {
    let item = |it: &Piece| matches!(it.block.kind, BlockKind::ListItem { .. });
    if !item(&pieces[at]) {
        return at + 1;
    }
    pieces[at..].iter().position(|it| !item(it) && is_text(it)).map_or(pieces.len(), |it| at + it)
}

/// Whether a line is a few words, a colon, and a link to its end.
fn leads_in(piece: &Piece) -> bool {
    let block = &piece.block;
    if block.text.contains('\n') {
        return false;
    }
    let link = block.inlines.iter().find(|it| matches!(it.kind, InlineKind::Link(_)));
    let Some(link) = link else { return false };
    let Some(head) = block.text.get(..link.start) else { return false };
    let rest = block.text.get(link.end..).unwrap_or_default();
    let head = head.trim();
    head.ends_with([':', '：'])
        && head.chars().count() <= LONGEST_LEAD_IN
        && rest.chars().filter(|c| c.is_alphanumeric()).count() == 0
}

/// Headings, and lines that end in a colon, over what was removed.
fn orphans(pieces: &mut [Piece]) {
    let mut under: Option<(bool, u8)> = None; // what comes next below: kept?, heading level
    let mut removed_between = false;
    for piece in pieces.iter_mut().rev() {
        if !is_text(piece) {
            continue;
        }
        if piece.block.removed.is_some() {
            removed_between = true;
            continue;
        }
        match piece.block.kind {
            BlockKind::Heading(level) => {
                let nothing = match under {
                    None => true,
                    Some((true, next)) => removed_between && next <= level,
                    Some((false, _)) => false,
                };
                if nothing {
                    piece.block.removed = Some(Why::OutsideArticle);
                    continue;
                }
                under = Some((true, level));
            }
            _ => {
                let intro = removed_between && piece.block.text.trim_end().ends_with([':', '：']) && piece.chars < 80;
                if intro && under.is_none() {
                    piece.block.removed = Some(Why::ReadAlso);
                    continue;
                }
                under = Some((false, 0));
            }
        }
        removed_between = false;
    }
}

/// A picture belongs to the article where the text around it does.
fn pictures(pieces: &mut [Piece]) {
    let Some(body) = body(pieces) else { return };
    for at in 0..pieces.len() {
        if is_text(&pieces[at]) {
            continue;
        }
        let inside = body.contains(&at) && pieces[at].furniture.is_none();
        let kept = pieces[at].kept_chars > 0;
        let before = pieces[..at].iter().rev().find(|it| is_text(it)).is_some_and(|it| it.block.removed.is_none());
        pieces[at].block.removed = if pieces[at].furniture.is_some() {
            pieces[at].furniture
        } else if kept || inside && before {
            None
        } else {
            Some(Why::OutsideArticle)
        };
    }
}
