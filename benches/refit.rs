//! Fits the weights that tell speech from mentions to annotated texts, and
//! prints the table for `core/src/text/quote/kind/weights.rs`:
//!
//! ```text
//! cargo bench --bench refit -- GOLD.jsonl
//! ```
//!
//! A line of the gold file is an object with `text`, `source` and `quotes`, each
//! with `start` and `end` in characters, marks left out, and `kind`. What is certain
//! by its place is left out of the fit, and counted. What the table would reach on
//! texts that it was not fitted to is measured by leaving out a fifth of the texts in
//! turn, over several partitions, for several values of what a score must be above
//! for speech and for those in force (`kind::lean`): once with mentions that are
//! taken for speech as false alarms, and once with mentions left aside. Each
//! quotation is judged by itself here, while kabar takes the mean of those that
//! have the same words.

use std::collections::{BTreeMap, HashMap};
use std::io::Write;

use kabar::article::Language;
use kabar::text::prose::Prose;
use kabar::text::quote::QuoteKind;
use kabar::text::quote::kind::{FEATURES, has_capital_nouns, lean, shown};
use kabar::text::span::Span;
use kabar::text::{language, quote, speaker};

/// How many weights there are: one for each feature, and what is added to it in
/// languages that write all nouns with a capital.
const WEIGHTS: usize = 2 * FEATURES;

type Values = [f64; WEIGHTS];

/// A quotation that was found, or one that is annotated and was not found.
struct Example {
    text: usize,
    source: String,
    features: Option<Values>,
    /// What its place alone makes of it.
    certain: Option<QuoteKind>,
    /// What a score is above for speech in its language.
    lean: f64,
    is: Gold,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Gold {
    Speech,
    Mention,
    /// Nobody marked it.
    Nothing,
}

/// How strongly weights are held near 0, and what is added to them.
const RIDGE: f64 = 4.0;
const RIDGE_ADDED: f64 = 2.0;
/// Steps of Newton's method.
const STEPS: usize = 12;
const FOLDS: usize = 5;
/// Odd numbers that scatter the texts over the folds: one partition for each.
const PARTITIONS: [usize; 3] = [0x9E37_79B1, 0x85EB_CA77, 0xC2B2_AE3D];
/// What a score is above for speech, to print; `None` is what is in force.
const LEANS: [Option<f64>; 9] =
    [Some(0.0), Some(-0.5), Some(-0.8), Some(-1.1), Some(-1.4), Some(-1.7), Some(-2.0), Some(-2.3), None];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout().lock();
    let files: Vec<String> = std::env::args().skip(1).filter(|it| !it.starts_with("--")).collect();
    if files.is_empty() {
        writeln!(out, "no gold file given: nothing to fit")?;
        return Ok(());
    }
    let mut examples = Vec::new();
    let mut names = [""; FEATURES];
    let mut texts = 0;
    for file in files {
        for line in std::fs::read_to_string(&file)?.lines() {
            read(&serde_json::from_str(line)?, texts, &mut examples, &mut names);
            texts += 1;
        }
    }
    let mut rounds = Vec::new();
    for (i, scatter) in PARTITIONS.into_iter().enumerate() {
        let fold_of = |it: &Example| (it.text.wrapping_mul(scatter) >> 16) % FOLDS;
        let mut held_out = Vec::new();
        for fold in 0..FOLDS {
            let (test, train): (Vec<&Example>, Vec<&Example>) =
                examples.iter().partition(|it| fold_of(it) == fold);
            held_out.extend(scored(test, &fit(&train)));
        }
        rounds.push((format!("held out {}", i + 1), held_out));
    }
    let all: Vec<&Example> = examples.iter().collect();
    let weights = fit(&all);
    rounds.push(("fitted".to_owned(), scored(all, &weights)));
    for (title, scored) in rounds {
        for lean in LEANS {
            let above = lean.map_or_else(|| "in force".to_owned(), |it| format!("{it:.1}"));
            write!(out, "// {title:<10} above {above:>8}:")?;
            for (source, [hit, false_alarm, mention, miss]) in tally(&scored, lean) {
                let f = |others: f64| 2.0 * hit / (2.0 * hit + others);
                let (strict, lax) = (f(false_alarm + mention + miss), f(false_alarm + miss));
                write!(out, "  {source} {strict:.3} {lax:.3}")?;
            }
            writeln!(out)?;
        }
    }
    writeln!(out, "pub(super) const WEIGHTS: &[(&str, f32, f32)] = &[")?;
    for (i, name) in names.iter().enumerate() {
        writeln!(out, "    (\"{name}\", {:.3}, {:.3}),", weights[i], weights[FEATURES + i])?;
    }
    writeln!(out, "];")?;
    Ok(())
}

