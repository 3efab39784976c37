//! Words that tell what a quotation is, in many languages at once: few words of
//! one language mislead in another, and those few are listed by language.

use std::sync::LazyLock;

use crate::article::Language;
use crate::text::letter;
use crate::text::span::Span;
use crate::text::table::{Set, Table};

/// Words that give a name: `called`, `dubbed`, `the word`.
const NAMING: &str = "\
    called named dubbed titled entitled nicknamed known termed labeled labelled so-called word words term phrase \
    slogan motto hashtag codenamed headline headlined christened \
    genannt genannte genannten genannter namens sogenannt sogenannte sogenannten sogenannter sogenanntes titel motto \
    name namen begriff wort stichwort schlagwort betitelt spitznamen bezeichnung heißt überschrift \
    berjudul bernama dijuluki bertajuk disebut julukan judul istilah kata-kata tagar bertema tema alias dinamai \
    intitulé intitulée nommé nommée appelé appelée surnommé surnommée baptisé baptisée dénommé mot terme soi-disant \
    dit dite titre \
    llamado llamada titulado titulada denominado denominada apodado apodada palabra término bautizado lema título \
    chamado chamada intitulado intitulada apelidado apelidada palavra termo nomeado \
    chiamato chiamata intitolato intitolata soprannominato soprannominata cosiddetto cosiddetta parola termine titolo \
    genaamd genaamde getiteld zogenaamd zogenaamde zogeheten bijnaam \
    adlı isimli başlıklı denilen sözde kelimesi \
    så kallade kallad kallade kallas ordet såkalt såkalte såkaldte kaldet kalt med tittelen titeln navnet namnet \
    tak zwany zwany zwana nazwie pod nazwą tytułem hasłem takzvaný zvaný názvem s názvem \
    называемый называемая называемое называемые названием слово термин так звані званий назвою слово \
    назван названа названо названы прозвище прозвали кличка кличке девиз девизом лозунг лозунгом заголовком надпись надписью \
    названий названа названо прізвисько гасло гаслом заголовком напис написом \
    zwanego zwanej przydomek hasło tytuł napis napisem öknamnet smeknamnet skylten økenavnet kælenavnet skiltet \
    باسم اسم اسمها اسمه عنوان عبارة كلمة مصطلح شعار لقب وسم بشعار لافتة \
    השם המילה הביטוי המונח הסיסמה הכותרת לזה השלט \
    nimeltä niin sanottu sanottu úgynevezett című nevű așa-numit numit intitulat λεγόμενο λεγόμενη λεγόμενοι τίτλο λέξη";

/// Words right before the marks after which a title, a motto or a name stands, and
/// not what somebody calls something.
const TITLING: &str = "\
    titled entitled subtitled named nicknamed dubbed codenamed christened headline headlined nickname pseudonym alias \
    title slogan motto hashtag \
    titel untertitel arbeitstitel motto thema namens name namen betitelt überschrift spitznamen spitzname beinamen \
    beiname künstlernamen pseudonym bezeichnung stichwort schlagwort devise rubrik reihe typ typs \
    bertajuk berjudul bernama bertema judul tema \
    titre intitulé intitulée intitulés nommé nommée surnommé surnommée baptisé baptisée dénommé dénommée \
    titulado titulada título bautizado bautizada apodado apodada lema \
    intitulado intitulada apelidado apelidada batizado batizada \
    titolo intitolato intitolata soprannominato soprannominata getiteld bijnaam titeln tittelen titlen \
    tytułem tytuł nazwie hasłem názvem названием заголовком прозвищу девизом назвою";

/// Words right behind the marks by which they hold a name: `„…“ genannt`, `“…” adlı`.
const CALLING: &str = "\
    genannt genannte genannten nennt nannte nennen nannten heißt hieß heißen hießen benannt getauft betitelt \
    genoemd geheten getiteld heet adlı isimli başlıklı denilen című nevű nimisen niminen nimeltä izeneko";

