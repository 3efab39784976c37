use super::*;

#[test]
fn addresses_are_read_as_browsers_read_them() {
    for (input, address) in [
        ("https://news.example/feed.xml", "https://news.example/feed.xml"),
        ("  HTTP://NEWS.Example/Feed \n", "http://news.example/Feed"),
        ("https://news.example", "https://news.example/"),
        ("https://news.example?all", "https://news.example/?all"),
        ("https://news.example/a#part", "https://news.example/a"),
        ("https://news.example#part?x", "https://news.example/"),
        ("https://news.example:443/", "https://news.example/"),
        ("http://news.example:443/", "http://news.example:443/"),
        ("http://news.example:80", "http://news.example/"),
        ("http://news.example:", "http://news.example/"),
        ("https://news.example./a", "https://news.example/a"),
        ("https://user:word@news.example/a", "https://news.example/a"),
        ("https://bank.example@evil.example/x@y", "https://evil.example/x@y"),
        ("https://news.example\\@evil.example/", "https://news.example/@evil.example/"),
        ("https://news.example/a b/\u{e9}?q=\"\u{e9}\"", "https://news.example/a%20b/%C3%A9?q=%22%C3%A9%22"),
        ("https://news.example/100%25", "https://news.example/100%25"),
        ("https://news.example/a/../b/./c/..", "https://news.example/b/"),
        ("https://news.example/../../x", "https://news.example/x"),
        ("https://b\u{fc}cher.example/", "https://xn--bcher-kva.example/"),
        ("https://B\u{dc}CHER.example/", "https://xn--bcher-kva.example/"),
        ("https://\u{4F8B}\u{5B50}\u{3002}\u{6D4B}\u{8BD5}/", "https://xn--fsqu00a.xn--0zwm56d/"),
        ("https://\u{440}\u{430}\u{434}\u{438}\u{43e}.example", "https://xn--80aimyg.example/"),
        ("https://\u{ff4e}ews.example", "https://news.example/"),
        ("http://127.0.0.1:8080/feed", "http://127.0.0.1:8080/feed"),
        ("http://[::1]:8080/feed", "http://[::1]:8080/feed"),
        ("http://[0:0:0:0:0:0:0:1]", "http://[::1]/"),
    ] {
        assert_eq!(Url::parse(input).unwrap().address(), address, "{input}");
    }
}

#[test]
fn what_cannot_be_fetched_is_told() {
    for (input, told) in [
        ("", "cannot fetch ``: it does not begin with http:// or https://"),
        ("news.example", "cannot fetch `news.example`: it does not begin with http:// or https://"),
        (
            "file:///etc/passwd",
            "cannot fetch `file:///etc/passwd`: only http and https are fetched, not file",
        ),
        ("data:text/html,x", "cannot fetch `data:text/html,x`: only http and https are fetched, not data"),
        ("https:/news.example", "cannot fetch `https:/news.example`: it names no host"),
        ("https:///feed", "cannot fetch `https:///feed`: it names no host"),
        ("https://user:word@/feed", "cannot fetch `https:///feed`: it names no host"),
        ("http://2130706433/", "cannot fetch `http://2130706433/`: its host is none"),
        ("http://0x7f000001/", "cannot fetch `http://0x7f000001/`: its host is none"),
        ("http://127.1/", "cannot fetch `http://127.1/`: its host is none"),
        ("http://0177.0.0.1/", "cannot fetch `http://0177.0.0.1/`: its host is none"),
        ("http://[::1/", "cannot fetch `http://[::1/`: its host is none"),
        ("http://[fe80::1%25eth0]/", "cannot fetch `http://[fe80::1%25eth0]/`: its host is none"),
        ("http://a b/", "cannot fetch `http://a b/`: its host is none"),
        ("http://a..b/", "cannot fetch `http://a..b/`: its host is none"),
        ("http://a%2eb/", "cannot fetch `http://a%2eb/`: its host is none"),
        ("http://\u{ff0f}etc/", "cannot fetch `http://\u{ff0f}etc/`: its host is none"),
        ("http://a:99999/", "cannot fetch `http://a:99999/`: its port is none"),
        ("http://a:0/", "cannot fetch `http://a:0/`: its port is none"),
        ("http://me:word@a:x/?token=1", "cannot fetch `http://a:x/?…`: its port is none"),
    ] {
        assert_eq!(Url::parse(input).unwrap_err().to_string(), told, "{input}");
    }
    let long = format!("https://{}.example/", "a".repeat(64));
    assert_eq!(Url::parse(&long).unwrap_err().fault, Fault::Host);
}

