//! Whether a feed carries articles, or only says that there are some.

use super::{Entry, Feed, markup};
use crate::article::Why;
use crate::text::{boilerplate, span::Span};

/// Entries that are looked at; the newest stand first.
const LOOKED_AT: usize = 20;
/// A text of fewer characters, white space not counted, is no article: teasers of
/// agencies have 100 to 300, and a short report 800.
const SHORTEST_ARTICLE: usize = 500;
/// One that breaks off is no article either, up to here: longer ones end with
/// three dots for other reasons.
const LONGEST_TEASER: usize = 2_000;
/// Of so many entries in ten that could be judged, so many must be teasers.
const MOST_OF_TEN: usize = 8;
/// Characters at the end of a text that may point to the rest of it.
const LONGEST_POINTER: usize = 80;

impl Feed {
    /// Whether the entries carry summaries only, and the articles stand on the
    /// pages that they lead to. Entries without a page, without a title (notes are
    /// whole as they are) or with sound and film (which is what they are about)
    /// say nothing about it; `None` where all are such.
    pub fn carries_summaries(&self) -> Option<bool> {
        let judged = self.entries.iter().take(LOOKED_AT).filter(|it| {
            it.url.is_some() && !it.title.is_empty() && !it.enclosures.iter().any(super::Enclosure::is_played)
        });
        let (mut all, mut teasers) = (0, 0);
        for entry in judged {
            all += 1;
            teasers += usize::from(is_teaser(entry));
        }
        (all > 0).then_some(teasers * 10 >= all * MOST_OF_TEN)
    }
}

fn is_teaser(entry: &Entry) -> bool {
    let words = entry.body_html().map(markup::words).unwrap_or_default();
    let chars = words.chars().filter(|c| !c.is_whitespace()).count();
    chars < SHORTEST_ARTICLE || chars <= LONGEST_TEASER && breaks_off(&words)
}

/// Whether a text ends before its end: with three dots, or with a pointer to the
/// rest (`… [Read more]`).
fn breaks_off(words: &str) -> bool {
    let bare = words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ']' | ')' | '»' | '→'));
    if bare.ends_with(['…', '⋯']) || bare.ends_with("...") {
        return true;
    }
    let from = words.char_indices().rev().nth(LONGEST_POINTER).map_or(0, |(at, _)| at);
    let tail = Span::new(from, words.len()).slice(words);
    let last =
        tail.rsplit(['.', '…', '!', '?', '。', '[', '(']).find(|it| it.chars().any(char::is_alphanumeric));
    last.is_some_and(|it| {
        let it = it.trim_matches(|c: char| !c.is_alphanumeric());
        boilerplate::reason_at_edge(it) == Some(Why::ReadAlso)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed(bodies: &[&str]) -> Feed {
        let entries = bodies.iter().enumerate().map(|(i, body)| Entry {
            url: Some(format!("https://news.example/{i}")),
            title: "The crane".to_owned(),
            summary_html: Some((*body).to_owned()),
            ..Entry::default()
        });
        Feed { entries: entries.collect(), ..Feed::default() }
    }

    #[test]
    fn a_feed_of_teasers_is_told_from_one_of_articles() {
        let article = "<p>The crane fell into the harbor at noon, and nobody was hurt.</p>".repeat(20);
        let long_teaser =
            |end: &str| format!("<p>{}{end}</p>", "The crane fell into the harbor. ".repeat(30));
        for (bodies, expected) in [
            (vec!["The crane fell into the harbor at noon."], Some(true)),
            (vec![article.as_str()], Some(false)),
            (vec![&long_teaser("It is […]")], Some(true)),
            (vec![&long_teaser("It is ... <a href='/x'>Read more</a>")], Some(true)),
            (vec![&long_teaser("Nobody was hurt.")], Some(false)),
            // A short piece now and then does not make it a feed of teasers.
            (vec!["Short.", &article, &article], Some(false)),
            (vec![], None),
        ] {
            assert_eq!(feed(&bodies).carries_summaries(), expected, "{bodies:?}");
        }
    }

    #[test]
    fn notes_and_podcasts_are_whole_as_they_are() {
        let mut notes = feed(&["A note.", "Another."]);
        notes.entries.iter_mut().for_each(|it| it.title.clear());
        assert_eq!(notes.carries_summaries(), None);
        let mut podcast = feed(&["Today: cranes."]);
        podcast.entries[0].enclosures.push(super::super::Enclosure {
            url: "https://news.example/1.mp3".to_owned(),
            mime: Some("audio/mpeg".to_owned()),
            ..Default::default()
        });
        assert_eq!(podcast.carries_summaries(), None);
    }
}
