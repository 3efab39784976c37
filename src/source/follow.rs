//! What an address leads to, for somebody who wants to follow it: a feed, or a
//! page that names feeds.

use super::http::{self, Accept, Body, Fetch, Request, Trust, Url};
use crate::extract::discover::{self, Candidate};
use crate::extract::encoding;
use crate::extract::feed::{self, NoFeed, Origin};

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    Feed(Feed),
    /// A page that names several; the likeliest comes first. None was asked yet.
    Several {
        /// The page, redirects followed.
        page: Url,
        feeds: Vec<Candidate>,
    },
}

/// A feed that can be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// Where to ask for it from now on: where it has moved for good, else what
    /// was asked. Holds the login that it was asked with.
    pub url: Url,
    /// All addresses that led to it, the last of them who answered.
    pub known_as: Vec<Url>,
    /// What it calls itself; safe to show, and may be empty.
    pub title: String,
    pub home: Option<String>,
    pub n_entries: usize,
}

/// Why there is no feed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Fetch(http::Error),
    #[error("cannot follow `{url}`: {why}")]
    NoFeed { url: Url, why: NoFeed },
    #[error("cannot follow `{url}`: it names no feed, and none lies where feeds usually do")]
    NoneNamed { url: Url },
}

/// Asks an address that somebody typed. A page that names one feed stands for
/// it; where it names none, a few places are tried where feeds usually lie.
pub fn find(fetch: &impl Fetch, url: &Url) -> Result<Found, Error> {
    let response =
        fetch.get(&Request::new(url.clone(), Trust::ByHand, Accept::Feed)).map_err(Error::Fetch)?;
    let (page, moved) = (response.url.clone(), response.moved.clone());
    let body = response.into_body().map_err(Error::Fetch)?;
    match read(url, &page, moved, &body) {
        Ok(feed) => return Ok(Found::Feed(feed)),
        Err(NoFeed::Page) => {}
        Err(why) => return Err(Error::NoFeed { url: url.clone(), why }),
    }
    let text = encoding::decode(&body.bytes, body.content_type.charset.as_deref()).text;
    let mut feeds = discover::feeds(&text, &page.address());
    if feeds.len() > 1 {
        return Ok(Found::Several { page, feeds });
    }
    if let Some(feed) = feeds.pop().and_then(|it| choose(fetch, url, &page, &it.url).ok()) {
        return Ok(Found::Feed(feed));
    }
    let places = discover::common(&page.address());
    let found = places.iter().find_map(|it| choose(fetch, url, &page, it).ok());
    found.map(Found::Feed).ok_or_else(|| Error::NoneNamed { url: url.clone() })
}

/// Asks for a feed that a page names. On the server that was typed it may be
/// anywhere, with the login that was typed; elsewhere it is a stranger's.
pub fn choose(fetch: &impl Fetch, typed: &Url, page: &Url, address: &str) -> Result<Feed, Error> {
    let to = |from: &Url| {
        from.follow(address).map_err(|source| http::Error::BadRedirect { url: page.clone(), source })
    };
    let mut url = to(page).map_err(Error::Fetch)?;
    let mut trust = Trust::Stranger;
    if url.same_origin(typed) {
        // The login stays as long as the server does.
        url = to(typed).map_err(Error::Fetch)?;
        trust = Trust::ByHand;
    }
    let response = fetch.get(&Request::new(url.clone(), trust, Accept::Feed)).map_err(Error::Fetch)?;
    let (last, moved) = (response.url.clone(), response.moved.clone());
    let body = response.into_body().map_err(Error::Fetch)?;
    read(&url, &last, moved, &body).map_err(|why| Error::NoFeed { url, why })
}

