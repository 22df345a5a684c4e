//! A published text that is published again with a correction.

use serde::{Deserialize, Serialize};

use crate::arabic::CivilDate;

/// A correction as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// The text's revision, from 2: the first is no correction.
    pub number: u32,
    /// The day it was corrected.
    pub date: CivilDate,
    /// Why.
    pub reason: String,
    /// The authority that decided.
    pub authority: Option<String>,
    /// The old and new passages.
    pub passages: Vec<Passage>,
}

/// A passage that a correction replaces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The old text; empty when something was added.
    pub stood: String,
    /// The new text; empty when something was taken out.
    pub stands: String,
}
