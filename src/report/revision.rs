//! A published text that is published again with a correction.

use serde::Serialize;

use crate::arabic::CivilDate;

/// What pages tell of a correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Revision {
    /// The text's revision, from 2: the first is no correction.
    pub number: u32,
    /// The day it was corrected.
    pub date: CivilDate,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub authority: Option<String>,
    /// What stood and what stands.
    pub passages: Vec<Passage>,
}

/// A passage that a correction replaces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// What stood; empty when something was added.
    pub stood: String,
    /// What stands; empty when something was taken out.
    pub stands: String,
}
