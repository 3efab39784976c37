//! Pages of our own, one for each rule: what a reader would see of them.

use super::*;
use crate::article::{BlockKind, InlineKind, Marker, Why};
use crate::text::span::Span;

const BODY: &str = "<p>The harbor office said on Monday that the old crane, which has stood idle for nine years, \
would be taken down before the winter, and that the square would be open to everyone again.</p>\
<p>Nobody in the street had asked for it, but most of them, when they were told, were glad to hear it, and some of \
them came down to the quay with their children to see the first of the bolts come out.</p>\
<p>The work is expected to take three weeks, said Mara Lind, who leads the office, and it will cost less than had \
been feared, because the steel, she said, can be sold, and the firm that buys it will fetch it.</p>";

fn hint() -> Hint {
    Hint { url: Some("https://paper.example/news/crane.html".to_owned()), ..Hint::default() }
}

fn page(head: &str, body: &str) -> Draft {
    read(&format!("<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"), &hint())
}

/// Every block in one line: its reason where it was removed, its kind, its text.
fn lines(draft: &Draft) -> Vec<String> {
    draft
        .blocks
        .iter()
        .map(|it| {
            let kind = match &it.kind {
                BlockKind::Paragraph => "p".to_owned(),
                BlockKind::Heading(level) => format!("h{level}"),
                BlockKind::ListItem { depth, marker: Marker::Bullet } => format!("{depth}*"),
                BlockKind::ListItem { depth, marker: Marker::Number(n) } => format!("{depth}#{n}"),
                BlockKind::ListItem { depth, marker: Marker::Continued } => format!("{depth}+"),
                BlockKind::Code { language } => format!("code {}", language.as_deref().unwrap_or("-")),
                BlockKind::Table { header } => format!("table{}", if *header { " with head" } else { "" }),
                BlockKind::Image { alt, link } => {
                    format!("img({alt})->{}", link.map_or("", |it| draft.links[it].as_str()))
                }
                BlockKind::Rule => "rule".to_owned(),
            };
            let quoted = "> ".repeat(usize::from(it.quoted));
            match it.removed {
                Some(why) => format!("{why:?}: {quoted}{kind} {}", it.text),
                None => format!("{quoted}{kind} {}", it.text),
            }
        })
        .collect()
}

/// The blocks that stand beside the body of these tests.
fn beside(draft: &Draft) -> Vec<String> {
    let body = ["p The harbor office", "p Nobody in the street", "p The work is expected"];
    let lines = lines(draft);
    for it in body {
        assert!(lines.iter().any(|line| line.starts_with(it)), "the body is lost: {lines:#?}");
    }
    lines.into_iter().filter(|line| !body.iter().any(|it| line.starts_with(it))).collect()
}

#[test]
fn structure_survives() {
    let draft = page(
        "",
        &format!(
            "<article>{BODY}<h2>A part</h2><ul><li>one<ol start=3><li>three</li><li value=7>seven<p>and more</p></li>\
             <li>eight</ol><li>two</ul><blockquote><p>Said.<blockquote>Said before.</blockquote></blockquote>\
             <pre><code class='language-rust'>fn main() {{\n    run();\n}}\n</code></pre><hr>\
             <table><caption>Fares</caption><tr><th>Town<th>Price<tr><td>Aldern<td>4 <b>crowns</b><tr><td><td>5</table>\
             <dl><dt>Term<dd>What it means</dl><p>First line of it, as it is<br>second line of it, as it was<br><br>new paragraph, which is long enough</p>\
             <figure><img src='/crane.jpg' alt='The crane'><figcaption>The crane in May. Photo: M. Berg</figcaption></figure>\
             {BODY}</article>"
        ),
    );
    let lines = lines(&draft);
    let from = lines.iter().position(|it| it == "h2 A part").unwrap();
    let to = lines.iter().position(|it| it.starts_with("img")).unwrap();
    assert_eq!(
        lines[from..=to],
        [
            "h2 A part",
            "0* one",
            "1#3 three",
            "1#7 seven",
            "1+ and more",
            "1#8 eight",
            "0* two",
            "> p Said.",
            "> > p Said before.",
            "code rust fn main() {\n    run();\n}",
            "rule ",
            "p Fares",
            "table with head Town\tPrice\nAldern\t4 crowns\n\t5",
            "p Term",
            "0+ What it means",
            "p First line of it, as it is\nsecond line of it, as it was",
            "p new paragraph, which is long enough",
            "img(The crane)->https://paper.example/crane.jpg The crane in May. Photo: M. Berg",
        ]
    );
}

