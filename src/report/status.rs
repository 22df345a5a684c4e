//! Draft or approved.

/// The state of a document's approval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Still being written; printed with a mark.
    Draft,
    /// Signed off.
    Approved,
}

impl Status {
    /// Its name in reports and data.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Approved => "approved",
        }
    }
}
