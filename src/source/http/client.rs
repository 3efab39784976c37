//! The client that asks servers: hop by hop, within limits.

use std::collections::HashSet;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use ureq::config::Config;
use ureq::http::{HeaderMap, HeaderValue, StatusCode, Uri, header as field};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Body as Incoming};

use super::address::is_public;
use super::login::Logins;
use super::proxy::Proxies;
use super::room::Rooms;
use super::url::Url;
use super::{Answer, Body, Error, Fetch, Limits, Request, Response, Trust, USER_AGENT, body, header};

/// Idle connections that are kept for the next question. Each new one is held against all
/// of them, host by host; where more hosts than this have several feeds, some connections
/// are made twice.
const MOST_IDLE: usize = 6;
/// Bytes of each of a connection's two buffers beyond the largest head: that one is to be
/// seen whole, and what it says may come back in a question.
const BESIDE_HEAD: usize = 1 << 10;

/// Asks servers, with a few connections kept open for the next question. Shared
/// between threads; each request waits in the thread that makes it.
#[derive(Debug)]
pub struct Client {
    limits: Limits,
    proxies: Proxies,
    /// Goes where it is sent.
    anywhere: Agent,
    /// Goes to public addresses only.
    in_public: Agent,
    /// Names that were seen to lead to public addresses.
    seen_public: Names,
    /// Who knows the logins that no address holds.
    logins: Option<Arc<dyn Logins>>,
    rooms: Rooms,
}

type Names = Arc<Mutex<HashSet<String>>>;

impl Client {
    pub fn new(limits: Limits, proxies: Proxies) -> Self {
        let seen_public = Names::default();
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .build();
        let agent = |public_only| {
            let config = Config::builder()
                .http_status_as_error(false)
                .max_redirects(0)
                .max_redirects_will_error(false)
                .user_agent(USER_AGENT)
                .accept_encoding("gzip, br")
                .proxy(None)
                .timeout_resolve(Some(limits.connect))
                .timeout_connect(Some(limits.connect))
                .timeout_recv_response(Some(limits.answer))
                .max_response_header_size(limits.head)
                .input_buffer_size(limits.head + BESIDE_HEAD)
                .output_buffer_size(limits.head + BESIDE_HEAD)
                .max_idle_connections(MOST_IDLE)
                .max_idle_connections_per_host(1)
                .tls_config(tls.clone())
                .build();
            let names = Names::clone(&seen_public);
            Agent::with_parts(config, DefaultConnector::default(), Guard { public_only, seen_public: names })
        };
        Self {
            limits,
            proxies,
            anywhere: agent(false),
            in_public: agent(true),
            seen_public,
            logins: None,
            rooms: Rooms::default(),
        }
    }

    /// The same with somebody who knows logins. They go to the server that a
    /// request is for, as far as redirects stay on it, and where its address
    /// holds none.
    #[must_use]
    pub fn with_logins(self, logins: Arc<dyn Logins>) -> Self {
        Self { logins: Some(logins), ..self }
    }

    /// The login for this hop, `user:password`.
    fn login(&self, url: &Url, way: &Way) -> Result<Option<Vec<u8>>, Error> {
        let joined = |user: &[u8], word: &[u8]| [user, b":", word].concat();
        if let Some((user, word)) = url.login() {
            return Ok(Some(joined(&user, &word)));
        }
        let stayed = way.hops.iter().all(|it| it.same_origin(url));
        let Some(logins) = self.logins.as_ref().filter(|_| stayed) else {
            return Ok(None);
        };
        let found = logins.login(&url.origin());
        let found = found.map_err(|source| Error::NoLogin { url: url.clone(), source })?;
        Ok(found.map(|it| joined(it.user.as_bytes(), it.password.as_bytes())))
    }

    /// Breaks off all requests that wait in other threads, and answers none from
    /// here on: the program ends. A name that is being looked up and a connection
    /// that is being made come to their own end, within [`Limits::connect`].
    pub fn stop(&self) {
        self.anywhere.clone().shutdown();
        self.in_public.clone().shutdown();
    }

    /// Whether this hop may lead anywhere. Who gives an address by hand means
    /// its host, where that is a host of their own network: redirects may stay
    /// there, and not come back from elsewhere. A name that has led outside is
    /// none, and may lead inside the next time only to deceive (DNS rebinding).
    fn may_go_anywhere(&self, request: &Request, way: &Way) -> bool {
        let led_outside = || {
            self.seen_public.lock().unwrap_or_else(PoisonError::into_inner).contains(request.url.host())
                || request.url.ip().is_some_and(is_public)
        };
        let stayed = way.hops.iter().all(|it| it.host() == request.url.host());
        request.trust == Trust::ByHand && stayed && (way.hops.len() == 1 || !led_outside())
    }

