//! Which parts of a page are the article.
//!
//! `dom_smoothie` (Mozilla's Readability) chooses the container; what it kept
//! and dropped is read off its document node by node. kabar then decides block
//! by block, by what the elements are and are called, and by what stands around.

mod decide;
mod names;

pub(super) use decide::decide;

use std::collections::HashSet;

use dom_query::{Document, NodeId};
use dom_smoothie::{Config, Readability};

use super::blocks::Marks;
use super::html::tree::{Attribute, Tag, Tree};
use crate::article::Why;

/// An element that holds more than this share of the chosen text is no
/// furniture, whatever it is called.
const FURNITURE_SHARE: f64 = 0.25;

/// Characters of the longest notice of a paywall.
const LONGEST_NOTICE: usize = 800;

/// Marks the nodes of a page.
pub(super) fn mark(document: &Document, tree: &Tree) -> Marks {
    let kept_ids = chosen(document, tree);
    let kept: Vec<bool> = tree.nodes.iter().map(|it| kept_ids.contains(&it.id)).collect();
    let mut kept_chars = vec![0_usize; tree.nodes.len()];
    for index in (0..tree.nodes.len()).rev() {
        let node = &tree.nodes[index];
        if node.tag == Tag::Text && kept[index] {
            kept_chars[index] = node.chars;
        }
        if index > 0 {
            kept_chars[node.parent] += kept_chars[index];
        }
    }
    let total = kept_chars.first().copied().unwrap_or(0);
    let mut furniture: Vec<Option<Why>> = vec![None; tree.nodes.len()];
    for index in 1..tree.nodes.len() {
        let parent = tree.nodes[index].parent;
        furniture[index] = furniture[parent].or_else(|| {
            let why = part(tree, index)?;
            #[expect(clippy::cast_precision_loss, reason = "a share needs no exact counts")]
            let share = kept_chars[index] as f64 / total.max(1) as f64;
            (share <= FURNITURE_SHARE).then_some(why)
        });
    }
    Marks { furniture, kept }
}

/// The nodes that the chooser kept. It moves nodes within a copy of the
/// document and never copies one, so that they keep their ids.
fn chosen(document: &Document, tree: &Tree) -> HashSet<NodeId> {
    let config = Config { keep_classes: true, disable_json_ld: true, ..Config::default() };
    let copy = document.clone();
    let mut index = 1;
    while index < tree.nodes.len() {
        let node = &tree.nodes[index];
        let end = node.end;
        if never_article(tree, index) {
            copy.tree.get_unchecked(&node.id).remove_from_parent();
            index = end;
        } else {
            index += 1;
        }
    }
    let Ok(mut readability) = Readability::with_document(copy, None, Some(config)) else {
        return HashSet::new();
    };
    if readability.parse().is_err() {
        return HashSet::new();
    }
    let root = readability.doc.select_single("#readability-page-1");
    root.nodes().iter().flat_map(|it| it.descendants_it()).map(|it| it.id).collect()
}

/// Whether an element holds what can be longer than the article and read like
/// it: consent dialogues and comments.
fn never_article(tree: &Tree, index: usize) -> bool {
    matches!(by_name(tree, index), Some(Why::Consent | Why::Comments))
        && !tree.below(index).any(|it| matches!(tree.nodes[it].tag, Tag::Main | Tag::Heading(1)))
}

/// What an element is by its kind, role and name, where that is no article.
fn part(tree: &Tree, index: usize) -> Option<Why> {
    let node = &tree.nodes[index];
    if hidden(tree, index) {
        return Some(Why::Hidden);
    }
    let by_tag = match node.tag {
        Tag::Text | Tag::Body | Tag::Html | Tag::Article | Tag::Main => return None,
        Tag::Nav => Some(Why::Navigation),
        Tag::Aside => Some(Why::OutsideArticle),
        Tag::Footer => Some(Why::OutsideArticle),
        Tag::Figcaption => Some(Why::Credit),
        Tag::Button | Tag::Input | Tag::Form => Some(Why::Navigation),
        Tag::Dialog => Some(Why::Consent),
        Tag::Noscript => Some(Why::Hidden),
        Tag::Time => Some(Why::DateLine),
        Tag::A if is_card(tree, index) => Some(Why::ReadAlso),
        _ => None,
    };
    let by_role = match tree.attribute(index, Attribute::Role) {
        Some("navigation" | "menu" | "menubar" | "toolbar" | "search") => Some(Why::Navigation),
        Some("dialog" | "alertdialog") => Some(Why::Consent),
        Some("complementary" | "contentinfo") => Some(Why::OutsideArticle),
        _ => None,
    };
    by_tag.or(by_role).or_else(|| by_name(tree, index))
}

/// What an element is called, where that is no article.
fn by_name(tree: &Tree, index: usize) -> Option<Why> {
    let node = &tree.nodes[index];
    if matches!(node.tag, Tag::Text | Tag::Body | Tag::Html | Tag::Article | Tag::Main) {
        return None;
    }
    let why = [Attribute::Class, Attribute::Id]
        .into_iter()
        .filter_map(|it| tree.attribute(index, it))
        .find_map(names::judge)?;
    // Publishers call the part of an article by its lock that is behind it; a
    // notice is short and offers something to press.
    let pressed = |it: usize| matches!(tree.nodes[it].tag, Tag::A | Tag::Button | Tag::Form);
    if why == Why::Paywall
        && (node.tag == Tag::P || node.chars > LONGEST_NOTICE || !tree.below(index).any(pressed))
    {
        return None;
    }
    // What points elsewhere has a link.
    if why == Why::ReadAlso && node.link_chars == 0 && !node.linked {
        return None;
    }
    Some(why)
}

/// Whether a link is a card: blocks of text in one link, which teases another
/// page. A single heading in a link is a heading.
fn is_card(tree: &Tree, index: usize) -> bool {
    let local = tree.attribute(index, Attribute::Href).is_none_or(|it| it.starts_with('#'));
    let blocks = tree.below(index).filter(|&it| {
        let node = &tree.nodes[it];
        node.chars > 0 && !node.tag.is_inline() && node.tag != Tag::Img
    });
    !local && blocks.take(2).count() == 2
}

/// Whether a page does not show an element.
fn hidden(tree: &Tree, index: usize) -> bool {
    let style = tree
        .attribute(index, Attribute::Style)
        .map(|it| it.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect::<String>());
    let by_class = || {
        tree.attribute(index, Attribute::Class).is_some_and(|it| {
            it.split_whitespace().any(|it| names::HIDDEN.contains(&it.to_ascii_lowercase().as_str()))
        })
    };
    tree.attribute(index, Attribute::Hidden).is_some()
        || by_class()
        || tree.attribute(index, Attribute::AriaHidden) == Some("true")
        || style.is_some_and(|it| it.contains("display:none") || it.contains("visibility:hidden"))
}
