//! Tiers of hits: where words stand, and how they are found.

use super::keys::Facet;
use crate::arabic::forms::Level;

/// The columns in which all words must stand, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Columns {
    Title,
    Lead,
    Anywhere,
}

/// A tier of hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tier {
    pub(super) level: Level,
    pub(super) columns: Columns,
}

impl Columns {
    pub(super) fn table(self) -> &'static str {
        if self == Self::Anywhere { "full" } else { "lead" }
    }
}

impl Tier {
    pub(super) fn everywhere(level: Level) -> Self {
        Self { level, columns: Columns::Anywhere }
    }

    /// A key of a word as it stands in these columns.
    pub(super) fn key(self, key: &str) -> String {
        if self.columns == Columns::Title { Facet::Title.of(key) } else { key.to_owned() }
    }

    pub(super) fn score(self) -> f64 {
        let column = match self.columns {
            Columns::Title => 0,
            Columns::Lead => 1,
            Columns::Anywhere => 2,
        };
        1.0 - f64::from(u32::from(self.level) * 3 + column) / 20.0
    }
}
