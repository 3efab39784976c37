//! German.

use super::{Class, Order, Table};

pub(super) const TABLE: Table = Table {
    order: Order::VerbSecond,
    clitics: &[],
    adverb_endings: &[],
    verb_endings: &[],
    gerund_endings: &[],
    elides: false,
    capital_nouns: true,
    first_names: false,
    words: &[
        (
            Class::SAYS,
            "angekündigt angemerkt ankündigte anmerkte antworten antwortet antwortete antworteten
             appellieren appelliert appellierte appellierten argumentieren argumentiert
             argumentierte argumentierten attackiert attackierte aufgerufen aufrief ausführte
             ausgeführt bedauern bedauert bedauerte bedauerten befand befindet begründen begründet
             begründete begründeten behaupten behauptet behauptete behaupteten bekannte bekannten
             bekanntgab bekanntgegeben bekennt beklagen beklagt beklagte beklagten bekräftigen
             bekräftigt bekräftigte bekräftigten bekunden bekundet bekundete bekundeten bemerken
             bemerkt bemerkte bemerkten berichten berichtet berichtete berichteten beruhigen
             beruhigt beruhigte beruhigten besagen besagt besagte bescheinigte beschied beschwerte
             beschwichtigen beschwichtigt beschwichtigte beschwichtigten beschwor beschwört
             bestreitet bestritt bestritten bestätigen bestätigt bestätigte bestätigten besänftigen
             besänftigt besänftigte besänftigten beteuern beteuert beteuerte beteuerten betonen
             betont betonte betonten bezeugte bezweifelte bilanzieren bilanziert bilanzierte
             bilanzierten brummen brummt brummte brummten dachte dachten dementieren dementiert
             dementierte dementierten denkt deuten deutet deutete deutete_an deuteten
             diagnostizieren diagnostiziert diagnostizierte diagnostizierten dozieren doziert
             dozierte dozierten drohen droht drohte drohten eingeräumt einräumte empfahl empfahlen
             empfiehlt empfohlen empören empört empörte empörten entgegnen entgegnet entgegnete
             entgegneten erbost ergänzen ergänzt ergänzte ergänzten erinnern erinnert erinnerte
             erinnerten erklären erklärend erklärt erklärte erklärten erkundigen erkundigt
             erkundigte erkundigten erläutern erläutert erläuterte erläuterten ermahnen ermahnt
             ermahnte ermahnten erwartet erwidern erwidert erwiderte erwiderten erwähnen erwähnt
             erwähnte erwähnten erzählen erzählt erzählte erzählten fand fasste_zusammen feixen
             feixt feixte feixten festgestellt feststellte findet flachsen flachst flachste
             flachsten flüstern flüstert flüsterte flüsterten folgern folgert folgerte folgerten
             fordern fordert forderte forderten fragen fragt fragte fragten frohlocken frohlockt
             frohlockte frohlockten frotzeln frotzelt frotzelte frotzelten fuhr fuhr_fort fügen fügt
             fügte fügten führte gab geantwortet gebrummt gedeutet gedroht geempört gefeixt
             geflachst geflüstert gefolgert gefordert gefragt gefrohlockt gefrotzelt gefügt geglaubt
             gehaucht gehöhnt gejammert gejubelt geklagt geknurrt gekontert gekündigt gelästert
             gemahnt gemault gemeckert gemeint gemeldet gemosert gemotzt gemurmelt gemutmaßt
             genörgelt georakelt gepflichtet gepoltert gepostet geraten gerechtfertigt gerufen
             geräumt gerügt gesagt gescherzt geschildert geschimpft geschluchzt geschnaubt
             geschrieben geschrien geschwärmt geseufzt gespottet gesprochen gespöttelt gestammelt
             gestand gestanden gestaunt gesteht gestellt gestichelt gestottert gestöhnt getadelt
             geteilt getwittert getönt geulkt geunkt geurteilt gewarnt gewettert gewiesen gewitzelt
             gezetert gezürnt geäußert gibt glauben glaubt glaubte glaubten gratulieren gratuliert
             gratulierte gratulierten hauchen haucht hauchte hauchten hebt heißt hervorgehoben hieß
             hingewiesen hinwies hinzufügte hinzugefügt hob höhnen höhnt höhnte höhnten informieren
             informiert informierte informierten insistieren insistiert insistierte insistierten
             jammern jammert jammerte jammerten jubeln jubelt jubelte jubelten jubilieren jubiliert
             jubilierte jubilierten klagen klagt klagte klagten klargestellt klarstellte knurren
             knurrt knurrte knurrten kommentieren kommentiert kommentierte kommentierten
             konkretisieren konkretisiert konkretisierte konkretisierten konstatieren konstatiert
             konstatierte konstatierten kontern kontert konterte konterten korrigieren korrigiert
             korrigierte korrigierten kritisieren kritisiert kritisierte kritisierten kündigen
             kündigt kündigte kündigten lamentieren lamentiert lamentierte lamentierten lautet
             lautete lauteten legte_nach ließ lässt lästern lästert lästerte lästerten mahnen mahnt
             mahnte mahnten maulen mault maulte maulten meckern meckert meckerte meckerten meinen
             meint meinte meinten melden meldet meldete meldeten merkt merkte mitgeteilt mitteilte
             mitteilten monieren moniert monierte monierten mosern mosert moserte moserten motzen
             motzt motzte motzten murmeln murmelt murmelte murmelten mutmaßen mutmaßt mutmaßte
             mutmaßten nahm_stellung notieren notiert notierte notierten nörgeln nörgelt nörgelte
             nörgelten orakeln orakelt orakelte orakelten pflichten pflichtet pflichtete pflichteten
             philosophieren philosophiert philosophierte philosophierten poltern poltert polterte
             polterten posten postet postete posteten prognostizieren prognostiziert prognostizierte
             prognostizierten prophezeien prophezeit prophezeite prophezeiten protestieren
             protestiert protestierte protestierten präzisieren präzisiert präzisierte präzisierten
             rechtfertigen rechtfertigt rechtfertigte rechtfertigten referieren referiert referierte
             referierten relativieren relativiert relativierte relativierten resümieren resümiert
             resümierte resümierten rief rief_auf riefen riet rieten rufen ruft räsonieren räsoniert
             räsonierte räsonierten rät räumen räumt räumte räumte_ein räumten rügen rügt rügte
             rügten sage sagen sagt sagte sagten scherzen scherzt scherzte scherzten schildern
             schildert schilderte schilderten schimpfen schimpft schimpfte schimpften schluchzen
             schluchzt schluchzte schluchzten schlussfolgerte schnauben schnaubt schnaubte
             schnaubten schreiben schreibt schreit schrie schrieb schrieben schrien schwadronieren
             schwadroniert schwadronierte schwadronierten schwor schwärmen schwärmt schwärmte
             schwärmten schwört setzte seufzen seufzt seufzte seufzten sichern sicherte
             signalisieren signalisiert signalisierte signalisierten sinnieren sinniert sinnierte
             sinnierten skandieren skandiert skandierte skandierten spekulieren spekuliert
             spekulierte spekulierten spotten spottet spottete spotteten sprach sprach_von sprachen
             sprechen spricht spötteln spöttelt spöttelte spöttelten stammeln stammelt stammelte
             stammelten staunen staunt staunte staunten stellen stellt stellte stellte_fest
             stellte_klar stellten sticheln stichelt stichelte stichelten stottern stottert
             stotterte stotterten stöhnen stöhnt stöhnte stöhnten tadeln tadelt tadelte tadelten
             teilen teilt teilte teilten twittern twittert twitterte twitterten tönen tönt tönte
             tönten ulken ulkt ulkte ulkten unken unkt unkte unkten unterstreicht unterstrich
             unterstrichen urteilen urteilt urteilte urteilten verdeutlichen verdeutlicht
             verdeutlichte verdeutlichten verkünden verkündet verkündete verkündeten verlangen
             verlangt verlangte verlangten verlas verlautbaren verlautbart verlautbarte
             verlautbarten verlautete verlauteten vermelden vermeldet vermeldete vermeldeten
             vermerken vermerkt vermerkte vermerkten vermuten vermutet vermutete vermuteten verraten
             verriet verrät versetzte versichern versichert versicherte versicherten versprach
             versprachen verspricht versprochen verteidigen verteidigt verteidigte verteidigten
             verweist verwies verwiesen vorgeworfen vorlas vorwarf wandte warf_ein warnen warnt
             warnte warnten weist wendet werben wettern wettert wetterte wetterten widersprach
             widersprachen widerspricht widersprochen wiederholen wiederholt wiederholte
             wiederholten wies wiesen wirbt witzeln witzelt witzelte witzelten zetern zetert zeterte
             zeterten zitiert zitierte zugab zugegeben zurückgewiesen zusammenfasste zürnen zürnt
             zürnte zürnten äußern äußert äußerte äußerten",
        ),
        (
            Class::LABELS,
            "abgelehnt abtat angeprangert angesehen anprangerte ansehen ansieht apostrophieren
             apostrophiert apostrophierte apostrophierten appellierte attackieren attackierten
             attestieren attestiert attestierte attestierten bat baten befürchten befürchtet
             befürchtete befürchteten befürworten befürwortet befürwortete begrüßen begrüßt begrüßte
             begrüßten bemängeln bemängelt bemängelte bemängelten bescheinigen bescheinigt
             bescheinigten beschimpfen beschimpft beschimpfte beschimpften beschreiben beschreibt
             beschrieb beschrieben beschuldigen beschuldigt beschuldigte beschuldigten betiteln
             betitelt betitelte betitelten betrachten betrachtet betrachtete betrachteten bewerten
             bewertet bewertete bewerteten bezeichnen bezeichnet bezeichnete bezeichneten
             bezichtigen bezichtigt bezichtigte bezichtigten bezieht bezog bezweifeln bezweifelt
             bezweifelten bittet brandmarken brandmarkt brandmarkte brandmarkten charakterisieren
             charakterisiert charakterisierte charakterisierten danken dankt dankte dankten
             denunzieren denunziert denunzierte denunzierten diffamieren diffamiert diffamierte
             diffamierten diskreditieren diskreditiert diskreditierte diskreditierten eingestuft
             einstufte empfand empfindet empfunden erhoffen erhofft erhoffte erhofften erkannte
             erkennt erwarten erwartete erwarteten feieren feiert feierte feierten formulieren
             formuliert formulierte formulierten fühlt fühlte gebeten gebrandmarkt gedankt gegeißelt
             gehalten gehen_davon_aus gehofft geht_davon_aus geißeln geißelt geißelte geißelten
             gelobt genannt gepriesen gerechnet geschmäht gestuft getauft gewarnt gewertet geworfen
             gewünscht gewürdigt gilt ging_davon_aus gingen_davon_aus halten hielt hinstellte hoffen
             hofft hoffte hofften hält klassifizieren klassifiziert klassifizierte klassifizierten
             kritisieren lehnt lehnte lehnten loben lobt lobte lobten macht machte nannte nannten
             nennen nennt nimmt plädieren plädiert plädierte plädierten porträtieren porträtiert
             porträtierte porträtierten prangert prangerte preist pries qualifizieren qualifiziert
             qualifizierte qualifizierten rechnen rechnet rechnete rechneten rühmt rühmte sah sahen
             schließt schloss schlug schlägt schmähen schmäht schmähte schmähten schätzt schätzte
             sehen setzt sieht sprach sprach_sich sprachen stufen stuft stufte stuften taufen tauft
             taufte tauften titulieren tituliert titulierte titulierten umschreibt umschrieb
             unterstellen unterstellt unterstellte unterstellten unterstützt unterstützte
             verdächtigen verdächtigt verdächtigte verdächtigten vergleicht verglich verglichen
             verhöhnen verhöhnt verhöhnte verhöhnten verlieh vermissen vermisst vermisste vermissten
             verspotten verspottet verspottete verspotteten verstand verstanden versteht verteufeln
             verteufelt verteufelte verteufelten vertrat vertraten vertritt verunglimpfen
             verunglimpft verunglimpfte verunglimpften verurteilen verurteilt verurteilte
             verurteilten verwies warb warf warfen werten wertet wertete werteten will wirft wittert
             wollte wollten wünschen wünscht wünschte wünschten würdigen würdigt würdigte würdigten
             zeigt zeigte zeigten zitieren zitierten zurückwies zählt",
        ),
        (Class::WEAK, "wissen bedenken verlauten vernehmen"),
        (Class::SAYING, "sagend mit_den_worten"),
        (
            Class::SOURCE,
            "laut so gemäß nach_den_worten nach_ihren_worten nach_der_ansicht nach_der_meinung nach_angaben nach_aussage nach_aussagen nach_ansicht nach_meinung nach_worten
             nach_auffassung nach_einschätzung nach_darstellung aus_sicht im_namen in_den_worten",
        ),
        (
            Class::SOURCE_AFTER,
            "zufolge ansicht_nach meinung_nach auffassung_nach einschätzung_nach angaben_nach überzeugung_nach
             darstellung_nach aussage_nach angaben_zufolge",
        ),
        (
            Class::AUX,
            "hat habe haben hatte hatten hätte hätten ist sind war waren sei seien wird werde werden wurde wurden
             würde würden kann könne können konnte konnten könnte muss müsse müssen musste soll solle sollen
             sollte sollten darf dürfe will wolle wollen wollte möchte mag worden",
        ),
        (
            Class::VERB,
            "kam kommt ging geht steht stand liegt lag bleibt blieb gibt nahm nimmt begann beginnt traf trifft
             bekam bekommt erhielt erhält sieht sah tritt trat zieht zog gewann gewinnt verlor starb fiel fällt
             lief läuft führt leitet",
        ),
        (Class::HE, "er"),
        (Class::SHE, "sie"),
        (Class::THEY, "es wir ich man ihr diese dieser dieses jener jene beide alle viele"),
        (
            Class::THEIR,
            "sein seine seiner seinem seinen seines ihr ihre ihrer ihrem ihren ihres unser unsere mein meine ihn
             ihm ihnen uns mich mir",
        ),
        (
            Class::ARTICLE,
            "der die das den dem des ein eine einer einem einen eines kein keine keiner jeder jede jedes einige
             mehrere viele alle diese dieser dieses diesem diesen",
        ),
        (
            Class::PREPOSITION,
            "in im an am auf aus bei beim bis durch für gegen mit nach ohne seit über um unter von vom vor zu zum
             zur während wegen trotz neben zwischen hinter gegenüber per ab anlässlich angesichts außer statt
             anstatt innerhalb außerhalb aufgrund hinsichtlich bezüglich ins ans",
        ),
        (Class::OF, "von vom für der des eines einer"),
        (Class::BY, "von vom durch"),
        (Class::PASSIVE, "wird werden wurde wurden worden"),
        (Class::AS, "wie so"),
        (Class::NOMINATIVE, "er ich wir man"),
        (Class::NOBODY, "es"),
        (Class::LIKE, "als"),
        (Class::NAMED, "bekannt"),
        (Class::OBLIQUE, "den dem des einen einem einer eines ihm ihn ihnen"),
        (
            Class::REPORTED,
            "sei seien habe werde würde würden könne müsse solle wolle dürfe gebe gehe bleibe stehe komme hätte
             hätten wäre wären mache sehe liege handele handle bestehe brauche halte führe lasse wisse finde stelle
             seien bringe zeige gelte nehme glaube",
        ),
        (Class::AND, "und oder aber sondern denn doch sowie"),
        (
            Class::THAT,
            "dass daß wenn weil ob als obwohl nachdem bevor da damit während indem sodass falls sofern wie
             womit wobei weshalb wodurch",
        ),
        (Class::WHO, "welcher welche welches deren dessen denen"),
        (
            Class::ADVERB,
            "sich auch dann später wieder heute gestern morgen dazu dabei daraufhin zudem außerdem weiter weiterhin
             ferner jedoch hingegen dagegen nun jetzt bereits schon noch nur nicht so dort hier zuvor bislang
             damals deshalb daher darum schließlich zuletzt unterdessen inzwischen offenbar angeblich tatsächlich natürlich
             selbstverständlich immerhin eigentlich freilich indes indessen derweil nunmehr endlich plötzlich seither
             seitdem erst einst oft häufig manchmal meist meistens vielleicht wahrscheinlich möglicherweise
             vermutlich offensichtlich leider zumindest wenigstens letztlich übrigens ohnehin jedenfalls
             gleichwohl dennoch trotzdem andernfalls sonst überdies obendrein nebenbei eher lediglich bloß fast
             beinahe knapp rund circa ungefähr zunächst mittlerweile vorerst vorab unlängst neulich vorgestern
             übermorgen abends morgens montags künftig längst stets nie niemals kaum wohl doch ja eben gerade
             einmal zweimal zuerst hierauf dadurch dafür davor davon deswegen insofern infolgedessen demgegenüber
             gegebenenfalls gestrig gleichsam nochmals wiederholt ausdrücklich scharf deutlich klar offen gleichzeitig zugleich ebenfalls
             ebenso allerdings insbesondere etwa sogar selbst gegenüber wörtlich hierzu darin darauf hinzu fort
             sehr immer anschließend abschließend bisher mehrfach mehrmals öffentlich erneut vielmehr
             demnach somit also einerseits andererseits kürzlich jüngst vorher nachher hierbei danach",
        ),
        (
            Class::TIME,
            "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai
             juni juli august september oktober november dezember montagabend dienstagabend mittwochabend
             donnerstagabend freitagabend samstagabend sonntagabend montagmorgen dienstagmorgen mittwochmorgen
             donnerstagmorgen freitagmorgen samstagmorgen sonntagmorgen montagnachmittag dienstagnachmittag
             mittwochnachmittag donnerstagnachmittag freitagnachmittag samstagnachmittag sonntagnachmittag abend
             vormittag nachmittag mittag mitternacht",
        ),
        (
            Class::TITLE,
            "herr frau dr prof professor präsident präsidentin bundespräsident bundeskanzler bundeskanzlerin
             kanzler kanzlerin ministerpräsident ministerpräsidentin premierminister premierministerin minister
             ministerin außenminister außenministerin innenminister innenministerin finanzminister
             verteidigungsminister wirtschaftsminister justizminister umweltminister gesundheitsminister
             bundesminister bundesinnenminister bundesaußenminister bundesfinanzminister staatssekretär sprecher
             sprecherin regierungssprecher pressesprecher polizeisprecher vorsitzender vorsitzende vorsitzenden
             parteivorsitzender parteivorsitzende parteichef parteichefin fraktionschef fraktionsvorsitzender
             fraktionsvorsitzende generalsekretär generalsekretärin bürgermeister oberbürgermeister
             oberbürgermeisterin us-präsident us-außenminister us-außenministerin papst könig königin kaiser
             prinz prinzessin general oberst bischof erzbischof kardinal pfarrer abgeordneter abgeordnete
             abgeordneten senator senatorin gouverneur richter richterin staatsanwalt trainer nationaltrainer
             direktor direktorin leiter leiterin chef chefin vorstandschef experte expertin autor autorin
             journalist journalistin regisseur ex-präsident ex-minister vizepräsident botschafter botschafterin",
        ),
        (Class::MAN, "herr präsident bundeskanzler kanzler minister sprecher könig prinz papst pfarrer chef"),
        (
            Class::WOMAN,
            "frau präsidentin bundeskanzlerin kanzlerin ministerin sprecherin königin prinzessin chefin leiterin",
        ),
        (
            Class::BODY,
            "ministerium partei fraktion regierung universität institut verband verein bund bundestag bundesrat
             kommission rat bank konzern gesellschaft gmbh ag polizei gericht gerichtshof staatsanwaltschaft
             behörde amt bundesamt agentur zeitung union nationen staaten organisation gewerkschaft kirche
             stiftung parlament senat kammer zentrum zentralrat vereinigung republik",
        ),
        (Class::PARTICLE, "von van de zu zur vom al bin ibn di da la le del"),
        // `Ursula von der Leyen`, and `von der Regierung`.
        (Class::PARTICLE.and(Class::PREPOSITION).and(Class::OF).and(Class::BY), "von_der von_den"),
        (
            Class::SHORT,
            "dr prof hr fr st nr bzw ca z.b u.a d.h usw etc jan feb mrz apr jun jul aug sept okt nov dez jr sr inc
             abs art mio mrd vgl hl evtl ggf inkl",
        ),
        (Class::WORDS, "erklärung mitteilung pressemitteilung interview rede brief stellungnahme"),
        (Class::DEFINITE, "der die das den dem"),
        (Class::SOMEBODY.and(Class::MAN), "mann junge"),
        (Class::SOMEBODY.and(Class::WOMAN), "frau mädchen"),
        (Class::ME, "ich"),
        (Class::IMPERSONAL, "heißt hieß"),
        // Offices and trades, of which there are as many as there are compounds.
        (
            Class::TITLE,
            "-meister -meisterin -vorsteher -vorsteherin -vorsitzende -vorsitzender -decker -deckerin -leiter
             -leiterin -wart -wartin -sprecher -sprecherin -forscher -forscherin -händler -händlerin -bauer
             -bäuerin -lehrer -lehrerin -fahrer -fahrerin -trainer -trainerin -minister -ministerin -präsident
             -präsidentin -direktor -direktorin -chef -chefin -ingenieur -ingenieurin -arzt -ärztin -anwalt
             -anwältin -wirt -wirtin -experte -expertin -ologe -ologin -iker -ikerin -aner -anerin -pfleger
             -pflegerin -arbeiter -arbeiterin -richter -richterin -kanzler -kanzlerin -sekretär -sekretärin
             -inhaber -inhaberin -besitzer -besitzerin -beauftragte -beauftragter -rätin -schützer -schützerin
             -führer -führerin -gärtner -gärtnerin -wächter -wächterin -verkäufer -verkäuferin -professor
             -professorin -dirigent -dirigentin -agent -agentin -ratsmitglied -kommissar -kommissarin
             ingenieur ingenieurin arzt ärztin lehrer lehrerin förster försterin winzer winzerin bäcker bäckerin
             imker imkerin pfarrerin dirigent dirigentin anwalt anwältin wirt wirtin gärtner gärtnerin künstler
             künstlerin maler malerin forscher forscherin landwirt torwart lotse kapitän kapitänin professorin
             moderator moderatorin sänger sängerin kritiker aktivist aktivistin anwohner anwohnerin augenzeuge
             augenzeugin zeuge zeugin demonstrant demonstrantin beobachter beobachterin politiker politikerin
             vertreter vertreterin mitarbeiter mitarbeiterin teilnehmer teilnehmerin anhänger gegner kollege
             kollegin nachbar nachbarin besucher besucherin kommentator kommentatorin korrespondent
             korrespondentin redakteur redakteurin herausgeber herausgeberin verleger verlegerin schriftsteller
             schriftstellerin dichter dichterin schauspieler schauspielerin komponist komponistin kanzleramtschef
             bundesbeauftragte schirmherr schirmherrin gründer gründerin mitgründer vorstand geschäftsführer
             geschäftsführerin manager managerin berater beraterin unternehmer unternehmerin betriebsrat ökonom
             ökonomin volkswirt analyst analystin historiker historikerin soziologe soziologin jurist juristin
             rechtsanwalt rechtsanwältin verteidiger verteidigerin kläger klägerin ermittler ermittlerin
             polizist polizistin kapitän kommandant kommandeur offizier soldat soldatin rektor rektorin dekan
             dozent dozentin schüler schülerin vater mutter bruder schwester sohn tochter witwe ehefrau ehemann
             stadtrat stadträtin gemeinderat landrat landrätin ratsherr ratsfrau senatspräsident kandidat
             kandidatin spitzenkandidat spitzenkandidatin amtsinhaber amtsinhaberin nachfolger nachfolgerin
             vorgänger vorgängerin stellvertreter stellvertreterin obmann obfrau landeshauptmann landeshauptfrau
             nationalrat nationalrätin bundesrätin ständerat landammann stadtpräsident stadtpräsidentin
             -stler -stlerin -ftler -ftlerin -ologin -istin -torin -eurin -terin -gerin -herin -kerin -nerin -berin
             -ferin -serin -merin -eur -sprecher -obmann -obfrau -macher -macherin -geber -geberin -helfer -helferin
             -gründer -gründerin -politiker -politikerin -berater -beraterin -manager -managerin -reporter
             -korrespondent -analyst -ökonom -historiker -kritiker -aktivist -demonstrant -vertreter -mitarbeiter
             -kandidat -kandidatin student studentin rentner rentnerin kommissar kommissarin intendant intendantin kurator kuratorin",
        ),
        (
            Class::BODY,
            "-ministerium -bund -verband -verein -amt -behörde -kommission -gericht -partei -bank -gesellschaft
             -institut -regierung -polizei -zentrum -anwaltschaft -verwaltung -universität -hochschule -gemeinde
             -zeitung -agentur -stiftung -gewerkschaft -konzern -initiative",
        ),
    ],
};
