//! What speaks for an element: how much text is in it and how much of that is links,
//! what it is, and what it is called.

use super::dom::Id;
use super::said::Said;
use super::{Name, Page};
use crate::extract::html::tree::Attribute;

/// Shorter texts say nothing, in characters.
const SHORTEST: usize = 25;
/// How far up a text speaks for the elements around it.
const REACH: usize = 5;
/// Elements that are looked at in the end.
const BEST: usize = 5;
/// Up to this, links do not count against an element.
const LOW: f32 = 5.0;
/// What a class or an id says, one way or the other.
const NAMED: f32 = 25.0;
/// So many of the best elements must share an ancestor for it to be the article.
const SHARED: usize = 3;

impl Page<'_> {
    /// How the class and the id of an element count.
    pub(super) fn weight(&self, id: Id, weigh: bool) -> f32 {
        let (class, name) = self.said(id);
        let each = |it: Said| {
            let (negative, positive) = (it.any(Said::NEGATIVE), it.any(Said::POSITIVE));
            if negative == positive {
                0.0
            } else if positive {
                NAMED
            } else {
                -NAMED
            }
        };
        if weigh { each(class) + each(name) } else { 0.0 }
    }

    fn own_score(&self, id: Id, weigh: bool) -> f32 {
        let score = match self.dom.name(id) {
            Name::Div => 5.0,
            Name::Pre | Name::Td | Name::Blockquote => 3.0,
            Name::Address | Name::Ol | Name::Ul | Name::Dl | Name::Dd | Name::Dt | Name::Li | Name::Form => {
                -3.0
            }
            Name::Heading(_) | Name::Th => -5.0,
            _ => 0.0,
        };
        score + self.weight(id, weigh)
    }

    fn score(&self, id: Id) -> f32 {
        self.dom.node(id).score.unwrap_or_default()
    }

    /// Gives an element the score of what it is, where it has none.
    fn init_score(&mut self, id: Id, weigh: bool) {
        if self.dom.node(id).score.is_none() {
            self.dom.node_mut(id).score = Some(self.own_score(id, weigh));
        }
    }

    /// The share of an element's characters that stand in links; those to places on
    /// the same page count for less.
    pub(super) fn link_density(&self, id: Id, chars: Option<usize>) -> f32 {
        let mut linked = 0.0;
        for link in self.dom.named(id, Name::A) {
            let href = self.dom.attribute(link, Attribute::Href).unwrap_or_default();
            let worth = if href.len() > 1 && href.starts_with('#') { 0.3 } else { 1.0 };
            linked += float(self.dom.chars(link)) * worth;
        }
        if linked == 0.0 {
            return 0.0;
        }
        let all = float(chars.unwrap_or_else(|| self.dom.chars(id)));
        if all == 0.0 { 0.0 } else { linked / all }
    }

    /// The elements that most speaks for, the best first.
    fn best(&mut self, elements: &[Id], weigh: bool) -> Vec<Id> {
        // In the order in which they were met, which decides between equals.
        let mut met: Vec<(Id, f32)> = Vec::new();
        let mut places: Vec<Option<usize>> = vec![None; self.dom.len()];
        for &id in elements {
            let chars = self.dom.chars(id);
            if chars < SHORTEST {
                continue;
            }
            let score = float(2 + self.dom.commas(id) + (chars / 100).min(3));
            let around: Vec<Id> = self.dom.ancestors(id).take(REACH).collect();
            for (level, it) in around.into_iter().enumerate() {
                if !self.dom.is_element(it) || self.dom.parent(it).is_none() {
                    continue;
                }
                let part = match level {
                    0 => score,
                    1 => score / 2.0,
                    _ => score / float(level * 3),
                };
                if let Some(at) = places[it] {
                    met[at].1 += part;
                } else {
                    places[it] = Some(met.len());
                    met.push((it, part + self.own_score(it, weigh)));
                }
                if self.dom.is(it, Name::Body) {
                    break;
                }
            }
        }
        met.retain(|(_, score)| *score > 0.0);
        for (id, score) in &mut met {
            if *score > LOW {
                *score *= 1.0 - self.link_density(*id, None);
            }
            self.dom.node_mut(*id).score = Some(*score);
        }
        met.sort_by(|a, b| b.1.total_cmp(&a.1));
        met.into_iter().take(BEST).map(|it| it.0).collect()
    }

    /// The element that is the article for the most part, and whether it had to be
    /// made, around all that the page shows.
    pub(super) fn top(&mut self, body: Id, elements: &[Id], weigh: bool) -> (Id, bool) {
        let best = self.best(elements, weigh);
        let Some(&first) = best.first().filter(|it| !self.dom.is(**it, Name::Body)) else {
            let made = self.dom.make(Name::Div);
            self.dom.hand_over(body, made);
            self.dom.append(body, made);
            self.init_score(made, weigh);
            return (made, true);
        };
        let mut top = self.shared(first, &best).unwrap_or(first);
        self.init_score(top, weigh);
        top = self.rising(top);
        // What is wrapped around nothing else has the siblings that matter.
        while let Some(parent) = self.dom.parent(top) {
            let alone = self.dom.elements(parent).nth(1).is_none();
            if self.dom.is(parent, Name::Body) || !alone || !self.dom.is_element(parent) {
                break;
            }
            top = parent;
        }
        self.init_score(top, weigh);
        (top, false)
    }

    /// The nearest element around the best that several of those nearly as good share.
    fn shared(&self, first: Id, best: &[Id]) -> Option<Id> {
        let least = self.score(first);
        let near: Vec<Id> =
            best.iter().copied().skip(1).filter(|it| self.score(*it) / least >= 0.75).collect();
        if near.len() <= SHARED {
            return None;
        }
        let around = self.dom.ancestors(first).take_while(|it| !self.dom.is(*it, Name::Body));
        let holds =
            |above: Id| near.iter().filter(|it| self.dom.ancestors(**it).any(|it| it == above)).count();
        around.into_iter().find(|it| holds(*it) >= SHARED)
    }

    /// The element around one that more speaks for, where there is one: there may be
    /// more of the article in it.
    fn rising(&self, top: Id) -> Id {
        let mut last = self.score(top);
        let floor = last / 3.0;
        for parent in self.dom.ancestors(top).take_while(|it| !self.dom.is(*it, Name::Body)) {
            let Some(score) = self.dom.node(parent).score else { continue };
            if score < floor {
                break;
            }
            if score > last {
                return parent;
            }
            last = score;
        }
        top
    }

    /// Puts the best element and those beside it that belong to it into a new one.
    pub(super) fn assemble(&mut self, top: Id) -> Option<Id> {
        let score = self.score(top);
        let least = (score * 0.2).max(10.0);
        let parent = self.dom.parent(top)?;
        let article = self.dom.make(Name::Div);
        let siblings: Vec<Id> = self.dom.elements(parent).collect();
        for it in siblings {
            if it != top && !self.belongs(it, top, least) {
                continue;
            }
            let plain = Name::Article == self.dom.name(it)
                || matches!(self.dom.name(it), Name::Section | Name::P | Name::Ol | Name::Ul);
            if !plain {
                self.dom.node_mut(it).name = Name::Div;
            }
            self.dom.append(article, it);
        }
        self.dom.append(parent, article);
        Some(article)
    }

    /// Whether an element beside the best one belongs to the article: it has a score
    /// of its own, or is a paragraph of running text.
    fn belongs(&self, id: Id, top: Id, least: f32) -> bool {
        let alike = !self.class(top).is_empty() && self.class(top) == self.class(id);
        let bonus = if alike { self.score(top) * 0.2 } else { 0.0 };
        let score = self.score(id);
        if score > 0.0 {
            return score + bonus >= least;
        }
        if !self.dom.is(id, Name::P) {
            return false;
        }
        let text = self.text(id);
        let words: Vec<&str> = text.split_whitespace().collect();
        let text = words.join(" ");
        let chars = text.chars().count();
        let density = self.link_density(id, Some(chars));
        let sentence = text.ends_with('.') || text.contains(". ");
        chars > 80 && density < 0.25 || chars < 80 && chars > 0 && density == 0.0 && sentence
    }
}

/// A count as a number to calculate with; one of a page is exact.
pub(super) fn float(count: usize) -> f32 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of a page are far below 2^24, or need not be exact"
    )]
    {
        count as f32
    }
}
