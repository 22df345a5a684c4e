//! Reading: a report's or an issue's file becomes a valid subject with its pictures and
//! attachments, and what all documents of a run share is prepared.

mod archived;
pub(in crate::pipeline) mod assets;
mod besides;
pub(in crate::pipeline) mod digest;
mod glyphs;
mod issue;
mod likeness;
mod loaded;
mod looks;
mod objections;
mod own_fonts;
mod page_digest;
mod parsed;
mod photo_cache;
mod photo_fitter;
mod photo_index;
mod proposals;
mod published;
mod resources;
mod unpacking;

pub(in crate::pipeline) use self::archived::{BuildNote, SOURCE, build_note, unpack};
pub(in crate::pipeline) use self::assets::mark;
pub(in crate::pipeline) use self::besides::besides;
pub(in crate::pipeline) use self::digest::Digest;
pub use self::likeness::object_name;
pub(in crate::pipeline) use self::likeness::{Likeness, likeness, object_id};
pub use self::loaded::{Content, Loaded, load};
pub(in crate::pipeline) use self::objections::{Ready, last_embargo, ready};
pub(in crate::pipeline) use self::page_digest::{kept_editions, main_edition, page_digests, provenance};
pub(in crate::pipeline) use self::parsed::{Parsed, ParsedSource, SourceFile, fix};
pub(in crate::pipeline) use self::photo_fitter::FitRequest;
pub use self::photo_fitter::PhotoFitter;
pub(in crate::pipeline) use self::published::{Published, correction_of, marks, revision, withdrawn};
pub(in crate::pipeline) use self::resources::Resources;
pub use self::resources::own_templates;
