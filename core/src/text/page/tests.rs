use proptest::prelude::*;

use super::*;
use crate::article::{
    ArticleId, Block, BlockKind, Caveat, Date, Inline, InlineKind, Language, Marker, Trimmed, Why,
};
use crate::text::prose::Prose;
use crate::text::quote::{Quotation, QuoteKind, Speaker};
use crate::text::width;

/// An article and its analysis from blocks with marks in their words: `⟦speech⟧`,
/// `⟨mention⟩`, `{speaker}` for the speech before it or, where there is none,
/// after it. A mark may be closed in a later block.
fn marked(mut blocks: Vec<Block>) -> (Article, Analysis) {
    let mut marks: Vec<(usize, usize, char)> = Vec::new();
    for (index, block) in blocks.iter_mut().enumerate() {
        let mut words = String::new();
        for c in block.text.chars() {
            if "⟦⟧⟨⟩{}".contains(c) { marks.push((index, words.len(), c)) } else { words.push(c) }
        }
        block.text = words;
    }
    let article = Article {
        id: ArticleId::from_bytes([7; 10]),
        source: "sample".to_owned(),
        url: None,
        outlet: Some("The Ferry".to_owned()),
        title: "A bridge nobody asked for".to_owned(),
        kicker: Some("TOWNS".to_owned()),
        byline: Some("By Ana Díaz".to_owned()),
        published: Some(Date::utc(1_794_623_400)),
        language: Some(Language::ENGLISH),
        blocks,
        trimmed: Vec::new(),
        links: vec!["https://example.org/a".to_owned(), "https://example.org/b".to_owned()],
        caveats: Vec::new(),
    };
    let prose = Prose::of_article(&article);
    let place = |block: usize, byte: usize| {
        prose.paragraphs.iter().find(|it| it.block == block).unwrap().span.start + byte
    };
    let mut quotes: Vec<Quotation> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut named: Option<Speaker> = None;
    for (block, byte, mark) in marks {
        let at = place(block, byte);
        match mark {
            '⟦' | '⟨' => {
                let kind = if mark == '⟦' { QuoteKind::Speech } else { QuoteKind::Mention };
                let depth = u8::try_from(open.len()).unwrap();
                open.push(quotes.len());
                let speaker = if mark == '⟦' { named.take() } else { None };
                quotes.push(Quotation { span: Span::new(at, at), kind, depth, speaker, cue: None });
            }
            '⟧' | '⟩' => quotes[open.pop().unwrap()].span.end = at,
            '{' => named = Some(Speaker { name: String::new(), at: Span::new(at, at), sure: true }),
            _ => {
                let mut speaker = named.take().unwrap();
                speaker.at.end = at;
                speaker.name = prose.slice(speaker.at).to_owned();
                match quotes.iter_mut().rev().find(|it| it.kind == QuoteKind::Speech && it.speaker.is_none())
                {
                    Some(quote) => quote.speaker = Some(speaker),
                    None => named = Some(speaker),
                }
            }
        }
    }
    let analysis = Analysis { prose, language: Language::ENGLISH, quotes, minutes: 4 };
    (article, analysis)
}

fn paragraph(words: &str) -> Block {
    Block::new(BlockKind::Paragraph, words)
}

fn item(depth: u8, marker: Marker, words: &str) -> Block {
    Block::new(BlockKind::ListItem { depth, marker }, words)
}

fn quoted(depth: u8, words: &str) -> Block {
    Block { quoted: depth, ..paragraph(words) }
}

fn table(words: &str) -> Block {
    Block::new(BlockKind::Table { header: true }, words)
}

fn image(alt: &str, link: Option<usize>, caption: &str) -> Block {
    Block::new(BlockKind::Image { alt: alt.to_owned(), link }, caption)
}

const OPTIONS: Options = Options { width: 30, raw: false, reorder: true, numbers: false, updated: false };

/// The rows of the body as they stand on a screen: margin, indent, words.
fn body(blocks: Vec<Block>, options: Options) -> Vec<String> {
    let (article, analysis) = marked(blocks);
    let page = lay_out(&article, &analysis, &options);
    let head = page.rows.iter().take_while(|it| !it.runs.is_empty()).count();
    page.rows.iter().skip(head + 1).map(|it| shown(&page, it)).collect()
}

