//! What the lines that no phrase knows are: body or furniture, decided for all of
//! an article's lines together.
//!
//! A linear chain of two states. How a line looks speaks for one of them, in
//! features that need no words of a language but those of its phrases; and what
//! stands beside it does, since furniture comes in runs. The best path is the
//! answer (Viterbi), so that what is left over is left alone when it is judged
//! again: no line gains from a neighbor that is gone. The weights are fitted to
//! marked scrapes and stand in [`weights`]; `cargo bench --bench relines` fits
//! them again. A paragraph lost weighs more than any label kept.

mod around;
mod weights;

use around::{Listed, Stretch, Surroundings, Words, listed, said_more_than_once, stretches};

use super::line::Line;
use super::looks::Looks;
use crate::article::{Article, Block, BlockKind, Why};
use crate::text::letter;
use crate::text::table::WordSet;

/// How many features a line has.
pub const FEATURES: usize = 112;
/// Steps from body into furniture and out of it, by the shape of the line that they
/// lead to. None of them is worth more than 0: what stands alone is not likelier
/// to be furniture than what stands beside it.
pub const STEPS: usize = 6;

/// So many paragraphs make a body: only then is there anything around it.
const BODY: usize = 3;
/// What is counted or scored has no more words in its line.
const COUNTED: usize = 8;
/// Longer lines are body, in words.
const LONGEST: usize = 60;

