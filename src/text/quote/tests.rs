//! Texts with their quotations marked: `⟦` and `⟧` stand where each one begins
//! and ends, nested ones inside of the outer.

use super::*;

/// Asserts that exactly the marked quotations of a text are found. Paragraphs
/// are lines.
#[track_caller]
fn check(marked: &str) {
    check_in("en", marked);
}

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
        "⟦« Je ne partirai pas »⟧, a dit Rose Marin.",
        "⟦«Я не уйду»⟧, — сказал Олег Зимин.",
        "⟦”Saya tidak akan mundur,”⟧ kata Dewi Lestari.",
        "⟦”Jag avgår inte”⟧, säger Ida Holm.",
        "⟦„Nem mondok le”⟧ – mondta Papp Éva.",
        "知事は⟦「辞任しない」⟧と述べた。",
        "他说：⟦“我不会辞职。”⟧",
        "장관은 ⟦“사퇴하지 않겠다”⟧고 말했다.",
        "⟦``I will not resign,''⟧ said Ana Díaz.",
        "⟦''I will not resign,''⟧ said Ana Díaz.",
        ",,⟦Ik treed niet af''⟧, zei Joost Baan.",
        "⟦‹Ich bleibe›⟧, sagte sie.",
    ] {
        check(marked);
    }
}

#[test]
fn quotations_nest() {
    for marked in [
        "⟦“He shouted ⟦‘stop’⟧ and ran,”⟧ she said.",
        "⟦\"⟦'Stop'⟧ was all he said,\"⟧ she said.",
        "⟦‘She called it ⟦“a gift”⟧ once,’⟧ he said.",
        "⟦„Er rief ⟦‚Halt‘⟧ und lief“⟧, sagte sie.",
        "彼は⟦「母は⟦『待て』⟧と言った」⟧と話した。",
    ] {
        check(marked);
    }
}
