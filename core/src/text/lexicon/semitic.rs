//! Arabic and Hebrew: their verbs, titles and function words. Both write `and`
//! and the article as a part of the next word.

use std::sync::LazyLock;

use super::Class;
use crate::article::Language;
use crate::text::table::Set;

/// The words of a language without capitals.
pub(in crate::text) struct Words {
    /// Reporting verbs by the sex of the subject.
    men: Set<&'static str>,
    women: Set<&'static str>,
    /// Letters that stand before a verb without changing it: `and`, `then`.
    joined: &'static [&'static str],
    he: Set<&'static str>,
    she: Set<&'static str>,
    /// Stand before the source: `according to`.
    pub(in crate::text) sources: Set<&'static str>,
    pub(in crate::text) adverbs: Set<&'static str>,
    /// End a name.
    pub(in crate::text) function: Set<&'static str>,
    /// Stand before a name without being part of it, without the article.
    titles: Set<&'static str>,
    pub(in crate::text) article: &'static str,
    /// Endings of possession, and what the word ends in without them.
    owned: &'static [(&'static str, &'static str)],
    /// The titles with such endings (`معلمتهم`: `their teacher`).
    owned_titles: Set<String>,
    /// Titles before which nothing but a name stands; empty where the article
    /// before a title says so.
    honorifics: Set<&'static str>,
    /// What no last word of a name begins with, behind a title.
    pub(in crate::text) never_last: &'static str,
    /// Letters that begin a word which no longer belongs to the name before it.
    leads_on: &'static [&'static str],
}

impl Words {
    /// Adds the titles with endings of possession.
    fn with_owned(mut self) -> Self {
        for (ending, bare) in self.owned {
            let stems = self.titles.iter().filter_map(|it| it.strip_suffix(bare));
            self.owned_titles.extend(stems.map(|it| format!("{it}{ending}")));
        }
        self
    }

    /// Whether a word reports speech, and of whom its form speaks:
    /// [`Class::MAN`], [`Class::WOMAN`], or both where it tells nothing.
    pub(in crate::text) fn verb(&self, word: &str) -> Option<Class> {
        let sex = |word: &str| match (self.men.contains(word), self.women.contains(word)) {
            (true, true) => Some(Class::NONE),
            (true, false) => Some(Class::MAN),
            (false, true) => Some(Class::WOMAN),
            (false, false) => None,
        };
        sex(word).or_else(|| self.joined.iter().find_map(|it| sex(word.strip_prefix(it)?)))
    }

    /// [`Class::HE`] or [`Class::SHE`].
    pub(in crate::text) fn pronoun(&self, word: &str) -> Option<Class> {
        if self.he.contains(word) { Some(Class::HE) } else { self.she.contains(word).then_some(Class::SHE) }
    }

    /// A title, with or without the article.
    pub(in crate::text) fn is_title(&self, word: &str) -> bool {
        let bare =
            self.joined.iter().find_map(|it| word.strip_prefix(it).filter(|it| it.starts_with(self.article)));
        let bare = bare.unwrap_or(word);
        self.owned_titles.contains(word)
            || self.titles.contains(word)
            || bare.strip_prefix(self.article).is_some_and(|it| self.titles.contains(it))
    }

    /// Whether nothing but a name follows a title.
    pub(in crate::text) fn is_honorific(&self, title: &str) -> bool {
        if self.honorifics.is_empty() {
            title.contains(self.article)
        } else {
            self.honorifics.contains(title)
        }
    }

    /// Whether a word, as number `at` of a run, begins what follows a name.
    pub(in crate::text) fn leads_on(&self, word: &str, at: usize) -> bool {
        at > 1 && word.chars().count() > 3 && self.leads_on.iter().any(|it| word.starts_with(it))
    }
}

/// The words of a language; `None` for others than Arabic and Hebrew.
pub(in crate::text) fn of(language: Language) -> Option<&'static Words> {
    match language.code() {
        "ar" => Some(&ARABIC),
        "he" | "iw" => Some(&HEBREW),
        _ => None,
    }
}

