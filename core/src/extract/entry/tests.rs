use super::*;
use crate::article::Article;
use crate::extract::extract;
use crate::extract::feed::{Origin, parse};

/// 2026-11-14T12:00:00Z.
const NOW: Date = Date { seconds: 1_794_657_600, offset: 0 };

fn feed(text: &str) -> Feed {
    parse(text.as_bytes(), &Origin { url: Some("https://news.example/feed"), charset: None }).unwrap().feed
}

fn rss(channel: &str, item: &str) -> Feed {
    feed(&format!(
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'
            xmlns:media='http://search.yahoo.com/mrss/'><channel><title>Harbor</title>
            <link>https://news.example/</link>{channel}<item>{item}</item></channel></rss>"
    ))
}

/// What is stored of the first entry, read again.
fn stored(feed: &Feed, page: Option<&Page>) -> Article {
    let bytes = source(feed, &feed.entries[0], NOW, page);
    extract(
        &bytes,
        &Hint { name: NAME.to_owned(), form: crate::extract::Form::of_name(NAME), ..Hint::default() },
    )
}

fn article(channel: &str, item: &str) -> Article {
    stored(&rss(channel, item), None)
}

fn kept(article: &Article) -> Vec<&str> {
    article.kept().map(|(_, it)| it.text.as_str()).filter(|it| !it.is_empty()).collect()
}

#[test]
fn an_entry_is_an_article_with_what_its_feed_says() {
    let article = article(
        "<language>en</language>",
        "<title>Crane falls</title><link>/crane?utm_source=rss</link><guid>7</guid><author>desk@news.example (Ana Ruiz)</author>
         <category>Harbor</category><pubDate>Fri, 13 Nov 2026 21:00:00 +0100</pubDate>
         <description><![CDATA[<p>It fell at noon, <em>nobody</em> was hurt.</p><p>See <a href='/more?fbclid=1'>more</a> of it.</p>]]></description>",
    );
    assert_eq!(article.title, "Crane falls");
    assert_eq!(article.outlet.as_deref(), Some("Harbor"));
    assert_eq!(article.byline.as_deref(), Some("Ana Ruiz"));
    assert_eq!(article.kicker.as_deref(), Some("Harbor"));
    assert_eq!(article.url.as_deref(), Some("https://news.example/crane"));
    assert_eq!(article.published.unwrap().to_string(), "2026-11-13T21:00:00+01:00");
    assert_eq!(article.language, Some(crate::article::Language::ENGLISH));
    assert_eq!(kept(&article), ["It fell at noon, nobody was hurt.", "See more of it."]);
    assert_eq!(article.links, ["https://news.example/more"]);
    assert!(article.trimmed.iter().any(|it| it.why == Why::Tracking));
}

#[test]
fn plain_text_keeps_its_paragraphs() {
    let feed = feed(
        r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Harbor", "items": [
            {"id": "1", "title": "Crane", "content_text": "It fell at noon.\n\nNobody < anybody was hurt.", "date_published": "2026-11-13"}]}"#,
    );
    let article = stored(&feed, None);
    assert_eq!(kept(&article), ["It fell at noon.", "Nobody < anybody was hurt."]);
}

#[test]
fn what_feeds_hang_on_to_a_text_is_no_part_of_it() {
    let article = article(
        "",
        "<title>Crane falls</title><link>https://news.example/crane</link><content:encoded><![CDATA[
         <p>The crane in the harbor fell at noon, and nobody was hurt, the harbor master said.</p>
         <img src='https://count.example/p.gif' width='1' height='1'>
         <div class='sharedaddy'><a href='https://social.example/share'>Share on Social</a></div>
         <p>The post <a href='/crane'>Crane falls</a> appeared first on <a href='/'>Harbor</a>.</p>]]></content:encoded>",
    );
    assert_eq!(
        kept(&article),
        ["The crane in the harbor fell at noon, and nobody was hurt, the harbor master said."]
    );
    let removed: Vec<_> = article.blocks.iter().filter_map(|it| it.removed).collect();
    assert!(removed.contains(&Why::Tracking) && removed.contains(&Why::Share), "{removed:?}");
}

#[test]
fn dates_are_no_later_than_the_entry_came_in() {
    for (date, expected) in [
        ("<pubDate>Fri, 13 Nov 2026 21:00:00 GMT</pubDate>", "2026-11-13T21:00:00Z"),
        ("<pubDate>Fri, 13 Nov 2099 21:00:00 GMT</pubDate>", "2026-11-14T12:00:00Z"),
        ("<pubDate>Sat, 14 Nov 2026 21:30:00 +0900</pubDate>", "2026-11-14T21:00:00+09:00"),
        ("<pubDate>soon</pubDate>", "2026-11-14T12:00:00Z"),
        ("", "2026-11-14T12:00:00Z"),
    ] {
        let article = article("", &format!("<title>Crane</title>{date}"));
        assert_eq!(article.published.unwrap().to_string(), expected, "{date}");
    }
}

#[test]
fn an_entry_without_a_title_is_called_by_what_it_has() {
    for (item, title) in [
        (
            "<description>The crane fell at noon. Nobody was hurt.</description>",
            "The crane fell at noon. Nobody was hurt.",
        ),
        (
            "<guid isPermaLink='false'>1</guid><link>https://news.example/crane</link>",
            "https://news.example/crane",
        ),
        (
            "<enclosure url='https://news.example/crane.mp3' type='audio/mpeg' length='1'/>",
            "crane.mp3 (audio/mpeg)",
        ),
    ] {
        assert_eq!(article("", item).title, title, "{item}");
    }
}

