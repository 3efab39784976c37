//! `kabar show`: articles without what does not belong to them.

use std::io::{self, Write as _};

use super::args::{Show, ShowFormat};
use super::json;
use super::pick;
use super::read::{depth, variable};
use super::session::{Outcome, Session};
use crate::output::json::Shown;
use crate::output::{ansi, markdown, plain};
use crate::view::theme::Depth;

pub(super) fn show(session: &mut Session, args: &Show) -> io::Result<Outcome> {
    let format = args.format.unwrap_or_else(|| {
        let color = session.terminal && depth(variable) == Depth::Color;
        if color { ShowFormat::Ansi } else { ShowFormat::Text }
    });
    let width = args.width.unwrap_or_else(|| fitting(session));
    let mut outcome = Outcome::Nothing;
    let picked = pick::pick(session, &args.which);
    for it in &picked.articles {
        let Some(document) = picked.document(session, it) else { continue };
        let (article, analysis) = (&document.article, &document.analysis);
        let between = match format {
            ShowFormat::Json => "",
            ShowFormat::Markdown => "\n---\n\n",
            ShowFormat::Text | ShowFormat::Ansi => "\n* * *\n\n",
        };
        if outcome == Outcome::Fine {
            session.out.write_all(between.as_bytes())?;
        }
        outcome = Outcome::Fine;
        match format {
            ShowFormat::Json => json::line(&mut session.out, &Shown::new(article, analysis))?,
            ShowFormat::Markdown => markdown::write(&mut session.out, article, analysis, width)?,
            ShowFormat::Text => plain::write(&mut session.out, article, analysis, width)?,
            ShowFormat::Ansi => ansi::write(&mut session.out, article, analysis, width)?,
        }
    }
    Ok(outcome)
}

/// The measure of the config, or what the terminal has room for.
fn fitting(session: &Session) -> u16 {
    let measure = session.config.options.measure;
    let room = session.width().and_then(|it| u16::try_from(it).ok()).unwrap_or(measure);
    measure.min(room)
}
