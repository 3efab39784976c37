//! Scrapes of one shape as whole documents: title, section, title again; a body
//! with a heading and quotations; a pitch, a consent caveat and whoever posted it.

use kabar::article::{Article, Block, BlockKind, Why};
use kabar::extract::{Form, Hint, extract};

fn read(text: &str) -> Article {
    extract(text.as_bytes(), &Hint { form: Some(Form::Plain), name: "a.txt".to_owned(), ..Hint::default() })
}

/// Each block as it would be told: what it is or why it is gone, and its words.
fn told(blocks: &[Block]) -> Vec<String> {
    let name = |it: &Block| match (it.removed, &it.kind) {
        (Some(why), _) => format!("{why:?}"),
        (None, BlockKind::Heading(_)) => "heading".to_owned(),
        (None, _) => "body".to_owned(),
    };
    blocks.iter().map(|it| format!("{} | {}", name(it), it.text)).collect()
}

struct Shape {
    language: &'static str,
    title: &'static str,
    kicker: &'static str,
    body: [&'static str; 3],
    heading: &'static str,
    after: [&'static str; 2],
    pitch: &'static str,
    consent: &'static str,
    poster: &'static str,
}

const SHAPES: &[Shape] = &[
    Shape {
        language: "id",
        title: "Warga Tanjung Lada Bangun Sendiri Menara Air",
        kicker: "PERISTIWA",
        body: [
            "Tanjung Lada - Setelah tiga tahun menunggu, warga Desa Tanjung Lada membangun sendiri menara air di belakang balai desa.",
            "“Kami tidak punya insinyur, tetapi kami punya tukang perahu,” kata Burhan Sasmita, ketua panitia pembangunan.",
            "Menara setinggi sembilan meter itu menampung air hujan untuk 140 rumah selama musim kemarau.",
        ],
        heading: "Papan bekas kapal",
        after: [
            "Rangkanya dibuat dari papan kapal yang sudah tidak melaut. “Kapal itu pulang lagi,” ujar Burhan.",
            "Pemerintah kabupaten berjanji memeriksa mutu airnya setiap bulan.",
        ],
        pitch: "Dapatkan kabar pilihan setiap pagi di kotak masuk Anda. Daftar newsletter kami sekarang.",
        consent: "Situs ini dilindungi reCAPTCHA serta Kebijakan Privasi dan Persyaratan Layanan Google berlaku.",
        poster: "Posted By : redaksi tanjung",
    },
    Shape {
        language: "en",
        title: "Village builds its own water tower out of boats",
        kicker: "REGION",
        body: [
            "After waiting three years for the county, the village of Lower Tarn has built a water tower behind the parish hall.",
            "“We had no engineer, but we had a boatbuilder,” said Nora Pellew, who chairs the committee.",
            "The tower stands nine meters high and holds rain for 140 houses through the dry months.",
        ],
        heading: "Planks from the harbor",
        after: [
            "Its frame is made of planks from boats that no longer sail. “They came home,” Pellew said.",
            "The county has promised to test the water every month.",
        ],
        pitch: "Get the best of the week in your inbox. Sign up for our newsletter today.",
        consent: "This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.",
        poster: "Posted by: web desk",
    },
    Shape {
        language: "es",
        title: "Un pueblo levanta su torre de agua con barcos viejos",
        kicker: "COMARCA",
        body: [
            "Tras esperar tres años a la diputación, los vecinos de Rioseco de la Peña han levantado una torre de agua detrás del ayuntamiento.",
            "«No teníamos ingeniero, pero teníamos carpintero de ribera», dijo Clara Montiel, que preside la comisión.",
            "La torre mide nueve metros y guarda la lluvia para 140 casas durante los meses secos.",
        ],
        heading: "Tablas del puerto",
        after: [
            "El armazón es de tablas de barcos que ya no navegan. «Han vuelto a casa», añadió Montiel.",
            "La diputación ha prometido analizar el agua todos los meses.",
        ],
        pitch: "Suscríbete a nuestro boletín y recibe cada mañana las mejores historias en tu correo.",
        consent: "Este sitio está protegido por reCAPTCHA y se aplican la Política de Privacidad y los Términos de Servicio de Google.",
        poster: "Publicado por: redacción web",
    },
];

#[test]
fn a_scrape_of_the_usual_shape_is_cleaned_as_a_whole() {
    for it in SHAPES {
        let lines = [
            it.title,
            it.kicker,
            "",
            it.title,
            "",
            it.body[0],
            "",
            it.body[1],
            "",
            it.body[2],
            "",
            it.heading,
            "",
            it.after[0],
            "",
            it.after[1],
            "",
            it.pitch,
            "",
            it.consent,
            "",
            it.poster,
        ];
        let article = read(&lines.join("\n"));
        let expected = [
            ("Title", it.title),
            ("Kicker", it.kicker),
            ("RepeatedTitle", it.title),
            ("body", it.body[0]),
            ("body", it.body[1]),
            ("body", it.body[2]),
            ("heading", it.heading),
            ("body", it.after[0]),
            ("body", it.after[1]),
            ("Newsletter", it.pitch),
            ("Consent", it.consent),
            ("Poster", it.poster),
        ];
        assert_eq!(told(&article.blocks), expected.map(|(what, text)| format!("{what} | {text}")));
        assert_eq!(article.title, it.title);
        assert_eq!(article.kicker.as_deref(), Some(it.kicker));
        assert_eq!(article.language.map(|it| it.code().to_owned()).as_deref(), Some(it.language));
        assert_eq!((article.byline, article.published), (None, None));
        assert!(article.trimmed.is_empty());
    }
}

#[test]
fn short_files_show_what_they_hold() {
    for (text, title, body) in [
        ("", "a.txt", vec![]),
        (" \n\n", "a.txt", vec![]),
        ("Hello", "Hello", vec!["Hello"]),
        ("“We won,” said Ana Ruiz.", "“We won,” said Ana Ruiz.", vec!["“We won,” said Ana Ruiz."]),
        ("The ferry is back\n\nIt sails at noon.", "The ferry is back", vec!["It sails at noon."]),
        ("ADVERTISEMENT\nShare on Facebook", "a.txt", vec!["ADVERTISEMENT", "Share on Facebook"]),
    ] {
        let article = read(text);
        let kept: Vec<&str> = article.kept().map(|(_, it)| it.text.as_str()).collect();
        assert_eq!((article.title.as_str(), kept), (title, body), "{text:?}");
    }
}

#[test]
fn a_note_on_the_author_is_known_by_the_name() {
    let head = "The quiet pier\n\nBy Joan Ferris\n\n3 May 2026\n\n";
    let body = "The pier has been quiet since the spring, the harbor master said on Monday.\n\nNobody knows why it is so, and few ask.\n\n";
    for (note, why) in [
        ("Joan Ferris covers the harbor and has done so for years.", Some(Why::Poster)),
        ("About the author: Joan Ferris lives in Lowick with two dogs.", Some(Why::Poster)),
        ("Joan Ferris said: “I never saw it so quiet in all these years.”", None),
        ("Ferry captains have another view of all that, and they keep it.", None),
    ] {
        let article = read(&format!("{head}{body}{note}"));
        assert_eq!(article.blocks.last().unwrap().removed, why, "{note}");
    }
}

#[test]
fn what_links_lose_is_told_once() {
    let text = "# Tide\n\nThe [boat](https://a.example/b?utm_source=x&id=1) and the [quay](https://a.example/q?utm_source=x) \
                were closed on Monday for repairs, the town said.";
    let article = extract(text.as_bytes(), &Hint { form: Some(Form::Markdown), ..Hint::default() });
    assert_eq!(article.links, ["https://a.example/b?id=1", "https://a.example/q"]);
    let told: Vec<_> = article.trimmed.iter().map(|it| (it.text.as_str(), it.why)).collect();
    assert_eq!(told, [("utm_source=x", Why::Tracking)]);
}
