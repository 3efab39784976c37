//! What a person does, by keys, and what comes of it.

use std::sync::Arc;

use kabar::app::effect::Effect;
use kabar::app::key::Chord;
use kabar::app::keymap::Keymap;
use kabar::app::list::View;
use kabar::app::model::{Model, Options};
use kabar::app::msg::Msg;
use kabar::app::refresh::Refreshed;
use kabar::app::screen::{Pane, Size};
use kabar::app::sidebar::Saved;
use kabar::app::{start, update};
use kabar::article::{Change, Field, Mark, Place, Progress};
use kabar::shell::{Order, perform};

use crate::harness::Harness;

pub const FERRY: &str = "\
The ferry that waits

By Ana Díaz

14 November 2026

The ferry leaves at six, and it has left at six for forty years.

“We wait for the nurse,” said Tom Reed, the captain. “She comes off the night shift at ten past.”

Nobody complains. The timetable says six, and the timetable is right about everything else on the island.

“A timetable is a promise,” said Mary Holt, who teaches at the school. “But so is a neighbor.”

The harbor office has asked for an explanation, in writing, by the end of the month.

“I will send them the nurse,” Reed said.
";

pub const BRIDGE: &str = "\
A bridge nobody asked for

By Tom Reed

12 November 2026

The bridge was finished in March, and in April somebody asked where it was meant to go.

It goes to a field. In the field there is a gate, and behind the gate there is another field, which belongs to the same man as the first.
";

pub const SEED: &str = "\
Seeds under the town hall

By Mary Holt

10 November 2026

Under the town hall there is a cellar, and in the cellar there are four thousand jars.

Each jar holds seeds of one kind of bean, and every bean has a name that somebody's grandmother gave it.
";

fn three(width: u16, height: u16) -> Harness {
    Harness::new(width, height, &[("ferry.txt", FERRY), ("bridge.txt", BRIDGE), ("seed.txt", SEED)])
}

/// A long article: two hundred numbered paragraphs.
fn long(width: u16, height: u16) -> Harness {
    let paragraph = |n| format!("Paragraph {n} says what the one before it has left out, and no more.");
    let body = (1..=200).map(paragraph).collect::<Vec<_>>().join(
        "

",
    );
    Harness::new(
        width,
        height,
        &[("long.txt", &format!("A long story\n\n13 November 2026\n\n{body}")), ("seed.txt", SEED)],
    )
}

fn marks(h: &Harness, title: &str) -> Mark {
    h.mark(title)
}

fn title(h: &Harness) -> String {
    h.model.reader().document().map_or_else(String::new, |it| it.article.title.clone())
}

#[test]
fn enter_reads_and_marks_as_read_and_back_returns() {
    let mut h = three(80, 24);
    assert!(h.screen().contains("The ferry that waits"));
    h.keys("Enter");
    assert_eq!(h.model.pane(), Pane::Page);
    assert!(h.screen().contains("The ferry leaves at six"));
    assert!(marks(&h, "The ferry that waits").read);
    h.keys("q");
    assert_eq!(h.model.pane(), Pane::List);
    assert_eq!(h.model.list().tally().unread, 2);
    assert!(h.asked.is_empty(), "back from an article must not quit");
}

#[test]
fn looking_at_an_article_beside_the_list_does_not_read_it() {
    let mut h = three(120, 30);
    h.keys("j");
    assert_eq!(title(&h), "A bridge nobody asked for");
    assert!(h.recorded.is_empty());
}

#[test]
fn going_through_the_list_waits_for_no_article() {
    let mut h = three(100, 24);
    let waits = h.waits;
    assert!(h.keys("j").screen().contains("It goes to a field."), "{}", h.screen());
    assert!(h.keys("k").screen().contains("it has left at six"), "{}", h.screen());
    assert!(h.keys("j j").screen().contains("four thousand jars"), "{}", h.screen());
    assert_eq!(h.waits, waits, "articles that had to be read first");
}