#[test]
fn inlines_lie_on_the_words_they_mark() {
    let draft = page(
        "",
        &format!(
            "<article>{BODY}<p>A <em>very <strong>old</strong></em> crane, <code>x = 1</code>, H<sub>2</sub>O, \
             m<sup>2</sup>, <del>gone</del>, <q>said</q> <a href='/a?id=1&utm_source=x#y'>she</a>\
             <a href='javascript:x()'>.</a></p>{BODY}</article>"
        ),
    );
    let block = draft.blocks.iter().find(|it| it.text.starts_with("A very")).unwrap();
    assert_eq!(block.text, "A very old crane, x = 1, H2O, m2, gone, “said” she.");
    let marked: Vec<(InlineKind, &str)> =
        block.inlines.iter().map(|it| (it.kind, Span::new(it.start, it.end).slice(&block.text))).collect();
    let link = draft.links.iter().position(|it| it == "https://paper.example/a?id=1#y").unwrap();
    assert_eq!(
        marked,
        [
            (InlineKind::Emphasis, "very old"),
            (InlineKind::Strong, "old"),
            (InlineKind::Code, "x = 1"),
            (InlineKind::Subscript, "2"),
            (InlineKind::Superscript, "2"),
            (InlineKind::Strike, "gone"),
            (InlineKind::Link(link), "she"),
        ]
    );
    let tracking: Vec<&str> =
        draft.trimmed.iter().filter(|it| it.why == Why::Tracking).map(|it| it.text.as_str()).collect();
    assert_eq!(tracking, ["utm_source=x"]);
}

#[test]
fn what_is_not_the_article_stays_with_its_reason() {
    for (beside_body, expected) in [
        ("<nav><a href=/>Home</a></nav>{}", "Navigation: p Home"),
        (
            "<main>{}<div class='share-bar'><a href=/t>Tell a friend</a></div></main>",
            "Share: p Tell a friend",
        ),
        ("<main>{}<div class='shareBar'>Tell a friend</div></main>", "Share: p Tell a friend"),
        (
            "<main>{}<p class='shareholders'>The shareholders were not asked.</p></main>",
            "p The shareholders were not asked.",
        ),
        (
            "<main>{}<div id='related-posts'><p><a href=/x>Another crane falls</a></p></div></main>",
            "ReadAlso: p Another crane falls",
        ),
        (
            "<main>{}<p>Read more: <a href=/x>Another crane falls</a></p></main>",
            "ReadAlso: p Read more: Another crane falls",
        ),
        (
            "<main>{}<p><a href=/x>Another crane falls in the harbor</a></p></main>",
            "ReadAlso: p Another crane falls in the harbor",
        ),
        (
            "<main>{}<a href=/x><div>News</div><h3>Another crane falls</h3></a></main>",
            "ReadAlso: h3 Another crane falls",
        ),
        (
            "<main>{}<section class='newsletter'>The week by mail</section></main>",
            "Newsletter: p The week by mail",
        ),
        ("<main>{}<aside>From the archive</aside></main>", "OutsideArticle: p From the archive"),
        ("<main>{}<p hidden>Not seen</p></main>", "Hidden: p Not seen"),
        ("<main>{}<p style='DISPLAY : none'>Not seen</p></main>", "Hidden: p Not seen"),
        ("<main>{}<span class=sr-only>For machines</span></main>", "Hidden: p For machines"),
        ("<main>{}<noscript>Turn it on</noscript></main>", "Hidden: p Turn it on"),
        ("<main>{}</main><div id=comments><p>First!</p></div>", "Comments: p First!"),
        ("<main>{}<button>Listen</button></main>", "Navigation: p Listen"),
        ("<div class=cookie-consent><p>We use them.</p></div><main>{}</main>", "Consent: p We use them."),
    ] {
        let draft = page("", &beside_body.replace("{}", BODY));
        assert!(beside(&draft).contains(&expected.to_owned()), "{beside_body}: {:#?}", lines(&draft));
    }
}

