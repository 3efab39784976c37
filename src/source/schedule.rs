//! When a feed is asked, and what is remembered of it until the next time.
//!
//! Pure: the time and the dice are passed in, so that each rule of politeness is a
//! test. Times are in milliseconds since 1970, as in [`Poll`].

use std::collections::HashMap;

use super::http::{Accept, Answer, Request, Response, Trust, Url, Validators};
use crate::article::Poll;
use crate::extract::feed::Feed;

const SECOND: u64 = 1_000;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// How often a feed is asked by itself where nobody says otherwise, in minutes:
/// what those who run servers ask for (<https://rachelbythebay.com/fs/help.html>).
pub const EVERY: u32 = 60;

/// Who asks every hour by the clock comes a little early at times: he does not
/// wait for another hour because of that.
const EARLY: u64 = MINUTE;
/// A feed that never gives anything to ask with, and says nothing of when to ask,
/// is sent as a whole each time (same source).
const WITHOUT_VALIDATORS: u64 = DAY;
/// Somebody who presses a key twice means once.
const BY_HAND: u64 = 5 * MINUTE;
/// Caches say of everything that it is fresh for a year.
const LONGEST_FRESH: u64 = DAY;
/// What a feed or a busy server asks for itself is believed for longer.
const LONGEST_ASKED_FOR: u64 = 7 * DAY;
/// Failures in a row double the wait from an hour to a day.
const FIRST_BACK_OFF: u64 = HOUR;
const LONGEST_BACK_OFF: u64 = DAY;
/// How far the hours and days that a feed skips can put it off.
const LONGEST_SKIPPED: u64 = 8 * DAY;
/// Nothing is put off for longer: what says so was written under another clock.
const LONGEST: u64 = LONGEST_ASKED_FOR + LONGEST_SKIPPED;
/// A clock that is set right moves less.
const CLOCK_SLACK: u64 = HOUR;
/// So often in a row a feed must say the same new address: servers that are set up
/// wrong redirect everything for a day.
const STABLE: u32 = 3;

/// Who wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The clock: what is due is asked.
    Due,
    /// A person: at once, but for what was just asked and servers that want to be
    /// left alone.
    ByHand,
    /// A person who insists: also what was just asked. Busy servers are left alone
    /// all the same.
    Forced,
    /// A person who does not believe what is known: also what is gone, and without
    /// asking whether anything changed.
    Anew,
}

/// Why a feed is not asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// Not before this time.
    Until(u64),
    /// The server wants to be left alone until then.
    Barred(u64),
    /// Never again by itself: it is gone for good.
    Gone,
}

/// Whether a feed may be asked now. `barred` is what [`bars`] says of its host.
pub fn may_ask(poll: &Poll, wish: Wish, barred: u64, now: u64) -> Result<(), Wait> {
    if poll.gone && wish != Wish::Anew {
        return Err(Wait::Gone);
    }
    // Asked in the future: the clock was another one, and what was put off by it
    // says nothing.
    let believable = |time: u64| {
        (poll.asked <= now.saturating_add(CLOCK_SLACK) && time <= now.saturating_add(LONGEST)).then_some(time)
    };
    let barred = believable(poll.barred).unwrap_or(0).max(barred);
    if barred > now {
        return Err(Wait::Barred(barred));
    }
    let until = match wish {
        Wish::Due => poll.next.max(out_of_skipped(poll, now)),
        Wish::ByHand if poll.asked > 0 => poll.asked.saturating_add(BY_HAND),
        Wish::ByHand | Wish::Forced | Wish::Anew => 0,
    };
    match believable(until).filter(|it| *it > now) {
        Some(until) => Err(Wait::Until(until)),
        None => Ok(()),
    }
}

/// Until when hosts want to be left alone: whoever asked for it of one feed means
/// all of them.
pub fn bars<'a>(polls: impl IntoIterator<Item = (&'a str, &'a Poll)>, now: u64) -> HashMap<String, u64> {
    let mut bars = HashMap::new();
    for (url, poll) in polls {
        let Some(url) = Url::parse(url).ok() else { continue };
        let believable =
            poll.asked <= now.saturating_add(CLOCK_SLACK) && poll.barred <= now.saturating_add(LONGEST);
        if poll.barred > now && believable {
            let bar: &mut u64 = bars.entry(url.host().to_owned()).or_default();
            *bar = poll.barred.max(*bar);
        }
    }
    bars
}

/// The question to ask: with what the last answer gave to ask with.
pub fn request(url: Url, poll: &Poll, wish: Wish) -> Request {
    let mut request = Request::new(url, Trust::ByHand, Accept::Feed);
    if wish != Wish::Anew {
        request.validators = validators(poll);
        request.validators_of = poll.validators_of.as_deref().and_then(|it| Url::parse(it).ok());
    }
    request
}

fn validators(poll: &Poll) -> Validators {
    Validators { etag: poll.etag.clone(), last_modified: poll.last_modified.clone() }
}

/// Where a feed has moved to, once that has proved to be so: the same address in
/// answer to three questions, each time with a feed at its end.
pub fn moved_for_good(poll: &Poll) -> Option<&str> {
    poll.moved.as_ref().filter(|(_, times)| *times >= STABLE).map(|(to, _)| to.as_str())
}

