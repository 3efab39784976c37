//! Sentences of our own, one for each language that is promised.

use super::detect;

#[test]
fn a_single_sentence_tells_its_language() {
    let sentences = [
        ("id", "Warga desa itu sudah menunggu sejak pagi, tetapi hujan tidak kunjung reda."),
        ("en", "The old ferry was sold to a company that nobody had heard of before."),
        ("de", "Die Brücke wurde am Montag gesperrt, weil niemand den Schlüssel fand."),
        ("fr", "Le pont est fermé depuis lundi et personne ne sait quand il va rouvrir."),
        ("es", "El puente está cerrado desde el lunes y nadie sabe cuándo abrirá."),
        ("pt", "A ponte está fechada desde segunda-feira e ninguém sabe quando vai abrir."),
        ("it", "Il ponte è chiuso da lunedì e nessuno sa quando sarà riaperto."),
        ("nl", "De brug is sinds maandag dicht en niemand weet wanneer die weer opengaat."),
        ("tr", "Köprü pazartesi gününden beri kapalı ve ne zaman açılacağı bilinmiyor."),
        ("sv", "Bron har varit stängd sedan i måndags och ingen vet när den öppnar."),
        ("da", "Broen har været lukket siden mandag, og ingen ved, hvornår den åbner."),
        ("no", "Broen har vært stengt siden mandag, og ingen vet når den åpner igjen."),
        ("fi", "Silta on ollut suljettuna maanantaista lähtien, eikä kukaan tiedä miksi."),
        ("pl", "Most jest zamknięty od poniedziałku i nikt nie wie, kiedy zostanie otwarty."),
        ("cs", "Most je od pondělí zavřený a nikdo neví, kdy ho znovu otevřou."),
        ("ru", "Мост закрыт с понедельника, и никто не знает, когда его откроют."),
        ("uk", "Міст закритий з понеділка, і ніхто не знає, коли його відкриють."),
        ("ja", "橋は月曜日から閉鎖されており、再開の時期は未定です。"),
        ("zh", "这座桥从星期一起关闭，没有人知道什么时候开放。"),
        ("ko", "다리는 월요일부터 폐쇄되었고 언제 열릴지 아무도 모른다."),
        ("ar", "الجسر مغلق منذ يوم الاثنين ولا أحد يعرف متى سيفتح."),
        ("he", "הגשר סגור מיום שני ואיש אינו יודע מתי ייפתח."),
        ("el", "Η γέφυρα είναι κλειστή από τη Δευτέρα και κανείς δεν ξέρει πότε θα ανοίξει."),
        ("hu", "A híd hétfő óta zárva van, és senki sem tudja, mikor nyitják meg."),
        ("hi", "पुल सोमवार से बंद है और कोई नहीं जानता कि यह कब खुलेगा।"),
        ("th", "สะพานปิดตั้งแต่วันจันทร์และไม่มีใครรู้ว่าจะเปิดเมื่อไร"),
        ("vi", "Cây cầu đã đóng cửa từ thứ hai và không ai biết khi nào mở lại."),
        ("ro", "Podul este închis de luni și nimeni nu știe când se va deschide."),
    ];
    for (code, sentence) in sentences {
        assert_eq!(detect(sentence).map(|it| it.code().to_owned()).as_deref(), Some(code), "{sentence}");
    }
}

#[test]
fn no_words_have_no_language() {
    for text in ["", " \n", "1984 – 2024", "…!?"] {
        assert_eq!(detect(text), None, "{text:?}");
    }
}

#[test]
fn a_foreign_name_does_not_turn_the_script() {
    let mixed = "東京の会社 Acme Holdings International は月曜日に新しい製品を発表した。";
    assert_eq!(detect(mixed).map(|it| it.code().to_owned()).as_deref(), Some("ja"));
}
