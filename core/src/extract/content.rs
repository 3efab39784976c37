//! Which parts of a page are the article.
//!
//! Mozilla's Readability ([`chooser`]) chooses the container, and says of each node
//! whether it kept it. kabar then decides block by block, by what the elements are
//! and are called, and by what stands around.

mod around;
mod chooser;
mod decide;
mod names;
pub(super) mod rescue;

pub(super) use decide::decide;
use names::Judged;

use super::blocks::Marks;
use super::html::tree::{Attribute, Tag, Tree};
use crate::article::Why;
use crate::text::table::Words;

/// An element that holds more than one part in so many of the chosen text is no
/// furniture, whatever it is called.
const FURNITURE_SHARE: usize = 4;

/// Characters of the longest caption, without white space.
const LONGEST_CAPTION: usize = 200;
/// Elements around a picture within which its caption is looked for.
const CAPTION_REACH: usize = 5;
/// Characters of the longest notice of a paywall.
const LONGEST_NOTICE: usize = 800;

/// Marks the nodes of a page.
pub(super) fn mark(tree: &Tree) -> Marks {
    let names = judge_names(tree);
    // Consent dialogues and comments can be longer than the article, and read like it.
    let kept = chooser::choose(tree, |it| {
        matches!(names[it].why, Some(Why::Consent | Why::Comments))
            && !tree.below(it).any(|it| matches!(tree.nodes[it].tag, Tag::Main | Tag::Heading(1)))
    });
    let kept_chars = kept_chars(tree, &kept);
    let cards = around::cards(tree, &kept_chars);
    Marks { furniture: furniture(tree, &names, &kept_chars, &cards), kept }
}

/// Marks the nodes of a text that is an article as a whole, as feeds carry it:
/// only what says of itself that it is something else is none of it.
pub(super) fn mark_whole(tree: &Tree) -> Marks {
    let kept = vec![true; tree.nodes.len()];
    let kept_chars = kept_chars(tree, &kept);
    Marks {
        furniture: furniture(tree, &judge_names(tree), &kept_chars, &vec![false; tree.nodes.len()]),
        kept,
    }
}

/// For each node the characters below it that were kept.
fn kept_chars(tree: &Tree, kept: &[bool]) -> Vec<usize> {
    let mut chars = vec![0_usize; tree.nodes.len()];
    for index in (0..tree.nodes.len()).rev() {
        let node = &tree.nodes[index];
        if node.tag == Tag::Text && kept[index] {
            chars[index] = node.chars;
        }
        if index > 0 {
            chars[node.parent] += chars[index];
        }
    }
    chars
}

/// For each node the reason why it, or an element around it, is not the article.
fn furniture(tree: &Tree, names: &[Judged], kept_chars: &[usize], cards: &[bool]) -> Vec<Option<Why>> {
    let total = kept_chars.first().copied().unwrap_or(0);
    let captions = captions(tree);
    let mut furniture: Vec<Option<Why>> = vec![None; tree.nodes.len()];
    for index in 1..tree.nodes.len() {
        let parent = tree.nodes[index].parent;
        furniture[index] = furniture[parent].or_else(|| {
            part(tree, index, names[index])
                .or_else(|| captions[index].then_some(Why::Credit))
                // The notice of a paywall can be longer than what it leaves.
                .filter(|&why| why == Why::Paywall || kept_chars[index] * FURNITURE_SHARE <= total)
                .or_else(|| cards[index].then_some(Why::ReadAlso))
        });
        // A name that means its caption often stands on picture and caption.
        if tree.nodes[index].tag == Tag::Img && furniture[index] == Some(Why::Credit) {
            furniture[index] = None;
        }
    }
    furniture
}

