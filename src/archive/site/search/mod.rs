//! Search in the browser: its page, its tables, and an index in small files that a page without a
//! server can load by `<script src>`.

mod index;
mod page;
mod pieces;

use serde_json::json;

pub(super) use self::index::Index;
pub(super) use self::page::page;
use crate::arabic::forms::{ALONE, MONTHS, NOUNS, NUMBERS, PATTERNS, SYNONYMS};
use crate::arabic::stem::ROOTED;

/// The tables of words, for the script that reads them as the index does.
pub(super) fn tables() -> String {
    let tables = json!({
        "rooted": ROOTED.join(" "),
        "nouns": NOUNS,
        "patterns": PATTERNS,
        "synonyms": SYNONYMS,
        "numbers": NUMBERS,
        "months": MONTHS,
        "alone": ALONE,
    });
    pieces::call("tables", &[tables])
}
