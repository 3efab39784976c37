//! A library in a folder of its own.

mod feeds;
mod keeping;
mod lists;
mod marks;
mod searches;
mod upgrade;

use tempfile::TempDir;

use super::*;
use crate::article::{
    Article, ArticleId, Block, BlockKind, Caveat, Field, Header, Inline, InlineKind, Marker, Poll, Stamped,
    Trimmed, Why,
};
use crate::text::analysis::analyse;
use crate::text::query::Query;

const NOW: u64 = 1_795_300_000_000;

struct Shelf {
    folder: TempDir,
    store: Store,
}

impl Shelf {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (store, notices) = Store::open(folder.path(), NOW).unwrap();
        assert!(notices.is_empty(), "{notices:?}");
        Self { folder, store }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("library.db")
    }

    /// Makes a mark hold since a moment.
    fn say(&mut self, t: u64, id: ArticleId, field: Field) {
        self.store.apply_marks(&[Stamped::new(t, id, field)], None).unwrap();
    }

    /// The titles of what is found, newest first.
    fn found(&mut self, typed: &str) -> Vec<String> {
        let query = Query::parse(typed, Date::utc(1_795_300_000));
        let hits = self.store.search(&query, Order::Newest { below: None }, 50).unwrap();
        hits.into_iter().map(|it| it.header.title).collect()
    }

    fn take(&mut self, pieces: &[Piece]) -> Report {
        let batch: Vec<Taken> = pieces.iter().map(Piece::taken).collect();
        self.store.take_in(&batch, &[], NOW).unwrap()
    }
}

/// An article that is made up for a test.
#[derive(Clone)]
struct Piece {
    id: u8,
    title: &'static str,
    body: &'static str,
    published: Option<i64>,
    path: Option<&'static str>,
    url: Option<&'static str>,
}

fn piece(id: u8, title: &'static str, body: &'static str) -> Piece {
    Piece { id, title, body, published: Some(1_790_000_000 + 86_400 * i64::from(id)), path: None, url: None }
}

impl Piece {
    fn at(self, path: &'static str) -> Self {
        Self { path: Some(path), ..self }
    }

    fn article(&self) -> Article {
        Article {
            id: ArticleId::from_bytes([self.id; 10]),
            source: self.path.unwrap_or("-").to_owned(),
            url: self.url.map(str::to_owned),
            outlet: Some("The Ferry".to_owned()),
            title: self.title.to_owned(),
            kicker: None,
            byline: Some("By Ana Díaz".to_owned()),
            published: self.published.map(Date::utc),
            language: crate::article::Language::parse("en"),
            blocks: self.body.lines().map(|it| Block::new(BlockKind::Paragraph, it)).collect(),
            trimmed: Vec::new(),
            links: Vec::new(),
            caveats: Vec::new(),
        }
    }

    fn taken(&self) -> Taken {
        let seen =
            self.path.map(|it| Seen::File { path: it.into(), stat: Some(Stat { size: 1, modified: 2 }) });
        taken(&self.article(), self.body, seen)
    }
}

fn taken(article: &Article, original: &str, seen: Option<Seen>) -> Taken {
    let analysis = analyse(article);
    let header = Header {
        id: article.id,
        source: article.source.clone(),
        url: article.url.clone(),
        outlet: article.outlet.clone(),
        title: article.title.clone(),
        kicker: article.kicker.clone(),
        byline: article.byline.clone(),
        published: article.published,
        language: article.language,
        minutes: analysis.minutes,
        quotes: u16::try_from(analysis.speech().count()).unwrap(),
    };
    Taken::new(header, article, &analysis, ("note.txt", original.as_bytes()), seen)
}

