//! A stretch of text as words, marks and whole quotations, cut into sentences.
//!
//! A quotation is one token, however long: who speaks is said around it, and
//! what stands in it must not be taken for that.

use std::ops::Range;

use super::letter;
use super::lexicon::{Class, Lexicon};
use super::span::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    Comma,
    Colon,
    Semicolon,
    /// A dash with space at its side; one inside of a word belongs to the word.
    Dash,
    /// Ends a sentence, mostly: `.`, `!`, `?`, `…`.
    Stop,
    Open,
    Close,
    Quote {
        /// Index into the quotations of the whole text.
        index: usize,
        /// The last character between the marks, which says whether the
        /// sentence goes on; a space where there is none.
        last: char,
    },
    /// A mark that means nothing here.
    Other,
}

#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts of spelling")]
pub(super) struct Token {
    pub(super) span: Span,
    /// Without a possessive ending (`'s`), as which a name goes on.
    pub(super) stem: Span,
    pub(super) kind: Kind,
    pub(super) class: Class,
    /// Begins a sentence or stands behind a mark, where a capital says little.
    pub(super) opens: bool,
    /// Carries the stop of an abbreviation.
    pub(super) stop: bool,
    /// Written with a capital.
    pub(super) upper: bool,
    /// Written in capitals only, and longer than one letter.
    pub(super) acronym: bool,
    /// Written with a capital, and not only since a sentence begins there.
    pub(super) capital: bool,
}

impl Token {
    pub(super) fn is(&self, classes: Class) -> bool {
        self.class.any(classes)
    }

    pub(super) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub(super) fn is_quote(&self) -> bool {
        matches!(self.kind, Kind::Quote { .. })
    }

    /// Ends in `'s`: what it names owns what follows.
    pub(super) fn possessive(&self) -> bool {
        self.stem != self.span
    }
}

/// Words that a sentence may begin with and that are no names: their capital
/// says nothing.
const FUNCTION: Class = Class::AUX
    .and(Class::HE)
    .and(Class::SHE)
    .and(Class::THEY)
    .and(Class::THEIR)
    .and(Class::ARTICLE)
    .and(Class::PREPOSITION)
    .and(Class::AND)
    .and(Class::THAT)
    .and(Class::WHO)
    .and(Class::ADVERB)
    .and(Class::SOURCE)
    .and(Class::SAYS)
    .and(Class::SAYING);

/// Verbs that a headline writes with a capital.
const VERBS: Class = Class::LABELS.and(Class::WEAK).and(Class::VERB);

/// Whether words are set as a headline, nearly all with a capital, so that a
/// capital says nothing of any of them.
fn is_titled(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|it| it.is_word()).count();
    let upper = tokens.iter().filter(|it| it.is_word() && it.upper).count();
    words > 2 && upper * 5 >= words * 4
}

/// Cuts `span` of `text` into tokens and appends them to `tokens`. `quotes` are
/// the quotations that count as one token, by start, each with its index; they
/// may reach out of `span`.
pub(super) fn tokenize(
    text: &str,
    span: Span,
    quotes: &[(usize, Span)],
    lexicon: &Lexicon,
    tokens: &mut Vec<Token>,
) {
    let mut from = span.start;
    for &(index, quote) in quotes {
        let Some(shown) = quote.intersect(span) else { continue };
        if shown.start < from {
            continue;
        }
        words(text, Span::new(from, shown.start), lexicon, tokens);
        let inner = shown.slice(text).trim_matches(|c: char| is_mark(c) || c.is_whitespace());
        let last = inner.chars().next_back().unwrap_or(' ');
        tokens.push(Token {
            span: shown,
            stem: shown,
            kind: Kind::Quote { index, last },
            class: Class::NONE,
            opens: false,
            stop: false,
            upper: false,
            acronym: false,
            capital: false,
        });
        from = shown.end;
    }
    words(text, Span::new(from, span.end), lexicon, tokens);
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '‹' | '›')
        || matches!(c, '「' | '」' | '『' | '』' | '＂' | '＇')
}

/// A place in a text that is read on from.
#[derive(Clone, Copy)]
struct Cursor<'a> {
    /// Up to where it is read.
    text: &'a str,
    /// A byte of it, on a border of characters.
    at: usize,
}

impl Cursor<'_> {
    /// The next character.
    fn peek(&self) -> Option<char> {
        let byte = *self.text.as_bytes().get(self.at)?;
        if byte.is_ascii() { Some(char::from(byte)) } else { self.text.get(self.at..)?.chars().next() }
    }

    /// Goes behind the letters and digits that follow; whether they are all ASCII
    /// digits, which none are as well.
    fn skip_letters(&mut self) -> bool {
        let mut digits = true;
        while let Some(&byte) = self.text.as_bytes().get(self.at) {
            if byte.is_ascii_alphanumeric() {
                digits &= byte.is_ascii_digit();
                self.at += 1;
            } else if let Some(c) = self.peek().filter(|it| !it.is_ascii() && letter::is_alphanumeric(*it)) {
                digits = false;
                self.at += c.len_utf8();
            } else {
                break;
            }
        }
        digits
    }
}

