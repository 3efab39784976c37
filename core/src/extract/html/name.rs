//! Names of elements and attributes, as far as they are told apart.

use std::sync::LazyLock;

use super::tree::{Attribute, Tag};
use crate::text::table::Table;

/// What an element is called. [`super::tree::Tag`] says what an element means to a
/// reader; names say how its author built the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Name {
    /// No element.
    Text,
    A,
    Address,
    Article,
    Aside,
    Blockquote,
    Body,
    Br,
    Button,
    Code,
    Dd,
    Dialog,
    Div,
    Dl,
    Dt,
    /// `del` and `ins`.
    Edit,
    Embed,
    Fieldset,
    Figure,
    Font,
    Footer,
    Form,
    Header,
    Heading(u8),
    Hr,
    Iframe,
    Img,
    Input,
    Li,
    Link,
    Noscript,
    Object,
    Ol,
    P,
    Param,
    /// Others that stand inside of lines (the phrasing content of HTML).
    Phrase,
    Picture,
    Pre,
    Section,
    Select,
    Span,
    Svg,
    Table,
    /// Parts that only tables of data have: captions, columns, heads and feet.
    TablePart,
    Td,
    Textarea,
    Th,
    Tbody,
    Tr,
    Ul,
    Other,
}

impl Name {
    /// Whether it stands inside of lines whatever it holds.
    pub(in crate::extract) fn is_phrasing(self) -> bool {
        matches!(
            self,
            Self::Text
                | Self::Br
                | Self::Button
                | Self::Code
                | Self::Embed
                | Self::Img
                | Self::Input
                | Self::Noscript
                | Self::Object
                | Self::Phrase
                | Self::Select
                | Self::Span
                | Self::Textarea
        )
    }

    /// Whether an element that holds one is more than a paragraph.
    pub(in crate::extract) fn is_block(self) -> bool {
        matches!(
            self,
            Self::Blockquote
                | Self::Dl
                | Self::Div
                | Self::Img
                | Self::Ol
                | Self::P
                | Self::Pre
                | Self::Table
                | Self::Ul
        )
    }
}

/// Elements: what each means to a reader, and what it is called. All others are
/// [`Tag::Inline`] and [`Name::Other`].
const ELEMENTS: &[(&str, Tag, Name)] = &[
    ("a", Tag::A, Name::A),
    ("abbr", Tag::Inline, Name::Phrase),
    ("address", Tag::Block, Name::Address),
    ("amp-img", Tag::Block, Name::Other),
    ("article", Tag::Article, Name::Article),
    ("aside", Tag::Aside, Name::Aside),
    ("audio", Tag::Audio, Name::Phrase),
    ("b", Tag::Strong, Name::Phrase),
    ("base", Tag::Base, Name::Other),
    ("bdo", Tag::Inline, Name::Phrase),
    ("blockquote", Tag::Blockquote, Name::Blockquote),
    ("body", Tag::Body, Name::Body),
    ("br", Tag::Br, Name::Br),
    ("button", Tag::Button, Name::Button),
    ("canvas", Tag::Video, Name::Other),
    ("caption", Tag::Caption, Name::TablePart),
    ("center", Tag::Block, Name::Other),
    ("cite", Tag::Em, Name::Phrase),
    ("code", Tag::Code, Name::Code),
    ("col", Tag::Block, Name::TablePart),
    ("colgroup", Tag::Block, Name::TablePart),
    ("data", Tag::Inline, Name::Phrase),
    ("datalist", Tag::Input, Name::Phrase),
    ("dd", Tag::Dd, Name::Dd),
    ("del", Tag::Del, Name::Edit),
    ("details", Tag::Details, Name::Other),
    ("dfn", Tag::Em, Name::Phrase),
    ("dialog", Tag::Dialog, Name::Dialog),
    ("dir", Tag::Ul, Name::Other),
    ("div", Tag::Block, Name::Div),
    ("dl", Tag::Block, Name::Dl),
    ("dt", Tag::Dt, Name::Dt),
    ("em", Tag::Em, Name::Phrase),
    ("embed", Tag::Audio, Name::Embed),
    ("fieldset", Tag::Block, Name::Fieldset),
    ("figcaption", Tag::Figcaption, Name::Other),
    ("figure", Tag::Figure, Name::Figure),
    ("font", Tag::Inline, Name::Font),
    ("footer", Tag::Footer, Name::Footer),
    ("form", Tag::Form, Name::Form),
    ("h1", Tag::Heading(1), Name::Heading(1)),
    ("h2", Tag::Heading(2), Name::Heading(2)),
    ("h3", Tag::Heading(3), Name::Heading(3)),
    ("h4", Tag::Heading(4), Name::Heading(4)),
    ("h5", Tag::Heading(5), Name::Heading(5)),
    ("h6", Tag::Heading(6), Name::Heading(6)),
    ("head", Tag::Head, Name::Other),
    ("header", Tag::Header, Name::Header),
    ("hgroup", Tag::Block, Name::Other),
    ("hr", Tag::Hr, Name::Hr),
    ("html", Tag::Html, Name::Other),
    ("i", Tag::Em, Name::Phrase),
    ("iframe", Tag::Iframe, Name::Iframe),
    ("img", Tag::Img, Name::Img),
    ("input", Tag::Input, Name::Input),
    ("ins", Tag::Inline, Name::Edit),
    ("kbd", Tag::Code, Name::Phrase),
    ("label", Tag::Inline, Name::Phrase),
    ("legend", Tag::Block, Name::Other),
    ("li", Tag::Li, Name::Li),
    ("link", Tag::Link, Name::Link),
    ("listing", Tag::Pre, Name::Other),
    ("main", Tag::Main, Name::Other),
    ("mark", Tag::Inline, Name::Phrase),
    ("math", Tag::Inline, Name::Phrase),
    ("menu", Tag::Nav, Name::Other),
    ("meta", Tag::Meta, Name::Other),
    ("meter", Tag::Input, Name::Phrase),
    ("nav", Tag::Nav, Name::Other),
    ("noscript", Tag::Noscript, Name::Noscript),
    ("object", Tag::Audio, Name::Object),
    ("ol", Tag::Ol, Name::Ol),
    ("optgroup", Tag::Input, Name::Other),
    ("option", Tag::Input, Name::Other),
    ("output", Tag::Inline, Name::Phrase),
    ("p", Tag::P, Name::P),
    ("param", Tag::Inline, Name::Param),
    ("picture", Tag::Inline, Name::Picture),
    ("pre", Tag::Pre, Name::Pre),
    ("progress", Tag::Input, Name::Phrase),
    ("q", Tag::Q, Name::Phrase),
    ("rp", Tag::Rp, Name::Other),
    ("rt", Tag::Rt, Name::Other),
    ("ruby", Tag::Inline, Name::Phrase),
    ("s", Tag::Del, Name::Other),
    ("samp", Tag::Code, Name::Phrase),
    ("search", Tag::Block, Name::Other),
    ("section", Tag::Section, Name::Section),
    ("select", Tag::Input, Name::Select),
    ("small", Tag::Inline, Name::Phrase),
    ("span", Tag::Inline, Name::Span),
    ("strike", Tag::Del, Name::Other),
    ("strong", Tag::Strong, Name::Phrase),
    ("sub", Tag::Sub, Name::Phrase),
    ("summary", Tag::Block, Name::Other),
    ("sup", Tag::Sup, Name::Phrase),
    ("svg", Tag::Inline, Name::Svg),
    ("table", Tag::Table, Name::Table),
    ("tbody", Tag::Block, Name::Tbody),
    ("td", Tag::Td, Name::Td),
    ("textarea", Tag::Input, Name::Textarea),
    ("tfoot", Tag::Block, Name::TablePart),
    ("th", Tag::Th, Name::Th),
    ("thead", Tag::Thead, Name::TablePart),
    ("time", Tag::Time, Name::Phrase),
    ("title", Tag::Title, Name::Other),
    ("tr", Tag::Tr, Name::Tr),
    ("tt", Tag::Code, Name::Other),
    ("ul", Tag::Ul, Name::Ul),
    ("var", Tag::Em, Name::Phrase),
    ("video", Tag::Video, Name::Other),
    ("wbr", Tag::Inline, Name::Phrase),
    ("xmp", Tag::Pre, Name::Other),
];

