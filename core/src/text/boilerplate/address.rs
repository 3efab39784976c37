//! Whether a line speaks to its reader, or of its own house.
//!
//! News tells of others. Whom a line calls `you` outside of quotation marks is the
//! reader, and what it calls `our` is the site's: requests and notices do so, and
//! articles hardly ever.

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

/// Whether a line addresses the reader, and whether it speaks of what is the
/// site's. `folded` is in lower case.
pub(super) fn of(folded: &str, language: Option<&str>) -> (bool, bool) {
    // What somebody says is to somebody else.
    if folded.contains(['"', '「', '『', '“']) {
        return (false, false);
    }
    let Some((_, you, our)) = WORDS.iter().find(|it| Some(it.0) == language) else { return (false, false) };
    (holds(folded, you), holds(folded, our))
}

fn holds(folded: &str, words: &str) -> bool {
    words.split(' ').any(|word| match word.split_once('*') {
        Some((part, "")) => folded.contains(part),
        Some((first, second)) => {
            folded.split_once(first).is_some_and(|(_, rest)| rest.trim_start().starts_with(second))
        }
        // A whole word; no word of the lists has a border inside of it.
        None => folded.match_indices(word).any(|(at, _)| {
            let before = folded.get(..at).and_then(|it| it.chars().next_back());
            let after = folded.get(at + word.len()..).and_then(|it| it.chars().next());
            before.is_none_or(is_border) && after.is_none_or(is_border)
        }),
    })
}

/// Whether words end at a character.
pub(super) fn is_border(c: char) -> bool {
    !letter::is_alphanumeric(c) && c != '\'' && !safe::is_mark(c)
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
