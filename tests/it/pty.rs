//! The program and a terminal agree: a real binary in a pseudo terminal, whose
//! screen is kept by a terminal emulator.

use std::io::{Read as _, Write as _};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::server::{Reply, Server};
use crate::support::Home;

/// A program that is slower than this hangs. No test waits for it when all is well.
const DEADLINE: Duration = Duration::from_secs(30);

const ARTICLE: &str = "\
The ferry that waits

By Ana Díaz

14 November 2026

The ferry leaves at six, and it has left at six for forty years.

“We wait for the nurse,” said Tom Reed, the captain. “She comes off the night shift at ten past.”

Nobody complains. The timetable says six, and the timetable is right about everything else on the island.
";

/// What the program sent so far.
#[derive(Default)]
pub struct Seen {
    pub bytes: Vec<u8>,
    pub ended: bool,
}

/// A terminal with a program in it.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn std::io::Write + Send>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    size: (u16, u16),
}

impl Terminal {
    pub fn start(home: &Home, size: (u16, u16), arguments: &[&str], env: &[(&str, &str)]) -> Self {
        let kabar = [env!("CARGO_BIN_EXE_kabar")];
        Self::start_command(home, size, &[&kabar, arguments].concat(), env)
    }

    /// As [`Self::start`], by a program that is given the command line of kabar.
    pub fn start_command(home: &Home, size: (u16, u16), command_line: &[&str], env: &[(&str, &str)]) -> Self {
        let mut command = CommandBuilder::new(command_line[0]);
        command.args(&command_line[1..]);
        command.cwd(home.path());
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("HOME", home.path());
        command.env("KABAR_CONFIG_DIR", home.config());
        command.env("KABAR_DATA_DIR", home.path().join("data"));
        for (name, value) in env {
            command.env(name, value);
        }
        Self::spawn(command, size)
    }

