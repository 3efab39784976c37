//! A feed that somebody follows.

/// What a person says of a feed, in `feeds.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subscription {
    /// Where the feed is; `http` or `https`. What a feed is known by.
    pub url: String,
    /// What the person calls it; `None` for what it calls itself.
    pub title: Option<String>,
    /// The folder that it lies in, with those that this one lies in before it,
    /// set apart by `/`; `None` at the top.
    pub folder: Option<String>,
    pub tags: Vec<String>,
    /// `None` where the config decides.
    pub full_text: Option<FullText>,
}

/// A feed as lists of feeds show it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    pub url: String,
    /// What to call it: as the person does, else as it calls itself, else its URL.
    pub name: String,
    /// As in [`Subscription`].
    pub folder: Option<String>,
    pub tags: Vec<String>,
    pub unread: u64,
    /// Whether asking it failed the last time.
    pub failing: bool,
}

/// Whether the page behind an entry is fetched when the entry is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FullText {
    /// Where the feed carries summaries only.
    Auto,
    Always,
    /// Only when somebody asks.
    #[default]
    Never,
}

/// A feed that somebody does not follow any more, with what puts it back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    pub subscription: Subscription,
    /// How many feeds stood before it.
    pub place: usize,
    /// All that was written down for it, notes and comments included.
    pub text: String,
}