/// Tokens of text without quotations.
fn words(text: &str, span: Span, lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    let first = tokens.len();
    let mut cursor = Cursor { text: text.get(..span.end).unwrap_or(text), at: span.start };
    let mut lower = String::new();
    while let Some(c) = cursor.peek() {
        let start = cursor.at;
        cursor.at += c.len_utf8();
        if c == ' ' || c.is_whitespace() {
            continue;
        }
        if !letter::is_alphanumeric(c) {
            let kind = match c {
                ',' | '،' | '、' | '，' => Kind::Comma,
                ':' | '：' => Kind::Colon,
                ';' | '；' => Kind::Semicolon,
                '–' | '—' | '―' | '-' => Kind::Dash,
                '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' => Kind::Stop,
                '(' | '[' | '（' => Kind::Open,
                ')' | ']' | '）' => Kind::Close,
                _ => Kind::Other,
            };
            let span = Span::new(start, start + c.len_utf8());
            // Two hyphens are one dash.
            if kind == Kind::Dash
                && tokens.len() > first
                && let Some(dash) = tokens.last_mut()
                && dash.kind == Kind::Dash
                && dash.span.end == start
            {
                dash.span.end = span.end;
                dash.stem.end = span.end;
                continue;
            }
            tokens.push(Token {
                span,
                stem: span,
                kind,
                class: Class::NONE,
                opens: false,
                stop: false,
                upper: false,
                acronym: false,
                capital: false,
            });
            continue;
        }
        let mut digits = c.is_ascii_digit();
        let mut dotted = false;
        let mut stem = None;
        loop {
            digits &= cursor.skip_letters();
            // Marks inside of a word: `O'Malley`, `U.S`, `vice-president`.
            let Some(next) = cursor.peek() else { break };
            let joins = match next {
                '\'' | '’' | '-' | '‑' | '·' => true,
                '.' | ',' => digits || next == '.',
                ':' | '/' => digits,
                _ => false,
            };
            let behind = Cursor { at: cursor.at + next.len_utf8(), ..cursor };
            if !joins || !behind.peek().is_some_and(letter::is_alphanumeric) {
                break;
            }
            if matches!(next, '\'' | '’') {
                if lexicon.elides {
                    // `l'`, `qu'`, `dell'`: a word of its own.
                    cursor = behind;
                    break;
                }
                stem = Some(cursor.at);
            }
            dotted |= next == '.';
            cursor = behind;
        }
        let end = cursor.at;
        let span = Span::new(start, end);
        let whole = span.slice(text);
        // The stem of a possessive: a short ending after the apostrophe (`'s`,
        // Turkish `'ın`); `O'Malley` is one word.
        let stem = match stem {
            Some(at) if is_ending(Span::new(at, end).slice(text)) => Span::new(start, at),
            _ => span,
        };
        lower_into(&mut lower, stem.slice(text));
        if lower.ends_with('’') {
            // The tables write `l'` with the plain mark.
            lower.pop();
            lower.push('\'');
        }
        let class = lexicon.class(&lower);
        let mut token = Token {
            span,
            stem,
            kind: if digits { Kind::Number } else { Kind::Word },
            class,
            opens: false,
            stop: false,
            upper: c.is_uppercase(),
            acronym: c.is_uppercase()
                && whole.len() > c.len_utf8()
                && whole.chars().skip(1).all(char::is_uppercase),
            capital: c.is_uppercase(),
        };
        // The stop of an abbreviation or initial belongs to the word.
        if cursor.peek() == Some('.') {
            let initial = c.is_uppercase() && whole.len() == c.len_utf8();
            let more = cursor.at + 1 < cursor.text.len();
            if more && (initial || dotted || class.any(Class::SHORT)) {
                cursor.at += 1;
                token.span.end = cursor.at;
                token.stem.end = cursor.at;
                token.stop = true;
            }
        }
        tokens.push(token);
    }
    join_phrases(text, lexicon, tokens, first);
    for at in first + 1..tokens.len() {
        // `Menteri Dalam Negeri`, `menteri dalam negeri`; but `Presiden dalam acara itu`.
        let Some(title) = tokens.get(at - 1).filter(|it| it.is(Class::TITLE)).map(|it| it.upper) else {
            continue;
        };
        if let Some(token) = tokens.get_mut(at).filter(|it| it.is(Class::OFFICE) && (it.upper || !title)) {
            token.class = token.class.and(Class::TITLE);
        }
    }
    if lexicon.capital_nouns {
        guess_verbs(tokens, first);
    }
    let titled = is_titled(tokens.get(first..).unwrap_or_default());
    // A capital says nothing where a sentence begins with a plain word.
    for at in first..tokens.len() {
        let opens = at == first
            || tokens
                .get(at - 1)
                .is_some_and(|it| it.stop || !matches!(it.kind, Kind::Word | Kind::Number | Kind::Comma));
        // `Hours later`, but not `M. Night Reed`.
        let initial = at > first && tokens.get(at - 1).is_some_and(|it| it.stop);
        let plain = FUNCTION.and(if titled { VERBS } else { Class::NONE }).and(if initial {
            Class::NONE
        } else {
            Class::WHEN
        });
        let Some(token) = tokens.get_mut(at) else { break };
        token.opens = opens;
        if (opens || titled) && token.class.any(plain) && !token.class.any(Class::TITLE) {
            token.capital = false;
        }
    }
}

