//! Documents made apart: those that templates of the office's own lay out, and those of very long
//! texts, are made by a copy of this program that may die of it.
//!
//! A template is a program: it may loop for ever, and it can overflow a stack that nothing catches.
//! The built-in ones end for every report that is read, so that their documents are made here.

mod ask;
mod serve;
mod wire;

pub(in crate::pipeline) use self::ask::document;
pub use self::serve::serve;