#[test]
fn the_article_that_comes_next_is_set_before_it_is_shown() {
    let mut model = Model::new(Options::default(), Keymap::default());
    let h = three(100, 24);
    let wanted = |effects: Vec<Effect>| -> Vec<Order> {
        let orders = effects.into_iter().filter_map(|it| match it {
            Effect::List(ask) => Some(Order::List(ask)),
            Effect::Load(it) => Some(Order::Load(it)),
            Effect::Ahead(it) => Some(Order::Ahead(it)),
            _ => None,
        });
        orders.collect()
    };
    update(&mut model, Msg::Resize(Size { width: 100, height: 24 }));
    let mut orders = wanted(start(&mut model));
    let mut ahead = None;
    while let Some(order) = orders.pop() {
        let answer = perform(&h.store, &order).unwrap().unwrap();
        if let (Order::Ahead(_), Msg::Loaded { result: Ok(ready), .. }) = (&order, &answer) {
            ahead = ready.page.clone().map(|(_, page)| page);
        }
        orders.extend(wanted(update(&mut model, answer)));
    }
    update(&mut model, Msg::Key("j".parse::<Chord>().unwrap().keys()[0]));
    let (ahead, shown) = (ahead.unwrap(), model.reader().page().unwrap());
    assert!(Arc::ptr_eq(&ahead, shown), "it was set again");
}

#[test]
fn before_the_first_rows_are_shown_nothing_is_counted_as_new() {
    let mut model = Model::new(Options::default(), Keymap::default());
    let effects =
        [start(&mut model), update(&mut model, Msg::Resize(Size { width: 100, height: 24 }))].concat();
    let since = effects.iter().find_map(|it| if let Effect::Count(it) = it { Some(it.since) } else { None });
    assert_eq!(since, Some(u64::MAX));
}

#[test]
fn a_bookmark_shows_and_is_listed_and_undone() {
    let mut h = three(80, 24);
    h.keys("j b 3");
    assert_eq!(*h.model.list().view(), View::Bookmarks);
    let screen = h.screen();
    assert!(screen.contains("★ A bridge nobody asked for") && !screen.contains("Seeds under"), "{screen}");
    h.keys("1 u");
    assert!(!marks(&h, "A bridge nobody asked for").bookmarked);
    h.keys("Ctrl-r");
    assert!(marks(&h, "A bridge nobody asked for").bookmarked);
}

#[test]
fn marking_everything_as_read_is_one_undo() {
    let mut h = three(80, 24);
    h.keys("A");
    assert_eq!(h.model.list().tally().unread, 0);
    assert!(h.screen().contains("3 articles marked as read · u undo"));
    h.keys("u");
    assert_eq!(h.model.list().tally().unread, 3);
}

#[test]
fn an_article_read_in_the_unread_view_stays_until_the_view_is_left() {
    let mut h = three(80, 24);
    h.keys("2 Enter h");
    assert!(h.screen().contains("The ferry that waits"));
    h.keys("1 2");
    assert!(!h.screen().contains("The ferry that waits"));
}

#[test]
fn space_reads_on_into_the_next_unread_article() {
    let mut h = long(80, 24);
    h.keys("Enter");
    for _ in 0..40 {
        h.keys("Space");
        if title(&h) != "A long story" {
            break;
        }
    }
    assert_eq!(title(&h), "Seeds under the town hall");
    assert!(marks(&h, "Seeds under the town hall").read);
    h.keys("Space");
    assert!(h.screen().contains("everything here is read"));
}

#[test]
fn the_place_survives_another_article_another_width_and_a_restart() {
    let mut h = long(80, 24);
    h.keys("Enter PgDn PgDn PgDn");
    let top = h.screen().lines().find(|it| it.contains("Paragraph")).unwrap().trim().to_owned();
    h.keys("J K");
    assert!(h.screen().contains(&top), "{top} is where reading stopped");
    h.resize(50, 20).resize(120, 40).keys("< < < >").resize(80, 24);
    let number = top.split(' ').nth(1).unwrap();
    assert!(h.screen().contains(&format!("Paragraph {number} ")));
    h.keys("q q");
    assert!(h.asked.contains(&Effect::Quit));
    let kept: Vec<Change> = h.recorded.clone();
    let mut again = long(80, 24);
    let id = kept[0].id;
    let mut mark = Mark::default();
    kept.iter().filter(|it| it.id == id).for_each(|it| mark.set(it.field));
    again.elsewhere(id, mark).keys("Enter");
    assert!(again.screen().contains(&format!("Paragraph {number} ")), "{}", again.screen());
}

