//! The glyphs that a document needs of a face.

/// A glyph that a document needs of a face.
pub(super) enum Needed {
    /// As the face has it.
    Plain(u16),
    /// Put together.
    Drawn(Drawing),
}

impl Needed {
    /// The glyphs of the face that it draws.
    pub(super) fn drawn(&self) -> impl Iterator<Item = u16> {
        let (own, parts) = match self {
            Self::Plain(id) => (Some(*id), [].as_slice()),
            Self::Drawn(drawing) => (None, drawing.parts.as_slice()),
        };
        own.into_iter().chain(parts.iter().map(|(id, ..)| *id))
    }
}

/// A glyph that is put together of a face's glyphs, in the face's units.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Drawing {
    /// The character it stands for.
    pub(super) c: char,
    /// The glyphs it draws, each with how far it is moved.
    pub(super) parts: Vec<(u16, i16, i16)>,
    /// Its width.
    pub(super) advance: u16,
}
