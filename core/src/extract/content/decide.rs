//! Block by block: what is the article.

use std::cell::LazyCell;
use std::ops::Range;

use super::{around, names};
use crate::article::{BlockKind, InlineKind, Why};
use crate::extract::blocks::Piece;
use crate::extract::date;
use crate::extract::html::tree::{Attribute, Tag, Tree};
use crate::extract::meta::Meta;
use crate::text::boilerplate::key;
use crate::text::letter;
use crate::text::table::{WordSet, Words};

/// The size from which on a block is running text rather than a label.
const RUNNING: usize = 40;
/// Letters and digits that may stand beside the title in its heading.
const MORE: usize = 30;
/// Characters of the longest title, without white space.
const LONGEST_TITLE: usize = 300;
/// From this size on, what stands between title and body is a lead; what is
/// shorter is a subtitle, one sentence that repeats what the title says.
const SHORTEST_LEAD: usize = 100;
/// Blocks between the title and the body that may hold the lead.
const LEAD_REACH: usize = 30;
/// Characters of a lead-in before a link: `Read more: …`.
const LONGEST_LEAD_IN: usize = 60;

/// Lines between title and body that say when and by whom are not longer, in
/// characters.
const LONGEST_HEAD_LINE: usize = 150;

/// Says of each piece whether it is the article. Steps, each a pass over the
/// pieces: what the chooser kept; what it missed in between and above; what
/// stands in the head; what only points elsewhere; headings with nothing under
/// them. Gives the section line that stands above the title, where one does.
pub(in crate::extract) fn decide(tree: &Tree, meta: &Meta, pieces: &mut [Piece]) -> Option<String> {
    choose(pieces);
    let scope = scope(tree, pieces)?;
    leave_others(tree, scope, pieces);
    gather_chunks(tree, scope, pieces);
    fill_holes(tree, pieces);
    around::comments(tree, pieces);
    titles(meta, pieces);
    around::next_article(tree, pieces);
    around::clock_times(pieces);
    let section = head(tree, meta, pieces);
    lead(tree, meta, pieces);
    around::bracketed_pointers(pieces);
    pointers(pieces);
    repetitions(pieces);
    around::pull_quotes(pieces);
    tail(pieces);
    orphans(pieces);
    pictures(pieces);
    section
}

pub(super) fn is_text(piece: &Piece) -> bool {
    !matches!(piece.block.kind, BlockKind::Image { .. } | BlockKind::Rule)
}

fn is_heading(piece: &Piece) -> bool {
    matches!(piece.block.kind, BlockKind::Heading(_))
}

/// Whether most of a piece is links.
fn is_linked(piece: &Piece) -> bool {
    piece.link_chars * 2 > piece.chars
}

fn choose(pieces: &mut [Piece]) {
    for piece in pieces {
        piece.block.removed = if piece.furniture.is_some() {
            piece.furniture
        } else if piece.kept_chars * 2 > piece.chars {
            None
        } else if is_linked(piece) {
            Some(Why::Navigation)
        } else {
            Some(Why::OutsideArticle)
        };
    }
}

/// From the first to the last piece that is kept.
fn body(pieces: &[Piece]) -> Option<Range<usize>> {
    let kept = |it: &Piece| it.block.removed.is_none() && is_text(it);
    let first = pieces.iter().position(kept)?;
    let last = pieces.iter().rposition(kept)?;
    Some(first..last + 1)
}

