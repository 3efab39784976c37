//! Where the quotation marks of a text are, and what stands beside each.
//!
//! Leaves out what only looks like one: apostrophes inside of words, marks in
//! addresses, in code and in attributes, and marks with nothing between them.

use super::form::{Form, Shape};
use crate::text::letter;
use crate::text::prose::{Paragraph, ParagraphKind, Prose};
use crate::text::span::Span;

/// A mark that may open or close a quotation, or be neither.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// Bytes of the text that the mark takes.
    pub(super) at: Span,
    pub(super) form: Form,
    /// What stands before and after it; marks that touch it are looked past.
    pub(super) left: Side,
    pub(super) right: Side,
    pub(super) habit: Habit,
    pub(super) opening: Opening,
    /// How many of the gaps between marks up to this one hold words: two marks
    /// with the same number have nothing between them.
    pub(super) gaps: usize,
    /// Whether other characters stand in for the mark (`,,`, `&quot;`, `â€œ`). They
    /// tell where a quotation begins and ends, and are no part of it.
    pub(super) stand_in: bool,
}

impl Mark {
    /// Whether a sentence or a part of one ends at it.
    pub(super) fn ends_sentence(&self) -> bool {
        matches!(self.left, Side::Stop | Side::Comma) && matches!(self.right, Side::Edge | Side::Space)
    }
}

/// What stands beside a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The paragraph begins or ends here.
    Edge,
    Space,
    Letter,
    /// A letter of a script that sets no space between words, or that hangs
    /// particles on quoted words (Han, Kana, Hangul, Thai, Lao, Khmer, Burmese).
    Wide,
    Digit,
    /// `.`, `!`, `?` and their kin.
    Stop,
    /// `…`, which may begin a quotation as well as end it.
    Ellipsis,
    /// `,`, `;`, `:` and their kin.
    Comma,
    /// An opening bracket, `¿`, `¡`.
    Opener,
    /// A closing bracket.
    Closer,
    Dash,
    Hyphen,
    /// The end of a word that the next one is joined to (`l'`, `d’`, `و`).
    Joint,
    /// Whatever else.
    Symbol,
}

/// What would begin with a quotation that the mark opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// The paragraph: nothing but marks stands before it.
    Paragraph,
    /// What a `:` or `,` announces.
    Announced,
    /// A sentence.
    Sentence,
    Nothing,
}

/// What a mark is likely to be when it is no quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Habit {
    Mark,
    /// Stands for left-out letters or digits (`'90s`, `'tis`, `'s avonds`).
    Elision,
    /// After an `s`, `x` or `z` (`miners'`).
    Possessive,
    /// After another letter (`runnin'`, `po'`).
    Clipped,
    /// After a digit: feet, minutes, inches, seconds.
    Prime,
    /// Between Hebrew letters, where it could be either.
    Gershayim,
}

impl Side {
    fn of(c: Option<char>) -> Self {
        let Some(c) = c else { return Self::Edge };
        match c {
            '.' | '!' | '?' | '。' | '！' | '？' | '．' | '؟' | '۔' | '।' | '‽' => Self::Stop,
            '…' => Self::Ellipsis,
            ',' | ';' | ':' | '，' | '；' | '：' | '、' | '،' | '؛' => Self::Comma,
            '(' | '[' | '{' | '¿' | '¡' | '（' | '［' | '【' | '《' | '〈' | '<' => Self::Opener,
            ')' | ']' | '}' | '）' | '］' | '】' | '》' | '〉' | '>' | '%' => Self::Closer,
            '–' | '—' | '―' | '‒' | '−' => Self::Dash,
            '-' | '‐' | '‑' => Self::Hyphen,
            _ if c.is_whitespace() => Self::Space,
            _ if c.is_ascii_digit() => Self::Digit,
            _ if is_wide(c) => Self::Wide,
            _ if letter::is_alphabetic(c) || is_combining(c) => Self::Letter,
            _ if letter::is_numeric(c) => Self::Digit,
            _ => Self::Symbol,
        }
    }

    pub(super) fn is_word(self) -> bool {
        matches!(self, Self::Letter | Self::Wide | Self::Digit)
    }
}

