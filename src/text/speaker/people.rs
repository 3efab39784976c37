//! Whom pronouns mean: the persons that a text spoke of, the latest first.

use super::super::lexicon::Class;

/// How many persons are remembered. A pronoun seldom reaches past the last two.
const REMEMBERED: usize = 8;
/// How many paragraphs back a pronoun may reach and still be sure.
const NEAR: usize = 3;

#[derive(Default)]
pub(super) struct People {
    /// Name and paragraph of the last mention, the latest last.
    mentions: Vec<(String, usize)>,
}

impl People {
    /// Notes that paragraph `number` speaks of a person, as subject or speaker.
    pub(super) fn mention(&mut self, name: String, number: usize) {
        self.mentions.retain(|it| it.0 != name);
        self.mentions.push((name, number));
        if self.mentions.len() > REMEMBERED {
            self.mentions.remove(0);
        }
    }

    /// Whom a pronoun of the classes `pronoun` in paragraph `number` means: the
    /// person last spoken of that it can mean. `sex` tells [`Class::MAN`] or
    /// [`Class::WOMAN`] of a name where that is known. `None` for pronouns of
    /// several persons or things, and where the last mention is too far away.
    pub(super) fn meant(&self, pronoun: Class, number: usize, sex: impl Fn(&str) -> Class) -> Option<String> {
        let man = pronoun.any(Class::HE.and(Class::CLITIC));
        let woman = pronoun.any(Class::SHE.and(Class::CLITIC));
        let (name, last) = self.mentions.iter().rev().find(|(name, _)| {
            let sex = sex(name);
            man && !sex.any(Class::WOMAN) || woman && !sex.any(Class::MAN)
        })?;
        (last + NEAR >= number).then(|| name.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pronoun_means_the_last_person_that_it_can_mean() {
        let mut people = People::default();
        people.mention("Ana Díaz".to_owned(), 1);
        people.mention("Tom Reed".to_owned(), 2);
        let sex = |name: &str| if name == "Ana Díaz" { Class::WOMAN } else { Class::MAN };
        let meant = |pronoun, number| people.meant(pronoun, number, sex);
        assert_eq!(meant(Class::SHE, 3).as_deref(), Some("Ana Díaz"));
        assert_eq!(meant(Class::HE, 3).as_deref(), Some("Tom Reed"));
        assert_eq!(meant(Class::CLITIC, 3).as_deref(), Some("Tom Reed"));
        assert_eq!(meant(Class::THEY, 3), None);
        assert_eq!(meant(Class::SHE, 9), None, "too far away");
    }
}
