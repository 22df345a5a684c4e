//! The identity of a report among all others.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::pipeline::load::Parsed;
use crate::pipeline::order::{Form, Variant, output_path};
use crate::report;

/// A name and a number that no two reports, and no two issues, may share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Identity {
    pub(super) date: String,
    pub(super) slug: String,
    pub(super) number: Option<String>,
    /// Issues of the newsletter have names and numbers of their own.
    #[serde(default)]
    pub(super) issue: bool,
}

impl Identity {
    /// The identity of a report or an issue.
    pub(super) fn of(parsed: &Parsed) -> Self {
        let head = parsed.head();
        Self {
            date: head.date.value.iso(),
            slug: head.slug.value.clone(),
            number: head.number.as_ref().map(|number| report::latin_digits(&number.value)),
            issue: matches!(parsed, Parsed::Issue(_)),
        }
    }

    /// The year it is issued in.
    pub(super) fn year(&self) -> i32 {
        self.date.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default()
    }

    /// A finished file; the same as [`output_path`].
    pub(super) fn output(&self, form: Form, variant: Variant, ending: &str) -> PathBuf {
        output_path(&self.date, &self.slug, form, variant, ending)
    }
}
