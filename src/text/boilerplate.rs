//! What is not the article: repeated titles, bylines, pitches, notices, share
//! bars, pointers to other articles. Marks blocks, and never takes one out.

use crate::article::{Article, Why};

/// Marks every block of an article that is not part of it, each with the reason.
/// What is marked already stays so. Judging twice changes nothing.
pub fn judge(article: &mut Article) {
    let title = key(&article.title);
    for block in article.blocks.iter_mut().filter(|it| it.removed.is_none()) {
        if !title.is_empty() && key(&block.text) == title {
            block.removed = Some(Why::RepeatedTitle);
        }
    }
}

/// The letters and digits of a text, for comparison.
fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
