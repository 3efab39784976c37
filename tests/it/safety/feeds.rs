//! Feeds that speak to the terminal, in all that a feed and its server can say:
//! fetched from a server on this machine, and looked at in the reader, on every
//! screen of it, and through every command that prints, on a terminal and into a
//! pipe.

#![cfg(unix)]

use std::fmt::Write as _;
use std::fs;

use super::screen::unmeant;
use super::{SEQUENCES, assert_all_quiet, assert_quiet, everywhere, references};
use crate::pty::Terminal;
use crate::server::{Reply, Server, latin};
use crate::support::Home;

/// What is hostile by its looks: it has no end, no width, or too much of it.
fn odd() -> String {
    format!(
        "Z{} \u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{1f1f3}\u{1f1f4}\u{1f1f3} \u{3164}\u{115f} {} {}",
        "\u{301}".repeat(500),
        "\u{ac00}\u{ff21}".repeat(60),
        "\u{200b}\u{200d}\u{ad}".repeat(200),
    )
}

/// An Atom feed that says something in every place where one can.
fn atom(evil: &str) -> String {
    format!(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title type='html'>Atom {evil}</title><subtitle>{evil}</subtitle>\
         <generator uri='{evil}'>{evil}</generator><rights>{evil}</rights><id>{evil}</id><updated>{evil}</updated>\
         <link rel='alternate' href='https://c.example/{evil}'/><author><name>Ann {evil} Lee</name><uri>{evil}</uri>\
         </author><entry><title type='xhtml'><div>Crane {evil} falls</div></title><id>{evil}</id>\
         <link href='https://c.example/1{evil}' title='{evil}'/><link rel='enclosure' href='https://c.example/{evil}'\
         type='{evil}' title='{evil}'/><category term='{evil}' label='Harbor {evil}'/><summary>{evil}</summary>\
         <content type='html'>&lt;p&gt;“It {evil} fell,” said Ann {evil} Lee.&lt;/p&gt;&lt;p&gt;Subscribe to our \
         newsletter {evil}&lt;/p&gt;</content></entry></feed>"
    )
}

/// What the server says of each address.
fn reply(target: &str) -> Reply {
    let evil: String = SEQUENCES.iter().map(|it| format!("{it} ")).collect();
    let header = "a\u{1b}[2J\u{9b}31m\u{1b}]0;pwn\u{7}b";
    match target {
        "/rss" => Reply::body(everywhere(&evil.replace('\0', ""))),
        "/references" => Reply::body(everywhere(&references(&evil, "&#xHEX;"))),
        "/twice" => Reply::body(everywhere(&references(&evil, "&amp;#DEC;"))),
        "/atom" => Reply::body(atom(&evil.replace('\0', ""))),
        "/odd" => Reply::body(everywhere(&odd())),
        "/odd-atom" => Reply::body(atom(&odd())),
        "/bytes" => Reply::body(latin(
            &everywhere("\u{9b}31m \u{9d}0;x\u{9c} \u{90}q\u{9c}").replace(['“', '”'], "\""),
        )),
        "/json" => Reply::body(
            serde_json::json!({
                "version": "https://jsonfeed.org/version/1.1", "title": format!("Json {evil}"),
                "description": evil, "icon": evil, "user_comment": evil,
                "authors": [{"name": format!("Ann {evil} Lee"), "url": evil}],
                "items": [{
                    "id": evil, "title": format!("Crane {evil} falls"), "language": evil, "summary": evil,
                    "url": format!("https://d.example/{evil}"), "external_url": evil, "image": evil, "tags": [evil],
                    "content_html": format!("<p>“It {evil} fell,” said Ann {evil} Lee.</p>"),
                    "attachments": [{"url": format!("https://d.example/{evil}.mp3"), "mime_type": evil, "title": evil}],
                }],
            })
            .to_string(),
        ),
        "/none" => Reply::status(404).header("X-Why", header),
        "/away" => Reply::redirect(302, &format!("gopher://{header}/")),
        "/round" => Reply::redirect(301, &format!("/{header}")),
        "/type" => Reply::body("words").header("Content-Type", &format!("text/{header}; charset={header}")),
        "/packed" => Reply::body("words").header("Content-Encoding", header),
        "/later" => Reply::status(503).header("Retry-After", header),
        "/latin" => Reply::redirect(302, &format!("/{header}")).header("ETag", header).latin(),
        "/text" => Reply::body(&evil),
        _ => Reply::status(410),
    }
}

const PATHS: &[&str] = &[
    "/rss",
    "/references",
    "/twice",
    "/atom",
    "/odd",
    "/odd-atom",
    "/bytes",
    "/json",
    "/none",
    "/away",
    "/round",
    "/type",
    "/packed",
    "/later",
    "/latin",
    "/text",
    "/gone",
];

