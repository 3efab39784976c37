//! Dialogue that dashes set off: `— Who is there? — asked Ivan.`
//!
//! A paragraph that begins with a dash may be an utterance in the languages that
//! write dialogue so. It may as well be an item of a list, so that something
//! has to prove it: a narrator who breaks in, or a question. The span is the
//! utterance, without the dash and without the narrator.

use super::cue::Cues;
use crate::article::Language;
use crate::text::prose::{ParagraphKind, Prose};
use crate::text::span::Span;

/// Languages that set dialogue off with dashes.
const USERS: &[&str] = &[
    "be", "bg", "ca", "cs", "da", "el", "es", "eu", "fi", "fr", "gl", "hr", "hu", "it", "lt", "lv", "mk",
    "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "vi",
];

/// Languages whose narrator breaks in after a comma and without a dash:
/// `– Vi gir oss ikke, sier Liv Dahl.`
const COMMA_USERS: &[&str] = &["da", "el", "fi", "fr", "no", "ro", "sv"];

/// What a paragraph that begins with a dash holds.
struct Turn {
    utterances: Vec<Span>,
    /// Whether something proves that it is dialogue.
    proven: bool,
    /// Whether it ends as a sentence does.
    ends: bool,
    /// Whether a hyphen stands for the dash: then its neighbors prove nothing.
    hyphen: bool,
}

/// The utterances of a text's dialogue, in order.
pub(super) fn utterances(prose: &Prose, language: Language) -> Vec<Span> {
    let mut found = Vec::new();
    if USERS.binary_search(&language.code()).is_err() {
        return found;
    }
    let cues = Cues::of(language);
    let commas = COMMA_USERS.contains(&language.code());
    let mut block = Vec::new();
    for paragraph in &prose.paragraphs {
        let turn = if paragraph.kind == ParagraphKind::Running {
            Reader { prose, cues, commas, french: language.code() == "fr" }.turn(paragraph.span)
        } else {
            None
        };
        match turn {
            Some(turn) => block.push(turn),
            None => take(&mut block, &mut found),
        }
    }
    take(&mut block, &mut found);
    found
}

/// Takes the utterances out of a row of paragraphs that begin with dashes.
fn take(block: &mut Vec<Turn>, found: &mut Vec<Span>) {
    let proven = block.iter().any(|it| it.proven && !it.hyphen);
    for turn in block.drain(..) {
        if turn.ends && (turn.proven || proven && !turn.hyphen) {
            found.extend(turn.utterances);
        }
    }
}

struct Reader<'a> {
    prose: &'a Prose,
    cues: Cues,
    commas: bool,
    french: bool,
}