    /// One question and its answer, redirects not followed.
    fn ask(
        &self,
        request: &Request,
        url: &Url,
        way: &Way,
    ) -> Result<(StatusCode, HeaderMap, Incoming), Error> {
        let proxy = self.proxies.of(url);
        let agent = if self.may_go_anywhere(request, way) {
            &self.anywhere
        } else {
            // A proxy looks names up itself: what can be told here, is.
            let is_proxy = proxy.is_some_and(|it| it.host() == url.host() && it.port() == url.port());
            if is_proxy || url.is_local() {
                return Err(Error::NotPublic { url: url.clone() });
            }
            &self.in_public
        };
        let mut asked = agent.get(url.address()).header(field::ACCEPT, request.accept.media_types());
        let validators = &request.validators;
        if request.validators_of.as_ref().unwrap_or(&request.url).same_page(url) {
            for (name, value) in [
                (field::IF_NONE_MATCH, &validators.etag),
                (field::IF_MODIFIED_SINCE, &validators.last_modified),
            ] {
                if let Some(value) = value.as_deref().and_then(verbatim) {
                    asked = asked.header(name, value);
                }
            }
        }
        if let Some(login) = self.login(url, way)? {
            let login = base64(&login);
            if let Ok(mut value) = HeaderValue::from_str(&format!("Basic {login}")) {
                value.set_sensitive(true);
                asked = asked.header(field::AUTHORIZATION, value);
            }
        }
        let left = way.left().ok_or_else(|| Error::TimedOut { url: url.clone() })?;
        let asked = asked.config().timeout_global(Some(left)).proxy(proxy.cloned()).build();
        let answer = asked.call().map_err(|error| Error::of(url, error, &self.limits))?;
        let (parts, body) = answer.into_parts();
        Ok((parts.status, parts.headers, body))
    }

    fn read(&self, url: &Url, headers: &HeaderMap, incoming: Incoming) -> Result<Body, Error> {
        let too_large = || Error::TooLarge { url: url.clone(), limit: self.limits.body };
        if incoming.content_length().is_some_and(|it| it > self.limits.packed) {
            return Err(too_large());
        }
        let codings = header::codings(headers);
        let packed = incoming.into_with_config().limit(self.limits.packed).reader();
        let bytes =
            body::read(packed, &codings, self.limits.body, &self.rooms).map_err(|fault| match fault {
                body::Fault::TooLarge => too_large(),
                body::Fault::Coding(coding) => Error::Coding { url: url.clone(), coding },
                body::Fault::Read(error) => Error::of_reading(url, error, &self.limits),
            })?;
        Ok(Body { bytes, content_type: header::content_type(headers) })
    }
}

impl Fetch for Client {
    fn get(&self, request: &Request) -> Result<Response, Error> {
        let mut url = request.url.clone();
        let mut way = Way::start(url.clone(), self.limits.total);
        // Where the unbroken row of permanent redirects leads.
        let (mut moved, mut all_permanent) = (None, true);
        loop {
            let (status, headers, incoming) = self.ask(request, &url, &way)?;
            let permanent = matches!(status.as_u16(), 301 | 308);
            if permanent || matches!(status.as_u16(), 302 | 303 | 307) {
                let to = header::text(&headers, "location")
                    .ok_or_else(|| Error::NoLocation { url: url.clone() })?;
                // Servers write UTF-8 where the header has ISO 8859-1.
                let bytes: Option<Vec<u8>> = to.chars().map(|c| u8::try_from(c).ok()).collect();
                let to = bytes.and_then(|it| String::from_utf8(it).ok()).unwrap_or(to);
                let next =
                    url.follow(&to).map_err(|source| Error::BadRedirect { url: url.clone(), source })?;
                if way.hops.contains(&next) {
                    return Err(Error::Loop { url, to: next });
                }
                if way.hops.len() > self.limits.redirects {
                    return Err(Error::TooManyRedirects {
                        url: request.url.clone(),
                        limit: self.limits.redirects,
                    });
                }
                // A way out of https is gone by, and never taken for good.
                all_permanent &= permanent && (next.is_secure() || !url.is_secure());
                if all_permanent {
                    moved = Some(next.clone());
                }
                way.hops.push(next.clone());
                url = next;
                continue;
            }
            let challenged =
                header::text(&headers, "cf-mitigated").is_some_and(|it| it.eq_ignore_ascii_case("challenge"));
            let answer = match status.as_u16() {
                _ if challenged => Answer::Challenge { status: status.as_u16() },
                200 => Answer::Body(self.read(&url, &headers, incoming)?),
                304 => Answer::NotModified,
                410 => Answer::Gone,
                status @ (429 | 503) => Answer::Busy { status },
                status => Answer::Failed { status },
            };
            return Ok(Response {
                answer,
                validators: header::validators(&headers),
                freshness: header::freshness(&headers),
                retry_after: header::retry_after(&headers),
                url,
                moved,
            });
        }
    }
}

