//! What asks the reader for something: to sign up, to agree, to pay.
//!
//! Such lines are worded anew by every site, and no list of their beginnings is
//! ever complete. They name a thing (a newsletter, cookies, a subscription) and
//! address the reader about it. Both together are a pitch where pitches stand:
//! before the first paragraph and after the last, or anywhere where the line
//! begins with the request itself.

use super::line::{Line, is_wide};
use crate::article::Why;
use crate::text::span::Span;

/// Things and requests of one language, a line each. Words match from their beginning on, so
/// that endings go with them.
pub(super) struct Pitch {
    pub(super) language: &'static str,
    pub(super) why: Why,
    pub(super) things: &'static str,
    /// What addresses the reader, wherever it stands in the line.
    pub(super) asks: &'static str,
    /// What does so only at the beginning of the line.
    pub(super) opens: &'static str,
}

impl Pitch {
    /// Whether it may be looked for in an article of the language: its own, and
    /// English, which the furniture of sites comes in.
    fn speaks(&self, language: Option<&str>) -> bool {
        self.language == "en"
            || language.is_none_or(|it| it == self.language || it == "ms" && self.language == "id")
    }
}

/// No pitch has more words.
const LONGEST: usize = 45;
/// No pitch between paragraphs has more.
const LONGEST_BETWEEN: usize = 32;

fn pitches() -> impl Iterator<Item = &'static Pitch> {
    PITCHES.iter().chain(super::phrases::PITCHES.iter().copied().flatten())
}

/// The words of all pitches, each with its language.
pub(super) fn words() -> impl Iterator<Item = (&'static str, &'static str)> {
    pitches().flat_map(|it| it.things.lines().chain(it.asks.lines()).map(|text| (it.language, text)))
}

/// The reason for which a line after the last paragraph is a pitch.
pub(super) fn at_end(line: &Line, language: Option<&str>) -> Option<Why> {
    if line.folded.is_empty() || line.quoted || line.words > LONGEST {
        return None;
    }
    let told = &line.held().pitches;
    first(told, language, |_, has| has(Part::Thing) && (has(Part::Ask) || has(Part::Opening)))
}

/// The reason for which a line is a pitch wherever it stands: it begins with the
/// request, or with the thing and a colon.
pub(super) fn anywhere(line: &Line, language: Option<&str>) -> Option<Why> {
    if line.folded.is_empty() || line.quoted || line.words > LONGEST_BETWEEN {
        return None;
    }
    let told = &line.held().pitches;
    let starts = |number: usize| told.iter().any(|it| it.number == number && it.starts);
    let named = |number: usize| told.iter().any(|it| it.number == number && it.named);
    first(told, language, |number, has| {
        let opened = has(Part::Opening) && has(Part::Ask);
        (starts(number) || opened) && has(Part::Thing) || named(number) && has(Part::Ask)
    })
}

/// What a phrase is to a pitch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Thing,
    Ask,
    Opening,
}

/// What a line says of a pitch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// The number of the pitch in the list.
    number: usize,
    part: Part,
    /// Whether the line begins with the request.
    starts: bool,
    /// Whether the line begins with the thing and a colon.
    named: bool,
}

impl Told {
    /// What a phrase tells that stands at a place of a line; `None` where it is no
    /// word of its own there. Endings go with a word that the line does not begin
    /// with: `newsletter` is in `Our newsletters`.
    pub(super) fn at(line: &str, phrase: Span, number: usize, part: Part) -> Option<Self> {
        let before = line.get(..phrase.start).and_then(|it| it.chars().next_back());
        let rest = line.get(phrase.end..).unwrap_or_default();
        let words = phrase.slice(line);
        let held = borders(before, words.chars().next());
        let starts = phrase.start == 0 && borders(words.chars().next_back(), rest.chars().next());
        let told = if part == Part::Opening { starts } else { held };
        told.then_some(Self {
            number,
            part,
            starts: starts && part == Part::Ask,
            named: part == Part::Thing && phrase.start == 0 && rest.starts_with(':'),
        })
    }
}

