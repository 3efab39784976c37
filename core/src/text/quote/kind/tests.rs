//! Sentences of our own: `⟦…⟧` is speech, `⟨…⟩` a mention.

use super::super::Speaker;
use super::*;
use crate::text::analysis::analyse_prose;
use crate::text::quote::find;
use crate::text::quote::kind::weights::WEIGHTS;

#[track_caller]
fn check(language: &str, marked: &str) {
    let text: String = marked.chars().filter(|c| !matches!(c, '⟦' | '⟧' | '⟨' | '⟩')).collect();
    let prose = Prose::of_text(&text);
    let language = Language::parse(language).unwrap();
    let mut quotes = find(&prose, language);
    decide(&prose, language, &mut quotes);
    let mut out = String::new();
    for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
        for quote in &quotes {
            if quote.span.end == at {
                out.push(if quote.kind == QuoteKind::Speech { '⟧' } else { '⟩' });
            }
        }
        for quote in &quotes {
            if quote.span.start == at {
                out.push(if quote.kind == QuoteKind::Speech { '⟦' } else { '⟨' });
            }
        }
        out.push(c);
    }
    out.pop();
    assert_eq!(out, marked);
}

#[test]
fn words_that_somebody_said_are_speech() {
    check("en", "⟦“We have waited long enough,”⟧ the baker said.");
    check("en", "She said the plan was ⟦“a waste of good money”⟧ and left.");
    check("de", "Der Bäcker sagte: ⟦„Wir haben lange genug gewartet.“⟧");
    check("id", "Tukang roti itu mengatakan: ⟦“Kami sudah cukup lama menunggu.”⟧");
    check("fr", "⟦« Nous avons assez attendu »⟧, a déclaré le boulanger.");
}

#[test]
fn names_and_titles_are_mentions() {
    check("en", "The film ⟨“Iron Harvest”⟩ opens on Friday.");
    check("de", "Die Zeitung ⟨„Nordpost“⟩ erscheint seit 1920.");
    check("id", "Operasi itu kemudian dijuluki ⟨“Badai Timur”⟩ oleh militer.");
    check("es", "La canción ⟨“Río seco”⟩ suena en todas partes.");
    check("ko", "영화 ⟨‘겨울의 강’⟩이 금요일에 개봉한다.");
}

#[test]
fn what_bears_a_name_or_who_made_it_shows_a_name() {
    check("de", "Der Rettungshubschrauber ⟨„Falke 7“⟩ flog am Abend nach Bremen.");
    check("de", "Im Herbst erschien ⟨„Ein stiller Fluss“⟩ von Jana Berg.");
    check("de", "Die Halle wurde später ⟨„Alte Mühle“⟩ genannt.");
    check("de", "Die ⟨„League of Harbor Towns“⟩ (LHT) tagte in Kiel.");
    check("en", "The reading ended with ⟨“The Quiet River,”⟩ by Mary Holt.");
}

#[test]
fn what_somebody_has_and_is_spelled_like_a_title_is_a_name() {
    check("en", "She told Harbor TV’s ⟨“Morning Tide”⟩ that the ferry was late.");
    check("en", "He was on Nordwind's ⟨“The Long Night With Ben Orr”⟩ last week.");
    check("en", "Mary Holt’s ⟦“we are done here”⟧ ended it, the clerk said.");
}

#[test]
fn who_made_it_is_told_from_who_said_it() {
    check("en", "It ends with ⟨“Ferry at Dawn”⟩ (1998) by Mary Holt.");
    check("en", "The plan was called ⟦“a waste of money”⟧ by Mary Holt.");
    check("de", "Jonas Berg sprach von ⟦„Verrat“⟧ von Teilen seiner Partei.");
}

#[test]
fn what_a_word_for_titles_leads_is_one() {
    check("de", "Das Motto der Feier lautete ⟨„Alle Mann an Bord!“⟩ und stand auf jedem Becher.");
    check("de", "Unter dem Titel ⟨„Wir gehen nicht“⟩ zeigt die Halle alte Bilder.");
    check("id", "Pameran itu bertajuk ⟨“Kami Tetap Melaut”⟩ dan dibuka kemarin.");
}

