//! Plain text as scrapes and notes hold it.

use super::Draft;
use crate::article::{Block, BlockKind};

/// Reads plain text: paragraphs are set apart by blank lines.
pub(super) fn read(text: &str) -> Draft {
    let blocks = text.split("\n\n").filter(|it| !it.trim().is_empty());
    Draft {
        blocks: blocks.map(|it| Block::new(BlockKind::Paragraph, it.trim())).collect(),
        words: text.to_owned(),
        ..Draft::default()
    }
}