/// Where all nouns have a capital, a word without one that no list holds is a verb
/// form right behind a noun: what belongs to a noun stands before it.
fn guess_verbs(tokens: &mut [Token], first: usize) {
    for at in first + 1..tokens.len() {
        let noun = tokens
            .get(at - 1)
            .is_some_and(|it| it.is_word() && it.upper && !it.is(FUNCTION) || it.kind == Kind::Close);
        if let Some(token) = tokens.get_mut(at)
            && noun
            && token.is_word()
            && !token.upper
            && matches!(token.class, Class::NONE | Class::PLURAL)
        {
            token.class = token.class.and(Class::VERBAL);
        }
    }
}

/// Puts a word in lower case into `lower`.
fn lower_into(lower: &mut String, word: &str) {
    lower.clear();
    if word.is_ascii() {
        lower.push_str(word);
        lower.make_ascii_lowercase();
    } else {
        word.chars().for_each(|c| letter::push_lower(c, lower));
    }
}

/// `'s`, `’un`, `'nın`: an ending rather than a part of the name.
fn is_ending(tail: &str) -> bool {
    let tail = tail.trim_start_matches(['\'', '’']);
    tail.chars().count() <= 4 && tail.chars().all(char::is_lowercase) && !tail.is_empty() && tail != "t"
}

/// Makes the phrases of the lexicon (`according to`) one token each.
fn join_phrases(text: &str, lexicon: &Lexicon, tokens: &mut Vec<Token>, first: usize) {
    let mut kept = first;
    let mut at = first;
    let mut lower = String::new();
    while let Some(&token) = tokens.get(at) {
        let mut token = token;
        let mut words = 1;
        if token.is(Class::LEADS) {
            lower_into(&mut lower, token.stem.slice(text));
            for (rest, class) in lexicon.phrases(&lower) {
                let same = rest.iter().enumerate().all(|(i, word)| {
                    tokens.get(at + 1 + i).is_some_and(|it| {
                        it.is_word()
                            && it.span.slice(text).chars().flat_map(char::to_lowercase).eq(word.chars())
                    })
                });
                if same {
                    words += rest.len();
                    token.class = *class;
                    token.span.end = tokens.get(at + rest.len()).map_or(token.span.end, |it| it.span.end);
                    token.stem = token.span;
                    break;
                }
            }
        }
        if let Some(slot) = tokens.get_mut(kept) {
            *slot = token;
        }
        kept += 1;
        at += words;
    }
    tokens.truncate(kept);
}

/// Cuts tokens into sentences: ranges that cover them all, none empty.
pub(super) fn sentences(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    let dateline = dateline(tokens);
    for at in 0..tokens.len() {
        let head = dateline.is_some_and(|dash| at <= dash);
        if dateline == Some(at) || !head && ends(tokens, at) {
            out.push(from..at + 1);
            from = at + 1;
        }
    }
    if from < tokens.len() {
        out.push(from..tokens.len());
    }
    out
}

/// The dash that ends a dateline (`JAKARTA, KOMPAS —`, `Rome, May 3 (AP) –`),
/// after which the first sentence begins.
fn dateline(tokens: &[Token]) -> Option<usize> {
    let dash = tokens.iter().take(14).position(|it| it.kind == Kind::Dash)?;
    let place = tokens.get(..dash)?.iter().all(|it| match it.kind {
        Kind::Word => it.capital || it.is(Class::TIME),
        Kind::Number | Kind::Comma | Kind::Open | Kind::Close | Kind::Stop | Kind::Other => true,
        _ => false,
    });
    (dash > 0 && place).then_some(dash)
}