fn shown(page: &Page, row: &Row) -> String {
    let words: String = row.runs.iter().map(|it| page.words(it)).collect();
    let margin = match row.margin {
        Margin::Empty => " ",
        Margin::Speech(_) => "▎",
        Margin::Quoted(_) => "│",
        Margin::Removed => "-",
    };
    format!("{margin}{}{words}", " ".repeat(usize::from(row.indent))).trim_end().to_owned()
}

#[test]
fn speech_has_a_bar_on_its_rows_and_between_them() {
    let blocks = vec![
        paragraph(
            "The mayor was blunt. ⟦“Nobody asked for it,”⟧ said {Ana Díaz}, who runs the ⟨“Bluebird”⟩.",
        ),
        paragraph("⟦“And now it stands there. I walk past it every day."),
        paragraph("“It leads nowhere.”⟧"),
    ];
    let expected = [
        "▎The mayor was blunt. “Nobody",
        "▎asked for it,” said Ana Díaz,",
        " who runs the “Bluebird”.",
        "",
        "▎“And now it stands there. I",
        "▎walk past it every day.",
        "▎",
        "▎“It leads nowhere.”",
    ];
    assert_eq!(body(blocks, OPTIONS), expected);
}

#[test]
fn the_head_tells_what_is_known() {
    let (article, analysis) = marked(vec![paragraph("⟦“Yes,”⟧ she said.")]);
    let page = lay_out(&article, &analysis, &Options { width: 20, ..OPTIONS });
    let head: Vec<String> = page.rows.iter().take(6).map(|it| shown(&page, it)).collect();
    assert_eq!(
        head,
        [" TOWNS", " A bridge nobody", " asked for", " The Ferry", " 14 Nov 2026 · 4 min", " 1 quote"]
    );
    assert!(page.rows.iter().take(8).all(|it| it.place == Place::default()));
}

#[test]
fn the_head_says_what_is_the_matter_with_the_source() {
    let (mut article, analysis) = marked(vec![paragraph("Words.")]);
    article.caveats = vec![Caveat::BadBytes, Caveat::Paywall];
    let told = |raw| {
        let page = lay_out(&article, &analysis, &Options { width: 60, raw, ..OPTIONS });
        let rows: Vec<String> =
            page.rows.iter().filter(|it| it.place == Place::default()).map(|it| shown(&page, it)).collect();
        [Caveat::BadBytes, Caveat::Paywall].map(|it| rows.iter().any(|row| row.trim() == it.words()))
    };
    assert_eq!(told(false), [false, true]);
    assert_eq!(told(true), [true, true], "all is told where all is asked for");
}

#[test]
fn lists_hang_in_columns() {
    let blocks = vec![
        item(0, Marker::Number(9), "One thing after another, they say"),
        item(0, Marker::Number(10), "Ten"),
        item(1, Marker::Bullet, "Within ten there is more to say"),
        item(2, Marker::Bullet, "And in it"),
        item(0, Marker::Continued, "More of ten"),
        item(0, Marker::Number(11), "Eleven"),
        paragraph("After."),
    ];
    let expected = [
        "  9. One thing after another,",
        "     they say",
        " 10. Ten",
        "     ◦ Within ten there is more",
        "       to say",
        "       ▪ And in it",
        "",
        "     More of ten",
        "",
        " 11. Eleven",
        "",
        " After.",
    ];
    assert_eq!(body(blocks, OPTIONS), expected);
}

#[test]
fn a_marker_that_finds_no_room_stands_above() {
    let blocks = vec![item(0, Marker::Number(1000), "One two")];
    assert_eq!(body(blocks, Options { width: 8, ..OPTIONS }), [" 1000.", " One two"]);
    let deep =
        vec![item(0, Marker::Bullet, "a"), item(1, Marker::Bullet, "b"), item(2, Marker::Bullet, "c d")];
    assert_eq!(body(deep, Options { width: 6, ..OPTIONS }), [" • a", "  ◦ b", "  ▪ c d"]);
}

