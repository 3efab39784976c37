//! Who wrote something, from the many ways that feeds put it.

use super::markup;

/// Somebody named in a feed. At least one of the three is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Safe to show.
    pub name: Option<String>,
    pub email: Option<String>,
    /// Their page: `http` or `https`.
    pub url: Option<String>,
}

impl Person {
    /// How to call them: the name, else the address.
    pub fn label(&self) -> &str {
        self.name.as_deref().or(self.email.as_deref()).or(self.url.as_deref()).unwrap_or_default()
    }

    pub(super) fn is_nobody(&self) -> bool {
        self.name.is_none() && self.email.is_none() && self.url.is_none()
    }
}

/// Reads `ana@news.example (Ana Putri)` (RSS), `Ana Putri <ana@news.example>`,
/// or just either of them.
pub(super) fn parse(text: &str) -> Option<Person> {
    // Brackets around an address look like a tag.
    let text = markup::line(text);
    let is_edge = |c: char| matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';' | '"' | ':');
    let mut email = None;
    let mut words: Vec<&str> = Vec::new();
    for word in text.split([' ', '<', '>', '(', ')', '[', ']', '（', '）', '：']).filter(|it| !it.is_empty())
    {
        let bare = word.trim_matches(is_edge);
        let bare = bare.strip_prefix("mailto:").unwrap_or(bare);
        if email.is_none() && is_email(bare) {
            email = Some(bare.to_owned());
        } else {
            words.push(word);
        }
    }
    let name = if email.is_some() {
        // Parentheses inside of the name were its own.
        let name = words.join(" ");
        let name = name.trim_matches(|c: char| is_edge(c) || c == '-' || c.is_whitespace());
        markup::words_of_either(name)
    } else {
        markup::words_of_either(
            text.trim_matches(|c: char| matches!(c, '"' | ',' | ';') || c.is_whitespace()),
        )
    };
    let name = Some(name).filter(|it| it.chars().any(char::is_alphanumeric));
    let person = Person { name, email, url: None };
    (!person.is_nobody()).then_some(person)
}

/// Whether a word has the form of a mail address.
fn is_email(word: &str) -> bool {
    let Some((local, host)) = word.split_once('@') else { return false };
    let plain = |it: &str| it.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
    !local.is_empty() && plain(local) && host.contains('.') && !host.ends_with('.') && plain(host)
}

/// Adds somebody who is not there yet. Somebody of the same name takes up what
/// is new about them.
pub(super) fn add(people: &mut Vec<Person>, person: Person) {
    // More names than anybody reads, and than a search through them should cost.
    const MOST: usize = 64;
    if let Some(known) = people.iter_mut().find(|it| it.label() == person.label()) {
        known.email = known.email.take().or(person.email);
        known.url = known.url.take().or(person.url);
    } else if people.len() < MOST {
        people.push(person);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_addresses_are_told_apart() {
        for (input, name, email) in [
            ("Ana Putri", Some("Ana Putri"), None),
            ("ana@news.example", None, Some("ana@news.example")),
            ("ana@news.example (Ana Putri)", Some("Ana Putri"), Some("ana@news.example")),
            ("Ana Putri (ana@news.example)", Some("Ana Putri"), Some("ana@news.example")),
            ("\"Putri, Ana\" <ana@news.example>", Some("Putri, Ana"), Some("ana@news.example")),
            ("mailto:ana@news.example", None, Some("ana@news.example")),
            ("作者：a@news.example", Some("作者"), Some("a@news.example")),
            ("Ana & Budi", Some("Ana & Budi"), None),
            ("Ana &amp; Budi", Some("Ana & Budi"), None),
            ("@ana", Some("@ana"), None),
            ("Ana \u{1b}[31mPutri", Some("Ana Putri"), None),
        ] {
            let person = parse(input).unwrap();
            assert_eq!((person.name.as_deref(), person.email.as_deref()), (name, email), "{input}");
        }
        for nobody in ["", " ", "()", "<>"] {
            assert_eq!(parse(nobody), None, "{nobody:?}");
        }
    }
}
