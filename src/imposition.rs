//! Arrangements of finished pages on sheets of paper.

use crate::edition::Paper;

/// The side a publication is bound at, which is also where its lines and its rows of cells begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, clap::ValueEnum, serde::Serialize, serde::Deserialize)]
pub enum Binding {
    /// Arabic: page 1 is a left-hand page.
    #[default]
    Right,
    /// Latin: page 1 is a right-hand page.
    Left,
}

/// An arrangement of pages on sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Scheme {
    /// Each page on a side of its own.
    Single,
    /// Two pages a side, folded and stapled through the fold: saddle stitch.
    Booklet,
    /// Pages side by side in reading order. A document of one page fills all cells with it, to be
    /// cut apart.
    NUp(Cells),
    /// Leaves side by side so that the piles of the cut sheets, put on each other, run from the
    /// first page to the last.
    CutAndStack(Cells),
}

/// The number of pages on a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Cells {
    /// One row of two.
    Two,
    /// Two rows of two.
    Four,
    /// Two rows of four.
    Eight,
}

impl Scheme {
    /// The arrangements that can be asked for, by the names in settings, on the command line and in
    /// file names.
    pub const NAMED: [(&'static str, Self); 7] = [
        ("booklet", Self::Booklet),
        ("2-up", Self::NUp(Cells::Two)),
        ("4-up", Self::NUp(Cells::Four)),
        ("8-up", Self::NUp(Cells::Eight)),
        ("cut-and-stack-2", Self::CutAndStack(Cells::Two)),
        ("cut-and-stack-4", Self::CutAndStack(Cells::Four)),
        ("cut-and-stack-8", Self::CutAndStack(Cells::Eight)),
    ];

    /// Its name; empty for pages that stand alone.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMED.iter().find(|(_, scheme)| *scheme == self).map_or("", |(name, _)| name)
    }

    /// True if a sheet is folded: then it must be turned at its short edge.
    #[must_use]
    pub fn is_folded(self) -> bool {
        self == Self::Booklet
    }
}

impl clap::ValueEnum for Scheme {
    fn value_variants<'a>() -> &'a [Self] {
        const VARIANTS: [Scheme; 7] = {
            let [a, b, c, d, e, f, g] = Scheme::NAMED;
            [a.1, b.1, c.1, d.1, e.1, f.1, g.1]
        };
        &VARIANTS
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        let name = self.name();
        (!name.is_empty()).then(|| clap::builder::PossibleValue::new(name))
    }
}

/// An arrangement with its measures, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Imposition {
    /// The arrangement of the pages.
    pub scheme: Scheme,
    /// The side on which they are bound.
    pub binding: Binding,
    /// The distance that a booklet's pages move towards the spine with each sheet inward: about the
    /// thickness of the paper.
    pub creep: f64,
    /// Between cells that are cut apart; `None` for nothing in the office and twice the bleed at
    /// the press.
    pub gutter: Option<f64>,
    /// The paper; `None` for what the pages need at their own size.
    pub sheet: Option<Paper>,
}

impl Imposition {
    /// The thickness of paper of 80 g/m².
    pub const CREEP: f64 = 0.1;

    /// An arrangement with the usual measures.
    #[must_use]
    pub fn new(scheme: Scheme) -> Self {
        Self { scheme, binding: Binding::Right, creep: Self::CREEP, gutter: None, sheet: None }
    }
}
