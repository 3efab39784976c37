//! A line to type in, by graphemes.

use crate::text::safe;
use crate::text::width::graphemes;

/// Text and a cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    /// In bytes, always between graphemes.
    cursor: usize,
}

impl Line {
    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The words before and after the cursor.
    pub fn halves(&self) -> (&str, &str) {
        self.text.split_at_checked(self.cursor).unwrap_or((&self.text, ""))
    }

    pub fn set(&mut self, text: &str) {
        text.clone_into(&mut self.text);
        self.cursor = self.text.len();
    }

    /// Types text; of what is pasted only what is safe on one line.
    pub fn insert(&mut self, text: &str) {
        let spaced = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
        let text: String = spaced.filter(|c| !c.is_control() && !safe::is_forbidden(*c)).collect();
        self.text.insert_str(self.cursor, &text);
        self.cursor += text.len();
    }

    pub fn backspace(&mut self) {
        let start = self.before();
        self.text.replace_range(start..self.cursor, "");
        self.cursor = start;
    }

    pub fn delete(&mut self) {
        let end = self.after();
        self.text.replace_range(self.cursor..end, "");
    }

    /// Takes away the word before the cursor.
    pub fn delete_word(&mut self) {
        let (before, _) = self.halves();
        let kept = before
            .trim_end()
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + before.get(at..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8));
        self.text.replace_range(kept..self.cursor, "");
        self.cursor = kept;
    }

    /// Takes away everything before the cursor.
    pub fn delete_to_start(&mut self) {
        self.text.replace_range(..self.cursor, "");
        self.cursor = 0;
    }

    pub fn left(&mut self) {
        self.cursor = self.before();
    }

    pub fn right(&mut self) {
        self.cursor = self.after();
    }

    pub fn home(&mut self) {
        self.cursor = 0;
    }

    pub fn end(&mut self) {
        self.cursor = self.text.len();
    }

    fn before(&self) -> usize {
        graphemes(self.halves().0).next_back().map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        graphemes(self.halves().1).next().map_or(self.cursor, |(_, it)| self.cursor + it.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editing_keeps_graphemes_whole() {
        let mut line = Line::default();
        line.insert("cafe\u{301} 港");
        line.left();
        line.left();
        line.backspace();
        assert_eq!(line.text(), "caf 港");
        line.delete();
        assert_eq!(line.text(), "caf港");
        line.end();
        line.insert(" two  words");
        line.delete_word();
        assert_eq!(line.text(), "caf港 two  ");
        line.delete_word();
        assert_eq!(line.text(), "caf港 ");
        line.home();
        line.backspace();
        line.delete();
        assert_eq!(line.text(), "af港 ");
        line.right();
        line.delete_to_start();
        assert_eq!(line.halves(), ("", "f港 "));
    }
}
