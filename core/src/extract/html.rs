//! A page to an article: the order of the passes.

pub(super) mod count;
pub(super) mod name;
pub(super) mod tidy;
pub(super) mod tree;

use dom_query::Document;

use super::blocks::Piece;
use super::meta::Meta;
use super::{Draft, Hint, blocks, content, date, id, link, meta};
use crate::article::{Block, BlockKind, Caveat, Trimmed, Why};
use tree::Tree;

/// Characters below which a page may be a stub, without white space.
const SHORT: usize = 800;
/// Characters of the shortest notice that asks for money, without white space.
const WALL: usize = 16;

/// Reads a page: all that it shows becomes blocks in document order, and what is
/// not the article carries the reason. The page has been decoded already.
pub(super) fn read(text: &str, hint: &Hint) -> Draft {
    let mut caveats = Vec::new();
    let tidied = tidy::tidy(text);
    if tidied.cut {
        caveats.push(Caveat::Cut);
    }
    let document = Document::from(tidied.html.as_str());
    let tree = Tree::of(&document);
    let meta = meta::read(&tree, &tidied.linked_data);
    let url = meta.url.as_deref().and_then(|it| link::resolve(hint.url.as_deref(), it));
    let page = hint.url.clone().or_else(|| url.clone());
    let base = match meta.base.as_deref() {
        Some(base) => link::resolve(page.as_deref(), base).or(page),
        None => page,
    };
    let marks = content::mark(&tree);
    let mut built = blocks::build(&tree, &marks, base.as_deref());
    let section = content::decide(&tree, &meta, &mut built.pieces);
    content::rescue::siblings(&tree, &mut built.pieces);
    content::rescue::linked_body(meta.body.as_deref(), &mut built);
    caveats.extend(doubt(&meta, &built.pieces));
    let mut titles = meta.titles;
    // A page that names itself nowhere is called by the first words of its body.
    let first = built.pieces.iter().find(|it| it.block.removed.is_none() && it.chars > 0);
    titles.extend(first.map(|it| super::shorten(&it.block.text, super::LEAD)));
    let mut trimmed = built.trimmed;
    let mut blocks: Vec<Block> = Vec::with_capacity(built.pieces.len());
    for piece in built.pieces {
        let block = Some(blocks.len());
        trimmed.extend(piece.trimmed.into_iter().map(|(text, why)| Trimmed { block, text, why }));
        blocks.push(piece.block);
    }
    let kept = blocks.iter().filter(|it| it.removed.is_none() && it.kind == BlockKind::Paragraph);
    let words = id::gist(titles.first().map_or("", String::as_str), kept.map(|it| it.text.as_str()));
    Draft {
        published: meta.dates.iter().find_map(|it| date::parse(it, meta.language)),
        titles,
        kicker: meta.kicker.or(section),
        byline: meta.byline,
        outlet: meta.outlet,
        language: meta.language,
        url,
        blocks,
        trimmed,
        links: built.links,
        words,
        is_scrape: false,
        caveats,
    }
}

/// What speaks against taking a page for an article.
fn doubt(meta: &Meta, pieces: &[Piece]) -> Option<Caveat> {
    let removed =
        |why: Why| pieces.iter().filter(|it| it.block.removed == Some(why)).map(|it| it.chars).sum::<usize>();
    let kept = content::rescue::kept(pieces);
    let error = || meta.titles.iter().any(|it| is_error(it));
    // `Log in` in a menu walls nothing off.
    let wall = |it: &Piece| it.block.removed == Some(Why::Paywall) && it.chars >= WALL;
    if kept < SHORT && error() {
        Some(Caveat::ErrorPage)
    } else if kept < SHORT && (meta.paywalled || pieces.iter().any(wall)) {
        Some(Caveat::Paywall)
    } else if content::rescue::has_article(pieces) {
        None
    } else if removed(Why::Consent) >= SHORT / 4 {
        Some(Caveat::ConsentWall)
    } else {
        Some(Caveat::NoArticle)
    }
}

/// Whether a title is that of a server's answer: its number (RFC 9110, 15.5 and
/// 15.6) at one end of a part of it, or beside the word `error`.
fn is_error(title: &str) -> bool {
    let number =
        |it: &str| matches!(it, "400" | "401" | "403" | "404" | "410" | "429" | "500" | "502" | "503");
    title.split(['|', '-', '–', '—', ':', '·']).any(|part| {
        let words: Vec<&str> =
            part.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
        let at_end = words.first().is_some_and(|it| number(it)) || words.last().is_some_and(|it| number(it));
        let named = words.iter().any(|it| it.eq_ignore_ascii_case("error"));
        words.len() <= 6 && (at_end || named && words.iter().any(|it| number(it)))
    })
}

#[cfg(test)]
mod tests;