/// Words between a title or a name and what bears it: `der Titel lautet „…“`.
const EQUATING: &str = "\
    is was ist war lautet lautete lauten lauteten heißt hieß est était es era è é jest adalah ialah är var er";

/// Words right before whoever a report is after: `laut „Nordpost“`. What is marked
/// there is somebody's name.
const SOURCING: &[&str] =
    &["according to", "laut", "menurut", "selon", "según", "segundo", "secondo", "volgens"];

/// Words between a title and its author.
const AUTHORING: &str = "by von par por oleh karya av af door przez";

/// Prepositions: after one stands a name more often than what somebody said.
const PREPOSITIONS: &str = "\
    on in at of by from for with about under over during \
    auf an von aus bei mit für über nach im am beim zum zur vom unter durch \
    pada di dalam oleh dari dans sur par de à en con por del em no na do da su nel på i av til op uit van";

/// Small words of English, which news in other languages has in names alone.
const ENGLISH: &str = "the of and for with from to by";

/// Languages that have some of them too, with which.
const NOT_ENGLISH: &[(&str, &str)] = &[
    ("af", "of for"),
    ("cs", "to by"),
    ("da", "for to by"),
    ("hr", "to"),
    ("nl", "of"),
    ("no", "for to by"),
    ("pl", "to by"),
    ("sk", "to by"),
    ("sl", "to"),
    ("sr", "to"),
    ("sv", "by"),
];

/// Heads of compounds that bear names, in languages that write a compound as one
/// word (`Wochenzeitung`, `Rettungshubschrauber`).
const HEADS: &[(&str, &str)] = &[(
    "de",
    "firma unternehmen konzern gesellschaft hersteller magazin magazins magazine zeitung zeitungen zeitschrift \
     sender senders portal portals dienst plattform schule hubschrauber hubschraubers flugzeug maschine modell station \
     netzwerk verband verbandes verein vereins bündnis bündnisses partei gruppe bewegung koalition initiative stiftung \
     organisation label marke produkt album albums oper ballett studie reihe serie sendung ausgabe programm gesetz \
     konferenz forum forums gipfel kongress messe film films filme filmen buch buches bücher roman romans gedicht \
     ausstellung veranstaltung festival konzert wettbewerb schiff schiffes schiffs fähre sonde satellit satelliten \
     rakete shuttle zentrum theater museum restaurant kampagne operation band software rubrik typ typen",
)];

