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

/// The parts of the script, in the order in which each needs those before it.
const SCRIPT: [&str; 5] = [
    include_str!("script/index.js"),
    include_str!("script/query.js"),
    include_str!("script/forms.js"),
    include_str!("script/ranked.js"),
    include_str!("script/shown.js"),
];

/// The script of the search page. Its parts are one script in the browser: a page that is opened
/// from a stick can't load modules.
pub(super) fn script() -> String {
    format!("\"use strict\";\n(function () {{\n{}}})();\n", SCRIPT.concat())
}

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
