//! The checks that a file goes through while it is read: rules of text, the glossary, the comments
//! that allow exceptions, and the list of what was found.

pub(super) mod allow;
pub(super) mod bounds;
pub(super) mod checker;
pub(super) mod checks;
pub(super) mod days;
pub(super) mod fix;
pub(super) mod merged;
pub(super) mod numerals;
pub(super) mod typing;
