//! `kabar show`: articles without what does not belong to them.

use std::io;

use super::args::Show;
use super::json;
use super::pick;
use super::session::{Outcome, Session};
use crate::output::json::Shown;

pub(super) fn show(session: &mut Session, args: &Show) -> io::Result<Outcome> {
    let mut outcome = Outcome::Nothing;
    for item in pick::pick(session, &args.which) {
        let Some(document) = session.document(&item) else { continue };
        outcome = Outcome::Fine;
        json::line(&mut session.out, &Shown::new(&document.article, &document.analysis))?;
    }
    Ok(outcome)
}
