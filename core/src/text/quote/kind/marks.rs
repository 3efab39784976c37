//! Which marks a text keeps for what people say: a writer who sets long
//! quotations in one kind of marks has another for names and scare quotes.

use std::collections::HashMap;

use super::shape::{count, words};
use crate::text::prose::Prose;
use crate::text::quote::Quotation;

/// Quotations of as many words are what somebody said, but for a few.
const LONG: usize = 10;

/// How many long quotations a text has, by their first marks.
pub(super) struct Marks {
    all: usize,
    by_mark: HashMap<Mark, usize>,
}

/// A first mark, and whether it is typed twice (`''`).
type Mark = (char, bool);

/// What the other quotations of a text show about one of them.
pub(super) struct Beside {
    /// Whether one of them is long.
    pub(super) long: bool,
    /// Whether all that are long have other marks than this one, which is short.
    pub(super) others: bool,
}

impl Marks {
    pub(super) fn of(prose: &Prose, quotes: &[Quotation]) -> Self {
        let mut marks = Self { all: 0, by_mark: HashMap::new() };
        for it in quotes.iter().filter(|it| count(words(prose, it.span)) >= LONG) {
            marks.all += 1;
            *marks.by_mark.entry(mark(prose.slice(it.span))).or_default() += 1;
        }
        marks
    }

    /// Compares a quotation of so many words with the others.
    pub(super) fn around(&self, quote: &str, n_words: usize) -> Beside {
        let itself = usize::from(n_words >= LONG);
        let alike = self.by_mark.get(&mark(quote)).copied().unwrap_or_default();
        Beside { long: self.all > itself, others: itself == 0 && self.all > 0 && alike == 0 }
    }
}

fn mark(quote: &str) -> Mark {
    let mut chars = quote.chars();
    let first = chars.next().unwrap_or_default();
    (first, chars.next() == Some(first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Language;
    use crate::text::quote::find;

    /// For each quotation whether others are long, and whether they have other marks.
    fn beside(text: &str) -> Vec<(bool, bool)> {
        let prose = Prose::of_text(text);
        let quotes = find(&prose, Language::ENGLISH);
        let marks = Marks::of(&prose, &quotes);
        let around = |it: &Quotation| marks.around(prose.slice(it.span), count(words(&prose, it.span)));
        quotes.iter().map(around).map(|it| (it.long, it.others)).collect()
    }

    #[test]
    fn short_words_in_other_marks_than_the_long_quotations_stand_out() {
        let long = "“We have waited here for the boat since early in the morning,” she said.";
        assert_eq!(beside(&format!("{long} The ‘boat’ sank.")), [(false, false), (true, true)]);
        assert_eq!(beside(&format!("{long} The “boat” sank.")), [(false, false), (true, false)]);
        assert_eq!(beside("The ‘boat’ sank. The “harbor” froze."), [(false, false); 2]);
    }
}