/// Looks names up, and leaves out addresses where kabar must not go.
#[derive(Debug)]
struct Guard {
    public_only: bool,
    seen_public: Names,
}

/// The name leads to no address that is public.
#[derive(Debug, thiserror::Error)]
#[error("no public address")]
pub(super) struct NoPublicAddress;

impl Resolver for Guard {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = match address_in(uri) {
            Some(address) => {
                let mut found = self.empty();
                found.push(address);
                found
            }
            // In a thread of its own, since a look-up cannot be broken off.
            None => DefaultResolver::default().resolve(uri, config, timeout)?,
        };
        // The proxy is the user's own, wherever it stands.
        if config.proxy().is_some_and(|it| it.uri() == uri) {
            return Ok(found);
        }
        let mut public = self.empty();
        for address in found.iter().filter(|it| is_public(it.ip())) {
            public.push(*address);
        }
        if let Some(host) = uri.host().filter(|_| !public.is_empty()) {
            self.seen_public.lock().unwrap_or_else(PoisonError::into_inner).insert(host.to_owned());
        }
        match (self.public_only, public.is_empty()) {
            (false, _) => Ok(found),
            (true, false) => Ok(public),
            (true, true) => Err(ureq::Error::Other(Box::new(NoPublicAddress))),
        }
    }
}

/// The address that a URI names itself, so that nothing is to be looked up.
fn address_in(uri: &Uri) -> Option<SocketAddr> {
    let address: IpAddr = uri.host()?.trim_start_matches('[').trim_end_matches(']').parse().ok()?;
    let port = uri.port_u16().or(match uri.scheme_str()? {
        "http" => Some(80),
        "https" => Some(443),
        _ => None,
    })?;
    Some(SocketAddr::new(address, port))
}

impl Error {
    /// What ureq's error means for this address.
    fn of(url: &Url, error: ureq::Error, limits: &Limits) -> Self {
        let url = url.clone();
        match error {
            ureq::Error::HostNotFound => Self::NoHost { url },
            ureq::Error::Timeout(_) => Self::TimedOut { url },
            ureq::Error::LargeResponseHeader(..) => Self::HeadTooLarge { url, limit: limits.head },
            ureq::Error::BodyExceedsLimit(limit) => Self::TooLarge { url, limit },
            ureq::Error::Other(other) if other.is::<NoPublicAddress>() => Self::NotPublic { url },
            ureq::Error::Io(source) => Self::Connection { url, source },
            source => Self::Protocol { url, source: Box::new(source) },
        }
    }

    /// What an error while a body is read means; ureq's own come wrapped.
    fn of_reading(url: &Url, error: io::Error, limits: &Limits) -> Self {
        Self::of(url, ureq::Error::from(error), limits)
    }
}

/// The way of a request so far, and when it must have come to an end.
struct Way {
    /// What was asked, and what is asked now; never empty.
    hops: Vec<Url>,
    start: Instant,
    total: Duration,
}

impl Way {
    #[expect(
        clippy::disallowed_methods,
        reason = "no moment is told or kept: how long a server takes is measured"
    )]
    fn start(url: Url, total: Duration) -> Self {
        Self { hops: vec![url], start: Instant::now(), total }
    }

    fn left(&self) -> Option<Duration> {
        self.total.checked_sub(self.start.elapsed()).filter(|it| !it.is_zero())
    }
}

/// A value as it was handed in: each character is a byte. `None` where it could
/// not have come from a header, or is empty.
fn verbatim(value: &str) -> Option<HeaderValue> {
    let bytes: Option<Vec<u8>> = value.chars().map(|it| u8::try_from(it).ok()).collect();
    HeaderValue::from_bytes(&bytes.filter(|it| !it.is_empty())?).ok()
}

/// RFC 4648, 4.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let word = chunk.iter().fold(0_u32, |word, byte| word << 8 | u32::from(*byte));
        let word = word << (8 * (3 - chunk.len()));
        for i in 0..4 {
            let digit = usize::try_from(word >> (18 - 6 * i) & 63).ok().and_then(|it| DIGITS.get(it));
            out.push(digit.filter(|_| i <= chunk.len()).map_or('=', |it| char::from(*it)));
        }
    }
    out
}

#[cfg(test)]
mod tests;
