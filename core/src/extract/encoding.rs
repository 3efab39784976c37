//! Which encoding bytes are in, and their text.
//!
//! As browsers do it, with the order of the WHATWG encoding sniffing algorithm
//! where it applies: a byte order mark, what the transport said, what the bytes
//! declare, then UTF-8 where it fits, then the guess of `chardetng`. No input
//! fails: what is wrong in the encoding stands as U+FFFD.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::text::span::Span;

/// How much of the bytes is looked at for a declaration (the HTML standard's
/// 1024, and some room for long XML prologs and comments).
const HEAD: usize = 4096;
/// How much is looked at for the guess.
const SAMPLE: usize = 1 << 17;

/// The text of bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    /// The WHATWG name, such as `windows-1252`.
    pub encoding: &'static str,
    /// Whether some bytes were wrong and stand as U+FFFD.
    pub bad: bool,
}

/// Decodes bytes. `charset` is what the transport said of them (the charset of
/// a `Content-Type`), where there was one.
pub fn decode(bytes: &[u8], charset: Option<&str>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, bytes.get(mark..).unwrap_or_default());
    }
    if let Some(encoding) = wide(bytes) {
        return with(encoding, bytes);
    }
    let declared = charset.and_then(label).or_else(|| declared(bytes));
    if let Some(encoding) = declared {
        let decoded = with(encoding, bytes);
        // Declarations go stale when files are converted: UTF-8 that holds more
        // than ASCII is not right by chance.
        if !decoded.bad && (encoding == UTF_8 || bytes.is_ascii() || std::str::from_utf8(bytes).is_err()) {
            return decoded;
        }
    }
    let escapes = bytes.contains(&0x1B) && bytes.is_ascii();
    if escapes && bytes.windows(3).any(|it| matches!(it, b"\x1B$B" | b"\x1B$@")) {
        return with(ISO_2022_JP, bytes); // the one encoding of the web in seven bits
    }
    if std::str::from_utf8(bytes).is_ok() {
        return with(UTF_8, bytes);
    }
    // A few wrong bytes in what is UTF-8 elsewhere: a cut or spliced file.
    let utf8 = with(UTF_8, bytes);
    let (wrong, right) = utf8.text.chars().filter(|c| !c.is_ascii()).fold((0, 0), |(wrong, right), c| {
        if c == char::REPLACEMENT_CHARACTER { (wrong + 1, right) } else { (wrong, right + 1) }
    });
    if right >= 10 * wrong {
        return utf8;
    }
    if let Some(encoding) = declared.filter(|it| *it != UTF_8) {
        return with(encoding, bytes);
    }
    with(guess(bytes), bytes)
}

fn with(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, bad) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: mend(text.into_owned()), encoding: encoding.name(), bad }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    detector.feed(sample, sample.len() == bytes.len());
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether bytes are no text at all: of their first 1,445 more than one in fifty is
/// what the MIME Sniffing standard calls a binary data byte (7.2; there one is enough, but
/// a text with a stray one is read by everybody). In UTF-16 half of all may be zero.
pub fn is_binary(bytes: &[u8], encoding: &str) -> bool {
    let head = bytes.get(..1_445).unwrap_or(bytes);
    let binary = |it: &&u8| matches!(it, 0x00..=0x08 | 0x0B | 0x0E..=0x1A | 0x1C..=0x1F);
    !encoding.starts_with("UTF-16") && head.iter().filter(binary).count() * 50 > head.len()
}

/// UTF-16 without a mark: where most of the text is ASCII or Latin, every other
/// byte is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let pairs = head.len() / 2;
    if pairs < 2 {
        return None;
    }
    if !head.contains(&0) {
        return None;
    }
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 >= pairs * 4 && even * 20 < pairs {
        Some(UTF_16LE)
    } else if even * 10 >= pairs * 4 && odd * 20 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The encoding that the bytes name themselves: an XML declaration, or `charset`
/// in a `<meta>`. UTF-16 cannot be, where the name could be read as ASCII, and
/// stands for UTF-8 (HTML standard, 13.2.3.2).
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    // Most text declares nothing, and needs no copy of its head.
    if !head.windows(2).any(|it| matches!(it, b"<?" | b"<m" | b"<M")) {
        return None;
    }
    // What is not ASCII is no part of a name: a control character stands for it.
    let ascii = |it: &u8| if it.is_ascii() { it.to_ascii_lowercase() } else { 0x1A };
    let head = String::from_utf8(head.iter().map(ascii).collect()).unwrap_or_default();
    let named = |text: &str, key: &str| -> Option<&'static Encoding> {
        let (_, rest) = text.split_once(key)?;
        let rest = rest.trim_start().strip_prefix('=')?.trim_start();
        let rest = rest.trim_start_matches(['"', '\'']);
        label(rest.split(['"', '\'', ';', '>', '/', '?', ' ', '\n', '\r', '\t']).next()?)
    };
    let xml = head.trim_start().strip_prefix("<?xml").and_then(|it| it.split_once("?>"));
    let found = xml
        .and_then(|(it, _)| named(it, "encoding"))
        .or_else(|| head.split("<meta").skip(1).find_map(|it| named(it.split('>').next()?, "charset")))?;
    Some(if found == UTF_16LE || found == UTF_16BE { UTF_8 } else { found })
}

