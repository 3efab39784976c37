//! Swedish.

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
            "säger sa sade sagt skriver skrev skrivit menar menade menat berättar berättade berättat förklarar förklarade
             förklarat hävdar hävdade konstaterar konstaterade frågar frågade svarar svarade svarat tillägger tillade
             uppger uppgav uttalar uttalade uttalat ropar ropade anser ansåg betonar betonade påpekar påpekade poängterar
             understryker underströk meddelar meddelade meddelat kommenterar kommenterade fortsätter fortsatte viskar
             viskade skrattar suckar suckade minns varnar varnade lovar lovade medger medgav erkänner erkände tror trodde
             tycker tyckte påstår påstod rapporterar resonerar sammanfattar summerar utbrister undrar undrade invänder
             invände upprepar upprepade lyder löd",
        ),
        (
            Class::LABELS,
            "kallar kallade kallat beskriver beskrev beskrivit betecknar betecknade anklagar anklagade kritiserar
             kritiserade prisar prisade hyllar hyllade dömer fördömde uppmanar uppmanade",
        ),
        (Class::SOURCE, "enligt"),
        (
            Class::AUX,
            "har hade är var blir blev kan kunde ska skall skulle vill ville måste får fick bör borde inte ha vara",
        ),
        (
            Class::VERB,
            "kom kommer går gick står stod ligger låg ger gav tar tog börjar började ser såg gör gjorde vet visste bor
             bodde vann förlorade leder ledde hittade öppnade stängde",
        ),
        (Class::HE, "han"),
        (Class::SHE, "hon"),
        (Class::THEY, "det vi jag du ni de dom den man hen detta"),
        (Class::NOMINATIVE, "han hon vi jag man"),
        (Class::NOBODY, "det"),
        (Class::OBLIQUE, "honom henne dem mig oss"),
        (Class::THEIR, "hans hennes deras sin sitt sina min mitt mina vår vårt våra dess"),
        (Class::ARTICLE, "en ett den det de denna detta dessa varje någon några alla flera"),
        (
            Class::PREPOSITION,
            "i på av för med hos till från ur över genom under mot mellan utan sedan efter inom utanför bakom längs runt
             om vid före åt bland trots",
        ),
        (Class::OF, "av för"),
        (Class::BY, "av"),
        (Class::AND, "och eller men utan"),
        (Class::THAT, "att om när eftersom medan fast därför innan så varför hur vad"),
        (Class::WHO, "som vars vilken vilket vilka vem"),
        (Class::AS, "som"),
        (Class::LIKE, "som"),
        (Class::NAMED, "känd känt"),
        (Class::WITH, "med"),
        (Class::PASSIVE, "blir blev blivit"),
        (
            Class::ADVERB,
            "också även då sedan senare igen idag igår imorgon nu redan bara ännu här där tidigare därefter dock ändå
             till_slut dessutom samtidigt nyligen sig vidare alltså först aldrig alltid mycket",
        ),
        (
            Class::TIME,
            "måndag måndagen tisdag tisdagen onsdag onsdagen torsdag torsdagen fredag fredagen lördag lördagen söndag
             söndagen januari februari mars april maj juni juli augusti september oktober november december",
        ),
        (Class::WHEN, "dag dagen dagar vecka veckan veckor månad månaden månader år året kväll kvällen morgon morgonen natt
            natten"),
        (
            Class::TITLE,
            "herr fru dr prof president presidenten statsminister statsministern minister ministern utrikesminister
             utrikesministern finansminister justitieminister partiledare partiledaren kommunalråd borgmästare borgmästaren
             ordförande ordföranden talesperson talespersonen talesman presstalesperson chef chefen direktör direktören
             vd vd:n generaldirektör rektor rektorn professor professorn forskare forskaren läkare läkaren advokat
             advokaten åklagare åklagaren domare domaren general överste kapten kung kungen drottning drottningen prins
             prinsessan prinsessa påve påven biskop biskopen präst prästen tränare tränaren förbundskapten författare
             författaren journalist journalisten ekonom ekonomen analytiker historiker ambassadör riksdagsledamot
             sekreterare generalsekreterare bagare bagaren lärare läraren polisen insatsledare",
        ),
        (Class::MAN, "herr kung kungen prins talesman"),
        (Class::WOMAN, "fru drottning drottningen prinsessan prinsessa"),
        (
            Class::BODY,
            "departementet regeringen partiet universitetet institutet rådet nämnden föreningen förbundet stiftelsen
             myndigheten byrån bolaget koncernen banken tidningen riksdagen domstolen polisen kommunen unionen kyrkan
             sjukhuset republiken staten",
        ),
        (Class::PARTICLE, "von af de la van"),
        (Class::SHORT, "dr prof t.ex bl.a d.v.s kl st ca nr jr sr"),
        (Class::WORDS, "uttalande pressmeddelande intervju brev tal"),
    ],
};
