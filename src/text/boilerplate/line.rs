//! A line as the rules see it, and what its words say of it.

use super::pattern::{ANYWHERE, EDGES, Index, Pattern};
use super::phrases::{AGENCIES, CREDITS, NETWORKS, SHARE_WORDS};
use super::pitch;
use crate::article::Why;

/// Notices are not longer, in characters; what is, is body.
const LONGEST: usize = 500;
/// A caption is not longer, in words: what is, and has a credit at its end, is body.
const LONGEST_CAPTION: usize = 40;
/// The most words that a pointer, a credit or another label has.
const LABEL: usize = 30;

pub(super) struct Line {
    /// In lower case, with straight marks, without what leads in (bullets,
    /// arrows, brackets).
    pub(super) folded: String,
    /// The same without signs at its ends and digits at its end.
    pub(super) bare: String,
    /// In scripts that do not set words apart, two characters count as one.
    pub(super) words: usize,
    pub(super) chars: usize,
    /// Whether it ends as sentences do.
    ended: bool,
    /// Whether it begins with a quotation mark.
    pub(super) quoted: bool,
}

impl Line {
    pub(super) fn new(text: &str) -> Self {
        let text = text.trim();
        let chars = text.chars().count();
        // Longer ones are running text, whatever they say: their words are not needed.
        let folded = if chars > LONGEST { String::new() } else { fold(text) };
        let bare = folded
            .trim_end_matches(|c: char| !c.is_alphanumeric() || c.is_numeric())
            .trim_start_matches(|c: char| !c.is_alphanumeric())
            .to_owned();
        let wide = text.chars().filter(|c| is_wide(*c)).count();
        let end = text.trim_end_matches(|c: char| {
            matches!(
                c,
                '"' | '\''
                    | '”'
                    | '’'
                    | '»'
                    | '«'
                    | '“'
                    | '」'
                    | '』'
                    | ')'
                    | '）'
                    | ']'
                    | '›'
                    | ' '
                    | '\u{A0}'
            )
        });
        Self {
            words: text.split_whitespace().count() + wide / 2,
            chars,
            ended: end.ends_with(['.', '!', '?', '。', '！', '？', '؟', '।', '…', '．', '۔']),
            quoted: text.starts_with(['"', '“', '„', '«', '»', '「', '『', '‘', '”']),
            folded,
            bare,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.chars == 0
    }

    /// A sentence or more: ended as sentences are, or too long for a heading.
    pub(super) fn is_running(&self) -> bool {
        self.words >= LABEL || self.ended && self.words >= 7 || self.quoted && self.words >= 4
    }

    /// A few words that stand for what comes below them.
    pub(super) fn is_label(&self) -> bool {
        self.words <= 6 && !self.ended
    }

    /// `Newsletter Akhir Pekan`, and not what asks to sign up for one: that stands
    /// between paragraphs as well.
    pub(super) fn is_name_of_newsletter(&self, language: Option<&str>) -> bool {
        self.is_label() && self.junk(language).is_none() && self.edge(language) == Some(Why::Newsletter)
    }

    /// The reason for which it is junk wherever it stands.
    pub(super) fn junk(&self, language: Option<&str>) -> Option<Why> {
        if self.folded.is_empty() || self.quoted {
            return None;
        }
        if self.is_share_bar() {
            return Some(Why::Share);
        }
        self.find(language, &ANYWHERE)
            .or_else(|| self.signed())
            .or_else(|| pitch::anywhere(self, language))
            .or_else(|| self.captioned())
    }

    /// The reason for which it is junk before the first or after the last paragraph.
    pub(super) fn edge(&self, language: Option<&str>) -> Option<Why> {
        if self.folded.is_empty() || self.quoted || self.is_running() || self.words > 20 {
            return None;
        }
        if self.folded.split_whitespace().all(|it| it.starts_with('#') && it.len() > 1) {
            return Some(Why::Tags);
        }
        self.find(language, &EDGES)
    }

    fn find(&self, language: Option<&str>, index: &Index) -> Option<Why> {
        let fits = |it: &&Pattern| {
            // Inside of sentences, words are looked for in the article's language
            // and in English, which the furniture of sites comes in.
            let near = it.start
                || self.words <= 12
                || language.is_none_or(|code| code == it.language || it.language == "en");
            near && self.may_be(it) && it.matches(&self.folded, &self.bare)
        };
        index.candidates(&self.folded, &self.bare).find(fits).map(|it| it.why)
    }

    /// Whether a phrase can speak for the whole line. Pitches and notices are
    /// sentences; the rest is labels, and a sentence that only begins as one is
    /// body, unless the phrase is set off by a colon or says it all.
    fn may_be(&self, pattern: &Pattern) -> bool {
        match pattern.why {
            Why::Newsletter | Why::Consent | Why::Paywall => true,
            _ if self.is_running() && self.words > 12 => {
                self.words <= 2 * LABEL && (pattern.is_label() && self.words <= LABEL || pattern.is_telling())
            }
            _ => self.words <= LABEL,
        }
    }

    fn is_share_bar(&self) -> bool {
        let words: Vec<&str> = self
            .folded
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | ':'))
            .filter(|it| !it.is_empty())
            .take(17)
            .collect();
        words.len() <= 16
            && words.iter().any(|it| NETWORKS.contains(it))
            && words.iter().all(|it| NETWORKS.contains(it) || SHARE_WORDS.contains(it))
    }

    /// The reason for which it is junk after the last paragraph.
    pub(super) fn end(&self, language: Option<&str>) -> Option<Why> {
        self.edge(language).or_else(|| pitch::at_end(self, language))
    }

    /// A caption with a credit behind it: `The pier on Monday. Photo: Jens Harms`,
    /// `The pier (AP Photo/Jane Doe)`. A credit is a few words, and the last.
    fn captioned(&self) -> Option<Why> {
        if self.words > LONGEST_CAPTION {
            return None;
        }
        let line = self.folded.trim_end_matches([')', ']', '）', '.', '。', ' ']);
        let short = |it: &str| Self::new(it).words <= 9 && !it.contains(['"', '?', '!']);
        let labeled = CREDITS.iter().any(|label| {
            line.rfind(label).and_then(|at| line.split_at_checked(at)).is_some_and(|(before, credit)| {
                let named = credit.strip_prefix(label).is_some_and(|it| !it.trim().is_empty() && short(it));
                let before = before.trim_end();
                let apart = before
                    .ends_with(['.', '!', '?', '(', '（', '。', '|', '/', '-', '–', '—', ')', '"', '…', '،']);
                named && (apart || before.is_empty())
            })
        });
        let agency =
            AGENCIES.iter().any(|it| line.rfind(it).and_then(|at| line.get(at..)).is_some_and(short));
        (labeled || agency).then_some(Why::Credit)
    }

    /// `© 2026 The Courier`, `© Jens Harms`.
    fn signed(&self) -> Option<Why> {
        let signed = self.folded.starts_with('©') || self.folded.starts_with("(c) ");
        let dated = self.folded.contains(|c: char| c.is_ascii_digit());
        (signed && self.words <= 20).then_some(if dated { Why::Copyright } else { Why::Credit })
    }
}