fn is_wide(c: char) -> bool {
    matches!(u32::from(c),
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1100..=0x11FF | 0x1780..=0x17FF
        | 0x3005..=0x3007 | 0x3040..=0x30FF | 0x3130..=0x318F | 0x3400..=0x9FFF | 0xAC00..=0xD7AF
        | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// Vowel signs and diacritics of their own, which end words in Indic scripts,
/// Arabic and Hebrew and are not letters by their category.
fn is_combining(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036F | 0x0591..=0x05C7 | 0x064B..=0x065F | 0x0900..=0x0DFF)
}

/// The marks of all paragraphs in which quotations are looked for, and for each
/// paragraph the range of its marks.
pub(super) fn marks(prose: &Prose) -> (Vec<Mark>, Vec<Span>) {
    let mut marks = Vec::new();
    let mut ranges = Vec::with_capacity(prose.paragraphs.len());
    let mut found = Vec::new();
    for paragraph in &prose.paragraphs {
        let from = marks.len();
        if paragraph.kind != ParagraphKind::Verbatim {
            found.clear();
            Scanner::new(&prose.text, *paragraph).run(&mut found);
            place(&prose.text, *paragraph, &found, &mut marks);
        }
        ranges.push(Span::new(from, marks.len()));
    }
    (marks, ranges)
}

/// A mark as it is written, before its surroundings are looked at.
#[derive(Clone, Copy)]
struct Found {
    at: Span,
    form: Form,
    stand_in: bool,
}

/// Marks that were written as something else: HTML entities that were left
/// encoded, and UTF-8 that was read as Windows-1252.
const STAND_INS: &[(&str, char)] = &[
    ("&quot;", '"'),
    ("&#34;", '"'),
    ("&#x22;", '"'),
    ("&ldquo;", '“'),
    ("&rdquo;", '”'),
    ("&bdquo;", '„'),
    ("&lsquo;", '‘'),
    ("&rsquo;", '’'),
    ("&sbquo;", '‚'),
    ("&laquo;", '«'),
    ("&raquo;", '»'),
    ("&lsaquo;", '‹'),
    ("&rsaquo;", '›'),
    ("&apos;", '\''),
    ("&#39;", '\''),
    ("&#x27;", '\''),
    ("&#8216;", '‘'),
    ("&#8217;", '’'),
    ("&#8220;", '“'),
    ("&#8221;", '”'),
    ("&#8222;", '„'),
    ("&#171;", '«'),
    ("&#187;", '»'),
    ("â€œ", '“'),
    ("â€\u{9d}", '”'),
    ("â€\u{fffd}", '”'),
    ("â€ž", '„'),
    ("â€˜", '‘'),
    ("â€™", '’'),
    ("â€š", '‚'),
    ("Â«", '«'),
    ("Â»", '»'),
];

/// Finds marks byte by byte: all that could begin one are ASCII, or lead bytes
/// that few other characters share.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
    start: usize,
    end: usize,
    /// From here on there is no further backtick to close a code span.
    no_backtick_from: usize,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str, paragraph: Paragraph) -> Self {
        let Span { start, end } = paragraph.span;
        Self { text, at: start, start, end, no_backtick_from: end }
    }

    fn run(mut self, found: &mut Vec<Found>) {
        let bytes = self.text.as_bytes();
        while self.at < self.end {
            let Some(&byte) = bytes.get(self.at) else { return };
            match byte {
                b'"' | b'\'' | 0xE2 => {
                    if let Some(end) = self.program_text() {
                        self.at = end;
                    } else {
                        self.mark(found);
                    }
                }
                b'`' => {
                    if let Some(end) = self.code_span() {
                        self.at = end;
                    } else {
                        self.mark(found);
                    }
                }
                b',' if self.starts_with(",,") => self.commas(found),
                b'<' if self.starts_with("<<") => self.chevrons(found, Form::AngleLeft),
                b'>' if self.starts_with(">>") => self.chevrons(found, Form::AngleRight),
                b':' if self.starts_with("://") => self.at = self.address_end(),
                b'&' | 0xC3 => self.stand_in(found),
                0xC2 | 0xD7 | 0xE3 | 0xEF => self.mark(found),
                _ => self.at += 1,
            }
        }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..self.end).unwrap_or_default()
    }

    fn starts_with(&self, what: &str) -> bool {
        self.text.as_bytes().get(self.at..self.end).is_some_and(|rest| rest.starts_with(what.as_bytes()))
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text.get(self.start..at)?.chars().next_back()
    }

    /// A mark of one character, or two or three of the same in a row.
    fn mark(&mut self, found: &mut Vec<Found>) {
        let Some(c) = self.rest().chars().next() else {
            self.at += 1;
            return;
        };
        let (at, width) = (self.at, c.len_utf8());
        let Some(form) = Form::of(c) else {
            self.at += width;
            return;
        };
        let Some(doubled) = form.doubled() else {
            self.at += width;
            found.push(Found { at: Span::new(at, at + width), form, stand_in: false });
            return;
        };
        let count = self.rest().chars().take_while(|it| *it == c).count();
        self.at += count * width;
        let mut push = |from: usize, n: usize, form| {
            let from = at + from * width;
            found.push(Found { at: Span::new(from, from + n * width), form, stand_in: false });
        };
        match count {
            1 => push(0, 1, form),
            2 => push(0, 2, doubled),
            // Outer and inner mark of two quotations that begin or end together.
            3 if form != doubled => {
                use Side::{Dash, Edge, Opener, Space};
                if matches!(Side::of(self.before(at)), Edge | Space | Opener | Dash) {
                    push(0, 2, doubled);
                    push(2, 1, form);
                } else {
                    push(0, 1, form);
                    push(1, 2, doubled);
                }
            }
            // A row of them is a rule, or markup.
            _ => {}
        }
    }

    /// `<<` and `>>` that touch words: typed for guillemets.
    fn chevrons(&mut self, found: &mut Vec<Found>, form: Form) {
        let at = self.at;
        let sign = self.text.as_bytes().get(at).copied();
        let count = self.rest().bytes().take_while(|it| Some(*it) == sign).count();
        self.at += count;
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let (before, after) = (blank(self.before(at)), blank(self.rest().chars().next()));
        let touches = if form == Form::AngleLeft { before && !after } else { !before };
        if count == 2 && touches {
            found.push(Found { at: Span::new(at, at + 2), form, stand_in: true });
        }
    }

    /// `,,` where a word follows: elsewhere it is a slip of the finger.
    fn commas(&mut self, found: &mut Vec<Found>) {
        let at = self.at;
        let count = self.rest().bytes().take_while(|it| *it == b',').count();
        self.at += count;
        let opens =
            !Side::of(self.before(at)).is_word() && !Side::of(self.rest().chars().next()).eq(&Side::Space);
        if count == 2 && opens {
            found.push(Found { at: Span::new(at, at + 2), form: Form::Commas, stand_in: true });
        }
    }

    fn stand_in(&mut self, found: &mut Vec<Found>) {
        for (written, meant) in STAND_INS {
            if self.starts_with(written)
                && let Some(form) = Form::of(*meant)
            {
                found.push(Found { at: Span::new(self.at, self.at + written.len()), form, stand_in: true });
                self.at += written.len();
                return;
            }
        }
        self.at += 1;
    }

    /// Where to go on after an attribute's value (`class="lead"`) or a call's
    /// argument (`print("x")`) that begins at this mark.
    fn program_text(&self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let (last, name) = bytes.get(self.start..self.at)?.split_last()?;
        let named = name.last().is_some_and(|it| it.is_ascii_alphanumeric() || matches!(it, b'_' | b'-'));
        if !named || !matches!(last, b'=' | b'(') {
            return None;
        }
        let mut rest = self.rest().chars();
        let mark = rest.next().filter(|it| matches!(it, '"' | '\'' | '“' | '”'))?;
        // A value or an argument is short; and the search stays linear.
        let mut value = rest.as_str().char_indices().take(400);
        let closing = value.find(|(_, c)| *c == mark || mark == '“' && *c == '”');
        let start = self.at + mark.len_utf8();
        match closing {
            Some((length, c)) => {
                let end = start + length + c.len_utf8();
                let after = bytes.get(end).copied();
                (*last == b'=' || matches!(after, Some(b')' | b','))).then_some(end)
            }
            // The value is broken off by the line, and begins no quotation.
            None => (*last == b'=').then_some(start),
        }
    }

    /// The end of a code span that begins at this backtick.
    fn code_span(&mut self) -> Option<usize> {
        let rest = self.rest();
        let ticks = rest.bytes().take_while(|it| *it == b'`').count();
        if self.at + ticks >= self.no_backtick_from {
            return None;
        }
        let inside = rest.get(ticks..)?;
        let mut closing = inside.match_indices('`');
        let Some((length, _)) = closing.next() else {
            self.no_backtick_from = self.at;
            return None;
        };
        // ``words'' with another ``opening'' after it is no code.
        let code = inside.get(..length)?;
        if code.is_empty() || code.contains('\'') && !code.contains('"') && ticks == 2 {
            return None;
        }
        let end = self.at + ticks + length;
        Some(end + inside.get(length..)?.bytes().take_while(|it| *it == b'`').count())
    }

    /// Where the address ends whose `://` begins here: at a space or a mark,
    /// `="…"` within it left aside.
    fn address_end(&self) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        let mut valued = false;
        for (offset, c) in self.rest().char_indices() {
            at = self.at + offset;
            if c == '"' && (valued || at > 0 && bytes.get(at - 1) == Some(&b'=')) {
                valued = !valued;
                continue;
            }
            if c.is_whitespace() || c == '<' || c == '>' || Form::of(c).is_some() && c != '\'' {
                return at.max(self.at + 1);
            }
        }
        at.max(self.at + 1).max(self.end)
    }
}

