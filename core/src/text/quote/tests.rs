//! Texts with their quotations marked: `⟦` and `⟧` stand where each one begins
//! and ends, nested ones inside of the outer. Paragraphs are lines.

use super::*;
use crate::text::prose::{Paragraph, ParagraphKind};

/// Asserts that exactly the marked quotations of an English text are found.
#[track_caller]
fn check(marked: &str) {
    check_in("en", marked);
}

/// The same for a text in another language, which decides what dashes mean.
#[track_caller]
fn check_in(language: &str, marked: &str) {
    let text: String = marked.chars().filter(|c| !matches!(c, '⟦' | '⟧')).collect();
    let prose = Prose::of_text(&text);
    let quotes = find(&prose, Language::parse(language).unwrap());
    assert_eq!(mark(&text, &quotes), marked);
}

/// The text with brackets around its quotations.
fn mark(text: &str, quotes: &[Quotation]) -> String {
    let mut out = String::new();
    for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
        out.extend(quotes.iter().filter(|q| q.span.end == at).map(|_| '⟧'));
        out.extend(quotes.iter().filter(|q| q.span.start == at).map(|_| '⟦'));
        out.push(c);
    }
    out.pop();
    out
}

#[test]
fn the_usual_marks_of_many_languages() {
    for marked in [
        "⟦“I will not resign,”⟧ said Ana Díaz.",
        "⟦\"I will not resign,\"⟧ said Ana Díaz.",
        "⟦‘I will not resign,’⟧ said Ana Díaz.",
        "⟦'I will not resign,'⟧ said Ana Díaz.",
        "⟦„Ich trete nicht zurück“⟧, sagte Jan Kern.",
        "⟦»Ich trete nicht zurück«⟧, sagte Jan Kern. ⟦»Nie.«⟧",
        "⟦«Ich trete nicht zurück»⟧, sagte Jan Kern.",
        "⟦« Je ne partirai pas »⟧, a dit Rose Marin.",
        "⟦«No me iré»⟧, dijo Luis Prado. ⟦«Nunca.»⟧",
        "⟦«Я не уйду»⟧, — сказал Олег Зимин.",
        "⟦”Saya tidak akan mundur,”⟧ kata Dewi Lestari. ⟦”Tidak akan.”⟧",
        "⟦”Jag avgår inte”⟧, säger Ida Holm.",
        "⟦’Jag avgår inte’⟧, säger Ida Holm.",
        "⟦»En eroa»⟧, sanoi Aino Salo.",
        "⟦„Nem mondok le”⟧ – mondta Papp Éva.",
        "⟦„Nie odejdę”⟧, powiedziała Ewa Maj.",
        "知事は⟦「辞任しない」⟧と述べた。",
        "他说：⟦“我不会辞职。”⟧",
        "장관은 ⟦“사퇴하지 않겠다”⟧고 말했다.",
        "장관은 ⟦'사퇴하지 않겠다'⟧고 말했다.",
        "รัฐมนตรีกล่าวว่า ⟦“ผมจะไม่ลาออก”⟧",
        "وقال الوزير: ⟦«لن أستقيل»⟧.",
        "⟦„לא אתפטר”⟧, אמר השר.",
        "⟦``I will not resign,''⟧ said Ana Díaz.",
        "⟦''I will not resign,''⟧ said Ana Díaz.",
        "⟦‘‘I will not resign,’’⟧ said Ana Díaz.",
        "⟦`I will not resign,'⟧ said Ana Díaz.",
        "⟦‹Ich bleibe›⟧, sagte sie.",
        "⟦＂I will stay,＂⟧ she said.",
    ] {
        check(marked);
    }
}

#[test]
fn what_is_typed_for_a_mark_is_no_part_of_the_quotation() {
    check_in("nl", ",,⟦Ik treed niet af''⟧, zei Joost Baan.");
    check_in("de", ",,⟦Ich bleibe“⟧, sagte sie.");
    check("One,, two,, three and nothing quoted.");
    check("<<⟦Come in⟧>>, he said, where 1 << 2 and 8 >> 1.");
}

#[test]
fn broken_marks_still_tell_where_a_quotation_is() {
    check("&quot;⟦We never left,⟧&quot; the crew said.");
    check("â€œ⟦We never left,⟧â€\u{9d} the crew said.");
    check("&laquo;⟦Nous restons⟧&raquo;, dit-elle.");
}

