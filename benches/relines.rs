//! Fits the weights that tell body from furniture in lines that no phrase knows,
//! and prints the table for `src/text/boilerplate/chain/weights.rs`:
//!
//! ```text
//! cargo bench --bench relines
//! ```
//!
//! It fits them to all marked scrapes of `tests/it/scrapes`. Phrases were made on the same lines, and would
//! leave nothing to learn: in each round, every third line that they know is taken
//! for unknown, and what phrases are made of is forgotten for every third line.

use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use kabar::article::{Article, Why};
use kabar::extract::{self, Form, Hint};
use kabar::text::boilerplate::chain::{self, FEATURES, Known, STEPS, Seen, Shape};

/// What a line of the body costs that is taken out, a sentence or a heading; one of
/// furniture kept costs 1.
const LOST: f32 = 8.0;
const LOST_HEADING: f32 = 8.0;
const ROUNDS: u32 = 40;
/// How strongly weights are held near 0, in each step.
const RIDGE: f32 = 0.0003;
const RATE: f32 = 0.05;
const FOLDS: usize = 5;

/// An article, and by its lines whether they are furniture.
struct Scrape {
    language: String,
    article: Article,
    marks: HashMap<String, char>,
}

struct Weights {
    lines: [f32; FEATURES],
    steps: [f32; STEPS],
}

/// Numbers that look thrown, the same in each run (an LCG, Knuth's constants).
struct Dice(u64);

impl Dice {
    fn in_three(&mut self) -> bool {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33).is_multiple_of(3)
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout().lock();
    let scrapes = scrapes()?;
    let mut languages: Vec<&str> = scrapes.iter().map(|it| it.language.as_str()).collect();
    languages.sort_unstable();
    languages.dedup();
    let number = |it: &Scrape| languages.iter().position(|code| *code == it.language).unwrap_or(0);
    let by_language: Vec<usize> = scrapes.iter().map(|it| number(it) % FOLDS).collect();
    let by_scrape: Vec<usize> = (0..scrapes.len()).map(|it| it % FOLDS).collect();
    let held_out = [by_language, by_scrape].map(|folds| {
        let mut counts = [0_usize; 4];
        for fold in 0..FOLDS {
            let of = |test: bool| -> Vec<&Scrape> {
                scrapes.iter().zip(&folds).filter(|it| (*it.1 == fold) == test).map(|it| it.0).collect()
            };
            tally(&of(true), &fit(&of(false)), &mut counts);
        }
        counts
    });
    let all: Vec<&Scrape> = scrapes.iter().collect();
    let weights = fit(&all);
    let mut fitted = [0; 4];
    tally(&all, &weights, &mut fitted);
    let [languages, others] = held_out;
    for (name, [found, kept, lost, headings]) in
        [("languages held out", languages), ("scrapes held out", others), ("fitted", fitted)]
    {
        writeln!(
            out,
            "// {name}: of furniture that is made unknown {found} lines found, {kept} kept; {lost} sentences and {headings} headings of the body lost"
        )?;
    }
    let names = |it: &Seen| it.features.map(|(name, _)| name);
    let names = scrapes
        .iter()
        .flat_map(|it| chain::observe(&it.article))
        .find(|it| it.known == Known::Nothing)
        .map(|it| names(&it));
    writeln!(out, "pub(super) const LINES: [(&str, f32); FEATURES] = [")?;
    for (name, weight) in names.unwrap_or([""; FEATURES]).iter().zip(weights.lines) {
        writeln!(out, "    (\"{name}\", {weight:.2}),")?;
    }
    writeln!(out, "];\n\n/// By step.\npub(super) const STEPS_BETWEEN: [(&str, f32); STEPS] = [")?;
    let names = ["into furniture", "out of furniture"].iter().flat_map(|step| {
        ["a loose line", "a short sentence", "running text"]
            .iter()
            .map(move |shape| format!("{step}, {shape}"))
    });
    for (name, weight) in names.zip(weights.steps) {
        writeln!(out, "    (\"{name}\", {weight:.2}),")?;
    }
    writeln!(out, "];")?;
    Ok(())
}

/// The scrapes that rules may be made on.
fn scrapes() -> Result<Vec<Scrape>, Box<dyn std::error::Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/scrapes");
    let mut paths = Vec::new();
    for folder in [root.clone(), root.join("held"), root.join("fresh"), root.join("learn")] {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if path.extension().is_some_and(|it| it == "txt") {
                paths.push((name, path));
            }
        }
    }
    paths.sort();
    let mut scrapes = Vec::new();
    for (name, path) in paths {
        let marked = fs::read_to_string(path)?;
        let plain: Vec<&str> = marked.lines().map(|it| it.get(2..).unwrap_or_default()).collect();
        let marks =
            marked.lines().filter_map(|it| Some((squeezed(it.get(2..)?), it.chars().next()?))).collect();
        let hint = Hint { form: Some(Form::Plain), ..Hint::default() };
        let article = extract::extract(plain.join("\n").as_bytes(), &hint);
        let language = name.split('-').next().unwrap_or_default().to_owned();
        scrapes.push(Scrape { language, article, marks });
    }
    Ok(scrapes)
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a scrape shows when some of what is known of it is not, and for each line
/// whether it is furniture.
fn forget(scrape: &Scrape, dice: &mut Dice) -> (Vec<Seen>, Vec<Option<bool>>) {
    let mut article = scrape.article.clone();
    for it in &mut article.blocks {
        let shown = matches!(
            it.removed,
            None | Some(Why::Title | Why::RepeatedTitle | Why::Byline | Why::DateLine | Why::Kicker)
        );
        if !shown && dice.in_three() {
            it.removed = None;
        }
    }
    let mut seen = chain::observe(&article);
    for it in &mut seen {
        if dice.in_three() {
            for (name, value) in &mut it.features {
                if name.starts_with("familiar") || name.starts_with("would end") {
                    *value = 0.0;
                } else if name.starts_with("unfamiliar") {
                    *value = 1.0;
                }
            }
        }
    }
    let gold = seen.iter().map(|it| {
        let text = article.blocks.get(it.block).map(|it| squeezed(&it.text)).unwrap_or_default();
        // Markers of lists are no part of a block, and wrapped lines are one.
        let mark = scrape.marks.get(&text).copied().or_else(|| {
            let part = |line: &str| line.contains(&text) || line.len() > 20 && text.contains(line);
            let marks = || scrape.marks.iter().filter(|it| part(it.0)).map(|it| *it.1);
            marks().find(|it| *it == '+').or_else(|| marks().next())
        });
        match (it.known, mark) {
            (Known::Furniture, _) => Some(true),
            (Known::Body, _) => Some(false),
            (Known::Front, _) | (_, Some('=')) => None,
            (_, Some('-')) => Some(true),
            _ => Some(false),
        }
    });
    let gold = gold.collect();
    (seen, gold)
}

