//! The query language: what a user types in one line, and what options say.

mod field;
mod piece;
mod term;

pub use self::term::{Filters, Query, Term, TermMatch};
