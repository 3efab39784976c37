//! `kabar reclean`: stored articles, read again by the rules of today.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write as _};

use super::args::Reclean;
use super::library;
use super::session::{Outcome, Session, at_once, chain, guarded};
use crate::app::document::Document;
use crate::article::ArticleId;
use crate::extract::{self, Form, Hint};
use crate::store::{Error, Original, Originals, Store, Taken};
use crate::text::boilerplate::furniture::{Learned, Tally, site};

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
    let (learned, mut outdated) = learn(store)?;
    let (mut n, mut changed, mut last) = (0, 0, None);
    loop {
        let Originals { originals, problems, last: end } = store.originals(last, BATCH, all)?;
        for problem in problems {
            session.fail(&chain(&problem));
        }
        let Some(end) = end else { break };
        last = Some(end);
        for it in &originals {
            outdated.remove(&it.id);
        }
        put(session, store, &originals, &learned, (&mut n, &mut changed))?;
    }
    // What stands in many articles of a source was no furniture when the first of
    // them were read.
    let rest: Vec<ArticleId> = outdated.into_iter().collect();
    for ids in rest.chunks(BATCH) {
        let mut originals = Vec::new();
        for id in ids {
            match store.original(*id) {
                Ok(it) => originals.extend(it),
                Err(problem @ Error::Unreadable { .. }) => session.fail(&chain(&problem)),
                Err(error) => return Err(error),
            }
        }
        put(session, store, &originals, &learned, (&mut n, &mut changed))?;
    }
    store.keep_furniture(&learned)?;
    Ok((n, changed))
}

/// Reads articles again and puts them into the library, and counts them, and those
/// that read otherwise than before.
fn put(
    session: &mut Session,
    store: &mut Store,
    originals: &[Original],
    learned: &Learned,
    (n, changed): (&mut usize, &mut usize),
) -> Result<(), Error> {
    let mut batch = Vec::new();
    for result in at_once(originals, |it| guarded(&it.source, || Ok(again(it, learned)))) {
        match result {
            Ok(taken) => batch.push(taken),
            Err(why) => session.fail(&why),
        }
    }
    *n += batch.len();
    *changed += store.reclean(&batch)?;
    Ok(())
}

/// What stands in many articles of each source, as they were read last: what rules
/// of today take out of them besides is not there to be learned. With the articles of
/// sources of which it is not what was learned before.
fn learn(store: &Store) -> Result<(Learned, HashSet<ArticleId>), Error> {
    let mut sites: HashMap<String, (Tally, Vec<ArticleId>)> = HashMap::new();
    let mut last = None;
    loop {
        let Originals { originals, last: end, .. } = store.originals(last, BATCH, true)?;
        let Some(end) = end else { break };
        last = Some(end);
        for original in &originals {
            if let Some(article) = store.article(original.id)? {
                let (tally, ids) = sites.entry(site(&article, &original.source)).or_default();
                tally.add(&article);
                ids.push(original.id);
            }
        }
    }
    let before = store.furniture()?;
    let mut changed = HashSet::new();
    let learned = sites.into_iter().map(|(site, (tally, ids))| {
        let known = before.of(&site).cloned().unwrap_or_default();
        // Of a few articles nothing is learned, and nothing forgotten.
        let furniture = if tally.is_enough() { tally.furniture() } else { known.clone() };
        if furniture != known {
            changed.extend(ids);
        }
        (site, furniture)
    });
    Ok((learned.collect(), changed))
}

fn again(original: &Original, learned: &Learned) -> Taken {
    let hint = Hint { name: original.name.clone(), form: Form::of_name(&original.name), ..Hint::default() };
    let mut article = extract::extract(&original.bytes, &hint);
    // Whatever the rules of today would make of it: marks are kept by its id.
    article.id = original.id;
    learned.mark(&mut article, &original.source);
    let document = Document::new(article);
    let mut header = document.header();
    header.source.clone_from(&original.source);
    let bytes = (original.name.as_str(), original.bytes.as_slice());
    Taken::tagged(header, &document.article, &document.analysis, bytes, None, &original.tags)
}