#[test]
fn block_quotes_stand_in_and_hang_together() {
    let blocks = vec![
        quoted(1, "A block quote that is broken over rows."),
        quoted(2, "Deeper, with ⟦“speech”⟧."),
        paragraph("Out again."),
    ];
    let expected = [
        "│  A block quote that is broken",
        "│  over rows.",
        "│",
        "│    Deeper, with “speech”.",
        "",
        " Out again.",
    ];
    assert_eq!(body(blocks, OPTIONS), expected);
}

#[test]
fn headings_stand_nearer_to_what_they_are_over() {
    let heading = Block::new(BlockKind::Heading(2), "What comes next");
    let blocks = vec![paragraph("Before."), heading, paragraph("After.")];
    assert_eq!(body(blocks, OPTIONS), [" Before.", "", "", " What comes next", "", " After."]);
}

#[test]
fn code_is_broken_at_the_measure_only_and_with_a_sign() {
    let code =
        Block::new(BlockKind::Code { language: None }, "if a:\n\tlet b = \"one two three four\"\n\n a\tb");
    let expected = ["   if a:", "       let b = \"one two three f", "   ↳ our\"", "", "    a  b"];
    assert_eq!(body(vec![code], OPTIONS), expected);
    let comment = Block::new(BlockKind::Code { language: None }, "// אבג");
    assert_eq!(body(vec![comment], OPTIONS), ["   // גבא"]);
}

#[test]
fn tables_keep_their_columns_or_name_their_values() {
    let narrow = table("Town\tBoats\nOld Harbor\t12\nLast Pier\t7");
    let expected = [" Town        Boats", " ─────────────────", " Old Harbor     12", " Last Pier       7"];
    assert_eq!(body(vec![narrow], OPTIONS), expected);

    let wide = table("Town\tBoats\tRemarks\nOld Harbor\t12\tall of them old\nLast Pier\t\tnew");
    let expected = [
        " Town        Boats  Remarks",
        " ─────────────────────────────",
        " Old Harbor     12  all of",
        "                    them old",
        " Last Pier          new",
    ];
    assert_eq!(body(vec![wide.clone()], Options { width: 29, ..OPTIONS }), expected);

    let expected = [
        " Town: Old Harbor",
        "   Boats: 12",
        "   Remarks: all of",
        "   them old",
        "",
        " Town: Last Pier",
        "   Remarks: new",
    ];
    assert_eq!(body(vec![wide], Options { width: 19, ..OPTIONS }), expected);
}

#[test]
fn long_names_of_columns_are_cut_where_they_are_repeated() {
    let text = format!("{}\tB\tC\tD\n1\t2\t3\t4\n5\t6\t7\t8", "long ".repeat(50));
    let rows = body(vec![table(&text)], Options { width: 10, ..OPTIONS });
    assert_eq!(rows.iter().filter(|it| it.contains("long")).count(), 2);
    assert!(rows.contains(&" long…: 1".to_owned()), "{rows:?}");
}

#[test]
fn wide_letters_keep_columns() {
    let block = Block::new(BlockKind::Table { header: false }, "港の灯り\tone\nab\ttwo");
    assert_eq!(body(vec![block], OPTIONS), [" 港の灯り  one", " ab        two"]);
}

#[test]
fn images_and_rules_have_rows() {
    let blocks = vec![
        image("a pier", None, "The pier at dawn, seen from the wall"),
        image("a pier", Some(1), ""),
        Block::new(BlockKind::Rule, ""),
    ];
    let expected = [
        " [image] The pier at dawn, seen",
        "         from the wall",
        "",
        " [image] a pier",
        "",
        "          ────────────",
    ];
    assert_eq!(body(blocks.clone(), OPTIONS), expected);
    let numbered = body(blocks, Options { numbers: true, ..OPTIONS });
    assert_eq!(numbered[3], " [image] [2] a pier");
}

