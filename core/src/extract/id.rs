//! What makes an article the same article: how its id comes from its content.

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::link;
use crate::article::ArticleId;
use crate::text::{letter, span::Span};

/// The id of an article: the first 80 bits of a SHA-256.
///
/// Where the source declares its address (`url`) and that has a path, it is made
/// of the address and the title as declared: pages change their surroundings
/// from one visit to the next. Else it is made of the letters and digits of
/// `title` and `words`, which are all words of the source and not only those of
/// the clean body, so that better cleaning never changes an id; for pages they
/// are what [`gist`] takes. Case, white
/// space, marks and punctuation have no part in it, nor have encoding, line ends
/// and Unicode forms.
pub fn of<'a>(url: Option<&str>, title: &str, words: impl IntoIterator<Item = &'a str>) -> ArticleId {
    let mut hash = Sha256::new();
    if let Some(address) = url.and_then(link::identity) {
        hash.update(b"url\0");
        hash.update(address.as_bytes());
        hash.update(b"\0");
        feed(&mut hash, title);
    } else {
        hash.update(b"words\0");
        feed(&mut hash, title);
        for it in words {
            feed(&mut hash, it);
        }
    }
    let digest = hash.finalize();
    let mut bytes = [0; 10];
    bytes.iter_mut().zip(digest.iter()).for_each(|(to, from)| *to = *from);
    ArticleId::from_bytes(bytes)
}

/// Bytes that are given to the hash at once.
const FEED: usize = 4_096;

/// Paragraphs that stand for the article of a page.
const TELLING: usize = 3;

/// What stands for a page that declares no address: its title and the longest of
/// the paragraphs that are kept, in their order.
///
/// All words of a page would not do: menus, teasers and comments differ from one
/// visit to the next. All words of the clean body would not do either: each rule
/// that finds one more caption would make it another article, and lose its marks.
/// What cleaning gets wrong, and later right, are lines at the edges and short
/// ones; the longest paragraphs stay. An article whose longest paragraphs were
/// rewritten is taken for another one. Where nothing is kept, the answer is empty.
pub(super) fn gist<'a>(title: &str, kept: impl IntoIterator<Item = &'a str>) -> String {
    let mut longest: Vec<(usize, usize, &str)> = Vec::new();
    for (at, text) in kept.into_iter().enumerate().filter(|(_, text)| !text.is_empty()) {
        longest.push((at, text.len(), text));
        if longest.len() > TELLING {
            // Of two of one length the later goes.
            let shortest = longest.iter().enumerate().rev().min_by_key(|(_, it)| it.1).map(|(i, _)| i);
            longest.remove(shortest.unwrap_or_default());
        }
    }
    if longest.is_empty() {
        return String::new();
    }
    std::iter::once(title).chain(longest.into_iter().map(|it| it.2)).collect::<Vec<_>>().join("\n")
}

fn feed(hash: &mut Sha256, text: &str) {
    let mut letters = String::with_capacity(2 * FEED);
    // What no form changes begins anew after whatever stands before it, so that only
    // what lies between has to be decomposed.
    let mut open: Option<usize> = None;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let at = text.len() - rest.len();
        let ascii = rest.bytes().take(FEED).take_while(u8::is_ascii).count();
        let (run, after) = rest.split_at_checked(ascii).unwrap_or(("", rest));
        rest = after;
        if run.is_empty() {
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            if !letter::is_settled(c) {
                open.get_or_insert(at);
                continue;
            }
        }
        if let Some(from) = open.take() {
            decompose(Span::new(from, at).slice(text), &mut letters);
        }
        let own = run.bytes().filter(u8::is_ascii_alphanumeric);
        letters.extend(own.map(|it| char::from(it.to_ascii_lowercase())));
        if run.is_empty() && letter::is_alphanumeric(c) {
            letter::push_lower(c, &mut letters);
        }
        if letters.len() >= FEED {
            hash.update(letters.as_bytes());
            letters.clear();
        }
    }
    if let Some(from) = open {
        decompose(Span::new(from, text.len()).slice(text), &mut letters);
    }
    hash.update(letters.as_bytes());
}

/// Appends the letters and digits of a text that may hold marks and composed
/// characters, in lower case.
fn decompose(text: &str, letters: &mut String) {
    letters.extend(text.nfkd().flat_map(char::to_lowercase).filter(|c| letter::is_alphanumeric(*c)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_the_same_article() {
        let id = of(None, "", ["Title\n\nThe “café” opens at 10."]);
        for words in [
            "Title \r\n\r\n The \"cafe\u{301}\"\topens at 10",
            "title the café opens, at 10",
            "\u{FEFF}Title The café opens at 10.",
        ] {
            assert_eq!(of(None, "", [words]), id, "{words}");
        }
        assert_ne!(of(None, "", ["Title The café opens at 11."]), id);
    }

    #[test]
    fn the_longest_paragraphs_stand_for_a_page() {
        let body = [
            "A first paragraph of some length.",
            "A second one, longer than that.",
            "And the third of them, too.",
        ];
        let gist_of = |more: &[&str]| gist("Title", body.iter().chain(more).copied());
        assert_eq!(gist_of(&[]), gist_of(&["Photo: M. Berg", "", "Share"]));
        assert_ne!(gist_of(&[]), gist_of(&["Another paragraph, which is the longest of them all."]));
        assert_eq!(gist("T", ["aaaa", "bb", "cc", "dd"]), "T\naaaa\nbb\ncc");
        assert_eq!(gist("Title", []), "");
    }

    #[test]
    fn a_declared_address_with_a_path_stands_for_the_words() {
        let id = of(Some("https://news.example/a/1"), "A title", ["one"]);
        for url in [
            "http://NEWS.example/a/1/",
            "https://news.example/a/1#top",
            "https://news.example:443/a/1?utm_source=x&fbclid=y",
        ] {
            assert_eq!(of(Some(url), "A title", ["two"]), id, "{url}");
        }
        assert_ne!(of(Some("https://news.example/a/1?id=2"), "A title", ["one"]), id);
        assert_ne!(of(Some("https://news.example/a/1"), "Another", ["one"]), id);
        // A front page is no article's address.
        assert_eq!(of(Some("https://news.example/"), "A title", ["one"]), of(None, "A title", ["one"]));
        assert_eq!(of(Some("javascript:alert(1)"), "A title", ["one"]), of(None, "A title", ["one"]));
    }
}
