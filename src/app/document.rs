//! An article with everything that is known about its words.

use std::sync::Arc;

use crate::article::{Article, Header, Place};
use crate::text::analysis::{Analysis, analyse};
use crate::text::excerpt::marked;
use crate::text::page::{Options, Page, lay_out};
use crate::text::query::{Field, Term};
use crate::text::quote::Quotation;

/// What the reader shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub article: Article,
    pub analysis: Analysis,
}

/// An article to be shown, and its page where that was set beforehand.
#[derive(Clone, Debug, PartialEq)]
pub struct Ready {
    pub document: Arc<Document>,
    /// With what it was set with.
    pub page: Option<(Options, Arc<Page>)>,
}

impl Ready {
    /// Makes an article ready; set, where it is known how it will be.
    pub fn new(article: Article, options: Option<Options>) -> Self {
        let document = Document::new(article);
        let page = options.map(|it| (it, Arc::new(lay_out(&document.article, &document.analysis, &it))));
        Self { document: Arc::new(document), page }
    }
}

impl Document {
    pub fn new(article: Article) -> Self {
        let analysis = analyse(&article);
        Self { article, analysis }
    }

    /// What a list shows of it.
    pub fn header(&self) -> Header {
        let article = &self.article;
        Header {
            id: article.id,
            source: article.source.clone(),
            url: article.url.clone(),
            outlet: article.outlet.clone(),
            title: article.title.clone(),
            kicker: article.kicker.clone(),
            byline: article.byline.clone(),
            published: article.published,
            language: article.language.or(Some(self.analysis.language)),
            minutes: self.analysis.minutes,
            quotes: u16::try_from(self.analysis.speech().count()).unwrap_or(u16::MAX),
        }
    }

    /// Where a quotation begins in the article.
    pub fn place_of(&self, quote: &Quotation) -> Place {
        let paragraphs = &self.analysis.prose.paragraphs;
        let at = paragraphs.partition_point(|it| it.span.end <= quote.span.start);
        paragraphs.get(at).map_or_else(Place::default, |it| Place {
            block: it.block,
            byte: quote.span.start.saturating_sub(it.span.start),
        })
    }

    /// The first quotation of whoever a search names by `said:`, by its index.
    pub fn said_by(&self, terms: &[Term]) -> Option<usize> {
        let means = |term: &Term, name: &str| {
            term.field == Some(Field::Said) && !marked(name, [term]).hits.is_empty()
        };
        let mut speech = self.analysis.speech();
        let found = speech.find(|(_, it)| {
            it.speaker.as_ref().is_some_and(|it| terms.iter().any(|term| means(term, &it.name)))
        });
        found.map(|(at, _)| at)
    }

    /// A quotation to be cited: words, speaker, outlet, date and link.
    pub fn citation(&self, quote: usize) -> Option<String> {
        let quote = self.analysis.quotes.get(quote)?;
        let speaker = quote.speaker.as_ref().filter(|it| it.sure).map(|it| it.name.clone());
        let date = self.article.published.map(|it| {
            let (year, month, day, ..) = it.civil();
            format!("{year:04}-{month:02}-{day:02}")
        });
        let source = [speaker, self.article.outlet.clone(), Some(self.article.title.clone()), date];
        let source: Vec<String> = source.into_iter().flatten().collect();
        let link = self.article.url.as_ref().map_or_else(String::new, |url| format!("\n{url}"));
        Some(format!("{}\n— {}{link}", self.words_of(quote), source.join(", ")))
    }

    /// The words of a quotation on one line, marks included.
    pub fn words_of(&self, quote: &Quotation) -> String {
        let words = self.analysis.prose.slice(quote.span);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
