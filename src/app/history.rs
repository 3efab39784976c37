//! Undo and redo of marks.

use crate::article::{ArticleId, Change, Field};

/// A mark that was set on articles together, with what undoes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// In words, for the foot: `12 articles marked as read`.
    pub label: String,
    /// A million articles may be marked at once: no more is held of each.
    pub ids: Vec<ArticleId>,
    pub done: Field,
    pub undo: Field,
}

impl Step {
    /// The changes that set the field on all articles of the step.
    pub fn changes(&self, field: Field) -> Vec<Change> {
        self.ids.iter().map(|&id| Change { id, field }).collect()
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// A new step; what was undone before it can no longer be redone.
    pub fn push(&mut self, step: Step) {
        self.undone.clear();
        self.done.push(step);
    }

    /// The step to undo now.
    pub fn undo(&mut self) -> Option<&Step> {
        let step = self.done.pop()?;
        self.undone.push(step);
        self.undone.last()
    }

    /// The step to do again now.
    pub fn redo(&mut self) -> Option<&Step> {
        let step = self.undone.pop()?;
        self.done.push(step);
        self.done.last()
    }
}
