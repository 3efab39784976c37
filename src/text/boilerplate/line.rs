//! A line as the rules see it, and what its words say of it.

use super::phrases::{LANGUAGES, NETWORKS, Phrases, SHARE_WORDS};
use crate::article::Why;
use crate::text::safe;

/// Notices are not longer, in characters; what is, is body.
const LONGEST: usize = 500;
/// The most words that a pointer, a credit or another label has.
const LABEL: usize = 30;

pub(super) struct Line {
    /// In lower case, with straight marks, without what leads in (bullets,
    /// arrows, brackets).
    pub(super) folded: String,
    /// The same without signs and digits at the end.
    pub(super) bare: String,
    /// In scripts that do not set words apart, two characters count as one.
    pub(super) words: usize,
    pub(super) chars: usize,
    /// Whether it ends as sentences do.
    ended: bool,
    /// Whether it begins with a quotation mark.
    quoted: bool,
}

impl Line {
    pub(super) fn new(text: &str) -> Self {
        let text = text.trim();
        let chars = text.chars().count();
        // Longer ones are running text, whatever they say: their words are not needed.
        let folded = if chars > LONGEST { String::new() } else { fold(text) };
        let bare = folded.trim_end_matches(|c: char| !c.is_alphanumeric() || c.is_numeric()).to_owned();
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

    /// The reason for which it is junk wherever it stands.
    pub(super) fn junk(&self, language: Option<&str>) -> Option<Why> {
        if self.folded.is_empty() || self.quoted {
            return None;
        }
        if self.is_share_bar() {
            return Some(Why::Share);
        }
        self.find(language, |it| it.anywhere).or_else(|| self.signed())
    }

    /// The reason for which it is junk before the first or after the last paragraph.
    pub(super) fn edge(&self, language: Option<&str>) -> Option<Why> {
        if self.folded.is_empty() || self.quoted || self.is_running() || self.words > 20 {
            return None;
        }
        if self.folded.split_whitespace().all(|it| it.starts_with('#') && it.len() > 1) {
            return Some(Why::Tags);
        }
        self.find(language, |it| it.edges)
    }

    fn find(
        &self,
        language: Option<&str>,
        of: impl Fn(&Phrases) -> &'static [(Why, &'static [&'static str])],
    ) -> Option<Why> {
        LANGUAGES.iter().find_map(|phrases| {
            // Inside of a line, words are looked for in the article's language
            // and in English, which the furniture of sites comes in.
            let near = language.is_none_or(|it| it == phrases.language) || phrases.language == "en";
            of(phrases).iter().find_map(|(why, patterns)| {
                let fits = |pattern: &&str| {
                    let start = pattern.strip_prefix('^');
                    (near || start.is_some()) && self.may_be(*why, pattern) && self.matches(pattern)
                };
                patterns.iter().any(|it| fits(it)).then_some(*why)
            })
        })
    }

    /// Whether a phrase can speak for the whole line. Pitches and notices are
    /// sentences; the rest is labels, and a sentence that only begins as one is
    /// body, unless the phrase is set off by a colon or says it all.
    fn may_be(&self, why: Why, pattern: &str) -> bool {
        match why {
            Why::Newsletter | Why::Consent | Why::Paywall => true,
            _ if self.is_running() && self.words > 12 => {
                self.words <= 2 * LABEL
                    && (pattern.ends_with(':') && self.words <= LABEL
                        || pattern.contains('*')
                        || !pattern.starts_with('^'))
            }
            _ => self.words <= LABEL,
        }
    }

    fn matches(&self, pattern: &str) -> bool {
        let (pattern, start) = pattern.strip_prefix('^').map_or((pattern, false), |it| (it, true));
        let (pattern, end) = pattern.strip_suffix('$').map_or((pattern, false), |it| (it, true));
        let fits = |text: &str| -> bool {
            let mut rest = text;
            let mut parts = pattern.split('*').map(str::trim).peekable();
            let mut first = start;
            while let Some(part) = parts.next() {
                let last = end && parts.peek().is_none();
                rest = if first {
                    match rest.strip_prefix(part) {
                        Some(it) if is_border(part, it) => it,
                        _ => return false,
                    }
                } else if last {
                    return rest.ends_with(part);
                } else {
                    match rest.split_once(part) {
                        Some((_, it)) => it,
                        None => return false,
                    }
                };
                if first && last {
                    return rest.is_empty();
                }
                first = false;
            }
            true
        };
        fits(&self.folded) || end && fits(&self.bare)
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

/// Whether a phrase may end where the rest of a line begins: not inside of a word.
fn is_border(part: &str, rest: &str) -> bool {
    let Some(last) = part.chars().next_back() else { return true };
    let Some(next) = rest.chars().next() else { return true };
    !last.is_alphanumeric()
        || is_wide(last)
        || !(next.is_alphanumeric() && !safe::is_mark(next) || next == '-')
}

fn is_wide(c: char) -> bool {
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
