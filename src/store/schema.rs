//! The tables, and how older ones become these.

use rusqlite::{Connection, TransactionBehavior};

/// What this kabar writes.
pub(super) const VERSION: i64 = 2;

/// `kaba` in ASCII: says whose file it is (`PRAGMA application_id`).
const OURS: i64 = 0x6b61_6261;

/// What leads from each version to the next; the first from nothing.
const MIGRATIONS: &[&str] = &[
    "
    -- What a list shows. `key` is store::Key, `id` is ArticleId.
    CREATE TABLE article (
        key INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE,
        source TEXT NOT NULL,
        url TEXT,
        outlet TEXT,
        title TEXT NOT NULL,
        kicker TEXT,
        byline TEXT,
        published INTEGER,
        offset INTEGER NOT NULL,
        language TEXT,
        minutes INTEGER NOT NULL,
        quotes INTEGER NOT NULL
    );
    -- What opening needs, apart, so that lists do not step over it: the bytes
    -- that it was made of and the document made of them, both compressed.
    CREATE TABLE body (
        article INTEGER PRIMARY KEY REFERENCES article ON UPDATE CASCADE,
        name TEXT NOT NULL,
        hash BLOB NOT NULL,
        original BLOB NOT NULL,
        document BLOB NOT NULL
    );
    -- Where it was found. Size and time are null where they tell nothing.
    CREATE TABLE source (
        path BLOB PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article ON UPDATE CASCADE,
        size INTEGER,
        modified INTEGER,
        hash BLOB NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX source_article ON source (article);
    -- What an article said before it was changed at its source.
    CREATE TABLE earlier (
        number INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article ON UPDATE CASCADE,
        id BLOB NOT NULL,
        replaced INTEGER NOT NULL,
        title TEXT NOT NULL,
        name TEXT NOT NULL,
        hash BLOB NOT NULL,
        original BLOB NOT NULL,
        document BLOB NOT NULL
    );
    CREATE INDEX earlier_article ON earlier (article);
    CREATE INDEX earlier_id ON earlier (id);
    -- Who said what.
    CREATE TABLE quotation (
        number INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article ON UPDATE CASCADE,
        block INTEGER NOT NULL,
        byte INTEGER NOT NULL,
        speaker TEXT,
        sure INTEGER NOT NULL,
        words TEXT NOT NULL
    );
    CREATE INDEX quotation_article ON quotation (article);
    -- Words come folded and set apart by spaces (text::words). The tokenizer
    -- `ascii` takes everything beyond ASCII as a letter, which leaves them be.
    CREATE VIRTUAL TABLE found USING fts5 (
        title, body, byline, source, speaker,
        content = '', contentless_delete = 1, tokenize = 'ascii'
    );
    CREATE VIRTUAL TABLE said USING fts5 (
        speaker, words,
        content = '', contentless_delete = 1, tokenize = 'ascii'
    );
",
    MARKS,
];

/// The journals' projection.
const MARKS: &str = "
    -- What the journals say of every id, whether or not its article is here.
    -- Times are milliseconds since 1970, 0 for what they do not say.
    CREATE TABLE mark (
        id BLOB PRIMARY KEY,
        read INTEGER NOT NULL DEFAULT 0,
        read_at INTEGER NOT NULL DEFAULT 0,
        bookmarked INTEGER NOT NULL DEFAULT 0,
        bookmarked_at INTEGER NOT NULL DEFAULT 0,
        block INTEGER,
        byte INTEGER,
        permille INTEGER,
        place_at INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    -- How far each journal was read into it; `state` knows what that means.
    CREATE TABLE journal (
        name BLOB PRIMARY KEY,
        position BLOB NOT NULL
    ) WITHOUT ROWID;
";

pub(super) fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Whether the file is empty or a library.
pub(super) fn is_ours(connection: &Connection) -> rusqlite::Result<bool> {
    let id: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(id == OURS || tables == 0)
}

/// Sets the connection up, and brings the tables up to [`VERSION`].
///
/// `synchronous = NORMAL`: with a write-ahead log a loss of power may cost the
/// last batches, and never the file (<https://sqlite.org/pragma.html#pragma_synchronous>).
/// What is lost so is taken in again, since its sources are forgotten with it;
/// waiting for the disk at each batch buys nothing.
pub(super) fn prepare(connection: &mut Connection, from: i64) -> rusqlite::Result<()> {
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    connection.execute_batch(
        "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -16000; PRAGMA journal_size_limit = 16777216;",
    )?;
    if from < VERSION {
        let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for migration in MIGRATIONS.iter().skip(usize::try_from(from).unwrap_or(0)) {
            change.execute_batch(migration)?;
        }
        change.pragma_update(None, "application_id", OURS)?;
        change.pragma_update(None, "user_version", VERSION)?;
        change.commit()?;
    }
    Ok(())
}

/// Touches every table: a file that is cut off or overwritten shows it here.
pub(super) fn probe(connection: &Connection) -> rusqlite::Result<()> {
    for table in ["article", "body", "source", "earlier", "quotation", "mark", "journal"] {
        let probe = format!("SELECT count(*) FROM (SELECT * FROM {table} LIMIT 1)");
        connection.query_row(&probe, [], |_| Ok(()))?;
    }
    for index in ["found", "said"] {
        connection.query_row(
            &format!("SELECT count(*) FROM {index} WHERE {index} MATCH '\"a\"'"),
            [],
            |_| Ok(()),
        )?;
    }
    Ok(())
}
