//! A line in the making: what lies between two block borders.

use super::Piece;
use crate::article::{Block, BlockKind, Inline, InlineKind, Why};
use crate::extract::html::tree::Tree;

/// What a line is made of.
#[derive(Clone, Debug)]
pub(super) enum Atom {
    Text {
        node: usize,
        kept: bool,
        furniture: Option<Why>,
    },
    Open(InlineKind),
    Close,
    /// White space of the markup.
    Space,
    Break,
    Row,
    Cell,
    /// A character that the page draws as a picture.
    Glyph(String),
    /// A character that browsers add.
    Mark(&'static str),
}

#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) atoms: Vec<Atom>,
    /// Pictures that stood in it, with their nodes.
    pub(super) images: Vec<(Block, usize)>,
}

impl Line {
    /// Begins with what the line before left open.
    pub(super) fn reopen(&mut self, before: &Self) {
        let mut open = Vec::new();
        for atom in &before.atoms {
            match atom {
                Atom::Open(kind) => open.push(*kind),
                Atom::Close => {
                    open.pop();
                }
                _ => {}
            }
        }
        self.atoms.extend(open.into_iter().map(Atom::Open));
    }

    /// Sets the line; `None` where it has no words.
    pub(super) fn set(&self, tree: &Tree, node: usize, verbatim: bool) -> Option<Piece> {
        let facts = Facts::of(&self.atoms, tree);
        if facts.chars == 0 {
            return None;
        }
        let mut trimmed = Vec::new();
        // A line is out as a whole where most of its words are (`By` before an
        // author's name); where only some are, those are taken out of it.
        let furniture = if facts.furniture_chars * 10 >= facts.chars * 6 { facts.why } else { None };
        let text = String::with_capacity(facts.bytes);
        let mut setting = Setting { text, verbatim, ..Setting::default() };
        for atom in &self.atoms {
            if let Atom::Text { node, furniture: Some(why), .. } = atom
                && furniture.is_none()
                && is_foreign(*why)
            {
                let words = collapsed(tree.words(*node));
                if !words.is_empty() {
                    trimmed.push((words, *why));
                }
                setting.space();
                continue;
            }
            setting.atom(atom, tree);
        }
        let (text, inlines) = setting.finish();
        if text.is_empty() {
            return None;
        }
        let mut block = Block::new(BlockKind::Paragraph, text);
        block.inlines = inlines;
        let wide = wide(&block.text);
        Some(Piece {
            block,
            node,
            chars: facts.chars,
            link_chars: facts.link_chars,
            kept_chars: facts.kept_chars,
            wide,
            furniture,
            trimmed,
        })
    }
}

/// Whether what is so called is no part of a sentence that it stands in: a
/// button, a credit. A date, a name or a link is.
fn is_foreign(why: Why) -> bool {
    matches!(why, Why::Hidden | Why::Share | Why::Navigation | Why::Credit | Why::Consent)
}

/// Counts of characters in a line, white space left out.
#[derive(Default)]
struct Facts {
    chars: usize,
    kept_chars: usize,
    link_chars: usize,
    furniture_chars: usize,
    /// Bytes, white space too.
    bytes: usize,
    /// The reason that covers most.
    why: Option<Why>,
}

impl Facts {
    fn of(atoms: &[Atom], tree: &Tree) -> Self {
        let mut facts = Self::default();
        let mut longest = 0;
        for atom in atoms {
            let Atom::Text { node, kept, furniture } = atom else { continue };
            let chars = tree.nodes[*node].chars;
            facts.chars += chars;
            facts.bytes += tree.words(*node).len();
            if *kept {
                facts.kept_chars += chars;
            }
            if tree.nodes[*node].linked {
                facts.link_chars += chars;
            }
            if let Some(why) = furniture {
                facts.furniture_chars += chars;
                if chars > longest {
                    longest = chars;
                    facts.why = Some(*why);
                }
            }
        }
        facts
    }
}

/// Characters of scripts that write a word in one or two of them.
pub(in crate::extract) fn wide(text: &str) -> usize {
    let wide = |c: &char| matches!(u32::from(*c), 0x2E80..=0x9FFF | 0xAC00..=0xD7AF | 0xF900..=0xFAFF);
    if text.is_ascii() { 0 } else { text.chars().filter(wide).count() }
}

/// Words with single spaces between.
pub(super) fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// White space that lines are broken at: a no-break space is a character that
/// somebody set.
fn is_white(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}' | '\u{2007}')
}

