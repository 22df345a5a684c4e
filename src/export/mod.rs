//! A laid out document and options become bytes. No file system, no clock.

mod boxes;
mod pdf;

pub use pdf::{PdfProfile, pdf, sheets};