#[test]
fn words_in_a_sentence_stay_whatever_their_element_is() {
    let draft = page(
        "",
        &format!(
            "<main>{BODY}<p>On <time>12 May</time> the <a class=tags href=/t>harbor</a> was closed, \
             <span class=author>Lind</span> said.<button>Copy</button></p>{BODY}</main>"
        ),
    );
    assert!(
        beside(&draft).contains(&"p On 12 May the harbor was closed, Lind said.".to_owned()),
        "{:#?}",
        lines(&draft)
    );
    assert!(draft.trimmed.iter().any(|it| it.text == "Copy" && it.why == Why::Navigation));
}

#[test]
fn title_and_lead_are_told_apart_from_the_body() {
    let lead = "Nine years after its last load the harbor crane comes down. The office promises an open square, \
                the neighbors have their doubts about that.";
    let draft = page(
        "<meta property='og:title' content='The old crane comes down | The Paper'>\
         <meta property='og:site_name' content='The Paper'>",
        &format!(
            "<header><h1>The old crane comes down</h1><p class=standfirst>{lead}</p><div class=byline>By Ann Moor</div>\
             </header><main>{BODY}<h2>The old crane comes down</h2></main>"
        ),
    );
    assert_eq!(draft.titles.first().unwrap(), "The old crane comes down");
    let beside = beside(&draft);
    assert_eq!(
        beside,
        [
            "Title: h1 The old crane comes down".to_owned(),
            format!("p {lead}"),
            "Byline: p By Ann Moor".to_owned(),
            "RepeatedTitle: h2 The old crane comes down".to_owned(),
        ]
    );
}

#[test]
fn a_body_in_several_containers_is_whole() {
    let chunk = |n: usize| {
        format!(
            "<div class='chunk'><div class='text'><p>Part {n} of the report on the crane says that the steel was sold, \
             that the firm fetched it, and that nobody, in the end, was sorry to see it go.</p></div></div>\
             <div class='ad'>Buy a boat</div>"
        )
    };
    let body: String = (1..=8).map(chunk).collect();
    let draft = page("", &format!("<main><h1>The crane</h1>{body}</main><footer>Contact</footer>"));
    let lines = lines(&draft);
    for n in 1..=8 {
        assert!(lines.iter().any(|it| it.starts_with(&format!("p Part {n} of"))), "{lines:#?}");
    }
    assert_eq!(lines.iter().filter(|it| *it == "Advertisement: p Buy a boat").count(), 8);
}

#[test]
fn a_consent_dialogue_is_never_the_article() {
    let legal = "<p>We and our partners, of whom there are many, store and read data on your device, such as cookies, \
                 in order to show you offers, to measure them, and to learn, in time, what you like.</p>";
    let draft = page(
        "",
        &format!(
            "<div id='consent-layer'>{}</div><div class='paywall-article'>{BODY}</div>",
            legal.repeat(12)
        ),
    );
    let beside = beside(&draft);
    assert!(beside.iter().all(|it| it.starts_with("Consent: ")), "{beside:#?}");
}

#[test]
fn what_stands_after_the_article_is_something_else() {
    let notice = "<section><p>You read this on another device as well, it seems, and only one of them can show it at \
                  a time, so please choose the one that you would like to go on with.</p></section>";
    let draft = page("", &format!("<main><article>{BODY}</article>{notice}</main>"));
    assert!(beside(&draft)[0].starts_with("OutsideArticle: p You read this"), "{:#?}", lines(&draft));
    let other = BODY.replace("the ", "that ");
    let split = page("", &format!("<main><article>{BODY}</article><article>{other}</article></main>"));
    assert_eq!(split.blocks.iter().filter(|it| it.removed.is_none()).count(), 6);
}

#[test]
fn a_page_without_a_title_is_called_by_its_first_words_and_keeps_them() {
    let page = format!("<nav><a href=/>Home of the paper</a></nav>{BODY}");
    let article = crate::extract::finish(read(&page, &hint()), &hint());
    assert!(article.title.starts_with("The harbor office said on Monday"), "{}", article.title);
    assert_eq!(article.kept().count(), 3);
}

