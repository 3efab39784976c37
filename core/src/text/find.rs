//! Finding words in an article, whatever their case and diacritics.
//!
//! Both sides are folded: compatibility decomposition (NFKD), diacritics dropped,
//! lower case, `ß` as `ss` and the other Latin letters that do not decompose as
//! they are typed without their keys (`ł` as `l`, `æ` as `ae`), typographic quotation marks and dashes as the keys
//! that people type, and any white space, line breaks included, as one space.
//! Letters that are no base with a mark stay what they are: vowel signs of
//! Indic scripts, voiced kana, Hangul syllables.

use unicode_normalization::char::decompose_compatible;

use super::letter;
use super::span::Span;
use crate::article::Article;

/// A match, in a block of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub block: usize,
    /// Bytes of the block's text.
    pub span: Span,
}

/// Words to look for, folded once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle(String);

impl Needle {
    pub fn new(words: &str) -> Self {
        let mut needle = String::new();
        fold(words.trim(), |c, _| needle.push(c));
        Self(needle)
    }

    /// Whether a text has the words; the empty needle is everywhere.
    pub fn is_in(&self, text: &str) -> bool {
        let mut folded = String::with_capacity(text.len());
        fold(text, |c, _| folded.push(c));
        folded.contains(&self.0)
    }
}

/// All matches of `words` in the article, in order, never overlapping; those in
/// removed blocks only where `raw` is set. An empty query matches nothing.
pub fn find(article: &Article, words: &str, raw: bool) -> Vec<Hit> {
    let Needle(needle) = Needle::new(words);
    if needle.is_empty() {
        return Vec::new();
    }
    let mut hits = Vec::new();
    let mut folded = String::new();
    for (block, it) in article.blocks.iter().enumerate().filter(|(_, it)| raw || it.removed.is_none()) {
        folded.clear();
        fold(&it.text, |c, _| folded.push(c));
        if folded.contains(&needle) {
            hits.extend(located(&it.text, &folded, &needle).into_iter().map(|span| Hit { block, span }));
        }
    }
    hits
}

/// Where the matches lie in the text that was folded.
fn located(text: &str, folded: &str, needle: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut matches = folded.match_indices(needle).map(|(at, _)| at).peekable();
    let mut at = 0;
    let mut open: Option<Span> = None;
    // Folds once more, now with an eye on where the characters come from.
    fold(text, |c, source| {
        if open.is_none() && matches.peek() == Some(&at) {
            open = Some(source);
        }
        at += c.len_utf8();
        if let (Some(span), Some(start)) = (&mut open, matches.peek().copied()) {
            span.end = source.end;
            if at >= start + needle.len() {
                // Two matches in one letter (`s` in `ß`) are one.
                if spans.last().is_none_or(|it| it.end <= span.start) {
                    spans.push(*span);
                }
                open = None;
                matches.next();
            }
        }
    });
    for span in &mut spans {
        span.end = with_marks(text, span.end);
    }
    spans
}

/// The end of the letter that ends at `end`, its diacritics included.
fn with_marks(text: &str, end: usize) -> usize {
    let rest = Span::new(end, text.len()).slice(text);
    end + rest.chars().take_while(|it| is_diacritic(*it)).map(char::len_utf8).sum::<usize>()
}

/// Gives the folded characters of a text, each with where it comes from. The
/// library's index is made of the same characters, so that both find the same.
pub fn fold(text: &str, mut each: impl FnMut(char, Span)) {
    let mut spaced = false;
    for (at, c) in text.char_indices() {
        let source = Span::new(at, at + c.len_utf8());
        let space = c.is_whitespace();
        if space {
            if !spaced {
                each(' ', source);
            }
        } else if c.is_ascii() {
            each(c.to_ascii_lowercase(), source);
        } else if let Some(lower) = letter::lower(c).filter(|_| letter::is_settled(c)) {
            each(lower, source);
        } else if let Some(plain) = typed(c) {
            each(plain, source);
        } else if let Some(letters) = spelled_out(c) {
            letters.chars().for_each(|it| each(it, source));
        } else if is_whole(c) {
            each(c, source);
        } else {
            decompose_compatible(c, |part| {
                for lower in part.to_lowercase().filter(|it| !is_diacritic(*it)) {
                    each(if lower == 'ς' { 'σ' } else { lower }, source);
                }
            });
        }
        spaced = space;
    }
}

/// What people type for a mark that is set in another way.
fn typed(c: char) -> Option<char> {
    match c {
        '‘' | '’' | '‚' | '‛' | 'ʼ' | 'ʻ' | '‹' | '›' => Some('\''),
        '“' | '”' | '„' | '‟' | '«' | '»' => Some('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '−' => Some('-'),
        _ => None,
    }
}

/// Latin letters that have no decomposition, as they are written where a
/// keyboard lacks them (Unicode CLDR, `Latin-ASCII`).
fn spelled_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' | 'ẞ' => "ss",
        'ł' | 'Ł' => "l",
        'ø' | 'Ø' => "o",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'þ' | 'Þ' => "th",
        'ħ' | 'Ħ' => "h",
        'ı' => "i",
        _ => return None,
    })
}

