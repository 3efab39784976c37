//! What a page calls itself, as far as the choice depends on it.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::extract::html::tree::{Attribute, Tag, Tree};

/// What is known of a page before its body is looked at.
pub(super) struct About {
    pub(super) title: String,
    /// Whether a meta tag names the author.
    pub(super) has_byline: bool,
}

/// Names of meta tags that hold the title, the best first.
const TITLES: &[&str] = &["dc:title", "dcterms:title", "og:title", "title", "twitter:title", "parsely-title"];
const BYLINES: &[&str] = &["dc:creator", "dcterms:creator", "author", "parsely-author"];
const PREFIXES: &[&str] = &["article", "dc", "dcterms", "og", "twitter"];
const PROPERTIES: &[&str] =
    &["author", "creator", "description", "published_time", "title", "site_name", "image"];
const NAMES: &[&str] = &["author", "creator", "pub-date", "description", "title", "site_name"];
/// Signs that set the name of a site off from a title.
const SEPARATORS: &[char] = &['|', '-', '–', '—', '\\', '/', '>', '»'];
const HIERARCHY: &[char] = &['\\', '/', '>', '»'];
/// From this share of its words on, a heading is the title again.
const ALIKE: f64 = 0.75;

impl About {
    pub(super) fn of(tree: &Tree) -> Self {
        let mut values: Vec<(String, &str)> = Vec::new();
        for (index, _) in tree.nodes.iter().enumerate().filter(|(_, it)| it.tag == Tag::Meta) {
            let value = tree.attribute(index, Attribute::Content).map(str::trim).unwrap_or_default();
            if value.is_empty() {
                continue;
            }
            let name = match tree.attribute(index, Attribute::Property) {
                Some(it) => of_property(&it.to_ascii_lowercase()),
                None => {
                    tree.attribute(index, Attribute::Name).and_then(|it| of_name(&it.to_ascii_lowercase()))
                }
            };
            values.extend(name.map(|it| (it, value)));
        }
        // Of two tags of one name the later holds.
        let value = |name: &str| values.iter().rev().find(|(it, _)| it == name).map(|(_, value)| *value);
        let title = TITLES.iter().find_map(|it| value(it)).map(str::to_owned);
        let author = || value("article:author").is_some_and(|it| !it.contains("://"));
        Self {
            title: title.unwrap_or_else(|| of_page(tree)),
            has_byline: BYLINES.iter().any(|it| value(it).is_some()) || author(),
        }
    }
}

/// `og:title` of `og:title` and `x:og:title`.
fn of_property(property: &str) -> Option<String> {
    property.split_whitespace().find_map(|part| {
        let (before, key) = part.rsplit_once(':')?;
        let prefix = before.split_once(':').map_or(before, |(_, it)| it);
        (PROPERTIES.contains(&key) && PREFIXES.contains(&prefix)).then(|| format!("{prefix}:{key}"))
    })
}

/// `dc:creator` of `dc.creator`.
fn of_name(name: &str) -> Option<String> {
    let known = match name.split_once(['-', '.', ':']) {
        Some((prefix, key)) => (PREFIXES.contains(&prefix) || prefix == "parsely") && NAMES.contains(&key),
        None => NAMES.contains(&name),
    };
    known.then(|| name.split_whitespace().collect::<String>().replace('.', ":"))
}

/// The title of a page without the name of its site, where that leaves enough.
fn of_page(tree: &Tree) -> String {
    let in_head = |it: usize| tree.ancestors(it).any(|it| tree.nodes[it].tag == Tag::Head);
    let title = (0..tree.nodes.len()).find(|&it| tree.nodes[it].tag == Tag::Title && in_head(it));
    let whole = title.map(|it| tree.text(it)).unwrap_or_default();
    let whole = whole.trim();
    let words = |it: &str| it.split_whitespace().count();
    let headings = || (0..tree.nodes.len()).filter(|&it| matches!(tree.nodes[it].tag, Tag::Heading(1 | 2)));
    let mut short = whole.to_owned();
    let mut hierarchy = false;
    if whole.contains(SEPARATORS) {
        hierarchy = whole.contains(HIERARCHY);
        let spaced = |it: &str| it.starts_with(' ');
        if let Some((before, _)) = whole.rsplit_once(SEPARATORS).filter(|(_, it)| spaced(it)) {
            before.trim().clone_into(&mut short);
        }
        if words(&short) < 3
            && let Some((_, behind)) = whole.split_once(SEPARATORS).filter(|(_, it)| spaced(it))
        {
            behind.trim().clone_into(&mut short);
        }
    } else if whole.contains(": ") {
        let shown = headings().any(|it| tree.text(it).trim() == whole);
        if let Some((_, last)) = whole.rsplit_once(':').filter(|_| !shown) {
            let (first, rest) = whole.split_once(':').unwrap_or((whole, ""));
            if words(last) < 3 {
                rest.trim().clone_into(&mut short);
            } else if words(first) <= 5 {
                last.trim().clone_into(&mut short);
            }
        }
    } else if !(15..=150).contains(&whole.chars().count())
        && let Some(it) = tree.first(Tag::Heading(1))
    {
        tree.text(it).clone_into(&mut short);
    }
    let short = short.split_whitespace().collect::<Vec<_>>().join(" ");
    let all: usize = whole.split(SEPARATORS).map(words).sum();
    if words(&short) <= 4 && (!hierarchy || words(&short) + 1 != all) { whole.to_owned() } else { short }
}

/// Whether most of the words of a heading are of the title.
pub(super) fn is_like(title: &str, heading: &str) -> bool {
    if title.is_empty() || heading.is_empty() {
        return false;
    }
    let (title, heading) = (title.to_lowercase(), heading.to_lowercase());
    if title.contains(&heading) {
        return true;
    }
    let known: std::collections::HashSet<&str> = title.unicode_words().collect();
    let (mut all, mut new) = (0_u32, 0_u32);
    for word in heading.unicode_words() {
        let chars = u32::try_from(word.chars().count()).unwrap_or(u32::MAX);
        all = all.saturating_add(chars);
        new = new.saturating_add(if known.contains(word) { 0 } else { chars });
    }
    all > 0 && 1.0 - f64::from(new) / f64::from(all) > ALIKE
}
