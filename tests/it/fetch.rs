//! `kabar fetch` against a server on this machine: what goes over the wire, what
//! is printed, and what is in the library after. Tests are named after the lines
//! of the checklist in `docs/HTTP.md`.

use std::fmt::Write as _;
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, mpsc};

use crate::server::{Reply, Seen, Server};
use crate::support::Home;

const DATE: &str = "Fri, 13 Nov 2026 21:00:00 GMT";

/// A feed with an entry for each title.
fn rss(title: &str, entries: &[&str]) -> String {
    let mut feed =
        format!("<rss version='2.0'><channel><title>{title}</title><link>https://news.example/</link>");
    for it in entries {
        let slug = it.to_lowercase().replace(' ', "-");
        write!(
            feed,
            "<item><title>{it}</title><link>https://news.example/{slug}</link><guid>{slug}</guid>
             <pubDate>{DATE}</pubDate><description>{it}: nobody was hurt, and the pilots wait.</description></item>"
        )
        .unwrap();
    }
    feed + "</channel></rss>"
}

fn harbor() -> String {
    rss("Harbor", &["Crane falls", "Ferry late"])
}

fn feeds_toml(urls: &[String]) -> String {
    urls.iter().map(|it| format!("[[feed]]\nurl = \"{it}\"\n")).collect::<Vec<_>>().join("\n")
}

/// A home that follows feeds of a server.
fn home(server: &Server, paths: &[&str]) -> Home {
    let urls: Vec<String> = paths.iter().map(|it| server.url(it)).collect();
    Home::new().file("config/feeds.toml", feeds_toml(&urls))
}

fn validated(body: &str) -> Reply {
    Reply::body(body).header("ETag", "\"a\"").header("Last-Modified", "then")
}

/// A server that sends a feed, and says to whoever has it that it has not changed.
fn steady() -> Server {
    Server::new(|seen| match seen.header("if-none-match") {
        Some("\"a\"") => Reply::status(304).header("ETag", "\"a\""),
        _ => validated(&harbor()),
    })
}

/// A server that gives these answers one after the other, and the last one for
/// ever.
fn in_turn(replies: Vec<Reply>) -> Server {
    let next = AtomicUsize::new(0);
    Server::new(move |_| {
        let at = next.fetch_add(1, Ordering::SeqCst);
        replies[at.min(replies.len() - 1)].clone()
    })
}

fn sent(seen: &Seen) -> (Option<&str>, Option<&str>) {
    (seen.header("if-none-match"), seen.header("if-modified-since"))
}

/// The titles of the articles that feeds brought, newest first.
fn titles(home: &Home) -> Vec<String> {
    let done = home.kabar("search --format json --limit 1000 pilots config").run();
    assert_eq!(done.stderr, "kabar: found no articles in `config`\n", "{done:?}");
    done.json().iter().map(|it| it["title"].as_str().unwrap().to_owned()).collect()
}

/// Runs `kabar fetch` so often, whatever comes of it.
fn force(home: &Home, times: usize) {
    for _ in 0..times {
        home.kabar("fetch").run();
    }
}

mod validators {
    use super::*;

    #[test]
    fn c1_c8_that_the_first_answer_gave_come_with_the_second_question() {
        let server = steady();
        let home = home(&server, &["/feed"]);
        home.kabar("fetch").run().fine().prints("Harbor  2 new\n");
        home.kabar("fetch").run().fine().prints("Harbor  nothing new\n");
        let seen = server.seen();
        assert_eq!(seen.iter().map(sent).collect::<Vec<_>>(), [(None, None), (Some("\"a\""), Some("then"))]);
        assert_eq!(titles(&home).len(), 2);
    }

    #[test]
    fn c2_c3_are_sent_as_they_came_and_none_is_made_up() {
        let server = Server::new(|seen| {
            let reply = Reply::body(harbor());
            match seen.target.as_str() {
                "/etag" => reply.header("ETag", "W/\"a\""),
                "/date" => reply.header("Last-Modified", "garbage"),
                "/odd" => reply.header("ETag", "\"a-gzip\"").header("Last-Modified", DATE),
                "/bare" => reply.header("ETag", "bare, twice"),
                "/empty" => reply.header("ETag", "").header("Last-Modified", ""),
                _ => reply,
            }
        });
        let paths = ["/etag", "/date", "/odd", "/bare", "/empty", "/none"];
        let home = home(&server, &paths);
        force(&home, 2);
        let seen = server.seen();
        for (path, expected) in paths.into_iter().zip([
            (Some("W/\"a\""), None),
            (None, Some("garbage")),
            (Some("\"a-gzip\""), Some(DATE)),
            (Some("bare, twice"), None),
            (None, None),
            (None, None),
        ]) {
            let last = seen.iter().rev().find(|it| it.target == path).unwrap();
            assert_eq!(sent(last), expected, "{path}");
        }
        assert_eq!(seen.len(), 2 * paths.len());
    }

