//! Feeds asked in the background: by hand, by the clock, and the pages behind
//! articles.

use super::browse::hint;
use super::command::Command;
use super::effect::{Effect, Timer, Wanted};
use super::model::Model;
use super::{page_options, tell, toast};
use crate::article::{ArticleId, Row};

/// What the screen shows of a refresh changes no more often: five times a second.
const STEP_MILLIS: u64 = 200;

/// How asking feeds stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Refresh {
    /// Minutes after which feeds are asked by themselves; 0 for never.
    every: u32,
    running: Option<Running>,
    /// When the last refresh was over, in seconds since 1970.
    last: Option<i64>,
    /// Whether a timer runs until the screen may show how far it is.
    stepping: bool,
    /// Whether a timer runs until feeds are due.
    waiting: bool,
    /// Articles whose pages are being fetched.
    pages: Vec<ArticleId>,
}

/// A refresh that goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Running {
    by_hand: bool,
    /// Whether somebody asked for one by hand while the clock's went on.
    again: bool,
    done: usize,
    of: usize,
}

/// How a refresh ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refreshed {
    /// Feeds were asked, as far as they may be.
    Done {
        /// Feeds that were asked; the others had been asked a moment ago, or are not due.
        asked: usize,
        /// Articles that are new or say something else than before.
        fresh: usize,
        /// What is worth knowing though nothing failed: feeds that have moved.
        notices: Vec<String>,
        /// What failed, a line for each.
        problems: Vec<String>,
        /// Milliseconds until a feed is due again.
        due_in: u64,
    },
    /// No feeds are followed.
    NoFeeds,
    /// Another kabar is asking them.
    Another,
    /// The library failed, or its folder; in words for people.
    Failed(String),
}

impl Refresh {
    /// Feeds are asked by themselves after so many minutes; 0 for never.
    pub(super) fn every(minutes: u32) -> Self {
        Self { every: minutes, ..Self::default() }
    }

    /// How many feeds are done with, and of how many; `None` while none are asked.
    pub fn progress(&self) -> Option<(usize, usize)> {
        self.running.map(|it| (it.done, it.of))
    }

    /// When the last refresh was over, in seconds since 1970; `None` where there
    /// was none since the reader started.
    pub fn last(&self) -> Option<i64> {
        self.last
    }
}

/// What a reader of files alone is about has no feeds.
fn has_feeds(model: &Model) -> bool {
    model.scope.is_empty()
}

/// The reader starts: what is due is asked.
pub(super) fn start(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.refresh.every > 0 {
        begin(model, false, effects);
    }
}

/// Asks the feeds: somebody wants it, or they are due. While they are being asked,
/// asking for it again asks nobody.
pub(super) fn begin(model: &mut Model, by_hand: bool, effects: &mut Vec<Effect>) {
    if !has_feeds(model) {
        return;
    }
    if let Some(running) = &mut model.refresh.running {
        // The clock asks for less than a person does.
        running.again |= by_hand && !running.by_hand;
    } else {
        model.refresh.running = Some(Running { by_hand, again: false, done: 0, of: 0 });
        effects.push(Effect::Refresh { by_hand });
    }
}

/// So many feeds are done with. The screen shows it when it is time to.
pub(super) fn came(model: &mut Model, done: usize, of: usize, effects: &mut Vec<Effect>) {
    if let Some(running) = &mut model.refresh.running {
        (running.done, running.of) = (done, of);
        step(model, effects);
    }
}

/// Something was written into the library. Says whether that waits: while feeds
/// are asked each of them writes.
pub(super) fn holds_arrivals(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let holds = model.refresh.running.is_some();
    if holds {
        step(model, effects);
    }
    holds
}

fn step(model: &mut Model, effects: &mut Vec<Effect>) {
    if !std::mem::replace(&mut model.refresh.stepping, true) {
        effects.push(Effect::After { millis: STEP_MILLIS, timer: Timer::Refreshing });
    }
}

/// It is time to show how far the refresh is, and what came.
pub(super) fn stepped(model: &mut Model) {
    model.refresh.stepping = false;
    model.list.arrived();
    model.count = true;
}

/// It is time to ask what is due.
pub(super) fn due(model: &mut Model, effects: &mut Vec<Effect>) {
    model.refresh.waiting = false;
    begin(model, false, effects);
}

/// The refresh is over.
pub(super) fn ended(model: &mut Model, how: Refreshed, effects: &mut Vec<Effect>) {
    let running = model.refresh.running.take();
    model.ahead.forget();
    let by_hand = running.is_some_and(|it| it.by_hand);
    model.list.arrived();
    model.count = true;
    let every = u64::from(model.refresh.every) * 60_000;
    let mut wait = every;
    match how {
        Refreshed::Done { asked, fresh, notices, problems, due_in } => {
            wait = wait.max(due_in);
            model.refresh.last = Some(model.now);
            model.messages.extend(notices);
            tell_failed(model, by_hand, &problems, effects);
            if by_hand && problems.is_empty() && fresh == 0 {
                let text = if asked == 0 { "the feeds were asked a moment ago" } else { "nothing new" };
                toast(model, text.to_owned(), effects);
            }
        }
        // By themselves feeds are asked in silence: nobody did anything that failed.
        _ if !by_hand => {}
        Refreshed::NoFeeds => {
            toast(model, "no feeds are followed yet: `kabar add URL` follows one".to_owned(), effects);
        }
        Refreshed::Another => {
            toast(model, "another kabar is refreshing the feeds".to_owned(), effects);
        }
        Refreshed::Failed(why) => tell(model, why, effects),
    }
    if every > 0 && !std::mem::replace(&mut model.refresh.waiting, true) {
        effects.push(Effect::After { millis: wait, timer: Timer::Due });
    }
    if running.is_some_and(|it| it.again) {
        begin(model, true, effects);
    }
}

