//! The HTTP client against a server on this machine. Names that stand for
//! hosts of the internet are reached through a proxy, which is that server too.

use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use kabar::source::http::{
    Accept, Answer, Client, Error, Fetch as _, Limits, Proxies, Request, Response, RetryAfter, Trust, Url,
    Validators,
};

use crate::server::{Reply, Seen, Server};

const FEED: &str =
    "<rss version='2.0'><channel><title>Harbor</title><item><title>Crane</title></item></channel></rss>";
const DATE: &str = "Fri, 13 Nov 2026 21:00:00 GMT";

fn url(text: &str) -> Url {
    Url::parse(text).unwrap()
}

fn client() -> Client {
    Client::new(Limits::default(), Proxies::none())
}

fn impatient() -> Client {
    let (short, long) = (Duration::from_millis(150), Duration::from_millis(300));
    Client::new(Limits { answer: short, total: long, ..Limits::default() }, Proxies::none())
}

/// A client that asks everything through this server.
fn through(proxy: &Server) -> Client {
    let proxy = proxy.url("");
    Client::new(Limits::default(), Proxies::from_env(|name| (name == "all_proxy").then(|| proxy.clone())))
}

fn by_hand(text: &str) -> Request {
    Request::new(url(text), Trust::ByHand, Accept::Feed)
}

fn from_a_feed(text: &str) -> Request {
    Request::new(url(text), Trust::Stranger, Accept::Feed)
}

fn get(server: &Server, path: &str) -> Result<Response, Error> {
    client().get(&by_hand(&server.url(path)))
}

fn body(response: &Response) -> &[u8] {
    match &response.answer {
        Answer::Body(body) => &body.bytes,
        other => panic!("{other:?}"),
    }
}

/// An error with what caused it, and `HOST` for the server.
fn told(server: &Server, error: &Error) -> String {
    let cause = std::error::Error::source(error).map(|it| format!(": {it}")).unwrap_or_default();
    format!("{error}{cause}").replace(&server.url(""), "HOST")
}

mod questions {
    use super::*;

    #[test]
    fn say_who_asks_for_what_and_nothing_else() {
        let server = Server::always(Reply::body(FEED).header("Set-Cookie", "id=1"));
        let client = client();
        for accept in [Accept::Feed, Accept::Page] {
            client.get(&Request::new(url(&server.url("/a?b=c")), Trust::ByHand, accept)).unwrap();
        }
        let seen = server.seen();
        for it in &seen {
            assert_eq!((it.method.as_str(), it.target.as_str()), ("GET", "/a?b=c"));
            let mut names: Vec<&str> = it.headers.iter().map(|(name, _)| name.as_str()).collect();
            names.sort_unstable();
            assert_eq!(names, ["accept", "accept-encoding", "host", "user-agent"]);
            let agent = it.header("user-agent").unwrap();
            assert!(
                agent.starts_with(concat!("kabar/", env!("CARGO_PKG_VERSION"), " (+https://")),
                "{agent}"
            );
            assert_eq!(it.header("accept-encoding"), Some("gzip, br"));
        }
        assert!(seen[0].header("accept").unwrap().starts_with("application/atom+xml, application/rss+xml, "));
        assert!(seen[1].header("accept").unwrap().starts_with("text/html, "));
    }

    #[test]
    fn carry_validators_byte_for_byte_and_invent_none() {
        let server = Server::always(Reply::status(304));
        let client = client();
        for (etag, modified) in [
            (Some("\"a\""), Some(DATE)),
            (Some("W/\"a\""), None),
            (None, Some(DATE)),
            (Some("\"a-gzip\""), Some("garbage")),
            (Some("unquoted, twice"), Some("0")),
            (Some("caf\u{e9}"), None),
            (Some(""), Some("")),
            (Some("a\r\nX-Evil: 1"), Some("\u{4e00}")),
            (None, None),
        ] {
            let validators =
                Validators { etag: etag.map(Into::into), last_modified: modified.map(Into::into) };
            client.get(&Request { validators, ..by_hand(&server.url("/")) }).unwrap();
            let seen = server.seen().pop().unwrap();
            let sent = |value: Option<&str>| {
                value
                    .filter(|it| !it.is_empty() && it.chars().all(|c| !c.is_control() && c <= '\u{FF}'))
                    .map(str::to_owned)
            };
            assert_eq!(seen.header("if-none-match").map(str::to_owned), sent(etag));
            assert_eq!(seen.header("if-modified-since").map(str::to_owned), sent(modified));
            assert_eq!(seen.header("x-evil"), None);
        }
    }