    #[test]
    fn c4_c5_c6_c7_are_those_of_the_last_answer() {
        let body = |etag: &str, date: &str| {
            let reply = Reply::body(harbor());
            let reply = if etag.is_empty() { reply } else { reply.header("ETag", etag) };
            reply.header("Last-Modified", date)
        };
        let server = in_turn(vec![
            body("1", "x"),
            Reply::status(304).header("ETag", "2"),
            body("3", "x"),
            body("4", "y"),
            body("", "y"),
            body("", "y"),
        ]);
        let home = home(&server, &["/feed"]);
        force(&home, 6);
        let seen = server.seen();
        assert_eq!(
            seen.iter().map(sent).collect::<Vec<_>>(),
            [
                (None, None),
                (Some("1"), Some("x")),
                (Some("2"), Some("x")),
                (Some("3"), Some("x")),
                (Some("4"), Some("y")),
                (None, Some("y")),
            ]
        );
    }

    #[test]
    fn c9_c12_s13_s16_outlive_answers_that_are_no_feed() {
        let other = |reply: Reply| reply.header("ETag", "\"other\"");
        let replies = vec![
            validated(&harbor()),
            other(Reply::body("<!DOCTYPE html><html><p>Log in</p></html>")),
            other(Reply::body(&harbor()[..300]).header("Content-Length", "9000").unsized_()),
            other(Reply::body("")),
            other(Reply::status(204).unsized_()),
            other(Reply::status(206)),
            other(Reply::status(226)),
            Reply::status(500),
            Reply::status(404),
            Reply::status(403).header("cf-mitigated", "challenge"),
            Reply::status(401),
            Reply::status(304),
        ];
        let n = replies.len();
        let server = in_turn(replies);
        let home = home(&server, &["/feed"]);
        home.kabar("fetch").run().fine();
        let mut told = Vec::new();
        for _ in 1..n - 1 {
            let done = home.kabar("fetch").run();
            assert_eq!(done.code, 2, "{done:?}");
            told.push(done.stdout.replace(&server.url("/feed"), "URL"));
            assert_eq!(titles(&home).len(), 2);
        }
        assert_eq!(
            told,
            [
                "Harbor  cannot read `URL` as a feed: it is a page, not a feed\n",
                "Harbor  cannot fetch `URL`: Peer disconnected\n",
                "Harbor  cannot read `URL` as a feed: it is empty\n",
                "Harbor  cannot fetch `URL`: the server answers 204: there is nothing there\n",
                "Harbor  cannot fetch `URL`: the server answers 206: it sent a part only\n",
                "Harbor  cannot fetch `URL`: the server answers 226: an answer that kabar has no use for\n",
                "Harbor  cannot fetch `URL`: the server answers 500: the server is broken\n",
                "Harbor  cannot fetch `URL`: the server answers 404: there is no such page\n",
                "Harbor  cannot fetch `URL`: the server answers 403: it wants to see a browser\n",
                "Harbor  cannot fetch `URL`: the server answers 401: it wants a user name and a password\n",
            ]
        );
        home.kabar("fetch").run().fine().prints("Harbor  nothing new\n");
        // One question each, none of them repeated, and always with what was good.
        let seen = server.seen();
        assert_eq!(seen.len(), n);
        assert!(seen[1..].iter().all(|it| sent(it) == (Some("\"a\""), Some("then"))));
    }

    #[test]
    fn c9_are_not_kept_of_half_a_feed() {
        let whole = harbor();
        let server = in_turn(vec![validated(&whole[..whole.len() - 60]), validated(&whole)]);
        let home = home(&server, &["/feed"]);
        force(&home, 3);
        let seen = server.seen();
        assert_eq!(
            seen.iter().map(sent).collect::<Vec<_>>(),
            [(None, None), (None, None), (Some("\"a\""), Some("then"))]
        );
        assert_eq!(titles(&home).len(), 2);
    }

