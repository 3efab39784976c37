//! Work on many articles: several at once, each on its own risk.

use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Works on things, several at once, and gives the results in their order.
pub fn at_once<T: Sync, R: Send + Sync>(things: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let results: Vec<OnceLock<R>> = things.iter().map(|_| OnceLock::new()).collect();
    let help = || {
        while let Some((thing, result)) = nth(things, &results, next.fetch_add(1, Ordering::Relaxed)) {
            result.get_or_init(|| work(thing));
        }
    };
    thread::scope(|scope| {
        for _ in 1..n_threads().min(things.len()) {
            scope.spawn(help);
        }
        help();
    });
    results.into_iter().filter_map(OnceLock::into_inner).collect()
}

fn nth<'a, A, B>(a: &'a [A], b: &'a [B], i: usize) -> Option<(&'a A, &'a B)> {
    Some((a.get(i)?, b.get(i)?))
}

/// How many things are worked on at once.
pub fn n_threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Makes something of an article. A fault of ours costs this article and nothing
/// else.
pub fn guarded<T>(name: &str, work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(format!("kabar failed on `{name}`: please report it with the file")))
}

/// A fault on request, so that tests can see what becomes of one; no part of a
/// release.
#[cfg(debug_assertions)]
pub fn fault(place: &str, here: bool) {
    let asked = here && std::env::var("KABAR_FAULT").is_ok_and(|it| it == place);
    assert!(!asked, "a fault on request in `{place}`");
}

#[cfg(not(debug_assertions))]
pub fn fault(_place: &str, _here: bool) {}
