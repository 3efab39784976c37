//! What kabar exists for, without a terminal, a disk, a clock or a network: bytes
//! become an [`article`] ([`extract`]), and its words are cleaned, set in lines and told
//! apart by whose they are ([`text`]).
//!
//! ```text
//!   extract
//!      │
//!      └──► text ──► article
//! ```

pub mod article;
pub mod extract;
pub mod text;
