//! What is typed and what it means.

use proptest::prelude::*;

use super::*;

/// Sunday, 22 November 2026, 03:30 in Jakarta; in Greenwich it is still Saturday.
const NOW: Date = Date { seconds: 1_795_293_000, offset: 25_200 };

/// A query as text: groups, what may not be there, filters, mistakes.
fn shown(query: &Query) -> String {
    let term = |it: &Term| {
        let field = it.field.map_or_else(String::new, |it| format!("{it:?}:"));
        format!("{field}{}{}", it.words.join("+"), if it.beginning { "*" } else { "" })
    };
    let mut shown: Vec<String> =
        query.groups.iter().map(|it| it.iter().map(term).collect::<Vec<_>>().join("|")).collect();
    shown.extend(query.without.iter().map(|it| format!("-{}", term(it))));
    shown.extend(query.filters.iter().map(|it| format!("{it:?}")));
    shown.extend(query.mistakes.iter().map(|it| format!("!{it}")));
    shown.join(" ")
}

#[test]
fn what_is_typed_means_what_people_mean() {
    for (typed, meant) in [
        ("", ""),
        ("Harbor  Wall", "harbor wall"),
        ("\"Harbor wall\" old", "harbor+wall old"),
        ("“harbor wall”", "harbor+wall"),
        ("harb* x", "harb* x"),
        ("\"harbor wa\"*", "harbor+wa*"),
        ("-old harbor", "harbor -old"),
        ("-\"old harbor\" x", "x -old+harbor"),
        ("a OR b c OR d OR e", "a|b c|d|e"),
        ("a AND b or c", "a b or c"),
        ("\"OR\" x", "or x"),
        (
            "title:harbor by:\"Ana Díaz\" -from:courier said:lop*",
            "Title:harbor By:ana+diaz Said:lop* -From:courier",
        ),
        ("TITLE:x", "Title:x"),
        ("don't e-mail", "don+t e+mail"),
        ("東京都 東", "東京+京都 東*"),
        ("10:30 https://x.example/a", "10+30 https+x+example+a"),
        ("minister: no", "minister no"),
        ("a - b", "a b !`-` has no letter or digit to look for"),
        ("a\"b c\"d", "a b+c d"),
    ] {
        assert_eq!(shown(&Query::parse(typed, NOW)), meant, "{typed:?}");
    }
}

#[test]
fn filters_are_told_from_words() {
    for (typed, meant) in [
        ("is:unread", "Read(false)"),
        ("-is:unread is:bookmarked", "Read(true) Bookmarked(true)"),
        ("has:quotes -has:quotes", "Quotes(true) Quotes(false)"),
        ("lang:ID-id -lang:en", "Language(Language([105, 100]), true) Language(Language([101, 110]), false)"),
        (
            "feed:https://a.example/rss -folder:\"World news\" tag:sea",
            r#"Feed("https://a.example/rss", true) Folder("World news", false) Tag("sea", true)"#,
        ),
    ] {
        assert_eq!(shown(&Query::parse(typed, NOW)), meant, "{typed:?}");
    }
}

#[test]
fn days_begin_where_the_reader_is() {
    for (typed, day) in [
        ("2026", "2026-01-01"),
        ("2026-10", "2026-10-01"),
        ("2026-10-31", "2026-10-31"),
        ("2026/2/28", "2026-02-28"),
        ("today", "2026-11-22"),
        ("yesterday", "2026-11-21"),
        ("0d", "2026-11-22"),
        ("3d", "2026-11-19"),
        ("2w", "2026-11-08"),
        ("9m", "2026-02-22"),
        ("12m", "2025-11-22"),
        ("1y", "2025-11-22"),
    ] {
        let query = Query::parse(&format!("after:{typed} before:{typed}"), NOW);
        let [Filter::After(after), Filter::Before(before)] = &query.filters[..] else {
            panic!("{typed}: {query:?}")
        };
        assert_eq!(after, before);
        let date = Date { seconds: *after, offset: NOW.offset }.to_string();
        assert_eq!(date, format!("{day}T00:00:00+07:00"), "{typed}");
    }
    // The last of March, a month ago, is the last of February.
    let march = Date::utc(1_774_915_200);
    assert_eq!(day("1m", march).map(|it| Date::utc(it).to_string()), Some("2026-02-28T00:00:00Z".to_owned()));
}

