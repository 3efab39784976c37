//! Polish.

use super::{Class, Order, Table};

pub(super) const TABLE: Table = Table {
    order: Order::SubjectFirst,
    clitics: &[],
    adverb_endings: &[],
    verb_endings: &["uje", "ował", "owała", "owali", "ały", "iły"],
    gerund_endings: &[],
    elides: false,
    capital_nouns: false,
    first_names: false,
    words: &[
        (
            Class::SAYS,
            "powiedział powiedziała powiedzieli mówi mówił mówiła mówią mówili dodał dodała dodali dodaje zapytał zapytała
             pyta pytał spytał spytała odpowiedział odpowiedziała odpowiedzieli odpowiada odparł odparła stwierdził
             stwierdziła stwierdzili stwierdza twierdzi twierdził twierdziła twierdzą podkreślił podkreśliła podkreśla
             wyjaśnił wyjaśniła wyjaśnia wyjaśniał zaznaczył zaznaczyła zaznacza ocenił oceniła ocenia przyznał przyznała
             przyznaje napisał napisała napisali pisze oświadczył oświadczyła tłumaczy tłumaczył tłumaczyła zauważył
             zauważyła zauważa krzyknął krzyknęła krzyczy szepnął szepnęła szepcze rzekł rzekła przekonuje przekonywał
             apeluje apelował komentuje skomentował skomentowała zapewnia zapewnił zapewniła wspomina wspominał
             wspominała opowiada opowiadał opowiadała poinformował poinformowała informuje przekazał przekazała ostrzegł
             ostrzegła ostrzega obiecał obiecała zapowiedział zapowiedziała zapowiada przypomniał przypomniała przypomina
             kontynuuje kontynuował kontynuowała podsumował podsumowała podsumowuje żartuje zażartował śmieje wzdycha westchnął westchnęła
             uważa uważał uważała sądzi zawołał zawołała woła mruknął mruknęła dorzucił dorzuciła relacjonuje wskazał
             wskazała wskazuje alarmuje głosi",
        ),
        (
            Class::LABELS,
            "nazwał nazwała nazwali nazywa nazywają określił określiła określa opisał opisała opisuje oskarżył oskarżyła
             skrytykował skrytykowała pochwalił pochwaliła wezwał wezwała wzywa",
        ),
        (Class::SAYING, "mówiąc dodając twierdząc podkreślając zaznaczając nazywając"),
        (Class::SOURCE, "według zdaniem jak_podaje jak_podała jak_podał jak_twierdzi w_opinii w_ocenie"),
        (
            Class::AUX,
            "jest są był była było byli były będzie będą nie może mogą mógł mogła musi powinien powinna ma mają miał miała
             został została się",
        ),
        (
            Class::VERB,
            "przyszedł przyszła wyszedł wyszła dostał dostała wziął wzięła dał dała zrobił zrobiła chce chciał chciała
             wie wiedział widzi widział mieszka mieszkał pracuje idzie szedł szła stoi stał stała został zaczął zaczęła
             poprosił poprosiła znalazł znalazła otworzył otworzyła zamknął",
        ),
        (Class::HE, "on"),
        (Class::SHE, "ona"),
        (Class::THEY, "oni one ono ja my ty wy to"),
        (Class::THEIR, "jego jej ich swój swoja swoje swoją swojego swojej swoich mu im go ją nam mi nas mnie sobie siebie
            mój moja nasz nasza"),
        (Class::ARTICLE, "ten ta te tego tej tych tamten tamta każdy każda jeden jedna niektórzy wielu wszyscy cały inny
            inna"),
        (
            Class::PREPOSITION,
            "w we na z ze do o od po za pod nad przy dla bez przez przed między podczas około przeciw przeciwko wśród
             wokół oprócz zamiast u ku wobec",
        ),
        (Class::AND, "i oraz lub albo a ale czy lecz"),
        (Class::THAT, "że żeby aby jeśli gdy kiedy choć bo póki jak gdzie skąd dlaczego ponieważ gdyż"),
        (Class::WHO, "który która które którzy którego której którym których kto"),
        (Class::AS, "jak"),
        (Class::LIKE, "jako"),
        (
            Class::ADVERB,
            "także też potem wtedy teraz dziś dzisiaj wczoraj jutro już jeszcze wreszcie znowu znów tam tu tutaj tak tylko
             nawet właśnie po_prostu prawie bardzo cicho głośno spokojnie smutno wesoło krótko poważnie później wcześniej
             jednak zresztą przy_tym z_kolei między_innymi tymczasem następnie ponadto dalej zaraz stanowczo szczerze",
        ),
        (
            Class::TIME,
            "poniedziałek wtorek środę środa czwartek piątek sobotę sobota niedzielę niedziela stycznia lutego marca
             kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        ),
        (Class::WHEN, "dzień dni tydzień tygodnie miesiąc rok roku lat rano wieczorem nocą godzin minut"),
        (
            Class::TITLE,
            "pan pani prezydent premier wicepremier minister ministra wojewoda burmistrz burmistrzyni wójt prezes poseł
             posłanka senator senatorka dyrektor dyrektorka naczelnik zastępca zastępczyni przewodniczący przewodnicząca
             sekretarz rzecznik rzeczniczka przedstawiciel przedstawicielka kierownik kierowniczka prof dr profesor
             profesorka doktor nauczyciel nauczycielka lekarz lekarka dziennikarz dziennikarka pisarz pisarka reżyser
             reżyserka trener trenerka sędzia adwokat mecenas generał gen pułkownik płk major kapitan kpt kardynał
             arcybiskup biskup ksiądz ks papież król królowa ekspert ekspertka analityk ekonomista historyk socjolog
             inżynier inż kierowca koordynator autor autorka artysta artystka aktor aktorka piosenkarz piosenkarka
             ambasador mieszkaniec mieszkanka student studentka emeryt emerytka rolnik lider liderka marszałek radny
             radna piekarz bibliotekarka komendant starosta sołtys szef szefowa",
        ),
        (Class::MAN, "pan ksiądz ks król papież"),
        (Class::WOMAN, "pani królowa burmistrzyni posłanka dyrektorka rzeczniczka profesorka nauczycielka lekarka
            dziennikarka pisarka aktorka mieszkanka studentka emerytka radna bibliotekarka szefowa"),
        (
            Class::BODY,
            "ministerstwo rząd partia uniwersytet instytut rada komitet komisja związek stowarzyszenie fundacja agencja
             spółka koncern bank gazeta sejm senat parlament sąd prokuratura policja federacja organizacja szpital urząd
             kancelaria departament republika centrum służba",
        ),
        (Class::PARTICLE, "de von van"),
        (Class::SHORT, "prof dr gen płk kpt ks inż mgr hab ul im r np tzn tj m.in św ok zł tys mln mld"),
        (Class::WORDS, "oświadczenie oświadczeniu komunikat komunikacie list liście wywiad wywiadzie przemówienie wpis wpisie"),
    ],
};
