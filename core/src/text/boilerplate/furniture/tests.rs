use super::*;
use crate::article::{ArticleId, Block};

const STORIES: &[(&str, &str)] = &[
    ("Ferry", "The ferry to Lowick will run again from Monday, the harbour office said."),
    ("Bridge", "Nobody could say on Tuesday why the bridge at Marren hums in the wind."),
    ("Goat", "A goat walked into the town hall of Arle and stayed for the whole meeting."),
    ("Clock", "The clock of Saint Ede struck thirteen, and the mayor has asked it to stop."),
    ("Swans", "Swans were counted twice at Saltmere, since the first number pleased no one."),
    ("Soup", "The school kitchen in Penrow has cooked one soup for a week without a complaint."),
];

fn article(title: &str, lines: &[&str]) -> Article {
    Article {
        id: ArticleId::from_bytes([0; 10]),
        source: String::new(),
        url: None,
        outlet: None,
        title: title.to_owned(),
        kicker: None,
        byline: None,
        published: None,
        language: None,
        blocks: lines.iter().map(|it| Block::new(BlockKind::Paragraph, *it)).collect(),
        trimmed: Vec::new(),
        links: Vec::new(),
        caveats: Vec::new(),
    }
}

/// What is taken out of the first of `n` articles that have `above` before their
/// story and `below` after it.
fn taken(n: usize, above: &[&str], below: &[&str]) -> Vec<String> {
    let articles: Vec<Article> = STORIES
        .iter()
        .take(n)
        .map(|(title, story)| article(title, &[above, &[*story], below].concat()))
        .collect();
    let mut tally = Tally::default();
    for it in &articles {
        tally.add(it);
    }
    let furniture = tally.furniture();
    let mut first = articles.into_iter().next().unwrap();
    furniture.mark(&mut first);
    let marked = |it: &&Block| it.removed == Some(Why::Furniture);
    first.blocks.iter().filter(marked).map(|it| it.text.clone()).collect()
}

#[test]
fn lines_that_stand_in_most_articles_of_a_source_are_taken_out() {
    let small_print = "The Ledger is a paper of the Harwick Reading Society, founded 1871";
    assert_eq!(taken(5, &[], &[small_print]), [small_print]);
    assert_eq!(taken(5, &[], &["Ledger Extra", "Ledger at Night"]), ["Ledger Extra", "Ledger at Night"]);
    let pitch = "Written for you by the Ledger's own people, who live where you live.";
    assert_eq!(taken(6, &[], &[pitch]), [pitch]);
}

#[test]
fn nothing_is_learned_from_a_few_articles() {
    assert!(taken(4, &[], &["Ledger Extra"]).is_empty());
}

#[test]
fn greetings_rubrics_and_speech_come_again_and_stay() {
    for line in ["Good morning.", "Weather", "“That is all we know so far,” the harbour office said."] {
        assert!(taken(6, &[line], &[]).is_empty(), "{line}");
    }
}

#[test]
fn a_line_of_fewer_articles_than_most_stays() {
    let mut tally = Tally::default();
    for (i, (title, story)) in STORIES.iter().enumerate() {
        let line = if i % 2 == 0 { "Ledger Extra" } else { "Ledger at Night" };
        tally.add(&article(title, &[story, line]));
    }
    let mut it = article("Ferry", &[STORIES[0].1, "Ledger Extra"]);
    tally.furniture().mark(&mut it);
    assert!(it.blocks.iter().all(|it| it.removed.is_none()));
}

#[test]
fn one_story_found_many_times_is_no_furniture() {
    let mut tally = Tally::default();
    let it = article(STORIES[0].0, &[STORIES[0].1, STORIES[1].1]);
    for _ in 0..9 {
        tally.add(&it);
    }
    let mut it = it;
    tally.furniture().mark(&mut it);
    assert!(it.blocks.iter().all(|it| it.removed.is_none()));
}

#[test]
fn numbers_in_a_line_may_differ() {
    let mut tally = Tally::default();
    for (i, (title, story)) in STORIES.iter().enumerate() {
        tally.add(&article(title, &[story, &format!("{} readers like this", i * 7)]));
    }
    let mut it = article("Ferry", &[STORIES[0].1, "120 readers like this"]);
    tally.furniture().mark(&mut it);
    assert_eq!(it.blocks[1].removed, Some(Why::Furniture));
    // And again, when it is known already.
    tally.add(&it);
    tally.furniture().mark(&mut it);
    assert_eq!(it.blocks[1].removed, Some(Why::Furniture));
}

#[test]
fn what_was_learned_is_kept_by_site_and_is_the_same_on_every_machine() {
    let small_print = "The Ledger has told the town what it already knew since 1871.";
    let mut tally = Tally::default();
    for (title, story) in STORIES {
        tally.add(&article(title, &[story, small_print]));
    }
    let furniture = tally.furniture();
    assert_eq!(furniture.lines().collect::<Vec<_>>(), [hash(small_print)]);
    assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c, "FNV-1a, as its authors have it");
    let learned: Learned =
        [("ledger.example".to_owned(), furniture), ("other.example".to_owned(), Furniture::default())]
            .into_iter()
            .collect();
    assert!(learned.of("other.example").is_none());
    let marked = |source: &str, url: Option<&str>| {
        let mut it = Article { url: url.map(str::to_owned), ..article("News", &[STORIES[0].1, small_print]) };
        learned.mark(&mut it, source);
        it.blocks[1].removed
    };
    assert_eq!(marked("news/1.txt", Some("https://www.Ledger.example/a?b")), Some(Why::Furniture));
    assert_eq!(marked("https://ledger.example/feed.xml", None), Some(Why::Furniture));
    assert_eq!(marked("https://ledger.example/feed.xml", Some("https://other.example/a")), None);
    assert_eq!(marked("news/1.txt", None), None);
}

#[test]
fn an_article_that_is_nothing_else_is_left_alone() {
    let line = "The Ledger will not appear on Monday, since the press is being mended";
    let mut tally = Tally::default();
    for (title, story) in STORIES {
        tally.add(&article(title, &[story, line]));
    }
    let mut it = article("Caveat", &[line]);
    tally.furniture().mark(&mut it);
    assert!(it.blocks[0].removed.is_none());
}