/// Words by which a writer keeps a distance: what follows is nobody's words, but
/// a name that the writer does not stand by, or a word as a word.
const DISTANCING: &[&str] = &[
    "so-called",
    "so called",
    "sogenannt",
    "sogenannte",
    "sogenannten",
    "sogenannter",
    "sogenanntes",
    "sogenanntem",
    "soi-disant",
    "zogenaamd",
    "zogenaamde",
    "zogeheten",
    "cosiddetto",
    "cosiddetta",
    "cosiddetti",
    "cosiddette",
    "llamado",
    "llamada",
    "llamados",
    "llamadas",
    "chamado",
    "chamada",
    "chamados",
    "chamadas",
    "så kallad",
    "så kallade",
    "så kallat",
    "såkalt",
    "såkalte",
    "såkaldt",
    "såkaldte",
    "niin sanottu",
    "niin sanotun",
    "tak zwany",
    "tak zwana",
    "tak zwane",
    "takzvaný",
    "takzvaná",
    "takzvané",
    "úgynevezett",
    "așa-numit",
    "așa-numita",
    "sözde",
    "так называемый",
    "так называемая",
    "так называемые",
    "так называемых",
    "так званий",
    "так звана",
    "так звані",
    "the word",
    "the term",
    "das wort",
    "le mot",
    "la palabra",
    "a palavra",
    "la parola",
    "het woord",
    "kata",
    "known as",
    "bekannt als",
    "conocido como",
    "conocida como",
    "conhecido como",
    "conhecida como",
    "bekend als",
    "dijuluki",
    "berjudul",
    "bertajuk",
    "под названием",
    "по прозвищу",
    "по кличке",
    "назван",
    "названа",
    "названы",
    "під назвою",
    "на прізвисько",
    "названий",
    "названа",
    "o przydomku",
    "pod tytułem",
    "zatytułowany",
    "zatytułowana",
    "بلقب",
    "الملقب ب",
    "الملقبة ب",
    "يلقب ب",
    "المسمى",
    "المسماة",
    "يسمى",
    "تسمى",
    "بعنوان",
    "تحت عنوان",
    "تحت شعار",
    "ما يعرف ب",
    "המכונה",
    "המכונים",
    "המכונות",
    "שמכונה",
    "בכינוי",
    "שנקרא",
    "שנקראת",
    "הנקרא",
    "הנקראת",
    "בשם",
    "בכותרת",
    "שכותרתו",
    "קוראים לזה",
    "קוראים לו",
    "קוראים לה",
    "所谓",
    "所谓的",
    "所謂",
    "所謂的",
    "外号叫",
    "外号，叫",
    "外號叫",
    "绰号",
    "綽號",
    "人称",
    "人稱",
    "名叫",
    "叫做",
    "叫作",
    "题为",
    "題為",
    "名为",
    "名為",
    "取名",
    "取名为",
    "命名为",
    "命名為",
    "书名叫",
    "一声",
    "一聲",
    "いわゆる",
    "愛称は",
    "愛称",
    "通称",
    "あだ名は",
    "題名は",
    "題目は",
    "題は",
    "曲名は",
    "書名は",
    "その",
    "이른바",
    "소위",
    "별명은",
    "별명이",
    "제목은",
    "제목의",
];

/// Words behind the marks by which they hold a name, in languages that say so
/// behind it (`「…」と呼ばれる`).
const NAMED_BEHIND: &[&str] = &[
    "と呼ばれ",
    "と名付け",
    "と名づけ",
    "と題し",
    "と題す",
    "と銘打",
    "という名",
    "という題",
    "という曲",
    "という本",
    "という愛称",
    "라는 이름",
    "이라는 이름",
    "라는 제목",
    "이라는 제목",
    "라는 별명",
    "이라는 별명",
    "라고 불리",
    "이라고 불리",
    "로 불리",
    "으로 불리",
];

/// Works and things that bear names: `film`, `Roman`, `lagu`.
const THINGS: &str = "\
    film films movie movies book books novel novels song songs album albums show series magazine newspaper play poem \
    documentary pageant column podcast broadcast episode sequel revival tour concert exhibition movement coalition \
    foundation site website app blog star \
    operation campaign band single program programme ship restaurant memoir musical sitcom drama author \
    buch bücher roman romans lied lieder zeitung magazin zeitschrift sendung serie fernsehserie band partei verein \
    operation aktion projekt projekts gruppe schiff restaurant theaterstück stück gedicht hotel satellit sonde \
    hurrikan taifun wirbelsturm sturm raumfähre raumschiff sender tageszeitung verlag initiative organisation \
    internetseite website blog veranstaltung ausstellung konzert festival preis spiel software \
    lagu buku novel majalah koran kapal operasi acara sinetron program tim kafe restoran \
    livre chanson roman pièce émission journal série opération projet album groupe magazine \
    libro canción película novela serie revista periódico programa obra disco banda \
    livro canção música filme novela revista jornal programa peça \
    canzone romanzo serie rivista giornale programma brano opera disco \
    boek liedje roman krant tijdschrift lied programma serie \
    filmi kitabı şarkısı dizisi romanı gazetesi albümü \
    boken filmen låten romanen tidningen sången bok avisen romanen bogen filmen sangen \
    książka książki film powieść piosenka gazeta serial filmu powieści kniha film píseň román \
    фильм фильма книга книги роман песня песни газета газеты журнал журнала фильме романе компания компании группа \
    группы книга фільм роман пісня газета фільму книги компанія \
    kirja elokuva laulu lehti könyv film regény dal lap carte cartea film filmul roman romanul ziarul \
    βιβλίο ταινία τραγούδι εφημερίδα περιοδικό";

