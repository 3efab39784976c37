//! Norwegian, both written forms.

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
            "sier sa sagt seier skriver skrev skrevet skriv mener mente meiner fastslår forklarer forklarte forklart
             forteller fortalte fortalt fortel hevder hevdet opplyser opplyste spør spurte svarer svarte svart uttaler
             uttalte uttalt understreker understreket påpeker påpekte tilføyer tilføyde ropte roper melder meldte
             konstaterer konstaterte innrømmer innrømte kommenterer kommenterte fortsetter fortsatte hvisker hvisket ler
             sukker sukket minnes advarer advarte lover lovte lovet medgir tror trodde synes syntes påstår påsto
             rapporterer oppsummerer undrer undret gjentar gjentok legger la bekrefter bekreftet erklærer erklærte
             beskrev lyder lød",
        ),
        (
            Class::LABELS,
            "kaller kalte kalt kallar beskriver beskrev beskrevet betegner betegnet anklager anklaget kritiserer
             kritiserte priser priste hyller hyllet fordømmer fordømte oppfordrer oppfordret",
        ),
        (Class::SOURCE, "ifølge ifølgje følge"),
        (
            Class::AUX,
            "har hadde er var blir ble vart kan kunne skal skulle vil ville må måtte får fikk bør burde ikke ikkje ha være
             vere",
        ),
        (
            Class::VERB,
            "kom kommer går gikk står sto ligger lå gir ga tar tok begynner begynte ser så gjør gjorde vet visste bor
             bodde vant tapte leder ledet fant åpnet stengte",
        ),
        (Class::HE, "han"),
        (Class::SHE, "hun ho"),
        (Class::THEY, "det vi jeg eg du dere de den man dette"),
        (Class::NOMINATIVE, "han hun ho vi jeg eg man"),
        (Class::NOBODY, "det"),
        (Class::OBLIQUE, "ham henne dem meg oss"),
        (Class::THEIR, "hans hennes deres sin sitt sine min mitt mine vår vårt våre dens dets"),
        (Class::ARTICLE, "en et ei ein den det de denne dette disse hver noen alle flere"),
        (
            Class::PREPOSITION,
            "i på av for med hos til fra ut over gjennom under mot mellom uten siden etter innen utenfor bak langs rundt
             om ved før blant tross",
        ),
        (Class::OF, "av for"),
        (Class::BY, "av"),
        (Class::AND, "og eller men"),
        (Class::THAT, "at om når fordi mens selv_om da før så hvorfor hvordan hva"),
        (Class::WHO, "som hvis hvilken hvem"),
        (Class::AS, "som"),
        (Class::LIKE, "som"),
        (Class::NAMED, "kjent"),
        (Class::WITH, "med"),
        (Class::PASSIVE, "blir ble blitt"),
        (
            Class::ADVERB,
            "også da så siden senere igjen nå allerede bare ennå her der tidligere deretter imidlertid likevel
             til_slutt dessuten samtidig nylig seg videre altså først aldri alltid mye til i_dag i_går",
        ),
        (
            Class::TIME,
            "mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar mars april mai juni juli august september
             oktober november desember",
        ),
        (Class::WHEN, "dag dagen dager uke uken uka uker måned måneden måneder år året kveld kvelden morgen natt natten"),
        (
            Class::TITLE,
            "herr fru dr prof president presidenten statsminister statsministeren minister statsråd utenriksminister
             utenriksministeren finansminister justisminister partileder partilederen ordfører ordføreren leder lederen
             talsperson talspersonen talsmann talskvinne pressetalsmann sjef sjefen direktør direktøren rektor rektoren
             professor professoren forsker forskeren lege legen advokat advokaten dommer dommeren general oberst kaptein
             konge kongen dronning dronningen prins prinsesse pave paven biskop biskopen prest presten trener treneren
             landslagssjef forfatter forfatteren journalist journalisten økonom økonomen analytiker historiker ambassadør
             stortingsrepresentant sekretær generalsekretær baker bakeren lærer læreren innsatsleder operasjonsleder",
        ),
        (Class::MAN, "herr konge kongen prins talsmann pressetalsmann"),
        (Class::WOMAN, "fru dronning dronningen prinsesse talskvinne"),
        (
            Class::BODY,
            "departementet regjeringen partiet universitetet instituttet rådet utvalget foreningen forbundet stiftelsen
             direktoratet byrået selskapet konsernet banken avisen avisa stortinget retten politiet kommunen unionen
             kirken sykehuset republikken staten",
        ),
        (Class::PARTICLE, "von af de la van"),
        (Class::SHORT, "dr prof f.eks bl.a d.v.s kl st ca nr jr sr"),
        (Class::WORDS, "uttalelse pressemelding intervju brev tale"),
    ],
};
