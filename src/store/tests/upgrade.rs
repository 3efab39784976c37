//! Libraries that older kabars wrote.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use rusqlite::params;

use super::*;

/// The tables of version 1.
const VERSION_1: &str = "
    CREATE TABLE article (
        key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, source TEXT NOT NULL, url TEXT, outlet TEXT,
        title TEXT NOT NULL, kicker TEXT, byline TEXT, published INTEGER, offset INTEGER NOT NULL,
        language TEXT, minutes INTEGER NOT NULL, quotes INTEGER NOT NULL
    );
    CREATE TABLE body (
        article INTEGER PRIMARY KEY REFERENCES article ON UPDATE CASCADE,
        name TEXT NOT NULL, hash BLOB NOT NULL, original BLOB NOT NULL, document BLOB NOT NULL
    );
    CREATE TABLE source (
        path BLOB PRIMARY KEY, article INTEGER NOT NULL REFERENCES article ON UPDATE CASCADE,
        size INTEGER, modified INTEGER, hash BLOB NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX source_article ON source (article);
    CREATE TABLE earlier (
        number INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article ON UPDATE CASCADE,
        id BLOB NOT NULL, replaced INTEGER NOT NULL, title TEXT NOT NULL, name TEXT NOT NULL,
        hash BLOB NOT NULL, original BLOB NOT NULL, document BLOB NOT NULL
    );
    CREATE INDEX earlier_article ON earlier (article);
    CREATE INDEX earlier_id ON earlier (id);
    CREATE TABLE quotation (
        number INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article ON UPDATE CASCADE,
        block INTEGER NOT NULL, byte INTEGER NOT NULL, speaker TEXT, sure INTEGER NOT NULL, words TEXT NOT NULL
    );
    CREATE INDEX quotation_article ON quotation (article);
    CREATE VIRTUAL TABLE found USING fts5 (
        title, body, byline, source, speaker, content = '', contentless_delete = 1, tokenize = 'ascii'
    );
    CREATE VIRTUAL TABLE said USING fts5 (
        speaker, words, content = '', contentless_delete = 1, tokenize = 'ascii'
    );
    PRAGMA application_id = 1801544289;
    PRAGMA user_version = 1;
";

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn a_library_of_version_1_becomes_one_of_today_with_everything_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let old = Connection::open(folder.path().join("library.db")).unwrap();
    old.execute_batch(VERSION_1).unwrap();
    let document = |text: &str| {
        deflated(
            format!(r#"{{"language":"en","blocks":[{{"kind":"Paragraph","text":"{text}"}}]}}"#).as_bytes(),
        )
    };
    let said = "“We waited,” said Maria Lopez.";
    let broken = vec![0xff; 9];
    for (key, id, title, published, body) in [
        (8_796_093_022_208_000_i64, 1_u8, "Dated", Some(1_790_000_000), document(said)),
        (-1_125_899_906_842_624, 2, "Undated", None, document("The harbor.")),
        (8_796_093_022_209_000, 3, "Broken", Some(1_780_000_000), broken),
    ] {
        old.execute(
            "INSERT INTO article VALUES (?1, ?2, ?3, NULL, 'Ferry', ?4, NULL, 'Ana', ?5, 0, 'en', 1, 0)",
            params![key, [id; 10], format!("news/{id}.txt"), title, published],
        )
        .unwrap();
        old.execute(
            "INSERT INTO body VALUES (?1, 'note.txt', ?2, ?3, ?4)",
            params![key, [id; 16], deflated(b"original"), body],
        )
        .unwrap();
        old.execute("INSERT INTO source VALUES (?1, ?2, 5, 6, ?3)", params![[b'/', id], key, [id; 16]])
            .unwrap();
    }
    old.execute(
        "INSERT INTO earlier SELECT 1, key, ?1, 7, 'Before', 'note.txt', hash, original, ?2
         FROM article JOIN body ON key = article WHERE title = 'Dated'",
        params![[9_u8; 10], document("Earlier.")],
    )
    .unwrap();
    drop(old);

    let (store, notices) = Store::open(folder.path(), NOW).unwrap();
    assert!(notices.is_empty(), "{notices:?}");
    let mut shelf = Shelf { folder, store };
    assert_eq!(shelf.found(""), ["Dated", "Broken", "Undated"]);
    assert_eq!(shelf.found("harbor from:news"), ["Undated"]);
    assert_eq!(shelf.found("said:lopez"), ["Dated"]);
    let said = shelf.store.said(&Query::parse("lopez", Date::utc(0)), &Query::default(), 9).unwrap();
    assert_eq!(said[0].words, "“We waited,”");
    assert_eq!(
        shelf.store.article(ArticleId::from_bytes([2; 10])).unwrap().unwrap().blocks[0].text,
        "The harbor."
    );
    let stat = Stat { size: 5, modified: 6 };
    assert_eq!(shelf.store.seen(&[b'/', 1]).unwrap(), Some((Some(stat), Hash([1; 16]))));
    let earlier = ArticleId::from_bytes([9; 10]).to_string();
    assert_eq!(shelf.store.beginning(&earlier, 9).unwrap(), [ArticleId::from_bytes([1; 10])]);
    assert_eq!(shelf.store.originals(None, 9, false).unwrap().originals[0].bytes, b"original");
    assert!(shelf.store.check().unwrap().is_empty());
    drop(shelf.store);
    let (store, _) = Store::open(shelf.folder.path(), NOW).unwrap();
    assert_eq!(store.tally().unwrap().all, 3, "and once is enough");
}

/// What version 2 had that version 3 has not.
const VERSION_2: &str = "
    CREATE TRIGGER article_in AFTER INSERT ON article BEGIN
        UPDATE tally SET n_all = n_all + 1, n_unread = n_unread + (NEW.read = 0),
            n_bookmarked = n_bookmarked + NEW.bookmarked;
        UPDATE article SET read = m.read, bookmarked = m.bookmarked,
            block = m.block, byte = m.byte, permille = m.permille
            FROM mark m WHERE article.key = NEW.key AND m.id = NEW.id;
    END;
    DROP TRIGGER mark_in;
    CREATE TRIGGER mark_in AFTER INSERT ON mark BEGIN
        UPDATE article SET read = NEW.read, bookmarked = NEW.bookmarked,
            block = NEW.block, byte = NEW.byte, permille = NEW.permille
            WHERE id = NEW.id AND updated = 0;
        UPDATE article SET updated = 1 WHERE id = NEW.id AND updated = 1;
        UPDATE article SET updated = 1 WHERE key IN (SELECT article FROM earlier WHERE id = NEW.id);
    END;
    PRAGMA user_version = 2;
";

#[test]
fn a_library_of_version_2_goes_on_with_what_is_in_it() {
    let mut shelf = Shelf::new();
    let one = piece(1, "One", "“The harbor is ours,” said Maria Lopez.").at("a");
    shelf.take(std::slice::from_ref(&one));
    let json = r#"{"language":"en","blocks":[{"kind":"Paragraph","n":43}],
        "said":[[0,0,0,25,"Maria Lopez",true]]}"#;
    let parts = pack::Parts {
        text: one.body.to_owned(),
        document: json.as_bytes().to_vec(),
        original: one.body.as_bytes().to_vec(),
    };
    let packed = shelf.store.packing.pack(&shelf.store.connection, &parts).unwrap();
    shelf.store.connection.execute("UPDATE body SET packed = ?1", [packed]).unwrap();
    shelf.store.connection.execute_batch(VERSION_2).unwrap();
    let folder = shelf.folder;
    drop(shelf.store);

    let (store, notices) = Store::open(folder.path(), NOW).unwrap();
    assert!(notices.is_empty(), "{notices:?}");
    let mut shelf = Shelf { folder, store };
    assert_eq!(shelf.store.article(one.article().id).unwrap(), Some(one.article()));
    assert_eq!(shelf.found("said:lopez"), ["One"]);
    assert_eq!(shelf.store.reclean(&[one.taken()]).unwrap(), 0, "it reads as before");
    let two = ArticleId::from_bytes([2; 10]);
    shelf.say(1, two, Field::Bookmarked(true));
    shelf.take(&[piece(2, "Two", "The sea.")]);
    assert_eq!(shelf.found("is:bookmarked"), ["Two"]);
    shelf.say(2, two, Field::Read(true));
    let tally = shelf.store.tally().unwrap();
    assert_eq!((tally.all, tally.unread, tally.bookmarked), (2, 1, 1));
    assert!(shelf.store.doctor().unwrap().iter().all(|it| !it.is_wrong()));
}

