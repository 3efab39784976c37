//! Feeds as they are met, and what a reader sees of them.

use proptest::prelude::*;

use super::*;

fn parsed(text: &str) -> Parsed {
    parse(text.as_bytes(), &Origin::default()).unwrap()
}

fn feed(text: &str) -> Feed {
    parsed(text).feed
}

/// The only entry of an RSS feed with these elements in it.
fn item(inside: &str) -> Entry {
    let text = format!(
        "<rss version='2.0'><channel><link>https://news.example/</link><item>{inside}</item></channel></rss>"
    );
    feed(&text).entries.remove(0)
}

/// The only entry of an Atom feed with these elements in it.
fn entry(inside: &str) -> Entry {
    feed(&format!("<feed xmlns='http://www.w3.org/2005/Atom'><entry>{inside}</entry></feed>"))
        .entries
        .remove(0)
}

fn titles(feed: &Feed) -> Vec<&str> {
    feed.entries.iter().map(|it| it.title.as_str()).collect()
}

fn at(date: Option<Date>) -> String {
    date.map(|it| it.to_string()).unwrap_or_default()
}

const RSS: &str = "<?xml version='1.0'?>
<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>
<channel>
  <atom:link href='https://news.example/feed' rel='self'/>
  <atom:link href='https://hub.example/' rel='hub'/>
  <title>Harbor &amp; Sea</title>
  <link>https://news.example/</link>
  <description>News from the &lt;b&gt;quays&lt;/b&gt;</description>
  <language>en-gb</language>
  <managingEditor>desk@news.example (The Desk)</managingEditor>
  <category>Shipping</category><category>Shipping</category>
  <image><url>/logo.png</url><title>Logo</title><link>https://other.example/</link></image>
  <lastBuildDate>Sat, 14 Nov 2026 08:30:00 +0700</lastBuildDate>
  <ttl>30</ttl>
  <skipHours><hour>0</hour><hour>24</hour><hour>7</hour></skipHours>
  <skipDays><day>Saturday</day></skipDays>
  <item>
    <title>Crane falls</title>
    <link>/crane</link>
    <guid isPermaLink='false'>crane-1</guid>
    <pubDate>Fri, 13 Nov 2026 21:00:00 GMT</pubDate>
    <description>A crane &lt;a href='/fell'&gt;fell&lt;/a&gt;.</description>
    <enclosure url='https://news.example/crane.mp3' type='audio/mpeg' length='1,024'/>
    <comments>https://news.example/crane#talk</comments>
  </item>
  <item><title>Pier opens</title><guid>https://news.example/pier</guid></item>
</channel></rss>";

#[test]
fn what_rss_says_of_itself_and_its_entries_is_read() {
    let Parsed { feed, warnings } = parsed(RSS);
    assert_eq!(warnings, []);
    assert_eq!(feed.format, Format::Rss);
    assert_eq!(feed.title, "Harbor & Sea");
    assert_eq!(feed.subtitle.as_deref(), Some("News from the quays"));
    assert_eq!(feed.home_url.as_deref(), Some("https://news.example/"));
    assert_eq!(feed.feed_url.as_deref(), Some("https://news.example/feed"));
    assert_eq!(feed.icon.as_deref(), Some("https://news.example/logo.png"));
    assert_eq!(feed.language, Language::parse("en"));
    assert_eq!(feed.authors.iter().map(Person::label).collect::<Vec<_>>(), ["The Desk"]);
    assert_eq!(feed.categories, ["Shipping"]);
    assert_eq!(feed.hubs, ["https://hub.example/"]);
    assert_eq!((feed.ttl, &*feed.skip_hours, &*feed.skip_days), (Some(30), &[0, 0, 7][..], &[5][..]));
    assert_eq!(at(feed.updated), "2026-11-14T08:30:00+07:00");
    let [crane, pier] = &*feed.entries else { panic!("{:?}", titles(&feed)) };
    assert_eq!((crane.id.as_str(), crane.title.as_str()), ("crane-1", "Crane falls"));
    assert_eq!(crane.url.as_deref(), Some("https://news.example/crane"));
    assert_eq!(at(crane.published), "2026-11-13T21:00:00Z");
    assert_eq!(crane.summary_html.as_deref(), Some("A crane <a href='https://news.example/fell'>fell</a>."));
    assert_eq!(crane.summary().as_deref(), Some("A crane fell."));
    assert_eq!(crane.content_html, None);
    assert_eq!(crane.comments_url.as_deref(), Some("https://news.example/crane#talk"));
    let file = &crane.enclosures[0];
    assert_eq!((file.mime.as_deref(), file.bytes), (Some("audio/mpeg"), Some(1_024)));
    assert_eq!(pier.url.as_deref(), Some("https://news.example/pier"));
}