fn label(name: &str) -> Option<&'static Encoding> {
    Encoding::for_label_no_replacement(name.trim().trim_matches(['"', '\'']).as_bytes())
}

/// Repairs UTF-8 that was once read as windows-1252 and stored so (`â€œ` for
/// `“`), where it is certain. A run of characters beyond ASCII counts as misread
/// where its windows-1252 bytes are UTF-8 as a whole. One such run may be chance
/// (`«AMANHÃ»`), so misread runs must outnumber the others four to one, or be of
/// a kind that no language writes: `â€`, with which all curly marks and dashes
/// begin, `ï»¿` and `ðŸ`.
fn mend(text: String) -> String {
    // The first byte of a misread sequence, which U+00C2 to U+00F4 stand for.
    let starts = |it: &[u8]| matches!(*it, [0xC3, 0x82..=0xB4]);
    if !text.as_bytes().contains(&0xC3) || !text.as_bytes().windows(2).any(starts) {
        return text;
    }
    let runs: Vec<(Span, Option<String>)> = high_runs(&text)
        .into_iter()
        .map(|run| {
            // One character alone was never a whole sequence of UTF-8.
            let chars = Some(run.slice(&text).chars()).filter(|it| it.clone().nth(1).is_some());
            let bytes: Option<Vec<u8>> = chars.and_then(|it| it.map(high_byte).collect());
            (run, bytes.and_then(|it| String::from_utf8(it).ok()))
        })
        .collect();
    let misread = runs.iter().filter(|it| it.1.is_some()).count();
    if misread == 0 {
        return text;
    }
    let mostly = misread >= 4 * (runs.len() - misread);
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (run, real) in &runs {
        let Some(real) = real else { continue };
        let found = run.slice(&text);
        if mostly || ["â€", "ï»¿", "ðŸ"].iter().any(|it| found.contains(it)) {
            out.push_str(Span::new(from, run.start).slice(&text));
            out.push_str(real);
            from = run.end;
        }
    }
    out.push_str(Span::new(from, text.len()).slice(&text));
    out
}

/// The runs of characters beyond ASCII.
fn high_runs(text: &str) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| !byte.is_ascii()) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(Span::new(at, at + 1)),
        }
    }
    runs
}

