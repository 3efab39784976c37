//! JSON-LD (<https://schema.org/Article>), as pages write it: several scripts,
//! lists, graphs, types in lists, names as strings or objects, line ends inside
//! of strings.

use serde_json::Value;

/// What linked data says of the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::extract) struct Linked {
    pub(super) headline: Option<String>,
    pub(super) description: Option<String>,
    pub(super) section: Option<String>,
    pub(super) published: Option<String>,
    pub(super) language: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) url: Option<String>,
    pub(super) body: Option<String>,
    pub(super) paywalled: bool,
    authors: Vec<String>,
}

/// Larger scripts are data for programs.
const LARGEST: usize = 4 << 20;
/// Items that are looked at; a page of more is a list of articles.
const MOST_ITEMS: usize = 2_000;

impl Linked {
    /// Reads the article out of the scripts of a page: the item of a type of
    /// article that says most.
    pub(super) fn read(scripts: &[String]) -> Self {
        let mut best = Self::default();
        let mut most = 0;
        let mut seen = 0;
        for script in scripts.iter().filter(|it| it.len() <= LARGEST) {
            let Some(value) = parse(script) else { continue };
            let mut open = vec![&value];
            while let Some(value) = open.pop() {
                seen += 1;
                if seen > MOST_ITEMS {
                    break;
                }
                match value {
                    Value::Array(items) => open.extend(items.iter().rev()),
                    Value::Object(object) => {
                        if is_article(value) {
                            let it = Self::of(value);
                            let weight = it.weight();
                            if weight > most {
                                (most, best) = (weight, it);
                            }
                        }
                        for name in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"] {
                            if let Some(inner) = object.get(name).filter(|it| !it.is_string()) {
                                open.push(inner);
                            }
                        }
                    }
                    _ => {}
                }
            }
        }
        best
    }

    fn of(value: &Value) -> Self {
        let text = |name: &str| words(value.get(name)?);
        Self {
            headline: text("headline").or_else(|| text("name")),
            description: text("description"),
            section: text("articleSection"),
            published: text("datePublished").or_else(|| text("dateCreated")),
            language: text("inLanguage"),
            publisher: value.get("publisher").and_then(name),
            url: text("url").or_else(|| {
                value.get("mainEntityOfPage").and_then(|it| words(it).or_else(|| words(it.get("@id")?)))
            }),
            body: text("articleBody").or_else(|| text("text")),
            paywalled: match value.get("isAccessibleForFree") {
                Some(Value::Bool(free)) => !free,
                Some(Value::String(free)) => free.eq_ignore_ascii_case("false"),
                _ => false,
            },
            authors: value.get("author").or_else(|| value.get("creator")).map(names).unwrap_or_default(),
        }
    }

    fn weight(&self) -> usize {
        let given = [&self.headline, &self.published, &self.body, &self.description, &self.publisher];
        given.iter().filter(|it| it.is_some()).count() + usize::from(!self.authors.is_empty())
    }

    /// The authors in one line.
    pub(super) fn authors(&self) -> Option<String> {
        (!self.authors.is_empty()).then(|| self.authors.join(", "))
    }
}

/// JSON as scripts hold it: in comments or CDATA, with raw line ends.
fn parse(script: &str) -> Option<Value> {
    let text = script.trim().trim_start_matches("<!--").trim_start_matches("<![CDATA[");
    let text = text.trim_end_matches("-->").trim_end_matches("]]>").trim().trim_end_matches(';');
    serde_json::from_str(text).ok().or_else(|| {
        let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&clean).ok()
    })
}

/// Whether an item is an article: its type, or one of its types, ends so.
fn is_article(value: &Value) -> bool {
    let article = |it: &Value| {
        it.as_str().is_some_and(|it| {
            it.ends_with("Article")
                || it.ends_with("Posting")
                || it.ends_with("BlogPost")
                || it.ends_with("Report")
        })
    };
    match value.get("@type") {
        Some(Value::Array(types)) => types.iter().any(article),
        Some(one) => article(one),
        None => false,
    }
}

/// The first words of a value: a string, or the first of a list.
fn words(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text,
        Value::Array(items) => items.first()?.as_str()?,
        _ => return None,
    };
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The name of a person or an organization.
fn name(value: &Value) -> Option<String> {
    words(value).or_else(|| words(value.get("name")?))
}

fn names(value: &Value) -> Vec<String> {
    let all: Vec<String> = match value {
        Value::Array(items) => items.iter().take(20).filter_map(name).collect(),
        one => name(one).into_iter().collect(),
    };
    let mut kept: Vec<String> = Vec::new();
    for it in all {
        if !it.contains("://") && !kept.contains(&it) {
            kept.push(it);
        }
    }
    kept
}
