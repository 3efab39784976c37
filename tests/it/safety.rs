//! What strangers may send, and what must come of it: the groups X1 to X16 of
//! what happened to other readers, each through the real program, as it prints
//! into a pipe, complains and exports. What it sends to a terminal is in
//! `safety/screen.rs`, with feeds that speak to it in `safety/feeds.rs`; files that
//! are none, in `safety/paths.rs`.

mod feeds;
mod paths;
mod screen;

use std::fmt::Write as _;
use std::fs;
use std::time::Duration;

use kabar::text::safe;

use crate::server::{Reply, Server};
use crate::support::{Done, Home};

/// A program that takes longer hangs. None of them takes a tenth of it.
const DEADLINE: Duration = Duration::from_mins(1);

/// What a terminal would obey, as somebody writes it into a text.
const SEQUENCES: &[&str] = &[
    "\u{1b}[2J\u{1b}[31m",
    "\u{1b}]0;pwn\u{7}",
    "\u{1b}]2;pwn\u{1b}\\",
    "\u{1b}]52;c;cHdu\u{7}",
    "\u{1b}]8;;http://evil.example\u{1b}\\",
    "\u{1b}P1$r0m\u{1b}\\",
    "\u{1b}_Ga=T;AAAA\u{1b}\\",
    "\u{1b}^pm\u{1b}\\",
    "\u{1b}[21t",
    "\u{1b}[6n",
    "\u{1b}c",
    "\u{1b}(0",
    "\u{9b}31m",
    "\u{9d}0;pwn\u{9c}",
    "\u{90}x\u{9c}",
    "\u{8d}",
    "\u{7f}\u{8}\u{8}",
    "\r\n\u{b}\u{c}",
    "\u{202e}exe.gpj",
    "\u{2066}\u{2067}\u{2068}",
    "\u{200e}\u{200f}\u{61c}",
    "\u{feff}\u{fff9}\u{fffb}",
    "\u{e0041}\u{e007f}",
    "\u{2028}\u{2029}",
    "\u{0}",
];

/// Nothing in it speaks to a terminal, turns text around or hides in it.
#[track_caller]
fn assert_quiet(text: &str) {
    let bad = text.chars().find(|c| *c != '\n' && (safe::is_forbidden(*c) || c.is_control()));
    assert_eq!(bad, None, "{text:?}");
}

/// As [`assert_quiet`] for all that a run wrote, also for what JSON has escaped.
#[track_caller]
fn assert_all_quiet(done: &Done) {
    assert_quiet(&done.stdout);
    assert_quiet(&done.stderr);
    for line in done.stdout.lines() {
        if let Ok(value) = serde_json::from_str::<serde_json::Value>(line) {
            quiet_value(&value);
        }
    }
}

fn quiet_value(value: &serde_json::Value) {
    match value {
        serde_json::Value::String(text) => {
            // A table sets its cells apart by tabs.
            assert_quiet(&text.replace('\t', " "));
        }
        serde_json::Value::Array(all) => all.iter().for_each(quiet_value),
        serde_json::Value::Object(all) => {
            for (key, value) in all {
                assert_quiet(key);
                quiet_value(value);
            }
        }
        _ => {}
    }
}

/// A home that follows a feed of this body.
fn following(body: impl AsRef<[u8]>) -> (Home, Server) {
    let server = Server::always(Reply::body(body));
    (home_of(&[server.url("/feed")]), server)
}

fn home_of(urls: &[String]) -> Home {
    let feeds: String = urls.iter().map(|it| format!("[[feed]]\nurl = \"{it}\"\n")).collect();
    Home::new().file("config/feeds.toml", feeds)
}

/// Fetches, and asks for what came in, in every way that there is.
#[track_caller]
fn all_printed(home: &Home) -> Vec<Done> {
    let mut all = vec![home.kabar("fetch").run()];
    for args in [
        "fetch --json",
        "feeds",
        "feeds --format json",
        "export",
        "list config",
        "list --format json config",
        "quotes --speaker e",
        "quotes --speaker e --format json",
        "reclean",
    ] {
        all.push(home.kabar(args).run());
    }
    for args in [["search", "", "config"], ["search", "-nothing", "config"]] {
        all.push(home.kabar_with(args).run());
        all.push(home.kabar_with(args.iter().copied().chain(["--format", "json", "--limit", "1000"])).run());
    }
    all
}