/// The element that holds the article as a whole: the nearest `article`, else
/// `main`, else the page.
fn scope(tree: &Tree, pieces: &[Piece]) -> Option<usize> {
    let kept = || pieces.iter().filter(|it| it.block.removed.is_none() && is_text(it));
    let longest = kept().max_by_key(|it| it.chars)?;
    let total: usize = kept().map(|it| it.chars).sum();
    let share =
        |at: usize| -> usize { kept().filter(|it| holds(tree, at, it.node)).map(|it| it.chars).sum() };
    let around = || std::iter::once(longest.node).chain(tree.ancestors(longest.node));
    // An article may be split over several elements; then none of them is all
    // of it, unless it holds most.
    let in_article = |it: &Piece| tree.ancestors(it.node).any(|it| tree.nodes[it].tag == Tag::Article);
    let alone = |at: usize| kept().all(|it| holds(tree, at, it.node) || !in_article(it));
    let article = around().find(|&it| {
        tree.nodes[it].tag == Tag::Article
            && (share(it) * 10 >= total * 7 || share(it) * 2 >= total && alone(it))
    });
    let main = || around().find(|&it| tree.nodes[it].tag == Tag::Main && share(it) * 10 >= total * 7);
    // In a page that is laid out as a table, the cells of a row are its columns.
    let column = || {
        let paragraph = |it: &&Piece| {
            size(it) >= 2 * RUNNING && it.link_chars * 4 < it.chars && ends_sentence(&it.block.text)
        };
        let all = kept().filter(paragraph).count();
        around().find(|&at| {
            let inside = || kept().filter(paragraph).filter(|it| holds(tree, at, it.node)).count();
            tree.nodes[at].tag == Tag::Td && all >= 3 && inside() * 10 >= all * 9
        })
    };
    article.or_else(main).or_else(column).or(Some(0))
}

/// Whether a node is another or lies below it.
fn holds(tree: &Tree, above: usize, node: usize) -> bool {
    above <= node && node < tree.nodes[above].end
}

/// What comes after the end of the article's own element is something else, and
/// so is what comes before its column.
fn leave_others(tree: &Tree, scope: usize, pieces: &mut [Piece]) {
    let column = tree.nodes[scope].tag == Tag::Td;
    for piece in pieces.iter_mut().filter(|it| it.block.removed.is_none()) {
        if piece.node >= tree.nodes[scope].end || column && piece.node < scope {
            piece.block.removed = Some(Why::OutsideArticle);
        }
    }
}

/// A body may be split over containers of one kind, with other things between;
/// the chooser then takes some of them. Running text in elements of the same
/// classes as the kept text is the article too.
fn gather_chunks(tree: &Tree, scope: usize, pieces: &mut [Piece]) {
    let running = |it: &Piece| is_text(it) && size(it) >= RUNNING && it.link_chars * 4 < it.chars;
    let mut kinds: Words<(Tag, &str, &str), usize> = Words::default();
    for piece in pieces.iter().filter(|it| it.block.removed.is_none() && running(it)) {
        if let Some(kind) = kind(tree, piece.node) {
            *kinds.entry(kind).or_default() += 1;
        }
    }
    for piece in pieces.iter_mut() {
        let dropped = piece.block.removed == Some(Why::OutsideArticle) && piece.furniture.is_none();
        if dropped
            && running(piece)
            && holds(tree, scope, piece.node)
            && kind(tree, piece.node).is_some_and(|it| kinds.get(&it).is_some_and(|&n| n >= 3))
        {
            piece.block.removed = None;
        }
    }
}

/// What tells elements of one kind: their tag, their class, and the class of
/// the element around; `None` where there is no class.
fn kind(tree: &Tree, node: usize) -> Option<(Tag, &str, &str)> {
    let class = |it: usize| tree.attribute(it, Attribute::Class).unwrap_or_default().trim();
    let kind = (tree.nodes[node].tag, class(node), class(tree.nodes[node].parent));
    (!kind.1.is_empty() || !kind.2.is_empty()).then_some(kind)
}

/// The chooser drops parts of the body that look like lists of links or are
/// called by a name that it dislikes. Headings, quoted posts, and a single block
/// between kept ones, within the same container, are the article all the same.
fn fill_holes(tree: &Tree, pieces: &mut [Piece]) {
    let Some(body) = body(pieces) else { return };
    let root = container(tree, pieces);
    let texts: Vec<usize> = body.filter(|&it| is_text(&pieces[it])).collect();
    let kept: Vec<bool> = texts.iter().map(|&it| pieces[it].block.removed.is_none()).collect();
    for (n, &at) in texts.iter().enumerate() {
        let piece = &mut pieces[at];
        let dropped = piece.block.removed == Some(Why::OutsideArticle) && piece.furniture.is_none();
        let single = n > 0 && kept[n - 1] && kept.get(n + 1).is_some_and(|it| *it);
        if dropped
            && (single || is_heading(piece) || piece.block.quoted > 0)
            && holds(tree, root, piece.node)
            && piece.link_chars * 4 < piece.chars
        {
            piece.block.removed = None;
        }
    }
}

