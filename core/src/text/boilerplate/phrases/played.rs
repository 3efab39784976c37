//! What scripts print where a browser would show something: players and embedded
//! things that do not load, forms that nobody filled in, links that nobody copied.
//! And what houses say to those who pay, or might. Scrapes hold all of it, since it
//! stands in the page whether it is shown or not.

use super::Phrases;
use crate::article::Why;

/// Phrases that are junk wherever they stand.
const fn played(language: &'static str, anywhere: &'static [(Why, &'static [&'static str])]) -> Phrases {
    Phrases { language, anywhere, edges: &[] }
}

pub(super) const ENGLISH: Phrases = played(
    "en",
    &[
        (
            Why::Navigation,
            &[
                "^this is a modal window",
                "^beginning of dialog window",
                "^end of dialog window",
                "^video is loading",
                "^video player is loading",
                "^the video will auto-play",
                "^click to play",
                "^tap to play",
                "^we apologize, but this video",
                "^we apologise, but this video",
                "^this video is not available",
                "^this video is unavailable",
                "^your browser does not support",
                "^your browser doesn't support",
                "^please enable javascript",
                "^please turn on javascript",
                "^try refreshing your",
                "^tap here to see",
                "^an error has occurred",
                "^an error occurred",
                "^something went wrong. please",
                "^there was an error",
                "^skip in$",
                "^skip ad$",
                "^0 seconds of",
                "^volume 0",
                "^loading$",
                "^like loading",
                "^hold ctrl",
                " as pdf$",
                "^log in / register$",
                "^login / register$",
                "^sign in / register$",
                "^sign in / sign up$",
                "^google play$",
                "^app store$",
                "not responsible for the content of external",
            ],
        ),
        (Why::Share, &["^copied$", "^copied to clipboard", "^link copied", "^follow me on"]),
        (
            Why::Newsletter,
            &[
                "^a welcome email is on its way",
                "^please provide a valid email",
                "^please enter a valid email",
                "^the next issue of*inbox",
                "^thank you for subscribing",
                "^interested in more newsletters",
                "^by signing up you consent",
            ],
        ),
        (
            Why::Comments,
            &[
                "^save my name, email",
                "^by submitting this form",
                "^your email address will not be published",
            ],
        ),
        (
            Why::Paywall,
            &[
                "^members*ad-free",
                "^subscribers*ad-free",
                "^become a member$",
                "^support local journalism",
                "^support independent journalism",
                "^buy us a coffee",
                "^you have*free articles",
                "^thanks for reading! you have",
                "^join as a member",
            ],
        ),
        (Why::Copyright, &["may not be published, broadcast"]),
        (Why::Poster, &["^if you have a complaint about", "^have you got a tip", "^do you have a tip"]),
        (Why::Advertisement, &["^gamble responsibly", "^please gamble responsibly"]),
    ],
);

pub(super) const GERMAN: Phrases = played(
    "de",
    &[
        (
            Why::Navigation,
            &[
                "^video wird geladen",
                "^inhalt wird geladen",
                "^wird geladen$",
                "^ihr browser unterstützt",
                "^dein browser unterstützt",
                "^bitte aktivieren sie javascript",
                "^bitte javascript aktivieren",
                "^dieses video ist nicht",
                "^es ist ein fehler aufgetreten",
                " als pdf$",
            ],
        ),
        (Why::Share, &["^link kopiert", "^den link*kopieren"]),
        (
            Why::Advertisement,
            &[
                "nach der werbung fortgesetzt",
                "nach der anzeige fortgesetzt",
                "^weiter nach der",
                "artikel wird nach der",
            ],
        ),
        (Why::Paywall, &["^mitglied werden", "^werden sie mitglied", "^werde mitglied", "lesen*werbefrei"]),
        (
            Why::Poster,
            &[
                "^gefällt ihnen diese",
                "^gefällt dir diese",
                "^haben sie einen hinweis",
                "^haben sie hinweise",
            ],
        ),
        (Why::Advertisement, &["^glücksspiel kann süchtig"]),
    ],
);

pub(super) const FRENCH: Phrases = played(
    "fr",
    &[
        (
            Why::Navigation,
            &[
                "^votre navigateur ne",
                "^chargement$",
                "^chargement en cours",
                "^la vidéo ne peut",
                "^cette vidéo n'est",
                "^veuillez activer javascript",
                "^une erreur est survenue",
                "^une erreur s'est produite",
                " en pdf$",
            ],
        ),
        (Why::Share, &["^lien copié"]),
        (Why::Consent, &["^ce contenu est bloqué", "^en cliquant sur*cookies", "^j'accepte*cookies"]),
        (
            Why::Paywall,
            &[
                "^faites un don",
                "après déduction fiscale",
                "^devenez membre",
                "lisent*sans publicité",
                "^soutenez le journalisme",
            ],
        ),
        (Why::Poster, &["^vous aimez cette histoire", "^cette histoire vous"]),
        (Why::Advertisement, &["^jouer comporte des risques"]),
    ],
);