/// What came in, newest first, as JSON.
fn found(home: &Home) -> Vec<serde_json::Value> {
    home.kabar_with(["search", "-nothing", "config", "--format", "json", "--limit", "1000"]).run().json()
}

fn titles(home: &Home) -> Vec<String> {
    found(home).iter().map(|it| it["title"].as_str().unwrap().to_owned()).collect()
}

fn rss(items: &str) -> String {
    format!("<rss version='2.0'><channel><title>News</title>{items}</channel></rss>")
}

/// A feed that says something in every place where a feed can say something.
fn everywhere(evil: &str) -> String {
    format!(
        "<?xml version='1.0'?><rss version='2.0' xmlns:dc='d' xmlns:content='c'><channel><title>News {evil}</title>\
         <link>https://a.example/{evil}</link><description>{evil}</description><item><title>Crane {evil} falls</title>\
         <link>https://a.example/1{evil}</link><guid>{evil}</guid><author>x@a.example (Ann {evil} Lee)</author>\
         <dc:creator>Ann {evil} Lee</dc:creator><category>Harbor{evil}</category><pubDate>{evil}</pubDate>\
         <enclosure url='https://a.example/{evil}' type='{evil}' length='{evil}'/>\
         <content:encoded>&lt;p title='{evil}'&gt;“It {evil} fell,” said Ann {evil} Lee.&lt;/p&gt;\
         &lt;pre&gt;code {evil} code&lt;/pre&gt;&lt;img src='/{evil}' alt='{evil}'&gt;</content:encoded></item>\
         </channel></rss>"
    )
}

/// A text as one writes it where its characters may not stand.
fn references(text: &str, form: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let n = u32::from(c);
        if c.is_control() || safe::is_forbidden(c) {
            out += &form.replace("HEX", &format!("{n:x}")).replace("DEC", &n.to_string());
        } else {
            out.push(c);
        }
    }
    out
}

