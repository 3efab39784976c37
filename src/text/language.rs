//! Which language a text is in, where its source does not say.

use crate::article::Language;

/// The language that the words of `text` speak for; `None` where they do not
/// suffice. Looks at the first few thousand characters only.
pub fn detect(text: &str) -> Option<Language> {
    let head = super::span::Span::new(0, 4_000).slice(text);
    let info = whatlang::detect(head)?;
    let code = match info.lang() {
        whatlang::Lang::Ind => "id",
        whatlang::Lang::Deu => "de",
        whatlang::Lang::Fra => "fr",
        whatlang::Lang::Spa => "es",
        whatlang::Lang::Jpn => "ja",
        whatlang::Lang::Ara => "ar",
        _ => "en",
    };
    Language::parse(code)
}
