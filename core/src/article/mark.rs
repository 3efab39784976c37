//! What a reader did with an article: read it, kept it for later, stopped in it.

use super::{ArticleId, Place};

/// Everything that is remembered of one article.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Mark {
    pub read: bool,
    pub bookmarked: bool,
    /// Where the reader stopped; `None` at the top or when never opened.
    pub progress: Option<Progress>,
}

/// Where a reader stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub place: Place,
    /// How much of the article lies before the end of the screen, in thousandths.
    pub permille: u16,
}

/// One thing that was marked: which article, and what holds now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    pub id: ArticleId,
    pub field: Field,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Read(bool),
    Bookmarked(bool),
    Progress(Option<Progress>),
}

impl Mark {
    /// Makes `field` hold.
    pub fn set(&mut self, field: Field) {
        match field {
            Field::Read(read) => self.read = read,
            Field::Bookmarked(bookmarked) => self.bookmarked = bookmarked,
            Field::Progress(progress) => self.progress = progress,
        }
    }

    /// What holds now for the same kind of field: setting it again undoes `set(field)`.
    pub fn current(&self, field: Field) -> Field {
        match field {
            Field::Read(_) => Field::Read(self.read),
            Field::Bookmarked(_) => Field::Bookmarked(self.bookmarked),
            Field::Progress(_) => Field::Progress(self.progress),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn setting_what_was_current_undoes_a_change() {
        let mut mark = Mark { bookmarked: true, ..Mark::default() };
        let before = mark;
        let progress = Progress { place: Place { block: 3, byte: 14 }, permille: 159 };
        for field in [Field::Read(true), Field::Bookmarked(false), Field::Progress(Some(progress))] {
            let undo = mark.current(field);
            mark.set(field);
            assert_ne!(mark, before);
            mark.set(undo);
            assert_eq!(mark, before);
        }
    }
}
