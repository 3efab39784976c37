//! Following feeds: `kabar add`, `remove`, `feeds`, `import`, `export`, and the
//! files that they write.

use std::fs;
use std::sync::Arc;

use kabar::source::http::{
    Accept, Answer, Client, Fetch as _, Limits, Login, Logins, Proxies, Request, Trust, Url,
};

use crate::server::{Reply, Seen, Server};
use crate::support::{Done, Home};

const FEED: &str = "<rss version='2.0'><channel><title>Harbor &amp; Sea</title><link>/</link>
    <item><title>Crane falls</title><guid>1</guid></item><item><title>Crane stands</title><guid>2</guid></item>
    </channel></rss>";
const TITLED: &str = "<rss><channel><title>Other\u{1b}[2J</title></channel></rss>";

fn answer(seen: &Seen) -> Reply {
    match seen.target.as_str() {
        "/feed" | "/feed?key=geheim" => Reply::body(FEED),
        "/other" => Reply::body(TITLED),
        "/old" => Reply::redirect(301, "/feed"),
        "/short" => Reply::redirect(302, "/feed"),
        "/page" => Reply::body("<html><link rel=alternate type=application/rss+xml href=feed>"),
        "/two" => Reply::body(
            "<html><link rel=alternate type=application/rss+xml title='All &amp; more' href=/feed>\
             <link rel=alternate type=application/rss+xml href=/other>",
        ),
        "/none" => Reply::body("<html><p>words"),
        "/private" if seen.header("authorization") == Some("Basic YW5uYTpnZWhlaW0=") => Reply::body(FEED),
        "/private" => Reply::status(401),
        _ => Reply::status(404),
    }
}

struct Setting {
    server: Server,
    home: Home,
}

impl Setting {
    fn new() -> Self {
        Self { server: Server::new(answer), home: Home::new() }
    }

    /// kabar with arguments in which `HOST` is the server; what it prints has
    /// `HOST` in turn.
    fn kabar(&self, args: &str) -> Done {
        self.kabar_fed(args, "")
    }

    fn kabar_fed(&self, args: &str, stdin: &str) -> Done {
        let host = self.server.url("");
        let args = args.split(' ').map(|it| it.replace("HOST", &host).replace('_', " "));
        let done = self.home.kabar_with(args).stdin(stdin.replace("HOST", &host)).run();
        let bare = host.replace("http://", "");
        let hide = |text: String| text.replace(&host, "HOST").replace(&bare, "PLACE");
        Done { stdout: hide(done.stdout), stderr: hide(done.stderr), ..done }
    }

    fn file(&self, name: &str) -> String {
        let text = fs::read_to_string(self.home.config().join(name)).unwrap_or_default();
        text.replace(&self.server.url(""), "HOST")
    }

    fn urls(&self) -> Vec<String> {
        let text = self.file("feeds.toml");
        text.lines()
            .filter_map(|it| it.strip_prefix("url = "))
            .map(|it| it.trim_matches('"').to_owned())
            .collect()
    }
}

#[test]
fn a_feed_is_followed_with_what_is_said_of_it() {
    let it = Setting::new();
    it.kabar("add HOST/feed --folder Far_/_Sea --tag a --tag b_c")
        .fine()
        .prints("added Harbor & Sea (2 entries): HOST/feed\n");
    it.kabar("add --title My_other HOST/other").fine().prints("added My other (0 entries): HOST/other\n");
    assert_eq!(
        it.file("feeds.toml"),
        "# The feeds that you follow. Yours to edit: kabar keeps comments and order.\n\n\
         [[feed]]\nurl = \"HOST/feed\"\nfolder = \"Far/Sea\"\ntags = [\"a\", \"b c\"]\n\n\
         [[feed]]\nurl = \"HOST/other\"\ntitle = \"My other\"\n"
    );
    it.kabar("feeds").fine().prints(
        "Harbor & Sea  Far/Sea  #a #b c  HOST/feed   never asked\n\
         My other                        HOST/other  never asked\n",
    );
    let feeds = it.kabar("feeds --format json").fine().json();
    assert_eq!((&feeds[0]["title"], &feeds[0]["folder"]), (&"Harbor & Sea".into(), &"Far/Sea".into()));
    assert_eq!((&feeds[1]["url"], &feeds[1]["asked"]), (&"HOST/other".into(), &serde_json::Value::Null));
}

#[test]
fn a_page_stands_for_the_feed_that_it_names() {
    let it = Setting::new();
    it.kabar("add HOST/page").fine().prints("added Harbor & Sea (2 entries): HOST/feed\n");
    // One that names none, on a server that has one where feeds usually lie.
    let it = Setting::new();
    it.kabar("add HOST/none").fine().prints("added Harbor & Sea (2 entries): HOST/feed\n");
    // Scheme and all that others would need may be left out.
    let it = Setting::new();
    let bare = it.server.url("/page").replace("http://", "");
    it.kabar(&format!("add {bare}")).fine().prints("added Harbor & Sea (2 entries): HOST/feed\n");
}

