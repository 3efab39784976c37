//! kabar as a program: run with arguments, in a home of its own.

use std::ffi::OsStr;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use tempfile::TempDir;

/// A home directory with nothing of the machine's in it. Programs are run in it.
pub struct Home {
    folder: TempDir,
}

impl Home {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The folder of the config, as `KABAR_CONFIG_DIR` names it.
    pub fn config(&self) -> PathBuf {
        self.path().join("config")
    }

    /// Puts a file there, with the folders that lead to it.
    #[must_use]
    pub fn file(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// kabar with arguments that are set apart by spaces.
    pub fn kabar(&self, args: &str) -> Run<'_> {
        self.kabar_with(args.split_whitespace())
    }

    pub fn kabar_with(&self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Run<'_> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kabar"));
        command.current_dir(self.path()).args(args).env_clear();
        // Windows programs need these to start.
        for name in ["SystemRoot", "TEMP"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        command
            .env("HOME", self.path())
            .env("KABAR_CONFIG_DIR", self.config())
            .env("KABAR_DATA_DIR", self.path().join("data"));
        Run { command, stdin: Vec::new(), home: self }
    }
}

impl Home {
    /// kabar on a disk that is full: no file gets longer than so many bytes, to
    /// the next 512. Writing fails then as it does without room, in the middle of
    /// a line.
    #[cfg(unix)]
    pub fn kabar_on_a_full_disk(&self, bytes: u64, args: &str) -> Run<'_> {
        let limited = format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"", bytes / 512);
        self.kabar(args).under("/bin/sh", ["-c", &limited])
    }
}

/// What runs a script of the shell where it may mount disks, and sees them alone.
#[cfg(target_os = "linux")]
pub const APART: [&str; 4] = ["/usr/bin/unshare", "-rm", "/bin/sh", "-c"];

/// Whether this machine lets a program have disks of its own. Where it does not,
/// tests that need them have nothing to do, and say so.
#[cfg(target_os = "linux")]
pub fn may_mount() -> bool {
    let mut command = Command::new(APART[0]);
    command.args(&APART[1..]).arg("mount -t tmpfs none /mnt").stderr(Stdio::null());
    let may = command.status().is_ok_and(|it| it.success());
    if !may {
        println!("nothing can be mounted here: there was no disk to fill");
    }
    may
}

#[cfg(target_os = "linux")]
impl Home {
    /// A script of the shell that may mount disks; `$0` in it is kabar.
    pub fn script(&self, script: &str) -> Run<'_> {
        self.kabar("").under(APART[0], APART[1..].iter().copied().chain([script]))
    }
}

/// A run that is being set up.
#[must_use]
pub struct Run<'a> {
    command: Command,
    stdin: Vec<u8>,
    home: &'a Home,
}

impl Run<'_> {
    /// Has another program start it, which gets the whole command behind these
    /// arguments.
    pub fn under(mut self, program: &str, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        let mut command = Command::new(program);
        command.args(args).arg(self.command.get_program()).args(self.command.get_args());
        command.current_dir(self.home.path()).env_clear();
        command.envs(self.command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        self.command = command;
        self
    }

    pub fn stdin(mut self, bytes: impl AsRef<[u8]>) -> Self {
        bytes.as_ref().clone_into(&mut self.stdin);
        self
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Runs it to its end.
    #[track_caller]
    pub fn run(mut self) -> Done {
        let mut child =
            self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let bytes = std::mem::take(&mut self.stdin);
        // A program that does not read its input closes it.
        let writer = std::thread::spawn(move || drop(stdin.write_all(&bytes)));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        let home = self.home.path().to_str().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap().replace(home, "HOME");
        Done { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Runs it to its end, unless that takes longer: then it is killed.
    pub fn run_within(mut self, span: Duration) -> Option<Done> {
        let mut child =
            self.command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (mut stdout, mut stderr) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let (to, ended) = mpsc::channel();
        let readers = std::thread::spawn(move || {
            let mut texts = (Vec::new(), Vec::new());
            let errors = std::thread::spawn(move || {
                let _ = stderr.read_to_end(&mut texts.1);
                texts.1
            });
            let _ = stdout.read_to_end(&mut texts.0);
            let errors = errors.join().unwrap();
            let _ = to.send(());
            (texts.0, errors)
        });
        let by_itself = ended.recv_timeout(span).is_ok();
        if !by_itself {
            child.kill().unwrap();
        }
        let code = child.wait().unwrap().code();
        let (stdout, stderr) = readers.join().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        by_itself.then(|| Done { code: code.unwrap(), stdout: text(stdout), stderr: text(stderr) })
    }

    /// Runs it, and kills it after a while if it runs still.
    pub fn killed_after(self, span: Duration) -> Killed {
        self.killed(|ended| ended.recv_timeout(span).is_ok())
    }

    /// Runs it, and kills it a while after something has come about, if it runs
    /// still.
    pub fn killed_when(self, mut come: impl FnMut() -> bool, then: Duration) -> Killed {
        self.killed(|ended| {
            while !come() {
                if ended.try_recv().is_ok() {
                    return true;
                }
                std::thread::yield_now();
            }
            ended.recv_timeout(then).is_ok()
        })
    }

    /// Runs it, and kills it unless it has ended by itself.
    fn killed(mut self, by_itself: impl FnOnce(&Receiver<()>) -> bool) -> Killed {
        let mut child =
            self.command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut stdout = child.stdout.take().unwrap();
        let (to, ended) = mpsc::channel();
        let reader = std::thread::spawn(move || {
            let mut text = Vec::new();
            let _ = stdout.read_to_end(&mut text);
            let _ = to.send(());
            text
        });
        if !by_itself(&ended) {
            child.kill().unwrap();
        }
        let status = child.wait().unwrap();
        let stdout = String::from_utf8(reader.join().unwrap()).unwrap();
        Killed { confirmed: status.success(), stdout }
    }

    /// Starts it without anybody to listen.
    pub fn start(mut self) -> Child {
        self.command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    /// Runs it, and closes its output after so many bytes.
    pub fn closed_after(mut self, bytes: usize) -> Done {
        let mut child =
            self.command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut vec![0; bytes]).unwrap();
        drop(stdout);
        let output = child.wait_with_output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        Done { code: output.status.code().unwrap(), stdout: String::new(), stderr }
    }
}

/// What a run had said before it was killed.
#[derive(Debug)]
pub struct Killed {
    /// It had ended already, and well.
    pub confirmed: bool,
    pub stdout: String,
}

/// How a run went; the path of the home stands as `HOME`.
#[derive(Debug)]
pub struct Done {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Done {
    /// It went well and had nothing to complain of.
    #[track_caller]
    pub fn fine(self) -> Self {
        assert_eq!((self.code, self.stderr.as_str()), (0, ""), "{}", self.stdout);
        self
    }

    /// It ended with this code and these complaints.
    #[track_caller]
    pub fn complains(self, code: i32, stderr: &str) -> Self {
        assert_eq!((self.code, self.stderr.as_str()), (code, stderr), "{}", self.stdout);
        self
    }

    #[track_caller]
    pub fn prints(self, stdout: &str) -> Self {
        assert_eq!(self.stdout, stdout);
        self
    }

    pub fn lines(&self) -> Vec<&str> {
        self.stdout.lines().collect()
    }

    /// Each line as JSON.
    #[track_caller]
    pub fn json(&self) -> Vec<serde_json::Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}
