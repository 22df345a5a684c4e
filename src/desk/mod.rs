//! The desk: the office's day around the pages. Which number comes next, what is approved, where
//! each report stands.
//!
//! ```text
//! document   a report or an issue as a glance shows it
//! documents  all of them; what was seen is kept between runs
//! numbers    the numbers of a year, those that are missing and those that are there twice
//! approve    status and number, given and taken back
//! ```

mod approve;
mod cache;
mod document;
mod documents;
mod numbers;

pub(crate) use self::approve::{Approval, ApprovalStep, Approvals, approve, take_back};