#[test]
fn quotations_nest() {
    for marked in [
        "⟦“He shouted ⟦‘stop’⟧ and ran,”⟧ she said.",
        "⟦\"⟦'Stop'⟧ was all he said,\"⟧ she said.",
        "⟦\"All he said was ⟦'stop.'⟧\"⟧ She nodded.",
        "⟦''All he said was ⟦'stop,'⟧''⟧ she said.",
        "⟦‘She called it ⟦“a gift”⟧ once,’⟧ he said.",
        "⟦„Er rief ⟦‚Halt‘⟧ und lief“⟧, sagte sie.",
        "⟦«Er rief ⟦‹Halt›⟧ und lief»⟧, sagte sie.",
        "⟦„Azt mondta, ⟦»várj«⟧, és elment”⟧ – mesélte.",
        "彼は⟦「母は⟦『待て』⟧と言った」⟧と話した。",
        "⟦“She said ⟦‘he told me ⟦“go”⟧ and left’⟧ twice,”⟧ said Kim.",
        "⟦«Он сказал: ⟦«Жди»⟧, — и ушёл»⟧, — вспомнила она.",
    ] {
        check(marked);
    }
}

#[test]
fn a_quotation_that_its_speaker_splits_is_two() {
    check("⟦“We will pay,”⟧ said Mia Roth, ⟦“but not today.”⟧");
    check_in("id", "⟦“Kami akan bayar,”⟧ tambah Sari, ⟦“tetapi bukan hari ini.”⟧");
    check("⟦“Where?”⟧ ⟦“Here.”⟧ That was all.");
}

#[test]
fn a_mark_at_the_next_paragraph_continues_the_quotation() {
    check("⟦“The first winter was long.\n\n“The second was longer.\n\n“Then we left,”⟧ she wrote.");
    check("⟦\"The first winter was long.\n\n\"Then we left,\"⟧ she wrote. ⟦\"For good.\"⟧");
    check_in("es", "⟦«El primer invierno fue largo.\n\n»El segundo, más»⟧, escribió.");
    check("⟦‘The first winter was long.\n\n‘Then we left,’⟧ she wrote.");
}

#[test]
fn a_quotation_may_go_on_without_a_mark_until_one_closes_it() {
    check_in("de", "Sie schrieb: ⟦„Der Winter war lang.\n\nDann gingen wir.“⟧");
    check("She wrote: ⟦“The winter was long and the\nroad was closed,”⟧ and no more.");
}

#[test]
fn an_unclosed_quotation_ends_with_its_paragraph() {
    check("⟦“The winter was long and hard.⟧\n\nNobody came back to ask.");
    check("She wrote: ⟦“The winter was long and hard.⟧\n\nNobody came back.");
    check("⟦“We left,”⟧ she said. ⟦“The winter was long and hard.⟧\n\nNobody came.");
}

#[test]
fn stray_marks_quote_nothing() {
    for marked in [
        "A mark “ alone is nothing.",
        "A mark \" alone is nothing.",
        "The end of it.” Nothing began here.",
        "The field read “” and “ ” and \"\" and nothing else.",
        "A lost “ mark before. ⟦“We left,”⟧ she said.",
        "⟦“We left,”⟧ she said.” And they had.",
        "⟦„Ja“⟧, sagte er und „a und „b und „c und „d und „e",
        "More news » and more » and more.",
    ] {
        check(marked);
    }
}

#[test]
fn apostrophes_and_elisions_quote_nothing() {
    for marked in [
        "It's the miners' town, the bosses' law and the '90s' music.",
        "It’s the miners’ town, the bosses’ law and the ’90s music.",
        "Rock 'n' roll isn't the owners' idea.",
        "'Tis the season, and 'twas ever so for the boys' club.",
        "Jum'at sore Ma’ruf dan Syafi'i bertemu.",
        "L’homme qu’on attendait n’est pas venu aujourd’hui.",
        "İstanbul'da yaşayan Ali'nin annesi Ankara'ya döndü.",
        "'s Avonds gaat 't café in d'r straat dicht.",
        "Un po' di pane e un mo' di dire.",
        "⟦'The miners' union doesn't speak for me,'⟧ he said, ⟦'and never will.'⟧",
        "⟦‘That is the voters’ choice, not ours,’⟧ she said.",
        "⟦“The class of ’99 was loud,”⟧ he said.",
        "La revista ⟦'Arte'⟧ y l'⟦\"arte nuova\"⟧ della città.",
    ] {
        check(marked);
    }
}

#[test]
fn feet_and_inches_quote_nothing() {
    check("A 6\" pipe and a 5'10\" plumber, 12' above the 7\" single.");
    check("⟦\"I need a 6\" pipe by noon,\"⟧ the plumber said.");
    check("⟦\"That was in 1999,\"⟧ she said.");
    check("A 40″ screen at 51° 28′ 38″.");
}