#[test]
fn captions_go_with_their_pictures() {
    for figure in [
        "<figure><img src=/c.jpg alt=Crane><figcaption>The crane in May</figcaption></figure>",
        "<figure><figcaption>The crane in May</figcaption><img src=/c.jpg alt=Crane></figure>",
        "<figure><img src='data:image/gif;base64,R0lGOD' srcset='/c.jpg 1x, /d.jpg 2x' alt=Crane><figcaption>The crane \
         in May</figcaption></figure>",
        "<div class=wp-caption><img src=/c.jpg alt=Crane><p class=wp-caption-text>The crane in May</p></div>",
        "<div class=x1><div class=x2><img src=/c.jpg alt=Crane></div><span class=x3>The crane in May</span></div>",
    ] {
        let draft = page("", &format!("<main>{BODY}{figure}{BODY}</main>"));
        let pictures: Vec<String> = lines(&draft).into_iter().filter(|it| it.contains("img(")).collect();
        assert_eq!(pictures, ["img(Crane)->https://paper.example/c.jpg The crane in May"], "{figure}");
    }
}

#[test]
fn embedded_posts_and_quoted_words_stay() {
    let post = "<div class='social-embed'><blockquote class='tweet'><p>It was a good crane.</p>— Lind \
                <a href='https://social.example/1'>12 May</a></blockquote></div>";
    let draft = page("", &format!("<main>{BODY}{post}{BODY}</main>"));
    let beside = beside(&draft);
    assert!(beside.contains(&"> p It was a good crane.".to_owned()), "{beside:#?}");
}

#[test]
fn lists_of_links_go_and_lists_of_words_stay() {
    let links = "<p>More from the harbor:</p><ul><li><a href=/1>The quay was closed</a></li>\
                 <li><a href=/2>The ferry is late again</a></li></ul>";
    let words = "<ul><li>a bolt, as long as an arm</li><li>a <a href=/3>wheel</a> of brass</li></ul>";
    let draft = page("", &format!("<main>{BODY}{words}{links}</main>"));
    assert_eq!(
        beside(&draft),
        [
            "0* a bolt, as long as an arm",
            "0* a wheel of brass",
            "ReadAlso: p More from the harbor:",
            "ReadAlso: 0* The quay was closed",
            "ReadAlso: 0* The ferry is late again",
        ]
    );
}

#[test]
fn headings_over_nothing_and_lines_said_twice_go() {
    let again = "<p class=wide>The quay will be closed for trucks until the end of the month.</p>";
    let draft = page(
        "",
        &format!(
            "<main>{BODY}{again}{again}<h2>Empty</h2><h2>Full</h2><p>Something stands here, and it is read.</p><h3>Topics</h3></main>"
        ),
    );
    let beside = beside(&draft);
    assert!(
        beside.contains(
            &"Repeated: p The quay will be closed for trucks until the end of the month.".to_owned()
        )
    );
    assert_eq!(beside.last().unwrap(), "OutsideArticle: h3 Topics");
    assert!(beside.contains(&"h2 Full".to_owned()));
}

#[test]
fn pages_without_an_article_say_so() {
    for body in ["", "<nav><a href=/>Home</a></nav>", "<script>1</script>", "<div hidden><p>x</p></div>"] {
        assert!(page("", body).caveats.contains(&Caveat::NoArticle), "{body}");
    }
    assert!(!page("", BODY).caveats.contains(&Caveat::NoArticle));
}

#[test]
fn nothing_that_a_page_shows_is_lost() {
    let draft = page(
        "",
        &format!(
            "<nav>n1 <a href=/>n2</a></nav><header>h1</header><main><h1>t1</h1>{BODY}<form>f1<button>f2</button></form>\
             <table><tr><td>c1</table><ul>u1<li>u2</ul>m1<div>m2<p>m3</div>m4</main><aside>a1</aside><footer>f3</footer>"
        ),
    );
    let all: String =
        lines(&draft).join("\n") + &draft.trimmed.iter().map(|it| it.text.as_str()).collect::<String>();
    for word in ["n1", "n2", "h1", "t1", "f1", "f2", "c1", "u1", "u2", "m1", "m2", "m3", "m4", "a1", "f3"] {
        assert!(all.contains(word), "{word} is lost in {all}");
    }
}

fn many(count: usize, make: impl Fn(usize) -> String) -> String {
    (0..count).map(make).collect::<Vec<String>>().concat()
}

