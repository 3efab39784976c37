//! An article to try renderings on.

use std::io::{self, Write};

use crate::article::{Article, ArticleId, Block, Date, Language};
use crate::text::analysis::Analysis;
use crate::text::prose::Prose;
use crate::text::quote::{Quotation, QuoteKind, Speaker};
use crate::text::span::Span;

pub(super) fn article(blocks: Vec<Block>) -> Article {
    Article {
        id: ArticleId::from_bytes([7; 10]),
        source: "sample".to_owned(),
        url: Some("https://example.org/bridge".to_owned()),
        outlet: Some("The Ferry".to_owned()),
        title: "A bridge nobody asked for".to_owned(),
        kicker: None,
        byline: Some("By Ana Díaz".to_owned()),
        published: Some(Date::utc(1_794_623_400)),
        language: Some(Language::ENGLISH),
        blocks,
        trimmed: Vec::new(),
        links: vec!["https://example.org/a(1)".to_owned(), "https://example.org/b".to_owned()],
        caveats: Vec::new(),
    }
}

/// Speech between curly marks; its speaker is a capitalized word after `said `.
pub(super) fn analysis(article: &Article) -> Analysis {
    let prose = Prose::of_article(article);
    let mut quotes = Vec::new();
    for (start, _) in prose.text.match_indices('“') {
        let rest = Span::new(start, prose.text.len()).slice(&prose.text);
        let end = start + rest.find('”').map_or(rest.len(), |it| it + '”'.len_utf8());
        let speaker = rest.find("said ").map(|said| {
            let at = start + said + 5;
            let name = Span::new(at, prose.text.len()).slice(&prose.text);
            let name = name.split(['.', ',']).next().unwrap_or_default();
            Speaker { name: name.to_owned(), at: Span::new(at, at + name.len()), sure: true }
        });
        let span = Span::new(start, end);
        quotes.push(Quotation { span, kind: QuoteKind::Speech, depth: 0, speaker, cue: None });
    }
    Analysis { prose, language: Language::ENGLISH, quotes, minutes: 1 }
}

/// What a renderer writes.
pub(super) fn rendered(
    write: impl Fn(&mut dyn Write, &Article, &Analysis, u16) -> io::Result<()>,
    article: &Article,
    width: u16,
) -> String {
    let mut out = Vec::new();
    write(&mut out, article, &analysis(article), width).unwrap();
    String::from_utf8(out).unwrap()
}
