//! newsboat's `urls` file: an address on each line, with its tags behind it
//! (<https://newsboat.org/releases/2.41/docs/newsboat.html#_first_steps>).
//!
//! ```text
//! # a comment
//! https://news.example/feed  local  "two words"  "~What I call it"  "!hidden"
//! "query:Unread:unread = \"yes\""
//! "exec:~/bin/feed"  "filter:~/bin/sieve:https://news.example/feed"
//! ```

use super::{Form, LeftOut, List, Why, address, line, shown, tag};
use crate::article::{Date, Subscription};
use crate::text::query::Query;

/// Reads a list; `None` where no line of it can be meant as one of such a file.
pub(super) fn read(text: &str) -> Option<List> {
    let mut list = List { form: Form::Urls, ..List::default() };
    let mut is_one = text.trim().is_empty();
    for raw in text.lines() {
        let words = words(raw);
        let Some((first, rest)) = words.split_first() else {
            is_one |= raw.trim_start().starts_with('#');
            continue;
        };
        if let Some(query) = first.strip_prefix("query:") {
            is_one = true;
            match saved_search(query) {
                Some(search) => list.searches.push(search),
                None => {
                    list.left_out.push(LeftOut { name: line(first).unwrap_or_default(), why: Why::Query });
                }
            }
            continue;
        }
        let url = match address(first) {
            Ok(url) => url,
            Err(why) => {
                is_one |= why != Why::NoAddress;
                // A command line may hold anything, the secret too.
                let name = if why == Why::Program { program(first) } else { shown(first) };
                list.left_out.push(LeftOut { name, why });
                continue;
            }
        };
        is_one = true;
        let mut feed = Subscription { url, ..Subscription::default() };
        let mut hidden = false;
        for word in rest {
            if let Some(title) = word.strip_prefix('~') {
                feed.title = line(title);
            } else if word.starts_with('!') {
                hidden = true;
            } else {
                tag(&mut feed.tags, word);
            }
        }
        list.n_hidden += usize::from(hidden);
        list.feeds.push(feed);
    }
    is_one.then_some(list)
}

/// The words of a line, in quotation marks where they hold blanks; what follows a
/// `#` that begins a word is a comment.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() && !rest.starts_with('#') {
        let mut word = String::new();
        if let Some(inside) = rest.strip_prefix('"') {
            let mut chars = inside.chars();
            while let Some(c) = chars.next().filter(|c| *c != '"') {
                match (c, chars.clone().next()) {
                    ('\\', Some(escaped)) => {
                        chars.next();
                        word.push(match escaped {
                            'n' | 'r' | 't' | 'v' => ' ',
                            other => other,
                        });
                    }
                    _ => word.push(c),
                }
            }
            rest = chars.as_str();
        } else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let (first, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            first.clone_into(&mut word);
            rest = after;
        }
        words.push(word);
        rest = rest.trim_start();
    }
    words
}

/// What to call a line that runs a program: `exec:feed.sh`, without arguments and
/// folders.
fn program(text: &str) -> String {
    let (kind, rest) = text.split_once(':').unwrap_or(("", text));
    let command = rest.split([' ', ':']).next().unwrap_or_default();
    let name = command.rsplit('/').next().unwrap_or_default();
    line(&format!("{kind}:{name}")).unwrap_or_default()
}

/// A query feed, `Name:expression`, as a name and a query of kabar's; `None`
/// where kabar cannot ask the same.
fn saved_search(text: &str) -> Option<(String, String)> {
    let (name, expression) = text.split_once(':')?;
    let mut query: Vec<String> = Vec::new();
    let mut tokens = tokens(expression)?.into_iter().peekable();
    loop {
        let (attribute, operator, value) = (tokens.next()?, tokens.next()?, tokens.next()?);
        query.push(condition(&attribute, &operator, &value)?);
        match tokens.next() {
            None => break,
            Some(it) if it == "and" => {}
            // `or` binds other things together in newsboat than it can here.
            Some(_) => return None,
        }
    }
    let query = query.join(" ");
    let sound = Query::parse(&query, Date::utc(0)).mistakes.is_empty();
    Some((line(name)?, line(&query)?)).filter(|_| sound)
}

/// Words, signs and quoted values of an expression; `None` where it has brackets,
/// since kabar's queries have none.
fn tokens(expression: &str) -> Option<Vec<String>> {
    let mut tokens = Vec::new();
    let mut rest = expression.trim_start();
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '.' | '-');
        let (token, after) = match first {
            '(' | ')' => return None,
            '"' | '\'' => rest.strip_prefix(first)?.split_once(first)?,
            c => {
                let word = is_word(c);
                let ends = |c: char| is_word(c) != word || c.is_whitespace() || matches!(c, '"' | '\'');
                let end = rest.find(ends).unwrap_or(rest.len());
                rest.split_at_checked(end)?
            }
        };
        tokens.push(token.to_owned());
        rest = after.trim_start();
    }
    Some(tokens)
}

/// A condition in kabar's words.
fn condition(attribute: &str, operator: &str, value: &str) -> Option<String> {
    let not = match operator {
        "=" | "==" | "=~" | "#" | "<" | "<=" | ">" | ">=" | "between" => "",
        "!=" | "!~" | "!#" => "-",
        _ => return None,
    };
    let is_order = matches!(operator, "<" | "<=" | ">" | ">=" | "between");
    match (attribute, is_order) {
        ("unread", false) => {
            let unread = (value == "yes") == not.is_empty();
            Some(if unread { "is:unread" } else { "is:read" }.to_owned())
        }
        // How many days old.
        ("age", true) => {
            let days = |text: &str| text.trim().parse::<u32>().ok();
            match operator {
                "<" | "<=" => Some(format!("after:{}d", days(value)?)),
                ">" | ">=" => Some(format!("before:{}d", days(value)?)),
                _ => {
                    let (from, to) = value.split_once(':')?;
                    let (from, to) = (days(from)?, days(to)?);
                    let before = if from > 0 { format!(" before:{from}d") } else { String::new() };
                    Some(format!("after:{to}d{before}"))
                }
            }
        }
        (_, false) => {
            let field = match attribute {
                "title" => "title:",
                "author" => "by:",
                "content" => "",
                "tags" => "tag:",
                "feedtitle" | "rssurl" | "feedlink" | "link" => "from:",
                _ => return None,
            };
            words_of(field, value, not, operator)
        }
        _ => None,
    }
}

/// Words to look for; a regular expression only where it is words, or words set
/// apart by `|`.
fn words_of(field: &str, value: &str, not: &str, operator: &str) -> Option<String> {
    let plain = |it: &str| {
        !it.trim().is_empty() && !it.contains(['\\', '"', '.', '*', '+', '?', '[', ']', '{', '}', '^', '$'])
    };
    let is_regex = operator.ends_with('~');
    let choices: Vec<&str> = if is_regex { value.split('|').collect() } else { vec![value] };
    if !choices.iter().all(|it| plain(it)) {
        return None;
    }
    let choices: Vec<String> = choices.iter().map(|it| format!("{not}{field}\"{}\"", it.trim())).collect();
    // None of several is none of each.
    Some(choices.join(if not.is_empty() { " OR " } else { " " }))
}