/// Hostile pages on a stack that is a quarter of what threads get: an overflow
/// would end the program, and no test could catch it.
#[test]
fn no_page_overflows_the_stack_or_takes_forever() {
    let pages = [
        "<div>".repeat(200_000) + BODY,
        "<b><i>".repeat(50_000) + BODY,
        many(5_000, |n| format!("<p><b id={n}>x ")) + BODY,
        "<table><tr><td>".repeat(5_000) + BODY,
        "<ul><li>".repeat(20_000) + BODY,
        "<blockquote>".repeat(3_000) + BODY,
        "<svg>".repeat(50_000) + BODY,
        "<".repeat(200_000) + BODY,
        format!("<table><tr><td colspan=4000000000 rowspan=4000000000>a<td>b<tr><td>c<td>d</table>{BODY}"),
        format!("<script type='application/ld+json'>{}</script>{BODY}", "[".repeat(100_000)),
        format!("<p {}>{BODY}", many(50_000, |n| format!("a{n} "))),
        many(5_000, |n| format!("<a href=/{n}>link {n}</a>")) + BODY,
        "\0<p>\u{1b}]0;x\u{7}\u{202e}".to_owned() + BODY,
    ];
    let read_all = move || {
        for page in &pages {
            let draft = read(page, &hint());
            let all: String = draft.blocks.iter().map(|it| it.text.as_str()).collect();
            assert!(all.contains("The work is expected"), "{page:.40}");
        }
    };
    std::thread::Builder::new().stack_size(512 << 10).spawn(read_all).unwrap().join().unwrap();
}

#[test]
fn a_body_that_is_out_of_sight_is_rescued() {
    let teaser =
        "<main><p>The old crane in the harbor comes down before the winter, says the office.</p></main>";
    let hidden = page("", &format!("{teaser}<div class=wall style='display:none'>{BODY}</div>"));
    assert!(
        lines(&hidden).iter().any(|it| it.starts_with("p The work is expected")),
        "{:#?}",
        lines(&hidden)
    );

    let body = "The harbor office said on Monday that the crane would be taken down.\\n".repeat(12);
    let linked = page(
        &format!(
            "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{body}\"}}</script>"
        ),
        teaser,
    );
    let kept: Vec<&Block> = linked.blocks.iter().filter(|it| it.removed.is_none()).collect();
    assert_eq!(kept.len(), 12);
    assert_eq!(kept[0].text, "The harbor office said on Monday that the crane would be taken down.");
}

#[test]
fn stubs_say_what_they_are() {
    let notice = "<div class=paywall><p>Go on for one crown a week.</p><a href=/pay>Subscribe</a></div>";
    let legal = "<div id=consent><p>We store data on your device, in order to show you offers, and to learn what you \
                 like, and our partners do, and theirs, so please say that you agree to all of it, or to some of it; \
                 you can change your mind on any day, as long as it is Tuesday and the form is online.</p></div>";
    for (head, body, expected) in [
        (
            "<title>404 - The Paper</title>",
            "<p>There is nothing here, or there never was anything.</p>",
            Caveat::ErrorPage,
        ),
        (
            "<title>Error 503 (Unavailable)</title>",
            "<p>Try again later, when there are fewer of you.</p>",
            Caveat::ErrorPage,
        ),
        ("", notice, Caveat::Paywall),
        ("", legal, Caveat::ConsentWall),
    ] {
        let body = format!(
            "<main>{}{body}</main>",
            if expected == Caveat::Paywall {
                "<p>The crane comes down, it was said, and so it was.</p>"
            } else {
                ""
            }
        );
        assert_eq!(page(head, &body).caveats, [expected], "{body}");
    }
    let member = format!(
        "<nav><a href=/in>Log in</a></nav><article><h1>Cranes</h1><p class=login>Log in</p>{BODY}</article>"
    );
    assert_eq!(page("<title>Cranes</title>", &member).caveats, []);
    let news = page("<title>Peugeot 404 turns sixty, and drives on</title>", BODY);
    assert_eq!(news.caveats, []);
}