impl Reader<'_> {
    /// Reads a paragraph that begins with a dash; `None` for any other.
    fn turn(&self, paragraph: Span) -> Option<Turn> {
        let text = self.prose.slice(paragraph);
        let mut chars = text.chars();
        let lead = chars.next().filter(|c| is_dash(*c) || *c == '-')?;
        let hyphen = lead == '-';
        let words = chars.as_str();
        if hyphen && !words.starts_with(char::is_whitespace) || words.starts_with(|c| is_dash(c) || c == '-')
        {
            return None;
        }
        let mut turn = Turn { utterances: Vec::new(), proven: false, ends: false, hyphen };
        let last = text.trim_end_matches(['"', '”', '»', ')']).chars().next_back();
        turn.ends = last.is_some_and(|c| matches!(c, '.' | '!' | '?' | '…' | ':' | ';' | '。' | '।'));
        turn.proven = last.is_some_and(|c| matches!(c, '!' | '?'));
        let mut from = lead.len_utf8();
        let mut narrator = false;
        for (at, c) in text.char_indices() {
            if at < from {
                continue;
            }
            let after = text.get(at + c.len_utf8()..).unwrap_or_default();
            let dash = is_dash(c) || c == '-' && hyphen && is_spaced(text, at);
            if narrator {
                // Back to the speaker.
                if dash && returns(text, at, after) || self.commas && c == ',' && self.goes_on(after) {
                    from = at + c.len_utf8();
                    narrator = false;
                }
            } else if dash && self.breaks_in_by_dash(text, at, after)
                || matches!(c, ',' | '?' | '!' | '…') && self.commas && self.breaks_in_by_verb(after)
            {
                let to = if matches!(c, '?' | '!' | '…') { at + c.len_utf8() } else { at };
                push(text, paragraph.start, from, to, &mut turn.utterances);
                narrator = true;
                turn.proven = true;
            } else if dash && hands_over(text, at, after) {
                push(text, paragraph.start, from, at, &mut turn.utterances);
                from = at + c.len_utf8();
            }
        }
        if !narrator {
            push(text, paragraph.start, from, text.len(), &mut turn.utterances);
        }
        Some(turn)
    }

    /// Whether a narrator begins after a dash within an utterance: in lower
    /// case, and after punctuation, or close by the dash (`—dijo`), or with a
    /// verb that reports.
    fn breaks_in_by_dash(&self, text: &str, at: usize, after: &str) -> bool {
        let words = after.trim_start();
        if !words.starts_with(char::is_lowercase) {
            return false;
        }
        let before = text.get(..at).unwrap_or_default();
        let spaced = before.ends_with(char::is_whitespace);
        let closed = before.trim_end().ends_with([',', '?', '!', '…', '.', '»', '”', '"']);
        let tight = spaced && words.len() == after.len();
        closed || tight || spaced && self.reports(words)
    }

    /// Whether a narrator begins after a comma or a question, by a verb.
    fn breaks_in_by_verb(&self, after: &str) -> bool {
        let words = after.trim_start();
        words.len() < after.len() && words.starts_with(char::is_lowercase) && self.reports(words)
    }

    fn reports(&self, words: &str) -> bool {
        let word = words.split(|c: char| !c.is_alphabetic() && !matches!(c, '-' | '\'' | '’')).next();
        let word = word.unwrap_or_default();
        let inverted = |it: &str| {
            it.split_once('-').is_some_and(|(verb, subject)| {
                let subject = subject.trim_start_matches("t-");
                verb.len() > 1 && matches!(subject, "il" | "elle" | "on" | "je" | "ils" | "elles")
            })
        };
        let bare = word.split_once(['\'', '’']).map_or(word, |(_, it)| it);
        self.cues.has(bare) || self.french && inverted(bare)
    }

    /// Whether after a narrator's comma the speaker goes on. A narrator goes on
    /// with a participle or a conjunction as well, so that only French, which
    /// has no other way to come back, is taken at its word.
    fn goes_on(&self, after: &str) -> bool {
        let word = after.trim_start().split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’').next();
        self.french
            && matches!(
                word.unwrap_or_default(),
                "je" | "tu"
                    | "nous"
                    | "vous"
                    | "mais"
                    | "c'est"
                    | "c’est"
                    | "ce"
                    | "il"
                    | "elle"
                    | "on"
                    | "j'ai"
                    | "j’ai"
                    | "ne"
                    | "et"
                    | "si"
                    | "pas"
                    | "oui"
                    | "non"
            )
    }
}

/// Whether a dash ends the narrator's words: punctuation stands before it or
/// after it, or spaces on both sides.
fn returns(text: &str, at: usize, after: &str) -> bool {
    let before = text.get(..at).unwrap_or_default();
    before.trim_end().ends_with([',', '.', '!', '?', '…', ';', ':'])
        || after.starts_with([',', '.', '!', '?', '…', ';', ':'])
        || is_spaced(text, at)
}

/// Whether the next speaker begins after a dash, in the same paragraph:
/// `– You coming? – No.`
fn hands_over(text: &str, at: usize, after: &str) -> bool {
    let before = text.get(..at).unwrap_or_default();
    is_spaced(text, at)
        && before.trim_end().ends_with(['.', '!', '?', '…'])
        && after.trim_start().starts_with(char::is_uppercase)
}

fn is_spaced(text: &str, at: usize) -> bool {
    let mut after = text.get(at..).unwrap_or_default().chars();
    after.next();
    text.get(..at).is_some_and(|it| it.ends_with(char::is_whitespace))
        && after.next().is_some_and(char::is_whitespace)
}

fn is_dash(c: char) -> bool {
    matches!(c, '—' | '―' | '–')
}

/// Adds the words of a range, without white space, dashes and commas at its
/// edges.
fn push(text: &str, base: usize, from: usize, to: usize, utterances: &mut Vec<Span>) {
    let words = text.get(from..to).unwrap_or_default();
    let lead = |c: char| c.is_whitespace() || is_dash(c) || matches!(c, ',' | '.' | ';' | ':');
    let tail = |c: char| c.is_whitespace() || is_dash(c) || matches!(c, ',' | '-');
    let start = words.len() - words.trim_start_matches(lead).len();
    let end = words.trim_end_matches(tail).len();
    let kept = words.get(start..end).unwrap_or_default();
    if kept.contains(char::is_alphanumeric) {
        utterances.push(Span::new(base + from + start, base + from + end));
    }
}
