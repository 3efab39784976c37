//! Undo and redo of marks.

use crate::article::Change;

/// Marks that were set together, with what undoes them.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// In words, for the foot: `12 articles marked as read`.
    pub label: String,
    pub done: Vec<Change>,
    pub undo: Vec<Change>,
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
    pub fn undo(&mut self) -> Option<Step> {
        let step = self.done.pop()?;
        self.undone.push(step.clone());
        Some(step)
    }

    /// The step to do again now.
    pub fn redo(&mut self) -> Option<Step> {
        let step = self.undone.pop()?;
        self.done.push(step.clone());
        Some(step)
    }
}
