//! Whether a line speaks to its reader, or of its own house.
//!
//! News tells of others. Whom a line calls `you` outside of quotation marks is the
//! reader, and what it calls `our` is the site's: requests and notices do so, and
//! articles hardly ever.

use std::sync::LazyLock;

use crate::text::table::Table;
use crate::text::{letter, safe};

/// Language, words for the reader, words for what is the site's; in lower case.
/// Where words are not set apart or the person is an ending, they may stand
/// anywhere in the line (`*`).
const WORDS: &[(&str, &str, &str)] = &[
    ("en", "you your yours you're you'll you've", "our us we've"),
    ("de", "du dein deine deinen deiner dir dich", "unser unsere unseren unserem unserer"),
    ("fr", "vous votre vos tu ton", "notre nos"),
    ("es", "tu tus te usted ustedes ti tú", "nuestro nuestra nuestros nuestras"),
    ("pt", "você vocês te ti teu tua", "nosso nossa nossos nossas"),
    ("it", "tu tuo tua tuoi tue ti te voi vostro vostra", "nostro nostra nostri nostre"),
    ("nl", "je jouw jij jou u uw", "ons onze"),
    ("id", "anda kamu kalian", "kami"),
    ("ms", "anda awak kamu", "kami"),
    ("tr", "siz sizi size sizin sen seni sana senin", "bizi bize bizim"),
    ("sv", "du din ditt dina dig ni er", "vår vårt våra"),
    ("no", "du din ditt dine deg dere", "vår vårt våre"),
    ("da", "du din dit dine dig", "vores"),
    ("fi", "sinä sinun sinulle sinua sinut te teidän", "meidän meitä"),
    (
        "pl",
        "ty twój twoja twoje twoją twoich ci cię ciebie państwo",
        "nasz nasza nasze naszą naszych naszego",
    ),
    ("cs", "vy vás vám váš vaše vaši ty tvůj", "náš naše našich našem naši"),
    ("hu", "ön önnek önt téged neked", "nálunk minket"),
    ("ro", "tu tău ta tale ție îți te dumneavoastră vă ți", "nostru noastră noștri noastre"),
    ("el", "σας εσείς σου εσύ", "μας"),
    ("ru", "вы вас вам вами ваш ваша ваше ваши вашу ты тебе", "наш наша наше наши нашу нашем нашего нас"),
    ("uk", "ви вас вам ваш ваша ваше ваші ти", "наш наша наше наші нашу нашого нас"),
    ("ar", "لك أنت أنتم بريدك لديك يمكنك لكم", "لدينا موقعنا نشرتنا"),
    ("he", "לך שלך אתם אתכם שלכם לכם אתה את", "שלנו אצלנו"),
    ("fa", "شما شمایید تو", "ما"),
    ("hi", "आप आपका आपके आपकी आपको", "हमारे हमारा हमारी हमें"),
    ("th", "คุณ* ท่าน*", "ของเรา*"),
    ("vi", "bạn quý*vị", "chúng*tôi"),
    ("ja", "あなた* ください* ませんか* お寄せ* お読み*", "当サイト* 弊社* 編集部*"),
    ("zh", "您* 你* 请* 請* 欢迎* 歡迎*", "本站* 本网* 我们的* 我們的*"),
    ("ko", "당신* 여러분* 세요* 십시오*", "저희* 본지*"),
];

/// What a word says: that it is for the reader, and that it is of the site's own.
type Says = (bool, bool);

/// The words of a language that stand alone, and those that may stand anywhere.
#[derive(Default)]
struct Own {
    words: Table<&'static str, Says>,
    anywhere: Vec<(&'static str, Says)>,
}

/// [`WORDS`] by language.
static BY_LANGUAGE: LazyLock<Table<&'static str, Own>> = LazyLock::new(|| {
    let mut by_language: Table<&'static str, Own> = Table::default();
    for (language, you, our) in WORDS {
        let own = by_language.entry(language).or_default();
        for (word, is_our) in you.split(' ').map(|it| (it, false)).chain(our.split(' ').map(|it| (it, true)))
        {
            if word.contains('*') {
                own.anywhere.push((word, (!is_our, is_our)));
            } else {
                let says = own.words.entry(word).or_default();
                *says = (says.0 || !is_our, says.1 || is_our);
            }
        }
    }
    by_language
});

/// Whether a line addresses the reader, and whether it speaks of what is the
/// site's. `folded` is in lower case.
pub(super) fn of(folded: &str, language: Option<&str>) -> (bool, bool) {
    // What somebody says is to somebody else.
    if folded.contains(['"', '「', '『', '“']) {
        return (false, false);
    }
    let Some(own) = language.and_then(|it| BY_LANGUAGE.get(it)) else { return (false, false) };
    let anywhere = own.anywhere.iter().filter(|(word, _)| holds(folded, word)).map(|(_, says)| *says);
    // No word of the lists has a border inside of it.
    let words = folded.split(is_border).filter_map(|it| own.words.get(it).copied());
    anywhere.chain(words).fold((false, false), |all, it| (all.0 || it.0, all.1 || it.1))
}

/// Whether a line holds the parts of a word, set apart by `*`, one right behind the
/// other.
fn holds(folded: &str, word: &str) -> bool {
    let (first, second) = word.split_once('*').unwrap_or((word, ""));
    folded.split_once(first).is_some_and(|(_, rest)| rest.trim_start().starts_with(second))
}

/// Whether words end at a character.
pub(super) fn is_border(c: char) -> bool {
    !letter::is_alphanumeric(c) && c != '\'' && (c.is_ascii() || !safe::is_mark(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_speak_to_the_reader_and_news_does_not() {
        for (line, language, expected) in [
            ("get the best of our reporting in your inbox.", "en", (true, true)),
            ("nobody at the harbour had heard of it.", "en", (false, false)),
            ("\"you are late,\" she said.", "en", (false, false)),
            ("abonnez-vous à notre lettre.", "fr", (true, true)),
            ("ご意見をお寄せください", "ja", (true, false)),
            ("chúng tôi gửi bản tin cho bạn mỗi sáng", "vi", (true, true)),
            ("youth club reopens", "en", (false, false)),
            ("anything at all", "xx", (false, false)),
        ] {
            assert_eq!(of(line, Some(language)), expected, "{line}");
        }
    }
}