#[test]
fn right_to_left_paragraphs_stand_at_the_right() {
    let blocks =
        vec![paragraph("שלום לכולם, אמר (הוא) על 12 bridges."), item(0, Marker::Number(1), "ראש העיר")];
    let visual = body(blocks.clone(), Options { width: 20, ..OPTIONS });
    let expected = ["      רמא ,םלוכל םולש", " .bridges 12 לע (אוה)", "", "          ריעה שאר .1"];
    assert_eq!(visual, expected);
    let (article, analysis) = marked(blocks);
    for reorder in [true, false] {
        let page = lay_out(&article, &analysis, &Options { reorder, ..OPTIONS });
        for row in page.rows.iter().filter(|it| it.rtl && !it.runs.is_empty()) {
            assert_eq!(usize::from(row.indent) + row_cells(&page, row), 30);
        }
    }
    let logical = lay_out(&article, &analysis, &Options { reorder: false, ..OPTIONS });
    assert!(logical.buffer.contains("שלום לכולם, אמר (הוא)"));
}

#[test]
fn the_raw_view_shows_what_was_removed_and_why() {
    let mut pitch = paragraph("Sign up for our letter.");
    pitch.removed = Some(Why::Newsletter);
    let (mut article, analysis) = marked(vec![paragraph("One."), pitch.clone(), pitch, paragraph("Two.")]);
    article.trimmed = vec![Trimmed { block: Some(0), text: "utm_source=x".to_owned(), why: Why::Tracking }];
    let rows = |raw| {
        let page = lay_out(&article, &analysis, &Options { raw, ..OPTIONS });
        page.rows.iter().skip(6).map(|it| shown(&page, it)).collect::<Vec<_>>()
    };
    assert_eq!(rows(false), [" One.", "", " Two."]);
    let expected = [
        " One.",
        "",
        "-Sign up for our letter.",
        "-",
        "-Sign up for our letter.",
        "-— newsletter or sign-up pitch",
        "",
        " Two.",
        "",
        "-utm_source=x",
        "-— tracking",
    ];
    assert_eq!(rows(true), expected);
}

#[test]
fn runs_say_what_they_are() {
    let mut block = paragraph("{Ana Díaz} said: ⟦“Read ⟨‘Harbors’⟩ again, please.”⟧ So I read it here.");
    let words: String = block.text.chars().filter(|c| !"⟦⟧⟨⟩{}".contains(*c)).collect();
    let at = |part: &str| words.find(part).unwrap();
    block.inlines = vec![
        Inline { start: at("again"), end: at("again") + 5, kind: InlineKind::Emphasis },
        Inline { start: at("here"), end: at("here") + 4, kind: InlineKind::Link(0) },
    ];
    let (article, analysis) = marked(vec![block]);
    let page = lay_out(&article, &analysis, &Options { width: 70, numbers: true, ..OPTIONS });
    let runs: Vec<_> = page.rows[5]
        .runs
        .iter()
        .map(|it| (page.words(it), it.role, it.style.emphasis, it.quote, it.link))
        .collect();
    assert_eq!(
        runs,
        [
            ("Ana Díaz", Role::Speaker, false, None, None),
            (" said: ", Role::Body, false, None, None),
            ("“Read ", Role::Speech, false, Some(0), None),
            ("‘Harbors’", Role::Speech, false, Some(1), None),
            (" ", Role::Speech, false, Some(0), None),
            ("again", Role::Speech, true, Some(0), None),
            (", please.”", Role::Speech, false, Some(0), None),
            (" So I read it ", Role::Body, false, None, None),
            ("here", Role::Body, false, None, Some(0)),
            ("[1]", Role::LinkNumber, false, None, Some(0)),
            (".", Role::Body, false, None, None),
        ]
    );
}

#[test]
fn hits_are_found_on_their_rows() {
    let blocks = vec![
        paragraph("one two three four five six seven eight nine ten"),
        table(
            "Town\tRemarks\nOld Harbor\tall of them old and none sold\nPier by the sea wall of the town\tnew one",
        ),
    ];
    let (article, analysis) = marked(blocks);
    let page = lay_out(&article, &analysis, &Options { width: 22, ..OPTIONS });
    let rows = |block: usize, part: &str| {
        let at = article.blocks[block].text.find(part).unwrap();
        let span = Span::new(at, at + part.len());
        let rows = page.rows_of(block, span);
        let found: String = page.rows[rows.clone()]
            .iter()
            .flat_map(|it| &it.runs)
            .filter_map(|it| page.shown(it, span))
            .map(|it| it.slice(&page.buffer))
            .collect();
        (rows.len(), found)
    };
    assert_eq!(rows(0, "one"), (1, "one".to_owned()));
    assert_eq!(rows(0, "two three four five six"), (2, "two three fourfive six".to_owned()));
    assert_eq!(rows(1, "none").1, "none");
    assert_eq!(rows(1, "Harbor").1, "Harbor");
    assert_eq!(rows(1, "new one").1, "new one");
    assert_eq!(page.rows_of(7, Span::new(0, 1)), 0..0);
}

