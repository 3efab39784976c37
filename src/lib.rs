//! kabar, a terminal news reader: bytes become an [`article`], its words are
//! analysed ([`text`]), set in rows and drawn or printed. What turns bytes into words
//! and tells whose they are is a crate of its own, `kabar_core`; its layers are named
//! here as if they were this one's.
//!
//! ```text
//!              cli                 commands, exit codes
//!               │
//!             shell                terminal, threads, effects
//!               │
//!            library               the store, fed from files and journals
//!               │
//!  output  source  store  state  config   view     adapters and faces
//!     │       │      │      │      │       │
//!     │    extract   │      │      └────► app      pure
//!     │       │      │      │              │
//!     └────► text ◄──┴──────┼──────────────┘       pure
//!             │             │
//!             └───► article ◄┘                      data
//! ```
//!
//! An arrow means "imports"; `tests/it/layering.rs` holds the table.

pub mod app;
pub mod cli;
pub mod config;
pub mod library;
pub mod output;
pub mod shell;
pub mod source;
pub mod state;
pub mod store;
pub mod view;

pub use kabar_core::{article, extract, text};