/// A structured perceptron with margin (Taskar 2003; averaged as in Collins 2002).
fn fit(scrapes: &[&Scrape]) -> Weights {
    let mut now = Weights { lines: [0.0; FEATURES], steps: [0.0; STEPS] };
    let mut sum = Weights { lines: [0.0; FEATURES], steps: [0.0; STEPS] };
    let mut n = 0.0;
    let mut dice = Dice(1);
    for _ in 0..ROUNDS {
        for scrape in scrapes {
            let (seen, gold) = forget(scrape, &mut dice);
            let margin = |i: usize| match gold.get(i) {
                Some(Some(true)) => -1.0,
                Some(Some(false)) if seen[i].shape == Shape::Loose => LOST_HEADING,
                Some(Some(false)) => LOST,
                _ => 0.0,
            };
            let path = chain::decode(&seen, &now.lines, &now.steps, margin);
            // What the front shows belongs to neither.
            let gold: Vec<bool> = gold.iter().zip(&path).map(|(gold, path)| gold.unwrap_or(*path)).collect();
            for (path, by) in [(&gold, RATE), (&path, -RATE)] {
                add(&mut now, &seen, path, by);
            }
            for it in now.lines.iter_mut().chain(&mut now.steps) {
                *it *= 1.0 - RIDGE;
            }
            bound(&mut now, &seen);
            n += 1.0;
            for (sum, now) in sum.lines.iter_mut().zip(now.lines) {
                *sum += now;
            }
            for (sum, now) in sum.steps.iter_mut().zip(now.steps) {
                *sum += now;
            }
        }
    }
    Weights { lines: sum.lines.map(|it| it / n), steps: sum.steps.map(|it| it / n) }
}

/// Holds weights to what lets the rest of an article be when furniture is gone: what
/// then ceases to be seen speaks for furniture only, and what comes to be seen
/// against it only.
fn bound(weights: &mut Weights, seen: &[Seen]) {
    let Some(named) = seen.iter().find(|it| it.known == Known::Nothing) else { return };
    for (weight, (name, _)) in weights.lines.iter_mut().zip(named.features) {
        if [
            "below a label",
            "below whole",
            "between whole",
            "between furniture",
            "a question above a request",
            "furniture around",
            "hardly but furniture",
            "furniture to the end",
            "below a pitch",
            "above a pitch",
            "between pitches",
            "below a pointer",
            "said more than once",
            "furniture between",
            "furniture right",
        ]
        .iter()
        .any(|it| name.starts_with(it))
        {
            *weight = weight.max(0.0);
        } else if [
            "above a paragraph",
            "below a paragraph",
            "beside a counted",
            "would end an article, above",
            "in a list of one form",
            "below the title alone",
            "no furniture between",
            "shared with the paragraph below",
            "in a list below the name",
            "introduced by a label",
        ]
        .iter()
        .any(|it| name.starts_with(it))
        {
            *weight = weight.min(0.0);
        }
    }
    for it in &mut weights.steps {
        *it = it.min(0.0);
    }
}

/// Adds what a path shows to the weights.
fn add(weights: &mut Weights, seen: &[Seen], path: &[bool], by: f32) {
    for (i, it) in seen.iter().enumerate() {
        if path[i] && it.known == Known::Nothing {
            for (weight, (_, value)) in weights.lines.iter_mut().zip(it.features) {
                *weight += by * value;
            }
        }
        if let Some(step) = i.checked_sub(1).and_then(|b| chain::step_of(&seen[b], path[b], it, path[i])) {
            weights.steps[step] += by;
        }
    }
}

/// Counts lines of furniture found and kept, and of the body lost.
fn tally(scrapes: &[&Scrape], weights: &Weights, counts: &mut [usize; 4]) {
    let mut dice = Dice(7);
    for scrape in scrapes {
        for _ in 0..3 {
            let (seen, gold) = forget(scrape, &mut dice);
            let path = chain::decode(&seen, &weights.lines, &weights.steps, |_| 0.0);
            let open = seen.iter().zip(gold).zip(path).filter(|it| it.0.0.known == Known::Nothing);
            for ((it, gold), path) in open {
                match (gold, path) {
                    (Some(true), true) => counts[0] += 1,
                    (Some(true), false) => counts[1] += 1,
                    (Some(false), true) => counts[2 + usize::from(it.shape == Shape::Loose)] += 1,
                    _ => {}
                }
            }
        }
    }
}