#[test]
fn what_readers_wrote_is_told_by_the_label_above_it() {
    for label in ["<div>Yorumlar <b>(2)</b></div>", "<h3>Leserkommentare</h3>", "<p>2 Comments</p>"] {
        let draft = page(
            "",
            &format!(
                "<div class='x1'><div class='x2'>{BODY}</div><div class='x3'>{label}\
                 <div>Old salt</div><p>I was there when they built it, and my father was too, and he said then \
                 what I say now, which is that it was never straight.</p><p>So was I.</p></div></div>"
            ),
        );
        let beside = beside(&draft);
        assert!(beside.len() == 4 && beside.iter().all(|it| it.starts_with("Comments: ")), "{beside:#?}");
    }
}

#[test]
fn comments_that_an_article_speaks_of_are_its_own() {
    let draft =
        page("", &format!("<article>{BODY}<p>The comments of the mayor were short.</p>{BODY}</article>"));
    assert!(lines(&draft).contains(&"p The comments of the mayor were short.".to_owned()));
}

#[test]
fn cards_beside_each_other_are_other_articles() {
    let card = |n: u8| {
        format!(
            "<article><h4><a href='/a/{n}'>The ferry of number {n} is late</a></h4><p>It waits for the tide.</p></article>"
        )
    };
    let cards: String = (0..4).map(card).collect();
    let draft =
        page("", &format!("<main><section>{BODY}</section><section><h3>Now</h3>{cards}</section></main>"));
    let kept: Vec<String> = beside(&draft).into_iter().filter(|it| !it.contains(": ")).collect();
    assert!(kept.is_empty(), "{kept:#?}");
}

#[test]
fn columns_of_a_page_laid_out_as_a_table_are_not_read_as_one() {
    let body = BODY.replace("<p>", "").replace("</p>", "<br><br>");
    let draft = page(
        "",
        &format!(
            "<table><tr><td>Do you want the crane gone?<br><br>Yes<br><br>You are visitor 118.402</td><td>{body}</td>\
             <td><a href='/1'>The ferry is late</a><br>It waits for the tide.<br><br></td></tr></table>"
        ),
    );
    let kept: Vec<String> = beside(&draft).into_iter().filter(|it| !it.contains(": ")).collect();
    assert!(kept.is_empty(), "{kept:#?}");
}

#[test]
fn a_pull_quote_says_again_what_a_paragraph_says() {
    let draft = page(
        "",
        &format!(
            "<article>{BODY}<blockquote>Nobody in the street had asked for it</blockquote>\
                  <blockquote>Nobody else was asked, either.</blockquote>{BODY}</article>"
        ),
    );
    let lines = lines(&draft);
    assert!(lines.contains(&"Repeated: > p Nobody in the street had asked for it".to_owned()), "{lines:#?}");
    assert!(lines.contains(&"> p Nobody else was asked, either.".to_owned()), "{lines:#?}");
}

#[test]
fn a_pointer_in_brackets_is_taken_off_its_paragraph() {
    let draft = page(
        "",
        &format!(
            "<article>{BODY}<p>The old crane stood still. <b>(Read also: <a href='/2'>The new crane</a>)</b></p>\
                  <p>The old crane stood still (see <a href='/3'>the chart</a>).</p></article>"
        ),
    );
    let lines = lines(&draft);
    assert!(lines.contains(&"p The old crane stood still.".to_owned()), "{lines:#?}");
    assert!(lines.contains(&"p The old crane stood still (see the chart).".to_owned()), "{lines:#?}");
    assert!(
        draft.trimmed.iter().any(|it| it.text == "(Read also: The new crane)" && it.why == Why::ReadAlso)
    );
}

#[test]
fn the_next_article_on_a_page_is_another() {
    let other = "<p>Another story begins here, of which nobody in the first has heard, and it goes on for a while, \
                 as such stories do.</p>";
    let draft = page(
        "<title>The crane comes down</title>",
        &format!(
            "<div class='story'><h1 class='t'>The crane comes down</h1><div class='text'>{BODY}</div></div>\
             <div class='story'><h1 class='t'>The ferry is late</h1><div class='text'>{other}</div></div>"
        ),
    );
    assert!(!lines(&draft).iter().any(|it| it.starts_with("p Another story")), "{:#?}", lines(&draft));
}

