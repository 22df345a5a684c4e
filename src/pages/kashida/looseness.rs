//! The looseness of the lines of a page, as it is told.

/// The looseness of a page's lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageLooseness {
    /// The number of justified lines.
    pub lines: usize,
    /// The number of words drawn out.
    pub stretched: usize,
    /// The widest space on a justified line as typst set it, in em; zero without one.
    pub widest_before: f64,
    /// The widest space now, in em.
    pub widest_after: f64,
    /// The lines that stay loose.
    pub loose: Vec<LooseLine>,
}

/// A justified line whose spaces are wider than [`LOOSE`].
#[derive(Clone, Debug, PartialEq)]
pub struct LooseLine {
    /// Its first words.
    pub words: String,
    /// Its widest space in em.
    pub space: f64,
}

/// The width of a space, in em, from which a reader sees holes in a line: more than three times the
/// natural one.
pub const LOOSE: f64 = 0.8;
