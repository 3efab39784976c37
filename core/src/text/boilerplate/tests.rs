use super::*;

#[test]
fn junk_lines_are_known_in_many_languages() {
    for (line, why) in [
        ("Baca juga: Harga beras naik", Why::ReadAlso),
        ("Posted By : angka jitu", Why::Poster),
        ("Situs ini dilindungi oleh reCAPTCHA dan berlaku Kebijakan Privasi Google.", Why::Consent),
        ("ADVERTISEMENT", Why::Advertisement),
        ("Leggi tutto dopo la pubblicità", Why::Advertisement),
        ("[slideshow_gallery id=22]", Why::Navigation),
        ("Ludmila Benes on the quay in May. TOMAS VELLGUTH", Why::Credit),
        ("Het veer in de mist. Beeld Jan Vermeer", Why::Credit),
        ("We use cookies to improve your visit.", Why::Consent),
        ("Sign up for our morning newsletter", Why::Newsletter),
        ("► Read more: The bridge that never was", Why::ReadAlso),
        ("Facebook Twitter WhatsApp Email", Why::Share),
        ("Bagikan: Facebook, X, Telegram", Why::Share),
        ("© 2026 Harwick Courier", Why::Copyright),
        ("Lesen Sie auch: Das Bad bleibt zu", Why::ReadAlso),
        ("Foto: Jens Harms", Why::Credit),
        ("À lire aussi : Les marées d’automne", Why::ReadAlso),
        ("Suscríbete a nuestro boletín", Why::Newsletter),
        ("Leia também: Chuva volta na sexta", Why::ReadAlso),
        ("© Riproduzione riservata", Why::Copyright),
        ("Lees ook: De dijk houdt", Why::ReadAlso),
        ("İlginizi Çekebilir", Why::ReadAlso),
        ("【関連記事】駅舎の百年", Why::ReadAlso),
        ("写真：町提供", Why::Credit),
        ("اقرأ أيضاً: جسر جديد فوق النهر", Why::ReadAlso),
        ("Читайте также: Мост закрыли", Why::ReadAlso),
        ("Все права защищены.", Why::Copyright),
        ("责任编辑：王小明", Why::Poster),
        ("1 245 просмотров", Why::Navigation),
        ("1.1k reads", Why::Navigation),
        ("Video wird geladen...", Why::Navigation),
        ("Members read ad-free and keep the Ledger alive.", Why::Paywall),
        ("The quay on Monday © Harwick Pictures", Why::Credit),
    ] {
        assert_eq!(reason(line), Some(why), "{line}");
    }
}

#[test]
fn lines_of_the_body_are_left_alone() {
    for line in [
        "Share prices fell by three percent on Tuesday after the bank's warning, traders said.",
        "Was I wrong to sell the boat before my brother came home and saw it? -- LOST WITHOUT A SAIL",
        "My neighbors have painted their side of the old garden wall in purple — TIRED OF COLORS",
        "Advertisement revenue at the paper halved in five years, according to its annual report.",
        "Copyright law must change, the minister told the committee on Thursday afternoon in Harwick.",
        "“Read more books,” she said.",
        "Het veer is weg. Beeld je in dat het nooit meer komt.",
        "The ship was signed for by the NATO and the EU",
        "Related costs rose as well.",
        "The newsletter reached 20,000 readers in its first year, which nobody had expected.",
        "Subscribers to the rescue fund had paid for the radios.",
        "If you have a garden, plant something in June",
        "Members read the minutes aloud, and nobody objected.",
        "Rare views",
        "Source of the fire was a faulty cable, the brigade said after two days of investigation.",
        "Iklan rokok dilarang di dekat sekolah mulai tahun depan, kata menteri.",
        "Foto-foto itu memperlihatkan jembatan sebelum banjir bandang menghancurkannya bulan lalu.",
        "Teilen will die Stadt das Gelände nicht.",
        "Publicité et politique font mauvais ménage, selon la ministre de la Culture.",
        "Síguenos hasta el final, pidió el guía a los turistas que visitaban la cueva por primera vez.",
        "広告収入は三年連続で減り、同社は地方版を休止すると発表した。",
        "Подробнее о планах министр расскажет в понедельник на встрече с жителями города.",
        "",
    ] {
        assert_eq!(reason(line), None, "{line}");
    }
}

#[test]
fn a_signed_caption_between_paragraphs_does_not_end_the_article() {
    let line = |it: &str| Block::new(BlockKind::Paragraph, it);
    let story = |n: usize| {
        line(&format!("On day {n} the ferry to Lowick stayed in its harbor, and so did the crew."))
    };
    let caption = line("The ferry in its harbor. Copyright 2026 Harwick Pictures. All rights reserved.");
    let mut blocks: Vec<Block> = (1..=9).map(story).collect();
    blocks.push(caption);
    blocks.extend((10..=11).map(story));
    for judge in [judge, judge_scrape] {
        let mut it = article(blocks.clone());
        judge(&mut it);
        let gone: Vec<usize> = (0..12).filter(|at| it.blocks[*at].removed.is_some()).collect();
        assert_eq!(gone, [9]);
    }
}

#[test]
fn a_sentence_below_the_titles_of_other_articles_is_none_of_them() {
    let line = |it: &str| Block::new(BlockKind::Paragraph, it);
    let text = [
        "The ferry to Lowick will run again from Monday, the harbor office said.",
        "It had waited for a part that nobody makes any longer, and for the tide.",
        "The part was found at last in a museum, which has lent it until the spring.",
        "Read also",
        "The island in winter",
        "Who pays for it",
        "The council votes in June.",
    ];
    for judge in [judge, judge_scrape] {
        let mut it = article(text.map(line).to_vec());
        judge(&mut it);
        assert!(it.blocks[4].removed.is_some() && it.blocks[6].removed.is_none(), "{:?}", it.blocks);
    }
}

