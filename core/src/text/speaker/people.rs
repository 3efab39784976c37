//! Whom pronouns mean: the persons that a text spoke of, the latest first.

use super::super::lexicon::Class;

/// How many persons are remembered. A pronoun seldom reaches past the last two.
const REMEMBERED: usize = 8;
/// How many paragraphs back a pronoun may reach.
const NEAR: usize = 3;

#[derive(Default)]
pub(super) struct People {
    /// The latest last.
    known: Vec<Person>,
}

struct Person {
    name: String,
    /// The paragraph of the last mention.
    number: usize,
    /// The paragraph where they last were a subject or spoke.
    subject: Option<usize>,
    /// Whether more than the capitals of the name says that it is a person.
    human: bool,
    /// [`Class::MAN`] or [`Class::WOMAN`] where a pronoun told.
    sex: Class,
}

/// Whom a pronoun means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Meant {
    pub(super) name: String,
    /// Whether nobody else comes close.
    pub(super) sure: bool,
}

impl People {
    /// Notes that paragraph `number` speaks of a person, as subject or speaker.
    pub(super) fn mention(&mut self, name: &str, number: usize) {
        let person = self.note(name, number);
        person.subject = Some(number);
        person.human = true;
    }

    /// Notes that paragraph `number` names a person in another place; `human`
    /// says whether it surely is one.
    pub(super) fn aside(&mut self, name: &str, human: bool, number: usize) {
        if let Some(person) = self.known.iter_mut().find(|it| it.name == name) {
            person.number = number;
            person.human |= human;
        } else {
            self.note(name, number).human = human;
        }
    }

    fn note(&mut self, name: &str, number: usize) -> &mut Person {
        let at = self.known.iter().position(|it| it.name == name);
        let person = at.map(|it| self.known.remove(it));
        let mut person = person.unwrap_or_else(|| Person {
            name: name.to_owned(),
            number,
            subject: None,
            human: false,
            sex: Class::NONE,
        });
        person.number = number;
        if self.known.len() >= REMEMBERED {
            self.known.remove(0);
        }
        self.known.push(person);
        let last = self.known.len() - 1;
        &mut self.known[last]
    }

    /// Whom a pronoun of the classes `pronoun` in paragraph `number` means: the
    /// person last spoken of that it can mean, a subject before one who was only
    /// named. `sex` tells [`Class::MAN`] or [`Class::WOMAN`] of a name where that
    /// is known. `None` for pronouns of several persons or things, and where the
    /// last mention is too far away.
    pub(super) fn meant(
        &mut self,
        pronoun: Class,
        number: usize,
        sex: impl Fn(&str) -> Class,
    ) -> Option<Meant> {
        let man = pronoun.any(Class::HE.and(Class::CLITIC));
        let woman = pronoun.any(Class::SHE.and(Class::CLITIC));
        let can = |it: &Person| {
            let sex = sex(&it.name).and(it.sex);
            man && !sex.any(Class::WOMAN) || woman && !sex.any(Class::MAN)
        };
        // A paragraph further back counts as much as not to be a subject, twice.
        let distance = |it: &Person| {
            let named = 2 * number.saturating_sub(it.number) + 1 + usize::from(!it.human);
            it.subject.map_or(named, |at| named.min(2 * number.saturating_sub(at)))
        };
        let mut order: Vec<usize> = (0..self.known.len()).rev().filter(|it| can(&self.known[*it])).collect();
        order.sort_by_key(|it| distance(&self.known[*it]));
        let best = *order.first()?;
        if self.known[best].number + NEAR < number {
            return None;
        }
        let near = distance(&self.known[best]);
        // Of two subjects of one paragraph the later one is meant; one who was named
        // since then may be.
        let rivals = order.iter().skip(1).map(|it| &self.known[*it]);
        let subject = self.known[best].subject;
        let sure = subject.is_some()
            && rivals
                .into_iter()
                .all(|it| distance(it) > near || it.subject.is_some() && it.subject == subject);
        let person = &mut self.known[best];
        if sure && man != woman {
            person.sex = if man { Class::MAN } else { Class::WOMAN };
        }
        Some(Meant { name: person.name.clone(), sure })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pronoun_means_the_last_person_that_it_can_mean() {
        let mut people = People::default();
        people.mention("Ana Díaz", 1);
        people.mention("Tom Reed", 2);
        let sex = |name: &str| if name == "Ana Díaz" { Class::WOMAN } else { Class::MAN };
        let mut meant = |pronoun, number| people.meant(pronoun, number, sex).map(|it| it.name);
        assert_eq!(meant(Class::SHE, 3).as_deref(), Some("Ana Díaz"));
        assert_eq!(meant(Class::HE, 3).as_deref(), Some("Tom Reed"));
        assert_eq!(meant(Class::CLITIC, 3).as_deref(), Some("Tom Reed"));
        assert_eq!(meant(Class::THEY, 3), None);
        assert_eq!(meant(Class::SHE, 9), None, "too far away");
    }

    #[test]
    fn of_two_who_are_as_near_neither_is_sure() {
        let mut people = People::default();
        people.mention("Ana Díaz", 1);
        let sex = |_: &str| Class::NONE;
        assert!(people.meant(Class::SHE, 1, sex).unwrap().sure);
        people.aside("Eva Reed", true, 2);
        assert!(!people.meant(Class::SHE, 2, sex).unwrap().sure);
        people.aside("Uma Hill", true, 3);
        let meant = people.meant(Class::SHE, 3, sex).unwrap();
        assert_eq!((meant.name.as_str(), meant.sure), ("Uma Hill", false), "only named");
    }

    #[test]
    fn whom_a_pronoun_once_meant_is_of_its_sex() {
        let mut people = People::default();
        let sex = |_: &str| Class::NONE;
        people.mention("Uma Hill", 1);
        people.meant(Class::SHE, 1, sex);
        people.aside("Kim Reed", true, 2);
        assert_eq!(people.meant(Class::HE, 2, sex).unwrap().name, "Kim Reed");
    }
}
