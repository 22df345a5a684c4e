//! Bounds of a drawing, and the fault of one that can't be read.

use crate::words::DrawingFault;

/// The most bytes of a drawing.
pub const MAX_BYTES: u64 = 4 * 1024 * 1024;
/// The most shapes once everything that is named stands where it is named.
pub(super) const MAX_SHAPES: usize = 50_000;
/// The most elements inside each other.
pub(super) const MAX_DEPTH: usize = 64;
/// The most parts of all filters together: each is worked out pixel by pixel.
pub(super) const MAX_FILTERS: usize = 16;
/// The most letters.
pub(super) const MAX_LETTERS: usize = 5000;

/// The fault of a drawing that the reader of XML stopped at.
pub(super) fn broken(error: &dyn std::fmt::Display) -> DrawingFault {
    DrawingFault::Broken(error.to_string())
}
