//! The desk: the office's day around the pages. Which number comes next, what is approved, where
//! each report stands.
//!
//! ```text
//! document   a report or an issue as a glance shows it
//! documents  all of them; what was seen is kept between runs
//! numbers    the numbers of a year, those that are missing and those that are there twice
//! approve    status and number, given and taken back
//! moves      a report renamed, removed or copied with all that belongs to it
//! unread     files that may be meant as reports
//! register   the numbers of a year, with the office's notes; csv as a table for Excel
//! listing    where each document stands: draft, approved, archived, changed since
//! ```

mod approve;
mod cache;
mod csv;
mod document;
mod documents;
mod listing;
mod moves;
mod notes;
mod numbers;
mod register;
mod unread;

pub(crate) use self::approve::{Approval, ApprovalStep, Approvals, approve, take_back};
pub(crate) use self::csv::csv;
pub(crate) use self::documents::content;
pub(crate) use self::listing::{ArchivedDocuments, ListEntry, ListFilter, ListState, archived, list};
pub(crate) use self::moves::{MoveResult, copy, remove, rename};
pub(crate) use self::register::{Register, RegisterRow, register};
pub(crate) use self::unread::unread;