#[test]
fn the_section_above_the_title_and_the_date_below_it_are_shown_elsewhere() {
    let draft = page(
        "<title>The crane comes down</title>",
        &format!(
            "<article><div class='k'>Harbor life</div><h1>The crane comes down</h1>\
             <div><span>Mara Lind and her four friends</span> <span>3 May 2026</span> <span>912 reads</span></div>{BODY}</article>"
        ),
    );
    assert_eq!(draft.kicker.as_deref(), Some("Harbor life"));
    let beside = beside(&draft);
    assert_eq!(beside[0], "Kicker: p Harbor life");
    assert!(beside[2].starts_with("DateLine: "), "{beside:#?}");
}

#[test]
fn times_beside_the_entries_of_a_live_report_are_no_text() {
    let entry = |time: &str| format!("<div>{time}</div>{BODY}");
    let page_of = |n: usize| {
        let entries: String = ["14.32", "13:05 WIB", "9h05"].iter().take(n).map(|it| entry(it)).collect();
        lines(&page("", &format!("<article>{entries}</article>")))
    };
    assert_eq!(page_of(3).iter().filter(|it| it.starts_with("DateLine: ")).count(), 3);
    assert!(page_of(1).contains(&"p 14.32".to_owned()), "one time heads a part");
}

#[test]
fn prose_that_was_set_as_code_is_prose() {
    let draft = page(
        "",
        &format!(
            "<article>{BODY}<pre>The crane was built by hand, in the year of the\nflood, and nobody wrote down by whom. It stood.\n\n\
             What is known of it is what the harbor books say,\nand they say little. It was heavy!</pre>\
             <pre>let x = 1;\nlet y = 2;</pre></article>"
        ),
    );
    let lines = lines(&draft);
    assert!(
        lines.contains(
            &"p The crane was built by hand, in the year of the flood, and nobody wrote down by whom. It stood.".to_owned()
        ),
        "{lines:#?}"
    );
    assert!(lines.contains(&"code - let x = 1;\nlet y = 2;".to_owned()), "{lines:#?}");
}

#[test]
fn a_video_within_the_article_leaves_a_link_to_it() {
    let draft = page(
        "",
        &format!(
            "<iframe src='https://video.example/0' allowfullscreen></iframe><article>{BODY}\
             <iframe src='https://video.example/1' title='The last lift' allowfullscreen></iframe>\
             <video><source src='/films/2.mp4'></video><iframe src='https://ads.example/3'></iframe><p>The last of the bolts came out on a Sunday, and the square was open again.</p></article>"
        ),
    );
    let kept: Vec<String> = beside(&draft).into_iter().filter(|it| it.starts_with("img")).collect();
    assert_eq!(
        kept,
        [
            "img(The last lift)->https://video.example/1 ",
            "img(paper.example)->https://paper.example/films/2.mp4 "
        ]
    );
}

#[test]
fn a_page_without_an_address_is_the_same_article_with_other_surroundings() {
    let id = |menu: &str, after: &str| {
        let html = format!(
            "<title>The crane</title><nav>{menu}</nav><article><h1>The crane</h1>{BODY}</article>{after}"
        );
        crate::extract::extract(
            html.as_bytes(),
            &Hint { form: Some(crate::extract::Form::Html), ..Hint::default() },
        )
        .id
    };
    let first = id("<a href=/a>News</a>", "");
    assert_eq!(
        first,
        id("<a href=/a>News</a> <a href=/b>Sports</a>", "<aside><a href=/c>The ferry is late</a></aside>")
    );
}

#[test]
fn tracking_taken_off_links_is_told() {
    let draft = page(
        "",
        &format!(
            "<article>{BODY}<p>It is <a href='/a?utm_source=x&amp;id=1'>an old crane</a>.</p></article>"
        ),
    );
    let told: Vec<&str> =
        draft.trimmed.iter().filter(|it| it.why == Why::Tracking).map(|it| it.text.as_str()).collect();
    assert_eq!(told, ["utm_source=x"]);
}

#[test]
fn a_paragraph_without_end_is_one_and_whole() {
    let long = "Salt&amp;oil, she «said» on Monday. ".repeat(6_000);
    let draft = page("<title>Salt</title>", &format!("{BODY}<p>{long}</p>{BODY}"));
    let whole = long.replace("&amp;", "&");
    assert_eq!(draft.blocks.iter().filter(|it| it.text == whole.trim()).count(), 1);
}
