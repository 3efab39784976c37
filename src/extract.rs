//! From bytes to articles: decoding, parsing, choosing the main text, and
//! making it safe.
//!
//! Holds: one reader for each form that an article is stored in. Imports
//! `article`, `text` and parsers. Pure: bytes and a hint go in, an article and
//! warnings come out; whatever the bytes are, there is an article.

pub mod encoding;

mod blocks;
mod content;
mod html;
mod url;

use crate::article::{Article, Date};

/// What is known about bytes beside themselves.
#[derive(Clone, Debug, Default)]
pub struct Hint {
    /// What to call the source: a path, `-`, a URL.
    pub name: String,
    pub form: Option<Form>,
    /// Where it came from, to resolve relative links.
    pub url: Option<String>,
    /// A date to fall back on (a file's modification time).
    pub date: Option<Date>,
}

/// The forms that stored articles come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    Plain,
    Markdown,
    Html,
}

impl Form {
    /// The form that a file name's ending stands for; `None` for what kabar does
    /// not read.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Plain),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            _ => None,
        }
    }
}

/// An article and what had to be mended to get it.
#[derive(Clone, Debug, PartialEq)]
pub struct Extracted {
    pub article: Article,
    pub warnings: Vec<Warning>,
}

/// Something that was not as it should be, and was read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Bytes that are wrong in the encoding stand as U+FFFD.
    BadBytes { encoding: &'static str },
    /// There are no words.
    Empty,
    /// Too large: the rest was left out.
    Cut { limit: usize },
    /// The page holds no article that could be told from its surroundings.
    NoArticle,
}

/// Reads one stored article. Without a form in the hint it is sniffed from the
/// bytes.
pub fn extract(bytes: &[u8], hint: &Hint) -> Extracted {
    let (mut article, warnings) = html::read(&String::from_utf8_lossy(bytes), hint);
    article.source.clone_from(&hint.name);
    Extracted { article, warnings }
}

fn draft() -> Article {
    Article {
        id: crate::article::ArticleId::from_bytes([0; 10]),
        source: String::new(),
        url: None,
        outlet: None,
        title: String::new(),
        kicker: None,
        byline: None,
        published: None,
        language: None,
        blocks: Vec::new(),
        trimmed: Vec::new(),
        links: Vec::new(),
    }
}
