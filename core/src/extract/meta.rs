//! What a page says about its article: JSON-LD, meta tags, microdata, and the
//! elements that show the same to readers.

mod linked;

use super::html::tree::{Attribute, Tag, Tree};
use crate::article::Language;
use crate::text::boilerplate::key;

pub(super) use linked::Linked;

/// What was found, as the page has it; nothing in it is safe to show yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Meta {
    /// Candidates for the title, the best first.
    pub(super) titles: Vec<String>,
    pub(super) kicker: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) outlet: Option<String>,
    /// Dates as they stand, the best first.
    pub(super) dates: Vec<String>,
    pub(super) language: Option<Language>,
    /// The address that the page gives itself, possibly relative.
    pub(super) url: Option<String>,
    /// What links on the page are relative to (`<base>`).
    pub(super) base: Option<String>,
    /// Summaries, which often stand above the body as its lead.
    pub(super) descriptions: Vec<String>,
    /// The article's words as JSON-LD carries them; paywalled pages may have
    /// them nowhere else.
    pub(super) body: Option<String>,
    /// Whether the page says that it shows only a part of the article.
    pub(super) paywalled: bool,
}

/// Reads what a page says about itself. `linked_data` are the contents of its
/// `application/ld+json` scripts.
pub(super) fn read(tree: &Tree, linked_data: &[String]) -> Meta {
    let tags = Tags::of(tree);
    let linked = Linked::read(linked_data);
    let outlet = tags
        .first(&["og:site_name", "application-name", "twitter:app:name:iphone"])
        .or_else(|| linked.publisher.clone());
    Meta {
        titles: titles(tree, &tags, &linked, outlet.as_deref()),
        kicker: linked.section.clone().or_else(|| tags.first(&["article:section", "section"])),
        byline: byline(tree, &tags, &linked, outlet.as_deref()),
        dates: dates(tree, &tags, &linked),
        language: language(tree, &tags, &linked),
        url: url(tree, &tags, &linked),
        base: tree.first(Tag::Base).and_then(|it| tree.attribute(it, Attribute::Href)).map(str::to_owned),
        descriptions: ["og:description", "description", "twitter:description", "dc.description"]
            .iter()
            .filter_map(|it| tags.first(&[it]))
            .chain(linked.description.clone())
            .collect(),
        body: linked.body,
        paywalled: linked.paywalled,
        outlet,
    }
}

/// The meta tags of a page by their names in lower case.
struct Tags(Vec<(String, String)>);

impl Tags {
    fn of(tree: &Tree) -> Self {
        let tags = tree.nodes.iter().enumerate().filter(|(_, it)| it.tag == Tag::Meta);
        Self(
            tags.flat_map(|(index, _)| {
                let value = tree.attribute(index, Attribute::Content).map(str::trim).unwrap_or_default();
                [Attribute::Property, Attribute::Name, Attribute::Itemprop]
                    .into_iter()
                    .filter_map(move |it| tree.attribute(index, it))
                    .filter(move |_| !value.is_empty())
                    .map(move |name| (name.trim().to_ascii_lowercase(), value.to_owned()))
            })
            .collect(),
        )
    }

    /// The first value of the first of these names that has one.
    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.0.iter().find(|(it, _)| it == name)).map(|(_, value)| value.clone())
    }
}

/// Words with single spaces between.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A heading that readers see comes first where the page declares the same; a
/// declared title without the outlet's name comes next.
fn titles(tree: &Tree, tags: &Tags, linked: &Linked, outlet: Option<&str>) -> Vec<String> {
    let declared: Vec<String> = linked
        .headline
        .iter()
        .cloned()
        .chain(tags.first(&["og:title"]))
        .chain(tags.first(&["twitter:title", "dc.title", "headline"]))
        .chain(tree.first(Tag::Title).map(|it| tree.text(it).to_owned()))
        .map(|it| without_outlet(&line(&it), outlet))
        .filter(|it| !it.is_empty())
        .collect();
    let keys: Vec<String> = declared.iter().map(|it| key(it)).collect();
    let headings: Vec<String> = tree
        .nodes
        .iter()
        .enumerate()
        .filter(|(_, it)| matches!(it.tag, Tag::Heading(1 | 2)) && it.chars > 0)
        .take(20)
        .map(|(index, _)| line(tree.text(index)))
        .collect();
    let shown = headings.iter().find(|it| {
        let heading = key(it);
        heading.chars().count() >= 10
            && keys.iter().any(|it| it.contains(&heading) || heading.contains(it.as_str()))
    });
    let main = tree
        .nodes
        .iter()
        .enumerate()
        .find(|(_, it)| it.tag == Tag::Heading(1) && it.chars > 0)
        .map(|(index, _)| line(tree.text(index)));
    shown.cloned().into_iter().chain(declared).chain(main).collect()
}