#[test]
fn the_icon_is_an_address_and_not_what_stands_around_it() {
    for (inside, expected) in [
        ("<image><title>Logo</title><link>https://news.example/</link></image>", None),
        ("<image><title>Logo</title><url>/i.png</url></image>", Some("https://news.example/i.png")),
        ("<itunes:image href='/i.png'/>", Some("https://news.example/i.png")),
        ("<image>/i.png</image>", Some("https://news.example/i.png")),
        ("<image><url>data:image/png;base64,x</url></image>", None),
    ] {
        let text = format!("<rss xml:base='https://news.example/'><channel>{inside}</channel></rss>");
        assert_eq!(feed(&text).icon.as_deref(), expected, "{inside}");
    }
}

#[test]
fn atom_is_read() {
    let feed = feed(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='id' xml:base='https://news.example/a/'>
        <title type='text'>Pelabuhan</title><subtitle type='html'>Kabar &lt;i&gt;laut&lt;/i&gt;</subtitle>
        <link rel='self' href='feed.atom'/><link href='./'/><icon>/i.png</icon><updated>2026-11-14T01:30:00Z</updated>
        <author><name>Meja Redaksi</name><uri>https://news.example/meja</uri></author>
        <entry xml:base='b/'><id>tag:news.example,2026:1</id><title>Derek roboh</title>
          <link rel='edit' href='https://news.example/edit'/>
          <link rel='http://www.iana.org/assignments/relation/alternate' type='text/html' href='derek'/>
          <link rel='enclosure' href='d.mp3' type='audio/mpeg' length='7'/>
          <link rel='replies' href='d/talk' thr:count='12'/>
          <published>2026-11-13T21:00:00Z</published><updated>2026-11-14T01:30:00Z</updated>
          <category term='laut' label='Laut'/><category term='https://news.example/t/1' label='Derek'/>
          <author><name>Ana</name></author><author><name>Budi</name><email>budi@news.example</email></author>
          <summary>Singkat</summary>
          <content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>5 &lt; 6, <a href='../x'>x</a><br/></div></content>
          <source><title>Lain</title><entry><title>Bukan ini</title></entry></source>
        </entry></feed>",
    );
    assert_eq!(feed.format, Format::Atom);
    assert_eq!((feed.title.as_str(), feed.subtitle.as_deref()), ("Pelabuhan", Some("Kabar laut")));
    assert_eq!(feed.home_url.as_deref(), Some("https://news.example/a/"));
    assert_eq!(feed.feed_url.as_deref(), Some("https://news.example/a/feed.atom"));
    assert_eq!(feed.icon.as_deref(), Some("https://news.example/i.png"));
    assert_eq!(feed.language, Language::parse("id"));
    assert_eq!(titles(&feed), ["Derek roboh"]);
    let entry = &feed.entries[0];
    assert_eq!(entry.url.as_deref(), Some("https://news.example/a/b/derek"));
    assert_eq!(entry.enclosures[0].url, "https://news.example/a/b/d.mp3");
    assert_eq!(
        (entry.comments_url.as_deref(), entry.comments),
        (Some("https://news.example/a/b/d/talk"), Some(12))
    );
    assert_eq!(
        (at(entry.published), at(entry.updated)),
        ("2026-11-13T21:00:00Z".into(), "2026-11-14T01:30:00Z".into())
    );
    assert_eq!(entry.categories, ["laut", "Derek"]);
    assert_eq!(entry.authors.iter().map(Person::label).collect::<Vec<_>>(), ["Ana", "Budi"]);
    assert_eq!(entry.summary().as_deref(), Some("Singkat"));
    let html = "<div>5 &lt; 6, <a href=\"https://news.example/a/x\">x</a><br></div>";
    assert_eq!(entry.content_html.as_deref(), Some(html));
}

