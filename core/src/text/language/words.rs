//! Small words, endings and letters that tell languages apart: our own lists.

/// Language and its small words, lower case: articles, pronouns, conjunctions,
/// prepositions, auxiliaries.
pub(super) const WORDS: &[(&str, &str)] = &[
    (
        "en",
        "the of and to in is that for it was on with as he be at by this had not are but from or have an they which \
         one you were her all she there would their we him been has when who will more no if out so said what up its \
         about into than them can only other new some could time these two may then do first any my now such like \
         our over man me even most made after also did many before must through back years where much your way well \
         because how his i a says after who's don't it's just very",
    ),
    (
        "id",
        "yang dan di dari untuk dengan pada tidak ini itu dalam akan adalah oleh ke juga saya kami kita mereka dia ia \
         sudah telah bisa dapat ada karena atau sebagai seorang sebuah para lebih hanya namun tetapi tapi bahwa saat \
         kata menjadi tersebut orang tahun harus masih banyak secara seperti setelah antara hingga bagi belum agar \
         lagi jika kalau anda hari satu dua ketika pun kepada serta sangat salah merupakan terhadap sampai lain",
    ),
    (
        "de",
        "der die das und ist in den von zu mit sich des auf für nicht im dem ein eine als auch es an werden aus er hat \
         dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis \
         mehr durch man sein wurde sei ich wir ihr ihre seine kann gegen vom können schon wenn habe unter sehr was \
         hatte damit dann uns beim ihm ihn mir mich keine kein diese dieser dieses zwei wurden sagte ihren seinen \
         eines soll muss jetzt hier doch mal gibt euch warum",
    ),
    (
        "fr",
        "le la les de des et à un une du en est que qui dans pour pas au sur ne se ce il sont plus par avec elle mais \
         je on nous vous ou cette son sa ses aux été ont leur leurs comme tout fait être avoir même aussi ces bien \
         sans était si peut deux très après entre où ils elles y avait encore mes votre notre dont c'est n'est qu'il \
         l'on d'une d'un depuis ans faire lui avant selon moins sous vers chez cela ça quand dit fois bien veut faut rien toujours l d s n j qu c",
    ),
    (
        "es",
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin \
         sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque \
         qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora cada e \
         vida otro después te otros aunque esa eso hace otra gobierno tan durante siempre día tanto ella sí dijo \
         usted mientras estaba fueron unos una contra ante según nosotros ustedes nuestros nuestra son están estamos hemos",
    ),
    (
        "pt",
        "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua \
         ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter \
         seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha têm numa pelos elas havia \
         seja qual será nós tenho lhe deles essas esses pelas este dele tu te vocês vos lhes meus minhas são ainda \
         anos disse onde fazer pode sobre desde contra segundo ano",
    ),
    (
        "it",
        "di e il la che in a per un è del non sono una i con si da le al come della gli alla ha nel più ma lo anche \
         dei su ad sua suo ed se delle dal questo stato o nella essere dalla era molto ai chi ho hanno loro poi due \
         tutti tutto cui ci così perché io dopo quando solo prima già fare fatto ancora negli nei sulla sul quella \
         quello questa questi anni mi lui lei noi voi dell dall nell all l c d degli agli c'è cosa senza stata stati \
         contro secondo tra fra detto nelle ogni mai dove disse dice aspetta niente adesso bene",
    ),
    (
        "nl",
        "de het een van en in is dat op te zijn met voor niet aan er die om ook als dan maar bij nog uit door over \
         naar werd wordt hij zij ze ik we wij je jullie hebben heeft had was of tot worden meer kan kunnen zou geen \
         al wel hun haar deze dit veel na moet moeten tegen onder wat wie waar toen nu omdat zich zo mijn ons onze \
         jaar twee mensen gaat gaan volgens tussen binnen steeds want hem heb bent ben waren t s 't mij eerste",
    ),
    (
        "sv",
        "och att det i en jag hon som han på den med var sig för så till är men ett om hade de av icke mig du henne då \
         sin nu har inte hans honom skulle hennes där min man ej vid kunde något från ut när efter upp vi dem vara \
         vad över än dig kan sina här ha mot alla under någon eller allt mycket sedan ju denna själv detta åt utan \
         varit hur ingen mitt ni bli blev oss din dessa några deras blir mina samma vilken er sådan vår blivit dess \
         inom mellan sådant varför varje vilka ditt vem vilket sitt säger också mer många bara",
    ),
    (
        "da",
        "og i at det er en til af på den for med de ikke som der har et om han jeg var men fra sig man vi skal kan \
         hun så ved også efter eller vil blev være nu over hvor når havde hans op da ud kun mange mod ind hvad noget \
         bliver dem år meget end skulle ville kunne mig dig os deres denne dette uden under mellem alle mere hvis \
         havde været går siger af samt blevet efter bare selv gennem hvordan hvorfor igen mand dag andre nogle aldrig altid lige vores jer derfor først mens før sgu både hele",
    ),
    (
        "no",
        "og i det på som er en til å han av for med at var de ikke den har jeg om et men seg hun hadde fra vi kan \
         skal ble så man da eller ved også over når ut blir vil meg noe opp år nå hvor etter bare der dette være \
         hva under noen mot oss mer alle bli kunne mange sin sine deg du må skulle ville denne disse mellom enn \
         uten veldig vært sier ikkje eg ein eit frå dei hvis fordi gjennom igjen selv dem sitt hans hennes hvem deg dere andre aldri alltid vår våre noen først mens før både hele heter bryr alle spør etter",
    ),
    (
        "fi",
        "ja on ei että se hän oli ovat mutta joka myös kun olla niin kuin jos sen tai vain nyt ole minä sinä me te he \
         tämä tässä siitä siinä ollut olisi voi mukaan sekä jo vielä hänen minun kaikki joita jotka mitä miten koska \
         sitä tämän näin enemmän sitten eivät jonka vuonna jälkeen kuitenkin en olen oli eikä jossa kanssa sanoo \
         sanoi hyvin siis ennen pitää tulee",
    ),
    (
        "pl",
        "i w na z się do nie to że jest o jak po za od a dla co przez ale są przy tym już tego być był była było \
         tylko jego jej ich ze czy oraz które który która tak może lub jako ma go mnie gdy pod bez jeszcze także \
         bardzo kiedy mi ty my oni nad więc nawet przed będzie były roku więcej można tej te ten ta sobie u również \
         aby między których którzy jednak są podczas lat by którego ponieważ tych swoje",
    ),
    (
        "cs",
        "a v se na je že to s z do o i ve pro by jako jsou by za k si po od tak jak ale byl byla bylo není už až \
         které který která však při jeho jen podle co ze nebo když také jsem své být mu má může před kde aby roku \
         více ani již jejich její tím proto pak mezi dnes bude byly byli kteří než která tento této ještě u bez \
         pouze velmi jsme chce není ho ji ke svou svého nich proti tom",
    ),
    (
        "sk",
        "a v sa na je že to s z do o i vo pre by ako sú za k si po od tak ale bol bola bolo nie už až ktoré ktorý \
         ktorá však pri jeho len podľa čo zo alebo keď aj som svoje byť mu má môže pred kde aby roku viac ani ich \
         jej tým preto potom medzi dnes bude boli ktorí než tento tejto ešte u bez iba veľmi sme chce ho ju ku",
    ),
    (
        "ro",
        "de și în a la cu nu pe un o din că care este mai să sunt pentru ce au fost se ca o lui ale al iar dar sau \
         după prin între fi era acest această aceasta aceste am ar ei el ea noi voi lor le i s-a a-și fără până cele \
         cel cea când foarte unei unui despre doar acum poate dacă toate tot ani anul sa său asupra ai te ne va vor \
         am astfel către dintre nici şi ţara într-o într-un spus spuse spune zise bine",
    ),
    (
        "hu",
        "a az és hogy nem is ez egy volt meg de csak mint már még ki van el ha azt ezt vagy be le fel úgy lesz amely \
         aki mert pedig után szerint ezek azok minden most így több sem lehet kell ami között egyik ő mi ti ők én te \
         nincs nagyon majd illetve ezért mellett volna voltak való két akkor itt ott arra által során melyek olyan \
         jó egyes ahol amikor alatt miatt annak ennek saját",
    ),
    (
        "tr",
        "ve bir bu da de için ile çok daha o ne gibi olarak var en kadar ama sonra olan olduğu değil mi diye ben sen \
         biz siz onlar her şey ki ya ise göre tarafından önce şu yok iki büyük zaman nasıl bile ancak veya hem dedi \
         olduğunu eden etti oldu bunu ona onun bana beni kendi içinde yeni üzerine bütün karşı yıl gün ilk son hiç \
         böyle şöyle sadece yani bize",
    ),
    (
        "vi",
        "và của là có không được cho trong một những các người với này đã để khi đến từ tôi anh chị ông bà về ra vào \
         nhưng cũng như sẽ đó thì mà rất nhiều năm ngày sau trên tại theo phải làm nói còn lại nếu vì hai lên đi \
         bị con nước việc nam mình đang hơn ở nên cả qua biết giờ họ ai gì",
    ),
    (
        "hr",
        "i u je na se da su za od s o a ne kao koji koja koje iz do bi što će ali te po nije već biti bio bila bilo \
         kako sve samo to ili također još nakon prema zbog prije može više jer smo sam ga mu njih njegov kod tako \
         godine oko između nema ima dok kada kad ako ih nego pri ove ovo taj ta te tijekom rekao dvije tko gdje sa",
    ),
    (
        "sl",
        "in je v na da se so za bi ki po z s od kot pa ne ni še tudi ali bil bila bilo že do pri kar lahko ter iz med \
         ko če sem smo ga jih njegov zaradi pred več kako samo biti sta ima kjer tako vse leta ta to teh tega nad \
         brez zelo sicer",
    ),
    (
        "ca",
        "de la i el que en a les els un una per del amb no es al com més però ha són ser va és aquest aquesta seva seu \
         han dels també o si ja quan sobre entre fins tot molt hi ho això on perquè sense anys després nosaltres \
         vostè l d s n ens pels pel als van està",
    ),
    (
        "eu",
        "eta da ez bat du dute zen ere izan dira baina egin zuen dela hau hori zuten nahi ziren egiten dituzte ditu \
         izango behar baino den edo bere oso bi beste zion horrek duen dena hala gero arte diegu goaz gaude zaio dugun dizut gara naiz nago guk zuk denak izateko esan zituen bera \
         batean urte dago gabe bezala zer nik gure hain orain dugu dut baita zien asko egun honetan bai lehen guztiak \
         ari dagoen duten diren badira",
    ),
    (
        "et",
        "ja on ei et see ta oli kui ka aga mis kes oma või siis seda nii veel tema mida ning ole olid pole kuid \
         ainult nad me te ma olla välja pärast juba selle sest üks kõik aasta mitte enne vastu üle koos ütles",
    ),
    (
        "lt",
        "ir yra į kad su iš tai bet kaip ne buvo jis ji jie apie nuo už dėl po tik arba bus jau dar man mes jo jos jų \
         kas kur kai per labai taip pat gali metų metais savo daugiau nėra buvo sakė prie tarp",
    ),
    (
        "lv",
        "un ir ar no par uz kas ka lai bet kā tas arī nav bija viņš viņa tiek pēc to šo tikai vai pie gada jau ja es mēs \
         jūs viņi līdz vairāk būs savu ļoti kad kur šis starp gan esmu tā",
    ),
    (
        "ru",
        "и в не на что я с он как это по но они мы все она так его за был то ты к у же вы от бы для о из когда или \
         если была были ее её их уже только быть чтобы есть нет мне было до ни даже который которые которая также \
         кто здесь там вот свои своего свою очень этот этого том может меня себя время после при лет где со под об нас вас ему сказал этом во",
    ),
    (
        "uk",
        "і в не на що я з він як це по але вони ми все вона так його за був то ти до у та ви від би для о із коли або \
         хто тут там ось своїх свого якщо була були її їх вже тільки бути щоб є немає мені було ні навіть який які яка також дуже цей цього тому \
         може мене себе час після при років де під про нас вас йому сказав й ще чи між тим цих ці яку",
    ),
    (
        "bg",
        "и в не на че с да се за от това е са но по той тя те ние вие как като ще бе беше има бил била били му и го ги \
         си който която които което от до при след само или още най обаче където когато може трябва един една през \
         към също този тази тези ли аз във със",
    ),
    (
        "sr",
        "и у је на се да су за од с о а не као који која које из до би што ће али те по није већ бити био била како све само",
    ),
    (
        "be",
        "і ў не на што я з ён як гэта па але яны мы усе яна так яго за быў да у ад для калі або быць каб ёсць было які якія вельмі пра",
    ),
    (
        "mk",
        "и во не на што се да од за со е но ќе го ја ги по како или беше има кој која кои кое до само уште тој таа тие сè",
    ),
    (
        "ar",
        "في من على إلى أن عن مع هذا هذه التي الذي كان لم لا ما كما قد بعد قبل بين أو ذلك كل غير هو هي وقد إن وفي ومن \
         حيث أنه التى فى الى ان خلال منذ عند وقال ولا به لها له",
    ),
    (
        "fa",
        "در به از که این را با است برای آن یک خود تا کرد بر هم نیز می شد های شده اما باید بود او ما ها گفت کند دارد شود پس",
    ),
    ("ur", "کے میں کی ہے اور سے کا کو نے ہیں اس پر کہ یہ بھی ہو نہیں تھا لیے ایک کر رہا گیا ان وہ ہوئے تھے"),
    ("hi", "के है में की को से और का ने हैं पर यह कि भी कर इस नहीं था हो ही एक तो लिए कहा गया उनके साथ अपने थे वह जो था"),
    ("mr", "आहे आणि या हे ते च्या मध्ये नाही होते की केले आहेत तर होता असे त्या मी हा ही झाले येथे म्हणून यांनी"),
    ("ne", "छ र को मा का ले पनि हो छन् भने गरेको थियो यो हुन् गर्न भएको लागि तर एक गरे हुने"),
];