#[test]
fn an_article_comes_back_as_it_went_in() {
    let mut shelf = Shelf::new();
    let whys = [Why::Newsletter, Why::OutsideArticle, Why::Unsafe];
    let kinds = [
        BlockKind::Paragraph,
        BlockKind::Heading(2),
        BlockKind::ListItem { depth: 1, marker: Marker::Number(3) },
        BlockKind::ListItem { depth: 0, marker: Marker::Continued },
        BlockKind::Code { language: Some("rust".to_owned()) },
        BlockKind::Table { header: true },
        BlockKind::Image { alt: "A boat".to_owned(), link: Some(0) },
        BlockKind::Rule,
    ];
    let mut article = piece(1, "A title", "").article();
    article.blocks = kinds.into_iter().map(|it| Block::new(it, "Words “ü” 東京")).collect();
    for (block, why) in article.blocks.iter_mut().skip(4).zip(whys) {
        block.removed = Some(why);
        block.quoted = 2;
        block.inlines = vec![
            Inline { start: 0, end: 5, kind: InlineKind::Link(0) },
            Inline { start: 0, end: 2, kind: InlineKind::Strong },
        ];
    }
    article.trimmed = vec![Trimmed { block: Some(1), text: "utm".to_owned(), why: Why::Tracking }];
    article.links = vec!["https://ferry.example/".to_owned()];
    article.published = Some(Date { seconds: -5, offset: 25_200 });
    article.caveats = vec![Caveat::Paywall, Caveat::BadBytes];
    shelf.store.take_in(&[taken(&article, "bytes", None)], &[], NOW).unwrap();
    assert_eq!(shelf.store.article(article.id).unwrap(), Some(article));
    assert_eq!(shelf.store.article(ArticleId::from_bytes([9; 10])).unwrap(), None);
}

#[test]
fn words_are_found_wherever_they_stand_and_the_newest_first() {
    let mut shelf = Shelf::new();
    shelf.take(&[
        piece(1, "Harbor wall", "The old harbor wall fell into the sea near Łódź."),
        piece(3, "Market day", "A wall of fish. The harbor office was closed."),
        piece(2, "東京の夜", "昨日、東京都の港で船が止まった。"),
        Piece { published: None, ..piece(4, "No date", "The harbor again.") },
    ]);
    for (typed, found) in [
        ("HARBOR", &["Market day", "Harbor wall", "No date"][..]),
        ("\"harbor wall\"", &["Harbor wall"]),
        ("harb* -market", &["Harbor wall", "No date"]),
        ("lodz OR fish", &["Market day", "Harbor wall"]),
        ("title:harbor", &["Harbor wall"]),
        ("by:diaz from:ferry title:date", &["No date"]),
        ("東京", &["東京の夜"]),
        ("港", &["東京の夜"]),
        ("京都の", &["東京の夜"]),
        ("-wall", &["東京の夜", "No date"]),
        ("has:quotes", &[]),
        ("zeppelin", &[]),
        ("after:2026-09-24 harbor", &["Market day"]),
        ("before:2026-09-24", &["東京の夜", "Harbor wall"]),
        ("lang:en wall", &["Market day", "Harbor wall"]),
        ("-lang:en", &[]),
    ] {
        assert_eq!(shelf.found(typed), found, "{typed}");
    }
}

#[test]
fn the_best_comes_first_where_that_is_asked() {
    let mut shelf = Shelf::new();
    shelf.take(&[
        piece(1, "The harbor", "Harbor, harbor, harbor."),
        piece(2, "Fish", "A long day by the harbor and the sea."),
    ]);
    let query = Query::parse("harbor", Date::utc(0));
    let hits = shelf.store.search(&query, Order::Best, 10).unwrap();
    assert_eq!(hits.iter().map(|it| it.header.title.as_str()).collect::<Vec<_>>(), ["The harbor", "Fish"]);
}

#[test]
fn nothing_that_is_typed_is_an_error_of_the_index() {
    let mut shelf = Shelf::new();
    shelf.take(&[piece(1, "Harbor", "Near the sea.")]);
    let long = "x\" OR ".repeat(1_500);
    for typed in [
        "\"",
        "*",
        "NEAR(",
        "NEAR(a b, 2)",
        "col:",
        "title:",
        "AND",
        "a AND",
        "OR OR",
        "NOT a",
        "^a",
        "{a} : b",
        "-",
        "--",
        "-\"\"",
        "a + b",
        "(((",
        "a:b:c",
        "\0",
        "a\0b",
        "'; DROP TABLE article; --",
        &long,
        "𝒽arbor",
        "\u{202e}x",
        "a*b*",
        "rank",
        "said:\"",
    ] {
        let query = Query::parse(typed, Date::utc(0));
        for order in [Order::Best, Order::Newest { below: None }] {
            shelf.store.search(&query, order, 10).unwrap();
        }
        shelf.store.said(&query, &query, 10).unwrap();
    }
    assert_eq!(shelf.found(""), ["Harbor"]);
}