#[test]
fn dead_formats_are_read() {
    let rdf = feed(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'
         xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>
         <channel rdf:about='https://news.example/'><title>Old</title><link>https://news.example/</link>
         <dc:date>2026-11-14</dc:date><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
         <image><url>https://news.example/i.png</url></image>
         <item rdf:about='https://news.example/1'><title>One</title><dc:creator>Ana</dc:creator><dc:subject>Sea</dc:subject></item>
         </rdf:RDF>",
    );
    assert_eq!((rdf.format, rdf.title.as_str(), rdf.ttl), (Format::Rdf, "Old", Some(360)));
    assert_eq!(rdf.icon.as_deref(), Some("https://news.example/i.png"));
    let one = &rdf.entries[0];
    assert_eq!(
        (one.id.as_str(), one.url.as_deref()),
        ("https://news.example/1", Some("https://news.example/1"))
    );
    assert_eq!((one.authors[0].label(), one.categories[0].as_str()), ("Ana", "Sea"));

    let atom03 = feed(
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><tagline>Sub</tagline><entry>
         <title type='text/html' mode='escaped'>One &lt;b&gt;two&lt;/b&gt;</title>
         <summary mode='base64'>T25lICYgdHdv</summary><issued>2026-11-14T08:30:00Z</issued>
         <author><name>Ana</name><url>https://ana.example/</url></author></entry></feed>",
    );
    let one = &atom03.entries[0];
    assert_eq!((atom03.subtitle.as_deref(), one.title.as_str()), (Some("Sub"), "One two"));
    assert_eq!(one.summary_html.as_deref(), Some("One &amp; two"));
    assert_eq!(at(one.published), "2026-11-14T08:30:00Z");
    assert_eq!(one.authors[0].url.as_deref(), Some("https://ana.example/"));

    let cdf = feed(
        "<CHANNEL HREF='https://news.example/'><ABSTRACT>Sub</ABSTRACT>
         <ITEM HREF='https://news.example/1' LASTMOD='2026-11-14T08:30Z'><TITLE>One</TITLE></ITEM></CHANNEL>",
    );
    assert_eq!((cdf.format, cdf.subtitle.as_deref()), (Format::Cdf, Some("Sub")));
    assert_eq!(cdf.entries[0].url.as_deref(), Some("https://news.example/1"));
    assert_eq!(at(cdf.entries[0].updated), "2026-11-14T08:30:00Z");
}

#[test]
fn json_feeds_are_read() {
    let feed = feed(
        r#"{"version":"https://jsonfeed.org/version/1.1","title":"Harbor","home_page_url":"https://news.example/",
        "feed_url":"https://news.example/feed.json","language":"en","author":{"name":"Desk"},
        "hubs":[{"type":"WebSub","url":"https://hub.example/"}],
        "items":[{"id":7,"url":"/crane","title":"Crane <fell>","content_html":"<a href='x'>x</a>","summary":"Short",
        "date_published":"2026-11-14T08:30:00+07:00","tags":["Sea",7],"authors":[{"name":"Ana","url":"https://ana.example/"}],
        "attachments":[{"url":"a.mp3","size_in_bytes":"12","duration_in_seconds":61.5}]},
        {"content_text":"One\ntwo & three"}]}"#,
    );
    assert_eq!((feed.format, feed.title.as_str()), (Format::Json, "Harbor"));
    assert_eq!(feed.authors[0].label(), "Desk");
    let [crane, other] = &*feed.entries else { panic!("{:?}", titles(&feed)) };
    assert_eq!((crane.id.as_str(), crane.title.as_str()), ("7", "Crane <fell>"));
    assert_eq!(crane.url.as_deref(), Some("https://news.example/crane"));
    assert_eq!(crane.content_html.as_deref(), Some("<a href='https://news.example/x'>x</a>"));
    assert_eq!(crane.categories, ["Sea", "7"]);
    assert_eq!((crane.enclosures[0].bytes, crane.enclosures[0].seconds), (Some(12), Some(61)));
    assert_eq!(other.content_html.as_deref(), Some("One<br>\ntwo &amp; three"));
    assert!(other.id.starts_with("sha256:"));
}