fn read(asked: &Url, last: &Url, moved: Option<Url>, body: &Body) -> Result<Feed, NoFeed> {
    let address = last.address();
    let origin = Origin { url: Some(&address), charset: body.content_type.charset.as_deref() };
    let feed = feed::parse(&body.bytes, &origin)?.feed;
    let mut known_as = vec![asked.clone()];
    known_as.extend(moved.clone());
    known_as.push(last.clone());
    Ok(Feed {
        url: moved.unwrap_or_else(|| asked.clone()),
        known_as,
        title: feed.title,
        home: feed.home_url,
        n_entries: feed.entries.len(),
    })
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::collections::HashMap;

    use super::super::http::{Answer, Freshness, Response, Validators};
    use super::*;

    /// A web of a few pages, which remembers what it was asked, and how far it was
    /// trusted.
    struct Web {
        pages: HashMap<&'static str, Response>,
        asked: RefCell<Vec<(String, Trust)>>,
    }

    const FEED: &str = "<rss><channel><title>Harbor</title><item><title>x</title></item></channel></rss>";

    impl Web {
        fn new(pages: &[(&'static str, &str)]) -> Self {
            let pages = pages.iter().map(|(url, text)| {
                let body = Body { bytes: text.as_bytes().to_vec().into(), ..Body::default() };
                let response = Response {
                    answer: Answer::Body(body),
                    url: Url::parse(url).unwrap(),
                    moved: None,
                    validators: Validators::default(),
                    freshness: Freshness::default(),
                    retry_after: None,
                };
                (*url, response)
            });
            Self { pages: pages.collect(), asked: RefCell::default() }
        }

        /// What an address leads to, and what was asked after it.
        fn find(&self, url: &str) -> (String, Vec<(String, Trust)>) {
            let found = match find(self, &Url::parse(url).unwrap()) {
                Ok(Found::Feed(feed)) => format!("{} {} {}", feed.title, feed.n_entries, feed.url.reveal()),
                Ok(Found::Several { feeds, .. }) => {
                    feeds.into_iter().map(|it| it.url).collect::<Vec<_>>().join(" ")
                }
                Err(error) => error.to_string(),
            };
            (found, self.asked.borrow_mut().drain(..).skip(1).collect())
        }
    }

    impl Fetch for Web {
        fn get(&self, request: &Request) -> Result<Response, http::Error> {
            self.asked.borrow_mut().push((request.url.reveal(), request.trust));
            let url = request.url.clone();
            let found = self.pages.get(url.address().as_str()).cloned();
            Ok(found.unwrap_or_else(|| Response {
                answer: Answer::Failed { status: 404 },
                url,
                moved: None,
                validators: Validators::default(),
                freshness: Freshness::default(),
                retry_after: None,
            }))
        }
    }

    const ONE: &str = "<html><link rel=alternate type=application/rss+xml href=";

    #[test]
    fn a_page_that_names_one_feed_stands_for_it() {
        let page = format!("{ONE}/feed>");
        let web = Web::new(&[("http://nas/", &page), ("http://nas/feed", FEED)]);
        let asked = vec![("http://anna:word@nas/feed".to_owned(), Trust::ByHand)];
        // The login goes with it, since the server is the one that it was given for.
        assert_eq!(
            web.find("http://anna:word@nas/"),
            ("Harbor 1 http://anna:word@nas/feed".to_owned(), asked)
        );
    }

    #[test]
    fn a_feed_on_another_server_is_a_strangers() {
        let page = format!("{ONE}http://nas/feed>");
        let web = Web::new(&[("https://news.example/", &page), ("http://nas/feed", FEED)]);
        let (found, asked) = web.find("https://anna:word@news.example/");
        assert_eq!(found, "Harbor 1 http://nas/feed");
        assert_eq!(asked, [("http://nas/feed".to_owned(), Trust::Stranger)]);
    }

    #[test]
    fn several_feeds_are_for_somebody_to_choose_from() {
        let page = format!("{ONE}/a>{ONE}/b>");
        let (found, asked) = Web::new(&[("https://news.example/", &page)]).find("https://news.example/");
        assert_eq!(found, "https://news.example/a https://news.example/b");
        assert_eq!(asked, []);
    }

    #[test]
    fn where_no_feed_is_named_or_the_named_one_is_none_the_usual_places_are_tried() {
        for page in ["<html><p>x", &format!("{ONE}/gone>")] {
            let web =
                Web::new(&[("https://news.example/blog", page), ("https://news.example/rss.xml", FEED)]);
            let (found, asked) = web.find("https://news.example/blog");
            assert_eq!(found, "Harbor 1 https://news.example/rss.xml");
            assert_eq!(asked.last().unwrap().0, "https://news.example/rss.xml");
            assert!(asked.len() < 10, "{asked:?}");
        }
        let (found, _) = Web::new(&[("https://news.example/", "<html>")]).find("https://news.example/");
        assert_eq!(
            found,
            "cannot follow `https://news.example/`: it names no feed, and none lies where feeds usually do"
        );
    }

    #[test]
    fn what_is_neither_feed_nor_page_is_told() {
        let web = Web::new(&[("https://news.example/a", "some words"), ("https://news.example/b", "")]);
        for (path, told) in [
            ("a", "cannot follow `https://news.example/a`: it is no feed"),
            ("b", "cannot follow `https://news.example/b`: it is empty"),
            ("c", "cannot fetch `https://news.example/c`: the server answers 404: there is no such page"),
        ] {
            assert_eq!(web.find(&format!("https://news.example/{path}")).0, told);
        }
    }
}
