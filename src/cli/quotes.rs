//! `kabar quotes`: who says what.

use std::io::{self, Write as _};

use super::args::{Quotes, TextOrJson, Which};
use super::columns::{aligned, cut};
use super::json;
use super::library::{self, Windows};
use super::pick::{self, Pick};
use super::session::{Outcome, Session, chain, complain};
use crate::app::document::Document;
use crate::extract::{self, Form, encoding};
use crate::output::json::{Quotes as Line, Uttered};
use crate::source::Item;
use crate::store::Said;
use crate::text::analysis::{Analysis, analyse_prose};
use crate::text::prose::Prose;
use crate::text::query::{Filter, Query};
use crate::text::{quote::QuoteKind, safe};

/// The widest that the column of speakers gets, in cells.
const WIDEST_NAME: usize = 28;

pub(super) fn quotes(session: &mut Session, args: &Quotes) -> io::Result<Outcome> {
    if args.speaker.is_some() || args.about.is_some() {
        return said(session, args);
    }
    if args.articles.is_empty() {
        return library(session, args.format);
    }
    let mut outcome = Outcome::Nothing;
    let which = Which { articles: args.articles.clone(), within: args.within.clone() };
    let picked = pick::pick(session, &which);
    for it in &picked.articles {
        if let (TextOrJson::Json, Pick::Item(item)) = (args.format, it) {
            let Some(analysis) = as_it_stands(session, item) else { continue };
            outcome = Outcome::Fine;
            json::line(&mut session.out, &Line::new(item.name(), &analysis))?;
        } else {
            let Some(document) = picked.document(session, it) else { continue };
            print(session, args.format, &document, picked.articles.len() > 1, &mut outcome)?;
        }
    }
    Ok(outcome)
}

/// Who says what in every article of the library, newest first.
fn library(session: &mut Session, format: TextOrJson) -> io::Result<Outcome> {
    let Some(store) = library::open_with(session, &[]) else { return Ok(Outcome::Nothing) };
    let quoting = Query { filters: vec![Filter::Quotes(true)], ..Query::default() };
    let mut outcome = Outcome::Nothing;
    let mut failed = None;
    for rows in Windows::new(&store, &quoting, usize::MAX) {
        match rows {
            Ok(rows) => {
                for row in rows {
                    if let Some(document) = library::document(session, &store, row.header.id) {
                        print(session, format, &document, true, &mut outcome)?;
                    }
                }
            }
            Err(error) => failed = Some(error),
        }
    }
    if let Some(error) = failed {
        library::tell(session, store, &error);
    }
    Ok(outcome)
}

/// Prints the quotations of an article, below its title where it is one of
/// several. Nothing is printed for people where there are none.
fn print(
    session: &mut Session,
    format: TextOrJson,
    document: &Document,
    titled: bool,
    outcome: &mut Outcome,
) -> io::Result<()> {
    let article = &document.article;
    if format == TextOrJson::Json {
        *outcome = Outcome::Fine;
        return json::line(&mut session.out, &Line::new(&article.source, &document.analysis));
    }
    let rows = rows(document);
    if rows.is_empty() {
        return Ok(());
    }
    if *outcome == Outcome::Fine {
        writeln!(session.out)?;
    }
    if titled {
        writeln!(session.out, "{}\n", article.title)?;
    }
    *outcome = Outcome::Fine;
    for line in aligned(&rows, None) {
        writeln!(session.out, "{line}")?;
    }
    Ok(())
}

/// What was said in all articles of the library, newest first, below the title
/// of each article.
fn said(session: &mut Session, args: &Quotes) -> io::Result<Outcome> {
    let speaker = library::query(args.speaker.as_deref().unwrap_or_default());
    let about = library::query(args.about.as_deref().unwrap_or_default());
    for mistake in speaker.mistakes.iter().chain(&about.mistakes) {
        complain(&mistake.to_string());
    }
    let Some(store) = library::open_with(session, &[]) else { return Ok(Outcome::Nothing) };
    let said = match store.said(&speaker, &about, args.limit) {
        Ok(said) => said,
        Err(error) => {
            library::tell(session, store, &error);
            return Ok(Outcome::Nothing);
        }
    };
    match args.format {
        TextOrJson::Json => {
            for it in &said {
                json::line(&mut session.out, &uttered(it))?;
            }
        }
        TextOrJson::Text => {
            for (i, several) in said.chunk_by(|a, b| a.article == b.article).enumerate() {
                let Some(first) = several.first() else { continue };
                let gap = if i > 0 { "\n" } else { "" };
                let date = first.published.map_or_else(String::new, |it| format!("{}  ", library::day(it)));
                writeln!(session.out, "{gap}{date}{}\n", first.title)?;
                let name = |it: &Said| shown_name(it.speaker.as_deref(), it.sure);
                let rows: Vec<_> = several.iter().map(|it| vec![name(it), it.words.clone()]).collect();
                for line in aligned(&rows, None) {
                    writeln!(session.out, "{line}")?;
                }
            }
        }
    }
    Ok(if said.is_empty() { Outcome::Nothing } else { Outcome::Fine })
}

fn uttered(said: &Said) -> Uttered<'_> {
    Uttered {
        article: said.article.to_string(),
        title: &said.title,
        source: &said.source,
        published: said.published.map(|it| it.to_string()),
        speaker: said.speaker.as_deref(),
        sure: said.sure,
        text: &said.words,
    }
}

/// A name for people; `?` where there is none that kabar would stand by.
fn shown_name(speaker: Option<&str>, sure: bool) -> String {
    let name = match speaker {
        Some(speaker) if sure => safe::line(speaker).into_owned(),
        Some(speaker) => format!("{}?", safe::line(speaker)),
        None => "?".to_owned(),
    };
    cut(&name, WIDEST_NAME)
}

/// The quotations of an item for programs. Offsets in plain text are those of
/// the text as it stands, so that they fit the file; a page has no text but the
/// one that `kabar show` prints, and they are offsets in that.
fn as_it_stands(session: &mut Session, item: &Item) -> Option<Analysis> {
    let stored = match item.read() {
        Ok(stored) => stored,
        Err(problem) => {
            session.fail(&chain(&problem));
            return None;
        }
    };
    let text = encoding::decode(&stored.bytes, None).text;
    match stored.hint.form.unwrap_or_else(|| extract::sniff(&text)) {
        Form::Html | Form::Entry => {
            Some(Document::new(extract::extract(&stored.bytes, &stored.hint)).analysis)
        }
        Form::Plain | Form::Markdown => Some(analyse_prose(Prose::of_text(&text), None)),
    }
}

/// Speaker and words of each quotation.
fn rows(document: &Document) -> Vec<Vec<String>> {
    let spoken = |it: &&crate::text::quote::Quotation| it.kind == QuoteKind::Speech && it.depth == 0;
    document
        .analysis
        .quotes
        .iter()
        .filter(spoken)
        .map(|quote| {
            let speaker = quote.speaker.as_ref();
            let name = shown_name(speaker.map(|it| it.name.as_str()), speaker.is_some_and(|it| it.sure));
            vec![name, document.words_of(quote)]
        })
        .collect()
}
