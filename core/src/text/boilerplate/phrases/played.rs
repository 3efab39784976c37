//! What scripts print where a browser would show something: players and embedded
//! things that do not load, forms that nobody filled in, links that nobody copied.
//! And what houses say to those who pay, or might. Scrapes hold all of it, since it
//! stands in the page whether it is shown or not.

use super::Phrases;
use crate::article::Why;

/// Phrases that are junk wherever they stand.
const fn played(language: &'static str, anywhere: &'static [(Why, &'static str)]) -> Phrases {
    Phrases { language, anywhere, edges: &[] }
}

pub(super) const ENGLISH: Phrases = played(
    "en",
    &[
        (
            Why::Navigation,
            lines![
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
        (Why::Share, lines!["^copied$", "^copied to clipboard", "^link copied", "^follow me on"]),
        (
            Why::Newsletter,
            lines![
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
            lines![
                "^save my name, email",
                "^by submitting this form",
                "^your email address will not be published",
            ],
        ),
        (
            Why::Paywall,
            lines![
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
        (Why::Copyright, lines!["may not be published, broadcast"]),
        (Why::Poster, lines!["^if you have a complaint about", "^have you got a tip", "^do you have a tip"]),
        (Why::Advertisement, lines!["^gamble responsibly", "^please gamble responsibly"]),
    ],
);

pub(super) const GERMAN: Phrases = played(
    "de",
    &[
        (
            Why::Navigation,
            lines![
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
        (Why::Share, lines!["^link kopiert", "^den link*kopieren"]),
        (
            Why::Advertisement,
            lines![
                "nach der werbung fortgesetzt",
                "nach der anzeige fortgesetzt",
                "^weiter nach der",
                "artikel wird nach der",
            ],
        ),
        (
            Why::Paywall,
            lines!["^mitglied werden", "^werden sie mitglied", "^werde mitglied", "lesen*werbefrei"],
        ),
        (
            Why::Poster,
            lines![
                "^gefällt ihnen diese",
                "^gefällt dir diese",
                "^haben sie einen hinweis",
                "^haben sie hinweise",
            ],
        ),
        (Why::Advertisement, lines!["^glücksspiel kann süchtig"]),
    ],
);

pub(super) const FRENCH: Phrases = played(
    "fr",
    &[
        (
            Why::Navigation,
            lines![
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
        (Why::Share, lines!["^lien copié"]),
        (Why::Consent, lines!["^ce contenu est bloqué", "^en cliquant sur*cookies", "^j'accepte*cookies"]),
        (
            Why::Paywall,
            lines![
                "^faites un don",
                "après déduction fiscale",
                "^devenez membre",
                "lisent*sans publicité",
                "^soutenez le journalisme",
            ],
        ),
        (Why::Poster, lines!["^vous aimez cette histoire", "^cette histoire vous"]),
        (Why::Advertisement, lines!["^jouer comporte des risques"]),
    ],
);

pub(super) const SPANISH: Phrases = played(
    "es",
    &[
        (
            Why::Navigation,
            lines![
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
        (Why::Share, lines!["^enlace copiado"]),
        (
            Why::Paywall,
            lines![
                "leen*sin publicidad",
                "^hazte socio",
                "^hazte socia",
                "^hazte miembro",
                "^apoya el periodismo",
            ],
        ),
        (Why::Poster, lines!["^te gusta esta historia", "^te ha gustado esta", "^te ha gustado este"]),
        (
            Why::Advertisement,
            lines![
                "^apuesta con responsabilidad",
                "^juega con responsabilidad",
                "^juegue con responsabilidad"
            ],
        ),
    ],
);

pub(super) const PORTUGUESE: Phrases = played(
    "pt",
    &[
        (
            Why::Navigation,
            lines![
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
        (Why::Share, lines!["^link copiado", "^ligação copiada"]),
        (Why::Newsletter, lines!["^quer receber as", "^entre no nosso grupo", "^clique aqui e entre"]),
        (
            Why::Paywall,
            lines![
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
            lines![
                "^gostou desta história",
                "^gostou desta notícia",
                "^gostou da matéria",
                "^gostou da notícia"
            ],
        ),
        (Why::Advertisement, lines!["^aposte com responsabilidade", "^jogue com responsabilidade"]),
    ],
);

pub(super) const ITALIAN: Phrases = played(
    "it",
    &[
        (
            Why::Navigation,
            lines![
                "^caricamento$",
                "^caricamento in corso",
                "^il tuo browser non",
                "^il video non è",
                "^attiva javascript",
                "^si è verificato un errore",
                " in pdf$",
            ],
        ),
        (Why::Share, lines!["^link copiato"]),
        (
            Why::Paywall,
            lines![
                "leggono*senza pubblicità",
                "^diventa socio",
                "^diventa membro",
                "^diventa sostenitore",
                "^sostieni il giornalismo",
            ],
        ),
        (Why::Poster, lines!["^ti è piaciuta questa", "^ti è piaciuto questo", "^ti piace questa storia"]),
        (Why::Advertisement, lines!["^il gioco può causare", "^gioca responsabilmente"]),
    ],
);

pub(super) const DUTCH: Phrases = played(
    "nl",
    &[
        (
            Why::Navigation,
            lines![
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
        (Why::Share, lines!["^link gekopieerd"]),
        (Why::Newsletter, lines!["^afmelden kan", "^opzeggen kan", "^opzeggen wanneer je"]),
        (
            Why::Paywall,
            lines![
                "^word lid",
                "lezen*zonder advertenties",
                "lezen*reclamevrij",
                "^steun onze journalistiek",
                "^lees nu voordelig",
                "^nog geen abonnee",
            ],
        ),
        (Why::Poster, lines!["^vond je dit", "^vond u dit"]),
        (Why::Advertisement, lines!["^gok verantwoord", "^wat kost gokken jou"]),
    ],
);

pub(super) const INDONESIAN: Phrases = played(
    "id",
    &[
        (
            Why::Navigation,
            lines![
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
            lines![
                "^tautan disalin",
                "^link disalin",
                "^pastikan anda sudah*install",
                "^pastikan kamu sudah*install",
            ],
        ),
        (
            Why::Paywall,
            lines!["^jadi anggota", "^jadilah anggota", "membaca*tanpa iklan", "^dukung jurnalisme"],
        ),
        (Why::Poster, lines!["^suka cerita ini", "informasi ini mengutamakan kecepatan"]),
        (Why::OutsideArticle, lines!["^bagaimana halaman artikel", "^bagaimana tampilan"]),
    ],
);

pub(super) const TURKISH: Phrases = played(
    "tr",
    &[
        (
            Why::Navigation,
            lines![
                "^video oynatıcı yükleniyor",
                "^yükleniyor$",
                "^tarayıcınız",
                "^javascript'i etkinleştir",
                "^bir hata oluştu",
            ],
        ),
        (Why::Share, lines!["^bağlantı kopyalandı", "^link kopyalandı"]),
        (
            Why::Paywall,
            lines![
                "^üyeler*reklamsız",
                "^aboneler*reklamsız",
                "^bağımsız gazeteciliği destekle",
                "^üyemiz olun"
            ],
        ),
        (Why::Poster, lines!["^bu hikâyeyi sevdiniz mi", "^bu yazıyı sevdiniz mi"]),
    ],
);

pub(super) const SWEDISH: Phrases = played(
    "sv",
    &[
        (
            Why::Navigation,
            lines![
                "^bilden är borttagen",
                "^videon laddas",
                "^laddar$",
                "^din webbläsare",
                "^ett fel uppstod",
                " som pdf$",
            ],
        ),
        (Why::Share, lines!["^länken är kopierad", "^länk kopierad"]),
        (Why::Paywall, lines!["^bli medlem$", "läser*reklamfritt", "^stöd lokaljournalistiken"]),
    ],
);

pub(super) const POLISH: Phrases = played(
    "pl",
    &[
        (
            Why::Navigation,
            lines![
                "^ładowanie$",
                "^trwa ładowanie",
                "^twoja przeglądarka",
                "^wystąpił błąd",
                "^włącz javascript"
            ],
        ),
        (Why::Share, lines!["^link skopiowany", "^skopiowano link"]),
        (
            Why::Paywall,
            lines!["^zostań członkiem", "^wesprzyj nas", "^wesprzyj niezależne", "^dołącz do grona"],
        ),
    ],
);

pub(super) const RUSSIAN: Phrases = played(
    "ru",
    &[
        (
            Why::Navigation,
            lines![
                "^видео загружается",
                "^загрузка$",
                "^идёт загрузка",
                "^ваш браузер не",
                "^включите javascript",
                "^произошла ошибка",
            ],
        ),
        (Why::Share, lines!["^ссылка скопирована"]),
        (
            Why::Paywall,
            lines![
                "^станьте подписчиком",
                "^станьте участником",
                "^поддержите нас",
                "^поддержите независимую"
            ],
        ),
    ],
);

pub(super) const ARABIC: Phrases = played(
    "ar",
    &[
        (Why::Navigation, lines!["^لمشاهدة*اضغط", "^جاري التحميل", "^جار التحميل", "^متصفحك لا", "^حدث خطأ$"]),
        (Why::Share, lines!["^تم نسخ الرابط"]),
        (Why::Paywall, lines!["^كن عضوا", "^ادعم الصحافة"]),
    ],
);

pub(super) const HEBREW: Phrases = played(
    "he",
    &[
        (Why::ReadAlso, lines!["^לכתבה המלאה"]),
        (Why::Navigation, lines!["^הדפדפן שלך", "^טוען$"]),
        (Why::Share, lines!["^הקישור הועתק"]),
    ],
);

pub(super) const JAPANESE: Phrases = played(
    "ja",
    &[
        (
            Why::Navigation,
            lines![
                "^読み込み中",
                "^動画を読み込",
                "^お使いのブラウザ",
                "^javascriptを有効",
                "^エラーが発生しました",
            ],
        ),
        (Why::Share, lines!["^共有$", "^リンクをコピーしました"]),
    ],
);

pub(super) const CHINESE: Phrases = played(
    "zh",
    &[
        (
            Why::Navigation,
            lines![
                "^加载中",
                "^正在加载",
                "^載入中",
                "^您的浏览器不支持",
                "^您的瀏覽器不支援",
                "^请启用javascript",
            ],
        ),
        (Why::Share, lines!["^链接已复制", "^已複製連結"]),
        (Why::Advertisement, lines!["內文未完", "请往下滑动", "請往下捲動", "請繼續往下閱讀"]),
    ],
);

pub(super) const KOREAN: Phrases = played(
    "ko",
    &[
        (Why::Navigation, lines!["^로딩 중", "^로딩중", "^영상을 불러오는", "^브라우저가 지원하지"]),
        (Why::Share, lines!["^링크가 복사", "^url이 복사"]),
    ],
);
