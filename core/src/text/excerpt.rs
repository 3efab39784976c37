//! The part of a text that shows why a search found it.

use super::query::Term;
use super::span::Span;
use super::words;

/// Words before the first hit, in characters: enough to see what it is about. Of
/// a short excerpt they are no more than a third.
const LEAD: usize = 40;

/// A line that is longer than this, in characters, is running text and no label.
const SENTENCE: usize = 40;

/// A piece of a text, and where in it the hits are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// One line; an ellipsis stands where it was cut.
    pub text: String,
    /// Bytes of `text`, in order, never overlapping.
    pub hits: Vec<Span>,
}

/// The line of a text that holds most of the terms, the first of those that hold
/// as many, cut to about `most` characters around its first hits. Without hits it
/// is how the running text begins. The terms' fields play no part.
pub fn excerpt<'a>(text: &str, terms: impl IntoIterator<Item = &'a Term>, most: usize) -> Excerpt {
    let terms: Vec<&Term> = terms.into_iter().collect();
    let lines = || text.lines().map(str::trim).filter(|it| !it.is_empty());
    let mut best: Option<(usize, &str, Vec<Span>)> = None;
    for line in lines().filter(|_| !terms.is_empty()) {
        let (n, hits) = hits(line, &terms);
        if n > best.as_ref().map_or(0, |it| it.0) {
            best = Some((n, line, hits));
        }
        if n == terms.len() {
            break;
        }
    }
    let beginning = || lines().find(|it| it.chars().nth(SENTENCE).is_some()).or_else(|| lines().next());
    let (line, hits) =
        best.map_or_else(|| (beginning().unwrap_or_default(), Vec::new()), |(_, line, hits)| (line, hits));
    cut(line, &hits, most)
}

/// A whole text on one line with the hits in it.
pub fn marked<'a>(text: &str, terms: impl IntoIterator<Item = &'a Term>) -> Excerpt {
    let terms: Vec<&Term> = terms.into_iter().collect();
    Excerpt { text: text.to_owned(), hits: hits(text, &terms).1 }
}

/// How many of the terms stand in a text, and where, those that touch as one.
fn hits(text: &str, terms: &[&Term]) -> (usize, Vec<Span>) {
    let mut found = vec![false; terms.len()];
    let mut spans: Vec<Span> = Vec::new();
    // The last words and where they stand, as many as the longest phrase has.
    let longest = terms.iter().map(|it| it.words.len()).max().unwrap_or(0);
    let mut window: Vec<(String, Span)> = Vec::new();
    words::each(text, |word, span| {
        if longest == 0 {
            return;
        }
        if window.len() == longest {
            window.remove(0);
        }
        window.push((word.to_owned(), span));
        for (term, found) in terms.iter().zip(&mut found) {
            let Some(first) = window.len().checked_sub(term.words.len()) else { continue };
            let stands =
                window.iter().skip(first).zip(&term.words).enumerate().all(|(i, ((word, _), sought))| {
                    word == sought
                        || (term.beginning && i + 1 == term.words.len() && word.starts_with(sought.as_str()))
                });
            if let (true, Some((_, start))) = (stands, window.get(first)) {
                *found = true;
                // Of a word whose beginning was asked for all is shown, of a
                // pair in a script without spaces the half that was.
                let half = term.beginning && term.words.last().is_some_and(|it| words::is_single(it));
                let end = if half { first_character(text, span) } else { span.end };
                spans.push(Span::new(start.start, end));
            }
        }
    });
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut().filter(|it| span.start <= it.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => joined.push(span),
        }
    }
    (found.into_iter().filter(|it| *it).count(), joined)
}

/// Where the first character of a range ends.
fn first_character(text: &str, span: Span) -> usize {
    span.start + span.slice(text).chars().next().map_or(0, char::len_utf8)
}

