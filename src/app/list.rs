//! The list of articles: the rows around the screen, which of them is chosen, and
//! what is to be asked of the library so that the next ones are there in time.
//!
//! A view is a query. Of its rows a stretch is held, [`MOST`] at most; moving
//! inside it waits for nothing, and more is asked for long before an end of it
//! is reached. What arrives later is left out until it is asked for, so that
//! nothing moves under the cursor.

use std::collections::HashMap;

use super::window::{Answer, Ask, Reach, Stretch};
use crate::article::{ArticleId, Change, Key, Row, Tally};
use crate::text::excerpt::Excerpt;
use crate::text::query::{Filter, Query};

/// The most rows that are held.
const MOST: usize = 1_000;
/// Rows that are asked for at a time: several screens of any terminal.
const STRETCH: usize = 200;
/// The same of a view that is turned to: what fills most screens, so that it is there at
/// once, and the rest comes right behind. A search would have to be done twice for it.
const FIRST: usize = 32;
/// With fewer rows than this between what is chosen and an end of the stretch,
/// more are asked for.
const MARGIN: usize = 100;

/// Which articles the list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum View {
    #[default]
    All,
    Unread,
    Bookmarks,
    /// What these words find, as they were typed: the newest first, or what fits
    /// them best.
    Search {
        typed: String,
        best: bool,
    },
    /// What the sidebar has under a name.
    Named {
        name: String,
        query: String,
    },
}

impl View {
    /// The query whose answer the view shows, as it would be typed.
    pub fn typed(&self) -> &str {
        match self {
            Self::All => "",
            Self::Unread => "is:unread",
            Self::Bookmarks => "is:bookmarked",
            Self::Search { typed, .. } => typed,
            Self::Named { query, .. } => query,
        }
    }

    /// Whether rows come by how well they fit, and all at once.
    fn is_ranked(&self) -> bool {
        matches!(self, Self::Search { best: true, .. })
    }

    fn beginning(&self) -> Reach {
        if self.is_ranked() { Reach::Best } else { Reach::Top }
    }
}

/// How many articles there are, as the library counts them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Of everything that the reader was started on.
    pub tally: Tally,
    /// Of the view, counted up to [`COUNTED`]; `None` where the tally says it.
    pub found: Option<u64>,
    /// In the view, and arrived after what is shown.
    pub new: u64,
}

/// No view is counted further: who has so many does not count them.
pub const COUNTED: u64 = 10_000;

#[derive(Clone, Debug, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is about another thing")]
pub struct List {
    view: View,
    query: Query,
    rows: Vec<Row>,
    /// Whether there may be rows above and below those that are held.
    above: bool,
    below: bool,
    /// Where more is looked for below, if not behind the last row.
    reached: Option<Key>,
    /// Indices into `rows`.
    selected: usize,
    /// The first row on the screen.
    offset: usize,
    /// Steps beyond the rows that are held, to be taken when they have come.
    owed: isize,
    /// Whether the page follows what is chosen then.
    follow: bool,
    counted: Counted,
    /// Whether the library has counted.
    is_counted: bool,
    /// What no longer belongs to the view (it was just read), and stays until the
    /// view is left.
    kept: Vec<Key>,
    /// The last arrival that is shown.
    until: u64,
    wish: Option<Wish>,
    pending: Option<Pending>,
    /// How many asks there were, and how many views.
    number: u64,
    n_views: u64,
    /// The lines that show why rows were found; `None` while one is waited for.
    excerpts: HashMap<Key, Option<Excerpt>>,
    /// What was marked while an answer was on its way: it may not know of it.
    marked: Vec<Change>,
    /// Whether the library has answered for this view.
    known: bool,
    scanning: bool,
    /// Whether what arrives waits to be asked for: not while the first scan goes
    /// on and nobody has chosen anything.
    pinned: bool,
}

/// A stretch that is to be asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Wish {
    reach: Reach,
    /// Whether what has arrived since is to be shown.
    fresh: bool,
}

/// A stretch that was asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Pending {
    number: u64,
    wish: Wish,
}

/// What came of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nobody waits for it any more.
    Stale,
    /// More rows came; whether the page is to follow what is chosen now.
    Extended { follow: bool },
    /// Other rows came.
    Replaced { follow: bool },
    /// There is no unread row in this direction.
    NoUnread { forward: bool },
}

impl List {
    pub fn view(&self) -> &View {
        &self.view
    }

    pub fn query(&self) -> &Query {
        &self.query
    }

    pub fn tally(&self) -> Tally {
        self.counted.tally
    }

    /// Whether the library has counted, so that the tally is one.
    pub fn is_counted(&self) -> bool {
        self.is_counted
    }

    /// How many articles the view has, as far as that is known.
    pub fn found(&self) -> Option<u64> {
        self.counted.found
    }