#[test]
fn broken_json_is_mended_and_that_is_said() {
    let whole = r#"{"version":"https://jsonfeed.org/version/1","title":"T","items":[{"id":"1","title":"One"},{"id":"2","title":"Tw"#;
    for (text, expected) in [
        (r#"{"items":[{"id":"1","title":"One",},],}"#, &["One"][..]),
        ("{\"items\":[{\"id\":\"1\",\"title\":\"One\ttwo\"}]}", &["One two"]),
        (r#"{"items":[{"id":1e999,"title":"One \ud83d"}]}"#, &["One \u{fffd}"]),
        (r#"{"items":[{"id":"1","title":"A \x"}]}"#, &["A x"]),
        (r#"{"items":[{"id":"1","title":"One"},{"id":"2","tit"#, &["One", ""]),
        (r#"{"items":[{"id":"1","title":"One"},{"id":"2","title":"#, &["One", ""]),
        (r#"{"items":[{"id":"1","title":"One"},{"id":"2","title":tr"#, &["One", ""]),
        (r#"{"items":[{"id":"1","title":"One"}"#, &["One"]),
        (whole, &["One", "Tw"]),
    ] {
        let parsed = parsed(text);
        assert_eq!(titles(&parsed.feed), expected, "{text}");
        assert!(parsed.warnings.contains(&Warning::Json), "{text}");
    }
}

#[test]
fn broken_feeds_are_read_and_what_was_mended_is_said() {
    let item = |title: &str| format!("<item><guid>{title}</guid><title>{title}</title></item>");
    let (one, two) = (&item("One"), &item("Two"));
    let rss = |inside: &str| format!("<rss version='2.0'><channel><title>T</title>{inside}</channel></rss>");
    for (text, expected, warning) in [
        (format!("\u{feff}\n {}", rss(one)), &["One"][..], None),
        (
            format!("<br />\n<b>Warning</b>: x in <b>y</b><br />\n<?xml version='1.0'?>{}", rss(one)),
            &["One"],
            None,
        ),
        (format!("<br><b>Warning</b>{}", rss(one)), &["One"], Some(Warning::Unbalanced)),
        (
            rss("<item><guid>1</guid><title>A & B &nbsp C</title></item>"),
            &["A & B &nbsp C"],
            Some(Warning::Ampersand),
        ),
        (
            rss("<item><guid>1</guid><title>caf&eacute; &foo;</title></item>"),
            &["café &foo;"],
            Some(Warning::Ampersand),
        ),
        (
            rss(&format!("<item><guid>1</guid><title>One</title>{two}")),
            &["One", "Two"],
            Some(Warning::Unbalanced),
        ),
        (rss("<item><title>One<link>x</link></item>"), &["One"], Some(Warning::Unbalanced)),
        (
            rss(&format!("{one}<item><description><b><i>x</b></i></description><title>Two</title></item>")),
            &["One", "Two"],
            Some(Warning::Unbalanced),
        ),
        (
            rss(&format!("{one}<item><title>Two</title><description><![CDATA[x</description></item>")),
            &["One", "Two"],
            Some(Warning::Truncated),
        ),
        (
            format!("<rss><channel>{one}<item><title>Two</title><pubD"),
            &["One", "Two"],
            Some(Warning::Truncated),
        ),
        (format!("<rss><channel>{one}<item><title>Tw"), &["One", "Tw"], Some(Warning::Truncated)),
        (format!("<rss><channel>{one}</channel>{two}</rss>"), &["One", "Two"], None),
        (format!("<rss><channel></channel></rss>{one}"), &["One"], None),
        (format!("{}{}", rss(one), rss(two)), &["One"], Some(Warning::SeveralRoots)),
        (format!("{}{}", rss(""), rss(two)), &["Two"], Some(Warning::SeveralRoots)),
        (format!("<RSS><Channel>{one}</Channel></RSS>"), &["One"], None),
        (
            format!("<rss version='2.0' version='2.0' xmlns='urn:mine'><channel>{one}</channel></rss>"),
            &["One"],
            None,
        ),
        (
            "<r:rss xmlns:r='urn:mine'><r:channel><r:item><r:title>One</r:title></r:item></r:channel></r:rss>"
                .to_owned(),
            &["One"],
            None,
        ),
        ("<item><title>One</title></item>".to_owned(), &["One"], None),
        ("<entry xmlns='http://www.w3.org/2005/Atom'><title>One</title></entry>".to_owned(), &["One"], None),
        (rss("<item><title>T\u{0}wo</title></item>"), &["Two"], None),
        (rss("<item><title a=\"b>One</title></item>"), &["One"], Some(Warning::BrokenTag)),
    ] {
        let parsed = parsed(&text);
        assert_eq!(titles(&parsed.feed), expected, "{text}");
        match warning {
            Some(warning) => assert!(parsed.warnings.contains(&warning), "{:?} {text}", parsed.warnings),
            None => assert!(
                parsed.warnings.iter().all(|it| matches!(it, Warning::WithoutId(_))),
                "{:?} {text}",
                parsed.warnings
            ),
        }
    }
}

#[test]
fn bytes_are_read_in_whatever_encoding_they_are() {
    let text = "<rss><channel><item><guid>1</guid><title>Café “x”</title></item></channel></rss>";
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let latin = |declared: &str| -> Vec<u8> {
        let text = format!("<?xml version='1.0' encoding='{declared}'?>{text}");
        text.chars()
            .map(|c| match c {
                '“' => 0x93,
                '”' => 0x94,
                c => u8::try_from(u32::from(c)).unwrap(),
            })
            .collect()
    };
    for bytes in [text.as_bytes().to_vec(), utf16, latin("windows-1252"), latin("utf-8"), latin("iso-8859-1")]
    {
        let parsed = parse(&bytes, &Origin::default()).unwrap();
        assert_eq!(titles(&parsed.feed), ["Café “x”"], "{}", String::from_utf8_lossy(&bytes));
    }
    let koi8 = b"<?xml version='1.0' encoding='koi8-r'?><rss><channel><item><title>\xCD\xCF\xD2\xC5</title></item></channel></rss>";
    assert_eq!(titles(&parse(koi8, &Origin::default()).unwrap().feed), ["море"]);
    let bad = b"<rss><channel><item><title>\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xFF</title></item></channel></rss>";
    assert!(parse(bad, &Origin::default()).unwrap().warnings.contains(&Warning::BadBytes));
}

#[test]
fn titles_are_words_whichever_way_they_are_written() {
    for (inside, expected) in [
        ("<title>A &amp; B</title>", "A & B"),
        ("<title>A &amp;amp; B</title>", "A & B"),
        ("<title><![CDATA[<b>A</b> &amp; B]]></title>", "A & B"),
        ("<title>A &lt;b&gt;B&lt;/b&gt;</title>", "A B"),
        ("<title>A <b>B</b></title>", "A B"),
        ("<title>Vec&lt;T&gt; and 1 &lt; 2</title>", "Vec<T> and 1 < 2"),
        ("<title>One&lt;br&gt;two</title>", "One two"),
        ("<title>A&lt;script&gt;x()&lt;/script&gt; B&lt;!-- c --&gt;</title>", "A B"),
        ("<title>A&lt;!-- c --&gt;&lt;T&gt; &lt;b&gt;B&lt;/b&gt;</title>", "A<T> B"),
        ("<title>A&lt;!--&gt;B&lt;!-- C</title>", "AB"),
        ("<title>\n  A\n  B </title>", "A B"),
        ("<title/><dc:title>C</dc:title>", "C"),
        ("<dc:title>C</dc:title><title>A</title>", "A"),
        ("<media:group><media:title>M</media:title></media:group><itunes:title>I</itunes:title>", "I"),
        ("<image><title>No</title></image><title>A</title>", "A"),
        ("<x:title xmlns:x='urn:x'>No</x:title><title>A</title>", "A"),
        ("<title>A\u{1b}[31m\u{202e}B</title>", "AB"),
        ("<title>&#27;]0;x&#7;A</title>", "A"),
    ] {
        assert_eq!(item(inside).title, expected, "{inside}");
    }
    for (inside, expected) in [
        ("<title>1 &lt; 2 &amp;amp; <![CDATA[<b>]]></title>", "1 < 2 &amp; <b>"),
        ("<title type='html'>A &lt;b&gt;B&lt;/b&gt; &amp;amp;</title>", "A B &"),
        (
            "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A <b>B</b> &lt;i&gt;</div></title>",
            "A B <i>",
        ),
        ("<title type='application/octet-stream'>QSA8Yj5CPC9iPg==</title>", "A B"),
    ] {
        assert_eq!(entry(inside).title, expected, "{inside}");
    }
}

#[test]
fn the_summary_and_the_whole_text_are_told_apart() {
    for (inside, summary, content) in [
        ("<description>A</description>", Some("A"), None),
        ("<description>A</description><content:encoded>B</content:encoded>", Some("A"), Some("B")),
        ("<content:encoded>B</content:encoded>", None, Some("B")),
        ("<description>A</description><summary>S</summary>", Some("S"), Some("A")),
        ("<description>A</description><description>B</description>", Some("A"), Some("B")),
        ("<itunes:summary>I</itunes:summary><description>A</description>", Some("A"), None),
        ("<media:group><media:description>M\nN</media:description></media:group>", Some("M<br>\nN"), None),
        (
            "<description> </description><body xmlns='http://www.w3.org/1999/xhtml'><p>B</p></body>",
            None,
            Some("<p>B</p>"),
        ),
        ("<description><![CDATA[<![CDATA[<p>A</p>]]]]><![CDATA[>]]></description>", Some("<p>A</p>"), None),
        ("<description>A\n\nB</description>", Some("A<br>\n<br>\nB"), None),
        ("<description>A <b>B</b> &lt;i&gt;C&lt;/i&gt;</description>", Some("A <b>B</b> <i>C</i>"), None),
        (
            "<description>&lt;p&gt;1 &lt; 2 &lt;!' &lt;/p&gt;</description>",
            Some("<p>1 &lt; 2 &lt;!' </p>"),
            None,
        ),
    ] {
        let entry = item(inside);
        assert_eq!(entry.summary_html.as_deref(), summary, "{inside}");
        assert_eq!(entry.content_html.as_deref(), content, "{inside}");
    }
    for (inside, body) in [
        ("<content type='text'>1 &lt; 2</content>", Some("1 &lt; 2")),
        ("<content>&lt;p&gt;A&lt;/p&gt;</content>", Some("<p>A</p>")),
        ("<content type='html'>A <b>B</b></content>", Some("A <b>B</b>")),
        ("<content type='image/png'>iVBORw0KGgo=</content>", None),
        ("<content src='https://news.example/x'/><summary>S</summary>", Some("S")),
    ] {
        assert_eq!(entry(inside).body_html(), body, "{inside}");
    }
}

#[test]
fn modules_are_known_by_their_address_and_where_undeclared_by_their_prefix() {
    for (declared, expected) in [
        ("", "Ana"),
        ("xmlns:dc='http://purl.org/dc/elements/1.1/'", "Ana"),
        ("xmlns:dc='HTTP://PURL.org/dc/elements/1.1'", "Ana"),
        ("xmlns:dc='https://purl.org/dc/elements/1.1/'", "Ana"),
        ("xmlns:dc='urn:unknown'", "Ana"),
        ("xmlns:dc='http://www.w3.org/1999/xhtml'", ""),
    ] {
        let feed = feed(&format!(
            "<rss {declared}><channel><item><dc:creator>Ana</dc:creator></item></channel></rss>"
        ));
        let author = feed.entries[0].authors.first().map_or("", Person::label);
        assert_eq!(author, expected, "{declared}");
    }
    let own = "<rss xmlns:q='http://purl.org/dc/elements/1.1/'><channel><item><q:creator>Ana</q:creator></item></channel></rss>";
    assert_eq!(feed(own).entries[0].authors[0].label(), "Ana");
}

#[test]
fn the_link_is_the_page_of_the_entry() {
    for (inside, expected) in [
        ("<link>https://news.example/1</link>", Some("https://news.example/1")),
        ("<link> /1 </link>", Some("https://news.example/1")),
        ("<link>www.news.example/1</link>", Some("http://www.news.example/1")),
        ("<atom:link rel='self' href='/self'/><link>/1</link>", Some("https://news.example/1")),
        ("<guid>https://news.example/2</guid><link>/1</link>", Some("https://news.example/1")),
        ("<guid>https://news.example/2</guid>", Some("https://news.example/2")),
        ("<guid isPermaLink='true'>/2</guid>", Some("https://news.example/2")),
        ("<guid isPermaLink='false'>https://news.example/2</guid>", None),
        ("<guid>crane-1</guid>", None),
        ("<link>javascript:alert(1)</link>", None),
        ("<link/><link>/1</link>", Some("https://news.example/1")),
    ] {
        assert_eq!(item(inside).url.as_deref(), expected, "{inside}");
    }
    for (inside, expected) in [
        ("<link href='https://a.example/1'/>", Some("https://a.example/1")),
        (
            "<link rel='alternate' type='application/json' href='https://a.example/j'/><link type='text/html' href='https://a.example/1'/>",
            Some("https://a.example/1"),
        ),
        (
            "<link rel='edit' href='https://a.example/e'/><id>https://a.example/1</id>",
            Some("https://a.example/1"),
        ),
        ("<link rel='alternate'>https://a.example/1</link>", Some("https://a.example/1")),
        ("<link rel='enclosure' href='https://a.example/e'/><id>urn:1</id>", None),
    ] {
        assert_eq!(entry(inside).url.as_deref(), expected, "{inside}");
    }
}

#[test]
fn relative_links_are_relative_to_what_is_nearest() {
    let text = "<rss><channel><link>https://home.example/</link>
        <item><link>1</link><description>&lt;img src=x.png alt='a'&gt;&lt;a href=\"mailto:a@b.example\"&gt;</description></item>
        <item xml:base='https://base.example/y/'><link>1</link></item>
        <item><link xml:base='https://base.example/z/'>1</link></item></channel></rss>";
    let urls = |origin: &Origin<'_>| -> Vec<String> {
        parse(text.as_bytes(), origin).unwrap().feed.entries.into_iter().filter_map(|it| it.url).collect()
    };
    let (y, z) = ("https://base.example/y/1", "https://base.example/z/1");
    assert_eq!(urls(&Origin::default()), ["https://home.example/1", y, z]);
    let fetched = Origin { url: Some("https://feeds.example/a/rss"), charset: None };
    assert_eq!(urls(&fetched), ["https://feeds.example/a/1", y, z]);
    let html = feed(text).entries[0].summary_html.clone();
    let expected = "<img src=https://home.example/x.png alt='a'><a href=\"mailto:a@b.example\">";
    assert_eq!(html.as_deref(), Some(expected));
    // An address cannot end the attribute that it is put into.
    let quoted = item("<description>&lt;a href='x&amp;#39; onclick=&amp;quot;y'&gt;</description>");
    let expected = "<a href='https://news.example/x&#39;%20onclick=&quot;y'>";
    assert_eq!(quoted.summary_html.as_deref(), Some(expected));
}

#[test]
fn the_best_named_authors_are_the_authors() {
    for (inside, expected) in [
        ("<author>ana@news.example (Ana)</author><dc:creator>A. Putri</dc:creator>", &["Ana"][..]),
        (
            "<dc:creator>Ana</dc:creator><dc:creator>Budi</dc:creator><dc:creator>Ana</dc:creator>",
            &["Ana", "Budi"],
        ),
        ("<itunes:author>Studio</itunes:author>", &["Studio"]),
        ("<dc:contributor>Budi</dc:contributor><itunes:author>Studio</itunes:author>", &["Studio"]),
        ("<author><name>Ana</name></author>", &["Ana"]),
        ("<author></author>", &[]),
    ] {
        let entry = item(inside);
        assert_eq!(entry.authors.iter().map(Person::label).collect::<Vec<_>>(), expected, "{inside}");
    }
}

#[test]
fn files_of_an_entry_are_kept_once() {
    let entry = item(
        "<enclosure url='/a.mp3' type='audio/mpeg'/><media:content url='https://news.example/a.mp3' fileSize='9' duration='61'/>
         <media:content url='/b.jpg' medium='image'/><itunes:image href='/c.jpg'/>",
    );
    let files: Vec<_> = entry.enclosures.iter().map(|it| (it.url.as_str(), it.bytes, it.seconds)).collect();
    let expected =
        [("https://news.example/a.mp3", Some(9), Some(61)), ("https://news.example/b.jpg", None, None)];
    assert_eq!(files, expected);
    assert_eq!(entry.image.as_deref(), Some("https://news.example/c.jpg"));
    let entry = item("<itunes:duration>1:01:01</itunes:duration><enclosure url='/a.mp3'/>");
    assert_eq!(entry.enclosures[0].seconds, Some(3_661));
}

#[test]
fn ids_are_the_feeds_or_stay_the_same_from_fetch_to_fetch() {
    assert_eq!(item("<guid>a</guid><link>/1</link>").id, "a");
    assert_eq!(item("<link>/1</link>").id, "https://news.example/1");
    assert_eq!(item("<enclosure url='/1.mp3'/>").id, "https://news.example/1.mp3");
    assert_eq!(item("<title>A</title>").id, item("<title>A</title>").id);
    assert_ne!(item("<title>A</title>").id, item("<title>B</title>").id);
    let twice =
        parsed("<rss><channel><item><guid>a</guid></item><item><guid>a</guid></item><item/></channel></rss>");
    assert_eq!(twice.warnings, [Warning::WithoutId(1), Warning::RepeatedId(1)]);
}

#[test]
fn subjects_are_words_wherever_they_stand() {
    for (inside, expected) in [
        (
            "<category>Sea</category><category domain='x'> Sea </category><category>A &amp;amp; B</category>",
            &["Sea", "A & B"][..],
        ),
        (
            "<dc:subject>Sea</dc:subject><itunes:keywords>crane, , pier</itunes:keywords>",
            &["Sea", "crane", "pier"],
        ),
        ("<itunes:category text='Sea'><itunes:category text='Ships'/></itunes:category>", &["Sea", "Ships"]),
        ("<media:group><media:keywords>a, b</media:keywords></media:group><category/>", &["a", "b"]),
    ] {
        assert_eq!(item(inside).categories, expected, "{inside}");
    }
    assert_eq!(
        item("<itunes:subtitle>A &lt;b&gt;line&lt;/b&gt;</itunes:subtitle>").subtitle.as_deref(),
        Some("A line")
    );
}

#[test]
fn endless_titles_ids_and_lists_are_cut() {
    let long = "x".repeat(100_000);
    let entry = item(&format!("<title>{long}</title><guid>{long}</guid>"));
    assert!(entry.title.len() < 5_000 && entry.title.ends_with('…'));
    assert!(entry.id.starts_with("sha256:"));
    let many =
        format!("<rss><channel>{}</channel></rss>", "<item><guid>1</guid></item>".repeat(MOST_ENTRIES + 3));
    let many = parsed(&many);
    assert_eq!(many.feed.entries.len(), MOST_ENTRIES);
    assert!(many.warnings.contains(&Warning::LeftOut(3)));
}

#[test]
fn dates_that_say_nothing_are_told_and_left_out() {
    let parsed = parsed("<rss><channel><item><guid>a</guid><pubDate>soon</pubDate></item></channel></rss>");
    assert_eq!(parsed.feed.entries[0].published, None);
    assert_eq!(parsed.warnings, [Warning::Dates(1)]);
}

#[test]
fn what_is_no_feed_is_told() {
    for (text, expected) in [
        ("", NoFeed::Empty),
        (" \n", NoFeed::Empty),
        ("<!DOCTYPE html><html><head><title>x</title></head><body><p>y</p></body></html>", NoFeed::Page),
        ("<html><body><item>x</item></body></html>", NoFeed::Page),
        ("just words", NoFeed::Other),
        ("{}", NoFeed::Other),
        ("{\"a\":", NoFeed::Other),
        ("{\"items\":[1,{\"name\":\"x\"}]}", NoFeed::Other),
        ("[1,2]", NoFeed::Other),
        ("<opml version='2.0'><body><outline text='x'/></body></opml>", NoFeed::Other),
    ] {
        assert_eq!(parse(text.as_bytes(), &Origin::default()).unwrap_err(), expected, "{text}");
    }
}

#[test]
fn no_entity_is_expanded_and_nothing_is_fetched() {
    let laughs = (1..10).map(|i| format!("<!ENTITY l{i} \"{}\">", format!("&l{};", i - 1).repeat(10)));
    let laughs = laughs.collect::<Vec<_>>().concat();
    let text = format!(
        "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY l0 \"ha\"><!ENTITY x SYSTEM 'file:///etc/hostname'>{laughs}]>
         <rss><channel><item><guid>1</guid><title>&l9; &x;</title></item></channel></rss>"
    );
    assert_eq!(titles(&feed(&text)), ["&l9; &x;"]);
}

/// Shapes that make careless parsers slow or deep. A parser that is not linear
/// would not come back from these.
#[test]
fn hostile_shapes_are_read_in_linear_time() {
    for shape in [
        "<",
        "<a>",
        "</a>",
        "<item>",
        "<a b=\"",
        "<a b='<c d=\"",
        "<![CDATA[",
        "<!--",
        "<?x",
        "<!D [",
        "&",
        "&#",
        "&aaaa",
        "<a xml:base='b/'>",
        "<x xmlns:a='u'>",
        "<category>a</category>",
        "<title>&lt;script&gt;",
        "<media:group>",
        "<description>&lt;a href='x'&gt;",
        "<item><link>a</link></item>",
        "<author>a",
        "<rss>",
        "]]>",
    ] {
        let text = format!("<rss xml:base='https://a.example/'><channel><item>{}", shape.repeat(20_000));
        for end in ["", "]]>'>\">"] {
            assert!(parse(format!("{text}{end}").as_bytes(), &Origin::default()).is_ok(), "{shape}{end}");
        }
    }
    for shape in ["[", "{\"a\":", "{\"items\":[", "\"\\u", ",", "1e999,"] {
        let text =
            format!("{{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{}", shape.repeat(20_000));
        let _ = parse(text.as_bytes(), &Origin::default());
    }
}

proptest! {
    #[test]
    fn any_bytes_are_a_feed_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = parse(&bytes, &Origin::default());
    }

    #[test]
    fn any_markup_gives_safe_lines(parts in proptest::collection::vec(prop_oneof![
        Just("<item>"), Just("</item>"), Just("<title>"), Just("</title>"), Just("<link>"), Just("<![CDATA["),
        Just("]]>"), Just("<description>"), Just("&#27;[2J"), Just("&amp;#x9b;"), Just("<a href='"), Just("'>"),
        Just("&lt;b&gt;"), Just("\u{9b}"), Just("\u{202e}"), Just("<!--"), Just("-->"), Just("é"), Just("<author>"),
        Just("<category term='"), Just("x@y.example ("), Just("<media:content url='/"), Just("\u{1b}]0;"),
    ], 0..60)) {
        let text = format!("<rss><channel><link>https://a.example/</link><item>{}", parts.concat());
        for entry in parse(text.as_bytes(), &Origin::default()).unwrap().feed.entries {
            let lines = entry.categories.iter().chain(entry.authors.iter().flat_map(|it| &it.name));
            for line in lines.chain([&entry.title, &entry.id]).chain(&entry.url) {
                prop_assert!(!line.chars().any(|c| c.is_control() || c == '\u{202e}'), "{line:?} in {text:?}");
            }
        }
    }

    #[test]
    fn a_feed_that_is_cut_anywhere_is_read_as_far_as_it_goes(cut in 0..RSS.len()) {
        if let Ok(parsed) = parse(&RSS.as_bytes()[..cut], &Origin::default()) {
            prop_assert!(parsed.feed.entries.len() <= 2);
            prop_assert!(cut < 1_200 || parsed.feed.title == "Harbor & Sea");
        }
    }
}
