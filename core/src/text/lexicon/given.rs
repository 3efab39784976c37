//! Given names that are mostly borne by men or mostly by women, in the
//! languages of the other tables: enough to keep `she` from meaning a John. A
//! name that is not listed may be either. From our own hand; common knowledge.

pub(super) const MEN: &str = "
    aaron abdul abdullah abu achim adam adi aditya adrian agus ahmad ahmed ahmet akira alan albert alberto
    albin aldo alejandro alessandro alexander alexandre alfons alfred alfredo ali allan alois alvaro
    ambrose amir anatoli anatoly anders andi andika andreas andrew andré andrés anil ansgar anthony
    antoine anton antonin antonio antónio anwar arend arif arjun armando armin arnaud arne arnold arthur
    arturo arun asep ashok asif aurelio axel álvaro ángel bagus baltasar bambang barack bart bartholomew
    bashar bayu bekir ben benjamin benny berat bernard bernd bernhard bernie bert bertrand bill binali
    björn blaise bob bogdan boris boyd brad bradley brendan brian bruce bruno bryan budi burak burkhard
    byron cahyo calvin carl carlos carsten cem cemal cengiz cesar cédric césar chad charles chester chris
    christian christoph christopher chuck clarence clemens clément cliff clifford clint clive colin conrad
    constantin craig cristian cristiano curtis cyril daan damian damien dan daniel darmawan darren dave
    david dean dedi deepak delroy dennis derek desmond detlef devlet didier diego dieter dirk dmitri
    dmitry domenico dominik don donald doug douglas duncan dustin dwight dylan eberhard ed eddie edgar edi
    edmund edoardo eduard eduardo edward edwin efraín egon eko elias elliott elmar emanuel emil emilio
    emmanuel emre enrique enzo eric erik ernest ernesto ernst ervin erwin esteban eugen eugene eugenio
    evan ewald étienne fabian fabio fabrice fabrizio fahrettin faisal fajar fatih fauzi federico felipe
    felix ferdinand fernando ferry félix fidel filip filippo fjodor flavio florent florian francesco
    francis francisco françois frank franklin frans franz fred frederick fredrik frédéric friedhelm
    friedrich fritz gabriel ganesh gary gaston gatot gavin geert geoff geoffrey georg george georges
    gerald gerard gerd gerhard gerrit gert gérard giacomo gilbert gilberto gilles giorgio giovanni
    giuseppe glenn gonzalo gordon gottfried graham greg gregory grégoire grzegorz guido guillaume
    guillermo gunnar gunter gustav gustavo guy günter günther hadi hakan halil hamid hamza hans harald
    harold harry hartmut harvey hary hasan hassan hasto håkan heiko heiner heinrich heinz helmut hendra
    hendrik henk henning henri henrik henrique henry herbert herman hermann hernán heru hervé hilmar
    hiroshi holger horst howard hubert hugh hugo hulusi humberto hussein hüseyin ian ibrahim ichiro
    ignacio igor ilja ilya imam immanuel imran ingo iñigo irwan isaac ismael ismail ivan ivo iwan jaap
    jack jacob jacques jaime jair jakob jamal james janos jaroslav jaroslaw jarosław jason jasper javier
    jean jean-claude jean-luc jean-marc jean-marie jean-paul jean-pierre jeff jeffrey jens jeremiah jeremy
    jeroen jerome jerry jesper jesús jérôme jim jimmy joachim joão jochen joe joel joerg joey johan johann
    johannes john johnnie johnny joko jonas jonathan jordi jorge joschka josef joseph josé josh joshua
    josip jörg jörn juan jukka jules julian julien julio junichiro jupp jussi justin jusuf jürgen kadir
    kareem karim karl karsten kaspar kazimierz kees keir keith kemal ken kenji kenneth kenny kent kenta
    kevin khalid kilian klaus klemens knut konrad konstantin kristian krzysztof kurniawan kurt kyle lamar
    lambert larry lars lasse laurent lawrence lech leif len lennart leo leon leonard leonardo leopold
    leroy leszek levi liam lionel lorenz lorenzo lothar louis luca lucas luciano ludovic ludwig luhut
    luigi luis luiz lukas luke lutz maciej magnus mahesh mahfud mahmoud mahmut maik malcolm malte manfred
    manmohan manuel marc marcel marcin marco marcos marek mariano mario marius mariusz mark marko markus
    marshall martin martín marvin masahiro masoud massimo mateusz mathias mathieu mats matt matteo matthew
    matthias matthieu mauricio maurizio mauro max maxime maximilian mehdi mehmet meinhard metin mevlüt
    michael michaël michał michel mick miguel mikael mike mikhail milan milos mirko mitch mitchell mohamad
    mohamed mohammad mohammad-reza mohammed mohan moritz morten moses muhaimin muhammad mukesh murat
    mustafa nabil naoki naoto narendra nathan nathaniel naveen necmettin ned neil nelson nestor niall
    nicholas nick nicolas niels nigel nikolai nikolaj nikolaus nils norbert norman nugroho numan octavio
    oğuz olaf oleg oleksandr oliver olivier olof omar orhan orlando osama oscar oskar osman otmar ottmar
    otto owen ozan óscar ömer özgür pablo paolo pascal pascual patricio patrick patrik paul paulo pavel
    pedro pekka percy pete peter petr petros petter phil philip philipp philippe pierpaolo pierre pieter
    pietro piotr pius poul prabowo prakash prasad preston purnomo rachid rachmat rafael rahmat rahul
    rainer rajesh rajiv rakesh ralf ralph ramesh ramiro ramon ramón randolph randy raphael raphaël rasmus
    raul raúl ravi ray raymond recep reginald reiner reinhard reinhold rené rex reza ricardo richard rick
    ridwan rizal rob robert roberto rod rodney rodrigo rogelio roger roland rolf romain roman romano romeo
    ron ronald rory rostislav roy ruben rubén rudi rudolf rudolph rudy rufus rupert russell rüdiger ryan
    said salman salvador salvatore sam samir samuel samuele sander sanjay santiago satria saúl scott sean
    sebastiaan sebastian sebastián selahattin selim sepp serge sergei sergej sergey sergio serkan seth
    sébastien sheldon shigeru shinji shinzo shinzō siegfried sigit sigmar sigmund silvan silvio simon
    sjoerd slamet slobodan sönke sören spencer stanislav stanislaw stanley stefan stefano steffen sten
    stephen steve steven stewart stéphane stig stuart sugeng suharto sukarno sunil suresh susilo sutrisno
    süleyman sven sylvain sylvester tadeusz takashi takeshi tarek tariq taro tayyip ted teguh teodoro
    terence terje terrence terry tetsuya theo theodor theodore thierry thilo thomas thorsten tilman tim
    timo timothy timur tino tito tobias tobin todd tom tomasz tomás tommaso tommy tony torben torsten
    toshiro travis trevor tristan troy tuncay turgut tyler udo ueli ufuk ulf uli ulrich umberto urs uwe
    vaclav valentin valerio vasily václav veli vernon vicente victor vijay vikram viktor vince vincent
    vinod vinzenz vitali vitaly vitor vittorio vladimir volker vyacheslav waldemar walid wallace walter
    walther warren wayne wendelin wenzel werner wesley wieland wilfred wilfried wilhelm willem william
    wilson wim winfried winston wojciech wolf wolfgang wolfram wouter władysław xavier yalçın yann yannick
    yanto yasser yasuo yevgeny yitzhak yoshihide yoshihiko youssef yudi yukio yuri yury yusuf yves yılmaz
    zachary zafer zainal zbigniew zdenek zoltan zoltán zulkifli zygmunt";

