//! The tables, and how older ones become these.

use rusqlite::{Connection, TransactionBehavior};

use super::pack::Packing;
use super::upgrade;

/// What this kabar writes.
pub(super) const VERSION: i64 = 4;

/// `kaba` in ASCII: says whose file it is (`PRAGMA application_id`).
const OURS: i64 = 0x6b61_6261;

/// All tables of a library.
///
/// Triggers keep the counts and carry marks to articles, so that whoever writes
/// a mark writes one row and knows nothing else. What is new is counted by
/// `store::taking`, once for a batch.
const TABLES: &str = "
    -- Feeds, those that nobody follows any longer included: articles name theirs.
    CREATE TABLE feed (
        number INTEGER PRIMARY KEY,
        url TEXT NOT NULL UNIQUE,
        -- What it says of itself.
        title TEXT,
        home TEXT,
        -- What feeds.toml says of it, and where it stands there; null where it does not.
        place INTEGER,
        name TEXT,
        folder TEXT,
        tags TEXT NOT NULL DEFAULT '[]',
        full_text TEXT,
        poll TEXT NOT NULL DEFAULT '{}',
        -- How many articles it has.
        n_all INTEGER NOT NULL DEFAULT 0,
        n_unread INTEGER NOT NULL DEFAULT 0,
        n_bookmarked INTEGER NOT NULL DEFAULT 0
    );
    -- What a list shows. `key` is store::Key, `id` is ArticleId. One that came
    -- from a feed names it, any other its source.
    CREATE TABLE article (
        key INTEGER PRIMARY KEY,
        id BLOB NOT NULL UNIQUE,
        body INTEGER NOT NULL,
        feed INTEGER REFERENCES feed,
        source TEXT,
        url TEXT,
        outlet TEXT,
        title TEXT NOT NULL,
        kicker TEXT,
        byline TEXT,
        published INTEGER,
        offset INTEGER NOT NULL,
        language TEXT,
        minutes INTEGER NOT NULL,
        quotes INTEGER NOT NULL,
        -- The batch that brought it, and the rules that it was read by.
        arrival INTEGER NOT NULL,
        rules INTEGER NOT NULL,
        -- Whether there is an earlier text of it.
        updated INTEGER NOT NULL DEFAULT 0,
        -- What holds by `mark`.
        read INTEGER NOT NULL DEFAULT 0,
        bookmarked INTEGER NOT NULL DEFAULT 0,
        block INTEGER,
        byte INTEGER,
        permille INTEGER
    );
    CREATE INDEX article_arrival ON article (arrival);
    CREATE INDEX article_read ON article (read);
    CREATE INDEX article_bookmarked ON article (bookmarked) WHERE bookmarked = 1;
    -- What opening needs, in the order of arrival: the bytes that an article was
    -- made of and the document made of them, packed together.
    CREATE TABLE body (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        -- As much as tells two states of one source apart.
        hash BLOB NOT NULL,
        packed BLOB NOT NULL
    );
    -- What pieces are packed by (store::pack).
    CREATE TABLE dictionary (
        number INTEGER PRIMARY KEY,
        bytes BLOB NOT NULL
    );
    -- Files that articles were found in. Size and time are null where they tell
    -- nothing, the article where it was dropped.
    CREATE TABLE source (
        path BLOB PRIMARY KEY,
        article INTEGER REFERENCES article ON UPDATE CASCADE ON DELETE SET NULL,
        size INTEGER,
        modified INTEGER,
        hash BLOB NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX source_article ON source (article);
    -- Entries of feeds that articles were found in; `id` and `hash` are short
    -- hashes of what the feed calls them and of their content.
    CREATE TABLE entry (
        feed INTEGER NOT NULL REFERENCES feed,
        id BLOB NOT NULL,
        article INTEGER REFERENCES article ON UPDATE CASCADE ON DELETE SET NULL,
        hash BLOB NOT NULL,
        PRIMARY KEY (feed, id)
    ) WITHOUT ROWID;
    CREATE INDEX entry_article ON entry (article);
    CREATE INDEX entry_feed ON entry (feed, article);
    -- What an article said before it was changed at its source.
    CREATE TABLE earlier (
        number INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article ON UPDATE CASCADE ON DELETE CASCADE,
        id BLOB NOT NULL,
        replaced INTEGER NOT NULL,
        title TEXT NOT NULL,
        body INTEGER NOT NULL
    );
    CREATE INDEX earlier_article ON earlier (article);
    CREATE INDEX earlier_id ON earlier (id);
    -- How many quotations each speaker has.
    CREATE TABLE speaker (
        name TEXT PRIMARY KEY,
        said INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX speaker_said ON speaker (said) WHERE said >= 8;
    -- The words of each article, as store::index writes them: folded, and set apart
    -- by spaces. The tokenizer `ascii` takes everything beyond
    -- ASCII as a letter, which leaves them be. Places are not kept.
    CREATE VIRTUAL TABLE found USING fts5 (
        words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
    );

    -- The journals' projection: what they say of every id, whether or not its
    -- article is here. Times are milliseconds since 1970, 0 for what they do not say.
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
    -- An article that was changed has the marks of its earlier ids as well: of
    -- each field what was said last.
    CREATE VIEW standing AS SELECT a.key,
        coalesce((SELECT read FROM mark
            WHERE id IN (SELECT a.id UNION ALL SELECT id FROM earlier WHERE article = a.key) AND read_at > 0
            ORDER BY read_at DESC, read DESC LIMIT 1), 0) AS read,
        coalesce((SELECT bookmarked FROM mark
            WHERE id IN (SELECT a.id UNION ALL SELECT id FROM earlier WHERE article = a.key) AND bookmarked_at > 0
            ORDER BY bookmarked_at DESC, bookmarked DESC LIMIT 1), 0) AS bookmarked,
        (SELECT id FROM mark
            WHERE id IN (SELECT a.id UNION ALL SELECT id FROM earlier WHERE article = a.key) AND place_at > 0
            ORDER BY place_at DESC, block DESC, byte DESC, permille DESC LIMIT 1) AS stopped
        FROM article a;
    CREATE TRIGGER article_updated AFTER UPDATE OF updated ON article BEGIN
        UPDATE article SET
            (read, bookmarked) = (SELECT read, bookmarked FROM standing WHERE key = NEW.key),
            (block, byte, permille) = (SELECT block, byte, permille FROM mark
                WHERE id = (SELECT stopped FROM standing WHERE key = NEW.key))
            WHERE key = NEW.key;
    END;
    CREATE TRIGGER mark_out AFTER DELETE ON mark BEGIN
        UPDATE article SET updated = updated WHERE id = OLD.id;
        UPDATE article SET updated = 1 WHERE key IN (SELECT article FROM earlier WHERE id = OLD.id);
    END;

    -- How many articles there are, and the number of the last batch that brought any.
    CREATE TABLE tally (
        n_all INTEGER NOT NULL,
        n_unread INTEGER NOT NULL,
        n_bookmarked INTEGER NOT NULL,
        arrival INTEGER NOT NULL
    );
    INSERT INTO tally VALUES (0, 0, 0, 0);
    CREATE TRIGGER article_out AFTER DELETE ON article BEGIN
        UPDATE tally SET n_all = n_all - 1, n_unread = n_unread - (OLD.read = 0),
            n_bookmarked = n_bookmarked - OLD.bookmarked;
    END;
    CREATE TRIGGER article_marked AFTER UPDATE OF read, bookmarked ON article
        WHEN NEW.read <> OLD.read OR NEW.bookmarked <> OLD.bookmarked BEGIN
        UPDATE tally SET n_unread = n_unread + (NEW.read = 0) - (OLD.read = 0),
            n_bookmarked = n_bookmarked + NEW.bookmarked - OLD.bookmarked;
        UPDATE feed SET n_unread = n_unread + (NEW.read = 0) - (OLD.read = 0),
            n_bookmarked = n_bookmarked + NEW.bookmarked - OLD.bookmarked
            WHERE number IN (SELECT feed FROM entry WHERE article = NEW.key);
    END;
";

/// What happens to articles when a mark comes or changes. Most marks that a new
/// library takes are of articles that it does not have: these cost two looks.
const MARKED: &str = "
    WHEN EXISTS (SELECT 1 FROM article WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM earlier WHERE id = NEW.id)
    BEGIN
        UPDATE article SET read = NEW.read, bookmarked = NEW.bookmarked,
            block = NEW.block, byte = NEW.byte, permille = NEW.permille
            WHERE id = NEW.id AND updated = 0;
        UPDATE article SET updated = 1 WHERE updated = 1 AND key IN (
            SELECT key FROM article WHERE id = NEW.id UNION ALL SELECT article FROM earlier WHERE id = NEW.id);
    END;
";

/// How the index is written: what a transaction brings becomes one part of it, and
/// of parts as large as each other eight become one. By fours (which is usual) a word
/// of a million articles would be written six times over, and by sixteens each search
/// would look into twice as many.
const INDEXING: &str = "
    INSERT INTO found (found, rank) VALUES ('hashsize', 8388608);
    INSERT INTO found (found, rank) VALUES ('automerge', 8);
";

/// Sets up an empty library.
pub(super) fn create(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(TABLES)?;
    finish(connection)
}

/// What is the same in a library of version 2 but for how it goes about its work.
pub(super) fn from_2(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("DROP TRIGGER article_in; DROP TRIGGER mark_in; DROP TRIGGER mark_changed;")?;
    finish(connection)
}

fn finish(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(INDEXING)?;
    for (name, when) in [("mark_in", "INSERT"), ("mark_changed", "UPDATE")] {
        connection.execute_batch(&format!("CREATE TRIGGER {name} AFTER {when} ON mark {MARKED}"))?;
    }
    Ok(())
}

pub(super) fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Whether the file is empty or a library.
pub(super) fn is_ours(connection: &Connection) -> rusqlite::Result<bool> {
    let id: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if id == OURS {
        return Ok(true);
    }
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(tables == 0)
}

/// Sets a connection up.
///
/// `synchronous = NORMAL`: with a write-ahead log a loss of power may cost the
/// last batches, and never the file (<https://sqlite.org/pragma.html#pragma_synchronous>).
/// What is lost so is taken in again, since its sources are forgotten with it;
/// waiting for the disk at each batch buys nothing.
pub(super) fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(
        "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -8000; PRAGMA journal_size_limit = 16777216;",
    )
}

/// Brings the tables of a library up to [`VERSION`], all at once.
pub(super) fn prepare(connection: &mut Connection, packing: &Packing, from: i64) -> rusqlite::Result<()> {
    if from == VERSION {
        return Ok(());
    }
    // Whoever else had the same in mind may have done it in the meantime.
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    match version(&change)? {
        VERSION => return Ok(()),
        1 => upgrade::from_1(&change, packing)?,
        2 => from_2(&change)?,
        // Pieces are packed otherwise from here on; what is there is read as it is.
        3 => {}
        _ => create(&change)?,
    }
    change.pragma_update(None, "application_id", OURS)?;
    change.pragma_update(None, "user_version", VERSION)?;
    change.commit()
}

/// Touches every table: a file that is cut off or overwritten shows it here. Of the
/// index of words those that it lies in: to look for a word would be to look into each
/// of its parts, which are many in a large library.
pub(super) fn probe(connection: &Connection) -> rusqlite::Result<()> {
    const TOUCHED: [&str; 11] = [
        "article",
        "body",
        "source",
        "entry",
        "earlier",
        "feed",
        "mark",
        "journal",
        "tally",
        "found_data",
        "found_idx",
    ];
    let each = TOUCHED.map(|it| format!("EXISTS (SELECT 1 FROM {it} NOT INDEXED)"));
    connection.query_row(&format!("SELECT {}", each.join(", ")), [], |_| Ok(()))
}
