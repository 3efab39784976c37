//! What sites ask of whoever reads an article, and offer beside it: polls and
//! quizzes, whether it was of use, a summary by machine, to be a preferred source.
//! The words are those that sites print on such buttons.

use super::Phrases;
use crate::article::Why;

/// What a language's buttons say, wherever they stand and at the edges only.
const fn asked(
    language: &'static str,
    anywhere: &'static [(Why, &'static str)],
    edges: &'static [(Why, &'static str)],
) -> Phrases {
    Phrases { language, anywhere, edges }
}

pub(super) const ENGLISH: Phrases = asked(
    "en",
    &[
        (
            Why::OutsideArticle,
            lines![
                "^take the quiz",
                "^quick quiz",
                "^take our poll",
                "^take our survey",
                "^vote now$",
                "^vote in our poll",
                "^see results$",
                "^tell us what you think",
                "^we'd love your feedback",
                "^we value your feedback",
                "^give feedback$",
            ],
        ),
        (
            Why::Share,
            lines![
                "^add us as a preferred",
                "preferred source on google",
                "^gift this article",
                "^save for later$",
            ],
        ),
        (
            Why::Navigation,
            lines![
                "^ai summary",
                "^ai-generated summary",
                "^summarize this article",
                "^summarise this article"
            ],
        ),
        (
            Why::Paywall,
            lines!["^unlimited access from", "^unlimited access for", "^see my options$", "^compare offers$"],
        ),
    ],
    &[(
        Why::Navigation,
        lines![
            "^live now:",
            "^on air:",
            "^crossword$",
            "^puzzles$",
            "^markets$",
            "^podcasts$",
            "^watch live$",
            "^scan the qr",
        ],
    )],
);

pub(super) const GERMAN: Phrases = asked(
    "de",
    &[
        (
            Why::OutsideArticle,
            lines![
                "^jetzt abstimmen",
                "^stimmen sie ab",
                "^stimmen sie jetzt",
                "^zur umfrage",
                "^an der umfrage teilnehmen",
                "^zum quiz",
                "^ihre meinung zählt",
                "^ihre meinung ist uns",
                "^wie gefällt ihnen unser",
                "^feedback geben$",
            ],
        ),
        (
            Why::Poster,
            lines![
                "^hat ihnen der artikel",
                "^hat ihnen dieser artikel",
                "^war dieser artikel",
                "^wie hilfreich"
            ],
        ),
        (
            Why::Share,
            lines![
                "^als bevorzugte quelle",
                "^für später speichern",
                "^später lesen$",
                "^artikel verschenken$"
            ],
        ),
        (Why::Navigation, lines!["^ki-zusammenfassung", "^zusammenfassung anzeigen$", "^artikel anhören"]),
        (Why::Paywall, lines!["^angebote vergleichen$", "^zu den angeboten$"]),
    ],
    &[(
        Why::Navigation,
        lines!["^börse:", "^aktuell live:", "^rätsel$", "^kreuzworträtsel$", "^podcast$", "^qr-code scannen"],
    )],
);

pub(super) const FRENCH: Phrases = asked(
    "fr",
    &[
        (
            Why::OutsideArticle,
            lines![
                "^votez maintenant",
                "^participez au sondage",
                "^répondez au sondage",
                "^faites le test$",
                "^répondez au quiz",
                "^votre avis compte",
                "^votre avis nous intéresse",
                "^donnez votre avis",
                "^que pensez-vous de notre",
            ],
        ),
        (Why::Poster, lines!["^cet article vous a", "^avez-vous trouvé cet article"]),
        (
            Why::Share,
            lines!["source préférée", "^lire plus tard$", "^offrir l'article", "^offrir cet article"],
        ),
        (Why::Navigation, lines!["^résumé par ia", "^résumé par l'ia", "^résumé ia", "^écouter l'article"]),
        (Why::Paywall, lines!["^accès illimité dès", "^voir les offres$"]),
    ],
    &[(
        Why::Navigation,
        lines!["^en direct:", "^mots croisés$", "^météo:", "^bourse:", "^podcasts$", "^scannez le qr"],
    )],
);

