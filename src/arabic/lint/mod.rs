//! The rules of Arabic typing that are reported to an author.
//!
//! What [`lint`] finds is shown by `check` and applied by `check --fix`. Letters and digits are never changed: spelling
//! is the author's.

mod marks;
mod merge;
mod numbers;
mod page;
mod pairs;
#[cfg(test)]
mod properties;
mod spaces;
#[cfg(test)]
mod tests;
mod weekday;
mod written;

use std::ops::Range;

use super::tokens::digit_value;
pub use numbers::{Digited, Numbers, numbers};
use page::Page;

/// How often fixes may call for further fixes: a bound, so that no text keeps the loop going.
const ROUNDS: usize = 8;

/// Something in a text that breaks a rule of Arabic typing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's code, as in `NA001`.
    pub code: &'static str,
    /// The rule that is broken.
    pub rule: Rule,
    /// The bytes of the text given that the finding is about.
    pub range: Range<usize>,
    /// What to put in place of `range`; without one the author must decide.
    pub fix: Option<String>,
}

/// A rule of Arabic typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// A space just inside a bracket: `( البصرة )`.
    SpaceInsideBracket,
    /// A space before a mark: `البصرة ،`.
    SpaceBeforeMark,
    /// No space after a mark: `البصرة،بغداد`.
    NoSpaceAfterMark,
    /// Two spaces or more in a row.
    DoubledSpace,
    /// The same mark twice: `،،`.
    DoubledMark,
    /// A Latin mark after Arabic: `البصرة,`.
    LatinMark,
    /// A colon with a dash or a tatweel: `قال:-`.
    ColonDash,
    /// Straight quotes where `«…»` belong.
    StraightQuotes,
    /// A bracket without its partner.
    UnpairedBracket,
    /// A quotation mark without its partner.
    UnpairedQuote,
    /// A tatweel typed by hand: `محـــافظ`.
    TypedTatweel,
    /// A waw that stands apart from its word: `و السيد`.
    LoneWaw,
    /// ASCII and Arabic-Indic digits in one report; [`numbers`] counts them, [`lint`] sees one text only.
    MixedDigits,
    /// A weekday that disagrees with the date beside it.
    WeekdayMismatch,
    /// A name that is not quite as in the office's glossary; found by [`super::Glossary`], not by [`lint`].
    OfficialName,
}

impl Rule {
    /// Every rule, in the order of the codes.
    pub const ALL: [Self; 15] = [
        Self::SpaceInsideBracket,
        Self::SpaceBeforeMark,
        Self::NoSpaceAfterMark,
        Self::DoubledSpace,
        Self::DoubledMark,
        Self::LatinMark,
        Self::ColonDash,
        Self::StraightQuotes,
        Self::UnpairedBracket,
        Self::UnpairedQuote,
        Self::TypedTatweel,
        Self::LoneWaw,
        Self::MixedDigits,
        Self::WeekdayMismatch,
        Self::OfficialName,
    ];

    /// The rule's code, as in `NA001`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::SpaceInsideBracket => "NA001",
            Self::SpaceBeforeMark => "NA002",
            Self::NoSpaceAfterMark => "NA003",
            Self::DoubledSpace => "NA004",
            Self::DoubledMark => "NA005",
            Self::LatinMark => "NA006",
            Self::ColonDash => "NA007",
            Self::StraightQuotes => "NA008",
            Self::UnpairedBracket => "NA009",
            Self::UnpairedQuote => "NA010",
            Self::TypedTatweel => "NA011",
            Self::LoneWaw => "NA012",
            Self::MixedDigits => "NA013",
            Self::WeekdayMismatch => "NA014",
            Self::OfficialName => "NA015",
        }
    }

    /// The rule of a code as people type it: `NA001`, `na001`, `NA٠٠١`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let latin = |c| digit_value(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c);
        let code: String = code.trim().chars().map(latin).collect();
        Self::ALL.into_iter().find(|rule| rule.code().eq_ignore_ascii_case(&code))
    }
}

/// What breaks the rules in `text`, in the order of the text. The fixes never overlap.
#[must_use]
pub fn lint(text: &str) -> Vec<Finding> {
    lint_except(text, &[])
}

/// What breaks the rules other than `off`: what those would change stays as it is.
#[must_use]
pub fn lint_except(text: &str, off: &[Rule]) -> Vec<Finding> {
    let page = Page::new(text);
    let (mut fixes, mut out) = typing(&page, off);
    pairs::check(&page, &mut out);
    weekday::check(text, &mut out);
    out.retain(|finding| !off.contains(&finding.rule));
    for _ in 0..ROUNDS {
        if fixes.is_empty() {
            break;
        }
        // Fixing one thing may bring out another, as `، ،` becomes `،،`.
        let fixed = apply(text, &fixes);
        let (further, _) = typing(&Page::new(&fixed), off);
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
    marks::latin(page, &mut all);
    pairs::straight(page, &mut all);
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

/// The text with the fixes of `findings` applied.
#[must_use]
pub fn apply(text: &str, findings: &[Finding]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for finding in findings {
        let Some(fix) = &finding.fix else { continue };
        let Some(before) = text.get(done..finding.range.start) else { continue };
        if text.get(finding.range.clone()).is_none() {
            continue;
        }
        out.push_str(before);
        out.push_str(fix);
        done = finding.range.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}