pub(super) const SPANISH: Phrases = played(
    "es",
    &[
        (
            Why::Navigation,
            &[
                "^cargando$",
                "^tu navegador no",
                "^su navegador no",
                "^el vídeo no se",
                "^el video no se",
                "^este vídeo no",
                "^este video no",
                "^por favor, activa javascript",
                "^activa javascript",
                "^ha ocurrido un error",
                "^se ha producido un error",
                " en pdf$",
            ],
        ),
        (Why::Share, &["^enlace copiado"]),
        (
            Why::Paywall,
            &[
                "leen*sin publicidad",
                "^hazte socio",
                "^hazte socia",
                "^hazte miembro",
                "^apoya el periodismo",
            ],
        ),
        (Why::Poster, &["^te gusta esta historia", "^te ha gustado esta", "^te ha gustado este"]),
        (
            Why::Advertisement,
            &["^apuesta con responsabilidad", "^juega con responsabilidad", "^juegue con responsabilidad"],
        ),
    ],
);

pub(super) const PORTUGUESE: Phrases = played(
    "pt",
    &[
        (
            Why::Navigation,
            &[
                "^a carregar$",
                "^carregando$",
                "^não foi possível carregar",
                "^ops! não foi",
                "^seu navegador não",
                "^o seu navegador não",
                "^veja o vídeo$",
                "^assista ao vídeo$",
                "^ocorreu um erro",
                " em pdf$",
            ],
        ),
        (Why::Share, &["^link copiado", "^ligação copiada"]),
        (Why::Newsletter, &["^quer receber as", "^entre no nosso grupo", "^clique aqui e entre"]),
        (
            Why::Paywall,
            &[
                "leem*sem anúncios",
                "leem*sem publicidade",
                "^assinantes podem liberar",
                "^seja assinante",
                "^seja sócio",
                "^seja membro",
                "^apoie o jornalismo",
                "^apoie o nosso",
            ],
        ),
        (
            Why::Poster,
            &["^gostou desta história", "^gostou desta notícia", "^gostou da matéria", "^gostou da notícia"],
        ),
        (Why::Advertisement, &["^aposte com responsabilidade", "^jogue com responsabilidade"]),
    ],
);

pub(super) const ITALIAN: Phrases = played(
    "it",
    &[
        (
            Why::Navigation,
            &[
                "^caricamento$",
                "^caricamento in corso",
                "^il tuo browser non",
                "^il video non è",
                "^attiva javascript",
                "^si è verificato un errore",
                " in pdf$",
            ],
        ),
        (Why::Share, &["^link copiato"]),
        (
            Why::Paywall,
            &[
                "leggono*senza pubblicità",
                "^diventa socio",
                "^diventa membro",
                "^diventa sostenitore",
                "^sostieni il giornalismo",
            ],
        ),
        (Why::Poster, &["^ti è piaciuta questa", "^ti è piaciuto questo", "^ti piace questa storia"]),
        (Why::Advertisement, &["^il gioco può causare", "^gioca responsabilmente"]),
    ],
);

pub(super) const DUTCH: Phrases = played(
    "nl",
    &[
        (
            Why::Navigation,
            &[
                "^bezig met laden",
                "^video wordt geladen",
                "^wordt geladen$",
                "^je browser ondersteunt",
                "^uw browser ondersteunt",
                "^er is een fout opgetreden",
                "^er is iets misgegaan",
                "^bekijk hier",
                " als pdf$",
            ],
        ),
        (Why::Share, &["^link gekopieerd"]),
        (Why::Newsletter, &["^afmelden kan", "^opzeggen kan", "^opzeggen wanneer je"]),
        (
            Why::Paywall,
            &[
                "^word lid",
                "lezen*zonder advertenties",
                "lezen*reclamevrij",
                "^steun onze journalistiek",
                "^lees nu voordelig",
                "^nog geen abonnee",
            ],
        ),
        (Why::Poster, &["^vond je dit", "^vond u dit"]),
        (Why::Advertisement, &["^gok verantwoord", "^wat kost gokken jou"]),
    ],
);