/// Takes the outlet's name off the end of a title (`A title | The Outlet`), or
/// off its beginning; without a name it stays as it is.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    const MARKS: &[&str] = &[" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " / "];
    let Some(outlet) = outlet.map(key).filter(|it| !it.is_empty()) else { return title.to_owned() };
    for mark in MARKS {
        if let Some((rest, last)) = title.rsplit_once(mark)
            && (key(last).contains(&outlet) || outlet.contains(&key(last)) && !key(last).is_empty())
        {
            return rest.trim().to_owned();
        }
        if let Some((first, rest)) = title.split_once(mark)
            && key(first) == outlet
        {
            return rest.trim().to_owned();
        }
    }
    title.to_owned()
}

/// The longest byline; what is longer is a biography.
const LONGEST_BYLINE: usize = 120;

fn byline(tree: &Tree, tags: &Tags, linked: &Linked, outlet: Option<&str>) -> Option<String> {
    let shown = || {
        let by_rel = |index: usize| {
            tree.attribute(index, Attribute::Rel)
                .is_some_and(|it| it.split_whitespace().any(|it| it == "author"))
                || tree.attribute(index, Attribute::Itemprop).is_some_and(|it| it.contains("author"))
        };
        let by_class = |index: usize| {
            tree.attribute(index, Attribute::Class).is_some_and(|it| {
                it.split(|c: char| !c.is_alphanumeric()).any(|it| it.eq_ignore_ascii_case("byline"))
            })
        };
        let found = |by: &dyn Fn(usize) -> bool| {
            (0..tree.nodes.len()).find(|&it| {
                tree.nodes[it].tag != Tag::Link
                    && tree.nodes[it].tag != Tag::Meta
                    && (3..LONGEST_BYLINE).contains(&tree.nodes[it].chars)
                    && by(it)
            })
        };
        found(&by_rel).or_else(|| found(&by_class)).map(|it| line(tree.text(it)))
    };
    let declared = || {
        tags.first(&[
            "author",
            "article:author",
            "dc.creator",
            "parsely-author",
            "sailthru.author",
            "byl",
            "dcterms.creator",
        ])
    };
    // `ann-moor`, `editor2`: what somebody types to log in.
    let login =
        |it: &str| it.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b));
    linked.authors().into_iter().chain(declared()).chain(shown()).map(|it| line(&it)).find(|it| {
        !login(it)
            && !it.contains("://")
            && it.chars().count() <= LONGEST_BYLINE
            && outlet.map(key) != Some(key(it))
    })
}

fn dates(tree: &Tree, tags: &Tags, linked: &Linked) -> Vec<String> {
    let times = tree.nodes.iter().enumerate().filter(|(_, it)| it.tag == Tag::Time);
    let named = |index: usize| {
        tree.attribute(index, Attribute::Itemprop).is_some_and(|it| it.contains("datePublished"))
    };
    let given = |index: usize| tree.attribute(index, Attribute::Datetime).map(str::to_owned);
    let of_microdata =
        tree.nodes.iter().enumerate().filter(|(index, _)| named(*index)).filter_map(|(index, _)| {
            given(index)
                .or_else(|| tree.attribute(index, Attribute::Content).map(str::to_owned))
                .or_else(|| Some(line(tree.text(index))))
        });
    linked
        .published
        .iter()
        .cloned()
        .chain(tags.first(&[
            "article:published_time",
            "article:published",
            "datepublished",
            "og:published_time",
            "og:article:published_time",
            "parsely-pub-date",
            "sailthru.date",
            "date",
            "dc.date",
            "dc.date.issued",
            "dcterms.created",
            "dcterms.date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publication_date",
            "last-modified",
            "article:modified_time",
        ]))
        .chain(of_microdata)
        .chain(times.take(10).flat_map(|(index, _)| given(index).into_iter().chain([line(tree.text(index))])))
        .filter(|it| !it.is_empty())
        .collect()
}

fn language(tree: &Tree, tags: &Tags, linked: &Linked) -> Option<Language> {
    let of_html = tree.first(Tag::Html).and_then(|it| tree.attribute(it, Attribute::Lang)).map(str::to_owned);
    let of_tags = tags.first(&["og:locale", "content-language", "dc.language", "language"]);
    linked.language.clone().into_iter().chain(of_html).chain(of_tags).find_map(|it| Language::parse(&it))
}

fn url(tree: &Tree, tags: &Tags, linked: &Linked) -> Option<String> {
    let canonical = (0..tree.nodes.len()).find(|&it| {
        tree.nodes[it].tag == Tag::Link
            && tree.attribute(it, Attribute::Rel).is_some_and(|it| it.eq_ignore_ascii_case("canonical"))
    });
    canonical
        .and_then(|it| tree.attribute(it, Attribute::Href))
        .map(str::to_owned)
        .filter(|it| !it.trim().is_empty())
        .or_else(|| tags.first(&["og:url", "twitter:url"]))
        .or_else(|| linked.url.clone())
}

#[cfg(test)]
mod tests;
