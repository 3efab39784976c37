use super::*;
use crate::article::Language;
use crate::article::{ArticleId, Block, BlockKind, Date};
use crate::text::prose::Prose;
use crate::text::quote::{Quotation, QuoteKind, Speaker};

/// An article and its analysis from blocks with marks in their words: `⟦speech⟧`,
/// `⟨mention⟩`, `{speaker}` for the speech before it or, where there is none,
/// after it. A mark may be closed in a later block.
fn marked(mut blocks: Vec<Block>) -> (Article, Analysis) {
    let mut marks: Vec<(usize, usize, char)> = Vec::new();
    for (index, block) in blocks.iter_mut().enumerate() {
        let mut words = String::new();
        for c in block.text.chars() {
            if "⟦⟧⟨⟩{}".contains(c) { marks.push((index, words.len(), c)) } else { words.push(c) }
        }
        block.text = words;
    }
    let article = Article {
        id: ArticleId::from_bytes([7; 10]),
        source: "sample".to_owned(),
        url: None,
        outlet: Some("The Ferry".to_owned()),
        title: "A bridge nobody asked for".to_owned(),
        kicker: Some("TOWNS".to_owned()),
        byline: Some("By Ana Díaz".to_owned()),
        published: Some(Date::utc(1_794_623_400)),
        language: Some(Language::ENGLISH),
        blocks,
        trimmed: Vec::new(),
        links: vec!["https://example.org/a".to_owned(), "https://example.org/b".to_owned()],
    };
    let prose = Prose::of_article(&article);
    let place = |block: usize, byte: usize| {
        prose.paragraphs.iter().find(|it| it.block == block).unwrap().span.start + byte
    };
    let mut quotes: Vec<Quotation> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut named: Option<Speaker> = None;
    for (block, byte, mark) in marks {
        let at = place(block, byte);
        match mark {
            '⟦' | '⟨' => {
                let kind = if mark == '⟦' { QuoteKind::Speech } else { QuoteKind::Mention };
                let depth = u8::try_from(open.len()).unwrap();
                open.push(quotes.len());
                let speaker = if mark == '⟦' { named.take() } else { None };
                quotes.push(Quotation { span: Span::new(at, at), kind, depth, speaker, cue: None });
            }
            '⟧' | '⟩' => quotes[open.pop().unwrap()].span.end = at,
            '{' => named = Some(Speaker { name: String::new(), at: Span::new(at, at), sure: true }),
            _ => {
                let mut speaker = named.take().unwrap();
                speaker.at.end = at;
                speaker.name = prose.slice(speaker.at).to_owned();
                match quotes.iter_mut().rev().find(|it| it.kind == QuoteKind::Speech && it.speaker.is_none())
                {
                    Some(quote) => quote.speaker = Some(speaker),
                    None => named = Some(speaker),
                }
            }
        }
    }
    let analysis = Analysis { prose, language: Language::ENGLISH, quotes, minutes: 4 };
    (article, analysis)
}

fn paragraph(words: &str) -> Block {
    Block::new(BlockKind::Paragraph, words)
}

const OPTIONS: Options = Options { width: 30, raw: false, reorder: true, numbers: false };

/// The rows of the body as they stand on a screen: margin, indent, words.
fn body(blocks: Vec<Block>, options: Options) -> Vec<String> {
    let (article, analysis) = marked(blocks);
    let page = lay_out(&article, &analysis, &options);
    page.rows.iter().skip(6).map(|it| shown(&page, it)).collect()
}

fn shown(page: &Page, row: &Row) -> String {
    let words: String = row.runs.iter().map(|it| page.words(it)).collect();
    let margin = match row.margin {
        Margin::Empty => " ",
        Margin::Speech(_) => "▎",
        Margin::Quoted(_) => "│",
        Margin::Removed => "-",
    };
    format!("{margin}{}{words}", " ".repeat(usize::from(row.indent))).trim_end().to_owned()
}

#[test]
fn speech_has_a_bar_on_its_rows_and_between_them() {
    let blocks = vec![
        paragraph(
            "The mayor was blunt. ⟦“Nobody asked for it,”⟧ said {Ana Díaz}, who runs the ⟨“Bluebird”⟩.",
        ),
        paragraph("⟦“And now it stands there. I walk past it every day."),
        paragraph("“It leads nowhere.”⟧"),
    ];
    let expected = [
        "▎The mayor was blunt. “Nobody",
        "▎asked for it,” said Ana Díaz,",
        " who runs the “Bluebird”.",
        "",
        "▎“And now it stands there. I",
        "▎walk past it every day.",
        "▎",
        "▎“It leads nowhere.”",
    ];
    assert_eq!(body(blocks, OPTIONS), expected);
}
