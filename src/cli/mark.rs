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
    let picked = pick::pick(session, &args.which);
    let ids: Vec<_> = picked.articles.iter().filter_map(|it| it.id(session)).collect();
    let changes: Vec<_> = ids.into_iter().map(|id| Change { id, field }).collect();
    let mut marks = session.marks();
    if let Err(error) = marks.record(&changes, now()) {
        session.fail(&chain(&error));
    }
    tell_of(&mut marks);
    if changes.is_empty() { Outcome::Nothing } else { Outcome::Fine }
}
