//! Readers of single fields: a key is taken from a table, and its value is read as a text, a day, a
//! path, an address.

pub(super) mod dates;
pub(super) mod field;
pub(super) mod file;
pub(super) mod inline;
pub(super) mod markup;
pub(super) mod paths;
mod prose;
mod sample;
pub(super) mod web;