#[test]
fn whom_a_report_is_after_is_a_name() {
    check("de", "Laut ⟨„Nordpost“⟩ steigt die Miete am Hafen.");
    check("fr", "Selon ⟨« Le Courrier du Lac »⟩, le pont ferme lundi.");
    check("en", "According to ⟨“The Harbor Post”⟩ the bridge is closed.");
}

#[test]
fn a_capital_amid_a_sentence_that_nobody_speaks_is_a_name_in_any_language() {
    check("es", "Cenamos en ⟨«Casa Norte»⟩ con unos amigos.");
    check("fr", "Le groupe a joué ⟨« Rivière Sèche »⟩ devant deux mille personnes.");
    check("pt", "O navio ⟨«Estrela do Sul»⟩ saiu ontem do porto.");
    check("tr", "Grup dün gece ⟨“Kuru Nehir”⟩ ile sahneye çıktı.");
    check("pl", "Statek ⟨„Gwiazda Północy”⟩ wypłynął wczoraj z portu.");
    check("sv", "Fartyget ⟨”Norra Stjärnan”⟩ lämnade hamnen i går.");
}

#[test]
fn other_marks_than_those_of_long_quotations_set_off_names() {
    let long = "⟦“We have waited for the ferry here since early in the morning,”⟧ Mary Holt said.";
    check("en", &format!("{long} The ⟨‘ferry’⟩ was a raft."));
}

#[test]
fn words_at_a_distance_are_mentions() {
    check("en", "The so-called ⟨“experts”⟩ never came.");
    check("de", "Die sogenannten ⟨„Experten“⟩ kamen nie.");
    check("zh", "所谓的⟨“专家”⟩没有来。");
}

#[test]
fn a_headline_in_single_marks_abridges_what_the_body_has() {
    check(
        "en",
        "Council hears harbor plan is ⟨‘dead’⟩\n\nThe plan is ⟦“dead in the water,”⟧ Ann Lee told the council.",
    );
    // Where single marks are all that a text has, its first line may be speech.
    check("en", "⟦‘We lost all of it,’⟧ said Ana Díaz.\n\n⟦‘The boat is gone.’⟧");
}

#[test]
fn what_a_headline_and_the_body_have_somebody_say_is_speech_in_both() {
    let body = "The plan is “dead,” Ann Lee told the council on Monday.";
    for (headline, expected) in [
        ("Ann Lee says harbor plan is ‘dead’", QuoteKind::Speech),
        ("Harbor plan is ‘dead’", QuoteKind::Mention),
    ] {
        let prose = Prose::of_text(&format!("{headline}\n\n{body}"));
        let kinds: Vec<QuoteKind> =
            analyse_prose(prose, Language::parse("en")).quotes.iter().map(|it| it.kind).collect();
        assert_eq!(kinds, [expected, QuoteKind::Speech], "{headline}");
    }
}

#[test]
fn what_stands_again_without_marks_is_a_name() {
    check("de", "Am Abend lief die ⟨„Nordwind“⟩ aus. Niemand weiß, wo die Nordwind jetzt liegt.");
}

#[test]
fn a_subjunctive_of_report_speaks_for_speech() {
    check("de", "Jonas Berg wies das zurück. Der Vorwurf sei ⟦„völlig absurd“⟧ und schade allen.");
}

#[test]
fn dialogue_is_speech() {
    check("ru", "— ⟦Я⟧, — ответила Вера.");
}

#[test]
fn the_speaker_of_a_mention_is_never_sure() {
    let prose = Prose::of_text("The film “Iron Harvest” opens on Friday.");
    let mut quotes = find(&prose, Language::ENGLISH);
    quotes[0].speaker = Some(Speaker { name: "The film".into(), at: Span::new(0, 8), sure: true });
    decide(&prose, Language::ENGLISH, &mut quotes);
    let sure = quotes[0].speaker.as_ref().map(|it| it.sure);
    assert_eq!((quotes[0].kind, sure), (QuoteKind::Mention, Some(false)));
}

#[test]
fn every_feature_has_its_weight() {
    let prose = Prose::of_text("“One.”");
    let quotes = find(&prose, Language::ENGLISH);
    let shown = shown(&prose, Language::ENGLISH, &quotes);
    let names: Vec<&str> = shown[0].features.iter().map(|(name, _)| *name).collect();
    let weighed: Vec<&str> = WEIGHTS.iter().map(|(name, ..)| *name).collect();
    assert_eq!(names, weighed);
}
