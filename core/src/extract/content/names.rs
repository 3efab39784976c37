//! What pages call the parts of them that are not the article.
//!
//! Class names and ids are for their authors, but the same words are used
//! everywhere (microformats, the themes of the large publishing systems, the
//! lists of Readability's and Trafilatura's rules), or their translations where the
//! page's authors write in their own language. They are compared as whole words:
//! `share-bar` is a share bar, `shareholders` is not.

use std::sync::LazyLock;

use crate::article::Why;
use crate::text::letter;
use crate::text::table::Table;

/// A word, or words in a row, and what an element so named is.
type Row = (&'static [&'static str], Why);

const FURNITURE: &[Row] = &[
    // Captions and credits.
    (&["caption"], Why::Credit),
    (&["captions"], Why::Credit),
    (&["figcaption"], Why::Credit),
    (&["cutline"], Why::Credit),
    (&["credit"], Why::Credit),
    (&["credits"], Why::Credit),
    (&["photocredit"], Why::Credit),
    (&["bildunterschrift"], Why::Credit),
    (&["bildnachweis"], Why::Credit),
    (&["bildquelle"], Why::Credit),
    (&["fotocredit"], Why::Credit),
    (&["didascalia"], Why::Credit),
    (&["fotobijschrift"], Why::Credit),
    (&["pie", "de", "foto"], Why::Credit),
    (&["pie", "foto"], Why::Credit),
    (&["copyright"], Why::Copyright),
    // Who and when.
    (&["byline"], Why::Byline),
    (&["bylines"], Why::Byline),
    (&["author"], Why::Byline),
    (&["authors"], Why::Byline),
    (&["bio"], Why::Byline),
    (&["contributors"], Why::Byline),
    (&["autor"], Why::Byline),
    (&["autorbox"], Why::Byline),
    (&["autoren"], Why::Byline),
    (&["auteur"], Why::Byline),
    (&["auteurs"], Why::Byline),
    (&["autore"], Why::Byline),
    (&["penulis"], Why::Byline),
    (&["dateline"], Why::DateLine),
    (&["timestamp"], Why::DateLine),
    (&["datetime"], Why::DateLine),
    (&["pubdate"], Why::DateLine),
    (&["publish", "date"], Why::DateLine),
    (&["published", "date"], Why::DateLine),
    (&["post", "date"], Why::DateLine),
    (&["article", "date"], Why::DateLine),
    (&["entry", "date"], Why::DateLine),
    (&["entry", "meta"], Why::DateLine),
    (&["article", "meta"], Why::DateLine),
    (&["post", "meta"], Why::DateLine),
    (&["reading", "time"], Why::DateLine),
    (&["datum"], Why::DateLine),
    (&["fecha"], Why::DateLine),
    (&["tanggal"], Why::DateLine),
    (&["tarih"], Why::DateLine),
    // Passing it on.
    (&["share"], Why::Share),
    (&["shares"], Why::Share),
    (&["sharing"], Why::Share),
    (&["sharebar"], Why::Share),
    (&["sharedaddy"], Why::Share),
    (&["addthis"], Why::Share),
    (&["addtoany"], Why::Share),
    (&["social"], Why::Share),
    (&["socials"], Why::Share),
    (&["follow"], Why::Share),
    (&["teilen"], Why::Share),
    (&["partage"], Why::Share),
    (&["partager"], Why::Share),
    (&["compartir"], Why::Share),
    (&["compartilhar"], Why::Share),
    (&["partilha"], Why::Share),
    (&["partilhar"], Why::Share),
    (&["condividi"], Why::Share),
    (&["condivisione"], Why::Share),
    (&["delen"], Why::Share),
    (&["bagikan"], Why::Share),
    (&["paylas"], Why::Share),
    // Other articles.
    (&["related"], Why::ReadAlso),
    (&["recommended"], Why::ReadAlso),
    (&["recommendation"], Why::ReadAlso),
    (&["recommendations"], Why::ReadAlso),
    (&["recirc"], Why::ReadAlso),
    (&["recirculation"], Why::ReadAlso),
    (&["readmore"], Why::ReadAlso),
    (&["read", "more"], Why::ReadAlso),
    (&["read", "also"], Why::ReadAlso),
    (&["also", "read"], Why::ReadAlso),
    (&["see", "also"], Why::ReadAlso),
    (&["more", "on"], Why::ReadAlso),
    (&["more", "stories"], Why::ReadAlso),
    (&["more", "news"], Why::ReadAlso),
    (&["most", "read"], Why::ReadAlso),
    (&["most", "popular"], Why::ReadAlso),
    (&["trending"], Why::ReadAlso),
    (&["popular"], Why::ReadAlso),
    (&["outbrain"], Why::ReadAlso),
    (&["taboola"], Why::ReadAlso),
    (&["promo"], Why::ReadAlso),
    (&["up", "next"], Why::ReadAlso),
    (&["read", "next"], Why::ReadAlso),
    (&["mehr", "zum", "thema"], Why::ReadAlso),
    (&["lesen", "sie", "auch"], Why::ReadAlso),
    (&["lire", "aussi"], Why::ReadAlso),
    (&["articles", "lies"], Why::ReadAlso),
    (&["lea", "tambien"], Why::ReadAlso),
    (&["lee", "tambien"], Why::ReadAlso),
    (&["leia", "mais"], Why::ReadAlso),
    (&["leia", "tambem"], Why::ReadAlso),
    (&["veja", "tambem"], Why::ReadAlso),
    (&["saiba", "mais"], Why::ReadAlso),
    (&["leggi", "anche"], Why::ReadAlso),
    (&["lees", "ook"], Why::ReadAlso),
    (&["baca", "juga"], Why::ReadAlso),
    (&["lihat", "juga"], Why::ReadAlso),
    (&["berita", "terkait"], Why::ReadAlso),
    (&["relacionado"], Why::ReadAlso),
    (&["relacionada"], Why::ReadAlso),
    (&["relacionados"], Why::ReadAlso),
    (&["relacionadas"], Why::ReadAlso),
    (&["correlati"], Why::ReadAlso),
    (&["gerelateerd"], Why::ReadAlso),
    (&["terkait"], Why::ReadAlso),
    (&["ilgili"], Why::ReadAlso),
    (&["terpopuler"], Why::ReadAlso),
    (&["en", "cok", "okunan"], Why::ReadAlso),
    (&["mas", "leidas"], Why::ReadAlso),
    (&["mais", "lidas"], Why::ReadAlso),
    (&["mais", "lidos"], Why::ReadAlso),
    (&["plus", "lus"], Why::ReadAlso),
    // Offers.
    (&["newsletter"], Why::Newsletter),
    (&["newsletters"], Why::Newsletter),
    (&["subscribe"], Why::Newsletter),
    (&["signup"], Why::Newsletter),
    (&["sign", "up"], Why::Newsletter),
    (&["optin"], Why::Newsletter),
    (&["nieuwsbrief"], Why::Newsletter),
    (&["boletin"], Why::Newsletter),
    (&["boletim"], Why::Newsletter),
    (&["bulten"], Why::Newsletter),
    (&["paywall"], Why::Paywall),
    (&["ad"], Why::Advertisement),
    (&["ads"], Why::Advertisement),
    (&["advert"], Why::Advertisement),
    (&["adverts"], Why::Advertisement),
    (&["advertising"], Why::Advertisement),
    (&["advertisement"], Why::Advertisement),
    (&["adsense"], Why::Advertisement),
    (&["sponsor"], Why::Advertisement),
    (&["sponsored"], Why::Advertisement),
    (&["dfp"], Why::Advertisement),
    (&["anzeige"], Why::Advertisement),
    (&["werbung"], Why::Advertisement),
    (&["publicite"], Why::Advertisement),
    (&["publicidad"], Why::Advertisement),
    (&["publicidade"], Why::Advertisement),
    (&["pubblicita"], Why::Advertisement),
    (&["advertentie"], Why::Advertisement),
    (&["iklan"], Why::Advertisement),
    (&["reklam"], Why::Advertisement),
    // Notices.
    (&["cookie"], Why::Consent),
    (&["cookies"], Why::Consent),
    (&["consent"], Why::Consent),
    (&["gdpr"], Why::Consent),
    (&["lgpd"], Why::Consent),
    (&["kvkk"], Why::Consent),
    (&["cerez"], Why::Consent),
    (&["onetrust"], Why::Consent),
    // Readers.
    (&["comments"], Why::Comments),
    (&["comment"], Why::Comments),
    (&["disqus"], Why::Comments),
    (&["kommentare"], Why::Comments),
    (&["leserkommentare"], Why::Comments),
    (&["commentaires"], Why::Comments),
    (&["comentarios"], Why::Comments),
    (&["commenti"], Why::Comments),
    (&["reacties"], Why::Comments),
    (&["yorumlar"], Why::Comments),
    (&["respond"], Why::Comments),
    // Filing and finding.
    (&["tags"], Why::Tags),
    (&["taglist"], Why::Tags),
    (&["tagcloud"], Why::Tags),
    (&["tag", "list"], Why::Tags),
    (&["topics"], Why::Tags),
    (&["etiquetas"], Why::Tags),
    (&["etiketler"], Why::Tags),
    (&["schlagworte"], Why::Tags),
    (&["stichworte"], Why::Tags),
    (&["keywords"], Why::Tags),
    (&["nav"], Why::Navigation),
    (&["navigation"], Why::Navigation),
    (&["navbar"], Why::Navigation),
    (&["breadcrumb"], Why::Navigation),
    (&["breadcrumbs"], Why::Navigation),
    (&["menu"], Why::Navigation),
    (&["pagination"], Why::Navigation),
    (&["pager"], Why::Navigation),
    (&["toolbar"], Why::Navigation),
    (&["sidebar"], Why::OutsideArticle),
    (&["poll"], Why::OutsideArticle),
    (&["next", "prev"], Why::Navigation),
    (&["prev", "next"], Why::Navigation),
    (&["previous", "next"], Why::Navigation),
];