    #[test]
    fn share_a_connection() {
        let server = Server::always(Reply::body(FEED));
        let client = client();
        for path in ["/a", "/b", "/c"] {
            client.get(&by_hand(&server.url(path))).unwrap();
        }
        assert_eq!((server.targets().len(), server.n_connections()), (3, 1));
    }

    #[test]
    fn give_a_user_name_to_its_server_only() {
        let other = Server::always(Reply::body(FEED));
        let there = other.url("/there");
        let server = Server::new(move |seen| match seen.target.as_str() {
            "/a" => Reply::redirect(302, "/b"),
            _ => Reply::redirect(302, &there),
        });
        let with_login = server.url("/a").replace("://", "://me:w%3Ard@");
        let response = client().get(&by_hand(&with_login)).unwrap();
        for seen in server.seen() {
            assert_eq!(seen.header("authorization"), Some("Basic bWU6dzpyZA=="), "{}", seen.target);
        }
        assert_eq!(server.targets(), ["/a", "/b"]);
        assert_eq!(other.seen()[0].header("authorization"), None);
        assert_eq!(other.seen()[0].header("referer"), None);
        assert!(!response.url.reveal().contains("me:"));
    }
}

mod answers {
    use super::*;

    #[test]
    fn tell_what_their_head_says() {
        let head = |reply: Reply| {
            reply
                .header("ETag", "W/\"7\"")
                .header("Last-Modified", DATE)
                .header("Cache-Control", "public, max-age=43200")
                .header("Age", "200")
        };
        let server = Server::new(move |seen| match seen.header("if-none-match") {
            Some(_) => head(Reply::status(304)),
            None => head(Reply::body(FEED).header("Content-Type", "text/xml; charset=KOI8-R")),
        });
        let client = client();
        let first = client.get(&by_hand(&server.url("/"))).unwrap();
        let Answer::Body(body) = &first.answer else { panic!("{first:?}") };
        assert_eq!(&*body.bytes, FEED.as_bytes());
        assert_eq!(
            (&*body.content_type.mime, body.content_type.charset.as_deref()),
            ("text/xml", Some("KOI8-R"))
        );
        let second =
            client.get(&Request { validators: first.validators.clone(), ..by_hand(&server.url("/")) });
        let second = second.unwrap();
        assert_eq!(second.answer, Answer::NotModified);
        for response in [first, second] {
            assert_eq!(response.validators.etag.as_deref(), Some("W/\"7\""));
            assert_eq!(response.validators.last_modified.as_deref(), Some(DATE));
            assert_eq!(response.freshness.left(0), Some(43_000));
            assert_eq!(response.moved, None);
        }
    }

    #[test]
    fn say_which_validators_are_good_for_the_next_question() {
        let sent = Validators { etag: Some("\"old\"".into()), last_modified: Some("old".into()) };
        for (reply, etag, modified) in [
            (
                Reply::body(FEED).header("ETag", "\"new\"").header("Last-Modified", "old"),
                Some("\"new\""),
                Some("old"),
            ),
            (Reply::body(FEED).header("Last-Modified", "new"), None, Some("new")),
            (Reply::body(FEED).header("ETag", ""), None, None),
            (Reply::status(304).header("ETag", "\"new\""), Some("\"new\""), Some("old")),
            (Reply::status(304), Some("\"old\""), Some("old")),
            (Reply::status(404).header("ETag", "\"new\""), Some("\"old\""), Some("old")),
            (Reply::status(503), Some("\"old\""), Some("old")),
        ] {
            let server = Server::always(reply.clone());
            let request = Request { validators: sent.clone(), ..by_hand(&server.url("/")) };
            let kept = client().get(&request).unwrap().validators_to_keep(&sent);
            assert_eq!((kept.etag.as_deref(), kept.last_modified.as_deref()), (etag, modified), "{reply:?}");
        }
    }

