//! The commands, as programs and people use them.

use std::fs;

use kabar::app::command::COMMANDS;

use crate::support::Home;

const BRIDGE: &str = "Bridge opens\n\nThe new bridge opened on Monday after two years of work.\n\n\
    “We waited long enough,” said Maria Lopez. “Now we can walk to the market.”\n";
const HARBOUR: &str = "Harbour closes\n\nThe old harbour closed for the winter, and no boat is left in it.\n";

fn two() -> Home {
    Home::new().file("news/1.txt", BRIDGE).file("news/2.txt", HARBOUR)
}

/// The ids of what is listed, as printed.
fn ids(home: &Home, args: &str) -> Vec<String> {
    let done = home.kabar(args).run();
    done.stdout.lines().map(|line| line.split(' ').next().unwrap().to_owned()).collect()
}

#[test]
fn the_samples_are_there_without_anything_else() {
    let done = Home::new().kabar("list").run().fine();
    assert!(done.stdout.contains("Welcome to kabar"), "{}", done.stdout);
    assert!(done.lines().len() >= 3);
}

#[test]
fn without_a_terminal_kabar_lists() {
    let home = two();
    let listed = home.kabar("list news").run().fine().stdout;
    home.kabar("news").run().fine().prints(&listed);
    assert!(!listed.contains('\u{1b}'));
    let lines: Vec<&str> = listed.lines().collect();
    assert!(lines[0].contains("Bridge opens") && lines[1].contains("Harbour closes"), "{listed}");
    assert_eq!(lines[0].find("Bridge"), lines[1].find("Harbour"), "titles stand below each other: {listed}");
}

#[test]
fn the_folder_feeds_is_read_where_there_is_one() {
    let home = Home::new().file("feeds/README.md", "# About").file("feeds/a/1.txt", HARBOUR);
    let done = home.kabar("list").run().fine();
    assert_eq!(done.lines().len(), 1, "{}", done.stdout);
    assert!(done.stdout.contains("Harbour closes"));
}

#[test]
fn sources_of_the_config_are_read_where_no_path_is_given() {
    let home = two().file("config/config.toml", "[[source]]\npath = \"../news/2.txt\"\n");
    let done = home.kabar("list").run().fine();
    assert!(done.stdout.contains("Harbour closes") && !done.stdout.contains("Bridge"), "{}", done.stdout);
    assert_eq!(home.kabar("list news").run().fine().lines().len(), 2);
}

#[test]
fn what_is_no_article_is_told_where_it_is_shown() {
    let gone = "<title>404 Not Found</title><p>The page that you asked for is not here.</p>";
    let home = Home::new().file("gone.html", gone);
    let shown = home.kabar("show gone.html").run().fine();
    assert!(shown.lines().contains(&"The error page of a server, not an article."), "{}", shown.stdout);
    let json = home.kabar("show --format json gone.html").run().fine().json();
    assert_eq!(json[0]["caveats"], serde_json::json!(["error page"]));
}

#[test]
fn listing_as_json_is_one_object_a_line() {
    let listed = two().kabar("list --format json news").run().fine().json();
    assert_eq!(listed.len(), 2);
    assert_eq!(listed[0]["source"], "news/1.txt");
    assert_eq!(listed[0]["title"], "Bridge opens");
    assert_eq!(listed[0]["read"], false);
    assert_eq!(listed[0]["id"].as_str().unwrap().len(), 16);
}

#[test]
fn marks_are_kept_and_narrow_the_list() {
    let home = two();
    let [bridge, harbour] = &ids(&home, "list news")[..] else { panic!() };
    home.kabar(&format!("mark read --in news {bridge}")).run().fine().prints("");
    home.kabar(&format!("mark bookmark {} --in news", harbour.to_uppercase())).run().fine();
    assert_eq!(ids(&home, "list --unread news"), [harbour.as_str()]);
    assert_eq!(ids(&home, "list --bookmarks news"), [harbour.as_str()]);
    let listed = home.kabar("list --format json news").run().fine().json();
    assert_eq!((&listed[0]["read"], &listed[1]["bookmarked"]), (&true.into(), &true.into()));
    home.kabar("mark unread news/1.txt").run().fine();
    home.kabar("mark unbookmark news").run().fine();
    assert_eq!(ids(&home, "list --unread news").len(), 2);
    home.kabar("list --bookmarks news").run().complains(1, "").prints("");
    assert!(home.config().join("state").is_dir());
}

#[test]
fn a_mark_follows_an_article_that_moves() {
    let home = two();
    home.kabar("mark read news/1.txt").run().fine();
    fs::rename(home.path().join("news/1.txt"), home.path().join("news/moved.txt")).unwrap();
    let listed = home.kabar("list --format json news/moved.txt").run().fine().json();
    assert_eq!(listed[0]["read"], true);
}