/// Names, and values from 0 to 1, of what speaks for furniture or against.
pub type Features = [(&'static str, f32); FEATURES];

/// What a text shows about a line: its features, or what they come to.
#[derive(Clone, Debug)]
pub struct Seen<T = Features> {
    /// Its block.
    pub block: usize,
    /// What is known before: furniture, or (`Front`) what the head shows.
    pub known: Known,
    pub shape: Shape,
    pub features: T,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    Nothing,
    Furniture,
    /// Title, byline and date: between furniture above and below.
    Front,
    Body,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A few words that end as no sentence does.
    Loose,
    /// A short sentence.
    Short,
    Running,
}

/// Marks what the chain takes for furniture, and says whether it marked anything.
pub(super) fn judge(blocks: &mut [Block], lines: &[Option<Line>], language: Option<&str>) -> bool {
    let weights = weights::LINES.map(|it| it.1);
    let seen = see(blocks, lines, language, |it| it.map_or(0.0, |it| score(it, &weights)));
    let mut found = false;
    let path = best_path(&seen, &weights::STEPS_BETWEEN.map(|it| it.1), |_, it| it.features);
    let mut pointer = false;
    for (it, furniture) in seen.iter().zip(path) {
        let Some(block) = blocks.get_mut(it.block) else { continue };
        if !furniture {
            pointer = false;
        } else if let Some(why) = block.removed {
            pointer = why == Why::ReadAlso;
        } else {
            let own = lines.get(it.block).and_then(Option::as_ref).and_then(|it| it.end(language));
            let why = own.unwrap_or(if pointer { Why::ReadAlso } else { Why::OutsideArticle });
            block.removed = Some(why);
            found = true;
        }
    }
    found
}

/// What the lines of an article show, for fitting. Reasons that blocks carry are
/// taken for known.
pub fn observe(article: &Article) -> Vec<Seen> {
    let lines = super::lines(article, |_| true);
    let code = article.language.as_ref().map(crate::article::Language::code);
    see(&article.blocks, &lines, code, |it| it.copied().unwrap_or([("", 0.0); FEATURES]))
}

/// What the lines show, each as `of` has it; it is given the features of those that
/// nothing is known of.
fn see<T>(
    blocks: &[Block],
    lines: &[Option<Line>],
    language: Option<&str>,
    of: impl Fn(Option<&Features>) -> T,
) -> Vec<Seen<T>> {
    let running = |at: &usize| {
        blocks.get(*at).is_some_and(|it| it.removed.is_none())
            && lines.get(*at).and_then(Option::as_ref).is_some_and(Line::is_running)
    };
    let body: Vec<usize> = (0..blocks.len()).filter(running).collect();
    let (Some(&first), Some(&last)) = (body.first(), body.last()) else { return Vec::new() };
    // In interviews many an answer is a short sentence.
    let short = |at: &usize| {
        !running(at)
            && blocks.get(*at).is_some_and(|it| it.removed.is_none())
            && lines.get(*at).and_then(Option::as_ref).is_some_and(Line::ends_sentence)
    };
    if body.len() + (first..=last).filter(short).count() < BODY {
        return Vec::new();
    }
    let title = blocks.iter().position(|it| it.removed == Some(Why::Title)).filter(|it| *it < first);
    let words = Words::of(&body, lines);
    let open = |at: Option<usize>| at.is_some_and(|it| running(&it));
    let filled = |at: &usize| lines.get(*at).and_then(Option::as_ref).is_some_and(|it| !it.is_empty());
    // Headings that nothing but paragraphs stands beside.
    let loose = |at: usize| {
        blocks.get(at).is_some_and(|it| it.removed.is_none())
            && lines.get(at).and_then(Option::as_ref).is_some_and(Line::is_loose)
    };
    let heads = body.windows(2).filter(|it| it[1] - it[0] == 2 && loose(it[0] + 1)).count();
    // An ingredient, a score: a few words and a number, between paragraphs.
    let counted = |at: usize| {
        let numbered = |it: &Block| {
            let text = it.text.trim();
            it.removed.is_none() && (text.starts_with(char::is_numeric) || text.ends_with(char::is_numeric))
        };
        (first..=last).contains(&at)
            && blocks.get(at).is_some_and(numbered)
            && lines.get(at).and_then(Option::as_ref).is_some_and(|it| it.is_loose() && it.words <= COUNTED)
    };
    let filled_at: Vec<usize> = (0..blocks.len()).filter(filled).collect();
    let is_furniture =
        |at: usize| blocks.get(at).and_then(|it| it.removed).is_some_and(|it| !is_front(it, at, &body));
    let surroundings = Surroundings::of(&filled_at, is_furniture);
    let stretches = stretches(&filled_at, |at| running(&at), is_furniture);
    let often = said_more_than_once(&filled_at, lines);
    let listed = listed(&filled_at, blocks, lines, language);
    let is_item = |at: usize| blocks.get(at).is_some_and(|it| matches!(it.kind, BlockKind::ListItem { .. }));
    let mut introduced = false;
    let mut before = None;
    let mut keys = WordSet::default();
    let mut seen: Vec<Seen<T>> = Vec::with_capacity(blocks.len());
    let mut nth = 0;
    // Nothing but the head stands above.
    let mut opens = title.is_none();
    for (at, block) in blocks.iter().enumerate() {
        let known = match block.removed {
            Some(why) if is_front(why, at, &body) => Known::Front,
            Some(_) => Known::Furniture,
            None if matches!(block.kind, BlockKind::Code { .. } | BlockKind::Table { .. }) => Known::Body,
            None => Known::Nothing,
        };
        let line = lines.get(at).and_then(Option::as_ref).filter(|it| !it.is_empty());
        let Some(line) = line else {
            if known == Known::Body {
                seen.push(Seen { block: at, known, shape: Shape::Running, features: of(None) });
            }
            continue;
        };
        let number = nth;
        nth += 1;
        let is_first = opens;
        opens = title == Some(at) || opens && known == Known::Front;
        let shape = if line.is_running() {
            Shape::Running
        } else if line.is_loose() {
            Shape::Loose
        } else {
            Shape::Short
        };
        let place = if title.is_some_and(|it| at < it) {
            Place::Above
        } else if at < first {
            Place::Head
        } else if at > last {
            Place::Tail
        } else {
            Place::Within
        };
        let in_list = listed.get(number).copied().unwrap_or_default();
        let above_list = listed.get(number + 1).is_some_and(|it| it.alike);
        // A list belongs to the sentence that introduces it.
        let item = matches!(block.kind, BlockKind::ListItem { .. });
        introduced = if item {
            introduced
        } else {
            let names = || line.introduces() || line.is_loose() && line.names_part(language);
            // After the last paragraph, a label of furniture introduces other articles.
            let own =
                || known == Known::Nothing && line.familiar(language) <= 0.5 && line.end(language).is_none();
            is_item(at + 1) && names() && (place == Place::Within || own())
        };
        let known = match known {
            // `***`, which sets parts of an article apart.
            Known::Nothing if place == Place::Within && line.chars >= 3 && line.folded.is_empty() => {
                Known::Body
            }
            Known::Nothing if line.words > LONGEST || introduced && place != Place::Above => Known::Body,
            Known::Nothing
                if in_list.introduced && (place == Place::Within || in_list.alike || above_list) =>
            {
                Known::Body
            }
            it => it,
        };
        let again = !keys.insert(line.whole());
        let features = if known == Known::Nothing {
            let follows = open(before);
            let leads = open((at + 1..blocks.len()).find(filled));
            let above = before.filter(|it| is_furniture(*it));
            let pitched = |at: Option<usize>| {
                let why = at.and_then(|it| blocks.get(it)).and_then(|it| it.removed);
                matches!(why, Some(Why::Newsletter | Why::Consent | Why::Paywall | Why::Comments))
            };
            let below_pitch = pitched(before);
            let above = above.and_then(|it| lines.get(it).and_then(Option::as_ref));
            let below =
                (at + 1..blocks.len()).find(|it| blocks.get(*it).is_some_and(|it| !it.text.is_empty()));
            let next = (at + 1..blocks.len()).find(filled);
            let counts = [before, next].into_iter().flatten().any(counted);
            // A poll: a question, and a button below it.
            let asks = line.is_question() && next.is_some_and(|it| is_request(it, blocks, lines, language));
            let boxed = above.is_some() && below.is_none_or(is_furniture);
            let paragraph =
                body.get(body.partition_point(|it| *it <= at)).and_then(|it| lines.get(*it)?.as_ref());
            let why = |at: Option<usize>| at.and_then(|it| blocks.get(it)).and_then(|it| it.removed);
            let around = Around {
                place,
                boxed,
                is_last: at == last,
                again,
                follows,
                leads,
                above,
                heads,
                counted: counted(at),
                beside_counted: counts && !counted(at),
                asks,
                below_pitch,
                above_pitch: pitched(next),
                near: surroundings.near(number),
                rest: surroundings.rest(number),
                listed: in_list,
                above_list,
                is_first,
                often: often.contains(&line.whole()),
                stretch: stretches.get(number).copied().unwrap_or_default(),
                furniture_below: next.is_some_and(is_furniture),
                below_pointer: why(before) == Some(Why::ReadAlso),
                paragraph,
                below_part: in_list.below_part,
                words: &words,
                language,
            };
            of(Some(&features(&block.text, block, line, &around)))
        } else {
            of(None)
        };
        seen.push(Seen { block: at, known, shape, features });
        before = Some(at);
    }
    seen
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Above the title.
    Above,
    /// Before the first paragraph.
    Head,
    Within,
    /// After the last paragraph.
    Tail,
}

/// What is around a line.
#[expect(clippy::struct_excessive_bools, reason = "each is a feature of its own")]
struct Around<'a> {
    place: Place,
    /// Whether the line has been there before.
    again: bool,
    /// Whether a paragraph stands right above it, and right below.
    follows: bool,
    leads: bool,
    /// The line above, where it is known to be furniture.
    above: Option<&'a Line>,
    /// Whether furniture stands on both sides, and whether the line is the last paragraph.
    boxed: bool,
    is_last: bool,
    /// How many headings stand between paragraphs.
    heads: usize,
    /// Whether it is a few words and a number between paragraphs, and whether only a
    /// line beside it is.
    counted: bool,
    beside_counted: bool,
    /// Whether it is a question above a request to answer it.
    asks: bool,
    /// Whether a newsletter, a notice or comments stand right above it, and below.
    below_pitch: bool,
    above_pitch: bool,
    /// The shares of furniture among the lines around it, and among all below it.
    near: f32,
    rest: f32,
    listed: Listed,
    /// Whether such a list begins right below.
    above_list: bool,
    /// Whether nothing but the head stands above.
    is_first: bool,
    /// Whether the same words stand elsewhere, too.
    often: bool,
    /// What stands between the paragraphs around.
    stretch: Stretch,
    furniture_below: bool,
    /// Whether a pointer to other articles stands right above.
    below_pointer: bool,
    /// The next paragraph.
    paragraph: Option<&'a Line>,
    /// Whether it is in a list below the name of a part of an article.
    below_part: bool,
    words: &'a Words,
    language: Option<&'a str>,
}

/// Whether a reason is of what the head shows. Dates and names further down are of
/// other articles; what stands below a lead is not.
fn is_front(why: Why, at: usize, body: &[usize]) -> bool {
    match why {
        Why::Title | Why::RepeatedTitle => true,
        Why::Byline | Why::DateLine | Why::Kicker => body.get(1).is_none_or(|it| at < *it),
        _ => false,
    }
}

/// Whether a line asks something of the reader, by its own words.
fn is_request(at: usize, blocks: &[Block], lines: &[Option<Line>], language: Option<&str>) -> bool {
    blocks.get(at).is_some_and(|it| it.removed == Some(Why::OutsideArticle))
        && lines
            .get(at)
            .and_then(Option::as_ref)
            .is_some_and(|it| it.junk(language) == Some(Why::OutsideArticle))
}

fn features(text: &str, block: &Block, line: &Line, around: &Around) -> Features {
    let on = |yes: bool| f32::from(u8::from(yes));
    let n = line.words;
    let (loose, running) = (line.is_loose(), line.is_running());
    let ended = !loose && !line.quoted;
    let looks = line.looks(text);
    let Looks { first, last, shouted, titled, separators, address, comma, time, .. } = *looks;
    let familiar = if n <= 14 || !running { line.familiar(around.language) } else { 0.0 };
    let (you, our) = if n < 40 { line.address(around.language) } else { (false, false) };
    // Japanese and Chinese papers set these before headings.
    let heads = matches!(first, '■' | '◆' | '●' | '○' | '◇' | '□' | '▼' | '▽' | '＊' | '【' | '〈');
    let shared = around.words.share(line, running);
    let question = line.is_question();
    let end = line.end(around.language).is_some();
    let place = around.place;
    let stretch = around.stretch;
    let clean = place == Place::Within && stretch.furniture == 0;
    let ahead = around.paragraph.filter(|_| loose).map_or(0.0, |it| line.shared(it));
    let item = matches!(block.kind, BlockKind::ListItem { .. });
    [
        ("always", 1.0),
        ("one word", on(n <= 1)),
        ("two or three words", on((2..4).contains(&n))),
        ("four to six words", on((4..7).contains(&n))),
        ("seven to nine words", on((7..10).contains(&n))),
        ("ten to fourteen words", on((10..15).contains(&n))),
        ("15 to 24 words", on((15..25).contains(&n))),
        ("25 words and more", on(n >= 25)),
        ("ended", on(ended)),
        ("ended, seven words and more", on(ended && n >= 7)),
        ("a question", on(matches!(last, '?' | '？' | '؟'))),
        ("an exclamation", on(matches!(last, '!' | '！'))),
        ("ends with a colon", on(matches!(last, ':' | '：'))),
        (
            "ends with another sign",
            on(!letter::is_alphanumeric(last) && loose && !matches!(last, ':' | '：' | ')')),
        ),
        ("ends with a digit, loose", on(last.is_numeric() && loose)),
        ("quoted", on(line.quoted)),
        ("quoted and loose", on(line.quoted && !running)),
        ("a comma inside", on(comma)),
        ("a comma inside, loose", on(comma && loose)),
        ("a colon inside, loose", on(loose && looks.colon)),
        ("a stop inside, loose", on(loose && looks.stop)),
        ("begins in lower case", on(first.is_lowercase())),
        ("begins with a digit", on(first.is_numeric())),
        ("begins with a sign", on(!letter::is_alphanumeric(first) && !line.quoted && !heads)),
        ("a digit inside, loose", on(looks.digits && loose)),
        ("digits mostly", on(looks.mostly_digits)),
        ("a time inside, loose", on(time && loose)),
        ("no letters", on(!looks.letters)),
        ("in capitals", on(shouted)),
        ("words capitalized", on(titled && loose)),
        ("a separator", on(separators == 1)),
        ("separators", on(separators > 1)),
        ("an address", on(address)),
        ("in brackets", on(matches!(first, '(' | '[' | '（' | '［' | '【'))),
        ("an item of a list", on(item)),
        ("an item of a list, loose", on(item && loose)),
        ("a heading", on(matches!(block.kind, BlockKind::Heading(_)))),
        ("familiar, up to three words", if n <= 3 { familiar } else { 0.0 }),
        ("familiar, four to eight words", if (4..9).contains(&n) { familiar } else { 0.0 }),
        ("familiar, more words", if n >= 9 { familiar } else { 0.0 }),
        ("familiar throughout", on(familiar > 0.99)),
        ("unfamiliar, loose", on(familiar <= 0.0 && loose)),
        ("shared with paragraphs, loose", if loose { shared } else { 0.0 }),
        ("shared by half with paragraphs, loose", on(loose && shared >= 0.5)),
        ("shared with paragraphs, ended", if ended { shared } else { 0.0 }),
        ("nothing shared with paragraphs, ended", on(ended && shared <= 0.0)),
        ("nothing shared with paragraphs, seven words and more", on(!loose && n >= 7 && shared <= 0.0)),
        ("would end an article", on(end)),
        ("would end an article, loose", on(end && loose)),
        ("said before", on(around.again)),
        ("above the title", on(place == Place::Above)),
        ("before the first paragraph, loose", on(place == Place::Head && loose)),
        ("after the last paragraph, loose", on(place == Place::Tail && loose)),
        ("after the last paragraph, ended", on(place == Place::Tail && !loose)),
        ("between paragraphs, loose", on(place == Place::Within && loose)),
        ("above a paragraph, loose", on(around.leads && loose)),
        ("below a paragraph, loose", on(around.follows && loose)),
        ("above a paragraph, a question", on(around.leads && question)),
        ("speaks to the reader", on(you)),
        ("speaks to the reader, ended", on(you && ended)),
        ("of its own house", on(our)),
        ("of its own house, ended", on(our && ended)),
        ("speaks to the reader of its own house", on(our && you)),
        ("between furniture, a sentence", on(around.boxed && !loose)),
        ("between furniture, the last paragraph", on(around.boxed && around.is_last)),
        ("between furniture, a sentence to the reader", on(around.boxed && !loose && (you || our))),
        ("in capitals, up to three words", on(shouted && n < 4)),
        ("above a paragraph, up to five words", on(around.leads && loose && n < 6)),
        ("above a paragraph, as headings elsewhere", on(around.leads && loose && around.heads > 0)),
        ("below a label of furniture, loose", on(loose && around.above.is_some_and(Line::is_lead_in))),
        ("below whole furniture, loose", on(loose && around.above.is_some_and(|it| !it.is_lead_in()))),
        (
            "between whole furniture and a paragraph, loose",
            on(loose && around.leads && around.above.is_some_and(|it| !it.is_lead_in())),
        ),
        ("counted, between paragraphs", on(around.counted)),
        ("beside a counted line, between paragraphs, loose", on(around.beside_counted && loose)),
        ("a question above a request", on(around.asks)),
        ("degrees or a share inside, loose", on(loose && looks.measure)),
        ("would end an article, above a paragraph", on(end && around.leads)),
        ("furniture around, loose", if loose { around.near } else { 0.0 }),
        ("furniture around, a short sentence", if loose || running { 0.0 } else { around.near }),
        ("furniture around, running", if running { around.near } else { 0.0 }),
        ("hardly but furniture around, a sentence", on(!loose && around.near >= 0.7)),
        ("hardly but furniture around, loose", on(loose && around.near >= 0.7)),
        ("furniture to the end, a sentence", on(!loose && around.rest >= 0.6)),
        (
            "furniture to the end and around, a sentence",
            on(!loose && around.rest >= 0.6 && around.near >= 0.5),
        ),
        ("furniture to the end, loose", on(loose && around.rest >= 0.6)),
        ("below a pitch, a sentence", on(!loose && around.below_pitch)),
        ("above a pitch, a sentence", on(!loose && around.above_pitch)),
        ("between pitches, a sentence", on(!loose && around.below_pitch && around.above_pitch)),
        ("between furniture, a question", on(around.boxed && question)),
        ("a question to the reader", on(question && you)),
        ("in a list of one form, loose", on(around.listed.alike && place == Place::Within)),
        ("in a list of one form, a heading", on(around.above_list && loose && place == Place::Within)),
        ("below the title alone, seven words and more", on(around.is_first && loose && n >= 7)),
        ("said more than once, loose", on(around.often && loose)),
        ("no furniture between the paragraphs around, loose", on(clean && loose)),
        (
            "no furniture between the paragraphs around, two lines and more",
            on(clean && loose && stretch.lines >= 2),
        ),
        (
            "no furniture between the paragraphs around, four lines and more",
            on(clean && loose && stretch.lines >= 4),
        ),
        ("furniture between the paragraphs around, below one", on(!clean && loose && around.follows)),
        ("furniture between the paragraphs around, loose", on(!clean && loose && place == Place::Within)),
        (
            "furniture between the paragraphs around, above none",
            on(!clean && loose && place == Place::Within && !around.leads),
        ),
        (
            "furniture between the paragraphs around, half of it",
            on(!clean && loose && place == Place::Within && stretch.furniture * 2 >= stretch.lines),
        ),
        ("furniture right above, loose", on(loose && around.above.is_some())),
        ("furniture right below, loose", on(loose && around.furniture_below)),
        ("furniture right below, a short sentence", on(!loose && !running && around.furniture_below)),
        ("furniture right above, a short sentence", on(!loose && !running && around.above.is_some())),
        ("below a pointer, a sentence", on(!loose && around.below_pointer)),
        ("shared with the paragraph below, loose", if loose { ahead } else { 0.0 }),
        (
            "names a part of an article",
            on(loose && place != Place::Above && line.names_part(around.language)),
        ),
        (
            "in a list below the name of a part, loose",
            on(loose && place != Place::Above && around.below_part),
        ),
        (
            "introduced by a label, after the last paragraph",
            on(loose && place == Place::Tail && around.listed.introduced),
        ),
        ("a year inside, loose", on(loose && looks.year)),
        ("a year inside, three words and more", on(loose && looks.year && n >= 3)),
    ]
}

/// Whether each line is furniture, on the best path. `margin` is added to what
/// speaks for furniture, by index: fitting asks for more than to be right.
pub fn decode(
    seen: &[Seen],
    weights: &[f32; FEATURES],
    steps: &[f32; STEPS],
    margin: impl Fn(usize) -> f32,
) -> Vec<bool> {
    best_path(seen, steps, |i, it| score(&it.features, weights) + margin(i))
}

/// How much the features of a line speak for furniture.
fn score(features: &Features, weights: &[f32; FEATURES]) -> f32 {
    features.iter().zip(weights).map(|((_, value), weight)| value * weight).sum()
}

/// The path of the highest sum. `scored` says how much speaks for furniture, of lines
/// that nothing is known of.
fn best_path<T>(
    seen: &[Seen<T>],
    steps: &[f32; STEPS],
    scored: impl Fn(usize, &Seen<T>) -> f32,
) -> Vec<bool> {
    /// No weights outdo it.
    const CERTAIN: f32 = 10_000.0;
    // The best sums that end in body and in furniture, and where they come from.
    let mut sums = [0.0_f32; 2];
    let mut from: Vec<[bool; 2]> = Vec::with_capacity(seen.len());
    for (i, it) in seen.iter().enumerate() {
        let own = match it.known {
            Known::Furniture => [-CERTAIN, 0.0],
            Known::Body => [0.0, -CERTAIN],
            Known::Front => [0.0, 0.0],
            Known::Nothing => [0.0, scored(i, it)],
        };
        let step = |before: bool, now: bool| {
            let before = i.checked_sub(1).and_then(|it| seen.get(it)).map(|it| (it, before));
            before.and_then(|(it, before)| step_of(it, before, seen.get(i)?, now)).map_or(0.0, |it| steps[it])
        };
        let into = |now: bool| {
            let (body, furniture) = (sums[0] + step(false, now), sums[1] + step(true, now));
            if furniture > body { (furniture, true) } else { (body, false) }
        };
        let (body, furniture) = (into(false), into(true));
        sums = [body.0 + own[0], furniture.0 + own[1]];
        from.push([body.1, furniture.1]);
    }
    let mut path = vec![false; seen.len()];
    let mut state = sums[1] > sums[0];
    for (it, from) in path.iter_mut().zip(&from).rev() {
        *it = state;
        state = from[usize::from(state)];
    }
    path
}

/// Which step leads from one line to the next: into furniture or out of it, by the
/// shape of the line that it leads to. `None` where the state stays, or where a
/// line of the front is between them.
pub fn step_of<T>(before: &Seen<T>, is_furniture: bool, now: &Seen<T>, furniture: bool) -> Option<usize> {
    if before.known == Known::Front || now.known == Known::Front || is_furniture == furniture {
        return None;
    }
    let shape = match now.shape {
        Shape::Loose => 0,
        Shape::Short => 1,
        Shape::Running => 2,
    };
    Some(if furniture { shape } else { 3 + shape })
}