    #[test]
    fn of_every_status_come_after_one_question() {
        for (reply, answer, told) in [
            (Reply::status(410), Answer::Gone, "410: it is gone for good"),
            (Reply::status(429), Answer::Busy { status: 429 }, "429: it was asked too often"),
            (Reply::status(503), Answer::Busy { status: 503 }, "503: it is busy"),
            (
                Reply::status(403).header("cf-mitigated", "challenge"),
                Answer::Challenge { status: 403 },
                "403: it wants to see a browser",
            ),
            (Reply::status(204).unsized_(), Answer::Failed { status: 204 }, "204: there is nothing there"),
            (Reply::status(206), Answer::Failed { status: 206 }, "206: it sent a part only"),
            (
                Reply::status(401).header("WWW-Authenticate", "Basic realm=x"),
                Answer::Failed { status: 401 },
                "401: it wants a user name and a password",
            ),
            (Reply::status(403), Answer::Failed { status: 403 }, "403: it is not open to us"),
            (Reply::status(404), Answer::Failed { status: 404 }, "404: there is no such page"),
            (Reply::status(500), Answer::Failed { status: 500 }, "500: the server is broken"),
            (Reply::status(226), Answer::Failed { status: 226 }, "226: an answer that kabar has no use for"),
            (Reply::status(300), Answer::Failed { status: 300 }, "300: an answer that kabar has no use for"),
        ] {
            let server = Server::always(reply);
            let response = get(&server, "/").unwrap();
            assert_eq!(response.answer, answer);
            let error = response.into_body().unwrap_err();
            assert_eq!(
                super::told(&server, &error),
                format!("cannot fetch `HOST/`: the server answers {told}")
            );
            assert_eq!(server.targets(), ["/"], "{told}");
        }
    }

    #[test]
    fn say_when_to_ask_again() {
        for (value, retry, wait) in [("3600", Some(RetryAfter::Seconds(3_600)), 3_600), (DATE, None, 60)] {
            for status in [429, 503] {
                let server = Server::always(Reply::status(status).header("Retry-After", value));
                let response = get(&server, "/").unwrap();
                let found = response.retry_after.unwrap();
                assert!(retry.is_none_or(|it| it == found));
                // A minute before that date.
                assert_eq!(found.wait(1_794_603_600 - 60), wait);
                assert_eq!(server.targets().len(), 1);
            }
        }
        let server = Server::always(Reply::status(429).header("Cache-Control", "max-age=172800"));
        let response = get(&server, "/").unwrap();
        assert_eq!((response.retry_after, response.freshness.left(0)), (None, Some(172_800)));
    }

    #[test]
    fn may_be_packed() {
        use flate2::{Compression, write::GzEncoder};
        use std::io::Write as _;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(FEED.as_bytes()).unwrap();
        let server = Server::always(Reply::body(gzip.finish().unwrap()).header("Content-Encoding", "gzip"));
        assert_eq!(body(&get(&server, "/").unwrap()), FEED.as_bytes());
    }

    #[test]
    fn without_a_length_end_with_the_connection() {
        let server = Server::always(Reply::body(FEED).unsized_());
        assert_eq!(body(&get(&server, "/").unwrap()), FEED.as_bytes());
        let chunked = format!("5\r\n{}\r\n{:x}\r\n{}\r\n0\r\n\r\n", &FEED[..5], FEED.len() - 5, &FEED[5..]);
        let reply = Reply::body(chunked).unsized_().header("Transfer-Encoding", "chunked");
        assert_eq!(body(&get(&Server::always(reply), "/").unwrap()), FEED.as_bytes());
        let empty = get(&Server::always(Reply::body("")), "/").unwrap();
        assert_eq!(body(&empty), b"");
    }
}

mod redirects {
    use super::*;

    /// A server whose targets `/301/x` redirect with that status to `/x`.
    fn chain() -> Server {
        Server::new(|seen| {
            let (status, rest) = seen.target[1..].split_once('/').unwrap_or(("", ""));
            match status.parse() {
                Ok(status) => Reply::redirect(status, &format!("/{rest}")),
                Err(_) => Reply::body(FEED).header("ETag", "\"here\""),
            }
        })
    }

    #[test]
    fn that_are_permanent_tell_where_a_feed_has_moved() {
        for (path, moved) in [
            ("/end", None),
            ("/301/end", Some("/end")),
            ("/308/end", Some("/end")),
            ("/301/308/end", Some("/end")),
            ("/302/end", None),
            ("/303/end", None),
            ("/307/end", None),
            ("/301/302/end", Some("/302/end")),
            ("/302/301/end", None),
            ("/301/302/301/end", Some("/302/301/end")),
        ] {
            let server = chain();
            let response = get(&server, path).unwrap();
            assert_eq!(response.moved, moved.map(|it| url(&server.url(it))), "{path}");
            assert_eq!(response.url, url(&server.url("/end")), "{path}");
            assert_eq!(body(&response), FEED.as_bytes());
        }
    }

