use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::*;
use crate::article::{Inline, InlineKind, Why};
use crate::output::sample::{article, rendered};

/// The body of an article of these blocks.
fn body(blocks: Vec<Block>) -> String {
    let text = rendered(write, &article(blocks), 0);
    let (_, body) = text.split_once("bridge>\n").unwrap();
    body.trim_start_matches('\n').to_owned()
}

fn paragraph(words: &str) -> Block {
    Block::new(BlockKind::Paragraph, words)
}

fn styled(words: &str, inlines: &[(&str, InlineKind)]) -> Block {
    let mut block = paragraph(words);
    for (part, kind) in inlines {
        let start = words.find(part).unwrap();
        block.inlines.push(Inline { start, end: start + part.len(), kind: *kind });
    }
    block
}

#[test]
fn the_head_names_the_article() {
    let text = rendered(write, &article(vec![paragraph("Words.")]), 0);
    let expected = "# A bridge nobody asked for\n\nThe Ferry · 2026-11-14 · By Ana Díaz\n\n\
                    <https://example.org/bridge>\n\nWords.\n";
    assert_eq!(text, expected);
}

#[test]
fn blocks_are_written_in_markdown() {
    let item = |depth, marker, words: &str| Block::new(BlockKind::ListItem { depth, marker }, words);
    let mut quote = paragraph("Quoted\nin two lines");
    quote.quoted = 1;
    let mut removed = paragraph("Sign up!");
    removed.removed = Some(Why::Newsletter);
    let blocks = vec![
        Block::new(BlockKind::Heading(2), "Part #1 of C#"),
        item(0, Marker::Number(3), "Three"),
        item(1, Marker::Bullet, "In three"),
        item(0, Marker::Continued, "More of three"),
        item(0, Marker::Number(4), "Four"),
        quote.clone(),
        quote,
        removed,
        Block::new(BlockKind::Code { language: Some("rust".to_owned()) }, "let a = \"```\";"),
        Block::new(BlockKind::Rule, ""),
        Block::new(BlockKind::Table { header: true }, "Town\tBoats|Ships\nPier"),
        Block::new(BlockKind::Image { alt: "A pier".to_owned(), link: Some(1) }, "At dawn"),
    ];
    let expected = "\
## Part \\#1 of C#

3. Three
   - In three

   More of three
4. Four

> Quoted\\
> in two lines
>
> Quoted\\
> in two lines

````rust
let a = \"```\";
````

***

| Town | Boats\\|Ships |
| --- | --- |
| Pier |  |

![A pier](https://example.org/b)\\
At dawn
";
    assert_eq!(body(blocks), expected);
}

#[test]
fn emphasis_and_links_are_marked() {
    let (strong, emphasis) = (InlineKind::Strong, InlineKind::Emphasis);
    for (block, expected) in [
        (styled("a bold word", &[("bold", strong)]), "a **bold** word\n"),
        (styled("all of it", &[("all of it", emphasis)]), "_all of it_\n"),
        // Within a word, and beside quotation marks, Markdown's own do not work.
        (styled("unbelievable", &[("believ", emphasis)]), "un<em>believ</em>able\n"),
        (styled("so“bold”ly", &[("“bold”", strong)]), "so<strong>“bold”</strong>ly\n"),
        // What overlaps is closed and opened again.
        (styled("one two three", &[("one two", strong), ("two three", emphasis)]), "**one _two_** _three_\n"),
        (
            styled("a bold link", &[("bold link", InlineKind::Link(0)), ("bold", strong)]),
            "a [**bold** link](https://example.org/a%281%29)\n",
        ),
        (styled("run `x` now", &[("`x`", InlineKind::Code)]), "run `` `x` `` now\n"),
        (styled("no link", &[("link", InlineKind::Link(9))]), "no link\n"),
        // A mark within a mark, in the middle of a word.
        (styled("1a", &[("a", strong), ("a", emphasis)]), "1<strong><em>a</em></strong>\n"),
    ] {
        assert_eq!(body(vec![block]), expected);
    }
}

#[test]
fn what_looks_like_markup_is_escaped() {
    for (words, expected) in [
        ("1. not a list", "1\\. not a list\n"),
        ("- nor this", "\\- nor this\n"),
        ("5 * 3 * 2 <b> [a](b) `c`", "5 \\* 3 \\* 2 \\<b> \\[a\\](b) \\`c\\`\n"),
        ("# no heading", "\\# no heading\n"),
        ("title\n===", "title\\\n\\===\n"),
        ("AT&T &amp; co", "AT&T \\&amp; co\n"),
        ("a\n\n  b", "a\\\nb\n"),
    ] {
        assert_eq!(body(vec![paragraph(words)]), expected, "{words}");
    }
}

/// The words of Markdown, a line for each block, as a parser reads them.
fn read(markdown: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(words) | Event::Code(words) => blocks.last_mut().unwrap().push_str(&words),
            Event::HardBreak | Event::SoftBreak => blocks.last_mut().unwrap().push(' '),
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item)
            | Event::End(TagEnd::Item | TagEnd::TableCell) => blocks.push(String::new()),
            _ => {}
        }
    }
    let words = |it: String| it.split_whitespace().collect::<Vec<_>>().join(" ");
    blocks.into_iter().map(words).filter(|it| !it.is_empty()).collect()
}

proptest! {
    #[test]
    fn read_back_it_is_the_same_words(
        texts in prop::collection::vec("[a-c*_`#>+\\-=~|\\[\\]()!<&;:.1 \"“”\n]{1,25}", 1..5),
        inlines in prop::collection::vec((0_usize..25, 0_usize..25, 0_usize..5), 0..4),
        kind in 0_u8..4,
    ) {
        let kind = match kind {
            0 => BlockKind::Heading(3),
            1 => BlockKind::ListItem { depth: 0, marker: Marker::Bullet },
            2 => BlockKind::Table { header: true },
            _ => BlockKind::Paragraph,
        };
        let blocks: Vec<Block> = texts
            .into_iter()
            .filter(|it| !it.trim().is_empty())
            .map(|text| {
                let mut block = Block::new(kind.clone(), text);
                if matches!(kind, BlockKind::Table { .. }) {
                    block.text = block.text.replace('\n', "\t");
                }
                block.inlines = inlines
                    .iter()
                    .map(|(start, end, kind)| {
                        let kind = [
                            InlineKind::Strong,
                            InlineKind::Emphasis,
                            InlineKind::Strike,
                            InlineKind::Code,
                            InlineKind::Link(0),
                        ][*kind];
                        Inline { start: *start, end: *end, kind }
                    })
                    .collect();
                block
            })
            .collect();
        let expected: Vec<String> = blocks
            .iter()
            .flat_map(|it| {
                let cells = if matches!(kind, BlockKind::Table { .. }) { '\t' } else { '\u{0}' };
                it.text.split(cells).map(str::to_owned).collect::<Vec<_>>()
            })
            .map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|it| !it.is_empty())
            .collect();
        let markdown = body(blocks);
        prop_assert_eq!(read(&markdown), expected, "{}", markdown);
    }
}