#[test]
fn hebrew_abbreviations_quote_nothing() {
    check_in("he", "דובר צה\"ל ומנכ\"לית החברה סירבו.");
    check_in("he", "ה⟦\"מומחים\"⟧ לא הגיעו.");
    check_in("he", "⟦\"לא אתפטר\"⟧, אמר מנכ\"ל החברה.");
}

#[test]
fn programs_and_addresses_quote_nothing() {
    for marked in [
        "Run `echo \"hello\"` and `say 'x'` now.",
        "See https://example.org/?q=\"water\"&r='x' for more.",
        "It leaked class=\"lead\" and id='top' into the text.",
        "A tag with target=”_blank” in curly marks.",
        "It broke at date=\"March 9\nand went on.",
        "Call print(\"x\") or set('y', 1) first.",
        "She said ⟦\"see https://example.org\"⟧ and left.",
        "She said ⟦“see https://example.org”⟧ and left.",
    ] {
        check(marked);
    }
}

#[test]
fn mixed_and_reversed_marks_pair_all_the_same() {
    check("⟦\"The door was shut,”⟧ he said.");
    check("⟦”The door was shut,”⟧ he said.");
    check("⟦“The door was shut,\"⟧ he said.");
    check("⟦“The door was shut.’⟧ He left.");
}

#[test]
fn a_mark_that_touches_words_belongs_to_them() {
    check_in("id", "Program ⟦“Kartu Pintar”⟧nya dihentikan.");
    check_in("tr", "⟦\"Kimlik\"⟧in anlamı budur.");
    check_in("fr", "Ce qu'⟦« on attend »⟧ et l’⟦“autre”⟧.");
    check_in("de", "Die ⟦„Ampel“⟧-Koalition zerbrach.");
    check_in("ar", "و⟦\"النهر\"⟧ جف تماما.");
}

#[test]
fn dashes_set_dialogue_off() {
    check_in("ru", "— ⟦Кто там?⟧ — спросил Пётр.\n\n— ⟦Я⟧, — ответила Вера. — ⟦Открой.⟧");
    check_in("pl", "– ⟦Kto tam?⟧ – zapytał Piotr.\n\n– ⟦To ja⟧ – odpowiedziała Ewa.");
    check_in("fr", "— ⟦Qui est là ?⟧ demanda Paul.\n\n— ⟦Moi⟧, dit-elle.\n\n— ⟦Entrez donc.⟧");
    check_in("es", "—⟦¿Quién es?⟧ —preguntó Luis—. ⟦¿Eres tú?⟧\n\n—⟦Soy yo.⟧");
    check_in("no", "– ⟦Vi har ventet lenge⟧, sier ordfører Siri Moe.");
    check_in("sv", "– ⟦Vi har väntat länge⟧, säger Karin Berg.");
    check_in("hu", "– ⟦Ki az?⟧ – kérdezte Péter.");
    check_in("pl", "- ⟦Nie odejdziemy⟧ - powiedział burmistrz.");
}

#[test]
fn marks_are_believed_before_dashes() {
    let text = "– Hun sa «nei, sier Per. – Aldri», og gikk.";
    let quotes = find(&Prose::of_text(text), Language::parse("no").unwrap());
    let words: Vec<(&str, u8)> = quotes.iter().map(|it| (it.span.slice(text), it.depth)).collect();
    assert_eq!(words, [("«nei, sier Per. – Aldri»", 0)]);
}

#[test]
fn a_dash_may_hand_over_to_the_next_speaker() {
    check_in("fr", "– ⟦Tu viens ?⟧ – ⟦Non⟧, dit-elle.");
    check_in("el", "— ⟦Έρχομαι⟧, είπε η Μαρία.");
}

#[test]
fn dashes_of_lists_and_asides_are_no_dialogue() {
    check_in("fr", "Le plan — coûteux, lent — reste sur la table.");
    check_in("ru", "— первый пункт;\n— второй пункт;\n— третий пункт.");
    check_in("no", "– Brød\n– Smør\n– Ost");
    check_in("en", "— Who is there? — asked Ivan.");
    check_in("pl", "- Warszawa\n- Kraków - dawna stolica");
    check_in("de", "– Wer ist da? – fragte er.");
}

#[test]
fn a_quotation_inside_of_dialogue_is_nested() {
    check_in("ru", "— ⟦Он крикнул ⟦«стой»⟧ и ушёл⟧, — сказала Вера.");
}

