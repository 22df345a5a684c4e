//! Words of the desk: numbers, approval, lists, the register.

mod phrase;
mod problem;

pub use self::phrase::DeskPhrase;
pub use self::problem::DeskProblem;
