//! What a stamp is made of: numbers, words and signs.

use crate::text::safe;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Number {
        value: u32,
        digits: usize,
    },
    /// In lower case.
    Word(String),
    /// Anything else but white space.
    Sign(char),
}

/// Signs of Chinese, Japanese and Korean that stand after the parts of a date.
pub(super) const PARTS: &str = "年月日号號년월일";

/// The parts of a stamp, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut open = false;
    for c in text.chars() {
        if let Some(digit) = c.to_digit(10) {
            match tokens.last_mut() {
                Some(Token::Number { value, digits }) if open => {
                    *value = value.saturating_mul(10).saturating_add(digit);
                    *digits += 1;
                }
                _ => tokens.push(Token::Number { value: digit, digits: 1 }),
            }
            open = true;
        } else if PARTS.contains(c) {
            tokens.push(Token::Sign(c));
            open = false;
        } else if c.is_alphabetic() || safe::is_mark(c) {
            match tokens.last_mut() {
                Some(Token::Word(word)) if open => word.extend(c.to_lowercase()),
                _ => tokens.push(Token::Word(c.to_lowercase().collect())),
            }
            open = true;
        } else {
            open = false;
            if !c.is_whitespace() {
                tokens.push(Token::Sign(c));
            }
        }
    }
    tokens
}
