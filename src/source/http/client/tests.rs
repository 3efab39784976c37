use super::*;

#[test]
fn logins_are_written_in_base_64() {
    for (input, expected) in [
        ("", ""),
        ("a", "YQ=="),
        ("ab", "YWI="),
        ("abc", "YWJj"),
        ("Aladdin:open sesame", "QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
    ] {
        assert_eq!(base64(input.as_bytes()), expected);
    }
    assert_eq!(base64(&[0xFF, 0xFE, 0xFB]), "//77");
}

/// Looks a name up as a client does that may go to public addresses only.
fn look_up(uri: &str, config: &Config) -> Result<usize, ureq::Error> {
    let guard = Guard { public_only: true, seen_public: Names::default() };
    guard.resolve(&uri.parse().unwrap(), config, NextTimeout::default()).map(|it| it.len())
}

#[test]
fn a_name_is_judged_by_the_addresses_that_it_leads_to() {
    let config = Config::default();
    for uri in ["http://localhost:80/", "https://127.0.0.1/", "http://[::1]:8080/", "http://10.0.0.1/"] {
        let error = look_up(uri, &config).unwrap_err();
        assert!(matches!(error, ureq::Error::Other(it) if it.is::<NoPublicAddress>()), "{uri}");
    }
    assert_eq!(look_up("http://8.8.8.8/", &config).unwrap(), 1);
}

#[test]
fn the_proxy_may_stand_anywhere() {
    let proxy = ureq::Proxy::new("http://127.0.0.1:3128").unwrap();
    let uri = proxy.uri().to_string();
    let config = Config::builder().proxy(Some(proxy)).build();
    assert_eq!(look_up(&uri, &config).unwrap(), 1);
    assert!(look_up("http://127.0.0.1:3129", &config).is_err());
}
