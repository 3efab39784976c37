//! Bodies on their way into the library, in an order that fills its pages.
//!
//! A packed article takes some two thousand bytes, and lies on one page: put down as
//! they come, the last of a page is left out where it does not fit, and a tenth of the
//! table is empty. Of a batch the one that fits best is taken next.

use std::borrow::Cow;
use std::collections::BTreeSet;

use rusqlite::{Transaction, params};

use super::taken::Taken;

/// What a row takes beside the bytes of its columns, at most: its length and number,
/// the types of its columns, its place on the page.
const ROW: usize = 20;
/// The same of a page.
const PAGE: usize = 8;

/// Puts a packed article down, and says where.
pub(super) fn put(change: &Transaction<'_>, taken: &Taken, packed: &[u8]) -> rusqlite::Result<i64> {
    change.prepare_cached("INSERT INTO body (name, hash, packed) VALUES (?1, ?2, ?3)")?.execute(params![
        taken.name,
        taken.hash.short(),
        packed
    ])?;
    Ok(change.last_insert_rowid())
}

/// Takes a body back that nobody refers to.
pub(super) fn take_back(change: &Transaction<'_>, number: i64) -> rusqlite::Result<()> {
    change.prepare_cached("DELETE FROM body WHERE number = ?1")?.execute([number])?;
    Ok(())
}

/// Puts down what of a batch is packed, and says where.
pub(super) fn put_all(
    change: &Transaction<'_>,
    batch: &[Taken],
    packed: &[Option<Cow<'_, [u8]>>],
) -> rusqlite::Result<Vec<Option<i64>>> {
    let page: i64 = change.prepare_cached("PRAGMA page_size")?.query_row([], |row| row.get(0))?;
    let page = usize::try_from(page).unwrap_or(0);
    let mut numbers = vec![None; batch.len()];
    let mut waiting: BTreeSet<(usize, usize)> = (batch.iter().zip(packed).enumerate())
        .filter_map(|(i, (taken, packed))| {
            let packed = packed.as_ref()?;
            Some((ROW + taken.name.len() + taken.hash.short().len() + packed.len(), i))
        })
        .collect();
    let mut used = pages(change)?;
    // How much room there is, as soon as a page is begun.
    let mut room = None;
    while let Some(next) = next(&waiting, room) {
        waiting.remove(&next);
        let (size, i) = next;
        if let (Some(taken), Some(Some(packed)), Some(number)) =
            (batch.get(i), packed.get(i), numbers.get_mut(i))
        {
            *number = Some(put(change, taken, packed)?);
        }
        let now = pages(change)?;
        if now != used {
            room = Some(page.saturating_sub(PAGE));
        }
        used = now;
        room = room.map(|it| it.saturating_sub(size));
    }
    Ok(numbers)
}

/// Which of those that wait goes next: of a page whose room is known the largest that
/// fits, and if none does the largest of all; else the smallest.
fn next(waiting: &BTreeSet<(usize, usize)>, room: Option<usize>) -> Option<(usize, usize)> {
    let Some(room) = room else { return waiting.first().copied() };
    waiting.range(..=(room, usize::MAX)).next_back().or_else(|| waiting.last()).copied()
}

/// How many pages are in use.
fn pages(change: &Transaction<'_>) -> rusqlite::Result<i64> {
    let count = |sql| change.prepare_cached(sql)?.query_row([], |row| row.get::<_, i64>(0));
    Ok(count("PRAGMA page_count")? - count("PRAGMA freelist_count")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_filled_with_what_fits() {
        let sizes = [5_000, 700, 2_900, 3_000, 1_200, 2_100, 6_900, 4_100];
        let mut waiting: BTreeSet<(usize, usize)> =
            sizes.into_iter().enumerate().map(|(i, it)| (it, i)).collect();
        assert_eq!(next(&waiting, None), Some((700, 1)), "of a page that nothing is known of");
        let mut pages = vec![Vec::new()];
        let mut room = 8_000;
        while let Some((size, i)) = next(&waiting, Some(room)) {
            waiting.remove(&(size, i));
            if size > room {
                pages.push(Vec::new());
                room = 8_000;
            }
            room -= size;
            pages.last_mut().unwrap().push(size);
        }
        assert_eq!(pages, [vec![6_900, 700], vec![5_000, 3_000], vec![4_100, 2_900], vec![2_100, 1_200]]);
    }
}
