//! What is remembered of a feed from one time that it is asked to the next.

/// Written down in one step with the articles that an answer brought, so that
/// the server never says "not modified" of something that was lost. Times are in
/// milliseconds since 1970; the default is a feed that was never asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Poll {
    /// `ETag` and `Last-Modified` byte for byte, a character for a byte.
    pub etag: Option<String>,
    pub last_modified: Option<String>,
    /// The address that gave them, where redirects led elsewhere.
    pub validators_of: Option<String>,
    /// When it was asked last, whatever came of it; 0 for never.
    pub asked: u64,
    /// When an answer was last of use.
    pub answered: u64,
    /// Before this it is not asked by itself.
    pub next: u64,
    /// Before this it is not asked even by hand: the server said so.
    pub barred: u64,
    /// How often in a row it failed.
    pub failures: u32,
    /// What went wrong the last time, in words.
    pub problem: Option<String>,
    /// Where it says that it has moved for good, and how often in a row it said so.
    pub moved: Option<(String, u32)>,
    /// Whether it is gone for good (410).
    pub gone: bool,
    /// The first bytes of a hash of the last body, in hexadecimal.
    pub body: Option<String>,
    /// What the feed itself said of when to ask: minutes between two times, and
    /// the hours (0 to 23) and days (0 is Sunday) of Greenwich to be left alone.
    pub ttl: Option<u32>,
    pub skip_hours: Vec<u8>,
    pub skip_days: Vec<u8>,
    /// Whether its entries carry summaries only.
    pub summaries: bool,
}
