//! A page to an article: the order of the passes.

mod tidy;
pub(super) mod tree;

use dom_query::Document;

use super::{Hint, Warning, blocks, content};
use crate::article::Article;
use tree::Tree;

pub(super) fn read(text: &str, hint: &Hint) -> (Article, Vec<Warning>) {
    let mut warnings = Vec::new();
    let tidied = tidy::tidy(text);
    if tidied.cut {
        warnings.push(Warning::Cut { limit: tidy::LONGEST });
    }
    let document = Document::from(tidied.html.as_str());
    let tree = Tree::of(&document);
    let marks = content::mark(&document, &tree);
    let mut pieces = blocks::build(&tree, &marks, hint.url.as_deref());
    content::decide(&mut pieces.pieces);
    let mut article = super::draft();
    article.blocks = pieces.pieces.into_iter().map(|it| it.block).collect();
    article.links = pieces.links;
    article.trimmed = pieces.trimmed;
    if article.kept().next().is_none() {
        warnings.push(Warning::NoArticle);
    }
    (article, warnings)
}