#[test]
fn where_nobody_can_be_asked_several_feeds_are_listed() {
    let it = Setting::new();
    let done = it.kabar("add HOST/two");
    assert_eq!(done.stdout, "HOST/feed  All & more\nHOST/other\n");
    done.complains(2, "kabar: `HOST/two` names 2 feeds: add the one that you mean\n");
    assert_eq!(it.urls(), [""; 0]);
    let it = Setting { server: Server::always(Reply::body("<html><p>words")), home: Home::new() };
    it.kabar("add HOST/none").complains(
        2,
        "kabar: cannot follow `HOST/none`: it names no feed, and none lies where feeds usually do\n",
    );
}

#[test]
fn a_feed_is_followed_once_however_it_is_reached() {
    let it = Setting::new();
    it.kabar("add HOST/old").fine().prints("added Harbor & Sea (2 entries): HOST/feed\n");
    let n_asked = it.server.seen().len();
    it.kabar("add HOST/feed HOST/feed/")
        .complains(1, "")
        .prints("there already: HOST/feed\nthere already: HOST/feed\n");
    assert_eq!(it.server.seen().len(), n_asked, "nobody is asked for what is there");
    for url in ["HOST/short", "HOST/page", "HOST/old"] {
        it.kabar(&format!("add {url}")).complains(1, "").prints("there already: HOST/feed\n");
    }
    assert_eq!(it.urls(), ["HOST/feed"]);
}

