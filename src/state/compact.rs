//! A journal rewritten with only what still counts.
//!
//! Only entries that the same journal outdoes are dropped: what another
//! device's journal outdoes stays, since that journal may be gone tomorrow.
//! What this version does not understand stays too.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::Error;
use super::device::{folder_of, sync_folder, write_whole};
use super::entry::{self, FORMAT, Line};
use super::journal::{seen, set_aside};
use super::projection::At;

/// Rewrites a journal; gives where it ends then, and `None` where it was not
/// rewritten. Another file takes its name once it is on disk, so that a crash
/// leaves the one or the other. The lock is held.
pub(super) fn compact(path: &Path) -> Result<Option<At>, Error> {
    let text = match fs::read(path) {
        // It was thrown out since it was read.
        Err(source) if source.kind() == io::ErrorKind::NotFound => return Ok(None),
        read => read.map_err(Error::read(path))?,
    };
    let compacted = compacted(&text);
    if compacted.format > FORMAT {
        return Ok(None);
    }
    if !compacted.damaged.is_empty() {
        set_aside(path, &compacted.damaged)?;
    }
    let mut new = OsString::from(path);
    new.push(".new");
    let new = PathBuf::from(new);
    write_whole(&new, &compacted.text).map_err(Error::write(&new))?;
    fs::rename(&new, path).map_err(Error::write(path))?;
    let folder = folder_of(path);
    sync_folder(folder).map_err(Error::write(folder))?;
    let mut at = At::start();
    at.advance(&compacted.text, compacted.lines);
    at.compacted_to = compacted.lines;
    at.seen = fs::metadata(path).ok().as_ref().map(seen);
    Ok(Some(at))
}

#[derive(Debug, PartialEq)]
struct Compacted {
    format: u64,
    text: Vec<u8>,
    /// How many lines the text has.
    lines: u64,
    /// Lines that are no JSON.
    damaged: Vec<u8>,
}

/// A member of an entry: of which article, which member, and whether this
/// version understands it. What it does not understand never outdoes what it does.
type Key = (String, String, bool);

fn compacted(text: &[u8]) -> Compacted {
    let mut format = FORMAT;
    let mut head = Map::new();
    let mut fields: BTreeMap<Key, (u64, Value)> = BTreeMap::new();
    let (mut unknown, mut damaged) = (Vec::new(), Vec::new());
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        match entry::parse(line) {
            Line::Blank => continue,
            Line::Damaged => {
                damaged.extend_from_slice(line);
                continue;
            }
            Line::Head(its, members) => {
                format = format.max(its);
                head.extend(members);
                continue;
            }
            Line::Entry(_) | Line::Unknown => {}
        }
        let members: Map<String, Value> = serde_json::from_slice(line).unwrap_or_default();
        let Some((t, id)) = entry::subject(&members) else {
            unknown.extend_from_slice(line.trim_ascii());
            unknown.push(b'\n');
            continue;
        };
        let id = id.to_owned();
        for (key, value) in members {
            if key == "t" || key == "id" {
                continue;
            }
            let understood = entry::understands(&key, &value);
            match fields.entry((id.clone(), key, understood)) {
                Slot::Vacant(slot) => {
                    slot.insert((t, value));
                }
                Slot::Occupied(mut slot) => {
                    if (t, order(&value)) >= (slot.get().0, order(&slot.get().1)) {
                        slot.insert((t, value));
                    }
                }
            }
        }
    }
    // In the order of time, as a journal is.
    let mut lines: Vec<(u64, String)> = fields
        .into_iter()
        .map(|((id, key, _), (t, value))| {
            let mut members = Map::new();
            members.insert("t".to_owned(), t.into());
            members.insert("id".to_owned(), id.into());
            members.insert(key, value);
            (t, Value::Object(members).to_string())
        })
        .collect();
    lines.sort();
    head.insert("kabar".to_owned(), json!(format));
    let n_unknown = unknown.split_inclusive(|byte| *byte == b'\n').count();
    let n_lines = (1 + lines.len() + n_unknown) as u64;
    head.insert("lines".to_owned(), json!(n_lines));
    let mut text = format!("{}\n", Value::Object(head)).into_bytes();
    for (_, line) in lines {
        text.extend_from_slice(line.as_bytes());
        text.push(b'\n');
    }
    text.extend(unknown);
    Compacted { format, text, lines: n_lines, damaged }
}

/// How values of the same moment are ordered: as the merge orders them.
fn order(value: &Value) -> (Option<bool>, Option<Vec<u64>>) {
    let numbers = value.as_array().map(|them| them.iter().filter_map(Value::as_u64).collect());
    (value.as_bool(), numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_journal_itself_outdoes_is_dropped() {
        let before = concat!(
            "{\"kabar\":1,\"device\":\"d\",\"color\":\"red\"}\n",
            "{\"t\":1,\"id\":\"0123456789abcdef\",\"read\":true}\n",
            "{\"t\":2,\"id\":\"0123456789abcdef\",\"place\":[1,2,3]}\n",
            "{\"t\":3,\"id\":\"0123456789abcdef\",\"read\":false,\"stars\":2}\n",
            "nonsense\n",
            "{\"t\":4,\"id\":\"0123456789abcdef\",\"stars\":1}\n",
            "{\"t\":5,\"id\":\"0123456789abcdef\",\"read\":\"soon\"}\n",
            "{\"t\":6,\"id\":\"of another kind\",\"read\":true}\n",
            "{\"undo\":7}\n",
        );
        let after = concat!(
            "{\"color\":\"red\",\"device\":\"d\",\"kabar\":1,\"lines\":7}\n",
            "{\"id\":\"0123456789abcdef\",\"place\":[1,2,3],\"t\":2}\n",
            "{\"id\":\"0123456789abcdef\",\"read\":false,\"t\":3}\n",
            "{\"id\":\"0123456789abcdef\",\"stars\":1,\"t\":4}\n",
            "{\"id\":\"0123456789abcdef\",\"read\":\"soon\",\"t\":5}\n",
            "{\"id\":\"of another kind\",\"read\":true,\"t\":6}\n",
            "{\"undo\":7}\n",
        );
        let compacted = compacted(before.as_bytes());
        assert_eq!(String::from_utf8(compacted.text.clone()).unwrap(), after);
        assert_eq!(compacted.damaged, b"nonsense\n");
        assert_eq!(super::compacted(after.as_bytes()).text, compacted.text);
    }
}