/// A question that was asked, and what is known of the feed from before.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub request: &'a Request,
    pub poll: &'a Poll,
    pub now: u64,
    /// How often feeds are asked by themselves, in minutes.
    pub every: u32,
    /// What the dice say, of 65,535: waits after failures are longer by up to a
    /// tenth, so that what failed at once is not asked again at once.
    pub dice: u16,
}

impl Asked<'_> {
    /// The answer was a feed. `body` tells its bytes from others; `whole` says
    /// that nothing of them was missing: else the server is not to be told that
    /// they are there, or it would never send the rest.
    pub fn brought(&self, response: &Response, feed: &Feed, body: String, whole: bool) -> Poll {
        let poll = Poll {
            ttl: feed.ttl,
            skip_hours: feed.skip_hours.clone(),
            // The feed counts its days from Monday, the poll from Sunday.
            skip_days: feed.skip_days.iter().map(|it| (it + 1) % 7).collect(),
            summaries: feed.carries_summaries().unwrap_or(self.poll.summaries),
            body: whole.then_some(body),
            ..self.poll.clone()
        };
        let mut poll = self.useful(poll, response);
        if !whole {
            (poll.etag, poll.last_modified, poll.validators_of) = (None, None, None);
        }
        poll
    }

    /// The answer was that nothing changed, or the same bytes again.
    pub fn unchanged(&self, response: &Response) -> Poll {
        self.useful(self.poll.clone(), response)
    }

    /// The answer was of no use: what is known stays as it is.
    pub fn refused(&self, response: &Response, problem: String) -> Poll {
        let mut poll = self.failed(problem);
        match response.answer {
            Answer::Gone => poll.gone = true,
            Answer::Busy { status } => {
                let second = self.seconds();
                let said = response.retry_after.map(|it| it.wait(second));
                let fresh = || response.freshness.left(second).filter(|it| *it > 0);
                let said = said.or_else(|| fresh().filter(|_| status == 429));
                let said = said.map(|it| it.saturating_mul(SECOND).min(LONGEST_ASKED_FOR));
                // A server that counts questions is not asked by hand either.
                let wait = said.or_else(|| (status == 429).then(|| back_off(poll.failures)));
                poll.barred = self.now.saturating_add(wait.unwrap_or(0));
                poll.next = poll.next.max(poll.barred);
            }
            _ => {}
        }
        poll
    }

    /// There was no answer, or one that is no feed.
    pub fn failed(&self, problem: String) -> Poll {
        let failures = self.poll.failures.saturating_add(1);
        let wait = back_off(failures);
        let spread = wait / 10 * u64::from(self.dice) / u64::from(u16::MAX);
        Poll {
            asked: self.now,
            next: self.now.saturating_add(wait + spread),
            failures,
            problem: Some(problem),
            ..self.poll.clone()
        }
    }

    fn useful(&self, poll: Poll, response: &Response) -> Poll {
        let kept = response.validators_to_keep(&self.request.validators);
        let moved = response.moved.as_ref().map(Url::address);
        let mut poll = Poll {
            etag: kept.etag,
            last_modified: kept.last_modified,
            validators_of: Some(response.url.address()).filter(|it| *it != self.request.url.address()),
            asked: self.now,
            answered: self.now,
            barred: 0,
            failures: 0,
            problem: None,
            moved: moved.map(|to| {
                let before =
                    poll.moved.as_ref().filter(|(before, _)| *before == to).map_or(0, |(_, times)| *times);
                (to, before.saturating_add(1))
            }),
            gone: false,
            ..poll
        };
        let fresh = response.freshness.left(self.seconds());
        let fresh = fresh.map(|it| it.saturating_mul(SECOND).min(LONGEST_FRESH));
        let ttl = poll.ttl.map(|it| u64::from(it).saturating_mul(MINUTE).min(LONGEST_ASKED_FOR));
        let said = fresh.max(ttl).filter(|it| *it > 0);
        let without = poll.etag.is_none() && poll.last_modified.is_none() && said.is_none();
        let every = (u64::from(self.every) * MINUTE).max(BY_HAND);
        let own = if without { every.max(WITHOUT_VALIDATORS) } else { every };
        let wait = own.saturating_sub(EARLY).max(said.unwrap_or(0));
        poll.next = out_of_skipped(&poll, self.now.saturating_add(wait));
        poll
    }

    /// The time in seconds, as headers count it.
    fn seconds(&self) -> i64 {
        i64::try_from(self.now / SECOND).unwrap_or(i64::MAX)
    }
}

fn back_off(failures: u32) -> u64 {
    FIRST_BACK_OFF.checked_shl(failures.saturating_sub(1).min(16)).unwrap_or(u64::MAX).min(LONGEST_BACK_OFF)
}

/// The first moment from `time` on at which the feed may be asked by its
/// `skipHours` and `skipDays`; `time` itself where it leaves none.
fn out_of_skipped(poll: &Poll, time: u64) -> u64 {
    let skipped = |time: u64| {
        let hour = time / HOUR % 24;
        // 1970 began on a Thursday, the fourth day from Sunday.
        let day = (time / DAY + 4) % 7;
        poll.skip_hours.iter().any(|it| u64::from(*it) == hour)
            || poll.skip_days.iter().any(|it| u64::from(*it) == day)
    };
    if !skipped(time) {
        return time;
    }
    let hour = time - time % HOUR;
    (1..=LONGEST_SKIPPED / HOUR).map(|n| hour + n * HOUR).find(|it| !skipped(*it)).unwrap_or(time)
}

#[cfg(test)]
mod tests;