    /// How many articles have arrived that are not shown yet.
    pub fn n_new(&self) -> u64 {
        self.counted.new
    }

    /// The last arrival that is shown.
    pub fn until(&self) -> u64 {
        self.until
    }

    /// Whether a scan is under way.
    pub fn is_scanning(&self) -> bool {
        self.scanning
    }

    /// Whether the library has answered for this view.
    pub fn is_known(&self) -> bool {
        self.known
    }

    /// Whether the view has no article.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows that are held.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Index of the first row on the screen.
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// Index of the row that is chosen.
    pub fn selected(&self) -> usize {
        self.selected
    }

    /// The row that is chosen.
    pub fn chosen(&self) -> Option<&Row> {
        self.rows.get(self.selected)
    }

    /// Whether rows elsewhere in the list are waited for: until they are there,
    /// nobody can say what the next key is about.
    pub fn is_jumping(&self) -> bool {
        let jumps = |wish: Wish| !matches!(wish.reach, Reach::Below(_) | Reach::Above(_) | Reach::Around(_));
        self.follow || self.wish.or_else(|| self.pending.map(|it| it.wish)).is_some_and(jumps)
    }

    pub fn begin_scan(&mut self) {
        self.scanning = true;
    }

    /// The scan is over; from now on what arrives waits.
    pub fn end_scan(&mut self) {
        self.scanning = false;
        self.arrived();
        self.pinned = true;
    }

    /// Articles have arrived. They are shown at once while nobody has chosen
    /// anything yet.
    pub fn arrived(&mut self) {
        if !self.pinned && self.selected == 0 && !self.is_jumping() {
            self.wish = Some(Wish { reach: self.view.beginning(), fresh: true });
        }
    }

    /// From now on what arrives waits to be asked for.
    pub fn pin(&mut self) {
        self.pinned = true;
    }

    /// Shows what has arrived. What is chosen stays chosen, where it is on the
    /// screen.
    pub fn show_new(&mut self) {
        self.counted.new = 0;
        self.read_again();
        if let Some(wish) = &mut self.wish {
            wish.fresh = true;
        }
    }

    /// Reads the rows anew that are held: much has changed about them.
    pub fn read_again(&mut self) {
        if self.known && !self.is_jumping() {
            let reach = match self.chosen() {
                Some(row) if !self.view.is_ranked() => Reach::Around(row.key),
                _ => self.view.beginning(),
            };
            self.wish = Some(Wish { reach, fresh: false });
        }
    }

    /// Turns to a view. Its rows are asked for; until they come the others stand.
    pub fn set_view(&mut self, view: View, query: Query) {
        self.view = view;
        self.query = query;
        self.n_views += 1;
        self.kept.clear();
        self.counted.found = None;
        self.counted.new = 0;
        self.known = false;
        (self.owed, self.follow) = (0, false);
        self.excerpts.clear();
        self.wish = Some(Wish { reach: self.view.beginning(), fresh: true });
    }

    /// What is to be asked of the library now, if anything.
    pub fn ask(&mut self) -> Option<Ask> {
        let wish = match self.wish.take() {
            Some(wish) => wish,
            None if self.pending.is_some() => return None,
            None => Wish { reach: self.reach_on()?, fresh: false },
        };
        self.number += 1;
        self.pending = Some(Pending { number: self.number, wish });
        let searches = self.query.wanted().next().is_some();
        let stretch = if self.known || searches { STRETCH } else { FIRST };
        Some(Ask {
            number: self.number,
            query: self.query.clone(),
            reach: wish.reach,
            limit: (stretch + self.owed.unsigned_abs()).min(MOST / 2),
            kept: self.kept.clone(),
            until: if wish.fresh { u64::MAX } else { self.until },
        })
    }

    /// Where more rows are needed before long.
    fn reach_on(&self) -> Option<Reach> {
        let last = self.reached.or_else(|| self.rows.last().map(|it| it.key));
        if self.below && self.rows.len() - self.selected <= MARGIN {
            last.map(Reach::Below)
        } else if self.above && self.selected < MARGIN {
            self.rows.first().map(|it| Reach::Above(it.key))
        } else {
            None
        }
    }

    /// Takes in what the library said.
    pub fn answered(&mut self, number: u64, answer: Answer) -> Outcome {
        let Some(pending) = self.pending.take_if(|it| it.number == number) else { return Outcome::Stale };
        let Wish { reach, fresh } = pending.wish;
        let follow = std::mem::take(&mut self.follow);
        let mut stretch = match answer {
            Answer::Rows(stretch) => stretch,
            Answer::NoUnread => {
                return Outcome::NoUnread { forward: !matches!(reach, Reach::Unread { forward: false, .. }) };
            }
        };
        set(&mut stretch.rows, &std::mem::take(&mut self.marked));
        if fresh || !self.known {
            self.until = stretch.arrival;
        }
        match reach {
            Reach::Below(_) => self.extend_below(stretch),
            Reach::Above(_) => self.extend_above(stretch),
            _ => self.replace(reach, stretch),
        }
        self.known = true;
        self.step(0);
        match reach {
            Reach::Below(_) | Reach::Above(_) => Outcome::Extended { follow },
            _ => Outcome::Replaced { follow },
        }
    }