pub(super) const SPANISH: Phrases = asked(
    "es",
    &[
        (
            Why::OutsideArticle,
            lines![
                "^vota ahora",
                "^vote ahora",
                "^participa en la encuesta",
                "^haz el test",
                "^haz el quiz",
                "^tu opinión importa",
                "^tu opinión nos importa",
                "^danos tu opinión",
                "^qué te parece nuestra",
            ],
        ),
        (
            Why::Poster,
            lines![
                "^te ha resultado útil",
                "^te resultó útil",
                "^te ha gustado este artículo",
                "^fue útil esta"
            ],
        ),
        (
            Why::Share,
            lines![
                "fuente preferida",
                "^leer más tarde$",
                "^leer después$",
                "^regala este artículo",
                "^regalar artículo",
            ],
        ),
        (
            Why::Navigation,
            lines![
                "^resumen con ia",
                "^resumen por ia",
                "^resumen ia$",
                "^escuchar la noticia",
                "^escuchar noticia",
            ],
        ),
        (Why::Paywall, lines!["^acceso ilimitado desde", "^ver ofertas$", "^ver las ofertas$"]),
    ],
    &[(
        Why::Navigation,
        lines!["^en vivo:", "^crucigrama$", "^el tiempo:", "^bolsa:", "^podcasts$", "^escanea el código qr"],
    )],
);

pub(super) const PORTUGUESE: Phrases = asked(
    "pt",
    &[
        (
            Why::OutsideArticle,
            lines![
                "^vote agora",
                "^responda à enquete",
                "^participe da enquete",
                "^faça o teste",
                "^faça o quiz",
                "^sua opinião importa",
                "^sua opinião é importante",
                "^a sua opinião conta",
                "^o que achou da nossa",
            ],
        ),
        (
            Why::Poster,
            lines![
                "^esta notícia foi útil",
                "^este artigo foi útil",
                "^essa matéria foi útil",
                "^viu um erro"
            ],
        ),
        (Why::Share, lines!["fonte preferida", "^ler mais tarde$", "^ler depois$", "^presenteie"]),
        (
            Why::Navigation,
            lines!["^resumo por ia", "^resumo com ia", "^resumo ia$", "^ouvir a notícia", "^ouvir notícia"],
        ),
        (Why::Paywall, lines!["^acesso ilimitado a partir", "^ver planos$", "^ver ofertas$"]),
    ],
    &[(
        Why::Navigation,
        lines![
            "^ao vivo:",
            "^palavras cruzadas$",
            "^tempo em",
            "^previsão do tempo$",
            "^bolsa:",
            "^podcasts$"
        ],
    )],
);

pub(super) const ITALIAN: Phrases = asked(
    "it",
    &[
        (
            Why::OutsideArticle,
            lines![
                "^vota ora",
                "^vota adesso",
                "^partecipa al sondaggio",
                "^vota il sondaggio",
                "^fai il quiz",
                "^fai il test",
                "^la tua opinione conta",
                "^la tua opinione è importante",
                "^che cosa pensi della nuova",
                "^cosa ne pensi della nuova",
            ],
        ),
        (Why::Poster, lines!["^ti è stato utile", "^questo articolo ti è", "^hai trovato utile"]),
        (
            Why::Share,
            lines![
                "^aggiungici",
                "fonte preferita",
                "fonti preferite",
                "^leggi dopo$",
                "^regala l'articolo",
                "^regala questo articolo",
            ],
        ),
        (Why::Navigation, lines!["^riassunto ia", "^riassunto con ia", "^sintesi ia", "^ascolta l'articolo"]),
        (Why::Paywall, lines!["^accesso illimitato da", "^scopri le offerte$", "^vedi le offerte$"]),
    ],
    &[(
        Why::Navigation,
        lines!["^in diretta:", "^cruciverba$", "^meteo:", "^borsa:", "^podcast$", "^inquadra il qr"],
    )],
);

pub(super) const DUTCH: Phrases = asked(
    "nl",
    &[
        (
            Why::OutsideArticle,
            lines![
                "^stem nu",
                "^doe mee aan de poll",
                "^doe de quiz",
                "^vul de enquête in",
                "^uw mening telt",
                "^jouw mening telt",
                "^wat vindt u van onze",
                "^wat vind je van onze",
                "^geef feedback$",
            ],
        ),
        (Why::Poster, lines!["^vond u dit artikel", "^vond je dit artikel", "^was dit artikel"]),
        (
            Why::Share,
            lines!["voorkeursbron", "^lees later$", "^bewaar voor later", "^geef dit artikel cadeau"],
        ),
        (
            Why::Navigation,
            lines![
                "^ai-samenvatting",
                "^samenvatting door ai",
                "^luister naar dit artikel",
                "^beluister dit artikel",
            ],
        ),
        (
            Why::Paywall,
            lines![
                "^onbeperkt lezen vanaf",
                "^onbeperkt toegang vanaf",
                "^bekijk de abonnementen$",
                "^bekijk abonnementen$",
            ],
        ),
    ],
    &[(
        Why::Navigation,
        lines![
            "^nu live:",
            "^kruiswoordpuzzel$",
            "^puzzels$",
            "^weer in",
            "^beurs:",
            "^podcasts$",
            "^scan de qr"
        ],
    )],
);

