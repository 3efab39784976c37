use std::fs;

use super::*;

fn login(user: &str, password: &str) -> Login {
    Login { user: user.to_owned(), password: password.to_owned() }
}

fn known(text: &str) -> Known {
    let (known, problems) = parse(text, Path::new("credentials.toml"));
    assert_eq!(problems.len(), 0, "{problems:?}");
    known
}

#[test]
fn a_login_is_for_its_server_alone() {
    let known = known(concat!(
        "[\"https://News.example/\"]\nuser = \"anna\"\npassword = \"a word\"\n",
        "[\"http://news.example:8080\"]\nuser = \"ben\"\npassword = \"\"\n",
        "[\"http://old.example\"]\nuser = \"cem\"\npassword = \"x\"\n",
    ));
    for (origin, expected) in [
        ("https://news.example", Some(login("anna", "a word"))),
        ("http://news.example:8080", Some(login("ben", ""))),
        ("http://news.example", None),
        ("https://news.example:8443", None),
        ("https://evil.example", None),
        ("http://old.example", Some(login("cem", "x"))),
        // It goes where it was given for, and is better kept there.
        ("https://old.example", Some(login("cem", "x"))),
    ] {
        assert_eq!(known.login(origin).unwrap(), expected, "{origin}");
    }
}

#[test]
fn what_is_wrong_is_told_without_what_is_secret() {
    for (text, told) in [
        ("[\"https://a.example\"]\nuser = \"x\"\n", "1:2: a login needs `user`, and `password` or `command`"),
        ("[\"https://a.example\"]\npassword = 3\n", "2:12: `password` takes words in quotes"),
        (
            "[\"https://a.example\"]\nuser = \"x\"\npasswort = \"geheim\"\n",
            "3:1: there is no part of a login `passwort`; did you mean `password`?",
        ),
        (
            "[\"https://a.example\"]\nuser = \"x\"\ncommand = []\n",
            "3:11: `command` takes a program and its arguments: `[\"pass\", \"show\"]`",
        ),
        ("geheim = 3", "1:1: logins stand below their server: `[\"https://news.example\"]`"),
        (
            "[\"https://a.example/geheim\"]",
            "1:2: logins stand below their server: `[\"https://news.example\"]`",
        ),
        (
            "[\"https://a.example\"]\npassword = geheim\n",
            "2:12: string values must be quoted, expected literal string",
        ),
    ] {
        let (_, problems) = parse(text, Path::new("credentials.toml"));
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(problems[0], format!("credentials.toml:{told}"), "{text}");
        assert!(!problems.concat().contains("geheim"), "{problems:?}");
    }
    assert!(
        !format!("{:?}", known("[\"https://a.example\"]\nuser = \"x\"\npassword = \"geheim\""))
            .contains("geheim")
    );
}

#[test]
fn what_is_kept_is_kept_from_others_and_for_good() {
    let home = tempfile::tempdir().unwrap();
    let file = Credentials::at(home.path().join("c/credentials.toml"), home.path().join("lock"));
    assert!(file.keep("https://a.example", &login("anna", "w\"ö rd")).unwrap());
    assert!(file.keep("https://a.example", &login("anna", "w\"ö rd")).unwrap(), "the same again");
    assert!(!file.keep("https://a.example", &login("ben", "w")).unwrap(), "another one for the server");
    assert!(file.keep("http://b.example:81", &login("ben", "w")).unwrap());
    let (known, problems) = file.load();
    assert_eq!(problems.len(), 0, "{problems:?}");
    assert_eq!(known.login("https://a.example").unwrap(), Some(login("anna", "w\"ö rd")));
    assert_eq!(known.login("http://b.example:81").unwrap(), Some(login("ben", "w")));
    assert_eq!(
        fs::read_to_string(file.path()).unwrap(),
        "[\"https://a.example\"]\nuser = \"anna\"\npassword = 'w\"ö rd'\n\n\
         [\"http://b.example:81\"]\nuser = \"ben\"\npassword = \"w\"\n"
    );
}

#[cfg(unix)]
#[test]
fn others_cannot_read_it_and_it_is_told_where_they_can() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = tempfile::tempdir().unwrap();
    let file = Credentials::at(home.path().join("credentials.toml"), home.path().join("lock"));
    let mode = || fs::metadata(file.path()).unwrap().permissions().mode() & 0o777;
    file.keep("https://a.example", &login("anna", "x")).unwrap();
    assert_eq!(mode(), 0o600);
    fs::set_permissions(file.path(), fs::Permissions::from_mode(0o644)).unwrap();
    let told = file.load().1[0].to_string();
    assert!(told.ends_with("credentials.toml: others than you may read it: `chmod 600` it"), "{told}");
    file.keep("https://b.example", &login("anna", "x")).unwrap();
    assert_eq!(mode(), 0o600);
    // Without a password in it there is nothing to hide.
    fs::write(file.path(), "[\"https://a.example\"]\nuser = \"x\"\ncommand = \"pass show a\"\n").unwrap();
    fs::set_permissions(file.path(), fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(file.load().1.len(), 0);
}

#[cfg(unix)]
#[test]
fn a_command_gives_the_password_and_no_shell_runs_it() {
    let home = tempfile::tempdir().unwrap();
    let log = home.path().join("log");
    let text = format!(
        "[\"https://a.example\"]\nuser = \"x\"\n\
         command = [\"sh\", \"-c\", \"echo run >> '{}'; echo 'a word'; echo more\"]\n\
         [\"https://b.example\"]\nuser = \"x\"\ncommand = \"echo $(id);x\"\n",
        log.display()
    );
    let known = known(&text);
    assert!(!log.exists(), "it is not run before it is needed");
    for _ in 0..2 {
        assert_eq!(known.login("https://a.example").unwrap(), Some(login("x", "a word")));
    }
    assert_eq!(fs::read_to_string(&log).unwrap(), "run\n", "once is enough");
    assert_eq!(known.login("https://b.example").unwrap(), Some(login("x", "$(id);x")));
}

#[cfg(unix)]
#[test]
fn a_command_that_fails_is_told_by_its_name() {
    let run = |words: &[&str], patience| {
        let words: Vec<String> = words.iter().map(|it| (*it).to_owned()).collect();
        first_line_of(&words, patience).unwrap_err().to_string()
    };
    assert_eq!(run(&["/nowhere/pass", "geheim"], PATIENCE), "cannot run `/nowhere/pass`");
    assert_eq!(run(&["false", "geheim"], PATIENCE), "`false` failed (exit status: 1)");
    assert_eq!(run(&["true"], PATIENCE), "`true` printed no password");
    let told = run(&["cat", "/dev/zero"], PATIENCE);
    assert!(told.starts_with("`cat` failed (signal: "), "{told}");
    assert_eq!(run(&["tail", "-f", "/dev/null"], Duration::from_millis(1)), "`tail` took more than 0 s");
}