#[test]
fn a_wrong_query_says_what_is_wrong_and_searches_for_the_rest() {
    for (typed, meant) in [
        ("old \"harbor wall", "old harbor+wall !a quotation mark is not closed: the phrase goes to the end"),
        ("old is:lost", "old !`is:` knows no `lost`; it takes unread, read, bookmarked"),
        ("old lang:english", "old !`lang:` knows no `english`; it takes two letters, such as en or id"),
        ("old tag:\"\"", "old !`tag:` knows no ``; it takes a tag"),
        ("OR old", "old !`OR` stands between two words"),
        ("old OR", "old !`OR` stands between two words"),
        ("old *** wall", "old wall !`` has no letter or digit to look for"),
        ("old OR is:read", "old Read(true) !`is:read` beside `OR` holds for everything"),
    ] {
        assert_eq!(shown(&Query::parse(typed, NOW)), meant, "{typed:?}");
    }
    let query = Query::parse("old color:red", NOW);
    assert_eq!(query.groups.len(), 2);
    assert_eq!(query.mistakes, [Mistake::NoField("color".to_owned())]);
    for value in ["2026-13", "2026-02-30", "26", "next", "99999999d", "2026-1-1-1", "-1d"] {
        let query = Query::parse(&format!("x after:{value}"), NOW);
        assert!(
            matches!(&query.mistakes[..], [Mistake::NoValue { field: "after", .. }]),
            "{value}: {query:?}"
        );
        assert_eq!(query.groups.len(), 1);
    }
}

#[test]
fn a_pasted_page_is_searched_for_its_first_words() {
    let query = Query::parse(&"word ".repeat(2_000), NOW);
    assert_eq!(query.groups.len(), MOST);
    assert_eq!(query.mistakes, [Mistake::TooMany]);
}

proptest! {
    #[test]
    fn a_plain_text_is_read_as_a_folded_one_is(text in "([a-cA-C]{1,3}|[ —,’é]){1,9}", typed in "\"?[a-c]{1,2} ?[a-c]?\"?[*]?") {
        let query = Query::parse(&typed, NOW);
        for term in query.wanted() {
            // A letter that has to be folded, behind all others, changes nothing.
            let folded = format!("{text} é");
            prop_assert_eq!(term.count_in(&text), term.count_in(&folded), "{:?} in {:?}", term, text);
        }
    }

    #[test]
    fn nothing_that_is_typed_fails(typed in "\\PC{0,40}|[a-z\"“*:()^+ORANDNEAR \0-]{0,60}") {
        let query = Query::parse(&typed, NOW);
        for term in query.wanted().chain(&query.without) {
            prop_assert!(!term.words.is_empty());
            for word in &term.words {
                prop_assert!(!word.is_empty() && !word.contains(['"', ' ', '\0', '*']), "{:?}", word);
            }
        }
        prop_assert!(query.groups.iter().all(|it| !it.is_empty()));
    }
}

#[test]
fn a_query_holds_of_a_text_as_it_does_of_an_index() {
    for (typed, text, holds) in [
        ("harbor wall", "The wall of the Harbor", true),
        ("\"harbor wall\"", "The wall of the harbor", false),
        ("harb", "The harbor", false),
        ("harb*", "The harbor", true),
        ("-wall harbor", "The wall of the harbor", false),
        ("sea OR wall", "The wall", true),
        ("東京", "昨日、東京都の港", true),
        ("京", "昨日、東京都の港", true),
        ("港都", "昨日、東京都の港", false),
        ("title:wall", "The wall", true),
        ("\"harbor wall\"", "The harbor\nWall and sea", false),
        ("", "", true),
    ] {
        assert_eq!(Query::parse(typed, NOW).is_in(text), holds, "{typed} in {text}");
    }
}
