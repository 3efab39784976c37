//! Given names that are mostly borne by men or mostly by women, in the
//! languages of the other tables: enough to keep `she` from meaning a John. A
//! name that is not listed may be either. From our own hand; common knowledge.

pub(super) const MEN: &str = "
    aaron adam adrian agus ahmad ahmed alan albert alberto alejandro alessandro alexander alexandre alfred ali
    anders andi andreas andrew andré andrés anthony antoine antonio arnaud arthur bambang barack ben benjamin
    bernard bernie bill bob boris brian bruce bruno budi burak carl carlos charles chris christian christoph
    christopher chuck colin craig dan daniel david dedi dennis didier diego dieter dirk dmitri don donald doug
    douglas ed eduardo edward eko emmanuel emre enrique eric erik ernst felipe fernando florian francesco
    francis francisco frank franz françois fred frederick friedrich gary geert geoff georg george gerald
    gerhard giovanni giuseppe glenn gordon greg gregory guido gustavo hans harald harry heinrich helmut hendra
    henri henry herbert horst hugo ian ibrahim ignacio ivan jack jacques jair james jason javier jean jeff
    jeffrey jens jeremy jeroen jim joachim joe joel johann johannes john johnny joko jonathan jorge joseph
    joshua josé joão juan julian justin jürgen karl kees keith kemal ken kenneth kevin khalid klaus kurt lars
    laurent lawrence len leo leonardo lothar louis luca lucas luigi luis luiz mahmoud marc marcel marco marcos
    mario mark markus martin massimo matt matteo matthew matthias max mehmet michael michel mick miguel mike
    mohamed mohammad mohammed muhammad murat mustafa nathan ned nicholas nick nicolas nigel norbert olaf
    oliver olivier omar oscar otto pablo paolo pascal patrick paul paulo pedro peter phil philip philipp
    philippe pierre pieter prabowo rafael ralf ralph ramón randy ray raymond recep reinhard rené ricardo
    richard rick rizal rob robert roberto rodrigo roger roland rolf romano ron ronald rudolf rudy rupert ryan
    sam samuel scott sean sebastian sebastián sergei sergio seth silvio simon slamet stefan stefano stephen
    steve steven susilo sven süleyman tayyip ted terry thierry thomas tim timothy tobias todd tom tomás tony
    ulrich uwe vicente victor viktor vincent vladimir volker walter werner wilhelm willem william wim winston
    wolfgang xavier yves zachary";

pub(super) const WOMEN: &str = "
    abigail agnès aisha alessandra alexandra alice alicia amanda amy amélie ana angela angélique anita anja
    ann anna anne annegret annette antje audrey ayşe barbara beatriz birgit brenda brigitte camila carla carly
    carmen carol caroline catalina catherine cathy cecilia chantal charlotte chelsea cheryl chiara christa
    christiane christina christine claire clara claudia condoleezza cristina cynthia daniela debbie deborah
    denise dewi diana diane dilma dolores donna doris dorothy eleanor elena elif elisabeth elise elizabeth
    ellen emily emma estela ester eva eve fatma federica florence frances francesca françoise fátima gabriela
    gabriele gertrude gina giorgia gisela giulia giuliana gloria graciela greta hannah heather heidi heike
    helen helena helga hillary hélène ingrid inès inés irene iris isabel isabella isabelle ivanka jacinda jane
    janet jeanne jennifer jessica jill joan joanna johanna josefina joyce juana judith julia juliane julie
    karen karin kate katherine kathleen kathryn katie katrin kellyanne kirsten kristin laila laura leila lena
    leonor lilian linda lisa lois lorena loretta lori louise lucie lucy lucía luisa madeleine malala manuela
    margaret margarita margot margrethe maria mariana marie marina marine marion marlène marta martha martina
    mary maría maya megan megawati melania melanie mercedes michelle mireille molly monica monika mónica nadia
    nancy naomi natalia natalie nathalie nicole nina nora nuria olga olivia pamela patricia paula pauline
    petra pilar puan rachel raquel rebecca regina renate rina rita rosa rosario ruth sabine sally samantha
    sandra sara sarah sharon sheila silvia siti sofía sonia sophie sri stefanie stephanie susan susana susanne
    suzanne svenja sylvia sylvie ségolène tamara tammy tanja tatiana teresa theresa tiffany tina ulrike ursula
    valentina valérie vanessa vera veronica verónica victoria virginia wati wendy yolanda yuni yvonne zeynep";
