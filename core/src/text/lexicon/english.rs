//! English.

use super::{Class, Order, Table};

pub(super) const TABLE: Table = Table {
    order: Order::SubjectFirst,
    clitics: &[],
    adverb_endings: &["ly"],
    verb_endings: &["ed"],
    gerund_endings: &["ing"],
    elides: false,
    capital_nouns: false,
    first_names: false,
    words: &[
        (
            Class::SAYS,
            "said says say told tells tell wrote writes write added adds add asked asks ask tweeted tweets continued
             continues noted notes explained explains stated states replied replies declared declares responded
             responds suggested suggests concluded concludes recalled recalls acknowledged acknowledges joked jokes
             argued argues argue answered answers reported reports admitted admits announced announces boasted boasts
             remarked remarks warned warns vowed vows asserted asserts claimed claims claim commented comments
             exclaimed exclaims interjected interjects lamented laments shouted shouts protested protests scoffed
             scoffs insisted insists observed observes opined opines predicted predicts proclaimed proclaims quipped
             quips recounted recounts reiterated reiterates repeated retorted retorts snapped stressed stresses
             testified testifies thundered whispered whispers wondered wonders yelled yells mused muses maintained
             maintains fumed gushed emphasized emphasizes emphasised denied denies countered counters cried
             complained complains conceded concedes confided confirmed confirms contended contends cautioned cautions
             pledged pledges pleaded pleads intoned deadpanned cracked begged chanted chants clarified speculated
             revealed reveals hinted implied bragged theorized fretted alleged alleges echoed informed lectured
             marveled objected pointed_out points_out questioned_whether reasoned reflected remembered ranted
             reassured riffed sneered surmised taunted teased texted emailed e-mailed went_on put_it puts_it
             shot_back fired_back hit_back chimed_in wrote_in sighed screamed called_out hollered bellowed barked
             blogged stammered muttered mumbled murmured grumbled griped gloated crowed blurted blared written read
             reads posted posts promised promises  urged tweet swore",
        ),
        (
            Class::LABELS,
            "called calls call described describes describe labeled labels labelled characterized characterizes
             branded dubbed dubs praised praises blasted blasts slammed slams criticized criticizes dismissed
             dismisses denounced denounces accused accuses blamed blames hailed hails cited cites mocked mocks ripped
             condemned condemns decried decries derided derides touted touts lauded lauds bashed thanked agreed
             agrees boasted likened likens termed deemed deems defended defends assured assures recommended
             highlighted highlights endorsed endorses rejected rejects apologized apologizes responded ruled argued
             concluded indicated indicates titled entitled headlined encouraged encourages echoes repeats invoked
             declared acknowledges acclaimed applauded bemoaned bemoans chided disputed excoriated faulted heralded
             lambasted nicknamed panned ridiculed savaged scolded skewered trashed trumpeted railed rails advocated
             advocates appealed warned pressed calling_for called_for calls_for called_on calls_on summed_up sums_up
             laid_out lays_out exhorted exhorts urged urges implored implores begged begs advised advises dared dares
             instructed coined rebuked rebukes summarized summarizes paraphrased quoted quotes accuse praise denounce
             dismiss mock blast slam label portray_as cast casts framed frames painted paints pronounced pronounces
             rattled_off ticked_off trumpets fear fears feared defined defines tagged joked jeered booed belittled
             criticise criticised condemn cite repeat repeated emphasize declare characterize characterise
             praised_for",
        ),
        (
            Class::WEAK,
            "charged charges refers referred considered considers compared compares offered pitched promoted spoke
             speaks talked talks expressed expresses hoped hopes proposed proposes portrayed portrays addressed
             supports supported opposes opposed wants wanted sees saw feels felt thought used uses found finds showed
             shows issued released delivered credited credits raised pushed invited invites challenged remains
             remained welcomed attacked attacks declined refused worried worries promised reads read thinks believes
             believed wrote_about insisted_on focused_on worked started posed struck took_aim signed created vowed_to
             led made campaigned rallied touched_on pointed_to looked_at echoed embraced mentioned mentions
             referenced references discussed discusses detailed details outlined outlines presented presents ran_on
             learned heard hears saw_as regarded regards tied linked viewed views treated introduced wished wishes
             sought seeks tried tries decided identified opened gave gives sent sends stood_by backed backs approved
             launched ordered ruled passed declares published publishes pursued enjoyed knew understands understood
             remembers",
        ),
        (
            Class::SAYING,
            "saying adding calling telling arguing declaring noting writing asking claiming describing warning
             suggesting explaining insisting asserting stating tweeting citing joking remarking boasting
             denouncing promising vowing acknowledging admitting announcing recalling reasoning responding
             replying predicting lamenting labeling quoting quipping reiterating alleging accusing advising
              blasting chanting commenting complaining concluding confirming contending continuing
             criticizing declaring demanding dismissing emphasizing exclaiming expressing hailing hinting
             maintaining mocking musing observing pledging pleading praising proclaiming protesting 
             repeating reporting revealing screaming shouting speculating stressing testifying 
             touting urging   yelling branding comparing dubbing encouraging thanking joking
             stressing expressing conceding cautioning characterizing talking naming dismissing warning",
        ),
        (Class::SAYING, "to_say to_call to_describe to_declare to_tell to_ask to_argue to_claim to_explain to_note to_add to_write to_tweet"),
        (Class::SOURCE, "according_to in_the_words_of as_told_to quoting attributed_to courtesy_of"),
        (
            Class::AUX,
            "has have had is are was were be been being am will would can could may might must shall should do
             does did having 's 've 'd 'll 're hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't
             can't couldn't don't doesn't didn't cannot hasn’t haven’t hadn’t isn’t aren’t wasn’t weren’t won’t
             wouldn’t can’t couldn’t don’t doesn’t didn’t",
        ),
        (
            Class::VERB,
            "go goes went gone going come comes came make makes made get gets got take takes took give gives gave
             given know knows knew see seen want need needs needed use try tries tried trying seem seems seemed
             leave leaves left keep keeps kept let lets begin begins began start starts started help helps helped
             show turn turned play run runs ran move moved live lives lived believe bring brings brought happen
             happened hold holds held sit sat stand stands stood lose loses lost pay pays paid meet meets met
             include includes included set learn learned change changed lead leads led understand watch watched
             follow follows followed stop stopped create created speak allow allowed allows spend spent grow grew
             open opened opens walk walked win wins won teach offer offers remember appear appeared appears buy
             bought serve served serves die died send sent build built stay stayed fall fell cut reach reached
             kill killed raise pass passed sell sold decide decided decides return returned hope develop carry
             carried break broke receive received agree support hit hits produce eat cover caught draw chose
             took visited visits joined attended became become becomes pointed points seeks sought seek faces
             faced gave drew says threw throws thrown launched launches continued tried won voted votes
             concerned praised told stepped suggest asking meant means aims served ran runs",
        ),
        (Class::PASSIVE, "is are was were be been being"),
        (Class::HE, "he"),
        (Class::SHE, "she"),
        (Class::THEY, "they it we i you who who's one others some many everyone someone"),
        (
            Class::THEIR,
            "his her its their my our your him them me us himself herself itself themselves myself",
        ),
        (Class::ARTICLE, "most the a an this that these those another each every no any both all some several many"),
        (
            Class::PREPOSITION,
            "of in for on at by with from to about into over under after before during between through against
             among amid without within along across behind beyond despite toward towards upon since until till
             around near outside inside like off onto unlike alongside regarding concerning following including
             via up down out as than",
        ),
        (Class::OF, "of for from at in with on to"),
        (Class::BY, "by"),
        (Class::AND, "and but or nor yet &"),
        (
            Class::THAT,
            "that what if when while because although though whether unless where why how whenever once so what
             until since after before as",
        ),
        (Class::WHO, "who which whose whom"),
        (Class::AS, "as"),
        (Class::LIKE, "as"),
        (Class::NAMED, "known such referred same"),
        (Class::WITH, "with"),
        (
            Class::OWNED,
            "claim claims statement statements assertion suggestion view words promise pledge call argument remark remarks
             comment comments charge accusation warning belief insistence admission contention prediction slogan motto
             declaration boast vow description characterization states reports notes calls charges orders
             attacks demands pledges answers posts quotes claims report question answer response message tweet tweets",
        ),
        (
            Class::ADVERB,
            "also then later again recently already just only ever never still once even first further instead
             however meanwhile therefore thus not perhaps maybe often always sometimes soon now earlier ago
             yesterday today tonight tomorrow too though although both simply really quite rather almost twice
             previously publicly repeatedly famously reportedly initially eventually finally once back aloud
             afterward afterwards moreover furthermore nonetheless nevertheless additionally separately
             subsequently similarly bluntly flatly there here last next so-called about hereby jokingly indeed likewise anyway besides else rightly far long",
        ),
        (
            Class::TIME,
            "monday tuesday wednesday thursday friday saturday sunday january february march april june july
             august september october november december jan feb aug sept sep oct nov dec",
        ),
        (
            Class::WHEN,
            "mondays sundays week month year morning afternoon evening night weekend spring summer fall winter
             days weeks months years hours minutes hour minute day today yesterday tonight a.m p.m am pm est edt",
        ),
        (
            Class::TITLE,
            "mr mrs ms miss dr prof sir lady lord president vice-president vice senator senators sen sens rep
             reps congressman congresswoman representative governor gov secretary minister prime chancellor king
             queen prince princess pope chief justice judge general gen colonel col captain capt lt lieutenant
             sgt sergeant major maj admiral adm mayor ambassador attorney speaker professor rev reverend pastor
             bishop archbishop cardinal father chairman chairwoman chair director ceo cfo spokesman spokeswoman
             spokesperson commissioner deputy state republican republicans democrat democratic gop nominee
             candidate sheriff officer detective coach host anchor analyst strategist pollster author reporter
             correspondent columnist editor manager adviser advisor aide counsel lawyer attorney actor actress
             singer journalist commentator billionaire businessman mogul tycoon ex-president
             congressional presidential rapper comedian dame sen-elect president-elect undersecretary assistant
             co-chair co-host co-founder founder principal superintendent imam rabbi sheikh ayatollah crown",
        ),
        (Class::MAN, "mr sir lord king prince congressman businessman father chairman spokesman"),
        (Class::WOMAN, "mrs ms miss lady queen princess congresswoman actress chairwoman spokeswoman dame"),
        (
            Class::BODY,
            "ministry department university institute college school party committee council commission union
             association foundation agency bureau office court company corporation corp inc group bank times post
             journal news tribune herald house senate congress administration campaign government police army
             navy force forces center centre league federation organization organisation board team club press
             hospital church service services society network international national united nations street city
             county island islands river tower road avenue park airport day war act bill amendment states north
             south east west new san los las st mount lake fort el great hotel museum theater magazine report
             project fund caucus coalition alliance trust pac center today tv radio channel convention debate
             white black african american americans hispanic latino muslim jewish christian british german
             french russian chinese democrats",
        ),
        (Class::PARTICLE, "de von van der den del della di da do dos du la le al el bin ibn ben st"),
        (
            Class::SHORT,
            "mr mrs ms dr prof sen sens rep reps gov gen col capt lt sgt maj adm rev hon jr sr st inc corp co ltd
             vs jan feb mar apr jun jul aug sept sep oct nov dec no fla calif mass conn ariz wis ill mich minn
             tenn ala ark colo del ga ind kan ky la md mo mont neb nev okla ore pa tex va vt wash wyo mt ft u.s
             u.n e.g i.e a.m p.m etc",
        ),
        (
            Class::WORDS,
            "statement tweet tweets email e-mail letter interview speech remarks message post op-ed report memo
             headline caption slogan sign banner article book essay column blog comment comments",
        ),
        (Class::DEFINITE, "the"),
        (Class::SOMEBODY.and(Class::MAN), "man boy"),
        (Class::SOMEBODY.and(Class::WOMAN), "woman girl"),
        (Class::ME, "i"),
        (Class::WORDS, "words"),
        (
            Class::TITLE,
            "botanist astronomer historian teacher baker farmer fisherman engineer scientist physicist chemist
             biologist geologist economist sociologist psychologist researcher curator librarian conductor
             composer poet novelist painter sculptor architect nurse surgeon doctor constable constables postmaster
             keeper driver caretaker gardener warden ranger harbormaster ferryman miller butcher carpenter
             shopkeeper landlord treasurer president",
        ),
    ],
};
