//! Strangers' text made safe, once, before anything else sees it.
//!
//! What a terminal obeys, what no reader sees, and what stacks without end goes:
//! control characters with the sequences they start, direction overrides,
//! zero-width and filler characters, tags, and marks beyond what any script
//! uses. What is left is text; drawing it needs no further care. The lists
//! follow Unicode 17 (`DerivedCoreProperties`, `Default_Ignorable_Code_Point`) and
//! UTS 39; escape sequences are told by ECMA-48.
//!
//! Every function is idempotent, costs time linear in the text, and hands the
//! text back as it is where nothing is to do.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

use super::span::Span;
use crate::article::{Block, BlockKind};

/// Marks that one base may carry. Vietnamese needs 2, pointed Hebrew and
/// Tibetan 4, UAX 15's stream-safe form allows 30.
const MOST_MARKS: usize = 6;
/// Joiners that one emoji may hold; a family of four with skin tones has 3.
const MOST_JOINERS: usize = 4;
/// Conjoining jamo of one kind in a row; old Korean clusters have 3.
const MOST_JAMO: usize = 3;
/// Columns between the tab stops of code.
const TAB: usize = 4;

/// One line: what a title, a name, a path or a URL may be on the screen. Line
/// ends become spaces, runs of spaces one, none is left at the edges.
pub fn line(text: &str) -> Cow<'_, str> {
    clean(text, Form::Line)
}

/// Running text: as [`line()`], but line ends stay, two in a row at most.
pub fn prose(text: &str) -> Cow<'_, str> {
    clean(text, Form::Prose)
}

/// Rows of a table, as [`prose`], with the `\t` between cells.
pub fn cells(text: &str) -> Cow<'_, str> {
    clean(text, Form::Cells)
}

/// Code: spaces and line ends stay, tabs become spaces up to the next stop.
pub fn code(text: &str) -> Cow<'_, str> {
    clean(text, Form::Code)
}

/// Makes a block's text safe as its kind asks for, and moves its inlines along;
/// those that lose their last character go.
pub fn block(block: &mut Block) {
    let form = match block.kind {
        BlockKind::Code { .. } => Form::Code,
        BlockKind::Table { .. } => Form::Cells,
        _ => Form::Prose,
    };
    match &mut block.kind {
        BlockKind::Code { language: Some(name) } | BlockKind::Image { alt: name, .. } => {
            if let Cow::Owned(safe) = line(name) {
                *name = safe;
            }
        }
        _ => {}
    }
    if is_clean(&block.text, form) {
        return;
    }
    let kept = tidy(&visible(&block.text, form), form);
    let mut text = String::with_capacity(block.text.len());
    let mut starts = Vec::with_capacity(kept.len());
    for &(_, c) in &kept {
        starts.push(text.len());
        text.push(c);
    }
    let moved = |byte: usize| {
        let n = kept.partition_point(|&(from, _)| from < byte);
        starts.get(n).copied().unwrap_or(text.len())
    };
    for inline in &mut block.inlines {
        (inline.start, inline.end) = (moved(inline.start), moved(inline.end));
    }
    block.inlines.retain(|it| it.start < it.end);
    block.text = text;
}

/// Whether safe text never holds the character, wherever it stands. Line ends,
/// tabs and joiners are not meant: they are allowed in some places.
pub fn is_forbidden(c: char) -> bool {
    matches!(fate(c), Fate::Drop | Fate::Break | Fate::Control)
}

/// Whether the character is a mark that goes with the letter before it.
pub fn is_mark(c: char) -> bool {
    is_combining_mark(c)
}

/// What the text is for, and so which white space it keeps.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Line,
    Prose,
    Cells,
    Code,
}

/// What becomes of a character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Keep,
    Drop,
    /// Goes, with the sequence that it may start.
    Control,
    Space,
    Tab,
    Newline,
    /// Becomes a line end.
    Break,
    /// A space that holds words together.
    Tie,
    Joiner,
    Mark,
    /// A conjoining jamo: 0 leads, 1 is a vowel, 2 trails.
    Jamo(u8),
}

