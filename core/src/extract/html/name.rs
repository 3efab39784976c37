//! Names of elements, as far as the chooser of the main text tells them apart.

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
    pub(super) fn of(name: &str) -> Self {
        match name {
            "a" => Self::A,
            "address" => Self::Address,
            "article" => Self::Article,
            "aside" => Self::Aside,
            "blockquote" => Self::Blockquote,
            "body" => Self::Body,
            "br" => Self::Br,
            "button" => Self::Button,
            "code" => Self::Code,
            "dd" => Self::Dd,
            "dialog" => Self::Dialog,
            "div" => Self::Div,
            "dl" => Self::Dl,
            "dt" => Self::Dt,
            "del" | "ins" => Self::Edit,
            "embed" => Self::Embed,
            "fieldset" => Self::Fieldset,
            "figure" => Self::Figure,
            "font" => Self::Font,
            "footer" => Self::Footer,
            "form" => Self::Form,
            "header" => Self::Header,
            "h1" => Self::Heading(1),
            "h2" => Self::Heading(2),
            "h3" => Self::Heading(3),
            "h4" => Self::Heading(4),
            "h5" => Self::Heading(5),
            "h6" => Self::Heading(6),
            "hr" => Self::Hr,
            "iframe" => Self::Iframe,
            "img" => Self::Img,
            "input" => Self::Input,
            "li" => Self::Li,
            "link" => Self::Link,
            "noscript" => Self::Noscript,
            "object" => Self::Object,
            "ol" => Self::Ol,
            "p" => Self::P,
            "param" => Self::Param,
            "abbr" | "audio" | "b" | "bdo" | "cite" | "data" | "datalist" | "dfn" | "em" | "i" | "kbd"
            | "label" | "mark" | "math" | "meter" | "output" | "progress" | "q" | "ruby" | "samp"
            | "small" | "strong" | "sub" | "sup" | "time" | "var" | "wbr" => Self::Phrase,
            "picture" => Self::Picture,
            "pre" => Self::Pre,
            "section" => Self::Section,
            "select" => Self::Select,
            "span" => Self::Span,
            "svg" => Self::Svg,
            "table" => Self::Table,
            "caption" | "col" | "colgroup" | "tfoot" | "thead" => Self::TablePart,
            "td" => Self::Td,
            "textarea" => Self::Textarea,
            "th" => Self::Th,
            "tbody" => Self::Tbody,
            "tr" => Self::Tr,
            "ul" => Self::Ul,
            _ => Self::Other,
        }
    }

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
