//! The rules of Arabic typing that are reported to an author.
//!
//! What [`lint`] finds is shown by `check` and applied by `check --fix`. Letters and digits are
//! never changed: spelling is the author's.

mod finding;
mod joined;
mod marks;
mod merge;
mod numbers;
mod page;
mod pairs;
#[cfg(test)]
mod properties;
mod rule;
mod slips;
mod spaces;
#[cfg(test)]
mod tests;
mod weekday;
mod written;

use super::language::Language;
pub use finding::{Finding, apply};
pub use numbers::{Digited, Numbers, numbers};
use page::Page;
pub use rule::Rule;
pub use slips::{Slip, slips};
pub use written::{day_of, days, names_a_day};

/// How often fixes may call for further fixes: a bound, so that no text keeps the loop going.
const ROUNDS: usize = 8;

/// What breaks the rules in `text`, in the order of the text. The fixes never overlap.
#[must_use]
pub fn lint(text: &str) -> Vec<Finding> {
    lint_except(text, None, &[])
}

/// What breaks the rules other than `off` in a text of which the author names the language, or not:
/// what those would change stays as it is.
#[must_use]
pub fn lint_except(text: &str, named: Option<Language>, off: &[Rule]) -> Vec<Finding> {
    let language = Language::named(named, text);
    let page = Page::new(text, language);
    let (mut fixes, mut out) = typing(&page, off);
    pairs::check(&page, &mut out);
    weekday::check(text, &page, &mut out);
    out.retain(|finding| !off.contains(&finding.rule));
    for _ in 0..ROUNDS {
        if fixes.is_empty() {
            break;
        }
        // Fixing one thing may bring out another, as `، ،` becomes `،،`.
        let fixed = apply(text, &fixes);
        let (further, _) = typing(&Page::new(&fixed, language), off);
        if further.is_empty() {
            break;
        }
        fixes = merge::compose(&fixes, &further, &fixed);
    }
    out.append(&mut fixes);
    out.sort_by_key(|finding| (finding.range.start, finding.range.end));
    out
}

/// The findings of the rules that have a fix, and what of them has none.
fn typing(page: &Page, off: &[Rule]) -> (Vec<Finding>, Vec<Finding>) {
    let mut all = Vec::new();
    spaces::check(page, &mut all);
    marks::check(page, &mut all);
    joined::check(page, &mut all);
    // A foreign text with a word of Arabic in it keeps its own marks.
    if page.language() != Language::Latin {
        marks::latin(page, &mut all);
        pairs::straight(page, &mut all);
        pairs::ended_twice(page, &mut all);
    }
    all.retain(|finding| !off.contains(&finding.rule));
    let (mut fixes, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|finding| finding.fix.is_some());
    fixes.sort_by_key(|finding| (finding.range.start, finding.range.end));
    let mut end = 0;
    fixes.retain(|finding| {
        let free = finding.range.start >= end;
        end = if free { finding.range.end } else { end };
        free
    });
    (fixes, others)
}