fn fate(c: char) -> Fate {
    match c {
        '!'..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{2FF}'
        // Most of what other scripts write, which the tables below need not be asked for.
        | '\u{400}'..='\u{481}' | '\u{5D0}'..='\u{5EA}' | '\u{620}'..='\u{64A}'
        | '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3029}' | '\u{3041}'..='\u{3096}'
        | '\u{309D}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' | '\u{FF01}'..='\u{FF60}' => Fate::Keep,
        ' ' | '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200A}' | '\u{205F}' | '\u{3000}' => Fate::Space,
        '\n' => Fate::Newline,
        '\t' => Fate::Tab,
        '\u{0B}' | '\u{0C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Break,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Fate::Control,
        '\u{A0}' | '\u{2007}' | '\u{202F}' => Fate::Tie,
        '\u{200C}' | '\u{200D}' => Fate::Joiner,
        '\u{AD}' // soft hyphen
        | '\u{34F}' // combining grapheme joiner
        | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' // direction
        | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' // Hangul fillers
        | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' // Khmer inherent vowels, Mongolian selectors
        | '\u{200B}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}' // zero width
        | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' // variation selectors
        | '\u{FFF0}'..='\u{FFFC}' // annotation, object replacement
        | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' // formats
        | '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}' // tags and what is left for their like
        | '\u{FDD0}'..='\u{FDEF}' => Fate::Drop,
        '\u{1100}'..='\u{115E}' | '\u{A960}'..='\u{A97C}' => Fate::Jamo(0),
        '\u{1161}'..='\u{11A7}' | '\u{D7B0}'..='\u{D7C6}' => Fate::Jamo(1),
        '\u{11A8}'..='\u{11FF}' | '\u{D7CB}'..='\u{D7FB}' => Fate::Jamo(2),
        _ if u32::from(c) & 0xFFFE == 0xFFFE => Fate::Drop, // noncharacters
        '\u{1F3FB}'..='\u{1F3FF}' => Fate::Mark, // skin tones extend what they follow
        _ if is_combining_mark(c) => Fate::Mark,
        _ => Fate::Keep,
    }
}

fn clean(text: &str, form: Form) -> Cow<'_, str> {
    if is_clean(text, form) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(tidy(&visible(text, form), form).into_iter().map(|(_, c)| c).collect())
}

/// Whether nothing is to do, as far as one look tells: marks, joiners and the
/// like are left to [`tidy`].
fn is_clean(text: &str, form: Form) -> bool {
    let mut before = if form == Form::Code { 'x' } else { ' ' };
    for c in text.chars() {
        // Nearly all text is this.
        if c.is_ascii_graphic() || c == ' ' && (form == Form::Code || !before.is_ascii_whitespace()) {
            before = c;
            continue;
        }
        let fine = match fate(c) {
            Fate::Keep => true,
            Fate::Space => c == ' ' && (form == Form::Code || !before.is_ascii_whitespace()),
            Fate::Newline => form == Form::Code || form != Form::Line && !before.is_ascii_whitespace(),
            Fate::Tab => form == Form::Cells && before != ' ',
            _ => false,
        };
        if !fine {
            return false;
        }
        before = c;
    }
    text.is_empty() || !before.is_ascii_whitespace()
}

/// The characters that are text, with the bytes where they stood. White space
/// comes out as what the form knows: space, tie, tab and line end.
fn visible(text: &str, form: Form) -> Vec<(usize, char)> {
    let mut out = Vec::with_capacity(text.len());
    let mut next = 0;
    for (at, c) in text.char_indices() {
        if at < next {
            continue;
        }
        let c = match fate(c) {
            Fate::Drop => continue,
            Fate::Control => {
                next = at + sequence(Span::new(at, text.len()).slice(text)).unwrap_or(0);
                continue;
            }
            Fate::Break if c == '\r' && text.as_bytes().get(at + 1) == Some(&b'\n') => continue,
            Fate::Break | Fate::Newline if form == Form::Line => ' ',
            Fate::Break => '\n',
            Fate::Tab if form == Form::Line || form == Form::Prose => ' ',
            Fate::Space => ' ',
            Fate::Tie if form == Form::Code => ' ',
            Fate::Tie => '\u{A0}',
            _ => c,
        };
        out.push((at, c));
    }
    out
}

/// The length in bytes of the whole control sequence that a text starts with
/// (ECMA-48, sections 5.3 to 5.6); `None` where the control stands alone. A
/// string that is not ended on its line is none: only its control goes, and what
/// follows is harmless text.
fn sequence(text: &str) -> Option<usize> {
    let mut chars = text.char_indices().skip(1);
    let first = text.chars().next()?;
    let introducer = match first {
        '\u{1B}' => chars.next()?.1,
        '\u{90}' | '\u{98}' | '\u{9B}' | '\u{9D}'..='\u{9F}' => {
            // C1 controls are their escape's second character, 0x40 higher.
            char::from_u32(u32::from(first) - 0x40)?
        }
        _ => return None,
    };
    match introducer {
        '[' => {
            let (at, last) = chars.find(|(_, c)| !matches!(c, ' '..='?'))?;
            matches!(last, '@'..='~').then_some(at + 1)
        }
        ']' | 'P' | 'X' | '^' | '_' => {
            let (at, last) =
                chars.find(|&(_, c)| matches!(fate(c), Fate::Control | Fate::Break | Fate::Newline))?;
            match last {
                '\u{07}' => Some(at + 1),
                '\u{9C}' => Some(at + 2),
                '\u{1B}' if text.as_bytes().get(at + 1) == Some(&b'\\') => Some(at + 2),
                _ => None,
            }
        }
        ' '..='/' => {
            let (at, last) = chars.find(|(_, c)| !matches!(c, ' '..='/'))?;
            matches!(last, '0'..='~').then_some(at + 1)
        }
        // Two characters; one before a word is taken for the word's.
        '0'..='~' => (!chars.next().is_some_and(|(_, c)| c.is_alphanumeric())).then_some(2),
        _ => None,
    }
}