    /// `KABAR_KILLS=500 cargo test --test it killed` for more of them.
    #[cfg(unix)]
    #[test]
    fn c10_killed_at_any_point_never_stand_without_their_articles() {
        let kills: u64 = std::env::var("KABAR_KILLS").ok().and_then(|it| it.parse().ok()).unwrap_or(20);
        let entries: Vec<String> = (0..300).map(|n| format!("Crane {n}")).collect();
        let body = rss("Harbor", &entries.iter().map(String::as_str).collect::<Vec<_>>());
        let server = Server::new(move |seen| match seen.header("if-none-match") {
            Some(_) => Reply::status(304),
            None => validated(&body),
        });
        let home = home(&server, &["/feed"]);
        let data = home.path().join("data");
        let size = || {
            let files = ["library.db", "library.db-wal"];
            files.iter().filter_map(|it| fs::metadata(data.join(it)).ok()).map(|it| it.len()).sum::<u64>()
        };
        home.kabar("fetch").run().fine();
        let full = size();
        for kill in 0..=kills {
            let _ = fs::remove_dir_all(&data);
            let mut child = home.kabar("fetch").start();
            // Not after a time, but when so much was written.
            while size() < full * kill / kills && child.try_wait().unwrap().is_none() {
                std::thread::yield_now();
            }
            child.kill().unwrap();
            child.wait().unwrap();
            let before = server.seen().len();
            let done = home.kabar("fetch").run().fine();
            let conditional = sent(&server.seen()[before]).0.is_some();
            let n = titles(&home).len();
            assert_eq!(n, 300, "kill {kill}, asked for changes: {conditional}, {done:?}");
        }
    }

    #[test]
    fn c11_are_not_sent_to_where_a_feed_has_moved() {
        let new = Server::new(|_| validated(&harbor()));
        let there = new.url("/new");
        let old = AtomicUsize::new(0);
        let server = Server::new(move |_| match old.fetch_add(1, Ordering::SeqCst) {
            0 => Reply::body(harbor()).header("ETag", "\"old\""),
            _ => Reply::redirect(301, &there),
        });
        let home = home(&server, &["/feed"]);
        force(&home, 3);
        assert_eq!(
            server.seen().iter().map(|it| sent(it).0).collect::<Vec<_>>(),
            [None, Some("\"old\""), None]
        );
        assert_eq!(new.seen().iter().map(|it| sent(it).0).collect::<Vec<_>>(), [None, Some("\"a\"")]);
    }

    #[test]
    fn c13_are_sent_whatever_is_said_of_freshness() {
        let server =
            Server::new(|_| validated(&harbor()).header("Expires", "0").header("Cache-Control", "no-store"));
        let home = home(&server, &["/feed"]);
        force(&home, 2);
        assert_eq!(sent(&server.seen()[1]), (Some("\"a\""), Some("then")));
    }

    #[test]
    fn c14_are_left_out_by_one_option_alone() {
        let server = steady();
        let home = home(&server, &["/feed"]);
        for args in ["fetch --due", "fetch", "fetch --anew", "fetch Harbor"] {
            home.kabar(args).run().fine();
        }
        let conditional: Vec<bool> = server.seen().iter().map(|it| sent(it).0.is_some()).collect();
        assert_eq!(conditional, [false, true, false, true]);
    }
}

mod times {
    use super::*;

    #[test]
    fn t1_t2_ten_starts_within_the_hour_ask_once() {
        let server = steady();
        let home = home(&server, &["/feed"]);
        home.kabar("fetch").run().fine();
        for _ in 0..10 {
            home.kabar("fetch --due").run().fine().prints("Harbor  not due for 59 min\n");
        }
        assert_eq!(server.targets(), ["/feed"]);
    }

    #[test]
    fn t3_t4_t5_a_feed_that_is_fresh_is_left_alone() {
        let server = Server::new(|seen| {
            let reply = validated(&harbor());
            match seen.target.as_str() {
                "/max-age" => reply.header("Cache-Control", "max-age=43200"),
                "/expires" => reply.header("Date", DATE).header("Expires", "Sat, 14 Nov 2026 05:00:00 GMT"),
                "/ttl" => {
                    validated(&harbor().replace("<link>https://news.example/</link>", "<ttl>300</ttl>"))
                }
                _ => Reply::body(harbor()),
            }
        });
        for (path, told) in [
            ("/max-age", "not due for 12 h"),
            ("/expires", "not due for 8 h"),
            ("/ttl", "not due for 5 h"),
            ("/without-validators", "not due for 23 h"),
        ] {
            let home = home(&server, &[path]);
            home.kabar("fetch").run().fine();
            home.kabar("fetch --due").run().fine().prints(&format!("Harbor  {told}\n"));
        }
        assert_eq!(server.targets().len(), 4);
    }
}