pub(super) const INDONESIAN: Phrases = asked(
    "id",
    &[
        (
            Why::OutsideArticle,
            lines![
                "^ikut jajak pendapat",
                "^ikuti jajak pendapat",
                "^ikuti polling",
                "^ikut polling",
                "^ikuti kuis",
                "^ikuti survei",
                "^pendapat anda penting",
                "^masukan anda",
                "^beri masukan",
            ],
        ),
        (
            Why::Poster,
            lines![
                "^apakah artikel ini",
                "^apakah berita ini bermanfaat",
                "^temukan kesalahan",
                "^menemukan kesalahan",
            ],
        ),
        (
            Why::Share,
            lines!["sumber pilihan di google", "^jadikan kami sumber", "^baca nanti$", "^simpan artikel"],
        ),
        (
            Why::Navigation,
            lines!["^ringkasan ai", "^rangkuman ai", "^dengarkan artikel", "^dengarkan berita"],
        ),
        (Why::Paywall, lines!["^akses tanpa batas", "^akses tak terbatas", "^lihat paket$"]),
    ],
    &[(
        Why::Navigation,
        lines![
            "^siaran langsung:",
            "^teka-teki silang$",
            "^cuaca:",
            "^bursa:",
            "^podcast$",
            "^pindai kode qr"
        ],
    )],
);

pub(super) const TURKISH: Phrases = asked(
    "tr",
    &[
        (
            Why::OutsideArticle,
            lines![
                "^ankete katıl",
                "^anketimize katıl",
                "^oy ver$",
                "^oyunu kullan",
                "^testi çöz",
                "^görüşünüz bizim için",
                "^görüşleriniz bizim için",
                "^geri bildirim ver",
            ],
        ),
        (
            Why::Poster,
            lines![
                "^bu haber işinize",
                "^bu haber faydalı",
                "^bu haberi beğendiniz",
                "^bu içerik faydalı",
                "^hata mı gördünüz",
            ],
        ),
        (Why::Share, lines!["tercih edilen kaynak", "^sonra oku$", "^daha sonra oku$", "^haberi hediye et"]),
        (
            Why::Navigation,
            lines!["^yapay zekâ özeti", "^yapay zeka özeti", "^haberi dinle", "^menüye geç", "^içeriğe geç"],
        ),
        (Why::Paywall, lines!["^sınırsız erişim", "^paketleri gör$", "^paketleri incele$"]),
    ],
    &[(
        Why::Navigation,
        lines!["^canlı yayın", "^bulmaca$", "^hava durumu:", "^borsa:", "^podcast$", "^qr kodu"],
    )],
);

pub(super) const RUSSIAN: Phrases = asked(
    "ru",
    &[
        (
            Why::OutsideArticle,
            lines![
                "^пройти тест",
                "^пройдите опрос",
                "^голосовать$",
                "^проголосовать$",
                "^ваше мнение важно"
            ],
        ),
        (
            Why::Poster,
            lines!["^была ли статья полезна", "^нашли ошибку", "^нашли опечатку", "^заметили ошибку"],
        ),
        (
            Why::Share,
            lines![
                "^скопировать ссылку",
                "^читать позже$",
                "^в избранное$",
                "^добавить в избранное",
                "^слушать новость",
            ],
        ),
        (
            Why::Newsletter,
            lines![
                "^подписывайтесь на наш",
                "^подпишитесь на наш",
                "^читайте нас в",
                "^мы в telegram",
                "^наш канал в",
            ],
        ),
    ],
    &[(
        Why::Navigation,
        lines![
            "^прямой эфир",
            "^курс валют",
            "^погода$",
            "^кроссворд$",
            "^подкасты$",
            "^самое читаемое",
            "^главное за день",
        ],
    )],
);

pub(super) const POLISH: Phrases = asked(
    "pl",
    &[
        (
            Why::OutsideArticle,
            lines![
                "^zagłosuj",
                "^weź udział w ankiecie",
                "^rozwiąż quiz",
                "^twoja opinia jest",
                "^oceń artykuł"
            ],
        ),
        (
            Why::Poster,
            lines![
                "^czy artykuł był",
                "^czy ten artykuł był",
                "^znalazłeś błąd",
                "^zauważyłeś błąd",
                "^widzisz błąd",
            ],
        ),
        (
            Why::Share,
            lines![
                "^skopiuj link",
                "^kopiuj link",
                "^czytaj później",
                "^zapisz na później",
                "^podaruj artykuł",
                "^posłuchaj artykułu",
            ],
        ),
        (Why::Newsletter, lines!["^obserwuj nas", "^dołącz do nas", "^bądź na bieżąco"]),
    ],
    &[(
        Why::Navigation,
        lines![
            "^na żywo:",
            "^krzyżówka$",
            "^krzyżówki$",
            "^pogoda$",
            "^podcasty$",
            "^najczęściej czytane",
            "^notowania$",
        ],
    )],
);

