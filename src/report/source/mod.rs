//! From the bytes of a file to its text, with a way back from everything in it to its place.
//!
//! Nothing here knows what the file is about, but for the names of its keys.

pub(super) mod clip;
pub(super) mod day;
pub(super) mod decode;
pub(super) mod keys;
pub(super) mod lines;
mod mistake;
pub(super) mod number;
pub(super) mod origin;
pub(super) mod outline;
pub(super) mod paragraph;
pub(super) mod placed;
pub(super) mod syntax;
