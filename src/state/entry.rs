//! A line of a journal, and what it says.
//!
//! The first line of a journal says what it is:
//!
//! ```json
//! {"kabar":1,"device":"laptop-5c1f0a9be27d4436"}
//! ```
//!
//! Every further line is an entry: the time in milliseconds since 1970, the
//! article, and what holds since then. Members that are not named here are
//! fields of a newer kabar, and kept.
//!
//! ```json
//! {"t":1763820000000,"id":"0123456789abcdef","read":true}
//! {"t":1763820000001,"id":"0123456789abcdef","bookmark":false}
//! {"t":1763820000002,"id":"0123456789abcdef","place":[12,340,159]}
//! {"t":1763820000003,"id":"0123456789abcdef","place":null}
//! ```
//!
//! A place is the block, the byte in the block, and how much of the article was
//! read, in thousandths.

mod quick;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::article::{ArticleId, Change, Field, Place, Progress, Stamped};

/// The format that this version writes.
pub(super) const FORMAT: u64 = 1;

/// The last moment that an entry may bear: what JSON programs hold exactly
/// (RFC 8259, section 6), some 280,000 years from now. A line that claims to be
/// later could never be outdone, so it is not believed.
pub(super) const LATEST: u64 = (1 << 53) - 1;

/// What holds of an article since a moment; `None` where the line does not say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Entry {
    /// Milliseconds since 1970.
    pub(super) t: u64,
    pub(super) id: ArticleId,
    pub(super) read: Option<bool>,
    pub(super) bookmarked: Option<bool>,
    #[expect(clippy::option_option, reason = "not said, said to be none, said to be some")]
    pub(super) progress: Option<Option<Progress>>,
}

/// A line by what can be made of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Line {
    Blank,
    /// The journal's first line, with the format that it is in.
    Head(u64, Map<String, Value>),
    Entry(Entry),
    /// Sound JSON that says nothing to this version.
    Unknown,
    /// No JSON object.
    Damaged,
}

/// The members of an entry as they are written.
#[derive(Serialize, Deserialize)]
struct Written<'a> {
    t: u64,
    id: &'a str,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    read: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bookmark: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    #[expect(clippy::option_option, reason = "not said, said to be none, said to be some")]
    place: Option<Option<(usize, usize, u16)>>,
}

/// Tells `null` from a member that is not there.
fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

/// The name of the member that a field is written as.
pub(super) fn key(field: Field) -> &'static str {
    match field {
        Field::Read(_) => "read",
        Field::Bookmarked(_) => "bookmark",
        Field::Progress(_) => "place",
    }
}

/// Whether this version makes something of a member of an entry.
pub(super) fn understands(key: &str, value: &Value) -> bool {
    match key {
        "read" | "bookmark" => value.is_boolean(),
        "place" => value.is_null() || stop(value).is_some(),
        _ => false,
    }
}

impl Entry {
    pub(super) fn new(write: Stamped) -> Self {
        let Stamped { t, change: Change { id, field } } = write;
        let mut entry = Self { t, id, read: None, bookmarked: None, progress: None };
        match field {
            Field::Read(read) => entry.read = Some(read),
            Field::Bookmarked(bookmarked) => entry.bookmarked = Some(bookmarked),
            Field::Progress(progress) => entry.progress = Some(progress),
        }
        entry
    }

    /// What it says, field by field.
    pub(super) fn writes(self) -> impl Iterator<Item = Stamped> {
        let fields = [
            self.read.map(Field::Read),
            self.bookmarked.map(Field::Bookmarked),
            self.progress.map(Field::Progress),
        ];
        fields.into_iter().flatten().map(move |field| Stamped::new(self.t, self.id, field))
    }

    /// The entry as a line, with its line end.
    pub(super) fn to_line(self) -> Result<Vec<u8>, serde_json::Error> {
        let id = self.id.to_string();
        let place = self.progress.map(|it| it.map(|it| (it.place.block, it.place.byte, it.permille)));
        let written = Written { t: self.t, id: &id, read: self.read, bookmark: self.bookmarked, place };
        let mut line = serde_json::to_vec(&written)?;
        line.push(b'\n');
        Ok(line)
    }
}

/// Reads a line, with or without its line end.
pub(super) fn parse(line: &[u8]) -> Line {
    // Nearly every line is one that this version wrote.
    quick::parse(line).map_or_else(|| parse_any(line), Line::Entry)
}

