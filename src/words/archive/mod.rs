//! The words of the archive.

mod adopt;
mod machine;
mod phrase;
mod problem;
mod query;

pub use adopt::{AdoptProblem, AdoptedPart, ListColumn, ListFault};
pub(super) use phrase::day;
pub use phrase::{Answer, ArchivePhrase, Label, Standing};
pub use problem::{ArchiveProblem, CarryingIssue, LedgerFault, MadeBy, NoteFault, StrayKind, Unlike};
pub use query::QueryFault;
