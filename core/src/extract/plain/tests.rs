use super::*;

fn kinds(text: &str) -> Vec<(String, String)> {
    let name = |it: &Block| match it.kind {
        BlockKind::Heading(_) => "heading",
        BlockKind::ListItem { .. } => "item",
        _ if it.quoted > 0 => "quote",
        _ => "paragraph",
    };
    read(text).blocks.iter().map(|it| (name(it).to_owned(), it.text.clone())).collect()
}

fn check(text: &str, expected: &[(&str, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    assert_eq!(kinds(text), expected, "{text:?}");
}

#[test]
fn blank_lines_and_single_lines_set_paragraphs_apart() {
    let one = "The first paragraph is one long line, as scrapes have them, and goes on for more than a hundred columns before it ends.";
    let two = "The second paragraph follows on the next line without a blank one, and is long as well, so that nothing was broken.";
    check(&format!("{one}\n{two}"), &[("paragraph", one), ("paragraph", two)]);
    check(&format!("{one}\r\n\r\n{two}\r\n"), &[("paragraph", one), ("paragraph", two)]);
    check(&format!("{one}\n \u{A0}\n\n\n{two}"), &[("paragraph", one), ("paragraph", two)]);
}

#[test]
fn text_broken_at_a_column_is_joined_again() {
    check(
        "The ferry to Lowick will run again from Monday, after repairs that took\nmuch longer than the harbour office had told the islanders in the spring.\nNobody was surprised.\n\nThe captain said that she was glad to be back, and that the well-\nknown fog would not stop her from leaving on time this year either.",
        &[
            (
                "paragraph",
                "The ferry to Lowick will run again from Monday, after repairs that took much longer than the harbour office had told the islanders in the spring. Nobody was surprised.",
            ),
            (
                "paragraph",
                "The captain said that she was glad to be back, and that the well-known fog would not stop her from leaving on time this year either.",
            ),
        ],
    );
    let japanese = "港の事務所は月曜日から島への船を再び出すと発表した。修理には予定より長い時間がかかり、島の人々は春からずっと待たされていたという。町長は記者会見で謝罪した。";
    let broken: Vec<String> =
        japanese.chars().collect::<Vec<_>>().chunks(30).map(|it| it.iter().collect()).collect();
    check(&broken.join("\n"), &[("paragraph", japanese)]);
}

#[test]
fn short_lines_between_paragraphs_are_headings() {
    check(
        "The ferry to Lowick will run again from Monday.\n\nWhat the islanders say\n\nNobody on the island was surprised by the delay.\n\nLowick",
        &[
            ("paragraph", "The ferry to Lowick will run again from Monday."),
            ("heading", "What the islanders say"),
            ("paragraph", "Nobody on the island was surprised by the delay."),
            ("paragraph", "Lowick"),
        ],
    );
}

#[test]
fn lists_and_quoted_mail_keep_their_form() {
    check(
        "These are the new times of the ferry to Lowick:\n- Monday at eight\n- Tuesday at nine\n\n1. Buy a ticket\n2) Board\n\n> the captain\n> > said so",
        &[
            ("paragraph", "These are the new times of the ferry to Lowick:"),
            ("item", "Monday at eight"),
            ("item", "Tuesday at nine"),
            ("item", "Buy a ticket"),
            ("item", "Board"),
            ("quote", "the captain"),
            ("quote", "said so"),
        ],
    );
}

#[test]
fn front_lines_tell_what_the_text_is() {
    let draft = read(
        "Judul: Kapal kembali berlayar\nTanggal: 3 Mei 2026\nPenulis: Ratna W.\nSumber: https://warta.example/kapal?utm_source=x\nBahasa: id\n\nKapal ke pulau kembali berlayar mulai hari Senin.",
    );
    assert_eq!(draft.titles, ["Kapal kembali berlayar"]);
    assert_eq!(draft.url.as_deref(), Some("https://warta.example/kapal"));
    assert_eq!(draft.byline.as_deref(), Some("Ratna W."));
    assert_eq!(draft.published.unwrap().to_string(), "2026-05-03T00:00:00Z");
    assert_eq!(draft.blocks.iter().filter(|it| it.removed.is_none()).count(), 1);
    // A label of the text itself is none.
    assert!(
        read("Date: nobody knows it.\n\nThe ferry is late, as it always is in May.").blocks[0]
            .removed
            .is_none()
    );
}

#[test]
fn the_title_is_found_among_the_first_lines() {
    let body = "The ferry to Lowick will run again from Monday, the harbour office said.";
    for (head, expected) in [
        ("The ferry is back", Some("The ferry is back")),
        ("HARBOUR\nThe ferry is back", Some("The ferry is back")),
        ("NEWS\n\nBy Joan Ferris\n\n3 May 2026\n\nThe ferry is back", Some("The ferry is back")),
        ("Lowick Courier\nThe ferry is back\nThe ferry is back", Some("The ferry is back")),
        ("FERRY BACK", Some("FERRY BACK")),
        ("Home\nShare on Facebook\nWill the ferry be back?", Some("Will the ferry be back?")),
    ] {
        let draft = read(&format!("{head}\n\n{body}"));
        assert_eq!(draft.titles.first().map(String::as_str), expected, "{head}");
    }
    assert!(read(body).titles.is_empty());
    assert!(read("only a line").titles.is_empty());
}
