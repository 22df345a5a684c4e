//! Pictures as a document names them.

/// A picture that a document shows, by the name of its relation.
#[derive(Clone, Debug)]
pub(super) struct Embedded {
    pub(super) id: String,
    pub(super) alt: Option<String>,
}