/// The bytes up to the first white space that is more than a space between two words.
fn run(text: &str) -> usize {
    let bytes = text.as_bytes();
    let white = |at: usize| match bytes.get(at) {
        Some(b'\t'..=b'\r' | b' ') | None => true,
        // The first bytes of what is white space beyond ASCII.
        Some(0xC2 | 0xE1..=0xE3) => text.get(at..).and_then(|it| it.chars().next()).is_some_and(is_white),
        _ => false,
    };
    let mut at = 0;
    while at < bytes.len() && (!white(at) || bytes[at] == b' ' && at > 0 && !white(at + 1)) {
        at += 1;
    }
    at
}

/// A text that grows, and the inlines on it.
#[derive(Default)]
struct Setting {
    text: String,
    inlines: Vec<Inline>,
    open: Vec<(InlineKind, Option<usize>)>,
    space: bool,
    /// Whether a row has begun and none of its cells.
    first_cell: bool,
    verbatim: bool,
}

impl Setting {
    fn atom(&mut self, atom: &Atom, tree: &Tree) {
        match atom {
            Atom::Text { node, .. } => self.words(tree.words(*node)),
            Atom::Open(kind) => self.open.push((*kind, None)),
            Atom::Close => {
                if let Some((kind, Some(start))) = self.open.pop() {
                    self.inlines.push(Inline { start, end: self.text.len(), kind });
                }
            }
            Atom::Space => self.space(),
            Atom::Break => self.mark_off('\n'),
            Atom::Row => {
                if !self.text.is_empty() {
                    self.mark_off('\n');
                }
                self.first_cell = true;
            }
            Atom::Cell => {
                if !std::mem::take(&mut self.first_cell) {
                    self.mark_off('\t');
                }
            }
            Atom::Glyph(glyph) => self.words(glyph),
            Atom::Mark(mark) => self.words(mark),
        }
    }

    fn space(&mut self) {
        self.space = !self.text.is_empty() && !self.text.ends_with(['\n', '\t']);
    }

    /// A line or cell ends: no space stands at its end.
    fn mark_off(&mut self, mark: char) {
        self.space = false;
        self.text.push(mark);
    }

    fn words(&mut self, words: &str) {
        if self.verbatim {
            if !words.is_empty() {
                self.begin();
                self.text.push_str(words);
            }
            return;
        }
        let mut rest = words;
        while !rest.is_empty() {
            let (run, behind) = rest.split_at_checked(run(rest)).unwrap_or((rest, ""));
            if !run.is_empty() {
                if std::mem::take(&mut self.space) {
                    self.text.push(' ');
                }
                self.begin();
                self.text.push_str(run);
            }
            rest = behind.trim_start_matches(is_white);
            if rest.len() < behind.len() {
                self.space();
            }
        }
    }

    /// The inlines that were opened begin with the next character.
    fn begin(&mut self) {
        let at = self.text.len();
        for (_, start) in self.open.iter_mut().rev() {
            if start.is_some() {
                break;
            }
            *start = Some(at);
        }
    }

    fn finish(mut self) -> (String, Vec<Inline>) {
        while let Some((kind, start)) = self.open.pop() {
            if let Some(start) = start {
                self.inlines.push(Inline { start, end: self.text.len(), kind });
            }
        }
        let (lead, text) = if self.verbatim {
            let lead = self.text.len() - self.text.trim_start_matches(['\n', '\r']).len();
            (lead, self.text.trim_matches(['\n', '\r']).trim_end())
        } else {
            // Empty cells at the edges of a table are part of it.
            let edge = |c: char| c != '\t' && c.is_whitespace();
            (self.text.len() - self.text.trim_start_matches(edge).len(), self.text.trim_matches(edge))
        };
        let text =
            if text.len() == self.text.len() { std::mem::take(&mut self.text) } else { text.to_owned() };
        let mut inlines: Vec<Inline> = self
            .inlines
            .into_iter()
            .map(|it| Inline {
                start: it.start.saturating_sub(lead).min(text.len()),
                end: it.end.saturating_sub(lead).min(text.len()),
                kind: it.kind,
            })
            .filter(|it| it.start < it.end)
            .collect();
        inlines.sort_by(|a, b| a.start.cmp(&b.start).then(b.end.cmp(&a.end)));
        (text, inlines)
    }
}