/// Gives each mark its surroundings, and leaves out those that are none.
fn place(text: &str, paragraph: Paragraph, found: &[Found], marks: &mut Vec<Mark>) {
    let inside = paragraph.span;
    let mut from = 0;
    while from < found.len() {
        // Marks that touch form a run and share what stands beside it.
        let mut to = from + 1;
        while to < found.len() && found[to].at.start == found[to - 1].at.end {
            to += 1;
        }
        let run = &found[from..to];
        from = to;
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let before = text.get(inside.start..first.at.start).unwrap_or_default();
        let after = text.get(last.at.end..inside.end).unwrap_or_default();
        let mut left = Side::of(before.chars().next_back());
        let mut right = Side::of(after.chars().next());
        if right == Side::Stop && after.starts_with("..") {
            right = Side::Ellipsis;
        }
        if left == Side::Stop && before.ends_with("..") {
            left = Side::Ellipsis;
        }
        let opening = match before.trim_end().chars().next_back() {
            None => Opening::Paragraph,
            Some(':' | ',' | '：' | '，' | '،') => Opening::Announced,
            Some(c) if Side::of(Some(c)) == Side::Stop => Opening::Sentence,
            Some(_) => Opening::Nothing,
        };
        if joins_words(before, left, right) {
            left = Side::Joint;
        }
        let mut run = run;
        let opens = |it: &Found| matches!(it.form.shape(), Shape::Opening | Shape::OnlyOpening);
        if run.len() > 1
            && left == Side::Letter
            && run[0].form.is_apostrophe()
            && (right.is_word() || opens(&run[1]))
        {
            // The apostrophe of an elision before quoted words: `l'"arte"`.
            run = &run[1..];
            left = Side::Joint;
        }
        for (i, it) in run.iter().enumerate() {
            if is_empty_pair(run, i, left, right) {
                continue;
            }
            let Some(habit) = habit(it.form, before, after, left, right) else { continue };
            let gap = Span::new(marks.last().map_or(0, |it| it.at.end), it.at.start).slice(text);
            let said = |c: char| !c.is_whitespace() && !matches!(c, '.' | ',' | ';' | ':');
            let gaps = marks.last().map_or(0, |it| it.gaps) + usize::from(gap.contains(said));
            marks.push(Mark {
                at: it.at,
                form: it.form,
                left,
                right,
                habit,
                opening,
                gaps,
                stand_in: it.stand_in,
            });
        }
    }
}