    #[test]
    fn end_after_ten() {
        let server = chain();
        assert!(get(&server, &format!("{}/end", "/302".repeat(10))).is_ok());
        let path = format!("{}/end", "/302".repeat(11));
        let error = get(&server, &path).unwrap_err();
        assert!(matches!(error, Error::TooManyRedirects { limit: 10, .. }), "{error}");
        let endless = Server::new(|seen| Reply::redirect(302, &format!("{}a", seen.target)));
        assert!(matches!(get(&endless, "/"), Err(Error::TooManyRedirects { .. })));
        assert_eq!(endless.targets().len(), 11);
    }

    #[test]
    fn that_lead_nowhere_are_told() {
        let server = Server::new(|seen| match seen.target.as_str() {
            "/a" => Reply::redirect(302, "/b"),
            "/b" => Reply::redirect(301, "/a"),
            "/self" => Reply::redirect(302, ""),
            "/here" => Reply::redirect(302, "#here"),
            "/none" => Reply::status(302),
            target => Reply::redirect(302, &target[1..]),
        });
        for (path, expected) in [
            ("/a", "cannot fetch `HOST/b`: it redirects to `HOST/a`, which leads around in a circle"),
            (
                "/here",
                "cannot fetch `HOST/here`: it redirects to `HOST/here`, which leads around in a circle",
            ),
            ("/self", "cannot fetch `HOST/self`: it redirects to nowhere"),
            ("/none", "cannot fetch `HOST/none`: it redirects to nowhere"),
            (
                "/file:///etc/passwd",
                "a redirect of `HOST/file:///etc/passwd` cannot be followed: cannot fetch `file:///etc/passwd`: \
                 only http and https are fetched, not file",
            ),
            (
                "/javascript:alert(1)",
                "a redirect of `HOST/javascript:alert(1)` cannot be followed: cannot fetch `javascript:alert(1)`: \
                 only http and https are fetched, not javascript",
            ),
            (
                "/http://[/",
                "a redirect of `HOST/http://[/` cannot be followed: cannot fetch `http://[/`: its host is none",
            ),
        ] {
            assert_eq!(told(&server, &get(&server, path).unwrap_err()), expected);
        }
    }

    #[test]
    fn keep_validators_for_the_address_that_gave_them() {
        let server = chain();
        let validators = Validators { etag: Some("\"here\"".into()), last_modified: None };
        for (path, of, asked_with) in [
            ("/302/end", None, [true, false]),
            ("/302/end", Some("/302/end"), [true, false]),
            ("/302/end", Some("/end"), [false, true]),
            ("/301/end", Some("/elsewhere"), [false, false]),
        ] {
            let request = Request {
                validators: validators.clone(),
                validators_of: of.map(|it| url(&server.url(it))),
                ..by_hand(&server.url(path))
            };
            client().get(&request).unwrap();
            let seen = server.seen();
            let last: Vec<bool> =
                seen[seen.len() - 2..].iter().map(|it| it.header("if-none-match").is_some()).collect();
            assert_eq!(last, asked_with, "{path} {of:?}");
        }
    }
}

mod strangers {
    use super::*;

    #[test]
    fn do_not_lead_to_this_machine() {
        let server = Server::always(Reply::body(FEED));
        let port = server.port();
        for address in [
            format!("http://127.0.0.1:{port}/"),
            format!("http://localhost:{port}/"),
            format!("http://feeds.localhost.:{port}/"),
            format!("http://[::1]:{port}/"),
            format!("http://[::ffff:127.0.0.1]:{port}/"),
            "http://169.254.169.254/latest/meta-data".to_owned(),
            "http://10.0.0.1/".to_owned(),
        ] {
            let error = client().get(&from_a_feed(&address)).unwrap_err();
            assert!(matches!(error, Error::NotPublic { .. }), "{error}");
        }
        assert!(server.targets().is_empty());
        assert!(get(&server, "/").is_ok());
    }