#[test]
fn an_id_that_names_none_or_several_is_told() {
    let home = two();
    home.kabar("mark read --in news zzzz")
        .run()
        .complains(2, "kabar: there is no file `zzzz`, and no article whose id begins so\n");
    let many = Home::new();
    for n in 0..40 {
        fs::write(many.path().join(format!("{n}.txt")), format!("Title {n}\n\nWords of article {n}.\n"))
            .unwrap();
    }
    let ids = ids(&many, "list .");
    let first = ids
        .iter()
        .map(|it| it.chars().next().unwrap())
        .find(|c| ids.iter().filter(|it| it.starts_with(*c)).count() > 1)
        .unwrap();
    let done = many.kabar(&format!("show --in . {first}")).run();
    assert_eq!(done.code, 2);
    assert!(done.stderr.contains(&format!("articles begin with `{first}`: ")), "{}", done.stderr);
    for id in &ids {
        many.kabar(&format!("show --format json --in . {id}")).run().fine();
    }
}

#[test]
fn what_fails_is_named_and_the_rest_goes_on() {
    let home = two();
    for command in ["show --format json", "quotes --format json", "list --format json"] {
        let done = home.kabar(&format!("{command} news/2.txt no/such.txt news/1.txt")).run();
        let sources: Vec<_> = done.json().iter().map(|it| it["source"].clone()).collect();
        assert_eq!(sources, ["news/2.txt", "news/1.txt"], "{command}");
        let told = "kabar: cannot read `no/such.txt`: No such file or directory (os error 2)\n";
        let _ = done.complains(2, told);
    }
}

#[test]
fn an_article_is_shown_in_every_form() {
    let home = two();
    let text = home.kabar("show news/1.txt").run().fine().stdout;
    assert!(text.starts_with("Bridge opens\n") && text.contains("“We waited long enough,” said"), "{text}");
    home.kabar("show --format text news/1.txt").run().fine().prints(&text);
    home.kabar("show news/1.txt").env("NO_COLOR", "1").run().fine().prints(&text);
    let markdown = home.kabar("show --format markdown news/1.txt").run().fine().stdout;
    assert!(markdown.starts_with("# Bridge opens\n"), "{markdown}");
    let ansi = home.kabar("show --format ansi news/1.txt").run().fine().stdout;
    assert!(ansi.contains("\u{1b}["), "{ansi}");
    let both = home.kabar("show news").run().fine().stdout;
    assert!(both.starts_with(&format!("{text}\n* * *\n\nHarbour closes\n")), "{both}");
}

#[test]
fn lines_are_as_wide_as_the_argument_or_else_the_config_says() {
    let home = two().file("config/config.toml", "width = 30\n");
    let widest = |args: &str| {
        let done = home.kabar(args).run().fine();
        done.stdout.lines().map(|line| line.chars().count()).max().unwrap()
    };
    assert!((20..=30).contains(&widest("show news/1.txt")));
    assert!((10..=20).contains(&widest("show --width 20 news/1.txt")));
    assert!((40..=60).contains(&widest("show --width 60 news/1.txt")));
}

#[test]
fn standard_input_is_an_article() {
    let home = Home::new();
    let shown = home.kabar("show --format json -").stdin(BRIDGE).run().fine().json();
    assert_eq!((&shown[0]["source"], &shown[0]["title"]), (&"-".into(), &"Bridge opens".into()));
    let listed = home.kabar("-").stdin(HARBOUR).run().fine();
    assert!(listed.stdout.contains("Harbour closes"));
    let page = "<!doctype html><title>Page</title><p>“No,” said Ann Lee.</p>";
    assert_eq!(home.kabar("quotes --format json -").stdin(page).run().fine().json().len(), 1);
}

#[test]
fn offsets_of_quotations_are_those_of_the_text_as_it_stands() {
    let text = "\u{3000}Ünter\r\n\r\n“Ja,” said Ann Lee, and went.\n";
    let line = &Home::new().kabar("quotes --format json -").stdin(text).run().fine().json()[0];
    for quote in line["quotes"].as_array().unwrap() {
        let (start, end) = (quote["start"].as_u64().unwrap(), quote["end"].as_u64().unwrap());
        let chars = text.chars().skip(start.try_into().unwrap()).take((end - start).try_into().unwrap());
        assert_eq!(quote["text"], chars.collect::<String>());
    }
}

#[test]
fn who_says_what_is_a_line_for_each_quotation() {
    let home = two();
    let done = home.kabar("quotes news/1.txt").run().fine();
    assert!(done.stdout.contains("“We waited long enough,”"), "{}", done.stdout);
    home.kabar("quotes news/2.txt").run().complains(1, "").prints("");
}

