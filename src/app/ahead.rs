//! Articles that are read, and set, before anybody asks for them: the one that was just
//! left, and the one that comes next. Whoever goes through the list finds the page in the
//! same frame as the row, and a key costs no more than a frame.

use std::collections::VecDeque;

use super::document::Ready;
use super::effect::Wanted;
use super::model::Model;
use super::page_options;
use crate::article::{ArticleId, Key};

/// How many are kept: one on each side of what is shown, and one to turn around.
const KEPT: usize = 3;
/// In minutes of reading: what takes long to make ready would keep waiting whoever
/// goes elsewhere.
const LONGEST: u16 = 30;

/// What is read ahead of its time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ahead {
    ready: VecDeque<(ArticleId, Ready)>,
    /// Asked for; one that cannot be read is not asked for again.
    asked: Option<ArticleId>,
    /// Whether the list was last gone through towards its beginning.
    upward: bool,
}

impl Ahead {
    /// An article that is to be shown, where it is here.
    pub(super) fn get(&self, id: ArticleId) -> Option<Ready> {
        self.ready.iter().find(|it| it.0 == id).map(|it| it.1.clone())
    }

    /// Keeps an article for later.
    pub(super) fn keep(&mut self, id: ArticleId, article: Ready) {
        self.ready.retain(|it| it.0 != id);
        self.ready.push_front((id, article));
        self.ready.truncate(KEPT);
        self.asked = self.asked.filter(|it| *it != id);
    }

    /// One goes from a row to another: so one may go on.
    pub(super) fn turn(&mut self, from: Option<Key>, to: Option<Key>) {
        // Keys grow with time, and the newest is first.
        if let (Some(from), Some(to)) = (from, to) {
            self.upward = to > from;
        }
        self.asked = None;
    }

    /// What is kept may say something else by now.
    pub(super) fn forget(&mut self) {
        (self.ready, self.asked) = (VecDeque::new(), None);
    }
}

/// What should be read now; it is asked for once.
pub(super) fn next(model: &mut Model) -> Option<Wanted> {
    // First what is wanted, then what may be.
    model.reader.document()?;
    let at =
        if model.ahead.upward { model.list.selected().checked_sub(1)? } else { model.list.selected() + 1 };
    let row = model.list.rows().get(at)?;
    if row.header.minutes > LONGEST {
        return None;
    }
    let (id, updated) = (row.header.id, row.updated);
    if model.ahead.asked == Some(id) || model.ahead.get(id).is_some() || model.reader.id() == Some(id) {
        return None;
    }
    model.ahead.asked = Some(id);
    Some(Wanted { id, page: page_options(model, false, updated) })
}