#[test]
fn x1_x2_x4_no_feed_speaks_to_the_terminal_however_it_writes_it() {
    let evil: String = SEQUENCES.iter().map(|it| format!(" {it} ")).collect();
    let plain = everywhere(&evil.replace('\0', ""));
    let wide: Vec<u8> = std::iter::once(0xfeff)
        .chain(everywhere(&evil).replace("?>", " encoding='UTF-16'?>").encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let latin = everywhere("\u{9b}31m \u{9d}0;x\u{9c}").replace(['“', '”'], "\"");
    let latin = latin.replace("?>", " encoding='ISO-8859-1'?>");
    let latin = latin.chars().map(|c| u8::try_from(c).unwrap());
    let mut bodies = vec![plain.into_bytes(), wide, latin.collect()];
    for form in ["&#xHEX;", "&#DEC;", "&amp;#DEC;", "&amp;amp;#xHEX;"] {
        bodies.push(everywhere(&references(&evil, form)).into_bytes());
    }
    bodies.push(rss(&format!("<item><title><![CDATA[Crane {evil} falls]]></title></item>")).into_bytes());
    let json = serde_json::json!({"version": "https://jsonfeed.org/version/1.1", "title": evil, "items": [{
        "id": evil, "title": format!("Crane {evil} falls"), "url": format!("https://a.example/{evil}"),
        "content_html": format!("<p>{evil}</p>"), "authors": [{"name": evil}], "tags": [evil],
    }]});
    bodies.push(json.to_string().into_bytes());
    for body in bodies {
        let (home, _server) = following(&body);
        for done in all_printed(&home) {
            assert_all_quiet(&done);
        }
        assert!(titles(&home)[0].starts_with("Crane"), "{:?}", titles(&home));
        let previewed = home.kabar("preview -").stdin(&body).run();
        assert_quiet(&previewed.stdout);
        // For programs: markup is as it came, and the line that holds it is quiet.
        assert_quiet(&home.kabar("preview --format json -").stdin(&body).run().stdout);
    }
}

#[test]
fn x1_no_header_status_or_redirect_speaks_to_the_terminal() {
    let evil = "a\u{1b}[2J\u{9b}31mb";
    for reply in [
        Reply::status(404).header("X", evil),
        Reply::redirect(301, &format!("/{evil}")),
        Reply::redirect(302, &format!("gopher://{evil}/")),
        Reply::body("words").header("Content-Type", &format!("text/{evil}")),
        Reply::body("words").header("Content-Encoding", evil),
        Reply::status(503).header("Retry-After", evil),
        Reply::body(rss("<item/>")).header("ETag", &format!("\"{evil}\"")),
    ] {
        let server = Server::always(reply);
        let home = home_of(&[server.url("/feed")]);
        assert_all_quiet(&home.kabar("fetch").run());
        assert_all_quiet(&home.kabar("fetch --json").run());
        assert_all_quiet(&home.kabar_with(["preview", &server.url("/a")]).run());
        assert_all_quiet(&home.kabar_with(["add", &server.url("/b")]).run());
        assert_all_quiet(&home.kabar_with(["show", &server.url("/c")]).run());
    }
}

#[test]
fn x1_what_people_type_and_write_into_configs_does_not_speak_to_the_terminal() {
    for evil in SEQUENCES.iter().filter(|it| !it.contains('\0')) {
        let home =
            Home::new().file("config/config.toml", format!("\"{evil}\" = 1\ntheme = '{evil}'\n{evil}"));
        let home = home.file("config/feeds.toml", format!("[[feed]]\nurl = 'https://a.example/{evil}'\n"));
        let home =
            home.file("config/credentials.toml", format!("['https://{evil}.example']\nuser = '{evil}'\n"));
        let home = home.file(&format!("news/{}.txt", evil.replace('/', "")), "Words of a file.\n");
        let name = format!("no{evil}thing");
        for args in [
            vec!["list", "news"],
            vec!["list", &name],
            vec!["show", &name],
            vec!["mark", "read", &name],
            vec!["search", &name, "news"],
            vec!["quotes", "--speaker", &name],
            vec!["preview", &name],
            vec!["import", &name],
            vec!["export", "--output", "/proc/none"],
            vec!["remove", &name],
            vec!["add", &name],
            vec!["fetch", &name],
            vec!["feeds"],
            vec!["paths"],
            vec!["config"],
        ] {
            assert_all_quiet(&home.kabar_with(args).run());
        }
    }
}

#[test]
fn x5_what_is_endless_is_taken_in_bounded_time() {
    let mut tags = String::new();
    for i in 0..10_000 {
        write!(tags, "<category>tag {i}</category>").unwrap();
    }
    let items: String =
        (0..30_000).map(|i| format!("<item><title>{i}</title><guid>{i}</guid></item>")).collect();
    for body in [
        rss(&format!("<item><title>a{}</title></item>", "\u{301}".repeat(2_000))),
        rss(&format!("<item><title>{}</title></item>", "a".repeat(10 << 20))),
        rss(&format!(
            "<item><title>x</title><description>&lt;pre&gt;{}</description></item>",
            "b".repeat(1 << 20)
        )),
        rss(&format!(
            "<item><title>x</title><description>{}</description></item>",
            "&lt;b&gt;".repeat(100_000)
        )),
        rss(&format!("<item><title>x</title><description>{}</description></item>", "<b>".repeat(100_000))),
        rss(&format!("<item><title>x</title>{tags}</item>")),
        rss(&items),
        format!("{}<item><title>x</title></item>", "<rss><channel>".repeat(50_000)),
    ] {
        let (home, _server) = following(&body);
        let fetched = home.kabar("fetch").killed_after(DEADLINE);
        assert!(fetched.confirmed, "{} …", body.chars().take(80).collect::<String>());
        assert_quiet(&fetched.stdout);
        let done = home.kabar_with(["search", "-nothing", "config"]).run();
        assert_all_quiet(&done);
        // One article is one row of its title and two of what it is from and says.
        let longest = done.lines().iter().map(|it| it.chars().count()).max().unwrap_or(0);
        assert!(longest < 1_000, "{longest}");
    }
}

#[test]
fn x6_what_has_no_width_hides_no_word() {
    let (home, _server) = following(rss(
        "<item><title>Har\u{ad}bor wa\u{200b}ll \u{3164}\u{115f}👩\u{200d}👩\u{200d}👧 🇳🇴</title></item>",
    ));
    home.kabar("fetch").run().fine();
    for word in ["harbor", "wall", "\"harbor wall\""] {
        let done = home.kabar_with(["search", word, "config"]).run();
        assert!(done.stdout.starts_with("Harbor wall"), "{done:?}");
        assert_all_quiet(&done);
    }
}

#[test]
fn x7_entities_are_not_expanded_and_nothing_else_is_asked_for() {
    let laughs: String =
        (1..30).map(|i| format!("<!ENTITY l{i} \"{}\">", format!("&l{};", i - 1).repeat(10))).collect();
    let bomb = format!("<!ENTITY l0 \"{}\">", "ha".repeat(50_000));
    let secret = Home::new().file("secret.txt", "the secret of this machine");
    let file = secret.path().join("secret.txt").display().to_string();
    let server = Server::new(move |seen| match seen.target.as_str() {
        "/feed" => Reply::body(format!(
            "<?xml version='1.0'?><!DOCTYPE rss SYSTEM '/outer.dtd' [{bomb}{laughs}<!ENTITY f SYSTEM 'file://{file}'>\
             <!ENTITY % p SYSTEM '/parameter.dtd'> %p;]>{}",
            rss(&format!(
                "<xi:include href='file://{file}' parse='text'/><item><title>Crane</title><description>&l29; &f; {}\
                 </description></item><item><title>Ferry</title></item>",
                "&l0;".repeat(10_000)
            ))
        )),
        _ => Reply::body("asked"),
    });
    let home = home_of(&[server.url("/feed")]);
    let fetched = home.kabar("fetch").killed_after(DEADLINE);
    assert!(fetched.confirmed, "{fetched:?}");
    let mut titles = titles(&home);
    titles.sort();
    assert_eq!(titles, ["Crane", "Ferry"]);
    home.kabar_with(["search", "secret", "config"]).run().prints("");
    assert_eq!(server.targets(), ["/feed"]);
}

#[test]
fn x8_pages_run_nothing_and_ask_for_nothing() {
    let body = "<script>alert(1)</script><style>p{}</style><p onclick='evil()'>The crane fell at noon on Monday.</p>\
        <a href='javascript:alert(2)'>one</a> <a href='data:text/html,x'>two</a> <a href='file:///etc/passwd'>three</a>\
        <meta http-equiv=refresh content='0;url=/refreshed'><img src='/pixel.gif' width=1 height=1>\
        <iframe src='/frame'></iframe><svg><script>alert(3)</script></svg><form action='/form'><input></form>\
        <object data='/object'></object><link rel=stylesheet href='/style.css'>\
        <p>Nobody was hurt, and the pilots wait.</p><textarea>unclosed <plaintext>the rest";
    let feed =
        rss(&format!("<item><title>Crane</title><description><![CDATA[{body}]]></description></item>"));
    let server = Server::new(move |seen| match seen.target.as_str() {
        "/feed" => Reply::body(&feed),
        "/page" => {
            Reply::body(format!("<html><title>Crane</title><body>{body}")).header("Content-Type", "text/html")
        }
        _ => Reply::body("asked"),
    });
    let home = home_of(&[server.url("/feed")]);
    home.kabar("fetch").run().fine();
    let mut all = vec![home.kabar_with(["search", "crane", "config", "--format", "json"]).run()];
    for format in ["text", "markdown", "json"] {
        all.push(home.kabar_with(["show", "--format", format, &server.url("/page")]).run().fine());
    }
    for done in all {
        assert!(done.stdout.contains("The crane fell at noon on Monday."), "{done:?}");
        for bad in ["alert(", "evil()", "javascript:", "data:text", "file:///"] {
            assert!(!done.stdout.contains(bad), "{bad} in {done:?}");
        }
    }
    assert!(server.targets().iter().all(|it| it == "/feed" || it == "/page"), "{:?}", server.targets());
}

#[test]
fn x9_lists_bring_feeds_of_the_web_and_nothing_else() {
    let bad = [
        "|cmd",
        "exec:rm -rf",
        "filter:x:https://a.example/",
        "file:///etc/passwd",
        "javascript:x",
        "/etc/passwd",
    ];
    let mut list = "<opml><head><title>\u{1b}[2J</title></head><body>".to_owned();
    for it in bad {
        write!(list, "<outline text='x\u{1b}]0;y\u{7}' xmlUrl='{it}' filtercmd='rm'/>").unwrap();
    }
    list += "<outline type='include' url='https://self.example/list.opml'/>";
    list += &"<outline text='deeper'>".repeat(10_000);
    for _ in 0..3 {
        list += "<outline text='\u{1b}[31mGood\u{202e}' xmlUrl='https://good.example/feed'/>";
    }
    let home = Home::new().file("list.opml", list);
    let done = home.kabar("import list.opml").run();
    assert_eq!(done.code, 2);
    assert!(done.stdout.starts_with("list.opml: 1 new"), "{done:?}");
    assert_eq!(
        done.stderr.lines().filter(|it| it.contains("not taken: ")).count(),
        bad.len() + 1,
        "{done:?}"
    );
    assert_all_quiet(&done);
    assert_quiet(&fs::read_to_string(home.config().join("feeds.toml")).unwrap().replace('\t', ""));
    let exported = home.kabar("export").run().fine();
    assert_all_quiet(&exported);
    assert!(
        !exported.stdout.contains("rm") && exported.stdout.contains("https://good.example/feed"),
        "{exported:?}"
    );
    // Half a million feeds are more than anybody follows.
    let many: String = (0..500_000).map(|i| format!("<outline xmlUrl='https://m.example/{i}'/>")).collect();
    let home = Home::new().file("many.opml", format!("<opml><body>{many}</body></opml>"));
    let done = home.kabar("import many.opml").run();
    assert!(done.stdout.starts_with("many.opml: 50000 new"), "{}", done.stdout);
    assert!(done.stderr.contains("450000 more than kabar takes"), "{}", done.stderr);
}

#[test]
fn x10_json_that_is_none_costs_its_own_feed_only() {
    let good = rss("<item><title>Good</title></item>");
    let deep = "[".repeat(100_000);
    for bad in [
        r#"{"version":1e999,"title":1e999,"items":[{"id":1e999,"date_published":1e999}]}"#,
        r#"{"title":"a","title":["b"],"items":{"a":1},"items":"x"}"#,
        r#"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"\ud800","title":"\udfff\ud800","content_text":"\ud83d"}]}"#,
        r#"{"version":"https://jsonfeed.org/version/1.1","title":{},"items":[[],null,1,"x",{"id":[],"title":{},"tags":{},"authors":7,"attachments":[[]]}]}"#,
        &format!(r#"{{"version":"https://jsonfeed.org/version/1.1","items":{deep}"#),
        &format!(r#"{{"version":"https://jsonfeed.org/version/1.1","items":{deep}{}}}"#, "]".repeat(100_000)),
        &deep,
        "{",
        "",
    ] {
        let (bad, good) = (bad.to_owned(), good.clone());
        let server = Server::new(move |seen| Reply::body(if seen.target == "/bad" { &bad } else { &good }));
        let home = home_of(&[server.url("/bad"), server.url("/good")]);
        let done = home.kabar("fetch").run();
        assert!(done.lines().contains(&"News  1 new"), "{done:?}");
        assert_all_quiet(&done);
        assert!(titles(&home).contains(&"Good".to_owned()));
    }
}

#[test]
fn x11_no_feed_takes_the_articles_of_another() {
    let long = "g".repeat(1 << 20);
    let server = Server::new(move |seen| {
        let item = |title: &str, guid: &str, link: &str| {
            format!(
                "<item><title>{title}</title><guid isPermaLink='false'>{guid}</guid><link>{link}</link>\
                     <description>{title} says what nobody else says.</description></item>"
            )
        };
        Reply::body(match seen.target.as_str() {
            "/one" => rss(&item("Crane falls", "1", "https://one.example/1")),
            // The same guid, and the same address with other words.
            "/two" => rss(&(item("Ferry sinks", "1", "https://two.example/1")
                + &item("Crane evil", "2", "https://one.example/1"))),
            _ => rss(&(item("Long", &long, "https://three.example/1")
                + &item("Same", "s", "https://three.example/2")
                + &item("Again", "s", "https://three.example/3"))),
        })
    });
    let home = home_of(&[server.url("/one"), server.url("/two"), server.url("/three")]);
    home.kabar("fetch").run().fine();
    let has = |title: &str| titles(&home).iter().any(|it| it == title);
    for title in ["Crane falls", "Ferry sinks", "Long", "Same", "Again"] {
        assert!(has(title), "{title} in {:?}", titles(&home));
    }
    for _ in 0..2 {
        home.kabar("fetch --anew").run().fine();
        assert!(has("Crane falls"), "{:?}", titles(&home));
    }
}

#[test]
fn x12_no_date_keeps_an_article_on_top_for_ever() {
    let dates = [
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "-1",
        "1000000000000000000",
        "Fri, 31 Dec 2399 00:00:00 GMT",
    ];
    let items: String = dates
        .iter()
        .enumerate()
        .map(|(i, it)| format!("<item><title>T{i}</title><guid>{i}</guid><pubDate>{it}</pubDate></item>"))
        .collect();
    let (home, _server) = following(rss(&items));
    home.kabar("fetch").run().fine();
    let found = found(&home);
    assert_eq!(found.len(), dates.len());
    for it in found {
        if let Some(date) = it["published"].as_str() {
            assert!(date < "2200", "{it}");
        }
    }
}

#[test]
fn x13_whatever_is_typed_is_a_search() {
    let (home, _server) = following(rss("<item><title>Crane falls</title></item>"));
    home.kabar("fetch").run().fine();
    let long = "crane ".repeat(2_000);
    for typed in [
        "\"",
        "*",
        "crane*",
        "NEAR(",
        "NEAR(crane falls, 2)",
        "col:",
        "title:",
        "AND",
        "OR",
        "NOT",
        "-",
        "--",
        "^crane",
        "{title}: x",
        "'; DROP TABLE article; --",
        "%",
        "_",
        "\\",
        "(",
        ")",
        "()",
        "crane AND",
        "a\u{1}b",
        &long,
    ] {
        let done = home.kabar_with(["search", typed, "config"]).run();
        for word in ["SQL", "fts5", "syntax error", "library"] {
            assert!(!done.stderr.contains(word), "{typed}: {done:?}");
        }
        assert_all_quiet(&done);
    }
}

#[cfg(unix)]
#[test]
fn x14_files_that_are_not_ours_are_left_as_they_are() {
    let home = Home::new().file("news/a.txt", "A story.\n\nWords of it.\n").file("victim", "precious");
    fs::create_dir_all(home.path().join("data")).unwrap();
    for lock in ["library.lock", "device.lock", "feeds.lock", "refresh.lock", "fetch.lock", "config.lock"] {
        std::os::unix::fs::symlink(home.path().join("victim"), home.path().join("data").join(lock)).unwrap();
    }
    home.kabar("mark read news/a.txt").run();
    home.kabar("search words news").run().fine();
    home.kabar("fetch").run();
    assert_eq!(fs::read_to_string(home.path().join("victim")).unwrap(), "precious");

    // A database of another program.
    let home = Home::new().file("news/a.txt", "A story.\n\nWords of it.\n");
    fs::create_dir_all(home.path().join("data")).unwrap();
    let path = home.path().join("data/library.db");
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)").unwrap();
    drop(other);
    let before = fs::read(&path).unwrap();
    let done = home.kabar("search words news").run();
    assert_eq!(done.code, 2);
    assert!(done.stderr.contains("is a database of another program"), "{done:?}");
    assert_eq!(fs::read(&path).unwrap(), before);
    home.kabar("list news").run();

    // Nowhere to be at home.
    let done = home
        .kabar("list news")
        .without_env("KABAR_CONFIG_DIR")
        .without_env("KABAR_DATA_DIR")
        .env("HOME", "")
        .run();
    assert!(done.code == 2 || done.code == 0, "{done:?}");
    assert_all_quiet(&done);
}

#[cfg(unix)]
#[test]
fn x15_secrets_are_told_nowhere() {
    use std::os::unix::fs::PermissionsExt as _;
    let server = Server::new(|seen| match seen.header("authorization") {
        Some(_) => Reply::status(500),
        None => Reply::status(401),
    });
    let url = server.url("/feed?token=geheim1234567890");
    let home = home_of(std::slice::from_ref(&url)).file(
        "config/credentials.toml",
        format!("[\"{}\"]\nuser = \"anna\"\npassword = \"hush-hush\"\n", server.url("")),
    );
    let credentials = home.config().join("credentials.toml");
    fs::set_permissions(&credentials, fs::Permissions::from_mode(0o644)).unwrap();
    let warned = home.kabar("fetch").run();
    assert!(warned.stderr.contains("credentials.toml"), "{warned:?}");
    for done in all_printed(&home) {
        let all = done.stdout + &done.stderr;
        assert!(!all.contains("hush-hush"), "{all}");
    }
    for args in ["fetch", "fetch --anew --json", "feeds", "paths"] {
        let done = home.kabar(args).run();
        assert!(!(done.stdout.clone() + &done.stderr).contains("geheim"), "{args}: {done:?}");
    }
    assert!(server.seen().iter().any(|it| it.header("authorization").is_some()));
}
