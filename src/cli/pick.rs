//! Articles as arguments name them: by path, as standard input, by address, or
//! by the beginning of an id.

use std::path::Path;

use super::args::Which;
use super::session::{Session, chain};
use crate::article::ArticleId;
use crate::source::http::{Trust, Url};
use crate::source::{self, Item};

/// The articles that the arguments name, in their order. What names none is
/// told and left out.
pub(super) fn pick(session: &mut Session, which: &Which) -> Vec<Item> {
    let mut known = None;
    let mut picked = Vec::new();
    for argument in &which.articles {
        if let Some(url) = address(argument) {
            picked.extend(fetch(session, url));
            continue;
        }
        if let Some(id) = beginning(argument) {
            let known = known.get_or_insert_with(|| know(session, which));
            picked.extend(find(session, known, &id));
            continue;
        }
        let (gathered, problems) = source::gather(std::slice::from_ref(argument));
        for problem in problems {
            session.fail(&chain(&problem));
        }
        picked.extend(gathered.items);
    }
    picked
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

/// All articles among which an id is looked for, each once.
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
    match found.as_slice() {
        [(_, item)] => Some(item.clone()),
        [] => {
            session.fail(&format!("there is no file `{id}`, and no article whose id begins so"));
            None
        }
        several => {
            let ids: Vec<&str> = several.iter().take(5).map(|(id, _)| id.as_str()).collect();
            let n = several.len();
            session.fail(&format!("the ids of {n} articles begin with `{id}`: {}", ids.join(", ")));
            None
        }
    }
}
