//! Lines at the top of a text that say what it is: `Title:`, `Date:`, `URL:`.

use super::{Block, BlockKind, Draft, Why};
use crate::article::Language;
use crate::extract::{date, link};
use crate::text::safe;

/// What a front line tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Title,
    Date,
    Author,
    Source,
    Address,
    Section,
    Language,
}

/// The names of front lines in lower case, in the languages of scrapes and of the
/// programs that write them.
const NAMES: &[(Field, &[&str])] = &[
    (
        Field::Title,
        &[
            "title",
            "headline",
            "judul",
            "titel",
            "überschrift",
            "titre",
            "título",
            "titulo",
            "titolo",
            "başlık",
            "タイトル",
            "見出し",
            "العنوان",
            "заголовок",
            "标题",
            "標題",
            "tytuł",
            "제목",
        ],
    ),
    (
        Field::Date,
        &[
            "date",
            "published",
            "pubdate",
            "tanggal",
            "datum",
            "fecha",
            "data",
            "tarih",
            "日付",
            "日時",
            "التاريخ",
            "дата",
            "日期",
            "날짜",
            "publié",
            "terbit",
        ],
    ),
    (
        Field::Author,
        &[
            "author",
            "authors",
            "by",
            "byline",
            "penulis",
            "oleh",
            "autor",
            "autorin",
            "auteur",
            "autora",
            "autore",
            "yazar",
            "著者",
            "筆者",
            "الكاتب",
            "автор",
            "作者",
            "기자",
        ],
    ),
    (
        Field::Source,
        &[
            "source",
            "outlet",
            "publisher",
            "site",
            "sumber",
            "quelle",
            "fuente",
            "fonte",
            "bron",
            "kaynak",
            "出典",
            "المصدر",
            "источник",
            "来源",
        ],
    ),
    (Field::Address, &["url", "link", "canonical", "permalink", "tautan", "address"]),
    (
        Field::Section,
        &[
            "section", "category", "kategori", "rubrik", "rubrique", "sección", "seção", "sezione",
            "rubriek", "kicker",
        ],
    ),
    (
        Field::Language,
        &["lang", "language", "bahasa", "sprache", "langue", "idioma", "lingua", "taal", "dil"],
    ),
];

/// Reads front lines into a draft.
pub(super) struct Front;

impl Front {
    /// Reads what stands at the top, and returns the number of the first line that
    /// is not part of it. One line alone counts only where it names a title or an
    /// address: `Date: …` may be a date line of the text.
    pub(super) fn read(lines: &[String], draft: &mut Draft) -> usize {
        let mut found = Vec::new();
        let mut end = 0;
        for (i, line) in lines.iter().enumerate().take(24) {
            if line.trim().is_empty() {
                continue;
            }
            let Some((field, value)) = field(line) else { break };
            found.push((field, value, line));
            end = i + 1;
        }
        let telling = found.iter().any(|it| matches!(it.0, Field::Title | Field::Address));
        if !telling && found.len() < 2 {
            return 0;
        }
        for (field, value, line) in found {
            set(field, value, draft);
            let why = match field {
                Field::Title => Why::Title,
                Field::Date => Why::DateLine,
                Field::Author => Why::Byline,
                Field::Section => Why::Kicker,
                Field::Source | Field::Address | Field::Language => Why::OutsideArticle,
            };
            draft.blocks.push(Block { removed: Some(why), ..Block::new(BlockKind::Paragraph, line.trim()) });
        }
        end
    }
}

/// What a line of YAML-like front matter or a front line tells, put into the draft.
/// Lines that tell nothing known are passed over.
pub(in crate::extract) fn set_line(line: &str, draft: &mut Draft) {
    if let Some((field, value)) = field(line) {
        set(field, value, draft);
    }
}

fn field(line: &str) -> Option<(Field, &str)> {
    let (name, value) = line.split_once([':', '：'])?;
    let name = name.trim().trim_matches(['#', '*', '"']).trim().to_lowercase();
    let (field, _) = NAMES.iter().find(|(_, names)| names.contains(&name.as_str()))?;
    let value = value.trim();
    let value = value.strip_prefix('"').and_then(|it| it.strip_suffix('"')).unwrap_or(value);
    let value = value.strip_prefix('\'').and_then(|it| it.strip_suffix('\'')).unwrap_or(value).trim();
    (!value.is_empty() && value.chars().count() <= 500).then_some((*field, value))
}

fn set(field: Field, value: &str, draft: &mut Draft) {
    let words = || Some(safe::line(value).into_owned());
    match field {
        Field::Title => draft.titles.push(value.to_owned()),
        Field::Date => draft.published = draft.published.or_else(|| date::parse(value, draft.language)),
        Field::Author => draft.byline = draft.byline.take().or_else(words),
        Field::Section => draft.kicker = draft.kicker.take().or_else(words),
        Field::Language => draft.language = draft.language.or_else(|| Language::parse(value)),
        Field::Address | Field::Source => match link::clean(value) {
            Some(address) => {
                draft.record_tracking(value);
                draft.url = draft.url.take().or(Some(address));
            }
            None if field == Field::Source => draft.outlet = draft.outlet.take().or_else(words),
            None => {}
        },
    }
}