pub(super) const WOMEN: &str = "
    abigail adèle adriana agnes agnès agnieszka aida ailsa aisha akiko alba aleksandra alena alessandra
    alessia alexa alexandra alice alicia alina alison alma althea alyssa amal amalia amanda amelia amélie
    amina amy ana anastasia andreina anette angela angelika angelina angélique anisa anita anja anjali
    anka anke ann anna annabel annalena anne anne-marie annegret anneliese annemarie annette annie annika
    antje antonella antonia ariane arianna arlene asma astrid audrey aurélie aurora ava ayşe ayşegül ayu
    ayumi ágnes ángela barbara barbra bärbel bea beate beatriz becky belinda bella belma benedetta
    bernadette bertha bessie beth bethany betsy betty beverly bénédicte bianca birgit birgitte birte
    bonnie bożena brenda brigitta brigitte britt britta camila canan candace candice carina carla carlotta
    carly carmela carmen carol carole carolina caroline carolyn carrie catalina caterina catharina
    catherine cathrin cathy cecilia celia celine ceyda cécile chantal charlene charlotte chelsea cherie
    cheryl chiara christa christel christelle christiane christina christine christy cindy citra claire
    clara clare clarissa claudia claudine clemencia colette concepción condoleezza connie constance
    consuelo cordula corina corinna corinne cornelia cristina cynthia dagmar daisy daniela danielle daphne
    darlene dawn deanna debbie debora deborah deirdre delia delphine denise dewi diana diane dilek dilma
    dina dolores donna dora doreen doris dorota dorothea dorothy dunja ebru edda edith edna eileen elaine
    eleanor elena eleonora eleonore elfriede elif elisabeth elise elizabeth elke ella ellen elsa elsbeth
    elvira emel emilia emilie emily emine emma enid erica erika erna esmeralda esperanza esra estela ester
    esther etsuko eugenia eugénie eunice eva eva-maria eve ewa élisabeth élise élodie émilie éva fabienne
    fadime fanny fatima fatma fatou faye fátima federica felicia felicitas filiz fiona flora florence
    florentina franca frances francesca françoise franziska frauke frida frieda friederike fumiko funda
    gabriela gabriele gabriella gabrielle gail gamze gemma geneviève georgia georgina geraldine gerda
    gerlinde gerti gertrude gesine gillian gina ginny giorgia gisela gita gitta giulia giuliana gladys
    glenda gloria graciela greta gretchen guadalupe gudrun gundula gül gülsen gülşen gwen gwendolyn hande
    hanna hannah hanne hannelore harriet haruko hatice heather hedwig heidemarie heidi heike helen helena
    helene helga henriette hermine hélène hilda hilde hildegard hillary hiltrud holly hülya ida ilona ilse
    imke indah indira ines inès inés inga inge ingeborg ingeburg ingrid inka intan irena irene irina iris
    irma irmgard isabel isabela isabell isabella isabelle isadora iva ivana ivanka ivonne ivy jacinda
    jacqueline jana jane janet janice janina janine jasmin jasmine jeanette jeanne jeannette jelena jenna
    jennifer jenny jessica jette jill joan joana joanna jocelyn jodie johanna johanne jolanda josefa
    josefina josefine josephine joy joyce juana judith julia juliana juliane julianna julie juliet
    juliette junko justine jutta kaja kamala karen karin karla karoline kartika kartini katarina katarzyna
    kate katharina katharine katherina katherine kathleen kathrin kathryn kathy katie katja katrin kavita
    kayla kazuko käthe keiko kellie kellyanne kerstin khofifah kimberly kira kirsten klara kornelia
    kristen kristin kristina kristine krystyna kumiko laila lakshmi lara larissa lata laura lauren lea
    leah leila lena leonie leonor lestari leticia leyla lidia liesbeth lieselotte lila lilian lilly lina
    linda linnea lisa liselotte liv liz liza lois lola lorena loretta lori lotte louisa louise lourdes
    luana lucia luciana lucie lucille lucía lucrezia lucy ludmila luisa luise lydia lynne mabel madeleine
    madeline magda magdalena maggie maike mailin maja malala manon manuela mara marcella marcia mareike
    maren margaret margarete margarethe margarita margherita margit margot margrethe margrit marguerite
    maria mariam mariana marianne marie marieke mariella marielle mariette marijke marika mariko marilyn
    marina marine marion marisa marissa marit marita maría marjorie marla marleen marlene marlène marlies
    marta martha martina martine mary masako mathilda mathilde matilda maud maureen maya małgorzata
    mechthild meena mega megan megawati meike melania melanie melissa meral mercedes meredith meryem meta
    mia micaela michaela michelle michiko mila mildred milena miranda mireia mireille miriam mirjam moira
    molly mona monica monika monique montserrat mónica muriel myriam nadezhda nadège nadia nadine nadja
    najat nalan nancy naomi natalia natalie natascha natasha nathalia nathalie nele nelly nesrin nicole
    nicoletta nicolette nikki nilgün nina ninette nirmala noemi noemí noëlle nora noriko norma nuray nuria
    nurten nurul octavia odette odile olena olga olivia ornella özlem paloma pamela paola patricia
    patrizia patty paula paulette pauliina pauline peggy pelin penelope penny petra phyllis pilar polly
    pooja priscilla priyanka puan puspita putri pınar rachel rafaela raffaella ramona rania raphaela
    raquel ratna reba rebecca rebecka rebekah regina regula reiko rekha renate rhonda ria rina rini risma
    rita roberta rocío romina romy ronja rosa rosalie rosalind rosalía rosanna rosario roseanne rosemarie
    rosemary rosie roswitha roxana roxanne ruby ruth sabine sabrina sachiko sadako sade sahra sally salma
    samantha sandra sanna sara sarah sarai saskia savita seda seiko sekar selin selma sema senta serena
    sevgi sevil ségolène sharon sheila sheryl shirley sibylle sieglinde sigrid silke silvana silvia simona
    simonetta sinead siobhan siti smriti sofía solange solveig sonia sonja sophie sri stefanie stella
    stephanie stéphanie sulastri sunita sunniva susan susana susanna susanne sushma susi suzan suzanne
    svenja svetlana sybille sylvana sylvia sylvie şebnem takako tamara tammy tania tanja tansu tara
    tatiana tatjana teresa tessa thea theresa theresia thérèse tiffany tilda tina tomoko tove traute trudy
    tullia tülay ulla ulrike undine ursula uschi uta utami ute valentina valeria valérie vandana vanessa
    velma vera verena veronica verónica véronique vicky victoire victoria viktoria viola violeta virginia
    virginie viviane waltraud waltraut wanda wati wencke wendy wiebke wilhelmine wilma winifred wulan
    xenia yasemin yasmin yasmina yelena yenny ylva yoko yolanda yoshiko yuko yulia yuliana yuliya yuni
    yuriko yvonne zara zeynep zoe zoé zofia zsuzsa zuzana";
