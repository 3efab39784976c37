//! What was learned of the sources of articles: lines that stand in many of one.
//!
//! The table came after the others and changes none of them. It is made with the
//! first thing that goes into it, and libraries without it have learned nothing.

use std::collections::HashMap;

use rusqlite::TransactionBehavior;

use super::{Error, Store};
use crate::text::boilerplate::furniture::{Furniture, Learned};

const TABLE: &str = "CREATE TABLE IF NOT EXISTS furniture (
    site TEXT NOT NULL,
    -- The hash of a line, its bits as SQLite's numbers have them.
    line INTEGER NOT NULL,
    PRIMARY KEY (site, line)
) WITHOUT ROWID";

impl Store {
    /// What was learned of all sources.
    pub fn furniture(&self) -> Result<Learned, Error> {
        let read = || -> rusqlite::Result<Learned> {
            let mut sites: HashMap<String, Vec<u64>> = HashMap::new();
            let there = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'furniture')";
            if self.connection.query_row(there, (), |row| row.get(0))? {
                let mut statement = self.connection.prepare_cached("SELECT site, line FROM furniture")?;
                let mut rows = statement.query(())?;
                while let Some(row) = rows.next()? {
                    let line: i64 = row.get(1)?;
                    sites.entry(row.get(0)?).or_default().push(line.cast_unsigned());
                }
            }
            Ok(sites.into_iter().map(|(site, lines)| (site, Furniture::from_iter(lines))).collect())
        };
        read().map_err(self.failed_to("read"))
    }

    /// Keeps what was learned, in the place of all that was before.
    pub fn keep_furniture(&mut self, learned: &Learned) -> Result<(), Error> {
        self.writable()?;
        let mut put = || -> rusqlite::Result<()> {
            let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            change.execute_batch(TABLE)?;
            change.execute("DELETE FROM furniture", ())?;
            let mut insert = change.prepare_cached("INSERT INTO furniture (site, line) VALUES (?1, ?2)")?;
            for (site, it) in learned.sites() {
                for line in it.lines() {
                    insert.execute((site, line.cast_signed()))?;
                }
            }
            drop(insert);
            change.commit()
        };
        put().map_err(self.failed_to("change"))
    }
}