/// Articles and demonstratives.
const ARTICLES: &str = "\
    the a an this these those his her its their our my your \
    der die das den dem des ein eine einen einem einer eines im am zum zur vom beim diese dieser dieses \
    le la les l un une des du au aux el los las una unos unas al del o os as um uma do da dos das no na il lo gli i \
    uno della dello dei delle nel nella al alla de het een en ett et den det o η το οι τα του της των ένα";

/// Conjunctions that a quoted clause goes on from.
const THAT: &str = "that dass es bahwa que qu che dat att at że że co że что що hogy että ότι και que diye";

/// Words that compare: what follows is what somebody called it.
const LIKE: &str = "as als sebagai comme como come som jako как як kuin mint ως";

/// Auxiliaries, pronouns and conjunctions: words of clauses more than of names.
const SMALL: &str = "\
    is are was were be been has have had do does did will would can could should not no to if but they he she it who \
    that than more very so because just what how \
    ist sind war waren wird werden wurde wurden hat haben hatte kann können muss soll sollte nicht kein keine zu dass \
    wenn aber sie er es wer mehr sehr so weil auch noch nur was wie sich man \
    adalah akan bisa dapat harus tidak bukan sudah telah jangan untuk bahwa kalau jika tapi tetapi mereka dia lebih \
    sangat karena juga hanya masih apa bagaimana belum ada yang \
    est sont était sera a ont avait peut doit ne pas que si mais ils il elle qui plus très parce \
    es son era fue será ha han puede debe no si pero ellos él ella más muy porque \
    é são foi será tem têm pode deve não se mas eles ele ela mais muito porque \
    è sono era sarà ha hanno può deve non se ma lui lei loro più molto perché \
    zijn was wordt heeft hebben kan moet niet geen als maar hij zij meer heel omdat \
    är var blir har kan måste inte om men de mer mycket er ble kan må ikke hvis mer \
    jest są był była nie że ale być byl není že ale nie je не но был была быть это є не але";

/// Words by which a speaker speaks of themselves or to somebody.
const SPEAKING: &str = "\
    i we our us my me you your i'm i’m we're we’re i've i’ve we've we’ve it's it’s don't don’t \
    ich wir uns unser unsere mein meine mich mir ihr sie saya kami kita anda aku kamu \
    je nous vous notre votre mon ma j'ai c'est yo nosotros nuestro nuestra mi eu nós nosso nossa meu minha io noi \
    nostro nostra ik wij we ons onze mijn ben biz vi jag vårt vår jeg vår vores ja my nasz nasza já my náš я мы наш \
    наша ми мій minä me meidän én mi eu noi εγώ εμείς μας أنا نحن אני אנחנו मैं हम";

/// For scripts without spaces between words: what gives a name stands somewhere
/// before the mark.
const NAMING_WIDE: &[&str] = &[
    "所谓",
    "所謂",
    "称为",
    "稱為",
    "名为",
    "名為",
    "题为",
    "いわゆる",
    "という名",
    "이른바",
    "소위",
    "ที่เรียกว่า",
    "ชื่อ",
];
const THINGS_WIDE: &[&str] = &[
    "电影",
    "電影",
    "小说",
    "小說",
    "歌曲",
    "映画",
    "小説",
    "書籍",
    "영화",
    "소설",
    "노래",
    "드라마",
    "ภาพยนตร์",
    "เพลง",
];