/// All phrases of pitches: the number of the pitch, and what each is to it.
pub(super) fn parts() -> impl Iterator<Item = (usize, Part, &'static str)> {
    pitches().enumerate().flat_map(|(number, it)| {
        [(Part::Thing, it.things), (Part::Ask, it.asks), (Part::Opening, it.opens)]
            .into_iter()
            .flat_map(move |(part, phrases)| phrases.lines().map(move |phrase| (number, part, phrase)))
    })
}

/// The first pitch of those that a line tells something of that `fits`, which is
/// given its number and what asks for its parts.
fn first(
    told: &[Told],
    language: Option<&str>,
    fits: impl Fn(usize, &dyn Fn(Part) -> bool) -> bool,
) -> Option<Why> {
    let mut numbers: Vec<usize> = told.iter().map(|it| it.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().find_map(|number| {
        let has = |part| told.iter().any(|it| it.number == number && it.part == part);
        let pitch = pitches().nth(number).filter(|it| it.speaks(language))?;
        fits(number, &has).then_some(pitch.why)
    })
}

/// Whether no word goes on between two characters.
fn borders(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return true };
    !before.is_alphanumeric() || !after.is_alphanumeric() || is_wide(before) || is_wide(after)
}

/// A beginning is in `opens` where it would be an ordinary word in a sentence.
const PITCHES: &[Pitch] = &[
    Pitch {
        language: "en",
        why: Why::Newsletter,
        things: lines![
            "newsletter",
            "inbox",
            "mailing list",
            "by email",
            "whatsapp channel",
            "telegram channel",
            "our app",
            "push notification",
            "news alert",
            "email alert",
        ],
        asks: lines![
            "sign up",
            "sign-up",
            "signup",
            "subscribe",
            "unsubscribe",
            "your inbox",
            "your email",
            "click here",
            "delivered to you",
            "straight to you",
            "stay informed",
        ],
        opens: lines![
            "get",
            "receive",
            "join",
            "follow",
            "download",
            "want more",
            "never miss",
            "don't miss",
            "add",
        ],
    },
    Pitch {
        language: "en",
        why: Why::Consent,
        things: lines!["cookie", "recaptcha", "privacy policy", "terms of service", "terms of use"],
        asks: lines![
            "we use",
            "we and our",
            "this site",
            "this website",
            "our site",
            "you agree",
            "you accept",
            "you consent",
            "your consent",
            "your experience",
            "your preferences",
            "accept all",
            "by continuing",
        ],
        opens: lines!["read our", "see our", "manage"],
    },
    Pitch {
        language: "en",
        why: Why::Paywall,
        things: lines![
            "subscriber",
            "subscription",
            "subscribe",
            "free article",
            "free stories",
            "unlimited access",
        ],
        asks: lines![
            "you have read",
            "you've read",
            "you have reached",
            "you've reached",
            "you have viewed",
            "to continue reading",
            "keep reading",
            "to read on",
            "already a subscriber",
            "log in",
            "sign in",
            "your subscription",
        ],
        opens: lines!["unlock", "continue reading", "support our"],
    },
    Pitch {
        language: "id",
        why: Why::Newsletter,
        things: lines![
            "newsletter",
            "buletin",
            "kotak masuk",
            "email anda",
            "surel",
            "kanal whatsapp",
            "saluran whatsapp",
            "kanal telegram",
            "channel whatsapp",
            "channel telegram",
            "whatsapp channel",
            "aplikasi kami",
            "grup telegram",
            "berita pilihan",
            "berita terbaru",
            "berita terkini",
        ],
        asks: lines![
            "kotak masuk anda",
            "ponsel anda",
            "ponselmu",
            "email anda",
            "alamat email",
            "daftar newsletter",
            "berlangganan newsletter",
            "berlangganan buletin",
            "daftarkan",
            "klik di sini",
            "klik tautan",
            "langganan gratis",
            "berlangganan gratis",
        ],
        opens: lines![
            "dapatkan",
            "ikuti",
            "unduh",
            "gabung",
            "bergabung",
            "masukkan",
            "jangan lewatkan",
            "daftar",
            "berlangganan",
            "langganan",
            "simak",
            "baca",
            "terima",
            "mau",
            "ingin",
            "update",
            "klik",
            "yuk",
            "ayo",
        ],
    },
    Pitch {
        language: "id",
        why: Why::Consent,
        things: lines!["cookie", "kuki", "recaptcha", "kebijakan privasi", "persyaratan layanan"],
        asks: lines![
            "situs ini",
            "situs kami",
            "kami menggunakan",
            "anda menyetujui",
            "anda setuju",
            "dengan melanjutkan",
            "pengalaman anda",
            "terima semua",
        ],
        opens: lines!["baca"],
    },
    Pitch {
        language: "id",
        why: Why::Paywall,
        things: lines![
            "khusus pelanggan",
            "pelanggan premium",
            "berlangganan",
            "artikel gratis",
            "konten premium",
            "akun premium",
        ],
        asks: lines![
            "untuk melanjutkan membaca",
            "lanjutkan membaca",
            "untuk membaca selengkapnya",
            "artikel gratis anda",
            "anda membaca",
            "anda telah membaca",
            "sudah berlangganan",
            "sudah punya akun",
            "masuk di sini",
        ],
        opens: lines!["dukung"],
    },
    Pitch {
        language: "de",
        why: Why::Newsletter,
        things: lines![
            "newsletter",
            "postfach",
            "per e-mail",
            "per mail",
            "whatsapp-kanal",
            "unsere app",
            "unserer app",
            "push-nachricht",
            "rundbrief",
        ],
        asks: lines![
            "abonnieren sie",
            "abonniere",
            "jetzt abonnieren",
            "jetzt anmelden",
            "hier anmelden",
            "melden sie sich",
            "melde dich",
            "ihr postfach",
            "ihrem postfach",
            "dein postfach",
            "deinem postfach",
            "hier klicken",
            "jederzeit abbestell",
            "keine nachricht mehr",
            "hier geht es zur anmeldung",
        ],
        opens: lines![
            "erhalten sie",
            "bekommen sie",
            "folgen sie",
            "folge uns",
            "laden sie",
            "täglich",
            "jeden morgen",
            "jeden abend",
            "immer",
            "mehr aus",
            "mehr",
        ],
    },
    Pitch {
        language: "de",
        why: Why::Consent,
        things: lines![
            "cookie",
            "recaptcha",
            "datenschutzerklärung",
            "datenschutzbestimmungen",
            "nutzungsbedingungen",
        ],
        asks: lines![
            "diese seite",
            "diese website",
            "unsere website",
            "wir verwenden",
            "wir nutzen",
            "wir und unsere",
            "stimmen sie",
            "sie stimmen",
            "ihre zustimmung",
            "durch die nutzung",
            "mit der nutzung",
            "alle akzeptieren",
        ],
        opens: lines!["es gelten"],
    },
    Pitch {
        language: "de",
        why: Why::Paywall,
        things: lines![
            "ein abo",
            "abonnent",
            "abonnement",
            "digitalabo",
            "plus-artikel",
            "kostenlose artikel",
            "freie artikel",
        ],
        asks: lines![
            "weiterlesen",
            "weiterzulesen",
            "sie haben bereits",
            "sie haben diesen monat",
            "bereits abonnent",
            "jetzt testen",
            "kostenlos testen",
            "gratis testen",
            "hier einloggen",
        ],
        opens: lines!["dieser artikel ist", "jetzt"],
    },
    Pitch {
        language: "fr",
        why: Why::Newsletter,
        things: lines![
            "newsletter",
            "notre lettre",
            "lettre d'information",
            "lettre quotidienne",
            "lettre hebdomadaire",
            "infolettre",
            "boîte mail",
            "boîte de réception",
            "par e-mail",
            "par mail",
            "par courriel",
            "chaîne whatsapp",
            "notre application",
        ],
        asks: lines![
            "inscrivez-vous",
            "abonnez-vous",
            "recevez",
            "désinscrire",
            "vous désabonner",
            "votre boîte",
            "votre adresse",
            "téléchargez",
            "suivez-nous",
            "rejoignez",
            "je m'inscris",
            "je m'abonne",
            "cliquez",
        ],
        opens: lines![
            "recevoir",
            "chaque matin",
            "chaque jour",
            "l'essentiel",
            "inscription",
            "envie",
            "ne manquez",
        ],
    },
    Pitch {
        language: "fr",
        why: Why::Consent,
        things: lines![
            "cookie",
            "traceur",
            "recaptcha",
            "politique de confidentialité",
            "conditions d'utilisation",
        ],
        asks: lines![
            "vous acceptez",
            "en poursuivant",
            "nous utilisons",
            "ce site",
            "notre site",
            "nos partenaires",
            "votre consentement",
            "votre navigation",
            "votre expérience",
            "tout accepter",
        ],
        opens: lines!["gérer"],
    },
    Pitch {
        language: "fr",
        why: Why::Paywall,
        things: lines!["abonné", "abonnement", "abonnez-vous", "article gratuit", "articles gratuits"],
        asks: lines![
            "article est réservé",
            "contenu est réservé",
            "il vous reste",
            "vous avez lu",
            "pour lire la suite",
            "lire la suite",
            "poursuivre votre lecture",
            "poursuivre la lecture",
            "déjà abonné",
            "connectez-vous",
            "identifiez-vous",
            "sans engagement",
        ],
        opens: lines!["soutenez"],
    },
    Pitch {
        language: "es",
        why: Why::Newsletter,
        things: lines![
            "newsletter",
            "boletín",
            "boletines",
            "bandeja de entrada",
            "tu correo",
            "su correo",
            "canal de whatsapp",
            "canal de telegram",
            "nuestra app",
            "nuestra aplicación",
        ],
        asks: lines![
            "suscríbete",
            "suscríbase",
            "apúntate",
            "apúntese",
            "regístrate",
            "regístrese",
            "recíbelo",
            "recíbela",
            "únete",
            "únase",
            "síguenos",
            "descárgate",
            "descárgala",
            "inscríbete",
            "inscríbase",
            "tu bandeja",
            "su bandeja",
            "date de baja",
            "haz clic",
            "introduce tu",
        ],
        opens: lines![
            "recibe",
            "reciba",
            "sigue",
            "siga",
            "descarga",
            "descargue",
            "quieres",
            "no te pierdas",
            "cada mañana",
            "toda la",
        ],
    },
    Pitch {
        language: "es",
        why: Why::Consent,
        things: lines![
            "cookie",
            "recaptcha",
            "política de privacidad",
            "términos de servicio",
            "condiciones de uso",
        ],
        asks: lines![
            "utilizamos",
            "usamos",
            "este sitio",
            "esta web",
            "nuestro sitio",
            "aceptas",
            "usted acepta",
            "si continúa",
            "al continuar",
            "si sigues",
            "tu experiencia",
            "su experiencia",
            "nuestros socios",
            "aceptar todas",
        ],
        opens: lines!["acepta", "consulta"],
    },
    Pitch {
        language: "es",
        why: Why::Paywall,
        things: lines![
            "suscriptor",
            "suscripción",
            "suscríbete",
            "suscríbase",
            "artículos gratis",
            "artículos gratuitos",
            "hazte socio",
            "hazte socia",
        ],
        asks: lines![
            "exclusivo para",
            "solo para suscriptores",
            "para seguir leyendo",
            "sigue leyendo",
            "has leído",
            "ha leído",
            "ya eres",
            "inicia sesión",
            "inicie sesión",
            "te quedan",
            "le quedan",
        ],
        opens: lines!["apoya", "este contenido"],
    },
    Pitch {
        language: "pt",
        why: Why::Newsletter,
        things: lines![
            "newsletter",
            "boletim",
            "caixa de entrada",
            "seu e-mail",
            "teu e-mail",
            "seu email",
            "canal do whatsapp",
            "canal no whatsapp",
            "canal no telegram",
            "nosso app",
            "nosso aplicativo",
        ],
        asks: lines![
            "assine",
            "inscreva-se",
            "cadastre-se",
            "receba",
            "subscreva",
            "baixe",
            "sua caixa",
            "clique aqui",
            "cancele quando",
            "participe do",
        ],
        opens: lines!["siga", "entre no", "acesse", "quer", "gostou", "não perca", "todas as", "faça parte"],
    },
    Pitch {
        language: "pt",
        why: Why::Consent,
        things: lines![
            "cookie",
            "recaptcha",
            "política de privacidade",
            "termos de serviço",
            "termos de uso"
        ],
        asks: lines![
            "utilizamos",
            "usamos",
            "este site",
            "nosso site",
            "você concorda",
            "ao continuar",
            "ao navegar",
            "sua experiência",
            "nossos parceiros",
            "aceitar todos",
        ],
        opens: lines!["aceita", "leia"],
    },
    Pitch {
        language: "pt",
        why: Why::Paywall,
        things: lines![
            "assinante",
            "assinatura",
            "assine",
            "matérias gratuitas",
            "artigos gratuitos",
            "artigos grátis",
        ],
        asks: lines![
            "exclusivo para assinantes",
            "só para assinantes",
            "para continuar lendo",
            "continue lendo",
            "continuar a ler",
            "você já leu",
            "você leu",
            "você tem direito",
            "já é assinante",
            "faça login",
            "faça seu login",
        ],
        opens: lines!["apoie", "este conteúdo"],
    },
    Pitch {
        language: "it",
        why: Why::Newsletter,
        things: lines![
            "newsletter",
            "tua casella",
            "vostra casella",
            "tua mail",
            "tua email",
            "tua e-mail",
            "canale whatsapp",
            "canale telegram",
            "nostra app",
        ],
        asks: lines![
            "iscriviti",
            "iscrivetevi",
            "ricevi",
            "registrati",
            "scarica",
            "seguici",
            "unisciti",
            "tua casella",
            "clicca",
            "inserisci",
        ],
        opens: lines!["ricevere", "segui", "ogni mattina", "vuoi", "non perdere"],
    },
    Pitch {
        language: "it",
        why: Why::Consent,
        things: lines![
            "cookie",
            "recaptcha",
            "informativa sulla privacy",
            "privacy policy",
            "termini di servizio",
        ],
        asks: lines![
            "utilizziamo",
            "usiamo",
            "questo sito",
            "nostro sito",
            "accetti",
            "acconsenti",
            "continuando",
            "proseguendo",
            "tua esperienza",
            "nostri partner",
            "accetta tutti",
        ],
        opens: lines!["accetta", "leggi"],
    },
    Pitch {
        language: "it",
        why: Why::Paywall,
        things: lines!["abbonati", "abbonamento", "abbonato", "articoli gratuiti"],
        asks: lines![
            "riservato agli",
            "per continuare a leggere",
            "continua a leggere",
            "sei già",
            "hai letto",
            "accedi",
            "sblocca",
            "ti restano",
            "ti rimangono",
        ],
        opens: lines!["sostieni"],
    },
    Pitch {
        language: "nl",
        why: Why::Newsletter,
        things: lines![
            "nieuwsbrief",
            "nieuwsbrieven",
            "mailbox",
            "inbox",
            "per e-mail",
            "per mail",
            "whatsappkanaal",
            "whatsapp-kanaal",
            "onze app",
        ],
        asks: lines![
            "schrijf je in",
            "schrijf u in",
            "meld je aan",
            "meld u aan",
            "abonneer je",
            "abonneer u",
            "je mailbox",
            "uw mailbox",
            "je inbox",
            "uw inbox",
            "volg ons",
            "klik hier",
        ],
        opens: lines![
            "ontvang",
            "download",
            "volg",
            "elke ochtend",
            "altijd",
            "wil je",
            "aanmelden",
            "inschrijven",
            "mis",
        ],
    },
    Pitch {
        language: "nl",
        why: Why::Consent,
        things: lines!["cookie", "recaptcha", "privacybeleid", "servicevoorwaarden"],
        asks: lines![
            "deze site",
            "deze website",
            "onze site",
            "onze website",
            "wij gebruiken",
            "we gebruiken",
            "gaat u akkoord",
            "ga je akkoord",
            "onze partners",
            "alles accepteren",
        ],
        opens: lines!["accepteer"],
    },
    Pitch {
        language: "nl",
        why: Why::Paywall,
        things: lines!["abonnee", "abonnement", "gratis artikel"],
        asks: lines![
            "alleen voor abonnees",
            "verder lezen",
            "verder te lezen",
            "u heeft nog",
            "je hebt nog",
            "u heeft al",
            "je hebt al",
            "al abonnee",
            "log in",
            "exclusief voor abonnees",
        ],
        opens: lines!["steun"],
    },
    Pitch {
        language: "tr",
        why: Why::Newsletter,
        things: lines![
            "bülten",
            "gelen kutu",
            "e-posta kutu",
            "e-posta adres",
            "whatsapp kanal",
            "telegram kanal",
            "uygulamamız",
        ],
        asks: lines![
            "abone ol",
            "üye ol",
            "kayıt ol",
            "kaydol",
            "takip edin",
            "indirin",
            "kutunuza",
            "kutuna",
            "adresinize",
            "adresinizi",
            "katılın",
            "tıklayın",
            "kaçırmayın",
        ],
        opens: lines!["günün", "her sabah", "ücretsiz"],
    },
    Pitch {
        language: "tr",
        why: Why::Consent,
        things: lines!["çerez", "recaptcha", "gizlilik politikası", "hizmet şartları"],
        asks: lines![
            "bu site",
            "sitemiz",
            "web sitemiz",
            "kullanıyoruz",
            "kabul etmiş",
            "kabul edi",
            "devam ederek",
            "deneyiminiz",
            "tümünü kabul",
        ],
        opens: lines!["daha fazla"],
    },
    Pitch {
        language: "tr",
        why: Why::Paywall,
        things: lines!["abone", "ücretsiz haber", "üyelere özel"],
        asks: lines![
            "özeldir",
            "okumaya devam etmek",
            "devamını okumak",
            "giriş yapın",
            "zaten abone",
            "hakkınız kaldı",
        ],
        opens: lines!["destek"],
    },
    Pitch {
        language: "ru",
        why: Why::Newsletter,
        things: lines![
            "рассылк",
            "в вашей почте",
            "на почту",
            "телеграм-канал",
            "telegram-канал",
            "наш канал",
            "нашего канала",
            "нашем канале",
            "наше приложени",
        ],
        asks: lines![
            "подпишитесь",
            "подпишись",
            "подписывайтесь",
            "подписывайся",
            "получайте",
            "присоединяйтесь",
            "скачайте",
            "установите",
            "читайте нас",
            "в вашей почте",
            "на вашу почту",
            "следите за",
        ],
        opens: lines!["хотите", "главное", "больше новостей", "самое"],
    },
    Pitch {
        language: "ru",
        why: Why::Consent,
        things: lines![
            "cookie",
            "куки",
            "recaptcha",
            "политика конфиденциальности",
            "политикой конфиденциальности",
            "политики конфиденциальности",
            "персональных данных",
            "условия использования",
        ],
        asks: lines![
            "мы используем",
            "сайт использует",
            "этот сайт",
            "наш сайт",
            "вы соглашаетесь",
            "соглашаетесь с",
            "продолжая пользоваться",
            "продолжая использовать",
            "оставаясь на",
        ],
        opens: lines!["принять"],
    },
    Pitch {
        language: "ru",
        why: Why::Paywall,
        things: lines!["подписчик", "подписк", "бесплатных стат", "бесплатных материал"],
        asks: lines![
            "чтобы продолжить чтение",
            "читать дальше",
            "чтобы дочитать",
            "уже подписаны",
            "войдите",
            "оформите подписку",
            "у вас осталось",
        ],
        opens: lines!["поддержите", "материал доступен"],
    },
    Pitch {
        language: "ar",
        why: Why::Newsletter,
        things: lines!["نشرة", "نشرتنا", "النشرة", "بريدك", "البريدية", "قناتنا", "تطبيقنا", "لنشرتنا"],
        asks: lines![
            "اشترك",
            "اشتركوا",
            "سجل الآن",
            "سجّل",
            "تصلك",
            "لتصلك",
            "إلى بريدك",
            "في بريدك",
            "انضم إلى",
            "تابعوا",
            "تابعنا",
        ],
        opens: lines!["احصل", "تابع", "حمل", "حمّل", "انضم", "لا تفوت"],
    },
    Pitch {
        language: "ar",
        why: Why::Consent,
        things: lines![
            "ملفات تعريف الارتباط",
            "الكوكيز",
            "كوكيز",
            "recaptcha",
            "سياسة الخصوصية",
            "شروط الخدمة"
        ],
        asks: lines![
            "هذا الموقع",
            "موقعنا",
            "نستخدم",
            "أنت توافق",
            "فإنك توافق",
            "موافقتك",
            "باستمرارك",
            "بمواصلة",
            "تجربتك",
        ],
        opens: lines!["قبول"],
    },
    Pitch {
        language: "ar",
        why: Why::Paywall,
        things: lines!["المشتركين", "للمشتركين", "اشتراك", "اشتراكك", "مقالات مجانية"],
        asks: lines![
            "لمتابعة القراءة",
            "لمواصلة القراءة",
            "أكمل القراءة",
            "هل أنت مشترك",
            "سجل الدخول",
            "تبقى لك",
            "تبقّى لك",
        ],
        opens: lines!["هذا المحتوى", "هذا المقال"],
    },
    Pitch {
        language: "he",
        why: Why::Newsletter,
        things: lines![
            "ניוזלטר",
            "לניוזלטר",
            "ידיעון",
            "לידיעון",
            "תיבת המייל",
            "לתיבת",
            "ערוץ הטלגרם",
            "ערוץ הוואטסאפ",
            "האפליקציה שלנו",
        ],
        asks: lines![
            "הירשמו",
            "הרשמו",
            "הירשם",
            "הצטרפו",
            "קבלו",
            "לתיבת הדואר שלכם",
            "לתיבת המייל שלכם",
            "עקבו אחרינו",
            "הורידו",
            "לחצו כאן",
        ],
        opens: lines!["רוצים", "אל תפספסו"],
    },
    Pitch {
        language: "he",
        why: Why::Consent,
        things: lines!["עוגיות", "cookie", "recaptcha", "מדיניות הפרטיות", "תנאי השימוש"],
        asks: lines![
            "אתר זה",
            "האתר משתמש",
            "אנו משתמשים",
            "אנחנו משתמשים",
            "אתם מסכימים",
            "אתה מסכים",
            "המשך הגלישה",
        ],
        opens: lines!["אישור"],
    },
    Pitch {
        language: "he",
        why: Why::Paywall,
        things: lines!["למנויים", "כמנוי", "כתבות חינם", "מנוי דיגיטלי"],
        asks: lines!["למנויים בלבד", "להמשך קריאה", "להמשיך לקרוא", "כבר מנוי", "התחברו", "נותרו לכם"],
        opens: lines!["תמכו"],
    },
    Pitch {
        language: "ja",
        why: Why::Newsletter,
        things: lines!["メールマガジン", "メルマガ", "ニュースレター", "メール配信", "公式line"],
        asks: lines!["登録", "購読", "お届け", "届きます", "お申し込み", "フォロー"],
        opens: lines!["無料"],
    },
    Pitch {
        language: "ja",
        why: Why::Consent,
        things: lines!["クッキー", "cookie", "recaptcha", "プライバシーポリシー", "利用規約"],
        asks: lines!["当サイト", "このサイト", "本サイト", "に同意"],
        opens: lines!["同意"],
    },
    Pitch {
        language: "ja",
        why: Why::Paywall,
        things: lines!["有料会員", "会員限定", "有料記事", "無料会員"],
        asks: lines!["続きを読む", "続きは", "残り", "ログイン", "お申し込み", "全文をお読み"],
        opens: lines!["この記事は"],
    },
    Pitch {
        language: "zh",
        why: Why::Newsletter,
        things: lines![
            "邮件",
            "郵件",
            "电子报",
            "電子報",
            "公众号",
            "公眾號",
            "客户端",
            "客戶端",
            "邮箱",
            "信箱"
        ],
        asks: lines![
            "欢迎订阅",
            "歡迎訂閱",
            "立即订阅",
            "立即訂閱",
            "点击订阅",
            "欢迎关注",
            "歡迎關注",
            "扫码",
            "掃碼",
            "扫描二维码",
            "点击下载",
            "立即下载",
        ],
        opens: lines!["订阅", "訂閱", "关注", "關注", "下载", "下載", "欢迎", "歡迎"],
    },
    Pitch {
        language: "zh",
        why: Why::Consent,
        things: lines![
            "cookie",
            "recaptcha",
            "隐私政策",
            "隱私政策",
            "隐私权",
            "隱私權",
            "服务条款",
            "服務條款"
        ],
        asks: lines![
            "本网站",
            "本網站",
            "我们使用",
            "我們使用",
            "您同意",
            "您的同意",
            "继续浏览",
            "繼續瀏覽"
        ],
        opens: lines!["接受"],
    },
    Pitch {
        language: "zh",
        why: Why::Paywall,
        things: lines!["会员", "會員", "付费", "付費", "订户", "訂戶"],
        asks: lines!["继续阅读", "繼續閱讀", "阅读全文", "閱讀全文", "请登录", "請登入"],
        opens: lines!["本文为", "本文為"],
    },
    Pitch {
        language: "ko",
        why: Why::Newsletter,
        things: lines!["뉴스레터", "메일", "카카오톡 채널", "텔레그램 채널"],
        asks: lines!["구독하세요", "구독하기", "구독 신청", "신청하세요", "받아보세요", "추가하세요"],
        opens: lines!["매일"],
    },
    Pitch {
        language: "ko",
        why: Why::Consent,
        things: lines!["쿠키", "recaptcha", "개인정보처리방침", "개인정보 처리방침"],
        asks: lines!["이 사이트는", "본 사이트는", "저희 사이트", "동의하"],
        opens: lines!["쿠키"],
    },
    Pitch {
        language: "pl",
        why: Why::Newsletter,
        things: lines!["newsletter", "skrzynk", "kanał na whatsapp", "naszą aplikację"],
        asks: lines![
            "zapisz się",
            "subskrybuj",
            "dołącz",
            "pobierz",
            "swoją skrzynkę",
            "twojej skrzynce",
            "obserwuj",
        ],
        opens: lines!["otrzymuj", "codziennie", "chcesz"],
    },
    Pitch {
        language: "pl",
        why: Why::Consent,
        things: lines!["cookie", "ciastecz", "recaptcha", "polityka prywatności", "politykę prywatności"],
        asks: lines!["ta strona", "nasza strona", "ten serwis", "używamy", "wyrażasz zgod", "korzystając z"],
        opens: lines!["akceptuj"],
    },
    Pitch {
        language: "pl",
        why: Why::Paywall,
        things: lines!["prenumerat", "subskrypcj", "subskrybent"],
        asks: lines!["czytaj dalej", "aby przeczytać", "masz już", "zaloguj"],
        opens: lines!["wesprzyj"],
    },
];
