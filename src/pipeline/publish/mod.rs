//! Publishing: reports and issues for the archive, finished files from before, corrections, and pages
//! made again.
//!
//! To withdraw a bulletin nothing has to be made: [`crate::archive::Writer::withdraw`] does it.

mod add;
mod adopt;
mod carried;
mod correct;
mod marked;
mod publisher;
mod rebuild;
mod record;
mod sources;

pub use self::add::{Additions, add};
pub use self::adopt::{AdoptList, AdoptOrder, Adopter, Adoptions, NewAdoption, TypedPath, adopt_list};
pub use self::carried::carried;
pub use self::correct::{Corrected, Correction, correction};
pub use self::publisher::{Publication, Publisher};
pub use self::rebuild::{Remade, remake};
