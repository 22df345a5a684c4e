//! nashra (نشرة) turns event reports written in TOML into official Arabic bulletins and flyers,
//! and issues that name reports into newsletters.
//!
//! The data walks one way:
//!
//! ```text
//! TOML text -> report (validated) -> typeset::inputs (virtual JSON) -> typeset::compile -> PagedDocument
//!   -> pages -> export::pdf -> bytes -> store (atomic write)
//! ```
//!
//! [`pipeline::document`] is this line as one function.

pub mod arabic;
mod cli;
mod clock;
pub mod diag;
pub mod edition;
pub mod error;
pub mod export;
pub mod files;
pub mod pages;
pub mod photo;
pub mod pipeline;
pub mod report;
pub mod store;
pub mod typeset;
mod ui;
pub mod words;

pub use cli::run;