#[test]
fn redirects_lead_where_they_say() {
    let from = Url::parse("https://me:word@news.example/a/b?x=1").unwrap();
    for (location, to) in [
        ("https://other.example/c", "https://other.example/c"),
        ("//other.example/c", "https://other.example/c"),
        ("\\\\other.example\\c", "https://other.example/c"),
        ("/c?y=2#part", "https://news.example/c?y=2"),
        ("c", "https://news.example/a/c"),
        ("../c", "https://news.example/c"),
        ("?y=2", "https://news.example/a/b?y=2"),
        ("#part", "https://news.example/a/b?x=1"),
        ("./", "https://news.example/a/"),
        ("c:d", "c"),
        ("c/d:e", "https://news.example/a/c/d:e"),
        ("/caf\u{e9} noir", "https://news.example/caf%C3%A9%20noir"),
    ] {
        match from.follow(location) {
            Ok(url) => assert_eq!(url.address(), to, "{location}"),
            Err(bad) => assert_eq!(bad.fault, Fault::Scheme(to.to_owned()), "{location}"),
        }
    }
    for location in ["javascript:alert(1)", "file:///etc/passwd", "ftp://a/b", "data:,x"] {
        assert!(matches!(from.follow(location).unwrap_err().fault, Fault::Scheme(_)), "{location}");
    }
}

#[test]
fn a_user_name_stays_with_its_server() {
    let from = Url::parse("https://me:w%40rd@news.example/a").unwrap();
    assert_eq!(from.login(), Some((b"me".to_vec(), b"w@rd".to_vec())));
    for (location, keeps) in [
        ("/b", true),
        ("https://news.example/b", true),
        ("https://NEWS.example:443/b", true),
        // What the server would have us say is not said.
        ("https://evil:x@news.example/b", true),
        ("http://news.example/b", false),
        ("https://news.example:8443/b", false),
        ("https://www.news.example/b", false),
        ("//other.example/", false),
        ("https://evil:x@other.example/b", false),
    ] {
        let to = from.follow(location).unwrap();
        assert_eq!(to.login(), from.login().filter(|_| keeps), "{location}");
    }
    for input in ["https://@news.example/", "https://:@news.example/"] {
        assert_eq!(Url::parse(input).unwrap().login(), None, "{input}");
    }
}

#[test]
fn messages_do_not_tell_secrets_and_the_store_keeps_them() {
    for (input, shown) in [
        ("https://me:word@news.example/a?b=c", "https://news.example/a?b=c"),
        ("https://news.example/?token=abc&page=2", "https://news.example/?token=…&page=2"),
        ("https://news.example/?api_key=1&Auth=2&x_sig=3", "https://news.example/?api_key=…&Auth=…&x_sig=…"),
        ("https://news.example/?a=4f9Qz81LmNw03bYt7Kd2", "https://news.example/?a=…"),
        ("https://news.example/?4f9Qz81LmNw03bYt7Kd2", "https://news.example/?…"),
        ("https://news.example/?q=harbor+cranes+of+2026", "https://news.example/?q=harbor+cranes+of+2026"),
        ("https://news.example/?token=&page", "https://news.example/?token=&page"),
    ] {
        let url = Url::parse(input).unwrap();
        assert_eq!(url.to_string(), shown, "{input}");
        assert_eq!(format!("{url:?}"), format!("Url({shown})"));
        assert_eq!(Url::parse(&url.reveal()).unwrap(), url);
    }
    let url = Url::parse("https://me:w%40rd@news.example:8443/a?token=b").unwrap();
    assert_eq!(url.reveal(), "https://me:w%40rd@news.example:8443/a?token=b");
    // What a terminal would obey is escaped.
    let url = Url::parse("https://news.example/\u{1b}]0;x\u{7}\u{202e}").unwrap();
    assert!(url.to_string().is_ascii() && url.to_string().chars().all(|c| !c.is_control()));
}