/// Whether the words before and after are joined in spelling, and the mark
/// between them opens: prefixed words of Arabic (`و«…»`, `بـ"…"`).
fn joins_words(before: &str, left: Side, right: Side) -> bool {
    if left != Side::Letter || !right.is_word() {
        return false;
    }
    let word: Vec<char> =
        before.chars().rev().take(4).take_while(|c| c.is_alphabetic() || *c == 'ـ').collect();
    word.len() <= 3 && word.iter().all(|c| matches!(c, 'و' | 'ف' | 'ب' | 'ك' | 'ل' | 'ا' | 'ـ'))
}

/// Whether a mark of a run belongs to a pair with nothing in it.
fn is_empty_pair(run: &[Found], i: usize, left: Side, right: Side) -> bool {
    use Shape::{Closing, OnlyOpening, Opening, Straight};
    let outside = |side: Side| !side.is_word();
    if run.len() == 1 {
        // Two straight marks that touch were read as one.
        let it = run[0];
        let twice = it.at.len() == 2 && matches!(it.form, Form::Straight | Form::Twin);
        return twice
            && matches!(left, Side::Edge | Side::Space)
            && !right.is_word()
            && right != Side::Ellipsis;
    }
    let empty = |a: &Found, b: &Found| {
        a.form.class() == b.form.class()
            && outside(left)
            && matches!(
                (a.form.shape(), b.form.shape()),
                (Opening | OnlyOpening, Closing) | (OnlyOpening, Opening) | (Straight, Straight)
            )
    };
    run.get(i + 1).is_some_and(|next| empty(&run[i], next)) || i > 0 && empty(&run[i - 1], &run[i])
}

