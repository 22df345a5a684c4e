//! The printing house: `[press]` of the workspace.

use crate::report::check::checker::Checker;
use crate::report::fields::field::Fields;
use crate::report::source::placed::Placed;

/// What is known of the printing house.
#[derive(Clone, Debug, Default)]
pub struct PressSettings {
    /// The colour profile (ICC) of its press and paper, a safe relative path inside the workspace;
    /// none for coated paper. The file has not been looked at yet.
    pub profile: Option<Placed<String>>,
}

/// `[press]`.
pub(super) fn press(root: &mut Fields<'_, '_>, checker: &mut Checker<'_>) -> PressSettings {
    let Some(mut fields) = root.take("press").and_then(|field| field.table(checker)) else {
        return PressSettings::default();
    };
    let profile = fields.take("profile").and_then(|field| field.path(checker));
    fields.finish(checker);
    PressSettings { profile }
}
