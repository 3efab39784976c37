//! What to do where the chooser found next to nothing: the body may stand in a
//! container that is out of sight until somebody pays, or in the linked data.

use std::collections::HashMap;

use dom_query::Document;

use super::decide::{ends_sentence, is_text};
use crate::article::{BlockKind, Why};
use crate::extract::blocks::{self, Marks, Piece, Pieces};
use crate::extract::html::tidy;
use crate::extract::html::tree::Tree;

/// Characters of the shortest body that is worth a rescue.
const SHORTEST: usize = 400;

/// Characters from which on what was kept is taken for the body.
const ENOUGH: usize = 1_000;

/// Characters of what is kept, without white space.
pub(in crate::extract) fn kept(pieces: &[Piece]) -> usize {
    pieces.iter().filter(|it| it.block.removed.is_none() && is_text(it)).map(|it| it.chars).sum()
}

/// Keeps the siblings with most sentences where they have more than twice what
/// was kept. Navigation, comments and the like are never looked at.
pub(in crate::extract) fn siblings(tree: &Tree, pieces: &mut [Piece]) {
    let lost = |it: &Piece| {
        matches!(it.block.removed, Some(Why::OutsideArticle | Why::Hidden | Why::Paywall))
            && is_text(it)
            && it.link_chars * 4 < it.chars
    };
    let parent = |it: &Piece| tree.nodes[it.node].parent;
    let mut sums: HashMap<usize, usize> = HashMap::new();
    for piece in pieces.iter().filter(|it| lost(it) && it.chars >= 40 && ends_sentence(&it.block.text)) {
        *sums.entry(parent(piece)).or_default() += piece.chars;
    }
    // The first of those that are alike, so that the answer is always the same.
    let best = sums.into_iter().max_by_key(|&(node, chars)| (chars, std::cmp::Reverse(node)));
    let Some((node, chars)) = best else { return };
    if chars < SHORTEST || chars <= 2 * kept(pieces) {
        return;
    }
    for piece in pieces.iter_mut().filter(|it| parent(it) == node && lost(it)) {
        piece.block.removed = None;
    }
}

/// Takes the body from the linked data where a few lines were kept and that has
/// half as much again; pages that hide an article often leave it there. It has
/// no structure, and longer texts there hold other things than the article, so
/// that it never stands in for a body that was found.
pub(in crate::extract) fn linked_body(body: Option<&str>, out: &mut Pieces) {
    let Some(body) = body else { return };
    let length = body.chars().filter(|c| !c.is_whitespace()).count();
    let kept = kept(&out.pieces);
    if length < SHORTEST || kept > ENOUGH || length * 2 <= kept * 3 {
        return;
    }
    // Some write it as HTML; plain text is HTML whose lines are paragraphs.
    let html = if body.contains("</") {
        tidy::tidy(body).html
    } else {
        let lines = body.lines().map(str::trim).filter(|it| !it.is_empty());
        lines.flat_map(|it| ["<p>".to_owned(), it.replace('&', "&amp;").replace('<', "&lt;")]).collect()
    };
    let tree = Tree::of(&Document::from(html));
    let count = tree.nodes.len();
    let marks = Marks { furniture: vec![None; count], kept: vec![true; count] };
    let built = blocks::build(&tree, &marks, None);
    for piece in out.pieces.iter_mut().filter(|it| it.block.removed.is_none()) {
        piece.block.removed = Some(Why::Repeated);
    }
    // Their links would count from another list: these blocks have none.
    out.pieces.extend(built.pieces.into_iter().filter(is_text).map(|mut it| {
        it.block.inlines.clear();
        it
    }));
}

/// Whether a page shows an article: a block with a sentence of some length.
pub(in crate::extract) fn has_article(pieces: &[Piece]) -> bool {
    pieces.iter().any(|it| {
        it.block.removed.is_none()
            && !matches!(it.block.kind, BlockKind::Image { .. } | BlockKind::Rule)
            && it.chars >= 30
    })
}