/// Words that begin with an apostrophe: English, Dutch, German, Danish.
const ELIDED: &[&str] = &[
    "bout", "cause", "cos", "cuz", "d", "em", "er", "ere", "im", "k", "kay", "ll", "m", "n", "nam", "neath",
    "ne", "nen", "ner", "ns", "r", "re", "round", "s", "t", "til", "till", "tis", "twas", "tween", "twere",
    "twill", "ve",
];

/// What a mark is when it is none; `None` where it can be no mark.
fn habit(form: Form, before: &str, after: &str, left: Side, right: Side) -> Option<Habit> {
    if matches!(form, Form::Straight | Form::Gershayim | Form::Raised | Form::Twin)
        && left == Side::Letter
        && right == Side::Letter
        && let Some(certain) = gershayim(before, after)
    {
        return (!certain).then_some(Habit::Gershayim);
    }
    let prime = matches!(
        form,
        Form::Straight | Form::Raised | Form::Prime | Form::Twin | Form::SingleStraight | Form::SingleRaised
    );
    if prime && left == Side::Digit {
        // Between digits it is nothing else: `5'10"`.
        let inner = form.is_apostrophe() && right == Side::Digit;
        return (!inner).then_some(Habit::Prime);
    }
    if !form.is_apostrophe() {
        let inside = form == Form::SingleTurned && left == Side::Letter && right == Side::Letter;
        return (!inside).then_some(Habit::Mark);
    }
    match (left, right) {
        (Side::Letter | Side::Joint, Side::Letter | Side::Digit) => None,
        (Side::Letter, _) => {
            let last = before.chars().next_back().unwrap_or_default();
            Some(if matches!(last, 's' | 'S' | 'x' | 'z') { Habit::Possessive } else { Habit::Clipped })
        }
        (_, Side::Digit) if !left.is_word() => {
            let digits = after.chars().take_while(char::is_ascii_digit).count();
            let year = digits == 2 && !after.chars().nth(2).is_some_and(|c| matches!(c, '.' | ',' | '%'));
            Some(if year { Habit::Elision } else { Habit::Mark })
        }
        (_, Side::Letter) if !left.is_word() => {
            let word: String = after
                .chars()
                .take(6)
                .take_while(|c| c.is_alphabetic())
                .flat_map(char::to_lowercase)
                .collect();
            Some(if ELIDED.binary_search(&word.as_str()).is_ok() { Habit::Elision } else { Habit::Mark })
        }
        _ => Some(Habit::Mark),
    }
}

/// Whether a mark between letters is the Hebrew sign of an abbreviation:
/// certain, possible, or (`None`) not between Hebrew letters. It stands before
/// the last letter of a word (`צה"ל`), with endings before the last few
/// (`מנכ"לית`); a quotation after prefixes begins a word (`ה"מומחים"`).
fn gershayim(before: &str, after: &str) -> Option<bool> {
    let hebrew = |c: &char| matches!(c, '\u{05D0}'..='\u{05EA}');
    let head: Vec<char> = before.chars().rev().take(4).take_while(hebrew).collect();
    let tail = after.chars().take(4).take_while(hebrew).count();
    if head.is_empty() || tail == 0 {
        return None;
    }
    let prefixes =
        head.len() <= 3 && head.iter().all(|c| matches!(c, 'ו' | 'ה' | 'ש' | 'ב' | 'כ' | 'ל' | 'מ'));
    Some(tail == 1 || !prefixes)
}