/// Endings and what they are worth for a language.
pub(super) const ADDED: &[(&str, &str, f32)] = &[
    ("nya", "id", 0.4),
    ("kan", "id", 0.3),
    ("ção", "pt", 1.0),
    ("ções", "pt", 1.0),
    ("ión", "es", 0.6),
    ("ung", "de", 0.3),
    ("keit", "de", 0.5),
    ("zione", "it", 0.8),
    ("zioni", "it", 0.8),
    ("eren", "nl", 0.1),
    ("heid", "nl", 0.5),
    ("lijk", "nl", 0.5),
    ("tion", "en", 0.1),
    ("ing", "en", 0.15),
    ("lar", "tr", 0.2),
    ("ler", "tr", 0.2),
    ("ında", "tr", 0.5),
    ("inde", "tr", 0.2),
    ("yor", "tr", 0.4),
    ("ssa", "fi", 0.4),
    ("ssä", "fi", 0.5),
    ("sta", "fi", 0.15),
    ("inen", "fi", 0.4),
    ("ului", "ro", 0.6),
    ("lor", "ro", 0.3),
    ("ban", "hu", 0.2),
    ("ben", "hu", 0.2),
    ("nak", "hu", 0.2),
    ("nek", "hu", 0.2),
    ("ego", "pl", 0.3),
    ("ości", "pl", 0.8),
    ("ých", "cs", 0.5),
    ("ého", "cs", 0.6),
    ("ija", "hr", 0.2),
    ("aren", "eu", 0.2),
    ("koak", "eu", 0.4),
    ("tzen", "eu", 0.3),
    ("tako", "eu", 0.2),
    ("ar", "sv", 0.05),
    ("erne", "da", 0.3),
    ("ede", "da", 0.1),
    ("ene", "no", 0.1),
    // Danish ends no word in two of the same consonant.
    ("nn", "no", 0.3),
    ("ll", "no", 0.3),
    ("tt", "no", 0.3),
    ("pp", "no", 0.3),
    ("kk", "no", 0.4),
    ("sjon", "no", 0.8),
    ("tion", "da", 0.2),
    ("øj", "da", 0.4),
    ("øy", "no", 0.4),
    ("nn", "sv", 0.1),
    ("ll", "sv", 0.1),
    ("tt", "sv", 0.2),
    ("ться", "ru", 0.8),
    ("ть", "ru", 0.4),
    ("ся", "ru", 0.2),
    ("ся", "uk", 0.2),
    ("ли", "ru", 0.15),
    ("ые", "ru", 0.5),
    ("ый", "ru", 0.5),
    ("ая", "ru", 0.3),
    ("ую", "ru", 0.3),
    ("ют", "ru", 0.2),
    ("ит", "ru", 0.2),
    ("ет", "ru", 0.2),
    ("ти", "uk", 0.15),
    ("ий", "uk", 0.2),
    ("ите", "bg", 0.3),
    ("ата", "bg", 0.3),
    ("ът", "bg", 0.8),
    ("ekin", "eu", 0.5),
    ("tzea", "eu", 0.5),
    ("tzeko", "eu", 0.5),
    ("etan", "eu", 0.3),
    ("aren", "eu", 0.3),
    ("rako", "eu", 0.5),
    ("eko", "eu", 0.3),
    ("dute", "eu", 0.5),
    ("gun", "eu", 0.2),
    ("ak", "eu", 0.15),
];

