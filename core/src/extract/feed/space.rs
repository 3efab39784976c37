//! Which vocabulary an element of a feed belongs to.

/// A vocabulary that feeds draw on. Some have many names; see [`of_uri`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// RSS in all versions, CDF, and elements without a namespace.
    Rss,
    /// Atom 0.3 and 1.0.
    Atom,
    Rdf,
    /// Dublin Core, elements.
    Dc,
    /// Dublin Core, terms.
    DcTerms,
    /// The `content` module of RSS 1.0: `content:encoded`.
    Content,
    /// Media RSS.
    Media,
    /// Podcasts: Apple's and Google's.
    Itunes,
    /// The `syndication` module of RSS 1.0: how often a feed changes.
    Syndication,
    /// The `slash` module, for its number of comments.
    Slash,
    /// Atom threading (RFC 4685).
    Thread,
    /// Places: `GeoRSS`, its GML, and the W3C's vocabulary before it.
    Geo,
    Xhtml,
    /// The prefix `xml`.
    Xml,
    Other,
}

impl Space {
    /// Whether its elements are the feed's own, and no module's.
    pub(super) fn is_core(self) -> bool {
        matches!(self, Self::Rss | Self::Atom)
    }
}

/// The vocabulary of a namespace URI; `None` for one that no reader knows.
/// Letter case and a last slash do not count, for writers get both wrong.
pub(super) fn of_uri(uri: &str) -> Option<Space> {
    let uri = uri.trim().to_ascii_lowercase();
    let uri = uri.trim_end_matches('/');
    let bare = uri.strip_prefix("https://").or_else(|| uri.strip_prefix("http://")).unwrap_or(uri);
    if bare.starts_with("backend.userland.com/rss") || bare.starts_with("blogs.law.harvard.edu/tech/rss") {
        return Some(Space::Rss);
    }
    URIS.iter().find(|(known, _)| *known == bare).map(|(_, space)| *space)
}

/// The vocabulary that a prefix stands for by convention, where the feed does
/// not declare it.
pub(super) fn of_prefix(prefix: &str) -> Option<Space> {
    PREFIXES.iter().find(|(known, _)| known.eq_ignore_ascii_case(prefix)).map(|(_, space)| *space)
}

/// Namespaces by URI, without scheme and last slash, in lower case: those that
/// the specifications name, and those that feeds are known to use in their
/// stead.
const URIS: &[(&str, Space)] = &[
    ("", Space::Rss),
    ("purl.org/rss/1.0", Space::Rss),
    ("purl.org/net/rss1.1#", Space::Rss),
    ("purl.org/rss/1.0/modules/rss091#", Space::Rss),
    ("purl.org/rss/1.0/modules/rss091", Space::Rss),
    ("channel.netscape.com/rdf/simple/0.9", Space::Rss),
    ("my.netscape.com/rdf/simple/0.9", Space::Rss),
    ("my.netscape.com/publish/formats/rss-0.91.dtd", Space::Rss),
    ("cyber.law.harvard.edu/rss", Space::Rss),
    ("www.rssboard.org/rss-specification", Space::Rss),
    ("purl.oclc.org/net/rss_2.0/enc#", Space::Rss),
    ("www.w3.org/2005/atom", Space::Atom),
    ("purl.org/atom/ns#", Space::Atom),
    ("purl.org/atom/ns", Space::Atom),
    ("purl.org/atom/app#", Space::Atom),
    ("example.com/newformat#", Space::Atom),
    ("example.com/necho", Space::Atom),
    ("purl.org/echo", Space::Atom),
    ("uri/of/echo/namespace#", Space::Atom),
    ("purl.org/pie", Space::Atom),
    ("www.w3.org/1999/02/22-rdf-syntax-ns#", Space::Rdf),
    ("www.w3.org/1999/02/22-rdf-syntax-ns", Space::Rdf),
    ("purl.org/dc/elements/1.1", Space::Dc),
    ("purl.org/dc/elements/1.0", Space::Dc),
    ("purl.org/dc/elements/1.1#", Space::Dc),
    ("purl.org/dc", Space::Dc),
    ("purl.org/dc/terms", Space::DcTerms),
    ("purl.org/rss/1.0/modules/dcterms", Space::DcTerms),
    ("purl.org/rss/1.0/modules/content", Space::Content),
    ("purl.org/rss/modules/content", Space::Content),
    ("search.yahoo.com/mrss", Space::Media),
    ("search.yahoo.com/searchmonkey/media", Space::Media),
    ("video.search.yahoo.com/mrss", Space::Media),
    ("www.rssboard.org/media-rss", Space::Media),
    ("www.itunes.com/dtds/podcast-1.0.dtd", Space::Itunes),
    ("itunes.com/dtds/podcast-1.0.dtd", Space::Itunes),
    ("example.com/dtds/podcast-1.0.dtd", Space::Itunes),
    ("www.google.com/schemas/play-podcasts/1.0", Space::Itunes),
    ("purl.org/rss/1.0/modules/syndication", Space::Syndication),
    ("purl.org/rss/modules/syndication", Space::Syndication),
    ("purl.org/rss/1.0/modules/slash", Space::Slash),
    ("purl.org/syndication/thread/1.0", Space::Thread),
    ("www.georss.org/georss", Space::Geo),
    ("www.georss.org/georss/10", Space::Geo),
    ("www.opengis.net/gml", Space::Geo),
    ("www.w3.org/2003/01/geo/wgs84_pos#", Space::Geo),
    ("www.w3.org/1999/xhtml", Space::Xhtml),
    ("www.w3.org/xml/1998/namespace", Space::Xml),
];

const PREFIXES: &[(&str, Space)] = &[
    ("rss", Space::Rss),
    ("atom", Space::Atom),
    ("atom10", Space::Atom),
    ("atom03", Space::Atom),
    ("a10", Space::Atom),
    ("rdf", Space::Rdf),
    ("dc", Space::Dc),
    ("dcterms", Space::DcTerms),
    ("content", Space::Content),
    ("media", Space::Media),
    ("itunes", Space::Itunes),
    ("googleplay", Space::Itunes),
    ("sy", Space::Syndication),
    ("syn", Space::Syndication),
    ("slash", Space::Slash),
    ("thr", Space::Thread),
    ("georss", Space::Geo),
    ("gml", Space::Geo),
    ("geo", Space::Geo),
    ("xhtml", Space::Xhtml),
    ("html", Space::Xhtml),
    ("xml", Space::Xml),
];
