use super::*;

fn list(text: &str) -> List {
    read(text.as_bytes()).unwrap()
}

/// Each feed as `folder | title | address | tags`, each thing left out as
/// `- name: why`, each search as `? name: query`.
fn lines(list: &List) -> Vec<String> {
    let feeds = list.feeds.iter().map(|it| {
        let or_none = |it: &Option<String>| it.clone().unwrap_or_default();
        format!("{} | {} | {} | {}", or_none(&it.folder), or_none(&it.title), it.url, it.tags.join(","))
    });
    let searches = list.searches.iter().map(|(name, query)| format!("? {name}: {query}"));
    let left_out = list.left_out.iter().map(|it| format!("- {}: {}", it.name, it.why));
    feeds.chain(searches).chain(left_out).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(lines(&list(text)), expected, "{text}");
}

#[test]
fn opml_is_read_with_its_folders() {
    check(
        r#"<?xml version="1.0" encoding="UTF-8"?>
        <opml version="2.0"><head><title>Mine</title></head><body>
          <outline text="News &amp; more">
            <outline type="rss" text="Courier" title="The Courier" xmlUrl="https://courier.example/feed" htmlUrl="https://courier.example/"/>
            <outline text="Local"><outline type="rss" text="Harbor" xmlUrl="https://harbor.example/rss"/></outline>
            <outline type="rss" text="After" xmlUrl="https://after.example/rss"/>
          </outline>
          <outline type="rss" text="Top" xmlUrl="https://top.example/atom.xml" category="sea,/Far/Away, ships"/>
          <outline type="rss" xmlUrl="https://bare.example/feed?a=1&amp;b=2"/>
        </body></opml>"#,
        &[
            "News & more | Courier | https://courier.example/feed | ",
            "News & more/Local | Harbor | https://harbor.example/rss | ",
            "News & more | After | https://after.example/rss | ",
            "Far/Away | Top | https://top.example/atom.xml | sea,ships",
            " |  | https://bare.example/feed?a=1&b=2 | ",
        ],
    );
}

#[test]
fn opml_that_is_broken_or_old_is_read_too() {
    for (text, expected) in [
        // Attributes in any case, without quotes, with bare ampersands; no end.
        (
            "<OPML version=1.0><BODY><OUTLINE TITLE='A & B' XMLURL=http://a.example/?x=1&y=2 /><outline text=\"F\"><outline xmlurl=\"http://b.example/\"",
            vec![" | A & B | http://a.example/?x=1&y=2 | ", "F |  | http://b.example/ | "],
        ),
        // No declaration, no root, an outline that is not closed before the next.
        (
            "<outline text='x' xmlUrl='http://a.example/'><outline text='y' xmlUrl='http://b.example/'>",
            vec![" | x | http://a.example/ | ", " | y | http://b.example/ | "],
        ),
        // The address where old readers put it.
        (
            "<opml><body><outline type='rss' text='x' url='http://a.example/'/><outline type='link' text='y' url='http://b.example/'/></body></opml>",
            vec![" | x | http://a.example/ | "],
        ),
        (
            "<opml><body><outline text='x' xmlUrl='feed://a.example/rss'/><outline text='y' xmlUrl='feed:https://b.example/rss'/></body></opml>",
            vec![" | x | http://a.example/rss | ", " | y | https://b.example/rss | "],
        ),
        ("<opml><body/></opml>", vec![]),
    ] {
        check(text, &expected);
    }
    for text in [
        "<rss><channel><title>x</title></channel></rss>",
        "<html><body>x</body></html>",
        "{\"a\": 1}",
        "x y z\n",
    ] {
        assert_eq!(read(text.as_bytes()), Err(NoList), "{text}");
    }
}

