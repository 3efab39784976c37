//! Danish.

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
            "siger sagde sagt skriver skrev skrevet mener mente fastslår fastslog forklarer forklarede forklaret fortæller
             fortalte fortalt hævder hævdede oplyser oplyste oplyst spørger spurgte svarer svarede svaret udtaler udtalte
             udtalt understreger understregede påpeger påpegede tilføjer tilføjede råber råbte melder meldte konstaterer
             konstaterede indrømmer indrømmede kommenterer kommenterede fortsætter fortsatte hvisker hviskede griner
             sukker sukkede mindes advarer advarede lover lovede tror troede synes syntes påstår påstod rapporterer
             opsummerer undrer undrede gentager gentog lægger lagde bekræfter bekræftede erklærer erklærede meddeler
             meddelte vurderer vurderede lyder lød",
        ),
        (
            Class::LABELS,
            "kalder kaldte kaldt beskriver beskrev beskrevet betegner betegnede anklager anklagede kritiserer kritiserede
             roser roste hylder hyldede fordømmer fordømte opfordrer opfordrede",
        ),
        (Class::SOURCE, "ifølge følge"),
        (
            Class::AUX,
            "har havde er var bliver blev kan kunne skal skulle vil ville må måtte får fik bør burde ikke have være",
        ),
        (
            Class::VERB,
            "kom kommer går gik står stod ligger lå giver gav tager tog begynder begyndte ser så gør gjorde ved vidste bor
             boede vandt tabte leder ledede fandt åbnede lukkede",
        ),
        (Class::HE, "han"),
        (Class::SHE, "hun"),
        (Class::THEY, "det vi jeg du i de den man dette"),
        (Class::NOMINATIVE, "han hun vi jeg man"),
        (Class::NOBODY, "det"),
        (Class::OBLIQUE, "ham hende dem mig os"),
        (Class::THEIR, "hans hendes deres sin sit sine min mit mine vores dens dets"),
        (Class::ARTICLE, "en et den det de denne dette disse hver nogle alle flere"),
        (
            Class::PREPOSITION,
            "i på af for med hos til fra ud over gennem under mod mellem uden siden efter inden bag langs rundt om ved før
             blandt trods",
        ),
        (Class::OF, "af for"),
        (Class::BY, "af"),
        (Class::AND, "og eller men"),
        (Class::THAT, "at om når fordi mens selvom da før så hvorfor hvordan hvad"),
        (Class::WHO, "som der hvis hvilken hvem"),
        (Class::AS, "som"),
        (Class::LIKE, "som"),
        (Class::NAMED, "kendt"),
        (Class::WITH, "med"),
        (Class::PASSIVE, "bliver blev blevet"),
        (
            Class::ADVERB,
            "også da så siden senere igen nu allerede kun endnu her der tidligere derefter imidlertid alligevel
             til_sidst desuden samtidig nylig sig videre altså først aldrig altid meget til i_dag i_går",
        ),
        (
            Class::TIME,
            "mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar marts april maj juni juli august september
             oktober november december",
        ),
        (Class::WHEN, "dag dagen dage uge ugen uger måned måneden måneder år året aften aftenen morgen morgenen nat natten"),
        (
            Class::TITLE,
            "hr fru dr prof præsident præsidenten statsminister statsministeren minister ministeren udenrigsminister
             udenrigsministeren finansminister justitsminister partileder partilederen borgmester borgmesteren formand
             formanden forkvinde talsperson talspersonen talsmand talskvinde pressechef chef chefen direktør direktøren
             rektor rektoren professor professoren forsker forskeren læge lægen advokat advokaten anklager dommer
             dommeren general oberst kaptajn konge kongen dronning dronningen prins prinsesse pave paven biskop biskoppen
             præst præsten træner træneren landstræner forfatter forfatteren journalist journalisten økonom økonomen
             analytiker historiker ambassadør folketingsmedlem sekretær generalsekretær bager bageren lærer læreren
             indsatsleder vagtchef politikommissær ordfører",
        ),
        (Class::MAN, "hr konge kongen prins talsmand formand formanden"),
        (Class::WOMAN, "fru dronning dronningen prinsesse talskvinde forkvinde"),
        (
            Class::BODY,
            "ministeriet regeringen partiet universitetet instituttet rådet udvalget foreningen forbundet fonden styrelsen
             bureauet selskabet koncernen banken avisen folketinget retten politiet kommunen unionen kirken hospitalet
             republikken staten",
        ),
        (Class::PARTICLE, "von af de la van"),
        (Class::SHORT, "dr prof hr f.eks bl.a d.v.s kl skt ca nr jr sr"),
        (Class::WORDS, "udtalelse pressemeddelelse interview brev tale"),
    ],
};
