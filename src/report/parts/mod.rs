//! The parts of a report and how each is read.

pub(super) mod blocks;
pub(super) mod event;
pub(super) mod flyer;
mod lists;
pub(super) mod parties;
pub(super) mod pictures;
pub(super) mod social;
mod tables;
