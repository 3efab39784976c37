//! Italian.

use super::{Class, Order, Table};

pub(super) const TABLE: Table = Table {
    order: Order::SubjectFirst,
    clitics: &[],
    adverb_endings: &["mente"],
    verb_endings: &[],
    gerund_endings: &[],
    elides: true,
    capital_nouns: false,
    first_names: false,
    words: &[
        (
            Class::SAYS,
            "detto dice dicono disse dissero diceva affermato afferma affermano affermò aggiunto aggiunge aggiunse
             scritto scrive scrisse ricordato ricorda rimarcato rimarca spiegato spiega spiegano spiegò ammesso ammette
             annunciato annuncia assicurato assicura avvertito avverte chiesto chiede commentato commenta concluso
             conclude dichiarato dichiara dichiarò dichiarano esclamato esclama esclamò gridato grida gridò osservato
             osserva precisato precisa raccontato racconta replicato replica ribadito ribadisce risposto risponde
             rispose sostenuto sostiene sostengono sottolineato sottolinea attaccato attacca auspicato auspica
             confermato conferma confessato confessa continuato continua denunciato denuncia evidenziato evidenzia
             insistito insiste lamentato lamenta ironizzato ironizza proseguito prosegue promesso promette riferito
             riferisce rilevato rileva rivelato rivela segnalato segnala tuonato tuona twittato incalzato incalza
             specificato specifica criticato critica garantito garantisce scandito sbotta sbottato chiosa chiosato
             puntualizza puntualizzato rivendica rivendicato domandato domanda esordito",
        ),
        (
            Class::LABELS,
            "definito definisce definì chiamato chiama chiamano descritto descrive accusato accusa bollato bolla parlato
             parla condannato condanna elogiato elogia soprannominato invocato invoca ribattezzato etichettato
             lodato loda esortato esorta invitato",
        ),
        (
            Class::SAYING,
            "dicendo aggiungendo affermando spiegando sottolineando ricordando definendo parlando_di assicurando
             sostenendo chiedendo",
        ),
        (Class::SOURCE, "secondo a_detta_di stando_a per_il nelle_parole_di"),
        (
            Class::AUX,
            "ha hanno aveva avevano ho abbiamo avere stato stata stati è era sono erano fu furono sarà sarebbe può
             possono potrebbe deve devono va vanno si gli le lo ci non mi c' s' viene vengono",
        ),
        (
            Class::VERB,
            "fa fece fanno fatto vuole vogliono arriva arrivato esce uscito dà dato mette messo sa resta rimasto segue
             vinto perso portato",
        ),
        (Class::HE, "lui egli"),
        (Class::SHE, "lei ella"),
        (Class::THEY, "loro essi esse io tu noi voi ciò questo"),
        (Class::THEIR, "suo sua suoi sue mio mia miei mie nostro nostra nostri nostre"),
        (Class::ARTICLE, "il lo la i gli le l' un uno una un' questo questa questi queste quel quella quei quelle alcuni
             alcune ogni diversi diverse"),
        (
            Class::PREPOSITION,
            "di del dello della dell' dei degli delle a al allo alla all' ai agli alle da dal dallo dalla dall'
             dai dagli dalle in nel nello nella nell' nei negli nelle con su sul sullo sulla sull' sui
             sugli sulle per tra fra senza durante dopo prima contro verso presso entro d' ",
        ),
        (Class::OF, "di del dello della dell' dei degli delle d' "),
        (Class::BY, "da dal dallo dalla dall' dai dagli dalle"),
        (Class::AND, "e ed o ma né però"),
        (Class::THAT, "che se quando benché perché mentre come dove affinché poiché dopo_che"),
        (Class::WHO, "che cui quale quali chi"),
        (Class::AS, "come"),
        (Class::LIKE, "come"),
        (Class::WITH, "con"),
        (Class::PASSIVE, "è era sono erano fu furono stato stata stati state viene vengono essere"),
        (
            Class::ADVERB,
            "anche poi inoltre quindi tuttavia ieri oggi domani ora adesso già ancora sempre mai così prima infine invece
             più_tardi a_sua_volta dal_canto_suo da_parte_sua recentemente molto bene solo soltanto pure nuovamente",
        ),
        (
            Class::TIME,
            "lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio
             agosto settembre ottobre novembre dicembre",
        ),
        (Class::WHEN, "giorno giorni settimana settimane mese mesi anno anni sera mattina pomeriggio notte ora ore"),
        (
            Class::TITLE,
            "sig signor signora dott dottor dottoressa presidente vicepresidente premier primo prima ministro ministra
             segretario segretaria senatore senatrice deputato deputata sindaco sindaca governatore governatrice giudice
             procuratore procuratrice direttore direttrice capo generale colonnello capitano comandante re regina
             principe principessa papa cardinale arcivescovo vescovo padre don portavoce ambasciatore ambasciatrice
             commissario commissaria professor professore professoressa avvocato avvocata economista ricercatore
             ricercatrice storico storica sociologo analista allenatore allenatrice ct autore autrice scrittore
             scrittrice giornalista cancelliere cancelliera consigliere consigliera candidato candidata responsabile
             leader ex-presidente vicepremier capogruppo assessore assessora titolare",
        ),
        (Class::MAN, "signor senatore re principe padre don"),
        (Class::WOMAN, "signora dottoressa senatrice regina principessa"),
        (
            Class::BODY,
            "ministero partito università istituto scuola consiglio comitato commissione associazione fondazione agenzia
             ufficio corte compagnia società gruppo banca giornale camera senato governo polizia esercito federazione
             organizzazione unione sindacato ospedale comune casa nazioni città repubblica parlamento tribunale procura
             regione quirinale kremlin cremlino farnesina viminale confindustria",
        ),
        (Class::PARTICLE, "di de del della dei degli d' da dal lo la von van"),
        (Class::SHORT, "sig sigg dott avv ing prof on sen pag art ecc dr"),
        (Class::OWNED, "dichiarazione promessa affermazione frase"),
        (Class::DEFINITE, "il lo la l'"),
        (Class::SOMEBODY.and(Class::MAN), "uomo ragazzo"),
        (Class::SOMEBODY.and(Class::WOMAN), "donna ragazza"),
        (Class::ME, "io"),
        (
            Class::TITLE,
            "medico medica fornaio fornaia panettiere panettiera maestro maestra contadino contadina pescatore
             pescatrice ingegnere architetto architetta infermiere infermiera biologo biologa geologo geologa
             botanico botanica antropologo antropologa fisico fisica chimico chimica pittore pittrice scultore
             scultrice bibliotecario bibliotecaria postino postina farmacista libraio libraia",
        ),
    ],
};