/// Words of names that hold somebody's words, whatever else they say.
pub(super) const CONTENT: &[&str] = &["tweet", "quote", "blockquote", "pullquote"];

/// Classes that take an element out of sight, in the common style sheets.
pub(super) const HIDDEN: &[&str] = &[
    "hidden",
    "hide",
    "is-hidden",
    "d-none",
    "invisible",
    "visually-hidden",
    "visuallyhidden",
    "sr-only",
    "screen-reader",
    "screen-reader-text",
    "screenreader",
    "offscreen",
    "noscript",
];

/// Words of names that hold the lead: the paragraph between title and body.
pub(super) const LEAD: &[&str] = &[
    "lead",
    "lede",
    "leadtext",
    "leading",
    "intro",
    "introduction",
    "einleitung",
    "standfirst",
    "summary",
    "dek",
    "deck",
    "chapo",
    "perex",
    "ingress",
    "abstract",
    "excerpt",
    "subhead",
    "subheadline",
    "subtitle",
    "subtitulo",
    "sottotitolo",
    "spot",
    "teasertext",
    "vorspann",
    "description",
    "bajada",
    "sapo",
];

/// The words of a class or id in lower case, with single spaces between: it is split
/// at everything that is no letter, and before capitals (`shareBar`).
pub(super) fn words(name: &str) -> String {
    let mut words = String::with_capacity(name.len() + 4);
    let mut lower = false;
    let mut within = false;
    for c in name.chars() {
        if !letter::is_alphabetic(c) {
            within = false;
            lower = false;
            continue;
        }
        if (!within || (lower && c.is_uppercase())) && !words.is_empty() {
            words.push(' ');
        }
        lower = c.is_lowercase();
        within = true;
        letter::push_lower(c, &mut words);
    }
    words
}