#[test]
fn nothing_that_strangers_wrote_reaches_the_terminal() {
    let hostile =
        "Title \u{1b}]0;x\u{7}\u{9b}2J\u{202e}\n\n“Words \u{1b}[31m\u{9d}\u{2066},” said Ann\u{1b}[2J Lee.\n";
    let home = Home::new().file("news/\u{1b}[2J.txt", hostile).file("news/b\u{9b}.txt", [0x1b, 0xff, 0x9b]);
    let forms = ["list", "quotes", "show"].map(|it| [it.to_owned(), format!("{it} --format json")]);
    let others = ["show --format markdown", "mark read"].map(str::to_owned);
    for command in forms.into_iter().flatten().chain(others) {
        let done = home.kabar(&format!("{command} news")).run();
        let out = done.stdout.clone() + &done.stderr;
        let bad = out.chars().find(|c| (c.is_control() && *c != '\n') || "\u{202e}\u{2066}".contains(*c));
        assert_eq!(bad, None, "{command}: {out:?}");
    }
    let done = home.kabar("show no\u{1b}[2Jthing").run();
    assert!(!done.stderr.contains('\u{1b}'), "{:?}", done.stderr);
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let many = Home::new().file("a.txt", BRIDGE.repeat(2_000));
    for format in ["json", "text", "ansi", "markdown"] {
        let run = many.kabar(&format!("show --format {format} a.txt a.txt a.txt"));
        run.closed_after(10).complains(0, "");
    }
}

#[test]
fn a_wrong_config_is_told_and_the_rest_of_it_holds() {
    let home = two().file(
        "config/config.toml",
        "widht = 60\n\n[[source]]\npath = \"../news/1.txt\"\n[keys]\nqiut = \"x\"\n",
    );
    let done = home.kabar("list").run().complains(
        0,
        concat!(
            "kabar: HOME/config/config.toml:1:1: there is no option `widht`; did you mean `width`?\n",
            "kabar: HOME/config/config.toml:6:1: there is no command `qiut`; did you mean `quit`?\n",
        ),
    );
    assert_eq!(done.lines().len(), 1);
}

#[test]
fn the_config_that_kabar_prints_is_a_config() {
    let home = Home::new();
    let printed = home.kabar("config").run().fine().stdout;
    let home = home.file("config/config.toml", printed);
    home.kabar("list").run().fine();
}

#[test]
fn paths_follow_the_environment() {
    let home = Home::new();
    home.kabar("paths").run().fine().prints(concat!(
        "config  HOME/config/config.toml\n",
        "feeds   HOME/config/feeds.toml\n",
        "logins  HOME/config/credentials.toml\n",
        "marks   HOME/config/state\n",
        "data    HOME/data\n",
    ));
    #[cfg(target_os = "linux")]
    home.kabar("paths").without_env("KABAR_CONFIG_DIR").without_env("KABAR_DATA_DIR").run().fine().prints(
        concat!(
            "config  HOME/.config/kabar/config.toml\n",
            "feeds   HOME/.config/kabar/feeds.toml\n",
            "logins  HOME/.config/kabar/credentials.toml\n",
            "marks   HOME/.config/kabar/state\n",
            "data    HOME/.local/share/kabar\n",
        ),
    );
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0, "looking leaves nothing behind");
}

#[test]
fn marks_that_cannot_be_kept_are_told_with_their_place() {
    let home = two().file("config/state", "a file where the folder should be");
    let done = home.kabar("mark read news/1.txt").run();
    assert_eq!(done.code, 2);
    assert!(done.stderr.contains("`HOME/config/state`"), "{}", done.stderr);
    assert_eq!(home.kabar("list news").run().lines().len(), 2, "reading goes on");
}

#[test]
fn a_mark_that_a_crash_tore_is_told_once_and_the_rest_kept() {
    let home = two();
    home.kabar("mark read news").run().fine();
    let folder = home.config().join("state");
    let journal = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    let whole = fs::read(&journal).unwrap();
    fs::write(&journal, [&whole[..], b"{\"t\":179534"].concat()).unwrap();
    let done = home.kabar("list --unread news").run();
    assert!(done.stderr.contains("ended in the middle of a mark"), "{}", done.stderr);
    home.kabar("list --unread news").run().complains(1, "");
    assert_eq!(fs::read(&journal).unwrap(), whole);
}

#[test]
fn help_and_versions_go_to_standard_output_and_mistakes_do_not() {
    let home = Home::new();
    for args in ["--help", "-h", "list --help", "mark --help", "--version"] {
        let done = home.kabar(args).run().fine();
        assert!(done.lines().iter().all(|line| line.chars().count() <= 100), "{}", done.stdout);
    }
    for args in ["list --frobnicate", "mark", "mark read", "show", "list --format yaml", "show --width 5 a"] {
        let done = home.kabar(args).run();
        assert_eq!((done.code, done.stdout.as_str()), (2, ""), "{args}");
        assert!(!done.stderr.is_empty());
    }
}

#[test]
fn the_welcome_speaks_of_keys_that_are_there() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/source/samples/welcome.md");
    let text = fs::read_to_string(path).unwrap();
    let keys: Vec<&str> = COMMANDS.iter().flat_map(|it| it.keys).copied().collect();
    for code in text.split('`').skip(1).step_by(2).filter(|it| !it.starts_with("kabar")) {
        assert!(keys.contains(&code), "`{code}`");
    }
}