#[test]
fn a_list_goes_on_where_its_window_ended() {
    let mut shelf = Shelf::new();
    let pieces: Vec<Piece> = (0..40)
        .map(|i| Piece {
            published: (i % 4 != 0).then_some(1_790_000_000 + 60 * i64::from(i / 8)),
            ..piece(i, "Same", "Words.")
        })
        .collect();
    shelf.take(&pieces);
    let (mut seen, mut below) = (Vec::new(), None);
    loop {
        let hits = shelf.store.search(&Query::default(), Order::Newest { below }, 7).unwrap();
        let Some(last) = hits.last() else { break };
        below = Some(last.key);
        seen.extend(hits.into_iter().map(|it| it.header));
    }
    assert_eq!(seen.len(), 40);
    let dates: Vec<Option<Date>> = seen.iter().map(|it| it.published).collect();
    let mut sorted = dates.clone();
    sorted.sort_by(|a, b| b.cmp(a));
    assert_eq!(dates, sorted);
    assert_eq!(shelf.store.tally().unwrap().all, 40);
}

#[test]
fn one_article_at_two_paths_is_one_with_two_sources() {
    let mut shelf = Shelf::new();
    let one = piece(1, "Harbor", "Near the sea.");
    assert_eq!(
        shelf.take(&[one.clone().at("a"), one.clone().at("b")]),
        Report { new: 1, updated: 0, known: 1 }
    );
    assert!(shelf.store.seen(b"a").unwrap().is_some() && shelf.store.seen(b"b").unwrap().is_some());
    // One of them changes: the other still has the old article.
    assert_eq!(shelf.take(&[piece(2, "Port", "Near the lake.").at("a")]).new, 1);
    assert_eq!(shelf.found(""), ["Port", "Harbor"]);
}

#[test]
fn what_changed_at_its_source_is_changed_in_place_and_keeps_its_earlier_text() {
    let mut shelf = Shelf::new();
    shelf.take(&[piece(1, "Harbor", "Near the sea.").at("a"), piece(2, "Fish", "Fresh.").at("b")]);
    let changed = Piece { published: Some(1_794_000_000), ..piece(3, "Harbour", "Near the lake.").at("a") };
    assert_eq!(shelf.take(&[changed]), Report { new: 0, updated: 1, known: 0 });
    assert_eq!(shelf.found(""), ["Harbour", "Fish"], "it stands where its new date puts it");
    assert_eq!((shelf.found("sea"), shelf.found("lake")), (Vec::new(), vec!["Harbour".to_owned()]));
    let earlier: String =
        shelf.store.connection.query_row("SELECT title FROM earlier", [], |row| row.get(0)).unwrap();
    assert_eq!(earlier, "Harbor");
    let old = ArticleId::from_bytes([1; 10]);
    let now = ArticleId::from_bytes([3; 10]);
    assert_eq!(shelf.store.beginning(&old.to_string(), 9).unwrap(), [now], "its old id leads to it");
    // A bookmark made before the change still holds.
    shelf.say(1, old, Field::Bookmarked(true));
    assert_eq!(shelf.found("is:bookmarked"), ["Harbour"]);
    assert!(shelf.store.check().unwrap().is_empty());
}

#[test]
fn another_address_at_the_same_path_is_another_article() {
    let mut shelf = Shelf::new();
    let at = |it: Piece, url| Piece { url: Some(url), ..it.at("page.html") };
    shelf.take(&[at(piece(1, "Monday", "One."), "https://ferry.example/1")]);
    shelf.take(&[at(piece(2, "Tuesday", "Two."), "https://ferry.example/2")]);
    assert_eq!(shelf.found(""), ["Tuesday", "Monday"]);
}

