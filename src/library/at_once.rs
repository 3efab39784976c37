//! Work on many things at once, as far as the machine goes.

use std::num::NonZero;
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

/// How many things are worked on at once.
pub fn n_threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

fn nth<'a, A, B>(a: &'a [A], b: &'a [B], i: usize) -> Option<(&'a A, &'a B)> {
    Some((a.get(i)?, b.get(i)?))
}
