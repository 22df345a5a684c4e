//! Making one document: inputs, pages, photos, files.

mod document;
mod failed;
mod files;
mod handbook;
mod material;
mod photos;
mod preflight;
mod remarks;

pub use self::document::{Document, MadeFile, document};
pub(in crate::pipeline) use self::failed::{Failed, guarded};
pub use self::handbook::handbook;
pub use self::material::Material;
