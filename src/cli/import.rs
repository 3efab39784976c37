//! `kabar import`: the feeds of other readers' lists.

use std::fs::File;
use std::io::{self, Read, Write as _};
use std::path::Path;

use super::args::Import;
use super::followed;
use super::session::{Outcome, Session, chain, complain};
use crate::article::Subscription;
use crate::config::feeds::Feeds;
use crate::config::{self, SavedSearch};
use crate::extract::subscriptions::{self, Form, List};
use crate::library::following::Following;
use crate::source::LARGEST;
use crate::source::http::Url;
use crate::text::safe;

/// Takes in lists in their order; `-` is standard input. What is not taken is told,
/// and stops nothing else.
pub(super) fn import(session: &mut Session, args: &Import) -> io::Result<Outcome> {
    let mut n_new = 0;
    for path in &args.files {
        let name = safe::line(&path.to_string_lossy()).into_owned();
        let list = read(path).map_err(|error| format!("cannot read `{name}`: {error}"));
        let list = list.and_then(|bytes| {
            subscriptions::read(&bytes)
                .map_err(|why| format!("cannot read `{name}` as a list of feeds: {why}"))
        });
        match list {
            Ok(list) => n_new += take(session, &name, list, args.local)?,
            Err(why) => session.fail(&why),
        }
    }
    followed::let_library_follow(session);
    Ok(if n_new > 0 { Outcome::Fine } else { Outcome::Nothing })
}

/// The bytes of a file or of standard input; an error where it is longer than
/// anything kabar reads. What is no file (a pipe, a device) is not waited for.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limited = |from: &mut dyn Read, bytes: &mut Vec<u8>| from.take(LARGEST + 1).read_to_end(bytes);
    if path.as_os_str() == "-" {
        limited(&mut io::stdin().lock(), &mut bytes)?;
    } else if path.metadata()?.is_file() {
        limited(&mut File::open(path)?, &mut bytes)?;
    } else {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no file"));
    }
    if bytes.len() as u64 > LARGEST {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "it is too large"));
    }
    Ok(bytes)
}

/// Takes in a list, and says what came of it; gives back how many feeds are new.
fn take(session: &mut Session, name: &str, list: List, local: bool) -> io::Result<usize> {
    let mut left_out: Vec<String> =
        list.left_out.iter().map(|it| format!("{}: {}", it.name, it.why)).collect();
    let mut feeds = Vec::new();
    for feed in list.feeds {
        // A list of one's own hand may name one's own machine; one that was
        // passed on may not, unless somebody says so.
        match address(session, &feed.url, local || list.form == Form::Urls) {
            Ok(url) => feeds.push(Subscription { url, ..feed }),
            Err(why) => left_out.push(why),
        }
    }
    let added = match Feeds::of(&session.paths).add(&feeds) {
        Ok(added) => added.len(),
        Err(error) => {
            session.fail(&chain(&error));
            return Ok(0);
        }
    };
    let mut n_searches = 0;
    for (name, query) in list.searches {
        match config::save_search(&session.paths, &SavedSearch { name: name.clone(), query }) {
            Ok(true) => n_searches += 1,
            Ok(false) => left_out.push(format!("search `{name}`: there is another one of that name")),
            Err(error) => session.fail(&chain(&error)),
        }
    }
    let mut parts = vec![format!("{added} new"), format!("{} there already", feeds.len() - added)];
    if n_searches > 0 {
        parts.push(format!("{n_searches} saved searches"));
    }
    if !left_out.is_empty() {
        parts.push(format!("{} not taken", left_out.len()));
    }
    writeln!(session.out, "{name}: {}", parts.join(", "))?;
    session.out.flush()?;
    for it in left_out {
        session.fail(&format!("not taken: {it}"));
    }
    if list.n_hidden > 0 {
        complain(&format!("{} feeds of `{name}` were hidden, and are shown now", list.n_hidden));
    }
    Ok(added)
}

/// The address of a feed without its login, which is kept apart.
fn address(session: &Session, text: &str, local: bool) -> Result<String, String> {
    let url = Url::parse(text).map_err(|bad| format!("{}: {}", bad.url, bad.fault))?;
    if url.is_local() && !local {
        let bare = url.split_login().0;
        return Err(format!("{bare}: its address is not public; `--local` takes it"));
    }
    let kept = Following::of(&session.paths).keep_login(&url);
    kept.map(|it| it.address()).map_err(|error| format!("{url}: {}", chain(&error)))
}
