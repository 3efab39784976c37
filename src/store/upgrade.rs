//! What older kabars wrote, made into what this one reads.

use std::io::{self, Read as _};

use flate2::read::DeflateDecoder;
use rusqlite::{OptionalExtension as _, Transaction, params};

use super::document;
use super::pack::{LARGEST, Packing, Parts};
use super::taken::Taken;
use super::{schema, taking};
use crate::article::{Article, ArticleId, Date, Header, Language};
use crate::text::analysis::analyse;

/// Version 1 had no feeds and no marks, packed originals and documents apart, and
/// kept the words of quotations beside them. The texts stay what they were;
/// quotations are found anew in them.
pub(super) fn from_1(change: &Transaction<'_>, packing: &Packing) -> rusqlite::Result<()> {
    change.execute_batch(
        "DROP TABLE found; DROP TABLE said; DROP TABLE quotation;
         ALTER TABLE article RENAME TO old_article; ALTER TABLE body RENAME TO old_body;
         ALTER TABLE source RENAME TO old_source; ALTER TABLE earlier RENAME TO old_earlier;
         DROP INDEX source_article; DROP INDEX earlier_article; DROP INDEX earlier_id;",
    )?;
    schema::create(change)?;
    let mut old = change.prepare(
        "SELECT id, source, url, outlet, title, kicker, byline, published, offset, language, minutes, quotes,
            name, hash, original, document
         FROM old_article JOIN old_body ON article = key ORDER BY key",
    )?;
    let mut rows = old.query([])?;
    while let Some(row) = rows.next()? {
        let offset: i32 = row.get(8)?;
        let header = Header {
            id: ArticleId::from_bytes(row.get(0)?),
            source: row.get(1)?,
            url: row.get(2)?,
            outlet: row.get(3)?,
            title: row.get(4)?,
            kicker: row.get(5)?,
            byline: row.get(6)?,
            published: row.get::<_, Option<i64>>(7)?.map(|seconds| Date { seconds, offset }),
            language: row.get::<_, Option<String>>(9)?.as_deref().and_then(Language::parse),
            minutes: row.get(10)?,
            quotes: row.get(11)?,
        };
        let (name, original, packed): (String, Vec<u8>, Vec<u8>) = (row.get(12)?, row.get(14)?, row.get(15)?);
        let mut article = Article {
            id: header.id,
            source: header.source.clone(),
            url: header.url.clone(),
            outlet: header.outlet.clone(),
            title: header.title.clone(),
            kicker: header.kicker.clone(),
            byline: header.byline.clone(),
            published: header.published,
            language: header.language,
            blocks: Vec::new(),
            trimmed: Vec::new(),
            links: Vec::new(),
            caveats: Vec::new(),
        };
        // What cannot be unpacked keeps its place, its title and its marks.
        let original = inflated(&original).unwrap_or_default();
        let _ = inflated(&packed).and_then(|it| document::read("", &it, &mut article));
        let mut taken = Taken::new(header, &article, &analyse(&article), (&name, &original), None);
        taken.rules = 0;
        taken.hash.0 = row.get(13)?;
        taking::insert(change, packing, &taken)?;
    }
    change.execute_batch(
        "INSERT INTO source (path, article, size, modified, hash)
            SELECT path, a.key, size, modified, hash FROM old_source
            JOIN old_article o ON o.key = old_source.article JOIN article a USING (id);",
    )?;
    earlier(change, packing)?;
    drop(rows);
    drop(old);
    change.execute_batch(
        "DROP TABLE old_source; DROP TABLE old_earlier; DROP TABLE old_body; DROP TABLE old_article;",
    )
}

fn earlier(change: &Transaction<'_>, packing: &Packing) -> rusqlite::Result<()> {
    let mut old = change.prepare(
        "SELECT o.id, e.id, replaced, e.title, name, hash, original, document
         FROM old_earlier e JOIN old_article o ON o.key = e.article ORDER BY number",
    )?;
    let mut rows = old.query([])?;
    while let Some(row) = rows.next()? {
        let key: Option<i64> = change
            .prepare_cached("SELECT key FROM article WHERE id = ?1")?
            .query_row([row.get::<_, Vec<u8>>(0)?], |row| row.get(0))
            .optional()?;
        let Some(key) = key else { continue };
        let (original, document): (Vec<u8>, Vec<u8>) = (row.get(6)?, row.get(7)?);
        // Its texts stand in the document, as they always did.
        let parts = Parts {
            text: String::new(),
            document: inflated(&document).unwrap_or_default(),
            original: inflated(&original).unwrap_or_default(),
        };
        let packed = packing.pack(change, &parts)?;
        change
            .prepare_cached("INSERT INTO body (name, hash, packed) VALUES (?1, ?2, ?3)")?
            .execute(params![row.get::<_, String>(4)?, row.get::<_, Vec<u8>>(5)?, packed])?;
        let body = change.last_insert_rowid();
        let mut keep = change.prepare_cached(
            "INSERT INTO earlier (article, id, replaced, title, body) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        let (id, replaced, title): (Vec<u8>, i64, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
        keep.execute(params![key, id, replaced, title, body])?;
        change.prepare_cached("UPDATE article SET updated = 1 WHERE key = ?1")?.execute([key])?;
    }
    Ok(())
}

fn inflated(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    DeflateDecoder::new(bytes).take(LARGEST).read_to_end(&mut out)?;
    Ok(out)
}