/// The innermost element that holds nearly all of what is kept.
fn container(tree: &Tree, pieces: &[Piece]) -> usize {
    let kept = || pieces.iter().filter(|it| it.block.removed.is_none());
    let total: usize = kept().map(|it| it.chars).sum();
    let Some(longest) = kept().max_by_key(|it| it.chars) else { return 0 };
    std::iter::once(longest.node)
        .chain(tree.ancestors(longest.node))
        .find(|&at| {
            let inside: usize = kept().filter(|it| holds(tree, at, it.node)).map(|it| it.chars).sum();
            inside * 10 >= total * 9
        })
        .unwrap_or(0)
}

/// The title stands above the article, and is no part of its body.
fn titles(meta: &Meta, pieces: &mut [Piece]) {
    let titles: Vec<String> = meta.titles.iter().map(|it| key(it)).filter(|it| !it.is_empty()).collect();
    let longest = titles.iter().map(|it| it.chars().count()).max().unwrap_or(0) + MORE;
    let mut shown = false;
    for piece in pieces.iter_mut().filter(|it| is_text(it)) {
        let heading = is_heading(piece);
        let candidate = (heading || piece.block.removed.is_none()) && piece.chars <= LONGEST_TITLE;
        if !candidate {
            continue;
        }
        if letters(&piece.block.text) > longest {
            continue;
        }
        let words = key(&piece.block.text);
        // A section line may stand in one heading with the title.
        let with_more = || {
            let length = words.chars().count();
            titles.iter().any(|it| {
                it.chars().count() >= 20 && words.contains(it.as_str()) && length <= it.chars().count() + MORE
            })
        };
        if titles.contains(&words) || with_more() {
            piece.block.removed = Some(if shown { Why::RepeatedTitle } else { Why::Title });
            shown |= piece.furniture.is_none();
        }
    }
    // A page may declare another title than it shows; what it shows is the
    // first large heading, and above all text.
    if !shown {
        let kept = pieces.iter_mut().filter(|it| it.block.removed.is_none() && is_text(it));
        let mut above = kept.take_while(|it| is_heading(it) || size(it) < 2 * RUNNING);
        if let Some(piece) = above.find(|it| matches!(it.block.kind, BlockKind::Heading(1 | 2))) {
            piece.block.removed = Some(Why::Title);
        }
    }
}

/// How many letters and digits a text has; its [`key`] has no fewer.
fn letters(text: &str) -> usize {
    if text.is_ascii() {
        return text.bytes().filter(u8::is_ascii_alphanumeric).count();
    }
    text.chars().filter(|c| letter::is_alphanumeric(*c)).count()
}

/// The lines around the title that are shown elsewhere: the section above it,
/// which is handed back, the date and counters below it.
fn head(tree: &Tree, meta: &Meta, pieces: &mut [Piece]) -> Option<String> {
    let kept = |it: &Piece| it.block.removed.is_none() && is_text(it);
    let running = |it: &Piece| kept(it) && (size(it) >= LONGEST_HEAD_LINE || ends_sentence(&it.block.text));
    let title = pieces.iter().position(|it| it.block.removed == Some(Why::Title) && is_heading(it))?;
    let below = pieces[title + 1..].iter_mut().take_while(|it| !running(it));
    for piece in below.filter(|it| kept(it) && !is_heading(it)) {
        let text = &piece.block.text;
        // A name, a date and a counter each have an element of their own.
        let alone = tree.nodes[piece.node].chars == piece.chars;
        let dated = |it: usize| tree.nodes[it].tag == Tag::Text && date::is_line(tree.words(it));
        if date::parse(text, meta.language).is_some() || alone && tree.below(piece.node).any(dated) {
            piece.block.removed = Some(Why::DateLine);
        } else if text.matches(" | ").count() >= 2 {
            piece.block.removed = Some(Why::Navigation);
        }
    }
    let at = around::section_line(tree, pieces, title)?;
    let text = pieces[at].block.text.trim().to_owned();
    let words = key(&text);
    let declared = meta.kicker.as_deref().is_none_or(|it| key(it) == words);
    if !declared || meta.byline.as_deref().is_some_and(|it| key(it) == words) {
        return None;
    }
    pieces[at].block.removed = Some(Why::Kicker);
    Some(text)
}

