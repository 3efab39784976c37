//! Runs of capitals and what stands beside them: which words of a phrase name
//! somebody, and which say what that is.

use std::ops::Range;

use crate::text::lexicon::Class;
use crate::text::sentence::{Kind, Token};
use crate::text::span::Span;

/// How many tokens away from a name its role is looked for.
const BESIDE: usize = 8;

/// The part of a noun phrase that names: behind its last comma, before its
/// first preposition.
pub(super) fn head(phrase: &[Token]) -> &[Token] {
    // A role and its holder: `the group's director, Ann Lee`.
    let holder = phrase.iter().rposition(|it| it.kind == Kind::Comma).and_then(|it| phrase.get(it + 1..));
    let phrase = holder.filter(|it| it.last().is_some_and(part)).unwrap_or(phrase);
    let names = |at: usize| phrase.get(at).is_some_and(part);
    let end = (1..phrase.len())
        .find(|at| {
            phrase.get(*at).is_some_and(|it| {
                // `von` within a name is none; `dos` after a role is one.
                let within = it.is(Class::PARTICLE) && names(at - 1);
                let genitive = it.is(Class::OF) && it.is(Class::ARTICLE);
                !it.capital && (it.is(Class::PREPOSITION) && !within || genitive)
            })
        })
        .unwrap_or(phrase.len());
    let head = phrase.get(..end).unwrap_or(phrase);
    // A possessor is no head.
    let owner = head.iter().rposition(Token::possessive).filter(|it| it + 1 < head.len());
    owner.and_then(|it| head.get(it + 1..)).unwrap_or(head)
}

/// Whether a word may be part of a name.
pub(super) fn part(token: &Token) -> bool {
    token.kind == Kind::Word && token.capital && !token.is(Class::TIME)
}

/// The run of capitals that a phrase ends with; empty where it ends otherwise.
pub(super) fn last_run(phrase: &[Token]) -> &[Token] {
    let mut start = phrase.len();
    while start > 0 {
        let Some(before) = phrase.get(start - 1) else { break };
        if part(before) {
            start -= 1;
        } else if start < phrase.len() && before.is(Class::PARTICLE) {
            let inner = (0..start).rev().find(|it| phrase.get(*it).is_some_and(|it| !it.is(Class::PARTICLE)));
            match inner {
                Some(it) if phrase.get(it).is_some_and(part) => start = it,
                _ => break,
            }
        } else {
            break;
        }
    }
    phrase.get(start..).unwrap_or_default()
}

/// The words that say what the person is whose name stands in `run` from token
/// `from` on: titles before it, a noun in apposition before or behind it, or what
/// the person is said to be.
pub(super) fn roles_beside<'t>(
    tokens: &'t [Token],
    run: &Range<usize>,
    from: usize,
    capital_nouns: bool,
) -> Vec<&'t Token> {
    let get = |at: usize| tokens.get(at);
    let plain =
        |at: usize, class| get(at).is_some_and(|it: &Token| it.is_word() && !it.capital && it.is(class));
    let noun = |at: usize| {
        get(at).is_some_and(|it| {
            let lower = !it.upper && !it.is(NO_ROLE);
            it.is_word() && (it.is(Class::TITLE) || if capital_nouns { it.capital } else { lower })
        })
    };
    let mut out: Vec<&Token> = (run.start..from).filter(|it| noun(*it)).filter_map(get).collect();
    let Some(before) = run.start.checked_sub(1) else { return out };
    // `the botanist Ann Lee`
    if noun(before) && (plain(before, Class::TITLE) || before > 0 && plain(before - 1, Class::ARTICLE)) {
        out.extend(get(before));
    }
    let comma = get(before).is_some_and(|it| it.kind == Kind::Comma);
    let copula = plain(before, Class::PASSIVE.and(Class::AUX));
    if comma || copula {
        // `the union’s secretary, Ann Lee`, `la portavoz del Gobierno, Ana Díaz`,
        // `The judge on duty was Ann Lee`
        let reach = before.saturating_sub(BESIDE)..before;
        let phrase = reach.rev().take_while(|it| get(*it).is_some_and(Token::is_word));
        let words: Vec<usize> = phrase.collect();
        let title = words.iter().rev().find(|it| get(**it).is_some_and(|it| it.is(Class::TITLE)));
        let head = words.iter().rev().find(|it| {
            it.checked_sub(1).is_some_and(|it| plain(it, Class::ARTICLE))
                && noun(**it)
                && get(**it).is_some_and(|it| !it.possessive())
        });
        out.extend(title.or(head).and_then(|it| get(*it)));
    }
    // `Ann Lee, the judge`, `Ann Lee, 79, judge of the court`
    let mut next = run.end;
    while get(next).is_some_and(|it| it.kind == Kind::Comma)
        && get(next + 1).is_some_and(|it| it.kind == Kind::Number)
    {
        next += 2;
    }
    if get(next).is_some_and(|it| it.kind == Kind::Comma) {
        next += 1;
        let article = plain(next, Class::ARTICLE);
        let at = next + usize::from(article);
        let title = get(at).is_some_and(|it| it.is(Class::TITLE));
        if noun(at) && (article || title || capital_nouns) {
            out.extend(get(at));
        }
    }
    out
}

/// What is no role though it is written like one.
const NO_ROLE: Class = Class::AUX
    .and(Class::VERB)
    .and(Class::SAYS)
    .and(Class::LABELS)
    .and(Class::PREPOSITION)
    .and(Class::AND)
    .and(Class::THAT)
    .and(Class::WHO)
    .and(Class::ADVERB)
    .and(Class::ARTICLE)
    .and(Class::THEIR)
    .and(Class::HE)
    .and(Class::SHE)
    .and(Class::THEY)
    .and(Class::WHEN)
    .and(Class::TIME);

/// Runs of words with capitals on one line, particles between them included.
pub(super) fn runs(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let breaks = |at: usize| {
        let before = at.checked_sub(1).and_then(|it| tokens.get(it));
        let gap = before.zip(tokens.get(at)).map(|(a, b)| Span::new(a.span.end, b.span.start));
        gap.is_some_and(|it| it.slice(text).contains('\n'))
    };
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !tokens.get(at).is_some_and(part) {
            at += 1;
            continue;
        }
        let start = at;
        let mut end = at + 1;
        at = end;
        while tokens.get(end - 1).is_some_and(|it| !it.possessive()) {
            while tokens
                .get(at)
                .is_some_and(|it| it.kind == Kind::Word && !it.capital && it.is(Class::PARTICLE))
            {
                at += 1;
            }
            if !tokens.get(at).is_some_and(part) || breaks(at) {
                break;
            }
            at += 1;
            end = at;
        }
        out.push(start..end);
        at = at.max(end);
    }
    out
}
