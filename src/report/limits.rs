//! The most of what a report may have, for its reader and for who writes one.

/// Blocks of the body.
pub const BLOCKS: usize = 2000;
/// Columns of a table.
pub const COLUMNS: usize = 8;
/// Rows of a table.
pub const ROWS: usize = 2000;
/// Items of a list.
pub const ITEMS: usize = 1000;
/// Those who get a copy.
pub const COPIES: usize = 12;
/// Tags.
pub const TAGS: usize = 50;
