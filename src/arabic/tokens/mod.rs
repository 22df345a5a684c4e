//! The one reader of a text's pieces: words, numbers, telephone numbers, addresses, codes.
//!
//! Digits, isolates, the rules of typing and the dates all take its pieces, so that what is one
//! thing to a reader is one thing to each of them. [`tokens`] finds the pieces one by one;
//! [`phrases`] joins those that are one phrase of Latin.

mod address;
mod kinds;
mod latin;
mod number;
mod phone;
mod phrase;
mod reader;
#[cfg(test)]
mod tests;
mod word;

pub use kinds::{Token, TokenKind, digit_value};
pub use phrase::phrases;
pub use reader::tokens;