/// A home that follows all of it, half of the feeds under names of a hostile hand,
/// with an article that nobody forged.
fn home(server: &Server) -> Home {
    let escape =
        |text: &str| -> String { text.chars().map(|c| format!("\\U{:08X}", u32::from(c))).collect() };
    let evil: String = SEQUENCES.concat().replace('\0', "");
    let mut feeds = String::new();
    for (i, path) in PATHS.iter().enumerate() {
        writeln!(feeds, "[[feed]]\nurl = \"{}\"", server.url(path)).unwrap();
        if i % 2 == 1 {
            let (evil, odd) = (escape(&evil), escape(&odd()));
            writeln!(feeds, "title = \"N{i}{evil}{odd}\"\nfolder = \"F{evil}/{odd}\"\ntags = [\"t{evil}\"]")
                .unwrap();
        }
    }
    let search = format!("[[search]]\nname = \"Saved {0}\"\nquery = \"crane {0}\"\n", escape(&evil));
    let search = search + "[[search]]\nname = \"Said\"\nquery = \"said:ann\"\n";
    Home::new()
        .file("config/feeds.toml", feeds)
        .file("config/config.toml", search)
        .file("news/z.txt", "The last story\n\n“Words that nobody forged,” said Tom Reed.\n")
}

#[test]
fn x1_to_x6_every_screen_of_a_reader_of_hostile_feeds_is_kabars_own() {
    let server = Server::new(|seen| reply(&seen.target));
    let home = home(&server);
    assert_all_quiet(&home.kabar("fetch").run());
    home.kabar("search forged news").run();
    for size in [(160, 40), (101, 30), (41, 12)] {
        let mut terminal = Terminal::start(&home, size, &[], &[("COLORTERM", "truecolor")]);
        terminal.shows("All ");
        // Down the sidebar, with a look at the list of each entry, and into its first
        // article.
        terminal.press("S").press("gg");
        for _ in 0..24 {
            terminal.press("\rjl\x1b\x1bhSSj");
        }
        terminal.press("S1gg");
        // Through the articles: what was removed, links, quotations, numbers, looks.
        for _ in 0..12 {
            terminal.press("lvGvf\x1b\x1b\"\x1b\x1b#]!\x1b\x1bQhj");
        }
        // What was typed is shown as it is typed, and what it finds.
        terminal.press("1/said:ann\r").press("l\x1b\x1bh\x1b\x1b");
        terminal.press("/\u{9b}31m\u{202e}crane\u{301}\u{301}\r").press("\x1b\x1b");
        terminal.press(":\u{9d}0;x\u{9c}bookmark\x1b\x1b").press("a\u{90}http://x\x1b\x1b");
        terminal.press("1ggSjjE\r\x1b\x1b\x1b\x1b").press("R!GG\x1b\x1b").press("?crane\x1b\x1b");
        // Other rows are what they were.
        terminal.press("1").press("/forged\r").shows("The last story").press("\x03");
        assert_eq!(terminal.ends(), 0);
        assert_eq!(unmeant(&terminal.sent()), Vec::<String>::new(), "at {size:?}");
        terminal.is_given_back();
    }
}

#[test]
fn x1_to_x6_no_command_hands_on_what_hostile_feeds_say() {
    let server = Server::new(|seen| reply(&seen.target));
    let home = home(&server);
    home.kabar("fetch").run();
    let all = home.kabar("list --format json --limit 1000").run().json();
    assert!(all.len() >= 8, "{}", all.len());
    let mut commands: Vec<Vec<String>> = Vec::new();
    let mut add = |words: &[&str]| commands.push(words.iter().map(|it| (*it).to_owned()).collect());
    for words in [
        &["fetch"][..],
        &["fetch", "--anew"],
        &["feeds"],
        &["doctor"],
        &["list"],
        &["list", "--unread"],
        &["search", "crane"],
        &["search", "said:ann"],
        &["search", "\u{9b}31m\u{202e}\u{1b}[2J:x"],
        &["quotes"],
        &["quotes", "--speaker", "ann"],
        &["paths"],
        &["reclean", "--all"],
        &["export"],
    ] {
        add(words);
        if ["feeds", "doctor", "list", "search", "quotes"].contains(&words[0]) {
            add(&[words, &["--format", "json"]].concat());
        }
    }
    for it in &all {
        let id = it["id"].as_str().unwrap();
        for format in ["text", "markdown", "json"] {
            add(&["show", "--format", format, id]);
        }
        add(&["quotes", id]);
        add(&["mark", "read", id]);
    }
    for command in &commands {
        let done = home.kabar_with(command).run();
        assert!(done.code <= 2, "{command:?}: {done:?}");
        assert_all_quiet(&done);
    }
    // On a terminal commands color what they print.
    for command in commands.iter().filter(|it| !it.contains(&"json".to_owned())) {
        let command: Vec<&str> = command.iter().map(String::as_str).collect();
        let terminal = &mut Terminal::start(&home, (100, 30), &command, &[("COLORTERM", "truecolor")]);
        terminal.ends();
        assert_eq!(unmeant(&terminal.sent()), Vec::<String>::new(), "{command:?}");
    }
    // What kabar keeps for itself and for other readers is as quiet.
    home.kabar("export --output list.opml").run();
    for name in ["list.opml", "config/feeds.toml"] {
        assert_quiet(&fs::read_to_string(home.path().join(name)).unwrap().replace('\t', " "));
    }
    for entry in fs::read_dir(home.config().join("state")).unwrap() {
        assert_quiet(&fs::read_to_string(entry.unwrap().path()).unwrap());
    }
}