/// Characters that decompose, and are letters of their own all the same: Hangul
/// syllables and kana.
fn is_whole(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}' | '\u{3041}'..='\u{30FF}')
}

/// Marks that change no word for a reader who looks for it: those of Latin,
/// Greek and Cyrillic, Hebrew points, Arabic vowels and the stretching stroke.
fn is_diacritic(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5BD}' | '\u{5BF}'
        | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}' | '\u{640}' | '\u{64B}'..='\u{65F}'
        | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}' | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::{ArticleId, Block, BlockKind, Inline, InlineKind, Why};

    fn article(blocks: Vec<Block>) -> Article {
        Article {
            id: ArticleId::from_bytes([0; 10]),
            source: "sample".to_owned(),
            url: None,
            outlet: None,
            title: "Title".to_owned(),
            kicker: None,
            byline: None,
            published: None,
            language: None,
            blocks,
            trimmed: Vec::new(),
            links: Vec::new(),
            caveats: Vec::new(),
        }
    }

    fn found(text: &str, words: &str) -> Vec<String> {
        let article = article(vec![Block::new(BlockKind::Paragraph, text)]);
        find(&article, words, false).into_iter().map(|it| it.span.slice(text).to_owned()).collect()
    }

    #[test]
    fn words_are_found_in_any_case_and_dress() {
        for (text, words, expected) in [
            ("The Harbor, the harbor.", "HARBOR", &["Harbor", "harbor"][..]),
            ("Café, cafe\u{301}, CAFE.", "cafe", &["Café", "cafe\u{301}", "CAFE"]),
            ("Cafe", "café", &["Cafe"]),
            ("Die Straße, STRASSE", "strasse", &["Straße", "STRASSE"]),
            ("STRASSE", "straße", &["STRASSE"]),
            ("Łódź, Lodz", "lodz", &["Łódź", "Lodz"]),
            ("Cœur, coeur", "coeur", &["Cœur", "coeur"]),
            ("İstanbul, Istanbul", "istanbul", &["İstanbul", "Istanbul"]),
            ("ΟΔΟΣ, οδός", "οδος", &["ΟΔΟΣ", "οδός"]),
            ("Ёлка елка", "елка", &["Ёлка", "елка"]),
            ("the oﬃce", "office", &["oﬃce"]),
            ("Ｆｕｌｌ ｗｉｄｔｈ", "full width", &["Ｆｕｌｌ ｗｉｄｔｈ"]),
            // Typographic marks are found by what is on the keyboard.
            ("don’t say “no” — ever", "don't say \"no\" - ever", &["don’t say “no” — ever"]),
            // Over line breaks and wide spaces.
            ("old\nharbor  wall", "old harbor wall", &["old\nharbor  wall"]),
            // Points and vowels of Hebrew and Arabic are left out by most who type.
            ("שָׁלוֹם", "שלום", &["שָׁלוֹם"]),
            ("مُحَمَّد", "محمد", &["مُحَمَّد"]),
            // Letters that only look composed stay apart.
            ("がか", "か", &["か"]),
            ("각", "가", &[]),
            ("กิน", "กน", &[]),
            // Never overlapping.
            ("aaaaa", "aa", &["aa", "aa"]),
            ("ß", "s", &["ß"]),
            ("anything", "", &[]),
            ("any thing", "  ", &[]),
        ] {
            assert_eq!(found(text, words), expected, "{words} in {text}");
        }
    }

    #[test]
    fn hits_cross_inline_style_and_keep_out_of_what_was_removed() {
        let mut styled = Block::new(BlockKind::Paragraph, "the old harbor wall");
        styled.inlines.push(Inline { start: 4, end: 7, kind: InlineKind::Strong });
        let mut removed = Block::new(BlockKind::Paragraph, "Old harbor news");
        removed.removed = Some(Why::Newsletter);
        let article = article(vec![styled, removed]);
        let first = Hit { block: 0, span: Span::new(4, 14) };
        assert_eq!(find(&article, "old harbor", false), [first]);
        assert_eq!(find(&article, "old harbor", true), [first, Hit { block: 1, span: Span::new(0, 10) }]);
    }

    proptest! {
        #[test]
        fn any_part_of_a_text_is_found_in_it(text in "\\PC{1,30}", at in 0_usize..30, length in 1_usize..9) {
            let words: String = text.chars().skip(at).take(length).collect();
            let mut folded = String::new();
            fold(words.trim(), |c, _| folded.push(c));
            let hits = found(&text, &words);
            prop_assert_eq!(hits.is_empty(), folded.is_empty(), "{:?}", words);
        }

        #[test]
        fn hits_are_in_order_on_letters(text in "[a-eßéİ\u{301} \n]{0,40}", words in "[a-eßs ]{1,3}") {
            let article = article(vec![Block::new(BlockKind::Paragraph, text.clone())]);
            let mut last = 0;
            for hit in find(&article, &words, false) {
                prop_assert!(hit.span.start >= last && !hit.span.is_empty());
                prop_assert!(text.is_char_boundary(hit.span.start) && text.is_char_boundary(hit.span.end));
                last = hit.span.end;
            }
        }
    }
}
