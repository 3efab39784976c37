//! The domain: what an article is. Data and nothing else; no other layer is
//! imported here, nothing does I/O and nothing fails.
//!
//! Every string in an [`Article`] has been through [`crate::text::safe`]: no
//! control characters, no escape sequences, no bidi overrides, no zero-width
//! junk. `extract` is the only layer that builds articles, and it does so.

mod date;
mod id;
mod mark;
mod poll;
mod row;
mod subscription;
mod written;

pub use date::Date;
pub use id::ArticleId;
pub use mark::{Change, Field, Mark, Progress};
pub use poll::Poll;
pub use row::{Key, Row, Tally, Window};
pub use subscription::{FullText, Removed, Source, Subscription};
pub use written::{LastWrites, Stamped, Stop, Written};

/// A language by its ISO 639-1 code (`id`, `en`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language([u8; 2]);

impl Language {
    pub const ENGLISH: Self = Self(*b"en");

    /// Reads a language tag (`id`, `pt-BR`, `EN_us`) and keeps its primary
    /// subtag; `None` where that is not two ASCII letters.
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        match primary.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Some(Self([a.to_ascii_lowercase(), b.to_ascii_lowercase()]))
            }
            _ => None,
        }
    }

    /// The two-letter code, in lower case.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("en")
    }
}

/// One article: what is said about it, and its body as blocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    pub id: ArticleId,
    /// Where it was read from: a path, `-`, or the name of a built-in sample.
    pub source: String,
    /// Where it was published; always `http` or `https`.
    pub url: Option<String>,
    /// Who published it, where the text or page says so.
    pub outlet: Option<String>,
    /// Never empty: where nothing else is known, it comes from the first words.
    pub title: String,
    /// The section line over the title, such as `POLITICS`.
    pub kicker: Option<String>,
    pub byline: Option<String>,
    pub published: Option<Date>,
    pub language: Option<Language>,
    /// Everything that was found, in its order, what was removed included: the
    /// clean view leaves out the blocks that carry a [`Why`], the raw view
    /// shows them with it. A block's index is the same in both.
    pub blocks: Vec<Block>,
    /// What was removed inside of lines: tracking parameters, lead-ins, junk.
    pub trimmed: Vec<Trimmed>,
    /// Targets of the links in the blocks, in the order of their first use;
    /// `http`, `https` and `mailto` only, without tracking parameters.
    pub links: Vec<String>,
    /// What its reader must know before reading it; each once.
    pub caveats: Vec<Caveat>,
}

impl Article {
    /// The blocks of the clean body with their indices.
    pub fn kept(&self) -> impl Iterator<Item = (usize, &Block)> {
        self.blocks.iter().enumerate().filter(|(_, block)| block.removed.is_none())
    }
}

/// A piece of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    /// The words. Lines are broken (`\n`) only where the source breaks them
    /// (`<br>`, verse, code). In a table a row is a line and cells are set
    /// apart by `\t`. For an image this is its caption; a rule has none.
    pub text: String,
    /// Emphasis, links and the like, by byte range of `text`; sorted by start,
    /// may nest, never empty.
    pub inlines: Vec<Inline>,
    /// How many block quotes the block stands in; 0 is running text.
    pub quoted: u8,
    /// Why the block is not part of the clean body; `None` where it is.
    pub removed: Option<Why>,
}

impl Block {
    /// A block of plain words that is kept.
    pub fn new(kind: BlockKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), inlines: Vec::new(), quoted: 0, removed: None }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    Paragraph,
    /// Level 1 to 6.
    Heading(u8),
    ListItem {
        /// 0 for the outermost list.
        depth: u8,
        marker: Marker,
    },
    Code {
        language: Option<String>,
    },
    Table {
        /// Whether the first row names the columns.
        header: bool,
    },
    Image {
        /// Empty where the image has none.
        alt: String,
        /// Index into [`Article::links`].
        link: Option<usize>,
    },
    Rule,
}

/// What stands before a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    Bullet,
    Number(u32),
    /// A further paragraph of the item before.
    Continued,
}

/// A stretch of a block's text that is set in another way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inline {
    pub start: usize,
    pub end: usize,
    pub kind: InlineKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InlineKind {
    Emphasis,
    Strong,
    Code,
    Strike,
    Superscript,
    Subscript,
    /// Index into [`Article::links`].
    Link(usize),
}

