//! `kabar` without a command: the reader, or a list where nobody sees a screen.

use std::io;
use std::path::PathBuf;

use super::list;
use super::session::{Outcome, Session, chain};
use crate::app::model::Model;
use crate::shell::{self, Start};
use crate::state::State;
use crate::view::theme::Depth;

pub(super) fn read(session: &mut Session, paths: Vec<PathBuf>) -> io::Result<Outcome> {
    if !session.terminal {
        session.warn();
        return list::all(session, paths);
    }
    let paths = if paths.is_empty() { session.config.sources.clone() } else { paths };
    let (state, notices) = State::open(&session.paths.state(), &session.paths.data);
    let mut told = std::mem::take(&mut session.warnings);
    told.extend(notices.iter().map(|it| chain(it)));
    let config = session.config.clone();
    let depth = if session.color { Depth::Color } else { Depth::Mono };
    let start = Start {
        model: Model::new(config.options, config.keymap),
        theme: config.theme.at(depth),
        state,
        paths,
        notices: told,
        browser: std::env::var("BROWSER").ok().filter(|it| !it.is_empty()),
    };
    if let Err(error) = shell::run(start) {
        session.fail(&error.to_string());
    }
    Ok(Outcome::Fine)
}
