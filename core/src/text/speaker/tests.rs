//! Rows of text in which `{…}` marks the speaker of the first quotation and
//! `<…>` its cue; a row without them expects nobody. Quotations stand in “…”,
//! those inside of others in ‘…’.

mod german;
mod languages;

use super::*;

/// The text of a row with what is expected of it.
struct Row {
    text: String,
    speaker: Option<Span>,
    cue: Option<Span>,
}

fn row(marked: &str) -> Row {
    let mut row = Row { text: String::new(), speaker: None, cue: None };
    let (mut speaker, mut cue) = (0, 0);
    for c in marked.chars() {
        match c {
            '{' => speaker = row.text.len(),
            '}' => row.speaker = Some(Span::new(speaker, row.text.len())),
            '<' => cue = row.text.len(),
            '>' => row.cue = Some(Span::new(cue, row.text.len())),
            _ => row.text.push(c),
        }
    }
    row
}

/// The quotations of a text, found by their curly marks alone.
fn quotations(text: &str) -> Vec<Quotation> {
    let mut out: Vec<Quotation> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '“' | '‘' => {
                open.push(out.len());
                let depth = u8::try_from(open.len() - 1).unwrap();
                let span = Span::new(at, at);
                out.push(Quotation { span, kind: QuoteKind::Speech, depth, speaker: None, cue: None });
            }
            '”' | '’' => {
                if let Some(last) = open.pop() {
                    out[last].span.end = at + c.len_utf8();
                }
            }
            _ => {}
        }
    }
    out
}

fn attributed(code: &str, text: &str) -> Vec<Quotation> {
    let mut quotes = quotations(text);
    attribute(&Prose::of_text(text), Language::parse(code).unwrap(), &mut quotes);
    quotes
}

