//! A laid out document and options become bytes. No file system, no clock.

mod pdf;
mod picture;
mod press;

pub use pdf::{PdfProfile, pdf, sheets};
pub use picture::{MAX_PICTURE, PictureProblem, picture, preview};
