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
            "sagte sagt sagten sagen gesagt sage rief ruft riefen sprach spricht sprachen fragte fragt fragten
             erwiderte erwidert erklärte erklärt erklärten erklären versetzte antwortete antwortet antworteten
             schrie entgegnete entgegnet heißt hieß meinte meint meinten meinen schreibt schrieb schrieben
             wiederholte wiederholt warnte warnt warnten betonte betont betonten berichtete berichtet berichteten
             äußerte äußert äußerten geäußert bemerkte bemerkt mahnte mahnt lautete lautet verkündete verkündet
             bekräftigte bekräftigt kommentierte kommentiert konstatierte versicherte versichert unterstrich
             unterstreicht behauptet behauptete behaupteten beklagte beklagt beteuerte ergänzte ergänzt
             kritisierte kritisiert kritisierten resümierte urteilte urteilt twitterte twittert zitierte zitiert
             forderte fordert forderten verlangte verlangt teilte teilten mitgeteilt mitteilte kündigte
             angekündigt hinzugefügt fügte begründete begründet räumte gab verlautbarte verlautete verteidigte
             argumentierte argumentiert erinnerte erinnert vermutete vermutet prognostizierte sprach_von
             konterte kontert drohte droht witzelte scherzte gestand gesteht rügte stellte_fest stellte
             bestätigte bestätigt bestätigten meldete meldet meldeten ließ wies führte rechtfertigte erzählte
             erzählt schilderte schildert beschwerte befand findet fand glaubt denkt erläuterte erläutert
             gefordert erwartet hob deutete monierte wetterte schimpfte jubelte geschrieben riet rät skandierte skandierten bezweifelte widersprach geantwortet verkündeten
             verkündet erklärend bezeugte appellierte empfahl empfiehlt attackierte attackiert versprach verspricht beteuert begründen sichern sicherte betonen fordern kritisieren warnen",
        ),
        (
            Class::LABELS,
            "bezeichnete bezeichnet bezeichneten nannte nennt nannten genannt lobte lobt würdigte würdigt
             verurteilte verurteilt beschrieb beschreibt beschuldigte wertete wertet bewertete bewertet
             charakterisierte begrüßte begrüßt begrüßten sieht sah sprach sprachen lehnte hält hielt plädierte
             plädiert appellierte bat betrachtet nimmt will wollte setzt stufte einstufte gilt bezog warb wirft
             warf dankte formulierte formuliert hofft hoffte vertritt vertrat schlug schließt schloss zeigte
             zeigt zeigten verwies zählt machte verglich vergleicht feierte unterstützt unterstützte gewarnt
             gelobt kritisieren werten bezeichnen",
        ),
        (Class::SAYING, "sagend mit_den_worten"),
        (
            Class::SOURCE,
            "laut so gemäß nach_den_worten nach_ihren_worten nach_der_ansicht nach_der_meinung nach_angaben nach_aussage nach_aussagen nach_ansicht nach_meinung nach_worten
             nach_auffassung nach_einschätzung nach_darstellung aus_sicht im_namen in_den_worten",
        ),
        (Class::SOURCE_AFTER, "zufolge"),
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
             damals deshalb daher darum schließlich zuletzt unterdessen inzwischen gleichzeitig zugleich ebenfalls
             ebenso allerdings insbesondere etwa sogar selbst gegenüber wörtlich hierzu darin darauf hinzu fort
             sehr immer anschließend abschließend bisher mehrfach mehrmals öffentlich erneut vielmehr
             demnach somit also einerseits andererseits kürzlich jüngst vorher nachher hierbei danach",
        ),
        (
            Class::TIME,
            "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai
             juni juli august september oktober november dezember montagabend dienstagabend",
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
             student studentin rentner rentnerin kommissar kommissarin intendant intendantin kurator kuratorin",
        ),
        (
            Class::BODY,
            "-ministerium -bund -verband -verein -amt -behörde -kommission -gericht -partei -bank -gesellschaft
             -institut -regierung -polizei -zentrum -anwaltschaft -verwaltung -universität -hochschule -gemeinde
             -zeitung -agentur -stiftung -gewerkschaft -konzern -initiative",
        ),
    ],
};