/// Prose with paragraphs of the given kinds.
fn prose(paragraphs: &[(ParagraphKind, &str)]) -> Prose {
    let mut prose = Prose::default();
    for (block, (kind, text)) in paragraphs.iter().enumerate() {
        if block > 0 {
            prose.text.push_str("\n\n");
        }
        let start = prose.text.len();
        prose.text.push_str(text);
        prose.paragraphs.push(Paragraph { span: Span::new(start, prose.text.len()), kind: *kind, block });
    }
    prose
}

#[test]
fn headings_hold_quotations_and_never_pass_them_on() {
    let prose = prose(&[
        (ParagraphKind::Heading, "Council ‘will not pay’ for bridge"),
        (ParagraphKind::Running, "“The bridge is old and will stay so."),
        (ParagraphKind::Heading, "“We knew”"),
        (ParagraphKind::Running, "So it went on, ” they said."),
    ]);
    let quotes = find(&prose, Language::ENGLISH);
    let words: Vec<&str> = quotes.iter().map(|it| prose.slice(it.span)).collect();
    assert_eq!(words, ["‘will not pay’", "“The bridge is old and will stay so.", "“We knew”"]);
}

#[test]
fn code_and_tables_hold_no_quotations() {
    let prose = prose(&[
        (ParagraphKind::Running, "She said “yes” to"),
        (ParagraphKind::Verbatim, "print “no” and \"no\""),
        (ParagraphKind::ListItem, "and “maybe” too."),
    ]);
    let quotes = find(&prose, Language::ENGLISH);
    let words: Vec<&str> = quotes.iter().map(|it| prose.slice(it.span)).collect();
    assert_eq!(words, ["“yes”", "“maybe”"]);
}

#[test]
fn depth_counts_what_stands_around() {
    let prose = Prose::of_text("“A ‘b “c” d’ e” and “f”.");
    let depths: Vec<u8> = find(&prose, Language::ENGLISH).iter().map(|it| it.depth).collect();
    assert_eq!(depths, [0, 1, 2, 0]);
}

#[test]
fn a_second_look_finds_the_same() {
    let text = "“One,” he said.\n\n“Two\n\n“three,” she ‘said’. \"Four";
    let prose = Prose::of_text(text);
    assert_eq!(find(&prose, Language::ENGLISH), find(&prose, Language::ENGLISH));
}

/// Texts that a careless reading of marks would take quadratic time or memory
/// for.
const HOSTILE: &[&str] = &[
    "“a ",
    "\"a ",
    "'a ",
    "\"",
    "'",
    "“",
    "” ",
    "“‘«\"'a ",
    "a=\"x ",
    "`x ",
    "``x ",
    "“.",
    "— a — b, ",
    "\" \" ",
    "s' ",
    "'. ",
    "“a\n\n",
    "\"a\n",
    "“‘",
    "’”",
    "a\u{301}\"",
    "他“说",
    "http://\"",
    "x(\"",
    "\u{5D0}\"\u{5D0}",
];

#[test]
fn hostile_texts_are_read_and_every_span_lies_in_the_text() {
    for unit in HOSTILE {
        let text = unit.repeat(4_000);
        let prose = Prose::of_text(&text);
        for language in ["en", "fr", "ru"] {
            for quote in find(&prose, Language::parse(language).unwrap()) {
                assert!(quote.span.start < quote.span.end && quote.span.end <= text.len(), "{unit:?}");
                assert!(text.is_char_boundary(quote.span.start) && text.is_char_boundary(quote.span.end));
            }
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    /// Whatever the text: quotations come in order, lie on character borders,
    /// hold something, and stand wholly inside of each other or apart.
    #[test]
    fn quotations_nest_and_never_cross(text in "[“”„‘’‚'\"«»‹›「」`,.—–\\- abcAБא他。:?\n0s<>&]{0,120}") {
        let prose = Prose::of_text(&text);
        for language in ["en", "fr", "ru", "no"] {
            let language = Language::parse(language).unwrap();
            let mut quotes = find(&prose, language);
            kind::decide(&prose, language, &mut quotes);
            let mut around: Vec<Span> = Vec::new();
            for quote in &quotes {
                let span = quote.span;
                proptest::prop_assert!(text.get(span.start..span.end).is_some_and(|it| !it.trim().is_empty()));
                around.retain(|it| it.end > span.start);
                proptest::prop_assert!(around.iter().all(|it| it.start <= span.start && span.end <= it.end));
                proptest::prop_assert_eq!(usize::from(quote.depth), around.len());
                around.push(span);
            }
            proptest::prop_assert!(quotes.is_sorted_by_key(|it| it.span.start));
        }
    }
}