    /// Comes back in the place of another list, whose answers nobody waits for
    /// any more.
    pub fn in_place_of(&mut self, other: &Self) {
        (self.number, self.n_views) = (other.number + 1, other.n_views + 1);
        self.counted.tally = other.counted.tally;
        (self.pending, self.follow, self.owed) = (None, false, 0);
    }

    /// The library failed to answer: what stands stays.
    pub fn failed(&mut self, number: u64) -> bool {
        let waited = self.pending.take_if(|it| it.number == number).is_some();
        if waited {
            // Asking again would fail again.
            (self.above, self.below, self.owed, self.known) = (false, false, 0, true);
            self.follow = false;
        }
        waited
    }

    fn extend_below(&mut self, stretch: Stretch) {
        (self.below, self.reached) = (stretch.below, stretch.reached);
        self.rows.extend(stretch.rows);
        let spare = self.rows.len().saturating_sub(MOST).min(self.offset.min(self.selected));
        // What comes first by rank could not be read again from its end upward.
        if spare > 0 && !self.view.is_ranked() {
            self.rows.drain(..spare);
            self.above = true;
            self.selected -= spare;
            self.offset -= spare;
        }
    }

    fn extend_above(&mut self, stretch: Stretch) {
        self.above = stretch.above;
        let n = stretch.rows.len();
        self.rows.splice(..0, stretch.rows);
        self.selected += n;
        self.offset += n;
        let needed = (self.selected + MARGIN).max(MOST);
        if self.rows.len() > needed {
            self.rows.truncate(needed);
            (self.below, self.reached) = (true, None);
        }
    }

    fn replace(&mut self, reach: Reach, stretch: Stretch) {
        // What is chosen now counts, not what was when it was asked.
        let stays = self.chosen().map(|it| it.key);
        let row_on_screen = self.selected.saturating_sub(self.offset);
        (self.rows, self.above, self.below) = (stretch.rows, stretch.above, stretch.below);
        self.reached = stretch.reached;
        let last = self.rows.len().saturating_sub(1);
        let at = |key: Option<Key>| {
            let rows = || self.rows.iter();
            key.and_then(|key| {
                rows().position(|it| it.key == key).or_else(|| rows().position(|it| it.key < key))
            })
            .unwrap_or(last)
        };
        self.selected = match reach {
            Reach::Around(key) => at(stays.or(Some(key))),
            Reach::Unread { .. } => at(stretch.at),
            Reach::Bottom => last,
            _ => 0,
        };
        self.offset = match reach {
            Reach::Top | Reach::Best => 0,
            _ => self.selected.saturating_sub(row_on_screen),
        };
    }

    /// The rows among the first `visible` on the screen whose excerpts are to be
    /// asked for; none where the view looks for no words.
    pub fn ask_excerpts(&mut self, visible: usize) -> Vec<(Key, ArticleId)> {
        if self.query.wanted().next().is_none() {
            return Vec::new();
        }
        if self.excerpts.len() > MOST {
            self.excerpts.clear();
        }
        let rows = self.rows.iter().skip(self.offset).take(visible).map(|it| (it.key, it.header.id));
        let missing: Vec<_> = rows.filter(|(key, _)| !self.excerpts.contains_key(key)).collect();
        self.excerpts.extend(missing.iter().map(|(key, _)| (*key, None)));
        missing
    }

    /// The line that shows why a row was found; `None` where it is not there yet.
    pub fn excerpt(&self, key: Key) -> Option<&Excerpt> {
        self.excerpts.get(&key)?.as_ref()
    }

    /// Takes in the line that shows why a row of a view was found.
    pub fn excerpted(&mut self, view: u64, key: Key, excerpt: Excerpt) {
        if view == self.n_views {
            self.excerpts.insert(key, Some(excerpt));
        }
    }

    /// Takes in how many articles there are; of a view that was left only what
    /// holds for all of them. Says whether anything is otherwise than before.
    pub fn counted(&mut self, view: u64, counted: Counted) -> bool {
        let before = (self.is_counted, self.counted);
        self.is_counted = true;
        self.counted.tally = counted.tally;
        if view == self.n_views {
            self.counted = counted;
        }
        before != (self.is_counted, self.counted)
    }

