use super::*;
use crate::article::Date;
use crate::source::http::{Body, Expires, Freshness, RetryAfter};

/// 2026-11-14T12:00:00Z, a Saturday.
const NOW: u64 = 1_794_657_600_000;

fn url(text: &str) -> Url {
    Url::parse(text).unwrap()
}

fn response(answer: Answer) -> Response {
    Response {
        answer,
        url: url("https://news.example/feed"),
        moved: None,
        validators: Validators::default(),
        freshness: Freshness::default(),
        retry_after: None,
    }
}

fn ok() -> Response {
    let validators = Validators { etag: Some("\"a\"".into()), last_modified: Some("L".into()) };
    Response { validators, ..response(Answer::Body(Body::default())) }
}

fn fresh(response: Response, seconds: u64) -> Response {
    Response { freshness: Freshness { max_age: Some(seconds), ..Freshness::default() }, ..response }
}

fn ask<R>(poll: &Poll, wish: Wish, now: u64, then: impl FnOnce(&Asked<'_>) -> R) -> R {
    let request = request(url("https://news.example/feed"), poll, wish);
    then(&Asked { request: &request, poll, now, every: EVERY, dice: 0 })
}

/// What is known after a feed was brought.
fn brought(poll: &Poll, response: &Response, feed: &Feed) -> Poll {
    ask(poll, Wish::Due, NOW, |it| it.brought(response, feed, "b".into(), true))
}

fn asked_again_after(poll: &Poll) -> u64 {
    let due = |minutes: u64| may_ask(poll, Wish::Due, 0, NOW + minutes * MINUTE).is_ok();
    (0..=20 * 24 * 60).find(|minutes| due(*minutes)).unwrap()
}

mod validators {
    use super::*;

    fn sent(poll: &Poll) -> (Option<String>, Option<String>) {
        let it = request(url("https://news.example/feed"), poll, Wish::Due).validators;
        (it.etag, it.last_modified)
    }

    #[test]
    fn c1_c8_of_the_first_answer_are_sent_with_the_second_question() {
        let poll = brought(&Poll::default(), &ok(), &Feed::default());
        assert_eq!(sent(&poll), (Some("\"a\"".into()), Some("L".into())));
    }

    #[test]
    fn c4_c5_c6_c7_are_those_of_the_last_answer() {
        let before = brought(&Poll::default(), &ok(), &Feed::default());
        let with = |etag: Option<&str>, modified: Option<&str>, answer: Answer| Response {
            validators: Validators { etag: etag.map(Into::into), last_modified: modified.map(Into::into) },
            ..response(answer)
        };
        let body = || Answer::Body(Body::default());
        for (response, expected) in [
            (with(Some("\"b\""), None, Answer::NotModified), (Some("\"b\""), Some("L"))),
            (with(None, Some("M"), Answer::NotModified), (Some("\"a\""), Some("M"))),
            (with(Some("\"b\""), Some("L"), body()), (Some("\"b\""), Some("L"))),
            (with(None, Some("M"), body()), (None, Some("M"))),
        ] {
            let poll = ask(&before, Wish::Due, NOW, |it| it.unchanged(&response));
            let expected = (expected.0.map(str::to_owned), expected.1.map(str::to_owned));
            assert_eq!(sent(&poll), expected, "{response:?}");
        }
    }

    #[test]
    fn c9_are_not_kept_of_a_feed_that_is_not_whole() {
        let poll = ask(&Poll::default(), Wish::Due, NOW, |it| {
            it.brought(&ok(), &Feed::default(), "b".into(), false)
        });
        assert_eq!((sent(&poll), poll.body), ((None, None), None));
    }

    #[test]
    fn c9_c12_survive_answers_of_no_use() {
        let before = brought(&Poll::default(), &ok(), &Feed::default());
        let failed = ask(&before, Wish::Due, NOW, |it| it.failed("it is no feed".into()));
        assert_eq!(sent(&failed), sent(&before));
        for status in [404, 500] {
            let other = Response {
                validators: Validators { etag: Some("\"x\"".into()), last_modified: None },
                ..response(Answer::Failed { status })
            };
            let poll = ask(&failed, Wish::Due, NOW, |it| it.refused(&other, "broken".into()));
            assert_eq!(sent(&poll), sent(&before));
        }
    }

    #[test]
    fn c11_belong_to_the_address_that_gave_them() {
        let elsewhere = Response { url: url("https://other.example/feed"), ..ok() };
        let poll = brought(&Poll::default(), &elsewhere, &Feed::default());
        let next = request(url("https://news.example/feed"), &poll, Wish::Due);
        assert_eq!(next.validators_of, Some(url("https://other.example/feed")));
    }

    #[test]
    fn c14_are_left_out_only_where_somebody_asks_for_everything() {
        let poll = brought(&Poll::default(), &fresh(ok(), 0), &Feed::default());
        for (wish, conditional) in
            [(Wish::Due, true), (Wish::ByHand, true), (Wish::Forced, true), (Wish::Anew, false)]
        {
            let request = request(url("https://news.example/feed"), &poll, wish);
            assert_eq!(request.validators != Validators::default(), conditional, "{wish:?}");
        }
    }
}

mod times {
    use super::*;

    #[test]
    fn t1_t9_a_feed_is_asked_once_an_hour_and_one_without_validators_once_a_day() {
        for (response, minutes) in [
            (ok(), 59),
            (fresh(ok(), 0), 59),
            (fresh(ok(), 60), 59),
            (response(Answer::Body(Body::default())), 24 * 60 - 1),
            // It says itself how long.
            (fresh(response(Answer::Body(Body::default())), 7_200), 120),
        ] {
            let poll = brought(&Poll::default(), &response, &Feed::default());
            assert_eq!(asked_again_after(&poll), minutes, "{response:?}");
        }
    }

    #[test]
    fn t3_t4_what_is_fresh_is_not_asked_again_within_a_day() {
        let expires = |date: i64| Response {
            freshness: Freshness {
                expires: Some(Expires::At(Date::utc(date))),
                date: Some(Date::utc(0)),
                ..Freshness::default()
            },
            ..ok()
        };
        let both = Response {
            freshness: Freshness { max_age: Some(43_200), ..expires(3_600 * 20).freshness },
            ..ok()
        };
        for (response, minutes) in [
            (fresh(ok(), 43_200), 720),
            (expires(43_200), 720),
            (both, 720),
            (fresh(ok(), 31_536_000), 1_440),
            (expires(2_240_524_800), 1_440),
        ] {
            let poll = brought(&Poll::default(), &response, &Feed::default());
            assert_eq!(asked_again_after(&poll), minutes, "{response:?}");
            let same = fresh(Response { answer: Answer::NotModified, ..ok() }, 43_200);
            let poll = ask(&poll, Wish::Due, NOW, |it| it.unchanged(&same));
            assert_eq!(asked_again_after(&poll), 720);
        }
    }

    #[test]
    fn t5_t7_t8_the_longest_wait_that_is_asked_for_holds_up_to_a_week() {
        let feed = |ttl: u32| Feed { ttl: Some(ttl), ..Feed::default() };
        for (ttl, minutes) in [(180, 180), (5, 59), (1_000_000_000, 7 * 24 * 60)] {
            let poll = brought(&Poll::default(), &ok(), &feed(ttl));
            assert_eq!(asked_again_after(&poll), minutes, "{ttl}");
            // It holds for answers that do not repeat it.
            let poll = ask(&poll, Wish::Due, NOW, |it| it.unchanged(&response(Answer::NotModified)));
            assert_eq!(asked_again_after(&poll), minutes, "{ttl}");
        }
        let poll = brought(&Poll::default(), &fresh(ok(), 43_200), &feed(180));
        assert_eq!(asked_again_after(&poll), 720);
    }

    #[test]
    fn t5_t7_what_feeds_write_of_it_is_understood() {
        use crate::extract::feed::{Origin, parse};
        for (inside, ttl) in [
            ("<ttl>180</ttl>", Some(180)),
            ("<ttl>abc</ttl>", None),
            ("<ttl>-5</ttl>", None),
            ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", Some(720)),
            ("<ttl>60</ttl><sy:updatePeriod>daily</sy:updatePeriod>", Some(1_440)),
        ] {
            let text = format!("<rss><channel><title>Harbor</title>{inside}<item/></channel></rss>");
            assert_eq!(parse(text.as_bytes(), &Origin::default()).unwrap().feed.ttl, ttl, "{inside}");
        }
    }

    #[test]
    fn t6_hours_and_days_that_a_feed_skips_are_left_out() {
        // It is noon on a Saturday; days of a feed count from Monday.
        for (hours, days, minutes) in [
            (&[12][..], &[][..], 60),
            (&[12, 13, 14], &[], 180),
            (&[13], &[], 59),
            (&[], &[5], 720),
            (&[], &[5, 6], 720 + 1_440),
            // Who skips everything has skipped nothing.
            (&(0..24).collect::<Vec<u8>>(), &[], 59),
        ] {
            let feed = Feed { skip_hours: hours.to_vec(), skip_days: days.to_vec(), ..Feed::default() };
            let poll = brought(&Poll::default(), &ok(), &feed);
            assert_eq!(asked_again_after(&poll), minutes, "{hours:?} {days:?}");
        }
        // Overdue for days, and now is such an hour.
        let late = Poll { skip_hours: vec![12], asked: 1, ..Poll::default() };
        assert_eq!(may_ask(&late, Wish::Due, 0, NOW), Err(Wait::Until(NOW + HOUR)));
        assert_eq!(may_ask(&late, Wish::ByHand, 0, NOW), Ok(()));
    }

    #[test]
    fn t10_another_clock_freezes_nothing_and_starts_no_storm() {
        const YEARS: u64 = 10 * 365 * DAY;
        let poll = brought(&Poll::default(), &fresh(ok(), 3_600), &Feed::default());
        let ahead = ask(&Poll::default(), Wish::Due, NOW + YEARS, |it| {
            it.brought(&ok(), &Feed::default(), "b".into(), true)
        });
        assert_eq!(may_ask(&poll, Wish::Due, 0, NOW + YEARS), Ok(()));
        assert_eq!(may_ask(&ahead, Wish::Due, 0, NOW), Ok(()));
        // Asked once, it waits as always.
        let back = ask(&ahead, Wish::Due, NOW, |it| it.unchanged(&ok()));
        assert!(may_ask(&back, Wish::Due, 0, NOW + 30 * MINUTE).is_err());
        let barred = Poll { barred: u64::MAX, next: u64::MAX, asked: NOW, ..Poll::default() };
        assert_eq!(may_ask(&barred, Wish::Due, 0, NOW), Ok(()));
    }

    #[test]
    fn t12_a_key_that_is_pressed_twice_asks_once() {
        let poll = brought(&Poll::default(), &fresh(ok(), 43_200), &Feed::default());
        for (minutes, wish, asked) in [
            (0, Wish::ByHand, false),
            (4, Wish::ByHand, false),
            (5, Wish::ByHand, true),
            (0, Wish::Forced, true),
            (0, Wish::Anew, true),
            (5, Wish::Due, false),
        ] {
            assert_eq!(may_ask(&poll, wish, 0, NOW + minutes * MINUTE).is_ok(), asked, "{minutes} {wish:?}");
        }
        assert_eq!(may_ask(&Poll::default(), Wish::ByHand, 0, 0), Ok(()));
    }
}

mod statuses {
    use super::*;

    fn busy(status: u16, retry: Option<RetryAfter>, max_age: Option<u64>) -> Response {
        Response {
            retry_after: retry,
            freshness: Freshness { max_age, ..Freshness::default() },
            ..response(Answer::Busy { status })
        }
    }

    #[test]
    fn s1_s2_s3_s4_a_busy_server_is_left_alone_for_as_long_as_it_says() {
        let at = RetryAfter::At(Date::utc(i64::try_from(NOW / 1_000).unwrap() + 7_200));
        for (response, minutes) in [
            (busy(429, Some(RetryAfter::Seconds(3_600)), None), 60),
            (busy(503, Some(RetryAfter::Seconds(3_600)), None), 60),
            (busy(429, Some(at), None), 120),
            (busy(503, Some(at), None), 120),
            (busy(429, None, Some(172_800)), 2_880),
            (busy(429, None, None), 60),
            (busy(429, Some(RetryAfter::Seconds(1 << 31)), None), 7 * 24 * 60),
        ] {
            let poll = ask(&Poll::default(), Wish::Due, NOW, |it| it.refused(&response, "busy".into()));
            let before = NOW + (minutes - 1) * MINUTE;
            for wish in [Wish::Due, Wish::ByHand, Wish::Forced, Wish::Anew] {
                assert!(matches!(may_ask(&poll, wish, 0, before), Err(Wait::Barred(_))), "{response:?}");
            }
            assert_eq!(asked_again_after(&poll), minutes.max(60), "{response:?}");
        }
        let poll = ask(&Poll::default(), Wish::Due, NOW, |it| it.refused(&busy(503, None, None), "x".into()));
        assert_eq!(may_ask(&poll, Wish::ByHand, 0, NOW + 5 * MINUTE), Ok(()));
    }

    #[test]
    fn s5_a_host_that_is_busy_is_left_alone_with_all_its_feeds() {
        let barred = Poll { asked: NOW, barred: NOW + HOUR, ..Poll::default() };
        let past = Poll { asked: NOW - DAY, barred: NOW - HOUR, ..Poll::default() };
        let bars = bars(
            [("https://a.example/1", &barred), ("https://a.example/2", &past), ("https://b.example/", &past)],
            NOW,
        );
        assert_eq!(bars, HashMap::from([("a.example".to_owned(), NOW + HOUR)]));
        assert_eq!(may_ask(&past, Wish::Due, NOW + HOUR, NOW), Err(Wait::Barred(NOW + HOUR)));
    }

    #[test]
    fn s6_s8_a_feed_moves_when_it_has_said_so_three_times() {
        let says = |to: Option<&str>| Response { moved: to.map(url), ..ok() };
        let (there, elsewhere) = (Some("https://new.example/feed"), Some("https://other.example/feed"));
        for (answers, moved) in [
            (&[there, there][..], None),
            (&[there, there, there], there),
            (&[there, there, None, there], None),
            (&[there, there, elsewhere], None),
        ] {
            let mut poll = Poll::default();
            for to in answers {
                poll = brought(&poll, &says(*to), &Feed::default());
                poll = ask(&poll, Wish::Due, NOW, |it| it.failed("between".into()));
            }
            assert_eq!(moved_for_good(&poll), moved, "{answers:?}");
        }
    }

    #[test]
    fn s12_what_is_gone_is_not_asked_again_but_by_force() {
        let poll =
            ask(&Poll::default(), Wish::Due, NOW, |it| it.refused(&response(Answer::Gone), "gone".into()));
        for (wish, expected) in [
            (Wish::Due, Err(Wait::Gone)),
            (Wish::ByHand, Err(Wait::Gone)),
            (Wish::Forced, Err(Wait::Gone)),
            (Wish::Anew, Ok(())),
        ] {
            assert_eq!(may_ask(&poll, wish, 0, NOW + 400 * DAY), expected);
        }
        assert!(!ask(&poll, Wish::Anew, NOW, |it| it.unchanged(&ok())).gone);
    }

    #[test]
    fn s13_failures_put_a_feed_off_for_longer_and_longer() {
        let mut poll = Poll::default();
        for hours in [1, 2, 4, 8, 16, 24, 24] {
            poll = ask(&poll, Wish::Due, NOW, |it| it.failed("no answer".into()));
            assert_eq!(asked_again_after(&poll), hours * 60);
        }
        let poll = ask(&poll, Wish::Due, NOW, |it| it.unchanged(&ok()));
        assert_eq!((poll.failures, poll.problem), (0, None));
        let request = request(url("https://news.example/feed"), &Poll::default(), Wish::Due);
        let unlucky =
            Asked { request: &request, poll: &Poll::default(), now: NOW, every: EVERY, dice: u16::MAX };
        assert_eq!(asked_again_after(&unlucky.failed("no answer".into())), 66);
    }
}
