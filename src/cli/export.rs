//! `kabar export`: the feeds as OPML.

use std::fs;
use std::io::{self, Write as _};

use super::args::Export;
use super::followed;
use super::session::{Outcome, Session, complain};
use crate::article::Subscription;
use crate::extract::subscriptions::opml;
use crate::source::http::Url;
use crate::text::safe;

/// Writes all feeds. Addresses hold no login; where one holds what looks like a
/// secret, which it cannot be followed without, that is told.
pub(super) fn export(session: &mut Session, args: &Export) -> io::Result<Outcome> {
    let all = followed::followed(session);
    let named = all.into_iter().map(|it| Subscription { title: Some(it.name), ..it.subscription });
    let feeds: Vec<Subscription> = named.collect();
    let secrets = feeds.iter().filter(|it| Url::parse(&it.url).is_ok_and(|it| it.has_secret())).count();
    if secrets > 0 {
        let of =
            if secrets == 1 { "1 address holds".to_owned() } else { format!("{secrets} addresses hold") };
        complain(&format!("{of} what may be a secret: look before you pass the list on"));
    }
    let text = opml::write("Feeds of kabar", &feeds);
    match &args.output {
        Some(path) => {
            if let Err(error) = fs::write(path, text) {
                session.fail(&format!("cannot write `{}`: {error}", safe::line(&path.to_string_lossy())));
            }
        }
        None => session.out.write_all(text.as_bytes())?,
    }
    Ok(if feeds.is_empty() { Outcome::Nothing } else { Outcome::Fine })
}
