//! Which articles the list shows: views, and searches as they are typed.

use super::browse::hint;
use super::command::Command;
use super::effect::{Count, Effect, Survey};
use super::list::View;
use super::model::{Mode, Model, Prompt, PromptKind};
use super::prompt::Line;
use super::sidebar::Saved;
use super::toast;
use crate::article::Date;
use crate::text::query::{Field, Filter, Query, Term};

/// Begins a search, or goes on with the one that the list shows.
pub(super) fn begin(model: &mut Model) {
    let mut line = Line::default();
    if let View::Search { typed, .. } = model.list.view() {
        line.set(typed);
    }
    model.mode = Mode::Prompt(Prompt { kind: PromptKind::Search, line, completion: None });
}

/// Shows what these words find; without words, what was there before.
pub(super) fn look_for(model: &mut Model, typed: &str) {
    if typed.trim().is_empty() {
        end(model);
        return;
    }
    if model.before.is_none() {
        model.before = Some(Box::new(model.list.clone()));
    }
    let best = matches!(model.list.view(), View::Search { best: true, .. });
    show(model, View::Search { typed: typed.to_owned(), best });
}

/// Shows what a search has found in the other order: by date, or by how well it
/// fits. `false` where the list is no search.
pub(super) fn switch_order(model: &mut Model) -> bool {
    let View::Search { typed, best } = model.list.view().clone() else { return false };
    show(model, View::Search { typed, best: !best });
    true
}

/// The search is what was wanted; one that finds nothing is told and left.
pub(super) fn accept(model: &mut Model, effects: &mut Vec<Effect>) {
    if let View::Search { typed, .. } = model.list.view()
        && model.list.is_known()
        && model.list.is_empty()
    {
        let text = format!("nothing found for “{typed}”");
        end(model);
        toast(model, hint(model, &text, Command::Find), effects);
    }
}

/// Goes back to the list from which the search was begun, as it was left. Says
/// whether there is one.
pub(super) fn end(model: &mut Model) -> bool {
    let Some(mut before) = model.before.take() else { return false };
    before.in_place_of(&model.list);
    model.list = *before;
    model.count = true;
    true
}

/// Turns the list to a view.
pub(super) fn show(model: &mut Model, view: View) {
    let query = match &view {
        View::Search { typed, .. } => query(model, &unfinished(typed)),
        other => query(model, other.typed()),
    };
    model.sidebar.point_at(&view);
    model.list.set_view(view, query);
    model.count = true;
}

/// A query as it was typed, within what the reader was started on.
fn query(model: &Model, typed: &str) -> Query {
    let mut query = Query::parse(typed, Date::utc(model.now));
    query.filters.extend(model.scope.iter().cloned());
    query
}

/// Saves the search that the list shows under a name.
pub(super) fn save(model: &mut Model, name: &str, effects: &mut Vec<Effect>) {
    let typed = match model.list.view() {
        View::Search { typed, .. } => unfinished(typed),
        other => other.typed().to_owned(),
    };
    if typed.is_empty() || name.is_empty() {
        let text = if name.is_empty() { "save takes a name: `save NAME`" } else { "no search is on" };
        return toast(model, hint(model, text, Command::Find), effects);
    }
    let saved = Saved { name: name.to_owned(), query: typed };
    model.sidebar.save(saved.clone());
    model.count = true;
    effects.push(Effect::Save(saved));
    toast(model, format!("saved as “{name}”"), effects);
}

/// What the sidebar wants to know.
pub(super) fn survey(model: &Model) -> Survey {
    let unread = |it: &Saved| {
        let mut query = query(model, &it.query);
        query.filters.push(Filter::Read(false));
        query
    };
    Survey { searches: model.sidebar.saved().iter().map(unread).collect() }
}

/// What is typed as it is meant before it is finished: its last word may be the
/// beginning of one.
fn unfinished(typed: &str) -> String {
    let last = typed.split_whitespace().next_back().unwrap_or_default();
    let word = typed.ends_with(char::is_alphanumeric) && !last.starts_with('-') && last != "OR";
    if word { format!("{typed}*") } else { typed.to_owned() }
}

/// What is looked for in the articles that the list leads to.
pub(super) fn sought(model: &Model) -> Vec<Term> {
    let everywhere = |it: &&Term| it.field.is_none() || it.field == Some(Field::Said);
    model.list.query().wanted().filter(everywhere).cloned().collect()
}

/// What is to be counted now.
pub(super) fn count(model: &Model) -> Count {
    let list = &model.list;
    Count {
        view: list.n_views(),
        scope: Query { filters: model.scope.clone(), ..Query::default() },
        query: list.query().clone(),
        found: matches!(list.view(), View::Search { .. }),
        // Before the first rows are shown nothing is newer than they are: a library of a
        // million would be gone through for it.
        since: if list.is_known() { list.until() } else { u64::MAX },
    }
}