fn set(words: &'static str) -> Set<&'static str> {
    words.split_whitespace().collect()
}

static ARABIC: LazyLock<Words> = LazyLock::new(|| {
    Words {
    men: set(
        "قال يقول أضاف يضيف أكد يؤكد أوضح يوضح ذكر يذكر صرح يصرح أعلن يعلن كتب يكتب شرح يشرح شدد يشدد أشار يشير \
         تابع يتابع اعتبر يعتبر رأى يرى اعترف يعترف روى يروي حكى يحكي سأل يسأل أجاب يجيب رد يرد علق يعلق علّق حذر حذّر \
         يحذر لفت يلفت نوه نوّه بين بيّن زاد استطرد واصل يواصل ختم اختتم تساءل يتساءل صاح يصيح همس يهمس هتف يهتف كشف \
         يكشف أفاد يفيد لاحظ يلاحظ وصف يصف نفى ينفي أقر أقرّ استدرك غرد غرّد تذكر يتذكر ابتسم ردّ أكّد صرّح شدّد",
    ),
    women: set(
        "قالت تقول أضافت تضيف أكدت تؤكد أوضحت توضح ذكرت تذكر صرحت تصرح أعلنت تعلن كتبت تكتب شرحت تشرح شددت تشدد \
         أشارت تشير تابعت تتابع اعتبرت تعتبر رأت ترى اعترفت تعترف روت تروي حكت تحكي سألت تسأل أجابت تجيب ردت ترد علقت \
         علّقت تعلق حذرت حذّرت تحذر لفتت تلفت نوهت بينت زادت استطردت واصلت تواصل ختمت اختتمت تساءلت تتساءل صاحت همست \
         تهمس هتفت كشفت تكشف أفادت تفيد لاحظت تلاحظ وصفت تصف نفت تنفي أقرت استدركت غردت غرّدت تذكرت تتذكر أكّدت \
         صرّحت شدّدت",
    ),
    joined: &["و", "ف"],
    he: set("هو وهو"),
    she: set("هي وهي"),
    sources: set("بحسب حسب وفق وبحسب ووفق بحسبِ"),
    adverbs: set(
        "لاحقًا لاحقا أيضًا أيضا ضاحكًا ضاحكا ضاحكة مبتسمًا مبتسما مبتسمة بدوره بدورها له لها لهم لي لنا قائلًا قائلا \
         قائلة مازحًا مازحا أمس اليوم حينها يومها آنذاك بهدوء بحزم بفخر بحزن بأسف هنا ثم",
    ),
    function: set(
        "إن أن إنه أنه إنها أنها إنهم أنهم بأن في من على عن إلى مع بعد قبل خلال عند عندما حين حينما لدى منذ حتى \
         ضمن عبر حول بينما الذي التي الذين اللذين لكن بل أو أم ثم كما قد لم لن لا ما ماذا متى كيف لماذا هل هذا هذه ذلك تلك \
         كل بعض غير سوى تحت فوق أمام وراء بين ضد نحو وهو وهي وكان كان كانت يكون تكون ليس ليست فقد وقد إذا إذ لو كي لأن \
         فإن وأن وإن إنّ أنّ للصحفيين للصحافيين لوكالة لصحيفة لقناة أثناء نفسه نفسها أمس اليوم الاثنين الثلاثاء الأربعاء الخميس الجمعة \
         السبت الأحد",
    ),
    titles: set(
        "رئيس رئيسة وزير وزيرة مدير مديرة دكتور دكتورة د سيد سيدة حاج حاجة أستاذ أستاذة شيخ شيخة مهندس مهندسة معلم \
         معلمة  حارس حارسة صانع صانعة بائع بائعة طبيب طبيبة ناطق ناطقة متحدث متحدثة باسم رسمي رسمية نائب \
         نائبة أمين أمينة عام عامة مساعد مساعدة قائد عميد عقيد لواء جنرال كاتب كاتبة شاعر شاعرة فنان فنانة مخرج مخرجة ممثل \
         ممثلة محام محامي محامية قاض قاضي قاضية صحفي صحفية صحافي صحافية باحث باحثة خبير خبيرة محلل محللة عالم عالمة \
         سفير سفيرة ملك ملكة أمير أميرة مواطن مواطنة شاب شابة طالب طالبة موظف موظفة تاجر تاجرة سائق عمدة محافظ \
         مطران بطريرك كابتن مدرب مدربة لاعب لاعبة زعيم منسق منسقة مزارع مزارعة صياد خباز",
    ),
    article: "ال",
    owned: &[("تهم", "ة"), ("تها", "ة"), ("ته", "ة"), ("هم", ""), ("ها", ""), ("ه", "")],
    owned_titles: Set::default(),
    honorifics: Set::default(),
    never_last: "لل",
    leads_on: &["لل", "لو", "لص", "بال", "وال", "وأ", "وت", "وي", "فال", "كال"],
}
.with_owned()
});

static HEBREW: LazyLock<Words> = LazyLock::new(|| {
    Words {
    men: set(
        "אמר אומר הוסיף מוסיף ציין מציין הסביר מסביר כתב כותב טען טוען הודיע מודיע שאל שואל השיב משיב ענה עונה סיפר מספר \
         נזכר צחק צוחק הדגיש מדגיש הבהיר מבהיר הצהיר מצהיר הגיב מגיב הודה מודה קרא קורא לחש לוחש צעק צועק סיכם מסכם המשיך \
         ממשיך מעיר מתאר תיאר הזהיר מזהיר הבטיח מבטיח חייך מחייך נאנח מתעקש התעקש פסק קבע קובע מעיד העיד גילה מגלה \
         מתלונן התלונן מודיע צייץ ביקר האשים תהה תוהה",
    ),
    women: set(
        "אמרה אומרת הוסיפה מוסיפה ציינה מציינת הסבירה מסבירה כתבה כותבת טענה טוענת הודיעה מודיעה שאלה שואלת השיבה \
         משיבה ענתה עונה סיפרה מספרת נזכרה נזכרת צחקה צוחקת הדגישה מדגישה הבהירה מבהירה הצהירה מצהירה הגיבה מגיבה הודתה \
         מודה קראה קוראת לחשה לוחשת צעקה צועקת סיכמה מסכמת המשיכה ממשיכה העירה מעירה מתארת תיארה הזהירה מזהירה הבטיחה \
         מבטיחה חייכה מחייכת נאנחה נאנחת מתעקשת התעקשה פסקה קבעה קובעת מעידה העידה גילתה מתלוננת התלוננה צייצה תהתה תוהה",
    ),
    joined: &["ו", "ש", "כש"],
    he: set("הוא והוא שהוא"),
    she: set("היא והיא שהיא"),
    sources: set("לדברי לפי לטענת לדעת על-פי להערכת"),
    adverbs: set(
        "גם עוד אתמול היום אז אחר מאוחר לאחר-מכן בחיוך בצחוק בשקט בעצב בגאווה השבוע הבוקר הערב כך לו לה להם לי לנו \
         בתגובה בהמשך לבסוף שוב",
    ),
    function: set(
        "כי של את על אל עם מן אשר כאשר לאחר לפני בין אצל עד או אך אבל אלא גם רק לא אין יש היה היתה הייתה היו זה זו \
         זאת אלה כל כמה מה מי איך למה מדוע אם אחרי תחת מול ליד בלי כדי כמו אולי לעיתונאים לכתבים בראיון בשיחה בעקבות \
         במהלך היום אתמול בנושא בן בת",
    ),
    titles: set(
        "ד\"ר ד״ר דר פרופ׳ פרופ' פרופ פרופסור מר גברת גב׳ גב' שר שרת ראש ממשלה מנכ\"ל מנכ״ל מנכ\"לית מנכ״לית יו\"ר יו״ר \
         ח\"כ ח״כ עו\"ד עו״ד רב רבנית נשיא נשיאה נשיאת מנהל מנהלת דובר דוברת סגן סגנית מזכיר מזכירה שופט שופטת סופר סופרת \
         משורר משוררת במאי במאית שחקן שחקנית זמר זמרת מורה נהג נהגת חוקר חוקרת עיתונאי עיתונאית כתב כתבת אלוף תת-אלוף \
         רא\"ל סרן רס\"ן אל\"ם שוטר מפכ\"ל ניצב רופא רופאה אחות מהנדס מהנדסת אופה ספרן ספרנית מאמן מאמנת שגריר שגרירה \
         תושב תושבת סטודנט סטודנטית מכוון מכוונת",
    ),
    article: "ה",
    owned: &[],
    owned_titles: Set::default(),
    honorifics: set("ד\"ר ד״ר דר פרופ׳ פרופ' פרופ פרופסור מר גברת גב׳ גב' ח\"כ ח״כ עו\"ד עו״ד"),
    never_last: "ה",
    leads_on: &["ב", "ל", "ו", "ש", "כש", "מה"],
}
.with_owned()
});
