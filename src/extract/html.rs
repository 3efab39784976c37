//! A page to an article: the order of the passes.

mod tidy;
pub(super) mod tree;

use dom_query::Document;

use super::{Draft, Hint, Warning, blocks, content, date, link, meta};
use crate::article::{Block, Trimmed};
use tree::Tree;

/// Reads a page: all that it shows becomes blocks in document order, and what is
/// not the article carries the reason. The page has been decoded already.
pub(super) fn read(text: &str, hint: &Hint) -> Draft {
    let mut warnings = Vec::new();
    let tidied = tidy::tidy(text);
    if tidied.cut {
        warnings.push(Warning::Cut { limit: tidy::LONGEST });
    }
    let document = Document::from(tidied.html.as_str());
    // One for each oddity of the markup; nobody reads them, and each copy of
    // the document would carry them on.
    document.errors.take();
    let tree = Tree::of(&document);
    let meta = meta::read(&tree, &tidied.linked_data);
    let url = meta.url.as_deref().and_then(|it| link::resolve(hint.url.as_deref(), it));
    let page = hint.url.clone().or_else(|| url.clone());
    let base = match meta.base.as_deref() {
        Some(base) => link::resolve(page.as_deref(), base).or(page),
        None => page,
    };
    let marks = content::mark(&document, &tree);
    let mut built = blocks::build(&tree, &marks, base.as_deref());
    content::decide(&tree, &meta, &mut built.pieces);
    let mut trimmed = built.trimmed;
    let mut blocks: Vec<Block> = Vec::with_capacity(built.pieces.len());
    for piece in built.pieces {
        let block = Some(blocks.len());
        trimmed.extend(piece.trimmed.into_iter().map(|(text, why)| Trimmed { block, text, why }));
        blocks.push(piece.block);
    }
    if blocks.iter().all(|it| it.removed.is_some() || it.text.is_empty()) {
        warnings.push(Warning::NoArticle);
    }
    Draft {
        published: meta.dates.iter().find_map(|it| date::parse(it, meta.language)),
        titles: meta.titles,
        kicker: meta.kicker,
        byline: meta.byline,
        outlet: meta.outlet,
        language: meta.language,
        url,
        blocks,
        trimmed,
        links: built.links,
        words: String::new(),
        warnings,
    }
}

#[cfg(test)]
mod tests;
