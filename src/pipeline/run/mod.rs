//! Many reports: which are stale, all that is made of them, and what came of it.

mod build;
mod fix;
mod identity;
mod outcome;
mod outdated;
mod page;
mod schedule;
mod standing;
mod state;
mod survey;
mod twins;

pub use self::fix::{fix, undo_fix};
pub use self::outcome::{BuiltFile, Outcome, OutputFile};
pub use self::outdated::finished_files;
pub use self::page::PageOrder;
pub use self::schedule::run;
