//! The reader without a screen: what is open, what a key means, what is asked of
//! the world. Draft of the contract: keys and commands first.

pub mod command;
pub mod key;
pub mod keymap;