/// The lead stands between the title and the body, often outside of its
/// container, and called a teaser by pages in German.
fn lead(tree: &Tree, meta: &Meta, pieces: &mut [Piece]) {
    let running = |it: &Piece| it.block.removed.is_none() && is_text(it) && size(it) >= 2 * RUNNING;
    let Some(first) = pieces.iter().position(running) else { return };
    let title = pieces[..first]
        .iter()
        .rposition(|it| matches!(it.block.removed, Some(Why::Title | Why::RepeatedTitle)) && is_heading(it));
    let from = title.unwrap_or(0).max(first.saturating_sub(LEAD_REACH));
    let (above, body) = pieces.split_at_mut(first);
    // Few pages have a line that these are asked for.
    let descriptions = LazyCell::new(|| meta.descriptions.iter().map(|it| key(it)).collect::<Vec<String>>());
    let text = LazyCell::new(|| body.iter().take(3).map(|it| key(&it.block.text)).collect::<Vec<String>>());
    for piece in &mut above[from..] {
        let dropped = match piece.block.removed {
            Some(Why::OutsideArticle) => piece.furniture.is_none(),
            Some(Why::ReadAlso) => piece.link_chars == 0,
            _ => false,
        };
        if !dropped || !is_text(piece) || size(piece) < SHORTEST_LEAD || piece.link_chars * 4 >= piece.chars {
            continue;
        }
        let words = key(&piece.block.text);
        let described = descriptions
            .iter()
            .any(|it| !it.is_empty() && (it.starts_with(&words) || words.starts_with(it.as_str())));
        let named =
            std::iter::once(piece.node).chain(tree.ancestors(piece.node).take(2)).any(|it| is_lead(tree, it));
        let sentence = title.is_some() && ends_sentence(&piece.block.text);
        if (described || named || sentence) && !text.iter().any(|it| it.starts_with(&words)) {
            piece.block.removed = None;
        }
    }
}

/// How much a piece says: its characters without white space; those of scripts
/// that write a word in one or two of them count double.
fn size(piece: &Piece) -> usize {
    piece.chars + piece.wide
}

fn is_lead(tree: &Tree, index: usize) -> bool {
    [Attribute::Class, Attribute::Id, Attribute::Itemprop]
        .into_iter()
        .filter_map(|it| tree.attribute(index, it))
        .any(|it| names::words(it).split(' ').any(|it| names::LEAD.contains(&it)))
}

/// Whether a text ends as sentences do, in any script; closing quotation marks
/// and brackets may follow.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || "\"'”’»«“)]』」".contains(c));
    text.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', '॥', '።'])
}

/// Lines that only point to other pages: a link and nothing else, a list of
/// links, a link with a lead-in.
fn pointers(pieces: &mut [Piece]) {
    let mut at = 0;
    while at < pieces.len() {
        let end = group(pieces, at);
        let group = &mut pieces[at..end];
        at = end;
        let kept = || group.iter().filter(|it| it.block.removed.is_none() && is_text(it));
        let (chars, links) =
            kept().fold((0, 0), |(chars, links), it| (chars + it.chars, links + it.link_chars));
        let list = group.len() > 1 || matches!(group[0].block.kind, BlockKind::ListItem { .. });
        // References that show their addresses are read for them.
        let addresses = kept().all(|it| it.block.text.contains("://"));
        let only_links = !addresses
            && chars >= 12
            && (links * 10 >= chars * 9
                || links * 4 >= chars * 3 && group[0].block.text.contains('\n')
                || list && kept().all(|it| it.link_chars * 10 >= it.chars * 9 || leads_in(it)));
        for piece in group.iter_mut().filter(|it| it.block.removed.is_none() && is_text(it)) {
            let points = if list { only_links } else { only_links && !is_heading(piece) || leads_in(piece) };
            if points && piece.block.quoted == 0 {
                piece.block.removed = Some(Why::ReadAlso);
            }
        }
    }
}

/// The end of the run of list items, or of headings that are links, that begins
/// at `at`; one past it for any other piece.
fn group(pieces: &[Piece], at: usize) -> usize {
    let item = |it: &Piece| matches!(it.block.kind, BlockKind::ListItem { .. });
    let linked_heading = |it: &Piece| is_heading(it) && it.link_chars == it.chars;
    let run = |alike: &dyn Fn(&Piece) -> bool| {
        pieces[at..].iter().position(|it| !alike(it) && is_text(it)).map_or(pieces.len(), |it| at + it)
    };
    if item(&pieces[at]) {
        run(&item)
    } else if linked_heading(&pieces[at]) {
        run(&linked_heading)
    } else {
        at + 1
    }
}

