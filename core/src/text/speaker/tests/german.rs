//! German news in sentences of our own: verb second, what brackets a clause, what
//! stands before the verb without being its subject.

use super::languages::check;

#[test]
fn german_word_order() {
    check(
        "de",
        &[
            ("„Der Deich hält“, sagte die Bürgermeisterin Hanna Vogt.", "Hanna Vogt"),
            (
                "„Der Deich hält“, betonte Vogt am Montag. Hanna Vogt war zuvor am Hafen gewesen.",
                "Hanna Vogt",
            ),
            ("Hanna Vogt wies den Vorwurf zurück. „Der Deich hält“, fügte sie hinzu.", "Hanna Vogt"),
            ("„Der Deich“, sagte Hanna Vogt, „hält noch zwei Tage.“", "Hanna Vogt | Hanna Vogt"),
            ("Laut Hanna Vogt ist der Deich „noch zwei Tage sicher“.", "Hanna Vogt"),
            ("Der Deich sei „noch zwei Tage sicher“, so Hanna Vogt.", "Hanna Vogt"),
            ("Der Deich sei „noch zwei Tage sicher“, teilte das Wasseramt mit.", "?das Wasseramt"),
            ("Der Deich sei „noch zwei Tage sicher“, wie Hanna Vogt am Montag mitteilte.", "Hanna Vogt"),
            (
                "Auch die Deichgräfin Hanna Vogt äußerte Zweifel und warnte: „Das Wasser steigt.“",
                "Hanna Vogt",
            ),
            ("Später fügte Hanna Vogt hinzu: „Das Wasser steigt.“", "Hanna Vogt"),
            ("Den Vorschlag wies Hanna Vogt als „Spielerei“ zurück.", "Hanna Vogt"),
            (
                "Diese Rechnung nannte Vogt „reine Fantasie von Leuten am Schreibtisch“. Die Deichgräfin Hanna Vogt kam am Abend.",
                "Hanna Vogt",
            ),
            (
                "Hanna Vogt hat die Rechnung als „reine Fantasie von Leuten am Schreibtisch“ bezeichnet.",
                "?Hanna Vogt",
            ),
            (
                "Die Rechnung wurde von Hanna Vogt als „reine Fantasie von Leuten am Schreibtisch“ bezeichnet.",
                "?Hanna Vogt",
            ),
            ("Hanna Vogt zeigte sich zuversichtlich: „Der Deich hält.“", "Hanna Vogt"),
            (
                "In einer gestern verbreiteten Erklärung heißt es: „Der Deich hält.“",
                "?einer gestern verbreiteten Erklärung",
            ),
            (
                "„Der Deich hält“, heißt es in einer gestern verbreiteten Erklärung.",
                "?einer gestern verbreiteten Erklärung",
            ),
            ("Aus dem Rathaus hieß es, der Deich sei „noch zwei Tage sicher“.", "?dem Rathaus"),
            (
                "Hanna Vogt sprach von einem „Sommer voller Sorgen“. Man habe „alles getan, was möglich war“.",
                "Hanna Vogt | ?Hanna Vogt",
            ),
            ("Hanna Vogt ist der Ansicht, dass der Deich „noch zwei Tage sicher“ sei.", "?Hanna Vogt"),
            ("Ihrer Ansicht nach ist der Deich „noch zwei Tage sicher“. Das sagte Hanna Vogt.", "?Ihrer"),
            ("Der Sprecher des Wasseramts, Jan Brodersen, sagte: „Wir messen jede Stunde.“", "Jan Brodersen"),
            ("Jan Brodersen, Sprecher des Wasseramts, sagte: „Wir messen jede Stunde.“", "Jan Brodersen"),
            ("Jan Brodersen (SPD) sagte: „Wir messen jede Stunde.“", "Jan Brodersen"),
            (
                "Jan Brodersen, der das Amt seit 2010 leitet, sagte: „Wir messen jede Stunde.“",
                "Jan Brodersen",
            ),
            (
                "Weitere Zeugen nannten Brodersen „unerschütterlich bis zum letzten Tag“. Jan Brodersen ging früh.",
                "?Weitere Zeugen",
            ),
            ("Jan Brodersen: „Wir messen jede Stunde.“", "Jan Brodersen"),
            ("Seine Begründung: „Wir messen jede Stunde.“", "?Seine"),
            (
                "Jan Brodersen kommentierte den Fall mit den Worten: „Wir messen jede Stunde.“",
                "Jan Brodersen",
            ),
            ("„Wir messen jede Stunde“, brummelte Jan Brodersen.", "Jan Brodersen"),
            ("„Messen Sie jede Stunde?“, wollte Hanna Vogt wissen.", "Hanna Vogt"),
            ("„Messen Sie jede Stunde?“ Hanna Vogt schaute auf die Uhr.", "-"),
            (
                "Wegen des Regens, sagte Hanna Vogt, sei der Deich „aufgeweicht wie ein alter Schwamm“.",
                "Hanna Vogt",
            ),
            (
                "Hanna Vogt kam zu dem Ergebnis, dass der Deich „aufgeweicht wie ein alter Schwamm“ sei.",
                "?Hanna Vogt",
            ),
            (
                "Eine Studie, die den Deich als „aufgeweicht wie ein alter Schwamm“ bezeichnet, liegt vor.",
                "?Eine Studie",
            ),
            ("Der Verein „Freunde des Deichs“ traf sich am Montag.", "-"),
            ("Das Schiff „Möwe“ lief aus.", "-"),
            ("Zum Schluss sagte die Deichgräfin zu Jan Brodersen: „Bis morgen.“", "?die Deichgräfin"),
            ("Dem Kapitän zufolge war die See „glatt wie ein Brett“.", "?Dem Kapitän"),
            ("Nach Angaben der Polizei war die See „glatt wie ein Brett“.", "?der Polizei"),
            (
                "Hanna Vogt sagte der Zeitung „Küstenbote“, der Deich sei „noch zwei Tage sicher“.",
                "Hanna Vogt | Hanna Vogt",
            ),
            ("Man müsse „endlich handeln“, forderte die Opposition.", "?die Opposition"),
            ("Hanna Vogt kritisierte, es fehle „an allem, was man braucht“.", "Hanna Vogt"),
            (
                "Brodersen erklärte am Dienstag vor Journalisten in Husum, man habe „keinen einzigen Tag“ verloren. Jan Brodersen leitet das Amt.",
                "Jan Brodersen",
            ),
            ("„Wir warten“, sagt Peter Hansen. „Mehr bleibt uns nicht.“", "Peter Hansen | Peter Hansen"),
            ("„Wir warten“, sagt Peter Hansen.\n\n„Mehr bleibt uns nicht.“", "Peter Hansen | Peter Hansen"),
            (
                "„Wir warten“, sagt Peter Hansen. Der Wirt schenkt nach. „Mehr bleibt uns nicht“, meint er.",
                "Peter Hansen | Peter Hansen",
            ),
            ("Vor Gericht beteuerte der Angeklagte: „Ich war es nicht.“", "?der Angeklagte"),
            ("„Ich war es nicht!“, beteuerte der Angeklagte vor Gericht.", "?der Angeklagte"),
            ("„Die Zahlen sind vorläufig“, heißt es beim Amt.", "?Amt"),
        ],
    );
}