#[test]
fn marks_narrow_a_search() {
    let mut shelf = Shelf::new();
    shelf.take(&[piece(1, "One", "Words."), piece(2, "Two", "Words.")]);
    assert_eq!(shelf.found("is:unread").len(), 2);
    let id = ArticleId::from_bytes([1; 10]);
    shelf.say(1, id, Field::Read(true));
    shelf.say(1, id, Field::Bookmarked(true));
    assert_eq!(shelf.found("words is:unread"), ["Two"]);
    assert_eq!(shelf.found("is:bookmarked"), ["One"]);
    shelf.say(2, id, Field::Read(false));
    assert_eq!(shelf.found("is:read"), Vec::<String>::new());
}

#[test]
fn what_somebody_said_is_found_over_all_articles() {
    let mut shelf = Shelf::new();
    shelf.take(&[
        piece(1, "One", "“We will mend the wall before winter,” said Maria Lopez."),
        piece(
            2,
            "Two",
            "“The boats stay where they are,” said Maria Lopez.\n“No wall helps us,” said Tom Reed.",
        ),
    ]);
    let said = |speaker: &str, about: &str| {
        let query = |typed| Query::parse(typed, Date::utc(0));
        let said = shelf.store.said(&query(speaker), &query(about), 10).unwrap();
        said.into_iter().map(|it| (it.title, it.words)).collect::<Vec<_>>()
    };
    let titles = |said: Vec<(String, String)>| said.into_iter().map(|it| it.0).collect::<Vec<_>>();
    assert_eq!(titles(said("lopez", "")), ["Two", "One"]);
    assert_eq!(titles(said("maria lópez", "wall")), ["One"]);
    assert_eq!(said("", "wall -winter")[0].1, "“No wall helps us,”");
    assert!(said("", "").is_empty());
}

#[test]
fn rules_of_today_keep_ids_and_are_no_change_of_the_source() {
    let mut shelf = Shelf::new();
    shelf.take(&[piece(1, "Old title", "Near the sea.").at("a"), piece(2, "Fish", "Fresh.")]);
    assert_eq!(shelf.store.originals(None, 10, false).unwrap().last, None, "nothing to do");
    shelf.store.connection.execute("UPDATE article SET rules = 0", []).unwrap();
    let originals = shelf.store.originals(None, 10, false).unwrap().originals;
    assert_eq!(
        originals.iter().map(|it| it.bytes.as_slice()).collect::<Vec<_>>(),
        [&b"Near the sea."[..], b"Fresh."]
    );
    assert_eq!(shelf.store.originals(Some(originals[1].id), 10, true).unwrap().originals, []);
    let again = [piece(1, "New title", "Near the sea.").taken(), piece(2, "Fish", "Fresh.").taken()];
    assert_eq!(shelf.store.reclean(&again[..1]).unwrap(), 1);
    assert_eq!(shelf.store.originals(None, 10, false).unwrap().originals, originals[1..], "it goes on there");
    assert_eq!(shelf.store.reclean(&again).unwrap(), 0);
    assert_eq!(shelf.found("title:title"), ["New title"]);
    assert_eq!(shelf.found("sea"), ["New title"]);
    let earlier: i64 =
        shelf.store.connection.query_row("SELECT count(*) FROM earlier", [], |row| row.get(0)).unwrap();
    assert_eq!(earlier, 0);
    assert!(shelf.store.check().unwrap().is_empty());
}

#[test]
fn a_newer_library_is_read_and_not_changed() {
    let mut shelf = Shelf::new();
    shelf.take(&[piece(1, "Harbor", "Near the sea.")]);
    shelf.store.connection.pragma_update(None, "user_version", 99).unwrap();
    let (store, notices) = Store::open(shelf.folder.path(), NOW).unwrap();
    assert!(matches!(&notices[..], [Notice::Newer { version: 99, .. }]), "{notices:?}");
    assert!(store.is_read_only());
    shelf.store = store;
    assert_eq!(shelf.found("sea"), ["Harbor"]);
    assert_eq!(shelf.found("is:unread"), ["Harbor"]);
    let refused = shelf.store.take_in(&[piece(2, "x", "y").taken()], &[], NOW);
    assert!(matches!(refused, Err(Error::ReadOnly { .. })));
}

