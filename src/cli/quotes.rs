//! `kabar quotes`: who says what.

use std::io::{self, Write as _};

use super::args::{Quotes, TextOrJson};
use super::columns::{aligned, cut};
use super::json;
use super::pick;
use super::session::{Outcome, Session, chain};
use crate::app::document::Document;
use crate::extract::{self, Form, encoding};
use crate::output::json::Quotes as Line;
use crate::source::Item;
use crate::text::analysis::{Analysis, analyse_prose};
use crate::text::prose::Prose;
use crate::text::{quote::QuoteKind, safe};

/// The widest that the column of speakers gets, in cells.
const WIDEST_NAME: usize = 28;

pub(super) fn quotes(session: &mut Session, args: &Quotes) -> io::Result<Outcome> {
    let mut outcome = Outcome::Nothing;
    let items = pick::pick(session, &args.which);
    for (i, item) in items.iter().enumerate() {
        match args.format {
            TextOrJson::Json => {
                let Some(analysis) = as_it_stands(session, item) else { continue };
                outcome = Outcome::Fine;
                json::line(&mut session.out, &Line::new(item.name(), &analysis))?;
            }
            TextOrJson::Text => {
                let Some(document) = session.document(item) else { continue };
                let rows = rows(&document);
                if rows.is_empty() {
                    continue;
                }
                if outcome == Outcome::Fine {
                    writeln!(session.out)?;
                }
                if items.len() > 1 || i > 0 {
                    writeln!(session.out, "{}\n", document.article.title)?;
                }
                outcome = Outcome::Fine;
                for line in aligned(&rows, None) {
                    writeln!(session.out, "{line}")?;
                }
            }
        }
    }
    Ok(outcome)
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
        Form::Html => Some(Document::new(extract::extract(&stored.bytes, &stored.hint).article).analysis),
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
            let name = match &quote.speaker {
                Some(speaker) if speaker.sure => safe::line(&speaker.name).into_owned(),
                Some(speaker) => format!("{}?", safe::line(&speaker.name)),
                None => "?".to_owned(),
            };
            vec![cut(&name, WIDEST_NAME), document.words_of(quote)]
        })
        .collect()
}
