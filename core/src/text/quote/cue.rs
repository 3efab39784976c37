//! Words that report speech, in the forms they take beside a quotation.
//!
//! A small list for two questions about spans: where a narrator breaks into a
//! dialogue, and whether quoted words are likely to be somebody's. Who says a
//! quotation is worked out in `speaker`.

use std::sync::LazyLock;

use crate::article::Language;
use crate::text::table::{Set, Table};

/// Language and its forms, lower case, in no order.
const FORMS: &[(&str, &str)] = &[
    (
        "ar",
        "قال قالت يقول تقول قالوا أضاف أضافت وأضاف وأضافت أوضح أوضحت أكد أكدت وأكد صرح صرحت أعلن أعلنت ذكر ذكرت \
         كتب كتبت شرح شدد أشار تابع وتابع اعتبر اعتبرت وقال وقالت",
    ),
    (
        "cs",
        "řekl řekla řekli říká říkají uvedl uvedla uvedli dodal dodala dodává tvrdí prohlásil prohlásila napsal napsala \
         vysvětlil vysvětlila vysvětluje poznamenal podotkl sdělil sdělila oznámil připustil zdůraznil míní \
         komentoval zeptal odpověděl odpověděla zvolal píše upozornil",
    ),
    (
        "da",
        "siger sagde sagt skriver skrev mener fastslår forklarer forklarede fortæller fortalte oplyser oplyste \
         spørger spurgte svarer svarede tilføjer tilføjede udtaler udtalte fortsatte meddelte råbte",
    ),
    (
        "de",
        "sagte sagt sagten sagen erklärte erklärt rief riefen fragte fragt antwortete antwortet erwiderte meinte meint \
         betonte betont schrieb schreibt laut zufolge heißt hieß lautete äußerte äußerten kritisierte kritisiert \
         kommentierte begründete bezeichnete bezeichnet bezeichneten nannte nannten nennt sprach spricht forderte \
         fordert warnte warnt bestätigte teilte mitteilte behauptete behauptet berichtete berichtet ergänzte ergänzt \
         zitiert zitierte versicherte verkündete wörtlich warf fügte hinzu bemerkte urteilte twitterte räumte sah \
         wertete zeigte erläuterte lobte verurteilte beschrieb würdigte",
    ),
    (
        "el",
        "είπε είπαν λέει λένε δήλωσε δήλωσαν δηλώνει ανέφερε ανέφεραν αναφέρει πρόσθεσε τόνισε τονίζει υπογράμμισε \
         σημείωσε επισήμανε εξήγησε υποστήριξε έγραψε απάντησε ρώτησε φώναξε λέγοντας χαρακτήρισε",
    ),
    (
        "en",
        "said say says saying told tells telling asked ask asks wrote write writes writing added adds adding called \
         call calls calling according stated states stating noted notes noting tweeted tweets posted replied replies \
         responded responds explained explains declared declares argued argues claimed claims insisted insists \
         continued continues described describes concluded warned warns admitted announced joked recalled \
         acknowledged promised suggested quoted quoting remarked shouted cried whispered yelled read reads \
         denounced criticized accused blasted praised vowed testified commented boasted observed predicted \
         complained urged dismissed mocked referred reported answered hailed",
    ),
    (
        "es",
        "dijo dice dicen dicho decía afirmó afirma afirmado aseguró asegura asegurado añadió añade añadido explicó \
         explica señaló señala declaró declara indicó indica manifestó preguntó pregunta respondió responde contestó \
         contó cuenta comentó comenta agregó agrega advirtió advierte destacó destaca subrayó insistió insiste \
         lamentó denunció reconoció sostuvo sostiene escribió escribe exclamó gritó murmuró susurró replicó apuntó \
         concluyó expresó recordó precisó según",
    ),
    (
        "fi",
        "sanoo sanoi sanovat sanoivat kertoo kertoi toteaa totesi kysyi kysyy vastasi vastaa lisäsi lisää kirjoittaa \
         kirjoitti korostaa korosti selittää selitti huomauttaa huomautti arvioi huusi kuvailee mukaan",
    ),
    (
        "fr",
        "dit disait disent dire disant demanda demandait demande répondit répond répondait répondu déclaré déclare \
         déclara affirmé affirme affirma ajouté ajoute ajouta expliqué explique expliqua estime estimé assure assuré \
         assura indiqué indique précisé précise annoncé souligné souligne écrit écrivait confié confie raconté raconte \
         cria criait écria murmura reprit fit continua répliqua rétorqué rétorqua lança lancé poursuit poursuivi \
         insiste insisté regretté regrette dénoncé dénonce conclu conclut réagi soupira chuchota hurla interrogea \
         selon tweeté promis rappelé rappelle reconnu avoue avoua",
    ),
    (
        "he",
        "אמר אמרה אמרו אומר אומרת הוסיף הוסיפה ציין ציינה הסביר הסבירה כתב כתבה טען טענה הודיע הודיעה לדברי שאל השיב",
    ),
    ("hi", "कहा कहते कहती बताया बोले बोला बोली पूछा लिखा जोड़ा"),
    (
        "hr",
        "rekao rekla rekli kaže kažu kazao kazala izjavio izjavila navodi naveo dodao dodala istaknuo istaknula \
         naglasio naglasila objasnio objašnjava upozorio napisao napisala piše poručio poručila zaključio smatra \
         ocijenio odgovorio odgovorila upitao viknuo",
    ),
    (
        "hu",
        "mondta mondja mondták jelentette kijelentette kérdezte kérdi közölte válaszolta felelte írta írja \
         hangsúlyozta fogalmazott tette nyilatkozta mesélte kiáltotta szerint suttogta magyarázta",
    ),
    (
        "id",
        "kata katanya ujar ujarnya tutur tuturnya ucap ucapnya ungkap ungkapnya jelas jelasnya papar paparnya tegas \
         tegasnya tambah tambahnya terang terangnya lanjut lanjutnya imbuh imbuhnya tandas tandasnya pungkas \
         pungkasnya cuit cuitnya tulis tulisnya sebut sebutnya mengatakan menyatakan mengungkapkan menjelaskan \
         menambahkan menegaskan menyebut menyebutkan menulis berkata bertanya berujar menuturkan memaparkan menilai \
         meminta mendesak menyerukan menuntut menyalahkan mengecam menanyakan menjawab jawab jawabnya tanya tanyanya \
         teriak berteriak menurut demikian bunyi harap harapnya kilah keluh kisah",
    ),
    (
        "it",
        "detto dice dicono disse affermato afferma affermò aggiunto aggiunge aggiunse spiegato spiega spiegò \
         dichiarato dichiara dichiarò commentato commenta sottolineato sottolinea ricordato ricorda sostiene sostenuto \
         chiesto chiede chiese risposto risponde rispose scritto scrive scrisse ribadito precisato osserva osservato \
         racconta raccontato replica replicato conclude concluso annunciato ammesso avvertito esclamò gridò mormorò \
         secondo",
    ),
    (
        "ja",
        "と言っ と言い と言う と述べ と語 と話 述べた 語った 話した 言った 話す 語る 述べ 語り 話し 言い と説明 と強調 と発言 とコメント",
    ),
    ("ko", "말했다 밝혔다 전했다 강조했다 설명했다 덧붙였다 주장했다 지적했다 답했다 물었다 했다 라며 고"),
    (
        "nl",
        "zei zeiden zegt zeggen gezegd aldus volgens vertelde vertelt verklaarde verklaart stelde stelt schreef \
         schrijft vroeg vraagt antwoordde reageerde reageert riep roept meldde meldt noemde noemt benadrukte \
         benadrukt vindt liet waarschuwde waarschuwt voegde besloot twitterde meent",
    ),
    (
        "no",
        "sier sa sagt skriver skrev mener mente fastslår forklarer forklarte forteller fortalte hevder hevdet legger \
         la opplyser opplyste spør spurte svarer svarte uttaler uttalte understreker påpeker tilføyer ropte melder",
    ),
    (
        "pl",
        "powiedział powiedziała powiedzieli mówi mówił mówiła mówią dodał dodała dodaje zapytał zapytała pyta spytał \
         spytała odpowiedział odpowiedziała odpowiada odparł odparła stwierdził stwierdziła twierdzi podkreślił \
         podkreśliła podkreśla wyjaśnił wyjaśniła wyjaśnia zaznaczył zaznaczyła ocenił oceniła ocenia przyznał \
         przyznała napisał napisała pisze oświadczył oświadczyła tłumaczy tłumaczył zauważył zauważyła krzyknął \
         krzyknęła szepnął szepnęła rzekł rzekła przekonuje apeluje komentuje zapewnia",
    ),
    (
        "pt",
        "disse diz dizem dizia dito afirmou afirma afirmaram explicou explica acrescentou acrescenta declarou declara \
         contou conta perguntou pergunta respondeu responde garantiu garante escreveu escreve destacou destaca \
         ressaltou lamentou criticou defendeu defende avaliou avalia completou concluiu comentou comenta anunciou \
         alertou admitiu gritou murmurou exclamou sublinhou referiu frisou segundo",
    ),
    (
        "ro",
        "spus spune spuse declarat declară declară afirmat afirmă adăugat adaugă explicat explică precizat precizează \
         întrebat întrebă răspuns răspunse răspunde scris scrie susține susținut anunțat subliniat potrivit zise zice",
    ),
    (
        "ru",
        "сказал сказала сказали говорит говорил говорила говорят заявил заявила заявили отметил отметила добавил \
         добавила пояснил пояснила подчеркнул подчеркнула рассказал рассказала сообщил сообщила сообщили объяснил \
         объяснила объясняет ответил ответила отвечает спросил спросила спрашивает написал написала пишет считает \
         уверен уверена признался признал призналась утверждает замечает заметил заметила воскликнул воскликнула \
         крикнул прошептал произнес произнёс продолжил продолжает цитирует",
    ),
    (
        "sv",
        "säger sade sa sagt skriver skrev menar menade berättar berättade förklarar förklarade hävdar konstaterar \
         konstaterade frågar frågade svarar svarade tillägger tillade uppger uttalade ropade anser",
    ),
    ("th", "กล่าว กล่าวว่า บอก บอกว่า ระบุ ระบุว่า เผย เปิดเผย ถาม ตอบ"),
    (
        "tr",
        "dedi dediler diyor diyerek diye der demiş demişti deyince söyledi söylüyor belirtti ifade açıkladı ekledi \
         konuştu sordu yazdı vurguladı anlattı kaydetti savundu bildirdi uyardı aktardı yanıtladı cevapladı bağırdı",
    ),
    (
        "uk",
        "сказав сказала сказали каже кажуть говорить говорив говорила заявив заявила заявили зазначив зазначила додав \
         додала пояснив пояснила підкреслив підкреслила розповів розповіла повідомив повідомила відповів відповіла \
         запитав запитала спитав написав написала пише вважає наголосив наголосила переконаний",
    ),
    ("vi", "nói hỏi đáp kể cho biết viết khẳng_định bảo khoe gọi"),
    ("zh", "说 表示 称 指出 认为 写道 强调 補充 说道 问 回答 說 表示"),
];

static BY_LANGUAGE: LazyLock<Table<&'static str, Set<&'static str>>> =
    LazyLock::new(|| FORMS.iter().map(|(code, forms)| (*code, forms.split_whitespace().collect())).collect());

/// The reporting words of a language.
#[derive(Clone, Copy)]
pub(super) struct Cues {
    words: Option<&'static Set<&'static str>>,
    /// Whether the language sets its words apart.
    spaced: bool,
}

impl Cues {
    pub(super) fn of(language: Language) -> Self {
        let spaced = !matches!(language.code(), "ja" | "ko" | "th" | "zh");
        Self { words: BY_LANGUAGE.get(language.code()), spaced }
    }

    /// Whether a word, in lower case, reports speech.
    pub(super) fn has(self, word: &str) -> bool {
        self.words.is_some_and(|it| it.contains(word))
    }

    /// Whether one stands in a text that does not set its words apart; `false`
    /// in other languages.
    pub(super) fn within(self, text: &str) -> bool {
        !self.spaced && self.words.is_some_and(|it| it.iter().any(|word| text.contains(word)))
    }
}
