//! Reading: a report's or an issue's file becomes a valid subject with its pictures and
//! attachments, and what all documents of a run share is prepared.

pub(in crate::pipeline) mod assets;
pub(in crate::pipeline) mod digest;
mod glyphs;
mod issue;
mod loaded;
mod objections;
mod parsed;
mod photo_cache;
mod photo_fitter;
mod photo_index;
mod resources;
mod unpacking;

pub(in crate::pipeline) use self::digest::Digest;
pub use self::loaded::{Content, Loaded, load};
pub(in crate::pipeline) use self::objections::{Ready, last_embargo, ready};
pub(in crate::pipeline) use self::parsed::{Parsed, ParsedSource, SourceFile, fix};
pub(in crate::pipeline) use self::photo_fitter::FitRequest;
pub use self::photo_fitter::PhotoFitter;
pub use self::resources::own_templates;
pub(in crate::pipeline) use self::resources::{Resources, slashes};
