//! A laid out document and options become bytes. No file system, no clock.

mod pdf;
mod picture;

pub use pdf::{PdfProfile, pdf};
pub use picture::{MAX_PICTURE, PictureProblem, picture};