/// The byte above 0x7F that windows-1252 has for a character; bytes that it
/// leaves open are the C1 controls of the same number.
fn high_byte(c: char) -> Option<u8> {
    // Every character of a page is asked for, and most that are not ASCII lie in
    // other scripts: the encoder is for the few that windows-1252 moves.
    match c {
        '\u{A0}'..='\u{FF}' => u8::try_from(u32::from(c)).ok(),
        '\0'..='\x7F'
        | '\u{100}'..='\u{151}'
        | '\u{17F}'..='\u{191}'
        | '\u{2DD}'..='\u{2012}'
        | '\u{2123}'.. => None,
        _ => {
            let mut buffer = [0; 4];
            let (bytes, _, unmapped) = WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
            match *bytes {
                [byte] if !unmapped && byte > 0x7F => Some(byte),
                _ => None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{
        BIG5, EUC_KR, GBK, ISO_8859_2, KOI8_R, SHIFT_JIS, WINDOWS_1251, WINDOWS_1254, WINDOWS_1256,
    };

    const RUSSIAN: &str = "Министр сообщил, что дорога откроется в понедельник, если погода позволит.";
    const JAPANESE: &str = "市長は「来週には橋を開通させたい」と述べ、工事の遅れを認めた。";
    const GERMAN: &str = "Die Brücke wird, so der Bürgermeister, „frühestens“ im März geöffnet.";
    const CHINESE: &str = "市长表示,新桥将于下周通车,工程延误的原因是连日大雨。";
    const TURKISH: &str =
        "Belediye başkanı köprünün gelecek hafta açılacağını söyledi; yağış işi geciktirmişti.";
    const ARABIC: &str = "قال رئيس البلدية إن الجسر سيفتح الأسبوع المقبل بعد تأخر الأعمال بسبب الأمطار.";

    #[test]
    fn text_is_the_same_from_any_encoding() {
        for (encoding, text) in [
            (KOI8_R, RUSSIAN),
            (WINDOWS_1251, RUSSIAN),
            (SHIFT_JIS, JAPANESE),
            (encoding_rs::EUC_JP, JAPANESE),
            (ISO_2022_JP, JAPANESE),
            (WINDOWS_1252, GERMAN),
            (GBK, CHINESE),
            (WINDOWS_1254, TURKISH),
            (WINDOWS_1256, ARABIC),
            (UTF_8, JAPANESE),
        ] {
            let (bytes, ..) = encoding.encode(text);
            for charset in [None, Some(encoding.name())] {
                let decoded = decode(&bytes, charset);
                assert_eq!(decoded.text, text, "{} {charset:?}", encoding.name());
                assert!(!decoded.bad);
            }
        }
    }

    #[test]
    fn marks_and_zeros_tell_utf_16() {
        for text in [GERMAN, "Two words."] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(decode(&little, None).text, text);
            assert_eq!(decode(&big, None).text, text);
            assert_eq!(decode(&[&[0xFF, 0xFE], &little[..]].concat(), Some("utf-8")).text, text);
            assert_eq!(decode(&[&[0xFE, 0xFF], &big[..]].concat(), None).text, text);
        }
        assert_eq!(decode(b"\xEF\xBB\xBFplain", Some("koi8-r")).text, "plain");
    }

    #[test]
    fn declarations_are_believed_unless_the_bytes_say_otherwise() {
        let page = |head: &str, encoding: &'static Encoding, text: &str| {
            let (bytes, ..) = encoding.encode(text);
            decode(&[head.as_bytes(), &bytes].concat(), None)
        };
        for (head, encoding, text) in [
            ("<html><head><meta charset='ISO-8859-2'>", ISO_8859_2, "Žluťoučký kůň"),
            ("<meta http-equiv=Content-Type content='text/html; charset=euc-kr'>", EUC_KR, "시장은"),
            ("<?xml version=\"1.0\" encoding=\"Big5\"?>", BIG5, "市長表示"),
            // Converted to UTF-8, declaration left as it was.
            ("<meta charset=windows-1252>", UTF_8, GERMAN),
            // UTF-8 by name, windows-1252 by bytes.
            ("<meta charset=utf-8>", WINDOWS_1252, GERMAN),
            ("<meta charset=utf-16>", UTF_8, GERMAN),
        ] {
            let decoded = page(head, encoding, text);
            assert!(decoded.text.ends_with(text), "{head}: {}", decoded.text);
        }
        assert_eq!(decode("Žluťoučký".as_bytes(), Some("no such")).text, "Žluťoučký");
    }

    #[test]
    fn a_few_bad_bytes_do_not_change_the_encoding() {
        let bytes = [JAPANESE.as_bytes(), b"\xFF", JAPANESE.as_bytes()].concat();
        let decoded = decode(&bytes, None);
        assert_eq!(decoded.text, format!("{JAPANESE}\u{FFFD}{JAPANESE}"));
        assert!(decoded.bad && decoded.encoding == "UTF-8");
        // Cut in the middle of a character.
        let cut = decode(&JAPANESE.as_bytes()[..JAPANESE.len() - 1], None);
        assert!(cut.text.starts_with("市長は「来週"));
    }

    #[test]
    fn text_that_was_once_misread_is_mended() {
        for (input, expected) in [
            ("â€œOui,â€\u{9D} dit-elle", "“Oui,” dit-elle"),
            ("Itâ€™s a cafÃ© â€“ really", "It’s a café – really"),
            ("MÃ¼nchen, ZÃ¼rich", "München, Zürich"),
            ("Â£5 Â©", "£5 ©"),
            // What is right stays.
            ("Ça été l’âme de l’Ãge — naïve, Bürger", "Ça été l’âme de l’Ãge — naïve, Bürger"),
            ("VÕ, SÃO PAULO, «MAÇÃ»", "VÕ, SÃO PAULO, «MAÇÃ»"),
            ("O café abre «AMANHÃ», disse.", "O café abre «AMANHÃ», disse."),
            // One part of the text only.
            ("Der Bürgermeister: â€žJaâ€œ.", "Der Bürgermeister: „Ja“."),
        ] {
            assert_eq!(decode(input.as_bytes(), None).text, expected);
        }
    }

    #[test]
    fn any_bytes_are_some_text() {
        for bytes in [
            &b""[..],
            b"\0",
            b"\0\0\0\0",
            b"\xFF\xFE",
            b"\xFE\xFF\0",
            &[0x80; 100],
            b"<meta charset=",
            b"<?xml encoding",
        ] {
            let _ = decode(bytes, None);
            let _ = decode(bytes, Some("\u{0}=\""));
        }
    }
}