#[track_caller]
fn check(code: &str, rows: &[&str]) {
    let mut wrong = Vec::new();
    for marked in rows {
        let row = row(marked);
        let quotes = attributed(code, &row.text);
        let got = quotes[0].speaker.as_ref().map(|it| it.at);
        let shown = |span: Option<Span>| span.map(|it| it.slice(&row.text).to_owned());
        if got != row.speaker || quotes[0].cue != row.cue {
            wrong.push(format!("{marked}\n    got {:?} by {:?}", shown(got), shown(quotes[0].cue)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The names of the speakers of all quotations, `-` for none.
#[track_caller]
fn check_names(code: &str, text: &str, names: &[&str]) {
    let quotes = attributed(code, text);
    let got: Vec<&str> =
        quotes.iter().map(|it| it.speaker.as_ref().map_or("-", |it| it.name.as_str())).collect();
    assert_eq!(got, names, "{text}");
}

#[test]
fn english() {
    check(
        "en",
        &[
            "“We will wait,” <said> {Ana Díaz}.",
            "“We will wait,” {Ana Díaz} <said> on Tuesday.",
            "“We will wait!” {Ana Díaz}, the mayor of Porto Alto, <said>.",
            "“Will it rain?” <asked> {a spokesman for the ministry}.",
            "“We will wait,” {she} quietly <added>.",
            "“We will wait,” <according to> {the Harbor Police}.",
            "<According to> {Tom Reed}, the plan is “a good start.”",
            "{Tom Reed} <said>: “We will wait.”",
            "{Tom Reed} <said> that the plan was “not ready.”",
            "On Monday {Tom Reed}, 45, a baker from Elm Hill, <told> reporters the plan was “not ready.”",
            "After the meeting ended, {Tom Reed} <called> the plan “a joke.”",
            "{Tom Reed} left the room, <saying> “I have seen enough.”",
            "{Tom Reed} praised the plan and <called> it “overdue.”",
            "The plan was <called> “overdue” by {the Harbor Police}.",
            "It was Tom Reed, {who} <called> the plan “overdue.”",
            "The plan, with {a spokesman} <saying> “not now,” was dropped.",
            "{Tom Reed}’s <claim> that “all is well” was met with laughter.",
            "“All is well” — {Tom Reed}",
            "“All is well,” <chuckled> {Tom Reed}.",
            "The bridge, known as “Old Maid,” was closed.",
            "The band played “Summer Rain” twice.",
        ],
    );
}

#[test]
fn indonesian() {
    check(
        "id",
        &[
            "“Kami menunggu,” <kata> {Ana Sari}.",
            "“Kami menunggu,” <ujar> {Kementerian Pertanian}.",
            "“Kami menunggu,” <kata> {Kepala Dinas Pasar, Budi Hartono}, di Solo.",
            "“Kami menunggu,” <kata> {Kepala Badan Air (BA) Budi Hartono}, Senin (3/4).",
            "“Kami menunggu,” {<katanya>}.",
            "{Ana Sari} <mengatakan>: “Kami menunggu.”",
            "{Ana Sari} <mengatakan> bahwa rencana itu “belum siap”.",
            "<Menurut> {Ana Sari}, rencana itu “belum siap”.",
            "{Kota Solo} juga <mendesak> warga untuk “tetap tenang” setelah banjir.",
            "Di Solo, {wakil juru bicara Ana Sari} <mengatakan>: “Kami menunggu.”",
            "Jembatan itu dijuluki “Si Tua” sejak lama.",
        ],
    );
}

#[test]
fn german() {
    check(
        "de",
        &[
            "“Wir warten”, <sagte> {Anna Krüger}.",
            "“Wir warten”, <so> {ein Sprecher des Amtes}.",
            "{Die Bürgermeisterin Anna Krüger} <sagte>: “Wir warten.”",
            "Am Montag <sagte> {Anna Krüger}, der Plan sei “nicht reif”.",
            "Den Plan <nannte> {er} “nicht reif”.",
            "{Der Sprecher des Amtes} hat den Plan als “nicht reif” <bezeichnet>.",
            "<Laut> {dem Amt} ist der Plan “nicht reif”.",
            "<Nach Angaben> von {Anna Krüger} war der Plan “nicht reif”.",
            "{Anna Krüger} <sagte> der Zeitung: “Wir warten.”",
            "“Wir warten”, <heißt> es in {dem Schreiben}.",
            "{Ursula von der Heide} <sagte>: “Wir warten.”",
            "In der Sitzung lobte {Anna Krüger} den Plan als gut und <nannte> ihn “reif”.",
            "Die Band spielte “Sommerregen” zweimal.",
        ],
    );
}

#[test]
fn french() {
    check(
        "fr",
        &[
            "“Nous attendrons”, a <déclaré> {Anne Morel}.",
            "“Nous attendrons”, <dit> {Anne Morel}.",
            "“Nous attendrons”, a-t-{elle} <ajouté>.",
            "“Nous attendrons”, <explique>-t-{il}.",
            "<Selon> {Anne Morel}, le plan est “trop cher”.",
            "{Anne Morel} a <déclaré> : “Nous attendrons.”",
            "{La maire Anne Morel} a <qualifié> le plan de “trop cher”.",
            "Le groupe a joué “Pluie d'été” deux fois.",
        ],
    );
}

#[test]
fn spanish() {
    check(
        "es",
        &[
            "“Vamos a esperar”, <dijo> {Ana Díaz}.",
            "“Vamos a esperar”, ha <explicado> {la alcaldesa Ana Díaz}.",
            "{Ana Díaz} <dijo> que el plan es “muy caro”.",
            "{Ana Díaz} <afirmó>: “Vamos a esperar”.",
            "<Según> {Ana Díaz}, el plan es “muy caro”.",
            "El martes, {la ministra Ana Díaz} <calificó> el plan de “muy caro”.",
            "El grupo tocó “Lluvia de verano” dos veces.",
        ],
    );
}

#[test]
fn portuguese() {
    check(
        "pt",
        &[
            "“Vamos esperar”, <disse> {Ana Lopes}.",
            "“Vamos esperar”, <afirmou> {a prefeita Ana Lopes}.",
            "{Ana Lopes} <afirmou>: “Vamos esperar”.",
            "{Ana Lopes} <disse> que o plano é “muito caro”.",
            "<Segundo> {Ana Lopes}, o plano é “muito caro”.",
            "A banda tocou “Chuva de verão” duas vezes.",
        ],
    );
}

#[test]
fn italian() {
    check(
        "it",
        &[
            "“Aspetteremo”, ha <detto> {Anna Rossi}.",
            "“Aspetteremo”, <spiega> {la sindaca Anna Rossi}.",
            "{Anna Rossi} ha <detto>: “Aspetteremo”.",
            "<Secondo> {Anna Rossi}, il piano è “troppo caro”.",
            "{Anna Rossi} ha <definito> il piano “troppo caro”.",
            "Il gruppo ha suonato “Pioggia” due volte.",
        ],
    );
}

#[test]
fn dutch() {
    check(
        "nl",
        &[
            "“We wachten”, <zegt> {Anna de Vries}.",
            "“We wachten”, <aldus> {een woordvoerder van het ministerie}.",
            "{Anna de Vries} <zei>: “We wachten.”",
            "Maandag <noemde> {Anna de Vries} het plan “te duur”.",
            "<Volgens> {Anna de Vries} is het plan “te duur”.",
            "De band speelde “Zomerregen” twee keer.",
        ],
    );
}

#[test]
fn turkish() {
    check(
        "tr",
        &[
            "{Ayşe Kaya}, “Bekleyeceğiz” <dedi>.",
            "{Bakan Ayşe Kaya}, “Bekleyeceğiz” <diye konuştu>.",
            "“Bekleyeceğiz” <diyen> {Ayşe Kaya} salondan ayrıldı.",
            "“Bekleyeceğiz” <dedi> {Ayşe Kaya}.",
            "{Ayşe Kaya}'ya <göre> plan “çok pahalı”.",
            "Grup “Yaz Yağmuru” şarkısını iki kez çaldı.",
        ],
    );
}

#[test]
fn a_language_without_words_names_nobody() {
    check("sw", &["“Tutangoja,” alisema Ana Díaz."]);
}

#[test]
fn one_person_is_one_speaker() {
    check_names(
        "en",
        "Mayor Ana Díaz opened the fair. “We waited long,” Díaz said.\n“It was worth it,” she added.",
        &["Ana Díaz", "Ana Díaz"],
    );
    check_names(
        "id",
        "Wakil juru bicara Ana Sari mengatakan: “Kami menunggu.”\n“Kami siap,” tambah Sari.\n“Itu saja,” katanya.",
        &["Ana Sari", "Ana Sari", "Ana Sari"],
    );
}

#[test]
fn two_people_of_one_surname_stay_apart() {
    check_names("en", "Ana Reed met her brother Tom Reed there. “We waited long,” Reed said.", &["Reed"]);
}

#[test]
fn a_title_and_a_body_are_no_part_of_a_name() {
    check_names(
        "id",
        "Ketua Serikat Nelayan Utara Budi Hartono mendesak kota untuk bertindak “segera”.\nHartono pulang.",
        &["Budi Hartono"],
    );
    check_names("en", "“We waited,” said former State Senator Ana Díaz.", &["Ana Díaz"]);
    check_names("en", "“We waited,” the Harbor Ministry said.", &["Harbor Ministry"]);
    check_names("en", "“We waited,” Tom Reed’s lawyer said.", &["Tom Reed’s lawyer"]);
}

#[test]
fn a_pronoun_means_nobody_that_it_cannot_mean() {
    check_names("en", "Peter Cole spoke first.\n“I waited long,” she said.", &["she"]);
    check_names("en", "Susan Hill spoke.\nPeter Cole left.\n“I waited long,” she said.", &["Susan Hill"]);
}

#[test]
fn a_split_quotation_has_one_speaker() {
    check_names("en", "“We waited,” Ana Díaz said. “It was long.”", &["Ana Díaz", "Ana Díaz"]);
    check_names("en", "“We waited,” said Ana Díaz, “and it was long.”", &["Ana Díaz", "Ana Díaz"]);
    check_names(
        "id",
        "Hartono tidak menyalahkan “cuaca buruk,” tetapi menuntut “jawaban segera.”",
        &["Hartono", "Hartono"],
    );
}

#[test]
fn a_paragraph_of_quotation_goes_on_or_is_announced() {
    check_names("en", "“We waited,” Ana Díaz said.\n“It was long.”", &["Ana Díaz", "Ana Díaz"]);
    check_names("en", "Ana Díaz wrote to the city:\n“We waited long.”", &["Ana Díaz"]);
    check_names("en", "Ana Díaz slept.\n“We waited long.”", &["-"]);
}

#[test]
fn german_reported_speech_goes_on() {
    check_names(
        "de",
        "Anna Krüger sagte, der Plan sei “nicht reif”. Er habe “viele Lücken”.",
        &["Anna Krüger", "Anna Krüger"],
    );
}

#[test]
fn a_quotation_inside_of_another_has_its_own_speaker() {
    check_names("en", "“Then Tom Reed said, ‘Go home,’ and left,” Ana Díaz said.", &["Ana Díaz", "Tom Reed"]);
}

#[test]
fn a_dateline_is_no_subject() {
    check_names("en", "PORTO ALTO, May 3 (XP) — The mayor left, saying “enough.”", &["The mayor"]);
}

#[test]
fn a_doubtful_speaker_is_not_sure() {
    let sure = |text: &str| attributed("en", text)[0].speaker.as_ref().map(|it| it.sure);
    assert_eq!(sure("“We waited,” Ana Díaz said."), Some(true));
    assert_eq!(sure("Ana Díaz went after the plan as a “disgrace.”"), Some(false));
    assert_eq!(sure("Ana Díaz sang “Summer Rain.”"), None);
}

#[test]
fn any_text_is_survived() {
    for text in [
        "“",
        "”",
        "“”",
        "“a” “b” “c”",
        "said “x”",
        "“x,” said",
        "—“x”—",
        "“x,” said “y,” said “z”",
        "'s “x” 's",
    ] {
        for code in ["en", "id", "de", "fr", "tr", "nl"] {
            let _ = attributed(code, text);
        }
    }
    // A sentence without end, full of quotations and verbs, takes no longer than its length asks.
    let long = "he said “x” and, ".repeat(20_000);
    assert_eq!(attributed("en", &long).len(), 20_000);
}

#[test]
fn an_office_in_the_name_of_a_body_is_no_title() {
    check_names(
        "id",
        "“Kami menunggu,” kata Kementerian Pertahanan Utara.",
        &["Kementerian Pertahanan Utara"],
    );
    check_names("id", "“Kami menunggu,” kata Menteri Pertahanan Budi Hartono.", &["Budi Hartono"]);
}

#[test]
fn the_holder_of_a_role_is_called_by_name() {
    check_names("pt", "A ministra da Saúde, Ana Lopes, disse que o plano é “muito caro”.", &["Ana Lopes"]);
    check_names("es", "La portavoz del Gobierno, Ana Díaz, dijo que el plan es “muy caro”.", &["Ana Díaz"]);
    check_names(
        "fr",
        "“Nous attendrons”, a déclaré le porte-parole du ministère, Jean Petit.",
        &["Jean Petit"],
    );
    check_names("it", "La sindaca di Pratovecchio, Anna Rossi, ha detto: “Aspetteremo”.", &["Anna Rossi"]);
    check_names("de", "“Wir warten”, sagte der Sprecher des Amtes, Jan Vogel.", &["Jan Vogel"]);
    check_names("en", "“We waited,” said the ministry’s spokeswoman, Ana Díaz.", &["Ana Díaz"]);
    check_names("en", "Ana Díaz, a member of the board, said the plan was “ready.”", &["Ana Díaz"]);
    check_names("tr", "Sağlık Bakanı Ayşe Kaya, “Bekleyeceğiz” dedi.", &["Ayşe Kaya"]);
    check_names("nl", "“We wachten”, zegt burgemeester Anna de Vries.", &["Anna de Vries"]);
}

#[test]
fn a_body_and_a_role_are_their_own_speakers() {
    check_names("en", "“We waited,” the ministry said.", &["the ministry"]);
    check_names(
        "fr",
        "“Nous attendrons”, a déclaré le ministère de la Santé.",
        &["le ministère de la Santé"],
    );
    check_names("es", "“Esperamos”, dijo la Policía Nacional.", &["Policía Nacional"]);
    check_names("it", "“Aspettiamo”, ha detto la Commissione europea.", &["la Commissione europea"]);
    check_names(
        "de",
        "“Wir warten”, sagte eine Sprecherin des Ministeriums.",
        &["eine Sprecherin des Ministeriums"],
    );
}

#[test]
fn a_trade_an_office_or_a_name_in_part_is_the_person_of_the_full_name() {
    check_names(
        "de",
        "Der Sprecher ist der Korbmacher Jan Vogel.\n“Wir warten”, sagte Vogel.\nAmtsleiterin Eva Kern schwieg. “Nein”, sagte Kern.",
        &["Jan Vogel", "Eva Kern"],
    );
    check_names("tr", "Muhtar Ayşe Kaya, “Bekleyeceğiz” dedi.", &["Ayşe Kaya"]);
    check_names("id", "“Kami siap,” kata Kepala Dinas Perhubungan Sinta Wening di Solo.", &["Sinta Wening"]);
    check_names("id", "Perahu itu milik Sinta Wening.\n“Kami siap,” kata Sinta.", &["Sinta Wening"]);
    check_names("pt", "Quem dirige é Iracema Lobato.\n“Vamos esperar”, disse Iracema.", &["Iracema Lobato"]);
}

#[test]
fn a_role_alone_is_its_holder_where_the_text_said_who_that_is() {
    check_names(
        "de",
        "“Ja”, sagte Jan Vogel, Prüfingenieur im Landkreis.\nEs regnete. “Nein”, sagte der Ingenieur.",
        &["Jan Vogel", "Jan Vogel"],
    );
    check_names("fr", "La maire, Anne Morel, a payé.\n“Nous attendrons”, dit la maire.", &["Anne Morel"]);
    check_names("en", "The bridge closed. “We waited,” said the mayor.", &["the mayor"]);
    check_names("en", "Mayor Ana Díaz left. “We waited,” said a mayor.", &["a mayor"]);
}

#[test]
fn a_name_in_the_name_of_a_body_is_not_that_body() {
    check_names(
        "id",
        "“Kami menunggu,” kata Kementerian Pertahanan Utara.\n“Tidak,” kata Utara.\nTentara Utara mundur.",
        &["Kementerian Pertahanan Utara", "Utara"],
    );
}

#[test]
fn a_report_may_leave_its_subject_out() {
    check_names("tr", "Muhtar Ayşe Kaya geç geldi. “Yağmur vardı” dedi.", &["Ayşe Kaya"]);
    check_names("es", "Ana Díaz llegó tarde. “Llovía”, dijo.", &["Ana Díaz"]);
}

#[test]
fn french_reports_stand_within_the_marks() {
    check_names(
        "fr",
        "Anne Morel est venue.\n“Une rue, explique Mme Morel, reste une rue.”\n“Je reste, avoue-t-elle. Voilà.”",
        &["Anne Morel", "Anne Morel"],
    );
}

#[test]
fn a_heading_goes_on_from_nobody() {
    let text = "“We waited,” Ana Díaz said.\n“A long wait”\n“We waited.”";
    let mut prose = Prose::of_text(text);
    prose.paragraphs[1].kind = ParagraphKind::Heading;
    let mut quotes = quotations(text);
    attribute(&prose, Language::ENGLISH, &mut quotes);
    assert!(quotes[1].speaker.is_none() && quotes[2].speaker.is_none());
}

#[test]
fn who_was_told_did_not_say_it() {
    check_names("en", "Ana Díaz called. The office, she was told, “is closed for now.”", &["-"]);
}

#[test]
fn i_inside_of_a_quotation_is_who_says_that() {
    check_names("pt", "“Um dia eu disse: ‘Vá embora’ e saí”, disse Ana Lopes.", &["Ana Lopes", "Ana Lopes"]);
}

#[test]
fn a_name_alone_or_before_a_colon_is_sure() {
    let sure = |code: &str, text: &str| {
        attributed(code, text).last().and_then(|it| it.speaker.as_ref().map(|it| it.sure))
    };
    let told = "Am Abend sprach noch Wanitzek.";
    assert_eq!(sure("de", &format!("{told} Wanitzek erklärte: “Wir warten auf den Zug.”")), Some(true));
    assert_eq!(sure("de", &format!("{told} “Wir warten auf den Zug”, sagte Wanitzek.")), Some(true));
    assert_eq!(
        sure("de", "Viele kamen. “Wir warten auf den Zug”, sagten Kritiker."),
        Some(false),
        "a plural"
    );
    assert_eq!(sure("de", "Viele kamen. “Wir warten auf den Zug”, sagte die Klägerin."), Some(false));
    assert_eq!(sure("en", "Many came. Ana Díaz: “We are waiting for the train.”"), Some(true));
    assert_eq!(sure("en", "Many came. The question: “Are we waiting for the train?”"), Some(false));
}

#[test]
fn pronouns_nouns_and_openings_of_sentences_are_never_sure() {
    let sure = |code: &str, text: &str| {
        attributed(code, text).last().and_then(|it| it.speaker.as_ref().map(|it| it.sure))
    };
    assert_eq!(sure("en", "“We waited,” she said."), Some(false));
    assert_eq!(sure("en", "“We waited,” the ministry said."), Some(false));
    assert_eq!(sure("de", "“Wir warten”, sagte der Sprecher."), Some(false));
    assert_eq!(sure("id", "“Kami menunggu,” kata lelaki 60 tahun itu."), Some(false));
    assert_eq!(
        sure("fr", "La préfecture dénonce ce qu’elle appelle “une anomalie grave et rare”."),
        Some(false)
    );
    assert_eq!(sure("en", "Ana Díaz spoke.\n“We waited,” she said."), Some(true));
}

#[test]
fn a_statement_of_several_speakers_names_each_of_them() {
    check_names(
        "id",
        "“Jalan dibuka,” kata Kementerian Perhubungan Utara.\nSementara itu, Ketua Serikat Utara Carla Mertens \
         mendesak warga untuk menunggu “jalan yang aman bagi semua”.\nMertens tidak menyalahkan “cuaca yang sangat \
         buruk ini,” tetapi menuntut “jawaban yang jelas dan segera.”\n“Kami menunggu,” cuitnya.\nDi PBT, wakil juru \
         bicara Fajar Hasan mengatakan: “Kami siap.”\n“Kami siap,” tambah Hasan.",
        &[
            "Kementerian Perhubungan Utara",
            "Carla Mertens",
            "Carla Mertens",
            "Carla Mertens",
            "Carla Mertens",
            "Fajar Hasan",
            "Fajar Hasan",
        ],
    );
}
