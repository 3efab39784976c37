//! What sites say around articles besides what they frame them with: that the text
//! goes on after an advertisement, what gambling and investing risk, that a subscription
//! is in use elsewhere, whether something was useful or wrong, which step a photo shows.
//!
//! The same things in every language, as in [`super::framed`]. They come before the
//! others: `Read on after the advertisement` leads to no other article.

use super::Phrases;
use crate::article::Why;

/// By language: phrases that are junk wherever they stand.
pub(super) const LANGUAGES: &[Phrases] = &[
    Phrases {
        language: "en",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^after newsletter promotion",
                    "^article continues after",
                    "^continue reading after the ad",
                    "^read on after the ad",
                    "^story continues below",
                    "^buy the book",
                    "^order your copy",
                    "^last chance!",
                    "^gamble responsibly",
                    "^please gamble responsibly",
                    "^products for this recipe",
                    "^no spam"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^hover to see",
                    "^hover over the chart",
                    "^loading widget",
                    "^your ad blocker",
                    "^disable your ad blocker",
                    "^show the ad again",
                    "^see the gallery (",
                    "^view gallery (",
                    "^error code:",
                    "^rating*votes)",
                    "^[caption id",
                    "^[gallery id",
                    "^[slideshow",
                    "^[embed",
                    "^show content$",
                    "^share content$",
                    "^photo for step",
                    "^listen to this text",
                    "^player is loading",
                    "^[*id=*]$"
                ],
            ),
            (Why::Consent, lines!["^privacy notice:"]),
            (Why::Share, lines!["^read more about sharing"]),
            (
                Why::Copyright,
                lines![
                    "^investing involves",
                    "trading involves*risk of loss",
                    "not constitute investment advice",
                    "for information purposes only",
                    "^newsletters may contain"
                ],
            ),
            (
                Why::OutsideArticle,
                lines![
                    "^your subscription is being used",
                    "^add another user",
                    "^this article was offered",
                    "^you are reading an article offered",
                    "^discover all our offers",
                    "^see all our offers",
                    "^vote now",
                    "^take the poll",
                    "^vote in our poll"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^was this content useful",
                    "^was this article useful",
                    "^was this content helpful",
                    "^was this article helpful",
                    "^have you spotted an error",
                    "^found an error",
                    "^found a mistake",
                    "^liked the recipe",
                    "^read*times$"
                ],
            ),
            (
                Why::Poster,
                lines!["^the author is*editor of", "^the author is*contributor", "^the author is*freelance"],
            ),
        ],
        edges: &[],
    },
    Phrases {
        language: "de",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^nach der anzeige weiterlesen",
                    "^weiterlesen nach der anzeige",
                    "^artikel wird nach der anzeige",
                    "^produkte zum rezept",
                    "^wenn sie über diese links",
                    "^wenn du über diese links",
                    "erhalten wir eine provision",
                    "^jetzt bestellen$",
                    "^buch kaufen",
                    "^letzte chance!",
                    "^verantwortungsvoll spielen",
                    "^glücksspiel kann süchtig"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^inhalt teilen$",
                    "^inhalt anzeigen$",
                    "^inhalt laden$",
                    "^widget wird geladen",
                    "^player wird geladen",
                    "^der player konnte nicht",
                    "^ihr browser blockiert",
                    "^bitte deaktivieren sie*adblocker",
                    "^zur fotostrecke",
                    "^bildergalerie (",
                    "^fehlercode:",
                    "^bewertung*stimmen)",
                    "^foto zu schritt",
                    "^bild zu schritt",
                    "^diesen text anhören",
                    "^werbung erneut"
                ],
            ),
            (Why::Consent, lines!["^um diesen inhalt zu sehen", "^hinweis zum datenschutz:"]),
            (
                Why::Copyright,
                lines![
                    "^investieren birgt",
                    "keine anlageberatung",
                    "^dieser artikel dient*information",
                    "^kapitalanlagen"
                ],
            ),
            (
                Why::OutsideArticle,
                lines![
                    "^ihr abo wird auf",
                    "^weiteren nutzer hinzufügen",
                    "^sie lesen einen artikel",
                    "^dieser artikel wurde ihnen",
                    "^alle angebote ansehen",
                    "^alle angebote entdecken",
                    "^jetzt abstimmen",
                    "^stimmen sie ab",
                    "^zur umfrage"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^war dieser inhalt",
                    "^war dieser artikel",
                    "^haben sie einen fehler",
                    "^fehler gefunden",
                    "^hat ihnen das rezept",
                    "^hat dir das rezept"
                ],
            ),
            (
                Why::Poster,
                lines![
                    "^der autor ist*redakt",
                    "^die autorin ist*redakt",
                    "^der autor ist freier",
                    "^die autorin ist freie"
                ],
            ),
        ],
        edges: &[],
    },
    Phrases {
        language: "fr",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^la suite après la publicité",
                    "^la suite après cette publicité",
                    "^lire la suite après",
                    "^acheter le livre",
                    "^commander le livre",
                    "^jouer comporte des risques",
                    "^produits pour la recette"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^partager le contenu$",
                    "^afficher le contenu$",
                    "^chargement du widget",
                    "^le lecteur ne peut",
                    "^le lecteur est en cours",
                    "^impossible de lire la vidéo",
                    "^votre navigateur bloque",
                    "^désactivez votre bloqueur",
                    "^voir le diaporama (",
                    "^voir la galerie (",
                    "^code d'erreur:",
                    "^note*votes)",
                    "^photo de l'étape",
                    "^écouter ce texte",
                    "^revoir la publicité",
                    "^photo archives",
                    "^photos archives"
                ],
            ),
            (
                Why::Consent,
                lines!["^pour voir ce contenu", "^pour afficher ce contenu", "^protection des données:"],
            ),
            (
                Why::Copyright,
                lines![
                    "^investir comporte des risques",
                    "^les performances passées",
                    "pas un conseil en investissement"
                ],
            ),
            (
                Why::OutsideArticle,
                lines![
                    "^vous lisez un article offert",
                    "^cet article vous est offert",
                    "^découvrez toutes nos offres",
                    "^voir toutes nos offres",
                    "^votre abonnement est utilisé",
                    "^ajouter un utilisateur",
                    "^votez maintenant",
                    "^je vote",
                    "^participez au sondage"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^ce contenu vous a-t-il",
                    "^cet article vous a-t-il",
                    "^avez-vous vu une erreur",
                    "^vous avez repéré une erreur",
                    "^une erreur dans",
                    "^la recette vous a plu"
                ],
            ),
            (Why::Poster, lines!["^l'auteur est*journaliste", "^l'autrice est*journaliste"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "es",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^sigue leyendo después",
                    "^continúa después de la publicidad",
                    "^continuar leyendo después",
                    "^compra el libro",
                    "^comprar el libro",
                    "^¡última oportunidad!",
                    "^juega con responsabilidad",
                    "^juego responsable",
                    "^productos para la receta",
                    "^si compra*comisión"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^compartir contenido$",
                    "^mostrar contenido$",
                    "^cargando widget",
                    "^no se pudo cargar el reproductor",
                    "^no se ha podido reproducir",
                    "^no se pudo reproducir",
                    "^el reproductor se está",
                    "^tu navegador bloquea",
                    "^desactiva*bloqueador",
                    "^ver la galería (",
                    "^ver galería (",
                    "^código de error:",
                    "^valoración*votos)",
                    "^foto del paso",
                    "^escucha este texto",
                    "^mostrar el anuncio de nuevo"
                ],
            ),
            (Why::Consent, lines!["^para ver este contenido", "^aviso de privacidad:"]),
            (
                Why::Copyright,
                lines![
                    "^invertir conlleva",
                    "^invertir implica",
                    "^las rentabilidades pasadas",
                    "no constituye*asesoramiento",
                    "^este artículo*fines informativos"
                ],
            ),
            (
                Why::OutsideArticle,
                lines![
                    "^tu suscripción se está usando",
                    "^su suscripción se está usando",
                    "^¿quieres añadir otro usuario",
                    "^añadir usuario",
                    "^continuar leyendo aquí",
                    "^estás leyendo un artículo",
                    "^descubre todas nuestras ofertas",
                    "^ver todas las ofertas",
                    "^vota ahora",
                    "^vota en la encuesta",
                    "^participa en la encuesta"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^¿has visto un error",
                    "^has visto un error",
                    "^¿ves algún error",
                    "^¿encontraste un error",
                    "^¿te ha resultado útil",
                    "^¿te fue útil",
                    "^¿te resultó útil",
                    "^¿te gustó la receta",
                    "^leído*veces$"
                ],
            ),
            (
                Why::Poster,
                lines![
                    "^el autor es*periodista",
                    "^la autora es*periodista",
                    "^periodista especializado",
                    "^periodista especializada",
                    "^redactora de",
                    "^redactor de"
                ],
            ),
        ],
        edges: &[],
    },
    Phrases {
        language: "pt",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^continua depois da publicidade",
                    "^continua após a publicidade",
                    "^continue lendo após",
                    "^compre o livro",
                    "^última chance!",
                    "^jogue com responsabilidade",
                    "^produtos para a receita",
                    "^ao comprar*comissão"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^compartilhar conteúdo$",
                    "^partilhar conteúdo$",
                    "^mostrar conteúdo$",
                    "^carregando widget",
                    "^não foi possível carregar o",
                    "^não foi possível reproduzir",
                    "^seu navegador bloqueia",
                    "^desative*bloqueador",
                    "^ver galeria (",
                    "^veja a galeria (",
                    "^código de erro:",
                    "^avaliação*votos)",
                    "^foto do passo",
                    "^ouça este texto",
                    "^mostrar anúncio novamente",
                    "^veja o vídeo:"
                ],
            ),
            (Why::Consent, lines!["^para ver este conteúdo", "^aviso de privacidade:"]),
            (
                Why::Copyright,
                lines![
                    "^investir envolve",
                    "^rentabilidade passada",
                    "não constitui*recomendação",
                    "^este conteúdo*fins informativos"
                ],
            ),
            (
                Why::OutsideArticle,
                lines![
                    "^sua assinatura está sendo",
                    "^adicionar outro usuário",
                    "^você está lendo um artigo",
                    "^este artigo foi oferecido",
                    "^conheça todas as ofertas",
                    "^veja todas as ofertas",
                    "^vote agora",
                    "^participe da enquete",
                    "^vote na enquete"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^este conteúdo foi útil",
                    "^esta notícia foi útil",
                    "^esta matéria foi útil",
                    "^este artigo foi útil",
                    "^encontrou um erro",
                    "^viu algum erro",
                    "^gostou da receita",
                    "^lido*vezes$"
                ],
            ),
            (
                Why::Poster,
                lines![
                    "^repórter de",
                    "^o autor é*jornalista",
                    "^a autora é*jornalista",
                    "^jornalista formada",
                    "^texto em que o autor",
                    "^textos em que o autor"
                ],
            ),
            (Why::ReadAlso, lines!["as notícias que você não pode perder", "^clique aqui para seguir"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "it",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^leggi tutto dopo la pubblicità",
                    "^continua dopo la pubblicità",
                    "^l'articolo continua dopo",
                    "^continua a leggere dopo",
                    "^acquista il libro",
                    "^compra il libro",
                    "^scommetti responsabilmente",
                    "^gioca responsabilmente",
                    "^il gioco è vietato",
                    "gioco è vietato ai minori",
                    "^prodotti per la ricetta"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^condividi contenuto$",
                    "^mostra contenuto$",
                    "^caricamento widget",
                    "^caricamento in corso",
                    "^impossibile caricare il",
                    "^impossibile riprodurre",
                    "^il player è",
                    "^il tuo browser blocca",
                    "^disattiva*adblock",
                    "^guarda la fotogallery",
                    "^guarda la gallery",
                    "^vai alla fotogallery",
                    "^codice errore:",
                    "^codice di errore:",
                    "^voto*voti)",
                    "^foto del passaggio",
                    "^ascolta questo testo",
                    "^mostra di nuovo la pubblicità",
                    "^classifica aggiornata$"
                ],
            ),
            (
                Why::Consent,
                lines![
                    "^per vedere questo contenuto",
                    "^per visualizzare questo contenuto",
                    "^informativa privacy:"
                ],
            ),
            (
                Why::Copyright,
                lines!["^investire comporta", "^i rendimenti passati", "non costituisce*consulenza"],
            ),
            (
                Why::OutsideArticle,
                lines![
                    "^il tuo abbonamento è in uso",
                    "^aggiungi un altro utente",
                    "^stai leggendo un articolo",
                    "^scopri tutte le offerte",
                    "^scopri tutte le nostre offerte",
                    "^vota ora",
                    "^vota il sondaggio",
                    "^partecipa al sondaggio"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^questo contenuto ti è stato",
                    "^questo articolo ti è stato",
                    "^ti è stato utile",
                    "^hai visto un errore",
                    "^hai trovato un errore",
                    "^hai notato un errore",
                    "^ti è piaciuta la ricetta",
                    "^letto*volte$"
                ],
            ),
            (Why::Poster, lines!["^l'autore è*giornalista", "^l'autrice è*giornalista"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "nl",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^lees verder na de advertentie",
                    "^artikel gaat verder na",
                    "^verder lezen na de",
                    "^het artikel gaat verder",
                    "^koop het boek",
                    "^bestel het boek",
                    "^laatste kans!",
                    "^speel bewust",
                    "^producten bij het recept",
                    "^zoekertjes:"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^inhoud delen$",
                    "^inhoud tonen$",
                    "^widget wordt geladen",
                    "^speler wordt geladen",
                    "^video kan niet worden",
                    "^je browser blokkeert",
                    "^schakel je adblocker",
                    "^bekijk de fotogalerij (",
                    "^foutcode:",
                    "^beoordeling*stemmen)",
                    "^foto bij stap",
                    "^luister naar deze tekst",
                    "^toon advertentie opnieuw"
                ],
            ),
            (Why::Consent, lines!["^om deze inhoud te", "^privacyverklaring:"]),
            (
                Why::Copyright,
                lines![
                    "^beleggen brengt",
                    "^beleggen kent",
                    "^op alle verhalen rust",
                    "^linken kan altijd",
                    "geen beleggingsadvies"
                ],
            ),
            (
                Why::OutsideArticle,
                lines![
                    "^je abonnement wordt gebruikt",
                    "^gebruiker toevoegen",
                    "^je leest een artikel",
                    "^bekijk al onze aanbiedingen",
                    "^ontdek al onze",
                    "^stem nu",
                    "^doe mee aan de poll"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^was deze inhoud nuttig",
                    "^was dit artikel nuttig",
                    "^fout gezien",
                    "^fout opgemerkt",
                    "^foutje gezien",
                    "^heb je een fout",
                    "^vond je het recept"
                ],
            ),
            (Why::Poster, lines!["^de auteur is*redacteur", "^de auteur is*journalist"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "id",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^lanjutkan membaca setelah iklan",
                    "^artikel berlanjut setelah",
                    "^baca lagi setelah iklan",
                    "^scroll untuk melanjutkan",
                    "^gulir untuk lanjut",
                    "^kesempatan terakhir!",
                    "^produk untuk resep",
                    "^buka rekening efek"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^bagikan konten$",
                    "^tampilkan konten$",
                    "^memuat widget",
                    "^gagal memuat",
                    "^peramban anda",
                    "^matikan adblock",
                    "^lihat galeri (",
                    "^kode galat:",
                    "^kode kesalahan:",
                    "^penilaian*suara)",
                    "^foto langkah",
                    "^dengarkan artikel",
                    "^dengarkan teks",
                    "^tampilkan iklan lagi",
                    "^dibaca*kali$"
                ],
            ),
            (Why::Consent, lines!["^untuk melihat konten", "^pemberitahuan privasi:"]),
            (
                Why::Copyright,
                lines![
                    "^investasi mengandung",
                    "^investasi memiliki risiko",
                    "bukan merupakan ajakan",
                    "bukan saran investasi",
                    "^kinerja masa lalu"
                ],
            ),
            (
                Why::OutsideArticle,
                lines![
                    "^langganan anda sedang",
                    "^tambah pengguna",
                    "^anda membaca artikel gratis",
                    "^lihat semua penawaran",
                    "^ikut jajak pendapat",
                    "^pilih sekarang",
                    "^ikuti jajak pendapat"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^apakah konten ini",
                    "^apakah artikel ini bermanfaat",
                    "^apakah artikel ini membantu",
                    "^menemukan kesalahan",
                    "^temukan kesalahan",
                    "^suka resep ini"
                ],
            ),
            (Why::Poster, lines!["^penulis adalah", "^penulis merupakan"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "tr",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^haber reklamdan sonra",
                    "^reklamdan sonra devam",
                    "^okumaya reklamdan sonra",
                    "^kitabı satın al",
                    "^hemen sipariş",
                    "^son şans!",
                    "^tarif için ürünler",
                    "bayilerde$",
                    "indirim fırsatı$"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^içeriği paylaş$",
                    "^içeriği göster$",
                    "^widget yükleniyor",
                    "^oynatıcı yüklenemedi",
                    "^oynatıcı yükleniyor",
                    "^video oynatılamadı",
                    "^tarayıcınız*engelliyor",
                    "^reklam engelleyici",
                    "^galeriyi gör (",
                    "^hata kodu:",
                    "^puan*oy)",
                    "^adım*fotoğrafı$",
                    "^bu yazıyı dinle",
                    "^reklamı tekrar göster",
                    "maç özeti izle$",
                    "^maç özeti"
                ],
            ),
            (Why::Consent, lines!["^bu içeriği görmek için", "^gizlilik bildirimi:"]),
            (
                Why::Copyright,
                lines!["^yatırım risk", "yatırım danışmanlığı kapsamında", "^geçmiş performans"],
            ),
            (
                Why::OutsideArticle,
                lines![
                    "^aboneliğiniz başka",
                    "^başka kullanıcı ekle",
                    "^tüm teklifleri gör",
                    "^tüm kampanyaları",
                    "^ankete katıl",
                    "^oy kullan",
                    "^oyunuzu verin"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^bu içerik yararlı",
                    "^bu içerik faydalı",
                    "^bu haber faydalı",
                    "^hata mı gördünüz",
                    "^bir hata mı",
                    "^tarifi beğendiniz",
                    "kez okundu$"
                ],
            ),
            (Why::ReadAlso, lines!["^son dakika*cebinde"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "pl",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^czytaj dalej po reklamie",
                    "^dalsza część artykułu",
                    "^ciąg dalszy pod reklamą",
                    "^kup książkę",
                    "^zamów książkę",
                    "^graj odpowiedzialnie",
                    "^hazard*uzależni"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^udostępnij treść$",
                    "^pokaż treść$",
                    "^ładowanie widżetu",
                    "^nie udało się załadować",
                    "^nie można odtworzyć",
                    "^odtwarzacz się ładuje",
                    "^twoja przeglądarka blokuje",
                    "^wyłącz adblock",
                    "^zobacz galerię (",
                    "^kod błędu:",
                    "^ocena*głosów)",
                    "^zdjęcie do kroku",
                    "^posłuchaj tego tekstu",
                    "^pokaż reklamę ponownie",
                    "^oglądaj:"
                ],
            ),
            (Why::Consent, lines!["^aby zobaczyć tę treść", "^informacja o prywatności:"]),
            (Why::Copyright, lines!["^inwestowanie wiąże", "nie stanowi*rekomendacji", "nie stanowi porady"]),
            (
                Why::OutsideArticle,
                lines![
                    "^twoja subskrypcja jest",
                    "^dodaj użytkownika",
                    "^czytasz artykuł",
                    "^zobacz wszystkie oferty",
                    "^poznaj wszystkie oferty",
                    "^zagłosuj",
                    "^weź udział w sondzie"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^czy ta treść",
                    "^czy ten artykuł był",
                    "^widzisz błąd",
                    "^znalazłeś błąd",
                    "^zauważyłeś błąd",
                    "^smakował*przepis"
                ],
            ),
            (
                Why::Poster,
                lines![
                    "^autor jest*redaktor",
                    "^autorka jest*redaktor",
                    "^autor jest*dziennikarz",
                    "^autorka jest*dziennikark"
                ],
            ),
        ],
        edges: &[],
    },
    Phrases {
        language: "ru",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^читать далее после рекламы",
                    "^продолжение после рекламы",
                    "^материал продолжается",
                    "^купить книгу",
                    "^товары для рецепта",
                    "^заказать книгу"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^поделиться контентом",
                    "^показать контент",
                    "^показать рекламу",
                    "^загрузка виджета",
                    "^виджет загружается",
                    "^не удалось загрузить",
                    "^не удалось воспроизвести",
                    "^плеер загружается",
                    "^ваш браузер*блокирует",
                    "^отключите блокировщик",
                    "^смотреть галерею",
                    "^код ошибки:",
                    "^оценка*голос",
                    "^рейтинг*голос",
                    "^фото к шагу",
                    "^слушать этот текст",
                    "^слушайте этот текст"
                ],
            ),
            (Why::Consent, lines!["^уведомление о конфиденциальности:"]),
            (
                Why::Copyright,
                lines![
                    "^инвестиции связаны",
                    "^инвестирование связано",
                    "не является*инвестиционной рекомендацией"
                ],
            ),
            (
                Why::OutsideArticle,
                lines![
                    "^ваша подписка используется",
                    "^добавить пользователя",
                    "^вы читаете статью",
                    "^все предложения$",
                    "^голосовать$",
                    "^проголосовать",
                    "^пройти опрос"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^был ли этот",
                    "^была ли эта",
                    "^был ли материал",
                    "^нашли ошибку",
                    "^заметили ошибку",
                    "^увидели ошибку",
                    "^понравился рецепт",
                    "^прочитано*раз$"
                ],
            ),
            (Why::Poster, lines!["^автор —", "^автор –"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "uk",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^читати далі після реклами",
                    "^продовження після реклами",
                    "^купити книгу",
                    "^замовити книгу"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^поділитися вмістом",
                    "^показати вміст",
                    "^показати рекламу",
                    "^завантаження віджета",
                    "^плеєр завантажується",
                    "^не вдалося завантажити",
                    "^не вдалося відтворити",
                    "^ваш браузер*блокує",
                    "^вимкніть блокувальник",
                    "^дивитися галерею",
                    "^код помилки:",
                    "^оцінка*голос",
                    "^рейтинг*голос",
                    "^фото до кроку",
                    "^слухайте цей текст",
                    "^слухати цей текст"
                ],
            ),
            (Why::Copyright, lines!["не є*інвестиційною порадою"]),
            (
                Why::OutsideArticle,
                lines![
                    "^ваша підписка використовується",
                    "^додати користувача",
                    "^ви читаєте статтю",
                    "^голосувати$",
                    "^проголосувати",
                    "^пройти опитування"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^чи був цей",
                    "^чи була ця",
                    "^знайшли помилку",
                    "^помітили помилку",
                    "^сподобався рецепт",
                    "^прочитано*разів$"
                ],
            ),
            (Why::Poster, lines!["^автор —", "^автор –"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "sv",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^fortsätt läsa efter annonsen",
                    "^artikeln fortsätter efter",
                    "^artikeln fortsätter under",
                    "^köp boken",
                    "^spela ansvarsfullt"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^dela innehåll$",
                    "^visa innehåll$",
                    "^laddar widget",
                    "^det gick inte att spela upp",
                    "^det gick inte att ladda",
                    "^spelaren laddas",
                    "^din webbläsare blockerar",
                    "^stäng av*annonsblockerare",
                    "^visa bildspel (",
                    "^felkod:",
                    "^betyg*röster)",
                    "^bild till steg",
                    "^lyssna på texten",
                    "^visa annonsen igen"
                ],
            ),
            (Why::Consent, lines!["^för att se innehållet"]),
            (
                Why::Copyright,
                lines!["^att investera innebär", "^historisk avkastning", "inte*investeringsråd"],
            ),
            (
                Why::OutsideArticle,
                lines![
                    "^din prenumeration används",
                    "^lägg till användare",
                    "^du läser en artikel",
                    "^se alla erbjudanden",
                    "det är gratis och du kan säga upp",
                    "^rösta nu",
                    "^delta i omröstningen"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^var innehållet",
                    "^var den här artikeln",
                    "^hittat ett fel",
                    "^har du sett ett fel",
                    "^gillade du receptet"
                ],
            ),
            (Why::Poster, lines!["^skribenten är", "^författaren är*journalist"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "no",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^artikkelen fortsetter",
                    "^les videre etter annonsen",
                    "^kjøp boka",
                    "^spill ansvarlig"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^del innhold$",
                    "^vis innhold$",
                    "^laster widget",
                    "^kunne ikke laste",
                    "^spilleren lastes",
                    "^nettleseren din blokkerer",
                    "^slå av annonseblokkering",
                    "^se bildegalleri",
                    "^feilkode:",
                    "^vurdering*stemmer)",
                    "^bilde til trinn",
                    "^lytt til teksten",
                    "^vis annonsen igjen"
                ],
            ),
            (Why::Consent, lines!["^for å se dette innholdet"]),
            (Why::Copyright, lines!["^investering innebærer", "^historisk avkastning"]),
            (
                Why::OutsideArticle,
                lines![
                    "^abonnementet ditt brukes",
                    "^legg til bruker",
                    "^du leser en artikkel",
                    "^se alle tilbud",
                    "^stem nå",
                    "^delta i avstemningen"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^var dette innholdet",
                    "^var denne artikkelen",
                    "^funnet en feil",
                    "^har du sett en feil",
                    "^likte du oppskriften"
                ],
            ),
            (Why::Poster, lines!["^forfatteren er*journalist", "^skribenten er"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "da",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^artiklen fortsætter",
                    "^læs videre efter annoncen",
                    "^køb bogen",
                    "^spil ansvarligt"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^del indhold$",
                    "^vis indhold$",
                    "^indlæser widget",
                    "^kunne ikke indlæse",
                    "^afspilleren indlæses",
                    "^din browser blokerer",
                    "^slå din adblocker",
                    "^se billedgalleri",
                    "^fejlkode:",
                    "^bedømmelse*stemmer)",
                    "^billede til trin",
                    "^lyt til teksten",
                    "^vis annoncen igen"
                ],
            ),
            (Why::Consent, lines!["^for at se indholdet"]),
            (Why::Copyright, lines!["^investering indebærer", "^historisk afkast"]),
            (
                Why::OutsideArticle,
                lines![
                    "^dit abonnement bruges",
                    "^tilføj bruger",
                    "^du læser en artikel",
                    "^se alle tilbud",
                    "^stem nu",
                    "^deltag i afstemningen"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^var dette indhold",
                    "^var denne artikel",
                    "^fundet en fejl",
                    "^har du set en fejl",
                    "^kunne du lide opskriften"
                ],
            ),
            (Why::Poster, lines!["^forfatteren er*journalist", "^skribenten er"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "fi",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^juttu jatkuu",
                    "^artikkeli jatkuu",
                    "^jatka lukemista mainoksen",
                    "^osta kirja",
                    "^pelaa vastuullisesti"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^jaa sisältö$",
                    "^näytä sisältö$",
                    "^ladataan widgetiä",
                    "^soitinta ladataan",
                    "^soittimen lataaminen",
                    "^selaimesi estää",
                    "^poista mainosten",
                    "^katso kuvagalleria",
                    "^virhekoodi:",
                    "^arvosana*ääntä)",
                    "^kuva vaiheeseen",
                    "^kuuntele juttu",
                    "^näytä mainos uudelleen"
                ],
            ),
            (Why::Consent, lines!["^nähdäksesi", "^sisällön näyttäminen"]),
            (
                Why::Copyright,
                lines!["^sijoittamiseen liittyy", "^sijoittaminen sisältää", "ei ole sijoitusneuvo"],
            ),
            (
                Why::OutsideArticle,
                lines![
                    "^tilaustasi käytetään",
                    "^lisää käyttäjä",
                    "^luet juttua",
                    "^katso kaikki tarjoukset",
                    "^äänestä nyt",
                    "^vastaa kyselyyn"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^oliko tämä sisältö",
                    "^oliko juttu hyödyllinen",
                    "^huomasitko virheen",
                    "^löysitkö virheen",
                    "^piditkö reseptistä"
                ],
            ),
            (Why::Poster, lines!["^kirjoittaja on"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "cs",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^článek pokračuje",
                    "^pokračování článku",
                    "^čtěte dál po reklamě",
                    "^koupit knihu",
                    "^hrajte zodpovědně"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^sdílet obsah$",
                    "^zobrazit obsah$",
                    "^načítání widgetu",
                    "^přehrávač se načítá",
                    "^přehrávač se nepodařilo",
                    "^váš prohlížeč blokuje",
                    "^vypněte adblock",
                    "^zobrazit galerii",
                    "^kód chyby:",
                    "^hodnocení*hlasů)",
                    "^foto ke kroku",
                    "^poslechněte si",
                    "^zobrazit reklamu znovu"
                ],
            ),
            (Why::Consent, lines!["^pro zobrazení tohoto", "^chcete-li zobrazit"]),
            (
                Why::Copyright,
                lines!["^investování s sebou", "není investičním doporučením", "^vydává*ič", "^vydavatel*ič"],
            ),
            (
                Why::OutsideArticle,
                lines![
                    "^vaše předplatné se používá",
                    "^přidat uživatele",
                    "^čtete článek",
                    "^všechny nabídky$",
                    "^hlasujte",
                    "^hlasovat$"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^byl pro vás tento",
                    "^byl tento článek",
                    "^našli jste chybu",
                    "^všimli jste si chyby",
                    "^chutnal vám"
                ],
            ),
            (
                Why::Poster,
                lines![
                    "^autor je*redaktor",
                    "^autorka je*redaktor",
                    "^autor je*novinář",
                    "^autorka je*novinář",
                    "^autorka je*šéfredaktor"
                ],
            ),
            (Why::ReadAlso, lines!["^předchozí rozhovory", "^předchozí díly", "^předchozí články"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "hu",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^a cikk a hirdetés után",
                    "^a cikk folytatódik",
                    "^könyv vásárlása",
                    "^játsszon felelősséggel"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^tartalom megosztása$",
                    "^tartalom megjelenítése$",
                    "^widget betöltése",
                    "^a videó nem játszható",
                    "^a lejátszó betöltése",
                    "^a böngészője",
                    "^galéria megnyitása",
                    "^hibakód:",
                    "^értékelés*szavazat",
                    "^kép a lépéshez",
                    "^hallgassa meg"
                ],
            ),
            (Why::Consent, lines!["^a tartalom megtekintéséhez"]),
            (Why::Copyright, lines!["nem minősül befektetési"]),
            (
                Why::OutsideArticle,
                lines![
                    "^előfizetését",
                    "^felhasználó hozzáadása",
                    "^ön egy cikket",
                    "^összes ajánlat",
                    "^szavazzon",
                    "^szavazok"
                ],
            ),
            (Why::Comments, lines!["^hibát talált", "^hibát látott", "^ízlett a recept"]),
            (Why::Poster, lines!["^a szerző*újságíró"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "ro",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^articolul continuă",
                    "^continuă să citești după",
                    "^cumpără cartea",
                    "^joacă responsabil"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^distribuie conținutul$",
                    "^afișează conținutul$",
                    "^se încarcă widget",
                    "^playerul se încarcă",
                    "^browserul tău",
                    "^dezactivează*adblock",
                    "^vezi galeria",
                    "^cod eroare:",
                    "^cod de eroare:",
                    "^notă*voturi)",
                    "^foto pasul",
                    "^ascultă acest"
                ],
            ),
            (Why::Consent, lines!["^pentru a vedea acest"]),
            (Why::Copyright, lines!["^investițiile implică", "nu constituie*recomandare"]),
            (
                Why::OutsideArticle,
                lines![
                    "^abonamentul tău este",
                    "^adaugă utilizator",
                    "^citești un articol",
                    "^vezi toate ofertele",
                    "^votează acum",
                    "^votează în sondaj"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^ți-a fost util",
                    "^a fost util acest",
                    "^ai găsit o greșeală",
                    "^ai văzut o greșeală",
                    "^ți-a plăcut rețeta"
                ],
            ),
            (Why::Poster, lines!["^autorul este*jurnalist", "^autoarea este*jurnalist"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "el",
        anywhere: &[
            (
                Why::Advertisement,
                lines![
                    "^το άρθρο συνεχίζεται",
                    "^συνέχεια μετά τη διαφήμιση",
                    "^αγοράστε το βιβλίο",
                    "^παίξτε υπεύθυνα"
                ],
            ),
            (
                Why::Navigation,
                lines![
                    "^κοινοποίηση περιεχομένου$",
                    "^εμφάνιση περιεχομένου$",
                    "^φόρτωση widget",
                    "^ο player",
                    "^ο browser σας",
                    "^δείτε τη συλλογή",
                    "^δείτε το βίντεο:",
                    "^κωδικός σφάλματος:",
                    "^βαθμολογία*ψήφοι)",
                    "^φωτογραφία βήματος",
                    "^ακούστε το κείμενο"
                ],
            ),
            (Why::Consent, lines!["^για να δείτε το περιεχόμενο", "^για να δείτε αυτό"]),
            (Why::Copyright, lines!["^οι επενδύσεις ενέχουν", "δεν αποτελεί επενδυτική"]),
            (
                Why::OutsideArticle,
                lines![
                    "^η συνδρομή σας",
                    "^προσθήκη χρήστη",
                    "^διαβάζετε ένα άρθρο",
                    "^δείτε όλες τις προσφορές",
                    "^ψηφίστε",
                    "^ψηφίστε τώρα"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^σας φάνηκε χρήσιμο",
                    "^ήταν χρήσιμο",
                    "^βρήκατε λάθος",
                    "^είδατε λάθος",
                    "^σας άρεσε η συνταγή"
                ],
            ),
        ],
        edges: &[],
    },
    Phrases {
        language: "ar",
        anywhere: &[
            (Why::Advertisement, lines!["^تابع القراءة بعد الإعلان", "^يستمر المقال بعد", "^اشتر الكتاب"]),
            (
                Why::Navigation,
                lines![
                    "^مشاركة المحتوى$",
                    "^عرض المحتوى$",
                    "^جاري تحميل",
                    "^تعذر تحميل",
                    "^تعذر تشغيل",
                    "^متصفحك",
                    "^عطل مانع",
                    "^شاهد معرض",
                    "^رمز الخطأ:",
                    "^تقييم*صوت",
                    "^صورة الخطوة",
                    "^استمع إلى هذا"
                ],
            ),
            (Why::Consent, lines!["^لمشاهدة هذا المحتوى", "^لعرض هذا المحتوى"]),
            (Why::Copyright, lines!["^الاستثمار ينطوي", "^ينطوي الاستثمار", "لا يشكل نصيحة استثمارية"]),
            (
                Why::OutsideArticle,
                lines![
                    "^اشتراكك مستخدم",
                    "^أضف مستخدما",
                    "^أنت تقرأ مقالا",
                    "^كل العروض$",
                    "^صوت الآن",
                    "^شارك في الاستطلاع"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^هل كان هذا المحتوى",
                    "^هل كان المقال",
                    "^هل وجدت خطأ",
                    "^وجدت خطأ",
                    "^هل أعجبتك الوصفة"
                ],
            ),
        ],
        edges: &[],
    },
    Phrases {
        language: "he",
        anywhere: &[
            (Why::Advertisement, lines!["^הכתבה ממשיכה", "^המשך לאחר הפרסומת", "^לרכישת הספר"]),
            (
                Why::Navigation,
                lines![
                    "^שתף תוכן$",
                    "^הצג תוכן$",
                    "^לא ניתן לנגן",
                    "^לא ניתן להציג",
                    "^הנגן נטען",
                    "^הדפדפן שלך",
                    "^לגלריה",
                    "^קוד שגיאה:",
                    "^דירוג*הצבעות)",
                    "^תמונה לשלב",
                    "^האזינו לכתבה"
                ],
            ),
            (Why::Consent, lines!["^כדי לצפות בתוכן"]),
            (Why::Copyright, lines!["^השקעה כרוכה", "אינו מהווה ייעוץ", "אינה מהווה ייעוץ"]),
            (
                Why::OutsideArticle,
                lines!["^המינוי שלך בשימוש", "^הוסף משתמש", "^לכל המבצעים", "^הצביעו עכשיו", "^להצבעה"],
            ),
            (
                Why::Comments,
                lines!["^האם התוכן", "^האם הכתבה", "^מצאתם טעות", "^מצאת טעות", "^אהבתם את המתכון"],
            ),
        ],
        edges: &[],
    },
    Phrases {
        language: "fa",
        anywhere: &[
            (Why::Advertisement, lines!["^ادامه مطلب پس از", "^ادامه پس از آگهی", "^خرید کتاب"]),
            (
                Why::Navigation,
                lines![
                    "^اشتراک‌گذاری محتوا$",
                    "^نمایش محتوا$",
                    "^در حال بارگذاری",
                    "^پخش ویدیو",
                    "^ویدیو بارگذاری",
                    "^مرورگر شما",
                    "^گالری تصاویر",
                    "^کد خطا:",
                    "^امتیاز*رأی)",
                    "^عکس مرحله",
                    "^گوش دادن به"
                ],
            ),
            (Why::Consent, lines!["^برای دیدن این محتوا", "^برای مشاهده این محتوا"]),
            (Why::Copyright, lines!["^سرمایه‌گذاری با خطر"]),
            (Why::OutsideArticle, lines!["^اشتراک شما", "^افزودن کاربر", "^رأی دهید", "^شرکت در نظرسنجی"]),
            (Why::Comments, lines!["^آیا این مطلب", "^آیا این محتوا", "^اشتباهی دیدید", "^خطایی دیدید"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "hi",
        anywhere: &[
            (Why::Advertisement, lines!["^विज्ञापन के बाद", "^लेख जारी है", "^किताब खरीदें"]),
            (
                Why::Navigation,
                lines![
                    "^सामग्री साझा करें",
                    "^सामग्री दिखाएं",
                    "^विजेट लोड",
                    "^वीडियो नहीं",
                    "^प्लेयर लोड",
                    "^आपका ब्राउज़र",
                    "^गैलरी देखें",
                    "^त्रुटि कोड:",
                    "^रेटिंग*वोट)",
                    "^चरण*की फोटो$",
                    "^यह लेख सुनें"
                ],
            ),
            (Why::Consent, lines!["^यह सामग्री देखने"]),
            (Why::Copyright, lines!["निवेश सलाह नहीं"]),
            (
                Why::OutsideArticle,
                lines!["^आपकी सदस्यता", "^उपयोगकर्ता जोड़ें", "^सभी ऑफर", "^अभी वोट करें", "^मतदान करें"],
            ),
            (Why::Comments, lines!["^क्या यह सामग्री", "^क्या यह लेख", "^गलती मिली", "^रेसिपी पसंद"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "th",
        anywhere: &[
            (Why::Advertisement, lines!["^อ่านต่อหลังโฆษณา"]),
            (
                Why::Navigation,
                lines![
                    "^แชร์เนื้อหา",
                    "^แสดงเนื้อหา",
                    "^ไม่สามารถเล่น",
                    "^เบราว์เซอร์ของคุณ",
                    "^ดูแกลเลอรี",
                    "^รหัสข้อผิดพลาด:",
                    "^คะแนน*โหวต)",
                    "^ฟังบทความ"
                ],
            ),
            (Why::Consent, lines!["^เพื่อดูเนื้อหา"]),
            (Why::OutsideArticle, lines!["^เพิ่มผู้ใช้", "^ดูข้อเสนอทั้งหมด", "^โหวตเลย", "^ร่วมโหวต"]),
            (Why::Comments, lines!["^เนื้อหานี้มีประโยชน์", "^บทความนี้มีประโยชน์", "^พบข้อผิดพลาด", "^ชอบสูตรนี้"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "vi",
        anywhere: &[
            (Why::Advertisement, lines!["^đọc tiếp sau quảng cáo", "^bài viết tiếp tục sau", "^mua sách"]),
            (
                Why::Navigation,
                lines![
                    "^chia sẻ nội dung$",
                    "^hiển thị nội dung$",
                    "^đang tải",
                    "^không thể phát",
                    "^không thể tải",
                    "^trình duyệt của bạn",
                    "^xem bộ sưu tập",
                    "^xem thư viện ảnh",
                    "^mã lỗi:",
                    "^đánh giá*phiếu)",
                    "^ảnh bước",
                    "^nghe bài"
                ],
            ),
            (Why::Consent, lines!["^để xem nội dung"]),
            (Why::Copyright, lines!["không phải*khuyến nghị đầu tư"]),
            (
                Why::OutsideArticle,
                lines![
                    "^gói đăng ký của bạn",
                    "^thêm người dùng",
                    "^xem tất cả ưu đãi",
                    "^bình chọn ngay",
                    "^bỏ phiếu ngay"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^nội dung này có hữu ích",
                    "^bài viết này có hữu ích",
                    "^phát hiện lỗi",
                    "^bạn thích công thức"
                ],
            ),
        ],
        edges: &[],
    },
    Phrases {
        language: "ja",
        anywhere: &[
            (Why::Advertisement, lines!["広告の後に続", "^記事は広告の後", "^商品を見る$"]),
            (
                Why::Navigation,
                lines![
                    "^コンテンツを共有$",
                    "^コンテンツを表示$",
                    "^読み込み中",
                    "^動画を再生できません",
                    "^プレーヤーを読み込",
                    "^お使いのブラウザ",
                    "^ギャラリーを見る$",
                    "^エラーコード:",
                    "^評価*票)",
                    "^手順*の写真$",
                    "^この記事を聴",
                    "^前へ$",
                    "^次へ$",
                    "^前の記事$",
                    "^次の記事$",
                    "^掲示板$",
                    "^(編集 ",
                    "^(編集・",
                    "^(取材・",
                    "情報提供元の都合"
                ],
            ),
            (Why::Consent, lines!["このコンテンツを見るには"]),
            (
                Why::Copyright,
                lines![
                    "投資勧誘を意図",
                    "投資勧誘を目的",
                    "投資助言ではありません",
                    "情報提供を目的としたもの"
                ],
            ),
            (
                Why::OutsideArticle,
                lines![
                    "^ご契約は別の端末",
                    "^ユーザーを追加",
                    "^すべてのプランを",
                    "^投票する$",
                    "^アンケートに答える$"
                ],
            ),
            (
                Why::Comments,
                lines![
                    "^この記事は役に立",
                    "^この記事は参考に",
                    "^そう思う$",
                    "^私はそう思わない$",
                    "^そう思わない$"
                ],
            ),
        ],
        edges: &[],
    },
    Phrases {
        language: "zh",
        anywhere: &[
            (Why::Advertisement, lines!["广告之后继续", "廣告之後繼續", "^理性投注"]),
            (
                Why::Navigation,
                lines![
                    "^分享内容$",
                    "^显示内容$",
                    "^顯示內容$",
                    "^正在加载",
                    "^正在載入",
                    "^视频无法播放",
                    "^影片無法播放",
                    "^播放器加载",
                    "^您的浏览器",
                    "^您的瀏覽器",
                    "^查看图集",
                    "^查看圖集",
                    "^错误代码:",
                    "^錯誤代碼:",
                    "^评分*票)",
                    "^步骤*图片$",
                    "^收听本文",
                    "^上一篇$",
                    "^下一篇$"
                ],
            ),
            (Why::Consent, lines!["要查看此内容", "要查看此內容"]),
            (Why::Copyright, lines!["不构成投资建议", "不構成投資建議"]),
            (
                Why::OutsideArticle,
                lines!["^您的订阅", "^添加用户", "^查看全部优惠", "^立即投票", "^参与投票$", "^參與投票$"],
            ),
            (Why::Comments, lines!["^此内容对您", "^本文对您", "^本文對您", "^喜欢这个食谱"]),
        ],
        edges: &[],
    },
    Phrases {
        language: "ko",
        anywhere: &[
            (Why::Advertisement, lines!["광고 후 계속"]),
            (
                Why::Navigation,
                lines![
                    "^콘텐츠 공유$",
                    "^콘텐츠 보기$",
                    "^위젯 로딩",
                    "^로딩 중",
                    "^동영상을 재생할 수",
                    "^영상을 재생할 수",
                    "^플레이어를 불러",
                    "^갤러리 보기",
                    "^오류 코드:",
                    "^평점*표)",
                    "^단계*사진$",
                    "^이 기사 듣기",
                    "^이전 글$",
                    "^다음 글$"
                ],
            ),
            (Why::Consent, lines!["이 콘텐츠를 보려면"]),
            (Why::Copyright, lines!["투자 조언이 아"]),
            (
                Why::OutsideArticle,
                lines!["^구독이 다른 기기", "^사용자 추가", "^모든 혜택 보기", "^투표하기", "^설문 참여"],
            ),
            (Why::Comments, lines!["^이 콘텐츠가 도움", "^이 기사가 도움", "^오류 신고", "^레시피가 마음"]),
        ],
        edges: &[],
    },
];