/// What a name says of its element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Judged {
    /// What it is, where that is no article.
    pub(super) why: Option<Why>,
    /// Whether a style sheet takes it out of sight.
    pub(super) hidden: bool,
}

/// The rows of [`FURNITURE`] by their first words.
static BY_FIRST_WORD: LazyLock<Table<&str, Vec<&Row>>> = LazyLock::new(|| {
    let mut rows: Table<&str, Vec<&Row>> = Table::default();
    for row in FURNITURE {
        rows.entry(row.0[0]).or_default().push(row);
    }
    rows
});

/// Judges classes or an id. A name that says that the element holds somebody's
/// words counts for more than any other.
pub(super) fn judge(name: &str) -> Judged {
    let hidden =
        name.split_whitespace().any(|it| HIDDEN.iter().any(|hidden| hidden.eq_ignore_ascii_case(it)));
    let mut why = None;
    let mut embedded = false;
    for words in name.split_whitespace().map(words) {
        if words.split(' ').any(|it| CONTENT.contains(&it)) {
            return Judged { why: None, hidden };
        }
        embedded |= words.split(' ').any(|it| it == "embed" || it == "embedded");
        let mut rest = words.split(' ');
        while let Some(word) = rest.next().filter(|_| why.is_none()) {
            let follows = |row: &&&Row| {
                let mut rest = rest.clone();
                row.0.iter().skip(1).all(|it| rest.next() == Some(it))
            };
            let row = BY_FIRST_WORD.get(word).and_then(|it| it.iter().find(follows));
            // German joins its words: `teaserbox`, `textteaser`.
            let teaser = || word.contains("teaser").then_some(Why::ReadAlso);
            why = row.map(|row| row.1).or_else(teaser);
        }
    }
    // An embedded post comes from a social network, and is no share bar.
    Judged { why: why.filter(|it| !(embedded && *it == Why::Share)), hidden }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_by_whole_words() {
        for (name, expected) in [
            ("share-bar", Some(Why::Share)),
            ("article__shareBar--top", Some(Why::Share)),
            ("shareholders", None),
            ("col-6 post-date", Some(Why::DateLine)),
            ("date", None),
            ("ReadMore_link__x1y2", Some(Why::ReadAlso)),
            ("social-embed", None),
            ("embed newsletter", Some(Why::Newsletter)),
            ("quote-author", None),
            ("widget tweet", None),
            ("adaptive headroom", None),
            ("", None),
        ] {
            assert_eq!(judge(name).why, expected, "{name}");
        }
        assert!(judge("label Visually-Hidden").hidden);
        assert!(!judge("md:hidden").hidden);
    }
}