/// The outermost elements that hold one picture and a few words, and nothing
/// else: the words are its caption, whatever the elements are called.
fn captions(tree: &Tree) -> Vec<bool> {
    let mut captions = vec![false; tree.nodes.len()];
    if tree.first(Tag::Img).is_none() {
        return captions;
    }
    let mut images = vec![0_u32; tree.nodes.len()];
    let mut headings = vec![0_u32; tree.nodes.len()];
    for index in (1..tree.nodes.len()).rev() {
        let node = &tree.nodes[index];
        images[index] += u32::from(node.tag == Tag::Img);
        headings[index] += u32::from(matches!(node.tag, Tag::Heading(_)));
        images[node.parent] += images[index];
        headings[node.parent] += headings[index];
    }
    let alone = |it: usize| {
        let node = &tree.nodes[it];
        let element =
            !matches!(node.tag, Tag::Body | Tag::Html | Tag::Article | Tag::Main | Tag::P | Tag::Td);
        element && images[it] == 1 && headings[it] == 0 && node.chars <= LONGEST_CAPTION
    };
    // A gallery may carry the article picture by picture: where others of its kind
    // beside an element say more than captions do, its words are no caption.
    let kind = |it: usize| (tree.nodes[it].parent, tree.nodes[it].tag, tree.attribute(it, Attribute::Class));
    let mut telling: Words<_, usize> = Words::default();
    for it in 1..tree.nodes.len() {
        let node = &tree.nodes[it];
        let one = images[it] == 1 && headings[it] == 0 && node.link_chars == 0;
        if one && !node.tag.is_inline() && node.chars > LONGEST_CAPTION {
            *telling.entry(kind(it)).or_default() += 1;
        }
    }
    let tells = |it: usize| telling.get(&kind(it)).is_some_and(|&n| n >= 2);
    let pictures = (0..tree.nodes.len()).filter(|&it| tree.nodes[it].tag == Tag::Img);
    pictures
        .filter_map(|it| tree.ancestors(it).take(CAPTION_REACH).take_while(|&it| alone(it)).last())
        .filter(|&it| tree.nodes[it].link_chars * 2 <= tree.nodes[it].chars && !tells(it))
        .for_each(|it| captions[it] = true);
    captions
}

/// What the names of each node say. Most elements share theirs with others, so
/// that each is judged once.
fn judge_names(tree: &Tree) -> Vec<Judged> {
    let mut known: Words<&str, Judged> = Words::default();
    (0..tree.nodes.len())
        .map(|index| {
            let mut judged = |attribute| {
                let name = tree.attribute(index, attribute)?;
                Some(*known.entry(name).or_insert_with(|| names::judge(name)))
            };
            let class = judged(Attribute::Class).unwrap_or_default();
            let id = judged(Attribute::Id).unwrap_or_default();
            Judged {
                why: class.why.or(id.why).and_then(|it| confirmed(tree, index, it)),
                hidden: class.hidden,
            }
        })
        .collect()
}

/// What an element is called, where what it holds does not speak against it.
fn confirmed(tree: &Tree, index: usize, why: Why) -> Option<Why> {
    let node = &tree.nodes[index];
    let pressed = |it: usize| matches!(tree.nodes[it].tag, Tag::A | Tag::Button | Tag::Form);
    let confirmed = match (why, node.tag) {
        (_, Tag::Text | Tag::Body | Tag::Html | Tag::Article | Tag::Main) | (Why::Paywall, Tag::P) => false,
        // Publishers call the part of an article by its lock that is behind it;
        // a notice is short and offers something to press.
        (Why::Paywall, _) => node.chars <= LONGEST_NOTICE && tree.below(index).any(pressed),
        // What points elsewhere has a link.
        (Why::ReadAlso, _) => node.link_chars > 0 || node.linked,
        _ => true,
    };
    confirmed.then_some(why)
}

/// What an element is by its kind, role and name, where that is no article.
fn part(tree: &Tree, index: usize, named: Judged) -> Option<Why> {
    let by_tag = match tree.nodes[index].tag {
        Tag::Text => return None,
        Tag::Img if is_counter(tree, index) => return Some(Why::Tracking),
        _ if named.hidden || hidden(tree, index) => return Some(Why::Hidden),
        Tag::Body | Tag::Html | Tag::Article | Tag::Main => return None,
        Tag::Nav | Tag::Button | Tag::Input | Tag::Form => Some(Why::Navigation),
        Tag::Aside | Tag::Footer => Some(Why::OutsideArticle),
        Tag::Figcaption => Some(Why::Credit),
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
    by_tag.or(by_role).or(named.why)
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

/// Whether a picture is there to be asked for, and not to be seen: it says that it
/// is no more than a dot.
fn is_counter(tree: &Tree, index: usize) -> bool {
    let dot = |name| {
        tree.attribute(index, name).is_some_and(|it| {
            let it = it.trim();
            matches!(it.strip_suffix("px").unwrap_or(it), "0" | "1" | "2")
        })
    };
    dot(Attribute::Width) || dot(Attribute::Height)
}

/// Whether a page does not show an element.
fn hidden(tree: &Tree, index: usize) -> bool {
    let style = tree
        .attribute(index, Attribute::Style)
        .map(|it| it.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect::<String>());
    tree.attribute(index, Attribute::Hidden).is_some()
        || tree.attribute(index, Attribute::AriaHidden) == Some("true")
        || style.is_some_and(|it| it.contains("display:none") || it.contains("visibility:hidden"))
}
