//! Marking a whole list as read, however long it is: by turns a number of ids is
//! asked of the library and marked, so that keys and memory are spared.

use super::browse::hint;
use super::command::Command;
use super::effect::{Effect, Gather};
use super::following;
use super::history::Step;
use super::model::Model;
use super::{record, toast};
use crate::article::{ArticleId, Change, Field, Key};
use crate::text::query::{Filter, Query};

/// Articles that are marked at a time.
const TURN: usize = 4_096;

/// Marks on their way through a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sweep {
    query: Query,
    until: u64,
    /// What has been marked so far, and the first of those on their way.
    ids: Vec<ArticleId>,
    first: Option<ArticleId>,
    /// Where the next turn begins, once this one is durable.
    next: Option<Key>,
}

impl Sweep {
    fn gather(&self, below: Option<Key>) -> Effect {
        Effect::Gather(Gather { query: self.query.clone(), below, limit: TURN, until: self.until })
    }
}

/// Begins to mark everything that the list shows as read.
pub(super) fn begin(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.sweep.is_some() {
        return;
    }
    let mut query = model.list.query().clone();
    query.filters.push(Filter::Read(false));
    let sweep = Sweep { query, until: model.list.until(), ..Sweep::default() };
    effects.push(sweep.gather(None));
    model.sweep = Some(sweep);
}

/// Marks the ids that the library gave.
pub(super) fn gathered(model: &mut Model, ids: Vec<ArticleId>, last: Option<Key>, effects: &mut Vec<Effect>) {
    let Some(sweep) = &mut model.sweep else { return };
    sweep.next = last.filter(|_| ids.len() >= TURN);
    sweep.first = ids.first().copied();
    if ids.is_empty() {
        return finish(model, effects);
    }
    let changes = ids.iter().map(|&id| Change { id, field: Field::Read(true) }).collect();
    sweep.ids.extend(ids);
    record(model, changes, None, effects);
}

/// Marks have become durable, or not: goes on with the next, or ends.
pub(super) fn recorded(model: &mut Model, changes: &[Change], durable: bool, effects: &mut Vec<Effect>) {
    let Some(sweep) = &mut model.sweep else { return };
    let ours = |it: &Change| it.field == Field::Read(true) && Some(it.id) == sweep.first;
    if !changes.first().is_some_and(ours) {
        return;
    }
    sweep.first = None;
    match sweep.next.take() {
        Some(next) if durable => effects.push(sweep.gather(Some(next))),
        _ => finish(model, effects),
    }
}

fn finish(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Sweep { ids, .. }) = model.sweep.take() else { return };
    let label = match ids.len() {
        0 => return toast(model, "everything here is read".to_owned(), effects),
        1 => "1 article marked as read".to_owned(),
        n => format!("{n} articles marked as read"),
    };
    following::marked(model);
    model.history.push(Step { label: label.clone(), ids, done: Field::Read(true), undo: Field::Read(false) });
    toast(model, hint(model, &label, Command::Undo), effects);
}