    /// Number of the view: another one for each that is turned to.
    pub fn n_views(&self) -> u64 {
        self.n_views
    }

    /// Changes that have become durable, here or elsewhere: the rows show them,
    /// and stay.
    pub fn mark(&mut self, changes: &[Change]) {
        if self.pending.is_some() {
            self.marked.extend(changes);
        }
        let by_mark = |it: &Filter| matches!(it, Filter::Read(_) | Filter::Bookmarked(_));
        let marked = set(&mut self.rows, changes);
        if self.query.filters.iter().any(by_mark) {
            self.kept.extend(marked);
            self.kept.sort_unstable();
            self.kept.dedup();
        }
    }

    /// Chooses a row by its index; past the ends, the last or first. Says whether
    /// another is chosen than before.
    pub fn select(&mut self, row: usize) -> bool {
        let row = row.min(self.rows.len().saturating_sub(1));
        let moved = row != self.selected;
        self.selected = row;
        self.pinned |= moved;
        moved
    }

    /// Chooses the row so many rows below, or above. Where the rows that are
    /// held end and the list does not, the rest of the way is gone when more
    /// have come. Says whether there is a way to go.
    pub fn step(&mut self, by: isize) -> bool {
        let by = by.saturating_add(std::mem::take(&mut self.owed));
        let last = self.rows.len().saturating_sub(1);
        let to = self.selected.cast_signed().saturating_add(by);
        let moved = self.select(usize::try_from(to).unwrap_or(0));
        self.owed = match to {
            ..0 if self.above => to,
            _ if to > last.cast_signed() && self.below => to - last.cast_signed(),
            _ => 0,
        };
        moved || self.owed != 0
    }

    /// Lets the page follow what is chosen when the rows have come that are
    /// waited for.
    pub fn follow(&mut self) {
        self.follow = self.owed != 0 || self.is_jumping();
    }

    pub fn to_top(&mut self) {
        if self.above {
            self.jump(Reach::Top);
        } else {
            self.select(0);
        }
    }

    pub fn to_bottom(&mut self) {
        if self.below {
            self.jump(Reach::Bottom);
        } else {
            self.select(usize::MAX);
        }
    }

    /// Goes to the next row, or the one before, that is unread as `is_read` has
    /// it. `false` where there is none; beyond the rows that are held the library
    /// is asked.
    pub fn to_unread(&mut self, forward: bool, is_read: impl Fn(&Row) -> bool) -> bool {
        if let Some(row) = self.unread_held(forward, is_read) {
            return self.select(row);
        }
        let end = if forward { self.rows.last() } else { self.rows.first() };
        match end {
            Some(row) if self.goes_on(forward) => {
                let from = row.key;
                self.jump(Reach::Unread { from, forward });
                true
            }
            _ => false,
        }
    }

    /// Whether there is an unread row in this direction, or may be.
    pub fn may_have_unread(&self, forward: bool, is_read: impl Fn(&Row) -> bool) -> bool {
        self.unread_held(forward, is_read).is_some() || self.goes_on(forward)
    }

    fn unread_held(&self, forward: bool, is_read: impl Fn(&Row) -> bool) -> Option<usize> {
        let unread = |&row: &usize| self.rows.get(row).is_some_and(|it| !is_read(it));
        if forward {
            (self.selected + 1..self.rows.len()).find(unread)
        } else {
            (0..self.selected).rev().find(unread)
        }
    }

    fn goes_on(&self, forward: bool) -> bool {
        if forward { self.below } else { self.above }
    }

    fn jump(&mut self, reach: Reach) {
        self.pinned = true;
        self.owed = 0;
        self.wish = Some(Wish { reach, fresh: false });
    }

    /// Brings what is chosen into a window of so many rows.
    pub fn scroll_into_view(&mut self, visible: usize) {
        let visible = visible.max(1);
        // One row of context above and below, where the window has it.
        let context = usize::from(visible > 4);
        let last = self.rows.len().saturating_sub(visible);
        let lowest = (self.selected + context + 1).saturating_sub(visible);
        self.offset = self.offset.clamp(lowest, self.selected.saturating_sub(context).max(lowest)).min(last);
    }
}

/// Sets marks on the rows that they are for; gives the keys of these.
fn set(rows: &mut [Row], changes: &[Change]) -> Vec<Key> {
    if changes.is_empty() {
        return Vec::new();
    }
    let mut marked = Vec::new();
    let index: HashMap<ArticleId, usize> =
        rows.iter().enumerate().map(|(at, it)| (it.header.id, at)).collect();
    for change in changes {
        if let Some(row) = index.get(&change.id).and_then(|&at| rows.get_mut(at)) {
            row.mark.set(change.field);
            marked.push(row.key);
        }
    }
    marked
}

#[cfg(test)]
mod tests;
