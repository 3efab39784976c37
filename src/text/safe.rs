//! Strangers' text made safe, once, before anything else sees it.

use std::borrow::Cow;

/// One line: what a title, a name, a path or a URL may be on the screen.
pub fn line(text: &str) -> Cow<'_, str> {
    if text.chars().any(char::is_control) {
        Cow::Owned(text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}
