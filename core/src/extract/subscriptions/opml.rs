//! OPML (<http://opml.org/spec2.opml>): 1.0 and 2.0 in, 2.0 out.
//!
//! Read as leniently as feeds are, by their tree: tags that are not closed,
//! attributes in any case, bare ampersands. Read and written in loops, never by
//! recursion.

use std::collections::HashMap;

use super::{DEEPEST, Form, LeftOut, List, Why, address, line, shown, tag};
use crate::article::Subscription;
use crate::extract::feed::tree::{Element, NodeId, ROOT, Tree, escape_value};

/// Reads a list; `None` where there is neither `opml` nor an `outline`.
pub(super) fn read(text: &str) -> Option<List> {
    let tree = Tree::parse(text);
    let mut list = List { form: Form::Opml, ..List::default() };
    let mut is_opml = false;
    // The folders that are open, each with its path and how many names that has.
    let mut open: Vec<(NodeId, Option<String>, usize)> = Vec::new();
    let mut at = tree.after(ROOT, true, ROOT);
    while let Some(node) = at {
        at = tree.after(node, true, ROOT);
        let Some(element) = tree.element(node) else { continue };
        if element.name == "opml" {
            is_opml = true;
        }
        if element.name != "outline" {
            continue;
        }
        is_opml = true;
        let around = outline_around(&tree, node);
        while open.last().is_some_and(|(it, ..)| Some(*it) != around) {
            open.pop();
        }
        let (folder, depth) = open.last().map_or((None, 0), |(_, folder, depth)| (folder.clone(), *depth));
        if let Some(text) = feed_address(element) {
            list.take(element, text, folder.as_deref());
            // What stands below a feed lies where the feed lies.
            open.push((node, folder, depth));
            continue;
        }
        let name = element.attribute("text").or_else(|| element.attribute("title")).and_then(line);
        let names = name.iter().flat_map(|it| it.split('/')).map(str::trim).filter(|it| !it.is_empty());
        let (mut path, mut depth) = (folder, depth);
        for name in names.take(DEEPEST - depth) {
            path = Some(path.map_or_else(|| name.to_owned(), |it| format!("{it}/{name}")));
            depth += 1;
        }
        open.push((node, path, depth));
    }
    is_opml.then_some(list)
}

/// The outline that a node stands in.
fn outline_around(tree: &Tree<'_>, node: NodeId) -> Option<NodeId> {
    let mut at = tree.parent(node);
    while at != ROOT {
        if tree.element(at).is_some_and(|it| it.name == "outline") {
            return Some(at);
        }
        at = tree.parent(at);
    }
    None
}

/// The address of an outline that stands for a feed, or for another list; `None`
/// for folders and for links to pages.
fn feed_address<'a>(element: &'a Element<'_>) -> Option<&'a str> {
    let kind = element.attribute("type").unwrap_or_default().to_ascii_lowercase();
    let feed = ["rss", "atom", "feed", "include"].iter().any(|it| kind.contains(it));
    element.attribute("xmlUrl").or_else(|| element.attribute("url").filter(|_| feed))
}

impl List {
    fn take(&mut self, element: &Element<'_>, text: &str, folder: Option<&str>) {
        let is_include = element.attribute("type").is_some_and(|it| it.eq_ignore_ascii_case("include"));
        // Readers that run programs for feeds write them into attributes of their own.
        let is_program = element.attribute("filtercmd").is_some();
        let found = match address(text) {
            _ if is_include => Err(Why::Include),
            _ if is_program => Err(Why::Program),
            found => found,
        };
        let url = match found {
            Ok(url) => url,
            Err(why) => {
                self.left_out.push(LeftOut { name: shown(text), why });
                return;
            }
        };
        let title = ["text", "title"].iter().find_map(|it| line(element.attribute(it)?));
        let mut feed = Subscription {
            title: title.filter(|it| *it != url),
            folder: folder.map(str::to_owned),
            url,
            ..Subscription::default()
        };
        for category in element.attribute("category").unwrap_or_default().split(',') {
            match category.trim().strip_prefix('/') {
                // A category with slashes is a folder (OPML 2.0, "category").
                Some(path) if feed.folder.is_none() => {
                    let names: Vec<&str> =
                        path.split('/').map(str::trim).filter(|it| !it.is_empty()).take(DEEPEST).collect();
                    feed.folder = line(&names.join("/"));
                }
                Some(path) if feed.folder.as_deref() == Some(path.trim_end_matches('/')) => {}
                Some(path) => tag(&mut feed.tags, path),
                None => tag(&mut feed.tags, category),
            }
        }
        self.feeds.push(feed);
    }
}