#[test]
fn any_text_is_an_address_or_none() {
    for input in [
        "http://",
        "http://@",
        "http://[",
        "http://[]",
        "http://:80",
        "http://%",
        "https://a/%",
        "http://xn--/",
    ] {
        let _ = Url::parse(input);
    }
    let base = Url::parse("http://news.example").unwrap();
    for location in ["", ":", "//", "///", "\\", "?", "#", "%", "..", "\u{0}"] {
        let _ = base.follow(location);
    }
    assert_eq!(unescaped("%4"), b"%4");
    assert_eq!(unescaped("a%zz%41"), b"a%zzA");
    assert_eq!(unescaped("%+1"), b"%+1");
}

#[test]
fn what_people_type_needs_no_scheme() {
    for (typed, address) in [
        ("news.example/feed", "https://news.example/feed"),
        (" News.example ", "https://news.example/"),
        ("//news.example/feed", "https://news.example/feed"),
        ("news.example:8443/feed", "https://news.example:8443/feed"),
        ("localhost:1200/feed", "http://localhost:1200/feed"),
        ("192.168.1.2/feed", "http://192.168.1.2/feed"),
        ("http://news.example/feed", "http://news.example/feed"),
        ("feed://news.example/feed", "https://news.example/feed"),
        ("feed:https://news.example/feed", "https://news.example/feed"),
    ] {
        assert_eq!(Url::typed(typed).unwrap().address(), address, "{typed}");
    }
    for (typed, told) in [
        ("", "cannot fetch `https://`: it names no host"),
        (
            "javascript:alert(1)",
            "cannot fetch `javascript:alert(1)`: only http and https are fetched, not javascript",
        ),
        (
            "file:///etc/passwd",
            "cannot fetch `file:///etc/passwd`: only http and https are fetched, not file",
        ),
        ("two words", "cannot fetch `https://two words`: its host is none"),
    ] {
        assert_eq!(Url::typed(typed).unwrap_err().to_string(), told);
    }
}

#[test]
fn one_feed_is_known_however_its_address_is_written() {
    let identity = |text: &str| Url::parse(text).unwrap().identity();
    for (a, b, same) in [
        ("http://news.example/feed/", "https://news.example/feed", true),
        ("https://News.example:443/feed", "http://news.example:80/feed//", true),
        ("https://anna:word@news.example/feed", "https://news.example/feed#top", true),
        ("https://news.example", "http://news.example/", true),
        ("https://news.example/feed?page=1", "https://news.example/feed/?page=1", true),
        ("https://news.example/feed?", "https://news.example/feed", true),
        ("https://news.example/feed?page=1", "https://news.example/feed?page=2", false),
        ("https://news.example/Feed", "https://news.example/feed", false),
        ("https://news.example:8443/feed", "https://news.example/feed", false),
        ("https://www.news.example/feed", "https://news.example/feed", false),
    ] {
        assert_eq!(identity(a) == identity(b), same, "{a} {b}");
    }
}

#[test]
fn a_login_is_taken_off_an_address_and_never_shown() {
    let url = Url::parse("https://anna%40x:w%C3%B6rd@news.example:8443/feed?a=1").unwrap();
    let (bare, login) = url.split_login();
    let login = login.unwrap();
    assert_eq!((login.user.as_str(), login.password.as_str()), ("anna@x", "w\u{f6}rd"));
    assert_eq!(bare.reveal(), "https://news.example:8443/feed?a=1");
    assert_eq!(bare.origin(), "https://news.example:8443");
    assert_eq!(format!("{login:?}"), "Login(…)");
    assert_eq!(bare.split_login(), (bare.clone(), None));
    assert!(!bare.has_secret() && Url::parse("https://news.example/feed?token=abc").unwrap().has_secret());
}

#[test]
fn what_lies_near_is_told_from_what_is_public() {
    for (text, local) in [
        ("http://localhost:1200/feed", true),
        ("http://127.0.0.1/feed", true),
        ("http://[::1]/feed", true),
        ("http://192.168.1.1/", true),
        ("http://router.lan/", true),
        ("http://nas/", true),
        ("https://news.example/feed", false),
        ("https://93.184.216.34/feed", false),
    ] {
        assert_eq!(Url::parse(text).unwrap().is_local(), local, "{text}");
    }
}