#[test]
fn files_and_pictures_are_lines_of_the_article() {
    let article = article(
        "",
        "<title>Cranes, part 2</title><description>We talk about cranes.</description>
         <enclosure url='https://news.example/2.mp3?utm_source=rss' type='audio/mpeg' length='31000000'/>
         <itunes:duration>42:10</itunes:duration><media:thumbnail url='https://news.example/crane.jpg'/>
         <comments>https://news.example/2/answers</comments>",
    );
    assert_eq!(kept(&article), ["We talk about cranes.", "2.mp3 (audio/mpeg, 42:10, 31 MB)"]);
    assert!(matches!(article.blocks[0].kind, BlockKind::Image { link: Some(0), .. }));
    assert_eq!(
        article.links,
        ["https://news.example/crane.jpg", "https://news.example/2.mp3", "https://news.example/2/answers"]
    );
}

#[test]
fn entries_of_other_feeds_name_theirs() {
    let planet = feed(
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:georss='http://www.georss.org/georss'><title>Planet Harbor</title>
         <entry><id>1</id><title>Crane</title><link href='https://a.example/1'/><content>It fell.</content>
         <georss:point>45.25 -71.5</georss:point>
         <source><title>Ana's log</title><author><name>Ana</name></author></source></entry></feed>",
    );
    let article = stored(&planet, None);
    assert_eq!((article.outlet.as_deref(), article.byline.as_deref()), (Some("Ana's log"), Some("Ana")));
    assert_eq!(kept(&article), ["It fell.", "45.25, -71.5"]);
}

#[test]
fn the_words_tell_the_language_where_the_feed_is_wrong() {
    let words = "<p>Jembatan gantung di kampung itu ditutup sejak kemarin karena kabelnya putus, kata kepala desa. \
        Warga yang hendak menyeberang harus berjalan kaki sampai ke jembatan lama di hulu sungai. \
        Perbaikan diperkirakan memakan waktu dua minggu, dan selama itu perahu desa akan dipakai untuk \
        mengantar anak sekolah setiap pagi dan sore hari.</p>";
    let channel = "<language>en-us</language>";
    let long =
        article(channel, &format!("<title>Jembatan</title><description><![CDATA[{words}]]></description>"));
    assert_eq!(long.language.unwrap().code(), "id");
    assert_eq!(article(channel, "<title>Jembatan</title>").language.unwrap().code(), "en");
}

#[test]
fn a_page_takes_the_place_of_a_summary_where_it_says_more() {
    let feed = rss(
        "",
        "<title>Crane falls</title><link>https://news.example/crane</link><description>It fell.</description>",
    );
    let paragraph =
        "<p>The crane in the harbor fell at noon, and nobody was hurt, the harbor master said.</p>";
    let page = |body: &str| Page {
        url: "https://news.example/crane/".to_owned(),
        html: format!(
            "<html><head><title>Another name</title></head><body><article><h1>Crane falls</h1>{body}</article></body></html>"
        ),
    };
    let summary = stored(&feed, None);
    let whole = stored(&feed, Some(&page(&paragraph.replace("fell", "fell down"))));
    assert_eq!(
        kept(&whole),
        ["The crane in the harbor fell down at noon, and nobody was hurt, the harbor master said."]
    );
    assert_eq!(
        (whole.id, &*whole.title, whole.outlet.as_deref()),
        (summary.id, "Crane falls", Some("Harbor"))
    );
    let nothing = stored(&feed, Some(&page("<p>Ok.</p>")));
    assert_eq!(kept(&nothing), ["It fell."]);
    let bytes = source(&feed, &feed.entries[0], NOW, None);
    let later = with_page(&bytes, &page(paragraph)).unwrap();
    assert_eq!(later, source(&feed, &feed.entries[0], NOW, Some(&page(paragraph))));
}

#[test]
fn an_entry_has_changed_where_it_says_something_else_itself() {
    let entry = |channel: &str, item: &str| {
        essence(&rss(channel, &format!("<guid>1</guid><title>Crane</title>{item}")).entries[0])
    };
    let before = entry(
        "<lastBuildDate>Fri, 13 Nov 2026 21:00:00 GMT</lastBuildDate>",
        "<slash:comments>3</slash:comments>",
    );
    assert_eq!(
        before,
        entry("<description>News of the harbor</description>", "<slash:comments>4</slash:comments>")
    );
    assert_ne!(before, entry("", "<description>It fell.</description>"));
}

#[test]
fn entries_without_an_address_are_told_apart() {
    let id = |item: &str| article("", item).id;
    let one = id("<guid>1</guid><title>Status</title><description>All is well.</description>");
    assert_eq!(one, id("<guid>1</guid><title>Status</title><description>All is well.</description>"));
    assert_ne!(one, id("<guid>2</guid><title>Status</title><description>All is well.</description>"));
}

#[test]
fn bytes_that_are_no_entry_are_text() {
    for bytes in
        [&b"Crane falls"[..], b"{}", b"{\"version\":\"https://jsonfeed.org/version/1\"}", b"\xFF{", b""]
    {
        let hint = Hint { form: Some(crate::extract::Form::Entry), ..Hint::default() };
        extract(bytes, &hint);
    }
}

#[test]
fn subjects_are_those_that_are_read_back_from_what_is_kept() {
    let feed = rss(
        "",
        "<title>Crane falls</title><category>Harbor</category><category>R &amp;amp; D,  tools</category>
         <category>Harbor</category><category> </category><category>&lt;b&gt;Sea&lt;/b&gt;</category>",
    );
    let entry = &feed.entries[0];
    let found = subjects(entry);
    assert_eq!(found, subjects_of(&source(&feed, entry, NOW, None)));
    assert_eq!(found.first().map(String::as_str), Some("Harbor"));
    assert!(found.len() >= 3, "{found:?}");
}