/// Letters that few languages have, and what each is worth.
pub(super) const LETTERS: &[(&str, &str, f32)] = &[
    ("ñ¿¡", "es", 0.6),
    ("ãõ", "pt", 0.8),
    ("ß", "de", 0.8),
    ("äöü", "de", 0.12),
    ("äö", "fi", 0.15),
    ("äö", "sv", 0.12),
    ("å", "sv", 0.15),
    ("å", "da", 0.15),
    ("å", "no", 0.15),
    ("æ", "da", 0.35),
    ("ø", "da", 0.25),
    ("æ", "no", 0.2),
    ("ø", "no", 0.25),
    ("ğış", "tr", 0.6),
    ("İ", "tr", 0.8),
    ("őű", "hu", 0.9),
    ("áéó", "hu", 0.06),
    ("ăâțșţ", "ro", 0.35),
    ("ş", "ro", 0.2),
    ("łąęśźż", "pl", 0.5),
    ("řěů", "cs", 0.7),
    ("ľĺŕôä", "sk", 0.25),
    ("čšž", "hr", 0.15),
    ("čšž", "sl", 0.12),
    ("čšžýí", "cs", 0.15),
    ("čšžýí", "sk", 0.1),
    ("đć", "hr", 0.5),
    ("œëçùèê", "fr", 0.12),
    ("èàòù", "it", 0.1),
    ("đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ", "vi", 0.5),
    ("ŀ", "ca", 0.8),
    ("õ", "et", 0.3),
    ("ėįųūž", "lt", 0.4),
    ("āēīūģķļņ", "lv", 0.5),
    ("ыэё", "ru", 0.5),
    ("іїєґ", "uk", 1.0),
    ("ў", "be", 1.0),
    ("ъ", "bg", 0.5),
    ("ђћљњџј", "sr", 0.6),
    ("ѓќѕј", "mk", 0.7),
    ("پچژگ", "fa", 0.4),
    ("یک", "fa", 0.15),
    ("ٹڈڑںےہھ", "ur", 0.5),
    ("ةىأإ", "ar", 0.3),
    ("ळ", "mr", 0.4),
];

/// Vowel signs that belong to a word and are no letters by their category.
pub(super) fn is_sign(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036F | 0x064B..=0x065F | 0x0900..=0x097F)
}
