//! Articles as arguments name them: by path, as standard input, by address, or
//! by the beginning of an id.

use std::path::Path;

use super::args::Which;
use super::library;
use super::session::{Session, chain};
use crate::app::document::Document;
use crate::article::ArticleId;
use crate::source::http::{Trust, Url};
use crate::source::{self, Item};
use crate::store::Store;

/// What arguments name, in their order.
pub(super) struct Picked {
    pub(super) articles: Vec<Pick>,
    /// What ids are looked for in, where there were any.
    store: Option<Store>,
}

/// One article that was named.
pub(super) enum Pick {
    Item(Item),
    /// It is in the library.
    Stored(ArticleId),
}

impl Picked {
    /// Reads one of them; `None` where that fails, which is told.
    pub(super) fn document(&self, session: &mut Session, pick: &Pick) -> Option<Document> {
        match pick {
            Pick::Item(item) => session.document(item),
            Pick::Stored(id) => library::document(session, self.store.as_ref()?, *id),
        }
    }
}

impl Pick {
    /// Its id; nothing is read where it is known. `None` where reading fails, which
    /// is told.
    pub(super) fn id(&self, session: &mut Session) -> Option<ArticleId> {
        match self {
            Self::Item(item) => session.document(item).map(|it| it.article.id),
            Self::Stored(id) => Some(*id),
        }
    }
}

/// The articles that the arguments name. What names none is told and left out.
pub(super) fn pick(session: &mut Session, which: &Which) -> Picked {
    let (mut known, mut store) = (None, None);
    let mut articles = Vec::new();
    for argument in &which.articles {
        if let Some(url) = address(argument) {
            articles.extend(fetch(session, url).map(Pick::Item));
            continue;
        }
        if let Some(id) = beginning(argument) {
            articles.extend(if which.within.is_empty() {
                let store = store.get_or_insert_with(|| library::open_with(session, &[]));
                store.as_ref().and_then(|it| look_up(session, it, &id)).map(Pick::Stored)
            } else {
                let known = known.get_or_insert_with(|| know(session, which));
                find(session, known, &id).map(Pick::Item)
            });
            continue;
        }
        let (gathered, problems) = source::gather(std::slice::from_ref(argument));
        for problem in problems {
            session.fail(&chain(&problem));
        }
        articles.extend(gathered.items.into_iter().map(Pick::Item));
    }
    Picked { articles, store: store.flatten() }
}

/// The argument where it is an address.
pub(super) fn address(argument: &Path) -> Option<&str> {
    argument.to_str().filter(|it| Url::is_meant(it))
}

/// Asks for a page; what fails is told.
fn fetch(session: &mut Session, url: &str) -> Option<Item> {
    let fetched = match Url::parse(url) {
        Ok(url) => source::page(&**session.client(), url, Trust::ByHand).map_err(|it| chain(&it)),
        Err(bad) => Err(bad.to_string()),
    };
    fetched.map_err(|why| session.fail(&why)).ok()
}

/// The beginning of an id, where the argument can be one and is no file.
fn beginning(argument: &Path) -> Option<String> {
    let text = argument.to_str().filter(|it| *it != "-" && it.len() <= ArticleId::LEN)?;
    let is_one = !text.is_empty() && format!("{text:0<0$}", ArticleId::LEN).parse::<ArticleId>().is_ok();
    (is_one && !argument.exists()).then(|| text.to_ascii_lowercase())
}

/// All articles of the paths among which an id is looked for, each once.
fn know(session: &mut Session, which: &Which) -> Vec<(String, Item)> {
    let mut known = Vec::new();
    let items = session.gather(&which.within);
    // Nothing is written, so nothing can fail.
    let _ = session.read_each(&items, |_, item, document| {
        known.push((document.article.id.to_string(), item.clone()));
        Ok(())
    });
    // The same article may be stored twice: the first one that was found stands.
    known.sort_by(|(a, _), (b, _)| a.cmp(b));
    known.dedup_by(|(a, _), (b, _)| a == b);
    known
}

fn find(session: &mut Session, known: &[(String, Item)], id: &str) -> Option<Item> {
    let found: Vec<&(String, Item)> = known.iter().filter(|(it, _)| it.starts_with(id)).collect();
    only(session, id, &found, |it| it.0.clone()).map(|it| it.1.clone())
}

/// The article of the library whose id begins so.
fn look_up(session: &mut Session, store: &Store, id: &str) -> Option<ArticleId> {
    match store.beginning(id, usize::MAX) {
        Ok(found) => only(session, id, &found, ToString::to_string).copied(),
        Err(error) => {
            session.fail(&chain(&error));
            None
        }
    }
}

/// The only one that was found; none and several are told.
fn only<'a, T>(
    session: &mut Session,
    id: &str,
    found: &'a [T],
    name: impl Fn(&T) -> String,
) -> Option<&'a T> {
    match found {
        [one] => Some(one),
        [] => {
            session.fail(&format!("there is no file `{id}`, and no article whose id begins so"));
            None
        }
        several => {
            let ids: Vec<String> = several.iter().take(5).map(name).collect();
            let n = several.len();
            session.fail(&format!("the ids of {n} articles begin with `{id}`: {}", ids.join(", ")));
            None
        }
    }
}