/// A line cut to about `most` characters, with the hits that are left in it.
fn cut(line: &str, hits: &[Span], most: usize) -> Excerpt {
    let first = hits.first().map_or(0, |it| it.start);
    let whole = line.chars().count() <= most;
    let mut from = 0;
    if !whole {
        let before: Vec<usize> = Span::new(0, first).slice(line).char_indices().map(|(at, _)| at).collect();
        from =
            before.len().checked_sub(LEAD.min(most / 3)).and_then(|it| before.get(it)).copied().unwrap_or(0);
        if from > 0 {
            // Begin with a whole word where there is one.
            let lead = Span::new(from, first).slice(line);
            from += lead.find(char::is_whitespace).map_or(0, |it| it + 1);
            from += Span::new(from, first)
                .slice(line)
                .chars()
                .take_while(|it| it.is_whitespace())
                .map(char::len_utf8)
                .sum::<usize>();
        }
    }
    let rest = Span::new(from, line.len()).slice(line);
    let to = rest.char_indices().nth(most).map_or(line.len(), |(at, _)| {
        let piece = Span::new(0, at).slice(rest);
        from + piece.rfind(char::is_whitespace).filter(|it| *it * 2 > at).unwrap_or(at)
    });
    let mut text = String::new();
    if from > 0 {
        text.push('…');
    }
    let shift = text.len();
    let range = Span::new(from, to);
    text.push_str(range.slice(line));
    if to < line.len() {
        text.push('…');
    }
    let hits = hits.iter().filter_map(|it| it.intersect(range)).map(|it| it.relative_to(from).shifted(shift));
    Excerpt { hits: hits.collect(), text }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::Date;
    use crate::text::query::Query;

    fn shown(text: &str, typed: &str, most: usize) -> String {
        let query = Query::parse(typed, Date::utc(0));
        let Excerpt { mut text, hits } = excerpt(text, query.wanted(), most);
        for hit in hits.iter().rev() {
            text.insert(hit.end, ']');
            text.insert(hit.start, '[');
        }
        text
    }

    #[test]
    fn the_line_that_holds_most_is_shown_with_its_hits() {
        for (text, typed, most, expected) in [
            ("One.\n\nThe old harbor.\nNo.", "HARBOR old", 80, "The [old] [harbor]."),
            ("A wall.\nA harbor wall.", "\"harbor wall\" a", 80, "[A] [harbor wall]."),
            ("Die Straße nach Łódź", "strasse lodz", 80, "Die [Straße] nach [Łódź]"),
            ("Harbors and ports", "harb*", 80, "[Harbors] and ports"),
            ("昨日東京都の港で", "東京都", 80, "昨日[東京都]の港で"),
            ("昨日東京都の港で", "京", 80, "昨日東[京]都の港で"),
            ("First words here.\nSecond.", "absent", 80, "First words here."),
            ("", "x", 80, ""),
        ] {
            assert_eq!(shown(text, typed, most), expected, "{typed}");
        }
    }

    #[test]
    fn long_lines_are_cut_around_the_first_hit() {
        let text = format!("{}harbor {}", "before ".repeat(30), "after ".repeat(30));
        let it = shown(&text, "harbor", 80);
        assert!(it.starts_with("…before ") && it.ends_with("after…") && it.contains("[harbor]"), "{it}");
        assert!(it.chars().count() < 90, "{it}");
    }

    proptest! {
        #[test]
        fn hits_stand_on_letters_of_the_excerpt(text in "([a-cß東京 ]{0,9}\n?){0,9}", typed in "[a-c東京* ]{0,6}", most in 1_usize..40) {
            let query = Query::parse(&typed, Date::utc(0));
            let it = excerpt(&text, query.wanted(), most);
            let mut last = 0;
            for hit in it.hits {
                prop_assert!(hit.start >= last && hit.end <= it.text.len() && !hit.is_empty());
                prop_assert!(it.text.is_char_boundary(hit.start) && it.text.is_char_boundary(hit.end));
                last = hit.end;
            }
        }
    }
}
