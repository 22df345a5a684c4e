//! A laid out document and options become bytes. No file system, no clock.

mod boxes;
mod pdf;
mod picture;

pub use pdf::{PdfProfile, pdf, sheets};
pub use picture::{MAX_PICTURE, PictureProblem, picture, preview};