/// Verb forms by which a language reports what somebody says without vouching for
/// it: of the languages that kabar knows German alone has them, its Konjunktiv I and
/// the forms of Konjunktiv II that stand in for it.
const INDIRECT: &[(&str, &str)] = &[(
    "de",
    "sei seien habe hätten hätte werde würde würden könne könnten müsse müssten solle sollten wolle wollten dürfe \
     dürften gebe gehe komme stehe mache lasse liege wisse brauche bleibe sehe wäre wären",
)];

struct Lists {
    naming: Set<&'static str>,
    things: Set<&'static str>,
    articles: Set<&'static str>,
    small: Set<&'static str>,
    that: Set<&'static str>,
    like: Set<&'static str>,
    speaking: Set<&'static str>,
    indirect: Table<&'static str, Set<&'static str>>,
    titling: Set<&'static str>,
    calling: Set<&'static str>,
    authoring: Set<&'static str>,
    equating: Set<&'static str>,
    prepositions: Set<&'static str>,
    english: Set<&'static str>,
    not_english: Table<&'static str, Set<&'static str>>,
    heads: Table<&'static str, Set<&'static str>>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let set = |words: &'static str| words.split_whitespace().collect();
    Lists {
        naming: set(NAMING),
        things: set(THINGS),
        articles: set(ARTICLES),
        small: set(SMALL),
        that: set(THAT),
        like: set(LIKE),
        speaking: set(SPEAKING),
        indirect: INDIRECT.iter().map(|(code, words)| (*code, set(words))).collect(),
        titling: set(TITLING),
        calling: set(CALLING),
        authoring: set(AUTHORING),
        equating: set(EQUATING),
        prepositions: set(PREPOSITIONS),
        english: set(ENGLISH),
        not_english: NOT_ENGLISH.iter().map(|(code, words)| (*code, set(words))).collect(),
        heads: HEADS.iter().map(|(code, words)| (*code, set(words))).collect(),
    }
});

/// Words of distance and of sources by their last byte.
static BY_LAST: LazyLock<Table<u8, Vec<&'static str>>> = LazyLock::new(|| {
    let mut by_last: Table<u8, Vec<&'static str>> = Table::default();
    for words in DISTANCING.iter().chain(SOURCING) {
        if let Some(last) = words.as_bytes().last() {
            by_last.entry(*last).or_default().push(words);
        }
    }
    by_last
});

/// The hints of a language.
#[derive(Clone, Copy)]
pub(super) struct Hints {
    lists: &'static Lists,
    indirect: Option<&'static Set<&'static str>>,
    heads: Option<&'static Set<&'static str>>,
    /// Small words that English has too.
    own: Option<&'static Set<&'static str>>,
    english: bool,
    spaced: bool,
}

impl Hints {
    pub(super) fn of(language: Language) -> Self {
        Self {
            lists: &LISTS,
            indirect: LISTS.indirect.get(language.code()),
            heads: LISTS.heads.get(language.code()),
            own: LISTS.not_english.get(language.code()),
            english: language == Language::ENGLISH,
            spaced: !matches!(language.code(), "zh" | "ja" | "ko" | "th"),
        }
    }

    pub(super) fn names(self, word: &str) -> bool {
        self.lists.naming.contains(word)
    }

    pub(super) fn thing(self, word: &str) -> bool {
        self.lists.things.contains(word)
    }

    /// Whether a word is a compound of a work or a thing.
    pub(super) fn compound(self, word: &str) -> bool {
        self.heads.is_some_and(|heads| {
            let suffix = |at: usize| Span::new(at, word.len()).slice(word);
            word.char_indices().any(|(at, _)| heads.contains(suffix(at)))
        })
    }

    /// Whether a title, a motto or a name stands after a word.
    pub(super) fn entitles(self, word: &str) -> bool {
        self.lists.titling.contains(word)
    }

    /// Whether what stands before a word is a name by it.
    pub(super) fn calls(self, word: &str) -> bool {
        self.lists.calling.contains(word)
    }

