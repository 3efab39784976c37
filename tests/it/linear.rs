//! Cost grows as the text does, whatever the text is.
//!
//! Four times the text may take four times the work; were the work to grow with the
//! square, it would take sixteen times. Time is that of the thread, which others on
//! the machine add little to, and the least of several tries counts: none of them is
//! quicker by luck than the work needs.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Duration;

use kabar::article::Language;
use kabar::extract::{Form, Hint, extract};
use kabar::text::analysis::{analyse, analyse_prose};
use kabar::text::page::{Options, lay_out};
use kabar::text::prose::Prose;
use rustix::time::{ClockId, clock_gettime};

/// Between four and sixteen times, with room for memory that gets slower as it fills.
const MOST: f64 = 9.0;
const TRIES: usize = 6;

fn busy() -> Duration {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec.unsigned_abs(), u32::try_from(now.tv_nsec).unwrap())
}

fn took(work: &dyn Fn(&str), text: &str) -> f64 {
    let start = busy();
    work(text);
    busy().saturating_sub(start).as_secs_f64()
}

/// Holds the work on `make(4 * n)` against that on `make(n)`.
fn assert_linear(n: usize, make: impl Fn(usize) -> String, work: &dyn Fn(&str)) {
    let (small, large) = (make(n), make(4 * n));
    work(&make(n / 10)); // tables are made when they are first asked for
    let (mut least, mut most) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..TRIES {
        least = least.min(took(work, &small));
        most = most.min(took(work, &large));
        if most < MOST * least {
            return;
        }
    }
    panic!("{:.1} times the work for four times the text", most / least);
}

/// Sentences of which no two are the same.
fn sentences(n: usize, end: &str) -> String {
    (0..n).fold(String::new(), |mut text, i| {
        let _ = write!(text, "“Boat {i} is late,” said Ann Moor{i}, who runs the pier at Lowick.{end}");
        text
    })
}

fn analysed(text: &str) {
    black_box(analyse_prose(Prose::of_text(text), Some(Language::ENGLISH)));
}

fn read(form: Form) -> impl Fn(&str) {
    let url = Some("https://x.example/a/".to_owned());
    let hint = Hint { form: Some(form), url, ..Hint::default() };
    move |text| {
        black_box(extract(text.as_bytes(), &hint));
    }
}

#[test]
fn paragraphs_cost_what_they_are_long() {
    assert_linear(800, |n| sentences(n, "\n\n"), &analysed);
    assert_linear(400, |n| sentences(n, "\n\n"), &read(Form::Plain));
}

#[test]
fn one_paragraph_of_a_megabyte_costs_what_it_is_long() {
    assert_linear(3_500, |n| sentences(n, " "), &analysed);
}

#[test]
fn ten_thousand_unclosed_marks_cost_what_they_are() {
    assert_linear(2_500, |n| "“Nobody asked, ".repeat(n), &analysed);
}

#[test]
fn a_hundred_thousand_nested_tags_cost_what_they_are() {
    assert_linear(25_000, |n| "<div><b>x".repeat(n), &read(Form::Html));
}

#[test]
fn sixty_thousand_links_cost_what_they_are() {
    let links = |n| {
        (0..n).fold(String::new(), |mut html, i| {
            let _ = write!(html, "<li><a href='/a/{i}'>Link {i}</a>");
            html
        })
    };
    assert_linear(15_000, links, &read(Form::Html));
}

#[test]
fn pages_are_set_in_the_time_that_they_are_long() {
    let read = |text: &str| {
        let hint = Hint { form: Some(Form::Plain), ..Hint::default() };
        let article = extract(text.as_bytes(), &hint);
        let analysis = analyse(&article);
        let options = Options { width: 70, raw: false, reorder: true, numbers: true, updated: false };
        black_box(lay_out(&article, &analysis, &options));
    };
    assert_linear(300, |n| sentences(n, "\n\n"), &read);
}
