//! Right-to-left text: which way a paragraph runs, and visual order of a row.