mod statuses {
    use super::*;

    #[test]
    fn s1_s4_s5_a_busy_host_is_left_alone_with_all_its_feeds() {
        for status in [429, 503] {
            let server = Server::new(move |seen| match seen.target.as_str() {
                "/busy" => Reply::status(status).header("Retry-After", "7200"),
                _ => validated(&harbor()),
            });
            let home = home(&server, &["/busy", "/other"]);
            assert_eq!(home.kabar("fetch").run().code, 2);
            for args in ["fetch --due", "fetch", "fetch --anew"] {
                let done = home.kabar(args).run();
                assert_eq!((done.code, done.lines().len()), (0, 2));
                for line in done.lines() {
                    assert!(line.ends_with("  wants to be left alone for 2 h"), "{line}");
                }
            }
            assert_eq!(server.targets(), ["/busy"]);
        }
    }

    #[test]
    fn s6_a_feed_that_says_three_times_where_it_is_is_followed_there() {
        for status in [301, 308] {
            let server = Server::new(move |seen| match seen.target.as_str() {
                "/old" => Reply::redirect(status, "/new"),
                _ => validated(&harbor()),
            });
            let home = Home::new().file(
                "config/feeds.toml",
                format!(
                    "# Mine.\n[[feed]]\nurl = \"{}\" # from Ana\ntitle = \"The harbor\"\n",
                    server.url("/old")
                ),
            );
            home.kabar("fetch").run().fine().prints("The harbor  2 new\n");
            home.kabar("fetch").run().fine();
            let done = home.kabar("fetch").run().fine();
            let (old, new) = (server.url("/old"), server.url("/new"));
            done.prints(&format!("The harbor  has moved to {new}\nThe harbor  nothing new\n"));
            let feeds = fs::read_to_string(home.config().join("feeds.toml")).unwrap();
            assert!(feeds.starts_with("# Mine.\n") && feeds.contains(&format!("url = \"{new}\"")), "{feeds}");
            assert!(feeds.contains(&format!("was = [\"{old}\"]")), "{feeds}");
            // It is the same feed, with its articles and all that is known of it.
            home.kabar("fetch").run().fine().prints("The harbor  nothing new\n");
            let seen = server.seen();
            let last = seen.last().unwrap();
            assert_eq!((last.target.as_str(), sent(last).0, titles(&home).len()), ("/new", Some("\"a\""), 2));
        }
    }

    #[test]
    fn s7_a_feed_that_is_elsewhere_for_now_stays_where_it_is() {
        for status in [302, 303, 307] {
            let server = Server::new(move |seen| match seen.target.as_str() {
                "/old" => Reply::redirect(status, "/new"),
                _ => validated(&harbor()),
            });
            let home = home(&server, &["/old"]);
            let before = fs::read(home.config().join("feeds.toml")).unwrap();
            force(&home, 4);
            assert_eq!(fs::read(home.config().join("feeds.toml")).unwrap(), before);
        }
    }

    #[test]
    fn s6_a_feed_does_not_move_to_what_is_none() {
        let server = Server::new(|seen| match seen.target.as_str() {
            "/old" => Reply::redirect(301, "/parked"),
            _ => Reply::body("<!DOCTYPE html><html><p>This name is for sale.</p></html>"),
        });
        let home = home(&server, &["/old"]);
        force(&home, 4);
        assert!(fs::read_to_string(home.config().join("feeds.toml")).unwrap().contains("/old"));
    }

    #[test]
    fn s12_a_feed_that_is_gone_is_told_once_and_keeps_its_articles() {
        let server = in_turn(vec![validated(&harbor()), Reply::status(410)]);
        let home = home(&server, &["/feed"]);
        home.kabar("fetch").run().fine();
        let done = home.kabar("fetch").run();
        assert_eq!((done.code, &*done.stdout), (2, "Harbor  gone for good: it is not asked again\n"));
        for args in ["fetch", "fetch Harbor", "fetch"] {
            home.kabar(args).run().fine().prints("Harbor  gone for good\n");
        }
        assert_eq!((server.targets().len(), titles(&home).len()), (2, 2));
    }

