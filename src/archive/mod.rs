//! The archive of published bulletins: dated, immutable, searchable, provable.
//!
//! An archive is a storage root of OCFL 1.1 (Oxford Common File Layout): every bulletin or issue is
//! an object, a folder of plain files with an inventory of their hashes, and a correction is a new
//! version beside the old one. A ledger names every event in order, each line with the hash of the
//! line before. Nothing in either is ever changed. An index for searching lies beside them and can
//! always be made again.
//!
//! ```text
//! archive/0=ocfl_1.1  ledger.jsonl
//!         2026/11/2026-11-20-<slug>/{0=ocfl_object_1.1, inventory.json, inventory.json.sha512, v1/…}
//!         program/nashra-0.1.0-<hash>/{…, v1/content/{templates, fonts}}
//!         extensions/nashra/{lock, index.sqlite, staging/…}
//! ```

mod adopted;
mod bag;
mod change;
mod content;
mod correction;
mod events;
pub mod index;
mod inventory;
mod ledger;
mod life;
mod locked;
mod marks;
mod metadata;
mod object;
mod objects;
mod problem;
mod program;
mod proof;
mod proved;
mod record;
mod root;
mod sip;
pub mod site;
mod verify;

pub use self::bag::Bag;
pub use self::change::{Draft, Writer};
pub use self::content::{FileContent, MAX_CONTENT, NewFile};
pub use self::inventory::{Inventory, User, Version};
pub use self::ledger::{LedgerLine, LedgerLines, Tail};
pub use self::life::{Act, Added};
pub use self::locked::Mended;
pub use self::marks::{AttachedFile, MarkKind, RelatedLink, TextMark};
pub use self::object::Object;
pub use self::objects::Archive;
pub use self::problem::Problem;
pub use self::program::{BUILD_NOTE, Program};
pub use self::record::{
    Adopted, AdoptedFile, Block, Change, Event, Happening, Item, Kind, Person, Picture, Record, SCHEMA, State,
    TextOrigin,
};
pub use self::verify::Verified;
