//! Words of `nashra import`: what was made out in a text, what was left out, and why nothing came of
//! one.

mod guess;
mod left_out;
mod phrase;
mod problem;

pub use self::guess::{ImportGuess, SpeakerTold};
pub use self::left_out::LeftOutReason;
pub use self::phrase::ImportPhrase;
pub use self::problem::{ImportBound, ImportProblem};