/// The attributes that are read.
const ATTRIBUTES: &[(&str, Attribute)] = &[
    ("allowfullscreen", Attribute::AllowFullscreen),
    ("alt", Attribute::Alt),
    ("aria-hidden", Attribute::AriaHidden),
    ("aria-modal", Attribute::AriaModal),
    ("class", Attribute::Class),
    ("colspan", Attribute::Colspan),
    ("content", Attribute::Content),
    ("data-src", Attribute::Source),
    ("data-srcset", Attribute::Srcset),
    ("datatable", Attribute::Datatable),
    ("datetime", Attribute::Datetime),
    ("dir", Attribute::Dir),
    ("height", Attribute::Height),
    ("hidden", Attribute::Hidden),
    ("href", Attribute::Href),
    ("id", Attribute::Id),
    ("itemprop", Attribute::Itemprop),
    ("itemtype", Attribute::Itemtype),
    ("lang", Attribute::Lang),
    ("name", Attribute::Name),
    ("property", Attribute::Property),
    ("rel", Attribute::Rel),
    ("role", Attribute::Role),
    ("src", Attribute::Source),
    ("srcset", Attribute::Srcset),
    ("start", Attribute::Start),
    ("style", Attribute::Style),
    ("summary", Attribute::Summary),
    ("title", Attribute::Title),
    ("type", Attribute::Type),
    ("value", Attribute::Value),
    ("width", Attribute::Width),
];

static BY_ELEMENT: LazyLock<Table<&str, (Tag, Name)>> =
    LazyLock::new(|| ELEMENTS.iter().map(|(name, tag, called)| (*name, (*tag, *called))).collect());
static BY_ATTRIBUTE: LazyLock<Table<&str, Attribute>> =
    LazyLock::new(|| ATTRIBUTES.iter().copied().collect());

/// What an element of a name, in lower case, means and is called.
pub(super) fn of(element: &str) -> (Tag, Name) {
    BY_ELEMENT.get(element).copied().unwrap_or((Tag::Inline, Name::Other))
}

/// The attribute of a name, in lower case; `None` of one that is not read.
pub(super) fn of_attribute(name: &str) -> Option<Attribute> {
    BY_ATTRIBUTE.get(name).copied()
}
