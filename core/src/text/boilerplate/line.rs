//! A line as the rules see it, and what its words say of it.

use std::cell::OnceCell;

use super::held::Held;
use super::looks::Looks;
use super::pattern::{ANYWHERE, EDGES, Index, Pattern};
use super::phrases::{AGENCIES, CREDITS, MINUTES, NETWORKS, SHARE_WORDS, VIEWS, ZONES};
use super::pitch;
use super::{address, familiar, parts};
use crate::article::{Language, Why};
use crate::text::letter;
use crate::text::lexicon::{self, Class};
use crate::text::table;

/// Notices are not longer, in characters; what is, is body.
const LONGEST: usize = 500;
/// A caption is not longer, in words: what is, and has a credit at its end, is body.
const LONGEST_CAPTION: usize = 40;
/// A caption that is signed in capitals has so many words before those, and the signature
/// so many capitals: fewer are of abbreviations.
const LEAST_CAPTION: usize = 4;
const SHOUTED: usize = 10;
/// A line that is known by its first word alone has no more words.
const LABEL_OF_ONE: usize = 3;
/// The most words that a pointer, a credit or another label has.
const LABEL: usize = 30;

/// Characters of a Thai word, its signs included.
const THAI_WORD: usize = 4;
/// Headlines in Thai have fewer words.
const THAI_SENTENCE: usize = 18;

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
    /// Whether a name and whom it works for stand in brackets at its end.
    credited: bool,
    /// Whether it begins with a quotation mark.
    pub(super) quoted: bool,
    /// Which phrases it holds, once somebody asked.
    held: OnceCell<Held>,
    /// What else was asked of it before. An article is judged in rounds, and in one
    /// language.
    end: OnceCell<Option<Why>>,
    familiar: OnceCell<f32>,
    address: OnceCell<(bool, bool)>,
    looks: OnceCell<Looks>,
    /// Numbers that stand for its parts, as [`familiar::parts`] has them, and for all of it.
    parts: OnceCell<Vec<u64>>,
    whole: OnceCell<u64>,
    part: OnceCell<bool>,
}

impl Line {
    pub(super) fn new(text: &str) -> Self {
        let text = text.trim();
        let mut line = Self::measured(text);
        // Longer ones are running text, whatever they say: their words are not needed.
        if line.chars <= LONGEST {
            line.folded = fold(text);
            line.bare = line
                .folded
                .trim_end_matches(|c: char| !letter::is_alphanumeric(c) || letter::is_numeric(c))
                .trim_start_matches(|c: char| !letter::is_alphanumeric(c))
                .to_owned();
        }
        line.credited = is_credited(text);
        line
    }

