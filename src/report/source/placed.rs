//! A value together with the place in the source it came from.

use std::path::Path;

use crate::diag::{Diagnostic, Place};
use crate::words::Message;

/// A value that a later error may have to point to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Its place in the source.
    pub place: Place,
    /// The name of its field, such as `body[3].photo`.
    pub field: String,
}

impl<T> Placed<T> {
    /// An error about this value.
    pub fn error(&self, file: &Path, message: impl Into<Message>) -> Diagnostic {
        Diagnostic::error(file, message).at(self.place.clone()).field(&self.field)
    }

    /// A warning about this value.
    pub fn warning(&self, file: &Path, message: impl Into<Message>) -> Diagnostic {
        Diagnostic::warning(file, message).at(self.place.clone()).field(&self.field)
    }

    /// Another value at the same place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Placed<U> {
        Placed { value: change(self.value), place: self.place, field: self.field }
    }
}