/// Something taken out inside of a line, so that it can be shown all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trimmed {
    /// The block it stood in, where it stood in one.
    pub block: Option<usize>,
    pub text: String,
    pub why: Why,
}

/// Why something is not part of the clean body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// Shown as the title above the body.
    Title,
    /// The title again.
    RepeatedTitle,
    /// Shown as the section line above the title.
    Kicker,
    /// Shown as the byline below the title.
    Byline,
    /// A date or place line that stands in the head of the article.
    DateLine,
    Newsletter,
    Consent,
    Share,
    ReadAlso,
    Poster,
    Advertisement,
    Comments,
    Copyright,
    Credit,
    Tags,
    Paywall,
    Navigation,
    /// Parts of the page that are not the article.
    OutsideArticle,
    Repeated,
    /// A line that most articles of its source have.
    Furniture,
    Tracking,
    Hidden,
    /// Characters that no reader sees and a terminal obeys.
    Unsafe,
}

impl Why {
    /// The reason in a reader's words, as the raw view and `kabar show` print it.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Title => "shown as the title",
            Self::RepeatedTitle => "the title again",
            Self::Kicker => "shown as the section line",
            Self::Byline => "shown as the byline",
            Self::DateLine => "shown as the date",
            Self::Newsletter => "newsletter or sign-up pitch",
            Self::Consent => "cookie or consent notice",
            Self::Share => "share bar",
            Self::ReadAlso => "pointer to other articles",
            Self::Poster => "signature of whoever posted it",
            Self::Advertisement => "advertisement",
            Self::Comments => "comments",
            Self::Copyright => "copyright notice",
            Self::Credit => "photo credit",
            Self::Tags => "tags",
            Self::Paywall => "subscription notice",
            Self::Navigation => "navigation",
            Self::OutsideArticle => "outside the article",
            Self::Repeated => "said before",
            Self::Furniture => "stands in many articles of this source",
            Self::Tracking => "tracking",
            Self::Hidden => "hidden on the page",
            Self::Unsafe => "control characters",
        }
    }
}

/// Something about the source as a whole: it was not as it should be, and was read
/// all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Caveat {
    /// Bytes of a picture, a program or an archive.
    NotText,
    /// Bytes that are wrong in the encoding stand as U+FFFD.
    BadBytes,
    /// There are no words.
    Empty,
    /// Too large: the rest was left out.
    Cut,
    /// The page holds no article that could be told from its surroundings.
    NoArticle,
    /// The page shows the beginning of an article and asks for money.
    Paywall,
    /// The page is a server's answer that there is no article.
    ErrorPage,
    /// The page asks for consent and shows nothing else.
    ConsentWall,
}

impl Caveat {
    /// What it says to a reader, as the head of an article has it.
    pub fn words(self) -> &'static str {
        match self {
            Self::NotText => "This is not text: what looks like words in it is shown.",
            Self::BadBytes => "Some bytes of it are wrong and stand as \u{FFFD}.",
            Self::Empty => "No words came with it.",
            Self::Cut => "Too large: only the beginning is shown.",
            Self::NoArticle => "No article could be told from what stands around it.",
            Self::Paywall => "Only the beginning: the rest is for subscribers.",
            Self::ErrorPage => "The error page of a server, not an article.",
            Self::ConsentWall => "A request for consent, not the article.",
        }
    }

    /// What it is called where programs read it.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotText => "not text",
            Self::BadBytes => "bad bytes",
            Self::Empty => "empty",
            Self::Cut => "cut",
            Self::NoArticle => "no article",
            Self::Paywall => "paywall",
            Self::ErrorPage => "error page",
            Self::ConsentWall => "consent wall",
        }
    }

    /// Whether it can wait until somebody asks what was done to the text: words
    /// that are spoiled show it themselves.
    pub fn is_minor(self) -> bool {
        self == Self::BadBytes
    }
}

/// A place in the content of an article, the same at any width and in any
/// terminal: a byte of a block's text. `Place::default()` is the very top.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub block: usize,
    pub byte: usize,
}

/// What a list shows of an article without holding it.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    pub id: ArticleId,
    pub source: String,
    pub url: Option<String>,
    pub outlet: Option<String>,
    pub title: String,
    pub kicker: Option<String>,
    pub byline: Option<String>,
    pub published: Option<Date>,
    pub language: Option<Language>,
    /// Reading time in minutes, at least 1.
    pub minutes: u16,
    /// How many quotations of kind speech it holds, nested ones not counted.
    pub quotes: u16,
}