    /// A line without its words, for questions about its form alone: how long it is,
    /// how it begins and ends.
    pub(super) fn measured(text: &str) -> Self {
        let text = text.trim();
        let (mut chars, mut words, mut wide, mut thai, mut inside) = (0, 0, 0, 0, false);
        if text.is_ascii() {
            chars = text.len();
            for byte in text.bytes() {
                // As `char::is_whitespace` has it: 9 to 13 and the space.
                let word = byte != b' ' && byte.wrapping_sub(9) > 4;
                words += usize::from(word && !inside);
                inside = word;
            }
        } else {
            for c in text.chars() {
                let word = if c.is_ascii() {
                    !matches!(c, '\t'..='\r' | ' ')
                } else {
                    wide += usize::from(is_wide(c));
                    thai += usize::from(is_thai(c));
                    !c.is_whitespace()
                };
                chars += 1;
                words += usize::from(word && !inside);
                inside = word;
            }
        }
        let words = words + wide / 2 + thai / THAI_WORD;
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
            folded: String::new(),
            bare: String::new(),
            words,
            chars,
            // Thai ends sentences by a space: there, what is long is one.
            ended: end.ends_with(['.', '!', '?', '。', '！', '？', '؟', '।', '…', '．', '۔'])
                || thai > 0 && words >= THAI_SENTENCE,
            quoted: text.starts_with(['"', '“', '„', '«', '»', '「', '『', '‘', '”', '—', '―']),
            credited: false,
            held: OnceCell::new(),
            end: OnceCell::new(),
            familiar: OnceCell::new(),
            address: OnceCell::new(),
            looks: OnceCell::new(),
            parts: OnceCell::new(),
            whole: OnceCell::new(),
            part: OnceCell::new(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.chars == 0
    }

    /// A sentence or more: ended as sentences are, or too long for a heading.
    pub(super) fn is_running(&self) -> bool {
        self.words >= LABEL || self.ended && self.words >= 7 || self.quoted && self.words >= 4
    }

    /// A few words that end as no sentence does, and are not spoken.
    pub(super) fn is_loose(&self) -> bool {
        !self.is_empty() && !self.is_running() && !self.quoted && !self.ended
    }

    /// Whether it ends as sentences do, spoken or not.
    pub(super) fn ends_sentence(&self) -> bool {
        self.ended
    }

    /// A short sentence that a full stop ends.
    pub(super) fn is_statement(&self) -> bool {
        self.ended && !self.is_running() && self.words >= 4 && self.folded.ends_with(['.', '。', '।'])
    }

    /// Speech that no sentence ends in: as a headline quotes it.
    pub(super) fn is_headline(&self) -> bool {
        self.quoted && !self.ended && (4..LABEL).contains(&self.words)
    }

    /// A question in a few words, spoken by nobody.
    pub(super) fn is_question(&self) -> bool {
        !self.quoted && self.words <= 14 && self.folded.ends_with(['?', '？', '؟'])
    }

    /// Words that a list follows.
    pub(super) fn introduces(&self) -> bool {
        self.folded.ends_with(':')
    }

    /// A label with nothing behind it, which the next line belongs to.
    pub(super) fn is_lead_in(&self) -> bool {
        self.words <= 6 && !self.ended && !self.folded.trim_end_matches(':').contains(':')
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
        let why = (self.is_signs() || self.is_count() || self.is_clock()).then_some(Why::Navigation);
        why.or_else(|| self.is_share_bar().then_some(Why::Share))
            .or_else(|| self.find(language, &ANYWHERE, &self.held().anywhere))
            .or_else(|| self.signed())
            .or_else(|| pitch::anywhere(self, language))
            .or_else(|| self.captioned())
            // Few lines get here, and fewer are somebody's words.
            .filter(|_| !self.is_attributed(language))
    }

    /// The reason for which it is junk before the first or after the last paragraph.
    pub(super) fn edge(&self, language: Option<&str>) -> Option<Why> {
        if self.folded.is_empty() || self.quoted || self.is_running() || self.words > 20 {
            return None;
        }
        if self.folded.split_whitespace().all(|it| it.starts_with('#') && it.len() > 1) {
            return Some(Why::Tags);
        }
        if self.is_minutes() {
            return Some(Why::DateLine);
        }
        self.is_menu().then_some(Why::Navigation).or_else(|| self.find(language, &EDGES, &self.held().edges))
    }

    /// The share of its words that furniture is made of.
    pub(super) fn familiar(&self, language: Option<&str>) -> f32 {
        *self.familiar.get_or_init(|| familiar::share(self.parts(), language))
    }

    /// Whether it speaks to the reader, and of its own house.
    pub(super) fn address(&self, language: Option<&str>) -> (bool, bool) {
        *self.address.get_or_init(|| address::of(&self.folded, language))
    }

    /// How it looks; `text` is the text that it was made of.
    pub(super) fn looks(&self, text: &str) -> &Looks {
        self.looks.get_or_init(|| Looks::of(text.trim()))
    }

    /// Numbers that stand for the stems of its words, by which lines are compared.
    pub(super) fn parts(&self) -> &[u64] {
        self.parts.get_or_init(|| {
            let mut parts = Vec::new();
            familiar::parts(&self.folded, |it| parts.push(it));
            parts
        })
    }

    /// The share of its words that another line has, too.
    pub(super) fn shared(&self, with: &Self) -> f32 {
        let (mut n, mut known) = (0_u16, 0_u16);
        for it in self.parts() {
            n = n.saturating_add(1);
            known = known.saturating_add(u16::from(with.parts().contains(it)));
        }
        if n == 0 { 0.0 } else { f32::from(known) / f32::from(n) }
    }

    /// Whether it is what articles call a part of theirs: `Ingredients`, `Line-ups:`.
    pub(super) fn names_part(&self, language: Option<&str>) -> bool {
        *self.part.get_or_init(|| parts::is_part(&self.folded, self.words, language))
    }

    /// A number that stands for its words without the signs around them.
    pub(super) fn whole(&self) -> u64 {
        *self.whole.get_or_init(|| table::number(&self.bare))
    }

    /// The phrases that it holds.
    pub(super) fn held(&self) -> &Held {
        self.held.get_or_init(|| Held::of(&self.folded))
    }

    fn find(&self, language: Option<&str>, index: &Index, held: &[usize]) -> Option<Why> {
        self.search(language, index, held, false)
    }

    /// The reason that a phrase gives. At the end of an article the beginning of a
    /// sentence is enough.
    fn search(&self, language: Option<&str>, index: &Index, held: &[usize], at_end: bool) -> Option<Why> {
        let fits = |it: &&Pattern| {
            // Inside of sentences, words are looked for in the article's language
            // and in English, which the furniture of sites comes in.
            let near = it.start
                || self.words <= 12
                || language.is_none_or(|code| code == it.language || it.language == "en");
            near && it.matches(&self.folded, &self.bare) && self.may_be(it, at_end)
        };
        index.candidates(self, held).find(fits).map(|it| it.why)
    }

    /// Whether a phrase can speak for the whole line. Pitches and notices are
    /// sentences; the rest is labels, and a sentence that only begins as one is
    /// body, unless the phrase is set off by a colon or says it all.
    fn may_be(&self, pattern: &Pattern, at_end: bool) -> bool {
        // `Weather keeps farmers waiting`, `Also, it rained.`: a word that a heading or
        // a sentence goes on with.
        if pattern.is_bare(1)
            && !pattern.is_set_off(&self.folded)
            && (self.words > LABEL_OF_ONE || self.ended && self.words > 1)
            && !at_end
        {
            return false;
        }
        if pattern.is_counted() && (self.words > LABEL_OF_ONE || self.ended) {
            return false;
        }
        // `Share prices fell on Tuesday.`
        let sentence = self.ended && self.words >= 3;
        match pattern.why {
            // As good as a label: `Share: …`.
            _ if pattern.is_bare(3) && pattern.is_set_off(&self.folded) => self.words <= LABEL,
            Why::Newsletter | Why::Consent | Why::Paywall => {
                at_end || !(sentence && (self.words >= 7 && pattern.is_bare(3)))
            }
            _ if !at_end && sentence && pattern.is_bare(2) => false,
            _ if self.is_running() && self.words > 12 => {
                self.words <= 2 * LABEL && (pattern.is_label() && self.words <= LABEL || pattern.is_telling())
            }
            _ => self.words <= LABEL,
        }
    }

    /// An address to write to, in a sentence at most: those of readers' desks stand
    /// below articles.
    fn contact(&self) -> Option<Why> {
        let address = self.folded.split_whitespace().any(|it| {
            it.split_once('@')
                .is_some_and(|(name, host)| !name.is_empty() && host.trim_end_matches('.').contains('.'))
        });
        (address && !self.quoted && self.words <= LABEL).then_some(Why::Poster)
    }

    /// Three labels or more that one sign sets apart: `Home › News › Lowick`.
    fn is_menu(&self) -> bool {
        // The signs, or the first bytes of those beyond ASCII: most lines have none.
        let signs = |it| matches!(it, b'>' | b'/' | b'|' | b'-' | b'"' | 0xC2 | 0xE2);
        !self.ended
            && self.folded.bytes().any(signs)
            && [" > ", " › ", " » ", " / ", " → ", " | ", " · ", " • ", " - ", " \" ", "\u{3000}|\u{3000}"]
                .iter()
                .any(|sign| {
                    let (n, short) = self.folded.split(sign).fold((0, true), |(n, short), it| {
                        (n + 1, short && it.split_whitespace().count() <= 4 && it.chars().count() <= 40)
                    });
                    n >= 3 && short && !self.folded.contains(letter::is_numeric)
                })
    }

    /// Controls of players and pages: `0:00 / 1:32`, `A A A`, `A+ A-`; not a number
    /// alone, nor the stars between two parts of a text.
    fn is_signs(&self) -> bool {
        let tokens = || self.folded.split_whitespace();
        let token = |it: &str| {
            it.chars().filter(|c| letter::is_alphabetic(*c)).count() <= 1 && it.chars().count() <= 5
        };
        let clock = |it: &str| {
            it.split_once(':').is_some_and(|(a, b)| {
                !a.is_empty() && b.len() == 2 && it.chars().all(|c| c.is_ascii_digit() || c == ':')
            })
        };
        (2..=6).contains(&self.words)
            && tokens().all(token)
            && (tokens().any(clock) && !self.folded.contains(letter::is_alphabetic)
                || tokens().filter(|it| it.starts_with('a')).count() >= 2)
    }

    /// When a live blog printed what follows: `13:51 GMT`, `13:51`.
    fn is_clock(&self) -> bool {
        let clock = |it: &str| {
            it.split_once([':', '.']).is_some_and(|(hour, minute)| {
                [hour, minute]
                    .iter()
                    .all(|it| (1..=2).contains(&it.len()) && it.bytes().all(|c| c.is_ascii_digit()))
            })
        };
        let alone = || self.chars == self.folded.len() && self.folded.contains(':') && clock(&self.folded);
        self.folded.split_once(' ').is_some_and(|(time, zone)| clock(time) && ZONES.contains(&zone))
            || self.folded.len() == 5 && alone()
    }

    /// How long it takes to read: `7 min`, `3 dk.`
    fn is_minutes(&self) -> bool {
        let number = |it: &str| !it.is_empty() && it.bytes().all(|c| c.is_ascii_digit());
        self.bare.split_once(' ').is_some_and(|(n, unit)| number(n) && MINUTES.contains(&unit))
    }

    /// How often the article was opened: `1 245 views`, `1.1k reads`.
    fn is_count(&self) -> bool {
        if self.words > 4 {
            return false;
        }
        let Some((number, word)) = self.folded.rsplit_once(' ') else { return false };
        let numeric = |it: &str| {
            it.starts_with(|c: char| c.is_ascii_digit())
                && it.chars().filter(|c| letter::is_alphabetic(*c)).count() <= 1
        };
        VIEWS.contains(&word) && number.split(' ').all(numeric)
    }

    fn is_share_bar(&self) -> bool {
        let border = |c: char| c.is_whitespace() || matches!(c, ',' | ':');
        let (mut n, mut networks) = (0, 0);
        for word in self.folded.split(border).filter(|it| !it.is_empty()) {
            let network = NETWORKS.contains(&word);
            n += 1;
            networks += usize::from(network);
            if n > 16 || !network && !SHARE_WORDS.contains(&word) {
                return false;
            }
        }
        networks > 0
    }

    /// The reason for which it is junk after the last paragraph.
    pub(super) fn end(&self, language: Option<&str>) -> Option<Why> {
        *self.end.get_or_init(|| self.find_end(language))
    }

    fn find_end(&self, language: Option<&str>) -> Option<Why> {
        self.edge(language).or_else(|| pitch::at_end(self, language)).or_else(|| self.contact()).or_else(
            || {
                self.search(language, &ANYWHERE, &self.held().anywhere, true)
                    .filter(|_| !self.quoted && !self.is_attributed(language))
            },
        )
    }

    /// Whether somebody says the sentence: `Subscribe now, a sign read`, with a verb of
    /// speech right behind a comma. No notice has one.
    fn is_attributed(&self, language: Option<&str>) -> bool {
        let lexicon = language.and_then(Language::parse).and_then(lexicon::of);
        let Some(lexicon) = lexicon.filter(|_| self.ended && self.words >= 7) else { return false };
        self.folded.split(", ").skip(1).any(|it| {
            let mut words = it
                .split_whitespace()
                .take(2)
                .map(|it| it.trim_matches(|c: char| !letter::is_alphanumeric(c)));
            words.any(|it| lexicon.class(it).any(Class::SAYS))
        })
    }

    /// A caption with a credit behind it: `The pier on Monday. Photo: Jens Harms`,
    /// `The pier (AP Photo/Jane Doe)`. A credit is a few words, and the last.
    fn captioned(&self) -> Option<Why> {
        if self.words > LONGEST_CAPTION {
            return None;
        }
        let line = self.folded.trim_end_matches([')', ']', '）', '.', '。', ' ']);
        let short = |it: &str| Self::measured(it).words <= 9 && !it.contains(['"', '?', '!']);
        let held = self.held();
        let mut labels = CREDITS.iter().filter(|_| held.credit);
        let labeled = labels.any(|label| {
            line.rfind(label).and_then(|at| line.split_at_checked(at)).is_some_and(|(before, credit)| {
                let named = credit.strip_prefix(label).is_some_and(|it| !it.trim().is_empty() && short(it));
                let before = before.trim_end();
                // A name right behind the word: sentences may begin so.
                let unset = label.ends_with(' ') && self.ended;
                let apart = *label == "©" && !before.is_empty() && !self.ended
                    || before.is_empty() && label.ends_with(':')
                    || before.ends_with([
                        '.', '!', '?', '(', '（', '。', '|', '/', '-', '–', '—', ')', '"', '…', '،',
                    ]);
                named && apart && !unset
            })
        });
        let mut agencies = AGENCIES.iter().filter(|_| held.agency);
        let agency = agencies.any(|it| line.rfind(it).and_then(|at| line.get(at..)).is_some_and(short));
        (labeled || agency || self.credited).then_some(Why::Credit)
    }

    /// `© 2026 The Courier`, `© Jens Harms`.
    fn signed(&self) -> Option<Why> {
        let signed = self.folded.starts_with('©') || self.folded.starts_with("(c) ");
        let dated = self.folded.contains(|c: char| c.is_ascii_digit());
        (signed && self.words <= 20).then_some(if dated { Why::Copyright } else { Why::Credit })
    }
}

/// `(Tomas Vell/The Harwick Ledger)` at the end of a line, `The pier. TOMAS VELL`: no
/// sentence ends so.
fn is_credited(text: &str) -> bool {
    // Japanese captions say at their end who took the picture.
    let taken = text.ends_with("撮影") && text.contains(['=', '＝']);
    if taken || is_signed_in_capitals(text) {
        return true;
    }
    let inner =
        text.strip_suffix([')', '）']).and_then(|it| it.rfind(['(', '（']).and_then(|at| it.get(at..)));
    let Some((name, outlet)) = inner.and_then(|it| it.split_once('/')) else { return false };
    let name = name.trim_start_matches(['(', '（']);
    let capital = |it: &str| it.trim().starts_with(char::is_uppercase);
    capital(name) && capital(outlet) && (2..=4).contains(&name.split_whitespace().count())
}

/// Whether a few words are signed in capitals, by two words at least. Behind a dash
/// whoever wrote a letter signs, and a caption asks nothing.
fn is_signed_in_capitals(text: &str) -> bool {
    let capitals = |it: &&str| !it.contains(char::is_lowercase) && !it.contains(letter::is_numeric);
    let letters = |it: &str| it.chars().filter(|c| c.is_uppercase()).count();
    if text.ends_with(['.', '!', '…', ':']) || text.contains(['?', '？']) {
        return false;
    }
    let (mut n, mut shouted) = (0, 0);
    let mut words = text.split_whitespace().rev().peekable();
    while let Some(word) = words.next_if(capitals) {
        if word.chars().all(|c| matches!(c, '-' | '–' | '—')) {
            return false;
        }
        n += usize::from(letters(word) > 0);
        shouted += letters(word);
    }
    n >= 2 && shouted >= SHOUTED && words.take(LEAST_CAPTION).count() == LEAST_CAPTION
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

/// Thai letters and the signs above and below them.
fn is_thai(c: char) -> bool {
    matches!(u32::from(c), 0x0E00..=0x0E4E)
}

/// Lower case, straight marks, plain spaces, ASCII for full-width signs, nothing
/// that leads in.
fn fold(text: &str) -> String {
    let start = text.trim_start_matches(|c: char| {
        !letter::is_alphanumeric(c) && !matches!(c, '(' | '（' | '[' | '［' | '©' | '@' | '#')
    });
    let mut out = String::with_capacity(start.len());
    for c in start.chars() {
        match letter::lower(c) {
            Some(c) => push_folded(c, &mut out),
            None => c.to_lowercase().for_each(|c| push_folded(c, &mut out)),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn push_folded(c: char, out: &mut String) {
    match c {
        'a'..='z' | '0'..='9' => out.push(c),
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