#[test]
fn reversed_runs_show_their_hits() {
    let (article, analysis) = marked(vec![paragraph("שלום לכולם")]);
    let page = lay_out(&article, &analysis, &OPTIONS);
    let run = page.rows.last().unwrap().runs[0];
    let hit = Span::new(0, "שלום".len());
    assert_eq!(page.shown(&run, hit).unwrap().slice(&page.buffer), "םולש");
}

fn row_cells(page: &Page, row: &Row) -> usize {
    row.runs.iter().map(|it| width::cells(page.words(it))).sum()
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let word = prop_oneof![
        6 => "[a-zé]{1,9}[,.]?",
        1 => "[港のが「」、]{1,8}",
        1 => "[א-ת]{1,7}",
        1 => "https://[a-z./]{1,30}",
        1 => "[⟦⟨]?“[a-z]{1,5}”",
        1 => "\\PC{1,5}",
    ];
    let space = prop_oneof![8 => Just(" "), 1 => Just("\n"), 2 => Just("\t")];
    let text = prop::collection::vec((word, space), 0..25)
        .prop_map(|it| it.into_iter().map(|(word, space)| word + space).collect::<String>());
    let kind = prop_oneof![
        4 => Just(BlockKind::Paragraph),
        1 => (1_u8..7).prop_map(BlockKind::Heading),
        2 => (0_u8..4, prop_oneof![
            Just(Marker::Bullet), (0_u32..1200).prop_map(Marker::Number), Just(Marker::Continued)
        ]).prop_map(|(depth, marker)| BlockKind::ListItem { depth, marker }),
        1 => Just(BlockKind::Code { language: None }),
        2 => any::<bool>().prop_map(|header| BlockKind::Table { header }),
        1 => "[a-z ]{0,9}".prop_map(|alt| BlockKind::Image { alt, link: Some(1) }),
        1 => Just(BlockKind::Rule),
    ];
    let inline = (
        0_usize..60,
        0_usize..60,
        prop_oneof![
            Just(InlineKind::Strong),
            Just(InlineKind::Code),
            (0_usize..9).prop_map(InlineKind::Link)
        ],
    )
        .prop_map(|(start, end, kind)| Inline { start, end, kind });
    let inlines = prop::collection::vec(inline, 0..4);
    let removed = prop_oneof![4 => Just(None), 1 => Just(Some(Why::Share)), 1 => Just(Some(Why::Tags))];
    let block = (kind, text, inlines, 0_u8..3, removed).prop_map(|(kind, text, inlines, quoted, removed)| {
        let text = if kind == BlockKind::Rule { String::new() } else { text };
        Block { kind, text, inlines, quoted, removed }
    });
    prop::collection::vec(block, 0..8)
}

/// An article of any blocks, with quotations over whatever lies between its
/// curly marks.
fn article() -> impl Strategy<Value = (Article, Analysis)> {
    blocks().prop_map(|blocks| {
        let (mut article, mut analysis) = marked(Vec::new());
        article.blocks = blocks;
        article.trimmed = vec![Trimmed { block: None, text: "x=1".to_owned(), why: Why::Tracking }];
        analysis.prose = Prose::of_article(&article);
        let text = &analysis.prose.text;
        let opening: Vec<usize> = text.match_indices('“').map(|it| it.0).collect();
        for (index, start) in opening.iter().enumerate() {
            let kind = if index % 3 == 0 { QuoteKind::Mention } else { QuoteKind::Speech };
            let end = (start + 20 + index * 15).min(text.len());
            let span = Span::new(*start, text.floor_char_boundary(end));
            let at = Span::new(text.floor_char_boundary(start.saturating_sub(5)), *start);
            let speaker = Some(Speaker { name: String::new(), at, sure: index % 2 == 0 });
            analysis.quotes.push(Quotation { span, kind, depth: 0, speaker, cue: None });
        }
        (article, analysis)
    })
}

