//! What classes and ids say of their elements, by the words that Readability looks
//! for in them. They are parts of words on purpose: `articleBody` and `body-text`
//! say the same.

use std::sync::LazyLock;

use crate::extract::html::tree::{Attribute, Tree};
use crate::text::table::Words;

/// What a class or an id says; any number of [`Said::UNLIKELY`] and the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Said(u8);

impl Said {
    /// Most often no part of an article.
    pub(super) const UNLIKELY: Self = Self(1);
    /// May be one, whatever else it says.
    pub(super) const MAYBE: Self = Self(1 << 1);
    pub(super) const NEGATIVE: Self = Self(1 << 2);
    pub(super) const POSITIVE: Self = Self(1 << 3);
    pub(super) const SHARE: Self = Self(1 << 4);
    pub(super) const BYLINE: Self = Self(1 << 5);
    /// A picture that stands for another is seen though it says that it is hidden.
    pub(super) const FALLBACK: Self = Self(1 << 6);

    pub(super) fn any(self, what: Self) -> bool {
        self.0 & what.0 != 0
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The lists of Readability (`REGEXPS` of `Readability.js` 0.6).
const PARTS: &[(Said, &[&str])] = &[
    (
        Said::UNLIKELY,
        &[
            "-ad-",
            "ai2html",
            "banner",
            "breadcrumbs",
            "combx",
            "comment",
            "community",
            "cover-wrap",
            "disqus",
            "extra",
            "footer",
            "gdpr",
            "header",
            "legends",
            "menu",
            "related",
            "remark",
            "replies",
            "rss",
            "shoutbox",
            "sidebar",
            "skyscraper",
            "social",
            "sponsor",
            "supplemental",
            "ad-break",
            "agegate",
            "pagination",
            "pager",
            "popup",
            "yom-remote",
        ],
    ),
    (Said::MAYBE, &["and", "article", "body", "column", "content", "layout", "main", "mathjax", "shadow"]),
    (
        Said::NEGATIVE,
        &[
            "-ad-",
            "hidden",
            "banner",
            "combx",
            "comment",
            "com-",
            "contact",
            "footer",
            "gdpr",
            "masthead",
            "media",
            "meta",
            "outbrain",
            "promo",
            "related",
            "scroll",
            "share",
            "shoutbox",
            "sidebar",
            "skyscraper",
            "sponsor",
            "shopping",
            "tags",
            "widget",
        ],
    ),
    (
        Said::POSITIVE,
        &[
            "article", "body", "content", "entry", "hentry", "h-entry", "main", "page", "post", "text",
            "blog", "story",
        ],
    ),
    (Said::BYLINE, &["byline", "author", "dateline", "writtenby", "p-author"]),
];

/// The words of [`PARTS`], each with the set of its characters: a name that lacks one
/// of those does not hold the word.
static WORDS: LazyLock<Vec<(u128, &'static str, Said)>> = LazyLock::new(|| {
    PARTS.iter().flat_map(|(said, words)| words.iter().map(|it| (characters(it), *it, *said))).collect()
});

/// The ASCII characters of a text, a bit for each.
fn characters(text: &str) -> u128 {
    text.bytes().filter(u8::is_ascii).fold(0, |set, it| set | 1 << it)
}

fn judge(name: &str) -> Said {
    let lower = name.to_ascii_lowercase();
    let there = characters(&lower);
    let mut said = Said::default();
    for (needed, word, it) in WORDS.iter() {
        let holds = || lower.as_bytes().windows(word.len()).any(|it| it == word.as_bytes());
        if needed & !there == 0 && !said.any(*it) && holds() {
            said = said.and(*it);
        }
    }
    if lower.split_whitespace().any(|it| it == "hid") {
        said = said.and(Said::NEGATIVE);
    }
    if lower.split([' ', '_']).any(|it| it == "share" || it == "sharedaddy") {
        said = said.and(Said::SHARE);
    }
    if name.contains("fallback-image") {
        said = said.and(Said::FALLBACK);
    }
    said
}

/// What the class and the id of each node say, by its index in the tree. Most
/// elements share theirs with others, so that each is judged once.
pub(super) fn of(tree: &Tree) -> Vec<(Said, Said)> {
    let mut known: Words<&str, Said> = Words::default();
    (0..tree.nodes.len())
        .map(|index| {
            let mut said = |attribute| {
                let name = tree.attribute(index, attribute)?;
                Some(*known.entry(name).or_insert_with(|| judge(name)))
            };
            (said(Attribute::Class).unwrap_or_default(), said(Attribute::Id).unwrap_or_default())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_their_parts_do() {
        for (name, expected) in [
            ("articleBody", Said::MAYBE.and(Said::POSITIVE)),
            ("Site-Footer", Said::UNLIKELY.and(Said::NEGATIVE)),
            ("share_bar", Said::NEGATIVE.and(Said::SHARE)),
            ("shared", Said::NEGATIVE),
            ("p-Author", Said::BYLINE),
            ("x hid", Said::NEGATIVE),
            ("x fallback-image", Said::FALLBACK),
            ("ßxü", Said::default()),
            ("", Said::default()),
        ] {
            assert_eq!(judge(name), expected, "{name}");
        }
    }
}