/// Takes the examples from one annotated text.
fn read(
    gold: &serde_json::Value,
    text: usize,
    examples: &mut Vec<Example>,
    names: &mut [&'static str; FEATURES],
) {
    let words = gold["text"].as_str().unwrap_or_default();
    let source = gold["source"].as_str().unwrap_or_default();
    let chars: Vec<usize> = words.char_indices().map(|(at, _)| at).chain([words.len()]).collect();
    let byte = |value: &serde_json::Value| {
        value.as_u64().and_then(|it| usize::try_from(it).ok()).and_then(|it| chars.get(it)).copied()
    };
    let mut known = HashMap::new();
    let mut undecided = Vec::new();
    for it in gold["quotes"].as_array().into_iter().flatten() {
        let kind = it["kind"].as_str().unwrap_or_default();
        if let (Some(start), Some(end), "speech" | "mention") = (byte(&it["start"]), byte(&it["end"]), kind) {
            let is = if kind == "speech" { Gold::Speech } else { Gold::Mention };
            known.insert(trimmed(words, start, end), is);
        } else if let (Some(start), Some(end)) = (byte(&it["start"]), byte(&it["end"])) {
            undecided.push(Span::new(start, end));
        }
    }
    let prose = Prose::of_text(words);
    let language = language::detect(words).unwrap_or(Language::ENGLISH);
    let mut quotes = quote::find(&prose, language);
    speaker::attribute(&prose, language, &mut quotes);
    let lean = f64::from(lean(language));
    for (found, shown) in quotes.iter().zip(shown(&prose, language, &quotes)) {
        *names = shown.features.map(|(name, _)| name);
        let is = known.remove(&trimmed(words, found.span.start, found.span.end));
        let marked = || undecided.iter().any(|it| it.overlaps(found.span));
        if is.is_none() && (found.depth > 0 || marked()) {
            continue;
        }
        let is = is.unwrap_or(Gold::Nothing);
        let mut values = [0.0; WEIGHTS];
        for (i, (_, value)) in shown.features.into_iter().enumerate() {
            values[i] = f64::from(value);
            values[FEATURES + i] = if has_capital_nouns(language) { values[i] } else { 0.0 };
        }
        let (features, certain) = (Some(values), shown.certain);
        examples.push(Example { text, source: source.to_owned(), features, certain, lean, is });
    }
    for is in known.into_values() {
        examples.push(Example { text, source: source.to_owned(), features: None, certain: None, lean, is });
    }
}

/// The bytes of a quotation without marks and spaces at its edges.
fn trimmed(text: &str, start: usize, end: usize) -> (usize, usize) {
    let mark = |c: char| c.is_whitespace() || "\"“”„‟‘’‚‛'«»‹›「」『』﹁﹂﹃﹄｢｣`＂＇".contains(c);
    let words = text.get(start..end).unwrap_or_default();
    let lead = words.len() - words.trim_start_matches(mark).len();
    let words = words.trim_matches(mark);
    (start + lead, start + lead + words.len())
}

/// Logistic regression by Newton's method. A source with four times the examples
/// of another counts twice as much.
fn fit(examples: &[&Example]) -> Values {
    let mut sizes: HashMap<&str, f64> = HashMap::new();
    let examples: Vec<&&Example> = examples.iter().filter(|it| it.is != Gold::Nothing).collect();
    for it in &examples {
        *sizes.entry(&it.source).or_default() += 1.0;
    }
    let each = sizes.values().sum::<f64>() / sizes.values().map(|_| 1.0).sum::<f64>();
    let ridge = |i: usize| if i < FEATURES { RIDGE } else { RIDGE_ADDED };
    let mut weights = [0.0; WEIGHTS];
    for _ in 0..STEPS {
        let mut gradient = [0.0; WEIGHTS];
        let mut curvature = vec![[0.0; WEIGHTS]; WEIGHTS];
        for (i, row) in curvature.iter_mut().enumerate() {
            gradient[i] = -ridge(i) * weights[i];
            row[i] = ridge(i);
        }
        for it in &examples {
            let (Some(x), None) = (it.features, it.certain) else { continue };
            let share = (each / sizes[it.source.as_str()]).sqrt();
            let p = 1.0 / (1.0 + (-dot(&x, &weights)).exp());
            let error = f64::from(u8::from(it.is == Gold::Speech)) - p;
            let shown: Vec<usize> = (0..WEIGHTS).filter(|i| x[*i] != 0.0).collect();
            for &i in &shown {
                gradient[i] += share * error * x[i];
                for &j in &shown {
                    curvature[i][j] += share * p * (1.0 - p) * x[i] * x[j];
                }
            }
        }
        let step = solve(curvature, gradient);
        for (weight, step) in weights.iter_mut().zip(step) {
            *weight += step;
        }
    }
    weights
}

/// Gauss elimination with pivots.
fn solve(mut a: Vec<[f64; WEIGHTS]>, mut b: Values) -> Values {
    for column in 0..WEIGHTS {
        let pivot = (column..WEIGHTS).max_by(|i, j| a[*i][column].abs().total_cmp(&a[*j][column].abs()));
        let pivot = pivot.unwrap_or(column);
        a.swap(column, pivot);
        b.swap(column, pivot);
        for row in column + 1..WEIGHTS {
            let factor = a[row][column] / a[column][column];
            let above = a[column];
            for (value, above) in a[row].iter_mut().zip(above).skip(column) {
                *value -= factor * above;
            }
            b[row] -= factor * b[column];
        }
    }
    for row in (0..WEIGHTS).rev() {
        let known: f64 = (row + 1..WEIGHTS).map(|i| a[row][i] * b[i]).sum();
        b[row] = (b[row] - known) / a[row][row];
    }
    b
}

fn dot(x: &Values, weights: &Values) -> f64 {
    x.iter().zip(weights).map(|(a, b)| a * b).sum()
}

/// The scores of examples by a table; of one that was not found there is none.
fn scored<'a>(examples: Vec<&'a Example>, weights: &Values) -> Vec<(&'a Example, Option<f64>)> {
    let score = |it: &Example| match it.certain {
        Some(QuoteKind::Speech) => Some(f64::INFINITY),
        Some(QuoteKind::Mention) => Some(f64::NEG_INFINITY),
        None => it.features.map(|x| dot(&x, weights)),
    };
    examples.into_iter().map(|it| (it, score(it))).collect()
}

/// Counts by source what is called speech above a score: hits, false alarms where
/// nothing is marked, false alarms that are mentions, and misses.
fn tally(scored: &[(&Example, Option<f64>)], lean: Option<f64>) -> BTreeMap<String, [f64; 4]> {
    let mut tallies: BTreeMap<String, [f64; 4]> = BTreeMap::new();
    for (it, score) in scored {
        let lean = lean.unwrap_or(it.lean);
        let counts = tallies.entry(it.source.clone()).or_default();
        match (it.is, score.is_some_and(|score| score > lean)) {
            (Gold::Speech, true) => counts[0] += 1.0,
            (Gold::Nothing, true) => counts[1] += 1.0,
            (Gold::Mention, true) => counts[2] += 1.0,
            (Gold::Speech, false) => counts[3] += 1.0,
            (_, false) => {}
        }
    }
    tallies
}