#[test]
fn nothing_but_the_web_is_taken_from_opml() {
    check(
        r#"<opml><body>
          <outline text="a" xmlUrl="|rm -rf ~"/>
          <outline text="b" xmlUrl="exec:~/bin/x --token=geheim"/>
          <outline text="c" xmlUrl="filter:~/x:https://a.example/"/>
          <outline text="d" xmlUrl="file:///etc/passwd"/>
          <outline text="e" xmlUrl="javascript:alert(1)"/>
          <outline text="f" xmlUrl="https://a.example/feed" filtercmd="sh"/>
          <outline text="g" type="include" xmlUrl="https://a.example/more.opml"/>
          <outline text="h" xmlUrl="ftp://anna:geheim@a.example/x?geheim"/>
          <outline text="i" xmlUrl="/relative"/>
          <outline text="j&#27;[2J&#x202e;" xmlUrl=" https://ok.example/feed "/>
        </body></opml>"#,
        &[
            " | j | https://ok.example/feed | ",
            "- |rm -rf ~: kabar runs no programs for feeds",
            "- exec:~/bin/x --token=geheim: kabar runs no programs for feeds",
            "- filter:~/x:https://a.example/: kabar runs no programs for feeds",
            "- file:///etc/passwd: only http and https are fetched, not file",
            "- javascript:alert(1): only http and https are fetched, not javascript",
            "- https://a.example/feed: kabar runs no programs for feeds",
            "- https://a.example/more.opml: it leads to another list",
            "- ftp://a.example/x: only http and https are fetched, not ftp",
            "- /relative: it is no address",
        ],
    );
}

#[test]
fn hostile_lists_come_to_an_end() {
    let nested = |n: usize| {
        let open = "<outline text=\"folder\">".repeat(n);
        format!(
            "<opml><body>{open}<outline xmlUrl=\"https://a.example/\"/>{}</body></opml>",
            "</outline>".repeat(n)
        )
    };
    let deep = list(&nested(10_000));
    assert_eq!(deep.feeds.len(), 1);
    assert_eq!(deep.feeds[0].folder.as_deref().unwrap().matches('/').count(), DEEPEST - 1);
    let laughs = "<!DOCTYPE opml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;\">\
                  ]><opml><body><outline text=\"&c;\" xmlUrl=\"https://a.example/\"/></body></opml>";
    check(laughs, &[" | &c; | https://a.example/ | "]);
    let many =
        format!("<opml><body>{}</body></opml>", "<outline xmlUrl=\"https://a.example/\"/>".repeat(MOST + 7));
    let many = list(&many);
    assert_eq!((many.feeds.len(), many.left_out.len()), (MOST, 1));
    assert_eq!(many.left_out[0].why, Why::TooMany(7));
    let long = list(&format!("<outline text=\"{}\" xmlUrl=\"https://a.example/\"/>", "x".repeat(1 << 20)));
    assert_eq!(long.feeds[0].title.as_ref().unwrap().len(), LONGEST);
    for end in 0..nested(3).len() {
        // Whatever is cut off, what is left is read or refused.
        let _ = read(nested(3).get(..end).unwrap().as_bytes());
    }
}

#[test]
fn what_is_written_as_opml_is_read_back() {
    let feed = |url: &str, title: &str, folder: &str, tags: &[&str]| Subscription {
        url: url.to_owned(),
        title: Some(title.to_owned()).filter(|it| !it.is_empty()),
        folder: Some(folder.to_owned()).filter(|it| !it.is_empty()),
        tags: tags.iter().map(|it| (*it).to_owned()).collect(),
        full_text: None,
    };
    let feeds = [
        feed("https://a.example/?x=1&y=2", "A <b> & \"c\" 'd'", "News/Local", &["one", "two words"]),
        feed("https://b.example/", "", "", &[]),
        feed("https://c.example/", "Çé 日本", "News", &[]),
        feed("https://d.example/", "D", "News/Local/Deep", &["a,b"]),
        feed("https://e.example/", "E\u{1b}[2J\u{FFFE}", "Other", &[]),
    ];
    let text = opml::write("Mine & <yours>", &feeds);
    assert_eq!(
        text,
        r#"<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>Mine &amp; &lt;yours&gt;</title>
  </head>
  <body>
    <outline text="News" title="News">
      <outline text="Local" title="Local">
        <outline type="rss" text="A &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;" title="A &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;" xmlUrl="https://a.example/?x=1&amp;y=2" category="one,two words"/>
        <outline text="Deep" title="Deep">
          <outline type="rss" text="D" title="D" xmlUrl="https://d.example/" category="a b"/>
        </outline>
      </outline>
      <outline type="rss" text="Çé 日本" title="Çé 日本" xmlUrl="https://c.example/"/>
    </outline>
    <outline type="rss" text="https://b.example/" title="https://b.example/" xmlUrl="https://b.example/"/>
    <outline text="Other" title="Other">
      <outline type="rss" text="E[2J" title="E[2J" xmlUrl="https://e.example/"/>
    </outline>
  </body>
</opml>
"#
    );
    let mut back = list(&text).feeds;
    back.sort_by(|a, b| a.url.cmp(&b.url));
    let mut expected = feeds.to_vec();
    expected[3].tags = vec!["a b".to_owned()];
    expected[4].title = Some("E[2J".to_owned());
    assert_eq!(back, expected);
    let deep = opml::write("x", &[feed("https://a.example/", "", &"f/".repeat(10_000), &[])]);
    assert!(deep.len() < 1 << 21, "{}", deep.len());
}

