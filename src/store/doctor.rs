//! Looking the library over: what is in it, whether it holds together, what to do.

use std::fmt;
use std::path::PathBuf;

use rusqlite::Connection;

use super::{Error, Store};

/// Something that `kabar doctor` says of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Where it lies, what is in it, and how many bytes it takes; `free` of them
    /// will be used for what comes next.
    Holds {
        path: PathBuf,
        articles: u64,
        feeds: u64,
        earlier: u64,
        bytes: u64,
        free: u64,
    },
    /// Read by rules of an older kabar.
    Outdated {
        articles: u64,
    },
    ReadOnly,
    /// Pages, tables and index fit together.
    Sound,
    /// Something does not.
    Unsound(String),
    /// The counts that lists show differ from what is there.
    Miscounted,
}

impl Finding {
    pub fn is_wrong(&self) -> bool {
        matches!(self, Self::Unsound(_) | Self::Miscounted)
    }

    /// What whoever reads it can do about it; `None` where nothing need be done.
    pub fn remedy(&self) -> Option<&'static str> {
        match self {
            Self::Holds { .. } | Self::Sound => None,
            Self::Outdated { .. } => Some("`kabar reclean` reads them again, without the network"),
            Self::ReadOnly => Some("see who owns it, and whether another kabar is newer"),
            Self::Unsound(_) => Some(
                "rename the library: kabar begins a new one and takes in what files and feeds still hold; \
                 marks are in the journals and not lost",
            ),
            Self::Miscounted => Some("no article is concerned; the counts are made anew"),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Holds { path, articles, feeds, earlier, bytes, free } => write!(
                f,
                "`{}` holds {articles} articles of {feeds} feeds and of files, {earlier} earlier texts, \
                 in {} MB ({} MB of them free)",
                path.display(),
                bytes.div_ceil(1 << 20),
                free >> 20
            ),
            Self::Outdated { articles } => write!(f, "{articles} articles were read by older rules"),
            Self::ReadOnly => write!(f, "it may only be read"),
            Self::Sound => write!(f, "it holds together"),
            Self::Unsound(what) => write!(f, "it does not hold together: {what}"),
            Self::Miscounted => write!(f, "the counts of unread and bookmarked articles are off"),
        }
    }
}

impl Store {
    /// Goes through the whole library and says what is found. Takes time in
    /// proportion to it. Counts that are off are put right where that may be.
    pub fn doctor(&mut self) -> Result<Vec<Finding>, Error> {
        let mut findings = vec![self.holds().map_err(self.failed_to("check"))?];
        let outdated = "SELECT count(*) FROM article WHERE rules <> ?1";
        let outdated: i64 = self
            .connection
            .query_row(outdated, [crate::text::analysis::RULES], |row| row.get(0))
            .map_err(self.failed_to("check"))?;
        if outdated > 0 {
            findings.push(Finding::Outdated { articles: outdated.unsigned_abs() });
        }
        if self.is_read_only() {
            findings.push(Finding::ReadOnly);
        }
        let wrong = self.check()?;
        findings.extend(if wrong.is_empty() { vec![Finding::Sound] } else { Vec::new() });
        findings.extend(wrong.into_iter().map(Finding::Unsound));
        if miscounted(&self.connection).map_err(self.failed_to("check"))? {
            findings.push(Finding::Miscounted);
            if !self.is_read_only() {
                self.connection.execute_batch(RECOUNT).map_err(self.failed_to("change"))?;
            }
        }
        Ok(findings)
    }

    fn holds(&self) -> rusqlite::Result<Finding> {
        let count =
            |sql: &str| self.connection.query_row(sql, [], |row| row.get::<_, i64>(0)).map(i64::unsigned_abs);
        let page = count("PRAGMA page_size")?;
        Ok(Finding::Holds {
            path: self.path.clone(),
            articles: count("SELECT n_all FROM tally")?,
            feeds: count("SELECT count(*) FROM feed")?,
            earlier: count("SELECT count(*) FROM earlier")?,
            bytes: count("PRAGMA page_count")? * page,
            free: count("PRAGMA freelist_count")? * page,
        })
    }
}

/// Sets all counts to what is there.
const RECOUNT: &str = "
    BEGIN IMMEDIATE;
    UPDATE tally SET (n_all, n_unread, n_bookmarked) =
        (SELECT count(*), coalesce(sum(read = 0), 0), coalesce(sum(bookmarked), 0) FROM article);
    UPDATE feed SET (n_all, n_unread, n_bookmarked) =
        (SELECT count(*), coalesce(sum(read = 0), 0), coalesce(sum(bookmarked), 0) FROM article
         WHERE key IN (SELECT article FROM entry WHERE feed = number));
    COMMIT;";

fn miscounted(connection: &Connection) -> rusqlite::Result<bool> {
    let off = "SELECT
        EXISTS (SELECT 1 FROM tally WHERE (n_all, n_unread, n_bookmarked) <>
            (SELECT count(*), coalesce(sum(read = 0), 0), coalesce(sum(bookmarked), 0) FROM article))
        OR EXISTS (SELECT 1 FROM feed WHERE (n_all, n_unread, n_bookmarked) <>
            (SELECT count(*), coalesce(sum(read = 0), 0), coalesce(sum(bookmarked), 0) FROM article
             WHERE key IN (SELECT article FROM entry WHERE feed = number)))";
    connection.query_row(off, [], |row| row.get(0))
}
