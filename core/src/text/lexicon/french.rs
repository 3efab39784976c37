//! French.

use super::{Class, Order, Table};

pub(super) const TABLE: Table = Table {
    order: Order::SubjectFirst,
    clitics: &["-t-elles", "-t-ils", "-t-elle", "-t-il", "-t-on", "-elles", "-elle", "-ils", "-il", "-on"],
    adverb_endings: &[],
    verb_endings: &[],
    gerund_endings: &[],
    elides: true,
    capital_nouns: false,
    first_names: false,
    words: &[
        (
            Class::SAYS.and(Class::CARRIES),
            "dit disait disaient dira disent répondit répond répondait répondu écria écrie reprit reprend ajouta ajoute
             ajouté ajoutait écrit écrivait écrivit cria crie murmura demanda demande demandé déclaré déclare déclara
             déclarait déclarent expliqua explique expliqué expliquait expliquent indiqué indique précisé précise
             précisait affirmé affirme affirmait affirment annoncé annonce assuré assure assurait averti avertit
             commenté commente conclu conclut confié confie dénoncé dénonce estimé estime estimait estiment insisté
             insiste ironisé ironise lancé lance martelé martèle noté note observé observe observait plaidé plaide
             poursuivi poursuit poursuivit prévenu prévient raconté raconte rappelé rappelle reconnu reconnaît
             regretté regrette souligné souligne soulignait tweeté témoigné témoigne rétorqué rétorque répliqué
             réplique renchéri renchérit résumé résume exclamé exclame avancé avance soutenu soutient jugé juge
             promis promet accusé accuse réagi réagit répété répète admis admet déploré déplore martela fustigé
             fustige glissé glisse tranché tranche prédit relevé relève constaté constate fait_savoir fait_valoir
             twitté publié justifié justifie argué argumente argumenté menacé menace exigé exige réclamé réclame",
        ),
        (
            Class::LABELS,
            "qualifié qualifie qualifia appelé appelle appela décrit décrivait évoqué évoque salué salue condamné
             condamne critiqué critique parlé parle surnommé surnomme défini définit traité appelé_à exhorté exhorte
             invité demandé_de prôné prône défendu défend",
        ),
        (
            Class::SAYING,
            "disant ajoutant affirmant déclarant expliquant estimant précisant soulignant assurant évoquant dénonçant
             qualifiant rappelant indiquant jugeant regrettant promettant appelant",
        ),
        (
            Class::SOURCE,
            "selon d'après pour_reprendre_les_mots_de aux_yeux_de de_l'avis_de",
        ),
        (
            Class::AUX.and(Class::CARRIES),
            "a ont avait avaient aurait auraient aura auront eut est était sont étaient fut sera serait aura va peut doit devrait pourrait",
        ),
        (
            Class::AUX,
            "ai as avons avez avoir être été suis es sommes êtes soit ne n' pas plus s' se l' y lui leur m'              t' me te nous vous en",
        ),
        (
            Class::VERB,
            "fait font prend prit vient vint veut voulait voit sait savait mis met donne donné devient devenu reste
             arrive arrivé pris tient quitte rejoint",
        ),
        (Class::HE, "il"),
        (Class::SHE, "elle"),
        (Class::THEY, "ils elles on je j' tu nous vous ce c' ceux celle celui"),
        (Class::THEIR, "son sa ses leur leurs mon ma mes notre nos votre vos"),
        (Class::ARTICLE, "le la les l' un une des du au aux ce cet cette ces plusieurs certains certaines chaque"),
        (
            Class::PREPOSITION,
            "de d' du des à au aux en dans sur sous par pour avec sans chez vers entre depuis pendant lors après
             avant contre malgré devant derrière dès durant parmi face_à auprès près outre hors via jusqu' ",
        ),
        (Class::OF, "de d' du des"),
        (Class::BY, "par"),
        (Class::AND, "et ou mais ni or puis"),
        (
            Class::THAT,
            "que qu' si s'il quand lorsque lorsqu' alors_que tandis_que parce_que puisque comme bien_que
             après_que avant_que pour_que où dont ce_que ce_qu'",
        ),
        (Class::WHO, "qui lequel laquelle lesquels"),
        (Class::AS, "comme ainsi_que"),
        (Class::LIKE, "de comme"),
        (Class::WITH, "avec"),
        (Class::PASSIVE, "est était sont étaient fut été être sera"),
        (
            Class::ADVERB,
            "aussi également encore ensuite puis alors toutefois cependant pourtant enfin déjà toujours jamais ainsi hier
             aujourd'hui demain ici là bien très notamment auparavant récemment même d'abord en_outre par_ailleurs
             de_son_côté pour_sa_part à_son_tour en_revanche néanmoins désormais plus_tard à_nouveau surtout seulement
             finalement publiquement immédiatement clairement simplement vivement fermement",
        ),
        (
            Class::TIME,
            "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août
             septembre octobre novembre décembre",
        ),
        (Class::WHEN, "jour jours semaine mois an ans année soir matin midi après-midi heure heures"),
        (
            Class::TITLE,
            "m mme mlle mm dr me président présidente vice-président premier première ministre secrétaire sénateur
             sénatrice député députée maire préfet préfète juge procureur procureure directeur directrice pdg patron
             patronne chef cheffe général colonel capitaine commandant roi reine prince princesse pape cardinal
             archevêque évêque père porte-parole ambassadeur ambassadrice commissaire professeur professeure docteur
             avocat avocate économiste chercheur chercheuse historien historienne sociologue politologue analyste
             entraîneur entraîneuse sélectionneur capitaine auteur autrice écrivain journaliste chancelier chancelière
             gouverneur gouverneure conseiller conseillère candidat candidate responsable délégué déléguée garde_des_sceaux
             ex-président ex-ministre",
        ),
        (Class::MAN, "m président directeur sénateur roi prince père"),
        (Class::WOMAN, "mme mlle présidente directrice sénatrice reine princesse"),
        (
            Class::BODY,
            "ministère parti université institut école conseil comité commission association fondation agence bureau cour
             compagnie société groupe banque journal assemblée sénat gouvernement police armée fédération organisation
             union syndicat hôpital mairie élysée matignon kremlin maison nations ville région département république
             parlement chambre tribunal parquet autorité collectif mouvement",
        ),
        (Class::PARTICLE, "de d' du des la le von van ben el al di da"),
        (Class::SHORT, "m mm dr me st ste av janv févr juil sept oct nov déc etc cf p"),
        (Class::OWNED, "déclaration promesse affirmation propos mot mots phrase"),
        (Class::DEFINITE, "le la l'"),
        (Class::SOMEBODY.and(Class::MAN), "homme garçon vieil_homme"),
        (Class::SOMEBODY.and(Class::WOMAN), "femme dame fillette"),
        (Class::ME, "je j'"),
        (
            Class::SAYS.and(Class::CARRIES),
            "jure juré nuance nuancé avoue avoué soupire soupiré sourit plaisante plaisanté souffle soufflé
             s'amuse tempère tempéré concède concédé proteste protesté corrige corrigé propose proposé
             murmure résume enchaîne enchaîné s'étonne grommelle bougonne chuchote lâche lâché tonne balaie",
        ),
        (
            Class::TITLE,
            "institutrice instituteur horloger horlogère boulanger boulangère boucher paysan paysanne agriculteur
             agricultrice botaniste météorologue biologiste géologue physicien physicienne ingénieur ingénieure
             facteur factrice notaire médecin infirmier infirmière pharmacien pharmacienne libraire
             bibliothécaire architecte peintre sculpteur compositeur compositrice chanteur chanteuse
             enseignant enseignante retraité retraitée",
        ),
    ],
};