/// Keeps what failed for `messages`, and says so to whoever asked for it.
fn tell_failed(model: &mut Model, by_hand: bool, problems: &[String], effects: &mut Vec<Effect>) {
    let Some(last) = problems.last() else { return };
    model.messages.extend_from_slice(problems);
    if by_hand {
        let key = model.keymap.first(Command::Messages);
        let text = match (problems.len(), key) {
            (1, _) | (_, None) => last.clone(),
            (n, Some(key)) => format!("{n} feeds failed · {key} shows them"),
        };
        toast(model, text, effects);
    }
}

/// Fetches the page behind an article.
pub(super) fn full_text(model: &mut Model, row: Option<&Row>, effects: &mut Vec<Effect>) {
    let Some(header) = row.map(|it| &it.header) else {
        return toast(model, hint(model, "no article is open", Command::Open), effects);
    };
    if header.url.is_none() {
        return toast(model, "this article has no link of its own".to_owned(), effects);
    }
    if !model.refresh.pages.contains(&header.id) {
        model.refresh.pages.push(header.id);
        effects.push(Effect::FullText(header.id));
    }
    toast(model, "fetching the page …".to_owned(), effects);
}

/// A page came, or why there is none. `Ok(false)` where it says no more than what
/// was there.
pub(super) fn page_came(
    model: &mut Model,
    id: ArticleId,
    result: Result<bool, String>,
    effects: &mut Vec<Effect>,
) {
    model.refresh.pages.retain(|it| *it != id);
    match result {
        Ok(true) => {
            model.ahead.forget();
            model.list.read_again();
            model.count = true;
            // The place that is read stays: the page is set anew under it.
            if model.reader.id() == Some(id) {
                let updated = model.open.as_ref().is_some_and(|it| it.updated);
                let page = page_options(model, model.reader.raw(), updated);
                effects.push(Effect::Load(Wanted { id, page }));
            }
            toast(model, "this is the full text".to_owned(), effects);
        }
        Ok(false) => toast(model, "the page says no more than this".to_owned(), effects),
        Err(why) => tell(model, format!("no full text: {why}"), effects),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::Options;
    use crate::app::msg::Msg;
    use crate::app::{start, update};

    fn model(every: u32) -> Model {
        Model::new(Options::default(), crate::app::keymap::Keymap::default()).refreshing_every(every)
    }

    fn done(problems: &[&str], due_in: u64) -> Msg {
        let problems = problems.iter().map(|it| (*it).to_owned()).collect();
        Msg::Refreshed(Refreshed::Done { asked: 1, fresh: 0, notices: Vec::new(), problems, due_in })
    }

    /// What is asked of the network and of the clock.
    fn asked(effects: Vec<Effect>) -> Vec<Effect> {
        let about = |it: &Effect| {
            matches!(it, Effect::Refresh { .. } | Effect::After { timer: Timer::Due | Timer::Refreshing, .. })
        };
        effects.into_iter().filter(about).collect()
    }

    #[test]
    fn feeds_are_asked_at_the_start_and_then_when_the_first_is_due() {
        let mut it = model(30);
        assert_eq!(asked(start(&mut it)), [Effect::Refresh { by_hand: false }]);
        for (due_in, millis) in [(0, 30 * 60_000), (7_200_000, 7_200_000)] {
            assert_eq!(
                asked(update(&mut it, done(&["Harbor: no"], due_in))),
                [Effect::After { millis, timer: Timer::Due }]
            );
            assert_eq!(it.toast(), None, "nobody asked");
            assert_eq!(asked(update(&mut it, Msg::Timer(Timer::Due))), [Effect::Refresh { by_hand: false }]);
        }
        assert_eq!(it.messages(), ["Harbor: no", "Harbor: no"]);
    }

    #[test]
    fn without_minutes_in_the_config_nothing_is_asked_by_itself() {
        let mut it = model(0);
        assert_eq!(asked(start(&mut it)), []);
        let mut effects = Vec::new();
        begin(&mut it, true, &mut effects);
        assert_eq!(asked(effects), [Effect::Refresh { by_hand: true }]);
        assert_eq!(asked(update(&mut it, done(&[], 0))), []);
    }

    #[test]
    fn a_hundred_answers_in_a_moment_are_one_frame() {
        let mut it = model(0);
        begin(&mut it, true, &mut Vec::new());
        it.clean();
        let mut effects = Vec::new();
        for n in 1..=100 {
            effects.extend(update(&mut it, Msg::Arrived));
            effects.extend(update(&mut it, Msg::Refreshing { done: n, of: 200 }));
        }
        assert!(!it.is_dirty());
        assert_eq!(effects, [Effect::After { millis: STEP_MILLIS, timer: Timer::Refreshing }]);
        update(&mut it, Msg::Timer(Timer::Refreshing));
        assert!(it.is_dirty());
        assert_eq!(it.refresh().progress(), Some((100, 200)));
    }
}