/// Settles what depends on its neighbors: joiners, marks, ties and runs of
/// white space.
fn tidy(text: &[(usize, char)], form: Form) -> Vec<(usize, char)> {
    let mut out: Vec<(usize, char)> = Vec::with_capacity(text.len());
    let (mut marks, mut joiners, mut jamo) = (0, 0, (3, 0));
    let mut column = 0;
    for (i, &(at, c)) in text.iter().enumerate() {
        let last = out.last().map(|&(_, c)| c);
        let next = text.get(i + 1).map(|&(_, c)| c);
        let it = fate(c);
        match it {
            Fate::Jamo(kind) if jamo.0 == kind => jamo.1 += 1,
            Fate::Jamo(kind) => jamo = (kind, 1),
            _ => jamo = (3, 0),
        }
        if !matches!(it, Fate::Mark | Fate::Joiner) {
            // What a joiner holds to the last base goes on with it.
            joiners = if is_joiner(last) { joiners } else { 0 };
            marks = 0;
        }
        match it {
            Fate::Mark => {
                // A mark without a base would land on what kabar draws before it.
                if last.is_none_or(char::is_whitespace) || marks == MOST_MARKS {
                    continue;
                }
                marks += 1;
            }
            Fate::Joiner => {
                let joins = last.is_some_and(joinable) && next.is_some_and(joinable);
                if !joins || joiners == MOST_JOINERS {
                    continue;
                }
                joiners += 1;
            }
            Fate::Jamo(_) if jamo.1 > MOST_JAMO => continue,
            Fate::Tab if form == Form::Code => {
                let stop = TAB - column % TAB;
                out.extend(std::iter::repeat_n((at, ' '), stop));
                column += stop;
                continue;
            }
            Fate::Tab | Fate::Space | Fate::Tie | Fate::Newline if form != Form::Code => {
                space(&mut out, at, c, next);
                continue;
            }
            _ => {}
        }
        column = if c == '\n' { 0 } else { column + 1 };
        out.push((at, c));
    }
    // Code keeps its first indentation and loses what trails.
    while out.last().is_some_and(|&(_, c)| c.is_whitespace()) {
        out.pop();
    }
    out
}

/// Adds white space, the strongest of a run winning over the rest: two line
/// ends, one, a tab, a space.
fn space(out: &mut Vec<(usize, char)>, at: usize, c: char, next: Option<char>) {
    let Some(&(_, last)) = out.last() else { return };
    match c {
        '\n' | '\t' => {
            while out.last().is_some_and(|&(_, it)| matches!(it, ' ' | '\u{A0}')) {
                out.pop();
            }
            let before = out.last().map(|&(_, it)| it);
            let doubled = out.iter().rev().nth(1).is_some_and(|&(_, it)| it == '\n');
            let full = c == '\n' && before == Some('\n') && doubled;
            if !full && !out.is_empty() {
                out.push((at, c));
            }
        }
        _ if last.is_whitespace() => {}
        '\u{A0}' if ties(last, next) => out.push((at, c)),
        _ => out.push((at, ' ')),
    }
}

/// Whether a no-break space has a reason to stand here: inside of guillemets,
/// before high punctuation, between digits. Elsewhere it comes from page layout,
/// and would keep lines from breaking.
fn ties(before: char, after: Option<char>) -> bool {
    let Some(after) = after else { return false };
    matches!(before, '«' | '‹' | '—' | '–')
        || matches!(after, '»' | '›' | ';' | ':' | '!' | '?' | '%' | '€' | '—' | '–')
        || before.is_ascii_digit() && after.is_ascii_digit()
}

fn is_joiner(c: Option<char>) -> bool {
    matches!(c, Some('\u{200C}' | '\u{200D}'))
}

/// Whether a joiner has something to do beside the character: letters and marks
/// of scripts that join (Persian, Indic), emoji.
fn joinable(c: char) -> bool {
    !c.is_ascii()
        && (c.is_alphabetic()
            || fate(c) == Fate::Mark
            || matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}'))
}

#[cfg(test)]
mod tests;
