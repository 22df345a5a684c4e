//! Hints for names that are not known, in English.

use super::super::forms::names;

/// The hint for a name that is not known.
pub(super) fn near_or_list<S: AsRef<str>>(near: Option<&str>, what: &str, all: &[S]) -> String {
    match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("{what}: {}", names(all, ", ")),
    }
}

/// The name that was perhaps meant, and all that there are.
pub(super) fn near_and_list<S: AsRef<str>>(near: Option<&str>, what: &str, all: &[S]) -> String {
    let list = near_or_list(None, what, all);
    match near {
        Some(near) => format!("did you mean `{near}`? {list}"),
        None => list,
    }
}