#[test]
fn marks_that_come_late_still_say_where_reading_stopped() {
    let mut h = long(120, 24);
    let id = h.model.list().chosen().unwrap().header.id;
    let progress = Some(Progress { place: Place { block: 60, byte: 0 }, permille: 300 });
    assert!(h.screen().contains("Paragraph 1 "), "the article is looked at beside the list");
    h.elsewhere(id, Mark { progress, ..Mark::default() }).keys("Enter");
    assert!(!h.screen().contains("Paragraph 1 ") && h.screen().contains("Paragraph 6"), "{}", h.screen());
    // Who reads already is not moved.
    h.keys("g g").elsewhere(id, Mark { progress, ..Mark::default() });
    assert!(h.screen().contains("Paragraph 1 "));
}

#[test]
fn a_place_is_written_down_while_reading_pauses() {
    let mut h = long(80, 24);
    h.keys("Enter j j j");
    assert!(!h.recorded.iter().any(|it| matches!(it.field, Field::Progress(_))));
    h.wait();
    assert!(h.recorded.iter().any(|it| matches!(it.field, Field::Progress(Some(_)))));
}

#[test]
fn an_article_read_to_its_end_begins_anew() {
    let mut h = long(80, 24);
    h.keys("Enter G");
    h.keys("J K");
    assert_eq!(h.model.reader().top(), 0);
}

#[test]
fn quotations_are_stepped_through_and_listed_with_their_speakers() {
    let mut h = three(100, 24);
    h.keys("Enter ]");
    let quotes = |h: &Harness| {
        let document = h.model.reader().document().unwrap().clone();
        h.model.reader().quote().map(|it| document.words_of(&document.analysis.quotes[it]))
    };
    assert_eq!(quotes(&h).unwrap(), "“We wait for the nurse,”");
    h.keys("] ]");
    assert_eq!(quotes(&h).unwrap(), "“A timetable is a promise,”");
    h.keys("[");
    assert_eq!(quotes(&h).unwrap(), "“She comes off the night shift at ten past.”");
    h.keys("] ] ] ]");
    assert!(h.screen().contains("no quotation further down"));
    h.keys("\"");
    let screen = h.screen();
    assert!(screen.contains("Who said what · 5 quotations"), "{screen}");
    assert!(screen.contains("Tom Reed") && screen.contains("Mary Holt"), "{screen}");
    h.keys("g g Enter");
    assert_eq!(quotes(&h).unwrap(), "“We wait for the nurse,”");
}

#[test]
fn a_quotation_is_copied_with_its_source() {
    let mut h = three(100, 24);
    h.keys("Enter ] Y");
    let [Effect::Copy(text)] = h.asked.as_slice() else { panic!("{:?}", h.asked) };
    assert!(text.starts_with("“We wait for the nurse,”\n— Tom Reed, "), "{text}");
    assert!(text.contains("The ferry that waits, 2026-11-14"), "{text}");
}

#[test]
fn finding_counts_and_steps_and_escape_ends_it() {
    let mut h = three(80, 24);
    h.keys("Enter / text:time");
    assert!(h.screen().contains("1/3"), "{}", h.screen());
    assert_eq!(h.looks().matches('h').count(), 3 * 4);
    h.keys("Enter n n");
    assert!(h.screen().contains("3/3"));
    h.keys("n");
    assert!(h.screen().contains("1/3"), "steps go round");
    h.keys("N Esc");
    assert_eq!(h.looks().matches('h').count(), 0);
    assert_eq!(h.model.pane(), Pane::Page);
    h.keys("/ text:zzz Enter");
    assert!(h.screen().contains("“zzz” is not in this article"));
}

#[test]
fn n_goes_to_the_next_unread_article_when_no_search_is_on() {
    let mut h = three(80, 24);
    h.keys("Enter n");
    assert_eq!(title(&h), "A bridge nobody asked for");
    h.keys("n p");
    assert!(h.screen().contains("everything here is read"), "{}", h.screen());
}

#[test]
fn the_library_is_searched_as_one_types() {
    let mut h = three(80, 24);
    h.keys("/ text:bridge");
    assert!(h.screen().contains("1 article"));
    h.keys("Enter Enter");
    assert_eq!(title(&h), "A bridge nobody asked for");
    h.keys("h Esc");
    assert_eq!(h.model.list().rows().len(), 3);
    h.keys("/ text:zzz Enter");
    assert!(h.screen().contains("nothing found for “zzz”"));
    assert_eq!(h.model.list().rows().len(), 3);
}