fn options() -> impl Strategy<Value = Options> {
    (prop_oneof![0_u16..6, 6_u16..90], any::<bool>(), any::<bool>(), any::<bool>())
        .prop_map(|(width, raw, reorder, numbers)| Options { width, raw, reorder, numbers, updated: false })
}

#[test]
fn a_wide_grapheme_beside_a_bullet_stays_in_the_smallest_row() {
    let (article, analysis) = marked(vec![item(0, Marker::Bullet, "🪏ᤰ")]);
    for width in 2..8 {
        let page = lay_out(
            &article,
            &analysis,
            &Options { width, raw: false, reorder: true, numbers: false, updated: false },
        );
        for row in page.rows.iter().filter(|it| it.runs.len() > 1) {
            assert!(usize::from(row.indent) + row_cells(&page, row) <= usize::from(width), "{width}");
        }
    }
}

proptest! {
    #[test]
    fn no_row_is_too_long((article, analysis) in article(), options in options()) {
        let page = lay_out(&article, &analysis, &options);
        for row in &page.rows {
            let words: String = row.runs.iter().map(|it| page.words(it)).collect();
            let taken = usize::from(row.indent) + row_cells(&page, row);
            let fits = taken <= usize::from(options.width.max(1));
            let graphemes = width::graphemes(&words).count();
            prop_assert!(fits || graphemes <= 1, "{:?}", shown(&page, row));
        }
    }

    #[test]
    fn every_row_of_the_body_has_a_place_and_is_found_by_it(
        (article, analysis) in article(), options in options()
    ) {
        let page = lay_out(&article, &analysis, &options);
        prop_assert!(page.rows.is_sorted_by_key(|it| it.place));
        for row in 0..page.rows.len() {
            let place = page.place_of(row);
            let found = page.row_of(place);
            prop_assert!(found == row || (found == 0 && place == Place::default()), "{row} as {found}");
            prop_assert!(place.block < article.blocks.len().max(1));
        }
    }

    #[test]
    fn a_place_is_kept_over_widths_and_views(
        (article, analysis) in article(), before in options(), after in options(), at in any::<prop::sample::Index>()
    ) {
        let old = lay_out(&article, &analysis, &before);
        let row = &old.rows[at.index(old.rows.len())];
        let Some(run) = row.runs.iter().find(|it| it.from.is_some()) else { return Ok(()) };
        let block = &article.blocks[row.place.block];
        if block.removed.is_some() || row.place == Place::default() {
            return Ok(());
        }
        let new = lay_out(&article, &analysis, &after);
        let found = &new.rows[new.row_of(row.place)];
        prop_assert_eq!(found.place.block, row.place.block);
        if !matches!(block.kind, BlockKind::Table { .. }) {
            let past = new.rows.get(new.row_of(row.place) + 1);
            prop_assert!(past.is_none_or(|it| it.place > row.place), "{:?}", old.words(run));
        }
    }

    #[test]
    fn all_words_are_shown_once_and_none_else((article, analysis) in article(), options in options()) {
        let page = lay_out(&article, &analysis, &options);
        for (index, block) in article.blocks.iter().enumerate() {
            if block.removed.is_some() && !options.raw {
                continue;
            }
            let mut shown = vec![0_u8; block.text.len()];
            for row in page.rows.iter().filter(|it| it.place.block == index) {
                for run in &row.runs {
                    let Some(from) = run.from else { continue };
                    let part = Span::new(from, from + run.text.len());
                    for byte in shown.iter_mut().take(part.end).skip(part.start) {
                        *byte += 1;
                    }
                }
            }
            // The first row of a table may be shown as the names of its values.
            let names = if block.kind == (BlockKind::Table { header: true }) {
                block.text.find('\n').unwrap_or(0)
            } else {
                0
            };
            let code = matches!(block.kind, BlockKind::Code { .. });
            for (at, c) in block.text.char_indices().filter(|(at, c)| *at >= names && !c.is_whitespace()) {
                // A tab of code is shown by several cells.
                prop_assert!(shown[at] == 1 || code && shown[at] > 0, "{c:?} at {at}: {}", shown[at]);
            }
        }
    }
}