#[test]
fn a_library_of_version_3_is_read_as_it_is_and_goes_on() {
    let mut shelf = Shelf::new();
    let one = piece(1, "One", "“The harbor is ours,” said Maria Lopez.").at("a");
    shelf.take(std::slice::from_ref(&one));
    // Dictionaries had no words beside them, texts no codes, and hashes were longer.
    let samples: Vec<String> = (0..999).map(|it| format!("The harbor of day {}", it * 7919)).collect();
    let trained = zstd::dict::from_samples(&samples, 1_000).unwrap();
    let connection = &shelf.store.connection;
    connection.execute("INSERT INTO dictionary (bytes) VALUES (?1)", [&trained]).unwrap();
    let packed: Vec<u8> = connection.query_row("SELECT packed FROM body", [], |row| row.get(0)).unwrap();
    let pack::Parts { text, document, original } = shelf.store.packing.unpack(connection, &packed).unwrap();
    let mut old = bytes::Writer::default();
    for n in [1, text.len(), document.len(), original.len()] {
        old.count(n);
    }
    let mut compressor = zstd::bulk::Compressor::with_dictionary(3, &trained).unwrap();
    compressor.include_contentsize(false).unwrap();
    let frame = compressor.compress(&[text.as_bytes(), &document, &original].concat()).unwrap();
    let old = [old.into_bytes(), frame].concat();
    let hash = Hash::of(one.body.as_bytes());
    connection.execute("UPDATE body SET packed = ?1, hash = ?2", params![old, hash.0]).unwrap();
    connection.pragma_update(None, "user_version", 3).unwrap();
    let folder = shelf.folder;
    drop(shelf.store);

    let (store, notices) = Store::open(folder.path(), NOW).unwrap();
    assert!(notices.is_empty(), "{notices:?}");
    let mut shelf = Shelf { folder, store };
    let id = one.article().id;
    assert_eq!(shelf.store.article(id).unwrap(), Some(one.article()));
    assert_eq!(shelf.found("harbor"), ["One"]);
    assert_eq!(shelf.store.reclean(&[one.taken()]).unwrap(), 0, "it reads as before");
    let two = piece(2, "Two", "The sea, the sea.").at("b");
    shelf.take(&[one.clone(), two.clone()]);
    assert_eq!(shelf.found(""), ["Two", "One"]);
    assert_eq!(shelf.store.article(two.article().id).unwrap(), Some(two.article()));
    assert_eq!(shelf.store.earlier(id).unwrap(), [], "nothing has changed");
}