#[test]
fn a_search_goes_through_the_whole_library_and_says_why_it_found_what_it_did() {
    let mut h = three(120, 30);
    h.keys("j / text:nurse");
    let screen = h.screen();
    assert!(screen.contains("/nurse   1 article"), "{screen}");
    assert!(screen.contains("“We wait for the nurse,” said Tom Reed"), "{screen}");
    assert!(!screen.contains("Seeds under"), "{screen}");
    // In the list and in the article, and only there.
    assert_eq!(h.looks().matches("hhhhh").count(), 2 + 1, "{}", h.looks());
    h.keys("Enter Enter n");
    assert!(h.screen().contains("1/2"), "{}", h.screen());
    h.keys("q Esc");
    assert_eq!(h.model.list().chosen().unwrap().header.title, "A bridge nobody asked for");
}

#[test]
fn a_wrong_query_says_what_is_wrong_and_shows_what_it_can() {
    let mut h = three(100, 24);
    h.keys("/ text:is:wet Space text:bridge");
    let screen = h.screen();
    assert!(screen.contains("`is:` knows no `wet`") && screen.contains("A bridge nobody"), "{screen}");
}

#[test]
fn a_search_can_be_ordered_by_how_well_it_fits() {
    let mut h = three(80, 24);
    // Both have the word; the older one has it in its title.
    h.arrives(
        "late.txt",
        "Late news\n\n20 November 2026\n\nThe mayor spoke of the bridge, and of much else.\n",
    );
    h.keys("/ text:bridge");
    assert_eq!(h.model.list().rows()[0].header.title, "Late news");
    h.keys("Tab");
    assert_eq!(h.model.list().rows()[0].header.title, "A bridge nobody asked for");
    h.keys("Enter s");
    assert_eq!(h.model.list().rows()[0].header.title, "Late news");
}

#[test]
fn what_arrives_is_told_and_shown_when_asked_for() {
    let mut h = three(80, 24);
    h.keys("j").arrives("late.txt", "Late news\n\n20 November 2026\n\nThe mayor has spoken once more, and this time it was about the harbor and what it costs.\n");
    let screen = h.screen();
    assert!(screen.contains("1 new · . shows them") && !screen.contains("Late news"), "{screen}");
    assert!(screen.contains("1 All 4"), "{screen}");
    h.keys(".");
    assert!(h.screen().contains("Late news") && !h.screen().contains("1 new"), "{}", h.screen());
    assert_eq!(h.model.list().chosen().unwrap().header.title, "A bridge nobody asked for");
    h.keys(".");
    assert!(h.screen().contains("nothing new has arrived"));
}

#[test]
fn a_saved_search_is_a_view_in_the_sidebar() {
    let mut h = three(120, 24);
    assert!(!h.screen().contains("Searches"), "where there is nothing in it there is no sidebar");
    h.keys("/ text:bridge Enter : text:save Space text:Crossings Enter");
    assert_eq!(h.asked, [Effect::Save(Saved { name: "Crossings".to_owned(), query: "bridge*".to_owned() })]);
    let screen = h.screen();
    assert!(screen.contains("Searches") && screen.contains("Crossings"), "{screen}");
    assert!(screen.contains("Speakers") && screen.contains("Mary Holt"), "{screen}");
    h.keys("1 h");
    assert_eq!(h.model.pane(), Pane::Sidebar);
    h.keys("Enter");
    assert_eq!((h.model.pane(), h.model.list().rows().len()), (Pane::List, 1));
    h.keys("Tab Tab");
    assert_eq!(h.model.pane(), Pane::Sidebar, "Tab goes through the panes");
    h.keys("S");
    assert!(!h.screen().contains("Searches"));
    h.keys("S");
    assert_eq!(h.model.pane(), Pane::Sidebar, "shown again, it has the keys");
    h.keys("Esc");
    // Where there is no room for it beside the others, it comes and goes.
    h.resize(80, 24).keys("S");
    assert!(!h.screen().contains("Seeds under") && h.screen().contains("Crossings"), "{}", h.screen());
    h.keys("Esc");
    assert!(!h.screen().contains("Searches"), "{}", h.screen());
}

#[test]
fn what_a_speaker_said_stands_in_the_list_and_opening_goes_to_the_place() {
    let mut h = three(120, 24);
    h.keys("/ text:said:holt Enter");
    let screen = h.screen();
    h.keys("Enter");
    let document = h.model.reader().document().unwrap();
    let quote = &document.analysis.quotes[h.model.reader().quote().unwrap()];
    assert_eq!(quote.speaker.as_ref().unwrap().name, "Mary Holt");
    let words: String = document.words_of(quote).chars().take(20).collect();
    assert!(screen.contains(&words), "{words}: {screen}");
    assert!(h.screen().contains(&words), "{}", h.screen());
}