/// Whether a sentence ends with a token.
fn ends(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let next = tokens.get(at + 1);
    let opens = next.is_none_or(|it| match it.kind {
        Kind::Word => it.upper,
        Kind::Quote { .. } | Kind::Number | Kind::Open | Kind::Dash | Kind::Other => true,
        _ => false,
    });
    // A dash behind a quotation leads to who signs it.
    let signed = token.is_quote() && next.is_some_and(|it| it.kind == Kind::Dash);
    if signed {
        return false;
    }
    match token.kind {
        // An abbreviation ends the sentence where a word follows that has a
        // capital for no other reason.
        Kind::Word if token.stop => next.is_some_and(|it| it.is_word() && it.upper && !it.capital),
        // “Stop!” she said: a report may follow what ends like a sentence.
        // `14. Juli`
        Kind::Stop
            if next.is_some_and(|it| it.is(Class::TIME))
                && at > 0
                && tokens.get(at - 1).is_some_and(|it| it.kind == Kind::Number) =>
        {
            false
        }
        Kind::Stop | Kind::Quote { last: '.' | '。', .. } => opens,
        Kind::Quote { last: '!' | '?' | '…' | '！' | '？', .. } => {
            opens && (next.is_none_or(Token::is_quote) || !reports_soon(tokens, at + 1))
        }
        _ => false,
    }
}

/// Whether a reporting verb follows within a few words, in the same sentence, or
/// nothing does but a name and any verb: `“Why?” Ann bristled.`
fn reports_soon(tokens: &[Token], from: usize) -> bool {
    let names = tokens.iter().skip(from).take_while(|it| it.is_word() && it.upper).count();
    let verb = tokens.get(from + names).is_some_and(|it| it.is(Class::VERBAL) && !it.upper);
    let alone = tokens.get(from + names + 1).is_none_or(|it| it.kind == Kind::Stop);
    if (1..=4).contains(&names) && verb && alone {
        return true;
    }
    tokens
        .iter()
        .skip(from)
        .take(24)
        .take_while(|it| it.kind != Kind::Stop && !it.is_quote())
        .any(|it| it.is(Class::SAYS) && !it.upper)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Language;
    use crate::text::lexicon;

    fn tokens(code: &str, text: &str, quotes: &[(usize, Span)]) -> Vec<Token> {
        let lexicon = lexicon::of(Language::parse(code).unwrap()).unwrap();
        let mut tokens = Vec::new();
        tokenize(text, Span::of(text), quotes, lexicon, &mut tokens);
        tokens
    }

    /// The text of a language, its sentences set apart by ` | `.
    #[track_caller]
    fn check(code: &str, marked: &str) {
        let text = marked.replace(" | ", " ");
        let quotes: Vec<(usize, Span)> = text
            .char_indices()
            .filter(|(_, c)| *c == '“')
            .zip(text.char_indices().filter(|(_, c)| *c == '”'))
            .enumerate()
            .map(|(index, ((start, _), (end, close)))| (index, Span::new(start, end + close.len_utf8())))
            .collect();
        let tokens = tokens(code, &text, &quotes);
        let sentence = |range: Range<usize>| {
            Span::new(tokens[range.start].span.start, tokens[range.end - 1].span.end).slice(&text)
        };
        let got: Vec<&str> = sentences(&tokens).into_iter().map(sentence).collect();
        assert_eq!(got.join(" | "), marked);
    }

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        check("en", "Sen. Ana Díaz left. | She won.");
        check("en", "It rained in the U.S. | The game went on.");
        check("en", "“We won.” | The game was over.");
        check("en", "“We won!” Ana Díaz said. | “Again!” | The crowd left.");
        check("en", "“We won,” she said. | “It was time.”");
        check("en", "PORTO ALTO, May 3 (XP) — | The rain stopped.");
        check("de", "Am 14. Juli regnete es. | Dann nicht mehr.");
    }

    #[test]
    fn a_quotation_a_phrase_and_an_abbreviation_are_one_token_each() {
        let text = "According to Dr. Reed’s notes “it works” -- mostly.";
        let quote = Span::new(text.find('“').unwrap(), text.find('”').unwrap() + '”'.len_utf8());
        let tokens = tokens("en", text, &[(0, quote)]);
        let words: Vec<&str> = tokens.iter().map(|it| it.span.slice(text)).collect();
        assert_eq!(words, ["According to", "Dr.", "Reed’s", "notes", "“it works”", "--", "mostly", "."]);
        assert_eq!(tokens[2].stem.slice(text), "Reed");
        assert_eq!(tokens[4].kind, Kind::Quote { index: 0, last: 's' });
    }

    #[test]
    fn elided_words_stand_apart() {
        let words: Vec<Span> = tokens("fr", "L’ONU et l'Élysée", &[]).iter().map(|it| it.span).collect();
        assert_eq!(words.len(), 5);
    }
}
