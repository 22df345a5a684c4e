//! nashra (نشرة) turns event reports written in TOML into official Arabic bulletins, flyers and pictures to post, and issues that
//! name reports into newsletters.
//!
//! The data walks one way:
//!
//! ```text
//! TOML text -> report (validated) -> typeset::inputs (virtual JSON) -> typeset::compile -> PagedDocument
//!   -> pages [-> pages::impose] -> export::{pdf, picture} -> bytes -> store (atomic write)
//! ```
//!
//! [`pipeline::document`] is this line as one function.
//!
//! Beside the line stands `printer`: it takes the bytes of a finished PDF to a printer of the house. Only it reaches the network,
//! and only `nashra print` calls it; it knows nothing of typst, files and the terminal.

pub mod arabic;
pub mod archive;
mod cli;
mod clock;
pub mod diag;
pub mod edition;
pub mod error;
pub mod export;
pub mod files;
pub mod hash;
pub mod imposition;
pub mod pages;
pub mod photo;
pub mod pipeline;
mod printer;
pub mod report;
pub mod store;
pub mod typeset;
mod ui;
pub mod words;
mod workers;

pub use cli::run;