/// Writes feeds as OPML 2.0, in their order, those of a folder together where the
/// first of them stands. Feeds without a title are called by their address, which
/// must not hold a login. A comma in a tag, which would make it two, becomes a
/// blank.
pub fn write(title: &str, feeds: &[Subscription]) -> String {
    let mut folders = Folders::default();
    for feed in feeds {
        let folder = folders.find(feed.folder.as_deref().unwrap_or_default());
        folders.put(folder, Entry::Feed(feed));
    }
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n".to_owned();
    out.push_str("    <title>");
    escape(title, &mut out);
    out.push_str("</title>\n  </head>\n  <body>\n");
    folders.write(&mut out);
    out.push_str("  </body>\n</opml>\n");
    out
}

/// Folders, the first of which stands for the body.
struct Folders<'a> {
    all: Vec<Vec<Entry<'a>>>,
    by_name: HashMap<(usize, &'a str), usize>,
}

enum Entry<'a> {
    Feed(&'a Subscription),
    Folder(&'a str, usize),
}

impl Default for Folders<'_> {
    fn default() -> Self {
        Self { all: vec![Vec::new()], by_name: HashMap::new() }
    }
}

impl<'a> Folders<'a> {
    /// The folder of a path, made where it is not there.
    fn find(&mut self, path: &'a str) -> usize {
        let mut at = 0;
        for name in path.split('/').filter(|it| !it.is_empty()) {
            at = if let Some(folder) = self.by_name.get(&(at, name)) {
                *folder
            } else {
                let folder = self.all.len();
                self.all.push(Vec::new());
                self.by_name.insert((at, name), folder);
                self.put(at, Entry::Folder(name, folder));
                folder
            };
        }
        at
    }

    fn put(&mut self, folder: usize, entry: Entry<'a>) {
        if let Some(entries) = self.all.get_mut(folder) {
            entries.push(entry);
        }
    }

    fn write(&self, out: &mut String) {
        // The folders that are open, each with the entry that comes next.
        let mut open = vec![(0, 0)];
        while let Some((folder, next)) = open.last_mut() {
            let entry = self.all.get(*folder).and_then(|it| it.get(*next));
            *next += 1;
            match entry {
                Some(Entry::Feed(feed)) => {
                    indent(open.len(), out);
                    write_feed(feed, out);
                }
                Some(Entry::Folder(name, folder)) => {
                    indent(open.len(), out);
                    out.push_str("<outline");
                    attribute("text", name, out);
                    attribute("title", name, out);
                    out.push_str(">\n");
                    open.push((*folder, 0));
                }
                None => {
                    open.pop();
                    if !open.is_empty() {
                        indent(open.len(), out);
                        out.push_str("</outline>\n");
                    }
                }
            }
        }
    }
}

fn indent(depth: usize, out: &mut String) {
    // Deeper than anybody looks, the blanks would outgrow the rest.
    out.extend(std::iter::repeat_n("  ", (depth + 1).min(2 * DEEPEST)));
}

fn write_feed(feed: &Subscription, out: &mut String) {
    let title = feed.title.as_deref().unwrap_or(&feed.url);
    out.push_str("<outline type=\"rss\"");
    attribute("text", title, out);
    attribute("title", title, out);
    attribute("xmlUrl", &feed.url, out);
    if !feed.tags.is_empty() {
        let tags: Vec<String> = feed.tags.iter().map(|it| it.replace(',', " ")).collect();
        attribute("category", &tags.join(","), out);
    }
    out.push_str("/>\n");
}

fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(value, out);
    out.push('"');
}

/// Escapes what XML does not take as it is, and leaves out what it does not take
/// at all (XML 1.0, 2.2).
fn escape(text: &str, out: &mut String) {
    let fits = |c: &char| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
    escape_value(&text.chars().filter(fits).collect::<String>(), out);
}
