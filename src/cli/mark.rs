//! `kabar mark`: marks without a screen.

use super::args::{Mark, What};
use super::pick;
use super::session::{Outcome, Session, chain, now, tell_of};
use crate::article::{Change, Field};

pub(super) fn mark(session: &mut Session, args: &Mark) -> Outcome {
    let field = match args.what {
        What::Read => Field::Read(true),
        What::Unread => Field::Read(false),
        What::Bookmark => Field::Bookmarked(true),
        What::Unbookmark => Field::Bookmarked(false),
    };
    let mut marks = session.marks();
    let mut changes = Vec::new();
    for item in pick::pick(session, &args.which) {
        if let Some(document) = session.document(&item) {
            changes.push(Change { id: document.article.id, field });
        }
    }
    if let Err(error) = marks.record(&changes, now()) {
        session.fail(&chain(&error));
    }
    tell_of(&mut marks);
    if changes.is_empty() { Outcome::Nothing } else { Outcome::Fine }
}