pub(super) const INDONESIAN: Phrases = played(
    "id",
    &[
        (
            Why::Navigation,
            &[
                "^memuat$",
                "^suka memuat",
                "^video tidak dapat",
                "^browser anda tidak",
                "^aktifkan javascript",
                "^terjadi kesalahan",
                "^lihat peta$",
            ],
        ),
        (
            Why::Share,
            &[
                "^tautan disalin",
                "^link disalin",
                "^pastikan anda sudah*install",
                "^pastikan kamu sudah*install",
            ],
        ),
        (Why::Paywall, &["^jadi anggota", "^jadilah anggota", "membaca*tanpa iklan", "^dukung jurnalisme"]),
        (Why::Poster, &["^suka cerita ini", "informasi ini mengutamakan kecepatan"]),
        (Why::OutsideArticle, &["^bagaimana halaman artikel", "^bagaimana tampilan"]),
    ],
);

pub(super) const TURKISH: Phrases = played(
    "tr",
    &[
        (
            Why::Navigation,
            &[
                "^video oynatıcı yükleniyor",
                "^yükleniyor$",
                "^tarayıcınız",
                "^javascript'i etkinleştir",
                "^bir hata oluştu",
            ],
        ),
        (Why::Share, &["^bağlantı kopyalandı", "^link kopyalandı"]),
        (
            Why::Paywall,
            &["^üyeler*reklamsız", "^aboneler*reklamsız", "^bağımsız gazeteciliği destekle", "^üyemiz olun"],
        ),
        (Why::Poster, &["^bu hikâyeyi sevdiniz mi", "^bu yazıyı sevdiniz mi"]),
    ],
);

pub(super) const SWEDISH: Phrases = played(
    "sv",
    &[
        (
            Why::Navigation,
            &[
                "^bilden är borttagen",
                "^videon laddas",
                "^laddar$",
                "^din webbläsare",
                "^ett fel uppstod",
                " som pdf$",
            ],
        ),
        (Why::Share, &["^länken är kopierad", "^länk kopierad"]),
        (Why::Paywall, &["^bli medlem$", "läser*reklamfritt", "^stöd lokaljournalistiken"]),
    ],
);

pub(super) const POLISH: Phrases = played(
    "pl",
    &[
        (
            Why::Navigation,
            &["^ładowanie$", "^trwa ładowanie", "^twoja przeglądarka", "^wystąpił błąd", "^włącz javascript"],
        ),
        (Why::Share, &["^link skopiowany", "^skopiowano link"]),
        (Why::Paywall, &["^zostań członkiem", "^wesprzyj nas", "^wesprzyj niezależne", "^dołącz do grona"]),
    ],
);

pub(super) const RUSSIAN: Phrases = played(
    "ru",
    &[
        (
            Why::Navigation,
            &[
                "^видео загружается",
                "^загрузка$",
                "^идёт загрузка",
                "^ваш браузер не",
                "^включите javascript",
                "^произошла ошибка",
            ],
        ),
        (Why::Share, &["^ссылка скопирована"]),
        (
            Why::Paywall,
            &["^станьте подписчиком", "^станьте участником", "^поддержите нас", "^поддержите независимую"],
        ),
    ],
);

pub(super) const ARABIC: Phrases = played(
    "ar",
    &[
        (Why::Navigation, &["^لمشاهدة*اضغط", "^جاري التحميل", "^جار التحميل", "^متصفحك لا", "^حدث خطأ$"]),
        (Why::Share, &["^تم نسخ الرابط"]),
        (Why::Paywall, &["^كن عضوا", "^ادعم الصحافة"]),
    ],
);

pub(super) const HEBREW: Phrases = played(
    "he",
    &[
        (Why::ReadAlso, &["^לכתבה המלאה"]),
        (Why::Navigation, &["^הדפדפן שלך", "^טוען$"]),
        (Why::Share, &["^הקישור הועתק"]),
    ],
);

pub(super) const JAPANESE: Phrases = played(
    "ja",
    &[
        (
            Why::Navigation,
            &[
                "^読み込み中",
                "^動画を読み込",
                "^お使いのブラウザ",
                "^javascriptを有効",
                "^エラーが発生しました",
            ],
        ),
        (Why::Share, &["^共有$", "^リンクをコピーしました"]),
    ],
);

pub(super) const CHINESE: Phrases = played(
    "zh",
    &[
        (
            Why::Navigation,
            &[
                "^加载中",
                "^正在加载",
                "^載入中",
                "^您的浏览器不支持",
                "^您的瀏覽器不支援",
                "^请启用javascript",
            ],
        ),
        (Why::Share, &["^链接已复制", "^已複製連結"]),
        (Why::Advertisement, &["內文未完", "请往下滑动", "請往下捲動", "請繼續往下閱讀"]),
    ],
);

pub(super) const KOREAN: Phrases = played(
    "ko",
    &[
        (Why::Navigation, &["^로딩 중", "^로딩중", "^영상을 불러오는", "^브라우저가 지원하지"]),
        (Why::Share, &["^링크가 복사", "^url이 복사"]),
    ],
);