    #[test]
    fn cannot_redirect_to_this_machine() {
        let inside = Server::always(Reply::body("secret"));
        let targets = [inside.url("/"), "http://localhost/".to_owned(), "http://192.168.0.1/".to_owned()];
        for target in targets {
            let to = target.clone();
            let proxy = Server::new(move |_| Reply::redirect(302, &to));
            for request in [from_a_feed("http://news.example/feed"), by_hand("http://news.example/feed")] {
                let error = through(&proxy).get(&request).unwrap_err();
                assert!(matches!(&error, Error::NotPublic { url } if *url == super::url(&target)), "{error}");
            }
        }
        assert!(inside.targets().is_empty());
    }

    #[test]
    fn cannot_redirect_back_to_the_host_that_was_meant() {
        let proxy = Server::new(|seen| match seen.header("host") {
            Some("10.0.0.1") => Reply::redirect(302, "http://news.example/"),
            _ => Reply::redirect(302, "http://10.0.0.1/secret"),
        });
        let error = through(&proxy).get(&by_hand("http://10.0.0.1/feed")).unwrap_err();
        assert!(matches!(error, Error::NotPublic { .. }), "{error}");
        assert_eq!(proxy.targets(), ["/feed", "/"]);
    }

    #[test]
    fn cannot_reach_a_proxy_as_if_it_were_a_server() {
        let proxy = Server::always(Reply::body("status of the proxy"));
        let error = through(&proxy).get(&from_a_feed(&proxy.url("/"))).unwrap_err();
        assert!(matches!(error, Error::NotPublic { .. }), "{error}");
    }

    #[test]
    fn who_is_trusted_may_redirect_on_the_same_host_and_no_other() {
        let other = Server::always(Reply::body(FEED));
        let (same_host, localhost) = (other.url("/"), format!("http://localhost:{}/", other.port()));
        let server = Server::new(move |seen| match seen.target.as_str() {
            "/same" => Reply::redirect(302, "/end"),
            "/port" => Reply::redirect(302, &same_host),
            "/other" => Reply::redirect(302, &localhost),
            _ => Reply::body(FEED),
        });
        assert!(get(&server, "/same").is_ok());
        assert!(get(&server, "/port").is_ok());
        assert!(matches!(get(&server, "/other"), Err(Error::NotPublic { .. })));
    }
}

mod proxies {
    use super::*;

    #[test]
    fn are_asked_for_the_host_of_each_hop() {
        let proxy = Server::new(|seen| match seen.header("host") {
            Some("news.example") => Reply::redirect(301, "http://feeds.example:8080/all"),
            _ => Reply::body(FEED),
        });
        let response = through(&proxy).get(&from_a_feed("http://me:word@news.example/feed")).unwrap();
        assert_eq!(body(&response), FEED.as_bytes());
        assert_eq!(response.moved, Some(url("http://feeds.example:8080/all")));
        let seen: Vec<Seen> = proxy.seen();
        let through: Vec<_> = seen.iter().map(|it| it.through.as_deref().unwrap()).collect();
        assert_eq!(through, ["news.example:80", "feeds.example:8080"]);
        assert!(seen[0].header("authorization").is_some());
        assert!(seen[1].header("authorization").is_none());
    }
}

mod limits {
    use super::*;

    #[test]
    fn end_a_body_that_is_too_large() {
        let client = Client::new(Limits { body: 1_000, packed: 500, ..Limits::default() }, Proxies::none());
        let zeros = |n: usize| {
            use std::io::Write as _;
            let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
            gzip.write_all(&vec![0; n]).unwrap();
            Reply::body(gzip.finish().unwrap()).header("Content-Encoding", "gzip")
        };
        for (reply, fits) in [
            (Reply::body([b'x'; 500]), true),
            (Reply::body([b'x'; 501]), false),
            (Reply::body([b'x'; 501]).unsized_(), false),
            (zeros(1_000), true),
            (zeros(1_001), false),
            (zeros(200_000), false),
        ] {
            let server = Server::always(reply);
            let response = client.get(&by_hand(&server.url("/")));
            match response {
                Ok(_) => assert!(fits),
                Err(error) => assert!(!fits && matches!(error, Error::TooLarge { .. }), "{error}"),
            }
        }
    }

