//! Proxies, as the environment names them.

use super::url::Url;

/// Which requests go through which proxy.
#[derive(Clone, Debug, Default)]
pub struct Proxies {
    http: Option<ureq::Proxy>,
    https: Option<ureq::Proxy>,
    /// Hosts that are asked directly, in lower case and with a port where it
    /// matters; `*` is all.
    direct: Vec<String>,
}

impl Proxies {
    /// Every host is asked directly.
    pub fn none() -> Self {
        Self::default()
    }

    /// What `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy` say, as curl
    /// reads them: in small letters before capitals, the one of the scheme before
    /// the one of all, `http:`, `https:`, `socks4:`, `socks4a:`, `socks5:` and
    /// `socks5h:`. What cannot be read is none.
    pub fn from_env(variable: impl Fn(&str) -> Option<String>) -> Self {
        let either = |name: &str| {
            let value = variable(name).or_else(|| variable(&name.to_ascii_uppercase()));
            value.filter(|it| !it.trim().is_empty())
        };
        let proxy = |name: &str| {
            let value = either(name).or_else(|| either("all_proxy"))?;
            ureq::Proxy::new(value.trim()).ok()
        };
        let direct = either("no_proxy").unwrap_or_default().to_ascii_lowercase();
        Self {
            http: proxy("http_proxy"),
            https: proxy("https_proxy"),
            direct: direct.split([',', ' ']).filter(|it| !it.is_empty()).map(str::to_owned).collect(),
        }
    }

    /// All through the proxy at this address, but for the hosts that `no_proxy`
    /// names; `None` where the address is none.
    pub fn through(address: &str, variable: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let address = address.trim();
        ureq::Proxy::new(address).ok()?;
        Some(Self::from_env(|name| match name {
            "http_proxy" | "https_proxy" => Some(address.to_owned()),
            _ => variable(name),
        }))
    }

    /// The proxy for an address; `None` where it is asked directly.
    pub(super) fn of(&self, url: &Url) -> Option<&ureq::Proxy> {
        let proxy = if url.is_secure() { self.https.as_ref() } else { self.http.as_ref() };
        proxy.filter(|_| !self.direct.iter().any(|it| is_host(it, url)))
    }
}

/// Whether an entry of `no_proxy` means the host of an address: the host itself,
/// or one below it.
fn is_host(entry: &str, url: &Url) -> bool {
    if entry == "*" {
        return true;
    }
    let with_port = format!("{}:{}", url.host(), url.port());
    let entry = entry.strip_prefix('*').unwrap_or(entry);
    let entry = entry.strip_prefix('.').unwrap_or(entry);
    let bare = url.host().trim_start_matches('[').trim_end_matches(']');
    [url.host(), bare, &with_port]
        .into_iter()
        .any(|host| host.strip_suffix(entry).is_some_and(|before| before.is_empty() || before.ends_with('.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxies(lines: &[(&str, &str)]) -> Proxies {
        Proxies::from_env(|name| {
            lines.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned())
        })
    }

    fn host_of(proxies: &Proxies, url: &str) -> Option<String> {
        proxies.of(&Url::parse(url).unwrap()).map(|it| it.host().to_owned())
    }

    #[test]
    fn the_proxy_is_the_one_of_the_scheme_or_the_one_of_all() {
        let both =
            proxies(&[("HTTPS_PROXY", "http://a:1"), ("all_proxy", "socks5h://b:2"), ("http_proxy", " ")]);
        assert_eq!(host_of(&both, "https://news.example").as_deref(), Some("a"));
        assert_eq!(host_of(&both, "http://news.example").as_deref(), Some("b"));
        let small = proxies(&[("http_proxy", "small:1"), ("HTTP_PROXY", "capital:1")]);
        assert_eq!(host_of(&small, "http://news.example").as_deref(), Some("small"));
        assert_eq!(host_of(&small, "https://news.example"), None);
        assert_eq!(host_of(&proxies(&[("http_proxy", "gopher://x")]), "http://news.example"), None);
        assert_eq!(host_of(&Proxies::none(), "http://news.example"), None);
    }

    #[test]
    fn a_proxy_that_is_named_stands_for_those_of_the_environment() {
        let variable = |name: &str| match name {
            "https_proxy" => Some("http://other:1".to_owned()),
            "no_proxy" => Some("near.example".to_owned()),
            _ => None,
        };
        let proxies = Proxies::through(" socks5h://a:9050 ", variable).unwrap();
        assert_eq!(host_of(&proxies, "https://news.example").as_deref(), Some("a"));
        assert_eq!(host_of(&proxies, "http://news.example").as_deref(), Some("a"));
        assert_eq!(host_of(&proxies, "https://near.example"), None);
        for bad in ["", "gopher://x", "http://"] {
            assert!(Proxies::through(bad, variable).is_none(), "{bad}");
        }
    }

    #[test]
    fn some_hosts_are_asked_directly() {
        for (entries, url, direct) in [
            ("*", "http://news.example", true),
            ("news.example", "http://news.example", true),
            ("News.Example", "http://NEWS.example/a", true),
            ("example", "http://news.example", true),
            (".example, other", "http://news.example", true),
            ("*.example", "http://news.example", true),
            ("ws.example", "http://news.example", false),
            ("news.example:8080", "http://news.example", false),
            ("news.example:8080", "http://news.example:8080", true),
            ("127.0.0.1,::1", "http://127.0.0.1/", true),
            ("127.0.0.1,::1", "http://[::1]:81/", true),
            ("", "http://news.example", false),
        ] {
            let proxies = proxies(&[("http_proxy", "http://proxy.example:1"), ("no_proxy", entries)]);
            assert_eq!(host_of(&proxies, url).is_none(), direct, "{entries} {url}");
        }
    }
}
