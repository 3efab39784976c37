//! Whose words they are: speakers and reporting words for found quotations.

use super::prose::Prose;
use super::quote::Quotation;
use crate::article::Language;

/// Fills in `speaker` and `cue` of quotations of kind speech where the text
/// names them.
pub fn attribute(_prose: &Prose, _language: Language, _quotes: &mut [Quotation]) {}
