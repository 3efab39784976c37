//! `kabar preview` and `kabar show` with addresses.

use crate::server::{Reply, Server};
use crate::support::Home;

const FEED: &str = "<rss version='2.0'><channel><title>Harbor</title><link>/</link>
    <item><title>Crane falls</title><link>crane?id=1</link><guid>1</guid><pubDate>Fri, 13 Nov 2026 21:00:00 GMT</pubDate></item>
    </channel></rss>";
const PAGE: &str = "<!DOCTYPE html><html><head><title>Crane falls</title></head><body><article><h1>Crane falls</h1>
    <p>The harbor of Kerrow is closed until the crane stands again, the council said on Friday, and nobody knows when.</p>
    <p>Ships wait outside, <a href='ships'>eleven of them</a>, and the pilots go out to them with bread and letters.</p>
    <p>The crane was built in 1911 and had carried more than anybody wrote down, the harbor master told the council.</p>
    </article></body></html>";

fn harbor() -> Server {
    Server::new(|seen| match seen.target.as_str() {
        "/old" => Reply::redirect(301, "/news/feed"),
        "/news/feed" => Reply::body(FEED).header("Content-Type", "application/rss+xml"),
        "/news/crane" => Reply::body(PAGE).header("Content-Type", "text/html; charset=utf-8"),
        "/latin" => Reply::body(b"Caf\xe9 closed\n\nThe caf\xe9 is closed.")
            .header("Content-Type", "text/plain; charset=latin1"),
        "/picture" => Reply::body("x").header("Content-Type", "image/png"),
        _ => Reply::status(404),
    })
}

#[test]
fn a_feed_is_previewed_with_its_links_from_where_it_was_found() {
    let (server, home) = (harbor(), Home::new());
    let host = server.url("");
    let done = home.kabar(&format!("preview {host}/old")).run().fine();
    let expected = "\
Harbor (RSS, 1 entry)
  HOST/
  moved for good to HOST/news/feed
  2026-11-13  Crane falls
              HOST/news/crane?id=1
";
    assert_eq!(done.stdout.replace(&host, "HOST"), expected);
    let json = home.kabar(&format!("preview --format json {host}/old")).run().fine().json();
    let own = &json[0]["_kabar"];
    assert_eq!(own["source"], format!("{host}/old"));
    assert_eq!(own["moved"], format!("{host}/news/feed"));
}

#[test]
fn addresses_that_fail_stop_no_other_and_tell_no_secret() {
    let (server, home) = (harbor(), Home::new());
    let host = server.url("");
    let with_login = host.replace("://", "://me:word@");
    home.kabar(&format!("preview {with_login}/none?token=abc https://[ {host}/news/crane {host}/news/feed"))
        .run()
        .complains(
            2,
            &format!(
                "kabar: cannot fetch `{host}/none?token=…`: the server answers 404: there is no such page\n\
                 kabar: cannot fetch `https://[`: its host is none\n\
                 kabar: cannot read `{host}/news/crane` as a feed: it is a page, not a feed\n"
            ),
        );
    assert!(server.targets().contains(&"/none?token=abc".to_owned()));
}

#[test]
fn a_page_is_shown_as_an_article_with_its_links_from_where_it_was_found() {
    let (server, home) = (harbor(), Home::new());
    let json = home.kabar(&format!("show --format json {}", server.url("/news/crane"))).run().fine().json();
    assert_eq!(
        (&json[0]["title"], &json[0]["url"]),
        (&"Crane falls".into(), &server.url("/news/crane").into())
    );
    let links = home.kabar(&format!("show --format markdown {}", server.url("/news/crane"))).run().fine();
    assert!(links.stdout.contains(&server.url("/news/ships")), "{links:?}");
    let text =
        home.kabar(&format!("show {} {}", server.url("/latin"), server.url("/news/crane"))).run().fine();
    assert!(
        text.stdout.contains("The café is closed.") && text.stdout.contains("Ships wait outside"),
        "{text:?}"
    );
    assert!(server.seen()[0].header("accept").unwrap().starts_with("text/html"));
}

