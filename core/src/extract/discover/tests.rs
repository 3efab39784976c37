use super::*;

const PAGE: &str = "https://news.example/world/";

#[track_caller]
fn check(page: &str, expected: &[(&str, &str)]) {
    let found = feeds(page, PAGE);
    let found: Vec<(&str, &str)> =
        found.iter().map(|it| (it.url.as_str(), it.title.as_deref().unwrap_or_default())).collect();
    assert_eq!(found, expected, "{page}");
}

#[test]
fn declared_feeds_are_found_in_whatever_way_they_are_written() {
    for (page, expected) in [
        (
            "<head><link rel=\"alternate\" type=\"application/rss+xml\" title=\"News &amp; more\" href=\"/feed\"></head>",
            vec![("https://news.example/feed", "News & more")],
        ),
        (
            "<LINK HREF=feed.json TYPE=application/feed+json REL=ALTERNATE>",
            vec![("https://news.example/world/feed.json", "")],
        ),
        (
            "<body><p>x<link rel='alternate home' type='application/atom+xml; charset=utf-8' href='//cdn.example/a'/>",
            vec![("https://cdn.example/a", "")],
        ),
        ("<link rel=feed href=news.php>", vec![("https://news.example/world/news.php", "")]),
        (
            "<base href='https://other.example/x/'><link rel=alternate type=text/xml href=f>",
            vec![("https://other.example/x/f", "")],
        ),
        // Not feeds, or not of the web.
        ("<link rel=alternate type=text/html hreflang=de href=/de>", vec![]),
        ("<link rel='alternate stylesheet' type=text/xml href=/x.css>", vec![]),
        ("<link rel=alternate type=application/json href=/wp-json/wp/v2/pages/2>", vec![]),
        ("<link rel=alternate type=application/json+oembed href=/oembed>", vec![]),
        ("<link rel=alternate type=application/rss+xml href='javascript:alert(1)'>", vec![]),
        ("<link rel=alternate type=application/rss+xml>", vec![]),
        ("<script>'<link rel=alternate type=application/rss+xml href=/x>'</script>", vec![]),
        ("<!-- <link rel=alternate type=application/rss+xml href=/x> -->", vec![]),
    ] {
        check(page, &expected);
    }
}

#[test]
fn the_likeliest_feed_comes_first() {
    check(
        "<a href='/about'>About our RSS readers and what they cost us</a>\
         <a href='/subscribe'>RSS</a><a href='/tag/sea.atom'>Sea</a>\
         <a href='/rss.xml'><img alt='RSS'></a>\
         <link rel=alternate type=application/rss+xml title='Comments' href='/comments/feed/'>\
         <link rel=alternate type=application/atom+xml title='All' href='/atom.xml'>\
         <link rel=alternate type=application/rss+xml title='All' href='/feed'>\
         <a href='/feed'>Feed</a>",
        &[
            ("https://news.example/atom.xml", "All"),
            ("https://news.example/feed", "All"),
            ("https://news.example/comments/feed/", "Comments"),
            ("https://news.example/rss.xml", "RSS"),
            ("https://news.example/tag/sea.atom", "Sea"),
            ("https://news.example/subscribe", "RSS"),
        ],
    );
}

#[test]
fn titles_are_safe_and_pages_may_be_anything() {
    check(
        "<link rel=alternate type=application/rss+xml title='a&#27;[2J&#x202e;b\nc' href='/feed'>",
        &[("https://news.example/feed", "ab c")],
    );
    assert_eq!(feeds(&"<a href=/feed/x.rss?>".repeat(100_000), PAGE).len(), 1);
    let many: Vec<String> = (0..1_000).map(|i| format!("<a href=/{i}.rss>x</a>")).collect();
    assert_eq!(feeds(&many.concat(), PAGE).len(), MOST);
    for page in ["", "<", "<link", "<a href=", &"<a>".repeat(100_000), &"<script>".repeat(100_000)] {
        assert_eq!(feeds(page, PAGE), [], "{page:.20}");
    }
}

#[test]
fn common_places_are_below_the_page_and_at_the_root() {
    let places = common("https://news.example/blog?page=2");
    assert_eq!(
        &places[..4],
        [
            "https://news.example/blog/feed",
            "https://news.example/blog/index.xml",
            "https://news.example/feed",
            "https://news.example/rss",
        ]
    );
    let root = common("https://news.example");
    assert_eq!(root.iter().filter(|it| *it == "https://news.example/feed").count(), 1);
    assert_eq!(common("no address"), [""; 0]);
}