#[test]
fn escape_never_quits_and_q_quits_only_at_the_top() {
    let mut h = three(80, 24);
    h.keys("Esc Esc Enter Esc Esc z Esc ? Esc : Esc Esc");
    assert!(h.asked.is_empty());
    h.keys("q q");
    assert_eq!(h.asked, [Effect::Quit]);
}

#[test]
fn control_c_quits_from_everywhere() {
    for keys in ["", "Enter", "?", ":", "Enter /", "Enter \"", "z"] {
        let mut h = three(100, 24);
        h.keys(keys).keys("Ctrl-c");
        assert_eq!(h.asked.last(), Some(&Effect::Quit), "after {keys}");
    }
}

#[test]
fn a_mark_that_cannot_be_written_is_told_and_not_shown() {
    let mut h = three(110, 24);
    h.disk_works = false;
    h.keys("b");
    let screen = h.screen();
    assert!(screen.contains("not saved: cannot write `state/desk.jsonl`"), "{screen}");
    assert!(!screen.contains('★'), "{screen}");
    h.wait().keys("!");
    assert!(h.screen().contains("not saved"), "messages keep what the foot has lost");
}

#[test]
fn a_mark_is_shown_and_told_when_it_is_durable_and_not_before() {
    let mut h = three(110, 24);
    h.disk_is_slow = true;
    for (key, told, star) in [
        ("b", "bookmarked · u undo", true),
        ("u", "undone: bookmarked", false),
        ("r", "marked as read · u undo", false),
    ] {
        let before = h.screen();
        h.keys(key);
        assert_eq!(h.screen(), before, "{key}");
        let screen = h.disk_answers().screen();
        assert!(screen.contains(told), "{screen}");
        assert_eq!(screen.contains('★'), star, "{screen}");
    }
    h.disk_works = false;
    let screen = h.keys("b").disk_answers().screen();
    assert!(screen.contains("not saved") && !screen.contains("bookmarked ·"), "{screen}");
}

#[test]
fn commands_run_by_name_with_completion() {
    let mut h = three(80, 24);
    h.keys(": text:bookm Tab");
    assert!(h.screen().contains(":bookmarks"), "{}", h.screen());
    h.keys("Enter");
    assert_eq!(*h.model.list().view(), View::Bookmarks);
    h.keys(": text:width").send(Msg::Paste(" 50".to_owned())).keys("Enter");
    assert_eq!(h.model.options.measure, 50);
    h.keys(": text:nonsense Enter");
    assert!(h.screen().contains("there is no command `nonsense`"));
}

#[test]
fn help_is_searched_and_runs_what_is_chosen() {
    let mut h = three(80, 24);
    h.keys("? text:keep Space text:later");
    let screen = h.screen();
    assert!(screen.contains("keep for later, or no longer") && !screen.contains("half a page"), "{screen}");
    h.keys("Enter");
    assert!(marks(&h, "The ferry that waits").bookmarked);
}

#[test]
fn another_kabar_shows_its_marks_here() {
    let mut h = three(80, 24);
    let id = h.model.list().rows()[1].header.id;
    h.elsewhere(id, Mark { bookmarked: true, ..Mark::default() });
    assert!(h.screen().contains("★ A bridge nobody asked for"));
    assert_eq!(h.model.list().tally().bookmarked, 1);
}

#[test]
fn raw_shows_what_was_removed_and_why() {
    let mut h = three(80, 30);
    h.keys("Enter");
    assert!(!h.screen().contains("shown as the title"));
    h.keys("v");
    assert!(h.screen().contains("shown as the title"), "{}", h.screen());
    h.keys("v");
    assert!(!h.screen().contains("shown as the title"));
}

#[test]
fn zen_is_the_page_and_nothing_else() {
    let mut h = three(120, 30);
    h.keys("z");
    let screen = h.screen();
    assert!(
        screen.contains("The ferry leaves at six") && !screen.contains("Unread") && !screen.contains("help"),
        "{screen}"
    );
    h.keys("Esc");
    assert!(h.screen().contains("Unread"));
}