#[test]
fn the_urls_of_newsboat_are_read_with_titles_and_tags() {
    check(
        "# my feeds\n\n\
         https://a.example/feed\n\
         https://b.example/feed local \"two words\" \"~The \\\"B\\\" paper\" # a comment\n\
         \"https://c.example/feed\" \"!hidden\" tech tech\n\
         http://d.example/ ~D\n",
        &[
            " |  | https://a.example/feed | ",
            " | The \"B\" paper | https://b.example/feed | local,two words",
            " |  | https://c.example/feed | tech",
            " | D | http://d.example/ | ",
        ],
    );
    assert_eq!(list("https://c.example/feed !\nhttps://d.example/\n").n_hidden, 1);
    assert_eq!(list("# nothing yet\n"), List { form: Form::Urls, ..List::default() });
}

#[test]
fn lines_of_newsboat_that_are_no_feeds_are_told() {
    check(
        "file:///home/anna/feed.xml\n\
         \"exec:~/bin/feed.sh --token geheim\"\n\
         \"filter:/usr/bin/sieve:https://a.example/?geheim\"\n\
         nonsense\n\
         https://ok.example/\n",
        &[
            " |  | https://ok.example/ | ",
            "- file:///home/anna/feed.xml: only http and https are fetched, not file",
            "- exec:feed.sh: kabar runs no programs for feeds",
            "- filter:sieve: kabar runs no programs for feeds",
            "- nonsense: it is no address",
        ],
    );
}

#[test]
fn queries_of_newsboat_become_searches_where_kabar_can_ask_them() {
    for (query, expected) in [
        ("New:unread = \\\"yes\\\"", "? New: is:unread"),
        ("Read:unread != \\\"yes\\\"", "? Read: is:read"),
        ("Sea:title =~ \\\"harbor\\\" and unread = \\\"yes\\\"", "? Sea: title:\"harbor\" is:unread"),
        ("Either:title =~ \\\"harbor|port\\\"", "? Either: title:\"harbor\" OR title:\"port\""),
        ("Neither:content !~ \\\"harbor|port\\\"", "? Neither: -\"harbor\" -\"port\""),
        ("Week:age < 7", "? Week: after:7d"),
        ("Between:age between 2:7", "? Between: after:7d before:2d"),
        ("By:author = \\\"Ana Lima\\\"", "? By: by:\"Ana Lima\""),
        ("Regex:title =~ \\\"^har.*\\\"", "- query:Regex:title =~ \"^har.*\": kabar cannot ask this"),
        (
            "Or:unread = \\\"yes\\\" or age < 3",
            "- query:Or:unread = \"yes\" or age < 3: kabar cannot ask this",
        ),
        ("Brackets:(age < 3)", "- query:Brackets:(age < 3): kabar cannot ask this"),
        ("Flags:flags # \\\"s\\\"", "- query:Flags:flags # \"s\": kabar cannot ask this"),
        ("Half:unread =", "- query:Half:unread =: kabar cannot ask this"),
        ("Nothing", "- query:Nothing: kabar cannot ask this"),
    ] {
        check(&format!("\"query:{query}\"\n"), &[expected]);
    }
}