#[test]
fn what_a_sign_up_box_says_between_its_name_and_its_terms_is_part_of_it() {
    let line = |it: &str| Block::new(BlockKind::Paragraph, it);
    let text = [
        "Feri ke Lowick akan berlayar lagi mulai Senin, kata kantor pelabuhan.",
        "Kapal itu menunggu suku cadang yang tidak dibuat lagi oleh siapa pun.",
        "Suku cadang itu akhirnya ditemukan di sebuah museum dan dipinjamkan.",
        "Newsletter Harian Pelabuhan",
        "Ikuti semua yang terjadi di pesisir, pulaunya dan laut di sekitarnya.",
        "Anda dapat berhenti berlangganan kapan saja.",
    ];
    for judge in [judge, judge_scrape] {
        let mut it = article(text.map(line).to_vec());
        it.language = crate::article::Language::parse("id");
        judge(&mut it);
        let why: Vec<_> = it.blocks.iter().map(|it| it.removed).collect();
        assert_eq!(why[..3], [None; 3]);
        assert_eq!(why[3..], [Some(Why::Newsletter); 3], "{why:?}");
    }
}

#[test]
fn a_list_without_markers_belongs_to_the_words_that_introduce_it() {
    let line = |it: &str| Block::new(BlockKind::Paragraph, it);
    let text = [
        "The Tin Larks will play three towns this summer, and sleep in none of them.",
        "The instruments are on loan from three schools and a lifeboat crew, they said.",
        "Summer dates of the Larks:",
        "June 4 -- Corn Hall, Penrow",
        "June 11 -- Chapel Green, Saltmere",
        "June 18 -- The Old Depot, Arle",
        "Tickets cost whatever people put into the hat when it comes around.",
    ];
    let mut it = article(text.map(line).to_vec());
    judge_scrape(&mut it);
    assert!(it.blocks.iter().all(|it| it.removed.is_none()), "{:?}", it.blocks);
}

#[test]
fn authors_are_lines_that_name_one_and_nothing_else() {
    for (line, name) in [
        ("By Joan Ferris", Some("Joan Ferris")),
        ("Oleh: Ratna Wulandari", Some("Ratna Wulandari")),
        ("di Giulia Santarelli", Some("Giulia Santarelli")),
        ("文・大西健一", None),
        ("By the river", None),
        ("Di kota itu", None),
        ("By 2030 it will be gone.", None),
        ("Byron Street", None),
        ("Von der Brücke bleibt nichts", None),
    ] {
        assert_eq!(author(line), name, "{line}");
    }
}

#[test]
fn desk_marks_at_the_end_of_a_paragraph_are_taken_out() {
    let block = Block::new(BlockKind::Paragraph, "Bus berhenti di depan pasar. (rtw/hen)");
    let mut article = article(vec![block]);
    judge(&mut article);
    assert_eq!(article.blocks[0].text, "Bus berhenti di depan pasar.");
    assert_eq!(article.trimmed.len(), 1);
    for text in ["The mayor (left) spoke. (UN)", "He went either way (and/or both)", "an array [0]"] {
        assert_eq!(line::signature(text), None, "{text}");
    }
}

#[test]
fn a_paragraph_said_twice_is_shown_once() {
    let text = "The ferry to Lowick will run again from Monday, after repairs that took most of the year.";
    let mut article =
        article(vec![Block::new(BlockKind::Paragraph, text), Block::new(BlockKind::Paragraph, text)]);
    judge(&mut article);
    let why: Vec<_> = article.blocks.iter().map(|it| it.removed).collect();
    assert_eq!(why, [None, Some(Why::Repeated)]);
}

#[test]
fn only_what_follows_the_last_paragraph_is_judged_as_its_end() {
    let line = |it: &str| Block::new(BlockKind::Paragraph, it);
    let body = "The ferry to Lowick will run again from Monday, the harbour office said.";
    let table = Block::new(BlockKind::Table { header: true }, "Monday\t8:00\nTuesday\t9:00");
    // The same short lines: a heading between paragraphs, a heading over a table,
    // and what a page says at its end.
    let mut it =
        article(vec![line(body), line("Related"), line("The island"), line("It waits. ".repeat(9).trim())]);
    judge(&mut it);
    assert!(it.blocks.iter().all(|it| it.removed.is_none()));
    let mut it = article(vec![line(body), line("Latest"), table]);
    judge(&mut it);
    assert!(it.blocks.iter().all(|it| it.removed.is_none()));
    let mut it = article(vec![line(body), line("Related"), line("The island")]);
    judge(&mut it);
    let why: Vec<_> = it.blocks.iter().map(|it| it.removed).collect();
    assert_eq!(why, [None, Some(Why::ReadAlso), Some(Why::ReadAlso)]);
}

fn article(blocks: Vec<Block>) -> Article {
    Article {
        id: crate::article::ArticleId::from_bytes([0; 10]),
        source: String::new(),
        url: None,
        outlet: None,
        title: "A title".to_owned(),
        kicker: None,
        byline: None,
        published: None,
        language: None,
        blocks,
        trimmed: Vec::new(),
        links: Vec::new(),
        caveats: Vec::new(),
    }
}