pub(super) const JAPANESE: Phrases = asked(
    "ja",
    &[
        (Why::OutsideArticle, lines!["^アンケートに", "^投票する$", "^クイズに挑戦"]),
        (Why::Poster, lines!["^この記事は役に立ちましたか", "^この記事は参考に"]),
        (
            Why::Share,
            lines![
                "^リンクをコピー",
                "^urlをコピー",
                "^後で読む$",
                "^あとで読む$",
                "^記事をプレゼント",
                "^記事を保存$",
                "^お気に入りに追加",
            ],
        ),
        (Why::Navigation, lines!["^ai要約", "^記事を聴く", "^音声で聴く"]),
    ],
    &[(
        Why::Navigation,
        lines![
            "^ライブ配信中",
            "^天気予報$",
            "^クロスワード$",
            "^ポッドキャスト$",
            "^アクセスランキング",
            "^人気記事ランキング",
        ],
    )],
);

pub(super) const KOREAN: Phrases = asked(
    "ko",
    &[
        (Why::OutsideArticle, lines!["^투표하기$", "^설문 참여", "^퀴즈 풀기"]),
        (Why::Poster, lines!["^이 기사가 도움", "^이 기사를 추천"]),
        (
            Why::Share,
            lines!["^링크 복사", "^url 복사", "^나중에 보기$", "^기사 저장$", "^기사 듣기", "^음성으로 듣기"],
        ),
        (Why::Navigation, lines!["^ai 요약", "^요약봇"]),
    ],
    &[(
        Why::Navigation,
        lines!["^생방송$", "^날씨$", "^많이 본 뉴스", "^많이 본 기사", "^인기 기사", "^팟캐스트$"],
    )],
);

pub(super) const CHINESE: Phrases = asked(
    "zh",
    &[
        (Why::OutsideArticle, lines!["^参与投票", "^立即投票", "^參與投票", "^参与调查"]),
        (Why::Poster, lines!["^这篇文章对您", "^本文对您有帮助"]),
        (Why::Share, lines!["^复制链接", "^複製連結", "^稍后阅读$", "^收藏本文", "^听新闻$", "^收听本文"]),
        (Why::Navigation, lines!["^ai摘要", "^ai 摘要", "^智能摘要"]),
    ],
    &[(
        Why::Navigation,
        lines!["^正在直播", "^天气预报$", "^热门文章", "^热门推荐", "^播客$", "^热榜$", "^排行榜$"],
    )],
);

pub(super) const ARABIC: Phrases = asked(
    "ar",
    &[
        (
            Why::OutsideArticle,
            lines!["^صوّت الآن", "^صوت الآن", "^شارك في الاستطلاع", "^شارك برأيك", "^رأيك يهمنا"],
        ),
        (Why::Poster, lines!["^هل كان هذا المقال", "^هل استفدت من"]),
        (
            Why::Share,
            lines![
                "^نسخ الرابط",
                "^انسخ الرابط",
                "^اقرأ لاحقا",
                "^حفظ المقال",
                "^استمع إلى المقال",
                "^استمع للمقال",
            ],
        ),
    ],
    &[(
        Why::Navigation,
        lines!["^بث مباشر$", "^البث المباشر", "^الطقس$", "^كلمات متقاطعة", "^بودكاست$", "^الأكثر مشاهدة"],
    )],
);

pub(super) const HEBREW: Phrases = asked(
    "he",
    &[
        (Why::OutsideArticle, lines!["^הצביעו עכשיו", "^השתתפו בסקר", "^דעתכם חשובה"]),
        (Why::Poster, lines!["^האם הכתבה", "^מצאתם טעות", "^מצאת טעות"]),
        (Why::Share, lines!["^העתק קישור", "^העתקת קישור", "^שמור לקריאה", "^האזינו לכתבה", "^האזנה לכתבה"]),
    ],
    &[(Why::Navigation, lines!["^שידור חי$", "^מזג אוויר$", "^תשבץ$", "^פודקאסטים$", "^הנצפות ביותר"])],
);
