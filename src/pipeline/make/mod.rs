//! Making one document: inputs, pages, photos, files.

mod document;
mod failed;
mod files;
mod handbook;
mod layout;
mod material;
mod photos;
mod preflight;
mod register;
mod remarks;
mod unprinted;

pub use self::document::{MadeDocument, MadeFile, document};
pub(in crate::pipeline) use self::failed::{Failed, guarded};
pub use self::handbook::handbook;
pub use self::layout::filled;
pub use self::material::Material;
pub use self::register::register;