/// Where junk at the end of a paragraph begins, and what it is.
pub(super) fn signature(text: &str) -> Option<(usize, Why)> {
    let text = text.trim_end();
    if let Some(inner) = text.strip_suffix(']') {
        let at = inner.rfind('[')?;
        let inside = text.get(at + 1..inner.len())?.to_lowercase();
        let media = ["gambas:", "video:", "foto:", "embed:", "twitter:", "instagram:"]
            .iter()
            .any(|it| inside.starts_with(it));
        return media.then_some((at, Why::ReadAlso));
    }
    let inner = text.strip_suffix(')')?;
    let at = inner.rfind('(')?;
    let inside = text.get(at + 1..inner.len())?;
    // Two sets of initials or more: `(UN)` and `(laughs)` are words of the text.
    let parts: Vec<&str> = inside.split('/').collect();
    let initials = parts.len() >= 2
        && parts.iter().all(|it| (2..=5).contains(&it.len()) && it.bytes().all(|c| c.is_ascii_lowercase()));
    initials.then_some((at, Why::Poster))
}

/// Chinese, Japanese and Korean characters, which words are not set apart in.
pub(super) fn is_wide(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x9FFF | 0xAC00..=0xD7AF | 0xF900..=0xFAFF)
}

/// Lower case, straight marks, plain spaces, ASCII for full-width signs, nothing
/// that leads in.
fn fold(text: &str) -> String {
    let start = text.trim_start_matches(|c: char| {
        !c.is_alphanumeric() && !matches!(c, '(' | '（' | '[' | '［' | '©' | '@' | '#')
    });
    let mut out = String::with_capacity(start.len());
    for c in start.chars().flat_map(char::to_lowercase) {
        match c {
            '’' | '‘' | 'ʼ' | '`' | '´' => out.push('\''),
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            '\u{307}' => {} // of the lower case of İ
            '：' | ':' => {
                out.truncate(out.trim_end().len());
                out.push(':');
            }
            '（' => out.push('('),
            '）' => out.push(')'),
            '［' => out.push('['),
            '／' => out.push('/'),
            _ if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            _ => out.push(c),
        }
    }
    out.truncate(out.trim_end().len());
    out
}