fn parse_any(line: &[u8]) -> Line {
    if let Ok(written) = serde_json::from_slice::<Written<'_>>(line)
        && let (Ok(id), 0..=LATEST) = (written.id.parse(), written.t)
    {
        let progress = written.place.map(|it| it.map(progress));
        return Line::Entry(Entry {
            t: written.t,
            id,
            read: written.read,
            bookmarked: written.bookmark,
            progress,
        });
    }
    if line.trim_ascii().is_empty() {
        return Line::Blank;
    }
    let Ok(members) = serde_json::from_slice::<Map<String, Value>>(line) else { return Line::Damaged };
    if let Some((t, id)) = subject(&members)
        && let Ok(id) = id.parse()
    {
        let flag = |key| members.get(key).and_then(Value::as_bool);
        let progress = members.get("place").and_then(|it| match it {
            Value::Null => Some(None),
            it => stop(it).map(Some),
        });
        return Line::Entry(Entry { t, id, read: flag("read"), bookmarked: flag("bookmark"), progress });
    }
    match members.get("kabar").and_then(Value::as_u64) {
        Some(format) => Line::Head(format, members),
        None => Line::Unknown,
    }
}

/// When, and of what, an entry speaks; the article may be named in a way that
/// only a newer version knows.
pub(super) fn subject(members: &Map<String, Value>) -> Option<(u64, &str)> {
    let t = members.get("t")?.as_u64().filter(|t| *t <= LATEST)?;
    Some((t, members.get("id")?.as_str()?))
}

fn stop(value: &Value) -> Option<Progress> {
    serde_json::from_value(value.clone()).ok().map(progress)
}

fn progress((block, byte, permille): (usize, usize, u16)) -> Progress {
    Progress { place: Place { block, byte }, permille: permille.min(1000) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id() -> ArticleId {
        "0123456789abcdef".parse().unwrap()
    }

    #[test]
    fn an_entry_survives_being_written_and_read() {
        let progress = Progress { place: Place { block: 12, byte: 340 }, permille: 159 };
        for (field, line) in [
            (Field::Read(true), r#"{"t":5,"id":"0123456789abcdef","read":true}"#),
            (Field::Bookmarked(false), r#"{"t":5,"id":"0123456789abcdef","bookmark":false}"#),
            (Field::Progress(Some(progress)), r#"{"t":5,"id":"0123456789abcdef","place":[12,340,159]}"#),
            (Field::Progress(None), r#"{"t":5,"id":"0123456789abcdef","place":null}"#),
        ] {
            let entry = Entry::new(Stamped::new(5, id(), field));
            assert_eq!(String::from_utf8(entry.to_line().unwrap()).unwrap(), format!("{line}\n"));
            assert_eq!(parse(line.as_bytes()), Line::Entry(entry));
        }
    }

    #[test]
    fn what_a_newer_version_wrote_is_read_as_far_as_it_is_known() {
        let read = Entry::new(Stamped::new(5, id(), Field::Read(true)));
        let nothing = Entry { read: None, ..read };
        for (line, entry) in [
            (r#"{"t":5,"id":"0123456789abcdef","read":true,"stars":[3]}"#, read),
            (r#"{"id":"0123456789abcdef","place":{"p":1},"read":true,"t":5}"#, read),
            (r#"{"t":5,"id":"0123456789\u0061bcdef","read":false,"read":true}"#, read),
            (r#"{"t":5,"id":"0123456789abcdef","read":"twice"}"#, nothing),
            (r#"{"t":5,"id":"0123456789abcdef","place":[1,2,3,4]}"#, nothing),
        ] {
            assert_eq!(parse(line.as_bytes()), Line::Entry(entry), "{line}");
        }
    }

    #[test]
    fn what_is_no_entry_is_told_apart() {
        let unknown = [
            r#"{"t":5,"id":"another kind of id","read":true}"#,
            r#"{"t":-5,"id":"0123456789abcdef","read":true}"#,
            r#"{"t":9007199254740992,"id":"0123456789abcdef","read":true}"#,
            "{}",
        ];
        let damaged =
            ["<<<<<<< HEAD", r#"{"t":5,"id":"0123456789ab"#, "[1,2]", "\0\0\0", "{} {}", &"[".repeat(9_999)];
        for line in unknown {
            assert_eq!(parse(line.as_bytes()), Line::Unknown, "{line}");
        }
        for line in damaged {
            assert_eq!(parse(line.as_bytes()), Line::Damaged, "{line}");
        }
        assert_eq!(parse(b"\xff{}"), Line::Damaged);
        assert_eq!(parse(b" \r\n"), Line::Blank);
        assert!(matches!(parse(br#"{"kabar":7,"device":"x"}"#), Line::Head(7, _)));
    }
}
