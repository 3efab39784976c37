//! Which pairs of bytes a line has: a phrase that has another is not in it.
//!
//! Hundreds of phrases are looked for in every line, and hardly any is there. To
//! ask for a phrase's first pairs is many times faster than to search for it.

/// Bits of the set; two pairs may share one.
const BITS: usize = 1024;

/// The pairs of neighboring bytes of a text.
pub(super) struct Pairs([u64; BITS / 64]);

impl Pairs {
    pub(super) fn of(text: &str) -> Self {
        let mut pairs = Self([0; BITS / 64]);
        for (word, bit) in text.as_bytes().windows(2).map(place) {
            if let Some(it) = pairs.0.get_mut(word) {
                *it |= bit;
            }
        }
        pairs
    }

    /// `false` where the text does not hold the phrase; `true` where it may.
    pub(super) fn may_hold(&self, phrase: &str) -> bool {
        phrase
            .as_bytes()
            .windows(2)
            .map(place)
            .all(|(word, bit)| self.0.get(word).is_some_and(|it| it & bit != 0))
    }
}

/// The word and the bit that stand for a pair.
fn place(pair: &[u8]) -> (usize, u64) {
    let hash = pair.iter().fold(0, |hash, &byte| hash * 37 + usize::from(byte)) % BITS;
    (hash / 64, 1 << (hash % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_text_holds_is_never_ruled_out() {
        let text = "sign up for our newsletter, ücretsiz, 購読する";
        let pairs = Pairs::of(text);
        for (from, _) in text.char_indices() {
            for (to, _) in text.char_indices().filter(|(to, _)| *to >= from) {
                let phrase = text.get(from..to).unwrap();
                assert!(pairs.may_hold(phrase), "{phrase:?}");
            }
        }
        assert!(!pairs.may_hold("read more"));
        assert!(Pairs::of("").may_hold("") && !Pairs::of("").may_hold("ad"));
    }
}
