//! Asking servers for feeds and pages, politely and with suspicion.
//!
//! [`Client`] asks; later layers take a [`Fetch`], so that they can be tested
//! without a network. Politeness: kabar says who it is, asks conditionally
//! where it can, takes packed bodies, follows what is moved, and hands on for
//! how long a server wants to be left alone. When to ask is decided elsewhere,
//! by whoever keeps the subscriptions.
//!
//! Suspicion: everything that comes back is limited; a feed or a redirect leads
//! to public addresses only; a user name goes to the server it was given for
//! and nowhere else; nothing is remembered for the server (no cookies), and no
//! message tells what is secret in an address. A certificate that is not good is
//! an error, and nothing is tried without it.

mod address;
mod body;
mod client;
mod header;
mod login;
mod proxy;
mod room;
mod url;

use std::error::Error as StdError;
use std::io;
use std::time::Duration;

pub use client::Client;
pub use header::{ContentType, Expires, Freshness, RetryAfter, Validators};
pub use login::{Login, Logins};
pub use proxy::Proxies;
pub use room::Bytes;
pub use url::{BadUrl, Fault, Url};

/// Who asks: name, version, and where to read about it.
pub const USER_AGENT: &str =
    concat!("kabar/", env!("CARGO_PKG_VERSION"), " (+", env!("CARGO_PKG_HOMEPAGE"), ")");

/// Something that answers requests.
pub trait Fetch {
    /// Asks once, redirects followed. Blocks until the answer is there, an error
    /// is certain, or [`Limits::total`] has passed. Every status of a server is
    /// an answer; an error means that there was none, or none that can be used.
    fn get(&self, request: &Request) -> Result<Response, Error>;
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub url: Url,
    pub trust: Trust,
    pub accept: Accept,
    /// What the last answer gave to ask with, so that the server can say that
    /// nothing changed; sent byte for byte, and nothing beside it.
    pub validators: Validators,
    /// The address that gave them, where redirects led elsewhere: they are sent
    /// to it alone, since they mean nothing to another. `None` for `url`.
    pub validators_of: Option<Url>,
}

impl Request {
    /// Asks for something that nothing is known about.
    pub fn new(url: Url, trust: Trust, accept: Accept) -> Self {
        Self { url, trust, accept, validators: Validators::default(), validators_of: None }
    }
}

/// Where an address comes from, and so where it may lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// From the user's own hand: it may lead to this machine and the networks
    /// around it, and so may redirects as long as they stay on such a host.
    ByHand,
    /// From a feed, a page, a list: public addresses only.
    Stranger,
}

/// What is hoped for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accept {
    Feed,
    Page,
}

impl Accept {
    fn media_types(self) -> &'static str {
        match self {
            Self::Feed => {
                "application/atom+xml, application/rss+xml, application/feed+json, \
                 application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1"
            }
            Self::Page => {
                "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9, */*;q=0.1"
            }
        }
    }
}

/// What one request may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Until a connection stands, name and certificate included.
    pub connect: Duration,
    /// From the question to the whole head of the answer.
    pub answer: Duration,
    /// For everything, all redirects included.
    pub total: Duration,
    /// Bytes of the head of an answer.
    pub head: usize,
    /// Bytes of a body as it comes in.
    pub packed: u64,
    /// Bytes of a body when it is unpacked.
    pub body: u64,
    /// Redirects that are followed.
    pub redirects: usize,
}

/// What feed readers allow: large feeds have 5 MB, slow servers take 20 s.
impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            answer: Duration::from_secs(20),
            total: Duration::from_mins(1),
            head: 64 << 10,
            packed: 20 << 20,
            body: 20 << 20,
            redirects: 10,
        }
    }
}

/// An answer, and what its head says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    pub answer: Answer,
    /// Who answered, redirects followed: what links are relative to.
    pub url: Url,
    /// Where the address has moved for good: as far as all redirects were
    /// permanent (301, 308). A subscription moves there, but not before the
    /// target has proved to be a feed.
    pub moved: Option<Url>,
    /// As this answer gives them; see [`Response::validators_to_keep`].
    pub validators: Validators,
    pub freshness: Freshness,
    pub retry_after: Option<RetryAfter>,
}

