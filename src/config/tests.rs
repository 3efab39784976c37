use super::*;
use crate::app::command::Command;
use crate::app::keymap::Match;

fn read(text: &str) -> (Config, Vec<String>) {
    let (config, problems) = parse(text, Path::new("/c/config.toml"), Some(Path::new("/home/anna")));
    (config, problems.iter().map(ToString::to_string).collect())
}

#[test]
fn the_documentation_says_what_holds_without_a_config() {
    let (config, problems) = read(&documentation());
    assert_eq!(problems, [""; 0]);
    assert_eq!(config, Config::default());
}

#[test]
fn the_documentation_names_every_option_part_and_theme() {
    let text = documentation();
    let words: Vec<&str> = text.split(|c: char| !(c.is_alphanumeric() || "_-".contains(c))).collect();
    for name in OPTIONS.iter().chain(ITEMS).chain(THEMES) {
        assert!(words.contains(name), "{name}");
    }
}

#[test]
fn what_is_set_holds() {
    let (config, problems) = read(concat!(
        "width = 60\nmouse = true\nmark_read = \"end\"\nbidi = \"terminal\"\n",
        "[theme]\nspeech = \"bold red\"\nname = \"paper\"\n",
        "[keys]\nquit = []\nhelp = \"F1\"\nnext-quote = [\"C-n\", \"q q\"]\n",
        "[[source]]\npath = \"~/news\"\n[[source]]\npath = \"here\"\n[[source]]\npath = \"/there\"\n",
    ));
    assert_eq!(problems, [""; 0]);
    let options = Options { measure: 60, reorder: false, mark_read: MarkRead::End, mouse: true };
    assert_eq!(config.options, options);
    let mut theme = Theme::named("paper").unwrap();
    theme.set("speech", "bold red").unwrap();
    assert_eq!(config.theme, theme);
    assert_eq!(config.sources, ["/home/anna/news", "/c/here", "/there"].map(PathBuf::from));
    let keys = |text: &str| text.parse::<Chord>().unwrap().keys().to_vec();
    for (text, found) in [
        ("q", Match::Pending),
        ("q q", Match::Command(Command::NextQuote)),
        ("Ctrl-n", Match::Command(Command::NextQuote)),
        ("]", Match::Nothing),
        ("F1", Match::Command(Command::Help)),
        ("j", Match::Command(Command::Down)),
    ] {
        assert_eq!(config.keymap.find(&keys(text)), found, "{text}");
    }
}

