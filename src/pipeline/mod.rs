//! The walk of the data, from TOML text to finished files, and its scheduling over many reports.
//!
//! Rooms that only look down, the lowest first:
//!
//! ```text
//! order    what to make of which reports; the workspace; the names of files
//! load     a file read, parsed and checked, with its pictures; what all documents share
//! make     one document: inputs -> typst -> pages -> photos -> files
//! apart    documents that may not end, made by a copy of this program
//! run      many reports: which are stale, all that is made of them, what came of it
//! publish  what the archive keeps: add, adopt, correct, rebuild
//! undo     one step back for files that a command changed
//! ```
//!
//! [`document`] is the walk of one document as one readable function; [`run`] takes a whole order.

mod apart;
mod load;
mod make;
mod order;
mod publish;
mod run;
mod undo;

pub use self::apart::serve;
pub use self::load::{Content, Loaded, PhotoFitter, load, object_name, own_templates};
pub use self::make::{MadeDocument, MadeFile, Material, document, filled, handbook, register};
pub use self::order::builder::OrderBuilder;
pub use self::order::workspace::{GLOSSARY_FILE, OpenWorkspace, REGISTER_FILE, WORKSPACE_FILE, WorkspaceText};
pub use self::order::{Form, Order, Progress, SourceKind, Times, Variant, output_path};
pub use self::publish::{
    Additions, AdoptList, AdoptOrder, Adopter, Adoptions, Corrected, Correction, NewAdoption, Publication, Publisher,
    Remade, TypedPath, add, adopt_list, carried, correction, remake,
};
pub use self::run::{BuiltFile, Outcome, OutputFile, PageOrder, finished_files, fix, run, undo_fix};
pub use self::undo::{ChangedFile, UndoNote, UndoState, Undone, rewrite};
