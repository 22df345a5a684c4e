//! Texts from elsewhere as reports: a message, a text file, a document of Word, a PDF.
//!
//! ```text
//! bytes -> opened (what it is) -> plain | docx -> pieces -> compose (title, quotations, ...) -> Draft -> write -> TOML
//! ```
//!
//! No word of a text is lost or said twice in the running text of the report: what is left out is
//! named with its reason, and lead-ins such as `وقال المدير:` stay where they are. Speakers, the place,
//! the day and tags repeat what the text says of them, as reports written by hand do. Whatever was made
//! out is a guess, listed and marked in the report.

mod compose;
mod copies;
mod docx;
mod draft;
mod facts;
mod imported;
mod letterhead;
mod marks;
mod opened;
mod piece;
mod plain;
mod prose;
mod signs;
mod speech;
mod tables;
mod whatsapp;
mod wrapped;
mod write;

pub use self::imported::{ImportSurroundings, ImportedPicture, ImportedReport, LeftOut, MadeOut, by_reason};
pub use self::opened::MAX_FILE;
pub use self::write::excerpt;
use crate::words::ImportProblem;

/// Makes a report of a file's bytes.
///
/// # Errors
/// When it is nothing that can be read, or holds no word.
pub fn import(bytes: &[u8], surroundings: &ImportSurroundings) -> Result<ImportedReport, ImportProblem> {
    let material = opened::open(bytes, &surroundings.source)?;
    let draft = compose::compose(material, surroundings)?;
    Ok(write::write(draft, surroundings))
}
