//! Portuguese.

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
            "disse diz dizem disseram dizia dito afirmou afirma afirmam afirmaram afirmado acrescentou acrescenta
             comentou comenta concluiu conclui concluía confessou confessa constatou desabafou escreveu escreve
             explicou explica explicam informou informa lamentou lamenta jurou sublinhou sublinha sustentou sustenta
             realçou realça adiantou adianta admitiu admite alertou alerta anunciou anuncia avaliou avalia completou
             considerou considera contou conta criticou critica declarou declara defendeu defende destacou destaca
             frisou frisa garantiu garante lembrou lembra observou observa perguntou pergunta referiu refere reiterou
             reitera respondeu responde ressaltou ressalta revelou revela salientou salienta pediu pede apontou aponta
             argumentou argumenta assegurou assegura avisou avisa brincou contestou continuou continua enfatizou
             enfatiza exclamou gritou indicou indica insistiu insiste ironizou negou nega opinou opina ponderou pondera
             prometeu promete pontuou ponderou questionou questiona rebateu rebate reclamou reconheceu reconhece
             recordou recorda relatou relata resumiu retrucou tuitou vincou prosseguiu prossegue reforçou reforça
             citou cita exigiu jurava afirmava explicava garantia lembrava contava defendia criticava acusava",
        ),
        (
            Class::LABELS,
            "chamou chama chamam classificou classifica descreveu descreve definiu define qualificou qualifica acusou
             acusa falou fala condenou condena elogiou elogia apelidou apelida apelou apela tachou denominou",
        ),
        (
            Class::SAYING,
            "dizendo afirmando acrescentando explicando ressaltando destacando lembrando garantindo alegando ao_dizer
             ao_afirmar classificando chamando",
        ),
        (Class::SOURCE, "segundo de_acordo_com conforme nas_palavras_de na_opinião_de para_o"),
        (
            Class::AUX,
            "tem têm tinha tinham tenho ter sido é era foi são eram foram está estão estava será seria pode podem
             poderia deve devem vai vão se lhe lhes o não havia haviam me nos",
        ),
        (
            Class::VERB,
            "faz fez fazem quer quis chegou chega saiu sai vem veio deu dá dão pôs põe sabe soube ficou fica segue ganhou
             perdeu levou teve tiveram houve há",
        ),
        (Class::HE, "ele"),
        (Class::SHE, "ela"),
        (Class::THEY, "eles elas eu tu você vocês nós isso isto"),
        (Class::THEIR, "seu sua seus suas meu minha meus minhas nosso nossa nossos nossas"),
        (Class::ARTICLE, "o a os as um uma uns umas este esta estes estas esse essa esses essas aquele aquela vários várias
             alguns algumas cada"),
        (
            Class::PREPOSITION,
            "de do da dos das ao à aos às em no na nos nas com por pelo pela pelos pelas para sobre sem entre até desde
             durante após ante contra sob perante mediante num numa",
        ),
        (Class::OF, "de do da dos das"),
        (Class::BY, "por pelo pela pelos pelas"),
        (Class::AND, "e ou mas nem porém"),
        (Class::THAT, "que se quando embora porque enquanto como onde para_que já_que depois_que"),
        (Class::WHO, "que quem qual quais cujo cuja"),
        (Class::AS, "como conforme"),
        (Class::LIKE, "de como"),
        (Class::WITH, "com"),
        (Class::PASSIVE, "foi foram sido é são era eram ser será"),
        (
            Class::ADVERB,
            "também além_disso depois então no_entanto entretanto ontem hoje amanhã agora já ainda sempre nunca assim
             antes até_mesmo mais_tarde por_sua_vez por_outro_lado por_fim recentemente muito bem só apenas igualmente
             contudo todavia",
        ),
        (
            Class::TIME,
            "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo segunda terça quarta quinta
             sexta janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        ),
        (Class::WHEN, "dia dias semana semanas mês meses ano anos tarde noite manhã hora horas"),
        (
            Class::TITLE,
            "sr sra srta dom dona dr dra presidente presidenta vice-presidente primeiro-ministro primeira-ministra
             ministro ministra secretário secretária senador senadora deputado deputada prefeito prefeita governador
             governadora juiz juíza promotor promotora procurador procuradora diretor diretora chefe general coronel
             capitão comandante rei rainha príncipe princesa papa cardeal arcebispo bispo padre porta-voz embaixador
             embaixadora comissário comissária professor professora doutor doutora advogado advogada economista
             pesquisador pesquisadora investigador investigadora historiador historiadora sociólogo socióloga analista
             técnico treinador treinadora autor autora escritor escritora jornalista chanceler conselheiro conselheira
             candidato candidata responsável delegado delegada líder ex-presidente ex-ministro ex-ministra vereador
             vereadora coordenador coordenadora gerente",
        ),
        (Class::MAN, "sr dom ministro senador rei príncipe padre"),
        (Class::WOMAN, "sra srta dona presidenta ministra senadora rainha princesa"),
        (
            Class::BODY,
            "ministério partido universidade instituto escola conselho comité comitê comissão associação fundação agência
             gabinete corte companhia empresa grupo banco jornal congresso senado governo polícia exército federação
             organização união sindicato hospital câmara prefeitura casa nações cidade república parlamento assembleia
             tribunal procuradoria kremlin planalto",
        ),
        (Class::PARTICLE, "de do da dos das e von van di"),
        (Class::SHORT, "sr sra srs srta dr dra d exmo pág núm av art etc prof"),
        (Class::OWNED, "declaração promessa afirmação frase"),
        (Class::DEFINITE, "o a"),
        (Class::SOMEBODY.and(Class::MAN), "homem senhor rapaz"),
        (Class::SOMEBODY.and(Class::WOMAN), "mulher senhora moça"),
        (Class::ME, "eu"),
        (
            Class::SAYS,
            "ironiza brinca confidencia recomenda resume desabafa retruca exclama grita sorri celebra confidenciou
             provoca provocou suspira suspirou rebate corrige corrigiu dispara disparou",
        ),
        (
            Class::TITLE,
            "antropólogo antropóloga cobrador cobradora motorneiro motorneira engenheiro engenheira arquiteto
             arquiteta médico médica enfermeiro enfermeira biólogo bióloga geólogo geóloga botânico botânica
             físico física químico química pintor pintora escultor escultora padeiro padeira pescador pescadora
             agricultor agricultora bibliotecário bibliotecária carteiro carteira vizinho vizinha",
        ),
    ],
};