    #[test]
    fn s13_one_feed_that_fails_stops_no_other_and_is_put_off() {
        let server = Server::new(|seen| match seen.target.as_str() {
            "/broken" => Reply::status(500),
            _ => validated(&harbor()),
        });
        let home = home(&server, &["/broken", "/feed"]);
        let done = home.kabar("fetch").run();
        assert_eq!(done.code, 2);
        assert!(done.lines().contains(&"Harbor  2 new"), "{done:?}");
        let done = home.kabar("fetch --due").run().fine();
        assert!(done.lines().iter().all(|it| it.contains("not due for")), "{done:?}");
        assert_eq!(server.targets().len(), 2);
    }
}

mod library {
    use super::*;

    #[test]
    fn an_entry_that_changes_is_updated_and_one_that_goes_stays() {
        let changed = rss("Harbor", &["Crane falls"]).replace("nobody was hurt", "two were hurt");
        let server = in_turn(vec![Reply::body(harbor()), Reply::body(changed)]);
        let home = home(&server, &["/feed"]);
        home.kabar("fetch").run().fine().prints("Harbor  2 new\n");
        home.kabar("fetch").run().fine().prints("Harbor  1 updated\n");
        home.kabar("fetch").run().fine().prints("Harbor  nothing new\n");
        assert_eq!(titles(&home).len(), 2);
        let found = home.kabar("search --format json two-were-hurt config").run();
        assert_eq!(found.json().len(), 1);
    }

    #[test]
    fn one_article_in_two_feeds_is_one() {
        let server = Server::new(|seen| Reply::body(rss(&seen.target[1..], &["Crane falls"])));
        let home = home(&server, &["/news", "/harbor"]);
        home.kabar("fetch").run().fine();
        assert_eq!(titles(&home), ["Crane falls"]);
    }

    #[test]
    fn entries_that_share_an_id_are_told_apart() {
        let feed = harbor().replace("<guid>crane-falls</guid>", "<guid>1</guid>");
        let feed = feed.replace("<guid>ferry-late</guid>", "<guid>1</guid>");
        let server = Server::new(move |_| Reply::body(&feed));
        let home = home(&server, &["/feed"]);
        home.kabar("fetch").run().fine().prints("Harbor  2 new\n");
        home.kabar("fetch").run().fine().prints("Harbor  nothing new\n");
        home.kabar("fetch --anew").run().fine().prints("Harbor  nothing new\n");
        assert_eq!(titles(&home).len(), 2);
    }

    #[test]
    fn undated_entries_stand_in_the_order_of_their_feed() {
        let feed = rss("Harbor", &["Crane falls", "Ferry late", "Pilots wait"]).replace("pubDate", "when");
        let server = Server::new(move |_| Reply::body(&feed));
        let home = home(&server, &["/feed"]);
        home.kabar("fetch").run().fine();
        assert_eq!(titles(&home), ["Crane falls", "Ferry late", "Pilots wait"]);
    }

    #[test]
    fn what_the_config_does_not_keep_goes_but_for_what_is_unread_or_bookmarked() {
        let server = steady();
        let home = home(&server, &["/feed"]).file("config/config.toml", "[keep]\nper_feed = 1\n");
        home.kabar("fetch").run().fine();
        assert_eq!(titles(&home).len(), 2);
        let listed = home.kabar("list --format json").run().json();
        let ids: Vec<&str> = listed.iter().map(|it| it["id"].as_str().unwrap()).collect();
        home.kabar_with(["mark", "read", ids[0], ids[1]]).run().fine();
        home.kabar_with(["mark", "bookmark", ids[1]]).run().fine();
        home.kabar("fetch").run().fine();
        assert_eq!(titles(&home).len(), 2);
        home.kabar_with(["mark", "unbookmark", ids[1]]).run().fine();
        home.kabar("fetch").run().fine();
        assert_eq!(titles(&home).len(), 1);
        // It is not taken for new where the feed still carries it.
        home.kabar("fetch --anew").run().fine();
        assert_eq!(titles(&home).len(), 1);
    }

    #[test]
    fn what_was_fetched_is_read_again_without_the_network() {
        let home = {
            let server = steady();
            let home = home(&server, &["/feed"]);
            home.kabar("fetch --due").run().fine();
            home
        };
        home.kabar("reclean --all")
            .run()
            .fine()
            .prints("2 articles read again, 0 of them otherwise than before\n");
        assert_eq!(titles(&home).len(), 2);
    }

