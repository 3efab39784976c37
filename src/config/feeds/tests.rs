use std::fs;

use tempfile::TempDir;

use super::*;

const FILE: &str = "\
# My feeds, since 2019.

# The paper of the town.
[[feed]]
url = \"https://courier.example/feed\"   # their own
title = \"Courier\"
folder = \"News/Local\"
colour = \"red\"
tags = [\"a\", \"b\"]

# --- from here on: science ---

[[feed]]
url = \"https://stars.example/atom.xml\"
full_text = \"always\"

[[feed]]
# it moves often
url = \"https://moon.example/rss\"
was = [\"https://old.example/rss\"]
# end
";

fn home(text: &str) -> (TempDir, Feeds) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("feeds.toml");
    if !text.is_empty() {
        fs::write(&path, text).unwrap();
    }
    let feeds = Feeds::at(path, home.path().join("data/feeds.lock"));
    (home, feeds)
}

fn text(feeds: &Feeds) -> String {
    fs::read_to_string(feeds.path()).unwrap()
}

fn told(text: &str) -> Vec<String> {
    parse(text, Path::new("feeds.toml")).problems.iter().map(ToString::to_string).collect()
}

fn urls(loaded: &Loaded) -> Vec<&str> {
    loaded.subscriptions.iter().map(|it| it.url.as_str()).collect()
}

fn feed(url: &str) -> Subscription {
    Subscription { url: url.to_owned(), ..Subscription::default() }
}

#[test]
fn what_is_written_holds() {
    let loaded = parse(FILE, Path::new("feeds.toml"));
    let courier = Subscription {
        url: "https://courier.example/feed".to_owned(),
        title: Some("Courier".to_owned()),
        folder: Some("News/Local".to_owned()),
        tags: vec!["a".to_owned(), "b".to_owned()],
        full_text: None,
    };
    let stars = Subscription { full_text: Some(FullText::Always), ..feed("https://stars.example/atom.xml") };
    assert_eq!(loaded.subscriptions, [courier, stars, feed("https://moon.example/rss")]);
    let former = ("https://old.example/rss".to_owned(), "https://moon.example/rss".to_owned());
    assert_eq!(loaded.former, [former]);
    assert!(loaded.complete);
    assert_eq!(told(FILE), ["feeds.toml:8:1: there is no option of a feed `colour`"]);
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_costs_no_other_feed() {
    let whole = "\n[[feed]]\nurl = \"https://whole.example/\"\n";
    for (bad, problem) in [
        ("[[feed]]\ntitle = \"x\"\n", "1:1: a feed needs its address: `url = \"…\"`"),
        ("[[feed]]\nurl = 3\n", "2:7: `url` takes an address that begins with http:// or https://"),
        (
            "[[feed]]\nurl = \"file:///etc/passwd\"\n",
            "2:7: cannot fetch `file:///etc/passwd`: only http and https are fetched, not file",
        ),
        (
            "[[feed]]\nurl = \"http://WHOLE.example\"\n",
            "5:7: `https://whole.example/` stands above already; the first one holds",
        ),
        ("[[feeed]]\nurl = \"https://a.example/\"\n", "1:3: there is no table `feeed`; did you mean `feed`?"),
        ("[[feed]]\nurl \"https://a.example/\"\n", "2:5: key with no value, expected `=`"),
        ("[[feed]]\nurl = \"https://a.example/\n", "2:26: invalid basic string, expected `\"`"),
    ] {
        let loaded = parse(&format!("{bad}{whole}"), Path::new("feeds.toml"));
        assert_eq!(told(&format!("{bad}{whole}")), [format!("feeds.toml:{problem}")], "{bad}");
        assert_eq!(loaded.subscriptions.len(), 1, "{bad}");
        assert_eq!(loaded.complete, !problem.contains("expected"), "{bad}");
    }
    for (line, problem) in [
        ("title = 3", "`title` takes words in quotes"),
        ("tags = \"a\"", "`tags` takes a list of words in quotes: `[\"a\", \"b\"]`"),
        ("tags = [3]", "`tags` takes a list of words in quotes: `[\"a\", \"b\"]`"),
        ("full_text = true", "`full_text` takes \"auto\" or \"always\" or \"never\""),
        ("titel = \"x\"", "there is no option of a feed `titel`; did you mean `title`?"),
    ] {
        let text = format!("[[feed]]\nurl = \"https://a.example/\"\n{line}\n");
        let problems = told(&text);
        assert!(problems.len() == 1 && problems[0].ends_with(problem), "{line}: {problems:?}");
        assert!(problems[0].starts_with("feeds.toml:3:"), "{problems:?}");
        assert_eq!(urls(&parse(&text, Path::new(""))), ["https://a.example/"], "{line}");
    }
    assert_eq!(told("feed = 3"), [format!("feeds.toml:1:8: `feed` takes {NO_TABLES}")]);
}

#[test]
fn nothing_in_the_file_speaks_to_a_terminal() {
    let text = "[[feed]]\nurl = \"https://a.example/\"\ntitle = \"a\\u001b[2Jb\"\nfolder = \" A / \\u202eB// \"\n\
                tags = [\"\\u0007\", \"x\\ny\", \"x y\"]\n";
    let loaded = parse(text, Path::new(""));
    let feed = &loaded.subscriptions[0];
    assert_eq!(feed.title.as_deref(), Some("ab"));
    assert_eq!(feed.folder.as_deref(), Some("A/B"));
    assert_eq!(feed.tags, ["x y"]);
}

#[test]
fn a_password_in_an_address_is_told_and_kept_out_of_it() {
    let loaded = parse("[[feed]]\nurl = \"https://anna:word@a.example/feed\"\n", Path::new("feeds.toml"));
    assert_eq!(urls(&loaded), ["https://a.example/feed"]);
    let login = Login { user: "anna".to_owned(), password: "word".to_owned() };
    assert_eq!(loaded.logins, [("https://a.example".to_owned(), login)]);
    let told = loaded.problems[0].to_string();
    assert!(told.starts_with("feeds.toml:2:7: ") && !told.contains("word@"), "{told}");
}

#[test]
fn feeds_are_added_at_the_end_and_once() {
    let (_home, feeds) = home(FILE);
    let new = [
        Subscription {
            title: Some("The \"Sea\"".to_owned()),
            folder: Some("Far".to_owned()),
            tags: vec!["x".to_owned()],
            full_text: Some(FullText::Auto),
            ..feed("https://sea.example/")
        },
        feed("http://courier.example/feed/"),
        feed("http://sea.example"),
    ];
    assert_eq!(feeds.add(&new).unwrap(), new[..1]);
    assert_eq!(
        text(&feeds),
        FILE.replace("# end\n", "")
            + "\n[[feed]]\nurl = \"https://sea.example/\"\ntitle = 'The \"Sea\"'\nfolder = \"Far\"\n\
               tags = [\"x\"]\nfull_text = \"auto\"\n# end\n"
    );
    assert_eq!(feeds.load().subscriptions[3], new[0]);
}

#[test]
fn a_file_that_kabar_begins_says_what_it_is() {
    let (_home, feeds) = home("");
    assert!(feeds.load().complete && feeds.load().problems.is_empty());
    feeds.add(&[feed("https://a.example/"), feed("https://b.example/")]).unwrap();
    let expected =
        format!("{HEAD}[[feed]]\nurl = \"https://a.example/\"\n\n[[feed]]\nurl = \"https://b.example/\"\n");
    assert_eq!(text(&feeds), expected);
    feeds.remove(&["https://a.example".to_owned()]).unwrap();
    assert_eq!(text(&feeds), format!("{HEAD}\n[[feed]]\nurl = \"https://b.example/\"\n"));
}

#[test]
fn what_is_removed_can_be_put_back_as_it_was() {
    for url in ["https://courier.example/feed", "https://stars.example/atom.xml", "http://moon.example/rss/"]
    {
        let (_home, feeds) = home(FILE);
        let removed = feeds.remove(&[url.to_owned(), "https://nobody.example/".to_owned()]).unwrap();
        assert_eq!(removed.len(), 1, "{url}");
        let left = text(&feeds);
        for kept in ["# My feeds, since 2019.\n", "# --- from here on: science ---\n", "# end\n"] {
            assert!(left.contains(kept), "{url}: {left}");
        }
        assert_eq!(feeds.load().subscriptions.len(), 2);
        assert_eq!(feeds.restore(&removed).unwrap(), 1);
        assert_eq!(feeds.load().subscriptions, parse(FILE, Path::new("")).subscriptions, "{url}");
        assert_eq!(feeds.restore(&removed).unwrap(), 0, "it is there again");
        let back = text(&feeds);
        for kept in
            ["# The paper of the town.\n[[feed]]", "colour = \"red\"", "# it moves often", "# their own"]
        {
            assert!(back.contains(kept), "{url}: {back}");
        }
    }
}

#[test]
fn all_feeds_can_go_and_come_back() {
    let (_home, feeds) = home(FILE);
    let all: Vec<String> = feeds.load().subscriptions.into_iter().map(|it| it.url).collect();
    let removed = feeds.remove(&all).unwrap();
    assert_eq!(text(&feeds), "# My feeds, since 2019.\n\n\n# --- from here on: science ---\n\n# end\n");
    feeds.restore(&removed).unwrap();
    assert_eq!(feeds.load().subscriptions, parse(FILE, Path::new("")).subscriptions);
}

#[test]
fn a_change_touches_nothing_else() {
    let (_home, feeds) = home(FILE);
    let courier = Subscription {
        title: Some("The Courier".to_owned()),
        folder: None,
        tags: vec!["a".to_owned(), "b".to_owned()],
        full_text: Some(FullText::Never),
        ..feed("https://courier.example/feed")
    };
    assert!(feeds.update(&courier).unwrap());
    let expected = FILE
        .replace("title = \"Courier\"", "title = \"The Courier\"")
        .replace("folder = \"News/Local\"\n", "")
        .replace("tags = [\"a\", \"b\"]\n", "tags = [\"a\", \"b\"]\nfull_text = \"never\"\n");
    assert_eq!(text(&feeds), expected);
    assert!(!feeds.update(&feed("https://nobody.example/")).unwrap());
    assert_eq!(text(&feeds), expected);
}

#[test]
fn a_feed_that_moves_remembers_where_it_was() {
    let (_home, feeds) = home(FILE);
    assert!(feeds.relocate("https://courier.example/feed", "https://anna:word@new.example/feed").unwrap());
    assert!(feeds.relocate("https://new.example/feed", "https://newer.example/feed").unwrap());
    assert!(!feeds.relocate("https://newer.example/feed", "https://moon.example/rss").unwrap());
    assert!(!feeds.relocate("https://nobody.example/", "https://new.example/feed").unwrap());
    let loaded = feeds.load();
    assert_eq!(loaded.subscriptions[0].url, "https://newer.example/feed");
    let was: Vec<&str> = loaded.former.iter().map(|(from, _)| from.as_str()).collect();
    assert_eq!(was, ["https://courier.example/feed", "https://new.example/feed", "https://old.example/rss"]);
    assert!(text(&feeds).contains("url = \"https://newer.example/feed\"   # their own\n"));
    assert!(!text(&feeds).contains("word"));
    // From http to https at the same place is nothing to remember.
    let (_home, feeds) = home("[[feed]]\nurl = \"http://a.example/\"\n");
    assert!(feeds.relocate("http://a.example/", "https://a.example/").unwrap());
    assert_eq!(text(&feeds), "[[feed]]\nurl = \"https://a.example/\"\n");
}

#[test]
fn a_file_that_is_broken_is_never_written() {
    for broken in ["[[feed]]\nurl = \n", "feed = 3\n", "feed = [{ url = \"https://a.example/\" }]\n"] {
        let (_home, feeds) = home(broken);
        let told = feeds.add(&[feed("https://b.example/")]).unwrap_err().to_string();
        assert!(told.starts_with("nothing is changed, for the file must be mended first: "), "{told}");
        feeds.remove(&["https://a.example/".to_owned()]).unwrap_err();
        assert_eq!(text(&feeds), broken);
    }
    let (_home, feeds) = home("x");
    fs::write(feeds.path(), b"# \xFF\n").unwrap();
    assert!(!feeds.load().complete);
    feeds.add(&[feed("https://b.example/")]).unwrap_err();
    assert_eq!(fs::read(feeds.path()).unwrap(), b"# \xFF\n");
    let (home, feeds) = home("");
    fs::create_dir(home.path().join("feeds.toml")).unwrap();
    assert!(feeds.load().problems[0].to_string().ends_with("cannot read it: it is no file"));
    feeds.add(&[feed("https://b.example/")]).unwrap_err();
}

#[test]
fn line_ends_of_windows_stay() {
    let (_home, feeds) = home("# x\r\n\r\n[[feed]]\r\nurl = \"https://a.example/\"\r\n");
    feeds.add(&[feed("https://b.example/")]).unwrap();
    assert_eq!(
        text(&feeds),
        "# x\r\n\r\n[[feed]]\r\nurl = \"https://a.example/\"\r\n\r\n[[feed]]\r\nurl = \"https://b.example/\"\r\n"
    );
}

#[cfg(unix)]
#[test]
fn links_to_the_file_and_its_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let (home, feeds) = home("");
    let real = home.path().join("dotfiles/feeds.toml");
    symlink("dotfiles/feeds.toml", feeds.path()).unwrap();
    // A link that leads to nothing yet is one all the same.
    feeds.add(&[feed("https://a.example/")]).unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    feeds.add(&[feed("https://b.example/")]).unwrap();
    assert!(fs::symlink_metadata(feeds.path()).unwrap().is_symlink());
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(feeds.load().subscriptions.len(), 2);
    let names: Vec<_> =
        fs::read_dir(real.parent().unwrap()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(names, ["feeds.toml"], "nothing is left beside it");
}

#[test]
fn several_kabars_lose_nothing_of_each_other() {
    let (_home, feeds) = home(FILE);
    std::thread::scope(|scope| {
        for i in 0..4 {
            let feeds = &feeds;
            scope.spawn(move || {
                for j in 0..5 {
                    feeds.add(&[feed(&format!("https://host{i}.example/{j}"))]).unwrap();
                }
            });
        }
    });
    assert_eq!(feeds.load().subscriptions.len(), 23);
}