    fn spawn(command: CommandBuilder, size: (u16, u16)) -> Self {
        let (columns, rows) = size;
        let pair = native_pty_system()
            .openpty(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 })
            .unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut output = pair.master.try_clone_reader().unwrap();
        let seen = Arc::new((Mutex::new(Seen::default()), Condvar::new()));
        let shared = Arc::clone(&seen);
        std::thread::spawn(move || {
            let mut part = [0; 4096];
            loop {
                let n = output.read(&mut part).unwrap_or(0);
                let mut seen = shared.0.lock().unwrap();
                seen.bytes.extend_from_slice(&part[..n]);
                seen.ended = n == 0;
                shared.1.notify_all();
                if n == 0 {
                    return;
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self { child, master: pair.master, keys, seen, size }
    }

    pub fn press(&mut self, keys: &str) -> &mut Self {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
        self
    }

    /// Resizes the terminal, and waits until the program has cleared it: a key that
    /// comes in the same instant as the signal waits in crossterm for the next one
    /// (its event source takes one event a time off an edge-triggered poll).
    #[track_caller]
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        let clears = |seen: &Seen| seen.bytes.windows(4).filter(|it| it == b"\x1b[2J").count();
        let before = clears(&self.seen.0.lock().unwrap());
        self.size = (columns, rows);
        self.master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
        self.wait("new size", |seen| clears(seen) > before);
        self
    }

    /// What the terminal shows now; it keeps no more than it was sent.
    pub fn screen(&self) -> vt100::Parser {
        let (columns, rows) = self.size;
        let mut parser = vt100::Parser::new(rows, columns, 0);
        parser.process(&self.seen.0.lock().unwrap().bytes);
        parser
    }

    pub fn text(&self) -> String {
        self.screen().screen().contents()
    }

    /// Waits until what was sent so far satisfies.
    #[track_caller]
    #[expect(clippy::disallowed_methods, reason = "a deadline, so that a hanging program fails its test")]
    pub fn wait(&self, for_what: &str, satisfied: impl Fn(&Seen) -> bool) {
        let until = Instant::now() + DEADLINE;
        let mut seen = self.seen.0.lock().unwrap();
        while !satisfied(&seen) {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let bytes = String::from_utf8_lossy(&seen.bytes).into_owned();
                drop(seen);
                panic!("no {for_what} on:\n{}\n{bytes:?}", self.text());
            }
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// As [`Self::press`], where the program may have ended already.
    pub fn try_press(&mut self, keys: &str) {
        let _ = self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush());
    }

    /// All that the program has sent.
    pub fn sent(&self) -> Vec<u8> {
        self.seen.0.lock().unwrap().bytes.clone()
    }

    /// Kills the program, and waits until all is read that it had sent.
    #[cfg(unix)]
    pub fn kill(&mut self) {
        self.signal(rustix::process::Signal::KILL);
        self.wait("end", |seen| seen.ended);
        self.child.wait().unwrap();
    }

    /// Waits until words stand on the screen.
    #[track_caller]
    pub fn shows(&mut self, words: &str) -> &mut Self {
        self.comes_to(words, |text| text.contains(words));
        self
    }

    /// Waits until what stands on the screen satisfies.
    #[track_caller]
    pub fn comes_to(&self, for_what: &str, satisfied: impl Fn(&str) -> bool) {
        let (columns, rows) = self.size;
        self.wait(for_what, |seen| {
            let mut parser = vt100::Parser::new(rows, columns, 0);
            parser.process(&seen.bytes);
            satisfied(&parser.screen().contents())
        });
    }

    /// Keeps looking until something has come about beside the screen.
    #[track_caller]
    #[expect(clippy::disallowed_methods, reason = "a deadline, so that a hanging program fails its test")]
    pub fn until(&self, what: &str, come: impl Fn() -> bool) {
        let until = Instant::now() + DEADLINE;
        while !come() {
            assert!(Instant::now() < until, "no {what} beside:\n{}", self.text());
            std::thread::yield_now();
        }
    }

    /// Waits for the end of the program; gives its exit code.
    #[track_caller]
    pub fn ends(&mut self) -> u32 {
        self.wait("end", |seen| seen.ended);
        self.child.wait().unwrap().exit_code()
    }

    /// The terminal is as it was before: out of the alternate screen, with a
    /// cursor, without bracketed paste or mouse.
    #[track_caller]
    pub fn is_given_back(&self) {
        let parser = self.screen();
        let screen = parser.screen();
        assert!(!screen.alternate_screen(), "left in the alternate screen");
        assert!(!screen.hide_cursor(), "left without a cursor");
        assert!(!screen.bracketed_paste(), "left with bracketed paste");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        #[cfg(target_os = "linux")]
        {
            // ICANON and ECHO, as asm-generic/termbits.h has them.
            let cooked = 0o2 | 0o10;
            let flags = self.master.get_termios().unwrap().local_flags.bits();
            assert_eq!(flags & cooked, cooked, "left in raw mode");
        }
    }

    /// Waits until the program is stopped, as a shell does.
    #[cfg(unix)]
    fn stops(&self) {
        use rustix::process::{Pid, WaitOptions, waitpid};
        let pid = Pid::from_raw(i32::try_from(self.child.process_id().unwrap()).unwrap());
        let (_, status) = waitpid(pid, WaitOptions::UNTRACED).unwrap().unwrap();
        assert!(status.stopped(), "it ended instead of stopping");
    }

    #[cfg(unix)]
    pub fn signal(&self, signal: rustix::process::Signal) {
        let pid = i32::try_from(self.child.process_id().unwrap()).unwrap();
        rustix::process::kill_process(rustix::process::Pid::from_raw(pid).unwrap(), signal).unwrap();
    }
}

fn home() -> Home {
    Home::new().file("feeds/ferry.txt", ARTICLE)
}

#[test]
fn it_starts_on_the_list_opens_an_article_and_gives_the_terminal_back() {
    let home = home();
    let mut terminal = Terminal::start(&home, (80, 24), &[], &[]);
    terminal.shows("The ferry that waits");
    terminal.press("\r").shows("it has left").press("q").shows("Unread 0");
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
}

#[test]
fn a_bookmark_and_the_place_are_there_after_a_restart() {
    let paragraph = |n| format!("Paragraph {n} says what the one before has left out.");
    let long = (1..=90).map(paragraph).collect::<Vec<_>>().join(
        "

",
    );
    let home = Home::new().file("feeds/long.txt", format!("A long story\n\n14 November 2026\n\n{long}"));
    let mut terminal = Terminal::start(&home, (80, 24), &[], &[]);
    terminal
        .shows("A long story")
        .press("\r")
        .shows("Paragraph 3 ")
        .press("b")
        .shows("bookmarked")
        .press("  ");
    terminal.shows("Paragraph 25 ").press("qq");
    assert_eq!(terminal.ends(), 0);
    let mut again = Terminal::start(&home, (60, 20), &[], &[]);
    again.shows("★ A long story").shows("Bookmarks 1").press("\r").shows("Paragraph 24 ").press("qq");
    assert_eq!(again.ends(), 0);
}

#[test]
fn it_follows_the_size_of_the_terminal() {
    let home = home();
    let mut terminal = Terminal::start(&home, (80, 24), &[], &[]);
    terminal.shows("kabar").resize(120, 30).shows("it has left").resize(30, 8).press("\r");
    terminal.shows("it has left").resize(1, 1).resize(100, 24).shows("it has left").press("qq");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
}

#[test]
fn what_comes_in_on_standard_input_is_read_with_the_keys_of_the_terminal() {
    let home = Home::new()
        .file("in.md", "# From a pipe\n\nWords that came in on standard input, and nothing else.\n");
    let kabar = env!("CARGO_BIN_EXE_kabar");
    let mut terminal = Terminal::start(&home, (80, 24), &["-"], &[]);
    // Standard input is the terminal here, and nobody will type an article.
    terminal.shows("nothing comes in on standard input");
    assert_eq!(terminal.ends(), 2);
    let piped = format!("'{kabar}' - < in.md");
    let mut command = CommandBuilder::new("/bin/sh");
    command.args(["-c", &piped]);
    command.cwd(home.path());
    command.env_clear();
    command.env("TERM", "xterm");
    command.env("HOME", home.path());
    let mut terminal = Terminal::spawn(command, (80, 24));
    // One article that was asked for is opened, not listed.
    terminal
        .shows("and nothing else")
        .press("q")
        .shows("From a pipe")
        .press("R")
        .shows("From a pipe")
        .press("q");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn what_a_terminal_sets_into_other_cells_leaves_nothing_behind() {
    // This one sets the letters of flags and the members of families one by one.
    let home = Home::new()
        .file("feeds/a.txt", "Flags 🇳🇴🇳🇴🇳🇴 🇳\n\n🇳🇴 Words.\n")
        .file("feeds/b.txt", "Families 👩\u{200d}👩\u{200d}👧 👩\u{200d}👧\n\n👩\u{200d}👧 Words.\n")
        .file("feeds/c.txt", "Hearts ❤\u{fe0f} ❤\n\n❤\u{fe0f} Words.\n");
    let mut terminal = Terminal::start(&home, (120, 24), &[], &[]);
    terminal.shows("Flags").shows("Families").shows("Hearts");
    terminal.press("jjj/zzzz\r").shows("Nothing found for “zzzz”.");
    assert!(terminal.text().chars().all(|c| !"🇳🇴👩👧❤".contains(c)), "{}", terminal.text());
    terminal.press("qq");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_panic_gives_the_terminal_back_and_is_reported() {
    let home = home();
    let mut terminal = Terminal::start(&home, (80, 24), &[], &[("KABAR_FAULT", "key")]);
    terminal.shows("The ferry that waits").press("j");
    assert_ne!(terminal.ends(), 0);
    terminal.is_given_back();
    assert!(terminal.text().contains("a fault on request in `key`"), "{}", terminal.text());
}

#[test]
fn a_panic_over_one_article_costs_that_article_only() {
    let home = home();
    let mut terminal = Terminal::start(&home, (80, 24), &[], &[("KABAR_FAULT", "read")]);
    terminal.shows("kabar failed on `feeds/ferry.txt`").press("q");
    assert_eq!(terminal.ends(), 0);
    terminal.is_given_back();
}

#[cfg(unix)]
mod unix {
    use rustix::process::Signal;

    use super::*;

    #[test]
    fn a_signal_to_end_gives_the_terminal_back_and_keeps_the_marks() {
        for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
            let home = home();
            let mut terminal = Terminal::start(&home, (80, 24), &[], &[]);
            terminal.shows("The ferry that waits").press("b").shows("bookmarked");
            terminal.signal(signal);
            assert_eq!(terminal.ends(), 0, "{signal:?}");
            terminal.is_given_back();
            home.kabar("list --bookmarks").run().fine();
        }
    }

    #[test]
    fn it_stops_on_control_z_and_comes_back() {
        let home = home();
        for key in [true, false] {
            let mut terminal = Terminal::start(&home, (80, 24), &[], &[]);
            terminal.shows("The ferry that waits");
            if key {
                terminal.press("\x1a");
            } else {
                terminal.signal(Signal::TSTP);
            }
            terminal.wait("way out of the alternate screen", |seen| {
                seen.bytes.windows(8).any(|it| it == b"\x1b[?1049l")
            });
            // A signal to go on that comes before it has stopped would be lost.
            terminal.stops();
            terminal.signal(Signal::CONT);
            terminal.wait("way back into it", |seen| {
                seen.bytes.windows(8).filter(|it| it == b"\x1b[?1049h").count() >= 2
            });
            terminal.shows("The ferry that waits").press("\r").shows("it has left").press("qq");
            assert_eq!(terminal.ends(), 0);
            terminal.is_given_back();
        }
    }

    #[test]
    fn two_kabars_see_each_others_marks() {
        let home = home();
        let mut one = Terminal::start(&home, (80, 24), &[], &[]);
        let mut two = Terminal::start(&home, (80, 24), &[], &[]);
        one.shows("The ferry that waits");
        two.shows("The ferry that waits");
        one.press("b").shows("★");
        two.shows("★");
        one.press("q");
        two.press("q");
        assert_eq!((one.ends(), two.ends()), (0, 0));
    }
}

#[test]
fn whoever_adds_a_page_of_several_feeds_is_asked_which() {
    let server = Server::new(|seen| match seen.target.as_str() {
        "/" => Reply::body(
            "<html><link rel=alternate type=application/rss+xml title='The news&#27;[2J' href=/a>\
             <link rel=alternate type=application/rss+xml title=Sports href=/b>",
        ),
        "/b" => Reply::body("<rss><channel><title>Sports today</title></channel></rss>"),
        _ => Reply::status(404),
    });
    let home = Home::new();
    let mut terminal = Terminal::start(&home, (80, 24), &["add", &server.url("/")], &[]);
    terminal.shows("1  The news").shows("2  Sports").shows("Which one?");
    terminal.press("7\n").shows("There are the numbers 1 to 2.");
    terminal.press("2\n").shows("added Sports today (0 entries)");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn feeds_are_refreshed_in_the_background_and_what_is_new_waits_to_be_shown() {
    let server = Server::new(|seen| match seen.target.as_str() {
        "/feed" => Reply::body(format!(
            "<rss version='2.0'><channel><title>Harbor</title>\
             <item><title>Crane falls</title><link>http://{0}/a</link><guid>a</guid>\
             <description>Nobody was hurt, and the pilots wait.</description></item>\
             <item><title>Ferry late</title><link>http://{0}/b</link><guid>b</guid>\
             <description>The ferry waits for the nurse.</description></item></channel></rss>",
            seen.header("host").unwrap_or_default()
        )),
        _ => Reply::status(404),
    });
    let home =
        Home::new().file("config/feeds.toml", format!("[[feed]]\nurl = \"{}\"\n", server.url("/feed")));
    let mut terminal = Terminal::start(&home, (100, 24), &[], &[]);
    terminal.shows("1 feed followed, nothing fetched yet").press("R").shows("2 new").press(".");
    terminal.shows("Crane falls").shows("Ferry late").press("\r").shows("pilots wait");
    // What a feed says leads to no private address: the page is not fetched.
    terminal.press("x").shows("no full text").press("qq");
    assert_eq!(terminal.ends(), 0);
    assert_eq!(server.targets(), ["/feed"]);
}

#[test]
fn what_somebody_wrote_into_the_feeds_between_two_starts_is_followed() {
    let feed = |name: &&str| format!("[[feed]]\nurl = \"http://{name}.example/\"\ntitle = \"{name}\"\n");
    let mut home = Home::new().file("news/a.txt", "Harbor\n\nThe crane fell.\n");
    // One that is as it was is not read again.
    for names in [&["North"][..], &["North"], &["North", "South"], &["South"], &["North"]] {
        home = home.file("config/feeds.toml", names.iter().map(feed).collect::<String>());
        let mut terminal = Terminal::start(&home, (160, 40), &["news"], &[]);
        terminal.comes_to(&format!("just {names:?}"), |text| {
            ["North", "South"].iter().all(|it| text.contains(it) == names.contains(it))
        });
        terminal.press("q");
        assert_eq!(terminal.ends(), 0);
    }
}

#[test]
fn t12_twenty_presses_ask_each_feed_once() {
    let server =
        Server::always(Reply::body("<rss version='2.0'><channel><title>Harbor</title></channel></rss>"));
    let home =
        Home::new().file("config/feeds.toml", format!("[[feed]]\nurl = \"{}\"\n", server.url("/feed")));
    let mut terminal = Terminal::start(&home, (100, 24), &[], &[]);
    terminal.shows("1 feed followed, nothing fetched yet").press("R").shows("nothing new");
    terminal.press(&"R".repeat(19)).shows("asked a moment ago").press("q");
    assert_eq!(terminal.ends(), 0);
    assert_eq!(server.targets(), ["/feed"]);
}

#[test]
fn feeds_are_followed_edited_and_left_in_the_reader() {
    let server = Server::new(|seen| match seen.target.as_str() {
        "/" => Reply::body(
            "<html><link rel=alternate type=application/rss+xml title=News href=/a>\
             <link rel=alternate type=application/rss+xml title=Sports href=/b>",
        ),
        "/b" => Reply::body("<rss><channel><title>Sports today</title></channel></rss>"),
        _ => Reply::status(404),
    });
    let home = home();
    let feeds = || std::fs::read_to_string(home.config().join("feeds.toml")).unwrap_or_default();
    let mut terminal = Terminal::start(&home, (160, 40), &[], &[]);
    terminal.shows("The ferry that waits").press("a").shows("the address of a feed or a page");
    terminal.press(&server.url("/")).press("\r").shows("Which one? · 2 feeds").press("j\r");
    terminal
        .shows("following Sports today: 0 entries")
        // The sidebar comes when the library has said what is in it.
        .shows("Feeds")
        .press("d")
        .shows("choose a feed")
        .press("hgg")
        .press("E")
        .shows("title: Sports today");
    terminal.press("!\r").shows("folder: ").press("Play/Ball\r").shows("tags: ").press("a b\r");
    terminal.shows("changed");
    assert!(
        feeds().contains("title = \"Sports today!\"\nfolder = \"Play/Ball\"\ntags = [\"a\", \"b\"]\n"),
        "{}",
        feeds()
    );
    terminal.shows("Ball").press("d").shows("no longer following Sports today!");
    assert!(!feeds().contains("url"), "{}", feeds());
    terminal.press("u").shows("following it again");
    assert!(feeds().contains("Play/Ball"), "{}", feeds());
    terminal.press("\u{3}");
    assert_eq!(terminal.ends(), 0);
}
