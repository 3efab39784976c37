//! Roles that stand for a person: who is `the teacher` after `teacher Ann Lee`.

use std::collections::HashMap;

use super::super::lexicon::Class;
use super::super::sentence::{Kind, Token};
use super::super::span::Span;

/// How many words may stand between a role and its holder.
const BETWEEN: usize = 3;

/// Holders of roles by the word for the role; `None` for roles with several.
#[derive(Default)]
pub(super) struct Roles<'a> {
    holders: HashMap<&'a str, Option<Span>>,
}

impl<'a> Roles<'a> {
    pub(super) fn of(text: &'a str, tokens: &[Token]) -> Self {
        let mut roles = Self::default();
        let capital = |it: &Token| it.kind == Kind::Word && it.capital && !it.is(Class::TIME);
        for (at, role) in tokens.iter().enumerate() {
            if role.kind != Kind::Word || !role.is(Class::TITLE) || role.upper {
                continue;
            }
            let rest = tokens.get(at + 1..).unwrap_or_default();
            let between = rest
                .iter()
                .take(BETWEEN + 1)
                .take_while(|it| it.kind == Kind::Word && !it.capital && !it.is(VERBS))
                .count();
            let name = rest.get(between..).unwrap_or_default();
            let length = name.iter().take_while(|it| capital(it)).count();
            if let (2 | 3, Some(first), Some(last)) =
                (length, name.first(), name.get(length.saturating_sub(1)))
            {
                let holder = Span::new(first.span.start, last.stem.end);
                roles
                    .holders
                    .entry(role.span.slice(text))
                    .and_modify(|it| *it = it.filter(|it| it.slice(text) == holder.slice(text)))
                    .or_insert(Some(holder));
            }
        }
        roles
    }

    /// The one person whom the text introduces with a role, before byte `at`.
    pub(super) fn holder(&self, role: &str, at: usize) -> Option<Span> {
        (*self.holders.get(role)?).filter(|it| it.start < at)
    }
}

const VERBS: Class = Class::SAYS.and(Class::VERB).and(Class::AUX).and(Class::LABELS);
