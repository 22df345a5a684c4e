//! Words of the desk: numbers, approval, lists, the register.

mod phrase;
mod problem;
mod register;

pub use self::phrase::{DeskPhrase, DeskState};
pub use self::problem::DeskProblem;
pub use self::register::RegisterWords;
