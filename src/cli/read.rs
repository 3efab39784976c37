//! `kabar` without a command: the reader.

use std::env;
use std::io::{self, IsTerminal as _};
use std::path::PathBuf;
use std::process::ExitCode;

use super::fetch::rules;
use super::session::{Session, chain, complain};
use super::shelf::{Shelf, scope, shelf};
use crate::app::model::Model;
use crate::app::sidebar::Saved;
use crate::config::Bidi;
use crate::shell::{self, Opened, Start, Wire};
use crate::store;
use crate::view::theme::Depth;

/// Runs the reader on these paths, or on what the config names where there are
/// none. What is wrong in config and journals is told inside.
pub(super) fn read(mut session: Session, paths: Vec<PathBuf>) -> ExitCode {
    if paths.iter().any(|it| it.as_os_str() == "-") && io::stdin().is_terminal() {
        complain("nothing comes in on standard input: pipe an article into `kabar -`");
        return ExitCode::from(2);
    }
    let notices = std::mem::take(&mut session.problems);
    // Whoever names one article wants to read it, not to see it in a list.
    let one = matches!(paths.as_slice(), [path] if !path.is_dir());
    let scope = scope(&paths);
    let (files, sources) = (session.paths.clone(), session.config.sources.clone());
    let open = move || -> Result<Opened, store::Error> {
        let Shelf { store, paths, told, failed, kept } = shelf(&files, &sources, paths)?;
        let notices = told.iter().map(|it| chain(it)).chain(failed.iter().map(|it| chain(it)));
        Ok(Opened { store, paths, kept, notices: notices.collect() })
    };
    let wire = Wire {
        proxies: session.config.proxies(variable),
        every: session.config.refresh_minutes,
        full_text: session.config.full_text,
        keep: rules(session.config.keep),
    };
    let mut options = session.config.options;
    if session.config.bidi == Bidi::Auto {
        options.reorder = !orders_itself(variable);
    }
    let saved = session.config.searches.into_iter();
    let searches = saved.map(|it| Saved { name: it.name, query: it.query }).collect();
    let model = Model::new(options, session.config.keymap)
        .within(scope)
        .with_searches(searches)
        .refreshing_every(wire.every);
    let start = Start {
        model: if one { model.opening_the_only_one() } else { model },
        theme: session.config.theme.at(depth(variable)),
        open: Box::new(open),
        wire,
        config: session.paths,
        notices,
        browser: variable("BROWSER"),
    };
    // Standard output is the reader's from here on.
    drop(session.out);
    match shell::run(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&chain(&error));
            ExitCode::from(2)
        }
    }
}

pub(super) fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|it| !it.is_empty())
}

/// How much color the terminal is to get: none where `NO_COLOR` is set to
/// anything (<https://no-color.org>) or the terminal is known to have none.
pub(super) fn depth(variable: impl Fn(&str) -> Option<String>) -> Depth {
    let term = variable("TERM").unwrap_or_default();
    let plain =
        term.starts_with("vt1") || term.starts_with("vt2") || term.ends_with("-m") || term.ends_with("-mono");
    if variable("NO_COLOR").is_some() || plain { Depth::Mono } else { Depth::Color }
}

/// Whether the terminal is known to put right-to-left text in visual order:
/// those on VTE since 0.58, Konsole, mlterm, Apple's Terminal
/// (<https://terminal-wg.pages.freedesktop.org/bidi/>).
fn orders_itself(variable: impl Fn(&str) -> Option<String>) -> bool {
    let vte = variable("VTE_VERSION").and_then(|it| it.parse::<u32>().ok()).is_some_and(|it| it >= 5800);
    let named = ["KONSOLE_VERSION", "MLTERM"].iter().any(|it| variable(it).is_some());
    vte || named || variable("TERM_PROGRAM").as_deref() == Some("Apple_Terminal")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set<'a>(name: &'a str, value: &'a str) -> impl Fn(&str) -> Option<String> + use<'a> {
        move |it| (it == name).then(|| value.to_owned())
    }

    #[test]
    fn color_is_left_out_where_nobody_wants_it_or_can_show_it() {
        assert_eq!(depth(set("NO_COLOR", "1")), Depth::Mono);
        assert_eq!(depth(set("TERM", "vt220")), Depth::Mono);
        assert_eq!(depth(set("TERM", "xterm-mono")), Depth::Mono);
        assert_eq!(depth(set("TERM", "xterm-256color")), Depth::Color);
    }

    #[test]
    fn terminals_that_order_right_to_left_text_are_left_to_it() {
        for (name, value, orders) in [
            ("VTE_VERSION", "7600", true),
            ("VTE_VERSION", "5402", false),
            ("KONSOLE_VERSION", "230800", true),
            ("TERM_PROGRAM", "Apple_Terminal", true),
            ("TERM_PROGRAM", "WezTerm", false),
        ] {
            assert_eq!(orders_itself(set(name, value)), orders, "{name}={value}");
        }
    }
}