    #[test]
    fn end_a_head_that_is_too_large() {
        let long = Reply::body("").header("X-Long", &"x".repeat(1 << 20));
        let many = (0..10_000).fold(Reply::body(""), |reply, i| reply.header(&format!("X-{i}"), "x"));
        let error = get(&Server::always(long), "/").unwrap_err();
        assert!(matches!(error, Error::HeadTooLarge { .. }), "{error}");
        assert!(get(&Server::always(many), "/").is_err());
    }

    #[test]
    fn end_the_wait_for_a_server_that_says_nothing() {
        let (go, gate) = mpsc::channel::<()>();
        let gate = Arc::new(Mutex::new(gate));
        let server = Server::new(move |_| {
            let _ = gate.lock().unwrap().recv();
            Reply::body(FEED)
        });
        let error = impatient().get(&by_hand(&server.url("/"))).unwrap_err();
        assert_eq!(told(&server, &error), "cannot fetch `HOST/`: it took too long");
        drop(go);
    }

    #[test]
    fn end_the_wait_for_a_body_that_does_not_come() {
        let server =
            Server::always(Reply::body(FEED).header("Transfer-Encoding", "chunked").unsized_().held());
        assert!(impatient().get(&by_hand(&server.url("/"))).is_err());
        let begun = Reply::body("5\r\n<rss ").header("Transfer-Encoding", "chunked").unsized_().held();
        let error = impatient().get(&by_hand(&Server::always(begun).url("/"))).unwrap_err();
        assert!(matches!(error, Error::TimedOut { .. }), "{error:?}");
    }

    #[test]
    fn hold_behind_redirects() {
        let (go, gate) = mpsc::channel::<()>();
        let gate = Arc::new(Mutex::new(gate));
        let server = Server::new(move |seen| {
            if seen.target == "/" {
                return Reply::redirect(302, "/slow");
            }
            let _ = gate.lock().unwrap().recv();
            Reply::body(FEED)
        });
        let total = Duration::from_millis(300);
        let client = Client::new(Limits { total, ..Limits::default() }, Proxies::none());
        let error = client.get(&by_hand(&server.url("/"))).unwrap_err();
        assert!(matches!(error, Error::TimedOut { .. }), "{error:?}");
        drop(go);
    }

    #[test]
    fn need_not_be_waited_for_when_the_program_ends() {
        let (asked, is_asked) = mpsc::channel();
        let (go, gate) = mpsc::channel::<()>();
        let gate = Arc::new(Mutex::new(gate));
        let server = Server::new(move |_| {
            asked.send(()).unwrap();
            let _ = gate.lock().unwrap().recv();
            Reply::body(FEED)
        });
        let client = client();
        let request = by_hand(&server.url("/"));
        thread::scope(|scope| {
            let waiting = scope.spawn(|| client.get(&request));
            is_asked.recv().unwrap();
            client.stop();
            assert!(waiting.join().unwrap().is_err());
        });
        drop(go);
    }
}

mod failures {
    use super::*;

    #[test]
    fn are_told_by_address_and_cause() {
        let server = Server::always(Reply::body(FEED).header("Content-Length", "1000").unsized_());
        let error = get(&server, "/?token=abc").unwrap_err();
        assert_eq!(told(&server, &error), "cannot fetch `HOST/?token=…`: Peer disconnected");
        let nobody = Server::always(Reply::body("")).url("/");
        let error = client().get(&by_hand(&nobody)).unwrap_err();
        assert!(matches!(error, Error::Connection { .. }), "{error:?}");
        let server = Server::always(Reply::body("not packed").header("Content-Encoding", "gzip"));
        let error = get(&server, "/").unwrap_err();
        assert!(told(&server, &error).starts_with("cannot fetch `HOST/`: "), "{error}");
        let server = Server::always(Reply::body("x").header("Content-Encoding", "zstd"));
        let error = get(&server, "/").unwrap_err();
        assert_eq!(
            told(&server, &error),
            "cannot fetch `HOST/`: it is packed as zstd, which nobody asked for"
        );
    }

    #[test]
    fn tell_no_secrets() {
        let proxy = Server::new(|_| Reply::redirect(302, "http://127.0.0.1/?secret=abc"));
        let error = through(&proxy).get(&from_a_feed("http://me:word@news.example/?key=abc")).unwrap_err();
        let all = format!("{error} {error:?}");
        assert!(["abc", "me:", "word"].iter().all(|it| !all.contains(it)), "{all}");
    }
}