#[test]
fn what_is_set_for_feeds_holds() {
    let (config, problems) = read(concat!(
        "refresh_minutes = 30\nfull_text = \"auto\"\nproxy = \"socks5h://localhost:9050\"\n",
        "[keep]\ndays = 90\nper_feed = 500\n",
        "[[search]]\nname = \"Sea\"\nquery = \"harbor\"\n",
        "[[search]]\nquery = \"is:unread\"\nname = \"New\"\n",
    ));
    assert_eq!(problems, [""; 0]);
    assert_eq!((config.refresh_minutes, config.full_text), (30, FullText::Auto));
    assert_eq!(config.keep, Keep { days: Some(90), per_feed: Some(500) });
    assert_eq!(config.proxy, Proxy::Through("socks5h://localhost:9050".to_owned()));
    let names: Vec<&str> = config.searches.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Sea", "New"]);
    assert_eq!(read("proxy = \"none\"").0.proxy, Proxy::None);
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_the_nearest_name() {
    for (text, told) in [
        ("widht = 60", "1:1: there is no option `widht`; did you mean `width`?"),
        ("zzzzz = 60", "1:1: there is no option `zzzzz`"),
        ("\n  width = \"60\"", "2:11: `width` takes a number of cells from 20 to 160"),
        ("width = 9", "1:9: `width` takes a number of cells from 20 to 160"),
        ("width = 99999999999", "1:9: `width` takes a number of cells from 20 to 160"),
        ("mouse = \"yes\"", "1:9: `mouse` takes `true` or `false`"),
        ("bidi = \"both\"", "1:8: `bidi` takes \"auto\" or \"kabar\" or \"terminal\""),
        ("theme = \"dark\"", "1:9: `theme` takes \"default\" or \"dusk\" or \"paper\""),
        ("theme = 3", "1:9: `theme` takes the name of a theme or a table of looks"),
        ("[theme]\nspeach = \"red\"", "2:1: there is no part of a theme `speach`; did you mean `speech`?"),
        ("theme = { speech = \"rde\" }", "1:20: `rde` is no look; did you mean `red`?"),
        ("[theme]\nspeech = 3", "2:10: `speech` takes a look such as \"bold yellow\""),
        ("[keys]\nnext_quote = \"x\"", "2:1: there is no command `next_quote`; did you mean `next-quote`?"),
        (
            "[keys]\nquit = [\"é\", \"Hyper-x\"]",
            "2:14: `Hyper-x` is no key; keys look like `g`, `Ctrl-d`, `Alt-x`, `Space`, `Enter`, `PgDn`, `F5`",
        ),
        ("[keys]\nquit = 3", "2:8: `quit` takes a key or a list of keys, in quotes"),
        ("[keys]\nquit = \"x\"\nhelp = \"x y\"", "3:8: `x y` is given to `quit` already"),
        ("keys = 3", "1:8: `keys` takes a table: a command and its keys on each line"),
        (
            "source = \"news\"",
            "1:10: `source` takes a table of its own: `[[source]]`, and below it `path = \"…\"`",
        ),
        ("refresh_minutes = -1", "1:19: `refresh_minutes` takes a number of minutes, or 0"),
        ("full_text = true", "1:13: `full_text` takes \"auto\" or \"always\" or \"never\""),
        ("keep = 3", "1:8: `keep` takes a table: `[keep]`, and below it `days = …` or `per_feed = …`"),
        ("[keep]\ndays = \"x\"", "2:8: `days` takes a number of days, or 0"),
        ("[keep]\nperfeed = 3", "2:1: there is no option of keep `perfeed`; did you mean `per_feed`?"),
        (
            "proxy = \"gopher://user:geheim@x\"",
            "1:9: `proxy` takes \"environment\" or \"none\" or an address such as \"socks5h://localhost:9050\"",
        ),
        (
            "search = 3",
            "1:10: `search` takes a table of its own: `[[search]]`, and below it `name = \"…\"` and `query = \"…\"`",
        ),
        ("[[search]]\nname = \"x\"", "1:1: a search needs `name` and `query`"),
        (
            "[[search]]\nname = \"x\"\nquery = \"x\"\n[[search]]\nname = \"x\"\nquery = \"y\"",
            "4:1: there is a search `x` already; the first one holds",
        ),
        ("[[source]]\npath = \"\"", "2:8: `path` takes the path of a file or folder, in quotes"),
        ("[[source]]\npaht = \"x\"", "2:1: there is no option of a source `paht`; did you mean `path`?"),
    ] {
        let (config, problems) = read(text);
        assert_eq!(problems, [format!("/c/config.toml:{told}")], "{text}");
        assert_eq!(config.options, Options::default(), "{text}");
    }
}

#[test]
fn what_is_right_holds_beside_what_is_wrong() {
    let (config, problems) = read("width = 60\nnonsense = 1\nmouse = true\n[keys]\nquit = [3, \"x\"]");
    assert_eq!(problems.len(), 2);
    assert_eq!((config.options.measure, config.options.mouse), (60, true));
    assert_eq!(config.keymap.first(Command::Quit).as_deref(), Some("x"));
}

#[test]
fn a_config_that_is_no_toml_is_told_and_the_defaults_hold() {
    let (config, problems) = read("width = 60\nmouse = = true\n");
    assert_eq!(config, Config::default());
    assert!(problems[0].starts_with("/c/config.toml:2:9: "), "{problems:?}");
    for text in ["[", "\u{0}", "a = \"\u{1b}[31m", "width = 60\r", "=".repeat(1_000).as_str()] {
        assert_eq!(read(text).0, Config::default(), "{text:?}");
    }
}

#[test]
fn a_config_that_is_not_there_is_no_problem() {
    let home = tempfile::tempdir().unwrap();
    assert!(load(&home.path().join("config.toml"), None).1.is_empty());
    assert_eq!(load(home.path(), None).1.len(), 1);
}
