//! `kabar reclean`: stored articles, read again by the rules of today.

use std::io::{self, Write as _};

use super::library;
use super::session::{Outcome, Session, at_once, guarded};
use crate::app::document::Document;
use crate::extract::{self, Form, Hint};
use crate::store::{Error, Original, Store, Taken};

/// How many articles are read at a time: originals are held unpacked.
const BATCH: usize = 64;

pub(super) fn reclean(session: &mut Session) -> io::Result<Outcome> {
    let Some(mut store) = library::open(session) else { return Ok(Outcome::Nothing) };
    match all(session, &mut store) {
        Ok((0, _)) => Ok(Outcome::Nothing),
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

/// How many articles there are, and how many read otherwise now.
fn all(session: &mut Session, store: &mut Store) -> Result<(usize, usize), Error> {
    let wrong = store.check()?;
    for it in &wrong {
        session.fail(&format!("the library does not hold together: {it}"));
    }
    let (mut n, mut changed, mut last) = (0, 0, None);
    while wrong.is_empty() {
        let originals = store.originals(last, BATCH)?;
        let Some(end) = originals.last() else { break };
        last = Some(end.id);
        let mut batch = Vec::new();
        for result in at_once(&originals, |it| guarded(&it.source, || Ok(again(it)))) {
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

fn again(original: &Original) -> Taken {
    let hint = Hint { name: original.name.clone(), form: Form::of_name(&original.name), ..Hint::default() };
    let mut article = extract::extract(&original.bytes, &hint).article;
    // Whatever the rules of today would make of it: marks are kept by its id.
    article.id = original.id;
    let document = Document::new(article);
    let mut header = document.header();
    header.source.clone_from(&original.source);
    Taken::new(header, &document.article, &document.analysis, (&original.name, &original.bytes), None)
}