#[test]
fn what_is_no_page_is_told() {
    let (server, home) = (harbor(), Home::new());
    let host = server.url("");
    home.kabar(&format!("show {host}/picture {host}/gone")).run().complains(
        2,
        &format!(
            "kabar: cannot read `{host}/picture` as an article: it is image/png\n\
             kabar: cannot fetch `{host}/gone`: the server answers 404: there is no such page\n"
        ),
    );
}

#[test]
fn proxies_of_the_environment_are_used() {
    let (proxy, home) = (harbor(), Home::new());
    let run = |args: &str| home.kabar(args).env("http_proxy", proxy.url("")).run();
    let done = run("preview http://harbor.example/news/feed").fine();
    assert!(done.stdout.contains("http://harbor.example/news/crane?id=1"), "{done:?}");
    assert_eq!(proxy.seen()[0].through.as_deref(), Some("harbor.example:80"));
}

/// The certificates that a client trusts are named by the environment on the
/// systems of OpenSSL alone.
#[cfg(target_os = "linux")]
mod certificates {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;
    use std::thread;

    use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};
    use rustls::ServerConfig;
    use rustls::pki_types::PrivatePkcs8KeyDer;

    use super::*;

    type Authority = CertifiedIssuer<'static, KeyPair>;

    fn authority(name: &str) -> Authority {
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
    }

    /// A server with a certificate for this name that ends in this year.
    fn server(authority: &Authority, name: &str, end: i32, reply: Reply) -> Server {
        let mut params = CertificateParams::new([name.to_owned()]).unwrap();
        params.not_after = date_time_ymd(end, 1, 1);
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, authority).unwrap();
        let key = PrivatePkcs8KeyDer::from(key.serialize_der());
        let config = ServerConfig::builder()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key.into())
            .unwrap();
        Server::tls(config, move |_| reply.clone())
    }

    #[test]
    fn are_judged_and_what_is_wrong_with_them_is_told() {
        let (ours, other) = (authority("ours"), authority("other"));
        let home = Home::new().file("ca.pem", ours.pem());
        for (server, told) in [
            (server(&ours, "127.0.0.1", 4_000, Reply::body(FEED)), None),
            (server(&other, "127.0.0.1", 4_000, Reply::body(FEED)), Some("UnknownIssuer")),
            (server(&ours, "127.0.0.1", 2_000, Reply::body(FEED)), Some("certificate expired")),
            (server(&ours, "harbor.example", 4_000, Reply::body(FEED)), Some("not valid for name")),
        ] {
            let run = home.kabar(&format!("preview {}", server.url("/feed")));
            let done = run.env("SSL_CERT_FILE", home.path().join("ca.pem")).run();
            match told {
                None => assert!(done.fine().stdout.starts_with("Harbor (RSS, 1 entry)")),
                Some(told) => {
                    assert!(done.code == 2 && done.stderr.contains(told), "{done:?}");
                    assert!(done.stderr.contains(&server.url("/feed")), "{done:?}");
                    assert!(server.targets().is_empty());
                }
            }
        }
    }

    #[test]
    fn are_not_asked_for_where_a_redirect_leaves_them_and_it_is_never_for_good() {
        let ours = authority("ours");
        let home = Home::new().file("ca.pem", ours.pem());
        let plain = Server::always(Reply::body(FEED));
        let secure = server(&ours, "127.0.0.1", 4_000, Reply::redirect(301, &plain.url("/feed")));
        let run = home.kabar(&format!("preview {}", secure.url("/feed").replace("://", "://me:word@")));
        let done = run.env("SSL_CERT_FILE", home.path().join("ca.pem")).run().fine();
        assert!(done.stdout.starts_with("Harbor") && !done.stdout.contains("moved"), "{done:?}");
        assert!(secure.seen()[0].header("authorization").is_some());
        assert!(plain.seen()[0].header("authorization").is_none());
    }

    #[test]
    fn are_looked_for_where_there_are_none() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("https://{}/", listener.local_addr().unwrap());
        let plain = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").unwrap();
            // Until the client has seen enough.
            let _ = stream.read_to_end(&mut Vec::new());
        });
        Home::new().kabar(&format!("preview {url}")).run().complains(
            2,
            &format!("kabar: cannot fetch `{url}`: received corrupt message of type InvalidContentType\n"),
        );
        plain.join().unwrap();
    }
}
