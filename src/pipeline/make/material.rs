//! The material of one document.

use std::collections::BTreeMap;

use crate::photo::PressProfile;
use crate::pipeline::load::{Loaded, PhotoFitter, Resources};
use crate::pipeline::order::Order;
use crate::report::{Revision, Subject, Workspace};
use crate::typeset::{Asset, Source};

/// One report, or one issue, with all that its documents need.
pub struct Material<'a> {
    /// The report, or the issue with its reports.
    pub subject: Subject<'a>,
    /// The files it is made from.
    pub sources: &'a [Source],
    /// The office's settings.
    pub workspace: &'a Workspace,
    /// The files that report and workspace name.
    pub assets: &'a BTreeMap<String, Asset>,
    /// SHA-512 of its own file's bytes.
    pub digest: &'a str,
    /// SHA-512 of all that goes in, as hexadecimal digits.
    pub provenance: &'a str,
    /// The correction that it is published with.
    pub revision: Option<&'a Revision>,
    /// True if it was withdrawn: its pages say so.
    pub withdrawn: bool,
    /// The profile of the press.
    pub press: Option<&'a PressProfile>,
    /// Makes photos fit.
    pub photo_fitter: &'a PhotoFitter,
}

impl<'a> Material<'a> {
    /// Brings together what a report or an issue is made from.
    pub(in crate::pipeline) fn new(
        order: &'a Order,
        resources: &'a Resources,
        loaded: &'a Loaded,
        provenance: &'a str,
        revision: Option<&'a Revision>,
    ) -> Self {
        Self {
            subject: loaded.subject(),
            sources: &loaded.sources,
            workspace: &order.workspace,
            assets: &loaded.assets,
            digest: &loaded.digest,
            provenance,
            revision,
            withdrawn: false,
            press: match &resources.press {
                Some(own) => Some(own),
                None => PressProfile::coated(),
            },
            photo_fitter: &resources.photo_fitter,
        }
    }
}
