//! Romanian: what furniture says.

use super::Phrases;
use crate::article::Why;
use crate::text::boilerplate::pitch::Pitch;

pub(super) const PHRASES: Phrases = Phrases {
    language: "ro",
    anywhere: &[
        (
            Why::Newsletter,
            lines![
                "^abonează-te",
                "^abonați-vă",
                "^aboneaza-te",
                "^înscrie-te",
                "^newsletter$",
                "^adresa de email",
                "^adresa ta de",
                "^descarcă aplicația",
                "^primește*știri",
            ],
        ),
        (
            Why::Consent,
            lines![
                "^folosim cookie",
                "^acest site folosește",
                "^acest site utilizează",
                "^acceptă toate",
                "^accept toate",
                "^sunt de acord",
                "^setări cookie",
                "^politica de cookie",
                "^politica de confidențialitate",
                "^respinge toate",
            ],
        ),
        (
            Why::Share,
            lines![
                "^distribuie",
                "^distribuiți",
                "^copiază link",
                "^trimite pe",
                "^tipărește",
                "^printează",
                "^urmărește-ne",
                "^urmăriți-ne",
                "^salvează$",
                "^ascultă articolul",
                "^share",
            ],
        ),
        (
            Why::ReadAlso,
            lines![
                "^citește și",
                "^citiți și",
                "^citeste si",
                "^citește mai",
                "^vezi și",
                "^vezi galeria",
                "^articole similare",
                "^articole recomandate",
                "^știri similare",
                "^recomandări",
                "^cele mai citite",
                "^cele mai noi",
                "^ultimele știri",
                "^ultima oră",
                "^te-ar putea",
                "^ți-ar putea",
                "^pe aceeași temă",
                "^mai multe despre",
                "^articolul precedent",
                "^articolul următor",
                "^nu rata",
                "^urmărește:",
            ],
        ),
        (
            Why::Advertisement,
            lines![
                "^publicitate$",
                "^reclamă$",
                "^articolul continuă",
                "^conținut sponsorizat",
                "^advertorial$"
            ],
        ),
        (
            Why::Comments,
            lines![
                "^comentarii$",
                "^comentarii (",
                "^lasă un",
                "^lasă un comentariu",
                "^adaugă un comentariu",
                "^scrie un comentariu",
                "comentarii$",
                "^spune-ți părerea",
            ],
        ),
        (Why::Copyright, lines!["^toate drepturile", "^copyright", "^preluarea", "^redactor-șef:"]),
        (
            Why::Credit,
            lines![
                "^foto:",
                "^sursa foto",
                "^sursă foto",
                "^fotografie:",
                "^credit foto",
                "^sursa:",
                "^sursă:"
            ],
        ),
        (Why::Tags, lines!["^etichete", "^taguri", "^cuvinte cheie", "^subiecte:", "^tags"]),
        (
            Why::Paywall,
            lines![
                "^acest articol este disponibil",
                "^articol exclusiv",
                "^doar pentru abonați",
                "^ești deja abonat",
                "^devino abonat",
                "^continuă lectura",
                "^citește tot articolul",
            ],
        ),
        (
            Why::Poster,
            lines![
                "^ai un pont",
                "^ai o știre",
                "^îți place ce",
                "^susține-ne",
                "^susțineți",
                "^trimite-ne",
                "^scrie-ne",
                "^ai observat o greșeală",
                "^semnalează o eroare",
            ],
        ),
        (
            Why::DateLine,
            lines!["^publicat", "^actualizat", "^ultima actualizare", "^timp de citire", "^data publicării"],
        ),
        (Why::Navigation, lines!["^sari la", "^înapoi la", "^mergi la"]),
    ],
    edges: &[
        (
            Why::Navigation,
            lines![
                "^acasă$",
                "^prima pagină$",
                "^meniu$",
                "^caută$",
                "^căutare$",
                "^autentificare$",
                "^cont nou$",
                "^contact$",
                "^despre noi$",
                "^termeni și condiții",
                "^redacția$",
            ],
        ),
        (Why::Share, lines!["^distribui"]),
    ],
};

pub(super) const PITCHES: &[Pitch] = &[
    Pitch {
        language: "ro",
        why: Why::Newsletter,
        things: lines!["newsletter", "email", "aplicația noastră", "canalul"],
        asks: lines!["abon", "înscrie", "primește", "adresa ta", "descarcă"],
        opens: lines!["vrei", "nu rata", "urmărește", "intră"],
    },
    Pitch {
        language: "ro",
        why: Why::Consent,
        things: lines!["cookie", "confidențialitate", "date cu caracter"],
        asks: lines!["folosim", "acest site", "utilizăm", "acord", "preferințe"],
        opens: lines!["citește"],
    },
    Pitch {
        language: "ro",
        why: Why::Paywall,
        things: lines!["abona", "premium"],
        asks: lines![
            "continua",
            "citești",
            "ești deja",
            "autentific",
            "lei/lună",
            "gratuit",
            "acces nelimitat"
        ],
        opens: lines!["încearcă", "cumpără"],
    },
];
