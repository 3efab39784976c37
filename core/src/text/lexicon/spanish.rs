//! Spanish.

use super::{Class, Order, Table};

pub(super) const TABLE: Table = Table {
    order: Order::SubjectFirst,
    clitics: &[],
    adverb_endings: &["mente"],
    verb_endings: &[],
    gerund_endings: &[],
    elides: false,
    capital_nouns: false,
    first_names: false,
    words: &[
        (
            Class::SAYS,
            "dijo dice dicen dijeron decía dicho afirmó afirma afirman afirmaron afirmado aseguró asegura aseguran
             aseguraron asegurado añadió añade añadido agregó agrega agregado bromeó bromea destacó destaca destacado
             desveló enfatizó enfatiza explicó explica explican explicado insistió insiste insistido proclamó proclama
             proclamado prosigue prosiguió reconoció reconoce reconocido remarcó remarca admitió admite admitido
             advirtió advierte advertido apuntó apunta apuntado comentó comenta comentado concluyó concluye concluido
             confesó confiesa contestó contesta contó cuenta contado declaró declara declaran declarado denunció
             denuncia denunciado escribió escribe escrito espetó exclamó exclama expresó expresa expresado indicó
             indica indicado lamentó lamenta lamentado manifestó manifiesta manifestado matizó matiza pidió pide
             pedido preguntó pregunta preguntado recordó recuerda recordado reiteró reitera reiterado respondió
             responde respondido sentenció sentencia señaló señala señalan señalado sostuvo sostiene sostenido subrayó
             subraya subrayado tuiteó continuó continúa detalló detalla detallado anunció anuncia anunciado criticó
             critica criticado precisó precisa precisado opinó opina opinado zanjó zanja relató relata resaltó resalta
             aclaró aclara aclarado argumentó argumenta consideró considera considerado informó informa informado
             puntualizó puntualiza prometió promete reclamó reclama exigió exige gritó grita celebró auguró rechazó
             replicó replica alertó alerta defendió defiende",
        ),
        (
            Class::LABELS,
            "calificó califica calificado tildó tilda tildado llamó llama llamado describió describe descrito definió
             define definido tachó tacha tachado acusó acusa acusado habló habla hablado condenó condena condenado
             elogió elogia instó insta instado abogó aboga apostó apuesta denominó denomina bautizó apodó",
        ),
        (
            Class::SAYING,
            "diciendo añadiendo afirmando asegurando explicando señalando calificando advirtiendo subrayando recordando
             al_decir al_afirmar al_asegurar tras_afirmar tras_asegurar",
        ),
        (Class::SOURCE, "según de_acuerdo_con en_palabras_de a_juicio_de en_opinión_de para_el_propio"),
        (
            Class::AUX,
            "ha han había habían he hemos haber sido es era fue son eran fueron está están estaba será sería puede
             pueden podría debe deben deberá va van se le les lo me nos te no",
        ),
        (
            Class::VERB,
            "hace hizo hacen tiene tuvo tienen tenía quiere quiso llegó llega salió sale viene vino dio da dan puso
             pone sabe supo queda quedó sigue siguió ganó perdió llevó",
        ),
        (Class::HE, "él"),
        (Class::SHE, "ella"),
        (Class::THEY, "ellos ellas yo tú usted ustedes nosotros esto eso"),
        (Class::THEIR, "su sus mi mis nuestro nuestra nuestros nuestras tu tus"),
        (Class::ARTICLE, "el la los las un una unos unas este esta estos estas ese esa esos esas aquel varios varias algunos
             algunas cada"),
        (
            Class::PREPOSITION,
            "de del a al en con por para sobre sin entre hasta desde durante tras ante contra bajo hacia mediante según
             excepto salvo vía",
        ),
        (Class::OF, "de del"),
        (Class::BY, "por"),
        (Class::AND, "y e o u pero ni sino"),
        (Class::THAT, "que si cuando aunque porque mientras como donde para_que ya_que puesto_que después_de_que qué"),
        (Class::WHO, "que quien quienes cual cuales cuyo cuya"),
        (Class::AS, "como tal_y_como tal_como"),
        (Class::LIKE, "de como"),
        (Class::WITH, "con"),
        (Class::PASSIVE, "fue fueron sido es son era eran ser será"),
        (
            Class::ADVERB,
            "también además luego después entonces sin_embargo asimismo ayer hoy mañana ahora ya todavía aún siempre
             nunca así antes incluso más_tarde por_su_parte a_su_vez en_cambio por_otra_parte por_último ayer_mismo
             recientemente muy bien solo sólo tampoco igualmente",
        ),
        (
            Class::TIME,
            "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto
             septiembre octubre noviembre diciembre",
        ),
        (Class::WHEN, "día días semana semanas mes meses año años tarde noche hora horas"),
        (
            Class::TITLE,
            "sr sra srta don doña dr dra presidente presidenta vicepresidente vicepresidenta primer primera ministro
             ministra secretario secretaria senador senadora diputado diputada alcalde alcaldesa gobernador gobernadora
             juez jueza fiscal director directora jefe jefa general coronel capitán comandante rey reina príncipe
             princesa papa cardenal arzobispo obispo padre portavoz vocero vocera embajador embajadora comisario
             comisaria profesor profesora doctor doctora abogado abogada economista investigador investigadora
             historiador historiadora sociólogo socióloga analista entrenador entrenadora seleccionador autor autora
             escritor escritora periodista canciller consejero consejera candidato candidata responsable delegado
             delegada líder lehendakari expresidente exministro exministra titular concejal concejala",
        ),
        (Class::MAN, "sr don presidente ministro senador rey príncipe padre"),
        (Class::WOMAN, "sra srta doña presidenta ministra senadora reina princesa"),
        (
            Class::BODY,
            "ministerio partido universidad instituto escuela consejo comité comisión asociación fundación agencia oficina
             corte compañía empresa grupo banco diario congreso senado gobierno policía ejército federación organización
             unión sindicato hospital ayuntamiento casa naciones ciudad república parlamento cámara tribunal fiscalía
             generalitat junta kremlin moncloa",
        ),
        (Class::PARTICLE, "de del la las los y von van da di"),
        (Class::SHORT, "sr sra srta dr dra d dña ud uds ee uu pág núm av art etc"),
        (Class::OWNED, "declaración promesa afirmación frase"),
        (Class::DEFINITE, "el la"),
        (Class::SOMEBODY.and(Class::MAN), "hombre señor chico"),
        (Class::SOMEBODY.and(Class::WOMAN), "mujer señora chica"),
        (Class::ME, "yo"),
        (
            Class::TITLE,
            "médico médica herrero herrera panadero panadera pastor pastora maestro maestra agricultor agricultora
             pescador pescadora ingeniero ingeniera arquitecto arquitecta enfermero enfermera farmacéutico
             farmacéutica biólogo bióloga geólogo geóloga botánico botánica antropólogo antropóloga físico física
             químico química pintor pintora escultor escultora técnico técnica librero librera bibliotecario
             bibliotecaria cartero cartera vecino vecina",
        ),
    ],
};