/// Whether a line is a few words, a colon, and a link to its end.
fn leads_in(piece: &Piece) -> bool {
    let block = &piece.block;
    if block.text.contains('\n') {
        return false;
    }
    let link = block.inlines.iter().find(|it| matches!(it.kind, InlineKind::Link(_)));
    let Some(link) = link else { return false };
    let Some(head) = block.text.get(..link.start) else { return false };
    let rest = block.text.get(link.end..).unwrap_or_default();
    let head = head.trim();
    head.ends_with([':', '：'])
        && head.chars().count() <= LONGEST_LEAD_IN
        && !rest.contains(letter::is_alphanumeric)
}

/// Headings, and lines that end in a colon, over nothing but what was removed.
fn orphans(pieces: &mut [Piece]) {
    /// What is kept next below a piece.
    enum Below {
        Nothing,
        Text,
        Heading(u8),
    }
    let mut below = Below::Nothing;
    let mut gap = false; // whether something was removed in between
    for piece in pieces.iter_mut().rev().filter(|it| is_text(it)) {
        if piece.block.removed.is_some() {
            gap = true;
            continue;
        }
        let orphan = match (&piece.block.kind, &below) {
            (BlockKind::Heading(_), Below::Nothing) => Some(Why::OutsideArticle),
            (BlockKind::Heading(level), Below::Heading(next)) if gap && next <= level => {
                Some(Why::OutsideArticle)
            }
            (BlockKind::Heading(_), _) => None,
            (_, Below::Nothing) if gap && announces(piece) => Some(Why::ReadAlso),
            _ => None,
        };
        if orphan.is_some() {
            piece.block.removed = orphan;
            continue;
        }
        below = match piece.block.kind {
            BlockKind::Heading(level) => Below::Heading(level),
            _ => Below::Text,
        };
        gap = false;
    }
}

/// Whether a line only announces what comes below it.
fn announces(piece: &Piece) -> bool {
    size(piece) < 2 * RUNNING && piece.block.text.trim_end().ends_with([':', '：'])
}

/// Pages that lay themselves out for two widths carry the same lines twice.
fn repetitions(pieces: &mut [Piece]) {
    let mut seen: WordSet<&str> = WordSet::default();
    for piece in pieces.iter_mut().filter(|it| it.block.removed.is_none() && is_text(it)) {
        let Piece { block, chars, .. } = piece;
        if *chars >= RUNNING / 2 && !seen.insert(&block.text) {
            block.removed = Some(Why::Repeated);
        }
    }
}

/// Labels at the end of an article belong to what came after it.
fn tail(pieces: &mut [Piece]) {
    for piece in pieces.iter_mut().rev().filter(|it| it.block.removed.is_none() && is_text(it)) {
        let label = matches!(piece.block.kind, BlockKind::Paragraph | BlockKind::Heading(_))
            && piece.block.quoted == 0
            && size(piece) < RUNNING / 2
            && !ends_sentence(&piece.block.text);
        if !label {
            return;
        }
        piece.block.removed = Some(if announces(piece) { Why::ReadAlso } else { Why::OutsideArticle });
    }
}

/// A picture belongs to the article where the text around it does, and a rule
/// where it stands between two texts.
fn pictures(pieces: &mut [Piece]) {
    let Some(body) = body(pieces) else { return };
    let mut before = false;
    let mut ruled = false;
    for (at, piece) in pieces.iter_mut().enumerate() {
        let why = match piece.block.kind {
            BlockKind::Rule if !body.contains(&at) || ruled => Some(Why::OutsideArticle),
            BlockKind::Image { .. } if piece.kept_chars == 0 && !(before && body.contains(&at)) => {
                Some(Why::OutsideArticle)
            }
            BlockKind::Rule | BlockKind::Image { .. } => None,
            _ => {
                before = piece.block.removed.is_none();
                ruled &= !before;
                continue;
            }
        };
        piece.block.removed = piece.furniture.or(why);
        ruled |= piece.block.removed.is_none() && piece.block.kind == BlockKind::Rule;
    }
}
