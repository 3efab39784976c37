//! Dutch.

use super::{Class, Order, Table};

pub(super) const TABLE: Table = Table {
    order: Order::VerbSecond,
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
            "zei zegt zeggen zeiden gezegd antwoordde antwoordt antwoordden geantwoord benadrukt benadrukte betoogde betoogt
             concludeerde concludeert erkende erkent legde meende meent meldde meldt melden gemeld reageerde reageert
             reageren riep roept schreef schrijft schrijven geschreven stelde stelt stellen gesteld twitterde verklaarde
             verklaart verklaarden vertelde vertelt vertelden verteld vindt vinden vond voegde vraagt vroeg vroegen
             waarschuwde waarschuwt waarschuwden gewaarschuwd beweerde beweert denkt dacht liet laat voorspelde
             voorspelt bevestigde bevestigt klaagde klaagt opperde oppert vervolgde vervolgt verzuchtte verzucht
             fluisterde grapte grapt eiste eist herhaalde herhaalt licht lichtte merkte merkt noteerde luidt luidde
             oordeelde oordeelt beloofde belooft hoopt hoopte pleitte pleit verwacht verwachtte ontkende ontkent
             constateerde constateert onderstreept onderstreepte tekende besloot",
        ),
        (
            Class::LABELS,
            "noemde noemt noemen genoemd omschreef omschrijft prees prijst sprak spreekt spraken bestempelde bestempelt
             beschuldigde beschuldigt veroordeelde veroordeelt typeerde typeert bekritiseerde hekelde hekelt
             beschreef beschrijft riep_op roept_op",
        ),
        (Class::SAYING, "met_de_woorden onder_het_motto"),
        (
            Class::SOURCE,
            "aldus volgens in_de_woorden_van naar_eigen_zeggen_van",
        ),
        (
            Class::AUX,
            "heeft hebben had hadden is zijn was waren wordt worden werd werden kan kunnen kon konden moet moeten moest zal
             zullen zou zouden mag mogen mocht wil willen wilde niet",
        ),
        (
            Class::VERB,
            "kwam komt gaat ging gingen staat stond ligt lag blijft bleef geeft gaf neemt nam begon begint krijgt kreeg
             ziet zag trok won verloor viel liep leidt maakt maakte doet deed",
        ),
        (Class::HE, "hij"),
        (Class::SHE, "zij ze"),
        (Class::THEY, "het wij we ik je jij u dit dat deze die men"),
        (Class::NOMINATIVE, "hij ik wij we men"),
        (Class::NOBODY, "het"),
        (Class::OBLIQUE, "hem hen haar hun mij ons"),
        (Class::THEIR, "zijn haar hun mijn onze ons uw"),
        (Class::ARTICLE, "de het een deze dit die dat elke iedere enkele sommige meerdere verschillende"),
        (
            Class::PREPOSITION,
            "in op aan van voor met bij naar uit over door onder tegen tussen zonder sinds tijdens na binnen buiten achter
             langs rond vanaf tot om te ter ten vanwege wegens ondanks behalve namens",
        ),
        (Class::OF, "van voor"),
        (Class::BY, "door"),
        (Class::AND, "en of maar want dus"),
        (Class::THAT, "dat als toen omdat terwijl hoewel nadat voordat zodat wanneer indien waarom hoe sinds wat"),
        (Class::WHO, "wie wiens welke"),
        (Class::AS, "zoals"),
        (Class::LIKE, "als"),
        (Class::NAMED, "bekend"),
        (Class::WITH, "met"),
        (Class::PASSIVE, "wordt worden werd werden"),
        (
            Class::ADVERB,
            "ook dan toen later weer vandaag gisteren morgen daarna verder echter nu al nog slechts alleen zo hier daar
             eerder daarom uiteindelijk intussen tegelijkertijd bovendien zelfs opnieuw onlangs inmiddels zich
             er vervolgens desondanks niettemin wel eerst daarbij daarover daartoe hierover",
        ),
        (
            Class::TIME,
            "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
             september oktober november december",
        ),
        (Class::WHEN, "dag dagen week weken maand maanden jaar jaren avond ochtend middag nacht uur"),
        (
            Class::TITLE,
            "dhr mevr meneer mevrouw dr prof mr ir drs president presidente vicepresident premier minister minister-president
             staatssecretaris senator kamerlid burgemeester wethouder gouverneur rechter officier directeur directrice hoofd
             baas generaal kolonel kapitein koning koningin prins prinses paus kardinaal aartsbisschop bisschop pater
             woordvoerder woordvoerster ambassadeur commissaris eurocommissaris hoogleraar professor advocaat econoom
             onderzoeker historicus socioloog analist trainer bondscoach coach auteur schrijver schrijfster journalist
             kanselier raadslid kandidaat voorzitter fractievoorzitter partijleider leider fractieleider topman oud-minister
             ex-president",
        ),
        (Class::MAN, "dhr meneer koning prins pater"),
        (Class::WOMAN, "mevr mevrouw presidente koningin prinses woordvoerster directrice"),
        (
            Class::BODY,
            "ministerie partij universiteit instituut school raad comité commissie vereniging stichting agentschap bureau
             rechtbank hof bedrijf groep bank krant kamer senaat kabinet regering politie leger federatie bond organisatie
             unie vakbond ziekenhuis gemeente huis naties stad republiek parlement justitie kremlin provincie",
        ),
        (Class::PARTICLE, "van de der den het 't ter ten te von la el al"),
        (Class::SHORT, "dhr mevr dr prof mr ir drs st nr blz bijv jr sr"),
        (Class::DEFINITE, "de het"),
        (Class::SOMEBODY.and(Class::MAN), "man jongen"),
        (Class::SOMEBODY.and(Class::WOMAN), "vrouw meisje"),
        (Class::ME, "ik"),
        (
            Class::TITLE,
            "arts bakker slager boer boerin visser ingenieur architect verpleegkundige bioloog geoloog botanicus
             antropoloog natuurkundige scheikundige schilder beeldhouwer bibliothecaris postbode apotheker
             leraar lerares docent schipper molenaar conciërge",
        ),
    ],
};
