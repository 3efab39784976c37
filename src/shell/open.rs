//! Links to the browser. Never through a shell; `http` and `https` only.

use std::io;
use std::process::{Command, Stdio};

/// Starts the browser on a link and returns at once.
pub(super) fn open(url: &str, browser: Option<&str>) -> io::Result<()> {
    let argv = argv(url, browser)
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "only http and https links are opened"))?;
    let (program, arguments) = argv.split_first().ok_or(io::ErrorKind::NotFound)?;
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| io::Error::new(error.kind(), format!("cannot start `{program}`: {error}")))?;
    // Somebody must wait for the child, or it stays as a zombie.
    std::thread::Builder::new().name("browser".to_owned()).spawn(move || child.wait())?;
    Ok(())
}

/// The command line for a link: the first of `$BROWSER` (a list set apart by
/// `:`, `%s` standing for the link), or what the system opens links with.
/// `None` for what is no web link.
fn argv(url: &str, browser: Option<&str>) -> Option<Vec<String>> {
    let web = ["http://", "https://"]
        .iter()
        .any(|it| url.get(..it.len()).is_some_and(|at| at.eq_ignore_ascii_case(it)));
    if !web || url.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    let Some(first) = browser.and_then(|it| it.split(':').find(|it| !it.trim().is_empty())) else {
        let opener: &[&str] = if cfg!(target_os = "macos") {
            &["open"]
        } else if cfg!(windows) {
            &["rundll32", "url.dll,FileProtocolHandler"]
        } else {
            &["xdg-open"]
        };
        return Some(opener.iter().copied().chain([url]).map(str::to_owned).collect());
    };
    let mut argv: Vec<String> = first.split_whitespace().map(|it| it.replace("%s", url)).collect();
    if !first.contains("%s") {
        argv.push(url.to_owned());
    }
    Some(argv)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_one_argument_whatever_it_holds() {
        let url = "https://a.example/$(id);'\"`x`?a=-rf&b=%20";
        assert_eq!(argv(url, Some("firefox -P news:w3m")).unwrap(), ["firefox", "-P", "news", url]);
        assert_eq!(argv(url, Some("lynx %s --x")).unwrap(), ["lynx", url, "--x"]);
        assert_eq!(argv(url, None).unwrap().last().unwrap(), url);
        assert_eq!(argv(url, Some(" : ")).unwrap().last().unwrap(), url);
    }

    #[test]
    fn what_is_no_web_link_is_refused() {
        for url in [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "-rf",
            "",
            "https",
            "https://a.example/\nx",
            "http://a b",
        ] {
            assert_eq!(argv(url, None), None, "{url}");
        }
    }
}