#[test]
fn a_password_lies_in_a_file_of_its_own_and_is_told_nowhere() {
    let it = Setting::new();
    let with_login = it.server.url("/private").replace("://", "://anna:geheim@");
    it.kabar(&format!("add {with_login}")).fine().prints("added Harbor & Sea (2 entries): HOST/private\n");
    assert_eq!(it.file("credentials.toml"), "[\"HOST\"]\nuser = \"anna\"\npassword = \"geheim\"\n");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(it.home.config().join("credentials.toml")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    it.kabar("preview HOST/private").fine();
    let told = [
        it.file("feeds.toml"),
        it.kabar("feeds").stdout,
        it.kabar("feeds --format json").stdout,
        it.kabar("export").stdout,
        it.kabar(&format!("add {}", with_login.replace("geheim", "other"))).stdout,
        it.kabar(&format!("add {}", with_login.replace("private", "gone"))).stderr,
        it.kabar(&format!("remove {with_login}")).stdout,
    ]
    .concat();
    assert!(!told.contains("geheim") && !told.contains("anna"), "{told}");
    // Another login for the same server is not written over the first.
    it.kabar(&format!("add {}", with_login.replace("private", "feed").replace("geheim", "other"))).complains(
        2,
        "kabar: `HOME/config/credentials.toml` has another login for `HOST`: change it there\n",
    );
    assert_eq!(it.urls(), [""; 0]);
}

#[test]
fn feeds_are_removed_by_what_people_call_them() {
    let it = Setting::new();
    it.kabar("add HOST/feed HOST/other").fine();
    it.kabar("remove harbor_&_sea").fine().prints("removed Harbor & Sea\n");
    assert_eq!(it.urls(), ["HOST/other"]);
    it.kabar("add HOST/feed").fine();
    it.kabar("remove nothing").complains(2, "kabar: no feed is called `nothing`: `kabar feeds` lists them\n");
    it.kabar("remove 127.0").complains(2, "kabar: `127.0` may be 2 feeds: Other, Harbor & Sea\n");
    it.kabar("remove HOST/other/ harbor").fine().prints("removed Other\nremoved Harbor & Sea\n");
    assert_eq!(it.urls(), [""; 0]);
    it.kabar("feeds").complains(1, "").prints("");
}

#[test]
fn lists_of_other_readers_are_imported_and_exported() {
    let it = Setting::new();
    let home = Setting { home: it.home.file(
        "mine.opml",
        "<opml version='1.0'><body><outline text='News'><outline text='Local'>\
         <outline text='A' xmlUrl='https://a.example/feed' category='x,y'/></outline></outline>\
         <outline text='B' xmlUrl='http://b.example/'/><outline text='B again' xmlUrl='https://b.example'/>\
         <outline text='near' xmlUrl='http://192.168.1.1/feed'/><outline text='evil' xmlUrl='javascript:alert(1)'/></body></opml>",
    ).file("urls", "http://localhost:1/feed \"~Near\" tag\nhttps://a.example/feed\n\"exec:x\"\n\"query:New:unread = \\\"yes\\\"\"\n"), ..it };
    let it = home;
    let done = it.kabar("import mine.opml");
    assert_eq!(done.stdout, "mine.opml: 2 new, 1 there already, 2 not taken\n");
    done.complains(
        2,
        "kabar: not taken: javascript:alert(1): only http and https are fetched, not javascript\n\
         kabar: not taken: http://192.168.1.1/feed: its address is not public; `--local` takes it\n",
    );
    it.kabar("import --local mine.opml").complains(
        2,
        "kabar: not taken: javascript:alert(1): only http and https are fetched, not javascript\n",
    );
    let done = it.kabar("import urls");
    assert_eq!(done.stdout, "urls: 1 new, 1 there already, 1 saved searches, 1 not taken\n");
    done.complains(2, "kabar: not taken: exec:x: kabar runs no programs for feeds\n");
    assert_eq!(it.file("config.toml"), "[[search]]\nname = \"New\"\nquery = \"is:unread\"\n");
    let exported = it.kabar("export").fine().stdout;
    assert!(
        exported
            .contains("<outline text=\"Local\" title=\"Local\">\n        <outline type=\"rss\" text=\"A\""),
        "{exported}"
    );
    it.kabar("export --output out.opml").fine().prints("");
    assert_eq!(fs::read_to_string(it.home.path().join("out.opml")).unwrap(), exported);
    // Another home takes in what this one gave out.
    let other = Setting::new();
    other.kabar_fed("import --local -", &exported).fine().prints("-: 4 new, 0 there already\n");
    other.kabar_fed("import --local -", &exported).complains(1, "").prints("-: 0 new, 4 there already\n");
    assert_eq!(other.kabar("export").fine().stdout, exported);
}

#[test]
fn what_is_no_list_is_told_and_stops_no_other() {
    let it = Setting::new();
    let done = it.kabar_fed("import missing - .", "<html>");
    assert_eq!(done.stdout, "");
    let [missing, page, folder] = &done.stderr.lines().collect::<Vec<_>>()[..] else { panic!("{done:?}") };
    assert!(missing.starts_with("kabar: cannot read `missing`: "), "{missing}");
    assert_eq!(
        *page,
        "kabar: cannot read `-` as a list of feeds: it is no OPML, and no `urls` file of newsboat"
    );
    assert_eq!(*folder, "kabar: cannot read `.`: it is no file");
    assert_eq!(done.code, 2);
}

#[test]
fn a_broken_file_is_told_and_never_written() {
    let broken = "[[feed]]\nurl = \"https://a.example/\"\n\n[[feed]]\nurl = \n";
    let it = Setting { home: Home::new().file("config/feeds.toml", broken), server: Server::new(answer) };
    let done = it.kabar("feeds");
    assert_eq!(done.stdout.lines().count(), 1, "{}", done.stdout);
    assert!(done.stderr.starts_with("kabar: HOME/config/feeds.toml:5:7: "), "{}", done.stderr);
    assert_eq!(done.code, 2);
    let done = it.kabar("add HOST/feed");
    assert!(done.stderr.contains("nothing is changed, for the file must be mended first"), "{}", done.stderr);
    assert_eq!((done.code, it.file("feeds.toml").as_str()), (2, broken));
}

#[test]
fn secrets_in_addresses_are_shown_to_programs_only() {
    let it = Setting::new();
    it.kabar("add HOST/feed?key=geheim").fine().prints("added Harbor & Sea (2 entries): HOST/feed?key=…\n");
    assert!(!it.kabar("feeds").fine().stdout.contains("geheim"));
    let done = it.kabar("export");
    assert!(done.stdout.contains("geheim"), "it cannot be followed without: {}", done.stdout);
    done.complains(0, "kabar: 1 address holds what may be a secret: look before you pass the list on\n");
}

/// Knows one login, and for which server.
#[derive(Debug)]
struct One(String);

impl Logins for One {
    fn login(&self, origin: &str) -> Result<Option<Login>, Box<dyn std::error::Error + Send + Sync>> {
        let login = Login { user: "anna".to_owned(), password: "geheim".to_owned() };
        if origin.ends_with(":1") { Err("no key".into()) } else { Ok((origin == self.0).then_some(login)) }
    }
}

#[test]
fn a_login_goes_to_its_server_as_long_as_redirects_stay_there() {
    let mine = Server::new(answer);
    let back = format!("{}/private", mine.url(""));
    let other = Server::new(move |seen| match seen.target.as_str() {
        "/private" => Reply::body("x"),
        _ => Reply::redirect(302, &back),
    });
    let client = Client::new(Limits::default(), Proxies::none()).with_logins(Arc::new(One(mine.url(""))));
    let get = |url: &str| client.get(&Request::new(Url::parse(url).unwrap(), Trust::ByHand, Accept::Feed));
    assert!(matches!(get(&mine.url("/private")).unwrap().answer, Answer::Body(_)));
    get(&other.url("/private")).unwrap();
    assert_eq!(other.seen()[0].header("authorization"), None);
    // From elsewhere it is not lent: who redirects does not choose what is asked in your name.
    assert_eq!(get(&other.url("/away")).unwrap().answer, Answer::Failed { status: 401 });
    let error = get("http://localhost:1/").unwrap_err();
    assert_eq!(error.to_string(), "cannot fetch `http://localhost:1/`: its login is not to be had");
}
