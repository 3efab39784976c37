//! Turkish. The subject stands first and the verb last; names carry their cases
//! behind an apostrophe (`Kaya'nın`).

use super::{Class, Order, Table};

pub(super) const TABLE: Table = Table {
    order: Order::VerbLast,
    clitics: &[],
    adverb_endings: &[],
    verb_endings: &[],
    gerund_endings: &[],
    elides: false,
    capital_nouns: false,
    first_names: false,
    words: &[
        (
            Class::SAYS,
            "dedi dediler dedim demişti demiş der diyor diyordu diyorlar diyerek diye aktardı aktarıyor anlattı anlatıyor
             açıkladı açıklıyor belirtti belirtiyor belirterek bildirdi bildiriyor cevapladı değerlendirdi ekledi
             hatırlattı iddia_etti iddia_ediyor ifade_etti ifade_ediyor ifadelerini_kullandı ifadesini_kullandı ifade_edildi
             ileri_sürdü dile_getirdi kaydetti konuştu savundu sordu söyledi söylüyor söylemişti tweetledi uyardı vurguladı
             vurguluyor vurgulayarak yazdı yanıtladı yanıtını_verdi cevabını_verdi yorumunu_yaptı değerlendirmesinde_bulundu
             açıklamasında_bulundu açıklamasını_yaptı çağrısında_bulundu çağrısı_yaptı şeklinde_konuştu diye_konuştu
             diye_yazdı diye_sordu diye_ekledi dedikten bağırdı haykırdı fısıldadı itiraf_etti",
        ),
        (
            Class::LABELS,
            "nitelendirdi tanımladı adlandırdı eleştirdi övdü suçladı çağırdı niteledi tarif_etti",
        ),
        (Class::SAYS.and(Class::SAYING), "diyen"),
        (Class::SOURCE_AFTER, "göre"),
        (Class::AUX, "idi imiş ise değil olarak var yok"),
        (
            Class::VERB,
            "oldu olan olduğunu etti ediyor eden yaptı yapan verdi veren aldı alan geldi gitti kaldı başladı",
        ),
        (Class::HE.and(Class::SHE), "o kendisi"),
        (Class::THEY, "onlar biz siz ben sen bu şu"),
        (Class::THEIR, "onun onların benim bizim"),
        (Class::ARTICLE, "bir bu şu her bazı birkaç birçok"),
        (
            Class::PREPOSITION,
            "için ile gibi kadar sonra önce karşı doğru rağmen üzere beri dair ilişkin hakkında üzerinde içinde arasında
             sırasında tarafından",
        ),
        (Class::BY, "tarafından"),
        (Class::AND, "ve veya ya_da ama fakat ancak ile"),
        (Class::THAT, "ki eğer çünkü"),
        (
            Class::ADVERB,
            "da de dün bugün yarın şimdi daha sonra ayrıca öte_yandan böylece ise artık yine hâlâ hep asla önce sadece
             yalnızca bile özellikle burada orada şöyle böyle konuyla_ilgili",
        ),
        (
            Class::TIME,
            "pazartesi salı çarşamba perşembe cuma cumartesi pazar ocak şubat mart nisan mayıs haziran temmuz ağustos
             eylül ekim kasım aralık",
        ),
        (Class::WHEN, "gün günü hafta ay yıl yılında akşam sabah gece saat"),
        (
            Class::TITLE,
            "sayın bay bayan dr prof doç av başkan başkanı cumhurbaşkanı başbakan başbakanı bakan bakanı vali valisi
             milletvekili genel sekreter sekreteri müdür müdürü sözcü sözcüsü yardımcısı avukat avukatı profesör doktor
             general albay kral kraliçe papa papaz hakim savcı savcısı büyükelçi büyükelçisi teknik direktör direktörü
             yazar gazeteci uzmanı temsilcisi üyesi lideri ceo",
        ),
        (Class::MAN, "bay kral"),
        (Class::WOMAN, "bayan kraliçe"),
        (
            Class::BODY,
            "bakanlığı bakanlık parti partisi üniversite üniversitesi kurum kurumu kurulu komisyon komisyonu dernek derneği
             vakıf vakfı ajans ajansı mahkeme mahkemesi şirket şirketi banka bankası gazete gazetesi meclis meclisi hükümet
             hükümeti polis ordu federasyonu örgüt örgütü birlik birliği sendika hastane hastanesi belediye belediyesi
             cumhuriyeti savcılığı merkezi kremlin müdürlüğü başkanlığı",
        ),
        (Class::SHORT, "dr prof doç av vb vs sn no"),
        (Class::SOMEBODY.and(Class::MAN), "adam erkek"),
        (Class::SOMEBODY.and(Class::WOMAN), "kadın kız"),
        (Class::ME, "ben"),
        (Class::SOURCE_AFTER, "ifadesiyle sözleriyle deyişiyle deyimiyle"),
        (
            Class::TITLE,
            "muhtar muhtarı makinist makasçı kuşbilimci öğretmen öğretmeni çiftçi balıkçı şoför mühendis mühendisi
             mimar doktoru hemşire eczacı ressam heykeltıraş kaptan kaptanı şef şefi bekçi bekçisi arkeolog
             tarihçi ekonomist botanikçi biyolog jeolog kütüphaneci bakkal fırıncı emekli -bilimci -bilimcisi",
        ),
    ],
};