    /// Whether a text begins with who wrote what stands before it: `, by Ann Lee`.
    pub(super) fn has_author(self, after: &str) -> bool {
        let mut words = behind_brackets(after).split_whitespace();
        let authoring = words.next().is_some_and(|it| self.lists.authoring.contains(it));
        let mut names = words.skip_while(|it| self.article(it));
        authoring && names.next().is_some_and(|it| it.starts_with(char::is_uppercase))
    }

    /// Whether a text begins with the author of what stands before it, by name: two words
    /// of it in a language that writes all nouns with a capital.
    pub(super) fn is_authored(self, after: &str, capital_nouns: bool) -> bool {
        let mut words = behind_brackets(after).split_whitespace();
        let authoring = words.next().is_some_and(|it| self.lists.authoring.contains(it));
        let wanted = if capital_nouns { 2 } else { 1 };
        let name = |it: &&str| it.starts_with(char::is_uppercase) && !self.article(&it.to_lowercase());
        authoring && words.take(wanted).filter(name).count() == wanted
    }

    /// Whether a word says what something is or is called.
    pub(super) fn equates(self, word: &str) -> bool {
        self.lists.equating.contains(word)
    }

    pub(super) fn preposition(self, word: &str) -> bool {
        self.lists.prepositions.contains(word)
    }

    /// Whether a word of a text in another language is English.
    pub(super) fn foreign(self, word: &str) -> bool {
        !self.english && self.lists.english.contains(word) && !self.own.is_some_and(|it| it.contains(word))
    }

    pub(super) fn article(self, word: &str) -> bool {
        self.lists.articles.contains(word)
    }

    /// Whether a word holds a clause together, as few names have one.
    pub(super) fn small(self, word: &str) -> bool {
        self.lists.small.contains(word)
    }

    pub(super) fn that(self, word: &str) -> bool {
        self.lists.that.contains(word)
    }

    pub(super) fn like(self, word: &str) -> bool {
        self.lists.like.contains(word)
    }

    pub(super) fn speaks(self, word: &str) -> bool {
        self.lists.speaking.contains(word)
    }

    /// Whether a verb form reports what somebody else says.
    pub(super) fn reports_indirectly(self, word: &str) -> bool {
        self.indirect.is_some_and(|it| it.contains(word))
    }

    /// Whether a text ends with words of distance, or with those before a source.
    pub(super) fn distances(self, before: &str) -> bool {
        let from = before.char_indices().rev().nth(15).map_or(0, |(at, _)| at);
        let tail = Span::new(from, before.len()).slice(before).trim_end();
        let mut lower = String::new();
        letter::lower_into(tail, &mut lower);
        let last = lower.as_bytes().last().and_then(|it| BY_LAST.get(it));
        last.into_iter().flatten().any(|it| {
            lower
                .strip_suffix(it)
                .is_some_and(|head| !head.ends_with(letter::is_alphanumeric) || !self.spaced)
        })
    }

    /// Whether a text begins with words that make a name of what stands before it.
    pub(super) fn named_behind(after: &str) -> bool {
        NAMED_BEHIND.iter().any(|it| after.starts_with(it))
    }

    /// The same as [`Hints::names`] where words are not set apart.
    pub(super) fn names_within(self, text: &str) -> bool {
        !self.spaced && NAMING_WIDE.iter().any(|it| text.contains(it))
    }

    /// Whether a text ends with a work or a thing, where words are not set apart.
    pub(super) fn thing_ends(self, text: &str) -> bool {
        !self.spaced && THINGS_WIDE.iter().any(|it| text.trim_end().ends_with(it))
    }

    pub(super) fn thing_within(self, text: &str) -> bool {
        !self.spaced && THINGS_WIDE.iter().any(|it| text.contains(it))
    }
}

/// What follows a title: without signs, and without a year or a place in brackets.
fn behind_brackets(after: &str) -> &str {
    let after = after.trim_start_matches([',', '.']).trim_start();
    after.strip_prefix('(').and_then(|it| it.split_once(')')).map_or(after, |(_, rest)| rest)
}
