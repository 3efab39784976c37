use std::fs;

use tempfile::TempDir;

use super::*;

/// A folder with files of these names, each holding its name.
fn folder(names: &[&str]) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    for name in names {
        let path = home.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, name).unwrap();
    }
    home
}

/// What was found below a folder, and what was told, without the folder's path.
fn found(home: &TempDir, paths: &[&str]) -> (Vec<String>, Vec<String>) {
    let paths: Vec<PathBuf> = paths.iter().map(|it| home.path().join(it)).collect();
    let (gathered, problems) = gather(&paths);
    let start = format!("{}/", home.path().display());
    let names = gathered.items.iter().map(|it| it.name().replace(&start, "")).collect();
    (names, problems.iter().map(|it| it.to_string().replace(&start, "")).collect())
}

#[test]
fn a_folder_is_searched_in_the_order_of_names() {
    let home = folder(&[
        "b.txt",
        "a.MD",
        "c/2.html",
        "c/10.htm",
        "d/e/deep.markdown",
        "README.md",
        "c/readme.txt",
        "c/picture.png",
        ".hidden.txt",
        ".git/x.md",
        "no_ending",
    ]);
    let (names, problems) = found(&home, &[""]);
    assert_eq!(names, ["a.MD", "b.txt", "c/10.htm", "c/2.html", "d/e/deep.markdown"]);
    assert_eq!(problems, [""; 0]);
}

#[test]
fn a_file_that_is_named_is_read_whatever_its_name() {
    let home = folder(&["README.md", "no_ending", ".hidden", "f/a.txt"]);
    let (names, problems) = found(&home, &["no_ending", "README.md", ".hidden", "f", "no_ending"]);
    assert_eq!(names, ["no_ending", "README.md", ".hidden", "f/a.txt", "no_ending"]);
    assert_eq!(problems, [""; 0]);
    let (gathered, _) = gather(&[home.path().join("f")]);
    let stored = gathered.items[0].read().unwrap();
    assert_eq!(&*stored.bytes, b"f/a.txt");
    assert_eq!(stored.hint.form, Some(Form::Plain));
}

#[test]
fn what_is_not_there_or_empty_is_told_and_the_rest_is_read() {
    let home = folder(&["a.txt", "pictures/b.png"]);
    let (names, problems) = found(&home, &["nothing", "pictures", "a.txt"]);
    assert_eq!(names, ["a.txt"]);
    assert_eq!(problems, ["cannot read `nothing`", "found no articles in `pictures`"]);
}

#[test]
fn names_cannot_speak_to_the_terminal() {
    let home = folder(&["a\u{1b}]0;x\u{7}\n.txt"]);
    let (gathered, _) = gather(&[home.path().to_owned(), home.path().join("\u{1b}[2J")]);
    assert!(gathered.items[0].name().chars().all(|c| !c.is_control()));
    assert!(gathered.items[0].read().is_ok());
    assert!(gathered.place.chars().all(|c| !c.is_control()));
    let problem = Problem::Cycle { path: "\u{1b}[2J".into() };
    assert!(problem.to_string().chars().all(|c| !c.is_control()));
}

#[test]
fn too_large_a_file_is_told() {
    let home = folder(&["small.txt"]);
    let large = home.path().join("large.txt");
    fs::File::create(&large).unwrap().set_len(LARGEST + 1).unwrap();
    let (names, problems) = found(&home, &["large.txt"]);
    assert!(names.is_empty());
    assert_eq!(problems, ["cannot read `large.txt`: it is larger than 64 MB"]);
    // In a folder it is told when it is read.
    let (gathered, problems) = gather(&[home.path().to_owned()]);
    assert!(problems.is_empty());
    assert!(matches!(gathered.items[0].read(), Err(Problem::TooLarge { .. })));
    assert!(gathered.items[1].read().is_ok());
    assert!(matches!(read_whole(io::repeat(b'x'), Path::new("-")), Err(Problem::TooLarge { .. })));
}

#[test]
fn without_paths_it_is_the_feeds_or_else_the_samples() {
    let home = folder(&["feeds/README.md", "feeds/x/1.txt"]);
    let (gathered, problems) = gather_default(&home.path().join("feeds"));
    assert_eq!(gathered.items.len(), 1);
    assert!(problems.is_empty());
    for empty in ["nowhere", "feeds/README.md"] {
        let (gathered, problems) = gather_default(&home.path().join(empty));
        assert_eq!(gathered.place, "samples");
        assert!(problems.is_empty());
        let names: Vec<&str> = gathered.items.iter().map(Item::name).collect();
        assert_eq!(names[0], "sample:welcome.md");
        for item in &gathered.items {
            let stored = item.read().unwrap();
            assert!(stored.hint.form.is_some() && std::str::from_utf8(&stored.bytes).is_ok());
        }
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use super::*;

    #[test]
    fn links_are_followed_and_cycles_told() {
        let home = folder(&["a/x.txt", "b/y.txt"]);
        symlink("..", home.path().join("a/up")).unwrap();
        symlink("../b", home.path().join("a/z")).unwrap();
        symlink("x.txt", home.path().join("a/link.txt")).unwrap();
        symlink("gone", home.path().join("b/broken.txt")).unwrap();
        symlink("loop", home.path().join("b/loop")).unwrap();
        let (names, problems) = found(&home, &[""]);
        assert_eq!(names, ["a/link.txt", "a/x.txt", "a/z/y.txt"]);
        assert_eq!(
            problems,
            [
                "passed over `a/up`: it leads back to a folder above it",
                "cannot read `a/z/broken.txt`",
                "cannot read `a/z/loop`",
            ]
        );
    }

    #[test]
    fn what_would_block_is_told_and_never_opened() {
        let home = folder(&["a.txt"]);
        let _socket = UnixListener::bind(home.path().join("socket.txt")).unwrap();
        symlink("/dev/zero", home.path().join("zero.txt")).unwrap();
        let pipe = home.path().join("pipe.txt");
        rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RUSR).unwrap();
        let (names, problems) = found(&home, &["", "pipe.txt", "zero.txt"]);
        assert_eq!(names, ["a.txt"]);
        let told = |name, what| format!("cannot read `{name}`: it is {what}, and no file");
        let (pipe, zero) = (told("pipe.txt", "a pipe"), told("zero.txt", "a device"));
        assert_eq!(problems, [pipe.clone(), told("socket.txt", "a socket"), zero.clone(), pipe, zero]);
    }

    #[test]
    fn a_file_that_became_a_pipe_is_not_waited_for() {
        let home = folder(&["a.txt"]);
        let (gathered, _) = gather(&[home.path().to_owned()]);
        fs::remove_file(home.path().join("a.txt")).unwrap();
        rustix::fs::mkfifoat(rustix::fs::CWD, home.path().join("a.txt"), rustix::fs::Mode::RUSR).unwrap();
        assert!(matches!(gathered.items[0].read(), Err(Problem::NotAFile { .. })));
    }
}