#[test]
fn links_are_opened_by_number_and_only_the_web() {
    let text = "# A page\n\nSee [the ferry](https://ferry.example/six?utm_source=x) and [a file](file:///etc/passwd) and [the bridge](http://bridge.example).\n";
    let mut h = Harness::new(100, 24, &[("links.md", text)]);
    h.keys("Enter f");
    let screen = h.screen();
    assert!(screen.contains("2 links") && screen.contains("[2] the bridge"), "{screen}");
    h.keys("2 Enter");
    assert_eq!(h.asked, [Effect::Browse("http://bridge.example".to_owned())]);
}

#[test]
fn a_terminal_of_any_size_is_no_reason_to_panic() {
    for (width, height) in
        [(1, 1), (2, 2), (5, 3), (10, 4), (19, 5), (20, 5), (40, 12), (89, 7), (90, 8), (300, 100)]
    {
        let mut h = three(width, height);
        h.screen();
        for keys in [
            "Enter",
            "]",
            "\"",
            "Esc",
            "f",
            "Esc",
            "?",
            "Esc",
            "/ text:ferry",
            "Enter",
            "v",
            "z",
            "z",
            ": text:w",
            "Esc",
            "g",
            "x",
            "h",
            "2",
            "3",
            "!",
            "Esc",
        ] {
            h.keys(keys).screen();
        }
        h.resize(height, width).screen();
    }
}

fn refreshed(asked: usize, problems: &[&str]) -> Msg {
    let problems = problems.iter().map(|it| (*it).to_owned()).collect();
    Msg::Refreshed(Refreshed::Done { asked, fresh: 0, notices: Vec::new(), problems, due_in: 0 })
}

#[test]
fn a_refresh_shows_how_far_it_is_and_asks_once_however_often_it_is_asked_for() {
    let mut h = three(100, 24);
    for _ in 0..20 {
        h.keys("R");
    }
    assert_eq!(h.asked, [Effect::Refresh { by_hand: true }]);
    h.send(Msg::Refreshing { done: 3, of: 12 }).wait();
    assert!(h.screen().contains("↻ 3/12"), "{}", h.screen());
    h.arrives("late.txt", "Late news\n\n20 November 2026\n\nThe mayor has spoken of the harbor.\n").wait();
    let screen = h.screen();
    assert!(screen.contains("1 new") && !screen.contains("Late news"), "{screen}");
    h.send(refreshed(12, &["Harbor: no", "Port: no"]));
    let screen = h.screen();
    assert!(screen.contains("2 feeds failed · ! shows them") && screen.contains("↻ now"), "{screen}");
    h.keys("R");
    assert!(h.screen().contains("Late news"), "{}", h.screen());
    assert_eq!(h.asked.len(), 1, "what waits is shown first");
}

#[test]
fn a_refresh_that_asks_nobody_says_why() {
    for (how, words) in [
        (Msg::Refreshed(Refreshed::NoFeeds), "`kabar add URL` follows one"),
        (Msg::Refreshed(Refreshed::Another), "another kabar is refreshing the feeds"),
        (refreshed(0, &[]), "the feeds were asked a moment ago"),
        (refreshed(2, &[]), "nothing new"),
    ] {
        let mut h = three(100, 24);
        h.keys("R").send(how);
        assert!(h.screen().contains(words), "{words}: {}", h.screen());
    }
}

#[test]
fn the_full_text_takes_the_place_of_the_summary_in_place() {
    let page = "<html><head><link rel=canonical href='https://ferry.example/six'><title>A ferry</title></head>\
                <body><article><h1>A ferry</h1><p>The ferry leaves at six, and waits for the nurse.</p>\
                </article></body></html>";
    let mut h = Harness::new(100, 24, &[("ferry.html", page)]);
    let row = h.model.list().chosen().unwrap().header.clone();
    h.keys("Enter x x");
    assert_eq!(h.asked, [Effect::FullText(row.id)], "a page is fetched once");
    h.send(Msg::PageCame { id: row.id, result: Err("the server is gone".to_owned()) });
    assert!(h.screen().contains("no full text: the server is gone"), "{}", h.screen());
    h.keys("x").send(Msg::PageCame { id: row.id, result: Ok(true) });
    assert!(h.screen().contains("this is the full text"), "{}", h.screen());
}

#[test]
fn an_article_without_a_link_has_no_full_text_elsewhere() {
    let mut h = three(100, 24);
    h.keys("Enter x");
    assert!(h.asked.is_empty());
    assert!(h.screen().contains("this article has no link of its own"), "{}", h.screen());
}
