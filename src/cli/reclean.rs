//! `kabar reclean`: stored articles, read again by the rules of today.

use std::collections::HashMap;
use std::io::{self, Write as _};

use super::args::Reclean;
use super::library;
use super::session::{Outcome, Session, at_once, chain, guarded};
use crate::app::document::Document;
use crate::article::Article;
use crate::extract::{self, Form, Hint};
use crate::store::{Error, Original, Originals, Store, Taken};
use crate::text::boilerplate::furniture::{Furniture, Tally};

/// How many articles are read at a time: originals are held unpacked.
const BATCH: usize = 64;

pub(super) fn reclean(session: &mut Session, args: &Reclean) -> io::Result<Outcome> {
    let Some(mut store) = library::open(session) else { return Ok(Outcome::Nothing) };
    match run(session, &mut store, args.all) {
        Ok((0, _)) => {
            let empty = store.tally().is_ok_and(|it| it.all == 0);
            if !empty {
                writeln!(session.out, "every article was read by the rules of today")?;
            }
            Ok(if empty { Outcome::Nothing } else { Outcome::Fine })
        }
        Ok((n, changed)) => {
            writeln!(session.out, "{n} articles read again, {changed} of them otherwise than before")?;
            Ok(Outcome::Fine)
        }
        Err(error) => {
            library::tell(session, store, &error);
            Ok(Outcome::Nothing)
        }
    }
}

/// How many articles were read again, and how many read otherwise now. What is
/// done is done if it is broken off: the next time goes on from there.
fn run(session: &mut Session, store: &mut Store, all: bool) -> Result<(usize, usize), Error> {
    let furniture = learn(store)?;
    // What stands in many articles of a source was no furniture when the first of
    // them were read.
    let all = all || furniture.values().any(|it| !it.is_empty());
    let (mut n, mut changed, mut last) = (0, 0, None);
    loop {
        let Originals { originals, problems, last: end } = store.originals(last, BATCH, all)?;
        for problem in problems {
            session.fail(&chain(&problem));
        }
        let Some(end) = end else { break };
        last = Some(end);
        let mut batch = Vec::new();
        for result in at_once(&originals, |it| guarded(&it.source, || Ok(again(it, &furniture)))) {
            match result {
                Ok(taken) => batch.push(taken),
                Err(why) => session.fail(&why),
            }
        }
        n += batch.len();
        changed += store.reclean(&batch)?;
    }
    Ok((n, changed))
}

/// What stands in many articles of each source, as they were read last: what rules
/// of today take out of them besides is not there to be learned.
fn learn(store: &Store) -> Result<HashMap<String, Furniture>, Error> {
    let mut tallies: HashMap<String, Tally> = HashMap::new();
    let mut last = None;
    loop {
        let Originals { originals, last: end, .. } = store.originals(last, BATCH, true)?;
        let Some(end) = end else { break };
        last = Some(end);
        for original in &originals {
            if let Some(article) = store.article(original.id)? {
                tallies.entry(site(&article, &original.source)).or_default().add(&article);
            }
        }
    }
    Ok(tallies.into_iter().map(|(site, it)| (site, it.furniture())).collect())
}

/// Who furnished an article: the host of its address, or of the feed or page that it
/// was found in, or the folder.
fn site(article: &Article, source: &str) -> String {
    let host = |it: &str| {
        let (scheme, rest) = it.split_once("://")?;
        let host = rest.split(['/', '?', '#']).next().filter(|_| scheme.starts_with("http"))?;
        Some(host.trim_start_matches("www.").to_lowercase())
    };
    let folder = || source.rsplit_once(['/', '\\']).map_or("", |it| it.0).to_owned();
    article.url.as_deref().and_then(host).or_else(|| host(source)).unwrap_or_else(folder)
}

fn again(original: &Original, furniture: &HashMap<String, Furniture>) -> Taken {
    let hint = Hint { name: original.name.clone(), form: Form::of_name(&original.name), ..Hint::default() };
    let mut article = extract::extract(&original.bytes, &hint).article;
    // Whatever the rules of today would make of it: marks are kept by its id.
    article.id = original.id;
    if let Some(it) = furniture.get(&site(&article, &original.source)) {
        it.mark(&mut article);
    }
    let document = Document::new(article);
    let mut header = document.header();
    header.source.clone_from(&original.source);
    let bytes = (original.name.as_str(), original.bytes.as_slice());
    Taken::tagged(header, &document.article, &document.analysis, bytes, None, &original.tags)
}