    #[test]
    fn two_kabars_do_not_refresh_at_once() {
        let (asked, is_asked) = mpsc::channel();
        let (go, gate) = mpsc::channel::<()>();
        let gate = Mutex::new(gate);
        let server = Server::new(move |_| {
            asked.send(()).unwrap();
            let _ = gate.lock().unwrap().recv();
            validated(&harbor())
        });
        let home = home(&server, &["/feed"]);
        let mut first = home.kabar("fetch").start();
        is_asked.recv().unwrap();
        home.kabar("fetch").run().complains(1, "kabar: another kabar is refreshing the feeds\n");
        drop(go);
        assert!(first.wait().unwrap().success());
        assert_eq!((server.targets().len(), titles(&home).len()), (1, 2));
    }
}

mod full_text {
    use super::*;

    const WORDS: &str =
        "The crane in the harbor of Kerrow fell at noon, and nobody knows why, the council said.";

    fn fetch(world: &Server, settings: &str) -> (Home, i32) {
        let home = Home::new()
            .file("config/feeds.toml", format!("[[feed]]\nurl = \"http://news.example/feed\"\n{settings}"));
        let done = home.kabar("fetch").env("all_proxy", world.url("")).run();
        (home, done.code)
    }

    #[test]
    fn pages_are_fetched_where_somebody_wants_them_and_stand_for_the_summary() {
        for (settings, pages) in [("", 0), ("full_text = \"auto\"", 2), ("full_text = \"always\"", 2)] {
            let world = Server::new(answer);
            let (home, code) = fetch(&world, settings);
            assert_eq!((code, world.targets().len() - 1), (0, pages), "{settings}: {:?}", world.targets());
            let found = home.kabar("search --format json Kerrow config").run();
            assert_eq!(found.json().len(), usize::from(pages > 0), "{settings}");
            assert_eq!(titles(&home).len(), if pages > 0 { 1 } else { 2 }, "{settings}");
        }
    }

    /// Every server that there is: a feed of summaries, and the pages behind it.
    fn answer(seen: &Seen) -> Reply {
        match seen.target.as_str() {
            "/feed" => validated(&harbor().replace("https://", "http://")),
            "/crane-falls" => {
                let page = format!(
                    "<!DOCTYPE html><title>x</title><article><h1>Crane falls</h1><p>{WORDS}</p></article>"
                );
                Reply::body(page).header("Content-Type", "text/html")
            }
            _ => Reply::status(404),
        }
    }
}

mod reports {
    use super::*;

    #[test]
    fn are_a_json_object_a_line_for_programs() {
        let server = Server::new(|seen| match seen.target.as_str() {
            "/feed?token=secret1234" => validated(&harbor()),
            _ => Reply::status(404),
        });
        let home = home(&server, &["/feed?token=secret1234", "/none"]);
        let done = home.kabar("fetch --json").run();
        assert_eq!((done.code, &*done.stderr), (2, ""));
        let lines = done.json();
        let read = lines.iter().find(|it| it["status"] == "read").unwrap();
        assert_eq!((&read["title"], &read["new"]), (&"Harbor".into(), &2.into()));
        assert_eq!(read["feed"], server.url("/feed?token=…"));
        let failed = lines.iter().find(|it| it["status"] == "failed").unwrap();
        assert!(failed["error"].as_str().unwrap().contains("404"), "{failed}");
        let again = home.kabar("fetch --json --due").run().fine().json();
        assert!(again.iter().all(|it| it["status"] == "not-due" && it["until"].is_string()), "{again:?}");
        assert!(!done.stdout.contains("secret1234"));
    }

    #[test]
    fn say_where_there_is_nothing_to_do() {
        let home = Home::new();
        home.kabar("fetch")
            .run()
            .complains(1, "kabar: no feeds are followed yet: `kabar add URL` follows one\n");
        let server = steady();
        let home = super::home(&server, &["/feed"]);
        home.kabar("fetch nobody").run().complains(2, "kabar: no feed is called `nobody`\n");
        assert!(server.targets().is_empty());
    }

    #[test]
    fn hold_nothing_that_speaks_to_a_terminal() {
        let server = Server::always(Reply::body(
            "<rss><channel><title>A&#27;[2J&#x9b;31mB</title><item/></channel></rss>",
        ));
        let home = home(&server, &["/feed"]);
        home.kabar("fetch").run().fine().prints("A›31mB  1 new\n");
    }
}