/// What a server says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// 200.
    Body(Body),
    /// 304: what is known is still so.
    NotModified,
    /// 410: gone for good, and not to be asked for again.
    Gone,
    /// 429 or 503: not now; [`Response::retry_after`] may say when.
    Busy { status: u16 },
    /// A page that wants to see a browser stands before the answer.
    Challenge { status: u16 },
    /// Any other status.
    Failed { status: u16 },
}

/// What was sent, unpacked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    pub bytes: Bytes,
    pub content_type: ContentType,
}

impl Response {
    /// What to ask with the next time, where `sent` is what was asked with now. A
    /// body brings its own, or none; "not modified" replaces those that it names
    /// (RFC 9111, 4.3.4); other answers change nothing. They belong to
    /// [`Response::url`], and may be kept when the body has proved good.
    pub fn validators_to_keep(&self, sent: &Validators) -> Validators {
        let own = self.validators.clone();
        match self.answer {
            Answer::Body(_) => own,
            Answer::NotModified => Validators {
                etag: own.etag.or_else(|| sent.etag.clone()),
                last_modified: own.last_modified.or_else(|| sent.last_modified.clone()),
            },
            _ => sent.clone(),
        }
    }

    /// The body, for those who cannot do with anything else.
    pub fn into_body(self) -> Result<Body, Error> {
        let (status, meaning) = match self.answer {
            Answer::Body(body) => return Ok(body),
            Answer::NotModified => (304, "it has not changed"),
            Answer::Gone => (410, "it is gone for good"),
            Answer::Busy { status: 429 } => (429, "it was asked too often"),
            Answer::Busy { status } => (status, "it is busy"),
            Answer::Challenge { status } => (status, "it wants to see a browser"),
            Answer::Failed { status } => (status, meaning(status)),
        };
        Err(Error::Status { url: self.url, status, meaning })
    }
}

/// A status in a reader's words.
fn meaning(status: u16) -> &'static str {
    match status {
        204 | 205 => "there is nothing there",
        206 => "it sent a part only",
        401 | 407 => "it wants a user name and a password",
        402 | 451 => "it may not be shown",
        403 => "it is not open to us",
        404 => "there is no such page",
        500..=599 => "the server is broken",
        _ => "an answer that kabar has no use for",
    }
}

/// Why there is no answer. Each names its address, without what is secret in it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("cannot fetch `{url}`: its address is not public")]
    NotPublic { url: Url },
    #[error("cannot fetch `{url}`: there is no such host")]
    NoHost { url: Url },
    #[error("cannot fetch `{url}`")]
    Connection { url: Url, source: io::Error },
    #[error("cannot fetch `{url}`: its login is not to be had")]
    NoLogin { url: Url, source: Box<dyn StdError + Send + Sync> },
    #[error("cannot fetch `{url}`: it took too long")]
    TimedOut { url: Url },
    #[error("cannot fetch `{url}`")]
    Protocol { url: Url, source: Box<ureq::Error> },
    #[error("cannot fetch `{url}`: the head of the answer is larger than {} kB", .limit >> 10)]
    HeadTooLarge { url: Url, limit: usize },
    #[error("cannot fetch `{url}`: it is larger than {} kB", .limit >> 10)]
    TooLarge { url: Url, limit: u64 },
    #[error("cannot fetch `{url}`: it is packed as {coding}, which nobody asked for")]
    Coding { url: Url, coding: String },
    #[error("cannot fetch `{url}`: it redirects to `{to}`, which leads around in a circle")]
    Loop { url: Url, to: Url },
    #[error("cannot fetch `{url}`: more than {limit} redirects")]
    TooManyRedirects { url: Url, limit: usize },
    #[error("cannot fetch `{url}`: it redirects to nowhere")]
    NoLocation { url: Url },
    #[error("a redirect of `{url}` cannot be followed")]
    BadRedirect { url: Url, source: BadUrl },
    #[error("cannot fetch `{url}`: the server answers {status}: {meaning}")]
    Status { url: Url, status: u16, meaning: &'static str },
    #[error("cannot read `{url}` as an article: it is {mime}")]
    NotText { url: Url, mime: String },
}