#[test]
fn a_damaged_library_is_set_aside_and_never_lost() {
    for damage in ["overwritten", "cut"] {
        let mut shelf = Shelf::new();
        shelf.take(&[piece(1, "Harbor", "Near the sea.")]);
        let (path, folder) = (shelf.path(), shelf.folder);
        drop(shelf.store);
        let mut bytes = fs::read(&path).unwrap();
        match damage {
            "cut" => bytes.truncate(5_000),
            _ => bytes.iter_mut().take(3_000).for_each(|it| *it = b'x'),
        }
        fs::write(&path, &bytes).unwrap();
        let (store, notices) = Store::open(folder.path(), NOW).unwrap();
        let [Notice::SetAside { aside, .. }] = &notices[..] else { panic!("{damage}: {notices:?}") };
        assert_eq!(fs::read(aside).unwrap(), bytes, "{damage}");
        assert!(aside.to_string_lossy().contains("damaged-2026-11-2"), "{aside:?}");
        assert_eq!(store.tally().unwrap().all, 0);
    }
}

#[test]
fn an_article_that_cannot_be_unpacked_is_named() {
    let mut shelf = Shelf::new();
    shelf.take(&[piece(1, "Harbor", "Near the sea.")]);
    shelf.store.connection.execute("UPDATE body SET packed = x'ffff'", []).unwrap();
    let id = ArticleId::from_bytes([1; 10]);
    let error = shelf.store.article(id).unwrap_err();
    assert!(!error.is_damage() && error.to_string().contains(&id.to_string()), "{error}");
    assert_eq!(shelf.found("sea"), ["Harbor"]);
}

#[test]
fn a_sound_library_is_not_set_aside() {
    let mut shelf = Shelf::new();
    shelf.take(&[piece(1, "Harbor", "Near the sea.")]);
    let (store, notices) = shelf.store.set_aside(NOW).unwrap();
    assert!(notices.is_empty());
    assert_eq!(store.tally().unwrap().all, 1);
}

#[test]
fn a_database_of_another_program_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.db");
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE theirs (x)").unwrap();
    let before = fs::read(&path).unwrap();
    assert!(matches!(Store::open(folder.path(), NOW), Err(Error::NotOurs { .. })));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn articles_of_one_second_all_find_a_place() {
    let mut shelf = Shelf::new();
    let mut batch = Vec::new();
    for n in 0..1_100_u16 {
        let mut article = piece(1, "Same second", "Words.").article();
        let [a, b] = n.to_be_bytes();
        article.id = ArticleId::from_bytes([a, b, 0, 0, 0, 0, 0, 0, 0, 0]);
        batch.push(taken(&article, &n.to_string(), None));
    }
    shelf.store.take_in(&batch, &[], NOW).unwrap();
    assert_eq!(shelf.store.tally().unwrap().all, 1_100);
}

#[test]
fn a_failure_names_the_library_and_says_what_helps() {
    let mut shelf = Shelf::new();
    shelf.take(&[piece(1, "One", "Words.")]);
    // As large as it may become.
    let pages: i64 = shelf.store.connection.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    shelf.store.connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).unwrap();
    let words: Vec<String> = (0..9_999).map(|n| format!("w{n}")).collect();
    let long: &'static str = words.join(" ").leak();
    let error = shelf.store.take_in(&[piece(2, "Two", long).taken()], &[], NOW).unwrap_err();
    let path = shelf.path();
    let told = format!("cannot add to the library `{}` (its disk needs more room)", path.display());
    assert_eq!(error.to_string(), told);
    let reading = OpenFlags::SQLITE_OPEN_READ_ONLY;
    shelf.store.connection = Store::connection(&path, reading).unwrap();
    let error = shelf.store.put_polls([("https://ferry.example/rss", &Poll::default())]).unwrap_err();
    let told = format!(
        "cannot write feeds to the library `{}` (its file and folder must be there and yours to write)",
        path.display()
    );
    assert_eq!(error.to_string(), told);
}
