//! Sentences of our own, one row each: the text, and for each quotation in it
//! who is named. `?` before a name says that kabar would not stand by it, `-`
//! that nobody is named. Quotations are found as in any text, by the marks of the
//! language.

use crate::article::Language;
use crate::text::prose::Prose;
use crate::text::quote;
use crate::text::speaker::attribute;

#[track_caller]
pub(super) fn check(code: &str, rows: &[(&str, &str)]) {
    let language = Language::parse(code).unwrap();
    let mut wrong = Vec::new();
    for (text, expected) in rows {
        let prose = Prose::of_text(text);
        let mut quotes = quote::find(&prose, language);
        attribute(&prose, language, &mut quotes);
        let got: Vec<String> = quotes
            .iter()
            .filter(|it| it.depth == 0)
            .map(|it| match &it.speaker {
                Some(it) => format!("{}{}", if it.sure { "" } else { "?" }, it.name),
                None => "-".to_owned(),
            })
            .collect();
        let got = got.join(" | ");
        if got != *expected {
            wrong.push(format!("{text}\n    got {got}\n    not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn english_reports_far_from_the_words() {
    check(
        "en",
        &[
            ("The pier is “the beginning of the end” for the old port, said Mary Holt.", "Mary Holt"),
            (
                "It was a “good thing” that brought “frankly good money,” Mary Holt remarked.",
                "Mary Holt | Mary Holt",
            ),
            (
                "The harbor “is the only thing that still works in this town,” Mary Holt, a pilot, told the Gazette.",
                "Mary Holt",
            ),
            ("“Nobody asked us.”\n\n- Mary Holt", "Mary Holt"),
            ("“Nobody asked us.”\n\n— Mary Holt, pilot", "Mary Holt"),
            ("“Nobody asked us?” Mary Holt bristled.", "?Mary Holt"),
            (
                "Mary Holt anticipated that the hardest part would be “dealing with the mud the city leaves behind.”",
                "?Mary Holt",
            ),
            (
                "Mary Holt said the plan was never meant to last. “The city knew that from the start.”",
                "Mary Holt",
            ),
            (
                "Mary Holt said the plan was never meant to last.\n\n“The city knew that from the start.”",
                "?Mary Holt",
            ),
            (
                "Hours later, Mary Holt thanked the crew, telling reporters, “We all slept badly.”",
                "Mary Holt",
            ),
            (
                "The third would be what Holt called a “let the tide decide” approach. Mary Holt is a pilot.",
                "Mary Holt",
            ),
            ("Indeed, the rest sank.\n\nThe ship “Grace” sank.", "-"),
        ],
    );
}

#[test]
fn russian() {
    check(
        "ru",
        &[
            ("«Мост откроют в мае», — сказала Вера Лосева.", "Вера Лосева"),
            ("«Мост, — сказала Вера Лосева, — откроют в мае».", "Вера Лосева"),
            ("«Мы ждём, — вздохнул пекарь Антон Гай. — Третий год».", "Антон Гай"),
            ("Мэр Вера Лосева заявила: «Мост откроют в мае».", "Вера Лосева"),
            ("Вера Лосева пришла рано. «Мост откроют», — отметила Лосева.", "Вера Лосева"),
            ("— Когда откроют? — спросил Антон Гай.", "Антон Гай"),
            (
                "По словам Веры Лосевой, мост «почти готов». «Ждём краску», — добавила Вера Лосева.",
                "Вера Лосева | Вера Лосева",
            ),
            ("У моста стоит учитель химии Пётр Дубский. «Холодно», — говорит учитель.", "Пётр Дубский"),
            ("Мост по прозвищу «Старик» закрыли.", "-"),
            (
                "«Холодно», — сказал Пётр Дубский. Автобус ушёл. «И темно», — добавил он.",
                "Пётр Дубский | Пётр Дубский",
            ),
        ],
    );
}

#[test]
fn ukrainian() {
    check(
        "uk",
        &[
            ("«Міст відкриють у травні», — сказала Віра Лосенко.", "Віра Лосенко"),
            ("«Міст, — сказала Віра Лосенко, — відкриють у травні».", "Віра Лосенко"),
            ("«Ми чекаємо, — зітхнув пекар Антін Гай. — Третій рік».", "Антін Гай"),
            ("Мерка Віра Лосенко заявила: «Міст відкриють у травні».", "Віра Лосенко"),
            ("Віра Лосенко прийшла рано. «Міст відкриють», — зазначила Лосенко.", "Віра Лосенко"),
            ("— Коли відкриють? — запитав Антін Гай.", "Антін Гай"),
            (
                "«Холодно», — сказав Петро Дубський. «І темно», — додав він.",
                "Петро Дубський | Петро Дубський",
            ),
            ("Міст прозвали «Дід» за горбату спину.", "-"),
        ],
    );
}

#[test]
fn polish() {
    check(
        "pl",
        &[
            ("„Most otworzymy w maju” – powiedziała Ewa Malska.", "Ewa Malska"),
            ("„Czekamy trzeci rok” – westchnął piekarz Jan Gaj.", "Jan Gaj"),
            ("Burmistrz Ewa Malska oświadczyła: „Most otworzymy w maju”.", "Ewa Malska"),
            ("Ewa Malska przyszła rano. „Most gotowy” – zaznaczyła Malska.", "Ewa Malska"),
            ("– Kiedy otworzycie? – zapytał Jan Gaj.", "Jan Gaj"),
            ("Zdaniem Jana Gaja „most jest prawie gotowy”.", "Jana Gaja"),
            (
                "„Zimno” – powiedział Piotr Dąb. Autobus odjechał. „I ciemno” – dodał.",
                "Piotr Dąb | Piotr Dąb",
            ),
            ("Most nosi nazwę „Stary Garb” od stu lat.", "-"),
        ],
    );
}

#[test]
fn swedish() {
    check(
        "sv",
        &[
            ("”Bron öppnar i maj”, säger Eva Malm.", "Eva Malm"),
            ("”Bron öppnar i maj”, sade borgmästaren Eva Malm.", "Eva Malm"),
            ("Eva Malm säger: ”Bron öppnar i maj.”", "Eva Malm"),
            ("Enligt Eva Malm är bron ”nästan klar”.", "Eva Malm"),
            ("Eva Malm kom tidigt. ”Bron är klar”, förklarade Malm.", "Eva Malm"),
            ("– Vi väntar, säger Jan Ek.", "Jan Ek"),
            ("I går sade Jan Ek: ”Det är kallt.”", "Jan Ek"),
            ("Bron kallas ”Gubben” sedan länge.", "-"),
        ],
    );
}

#[test]
fn norwegian() {
    check(
        "no",
        &[
            ("«Broen åpner i mai», sier Eva Malm.", "Eva Malm"),
            ("«Broen åpner i mai», sa ordfører Eva Malm.", "Eva Malm"),
            ("Eva Malm sier: «Broen åpner i mai.»", "Eva Malm"),
            ("Ifølge Eva Malm er broen «nesten klar».", "Eva Malm"),
            ("Eva Malm kom tidlig. «Broen er klar», forklarte Malm.", "Eva Malm"),
            ("– Vi venter, sier Jan Ek.", "Jan Ek"),
            ("I går sa Jan Ek: «Det er kaldt.»", "Jan Ek"),
            ("Broen heter «Gubben» fra gammelt av.", "-"),
        ],
    );
}

#[test]
fn danish() {
    check(
        "da",
        &[
            ("»Broen åbner i maj,« siger Eva Malm.", "Eva Malm"),
            ("»Broen åbner i maj,« sagde borgmester Eva Malm.", "Eva Malm"),
            ("Eva Malm siger: »Broen åbner i maj.«", "Eva Malm"),
            ("Ifølge Eva Malm er broen »næsten klar«.", "Eva Malm"),
            ("Eva Malm kom tidligt. »Broen er klar,« forklarede Malm.", "Eva Malm"),
            ("– Vi venter, siger Jan Ek.", "Jan Ek"),
            ("I går sagde Jan Ek: »Det er koldt.«", "Jan Ek"),
            ("Broen hedder »Gubben« fra gammel tid.", "-"),
        ],
    );
}

#[test]
fn japanese() {
    check(
        "ja",
        &[
            ("「橋は五月に開きます」と森田ハルさんは話す。", "森田ハル"),
            ("森田ハルさんは「橋は五月に開きます」と語った。", "森田ハル"),
            ("市長の森田ハルさん（５２）は笑う。「もう少しです」と森田さん。", "森田ハル"),
            ("「もう少しです」。森田ハルさんはそう言って笑った。", "森田ハル"),
            ("「待ちました」と話すのは、パン屋の西尾健さんだ。", "西尾健"),
            ("西尾健教授によると、「橋は古くない」という。", "西尾健"),
            ("森田ハルさんが来た。「寒いですね」と彼女は言った。", "森田ハル"),
            ("「寒い」と西尾健さんは言う。「それに暗い」", "西尾健 | 西尾健"),
            ("橋は「古老」と呼ばれている。", "-"),
            ("森田ハルさんは店に入り、こう言った。「橋はまだですか」", "森田ハル"),
        ],
    );
}

#[test]
fn chinese() {
    check(
        "zh",
        &[
            ("“大桥五月开放。”林晓云说。", "林晓云"),
            ("林晓云说：“大桥五月开放。”", "林晓云"),
            ("“大桥五月开放，”市长林晓云表示，“请再等等。”", "林晓云 | 林晓云"),
            ("卖面包的老板周强笑着说：“三年了。”", "周强"),
            ("“三年了。”周强对记者说。", "周强"),
            ("林晓云教授来得很早。“桥好了，”林晓云指出。“快了。”林教授补充道。", "林晓云 | 林晓云"),
            ("“三年了。”周强说。\n“还要等，”他望着河说。", "周强 | 周强"),
            ("“还要等，”约翰·史密斯说。", "约翰·史密斯"),
            ("这座桥名叫“老人”，已有百年。", "-"),
            ("“大橋五月開放。”歐陽倩說。", "歐陽倩"),
        ],
    );
}

#[test]
fn korean() {
    check(
        "ko",
        &[
            ("“다리는 5월에 열립니다”라고 김하늘 시장은 말했다.", "김하늘"),
            ("김하늘 시장은 “다리는 5월에 열립니다”라고 말했다.", "김하늘"),
            ("“삼 년을 기다렸어요”라며 박도윤 씨가 웃었다.", "박도윤"),
            ("박도윤 씨는 “춥다”며 “어둡기도 하다”고 덧붙였다.", "박도윤 | 박도윤"),
            ("김하늘 시장은 “곧 됩니다”라고 밝혔다. 김 시장은 “조금만요”라고 말했다.", "김하늘 | 김하늘"),
            ("“춥다”고 박도윤 씨는 말했다.\n그는 “어둡다”고 덧붙였다.", "박도윤 | 박도윤"),
            ("시는 “다리가 안전하다”고 밝혔다.", "?시"),
            ("이 다리는 ‘노인’이라고 불리는 다리다.", "-"),
        ],
    );
}

#[test]
fn arabic() {
    check(
        "ar",
        &[
            ("«سيفتح الجسر في مايو»، قالت ليلى النجار.", "ليلى النجار"),
            ("وقالت ليلى النجار: «سيفتح الجسر في مايو».", "ليلى النجار"),
            ("«انتظرنا ثلاث سنوات»، قال الخباز كريم حداد.", "كريم حداد"),
            (
                "«الجسر جاهز»، أكدت رئيسة البلدية ليلى النجار. وأضافت: «بقي الدهان».",
                "ليلى النجار | ليلى النجار",
            ),
            ("«الجسر جاهز»، قالت ليلى النجار. «انتظرنا»، أوضحت النجار.", "ليلى النجار | ليلى النجار"),
            ("«برد»، قال كريم حداد.\nوأضاف: «وظلام أيضا».", "كريم حداد | كريم حداد"),
            ("وصل الدكتور كريم حداد، ثم قال: «الجسر جاهز».", "كريم حداد"),
            ("يعرف الجسر باسم «العجوز» منذ قرن.", "-"),
            ("بحسب ليلى النجار، الجسر «جاهز تقريبا».", "ليلى النجار"),
        ],
    );
}

#[test]
fn hebrew() {
    check(
        "he",
        &[
            ("\"הגשר ייפתח במאי\", אמרה נועה ברקן.", "נועה ברקן"),
            ("נועה ברקן אמרה: \"הגשר ייפתח במאי\".", "נועה ברקן"),
            ("\"חיכינו שלוש שנים\", אומר האופה דוד שלו.", "דוד שלו"),
            ("\"הגשר מוכן\", אמרה ראש העיר נועה ברקן. \"נשאר הצבע\".", "נועה ברקן | נועה ברקן"),
            ("\"הגשר מוכן\", אמרה נועה ברקן.\n\"חיכינו\", הוסיפה ברקן.", "נועה ברקן | נועה ברקן"),
            ("\"קר\", אמר דוד שלו.\n\"וגם חשוך\", הוא הוסיף.", "דוד שלו | דוד שלו"),
            ("ד\"ר נועה ברקן, חוקרת גשרים, הגיעה. \"קר כאן\", היא סיפרה.", "נועה ברקן"),
            ("לדברי נועה ברקן, הגשר \"כמעט מוכן\".", "נועה ברקן"),
            ("הגשר המכונה \"הזקן\" עומד כאן מאה שנה.", "-"),
        ],
    );
}
